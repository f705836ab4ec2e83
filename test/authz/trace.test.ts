import { describe, expect, test } from "vitest";
import type { Failure, StatementVerdict, Trace } from "../../src/authz/decision.ts";
import type { Grant, Request } from "../../src/iam/request.ts";
import { type AuthorizerInput, authorizer, type Case, decide } from "../../src/index.ts";
import { QUESTIONS } from "../fixtures.ts";
import { ALICE, allow, ask, BOB, decrypt, deny, GUEST, HOME, KEY, policy, ROLE, ROOT, SESSION, to } from "./asking.ts";

const trace = (input: AuthorizerInput, changes: Partial<Request> = {}): Trace => ask(input, changes).trace;
const only = (found: Trace): StatementVerdict => {
  expect(found.policies.flatMap(({ statements }) => statements)).toHaveLength(1);
  return found.policies[0]!.statements[0]!;
};
const keyPolicy = (statement: object, changes?: Partial<Request>) => only(trace({ policies: { resource: policy(statement) } }, changes));

/** A failure without its place. */
const placeless = ({ at: _, ...rest }: Failure): Failure => rest;
const failures = (statement: object, changes?: Partial<Request>) => keyPolicy(statement, changes).failures.map(placeless);
const where = (condition: object, changes?: Partial<Request>) => failures(to("*", { Condition: condition }), changes);

describe("a statement", () => {
  test("that applies has no failure, and says how it names the caller", () => {
    expect(keyPolicy(to(ALICE, { Sid: "Alice" }))).toEqual({
      ref: { policy: "key policy", statement: 0, sid: "Alice" },
      effect: "Allow",
      applies: true,
      way: "direct",
      failures: [],
      at: { file: "policies", pointer: "/policies/resource/Statement/0" },
    });
  });

  test.each([
    ["direct", "*", ALICE],
    ["direct", SESSION, SESSION],
    ["role", ROLE, SESSION],
    ["user", ALICE, { arn: `arn:aws:sts::${HOME}:federated-user/fay`, userArn: ALICE }],
    ["account", ROOT, ALICE],
    ["account", HOME, SESSION],
    ["direct", [ROOT, ROLE, SESSION], SESSION],
    ["role", [ROOT, ROLE], SESSION],
  ] as const)("names the caller in the way %s: %j for %j", (way, named, principal) => {
    expect(keyPolicy(to(named), { principal }).way).toBe(way);
  });

  test("without a principal names nobody in any way", () => {
    const verdict = only(trace({ policies: { identity: [policy(allow())] } }));
    expect(verdict.applies).toBe(true);
    expect(verdict).not.toHaveProperty("way");
  });

  test("for someone else: whom it wants, and the names by which the caller can be called", () => {
    expect(failures(to([BOB, ROLE]))).toEqual([{ part: "principal", wanted: [BOB, ROLE], got: [ALICE] }]);
    expect(failures(to(BOB), { principal: SESSION })).toEqual([{ part: "principal", wanted: [BOB], got: [SESSION, ROLE] }]);
  });

  test("for one session, of a caller whose session is not told", () => {
    expect(keyPolicy(to(SESSION), { principal: ROLE })).toMatchObject({
      applies: "unknown",
      failures: [{ part: "principal", unknown: true }],
    });
  });

  test("for other actions or resources: its conditions are not looked at", () => {
    const elsewhere = to(ALICE, { Action: ["kms:Encrypt", "kms:Re*"], Condition: { Null: { "aws:SourceVpce": "true" } } });
    expect(failures(elsewhere)).toEqual([{ part: "action", wanted: ["kms:Encrypt", "kms:Re*"], got: ["kms:Decrypt"] }]);
    expect(failures(to(ALICE, { Resource: `${KEY}0`, Condition: { Null: { "aws:SourceVpce": "false" } } }))).toEqual([
      { part: "resource", wanted: [`${KEY}0`], got: [KEY] },
    ]);
  });

  test("that fails in every part tells all of them, in their order", () => {
    expect(failures(to(BOB, { Action: "kms:Encrypt", Resource: `${KEY}0` })).map(({ part }) => part)).toEqual([
      "principal",
      "action",
      "resource",
    ]);
    expect(failures(to(BOB, { Condition: { Bool: { "aws:AssumedRoot": "true" } } })).map(({ part }) => part)).toEqual([
      "principal",
      "condition",
    ]);
  });

  test("with NotAction, NotResource or NotPrincipal: what is excepted", () => {
    const { Action: _, ...rest } = to(ALICE);
    expect(failures({ ...rest, NotAction: "kms:De*" })).toEqual([{ part: "action", wanted: ["kms:De*"], got: ["kms:Decrypt"] }]);
    const { Resource: __, ...any } = to(ALICE);
    expect(failures({ ...any, NotResource: KEY })).toEqual([{ part: "resource", wanted: [KEY], got: [KEY] }]);
    expect(failures(deny({ NotPrincipal: { AWS: [ROOT, ALICE] } }))).toEqual([{ part: "principal", wanted: [ROOT, ALICE], got: [ALICE] }]);
  });

  test("without Action or Resource has no effect", () => {
    const { Resource: _, ...rest } = to(ALICE);
    expect(keyPolicy(rest)).toMatchObject({ applies: false, failures: [{ part: "no-effect", wanted: [], got: undefined }] });
  });

  test("says where each part stands", () => {
    const places = keyPolicy(to(BOB, { Action: "kms:Encrypt", Resource: "arn:aws:kms:*:*:key/1" })).failures.map(({ at }) => at?.pointer);
    expect(places).toEqual(["Principal", "Action", "Resource"].map((name) => `/policies/resource/Statement/0/${name}`));
    const condition = keyPolicy(to("*", { Condition: { Bool: { "aws:AssumedRoot": "true" } } })).failures[0];
    expect(condition?.at?.pointer).toBe("/policies/resource/Statement/0/Condition/Bool/aws:AssumedRoot");
  });
});

describe("a condition", () => {
  test("that does not hold: what it wants, and what the request has", () => {
    const condition = { "ForAnyValue:StringLike": { "kms:EncryptionContextKeys": ["ten*", "table"] } };
    expect(where(condition, { encryptionContext: { a: "1", b: "2" } })).toEqual([
      {
        part: "condition",
        operator: "ForAnyValue:StringLike",
        key: "kms:EncryptionContextKeys",
        wanted: ["ten*", "table"],
        got: ["a", "b"],
      },
    ]);
  });

  test("on an absent key has got nothing, and is not unknown", () => {
    expect(where({ IpAddress: { "AWS:VpcSourceIP": "203.0.113.0/24" } })).toEqual([
      { part: "condition", operator: "IpAddress", key: "AWS:VpcSourceIP", wanted: ["203.0.113.0/24"], got: undefined },
    ]);
  });

  test("on an unknown key is unknown", () => {
    expect(
      keyPolicy(to("*", { Condition: { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } } }), { unknown: ["aws:SourceIp"] }),
    ).toMatchObject({
      applies: "unknown",
      failures: [{ part: "condition", got: undefined, unknown: true }],
    });
  });

  test("beside one that does not hold: the statement does not apply, and both are told", () => {
    const both = { IpAddress: { "aws:SourceIp": "203.0.113.0/24" }, Bool: { "aws:AssumedRoot": "true" } };
    const verdict = keyPolicy(to("*", { Condition: both }), { unknown: ["aws:SourceIp"] });
    expect(verdict.applies).toBe(false);
    expect(verdict.failures.map(({ key, unknown }) => [key, unknown])).toEqual([
      ["aws:SourceIp", true],
      ["aws:AssumedRoot", undefined],
    ]);
  });

  test("with a variable wants what it stands for; what has no value stands as written", () => {
    const condition = { StringEquals: { "kms:EncryptionContext:user": ["${aws:username}", "${aws:PrincipalTag/user}", "root"] } };
    const [failure] = where(condition, { encryptionContext: { user: "bob" } });
    expect(failure).toMatchObject({ wanted: ["alice", "${aws:PrincipalTag/user}", "root"], got: ["bob"] });
  });

  test("of a request that is no ARN, or no address, says so: negations too", () => {
    const voids = (operator: string, key: string, value: string, given: string, effect = "Allow") =>
      where({ [operator]: { [key]: value } }, { context: { [key]: given } }).map((failure) => failure.void ?? effect);
    expect(voids("ArnNotLike", "aws:SourceArn", "arn:aws:s3:::b", "not an arn")).toEqual(["request"]);
    expect(voids("NotIpAddress", "aws:SourceIp", "10.0.0.0/8", "AWS Internal")).toEqual(["request"]);
    expect(voids("ArnLike", "aws:SourceArn", "arn:aws:s3:::b", "arn:aws:s3:::c")).toEqual(["Allow"]); // simply another one
    expect(voids("ForAnyValue:ArnLike", "kms:EncryptionContext:a", "arn:aws:s3:::b", "x")).toEqual(["request"]);
  });

  test("with a value that is no ARN says so where that decides it: it fails in an Allow, and holds in a Deny", () => {
    const context = { "aws:SourceArn": "arn:aws:s3:::b" };
    const wanting = (...values: string[]) => ({ ArnNotLike: { "aws:SourceArn": values } });
    expect(where(wanting("x"), { context })).toMatchObject([{ void: "policy" }]);
    expect(where(wanting("arn:aws:s3:::b", "x"), { context }).map((failure) => failure.void)).toEqual([undefined]); // the one before it matches
    const denied = (...values: string[]) => keyPolicy({ ...to("*", { Condition: wanting(...values) }), Effect: "Deny" }, { context }).held;
    expect(denied("x")).toMatchObject([{ void: "policy", got: ["arn:aws:s3:::b"] }]);
    expect(denied("arn:aws:s3:::c")?.map((condition) => condition.void)).toEqual([undefined]);
  });

  test("numbers and Booleans of a policy are their texts", () => {
    expect(where({ NumericLessThan: { "aws:MultiFactorAuthAge": 60 } }, { context: { "aws:MultiFactorAuthAge": 90 } })).toMatchObject([
      { wanted: ["60"], got: ["90"] },
    ]);
  });
});

test("a resource with a variable wants what it stands for", () => {
  const bucket = (name: string) => `arn:aws:s3:::${name}`;
  const read = (changes: Partial<Request>) =>
    only(
      trace(
        {
          policies: {
            identity: [
              policy(allow({ Action: "s3:*", Resource: [bucket("${aws:username}"), bucket("${aws:PrincipalTag/b}"), bucket("shared")] })),
            ],
          },
        },
        { action: "s3:ListBucket", resource: bucket("bob"), ...changes },
      ),
    );
  expect(read({}).failures.map(placeless)).toEqual([
    { part: "resource", wanted: [bucket("alice"), bucket("${aws:PrincipalTag/b}"), bucket("shared")], got: [bucket("bob")] },
  ]);
  expect(read({ unknown: ["aws:PrincipalTag/b"] })).toMatchObject({ applies: "unknown", failures: [{ unknown: true }] });
});

describe("policies", () => {
  const everything = {
    resource: policy(to(ALICE)),
    identity: [policy(allow()), { name: "inline", document: policy(allow()) }],
    boundary: policy(allow()),
    session: [policy(allow())],
    serviceControl: [[policy(allow())], [policy(allow()), policy(deny({ Action: "kms:Create*" }))]],
    resourceControl: [[policy(deny({ Principal: "*", Action: "kms:Create*" }))]],
    endpoint: policy(allow({ Principal: "*" })),
  };
  const grants: readonly Grant[] = [{ GrantId: "g1", Operations: ["Decrypt"], GranteePrincipal: ALICE }];
  const told = (changes: Partial<Request>) => {
    const { policies, ignored } = trace({ policies: everything, grants }, changes);
    const named = policies.map(({ policy: name, level }) => (level === undefined ? name : `${name} (${level})`));
    return { policies: named, ignored: ignored.map(({ layer, because }) => `${layer}: ${because}`) };
  };

  test("are told layer by layer", () => {
    expect(told({})).toEqual({
      policies: [
        "SCP level 1 policy 1 (0)",
        "SCP level 2 policy 1 (1)",
        "SCP level 2 policy 2 (1)",
        "RCP level 1 policy 1 (0)",
        "endpoint policy",
        "boundary",
        "session policy 1",
        "key policy",
        "identity policy 1",
        "inline",
      ],
      ignored: [],
    });
  });

  test("that do not bind the caller are ignored, for a reason", () => {
    const reasons = (changes: Partial<Request>) => told(changes).ignored;
    expect(reasons({ principal: ROOT })).toMatchInlineSnapshot(`
      [
        "boundary: the root user has no permissions boundary",
        "identity: the root user has no identity policies",
      ]
    `);
    expect(reasons({ principal: "s3.amazonaws.com" })).toMatchInlineSnapshot(`
      [
        "service-control: service control policies do not bind a service principal",
        "endpoint: a service principal's calls pass no VPC endpoint",
        "boundary: a service principal has no permissions boundary",
        "session: a service principal has no session policies",
        "identity: a service principal has no identity policies",
      ]
    `);
    expect(reasons({ principal: { arn: SESSION, serviceLinkedRole: true } })).toMatchInlineSnapshot(`
      [
        "service-control: service control policies do not bind service-linked roles",
        "resource-control: resource control policies do not bind service-linked roles",
      ]
    `);
    expect(reasons({ principal: { arn: ALICE, managementAccount: true }, action: "kms:ListKeys", resource: "*" })).toMatchInlineSnapshot(`
      [
        "service-control: service control policies do not bind the management account",
        "resource-control: resource control policies do not apply in the management account",
        "resource: only keys have a key policy",
        "grant: grants are on keys",
      ]
    `);
    expect(reasons({ action: "kms:RetireGrant" })).toMatchInlineSnapshot(`
      [
        "resource-control: resource control policies do not apply to kms:RetireGrant",
        "resource: key policies have no say in kms:RetireGrant",
      ]
    `);
    const onManagedKey = trace({ policies: everything, key: { managedBy: "aws" } }).ignored;
    expect(onManagedKey).toEqual([{ layer: "resource-control", because: "resource control policies do not apply to AWS managed keys" }]);
  });

  test("of an endpoint are ignored for a forwarded call, and for that call only", () => {
    const authorize = authorizer({ policies: everything });
    const plain = authorize(decrypt());
    const forwarded = authorize(decrypt({ viaService: "s3.us-east-1.amazonaws.com" }));
    const layers = ({ policies }: Trace) => policies.map(({ layer }) => layer);
    expect(layers(forwarded.trace)).not.toContain("endpoint");
    expect(forwarded.trace.ignored).toEqual([
      { layer: "endpoint", because: "a call that a service forwards passes no VPC endpoint of the caller's" },
    ]);
    expect(layers(plain.trace)).toContain("endpoint");
    expect(plain.trace.ignored).toEqual([]);
  });

  test("that are missing from a level of service control are seen to be", () => {
    const serviceControl = [[policy(allow())], [], [policy(allow())]];
    const { policies } = trace({ policies: { serviceControl } });
    expect(policies).toContainEqual({ layer: "service-control", type: "service-control", policy: "SCP level 2", level: 1, statements: [] });
    expect(trace({ policies: { serviceControl } }, { principal: "s3.amazonaws.com" }).policies).toEqual([]);
  });
});

describe("a grant", () => {
  const grant = (changes: Partial<Grant> = {}): Grant => ({
    GrantId: "g1",
    Operations: ["Decrypt", "CreateGrant"],
    GranteePrincipal: ALICE,
    ...changes,
  });
  const verdict = (changes: Partial<Grant>, request?: Partial<Request>) => trace({ grants: [grant(changes)] }, request).grants[0]!;

  test("that applies", () => {
    expect(verdict({ Name: "nightly" })).toEqual({ grant: "g1", name: "nightly", grantee: ALICE, applies: true, failures: [] });
    expect(verdict({})).not.toHaveProperty("name");
  });

  // biome-ignore format: a table reads as a table
  test.each<[string, Partial<Grant>, Partial<Request>, readonly Failure[]]>([
    ["on another key", { KeyId: `${KEY}0` }, {}, [{ part: "resource", wanted: [`${KEY}0`], got: [KEY] }]],
    ["for other operations", { Operations: ["Encrypt"] }, {}, [{ part: "operation", wanted: ["Encrypt"], got: ["kms:Decrypt"] }]],
    ["asked an operation that no grant has", {}, { action: "kms:PutKeyPolicy" }, [{ part: "operation", wanted: ["Decrypt", "CreateGrant"], got: ["kms:PutKeyPolicy"] }]],
    ["for someone else", { GranteePrincipal: BOB }, {}, [{ part: "principal", wanted: [BOB], got: [ALICE] }]],
    ["for one session", { GranteePrincipal: SESSION }, { principal: ROLE }, [{ part: "principal", wanted: [SESSION], got: [ROLE], unknown: true }]],
    ["on its way", { Propagated: false, GrantToken: "secret" }, {}, [{ part: "token", wanted: [], got: undefined }]],
    ["for a context", { Constraints: { EncryptionContextSubset: { tenant: "a", table: "t" } } }, { encryptionContext: { tenant: "b" } }, [{ part: "constraint", key: "EncryptionContextSubset", wanted: ["tenant=a", "table=t"], got: ["tenant=b"] }]],
    ["for exactly a context", { Constraints: { EncryptionContextEquals: {} } }, { encryptionContext: { tenant: "b" } }, [{ part: "constraint", key: "EncryptionContextEquals", wanted: [], got: ["tenant=b"] }]],
    ["for an unknown context", { Constraints: { EncryptionContextSubset: { tenant: "a" } } }, { unknown: ["kms:EncryptionContextKeys"] }, [{ part: "constraint", key: "EncryptionContextSubset", wanted: ["tenant=a"], got: [], unknown: true }]],
    ["for a source", { Constraints: { SourceArn: "arn:aws:s3:::b" } }, { context: { "aws:SourceArn": "arn:aws:s3:::c" } }, [{ part: "constraint", key: "SourceArn", wanted: ["arn:aws:s3:::b"], got: ["arn:aws:s3:::c"] }]],
    ["for a source that is absent", { Constraints: { SourceArn: "arn:aws:s3:::b" } }, {}, [{ part: "constraint", key: "SourceArn", wanted: ["arn:aws:s3:::b"], got: undefined }]],
    ["wrong in several ways", { GranteePrincipal: BOB, Operations: ["Encrypt"], Constraints: { EncryptionContextEquals: { a: "b" } } }, {}, [{ part: "operation", wanted: ["Encrypt"], got: ["kms:Decrypt"] }, { part: "principal", wanted: [BOB], got: [ALICE] }]],
    ["to retire, of others", { RetiringPrincipal: BOB }, { principal: `arn:aws:iam::${GUEST}:user/gus`, action: "kms:RetireGrant" }, [{ part: "principal", wanted: [BOB], got: [`arn:aws:iam::${GUEST}:user/gus`] }]],
    ["to retire, with RetireGrant", { Operations: ["RetireGrant"] }, { principal: `arn:aws:iam::${GUEST}:user/gus`, action: "kms:RetireGrant" }, [{ part: "principal", wanted: [ALICE], got: [`arn:aws:iam::${GUEST}:user/gus`] }]],
    ["to retire, on another key", { KeyId: `${KEY}0` }, { action: "kms:RetireGrant" }, [{ part: "resource", wanted: [`${KEY}0`], got: [KEY] }]],
    ["to retire, by the retiring principal", { RetiringPrincipal: ALICE }, { action: "kms:RetireGrant" }, []],
    ["to retire, by an account that has a say", {}, { principal: BOB, action: "kms:RetireGrant" }, []],
  ])("%s", (_, changes, request, expected) => {
    const { failures: found, applies } = verdict(changes, request);
    expect(found).toEqual(expected);
    expect(applies).toBe(expected.length === 0 ? true : expected.every(({ unknown }) => unknown) ? "unknown" : false);
  });

  test("whose token was not brought is not the one to retire; the tokens stay secret", () => {
    const found = verdict({ GrantToken: "secret-1", RetiringPrincipal: ALICE }, { action: "kms:RetireGrant", grantTokens: ["secret-2"] });
    expect(found.failures).toEqual([{ part: "token", wanted: [], got: ["another grant's token"] }]);
    expect(JSON.stringify(found)).not.toContain("secret");
  });

  test("of a service is called by the service", () => {
    const { GranteePrincipal: _, ...rest } = grant({ GranteeServicePrincipal: "rds.amazonaws.com" });
    expect(trace({ grants: [rest] }).grants[0]).toMatchObject({ grantee: "rds.amazonaws.com", applies: false });
  });

  test("is no matter where no key is asked for", () => {
    expect(trace({ grants: [grant()] }, { action: "kms:ListKeys", resource: "*" }).grants).toEqual([]);
  });
});

describe("a trace", () => {
  test("begins with what was asked", () => {
    expect(trace({}, { principal: { arn: SESSION, roleArn: ROLE }, action: "KMS:decrypt" })).toMatchObject({
      principal: SESSION,
      action: "KMS:decrypt",
      resource: KEY,
    });
  });

  test("is that of its own request, whenever it is read", () => {
    const authorize = authorizer({
      policies: {
        resource: policy(to("*", { Condition: { StringEquals: { "kms:EncryptionContext:tenant": "${aws:PrincipalTag/tenant}" } } })),
      },
    });
    const asked = ["a", "b", "c"].map((tenant) =>
      authorize(decrypt({ principal: { arn: ALICE, tags: { tenant: "b" } }, encryptionContext: { tenant } })),
    );
    const got = (found: Trace) => found.policies[0]!.statements[0]!.failures.map((failure) => failure.got);
    expect([...asked].reverse().map((answer) => got(answer.trace))).toEqual([[["c"]], [], [["a"]]]);
    expect(asked.map((answer) => got(answer.trace))).toEqual([[["a"]], [], [["c"]]]);
    expect(asked[0]!.trace).toBe(asked[0]!.trace);
  });

  test("does not see later changes of the request", () => {
    const request = {
      ...decrypt(),
      principal: { arn: ALICE, tags: { team: "red" } },
      encryptionContext: { tenant: "a" },
      context: { "aws:TagKeys": ["k"] },
      grantTokens: ["t"],
      unknown: ["aws:SourceIp"],
    };
    const wanted = {
      "aws:username": "-", // does not hold: the others are not looked at before the trace is read
      "aws:PrincipalTag/team": "-",
      "kms:EncryptionContext:tenant": "-",
      "aws:SourceIp": "-",
    };
    const input: AuthorizerInput = {
      policies: { resource: policy(to("*", { Condition: { StringEquals: wanted, "ForAllValues:StringEquals": { "aws:TagKeys": "-" } } })) },
      grants: [{ GrantId: "g1", Operations: ["Decrypt"], GranteePrincipal: ALICE, Propagated: false, GrantToken: "t" }],
    };
    const before = authorizer(input)(structuredClone(request)).trace;
    const answer = authorizer(input)(request);
    request.principal.tags.team = "blue";
    request.encryptionContext.tenant = "z";
    request.context["aws:TagKeys"].push("l");
    request.grantTokens.pop();
    request.unknown.pop();
    expect(answer.trace).toEqual(before);
  });

  test("of a request to retire a grant is as it reads for the first grant that may be meant, when none may be retired", () => {
    const { policies } = trace(
      {
        policies: { identity: [policy(allow({ Condition: { StringEquals: { "kms:EncryptionContext:tenant": "c" } } }))] },
        grants: ["a", "b"].map((tenant) => ({
          GrantId: tenant,
          Operations: ["Decrypt"],
          GranteePrincipal: BOB,
          Constraints: { EncryptionContextSubset: { tenant } },
        })),
      },
      { action: "kms:RetireGrant" },
    );
    expect(policies[0]!.statements[0]!.failures).toMatchObject([{ wanted: ["c"], got: ["a"] }]);
  });
});

describe("with its answer", () => {
  /** What a trace says that its answer does not. */
  function disagreements(asked: Case): readonly string[] {
    const { by, trace: found } = decide(asked);
    const statements = found.policies.flatMap((each) => each.statements);
    const verdicts = [...statements, ...found.grants];
    const odd = verdicts.filter(
      ({ applies, failures: failed }) => applies !== (failed.length === 0 ? true : failed.every(({ unknown }) => unknown) && "unknown"),
    );
    if (asked.request.action.toLowerCase() === "kms:retiregrant") return odd.map((each) => JSON.stringify(each)); // each grant to retire has its own verdicts
    const applying = [
      ...statements.map(({ ref, applies }) => ({ name: ref, applies })),
      ...found.grants.map(({ grant, applies }) => ({ name: { grant }, applies })),
    ];
    const names = applying.filter(({ applies }) => applies !== false).map(({ name }) => JSON.stringify(name));
    return [...odd, ...by].map((each) => JSON.stringify(each)).filter((name) => !names.includes(name));
  }

  test.each(QUESTIONS)("it agrees in all of $file", ({ cases }) => {
    const readable = cases.filter(({ expect: { invalid } }) => invalid === undefined);
    expect(readable.flatMap((each) => disagreements(each.case).map((found) => `${each.name}: ${found}`))).toEqual([]);
  });
});

test("of several grants to retire, the trace reads as the one that was allowed", () => {
  const retirer = "arn:aws:iam::111122223333:user/alice";
  const grant = (GrantId: string, GranteePrincipal: string, tenant: string) => ({
    GrantId,
    GranteePrincipal,
    Operations: ["Decrypt", "RetireGrant"],
    Constraints: { EncryptionContextSubset: { tenant } },
  });
  const answer = decide({
    request: { principal: retirer, action: "kms:RetireGrant", resource: "arn:aws:kms:us-east-1:111122223333:key/1" },
    policies: {
      identity: [
        {
          Version: "2012-10-17",
          Statement: [
            { Effect: "Allow", Action: "kms:*", Resource: "*", Condition: { StringEquals: { "kms:EncryptionContext:tenant": "t2" } } },
          ],
        },
      ],
    },
    grants: [grant("g1", "arn:aws:iam::111122223333:user/bob", "t1"), grant("g2", "arn:aws:iam::111122223333:user/bob", "t2")],
  });
  expect(answer.by).toEqual([{ policy: "identity policy 1", statement: 0 }, { grant: "g2" }]);
  expect(answer.trace.policies[0]?.statements[0]?.applies).toBe(true);
});
