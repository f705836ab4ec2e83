import { Document, isMap, isSeq, stringify } from "yaml";
import { printable } from "../../base/text.ts";
import type { CaseEntry } from "../../tester/document.ts";
import type { DraftWorld } from "./world.ts";

const SCHEMAS = "node_modules/kmsward/schemas";
const WIDE = 120;

/** The text of the world that was put together, with what a person has to look at on top. `home`: "./", or the way to the folder of the package. */
export function worldText({ document, notes }: DraftWorld, home: string): string {
  const head = [
    `# yaml-language-server: $schema=${home}${SCHEMAS}/world.schema.json`,
    "# Who and what there is, put together from the policies of this repository by `kmsward init`.",
    ...(notes.length > 0 ? ["#", "# Please review:", ...notes.map((note) => `# - ${printable(note, 2_000)}`)] : []),
  ];
  return `${head.join("\n")}\n${stringify(document, { lineWidth: 0, aliasDuplicateObjects: false })}`;
}

/** The text of the test file: each case marked, for its expectation is what the policies do today, which need not be what they should do. */
export function testsText(world: string | readonly string[], cases: readonly CaseEntry[], home: string): string {
  const document = new Document({ version: 1, world, cases }, { aliasDuplicateObjects: false });
  const list = document.get("cases");
  if (isSeq(list)) for (const item of list.items) dress(item);
  const head = [
    `# yaml-language-server: $schema=${home}${SCHEMAS}/test.schema.json`,
    "# What the policies do today, written down by `kmsward init`: no more. Look at each case, fix the policy or the expectation where it is not",
    '# what should be, and take the word "review" out.',
  ];
  return `${head.join("\n")}\n${document.toString({ lineWidth: WIDE }).replace(/^ +$/gm, "")}`;
}

const SHORT = 90;

/** Lists and maps that are short on one line, a blank line before each case, and the mark. */
function dress(item: unknown): void {
  if (!isMap(item)) return;
  item.commentBefore = " review";
  item.spaceBefore = true;
  for (const name of ["each", "context", "encryptionContext", "because"]) {
    const value = item.get(name);
    if ((isMap(value) || isSeq(value)) && JSON.stringify(value).length < SHORT) value.flow = true;
  }
}
