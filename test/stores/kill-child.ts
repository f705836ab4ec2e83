import { writeSync } from "node:fs";
import process from "node:process";
import { createKms, openStore, RootKey } from "../../src/kms.ts";
import { type Fact, KILL_ROOT, KILL_WORLD } from "./kill-facts.ts";

/** A KMS that works until it is killed: it says on its output what it asks for, and what was acknowledged. `node kill-child.mjs STORE ROUND` */

const [, , where = "", round = ""] = process.argv;
const root = RootKey.from(KILL_ROOT);
if (!root.ok) throw new Error("the root key");
const store = await openStore(where, { root: root.value });
const { later: admin } = (await createKms({ world: KILL_WORLD, store })).as("admin");

const say = (line: object) => writeSync(1, `${JSON.stringify(line)}\n`);

async function ask<T>(fact: Fact, run: () => Promise<T>, seen: (reply: T) => Partial<Fact> = () => ({})): Promise<T> {
  say({ asked: fact });
  const reply = await run();
  say({ acknowledged: { ...fact, ...seen(reply) } });
  return reply;
}

async function client(name: string): Promise<never> {
  let before: string | undefined;
  for (let i = 0; ; i++) {
    const text = `${name}-${i}`;
    const tags = [{ TagKey: "whole", TagValue: text }];
    const made = await ask(
      { kind: "key", name: text, value: text },
      () => admin.createKey({ Description: text, Tags: tags, MultiRegion: i % 2 === 0 }),
      ({ KeyMetadata }) => ({ id: KeyMetadata.KeyId }),
    );
    const KeyId = made.KeyMetadata.KeyId;
    const AliasName = `alias/${name}`;
    if (i === 0) await ask({ kind: "alias", name: AliasName, value: KeyId }, () => admin.createAlias({ AliasName, TargetKeyId: KeyId }));
    else await ask({ kind: "alias", name: AliasName, value: KeyId }, () => admin.updateAlias({ AliasName, TargetKeyId: KeyId }));
    const description = `${text} changed`;
    await ask({ kind: "description", name: KeyId, value: description }, () =>
      admin.updateKeyDescription({ KeyId, Description: description }),
    );
    const grant = { KeyId, GranteePrincipal: "arn:aws:iam::111122223333:role/admin", Operations: ["Decrypt" as const] };
    const { GrantId } = await ask({ kind: "grant", name: text, value: "there", id: KeyId }, () =>
      admin.createGrant({ ...grant, Name: text }),
    );
    await ask(
      { kind: "blob", name: text, value: text },
      () => admin.encrypt({ KeyId, Plaintext: new TextEncoder().encode(text) }),
      ({ CiphertextBlob }) => ({ id: Buffer.from(CiphertextBlob as Uint8Array).toString("base64") }),
    );
    await ask({ kind: "grant", name: text, value: "gone", id: KeyId }, () => admin.revokeGrant({ KeyId, GrantId: GrantId as string }));
    if (i % 3 === 0) await ask({ kind: "rotation", name: KeyId, value: "2" }, () => admin.rotateKeyOnDemand({ KeyId }));
    if (before !== undefined)
      await ask({ kind: "state", name: before, value: "PendingDeletion" }, () => admin.scheduleKeyDeletion({ KeyId: before as string }));
    before = KeyId;
  }
}

say({ ready: true });
await Promise.all([0, 1, 2].map((i) => client(`r${round}-c${i}`)));
