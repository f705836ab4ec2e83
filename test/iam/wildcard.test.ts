import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { raw, type TemplatePart } from "../../src/iam/variables.ts";
import { globPattern, held, matchesAmong, matchesPattern, parsePattern, resourcePattern, Subject } from "../../src/iam/wildcard.ts";

const matches = (pattern: string, text: string): boolean => matchesPattern(parsePattern(pattern), text);
const matchesResource = (pattern: string, text: string): boolean => matchesPattern(resourcePattern([raw(pattern)]), text);

/** One character of a pattern, and what it may stand for. */
type Symbol = { readonly runs: boolean; readonly fits: (character: string) => boolean };

const ANYTHING = () => true;
const NO_COLON = (character: string) => character !== ":";

/** The definition, written to be read: try every split. Exponential, and obviously right. */
function byDefinition([symbol, ...rest]: readonly Symbol[], text: readonly string[]): boolean {
  const [character, ...others] = text;
  if (symbol === undefined) return character === undefined;
  const takes = character !== undefined && symbol.fits(character);
  if (symbol.runs) return byDefinition(rest, text) || (takes && byDefinition([symbol, ...rest], others));
  return takes && byDefinition(rest, others);
}

const exactly = (character: string): Symbol => ({ runs: false, fits: (other) => other === character });

const plainSymbols = (pattern: string): readonly Symbol[] =>
  pattern.split("").map((c) => (c === "*" ? { runs: true, fits: ANYTHING } : c === "?" ? { runs: false, fits: ANYTHING } : exactly(c)));

/**
 * The colon rule of Resource patterns: before the fifth colon a "*" passes colons only as the last character of its segment, and "?" never does
 * (IAM User Guide, Resource element, text of 2025).
 */
function resourceSymbols(pattern: string): readonly Symbol[] {
  const fields = pattern.split(":");
  return fields.flatMap((field, n) => {
    const isOpen = n >= 5;
    const characters = field.split("");
    const symbols = characters.map((c, i): Symbol => {
      if (c === "*") return { runs: true, fits: isOpen || i === characters.length - 1 ? ANYTHING : NO_COLON };
      if (c === "?") return { runs: false, fits: isOpen ? ANYTHING : NO_COLON };
      return exactly(c);
    });
    return n === 0 ? symbols : [exactly(":"), ...symbols];
  });
}

const over = (maxLength: number, ...alphabet: string[]) => fc.string({ unit: fc.constantFrom(...alphabet), maxLength });

describe("plain patterns", () => {
  it("agree with the definition", () => {
    fc.assert(
      fc.property(over(8, "a", ":", "/", "[", "🔑", "*", "?"), over(8, "a", ":", "/", "[", "🔑"), (pattern, text) => {
        expect(matches(pattern, text)).toBe(byDefinition(plainSymbols(pattern), text.split("")));
      }),
      { numRuns: 2_000 },
    );
  });

  it("agree with the definition where almost everything matches", () => {
    fc.assert(
      fc.property(over(9, "a", "*", "?"), over(9, "a", "a", "b"), (pattern, text) => {
        expect(matches(pattern, text)).toBe(byDefinition(plainSymbols(pattern), text.split("")));
      }),
      { numRuns: 2_000 },
    );
  });

  it("agree with the definition where a run of characters is long, and has a `?`", () => {
    const long = fc.array(fc.constantFrom("a".repeat(40), "b", "?", "?", "*"), { maxLength: 7 }).map((parts) => parts.join(""));
    const text = fc.array(fc.constantFrom("a".repeat(40), "b", "a", "b"), { maxLength: 6 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(long, text, (pattern, value) => {
        expect(matches(pattern, value)).toBe(byDefinition(plainSymbols(pattern), value.split("")));
      }),
    );
  });

  it("take a character of two UTF-16 units for two, as recorded of AWS", () => {
    fc.assert(
      fc.property(over(5, "*", "?", "\ud83d", "\udd11", "🔑"), over(5, "\ud83d", "\udd11", "🔑"), (pattern, text) => {
        expect(matches(pattern, text)).toBe(byDefinition(plainSymbols(pattern), text.split("")));
      }),
      { numRuns: 2_000 },
    );
  });

  // IAM User Guide, Action element and string condition operators
  it.each([
    ["kms:*", "kms:Decrypt", true],
    ["kms:Generate*Plaintext", "kms:GenerateDataKeyWithoutPlaintext", true],
    ["kms:GenerateDataKey*", "kms:GenerateDataKey", true], // "*" is also nothing
    ["kms:?ecrypt", "kms:Decrypt", true],
    ["kms:?ecrypt", "kms:ecrypt", false], // "?" is one
    ["kms:?ecrypt", "kms:DDecrypt", false],
    ["*", "", true],
    ["?", "", false],
    ["", "", true],
    ["", "a", false],
    ["?", "🔑", false], // one character, two UTF-16 units
    ["??", "🔑", true],
    ["*?", "🔑", true],
    ["ab", "abc", false], // anchored at both ends
    ["bc", "abc", false],
    ["a*b*c", "a-c-b", false],
    ["*a*a*", "a", false], // what two pieces need is not shared
    ["a*a", "a", false],
    ["*ab", "abab", true],
    ["*ab*ab", "ab", false],
    ["[a-z].+", "b", false], // nothing else is special
    ["[a-z].+", "[a-z].+", true],
    ["a\\*", "ab", false], // a backslash escapes nothing
    ["a\\*", "a\\b", true],
    ["arn:aws:kms:*:111122223333:*", "arn:aws:kms:us-east-1:111122223333:key/k1", true], // crosses ":" and "/"
    ["a", "A", false],
  ])("%j against %j: %s", (pattern, text, expected) => expect(matches(pattern, text)).toBe(expected));
});

describe("patterns of the Resource element", () => {
  const spiteful = over(9, "a", "b", ":", ":", "*", "*", "?");

  it("agree with the definition", () => {
    fc.assert(
      fc.property(spiteful, over(9, "a", "b", ":", ":"), (pattern, text) => {
        expect(matchesResource(pattern, text)).toBe(byDefinition(resourceSymbols(pattern), text.split("")));
      }),
      { numRuns: 2_000 },
    );
  });

  it("agree with the definition on both sides of the fifth colon", () => {
    const field = fc.constantFrom("", "a", "*", "*a", "a*", "?", "🔑");
    const pattern = fc.array(field, { minLength: 5, maxLength: 8 }).map((fields) => fields.join(":"));
    const text = fc.array(fc.constantFrom("", "a", "a", "🔑"), { minLength: 5, maxLength: 9 }).map((fields) => fields.join(":"));
    fc.assert(
      fc.property(pattern, text, (p, t) => {
        expect(matchesResource(p, t)).toBe(byDefinition(resourceSymbols(p), t.split("")));
      }),
      { numRuns: 2_000 },
    );
  });

  // IAM User Guide, Resource element; the pair of finance and store tells StringLike from ArnLike in the page on condition operators
  it.each([
    ["arn:aws:kms:*", "arn:aws:kms:us-east-1:111122223333:key/k", true],
    ["arn:aws:kms:*:111122223333:key/*", "arn:aws:kms:us-east-1:111122223333:key/k", true],
    ["arn:aws:s3:::*log*", "arn:aws:s3:::prod-logs/x", true],
    ["arn:aws:svc:*:111122223333:finance/*", "arn:aws:svc:us-east-2:999999999999:store/abc:111122223333:finance/x", true],
    ["arn:aws:svc:us-*-2:1:x", "arn:aws:svc:us-east-2:1:x", true],
    ["arn:aws:svc:us-*-2:1:x", "arn:aws:svc:us-east:1:-2:1:x", false], // in mid-segment it stays inside
    ["arn:aws:svc:us-east-2?1:x", "arn:aws:svc:us-east-2:1:x", false], // "?" is no colon
    ["arn:aws:svc:us-east-2:1?2:x", "arn:aws:svc:us-east-2:1:2:x", false],
    ["arn:aws:svc:us-east-2:1*2:x", "arn:aws:svc:us-east-2:1:2:x", false], // nor does "*" pass one before the fifth
    ["arn:aws:svc:us-east-2:1:x?y", "arn:aws:svc:us-east-2:1:x:y", true], // but after the fifth it may be
    ["arn:aws:svc:us-east-2:1:x*y*z", "arn:aws:svc:us-east-2:1:x:y:z", true], // and so may "*"
    ["arn:aws:kms", "arn:aws:kms:us-east-1:111122223333:key/k", false], // completed elsewhere, if at all
    ["ARN:aws:kms:*", "arn:aws:kms:us-east-1:111122223333:key/k", false],
    ["arn:aws:kms:us-east-1:111122223333:key/K", "arn:aws:kms:us-east-1:111122223333:key/k", false],
    ["*", "*", true],
    ["*", "arn:aws:kms:us-east-1:111122223333:key/k", true],
    ["arn:*", "*", false],
  ])("%j against %j: %s", (pattern, text, expected) => expect(matchesResource(pattern, text)).toBe(expected));
});

describe("literal parts", () => {
  const part: fc.Arbitrary<TemplatePart> = fc.record({
    kind: fc.constantFrom("raw" as const, "literal" as const),
    text: over(3, "a", "*", "?"),
  });

  it("never are wildcards, wherever they stand", () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), over(6, "a", "b", "*", "?"), (parts, text) => {
        const symbols = parts.flatMap(({ kind, text: t }: TemplatePart & { text?: string }) =>
          kind === "literal" ? (t ?? "").split("").map(exactly) : plainSymbols(t ?? ""),
        );
        expect(matchesPattern(globPattern(parts), text)).toBe(byDefinition(symbols, text.split("")));
      }),
      { numRuns: 1_000 },
    );
  });

  it("of a resource leave a star the last of its pattern only where nothing follows", () => {
    const after = (literal: string) => resourcePattern([raw("arn:aws:kms:us-*"), { kind: "literal", text: literal }]);
    expect(matchesPattern(after(""), "arn:aws:kms:us-east-1:1:x")).toBe(false);
    expect(matchesPattern(after("-1"), "arn:aws:kms:us-east-1")).toBe(true);
    expect(matchesPattern(after("-1"), "arn:aws:kms:us-:-1")).toBe(false);
  });
});

describe("hostile patterns", () => {
  const PATTERN = 32_000;
  const TEXT = 8_000;
  const filled = (unit: string, length: number) => unit.repeat(Math.floor(length / unit.length));
  const TEXTS = [filled("a", TEXT), filled("ab", TEXT), filled("a:", TEXT), filled("🔑", TEXT)];

  // biome-ignore format: a table reads as a table
  it.each([
    //                                                                        aaaa   abab   a:a:   🔑🔑
    ["*a*a…b",    `${filled("*a", PATTERN)}b`,                               [false, false, false, false]],
    ["*a*a…",     `${filled("*a", TEXT)}*`,                                  [true,  true,  true,  false]],
    ["?*?*…",     filled("?*", PATTERN),                                     [false, false, false, false]],
    ["?*?*… b",   `${filled("?*", TEXT)}b`,                                  [false, true,  false, false]],
    ["*?a?a…b*",  `*${filled("?a", TEXT / 2)}b*`,                            [false, true,  false, false]],
    ["*?b?b…a*",  `*${filled("?b", TEXT / 2)}a*`,                            [false, true,  false, false]],
    ["*????…b*",  `*${filled("?", TEXT / 2)}b*`,                             [false, true,  false, false]],
    ["*aaaa…?b*", `*${filled("a", TEXT / 2)}?b*`,                            [false, false, false, false]],
    ["*a…aba…a*", `*${filled("a", TEXT / 4)}b${filled("a", TEXT / 4)}*`,     [false, false, false, false]],
    ["*?a?b*?a?b", filled("*?a?b", PATTERN),                                 [false, false, false, false]],
    ["****…b",    `${filled("*", PATTERN)}b`,                                [false, true,  false, false]],
    ["a*a*…?",    `${filled("a*", TEXT)}?`,                                  [true,  true,  true,  false]],
  ] as const)("%s is answered right, and not waited for", (_, pattern, expected) => {
    const answers = TEXTS.map((text) => ({
      plain: matches(pattern, text),
      behindColons: matchesResource(`arn:aws:svc:r:a:${pattern}`, `arn:aws:svc:r:a:${text}`),
      inSegment: matchesResource(pattern, text),
    }));
    expect(answers.map(({ plain }) => plain)).toEqual(expected);
    expect(answers.map(({ behindColons }) => behindColons)).toEqual(expected);
    expect(answers[0]?.inSegment).toBe(expected[0]); // where there is no colon the rule about it changes nothing
    expect(answers[1]?.inSegment).toBe(expected[1]);
  });
});

describe("many patterns and one text", () => {
  /** What a text can no longer afford is worked out by sets of places. */
  function spent(text: string): Subject {
    const subject = new Subject(text);
    while (subject.affords(1 << 10));
    return subject;
  }
  const patterns = fc.oneof(over(8, "a", "b", ":", "*", "?"), over(12, "a", "*", "?")).map(parsePattern);

  it("are matched alike, however much was searched before", () => {
    fc.assert(
      fc.property(patterns, over(12, "a", "a", "b", ":"), (pattern, text) => {
        expect(matchesPattern(pattern, spent(text))).toBe(matchesPattern(pattern, text));
      }),
      { numRuns: 2_000 },
    );
  });

  it("are matched alike in many texts at once", () => {
    const some = fc.array(patterns, { minLength: 1, maxLength: 5 });
    const texts = fc.array(over(9, "a", "a", "b", ":", "\n"), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(some, texts, fc.boolean(), (each, given, large) => {
        const more = large ? [parsePattern(`x${"?x".repeat(2_000)}*`)] : []; // matches none of them
        const padded = large ? [...given, "y".repeat(50)] : given;
        const expected = padded.map((text) => each.some((pattern) => matchesPattern(pattern, text)));
        expect(matchesAmong([...each, ...more], padded)).toEqual(expected);
      }),
      { numRuns: 1_000 },
    );
  });

  it("hold a text that is not short as one, and a long one as the same again", () => {
    expect(held("a".repeat(64))).toBe("a".repeat(64));
    expect(held("a".repeat(65))).toBeInstanceOf(Subject);
    const long = "a".repeat(2_000);
    expect(held(long)).toBe(held("a".repeat(2_000)));
    expect(held("b".repeat(2_000))).not.toBe(held(long));
  });

  // as many as a key policy of 32 KB can have, and a value as long as AWS KMS takes
  const VALUE = 8_192;
  it.each([
    ["*a?a?bN*", (i: number) => `*a?a?b${i % 10}*`],
    ["*aaaaab*", () => "*aaaaab*"],
    ["*?*?*?*b*", () => "*?*?*?*b*"],
    ["a*a*a*b", () => "a*a*a*b"],
    ["*ab*ab*", () => "*ab*ab*"],
  ] as const)("cost less than a unit for each pattern %s and place", (_, pattern) => {
    for (const text of ["a".repeat(VALUE), "ab".repeat(VALUE / 2)]) {
      const subject = new Subject(text);
      for (let i = 0; i < 2_400; i++) matchesPattern(parsePattern(pattern(i)), subject);
      expect(subject.work).toBeLessThan(2_400 * VALUE);
    }
  });
});
