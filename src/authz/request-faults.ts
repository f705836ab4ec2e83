import type { Code } from "../base/codes.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { listed, pointerStep, shown } from "../base/text.ts";
import { similarActions } from "../catalog/similar-actions.ts";
import { printsPlainly } from "../iam/values.ts";
import type { NameFault } from "./key-names.ts";

/** Said of a request of the wrong shape: a validator words it better. Its place is relative to the request. */
export const MALFORMED: Diagnostic = fault("KW104", "", "the request has the wrong shape");

export function fault(code: Code, pointer: string, message: string, help?: string): Diagnostic {
  return { code, severity: "error", message, at: { file: "request", pointer }, ...(help && { help }) };
}

export const noAction = (name: string): Diagnostic =>
  fault("KW402", "/action", `${shown(name)} is not an action`, "write the service prefix, a colon and the action's name: `kms:Decrypt`");
/** The API's ReEncrypt is two actions (rule kms.actions.unknown, rule kms.actions.re-encrypt). */
export function noKmsAction(name: string): Diagnostic {
  const near = similarActions(name).map((action) => `\`${action}\``);
  const help = near.length === 0 ? "`kmsward help KW402` tells what an action is" : `did you mean ${listed(near, "or")}?`;
  return fault("KW402", "/action", `AWS KMS has no action ${shown(name)}`, help);
}
/** Rule context.contradictions. */
export const notTheirs = (resourceAccount: string, resource: string, owner: string): Diagnostic =>
  fault(
    "KW403",
    "/resourceAccount",
    `${shown(resource)} is in the account ${owner}, not in ${shown(String(resourceAccount))}`,
    "leave `resourceAccount` out: it is for ARNs that name no account",
  );
export const noService = (name: string): Diagnostic =>
  fault(
    "KW404",
    "/viaService",
    `${shown(name)} is no service that forwards a call`,
    "SERVICE.REGION.amazonaws.com, such as `s3.us-east-1.amazonaws.com`; leave `viaService` out of a direct call",
  );
export const unknownKey = ({ severity, message, help }: NameFault, pointer: string): Diagnostic => ({
  ...fault("KW408", pointer, message, help),
  severity,
});
/** How many names that nobody knows are looked at: to find out what is meant by one costs more than all else of a request. */
export const STRANGE = 50;
export const tooStrange = (pointer: string): Diagnostic =>
  fault("KW408", pointer, `more than ${STRANGE} of these names are no condition keys that AWS documents`, "leave out what no policy reads");
export const noToken = (index: number): Diagnostic => fault("KW404", `/grantTokens/${index}`, "a grant token is empty", "leave it out");
export const notPlain = (member: string): Diagnostic =>
  fault("KW104", `/${member}`, `\`${member}\` is no plain object`, 'name its members: `{ "name": "value" }`');
export const noResource = (text: string): Diagnostic =>
  fault(
    "KW403",
    "/resource",
    `${shown(text)} is neither \`*\` nor the ARN of one resource`,
    "an alias or key id needs its whole ARN: `arn:aws:kms:REGION:ACCOUNT:key/ID`",
  );
export const needsKey = (action: string, alias: string): Diagnostic =>
  fault(
    "KW403",
    "/resource",
    `${action} is asked on a key, and ${shown(alias)} is an alias`,
    "give the ARN of the key that it stands for; `kms:RequestAlias` in the context keeps the alias's name",
  );
export const noTime = (text: string): Diagnostic =>
  fault("KW407", "/time", `${shown(text)} is not a time`, "write it as ISO 8601, in UTC where it names no zone: `2026-11-22T03:00:00Z`");
export const twice = (key: string): Diagnostic =>
  fault(
    "KW405",
    pointerStep("/context", key),
    `the context has ${shown(key)} twice, in two spellings`,
    "condition key names ignore case: keep one",
  );
export const wrongValue = (key: string, value: unknown): Diagnostic =>
  oddNumber(value) !== undefined
    ? fault(
        "KW404",
        pointerStep("/context", key),
        `${shown(key)} is the number ${oddNumber(value)}, which AWS would not send`,
        "give it as text",
      )
    : Array.isArray(value)
      ? fault(
          "KW404",
          pointerStep("/context", key),
          `${shown(key)} has one value, and the context gives it ${value.length}`,
          "give it one text",
        )
      : MALFORMED;

/** A number that prints with an exponent; undefined where there is none. */
const oddNumber = (value: unknown): number | undefined =>
  [value].flat().find((item): item is number => typeof item === "number" && Number.isFinite(item) && !printsPlainly(item));
