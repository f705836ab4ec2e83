import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { explain } from "../../authz/explain.ts";
import { invariant } from "../../base/invariant.ts";
import type { Command, Io } from "../command.ts";
import { type DemoCaller, DemoKey } from "../demo-key.ts";
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
    const folder = await mkdtemp(join(tmpdir(), "kmsward-"));
    try {
      await tour(io, folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    return 0;
  },
};

const APP = "arn:aws:sts::111122223333:assumed-role/orders-app/i-0ab";
const EXPORTER = "arn:aws:iam::111122223333:role/nightly-export";
const session = (tenant: string): DemoCaller => ({ arn: APP, orgId: "o-exampleorg1", tags: { tenant } });

/** Envelope encryption of a file as the guides show it, then a denial explained, then a grant that opens what was closed, and its revocation. */
async function tour({ stdout, root }: Io, folder: string): Promise<void> {
  const say = (text = "") => stdout.write(`${text}\n`);
  const step = (title: string) => say(`\n${title}\n${"-".repeat(title.length)}`);
  const key = await DemoKey.create(new URL("fixtures/policies/key-policies/tenant-context.json", root));
  const [plain, sealed, opened] = ["orders.csv", "orders.csv.sealed", "orders.csv.opened"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await writeFile(plain, rows(SIZE));

  step("1. The app of tenant t1 encrypts a file of 1 MiB");
  const made = key.generateDataKey(session("t1"), { tenant: "t1" });
  say(`kms:GenerateDataKey  ${made.answer.reason}`);
  invariant(made.dataKey !== undefined, "the demo's policy allows GenerateDataKey to the app");
  await sealFile(plain, sealed, made.dataKey);
  say(
    `AES-256-GCM under the data key: ${(await readFile(sealed)).length} bytes; the data key itself is kept as a blob of ${made.dataKey.blob.length} bytes`,
  );

  step("2. The same app decrypts it");
  const unsealed = key.decrypt(session("t1"), made.dataKey.blob, { tenant: "t1" });
  say(`kms:Decrypt  ${unsealed.answer.reason}`);
  invariant(unsealed.plaintext !== undefined, "what the app encrypted the app decrypts");
  await openFile(sealed, opened, unsealed.plaintext);
  say(
    `the opened file ${(await readFile(opened)).equals(await readFile(plain)) ? "equals the original, byte for byte" : "DIFFERS from the original"}`,
  );

  step("3. The app in a session of tenant t2 asks for the same data key");
  const refused = key.decrypt(session("t2"), made.dataKey.blob, { tenant: "t1" });
  say(explain(refused.answer));
  invariant(refused.plaintext === undefined, "another tenant's data stays closed");

  step("4. A grant opens it for the nightly export, and only with that encryption context");
  const exporter: DemoCaller = { arn: EXPORTER, orgId: "o-exampleorg1" };
  say(`before   ${key.decrypt(exporter, made.dataKey.blob, { tenant: "t1" }).answer.reason}`);
  key.createGrant({
    GrantId: "nightly-export",
    GranteePrincipal: EXPORTER,
    Operations: ["Decrypt"],
    Constraints: { EncryptionContextSubset: { tenant: "t1" } },
  });
  const granted = key.decrypt(exporter, made.dataKey.blob, { tenant: "t1" });
  say(`granted  ${granted.answer.reason}; ${granted.plaintext?.length ?? 0} bytes of data key decrypted`);
  key.revokeGrant("nightly-export");
  say(`revoked  ${key.decrypt(exporter, made.dataKey.blob, { tenant: "t1" }).answer.reason}`);

  step("5. Being allowed is not enough: the ciphertext is bound to its encryption context");
  const wrong = key.decrypt(session("t2"), made.dataKey.blob, { tenant: "t2" });
  say(
    `kms:Decrypt  ${wrong.answer.reason}; the cipher answers: ${wrong.plaintext === undefined ? "InvalidCiphertextException" : "plaintext"}`,
  );
}

/** A file like an export of orders: lines of comma-separated values, of exactly `size` bytes. */
function rows(size: number): string {
  let text = "order,tenant,amount\n";
  for (let order = 1; text.length < size; order++) text += `${order},t1,${(order * 7919) % 100_000}\n`;
  return text.slice(0, size);
}
