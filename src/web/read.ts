import { type CompiledPolicy, compile } from "../authz/compile.ts";
import type { PolicySet } from "../authz/link.ts";
import type { Diagnostic, Place } from "../base/diagnostic.ts";
import { type JsonNode, lineOf, readJson, toValue } from "../base/json-source.ts";
import { allowsNothing, denyOnly } from "../estate/deny-only.ts";
import { compileSet, type PolicyDocuments, type ResourceType } from "../estate/policy-documents.ts";
import type { World } from "../estate/world.ts";
import type { Policy, PolicyType } from "../iam/policy.ts";
import { faultDiagnostics, memberOf, placeIn } from "../world/json-place.ts";
import { parsePolicy } from "../world/policy-text.ts";
import { readWorld } from "../world/reader.ts";
import { readYaml } from "../world/yaml-source.ts";
import { hasWorld, isYamlText, type PageDocument, ROLES, type Role } from "./documents.ts";

/** The documents of a case, read: its policies, its grants and the facts about the key, and where each is written. */
export type ReadCase = {
  readonly policies: Partial<PolicySet>;
  readonly grants: unknown; // as written; whether these are grants is looked at with the request
  readonly key: unknown;
  readonly placeOf: (pointer: string) => Place; // of a pointer in a case: of `/grants/…` in the document of grants
  readonly textOf: (policy: Policy) => string | undefined;
};

/** What documents say together. There is a case or a world only where no diagnostic is an error. */
export type Reading = {
  readonly documents: readonly PageDocument[];
  readonly diagnostics: readonly Diagnostic[]; // each `at.file` is the name of a document
  readonly case?: ReadCase;
  readonly world?: World;
};

/** Reads documents, those of a case or a world with the files it names. `type`: what the policy on the resource is read as. */
export function readDocuments(documents: readonly PageDocument[], type: ResourceType = "key-policy"): Reading {
  const large = documents.find(({ text }) => text.length > MOST_CHARACTERS);
  if (large !== undefined) return { documents, diagnostics: [tooLarge(large)] };
  return hasWorld(documents) ? readWorldOf(documents) : readCase(documents, type);
}

const MOST_CHARACTERS = 1_000_000; // nothing a person edits, and more than AWS takes of anything

const tooLarge = ({ name, text }: PageDocument): Diagnostic => ({
  code: "KW260",
  severity: "error",
  message: `the text has ${text.length.toLocaleString("en-US")} characters, and nothing over ${MOST_CHARACTERS.toLocaleString("en-US")} is read here`,
  at: { file: name, line: 1, column: 1, pointer: "" },
});

function readWorldOf(documents: readonly PageDocument[]): Reading {
  const texts = new Map(documents.map(({ name, text }) => [name, text]));
  const readFile = (path: string): string => {
    const text = texts.get(path) ?? texts.get(path.replace(/^\.\//, ""));
    if (text === undefined) throw new Error("no document of that name is open here");
    return text;
  };
  const paths = documents.filter(({ role }) => role === "world").map(({ name }) => name);
  const { world, diagnostics } = readWorld(paths, { readFile, root: "." });
  return { documents, diagnostics, ...(world && { world }) };
}

type Parsed = {
  readonly text: string;
  readonly policy: Policy | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly compiled: CompiledPolicy | undefined;
};

/** What was read last under a name: of a key that is typed, only one document is another. */
const PARSED = new Map<string, Parsed>();

function parsed({ name, text }: PageDocument, type: PolicyType): Parsed {
  const known = PARSED.get(`${type} ${name}`);
  if (known?.text === text) return known;
  const { policy, diagnostics } = parsePolicy(text, { type, name, file: name });
  const read = { text, policy, diagnostics, compiled: policy && compile(policy) };
  if (PARSED.size > 200) PARSED.clear();
  PARSED.set(`${type} ${name}`, read);
  return read;
}

function readCase(documents: readonly PageDocument[], type: ResourceType): Reading {
  const diagnostics: Diagnostic[] = [];
  const compiled = new Map<Policy, CompiledPolicy>();
  const texts = new Map<Policy, string>();
  const policiesOf = (role: Role, as: PolicyType): readonly (readonly [PageDocument, Policy])[] =>
    documents
      .filter((document) => document.role === role)
      .flatMap((document) => {
        const read = parsed(document, as);
        diagnostics.push(...read.diagnostics);
        if (read.policy === undefined || read.compiled === undefined) return [];
        compiled.set(read.policy, read.compiled);
        texts.set(read.policy, document.text);
        return [[document, read.policy] as const];
      });
  const many = (role: Role) => policiesOf(role, ROLES[role].type as PolicyType).map(([, policy]) => policy);
  const levels = (role: "scp" | "rcp") => inLevels(policiesOf(role, ROLES[role].type as PolicyType));
  const session = documents.some(({ role }) => role === "session");
  const set: PolicyDocuments = {
    resource: policiesOf("key-policy", type)[0]?.[1],
    identity: many("identity"),
    boundary: many("boundary")[0],
    session: session ? many("session") : undefined,
    serviceControl: levels("scp"),
    resourceControl: levels("rcp"),
    endpoint: many("endpoint")[0],
  };
  set.serviceControl?.forEach((level, i) => {
    const [first] = level;
    if (first !== undefined && allowsNothing(level))
      diagnostics.push(denyOnly(`level ${i + 1}`, { file: first.name, line: 1, column: 1, pointer: "" }));
  });
  const grants = plainOf(
    documents.find(({ role }) => role === "grants"),
    diagnostics,
  );
  const key = plainOf(
    documents.find(({ role }) => role === "key"),
    diagnostics,
  );
  if (diagnostics.some(({ severity }) => severity === "error")) return { documents, diagnostics };
  const { grants: _, key: __, ...policies } = compileSet(set, [], undefined, (policy) => compiled.get(policy) ?? compile(policy));
  const placeOf = (pointer: string): Place => {
    if (pointer.startsWith("/grants") && grants) return grants.placeOf(pointer.slice(7));
    if (pointer.startsWith("/key") && key) return key.placeOf(pointer.slice(4));
    return { file: "request", pointer: pointer.replace(/^\/request/, "") };
  };
  return {
    documents,
    diagnostics,
    case: { policies, grants: grants?.value, key: key?.value, placeOf, textOf: (policy) => texts.get(policy) },
  };
}

/** By level, the root first; a level that has nothing has FullAWSAccess, and is left out. */
function inLevels(policies: readonly (readonly [PageDocument, Policy])[]): readonly (readonly Policy[])[] {
  const levels = new Map<number, Policy[]>();
  for (const [{ level = 1 }, policy] of policies) levels.set(level, [...(levels.get(level) ?? []), policy]);
  return [...levels].sort(([a], [b]) => a - b).map(([, level]) => level);
}

type Plain = { readonly value: unknown; readonly placeOf: (pointer: string) => Place };

/** A document that is no policy: grants as a list, or as `aws kms list-grants` prints it; facts about the key. */
function plainOf(document: PageDocument | undefined, diagnostics: Diagnostic[]): Plain | undefined {
  if (document === undefined) return undefined;
  const { name, text, role } = document;
  const at = { file: name, place: lineOf(text) };
  const { node, faults } = readJson(text);
  diagnostics.push(...faultDiagnostics(faults, at));
  const listed = role === "grants" ? memberOf(node, "Grants") : undefined;
  const value = listed ?? node;
  const placed = placeIn(node, at);
  return { value: value && toValue(value), placeOf: (pointer) => placed(`${listed ? "/Grants" : ""}${pointer}`) };
}

const TREES = new Map<string, { readonly text: string; readonly node: JsonNode | undefined }>();

/** The tree of a document, with places: JSON or YAML. */
export function treeOf(document: PageDocument): JsonNode | undefined {
  const known = TREES.get(document.name);
  if (known?.text === document.text) return known.node;
  if (document.text.length > MOST_CHARACTERS) return undefined;
  const { node } = isYamlText(document) ? readYaml(document.text) : readJson(document.text);
  if (TREES.size > 200) TREES.clear();
  TREES.set(document.name, { text: document.text, node });
  return node;
}
