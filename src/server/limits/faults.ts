import { nearest } from "../../base/nearest.ts";
import { fail, ok, type Result } from "../../base/result.ts";
import { shown } from "../../base/text.ts";
import { ERRORS, error, isErrorName, type KmsError } from "../../kms/errors.ts";
import { operationRow } from "../../kms/operations/index.ts";

/** A failure that somebody asked for, to see what their program does: of one operation or of all, always or by chance. */
export type InjectedFault = {
  readonly operation: string; // "*": every one
  readonly share: number; // of calls, from 0 to 1
} & ({ readonly error: KmsError } | { readonly delayMs: number });

/** `Decrypt=ThrottlingException:0.1`, `*=250ms`, `Encrypt=KeyUnavailableException`. */
export function readFault(text: string): Result<InjectedFault, string> {
  const match = /^([A-Za-z*]{1,64})=([A-Za-z0-9]{1,64})(?::([0-9.]{1,10}))?$/.exec(text);
  if (match === null) return fail("write OPERATION=ERROR, OPERATION=ERROR:SHARE or OPERATION=250ms: `Decrypt=ThrottlingException:0.1`");
  const [, operation = "", what = "", part = "1"] = match;
  if (operation !== "*" && operationRow(operation) === undefined)
    return fail(`AWS KMS has no operation ${shown(operation)}; \`*\` is every one`);
  const share = Number(part);
  if (!(share >= 0 && share <= 1)) return fail("the share of calls is a number from 0 to 1");
  const delay = /^(\d{1,6})ms$/.exec(what)?.[1];
  if (delay !== undefined) return ok({ operation, share, delayMs: Math.min(Number(delay), LONGEST_DELAY) });
  if (isErrorName(what)) return ok({ operation, share, error: error(what, TEXTS[what] ?? `${what}: asked for by --fault`) });
  const near = nearest(what, Object.keys(ERRORS));
  return fail(`AWS KMS has no error ${shown(what)}${near ? `; did you mean \`${near}\`?` : ""}`);
}

const LONGEST_DELAY = 25_000; // below what a request may take

const TEXTS: Readonly<Record<string, string>> = {
  ThrottlingException: "You have exceeded the rate at which you may call KMS. Reduce the frequency of your calls.",
};

/** Draws which calls fail: the same for the same seed and the same order of calls. */
export class Faults {
  readonly #faults: readonly InjectedFault[];
  #state: number;

  constructor(faults: readonly InjectedFault[], seed: number) {
    this.#faults = faults;
    this.#state = seed | 0;
  }

  /** What comes over a call: the first of the list that its turn falls to; delays add up. */
  draw(operation: string): { readonly delayMs: number; readonly error: KmsError | undefined } {
    let delayMs = 0;
    for (const fault of this.#faults) {
      if (fault.operation !== "*" && fault.operation !== operation) continue;
      if (this.#random() >= fault.share) continue;
      if ("error" in fault) return { delayMs, error: fault.error };
      delayMs += fault.delayMs;
    }
    return { delayMs: Math.min(delayMs, LONGEST_DELAY), error: undefined };
  }

  /** mulberry32 */
  #random(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
}
