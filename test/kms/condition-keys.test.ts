import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FIXTURES } from "../fixtures.ts";
import { ACCOUNT, allow, call, type KeyName, type Lab, lab, policy, refusalIfAny, TESTER } from "./lab.ts";
import { SAMPLE_CALLS } from "./sample-calls.ts";

/**
 * Every condition key that is documented for an operation (KMS Developer Guide, "AWS KMS condition keys") is there in its calls: a statement that denies
 * where the key is present denies the call.
 */

type Row = { readonly name: keyof typeof SAMPLE_CALLS; readonly conditionKeys: readonly string[] };
const { operations } = JSON.parse(readFileSync(join(FIXTURES, "aws/kms-operations.json"), "utf8")) as {
  readonly operations: readonly Row[];
};

const SERVICE = "secretsmanager.us-east-1.amazonaws.com";
const SOURCE = "arn:aws:s3:::bucket";
const SPECIFIC = "dynamodb.us-east-1.amazonaws.com";

/** What a sample call must hold besides, for a key to be there. */
const WITH: Readonly<Record<string, object>> = {
  "kms:BypassPolicyLockoutSafetyCheck": { BypassPolicyLockoutSafetyCheck: true },
  "kms:ExpirationModel": { ExpirationModel: "KEY_MATERIAL_EXPIRES", ValidTo: new Date(Date.UTC(2026, 10, 23)) },
  "kms:ValidTo": { ExpirationModel: "KEY_MATERIAL_EXPIRES", ValidTo: new Date(Date.UTC(2026, 10, 23)) },
  "kms:GrantConstraintSourceArn": { Constraints: { SourceArn: SOURCE } },
  "kms:GrantConstraintType": { Constraints: { EncryptionContextSubset: { tenant: "a" } } },
  "kms:GranteeServicePrincipal": {
    GranteePrincipal: undefined,
    GranteeServicePrincipal: SPECIFIC,
    RetiringServicePrincipal: SPECIFIC,
    Constraints: { SourceArn: SOURCE },
  },
  "kms:RetiringPrincipal": { RetiringPrincipal: `arn:aws:iam::${ACCOUNT}:root` },
  "kms:RetiringServicePrincipal": { RetiringServicePrincipal: SPECIFIC },
};
const CONTEXT = { EncryptionContext: { tenant: "a" } };
const TAGS = { Tags: [{ TagKey: "team", TagValue: "orders" }] };

/** Keys of attestation documents have tests of their own (`recipient`). Tags of a key are not there before the key is, whatever the list says. */
const told = (name: Row["name"]) => (key: string) =>
  !key.startsWith("kms:RecipientAttestation") && !(name === "CreateKey" && key.startsWith("aws:ResourceTag/"));

/** The key as a policy names it, and what the call holds besides. */
function probe(name: Row["name"], documented: string): { readonly key: string; readonly besides: object } {
  if (documented === "kms:EncryptionContext:${EncryptionContextKey}" || documented === "kms:EncryptionContextKeys") {
    const key = documented.endsWith("Keys") ? documented : "kms:EncryptionContext:tenant";
    const constraint = { Constraints: { EncryptionContextSubset: CONTEXT.EncryptionContext } };
    const sides = { SourceEncryptionContext: CONTEXT.EncryptionContext, DestinationEncryptionContext: CONTEXT.EncryptionContext };
    return { key, besides: name === "CreateGrant" ? constraint : name === "ReEncrypt" ? sides : CONTEXT };
  }
  if (documented.startsWith("aws:RequestTag/")) return { key: "aws:RequestTag/team", besides: TAGS };
  if (documented === "aws:TagKeys") return { key: documented, besides: name === "UntagResource" ? {} : TAGS };
  if (documented.startsWith("aws:ResourceTag/")) return { key: "aws:ResourceTag/team", besides: {} };
  if (documented === "kms:MultiRegionKeyType" && name === "CreateKey") return { key: documented, besides: { MultiRegion: true } };
  return { key: documented, besides: WITH[documented] ?? {} };
}

/** An estate whose keys have tags and aliases, and a caller who may do everything where the key is absent. */
async function guarded(name: Row["name"], key: string): Promise<Lab & { readonly caller: Lab["tester"] }> {
  const deny = { Effect: "Deny", Action: "kms:*", Resource: "*", Condition: { Null: { [key]: "false" } } };
  const tester = { arn: TESTER, policies: [policy(allow("kms:*"), deny)] };
  const ready = await lab([], { principals: { tester } });
  for (const one of SAMPLE_CALLS[name].keys ?? ["symmetric"])
    ready.change(one, { tags: [{ TagKey: "team", TagValue: "orders" }], ...(key === "kms:MultiRegionKeyType" && multiRegion) });
  return { ...ready, caller: ready.kms.as({ principal: "tester", ...(key === "kms:ViaService" && { viaService: SERVICE }) }) };
}

/** Of a grant that is retired: its constraint. */
const constrained = ({ admin, id }: Lab): object =>
  admin.createGrant({
    KeyId: id("symmetric"),
    GranteePrincipal: TESTER,
    Operations: ["Decrypt", "RetireGrant"],
    Constraints: { EncryptionContextSubset: CONTEXT.EncryptionContext },
  });

const multiRegion = { multiRegion: { type: "PRIMARY", primaryRegion: "us-east-1" } } as const;

const named = (name: Row["name"], key: string, input: object): object => {
  if (key !== "kms:RequestAlias") return input;
  const alias = (one: KeyName) => `alias/${one}`;
  if (name === "ReEncrypt") return { ...input, DestinationKeyId: alias("other") };
  return { ...input, KeyId: alias(SAMPLE_CALLS[name].keys?.[0] ?? "symmetric") };
};

describe.each(operations.filter(({ name, conditionKeys }) => conditionKeys.some(told(name))))("$name", ({ name, conditionKeys }) => {
  it.each(conditionKeys.filter(told(name)))("tells policies %s", async (documented) => {
    const { key, besides } = probe(name, documented);
    const ready = await guarded(name, key);
    const sample = SAMPLE_CALLS[name].input(ready);
    const input = named(name, key, {
      ...sample,
      ...(name === "RetireGrant" ? { KeyId: ready.arn("symmetric"), ...constrained(ready) } : besides),
    });
    if (/Alias/.test(key)) for (const one of SAMPLE_CALLS[name].keys ?? []) nameKey(ready, one);
    expect(refusalIfAny(() => call(ready.caller, name, input))?.message).toContain("with an explicit deny in an identity-based policy");
  });
});

/** The former names of two keys go with these; the list leaves them out. */
const FORMER: Readonly<Record<string, string>> = {
  "kms:CustomerMasterKeySpec": "kms:KeySpec",
  "kms:CustomerMasterKeyUsage": "kms:KeyUsage",
};
const { conditionKeys: ALL } = JSON.parse(readFileSync(join(FIXTURES, "aws/kms-condition-keys.json"), "utf8")) as {
  readonly conditionKeys: readonly { readonly key: string }[];
};
const PLAIN = ALL.map(({ key }) => key).filter((key) => key.startsWith("kms:") && !/[$*]/.test(key));

it.each(operations)("$name tells policies no other key", async ({ name, conditionKeys }) => {
  const others = PLAIN.filter((key) => !conditionKeys.includes(key) && !conditionKeys.includes(FORMER[key] ?? key));
  expect(others.length).toBeGreaterThan(10);
  const deny = others.map((key) => ({ Effect: "Deny", Action: "kms:*", Resource: "*", Condition: { Null: { [key]: "false" } } }));
  const tester = { arn: TESTER, policies: [policy(allow("kms:*"), ...deny)] };
  const ready = await lab([], { principals: { tester } });
  const input = SAMPLE_CALLS[name].input(ready);
  expect(refusalIfAny(() => call(ready.tester, name, input))).toBeUndefined();
  const forwarded = await lab([], { principals: { tester } });
  const again = SAMPLE_CALLS[name].input(forwarded);
  expect(refusalIfAny(() => call(forwarded.kms.as({ principal: "tester", viaService: SERVICE }), name, again))).toBeUndefined();
});

function nameKey({ admin, id, store, arn }: Lab, one: KeyName): void {
  if (store.state.key(arn(one))?.aliases.length === 0) admin.createAlias({ AliasName: `alias/${one}`, TargetKeyId: id(one) });
}

/** KMS Developer Guide, "AWS KMS permissions": alias operations have no condition keys of KMS on their alias half. */
it.each(["CreateAlias", "UpdateAlias", "DeleteAlias"] as const)("the alias half of %s has none", async (name) => {
  const Resource = `arn:aws:kms:us-east-1:${ACCOUNT}:alias/*`;
  const deny = PLAIN.map((key) => ({ Effect: "Deny", Action: "kms:*", Resource, Condition: { Null: { [key]: "false" } } }));
  const tester = { arn: TESTER, policies: [policy(allow("kms:*"), ...deny)] };
  const ready = await lab([], { principals: { tester } });
  const caller = ready.kms.as({ principal: "tester", viaService: SERVICE });
  expect(refusalIfAny(() => call(caller, name, SAMPLE_CALLS[name].input(ready)))).toBeUndefined();
});
