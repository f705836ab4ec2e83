import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readJson } from "../../../src/base/json-source.ts";
import { policyMutants, subjectOf } from "../../../src/mutation/mutants/policies.ts";
import { removeDelegation } from "../../../src/mutation/mutants/principals.ts";
import { type PolicySource, policySources, surroundingsOf } from "../../../src/mutation/mutants/source.ts";
import { fileOf, greenFiles, TEST } from "../mutation-worlds.ts";
import { siteIn } from "./sites.ts";

const A = "111122223333";
const ROOT = `arn:aws:iam::${A}:root`;
const ROLE = `arn:aws:iam::${A}:role/app`;
const open = { Effect: "Allow", Principal: { AWS: ROLE }, Action: "kms:Decrypt", Resource: "*" };
const policy = (...Statement: readonly object[]) => ({ Version: "2012-10-17", Statement });
const pretty = (value: unknown) => JSON.stringify(value, null, 2);

type Member = "keys" | "principals" | "organization" | "endpoints";

/** The mutants of the first document of a world with these keys and principals. */
function mutantsOf(world: Readonly<Partial<Record<Member, object>>>, texts: Readonly<Record<string, string>> = {}, readable = false) {
  const text = pretty({
    version: 1,
    world: { account: A, region: "us-east-1", principals: { app: ROLE }, ...world },
    cases: [{ name: "x", principal: "app", action: "kms:ListKeys", resource: "*", expect: "deny" }],
  });
  const { world: read } = fileOf({ ...texts, [TEST]: text });
  const [source] = policySources([read], () => (readable ? text : undefined));
  return { ...policyMutants(source!, surroundingsOf([read])), source: source!, text };
}

/** Those of a key policy that is a file. */
const ofKey = (document: unknown) => mutantsOf({ keys: { orders: { policy: "key.json" } } }, { "key.json": pretty(document) });

const told = ({ mutants }: Pick<ReturnType<typeof ofKey>, "mutants">, mutator?: string) =>
  mutants.filter((one) => mutator === undefined || one.mutator === mutator).map((one) => `${one.mutator}: ${one.what}`);

describe("of a document there are", () => {
  test("the mutants of each of its statements, in the order of the mutators", () => {
    expect(told(ofKey(policy(open)))).toEqual([
      "flip-effect: Allow → Deny",
      `swap-principal: \`${ROLE}\` → \`${ROOT}\``,
      `swap-principal: \`${ROLE}\` → \`arn:aws:iam::999999999999:role/app\``,
      "any-principal: for every principal: `*`",
      "widen-action: `kms:Decrypt` → `kms:*`",
    ]);
  });

  test("each once: what two mutators come to is the upper one's", () => {
    const delegated = ofKey(policy({ ...open, Sid: "Account", Principal: { AWS: ROOT } }, open));
    expect(told(delegated, "remove-delegation")).toEqual([`remove-delegation: no delegation to the account ${A}`]);
    expect(told(delegated, "drop-statement")).toEqual(["drop-statement: without the statement 1"]);
    expect(told(ofKey(policy(open)), "any-action")).toEqual([]); // widen-action has it
  });

  test("none that AWS would not store: a resource control policy that allows, say", () => {
    const organization = {
      id: "o-1",
      accounts: [A],
      resourceControl: [{ name: "rcp", document: policy({ ...open, Effect: "Deny", Principal: "*" }) }],
    };
    const mutants = mutantsOf({ organization });
    expect(mutants.source.type).toBe("resource-control");
    expect(told(mutants, "flip-effect")).toEqual([]);
    expect(told(mutants)).not.toEqual([]);
  });

  test("none of mutators that are for other types of policy: an endpoint policy delegates nothing", () => {
    const mutants = mutantsOf({ endpoints: { door: { id: "vpce-1", policy: policy({ ...open, Principal: { AWS: [ROOT, ROLE] } }) } } });
    expect(mutants.source.type).toBe("endpoint");
    expect(told(mutants, "remove-delegation")).toEqual([]);
    expect(told(mutants, "drop-principal")).toEqual([
      `drop-principal: without the principal \`${ROOT}\``,
      `drop-principal: without the principal \`${ROLE}\``,
    ]);
  });

  test("apart from them those that mean the same as the document", () => {
    const { mutants, equivalent } = ofKey(
      policy({ ...open, Sid: "A" }, { ...open, Sid: "B" }, { ...open, Effect: "Deny", Action: "kms:Sign" }),
    );
    expect(equivalent.map(({ what }) => what)).toEqual(["without the statement `A`", "without the statement `B`"]);
    expect(mutants.filter(({ mutator }) => mutator === "drop-statement").map(({ what }) => what)).toEqual(["without the statement 2"]);
    expect(equivalent.map((one) => one.isEquivalent(() => false))).toEqual([true, true]);
  });

  test("none where nobody uses it", () => {
    const { source } = ofKey(policy(open));
    expect(policyMutants({ ...source, uses: [] }, { accounts: [], principals: [], keys: [] })).toEqual({ mutants: [], equivalent: [] });
  });
});

describe("a policy of one statement keeps it", () => {
  const delegation = { ...open, Principal: { AWS: ROOT } };

  test.each<[string, unknown]>([
    ["in a list", policy(delegation)],
    ["in no list", { Version: "2012-10-17", Statement: delegation }],
    ["by account id", policy({ ...open, Principal: { AWS: A } })],
    ["by one name in a list", policy({ ...open, Principal: { AWS: [ROOT] } })],
  ])("where that is the delegation to the account, %s", (_, document) => {
    const site = siteIn(JSON.stringify(document));
    expect(removeDelegation(site)).toEqual([]);
    const { mutants, equivalent } = ofKey(document);
    const changed = [...mutants, ...equivalent].flatMap(({ parts }) =>
      parts.flatMap(({ change }) => [...(change.policies?.values() ?? [])].map((read) => read?.policy.statements.length)),
    );
    expect(new Set(changed)).toEqual(new Set([1]));
    expect(told({ mutants }, "remove-delegation")).toEqual([]);
    expect(told({ mutants }, "drop-statement")).toEqual([]);
  });

  test("but not one of two", () => {
    const [mutant] = ofKey(policy(delegation, open)).mutants;
    expect(mutant?.mutator).toBe("remove-delegation");
    const [read] = [...(mutant?.parts[0]?.change.policies?.values() ?? [])];
    expect(JSON.parse(read?.text ?? "")).toEqual(policy(open));
    expect(mutant?.focus).toMatchObject({ before: { effect: "Allow" }, after: undefined });
  });
});

describe("a mutant tells where it is", () => {
  const widened = (mutants: ReturnType<typeof ofKey>) => mutants.mutants.find(({ mutator }) => mutator === "widen-action")!;

  test("by the lines and columns of the text that it replaces, and what that becomes", () => {
    const mutant = widened(ofKey(policy(open)));
    const line = pretty(policy(open))
      .split("\n")
      .findIndex((text) => text.includes("kms:Decrypt"));
    expect(mutant).toMatchObject({
      at: { file: "key.json", line: line + 1, column: 17, pointer: "/Statement/0" },
      end: { line: line + 1, column: 17 + '"kms:Decrypt"'.length },
      replacement: '"kms:*"',
    });
  });

  test("in the lines of the file that the policy is a part of, where that can be read", () => {
    const keys = { orders: { policy: policy(open) } };
    const known = mutantsOf({ keys }, {}, true);
    const line = known.text.split("\n").findIndex((text) => text.includes("kms:Decrypt"));
    expect(widened(known).at).toMatchObject({ file: TEST, line: line + 1, pointer: "/world/keys/orders/policy/Statement/0" });
    const changed = widened(known)
      .diff()
      .split("\n")
      .filter((text) => /^[-+] /.test(text));
    expect(changed.map((text) => text.replace(/ +/, " "))).toEqual(['- "Action": "kms:Decrypt",', '+ "Action": "kms:*",']);
  });

  test("by its statement alone, and by that as JSON, where it cannot be read", () => {
    const mutant = widened(mutantsOf({ keys: { orders: { policy: policy(open) } } }));
    expect([mutant.end, mutant.replacement]).toEqual([undefined, undefined]);
    expect(mutant.at.pointer).toBe("/world/keys/orders/policy/Statement/0");
    const lines = mutant.diff().split("\n");
    expect(lines[2]).toBe("@@ /world/keys/orders/policy/Statement/0 @@");
    expect(lines.filter((text) => /^[-+] /.test(text))).toEqual(['-  "Action": "kms:Decrypt",', '+  "Action": "kms:*",']);
  });

  test("and a statement that is gone is gone in the diff, not the one that comes after it", () => {
    const { mutants } = mutantsOf({
      keys: { orders: { policy: policy({ ...open, Sid: "First" }, { ...open, Sid: "Next", Action: "kms:Sign" }) } },
    });
    const first = mutants.find(({ what }) => what === "without the statement `First`");
    expect(first?.diff()).toContain('-  "Sid": "First"');
    expect(first?.diff()).not.toContain("Next");
  });

  test("and the document that it changes", () => {
    const source = { name: "key policy", type: "key-policy", file: "key.json", pointer: "" } as PolicySource;
    expect(subjectOf({ ...source, text: "never told" } as PolicySource)).toEqual(source);
    expect(new Set(ofKey(policy(open)).mutants.map(({ subject }) => JSON.stringify(subject)))).toEqual(new Set([JSON.stringify(source)]));
  });
});

test("of generated policies each mutant is another text, in every use of its document", () => {
  let made = 0;
  fc.assert(
    fc.property(greenFiles, (texts) => {
      const { world } = fileOf(texts);
      for (const source of policySources([world])) {
        const { mutants } = policyMutants(source, surroundingsOf([world]));
        const changed = mutants.map(({ parts }) => parts.flatMap(({ change }) => [...(change.policies ?? [])]));
        for (const uses of changed) {
          expect(uses.map(([before]) => before)).toEqual(source.uses.map((use) => use.policy));
          expect(uses.every(([, read]) => read !== undefined && readJson(read.text).faults.length === 0)).toBe(true);
        }
        const forms = changed.map(([use]) => use?.[1]?.text);
        expect(forms).not.toContain(source.text);
        expect(new Set(forms).size).toBe(forms.length);
        made += forms.length;
      }
    }),
    { numRuns: 15 },
  );
  expect(made).toBeGreaterThan(50);
});
