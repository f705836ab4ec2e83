import { readFile } from "node:fs/promises";
import type { Command, ExitCode, Io } from "../command.ts";
import { unreadable } from "../files.ts";
import type { Options } from "../options.ts";
import { refuse } from "../refusal.ts";

const NAME = "kmsward why";
const URL_HERE = "http://127.0.0.1:4599";

export const command: Command = {
  name: "why",
  summary: "explains a call or a decision of `kmsward serve`",
  usage: ["why ID [OPTION…]"],
  about: `Asks a running \`kmsward serve\` why it answered as it did: ID is the request id of a call (SDKs have it in their errors, CloudTrail as requestID), or
    the \`why\` of a decision of /v1/authorize, or the \`context.id\` of one of AuthZEN.`,
  groups: [
    {
      title: "Where to ask",
      options: [
        { name: "url", value: "URL", help: `of the endpoint, or of its administration (default $AWS_ENDPOINT_URL_KMS, or ${URL_HERE})` },
        { name: "token-file", value: "FILE", help: "its administration's token" },
      ],
    },
    {
      title: "Answer",
      options: [
        { name: "style", value: "brief|full", choices: ["brief", "full"], help: "a few lines, or every statement" },
        { name: "format", value: "text|json", choices: ["text", "json"], help: "text for people, or a tree as JSON" },
      ],
    },
  ],
  examples: ["kmsward why 2b9c3f0e-5f6e-4a30-9d52-0c1a7c1f2d11"],
  run: why,
};

async function why(options: Options, io: Io): Promise<ExitCode> {
  const [id, more] = options.positionals;
  if (id === undefined || more !== undefined) throw refuse("KW001", NAME, "give one id", "`kmsward why --help` says where it is found");
  const base = options.get("url") ?? io.env.AWS_ENDPOINT_URL_KMS ?? URL_HERE;
  const style = options.get("style");
  const token = options.get("token-file");
  const headers = {
    accept: options.get("format") === "json" ? "application/json" : "text/plain",
    ...(token !== undefined && { authorization: `Bearer ${(await textOf(token)).trim()}` }),
  };
  const response = await fetch(
    `${base.replace(/\/$/, "")}/v1/why/${encodeURIComponent(id)}${style === undefined ? "" : `?style=${style}`}`,
    { headers },
  ).catch((error: Error) =>
    Promise.reject(refuse("KW002", base, `is not answering: ${causeOf(error)}`, "start it with `kmsward serve`, or give its `--url`")),
  );
  const text = await response.text();
  if (response.status === 200) {
    io.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
    return 0;
  }
  throw refuse(
    "KW002",
    base,
    response.status === 404 ? `remembers no call and no decision ${id}` : `answers ${response.status}: ${text.slice(0, 300)}`,
  );
}

const causeOf = ({ message, cause }: Error): string => (cause instanceof Error ? cause.message : message);

const textOf = (path: string): Promise<string> => readFile(path, "utf8").catch((error) => Promise.reject(unreadable(path, error)));
