/** Text to comparable values, by the written rules and nothing clever. `undefined`: the text is none of them. */

export type Order = -1 | 0 | 1;

const orderOf = (a: bigint, b: bigint): Order => (a < b ? -1 : a > b ? 1 : 0);
const isDigits = (text: string): boolean => text.length > 0 && [...text].every((character) => "0123456789".includes(character));

/** Compares two decimal numbers exactly: by sign, by the place of the first digit, and then by the digits, written out to one length. */
export function compareNumbers(a: string, b: string): Order | undefined {
  const left = decimal(a);
  const right = decimal(b);
  if (left === undefined || right === undefined) return undefined;
  if (left.sign !== right.sign) return left.sign < right.sign ? -1 : 1;
  const size = left.first === right.first ? compareDigits(left.digits, right.digits) : left.first < right.first ? -1 : 1;
  return left.sign === -1 ? ((0 - size) as Order) : size;
}

function compareDigits(a: string, b: string): Order {
  const length = Math.max(a.length, b.length);
  return orderOf(BigInt(`0${a.padEnd(length, "0")}`), BigInt(`0${b.padEnd(length, "0")}`));
}

type Decimal = { readonly sign: -1 | 0 | 1; readonly first: number; readonly digits: string };

function decimal(text: string): Decimal | undefined {
  const [number = "", exponent, ...rest] = text.split(/e/i);
  if (rest.length > 0) return undefined;
  const minus = number.startsWith("-");
  const [whole = "", places = "", ...dots] = unsigned(number).split(".");
  if (dots.length > 0 || !isDigits(whole) || (places !== "" && !isDigits(places))) return undefined;
  if (exponent !== undefined && (!isDigits(unsigned(exponent)) || unsigned(exponent).length > 9)) return undefined;
  const zeros = [...(whole + places)].findIndex((digit) => digit !== "0");
  if (zeros === -1) return { sign: 0, first: 0, digits: "" };
  return { sign: minus ? -1 : 1, first: whole.length - zeros + Number(exponent ?? 0), digits: (whole + places).slice(zeros) };
}

const unsigned = (text: string): string => (text.startsWith("-") || text.startsWith("+") ? text.slice(1) : text);

type Instant = { readonly seconds: bigint; readonly milliseconds: number };

export function compareDates(a: string, b: string): Order | undefined {
  const left = instant(a);
  const right = instant(b);
  if (left === undefined || right === undefined) return undefined;
  const milliseconds = (at: Instant) => at.seconds * 1000n + BigInt(at.milliseconds);
  return orderOf(milliseconds(left), milliseconds(right));
}

export const epochSeconds = (text: string): string | undefined => instant(text)?.seconds.toString();

/** What is finer than a millisecond is cut off. */
const thousandths = (fraction: string): number => Number(fraction.slice(0, 3).padEnd(3, "0"));

/** Epoch seconds, or the W3C profile of ISO 8601; a missing part is the start of the period, and a missing zone is UTC. */
function instant(text: string): Instant | undefined {
  const [seconds = "", fraction, ...others] = (text.startsWith("+") ? text.slice(1) : text).split(".");
  if (isDigits(seconds) && (fraction === undefined || isDigits(fraction)) && others.length === 0)
    return seconds.length <= 15 ? { seconds: BigInt(seconds), milliseconds: thousandths(fraction ?? "") } : undefined;
  const [date = "", time, ...rest] = text.split(/t/i);
  if (rest.length > 0) return undefined;
  const days = daysOf(date);
  if (days === undefined) return undefined;
  if (time === undefined) return { seconds: BigInt(days) * 86_400n, milliseconds: 0 };
  if (date.length !== 10) return undefined;
  const clock = clockOf(time);
  return clock && { seconds: BigInt(days) * 86_400n + BigInt(clock.seconds), milliseconds: thousandths(clock.fraction) };
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

/** `hh:mm`, `hh:mm:ss` or `hh:mm:ss.s`, and `Z` or an offset, or neither. */
function clockOf(time: string): { seconds: number; fraction: string } | undefined {
  const found = [...time].findIndex((character) => "Zz+-".includes(character));
  const zoneAt = found === -1 ? time.length : found;
  const offset = found === -1 ? 0 : offsetOf(time.slice(zoneAt));
  const [hours = "", minutes = "", rest, ...more] = time.slice(0, zoneAt).split(":");
  const [seconds = "", fraction, ...dots] = (rest ?? "00").split(".");
  const twoDigits = [hours, minutes, seconds].every((part) => part.length === 2 && isDigits(part));
  if (
    offset === undefined ||
    more.length > 0 ||
    dots.length > 0 ||
    !twoDigits ||
    (fraction !== undefined && (!isDigits(fraction) || fraction.length > 9))
  )
    return undefined;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  return { seconds: Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) - offset, fraction: fraction ?? "" };
}

function offsetOf(zone: string): number | undefined {
  if (zone.toUpperCase() === "Z") return 0;
  const [hours = "", minutes = "", ...rest] = zone.slice(1).split(":");
  if (rest.length > 0 || ![hours, minutes].every((part) => part.length === 2 && isDigits(part))) return undefined;
  if (Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return (zone.startsWith("-") ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}

/** `true` in any case of letters; every other text is false. */
export const isTrue = (text: string): boolean => text.toLowerCase() === "true";

const bits = (value: number, length: number): string => value.toString(2).padStart(length, "0");

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The same bytes in base64 as RFC 4648 wants it written. */
export function canonicalBase64(text: string): string | undefined {
  const body = text.replace(/={1,2}$/, "");
  const sixes = [...body].map((character) => ALPHABET.indexOf(character));
  if (sixes.includes(-1) || sixes.length % 4 === 1 || (body !== text && text.length % 4 !== 0)) return undefined;
  const joined = sixes.map((value) => bits(value, 6)).join("");
  const bytes = joined.slice(0, joined.length - (joined.length % 8));
  let written = "";
  for (let at = 0; at < bytes.length; at += 6) written += ALPHABET[Number.parseInt(bytes.slice(at, at + 6).padEnd(6, "0"), 2)];
  while (written.length % 4 !== 0) written += "=";
  return written;
}

/** The lower case of Unicode, a character at a time; the sigma that ends a word is another letter (Unicode Standard, 3.13, Final_Sigma). */
export function lowerCase(text: string): string {
  const isFinal = (before: string, after: string): boolean =>
    /\p{Cased}\p{Case_Ignorable}*$/u.test(before) && !/^\p{Case_Ignorable}*\p{Cased}/u.test(after);
  let lower = "";
  for (let at = 0; at < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const next = at + character.length;
    lower += character === "Σ" && isFinal(text.slice(0, at), text.slice(next)) ? "ς" : character.toLowerCase();
    at = next;
  }
  return lower;
}

/** An address of a request, as 32 or 128 bits. An IPv4-mapped one is IPv4; no other is written with dots. */
export function givenAddress(text: string): string | undefined {
  const found = text.includes(":") ? sixBits(text) : fourBits(text);
  const mapped = "0".repeat(80) + "1".repeat(16);
  if (found?.length === 128 && found.startsWith(mapped)) return found.slice(96);
  return text.includes(":") && text.includes(".") ? undefined : found;
}

/** Whether an address, in bits, is in a range that a policy names. */
export function isInRange(given: string, range: string): boolean {
  const [network = "", written, ...rest] = range.split("/");
  const length = written?.startsWith("+") ? written.slice(1) : written;
  if (rest.length > 0 || (network.includes(":") && network.includes("."))) return false;
  const wanted = network.includes(":") ? sixBits(network) : fourBits(network);
  if (wanted === undefined || wanted.length !== given.length) return false;
  if (length !== undefined && (!isDigits(length) || Number(length) > wanted.length)) return false;
  const prefix = length === undefined ? wanted.length : Number(length);
  if (wanted.length === 128 && wanted.slice(prefix).includes("1")) return false; // an IPv6 range with host bits holds no address
  return wanted.slice(0, prefix) === given.slice(0, prefix);
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
