import type { PrincipalFacts } from "../iam/request.ts";
import type { PageQuestion } from "./state.ts";

/** One more thing a request says: what kind it is, its name where the kind has names, and its value as people type it. */
export type Row = { readonly kind: RowKind; readonly name: string; readonly value: string };

export type RowKind =
  | "context"
  | "encryptionContext"
  | "tag"
  | "roleArn"
  | "userArn"
  | "userId"
  | "orgId"
  | "orgPath"
  | "sourceIdentity"
  | "mfaAgeSeconds"
  | "serviceLinkedRole"
  | "managementAccount"
  | "viaService"
  | "time"
  | "endpoint"
  | "resourceAccount"
  | "grantToken"
  | "unknown";

type RowSpec = { readonly label: string; readonly named: boolean; readonly valued: boolean; readonly example: string };

/** What can be said of a request beside who asks for what. `named`: has a name; `valued`: has a value. */
// biome-ignore format: a table reads as a table
export const ROWS: Readonly<Record<RowKind, RowSpec>> = {
  context:           { label: "condition key",         named: true,  valued: true,  example: "203.0.113.7" },
  encryptionContext: { label: "encryption context",    named: true,  valued: true,  example: "t1" },
  viaService:        { label: "via service",           named: false, valued: true,  example: "s3.us-east-1.amazonaws.com" },
  time:              { label: "time",                  named: false, valued: true,  example: "2026-11-22T03:00:00Z" },
  unknown:           { label: "not known",             named: true,  valued: false, example: "" },
  grantToken:        { label: "grant token",           named: false, valued: true,  example: "" },
  endpoint:          { label: "VPC endpoint",          named: false, valued: true,  example: "vpce-1a2b3c4d" },
  resourceAccount:   { label: "resource's account",    named: false, valued: true,  example: "111122223333" },
  tag:               { label: "principal tag",         named: true,  valued: true,  example: "t1" },
  roleArn:           { label: "role of the session",   named: false, valued: true,  example: "arn:aws:iam::111122223333:role/app" },
  userArn:           { label: "user of the session",   named: false, valued: true,  example: "arn:aws:iam::111122223333:user/eve" },
  userId:            { label: "unique id",             named: false, valued: true,  example: "AROAEXAMPLE:session" },
  orgId:             { label: "organization",          named: false, valued: true,  example: "o-exampleorg1" },
  orgPath:           { label: "path in organization",  named: false, valued: true,  example: "o-exampleorg1/r-ab12/ou-ab12-11111111/" },
  sourceIdentity:    { label: "source identity",       named: false, valued: true,  example: "eve" },
  mfaAgeSeconds:     { label: "seconds since MFA",     named: false, valued: true,  example: "60" },
  serviceLinkedRole: { label: "service-linked role",   named: false, valued: true,  example: "true" },
  managementAccount: { label: "management account",    named: false, valued: true,  example: "true" },
};

const FACTS = [
  "roleArn",
  "userArn",
  "userId",
  "orgId",
  "orgPath",
  "sourceIdentity",
  "mfaAgeSeconds",
  "serviceLinkedRole",
  "managementAccount",
] as const;
const PLAIN = ["viaService", "time", "endpoint", "resourceAccount"] as const;

/** What a question says beside who asks for what, a row each; a condition key with several values has as many rows. */
export function rowsOf(question: PageQuestion): readonly Row[] {
  const { context = {}, encryptionContext = {}, unknown = [], grantTokens = [], principal } = question;
  const facts: PrincipalFacts | undefined = typeof principal === "string" ? undefined : principal;
  return [
    ...Object.entries(encryptionContext).map(([name, value]) => ({ kind: "encryptionContext" as const, name, value })),
    ...Object.entries(context).flatMap(([name, value]) =>
      [value].flat().map((one) => ({ kind: "context" as const, name, value: String(one) })),
    ),
    ...PLAIN.flatMap((kind) => (question[kind] === undefined ? [] : [{ kind, name: "", value: question[kind] }])),
    ...unknown.map((name) => ({ kind: "unknown" as const, name, value: "" })),
    ...grantTokens.map((value) => ({ kind: "grantToken" as const, name: "", value })),
    ...Object.entries(facts?.tags ?? {}).map(([name, value]) => ({ kind: "tag" as const, name, value })),
    ...FACTS.flatMap((kind) => (facts?.[kind] === undefined ? [] : [{ kind, name: "", value: String(facts[kind]) }])),
  ];
}

/** The question with these rows, and no others. Names of condition keys ignore case: those alike are one key with several values. */
export function withRows({ principal, action, resource, flow }: PageQuestion, rows: readonly Row[]): PageQuestion {
  const of = (kind: RowKind) => rows.filter((row) => row.kind === kind);
  const pairs = (kind: RowKind) => Object.fromEntries(of(kind).map(({ name, value }) => [name, value]));
  const one = (kind: RowKind) => of(kind).at(-1)?.value;
  const facts = Object.fromEntries(FACTS.flatMap((kind) => (one(kind) === undefined ? [] : [[kind, factOf(kind, one(kind) as string)]])));
  const tags = pairs("tag");
  const arn = typeof principal === "string" ? principal : principal.arn;
  const told = { ...facts, ...(Object.keys(tags).length > 0 && { tags }) };
  const context = contextOf(of("context"));
  return {
    principal: Object.keys(told).length > 0 ? { arn, ...told } : arn,
    action,
    resource,
    ...(flow && { flow }),
    ...(Object.keys(context).length > 0 && { context }),
    ...(of("encryptionContext").length > 0 && { encryptionContext: pairs("encryptionContext") }),
    ...Object.fromEntries(PLAIN.flatMap((kind) => (one(kind) === undefined ? [] : [[kind, one(kind)]]))),
    ...(of("unknown").length > 0 && { unknown: of("unknown").map(({ name }) => name) }),
    ...(of("grantToken").length > 0 && { grantTokens: of("grantToken").map(({ value }) => value) }),
  };
}

function contextOf(rows: readonly Row[]): NonNullable<PageQuestion["context"]> {
  const values = new Map<string, { readonly name: string; readonly values: string[] }>();
  for (const { name, value } of rows) {
    const known = values.get(name.toLowerCase());
    if (known === undefined) values.set(name.toLowerCase(), { name, values: [value] });
    else known.values.push(value);
  }
  return Object.fromEntries([...values.values()].map(({ name, values: all }) => [name, all.length === 1 ? (all[0] as string) : all]));
}

/** What is not of the type stays a text: the engine says so at its place. */
function factOf(kind: (typeof FACTS)[number], value: string): unknown {
  if (kind === "mfaAgeSeconds") return value.trim() !== "" && Number.isFinite(Number(value)) ? Number(value) : value;
  if (kind === "serviceLinkedRole" || kind === "managementAccount") return value === "true" ? true : value === "false" ? false : value;
  return value;
}

/** The question where a condition key is told: no longer among what is not known, and in the place that feeds it. */
export function withTold(question: PageQuestion, key: string, value: string): PageQuestion {
  const rows = rowsOf(question).filter(({ kind, name }) => kind !== "unknown" || name.toLowerCase() !== key.toLowerCase());
  const pair = /^kms:EncryptionContext:(.+)$/i.exec(key)?.[1];
  if (pair !== undefined) return withRows(question, [...rows, { kind: "encryptionContext", name: pair, value }]);
  if (/^aws:(?:CurrentTime|EpochTime)$/i.test(key))
    return withRows(question, [...rows, { kind: "time", name: "", value: value || "2026-11-22T03:00:00Z" }]);
  if (/^kms:ViaService$/i.test(key)) return withRows(question, [...rows, { kind: "viaService", name: "", value }]);
  return withRows(question, [...rows, { kind: "context", name: key, value }]);
}
