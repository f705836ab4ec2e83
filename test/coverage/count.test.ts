import fc from "fast-check";
import { expect, test } from "vitest";
import { provenanceOf } from "../../src/authz/answer.ts";
import { engine } from "../../src/authz/authorizer.ts";
import { fromValue } from "../../src/base/json-source.ts";
import type { Case } from "../../src/cases/case.ts";
import { CoverageCount } from "../../src/coverage/count.ts";
import { type Counter, type PolicyRecord, recordGrants, recordPolicy } from "../../src/coverage/records.ts";
import { compileSet, type PolicyDocuments, resourceTypeOf } from "../../src/estate/policy-documents.ts";
import type { Policy, PolicyType, StatementRef } from "../../src/iam/policy.ts";
import { parsePolicyNode } from "../../src/world/policy-text.ts";
import { caseArbitrary } from "../generators/cases.ts";
import { type Documented, type Status, slowCoverage } from "./slow-coverage.ts";

type Json = Readonly<Record<string, unknown>>;

const RUNS = 400;

/** A case with its policies read one by one, as a world has them. */
class Prepared {
  readonly documented = new Map<StatementRef, Documented & { readonly name: string }>();
  readonly records: PolicyRecord[] = [];
  readonly count = new CoverageCount();
  readonly documents: PolicyDocuments;
  readonly grants: PolicyRecord | undefined;

  readonly theCase: Case;

  constructor(theCase: Case) {
    this.theCase = theCase;
    const { policies = {}, request, grants = [] } = theCase;
    const many = (given: readonly Json[] | undefined, type: PolicyType) => given?.map((one) => this.#read(one, type));
    this.documents = {
      resource: policies.resource && this.#read(policies.resource, resourceTypeOf(request.action, request.resource)),
      identity: many(policies.identity, "identity"),
      boundary: policies.boundary && this.#read(policies.boundary, "boundary"),
      session: many(policies.session, "session"),
      serviceControl: policies.serviceControl?.map((level) => many(level, "service-control") ?? []),
      resourceControl: policies.resourceControl?.map((level) => many(level, "resource-control") ?? []),
      endpoint: policies.endpoint && this.#read(policies.endpoint, "endpoint"),
    };
    this.grants = recordGrants({ name: "key", at: { file: "case", pointer: "" }, grants });
    if (this.grants !== undefined) this.count.grants(grants, this.grants);
  }

  #read(given: Json, type: PolicyType): Policy {
    const document = (given.document ?? given) as Json;
    const name = `policy ${this.records.length}`;
    const { policy, diagnostics } = parsePolicyNode(fromValue(document), { type, name });
    if (policy === undefined) throw new Error(diagnostics[0]?.message);
    const record = recordPolicy(policy, undefined);
    this.records.push(record);
    this.count.policy(policy, record);
    const statements = (Array.isArray(document.Statement) ? document.Statement : [document.Statement]) as Json[];
    policy.statements.forEach(({ ref }, i) => {
      const version = String(document.Version ?? "2008-10-17");
      this.documented.set(ref, { type, version, statement: statements[i] as Json, name: `${name} ${i}` });
    });
    return policy;
  }

  run() {
    const answer = engine(compileSet(this.documents, this.theCase.grants, this.theCase.key))(this.theCase.request);
    if (answer.invalid !== undefined) throw new Error(answer.reason);
    const from = provenanceOf(answer);
    if (from !== undefined) this.count.count(from, answer);
    return answer;
  }

  counted(): Map<string, Status> {
    const found = new Map<string, Status>();
    const put = (owner: string, kind: string, counters: readonly Counter[]) =>
      counters.forEach((counter, i) => {
        const set = (["decided", "matched", "failed", "unknown"] as const).filter((status) => counter[status] > 0);
        expect(set.length).toBeLessThanOrEqual(1);
        if (set[0] !== undefined) found.set(`${owner} ${kind} ${i}`, set[0]);
      });
    this.records.forEach(({ statements }, p) => {
      statements.forEach(({ whole, principals, actions, resources, conditions }, s) => {
        for (const [kind, counters] of Object.entries({
          statement: [whole],
          principal: principals,
          action: actions,
          resource: resources,
          condition: conditions,
        }))
          put(`policy ${p} ${s}`, kind, counters);
      });
    });
    this.grants?.grants.forEach(({ whole, operations, constraints }, g) => {
      for (const [kind, counters] of Object.entries({ grant: [whole], operation: operations, constraint: constraints }))
        put(`grants ${g}`, kind, counters);
    });
    return found;
  }
}

const sorted = (map: ReadonlyMap<string, Status>) => [...map].map(([name, status]) => `${name}: ${status}`).sort();

test("the counts are those of the definition, worked out from the trace and `by`", () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(caseArbitrary, (theCase) => {
      const prepared = new Prepared(theCase);
      const answer = prepared.run();
      const expected = slowCoverage(
        theCase,
        answer,
        (ref) => prepared.documented.get(ref) as Documented,
        (ref) => prepared.documented.get(ref)?.name ?? "",
      );
      for (const [name, status] of expected) {
        const what = `${name.split(" ").at(-2)} ${status}`;
        seen.set(what, (seen.get(what) ?? 0) + 1);
      }
      expect(sorted(prepared.counted())).toEqual(sorted(expected));
    }),
    { numRuns: RUNS },
  );
  for (const kind of ["statement", "principal", "action", "resource", "condition", "grant", "operation"])
    for (const status of ["decided", "matched", "failed"]) expect(seen.get(`${kind} ${status}`), `${kind} ${status}`).toBeGreaterThan(0);
});
