import { describe, expect, test } from "vitest";
import { SetCache } from "../../src/cases/set-cache.ts";
import { CASE, KEY_POLICY } from "../cli/samples.ts";

const text = JSON.stringify({ resource: KEY_POLICY });
const remembered = (cache: SetCache, slice = text) => cache.remember("policies", slice);

describe("SetCache", () => {
  test("recalls what it remembers, at any offset, for its member only", () => {
    const cache = new SetCache();
    expect(cache.recall("policies", text, 0)).toBeUndefined();
    const first = remembered(cache);
    expect(first?.node.kind).toBe("object");
    expect(cache.recall("policies", `xx${text}yy`, 2)).toBe(first);
    expect(cache.recall("policies", `xx${text}yy`, 1)).toBeUndefined();
    expect(cache.recall("grants", text, 0)).toBeUndefined();
  });

  test("takes no text for another that only begins like it", () => {
    const cache = new SetCache();
    const short = cache.remember("grants", "[]");
    expect(cache.recall("grants", "[ ]", 0)).toBeUndefined();
    expect(cache.recall("grants", "[]]", 0)).toBe(short); // what follows is the reader's to judge
    expect(cache.remember("key", "1")).toBeUndefined();
    expect(cache.remember("key", '"x"')).toBeUndefined();
    expect(cache.remember("policies", "{".repeat(1_000_001))).toBeUndefined();
  });

  test("gives one engine for one set, another for another kind of resource or another file", () => {
    const cache = new SetCache();
    const policies = remembered(cache);
    if (policies === undefined) throw new Error("it was just remembered");
    const engine = cache.engine({ policies }, "key-policy", "f");
    expect(engine).toBeDefined();
    expect(cache.engine({ policies }, "key-policy", "f")).toBe(engine);
    expect(cache.engine({ policies }, "resource", "f")).not.toBe(engine);
    expect(cache.engine({}, "key-policy", "f")?.(CASE.request)).toMatchObject({ outcome: "implicitDeny" });
    expect(cache.engine({ policies }, "key-policy", "g")).not.toBe(engine);
  });

  test.each([
    ['{"resource":{"Statement":[]}}', "policies"],
    ['{"resuorce":{}}', "policies"],
    ['[{"GrantId":"g"}]', "grants"],
    ['{"spec":1}', "key"],
  ] as const)("%s makes no engine", (slice, member) => {
    const cache = new SetCache();
    expect(cache.engine({ [member]: cache.remember(member, slice) }, "key-policy", "f")).toBeUndefined();
  });

  test("many sets, and many questions, push out the oldest without a mistake", () => {
    const cache = new SetCache();
    for (let i = 0; i < 700; i++) {
      const tenant = `t${i % 350}`;
      const policies = remembered(cache, text.replace('"a"', JSON.stringify(tenant)));
      const ask = policies && cache.engine({ policies }, "key-policy", "f");
      expect(ask?.({ ...CASE.request, encryptionContext: { tenant } })).toMatchObject({ outcome: "allowed" });
      expect(ask?.({ ...CASE.request, encryptionContext: { tenant: `${tenant}x` } })).toMatchObject({ outcome: "implicitDeny" });
    }
  });
});
