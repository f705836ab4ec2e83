import { Background, doneHere, type StartThread } from "./background.ts";

/**
 * The page is one file, and so its worker is made of the page's own script: there is nothing to load, and no engine twice. The script knows by `isWorker`
 * what it is.
 */

/** Whether this is the other thread: it has no document. */
export const isWorker = typeof document === "undefined";

/** The name by which the policy of the page lets in the one address that scripts are loaded from: that of this blob. */
const TRUSTED = "kmsward-worker";

type TrustedTypes = {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => { readonly createScriptURL: (url: string) => string };
};

let address: string | undefined;

/** A plain script, wrapped: a browser loads no module from a blob of a page that is a file. @throws {Error} where the browser has no workers, or lets none in. */
function addressOfScript(): string {
  if (address !== undefined) return address;
  const text = document.querySelector('script[type="module"]:not([src])')?.textContent;
  if (!text) throw new Error("the script of the page is not in it");
  const blob = URL.createObjectURL(new Blob(['"use strict";(() => {', text, "\n})();"], { type: "text/javascript" }));
  const { trustedTypes } = window as { readonly trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy(TRUSTED, { createScriptURL: (url) => (url === blob ? url : "") });
  address = policy === undefined ? blob : policy.createScriptURL(blob);
  return address;
}

const startThread: StartThread = (onCame, onBroken) => {
  try {
    const worker = new Worker(addressOfScript(), { name: "analysis" });
    worker.onmessage = ({ data }) => onCame(data);
    worker.onerror = onBroken;
    return { send: (sent) => worker.postMessage(sent), end: () => worker.terminate() };
  } catch {
    return undefined;
  }
};

/** Where the page has what takes long done. */
export const background = new Background(startThread);

/** What the other thread does: the jobs that it is sent. */
export function work(): void {
  const scope = self as unknown as {
    onmessage: (event: MessageEvent<Parameters<typeof doneHere>[0]>) => void;
    postMessage: (came: ReturnType<typeof doneHere>) => void;
  };
  scope.onmessage = ({ data }) => scope.postMessage(doneHere(data));
}
