import { describe, expect, test } from "vitest";
import type { Question } from "../../src/estate/question.ts";
import { type RecordedCall, recordedCall } from "../../src/replay/recorded-call.ts";
import { KEY, OTHER, ROLE_SESSION, record } from "./records.ts";

function read(changes: object): RecordedCall {
  const call = recordedCall(record(changes));
  if (!call.ok) throw new Error(call.error.why);
  return call.value;
}

function questions(changes: object): readonly Question[] {
  return read(changes).checks.map((check) => {
    if ("lacking" in check) throw new Error(check.lacking);
    return check.question;
  });
}

const question = (changes: object): Question => questions(changes)[0] as Question;
const lacking = (changes: object) => read(changes).checks.map((check) => ("lacking" in check ? check.lacking : "told"));
const skipped = (value: unknown) => {
  const call = recordedCall(value);
  return call.ok ? undefined : `${call.error.skip}: ${call.error.why}`;
};

// CloudTrail User Guide, "userIdentity element" and "record contents"; KMS Developer Guide, "Logging AWS KMS API calls with AWS CloudTrail"

test.each(["2026-11-20 10:00:00.000", "2026-11-20 10:00:00", "2026-11-20 10:00:00.5"])(
  "a time as queries of CloudTrail Lake write it: %s",
  (eventTime) => {
    expect(question({ eventTime }).time).toBe("2026-11-20T10:00:00Z");
    expect(read({ eventTime }).time).toBe("2026-11-20T10:00:00Z");
  },
);

test("a direct call of a role session", () => {
  expect(question({})).toEqual({
    principal: { arn: ROLE_SESSION.arn, roleArn: "arn:aws:iam::111122223333:role/apps/orders-app", userId: ROLE_SESSION.principalId },
    action: "kms:Decrypt",
    key: KEY,
    encryptionContext: { tenant: "t1" },
    context: {
      "aws:MultiFactorAuthPresent": "false",
      "aws:TokenIssueTime": "2026-11-20T10:00:00Z",
      "aws:SourceIp": "203.0.113.7",
      "aws:UserAgent": "aws-sdk-js/3",
      "kms:EncryptionAlgorithm": "SYMMETRIC_DEFAULT",
    },
    time: "2026-11-22T03:00:00Z",
    unknown: ["aws:MultiFactorAuthAge", "aws:PrincipalTag/"],
  });
});

describe("who called", () => {
  const user = {
    type: "IAMUser",
    principalId: "AIDAIOSFODNN7EXAMPLE1",
    arn: "arn:aws:iam::111122223333:user/alice",
    accountId: "111122223333",
  };
  const mfa = (userIdentity: object) => question({ userIdentity }).context?.["aws:MultiFactorAuthPresent"];

  test("long-term keys carry no word of a second factor", () => {
    const asked = question({ userIdentity: { ...user, accessKeyId: "AKIAIOSFODNN7EXAMPLE" } });
    expect(asked.principal).toEqual({ arn: user.arn, userId: user.principalId });
    expect(asked.context).not.toHaveProperty("aws:MultiFactorAuthPresent");
    expect(asked.unknown).toBeUndefined();
  });

  test("a user with temporary credentials has an issuer that is none", () => {
    const session = { sessionIssuer: {}, attributes: { creationDate: "20131102T010628Z", mfaAuthenticated: "true" } };
    const userIdentity = { ...user, accessKeyId: "ASIAIOSFODNN7EXAMPLE", sessionContext: session };
    expect(mfa(userIdentity)).toBe("true");
    expect(question({ userIdentity }).context?.["aws:TokenIssueTime"]).toBe("2013-11-02T01:06:28Z");
    expect(question({ userIdentity }).principal).toEqual({ arn: user.arn, userId: user.principalId });
  });

  test.each<[string, object, unknown]>([
    [
      "root",
      { type: "Root", principalId: "111122223333", arn: "arn:aws:iam::111122223333:root", accountId: "111122223333" },
      { arn: "arn:aws:iam::111122223333:root", userId: "111122223333" },
    ],
    ["a root that is not named", { type: "Root", accountId: "111122223333" }, { arn: "arn:aws:iam::111122223333:root" }],
    [
      "a federated user",
      {
        type: "FederatedUser",
        principalId: "111122223333:bob",
        arn: "arn:aws:sts::111122223333:federated-user/bob",
        accountId: "111122223333",
        sessionContext: { sessionIssuer: { type: "IAMUser", arn: "arn:aws:iam::111122223333:user/alice" }, attributes: {} },
      },
      { arn: "arn:aws:sts::111122223333:federated-user/bob", userArn: "arn:aws:iam::111122223333:user/alice", userId: "111122223333:bob" },
    ],
    ["a service", { type: "AWSService", invokedBy: "cloudtrail.amazonaws.com" }, { arn: "cloudtrail.amazonaws.com" }],
    [
      "a session whose name is cut off",
      { ...ROLE_SESSION, arn: "arn:aws:sts::111122223333:assumed-role/orders-app", principalId: undefined },
      { arn: "arn:aws:iam::111122223333:role/apps/orders-app" },
    ],
  ])("%s", (_, userIdentity, principal) => {
    expect(question({ userIdentity }).principal).toEqual(principal);
  });

  test("an id that cannot be theirs is left out, and not known", () => {
    const asked = question({ userIdentity: { ...ROLE_SESSION, principalId: "EX_PRINCIPAL_ID" } });
    expect(asked.principal).not.toHaveProperty("userId");
    expect(asked.unknown).toContain("aws:userid");
  });

  test("of a service nobody logs for which resource it calls", () => {
    expect(question({ userIdentity: { type: "AWSService", invokedBy: "logs.amazonaws.com" } }).unknown).toEqual(
      expect.arrayContaining(["aws:SourceArn", "aws:SourceAccount"]),
    );
  });

  test("another account's caller is not named in the key owner's log", () => {
    const call = read({
      userIdentity: { type: "AWSAccount", principalId: "AROAIOSFODNN7EXAMPLE1:x", accountId: "444455556666" },
      sharedEventID: "s",
    });
    expect(call.isPartial).toBe(true);
    expect(lacking({ userIdentity: { type: "AWSAccount", principalId: "AIDAX", accountId: "444455556666" } })).toEqual([
      "who of the account called: its own log tells",
    ]);
  });

  test("the text of a denial names who is not named elsewhere", () => {
    const errorMessage = `User: ${ROLE_SESSION.arn} is not authorized to perform: kms:Decrypt on resource: ${OTHER} because no identity-based policy allows the kms:Decrypt action`;
    const asked = question({
      userIdentity: { type: "AssumedRole" },
      resources: null,
      requestParameters: null,
      errorCode: "AccessDenied",
      errorMessage,
    });
    expect(asked.principal).toEqual({ arn: ROLE_SESSION.arn });
    expect(asked.key).toBe(OTHER);
    expect(asked.unknown).toEqual(
      expect.arrayContaining(["kms:EncryptionContext:", "kms:EncryptionContextKeys", "kms:RequestAlias", "kms:EncryptionAlgorithm"]),
    );
  });

  test("a denial that names no key leaves open which it was", () => {
    const errorMessage = `User: ${ROLE_SESSION.arn} is not authorized to perform: kms:Decrypt on the resource associated with this ciphertext because …`;
    expect(lacking({ resources: [], errorCode: "AccessDenied", errorMessage })).toEqual(["which key it was"]);
  });
});

describe("by which way", () => {
  const via = (identity: object, changes: object = {}) =>
    read({ userIdentity: { ...ROLE_SESSION, ...identity }, sourceIPAddress: "AWS Internal", ...changes });
  const hostOf = (call: RecordedCall) => call.checks.map((check) => ("question" in check ? check.question.viaService : check.lacking))[0];

  test.each([
    ["secretsmanager.amazonaws.com", "secretsmanager.us-east-1.amazonaws.com"],
    ["dynamodb.amazonaws.com", "dynamodb.us-east-1.amazonaws.com"],
    ["ebs.amazonaws.com", "ec2.us-east-1.amazonaws.com"],
    ["kms.amazonaws.com", undefined],
  ])("forwarded by %s", (invokedBy, host) => {
    const call = via({ invokedBy }, { sourceIPAddress: invokedBy });
    expect(hostOf(call)).toBe(host);
    expect(call.inferred).toEqual([]);
  });

  test("AWS Internal names no service: the encryption context may, and that is an inference", () => {
    const call = via(
      { invokedBy: "AWS Internal" },
      { requestParameters: { encryptionContext: { PARAMETER_ARN: "arn:aws:ssm:us-east-1:111122223333:parameter/x" } } },
    );
    expect(hostOf(call)).toBe("ssm.us-east-1.amazonaws.com");
    expect(call.inferred).toEqual(["kms:ViaService is ssm.us-east-1.amazonaws.com, from the encryption context"]);
    const unknown = via({ invokedBy: "AWS Internal" }).checks[0];
    expect(unknown).toMatchObject({ question: { unknown: expect.arrayContaining(["kms:ViaService"]) } });
  });

  test("an endpoint in a forwarded record is the service's own", () => {
    const [check] = via({ invokedBy: "secretsmanager.amazonaws.com" }, { vpcEndpointId: "vpce-0123" }).checks;
    expect(check).toMatchObject({
      question: { unknown: expect.arrayContaining(["aws:SourceVpce", "aws:SourceIp", "aws:MultiFactorAuthPresent"]) },
    });
    expect(check).not.toHaveProperty(["question", "context", "aws:SourceVpce"]);
  });

  test("through an endpoint", () => {
    const asked = question({ vpcEndpointId: "vpce-0123", sourceIPAddress: "10.0.0.4" });
    expect(asked.context).toMatchObject({ "aws:SourceVpce": "vpce-0123" });
    expect(asked.context).not.toHaveProperty("aws:SourceIp");
  });

  test("an address that is none is not known", () => {
    expect(question({ sourceIPAddress: "205.205.123.000" }).unknown).toContain("aws:SourceIp");
  });
});

describe("what was called", () => {
  const resources = (...arns: string[]) => arns.map((ARN) => ({ accountId: "111122223333", ARN }));

  test("ReEncrypt is asked twice", () => {
    const asked = questions({
      eventName: "ReEncrypt",
      resources: resources(KEY, OTHER),
      requestParameters: {
        sourceEncryptionContext: { a: "1" },
        destinationEncryptionContext: { b: "2" },
        destinationKeyId: "alias/new",
        sourceEncryptionAlgorithm: "SYMMETRIC_DEFAULT",
      },
    });
    expect(
      asked.map(({ action, key, encryptionContext, context }) => [
        action,
        key,
        encryptionContext,
        context?.["kms:RequestAlias"],
        context?.["kms:ReEncryptOnSameKey"],
      ]),
    ).toEqual([
      ["kms:ReEncryptFrom", KEY, { a: "1" }, undefined, "false"],
      ["kms:ReEncryptTo", OTHER, { b: "2" }, "alias/new", "false"],
    ]);
  });

  test("an alias is asked of the alias and of the key, in whichever order they stand", () => {
    const alias = "arn:aws:kms:us-east-1:111122223333:alias/orders";
    const parameters = { aliasName: "alias/orders", targetKeyId: "1234abcd-12ab-34cd-56ef-1234567890ab" };
    for (const both of [resources(alias, KEY), resources(KEY, alias)])
      expect(
        questions({ eventName: "CreateAlias", resources: both, requestParameters: parameters }).map(({ key, resource }) => key ?? resource),
      ).toEqual([alias, KEY]);
    expect(
      questions({ eventName: "UpdateAlias", resources: resources(alias, KEY), requestParameters: parameters }).map(
        ({ key, resource }) => key ?? resource,
      ),
    ).toEqual([
      alias,
      alias, // the key it named before is not recorded: as the world has it
      KEY,
    ]);
  });

  test("the key by an id or an alias, where no resource is told", () => {
    expect(question({ resources: null, requestParameters: { keyId: "1234abcd-12ab-34cd-56ef-1234567890ab" } }).key).toBe(KEY);
    const asked = question({ eventName: "Encrypt", resources: null, requestParameters: { keyId: "alias/orders" } });
    expect([asked.key, asked.context?.["kms:RequestAlias"]]).toEqual(["arn:aws:kms:us-east-1:111122223333:alias/orders", "alias/orders"]);
  });

  test("CreateGrant tells of the grant", () => {
    const asked = question({
      eventName: "CreateGrant",
      requestParameters: {
        granteePrincipal: " ec2.us-east-1.amazonaws.com ",
        operations: ["Decrypt ", "CreateGrant"],
        constraints: { encryptionContextSubset: { "aws:ebs:id": "vol-1" } },
      },
    });
    expect(asked.context).toMatchObject({
      "kms:GranteeServicePrincipal": "ec2.us-east-1.amazonaws.com",
      "kms:GrantOperations": ["Decrypt", "CreateGrant"],
      "kms:GrantConstraintType": "EncryptionContextSubset",
    });
    expect(asked.encryptionContext).toEqual({ "aws:ebs:id": "vol-1" });
  });

  test("a replica is a key that is created there", () => {
    const asked = questions({
      eventName: "ReplicateKey",
      requestParameters: { keyId: KEY, replicaRegion: "eu-west-1", tags: [{ tagKey: "team", tagValue: "red" }] },
    });
    expect(asked.map(({ action, context }) => [action, context?.["aws:RequestedRegion"], context?.["aws:RequestTag/team"]])).toEqual([
      ["kms:ReplicateKey", undefined, undefined],
      ["kms:CreateKey", "eu-west-1", "red"],
      ["kms:TagResource", "eu-west-1", "red"],
    ]);
  });

  test("times are in English", () => {
    const validTo = "Aug 10, 2022, 10:38:27\u202fPM";
    expect(question({ eventName: "ImportKeyMaterial", requestParameters: { keyId: KEY, validTo } }).context).toMatchObject({
      "kms:ValidTo": "2022-08-10T22:38:27.000Z",
    });
  });

  test("an attested call tells some of its measurements", () => {
    const asked = question({
      additionalEventData: {
        recipient: {
          attestationDocumentModuleId: "i-enc",
          attestationDocumentEnclaveImageDigest: "ab",
          attestationDocumentEnclavePCR1: "cd",
        },
      },
    });
    expect(asked.context).toMatchObject({
      "kms:RecipientAttestation:ImageSha384": "ab",
      "kms:RecipientAttestation:PCR0": "ab",
      "kms:RecipientAttestation:PCR1": "cd",
    });
    expect(asked.unknown).toContain("kms:RecipientAttestation:PCR");
  });

  test("enriched events tell condition keys as AWS saw them", () => {
    const asked = question({ eventContext: { requestContext: { "aws:SourceVpc": "vpc-1", "aws:PrincipalTag/team": "red" } } });
    expect(asked.context).toMatchObject({ "aws:SourceVpc": "vpc-1", "aws:PrincipalTag/team": "red" });
  });
});

describe("what policies had no say in", () => {
  test.each<[string, unknown, string]>([
    ["another service", record({ eventSource: "s3.amazonaws.com" }), "notKms: s3.amazonaws.com"],
    ["KMS by itself", record({ eventType: "AwsServiceEvent", eventName: "RotateKey" }), "notPolicy: KMS acted by itself"],
    [
      "KMS by itself, typed as a call",
      record({ eventName: "SynchronizeMultiRegionKey", userIdentity: { accountId: "111122223333", invokedBy: "AWS Internal" } }),
      "notPolicy: KMS acted by itself",
    ],
    ["an endpoint's view", record({ eventType: "AwsVpceEvent", eventCategory: "NetworkActivity" }), "notPolicy: seen by a VPC endpoint"],
    [
      "an insight",
      { eventType: "AwsCloudTrailInsight", eventCategory: "Insight", insightDetails: { eventSource: "kms.amazonaws.com" } },
      "notPolicy: an insight of CloudTrail, which is no call",
    ],
    ["a key state", record({ errorCode: "KMSInvalidStateException" }), "notPolicy: KMSInvalidStateException"],
    ["a dry run", record({ errorCode: "DryRunOperationException" }), "notPolicy: DryRunOperationException"],
    [
      "an account that is none",
      record({ resources: [{ ARN: KEY.replace("111122223333", "1111222233334") }] }),
      "unreadable: an account id is no account id",
    ],
    ["no record", { a: 1 }, "unreadable: no CloudTrail record: no `eventSource`, no `eventName`"],
    ["a text", "x", "unreadable: no object"],
  ])("%s", (_, value, why) => {
    expect(skipped(value)).toBe(why);
  });

  test("both spellings of a denial", () => {
    expect(read({ errorCode: "AccessDenied" }).recorded).toBe("denied");
    expect(read({ errorCode: "AccessDeniedException" }).recorded).toBe("denied");
  });
});

test("a record in what LookupEvents, EventBridge and Lake wrap around it", () => {
  for (const wrapped of [
    { EventId: "x", CloudTrailEvent: JSON.stringify(record()) },
    { "detail-type": "AWS API Call via CloudTrail", detail: record() },
    { eventData: JSON.stringify(record()) },
  ]) {
    const call = recordedCall(wrapped);
    expect(call.ok && call.value.checks.length).toBe(1);
    expect(call.ok && call.value.id).toBe(record().eventID);
  }
});
