import type { ConditionKey } from "../catalog/condition-key.ts";
import { conditionKey } from "../catalog/condition-keys.ts";
import { GRANT_OPERATIONS } from "../catalog/grant-operations.ts";
import { algorithmsFor, DATA_KEY_PAIR_SPECS, type KeySpec, type KeyUsage } from "../catalog/key-specs.ts";
import { REGION_NAMES } from "../catalog/regions.ts";
import type { KeyFacts } from "../iam/request.ts";
import { digits, type Language, ONE, oneExcept, SOMETHING, STAR, sequence, starExcept } from "../sets/tokens.ts";

/** The values that AWS can send of a condition key. */
export type Domain =
  | { readonly kind: "closed"; readonly values: readonly string[] }
  | { readonly kind: "text"; readonly language: Language; readonly hints: readonly string[] }
  | { readonly kind: "number"; readonly from: number; readonly to: number; readonly whole: boolean }
  | { readonly kind: "date" }
  | { readonly kind: "ip" };

const closed = (values: readonly string[]): Domain => ({ kind: "closed", values });
const text = (language: Language, ...hints: readonly string[]): Domain => ({ kind: "text", language, hints });
const between = (from: number, to: number): Domain => ({ kind: "number", from, to, whole: true });

const TRUTHS = closed(["true", "false"]);
const segment = starExcept(":");
const ARN = text(
  [sequence("arn:", ONE, segment, ":", ONE, segment, ":", segment, ":", segment, ":", ONE, STAR)],
  "arn:aws:s3:::example-bucket",
);
const ACCOUNT = text([digits(12)], "999988887777");
const PATHS = text([sequence("o-", ONE, starExcept("/"), "/r-", ONE, starExcept("/"), "/", STAR)], "o-other00000/r-0000/ou-0000-00000000/");

/** What names that STS takes cannot hold (STS API Reference, AssumeRole), as far as policies could ask about it. */
const ODD = "*?$ ";

/** Of the keys whose values AWS documents or counts (KMS Developer Guide and IAM User Guide, the pages of the keys); names in lower case. */
const DOMAINS: Readonly<Record<string, Domain | ((key: KeyFacts | undefined) => Domain | undefined)>> = {
  "aws:principalorgid": text([sequence("o-", ONE, STAR)], "o-other00000"),
  "aws:resourceorgid": text([sequence("o-", ONE, STAR)], "o-other00000"),
  "aws:sourceorgid": text([sequence("o-", ONE, STAR)], "o-other00000"),
  "aws:vpceorgid": text([sequence("o-", ONE, STAR)], "o-other00000"),
  "aws:principalorgpaths": PATHS,
  "aws:resourceorgpaths": PATHS,
  "aws:sourceorgpaths": PATHS,
  "aws:vpceorgpaths": PATHS,
  "aws:sourceaccount": ACCOUNT,
  "aws:vpceaccount": ACCOUNT,
  "aws:sourcevpce": text([sequence("vpce-", ONE, STAR)], "vpce-0123456789abcdef0"),
  "aws:sourcevpc": text([sequence("vpc-", ONE, STAR)], "vpc-0123456789abcdef0"),
  "aws:useragent": text(SOMETHING, "aws-cli/2.31.0"),
  "aws:multifactorauthage": between(0, 129_600),
  "kms:granteeprincipal": text([sequence("arn:", STAR)], "arn:aws:iam::111122223333:role/grantee"),
  "kms:retiringprincipal": text([sequence("arn:", STAR)], "arn:aws:iam::111122223333:role/retiring"),
  "kms:granteeserviceprincipal": text([sequence(ONE, STAR, ".amazonaws.com")], "dynamodb.amazonaws.com"),
  "kms:retiringserviceprincipal": text([sequence(ONE, STAR, ".amazonaws.com")], "dynamodb.amazonaws.com"),
  "sts:rolesessionname": text([sequence(oneExcept(ODD), oneExcept(ODD), starExcept(ODD))], "session"),
  "sts:sourceidentity": text([sequence(oneExcept(ODD), oneExcept(ODD), starExcept(ODD))], "somebody"),
  "sts:externalid": text([sequence(oneExcept(ODD), oneExcept(ODD), starExcept(ODD))], "an-external-id"),
  "kms:grantoperations": closed(GRANT_OPERATIONS),
  "kms:grantconstrainttype": closed(["EncryptionContextEquals", "EncryptionContextSubset"]),
  "kms:rotationperiodindays": between(90, 2560),
  "kms:schedulekeydeletionpendingwindowindays": between(7, 30),
  "kms:trailingdayswithoutkeyusage": between(1, 3650),
  "kms:primaryregion": closed(REGION_NAMES),
  "kms:replicaregion": closed(REGION_NAMES),
  "kms:datakeypairspec": closed(DATA_KEY_PAIR_SPECS),
  "kms:messagetype": closed(["RAW", "DIGEST", "EXTERNAL_MU"]),
  "kms:expirationmodel": closed(["KEY_MATERIAL_EXPIRES", "KEY_MATERIAL_DOES_NOT_EXPIRE"]),
  "kms:keyagreementalgorithm": closed(["ECDH"]),
  "kms:wrappingalgorithm": closed([
    "RSAES_OAEP_SHA_256",
    "RSAES_OAEP_SHA_1",
    "RSA_AES_KEY_WRAP_SHA_256",
    "RSA_AES_KEY_WRAP_SHA_1",
    "SM2PKE",
  ]),
  "kms:wrappingkeyspec": closed(["RSA_4096", "RSA_3072", "RSA_2048", "SM2"]),
  "kms:requestalias": (key) => key?.aliases && closed(key.aliases),
  "kms:encryptionalgorithm": algorithms,
  "kms:signingalgorithm": algorithms,
  "kms:macalgorithm": algorithms,
};

/** KMS refuses an algorithm that is not one of the key's. */
function algorithms(key: KeyFacts | undefined): Domain | undefined {
  if (key?.spec === undefined || key.usage === undefined) return undefined;
  const found = algorithmsFor({ spec: key.spec as KeySpec, usage: key.usage as KeyUsage });
  return found.length === 0 ? undefined : closed(found);
}

const BY_TYPE: Readonly<Record<ConditionKey["type"], Domain>> = {
  String: text(SOMETHING, "other"),
  ARN,
  Bool: TRUTHS,
  Numeric: { kind: "number", from: 0, to: Number.MAX_SAFE_INTEGER, whole: false },
  Date: { kind: "date" },
  IP: { kind: "ip" },
  Binary: text(SOMETHING),
};

/** `name` in lower case; a key that nobody documents may hold any text. */
export function domainOf(name: string, key: KeyFacts | undefined): Domain {
  const row = Object.hasOwn(DOMAINS, name) ? DOMAINS[name] : undefined;
  const domain = typeof row === "function" ? row(key) : row;
  if (domain !== undefined) return domain;
  const known = conditionKey(name);
  return known === undefined || known.alsoType === "ARN" ? BY_TYPE.String : BY_TYPE[known.type];
}
