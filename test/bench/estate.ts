import type { WorldObject } from "../../src/world/document.ts";

/** An estate as companies have them: many principals that hold few different sets of policies, and many keys with few different policies. */
export type EstateSize = {
  readonly principals: number;
  readonly sets: number; // different policy sets of principals
  readonly keys: number;
  readonly keyPolicies: number; // different ones
  readonly changed?: number; // documents of the policy sets that say something else than they would
};

const ACCOUNTS = ["111122223333", "222233334444", "333344445555", "444455556666"] as const;
const REGION = "us-east-1";
const PARTNER = "555566667777";

const accountOf = (i: number): string => ACCOUNTS[i % ACCOUNTS.length] as string;
const hex = (i: number): string => i.toString(16).padStart(8, "0");
export const keyArn = (i: number): string => `arn:aws:kms:${REGION}:${accountOf(i)}:key/${hex(i)}-12ab-34cd-56ef-1234567890ab`;
export const roleArn = (i: number): string => `arn:aws:iam::${accountOf(i)}:role/team-${i % 17}/service-${i}`;

const document = (...Statement: readonly object[]): object => ({ Version: "2012-10-17", Statement });
const allow = (members: object): object => ({ Effect: "Allow", ...members });
const USE = ["kms:Decrypt", "kms:GenerateDataKey*", "kms:DescribeKey"];

/** One of so many key policies, for any key of an account: seven ways in which they are written, each with names of its own. */
function keyPolicy(i: number, account: string, size: EstateSize): object {
  const root = `arn:aws:iam::${account}:root`;
  const named = (n: number): string => {
    const first = ACCOUNTS.indexOf(account as (typeof ACCOUNTS)[number]);
    return roleArn((((i * 97 + n * 31) % Math.max(1, Math.floor(size.principals / 4))) * 4 + first) % size.principals);
  };
  const delegation = allow({ Sid: "Root", Principal: { AWS: root }, Action: "kms:*", Resource: "*" });
  const admin = allow({
    Sid: "Admin",
    Principal: { AWS: named(1) },
    Action: ["kms:Put*", "kms:Create*", "kms:Describe*", "kms:ScheduleKeyDeletion"],
    Resource: "*",
  });
  const use = (Condition?: object) =>
    allow({ Sid: "Use", Principal: { AWS: [named(2), named(3)] }, Action: USE, Resource: "*", ...(Condition && { Condition }) });
  const ways = [
    [delegation, use()],
    [delegation, use({ StringEquals: { "kms:EncryptionContext:tenant": `t${i}` } })],
    [admin, use()],
    [delegation, admin, allow({ Principal: { Service: "logs.us-east-1.amazonaws.com" }, Action: USE, Resource: "*", Condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:${REGION}:${account}:log-group:g${i}-*` } } })],
    [admin, use(), allow({ Principal: "*", Action: USE, Resource: "*", Condition: { StringEquals: { "kms:CallerAccount": account, "kms:ViaService": [`s3.${REGION}.amazonaws.com`, `sqs.${REGION}.amazonaws.com`] } } })],
    [delegation, use(), allow({ Sid: "Partner", Principal: { AWS: PARTNER }, Action: ["kms:Decrypt"], Resource: "*", Condition: { StringLike: { "kms:EncryptionContext:app": `p${i}-*` } } })],
    [delegation, use(), { Effect: "Deny", Principal: "*", Action: ["kms:ScheduleKeyDeletion", "kms:PutKeyPolicy"], Resource: "*", Condition: { ArnNotLike: { "aws:PrincipalArn": `arn:aws:iam::${account}:role/team-${i % 17}/*` } } }],
  ]; // biome-ignore format: a table reads as a table
  return document(...(ways[i % ways.length] as readonly object[]));
}

/** The policies of a set: some for all keys, more for a few of them, most about other services than KMS. */
function policySet(i: number, size: EstateSize): readonly object[] {
  const own = Array.from({ length: 3 }, (_, n) => keyArn((i * 13 + n * 4) % size.keys));
  const others = document(
    allow({ Action: ["s3:GetObject", "s3:PutObject"], Resource: `arn:aws:s3:::bucket-${i}/\${aws:username}/*` }),
    allow({ Action: ["sqs:*", "logs:*"], Resource: "*" }),
  );
  const isChanged = i < (size.changed ?? 0);
  const actions = isChanged ? [...USE, "kms:Encrypt"] : USE;
  const ways = [
    [others],
    [others, document(allow({ Action: actions, Resource: own }))],
    [document(allow({ Action: actions, Resource: own, Condition: { StringEquals: { "kms:EncryptionContext:tenant": `t${i % 50}` } } }))],
    [others, document(allow({ Action: ["kms:Describe*", "kms:List*"], Resource: "*" }), allow({ Action: "kms:Encrypt", Resource: own }))],
    [document(allow({ Action: actions, Resource: `arn:aws:kms:*:${accountOf(i)}:key/*`, Condition: { StringEquals: { "kms:ViaService": `s3.${REGION}.amazonaws.com`, "aws:ResourceTag/team": "${aws:PrincipalTag/team}" } } })), others],
    [document(allow({ Action: "kms:Decrypt", Resource: "*", Condition: { StringEquals: { "aws:ResourceTag/set": `${i}` } } }))],
  ]; // biome-ignore format: a table reads as a table
  return i === 11 ? [document(allow({ Action: "*", Resource: "*" }))] : (ways[i % ways.length] as readonly object[]);
}

export function estateOf(size: EstateSize): WorldObject {
  const policies: Record<string, object> = {};
  const sets = Array.from({ length: size.sets }, (_, i) =>
    policySet(i, size).map((policy, n) => {
      policies[`set-${i}-${n}`] = policy;
      return `set-${i}-${n}`;
    }),
  );
  const principals = Object.fromEntries(
    Array.from({ length: size.principals }, (_, i) => [
      `service-${i}`,
      { arn: roleArn(i), policies: sets[(i + Math.floor(i / size.sets)) % size.sets], tags: { team: `team-${i % 5}`, owner: `o${i}` } },
    ]),
  );
  const keys = Object.fromEntries(
    Array.from({ length: size.keys }, (_, i) => [
      `k${i}`,
      { arn: keyArn(i), policy: keyPolicy(i % size.keyPolicies, accountOf(i), size), tags: { team: `team-${i % 5}`, set: `${i % 40}` } },
    ]),
  );
  return {
    version: 1,
    account: ACCOUNTS[0],
    region: REGION,
    organization: {
      id: "o-example0001",
      rootId: "r-ab12",
      units: { prod: { id: "ou-ab12-prod0001", accounts: [...ACCOUNTS] } },
      serviceControl: [document(allow({ Action: "*", Resource: "*" }), { Effect: "Deny", Action: "kms:DisableKey", Resource: "*" })],
    },
    policies,
    principals,
    keys,
  } as WorldObject;
}
