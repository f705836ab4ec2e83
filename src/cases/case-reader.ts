import { isAboutRequest } from "../authz/key-names.ts";
import { type JsonNode, lineOf, readJson } from "../base/json-source.ts";
import { resourceTypeOf } from "../estate/policy-documents.ts";
import type { Request } from "../iam/request.ts";
import { answerDocument, type CaseAnswer } from "./case-document.ts";
import { type Remembered, SET_MEMBERS, SetCache, type SetMember } from "./set-cache.ts";
import { validateRequest } from "./validators.generated.js";

/** Where a case stands. With `line` the text is that one line of the file. */
export type CasePlace = { readonly file: string; readonly line?: number };

/**
 * Answers the texts of cases. Engines are kept by the text of what they are compiled from, so that in a stream with few distinct policy sets a line
 * costs the reading of its request; memory stays bounded however long the stream is. Never throws for any text.
 */
export class CaseReader {
  readonly #sets = new SetCache();

  /**
   * The answer, under the case's id; or, with exact places, everything that is wrong with the case. Places are those of the file; of a line they are the
   * number of the line and a column in it. The trace of a line's answer has JSON pointers only.
   */
  read(text: string, { file, line }: CasePlace): CaseAnswer {
    if (line === undefined) return answerDocument(readJson(text), { file, place: lineOf(text) });
    return this.#readFast(text, file) ?? answerDocument(readJson(text), { file, place: (offset) => ({ line, column: offset + 1 }) });
  }

  /** For what is in order only: undefined says that somebody has to look with care. */
  #readFast(text: string, file: string): CaseAnswer | undefined {
    const seen: { -readonly [member in SetMember]?: Remembered } = {};
    const recall = (name: string, offset: number): { readonly node: JsonNode; readonly end: number } | undefined => {
      const remembered = isSetMember(name) ? this.#sets.recall(name, text, offset) : undefined;
      if (remembered === undefined) return undefined;
      seen[name as SetMember] = remembered;
      return { node: remembered.node, end: offset + remembered.text.length };
    };
    const { node, faults } = readJson(text, { known: recall });
    if (faults.length > 0 || node?.kind !== "object") return undefined;

    let id: string | number | undefined;
    let request: Request | undefined;
    for (const { name, value } of node.members) {
      if (isSetMember(name)) {
        const remembered = seen[name] ?? this.#sets.remember(name, text.slice(value.start, value.end));
        if (remembered === undefined) return undefined;
        seen[name] = remembered;
      } else if (name === "request")
        request = JSON.parse(text.slice(value.start, value.end)); // its texts are copies, not slices of the line
      else if (name === "id" && (value.kind === "string" || value.kind === "number")) id = value.value;
      else if (name !== "$schema" || value.kind !== "string") return undefined;
    }
    if (request === undefined || validateRequest(request).length > 0) return undefined;
    const answer = this.#sets.engine(seen, resourceTypeOf(request.action, request.resource), file)?.(request);
    if (answer === undefined || answer.invalid !== undefined || answer.warnings?.some(isAboutRequest)) return undefined;
    return id === undefined ? { answer, warnings: [] } : { id, answer, warnings: [] };
  }
}

const isSetMember = (name: string): name is SetMember => (SET_MEMBERS as readonly string[]).includes(name);
