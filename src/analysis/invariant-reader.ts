import { type CompiledPolicy, compile } from "../authz/compile.ts";
import { nameFault } from "../authz/key-names.ts";
import type { Code } from "../base/codes.ts";
import { nearest } from "../base/nearest.ts";
import { pointerStep, shown } from "../base/text.ts";
import type { ConditionKeyType } from "../catalog/condition-key.ts";
import { conditionKey } from "../catalog/condition-keys.ts";
import { policiesOf } from "../estate/estate.ts";
import { keysRead } from "../estate/keys-read.ts";
import type { World } from "../estate/world.ts";
import { isAccountId, parseArn } from "../iam/arn.ts";
import { operatorOf } from "../iam/operators.ts";
import type { Condition, Policy, PolicyType, PrincipalEntry, Statement } from "../iam/policy.ts";
import { isServicePrincipal, type Principal } from "../iam/principal.ts";
import type { ContextValue } from "../iam/request.ts";
import { raw } from "../iam/variables.ts";
import { held, matchesPattern, parsePattern } from "../iam/wildcard.ts";
import type { PrincipalClass } from "./principals.ts";
import type { InvariantKind, Requests } from "./requests.ts";

/** Who is meant by an invariant. */
export type Meant = {
  readonly kind: InvariantKind;
  readonly isMeant: ((who: PrincipalClass) => boolean) | undefined; // everybody
  readonly namers: readonly CompiledPolicy[]; // what tells the principals that are meant from all others
};

/**
 * The conditions of the region as two statements, so that the same code reads them that reads policies: of the requests that are meant, and of those among
 * them that are not, if there are such. In a session policy too, for where key policies have no say.
 */
export type RegionPolicies = { readonly key: Policy; readonly session: Policy; readonly hasUnless: boolean; readonly isBare: boolean };

export const MEANT = 0;
export const UNLESS = 1;

/** What of an invariant leads nowhere; `pointer` counts from the invariant. */
export type RegionFault = { readonly code: Code; readonly pointer: string; readonly message: string; readonly help?: string | undefined };

const AT = { file: "invariant", pointer: "" };

export type Names = string | readonly string[] | undefined;
type Met = { readonly meets: (who: PrincipalClass) => boolean; readonly entry?: PrincipalEntry; readonly pattern?: string };

/** What an invariant says of principals and condition keys, by the names of a world. What leads nowhere is kept as a fault. */
export class InvariantReader {
  readonly faults: RegionFault[] = [];
  readonly #world: World;
  readonly #kind: InvariantKind;
  readonly #read: ReadonlySet<string>;

  constructor(world: World, kind: InvariantKind) {
    this.#world = world;
    this.#kind = kind;
    this.#read = keysRead(policiesOf(world.estate).keys());
  }

  /** Who is meant, and what tells these from all others. */
  principals({ principal }: Pick<Requests, "principal">): Meant {
    const named = principal === undefined ? undefined : namesOf(principal).flatMap((name) => this.#principal(name) ?? []);
    if (this.#kind === "only" && named === undefined)
      this.fault("KW600", [], "`only` names no principal", "say which principals alone may: `principal: [app, exporter]`");
    const meets = named && ((who: PrincipalClass): boolean => named.some((one) => one.meets(who)));
    return {
      kind: this.#kind,
      isMeant: this.#kind === "only" && meets !== undefined ? (who) => !meets(who) : meets,
      namers: (named ?? []).flatMap(namerOf),
    };
  }

  /** The condition keys that a request is to have, and those by which it is let through. */
  conditions({ context = {}, unless }: Pick<Requests, "context" | "unless">): {
    readonly conditions: readonly Condition[];
    readonly exceptions: readonly Condition[] | undefined;
  } {
    const conditions = Object.entries(context).map(([name, value]) => this.#condition(name, value, "context"));
    const exceptions = unless && Object.entries(unless).map(([name, value]) => this.#condition(name, value, "unless"));
    if (exceptions?.length === 0 && this.faults.length === 0)
      this.fault("KW600", ["unless"], "`unless` names no condition key", "leave it out, or say which values are let through");
    return { conditions, exceptions };
  }

  fault(code: Code, path: readonly string[], message: string, help?: string): undefined {
    this.faults.push({ code, pointer: [this.#kind, ...path].reduce(pointerStep, ""), message, help });
    return undefined;
  }

  #principal(name: string): Met | undefined {
    const { lookup, estate } = this.#world;
    if (name === "*") return { meets: () => true };
    const account = estate.accounts.get(name) ?? (isAccountId(name) ? name : undefined);
    if (account !== undefined && lookup.principal(name) === undefined)
      return { meets: (who) => who.account === account, entry: { kind: "AWS", value: account } };
    if (/[*?]/.test(name)) {
      if (!/^arn:[^:]*:iam::/.test(name))
        return this.fault(
          "KW401",
          ["principal"],
          `${shown(name)} is no pattern of principals`,
          "patterns are of ARNs as aws:PrincipalArn has them, of users, roles and root users: `arn:aws:iam::*:role/admin-*`",
        );
      const pattern = parsePattern(name);
      const fits = (arn: string | undefined): boolean => arn !== undefined && matchesPattern(pattern, held(arn));
      return { meets: (who) => who.account !== "" && (fits(who.arn) || fits(this.#callerOf(who)?.principalArn)), pattern: name };
    }
    const asker = lookup.asker(name);
    if (!asker.ok) {
      const near = nearest(name, [...estate.accounts.keys()]);
      return this.fault(
        asker.error.code,
        ["principal"],
        asker.error.message,
        asker.error.help ?? (near && `did you mean the account \`${near}\`?`),
      );
    }
    const { caller } = asker.value;
    const { arn } = caller;
    if (caller.kind === "anonymous")
      return this.fault("KW401", ["principal"], "KMS refuses unsigned calls before policies", "name a principal, or leave it out");
    const isOne = caller.kind !== "role-session" || caller.session !== undefined;
    return {
      meets: (who) => who.principal.arn === arn || (!isOne && this.#isSessionOf(who, arn)),
      entry: isServicePrincipal(arn) ? { kind: "Service", value: arn } : { kind: "AWS", value: arn },
    };
  }

  /** Whether a class is of sessions of a role: also a session that the world lists by itself, whose role it may not list. */
  #isSessionOf(who: PrincipalClass, role: string): boolean {
    if (who.arn === role) return true;
    const caller = this.#callerOf(who);
    if (caller?.kind !== "role-session") return false;
    if (caller.pathKnown) return caller.principalArn === role;
    const { account, resource } = parseArn(role) ?? {};
    return caller.account === account && resource?.endsWith(`/${caller.name}`) === true;
  }

  #callerOf({ principal }: PrincipalClass): Principal | undefined {
    const asker = this.#world.lookup.asker(principal);
    return asker.ok ? asker.value.caller : undefined;
  }

  #condition(name: string, value: ContextValue, member: "context" | "unless"): Condition {
    const fault = nameFault(name, "value", { has: (key) => this.#read.has(key), keys: () => this.#read });
    if (fault !== undefined && fault.severity === "error") this.fault("KW408", [member, name], fault.message, fault.help);
    const values = [value].flat().map(String);
    const type = conditionKey(name)?.type ?? "String";
    const condition = conditionOn(name, values, type);
    if (values.length === 0) this.fault("KW605", [member, name], `${shown(name)} has no value`, "tell one, or leave the key out");
    for (const one of values) {
      if (!isValue(one, type))
        this.fault("KW605", [member, name], `${shown(one)} is no value of ${shown(name)}: it is ${operatorOf(BASES[type]).wanted}`);
    }
    return condition;
  }
}

export const namesOf = (names: Names): readonly string[] => (names === undefined ? [] : [names].flat());

/** What a policy would silently take for something else is a mistake here. */
function isValue(text: string, type: ConditionKeyType): boolean {
  if (type === "String" || type === "ARN") return true;
  if (type === "Bool") return /^(?:true|false)$/i.test(text);
  const prepared = operatorOf(BASES[type]).prepare([raw(text)]);
  return prepared !== undefined && prepared !== "nowhere";
}

const BASES = {
  String: "StringEquals",
  ARN: "StringEquals",
  Bool: "Bool",
  Numeric: "NumericEquals",
  Date: "DateEquals",
  IP: "IpAddress",
  Binary: "BinaryEquals",
} as const satisfies Readonly<Record<ConditionKeyType, string>>;

export function conditionOn(key: string, values: readonly string[], type: ConditionKeyType): Condition {
  const base = BASES[type];
  const isPattern = base === "StringEquals" && values.some((value) => /[*?]/.test(value));
  const quantifier = conditionKey(key)?.multiValued === true ? "ForAnyValue:" : "";
  return { operator: `${quantifier}${isPattern ? "StringLike" : base}`, key, values, at: AT };
}

function statementOf(index: number, conditions: readonly Condition[], principal: Statement["principal"]): Statement {
  const all = { mode: "only", members: ["*"], at: AT } as const;
  return { ref: { policy: "invariant", statement: index }, effect: "Allow", principal, action: all, resource: all, conditions, at: AT };
}

/** Without variables: values are what they are. */
const policyOf = (type: PolicyType, statements: readonly Statement[]): Policy => ({
  type,
  name: "invariant",
  version: "2008-10-17",
  statements,
});

const only = (entry: PrincipalEntry): Statement["principal"] => ({ mode: "only", members: [entry], at: AT });

/** `type`: of the policies that have a say on what is asked for. */
export function policiesFor(
  conditions: readonly Condition[],
  exceptions: readonly Condition[] | undefined,
  type: "key-policy" | "resource" = "key-policy",
): RegionPolicies {
  const lists = [conditions, ...(exceptions === undefined ? [] : [exceptions])];
  const named = (principal: Statement["principal"]) => lists.map((list, index) => statementOf(index, list, principal));
  return {
    key: policyOf(type, named(only({ kind: "AWS", value: "*" }))),
    session: policyOf("session", named(undefined)),
    hasUnless: exceptions !== undefined,
    isBare: lists.every((list) => list.length === 0),
  };
}

/** A policy that names whom the invariant names, for the classes of principals. */
function namerOf({ entry, pattern }: Met): readonly CompiledPolicy[] {
  if (entry !== undefined) return [compile(policyOf("key-policy", [statementOf(0, [], only(entry))]))];
  if (pattern === undefined) return [];
  const condition: Condition = { operator: "StringLike", key: "aws:PrincipalArn", values: [pattern], at: AT };
  return [compile(policyOf("key-policy", [statementOf(0, [condition], only({ kind: "AWS", value: "*" }))]))];
}
