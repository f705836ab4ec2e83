import { describe, expect, test } from "vitest";
import { lineOf } from "../../src/base/json-source.ts";
import { CoveragePlaces, placesInText } from "../../src/coverage/places.ts";
import { type Counter, recordPolicy } from "../../src/coverage/records.ts";
import { parsePolicy } from "../../src/world/policy-text.ts";
import { fromFiles } from "../world/worlds.ts";

const countersOf = (text: string): readonly Counter[] => {
  const { policy } = parsePolicy(text, { type: "key-policy", name: "p.json", place: lineOf(text) });
  if (policy === undefined) throw new Error("no policy");
  return recordPolicy(policy, undefined).counters;
};

/** The text that an item is found at. */
function cut(text: string, { range }: ReturnType<CoveragePlaces["inFile"]>): string {
  if (range === undefined) return "";
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return text.slice((starts[range.line - 1] ?? 0) + range.column - 1, (starts[range.endLine - 1] ?? 0) + range.endColumn - 1);
}

const POLICY = `{ "Statement": {
  "Effect": "Deny",
  "NotPrincipal": { "Service": "s3.amazonaws.com", "AWS": [ "111122223333",
    "444455556666" ] },
  "NotAction": ["kms:Get*", "kms:List*"], "Resource": "*",
  "Condition": { "Bool": {
    "aws:SecureTransport": [
      false
    ] } }
} }`;

describe("in JSON", () => {
  const places = new CoveragePlaces(() => POLICY);

  test("each entry is where it stands, with all of its text", () => {
    const found = countersOf(POLICY).map((counter) => [counter.kind, cut(POLICY, places.inFile(counter))]);
    expect(found.slice(1)).toEqual([
      ["principal", '"s3.amazonaws.com"'],
      ["principal", '"111122223333"'],
      ["principal", '"444455556666"'],
      ["action", '"kms:Get*"'],
      ["action", '"kms:List*"'],
      ["resource", '"*"'],
      ["condition", '"aws:SecureTransport": [\n      false\n    ]'],
    ]);
    expect(found[0]?.[1]).toMatch(/^\{\s*"Effect"[\s\S]*\} \}\n\}$/);
  });

  test("the pointer leads to the entry", () => {
    expect(countersOf(POLICY).map((counter) => places.inFile(counter).pointer)).toEqual([
      "/Statement",
      "/Statement/NotPrincipal/Service",
      "/Statement/NotPrincipal/AWS/0",
      "/Statement/NotPrincipal/AWS/1",
      "/Statement/NotAction/0",
      "/Statement/NotAction/1",
      "/Statement/Resource",
      "/Statement/Condition/Bool/aws:SecureTransport",
    ]);
  });

  test("`*` alone is a principal", () => {
    const text = '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"kms:*","Resource":"*"}]}';
    const principal = countersOf(text).find(({ kind }) => kind === "principal") as Counter;
    expect(cut(text, new CoveragePlaces(() => text).inFile(principal))).toBe('"*"');
  });
});

test("a file that has changed since leaves an entry at the line of its element", () => {
  const places = new CoveragePlaces(() => POLICY.replace("kms:List*", "kms:Put*"));
  const found = countersOf(POLICY).map((counter) => places.inFile(counter));
  expect(found[4]?.range).toMatchObject({ line: 5, column: 17 });
  expect(found[5]).toEqual({ pointer: "/Statement/NotAction", range: { line: 5, column: 3, endLine: 5, endColumn: 3 } });
});

test.each([
  [
    "cannot be read",
    () => {
      throw new Error("gone");
    },
  ],
  ["is no JSON any more", () => "{"],
])("a file that %s does too", (_, readFile) => {
  const places = new CoveragePlaces(readFile);
  expect(countersOf(POLICY).map((counter) => places.inFile(counter).range?.line)).toEqual([1, 3, 3, 3, 5, 5, 5, 7]);
});

test("a text of its own: pointers stay those of where the document is", () => {
  const { policy } = parsePolicy(POLICY, { type: "key-policy", name: "p", pointer: "/keys/k/policy" });
  if (policy === undefined) throw new Error("no policy");
  const find = placesInText(POLICY, "/keys/k/policy");
  const [whole, first] = recordPolicy(policy, POLICY).counters as [Counter, Counter];
  expect(find(whole)).toMatchObject({ pointer: "/keys/k/policy/Statement", range: { line: 1 } });
  expect(find(first)).toMatchObject({ pointer: "/keys/k/policy/Statement/NotPrincipal/Service", range: { line: 3 } });
});

test("in YAML, blocks end with their last text", () => {
  const yaml = [
    "account: '111122223333'",
    "region: us-east-1",
    "keys:",
    "  k:",
    "    policy:",
    "      Statement:",
    "        - Effect: Allow",
    "          Principal:",
    "            AWS:",
    "              - '111122223333'",
    "          Action: kms:*",
    "          Resource: '*'",
    "          Condition:",
    "            StringLike:",
    "              kms:ViaService:",
    "                - s3.*",
    "",
    "        - { Effect: Deny, Principal: '*', Action: [kms:PutKeyPolicy], Resource: '*' }",
    "",
    "    tags: {}",
    "",
  ].join("\n");
  const { world, diagnostics } = fromFiles({ "world.yaml": yaml });
  const policy = world?.estate.keys[0]?.policy;
  if (policy === undefined) throw new Error(diagnostics[0]?.message);
  const places = new CoveragePlaces(() => yaml);
  const found = recordPolicy(policy, undefined).counters.map((counter) => cut(yaml, places.inFile(counter)));
  expect(found[0]).toMatch(/^Effect: Allow[\s\S]*- s3\.\*$/);
  expect(found.slice(1)).toEqual([
    "'111122223333'",
    "kms:*",
    "'*'",
    "kms:ViaService:\n                - s3.*",
    "{ Effect: Deny, Principal: '*', Action: [kms:PutKeyPolicy], Resource: '*' }",
    "'*'",
    "kms:PutKeyPolicy",
    "'*'",
  ]);
});
