import type { MutantResult, MutationReport } from "../../src/mutation/mutate-report.ts";

/** A report of mutation with a mutant of every status. */

const at = { file: "key.json", line: 12, column: 7, pointer: "/Statement/1" };
const base = { subject: 0, at, ran: 2 } as const;

export const MUTANTS: readonly MutantResult[] = [
  {
    ...base,
    id: "1",
    mutator: "drop-statement",
    what: "without the statement `App`",
    status: "killed",
    killedBy: { file: "a.ward.yaml", name: "app reads", line: 20 },
  },
  {
    ...base,
    id: "2",
    mutator: "flip-effect",
    what: "`Deny` → `Allow`",
    status: "survived",
    end: { line: 12, column: 13 },
    replacement: '"Allow"',
    diff: '--- key.json\n+++ key.json\n@@ -12,1 +12,1 @@\n-  "Deny"\n+  "Allow" \u001b[31m',
    suggestion: {
      entry: { name: "app may not Decrypt", principal: "app", action: "kms:Decrypt", expect: "deny" },
      yaml: "  - name: app may not Decrypt\n    principal: app\n    action: kms:Decrypt\n    expect: deny",
      file: "a.ward.yaml",
      original: "explicit-deny",
      mutant: "allow",
    },
  },
  {
    ...base,
    id: "3",
    mutator: "drop-grant",
    what: "without the grant in grant `g`",
    status: "uncovered",
    ran: 0,
    subject: 1,
    at: { file: "world.yaml", pointer: "/keys/orders/grants/0" },
    diff: "--- world.yaml",
  },
  { ...base, id: "4", mutator: "toggle-if-exists", what: "`a|b` <x>", status: "equivalent" },
];

export const REPORT: MutationReport = {
  version: 1,
  counted: 3,
  killed: 1,
  survived: 1,
  uncovered: 1,
  equivalent: 1,
  score: 100 / 3,
  cases: 2,
  files: ["a.ward.yaml"],
  sample: { of: 10, seed: 7 },
  subjects: [
    {
      name: "key policy",
      type: "key-policy",
      file: "key.json",
      pointer: "",
      counted: 2,
      killed: 1,
      survived: 1,
      uncovered: 0,
      equivalent: 1,
      score: 50,
    },
    {
      name: "grants of orders",
      type: "grant",
      file: "world.yaml",
      pointer: "/keys/orders/grants",
      counted: 1,
      killed: 0,
      survived: 0,
      uncovered: 1,
      equivalent: 0,
      score: 0,
    },
  ],
  mutants: MUTANTS,
};
