/** Builds all pages into a folder; with `test`, so that tests can reach into them. */
export function buildPages(folder: string, flags?: { readonly test?: boolean }): Promise<void>;

/** The plugin that refuses what is not in a browser. */
export function withoutNode(): { readonly resolveId: (this: { error: (why: string) => void }, source: string, importer?: string) => void };
