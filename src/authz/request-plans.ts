import { BoundedCache } from "../base/bounded-cache.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { type Principal, parsePrincipal } from "../iam/principal.ts";
import { ageFault } from "../iam/principal-facts.ts";
import type { PrincipalFacts, Request } from "../iam/request.ts";
import type { LinkedSet } from "./link.ts";
import { PRINCIPAL } from "./members-of-requests.ts";
import { makeOutline, type Outline, type Plan, planFrom } from "./plan.ts";
import { fault, MALFORMED, needsKey, noAction, noKmsAction, noResource, notTheirs } from "./request-faults.ts";
import { type CallerSort, type ResourceSort, Sorts } from "./sorts.ts";
import { type ActionFacts, type ResourceFacts, readAction, readResource } from "./target.ts";

/** Who asks, and what was made for it. */
export type Asker = { readonly principal: Principal; readonly sort: CallerSort; readonly plans: PlansOf };

type ReadResource = { readonly facts: ResourceFacts; readonly sort: ResourceSort };

/** Plans of one principal by action and by resource, as requests spell them. Many sessions ask for one thing: of the first no map is made. */
type PlansOf = {
  first: { readonly action: string; readonly resource: string; readonly plan: Plan } | undefined;
  others: Map<string, Map<string, Plan>> | undefined;
};

const LONG = 2048; // characters: longer than any ARN
const MANY = 4096; // principals, resources, plans and outlines remembered; beyond it all are forgotten and the next are remembered

/** The plans for requests to one policy set, in bounded memory: a stream of requests asks for the same few again and again. */
export class RequestPlans {
  private readonly linked: LinkedSet;
  private readonly named = new BoundedCache<string, Asker | Diagnostic>(MANY, LONG);
  private readonly told = new BoundedCache<string, Asker | Diagnostic>(MANY, LONG); // by the facts that decide who it is
  private readonly resources = new BoundedCache<string, ReadResource>(MANY, LONG);
  private readonly actions = new BoundedCache<string, ActionFacts>(MANY, LONG);
  private readonly sorts: Sorts;
  private made = 0; // plans
  private outlined = 0;

  constructor(linked: LinkedSet) {
    this.linked = linked;
    this.sorts = new Sorts(linked);
  }

  asker(principal: string | PrincipalFacts): Asker | Diagnostic {
    if (typeof principal === "string") return this.named.get(principal) ?? this.named.set(principal, this.askerOf(principal));
    if (!PRINCIPAL.is(principal)) return MALFORMED;
    const facts = { ...principal, ...(principal.tags && { tags: { ...principal.tags } }) };
    const { arn, roleArn, userArn, userId, serviceLinkedRole, managementAccount } = facts;
    const identity = `${measured(arn)}${measured(roleArn)}${measured(userArn)}${measured(userId)}${serviceLinkedRole}${managementAccount}`;
    const age = facts.mfaAgeSeconds === undefined ? undefined : ageFault(facts);
    if (age !== undefined) return nobody(age);
    const known = this.told.get(identity) ?? this.told.set(identity, this.askerOf(facts));
    return "code" in known ? known : { ...known, principal: { ...known.principal, facts } };
  }

  private askerOf(told: string | PrincipalFacts): Asker | Diagnostic {
    const principal = parsePrincipal(told);
    return principal.ok
      ? { principal: principal.value, sort: this.sorts.ofCaller(principal.value), plans: { first: undefined, others: undefined } }
      : nobody(principal.error);
  }

  plan(asker: Asker, request: Request): Plan | Diagnostic {
    const { principal, plans } = asker;
    const { action, resource, resourceAccount } = request;
    const { first } = plans;
    const known =
      first !== undefined && first.action === action && first.resource === resource ? first.plan : plans.others?.get(action)?.get(resource);
    if (known !== undefined && resourceAccount === undefined && known.account === ownerOf(known.resource, principal)) return known;
    if (known !== undefined && resourceAccount === known.account) return known;
    const made = this.make(asker, request);
    if (!("code" in made)) this.keep(plans, request, made);
    return made;
  }

  private make({ principal, sort }: Asker, { action: name, resource: text, resourceAccount }: Request): Plan | Diagnostic {
    if (typeof name !== "string") return MALFORMED;
    const action = this.actions.get(name) ?? readAction(name);
    if (action === undefined) return noAction(name);
    if (action.service === "kms" && action.kms === undefined) return noKmsAction(name);
    if (typeof text !== "string") return MALFORMED;
    const resource = this.resources.get(text) ?? this.readResource(text);
    if (resource === undefined) return noResource(text);
    const { facts } = resource;
    if (facts.kind === "alias" && standsForKey(action)) return needsKey(name, text);
    const owner = facts.arn?.account;
    if (resourceAccount !== undefined && owner && owner !== resourceAccount) return notTheirs(resourceAccount, text, owner);
    const account = resourceAccount ?? ownerOf(facts, principal);
    return planFrom(this.outline(sort, principal, action, resource, account), this.linked, principal, facts, account);
  }

  private readResource(text: string): ReadResource | undefined {
    const facts = readResource(text);
    return facts && this.resources.set(text, { facts, sort: this.sorts.ofResource(facts) });
  }

  private outline(sort: CallerSort, caller: Principal, action: ActionFacts, resource: ReadResource, account: string): Outline {
    const outlines = account === caller.account ? sort.own : sort.others;
    const known = outlines.get(action.name)?.get(resource.sort);
    if (known !== undefined) return known;
    if (this.outlined++ >= MANY) this.forgetOutlines();
    this.actions.set(action.name, action);
    const made = makeOutline(this.linked, caller, action, resource.facts, account);
    const ofAction = outlines.get(action.name);
    if (ofAction === undefined) outlines.set(action.name, new Map([[resource.sort, made]]));
    else ofAction.set(resource.sort, made);
    return made;
  }

  private keep(plans: PlansOf, { action, resource }: Request, plan: Plan): void {
    if (this.made++ >= MANY) this.forget();
    if (plans.first === undefined) {
      plans.first = { action, resource, plan };
      return;
    }
    plans.others ??= new Map();
    const ofAction = plans.others.get(action);
    if (ofAction === undefined) plans.others.set(action, new Map([[resource, plan]]));
    else ofAction.set(resource, plan);
  }

  private forget(): void {
    this.named.clear();
    this.told.clear();
    this.made = 0;
  }

  /** Callers and resources hold their sorts, and those their outlines: with them nothing holds any. */
  private forgetOutlines(): void {
    this.forget();
    this.sorts.clear();
    this.resources.clear();
    this.outlined = 0;
  }
}

const nobody = (why: string): Diagnostic => fault("KW401", "/principal", why);

/** The account that a resource is of, where nothing else is said: that of its ARN, or else the caller's. */
const ownerOf = ({ arn }: ResourceFacts, principal: Principal): string => arn?.account || principal.account;

/** KMS finds the key of an alias before it asks whether the caller may (rule kms.aliases.asked). */
const standsForKey = ({ kms }: ActionFacts): boolean => kms?.resources.includes("key") === true && !kms.resources.includes("alias");

/** A text with its length before it: no two lists of such read the same. */
const measured = (text: string | undefined): string => (text === undefined ? "-" : `${text.length}:${text}`);
