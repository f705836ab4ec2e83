import fc from "fast-check";
import { deflateSync, strToU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { published } from "../../.build/published.mjs";
import { exampleOfFlows, exampleOfScene } from "../../src/web/examples.ts";
import { checked, packState, unpackState } from "../../src/web/link.ts";
import { EMPTY_STATE, isAsked, type PageState, stateIn } from "../../src/web/state.ts";

const { scenes, documents, flows } = published(process.cwd());
const pack = (text: string): string => `1.${Buffer.from(deflateSync(strToU8(text))).toString("base64url")}`;

describe("links", () => {
  test("hold every example whole", () => {
    const examples = [...scenes.map((scene) => exampleOfScene(scene, documents)), ...flows.map(exampleOfFlows)];
    for (const { questions } of examples)
      for (const { state } of questions.slice(-1)) expect(unpackState(packState(state))).toEqual({ state });
  });

  test("hold any state whole, whatever its texts are", () => {
    const text = fc.string({ unit: fc.constantFrom(...'a"\\\n<&\u202e\u{1f600}\0é中'), maxLength: 60 });
    const document = fc.record({ role: fc.constantFrom("identity" as const, "file" as const), name: text, text });
    const anyState = fc.record({
      v: fc.constant(1 as const),
      documents: fc.uniqueArray(document, { selector: ({ name }) => name, maxLength: 4 }),
      question: fc.record({
        principal: text,
        action: text,
        resource: text,
        context: fc.dictionary(fc.string(), text, { noNullPrototype: true }),
      }),
    });
    fc.assert(
      fc.property(anyState, (state) => {
        expect(unpackState(packState(state as PageState))).toEqual({ state: JSON.parse(JSON.stringify(state)) });
      }),
      { numRuns: 10, seed: 7 },
    );
  });

  test.each([
    ["of another version", "2.abc", "another version"],
    ["that is too long", `1.${"a".repeat(200_001)}`, "too long"],
    ["with other characters", "1.<script>", "characters"],
    ["that was cut off", packState(EMPTY_STATE).slice(0, 40), "cannot be read"],
    ["that unfolds without end", pack(" ".repeat(50_000_000)), "more than a megabyte"],
    ["of something else", pack('{"v":1}'), "something else"],
    ["of no JSON", pack("{"), "cannot be read"],
    [
      "with two documents of one name",
      pack(JSON.stringify({ ...EMPTY_STATE, documents: [...EMPTY_STATE.documents, ...EMPTY_STATE.documents] })),
      "something else",
    ],
  ])("one %s opens nothing, and says why", (_, fragment, why) => {
    const found = unpackState(fragment);
    expect("why" in found && found.why).toContain(why);
  });

  test("a state that the command wrote is looked at likewise", () => {
    expect(checked(JSON.stringify(EMPTY_STATE))).toEqual({ state: EMPTY_STATE });
    expect("why" in checked('{"v":1,"documents":[],"question":{"principal":"","action":"","resource":"","more":1}}')).toBe(true);
  });
});

test("a state has what it needs, and nothing else", () => {
  expect(stateIn(EMPTY_STATE)).toBe(EMPTY_STATE);
  for (const other of [
    undefined,
    null,
    [],
    {},
    { ...EMPTY_STATE, v: 2 },
    { ...EMPTY_STATE, more: 1 },
    { ...EMPTY_STATE, documents: [{ role: "key", name: "a" }] },
  ])
    expect(stateIn(other)).toBe(undefined);
  expect(isAsked(EMPTY_STATE.question)).toBe(false);
  expect(isAsked({ principal: { arn: "a" }, action: "kms:Decrypt", resource: "*" })).toBe(true);
});
