import { verify } from "node:crypto";
import * as sdk from "@aws-sdk/client-kms";
import { describe, expect, it } from "vitest";
import { type BuiltOperation, OPERATIONS } from "../../src/kms/operations/index.ts";
import { type CallerRequest, type Kms, type KmsClient, KmsException } from "../../src/kms.ts";
import { allow, bytes, lab, policy, TESTER_SESSION } from "../kms/lab.ts";
import { SAMPLE_CALLS } from "../kms/sample-calls.ts";

/** The AWS SDK for JavaScript v3 itself, in front of the embedded KMS. */
const clientFor = (kms: Kms, caller: CallerRequest, config: sdk.KMSClientConfig = {}): sdk.KMSClient =>
  new sdk.KMSClient({ region: "us-east-1", credentials: kms.credentials(caller), requestHandler: kms.requestHandler(), ...config });

/** What a call that has to fail throws. */
async function thrownBy(run: Promise<unknown>): Promise<unknown> {
  try {
    await run;
  } catch (thrown) {
    return thrown;
  }
  return expect.unreachable("it did not fail");
}

describe.each(Object.keys(OPERATIONS) as BuiltOperation[])("%s", (name) => {
  type Reply = Readonly<Record<string, unknown>>;
  type AnyCommand = new (input: object) => sdk.EncryptCommand;
  const Command = (sdk as unknown as Readonly<Record<string, AnyCommand>>)[`${name}Command`]!;
  const throughSdk = async (kms: Kms, caller: string, input: object) => {
    const { $metadata, ...reply } = await clientFor(kms, caller).send(new Command(input));
    return { $metadata, reply: reply as Reply };
  };
  const directly = (client: KmsClient, input: object) =>
    (client.later as unknown as Record<string, (input: object) => Promise<Reply>>)[name.charAt(0).toLowerCase() + name.slice(1)]!(input);

  /** Two estates that draw the same random bytes, and the same request to both. */
  const twins = async () => {
    const [direct, wired] = [await lab(), await lab()];
    for (const { kms } of [direct, wired]) for (const caller of ["admin", "tester"]) kms.credentials(caller);
    return { direct, wired, asked: SAMPLE_CALLS[name].input(direct), same: SAMPLE_CALLS[name].input(wired) };
  };

  it("answers through the SDK what it answers without", async () => {
    const { direct, wired, asked, same } = await twins();
    const expected = await directly(direct.admin, asked);
    const { reply, $metadata } = await throughSdk(wired.kms, "admin", same);
    expect(withoutBytes(reply)).toEqual(withoutBytes(expected));
    expect($metadata).toMatchObject({ httpStatusCode: 200, attempts: 1 });
    const event = wired.kms.auditEvents().find(({ requestID }) => requestID === $metadata.requestId);
    expect(event).toMatchObject({ eventName: name, awsRegion: "us-east-1", userAgent: expect.stringContaining("aws-sdk-js/3") as string });
  });

  it("is refused through the SDK as it is without", async () => {
    const { direct, wired, asked, same } = await twins();
    const ours = (await thrownBy(directly(direct.tester, asked))) as KmsException;
    const theirs = (await thrownBy(throughSdk(wired.kms, "tester", same))) as sdk.KMSServiceException;
    expect(ours).toBeInstanceOf(KmsException);
    expect(theirs).toBeInstanceOf(sdk.KMSServiceException);
    const shape = ({ name, message, $fault, $metadata }: KmsException | sdk.KMSServiceException) => ({
      name,
      message,
      $fault,
      $metadata: { ...$metadata, requestId: "" },
    });
    expect(shape(theirs)).toEqual(shape(ours));
    expect(theirs.$metadata.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });
});

/** Pairs of keys, signatures and material to import are others in every run: of bytes only that they are bytes. */
function withoutBytes(value: unknown): unknown {
  if (value instanceof Uint8Array) return "bytes";
  if (value instanceof Date || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutBytes);
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, name === "KeyMaterialId" ? "an id of bytes" : withoutBytes(inner)]),
  );
}

describe("a client of the SDK", () => {
  const KeyId = "alias/symmetric";
  const Plaintext = bytes("attack at dawn");
  const EncryptionContext = { tenant: "a", "größe 🔑": "∞" };

  it("decrypts what it encrypted, in the same encryption context only", async () => {
    const client = clientFor((await lab()).kms, "admin");
    const { CiphertextBlob } = await client.send(new sdk.EncryptCommand({ KeyId, Plaintext, EncryptionContext }));
    const opened = await client.send(new sdk.DecryptCommand({ CiphertextBlob, EncryptionContext }));
    expect(Uint8Array.from(opened.Plaintext!)).toEqual(Plaintext);
    const wrong = await thrownBy(client.send(new sdk.DecryptCommand({ CiphertextBlob, EncryptionContext: { tenant: "b" } })));
    expect(wrong).toBeInstanceOf(sdk.InvalidCiphertextException);
    const other = new sdk.DecryptCommand({ CiphertextBlob, EncryptionContext, KeyId: "alias/other" });
    expect(await thrownBy(client.send(other))).toBeInstanceOf(sdk.IncorrectKeyException);
  });

  it("shares ciphertexts with callers that use no SDK", async () => {
    const { kms, admin } = await lab();
    const { CiphertextBlob, Plaintext: dataKey } = await clientFor(kms, "admin").send(
      new sdk.GenerateDataKeyCommand({ KeyId, KeySpec: "AES_256", EncryptionContext }),
    );
    expect(admin.decrypt({ CiphertextBlob: CiphertextBlob!, EncryptionContext }).Plaintext).toEqual(Uint8Array.from(dataKey!));
    expect(dataKey).toHaveLength(32);
  });

  it("makes a key that it describes, names and deletes", async () => {
    const { kms } = await lab();
    const client = clientFor(kms, "admin");
    const { KeyMetadata } = await client.send(
      new sdk.CreateKeyCommand({ Description: "orders", Tags: [{ TagKey: "team", TagValue: "orders" }] }),
    );
    expect(KeyMetadata).toMatchObject({ Description: "orders", KeyState: "Enabled", CreationDate: new Date(Date.UTC(2026, 10, 22, 3)) });
    const TargetKeyId = KeyMetadata!.KeyId!;
    await client.send(new sdk.CreateAliasCommand({ AliasName: "alias/orders", TargetKeyId }));
    const described = await client.send(new sdk.DescribeKeyCommand({ KeyId: "alias/orders" }));
    expect(described.KeyMetadata).toEqual(KeyMetadata);
    await client.send(new sdk.ScheduleKeyDeletionCommand({ KeyId: TargetKeyId, PendingWindowInDays: 7 }));
    expect(await thrownBy(client.send(new sdk.EncryptCommand({ KeyId: TargetKeyId, Plaintext })))).toBeInstanceOf(
      sdk.KMSInvalidStateException,
    );
    kms.advance({ days: 8 });
    expect(await thrownBy(client.send(new sdk.DescribeKeyCommand({ KeyId: TargetKeyId })))).toBeInstanceOf(sdk.NotFoundException);
  });

  it("signs what anyone with the public key verifies", async () => {
    const { kms, arn } = await lab();
    const client = clientFor(kms, "admin");
    const signed = { KeyId: arn("signing"), Message: Plaintext, SigningAlgorithm: "ECDSA_SHA_256" } as const;
    const { Signature } = await client.send(new sdk.SignCommand(signed));
    const verified = await client.send(new sdk.VerifyCommand({ ...signed, Signature }));
    expect(verified.SignatureValid).toBe(true);
    const forged = await thrownBy(client.send(new sdk.VerifyCommand({ ...signed, Message: bytes("attack at dusk"), Signature })));
    expect(forged).toBeInstanceOf(sdk.KMSInvalidSignatureException);
    const { PublicKey } = await client.send(new sdk.GetPublicKeyCommand({ KeyId: arn("signing") }));
    expect(verify("sha256", Plaintext, { key: Buffer.from(PublicKey!), format: "der", type: "spki" }, Signature!)).toBe(true);
  });

  it("authenticates messages", async () => {
    const { kms, arn } = await lab();
    const client = clientFor(kms, "admin");
    const asked = { KeyId: arn("mac"), Message: Plaintext, MacAlgorithm: "HMAC_SHA_256" } as const;
    const { Mac } = await client.send(new sdk.GenerateMacCommand(asked));
    expect((await client.send(new sdk.VerifyMacCommand({ ...asked, Mac }))).MacValid).toBe(true);
    const other = new sdk.VerifyMacCommand({ ...asked, Message: bytes("x"), Mac });
    expect(await thrownBy(client.send(other))).toBeInstanceOf(sdk.KMSInvalidMacException);
  });

  it("lets another caller in by a grant, and out again", async () => {
    const { kms, arn } = await lab();
    const [admin, tester] = [clientFor(kms, "admin"), clientFor(kms, "tester")];
    const encrypt = () => tester.send(new sdk.EncryptCommand({ KeyId: arn("symmetric"), Plaintext }));
    const denied = await thrownBy(encrypt());
    expect(denied).toMatchObject({
      name: "AccessDeniedException",
      message: expect.stringMatching(/^User: .* is not authorized to perform: kms:Encrypt/) as string,
    });
    const wish = {
      KeyId: arn("symmetric"),
      GranteePrincipal: TESTER_SESSION,
      Operations: ["Encrypt"],
    } satisfies sdk.CreateGrantCommandInput;
    const { GrantId } = await admin.send(new sdk.CreateGrantCommand(wish));
    expect((await encrypt()).CiphertextBlob).toBeInstanceOf(Uint8Array);
    await admin.send(new sdk.RevokeGrantCommand({ KeyId: arn("symmetric"), GrantId }));
    expect(await thrownBy(encrypt())).toMatchObject({ name: "AccessDeniedException" });
  });

  it("turns the pages of lists", async () => {
    const { kms, arn } = await lab();
    const client = clientFor(kms, "admin");
    for (let i = 0; i < 5; i++)
      await client.send(new sdk.CreateAliasCommand({ AliasName: `alias/page-${i}`, TargetKeyId: arn("symmetric") }));
    const pages: number[] = [];
    const found = new Set<string | undefined>();
    for await (const { Aliases = [] } of sdk.paginateListAliases({ client, pageSize: 2 }, { KeyId: arn("symmetric") })) {
      pages.push(Aliases.length);
      for (const { AliasName } of Aliases) found.add(AliasName);
    }
    expect(pages).toEqual([2, 2, 2]);
    expect(found).toEqual(new Set(["alias/symmetric", ...[0, 1, 2, 3, 4].map((i) => `alias/page-${i}`)]));
  });

  it("is told what is wrong by the SDK's classes", async () => {
    const { kms, arn } = await lab();
    const client = clientFor(kms, "admin");
    await client.send(new sdk.DisableKeyCommand({ KeyId: arn("other") }));
    const failures: readonly [sdk.EncryptCommand, new (...args: never) => Error][] = [
      [new sdk.EncryptCommand({ KeyId: "alias/none", Plaintext }), sdk.NotFoundException],
      [new sdk.EncryptCommand({ KeyId: arn("other"), Plaintext }), sdk.DisabledException],
      [new sdk.EncryptCommand({ KeyId: arn("signing"), Plaintext }), sdk.InvalidKeyUsageException],
      [new sdk.EncryptCommand({ KeyId, Plaintext, DryRun: true }), sdk.DryRunOperationException],
      [new sdk.EncryptCommand({ KeyId, Plaintext, GrantTokens: ["none"] }), sdk.InvalidGrantTokenException],
    ];
    for (const [command, Class] of failures) expect(await thrownBy(client.send(command))).toBeInstanceOf(Class);
    expect(await thrownBy(client.send(new sdk.EncryptCommand({ KeyId, Plaintext: new Uint8Array(4097) })))).toMatchObject({
      name: "ValidationException",
      message:
        "1 validation error detected: Value at 'plaintext' failed to satisfy constraint: Member must have length less than or equal to 4096",
    });
  });

  it("has a message where AWS sends none, as the SDK words it", async () => {
    const { kms, admin } = await lab();
    const input = { CiphertextBlob: bytes("none"), EncryptionContext };
    const theirs = await thrownBy(clientFor(kms, "admin").send(new sdk.DecryptCommand(input)));
    expect(theirs).toMatchObject({ name: "InvalidCiphertextException", message: "UnknownError" });
    expect(() => admin.decrypt(input)).toThrow(sdk.InvalidCiphertextException);
  });

  it("calls in its own Region", async () => {
    const { kms } = await lab();
    const west = clientFor(kms, "admin", { region: "us-west-2" });
    const { KeyMetadata } = await west.send(new sdk.CreateKeyCommand({}));
    expect(KeyMetadata!.Arn).toMatch(/^arn:aws:kms:us-west-2:111122223333:key\//);
    const elsewhere = new sdk.DescribeKeyCommand({ KeyId: KeyMetadata!.KeyId });
    expect(await thrownBy(clientFor(kms, "admin").send(elsewhere))).toBeInstanceOf(sdk.NotFoundException);
  });

  it("is the session that it has credentials of", async () => {
    const { kms } = await lab();
    const sessionPolicies = [policy(allow("kms:DescribeKey"))];
    const limited = clientFor(kms, { principal: "admin", session: "limited", sessionPolicies });
    await limited.send(new sdk.DescribeKeyCommand({ KeyId }));
    expect(await thrownBy(limited.send(new sdk.EncryptCommand({ KeyId, Plaintext })))).toMatchObject({ name: "AccessDeniedException" });
    expect(kms.auditEvents().at(-1)?.userIdentity.arn).toBe("arn:aws:sts::111122223333:assumed-role/admin/limited");
  });

  it("is allowed by its user agent, where a policy asks for that", async () => {
    const Condition = { StringLike: { "aws:UserAgent": "*aws-sdk-js/3*" } };
    const scripted = { arn: "arn:aws:iam::111122223333:user/scripted", policies: [policy(allow("kms:Encrypt", { Condition }))] };
    const { kms } = await lab([], { principals: { scripted } });
    await clientFor(kms, "scripted").send(new sdk.EncryptCommand({ KeyId, Plaintext }));
    expect(() => kms.as("scripted").encrypt({ KeyId, Plaintext })).toThrow("not authorized");
  });

  it("needs credentials that this KMS gave", async () => {
    const { kms } = await lab();
    const another = (await lab()).kms;
    const [, foreign] = [another.credentials("tester"), another.credentials("admin")];
    const strangers = [{ accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "secret" }, foreign];
    for (const credentials of strangers) {
      expect(await thrownBy(clientFor(kms, "admin", { credentials }).send(new sdk.ListKeysCommand({})))).toMatchObject({
        name: "UnrecognizedClientException",
        $fault: "client",
      });
    }
    expect(() => kms.credentials("nobody")).toThrow("no principal `nobody` in this world [KW501]");
  });

  it("can stop waiting, and be destroyed", async () => {
    const { kms } = await lab();
    const client = clientFor(kms, "admin");
    const call = (abortSignal: AbortSignal) => client.send(new sdk.ListKeysCommand({}), { abortSignal });
    expect(await thrownBy(call(AbortSignal.abort("why")))).toMatchObject({ name: "AbortError" });
    expect(kms.auditEvents()).toEqual([]);
    expect((await call(new AbortController().signal)).Keys).toHaveLength(9);
    client.destroy();
  });
});

describe("the handler", () => {
  const request = (kms: Kms, headers: object = {}) => {
    const { accessKeyId, sessionToken = "" } = kms.credentials("admin");
    return {
      headers: {
        "X-Amz-Target": "TrentService.ListKeys",
        Authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20261122/us-east-1/kms/aws4_request, SignedHeaders=host, Signature=0`,
        "X-Amz-Security-Token": sessionToken,
        ...headers,
      } as Record<string, string>,
    };
  };
  const text = (body: Uint8Array) => new TextDecoder().decode(body);

  it("takes text and bytes for a body, and header names in any case", async () => {
    const { kms } = await lab();
    const { handle } = kms.requestHandler();
    for (const body of [undefined, null, "", "{}", bytes("{}"), bytes("{}").buffer]) {
      const { response } = await handle({ ...request(kms), body });
      expect(response.statusCode).toBe(200);
      expect(JSON.parse(text(response.body))).toMatchObject({ Truncated: false });
    }
    await expect(handle({ ...request(kms), body: new ReadableStream() })).rejects.toThrow("text or bytes");
  });

  it("answers those who do not sign", async () => {
    const { kms } = await lab();
    const { Authorization: _, ...unsigned } = request(kms).headers;
    const { response } = await kms.requestHandler().handle({ headers: unsigned });
    expect(response.statusCode).toBe(400);
    expect(JSON.parse(text(response.body))).toEqual({
      __type: "MissingAuthenticationTokenException",
      message: "Missing Authentication Token",
    });
  });

  it("lets go of whoever aborts", async () => {
    const { kms } = await lab();
    const controller = new AbortController();
    const waiting = kms.requestHandler().handle(request(kms), { abortSignal: controller.signal });
    controller.abort(new Error("enough"));
    expect(await thrownBy(waiting)).toMatchObject({ name: "AbortError", cause: { message: "enough" } });
  });

  it("is made in the shape that clients take and configure", async () => {
    const handler = (await lab()).kms.requestHandler();
    expect(handler.metadata.handlerProtocol).toBe("in-process");
    expect(handler.httpHandlerConfigs()).toEqual({});
    expect([handler.updateHttpClientConfig(), handler.destroy()]).toEqual([undefined, undefined]);
  });
});
