import { type Engine, engine } from "../authz/authorizer.ts";
import { type JsonNode, readJson, toValue } from "../base/json-source.ts";
import type { ResourceType } from "../estate/policy-documents.ts";
import type { Grant, KeyFacts } from "../iam/request.ts";
import { readSet } from "./policy-set.ts";
import { validateCase } from "./validators.generated.js";

/** The members of a case that policies are compiled from. */
export type SetMember = "policies" | "grants" | "key";
export const SET_MEMBERS: readonly SetMember[] = ["policies", "grants", "key"];

/** The text of such a member, which has been seen before. */
export type Remembered = { readonly number: number; readonly text: string; readonly node: JsonNode };
export type RememberedSet = { readonly [member in SetMember]?: Remembered };

const RECENT = 16; // texts of each member that are compared with before anything is read
const ENGINES = 256;
const CHARACTERS = 8_000_000; // of all texts together; compiled policies take some times as much
const LONGEST = 1_000_000; // of one text
const USES = 100_000; // an engine remembers what it was asked: after as many questions all engines begin anew

/**
 * Engines by the text of what they are compiled from. Bounded in memory whatever is asked: when it is full it forgets all and begins anew, which costs
 * one compilation for each set still in use.
 */
export class SetCache {
  readonly #recent: Readonly<Record<SetMember, Remembered[]>> = { policies: [], grants: [], key: [] };
  readonly #texts = new Map<string, Remembered>();
  readonly #engines = new Map<string, Engine>();
  #characters = 0;
  #numbers = 0;
  #uses = 0;
  #file = "";

  /** The remembered text of a member that stands at an offset of `text`: of an object or an array, so no other can begin with it. */
  recall(member: SetMember, text: string, offset: number): Remembered | undefined {
    const recent = this.#recent[member];
    for (let i = 0; i < recent.length; i++) {
      const remembered = recent[i] as Remembered;
      if (!text.startsWith(remembered.text, offset)) continue;
      if (i > 0) moveToFront(recent, i, remembered);
      return remembered;
    }
    return undefined;
  }

  /** The same for a text that was read, and found to be in order, just now. Undefined for one too long to be kept, and for one of another kind. */
  remember(member: SetMember, slice: string): Remembered | undefined {
    if (slice.length > LONGEST || (slice[0] !== "{" && slice[0] !== "[")) return undefined;
    const remembered = this.#texts.get(slice) ?? this.#read(slice);
    if (remembered === undefined) return undefined;
    const recent = this.#recent[member];
    recent.unshift(remembered);
    if (recent.length > RECENT) recent.pop();
    return remembered;
  }

  /** The engine for a set; undefined if anything is wrong with the set. `file` is where its statements are said to be. */
  engine(set: RememberedSet, type: ResourceType, file: string): Engine | undefined {
    if (file !== this.#file || ++this.#uses > USES) this.#forget();
    this.#file = file;
    const name = `${set.policies?.number ?? ""},${set.grants?.number ?? ""},${set.key?.number ?? ""},${type}`;
    return this.#engines.get(name) ?? this.#make(name, set, type, file);
  }

  #make(name: string, { policies, grants, key }: RememberedSet, type: ResourceType, file: string): Engine | undefined {
    const parts = { grants: grants && toValue(grants.node), key: key && toValue(key.node) } as { grants?: Grant[]; key?: KeyFacts };
    if (validateCase({ request: ANY, policies: policies && toValue(policies.node), ...parts }).length > 0) return undefined;
    const { set } = readSet({ policies: policies?.node, ...parts }, type, { file, pointer: "" });
    if (set === undefined) return undefined;
    if (this.#engines.size >= ENGINES) this.#forget();
    const made = engine(set);
    this.#engines.set(name, made);
    return made;
  }

  /** A copy is read, and kept: a slice would hold on to the whole line it was cut from. */
  #read(slice: string): Remembered | undefined {
    if (this.#characters + slice.length > CHARACTERS) this.#forget();
    const text = JSON.parse(JSON.stringify(slice)) as string;
    const { node } = readJson(text);
    if (node === undefined) return undefined;
    const remembered = { number: ++this.#numbers, text, node };
    this.#texts.set(text, remembered);
    this.#characters += text.length;
    return remembered;
  }

  #forget(): void {
    for (const member of SET_MEMBERS) this.#recent[member].length = 0;
    this.#texts.clear();
    this.#engines.clear();
    this.#characters = 0;
    this.#uses = 0;
  }
}

const ANY = { principal: "", action: "", resource: "" };

function moveToFront<T>(list: T[], from: number, entry: T): void {
  for (let i = from; i > 0; i--) list[i] = list[i - 1] as T;
  list[0] = entry;
}
