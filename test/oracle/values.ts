/** Text to comparable values, by the written rules and nothing clever. `undefined`: the text is none of them. */

export type Order = -1 | 0 | 1;

const orderOf = (a: bigint, b: bigint): Order => (a < b ? -1 : a > b ? 1 : 0);
const isDigits = (text: string): boolean => text.length > 0 && [...text].every((character) => "0123456789".includes(character));

/** Compares two decimal numbers exactly: write both with as many places after the point, compare as whole numbers. */
export function compareNumbers(a: string, b: string): Order | undefined {
  const left = decimal(a);
  const right = decimal(b);
  if (left === undefined || right === undefined) return undefined;
  const places = Math.max(left.places.length, right.places.length);
  const scaled = ({ minus, whole, places: p }: Decimal) => BigInt(whole + p.padEnd(places, "0")) * (minus ? -1n : 1n);
  return orderOf(scaled(left), scaled(right));
}

type Decimal = { readonly minus: boolean; readonly whole: string; readonly places: string };

function decimal(text: string): Decimal | undefined {
  const minus = text.startsWith("-");
  const digits = minus || text.startsWith("+") ? text.slice(1) : text;
  const [whole = "", places, ...rest] = digits.split(".");
  if (rest.length > 0 || !isDigits(whole) || (places !== undefined && !isDigits(places))) return undefined;
  return { minus, whole, places: places ?? "" };
}

type Instant = { readonly seconds: bigint; readonly fraction: string };

export function compareDates(a: string, b: string): Order | undefined {
  const left = instant(a);
  const right = instant(b);
  if (left === undefined || right === undefined) return undefined;
  if (left.seconds !== right.seconds) return orderOf(left.seconds, right.seconds);
  const places = Math.max(left.fraction.length, right.fraction.length);
  return orderOf(BigInt(`0${left.fraction.padEnd(places, "0")}`), BigInt(`0${right.fraction.padEnd(places, "0")}`));
}

export const epochSeconds = (text: string): string | undefined => instant(text)?.seconds.toString();

/** Epoch seconds, or the W3C profile of ISO 8601; a missing part is the start of the period, in UTC. */
function instant(text: string): Instant | undefined {
  if (isDigits(text)) return { seconds: BigInt(text), fraction: "" };
  const [date = "", time, ...rest] = text.split("T");
  if (rest.length > 0) return undefined;
  const days = daysOf(date);
  if (days === undefined) return undefined;
  if (time === undefined) return { seconds: BigInt(days) * 86_400n, fraction: "" };
  if (date.length !== 10) return undefined;
  const clock = clockOf(time);
  return clock && { seconds: BigInt(days) * 86_400n + BigInt(clock.seconds), fraction: clock.fraction };
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const monthLength = (year: number, month: number): number =>
  [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;

/** Days since 1970-01-01, counted year by year and month by month. */
function daysOf(date: string): number | undefined {
  const parts = date.split("-");
  if (parts.length > 3 || parts.some((part, i) => !isDigits(part) || part.length !== (i === 0 ? 4 : 2))) return undefined;
  const [year = 0, month = 1, day = 1] = parts.map(Number);
  if (month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) return undefined;
  let days = day - 1;
  for (let m = 1; m < month; m++) days += monthLength(year, m);
  for (let y = 1970; y < year; y++) days += isLeap(y) ? 366 : 365;
  for (let y = year; y < 1970; y++) days -= isLeap(y) ? 366 : 365;
  return days;
}

/** `hh:mm`, `hh:mm:ss` or `hh:mm:ss.s`, and `Z` or an offset. */
function clockOf(time: string): { seconds: number; fraction: string } | undefined {
  const zoneAt = [...time].findIndex((character) => "Z+-".includes(character));
  if (zoneAt === -1) return undefined;
  const offset = offsetOf(time.slice(zoneAt));
  const [hours = "", minutes = "", rest, ...more] = time.slice(0, zoneAt).split(":");
  const [seconds = "", fraction, ...dots] = (rest ?? "00").split(".");
  const twoDigits = [hours, minutes, seconds].every((part) => part.length === 2 && isDigits(part));
  if (offset === undefined || more.length > 0 || dots.length > 0 || !twoDigits || (fraction !== undefined && !isDigits(fraction)))
    return undefined;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  return { seconds: Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) - offset, fraction: fraction ?? "" };
}

function offsetOf(zone: string): number | undefined {
  if (zone === "Z") return 0;
  const [hours = "", minutes = "", ...rest] = zone.slice(1).split(":");
  if (rest.length > 0 || ![hours, minutes].every((part) => part.length === 2 && isDigits(part))) return undefined;
  if (Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return (zone.startsWith("-") ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}

/** `true` or `false` in any case of letters. */
export const booleanOf = (text: string): boolean | undefined => ({ true: true, false: false })[text.toLowerCase()];

const bits = (value: number, length: number): string => value.toString(2).padStart(length, "0");

/** The bytes of base64 text, as a string of 0 and 1: padding makes no difference. */
export function base64Bits(text: string): string | undefined {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  let body = text;
  while (body.endsWith("=")) body = body.slice(0, -1);
  const sixes = [...body].map((character) => alphabet.indexOf(character));
  if (text.length - body.length > 2 || sixes.includes(-1) || sixes.length % 4 === 1) return undefined;
  const joined = sixes.map((value) => bits(value, 6)).join("");
  return joined.slice(0, joined.length - (joined.length % 8));
}

/** Whether an address is in a range. Both are written out as bits: 32 or 128 of them. */
export function isInRange(address: string, range: string): boolean {
  const [network = "", length, ...rest] = range.split("/");
  const wanted = addressBits(network);
  const given = addressBits(address);
  if (wanted === undefined || given === undefined || rest.length > 0 || wanted.length !== given.length) return false;
  if (length !== undefined && (!isDigits(length) || Number(length) > wanted.length)) return false;
  const prefix = length === undefined ? wanted.length : Number(length);
  return wanted.slice(0, prefix) === given.slice(0, prefix);
}

function addressBits(text: string): string | undefined {
  return text.includes(":") ? sixBits(text) : fourBits(text);
}

function fourBits(text: string): string | undefined {
  const bytes = text.split(".");
  if (bytes.length !== 4 || bytes.some((byte) => !isDigits(byte) || Number(byte) > 255)) return undefined;
  return bytes.map((byte) => bits(Number(byte), 8)).join("");
}

function sixBits(text: string): string | undefined {
  const halves = text.split("::").map(groupBits);
  if (halves.length > 2 || halves.includes(undefined)) return undefined;
  const [left = "", right] = halves;
  if (right === undefined) return left.length === 128 ? left : undefined;
  return left.length + right.length <= 112 ? left + "0".repeat(128 - left.length - right.length) + right : undefined;
}

/** Groups of four hexadecimal digits; the last may be an IPv4 address. */
function groupBits(text: string): string | undefined {
  if (text === "") return "";
  const groups = text.split(":").map((group, i, every) => {
    if (group.includes(".")) return i === every.length - 1 ? fourBits(group) : undefined;
    const isHex = group.length >= 1 && group.length <= 4 && [...group.toLowerCase()].every((digit) => "0123456789abcdef".includes(digit));
    return isHex ? bits(Number.parseInt(group, 16), 16) : undefined;
  });
  return groups.includes(undefined) ? undefined : groups.join("");
}
