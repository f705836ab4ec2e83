/** Commands this version does not have yet. They answer with KW004, so that nobody takes silence for success. */
// biome-ignore format: a table reads as a table
export const PLANNED: Readonly<Record<string, string>> = {
};
