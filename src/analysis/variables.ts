import { conditionHolds, type LinkedCondition } from "../authz/match.ts";
import { keysOfGrant, spelledAsAws } from "../authz/missing.ts";
import { statementsOf } from "../authz/plan.ts";
import { arnComponents, parseArn } from "../iam/arn.ts";
import { foldCase, parseInstant } from "../iam/values.ts";
import { type Lookup, SEVERAL, substitute, type TemplatePart, UNKNOWN } from "../iam/variables.ts";
import { held, matchesPattern, resourcePattern } from "../iam/wildcard.ts";
import { textClasses } from "../sets/text-classes.ts";
import { type Language, literal, ONE, oneExcept, type Pattern, STAR, sequence, starExcept, wildcard } from "../sets/tokens.ts";
import { type Choice, choiceOf, type Variable } from "./choice.ts";
import { type Domain, domainOf } from "./domains.ts";
import { languageOf } from "./languages.ts";
import { conditionsOf, variablesIn, variablesOf } from "./readings.ts";
import { type Readers, representatives } from "./representatives.ts";
import { FORWARDING, MOMENT, NETWORK, SECOND_FACTOR, type Side, type Standing } from "./side.ts";

const CONTEXT = "kms:encryptioncontext:";
const CONTEXT_KEYS = "kms:encryptioncontextkeys";
const TAG = "aws:requesttag/";
const TAG_KEYS = "aws:tagkeys";

/** Maps that requests carry, each with the prefix of the keys that tell its values and the key that lists its names. */
const MAPS = [
  { prefix: CONTEXT, names: CONTEXT_KEYS },
  { prefix: TAG, names: TAG_KEYS },
] as const;

/** Keys that are read together with others. */
const isGrouped = (name: string): boolean =>
  MAPS.some(({ prefix, names }) => name.startsWith(prefix) || name === names) ||
  MOMENT.has(name) ||
  FORWARDING.has(name) ||
  SECOND_FACTOR.has(name);

/** The dimensions in which the requests of a scene differ, for all its sides together; and why a list of them may be too short. */
export type Dimensions = { readonly variables: readonly Variable[]; readonly inexact: readonly string[] };

export function dimensionsOf(sides: readonly Side[]): Dimensions {
  return new Reader(sides).read();
}

class Reader {
  readonly #sides: readonly Side[];
  readonly #conditions = new Map<string, LinkedCondition[]>(); // by key
  readonly #names = new Set<string>();
  readonly #spelled = new Map<string, string>();
  readonly #texts = new Map<string, Set<string>>(); // what a key is compared with beside conditions, by key
  readonly #languages = new Map<string, Language[]>();
  readonly #joined = new Set<string>(); // keys that some reading sees together with others
  readonly #inexact = new Set<string>();
  readonly #variables: Variable[] = [];
  readonly #done = new Set<string>();

  constructor(sides: readonly Side[]) {
    this.#sides = sides;
    for (const side of sides) this.#collect(side);
    if ([...NETWORK].some((name) => this.#names.has(name))) this.#names.add("kms:viaservice"); // a forwarded call has neither address nor endpoint
    if (sides.some(({ plan }) => plan.endpoint !== undefined || plan.denies.all.some(({ layer }) => layer === "endpoint")))
      this.#names.add("kms:viaservice");
    this.#relateOrganizations();
  }

  #collect({ plan, request }: Side): void {
    for (const { statement } of statementsOf(plan))
      for (const { template } of statement.resource?.members ?? [])
        if (template !== undefined) this.#resource(template, request.resource.text);
    for (const condition of conditionsOf(plan)) {
      const { name, key } = condition;
      this.#names.add(name);
      this.#spelled.set(name, this.#spelled.get(name) ?? key);
      const found = this.#conditions.get(name);
      if (found) found.push(condition);
      else this.#conditions.set(name, [condition]);
      if (condition.hasTemplates) for (const one of [name, ...variablesOf(condition)]) this.#join(one);
    }
    for (const { linked, operation } of plan.grants) {
      for (const name of keysOfGrant({ linked, operation })) if (name !== CONTEXT_KEYS) this.#join(name);
      const source = linked.grant.Constraints?.SourceArn;
      if (source !== undefined) {
        this.#languagesOf("aws:sourcearn").push([wildcard(source)]);
        this.#compare("kms:grantconstraintsourcearn", source);
      }
      const { pairs = [] } = linked;
      for (let i = 0; i < pairs.length; i += 2) {
        const name = CONTEXT + foldCase(pairs[i] as string);
        this.#join(name);
        this.#spelled.set(name, this.#spelled.get(name) ?? `kms:EncryptionContext:${pairs[i]}`);
        this.#compare(name, pairs[i + 1] as string);
      }
      if (linked.pairs !== undefined && operation !== "DescribeKey") this.#join(CONTEXT_KEYS);
    }
  }

  /** A resource with a variable names what is asked for where the variable is what is left of it. */
  #resource(template: readonly TemplatePart[], resource: string): void {
    const names = new Set(variablesIn(template));
    for (const name of names) this.#join(name);
    const [name, other] = [...names];
    if (name !== undefined && other === undefined) for (const text of fillingsOf(template, resource)) this.#compare(name, text);
    else if (other !== undefined) this.#inexact.add(`a resource has several policy variables: ${[...names].map(spelledAsAws).join(", ")}`);
  }

  #join(name: string): void {
    this.#names.add(name);
    this.#joined.add(name);
  }

  #compare(name: string, text: string): void {
    const known = this.#texts.get(name);
    if (known) known.add(text);
    else this.#texts.set(name, new Set([text]));
  }

  #languagesOf(name: string): Language[] {
    const known = this.#languages.get(name);
    if (known) return known;
    const made: Language[] = [];
    this.#languages.set(name, made);
    return made;
  }

  /** A path of an organization begins with its id: each side gets what the other is compared with. */
  #relateOrganizations(): void {
    for (const kind of ["principal", "resource", "source", "vpce"]) {
      const [id, paths] = [`aws:${kind}orgid`, `aws:${kind}orgpaths`];
      if (!this.#names.has(id) || !this.#names.has(paths)) continue;
      this.#joined.add(id).add(paths);
      for (const { values } of this.#conditions.get(id) ?? [])
        for (const value of values) if (!/[*?$]/.test(value)) this.#languagesOf(paths).push([sequence(`${value}/`, STAR)]);
      for (const { values } of this.#conditions.get(paths) ?? [])
        for (const value of values) if (/^[^*?$/]+\//.test(value)) this.#compare(id, value.slice(0, value.indexOf("/")));
    }
  }

  read(): Dimensions {
    const sources = new Set([...this.#conditions.values()].flat().flatMap(variablesOf));
    this.#relateVariables();
    for (const name of sources) if (!isGrouped(name)) this.#single(name); // the values of others are made of them
    for (const { prefix, names } of MAPS)
      if ([...this.#names].some((name) => name.startsWith(prefix) || name === names)) this.#map(prefix, names);
    if ([...this.#names].some((name) => MOMENT.has(name))) this.#moment();
    if ([...this.#names].some((name) => FORWARDING.has(name))) this.#forwarding();
    if ([...this.#names].some((name) => SECOND_FACTOR.has(name))) this.#secondFactor();
    for (const name of this.#names) if (!this.#done.has(name)) this.#single(name);
    return { variables: this.#variables, inexact: [...this.#inexact] };
  }

  /** What a key is compared with, a policy variable that it is also compared with may hold as well. */
  #relateVariables(): void {
    for (const [name, conditions] of this.#conditions) {
      const sources = conditions.flatMap(variablesOf);
      if (sources.length === 0) continue;
      const standing = this.#standing(name);
      const fixed = standing?.fixed === true && standing.value !== undefined ? [standing.value].flat() : [];
      const written = conditions.flatMap(({ base, operands }) =>
        base === "StringEquals" ? operands.flatMap((operand) => ("prepared" in operand ? [operand.prepared as string] : [])) : [],
      );
      for (const text of [...fixed, ...written, ...(this.#texts.get(name) ?? [])])
        for (const source of sources) this.#compare(source, text);
    }
  }

  #standing(name: string): Standing | undefined {
    for (const side of this.#sides) {
      const found = side.standing(name);
      if (found !== undefined && !found.fixed) return found;
    }
    return this.#sides.map((side) => side.standing(name)).find((found) => found !== undefined);
  }

  get #key() {
    return this.#sides[0]?.request.key;
  }

  #spelling(name: string): string {
    const aws = spelledAsAws(name);
    return /[:/]/.test(aws) && aws === name ? (this.#spelled.get(name) ?? aws) : aws;
  }

  /** What the values with variables may be: one lookup for each way in which the keys they name can be told apart. */
  #lookups(conditions: readonly LinkedCondition[]): readonly Lookup[] {
    const names = [...new Set(conditions.flatMap(variablesOf))];
    let ways: ReadonlyMap<string, string | readonly string[] | undefined>[] = [new Map()];
    for (const name of names) {
      const fixed = this.#sides.map((side) => side.standing(name)).filter((found) => found?.fixed === true);
      const variable = this.#variables.find(({ keys }) => keys.includes(name));
      const values = [
        ...fixed.map((found) => found?.fixed && found.value),
        ...(variable?.choices.map(({ values: all }) => all.get(name)) ?? []),
      ] as (string | readonly string[] | undefined)[];
      ways = ways.flatMap((way) => [...new Set(values)].map((value) => new Map(way).set(name, value)));
      if (ways.length > 256) {
        this.#inexact.add(`policy variables have too many values together: ${names.join(", ")}`);
        ways = ways.slice(0, 256);
      }
      if (variable !== undefined && conditions.some((condition) => !isPureVariable(condition)))
        this.#inexact.add(`a value with the policy variable \${${spelledAsAws(name)}} is compared as a pattern`);
    }
    return ways.map((way) => (name) => {
      const value = way.get(name);
      return typeof value === "object" ? SEVERAL : value;
    });
  }

  #readers(name: string): Readers & { readonly languages: readonly Language[] } {
    const conditions = this.#conditions.get(name) ?? [];
    const lookups = this.#lookups(conditions.filter(({ hasTemplates }) => hasTemplates));
    return { conditions, texts: [...(this.#texts.get(name) ?? [])], lookups, languages: this.#languages.get(name) ?? [] };
  }

  #represent(name: string, domain: Domain): readonly string[] {
    const { values, inexact } = representatives(domain, this.#readers(name));
    if (inexact !== undefined) this.#inexact.add(inexact);
    return values;
  }

  #add(variable: Variable): void {
    for (const name of variable.keys) this.#done.add(name);
    if (variable.choices.length > 0) this.#variables.push(this.#distinct(variable));
  }

  #single(name: string): void {
    this.#done.add(name);
    const standing = this.#standing(name);
    if (standing === undefined || standing.fixed) return;
    const spelled = this.#spelling(name);
    const domain = formsDomain(standing.forms) ?? domainOf(name, this.#key);
    const values = this.#represent(name, domain);
    const isList = this.#sides.some((side) => side.slot(name)?.key?.multiValued === true);
    const absent = standing.mayBeAbsent || this.#hasOther(name) || NETWORK.has(name) ? [choiceOf(name, spelled, undefined)] : [];
    const choices = isList ? this.#sets(name, spelled, values) : values.map((value) => choiceOf(name, spelled, value));
    this.#add({ name: spelled, keys: [name], choices: [...absent, ...choices] });
  }

  /** A key in whose place a request may have another one. */
  #hasOther = (name: string): boolean => this.#sides.some((side) => side.slot(name)?.key?.insteadOf !== undefined);

  /** Sets of values: those of one, and unions as long as some condition can tell them from what there is. */
  #sets(name: string, spelled: string, values: readonly string[]): readonly Choice[] {
    const known = new Map<string, Choice>();
    const add = (list: readonly string[]): boolean => {
      const choice = choiceOf(name, spelled, list);
      const signature = this.#signature([name], choice) + this.#signatureOfSet(name, list);
      if (known.has(signature)) return false;
      known.set(signature, choice);
      return true;
    };
    for (const value of values) add([value]);
    const singles = [...known.values()];
    for (let grown = true; grown && known.size < 512; ) {
      grown = false;
      for (const a of [...known.values()])
        for (const b of singles) {
          const union = [...new Set([...(a.values.get(name) as string[]), ...(b.values.get(name) as string[])])];
          if (union.length > (a.values.get(name) as string[]).length && add(union)) grown = true;
        }
    }
    if (known.size >= 512) this.#inexact.add(`${spelled} has too many sets of values that policies tell apart`);
    return [...known.values()];
  }

  /** What else reads a set: values with variables, which may name any of its elements, and the grants that have to cover a new one. */
  #signatureOfSet(name: string, list: readonly string[]): string {
    const hasTemplates = (this.#conditions.get(name) ?? []).some((condition) => condition.hasTemplates);
    let signature = hasTemplates ? JSON.stringify([...list].sort()) : "";
    if (name !== "kms:grantoperations") return signature;
    for (const { plan } of this.#sides)
      for (const { linked } of plan.grants) signature += list.every((operation) => linked.operations.has(operation)) ? "1" : "0";
    return signature;
  }

  /** What the conditions on these keys alone come to. */
  #signature(keys: readonly string[], choice: Choice): string {
    let signature = "";
    for (const side of this.#sides) {
      const saved = keys
        .map((key) => side.slot(key))
        .flatMap((slot) => (slot === undefined ? [] : [[slot.index, side.values[slot.index]] as const]));
      for (const key of keys) if (side.standing(key)?.fixed === false) side.set(key, choice.values.get(key));
      for (const condition of conditionsOf(side.plan))
        if (keys.includes(condition.name) && !condition.hasTemplates) signature += conditionHolds(condition, side.facts);
      for (const [index, value] of saved) side.values[index] = value as never;
      signature += "/";
    }
    return signature;
  }

  /** Without classes that nothing tells apart. */
  #distinct(variable: Variable): Variable {
    if (variable.keys.some((key) => this.#joined.has(key) || NETWORK.has(key) || this.#hasOther(key))) return variable;
    const seen = new Map<string, Choice>();
    for (const choice of variable.choices) {
      const signature = this.#signature(variable.keys, choice);
      const known = seen.get(signature);
      seen.set(signature, known === undefined ? choice : { ...known, alike: [...(known.alike ?? []), choice] });
    }
    return { ...variable, choices: [...seen.values()] };
  }

  #moment(): void {
    const [iso, epoch] = ["aws:currenttime", "aws:epochtime"];
    const conditions = [iso, epoch].flatMap((name) => this.#conditions.get(name) ?? []);
    const moments = new Set<string>(["2026-01-01T00:00:00Z"]);
    for (const condition of conditions) {
      if (condition.base === "Null") continue;
      if (!condition.base.startsWith("Date") && !condition.base.startsWith("Numeric"))
        this.#inexact.add(`${condition.key} is compared by ${condition.operator}, which is none of its kind`);
      for (const value of condition.values) {
        const instant = parseInstant(value);
        if (instant === undefined) continue;
        const at = instant.seconds * 1000 + instant.milliseconds;
        for (const time of [at, (instant.seconds - 1) * 1000, (instant.seconds + 1) * 1000])
          if (time >= 0 && time < 253_402_300_800_000) moments.add(new Date(time).toISOString().replace(".000Z", "Z"));
      }
    }
    const choices = [...moments].map(
      (time): Choice => ({
        values: new Map([
          [iso, time],
          [epoch, String(parseInstant(time)?.seconds)],
        ]),
        said: { time },
      }),
    );
    this.#add({ name: "aws:CurrentTime", keys: [iso, epoch], choices });
  }

  #forwarding(): void {
    const keys = [...FORWARDING];
    for (const key of keys) this.#done.add(key);
    const { caller, resource } = (this.#sides[0] as Side).request;
    if (caller.kind === "service" || caller.kind === "anonymous") return;
    const region = parseArn(resource.text)?.region || "us-east-1";
    const suffix = `.${region}.amazonaws.com${resource.arn?.partition === "aws-cn" ? ".cn" : ""}`;
    const languages = (this.#conditions.get("kms:viaservice") ?? []).flatMap((condition) => {
      const language = languageOf(condition, () => undefined);
      return language === undefined ? [] : [language];
    });
    for (const name of ["aws:calledvia", "aws:calledviafirst", "aws:calledvialast"])
      for (const { values } of this.#conditions.get(name) ?? [])
        for (const value of values) languages.push([wildcard(value.replace(/\.amazonaws\.com$/, suffix))]);
    const domain: Language = [sequence(oneExcept(".:*?${}"), starExcept(".:*?${}"), suffix)];
    const found = textClasses(languages, domain, { maxStates: 20_000, hints: SERVICES.map((service) => service + suffix) });
    if ("limit" in found) this.#inexact.add(`kms:ViaService has patterns that overlap too much: ${found.limit}`);
    const hosts = "limit" in found ? SERVICES.map((service) => service + suffix) : found.classes.map(({ witness }) => witness);
    const direct: Choice = {
      values: new Map([
        ["aws:viaawsservice", "false"],
        ["kms:grantisforawsresource", "false"],
        ["kms:viaservice", undefined],
        ["aws:calledvia", undefined],
        ["aws:calledviafirst", undefined],
        ["aws:calledvialast", undefined],
      ]),
      said: {},
    };
    const through = hosts.map((host): Choice => {
      const service = `${host.slice(0, host.indexOf("."))}.amazonaws.com`;
      const values = new Map<string, string | readonly string[]>([
        ["aws:viaawsservice", "true"],
        ["kms:grantisforawsresource", "true"],
        ["kms:viaservice", host],
        ["aws:calledvia", [service]],
        ["aws:calledviafirst", service],
        ["aws:calledvialast", service],
      ]);
      return { values, said: { viaService: host } };
    });
    this.#joined.add("kms:viaservice"); // whether a call is forwarded is asked of beside the conditions
    this.#add({ name: "kms:ViaService", keys, choices: [direct, ...through] });
  }

  #secondFactor(): void {
    const [present, age] = ["aws:multifactorauthpresent", "aws:multifactorauthage"];
    for (const key of [present, age]) this.#done.add(key);
    const standing = this.#standing(present) ?? this.#standing(age);
    if (standing === undefined || standing.fixed) return;
    const kind = this.#sides[0]?.request.caller.kind;
    const isSession = kind === "role-session" || kind === "federated-user";
    const without: Choice = {
      values: new Map([
        [present, undefined],
        [age, undefined],
      ]),
      said: {},
    };
    const no: Choice = {
      values: new Map([
        [present, "false"],
        [age, undefined],
      ]),
      said: { context: { "aws:MultiFactorAuthPresent": false } },
    };
    const yes = this.#represent(age, domainOf(age, undefined)).map(
      (seconds): Choice => ({
        values: new Map([
          [present, "true"],
          [age, seconds],
        ]),
        said: { context: { "aws:MultiFactorAuthPresent": true, "aws:MultiFactorAuthAge": seconds } },
      }),
    );
    this.#add({ name: "aws:MultiFactorAuthPresent", keys: [present, age], choices: [...(isSession ? [] : [without]), no, ...yes] });
  }

  /** A map that the caller fills: a variable for each name that policies ask about, with its spellings, and one for all other names. */
  #map(prefix: string, listing: string): void {
    const names = [...this.#names].filter((name) => name.startsWith(prefix));
    for (const name of [...names, listing]) this.#done.add(name);
    // A name that only grants read has no place of its own: it is as free as the list of names, which every grant has.
    const isFixed = (name: string) => (this.#standing(name) ?? this.#standing(listing) ?? { fixed: true }).fixed;
    const listed = this.#conditions.get(listing) ?? [];
    const languages = listed.flatMap((condition) => languageOf(condition, () => undefined) ?? []).map((pattern): Language => [pattern]);
    const isListed = this.#names.has(listing) && !isFixed(listing);
    const free = names.filter((name) => !isFixed(name));
    for (const name of free) {
      const spelled = this.#spelling(name).slice(prefix.length);
      const member = name.slice(prefix.length);
      const spellings = isListed ? inAnyCase(member, languages, spelled) : [spelled];
      const values = this.#represent(name, TEXT);
      const present = spellings.flatMap((spelling) => values.map((value) => mapChoice(prefix, name, spelling, value)));
      const absent: Choice = { values: new Map([[name, undefined]]), said: {} };
      this.#add({
        name: prefix === CONTEXT ? `kms:EncryptionContext:${spelled}` : `aws:RequestTag/${spelled}`,
        keys: [name],
        choices: [absent, ...present],
      });
    }
    if (!isListed) return;
    this.#joined.add(listing);
    const members = free.map((name) => name.slice(prefix.length));
    const own = members.map((member): Language => [anyCase(member)]);
    const found = textClasses([...own, ...languages], [sequence(ONE, STAR)], { maxStates: 20_000, hints: ["other"] });
    if ("limit" in found) this.#inexact.add(`${spelledAsAws(listing)} has patterns that overlap too much: ${found.limit}`);
    const others =
      "limit" in found ? ["other"] : found.classes.filter(({ bits }) => !own.some((_, i) => bits.has(i))).map(({ witness }) => witness);
    const sets = this.#sets(listing, spelledAsAws(listing), others).map(({ values }) => values.get(listing) as readonly string[]);
    const choices = [[] as readonly string[], ...sets].map(
      (list): Choice => ({ values: new Map([[listing, list]]), said: saidOf(prefix, list) }),
    );
    this.#add({ name: spelledAsAws(listing), keys: [listing], choices });
  }
}

const FILLINGS = new WeakMap<readonly TemplatePart[], Map<string, readonly string[]>>();

/** The values of its one variable with which a resource element names a resource: parts of that behind its fifth colon. */
function fillingsOf(template: readonly TemplatePart[], resource: string): readonly string[] {
  const known = FILLINGS.get(template) ?? new Map<string, readonly string[]>();
  FILLINGS.set(template, known);
  const done = known.get(resource);
  if (done !== undefined) return done;
  const tail = arnComponents(resource)?.[5] ?? "";
  const texts = new Set(Array.from(tail, (_, i) => Array.from(tail.slice(i), (__, j) => tail.slice(i, i + j + 1))).flat());
  const fits = (value: string): boolean => {
    const parts = substitute(template, () => value);
    return parts !== undefined && parts !== UNKNOWN && matchesPattern(resourcePattern(parts), held(resource));
  };
  const found = [...texts].filter(fits);
  known.set(resource, found);
  return found;
}

const TEXT: Domain = { kind: "text", language: [[STAR]], hints: ["value"] };

const SERVICES = ["s3", "ec2", "rds", "dynamodb", "lambda", "secretsmanager", "sqs", "ssm"];

function mapChoice(prefix: string, name: string, spelling: string, value: string): Choice {
  const said = prefix === CONTEXT ? { encryptionContext: { [spelling]: value } } : { context: { [`aws:RequestTag/${spelling}`]: value } };
  return {
    values: new Map([
      [name, value],
      [SPELLING, spelling],
    ]),
    said,
  };
}

/** Under this name a choice of a map keeps how the name is spelled; no condition key is called so. */
export const SPELLING = "spelling";

const saidOf = (prefix: string, names: readonly string[]) =>
  names.length === 0
    ? {}
    : prefix === CONTEXT
      ? { encryptionContext: Object.fromEntries(names.map((name) => [name, "value"])) }
      : { context: { "aws:TagKeys": names } };

/** The ways to spell a name that patterns tell apart. */
function inAnyCase(member: string, languages: readonly Language[], preferred: string): readonly string[] {
  const found = textClasses(languages, [anyCase(member)], { maxStates: 4096, hints: [preferred] });
  return "limit" in found ? [preferred] : found.classes.map(({ witness }) => witness);
}

/** Names of keys ignore the case of ASCII letters. */
const anyCase = (member: string): Pattern =>
  sequence(
    ...[...member].map(
      (char): Pattern => (/[a-z]/i.test(char) ? [{ kind: "literal", char: char.toLowerCase(), either: true }] : literal(char)),
    ),
  );

/** Values that are only known by their forms. */
function formsDomain(forms: readonly { readonly text: string; readonly pattern: unknown }[] | undefined): Domain | undefined {
  if (forms === undefined) return undefined;
  if (forms.every(({ pattern }) => pattern === undefined)) return { kind: "closed", values: forms.map(({ text }) => text) };
  return { kind: "text", language: forms.map(({ text }) => wildcard(text)), hints: [] };
}

/** A value that is one variable and nothing else, compared as a whole: what it stands for may be taken for any other text that nothing else names. */
const isPureVariable = ({ operands, base }: LinkedCondition): boolean =>
  base.startsWith("String") &&
  operands.every((operand) => "prepared" in operand || (operand.template.length === 1 && operand.template[0]?.kind === "variable"));
