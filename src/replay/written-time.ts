/** The hour of a time as CloudTrail writes it, `2026-11-30T23:59:59Z`, as a number; undefined of any other text. */
export function hourIn(time: string): number | undefined {
  if (
    time.length !== 20 ||
    time[4] !== "-" ||
    time[7] !== "-" ||
    time[10] !== "T" ||
    time[13] !== ":" ||
    time[16] !== ":" ||
    time[19] !== "Z"
  )
    return undefined;
  const [year, month, day, hour] = [digits(time, 0) * 100 + digits(time, 2), digits(time, 5), digits(time, 8), digits(time, 11)];
  const isInside = digits(time, 14) < 60 && digits(time, 17) < 60 && month < 100 && day < 100 && hour < 24;
  return isInside && year < 10_000 ? ((year * 100 + month) * 100 + day) * 24 + hour : undefined;
}

/** Two digits, as a number; of others a large one. */
function digits(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at) - ZERO, text.charCodeAt(at + 1) - ZERO];
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : 1_000_000;
}

const ZERO = 0x30;

const BLANK = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.\d{1,9})?$/;

/** A time as it was delivered: tables that queries of CloudTrail Lake and Athena write have a blank for `T`, no zone, and a fraction. */
export function deliveredTime(text: string): string {
  const [, day, clock] = BLANK.exec(text) ?? [];
  return day === undefined ? text : `${day}T${clock}Z`;
}
