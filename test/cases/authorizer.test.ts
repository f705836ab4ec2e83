import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/authz/decision.ts";
import type { Diagnostic } from "../../src/base/diagnostic.ts";
import { type AuthorizerInput, authorizer, decide, InvalidPolicyError } from "../../src/cases/authorizer.ts";
import type { Case } from "../../src/cases/case.ts";
import { validateCase, validateRequest } from "../../src/cases/validators.generated.js";
import type { Request } from "../../src/iam/request.ts";

const HOME = "111122223333";
const GUEST = "444455556666";
const KEY = `arn:aws:kms:us-east-1:${HOME}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const ALICE = `arn:aws:iam::${HOME}:user/alice`;
const REQUEST: Request = { principal: ALICE, action: "kms:Decrypt", resource: KEY };

const statement = (changes: object = {}) => ({ Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*", ...changes });
const keyPolicy = (...statements: object[]) => ({ Version: "2012-10-17", Statement: statements });
/** Whatever can be read is allowed. */
const OPEN: AuthorizerInput = { policies: { resource: keyPolicy(statement()) } };

const said = (all: readonly Diagnostic[] | undefined) =>
  (all ?? []).map(({ code, at, message, help }) => ({ code, pointer: at.pointer, message, ...(help && { help }) }));

/** An answer as a person reads it: its trace too. */
const whole = (answer: Answer) => JSON.parse(JSON.stringify({ ...answer, trace: answer.trace })) as unknown;

/** What holds of the answer to anything at all. */
function isSafe(answer: Answer, inOrder: boolean): void {
  expect(answer.decision).toBe(answer.outcome === "allowed" ? "Allow" : "Deny");
  expect(answer.reason).not.toBe("");
  expect(answer.trace).toBeDefined();
  if (answer.invalid !== undefined) {
    expect(answer).toMatchObject({ decision: "Deny", outcome: "undetermined", by: [] });
    expect(answer.invalid.length).toBeGreaterThan(0);
    for (const { message } of answer.invalid) expect(message).not.toMatch(/undefined|\[object|[\n\r]/);
  }
  if (!inOrder) expect(answer.invalid, "a request of the wrong shape is invalid").toBeDefined();
}

/** Values of every type, in every place of a request: most of it nearly in order. */
const junk = fc.oneof(
  fc.constantFrom<unknown>(null, "", "x", 5, -1, true, [], {}, ["x"], { x: 1 }, [null], { tags: [] }, "*", "2026-01-01", HOME),
  fc.jsonValue({ maxDepth: 2 }),
);
const nearly = <T>(value: T) => fc.oneof({ weight: 6, arbitrary: fc.constant<unknown>(value) }, { weight: 1, arbitrary: junk });
const principal = fc.oneof(
  nearly(ALICE),
  fc.record(
    {
      arn: nearly(`arn:aws:sts::${HOME}:assumed-role/app/s1`),
      roleArn: nearly(`arn:aws:iam::${HOME}:role/app`),
      userArn: nearly(ALICE),
      userId: nearly("AROAEXAMPLEEXAMPLE:s1"),
      tags: nearly({ team: "red" }),
      orgId: nearly("o-1"),
      orgPath: nearly("o-1/r-1/"),
      serviceLinkedRole: nearly(false),
      managementAccount: nearly(true),
      mfaAgeSeconds: nearly(60),
      sourceIdentity: nearly("alice"),
      else: junk,
    },
    { requiredKeys: ["arn"] },
  ),
);
const nearRequest = fc.record(
  {
    principal,
    action: nearly("kms:Decrypt"),
    resource: nearly(KEY),
    resourceAccount: nearly(HOME),
    context: fc.oneof(
      nearly({ "aws:SourceIp": "203.0.113.7" }),
      fc.dictionary(fc.constantFrom("aws:SourceIp", "aws:TagKeys", "AWS:sourceip", "x"), junk, { maxKeys: 2 }),
    ),
    encryptionContext: fc.oneof(nearly({ tenant: "a" }), fc.dictionary(fc.constantFrom("a", "__proto__"), junk, { maxKeys: 2 })),
    viaService: nearly("s3.us-east-1.amazonaws.com"),
    grantTokens: nearly(["t"]),
    time: nearly("2026-11-22T03:00:00Z"),
    unknown: nearly(["aws:SourceIp"]),
    else: junk,
  },
  { requiredKeys: ["principal", "action", "resource"] },
);

describe("an authorizer", () => {
  const conditions = {
    Condition: {
      StringNotEquals: {
        "aws:PrincipalTag/team": "blue",
        "aws:SourceIp": "1.2.3.4",
        "kms:EncryptionContext:a": "b",
        "aws:PrincipalOrgID": "o-2",
      },
    },
  };
  const authorize = authorizer({
    policies: {
      resource: keyPolicy(statement(), statement({ Effect: "Deny", Action: "kms:Encrypt", ...conditions }), statement(conditions)),
    },
  });

  it("answers anything, and allows nothing that has the wrong shape", () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withSparseArray: true }), (request) => {
        isSafe(authorize(request as Request), false);
      }),
      { numRuns: 300 },
    );
  });

  it("answers every request that is nearly in order, and allows none that is not", () => {
    fc.assert(
      fc.property(nearRequest, (request) => {
        const inOrder = validateRequest(request).length === 0;
        isSafe(authorize(request as Request), inOrder);
      }),
      { numRuns: 300 },
    );
  });

  it.each([undefined, null, 5, "kms:Decrypt", true, [], [REQUEST], {}, () => REQUEST, Symbol("x"), 5n])(
    "has an answer to %s",
    (request) => {
      const answer = authorize(request as unknown as Request);
      isSafe(answer, false);
      expect(answer.decision).toBe("Deny");
    },
  );

  // formats: a request that cannot be read says where, and what to do
  type Told = readonly [name: string, changes: object, code: string, pointer: string, message: unknown, help: unknown];
  it.each<Told>([
    ["an unknown member", { acton: "kms:Decrypt" }, "KW101", "/acton", "unknown member `acton`", "did you mean `action`?"],
    ["an unknown fact", { principal: { arn: ALICE, tag: {} } }, "KW101", "/principal/tag", "unknown member `tag`", "did you mean `tags`?"],
    ["a missing action", { action: undefined }, "KW105", "", "`action` is missing", undefined],
    ["an action that is no text", { action: ["kms:Decrypt"] }, "KW104", "/action", "`action` must be string", undefined],
    [
      "an action that is none",
      { action: "Decrypt" },
      "KW402",
      "/action",
      "`Decrypt` is not an action",
      expect.stringContaining("kms:Decrypt"),
    ],
    ["an action with a wildcard", { action: "kms:*" }, "KW402", "/action", "`kms:*` is not an action", expect.any(String)],
    [
      "a resource that is none",
      { resource: "alias/app" },
      "KW403",
      "/resource",
      "`alias/app` is neither `*` nor the ARN of one resource",
      expect.stringContaining("arn:aws:kms:"),
    ],
    [
      "many resources",
      { resource: `arn:aws:kms:us-east-1:${HOME}:key/*` },
      "KW403",
      "/resource",
      `\`arn:aws:kms:us-east-1:${HOME}:key/*\` is neither \`*\` nor the ARN of one resource`,
      expect.any(String),
    ],
    [
      "a principal that is none",
      { principal: "alice" },
      "KW401",
      "/principal",
      "`alice` is neither an ARN, nor a service principal, nor `anonymous`",
      undefined,
    ],
    ["a principal that is no text", { principal: 5 }, "KW104", "/principal", "`principal` must be string or object", undefined],
    ["a principal without its ARN", { principal: { userId: "x" } }, "KW105", "/principal", "`arn` is missing", undefined],
    [
      "a tag that is no text",
      { principal: { arn: ALICE, tags: { team: 5 } } },
      "KW104",
      "/principal/tags/team",
      "`team` must be string",
      undefined,
    ],
    ["a fact that is no text", { principal: { arn: ALICE, orgId: 5 } }, "KW104", "/principal/orgId", "`orgId` must be string", undefined],
    [
      "a fact that is no Boolean",
      { principal: { arn: ALICE, managementAccount: "yes" } },
      "KW104",
      "/principal/managementAccount",
      "`managementAccount` must be boolean",
      undefined,
    ],
    [
      "a number that is none",
      { principal: { arn: ALICE, mfaAgeSeconds: "60" } },
      "KW104",
      "/principal/mfaAgeSeconds",
      "`mfaAgeSeconds` must be number",
      undefined,
    ],
    [
      "an account that is none",
      { resourceAccount: "1" },
      "KW104",
      "/resourceAccount",
      "`resourceAccount` is not a 12-digit account id",
      undefined,
    ],
    ["a list for a context", { context: ["a"] }, "KW104", "/context", "`context` must be object", undefined],
    ["nothing for a context", { context: null }, "KW104", "/context", "`context` must be object", undefined],
    [
      "a value the context cannot hold",
      { context: { "aws:SourceIp": { a: 1 } } },
      "KW104",
      "/context/aws:SourceIp",
      "`aws:SourceIp` must be string or number or boolean or array",
      undefined,
    ],
    [
      "two values for one",
      { context: { "aws:SourceIp": ["1.2.3.4", "5.6.7.8"] } },
      "KW404",
      "/context/aws:SourceIp",
      "`aws:SourceIp` has one value, and the context gives it 2",
      "give it one text",
    ],
    [
      "a key in two spellings",
      { context: { "aws:SourceIp": "1.2.3.4", "AWS:sourceip": "1.2.3.4" } },
      "KW405",
      "/context/AWS:sourceip",
      "the context has `AWS:sourceip` twice, in two spellings",
      expect.any(String),
    ],
    [
      "an encryption context that is no map of texts",
      { encryptionContext: { a: 5 } },
      "KW104",
      "/encryptionContext/a",
      "`a` must be string",
      undefined,
    ],
    ["a token that is no text", { grantTokens: ["a", 5] }, "KW104", "/grantTokens/1", "`1` must be string", undefined],
    ["a time that is none", { time: "yesterday" }, "KW407", "/time", "`yesterday` is not a time", expect.stringContaining("ISO 8601")],
    ["a year", { time: "2026" }, "KW407", "/time", "`2026` is not a time", expect.stringContaining("ISO 8601")],
    ["a day", { time: "2026-11-22" }, "KW407", "/time", "`2026-11-22` is not a time", expect.stringContaining("ISO 8601")],
    [
      "an account that is not the key's",
      { resourceAccount: "444455556666" },
      "KW403",
      "/resourceAccount",
      expect.stringContaining("not in `444455556666`"),
      expect.stringContaining("leave `resourceAccount` out"),
    ],
    ...["", "s3", "s3.amazonaws.com", "nonsense", "s3.*.amazonaws.com"].map(
      (viaService) =>
        [
          `the service ${JSON.stringify(viaService)}`,
          { viaService },
          "KW404",
          "/viaService",
          `\`${viaService}\` is no service that forwards a call`,
          expect.stringContaining("SERVICE.REGION.amazonaws.com"),
        ] as const satisfies Told,
    ),
    ["an empty token", { grantTokens: ["a", ""] }, "KW404", "/grantTokens/1", "a grant token is empty", "leave it out"],
    [
      "a misspelt action",
      { action: "kms:Decript" },
      "KW402",
      "/action",
      "AWS KMS has no action `kms:Decript`",
      "did you mean `kms:Decrypt`?",
    ],
    [
      "an operation that is two actions",
      { action: "kms:ReEncrypt" },
      "KW402",
      "/action",
      "AWS KMS has no action `kms:ReEncrypt`",
      "did you mean `kms:ReEncryptFrom` or `kms:ReEncryptTo`?",
    ],
    ...[1e21, 1e-7].map(
      (value) =>
        [
          `the number ${value}`,
          { context: { "aws:MultiFactorAuthAge": value } },
          "KW404",
          "/context/aws:MultiFactorAuthAge",
          `\`aws:MultiFactorAuthAge\` is the number ${value}, which AWS would not send`,
          "give it as text",
        ] as const satisfies Told,
    ),
    [
      "an age that prints with an exponent",
      { principal: { arn: ALICE, mfaAgeSeconds: 1e21 } },
      "KW401",
      "/principal",
      "`mfaAgeSeconds` 1e+21 is no number of seconds",
      undefined,
    ],
    [
      "the id of another session",
      { principal: { arn: `arn:aws:sts::${HOME}:assumed-role/app/x`, userId: "AROAABCDEFGHIJKLMNOPQ:y" } },
      "KW401",
      "/principal",
      expect.stringContaining("that of another session"),
      undefined,
    ],
    ...["context", "encryptionContext"].map(
      (member) =>
        [
          `a Map as ${member}`,
          { [member]: new Map([["tenant", "t1"]]) },
          "KW104",
          `/${member}`,
          `\`${member}\` is no plain object`,
          expect.stringContaining("name its members"),
        ] as const satisfies Told,
    ),
    ["unknown keys that are no list", { unknown: "aws:SourceIp" }, "KW104", "/unknown", "`unknown` must be array", undefined],
  ])("tells %s", (_, changes, code, pointer, message, help) => {
    const told = [{ code, pointer, message, ...(help !== undefined && { help }) }];
    const request = { ...REQUEST, ...changes } as Request;
    const answer = authorizer(OPEN)(request);
    expect(said(answer.invalid)).toEqual(told);
    expect(answer.invalid?.[0]?.at.file).toBe("request");
    expect(answer).toMatchObject({
      decision: "Deny",
      outcome: "undetermined",
      by: [],
      reason: expect.stringContaining(answer.invalid?.[0]?.message ?? "none"),
    });
    // and of a whole case the same, in its place there
    expect(said(decide({ request, ...OPEN } as Case).invalid)).toEqual([{ ...told[0], pointer: `/request${pointer}` }]);
  });

  it("stays on its line with whatever it is told", () => {
    const odd = "a\n\u0000".repeat(1_000);
    for (const changes of [
      { principal: odd },
      { principal: `${ALICE}\n` },
      { action: odd },
      { resource: odd },
      { time: odd },
      { [odd]: 1 },
      { context: { [odd]: [], "aws:SourceIp": [] } },
      { context: { [`${odd}`]: "", [`${odd.toUpperCase()}`]: "" } },
    ]) {
      const answer = authorize({ ...REQUEST, ...changes } as Request);
      isSafe(answer, false);
      expect(answer.reason.length).toBeLessThan(600);
    }
  });
});

describe("policies that cannot be read", () => {
  const thrownBy = (input: unknown): InvalidPolicyError => {
    try {
      authorizer(input as AuthorizerInput);
    } catch (error) {
      if (error instanceof InvalidPolicyError) return error;
      throw error;
    }
    throw new Error("nothing was thrown");
  };

  it("are told with everything that is wrong, warnings too, each in its place", () => {
    const error = thrownBy({
      policies: {
        resource: keyPolicy({ ...statement(), Effect: "allow" }, { ...statement(), Condition: {} }),
        identity: [keyPolicy({ Effect: "Allow", Action: "kms:Decrypt", Resource: "*", Condition: { StringLikes: { a: "b" } } })],
        serviceControl: [[{ name: "p", document: keyPolicy({ Effect: "Allow", Action: "kms:Decrypt" }) }]],
      },
      grants: [{ GrantId: "g", GranteePrincipal: "*", Operations: ["Decrypt"] }],
    });
    expect(error.diagnostics.map(({ severity, at }) => `${severity} ${at.pointer}`)).toEqual(
      expect.arrayContaining([
        "error /policies/resource/Statement/0/Effect",
        "warning /policies/resource/Statement/1/Condition",
        "error /policies/identity/0/Statement/0/Condition/StringLikes",
        "error /policies/serviceControl/0/0/document/Statement/0",
        "error /grants/0/GranteePrincipal",
      ]),
    );
    expect(error.message.split("\n").filter((line) => line.startsWith("policies "))).toHaveLength(error.diagnostics.length);
    expect(error.message).toContain("help: did you mean `StringLike`?");
    expect(error).toMatchObject({ name: "InvalidPolicyError" });
  });

  it.each([
    ["a member that there is not", { policies: { identities: [] } }, "/policies/identities"],
    ["a list for a document", { policies: { resource: [] } }, "/policies/resource"],
    ["a text for a document", { policies: { identity: ["{}"] } }, "/policies/identity/0"],
    ["levels that are none", { policies: { serviceControl: [keyPolicy(statement())] } }, "/policies/serviceControl/0"],
    ["a grant without its operations", { grants: [{ GrantId: "g" }] }, "/grants/0"],
    ["a fact of the key that is none", { key: { multiRegion: "yes" } }, "/key/multiRegion"],
    ["a fact that there is not", { key: { state: "Enabled" } }, "/key/state"],
  ])("such as %s", (_, input, pointer) => {
    expect(thrownBy(input).diagnostics.map(({ at }) => at.pointer)).toEqual([pointer]);
  });

  const selfish: Record<string, unknown> = {};
  selfish.Statement = selfish;
  it.each([
    ["a function", { Statement: () => 1 }],
    ["a bigint", { Statement: 1n }],
    ["no number", { Statement: Number.NaN }],
    ["a date", { Version: new Date(0), Statement: [] }],
    ["itself", selfish],
    ["a symbol", { Statement: Symbol("x") }],
  ])("nor can what has no JSON form: %s", (_, document) => {
    expect(thrownBy({ policies: { resource: document } }).diagnostics).toMatchObject([{ code: "KW106", severity: "error" }]);
    expect(decide({ request: REQUEST, policies: { resource: document } } as Case)).toMatchObject({
      decision: "Deny",
      outcome: "undetermined",
      invalid: [{ code: "KW106" }],
    });
  });
});

describe("decide", () => {
  it("answers anything, and allows nothing that has the wrong shape", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue(),
          fc.record(
            { request: fc.oneof(nearRequest, junk), policies: fc.oneof(fc.constant(OPEN.policies), junk), grants: junk, key: junk },
            { requiredKeys: [] },
          ),
        ),
        (value) => {
          isSafe(decide(value as unknown as Case), validateCase(value).length === 0);
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([undefined, null, 5, "x", [], () => 1, Symbol("x"), 5n])("has an answer to %s", (value) =>
    isSafe(decide(value as unknown as Case), false),
  );

  it("answers under the case's id, and as an authorizer of its policies does", () => {
    const key = { spec: "SYMMETRIC_DEFAULT" };
    const answer = decide({ id: "c1", request: REQUEST, ...OPEN, key } as Case);
    const { id, ...rest } = whole(answer) as { id: string };
    expect(id).toBe("c1");
    expect(rest).toEqual(whole(authorizer({ ...OPEN, key })(REQUEST)));
  });

  it("answers an invalid case under its id too", () => {
    expect(decide({ id: 7, request: { ...REQUEST, action: "Decrypt" } } as Case)).toMatchObject({ id: 7, outcome: "undetermined" });
  });

  it("tells apart what differs only in what policies it has, or what they are", () => {
    const deny = keyPolicy(statement({ Effect: "Deny" }));
    const role = `arn:aws:iam::${HOME}:role/app`;
    const trust = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { AWS: ALICE }, Action: "sts:AssumeRole" }] };
    const cases: readonly (readonly [Case, string])[] = [
      [{ request: REQUEST, ...OPEN } as Case, "allowed"],
      [{ request: REQUEST, policies: { resource: deny } } as Case, "explicitDeny"],
      [{ request: REQUEST } as Case, "implicitDeny"],
      [{ request: REQUEST, grants: [{ GrantId: "g", GranteePrincipal: ALICE, Operations: ["Decrypt"] }] } as Case, "allowed"],
      [{ request: REQUEST, policies: { ...OPEN.policies, serviceControl: [] } } as Case, "allowed"],
      [{ request: REQUEST, policies: { ...OPEN.policies, serviceControl: [[]] } } as Case, "implicitDeny"],
      [{ request: { principal: ALICE, action: "sts:AssumeRole", resource: role }, policies: { resource: trust } } as Case, "allowed"],
      [
        {
          request: { principal: ALICE, action: "s3:GetObject", resource: "arn:aws:s3:::b/k" },
          policies: { resource: keyPolicy(statement({ Action: "s3:*" })) },
        } as Case,
        "allowed",
      ],
    ];
    for (const [theCase, outcome] of [...cases, ...cases.toReversed()]) expect(decide(theCase).outcome).toBe(outcome);
  });

  it("names the same document by what it is to each request", () => {
    const resource = keyPolicy(statement({ Action: "*" }));
    const ask = (action: string, on: string) =>
      decide({ request: { principal: ALICE, action, resource: on }, policies: { resource } } as Case).by;
    for (let i = 0; i < 2; i++) {
      expect(ask("kms:Decrypt", KEY)).toEqual([{ policy: "key policy", statement: 0 }]);
      expect(ask("s3:GetObject", "arn:aws:s3:::b/k")).toEqual([{ policy: "resource policy", statement: 0 }]);
    }
  });
});

describe("an answer is a snapshot", () => {
  /** Changes everything that can be changed in a value, to its depth. */
  function spoil(value: unknown): void {
    if (typeof value !== "object" || value === null) return;
    for (const [name, member] of Object.entries(value)) {
      spoil(member);
      (value as Record<string, unknown>)[name] = typeof member === "string" ? "spoilt" : typeof member === "boolean" ? !member : member;
    }
    if (Array.isArray(value)) value.push("spoilt");
    else (value as Record<string, unknown>).spoilt = "spoilt";
  }

  const input = () => ({
    policies: {
      resource: keyPolicy(
        statement({
          Principal: { AWS: [ALICE] },
          Condition: {
            StringEquals: { "aws:PrincipalTag/team": ["red"], "kms:EncryptionContext:tenant": "a", "kms:KeySpec": "SYMMETRIC_DEFAULT" },
          },
        }),
        statement({
          Effect: "Deny",
          Condition: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": ["alias/secret"], "aws:TagKeys": ["b"] } },
        }),
        statement({
          Sid: "NeverNeeded", // its first condition fails: only a trace asks for the others
          Condition: {
            StringEquals: {
              "aws:PrincipalOrgID": "o-9",
              "aws:PrincipalTag/cost": "9",
              "aws:ResourceTag/cost": "9",
              "aws:SourceVpce": "vpce-9",
              "kms:EncryptionContext:app": "9",
              "aws:CurrentTime": "9",
            },
          },
        }),
      ),
      identity: [{ name: "inline", document: keyPolicy({ Effect: "Allow", Action: "kms:Encrypt", Resource: KEY }) }],
    },
    grants: [
      { GrantId: "g1", GranteePrincipal: ALICE, Operations: ["Encrypt"], Constraints: { EncryptionContextSubset: { tenant: "z" } } },
    ],
    key: { aliases: ["alias/app"], spec: "SYMMETRIC_DEFAULT", tags: { team: "red", cost: "1" } },
  });
  const request = () => ({
    principal: { arn: ALICE, tags: { team: "red", cost: "1" } },
    action: "kms:Decrypt",
    resource: KEY,
    context: { "aws:TagKeys": ["a"], "aws:SourceIp": "203.0.113.7" },
    encryptionContext: { tenant: "a", app: "1" },
    grantTokens: ["t"],
    unknown: ["aws:SourceVpce"],
    time: "2026-11-22T03:00:00Z",
  });

  it("whose trace is of what was asked, whenever it is read", () => {
    const expected = whole(authorizer(input())(request()));
    expect(expected).toMatchObject({ outcome: "allowed" });
    const asked = request();
    const answer = authorizer(input())(asked);
    spoil(asked);
    expect(whole(answer)).toEqual(expected);
    expect(answer.trace).toBe(answer.trace);
  });

  it.each(["kms:Encrypt", "kms:Decrypt", "kms:RetireGrant", "kms:CreateGrant", "kms:Sign"])(
    "of %s, whatever is asked in between",
    (action) => {
      const others = ["kms:Encrypt", "kms:Decrypt", "kms:Verify"].map((other) => ({
        ...request(),
        action: other,
        principal: { arn: ALICE, tags: { team: "blue" } },
        encryptionContext: { tenant: "z" },
      }));
      const fresh = authorizer(input())({ ...request(), action });
      const expected = whole(fresh);
      const authorize = authorizer(input());
      const asked = { ...request(), action };
      const answer = authorize(asked);
      for (const other of others) authorize(other);
      spoil(asked);
      expect(whole(answer)).toEqual(expected);
    },
  );

  it("of policies, grants and facts as they were", () => {
    const given = input();
    const expected = whole(authorizer(input())(request()));
    const authorize = authorizer(given);
    spoil(given);
    expect(whole(authorize(request()))).toEqual(expected);
  });

  it("of a whole case as it was", () => {
    const theCase = () => ({ id: "c", request: request(), ...input() });
    const expected = whole(decide(theCase() as Case));
    const asked = theCase();
    const answer = decide(asked as Case);
    spoil(asked);
    expect(whole(answer)).toEqual(expected);
    expect(whole(decide(theCase() as Case))).toEqual(expected);
  });

  it("that nobody's frozen object stands in the way of", () => {
    const freeze = <T>(value: T): T => {
      if (typeof value === "object" && value !== null) for (const member of Object.values(value)) freeze(member);
      return Object.freeze(value);
    };
    expect(whole(authorizer(freeze(input()))(freeze(request())))).toEqual(whole(authorizer(input())(request())));
  });
});

describe("what an authorizer remembers changes no answer", () => {
  const policies = {
    resource: keyPolicy(
      statement({ Principal: { AWS: Array.from({ length: 50 }, (_, i) => `arn:aws:iam::${HOME}:user/u${i * 7}`) }, Action: "kms:Decrypt" }),
      statement({ Principal: { AWS: `arn:aws:iam::${HOME}:root` } }),
      statement({ Effect: "Deny", Action: "kms:*5*" }),
    ),
    identity: [keyPolicy({ Effect: "Allow", Action: "kms:*", Resource: ["arn:aws:kms:*:*:key/*7*", "arn:aws:kms:*:*:alias/*"] })],
  };
  const userOf = (i: number) => `arn:aws:iam::${HOME}:user/u${i}`;
  const keyOf = (i: number) => `arn:aws:kms:us-east-1:${HOME}:key/${i}`;
  const seen = ({ outcome, by, reason, error }: Answer) => JSON.stringify([outcome, by, reason, error]);

  it.each([
    ["principals", (i: number): Request => ({ principal: userOf(i), action: "kms:Decrypt", resource: KEY })],
    [
      "principals with facts",
      (i: number): Request => ({
        principal: { arn: userOf(i % 100), userId: `AIDAEXAMPLEEXAM${i}`, managementAccount: i % 2 === 0 },
        action: "kms:Decrypt",
        resource: KEY,
      }),
    ],
    ["resources", (i: number): Request => ({ principal: ALICE, action: "kms:Decrypt", resource: keyOf(i) })],
    ["actions", (i: number): Request => ({ principal: ALICE, action: `kms:Decrypt${i}`, resource: keyOf(7) })],
    [
      "context keys",
      (i: number): Request => ({ principal: userOf(7), action: "kms:Decrypt", resource: KEY, context: { [`example:k${i}`]: "a" } }),
    ],
    [
      "all of them",
      (i: number): Request => ({
        principal: userOf(i),
        action: i % 3 === 0 ? `kms:X${i}` : "kms:Decrypt",
        resource: keyOf(i % 977),
        context: { [`example:k${i}`]: "a" },
      }),
    ],
  ])("of 10,000 %s", (_, requestOf) => {
    const authorize = authorizer({ policies });
    const first = Array.from({ length: 10_000 }, (_, i) => seen(authorize(requestOf(i))));
    for (const i of [0, 1, 7, 49, 350, 4_095, 4_096, 4_097, 7_777, 9_999]) {
      const fresh = seen(authorizer({ policies })(requestOf(i)));
      expect(first[i], `asked the first time: ${i}`).toBe(fresh);
      expect(seen(authorize(requestOf(i))), `asked again: ${i}`).toBe(fresh);
    }
  });

  it("when more things were named than it has numbers for", () => {
    const authorize = authorizer({ policies });
    const fresh = authorizer({ policies });
    for (let i = 0; i < 70_000; i++) authorize({ principal: userOf(i), action: "kms:Decrypt", resource: KEY });
    for (const i of [7, 8, 343, 350, 69_999]) {
      const request: Request = { principal: userOf(i), action: "kms:Decrypt", resource: KEY };
      expect(seen(authorize(request))).toBe(seen(fresh(request)));
    }
  });

  it("when its numbers ran out over requests that came to nothing", () => {
    const authorize = authorizer({ policies });
    const ask = (principal: string) => seen(authorize({ principal, action: "kms:Decrypt", resource: KEY }));
    const named = ask(userOf(7));
    for (let i = 0; i < 64_800; i++) authorize({ principal: userOf(i + 1_000), action: "no action", resource: KEY });
    const nobody = seen(authorizer({ policies })({ principal: userOf(1), action: "kms:Decrypt", resource: KEY })).replaceAll(
      userOf(1),
      "WHO",
    );
    for (let i = 0; i < 400; i++) expect(ask(userOf(7 * i + 1)).replaceAll(userOf(7 * i + 1), "WHO")).toBe(nobody); // somewhere here it counts anew
    expect(ask(userOf(7))).toBe(named);
  });

  /** Principals that a careless memory takes for one another. */
  const lookAlikes: readonly Request["principal"][] = [
    ALICE,
    { arn: ALICE },
    { arn: ALICE, userId: "undefined" },
    { arn: ALICE, managementAccount: true },
    { arn: ALICE, managementAccount: false },
    { arn: ALICE, tags: { team: "red" } },
    { arn: ALICE, orgId: "o-1" },
    { arn: ALICE, userId: "AIDAEXAMPLEEXAMPLE" },
    `${ALICE}\nundefined\nundefined\nundefined\nundefined\nundefined`,
    { arn: `${ALICE}\nundefined` },
    `arn:aws:sts::${HOME}:assumed-role/app/s1`,
    { arn: `arn:aws:sts::${HOME}:assumed-role/app/s1` },
    { arn: `arn:aws:sts::${HOME}:assumed-role/app/s1`, roleArn: "undefined" },
    { arn: `arn:aws:sts::${HOME}:assumed-role/app/s1`, roleArn: `arn:aws:iam::${HOME}:role/app` },
    { arn: `arn:aws:sts::${HOME}:assumed-role/app/s1`, roleArn: `arn:aws:iam::${HOME}:role/team/app` },
    { arn: `arn:aws:sts::${HOME}:assumed-role/app/s1`, serviceLinkedRole: true },
    { arn: `arn:aws:sts::${HOME}:federated-user/bob` },
    { arn: `arn:aws:sts::${HOME}:federated-user/bob`, userArn: ALICE },
    { arn: `arn:aws:sts::${HOME}:federated-user/bob`, userArn: "undefined" },
  ];
  const telling: AuthorizerInput = {
    policies: {
      resource: keyPolicy(
        statement({ Principal: { AWS: ALICE } }),
        statement({ Principal: { AWS: `arn:aws:iam::${HOME}:role/team/app` } }),
        statement({ Condition: { StringEquals: { "aws:userid": "undefined" } }, Sid: "id" }),
        statement({ Effect: "Deny", Condition: { StringEquals: { "aws:PrincipalTag/team": "red" } } }),
        statement({ Effect: "Deny", Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } }),
      ),
      serviceControl: [[keyPolicy({ Effect: "Allow", Action: "kms:Encrypt", Resource: "*" })]],
    },
  };

  it("of principals that are nearly the same, in any order", () => {
    const asked = fc.array(
      fc.record({ principal: fc.constantFrom(...lookAlikes), action: fc.constantFrom("kms:Encrypt", "kms:Decrypt") }),
      { minLength: 2, maxLength: 6 },
    );
    fc.assert(
      fc.property(asked, (requests) => {
        const authorize = authorizer(telling);
        for (const { principal: who, action } of requests) {
          const request: Request = { principal: who, action, resource: KEY };
          expect(seen(authorize(request)), JSON.stringify(requests)).toBe(seen(authorizer(telling)(request)));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("of a resource that one request says to be in another account", () => {
    const bucket = "arn:aws:s3:::bucket/k";
    const both = { identity: [keyPolicy({ Effect: "Allow", Action: "s3:*", Resource: "*" })] };
    const authorize = authorizer({ policies: both, resourceType: "resource" });
    const ask = (resourceAccount?: string) =>
      authorize({ principal: ALICE, action: "s3:GetObject", resource: bucket, ...(resourceAccount !== undefined && { resourceAccount }) })
        .outcome;
    for (let i = 0; i < 3; i++) {
      expect(ask()).toBe("allowed"); // an ARN without an account: the caller's
      expect(ask(GUEST)).toBe("implicitDeny"); // another's bucket needs a bucket policy too
      expect(ask(HOME)).toBe("allowed");
      expect(ask(GUEST)).toBe("implicitDeny");
    }
  });

  it("keeps the account that a trace is of, though another was asked for since", () => {
    const authorize = authorizer({
      policies: {
        identity: [
          keyPolicy({ Effect: "Allow", Action: "s3:*", Resource: "*", Condition: { StringEquals: { "aws:ResourceAccount": HOME } } }),
        ],
      },
    });
    const ask = (resourceAccount: string) =>
      authorize({ principal: ALICE, action: "s3:GetObject", resource: "arn:aws:s3:::bucket/k", resourceAccount });
    const own = ask(HOME);
    const others = ask(GUEST);
    ask(HOME);
    expect(own.trace.policies[0]?.statements[0]).toMatchObject({ applies: true });
    expect(others.trace.policies[0]?.statements[0]).toMatchObject({
      applies: false,
      failures: [{ key: "aws:ResourceAccount", got: [GUEST] }],
    });
  });
});

it("refuses what KMS would refuse for its size, at little cost", () => {
  const many = Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`k${i}`, "v"]));
  const authorize = authorizer({});
  const request = {
    principal: "arn:aws:iam::111122223333:user/a",
    action: "kms:Decrypt",
    resource: "arn:aws:kms:us-east-1:111122223333:key/1",
  };
  expect(authorize({ ...request, encryptionContext: many }).invalid?.[0]?.at.pointer).toBe("/encryptionContext");
  expect(authorize({ ...request, grantTokens: Array.from({ length: 11 }, String) }).invalid?.[0]?.at.pointer).toBe("/grantTokens");
  const named = (prefix: string) => Object.fromEntries(Object.keys(many).map((name) => [prefix + name, "v"]));
  expect(authorize({ ...request, context: named("aws:PrincipalTag/") }).outcome).toBe("implicitDeny");
  expect(authorize({ ...request, context: named("app:") }).invalid?.[0]).toMatchObject({ code: "KW408", at: { pointer: "/context" } });
  expect(authorize({ ...request, unknown: Object.keys(named("app:")) }).invalid?.[0]).toMatchObject({ code: "KW408" });
  const grant = {
    GrantId: "g",
    GranteePrincipal: "arn:aws:iam::111122223333:user/a",
    Operations: ["Decrypt"],
    Constraints: { EncryptionContextEquals: many },
  };
  expect(() => authorizer({ grants: [grant] })).toThrow(/8 at most/);
});
