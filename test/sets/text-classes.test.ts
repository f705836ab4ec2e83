import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type TextClass, type TextOptions, textClasses } from "../../src/sets/text-classes.ts";
import {
  digits,
  ignoringCase,
  type Language,
  literal,
  ONE,
  oneExcept,
  type Pattern,
  SOMETHING,
  STAR,
  sequence,
  starExcept,
  type Token,
  wildcard,
} from "../../src/sets/tokens.ts";
import { ANYTHING, matches } from "./matches.ts";

const LIMITS = { maxStates: 20_000 };

function classesOf(languages: readonly Language[], domain: Language, options: TextOptions = LIMITS): readonly TextClass[] {
  const found = textClasses(languages, domain, options);
  if ("limit" in found) throw new Error(found.limit);
  return found.classes;
}

/** Which languages a text is in, by the definition. */
const signature = (languages: readonly Language[], text: string): string =>
  languages.flatMap((language, i) => (matches(language, text) ? [i] : [])).join();

const signatures = (classes: readonly TextClass[]): readonly string[] => classes.map(({ bits }) => bits.members().join());

/** Few characters, so that nearly everything nearly matches. */
const CHARS = ["a", "b", "0", ":", "k", "K", "σ"];
const token: fc.Arbitrary<Token> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...CHARS).map((char): Token => ({ kind: "literal", char })) },
  {
    weight: 2,
    arbitrary: fc.constantFrom("a", "k", "i", "\u0307", "σ", "ς").map((char): Token => ({ kind: "literal", char, either: true })),
  },
  { weight: 3, arbitrary: fc.constantFrom<Token>(STAR, STAR, starExcept(":"), starExcept("a"), starExcept("a:")) },
  { weight: 2, arbitrary: fc.constantFrom<Token>(ONE, oneExcept(":"), { kind: "digit" }) },
);
const piece: fc.Arbitrary<Pattern> = fc.oneof(
  { weight: 8, arbitrary: token.map((one) => [one]) },
  { weight: 1, arbitrary: fc.constantFrom(ignoringCase("i\u0307"), ignoringCase("kσ"), [starExcept(":"), starExcept("a")]) },
);
const pattern: fc.Arbitrary<Pattern> = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.flat());
const language: fc.Arbitrary<Language> = fc.array(pattern, { maxLength: 3 });
const languages: fc.Arbitrary<readonly Language[]> = fc.array(language, { maxLength: 4 });
const domain: fc.Arbitrary<Language> = fc.oneof(fc.constantFrom(ANYTHING, SOMETHING), language);

/** All texts over these characters, up to a length. */
function textsUpTo(length: number, chars: readonly string[]): readonly string[] {
  let [last, all] = [[""], [""]];
  for (let i = 0; i < length; i++) {
    last = last.flatMap((text) => chars.map((char) => text + char));
    all = [...all, ...last];
  }
  return all;
}

const SHORT_TEXTS = textsUpTo(3, ["a", "0", ":", "k", "\u212a", "İ", "Σ", "i", "x"]);

/** A text that a pattern may match: its tokens, each read in some way. */
const textNear = (all: readonly Language[]): fc.Arbitrary<string> => {
  const patterns = all.flat();
  if (patterns.length === 0) return fc.string({ unit: fc.constantFrom(...CHARS, "x") });
  const char = fc.constantFrom(...CHARS, "x", "İ", "Σ", "\u212a", "5");
  const read = (each: Token): fc.Arbitrary<string> => {
    if (each.kind === "literal") return each.either ? fc.constantFrom(each.char, each.char.toUpperCase()) : fc.constant(each.char);
    return each.kind === "star" ? fc.string({ unit: char, maxLength: 3 }) : char;
  };
  return fc.constantFrom(...patterns).chain((each) => fc.tuple(...each.map(read)).map((texts) => texts.join("")));
};

describe("classes of texts", () => {
  it("partition the domain: each witness is in its class, and each text in one", () => {
    fc.assert(
      fc.property(languages, domain, (all, within) => {
        const classes = classesOf(all, within);
        const known = signatures(classes);
        expect(new Set(known).size).toBe(known.length);
        for (const { bits, witness } of classes) {
          expect(matches(within, witness), witness).toBe(true);
          expect(signature(all, witness), witness).toBe(bits.members().join());
        }
        const inside = SHORT_TEXTS.filter((text) => matches(within, text));
        expect(inside.filter((text) => !known.includes(signature(all, text)))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it("have every text that comes near the patterns", () => {
    const near = fc
      .tuple(languages, domain)
      .chain(([all, within]) =>
        fc.tuple(fc.constant(all), fc.constant(within), fc.array(textNear([...all, within]), { minLength: 20, maxLength: 20 })),
      );
    fc.assert(
      fc.property(near, ([all, within, texts]) => {
        const known = signatures(classesOf(all, within));
        expect(texts.filter((text) => matches(within, text) && !known.includes(signature(all, text)))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("have a shortest witness", () => {
    fc.assert(
      fc.property(languages, domain, (all, within) => {
        const lengths = new Map(classesOf(all, within).map(({ bits, witness }) => [bits.members().join(), witness.length]));
        const longer = SHORT_TEXTS.filter((text) => matches(within, text) && text.length < (lengths.get(signature(all, text)) ?? 0));
        expect(longer).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it("do not depend on the order of languages", () => {
    fc.assert(
      fc.property(languages, domain, (all, within) => {
        const backwards = classesOf([...all].reverse(), within).map(({ bits }) =>
          bits
            .members()
            .map((i) => all.length - 1 - i)
            .reverse()
            .join(),
        );
        expect(backwards.sort()).toEqual([...signatures(classesOf(all, within))].sort());
      }),
    );
  });

  it.each<[string, readonly Language[], Language, readonly (readonly [string, string])[]]>([
    ["no language at all", [], SOMETHING, [["", "x"]]],
    ["an empty domain", [ANYTHING], [], []],
    ["the empty text", [[literal("")]], ANYTHING, [["0", ""], ["", "x"]]],
    ["a language without texts", [[]], SOMETHING, [["", "x"]]],
    ["a prefix", [[wildcard("k*")]], SOMETHING, [["", "x"], ["0", "k"]]],
    ["another character than x", [[wildcard("x*")]], SOMETHING, [["", "y"], ["0", "x"]]],
    ["an account of digits", [[literal("123456789012")]], [digits(12)], [["", "000000000000"], ["0", "123456789012"]]],
    ["a letter in any case", [[ignoringCase("k")], [literal("K")], [literal("k")]], [[ONE]], [["", "x"], ["0,2", "k"], ["0,1", "K"], ["0", "\u212a"]]],
    ["a capital I with a dot", [[ignoringCase("i\u0307")], [literal("İ")], [literal("i\u0307")]], [literal("İ"), [ONE, ONE]], [["0,1", "İ"], ["", "xx"], ["0,2", "i\u0307"], ["0", "I\u0307"]]],
    ["stars that stay in a segment", [[sequence("a:", starExcept(":"))], [sequence("a:", STAR, ":b")]], [sequence("a:", STAR)], [["0", "a:"], ["", "a::"], ["1", "a::b"]]],
    ["stars side by side", [[[starExcept("a"), starExcept(":")]]], [literal("a:"), literal(":a")], [["", "a:"], ["0", ":a"]]],
    ["a pattern of a language and the domain", [[literal("ab")]], [literal("a"), literal("ab")], [["", "a"], ["0", "ab"]]],
    ["more letters than one reads easily", ["xyzabcdefghijklmnopqrstuvw".split("").map(literal), [digits(1)]], [[ONE]], [["", "X"], ["1", "0"], ["0", "x"]]],
  ])("%s", (_, all, within, expected) => {
    expect(classesOf(all, within).map(({ bits, witness }) => [bits.members().join(), witness])).toEqual(expected);
  }); // biome-ignore format: a table reads as a table

  it("take witnesses that people know, the first of each class", () => {
    const found = classesOf([[wildcard("role/*")]], SOMETHING, { ...LIMITS, hints: ["", "role/app", "role/other", "user/ann"] });
    expect(found.map(({ witness }) => witness).sort()).toEqual(["role/app", "user/ann"]);
  });
});

describe("many and long patterns", () => {
  const holding = Array.from({ length: 12 }, (_, i) => wildcard(`*k${String.fromCharCode(97 + i)}*`));

  it("of one language that overlap take few states", () => {
    expect(classesOf([holding], ANYTHING, { maxStates: 3 })).toHaveLength(2);
  });

  it("are not followed out of the domain", () => {
    expect(classesOf(holding.map((each) => [each]), [literal("kkk")], { maxStates: 4 })).toHaveLength(1); // biome-ignore format: one thought
  });

  it("of as many languages have a class for each subset", () => {
    expect(classesOf(holding.map((each) => [each]).slice(0, 8), ANYTHING)).toHaveLength(256);
  });

  it("of 2,048 characters are read once, however many languages have them", () => {
    const long = literal("arn:aws:iam::111122223333:role/".padEnd(2_048, "team/"));
    const all: readonly Language[] = [...Array.from({ length: 50 }, () => [long]), [wildcard("arn:*")], [sequence(long, STAR)]];
    expect(classesOf(all, SOMETHING, { maxStates: 2_100 }).map(({ bits }) => bits.count())).toEqual([0, 1, 52, 2]);
  });

  it("of which stars stay in a segment do too", () => {
    const many = sequence(wildcard("a:*", ":"), wildcard("x*x*x*x*x*x*x", ":"));
    expect(classesOf([[many]], ANYTHING, { maxStates: 11 })).toHaveLength(2);
  });

  it.each<[string, readonly Language[]]>([
    ["more than 1000 states", holding.map((each) => [each])],
    ["more than 64000 places in states", [[wildcard(`a*${"b".repeat(20_000)}`)]]],
    ["more than 1024000 steps", [Array.from({ length: 3_000 }, (_, i) => wildcard(`${String.fromCharCode(0x4e00 + i)}*`))]],
  ])("beyond the limits give no answer: %s", (limit, all) => {
    expect(textClasses(all, ANYTHING, { maxStates: 1_000 })).toEqual({ limit });
  });
});
