import { type JsonNode, lineOf, readJson, toValue } from "../../base/json-source.ts";
import type { WorldChange } from "../../estate/change.ts";
import type { World } from "../../estate/world.ts";
import type { Policy, Statement } from "../../iam/policy.ts";
import { edited, memberOf } from "./edits.ts";
import { formOf } from "./equivalence.ts";
import { type Mutant, type Part, renderedDiff, type Subject, unified } from "./mutant.ts";
import { MUTATORS } from "./mutants.ts";
import type { Draft, Mutator } from "./mutator.ts";
import { type Site, type Surroundings, sitesOf } from "./site.ts";
import { type PolicySource, readAs } from "./source.ts";

export type PolicyMutants = {
  readonly mutants: readonly Mutant[];
  readonly equivalent: readonly Mutant[]; // of one form with the original
};

export const subjectOf = ({ name, type, file, pointer }: PolicySource): Subject => ({
  name,
  type,
  file,
  pointer,
});

/** All mutants of a document: each a valid policy, each of another form. */
export function policyMutants(source: PolicySource, around: Surroundings): PolicyMutants {
  const [first] = source.uses;
  if (first === undefined) return { mutants: [], equivalent: [] };
  const maker = new Maker(source, first.policy);
  for (const mutator of MUTATORS) {
    if (mutator.on !== undefined && !mutator.on.includes(source.type)) continue;
    for (const site of sitesOf(source.text, source.root, first.policy, around))
      for (const draft of mutator.drafts(site)) maker.make(mutator, site, draft);
  }
  return maker;
}

class Maker implements PolicyMutants {
  readonly mutants: Mutant[] = [];
  readonly equivalent: Mutant[] = [];
  readonly #source: PolicySource;
  readonly #original: Policy;
  readonly #form: string;
  readonly #seen = new Set<string>();
  readonly #lines: (offset: number) => { line: number; column: number };

  constructor(source: PolicySource, original: Policy) {
    this.#source = source;
    this.#original = original;
    this.#form = formOf(original);
    this.#lines = lineOf(source.whole?.text ?? "");
  }

  make(mutator: Mutator, site: Site, draft: Draft): void {
    const source = this.#source;
    const text = edited(source.text, draft.edits);
    if (text === source.text) return;
    const read = new Readings(source, text);
    const changed = read.as(this.#original);
    const parts = changed && read.parts();
    if (changed === undefined || parts === undefined) return;
    const form = formOf(changed);
    const isSame = form === this.#form;
    if (!isSame && this.#seen.has(form)) return;
    this.#seen.add(form);
    const isGone = changed.statements.length < this.#original.statements.length;
    const after = isGone ? undefined : changed.statements[site.index];
    const mutant: Mutant = {
      mutator: mutator.name,
      what: draft.what,
      subject: subjectOf(source),
      ...this.#place(site, draft),
      parts,
      isEquivalent: (prove) => isSame || prove(this.#original, changed),
      diff: () => this.#diff(site, text, isGone),
      focus: { before: site.statement, after, policy: this.#original },
    };
    (isSame ? this.equivalent : this.mutants).push(mutant);
  }

  /** Of the text that is replaced, where it is the file's own. */
  #place({ statement }: { readonly statement: Statement }, { edits }: Draft): Pick<Mutant, "at" | "end" | "replacement"> {
    const { whole } = this.#source;
    const [edit] = edits;
    if (whole === undefined || edit === undefined) return { at: statement.at };
    const { line, column } = this.#lines(whole.start + edit.start);
    return { at: { ...statement.at, line, column }, end: this.#lines(whole.start + edit.end), replacement: edit.text };
  }

  #diff({ node, index, statement }: Site, text: string, isGone: boolean): string {
    const { whole, file } = this.#source;
    if (whole !== undefined) {
      const after = whole.text.slice(0, whole.start) + text + whole.text.slice(whole.start + this.#source.text.length);
      return unified(file, whole.text, after);
    }
    const changed = isGone ? undefined : statementNode(readJson(text).node, index);
    return renderedDiff(statement.at, toValue(node), changed && toValue(changed));
  }
}

function statementNode(root: JsonNode | undefined, index: number): JsonNode | undefined {
  const list = root?.kind === "object" ? memberOf(root, "Statement")?.value : undefined;
  return list?.kind === "array" ? list.items[index] : list;
}

/** A changed text, read as each use of the document reads it. */
class Readings {
  readonly #source: PolicySource;
  readonly #text: string;
  readonly #read = new Map<string, Policy | undefined>();

  constructor(source: PolicySource, text: string) {
    this.#source = source;
    this.#text = text;
  }

  as(policy: Policy): Policy | undefined {
    const key = `${policy.type}\n${policy.name}`;
    if (!this.#read.has(key)) this.#read.set(key, readAs(policy, this.#text, this.#source));
    return this.#read.get(key);
  }

  /** Undefined where one of the uses cannot have this text. */
  parts(): readonly Part[] | undefined {
    const byWorld = new Map<World, Map<Policy, { readonly policy: Policy; readonly text: string }>>();
    for (const { world, policy } of this.#source.uses) {
      const changed = this.as(policy);
      if (changed === undefined) return undefined;
      const policies = byWorld.get(world) ?? new Map<Policy, { readonly policy: Policy; readonly text: string }>();
      byWorld.set(world, policies.set(policy, { policy: changed, text: this.#text }));
    }
    return [...byWorld].map(([world, policies]) => ({ world, change: { policies } satisfies WorldChange, touches: [...policies.keys()] }));
  }
}
