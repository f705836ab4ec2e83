import type { Determining } from "../../authz/decision.ts";
import type { Place } from "../../base/diagnostic.ts";
import { policiesOf, type WorldKey } from "../../estate/estate.ts";
import type { World } from "../../estate/world.ts";
import type { Element, Policy, PrincipalEntry, Statement } from "../../iam/policy.ts";
import type { Grant } from "../../iam/request.ts";

/** A line of a statement as it is shown. `same` is what it says, however it is written; `at`, the element it is of, and `value` lead to its place. */
type Line = { readonly text: string; readonly marked: boolean; readonly same?: string; readonly at?: Place; readonly value?: string };

/** A statement or grant, written out in one way whatever way its file has it. */
export type View = { readonly name: string; readonly at?: Place; readonly effect: "Allow" | "Deny"; readonly lines: readonly Line[] };

/** The same statement before and after, as far as there is one; the lines that differ are marked. */
export type Pair = { readonly before?: View; readonly after?: View };

type Found =
  | { readonly kind: "statement"; readonly policy: Policy; readonly statement: Statement; readonly key?: WorldKey }
  | { readonly kind: "grant"; readonly grant: Grant; readonly key: WorldKey };

/** The policies that were asked about, and the keys that some of them are of. */
export type Known = { readonly keys: readonly WorldKey[]; readonly policies: readonly Policy[] };

export const knownIn = ({ estate }: World): Known => ({ keys: estate.keys, policies: [...policiesOf(estate).keys()] });

/** The statements and grants of one side by what answers call them. */
export class Statements {
  readonly #known: Known;
  readonly #byRef = new Map<object, Found>();

  constructor(known: Known) {
    this.#known = known;
    const keyOf = new Map(known.keys.map((key) => [key.policy, key]));
    for (const policy of known.policies) {
      const key = keyOf.get(policy);
      for (const statement of policy.statements)
        this.#byRef.set(statement.ref, { kind: "statement", policy, statement, ...(key !== undefined && { key }) });
    }
  }

  find(ref: Determining, arn: string): Found | undefined {
    const key = this.#known.keys.find((one) => one.arn === arn);
    if ("grant" in ref) {
      const grant = key?.grants.find(({ GrantId }) => GrantId === ref.grant);
      return key && grant && { kind: "grant", grant, key };
    }
    const known = this.#byRef.get(ref);
    if (known !== undefined) return known;
    const policy = [...(key === undefined ? [] : [key.policy]), ...this.#known.policies].find(({ name }) => name === ref.policy);
    const statement = policy?.statements[ref.statement];
    return policy && statement && { kind: "statement", policy, statement, ...(key?.policy === policy && { key }) };
  }

  /** What stands here in the place of something of another world: under the same name, or else most alike. */
  counterpart(of: Found): Found | undefined {
    if (of.kind === "grant") {
      const key = this.#known.keys.find(({ arn }) => arn === of.key.arn);
      const grant = key?.grants.find(({ GrantId, Name }) => GrantId === of.grant.GrantId || (Name !== undefined && Name === of.grant.Name));
      return key && grant && { kind: "grant", grant, key };
    }
    const wanted = new Set(tellingIn(of));
    let best: { readonly found: Found; readonly score: number } | undefined;
    for (const policy of this.#like(of))
      for (const statement of policy.statements) {
        if (statement.effect !== of.statement.effect) continue;
        const found: Found = { kind: "statement", policy, statement, ...(of.key !== undefined && { key: of.key }) };
        const own = tellingIn(found);
        const common = own.filter((same) => wanted.has(same)).length / Math.max(own.length, wanted.size, 1);
        const score = common + (statement.ref.sid !== undefined && statement.ref.sid === of.statement.ref.sid ? 1 : 0);
        if (score >= 0.5 && score > (best?.score ?? 0)) best = { found, score };
      }
    return best?.found;
  }

  #like({ policy, key }: Extract<Found, { kind: "statement" }>): readonly Policy[] {
    if (key !== undefined) return this.#known.keys.filter(({ arn }) => arn === key.arn).map((one) => one.policy);
    return this.#known.policies.filter(({ name, type }) => name === policy.name && type === policy.type);
  }
}

/** What decided, each with the place of its statement. */
export const placedRefs = (refs: readonly Determining[], arn: string, statements: Statements | undefined): readonly object[] =>
  refs.map((ref) => {
    const found = statements?.find(ref, arn);
    return found === undefined ? ref : { ...ref, at: found.kind === "grant" ? found.key.at : found.statement.at };
  });

type Refs = { readonly before: readonly Determining[]; readonly after: readonly Determining[] };

const MOST_PAIRS = 4;

/** What decided before and what does after, each beside what stood in its place; unchanged pairs last, since they explain less. */
export function pairsFor({ before, after }: Refs, arn: string, old: Statements, now: Statements): readonly Pair[] {
  const pairs: Pair[] = [];
  const seen = new Set<object>();
  const add = (a: Found | undefined, b: Found | undefined) => {
    const id = b === undefined ? a : b;
    const identity = id === undefined ? undefined : id.kind === "grant" ? id.grant : id.statement;
    if (identity === undefined || seen.has(identity)) return;
    seen.add(identity);
    pairs.push(pairOf(a, b));
  };
  for (const ref of after) {
    const found = now.find(ref, arn);
    if (found !== undefined) add(old.counterpart(found), found);
  }
  for (const ref of before) {
    const found = old.find(ref, arn);
    if (found !== undefined) add(found, now.counterpart(found));
  }
  const isChanged = (pair: Pair): boolean => [pair.before, pair.after].some((view) => view?.lines.some(({ marked }) => marked));
  return [...pairs].sort((a, b) => Number(isChanged(b)) - Number(isChanged(a))).slice(0, MOST_PAIRS);
}

/** A statement by itself, with nothing marked. */
export function viewFor(ref: Determining, arn: string, statements: Statements): View | undefined {
  const found = statements.find(ref, arn);
  return found && viewOf(found, () => false);
}

function pairOf(a: Found | undefined, b: Found | undefined): Pair {
  const [before, after] = [a, b].map((found) => new Set(found === undefined ? [] : linesOf(found).flatMap(({ same }) => same ?? [])));
  const beside = (other: ReadonlySet<string> | undefined) => (same: string) => other?.has(same) !== true;
  return {
    ...(a !== undefined && { before: viewOf(a, beside(after)) }),
    ...(b !== undefined && { after: viewOf(b, beside(before)) }),
  };
}

function viewOf(found: Found, isMarked: (same: string) => boolean): View {
  const lines = linesOf(found).map((line) => ({ ...line, marked: line.same !== undefined && isMarked(line.same) }));
  if (found.kind === "grant")
    return { name: `grant ${found.grant.Name ?? found.grant.GrantId} of ${found.key.name}`, at: found.key.at, effect: "Allow", lines };
  const { ref, at, effect } = found.statement;
  const owner = found.key === undefined ? ref.policy : `key policy of ${found.key.name}`;
  return { name: ref.sid === undefined ? `statement ${ref.statement + 1} of ${owner}` : `"${ref.sid}" of ${owner}`, at, effect, lines };
}

/** What makes a statement the one that it is: most have the same effect on the same resource. */
const tellingIn = (found: Found): readonly string[] =>
  linesOf(found).flatMap(({ same }) => (same === undefined || /^(?:Effect|Resource) /.test(same) ? [] : same));

type Plain = Omit<Line, "marked">;

function linesOf(found: Found): readonly Plain[] {
  if (found.kind === "grant") return grantLines(found.grant);
  const { ref, effect, principal, action, resource, conditions } = found.statement;
  const members: (readonly Plain[])[] = [
    ...(ref.sid === undefined ? [] : [[{ text: `"Sid": ${quoted(ref.sid)}` }]]),
    [{ text: `"Effect": "${effect}"`, same: `Effect ${effect}` }],
    ...(principal === undefined ? [] : [principalLines(principal)]),
    ...(action === undefined ? [] : [elementLines("Action", action, (value) => value.toLowerCase())]),
    ...(resource === undefined ? [] : [elementLines("Resource", resource)]),
    ...(conditions.length === 0 ? [] : [conditionLines(found.statement)]),
  ];
  return [{ text: "{" }, ...joined(members).map(indented), { text: "}" }];
}

const quoted = (text: string): string => JSON.stringify(text);
const indented = (line: Plain): Plain => ({ ...line, text: `  ${line.text}` });

/** Parts of several lines each, with commas between them. */
const joined = (parts: readonly (readonly Plain[])[]): readonly Plain[] =>
  parts.flatMap((lines, i) =>
    lines.map((line, j) => (j === lines.length - 1 && i < parts.length - 1 ? { ...line, text: `${line.text},` } : line)),
  );

type Value = { readonly value: string; readonly same: string; readonly at: Place };

function listLines(name: string, values: readonly Value[]): readonly Plain[] {
  const [first] = values;
  const line = ({ value, same, at }: Value, text: string): Plain => ({ text, same, at, value });
  if (first !== undefined && values.length === 1) return [line(first, `"${name}": ${quoted(first.value)}`)];
  return [{ text: `"${name}": [` }, ...joined(values.map((one) => [line(one, quoted(one.value))])).map(indented), { text: "]" }];
}

function elementLines(
  name: "Action" | "Resource",
  { mode, members, at }: Element<string>,
  normal: (value: string) => string = String,
): readonly Plain[] {
  const full = mode === "except" ? `Not${name}` : name;
  return listLines(
    full,
    members.map((value) => ({ value, same: `${full} ${normal(value)}`, at })),
  );
}

function principalLines({ mode, members, at }: Element<PrincipalEntry>): readonly Plain[] {
  const name = mode === "except" ? "NotPrincipal" : "Principal";
  const value = (one: PrincipalEntry): Value => ({ value: one.value, same: `${name} ${one.kind} ${accountOf(one.value)}`, at });
  const [first] = members;
  if (members.length === 1 && first?.value === "*" && first.kind === "AWS") return [{ text: `"${name}": "*"`, ...value(first) }];
  const kinds = [...new Set(members.map(({ kind }) => kind))];
  const parts = kinds.map((kind) => listLines(kind, members.filter((one) => one.kind === kind).map(value)));
  return [{ text: `"${name}": {` }, ...joined(parts).map(indented), { text: "}" }];
}

/** An account by its id is its root, which KMS writes out (KMS Developer Guide, Key policies, "AWS account principals"). */
const accountOf = (value: string): string => (/^[0-9]{12}$/.test(value) ? `arn:aws:iam::${value}:root` : value);

function conditionLines({ conditions }: Statement): readonly Plain[] {
  const operators = [...new Set(conditions.map(({ operator }) => operator))];
  const parts = operators.map((operator) => {
    const keys = conditions
      .filter((one) => one.operator === operator)
      .map(({ key, values, at }) =>
        listLines(
          key,
          values.map((value) => ({ value, same: `Condition ${operator} ${key.toLowerCase()} ${value}`, at })),
        ),
      );
    return [{ text: `${quoted(operator)}: {` }, ...joined(keys).map(indented), { text: "}" }];
  });
  return [{ text: '"Condition": {' }, ...joined(parts).map(indented), { text: "}" }];
}

function grantLines(grant: Grant): readonly Plain[] {
  const member = (
    name: "GranteePrincipal" | "GranteeServicePrincipal" | "RetiringPrincipal" | "Constraints",
  ): readonly (readonly Plain[])[] => {
    const text = JSON.stringify(grant[name]);
    return text === undefined ? [] : [[{ text: `"${name}": ${text}`, same: `${name} ${text}` }]];
  };
  const operations = [...grant.Operations].sort().map((one) => [{ text: quoted(one), same: `Operation ${one}` }]);
  const parts = [
    ...member("GranteePrincipal"),
    ...member("GranteeServicePrincipal"),
    ...member("RetiringPrincipal"),
    [{ text: '"Operations": [' }, ...joined(operations).map(indented), { text: "]" }],
    ...member("Constraints"),
  ];
  return [{ text: "{" }, ...joined(parts).map(indented), { text: "}" }];
}
