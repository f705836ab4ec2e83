import fc from "fast-check";
import type { TestFile } from "../../src/tester/test-case.ts";
import { readTestFile } from "../../src/tester/test-file.ts";
import { contextArbitrary, GIVEN_KEYS } from "../generators/conditions.ts";
import { AIM, policyArbitrary } from "../generators/policies.ts";
import { encryptionContextArbitrary } from "../generators/requests.ts";
import { GUEST, HOME, KEY, ROLE } from "../generators/vocabulary.ts";
import { readerOf, told } from "../tester/files.ts";

/** Test files whose policies are texts in memory, for tests of mutation. */

export type Texts = Readonly<Record<string, string>>;

export const TEST = "a.ward.json";

export function fileOf(texts: Texts): TestFile {
  const read = readTestFile(TEST, { readFile: readerOf(texts) });
  if (read.file === undefined) throw new Error(told(read).join("\n"));
  return read.file;
}

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const world = {
  account: HOME,
  region: "us-east-1",
  principals: {
    app: { arn: ROLE, policies: ["app.json"], boundary: "boundary.json" },
    alice: `arn:aws:iam::${HOME}:user/alice`,
    guest: { arn: `arn:aws:iam::${GUEST}:role/app`, policies: ["app.json"] },
  },
  keys: {
    orders: {
      arn: KEY,
      policy: "key.json",
      grants: [
        {
          name: "g",
          grantee: "guest",
          operations: ["Decrypt", "CreateGrant"],
          constraints: { EncryptionContextEquals: { tenant: "a", app: "b" } },
        },
        { name: "h", grantee: "alice", operations: ["Encrypt"] },
      ],
    },
    other: { policy: "key.json" },
  },
};

const question = fc.record({
  principal: fc.constantFrom("app", "app", "alice", "guest", `arn:aws:iam::${HOME}:root`),
  action: fc.constantFrom("kms:Decrypt", "kms:Decrypt", "kms:Encrypt", "kms:DescribeKey", "kms:CreateGrant"),
  key: fc.constantFrom("orders", "orders", "other"),
  encryptionContext: encryptionContextArbitrary,
  context: contextArbitrary(GIVEN_KEYS, 2),
});

const WORDS = { allowed: "allow", explicitDeny: "explicit-deny", implicitDeny: "implicit-deny", undetermined: "undetermined" } as const;

/** Generated policies, and cases that expect what is answered: all of them pass. */
export const greenFiles: fc.Arbitrary<Texts> = fc
  .record({
    key: policyArbitrary("key-policy", AIM),
    app: policyArbitrary("identity", AIM),
    boundary: policyArbitrary("boundary", AIM, 0),
    questions: fc.array(question, { minLength: 1, maxLength: 6 }),
  })
  .map(({ key, app, boundary, questions }) => {
    const policies = { "key.json": pretty(key), "app.json": pretty(app), "boundary.json": pretty(boundary) };
    const cases = questions.map((asked, i) => ({ name: `case ${i}`, ...asked, expect: "deny" }));
    const test = (expected: object[]) => ({ ...policies, [TEST]: pretty({ version: 1, world, cases: expected }) });
    const first = fileOf(test(cases));
    return test(cases.map((one, i) => ({ ...one, expect: WORDS[answerOf(first, i)] })));
  });

function answerOf({ world: asked, cases }: TestFile, i: number) {
  const check = cases[i]?.check;
  if (check?.kind !== "request") throw new Error("not a request");
  return asked.authorize(check.question).outcome;
}
