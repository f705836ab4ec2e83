import type { World } from "../../estate/world.ts";
import { parsePolicy } from "../../iam/parse/parse.ts";
import type { Policy } from "../../iam/policy.ts";
import type { ContextValue } from "../../iam/request.ts";
import type { Caller } from "../../kms/caller.ts";
import type { CallerPolicy } from "../../kms/callers.ts";
import type { Holder } from "../identity.ts";

export type PermissionAsk = {
  readonly world: World;
  readonly caller: Caller;
  readonly holder: Holder;
  readonly action: string; // "sts:AssumeRole"
  readonly resource: string;
  readonly context?: Readonly<Record<string, ContextValue>>;
  readonly mfaAgeSeconds?: number | undefined;
  readonly now: number;
};

/** Why the policies of the world do not allow a call of another service than KMS, in AWS's words; undefined where they do. */
export function refusalOf(ask: PermissionAsk): string | undefined {
  if (ask.caller.kind === "root" && !ask.resource.includes(":role/")) return undefined; // a root user needs no policy
  const answer = decided(ask, {});
  return answer.decision === "Allow" ? undefined : (answer.error?.message ?? notAuthorized(ask));
}

export const notAuthorized = ({ caller, action, resource }: Pick<PermissionAsk, "caller" | "action" | "resource">): string =>
  `User: ${caller.principal.arn} is not authorized to perform: ${action} on resource: ${resource}`;

/** A name of STS that the policies do not read may look like one that they do: it then makes no difference, and is left out. */
function decided(ask: PermissionAsk, without: Readonly<Record<string, true>>): ReturnType<World["authorize"]> {
  const { world, caller, holder, action, resource, context = {}, mfaAgeSeconds, now } = ask;
  const all = { ...caller.context, ...context };
  const kept = Object.fromEntries(Object.entries(all).filter(([name]) => without[name] === undefined));
  const session = holder.asked.sessionPolicies?.flatMap(sessionPolicy);
  const answer = world.authorize({
    principal: { ...caller.principal, ...(mfaAgeSeconds !== undefined && { mfaAgeSeconds }) },
    action,
    resource,
    context: kept as Record<string, never>,
    time: new Date(now).toISOString(),
    ...(caller.unknown.length > 0 && { unknown: [...caller.unknown] }),
    ...(session !== undefined && { session }),
  });
  const odd =
    "invalid" in answer ? (answer.invalid ?? []).flatMap(({ code, at }) => (code === "KW408" ? (nameIn(at.pointer) ?? []) : [])) : [];
  const fresh = odd.filter((name) => without[name] === undefined && name in all);
  return fresh.length === 0 ? answer : decided(ask, { ...without, ...Object.fromEntries(fresh.map((name) => [name, true as const])) });
}

const nameIn = (pointer: string): string | undefined =>
  pointer.startsWith("/context/") ? pointer.slice("/context/".length).replaceAll("~1", "/").replaceAll("~0", "~") : undefined;

/** They were read when the session was issued. One that cannot be read now allows nothing. */
function sessionPolicy(given: CallerPolicy): readonly Policy[] {
  const { name, document } = given as { readonly name: string; readonly document: string };
  const { policy } = parsePolicy(document, { type: "session", name });
  return policy === undefined ? [] : [policy];
}
