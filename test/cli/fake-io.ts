import { Readable, Writable } from "node:stream";
import { main } from "../../src/cli/main.ts";

export type Ran = { readonly code: number; readonly out: string; readonly err: string };

type Setting = { readonly stdin?: string | readonly (string | Buffer)[]; readonly env?: Record<string, string>; readonly tty?: boolean };

/** What a command has of the world, all of it in memory. */
export function fakeIo({ stdin = "", env = {}, tty = false }: Setting = {}) {
  const written = { out: "", err: "" };
  const into = (name: "out" | "err") =>
    Object.assign(
      new Writable({
        write: (chunk, _encoding, done) => {
          written[name] += String(chunk);
          done();
        },
      }),
      { isTTY: tty },
    );
  const chunks = (typeof stdin === "string" ? [stdin] : stdin).filter((chunk) => chunk.length > 0).map((chunk) => Buffer.from(chunk));
  const io = { stdin: Readable.from(chunks), stdout: into("out"), stderr: into("err"), env, root: new URL("../../", import.meta.url) };
  return { io, written };
}

/** Runs a command line in this process. */
export async function kmsward(args: readonly string[], setting: Setting = {}): Promise<Ran> {
  const { io, written } = fakeIo(setting);
  const code = await main(args, io);
  return { code, ...written };
}
