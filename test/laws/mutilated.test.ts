import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answer } from "../../src/authz/decision.ts";
import { authorizer, decide, explain } from "../../src/index.ts";
import { wardMatchers } from "../../src/matchers/matchers.ts";
import { worldOf } from "../world/worlds.ts";

/**
 * What a program without types, or with a slip of its own, hands to the public doors: members dropped, or something else in their place. Each is answered,
 * mostly with `invalid`; none is a TypeError of ours, and none of no principal is allowed.
 */

const ACCOUNT = "111122223333";
const KEY = `arn:aws:kms:us-east-1:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const ROLE = `arn:aws:iam::${ACCOUNT}:role/app`;
const ALL = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
const KEY_POLICY = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" }] };

const WORLD = worldOf({
  principals: { app: { arn: ROLE, policies: [ALL] } },
  keys: { orders: { arn: KEY, policy: KEY_POLICY, tags: { team: "red" } } },
  endpoints: { private: { id: "vpce-1", vpc: "vpc-1" } },
  organization: { id: "o-1", rootId: "r-1", accounts: [ACCOUNT] },
});

const CIRCUMSTANCES = {
  context: { "aws:SourceIp": "203.0.113.9", "aws:TagKeys": ["a", "b"] },
  encryptionContext: { tenant: "a" },
  viaService: "s3.us-east-1.amazonaws.com",
  grantTokens: ["t"],
  time: "2026-11-22T03:00:00Z",
  unknown: ["aws:PrincipalTag/team"],
};
const FACTS = {
  arn: `arn:aws:sts::${ACCOUNT}:assumed-role/app/s`,
  roleArn: ROLE,
  userId: "AROAAPPAPPAPPAEXAMPLE:s",
  tags: { team: "red" },
  orgId: "o-1",
  orgPath: "o-1/r-1/",
  mfaAgeSeconds: 60,
  sourceIdentity: "alice",
};
const GRANT = { GrantId: "g", GranteePrincipal: ROLE, Operations: ["Decrypt"], Constraints: { EncryptionContextSubset: { tenant: "a" } } };

const QUESTION = {
  principal: FACTS,
  action: "kms:Decrypt",
  key: "orders",
  endpoint: "private",
  session: [],
  moreGrants: [GRANT],
  ...CIRCUMSTANCES,
};
const REQUEST = { principal: FACTS, action: "kms:Decrypt", resource: KEY, resourceAccount: ACCOUNT, ...CIRCUMSTANCES };
const INPUT = {
  policies: { resource: KEY_POLICY, identity: [{ name: "all", document: ALL }], serviceControl: [[ALL]] },
  grants: [GRANT],
  key: { managedBy: "customer", aliases: ["alias/a"], tags: { team: "red" }, spec: "SYMMETRIC_DEFAULT", multiRegion: false },
};

type Path = readonly (string | number)[];
const pathsOf = (value: unknown, above: Path = []): readonly Path[] =>
  typeof value !== "object" || value === null
    ? []
    : Object.keys(value).flatMap((name) => {
        const path = [...above, Array.isArray(value) ? Number(name) : name];
        return [path, ...pathsOf((value as Record<string, unknown>)[name], path)];
      });

const DROPPED = Symbol("dropped");
const ODD: readonly unknown[] = [
  DROPPED,
  undefined,
  null,
  0,
  7,
  Number.NaN,
  true,
  "",
  "x",
  [],
  {},
  [null],
  [[]],
  { arn: null },
  new Map([["a", "b"]]),
  () => 1,
  10n,
];

function struck(value: unknown, [name, ...rest]: Path, odd: unknown): unknown {
  if (name === undefined) return odd;
  const copy: Record<string | number, unknown> = (Array.isArray(value) ? [...value] : { ...(value as object) }) as never;
  if (rest.length === 0 && odd === DROPPED) delete copy[name];
  else if (typeof value === "object" && value !== null && name in value) copy[name] = struck(copy[name], rest, odd);
  return copy;
}

/** Something after one or two blows; at times nothing is left of it. */
const mutilated = (whole: object): fc.Arbitrary<unknown> => {
  const blow = fc.tuple(fc.constantFrom<Path>(...pathsOf(whole)), fc.constantFrom(...ODD));
  const blows = fc.array(blow, { minLength: 1, maxLength: 2 });
  return fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(...ODD.filter((odd) => odd !== DROPPED)) },
    { weight: 30, arbitrary: blows.map((all) => all.reduce<unknown>((value, [path, odd]) => struck(value, path, odd), whole)) },
  );
};

const hasPrincipal = (given: unknown): boolean => {
  const principal = (given as { principal?: unknown } | null | undefined)?.principal;
  const arn = typeof principal === "object" && principal !== null ? (principal as { arn?: unknown }).arn : principal;
  return typeof arn === "string" && arn !== "";
};

/** That it is answered, and of what it may not be allowed. */
function answers(given: unknown, answer: Answer): void {
  expect(["Allow", "Deny"]).toContain(answer.decision);
  if (!hasPrincipal(given)) expect([answer.decision, answer.invalid?.length]).toEqual(["Deny", expect.any(Number)]);
  expect(explain(answer).length).toBeGreaterThan(0);
  expect(answer.assumed === undefined || Array.isArray(answer.assumed)).toBe(true);
  expect(answer.trace.policies).toBeInstanceOf(Array);
}

const unlessRefused = (ask: () => unknown): void => {
  try {
    ask();
  } catch (error) {
    expect((error as Error).name).toMatch(/^(?:InvalidPolicyError|InvalidWorldError|WardFailure|MatcherUseError)$/);
  }
};

const RUNS = { numRuns: 1_500 };

describe("mutilated", () => {
  test("questions to a world", () => {
    expect(WORLD.authorize({ ...QUESTION, unknown: [], viaService: undefined, endpoint: undefined } as never).invalid).toBeUndefined();
    fc.assert(
      fc.property(mutilated(QUESTION), (question) => {
        answers(question, WORLD.authorize(question as never));
        const [gathered, read] = [WORLD.gather(question as never), WORLD.read(question as never)];
        if (!hasPrincipal(question)) expect([gathered.ok, read.ok]).toEqual([false, false]);
      }),
      RUNS,
    );
  });

  test("questions to matchers, which fail of no principal", () => {
    fc.assert(
      fc.property(
        mutilated(QUESTION),
        fc.constantFrom("toAllow", "toDeny", "toLeaveUndetermined"),
        fc.boolean(),
        (question, name, isNot) => {
          unlessRefused(() => {
            const { pass, message } = wardMatchers[name as "toAllow"].call({ isNot }, WORLD, question);
            expect(message().length).toBeGreaterThan(0);
            if (!hasPrincipal(question)) expect(pass).toBe(isNot); // as it stands, and with `.not`
          });
        },
      ),
      { numRuns: 600 },
    );
  });

  test("requests to decide and to an authorizer", () => {
    const ask = authorizer(INPUT as never);
    fc.assert(
      fc.property(mutilated(REQUEST), (request) => {
        answers(request, ask(request as never));
        answers(request, decide({ ...INPUT, request } as never));
      }),
      RUNS,
    );
  });

  test("policies, grants and facts of a key", () => {
    fc.assert(
      fc.property(mutilated(INPUT), (input) => {
        unlessRefused(() => answers(REQUEST, authorizer(input as never)(REQUEST)));
        answers(REQUEST, decide({ ...(input as object), request: REQUEST } as never));
      }),
      RUNS,
    );
  });

  test("cases", () => {
    fc.assert(
      fc.property(mutilated({ ...INPUT, request: REQUEST }), (theCase) =>
        answers((theCase as { request?: unknown } | null | undefined)?.request, decide(theCase as never)),
      ),
      RUNS,
    );
  });
});
