import { engine } from "../authz/authorizer.ts";
import type { Answer } from "../authz/decision.ts";
import { placedInRequest } from "../authz/key-names.ts";
import type { PolicySet } from "../authz/link.ts";
import type { Diagnostic, Place } from "../base/diagnostic.ts";
import { type JsonNode, toValue } from "../base/json-source.ts";
import { resourceTypeOf } from "../estate/policy-documents.ts";
import { type CaseDocument, faultDiagnostics, memberOf, placeIn, type TextPlace } from "../world/json-place.ts";
import { shapeDiagnostics } from "../world/shape.ts";
import type { Case } from "./case.ts";
import { readSet } from "./policy-set.ts";
import { validateCase } from "./validators.generated.js";

/** The answer to a case, or everything that is wrong with the case. `warnings` are about its policies; those about the request the answer has. */
export type CaseAnswer = { readonly id?: string | number } & (
  | { readonly answer: Answer; readonly warnings: readonly Diagnostic[] }
  | { readonly invalid: readonly Diagnostic[] }
);

/** A case before it is checked: its plain value, the tree of its policies, and where the parts of it were written. */
export type CaseDraft = {
  readonly value: unknown;
  readonly policies?: JsonNode | undefined;
  readonly text: TextPlace; // where `policies` were written
  readonly placeOf: (pointer: string) => Place; // of a JSON pointer in `value`
  readonly compiled?: Partial<PolicySet>; // policies that were read elsewhere: they stand in for those of the case
};

/** Reads and answers one case with the greatest care about places: all that is wrong is told, each with where it is. */
export function answerDocument({ node, faults }: CaseDocument, text: TextPlace): CaseAnswer {
  const value = node === undefined ? undefined : toValue(node);
  const placed = faultDiagnostics(faults, text);
  if (placed.length > 0) return { ...idOf(value), invalid: placed };
  return answerDraft({ value, policies: memberOf(node, "policies"), text, placeOf: placeIn(node, text) });
}

/** Checks the shape, reads the policies and asks. */
export function answerDraft({ value, policies, text, placeOf, compiled }: CaseDraft): CaseAnswer {
  const id = idOf(value);
  const misshapen = shapeDiagnostics(validateCase(value), placeOf);
  if (misshapen.length > 0) return { ...id, invalid: misshapen };
  const { request, grants, key } = value as Case;

  const type = resourceTypeOf(request.action, request.resource);
  const { set, diagnostics } = readSet({ policies, grants, key }, type, { ...text, pointer: "" });
  const placed = diagnostics.map((diagnostic) => withLine(diagnostic, placeOf));
  if (set === undefined) return { ...id, invalid: placed.filter(({ severity }) => severity === "error") };

  const answer = engine({ ...set, ...compiled })(request);
  const inRequest = (one: Diagnostic) => placeOf(`/request${one.at.pointer}`);
  if (answer.invalid !== undefined) return { ...id, invalid: answer.invalid.map((one) => ({ ...one, at: inRequest(one) })) };
  const { warnings } = answer;
  if (warnings !== undefined) Object.assign(answer, { warnings: placedInRequest(warnings, inRequest) });
  return { ...id, answer, warnings: placed };
}

/** What is told by its pointer only gets its line too. */
const withLine = (diagnostic: Diagnostic, placeOf: (pointer: string) => Place): Diagnostic =>
  diagnostic.at.line === undefined ? { ...diagnostic, at: placeOf(diagnostic.at.pointer) } : diagnostic;

/** An invalid case is answered under its id too, if it has one. */
function idOf(value: unknown): { readonly id?: string | number } {
  if (typeof value !== "object" || value === null || !("id" in value)) return {};
  return typeof value.id === "string" || typeof value.id === "number" ? { id: value.id } : {};
}
