import type { Code } from "../base/codes.ts";
import { invariant } from "../base/invariant.ts";
import { nearest } from "../base/nearest.ts";
import { fail, ok, type Result } from "../base/result.ts";
import { listed, shown } from "../base/text.ts";
import { parseArn } from "../iam/arn.ts";
import type { Grant, PrincipalFacts, Request } from "../iam/request.ts";
import type { Flow, GrantFact, GrantTemplate, Parameter, Step } from "./flows/flow.ts";
import { PAGES, type Page } from "./flows/pages.ts";
import { FLOW_NAMES, flowNamed } from "./flows.ts";

/** Who starts a flow, under which key, and where. */
export type FlowPlace = {
  readonly principal: string | PrincipalFacts; // an ARN, or facts with one
  readonly key: string; // ARN
  readonly region?: string; // default: the key's
  readonly account?: string; // of what the service encrypts; default: the principal's, else the key's
};
export type FlowParameters = Readonly<Record<string, string | boolean | Readonly<Record<string, string>>>>;

/** One permission check of a flow. Every one must be allowed, in order. */
export type FlowRequest = {
  readonly request: Request;
  readonly step: number; // which step of the flow it belongs to, from 0
  readonly who: "caller" | "role" | "service" | "grantee";
  readonly creates?: Grant; // in effect for the requests after it, once this one is allowed
  readonly uses?: string; // the GrantId it is meant to be allowed by
  readonly needed?: string; // AWS makes the check only then
  readonly open?: string; // what AWS does not document about it
  readonly source: readonly string[];
};

export type FlowFault = { readonly code: Code; readonly parameter?: string; readonly message: string; readonly help?: string };

/**
 * What a service asks of KMS when it is called so: permission checks to be decided one after another, each with the grants that those before it made.
 * Checks that AWS makes only at times are among them unless a flag says otherwise: a policy that passes all of them works always.
 */
export function flowRequests(
  name: string,
  parameters: FlowParameters,
  place: FlowPlace,
): Result<readonly FlowRequest[], readonly FlowFault[]> {
  const found = flowNamed(name);
  if (found === undefined) {
    const near = nearest(name, FLOW_NAMES);
    const [service = ""] = name.split(".");
    const same = FLOW_NAMES.filter((other) => other.startsWith(`${service}.`));
    const help = near ? `did you mean \`${near}\`?` : same.length > 0 ? `there are ${listed(same.map(shown))}` : undefined;
    return fail([{ code: "KW104", message: `no service flow ${shown(name)}`, ...(help !== undefined && { help }) }]);
  }
  const { flow, fixed } = found;
  const faults = faultsOf(flow, parameters);
  if (faults.length > 0) return fail(faults);
  return ok(new FlowReading(name, flow, { ...parameters, ...fixed }, place).requests());
}

function faultsOf({ parameters }: Flow, given: FlowParameters): readonly FlowFault[] {
  const names = Object.keys(parameters);
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(parameters, name));
  return [
    ...unknown.map((name): FlowFault => {
      const near = nearest(name, names);
      const help = near
        ? `did you mean \`${near}\`?`
        : names.length > 0
          ? `known are ${listed(names.map(shown))}`
          : "the flow has no parameters";
      return { code: "KW101", parameter: name, message: `unknown parameter ${shown(name)}`, help };
    }),
    ...Object.entries(parameters).flatMap(([name, parameter]) =>
      flawOf(name, parameter, Object.hasOwn(given, name) ? given[name] : undefined),
    ),
  ];
}

function flawOf(name: string, parameter: Parameter, value: FlowParameters[string] | undefined): readonly FlowFault[] {
  if (value === undefined)
    return parameter.default === undefined
      ? [{ code: "KW105", parameter: name, message: `the flow needs \`${name}\`: ${WANTED[parameter.kind]}` }]
      : [];
  const isPairs = typeof value === "object" && value !== null && Object.values(value).every((each) => typeof each === "string");
  const fits =
    parameter.kind === "flag"
      ? typeof value === "boolean"
      : parameter.kind === "pairs"
        ? isPairs
        : typeof value === "string" && value !== "";
  return fits ? [] : [{ code: "KW104", parameter: name, message: `\`${name}\` is ${WANTED[parameter.kind]}` }];
}

const WANTED = {
  text: "a text",
  flag: "true or false",
  pairs: "pairs of names and texts",
  key: "the ARN of a key",
  principal: "the ARN of a principal",
} as const;

/** One flow with its parameters, on its way to requests. */
class FlowReading {
  readonly #name: string;
  readonly #flow: Flow;
  readonly #given: FlowParameters;
  readonly #place: FlowPlace;
  readonly #words: ReadonlyMap<string, string>;

  constructor(name: string, flow: Flow, given: FlowParameters, place: FlowPlace) {
    this.#name = name;
    this.#flow = flow;
    this.#given = given;
    this.#place = place;
    this.#words = this.#wordsOf();
  }

  requests(): readonly FlowRequest[] {
    return this.#flow.steps.flatMap((step, index) =>
      this.#isTaken(step) ? step.actions.map((action) => this.#request(step, index, action)) : [],
    );
  }

  /** What the names in templates stand for. Defaults may name what comes before them. */
  #wordsOf(): ReadonlyMap<string, string> {
    const { principal, key, region, account } = this.#place;
    const [keyArn, callerArn] = [parseArn(key), parseArn(typeof principal === "string" ? principal : principal.arn)];
    const words = new Map([
      ["partition", keyArn?.partition ?? "aws"],
      ["region", region ?? keyArn?.region ?? ""],
      ["account", account ?? (callerArn?.account || keyArn?.account || "")],
    ]);
    for (const [name, parameter] of Object.entries(this.#flow.parameters)) {
      const value = Object.hasOwn(this.#given, name) ? this.#given[name] : undefined;
      if (typeof value === "string") words.set(name, value);
      else if (typeof parameter.default === "string") words.set(name, filled(parameter.default, words));
    }
    return words;
  }

  #isTaken({ when = [] }: Step): boolean {
    return when.every((flag) => (flag.startsWith("!") ? !this.#flag(flag.slice(1)) : this.#flag(flag)));
  }

  #flag(name: string): boolean {
    const parameter = this.#flow.parameters[name];
    invariant(parameter?.kind === "flag", `flow ${this.#name} has a flag ${name}`);
    return ((Object.hasOwn(this.#given, name) ? this.#given[name] : undefined) ?? parameter.default) === true;
  }

  #request(step: Step, index: number, action: string): FlowRequest {
    const template = step.grant === undefined ? undefined : this.#grantTemplate(step.grant);
    const grant = step.grant === undefined || template === undefined ? undefined : this.#grant(step.grant, template);
    const who =
      typeof step.who === "string" ? (step.who.startsWith("role") ? "role" : "caller") : "service" in step.who ? "service" : "grantee";
    const open = [...(step.unknown ?? []), ...(template?.unknown ?? []).flatMap((fact) => UNKNOWN_KEYS[fact])];
    const unknown = [...new Set(open)].filter((key) => !Object.hasOwn(step.keys ?? {}, key));
    const told = Object.entries({ ...this.#contextOf(step), ...(grant && grantKeys(grant)), ...step.keys });
    const context = Object.fromEntries(told.filter(([key]) => !unknown.includes(key)));
    const pairs =
      grant === undefined
        ? this.#encryptionContext(step)
        : (grant.Constraints?.EncryptionContextEquals ?? grant.Constraints?.EncryptionContextSubset ?? {});
    const uses =
      typeof step.who === "object" && "grantee" in step.who && this.#makes(step.who.grantee) ? this.#grantId(step.who.grantee) : undefined;
    return {
      request: {
        principal: this.#principal(step),
        action: `kms:${action}`,
        resource: this.#key(step),
        ...(Object.keys(context).length > 0 && { context }),
        ...(Object.keys(pairs).length > 0 && { encryptionContext: pairs }),
        ...this.#via(step),
        ...(unknown.length > 0 && { unknown }),
      },
      step: index,
      who,
      ...(grant && { creates: grant }),
      ...(uses !== undefined && { uses }),
      ...(step.needed !== undefined && { needed: step.needed }),
      ...openOf(step, template),
      source: step.source.map((page: Page) => PAGES[page]),
    };
  }

  #principal({ who }: Step): string | PrincipalFacts {
    if (who === "caller" || who === "caller direct") return this.#place.principal;
    if (who === "role" || who === "role direct") return this.#word("role");
    return this.#fill("service" in who ? who.service : this.#grantTemplate(who.grantee).grantee);
  }

  /** Only calls in somebody's name go through a service (KMS Developer Guide, kms:ViaService). */
  #via({ who, region }: Step): { readonly viaService?: string } {
    if (who !== "caller" && who !== "role") return {};
    const words = region === undefined ? this.#words : new Map([...this.#words, ["region", this.#fill(region)]]);
    return { viaService: filled(this.#flow.via, words) };
  }

  #key({ key = "" }: Step): string {
    const named = key === "" ? "" : this.#word(key);
    return named === "" ? this.#place.key : named;
  }

  #encryptionContext({ context = {}, pairs }: Step): Readonly<Record<string, string>> {
    const own = pairs === undefined ? undefined : this.#given[pairs];
    return { ...(typeof own === "object" && own), ...this.#filledPairs(context) };
  }

  #contextOf({ who }: Step): Readonly<Record<string, string>> {
    if (typeof who === "string" || !("service" in who)) return {};
    return {
      ...(who.sourceArn !== undefined && { "aws:SourceArn": this.#fill(who.sourceArn) }),
      ...(who.sourceAccount !== undefined && { "aws:SourceAccount": this.#fill(who.sourceAccount) }),
    };
  }

  #grantTemplate(name: string): GrantTemplate {
    const template = this.#flow.grants?.[name];
    invariant(template !== undefined, `flow ${this.#name} has a grant ${name}`);
    return template;
  }

  /** A grant may also be there from an earlier flow. */
  #makes(name: string): boolean {
    return this.#flow.steps.some(({ grant }) => grant === name);
  }

  #grantId(name: string): string {
    return `${this.#name}/${name}`;
  }

  /** IssuingAccount is the account of whoever the service calls for. */
  #grant(name: string, { grantee, operations, constraint, retiring }: GrantTemplate): Grant {
    const { principal } = this.#place;
    const issuer = parseArn(typeof principal === "string" ? principal : principal.arn)?.account;
    const constraints = Object.entries(constraint ?? {}).map(([type, pairs]) => [type, this.#filledPairs(pairs)] as const);
    return {
      GrantId: this.#grantId(name),
      GranteePrincipal: this.#fill(grantee),
      Operations: [...operations],
      ...(constraints.length > 0 && { Constraints: Object.fromEntries(constraints) }),
      ...(retiring !== undefined && { RetiringPrincipal: this.#fill(retiring) }),
      ...(issuer && { IssuingAccount: issuer }),
    };
  }

  #filledPairs(pairs: Readonly<Record<string, string>>): Record<string, string> {
    return Object.fromEntries(Object.entries(pairs).map(([name, template]) => [name, this.#fill(template)]));
  }

  #fill(template: string): string {
    return filled(template, this.#words);
  }

  #word(name: string): string {
    const word = this.#words.get(name);
    invariant(word !== undefined, `flow ${this.#name} has a parameter ${name}`);
    return word;
  }
}

/** One pass: what a parameter brings is never read as a template. */
const filled = (template: string, words: ReadonlyMap<string, string>): string =>
  template.replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => {
    const word = words.get(name);
    invariant(word !== undefined, `a template names ${name}, which is no parameter`);
    return word;
  });

/** What CreateGrant's check tells of the grant (rule context.request.new-grant). */
const grantKeys = ({ GranteePrincipal, RetiringPrincipal, Operations, Constraints }: Grant): Record<string, string | string[]> => ({
  ...(GranteePrincipal !== undefined && { "kms:GranteePrincipal": GranteePrincipal }),
  ...(RetiringPrincipal !== undefined && { "kms:RetiringPrincipal": RetiringPrincipal }),
  ...(Constraints !== undefined && { "kms:GrantConstraintType": Object.keys(Constraints)[0] ?? "" }),
  "kms:GrantOperations": Operations,
});

/** The condition keys that are not known where a fact of the grant is not. */
const UNKNOWN_KEYS: Readonly<Record<GrantFact, readonly string[]>> = {
  grantee: ["kms:GranteePrincipal", "kms:GranteeServicePrincipal"],
  operations: ["kms:GrantOperations"],
  constraint: ["kms:GrantConstraintType", "kms:EncryptionContextKeys"],
  retiring: ["kms:RetiringPrincipal", "kms:RetiringServicePrincipal"],
  ends: [],
};

function openOf({ open }: Step, template: GrantTemplate | undefined): { readonly open?: string } {
  const facts = template?.unknown ?? [];
  const told = [open, facts.length > 0 ? `of the grant AWS does not document: ${listed(facts)}` : undefined].filter(
    (part) => part !== undefined,
  );
  return told.length === 0 ? {} : { open: told.join("; ") };
}
