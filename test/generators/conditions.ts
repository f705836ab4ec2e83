import fc from "fast-check";
import { ALICE_ID, APP_ID, GUEST, HOME, HOME_CALLERS, OTHER_CALLERS, ROLE, root, TRAILS, VIA } from "./vocabulary.ts";

/** A condition key with the values requests hold and those policies ask for, which nearly match. */
type Key = {
  readonly key: string;
  readonly type: "String" | "Arn" | "Bool" | "Numeric" | "Date" | "Ip" | "Binary";
  readonly multi?: true;
  readonly given: readonly string[]; // what a request may bring as context
  readonly asked: readonly string[]; // what a policy may ask for, besides
};

const VARIABLES = ["${aws:PrincipalTag/team}", "${aws:username, 'a'}", "${aws:TagKeys, 'red'}", "re${*}", "${aws:PrincipalAccount}"];

// biome-ignore format: a table reads as a table
export const KEYS: readonly Key[] = [
  { key: "aws:PrincipalTag/team", type: "String", given: ["red", "Red"], asked: ["re*", "r?d", "${aws:ResourceTag/team}"] },
  { key: "aws:ResourceTag/team", type: "String", given: [], asked: ["red", "Red", "${aws:PrincipalTag/team}"] },
  { key: "aws:PrincipalOrgID", type: "String", given: ["o-1"], asked: ["o-2", "o-*"] },
  { key: "aws:PrincipalOrgPaths", type: "String", multi: true, given: ["o-1/r-1/ou-1/"], asked: ["o-1/r-1/*", "o-2/*"] },
  { key: "aws:PrincipalAccount", type: "String", given: [], asked: [HOME, GUEST] },
  { key: "aws:PrincipalType", type: "String", given: [], asked: ["User", "AssumedRole", "Account", "FederatedUser"] },
  { key: "aws:username", type: "String", given: [], asked: ["alice", "a*"] },
  { key: "aws:userid", type: "String", given: [], asked: [ALICE_ID, `${APP_ID}:s1`, `${APP_ID}:*`, HOME, `${HOME}:bob`, "*:s?", "*:s2", "AROA*", "A???*", "*:*@x"] },
  { key: "aws:PrincipalServiceNamesList", type: "String", multi: true, given: [], asked: ["s3.amazonaws.com"] },
  { key: "aws:SourceAccount", type: "String", given: [HOME], asked: [GUEST, "${aws:ResourceAccount}"] },
  { key: "aws:ResourceAccount", type: "String", given: [], asked: [HOME, GUEST] },
  { key: "aws:RequestedRegion", type: "String", given: [], asked: ["us-east-1", "us-*", "eu-west-1"] },
  { key: "aws:SourceVpce", type: "String", given: ["vpce-1"], asked: ["vpce-2", "vpce-*"] },
  { key: "aws:SourceVpc", type: "String", given: ["vpc-1"], asked: ["vpc-2", "vpc-*"] },
  { key: "aws:ResourceOrgID", type: "String", given: ["o-1"], asked: ["o-2", "o-*", "${aws:PrincipalOrgID}"] },
  { key: "aws:TagKeys", type: "String", multi: true, given: ["team", "Team", "app"], asked: ["te*"] },
  { key: "aws:CalledVia", type: "String", multi: true, given: ["s3.amazonaws.com", "kms.amazonaws.com"], asked: ["ec2.amazonaws.com"] },
  { key: "aws:CalledViaFirst", type: "String", given: [], asked: ["s3.amazonaws.com", "ec2.amazonaws.com"] },
  { key: "kms:ViaService", type: "String", given: [], asked: [...VIA, "s3.*.amazonaws.com"] },
  { key: "kms:CallerAccount", type: "String", given: [], asked: [HOME, GUEST] },
  { key: "kms:EncryptionContext:tenant", type: "String", given: [], asked: ["a", "A", "b", "${aws:PrincipalTag/team}"] },
  { key: "kms:EncryptionContext:app", type: "String", given: [], asked: ["a", "b"] },
  { key: "kms:EncryptionContextKeys", type: "String", multi: true, given: [], asked: ["tenant", "Tenant", "app"] },
  { key: "kms:EncryptionAlgorithm", type: "String", given: ["RSAES_OAEP_SHA_1"], asked: ["SYMMETRIC_DEFAULT"] },
  { key: "kms:KeySpec", type: "String", given: [], asked: ["SYMMETRIC_DEFAULT", "RSA_*"] },
  { key: "kms:KeyUsage", type: "String", given: [], asked: ["ENCRYPT_DECRYPT", "SIGN_VERIFY"] },
  { key: "kms:CustomerMasterKeyUsage", type: "String", given: [], asked: ["ENCRYPT_DECRYPT"] },
  { key: "kms:KeyOrigin", type: "String", given: [], asked: ["AWS_KMS", "EXTERNAL"] },
  { key: "kms:MultiRegionKeyType", type: "String", given: [], asked: ["PRIMARY", "REPLICA"] },
  { key: "kms:ResourceAliases", type: "String", multi: true, given: [], asked: ["alias/app", "alias/*"] },
  { key: "kms:RequestAlias", type: "String", given: ["alias/app"], asked: ["alias/*"] },
  { key: "kms:GrantConstraintType", type: "String", given: ["EncryptionContextEquals", "EncryptionContextSubset"], asked: [] },
  { key: "kms:GrantOperations", type: "String", multi: true, given: ["Decrypt", "Encrypt"], asked: ["CreateGrant"] },
  { key: "kms:GranteePrincipal", type: "String", given: HOME_CALLERS.slice(0, 2), asked: ["arn:aws:iam::*"] },
  { key: "kms:GranteeServicePrincipal", type: "String", given: ["s3.amazonaws.com"], asked: ["*"] },
  { key: "kms:SigningAlgorithm", type: "String", given: ["ECDSA_SHA_256"], asked: ["ECDSA*", "RSA*"] },
  { key: "s3:prefix", type: "String", given: ["", "home/alice"], asked: ["home/*", "home/${aws:username}"] },
  { key: "aws:PrincipalArn", type: "Arn", given: [], asked: [...HOME_CALLERS, ...OTHER_CALLERS, ROLE, "arn:aws:iam::*:role/*", "arn:aws:iam::*:user/a*", root("*"), `arn:aws:iam::${HOME}:role/aws-reserved/*`, "arn:aws:iam::*:role/*_Admin", `arn:aws:iam::${HOME}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin`, "arn:aws:iam::*:role/*/*"] },
  { key: "aws:SourceArn", type: "Arn", given: [...TRAILS, "not an arn"], asked: [`arn:aws:cloudtrail:*:${HOME}:*`, "arn:aws:cloudtrail:*:*:trail/m?in", "${aws:PrincipalTag/team}", "arn:aws:cloudtrail:*:${aws:SourceAccount}:*", "arn:aws:cloudtrail:*"] },
  { key: "kms:GrantConstraintSourceArn", type: "Arn", given: TRAILS, asked: ["arn:aws:cloudtrail:*:*:*"] },
  { key: "aws:SecureTransport", type: "Bool", given: ["true", "false", "TRUE", "1"], asked: ["yes"] },
  { key: "aws:MultiFactorAuthPresent", type: "Bool", given: ["true", "false"], asked: [] },
  { key: "aws:ViaAWSService", type: "Bool", given: ["true", "false"], asked: [] },
  { key: "aws:PrincipalIsAWSService", type: "Bool", given: [], asked: ["true", "false"] },
  { key: "kms:GrantIsForAWSResource", type: "Bool", given: [], asked: ["true", "false"] },
  { key: "kms:MultiRegion", type: "Bool", given: [], asked: ["true", "false"] },
  { key: "aws:MultiFactorAuthAge", type: "Numeric", given: ["60", "3600", "6e1"], asked: ["60.0", "3.6e3", "3600.", "-1", "+3601"] },
  { key: "kms:RotationPeriodInDays", type: "Numeric", given: ["90"], asked: ["365", "364.9"] },
  { key: "kms:ScheduleKeyDeletionPendingWindowInDays", type: "Numeric", given: ["7"], asked: ["30", "29"] },
  { key: "kms:TrailingDaysWithoutKeyUsage", type: "Numeric", given: ["0", "100", "none"], asked: ["90"] },
  { key: "aws:CurrentTime", type: "Date", given: [], asked: ["2026-11-22", "2026-11-22T04:00:00+01:00", "1735689600", "2026-11-22T03:00:00.5Z", "2026"] },
  { key: "aws:EpochTime", type: "Date", given: [], asked: ["1735689600", "2025-01-01T00:00:00Z"] },
  { key: "aws:TokenIssueTime", type: "Date", given: ["2026-11-22T02:00:00Z", "2026-11-22T03:00:00.0009", "soon"], asked: ["2026-11-22T03:00Z", "2026-11-22T03:00", "+1795316400"] },
  { key: "aws:VpcSourceIp", type: "Ip", given: ["10.0.0.1"], asked: ["10.0.0.0/8"] },
  { key: "aws:SourceIp", type: "Ip", given: ["203.0.113.9", "2001:db8::9", "::ffff:203.0.113.9", "203.0.113"], asked: ["203.000.113.0/+24", "::/0", "203.0.113.0/24", "203.0.113.77/29", "2001:DB8:0:0::/64", "203.0.113.9", "0.0.0.0/0"] },
  { key: "s3:blob", type: "Binary", given: ["QQ==", "QQ", "QUI=", "!"], asked: ["QQ==", "QR=="] },
];

const OPERATORS: Record<Key["type"], readonly string[]> = {
  String: ["StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", "StringLike", "StringNotLike"],
  Arn: ["ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike", "StringEquals", "StringLike", "StringNotLike"],
  Bool: ["Bool", "Bool", "StringEquals", "StringNotEquals"],
  Numeric: [
    "NumericEquals",
    "NumericNotEquals",
    "NumericLessThan",
    "NumericLessThanEquals",
    "NumericGreaterThan",
    "NumericGreaterThanEquals",
  ],
  Date: ["DateEquals", "DateNotEquals", "DateLessThan", "DateLessThanEquals", "DateGreaterThan", "DateGreaterThanEquals"],
  Ip: ["IpAddress", "NotIpAddress"],
  Binary: ["BinaryEquals"],
};

export type ConditionBlock = Record<string, Record<string, unknown>>;
type Part = { readonly operator: string; readonly key: string; readonly values: unknown };

const times = (key: string): fc.Arbitrary<string> =>
  fc.constantFrom(key, key, key, key.toLowerCase(), key.toUpperCase().replace("KMS:", "kms:"));

/** `forKeyPolicy`: without what PutKeyPolicy refuses (ForAllValues on an encryption context or request tag). */
function part(entry: Key, forKeyPolicy: boolean): fc.Arbitrary<Part> {
  const values = [...entry.given, ...entry.asked].filter((value) => isOperand(entry.type, value));
  const withVariables = entry.type === "String" && !entry.multi ? [...values, ...values, ...values, ...VARIABLES] : values;
  const sets = entry.multi
    ? ["ForAnyValue:", "ForAllValues:", "ForAnyValue:", ""]
    : ["", "", "", "", "", "", "", "", "ForAnyValue:", "ForAllValues:"];
  const allowed = sets.filter((set) => !(forKeyPolicy && set === "ForAllValues:" && entry.key.startsWith("kms:EncryptionContext:")));
  const ordinary = fc
    .record({
      set: fc.constantFrom(...allowed),
      operator: fc.constantFrom(...OPERATORS[entry.type]),
      ifExists: fc.constantFrom("", "", "", "IfExists"),
      key: times(entry.key),
      values: operands(withVariables, entry),
    })
    .map(({ set, operator, ifExists, key, values: asked }) => ({ operator: `${set}${operator}${ifExists}`, key, values: asked }));
  const isNull = fc.record({
    operator: fc.constant("Null"),
    key: times(entry.key),
    values: fc.constantFrom<unknown>("true", "false", true, ["false"]),
  });
  return fc.oneof({ weight: 9, arbitrary: ordinary }, { weight: 1, arbitrary: isNull });
}

function operands(values: readonly string[], { type }: Key): fc.Arbitrary<unknown> {
  const one = fc.constantFrom(...values);
  if (type === "Bool") return fc.oneof(one, fc.boolean());
  const plain = fc.oneof(
    { weight: 6, arbitrary: one as fc.Arbitrary<unknown> },
    { weight: 5, arbitrary: fc.array(one, { minLength: 1, maxLength: 3 }) },
    { weight: 1, arbitrary: fc.constant([]) },
  );
  const numbers = type === "Numeric" ? fc.constantFrom<unknown>(60, 90, 365) : plain;
  return fc.oneof({ weight: 4, arbitrary: plain }, { weight: 1, arbitrary: numbers });
}

/** Requests may hold anything; what a policy asks for must be of its operator's type. */
function isOperand(type: Key["type"], value: string): boolean {
  return !["none", "soon", "!"].includes(value) && !(type === "Ip" && ["203.0.113", "::ffff:203.0.113.9"].includes(value));
}

function blockOf(parts: readonly Part[]): ConditionBlock {
  const block: ConditionBlock = {};
  const used = new Set<string>();
  for (const { operator, key, values } of parts) {
    const twin = `${operator} ${key.toLowerCase()}`;
    if (used.has(twin)) continue; // the same key twice under one operator is no valid policy
    used.add(twin);
    block[operator] = { ...block[operator], [key]: values };
  }
  return block;
}

const FOR_IDENTITY = KEYS.map((entry) => part(entry, false));
const FOR_KEY_POLICY = KEYS.map((entry) => part(entry, true));

export const conditionArbitrary = (forKeyPolicy: boolean, maxLength: number): fc.Arbitrary<ConditionBlock> =>
  fc.array(fc.oneof(...(forKeyPolicy ? FOR_KEY_POLICY : FOR_IDENTITY)), { maxLength }).map(blockOf);

/** Context as a request may bring it; a multi-valued key is an array. */
export const contextArbitrary = (among: readonly Key[], maxKeys: number): fc.Arbitrary<Record<string, string | string[]>> =>
  fc
    .uniqueArray(fc.oneof(...among.map(given)), { maxLength: maxKeys, selector: ([key]) => key.toLowerCase() })
    .map((pairs) => Object.fromEntries(pairs));

function given({ key, multi, given: values, asked }: Key): fc.Arbitrary<[string, string | string[]]> {
  const one = fc.constantFrom(...(values.length > 0 ? values : asked.filter((value) => !value.includes("$"))));
  const value: fc.Arbitrary<string | string[]> = multi ? fc.array(one, { maxLength: 3 }) : one;
  return fc.tuple(times(key), value);
}

/** Keys a request may bring: the others are worked out from the request, or are facts of the key. */
export const GIVEN_KEYS = KEYS.filter((entry) => entry.given.length > 0);

/** A Condition block and exactly the context it is held against, which nearly fits. */
export const conditionBlockArbitrary: fc.Arbitrary<{ block: ConditionBlock; context: Record<string, string | string[]> }> = fc
  .uniqueArray(fc.constantFrom(...KEYS), { minLength: 1, maxLength: 4 })
  .chain((keys) =>
    fc.record({
      block: fc.array(fc.oneof(...keys.map((entry) => part(entry, false))), { minLength: 1, maxLength: 3 }).map(blockOf),
      context: contextArbitrary([...keys, ...KEYS.slice(0, 2)], 5),
    }),
  );
