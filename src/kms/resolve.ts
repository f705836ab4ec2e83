import { fail, ok, type Result } from "../base/result.ts";
import { isKeyId } from "../catalog/key-id.ts";
import { type Arn, parseArn } from "../iam/arn.ts";
import { firstUse, isFirstUse } from "./aws-managed.ts";
import { error, invalid, type KmsError, refuse } from "./errors.ts";
import { keyArn } from "./key.ts";
import type { CallSite, LocatedAlias, LocatedKey } from "./operation.ts";
import { aliasArn } from "./state.ts";

/** How a request may spell a key: operations that change a key take no alias (KMS Developer Guide, "Key identifiers"). */
export type Spelling = "id or ARN" | "any";

/**
 * The key that a text names: key id or alias name in the caller's own account and Region, key ARN or alias ARN in any account. What is missing in the
 * caller's own account is told; elsewhere a missing key and one that must not be used answer alike.
 */
export function resolveKey(text: string, spelling: Spelling, site: CallSite): Result<LocatedKey, KmsError> {
  if (text.startsWith("arn:")) return resolveArn(text, spelling, site);
  if (text.startsWith("alias/")) return spelling === "any" ? byAlias(aliasArn(site.home, text), site) : NO_ALIASES;
  return byKeyArn(keyArn(site.home, text), text, site);
}

const NO_ALIASES = refuse("InvalidArnException", "Key Aliases are not supported for this operation.");

function resolveArn(text: string, spelling: Spelling, site: CallSite): Result<LocatedKey, KmsError> {
  const known = site.state.key(text); // says it at once, as nearly always
  if (known !== undefined && known.region === site.home.region && known.partition === site.home.partition)
    return ok({ kind: "key", key: known });
  const arn = parseArn(text);
  const isAlias = arn?.resource.startsWith("alias/");
  if (arn === undefined || arn.service !== "kms" || (!isAlias && !arn.resource.startsWith("key/"))) {
    return refuse("InvalidArnException", `ARN is not valid: ${text}`);
  }
  if (isAlias && spelling !== "any") return NO_ALIASES;
  if (arn.region !== site.home.region || arn.partition !== site.home.partition)
    return refuse("NotFoundException", `Invalid arn ${arn.region}`);
  return isAlias ? byAlias(text, site, arn) : byKeyArn(text, arn.resource.slice("key/".length), site, arn);
}

function byAlias(arn: string, site: CallSite, at: Pick<Arn, "account"> = site.home): Result<LocatedKey, KmsError> {
  const alias = site.state.alias(arn);
  const key = alias?.keyArn === undefined ? undefined : site.state.key(alias.keyArn);
  if (key !== undefined && alias !== undefined) return ok({ kind: "key", key, alias: alias.name });
  const first = at.account === site.home.account ? byFirstUse(arn, site) : undefined;
  if (first !== undefined) return ok(first);
  return at.account === site.home.account ? refuse("NotFoundException", `Alias ${arn} is not found.`) : fail(hidden(site));
}

/** The key of an alias that AWS reserves for a service: it may be made by this very call. */
function byFirstUse(arn: string, { home, now, action, caller, ports }: CallSite): LocatedKey | undefined {
  const name = arn.slice(arn.lastIndexOf(":") + 1);
  if (ports === undefined || !isFirstUse(name, action, caller)) return undefined;
  const first = firstUse(name, home, now, ports);
  return first && { kind: "key", key: first.key, alias: name, firstUse: first };
}

function byKeyArn(arn: string, id: string, site: CallSite, at: Pick<Arn, "account"> = site.home): Result<LocatedKey, KmsError> {
  const key = site.state.key(arn);
  if (key !== undefined) return ok({ kind: "key", key });
  if (at.account !== site.home.account) return fail(hidden(site));
  return refuse("NotFoundException", isKeyId(id) ? `Key '${arn}' does not exist` : `Invalid keyId '${id}'`);
}

/** The answer about a key of another account that is not there, or not for this caller: word for word that of a denied one. */
export const hidden = ({ caller, action }: Pick<CallSite, "caller" | "action">): KmsError =>
  error(
    "AccessDeniedException",
    `User: ${caller.principal.arn} is not authorized to perform: ${action} on this resource because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`,
  );

/** The same where the caller named no key, and the ciphertext does (recorded 2023-10; rule kms.error.of-ciphertext). */
export const ofCiphertext = ({ name, message }: KmsError): KmsError =>
  error(name, message?.replace(" on this resource", " on the resource associated with this ciphertext"));

/** An alias of the caller's own account and Region, whether there is one of that name or not. */
export function resolveAlias(name: string, { state, home }: CallSite): Result<LocatedAlias, KmsError> {
  if (!name.startsWith("alias/")) return NO_ALIAS_NAME;
  const arn = aliasArn(home, name);
  return ok({ kind: "alias", arn, name, alias: state.alias(arn) });
}

const NO_ALIAS_NAME = invalid(
  'Alias must start with the prefix "alias/". Please see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html',
);

/** The key an alias names before the call. The caller names the alias to change it, not to use the key by it: no kms:RequestAlias. */
export function targetOf(name: string, site: CallSite): Result<LocatedKey, KmsError> {
  const found = byAlias(aliasArn(site.home, name), site);
  return found.ok ? ok({ kind: "key", key: found.value.key }) : found;
}
