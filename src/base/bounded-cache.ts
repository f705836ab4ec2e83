/**
 * Remembers what was made for a key, up to a number of keys; then it forgets all and begins anew. Lookups stay a single Map access. A text longer than
 * `longest` characters is not remembered, so that what somebody else writes cannot fill the memory.
 */
export class BoundedCache<K, V> {
  private readonly entries = new Map<K, V>();
  private readonly limit: number;

  private readonly longest: number;

  constructor(limit: number, longest = Number.POSITIVE_INFINITY) {
    this.limit = limit;
    this.longest = longest;
  }

  get(key: K): V | undefined {
    return this.entries.get(key);
  }

  set(key: K, value: V): V {
    if (typeof key === "string" && key.length > this.longest) return value;
    if (this.entries.size >= this.limit) this.entries.clear();
    this.entries.set(key, value);
    return value;
  }

  clear(): void {
    this.entries.clear();
  }

  /** What is remembered for the key, made now if nothing is. */
  of(key: K, make: (key: K) => V): V {
    return this.entries.get(key) ?? this.set(key, make(key));
  }
}
