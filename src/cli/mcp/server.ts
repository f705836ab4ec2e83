import { Readable, Writable } from "node:stream";
import { confineReading } from "../../files/text-reader.ts";
import type { Command, ExitCode, Io } from "../command.ts";
import { readOptions } from "../options.ts";
import { Refusal, refuse } from "../refusal.ts";
import { tell } from "../talk.ts";
import { CallError, commandLine, listedTools } from "./tools.ts";

const PACKAGE = "@modelcontextprotocol/sdk";

/** The commands that tools ask. */
export type Commands = Readonly<Record<string, () => Promise<{ readonly command: Command }>>>;

type Result = { content: { type: "text"; text: string }[]; structuredContent?: Record<string, unknown>; isError?: boolean };

/**
 * Answers the Model Context Protocol on standard input and output until the input ends. Nothing outside of the folder is read from now on, for as long as the
 * process lives.
 *
 * @throws {Refusal} KW005 where the SDK is not installed.
 */
export async function serveMcp(folder: string, commands: Commands, io: Io, version: string): Promise<void> {
  const { Server, StdioServerTransport, types } = await loadSdk();
  confineReading(folder);
  const server = new Server(
    { name: "kmsward", version },
    {
      capabilities: { tools: {} },
      instructions:
        "Questions about who may use AWS KMS keys, answered exactly and offline from policy files. Check a policy before you propose it: diff shows who gains what, and every answer has a request that shows it.",
    },
  );
  server.setRequestHandler(types.ListToolsRequestSchema, () => ({ tools: listedTools }));
  server.setRequestHandler(types.CallToolRequestSchema, ({ params }) => answerOf(params.name, params.arguments, folder, commands, io));
  const ended = new Promise<void>((resolve) => {
    io.stdin.once("end", resolve).once("close", resolve);
    server.onclose = resolve;
  });
  await server.connect(new StdioServerTransport(io.stdin, io.stdout));
  await ended;
  await server.close();
}

async function loadSdk() {
  try {
    const [{ Server }, { StdioServerTransport }, types] = await Promise.all([
      import("@modelcontextprotocol/sdk/server/index.js"),
      import("@modelcontextprotocol/sdk/server/stdio.js"),
      import("@modelcontextprotocol/sdk/types.js"),
    ]);
    return { Server, StdioServerTransport, types };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
    throw refuse("KW005", "kmsward mcp", `it needs the package ${PACKAGE}, which is not installed`, `npm install --save-dev ${PACKAGE}`);
  }
}

async function answerOf(name: string, given: unknown, folder: string, commands: Commands, io: Io): Promise<Result> {
  const written = { out: "", err: "" };
  const into = (to: "out" | "err") =>
    new Writable({
      write: (chunk, _encoding, done) => {
        written[to] += String(chunk);
        done();
      },
    });
  const own: Io = { stdin: Readable.from([]), stdout: into("out"), stderr: into("err"), env: { NO_COLOR: "1" }, root: io.root };
  let code: ExitCode = 1;
  try {
    const [command, ...args] = commandLine(name, given, folder);
    const { command: found } = await (commands[command] as Commands[string])();
    code = await found.run(readOptions(args, found), own);
  } catch (error) {
    if (error instanceof Refusal) await tell(error.diagnostics, own);
    else if (error instanceof CallError) written.err += `${error.message}\n`;
    else throw error;
  }
  const isError = code === 1 || code === 70;
  const text = [written.out, written.err].filter((part) => part !== "").join("\n");
  const parsed = isError ? undefined : objectIn(written.out);
  return {
    content: [{ type: "text", text: text === "" ? "nothing" : text }],
    ...(parsed !== undefined && { structuredContent: parsed }),
    ...(isError && { isError }),
  };
}

function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
