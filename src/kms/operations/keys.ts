import { ok } from "../../base/result.ts";
import { defaultKeyPolicyText } from "../../catalog/default-key-policy.ts";
import { algorithmsFor, KEY_ORIGINS, KEY_SPECS, type KeySpec, type KeyUsage, SPECS_BY_USAGE } from "../../catalog/key-specs.ts";
import { onAnything, onKey, onTags } from "../checks.ts";
import { error, type KmsError, notBuilt, refuse } from "../errors.ts";
import { newKeyId } from "../ids.ts";
import * as member from "../input.ts";
import { type Key, keyArn, type Material } from "../key.ts";
import { checkKeyPolicy } from "../key-policy.ts";
import { checkPlace, placeKey } from "../key-stores/keys.ts";
import { andThen } from "../later.ts";
import { isSpecSupported, newMaterial } from "../materials.ts";
import { metadataOf } from "../metadata.ts";
import { type Ended, operation } from "../operation.ts";
import { pageOf } from "../paging.ts";
import type { Ports } from "../ports.ts";
import { hasAllKeys } from "../quotas.ts";
import type { Home } from "../state.ts";
import { checkTags, tagContext, tagsOf } from "../tag-rules.ts";

const SPECS = KEY_SPECS.map(({ spec }) => spec) as [KeySpec, ...KeySpec[]];
/** The former name takes no spec that came after it (KMS API Reference, CustomerMasterKeySpec). */
const FORMER_SPECS = SPECS.filter((spec) => !/^(ML_|ECC_NIST_EDWARDS)/.test(spec)) as typeof SPECS;
const USAGES = Object.keys(SPECS_BY_USAGE) as [KeyUsage, ...KeyUsage[]];

type KeyWish = {
  readonly KeySpec?: KeySpec | undefined;
  readonly CustomerMasterKeySpec?: KeySpec | undefined; // its former name
  readonly KeyUsage?: KeyUsage | undefined;
  readonly Origin: (typeof KEY_ORIGINS)[number];
  readonly MultiRegion?: boolean | undefined;
  readonly CustomKeyStoreId?: string | undefined;
  readonly XksKeyId?: string | undefined;
};

const specOf = ({ KeySpec, CustomerMasterKeySpec }: KeyWish): KeySpec => KeySpec ?? CustomerMasterKeySpec ?? "SYMMETRIC_DEFAULT";
const usageOf = ({ KeyUsage }: KeyWish): KeyUsage => KeyUsage ?? "ENCRYPT_DECRYPT"; // only a symmetric encryption key may leave it out

/** Which specs, usages and origins go together (KMS API Reference, CreateKey). */
function checkWish(wish: KeyWish): KmsError | undefined {
  const [spec, usage] = [specOf(wish), usageOf(wish)];
  const invalid = (message: string) => error("ValidationException", message);
  if (wish.KeySpec !== undefined && wish.CustomerMasterKeySpec !== undefined) {
    return invalid("You cannot specify KeySpec and CustomerMasterKeySpec in the same request. CustomerMasterKeySpec is deprecated.");
  }
  if (wish.KeyUsage === undefined && spec !== "SYMMETRIC_DEFAULT") {
    return invalid("You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.");
  }
  if (algorithmsFor({ spec, usage }).length === 0) return invalid(`KeyUsage ${usage} is not compatible with KeySpec ${spec}`);
  if (wish.Origin === "EXTERNAL" && /^ML_/.test(spec)) return invalid(`KeySpec ${spec} is not supported for Origin EXTERNAL`);
  return isSpecSupported(spec) ? checkPlace(wish, { spec, usage }) : notBuilt(`keys of spec ${spec}`);
}

/** KMS API Reference, CreateKey. The default key policy is not checked; another one must let the caller change it again. */
export const CreateKey = operation({
  name: "CreateKey",
  input: member.request({
    Policy: member.policyText().optional(),
    Description: member.text(0, 8192).default(""),
    KeyUsage: member.oneOf(USAGES).optional(),
    CustomerMasterKeySpec: member.oneOf(FORMER_SPECS).optional(),
    KeySpec: member.oneOf(SPECS).optional(),
    Origin: member.oneOf(KEY_ORIGINS).default("AWS_KMS"),
    CustomKeyStoreId: member.text(1, 64).optional(),
    BypassPolicyLockoutSafetyCheck: member.flag(),
    Tags: member.tags().optional(),
    MultiRegion: member.flag(),
    XksKeyId: member.text(1, 128, "^[a-zA-Z0-9-_.]+$").optional(),
  }),
  checks: { tags: onTags, service: onAnything("kms:CreateKey") }, // in this order: who lacks both is told of kms:TagResource (rule kms.create-key.tags-first)
  context: (input) => ({
    keys: {
      "kms:KeySpec": specOf(input),
      "kms:CustomerMasterKeySpec": specOf(input),
      "kms:KeyUsage": usageOf(input),
      "kms:CustomerMasterKeyUsage": usageOf(input),
      "kms:KeyOrigin": input.Origin,
      "kms:MultiRegion": input.MultiRegion ?? false,
      ...(input.MultiRegion === true && { "kms:MultiRegionKeyType": "PRIMARY" }),
      ...(input.BypassPolicyLockoutSafetyCheck !== undefined && {
        "kms:BypassPolicyLockoutSafetyCheck": input.BypassPolicyLockoutSafetyCheck,
      }),
      ...tagContext(input.Tags),
    },
  }),
  validate: (input) => checkWish(input) ?? checkTags(input.Tags ?? []),
  run: (call, ports): Ended<{ readonly KeyMetadata: ReturnType<typeof metadataOf> }> => {
    const { input, home, now, state, wouldAllow, knowsPrincipal } = call;
    if (home.partition === "aws-cn" && specOf(input).startsWith("ML_KEM_"))
      return refuse("UnsupportedOperationException", `KeySpec ${specOf(input)} is not available in China Regions.`); // our words
    if (hasAllKeys(home, state)) return refuse("LimitExceededException");
    const key = makeKey(input, home, now, ports);
    const bypass = input.BypassPolicyLockoutSafetyCheck;
    const fault = input.Policy === undefined ? undefined : checkKeyPolicy({ key, bypass, wouldAllow, knowsPrincipal });
    if (fault !== undefined) return { ok: false, error: fault };
    return andThen(placeKey(key, input, home, ports, call), ({ key: placed, ...rest }) =>
      ok({
        reply: { KeyMetadata: metadataOf(placed, state) },
        changes: [{ kind: "put-key" as const, key: placed }],
        made: placed,
        ...rest,
      }),
    );
  },
  log: {
    parameters: [
      "Description",
      "Origin",
      "BypassPolicyLockoutSafetyCheck",
      "CustomerMasterKeySpec",
      "KeySpec",
      "KeyUsage",
      "MultiRegion",
      "Policy",
      "Tags",
      "CustomKeyStoreId",
      "XksKeyId",
    ],
    implied: (input) => ({
      KeySpec: specOf(input),
      CustomerMasterKeySpec: specOf(input),
      KeyUsage: usageOf(input),
      BypassPolicyLockoutSafetyCheck: false,
    }),
    response: (reply) => reply,
  },
});

type NewKey = KeyWish & { readonly Policy?: string | undefined; readonly Description: string; readonly Tags?: Key["tags"] | undefined };

function makeKey(input: NewKey, home: Home, now: number, ports: Ports): Key {
  const id = newKeyId(input.MultiRegion === true, ports.randomBytes);
  const spec = specOf(input);
  return {
    partition: home.partition,
    account: home.account,
    region: home.region,
    arn: keyArn(home, id),
    id,
    manager: "CUSTOMER",
    createdAt: now,
    description: input.Description,
    spec,
    usage: usageOf(input),
    origin: input.Origin,
    policy: input.Policy ?? defaultKeyPolicyText(home),
    tags: tagsOf(input.Tags),
    aliases: [],
    enabled: true,
    multiRegion: input.MultiRegion === true ? { type: "PRIMARY", primaryRegion: home.region } : undefined,
    materials: input.Origin === "AWS_KMS" ? [firstMaterial(spec, id, ports)] : [],
    onDemandRotations: 0,
  };
}

function firstMaterial(spec: KeySpec, keyId: string, ports: Ports): Material {
  const secret = newMaterial(spec, keyId, ports);
  return { id: secret.id, secret, state: "CURRENT" };
}

/** KMS API Reference, DescribeKey. */
export const DescribeKey = operation({
  name: "DescribeKey",
  input: member.request({ KeyId: member.keyId(), GrantTokens: member.grantTokens() }),
  checks: { key: onKey("kms:DescribeKey", "KeyId", "any") },
  run: ({ found, state }) => ok({ reply: { KeyMetadata: metadataOf(found.key.key, state) }, changes: [] }),
  log: { parameters: ["KeyId"] },
});

export type ListKeysReply = {
  readonly Keys: readonly { readonly KeyId: string; readonly KeyArn: string }[];
  readonly NextMarker?: string;
  readonly Truncated: boolean;
};

/** KMS API Reference, ListKeys: every key of the account and Region, whatever its state. */
export const ListKeys = operation({
  name: "ListKeys",
  input: member.request({ Limit: member.limit(), Marker: member.marker() }),
  checks: { service: onAnything("kms:ListKeys") },
  run: ({ input, home, state }): Ended<ListKeysReply> => {
    const page = pageOf(state.keysOf(home), input, { usual: 100, most: 1000, listing: "keys" });
    if (!page.ok) return page;
    const { names, ...rest } = page.value;
    const Keys = names.map((arn) => ({ KeyId: arn.slice(arn.lastIndexOf("/") + 1), KeyArn: arn }));
    return ok({ reply: { Keys, ...rest }, changes: [] });
  },
  log: { parameters: ["Limit", "Marker"] },
});

/** KMS API Reference, UpdateKeyDescription. */
export const UpdateKeyDescription = operation({
  name: "UpdateKeyDescription",
  input: member.request({ KeyId: member.keyId(), Description: member.text(0, 8192) }),
  checks: { key: onKey("kms:UpdateKeyDescription", "KeyId", "id or ARN") },
  run: ({ input, found }) =>
    ok({ reply: {}, changes: [{ kind: "put-key" as const, key: { ...found.key.key, description: input.Description } }] }),
  log: { parameters: ["KeyId", "Description"] },
});
