import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { onlyChanged, parseGitDiff } from "../../src/coverage/changed.ts";
import { lines, sampleReport } from "./covered.ts";

const told = (diff: string) => [...parseGitDiff(diff)].map(([path, set]) => [path, [...set]]);

const DIFF = `diff --git a/policies/orders.json b/policies/orders.json
index 1..2 100644
--- a/policies/orders.json
+++ b/policies/orders.json
@@ -3 +3,2 @@ "Statement": [
-  old
+  new
++++ b/not-a-file.json
@@ -20,2 +20,0 @@
-  gone
--- a/neither.json
diff --git a/gone.json b/gone.json
deleted file mode 100644
--- a/gone.json
+++ /dev/null
@@ -1 +0,0 @@
-{}
diff --git "a/\\303\\251t\\303\\251 \\"x\\".json" "b/\\303\\251t\\303\\251 \\"x\\".json"
new file mode 100644
--- /dev/null
+++ "b/\\303\\251t\\303\\251 \\"x\\".json"
@@ -0,0 +1,3 @@
+{
+
+}
`;

test("lines that were added or changed, by file; of those taken out, the gap", () => {
  expect(told(DIFF)).toEqual([
    ["policies/orders.json", [3, 4, 20.5]],
    ['été "x".json', [1, 2, 3]],
  ]);
});

test.each(["", "no diff", "@@ -1 +1 @@\n+x", "+++ b/x\n@@ nonsense @@", "+++ b/x\n@@ -1,1 +1,99999999999 @@"])(
  "%j says nothing",
  (text) => {
    expect([...parseGitDiff(text).values()].flatMap((set) => [...set])).toEqual([]);
  },
);

test("never throws, and a hunk that claims no end of lines has one", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("+++ ", '"', "\\", "b/", "@@ -1 +2,9", " @@", "\n", "+", "-", "7")),
      (parts) => void parseGitDiff(parts.join("")),
    ),
  );
  expect(parseGitDiff("+++ b/x\n@@ -0,0 +1,999999999 @@\n").get("x")?.size).toBe(1_000_000);
});

test("what git itself prints is understood", () => {
  const folder = mkdtempSync(join(tmpdir(), "kmsward-diff-"));
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...args], { cwd: folder, encoding: "utf8" });
  try {
    git("init", "-q");
    writeFileSync(join(folder, "a b.json"), "1\n2\n3\n4\n5\n6\n");
    git("add", ".");
    git("commit", "-qm", "one");
    writeFileSync(join(folder, "a b.json"), "1\nzwei\n3\n5\n6\nsieben\n");
    expect(told(git("diff", "--unified=0"))).toEqual([["a b.json", [2, 3.5, 6]]]);
    expect(told(git("diff", "--unified=0", "--no-prefix"))).toEqual([["a b.json", [2, 3.5, 6]]]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const filtered = (...changed: number[]) =>
  lines(onlyChanged(sampleReport(), new Map([["./orders.json", new Set(changed)]])), "orders.json").map((line) =>
    line.replace(/ \S+$/, ""),
  );

test("an item counts if one of its lines changed: an entry, and the statement around it", () => {
  expect(filtered(19)).toEqual(["11:5 statement AllowAppUse", "19:9 action kms:GenerateDataKey*"]);
  expect(filtered(28)).toEqual(["11:5 statement AllowAppUse", "26:11 condition StringLike kms:ViaService"]);
  expect(filtered(34)).toEqual(["33:5 statement DenyOutsideOrg"]);
});

test("lines taken out of a statement change it, and between two statements nothing", () => {
  expect(filtered(19.5)).toEqual(["11:5 statement AllowAppUse"]);
  expect(filtered(27.5)).toEqual(["11:5 statement AllowAppUse", "26:11 condition StringLike kms:ViaService"]);
  expect(filtered(32.5)).toEqual([]);
});

test("what has not changed is left out", () => {
  expect(filtered(1, 2, 3)).toEqual([]);
  expect(onlyChanged(sampleReport(), new Map([["other.json", new Set([1])]])).policies).toEqual([]);
});
