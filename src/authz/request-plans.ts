import { BoundedCache } from "../base/bounded-cache.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { type Principal, parsePrincipal } from "../iam/principal.ts";
import { ageFault } from "../iam/principal-facts.ts";
import type { PrincipalFacts, Request } from "../iam/request.ts";
import type { LinkedSet } from "./link.ts";
import { PRINCIPAL } from "./members-of-requests.ts";
import { makePlan, type Plan } from "./plan.ts";
import { fault, MALFORMED, needsKey, noAction, noKmsAction, noResource, notTheirs } from "./request-faults.ts";
import { type ActionFacts, type ResourceFacts, readAction, readResource } from "./target.ts";

/** Who asks, and what was made for it. */
export type Asker = { readonly principal: Principal; readonly plans: PlansOf };

/** Plans of one principal by action and by resource, as requests spell them. */
type PlansOf = Map<string, Map<string, Plan>>;

const LONG = 2048; // characters: longer than any ARN
const MANY = 4096; // principals and plans remembered; beyond it all are forgotten and the next are remembered

/** The plans for requests to one policy set, in bounded memory: a stream of requests asks for the same few again and again. */
export class RequestPlans {
  private readonly linked: LinkedSet;
  private readonly named = new BoundedCache<string, Asker | Diagnostic>(MANY, LONG);
  private readonly told = new BoundedCache<string, Asker | Diagnostic>(MANY, LONG); // by the facts that decide who it is
  private made = 0;

  constructor(linked: LinkedSet) {
    this.linked = linked;
  }

  asker(principal: string | PrincipalFacts): Asker | Diagnostic {
    if (typeof principal === "string") return this.named.get(principal) ?? this.named.set(principal, askerOf(principal));
    if (!PRINCIPAL.is(principal)) return MALFORMED;
    const facts = { ...principal, ...(principal.tags && { tags: { ...principal.tags } }) };
    const { arn, roleArn, userArn, userId, serviceLinkedRole, managementAccount } = facts;
    const identity = `${measured(arn)}${measured(roleArn)}${measured(userArn)}${measured(userId)}${serviceLinkedRole}${managementAccount}`;
    const age = facts.mfaAgeSeconds === undefined ? undefined : ageFault(facts);
    if (age !== undefined) return nobody(age);
    const known = this.told.get(identity) ?? this.told.set(identity, askerOf(facts));
    return "code" in known ? known : { principal: { ...known.principal, facts }, plans: known.plans };
  }

  plan({ principal, plans }: Asker, request: Request): Plan | Diagnostic {
    const { action, resource, resourceAccount } = request;
    const known = plans.get(action)?.get(resource);
    if (known !== undefined && resourceAccount === undefined && known.account === ownerOf(known.resource, principal)) return known;
    if (known !== undefined && resourceAccount === known.account) return known;
    const made = this.make(principal, request);
    if (!("code" in made)) this.keep(plans, request, made);
    return made;
  }

  private make(principal: Principal, { action: name, resource: text, resourceAccount }: Request): Plan | Diagnostic {
    if (typeof name !== "string") return MALFORMED;
    const action = readAction(name);
    if (action === undefined) return noAction(name);
    if (action.service === "kms" && action.kms === undefined) return noKmsAction(name);
    if (typeof text !== "string") return MALFORMED;
    const resource = readResource(text);
    if (resource === undefined) return noResource(text);
    if (resource.kind === "alias" && standsForKey(action)) return needsKey(name, text);
    const owner = resource.arn?.account;
    if (resourceAccount !== undefined && owner && owner !== resourceAccount) return notTheirs(resourceAccount, text, owner);
    return makePlan(this.linked, principal, action, resource, resourceAccount ?? ownerOf(resource, principal));
  }

  private keep(plans: PlansOf, { action, resource }: Request, plan: Plan): void {
    if (this.made++ >= MANY) this.forget();
    const ofAction = plans.get(action);
    if (ofAction === undefined) plans.set(action, new Map([[resource, plan]]));
    else ofAction.set(resource, plan);
  }

  private forget(): void {
    this.named.clear();
    this.told.clear();
    this.made = 0;
  }
}

function askerOf(told: string | PrincipalFacts): Asker | Diagnostic {
  const principal = parsePrincipal(told);
  return principal.ok ? { principal: principal.value, plans: new Map() } : nobody(principal.error);
}

const nobody = (why: string): Diagnostic => fault("KW401", "/principal", why);

/** The account that a resource is of, where nothing else is said: that of its ARN, or else the caller's. */
const ownerOf = ({ arn }: ResourceFacts, principal: Principal): string => arn?.account || principal.account;

/** KMS finds the key of an alias before it asks whether the caller may (rule kms.aliases.asked). */
const standsForKey = ({ kms }: ActionFacts): boolean => kms?.resources.includes("key") === true && !kms.resources.includes("alias");

/** A text with its length before it: no two lists of such read the same. */
const measured = (text: string | undefined): string => (text === undefined ? "-" : `${text.length}:${text}`);
