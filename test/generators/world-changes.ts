import type { WorldDocument } from "../../src/world/document.ts";
import { GUEST, HOME } from "./vocabulary.ts";

/** Worlds that differ a little from each other. */

type Statement = Record<string, unknown>;
type Place = { readonly list: Statement[]; readonly at: number; readonly kind: "key" | "resourceControl" | "other" };
type Json = Record<string, unknown>;

/** Every statement of the documents that have a say in a question without an endpoint; a lone statement is put into a list first. */
export function statementsIn(document: Json): readonly Place[] {
  const found: Place[] = [];
  const walk = (value: unknown, kind: Place["kind"]): void => {
    if (typeof value !== "object" || value === null) return;
    const object = value as Json;
    if ("Statement" in object) {
      if (!Array.isArray(object.Statement)) object.Statement = [object.Statement];
      const list = object.Statement as Statement[];
      for (let at = 0; at < list.length; at++) found.push({ list, at, kind });
      return;
    }
    for (const [name, member] of Object.entries(object))
      if (name !== "endpoints") walk(member, name === "keys" ? "key" : name === "resourceControl" ? "resourceControl" : kind);
  };
  walk(document, "other");
  return found;
}

/** Numbers that choose, one after the other, for ever. */
export class Picks {
  readonly #numbers: readonly number[];
  #next = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  number(below: number): number {
    return (this.#numbers[this.#next++ % this.#numbers.length] as number) % below;
  }

  of<T>(list: readonly T[]): T {
    return list[this.number(list.length)] as T;
  }
}

const ACTIONS = ["kms:*", "kms:Decrypt", "kms:Encrypt", ["kms:Decrypt", "kms:GenerateDataKey*"], "kms:CreateGrant", "kms:D*", "kms:Sign"];
const NAMES = [
  "*",
  `arn:aws:iam::${HOME}:root`,
  `arn:aws:iam::${HOME}:role/team/app`,
  `arn:aws:iam::${GUEST}:root`,
  `arn:aws:iam::${GUEST}:role/app`,
];
const CONDITIONS = [
  { StringEquals: { "kms:EncryptionContext:tenant": "a" } },
  { StringNotEqualsIfExists: { "kms:EncryptionContext:tenant": ["a", "b"] } },
  { StringLike: { "kms:ViaService": "s3.*.amazonaws.com" } },
  { "ForAnyValue:StringEquals": { "kms:EncryptionContextKeys": ["tenant"] } },
  { "ForAllValues:StringEquals": { "kms:GrantOperations": ["Decrypt", "Encrypt"] } },
  { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } },
  { NotIpAddress: { "aws:SourceIp": "203.0.113.0/24" } },
  { StringNotEquals: { "aws:SourceVpce": "vpce-1" } },
  { Bool: { "aws:MultiFactorAuthPresent": "true" } },
  { NumericLessThan: { "aws:MultiFactorAuthAge": "3600" } },
  { DateLessThan: { "aws:CurrentTime": "2026-11-22T03:00:00Z" } },
  { ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${HOME}:role/*` } },
  { StringEquals: { "aws:PrincipalAccount": GUEST } },
  { Null: { "kms:EncryptionContext:tenant": "true" } },
];

/** An edit of one statement: drops or adds a condition, toggles IfExists, flips the effect, widens the action, changes the principal. */
function edit({ list, at, kind }: Place, picks: Picks): void {
  const statement = list[at] as Statement;
  const conditions = (statement.Condition ?? {}) as Record<string, unknown>;
  const operators = Object.keys(conditions);
  const rest = (dropped: string) => Object.fromEntries(Object.entries(conditions).filter(([name]) => name !== dropped));
  const put = (member: string, value: unknown) => () => {
    statement[member] = value;
  };
  const edits: (() => void)[] = [put("Condition", picks.of(CONDITIONS))];
  if (operators.length > 0) {
    const operator = picks.of(operators);
    edits.push(put("Condition", rest(operator)));
    const toggled = operator.endsWith("IfExists") ? operator.slice(0, -8) : `${operator}IfExists`;
    if (operator !== "Null" && !(toggled in conditions))
      edits.push(put("Condition", { ...rest(operator), [toggled]: conditions[operator] }));
  }
  if (kind !== "resourceControl") {
    if (!("NotPrincipal" in statement)) edits.push(put("Effect", statement.Effect === "Allow" ? "Deny" : "Allow"));
    if ("Action" in statement) edits.push(put("Action", picks.of(ACTIONS)));
    if ("Principal" in statement) edits.push(put("Principal", { AWS: picks.of(NAMES) }));
  }
  if (list.length > 1) edits.push(() => void list.splice(at, 1));
  picks.of(edits)();
}

const copyOf = (document: WorldDocument): Json => JSON.parse(JSON.stringify(document)) as Json;

/** One to three edits of statements or grants. */
export function mutated(document: WorldDocument, numbers: readonly number[]): WorldDocument {
  const copy = copyOf(document);
  const picks = new Picks(numbers);
  for (let times = 1 + picks.number(3); times > 0; times--) {
    const granted = Object.values((copy.keys ?? {}) as Record<string, Json>).filter(({ managedBy }) => managedBy === undefined);
    if (granted.length > 0 && picks.number(5) === 0) {
      const key = picks.of(granted);
      const grants = (key.grants ?? []) as Json[];
      const grantee = picks.of(NAMES.slice(2, 3).concat(NAMES.slice(4)));
      if (grants.length === 0 || picks.number(3) === 0)
        grants.push({ grantee, operations: ["Decrypt", "CreateGrant"], constraints: { EncryptionContextSubset: { tenant: "a" } } });
      else if (picks.number(2) === 0) picks.of(grants).operations = ["Decrypt", "DescribeKey", "CreateGrant"];
      else delete picks.of(grants).constraints;
      key.grants = grants;
      continue;
    }
    const places = statementsIn(copy);
    if (places.length > 0) edit(picks.of(places), picks);
  }
  return copy as WorldDocument;
}

/** A statement more somewhere, of one effect. */
export function withMore(document: WorldDocument, effect: "Allow" | "Deny", numbers: readonly number[]): WorldDocument {
  const copy = copyOf(document);
  const picks = new Picks(numbers);
  const places = statementsIn(copy).filter(({ kind }) => effect === "Deny" || kind !== "resourceControl");
  if (places.length === 0) return document;
  const { list, kind } = picks.of(places);
  list.push({
    Effect: effect,
    ...(kind === "other" ? {} : { Principal: kind === "resourceControl" ? "*" : { AWS: picks.of(NAMES) } }),
    Action: picks.of(ACTIONS),
    Resource: "*",
    ...(picks.number(3) > 0 && { Condition: picks.of(CONDITIONS) }),
  });
  return copy as WorldDocument;
}

/** The same in other words: lists of actions split into statements, statements in another order, other Sids. */
export function reworded(document: WorldDocument): WorldDocument {
  const copy = copyOf(document);
  for (const list of new Set(statementsIn(copy).map((place) => place.list))) {
    const split = list.flatMap((statement) =>
      Array.isArray(statement.Action) && statement.Action.length > 1
        ? statement.Action.map((Action: string) => ({ ...statement, Action }))
        : [statement],
    );
    list.splice(0, list.length, ...split.reverse().map((statement, i) => ({ ...statement, Sid: `Other${i}` })));
  }
  return copy as WorldDocument;
}
