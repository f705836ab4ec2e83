import { prove } from "../../analysis/prove.ts";
import { readRegion } from "../../analysis/region.ts";
import type { Invariant, InvariantKind } from "../../analysis/requests.ts";
import type { Diagnostic } from "../../base/diagnostic.ts";
import { toValue } from "../../base/json-source.ts";
import type { World } from "../../estate/world.ts";
import { type NamedProof, proofsJson, proofsNdjson, proofsText } from "../../report/analysis/proofs.ts";
import { validateTest } from "../../tester/test-validator.generated.js";
import { shapeDiagnostics } from "../../world/shape.ts";
import { readYaml } from "../../world/yaml-source.ts";
import { WORLD } from "../analysis/named.ts";
import { UNLISTED, unlistedIn, VIA_ROLES } from "../analysis/options.ts";
import { SMTLIB, writeQuestions } from "../analysis/smtlib.ts";
import { ofAll, worldsAt } from "../analysis/worlds.ts";
import type { Command, ExitCode, Io } from "../command.ts";
import { foreignWorlds } from "../foreign-worlds.ts";
import { formatOptions, readFormats } from "../formats/formats.ts";
import { writeAnswer } from "../formats/write.ts";
import { IMPORT_OPTIONS, readingIn } from "../import-options.ts";
import type { Options } from "../options.ts";
import { Refusal, refuse } from "../refusal.ts";
import { tell } from "../talk.ts";
import { selectedFiles } from "../test/selection.ts";
import { TestSources } from "../test/sources.ts";

const NAME = "kmsward prove";

export const command: Command = {
  name: "prove",
  summary: "invariants, proved or refuted for all requests",
  usage: ["prove [TEST-FILE…] [OPTION…]", "prove --never REQUESTS… --world WORLD"],
  about: `What is to hold of all requests, not of one: \`never\` (no such request is allowed), \`always\` (every such request is), \`only\` (of such requests none but
    those of these principals), to a key or, by \`flow\` and \`on\`, to data: every call of the flow. From the \`invariants\` of test files, or from the command line, where REQUESTS are written as there. What is refuted is shown a
    request, which the evaluator confirms; of what is proved it is said how little would have to change for it to fail. Ends with 0 when all is proved, 2 when
    something is refuted; with 3 under --strict when something could not be decided, or can never fail whatever policies say.`,
  groups: [
    {
      title: "Invariants",
      options: [
        {
          name: "never",
          value: "REQUESTS",
          many: true,
          help: "no such request is allowed: '{ action: kms:Decrypt, unless: { aws:PrincipalOrgID: o-1 } }'",
        },
        { name: "always", value: "REQUESTS", many: true, help: "every such request is allowed: '{ principal: app, action: kms:Decrypt }'" },
        {
          name: "only",
          value: "REQUESTS",
          many: true,
          help: "nobody else is: '{ principal: [app, exporter], action: kms:Decrypt, key: orders }'",
        },
        { name: "name", short: "t", value: "TEXT", help: "of files, the invariants whose names have this in them" },
        WORLD,
        UNLISTED,
        VIA_ROLES,
      ],
    },
    { title: "Documents of other tools", options: IMPORT_OPTIONS },
    {
      title: "Answer",
      options: [
        ...formatOptions("prove"),
        SMTLIB,
        { name: "strict", help: "exit with 3 when something could not be decided, or can never fail" },
      ],
    },
  ],
  examples: [
    "kmsward prove policies/orders.ward.yaml",
    "kmsward prove --never '{ action: kms:Decrypt, unless: { \"aws:PrincipalOrgID\": o-abc123 } }' -w orders.world.yaml",
    "kmsward prove --only '{ principal: [app, exporter], action: kms:Decrypt, key: orders }' -w orders.world.yaml",
    "kmsward prove --never '{ flow: s3.GetObject, on: orders-bucket/private/*, principal: app }' -w orders.world.yaml",
  ],
  run,
};

/** An invariant, and the world that it is about. */
type Task = Omit<NamedProof, "proof"> & { readonly invariant: Invariant; readonly world: World };

const KINDS: readonly InvariantKind[] = ["never", "always", "only"];

async function run(options: Options, io: Io): Promise<ExitCode> {
  const formats = readFormats(options, "prove", io.env);
  const isTyped = KINDS.some((kind) => options.all(kind).length > 0);
  const tasks = isTyped ? await typed(options, io) : await ofFiles(options, io);
  const proofs = tasks.map(
    ({ world, invariant, ...named }): NamedProof => ({
      ...named,
      proof: prove(world, invariant, { ...unlistedIn(options), viaRoles: options.has("via-roles") }),
    }),
  );
  const isWritten = await writeQuestions(options, () => questionsOf(tasks, options), io);
  await writeAnswer(
    {
      text: (colors) => proofsText(proofs, colors),
      json: () => proofsJson(proofs),
      ndjson: () => proofsNdjson(proofs),
      review: async (setting) => {
        const { proofsReview } = await import("../../report/review/proofs.ts");
        const subject = options.get("world") ?? (options.positionals.join(" ") || "the test files of this folder");
        return proofsReview(proofs, { ...setting, subject, failsOpen: options.has("strict") });
      },
    },
    formats,
    io,
  );
  if (proofs.some(({ proof }) => proof.verdict === "refuted")) return 2;
  const isOpen = proofs.some(({ proof }) => proof.verdict === "unknown" || proof.vacuous !== undefined);
  return (options.has("strict") && isOpen) || !isWritten ? 3 : 0;
}

async function questionsOf(tasks: readonly Task[], options: Options) {
  const { invariantQuestions } = await import("../../smt/question.ts");
  return tasks.flatMap(({ world, name, invariant }) => invariantQuestions(world, name, invariant, unlistedIn(options).unlisted));
}

/** @throws {Refusal} for what cannot be read, and for names that lead nowhere. */
async function typed(options: Options, io: Io): Promise<readonly Task[]> {
  const path = options.get("world");
  if (options.positionals.length > 0)
    throw refuse("KW001", NAME, "a test file and an invariant are both given", "an invariant of the command line is about `--world`");
  if (path === undefined)
    throw refuse("KW010", NAME, "no world is given", "give one by `--world FILE`; `kmsward init` drafts one from a folder of policies");
  const worlds = await worldsAt(path, undefined, await readingIn(options, io));
  await tell(ofAll(worlds).warnings, io);
  return KINDS.flatMap((kind) =>
    options.all(kind).flatMap((text): readonly Task[] => {
      const invariant = readTyped(kind, text);
      const regions = worlds.map(({ named }) => readRegion(named.world, invariant));
      const [first] = regions;
      if (first !== undefined && !first.ok && regions.every(({ ok }) => !ok))
        throw new Refusal(first.error.map(({ pointer, ...fault }) => diagnostic(kind, pointer, fault)));
      return worlds.flatMap(({ text: so, named }, i) => {
        const name = `${kind} ${text}${so === "" ? "" : `, if ${so}`}`;
        return regions[i]?.ok === true ? [{ name, world: named.world, invariant, subject: named }] : []; // what it names is not there then
      });
    }),
  );
}

const diagnostic = (
  kind: InvariantKind,
  pointer: string,
  fault: Pick<Diagnostic, "code" | "message"> & { readonly help?: string | undefined },
): Diagnostic => ({
  code: fault.code,
  severity: "error",
  message: fault.message,
  at: { file: `--${kind}`, pointer: pointer.slice(kind.length + 1) },
  ...(fault.help !== undefined && { help: fault.help }),
});

/** Requests as a test file has them, on one line. */
function readTyped(kind: InvariantKind, text: string): Invariant {
  const { node, faults } = readYaml(text);
  if (node === undefined || faults.length > 0)
    throw refuse("KW001", `--${kind}`, "is no YAML", `write it as in a test file: --${kind} '{ action: kms:Decrypt }'`);
  const invariant = { [kind]: toValue(node) };
  const place = `/invariants/0/${kind}`;
  const shape = shapeDiagnostics(validateTest({ version: 1, invariants: [{ name: kind, ...invariant }] }), (pointer) => ({
    file: `--${kind}`,
    pointer: pointer.slice(place.length),
  }));
  if (shape.length > 0) throw new Refusal(shape);
  return invariant;
}

/** @throws {Refusal} for test files that cannot be read: of what they say nothing would be proved. */
async function ofFiles(options: Options, io: Io): Promise<readonly Task[]> {
  if (options.get("world") !== undefined)
    throw refuse("KW001", "--world", "test files have worlds of their own", "give it with --never, --always or --only");
  const { files } = await selectedFiles(options.positionals);
  const read = new TestSources(await foreignWorlds({})).read(files, true);
  const errors = read.flatMap(({ unread }) => unread?.errors ?? []);
  await tell(
    read.flatMap(({ file, unread }) => file?.warnings ?? unread?.warnings ?? []),
    io,
  );
  if (errors.length > 0) throw new Refusal(errors);
  const wanted = options.get("name") ?? "";
  const tasks = read.flatMap(({ file }) =>
    (file?.cases ?? []).flatMap(({ name, check, skip, at }): readonly Task[] =>
      check.kind === "invariant" && skip === undefined && name.includes(wanted) && file !== undefined
        ? [{ name, world: file.world, invariant: check.invariant, at }]
        : [],
    ),
  );
  if (tasks.length === 0)
    throw refuse(
      "KW010",
      NAME,
      "there is no invariant to prove",
      "give the test files `invariants`, or one invariant by `--never`, `--always` or `--only`",
    );
  return tasks;
}
