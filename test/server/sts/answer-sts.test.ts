import * as kms from "@aws-sdk/client-kms";
import * as sts from "@aws-sdk/client-sts";
import { describe, expect, it } from "vitest";
import { systemPorts } from "../../../src/embedded/system-ports.ts";
import { standingClock } from "../../../src/kms/ports.ts";
import { allow, policy } from "../../kms/lab.ts";
import { answered } from "../raw-http.ts";
import { credentialsOf, KEYS, serving } from "../serving.ts";

const HOME = "111122223333";
const GUEST = "444455556666";
const roleOf = (name: string, account = HOME) => `arn:aws:iam::${account}:role/${name}`;
const trusts = (who: string, more: object = {}, actions = ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"]) =>
  policy({ Effect: "Allow", Principal: { AWS: who }, Action: actions, ...more });

const USER = `arn:aws:iam::${GUEST}:user/alice`;
const ALICE = credentialsOf("AKIAALICEALICEALICE2");
const ROOT = credentialsOf("AKIAROOTROOTROOTROO2");
const clock = standingClock(Date.now());
const server = await serving({
  ports: { ...systemPorts(), now: clock.now },
  world: {
    principals: {
      alice: { arn: USER, credentials: ALICE, tags: { team: "guests" }, policies: [policy(allow("sts:*"), allow("kms:*"))] },
      app: { arn: `arn:aws:iam::${HOME}:user/app`, credentials: KEYS.app },
      root: { arn: `arn:aws:iam::${HOME}:root`, credentials: ROOT },
      consumer: {
        arn: roleOf("consumer", GUEST),
        trust: trusts(USER),
        tags: { team: "consumers", tier: "1" },
        policies: [policy(allow("kms:*"), allow("sts:*"))],
      },
      outside: {
        arn: roleOf("outside"),
        trust: trusts(USER, { Condition: { StringEquals: { "sts:ExternalId": "secret-word" } } }),
        policies: [policy(allow("kms:*"))],
      },
      untagged: { arn: roleOf("untagged"), trust: trusts(USER, {}, ["sts:AssumeRole"]), policies: [policy(allow("kms:*"))] },
      all_day: { arn: roleOf("all-day"), trust: trusts(USER), maxSessionDuration: 43_200 },
      chained: { arn: roleOf("path/chained"), trust: trusts(roleOf("consumer", GUEST)), policies: [policy(allow("kms:*"))] },
    },
    keys: {
      shared: { policy: policy(allow("kms:*", { Principal: { AWS: [`arn:aws:iam::${GUEST}:root`, `arn:aws:iam::${HOME}:root`] } })) },
      tenants: {
        policy: policy(
          allow("kms:*", {
            Principal: { AWS: `arn:aws:iam::${GUEST}:root` },
            Condition: { StringEquals: { "aws:PrincipalTag/tenant": "t1", "aws:PrincipalTag/team": "consumers" } },
          }),
          allow("kms:PutKeyPolicy", { Principal: { AWS: `arn:aws:iam::${HOME}:root` } }),
        ),
      },
    },
  },
});
const { keys } = server.standing.site;

type Keys = { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
const stsAs = (credentials: Keys) =>
  new sts.STSClient({ region: "us-east-1", endpoint: server.url, credentials: { ...credentials }, maxAttempts: 1 });
const kmsAs = (credentials: Keys) =>
  new kms.KMSClient({ region: "us-east-1", endpoint: server.url, credentials: { ...credentials }, maxAttempts: 1 });
const keysOf = ({ Credentials: given }: { Credentials?: sts.Credentials | undefined }): Keys => ({
  accessKeyId: given!.AccessKeyId!,
  secretAccessKey: given!.SecretAccessKey!,
  sessionToken: given!.SessionToken!,
});
const assume = (credentials: Keys, input: Partial<sts.AssumeRoleCommandInput>) =>
  stsAs(credentials).send(new sts.AssumeRoleCommand({ RoleArn: roleOf("consumer", GUEST), RoleSessionName: "job", ...input }));
const whoIs = (credentials: Keys) => stsAs(credentials).send(new sts.GetCallerIdentityCommand({}));
const encrypt = (credentials: Keys, KeyId = keys.shared) =>
  kmsAs(credentials).send(new kms.EncryptCommand({ KeyId, Plaintext: new Uint8Array(3) }));
const told = async (run: Promise<unknown>): Promise<string> =>
  run.then(
    () => "done",
    (error: Error) => `${error.name}: ${error.message}`,
  );

describe("AssumeRole", () => {
  it("gives credentials that call in the role's name, in another account", async () => {
    const assumed = await assume(ALICE, {});
    expect(assumed).toMatchObject({
      AssumedRoleUser: {
        Arn: `arn:aws:sts::${GUEST}:assumed-role/consumer/job`,
        AssumedRoleId: expect.stringMatching(/^AROA[A-Z2-7]{17}:job$/) as string,
      },
      Credentials: { Expiration: new Date(Math.floor(clock.now() / 1000) * 1000 + 3_600_000) },
    });
    expect(assumed.PackedPolicySize).toBeUndefined();
    expect(await whoIs(keysOf(assumed))).toMatchObject({
      Account: GUEST,
      Arn: assumed.AssumedRoleUser!.Arn,
      UserId: assumed.AssumedRoleUser!.AssumedRoleId,
    });
    expect((await encrypt(keysOf(assumed))).KeyId).toBe(keys.shared);
  });

  it("asks the trust policy, and tells no reason", async () => {
    const refused = `AccessDenied: User: ${USER} is not authorized to perform: sts:AssumeRole on resource: ${roleOf("outside")}`;
    expect(await told(assume(ALICE, { RoleArn: roleOf("outside") }))).toBe(refused);
    expect(await told(assume(ALICE, { RoleArn: roleOf("outside"), ExternalId: "another" }))).toBe(refused);
    expect(await told(assume(ALICE, { RoleArn: roleOf("outside"), ExternalId: "secret-word" }))).toBe("done");
    expect(await told(assume(ALICE, { RoleArn: roleOf("nobody") }))).toBe(refused.replace("outside", "nobody"));
    expect(await told(assume(KEYS.app, {}))).toContain("AccessDenied: User: arn:aws:iam::111122223333:user/app is not");
    expect(await told(assume(ROOT, {}))).toBe("AccessDenied: Roles may not be assumed by root accounts.");
  });

  it("narrows a session by its policies in every call of KMS", async () => {
    const Policy = JSON.stringify(policy(allow("kms:DescribeKey")));
    const assumed = await assume(ALICE, { Policy });
    expect(assumed.PackedPolicySize).toBeGreaterThan(0);
    expect(await told(encrypt(keysOf(assumed)))).toMatch(
      /AccessDeniedException: .*because no session policy allows the kms:Encrypt action/,
    );
    expect(await told(kmsAs(keysOf(assumed)).send(new kms.DescribeKeyCommand({ KeyId: keys.shared })))).toBe("done");
    expect(await told(assume(ALICE, { Policy: "{" }))).toContain("MalformedPolicyDocument");
    expect(await told(assume(ALICE, { PolicyArns: [{ arn: "arn:aws:iam::aws:policy/ReadOnlyAccess" }] }))).toContain(
      "MalformedPolicyDocument",
    );
    expect(await told(assume(ALICE, { Policy: `${" ".repeat(2048)}${Policy}` }))).toContain("PackedPolicyTooLarge");
  });

  it("carries tags into every call, the role's own below those that were passed", async () => {
    const Tags = [{ Key: "tenant", Value: "t1" }];
    expect(await told(encrypt(keysOf(await assume(ALICE, { Tags })), keys.tenants))).toBe("done");
    expect(await told(encrypt(keysOf(await assume(ALICE, {})), keys.tenants))).toContain("AccessDeniedException");
    const other = await assume(ALICE, { Tags: [...Tags, { Key: "team", Value: "others" }] });
    expect(await told(encrypt(keysOf(other), keys.tenants))).toContain("AccessDeniedException");
    expect(await told(assume(ALICE, { RoleArn: roleOf("untagged"), Tags }))).toBe(
      `AccessDenied: User: ${USER} is not authorized to perform: sts:TagSession on resource: ${roleOf("untagged")}`,
    );
    expect(await told(assume(ALICE, { RoleArn: roleOf("untagged") }))).toBe("done");
  });

  // biome-ignore format: a table reads as a table
  it.each<[string, Partial<sts.AssumeRoleCommandInput>, string]>([
    ["two tags of one name", { Tags: [{ Key: "a", Value: "1" }, { Key: "A", Value: "2" }] }, "Duplicate tag keys found. Please note that Tag keys are case insensitive."],
    ["a transitive key that is no tag", { TransitiveTagKeys: ["a"] }, "The specified transitive tag key must be included in the requested tags."],
    ["a tag of AWS", { Tags: [{ Key: "AWS:x", Value: "1" }] }, "Tags beginning with aws: are reserved"],
    ["a tag of odd characters", { Tags: [{ Key: "a!", Value: "1" }] }, "Value 'a!' at 'tags.1.member.key' failed to satisfy constraint: Member must satisfy regular expression pattern"],
    ["a name of odd characters", { RoleSessionName: "Session1:2" }, "1 validation error detected: Value 'Session1:2' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*"],
    ["a short while", { DurationSeconds: 899 }, "Value '899' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900"],
    ["no ARN", { RoleArn: "consumer-and-consumer-and" }, "consumer-and-consumer-and is invalid"],
    ["half a second factor", { SerialNumber: `arn:aws:iam::${GUEST}:mfa/alice` }, "must provide both MFA serial number and one time pass code."],
    ["a wrong second factor", { SerialNumber: `arn:aws:iam::${GUEST}:mfa/alice`, TokenCode: "123456" }, "invalid MFA one time pass code."],
    ["another's second factor", { SerialNumber: `arn:aws:iam::${HOME}:mfa/app`, TokenCode: "000000" }, "unable to validate MFA code.  Please verify"],
    ["many tags", { Tags: Array.from({ length: 51 }, (_, i) => ({ Key: `k${i}`, Value: "" })) }, "'tags' failed to satisfy constraint: Member must have length less than or equal to 50"],
    ["large tags", { Tags: Array.from({ length: 9 }, (_, i) => ({ Key: `k${i}`, Value: "v".repeat(250) })) }, "Packed size of session tags consumes 498% of allotted space."],
  ])("refuses %s", async (_, input, expected) => {
    expect(await told(assume(ALICE, input))).toContain(expected);
  });

  it("gives credentials for as long as the role says, an hour where it says nothing, and says so to nobody who may not assume it", async () => {
    const long = "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.";
    expect(await told(assume(ALICE, { DurationSeconds: 3600 }))).toBe("done");
    expect(await told(assume(ALICE, { DurationSeconds: 3601 }))).toContain(long);
    const { Credentials: given } = await assume(ALICE, { RoleArn: roleOf("all-day"), DurationSeconds: 43_200 });
    expect(given?.Expiration?.getTime()).toBeGreaterThan(clock.now() + 43_000_000);
    expect(await told(assume(ALICE, { RoleArn: roleOf("path/chained"), DurationSeconds: 43_200 }))).toContain("AccessDenied");
  });

  it("in a chain keeps transitive tags and the source identity, and lasts an hour at most", async () => {
    const RoleArn = roleOf("path/chained");
    const first = keysOf(
      await assume(ALICE, {
        Tags: [
          { Key: "tenant", Value: "t1" },
          { Key: "own", Value: "x" },
        ],
        TransitiveTagKeys: ["tenant"],
        SourceIdentity: "alice",
      }),
    );
    expect(await told(assume(first, { RoleArn, DurationSeconds: 3601 }))).toContain(
      "exceeds the 1 hour session limit for roles assumed by role chaining",
    );
    expect(await told(assume(first, { RoleArn, Tags: [{ Key: "Tenant", Value: "t2" }] }))).toContain("conflicts with a transitive tag key");
    expect(await told(assume(first, { RoleArn, SourceIdentity: "bob" }))).toContain("not authorized to perform: sts:SetSourceIdentity");
    const second = await assume(first, { RoleArn });
    expect(second).toMatchObject({ SourceIdentity: "alice", AssumedRoleUser: { Arn: `arn:aws:sts::${HOME}:assumed-role/chained/job` } });
    expect(await told(encrypt(keysOf(second)))).toBe("done");
  });
});

describe("sessions", () => {
  it("end when they end", async () => {
    const session = keysOf(await assume(ALICE, { DurationSeconds: 900 }));
    expect(await told(encrypt(session))).toBe("done");
    clock.advance(900_000);
    expect(await told(encrypt(session))).toBe("ExpiredTokenException: The security token included in the request is expired");
    expect(await told(whoIs(session))).toContain("The security token included in the request is expired");
  });

  it("are known by key and token together, and survive no change", async () => {
    const [one, two] = [keysOf(await assume(ALICE, {})), keysOf(await assume(ALICE, {}))];
    const strangers: [Keys, string][] = [
      [{ ...one, sessionToken: two.sessionToken! }, "UnrecognizedClientException: The security token included in the request is invalid"],
      [
        { accessKeyId: one.accessKeyId, secretAccessKey: one.secretAccessKey },
        "UnrecognizedClientException: The security token included in the request is invalid.",
      ],
      [{ ...ALICE, sessionToken: one.sessionToken! }, "UnrecognizedClientException: The security token included in the request is invalid"],
      [{ ...one, secretAccessKey: two.secretAccessKey }, "InvalidSignatureException: The request signature we calculated"],
    ];
    for (const [stranger, expected] of strangers) expect(await told(encrypt(stranger))).toContain(expected);
    expect(await told(encrypt(one))).toBe("done");
  });

  it("of a user are its own", async () => {
    const { Credentials: given } = await stsAs(ALICE).send(new sts.GetSessionTokenCommand({ DurationSeconds: 900 }));
    const session = keysOf({ Credentials: given });
    expect(await whoIs(session)).toMatchObject({ Arn: USER });
    expect(await told(encrypt(session))).toBe("done");
    expect(await told(stsAs(session).send(new sts.GetSessionTokenCommand({})))).toBe(
      "AccessDenied: Cannot call GetSessionToken with session credentials",
    );
    expect(await told(assume(session, { DurationSeconds: 3601 }))).toContain("role chaining");
    expect(await told(assume(session, {}))).toBe("done");
  });

  it("of a root user last an hour, whatever it wishes", async () => {
    const { Credentials: given } = await stsAs(ROOT).send(new sts.GetSessionTokenCommand({ DurationSeconds: 100_000 }));
    expect(given!.Expiration).toEqual(new Date(Math.floor(clock.now() / 1000) * 1000 + 3_600_000));
  });

  it("that are federated have what user and policies both allow, and without policies nothing of the user's", async () => {
    const Policy = JSON.stringify(policy(allow("kms:Encrypt")));
    const made = await stsAs(ALICE).send(new sts.GetFederationTokenCommand({ Name: "bob", Policy }));
    expect(made.FederatedUser).toEqual({ FederatedUserId: `${GUEST}:bob`, Arn: `arn:aws:sts::${GUEST}:federated-user/bob` });
    const session = keysOf(made);
    expect(await whoIs(session)).toMatchObject({ Account: GUEST, UserId: `${GUEST}:bob` });
    expect(await told(encrypt(session))).toBe("done");
    expect(await told(kmsAs(session).send(new kms.DescribeKeyCommand({ KeyId: keys.shared })))).toContain("AccessDeniedException");
    const bare = keysOf(await stsAs(ALICE).send(new sts.GetFederationTokenCommand({ Name: "bob" })));
    expect(await told(encrypt(bare))).toContain("AccessDeniedException");
    expect(await told(assume(bare, {}))).toContain("AccessDenied");
    expect(await told(stsAs(KEYS.app).send(new sts.GetFederationTokenCommand({ Name: "bob" })))).toContain("sts:GetFederationToken");
  });
});

describe("what is known of access keys", () => {
  const accountOf = (credentials: Keys, AccessKeyId: string) => stsAs(credentials).send(new sts.GetAccessKeyInfoCommand({ AccessKeyId }));

  it("is their account", async () => {
    const session = keysOf(await assume(ALICE, {}));
    expect((await accountOf(ALICE, session.accessKeyId)).Account).toBe(GUEST);
    expect((await accountOf(ALICE, KEYS.app.accessKeyId)).Account).toBe(HOME);
    expect(await told(accountOf(ALICE, "AKIAIOSFODNN7EXAMPLE"))).toContain("ValidationError");
    expect(await told(accountOf(KEYS.app, KEYS.app.accessKeyId))).toContain("sts:GetAccessKeyInfo");
  });
});

describe("the query protocol", () => {
  const post = async (body: string, headers: Record<string, string> = {}) =>
    answered(
      await fetch(server.url, { method: "POST", body, headers: { "content-type": "application/x-www-form-urlencoded", ...headers } }),
    );

  // biome-ignore format: a table reads as a table
  it.each([
    ["", 400, "MissingAction"], ["Action=", 400, "MissingAction"], ["Action=Nothing&Version=2011-06-15", 400, "InvalidAction"], ["Action=GetCallerIdentity", 400, "InvalidAction"],
    ["Action=%", 404, "MalformedQueryString"], ["Action=a%zz", 404, "MalformedQueryString"], ["Action=GetCallerIdentity&Version=2011-06-15", 403, "MissingAuthenticationToken"],
    ["Action=AssumeRoleWithWebIdentity&Version=2011-06-15", 400, "InvalidIdentityToken"],
  ])("answers %j with %i %s, in XML", async (body, status, code) => {
    const answer = await post(body);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toBe("text/xml");
    expect(answer.text).toContain(`<Code>${code}</Code>`);
    expect(answer.text).toContain(`<RequestId>${answer.headers.get("x-amzn-requestid")}</RequestId>`);
  });

  it("says in XML only what XML can say", async () => {
    const answer = await post("Action=%3Cscript%3E%00%26&Version=2011-06-15");
    expect(answer.text).toContain("Could not find operation &lt;script&gt;\ufffd&amp; for version");
  });

  it("answers in JSON who asks for it", async () => {
    const answer = await post("Action=GetCallerIdentity&Version=2011-06-15", { accept: "application/json" });
    expect(answer).toMatchObject({ status: 403, json: { Error: { Code: "MissingAuthenticationToken", Type: "Sender" } } });
  });
});
