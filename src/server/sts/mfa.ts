import { fail, ok, type Result } from "../../base/result.ts";
import type { Caller } from "../../kms/caller.ts";
import type { StsParameters } from "./parameters.ts";
import { accessDenied, type StsError } from "./reply.ts";

/** The code that every device gives here: a world has no devices. */
const CODE = "000000";

/** How long ago the second factor of a request was given: 0 where it brings one; undefined where it brings none. Texts as recorded from AWS. */
export function readMfa(parameters: StsParameters, { account, kind }: Caller): Result<number | undefined, StsError> {
  const [serial, code] = [parameters.get("SerialNumber"), parameters.get("TokenCode")];
  if (serial === undefined && code === undefined) return ok(undefined);
  if (serial === undefined || code === undefined)
    return fail(accessDenied("MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code."));
  const isTheirs = (kind === "user" || kind === "root") && new RegExp(`^arn:aws[a-z-]*:iam::${account}:mfa/`).test(serial);
  if (!isTheirs)
    return fail(
      accessDenied(
        "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.",
      ),
    );
  return code === CODE ? ok(0) : fail(accessDenied("MultiFactorAuthentication failed with invalid MFA one time pass code."));
}
