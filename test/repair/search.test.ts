import { describe, expect, it, test } from "vitest";
import { provenanceOf } from "../../src/authz/answer.ts";
import type { Answer } from "../../src/authz/decision.ts";
import type { Policy } from "../../src/iam/policy.ts";
import type { Grant } from "../../src/iam/request.ts";
import { type Case, decide } from "../../src/index.ts";
import { byLikelihood, likeliestRepair } from "../../src/repair/order.ts";
import { inVain } from "../../src/repair/owners.ts";
import { type Json, type JsonObject, type Operation, patched } from "../../src/repair/patch.ts";
import { type Found, openings } from "../../src/repair/search.ts";
import type { Edit } from "../../src/repair/state.ts";
import { type Denied, deniedFixtures, deniedMade } from "./denials.ts";

/** What the edits make of a case: by the operations alone, with a patcher and a reading of the whole case that the search knows nothing of. */
function repaired(theCase: Case, steps: readonly Step[]): Case | undefined {
  let policies = structuredClone(theCase.policies ?? {}) as Record<string, Json>;
  let grants = [...(theCase.grants ?? [])];
  for (const step of steps) {
    if ("grant" in step) grants = [...grants, step.grant];
    else {
      const changed = patched(policies, [inCase(policies, step)]);
      if (changed === undefined) return undefined;
      policies = changed as Record<string, Json>;
    }
  }
  return { ...theCase, policies: policies as Case["policies"] & object, grants };
}

type Patch = Extract<Edit, { readonly slot: unknown }>;
type Step = { readonly grant: Grant } | (Pick<Patch, "slot"> & { readonly operation: Operation });

const MEMBERS = {
  "service-control": "serviceControl",
  "resource-control": "resourceControl",
  endpoint: "endpoint",
  boundary: "boundary",
  session: "session",
  resource: "resource",
  identity: "identity",
} as const;

/** The operation with its document's place in the case in front; a document that is not there yet is added with its list. */
function inCase(policies: Record<string, Json>, step: Exclude<Step, { readonly grant: Grant }>): Operation {
  const { layer, level, index } = step.slot;
  const member = MEMBERS[layer];
  const steps = [member, ...(level === undefined ? [] : [level]), ...(LISTS.has(layer) ? [index] : [])];
  if (LISTS.has(layer) && policies[member] === undefined && step.operation.op === "add")
    return { op: "add", path: `/${member}`, value: [step.operation.value] };
  const at = steps.reduce<Json | undefined>((value, name) => (value as Record<string, Json> | undefined)?.[name], policies);
  const isWrapped = typeof at === "object" && at !== null && "document" in at;
  return { ...step.operation, path: `/${steps.join("/")}${isWrapped ? "/document" : ""}${step.operation.path}` };
}

const LISTS: ReadonlySet<string> = new Set(["identity", "session", "service-control", "resource-control"]);

const stepsOf = (edits: readonly Edit[]): readonly Step[] =>
  edits.flatMap((edit): readonly Step[] => ("grant" in edit ? [edit] : edit.patch.map((operation) => ({ slot: edit.slot, operation }))));

/** The documents as the case has them, by their places in it. */
const documentsOf =
  (theCase: Case) =>
  (policy: Policy): JsonObject | undefined =>
    policy.statements[0]?.at.pointer
      .replace(/\/Statement(?:\/0)?$/, "")
      .split("/")
      .slice(1)
      .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], theCase) as JsonObject | undefined;

/** What is wrong with a repair; undefined: it opens the request, and nothing of it can be left out. */
function flawOf({ theCase }: Denied, { edits }: Found): string | undefined {
  const steps = stepsOf(edits);
  const opened = repaired(theCase, steps);
  if (opened === undefined) return "its patch does not fit the documents of the case";
  const answer = decide(opened);
  if (answer.outcome !== "allowed") return `it does not open the request: ${answer.outcome} ${JSON.stringify(answer.invalid)}`;
  for (const step of steps.length > 1 ? steps : []) {
    const less = repaired(
      theCase,
      steps.filter((one) => one !== step),
    );
    if (less !== undefined && decide(less).outcome === "allowed")
      return `it can do without ${JSON.stringify("grant" in step ? step.grant : step.operation)}`;
  }
  return undefined;
}

const first = (answer: Answer): Found | undefined => {
  const from = provenanceOf(answer);
  return from && byLikelihood(openings(answer).found, from)[0];
};

const MOST_CHECKED = 3;
const LIKELY_UNTOLD = /unknown/; // cases that are about untold values

describe("the smallest changes that open a denied request", () => {
  const MADE = deniedMade();
  const FIXTURES = deniedFixtures();

  it("are found for every denied case of every layer that some policy could allow: each opens it, and can do without nothing", {
    timeout: 120_000,
  }, () => {
    expect(MADE.length).toBeGreaterThan(200);
    expect(FIXTURES.length).toBeGreaterThan(400);
    const flaws: string[] = [];
    for (const denied of [...MADE, ...FIXTURES]) {
      const found = openings(denied.answer, { documentOf: documentsOf(denied.theCase) });
      const isHopeless = inVain(denied.answer).some((text) => text.startsWith("no change of policies"));
      if (isHopeless !== (found.found.length === 0) && !LIKELY_UNTOLD.test(denied.name) && found.hangsOn.length === 0)
        flaws.push(`${denied.name}: ${found.found.length} found, ${inVain(denied.answer).join()}`);
      for (const one of found.found.slice(0, MOST_CHECKED)) {
        const flaw = flawOf(denied, one);
        if (flaw !== undefined) flaws.push(`${denied.name}: ${one.edits.map(({ text }) => text).join("; ")}: ${flaw}`);
      }
    }
    expect(flaws).toEqual([]);
  });

  it("are in the policy that is in the way", () => {
    const layerOf = (name: string): string | undefined => {
      const made = MADE.find((one) => one.name === name);
      const edit = made && first(made.answer)?.edits[0];
      return edit && ("slot" in edit ? edit.slot.layer : "grant");
    };
    const ROLE = "arn:aws:iam::111122223333:role/app";
    expect(layerOf(`${ROLE}: a key policy that is silent`)).toBe("resource");
    expect(layerOf(`${ROLE}: a key policy with a condition`)).toBe("resource");
    expect(layerOf(`${ROLE}: a boundary that is silent`)).toBe("boundary");
    expect(layerOf(`${ROLE}: a level of service control policies that is silent`)).toBe("service-control");
    expect(layerOf(`${ROLE}: an endpoint policy that is silent`)).toBe("endpoint");
    expect(layerOf(`${ROLE}: a resource control policy that denies`)).toBe("resource-control");
    expect(layerOf(`${ROLE}: an identity policy that denies`)).toBe("identity");
  });
});

const KEY = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const APP = "arn:aws:iam::111122223333:role/app";
const cases = new WeakMap<Answer, Case>();
function asked(statements: readonly object[] | object, request: object = {}): Answer {
  const theCase = {
    request: { principal: APP, action: "kms:Decrypt", resource: KEY, ...request },
    policies: { resource: { Version: "2012-10-17", Statement: statements } },
  } as unknown as Case;
  const answer = decide(theCase);
  cases.set(answer, theCase);
  return answer;
}
const allow = (more: object) => ({ Effect: "Allow", Principal: { AWS: APP }, Action: "kms:Decrypt", Resource: "*", ...more });
const deny = (more: object) => ({ Effect: "Deny", Principal: "*", Action: "kms:*", Resource: "*", ...more });
const foundFor = (answer: Answer): readonly Found[] => openings(answer, { documentOf: documentsOf(cases.get(answer) as Case) }).found;
const texts = (answer: Answer): readonly string[] => foundFor(answer).map(({ edits }) => edits.map(({ text }) => text).join("; and "));
const patches = (answer: Answer): readonly unknown[] =>
  foundFor(answer).map(({ edits }) => edits.map((edit) => ("grant" in edit ? edit.grant : edit.patch)));

describe("conditions", () => {
  test("take one more value, in a list or beside one", () => {
    const one = asked([allow({ Condition: { StringEquals: { "kms:EncryptionContext:tenant": "a" } } })], {
      encryptionContext: { tenant: "b" },
    });
    expect(texts(one)[0]).toBe('let statement 1 of key policy take "b" for kms:EncryptionContext:tenant too');
    expect(patches(one)[0]).toEqual([
      [{ op: "replace", path: "/Statement/0/Condition/StringEquals/kms:EncryptionContext:tenant", value: ["a", "b"] }],
    ]);
    const list = asked(allow({ Condition: { StringLike: { "kms:EncryptionContext:tenant": ["a*", "b*"] } } }), {
      encryptionContext: { tenant: "c" },
    });
    expect(patches(list)[0]).toEqual([[{ op: "add", path: "/Statement/Condition/StringLike/kms:EncryptionContext:tenant/-", value: "c" }]]);
  });

  test("move their bounds no further than is needed", () => {
    const at = (operator: string, value: string) =>
      patches(
        asked([allow({ Condition: { [operator]: { "aws:MultiFactorAuthAge": value } } })], { context: { "aws:MultiFactorAuthAge": 600 } }),
      )[0];
    expect(at("NumericLessThan", "300")).toMatchObject([[{ op: "replace", value: "601" }]]);
    expect(at("NumericLessThanEquals", "300")).toMatchObject([[{ op: "replace", value: "600" }]]);
    expect(at("NumericGreaterThan", "900")).toMatchObject([[{ op: "replace", value: "599" }]]);
    const date = asked([allow({ Condition: { DateLessThan: { "aws:CurrentTime": "2026-01-01T00:00:00Z" } } })], {
      time: "2026-06-01T00:00:00Z",
    });
    expect(patches(date)[0]).toMatchObject([[{ op: "replace", value: "2026-06-01T00:00:01Z" }]]);
  });

  test("of addresses take the address alone", () => {
    const from = (address: string) =>
      patches(asked([allow({ Condition: { IpAddress: { "aws:SourceIp": "10.0.0.0/8" } } })], { context: { "aws:SourceIp": address } }))[0];
    expect(from("203.0.113.9")).toMatchObject([[{ value: ["10.0.0.0/8", "203.0.113.9/32"] }]]);
    expect(from("2001:db8::1")).toMatchObject([[{ value: ["10.0.0.0/8", "2001:db8::1/128"] }]]);
  });

  test("that read a pattern take no value that would be one", () => {
    const odd = asked([allow({ Condition: { StringLike: { "kms:EncryptionContext:tenant": "a" } } })], {
      encryptionContext: { tenant: "*" },
    });
    expect(texts(odd).filter((text) => text.includes('"*"'))).toEqual([]);
  });

  test("of a key that the request lacks are asked only where it is there, or no more", () => {
    const answer = asked([allow({ Condition: { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } } })]);
    expect(texts(answer)).toContain("let statement 1 of key policy ask for StringEquals of kms:ViaService only where the request has it");
    expect(patches(answer)).toContainEqual([
      [
        {
          op: "replace",
          path: "/Statement/0/Condition",
          value: { StringEqualsIfExists: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } },
        },
      ],
    ]);
    expect(patches(answer)).toContainEqual([[{ op: "remove", path: "/Statement/0/Condition" }]]);
  });

  test("of a Deny make an exception: for the value, or for who asks, in the list that is there", () => {
    const value = asked([allow({}), deny({ Condition: { StringNotEquals: { "aws:SourceVpce": ["vpce-1"] } } })], {
      context: { "aws:SourceVpce": "vpce-2" },
    });
    expect(patches(value)[0]).toEqual([[{ op: "add", path: "/Statement/1/Condition/StringNotEquals/aws:SourceVpce/-", value: "vpce-2" }]]);
    const known = asked([allow({}), deny({ Condition: { ArnNotLike: { "aws:principalarn": "arn:aws:iam::*:role/admin" } } })]);
    expect(patches(known)[0]).toEqual([
      [{ op: "replace", path: "/Statement/1/Condition/ArnNotLike/aws:principalarn", value: ["arn:aws:iam::*:role/admin", APP] }],
    ]);
    const other = asked(
      [allow({}), deny({ Condition: { ArnNotEquals: { "aws:SourceArn": "arn:aws:s3:::b" }, Bool: { "aws:ViaAWSService": "false" } } })],
      {
        context: { "aws:SourceArn": "arn:aws:s3:::c" },
      },
    );
    expect(patches(other)).toContainEqual([[{ op: "add", path: "/Statement/1/Condition/ArnNotEquals/aws:PrincipalArn", value: APP }]]);
  });
});

describe("what an explanation shows", () => {
  test("is one repair, found at once", () => {
    expect(likeliestRepair(asked([allow({ Action: "kms:Encrypt" })]))).toBe(
      "add a statement to key policy that allows role/app kms:Decrypt",
    );
    expect(likeliestRepair(asked([allow({})]))).toBeUndefined();
  });
});

describe("nothing is proposed", () => {
  test("where policies of AWS's own would have to change", () => {
    const answer = decide({
      request: { principal: APP, action: "kms:Decrypt", resource: KEY },
      policies: { resource: { Version: "2012-10-17", Statement: [] as object[] } },
      key: { managedBy: "aws" },
    } as unknown as Case);
    expect(openings(answer).found).toEqual([]);
  });

  test("for an answer that was read from a file", () => {
    const { ...plain } = asked([allow({ Action: "kms:Encrypt" })]);
    expect(openings(plain as Answer)).toEqual({ found: [], hangsOn: [] });
  });
});
