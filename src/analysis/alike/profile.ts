import { hasIdentity } from "../../authz/plan.ts";
import { isAbsent } from "../../estate/absent.ts";
import { isOfOthers } from "../../estate/doubts.ts";
import { GivenKeys } from "../../estate/given-keys.ts";
import { callerDocuments, callerFacts } from "../../estate/question.ts";
import type { World } from "../../estate/world.ts";
import type { Policy } from "../../iam/policy.ts";
import type { Principal } from "../../iam/principal.ts";
import type { PrincipalFacts } from "../../iam/request.ts";
import { type PrincipalClass, principalIn } from "../principals.ts";

/** What has a say about somebody in a world, whatever key it is about. */
export type Profile = {
  readonly caller: Principal;
  readonly facts: PrincipalFacts;
  readonly mayHold: boolean; // other identity policies than are told
  readonly isLimited: boolean; // has a boundary, and is somebody whom it binds
  readonly held: readonly Held[];
  readonly text: string; // all the rest that can matter and is no policy, without its name, its ids and its tags
};

/** A policy, and as what it has its say: "identity", "scp 0". */
export type Held = { readonly as: string; readonly policy: Policy };

/**
 * What all of a profile hangs on but names, ids and the values of tags: principals of which it is the same have one profile with names of their own.
 * Undefined where it takes more to tell, as of somebody of whom not everything is known.
 */
export function kinOf(
  { estate, lookup }: World,
  { kind, arn, principal, session }: PrincipalClass,
  number: (one: object) => number,
): string | undefined {
  const entry = kind === "listed" && estate.knowledge === undefined ? lookup.principal(arn) : undefined;
  if (entry === undefined || entry.facts.arn !== arn || (principal.arn !== arn && lookup.principal(principal.arn) !== undefined))
    return undefined;
  const { facts, policies, boundary, session: passed, openName, untold, unknown, assumes } = entry;
  if (openName !== undefined || untold !== undefined || unknown !== undefined || assumes !== undefined) return undefined;
  for (const name in facts) if (!NAMES.has(name)) return undefined;
  const { tags = {}, userId } = facts;
  let hasTags = "";
  for (const _ in tags) hasTags = "tags";
  const [head = "", path] = splitPath(arn);
  let text = `${head} ${path} ${session ?? "-"} ${userId === undefined ? "" : "id"} ${hasTags}`;
  for (const policy of policies) text += ` ${number(policy)}`;
  if (boundary !== undefined) text += ` under ${number(boundary)}`;
  if (passed !== undefined) text += ` within${passed.map((policy) => ` ${number(policy)}`).join("")}`;
  return text;
}

const NAMES: ReadonlySet<string> = new Set(["arn", "userId", "tags"]);

/** `arn:aws:iam::111122223333:role`, and whether services have made it. */
function splitPath(arn: string): readonly [head: string, path: string] {
  const slash = arn.indexOf("/");
  if (slash < 0) return [arn, ""];
  return [arn.slice(0, slash), arn.startsWith("aws-service-role/", slash + 1) ? "service" : ""];
}

/** The profile of one of the same kin, by his own names. */
export function ofKin(profile: Profile, { arn, principal }: PrincipalClass, { lookup }: World): Profile {
  const { userId, tags } = lookup.principal(arn)?.facts ?? {};
  const named = (facts: PrincipalFacts): PrincipalFacts => ({
    ...facts,
    ...(facts.roleArn !== undefined && { roleArn: arn }),
    ...(facts.userId !== undefined && { userId }),
    ...(facts.tags !== undefined && { tags: { ...tags } }),
    arn: principal.arn,
  });
  const { caller } = profile;
  const told = caller.facts && named(caller.facts);
  return {
    ...profile,
    facts: named(profile.facts),
    caller: {
      ...caller,
      arn: principal.arn,
      name: arn.slice(arn.lastIndexOf("/") + 1),
      principalArn: arn,
      facts: told,
      userId: told?.userId,
      session: caller.session === undefined ? undefined : principal.arn.slice(principal.arn.lastIndexOf("/") + 1),
    },
  };
}

/** Undefined for somebody who cannot be asked about. */
export function profileOf(world: World, who: PrincipalClass): Profile | undefined {
  const { principal, kind, arn, session } = who;
  const found = world.lookup.asker(principalIn(world, who));
  if (!found.ok) return undefined;
  const { caller, entries } = found.value;
  const { identity, boundary, session: passed, serviceControl } = callerDocuments(found.value, undefined, world.estate, undefined);
  const own = identity.filter((policy) => !isOfOthers(policy));
  const facts = callerFacts(found.value, world.estate, new GivenKeys({}));
  const { arn: _, roleArn: __, userId, tags, ...rest } = facts;
  const isOpen = entries.some(
    ({ openName, untold = [], unknown = [], assumes = [] }) =>
      openName !== undefined || untold.length + unknown.length + assumes.length > 0,
  );
  const { partition, account, serviceLinked, managementAccount, pathKnown } = caller;
  return {
    caller,
    facts,
    mayHold: own.length < identity.length,
    isLimited: boundary !== undefined && hasIdentity(caller),
    held: [
      ...own.map((policy) => ({ as: "identity", policy })),
      ...(boundary === undefined ? [] : [{ as: "boundary", policy: boundary }]),
      ...(passed ?? []).map((policy) => ({ as: "session", policy })),
      ...serviceControl.flatMap((level, i) => level.map((policy) => ({ as: `scp ${i}`, policy }))),
    ],
    text: JSON.stringify([
      kind === "listed" && !isOpen ? kind : [kind, arn, principal.arn],
      [caller.kind, partition, account, serviceLinked, managementAccount, pathKnown],
      [userId === undefined, tags === undefined, session],
      rest,
      [entries.some(isAbsent), own.length < identity.length, boundary !== undefined, passed?.length, serviceControl.length],
    ]),
  };
}
