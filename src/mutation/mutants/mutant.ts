import { createTwoFilesPatch, FILE_HEADERS_ONLY, OMIT_HEADERS } from "diff";
import type { Place } from "../../base/diagnostic.ts";
import type { WorldChange } from "../../estate/change.ts";
import type { World } from "../../estate/world.ts";
import type { Policy, PolicyType, Statement } from "../../iam/policy.ts";
import type { Grant } from "../../iam/request.ts";
import type { IsEquivalent } from "./equivalence.ts";

/** What is changed: a document, or the grants of a key. Reports count by it. */
export type Subject = {
  readonly name: string; // what people call it: a path, "key policy", "grants of orders"
  readonly type: PolicyType | "grant";
  readonly file: string;
  readonly pointer: string;
};

/** One change, in every world that has what is changed. */
export type Mutant = {
  readonly mutator: string;
  readonly what: string; // "`Allow` → `Deny`"
  readonly subject: Subject;
  readonly at: Place;
  readonly end?: { readonly line: number; readonly column: number }; // of the text that is replaced
  readonly replacement?: string;
  readonly parts: readonly Part[];
  readonly isEquivalent: (prove: IsEquivalent) => boolean;
  readonly diff: () => string; // unified, of the file's own lines where they are JSON
  readonly focus: Focus;
};

/** What is changed in one world. */
export type Part = { readonly world: World; readonly change: WorldChange; readonly touches: readonly Touched[] };

/** What a question may gather: a policy, a grant, or a level of the organization. */
export type Touched = Policy | Grant | readonly Policy[];

/** What the change is about: where to look for a request that notices. */
export type Focus = {
  readonly before?: Statement | undefined;
  readonly after?: Statement | undefined;
  readonly policy?: Policy | undefined; // that the statement is in, or that is taken away
  readonly whole?: boolean; // all of the policy is: `before` stands for it
  readonly grants?: readonly Grant[] | undefined; // before and after
  readonly keyArn?: string | undefined; // of the grants
};

/** Unified, three lines around. */
export function unified(file: string, before: string, after: string): string {
  const options = { context: 3, headerOptions: FILE_HEADERS_ONLY };
  return createTwoFilesPatch(file, file, before, after, undefined, undefined, options).replace(/\n+$/, "");
}

/** Of what has no lines of its own: its JSON before and after, in whole, below a line that says where it is. */
export function renderedDiff({ file, line, pointer }: Place, before: unknown, after: unknown): string {
  const lines = (value: unknown) => (value === undefined ? "" : `${JSON.stringify(value, null, 2)}\n`);
  const options = { context: 3, headerOptions: OMIT_HEADERS };
  const patch = createTwoFilesPatch("", "", lines(before), lines(after), undefined, undefined, options);
  const hunks = patch.replace(/^@@ .*\n/, "").replace(/\n+$/, "");
  const place = line === undefined ? file : `${file}:${line}`;
  return [`--- ${place}`, `+++ ${place}`, `@@ ${pointer || "/"} @@`, hunks].join("\n");
}
