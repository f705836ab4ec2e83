import { REGION_NAMES } from "../catalog/regions.ts";
import { and, integer, or, type Term, text } from "./term.ts";

/** What the values of condition keys can be, as AWS documents them (KMS Developer Guide and IAM User Guide, the pages of the keys). Written for the encoder alone. */

const LETTER =
  '(re.union (re.range "A" "Z") (re.range "a" "z") (re.range "0" "9") (str.to_re "_") (str.to_re "+") (str.to_re "=") (str.to_re ",") (str.to_re ".") (str.to_re "@") (str.to_re "-"))';
const NO_COLON = '(re.union (re.range "\\u{0}" "9") (re.range ";" "\\u{ffff}"))';
const NO_SLASH = '(re.union (re.range "\\u{0}" ".") (re.range "0" "\\u{ffff}"))';
const SOME = "(re.++ re.allchar re.all)";

/** A name of IAM: letters, digits and `_+=,.@-`. */
export const isName = (value: Term): Term => `(str.in_re ${value} (re.+ ${LETTER}))`;
/** A path of IAM without its first slash: nothing, or parts that each end in one. */
export const isPath = (value: Term): Term => `(str.in_re ${value} (re.* (re.++ (re.+ ${LETTER}) (str.to_re "/"))))`;
export const isSessionName = (value: Term): Term => and(isName(value), `(>= (str.len ${value}) 2)`);
export const isAccount = (value: Term): Term => `(str.in_re ${value} ((_ re.^ 12) (re.range "0" "9")))`;
/** The part of a host that names a service. */
export const isServiceName = (value: Term): Term =>
  `(str.in_re ${value} (re.+ (re.union (re.range "a" "z") (re.range "0" "9") (str.to_re "-"))))`;
export const isServicePrincipal = (value: Term): Term =>
  `(str.in_re ${value} (re.++ (re.union (re.range "a" "z") (re.range "0" "9")) (re.* (re.union (re.range "a" "z") (re.range "0" "9") (str.to_re "-") (str.to_re "."))) (str.to_re ".amazonaws.com") (re.opt (str.to_re ".cn"))))`;
export const isSomething = (value: Term): Term => `(not (= ${value} ""))`;

const begins = (start: string) => (value: Term) => and(`(str.prefixof ${text(start)} ${value})`, `(> (str.len ${value}) ${start.length})`);
const isPathOfOrganization = (value: Term): Term =>
  `(str.in_re ${value} (re.++ (str.to_re "o-") (re.+ ${NO_SLASH}) (str.to_re "/r-") (re.+ ${NO_SLASH}) (str.to_re "/") re.all))`;
export const isArn = (value: Term): Term =>
  `(str.in_re ${value} (re.++ (str.to_re "arn:") (re.+ ${NO_COLON}) (str.to_re ":") (re.+ ${NO_COLON}) (str.to_re ":") (re.* ${NO_COLON}) (str.to_re ":") (re.* ${NO_COLON}) (str.to_re ":") ${SOME}))`;
const among =
  (...values: readonly string[]) =>
  (value: Term): Term =>
    or(...values.map((one) => `(= ${value} ${text(one)})`));
export const between =
  (from: number, to: number) =>
  (value: Term): Term =>
    and(`(<= ${integer(from)} ${value})`, `(<= ${value} ${integer(to)})`);

/** By name in lower case. What is not here may be any text but the empty one. */
export const TEXTS: Readonly<Record<string, (value: Term) => Term>> = {
  ...Object.fromEntries(
    ["principal", "resource", "source", "vpce"].flatMap((whose) => [
      [`aws:${whose}orgid`, begins("o-")],
      [`aws:${whose}orgpaths`, isPathOfOrganization],
    ]),
  ),
  "aws:sourceaccount": isAccount,
  "aws:vpceaccount": isAccount,
  "aws:sourcevpce": begins("vpce-"),
  "aws:sourcevpc": begins("vpc-"),
  "kms:granteeprincipal": begins("arn:"),
  "kms:retiringprincipal": begins("arn:"),
  "kms:granteeserviceprincipal": isServicePrincipal,
  "kms:retiringserviceprincipal": isServicePrincipal,
  "kms:grantconstrainttype": among("EncryptionContextEquals", "EncryptionContextSubset"),
  "kms:primaryregion": among(...REGION_NAMES),
  "kms:replicaregion": among(...REGION_NAMES),
  "kms:messagetype": among("RAW", "DIGEST", "EXTERNAL_MU"),
  "kms:expirationmodel": among("KEY_MATERIAL_EXPIRES", "KEY_MATERIAL_DOES_NOT_EXPIRE"),
  "kms:keyagreementalgorithm": among("ECDH"),
  "kms:wrappingalgorithm": among("RSAES_OAEP_SHA_256", "RSAES_OAEP_SHA_1", "RSA_AES_KEY_WRAP_SHA_256", "RSA_AES_KEY_WRAP_SHA_1", "SM2PKE"),
  "kms:wrappingkeyspec": among("RSA_4096", "RSA_3072", "RSA_2048", "SM2"),
};

export const NUMBERS: Readonly<Record<string, (value: Term) => Term>> = {
  "aws:multifactorauthage": between(0, 129_600),
  "kms:rotationperiodindays": between(90, 2560),
  "kms:schedulekeydeletionpendingwindowindays": between(7, 30),
  "kms:trailingdayswithoutkeyusage": between(1, 3650),
};

export const isTruth = among("true", "false");
export const amongTexts = among;

/** Milliseconds of the years that ISO 8601 writes. */
export const isMoment = between(0, 253_402_300_799_999);

export const isIpv4 = (value: Term): Term => between(0, 2 ** 32 - 1)(value);
/** Without the addresses that stand for IPv4 ones (`::ffff:0:0/96`), which AWS takes for those. */
export const isIpv6 = (value: Term): Term => {
  const first = 0xffffn << 32n;
  return and(
    `(<= 0 ${value})`,
    `(< ${value} ${(1n << 128n).toString()})`,
    or(`(< ${value} ${first.toString()})`, `(>= ${value} ${(first + (1n << 32n)).toString()})`),
  );
};
