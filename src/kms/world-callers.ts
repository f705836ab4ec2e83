import { type CompiledPolicy, compile } from "../authz/compile.ts";
import { type Diagnostic, renderDiagnostic } from "../base/diagnostic.ts";
import { isAccountId, parseArn } from "../iam/arn.ts";
import { parsePolicy } from "../iam/parse/parse.ts";
import type { PolicyType } from "../iam/policy.ts";
import { isServicePrincipal, isUniqueId, parseCaller } from "../iam/principal.ts";
import type { ContextValue, PrincipalFacts } from "../iam/request.ts";
import type { Credentials } from "./caller.ts";
import { type Caller, type CallerSide, completePrincipal, makeCaller } from "./caller.ts";
import type { Home } from "./state.ts";
import type { KmsWorld, WorldAccount, WorldEndpoint, WorldPolicy, WorldPrincipal } from "./world.ts";
import { WorldEndpoints } from "./world-endpoints.ts";

/** Thrown for a world that cannot be: a policy that cannot be read, a key that cannot exist, a caller that nobody knows. */
export class InvalidWorldError extends Error {
  override readonly name = "InvalidWorldError";
  readonly diagnostics: readonly Diagnostic[];

  constructor(message: string, diagnostics: readonly Diagnostic[] = []) {
    super([message, ...diagnostics.map(renderDiagnostic)].join("\n"));
    this.diagnostics = diagnostics;
  }
}

/** How a caller is asked for: a short name or an ARN, alone or with what its session and its way add. */
export type CallerRequest = string | CallerOptions;
export type CallerOptions = {
  readonly principal: string;
  readonly session?: string; // the name of the role session
  readonly sessionPolicies?: readonly WorldPolicy[];
  readonly viaService?: string; // "s3" or "s3.us-east-1.amazonaws.com": that service calls on the principal's behalf
  readonly context?: Readonly<Record<string, ContextValue>>; // condition keys of every call
  readonly region?: string;
  readonly endpoint?: string; // the VPC endpoint that its calls pass: a short name of the world, or an id
};

/** The principals of a world, and what has a say about each. Policies are compiled when a principal first calls. */
export class WorldCallers {
  readonly #world: KmsWorld;
  readonly #home: Home;
  readonly #byArn: ReadonlyMap<string, WorldPrincipal>;
  readonly #endpoints: WorldEndpoints;
  readonly #policies = new Map<object, CompiledPolicy>();
  readonly #levels = new Map<string, readonly (readonly CompiledPolicy[])[]>();

  constructor(world: KmsWorld, home: Home) {
    this.#world = world;
    this.#home = home;
    this.#endpoints = new WorldEndpoints(world.endpoints ?? {});
    this.#byArn = new Map(Object.values(world.principals ?? {}).map((principal) => [principal.arn, principal]));
  }

  caller(asked: CallerRequest): Caller {
    const options = typeof asked === "string" ? { principal: asked } : asked;
    const known = this.#find(options.principal);
    const principal = this.#principal(known, options);
    const arn = parseArn(principal.arn); // a service has none, and works for the account of the world
    const { account, partition } = arn ?? this.#home;
    const home = { account, partition, region: options.region ?? this.#home.region };
    const way = this.#endpoints.way(options);
    if (way === undefined)
      throw new InvalidWorldError(`no VPC endpoint is called ${options.endpoint}: give a short name of the world, or an id`);
    return makeCaller({
      principal: { ...this.#organization(arn?.account), ...principal },
      home,
      side: this.#side(known, home.account, options, way.endpoint),
      viaService: options.viaService && fullServiceName(options.viaService, home.region),
      context: way.context,
    });
  }

  /** What the world has its principals sign with, by the short name and by the ARN of each. */
  get credentials(): readonly (readonly [string, Credentials])[] {
    const told = Object.entries(this.#world.principals ?? {});
    return told.flatMap(([name, { arn, credentials }]) =>
      credentials === undefined
        ? []
        : ([
            [arn, credentials],
            [name, credentials],
          ] as const),
    );
  }

  /** Condition keys of what belongs to an account, by what its organization says of it (IAM User Guide, global condition context keys). */
  readonly resourceKeys = (account: string): Readonly<Record<string, ContextValue>> => {
    const { orgId, orgPath } = this.#world.accounts?.[account] ?? NO_ACCOUNT;
    if (orgId === undefined) return NO_KEYS;
    return { "aws:ResourceOrgID": orgId, ...(orgPath !== undefined && { "aws:ResourceOrgPaths": [orgPath] }) };
  };

  /** Resource control policies of an account, root level first. */
  readonly resourceControl = (account: string): readonly (readonly CompiledPolicy[])[] => this.#controls(account, "resource-control");

  /** Whether a principal exists, as far as the world tells: of accounts it does not have, or that it does not claim to know, every one may. */
  readonly knows = (principal: string): boolean => {
    if (this.#world.knowsAllPrincipals !== true) return true;
    if (isUniqueId(principal)) return this.#hasId(principal.split(":", 1)[0] as string);
    const arn = parseArn(principal);
    if (arn === undefined || arn.resource === "root" || !this.#accounts().has(arn.account)) return true;
    const role = /^assumed-role\/([^/]+)\//.exec(arn.resource)?.[1];
    return (
      this.#byArn.has(principal) || (role !== undefined && [...this.#byArn.keys()].some((known) => isRoleNamed(known, arn.account, role)))
    );
  };

  #hasId(id: string): boolean {
    const idOf = (known: WorldPrincipal) => this.#principal(known, { principal: known.arn }).userId?.split(":", 1)[0];
    return [...this.#byArn.values()].some((known) => idOf(known) === id);
  }

  /** What an organization says of the principals of an account. */
  #organization(account = ""): Pick<WorldAccount, "orgId" | "orgPath" | "managementAccount"> {
    const { serviceControl, resourceControl, ...told } = this.#world.accounts?.[account] ?? NO_ACCOUNT;
    return told;
  }

  #find(name: string): WorldPrincipal {
    const { principals = {} } = this.#world;
    if (Object.hasOwn(principals, name)) return principals[name] as WorldPrincipal;
    const known = this.#byArn.get(name);
    if (known !== undefined) return known;
    if (name.startsWith("arn:") || isServicePrincipal(name)) return this.#roleOf(name) ?? { arn: name };
    throw new InvalidWorldError(`no principal is called ${name}: give a short name of the world, an ARN or a service principal`);
  }

  /** A session ARN of a role the world knows has what the role has. */
  #roleOf(name: string): WorldPrincipal | undefined {
    const caller = parseCaller(name);
    if (!caller.ok || caller.value.kind !== "role-session") return undefined;
    const { account, name: role, session } = caller.value;
    const known = [...this.#byArn.values()].find(({ arn }) => isRoleNamed(arn, account, role));
    return known && { ...known, ...(session !== undefined && { session }) };
  }

  #principal(known: WorldPrincipal, { session }: CallerOptions): PrincipalFacts {
    const { policies, boundary, session: usual, sessionPolicies, endpointPolicy, credentials, ...facts } = known;
    try {
      return completePrincipal({ ...facts, ...(facts.tags && { tags: { ...facts.tags } }) } as PrincipalFacts, session ?? usual);
    } catch (thrown) {
      if (thrown instanceof RangeError) throw new InvalidWorldError(thrown.message);
      throw thrown;
    }
  }

  #side(
    known: WorldPrincipal,
    account: string,
    { sessionPolicies = known.sessionPolicies }: CallerOptions,
    endpoint: WorldEndpoint | undefined,
  ): CallerSide {
    const one = (policy: WorldPolicy | undefined, type: PolicyType, name: string) =>
      policy === undefined ? undefined : this.#compile(policy, type, name);
    return {
      identity: (known.policies ?? []).map((policy, i) => this.#compile(policy, "identity", `identity policy ${i + 1}`)),
      boundary: one(known.boundary, "boundary", "boundary"),
      session: sessionPolicies?.map((policy, i) => this.#compile(policy, "session", `session policy ${i + 1}`)),
      serviceControl: this.#controls(account, "service-control"),
      endpoint: one(endpoint === undefined ? known.endpointPolicy : endpoint.policy, "endpoint", "endpoint policy"),
    };
  }

  #controls(account: string, type: "service-control" | "resource-control"): readonly (readonly CompiledPolicy[])[] {
    const name = `${type} ${account}`;
    let levels = this.#levels.get(name);
    if (levels === undefined) {
      const told = this.#world.accounts?.[account];
      const rcps = told?.managementAccount === true ? undefined : told?.resourceControl; // which never bind its resources (Organizations User Guide)
      const [documents, short] = type === "service-control" ? [told?.serviceControl, "SCP"] : [rcps, "RCP"];
      levels = (documents ?? []).map((level, l) =>
        level.map((policy, i) => this.#compile(policy, type, `${short} level ${l + 1} policy ${i + 1}`)),
      );
      this.#levels.set(name, levels);
    }
    return levels;
  }

  #compile(policy: WorldPolicy, type: PolicyType, name: string): CompiledPolicy {
    const known = typeof policy === "object" ? this.#policies.get(policy) : undefined;
    if (known !== undefined) return known;
    const compiled = compileWorldPolicy(policy, type, name);
    if (typeof policy === "object") this.#policies.set(policy, compiled);
    return compiled;
  }

  #accounts(): ReadonlySet<string> {
    return new Set([this.#home.account, ...[...this.#byArn.keys()].map((arn) => parseArn(arn)?.account ?? "")]);
  }
}

const NO_ACCOUNT: WorldAccount = {};
const NO_KEYS: Readonly<Record<string, ContextValue>> = {};

const isRoleNamed = (arn: string, account: string, role: string): boolean => {
  const parsed = parseArn(arn);
  return (
    parsed?.account === account &&
    parsed.resource.startsWith("role/") &&
    parsed.resource.slice(parsed.resource.lastIndexOf("/") + 1) === role
  );
};

const fullServiceName = (service: string, region: string): string =>
  service.includes(".") ? service : `${service}.${region}.amazonaws.com`;

/** The text of a policy, whatever way the world gives it. */
export function policyText(policy: WorldPolicy): { readonly name: string | undefined; readonly text: string } {
  const named =
    typeof policy === "object" && "document" in policy && "name" in policy
      ? (policy as { name: string; document: string | object })
      : undefined;
  const document = named?.document ?? policy;
  return { name: named?.name, text: typeof document === "string" ? document : JSON.stringify(document) };
}

function compileWorldPolicy(given: WorldPolicy, type: PolicyType, fallback: string): CompiledPolicy {
  const { name = fallback, text } = policyText(given);
  const { policy, diagnostics } = parsePolicy(text, { type, name });
  if (policy === undefined)
    throw new InvalidWorldError(
      `${name} cannot be read`,
      diagnostics.filter(({ severity }) => severity === "error"),
    );
  return compile(policy);
}

/** Where calls go that tell nothing else. */
export function homeOf({ account = "111122223333", region = "us-east-1", partition = "aws" }: KmsWorld): Home {
  if (!isAccountId(account)) throw new InvalidWorldError(`the account ${account} has not 12 digits`);
  return { account, region, partition };
}
