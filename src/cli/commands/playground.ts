import { readFile } from "node:fs/promises";
import process from "node:process";
import type { Command, ExitCode, Io } from "../command.ts";
import type { Options } from "../options.ts";
import { refuse } from "../refusal.ts";
import { tell } from "../talk.ts";

const NAME = "kmsward playground";
const LONG_LINK = 30_000; // what every browser takes from a command line
const IDLE_SECONDS = 60;

export const command: Command = {
  name: "playground",
  summary: "policies and requests in a page: look instead of read",
  usage: ["playground [--no-open]", "playground WORLD.yaml… [OPTION…]", "playground POLICY.json… [OPTION…]"],
  about: `Opens a page in the browser: policies, grants or a world in editors, a request, and the answer with its explanation as you type. Each statement lights up as it
    decides; \`closest to allowed\` and repairs are buttons; who can use the key is a table and a graph; two versions are compared for all requests.
    The engine runs in the page: the page is one file (dist/web/playground.html, which opens without this command, too), it loads nothing and sends nothing. What is in it
    is in its address, behind the #, which browsers keep to themselves: a link to it contains the policies.
    Serves on 127.0.0.1, and ends when nobody asked for the page for a minute, or with Ctrl-C; the page goes on without it.`,
  groups: [
    {
      title: "How it is served",
      options: [
        { name: "no-open", help: "do not open a browser: the address is printed" },
        { name: "port", value: "N", help: "the port; 0 is any that is free (default)" },
        { name: "idle", value: "SECONDS", help: `end when nobody asked for the page for so long; 0: never (default ${IDLE_SECONDS})` },
      ],
    },
  ],
  examples: ["kmsward playground", "kmsward playground orders.world.yaml", "kmsward playground key-policy.json app.json --no-open"],
  run: playground,
};

async function playground(options: Options, io: Io): Promise<ExitCode> {
  const port = numberIn(options, "port", 0, 65_535);
  const idleMs = numberIn(options, "idle", IDLE_SECONDS, 86_400) * 1000;
  const { html, policy } = await builtPage(io.root, "playground.html");
  const [{ openedOf, fragmentOf }, { servePage }, { openBrowser }] = await Promise.all([
    import("../playground/opened.ts"),
    import("../playground/page-server.ts"),
    import("../playground/browser.ts"),
  ]);
  const opened = options.positionals.length > 0 ? await openedOf(options.positionals, io) : undefined;
  if (opened !== undefined) await tell(opened.diagnostics, io);
  const fragment = opened === undefined ? "" : fragmentOf(opened.state);
  const isLong = fragment.length > LONG_LINK;
  const served = opened !== undefined && isLong ? withState(html, opened.state) : html;
  const server = await servePage({ html: served, policy, port, idleMs }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EADDRINUSE" || error.code === "EACCES")
      throw refuse("KW002", "--port", `port ${port} cannot be had: ${error.code}`, "leave it out: any that is free is taken");
    throw error;
  });
  const address = `http://127.0.0.1:${server.port}/${fragment === "" || isLong ? "" : `#${fragment}`}`;
  io.stdout.write(`${address}\n`);
  io.stderr.write(`${NAME}: ends with Ctrl-C${idleMs > 0 ? `, or when nobody asked for the page for ${idleMs / 1000} seconds` : ""}\n`);
  if (!options.has("no-open")) openBrowser(address, io.env);
  const stop = () => server.end();
  process.removeAllListeners("SIGINT"); // which ends a command at once
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  await server.ended;
  process.off("SIGTERM", stop);
  process.off("SIGINT", stop);
  return 0;
}

/** The page, and the policy that it is built with. */
export async function builtPage(root: URL, page: string): Promise<{ readonly html: string; readonly policy: string }> {
  const read = (name: string) => readFile(new URL(`dist/web/${name}`, root), "utf8");
  try {
    const [html, policies] = await Promise.all([read(page), read("policies.json")]);
    return { html, policy: (JSON.parse(policies) as Readonly<Record<string, string>>)[page] ?? "default-src 'none'" };
  } catch {
    throw refuse("KW002", `dist/web/${page}`, "the page is not built", "in a clone: `npm run build`");
  }
}

/** A state that is too large for an address stands in the page itself, as data: no text of it ends the element that it is in. */
function withState(html: string, state: object): string {
  const data = JSON.stringify(state).replaceAll("<", "\\u003c");
  const at = html.lastIndexOf("</body>");
  return `${html.slice(0, at)}<script type="application/json" id="kmsward-state">${data}</script>\n  ${html.slice(at)}`;
}

function numberIn(options: Options, name: string, otherwise: number, most: number): number {
  const given = options.get(name);
  if (given === undefined) return otherwise;
  const value = /^\d{1,6}$/.test(given) ? Number(given) : Number.NaN;
  if (!(value <= most)) throw refuse("KW001", `--${name}`, `\`${given.slice(0, 40)}\` is no number from 0 to ${most}`);
  return value;
}
