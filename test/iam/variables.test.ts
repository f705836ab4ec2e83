import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasVariable, type Lookup, parseTemplate, raw, substitute, type TemplatePart, textOf, UNKNOWN } from "../../src/iam/variables.ts";
import { globPattern, matchesPattern } from "../../src/iam/wildcard.ts";
import { must } from "./must.ts";

const literal = (text: string): TemplatePart => ({ kind: "literal", text });
const variable = (key: string, fallback?: string): TemplatePart => ({ kind: "variable", key, ...(fallback !== undefined && { fallback }) });

/** The parts of a text that is in order. */
function partsOf(text: string): readonly TemplatePart[] {
  const parsed = parseTemplate(text);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

describe("parseTemplate", () => {
  // IAM User Guide, policy variables and tags
  it.each([
    ["", [raw("")]],
    ["plain", [raw("plain")]],
    ["bucket/${aws:username}/*", [raw("bucket/"), variable("aws:username"), raw("/*")]],
    ["${aws:username}${aws:userid}", [variable("aws:username"), variable("aws:userid")]],
    ["${AWS:UserName}", [variable("aws:username")]], // names ignore case
    ["${aws:PrincipalTag/Team}", [variable("aws:principaltag/team")]],
    ["${aws:PrincipalTag/\u212Aey}", [variable("aws:principaltag/\u212Aey")]], // but not beyond ASCII: the Kelvin sign is no "k"
    ["${aws:PrincipalTag/É}", [variable("aws:principaltag/É")]],
    ["${aws:PrincipalTag/team, 'company-wide'}", [variable("aws:principaltag/team", "company-wide")]],
    ["${a, 'two words'}", [variable("a", "two words")]],
    ["${a, ''}", [variable("a", "")]], // an empty default is one
    ["${a, '}'}x", [variable("a", "}"), raw("x")]],
    ["${a, '${b}'}", [variable("a", "${b}")]], // text, not a variable
    ["${*}${?}${$}", [literal("*"), literal("?"), literal("$")]],
    ["a${$}{b}", [raw("a"), literal("$"), raw("{b}")]],
    ["$", [raw("$")]],
    ["$a{b}", [raw("$a{b}")]],
    ["}${a}{", [raw("}"), variable("a"), raw("{")]],
    ["'${a}'", [raw("'"), variable("a"), raw("'")]],
  ])("reads %j", (text, expected) => expect(partsOf(text)).toEqual(expected));

  it.each([
    ["${", "variable `${` has no closing brace"],
    ["a${b", "variable `${b` has no closing brace"],
    ["${}", "variable `${}` has no name"],
    ["${, 'x'}", "variable `${, 'x'}` has no name"],
    ["${ a}", "variable name ` a` contains a space"],
    ["${a b}", "variable name `a b` contains a space"],
    ["${a${b}", "variable `${a${b}` stands inside another"],
    ["${a,'x'}", "the default of variable `${a,'x'}` is not written `, 'text'`"],
    ["${a,  'x'}", "the default of variable `${a,  'x'}` is not written `, 'text'`"],
    ["${a, x}", "the default of variable `${a, x}` is not written `, 'text'`"],
    ["${a, 'x}", "the default of variable `${a, 'x}` is not written `, 'text'`"],
    ["${a, '}", "the default of variable `${a, '}` is not written `, 'text'`"],
    ["${a, 'x'y}", "the default of variable `${a, 'x'y}` is not written `, 'text'`"],
    ["${a, 'it's'}", "the default of variable `${a, 'it's'}` is not written `, 'text'`"],
  ])("refuses %j", (text, error) => expect(parseTemplate(text)).toEqual({ ok: false, error }));

  it("shows no more of a long text than fits a line", () => {
    const parsed = parseTemplate(`\${${"x".repeat(100_000)}`);
    expect(parsed.ok ? "" : parsed.error).toHaveLength("variable `` has no closing brace".length + 81);
  });

  it("never throws, and loses no text", () => {
    const spiteful = fc.string({ unit: fc.constantFrom("${", "}", "'", ", '", "a", "*", "$", " "), maxLength: 12 });
    fc.assert(
      fc.property(spiteful, (text) => {
        const parsed = parseTemplate(text);
        if (!parsed.ok) return;
        const written = parsed.value.map((part) => {
          if (part.kind === "raw") return part.text;
          if (part.kind === "literal") return `\${${part.text}}`;
          return `\${${part.key}${part.fallback === undefined ? "" : `, '${part.fallback}'`}}`;
        });
        expect(written.join("")).toBe(text);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each(["${a}", "${a, 'b'}", "${a'}'", "${*}", "$", "'"])("reads four megabytes of %j in time", (unit) => {
    parseTemplate(unit.repeat(Math.floor(4_000_000 / unit.length)));
  });
});

describe("substitute", () => {
  const lookup: Lookup = (key) =>
    ({ "aws:username": "alice", star: "*", nested: "${aws:username}", empty: "", untold: UNKNOWN })[key] as ReturnType<Lookup>;

  it.each([
    ["home/${aws:username}/x", "home/alice/x"],
    ["${aws:username, 'nobody'}", "alice"],
    ["${absent, 'nobody'}", "nobody"],
    ["${absent, ''}", ""],
    ["${empty, 'nobody'}", ""], // an empty value is a value
    ["${nested}", "${aws:username}"], // never read again
    ["${absent, '${aws:username}'}", "${aws:username}"],
    ["${$}{aws:username}", "${aws:username}"],
  ])("%j becomes %j", (text, expected) => {
    const parts = substitute(partsOf(text), lookup);
    if (parts === undefined || parts === UNKNOWN) throw new Error("there is no text");
    expect(textOf(parts)).toBe(expected);
    expect(hasVariable(parts)).toBe(false);
  });

  it("has no text where a variable has neither value nor default, whatever else is unknown", () => {
    expect(substitute(partsOf("a${absent}b"), lookup)).toBeUndefined();
    expect(substitute(partsOf("${untold}${absent}"), lookup)).toBeUndefined();
    expect(substitute(partsOf("${absent}${untold}"), lookup)).toBeUndefined();
    expect(substitute(partsOf("${untold}${aws:username}"), lookup)).toBe(UNKNOWN);
    expect(substitute(partsOf("${untold, 'default'}"), lookup)).toBe(UNKNOWN); // it may have a value, so the default may not count
  });

  const value = fc.string({ unit: fc.constantFrom("*", "?", "$", "{", "}", "${a}", "a", ":"), maxLength: 6 });

  it("takes values for what they are: neither wildcards nor variables", () => {
    fc.assert(
      fc.property(value, value, (given, text) => {
        const parts = substitute(partsOf("<${a}>"), () => given);
        if (parts === undefined || parts === UNKNOWN) throw new Error("there is no text");
        expect(textOf(parts)).toBe(`<${given}>`);
        expect(matchesPattern(globPattern(parts), `<${text}>`)).toBe(given === text);
      }),
      { numRuns: 1_000 },
    );
  });

  it("keeps the wildcards of the policy's own text beside them", () => {
    const parts = substitute(partsOf("*/${star}/?"), lookup);
    const pattern = globPattern(must(parts === UNKNOWN ? undefined : parts));
    expect(matchesPattern(pattern, "x/*/y")).toBe(true);
    expect(matchesPattern(pattern, "x/a/y")).toBe(false);
    expect(matchesPattern(pattern, "x/*/yz")).toBe(false);
  });
});
