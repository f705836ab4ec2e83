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
