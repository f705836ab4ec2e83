import { expect, it } from "vitest";
import type { Change } from "../../src/analysis/answers.ts";
import { compare } from "../../src/analysis/compare.ts";
import { decideQuestion } from "../../src/web/answer.ts";
import { listedChanges } from "../../src/web/changes.ts";
import { readDocuments } from "../../src/web/read.ts";

const ROLE = "arn:aws:iam::111122223333:role";
const statement = (role: string, Action: string | readonly string[], tenant?: string) => ({
  Effect: "Allow",
  Principal: { AWS: `${ROLE}/${role}` },
  Action,
  Resource: "*",
  ...(tenant !== undefined && { Condition: { StringEquals: { "kms:EncryptionContext:tenant": tenant } } }),
});
function worldOf(...Statement: readonly object[]) {
  const text = JSON.stringify({ Version: "2012-10-17", Statement });
  const found = decideQuestion(readDocuments([{ role: "key-policy", name: "key policy", text }]), {
    principal: `${ROLE}/app`,
    action: "kms:Decrypt",
    resource: "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
  });
  if (!("decided" in found)) throw new Error("not decided");
  return found.decided.world;
}
const words = ({ who, actions, before, after }: ReturnType<typeof listedChanges>["gained"][number]) => [
  /role\/(\w+)/.exec(who.text)?.[1],
  [...actions].sort().join(" "),
  before?.when.map((all) => all.map(({ text }) => text).join(" and ")).join(" or "),
  after?.when.map((all) => all.map(({ text }) => text).join(" and ")).join(" or "),
];
const listed = (changes: readonly Change[]) => {
  const { gained, lost, changed } = listedChanges(changes);
  return { gained: gained.map(words), lost: lost.map(words), changed: changed.map(words) };
};

it("calls changed what is gained and lost by the same with the same, under other conditions", () => {
  const before = worldOf(statement("app", ["kms:Decrypt", "kms:Encrypt"], "t1"), statement("old", "kms:Decrypt"));
  const after = worldOf(statement("app", "kms:Decrypt", "t2"), statement("new", "kms:Decrypt"));
  expect(listed(compare(before, after).changes)).toEqual({
    gained: [["new", "kms:Decrypt", undefined, ""]],
    lost: [
      ["app", "kms:Encrypt", 'is "t1"', undefined],
      ["old", "kms:Decrypt", "", undefined],
    ],
    changed: [["app", "kms:Decrypt", 'is "t1"', 'is "t2"']],
  });
});

it("leaves nothing out and says nothing twice", () => {
  const one = (direction: Change["direction"], actions: readonly string[], fingerprint: string) =>
    ({
      direction,
      actions,
      fingerprint,
      who: { kind: "principal", text: "x" },
      key: { arn: "k" },
      when: [],
      severity: "same-account",
    }) as unknown as Change;
  const changes = [one("gained", ["a", "b"], "1"), one("lost", ["b", "c"], "2"), one("lost", ["b"], "3"), one("gained", ["c", "d"], "4")];
  const { gained, lost, changed } = listedChanges(changes);
  const all = [...gained, ...lost, ...changed];
  expect(gained.flatMap(({ actions }) => actions)).toEqual(["a", "d"]);
  expect(changed.flatMap(({ actions }) => actions)).toEqual(["b", "c"]);
  expect(lost.flatMap(({ actions }) => actions)).toEqual(["b"]);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
});
