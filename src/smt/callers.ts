import type { WorldPrincipal } from "../estate/estate.ts";
import type { World } from "../estate/world.ts";
import { isAccountId, parseArn } from "../iam/arn.ts";
import type { Policy } from "../iam/policy.ts";
import type { Principal } from "../iam/principal.ts";
import type { PrincipalFacts } from "../iam/request.ts";
import { reservedPaths } from "../iam/reserved-roles.ts";
import { NotEncodable } from "./not-encodable.ts";
import { globPieces, matches } from "./patterns.ts";
import { and, equal, FALSE, implies, joined, not, or, type Term, TRUE, text } from "./term.ts";
import { isAccount, isName, isPath, isServicePrincipal, isSessionName } from "./values.ts";

export type CallerKind = "user" | "role" | "root" | "federated" | "service";

/** Whoever may ask: one that a world lists, or all others of a kind. `caller` of a file is its index. */
export type Caller = {
  readonly index: number;
  readonly text: string; // for people
  readonly kind: CallerKind;
  readonly arn: string | undefined; // as worlds list it
  readonly account: string | undefined; // undefined: any; "" of services
  readonly known: readonly Known[]; // of each side; of others nothing
};

/** What a world says of one that it lists, or that another world lists. */
export type Known = {
  readonly caller: Principal;
  readonly facts: PrincipalFacts;
  readonly entries: readonly WorldPrincipal[];
  readonly identity: readonly Policy[];
  readonly boundary: Policy | undefined;
  readonly session: readonly Policy[] | undefined;
};

export type Unlisted = "nothing" | "anything";

/** All principals there can be. */
export class Callers {
  readonly all: readonly Caller[];
  readonly declarations: readonly string[];
  readonly facts: readonly Term[]; // what holds of every request

  readonly partition: string; // of the key: principals of another one have no access to it

  readonly #knownInFull: readonly string[]; // accounts of which every world lists all principals

  constructor(worlds: readonly World[], partition: string) {
    const all = ({ estate: { knowledge } }: World, account: string) => knowledge?.accounts.get(account)?.principals === "all";
    const accounts = worlds.flatMap(({ estate }) => [...(estate.knowledge?.accounts.keys() ?? [])]);
    this.#knownInFull = accounts.filter((account) => worlds.every((world) => all(world, account)));
    this.partition = partition;
    this.all = callersOf(worlds);
    this.declarations = [
      "; Who asks: one of these.",
      ...this.all.map(({ index, text: words }) => `;   ${index}: ${words}`),
      "(declare-const caller Int)",
      "; Its account (of services none), its name (of a session that of its role), the path before it, and the name of the session.",
      "(declare-const account String)",
      "(declare-const name String)",
      "(declare-const path String)",
      "(declare-const session String)",
      "(declare-const |aws:PrincipalArn| String)",
    ];
    this.facts = [
      and("(<= 0 caller)", `(< caller ${this.all.length})`),
      ...this.all.flatMap((caller) => this.#factsOf(caller).map((fact) => implies(isCaller(caller), fact))),
    ];
  }

  /** The callers of some kinds, or of which something holds. */
  among(holds: (caller: Caller) => boolean): ReadonlySet<number> {
    return new Set(this.all.filter(holds).map(({ index }) => index));
  }

  is(holds: (caller: Caller) => boolean): Term {
    const found = this.all.filter(holds);
    if (found.length === this.all.length) return TRUE;
    return found.length * 2 > this.all.length
      ? not(or(...this.all.filter((caller) => !holds(caller)).map(isCaller)))
      : or(...found.map(isCaller));
  }

  /** The identity policies of a class may be others than a world tells. */
  holdsOthers(unlisted: Unlisted | undefined): Term {
    if (unlisted === "nothing") return FALSE;
    const isOther = this.is(({ arn, kind }) => arn === undefined && kind !== "root" && kind !== "service");
    const told = new Set([
      ...this.#knownInFull,
      ...this.all.flatMap(({ arn, account }) => (arn !== undefined && account ? [account] : [])),
    ]);
    return unlisted === "anything" ? isOther : and(isOther, ...[...told].map((account) => not(equal("account", text(account)))));
  }

  #factsOf({ kind, arn, account, known }: Caller): readonly Term[] {
    const own = arn === undefined ? undefined : known[0]?.caller;
    if (own !== undefined) {
      const resource = parseArn(own.principalArn ?? "")?.resource ?? "";
      const path =
        own.kind === "user" || own.kind === "role-session" ? resource.slice(resource.indexOf("/") + 1, resource.lastIndexOf("/") + 1) : "";
      return [
        equal("account", text(account ?? "")),
        equal("name", text(own.name)),
        equal("path", text(path)),
        ...(own.principalArn === undefined ? [] : [principalArnOf(own)]),
        ...(kind !== "role"
          ? []
          : own.session !== undefined
            ? [equal("session", text(own.session))]
            : [isSessionName("session"), ...this.#otherSessions(own.name, own.account)]),
      ];
    }
    const arnOf = (service: string, type: string, ...rest: readonly Term[]) =>
      equal("|aws:PrincipalArn|", joined(text(`arn:${this.partition}:${service}::`), "account", text(`:${type}`), ...rest));
    const listed = this.all.filter((other) => other.arn !== undefined && other.kind === kind);
    const notListed = listed.map(({ known: of }) => not(equal("|aws:PrincipalArn|", text(of[0]?.caller.principalArn ?? ""))));
    switch (kind) {
      case "service":
        return [
          equal("account", text("")),
          isServicePrincipal("name"),
          ...listed.map((other) => not(equal("name", text(other.arn ?? "")))),
        ];
      case "root":
        return [isAccount("account"), arnOf("iam", "root"), ...notListed];
      case "federated":
        return [isAccount("account"), isSessionName("name"), arnOf("sts", "federated-user/", "name"), ...notListed];
      case "user":
        return [isAccount("account"), isName("name"), isPath("path"), arnOf("iam", "user/", "path", "name"), ...notListed];
      case "role":
        return [
          isAccount("account"),
          isName("name"),
          isPath("path"),
          arnOf("iam", "role/", "path", "name"),
          isSessionName("session"),
          // IAM has one role of a name in an account, whatever its path (IAM API Reference, CreateRole)
          ...listed.flatMap(({ known: of }) => {
            const role = of[0]?.caller;
            if (role === undefined) return [];
            const isIts = and(equal("account", text(role.account)), equal("name", text(role.name)));
            return [not(role.session === undefined ? isIts : and(isIts, equal("session", text(role.session))))];
          }),
        ];
    }
  }

  /** The sessions that are listed by themselves are callers of their own. */
  #otherSessions(role: string, account: string): readonly Term[] {
    return this.all.flatMap(({ known }) => {
      const other = known[0]?.caller;
      return other?.kind === "role-session" && other.session !== undefined && other.name === role && other.account === account
        ? [not(equal("session", text(other.session)))]
        : [];
    });
  }
}

/** The ARN in aws:PrincipalArn, where a world tells it: of AWS's own roles a session does not tell the whole path. */
export const principalArn = (own: Principal): string | undefined =>
  own.kind === "role-session" && !own.pathKnown && reservedPaths(own.name) !== undefined ? undefined : own.principalArn;

function principalArnOf(own: Principal): Term {
  const arn = principalArn(own);
  if (arn !== undefined) return equal("|aws:PrincipalArn|", text(arn));
  const { partition, account, name } = own;
  const forms = (reservedPaths(name) ?? []).map((path) => globPieces(`arn:${partition}:iam::${account}:role/${path}${name}`));
  return or(...forms.map((form) => matches("|aws:PrincipalArn|", form)));
}

export const isCaller = ({ index }: Pick<Caller, "index">): Term => `(= caller ${index})`;

const KINDS = { user: "user", "role-session": "role", root: "root", "federated-user": "federated", service: "service" } as const;

function callersOf(worlds: readonly World[]): readonly Caller[] {
  const arns = [...new Set(worlds.flatMap(({ estate }) => estate.principals.map(({ facts }) => facts.arn)))];
  const listed = arns.map((arn, index): Caller => {
    const known = worlds.map((world) => knownIn(world, arn));
    const { kind, account, session } = (known[0] as Known).caller;
    if (kind === "anonymous") throw new NotEncodable("a caller without a signature");
    const names = worlds.flatMap(({ estate }) => estate.principals.find(({ facts }) => facts.arn === arn)?.name ?? []);
    const what = kind === "role-session" && session === undefined ? "the other sessions of " : "";
    return { index, text: `${names[0]}, ${what}${arn}`, kind: KINDS[kind], arn, account: isAccountId(account) ? account : "", known };
  });
  const others = [
    ["role", "a session of any other role, of any account"],
    ["user", "any other user"],
    ["root", "any other root user"],
    ["federated", "any other federated user, a session without session policies"],
    ["service", "any other service"],
  ] as const;
  return [
    ...listed,
    ...others.map(
      ([kind, words], i): Caller => ({
        index: listed.length + i,
        text: words,
        kind,
        arn: undefined,
        account: kind === "service" ? "" : undefined,
        known: [],
      }),
    ),
  ];
}

function knownIn(world: World, arn: string): Known {
  const asker = world.lookup.asker(arn);
  if (!asker.ok) throw new NotEncodable(`${arn}: ${asker.error.message}`);
  const { caller, facts, entries } = asker.value;
  const isPerson = caller.kind === "user" || caller.kind === "role-session" || (caller.kind === "federated-user" && !isOfRoot(caller));
  for (const { openName, untold, unknown } of entries)
    if (openName !== undefined || (untold ?? unknown ?? []).length > 0) throw new NotEncodable(`${arn}, of which not all is known`);
  const session = entries.find((entry) => entry.session !== undefined)?.session;
  return {
    caller,
    facts,
    entries,
    identity: isPerson ? entries.flatMap(({ policies }) => policies) : [],
    boundary: isPerson ? entries.find(({ boundary }) => boundary !== undefined)?.boundary : undefined,
    session: caller.kind === "service" || session?.length === 0 ? undefined : session,
  };
}

/** Root users, and federated users that a root user made, have neither identity policies nor a boundary. */
export const isOfRoot = ({ kind, issuer }: Principal): boolean =>
  kind === "root" || (kind === "federated-user" && issuer?.endsWith(":root") === true);
