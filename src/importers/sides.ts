import type { Code } from "../base/codes.ts";
import type { Diagnostic, Place } from "../base/diagnostic.ts";
import type { WorldDocument } from "../world/document.ts";
import { madeKeyId } from "../world/made-key-id.ts";
import { type PolicyValue, type UnknownPolicy, WORDS, WorldDraft } from "./draft.ts";
import type { OpenChoice, SourceText } from "./importer.ts";
import type { Leaf, LeafType, SymbolLeaf } from "./leaf.ts";
import type { PlaceInPart } from "./lines.ts";
import { shortNames } from "./names.ts";
import { type Origin, originsIn } from "./origins.ts";

/** What is known of a symbol's value. `from`: the address, the parameter: equal ones are one symbol. */
export type SymbolFacts = {
  readonly type: LeafType;
  readonly from: string;
  readonly at?: Place;
  readonly account?: string | undefined;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  readonly oneOf?: readonly string[] | undefined;
};

type Symbolic = SymbolFacts & { readonly name: string };

/** The two worlds of an import, and what they share: symbols, what was made up, what is taken for granted, what is told. */
export class Sides {
  readonly before = new WorldDraft();
  readonly after = new WorldDraft();
  /** Whether a document tells of a change; without one there is no world before. */
  isChange = false;
  /** Of what names none. Importers set them where no option says them. */
  account: string | undefined;
  region: string | undefined;
  readonly diagnostics: Diagnostic[] = [];
  /** Of each world that was written: where what it says comes from. */
  readonly origins = new Map<WorldDocument, ReadonlyMap<string, Origin>>();
  readonly #undecided = new Map<string, { readonly what: string; readonly why: string }>();
  /** All texts of the import, for what documents name by its path, and for what is asked of all of them. */
  texts: readonly SourceText[] = [];
  /** Files that others name by their paths: no documents by themselves, and read all the same. */
  readonly parts = new Set<string>();
  readonly facts: string[] = []; // sentences for the report
  readonly outside: string[] = [];
  readonly open: OpenChoice[] = []; // what decides conditions of templates, and is not known
  /** Policies of the world after, by the address of the resource that sets each. */
  readonly policies = new Map<string, PolicyValue | UnknownPolicy>();
  readonly assumptions = new Map<string, { readonly id: string; readonly text: string; readonly at?: Place }>();
  readonly #told = new Set<string>();
  readonly #symbols = new Map<string, Symbolic>(); // by source
  readonly #symbolNames = new Set<string>();
  /** Policies of AWS's, by ARN, that no document shows, and the table of this version has. */
  readonly ofTable = new Set<string>();
  readonly #elsewhere = new Map<string, UnknownPolicy>();
  readonly #invented = new Map<string, { readonly from: string; readonly prefix?: string }>();

  constructor(options: { readonly account?: string | undefined; readonly region?: string | undefined }) {
    this.account = options.account;
    this.region = options.region;
  }

  /** Writes into both worlds. */
  each(write: (draft: WorldDraft, side: "before" | "after") => void): void {
    write(this.before, "before");
    write(this.after, "after");
  }

  tell(code: Code, at: Place, message: string, help?: string, severity: Diagnostic["severity"] = "warning"): void {
    const { offset = 0 } = at as PlaceInPart;
    const told = `${code}\n${at.file}\n${offset}\n${at.pointer.replace("/change/before", "/change/after")}\n${message}`; // the same of both sides is told once
    if (this.#told.has(told)) return;
    this.#told.add(told);
    this.diagnostics.push({ code, severity, message, at, ...(help !== undefined && { help }) });
  }

  /** For the report: what could not be decided, and why. */
  leaveOpen(what: string, why: string): void {
    this.#undecided.set(`${what}\n${why}`, { what, why });
  }

  get undecided(): readonly { readonly what: string; readonly why: string }[] {
    return [...this.#undecided.values()];
  }

  /** A value that is not known. The same source is the same symbol; `name` is what it is called in the world. */
  symbol(name: string, facts: SymbolFacts): SymbolLeaf {
    const known = this.#symbols.get(facts.from);
    if (known !== undefined) return { $symbol: known.name };
    const base = name.replace(/[^A-Za-z0-9_.-]+/g, "-").replace(/^-+|-+$/g, "") || "value";
    let own = base;
    for (let number = 2; this.#symbolNames.has(own); number++) own = `${base}-${number}`;
    this.#symbolNames.add(own);
    this.#symbols.set(facts.from, { ...facts, name: own });
    if (facts.at !== undefined) this.tell("KW803", facts.at, `${facts.from} is not known yet: it stands as the symbol \`${own}\``);
    return { $symbol: own };
  }

  /** A key id for a key that does not exist yet: no text written before can name it. */
  inventedKeyId(from: string, multiRegion: boolean): string {
    const id = madeKeyId(from, multiRegion);
    this.#invented.set(id, { from });
    return id;
  }

  /** Any other text that is made up; what is known of its beginning. */
  invented(text: string, from: string, prefix?: string): string {
    this.#invented.set(text, { from, ...(prefix !== undefined && { prefix }) });
    return text;
  }

  /** A text that is taken for granted. */
  assumed(text: string, assumption: { readonly id: string; readonly text: string; readonly at?: Place }): Leaf {
    this.assumptions.set(assumption.id, assumption);
    return { $assumed: text, because: assumption.id };
  }

  /** Something that every answer takes for granted. */
  takenForGranted(id: string, text: string, at: Place): void {
    this.assumptions.set(id, { id, text, at });
  }

  /** A policy that is there and not known: told, and written as such. `what`: whose, with its address. */
  policyUnknown(what: string, why: string, at: Place, more: Pick<UnknownPolicy, "was" | "denies"> = {}, help?: string): UnknownPolicy {
    this.leaveOpen(what, why);
    this.tell("KW802", at, `${what} is not decided: ${why}`, help);
    return { unknown: why, at, ...more };
  }

  /** A policy that documents name by its ARN and do not have: it is the same one in both worlds, wherever they name it. */
  elsewhere(arn: string, make: () => UnknownPolicy): UnknownPolicy {
    const known = this.#elsewhere.get(arn) ?? make();
    this.#elsewhere.set(arn, known);
    return known;
  }

  get symbols(): readonly Symbolic[] {
    return [...this.#symbols.values()];
  }

  /** Both worlds as documents, with names that are the same in both. */
  documents(from: string, file: string): { readonly before?: WorldDocument; readonly after: WorldDocument } {
    const sections = this.#names();
    const write = (draft: WorldDraft, side: "before" | "after") => this.#document(draft, sections, { from, file, side });
    return { ...(this.isChange && { before: write(this.before, "before") }), after: write(this.after, "after") };
  }

  #names(): Names {
    const names = (ids: (draft: WorldDraft) => Iterable<readonly [string, { readonly names: readonly string[] }]>) => {
      const all = new Map<string, string[]>();
      for (const draft of [this.before, this.after])
        for (const [id, { names }] of ids(draft)) all.set(id, [...(all.get(id) ?? []), ...names]);
      const given = shortNames([...all].map(([id, own]) => [...own, id]));
      return new Map([...all.keys()].map((id, i) => [id, given[i] ?? id]));
    };
    return {
      keys: names((draft) => draft.keys),
      principals: names((draft) => draft.principals),
      policies: names((draft) => draft.policies),
      endpoints: names((draft) => draft.endpoints),
      resources: names((draft) => draft.resources),
    };
  }

  #document(draft: WorldDraft, names: Names, imported: { from: string; file: string; side: string }): WorldDocument {
    const section = <T>(all: ReadonlyMap<string, T>, called: ReadonlyMap<string, string>, write: (thing: T) => unknown) =>
      Object.fromEntries(
        [...all].map(([id, thing]) => [called.get(id) ?? id, write(thing)] as const).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
      );
    const policyName = (id: string) => names.policies.get(id) ?? id;
    const accounts = this.#accounts(draft);
    const accountName = (id: string) => accounts.get(id)?.name ?? id;
    const organization = draft.organization.document(accountName);
    const document = {
      version: 1,
      imported,
      ...(this.account !== undefined && { account: this.account }),
      ...(this.region !== undefined && { region: this.region }),
      knows: { ...Object.fromEntries(WORDS.map((word) => [word, "some"])), ...Object.fromEntries(draft.known.get("") ?? []) },
      ...(this.#symbols.size > 0 && {
        symbols: Object.fromEntries([...this.#symbols.values()].map(({ name, ...facts }) => [name, withoutUndefined(facts)])),
      }),
      ...(this.#invented.size > 0 && { invented: Object.fromEntries(this.#invented) }),
      ...(this.assumptions.size > 0 && { assumptions: [...this.assumptions.values()] }),
      ...(draft.policies.size > 0 && { policies: section(draft.policies, names.policies, ({ policy }) => policy) }),
      ...(accounts.size > 0 && { accounts: Object.fromEntries([...accounts.values()].map(({ name, entry }) => [name, entry])) }),
      ...(organization !== undefined && { organization }),
      principals: section(draft.principals, names.principals, (principal) => principal.document(policyName)),
      keys: section(draft.keys, names.keys, (key) => key.document()),
      ...(draft.endpoints.size > 0 && {
        endpoints: section(draft.endpoints, names.endpoints, ({ id, vpc, policy }) => withoutUndefined({ id, vpc, policy })),
      }),
      ...(draft.resources.size > 0 && { resources: section(draft.resources, names.resources, (resource) => resource.document()) }),
    };
    const made = JSON.parse(JSON.stringify(document)) as WorldDocument; // nothing shared, nothing undefined
    this.origins.set(made, originsIn(document));
    return made;
  }

  /** `accounts`: those of the organization, and those of which a list is known. */
  #accounts(draft: WorldDraft): ReadonlyMap<string, { readonly name: string; readonly entry: unknown }> {
    const told = new Map(draft.organization.accounts.map(({ id, name }) => [id, name]));
    for (const account of draft.known.keys()) if (account !== "" && !told.has(account)) told.set(account, `account-${account}`);
    const names = shortNames([...told].map(([id, name]) => [name, `${name}-${id}`]));
    return new Map(
      [...told.keys()].map((id, i) => {
        const knows = draft.known.get(id);
        const entry = { id, ...draft.organization.attached(id), ...(knows !== undefined && { knows: Object.fromEntries(knows) }) };
        return [id, { name: names[i] ?? id, entry: Object.keys(entry).length === 1 ? id : entry }];
      }),
    );
  }
}

type Names = Readonly<Record<"keys" | "principals" | "policies" | "endpoints" | "resources", ReadonlyMap<string, string>>>;

const withoutUndefined = (value: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
