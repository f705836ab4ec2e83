import { repairsFor } from "../../analysis/repair.ts";
import { isAboutRequest } from "../../authz/key-names.ts";
import { repairsJson, repairsText } from "../../report/analysis/repairs.ts";
import { CASE_OPTIONS } from "../case-flags.ts";
import type { Command, ExitCode, Io } from "../command.ts";
import { askData, asksData } from "../data-flags.ts";
import { sinkOf } from "../files.ts";
import type { Options } from "../options.ts";
import { Refusal, refuse } from "../refusal.ts";
import { denialOf } from "../repair/denial.ts";
import { colorsFor, tell } from "../talk.ts";

export const command: Command = {
  name: "repair",
  summary: "the smallest changes of policies that open a denied request",
  usage: [
    "repair CASE.json",
    "repair --principal ARN --action ACTION --key ARN --key-policy FILE [OPTION…]",
    "repair --world WORLD.yaml --principal NAME --action ACTION --key NAME [OPTION…]",
    "repair --world WORLD.yaml --principal NAME --flow NAME --on RESOURCE",
    "repair --error TEXT [OPTION…]",
  ],
  about: `A question as in \`kmsward eval\`, or nothing but the error that AWS answered, with whatever policies are at hand: what cannot be done without is asked for. Each
    change is a JSON Patch (RFC 6902) of the document it belongs to, or a grant; it opens the request, no part of it can be left out, and all that it opens is told,
    for all requests. Of a flow on a resource each call in the way has its changes, of the resource's policy or of its key's. First come changes of the policy that is in the way, and of these what opens the least. What no change can do is said.
    Ends with 0; with 2 when nothing was found that opens it; with 3 under --strict when it cannot be decided whether the request is denied.`,
  groups: [
    {
      title: "Error",
      options: [
        { name: "error", value: "TEXT", help: "what AWS answered, as it is, or `-` for standard input; options win over what it says" },
      ],
    },
    ...CASE_OPTIONS,
    {
      title: "Answer",
      options: [
        { name: "most", value: "NUMBER", help: "list so many changes at most; default: 5" },
        { name: "format", value: "text|json", choices: ["text", "json"], help: "text for people, or JSON" },
        { name: "output", short: "o", value: "FILE", help: "write the answer to a file" },
        { name: "strict", help: "exit with 3 when it cannot be decided whether the request is denied" },
      ],
    },
  ],
  examples: [
    "kmsward repair -w orders.world.yaml --principal app --action kms:Decrypt --key orders \\",
    "  --encryption-context tenant=t2",
    "kmsward repair --error 'User: arn:aws:iam::111122223333:role/app is not authorized to perform: kms:…' \\",
    "  --key-policy key-policy.json",
    "aws kms decrypt … 2>&1 | kmsward repair --error - --key-policy key-policy.json --format json",
  ],
  run,
};

async function run(options: Options, io: Io): Promise<ExitCode> {
  const most = mostIn(options);
  if (asksData(options)) return repairData(options, most, io);
  const { answer, world, textOf, warnings, assumptions } = await denialOf(options, io);
  await tell([...warnings, ...(answer.warnings ?? []).filter(isAboutRequest)], io);
  const found = repairsFor(answer, { ...(world && { world }), textOf, most });
  const colors = options.get("output") === undefined ? await colorsFor(io.stdout, io.env) : undefined;
  const sink = sinkOf(options.get("output"), io);
  await sink.write(
    options.get("format") === "json" ? repairsJson(found, { assumptions }) : repairsText(found, answer, { assumptions, colors }),
  );
  await sink.close();
  if (found.outcome === "undetermined") return options.has("strict") ? 3 : 0;
  return found.outcome === "allowed" || found.repairs.length > 0 ? 0 : 2;
}

/** Of a flow on a resource: the policies of both sides. */
async function repairData(options: Options, most: number | undefined, io: Io): Promise<ExitCode> {
  if (options.has("error") || options.positionals.length > 0)
    throw refuse(
      "KW001",
      "kmsward repair",
      "a flow is asked of a world",
      "--world FILE --principal NAME --flow s3.GetObject --on RESOURCE",
    );
  const asked = await askData(options, io);
  if ("invalid" in asked) throw new Refusal(asked.invalid);
  const { world, warnings, question } = asked;
  await tell(warnings, io);
  const [{ repairsInData }, { dataRepairsJson, dataRepairsText }] = await Promise.all([
    import("../../analysis/data/repair.ts"),
    import("../../report/data/repairs.ts"),
  ]);
  const found = repairsInData(world, question, { most });
  if (!found.ok) throw new Refusal(found.error);
  const colors = options.get("output") === undefined ? await colorsFor(io.stdout, io.env) : undefined;
  const subject = { name: options.get("world") ?? "", kind: "world" as const, world };
  const sink = sinkOf(options.get("output"), io);
  await sink.write(
    options.get("format") === "json" ? dataRepairsJson(found.value, question) : dataRepairsText(found.value, question, { subject, colors }),
  );
  await sink.close();
  if (found.value.outcome === "undetermined") return options.has("strict") ? 3 : 0;
  return found.value.comesTo === "allowed" ? 0 : 2;
}

function mostIn(options: Options): number | undefined {
  const given = options.get("most");
  if (given === undefined) return undefined;
  if (!/^[1-9][0-9]{0,2}$/.test(given))
    throw refuse("KW001", "--most", `\`${given.slice(0, 40)}\` is no number of changes`, "as in --most 3");
  return Number(given);
}
