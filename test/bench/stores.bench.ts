import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { systemPorts } from "../../src/embedded/system-ports.ts";
import { EMPTY_ESTATE } from "../../src/estate/estate.ts";
import { World } from "../../src/estate/world.ts";
import { Callers } from "../../src/kms/callers.ts";
import { dispatch, type Reply } from "../../src/kms/dispatch.ts";
import { operationRow } from "../../src/kms/operations/index.ts";
import { startService } from "../../src/kms/service.ts";
import { openStore } from "../../src/stores/open-store.ts";
import type { Row } from "./row.ts";

const KEYS = Number(process.env.KMSWARD_KEYS ?? 1_000_000);
const PAGES = 200;
const ACCOUNT = "111122223333";

/** A store in a file with so many keys: how long until it answers, what it costs in memory, and what a page of ListKeys takes at its beginning and far behind. */
export default async function stores(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "kmsward-bench-"));
  try {
    const path = join(folder, "kms.db");
    const made = await begin(path);
    const { KeyMetadata } = (await made.ask("CreateKey", {})) as { KeyMetadata: { KeyId: string; Arn: string } };
    const { CiphertextBlob } = (await made.ask("Encrypt", { KeyId: KeyMetadata.KeyId, Plaintext: new Uint8Array(16) })) as {
      CiphertextBlob: Uint8Array;
    };
    await made.close();
    multiply(path, KEYS - 1);
    return await measure(path, CiphertextBlob);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(path: string, CiphertextBlob: Uint8Array): Promise<readonly Row[]> {
  gc();
  const before = process.memoryUsage().rss;
  const started = performance.now();
  const { ask, close } = await begin(path);
  await ask("Decrypt", { CiphertextBlob });
  const start = performance.now() - started;
  const page = async (marker?: string) => {
    const from = performance.now();
    const { NextMarker } = (await ask("ListKeys", { Limit: 1000, ...(marker !== undefined && { Marker: marker }) })) as {
      NextMarker?: string;
    };
    return { ms: performance.now() - from, NextMarker };
  };
  const first = await page();
  let last = first;
  for (let i = 0; i < PAGES && last.NextMarker !== undefined; i++) last = await page(last.NextMarker);
  gc();
  const grown = (process.memoryUsage().rss - before) / 1_048_576;
  await close();
  const keys = `${KEYS.toLocaleString("en-US")} keys`;
  return [
    { name: `start over ${keys}, to the first Decrypt`, value: start, unit: "ms", aim: "< 2000 ms" },
    { name: "a page of ListKeys, 1000 keys, the first", value: first.ms, unit: "ms" },
    { name: `a page of ListKeys, ${PAGES} pages behind`, value: last.ms, unit: "ms", ratio: last.ms / first.ms, note: "against the first" },
    { name: "memory more than before, after all that", value: grown, unit: "MiB", aim: "flat" },
  ];
}

async function begin(path: string) {
  const store = await openStore(`file:${path}`, {});
  const { service } = startService({ ports: systemPorts(), store });
  const caller = new Callers(new World(EMPTY_ESTATE)).caller({ principal: `arn:aws:iam::${ACCOUNT}:root`, region: "us-east-1" });
  const ask = async (operation: string, input: object): Promise<object> => {
    const row = operationRow(operation);
    if (row === undefined) throw new Error(operation);
    const { result }: Reply = await dispatch(service, row, caller, input);
    if (!result.ok) throw new Error(`${operation}: ${result.error.name}`);
    return result.value;
  };
  return { ask, close: store.close.bind(store) };
}

/** Copies of the key that is there, as rows: what they are sealed with opens none of them, and nothing here asks for that. */
function multiply(path: string, more: number): void {
  const database = new Database(path);
  database.exec(`
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ${more}),
    one as (select arn, home, record from kmsward_keys limit 1)
    insert into kmsward_keys (arn, home, related, record)
      select replace(one.arn, substr(one.arn, -12), printf('%012d', i)), one.home, '${ACCOUNT} ' || printf('x%012d', i), one.record from n, one;
  `);
  database.close();
}

const gc = (): void => (globalThis as { gc?: () => void }).gc?.();
