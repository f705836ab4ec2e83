import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { GrantRecord } from "../../../src/kms/grants/grant.ts";
import type { KmsClient, WorldKey } from "../../../src/kms.ts";
import { ABROAD, ACCOUNT, allowing, DAY, NOVEMBER, refusal, type Started } from "../lab.ts";
import { arnOf, estate } from "./estate.ts";

const data = Uint8Array.of(1, 2, 3);

/** An estate with one key, and ways to ask for grants on it. */
async function start(key: WorldKey = {}, options: Parameters<typeof estate>[1] = {}) {
  const kms = await estate({ keys: { orders: { aliases: ["alias/orders"], ...key } } }, options);
  const KeyId = kms.keys.orders as string;
  const admin = kms.as("admin");
  const grant = (members: Partial<Parameters<KmsClient["createGrant"]>[0]> = {}, by: KmsClient = admin) =>
    by.createGrant({ KeyId, GranteePrincipal: arnOf.app, Operations: ["Encrypt"], ...members });
  return { kms, KeyId, admin, app: kms.as("app"), user: kms.as("user"), partner: kms.as("partner"), guest: kms.as("guest"), grant };
}

const encrypt = (client: KmsClient, KeyId: string, EncryptionContext: Record<string, string> = {}, GrantTokens: string[] = []) =>
  client.encrypt({ KeyId, Plaintext: data, EncryptionContext, GrantTokens });
const may = (run: () => unknown): boolean => {
  try {
    run();
    return true;
  } catch (thrown) {
    if ((thrown as Error).name === "AccessDeniedException") return false;
    throw thrown;
  }
};
const onlyWhen = (Condition: object) => [allowing({ Action: "kms:CreateGrant", Condition })];

describe("CreateGrant", () => {
  it("lets the grantee do what is granted, and nobody else and nothing else", async () => {
    const { KeyId, app, user, grant } = await start();
    expect(may(() => encrypt(app, KeyId))).toBe(false);
    const { GrantId, GrantToken } = grant({ Operations: ["Encrypt", "GenerateDataKey"] });
    expect(GrantId).toMatch(/^[0-9a-f]{64}$/);
    expect(GrantToken).toMatch(/^[A-Za-z0-9+/]+=*$/);
    const { CiphertextBlob } = encrypt(app, KeyId);
    expect(may(() => app.generateDataKey({ KeyId, KeySpec: "AES_256" }))).toBe(true);
    expect(may(() => app.decrypt({ CiphertextBlob }))).toBe(false);
    expect(may(() => encrypt(user, KeyId))).toBe(false);
  });

  it("needs kms:CreateGrant and no other permission", async () => {
    const kms = await estate({
      principals: { giver: { arn: `arn:aws:iam::${ACCOUNT}:user/giver`, policies: [allowing({ Action: "kms:CreateGrant" })] } },
      keys: { orders: {} },
    });
    const wish = { KeyId: kms.keys.orders as string, GranteePrincipal: arnOf.app, Operations: ["Decrypt" as const] };
    expect(kms.as("giver").createGrant(wish).GrantId).toBeDefined();
    expect(refusal(() => kms.as("app").createGrant(wish))).toEqual({
      name: "AccessDeniedException",
      message: `User: ${arnOf.appSession} is not authorized to perform: kms:CreateGrant on resource: ${wish.KeyId} because no identity-based policy allows the kms:CreateGrant action`,
    });
  });

  it.each([
    [
      "the operations",
      { "ForAllValues:StringEquals": { "kms:GrantOperations": ["Decrypt", "Encrypt"] } },
      { Operations: ["Encrypt"] },
      { Operations: ["Encrypt", "CreateGrant"] },
    ],
    ["the grantee", { StringEquals: { "kms:GranteePrincipal": arnOf.app } }, {}, { GranteePrincipal: arnOf.user }],
    ["the retiring principal", { StringEquals: { "kms:RetiringPrincipal": arnOf.user } }, { RetiringPrincipal: arnOf.user }, {}],
    [
      "the kind of constraint",
      { StringEquals: { "kms:GrantConstraintType": "EncryptionContextSubset" } },
      { Constraints: { EncryptionContextSubset: { a: "b" } } },
      { Constraints: { EncryptionContextEquals: { a: "b" } } },
    ],
    [
      "that there is no constraint on the context",
      { Null: { "kms:GrantConstraintType": "true" } },
      { Constraints: { SourceArn: "arn:aws:s3:::b" } },
      { Constraints: { EncryptionContextEquals: { a: "b" } } },
    ],
    [
      "the source",
      { ArnEquals: { "kms:GrantConstraintSourceArn": "arn:aws:s3:::b" } },
      { Constraints: { SourceArn: "arn:aws:s3:::b" } },
      { Constraints: { SourceArn: "arn:aws:s3:::c" } },
    ],
    [
      "the pairs of the constraint",
      { StringEquals: { "kms:EncryptionContext:tenant": "a" } },
      { Constraints: { EncryptionContextEquals: { tenant: "a" } } },
      { Constraints: { EncryptionContextSubset: { tenant: "b" } } },
    ],
    [
      "the keys of the constraint",
      { "ForAnyValue:StringEquals": { "kms:EncryptionContextKeys": "tenant" } },
      { Constraints: { EncryptionContextSubset: { tenant: "a" } } },
      { Constraints: { EncryptionContextSubset: { Tenant: "a" } } },
    ],
    [
      "services",
      { StringEquals: { "kms:GranteeServicePrincipal": "backup.amazonaws.com", "kms:RetiringServicePrincipal": "ec2.amazonaws.com" } },
      {
        GranteePrincipal: undefined,
        GranteeServicePrincipal: "backup.amazonaws.com",
        RetiringServicePrincipal: "ec2.amazonaws.com",
        Constraints: { SourceArn: "arn:aws:s3:::b" },
      },
      { RetiringServicePrincipal: "ec2.amazonaws.com" },
    ],
  ] as const)("tells policies %s", async (_, condition, yes, no) => {
    const kms = await estate({
      principals: { giver: { arn: `arn:aws:iam::${ACCOUNT}:user/giver`, policies: onlyWhen(condition) } },
      keys: { orders: {} },
    });
    const wish = { KeyId: kms.keys.orders as string, GranteePrincipal: arnOf.app, Operations: ["Encrypt" as const] };
    const giver = kms.as("giver");
    const ask = (members: object) => may(() => giver.createGrant({ ...wish, ...members } as typeof wish));
    expect([ask(yes), ask(no)]).toEqual([true, false]);
  });

  it("tells policies whether a service asks for itself, by way of the caller", async () => {
    const condition = { Bool: { "kms:GrantIsForAWSResource": "true" } };
    const kms = await estate({
      principals: { giver: { arn: `arn:aws:iam::${ACCOUNT}:user/giver`, policies: onlyWhen(condition) } },
      keys: { orders: {} },
    });
    const wish = {
      KeyId: kms.keys.orders as string,
      GranteePrincipal: "rds.us-east-1.amazonaws.com",
      Operations: ["Decrypt" as const],
      RetiringPrincipal: "rds.us-east-1.amazonaws.com",
    };
    expect(may(() => kms.as("giver").createGrant(wish))).toBe(false);
    const { GrantId } = kms.as({ principal: "giver", viaService: "rds" }).createGrant(wish);
    expect(kms.as("admin").listGrants({ KeyId: wish.KeyId }).Grants).toMatchObject([
      { GrantId, GranteePrincipal: "rds.us-east-1.amazonaws.com", IssuingAccount: arnOf.root },
    ]);
    expect(
      may(() => kms.as("rds.us-east-1.amazonaws.com").decrypt({ CiphertextBlob: encrypt(kms.as("admin"), wish.KeyId).CiphertextBlob })),
    ).toBe(true);
    expect(refusal(() => kms.as("admin").createGrant(wish))).toEqual({
      name: "InvalidArnException",
      message: "ARN is not valid: rds.us-east-1.amazonaws.com",
    });
  });

  it("is issued by the account of the caller", async () => {
    const { kms, KeyId, admin, partner, guest, grant } = await start({
      policy: {
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", Principal: { AWS: arnOf.root }, Action: "kms:*", Resource: "*" },
          { Effect: "Allow", Principal: { AWS: arnOf.rootAbroad }, Action: ["kms:CreateGrant", "kms:ListGrants"], Resource: "*" },
        ],
      },
    });
    grant({ GranteePrincipal: arnOf.guest });
    expect(may(() => encrypt(guest, KeyId))).toBe(false); // foreign: its own side has to allow it
    grant({ GranteePrincipal: arnOf.guest }, partner);
    expect(may(() => encrypt(guest, KeyId))).toBe(true); // issued by its own account
    expect(admin.listGrants({ KeyId }).Grants.map(({ IssuingAccount }) => IssuingAccount)).toEqual([arnOf.root, arnOf.rootAbroad]);
    expect(refusal(() => grant({}, kms.as("guest")))).toEqual({
      name: "AccessDeniedException",
      message: `User: ${arnOf.guest} is not authorized to perform: kms:CreateGrant on this resource because no identity-based policy allows the kms:CreateGrant action`,
    });
  });

  it("fits the kind of key", async () => {
    // biome-ignore format: a table reads as a table
    const VALID: readonly (readonly [WorldKey, string, readonly string[]])[] = [
      [{}, "a symmetric KMS key with key usage ENCRYPT_DECRYPT", ["Decrypt", "Encrypt", "GenerateDataKey", "GenerateDataKeyWithoutPlaintext", "GenerateDataKeyPair", "GenerateDataKeyPairWithoutPlaintext", "ReEncryptFrom", "ReEncryptTo", "CreateGrant", "DescribeKey", "RetireGrant"]],
      [{ spec: "RSA_2048", usage: "ENCRYPT_DECRYPT" }, "an asymmetric KMS key with key usage ENCRYPT_DECRYPT", ["Decrypt", "Encrypt", "ReEncryptFrom", "ReEncryptTo", "GetPublicKey", "CreateGrant", "DescribeKey", "RetireGrant"]],
      [{ spec: "ECC_NIST_P256", usage: "SIGN_VERIFY" }, "an asymmetric KMS key with key usage SIGN_VERIFY", ["Sign", "Verify", "GetPublicKey", "CreateGrant", "DescribeKey", "RetireGrant"]],
      [{ spec: "ECC_NIST_P256", usage: "KEY_AGREEMENT" }, "an asymmetric KMS key with key usage KEY_AGREEMENT", ["DeriveSharedSecret", "GetPublicKey", "CreateGrant", "DescribeKey", "RetireGrant"]],
      [{ spec: "ML_KEM_512" }, "an asymmetric KMS key with key usage ENCAPSULATE_DECAPSULATE", ["Encapsulate", "Decapsulate", "GetPublicKey", "CreateGrant", "DescribeKey", "RetireGrant"]],
      [{ spec: "HMAC_224" }, "a symmetric KMS key with key usage GENERATE_VERIFY_MAC", ["CreateGrant", "RetireGrant", "DescribeKey", "GenerateMac", "VerifyMac"]],
    ];
    const ALL = new Set(VALID.flatMap(([, , valid]) => valid)) as unknown as ReadonlySet<"Encrypt">;
    for (const [key, kind, valid] of VALID) {
      const { grant } = await start(key);
      for (const operation of ALL) {
        const more = (operation as string) === "CreateGrant" ? (["DescribeKey"] as const) : []; // alone it is no grant
        const ask = () => grant({ Operations: [operation, ...more] });
        if (valid.includes(operation)) expect(ask().GrantId, `${operation} for ${kind}`).toBeDefined();
        else {
          expect(refusal(ask)).toMatchObject({
            name: "ValidationException",
            message: expect.stringMatching(
              `^Operations \\[${operation}\\] are not supported when creating a grant for ${kind}\\. Valid operations are \\[`,
            ),
          });
        }
      }
    }
    const { grant } = await start({ spec: "HMAC_224" });
    expect(refusal(() => grant({ Operations: ["CreateGrant", "CreateGrant"] }))).toEqual({
      name: "ValidationException",
      message: "Grants must not contain only the CreateGrant operation.",
    });
    expect(refusal(() => grant()).message).toBe(
      "Operations [Encrypt] are not supported when creating a grant for a symmetric KMS key with key usage GENERATE_VERIFY_MAC. Valid operations are [CreateGrant, RetireGrant, DescribeKey, GenerateMac, VerifyMac]",
    );
    expect(refusal(() => grant({ Operations: ["GenerateMac"], Constraints: { EncryptionContextEquals: { a: "b" } } }))).toEqual({
      name: "ValidationException",
      message: "EncryptionContext is supported only when creating a grant for a symmetric encryption KMS key.",
    });
    expect(grant({ Operations: ["GenerateMac"], Constraints: { SourceArn: "arn:aws:s3:::b" } }).GrantId).toBeDefined();
  });

  it("refuses a principal that is none", async () => {
    const kms = await estate({ keys: { orders: {} } });
    const ask = (GranteePrincipal: string) =>
      kms.as("admin").createGrant({ KeyId: kms.keys.orders as string, GranteePrincipal, Operations: ["Encrypt"] });
    const none = (arn: string) => ({ name: "InvalidArnException", message: `ARN does not refer to a valid principal: ${arn}` });
    for (const arn of [
      `arn:aws:iam::${ACCOUNT}:group/people`,
      `arn:aws:iam::${ACCOUNT}:role/gone`,
      `arn:aws:sts::${ACCOUNT}:assumed-role/gone/session`,
      "arn:aws:organizations::111122223333:organization/o-a1b2c3d4e5",
      "arn:aws:iam::1111:role/app",
      `arn:aws-cn:iam::${ABROAD}:role/partner`,
      "arn:aws:s3:::bucket",
    ]) {
      expect(refusal(() => ask(arn))).toEqual(none(arn));
    }
    for (const text of [ACCOUNT, "app", "arn:aws:iam", "lambda.amazonaws.com"]) {
      expect(refusal(() => ask(text))).toEqual({ name: "InvalidArnException", message: `ARN is not valid: ${text}` });
    }
    expect(refusal(() => ask("AROAGONEGONEGONEGONE1:session"))).toEqual({
      name: "InvalidArnException",
      message: "GranteePrincipal does not refer to a valid principal.",
    });
    for (const arn of [
      arnOf.root,
      arnOf.user,
      arnOf.app,
      arnOf.appSession,
      `arn:aws:sts::${ABROAD}:assumed-role/partner/any`,
      `arn:aws:sts::999999999999:federated-user/bob`,
    ]) {
      expect(ask(arn).GrantId, arn).toBeDefined();
    }
  });

  it("takes the unique id of a role that exists", async () => {
    const kms = await estate({
      principals: { clerk: { arn: `arn:aws:iam::${ACCOUNT}:role/clerk`, userId: "AROA1234567890ABCDEFG" } },
      keys: { orders: {} },
    });
    const KeyId = kms.keys.orders as string;
    kms.as("admin").createGrant({ KeyId, GranteePrincipal: "AROA1234567890ABCDEFG:s1", Operations: ["Encrypt"] });
    expect(may(() => encrypt(kms.as({ principal: "clerk", session: "s1" }), KeyId))).toBe(true);
    expect(may(() => encrypt(kms.as({ principal: "clerk", session: "s2" }), KeyId))).toBe(false);
  });

  it.each([
    ["no grantee", { GranteePrincipal: undefined }, /either GranteePrincipal or GranteeServicePrincipal/],
    ["two grantees", { GranteeServicePrincipal: "ec2.amazonaws.com" }, /either GranteePrincipal or GranteeServicePrincipal/],
    [
      "two retiring principals",
      { RetiringPrincipal: arnOf.app, RetiringServicePrincipal: "ec2.amazonaws.com" },
      /either RetiringPrincipal or RetiringServicePrincipal/,
    ],
    [
      "a service without a source",
      { GranteePrincipal: undefined, GranteeServicePrincipal: "ec2.amazonaws.com", RetiringPrincipal: arnOf.app },
      /SourceArn/,
    ],
    [
      "a service that nobody can retire",
      { GranteePrincipal: undefined, GranteeServicePrincipal: "ec2.amazonaws.com", Constraints: { SourceArn: "arn:aws:s3:::b" } },
      /Retiring/,
    ],
    [
      "two kinds of constraint",
      { Constraints: { EncryptionContextEquals: { a: "b" }, EncryptionContextSubset: { a: "b" } } },
      /cannot be combined/,
    ],
    ["nine pairs", { Constraints: { EncryptionContextSubset: Object.fromEntries([..."123456789"].map((n) => [n, n])) } }, /up to 8/],
    ["385 characters", { Constraints: { EncryptionContextEquals: { k: "v".repeat(384) } } }, /384 characters/],
    [
      "no operation",
      { Operations: [] },
      /^1 validation error detected: Value '\[\]' at 'operations' failed to satisfy constraint: Member must have length greater than or equal to 1$/,
    ],
    [
      "an operation of another name",
      { Operations: ["encrypt" as "Encrypt"] },
      /^1 validation error detected: Value 'encrypt' at 'operations.1.member' failed to satisfy constraint: Member must satisfy enum value set: \[Decrypt, /,
    ],
    [
      "a name with a blank",
      { Name: "a b" },
      /^1 validation error detected: Value 'a b' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: /,
    ],
    [
      "a principal with a blank",
      { GranteePrincipal: "a b" },
      /'granteePrincipal' failed to satisfy constraint: Member must satisfy regular expression pattern/,
    ],
  ])("refuses %s", async (_, members, message) => {
    const { kms, grant } = await start();
    const before = kms.snapshot();
    expect(refusal(() => grant(members as object))).toEqual({ name: "ValidationException", message: expect.stringMatching(message) });
    expect(kms.snapshot()).toEqual(before);
  });

  it("takes eight pairs of 384 characters", async () => {
    const { grant } = await start();
    const pairs = Object.fromEntries([..."12345678"].map((n) => [n, n.repeat(47)]));
    expect(grant({ Constraints: { EncryptionContextEquals: pairs } }).GrantId).toBeDefined();
  });

  it("refuses services and sources that are none", async () => {
    const { grant } = await start();
    expect(refusal(() => grant({ RetiringServicePrincipal: "a.example.com" }))).toEqual({
      name: "InvalidArnException",
      message: "Input does not refer to a valid principal",
    });
    expect(refusal(() => grant({ Constraints: { SourceArn: "bucket" } }))).toEqual({
      name: "InvalidArnException",
      message: "ARN is not valid: bucket",
    });
  });

  it("asks for the state of the key, and takes no alias", async () => {
    const { kms, KeyId, grant } = await start();
    expect(refusal(() => grant({ KeyId: "alias/orders" }))).toEqual({
      name: "InvalidArnException",
      message: "Key Aliases are not supported for this operation.",
    });
    kms.change("orders", { enabled: false });
    expect(refusal(grant)).toEqual({ name: "DisabledException", message: `${KeyId} is disabled.` });
    kms.change("orders", { deletion: { state: "PendingDeletion", at: NOVEMBER + DAY, windowDays: 7 } });
    expect(refusal(grant)).toEqual({ name: "KMSInvalidStateException", message: `${KeyId} is pending deletion.` });
  });

  it("only says what it would do in a dry run", async () => {
    const { kms, grant } = await start();
    const before = kms.snapshot();
    expect(refusal(() => grant({ DryRun: true }))).toEqual({
      name: "DryRunOperationException",
      message: "The request would have succeeded, but the DryRun option is set.",
    });
    expect(refusal(() => grant({ DryRun: true, GranteePrincipal: "app" })).name).toBe("InvalidArnException");
    expect(kms.snapshot()).toEqual(before);
  });

  it("keeps a grant apart from the request and from the listing", async () => {
    const { KeyId, admin, app, grant } = await start();
    const pairs: Record<string, string> = { tenant: "a" };
    const Operations: "Encrypt"[] = ["Encrypt"];
    grant({ Operations, Constraints: { EncryptionContextSubset: pairs } });
    pairs.tenant = "b";
    Operations.pop();
    for (const { Constraints, Operations: listed } of admin.listGrants({ KeyId }).Grants) {
      Object.assign(Constraints?.EncryptionContextSubset ?? {}, { tenant: "b" });
      (listed as string[]).push("Decrypt");
    }
    expect(admin.listGrants({ KeyId }).Grants[0]?.Operations).toEqual(["Encrypt"]);
    expect([may(() => encrypt(app, KeyId, { tenant: "a" })), may(() => encrypt(app, KeyId, { tenant: "b" }))]).toEqual([true, false]);
  });

  it("stops at 50,000 grants on a key, and still answers a request made again", async () => {
    const { kms, KeyId, grant } = await start();
    grant({ Name: "first" });
    const id = (n: number) => n.toString(16).padStart(64, "0");
    const many = (n: number): GrantRecord => ({
      id: id(n),
      keyArn: KeyId,
      issuingAccount: arnOf.root,
      createdAt: NOVEMBER,
      effectiveAt: NOVEMBER,
      granteePrincipal: arnOf.user,
      operations: ["Encrypt"],
    });
    kms.commit(Array.from({ length: 49_999 }, (_, n) => ({ kind: "put-grant", grant: many(n) })));
    expect(refusal(grant).name).toBe("LimitExceededException");
    expect(grant({ Name: "first" }).GrantId).toBeDefined();
    kms.commit([{ kind: "delete-grant", id: id(1) }]);
    expect(grant().GrantId).toBeDefined();
  });

  it("is told to the audit log without its token", async () => {
    const { kms, KeyId, grant } = await start();
    const { GrantId, GrantToken } = grant({
      KeyId: KeyId.slice(KeyId.lastIndexOf("/") + 1),
      Operations: ["Encrypt", "RetireGrant"],
      Constraints: { EncryptionContextSubset: { ContextKey1: "Value1" } },
      Name: "n",
    });
    const [event] = kms.auditEvents();
    expect(event).toMatchObject({
      eventName: "CreateGrant",
      readOnly: false,
      requestParameters: {
        operations: ["Encrypt", "RetireGrant"],
        granteePrincipal: arnOf.app,
        constraints: { encryptionContextSubset: { ContextKey1: "Value1" } },
        name: "n",
      },
      responseElements: { grantId: GrantId, keyId: KeyId },
      resources: [{ ARN: KeyId }],
    });
    expect(JSON.stringify(kms.auditEvents())).not.toContain(GrantToken);
  });
});

describe("the name of a grant", () => {
  const wish = {
    Name: "nightly",
    Operations: ["Encrypt", "Decrypt"],
    RetiringPrincipal: arnOf.user,
    Constraints: { EncryptionContextSubset: { a: "1", b: "2" } },
  } as const;

  it("makes a request that is made again give the same grant, with a new token", async () => {
    const { KeyId, admin, grant } = await start();
    const first = grant(wish as object);
    const again = grant({
      ...wish,
      Operations: ["Decrypt", "Encrypt", "Decrypt"],
      Constraints: { EncryptionContextSubset: { b: "2", a: "1" } },
    });
    expect(again.GrantId).toBe(first.GrantId);
    expect(again.GrantToken).not.toBe(first.GrantToken);
    expect(admin.listGrants({ KeyId }).Grants).toHaveLength(1);
  });

  it.each([
    ["name", { Name: "daily" }],
    ["grantee", { GranteePrincipal: arnOf.user }],
    ["retiring principal", { RetiringPrincipal: undefined }],
    ["operations", { Operations: ["Encrypt"] }],
    ["value", { Constraints: { EncryptionContextSubset: { a: "1", b: "3" } } }],
    ["pair", { Constraints: { EncryptionContextSubset: { a: "1" } } }],
    ["kind of constraint", { Constraints: { EncryptionContextEquals: { a: "1", b: "2" } } }],
    ["source", { Constraints: { EncryptionContextSubset: { a: "1", b: "2" }, SourceArn: "arn:aws:s3:::b" } }],
    ["constraint", { Constraints: {} }],
  ])("is not enough where another %s is asked for", async (_, other) => {
    const { grant } = await start();
    expect(grant({ ...wish, ...other } as object).GrantId).not.toBe(grant(wish as object).GrantId);
  });

  it("is not enough from another account, nor after the grant is gone; and without one every grant is new", async () => {
    const { KeyId, admin, partner, grant } = await start({
      policy: allowing({ Principal: { AWS: [arnOf.root, arnOf.rootAbroad] }, Action: "kms:*" }),
    });
    const { GrantId } = grant(wish as object);
    expect(grant(wish as object, partner).GrantId).not.toBe(GrantId);
    admin.revokeGrant({ KeyId, GrantId });
    expect(grant(wish as object).GrantId).not.toBe(GrantId);
    expect(grant().GrantId).not.toBe(grant().GrantId);
  });
});

describe("a grant token", () => {
  const delayed = { grantDelay: { minutes: 5 } };

  it("makes a new grant count at once; later it counts by itself", async () => {
    const { kms, KeyId, app, user, grant } = await start({}, delayed);
    const { GrantToken } = grant();
    expect(may(() => encrypt(app, KeyId))).toBe(false);
    expect(may(() => encrypt(app, KeyId, {}, [GrantToken]))).toBe(true);
    expect(may(() => encrypt(user, KeyId, {}, [GrantToken]))).toBe(false); // it points at a grant, and gives nothing
    kms.advance({ minutes: 4, seconds: 59 });
    expect(may(() => encrypt(app, KeyId))).toBe(false);
    kms.advance({ seconds: 1 });
    expect(may(() => encrypt(app, KeyId))).toBe(true);
  });

  it("counts for its grant only, whichever of its tokens it is", async () => {
    const { KeyId, admin, app, grant } = await start({}, delayed);
    const other = grant({ Operations: ["Decrypt"] });
    const first = grant({ Name: "n" });
    const second = grant({ Name: "n" });
    expect(may(() => encrypt(app, KeyId, {}, [other.GrantToken]))).toBe(false);
    expect(may(() => encrypt(app, KeyId, {}, [other.GrantToken, second.GrantToken]))).toBe(true);
    admin.revokeGrant({ KeyId, GrantId: first.GrantId });
    expect(may(() => encrypt(app, KeyId, {}, [first.GrantToken]))).toBe(false);
  });

  it("lets a grantee make a child grant before the parent has got around", async () => {
    const { app, user, KeyId, grant } = await start({}, delayed);
    const { GrantToken } = grant({ Operations: ["CreateGrant", "Encrypt"] });
    const child = { GranteePrincipal: arnOf.user };
    expect(may(() => grant(child, app))).toBe(false);
    const made = grant({ ...child, GrantTokens: [GrantToken] }, app);
    expect(may(() => encrypt(user, KeyId, {}, [made.GrantToken]))).toBe(true);
  });

  it("is refused where it is no token, also by those who need none", async () => {
    const { KeyId, admin, grant } = await start();
    const { GrantToken } = grant();
    for (const token of ["token", GrantToken.slice(1), `${GrantToken}A`, btoa("x".repeat(56))]) {
      expect(refusal(() => encrypt(admin, KeyId, {}, [token]))).toEqual({
        name: "InvalidGrantTokenException",
        message: expect.not.stringContaining(token),
      });
    }
  });
});

describe("the constraints of a grant", () => {
  it("limit it to requests with the pairs of the constraint, keys in any case", async () => {
    const { KeyId, app, grant } = await start();
    grant({ Constraints: { EncryptionContextSubset: { Tenant: "a" } } });
    const fits = (context: Record<string, string>) => may(() => encrypt(app, KeyId, context));
    expect([{ Tenant: "a" }, { tenant: "a", more: "b" }, {}, { Tenant: "A" }, { more: "a" }].map(fits)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it("or to those with the very same", async () => {
    const { KeyId, app, grant } = await start();
    grant({ Constraints: { EncryptionContextEquals: { Tenant: "a" } } });
    const fits = (context: Record<string, string>) => may(() => encrypt(app, KeyId, context));
    expect([{ TENANT: "a" }, { Tenant: "a", more: "b" }, {}].map(fits)).toEqual([true, false, false]);
  });

  it("look at each side of ReEncrypt, and not at DescribeKey", async () => {
    const { KeyId, admin, app, grant } = await start();
    grant({ Operations: ["ReEncryptFrom", "DescribeKey"], Constraints: { EncryptionContextEquals: { side: "source" } } });
    grant({ Operations: ["ReEncryptTo"], Constraints: { EncryptionContextEquals: { side: "destination" } } });
    const { CiphertextBlob } = encrypt(admin, KeyId, { side: "source" });
    const reEncrypt = (to: string) => () =>
      app.reEncrypt({
        CiphertextBlob,
        SourceEncryptionContext: { side: "source" },
        DestinationKeyId: KeyId,
        DestinationEncryptionContext: { side: to },
      });
    expect([may(reEncrypt("destination")), may(reEncrypt("source"))]).toEqual([true, false]);
    expect(may(() => app.describeKey({ KeyId }))).toBe(true);
  });

  it("name the resource that a service works for", async () => {
    const { kms, KeyId, grant } = await start();
    const bucket = "arn:aws:s3:::bucket";
    grant({
      GranteePrincipal: undefined,
      GranteeServicePrincipal: "s3.amazonaws.com",
      RetiringPrincipal: arnOf.admin,
      Constraints: { SourceArn: bucket },
    });
    const service = (source?: string) => kms.as({ principal: "s3.amazonaws.com", ...(source && { context: { "aws:SourceArn": source } }) });
    expect([bucket, "arn:aws:s3:::other", undefined].map((source) => may(() => encrypt(service(source), KeyId)))).toEqual([
      true,
      false,
      false,
    ]);
    expect(may(() => encrypt(kms.as({ principal: "ec2.amazonaws.com", context: { "aws:SourceArn": bucket } }), KeyId))).toBe(false);
  });
});

describe("a child grant", () => {
  const parent = { Operations: ["CreateGrant", "Encrypt", "Decrypt"] as const };
  const subset = { EncryptionContextSubset: { tenant: "a" } };
  const equals = { EncryptionContextEquals: { tenant: "a" } };

  it.each([
    ["some of the operations", {}, { Operations: ["Encrypt"] }, true],
    ["all of them, and CreateGrant itself", {}, { Operations: ["CreateGrant", "Encrypt", "Decrypt"] }, true],
    ["another operation", {}, { Operations: ["Encrypt", "GenerateDataKey"] }, false],
    ["a constraint of its own", {}, { Constraints: subset }, true],
    ["the same constraint", { Constraints: subset }, { Constraints: subset }, true],
    ["one more pair", { Constraints: subset }, { Constraints: { EncryptionContextSubset: { tenant: "a", more: "b" } } }, true],
    ["the stricter kind", { Constraints: subset }, { Constraints: equals }, true],
    ["the looser kind", { Constraints: equals }, { Constraints: subset }, false],
    ["no constraint", { Constraints: subset }, {}, false],
    ["another pair", { Constraints: subset }, { Constraints: { EncryptionContextSubset: { tenant: "b" } } }, false],
    ["the same source", { Constraints: { SourceArn: "arn:aws:s3:::b" } }, { Constraints: { SourceArn: "arn:aws:s3:::b" } }, false], // the call is not made for that source
  ])("with %s: %j, %j, %s", async (_, more, child, expected) => {
    const { app, grant } = await start();
    grant({ ...parent, ...more } as object);
    expect(may(() => grant({ GranteePrincipal: arnOf.user, Operations: ["Encrypt"], ...child } as object, app))).toBe(expected);
  });

  it("is covered by one parent: two do not add up", async () => {
    const { app, grant } = await start();
    grant({ Operations: ["CreateGrant", "Encrypt"] });
    grant({ Operations: ["CreateGrant", "Decrypt"] });
    const child = (Operations: ("Encrypt" | "Decrypt")[]) => may(() => grant({ GranteePrincipal: arnOf.user, Operations }, app));
    expect([child(["Encrypt"]), child(["Decrypt"]), child(["Encrypt", "Decrypt"])]).toEqual([true, true, false]);
  });

  it("stays when the parent goes", async () => {
    const { KeyId, admin, app, user, grant } = await start();
    const { GrantId } = grant(parent as object);
    grant({ GranteePrincipal: arnOf.user }, app);
    admin.revokeGrant({ KeyId, GrantId });
    expect([may(() => encrypt(user, KeyId)), may(() => grant({ GranteePrincipal: arnOf.user }, app))]).toEqual([true, false]);
  });
});

describe("ListGrants", () => {
  it("tells all of a grant but its token", async () => {
    const { KeyId, admin, grant } = await start();
    const plain = grant();
    const full = grant({
      Name: "full",
      RetiringPrincipal: arnOf.user,
      Operations: ["Encrypt", "Decrypt"],
      Constraints: { EncryptionContextEquals: { a: "b" }, SourceArn: "arn:aws:s3:::b" },
    });
    const common = { KeyId, CreationDate: new Date(NOVEMBER), GranteePrincipal: arnOf.app, IssuingAccount: arnOf.root };
    expect(admin.listGrants({ KeyId })).toEqual({
      Grants: [
        { ...common, GrantId: plain.GrantId, Name: "", Operations: ["Encrypt"] },
        {
          ...common,
          GrantId: full.GrantId,
          Name: "full",
          RetiringPrincipal: arnOf.user,
          Operations: ["Encrypt", "Decrypt"],
          Constraints: { EncryptionContextEquals: { a: "b" }, SourceArn: "arn:aws:s3:::b" },
        },
      ],
      Truncated: false,
    });
  });

  it("is narrowed by id and by grantee", async () => {
    const { kms, KeyId, admin, grant } = await start({
      policy: allowing({ Principal: { AWS: arnOf.root, Service: "s3.amazonaws.com" }, Action: "kms:*" }),
    });
    const [one, two] = [grant(), grant({ GranteePrincipal: arnOf.user })];
    const three = grant({
      GranteePrincipal: undefined,
      GranteeServicePrincipal: "s3.amazonaws.com",
      RetiringPrincipal: arnOf.admin,
      Constraints: { SourceArn: "arn:aws:s3:::b" },
    });
    const ids = (filter: object, by = admin) => by.listGrants({ KeyId, ...filter }).Grants.map(({ GrantId }) => GrantId);
    expect(ids({})).toEqual([one.GrantId, two.GrantId, three.GrantId]);
    expect(ids({ GranteePrincipal: arnOf.user })).toEqual([two.GrantId]);
    expect(ids({ GranteePrincipal: arnOf.root })).toEqual([]);
    expect(ids({ GrantId: one.GrantId })).toEqual([one.GrantId]);
    expect(ids({ GrantId: one.GrantId, GranteePrincipal: arnOf.user })).toEqual([]);
    expect(ids({ GrantId: "0".repeat(64) })).toEqual([]);
    expect(ids({ GranteeServicePrincipal: "s3.amazonaws.com" }, kms.as("s3.amazonaws.com"))).toEqual([three.GrantId]);
    expect(refusal(() => ids({ GrantId: "one" })).name).toBe("InvalidGrantIdException");
    expect(refusal(() => ids({ GranteePrincipal: "arn:aws:iam::1:user/u" }))).toEqual({
      name: "InvalidArnException",
      message: "ARN does not refer to a valid principal: arn:aws:iam::1:user/u",
    });
    expect(refusal(() => ids({ GranteeServicePrincipal: "s3.amazonaws.com" })).name).toBe("ValidationException");
    expect(
      refusal(() => ids({ GranteePrincipal: arnOf.app, GranteeServicePrincipal: "s3.amazonaws.com" }, kms.as("s3.amazonaws.com"))).name,
    ).toBe("ValidationException");
  });

  it("comes in pages that together are the whole, with any filter and any limit", async () => {
    const { KeyId, admin, grant } = await start();
    const all = Array.from({ length: 23 }, (_, n) => ({
      grantee: n % 3 === 0 ? arnOf.user : arnOf.app,
      id: grant({ GranteePrincipal: n % 3 === 0 ? arnOf.user : arnOf.app }).GrantId,
    }));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.constantFrom(undefined, arnOf.user, arnOf.app), (Limit, grantee) => {
        const ids: string[] = [];
        let marker: string | undefined;
        do {
          const page = admin.listGrants({ KeyId, Limit, ...(grantee && { GranteePrincipal: grantee }), ...(marker && { Marker: marker }) });
          expect(page.Grants.length).toBeLessThanOrEqual(Limit);
          expect(page.Truncated).toBe(page.NextMarker !== undefined);
          ids.push(...page.Grants.map(({ GrantId }) => GrantId));
          marker = page.NextMarker;
        } while (marker !== undefined);
        expect(ids).toEqual(all.filter((one) => grantee === undefined || one.grantee === grantee).map(({ id }) => id));
      }),
      { numRuns: 60 },
    );
  });

  it("gives 50 unless asked, and 100 at most; a page goes on when grants have gone meanwhile", async () => {
    const { KeyId, admin, grant } = await start();
    const made = Array.from({ length: 120 }, () => grant().GrantId);
    const first = admin.listGrants({ KeyId });
    expect(first.Grants).toHaveLength(50);
    expect(admin.listGrants({ KeyId, Limit: 1000 }).Grants).toHaveLength(100);
    for (const GrantId of made.slice(40, 60)) admin.revokeGrant({ KeyId, GrantId });
    expect(admin.listGrants({ KeyId, Marker: first.NextMarker as string, Limit: 1 }).Grants[0]?.GrantId).toBe(made[60]);
    expect(refusal(() => admin.listGrants({ KeyId, Limit: 1001 })).message).toBe(
      "1 validation error detected: Value '1001' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 1000",
    );
    expect(refusal(() => admin.listGrants({ KeyId, Marker: "marker" }))).toEqual({
      name: "InvalidMarkerException",
      message: expect.not.stringContaining("marker"),
    });
    expect(refusal(() => admin.listRetirableGrants({ RetiringPrincipal: arnOf.user, Marker: first.NextMarker as string })).name).toBe(
      "InvalidMarkerException",
    );
  });

  it("needs kms:ListGrants on the key, abroad too", async () => {
    const { KeyId, app, partner, guest } = await start({
      policy: allowing({ Principal: { AWS: [arnOf.root, arnOf.rootAbroad] }, Action: "kms:ListGrants" }),
    });
    expect([app, partner, guest].map((client) => may(() => client.listGrants({ KeyId })))).toEqual([false, true, false]);
  });
});

describe("ListRetirableGrants", () => {
  it("lists what a principal of the own account can retire, on keys of every account, in this Region", async () => {
    const kms = await estate({
      keys: {
        orders: {},
        foreign: { account: ABROAD, policy: allowing({ Principal: { AWS: arnOf.rootAbroad }, Action: "kms:*" }) },
        west: { region: "us-west-2" },
      },
    });
    const wish = (key: string) => ({
      KeyId: kms.keys[key] as string,
      GranteePrincipal: arnOf.app,
      RetiringPrincipal: arnOf.user,
      Operations: ["Encrypt" as const],
    });
    const here = kms.as("admin").createGrant(wish("orders")).GrantId;
    kms.as("admin").createGrant({ ...wish("orders"), RetiringPrincipal: arnOf.app });
    const foreign = kms.as("partner").createGrant(wish("foreign")).GrantId;
    const west = kms.as({ principal: "admin", region: "us-west-2" }).createGrant(wish("west")).GrantId;
    const list = (region = "us-east-1") => kms.as({ principal: "admin", region }).listRetirableGrants({ RetiringPrincipal: arnOf.user });
    expect(list().Grants.map(({ GrantId }) => GrantId)).toEqual([here, foreign]);
    expect(list().Grants[0]).toMatchObject({ KeyId: kms.keys.orders, RetiringPrincipal: arnOf.user, GranteePrincipal: arnOf.app });
    expect(list("us-west-2").Grants.map(({ GrantId }) => GrantId)).toEqual([west]);
  });

  it("needs kms:ListRetirableGrants, and a principal of the own account", async () => {
    const { app, admin, partner } = await start();
    const list = (client: KmsClient, RetiringPrincipal: string) => client.listRetirableGrants({ RetiringPrincipal });
    expect(may(() => list(app, arnOf.app))).toBe(false);
    expect(may(() => list(admin, arnOf.partner))).toBe(false);
    expect(may(() => list(partner, arnOf.partner))).toBe(true);
    expect(refusal(() => list(admin, "user")).name).toBe("InvalidArnException");
    expect(refusal(() => admin.listRetirableGrants({}))).toEqual({
      name: "ValidationException",
      message: expect.stringContaining("either RetiringPrincipal or RetiringServicePrincipal"),
    });
  });

  it("tells that an id is nobody's", async () => {
    const kms = await estate({ keys: {} });
    expect(refusal(() => kms.as("admin").listRetirableGrants({ RetiringPrincipal: "AROAGONEGONEGONEGONE1" }))).toEqual({
      name: "NotFoundException",
      message: "Retiring principal AROAGONEGONEGONEGONE1 could not be found",
    });
  });

  it("lists for a service what it can retire, and for nobody else", async () => {
    const { kms, admin, grant } = await start();
    const { GrantId } = grant({ RetiringServicePrincipal: "s3.amazonaws.com" });
    const ask = { RetiringServicePrincipal: "s3.amazonaws.com" };
    expect(kms.as("s3.amazonaws.com").listRetirableGrants(ask).Grants).toMatchObject([
      { GrantId, RetiringServicePrincipal: "s3.amazonaws.com" },
    ]);
    expect(may(() => kms.as("ec2.amazonaws.com").listRetirableGrants(ask))).toBe(false);
    expect(refusal(() => admin.listRetirableGrants(ask)).name).toBe("ValidationException");
  });
});

describe("RetireGrant", () => {
  it.each([
    ["the retiring principal", "user", { RetiringPrincipal: arnOf.user }, true],
    ["the grantee, with RetireGrant", "app", { Operations: ["Encrypt", "RetireGrant"] }, true],
    ["the grantee, without", "app", {}, false],
    ["somebody else", "user", {}, false],
    ["by its identity policy, one of the issuing account", "admin", {}, true],
    ["by its identity policy, one of an account that is the retiring principal", "partner", { RetiringPrincipal: arnOf.rootAbroad }, true],
    ["without one, one of that account", "guest", { RetiringPrincipal: arnOf.rootAbroad }, false],
    ["from abroad, the retiring principal with an identity policy", "partner", { RetiringPrincipal: arnOf.partner }, true],
    ["from abroad, without", "guest", { RetiringPrincipal: arnOf.guest }, false],
    ["from abroad, somebody else", "partner", {}, false],
    ["the retiring service", "s3.amazonaws.com", { RetiringServicePrincipal: "s3.amazonaws.com" }, true],
    ["another service", "ec2.amazonaws.com", { RetiringServicePrincipal: "s3.amazonaws.com" }, false],
  ])("can be called by %s: %s, %j, %s", async (_, caller, members, expected) => {
    const { kms, KeyId, admin, grant } = await start();
    const byToken = grant(members as object);
    const byId = grant(members as object);
    expect(may(() => kms.as(caller).retireGrant({ GrantToken: byToken.GrantToken }))).toBe(expected);
    expect(may(() => kms.as(caller).retireGrant({ KeyId, GrantId: byId.GrantId }))).toBe(expected);
    expect(admin.listGrants({ KeyId }).Grants).toHaveLength(expected ? 0 : 2);
  });

  it("is judged by the one grant: no other helps, nor does the key policy; a deny stops it", async () => {
    const deny = {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Deny",
          Action: "kms:RetireGrant",
          Resource: "*",
          Condition: { StringEquals: { "kms:GrantConstraintType": "EncryptionContextEquals", "kms:EncryptionContext:tenant": "a" } },
        },
      ],
    };
    const kms = await estate({
      principals: { clerk: { arn: `arn:aws:iam::${ACCOUNT}:user/clerk`, policies: [deny] } },
      keys: { orders: { policy: allowing({ Principal: { AWS: [arnOf.root, arnOf.user] }, Action: "kms:*" }) } },
    });
    const KeyId = kms.keys.orders as string;
    const grant = (members: object) =>
      kms.as("admin").createGrant({ KeyId, GranteePrincipal: arnOf.app, Operations: ["Encrypt"], ...members }).GrantId;
    grant({ RetiringPrincipal: arnOf.user });
    expect(may(() => kms.as("user").retireGrant({ KeyId, GrantId: grant({}) }))).toBe(false);
    const clerk = { RetiringPrincipal: `arn:aws:iam::${ACCOUNT}:user/clerk` };
    const constrained = (type: string) => grant({ ...clerk, Constraints: { [type]: { tenant: "a" } } });
    expect(may(() => kms.as("clerk").retireGrant({ KeyId, GrantId: constrained("EncryptionContextSubset") }))).toBe(true);
    expect(may(() => kms.as("clerk").retireGrant({ KeyId, GrantId: constrained("EncryptionContextEquals") }))).toBe(false);
  });

  it("says which grant it is about", async () => {
    const { kms, KeyId, admin, partner, grant } = await start();
    const [one, two] = [grant(), grant()];
    const none = "0".repeat(64);
    const retire = (input: object, by = admin) => refusal(() => by.retireGrant(input));
    for (const input of [{}, { KeyId }, { GrantId: one.GrantId }]) expect(retire(input).name).toBe("ValidationException");
    expect(retire({ GrantToken: one.GrantToken, GrantId: two.GrantId }).name).toBe("ValidationException");
    expect(retire({ GrantToken: one.GrantToken, KeyId: KeyId.replace(/.$/, "_") }).name).toBe("ValidationException");
    expect(retire({ GrantToken: "token" })).toEqual({ name: "InvalidGrantTokenException", message: expect.not.stringContaining("token") });
    expect(retire({ KeyId, GrantId: none })).toEqual({ name: "NotFoundException", message: `Grant ID ${none} not found` });
    expect(retire({ KeyId, GrantId: "one" }).name).toBe("InvalidGrantIdException");
    expect(retire({ KeyId: "alias/orders", GrantId: one.GrantId }).name).toBe("InvalidArnException");
    const elsewhere = kms.as({ principal: "admin", region: "eu-west-1" });
    expect(retire({ GrantToken: one.GrantToken }, elsewhere).name).toBe("NotFoundException");
    expect(retire({ KeyId, GrantId: none }, partner)).toEqual(retire({ KeyId: KeyId.replace(/.$/, "0"), GrantId: none }, partner)); // whether there is such a key or grant is not for them
    admin.retireGrant({ GrantToken: one.GrantToken, KeyId, GrantId: one.GrantId });
    expect(retire({ GrantToken: one.GrantToken }).name).toBe("NotFoundException");
  });

  it("finds a grant that has not got around by its token only", async () => {
    const { kms, KeyId, admin, grant } = await start({}, { grantDelay: { minutes: 5 } });
    const [one, two] = [grant(), grant()];
    expect(refusal(() => admin.retireGrant({ KeyId, GrantId: one.GrantId })).name).toBe("NotFoundException");
    admin.retireGrant({ GrantToken: one.GrantToken });
    kms.advance({ minutes: 5 });
    admin.retireGrant({ KeyId, GrantId: two.GrantId });
    expect(admin.listGrants({ KeyId }).Grants).toEqual([]);
  });

  it("works on a key in any state, and only says what it would do in a dry run", async () => {
    const { kms, KeyId, admin, grant } = await start();
    const { GrantToken } = grant();
    kms.change("orders", { deletion: { state: "PendingDeletion", at: NOVEMBER + DAY, windowDays: 7 } });
    const before = kms.snapshot();
    expect(refusal(() => admin.retireGrant({ GrantToken, DryRun: true })).name).toBe("DryRunOperationException");
    expect(kms.snapshot()).toEqual(before);
    admin.retireGrant({ GrantToken });
    expect(admin.listGrants({ KeyId }).Grants).toEqual([]);
  });

  it("is told to the audit log by the id of the grant alone", async () => {
    const { kms, KeyId, admin, grant } = await start();
    const { GrantId, GrantToken } = grant();
    admin.retireGrant({ GrantToken });
    expect(kms.auditEvents().at(-1)).toMatchObject({
      eventName: "RetireGrant",
      readOnly: false,
      requestParameters: null,
      responseElements: null,
      additionalEventData: { grantId: GrantId },
      resources: [{ ARN: KeyId }],
    });
  });
});

it("takes the grants of the world, each on its key, by the name it gives them", async () => {
  const grants = [{ id: "nightly", grantee: arnOf.app, operations: ["Encrypt" as const] }];
  const kms = await estate({ keys: { one: { grants }, two: { grants } } });
  for (const KeyId of Object.values(kms.keys)) {
    const [grant] = kms.as("admin").listGrants({ KeyId }).Grants;
    expect(grant).toMatchObject({ Name: "nightly", GrantId: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const again = { KeyId, GranteePrincipal: arnOf.app, Operations: ["Encrypt" as const], Name: "nightly" };
    const { GrantId, GrantToken } = kms.as("admin").createGrant(again);
    expect(GrantId).toBe(grant?.GrantId);
    kms.as("admin").retireGrant({ GrantToken });
    expect(may(() => encrypt(kms.as("app"), KeyId))).toBe(false);
  }
});

describe("RevokeGrant", () => {
  it("needs kms:RevokeGrant and no part in the grant", async () => {
    const { KeyId, admin, app, user, partner, grant } = await start({
      policy: {
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", Principal: { AWS: arnOf.root }, Action: "kms:*", Resource: "*" },
          { Effect: "Allow", Principal: { AWS: [arnOf.user, arnOf.rootAbroad] }, Action: "kms:RevokeGrant", Resource: "*" },
        ],
      },
    });
    const id = () => grant({ Operations: ["Encrypt", "RetireGrant"], RetiringPrincipal: arnOf.app }).GrantId;
    expect([admin, app, user, partner].map((client) => may(() => client.revokeGrant({ KeyId, GrantId: id() })))).toEqual([
      true,
      false,
      true,
      true,
    ]);
    expect(may(() => encrypt(app, KeyId))).toBe(true); // by the one that was not revoked
  });

  it("knows the grants of its key only", async () => {
    const kms = await estate({ keys: { orders: {}, other: {} } });
    const admin = kms.as("admin");
    const { GrantId } = admin.createGrant({ KeyId: kms.keys.orders as string, GranteePrincipal: arnOf.app, Operations: ["Encrypt"] });
    expect(refusal(() => admin.revokeGrant({ KeyId: kms.keys.other as string, GrantId }))).toEqual({
      name: "NotFoundException",
      message: `Grant ID ${GrantId} not found`,
    });
    expect(refusal(() => admin.revokeGrant({ KeyId: kms.keys.orders as string, GrantId: "one" })).name).toBe("InvalidGrantIdException");
    expect(refusal(() => admin.revokeGrant({ KeyId: kms.keys.orders as string, GrantId, DryRun: true })).name).toBe(
      "DryRunOperationException",
    );
    admin.revokeGrant({ KeyId: kms.keys.orders as string, GrantId });
    expect(kms.auditEvents().at(-1)).toMatchObject({
      eventName: "RevokeGrant",
      requestParameters: { grantId: GrantId, keyId: kms.keys.orders },
      responseElements: null,
    });
    expect(refusal(() => admin.revokeGrant({ KeyId: kms.keys.orders as string, GrantId })).name).toBe("NotFoundException");
  });
});

/** The model: who has a grant. The name of a person is the name of a client. */
type Model = { live: { id: string; grantee: "app" | "user" }[] };
type Step = fc.Command<Model, { kms: Started; KeyId: string }>;

const create = (grantee: "app" | "user"): Step => ({
  check: () => true,
  run: (model, { kms, KeyId }) => {
    const { GrantId } = kms.as("admin").createGrant({ KeyId, GranteePrincipal: arnOf[grantee], Operations: ["Encrypt", "RetireGrant"] });
    model.live.push({ id: GrantId, grantee });
  },
  toString: () => `CreateGrant(${grantee})`,
});
const end = (nth: number, how: "retire" | "revoke"): Step => ({
  check: ({ live }) => live.length > 0,
  run: (model, { kms, KeyId }) => {
    const [gone] = model.live.splice(nth % model.live.length, 1);
    const input = { KeyId, GrantId: gone?.id ?? "" };
    if (how === "retire") kms.as(gone?.grantee ?? "").retireGrant(input);
    else kms.as("admin").revokeGrant(input);
  },
  toString: () => `${how}(#${nth})`,
});
const ask = (who: "app" | "user"): Step => ({
  check: () => true,
  run: ({ live }, { kms, KeyId }) => expect(may(() => encrypt(kms.as(who), KeyId))).toBe(live.some(({ grantee }) => grantee === who)),
  toString: () => `Encrypt(${who})`,
});
const list: Step = {
  check: () => true,
  run: ({ live }, { kms, KeyId }) =>
    expect(
      kms
        .as("admin")
        .listGrants({ KeyId })
        .Grants.map(({ GrantId }) => GrantId),
    ).toEqual(live.map(({ id }) => id)),
  toString: () => "ListGrants",
};

test("a grant allows its grantee from CreateGrant until it is retired or revoked, and no one else", async () => {
  const person = fc.constantFrom("app", "user");
  const steps = fc.commands(
    [
      person.map(create),
      fc.tuple(fc.nat(9), fc.constantFrom("retire" as const, "revoke" as const)).map(([n, how]) => end(n, how)),
      person.map(ask),
      fc.constant(list),
    ],
    { maxCommands: 25 },
  );
  const { kms, KeyId } = await start();
  fc.assert(
    fc.property(steps, (script) => {
      for (const { GrantId } of kms.as("admin").listGrants({ KeyId, Limit: 100 }).Grants) kms.as("admin").revokeGrant({ KeyId, GrantId });
      fc.modelRun(() => ({ model: { live: [] }, real: { kms, KeyId } }), script);
    }),
    { numRuns: 60 },
  );
});
