import type { Diagnostic } from "../../base/diagnostic.ts";
import { type JsonFault, lineOf } from "../../base/json-source.ts";
import { isYaml } from "../../base/text.ts";
import type { PolicyType } from "../../iam/policy.ts";
import type { LintedFile } from "../../report/lint/report.ts";
import { type CaseDocument, faultDiagnostics } from "../../world/json-place.ts";
import { parsePolicy } from "../../world/policy-text.ts";
import { type FileContent, readContent, readNode } from "./document.ts";
import { placeholderIn, TEMPLATE_HELP } from "./foreign.ts";
import { kindOf } from "./kind.ts";

type Asked = { readonly type: PolicyType | undefined; readonly isNamed: boolean };

/** What is wrong with the policy in a text; undefined where there is none, and none was meant. */
export async function lintText(path: string, text: string, { type, isNamed }: Asked): Promise<LintedFile | undefined> {
  if (!isNamed && !/statement/i.test(text)) return undefined;
  const yaml = isYaml(path) ? (await import("../../world/yaml-source.ts")).readYaml(text) : undefined;
  const content = yaml === undefined ? readContent(path, text) : yamlContent(path, text, yaml);
  if (content.kind === "policy") {
    const kind = kindOf(path, content.document.statements);
    const known = type ?? content.document.told.type ?? ("type" in kind ? kind.type : "resource");
    return { path, type: known, problems: withTemplate(content.document.parse(known).diagnostics, text) };
  }
  if (content.kind === "broken") return { path, problems: withTemplate(brokenText(path, text, content.faults, yaml !== undefined), text) };
  if (!isNamed) return undefined;
  const { message, help } =
    content.kind === "foreign" ? { message: `holds no policy: it is ${content.foreign.what}`, help: content.foreign.help } : NONE;
  return { path, problems: [{ code: "KW670", severity: "error", message, at: { file: path, pointer: "" }, help }] };
}

const NONE = { message: "holds no policy", help: "a policy is an object with `Version` and `Statement`" };

function yamlContent(path: string, text: string, { node, faults }: CaseDocument): FileContent {
  if (node !== undefined && faults.length === 0) return readNode(path, node, text);
  return /^Statement\s{0,9}:/m.test(text) ? { kind: "broken", faults } : { kind: "nothing" };
}

/** All that is wrong with the writing; of JSON also what the reader of policies makes of it. */
function brokenText(path: string, text: string, faults: readonly JsonFault[], isYamlText: boolean): readonly Diagnostic[] {
  if (isYamlText) return faultDiagnostics(faults, { file: path, place: lineOf(text) });
  return parsePolicy(text, { type: "resource", name: path, file: path, place: lineOf(text) }).diagnostics.filter(({ code }) =>
    code.startsWith("KW10"),
  );
}

/** Of a template the errors are those of its placeholders: that is said with the first. */
function withTemplate(problems: readonly Diagnostic[], text: string): readonly Diagnostic[] {
  const placeholder = problems.some(({ severity }) => severity === "error") ? placeholderIn(text) : undefined;
  if (placeholder === undefined) return problems;
  const first = problems.findIndex(({ severity }) => severity === "error");
  const help = `\`${placeholder}\` looks like a template: ${TEMPLATE_HELP}`;
  return problems.map((problem, i) => (i === first ? { ...problem, help } : problem));
}
