import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type KillFolder, killFolder, killRounds } from "./kill-rounds.ts";
import { hasPostgres, type PostgresServer, startPostgres } from "./postgres-server.ts";

/** What was acknowledged survives `kill -9` at any moment, whole. More rounds: `kill.long.test.ts`. */

const ROUNDS = 2;

let folder: KillFolder;
let server: PostgresServer | undefined;
beforeAll(async () => {
  folder = await killFolder();
  server = hasPostgres ? await startPostgres() : undefined;
});
afterAll(async () => {
  await server?.stop();
  folder.remove();
});

it("a process over a file is killed, and nothing is lost", async () => {
  expect(await killRounds(folder.program, `file:${join(folder.path, "kms.db")}`, ROUNDS)).toBeGreaterThan(5);
}, 120_000);

it.skipIf(!hasPostgres)(
  "a process over PostgreSQL is killed, and nothing is lost",
  async () => {
    expect(await killRounds(folder.program, (await server?.database()) ?? "", ROUNDS)).toBeGreaterThan(5);
  },
  120_000,
);
