import fc from "fast-check";
import { expect, test } from "vitest";
import { fromValue, readJson, toValue } from "../../src/base/json-source.ts";
import { type ParsedPolicy, parsePolicy, parsePolicyNode } from "../../src/iam/parse/parse.ts";
import type { PolicyType } from "../../src/iam/policy.ts";
import { POLICY_RULES } from "../../src/iam/policy-rules.ts";

const type = fc.constantFrom(...(Object.keys(POLICY_RULES) as PolicyType[]));

/** Texts of the policy language, and nearly so. */
const word = fc.constantFrom(
  "*", "", "Allow", "Deny", "kms:*", "kms=x", "111122223333", "arn:aws:iam::111122223333:root", "arn:aws:iam::111122223333:role/*", "arn:aws:kms",
  "arn:aws:kms:us-east-1:111122223333:key/${aws:username}", "${", "${a,'b'}", "s3.amazonaws.com", "2012-10-17", "true", "10.0.0.0/8", "é", "\ud800", "__proto__",
); // biome-ignore format: a list of words
const name = fc.constantFrom(
  "Version", "Id", "Statement", "Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition", "AWS", "Service",
  "StringEquals", "ForAllValues:StringLike", "NullIfExists", "Bool", "Null", "NumericEquals", "kms:EncryptionContext:a", "aws:ResourceTag/x", "__proto__", "a/b~c",
); // biome-ignore format: a list of words

/** JSON in which the words of the language stand in all places. */
const { value: scrambled } = fc.letrec<{ value: unknown; leaf: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    tie("leaf"),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(name, tie("value"), { maxKeys: 5 }),
  ),
  leaf: fc.oneof({ weight: 5, arbitrary: word }, fc.integer(), fc.boolean(), fc.constant(null)),
}));

const oneOrMany = (entry: fc.Arbitrary<unknown>) => fc.oneof(entry, fc.array(entry, { maxLength: 3 }));
const condition = fc.dictionary(name, fc.dictionary(name, oneOrMany(fc.oneof(word, fc.boolean(), fc.integer())), { maxKeys: 2 }), {
  maxKeys: 2,
});
const near = fc.record(
  {
    Sid: word,
    Effect: fc.constantFrom("Allow", "Deny", "allow"),
    Principal: fc.oneof(word, fc.dictionary(name, oneOrMany(word), { maxKeys: 2 })),
    Action: oneOrMany(word),
    NotAction: oneOrMany(word),
    Resource: oneOrMany(word),
    Condition: condition,
  },
  { requiredKeys: ["Effect"] },
);
const document = fc.oneof(scrambled, fc.record({ Version: word, Statement: oneOrMany(near) }, { requiredKeys: ["Statement"] }));

/** What holds of every answer: a policy exactly when nothing is an error, and problems that are told well. */
function holds({ policy, diagnostics }: ParsedPolicy): void {
  expect(policy !== undefined).toBe(diagnostics.every(({ severity }) => severity === "warning"));
  expect(diagnostics.length).toBeLessThanOrEqual(201);
  for (const { message, help } of diagnostics) {
    expect(message).not.toMatch(/[\n\r]|\.$|undefined|\[object/);
    expect(help ?? "help").not.toMatch(/[\n\r]|\.$|undefined|\[object/);
  }
}

/** The value a pointer points at, or the object that lacks the member. */
function at(value: unknown, pointer: string): { readonly value: unknown } | undefined {
  let here: unknown = value;
  for (const step of pointer.split("/").slice(1)) {
    const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, key)) return undefined;
    here = (here as Record<string, unknown>)[key];
  }
  return { value: here };
}

test("no text makes the parser throw, or is taken for a policy it is not", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 60 }), fc.json()), type, (text, type) => {
      const answer = parsePolicy(text, { type, name: "p" });
      holds(answer);
      expect(answer.policy).toBeUndefined();
    }),
    { numRuns: 200 },
  );
});

test("no JSON value makes it throw, and every pointer leads somewhere", () => {
  fc.assert(
    fc.property(document, type, (value, type) => {
      const answer = parsePolicyNode(fromValue(value), { type, name: "p" });
      holds(answer);
      for (const { at: place } of answer.diagnostics) expect(at(value, place.pointer), place.pointer).toBeDefined();
    }),
    { numRuns: 300 },
  );
});

test("the text of a value, however it is laid out, and the value itself say the same", () => {
  fc.assert(
    fc.property(document, type, fc.constantFrom(undefined, 2, "\t"), (value, type, indent) => {
      const text = JSON.stringify(value, null, indent);
      const said = (answer: ParsedPolicy) =>
        answer.diagnostics
          .filter(({ code }) => code !== "KW261" && code !== "KW260") // only text has characters, and white space
          .map(({ code, severity, at, message }) => `${code} ${severity} ${at.pointer} ${message}`)
          .toSorted();
      expect(said(parsePolicy(text, { type, name: "p" }))).toEqual(said(parsePolicyNode(fromValue(JSON.parse(text)), { type, name: "p" })));
    }),
    { numRuns: 200 },
  );
});

test("line and column point at the text the pointer names", () => {
  fc.assert(
    fc.property(document, type, (value, type) => {
      const text = JSON.stringify(value, null, 1);
      const lines = text.split("\n");
      for (const { at: place, code } of parsePolicy(text, { type, name: "p" }).diagnostics) {
        if (code === "KW261") continue; // points at a character
        const rest = [lines[(place.line ?? 0) - 1]?.slice((place.column ?? 0) - 1), ...lines.slice(place.line ?? 0)].join("\n");
        const step = place.pointer
          .slice(place.pointer.lastIndexOf("/") + 1)
          .replaceAll("~1", "/")
          .replaceAll("~0", "~");
        const found = at(value, place.pointer);
        const isName = rest.startsWith(`${JSON.stringify(step)}:`);
        const isValue = readsAs(rest, JSON.parse(JSON.stringify(found?.value ?? null)));
        expect(isName || isValue, `${code} ${place.pointer} at ${rest.slice(0, 40)}`).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});

/** Whether a text begins with the text of a value. */
function readsAs(text: string, value: unknown): boolean {
  const wanted = JSON.stringify(value);
  return text.replace(/\s+/g, "").startsWith(wanted.replace(/\s+/g, ""));
}

test("a policy that was cut or changed anywhere is refused, or is JSON still", () => {
  const text = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: "*", Action: ["kms:*"], Resource: "*", Condition: { Bool: { "aws:x": true } } }],
  });
  fc.assert(
    fc.property(
      fc.nat(text.length),
      fc.nat(3),
      fc.string({ unit: fc.constantFrom(...'{}[]",:\\a*1 '), maxLength: 3 }),
      (from, cut, noise) => {
        const mutated = text.slice(0, from) + noise + text.slice(from + cut);
        const answer = parsePolicy(mutated, { type: "key-policy", name: "p" });
        holds(answer);
        if (answer.policy === undefined) return;
        const { node, faults } = readJson(mutated);
        expect(faults).toEqual([]);
        expect(node && toValue(node)).toEqual(JSON.parse(mutated));
        expect(answer.policy.statements).toHaveLength(1);
      },
    ),
    { numRuns: 300 },
  );
});

test.each([
  ["deep nesting", "[".repeat(1_000_000)],
  ["many members", `{${Array.from({ length: 80_000 }, (_, i) => `"k${i}":1`).join()}}`],
  ["a name again and again", `{${'"k":1,'.repeat(150_000)}"k":1}`],
  ["many bad statements", `{"Statement":[${'{"x":1},'.repeat(100_000)}1]}`],
  ["many bad actions", `{"Statement":{"Effect":"Allow","Action":[${'"kms=x",'.repeat(100_000)}"x"]}}`],
  ["comments", "/**/".repeat(250_000)],
  ["a comment that never ends", "/*".repeat(500_000)],
  ["a string that never ends", `"${"\\n".repeat(500_000)}`],
  ["bad escapes", `"${"\\q".repeat(400_000)}"`],
  ["a long number", "1".repeat(1_000_000)],
])("a megabyte of %s is answered, not waited for", (_, text) => {
  const answer = parsePolicy(text, { type: "identity", name: "p" });
  holds(answer);
  expect(answer.policy).toBeUndefined();
});
