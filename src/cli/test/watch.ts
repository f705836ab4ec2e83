import { dirname } from "node:path";
import { shown } from "../../base/text.ts";
import type { Selection } from "../../files/test-files.ts";
import type { ExitCode, Io } from "../command.ts";
import { FileStamps, FolderWatch } from "../file-watch.ts";
import { Refusal } from "../refusal.ts";
import { tell } from "../talk.ts";
import type { Scope, TestRun } from "./run.ts";
import { selectedFiles } from "./selection.ts";

const SHOWN = 3; // names of files that changed

type Order =
  | { readonly kind: "look" }
  | { readonly kind: "all" }
  | { readonly kind: "failed" }
  | { readonly kind: "quit"; readonly code?: 130 };

export type WatchSetting = {
  readonly patterns: readonly string[];
  readonly io: Io;
  readonly run: (scope: Scope) => Promise<{ readonly run: TestRun; readonly code: ExitCode }>;
};

/**
 * Runs tests, and again those that a change touches: test files, worlds, policies, and whatever else a file was read from. Ends when somebody at a terminal
 * says so (with the code of the last run, or 130 for Ctrl-C); elsewhere with the process.
 */
export async function watchTests({ patterns, io, run }: WatchSetting): Promise<ExitCode> {
  const orders = new Orders();
  const watch = new FolderWatch(() => orders.give({ kind: "look" }));
  const release = listen(io, (order) => orders.give(order));
  const session = new Session(patterns, run, io);
  try {
    watch.set(await session.begin());
    for (;;) {
      io.stderr.write(`\nkmsward test: waiting for changes${io.stdin.isTTY ? " (Enter runs all, f what failed, q quits)" : ""}\n`);
      for (let quiet = true; quiet; ) {
        const order = await orders.next();
        if (order.kind === "quit") return order.code ?? session.code;
        quiet = !(await session.obey(order));
        watch.set(session.folders);
      }
    }
  } finally {
    watch.close();
    release();
  }
}

/** What is known from the runs so far. */
class Session {
  code: ExitCode = 0;
  readonly #patterns: readonly string[];
  readonly #run: WatchSetting["run"];
  readonly #io: Io;
  readonly #sources = new Map<string, FileStamps>(); // what a test file was read from
  readonly #failed = new Map<string, Set<string> | "all">(); // names by test file; all of one that could not be read
  #selection: Selection = { files: [], folders: [] };

  constructor(patterns: readonly string[], run: WatchSetting["run"], io: Io) {
    this.#patterns = patterns;
    this.#run = run;
    this.#io = io;
  }

  get folders(): ReadonlySet<string> {
    const sources = [...this.#sources.values()].flatMap((stamps) => stamps.paths);
    return new Set([...this.#selection.folders, ...sources.map((path) => dirname(path))]);
  }

  async begin(): Promise<ReadonlySet<string>> {
    this.#selection = await selectedFiles(this.#patterns);
    await this.#try({ paths: this.#selection.files });
    return this.folders;
  }

  /** Whether there was anything to do. */
  async obey({ kind }: Order): Promise<boolean> {
    const fresh = await this.#select();
    if (kind !== "look") this.#io.stderr.write("\n");
    if (kind === "all") return this.#try({ paths: this.#selection.files });
    if (kind === "failed") return this.#tryFailed();
    const changes = new Map(
      this.#selection.files.map((path) => [path, fresh.has(path) ? [path] : (this.#sources.get(path)?.changed() ?? [])]),
    );
    const paths = this.#selection.files.filter((path) => changes.get(path)?.length);
    if (paths.length === 0) return false;
    const names = [...new Set([...changes.values()].flat())];
    const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : "";
    this.#io.stderr.write(`\nkmsward test: ${names.slice(0, SHOWN).map(shown).join(", ")}${more} changed\n\n`);
    return this.#try({ paths });
  }

  /** The test files that were not there before. Where there is none any more, those that come are waited for. */
  async #select(): Promise<ReadonlySet<string>> {
    const before = new Set(this.#selection.files);
    try {
      this.#selection = await selectedFiles(this.#patterns);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.#selection = { files: [], folders: this.#selection.folders };
    }
    const now = new Set(this.#selection.files);
    for (const path of before) {
      if (now.has(path)) continue;
      this.#sources.delete(path);
      this.#failed.delete(path);
    }
    return new Set(this.#selection.files.filter((path) => !before.has(path)));
  }

  async #tryFailed(): Promise<boolean> {
    const failed = new Map(this.#failed);
    if (failed.size === 0) {
      this.#io.stderr.write("kmsward test: nothing failed\n");
      return true;
    }
    const selects: Scope["selects"] = ({ name }, path) => failed.get(path) === "all" || (failed.get(path) as Set<string>).has(name);
    return this.#try({ paths: this.#selection.files.filter((path) => failed.has(path)), selects });
  }

  async #try(scope: Scope): Promise<true> {
    const isWhole = scope.selects === undefined;
    // Before they are read, as a change while tests run is one. Where only some cases run, what changed before is still to be tried.
    if (isWhole) for (const path of scope.paths) this.#sources.set(path, new FileStamps([path, ...(this.#sources.get(path)?.paths ?? [])]));
    try {
      const { run, code } = await this.#run(scope);
      this.code = code;
      for (const { path, sources } of run.read) this.#sources.get(path)?.keep(sources);
      for (const file of run.report.files) this.#remember(file, isWhole);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await tell(error.diagnostics, this.#io);
      this.code = 1;
    }
    return true;
  }

  #remember({ path, results, errors }: TestRun["report"]["files"][number], isWhole: boolean): void {
    if (errors.length > 0) {
      this.#failed.set(path, "all");
      return;
    }
    const before = this.#failed.get(path);
    const names = new Set(isWhole || before === "all" ? [] : before);
    for (const { name, status } of results) {
      if (status === "failed") names.add(name);
      else names.delete(name);
    }
    if (names.size > 0) this.#failed.set(path, names);
    else this.#failed.delete(path);
  }
}

/** What is to be done, one after another; several looks are one. */
class Orders {
  readonly #waiting: Order[] = [];
  #taker: ((order: Order) => void) | undefined;

  give(order: Order): void {
    const take = this.#taker;
    this.#taker = undefined;
    if (take !== undefined) take(order);
    else if (order.kind !== "look" || !this.#waiting.some(({ kind }) => kind === "look")) this.#waiting.push(order);
  }

  next(): Promise<Order> {
    const first = this.#waiting.shift();
    return first !== undefined
      ? Promise.resolve(first)
      : new Promise((resolve) => {
          this.#taker = resolve;
        });
  }
}

// biome-ignore format: a table reads as a table
const KEYS: Readonly<Record<string, Order>> = {
  "\r":     { kind: "all" },
  "\n":     { kind: "all" },
  a:        { kind: "all" },
  f:        { kind: "failed" },
  q:        { kind: "quit" },
  "\u0003": { kind: "quit", code: 130 }, // Ctrl-C, which a raw terminal sends as a key
};

/** Hears single keys of a terminal; gives what ends that. */
function listen({ stdin }: Io, order: (order: Order) => void): () => void {
  if (!stdin.isTTY) return () => {};
  const hear = (chunk: unknown) => {
    for (const key of String(chunk)) {
      const meant = KEYS[key];
      if (meant !== undefined) order(meant);
    }
  };
  stdin.setRawMode?.(true);
  stdin.on("data", hear);
  return () => {
    stdin.off("data", hear);
    stdin.setRawMode?.(false);
    stdin.pause();
  };
}
