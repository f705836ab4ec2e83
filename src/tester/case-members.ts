import { pointerStep } from "../base/text.ts";
import type { CaseEntry, DefaultsEntry, Row } from "./document.ts";
import type { EachRow } from "./each.ts";

/** What a case may ask, and expect: members of rows, of cases and of `defaults` alike. */
export type Member = keyof Row;

/** The members of one thing to be tried: of its row, else of its case, else the defaults of its file; and where each was written. */
export class CaseMembers {
  readonly entry: CaseEntry;
  readonly pointer: string; // of the case
  readonly #row: EachRow | undefined;
  readonly #defaults: DefaultsEntry;

  constructor(entry: CaseEntry, pointer: string, row: EachRow | undefined, defaults: DefaultsEntry) {
    this.entry = entry;
    this.pointer = pointer;
    this.#row = row;
    this.#defaults = defaults;
  }

  /** A member of the row or the case. */
  own<M extends Member>(member: M): Row[M] {
    return this.#row?.values[member] ?? this.entry[member];
  }

  get<M extends Member>(member: M): Row[M] {
    return this.own(member) ?? this.#default(member);
  }

  #default<M extends Member>(member: M): Row[M] {
    return member === "because" ? undefined : (this.#defaults as Row)[member];
  }

  /** Where a member was written; the case where it was not. */
  pointerOf(member: Member): string {
    if (this.#row?.values[member] !== undefined) return this.#row.pointerOf(member);
    if (this.entry[member] !== undefined) return pointerStep(this.pointer, member);
    return this.#default(member) === undefined ? this.pointer : pointerStep("/defaults", member);
  }

  /** The key or the resource that is asked about: whichever is said nearest to the case. `both` where one place says both. */
  target(): { readonly key?: string; readonly resource?: string; readonly both?: true } {
    for (const place of [this.#row?.values, this.entry, this.#defaults]) {
      const { key, resource } = place ?? {};
      if (key !== undefined && resource !== undefined) return { both: true };
      if (key !== undefined) return { key };
      if (resource !== undefined) return { resource };
    }
    return {};
  }
}
