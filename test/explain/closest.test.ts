import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer, Failure, Trace } from "../../src/authz/decision.ts";
import { decide } from "../../src/cases/authorizer.ts";
import type { Case } from "../../src/cases/case.ts";
import { type Asking, askingOf, closestToAllowed } from "../../src/explain/closest.ts";
import { explain } from "../../src/explain/explain.ts";
import type { Grant, Request } from "../../src/iam/request.ts";
import { APP, answer, condition, grant, KEY, otherAction, policy, trace, unknownCondition } from "../authz/made-answers.ts";
import { caseArbitrary } from "../generators/cases.ts";

const base: Request = { principal: APP, action: "kms:Decrypt", resource: KEY };

/** An engine that allows exactly what the test says, and counts how often it is asked. */
function asking(
  request: Partial<Request>,
  allows: (request: Request) => boolean,
  more: Partial<Asking> = {},
): Asking & { readonly asked: Request[] } {
  const asked: Request[] = [];
  const ask = (changed: Request): Answer => {
    asked.push(changed);
    return allows(changed)
      ? answer("allowed", "", trace([policy("resource", "key policy", [{ sid: "S" }])]), {
          by: [{ policy: "key policy", statement: 0, sid: "S" }],
        })
      : answer("implicitDeny", "", trace([]));
  };
  return { request: { ...base, ...request }, ask, asked, ...more };
}

const denied = (made: Trace): Answer => answer("implicitDeny", "", made);
const failing = (...failures: readonly Failure[]): Answer => denied(trace([policy("resource", "key policy", [{ sid: "S", failures }])]));
const changes = (made: Answer, world: Asking): readonly string[] => closestToAllowed(made, world).map(({ change }) => change);
const context = (request: Request, key: string) => request.context?.[key];

describe("closestToAllowed: one condition that failed", () => {
  type Row = readonly [Failure, Partial<Request>, (request: Request) => boolean, string];
  const rows: readonly Row[] = [
    [
      condition("StringEquals", "kms:EncryptionContext:tenant", ["t1"], ["t2"]),
      { encryptionContext: { Tenant: "t2" } },
      (r) => r.encryptionContext?.Tenant === "t1",
      'change encryptionContext.Tenant to "t1"',
    ],
    [
      condition("StringEquals", "kms:EncryptionContext:tenant", ["t1"]),
      {},
      (r) => r.encryptionContext?.tenant === "t1",
      'add encryptionContext.tenant = "t1"',
    ],
    [
      condition("StringNotEquals", "kms:EncryptionContext:tenant", ["t2"], ["t2"]),
      { encryptionContext: { tenant: "t2" } },
      (r) => r.encryptionContext === undefined,
      "leave out encryptionContext.tenant",
    ],
    [
      condition("Null", "kms:EncryptionContext:tenant", ["true"], ["t"]),
      { encryptionContext: { tenant: "t", a: "b" } },
      (r) => Object.keys(r.encryptionContext ?? {}).join() === "a",
      "leave out encryptionContext.tenant",
    ],
    [
      condition("ForAllValues:StringEquals", "kms:EncryptionContextKeys", ["a"], ["a", "b"]),
      { encryptionContext: { a: "1", b: "2" } },
      (r) => Object.keys(r.encryptionContext ?? {}).join() === "a",
      "leave out encryptionContext.b",
    ],
    [
      condition("ForAnyValue:StringEquals", "kms:EncryptionContextKeys", ["a"]),
      {},
      (r) => r.encryptionContext?.a !== undefined,
      'add encryptionContext.a = "any-value"',
    ],
    [
      condition("StringEquals", "kms:ViaService", ["s3.us-east-1.amazonaws.com"]),
      {},
      (r) => r.viaService === "s3.us-east-1.amazonaws.com",
      "call through s3.us-east-1.amazonaws.com (viaService)",
    ],
    [
      condition("StringLike", "kms:ViaService", ["s3.*.amazonaws.com"]),
      {},
      (r) => r.viaService === "s3.us-east-1.amazonaws.com",
      "call through s3.us-east-1.amazonaws.com (viaService)",
    ],
    [
      condition("Null", "kms:ViaService", ["true"], ["x"]),
      { viaService: "s3.us-east-1.amazonaws.com" },
      (r) => r.viaService === undefined,
      "call without viaService",
    ],
    [
      condition("Bool", "aws:ViaAWSService", ["false"], ["true"]),
      { viaService: "s3.us-east-1.amazonaws.com" },
      (r) => r.viaService === undefined,
      "call without viaService",
    ],
    [
      condition("Bool", "aws:MultiFactorAuthPresent", ["true"]),
      {},
      (r) => context(r, "aws:MultiFactorAuthPresent") === "true",
      'set aws:MultiFactorAuthPresent to "true"',
    ],
    [
      condition("StringEquals", "aws:SourceVpce", ["vpce-1"], ["vpce-2"]),
      { context: { "AWS:sourcevpce": "vpce-2" } },
      (r) => context(r, "AWS:sourcevpce") === "vpce-1",
      'change AWS:sourcevpce to "vpce-1"',
    ],
    [
      condition("StringNotLike", "aws:SourceVpce", ["vpce-*"], ["vpce-2"]),
      { context: { "aws:SourceVpce": "vpce-2" } },
      (r) => context(r, "aws:SourceVpce") === undefined,
      "leave out aws:SourceVpce",
    ],
    [
      condition("IpAddress", "aws:SourceIp", ["203.0.113.0/24"], ["10.0.0.1"]),
      {},
      (r) => context(r, "aws:SourceIp") === "203.0.113.0",
      'set aws:SourceIp to "203.0.113.0"',
    ],
    [
      condition("ArnLike", "aws:SourceArn", ["arn:aws:s3:*:*:bucket/${*}-*"]),
      {},
      (r) => context(r, "aws:SourceArn") === "arn:aws:s3:us-east-1:111122223333:bucket/*-x",
      'set aws:SourceArn to "arn:aws:s3:us-east-1:111122223333:bucket/*-x"',
    ],
    [condition("StringLike", "aws:UserAgent", ["a?c*"]), {}, (r) => context(r, "aws:UserAgent") === "axcx", 'set aws:UserAgent to "axcx"'],
    [
      condition("NumericLessThan", "aws:MultiFactorAuthAge", ["3600"], ["4000"]),
      {},
      (r) => context(r, "aws:MultiFactorAuthAge") === "3599",
      'set aws:MultiFactorAuthAge to "3599"',
    ],
    [
      condition("NumericGreaterThanEquals", "aws:MultiFactorAuthAge", ["5"]),
      {},
      (r) => context(r, "aws:MultiFactorAuthAge") === "5",
      'set aws:MultiFactorAuthAge to "5"',
    ],
    [
      condition("DateLessThan", "aws:CurrentTime", ["2026-01-01T00:00:00Z"], ["2026-02-01T00:00:00Z"]),
      { time: "2026-02-01T00:00:00Z" },
      (r) => r.time === "2025-12-31T23:59:59.000Z",
      "ask at 2025-12-31T23:59:59.000Z",
    ],
    [
      condition("NumericGreaterThan", "aws:EpochTime", ["1767225600"]),
      {},
      (r) => r.time === "2026-01-01T00:00:01.000Z",
      "ask at 2026-01-01T00:00:01.000Z",
    ],
    [
      condition("StringEquals", "aws:PrincipalTag/team", ["orders"]),
      {},
      (r) => typeof r.principal === "object" && r.principal.tags?.team === "orders",
      'set aws:PrincipalTag/team to "orders"',
    ],
    [
      condition("StringEquals", "aws:PrincipalOrgID", ["o-1"]),
      {},
      (r) => typeof r.principal === "object" && r.principal.orgId === "o-1",
      'set aws:PrincipalOrgID to "o-1"',
    ],
    [
      condition("ForAnyValue:StringEquals", "aws:PrincipalOrgPaths", ["team"]),
      {},
      (r) => JSON.stringify(context(r, "aws:PrincipalOrgPaths")) === '["team"]',
      'set aws:PrincipalOrgPaths to "team"',
    ],
    [
      unknownCondition("StringEquals", "aws:SourceVpce", ["vpce-1"]),
      { unknown: ["AWS:SourceVpce", "aws:SourceIp"] },
      (r) => r.unknown?.join() === "aws:SourceIp" && context(r, "aws:SourceVpce") === "vpce-1",
      'if aws:SourceVpce is "vpce-1"',
    ],
    [
      unknownCondition("StringEquals", "kms:EncryptionContext:tenant", ["t1"]),
      { unknown: ["kms:EncryptionContextKeys"] },
      (r) => r.unknown?.length === 0 && r.encryptionContext?.tenant === "t1",
      'if encryptionContext.tenant is "t1"',
    ],
    [
      unknownCondition("StringEquals", "kms:KeySpec", ["SYMMETRIC_DEFAULT"]),
      {},
      (r) => context(r, "kms:KeySpec") === "SYMMETRIC_DEFAULT",
      'if kms:KeySpec is "SYMMETRIC_DEFAULT"',
    ],
  ];

  it.each(rows)("%#: $1", (failure, request, allows, change) => {
    const made = failing(failure);
    const world = asking(request, allows);
    const found = closestToAllowed(made, world);
    expect(found.map((it) => it.change)).toEqual([change]);
    expect(found[0]?.allowedBy).toBe("S");
    expect(world.ask(found[0]!.request).outcome).toBe("allowed");
  });

  const facts: readonly Failure[] = [
    condition("StringEquals", "aws:PrincipalArn", ["arn:aws:iam::111122223333:role/x"], ["y"]),
    condition("StringEquals", "kms:KeySpec", ["RSA_2048"], ["SYMMETRIC_DEFAULT"]),
    condition("StringEquals", "aws:ResourceTag/team", ["a"], ["b"]),
    condition("StringEquals", "kms:RotationPeriodInDays", ["90"]), // never sent with kms:Decrypt
    condition("StringEquals", "aws:SourceVpce", ["${aws:PrincipalTag/vpce}"]),
    condition("StringEquals", "aws:SourceVpce", []),
    condition("NoSuchOperator", "aws:SourceVpce", ["x"]),
    otherAction,
    { part: "resource", wanted: ["arn:aws:kms:us-east-1:111122223333:key/9"], got: [KEY] },
    { part: "no-effect", wanted: [], got: undefined },
  ];
  it.each(facts)("suggests no change of what the request cannot choose: %#", (failure) => {
    const world = asking({}, () => true);
    expect(closestToAllowed(failing(failure), world)).toEqual([]);
    expect(world.asked).toEqual([]);
  });
});

describe("closestToAllowed: grants", () => {
  const failure: Failure = { part: "constraint", key: "EncryptionContextSubset", wanted: ["purpose=export"], got: [] };
  const bound = (Constraints: Grant["Constraints"]): Partial<Asking> => ({
    grants: [{ GrantId: "g1", Operations: ["Decrypt"], ...(Constraints && { Constraints }) }],
  });
  const withGrant = (...failures: readonly Failure[]): Answer => denied(trace([], { grants: [grant("g1", failures)] }));

  it("adds the pairs a constraint wants", () => {
    const world = asking(
      { encryptionContext: { A: "0" } },
      (r) => r.encryptionContext?.purpose === "export" && r.encryptionContext.A === "1",
      bound({ EncryptionContextSubset: { purpose: "export", a: "1" } }),
    );
    expect(changes(withGrant(failure), world)).toEqual(['add encryptionContext.purpose = "export" and change encryptionContext.A to "1"']);
  });

  it("leaves out a pair that a constraint does not have", () => {
    const world = asking(
      { encryptionContext: { Purpose: "x" } },
      (r) => r.encryptionContext === undefined,
      bound({ EncryptionContextEquals: {} }),
    );
    expect(changes(withGrant(failure), world)).toEqual(["leave out encryptionContext.Purpose"]);
  });

  it("sets the source a constraint wants", () => {
    const source = "arn:aws:s3:::orders";
    const world = asking({}, (r) => context(r, "aws:SourceArn") === source, bound({ SourceArn: source }));
    expect(changes(withGrant(failure), world)).toEqual([`set aws:SourceArn to "${source}"`]);
  });

  it("has no idea of a grant it was not given", () => {
    expect(
      changes(
        withGrant(failure),
        asking({}, () => true),
      ),
    ).toEqual([]);
  });

  it("presents the token of a grant that is not in effect yet, where it is known", () => {
    const known: Grant = { GrantId: "g1", Operations: ["Decrypt"], GrantToken: "secret-token" };
    const allows = (r: Request) => r.grantTokens?.includes("secret-token") ?? false;
    const token: Failure = { part: "token", wanted: [], got: undefined };
    expect(changes(withGrant(token), asking({}, allows, { grants: [known] }))).toEqual(["present the grant token of grant g1"]);
    expect(changes(withGrant(token), asking({}, allows))).toEqual([]);
  });

  it("names the grantee as the last resort only", () => {
    const exporter = "arn:aws:iam::111122223333:role/exporter";
    const made = withGrant({ part: "principal", wanted: [exporter], got: [APP] });
    expect(
      changes(
        made,
        asking({}, (r) => r.principal === exporter),
      ),
    ).toEqual([`call as ${exporter}`]);
    const easier = denied({
      ...made.trace,
      policies: [policy("resource", "key policy", [{ failures: [condition("Bool", "aws:SecureTransport", ["true"])] }])],
    });
    expect(
      changes(
        easier,
        asking({}, () => true),
      ),
    ).toEqual(['set aws:SecureTransport to "true"']);
  });

  it("names no principal of another account, nor an account", () => {
    const made = withGrant({
      part: "principal",
      wanted: ["arn:aws:iam::444455556666:role/x", "arn:aws:iam::111122223333:root", "*"],
      got: [APP],
    });
    expect(
      changes(
        made,
        asking({}, () => true),
      ),
    ).toEqual([]);
  });
});

describe("closestToAllowed: several parts", () => {
  const vpce = condition("StringEquals", "aws:SourceVpce", ["vpce-1"]);
  const tenant = condition("StringEquals", "kms:EncryptionContext:tenant", ["t1"]);
  const both = (r: Request) => context(r, "aws:SourceVpce") === "vpce-1" && r.encryptionContext?.tenant === "t1";

  it("changes two values of one statement together", () => {
    expect(changes(failing(vpce, tenant), asking({}, both))).toEqual([
      'set aws:SourceVpce to "vpce-1" and add encryptionContext.tenant = "t1"',
    ]);
  });

  it("changes one value of each of two policies", () => {
    const made = denied(
      trace([policy("resource", "key policy", [{ failures: [tenant] }]), policy("boundary", "limits", [{ failures: [vpce] }])]),
    );
    expect(changes(made, asking({}, both))).toEqual(['add encryptionContext.tenant = "t1" and set aws:SourceVpce to "vpce-1"']);
  });

  it("prefers the smallest change, and gives at most three", () => {
    const values = condition("StringEquals", "aws:SourceVpce", ["a", "b", "c", "d"]);
    const made = denied(
      trace([policy("resource", "key policy", [{ failures: [vpce, tenant] }, { failures: [values] }, { failures: [tenant] }])]),
    );
    expect(
      changes(
        made,
        asking({}, () => true),
      ),
    ).toEqual(['set aws:SourceVpce to "a"', 'set aws:SourceVpce to "b"', 'set aws:SourceVpce to "c"']);
  });

  it("never wants two values of one key", () => {
    const made = failing(condition("StringEquals", "aws:SourceVpce", ["a"]), condition("StringEquals", "aws:SourceVpce", ["b"]));
    const world = asking({}, () => true);
    expect(changes(made, world)).toEqual([]);
  });

  it("is bounded, however many statements nearly apply", () => {
    const statements = Array.from({ length: 2_000 }, (_, i) => ({
      failures: [condition("StringEquals", "aws:SourceVpce", [`vpce-${i}`, `b-${i}`, `c-${i}`])],
    }));
    const world = asking({}, () => false);
    expect(changes(denied(trace([policy("resource", "key policy", statements)])), world)).toEqual([]);
    expect(world.asked.length).toBe(64);
  });
});

describe("closestToAllowed: how far it reaches", () => {
  const five = failing(
    ...["SourceVpce", "SourceVpc", "UserAgent", "referer", "SourceAccount"].map((key) => condition("StringEquals", `aws:${key}`, ["x"])),
  );
  const hasAll = (request: Request) => Object.keys(request.context ?? {}).length === 5;

  it("changes no more than a person makes sense of, unless it is told to", () => {
    expect(changes(five, asking({}, hasAll))).toEqual([]);
    expect(closestToAllowed(five, asking({}, hasAll), { failures: 5, edits: 5 })).toHaveLength(1);
    expect(closestToAllowed(five, asking({}, hasAll), { failures: 5, edits: 4 })).toEqual([]);
  });

  it("leaves out changes that are not accepted, and asks nothing of them", () => {
    const one = failing(condition("StringEquals", "aws:SourceVpce", ["vpce-1", "vpce-2"]));
    const world = asking({}, () => true);
    const accepts = (request: Request) => context(request, "aws:SourceVpce") === "vpce-2";
    const found = closestToAllowed(one, world, { failures: 2, edits: 3, accepts });
    expect(found.map(({ change }) => change)).toEqual([expect.stringContaining("vpce-2")]);
    expect(world.asked).toHaveLength(1);
  });

  it("a grant for an AWS resource is asked for by a service", () => {
    const grants = failing(condition("Bool", "kms:GrantIsForAWSResource", ["true"]));
    const [found] = closestToAllowed(
      grants,
      asking({ action: "kms:CreateGrant" }, ({ viaService }) => viaService !== undefined),
    );
    expect(found?.request.viaService).toBe("ec2.us-east-1.amazonaws.com");
  });
});

describe("closestToAllowed: denies", () => {
  const deny = (failures: readonly Failure[] = []): Trace =>
    trace([
      policy("resource", "key policy", [
        { sid: "Allow", way: "role" },
        { sid: "Deny", effect: "Deny", applies: failures.length > 0 ? "unknown" : true, failures },
      ]),
    ]);
  const explicit = (made: Trace): Answer => answer("explicitDeny", "", made);
  const at = { file: "key policy", pointer: "" };
  const because = (operator: string, key: string, ...values: readonly string[]): Partial<Asking> => ({
    conditionsOf: ({ statement }) => (statement === 1 ? [{ operator, key, values, at }] : []),
  });

  it.each([
    ["StringNotEquals", "aws:SourceVpce", "vpce-1", {}, 'set aws:SourceVpce to "vpce-1"'],
    ["StringNotEqualsIfExists", "aws:SourceVpce", "vpce-1", { context: { "aws:SourceVpce": "x" } }, 'change aws:SourceVpce to "vpce-1"'],
    ["StringEquals", "aws:SourceVpce", "vpce-1", { context: { "aws:SourceVpce": "vpce-1" } }, "leave out aws:SourceVpce"],
    ["BoolIfExists", "aws:MultiFactorAuthPresent", "false", {}, 'set aws:MultiFactorAuthPresent to "true"'],
    ["Null", "kms:EncryptionContext:tenant", "true", {}, 'add encryptionContext.tenant = "any-value"'],
    ["Null", "kms:ViaService", "false", { viaService: "s3.us-east-1.amazonaws.com" }, "call without viaService"],
    ["NumericGreaterThan", "aws:MultiFactorAuthAge", "3600", {}, 'set aws:MultiFactorAuthAge to "3600"'],
    ["DateGreaterThanEquals", "aws:CurrentTime", "2026-01-01T00:00:00Z", {}, "ask at 2025-12-31T23:59:59.000Z"],
    ["NotIpAddress", "aws:SourceIp", "203.0.113.0/24", {}, 'set aws:SourceIp to "203.0.113.0"'],
    ["ForAnyValue:StringNotEquals", "kms:EncryptionContextKeys", "a", {}, 'add encryptionContext.a = "any-value"'],
  ] as const)("makes %s %s %s false", (operator, key, value, request, change) => {
    expect(
      changes(
        explicit(deny()),
        asking(request, () => true, because(operator, key, value)),
      ),
    ).toEqual([change]);
  });

  it("suggests nothing while a Deny cannot be escaped", () => {
    const made = explicit(
      trace([...deny().policies, policy("identity", "i", [{ failures: [condition("Bool", "aws:SecureTransport", ["true"])] }])]),
    );
    expect(
      changes(
        made,
        asking({}, () => true),
      ),
    ).toEqual([]);
    expect(
      changes(
        made,
        asking({}, () => true, because("StringEquals", "aws:PrincipalArn", "x")),
      ),
    ).toEqual([]);
  });

  it("escapes a Deny that may apply by what is not known", () => {
    const made = answer("undetermined", "", deny([unknownCondition("NotIpAddress", "aws:SourceIp", ["203.0.113.0/24"])]));
    const world = asking({ unknown: ["aws:SourceIp"] }, (r) => context(r, "aws:SourceIp") === "203.0.113.0");
    expect(changes(made, world)).toEqual(['if aws:SourceIp is "203.0.113.0"']);
  });

  it("tells a way out of such a Deny once, as what may be so, also where its conditions are at hand", () => {
    const failure = unknownCondition("NotIpAddress", "aws:SourceIp", ["203.0.113.0/24"]);
    const world = asking(
      { unknown: ["aws:SourceIp"] },
      (r) => context(r, "aws:SourceIp") === "203.0.113.0",
      because("NotIpAddress", "aws:SourceIp", "203.0.113.0/24"),
    );
    expect(changes(answer("undetermined", "", deny([failure])), world)).toEqual(['if aws:SourceIp is "203.0.113.0"']);
  });

  it("has nothing to say of an allowed request, nor of one that could not be read", () => {
    const world = asking({}, () => true);
    const near = trace([policy("identity", "i", [{ failures: [condition("Bool", "aws:SecureTransport", ["true"])] }])]);
    expect(changes(answer("allowed", "", near), world)).toEqual([]);
    expect(changes(answer("undetermined", "", near, { invalid: [] }), world)).toEqual([]);
  });
});

describe("closestToAllowed, with the engine", () => {
  it("suggests only what is allowed when asked again; explain tells the same and never throws", () => {
    let suggested = 0;
    fc.assert(
      fc.property(caseArbitrary, (theCase: Case) => {
        const made = decide(theCase);
        const { closest } = explain(made, { format: "json" });
        expect(explain(made)).not.toMatch(/ $/m);
        expect(explain(made, { style: "brief" }).split("\n").length).toBeLessThanOrEqual(3);
        const asking = askingOf(made);
        if (asking === undefined) return;
        const found = closestToAllowed(made, asking);
        expect(closest.map(({ change }) => change)).toEqual(found.map(({ change }) => change));
        for (const { request, change } of found) {
          suggested++;
          expect(decide({ ...theCase, request }).outcome, change).toBe("allowed");
          expect(request).not.toEqual(theCase.request);
        }
      }),
      { numRuns: 200, seed: 7 },
    );
    expect(suggested).toBeGreaterThan(10); // else the generators give nothing to fix
  });

  it("finds the way out of a Deny whose conditions it is told", () => {
    const statement = (Effect: string, more: object) => ({ Effect, Principal: "*", Action: "kms:Decrypt", Resource: "*", ...more });
    const resource = {
      Version: "2012-10-17",
      Statement: [
        statement("Allow", { Sid: "AllowAll" }),
        statement("Deny", {
          Sid: "OnlyFromVpc",
          Condition: { StringNotEqualsIfExists: { "aws:SourceVpce": "vpce-1" }, Bool: { "aws:ViaAWSService": "false" } },
        }),
      ],
    };
    const made = decide({ request: base, policies: { resource } });
    expect(made.outcome).toBe("explicitDeny");
    const conditionsOf: Asking["conditionsOf"] = () => [
      { operator: "StringNotEqualsIfExists", key: "aws:SourceVpce", values: ["vpce-1"], at: { file: "key policy", pointer: "" } },
      { operator: "Bool", key: "aws:ViaAWSService", values: ["false"], at: { file: "key policy", pointer: "" } },
    ];
    expect(changes(made, { ...askingOf(made)!, conditionsOf })).toEqual(['set aws:SourceVpce to "vpce-1"']);
  });

  it("finds the conditions of a statement that an answer of its own names", () => {
    const statement = {
      Effect: "Deny",
      Principal: "*",
      Action: "*",
      Resource: "*",
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    };
    const resource = { Version: "2012-10-17", Statement: [statement] };
    const [one, other] = [decide({ request: base, policies: { resource } }), decide({ request: base, policies: { resource } })];
    const { ref } = one.trace.policies[0]!.statements[0]!;
    expect(askingOf(one)?.conditionsOf?.(ref)).toMatchObject([{ operator: "Bool", key: "aws:SecureTransport", values: ["false"] }]);
    expect(askingOf(other)?.conditionsOf?.({ ...ref })).toBeUndefined();
  });
});
