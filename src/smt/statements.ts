import { isAccountId } from "../iam/arn.ts";
import type { Policy, PrincipalEntry, Statement } from "../iam/policy.ts";
import { type PrincipalPattern, parsePrincipalPattern } from "../iam/principal.ts";
import { foldCase } from "../iam/values.ts";
import type { TemplatePart } from "../iam/variables.ts";
import { type Caller, isCaller } from "./callers.ts";
import { conditionTerm, partsOf, product, substituted } from "./conditions.ts";
import type { Fact } from "./fact.ts";
import { matches, type Piece, plain, valued } from "./patterns.ts";
import type { Request } from "./request.ts";
import { and, equal, FALSE, not, or, type Term, TRUE, text, truth, written } from "./term.ts";

/** How an entry names who asks: by itself, by its role, by the user that issued it, by its account (IAM User Guide, Principal element). */
export type Ways = { readonly direct: Term; readonly role: Term; readonly user: Term; readonly account: Term };

const NOBODY: Ways = { direct: FALSE, role: FALSE, user: FALSE, account: FALSE };

export const named = ({ direct, role, user, account }: Ways): Term => or(direct, role, user, account);

export const waysOfAll = (request: Request, side: number, entries: readonly PrincipalEntry[]): Ways =>
  entries
    .map((entry) => waysOf(request, side, parsePrincipalPattern(entry)))
    .reduce(
      (a, b) => ({ direct: or(a.direct, b.direct), role: or(a.role, b.role), user: or(a.user, b.user), account: or(a.account, b.account) }),
      NOBODY,
    );

export function waysOf({ callers }: Request, side: number, pattern: PrincipalPattern | undefined): Ways {
  const kind = (wanted: Caller["kind"]) => callers.is((caller) => caller.kind === wanted);
  const byArn = (arn: string): Term => equal("|aws:PrincipalArn|", text(arn));
  const known = (holds: (caller: NonNullable<Caller["known"][number]>) => boolean): Term =>
    or(...callers.all.filter(({ known: of }) => of[side] !== undefined && holds(of[side])).map(isCaller));
  switch (pattern?.kind) {
    case undefined:
    case "nobody":
      return NOBODY;
    case "anyone":
      return { ...NOBODY, direct: TRUE };
    case "account":
      if (pattern.partition !== undefined && pattern.partition !== callers.partition) return NOBODY;
      return { ...NOBODY, account: equal("account", text(pattern.account)) };
    case "user":
      return {
        ...NOBODY,
        direct: and(kind("user"), byArn(pattern.arn)),
        user: known(({ caller }) => caller.kind === "federated-user" && caller.issuer === pattern.arn),
      };
    case "federated-user":
      return { ...NOBODY, direct: and(kind("federated"), byArn(pattern.arn)) };
    case "role": {
      // of a session whose role's path nobody tells, the name of the role decides
      const isOfRole = ({ caller }: NonNullable<Caller["known"][number]>) =>
        [caller.kind, caller.pathKnown, caller.name, caller.account, caller.partition].join() ===
        ["role-session", false, pattern.name, pattern.account, pattern.partition].join();
      const pathless = callers.among(({ known: of }) => of[side]?.caller.kind === "role-session" && of[side]?.caller.pathKnown === false);
      const isRole = callers.is(({ kind: of, index }) => of === "role" && !pathless.has(index));
      return { ...NOBODY, role: or(and(isRole, byArn(pattern.arn)), known(isOfRole)) };
    }
    case "session":
      if (pattern.partition !== callers.partition) return NOBODY;
      return {
        ...NOBODY,
        direct: and(
          kind("role"),
          equal("account", text(pattern.account)),
          equal("name", text(pattern.name)),
          equal("session", text(pattern.session)),
        ),
      };
    case "service":
      return { ...NOBODY, direct: and(kind("service"), equal("name", text(pattern.name))) };
    case "unique-id":
      return byId(callers.all, side, pattern.id);
  }
}

/** A unique id names those of whom the world tells theirs. */
function byId(callers: readonly Caller[], side: number, wanted: string): Ways {
  const [role, session] = wanted.split(/:(.*)/s);
  const direct: Term[] = [];
  const byRole: Term[] = [];
  for (const caller of callers) {
    const { facts, caller: own } = caller.known[side] ?? {};
    const id = facts?.userId;
    if (id === undefined || own === undefined) continue;
    if (own.kind === "user" && id === wanted) direct.push(isCaller(caller));
    if (own.kind !== "role-session" || id.split(":")[0] !== role) continue;
    if (session === undefined) byRole.push(isCaller(caller));
    else {
      const [, told = own.session] = id.split(/:(.*)/s);
      direct.push(and(isCaller(caller), told === undefined ? equal("session", text(session)) : truth(told === session)));
    }
  }
  return { ...NOBODY, direct: or(...direct), role: or(...byRole) };
}

/**
 * Whether NotPrincipal spares who asks: its account, its role and its own name must all be listed; of a service, its name
 * (IAM User Guide, NotPrincipal element).
 */
function isSpared(request: Request, side: number, entries: readonly PrincipalEntry[]): Term {
  const isAnyone = ({ kind, value }: PrincipalEntry) => kind === "AWS" && value === "*";
  if (entries.some(isAnyone)) return TRUE;
  const { direct, role, account } = waysOfAll(request, side, entries);
  const { callers } = request;
  const is = (...kinds: readonly Caller["kind"][]) => callers.is(({ kind }) => kinds.includes(kind));
  return or(
    and(is("service"), direct),
    and(is("root"), account),
    and(is("user", "federated"), account, direct),
    and(is("role"), account, direct, role),
  );
}

export type Applied = {
  readonly statement: Statement;
  readonly applies: Term; // whoever is named, in whichever way
  readonly rest: Term; // all but who is named
  readonly ways: Ways;
};

/** Where a statement of a policy applies. Undefined where it does nowhere. */
export function applied(request: Request, side: number, policy: Policy, statement: Statement): Applied | undefined {
  const { principal, action, resource, conditions, effect } = statement;
  if (action === undefined || (resource === undefined && policy.type === "key-policy")) return undefined; // without effect
  const fits = request.actions.filter((asked) => action.members.some((pattern) => fitsAction(pattern, asked)) === (action.mode === "only"));
  if (fits.length === 0) return undefined;
  const ways = principal?.mode === "only" ? waysOfAll(request, side, principal.members) : { ...NOBODY, direct: TRUE };
  const limited = request.callers.is(({ known }) => known[side]?.boundary !== undefined);
  const who =
    principal === undefined ? TRUE : principal.mode === "only" ? named(ways) : or(limited, not(isSpared(request, side, principal.members))); // a boundary voids every exemption
  const parts = [request.actionIn(fits), resource === undefined ? TRUE : resourceTerm(request, side, policy, resource)];
  for (const condition of conditions) {
    if (parts.includes(FALSE)) return undefined;
    parts.push(conditionTerm(request, { condition, effect, version: policy.version, side }));
  }
  const rest = and(...parts);
  const applies = and(who, rest);
  return applies === FALSE
    ? undefined
    : { statement, applies, rest, ways: principal?.mode === "except" ? { ...NOBODY, direct: who } : ways };
}

/** Names of actions ignore case. */
const fitsAction = (pattern: string, action: string): boolean =>
  matches(
    text(foldCase(action)),
    (foldCase(pattern).match(/[*?]|[^*?]+/g) ?? []).map(
      (part): Piece => (part === "*" ? { kind: "run" } : part === "?" ? { kind: "one" } : plain(part)),
    ),
  ) === TRUE;

function resourceTerm(request: Request, side: number, policy: Policy, { mode, members }: NonNullable<Statement["resource"]>): Term {
  const arn = request.sides[side]?.key?.arn;
  if (arn === undefined) return FALSE;
  const any = or(...members.map((member) => memberTerm(request, side, policy, member, arn)));
  return mode === "only" ? any : not(any);
}

/**
 * The key's ARN against a pattern: identity policies and boundaries are completed with `*`; in the first five parts a `*` that ends its part may pass colons,
 * no other wildcard does; variables stand behind the fifth colon (IAM User Guide, Resource element and policy variables).
 */
function memberTerm(request: Request, side: number, { type, version }: Policy, member: string, arn: string): Term {
  if (member === "*") return TRUE;
  const missing = type === "identity" || type === "boundary" ? Math.max(0, 6 - member.split(":").length) : 0;
  const fields = (member + ":*".repeat(missing)).split(":");
  const head = fields.slice(0, 5).join(":") + (fields.length > 5 ? ":" : "");
  const tail = fields.slice(5).join(":");
  const headPieces = (head.match(/[*?:]|[^*?:]+/g) ?? []).map((part, i, all): Piece => {
    if (part === "?") return { kind: "one", noColon: true };
    if (part !== "*") return plain(part);
    const next = all[i + 1];
    return { kind: "run", noColon: !(next === ":" || (next === undefined && fields.length < 6)) };
  });
  const parts = fields.length < 6 ? [] : partsOf(tail, version === "2012-10-17");
  const sources = [...new Set(parts.flatMap((part) => (part.kind === "variable" ? [part.key] : [])))];
  const found: Term[] = [];
  const [first, ...others] = sources.map((source) => request.state(side, source));
  if (first === undefined) return matches(text(arn), [...headPieces, ...tailPieces(parts, new Map()).pieces]);
  for (const { where, facts } of product(first, others)) {
    const { has, pieces } = tailPieces(parts, new Map(sources.map((source, i) => [source, facts[i] as Fact])));
    found.push(and(request.where(where), has, matches(text(arn), [...headPieces, ...pieces])));
  }
  return or(...found);
}

function tailPieces(
  parts: readonly TemplatePart[],
  given: ReadonlyMap<string, Fact>,
): { readonly has: Term; readonly pieces: readonly Piece[] } {
  const has: Term[] = [];
  const pieces = parts.flatMap((part): readonly Piece[] => {
    if (part.kind === "literal") return [plain(part.text)];
    if (part.kind === "raw")
      return (part.text.match(/[*?]|[^*?]+/g) ?? []).map(
        (one): Piece => (one === "*" ? { kind: "run" } : one === "?" ? { kind: "one" } : plain(one)),
      );
    const { has: isThere, value } = substituted(part, given.get(part.key) as Fact);
    has.push(isThere);
    return [written(value) === undefined ? valued(value) : plain(written(value) as string)];
  });
  return { has: and(...has), pieces };
}

export const accountOf = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : isAccountId(text) ? text : text.split(":")[4];
