/** Remembers what was made for a key, up to a number of keys; then it forgets all and begins anew. Lookups stay a single Map access. */
export class BoundedCache<K, V> {
  private readonly entries = new Map<K, V>();
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  get(key: K): V | undefined {
    return this.entries.get(key);
  }

  set(key: K, value: V): V {
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
