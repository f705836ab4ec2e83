import type { ContextValue, Request } from "../iam/request.ts";
import type { RequestFacts } from "./facts.ts";

/** A request as it was when it was read, whatever its owner has done to it since. */
export function requestOf(facts: RequestFacts): Request {
  const { asked, action, resource, encryptionContext, viaService, grantTokens, time, unknownAs } = facts;
  const { principal, resourceAccount, keys, values } = asked;
  return {
    principal,
    action: action.name,
    resource: resource.text,
    ...(resourceAccount !== undefined && { resourceAccount }),
    ...(keys !== undefined && { context: contextOf(keys, values) }),
    ...(encryptionContext !== undefined && { encryptionContext: mapOf(encryptionContext) }),
    ...(viaService !== undefined && { viaService }),
    ...(grantTokens.length > 0 && { grantTokens: [...grantTokens] }),
    ...(time !== undefined && { time }),
    ...(unknownAs.length > 0 && { unknown: [...unknownAs] }),
  };
}

const contextOf = (keys: readonly string[], values: readonly ContextValue[]): NonNullable<Request["context"]> =>
  Object.fromEntries(keys.map((key, i) => [key, values[i]])) as NonNullable<Request["context"]>;

const mapOf = (pairs: readonly string[]): Record<string, string> =>
  Object.fromEntries(pairs.flatMap((name, i) => (i % 2 === 0 ? [[name, pairs[i + 1] as string] as const] : [])));
