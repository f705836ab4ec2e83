import * as sdk from "@aws-sdk/client-kms";
import { describe, expect, it } from "vitest";
import { allow, policy } from "../../kms/lab.ts";
import { answered } from "../raw-http.ts";
import { KEYS, serving } from "../serving.ts";

/** In front of a KMS that refuses nobody, as other emulators are: the endpoint itself with policies off. */
const A = "111122223333";
const principals = {
  admin: { arn: `arn:aws:iam::${A}:role/admin`, credentials: KEYS.admin, policies: [policy(allow("kms:*"))] },
  app: { arn: `arn:aws:iam::${A}:role/app`, credentials: KEYS.app, policies: [policy(allow(["kms:Encrypt", "kms:Decrypt"]))] },
  tester: { arn: `arn:aws:iam::${A}:role/tester`, credentials: KEYS.tester },
};
const behind = await serving({ world: { principals, keys: { old: { aliases: ["alias/old"] } } }, authentication: "none", enforce: "off" });
const server = await serving({ world: { principals }, upstream: behind.url });
const as = (credentials: { accessKeyId: string; secretAccessKey: string }, endpoint = server.url) =>
  new sdk.KMSClient({ region: "us-east-1", endpoint, credentials: { ...credentials }, maxAttempts: 1 });
const [admin, app, tester] = [as(KEYS.admin), as(KEYS.app), as(KEYS.tester)];
const Plaintext = Buffer.from("text");
const told = (run: Promise<unknown>) =>
  run.then(
    () => "done",
    (error: Error) => error.name,
  );

describe("a proxy with policies", () => {
  it("lets through what they allow, and nothing else", async () => {
    const { KeyMetadata } = await admin.send(new sdk.CreateKeyCommand({}));
    const KeyId = KeyMetadata!.KeyId!;
    const { CiphertextBlob } = await app.send(new sdk.EncryptCommand({ KeyId, Plaintext }));
    expect(Buffer.from((await app.send(new sdk.DecryptCommand({ CiphertextBlob }))).Plaintext!).toString()).toBe("text");
    expect(await told(tester.send(new sdk.DecryptCommand({ CiphertextBlob })))).toBe("AccessDeniedException");
    expect(await told(tester.send(new sdk.DecryptCommand({ CiphertextBlob, KeyId })))).toBe("AccessDeniedException");
    expect(await told(app.send(new sdk.ScheduleKeyDeletionCommand({ KeyId })))).toBe("AccessDeniedException");
    expect(await told(as(KEYS.tester, behind.url).send(new sdk.DecryptCommand({ CiphertextBlob })))).toBe("done"); // that one refuses nobody
  });

  it("learns grants, policies and aliases from the calls that pass", async () => {
    const { KeyMetadata } = await admin.send(new sdk.CreateKeyCommand({}));
    const KeyId = KeyMetadata!.KeyId!;
    const encrypt = () => told(tester.send(new sdk.EncryptCommand({ KeyId: "alias/fresh", Plaintext })));
    await admin.send(new sdk.CreateAliasCommand({ AliasName: "alias/fresh", TargetKeyId: KeyId }));
    expect(await encrypt()).toBe("AccessDeniedException");
    const { GrantId } = await admin.send(
      new sdk.CreateGrantCommand({ KeyId, GranteePrincipal: principals.tester.arn, Operations: ["Encrypt"] }),
    );
    expect(await encrypt()).toBe("done");
    await admin.send(new sdk.RevokeGrantCommand({ KeyId, GrantId }));
    expect(await encrypt()).toBe("AccessDeniedException");
    const Policy = JSON.stringify(
      policy(
        allow("kms:*", { Principal: { AWS: `arn:aws:iam::${A}:root` } }),
        allow("kms:Encrypt", { Principal: { AWS: principals.tester.arn } }),
      ),
    );
    await admin.send(new sdk.PutKeyPolicyCommand({ KeyId, Policy }));
    expect(await encrypt()).toBe("done");
  });

  it("knows the keys that were there before it", async () => {
    expect(await told(app.send(new sdk.EncryptCommand({ KeyId: "alias/old", Plaintext })))).toBe("done");
    expect(await told(tester.send(new sdk.EncryptCommand({ KeyId: "alias/old", Plaintext })))).toBe("AccessDeniedException");
    expect(await told(app.send(new sdk.EncryptCommand({ KeyId: "alias/none", Plaintext })))).toBe("NotFoundException");
  });

  it("tells the audit log and who watches of calls that were made behind it, by the request id that the client sees", async () => {
    const { $metadata, CiphertextBlob } = await app.send(new sdk.EncryptCommand({ KeyId: "alias/old", Plaintext }));
    const lost = (await app
      .send(new sdk.DecryptCommand({ CiphertextBlob, EncryptionContext: { not: "this" } }))
      .catch((thrown) => thrown)) as sdk.KMSServiceException;
    expect(lost.name).toBe("InvalidCiphertextException");
    const events = server.standing.site.service.audit.events();
    expect(events.find(({ requestID }) => requestID === $metadata.requestId)).toMatchObject({
      eventName: "Encrypt",
      resources: [{ ARN: behind.standing.site.keys.old }],
      requestParameters: { keyId: "alias/old" },
      responseElements: null,
      userIdentity: { sessionContext: { sessionIssuer: { userName: "app" } } },
    });
    const failed = events.find(({ requestID }) => requestID === lost.$metadata.requestId);
    expect(failed).toMatchObject({ eventName: "Decrypt", errorCode: "InvalidCiphertextException", resources: [] });
    expect(JSON.stringify(events)).not.toContain(Buffer.from(CiphertextBlob!).toString("base64"));
    const { text } = await answered(await fetch(`${server.url}/v1/calls?follow=no&last=2`));
    expect(text).toMatch(/"operation":"Encrypt".*old|"keys":\["arn:aws:kms/);
    expect((await answered(await fetch(`${server.url}/v1/why/${$metadata.requestId}`))).text).toContain("Encrypt did what it was asked");
  });

  it("verifies signatures, and says when nobody is behind it", async () => {
    expect(
      await told(as({ ...KEYS.app, secretAccessKey: "another" }).send(new sdk.EncryptCommand({ KeyId: "alias/old", Plaintext }))),
    ).toBe("InvalidSignatureException");
    const alone = await serving({ world: { principals }, upstream: "http://127.0.0.1:1", until: () => undefined });
    expect(await told(as(KEYS.admin, alone.url).send(new sdk.ListKeysCommand({})))).toBe("KMSInternalException");
    await alone.stop(0);
  });
});
