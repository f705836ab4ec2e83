import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { build } from "esbuild";
import { expect } from "vitest";
import { createKms, type KmsClient, openStore, RootKey } from "../../src/kms.ts";
import { ROOT } from "../sources.ts";
import { type Fact, KILL_ROOT, KILL_WORLD } from "./kill-facts.ts";

/** One store under load, in a process that is killed again and again, and looked at in between. */

type Said = { readonly ready?: true; readonly asked?: Fact; readonly acknowledged?: Fact };

/** The values of a fact that may be found: the last that was acknowledged, and one that was asked for since. */
type Expected = { readonly fact: Fact; readonly acknowledged: Fact | undefined; readonly asked: Fact | undefined };

export type KillFolder = { readonly path: string; readonly program: string; readonly remove: () => void };

export async function killFolder(): Promise<KillFolder> {
  const path = mkdtempSync(join(tmpdir(), "kmsward-kill-"));
  symlinkSync(join(ROOT, "node_modules"), join(path, "node_modules"));
  const program = join(path, "child.mjs");
  await build({
    entryPoints: [join(ROOT, "test/stores/kill-child.ts")],
    outfile: program,
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    absWorkingDir: ROOT,
    logLevel: "error",
  });
  return { path, program, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Kills it when it has had so many calls acknowledged, in the middle of the next ones, and tells what it had said. */
function runAndKill(program: string, where: string, round: number, calls: number): Promise<readonly Said[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, where, String(round)], { stdio: ["ignore", "pipe", "pipe"] });
    const said: Said[] = [];
    let complaint = "";
    let wasKilled = false;
    let left = calls + 1;
    child.stderr.on("data", (bytes) => {
      complaint += String(bytes);
    });
    const lines = createInterface({ input: child.stdout });
    lines.on("line", (line) => {
      const it = parsed(line);
      if (it === undefined) return; // it was killed in the middle of a word
      said.push(it);
      if (it.acknowledged !== undefined || it.ready) left--;
      if (left === 0) setTimeout(() => (wasKilled = child.kill("SIGKILL")), (round * 3) % 8);
    });
    lines.on("close", () => {
      if (wasKilled) resolve(said);
      else reject(new Error(`it ended by itself: ${complaint}`));
    });
  });
}

function parsed(line: string): Said | undefined {
  try {
    return JSON.parse(line) as Said;
  } catch {
    return undefined;
  }
}

/** Runs, kills and looks, `rounds` times; gives how many acknowledged facts were found. */
export async function killRounds(program: string, where: string, rounds: number): Promise<number> {
  const acknowledged = new Map<string, Fact>();
  const nameOf = ({ kind, name }: Fact) => `${kind} ${name}`;
  let found = 0;
  for (let round = 0; round < rounds; round++) {
    const said = await runAndKill(program, where, round, (round * 17) % 60);
    const asked = new Map<string, Fact>();
    const touched = new Map<string, Fact>();
    for (const it of said) {
      if (it.asked !== undefined) asked.set(nameOf(it.asked), it.asked);
      if (it.acknowledged !== undefined) {
        asked.delete(nameOf(it.acknowledged));
        acknowledged.set(nameOf(it.acknowledged), it.acknowledged);
      }
      const fact = it.asked ?? it.acknowledged;
      if (fact !== undefined) touched.set(nameOf(fact), fact);
    }
    const all = round === rounds - 1 ? new Map([...acknowledged, ...touched]) : touched;
    const expected = [...all].map(([name, fact]): Expected => ({ fact, acknowledged: acknowledged.get(name), asked: asked.get(name) }));
    found += await look(where, expected);
    for (const name of asked.keys()) acknowledged.delete(name); // it was either, and both are well: it is not looked for again
  }
  return found;
}

async function look(where: string, expected: readonly Expected[]): Promise<number> {
  const root = RootKey.from(KILL_ROOT);
  if (!root.ok) throw new Error("the root key");
  const store = await openStore(where, { root: root.value });
  try {
    const { later: admin } = (await createKms({ world: KILL_WORLD, store })).as("admin");
    const snapshot = store.state.snapshot() as {
      readonly keys: readonly (readonly [string, { readonly description: string; readonly id: string }])[];
    };
    const byName = new Map(snapshot.keys.map(([, { description, id }]) => [description.replace(" changed", ""), id]));
    for (const { fact, acknowledged, asked } of expected) {
      const now = await foundOf(admin, acknowledged ?? asked ?? fact, byName);
      const may = [acknowledged?.value, asked?.value, ...(acknowledged === undefined ? [undefined, "gone"] : [])];
      expect(may, `${fact.kind} ${fact.name} is ${now}`).toContain(now);
    }
    return expected.filter((one) => one.acknowledged !== undefined).length;
  } finally {
    await store.close();
  }
}

/** As it is now; undefined where there is no such thing. What is there has to be whole. */
async function foundOf(
  admin: KmsClient["later"],
  { kind, name, id = "" }: Fact,
  byName: ReadonlyMap<string, string>,
): Promise<string | undefined> {
  switch (kind) {
    case "key": {
      const KeyId = id === "" ? byName.get(name) : id;
      if (KeyId === undefined) return undefined;
      const { Tags } = await admin.listResourceTags({ KeyId });
      expect(Tags).toEqual([{ TagKey: "whole", TagValue: name }]);
      expect((await admin.getKeyPolicy({ KeyId })).Policy).toContain("Statement");
      const { KeyState } = (await admin.describeKey({ KeyId })).KeyMetadata;
      if (KeyState === "Enabled") expect((await admin.generateDataKey({ KeyId, KeySpec: "AES_256" })).Plaintext).toHaveLength(32);
      return name;
    }
    case "alias": {
      const { Aliases } = await admin.listAliases({ Limit: 100 });
      const all = [...(Aliases ?? [])].filter(({ AliasName }) => AliasName === name);
      if (all.length > 0) return all[0]?.TargetKeyId;
      return admin.describeKey({ KeyId: name }).then(
        ({ KeyMetadata }) => KeyMetadata.KeyId,
        () => undefined,
      );
    }
    case "description": {
      const { Description } = (await admin.describeKey({ KeyId: name })).KeyMetadata;
      return Description?.endsWith("changed") ? Description : undefined;
    }
    case "grant": {
      const { Grants } = await admin.listGrants({ KeyId: id, Limit: 100 });
      return Grants?.some(({ Name }) => Name === name) ? "there" : "gone";
    }
    case "blob": {
      if (id === "") return undefined;
      const { Plaintext } = await admin.decrypt({ CiphertextBlob: Buffer.from(id, "base64") }).catch((thrown: Error) => {
        if (thrown.name !== "KMSInvalidStateException") throw thrown; // the key waits for its deletion
        return { Plaintext: new TextEncoder().encode(name) };
      });
      return new TextDecoder().decode(Plaintext);
    }
    case "rotation":
      return (await admin.getKeyRotationStatus({ KeyId: name })).OnDemandRotationStartDate !== undefined ||
        ((await admin.listKeyRotations({ KeyId: name })).Rotations ?? []).length > 0
        ? "2"
        : undefined;
    case "state": {
      const { KeyState } = (await admin.describeKey({ KeyId: name })).KeyMetadata;
      return KeyState?.startsWith("Pending") ? "PendingDeletion" : undefined;
    }
    default:
      return kind;
  }
}
