import { fail, ok, type Result } from "../base/result.ts";
import { error, type KmsError } from "../kms/errors.ts";

/** What a Signature Version 4 says of itself: `Credential=ACCESS_KEY_ID/DATE/REGION/SERVICE/aws4_request`. */
export type CredentialScope = { readonly accessKeyId: string; readonly date: string; readonly region: string };

/** Reads the Authorization header of a request to AWS KMS (IAM User Guide, "Elements of an AWS API request signature"). */
export function scopeOf(authorization: string | undefined): Result<CredentialScope, KmsError> {
  if (authorization === undefined) return fail(MISSING);
  const [scheme = "", ...rest] = authorization.trim().split(" ");
  const parameters = rest.join("").split(",");
  const credential = parameters.find((parameter) => parameter.startsWith(CREDENTIAL));
  if (scheme !== "AWS4-HMAC-SHA256" || credential === undefined) return fail(INCOMPLETE);
  const [accessKeyId = "", date = "", region = "", service = "", end, ...more] = credential.slice(CREDENTIAL.length).split("/");
  if (accessKeyId === "" || region === "" || end !== "aws4_request" || more.length > 0) return fail(INCOMPLETE);
  return service === "kms" ? ok({ accessKeyId, date, region }) : fail(ELSEWHERE);
}

const CREDENTIAL = "Credential=";

/** Texts as other AWS services word them; those of AWS KMS are not documented. */
const MISSING = error("MissingAuthenticationTokenException", "Missing Authentication Token");
const INCOMPLETE = error("IncompleteSignatureException", "Authorization header requires 'Credential' parameter.");
const ELSEWHERE = error("InvalidSignatureException", "Credential should be scoped to correct service: 'kms'.");
