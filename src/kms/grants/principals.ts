import { parseArn } from "../../iam/arn.ts";
import { isServicePrincipal, isUniqueId, parsePrincipalPattern } from "../../iam/principal.ts";
import type { Caller } from "../caller.ts";
import { error, type KmsError } from "../errors.ts";
import type { Home } from "../state.ts";

/** What decides whether a text names a principal: who asks, where, and what the world knows. */
type Asked = { readonly caller: Caller; readonly home: Home; readonly knowsPrincipal: (principal: string) => boolean };

/**
 * What is wrong with a grantee or retiring principal (KMS API Reference, CreateGrant). It is an account root, a user, a role, a role session or a
 * federated user, of any account of the partition, and there must be one; the unique id of a user or role is taken too (observed). Groups,
 * organizations and bare account ids are none. A service is named there only by a service: those grants are listed so.
 */
export function checkGrantPrincipal(text: string, member: "GranteePrincipal" | "RetiringPrincipal", asked: Asked): KmsError | undefined {
  if (isServicePrincipal(text)) return actsAsService(asked.caller) ? undefined : notAnArn(text);
  if (isUniqueId(text))
    return asked.knowsPrincipal(text) ? undefined : error("InvalidArnException", `${member} does not refer to a valid principal.`);
  return checkPrincipalArn(text, asked);
}

/** The same of an ARN: it is one, and it is that of a principal. */
export function checkPrincipalArn(text: string, { home, knowsPrincipal }: Pick<Asked, "home" | "knowsPrincipal">): KmsError | undefined {
  const arn = parseArn(text);
  if (arn === undefined) return notAnArn(text);
  const isPrincipal =
    parsePrincipalPattern({ kind: "AWS", value: text }) !== undefined && arn.partition === home.partition && knowsPrincipal(text);
  return isPrincipal ? undefined : error("InvalidArnException", `ARN does not refer to a valid principal: ${text}`);
}

/** What is wrong with GranteeServicePrincipal or RetiringServicePrincipal, which the model lets be any host name. */
export const checkServicePrincipal = (name: string): KmsError | undefined =>
  isServicePrincipal(name) ? undefined : error("InvalidArnException", "Input does not refer to a valid principal");

/** A constraint on the resource that a service works for. */
export const checkSourceArn = (text: string): KmsError | undefined => (parseArn(text) === undefined ? notAnArn(text) : undefined);

const notAnArn = (text: string): KmsError => error("InvalidArnException", `ARN is not valid: ${text}`);

/** A service itself, or one that forwards the call of a principal. */
const actsAsService = ({ kind, viaService }: Caller): boolean => kind === "service" || viaService !== undefined;
