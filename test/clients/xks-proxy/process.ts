import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { certificateFor } from "./certificate.ts";

export const HOST = "xks.example.com";
export const ENDPOINT = `https://${HOST}`;
export const REGION = "us-east-1";
export const CREDENTIAL = {
  AccessKeyId: "HGIE2BUAFNDMBCMSQVWLGCEXAMPLE",
  RawSecretAccessKey: "VU6W2byoiBrhDqNGbx703oL0syCAmhlQgwNUT123456",
};

export type Told = {
  readonly credentials?: Readonly<Record<string, string>>;
  readonly keys?: Readonly<Record<string, object>>;
  readonly health?: readonly string[];
  readonly fault?: string | object | null;
  readonly bases?: readonly string[];
  readonly now?: number | null; // its clock stands still there; the machine's unless told
};
export type Asked = {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>> & { readonly requestMetadata: Readonly<Record<string, string>> };
};

export type ProxyProcess = {
  readonly pid: number;
  readonly port: number;
  readonly cert: string;
  readonly requests: readonly Asked[];
  readonly tell: (told: Told) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Starts the proxy as a process of its own; it is stopped by its process id, and ends by itself when this process does. */
export async function startProxy(told: Told = {}, tls = certificateFor(HOST)): Promise<ProxyProcess> {
  const child = spawn(process.execPath, [fileURLToPath(new URL("proxy.mjs", import.meta.url))], {
    stdio: ["pipe", "pipe", "inherit"],
    env: {},
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const requests: Asked[] = [];
  const waiting: ((line: { readonly port?: number }) => void)[] = [];
  let isStopped = false;
  createInterface({ input: child.stdout }).on("line", (line) => {
    if (isStopped) return; // it may have been stopped in the middle of a line
    const said = JSON.parse(line) as { readonly request?: Asked; readonly port?: number };
    if (said.request !== undefined) requests.push(said.request);
    else waiting.shift()?.(said);
  });
  const tell = (line: object) =>
    new Promise<{ readonly port?: number }>((resolve) => {
      waiting.push(resolve);
      child.stdin.write(`${JSON.stringify(line)}\n`);
    });
  const credentials = { [CREDENTIAL.AccessKeyId]: CREDENTIAL.RawSecretAccessKey };
  const { port = 0 } = await tell({ region: REGION, credentials, keys: { external: {} }, tls, ...told });
  return {
    pid: child.pid ?? 0,
    port,
    cert: tls.cert,
    requests,
    tell: async (line) => void (await tell(line)),
    stop: () => {
      isStopped = true;
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) process.kill(child.pid);
      return ended;
    },
  };
}
