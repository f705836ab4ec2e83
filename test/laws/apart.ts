import type { Question } from "./mutant-run.ts";

/** Cases that AWS does not document and in which the oracle, which has its own reading, answers otherwise: they are held by themselves, not as fixtures. */

const ALICE = "arn:aws:iam::111122223333:user/alice";
const SESSION = "arn:aws:sts::111122223333:assumed-role/app/s1";
const ROLE_ID = "AROAAPPROLEEXAMPLE001";
const KEY = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

const document = (...statements: readonly object[]) => ({ Version: "2012-10-17", Statement: statements });
const statement = (effect: "Allow" | "Deny", rest: object) => ({ Effect: effect, Action: "kms:*", Resource: "*", ...rest });
const toAll = (condition: object) => statement("Allow", { Principal: { AWS: "*" }, Condition: condition });
const wants = (key: string, value: string) => ({ Condition: { StringEquals: { [key]: value } } });
const grantTo = (tenant: string, id: string) => ({
  GrantId: id,
  Operations: ["Decrypt"],
  GranteePrincipal: "arn:aws:iam::111122223333:role/worker",
  Constraints: { EncryptionContextSubset: { tenant } },
});

export const APART: readonly Question[] = [
  {
    name: "of several grants that may be meant to be retired, the denies for all are told, in the order of their layers",
    case: {
      request: { principal: ALICE, action: "kms:RetireGrant", resource: KEY },
      policies: {
        identity: [document(statement("Deny", wants("kms:EncryptionContext:tenant", "a")))],
        session: [document(statement("Allow", {}), statement("Deny", wants("kms:EncryptionContext:tenant", "b")))],
      },
      grants: [grantTo("a", "g1"), grantTo("b", "g2")],
    },
    expect: {
      outcome: "explicitDeny",
      by: [
        { policy: "session policy 1", statement: 1 },
        { policy: "identity policy 1", statement: 0 },
      ],
      message: `User: ${ALICE} is not authorized to perform: kms:RetireGrant on resource: ${KEY} with an explicit deny in a session policy`,
    },
  },
  {
    name: "two tags of a key that differ in case leave the condition key unknown",
    case: {
      request: { principal: ALICE, action: "kms:Decrypt", resource: KEY },
      policies: {
        resource: document(statement("Allow", { Principal: { AWS: "111122223333" } })),
        identity: [document(statement("Allow", wants("aws:ResourceTag/team", "red")))],
      },
      key: { tags: { Team: "blue", team: "red" } },
    },
    expect: { outcome: "undetermined" },
  },
  {
    name: "of two tags that differ in case one counts",
    case: {
      request: { principal: { arn: ALICE, tags: { Team: "blue", team: "red" } }, action: "kms:Decrypt", resource: KEY },
      policies: { resource: document(toAll({ StringEquals: { "aws:PrincipalTag/team": ["blue", "red"] } })) },
    },
    expect: { outcome: "allowed" },
  },
  {
    name: "two tags that differ in case and agree are as one",
    case: {
      request: { principal: { arn: ALICE, tags: { Team: "red", team: "red", owner: "red" } }, action: "kms:Decrypt", resource: KEY },
      policies: { resource: document(toAll({ StringEquals: { "aws:PrincipalTag/owner": "${aws:PrincipalTag/team}" } })) },
    },
    expect: { outcome: "allowed" },
  },
  {
    name: "a key of which nothing is told is multi-Region or not",
    case: {
      request: { principal: ALICE, action: "kms:Decrypt", resource: KEY },
      policies: { resource: document(toAll({ Bool: { "kms:MultiRegion": ["true", "false"] } })) },
    },
    expect: { outcome: "allowed" },
  },
  {
    name: "a service principal's call need not say that it goes over TLS",
    case: {
      request: { principal: "s3.amazonaws.com", action: "kms:Decrypt", resource: KEY },
      policies: { resource: document(statement("Allow", { Principal: "*", Condition: { Null: { "aws:SecureTransport": "true" } } })) },
    },
    expect: { outcome: "undetermined", missing: ["aws:SecureTransport"] },
  },
  {
    name: "a call of another service may go over HTTP",
    case: {
      request: { principal: ALICE, action: "s3:GetObject", resource: "arn:aws:s3:::bucket/x" },
      policies: { resource: document({ ...toAll({ Bool: { "aws:SecureTransport": "false" } }), Action: "s3:*" }) },
    },
    expect: { outcome: "undetermined", missing: ["aws:SecureTransport"] },
  },
  {
    name: "a brace in the default of a variable does not close it",
    case: {
      request: { principal: { arn: ALICE, sourceIdentity: "a}b" }, action: "kms:Decrypt", resource: KEY },
      policies: { resource: document(toAll({ StringEquals: { "aws:SourceIdentity": "${aws:PrincipalTag/owner, 'a}b'}" } })) },
    },
    expect: { outcome: "allowed" },
  },
  {
    name: "an endpoint that is not passed depends on nothing",
    case: {
      request: {
        principal: ALICE,
        action: "kms:Decrypt",
        resource: KEY,
        viaService: "s3.us-east-1.amazonaws.com",
        unknown: ["aws:SourceIp", "aws:SourceVpce"],
      },
      policies: {
        resource: document(toAll({ IpAddress: { "aws:SourceIp": "203.0.113.0/24" } })),
        endpoint: document(toAll({ StringEquals: { "aws:SourceVpce": "vpce-1" } })),
      },
    },
    expect: { outcome: "undetermined", missing: ["aws:SourceIp"] },
  },
  {
    name: "a key of KMS that the catalog does not know may be sent",
    case: {
      request: { principal: ALICE, action: "kms:Decrypt", resource: KEY, unknown: ["kms:FutureKey"] },
      policies: { resource: document(toAll({ StringEquals: { "kms:FutureKey": "x" } })) },
    },
    expect: { outcome: "undetermined", missing: ["kms:FutureKey"] },
  },
  {
    name: "what does not begin with arn: is like no ARN, not even one of wildcards",
    case: {
      request: {
        principal: ALICE,
        action: "kms:Decrypt",
        resource: KEY,
        context: { "aws:SourceArn": "urn:aws:sns:us-east-1:111122223333:t" },
      },
      policies: { resource: document(toAll({ ArnLike: { "aws:SourceArn": "*:*:*:*:*:*" } })) },
    },
    expect: { outcome: "implicitDeny" },
  },
  {
    name: "base64 with half its padding is none",
    case: {
      request: { principal: ALICE, action: "kms:Decrypt", resource: KEY, context: { "app:digest": "QQ=" } },
      policies: { resource: document(toAll({ BinaryEquals: { "app:digest": "QQ==" } })) },
    },
    expect: { outcome: "implicitDeny" },
  },
  ...(
    [
      ["the session", { arn: SESSION, userId: `${ROLE_ID}:s1` }, { outcome: "allowed" }],
      ["another session", { arn: SESSION.replace("s1", "s2"), userId: `${ROLE_ID}:s2` }, { outcome: "implicitDeny" }],
      [
        "an unknown session",
        { arn: "arn:aws:iam::111122223333:role/app", userId: ROLE_ID },
        { outcome: "undetermined", missing: ["aws:userid"] },
      ],
    ] as const
  ).map(([who, principal, expect]) => ({
    name: `one session is named by its id, and asked by ${who}`,
    case: {
      request: { principal, action: "kms:Decrypt", resource: KEY },
      policies: { resource: document(statement("Allow", { Principal: { AWS: `${ROLE_ID}:s1` } })) },
    },
    expect,
  })),
];
