import type { Reads } from "../authz/reads.ts";
import { conditionKey } from "../catalog/condition-keys.ts";
import type { ContextValue } from "../iam/request.ts";
import { foldCase } from "../iam/values.ts";

/** What one request says beside caller, action, resource, time and tokens: condition keys from several sides, later ones first, and its pairs. */
export type AskedKeys = {
  readonly keys: readonly (Readonly<Record<string, ContextValue>> | undefined)[];
  readonly encryptionContext: Readonly<Record<string, string>> | undefined;
};

const LONGEST = 1024; // characters of what is remembered of one request
const LARGEST_CONTEXT = 8192; // characters: larger ones are refused, whatever policies say (KMS Developer Guide, encryption context)
const SPELLINGS = 16; // of keys of encryption contexts, in each memo: callers write few
const LONG_KEY = 128;

/** A name as requests write it: whether policies read it, and as which of the names they read. */
type Spelling = { readonly place: number; readonly takesLists: boolean };

/**
 * The requests of one caller, for one action on one resource, that were allowed: told apart by all that the decision reads, and by nothing else. Exact:
 * whatever it cannot say for certain it does not admit, and the engine is asked.
 */
export class DecisionMemo {
  readonly #budget: MemoBudget;
  readonly #pairs = new Map<string, boolean>(); // keys of encryption contexts, and whether policies read them
  #reads: Reads | undefined;
  #names: ReadonlyMap<string, Spelling> = new Map(); // of a request that could be read: any part of them can be read, too
  #allowed = new Set<string>();

  constructor(budget: MemoBudget) {
    this.#budget = budget;
  }

  admits(asked: AskedKeys): boolean {
    if (this.#reads === undefined || this.#allowed.size === 0) return false;
    const text = this.#textOf(asked, this.#reads);
    return text !== undefined && this.#allowed.has(text);
  }

  /** An allowed request, and what its decision read: the same for every request of a memo. */
  remember(asked: AskedKeys, reads: Reads): void {
    if (reads.time) return;
    this.#reads = reads;
    this.#names = spellingsOf(asked, reads);
    const text = this.#textOf(asked, reads);
    if (text === undefined || text.length > LONGEST || this.#allowed.has(text)) return;
    this.#budget.take(this);
    this.#allowed.add(text);
  }

  forget(): void {
    this.#allowed = new Set();
    this.#pairs.clear();
  }

  /** Undefined where it has something that no request before it had. */
  #textOf({ keys, encryptionContext }: AskedKeys, reads: Reads): string | undefined {
    let text = "";
    for (let i = 0; i < keys.length; i++) {
      const some = keys[i];
      for (const name in some) {
        const spelling = this.#names.get(name);
        const asked = spelling && textOf(some[name] as ContextValue, spelling);
        if (asked === undefined) return undefined;
        text += asked;
      }
    }
    if (encryptionContext === undefined) return text;
    let size = 0;
    for (const key of Object.keys(encryptionContext)) {
      const value = encryptionContext[key] as string;
      size += key.length + value.length;
      if (this.#readsPair(key, reads)) text += `e${key.length}:${key}${value.length}:${value}`;
    }
    return size > LARGEST_CONTEXT ? undefined : text;
  }

  #readsPair(key: string, { encryptionContext }: Reads): boolean {
    if (encryptionContext === "all") return true;
    if (encryptionContext.size === 0) return false;
    const known = this.#pairs.get(key);
    if (known !== undefined) return known;
    const reads = encryptionContext.has(foldCase(key));
    if (this.#pairs.size >= SPELLINGS) this.#pairs.clear();
    if (key.length <= LONG_KEY) this.#pairs.set(key, reads);
    return reads;
  }
}

/** A text that no other value of the name has, and that no other text begins with; none for what is not read. Undefined: not for certain readable. */
function textOf(value: ContextValue, { place, takesLists }: Spelling): string | undefined {
  if (typeof value === "string") return place < 0 ? "" : `${place}:${value.length}:${value}`;
  if (typeof value === "boolean") return place < 0 ? "" : `${place}${value}`;
  if (!takesLists || !Array.isArray(value) || !value.every((item) => typeof item === "string")) return undefined;
  return place < 0 ? "" : `${place}[${value.map((item) => `${item.length}:${item}`).join("")}]`;
}

function spellingsOf({ keys }: AskedKeys, { names }: Reads): ReadonlyMap<string, Spelling> {
  const places = [...names];
  const spellings = new Map<string, Spelling>();
  for (const name of keys.flatMap((some) => Object.keys(some ?? {}))) {
    const folded = foldCase(name);
    spellings.set(name, { place: places.indexOf(folded), takesLists: conditionKey(folded)?.multiValued === true });
  }
  return spellings;
}

const MOST = 16_384; // requests remembered by all memos together

/** Bounds what the memos of a KMS remember: when it is too much, all is forgotten, and the next are remembered. */
export class MemoBudget {
  readonly #memos = new Set<DecisionMemo>();
  #taken = 0;

  take(memo: DecisionMemo): void {
    if (this.#taken >= MOST) {
      for (const one of this.#memos) one.forget();
      this.#memos.clear();
      this.#taken = 0;
    }
    this.#memos.add(memo);
    this.#taken++;
  }
}
