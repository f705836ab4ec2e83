import { kmsAction } from "../catalog/actions.ts";
import { isKeptByAws } from "../catalog/aws-managed-keys.ts";
import type { Policy } from "../iam/policy.ts";
import { isServicePrincipal, parsePrincipalPattern } from "../iam/principal.ts";
import type { Grant } from "../iam/request.ts";
import { foldCase } from "../iam/values.ts";
import { isCaller, isOfRoot, type Known, type Unlisted } from "./callers.ts";
import { conditionTerm } from "./conditions.ts";
import type { Fact } from "./fact.ts";
import type { Request } from "./request.ts";
import { type Applied, accountOf, applied, named, type Ways, waysOf } from "./statements.ts";
import { and, equal, FALSE, implies, not, or, symbol, type Term, TRUE, text, truth } from "./term.ts";

const CONTEXT = "kms:encryptioncontext:";
const RETIRE_GRANT = "kms:RetireGrant";

/** Whether the identity policies that nobody told allow a request: the same on every side. */
export const OWN = "|policies that no world tells allow it|";

/**
 * Where a side allows a request, as AWS documents it (IAM User Guide, policy evaluation logic; KMS Developer Guide, key policies and grants): no Deny applies,
 * no limit stands in the way, and something allows it. `definitions` are the statements and parts, each under a name of its own.
 */
export class Decision {
  readonly definitions: string[] = [];
  readonly #request: Request;
  readonly #side: number;
  readonly #label: string;
  readonly #unlisted: Unlisted | undefined;
  readonly #names = new Set<string>();

  constructor(request: Request, side: number, unlisted: Unlisted | undefined) {
    this.#request = request;
    this.#side = side;
    this.#label = request.sides[side]?.label ?? "";
    this.#unlisted = unlisted;
  }

  /** The name of the function that says so. */
  allowed(): Term {
    const { key, world } = this.#at;
    if (key === undefined) return this.#define("allows", FALSE);
    const { callers } = this.#request;
    const partition = key.arn.split(":")[1];
    const sameAccount = equal("account", text(key.account));
    const isService = this.#request.isService;
    const isRetired = this.#request.actionIn([RETIRE_GRANT]);
    const linked = this.#isServiceLinked();

    // Whose own policies allow: identity policies, within the boundary and the session policies
    const limits = callers.all.map((caller) => this.#limit(caller.index));
    const unlimited = this.#define(
      "no boundary and no session policy stands in the way",
      and(...callers.all.map((caller, i) => implies(isCaller(caller), limits[i]?.open ?? TRUE))),
    );
    const identity = this.#define(
      "identity policies allow",
      or(
        ...callers.all.map((caller) =>
          and(isCaller(caller), this.#anyOf(caller.known[this.#side]?.identity ?? [], "Allow", `identity of ${caller.text}`)),
        ),
        and(callers.holdsOthers(this.#unlisted), OWN),
      ),
    );
    const actsAsRoot = callers.is(({ kind, known }) => kind === "root" || isKnownRoot(known[this.#side]));
    const sideAllows = this.#define("its own side allows", and(not(isService), or(actsAsRoot, identity), unlimited));

    // What denies
    const denies: Term[] = [];
    for (const caller of callers.all) {
      const { identity: held = [], boundary, session = [] } = caller.known[this.#side] ?? {};
      const own = [...held, ...(boundary === undefined ? [] : [boundary]), ...session];
      denies.push(and(isCaller(caller), this.#anyOf(own, "Deny", `deny of ${caller.text}`)));
    }
    denies.push(and(not(isRetired), this.#anyOf([key.policy], "Deny", "deny of the key policy")));
    const members = world.estate.organization?.members ?? new Map();
    const manager = world.estate.organization?.managementAccount;
    const ofManager = manager === undefined ? FALSE : equal("account", text(manager));
    const controls = members.get(key.account)?.resourceControl.flat() ?? [];
    const exempt = or(linked, isRetired, truth(key.managedBy === "aws"), manager === key.account ? ofManager : FALSE);
    denies.push(and(not(exempt), this.#anyOf(controls, "Deny", "deny of resource control policies")));
    const open: Term[] = [];
    for (const [account, { serviceControl }] of members) {
      const bound = and(equal("account", text(account)), not(linked), truth(account !== manager));
      denies.push(and(bound, this.#anyOf(serviceControl.flat(), "Deny", `deny of service control policies of ${account}`)));
      serviceControl.forEach((level: readonly Policy[], i: number) => {
        open.push(implies(bound, this.#anyOf(level, "Allow", `service control policies of ${account}, level ${i + 1}`)));
      });
    }
    for (const { id, policy } of world.estate.endpoints) {
      if (policy === undefined) continue;
      const through = this.#request.throughEndpoint(id);
      denies.push(and(through, this.#anyOf([policy], "Deny", `deny of the policy of ${id}`)));
      open.push(implies(through, this.#anyOf([policy], "Allow", `the policy of ${id}`)));
    }
    const denied = this.#define("is denied", or(...denies));
    const unblocked = this.#define("no service control policy and no endpoint stands in the way", and(...open));

    // What allows: of the account of the key alone, of others together with its own side
    const way = ({ direct, role, user, account }: Ways, isHome: Term): Term =>
      or(
        and(isHome, or(direct, and(or(role, user), unlimited), and(account, sideAllows))),
        and(not(isHome), or(direct, role, user, account), sideAllows),
      );
    const routes: Term[] = [];
    const home = or(sameAccount, isService);
    for (const one of this.#applied([key.policy], "Allow")) routes.push(and(one.rest, way(one.ways, home)));
    for (const grant of key.grants) {
      const ofIssuer = or(home, equal("account", text(accountOf(grant.IssuingAccount) ?? key.account)));
      routes.push(and(this.#grant(grant), way(this.#granted(grant.GranteeServicePrincipal ?? grant.GranteePrincipal), ofIssuer)));
    }
    const stayHome = this.#request.actions.filter((action) => kmsAction(action)?.crossAccount === false);
    const kept = key.managedBy === "aws" ? this.#request.actions.filter((action) => isKeptByAws(action as `kms:${never}`)) : [];
    const foreign = callers.is(({ known }) => {
      const own = known[this.#side]?.caller.partition ?? "";
      return own !== "" && own !== partition;
    });
    const refused = or(foreign, this.#request.actionIn(kept), and(this.#request.actionIn(stayHome), not(home), not(isRetired)));
    const usual = and(not(isRetired), or(...routes));
    const retires = this.#retires(sameAccount, isService, unlimited, sideAllows);
    return this.#define("allows", and(not(denied), not(refused), unblocked, or(usual, and(isRetired, retires))));
  }

  get #at() {
    return this.#request.sides[this.#side] as Request["sides"][number];
  }

  #define(what: string, term: Term): Term {
    let name = `${this.#label}: ${what}`;
    for (let i = 2; this.#names.has(name); i++) name = `${this.#label}: ${what} (${i})`;
    this.#names.add(name);
    this.definitions.push(`(define-fun ${symbol(name)} () Bool ${term})`);
    return symbol(name);
  }

  #isServiceLinked(): Term {
    const { callers } = this.#request;
    const told = callers.is(({ known }) => known[this.#side]?.caller.serviceLinked === true);
    const other = callers.is(({ kind, arn }) => kind === "role" && arn === undefined);
    return or(told, and(other, `(str.prefixof "aws-service-role/" path)`));
  }

  /** The statements of some policies that apply somewhere, each defined. */
  *#applied(policies: readonly Policy[], effect: "Allow" | "Deny"): Iterable<Applied> {
    for (const policy of policies) {
      for (const statement of policy.statements) {
        if (statement.effect !== effect) continue;
        const found = applied(this.#request, this.#side, policy, statement);
        if (found === undefined) continue;
        const { sid, statement: index } = statement.ref;
        const what = `${policy.name}, statement ${index}${sid === undefined ? "" : ` ${sid}`}`;
        yield { ...found, rest: found.rest === TRUE ? TRUE : this.#define(`${what} applies`, found.rest) };
      }
    }
  }

  #anyOf(policies: readonly Policy[], effect: "Allow" | "Deny", what: string): Term {
    const found = policies.flatMap((policy) =>
      policy.statements.flatMap((statement) => {
        const one = statement.effect === effect ? applied(this.#request, this.#side, policy, statement) : undefined;
        return one === undefined ? [] : [one.applies];
      }),
    );
    const any = or(...found);
    return any === TRUE || any === FALSE ? any : this.#define(what, any);
  }

  #limit(index: number): { readonly open: Term } {
    const caller = this.#request.callers.all[index];
    const known = caller?.known[this.#side];
    const isFederated = caller?.kind === "federated";
    const session = known?.session;
    const bySession = session === undefined ? truth(!isFederated) : this.#anyOf(session, "Allow", `session policies of ${caller?.text}`);
    const byBoundary = known?.boundary === undefined ? TRUE : this.#anyOf([known.boundary], "Allow", `boundary of ${caller?.text}`);
    return { open: and(bySession, byBoundary) };
  }

  /** A grant names one principal; `*` is nobody here. */
  #granted(name: string | undefined): Ways {
    const pattern =
      name === undefined ? undefined : parsePrincipalPattern({ kind: isServicePrincipal(name) ? "Service" : "AWS", value: name });
    return waysOf(this.#request, this.#side, pattern?.kind === "anyone" ? undefined : pattern);
  }

  /** Where a grant covers a request, whoever asks: its operations and constraints (KMS API Reference, GrantConstraints; KMS Developer Guide, grants). */
  #grant(grant: Grant): Term {
    const { GrantId, Operations, KeyId, Propagated, GrantToken, Constraints = {} } = grant;
    const arn = this.#at.key?.arn ?? "";
    if (KeyId !== undefined && KeyId !== arn && !arn.endsWith(`:key/${KeyId}`)) return FALSE;
    if (Propagated === false && GrantToken === undefined) return FALSE; // requests bring the tokens that there are
    const operations = this.#request.actions.flatMap((action) => {
      const operation = kmsAction(action)?.grantOperation;
      return operation !== undefined && Operations.includes(operation) && operation !== "RetireGrant" ? [[action, operation] as const] : [];
    });
    const of = (holds: (operation: string) => boolean) =>
      this.#request.actionIn(operations.filter(([, one]) => holds(one)).map(([action]) => action));
    const { EncryptionContextEquals: equals, EncryptionContextSubset: subset, SourceArn: source } = Constraints;
    const bySource = source === undefined ? TRUE : this.#source(source);
    const describes = bySource === TRUE ? TRUE : or(bySource, not(this.#sent("aws:sourcearn")));
    const context = equals === undefined && subset === undefined ? TRUE : this.#context(equals ?? subset ?? {}, equals !== undefined);
    const makes = and(bySource, this.#covers(grant, context));
    return this.#define(
      `grant ${GrantId} covers it`,
      or(
        and(
          of((one) => one === "DescribeKey"),
          describes,
        ),
        and(
          of((one) => one === "CreateGrant"),
          makes,
        ),
        and(
          of((one) => one !== "DescribeKey" && one !== "CreateGrant"),
          bySource,
          context,
        ),
      ),
    );
  }

  #sent(name: string): Term {
    return or(...this.#request.state(this.#side, name).map(({ where, fact }) => and(this.#request.where(where), fact.sent)));
  }

  /** `SourceArn` is compared as aws:SourceArn is by ArnLike, and must be there. */
  #source(wanted: string): Term {
    const condition = { operator: "ArnLike", key: "aws:SourceArn", values: [wanted], at: { file: "grant", pointer: "" } };
    return conditionTerm(this.#request, { condition, effect: "Allow", version: "2008-10-17", side: this.#side });
  }

  /** The encryption context has all of the pairs, and where they are exact no other. Names ignore case, values do not. */
  #context(pairs: Readonly<Record<string, string>>, isExact: boolean): Term {
    const names = new Map(Object.entries(pairs).map(([name, value]) => [CONTEXT + foldCase(name), value]));
    const parts = [...names].map(([name, value]) => {
      const fact = this.#single(name);
      return and(fact.sent, equal(fact.value, text(value)));
    });
    if (isExact) {
      for (const name of this.#request.namesOfContext()) if (!names.has(name)) parts.push(not(this.#single(name).sent));
      for (const { isIn } of this.#request.otherContextKeys()) parts.push(not(isIn));
    }
    return and(...parts);
  }

  #single(name: string): Fact & { kind: "text" } {
    const state = this.#request.state(this.#side, name);
    return (state.find(({ where }) => where.retired === undefined || where.retired < 0) ?? state[0])?.fact as Fact & { kind: "text" };
  }

  /** A grant made from a grant: no operation more, and constraints at least as strict. */
  #covers({ Operations, Constraints = {} }: Grant, context: Term): Term {
    const { EncryptionContextEquals: equals, EncryptionContextSubset: subset, SourceArn: source } = Constraints;
    const asked = this.#request.grantOperations();
    const wanted = asked.members.map(({ isIn, value }) => or(not(isIn), truth(Operations.some((one) => text(one) === value))));
    const parts = [asked.sent, ...wanted];
    if (equals !== undefined || subset !== undefined) {
      const type = this.#single("kms:grantconstrainttype");
      const strict = equals !== undefined ? ["EncryptionContextEquals"] : ["EncryptionContextEquals", "EncryptionContextSubset"];
      parts.push(type.sent, or(...strict.map((one) => equal(type.value, text(one)))), context);
    }
    if (source !== undefined) {
      const own = this.#single("kms:grantconstraintsourcearn");
      parts.push(own.sent, equal(own.value, text(source)));
    }
    return and(...parts);
  }

  /** Who may retire which grant: those that it names, and in the accounts of its issuer and of the key who may by its own policies (KMS Developer Guide, RetireGrant). */
  #retires(sameAccount: Term, isService: Term, unlimited: Term, sideAllows: Term): Term {
    const { key } = this.#at;
    return or(
      ...this.#request.retirable.map((id, i) => {
        const grant = key?.grants.find(({ GrantId }) => GrantId === id);
        if (grant === undefined || key === undefined) return FALSE;
        const isOwn = or(sameAccount, equal("account", text(accountOf(grant.IssuingAccount) ?? key.account)));
        const names = [this.#granted(grant.RetiringServicePrincipal ?? grant.RetiringPrincipal)];
        if (grant.Operations.includes("RetireGrant")) names.push(this.#granted(grant.GranteeServicePrincipal ?? grant.GranteePrincipal));
        const isDirect = or(...names.map(({ direct }) => direct));
        const isNamed = or(isDirect, and(or(...names.flatMap(({ role, user }) => [role, user])), unlimited));
        const may = or(
          and(isService, isDirect),
          and(not(isService), isOwn, or(isNamed, sideAllows)),
          and(not(isService), not(isOwn), or(...names.map(named)), sideAllows),
        );
        return and(`(= retired ${i})`, may);
      }),
    );
  }
}

const isKnownRoot = (known: Known | undefined): boolean => known !== undefined && isOfRoot(known.caller);
