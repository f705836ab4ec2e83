/** How the policy language reads numbers, dates, Booleans and bytes (IAM User Guide, condition operators and data types). */

/** An exact decimal: sign, digits before the point without leading zeros, digits after it without trailing ones. */
export type Decimal = { readonly negative: boolean; readonly whole: string; readonly fraction: string };

const DECIMAL = /^([+-]?)([0-9]+)(?:\.([0-9]+))?$/;

/** An integer or a decimal; exponents, hex and anything else is no number. */
export function parseDecimal(text: string): Decimal | undefined {
  const found = DECIMAL.exec(text);
  if (found === null) return undefined;
  const whole = stripLeading(found[2] as string);
  const fraction = stripTrailing(found[3] ?? "");
  return { negative: found[1] === "-" && (whole !== "" || fraction !== ""), whole, fraction };
}

function stripLeading(digits: string): string {
  let from = 0;
  while (digits[from] === "0") from++;
  return digits.slice(from);
}

function stripTrailing(digits: string): string {
  let to = digits.length;
  while (digits[to - 1] === "0") to--;
  return digits.slice(0, to);
}

/** Negative, zero or positive, as for sort. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  if (a.negative !== b.negative) return a.negative ? -1 : 1;
  const size = a.whole.length - b.whole.length || order(a.whole, b.whole) || order(a.fraction, b.fraction);
  return a.negative ? -size : size;
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A point in time: whole seconds since the Unix epoch, and digits after the point without trailing zeros. */
export type Instant = { readonly seconds: number; readonly fraction: string };

const DATE =
  /^([0-9]{4})-([0-9]{2})(?:-([0-9]{2})(?:T([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.([0-9]{1,9}))?)?(Z|[+-][0-9]{2}:[0-9]{2}))?)?$/i;

/**
 * The W3C profile of ISO 8601, or epoch seconds. A missing part is the start of its period, in UTC; a time needs its zone. A text of digits only is
 * epoch seconds, also one of four digits: AWS does not say, and reads no year there that we know of.
 */
export function parseInstant(text: string): Instant | undefined {
  const epoch = DECIMAL.exec(text);
  if (epoch !== null)
    return epoch[1] !== "" || (epoch[2] as string).length > 15
      ? undefined
      : { seconds: Number(epoch[2]), fraction: stripTrailing(epoch[3] ?? "") };
  const found = DATE.exec(text);
  if (found === null) return undefined;
  const [year, month, day, hour, minute, second] = [1, 2, 3, 4, 5, 6].map((i) => Number(found[i] ?? (i === 2 || i === 3 ? 1 : 0))) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month) || hour > 23 || minute > 59 || second > 59) return undefined;
  const offset = offsetMinutes(found[8] ?? "Z");
  if (offset === undefined) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day); // Date.UTC would read years below 100 as 19xx
  return { seconds: date.getTime() / 1000 + hour * 3600 + (minute - offset) * 60 + second, fraction: stripTrailing(found[7] ?? "") };
}

const daysIn = (year: number, month: number): number =>
  month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

function offsetMinutes(zone: string): number | undefined {
  if (zone === "Z" || zone === "z") return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(4, 6))];
  if (hours > 23 || minutes > 59) return undefined;
  return (zone[0] === "-" ? -1 : 1) * (hours * 60 + minutes);
}

export const compareInstants = (a: Instant, b: Instant): number => a.seconds - b.seconds || order(a.fraction, b.fraction);

/** `true` or `false` in any case; anything else is no Boolean. */
export function parseBoolean(text: string): "true" | "false" | undefined {
  const lower = text.toLowerCase();
  return lower === "true" || lower === "false" ? lower : undefined;
}

/** Bytes of a base64 text, each as a character: two texts that differ in padding only give the same bytes. */
export function parseBase64(text: string): string | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  const digits = text.replace(/=+$/, "");
  if (digits.length % 4 === 1 || (text !== digits && text.length % 4 !== 0)) return undefined;
  return atob(digits);
}

/** ASCII letters to lower case; all others stay, so that no look-alike of another script becomes equal. */
export const foldCase = (text: string): string =>
  OTHER_SCRIPTS.test(text) ? text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) : text.toLowerCase();

// biome-ignore lint/suspicious/noControlCharactersInRegex: all that ASCII has
const OTHER_SCRIPTS = /[^\u0000-\u007f]/;
