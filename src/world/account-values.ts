import type { Otherwise } from "../estate/world.ts";
import { World } from "../estate/world.ts";
import { buildEstate, type RawDocument } from "./builder.ts";
import type { WorldDocument } from "./document.ts";
import type { WorldFiles } from "./files.ts";
import { Leaves } from "./leaves.ts";

const MOST = 48;

/**
 * The worlds that one with account ids which are not known may be besides: each such id may be any that is named somewhere, by the documents or by who
 * asks (`accounts`), and any of the others. What is neither is taken for one that nothing names.
 */
export class AccountValues {
  readonly #documents: readonly RawDocument[];
  readonly #files: WorldFiles;
  readonly #fallback: { readonly account?: string; readonly region?: string };
  readonly #symbols: ReturnType<Leaves["accountSymbols"]>;
  readonly #named: readonly string[];
  readonly #made = new Map<string, World | undefined>();

  constructor(documents: readonly RawDocument[], files: WorldFiles, fallback: { readonly account?: string; readonly region?: string }) {
    this.#documents = documents;
    this.#files = files;
    this.#fallback = fallback;
    const values = documents.map(({ value }) => value);
    this.#symbols = new Leaves(values).accountSymbols();
    this.#named = accountsIn(values);
  }

  /** Whether there are such ids. */
  get isOpen(): boolean {
    return this.#symbols.length > 0;
  }

  /** Undefined: there are too many. */
  readonly otherwise = (accounts: readonly string[]): readonly Otherwise[] | undefined => {
    const literals = [...new Set([...this.#named, ...accounts])];
    let valuations: readonly ReadonlyMap<string, string>[] = [new Map()];
    for (const { name, taken, oneOf } of this.#symbols) {
      const others = oneOf ?? [...literals, ...this.#symbols.filter((symbol) => symbol.name !== name).map((symbol) => symbol.taken)];
      const values = [...new Set([taken, ...others])];
      valuations = valuations.flatMap((before) => values.map((value) => new Map(before).set(name, value)));
      if (valuations.length > MOST) return undefined;
    }
    return valuations.flatMap((values) => {
      const changed = this.#symbols.filter(({ name, taken }) => values.get(name) !== taken);
      const world = changed.length === 0 ? undefined : this.#worldOf(values);
      if (world === undefined) return [];
      return [
        {
          values: changed.map(({ name, taken }) => [taken, values.get(name) as string] as const),
          text: changed.map(({ name, called }) => `symbol ${called} is ${values.get(name)}`).join(" and "),
          names: changed.map(({ called }) => `symbol ${called}`),
          world,
        },
      ];
    });
  };

  /** Undefined where the documents contradict themselves then: it cannot be that. */
  #worldOf(values: ReadonlyMap<string, string>): World | undefined {
    const name = JSON.stringify([...values]);
    if (this.#made.has(name)) return this.#made.get(name);
    const before = this.#files.diagnostics.length;
    const leaves = new Leaves(
      this.#documents.map(({ value }) => value),
      values,
    );
    const estate = buildEstate(this.#documents, this.#files, this.#fallback, leaves);
    const isSo = !this.#files.diagnostics.slice(before).some(({ severity }) => severity === "error");
    this.#files.diagnostics.length = before;
    const world = isSo ? new World(estate) : undefined;
    this.#made.set(name, world);
    return world;
  }
}

/** Account ids that documents name: by themselves, or in ARNs. */
export const accountsIn = (value: readonly WorldDocument[] | unknown): readonly string[] => [
  ...new Set((JSON.stringify(value) ?? "").match(/(?<=[":])[0-9]{12}(?=[":])/g)),
];
