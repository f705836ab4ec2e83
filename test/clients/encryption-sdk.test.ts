import { createHash } from "node:crypto";
import { buildClient, CommitmentPolicy, getClient, KMS, KmsKeyringNode } from "@aws-crypto/client-node";
import { describe, expect, it } from "vitest";
import { allow, policy } from "../kms/lab.ts";
import { KEYS, serving } from "../server/serving.ts";

const A = "111122223333";
const server = await serving({
  world: {
    principals: {
      app: {
        arn: `arn:aws:iam::${A}:role/app`,
        credentials: KEYS.app,
        policies: [
          policy(
            allow(["kms:GenerateDataKey", "kms:Encrypt", "kms:Decrypt"], {
              Condition: { StringEquals: { "kms:EncryptionContext:tenant": "t1" } },
            }),
          ),
        ],
      },
      tester: { arn: `arn:aws:iam::${A}:role/tester`, credentials: KEYS.tester },
    },
    keys: { first: { aliases: ["alias/first"] }, second: {} },
  },
});
const { keys } = server.standing.site;
const { encrypt, decrypt } = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT);

/** The keyring's own client of KMS, with the endpoint and the credentials of a principal. */
const keyring = (credentials: { accessKeyId: string; secretAccessKey: string }, ids: object) =>
  new KmsKeyringNode({
    ...ids,
    clientProvider: getClient(KMS as never, { endpoint: server.url, credentials: { ...credentials } } as never),
  });

describe("the AWS Encryption SDK for JavaScript", () => {
  const ids = { generatorKeyId: keys.first, keyIds: [keys.second] };

  it("seals ten megabytes under two keys, and opens them with either", { timeout: 60_000 }, async () => {
    const plaintext = Buffer.alloc(10 * 1_048_576, "0123456789");
    const { result } = await encrypt(keyring(KEYS.app, ids), plaintext, { encryptionContext: { tenant: "t1" } });
    const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
    for (const keyIds of [[keys.first], [keys.second]]) {
      const opened = await decrypt(keyring(KEYS.app, { keyIds }), result);
      expect(hash(opened.plaintext)).toBe(hash(plaintext));
      expect(opened.messageHeader.encryptionContext.tenant).toBe("t1");
    }
  });

  it("is refused for who may not, and in another encryption context", async () => {
    const { result } = await encrypt(keyring(KEYS.app, ids), "text", { encryptionContext: { tenant: "t1" } });
    await expect(decrypt(keyring(KEYS.tester, { keyIds: [keys.first] }), result)).rejects.toThrow(/not authorized to perform: kms:Decrypt/);
    await expect(encrypt(keyring(KEYS.app, ids), "text", { encryptionContext: { tenant: "t2" } })).rejects.toThrow(
      /not authorized to perform: kms:GenerateDataKey/,
    );
  });
});
