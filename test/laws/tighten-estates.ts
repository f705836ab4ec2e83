import { KEY, record } from "../replay/records.ts";
import { A, B, roleIn } from "../world/worlds.ts";

/** An estate as people have them after some years, and a log of 90 days in which a part of it was needed. The same seed gives the same. */
export type GrownEstate = { readonly world: object; readonly events: readonly object[] };

const DAY = 86_400_000;
const START = Date.UTC(2026, 7, 1);
const SETS = [
  ["kms:Decrypt", "kms:DescribeKey"],
  ["kms:Encrypt", "kms:GenerateDataKey*", "kms:DescribeKey"],
  ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
  ["kms:Decrypt", "kms:GenerateDataKey"],
  ["kms:De*", "kms:GenerateDataKeyWithoutPlaintext"],
];
const USED = ["Decrypt", "Encrypt", "GenerateDataKey", "GenerateDataKeyWithoutPlaintext"];
const TENANTS = ["t1", "t2", "t3", "t4"];

export function grownEstate(seed: number): GrownEstate {
  let state = seed * 2_654_435_761 + 1;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const one = <T>(list: readonly T[]): T => list[random(list.length)] as T;
  const some = <T>(list: readonly T[], most: number): readonly T[] => [
    ...new Set(Array.from({ length: 1 + random(most) }, () => one(list))),
  ];
  const roles = Array.from({ length: 5 + random(4) }, (_, i) => `app-${i}`);
  const delegated = Array.from({ length: 2 + random(2) }, (_, i) => `team-${i}`);
  const allow = (Sid: string, principals: unknown, Action: unknown, more: object = {}) => ({
    Sid,
    Effect: "Allow",
    Principal: { AWS: principals },
    Action,
    Resource: "*",
    ...more,
  });
  const uses = Array.from({ length: 3 + random(3) }, (_, i) => {
    const tenants = random(3) === 0 ? { Condition: { StringEquals: { "kms:EncryptionContext:tenant": some(TENANTS, 4) } } } : {};
    return allow(
      `Use${i}`,
      some(roles, 3).map((name) => roleIn(name)),
      one(SETS),
      tenants,
    );
  });
  const Statement = [
    allow("Own", `arn:aws:iam::${A}:root`, "kms:*"),
    allow("Admin", roleIn("admin"), ["kms:Put*", "kms:Describe*", "kms:Get*", "kms:ScheduleKeyDeletion", "kms:CancelKeyDeletion"]),
    ...uses,
    allow("Partner", roleIn("reader", B), ["kms:Decrypt", "kms:Encrypt"]),
    {
      Sid: "NoBypass",
      Effect: "Deny",
      Principal: "*",
      Action: "kms:PutKeyPolicy",
      Resource: "*",
      Condition: { Bool: { "kms:BypassPolicyLockoutSafetyCheck": "true" } },
    },
  ];
  const identity = (name: string) => ({
    arn: roleIn(name),
    policies: [
      {
        Version: "2012-10-17",
        Statement: [{ Sid: `S${name.replace("-", "")}`, Effect: "Allow", Action: one(SETS), Resource: one(["*", KEY]) }],
      },
    ],
  });
  const world = {
    organization: undefined,
    keys: {
      orders: {
        arn: KEY,
        policy: { Version: "2012-10-17", Id: "grown", Statement },
        grants: [{ name: "export", grantee: roles[0], operations: ["Decrypt", "Encrypt", "GenerateDataKey", "RetireGrant"] }],
      },
    },
    principals: {
      admin: { arn: roleIn("admin") },
      ...Object.fromEntries(roles.map((name) => [name, { arn: roleIn(name) }])),
      ...Object.fromEntries(delegated.map((name) => [name, identity(name)])),
      reader: {
        arn: roleIn("reader", B),
        policies: [{ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "kms:*", Resource: "*" }] }],
      },
    },
  };
  // About a fourth of who may do what did so, every few days.
  const callers = [...roles, ...delegated, "reader"].map((name) => [name, name === "reader" ? B : A] as const);
  const calls = callers.flatMap(([name, account]) =>
    USED.filter(() => random(4) === 0).map((operation) => ({ name, account, operation, tenant: one(TENANTS), every: 2 + random(9) })),
  );
  const events = calls.flatMap(({ name, account, operation, tenant, every }, n) =>
    Array.from({ length: Math.floor(90 / every) }, (_, i) =>
      record({
        eventID: `${seed}-${n}-${i}`,
        eventTime: new Date(START + (i * every + random(2)) * DAY + random(23) * 3_600_000).toISOString().replace(/\.\d+Z/, "Z"),
        eventName: operation,
        requestParameters: {
          encryptionContext: { tenant },
          encryptionAlgorithm: "SYMMETRIC_DEFAULT",
          ...(operation === "Decrypt" ? {} : { keyId: KEY }),
        },
        userIdentity: {
          type: "AssumedRole",
          principalId: "AROAIOSFODNN7EXAMPLE1:s",
          arn: `arn:aws:sts::${account}:assumed-role/${name}/s`,
          accountId: account,
          sessionContext: {
            sessionIssuer: { type: "Role", arn: roleIn(name, account), accountId: account, userName: name },
            attributes: { creationDate: "2026-11-20T10:00:00Z", mfaAuthenticated: "false" },
          },
        },
      }),
    ),
  );
  return { world, events };
}
