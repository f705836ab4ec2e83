import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalBase64, compareDecimals, compareInstants, foldCase, isTrue, parseDecimal, parseInstant } from "../../src/iam/values.ts";
import { must } from "./must.ts";

const digits = (minLength: number, maxLength: number) => fc.string({ unit: fc.constantFrom(..."0019"), minLength, maxLength });
const decimal = fc
  .record({
    sign: fc.constantFrom("", "", "+", "-"),
    whole: digits(1, 24),
    places: fc.oneof(
      fc.constant(""),
      digits(0, 24).map((text) => `.${text}`),
    ),
    exponent: fc.oneof(
      fc.constant(""),
      fc.integer({ min: -30, max: 30 }).map((by) => `e${by}`),
    ),
  })
  .map(({ sign, whole, places, exponent }) => sign + whole + places + exponent);

const MOST = 60; // places after the point, an exponent taken into account

/** Both numbers with the point moved to the right as far as any needs, and compared as whole numbers. */
function compareScaled(a: string, b: string): number {
  const scaled = (text: string) => {
    const [number = "", exponent = "0"] = text.replace(/^[+-]/, "").split("e");
    const [whole = "", fraction = ""] = number.split(".");
    const zeros = MOST - fraction.length + Number(exponent);
    return BigInt(whole + fraction) * 10n ** BigInt(zeros) * (text.startsWith("-") ? -1n : 1n);
  };
  const difference = scaled(a) - scaled(b);
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

const compareNumbers = (a: string, b: string): number => Math.sign(compareDecimals(must(parseDecimal(a)), must(parseDecimal(b))));

describe("decimals", () => {
  it("compare as whole numbers do when the point is moved away", () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        expect(compareNumbers(a, b) + 0).toBe(compareScaled(a, b) + 0);
        expect(compareNumbers(a, a) + 0).toBe(0);
      }),
      { numRuns: 1_000 },
    );
  });

  // IAM User Guide, numeric condition operators, says "integer or decimal" and no more; exponents were recorded
  it.each([
    ["9007199254740993", "9007199254740992", 1], // a double cannot tell these apart
    ["0.1", "0.10", 0],
    ["0.30000000000000001", "0.3", 1],
    ["007", "7", 0],
    ["+5", "5", 0],
    ["-0", "0", 0],
    ["-0.0", "+0", 0],
    ["-2", "-10", 1],
    ["-0.5", "-0.45", -1],
    ["10", "9", 1],
    ["0.5", "0.45", 1],
    ["9".repeat(400), `1${"0".repeat(400)}`, -1], // beyond any double
    ["1e0", "1", 0], // recorded, as is "1."
    ["1.", "1", 0],
    ["1e3", "1000", 0],
    ["1E+3", "1000.0", 0],
    ["12.50e-1", "1.25", 0],
    ["0e9", "-0e-9", 0],
    ["-1e-999999999", "0", -1],
    ["1e999999999", `9${"9".repeat(400)}`, 1],
    ["0.9e999999999", "1e999999998", 1],
    ["-1e999999999", "-1e999999998", -1],
  ])("%s and %s: %i", (a, b, expected) => {
    expect(compareNumbers(a, b) + 0).toBe(expected);
    expect(-compareNumbers(b, a) + 0).toBe(expected);
  });

  it.each([
    "",
    " ",
    "1 ",
    " 1",
    ".5",
    "+.5",
    "1e",
    "e1",
    "1e1.0",
    "1e1e1",
    "1e+-1",
    "1e1234567890", // ten digits: no number of AWS's language has so many
    "0x10",
    "1_000",
    "1,5",
    "10abc",
    "--1",
    "+-1",
    "1.2.3",
    "Infinity",
    "NaN",
    "true",
    "١",
    "1\n",
  ])("%j is none", (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });
});

describe("instants", () => {
  const known = new Date("1583-01-01T00:00:00Z").getTime();
  const date = fc.date({ min: new Date(known), max: new Date("9999-12-31T23:59:59.999Z"), noInvalidDate: true });

  const zone = fc.oneof(
    fc.constant("Z"),
    fc
      .record({ sign: fc.constantFrom("+", "-"), hours: fc.integer({ min: 0, max: 23 }), minutes: fc.integer({ min: 0, max: 59 }) })
      .map(({ sign, hours, minutes }) => `${sign}${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`),
  );

  it("are what Date says of the same text", () => {
    const form = fc.constantFrom(7, 10, 16, 19, 21, 23); // YYYY-MM, YYYY-MM-DD, …Thh:mm, …:ss, ….s and ….sss, each with its zone
    fc.assert(
      fc.property(date, form, zone, (when, length, suffix) => {
        const text = when.toISOString().slice(0, length) + (length > 10 ? suffix : "");
        const { seconds, milliseconds } = must(parseInstant(text));
        expect(seconds * 1000 + milliseconds).toBe(new Date(text).getTime());
        expect(Number.isInteger(seconds)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it("are refused where Date finds no such day", () => {
    const two = (max: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, "0"));
    fc.assert(
      fc.property(fc.constantFrom("1900", "2000", "2023", "2024"), two(14), two(33), two(26), two(62), (year, month, day, hour, minute) => {
        const text = `${year}-${month}-${day}T${hour}:${minute}:00Z`;
        const by = new Date(text);
        const exists = !Number.isNaN(by.getTime()) && by.toISOString().startsWith(text.slice(0, 16)); // Date lets 24:00 and February 30 pass into the next day
        expect(parseInstant(text) !== undefined).toBe(exists);
      }),
      { numRuns: 1_000 },
    );
  });

  // W3C date and time formats: the page IAM refers to; a part left out is its first, in UTC (our own reading)
  it.each([
    ["1997-07", 867_715_200],
    ["1997-07-16", 869_011_200],
    ["1997-07-16T19:20+01:00", 869_077_200],
    ["1997-07-16T19:20:30+01:00", 869_077_230],
    ["1994-11-05T08:15:30-05:00", 784_041_330],
    ["1994-11-05T13:15:30Z", 784_041_330],
    ["1994-11-05t13:15:30z", 784_041_330],
    ["2000-02-29", 951_782_400],
    ["1969-12-31T23:59:59Z", -1],
    ["0001-01-01", -62_135_596_800], // no twentieth century is made of it
    ["2024-01-01T00:30-00:30", 1_704_070_800],
    ["2024-01-01T00:30+00:30", 1_704_067_200],
    ["1131708549", 1_131_708_549], // epoch seconds
    ["0", 0],
    ["2025", 2_025], // digits alone are never a year here
    ["000000000000001", 1],
    ["+1", 1], // recorded, as is a time without a zone
    ["2024-01-01T00:00", 1_704_067_200],
    ["2024-01-01T00:00:01", 1_704_067_201],
  ])("%s is %i", (text, seconds) => expect(parseInstant(text)).toEqual({ seconds, milliseconds: 0 }));

  it("are cut off at the millisecond, as recorded", () => {
    expect(parseInstant("2024-01-01T00:00:00.5Z")).toEqual({ seconds: 1_704_067_200, milliseconds: 500 });
    expect(parseInstant("2024-01-01T00:00:00.0019Z")).toEqual({ seconds: 1_704_067_200, milliseconds: 1 });
    expect(parseInstant("2024-01-01T00:00:00.000999999Z")).toEqual({ seconds: 1_704_067_200, milliseconds: 0 });
    expect(parseInstant("1704067200.25")).toEqual({ seconds: 1_704_067_200, milliseconds: 250 });
    expect(parseInstant(`1704067200.${"9".repeat(400)}`)).toEqual({ seconds: 1_704_067_200, milliseconds: 999 });
  });

  it.each([
    "",
    "2024-1-1",
    "24-01-01",
    "12024-01-01",
    "2024-00",
    "2024-13",
    "2023-02-29",
    "1900-02-29", // no leap year
    "2024-04-31",
    "2024-01-01T00",
    "2024-01-01T00Z",
    "2024-01-01Z",
    "2024-01T00:00Z",
    "2024-01-01T24:00Z",
    "2024-01-01T23:60Z",
    "2024-01-01T23:59:60Z", // seconds end at 59 in the W3C profile
    "2024-01-01T00:00:00.Z",
    "2024-01-01T00:00:00.0000000001Z", // ten digits
    "2024-01-01T00:00.5Z",
    "2024-01-01T00:00:00+0100",
    "2024-01-01T00:00:00+24:00",
    "2024-01-01T00:00:00+01:60",
    "2024-01-01 00:00:00Z",
    " 2024-01-01",
    "2024-01-01\n",
    "-1",
    "+-1",
    "++1",
    "1.",
    "1e9",
    "9".repeat(16), // no date that a double holds exactly
    "Mon, 01 Jan 2024 00:00:00 GMT",
    "now",
  ])("%j is none", (text) => expect(parseInstant(text)).toBeUndefined());

  it("compare by their seconds, then by their milliseconds", () => {
    const order = (a: string, b: string) => Math.sign(compareInstants(must(parseInstant(a)), must(parseInstant(b)))) + 0;
    expect(order("2024-01-01T00:00:00Z", "1704067200")).toBe(0); // one scale for both forms
    expect(order("2024-01-01T01:00:00+01:00", "2024-01-01T00:00:00Z")).toBe(0);
    expect(order("1704067200.5", "1704067200.45")).toBe(1);
    expect(order("1704067200.4", "1704067200.45")).toBe(-1);
    expect(order("1704067200.50", "2024-01-01T00:00:00.5Z")).toBe(0);
    expect(order("1704067199.9", "1704067200")).toBe(-1);
    expect(order("1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59Z")).toBe(1); // the fraction counts forward, also before 1970
    expect(order("1969-12-31T23:59:59.5Z", "1970-01-01")).toBe(-1);
  });
});

describe("Booleans", () => {
  it.each([
    ["true", true],
    ["TRUE", true],
    ["tRuE", true],
    ["False", false],
    ["", false],
    ["1", false],
    ["yes", false],
    [" true", false],
    ["true\n", false],
  ])("%j: %s", (text, expected) => expect(isTrue(text)).toBe(expected));
});

describe("base64", () => {
  it("is written as its bytes are, with or without padding", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        const text = Buffer.from(bytes).toString("base64");
        expect(canonicalBase64(text)).toBe(text);
        expect(canonicalBase64(text.replace(/=+$/, ""))).toBe(text);
      }),
    );
  });

  it.each([
    ["YR==", "YQ=="], // the last four bits are of no byte
    ["YWJ=", "YWI="],
  ])("%s is %s", (text, expected) => expect(canonicalBase64(text)).toBe(expected));

  it.each(["=", "==", "A", "A===", "AA=", "AAA==", "AAAA=", "A A=", "AA-_", "QQ==\n", "QQ==QQ==", "é", "Q"])("%j is none", (text) => {
    expect(canonicalBase64(text)).toBeUndefined();
  });
});

describe("foldCase", () => {
  it("lowers the letters A to Z and nothing else", () => {
    expect(foldCase("ABCxyzÀÉİ\u212AſΣ-09")).toBe("abcxyzÀÉİ\u212AſΣ-09"); // \u212A is the Kelvin sign, whose lower case is a "k"
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const lowered = [...text].map((c) => (c >= "A" && c <= "Z" ? c.toLowerCase() : c)).join("");
        expect(foldCase(text)).toBe(lowered);
      }),
    );
  });
});
