import { BoundedCache } from "../base/bounded-cache.ts";
import { naming, type Principal, type PrincipalPattern } from "../iam/principal.ts";
import { held, matchesPattern, type Pattern } from "../iam/wildcard.ts";
import { isOnKey } from "./grants.ts";
import type { LinkedSet } from "./link.ts";
import type { Outline } from "./plan.ts";
import type { ResourceFacts } from "./target.ts";

/** Callers that the policies of a set name alike and bind alike, with what was made for them by action and by sort of resource. */
export type CallerSort = { readonly own: Outlines; readonly others: Outlines }; // on what is of the caller's account, and of others

export type Outlines = Map<string, Map<ResourceSort, Outline>>;

/** Resources that every pattern of a set matches alike. */
export type ResourceSort = { readonly sort: string };

const MANY = 4096; // sorts remembered

/**
 * Tells callers and resources apart as far as the policies of one set do. Streams of requests bring ever new sessions and keys; what has to be looked for
 * among the statements is looked for once for each sort of them.
 */
export class Sorts {
  private readonly callers = new BoundedCache<string, CallerSort>(MANY);
  private readonly resources = new BoundedCache<string, ResourceSort>(MANY);
  private readonly linked: LinkedSet;
  private patterns: Patterns | undefined;

  constructor(linked: LinkedSet) {
    this.linked = linked;
  }

  /** Two callers of one sort have the same members that are read of them here and in `plan.ts`, and the same names in every principal element. */
  ofCaller(caller: Principal): CallerSort {
    const { kind, serviceLinked, managementAccount, issuer } = caller;
    let sort = `${kind} ${serviceLinked} ${managementAccount} ${issuer?.endsWith(":root")} `;
    for (const pattern of this.read().principals) sort += INITIALS[naming(pattern, caller) ?? "not"];
    return this.callers.get(sort) ?? this.callers.set(sort, { own: new Map(), others: new Map() });
  }

  ofResource(resource: ResourceFacts): ResourceSort {
    const { kind, arn, text } = resource;
    const { patterns, grantKeys } = this.read();
    const subject = held(text);
    let sort = `${kind} ${arn?.service} `;
    for (const pattern of patterns) sort += matchesPattern(pattern, subject) ? "1" : "0";
    if (kind === "key") for (const KeyId of grantKeys) sort += isOnKey({ grant: { KeyId } }, text) ? "1" : "0";
    return this.resources.get(sort) ?? this.resources.set(sort, { sort });
  }

  clear(): void {
    this.callers.clear();
    this.resources.clear();
  }

  private read(): Patterns {
    this.patterns ??= patternsOf(this.linked);
    return this.patterns;
  }
}

const INITIALS = { direct: "d", role: "r", user: "u", account: "a", perhaps: "p", not: "-" } as const;

type Patterns = {
  readonly principals: readonly PrincipalPattern[]; // of statements and grants
  readonly patterns: readonly Pattern[]; // of resources, without those with variables, which every plan keeps
  readonly grantKeys: readonly (string | undefined)[];
};

function patternsOf({ policies, grants }: LinkedSet): Patterns {
  const statements = policies.flatMap((policy) => policy.statements);
  const named = statements.flatMap(({ principal }) => principal?.members ?? []);
  return {
    principals: different([...named.map(({ pattern }) => pattern), ...grants.map(({ grantee }) => grantee)]),
    patterns: different(statements.flatMap(({ resource }) => resource?.members.flatMap(({ pattern }) => pattern ?? []) ?? [])),
    grantKeys: [...new Set(grants.map(({ grant }) => grant.KeyId))],
  };
}

const different = <T>(all: readonly T[]): readonly T[] => [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
