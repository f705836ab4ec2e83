import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InvariantError, invariant } from "../../base/invariant.ts";
import { decide } from "../../cases/authorizer.ts";
import { createKms } from "../../embedded/create-kms.ts";
import { explain } from "../../explain/explain.ts";
import { KmsException } from "../../kms/kms-exception.ts";
import type { WorldObject } from "../../world/document.ts";
import type { Command, Io } from "../command.ts";
import { describeScenes } from "../demo-scenes.ts";
import { openFile, sealFile } from "../envelope.ts";

const SIZE = 1024 * 1024;

export const command: Command = {
  name: "demo",
  summary: "a tour on built-in policies: decide, really encrypt and decrypt, explain a denial",
  usage: ["demo"],
  about: "Works in memory and in a temporary folder that it removes. Contacts nothing.",
  groups: [],
  run: async (_, io) => {
    io.stdout.write(await describeScenes(io.root));
    const folder = await mkdtemp(join(tmpdir(), "kmsward-demo-"));
    try {
      await tour(io, folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    return 0;
  },
};

const KEY = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const ROLE = "arn:aws:iam::111122223333:role/orders-app";
const EXPORTER = "arn:aws:iam::111122223333:role/nightly-export";
const sessionOf = (name: string): string => `arn:aws:sts::111122223333:assumed-role/orders-app/${name}`;
const MEMBER = { orgId: "o-exampleorg1" };

/** An account with one key, under the key policy of the guides' tenant scene, and the callers of the tour. */
const worldOf = (policy: string): WorldObject => ({
  account: "111122223333",
  region: "us-east-1",
  organization: { id: MEMBER.orgId, accounts: ["111122223333"] },
  principals: {
    tenant1: { arn: sessionOf("i-0ab"), roleArn: ROLE, tags: { tenant: "t1" } },
    tenant2: { arn: sessionOf("i-0cd"), roleArn: ROLE, tags: { tenant: "t2" } },
    exporter: EXPORTER,
    admin: "arn:aws:iam::111122223333:role/key-admin",
  },
  keys: { orders: { arn: KEY, aliases: ["alias/orders"], policy: JSON.parse(policy) as Record<string, unknown> } },
});

/** Envelope encryption of a file as the guides show it, then a denial explained, then a grant that opens what was closed, and its revocation. */
async function tour({ stdout, root }: Io, folder: string): Promise<void> {
  const say = (text = "") => stdout.write(`${text}\n`);
  const step = (title: string) => say(`\n${title}\n${"-".repeat(title.length)}`);
  const policy = await readFile(new URL("fixtures/policies/key-policies/tenant-context.json", root), "utf8");
  const kms = await createKms({ world: worldOf(policy) });
  const [plain, sealed, opened] = ["orders.csv", "orders.csv.sealed", "orders.csv.opened"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const EncryptionContext = { tenant: "t1" };
  await writeFile(plain, rows(SIZE));

  step("1. The app, in a session of tenant t1, encrypts a file of 1 MiB");
  const made = kms.as("tenant1").generateDataKey({ KeyId: "alias/orders", KeySpec: "AES_256", EncryptionContext });
  const blob = bytesOf(made.CiphertextBlob);
  await sealFile(plain, sealed, { plaintext: bytesOf(made.Plaintext), blob });
  say(`kms:GenerateDataKey is allowed: a data key of 256 bits, and the same encrypted under the KMS key, ${blob.length} bytes`);
  say(`AES-256-GCM under the data key: ${(await readFile(sealed)).length} bytes, the encrypted data key in front`);

  step("2. The same session decrypts it");
  const dataKey = bytesOf(kms.as("tenant1").decrypt({ CiphertextBlob: blob, EncryptionContext }).Plaintext);
  await openFile(sealed, opened, dataKey);
  say(
    `kms:Decrypt is allowed; the opened file ${(await readFile(opened)).equals(await readFile(plain)) ? "equals the original, byte for byte" : "DIFFERS"}`,
  );

  step("3. A session of tenant t2 asks for the same data key");
  const refusal = (caller: string, context: Readonly<Record<string, string>>): KmsException => {
    try {
      kms.as(caller).decrypt({ CiphertextBlob: blob, EncryptionContext: context });
    } catch (error) {
      if (error instanceof KmsException) return error;
      throw error;
    }
    throw new InvariantError(`${caller} is refused`);
  };
  say(`${refusal("tenant2", EncryptionContext).name}; why:\n`);
  say(explain(decideAgain(policy, EncryptionContext)));

  step("4. A grant opens it for the nightly export, and only with that encryption context");
  say(`before    ${refusal("exporter", EncryptionContext).name}`);
  const grant = {
    KeyId: KEY,
    GranteePrincipal: EXPORTER,
    Operations: ["Decrypt" as const],
    Constraints: { EncryptionContextSubset: EncryptionContext },
  };
  const { GrantId } = kms.as("admin").createGrant(grant);
  invariant(GrantId !== undefined, "CreateGrant tells the grant's id");
  const granted = bytesOf(kms.as("exporter").decrypt({ CiphertextBlob: blob, EncryptionContext }).Plaintext);
  say(`granted   kms:Decrypt is allowed: ${Buffer.from(granted).equals(dataKey) ? "the same data key" : "ANOTHER data key"}`);
  kms.as("admin").revokeGrant({ KeyId: KEY, GrantId });
  say(`revoked   ${refusal("exporter", EncryptionContext).name}`);

  step("5. Being allowed is not enough: the ciphertext is bound to its encryption context");
  say(`tenant t2 may decrypt what is of tenant t2, and says that this is: ${refusal("tenant2", { tenant: "t2" }).name}`);
  say(`\n${kms.auditEvents().length} calls, each with an audit event in the shape of CloudTrail's`);
}

/** The refused call of the tour as a case, since an error tells only what AWS would. */
const decideAgain = (policy: string, encryptionContext: Readonly<Record<string, string>>) =>
  decide({
    request: {
      principal: { arn: sessionOf("i-0cd"), roleArn: ROLE, tags: { tenant: "t2" }, ...MEMBER },
      action: "kms:Decrypt",
      resource: KEY,
      encryptionContext,
    },
    policies: { resource: JSON.parse(policy) as Record<string, unknown> },
    key: { aliases: ["alias/orders"], spec: "SYMMETRIC_DEFAULT", usage: "ENCRYPT_DECRYPT", origin: "AWS_KMS", multiRegion: false },
  });

function bytesOf(value: Uint8Array | undefined): Uint8Array {
  invariant(value !== undefined, "the call gives bytes");
  return value;
}

/** A file like an export of orders: lines of comma-separated values, of exactly `size` bytes. */
function rows(size: number): string {
  let text = "order,tenant,amount\n";
  for (let order = 1; text.length < size; order++) text += `${order},t1,${(order * 7919) % 100_000}\n`;
  return text.slice(0, size);
}
