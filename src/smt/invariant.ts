import { KMS_ACTIONS } from "../catalog/actions.ts";
import type { ConditionKeyType } from "../catalog/condition-key.ts";
import { conditionKey } from "../catalog/condition-keys.ts";
import type { WorldKey } from "../estate/estate.ts";
import type { World } from "../estate/world.ts";
import { isAccountId } from "../iam/arn.ts";
import type { Condition } from "../iam/policy.ts";
import type { ContextValue } from "../iam/request.ts";
import { foldCase } from "../iam/values.ts";
import { NotEncodable } from "./not-encodable.ts";
import { globPieces, matches } from "./patterns.ts";
import type { Request } from "./request.ts";
import { and, equal, FALSE, not, or, type Term, TRUE, text } from "./term.ts";

/** An invariant of a test file, as it is written. */
export type Invariant = { readonly never?: Asked | undefined; readonly always?: Asked | undefined; readonly only?: Asked | undefined };

type Names = string | readonly string[] | undefined;
type Asked = {
  readonly principal?: Names;
  readonly action?: Names;
  readonly key?: Names;
  readonly resource?: Names;
  readonly flow?: unknown;
  readonly on?: unknown;
  readonly encryptionContext?: Readonly<Record<string, string | readonly string[]>> | undefined;
  readonly viaService?: Names;
  readonly context?: Readonly<Record<string, ContextValue>> | undefined;
  readonly unless?: Readonly<Record<string, ContextValue>> | undefined;
};

/** The requests that an invariant speaks of. */
export type Meant = {
  readonly kind: keyof Invariant;
  readonly keys: readonly WorldKey[];
  readonly actions: readonly string[];
  readonly who: (request: Request) => Term;
  readonly conditions: readonly Condition[];
  readonly unless: readonly Condition[] | undefined;
};

const listed = (names: Names): readonly string[] => (names === undefined ? [] : [names].flat());

/** @throws {NotEncodable} for what leads nowhere in the world: of nobody everything would hold. */
export function meantBy(world: World, invariant: Invariant): Meant {
  const [kind] = (["never", "always", "only"] as const).filter((one) => invariant[one] !== undefined);
  const asked = kind && invariant[kind];
  if (kind === undefined || asked === undefined) throw new NotEncodable("an invariant that says nothing");
  if (asked.flow !== undefined || asked.on !== undefined) throw new NotEncodable("an invariant about data");
  const { principal, action, key, resource, encryptionContext = {}, viaService, context = {}, unless } = asked;
  const fits = (pattern: string, name: string): boolean => matches(text(name), globPieces(pattern)) === TRUE;
  const keys = world.estate.keys.filter(({ name, arn, id, aliases }) => {
    if (key === undefined && resource === undefined) return true;
    return (
      listed(key).some((pattern) => [name, arn, id, ...aliases].some((one) => fits(pattern, one))) ||
      listed(resource).some((pattern) => fits(pattern, arn))
    );
  });
  const actions = KMS_ACTIONS.filter(({ resources }) => resources.includes("key"))
    .map((one) => one.action)
    .filter(
      (name) =>
        action === undefined || listed(action).some((one) => fits(foldCase(one.includes(":") ? one : `kms:${one}`), foldCase(name))),
    );
  if (keys.length === 0 || actions.length === 0) throw new NotEncodable("an invariant about no key or no action of the world");
  const hosts = listed(viaService).flatMap((name) =>
    name.includes(".") || name === "*" ? [name] : [`${name}.*.amazonaws.com`, `${name}.*.amazonaws.com.cn`],
  );
  return {
    kind,
    keys,
    actions,
    who: (request) => (principal === undefined ? TRUE : or(...listed(principal).map((name) => whoIs(request, world, name)))),
    conditions: [
      ...Object.entries(encryptionContext).map(([name, values]) => conditionOn(`kms:EncryptionContext:${name}`, values)),
      ...(hosts.length > 0 ? [conditionOn("kms:ViaService", hosts)] : []),
      ...Object.entries(context).map(([name, values]) => conditionOn(name, values)),
    ],
    unless: unless && Object.entries(unless).map(([name, values]) => conditionOn(name, values)),
  };
}

const OPERATORS = {
  String: "StringEquals",
  ARN: "StringEquals",
  Bool: "Bool",
  Numeric: "NumericEquals",
  Date: "DateEquals",
  IP: "IpAddress",
  Binary: "BinaryEquals",
} as const satisfies Readonly<Record<ConditionKeyType, string>>;

/** A key has one of some values; of a list, some element is one of them. */
function conditionOn(key: string, given: ContextValue): Condition {
  const values = [given].flat().map(String);
  const row = conditionKey(key);
  const base = OPERATORS[row?.type ?? "String"];
  const operator = base === "StringEquals" && values.some((value) => /[*?]/.test(value)) ? "StringLike" : base;
  return { operator: `${row?.multiValued === true ? "ForAnyValue:" : ""}${operator}`, key, values, at: { file: "invariant", pointer: "" } };
}

function whoIs({ callers }: Request, world: World, name: string): Term {
  const isPerson = callers.is(({ kind }) => kind !== "service");
  if (name === "*") return TRUE;
  const account = world.estate.accounts.get(name) ?? (isAccountId(name) ? name : undefined);
  if (account !== undefined && world.lookup.principal(name) === undefined) return equal("account", text(account));
  if (/[*?]/.test(name)) {
    const listedSessions = callers.all.filter(
      ({ arn }) => arn?.includes(":assumed-role/") && matches(text(arn), globPieces(name)) === TRUE,
    );
    return and(isPerson, or(matches("|aws:PrincipalArn|", globPieces(name)), ...listedSessions.map(({ index }) => `(= caller ${index})`)));
  }
  const asker = world.lookup.asker(name);
  if (!asker.ok) throw new NotEncodable(asker.error.message);
  const { caller } = asker.value;
  if (caller.partition !== "" && caller.partition !== callers.partition) return callers.is(({ arn }) => arn === caller.arn); // one whom nothing lets in
  const kind = (wanted: string) => callers.is((one) => one.kind === wanted);
  switch (caller.kind) {
    case "anonymous":
      throw new NotEncodable("a caller without a signature");
    case "service":
      return and(kind("service"), equal("name", text(caller.name)));
    case "role-session": {
      const isRole = and(kind("role"), equal("account", text(caller.account)), equal("name", text(caller.name)));
      if (caller.session !== undefined) return and(isRole, equal("session", text(caller.session)));
      const sessions = callers.is(({ kind: of, known }) => of === "role" && known[0]?.caller.pathKnown === false);
      return or(and(isRole, sessions), and(kind("role"), not(sessions), equal("|aws:PrincipalArn|", text(caller.principalArn ?? ""))));
    }
    case "user":
    case "federated-user":
    case "root":
      return and(
        kind({ user: "user", "federated-user": "federated", root: "root" }[caller.kind]),
        equal("|aws:PrincipalArn|", text(caller.principalArn ?? "")),
      );
    default:
      return FALSE;
  }
}
