import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Outcome } from "../../src/authz/decision.ts";
import type { Case, CasePolicies } from "../../src/cases/case.ts";
import { decide } from "../../src/index.ts";
import { caseArbitrary } from "../generators/cases.ts";
import { KEYS } from "../generators/conditions.ts";
import { grantFor } from "../generators/grants.ts";
import { type Document, policyArbitrary } from "../generators/policies.ts";
import { readCaller } from "../oracle/caller.ts";
import { isSent } from "../oracle/catalog.ts";
import { readResource } from "../oracle/context.ts";
import { oracleDecide } from "../oracle/decide.ts";

/** Laws that hold whatever the policies say: of the engine, and of the oracle it is held against. */

const RUNS = { numRuns: 100 }; // the long run does twenty times as many
const PATIENCE = { timeout: process.env.KMSWARD_LONG === "1" ? 3_600_000 : 60_000 };

const aimOf = ({ request }: Case) => ({
  caller: typeof request.principal === "string" ? request.principal : request.principal.arn,
  action: request.action,
  resource: request.resource,
});

const withPolicies = (theCase: Case, change: (policies: CasePolicies) => Document): Case =>
  ({ ...theCase, policies: { ...theCase.policies, ...change(theCase.policies ?? {}) } }) as Case;

const statementsOf = (document: Document): Document[] => [document.Statement].flat() as Document[];
const bodyOf = (given: Document): Document => (given.document as Document | undefined) ?? given;

/** Every document of a case through a function, its name kept. */
function mapDocuments(theCase: Case, change: (document: Document) => Document): Case {
  const one = (given: Document): Document => (given.document === undefined ? change(given) : { ...given, document: change(bodyOf(given)) });
  const each = (value: unknown): unknown => (Array.isArray(value) ? value.map(each) : one(value as Document));
  const policies = Object.fromEntries(Object.entries(theCase.policies ?? {}).map(([place, value]) => [place, each(value)]));
  return theCase.policies === undefined ? theCase : ({ ...theCase, policies } as Case);
}

const ALLOW_ALL = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }] };

/** How much an outcome lets through. */
const openness = (outcome: Outcome): number => ({ allowed: 2, undetermined: 1, explicitDeny: 0, implicitDeny: 0 })[outcome];

/** A case, and something made to fit it. */
const caseWith = <T>(make: (theCase: Case) => fc.Arbitrary<T>): fc.Arbitrary<[Case, T]> =>
  caseArbitrary.chain((theCase) => fc.tuple(fc.constant(theCase), make(theCase)));

describe.each([
  ["the engine", decide],
  ["the oracle", oracleDecide],
] as const)("%s", PATIENCE, (_, answerTo) => {
  const opennessOf = (theCase: Case): number => openness(answerTo(theCase).outcome);

  it("allows nothing that a matching Deny is added to", () => {
    const everything = { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "*", Resource: "*" }] };
    const isBound = (theCase: Case) => {
      const { principal } = theCase.request;
      const { arn, userArn = "" } = typeof principal === "string" ? { arn: principal } : principal;
      return arn.startsWith("arn:") && !arn.endsWith(":root") && !userArn.endsWith(":root");
    };
    fc.assert(
      fc.property(caseArbitrary.filter(isBound), (theCase) => {
        const denied = withPolicies(theCase, ({ identity = [] }) => ({ identity: [...identity, everything] }));
        expect(["explicitDeny", "implicitDeny"]).toContain(answerTo(denied).outcome);
      }),
      RUNS,
    );
  });

  it("never allows more for another Deny statement", () => {
    const denial = (theCase: Case) =>
      policyArbitrary("key-policy", aimOf(theCase), 10).map((document) => statementsOf(document)[0] as Document);
    const keyed = caseWith(denial).filter(
      ([theCase]) => theCase.policies?.resource !== undefined && theCase.request.resource.includes(":key/"),
    );
    fc.assert(
      fc.property(keyed, ([theCase, deny]) => {
        const more = withPolicies(theCase, ({ resource = {} }) => ({
          resource: { ...resource, Statement: [...statementsOf(resource), deny] },
        }));
        expect(opennessOf({ ...more })).toBeLessThanOrEqual(opennessOf(theCase));
      }),
      RUNS,
    );
  });

  const limits = {
    "a level of service control policies": [
      "service-control",
      ({ serviceControl = [] }, limit) => ({ serviceControl: [...serviceControl, [limit]] }),
    ],
    "a level of resource control policies": [
      "resource-control",
      ({ resourceControl = [] }, limit) => ({ resourceControl: [...resourceControl, [limit]] }),
    ],
    "a boundary": ["boundary", ({ boundary }, limit) => ({ boundary: boundary ?? limit })],
    "a session policy": ["session", ({ session }, limit) => ({ session: session ?? [limit] })],
    "an endpoint policy": ["endpoint", (_, limit) => ({ endpoint: limit })],
  } as const satisfies Record<string, [Parameters<typeof policyArbitrary>[0], (policies: CasePolicies, limit: Document) => Document]>;

  /** An endpoint policy tells that the call came through an endpoint, and so what keys it carries: both sides of the comparison are told that. */
  const unlimited = (theCase: Case, kind: string): Case =>
    kind === "endpoint" ? withPolicies(theCase, () => ({ endpoint: ALLOW_ALL })) : theCase;

  it.each(Object.entries(limits))("never allows more for %s", (_name, [kind, add]) => {
    // A federated user has what its session policies allow, and without any nothing: there, the first one gives.
    const isLimit = ([theCase]: [Case, Document]) => !(kind === "session" && aimOf(theCase).caller.includes(":federated-user/"));
    const limited = caseWith((theCase) => policyArbitrary(kind, aimOf(theCase))).filter(isLimit);
    fc.assert(
      fc.property(limited, ([theCase, limit]) => {
        const free = unlimited(theCase, kind);
        expect(opennessOf(withPolicies(theCase, (policies) => add(policies, limit)))).toBeLessThanOrEqual(opennessOf(free));
      }),
      RUNS,
    );
  });

  it("never allows less for another grant", () => {
    const granted = caseWith((theCase) => grantFor(aimOf(theCase).caller, theCase.request.action.slice("kms:".length), 9));
    fc.assert(
      fc.property(granted, ([theCase, grant]) => {
        const more = { ...theCase, grants: [...(theCase.grants ?? []), grant] };
        expect(opennessOf(more)).toBeGreaterThanOrEqual(opennessOf(theCase));
      }),
      RUNS,
    );
  });

  it("does not mind the order of statements, policies and grants", () => {
    fc.assert(
      fc.property(caseArbitrary, (theCase) => {
        const turned = mapDocuments(theCase, (document) => ({ ...document, Statement: statementsOf(document).toReversed() }));
        const backwards = withPolicies(turned, (policies) =>
          Object.fromEntries(Object.entries(policies).map(([place, value]) => [place, Array.isArray(value) ? value.toReversed() : value])),
        );
        const { grants } = theCase;
        expect(answerTo(grants ? { ...backwards, grants: grants.toReversed() } : backwards).outcome).toBe(answerTo(theCase).outcome);
      }),
      RUNS,
    );
  });

  it("does not mind the case of letters in actions", () => {
    const swapped = (text: string) => [...text].map((c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase())).join("");
    const swap = (patterns: unknown): unknown => (Array.isArray(patterns) ? patterns.map(String).map(swapped) : swapped(String(patterns)));
    const swapActions = (statement: Document): Document =>
      Object.fromEntries(Object.entries(statement).map(([name, value]) => [name, name.endsWith("Action") ? swap(value) : value]));
    fc.assert(
      fc.property(caseArbitrary, (theCase) => {
        const inPolicies = mapDocuments(theCase, (document) => ({ ...document, Statement: statementsOf(document).map(swapActions) }));
        const inRequest = { ...theCase, request: { ...theCase.request, action: swapped(theCase.request.action) } };
        const { outcome, by } = answerTo(theCase);
        for (const other of [inPolicies, inRequest]) expect(answerTo(other)).toMatchObject({ outcome, by });
      }),
      RUNS,
    );
  });

  it("never contradicts a determined answer when an unknown key becomes known", () => {
    const valuesFor = ({ request }: Case) => fc.tuple(...(request.unknown ?? []).map((key) => fc.tuple(fc.constant(key), valueFor(key))));
    const facts = fc.record({
      spec: fc.constantFrom("SYMMETRIC_DEFAULT", "RSA_2048"),
      usage: fc.constantFrom("ENCRYPT_DECRYPT", "SIGN_VERIFY"),
      origin: fc.constantFrom("AWS_KMS", "EXTERNAL"),
    });
    const known = caseWith((theCase) => fc.tuple(valuesFor(theCase), facts));
    fc.assert(
      fc.property(known, ([theCase, [values, key]]) => {
        const before = answerTo(theCase).outcome;
        const { unknown, ...request } = theCase.request;
        const given = Object.keys(request.context ?? {}).map((name) => name.toLowerCase());
        const told = values.filter(
          ([name, value]) =>
            value !== undefined && !/^\*$|[:/]$/.test(name) && !given.includes(name.toLowerCase()) && mayBeSent(name, theCase),
        );
        const context = { ...Object.fromEntries(told), ...request.context };
        const after = answerTo({ ...theCase, request: { ...request, context }, key: { ...key, ...theCase.key } } as Case).outcome;
        if (before === "allowed") expect(after).toBe("allowed");
        if (before === "explicitDeny") expect(after).toBe("explicitDeny");
        if (before === "implicitDeny") expect(["implicitDeny", "explicitDeny"]).toContain(after);
      }),
      { numRuns: RUNS.numRuns * 3 },
    );
  });

  it("names no filter for an allowed request", () => {
    const isFilter = (name: string) => /^(SCP|RCP|boundary|Boundary|session policy|endpoint policy|Guard)/.test(name);
    fc.assert(
      fc.property(caseArbitrary, (theCase) => {
        const { outcome, by } = answerTo(theCase);
        const named = by.map((one) => ("grant" in one ? "" : one.policy));
        if (outcome === "allowed") expect(named.filter(isFilter)).toEqual([]);
        if (outcome === "implicitDeny" || outcome === "undetermined") expect(by).toEqual([]);
      }),
      RUNS,
    );
  });

  it("names the keys that would decide, if and only if it cannot", () => {
    fc.assert(
      fc.property(caseArbitrary, (theCase) => {
        const { outcome, missing = [] } = answerTo(theCase);
        expect(missing.length > 0).toBe(outcome === "undetermined");
        expect(new Set(missing).size).toBe(missing.length);
      }),
      RUNS,
    );
  });
});

/** A `kms:` key that AWS never sends with the action cannot turn out to have a value. */
function mayBeSent(key: string, { request }: Case): boolean {
  const { kind } = readResource(request, readCaller(request.principal));
  return !key.toLowerCase().startsWith("kms:") || (request.action.startsWith("kms:") && isSent(key, request.action, kind));
}

/** A value a key may turn out to have; undefined: it may also be absent. */
function valueFor(key: string): fc.Arbitrary<string | string[] | undefined> {
  const entry = KEYS.find((one) => one.key.toLowerCase() === key.toLowerCase());
  const one: fc.Arbitrary<string> = fc.constantFrom(
    ...(entry === undefined ? ["a", "true"] : [...entry.given, ...entry.asked]).filter((value) => !value.includes("$")),
  );
  const value: fc.Arbitrary<string | string[]> = entry?.multi ? fc.array(one, { maxLength: 2 }) : one;
  return fc.option(value, { nil: undefined });
}

describe("the engine", PATIENCE, () => {
  const plain = (theCase: Case) => {
    const { trace, ...answer } = decide(theCase);
    return answer;
  };

  it("answers a case that went through JSON alike", () => {
    fc.assert(
      fc.property(caseArbitrary, (theCase) => {
        expect(plain(JSON.parse(JSON.stringify(theCase)))).toEqual(plain(theCase));
      }),
      RUNS,
    );
  });

  it("leaves the case as it was", () => {
    fc.assert(
      fc.property(caseArbitrary, (theCase) => {
        const before = JSON.stringify(theCase);
        decide(theCase);
        expect(JSON.stringify(theCase)).toBe(before);
      }),
      RUNS,
    );
  });

  it("says what AWS would answer exactly if it denies", () => {
    fc.assert(
      fc.property(caseArbitrary, (theCase) => {
        const { outcome, decision, error } = decide(theCase);
        expect(decision).toBe(outcome === "allowed" ? "Allow" : "Deny");
        if (outcome === "allowed") expect(error).toBeUndefined();
        if (outcome === "explicitDeny" || outcome === "implicitDeny")
          expect(error).toMatchObject({ name: expect.any(String), message: expect.any(String) });
      }),
      RUNS,
    );
  });
});
