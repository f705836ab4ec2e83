import cluster, { type Worker } from "node:cluster";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import process from "node:process";
import type { PeerQuestion, Peers, SentWorld } from "../../server/peers.ts";
import type { ExitCode, Io } from "../command.ts";

/**
 * `serve --workers N`: a process that starts others, each of which serves on the same port over one store. It asks the others what one of them is asked about
 * all, starts a new one for one that has died, and ends with them. A world that was sent is taken by all of them in the order in which it comes here, and by
 * those that start later.
 */
type FromWorker =
  | { readonly kind: "hello" } // it starts, and asks what with
  | { readonly kind: "ready"; readonly banner: string }
  | { readonly kind: "ask"; readonly id: number; readonly question: PeerQuestion }
  | { readonly kind: "answer"; readonly asker: number; readonly id: number; readonly answer: unknown }
  | { readonly kind: "event"; readonly event: unknown };

type ToWorker =
  | ({ readonly kind: "begin" } & Start)
  | { readonly kind: "question"; readonly asker: number; readonly id: number; readonly question: PeerQuestion }
  | { readonly kind: "answers"; readonly id: number; readonly answers: readonly unknown[] }
  | { readonly kind: "stop" }
  | { readonly kind: "hangup" };

/** What all that start have in common, and the options do not say. */
export type Start = { readonly port: number; readonly world?: SentWorld | undefined };

const LATE_MS = 2000;
const WORLD_LATE_MS = 60_000; // one that starts takes it when it serves
const AGAIN_MS = 1000; // until one is started in place of another

export const isWorker = cluster.isWorker;

export type PrimaryOptions = {
  readonly count: number;
  readonly port: number;
  readonly onEvent: (event: unknown) => void;
  readonly known: (question: PeerQuestion) => unknown; // what the one who starts them answers; undefined: nothing
  readonly onHangUp: () => void;
};

/** One that is free now. It is the same for those that start later, also when for a moment nobody listens. */
export async function freePort(host: string | undefined): Promise<number> {
  const server = createServer();
  server.listen(0, host ?? "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** Starts them, the first alone: it makes what is not there yet, and what is wrong with the options it says once. Ends when all have. */
export function runWorkers({ count, port, onEvent, known, onHangUp }: PrimaryOptions, { stdout, stderr }: Io): Promise<ExitCode> {
  return new Promise((resolve) => {
    const workers = new Set<Worker>();
    const begun = new Set<Worker>();
    const open = new Map<string, Asked>();
    let current: Start = { port };
    let isReady = false;
    let isStopping = false;
    let code: ExitCode = 0;
    const send = (worker: Worker, message: ToWorker): void => {
      if (worker.isConnected()) worker.send(message);
    };
    const start = (): void => {
      const worker = cluster.fork();
      workers.add(worker);
      worker.on("message", (message: FromWorker) => hear(worker, message));
      worker.once("exit", (status) => gone(worker, status ?? 1));
    };
    const hear = (worker: Worker, message: FromWorker): void => {
      if (message.kind === "event") onEvent(message.event);
      else if (message.kind === "answer") answered(worker.id, message);
      else if (message.kind === "ask") ask(worker, message);
      else if (message.kind === "hello") begin(worker);
      else if (isStopping) {
        send(worker, { kind: "stop" }); // it did not listen yet when it was told
      } else if (!isReady) {
        isReady = true;
        stdout.write(message.banner);
        for (let i = 1; i < count; i++) start();
      }
    };
    const ask = (asker: Worker, { id, question }: { readonly id: number; readonly question: PeerQuestion }): void => {
      const isWorld = question.ask === "world";
      const others = [...begun].filter((one) => (isWorld || one !== asker) && one.isConnected());
      const name = `${asker.id} ${id}`;
      const own = known(question);
      const answers: unknown[] = own === undefined ? [] : [own];
      const end = () => {
        clearTimeout(timer);
        open.delete(name);
        if (isWorld && answers.includes(true)) current = { ...current, world: { text: question.text, isYaml: question.isYaml } };
        send(asker, { kind: "answers", id, answers });
      };
      const timer = setTimeout(
        () => {
          answers.push(null);
          end();
        },
        isWorld ? WORLD_LATE_MS : LATE_MS,
      );
      const asked: Asked = { message: { kind: "question", asker: asker.id, id, question }, left: new Set(), answers, end };
      open.set(name, asked);
      for (const other of others) put(other, asked);
      if (others.length === 0) end();
    };
    const put = (worker: Worker, { message, left }: Asked): void => {
      left.add(worker.id);
      send(worker, message);
    };
    const begin = (worker: Worker): void => {
      send(worker, { kind: "begin", ...current });
      begun.add(worker);
      for (const asked of open.values()) if (asked.message.question.ask === "world") put(worker, asked);
    };
    const answered = (
      from: number,
      { asker, id, answer }: { readonly asker: number; readonly id: number; readonly answer: unknown },
    ): void => {
      const asked = open.get(`${asker} ${id}`);
      if (asked?.left.delete(from) !== true) return;
      asked.answers.push(answer);
      if (asked.left.size === 0) asked.end();
    };
    const gone = (worker: Worker, status: number): void => {
      workers.delete(worker);
      begun.delete(worker);
      for (const { left, end } of open.values()) if (left.delete(worker.id) && left.size === 0) end();
      if (!isReady) [isStopping, code] = [true, status === 0 ? 0 : (status as ExitCode)];
      if (isStopping) {
        if (workers.size === 0) resolve(code);
        return;
      }
      stderr.write(`kmsward serve: a worker ended with ${status}, another one is started\n`);
      setTimeout(() => {
        if (!isStopping) start();
      }, AGAIN_MS);
    };
    const stop = (): void => {
      if (isStopping) process.exit(130);
      isStopping = true;
      for (const worker of workers) send(worker, { kind: "stop" });
      if (workers.size === 0) resolve(0);
    };
    process.removeAllListeners("SIGINT");
    process.on("SIGINT", stop);
    process.on("SIGTERM", stop);
    process.on("SIGHUP", () => {
      onHangUp();
      for (const worker of workers) send(worker, { kind: "hangup" });
    });
    start();
  });
}

type Asked = {
  readonly message: ToWorker & { readonly kind: "question" };
  readonly left: Set<number>; // ids of those who have not answered
  readonly answers: unknown[];
  readonly end: () => void;
};

/** The side of a worker. */
export type Membership = {
  readonly start: Promise<Start>;
  readonly leave: () => void; // which ends the process
  readonly peers: Peers;
  readonly tellEvent: (event: unknown) => void;
  /** From now on it answers others, and says to the one who started it that it serves. */
  readonly join: (banner: string, how: Joined) => void;
};

type Joined = {
  readonly answer: (question: PeerQuestion) => Promise<unknown>;
  readonly stop: () => void;
  readonly hangUp: () => void;
};

export function membership(): Membership {
  const send = (message: FromWorker): void => {
    if (process.connected) process.send?.(message);
  };
  const waiting = new Map<number, (answers: readonly unknown[]) => void>();
  let asked = 0;
  let joined: Joined | undefined;
  let isStopped = false; // before it served
  let begin: (start: Start) => void = () => undefined;
  const start = new Promise<Start>((resolve) => (begin = resolve));
  const later: (() => void)[] = []; // worlds that were sent while it started
  const stop = (): void => {
    if (joined === undefined) isStopped = true;
    else joined.stop();
  };
  process.on("disconnect", stop); // who started it is gone
  process.on("message", (message: ToWorker) => {
    if (message.kind === "stop") stop();
    else if (message.kind === "hangup") joined?.hangUp();
    else if (message.kind === "answers") {
      waiting.get(message.id)?.(message.answers);
      waiting.delete(message.id);
    } else if (message.kind === "begin") begin(message);
    else {
      const { asker, id, question } = message;
      const reply = (answer: unknown) => send({ kind: "answer", asker, id, answer: answer ?? null });
      const answer = (): void => void joined?.answer(question).then(reply, () => reply(null));
      if (joined !== undefined) answer();
      else if (question.ask === "world") later.push(answer);
      else reply(null);
    }
  });
  send({ kind: "hello" });
  return {
    start,
    leave: () => process.disconnect?.(),
    tellEvent: (event) => send({ kind: "event", event }),
    peers: {
      ask: (question) =>
        new Promise((resolve) => {
          const id = ++asked;
          waiting.set(id, resolve);
          send({ kind: "ask", id, question });
        }),
    },
    join: (banner, how) => {
      joined = how;
      for (const answer of later) answer();
      send({ kind: "ready", banner });
      if (isStopped) how.stop();
    },
  };
}
