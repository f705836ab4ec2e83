import { validateRequest } from "../cases/validators.generated.js";
import type { DataQuestion } from "../estate/data/question.ts";
import type { DataEvaluation } from "../world/eval-in-world.ts";
import { shapeDiagnostics } from "../world/shape.ts";
import { requestOf } from "./case-flags.ts";
import type { Io } from "./command.ts";
import type { Options } from "./options.ts";
import { Refusal, refuse } from "./refusal.ts";
import { optionOf, readingOf } from "./world-flags.ts";

const PLACE = "kmsward eval";

/** Whether the question is about data: a flow on a resource. */
export const asksData = (options: Options): boolean => options.has("flow") || options.has("on") || options.has("parameter");

/** Asks the world of the files under `--world` what `--flow` and `--on` say. */
export async function askData(options: Options, io: Io): Promise<DataEvaluation & { readonly question: DataQuestion }> {
  const question = dataQuestionOf(options);
  const { evalData } = await import("../world/eval-in-world.ts");
  const { paths, reading } = await readingOf(options, io);
  return { ...evalData(paths, question, reading), question };
}

const ELSEWHERE = ["action", "encryption-context", "via-service", "grant-token", "resource-account"];

/** @throws {Refusal} for what does not go with a flow, and for a question that does not say who does what with which resource. */
export function dataQuestionOf(options: Options): DataQuestion {
  if (!options.has("world"))
    throw refuse(
      "KW001",
      "--flow",
      "a flow on a resource is asked of a world",
      "name it by `--world FILE`: its `resources` say what the policies and keys of the data are",
    );
  const odd = ELSEWHERE.filter((name) => options.has(name)).map((name) => `\`--${name}\``);
  if (odd.length > 0)
    throw refuse(
      "KW001",
      PLACE,
      `${odd.join(", ")} ${odd.length > 1 ? "do" : "does"} not go with \`--flow\``,
      "the flow says what is asked for",
    );
  const { resource, principal, ...rest } = requestOf(options);
  const [flow, on] = [options.get("flow"), options.get("on")];
  const missing = [
    ...(flow === undefined ? ["flow"] : []),
    ...(on === undefined ? ["on"] : []),
    ...(principal === undefined ? ["principal"] : []),
  ];
  if (flow === undefined || on === undefined || principal === undefined)
    throw refuse(
      "KW001",
      PLACE,
      `${missing.map((name) => `\`--${name}\``).join(", ")} ${missing.length > 1 ? "are" : "is"} missing`,
      "as in `--principal app --flow s3.GetObject --on orders-bucket/2026/x`",
    );
  const faults = shapeDiagnostics(validateRequest({ principal, action: "kms:Decrypt", resource: "*", ...rest }), optionOf);
  if (faults.length > 0) throw new Refusal(faults);
  const endpoint = options.get("endpoint");
  return {
    ...(rest as Pick<DataQuestion, "context" | "unknown" | "time">),
    principal: principal as string,
    flow,
    on,
    ...(options.has("parameter") && { parameters: parametersOf(options.all("parameter")) }),
    ...(typeof resource === "string" && { key: resource }),
    ...(endpoint !== undefined && { endpoint }),
  };
}

/** `true` and `false` are flags. */
function parametersOf(pairs: readonly string[]): NonNullable<DataQuestion["parameters"]> {
  const read = pairs.map((pair): readonly [string, string | boolean] => {
    const at = pair.indexOf("=");
    if (at <= 0)
      throw refuse("KW001", "--parameter", `\`${pair}\` is no pair`, "write a name, `=` and a value: `--parameter versionId=v1`");
    const value = pair.slice(at + 1);
    return [pair.slice(0, at), value === "true" ? true : value === "false" ? false : value];
  });
  return Object.fromEntries(read);
}
