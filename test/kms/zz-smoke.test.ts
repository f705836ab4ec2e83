import { expect, test } from "vitest";
import { createKms } from "/work/main/src/kms.ts";
test("smoke", async () => {
  const kms = await createKms({ world: { principals: { app: { arn: "arn:aws:iam::111122223333:role/app", policies: [{ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "kms:*", Resource: "*" }] }] }, nobody: { arn: "arn:aws:iam::111122223333:user/nobody" }, partner: {arn: "arn:aws:iam::444455556666:role/p"} }, keys: { orders: { aliases: ["alias/orders"] } } } });
  const app = kms.as("app");
  const bytes = new TextEncoder().encode("hello");
  const { CiphertextBlob } = app.encrypt({ KeyId: "alias/orders", Plaintext: bytes, EncryptionContext: { tenant: "a" } });
  const out = app.decrypt({ CiphertextBlob, EncryptionContext: { tenant: "a" } });
  console.log(out, new TextDecoder().decode(out.Plaintext!));
  for (const f of [() => kms.as("nobody").decrypt({ CiphertextBlob }), () => kms.as("partner").decrypt({CiphertextBlob}), () => app.decrypt({ CiphertextBlob }), () => app.encrypt({ KeyId: "", Plaintext: new Uint8Array(5000) }), () => app.encrypt({} as never), ()=>app.sign({}), ()=>app.describeKey({KeyId: "nope"}), ()=>app.generateRandom({NumberOfBytes: 2000}), () => app.createKey({KeySpec: "x" as never}), () => app.encrypt({KeyId: 5 as never, Plaintext: bytes})]) {
    try { f(); console.log("?? no error"); } catch (e) { console.log((e as Error).name, (e as Error).message); }
  }
  const k = app.createKey({ Description: "d", Tags: [{ TagKey: "a", TagValue: "b" }] });
  console.log(k, app.listKeys());
  console.log(JSON.stringify(kms.auditEvents().slice(0,3), null, 1));
  const t = performance.now();
  for (let i = 0; i < 20000; i++) app.encrypt({ KeyId: "alias/orders", Plaintext: bytes, EncryptionContext: { tenant: "a" } });
  console.log("us/encrypt", (performance.now() - t) / 20);
  const t2 = performance.now();
  for (let i = 0; i < 20000; i++) app.createKey({});
  console.log("us/create", (performance.now() - t2) / 20);
});
