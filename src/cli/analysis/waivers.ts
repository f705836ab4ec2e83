import { RULE_CODES, ruleOf } from "../../analysis/findings/rules.ts";
import { rulesLike } from "../../analysis/findings/selection.ts";
import type { Waiver } from "../../analysis/findings/waivers.ts";
import type { Code } from "../../base/codes.ts";
import type { Diagnostic } from "../../base/diagnostic.ts";
import { type JsonNode, toValue } from "../../base/json-source.ts";
import { nearest } from "../../base/nearest.ts";
import { listed, pointerStep, shown } from "../../base/text.ts";
import type { Io } from "../command.ts";
import { Files } from "../files.ts";
import { Refusal } from "../refusal.ts";

const MEMBERS = ["rule", "fingerprint", "key", "reason", "until"] as const;
const SHAPE = '{ "version": 1, "waivers": [{ "rule": "KW703", "key": "orders", "reason": "…", "until": "2027-01-31" }] }';

type At = (node: JsonNode, pointer: string) => Diagnostic["at"];

/**
 * The waivers of a file, JSON or YAML. Every one has a reason and a last day: what is waived for ever is forgotten.
 *
 * @throws {Refusal} for a file that is anything else; nothing of it counts then.
 */
export async function readWaivers(path: string, io: Io): Promise<readonly Waiver[]> {
  const { node, faults, at } = await new Files(io).document(path);
  const place: At = ({ start }, pointer) => ({ file: at.file, ...at.place(start), pointer });
  const [fault] = faults;
  if (node === undefined || fault !== undefined)
    throw new Refusal([error("KW100", { file: at.file, pointer: "" }, fault?.message ?? "holds nothing", `as in ${SHAPE}`)]);
  const list = node.kind === "object" ? node.members.find(({ name }) => name === "waivers")?.value : undefined;
  const version = node.kind === "object" ? node.members.find(({ name }) => name === "version")?.value : undefined;
  if (list?.kind !== "array" || version === undefined || toValue(version) !== 1)
    throw new Refusal([error("KW104", place(node, ""), "is no list of waivers of version 1", `as in ${SHAPE}`)]);
  const stray = node.kind === "object" ? node.members.filter(({ name }) => name !== "waivers" && name !== "version") : [];
  const problems = stray.map(({ name, value }) => error("KW101", place(value, pointerStep("", name)), `${shown(name)} means nothing here`));
  const waivers = list.items.map((item, i) => readWaiver(item, pointerStep("/waivers", i), place, problems));
  if (problems.length > 0) throw new Refusal(problems);
  return waivers;
}

function readWaiver(item: JsonNode, pointer: string, place: At, problems: Diagnostic[]): Waiver {
  const tell = (code: Code, node: JsonNode, at: string, message: string, help?: string) =>
    problems.push(error(code, place(node, at), message, help));
  const found: Partial<Record<(typeof MEMBERS)[number], string>> = {};
  for (const { name, value } of item.kind === "object" ? item.members : []) {
    const at = pointerStep(pointer, name);
    const member = MEMBERS.find((one) => one === name);
    const text = toValue(value);
    if (member === undefined) tell("KW101", value, at, `${shown(name)} means nothing in a waiver`, `it has ${listed(MEMBERS)}`);
    else if (typeof text !== "string" || text.trim() === "")
      tell("KW104", value, at, `${shown(name)} is not a text`, "in YAML put dates in quotes");
    else if (member === "until" && !isDay(text)) tell("KW104", value, at, `${shown(text)} is no day`, 'as in "2027-01-31"');
    else if (member === "rule" && (/[*?]/.test(text) || rulesLike(text).length === 0)) {
      const near = nearest(text, [...RULE_CODES, ...RULE_CODES.map((code) => ruleOf(code).name)]);
      tell("KW003", value, at, `there is no rule ${shown(text)}`, near === undefined ? undefined : `did you mean ${near}?`);
    } else found[member] = text;
  }
  const { rule, fingerprint, key, reason, until } = found;
  const missing = (["rule", "reason", "until"] as const).filter((name) => found[name] === undefined);
  if (missing.length > 0 && !problems.some(({ at }) => at.pointer.startsWith(`${pointer}/`)))
    tell("KW105", item, pointer, `a waiver needs ${listed(missing)}`, `as in ${SHAPE}`);
  return {
    rule: rule ?? "",
    ...(fingerprint !== undefined && { fingerprint }),
    ...(key !== undefined && { key }),
    reason: reason ?? "",
    until: until ?? "",
    at: place(item, pointer),
  };
}

const isDay = (text: string): boolean =>
  /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

const error = (code: Code, at: Diagnostic["at"], message: string, help?: string): Diagnostic => ({
  code,
  severity: "error",
  message,
  at,
  ...(help !== undefined && { help }),
});
