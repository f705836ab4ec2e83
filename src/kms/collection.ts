/**
 * Entries by name, each until its time: what is not the KMS's own state and should live as long, such as the sessions that a server has issued. Its values are
 * sealed where they are kept.
 */
export type Collection = {
  /** The value of a name; undefined where there is none, or its time is over. */
  readonly get: (name: string) => Promise<string | undefined>;
  /** Keeps entries, all or none, in the place of those of the same names. */
  readonly put: (entries: readonly Entry[]) => Promise<void>;
  /** Keeps an entry unless its name is taken; gives the value that is there then: of several who come at once, all get one. */
  readonly first: (entry: Entry) => Promise<string>;
  readonly delete: (name: string) => Promise<void>;
  /** Up to `limit` entries in the order of their names, which are of ASCII characters, behind a name; `down`: in the other order. */
  readonly page: (from: { readonly behind?: string; readonly limit: number; readonly down?: boolean }) => Promise<readonly Entry[]>;
};

/** `endsAt`: milliseconds since the Unix epoch, by the clock that the collection was asked for with. */
export type Entry = { readonly name: string; readonly value: string; readonly endsAt: number };

const FEW = 64; // entries that are not worth the work

/** Collections of this process. What is over is dropped when there is more of it than there was of all before. */
export function memoryCollections(): (name: string, now: () => number) => Collection {
  const all = new Map<string, Map<string, Entry>>();
  return (collection, now) => {
    const entries = all.get(collection) ?? new Map<string, Entry>();
    all.set(collection, entries);
    let most = FEW;
    const isThere = ({ endsAt }: Entry) => endsAt > now();
    const keep = (entry: Entry) => {
      entries.set(entry.name, entry);
      if (entries.size < most) return;
      for (const other of entries.values()) if (!isThere(other)) entries.delete(other.name);
      most = Math.max(FEW, 2 * entries.size);
    };
    const known = (name: string) => {
      const entry = entries.get(name);
      return entry !== undefined && isThere(entry) ? entry.value : undefined;
    };
    return {
      get: async (name) => known(name),
      put: async (given) => given.forEach(keep),
      first: async (entry) => {
        const value = known(entry.name);
        if (value === undefined) keep(entry);
        return value ?? entry.value;
      },
      delete: async (name) => void entries.delete(name),
      page: async ({ behind, limit, down = false }) => {
        const sorted = [...entries.values()].filter(isThere).sort((a, b) => (a.name < b.name === down ? 1 : -1));
        const from = behind === undefined ? 0 : sorted.findIndex(({ name }) => (down ? name < behind : name > behind));
        return from < 0 ? [] : sorted.slice(from, from + limit);
      },
    };
  };
}
