import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import process from "node:process";
import type { Diagnostic } from "../../base/diagnostic.ts";
import { InvalidWorldError } from "../../estate/invalid-world.ts";
import type { World } from "../../estate/world.ts";
import type { AuditEvent } from "../../kms/audit.ts";
import type { TlsFiles } from "../../server/listener.ts";
import type { SentWorld } from "../../server/peers.ts";
import type { RunningServer, ServerOptions } from "../../server/start-server.ts";
import type { AuditFile } from "../../server/trail/audit-file.ts";
import type { SharedStore } from "../../stores/open-store.ts";
import type { Command, ExitCode, Io } from "../command.ts";
import { unreadable } from "../files.ts";
import type { Options } from "../options.ts";
import { Refusal, refuse } from "../refusal.ts";
import { ROOT_KEY_OPTIONS, rootKeySource, storeFault } from "../stores.ts";
import { tell } from "../talk.ts";
import { versionIn } from "./version.ts";

const NAME = "kmsward serve";
const PORT = 4599;
const STOP_MS = 10_000;
const REMEMBERED = 10_000; // calls

export const command: Command = {
  name: "serve",
  summary: "a KMS endpoint for the AWS CLI and the SDKs",
  usage: ["serve [OPTION…]", "serve --seed WORLD.yaml [OPTION…]"],
  about: `Answers AWS KMS, AWS STS and CloudTrail's LookupEvents on one port, with the policies, grants and access keys of a world (\`kmsward help world\`).
    Without a seed any access key is the root user of account 000000000000, in any Region, and signatures are not checked. With a seed that has
    \`credentials\`, signatures are verified and other access keys are refused.
    It listens on loopback addresses unless told otherwise. It answers AuthZEN's /access/v1/evaluation, /v1/authorize, /v1/explain and /v1/why/ID by the same policies, shows keys and live calls
    in a browser (GET /: the console), and stops on SIGTERM when the calls under way have ended.`,
  groups: [
    {
      title: "What it serves",
      options: [
        {
          name: "seed",
          value: "WORLD",
          many: true,
          help: "the world to begin with: principals with credentials, keys with ids, aliases and material",
        },
        { name: "store", value: "WHERE", help: "where state is kept: memory (default), file:PATH, postgres://USER@HOST/DATABASE" },
        ...ROOT_KEY_OPTIONS,
        {
          name: "upstream",
          value: "URL",
          help: "authorize each call here, by the seed's principals and the keys there, then let the KMS at this URL make it",
        },
        {
          name: "workers",
          value: "N",
          help: "so many processes on the port, over one store in PostgreSQL; without `--quotas`, `--allow-clock` and `--upstream`",
        },
        { name: "region", value: "REGION", help: "the Region of the lines to paste; every Region is served (default us-east-1)" },
        {
          name: "auth",
          value: "sigv4|none",
          choices: ["sigv4", "none"],
          help: "whether signatures are verified; unless told, when the seed has credentials",
        },
      ],
    },
    {
      title: "How it answers",
      options: [
        {
          name: "enforce",
          value: "on|log|off",
          choices: ["on", "log", "off"],
          help: "log answers as if everything were allowed and tells what is not, off does not ask the policies (default on)",
        },
        { name: "quotas", help: "refuse calls beyond AWS's request quotas with ThrottlingException" },
        {
          name: "fault",
          value: "OP=ERROR[:SHARE]",
          many: true,
          help: "fail on purpose: `Decrypt=ThrottlingException:0.1`, `*=250ms` waits",
        },
        { name: "fault-seed", value: "N", help: "which calls fail: the same for the same number (default 1)" },
        { name: "allow-clock", help: "let PUT /v1/clock move the time of keys and sessions forward" },
      ],
    },
    {
      title: "Decisions for others, and administration",
      options: [
        { name: "admin-port", value: "N", help: "a port of its own for /v1/* and /metrics; 0 is any that is free" },
        { name: "admin-token-file", value: "FILE", help: "the bearer token for them; needed where the address is no loopback one" },
        { name: "decision-token-file", value: "FILE", help: "the bearer token for /access/v1/* (AuthZEN)" },
        { name: "public-url", value: "URL", help: "the https name under which AuthZEN's metadata tells the endpoints" },
      ],
    },
    {
      title: "What it writes down",
      options: [
        {
          name: "audit",
          value: "FILE",
          help: "every call as an event of CloudTrail, a line of JSON each; FILE.1 to FILE.5 are older. LookupEvents tells the last 10,000",
        },
        { name: "log", help: "a line of JSON a call on standard error, without secrets" },
        { name: "audit-size", value: "MIB", help: "how large the file may become (default 64)" },
      ],
    },
    {
      title: "Where it listens",
      options: [
        { name: "port", value: "N", help: `the port; 0 is any that is free (default ${PORT})` },
        { name: "host", value: "ADDRESS", help: "the address (default: 127.0.0.1 and ::1)" },
        { name: "force", help: "listen on another address than a loopback one although signatures are not checked" },
        { name: "tls-cert", value: "FILE", help: "certificate, PEM: answers over TLS 1.2 and later. Read anew on SIGHUP" },
        { name: "tls-key", value: "FILE", help: "its private key, PEM, which its owner alone may read" },
        { name: "tls-client-ca", value: "FILE", help: "asks clients for a certificate of this authority" },
        { name: "cors-origin", value: "ORIGIN", many: true, help: "pages of this origin may call; others are refused" },
        { name: "stop-timeout", value: "SECONDS", help: "how long calls under way may take when it is stopped (default 10)" },
      ],
    },
  ],
  examples: ["kmsward serve", "kmsward serve --seed world.yaml --port 0", "aws --endpoint-url http://127.0.0.1:4599 kms create-key"],
  run: serve,
};

async function serve(options: Options, io: Io): Promise<ExitCode> {
  if (options.positionals.length > 0)
    throw refuse("KW001", NAME, "takes no arguments", `a world is given by \`--seed ${options.positionals[0]}\``);
  const [{ startServer }, { banner }, { systemPorts }] = await Promise.all([
    import("../../server/start-server.ts"),
    import("../../server/banner.ts"),
    import("../../embedded/system-ports.ts"),
  ]);
  const workers = workersOf(options);
  const team = workers === undefined ? undefined : await import("../serve/workers.ts");
  if (team !== undefined && !team.isWorker) return startWorkers(workers ?? 1, team, options, io);
  const member = team?.membership();
  const start = await member?.start;
  const { world, warnings } = start?.world === undefined ? await worldOf(options.all("seed")) : await sentWorld(start.world);
  refuseOpenDoor(options, world);
  const settings = await settingsOf(options, io);
  const store = await storeOf(options, io);
  const audit = member === undefined ? await auditFile(options, io) : undefined;
  const ports = systemPorts();
  const clock = options.has("allow-clock") ? movableClock(ports.now) : undefined;
  const consolePage = () => consoleIn(io);
  const server = await startServer({
    world,
    hasSeed: options.has("seed"),
    store,
    ports: clock === undefined ? ports : { ...ports, now: clock.now },
    realNow: ports.now,
    clock,
    auditLimit: REMEMBERED,
    pastEvents: await audit?.last(REMEMBERED),
    onEvent: member !== undefined && options.has("audit") ? member.tellEvent : audit?.tell,
    peers: member?.peers,
    version: await versionIn(io.root),
    consolePage,
    ...settings,
    ...(start && { port: start.port }),
    onCrash: (error, requestId) => {
      const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
      io.stderr.write(`${NAME}: a bug in kmsward, request ${requestId} [KW900]\n${told}\n`);
    },
  }).catch(async (error) => {
    await store.close();
    throw startFault(error, options);
  });
  await tell([...warnings, ...server.standing.site.warnings], io);
  const { identity } = server.standing;
  const region = options.get("region") ?? world.estate.region ?? "us-east-1";
  const { url, adminUrl } = server;
  const ready = banner({
    url,
    adminUrl,
    console: existsSync(new URL("dist/web/console.html", io.root)) ? { hasToken: settings.adminToken !== undefined } : undefined,
    store: storeName(options),
    region,
    identity,
    account: identity.account,
    notes: notesOf(options),
  });
  const hangUp = onHangUp(options, server, audit, io);
  const stopMs = wholeNumber(options, "stop-timeout", STOP_MS / 1000, 3600) * 1000;
  if (member === undefined) io.stdout.write(ready);
  const code = await stopped(server, stopMs, io, member && ((stop) => member.join(ready, { answer: server.answerPeer, stop, hangUp })));
  await audit?.close();
  await store.close();
  member?.leave();
  return code;
}

/** Read when a browser asks for it; undefined where it is not built. */
async function consoleIn({ root }: Io): Promise<{ readonly html: string; readonly policy: string } | undefined> {
  const { builtPage } = await import("./playground.ts");
  return builtPage(root, "console.html").catch(() => undefined);
}

/** SIGHUP: files of logs are opened anew, certificates read anew. What cannot be read changes nothing. */
function onHangUp(options: Options, server: RunningServer, audit: AuditFile | undefined, { stderr }: Io): () => void {
  const renew = async () => {
    await audit?.reopen();
    const tls = await tlsOf(options);
    if (tls !== undefined) server.renewTls(tls);
  };
  const hangUp = () =>
    void renew().catch((error) => stderr.write(`${NAME}: on SIGHUP: ${error instanceof Error ? error.message : String(error)}\n`));
  if (audit !== undefined || options.has("tls-cert")) process.on("SIGHUP", hangUp);
  return hangUp;
}

const portOf = (options: Options): number => wholeNumber(options, "port", PORT, 65_535);

const MOST_WORKERS = 64;

/** Several processes share PostgreSQL alone, and what is counted or moved in one of them only would be wrong in the others. */
function workersOf(options: Options): number | undefined {
  if (!options.has("workers")) return undefined;
  const count = wholeNumber(options, "workers", 1, MOST_WORKERS);
  if (count < 1) throw refuse("KW001", "--workers", `is a whole number from 1 to ${MOST_WORKERS}`);
  const store = options.get("store") ?? "memory";
  if (!store.startsWith("postgres"))
    throw refuse(
      "KW001",
      "--workers",
      `several processes cannot share the store \`${store === "memory" ? store : "file:…"}\``,
      "give `--store postgres://USER@HOST/DATABASE`, or serve with one process",
    );
  const alone = ["quotas", "allow-clock", "upstream"].find((name) => options.has(name));
  if (alone !== undefined) throw refuse("KW001", "--workers", `does not go with \`--${alone}\`, which one process keeps to itself`);
  return count;
}

async function startWorkers(
  count: number,
  { runWorkers, freePort }: typeof import("../serve/workers.ts"),
  options: Options,
  io: Io,
): Promise<ExitCode> {
  const audit = await auditFile(options, io);
  const past = (await audit?.last(REMEMBERED)) ?? [];
  const code = await runWorkers(
    {
      count,
      port: portOf(options) || (await freePort(options.get("host"))),
      known: (question) =>
        question.ask === "events"
          ? past.filter(({ recipientAccountId, awsRegion }) => recipientAccountId === question.account && awsRegion === question.region)
          : undefined,
      onEvent: (event) => audit?.tell(event as AuditEvent),
      onHangUp: () => void audit?.reopen().catch((error) => io.stderr.write(`${NAME}: on SIGHUP: ${String(error)}\n`)),
    },
    io,
  );
  await audit?.close();
  return code;
}

/** All that the options say beside the world. */
async function settingsOf(options: Options, io: Io): Promise<Settings> {
  const adminPort = options.has("admin-port") ? wholeNumber(options, "admin-port", 0, 65_535) : undefined;
  return {
    authentication: options.get("auth") as Settings["authentication"],
    host: options.get("host"),
    port: portOf(options),
    adminPort,
    tls: await tlsOf(options),
    corsOrigins: options.all("cors-origin"),
    adminToken: await tokenOf(options, "admin-token-file"),
    decisionToken: await tokenOf(options, "decision-token-file"),
    publicUrl: publicUrlOf(options),
    upstream: upstreamOf(options),
    enforce: options.get("enforce") as Settings["enforce"],
    onOverlooked: overlookedTeller(io),
    hasQuotas: options.has("quotas"),
    faults: await faultsOf(options),
    onCall: options.has("log") ? (await import("../../server/request-log.ts")).requestLog(io.stderr) : undefined,
  };
}

type Settings = Omit<
  ServerOptions,
  "world" | "hasSeed" | "store" | "ports" | "realNow" | "clock" | "auditLimit" | "onEvent" | "version" | "consolePage" | "onCrash"
>;

const notesOf = (options: Options): readonly string[] => [
  ...(options.has("upstream") ? [`calls of KMS are authorized here and made by ${options.get("upstream")}`] : []),
  ...(options.get("enforce") === "off" ? ["policies are not asked: every call is allowed"] : []),
  ...(options.get("enforce") === "log" ? ["policies are asked and refuse nothing: what they would refuse is told on standard error"] : []),
  ...(options.has("allow-clock") ? ["the clock of keys and sessions can be moved: PUT /v1/clock"] : []),
  ...(options.all("fault").length > 0 ? [`calls fail on purpose: ${options.all("fault").join(", ")}`] : []),
];

/** Ahead of the machine's by as much as somebody moved it. */
function movableClock(real: () => number): { readonly now: () => number; readonly advance: (milliseconds: number) => void } {
  let ahead = 0;
  return {
    now: () => real() + ahead,
    advance: (milliseconds) => {
      ahead += milliseconds;
    },
  };
}

async function tokenOf(options: Options, name: string): Promise<string | undefined> {
  const path = options.get(name);
  if (path === undefined) return undefined;
  const token = (await textOf(path)).trim();
  if (/^\S{16,512}$/.test(token)) return token;
  throw refuse("KW002", path, "a token is one word of 16 to 512 characters", "`openssl rand -hex 32` makes one");
}

function publicUrlOf(options: Options): string | undefined {
  const url = options.get("public-url");
  if (url === undefined || /^https:\/\/[^\s?#]{1,512}$/.test(url)) return url;
  throw refuse(
    "KW001",
    "--public-url",
    "is no https URL without query and fragment",
    "AuthZEN wants one: `--public-url https://pdp.example.com`",
  );
}

function upstreamOf(options: Options): string | undefined {
  const url = options.get("upstream");
  if (url === undefined || /^https?:\/\/[^\s/?#@]{1,256}\/?$/.test(url)) return url;
  throw refuse("KW001", "--upstream", "is no URL of a host", "`--upstream http://127.0.0.1:4566`");
}

async function faultsOf(options: Options): Promise<ServerOptions["faults"]> {
  if (options.all("fault").length === 0) return undefined;
  const { readFault } = await import("../../server/limits/faults.ts");
  const list = options.all("fault").map((text) => {
    const read = readFault(text);
    if (!read.ok) throw refuse("KW001", "--fault", read.error);
    return read.value;
  });
  return { list, seed: wholeNumber(options, "fault-seed", 1, 999_999_999) };
}

/** A line of JSON for each permission that would have been refused. */
const overlookedTeller =
  ({ stderr }: Io): ServerOptions["onOverlooked"] =>
  ({ caller, ask, answer }) => {
    const resource = ask.on.kind === "key" ? ask.on.key.arn : ask.on.kind === "alias" ? ask.on.arn : "*";
    const told = {
      wouldDeny: ask.action,
      principal: caller.principal.arn,
      resource,
      outcome: answer.outcome,
      reason: answer.reason,
      message: answer.error?.message,
    };
    stderr.write(`${JSON.stringify(told)}\n`);
  };

/** Waits for a signal, then for the calls under way. A second signal ends at once. `join`: of a worker, which is stopped by who started it. */
function stopped(
  server: RunningServer,
  timeoutMs: number,
  { stderr }: Io,
  join: ((stop: () => void) => void) | undefined,
): Promise<ExitCode> {
  return new Promise((resolve) => {
    let isStopping = false;
    const stop = () => {
      if (isStopping) process.exit(130);
      isStopping = true;
      stderr.write(`${NAME}: stopping\n`);
      void server.stop(timeoutMs).then(() => resolve(0));
    };
    const gently = () => {
      if (!isStopping) stop();
    };
    process.removeAllListeners("SIGINT"); // which ends a command at once
    process.on("SIGINT", join === undefined ? stop : () => undefined); // a terminal tells all of them
    process.on("SIGTERM", stop);
    join?.(gently);
  });
}

/** A file that is there is gone on with. */
async function auditFile(options: Options, { stderr }: Io): Promise<AuditFile | undefined> {
  const path = options.get("audit");
  if (path === undefined) return undefined;
  const { AuditFile: File } = await import("../../server/trail/audit-file.ts");
  const onFault = (error: unknown) =>
    stderr.write(`${NAME}: ${path} is not written: ${error instanceof Error ? error.message : String(error)} [KW002]\n`);
  const maxBytes = wholeNumber(options, "audit-size", 64, 100_000) * 1_048_576;
  return File.open({ path, maxBytes, kept: 5, onFault }).catch((error) => Promise.reject(unreadable(path, error, "written")));
}

async function worldOf(paths: readonly string[]): Promise<{ readonly world: World; readonly warnings: readonly Diagnostic[] }> {
  const warnings: Diagnostic[] = [];
  if (paths.length === 0) {
    const [{ World: Estate }, { EMPTY_ESTATE }] = await Promise.all([import("../../estate/world.ts"), import("../../estate/estate.ts")]);
    return { world: new Estate(EMPTY_ESTATE), warnings };
  }
  const { loadWorld } = await import("../../embedded/load-world.ts");
  try {
    return { world: await loadWorld(paths, { onWarning: (warning) => warnings.push(warning) }), warnings };
  } catch (error) {
    throw error instanceof InvalidWorldError ? new Refusal(error.diagnostics) : error;
  }
}

/** One that others serve already, and have read: what is wrong with it was told then. */
async function sentWorld(sent: SentWorld): Promise<Awaited<ReturnType<typeof worldOf>>> {
  const { readSentWorld } = await import("../../server/own/world.ts");
  const { world, diagnostics } = await readSentWorld(sent);
  if (world === undefined) throw new Refusal(diagnostics);
  return { world, warnings: [] };
}

/** Where state is kept, as it may be told: without a password. */
const storeName = (options: Options): string => (options.get("store") ?? "memory").replace(/\/\/[^@/]*@/, "//");

async function storeOf(options: Options, { stderr }: Io): Promise<SharedStore> {
  const [where, root] = [options.get("store") ?? "memory", rootKeySource(options)];
  if (!/^(?:memory$|file:.|postgres(?:ql)?:\/\/)/.test(where))
    throw refuse("KW001", "--store", "this is no store", "it is `memory`, `file:PATH` or `postgres://USER@HOST/DATABASE`");
  if (root === undefined && where.startsWith("postgres"))
    throw refuse(
      "KW001",
      "--root-key",
      "a store in PostgreSQL needs a root key, the same for all who share it",
      "`--root-key FILE`: one is made where there is none",
    );
  const { openStore } = await import("../../stores/open-store.ts");
  const onTrouble = (message: string) => void stderr.write(`${NAME}: the store: ${message}\n`);
  return openStore(where, { ...(root !== undefined && { root }), onTrouble }).catch((error) => Promise.reject(storeFault(error)));
}

/** Who reaches the port is a root user where signatures are not checked, or no policy is asked. */
function refuseOpenDoor(options: Options, world: World): void {
  const host = options.get("host");
  const isOpen = options.has("auth")
    ? options.get("auth") === "none"
    : !world.estate.principals.some((one) => one.credentials() !== undefined);
  if (host === undefined || host === "localhost" || host === "::1" || /^127(?:\.\d{1,3}){3}$/.test(host) || !isOpen || options.has("force"))
    return;
  throw refuse(
    "KW001",
    "--host",
    `on ${host} everybody who reaches it could do everything: signatures are not checked`,
    "give a `--seed` with `credentials`, and signatures are verified; or, where only you can reach it (a container's port published on 127.0.0.1), add `--force`",
  );
}

async function tlsOf(options: Options): Promise<TlsFiles | undefined> {
  const [cert, key, clientCa] = [options.get("tls-cert"), options.get("tls-key"), options.get("tls-client-ca")];
  if (cert === undefined && key === undefined && clientCa === undefined) return undefined;
  if (cert === undefined || key === undefined)
    throw refuse(
      "KW001",
      cert === undefined ? "--tls-cert" : "--tls-key",
      "a certificate and its key go together",
      "give `--tls-cert` and `--tls-key`",
    );
  await refuseSharedKey(key);
  return { cert: await textOf(cert), key: await textOf(key), ...(clientCa !== undefined && { clientCa: await textOf(clientCa) }) };
}

const textOf = (path: string): Promise<string> => readFile(path, "utf8").catch((error) => Promise.reject(unreadable(path, error)));

async function refuseSharedKey(path: string): Promise<void> {
  const { stat } = await import("node:fs/promises");
  const { mode } = await stat(path).catch((error) => Promise.reject(unreadable(path, error)));
  if ((mode & 0o077) === 0 || process.platform === "win32") return;
  throw refuse("KW002", path, "others may read this private key", `chmod 600 ${path}`);
}

function wholeNumber(options: Options, name: string, fallback: number, max: number): number {
  const text = options.get(name);
  if (text === undefined) return fallback;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value <= max) return value;
  throw refuse("KW001", `--${name}`, `is a whole number from 0 to ${max}`);
}

function startFault(error: unknown, options: Options): unknown {
  if (error instanceof InvalidWorldError) return new Refusal(error.diagnostics);
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE")
    return refuse(
      "KW001",
      "--port",
      `the port ${options.get("port") ?? PORT} is in use`,
      "give another one; `--port 0` takes any that is free",
    );
  if (code === "EACCES" || code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return refuse("KW001", code === "EACCES" ? "--port" : "--host", message, "give another one");
  if (code?.startsWith("ERR_OSSL") || code?.startsWith("ERR_TLS"))
    return refuse("KW002", "--tls-cert", message, "give a certificate and its own key, both PEM");
  return error;
}
