import { spawn } from "node:child_process";
import { platform } from "node:os";

type Opener = { readonly file: string; readonly args: readonly string[] };

/** What opens an address in the browser of whoever is there; undefined where nobody looks at this machine. */
export function openerFor(system: string, env: Readonly<Record<string, string | undefined>>): Opener | undefined {
  const { BROWSER: chosen, DISPLAY: display, WAYLAND_DISPLAY: wayland } = env;
  if (chosen === "none") return undefined;
  if (chosen !== undefined && chosen !== "" && !/[\s%;]/.test(chosen)) return { file: chosen, args: [] };
  if (system === "darwin") return { file: "open", args: [] };
  if (system === "win32") return { file: "rundll32", args: ["url.dll,FileProtocolHandler"] };
  return display || wayland ? { file: "xdg-open", args: [] } : undefined;
}

/** Opens an address; where that fails the address is on the terminal still. */
export function openBrowser(address: string, env: Readonly<Record<string, string | undefined>>): void {
  const opener = openerFor(platform(), env);
  if (opener === undefined) return;
  const child = spawn(opener.file, [...opener.args, address], { stdio: "ignore", detached: true });
  child.once("error", () => {});
  child.unref();
}
