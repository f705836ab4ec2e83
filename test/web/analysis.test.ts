import { describe, expect, test } from "vitest";
import { whoCan } from "../../src/analysis/access.ts";
import { accessGraph } from "../../src/report/graph/graph.ts";
import { accessTable } from "../../src/web/access-table.ts";
import { decideQuestion } from "../../src/web/answer.ts";
import { layOut } from "../../src/web/graph/layout.ts";
import { readDocuments } from "../../src/web/read.ts";

const POLICY = {
  Version: "2012-10-17",
  Statement: [
    { Effect: "Allow", Principal: { AWS: "arn:aws:iam::111122223333:role/app" }, Action: ["kms:Decrypt", "kms:Encrypt"], Resource: "*" },
    {
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::111122223333:role/export" },
      Action: "kms:Decrypt",
      Resource: "*",
      Condition: { StringEquals: { "kms:EncryptionContext:purpose": "export" } },
    },
    { Effect: "Allow", Principal: { AWS: "arn:aws:iam::444455556666:role/partner" }, Action: "kms:DescribeKey", Resource: "*" },
  ],
};
const attempt = decideQuestion(readDocuments([{ role: "key-policy", name: "key policy", text: JSON.stringify(POLICY) }]), {
  principal: "arn:aws:iam::111122223333:role/app",
  action: "kms:Decrypt",
  resource: "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
});
if (!("decided" in attempt)) throw new Error(JSON.stringify(attempt.invalid));
const access = whoCan(attempt.decided.world, { key: attempt.decided.key });

describe("who can, as a table", () => {
  const { columns, rows } = accessTable(access);
  const cellOf = (who: RegExp, action: string) => {
    const column = columns.findIndex(({ actions }) => actions.includes(action));
    return rows.find((row) => who.test(row.who))?.cells[column];
  };

  test("a cell says what the access says: always, under conditions, never", () => {
    expect(cellOf(/app/, "kms:Decrypt")?.may).toBe("always");
    expect(cellOf(/export/, "kms:Decrypt")).toMatchObject({ may: "sometimes", when: [expect.stringContaining('purpose is "export"')] });
    expect(cellOf(/export/, "kms:Encrypt")?.may).toBe("never");
    expect(cellOf(/partner/, "kms:DescribeKey")?.may).toBe("sometimes"); // where its own policies allow it
  });

  test("each action is in one column, and rows are by account", () => {
    const actions = columns.flatMap((column) => column.actions);
    expect(new Set(actions).size).toBe(actions.length);
    expect(new Set(access.entries.flatMap((entry) => entry.actions))).toEqual(new Set(actions));
    expect(rows.map(({ account }) => account)).toEqual(rows.map(({ account }) => account).sort());
  });
});

describe("who can, as a picture", () => {
  const graph = accessGraph(access.entries).all;
  const picture = layOut(graph, (text) => text.length * 7);

  test("has every node and every way once, apart from each other, and the same each time", () => {
    expect(picture.nodes.map(({ node }) => node.id)).toEqual(graph.nodes.map(({ id }) => id));
    expect(picture.edges).toHaveLength(graph.edges.length);
    for (const [i, a] of picture.nodes.entries())
      for (const b of picture.nodes.slice(i + 1))
        expect(Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= (a.height + b.height) / 2).toBe(true);
    expect(layOut(graph, (text) => text.length * 7)).toEqual(picture);
  });

  test("is as large as what is in it, and no label runs on without end", () => {
    for (const { x, y, width, height } of picture.nodes) {
      expect(x + width / 2).toBeLessThanOrEqual(picture.width);
      expect(y + height / 2).toBeLessThanOrEqual(picture.height);
    }
    for (const { lines } of [...picture.nodes, ...picture.edges]) for (const line of lines) expect(line.length).toBeLessThanOrEqual(34);
  });
});
