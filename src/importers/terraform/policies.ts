import type { Place } from "../../base/diagnostic.ts";
import { pointerStep } from "../../base/text.ts";
import type { PolicyValue } from "../draft.ts";
import { identityOf, type Leaf, textOf } from "../leaf.ts";
import { from } from "../origins.ts";
import type { Sides } from "../sides.ts";
import type { Attributes } from "./attributes.ts";
import { hasUnknown, type Instance, isMasked, isOpen, placeOf } from "./instance.ts";
import { asList, asMembers, asText, asWord, isMembers, type Members, memberAt, objectsIn } from "./members.ts";
import { asProviderReads, type Composed, merged, policyIn, written } from "./policy-json.ts";
import type { References, Source } from "./references.ts";

/** What stands in the argument that holds a policy. */
export type PolicyAnswer =
  | { readonly kind: "document"; readonly document: PolicyValue }
  | { readonly kind: "none" } // none is set
  | { readonly kind: "unknown"; readonly why: string; readonly at: Place; readonly help?: string };

const REBUILDABLE = 'write the policy by `data "aws_iam_policy_document"`, whose statements a plan shows';
const MOST_DEPTH = 32;

/** Thrown inside of this file only: why a document cannot be rebuilt. */
class Undecided extends Error {
  readonly at: Place;
  readonly help: string | undefined;
  constructor(why: string, at: Place, help?: string) {
    super(why);
    this.at = at;
    this.help = help;
  }
}

/** Where a leaf stands: what may be there. */
type Spot = "principal" | "resource" | "action" | "value";

/**
 * The policies of one side: as they are written where a plan holds their text, and otherwise rebuilt from `aws_iam_policy_document`, as the provider will put
 * them together. References that a value which is not known yet has are taken for the value, as an assumption (a plan does not hold expressions).
 */
export class Policies {
  readonly #sides: Sides;
  readonly #attributes: Attributes;
  readonly #references: References;
  readonly #rebuilt = new Map<string, PolicyAnswer>();

  constructor(sides: Sides, attributes: Attributes, references: References) {
    this.#sides = sides;
    this.#attributes = attributes;
    this.#references = references;
  }

  /** The policy in an argument of a resource. */
  of(instance: Instance, name: string): PolicyAnswer {
    const expression = instance.config?.expressions[name];
    return this.at(
      instance,
      memberAt(instance.values, name),
      memberAt(instance.unknown, name),
      expression,
      placeOf(instance, name),
      isMasked(instance, name),
    );
  }

  /** The same where it stands deeper. */
  at(instance: Instance, value: unknown, unknown: unknown, expression: unknown, at: Place, masked: boolean): PolicyAnswer {
    if (typeof value === "string") return value.trim() === "" ? { kind: "none" } : this.#text(value, at);
    if (isMembers(value) && !hasUnknown(unknown)) return { kind: "document", document: value }; // awscc and others hold objects
    if (unknown !== true && !isMembers(value)) {
      if (masked) return { kind: "unknown", why: "its text is masked as sensitive", at };
      return { kind: "none" };
    }
    if (instance.config === undefined)
      return { kind: "unknown", why: "it is known after apply, and the plan has no configuration of it", at };
    if (expression === undefined) return { kind: "none" };
    const sources = this.#references.ofArgument(instance, expression) ?? [];
    return this.#computed(sources, at);
  }

  #text(text: string, at: Place): PolicyAnswer {
    if (/000000000000|[:/]mock[-_/:]/i.test(text))
      this.#sides.tell(
        "KW814",
        at,
        "the policy names an account or ARN that looks like a placeholder",
        "plan with the real outputs (`mock_outputs` of Terragrunt stand in for them)",
      );
    const read = policyIn(text);
    return "document" in read ? { kind: "document", document: read.document } : { kind: "unknown", why: read.why, at };
  }

  /** A policy that is computed: out of one policy document as it is, or in a way that a plan does not show. */
  #computed(sources: readonly Source[], at: Place): PolicyAnswer {
    const told = sources.filter(({ kind }) => kind !== "null");
    const [first, ...more] = told;
    if (first === undefined)
      return sources.length > 0
        ? { kind: "none" }
        : { kind: "unknown", why: "it is known after apply: functions compute it", at, help: REBUILDABLE };
    if (more.length > 0 || first.kind === "open") {
      const names = told.map(({ from }) => from);
      return {
        kind: "unknown",
        why: `it is computed from ${names.slice(0, 4).join(", ")}${names.length > 4 ? " and more" : ""}, and known after apply`,
        at,
        help: REBUILDABLE,
      };
    }
    if (first.kind === "text") return this.#text(first.text, at);
    if (
      first.kind === "attribute" &&
      first.instance.type === "aws_iam_policy_document" &&
      /^(?:json|minified_json)$/.test(first.attribute ?? "json")
    ) {
      const rebuilt = this.rebuilt(first.instance);
      if (sources.length === 1 || rebuilt.kind !== "document") return rebuilt;
      return { kind: "document", document: this.#assumedWhole(rebuilt.document, first, at) };
    }
    return { kind: "unknown", why: `it is computed from ${first.from}, and known after apply`, at, help: REBUILDABLE };
  }

  /**
   * `coalesce(var.policy, data.x.json)` and the like, where the variable is null: the document is very likely the policy, and the plan does not prove it. So
   * whom each statement names, or what, is assumed.
   */
  #assumedWhole(document: PolicyValue, { from }: Source, at: Place): PolicyValue {
    const assume = (value: unknown): unknown => {
      if (typeof value === "string")
        return this.#sides.assumed(value, {
          id: `assumed:${from}`,
          text: `${from} is taken for the policy, which is computed from it and from what is null`,
          at,
        });
      if (Array.isArray(value)) return value.map(assume);
      return isMembers(value) && !("$symbol" in value) && !("$assumed" in value) && !("$join" in value)
        ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, assume(member)]))
        : value;
    };
    const statements = asList(document.Statement).map((statement) => {
      const members = asMembers(statement);
      const name = ["Principal", "NotPrincipal", "Resource", "NotResource"].find((one) => one in members);
      return name === undefined ? statement : { ...members, [name]: assume(members[name]) };
    });
    return { ...document, Statement: statements };
  }

  /** What `json` of a policy document will be. */
  rebuilt(instance: Instance, depth = 0): PolicyAnswer {
    const known = this.#rebuilt.get(instance.id);
    if (known !== undefined) return known;
    this.#rebuilt.set(instance.id, { kind: "unknown", why: `${instance.address} is made of itself`, at: instance.at("") });
    const answer = this.#rebuild(instance, depth);
    this.#rebuilt.set(instance.id, answer);
    return answer;
  }

  #rebuild(instance: Instance, depth: number): PolicyAnswer {
    const json = asWord(instance.values.json);
    if (json !== undefined) return this.#text(json, placeOf(instance, "json"));
    try {
      const composed = this.#composed(instance, depth);
      return { kind: "document", document: written(composed) };
    } catch (error) {
      if (!(error instanceof Undecided)) throw error;
      return { kind: "unknown", why: error.message, at: error.at, ...(error.help !== undefined && { help: error.help }) };
    }
  }

  /** The documents given first, then the statements, then the documents that override. */
  #composed(instance: Instance, depth: number): Composed {
    const { values, address } = instance;
    if (isOpen(instance, "version") || isOpen(instance, "policy_id"))
      throw new Undecided(`${address} has a version or an id that is known after apply`, instance.at(""));
    let composed: Composed = { version: asWord(values.version) ?? "2012-10-17", statements: [] };
    for (const document of this.#given(instance, "source_policy_documents", depth)) composed = merged(composed, document);
    composed = merged(composed, {
      version: asWord(values.version),
      id: asWord(values.policy_id),
      statements: this.#statements(instance),
    });
    for (const document of this.#given(instance, "override_policy_documents", depth)) composed = merged(composed, document);
    return composed;
  }

  #given(instance: Instance, name: string, depth: number): readonly Composed[] {
    const { values, unknown, address } = instance;
    const at = placeOf(instance, name);
    const mirror = memberAt(unknown, name);
    if (mirror === true) throw new Undecided(`${name} of ${address} are known after apply`, at);
    const list = asList(values[name]);
    const open = list.map((item, i) => memberAt(mirror, i) === true && item == null);
    const wanted = open.filter(Boolean).length;
    const later = wanted === 0 ? [] : this.#laterDocuments(instance, name, wanted, at, depth);
    return list.flatMap((item, i): readonly Composed[] => {
      const text = asText(item);
      if (text === undefined) return open[i] ? [later.shift() as Composed] : [];
      if (text.trim() === "") return [];
      const answer = this.#text(text, at);
      if (answer.kind !== "document") throw new Undecided(`${name} of ${address} hold what is no policy`, at);
      return [this.#read(answer.document, address, at)];
    });
  }

  /** Documents of a list that wait for others, in the order in which the list refers to them. */
  #laterDocuments(instance: Instance, name: string, wanted: number, at: Place, depth: number): Composed[] {
    const { address } = instance;
    const sources = this.#references.ofArgument(instance, instance.config?.expressions[name]) ?? [];
    const documents = sources.flatMap((source) =>
      source.kind === "attribute" && source.instance.type === "aws_iam_policy_document" ? [source.instance] : [],
    );
    if (documents.length !== wanted || depth > MOST_DEPTH)
      throw new Undecided(`${name} of ${address} are computed in a way that the plan does not show`, at);
    return documents.map((document) => {
      const answer = this.rebuilt(document, depth + 1);
      if (answer.kind === "unknown") throw new Undecided(answer.why, answer.at, answer.help);
      if (answer.kind === "none") throw new Undecided(`${document.address} is empty`, at);
      return this.#read(answer.document, address, at);
    });
  }

  #read(document: PolicyValue, address: string, at: Place): Composed {
    return asProviderReads(document, ({ statement, what }) =>
      this.#sides.tell(
        "KW816",
        at,
        `${address}: the condition ${what} of ${statement} is dropped, because its value is a JSON number: the statement counts without it`,
        "write the value as a text",
        "warning",
      ),
    );
  }

  #statements(instance: Instance): readonly Members[] {
    const { values, unknown, address } = instance;
    const mirror = memberAt(unknown, "statement");
    if (mirror === true)
      throw new Undecided(
        `how many statements ${address} has is known after apply`,
        placeOf(instance, "statement"),
        "iterate over what is known when planning",
      );
    const statements = asList(values.statement);
    const blocks = objectsIn(instance.config?.expressions.statement);
    return statements.flatMap((statement, i) => {
      const at = instance.at(`/statement/${i}`);
      const open = memberAt(mirror, i);
      if (!isMembers(statement) || open === true) throw new Undecided(`statement ${i + 1} of ${address} is known after apply`, at);
      return new StatementBuilder(this, instance, i, statement, open, blockOf(statement, i, statements.length, blocks)).build();
    });
  }

  /** The leaves of a list, of which some or all are not known yet. */
  leaves(instance: Instance, pointer: string, list: unknown, mirror: unknown, expression: unknown, spot: Spot): readonly Leaf[] {
    const items = asList(list);
    const isWhole = mirror === true;
    const open = isWhole ? [] : [...items.keys()].filter((i) => memberAt(mirror, i) === true && items[i] == null);
    const known = items.map((item) => (typeof item === "string" ? ready(item) : undefined));
    if (!isWhole && open.length === 0) return known.filter((leaf) => leaf !== undefined);
    if (isWhole) return [this.#unresolved(instance, pointer, "list")]; // constants may be in it, which no reference shows
    const texts = known.filter((text) => text !== undefined);
    const found = this.#resolved(instance, pointer, expression, spot, texts, open.length);
    if (found !== undefined) {
      const later = [...found];
      const leaves = known.map((leaf) => leaf ?? later.shift()).filter((leaf) => leaf !== undefined);
      return [...leaves, ...later];
    }
    return known.map((leaf, i) => leaf ?? this.#unresolved(instance, `${pointer}/${i}`, "string"));
  }

  #unresolved(instance: Instance, pointer: string, type: "list" | "string"): Leaf {
    const path = pointer.slice(1).replaceAll("/", ".");
    return this.#sides.symbol(`${instance.name}-${path.replace(/^statement\./, "")}`, {
      type,
      from: `${instance.id}: ${path}`,
      at: instance.at(pointer),
    });
  }

  /**
   * What the members that are not known are, if their references account for them: each leads to an attribute that fits, of not more things than there are
   * members; what is known besides is in members that are known. Undefined where they do not.
   */
  #resolved(
    instance: Instance,
    pointer: string,
    expression: unknown,
    spot: Spot,
    known: readonly string[],
    wanted: number,
  ): readonly Leaf[] | undefined {
    const sources = this.#references.ofArgument(instance, expression);
    if (sources === undefined) return undefined;
    const leaves = new Map<string, Leaf>();
    for (const source of sources) {
      if (source.kind === "null") continue;
      if (source.kind === "open") return undefined;
      if (source.kind === "text") {
        if (!known.some((text) => text.includes(source.text))) return undefined;
        continue;
      }
      const attribute = source.attribute ?? (spot === "principal" || spot === "resource" ? "arn" : undefined);
      if (attribute === undefined || !fits(source.instance, attribute, spot)) return undefined;
      const leaf = this.assumed(source.instance, attribute, instance, pointer);
      leaves.set(identityOf(leaf), leaf);
    }
    if (leaves.size === 0 || leaves.size > wanted) return undefined;
    return [...leaves.values()];
  }

  /** An attribute that a reference leads to, as an assumption: a plan does not show whether it is the attribute itself. */
  assumed(target: Instance, attribute: string, instance: Instance, pointer: string): Leaf {
    const leaf = this.#attributes.of(target, attribute);
    const name = `${target.address}.${attribute}`;
    const assumption = {
      id: `assumed:${name}`,
      text: `${name}, which ${instance.address} refers to, is the value itself`,
      at: instance.at(pointer),
    };
    const text = textOf(leaf);
    if (text !== undefined) return this.#sides.assumed(text, assumption);
    this.#sides.assumptions.set(assumption.id, assumption);
    return leaf;
  }
}

/** `&{…}` is how HCL writes `${…}` of a policy. */
const ready = (text: string): string => text.replaceAll("&{", "${");

/** Whether an attribute may stand in a place: whom a principal names, what a resource names. */
function fits({ type }: Instance, attribute: string, spot: Spot): boolean {
  if (spot === "principal")
    return (
      /(?:^|_)arn$/.test(attribute) ||
      attribute === "unique_id" ||
      (type === "aws_organizations_account" && attribute === "id") ||
      attribute === "canonical_user_id"
    );
  if (spot === "resource") return /(?:^|_)arn$/.test(attribute) || (attribute === "id" && type === "aws_iam_policy");
  return spot === "value";
}

/** The block that a statement comes from: a plan drops dynamic blocks, so that the number counts only where there are none. */
function blockOf(statement: Members, i: number, count: number, blocks: readonly Members[]): Members | undefined {
  if (count === blocks.length) return blocks[i];
  const sid = asWord(statement.sid);
  if (sid === undefined) return undefined;
  const same = blocks.filter((block) => asMembers(block.sid).constant_value === sid);
  return same.length === 1 ? same[0] : undefined;
}

/** One statement of a policy document. */
class StatementBuilder {
  readonly #policies: Policies;
  readonly #instance: Instance;
  readonly #pointer: string;
  readonly #statement: Members;
  readonly #open: unknown;
  readonly #block: Members | undefined;

  constructor(policies: Policies, instance: Instance, i: number, statement: Members, open: unknown, block: Members | undefined) {
    this.#policies = policies;
    this.#instance = instance;
    this.#pointer = `/statement/${i}`;
    this.#statement = statement;
    this.#open = open;
    this.#block = block;
  }

  build(): readonly Members[] {
    const { sid, effect } = this.#statement;
    for (const name of ["sid", "effect", "principals", "not_principals", "condition"])
      if (memberAt(this.#open, name) === true) throw this.#undecided(name);
    const principal = this.#principals("principals");
    const notPrincipal = this.#principals("not_principals");
    const condition = this.#condition();
    const made = {
      ...(asWord(sid) !== undefined && { Sid: sid }),
      Effect: asWord(effect) ?? "Allow",
      ...(principal !== undefined && { Principal: principal }),
      ...(notPrincipal !== undefined && { NotPrincipal: notPrincipal }),
      ...this.#list("actions", "Action", "action"),
      ...this.#list("not_actions", "NotAction", "action"),
      ...this.#list("resources", "Resource", "resource"),
      ...this.#list("not_resources", "NotResource", "resource"),
      ...(condition !== undefined && { Condition: condition }),
    };
    return [from(made, { ...this.#instance.at(this.#pointer), address: this.#instance.address })];
  }

  #undecided(name: string): Undecided {
    return new Undecided(
      `${name} of a statement of ${this.#instance.address} is known after apply`,
      this.#instance.at(pointerStep(this.#pointer, name)),
    );
  }

  #list(name: string, element: string, spot: Spot): Members {
    const mirror = memberAt(this.#open, name);
    const list = this.#statement[name];
    if (mirror !== true && asList(list).length === 0) return {};
    return { [element]: this.#policies.leaves(this.#instance, pointerStep(this.#pointer, name), list, mirror, this.#block?.[name], spot) };
  }

  /** Blocks of one type are united; `*` alone stands for everybody. */
  #principals(name: string): unknown {
    const list = asList(this.#statement[name]);
    if (list.length === 0) return undefined;
    const mirror = memberAt(this.#open, name);
    const blocks = objectsIn(this.#block?.[name]);
    const byType = new Map<string, Leaf[]>();
    list.forEach((one, i) => {
      const pointer = `${this.#pointer}/${name}/${i}`;
      const open = memberAt(mirror, i);
      const type = isMembers(one) ? asWord(one.type) : undefined;
      if (open === true || !isMembers(one) || type === undefined) throw this.#undecided(name);
      const block = alignedBlock(i, list.length, blocks, (each) => asMembers(each.type).constant_value === type);
      const leaves = this.#policies.leaves(
        this.#instance,
        `${pointer}/identifiers`,
        one.identifiers,
        memberAt(open, "identifiers"),
        block?.identifiers,
        "principal",
      );
      byType.set(type, [...(byType.get(type) ?? []), ...leaves]);
    });
    const everybody = byType.get("*");
    if (everybody !== undefined && byType.size === 1 && everybody.every((leaf) => leaf === "*")) return "*";
    return Object.fromEntries(byType);
  }

  /** Blocks with one test and one variable are one condition, whose values are alternatives. */
  #condition(): Members | undefined {
    const list = asList(this.#statement.condition);
    if (list.length === 0) return undefined;
    const mirror = memberAt(this.#open, "condition");
    const blocks = objectsIn(this.#block?.condition);
    const tests = new Map<string, Map<string, Leaf[]>>();
    list.forEach((one, i) => {
      const open = memberAt(mirror, i);
      const [test, variable] = isMembers(one) ? [asWord(one.test), asWord(one.variable)] : [];
      if (open === true || !isMembers(one) || test === undefined || variable === undefined) throw this.#undecided("condition");
      const isOf = (block: Members) =>
        asMembers(block.test).constant_value === test && asMembers(block.variable).constant_value === variable;
      const block = alignedBlock(i, list.length, blocks, isOf);
      const pointer = `${this.#pointer}/condition/${i}/values`;
      const leaves = this.#policies.leaves(this.#instance, pointer, one.values, memberAt(open, "values"), block?.values, "value");
      const variables = tests.get(test) ?? new Map<string, Leaf[]>();
      tests.set(test, variables.set(variable, [...(variables.get(variable) ?? []), ...leaves]));
    });
    return Object.fromEntries([...tests].map(([test, variables]) => [test, Object.fromEntries(variables)]));
  }
}

/** Of several blocks in a block, which is in sets: the one that says the same, where it is the only one; a lone one is that one. */
function alignedBlock(i: number, count: number, blocks: readonly Members[], isOf: (block: Members) => boolean): Members | undefined {
  if (count === 1 && blocks.length === 1) return blocks[0];
  const same = blocks.filter(isOf);
  if (same.length === 1) return same[0];
  return count === blocks.length && same.length === 0 ? blocks[i] : undefined;
}
