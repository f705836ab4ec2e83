import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Determining, Outcome } from "../src/authz/decision.ts";
import type { Case } from "../src/index.ts";
import { type DecisionFile, expandDecisions } from "./decision-files.ts";

/** The cases of fixtures/ as data (fixtures/README.md has their shapes; test/fixtures.test.ts holds them). */

export const FIXTURES = fileURLToPath(new URL("../fixtures/", import.meta.url));

export type Expected = {
  readonly outcome?: Outcome;
  readonly by?: readonly Determining[];
  readonly missing?: readonly string[];
  readonly assumed?: readonly string[];
  readonly message?: string;
  readonly errorName?: string;
  readonly errorContains?: string; // a part of `message`, of a recorded answer that is not known whole
  readonly invalid?: true | readonly string[];
};

export type DecisionFixture = {
  readonly name: string;
  readonly source: string;
  readonly rules?: readonly string[]; // ids of src/catalog/rules.ts that it is an example of
  readonly basis: string;
  readonly date?: string; // these two: of what was recorded
  readonly strength?: string;
  readonly case: Case;
  readonly expect: Expected;
};
export type ConditionFixture = {
  readonly name: string;
  readonly rules?: readonly string[]; // ids of src/catalog/rules.ts that it is an example of
  readonly basis: string;
  readonly effect?: "Allow" | "Deny"; // of the statement; it matters where a value cannot be read
  readonly condition: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly context: Readonly<Record<string, string | string[]>>;
  readonly expect: boolean;
};
export type PatternFixture = {
  readonly name: string;
  readonly rules?: readonly string[]; // ids of src/catalog/rules.ts that it is an example of
  readonly basis: string;
  readonly pattern: string;
  readonly arn: string;
  readonly expect: boolean;
};
export type FixtureFile<Each> = { readonly file: string; readonly about: string; readonly cases: readonly Each[] };

const readJson = (path: string): unknown => JSON.parse(readFileSync(join(FIXTURES, path), "utf8"));

const filesOf = <File>(folder: string): readonly (File & { readonly file: string })[] =>
  readdirSync(join(FIXTURES, folder))
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => ({ ...(readJson(`${folder}/${file}`) as File), file }));

function inFull({ file, ...written }: DecisionFile & { readonly file: string }): FixtureFile<DecisionFixture> {
  return { file, about: written.about, cases: expandDecisions(written) };
}

/** fixtures/decisions as it is written; DECISIONS has each case in full. */
export const DECISION_FILES = filesOf<DecisionFile>("decisions");
export const DECISIONS = DECISION_FILES.map(inFull);
export const RECORDED_FILES = filesOf<DecisionFile>("recorded");
export const RECORDED = RECORDED_FILES.map(inFull);
/** Both, each file under its folder: what engine and oracle are asked. */
export const QUESTIONS: readonly FixtureFile<DecisionFixture>[] = [
  ...DECISIONS.map((file) => ({ ...file, file: `decisions/${file.file}` })),
  ...RECORDED.map((file) => ({ ...file, file: `recorded/${file.file}` })),
];
export const CONDITIONS = filesOf<Omit<FixtureFile<ConditionFixture>, "file">>("conditions");
export const PATTERNS = filesOf<Omit<FixtureFile<PatternFixture>, "file">>("resource-patterns");
/** fixtures/flows, for what all cases have in common; test/flow-fixtures.ts runs them. */
export const FLOWS = filesOf<{ readonly cases: readonly { readonly basis: string }[] }>("flows");

/** A session of which little is known: hardly a condition key is derived, so the context is what is given. */
export const SESSION = "arn:aws:sts::111122223333:assumed-role/tester/golden";
const ANYTHING = { Effect: "Allow", Action: "*", Resource: "*" };
const documentOf = (...statements: readonly object[]) => ({ Version: "2012-10-17", Statement: statements });

/** The condition in a session policy, as most were recorded: that of an Allow decides whether anything is allowed, that of a Deny whether it is denied. */
export const conditionCase = ({ effect = "Allow", condition, context }: ConditionFixture): Case => ({
  request: { principal: SESSION, action: "example:Do", resource: "*", context },
  policies: {
    identity: [documentOf(ANYTHING)],
    session: [documentOf(...(effect === "Deny" ? [ANYTHING] : []), { ...ANYTHING, Effect: effect, Condition: condition })],
  },
});

export const conditionOutcome = ({ effect, expect: holds }: ConditionFixture): Outcome =>
  effect === "Deny" ? (holds ? "explicitDeny" : "allowed") : holds ? "allowed" : "implicitDeny";

type Path = string;
export type SceneCase = {
  readonly name: string;
  readonly case: Omit<Case, "policies"> & {
    readonly policies?: {
      readonly resource?: Path;
      readonly identity?: readonly Path[];
      readonly boundary?: Path;
      readonly serviceControl?: readonly (readonly Path[])[];
      readonly resourceControl?: readonly (readonly Path[])[];
      readonly endpoint?: Path;
    };
  };
  readonly expect: Expected;
};
export type Scene = { readonly name: string; readonly about: string; readonly cases: readonly SceneCase[] };

export const SCENES = (readJson("policies/scenes.json") as { scenes: readonly Scene[] }).scenes;

const documentAt = (path: Path) => readJson(`policies/${path}`) as Record<string, unknown>;
const namedDocumentAt = (path: Path) => ({ name: path, document: documentAt(path) });

/** The case of a scene with its documents in place of their paths; in lists, and as a boundary, a document is named by its path. */
export function resolveScene({ policies = {}, ...rest }: SceneCase["case"]): Case {
  const { resource, identity, boundary, serviceControl, resourceControl, endpoint } = policies;
  return {
    ...rest,
    policies: {
      ...(resource && { resource: documentAt(resource) }),
      ...(identity && { identity: identity.map(namedDocumentAt) }),
      ...(boundary && { boundary: namedDocumentAt(boundary) }),
      ...(serviceControl && { serviceControl: serviceControl.map((level) => level.map(namedDocumentAt)) }),
      ...(resourceControl && { resourceControl: resourceControl.map((level) => level.map(namedDocumentAt)) }),
      ...(endpoint && { endpoint: documentAt(endpoint) }),
    },
  };
}
