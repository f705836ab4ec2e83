import type { Diagnostic } from "../base/diagnostic.ts";
import type { RuleId } from "../catalog/rules.ts";
import type { Request } from "../iam/request.ts";
import { foldCase } from "../iam/values.ts";
import { Answered, type Provenance, type Said } from "./answer.ts";
import { requestOf } from "./asked-as.ts";
import { assumedKeys } from "./assumed.ts";
import { awsError } from "./aws-error.ts";
import { decide } from "./decide.ts";
import type { Answer, AwsError, Determining, Outcome, Trace } from "./decision.ts";
import { Facts, type RequestFacts, type Values } from "./facts.ts";
import type { LinkedGrant } from "./grants.ts";
import { isAboutRequest, type ReadNames } from "./key-names.ts";
import { type LinkedSet, link, NO_POLICIES, type PolicySet } from "./link.ts";
import { missingKeys } from "./missing.ts";
import type { Plan } from "./plan.ts";
import { Reading } from "./reading.ts";
import { reasonOf, undeterminedReason } from "./reason.ts";
import { type ReadRequest, RequestReader } from "./request-reader.ts";
import { decideRetire, forGrant, retirable } from "./retire.ts";
import { rulesOf } from "./rules.ts";
import type { Ruling } from "./ruling.ts";
import { traceOf } from "./trace.ts";

/**
 * Decides requests against one policy set. Pure and total: it reads no clock and no file, it never waits, and it throws for no request. One that it cannot
 * read is answered with `invalid`, and never allowed. `said`: what of the request who asks said himself, if that is not all of it.
 */
export type Engine = (request: Request, said?: Said) => Answer;

export function engine(set: PolicySet): Engine {
  const linked = link(set);
  const reader = new RequestReader(linked);
  const ask: Engine = (request, said = request) => {
    const read = reader.read(request);
    return "code" in read ? unread([read]) : answer(new Asked(linked, read, ask, said === request ? undefined : said));
  };
  return ask;
}

/**
 * What an engine finds wrong with a request, without deciding it. Of policies it matters only which condition keys they read, so one serves all engines of
 * an estate.
 */
export function faultFinder(read: () => ReadNames): (request: Request) => Diagnosed {
  const linked = link(NO_POLICIES);
  const alone = new RequestReader(linked);
  let knowing: RequestReader | undefined; // made for who gives names that AWS does not document
  return (request) => {
    const first = diagnosed(alone.read(request));
    if (!first.warnings.concat(first.fault ?? []).some(isAboutRequest)) return first;
    knowing ??= new RequestReader(linked, read());
    return diagnosed(knowing.read(request));
  };
}

/** A request with a fault is not decided. */
export type Diagnosed = { readonly fault?: Diagnostic; readonly warnings: readonly Diagnostic[] };

const diagnosed = (read: ReadRequest | Diagnostic): Diagnosed =>
  "code" in read ? { fault: read, warnings: NONE } : { warnings: read.request.warnings };

/** One request on its way to an answer, and what is kept of it for its trace. */
class Asked implements Provenance {
  readonly ask: Engine;
  readonly linked: LinkedSet;
  readonly plan: Plan;
  private readonly facts: Facts;
  private readonly given: Values;
  private readonly saidApart: Said | undefined;

  constructor(linked: LinkedSet, { request: facts, given, plan }: ReadRequest, ask: Engine, saidApart: Said | undefined) {
    this.saidApart = saidApart;
    this.ask = ask;
    this.linked = linked;
    this.plan = plan;
    this.facts = new Facts(facts, plan.scope, plan.retires ? [...given] : given);
    this.given = given;
  }

  get request(): Request {
    return requestOf(this.facts.request);
  }

  get said(): Said {
    return this.saidApart ?? this.request;
  }

  get warnings(): readonly Diagnostic[] {
    return this.facts.request.warnings;
  }

  rule(reading: Reading): Ruling {
    const { plan, facts, given } = this;
    if (!plan.retires) return decide(plan, facts, reading);
    return decideRetire(plan, (grant) => forGrant(facts, plan, given, grant), facts.request.grantTokens, reading);
  }

  missing(): readonly string[] {
    const { plan, facts, given } = this;
    if (!plan.retires) return missingKeys(plan, facts);
    return [...new Set(this.meant().flatMap((grant) => missingKeys(plan, forGrant(facts, plan, given, grant))))];
  }

  assumed(outcome: Outcome): readonly string[] {
    const { linked, plan, facts, saidApart } = this;
    const given = plan.retires ? this.given : facts.given(new Set((facts.request.asked.keys ?? NONE).map(foldCase)));
    const ask = (changed: RequestFacts) => answer(new Asked(linked, { request: changed, given: [...given], plan }, this.ask, saidApart));
    return assumedKeys(outcome, new Facts(facts.request, plan.scope, [...given]), given, ask);
  }

  trace(by: readonly Determining[]): Trace {
    return traceOf(this.linked, this.plan, this.factsFor(by));
  }

  rules({ outcome, by, missing = [], assumed = [], trace }: Answer): readonly RuleId[] {
    const { linked, plan } = this;
    return rulesOf({ linked, plan, facts: this.factsFor(by), trace, outcome, by, ruling: this.rule(new Reading(true)), missing, assumed });
  }

  /** Of a request to retire a grant: as it reads for the one that was allowed to be retired, or else the first that may be meant. */
  factsFor(by: readonly Determining[]): Facts {
    const { plan, facts, given } = this;
    const meant = this.meant();
    const grant = meant.find(({ grant: { GrantId } }) => by.some((one) => "grant" in one && one.grant === GrantId)) ?? meant[0];
    return grant === undefined ? facts : forGrant(facts, plan, given, grant);
  }

  /** The grants that a request to retire one may mean. */
  private meant(): readonly LinkedGrant[] {
    return this.plan.retires ? retirable(this.plan, this.facts.request.grantTokens) : [];
  }
}

/** The best that untold values allow; and where that is an Allow, also the worst: if they differ, nobody can tell. */
function answer(asked: Asked): Answer {
  const optimist = new Reading(true);
  const best = asked.rule(optimist);
  if (!optimist.sawUnknown || best.outcome !== "allowed") return answered(asked, best);
  const worst = asked.rule(new Reading(false));
  return worst.outcome === "allowed" ? answered(asked, worst) : undetermined(asked, worst);
}

function answered(asked: Asked, ruling: Ruling): Answer {
  const reason = reasonOf(ruling, asked.plan);
  if (ruling.outcome === "allowed") return new Answered("allowed", ruling.by, reason, asked);
  return new Answered(ruling.outcome, ruling.outcome === "explicitDeny" ? ruling.by : NONE, reason, asked, errorOf(asked.plan, ruling));
}

function undetermined(asked: Asked, worst: Denial): Answer {
  const missing = asked.missing();
  return new Answered("undetermined", NONE, undeterminedReason(missing), asked, errorOf(asked.plan, worst), missing);
}

type Denial = Exclude<Ruling, { outcome: "allowed" }>;

const NONE: readonly never[] = [];

const errorOf = ({ caller, action, resource, sameAccount }: Plan, { outcome, layer }: Denial): AwsError =>
  awsError({
    explicit: outcome === "explicitDeny",
    layer,
    caller: caller.arn,
    action: action.name,
    resource: resource.text,
    crossAccount: !sameAccount && caller.account !== "",
    service: action.service,
    trust: action.assumesRole,
    unsigned: caller.kind === "anonymous",
  });

/** The answer to a request that cannot be read: nothing was decided, and nothing is allowed. */
export function unread(invalid: readonly Diagnostic[]): Answer {
  const reason = `the request cannot be read: ${invalid[0]?.message ?? "it has the wrong shape"}`;
  return { decision: "Deny", outcome: "undetermined", by: NONE, reason, invalid, trace: EMPTY };
}

const EMPTY: Trace = { principal: "", action: "", resource: "", policies: [], grants: [], ignored: [] };
