import type { CompiledCondition, CompiledPolicy } from "../authz/compile.ts";
import { BoundedCache } from "../base/bounded-cache.ts";
import type { Estate } from "../estate/estate.ts";
import type { World } from "../estate/world.ts";
import { isAccountId, parseArn } from "../iam/arn.ts";
import { isServicePrincipal, type PrincipalPattern, parsePrincipalPattern } from "../iam/principal.ts";
import type { Grant, PrincipalFacts } from "../iam/request.ts";
import { textClasses } from "../sets/text-classes.ts";
import { digits, type Language, literal, oneExcept, type Pattern, STAR, sequence, starExcept } from "../sets/tokens.ts";
import { languageOf } from "./languages.ts";

/** Principals that no policy can tell apart, by one that stands for all of them. */
export type PrincipalClass = {
  readonly principal: PrincipalFacts; // as a request names it
  readonly kind: "listed" | "named" | "account" | "anyone" | "service" | "other-service";
  readonly arn: string; // of the role where the principal is a session of one
  readonly account: string; // "" of services
  readonly at: number; // its place among all classes of a question
  readonly session?: string; // where policies tell the sessions of the role apart: this one, or "" for all others
};

/** What of an estate can name or test a principal that asks for something on a key. */
export type Namers = {
  readonly policies: readonly CompiledPolicy[];
  readonly grants: readonly Grant[];
  readonly estates: readonly Estate[];
  readonly partition: string;
  readonly account: string; // of the key
};

const OTHER_ACCOUNT = "999988887777";
const OTHER_SERVICE = "other.amazonaws.com";

/**
 * All principals there can be, in classes: those that the estates list, those that policies name, whoever else is in an account of which something is said,
 * everybody else, and services. A class of many is told apart from others by the text of its ARN: by principals, by conditions on it, its account, its name.
 */
export function principalClasses(namers: Namers, listed = new ListedPrincipals(namers.estates)): Classes {
  const said = saidIn(namers);
  return listed.found(said.text, () => classesOf(said, namers, listed));
}

/** What there is, and why it may be too few. `listed`: those of the classes that the estates list, which come first. */
export type Classes = {
  readonly classes: readonly PrincipalClass[];
  readonly listed: readonly PrincipalClass[];
  readonly inexact: string | undefined;
};

function classesOf(said: Said, namers: Namers, listed: ListedPrincipals): Classes {
  const { patterns } = said;
  const services = new Set([
    ...patterns.flatMap((pattern) => (pattern.kind === "service" ? [pattern.name] : [])),
    ...servicesOf(said),
    OTHER_SERVICE,
  ]);
  const sessions = new Sessions(said);
  const known = listed.classes(sessions);
  const { arns, inexact } = unlisted(said, namers, listed);
  const others = arns.flatMap(({ arn, kind }) => sessions.of({ arn }, kind));
  const federated = patterns.flatMap((pattern) =>
    pattern.kind === "federated-user" && !listed.has(pattern.arn) ? [classOf({ arn: pattern.arn }, "named", pattern.arn)] : [],
  );
  const ofServices = [...services]
    .filter((name) => !listed.has(name))
    .map(
      (name): PrincipalClass => ({
        principal: { arn: name },
        kind: name === OTHER_SERVICE ? "other-service" : "service",
        arn: name,
        account: "",
        at: 0,
      }),
    );
  const further = [...others, ...federated, ...ofServices].map((one, i) => ({ ...one, at: listed.size + i }));
  return { classes: [...known, ...further], listed: known, inexact };
}

/** The principals that some estates list, read once for many questions. */
export class ListedPrincipals {
  readonly #facts = new Map<string, PrincipalFacts>();
  readonly #roles: ReadonlySet<string>;
  readonly accounts: ReadonlySet<string>; // of which the estates say something
  readonly #classes = new Map<string, readonly PrincipalClass[]>(); // by what tells sessions apart
  readonly #each = new Map<string, PrincipalClass>();
  readonly #found = new BoundedCache<string, Classes>(MOST_FOUND);

  constructor(estates: readonly Estate[]) {
    const accounts = new Set<string>();
    for (const { principals, organization, accounts: named } of estates) {
      for (const { facts, account } of principals) {
        this.#facts.set(facts.arn, facts);
        if (isAccountId(account)) accounts.add(account);
      }
      for (const id of [...(organization?.members.keys() ?? []), ...named.values()]) accounts.add(id);
    }
    this.#roles = new Set([...this.#facts.keys()].flatMap((arn) => roleName(arn) ?? []));
    this.accounts = accounts;
  }

  get size(): number {
    return this.#facts.size;
  }

  has(arn: string): boolean {
    return this.#facts.has(arn);
  }

  hasRole(arn: string): boolean {
    return this.#roles.has(roleName(arn) ?? "");
  }

  /** The classes of a question, by all that is said there of principals: the same objects for the same. */
  found(said: string, make: () => Classes): Classes {
    return this.#found.of(said, make);
  }

  /** The same objects for the same sessions, whoever tells them apart. */
  classes(sessions: Sessions): readonly PrincipalClass[] {
    const known = this.#classes.get(sessions.text);
    if (known !== undefined) return known;
    const found = [...this.#facts.values()].flatMap((facts, at) => sessions.of(facts, "listed", at)).map((one) => this.#same(one));
    this.#classes.set(sessions.text, found);
    return found;
  }

  #same(one: PrincipalClass): PrincipalClass {
    const id = JSON.stringify([one.arn, one.principal.arn, one.session]);
    const known = this.#each.get(id);
    if (known !== undefined) return known;
    this.#each.set(id, one);
    return one;
  }
}

/** A class of principals as a world tells of it: one that it lists may have other tags there than in another world. */
export function principalIn({ lookup }: World, { principal, arn, kind }: PrincipalClass): PrincipalFacts {
  const own = kind === "listed" ? lookup.principal(arn)?.facts : undefined;
  const { roleArn } = principal;
  return own === undefined ? principal : { ...own, arn: principal.arn, ...(roleArn !== undefined && { roleArn }) };
}

const classOf = (principal: PrincipalFacts, kind: PrincipalClass["kind"], arn: string, at = 0): PrincipalClass => ({
  principal,
  at,
  kind: isServicePrincipal(arn) ? "service" : kind,
  arn,
  account: parseArn(arn)?.account ?? "",
});

/** What policies and grants say of principals: the names that they use, and their conditions on who asks. */
type Said = { readonly patterns: readonly PrincipalPattern[]; readonly conditions: readonly CompiledCondition[]; readonly text: string };

type SaidBy = Omit<Said, "text"> & { readonly text: string | undefined };

const SAID = new WeakMap<CompiledPolicy, SaidBy>();

const ABOUT_CALLERS: ReadonlySet<string> = new Set([
  "aws:principalarn",
  "aws:principalaccount",
  "kms:calleraccount",
  "aws:username",
  "aws:userid",
  "aws:principalservicename",
  "aws:principalservicenameslist",
]);

/** `text`: undefined where it says nothing of anybody. */
function saidBy(policy: CompiledPolicy): SaidBy {
  const known = SAID.get(policy);
  if (known !== undefined) return known;
  const patterns = policy.statements.flatMap(({ principal }) => principal?.members.map(({ pattern }) => pattern) ?? []);
  const conditions = policy.statements.flatMap((statement) => statement.conditions.filter(({ name }) => ABOUT_CALLERS.has(name)));
  const written = conditions.map(({ operator, name, values, hasTemplates, effect }) => [operator, name, values, hasTemplates, effect]);
  const text = patterns.length + conditions.length === 0 ? undefined : JSON.stringify([patterns, written]);
  const made = { patterns, conditions, text };
  SAID.set(policy, made);
  return made;
}

/** Whether a policy tells principals apart. */
export const tellsApart = (policy: CompiledPolicy): boolean => saidBy(policy).text !== undefined;

function saidIn({ policies, grants, partition, account }: Namers): Said {
  const each = new Map<string, SaidBy>(); // the same once
  for (const policy of policies) {
    const said = saidBy(policy);
    if (said.text !== undefined) each.set(said.text, said);
  }
  const named = grants.flatMap((grant) => {
    const names = [grant.GranteePrincipal, grant.GranteeServicePrincipal, grant.RetiringPrincipal, grant.RetiringServicePrincipal];
    return names.flatMap((value = "") => parsePrincipalPattern({ kind: isServicePrincipal(value) ? "Service" : "AWS", value }) ?? []);
  });
  return {
    patterns: [...[...each.values()].flatMap(({ patterns }) => patterns), ...named],
    conditions: [...each.values()].flatMap(({ conditions }) => conditions),
    text: [partition, account, ...each.keys(), JSON.stringify(named)].join("\n"),
  };
}

/** The sessions of a role that policies tell apart: those they name, those that conditions on aws:userid select, and one for all others. */
export class Sessions {
  readonly #named: readonly (PrincipalPattern & { kind: "session" })[];
  readonly #ofIds: readonly string[];
  readonly text: string; // what tells sessions apart

  constructor({ patterns, conditions }: Said) {
    this.#named = patterns.filter((pattern) => pattern.kind === "session");
    const languages = conditionsOn(conditions, ["aws:userid"]).flatMap((condition) => languageOf(condition, () => undefined) ?? []);
    const chars = ":*?$/ ";
    const domain: Language = [sequence("AROA", starExcept(":"), ":", oneExcept(chars), oneExcept(chars), starExcept(chars))];
    const found =
      languages.length === 0
        ? undefined
        : textClasses(
            languages.map((pattern) => [pattern]),
            domain,
            { maxStates: 20_000 },
          );
    this.#ofIds =
      found === undefined || "limit" in found ? [] : found.classes.map(({ witness }) => witness.slice(witness.indexOf(":") + 1));
    this.text = JSON.stringify([this.#named, this.#ofIds]);
  }

  of(facts: PrincipalFacts, kind: PrincipalClass["kind"], at = 0): readonly PrincipalClass[] {
    const parsed = parseArn(facts.arn);
    if (parsed?.service !== "iam" || !parsed.resource.startsWith("role/")) return [classOf(facts, kind, facts.arn, at)];
    const { partition, account, resource } = parsed;
    const name = resource.slice(resource.lastIndexOf("/") + 1);
    const named = this.#named.filter((one) => one.name === name && one.account === account && one.partition === partition);
    const own = [...new Set([...named.map(({ session }) => session), ...this.#ofIds])];
    const other = ["session", "another-session"].find((session) => !own.includes(session)) as string;
    const told = own.length > 0;
    return [other, ...own].map((session, i) => ({
      at: at + i / (own.length + 1),
      principal: { ...facts, arn: `arn:${partition}:sts::${account}:assumed-role/${name}/${session}`, roleArn: facts.arn },
      kind,
      arn: facts.arn,
      account,
      ...(told && { session: session === other ? "" : session }),
    }));
  }
}

/** Services that conditions on their names tell apart. */
function servicesOf(said: Said): readonly string[] {
  const conditions = conditionsOn(said.conditions, ["aws:principalservicename", "aws:principalservicenameslist"]);
  if (conditions.length === 0) return [];
  const languages = conditions.flatMap((condition) => languageOf(condition, () => undefined) ?? []).map((pattern): Language => [pattern]);
  const except = ":*?$ ";
  const domain = ["", ".cn"].map((end) => sequence(oneExcept(`${except}.`), starExcept(except), `.amazonaws.com${end}`));
  const found = textClasses(languages, domain, { maxStates: 20_000, hints: [OTHER_SERVICE] });
  return "limit" in found ? [] : found.classes.map(({ witness }) => witness).filter(isServicePrincipal);
}

const PRINCIPAL_KEYS = ["aws:principalarn", "aws:principalaccount", "kms:calleraccount", "aws:username"];

const conditionsOn = (conditions: readonly CompiledCondition[], names: readonly string[]): readonly CompiledCondition[] =>
  conditions.filter(({ name }) => names.includes(name));

/** Principals that no estate lists: a class each of roles, users and root users that something tells apart by its ARN. */
function unlisted({ patterns, conditions }: Said, namers: Namers, listed: ListedPrincipals) {
  const { partition } = namers;
  const accounts = new Set<string>([namers.account]);
  for (const pattern of patterns) if ("account" in pattern) accounts.add(pattern.account);
  for (const pattern of patterns) if ("arn" in pattern) accounts.add(parseArn(pattern.arn)?.account ?? namers.account);
  for (const account of listed.accounts) accounts.add(account);
  const names = ":*?$ ";
  const noSlash = oneExcept(`${names}/`);
  const head = (account: Pattern) => sequence(`arn:${partition}:iam::`, account, ":");
  const languages: Language[] = [
    [sequence(head([starExcept(":")]), "role/", STAR)],
    [sequence(head([starExcept(":")]), "user/", STAR)],
    [sequence(head([starExcept(":")]), "role/aws-service-role/", STAR)],
    ...[...accounts].map((account): Language => [sequence(head(literal(account)), STAR)]),
  ];
  for (const pattern of patterns) {
    if (pattern.kind === "user" || pattern.kind === "role") languages.push([literal(pattern.arn)]);
    if (pattern.kind === "session")
      languages.push([
        sequence(head(literal(pattern.account)), `role/${pattern.name}`),
        sequence(head(literal(pattern.account)), "role/", STAR, `/${pattern.name}`),
      ]);
  }
  for (const condition of conditionsOn(conditions, PRINCIPAL_KEYS))
    for (const pattern of languageOf(condition, () => undefined) ?? []) languages.push(onArn(condition.name, pattern, head));
  const domain: Language = [
    ...["role/", "user/"].flatMap((type) =>
      [[noSlash], [noSlash, starExcept(names), noSlash]].map((name) => sequence(head(digits(12)), type, name)),
    ),
    sequence(head(digits(12)), "root"),
  ];
  const hints = [...[...accounts], OTHER_ACCOUNT].flatMap((account) =>
    ["role/another", "user/another", "root", "role/aws-service-role/other.amazonaws.com/AWSServiceRoleForOther"].map(
      (end) => `arn:${partition}:iam::${account}:${end}`,
    ),
  );
  const isDone = (arn: string): boolean => listed.has(arn) || listed.hasRole(arn);
  const told = new Set<string>();
  const sameRole = (arn: string): Language => {
    const { account = "", resource = "" } = parseArn(arn) ?? {};
    const name = resource.slice(resource.lastIndexOf("/") + 1);
    return [sequence(head(literal(account)), `role/${name}`), sequence(head(literal(account)), "role/", STAR, `/${name}`)];
  };
  const free = hints.filter((hint) => !isDone(hint));
  for (let round = 0; ; round++) {
    const found = textClasses(languages, domain, { maxStates: 200_000, hints: free });
    if ("limit" in found) return { arns: [], inexact: `principals are told apart by patterns that overlap too much: ${found.limit}` };
    const literals = new Set(languages.flatMap((language) => language.flatMap(textOf)));
    const witnesses = found.classes.map(({ witness }) => witness);
    const taken = witnesses.filter((arn) => isDone(arn) && !told.has(arn) && !literals.has(arn) && !arn.endsWith(":root"));
    if (taken.length > 0 && round < MOST_ROUNDS) {
      for (const arn of taken) {
        told.add(arn);
        languages.push(listed.has(arn) ? [literal(arn)] : sameRole(arn)); // what is done cannot stand for what is not
      }
      continue;
    }
    const arns = witnesses
      .filter((arn) => !isDone(arn)) // a class of one that is listed is done
      .map((arn) => {
        const account = parseArn(arn)?.account ?? "";
        const kind = literals.has(arn) ? "named" : accounts.has(account) ? "account" : "anyone";
        return { arn, kind } as const;
      });
    return { arns, ...(taken.length > 0 && { inexact: "too many listed principals have the shortest names there are" }) };
  }
}

const MOST_ROUNDS = 16;

/** Of so many questions the classes are kept. */
const MOST_FOUND = 2_000;

/** Account and name of a role: IAM has one role of a name in an account, whatever its path (IAM API Reference, CreateRole, RoleName). */
function roleName(arn: string): string | undefined {
  const { account, resource = "" } = parseArn(arn) ?? {};
  return resource.startsWith("role/") ? `${account}:${resource.slice(resource.lastIndexOf("/") + 1)}` : undefined;
}

/** The text that a pattern without wildcards is. */
function textOf(pattern: Pattern): readonly string[] {
  const chars = pattern.map((token) => (token.kind === "literal" && token.either !== true ? token.char : undefined));
  return chars.includes(undefined) ? [] : [chars.join("")];
}

/** A pattern of a key that follows from a principal's ARN, as one of the ARN. */
function onArn(name: string, pattern: Pattern, head: (account: Pattern) => Pattern): Language {
  if (name === "aws:principalarn") return [pattern];
  if (name === "aws:username")
    return [sequence(head([starExcept(":")]), "user/", pattern), sequence(head([starExcept(":")]), "user/", STAR, "/", pattern)];
  const within = pattern.map((token) =>
    token.kind === "star" || token.kind === "one" ? { ...token, except: `${token.except ?? ""}:` } : token,
  );
  return [sequence(head(within), STAR)];
}
