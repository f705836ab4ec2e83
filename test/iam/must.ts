/** The value of what cannot be missing in a test. */
export function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("there is nothing");
  return value;
}
