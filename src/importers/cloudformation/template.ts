import { type JsonNode, lineOf, readJson } from "../../base/json-source.ts";
import { faultDiagnostics, memberOf, type TextPlace } from "../../world/json-place.ts";
import type { RecognisedDocument } from "../importer.ts";
import type { Sides } from "../sides.ts";
import { readTemplateText } from "./template-text.ts";

/** A template that was read, and where an offset in it is in its file. */
export type ReadTemplate = { readonly file: string; readonly root: JsonNode; readonly place: TextPlace["place"] };

const TEXT_LIMIT = 8_000_000; // CloudFormation takes a megabyte

/** The template in a document, or in the answer of `get-template`; undefined, and told, where it cannot be read. */
export function readTemplate(document: RecognisedDocument, sides: Sides): ReadTemplate | undefined {
  const { file, text, offset } = document;
  if (text.length > TEXT_LIMIT) return told(sides, document, "the template is too large: CloudFormation takes up to one megabyte");
  const inText = lineOf(text);
  const place = (at: number) => (offset === 0 ? inText(at) : undefined);
  const body = /"TemplateBody"/.test(text) ? memberOf(readJson(text).node, "TemplateBody") : undefined;
  if (body?.kind === "object") return { file, root: body, place };
  const { node, faults } = readTemplateText(body?.kind === "string" ? body.value : text);
  const where: TextPlace["place"] = body === undefined ? place : () => inText(body.start);
  if (node !== undefined && faults.length === 0) {
    if (memberOf(node, "Resources")?.kind === "object") return { file, root: node, place: where };
    return told(sides, document, "the template has no `Resources`");
  }
  sides.diagnostics.push(...faultDiagnostics(faults, { file, place: where }));
  return undefined;
}

function told(sides: Sides, document: RecognisedDocument, message: string): undefined {
  sides.tell("KW818", document.at(""), message, undefined, "error");
}
