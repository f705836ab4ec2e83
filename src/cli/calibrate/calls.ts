import { algorithmsFor } from "../../catalog/key-specs.ts";
import { operation } from "../../catalog/operations.ts";
import type { WorldKey } from "../../estate/estate.ts";
import type { ContextValue } from "../../iam/request.ts";

/** A call of the AWS CLI that changes nothing: a read, or a dry run. */
export type CalledBy = "read" | "dry run";

/** One call, as AWS is asked, and what the policies are asked by it. */
export type Call = {
  readonly operation: string;
  readonly command: string; // of `aws kms`
  readonly by: CalledBy;
  readonly actions: readonly string[]; // all of them have to be allowed
  readonly takesContext: boolean; // an encryption context
  readonly input: Readonly<Record<string, unknown>>; // members of the API, without KeyId and EncryptionContext; bytes as base64
  readonly context: Readonly<Record<string, ContextValue>>; // the condition keys that the members feed
};

const BYTES = "a21zd2FyZA=="; // "kmsward"; whether it is read as base64 or as it stands is all one

type Made = Pick<Call, "input" | "context"> & Partial<Pick<Call, "actions" | "takesContext">>;
type Row = readonly [operation: string, make: (key: WorldKey, grantee: string) => Made | undefined];

const isSymmetric = ({ spec }: WorldKey): boolean => spec === "SYMMETRIC_DEFAULT";
const has = (key: WorldKey, usage: WorldKey["usage"]): boolean => key.usage === usage;
const always = (): Made => ({ input: {}, context: {} });

const crypt = (name: string): Row => [
  name,
  (key) => {
    const [algorithm] = algorithmsFor(key);
    if (!has(key, "ENCRYPT_DECRYPT") || algorithm === undefined) return undefined;
    return {
      input: { Plaintext: BYTES, EncryptionAlgorithm: algorithm },
      context: { "kms:EncryptionAlgorithm": algorithm },
      takesContext: isSymmetric(key),
    };
  },
];

/** What IGNORE_CIPHERTEXT lets go without a ciphertext. */
const withoutCiphertext = (make: () => Made): ((key: WorldKey) => Made | undefined) => {
  return (key) => (isSymmetric(key) ? { takesContext: true, ...make() } : undefined);
};
const SYMMETRIC = { "kms:EncryptionAlgorithm": "SYMMETRIC_DEFAULT" };
const IGNORED = { DryRunModifiers: ["IGNORE_CIPHERTEXT"] };

const dataKey = (name: string, input: Made["input"], context: Made["context"] = {}): Row => [
  name,
  (key) => (isSymmetric(key) ? { input, context: { ...SYMMETRIC, ...context }, takesContext: true } : undefined),
];
const PAIR = [{ KeyPairSpec: "ECC_NIST_P256" }, { "kms:DataKeyPairSpec": "ECC_NIST_P256" }] as const;

const signing = (name: string, more: Made["input"]): Row => [
  name,
  (key) => {
    const [algorithm] = algorithmsFor(key);
    if (!has(key, "SIGN_VERIFY") || algorithm === undefined) return undefined;
    return {
      input: { Message: BYTES, MessageType: "RAW", SigningAlgorithm: algorithm, ...more },
      context: { "kms:MessageType": "RAW", "kms:SigningAlgorithm": algorithm },
    };
  },
];

const mac = (name: string, more: Made["input"]): Row => [
  name,
  (key) => {
    const [algorithm] = algorithmsFor(key);
    if (!has(key, "GENERATE_VERIFY_MAC") || algorithm === undefined) return undefined;
    return { input: { Message: BYTES, MacAlgorithm: algorithm, ...more }, context: { "kms:MacAlgorithm": algorithm } };
  },
];

const OF_USAGE: Partial<Readonly<Record<WorldKey["usage"], string>>> = {
  ENCRYPT_DECRYPT: "Decrypt",
  SIGN_VERIFY: "Sign",
  GENERATE_VERIFY_MAC: "GenerateMac",
  KEY_AGREEMENT: "DeriveSharedSecret",
};

/** Every operation of AWS KMS that changes nothing, or may be run dry, and needs no ciphertext, import token or peer. */
const ROWS: readonly Row[] = [
  crypt("Encrypt"),
  ["Decrypt", withoutCiphertext(() => ({ input: { EncryptionAlgorithm: "SYMMETRIC_DEFAULT", ...IGNORED }, context: SYMMETRIC }))],
  [
    "ReEncrypt",
    withoutCiphertext(() => ({
      input: IGNORED,
      context: { ...SYMMETRIC, "kms:ReEncryptOnSameKey": "true" },
      actions: ["kms:ReEncryptFrom", "kms:ReEncryptTo"],
    })),
  ],
  dataKey("GenerateDataKey", { KeySpec: "AES_256" }),
  dataKey("GenerateDataKeyWithoutPlaintext", { KeySpec: "AES_256" }),
  dataKey("GenerateDataKeyPair", ...PAIR),
  dataKey("GenerateDataKeyPairWithoutPlaintext", ...PAIR),
  signing("Sign", {}),
  signing("Verify", { Signature: BYTES }),
  mac("GenerateMac", {}),
  mac("VerifyMac", { Mac: BYTES }),
  [
    "CreateGrant",
    (key, grantee) => {
      const allowed = OF_USAGE[key.usage];
      if (allowed === undefined) return undefined;
      return {
        input: { GranteePrincipal: grantee, Operations: [allowed] },
        context: { "kms:GranteePrincipal": grantee, "kms:GrantOperations": [allowed] },
      };
    },
  ],
  [
    "RevokeGrant",
    ({ grants }) => {
      const [first] = grants;
      return first === undefined || !/^[0-9a-f]{64}$/.test(first.GrantId) ? undefined : { input: { GrantId: first.GrantId }, context: {} };
    },
  ],
  ["DescribeKey", always],
  ["GetKeyPolicy", () => ({ input: { PolicyName: "default" }, context: {} })],
  ["GetKeyRotationStatus", (key) => (isSymmetric(key) ? always() : undefined)],
  ["GetPublicKey", (key) => (isSymmetric(key) || has(key, "GENERATE_VERIFY_MAC") ? undefined : always())],
  ["ListGrants", () => ({ input: { Limit: 1 }, context: {} })],
  ["ListKeyPolicies", always],
  ["ListKeyRotations", (key) => (isSymmetric(key) ? always() : undefined)],
  ["ListResourceTags", always],
];

/** The calls that fit a key. `grantee`: whom CreateGrant would give something, the ARN of a user or a role. */
export function callsOn(key: WorldKey, grantee: string): readonly Call[] {
  return ROWS.flatMap(([name, make]) => {
    const made = make(key, grantee);
    const row = operation(name);
    if (made === undefined || row === undefined) return [];
    const dry = row.dryRun;
    if (!dry && !row.readOnly) return [];
    return [
      {
        operation: name,
        command: name.replace(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase(),
        by: dry ? ("dry run" as const) : ("read" as const),
        actions: made.actions ?? [`kms:${name}`],
        takesContext: made.takesContext ?? false,
        input: made.input,
        context: made.context,
      },
    ];
  });
}
