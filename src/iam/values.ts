/** How the policy language reads numbers, dates, Booleans and bytes (IAM User Guide, condition operators and data types). */

/** An exact decimal, 0.DIGITS × 10^point: digits without zeros at either end, none at all for zero. */
export type Decimal = { readonly negative: boolean; readonly digits: string; readonly point: number };

const DECIMAL = /^([+-]?)([0-9]+)(?:\.([0-9]*))?(?:e([+-]?[0-9]{1,9}))?$/i;

/** An integer or a decimal, with an exponent or without; `1e0` and `1.` too (rule iam.operators.number-forms). Hex and anything else is no number. */
export function parseDecimal(text: string): Decimal | undefined {
  const found = DECIMAL.exec(text);
  if (found === null) return undefined;
  const [, sign, whole = "", fraction = "", exponent = "0"] = found;
  const all = whole + fraction;
  const digits = stripLeading(all);
  const point = whole.length - (all.length - digits.length) + Number(exponent);
  return { negative: sign === "-", digits: stripTrailing(digits), point };
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

/** Whether a number prints as digits: AWS never sends one such as `1e+21`, and the text of it is no number to every reader. */
export const printsPlainly = (value: number): boolean => value === 0 || (Math.abs(value) >= 1e-6 && Math.abs(value) < 1e21);

/** Negative, zero or positive, as for sort. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const sign = signOf(a);
  return sign - signOf(b) || sign * (a.point - b.point || order(a.digits, b.digits));
}

const signOf = ({ negative, digits }: Decimal): number => (digits === "" ? 0 : negative ? -1 : 1);

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A point in time: whole seconds since the Unix epoch, and milliseconds of the next one. Finer parts are cut off (rule iam.operators.number-forms). */
export type Instant = { readonly seconds: number; readonly milliseconds: number };

const EPOCH = /^\+?([0-9]{1,15})(?:\.([0-9]+))?$/;

const DATE =
  /^([0-9]{4})-([0-9]{2})(?:-([0-9]{2})(?:T([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.([0-9]{1,9}))?)?(Z|[+-][0-9]{2}:[0-9]{2})?)?)?$/i;

/**
 * The W3C profile of ISO 8601, or epoch seconds. A missing part is the start of its period, in UTC, which a time without a zone is in
 * too (rule iam.operators.number-forms). A text of digits only is epoch seconds, also one of four digits (rule iam.operators.date-digits).
 */
export function parseInstant(text: string): Instant | undefined {
  return usualInstant(text) ?? anyInstant(text);
}

/** `2026-11-30T21:54:28Z` and `2026-11-30T21:54:28.000Z`, as nearly every time is written: read without looking for other forms, since each request and each event has one. */
function usualInstant(text: string): Instant | undefined {
  const end = text.length - 1;
  if ((end !== 19 && (end !== 23 || text[19] !== ".")) || text[end] !== "Z" || text[10] !== "T") return undefined;
  if (text[4] !== "-" || text[7] !== "-" || text[13] !== ":" || text[16] !== ":") return undefined;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const [month, day, hour] = [twoDigits(text, 5), twoDigits(text, 8), twoDigits(text, 11)];
  const [minute, second] = [twoDigits(text, 14), twoDigits(text, 17)];
  const milliseconds = end === 19 ? 0 : twoDigits(text, 20) * 10 + (twoDigits(text, 21) % 10);
  // written so that what is no number fails too; years below 100 Date.UTC would read as 19xx
  if (
    !(
      year >= 100 &&
      month >= 1 &&
      month <= 12 &&
      day >= 1 &&
      day <= daysIn(year, month) &&
      hour <= 23 &&
      minute <= 59 &&
      second <= 59 &&
      milliseconds <= 999
    )
  )
    return undefined;
  return { seconds: Date.UTC(year, month - 1, day, hour, minute, second) / 1000, milliseconds };
}

const ZERO = 48;

/** NaN where there are none. */
function twoDigits(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at) - ZERO, text.charCodeAt(at + 1) - ZERO];
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

function anyInstant(text: string): Instant | undefined {
  const epoch = EPOCH.exec(text);
  if (epoch !== null) return { seconds: Number(epoch[1]), milliseconds: millisecondsOf(epoch[2]) };
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
  return { seconds: date.getTime() / 1000 + hour * 3600 + (minute - offset) * 60 + second, milliseconds: millisecondsOf(found[7]) };
}

const millisecondsOf = (fraction = ""): number => Number(fraction.slice(0, 3).padEnd(3, "0"));

/** Whether a text tells a moment, as ISO 8601 writes it: with its time of day, so that `2026` is neither a year nor seconds of 1970. */
export const isMoment = (text: string): boolean => (text[10] === "T" || text[10] === "t") && parseInstant(text) !== undefined;

const daysIn = (year: number, month: number): number =>
  month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

function offsetMinutes(zone: string): number | undefined {
  if (zone === "Z" || zone === "z") return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(4, 6))];
  if (hours > 23 || minutes > 59) return undefined;
  return (zone[0] === "-" ? -1 : 1) * (hours * 60 + minutes);
}

export const compareInstants = (a: Instant, b: Instant): number => a.seconds - b.seconds || a.milliseconds - b.milliseconds;

/** `true` in any case of letters; every other text is false, in requests and in policies (rule iam.operators.bool). */
export const isTrue = (text: string): boolean => text.toLowerCase() === "true";

/** Rule iam.operators.binary: how base64 is written of the same bytes: padded, with zeros in the bits that belong to no byte. Undefined: the text is no base64. */
export function canonicalBase64(text: string): string | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  const digits = text.replace(/=+$/, "");
  if (digits.length % 4 === 1 || (text !== digits && text.length % 4 !== 0)) return undefined;
  return btoa(atob(digits));
}

/** Names, of keys and actions: ASCII letters to lower case; all others stay, so that no look-alike of another script becomes equal. */
export const foldCase = (text: string): string =>
  OTHER_SCRIPTS.test(text) ? text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) : text.toLowerCase();

// biome-ignore lint/suspicious/noControlCharactersInRegex: all that ASCII has
const OTHER_SCRIPTS = /[^\u0000-\u007f]/;
