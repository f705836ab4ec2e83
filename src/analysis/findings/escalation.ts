import { engine } from "../../authz/authorizer.ts";
import { compile } from "../../authz/compile.ts";
import type { PolicySet } from "../../authz/link.ts";
import { kmsAction } from "../../catalog/actions.ts";
import type { Policy } from "../../iam/policy.ts";
import type { Grant, Request } from "../../iam/request.ts";
import { NEVER, type Node } from "../diagram.ts";
import { allowAll } from "../own-policies.ts";
import type { Scene } from "../scene.ts";
import { isAccountAdministrator, named } from "./administration.ts";
import { type Asked, allowedIn, type Evidence, requestBy } from "./evidence.ts";
import type { Draft, Level, Step } from "./finding.ts";
import { revealingOn } from "./groups.ts";
import { absent, narrowed } from "./narrowing.ts";
import type { Zone } from "./zone.ts";

const PUT = "kms:PutKeyPolicy";
const GRANT = "kms:CreateGrant";

/** Who can come to use the key by steps that policies allow: each step is a request, allowed after those before it. */
export function escalation(evidence: Evidence, zone: Zone, isAdministrator: ((arn: string) => boolean) | undefined): readonly Draft[] {
  const found: Draft[] = [];
  const keepers: Draft[] = [];
  for (const person of peopleIn(evidence)) {
    const { arn, asked } = person;
    const put = stepOf(asked, PUT);
    if (put !== undefined) {
      const isMeant = isAdministrator !== undefined && (isAdministrator(arn) || isOfAccount(put, evidence));
      const path = isMeant ? undefined : byPolicy(put, asked, evidence);
      if (path !== undefined) keepers.push(draftOf("KW721", isAdministrator === undefined ? "info" : "high", person, path, evidence));
      continue; // whoever may do that can give itself all else
    }
    const path = isAdministrator?.(arn) === true ? undefined : byGrant(asked, evidence);
    if (path === undefined) continue;
    const isForeign = asked[0]?.crossAccount === true;
    const level: Level = !isForeign ? "high" : !zone.declared || zone.has(arn) ? "info" : "high";
    found.push(draftOf("KW720", level, person, path, evidence));
  }
  return [...found, ...(isAdministrator === undefined ? together(keepers) : keepers)];
}

/** Who may do so because the account decides by identity policies, and these give it the whole account. */
const isOfAccount = ({ asked }: Taken, { world }: Evidence): boolean => named(asked) === NEVER && isAccountAdministrator(world, asked.who);

/** Who can give itself the use of a key, and what that takes: for those who can become it. */
export function selfServing(evidence: Evidence, isAdministrator: ((arn: string) => boolean) | undefined): ReadonlyMap<string, Path> {
  const found = new Map<string, Path>();
  for (const { arn, asked } of peopleIn(evidence)) {
    if (found.has(arn) || isAdministrator?.(arn) === true) continue;
    const put = stepOf(asked, PUT);
    if (put !== undefined && (isAdministrator === undefined || isOfAccount(put, evidence))) continue; // taken for one who administers the key
    const path = put === undefined ? byGrant(asked, evidence) : byPolicy(put, asked, evidence);
    if (path !== undefined) found.set(arn, path);
  }
  return found;
}

export type Person = { readonly whom: string; readonly id: string; readonly arn: string; readonly asked: readonly Asked[] };

/** Everybody who is told apart by name, and other accounts as a whole; of a role, any session. */
export function peopleIn(evidence: Evidence): readonly Person[] {
  const found = new Map<string, Person & { asked: Asked[] }>();
  for (const one of evidence.asked) {
    const { kind, arn, account } = one.who;
    const isWhole = kind === "account" && one.crossAccount;
    if (account === "" || !(kind === "listed" || kind === "named" || isWhole) || (arn.endsWith(":root") && !isWhole)) continue;
    const whom = isWhole ? `any principal of account ${account}` : evidence.whoText(one.who);
    const id = isWhole ? `${account}${arn}` : JSON.stringify([arn, one.who.session]);
    const known = found.get(id);
    if (known) known.asked.push(one);
    else found.set(id, { whom, id, arn, asked: [one] });
  }
  return [...found.values()];
}

export type Taken = { readonly asked: Asked; readonly request: Request };

/** A request of the caller itself, of no service in its name, that is allowed: in the key's account by what is told, elsewhere by what may be. */
export function stepOf(asked: readonly Asked[], action: string, narrow?: (scene: Scene, node: Node) => Node): Taken | undefined {
  const one = asked.find(({ actions }) => actions.includes(action));
  if (one === undefined || one.allows === NEVER) return undefined;
  const allows = one.crossAccount ? one.allows : one.scene.diagrams.without(one.allows, one.scene.own);
  const wanted = narrow === undefined ? allows : narrow(one.scene, allows);
  const direct = absent(one.scene, wanted, "kms:viaservice");
  const found = allowedIn(
    one,
    narrowed(one.scene, direct, "kms:grantisforawsresource", (value) => value !== "true"),
    action,
  );
  return found && { asked: one, request: found.witness.request };
}

export type Path = { readonly steps: readonly Step[]; readonly use: string; readonly opening: Draft["at"] };

/** A grant for oneself, with an operation that one lacks. */
function byGrant(asked: readonly Asked[], evidence: Evidence): Path | undefined {
  const step = stepOf(asked, GRANT);
  if (step === undefined) return undefined;
  const { side, who } = step.asked;
  for (const lack of lacks(asked, evidence)) {
    const operation = kmsAction(lack.request.action)?.grantOperation;
    if (operation === undefined) continue;
    const { "kms:GranteeServicePrincipal": _, ...context } = (step.request.context ?? {}) as Record<string, unknown>;
    const request = {
      ...step.request,
      context: { ...context, "kms:GranteePrincipal": who.arn, "kms:GrantOperations": [operation] },
    } as Request;
    const first = ask(side.linked.set, request);
    if (first.outcome !== "allowed") continue;
    const pairs = request.encryptionContext ?? {};
    const grant: Grant = {
      GrantId: "made-by-itself",
      KeyId: evidence.key.arn,
      GranteePrincipal: who.arn,
      Operations: [operation],
      IssuingAccount: who.account,
      ...(Object.keys(pairs).length > 0 && { Constraints: { EncryptionContextSubset: pairs } }),
    };
    const set = lack.asked.side.linked.set;
    const use = Object.keys(pairs).length === 0 ? lack.request : { ...lack.request, encryptionContext: pairs };
    const [before, after] = [ask(set, use), ask({ ...set, grants: [...set.grants, grant] }, use)];
    if (before.outcome === "allowed" || after.outcome !== "allowed") continue;
    return {
      use: lack.request.action,
      opening: evidence.opening(first.by)?.at ?? evidence.key.at,
      steps: [
        { request, outcome: first.outcome, text: `${GRANT} of ${operation} to itself` },
        { request: use, outcome: after.outcome, text: `${use.action}, by that grant` },
      ],
    };
  }
  return undefined;
}

/** A key policy that allows it all, and then the use that it lacked. */
function byPolicy({ asked: putting, request }: Taken, asked: readonly Asked[], evidence: Evidence): Path | undefined {
  const first = ask(putting.side.linked.set, request);
  for (const lack of lacks(asked, evidence)) {
    const set = lack.asked.side.linked.set;
    const after = ask({ ...set, resource: compile(policyFor(putting.who.arn, lack.request.action)) }, lack.request);
    if (after.outcome !== "allowed") continue;
    return {
      use: lack.request.action,
      opening: evidence.opening(first.by)?.at ?? evidence.key.at,
      steps: [
        { request, outcome: first.outcome, text: `${PUT}, of a policy that allows it ${lack.request.action}` },
        { request: lack.request, outcome: after.outcome, text: `${lack.request.action}, by that policy` },
      ],
    };
  }
  return undefined;
}

/** Requests by which the key is used that the caller is not allowed, the worst first. */
function* lacks(asked: readonly Asked[], { key }: Evidence): Iterable<Taken> {
  for (const action of revealingOn(key)) {
    const one = asked.find(({ actions }) => actions.includes(action));
    if (one === undefined) continue;
    const { scene, allows } = one;
    const request = requestBy(one, absent(scene, scene.diagrams.without(scene.possible, allows), "kms:viaservice"));
    if (request !== undefined) yield { asked: one, request: { ...request, action } };
  }
}

/** As if policies that nobody told allowed it: of outsiders, whose own accounts decide that. */
export const ask = (set: PolicySet, request: Request) => {
  const answer = engine(set)(request);
  const principal = typeof request.principal === "string" ? request.principal : request.principal.arn;
  const isForeign = !principal.includes(`:${request.resource.split(":")[4]}:`);
  return answer.outcome === "allowed" || !isForeign ? answer : engine({ ...set, identity: [...set.identity, allowAll()] })(request);
};

const AT = { file: "a policy of its own", pointer: "" };

const policyFor = (arn: string, action: string): Policy => ({
  type: "key-policy",
  name: "a key policy of its own",
  version: "2012-10-17",
  statements: [
    {
      ref: { policy: "a key policy of its own", statement: 0 },
      effect: "Allow",
      principal: { mode: "only", members: [{ kind: "AWS", value: arn }], at: AT },
      action: { mode: "only", members: [action], at: AT },
      resource: { mode: "only", members: ["*"], at: AT },
      conditions: [],
      at: AT,
    },
  ],
});

function draftOf(code: "KW720" | "KW721", level: Level, { whom, id }: Person, { steps, use, opening }: Path, { key }: Evidence): Draft {
  const how = code === "KW720" ? "by a grant that it gives itself" : "by writing the key policy anew";
  return {
    code,
    level,
    text: `${whom} can come to ${use.replace("kms:", "")} with ${key.name} ${how}`,
    at: opening,
    path: steps,
    same: [id, use],
  };
}

/** Where nobody said who administers the key, those who do are one note. */
function together(keepers: readonly Draft[]): readonly Draft[] {
  const [first, ...more] = keepers;
  if (first === undefined || more.length === 0) return keepers;
  const text = `${first.text}; so can ${more.length} more (name the administrators by --administrator, and the others are told)`;
  return [{ ...first, text, same: keepers.map(({ same }) => JSON.stringify(same)).sort() }];
}
