import { type CompiledPolicy, compile } from "../authz/compile.ts";
import { PRINCIPAL } from "../authz/members-of-requests.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { fromValue, NotJsonError } from "../base/json-source.ts";
import { either, listOf, type Member, type Members, memberFaults, needed, OBJECT, TEXT } from "../base/members.ts";
import type { Result } from "../base/result.ts";
import { partitionOf } from "../catalog/regions.ts";
import type { Estate, WorldPrincipal } from "../estate/estate.ts";
import { GivenKeys } from "../estate/given-keys.ts";
import { InvalidWorldError } from "../estate/invalid-world.ts";
import type { Asker, Lost } from "../estate/lookup.ts";
import {
  callerDocuments,
  callerFacts,
  fullServiceName,
  oddMaps,
  setAccountKeys,
  setEndpointKeys,
  throughOf,
  toDiagnostic,
} from "../estate/question.ts";
import type { World } from "../estate/world.ts";
import { parseArn } from "../iam/arn.ts";
import { type ParsedPolicy, type ParseOptions, parsePolicy, parsePolicyNode } from "../iam/parse/parse.ts";
import type { Policy } from "../iam/policy.ts";
import { isUniqueId } from "../iam/principal.ts";
import type { ContextValue, PrincipalFacts, Request } from "../iam/request.ts";
import { type Caller, type CallerSide, type Credentials, completePrincipal, makeCaller } from "./caller.ts";

import type { Home } from "./state.ts";

/** A policy in a program: the document, its text, or `{ name, document }`. */
export type CallerPolicy = string | object | { readonly name: string; readonly document: string | object };

/** How a caller is asked for: a short name or an ARN, alone or with what its session and its way add. */
export type CallerRequest = string | CallerOptions;
export type CallerOptions = {
  readonly principal: string | PrincipalFacts;
  readonly session?: string; // the name of the role session
  readonly sessionPolicies?: readonly CallerPolicy[];
  readonly viaService?: string; // "s3" or "s3.us-east-1.amazonaws.com": that service calls on the principal's behalf
  readonly context?: Readonly<Record<string, ContextValue>>; // condition keys of every call
  readonly region?: string;
  readonly endpoint?: string; // the VPC endpoint that its calls pass: a short name of the world, or an id
};

/** Condition keys of what belongs to an account, and those of them that nobody knows. */
export type AccountKeys = { readonly context: Readonly<Record<string, ContextValue>>; readonly unknown: readonly string[] };

/** The principals of a world as callers, and what accounts have from their organization. */
export class Callers {
  readonly #world: World;
  readonly #home: Home;
  readonly #accountKeys = new Map<string, AccountKeys>();
  readonly #warnings = new Map<string, Diagnostic>();
  #keyPolicies: ReadonlyMap<string, Policy> | undefined;

  readonly #compiled = (policy: Policy): CompiledPolicy => this.#world.compiled(policy);

  constructor(world: World) {
    this.#world = world;
    this.#home = homeOf(world.estate);
  }

  /** @throws {InvalidWorldError} for a principal or an endpoint that nobody knows, or a session policy that cannot be read. */
  caller(asked: CallerRequest): Caller {
    const options: CallerOptions = typeof asked === "string" ? { principal: asked } : copied(asked);
    const { estate, lookup } = this.#world;
    const odd = oddMaps({ context: options.context as Record<string, string> }, "caller");
    if (odd.length > 0) throw new InvalidWorldError("nobody can call so", odd);
    const asker = this.#asker(options);
    const through = found(throughOf(options as Parameters<typeof throughOf>[0], lookup), "endpoint");
    const context = new GivenKeys({ context: options.context as Record<string, string> });
    setEndpointKeys(context, through);
    const principal = callerFacts(asker, estate, context);
    const { account, partition } = asker.caller; // a service has none, and works for the account of the world
    const region = options.region ?? this.#home.region;
    const { identity, boundary, session, serviceControl, endpoint } = callerDocuments(asker, through, estate, undefined);
    const compiled = this.#compiled;
    const side: CallerSide = {
      identity: identity.map(compiled),
      boundary: boundary && compiled(boundary),
      session: options.sessionPolicies?.map(compileSessionPolicy) ?? session?.map(compiled),
      serviceControl: serviceControl.map((level) => level.map(compiled)),
      endpoint: endpoint && compiled(endpoint),
    };
    const caller = makeCaller({
      principal,
      home: { account: account || this.#home.account, partition: partition || (partitionOf(region) ?? this.#home.partition), region },
      side,
      viaService: options.viaService === undefined ? undefined : fullServiceName(options.viaService, region),
      ...context.members(),
      said: { context: { ...(options.context as Request["context"]) }, endpoint: options.endpoint },
    });
    const { viaService } = caller;
    const said = { context: caller.context, ...(viaService !== undefined && { viaService }) } as Pick<Request, "context" | "viaService">;
    this.#check({ principal, action: "kms:ListKeys", resource: "*", ...said });
    return caller;
  }

  /** What of callers is perhaps not meant: names of condition keys that nobody knows. */
  get warnings(): readonly Diagnostic[] {
    return [...this.#warnings.values()];
  }

  /** Refuses what every decision about a call would refuse, and takes note of what is strange about it. */
  #check(request: Request): void {
    const { fault, warnings } = this.#world.diagnose(request);
    const ofCaller = (one: Diagnostic): Diagnostic => ({ ...one, at: { ...one.at, file: "caller" } });
    if (fault !== undefined) throw new InvalidWorldError("nobody can call so", [ofCaller(fault)]);
    for (const one of warnings) if (this.#warnings.size < MOST_WARNINGS) this.#warnings.set(one.message, ofCaller(one));
  }

  /** The ARN that a name stands for. */
  arnOf = (principal: string): string => found(this.#world.lookup.asker(principal), "principal").facts.arn;

  /** A role as the session that it calls in, and everybody with the unique id that he has. */
  #asker({ principal, session }: CallerOptions): Asker {
    const { lookup } = this.#world;
    const asker = found(lookup.asker(principal), "principal");
    const facts = completed(asker.facts, session);
    if (asker.entries.length === 0 || facts.arn === asker.facts.arn) return { ...asker, facts };
    const own = typeof principal === "string" ? {} : principal;
    const { arn, roleArn } = facts;
    const inSession = found(lookup.asker({ ...own, arn, ...(roleArn !== undefined && { roleArn }) }), "principal");
    return { ...inSession, facts: completed(inSession.facts, session) };
  }

  /** What the world has its principals sign with, by the ARN and by the short name of each. */
  get credentials(): readonly (readonly [string, Credentials])[] {
    return this.#world.estate.principals.flatMap(({ name, facts, credentials }) => {
      const own = credentials();
      return own === undefined ? [] : [[facts.arn, own] as const, [name, own] as const];
    });
  }

  readonly accountKeys = (account: string): AccountKeys => {
    const known = this.#accountKeys.get(account);
    if (known !== undefined) return known;
    const given = new GivenKeys({});
    setAccountKeys(given, this.#world.estate, account);
    const { context = {}, unknown = [] } = given.members();
    if (Object.keys(context).length === 0 && unknown.length === 0) return NO_KEYS;
    const keys = { context, unknown };
    this.#accountKeys.set(account, keys);
    return keys;
  };

  /** Resource control policies of an account, root level first. */
  readonly resourceControl = (account: string): readonly (readonly CompiledPolicy[])[] =>
    this.#world.estate.organization?.members.get(account)?.resourceControl.map((level) => level.map(this.#compiled)) ?? [];

  /** The policy of a key: that of the world where the text is still the one it told. One that cannot be read opens nothing; none such is stored. */
  readonly keyPolicy = (text: string): CompiledPolicy | undefined => {
    this.#keyPolicies ??= new Map(this.#world.estate.keys.map(({ policyText, policy }) => [policyText, policy]));
    const policy = this.#keyPolicies.get(text) ?? parsePolicy(text, { type: "key-policy", name: "key policy" }).policy;
    return policy && this.#compiled(policy);
  };

  /** Whether a principal exists: a world has all principals of the accounts that it has some of, and of others every one may. What AWS makes is there. */
  readonly knows = (principal: string): boolean => {
    const { principals } = this.#world.estate;
    if (isUniqueId(principal)) {
      const [id] = principal.split(":", 1);
      return principals.length === 0 || principals.some((known) => idOf(known) === id);
    }
    const arn = parseArn(principal);
    if (
      arn === undefined ||
      arn.resource === "root" ||
      isMadeByAws(arn.resource) ||
      !principals.some(({ account }) => account === arn.account)
    )
      return true;
    const asker = this.#world.lookup.asker(principal);
    return asker.ok && asker.value.entries.length > 0;
  };
}

/** What a caller is asked for by. Later changes of its facts change nothing; the rest of it is read once. */
function copied(asked: CallerOptions): CallerOptions {
  const faults = memberFaults(asked, OPTIONS, { file: "caller", pointer: "" });
  if (faults.length > 0) throw new InvalidWorldError("nobody can call so", faults);
  const { principal } = asked;
  if (typeof principal === "string") return asked;
  return { ...asked, principal: { ...principal, ...(principal.tags && { tags: { ...principal.tags } }) } };
}

const OPTIONS: Members = {
  principal: needed(PRINCIPAL),
  session: TEXT,
  sessionPolicies: listOf(either(TEXT, OBJECT)),
  viaService: TEXT,
  context: OBJECT,
  region: TEXT,
  endpoint: TEXT,
} satisfies Record<keyof CallerOptions, Member>;

const MOST_WARNINGS = 100; // that are kept

const NO_KEYS: AccountKeys = { context: {}, unknown: [] };

function found<T>(result: Result<T, Lost>, member: string): T {
  if (result.ok) return result.value;
  throw new InvalidWorldError("nobody can call so", [toDiagnostic(result.error, member, "caller")]);
}

function completed(facts: PrincipalFacts, session: string | undefined): PrincipalFacts {
  try {
    return completePrincipal(facts, session);
  } catch (thrown) {
    if (thrown instanceof RangeError) throw new InvalidWorldError(thrown.message);
    throw thrown;
  }
}

/** Roles that services make for themselves (IAM User Guide, "Service-linked roles"), and that of EC2 behind the instances (recorded). */
const isMadeByAws = (resource: string): boolean => /^(?:role\/aws-service-role\/|assumed-role\/(?:AWSServiceRoleFor|aws:))/.test(resource);

const idOf = ({ facts }: WorldPrincipal): string | undefined =>
  facts.arn === "anonymous" ? undefined : completePrincipal(facts).userId?.split(":", 1)[0];

function compileSessionPolicy(given: CallerPolicy, i: number): CompiledPolicy {
  const { name = `session policy ${i + 1}`, document = given } =
    typeof given === "object" && "document" in given && "name" in given ? (given as { name: string; document: string | object }) : {};
  const { policy, diagnostics } = readPolicy(document, { type: "session", name });
  if (policy !== undefined) return compile(policy);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  throw new InvalidWorldError(`${name} cannot be read`, errors);
}

function readPolicy(document: string | object, options: ParseOptions): ParsedPolicy {
  if (typeof document === "string") return parsePolicy(document, options);
  try {
    return parsePolicyNode(fromValue(document), options);
  } catch (error) {
    if (!(error instanceof NotJsonError)) throw error;
    const at = { file: options.name, pointer: error.pointer };
    return { diagnostics: [{ code: "KW106", severity: "error", message: error.message, at }] };
  }
}

/** Where calls go that say nothing else. */
function homeOf({ account = DEFAULT_HOME.account, region = DEFAULT_HOME.region }: Estate): Home {
  return { account, region, partition: partitionOf(region) ?? "aws" };
}

/** The account and the Region of a KMS that is told none. */
export const DEFAULT_HOME = { account: "111122223333", region: "us-east-1" } as const;
