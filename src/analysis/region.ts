import { type CompiledPolicy, compile } from "../authz/compile.ts";
import { nameFault } from "../authz/key-names.ts";
import type { Code } from "../base/codes.ts";
import { nearest } from "../base/nearest.ts";
import { fail, ok, type Result } from "../base/result.ts";
import { listed, pointerStep, shown } from "../base/text.ts";
import { KMS_ACTIONS, type KmsAction } from "../catalog/actions.ts";
import type { ConditionKeyType } from "../catalog/condition-key.ts";
import { conditionKey } from "../catalog/condition-keys.ts";
import { similarActions } from "../catalog/similar-actions.ts";
import { policiesOf, type WorldKey } from "../estate/estate.ts";
import { keysRead } from "../estate/keys-read.ts";
import type { World } from "../estate/world.ts";
import { isAccountId, parseArn } from "../iam/arn.ts";
import { operatorOf } from "../iam/operators.ts";
import type { Condition, Policy, PolicyType, PrincipalEntry, Statement } from "../iam/policy.ts";
import { isServicePrincipal, type Principal } from "../iam/principal.ts";
import type { ContextValue } from "../iam/request.ts";
import { foldCase } from "../iam/values.ts";
import { raw } from "../iam/variables.ts";
import { held, matchesPattern, parsePattern } from "../iam/wildcard.ts";
import { KEY_ACTIONS } from "./actions.ts";
import type { PrincipalClass } from "./principals.ts";
import { INVARIANT_KINDS, type Invariant, type InvariantKind, type Requests } from "./requests.ts";

/** Requests that an invariant speaks of, in the terms of the analysis. */
export type Region = {
  readonly kind: InvariantKind;
  readonly keys: readonly WorldKey[];
  readonly actions: readonly string[];
  readonly isMeant: ((who: PrincipalClass) => boolean) | undefined; // everybody
  readonly namers: readonly CompiledPolicy[]; // what tells the principals that are meant from all others
  readonly conditions: RegionPolicies;
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

/** Reads an invariant by the names of a world. A name that nothing goes by is a fault: of nobody everything holds. */
export function readRegion(world: World, invariant: Invariant): Result<Region, readonly RegionFault[]> {
  const said = INVARIANT_KINDS.filter((kind) => invariant[kind] !== undefined);
  const [kind, ...more] = said;
  if (kind === undefined || more.length > 0)
    return fail([
      {
        code: "KW600",
        pointer: "",
        message: kind === undefined ? "the invariant says nothing" : `the invariant says ${listed(said.map((one) => `\`${one}\``))}`,
        help: "it says one of `never`, `always` and `only`",
      },
    ]);
  return new RegionReader(world, kind, invariant[kind] as Requests).read();
}

type Names = string | readonly string[] | undefined;
type Met = { readonly meets: (who: PrincipalClass) => boolean; readonly entry?: PrincipalEntry; readonly pattern?: string };

class RegionReader {
  readonly #world: World;
  readonly #kind: InvariantKind;
  readonly #requests: Requests;
  readonly #faults: RegionFault[] = [];
  readonly #read: ReadonlySet<string>;

  constructor(world: World, kind: InvariantKind, requests: Requests) {
    this.#world = world;
    this.#kind = kind;
    this.#requests = requests;
    this.#read = keysRead(policiesOf(world.estate).keys());
  }

  read(): Result<Region, readonly RegionFault[]> {
    const { principal, action, key, resource, encryptionContext = {}, viaService, context = {}, unless } = this.#requests;
    if (key !== undefined && resource !== undefined)
      this.#fault("KW605", ["resource"], "`key` and `resource` are both told", "name the keys by one of the two");
    const named = principal === undefined ? undefined : namesOf(principal).flatMap((name) => this.#principal(name) ?? []);
    if (this.#kind === "only" && named === undefined)
      this.#fault("KW600", [], "`only` names no principal", "say which principals alone may: `principal: [app, exporter]`");
    const actions =
      action === undefined ? KEY_ACTIONS.map((one) => one.action) : [...new Set(namesOf(action).flatMap((name) => this.#actions(name)))];
    const keys =
      key === undefined && resource === undefined
        ? this.#world.estate.keys
        : [
            ...new Set([
              ...namesOf(key).flatMap((name) => this.#keys(name, "key")),
              ...namesOf(resource).flatMap((name) => this.#keys(name, "resource")),
            ]),
          ];
    if (this.#world.estate.keys.length === 0) this.#fault("KW501", [], "the world has no keys, so that nothing is said");
    const conditions = [
      ...Object.entries(encryptionContext).map(([name, value]) => this.#pair(name, value)),
      ...this.#forwarded(viaService),
      ...Object.entries(context).flatMap(([name, value]) => this.#condition(name, value, "context")),
    ];
    const exceptions = unless && Object.entries(unless).flatMap(([name, value]) => this.#condition(name, value, "unless"));
    if (exceptions?.length === 0 && this.#faults.length === 0)
      this.#fault("KW600", ["unless"], "`unless` names no condition key", "leave it out, or say which values are let through");
    if (this.#faults.length > 0) return fail(this.#faults);
    const meets = named && ((who: PrincipalClass): boolean => named.some((one) => one.meets(who)));
    return ok({
      kind: this.#kind,
      keys,
      actions,
      isMeant: this.#kind === "only" && meets !== undefined ? (who) => !meets(who) : meets,
      namers: (named ?? []).flatMap(namerOf),
      conditions: policiesFor(conditions, exceptions),
    });
  }

  #fault(code: Code, path: readonly string[], message: string, help?: string): undefined {
    this.#faults.push({ code, pointer: [this.#kind, ...path].reduce(pointerStep, ""), message, help });
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
        return this.#fault(
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
      return this.#fault(
        asker.error.code,
        ["principal"],
        asker.error.message,
        asker.error.help ?? (near && `did you mean the account \`${near}\`?`),
      );
    }
    const { caller } = asker.value;
    const { arn } = caller;
    if (caller.kind === "anonymous")
      return this.#fault("KW401", ["principal"], "KMS refuses unsigned calls before policies", "name a principal, or leave it out");
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

  #actions(name: string): readonly string[] {
    const full = name.includes(":") ? name : `kms:${name}`;
    const pattern = parsePattern(foldCase(full));
    const fits = ({ action }: KmsAction): boolean => matchesPattern(pattern, held(foldCase(action)));
    const found = KEY_ACTIONS.filter(fits);
    if (found.length > 0) return found.map(({ action }) => action);
    if (KMS_ACTIONS.some(fits))
      this.#fault("KW402", ["action"], `${shown(name)} is not checked on a key`, "invariants speak of what is done with keys");
    else {
      const near = similarActions(full).map((one) => `\`${one}\``);
      this.#fault(
        "KW402",
        ["action"],
        `AWS KMS has no action ${shown(name)}`,
        near.length > 0 ? `did you mean ${listed(near, "or")}?` : undefined,
      );
    }
    return [];
  }

  #keys(name: string, member: "key" | "resource"): readonly WorldKey[] {
    const { keys } = this.#world.estate;
    const pattern = parsePattern(name);
    const fits = (text: string): boolean => matchesPattern(pattern, held(text));
    const found = keys.filter((key) => (member === "resource" ? [key.arn] : [key.name, key.arn, key.id, ...key.aliases]).some(fits));
    if (found.length > 0) return found;
    const near = nearest(
      name,
      keys.flatMap((key) => (member === "resource" ? [key.arn] : [key.name, ...key.aliases])),
    );
    this.#fault("KW501", [member], `no key ${shown(name)} in this world`, near && `did you mean \`${near}\`?`);
    return [];
  }

  #pair(name: string, value: string | readonly string[]): Condition {
    return conditionOn(`kms:EncryptionContext:${name}`, namesOf(value), "String");
  }

  /** `s3` stands for the service in whatever Region. */
  #forwarded(given: Names): readonly Condition[] {
    if (given === undefined) return [];
    const hosts = namesOf(given).flatMap((name) =>
      name.includes(".") || name === "*" ? [name] : [`${name}.*.amazonaws.com`, `${name}.*.amazonaws.com.cn`],
    );
    return [conditionOn("kms:ViaService", hosts, "String")];
  }

  #condition(name: string, value: ContextValue, member: "context" | "unless"): readonly Condition[] {
    const fault = nameFault(name, "value", { has: (key) => this.#read.has(key), keys: () => this.#read });
    if (fault !== undefined && fault.severity === "error") this.#fault("KW408", [member, name], fault.message, fault.help);
    const values = [value].flat().map(String);
    const type = conditionKey(name)?.type ?? "String";
    const condition = conditionOn(name, values, type);
    if (values.length === 0) this.#fault("KW605", [member, name], `${shown(name)} has no value`, "tell one, or leave the key out");
    for (const one of values) {
      if (!isValue(one, type))
        this.#fault("KW605", [member, name], `${shown(one)} is no value of ${shown(name)}: it is ${operatorOf(BASES[type]).wanted}`);
    }
    return [condition];
  }
}

const namesOf = (names: Names): readonly string[] => (names === undefined ? [] : [names].flat());

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

function conditionOn(key: string, values: readonly string[], type: ConditionKeyType): Condition {
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

function policiesFor(conditions: readonly Condition[], exceptions: readonly Condition[] | undefined): RegionPolicies {
  const lists = [conditions, ...(exceptions === undefined ? [] : [exceptions])];
  const named = (principal: Statement["principal"]) => lists.map((list, index) => statementOf(index, list, principal));
  return {
    key: policyOf("key-policy", named(only({ kind: "AWS", value: "*" }))),
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
