import type { Code } from "../base/codes.ts";
import type { Diagnostic, Place } from "../base/diagnostic.ts";
import { nearest } from "../base/nearest.ts";
import { pointerStep, pointerSteps, shown } from "../base/text.ts";
import type { Fault } from "./faults.ts";

/** Words for what a compiled schema found; `placeOf` tells where a JSON pointer of the checked value is. */
export const shapeDiagnostics = (faults: readonly Fault[], placeOf: (pointer: string) => Place): readonly Diagnostic[] =>
  withoutEchoes(faults).map((fault) => {
    const { code, message, help, member } = wordsFor(fault);
    const pointer = member === undefined ? fault.pointer : pointerStep(fault.pointer, member);
    return { code, severity: "error", message, at: placeOf(pointer), ...(help && { help }) };
  });

/** A member is not missing where one nobody knows, in the same object, looks like it: one slip is told once. */
function withoutEchoes(faults: readonly Fault[]): readonly Fault[] {
  if (!faults.some(({ keyword }) => keyword === "required")) return faults;
  const slips = faults.filter(({ keyword }) => keyword === "additionalProperties");
  const meant = new Set(slips.map((fault) => `${fault.pointer} ${meantBy(fault)}`));
  return faults.filter(
    ({ keyword, pointer, params }) => keyword !== "required" || !meant.has(`${pointer} ${String(params.missingProperty)}`),
  );
}

const meantBy = ({ params }: Fault): string | undefined =>
  nearest(String(params.additionalProperty), (params.known ?? []) as readonly string[]);

type Words = { readonly code: Code; readonly message: string; readonly help?: string | undefined; readonly member?: string };

function wordsFor(fault: Fault): Words {
  const { keyword, message, params, pointer } = fault;
  const name = pointer === "" ? "the document" : `\`${pointerSteps(pointer).at(-1)}\``;
  if (keyword === "additionalProperties") {
    const member = String(params.additionalProperty);
    const known = (params.known ?? []) as readonly string[];
    const near = meantBy(fault);
    const help = near
      ? `did you mean \`${near}\`?`
      : known.length > 0
        ? `known are ${known.map((word) => `\`${word}\``).join(", ")}`
        : undefined;
    return { code: "KW101", message: `unknown member ${shown(member)}`, help, member };
  }
  if (keyword === "required") return { code: "KW105", message: `\`${String(params.missingProperty)}\` is missing` };
  if (keyword === "enum")
    return {
      code: "KW104",
      message: `${name} is none of ${(params.allowedValues as unknown[]).map((value) => `\`${String(value)}\``).join(", ")}`,
    };
  if (keyword === "pattern" && pointer.endsWith("ccount")) return { code: "KW104", message: `${name} is not a 12-digit account id` };
  return { code: "KW104", message: `${name} ${message}` };
}
