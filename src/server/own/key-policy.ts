import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { isInOrder, type Members, needed, TEXT } from "../../base/members.ts";
import { InvalidWorldError } from "../../estate/invalid-world.ts";
import { parseArn } from "../../iam/arn.ts";
import { parsePolicy } from "../../iam/parse/parse.ts";
import type { Caller } from "../../kms/caller.ts";
import { ERRORS } from "../../kms/errors.ts";
import type { Key } from "../../kms/key.ts";
import { perform, readCall } from "../../wire/wire.ts";
import { plainAddress } from "../listener.ts";
import type { OwnDeps } from "./deps.ts";
import { keyNamed } from "./keys.ts";
import { faultOf, jsonOf } from "./reply.ts";
import { upToDate } from "./up-to-date.ts";

/** `as`: who asks for it, a short name of the world or an ARN. `replaces`: the text that it is to take the place of, where no other one is meant. */
type Wanted = { readonly key: string; readonly policy: string; readonly as?: string; readonly replaces?: string };

const WANTED: Members = { key: needed(TEXT), policy: needed(TEXT), as: TEXT, replaces: TEXT } satisfies Record<
  keyof Wanted,
  Members[string]
>;

/**
 * PUT /v1/keys/policy: another key policy, by the KMS's own PutKeyPolicy with all that it looks at: who asks has to be allowed to, and to be allowed to again
 * afterwards; the call is told to the audit log and to those who watch. Who asks is the account's root user, unless `as` names another.
 *
 * What is wrong with the text is told at its places: `diagnostics`.
 */
export async function putKeyPolicy(c: Context, deps: OwnDeps): Promise<Response> {
  if (deps.isProxy) return faultOf(c, 501, "the keys are those of --upstream: put it there");
  const read = await jsonOf(c);
  if ("fault" in read) return faultOf(c, 400, read.fault);
  if (!isInOrder(read.value, WANTED))
    return faultOf(c, 400, '`{ "key": …, "policy": "the text", "as": …, "replaces": "the text before" }`');
  const wanted = read.value as Wanted;
  await upToDate(deps);
  const key = keyNamed(wanted.key, deps);
  if (key === undefined) return faultOf(c, 404, "no key has this ARN or short name, and no alias this ARN");
  if (wanted.replaces !== undefined && wanted.replaces !== key.policy)
    return faultOf(c, 409, "the policy of this key was changed by another call: look at it anew");
  const caller = callerFor(wanted.as, key, c, deps);
  return typeof caller === "string" ? faultOf(c, 400, caller) : put(c, wanted.policy, key, caller, deps);
}

async function put(c: Context, policy: string, key: Key, caller: Caller, { standing, observe }: OwnDeps): Promise<Response> {
  const call = readCall("TrentService.PutKeyPolicy", JSON.stringify({ KeyId: key.arn, Policy: policy }));
  if (!call.ok) return faultOf(c, 500, call.error.name);
  const started = performance.now();
  const { requestId, result } = await perform(standing.site.service, call.value, caller);
  const status = result.ok ? 200 : ERRORS[result.error.name];
  observe({
    service: "kms",
    operation: "PutKeyPolicy",
    requestId,
    region: key.region,
    principal: caller.principal.arn,
    isAuthenticated: true,
    status,
    error: result.ok ? undefined : result.error.name,
    seconds: (performance.now() - started) / 1000,
    bytes: policy.length,
    userAgent: caller.agent.userAgent,
  });
  if (result.ok) return c.json({ key: key.arn, requestId, by: caller.principal.arn });
  const { name, message } = result.error;
  return c.json(
    { error: { status, name, message: message ?? name, requestId }, diagnostics: diagnosticsOf(policy) },
    status as ContentfulStatusCode,
  );
}

/** All that is said of the text, also where it was refused for something else. */
const diagnosticsOf = (text: string): readonly object[] =>
  parsePolicy(text, { type: "key-policy", name: "key policy" })
    .diagnostics.slice(0, 100)
    .map(({ code, severity, message, at, help }) => ({ code, severity, message, at, help }));

/** In words: why nobody is meant. */
function callerFor(as: string | undefined, key: Key, c: Context<{ Bindings: HttpBindings }>, { standing }: OwnDeps): Caller | string {
  const root = `arn:${parseArn(key.arn)?.partition ?? "aws"}:iam::${key.account}:root`;
  const peer = plainAddress(c.env.incoming.socket.remoteAddress);
  try {
    return standing.identity.callerNamed(as ?? root, key.region, { peer, userAgent: c.req.header("user-agent") });
  } catch (error) {
    if (error instanceof InvalidWorldError) return error.message;
    throw error;
  }
}
