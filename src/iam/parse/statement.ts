import type { JsonNode } from "../../base/json-source.ts";
import { shown } from "../../base/text.ts";
import type { Element, Statement } from "../policy.ts";
import { parseActions } from "./action.ts";
import { parseConditions } from "./condition.ts";
import { parsePrincipalElement } from "./principal.ts";
import { type Found, kindOf, type Reading, readMembers, type Spot, spotOf } from "./report.ts";
import { parseResources } from "./resource.ts";
import { readString } from "./strings.ts";

const ELEMENTS = ["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition"] as const;
type ElementName = (typeof ELEMENTS)[number];
type PairName = "Principal" | "Action" | "Resource";

export const isStatementElement = (name: string): boolean => (ELEMENTS as readonly string[]).includes(name);

/** The elements of one statement, and what is needed to report on them. */
type Source = {
  readonly found: ReadonlyMap<ElementName, Found>;
  readonly meant: ReadonlySet<ElementName>;
  readonly spot: Spot; // of the statement
};

/** One statement (rule iam.grammar.elements, rule iam.grammar.exact-names, rule iam.grammar.by-type). `sids` are those of the statements before it. Undefined: it cannot be read. */
export function parseStatement(
  reading: Reading,
  node: JsonNode,
  pointer: string,
  index: number,
  sids: Map<string, number>,
): Statement | undefined {
  const spot = spotOf(node, pointer);
  if (node.kind !== "object") {
    reading.error("KW104", spot, `a statement is ${kindOf(node)}`, "a statement is an object with `Effect`, `Action` and so on");
    return undefined;
  }
  const source: Source = { ...readMembers(reading, node.members, pointer, ELEMENTS, adviceFor), spot };
  const fullAccess = reading.options.type === "resource-control" && isFullAccess(node);
  const sid = parseSid(reading, source, index, sids);
  const effect = parseEffect(reading, source, fullAccess);
  const principal = parsePair(reading, source, "Principal", (found, except) => parsePrincipalElement(reading, found, except));
  if (principal?.mode === "except" && effect === "Allow") notPrincipalAllow(reading, source);
  const action = parsePair(reading, source, "Action", (found) => parseActions(reading, found, fullAccess));
  const resource = parsePair(reading, source, "Resource", (found) => parseResources(reading, found));
  const conditions = parseConditions(reading, source.found.get("Condition"));
  if (effect === undefined) return undefined;
  const ref = { policy: reading.options.name, statement: index, ...(sid && { sid }) };
  return { ref, effect, principal, action, resource, conditions, at: reading.place(spot) };
}

const adviceFor = (name: string): string | undefined =>
  name === "Version" || name === "Id" || name === "Statement" ? `\`${name}\` belongs beside the statements, not in one` : undefined;

function parseSid(reading: Reading, { found }: Source, index: number, sids: Map<string, number>): string | undefined {
  const member = found.get("Sid");
  if (member === undefined) return undefined;
  const sid = readString(reading, member.value, member.pointer, "`Sid`");
  if (sid === undefined || sid === "") return undefined; // empty ones are not counted as equal
  const spot = spotOf(member.value, member.pointer);
  const strict = reading.rules.sid === "letters and digits, once";
  if (strict && !/^[A-Za-z0-9]*$/.test(sid)) {
    reading.error("KW203", spot, `the Sid ${shown(sid)} has other characters than letters and digits`, "leave out spaces and signs");
  }
  const first = sids.get(sid);
  if (first === undefined) sids.set(sid, index);
  else if (strict) reading.error("KW204", spot, `the Sid ${shown(sid)} is used twice`, `statement ${first} has it already`);
  else reading.warning("KW204", spot, `the Sid ${shown(sid)} is used twice`, `statement ${first} has it already`);
  return sid;
}

function parseEffect(reading: Reading, { found, meant, spot }: Source, fullAccess: boolean): Statement["effect"] | undefined {
  const member = found.get("Effect");
  if (member === undefined) {
    if (!meant.has("Effect")) reading.error("KW105", spot, "`Effect` is missing", 'a statement says "Effect": "Allow" or "Effect": "Deny"');
    return undefined;
  }
  const effect = readString(reading, member.value, member.pointer, "`Effect`");
  if (effect === undefined) return undefined;
  const at = spotOf(member.value, member.pointer);
  if (effect !== "Allow" && effect !== "Deny") {
    const lower = effect.toLowerCase();
    const help = lower === "allow" ? "write `Allow`" : lower === "deny" ? "write `Deny`" : "write `Allow` or `Deny`";
    reading.error("KW202", at, `unknown effect ${shown(effect)}`, help);
    return undefined;
  }
  if (effect === "Allow" && !reading.rules.allow && !fullAccess) {
    reading.error(
      "KW205",
      at,
      `\`Allow\` is not allowed in ${reading.rules.called}`,
      "it can only deny: AWS adds the policy that allows itself",
    );
  }
  return effect;
}

/** An element and its Not-form: at most one of the two, and one where the type of policy wants it. */
function parsePair<T>(
  reading: Reading,
  { found, meant, spot }: Source,
  name: PairName,
  read: (found: Found, except: boolean) => readonly T[] | undefined,
): Element<T> | undefined {
  const plain = found.get(name);
  const negated = found.get(`Not${name}`);
  if (plain !== undefined && negated !== undefined) {
    reading.error("KW206", negated.name, `\`${name}\` and \`Not${name}\` in one statement`, "keep one of the two");
  }
  if (plain !== undefined) checkAllowed(reading, name, plain);
  if (negated !== undefined) checkAllowed(reading, `Not${name}`, negated);
  const member = plain ?? negated;
  if (member === undefined) {
    if (!meant.has(name) && !meant.has(`Not${name}`)) missing(reading, name, spot);
    return undefined;
  }
  const except = plain === undefined;
  const members = read(member, except);
  if (members === undefined) return undefined;
  if (isEmpty(member.value)) empty(reading, name, except, member);
  return { mode: except ? "except" : "only", members, at: reading.place(member.name) };
}

function checkAllowed(reading: Reading, name: ElementName, { name: spot }: Found): void {
  const { rules } = reading;
  const allowed: Partial<Record<ElementName, boolean>> = {
    Principal: rules.principal !== "none",
    NotPrincipal: rules.notPrincipal,
    NotAction: rules.notAction,
    Resource: rules.resource !== "none",
    NotResource: rules.resource !== "none",
  };
  if (allowed[name] === false) reading.error("KW205", spot, `\`${name}\` is not allowed in ${rules.called}`, INSTEAD[name]);
}

const INSTEAD: Partial<Record<ElementName, string>> = {
  Principal: "whom it is for is said by what it is attached to: take it out",
  NotPrincipal: "use a condition on `aws:PrincipalArn`",
  NotAction: "list the actions in `Action`",
  Resource: "its resource is the role: take it out",
  NotResource: "its resource is the role: take it out",
};

function missing(reading: Reading, name: PairName, spot: Spot): void {
  const { called, principal, action, resource } = reading.rules;
  const rule = { Principal: principal, Action: action, Resource: resource }[name];
  if (rule === "none" || rule === "optional") return;
  if (rule === "or no effect") {
    const help = name === "Resource" ? 'write "Resource": "*", which means this key' : 'write the actions, such as "Action": "kms:*"';
    reading.warning("KW306", spot, `a statement without \`${name}\` has no effect in ${called}`, help);
    return;
  }
  reading.error(
    "KW105",
    spot,
    `\`${name}\` is missing`,
    `a statement of ${called} needs \`${name}\`${negatable(reading, name) ? ` or \`Not${name}\`` : ""}`,
  );
}

const negatable = ({ rules }: Reading, name: PairName): boolean =>
  name === "Resource" || (name === "Action" ? rules.notAction : rules.notPrincipal);

/** `[]`, `{}`, and a map of such (rule iam.empty.elements). */
const isEmpty = (node: JsonNode): boolean =>
  node.kind === "array" ? node.items.length === 0 : node.kind === "object" && node.members.every(({ value }) => isEmpty(value));

function empty(reading: Reading, name: PairName, except: boolean, { value, pointer }: Found): void {
  const spot = spotOf(value, pointer);
  if (except) reading.error("KW263", spot, `\`Not${name}\` is empty`, `name what is excepted, or write \`${name}\``);
  else reading.warning("KW309", spot, `\`${name}\` is empty: the statement never applies`, "fill it, or take the statement out");
}

function notPrincipalAllow(reading: Reading, { found, spot }: Source): void {
  const help = "name those you allow in `Principal`, or write a Deny with a condition on `aws:PrincipalArn`";
  reading.error("KW207", found.get("NotPrincipal")?.name ?? spot, "`NotPrincipal` with `Allow`", help);
}

/** The one statement of RCPFullAWSAccess, which AWS attaches everywhere: the only Allow a resource control policy has (rule iam.grammar.by-type). */
function isFullAccess(node: JsonNode): boolean {
  const wanted = new Map([["Effect", "Allow"], ["Principal", "*"], ["Action", "*"], ["Resource", "*"]]); // biome-ignore format: one line
  if (node.kind !== "object") return false;
  const texts = node.members.filter(({ name }) => name !== "Sid");
  return texts.length === wanted.size && texts.every(({ name, value }) => value.kind === "string" && value.value === wanted.get(name));
}
