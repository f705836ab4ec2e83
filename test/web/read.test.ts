import { describe, expect, test } from "vitest";
import { decideQuestion, toldEitherWay } from "../../src/web/answer.ts";
import { isYamlText, labelOf, newDocument, type PageDocument, ROLE_NAMES, withText } from "../../src/web/documents.ts";
import { readDocuments, treeOf } from "../../src/web/read.ts";

const KEY = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const QUESTION = { principal: "arn:aws:iam::111122223333:role/app", action: "kms:Decrypt", resource: KEY };
const policy = (statement: object) => `${JSON.stringify({ Version: "2012-10-17", Statement: [statement] }, undefined, 2)}\n`;
const keyPolicy = (text: string): PageDocument => ({ role: "key-policy", name: "key policy", text });

describe("documents", () => {
  test("one of each role begins with a text that is in order, under a name of its own", () => {
    for (const role of ROLE_NAMES) {
      const first = newDocument([], role);
      const others =
        role === "world" || role === "file" ? [] : [keyPolicy(policy({ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }))];
      const all = role === "key-policy" ? [first] : [...others, first];
      expect(
        readDocuments(all).diagnostics.filter(({ severity }) => severity === "error"),
        role,
      ).toEqual([]);
      expect(labelOf(first, all)).not.toBe("");
    }
    const one = newDocument([], "scp");
    const two = newDocument([one], "scp");
    expect([one.name, two.name]).toEqual(["SCP level 1 policy 1", "SCP level 1 policy 2"]);
    expect([labelOf(one, [one, two]), labelOf(two, [one, two])]).toEqual(["SCP 1.1", "SCP 1.2"]);
    expect(withText([one, two], one.name, "x").map(({ text }) => text === "x")).toEqual([true, false]);
  });

  test("a world that begins with a brace is JSON", () => {
    expect(isYamlText({ role: "world", name: "world.yaml", text: "version: 1" })).toBe(true);
    expect(isYamlText({ role: "world", name: "world.yaml", text: ' { "version": 1 }' })).toBe(false);
    expect(treeOf({ role: "world", name: "world.yaml", text: "a: [1]" })?.kind).toBe("object");
  });
});

describe("what is wrong is told at its place", () => {
  test("a misspelt member of a policy", () => {
    const text = policy({ Sid: "A", Efect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" });
    const reading = readDocuments([keyPolicy(text)]);
    expect(reading.diagnostics[0]).toMatchObject({ severity: "error", at: { file: "key policy", line: 6, column: 7 } });
    const attempt = decideQuestion(reading, QUESTION);
    expect("invalid" in attempt && attempt.invalid.length).toBeGreaterThan(0);
  });

  test("a grant, a fact about the key, and the request", () => {
    const allow = keyPolicy(policy({ Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" }));
    const invalidOf = (more: PageDocument | undefined, question = QUESTION) => {
      const attempt = decideQuestion(readDocuments(more ? [allow, more] : [allow]), question);
      return "invalid" in attempt ? attempt.invalid.map(({ at }) => `${at.file}:${at.line ?? ""}${at.pointer}`) : [];
    };
    expect(
      invalidOf({
        role: "grants",
        name: "grants",
        text: '{ "Grants": [\n  { "GrantId": "g", "Operations": ["Decript"], "GranteePrincipal": "arn:aws:iam::111122223333:role/a" }\n] }',
      }),
    ).toEqual([expect.stringMatching(/^grants:2/)]);
    expect(invalidOf({ role: "key", name: "key facts", text: '{\n  "multiRegion": "no"\n}' })).toEqual([
      expect.stringMatching(/^key facts:2/),
    ]);
    expect(invalidOf(undefined, { ...QUESTION, principal: "nobody" })).toEqual([expect.stringMatching(/^request:/)]);
    expect(invalidOf(undefined, { ...QUESTION, action: "kms:Decript" })).toEqual([expect.stringMatching(/^request:/)]);
  });

  test("a policy over the limit of KMS, and a text that nobody edits", () => {
    const sized = (size: number) =>
      readDocuments([keyPolicy(policy({ Sid: "a".repeat(size), Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" }))]);
    for (const size of [33_000, 1_100_000]) {
      const { diagnostics, case: read } = sized(size);
      expect(diagnostics.some(({ severity }) => severity === "error")).toBe(true);
      expect(read).toBe(undefined);
    }
  });

  test("a file that a world names and nobody opened", () => {
    const { diagnostics } = readDocuments([
      { role: "world", name: "w.yaml", text: "version: 1\naccount: '111122223333'\nregion: us-east-1\nkeys:\n  k: { policy: ./k.json }\n" },
    ]);
    expect(diagnostics[0]).toMatchObject({ code: "KW002", at: { file: "w.yaml", line: 5 } });
  });
});

test("an answer that hangs on one key has an answer for each of its values", () => {
  const text = policy({
    Effect: "Allow",
    Principal: "*",
    Action: "kms:*",
    Resource: "*",
    Condition: { Bool: { "aws:SecureTransport": "true" } },
  });
  const attempt = decideQuestion(readDocuments([keyPolicy(text)]), { ...QUESTION, unknown: ["aws:SecureTransport"] });
  if (!("decided" in attempt)) throw new Error("not decided");
  expect(attempt.decided.outcome).toBe("undetermined");
  expect(toldEitherWay(attempt.decided.answer, "aws:SecureTransport")).toEqual([
    ["true", "allowed"],
    ["false", "implicitDeny"],
  ]);
});
