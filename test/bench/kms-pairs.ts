import type { WorldObject } from "../../src/world/document.ts";

/** A key as one finds it: nine statements of its policy, three identities, an SCP and a grant; and twenty small changes of that. */

const ACCOUNT = "111122223333";
const PARTNER = "444455556666";
const role = (name: string, account = ACCOUNT): string => `arn:aws:iam::${account}:role/${name}`;
const allow = (Sid: string, members: object): Statement => ({ Sid, Effect: "Allow", Resource: "*", ...members }) as unknown as Statement;
const deny = (Sid: string, members: object): Statement => ({ Sid, Effect: "Deny", Resource: "*", ...members }) as unknown as Statement;
const document = (Statement: readonly object[]) => ({ Version: "2012-10-17", Statement });

type Statement = {
  Sid: string;
  Effect: string;
  Principal?: unknown;
  Action: string | string[];
  Condition?: Record<string, Record<string, unknown>>;
};
type Parts = { key: Statement[]; app: Statement[]; ops: Statement[]; limits: Statement[]; grants: object[] };

const USE = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"];

const parts = (): Parts => ({
  key: [
    allow("Root", { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: "kms:*" }),
    allow("Admins", { Principal: { AWS: role("admin") }, Action: ["kms:Create*", "kms:Put*", "kms:Update*", "kms:ScheduleKeyDeletion"] }),
    allow("Use", { Principal: { AWS: [role("app"), role("batch")] }, Action: USE, Condition: { StringEquals: { "kms:EncryptionContext:tenant": ["t1", "t2"] } } }),
    allow("Grants", { Principal: { AWS: role("app") }, Action: ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"], Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } } }),
    allow("Partner", { Principal: { AWS: PARTNER }, Action: ["kms:Decrypt", "kms:DescribeKey"], Condition: { StringLike: { "kms:EncryptionContext:app": "shared-*" } } }),
    allow("Logs", { Principal: { Service: "logs.us-east-1.amazonaws.com" }, Action: ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*"], Condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:app-*` } } }),
    allow("ViaS3", { Principal: "*", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Condition: { StringEquals: { "kms:CallerAccount": ACCOUNT, "kms:ViaService": "s3.us-east-1.amazonaws.com" } } }),
    deny("OutsideOrg", { Principal: "*", Action: "kms:*", Condition: { StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-example0001" }, Bool: { "aws:PrincipalIsAWSService": "false" } } }),
    deny("Keep", { Principal: "*", Action: ["kms:ScheduleKeyDeletion", "kms:DisableKey"], Condition: { ArnNotLike: { "aws:PrincipalArn": role("break-glass") } } }),
  ],
  app: [allow("Own", { Action: ["kms:Decrypt", "kms:GenerateDataKey"], Condition: { StringEquals: { "aws:ResourceTag/team": "${aws:PrincipalTag/team}" } } })],
  ops: [allow("Read", { Action: ["kms:Describe*", "kms:List*", "kms:Get*"] }), deny("NoDecrypt", { Action: "kms:Decrypt" })],
  limits: [
    allow("All", { Action: "*" }),
    deny("Regions", { Action: "kms:*", Condition: { StringNotEquals: { "aws:RequestedRegion": ["us-east-1", "eu-west-1"] } } }),
  ],
  grants: [{ grantee: role("batch"), operations: ["Decrypt", "GenerateDataKey"], constraints: { EncryptionContextSubset: { tenant: "t1" } } }],
}); // biome-ignore format: a table reads as a table

const at = (list: Statement[], i: number): Statement => list[i] as Statement;
const more = (statement: Statement, action: string): void => {
  statement.Action = [statement.Action, action].flat();
};

const CHANGES: readonly ((all: Parts) => void)[] = [
  ({ key }) => void delete at(key, 2).Condition,
  ({ key }) => more(at(key, 4), "kms:Encrypt"),
  ({ key }) => void key.splice(7, 1),
  ({ key }) => void key.splice(8, 1),
  ({ key }) => void Object.assign(at(key, 4), { Principal: "*" }),
  ({ key }) => void Object.assign(at(key, 2), { Principal: { AWS: role("app") } }),
  ({ key }) => void Object.assign(at(key, 2), { Condition: { StringLike: { "kms:EncryptionContext:tenant": "t*" } } }),
  ({ key }) => void Object.assign(at(key, 6), { Condition: { StringEquals: { "kms:CallerAccount": ACCOUNT } } }),
  ({ key }) => void Object.assign(at(key, 7), { Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-example0001" } } }),
  ({ key }) => void Object.assign(at(key, 8), { Condition: { ArnNotLike: { "aws:PrincipalArn": role("*") } } }),
  ({ key }) => void Object.assign(at(key, 3), { Condition: { BoolIfExists: { "kms:GrantIsForAWSResource": "true" } } }),
  ({ key }) => void Object.assign(at(key, 5), { Principal: { Service: ["logs.us-east-1.amazonaws.com", "sns.amazonaws.com"] } }),
  ({ app }) => more(at(app, 0), "kms:Encrypt"),
  ({ app }) => void delete at(app, 0).Condition,
  ({ ops }) => void ops.splice(1, 1),
  ({ ops }) => more(at(ops, 0), "kms:CreateGrant"),
  ({ limits }) => void limits.splice(1, 1),
  ({ limits }) => void limits.push(deny("NoGrants", { Action: "kms:CreateGrant" })),
  ({ grants }) => void grants.push({ grantee: role("app"), operations: ["Encrypt"] }),
  ({ grants }) => void grants.splice(0, 1),
];

function worldOf({ key, app, ops, limits, grants }: Parts): WorldObject {
  return {
    version: 1,
    account: ACCOUNT,
    region: "us-east-1",
    organization: { id: "o-example0001", accounts: [ACCOUNT], serviceControl: [document(limits)] },
    principals: {
      app: { arn: role("app"), tags: { team: "a" }, policies: [document(app)] },
      ops: { arn: role("ops"), policies: [document(ops)] },
      batch: { arn: role("batch") },
    },
    keys: {
      orders: {
        arn: `arn:aws:kms:us-east-1:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`,
        policy: document(key),
        tags: { team: "a" },
        grants,
      },
    },
  } as unknown as WorldObject;
}

/** Each: the world, and it with one of the changes. */
export const KMS_PAIRS: readonly (readonly [before: WorldObject, after: WorldObject])[] = CHANGES.map((change) => {
  const after = parts();
  change(after);
  return [worldOf(parts()), worldOf(after)];
});

/** A world with one key of so many statements, for as many roles and tenants, and as many in policies of roles. */
export function manyStatements(count: number, ofRoles = 0): WorldObject {
  const statement = (i: number): Statement => {
    const Condition = { StringLike: { "kms:EncryptionContext:tenant": `tenant-${i}-*`, "kms:EncryptionContext:stage": "prod" } };
    return i % 10 === 9 ? deny(`No${i}`, { Action: USE, Condition }) : allow(`Tenant${i}`, { Action: USE, Condition });
  };
  const all = Array.from({ length: count }, (_, i) => ({
    ...statement(i),
    Principal: { AWS: [role(`team-${i % 40}`), role(`reader-${i % 25}`)] },
  }));
  const world = worldOf({ ...parts(), key: [at(parts().key, 0), ...all], grants: [] });
  const own = Array.from({ length: ofRoles / 20 }, (_, n) => {
    const policies = [document(Array.from({ length: 20 }, (__, i) => statement(n * 20 + i)))];
    return [`team-${n}`, { arn: role(`team-${n}`), policies }] as const;
  });
  return { ...world, principals: { ...world.principals, ...Object.fromEntries(own) } } as unknown as WorldObject;
}
