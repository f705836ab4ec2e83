import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";

/** A PostgreSQL of a test: in a folder of its own, on 127.0.0.1, for an unprivileged user. It ends with the test, and with the process of the test. */
export type PostgresServer = {
  readonly port: number;
  /** A new database, and where it is. */
  readonly database: () => Promise<string>;
  readonly query: (text: string, url?: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  readonly stop: () => Promise<void>;
};

const DEBIAN = "/usr/lib/postgresql";

/** The programs of PostgreSQL; undefined where there are none. */
function programs(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).map(Number).filter(Number.isFinite) : [];
  const folder = join(DEBIAN, String(Math.max(0, ...versions)), "bin");
  return existsSync(join(folder, "initdb")) ? folder : undefined;
}

export const hasPostgres = programs() !== undefined;
if (!hasPostgres) process.stderr.write("PostgreSQL is not there (Debian package postgresql): tests of stores in it are skipped\n");

/** PostgreSQL does not run as root. */
function unprivileged(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const lines = readFileSync("/etc/passwd", "utf8").split("\n");
  const [, , uid, gid] = (lines.find((line) => line.startsWith("postgres:")) ?? "nobody::65534:65534").split(":");
  return { uid: Number(uid), gid: Number(gid) };
}

export async function startPostgres(): Promise<PostgresServer> {
  const bin = programs() ?? "";
  const who = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), "kmsward-postgres-"));
  if (who.uid !== undefined) chownSync(folder, who.uid, who.gid ?? 0);
  const data = join(folder, "data");
  const quiet = { ...who, cwd: folder, stdio: "ignore" } as const;
  execFileSync(join(bin, "initdb"), ["-D", data, "-U", "postgres", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C"], quiet);
  const port = await freePort();
  const settings = [`port=${port}`, "listen_addresses=127.0.0.1", `unix_socket_directories=${folder}`, "fsync=off", "max_connections=60"];
  const command = [join(bin, "postgres"), "-D", data, ...settings.flatMap((setting) => ["-c", setting])];
  const script = '"$@" 2>/dev/null & pid=$!; read -r _; kill -INT $pid; wait $pid'; // it ends when its input does
  const child = spawn("sh", ["-c", script, "sh", ...command], { ...who, cwd: folder, stdio: ["pipe", "ignore", "ignore"] });
  const urlOf = (name: string) => `postgres://postgres@127.0.0.1:${port}/${name}`;
  await answers(urlOf("postgres"), child);
  let databases = 0;
  return {
    port,
    database: async () => {
      const name = `kmsward_${++databases}`;
      await query(urlOf("postgres"), `create database ${name}`);
      return urlOf(name);
    },
    query: (text, url = urlOf("postgres")) => query(url, text),
    stop: async () => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.stdin?.end();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function query(connectionString: string, text: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new pg.Client({ connectionString });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (let i = 0; i < 300 && child.exitCode === null; i++) {
    try {
      await query(url, "select 1");
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error("PostgreSQL did not start");
}

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
