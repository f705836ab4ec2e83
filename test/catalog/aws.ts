import { readFileSync } from "node:fs";

/** What AWS documents of KMS, gathered apart from the catalog (fixtures/aws): the thing its tables must agree with. */
type AwsOperation = {
  readonly name: string;
  readonly permissions: readonly {
    readonly action: string;
    readonly resource: "key" | "alias" | "*";
    readonly resourceFrom: string | null;
    readonly policyTypes: readonly string[];
    readonly note?: string;
  }[];
  readonly crossAccount: boolean | string;
  readonly conditionKeys: readonly string[];
  readonly accessLevel: string | null;
  readonly keyIdentifier?: { readonly member: string; readonly accepts: readonly string[] };
  readonly keyStates: Readonly<Record<string, string>> | null;
  readonly keyUsage: readonly string[] | null;
  readonly keySpecs: readonly string[] | null;
  readonly origins: readonly string[] | null;
  readonly grantOperations: readonly string[];
  readonly request: Readonly<
    Record<string, { readonly enum?: readonly string[]; readonly memberEnum?: readonly string[]; readonly default?: unknown }>
  >;
  readonly dryRun: boolean;
  readonly dryRunModifiers: boolean;
  readonly grantTokens: boolean;
  readonly recipient: boolean;
  readonly cloudTrail: { readonly readOnly: boolean };
};

type AwsConditionKey = {
  readonly key: string;
  readonly type: string;
  readonly multiValued: boolean;
  readonly operations: readonly string[];
  readonly policyTypes: readonly string[];
};

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../fixtures/aws/${name}.json`, import.meta.url), "utf8"));

export const AWS: {
  readonly operations: readonly AwsOperation[];
  readonly keyResourceConditionKeys: readonly string[];
  readonly stateResults: Readonly<Record<string, { readonly error?: string; readonly message?: string }>>;
  readonly grantOperations: readonly string[];
  readonly permissionOnlyActions: readonly { readonly action: string }[];
  readonly conditionKeys: readonly AwsConditionKey[];
} = { ...read("kms-operations"), ...read("kms-condition-keys") };

export function awsOperation(name: string): AwsOperation {
  const found = AWS.operations.find((operation) => operation.name === name);
  if (!found) throw new Error(`fixtures/aws has no operation ${name}`);
  return found;
}

/** AWS writes the member of a family as a variable or a range; the catalog writes the family's prefix. */
export const catalogNames = (awsName: string): readonly string[] =>
  awsName === "kms:RecipientAttestation:*"
    ? ["kms:RecipientAttestation:ImageSha384", "kms:RecipientAttestation:PCR", "kms:RecipientAttestation:NitroTPMPCR"]
    : [awsName.replace(/\$\{\w+\}$/, "").replace(/0\.\.\w+$/, "")];

/** The rows that two tables do not have alike, each as a line to read; empty when they agree in both directions. */
export function disagreements(ours: Readonly<Record<string, unknown>>, theirs: Readonly<Record<string, unknown>>): readonly string[] {
  const names = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])];
  const text = (row: unknown) => (row === undefined ? "no row" : JSON.stringify(row));
  return names
    .filter((name) => text(ours[name]) !== text(theirs[name]))
    .map((name) => `${name}: ours ${text(ours[name])}, AWS ${text(theirs[name])}`);
}
