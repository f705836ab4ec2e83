import { type ChildProcess, fork } from "node:child_process";
import { createHash, createHmac } from "node:crypto";
import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { fileURLToPath } from "node:url";
import { systemPorts } from "../../src/embedded/system-ports.ts";
import { memoryStore } from "../../src/kms/store.ts";
import { startServer } from "../../src/server/start-server.ts";
import { readWorldValue } from "../../src/world/document-reader.ts";
import type { Row } from "./row.ts";

const ACCOUNT = "111122223333";
const CONNECTIONS = 32;
const ROUND_MS = 400;
const ROUNDS = 12;
const AIM = 0.4;
const SERVER = "KMSWARD_BENCH_SERVER";
const CREDENTIALS = { accessKeyId: "AKIABENCHBENCHBENCH2", secretAccessKey: "a-secret-of-forty-characters-for-a-bench" };

const statement = (Sid: string, role: string, Action: string[]) => ({
  Sid,
  Effect: "Allow",
  Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/${role}` },
  Action,
  Resource: "*",
});

/** A key policy of six statements, as teams write them: administrators, users, services. */
const POLICY = {
  Version: "2012-10-17",
  Statement: [
    { Sid: "Delegate", Effect: "Allow", Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: "kms:*", Resource: "*" },
    statement("Admins", "admin", ["kms:Create*", "kms:Describe*", "kms:Put*"]),
    statement("Readers", "reader", ["kms:Decrypt"]),
    { ...statement("Writers", "writer", ["kms:Encrypt"]), Condition: { StringEquals: { "kms:EncryptionContext:tenant": "t1" } } },
    {
      Sid: "Grants",
      Effect: "Allow",
      Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
      Action: "kms:CreateGrant",
      Resource: "*",
      Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
    },
    { Sid: "NoDelete", Effect: "Deny", Principal: "*", Action: "kms:ScheduleKeyDeletion", Resource: "*" },
  ],
};

const world = {
  account: ACCOUNT,
  principals: {
    app: {
      arn: `arn:aws:iam::${ACCOUNT}:role/app`,
      credentials: CREDENTIALS,
      policies: [{ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "kms:*", Resource: "*" }] }],
    },
  },
  keys: { orders: { policy: POLICY } },
};

/** The bare server reads the body, and answers JSON of the size of a ciphertext. */
async function serve(kind: "bare" | "kmsward"): Promise<number> {
  if (kind === "bare") {
    const answer = JSON.stringify({
      CiphertextBlob: "A".repeat(240),
      KeyId: "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
    });
    const server = createServer((request, response) => {
      request.resume();
      request.on("end", () => {
        response.writeHead(200, { "content-type": "application/x-amz-json-1.1", "content-length": answer.length });
        response.end(answer);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return (server.address() as AddressInfo).port;
  }
  const { world: read } = readWorldValue(world, { account: ACCOUNT, region: "us-east-1" });
  if (read === undefined) throw new Error("the world of the benchmark cannot be read");
  const ports = systemPorts();
  const options = { hasSeed: true, store: memoryStore(), ports, realNow: ports.now, host: "127.0.0.1", port: 0, auditLimit: 10_000 };
  const { port } = await startServer({ ...options, world: read, onCrash: (error) => console.error(error) });
  return port;
}

/** Each server is a process of its own, and tells how much of a processor it has used when it is asked. */
const kind = process.env[SERVER];
if (kind === "bare" || kind === "kmsward") {
  void serve(kind).then((port) => process.send?.(port));
  process.on("message", () => {
    const { user, system } = process.cpuUsage();
    process.send?.(user + system);
  });
  process.on("disconnect", () => process.exit(0));
}

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");
const mac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();

/** A signed call, as bytes for a socket. */
function request(operation: string, members: object, port: number): Buffer {
  const body = JSON.stringify(members);
  const time = `${new Date().toISOString().replace(/[-:]/g, "").slice(0, 15)}Z`;
  const scope = [time.slice(0, 8), "us-east-1", "kms", "aws4_request"];
  const host = `127.0.0.1:${port}`;
  const target = `TrentService.${operation}`;
  const signed = "content-type;host;x-amz-date;x-amz-target";
  const canonical = `POST\n/\n\ncontent-type:application/x-amz-json-1.1\nhost:${host}\nx-amz-date:${time}\nx-amz-target:${target}\n\n${signed}\n${hash(body)}`;
  const key = scope.reduce<string | Buffer>(mac, `AWS4${CREDENTIALS.secretAccessKey}`);
  const signature = mac(key, `AWS4-HMAC-SHA256\n${time}\n${scope.join("/")}\n${hash(canonical)}`).toString("hex");
  const lines = [
    "POST / HTTP/1.1",
    `Host: ${host}`,
    "Content-Type: application/x-amz-json-1.1",
    `X-Amz-Target: ${target}`,
    `X-Amz-Date: ${time}`,
    `Authorization: AWS4-HMAC-SHA256 Credential=${CREDENTIALS.accessKeyId}/${scope.join("/")}, SignedHeaders=${signed}, Signature=${signature}`,
    `Content-Length: ${body.length}`,
  ];
  return Buffer.from(`${lines.join("\r\n")}\r\n\r\n${body}`);
}

type Round = {
  readonly perSecond: number;
  readonly median: number; // ms
  readonly p99: number;
  readonly processor: number; // µs of the server for each request
  readonly last: string;
};

type Server = { readonly child: ChildProcess; readonly port: number };

async function startAs(kind: "bare" | "kmsward"): Promise<Server> {
  const child = fork(fileURLToPath(import.meta.url), { env: { ...process.env, [SERVER]: kind }, execArgv: [] });
  return { child, port: await toldBy(child) };
}

const toldBy = (child: ChildProcess): Promise<number> => new Promise((resolve) => child.once("message", (told) => resolve(Number(told))));

function processorOf({ child }: Server): Promise<number> {
  const told = toldBy(child);
  child.send("processor");
  return told;
}

/**
 * As many requests as are answered, each connection one after the other. Every answer has to be one. The client does next to nothing: the request is
 * signed beforehand and is the same bytes each time, and of an answer its first line is looked at.
 */
async function round(server: Server, bytes: Buffer, ms = ROUND_MS): Promise<Round> {
  const times: number[] = [];
  const used = await processorOf(server);
  const end = performance.now() + ms;
  let last: Buffer = OK;
  const one = (socket: Socket) =>
    new Promise<void>((resolve, reject) => {
      let sent = performance.now();
      socket.on("data", (chunk: Buffer) => {
        last = chunk;
        if (!chunk.subarray(0, OK.length).equals(OK)) return reject(new Error(chunk.toString("latin1")));
        const now = performance.now();
        times.push(now - sent);
        if (now >= end) return resolve();
        sent = now;
        socket.write(bytes);
      });
      socket.on("error", reject);
      socket.write(bytes);
    });
  let isOver = false; // until then it does not sleep: waking it would be work of the server, and only of one that is slower than the client
  const stayAwake = () => isOver || setImmediate(stayAwake);
  stayAwake();
  const sockets = Array.from({ length: CONNECTIONS }, () => connect(server.port, "127.0.0.1").setNoDelay(true));
  const started = performance.now();
  await Promise.all(sockets.map(one));
  const seconds = (performance.now() - started) / 1000;
  isOver = true;
  for (const socket of sockets) socket.destroy();
  times.sort((a, b) => a - b);
  return {
    perSecond: times.length / seconds,
    median: times[times.length >> 1] ?? 0,
    p99: times[Math.floor(times.length * 0.99)] ?? 0,
    processor: ((await processorOf(server)) - used) / times.length,
    last: last.toString("latin1"),
  };
}

const OK = Buffer.from("HTTP/1.1 200");

export default async function server(): Promise<readonly Row[]> {
  const [bare, ours] = await Promise.all([startAs("bare"), startAs("kmsward")]);
  const { port } = ours;
  const keyArn = await arnOf(ours);
  const Plaintext = Buffer.from("sixteen byte txt").toString("base64");
  const sealed = await round(ours, request("Encrypt", { KeyId: keyArn, Plaintext }, port), 10);
  const { CiphertextBlob } = JSON.parse(sealed.last.split("\r\n\r\n")[1] ?? "{}") as { CiphertextBlob: string };
  const calls = {
    Encrypt: { KeyId: keyArn, Plaintext },
    Decrypt: { CiphertextBlob },
    GenerateDataKey: { KeyId: keyArn, KeySpec: "AES_256" },
  };
  const best: Record<string, Round> = {};
  const keep = (name: string, made: Round) => {
    const known = best[name] ?? made;
    const processor = Math.min(made.processor, known.processor);
    best[name] = { ...(made.perSecond > known.perSecond ? made : known), processor };
  };
  for (let i = 0; i < ROUNDS; i++) {
    keep("bare", await round(bare, request("Encrypt", calls.Encrypt, bare.port)));
    for (const [name, members] of Object.entries(calls)) keep(name, await round(ours, request(name, members, port)));
  }
  for (const { child } of [bare, ours]) child.disconnect();
  const base = best.bare;
  return Object.entries(best).flatMap(([name, { perSecond, median, p99, processor }]): Row[] => [
    {
      name,
      value: Math.round(perSecond),
      unit: "requests/s",
      ...(name !== "bare" && {
        ratio: perSecond / (base?.perSecond ?? 1),
        aim: `≥ ${AIM} × bare`,
        note: "signature verified, six statements; against node:http that reads and answers",
      }),
    },
    {
      name: `${name}, processor of the server`,
      value: processor,
      unit: "µs/request",
      ...(name !== "bare" && { ratio: (base?.processor ?? 0) / processor, note: "bare against it" }),
    },
    { name: `${name}, p99 against the median`, value: p99 / median, unit: "×", aim: "< 20 ×", note: `${median.toFixed(2)} ms median` },
  ]);
}

async function arnOf(server: Server): Promise<string> {
  const { last } = await round(server, request("ListKeys", {}, server.port), 10);
  return (JSON.parse(last.split("\r\n\r\n")[1] ?? "{}") as { Keys: { KeyArn: string }[] }).Keys[0]?.KeyArn ?? "";
}
