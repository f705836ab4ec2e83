import { KMS_ACTIONS } from "../catalog/actions.ts";
import { CONDITION_KEYS, conditionKey } from "../catalog/condition-keys.ts";
import { FLOW_NAMES, FLOWS } from "../catalog/flows.ts";
import { GRANT_OPERATIONS } from "../catalog/grant-operations.ts";
import { KEY_SPECS } from "../catalog/key-specs.ts";
import { SERVICE_SOURCES } from "../catalog/service-sources.ts";
import { OPERATOR_NAMES } from "../iam/operators.ts";
import type { Role } from "./documents.ts";

/** Something that may stand at a place of a document. */
export type Hint = { readonly label: string; readonly detail?: string; readonly info?: string };

/** Who and what the documents and the question name already. */
export type Known = { readonly principals: readonly string[]; readonly resources: readonly string[] };

/** The published schemas by which documents are completed. */
export type Schemas = Readonly<Record<"policy" | "world" | "case", object>>;

/** A place in a document: names of members, and indexes of items; what stands there is a name of a member or a value. */
export type DocumentPath = readonly (string | number)[];

/** What may stand at a place: by the engine's own lists where it has them, else by the published schema of the document. */
export function hintsAt(role: Role, path: DocumentPath, part: "name" | "value", schemas: Schemas, known: Known): readonly Hint[] {
  const statement = path.indexOf("Statement");
  if (statement >= 0) {
    const inside = path.slice(statement + 1).filter((step) => typeof step === "string");
    return ownHints(inside, part, known) ?? bySchema(schemas.policy, path.slice(statement), part);
  }
  if (role === "world") return namesOf(path, part, known) ?? bySchema(schemas.world, path, part);
  if (role === "grants") return bySchema(schemas.case, ["grants", ...path.filter((step) => step !== "Grants")], part);
  if (role === "key") return keyHints(path, part) ?? bySchema(schemas.case, ["key", ...path], part);
  return bySchema(schemas.policy, path, part);
}

export const ACTION_HINTS: readonly Hint[] = KMS_ACTIONS.map(({ action, accessLevel }) => ({ label: action, detail: accessLevel }));

export const FLOW_HINTS: readonly Hint[] = FLOW_NAMES.map((name) => ({
  label: name,
  detail: (FLOWS[name] ?? FLOWS[name.slice(0, name.lastIndexOf("."))])?.about ?? "",
}));

/** Condition keys as people type them: a family by its prefix. */
export const CONDITION_KEY_HINTS: readonly Hint[] = CONDITION_KEYS.map(({ name, type, multiValued, upTo }) => ({
  label: upTo === undefined ? name : `${name}0`,
  detail: `${type}${multiValued ? ", several values" : ""}`,
}));

const WILD_ACTIONS: readonly Hint[] = ["kms:*", "kms:Describe*", "kms:Get*", "kms:List*", "kms:GenerateDataKey*", "kms:ReEncrypt*"].map(
  (label) => ({
    label,
    detail: "several",
  }),
);

const OPERATOR_HINTS: readonly Hint[] = [
  ...OPERATOR_NAMES.map((label) => ({ label })),
  ...OPERATOR_NAMES.filter((name) => name !== "Null").map((name) => ({ label: `${name}IfExists`, detail: "or the key is absent" })),
  ...["StringEquals", "StringLike", "ArnLike"].flatMap((name) => [
    { label: `ForAnyValue:${name}`, detail: "one value of several" },
    { label: `ForAllValues:${name}`, detail: "every value of several" },
  ]),
];

/** Inside a statement: what the engine knows better than a schema. */
function ownHints(
  path: readonly (string | number)[],
  part: "name" | "value",
  { principals, resources }: Known,
): readonly Hint[] | undefined {
  const [element, second, third] = path as readonly string[];
  if ((element === "Action" || element === "NotAction") && part === "value") return [...ACTION_HINTS, ...WILD_ACTIONS];
  if ((element === "Resource" || element === "NotResource") && part === "value")
    return ["*", ...resources].map((label) => ({ label, ...(label === "*" && { detail: "in a key policy: this key" }) }));
  if (element === "Principal" || element === "NotPrincipal") {
    if (part === "name") return undefined;
    if (second === "AWS") return principalHints(principals);
    if (second === "Service") return SERVICES.map((label) => ({ label }));
    return second === undefined ? [{ label: "*", detail: "anybody" }] : [];
  }
  if (element !== "Condition") return undefined;
  if (part === "name") {
    if (path.length === 1) return OPERATOR_HINTS;
    return path.length === 2 ? CONDITION_KEY_HINTS : [];
  }
  return third === undefined ? [] : conditionValueHints(third, principals);
}

const SERVICES: readonly string[] = [
  ...new Set(SERVICE_SOURCES.map(({ service }) => `${service.replace("*", "us-east-1")}.amazonaws.com`)),
].sort();

function principalHints(principals: readonly string[]): readonly Hint[] {
  const roots = principals.flatMap((arn) => {
    const [prefix, partition, service, , account] = arn.split(":");
    return prefix === "arn" && service !== undefined && account ? [`arn:${partition}:iam::${account}:root`] : [];
  });
  return [...new Set([...principals, ...roots])].map((label) => ({ label })).concat([{ label: "*" }]);
}

/** The values that a condition key can have, where these are few; else some that are known. */
export function conditionValueHints(name: string, principals: readonly string[] = []): readonly Hint[] {
  const key = conditionKey(name);
  const of = (labels: readonly string[]) => labels.map((label) => ({ label }));
  if (key === undefined) return [];
  if (key.type === "Bool") return of(["true", "false"]);
  switch (key.name) {
    case "kms:ViaService":
      return of(VIA_SERVICES);
    case "kms:GrantOperations":
      return of(GRANT_OPERATIONS);
    case "kms:KeySpec":
      return of(KEY_SPECS.map(({ spec }) => spec));
    case "aws:PrincipalArn":
    case "kms:GranteePrincipal":
      return of(principals);
    default:
      return [];
  }
}

const VIA_SERVICES: readonly string[] = [...new Set(Object.values(FLOWS).map(({ via }) => via.replaceAll("{region}", "us-east-1")))]
  .filter((via) => !via.includes("{"))
  .sort();

function keyHints(path: DocumentPath, part: "name" | "value"): readonly Hint[] | undefined {
  if (part === "value" && path[0] === "spec") return KEY_SPECS.map(({ spec }) => ({ label: spec }));
  return undefined;
}

/** Where a world names its own principals. */
function namesOf(path: DocumentPath, part: "name" | "value", { principals }: Known): readonly Hint[] | undefined {
  const last = path.filter((step) => typeof step === "string").at(-1);
  return part === "value" && (last === "grantee" || last === "retiring" || last === "roleArn")
    ? principals.map((label) => ({ label }))
    : undefined;
}

type Schema = {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly type?: string | readonly string[];
  readonly description?: string;
};

/** What a schema says of a place: the members that may stand there, or the values. */
export function bySchema(schema: object, path: DocumentPath, part: "name" | "value"): readonly Hint[] {
  const root = schema as Schema;
  let here = alternatives(root, root);
  for (const step of path) here = here.flatMap((one) => inside(one, step, root));
  const found = new Map<string, Hint>();
  for (const one of here) {
    const hints = part === "name" ? Object.entries(one.properties ?? {}).map(([label, of]) => withInfo(label, of, root)) : valuesOf(one);
    for (const hint of hints) if (!found.has(hint.label)) found.set(hint.label, hint);
  }
  return [...found.values()];
}

function withInfo(label: string, schema: Schema, root: Schema): Hint {
  const info = alternatives(schema, root).find(({ description }) => description !== undefined)?.description ?? schema.description;
  return info === undefined ? { label } : { label, info };
}

function valuesOf({ enum: values, const: only, type }: Schema): readonly Hint[] {
  const all = values ?? (only === undefined ? (type === "boolean" ? [true, false] : []) : [only]);
  return all.map((value) => ({ label: String(value) }));
}

function inside(schema: Schema, step: string | number, root: Schema): readonly Schema[] {
  const { properties = {}, additionalProperties: rest, items } = schema;
  const next =
    typeof step === "number" ? items : Object.hasOwn(properties, step) ? properties[step] : typeof rest === "object" ? rest : undefined;
  if (next !== undefined) return alternatives(next, root);
  return typeof step === "number" ? [schema] : []; // one value may stand in place of a list
}

const DEEPEST = 16;

function alternatives(schema: Schema, root: Schema, depth = 0): readonly Schema[] {
  if (depth > DEEPEST) return [];
  const { $ref, anyOf = [], oneOf = [], allOf = [] } = schema;
  const referred = $ref === undefined ? undefined : referenceIn(root, $ref);
  const others = [...anyOf, ...oneOf, ...allOf, ...(referred ? [referred] : [])];
  return [schema, ...others.flatMap((one) => alternatives(one, root, depth + 1))];
}

function referenceIn(root: Schema, reference: string): Schema | undefined {
  let here: unknown = root;
  for (const step of reference.replace(/^#\/?/, "").split("/").filter(Boolean))
    here = (here as Readonly<Record<string, unknown>> | undefined)?.[step];
  return here as Schema | undefined;
}
