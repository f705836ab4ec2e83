import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prove } from "../../src/analysis/prove.ts";
import type { Invariant, Requests } from "../../src/analysis/requests.ts";
import type { Question } from "../../src/estate/question.ts";
import type { Request } from "../../src/iam/request.ts";
import { resolveWorld } from "../../src/world/reader.ts";
import { type Document, policyArbitrary } from "../generators/policies.ts";
import { GUEST, HOME, KEY, ROLE } from "../generators/vocabulary.ts";

/** What is proved of all requests, no request that is tried refutes; and what refutes is a request that the evaluator answers so. */

const PEOPLE = {
  app: ROLE,
  ops: `arn:aws:iam::${HOME}:role/ops`,
  alice: `arn:aws:iam::${HOME}:user/div/alice`,
  guest: `arn:aws:iam::${GUEST}:role/app`,
} as const;
const WHO: Readonly<Record<string, { readonly arn: string; readonly account: string }>> = {
  app: { arn: PEOPLE.app, account: HOME },
  ops: { arn: PEOPLE.ops, account: HOME },
  alice: { arn: PEOPLE.alice, account: HOME },
  guest: { arn: PEOPLE.guest, account: GUEST },
  [`arn:aws:iam::${HOME}:role/stranger`]: { arn: `arn:aws:iam::${HOME}:role/stranger`, account: HOME },
  [`arn:aws:iam::${HOME}:root`]: { arn: `arn:aws:iam::${HOME}:root`, account: HOME },
};
const ACTIONS = ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey", "kms:CreateGrant", "kms:PutKeyPolicy"] as const;
const TENANTS = [undefined, "a", "b"] as const;
const WAYS = ["203.0.113.9", "10.1.2.3", "s3.us-east-1.amazonaws.com", "ec2.us-east-1.amazonaws.com"] as const;

type Tried = {
  readonly who: string;
  readonly action: string;
  readonly tenant: string | undefined;
  readonly way: string;
  readonly factor: boolean;
};

const isService = (way: string): boolean => way.endsWith(".amazonaws.com");

/** A question that tells all that AWS would. */
const questionOf = ({ who, action, tenant, way, factor }: Tried): Question => ({
  principal: who,
  action,
  key: "orders",
  time: "2026-11-22T03:00:00Z",
  ...(tenant !== undefined && TAKES_CONTEXT.includes(action) && { encryptionContext: { tenant } }),
  ...(isService(way) && { viaService: way }),
  context: {
    ...(!isService(way) && { "aws:SourceIp": way }),
    "aws:MultiFactorAuthPresent": factor,
    ...(factor && { "aws:MultiFactorAuthAge": 60 }),
    ...(action === "kms:CreateGrant" && { "kms:GranteePrincipal": ROLE, "kms:GrantOperations": ["Decrypt"] }),
  },
});

const TAKES_CONTEXT: readonly string[] = ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"];

const ALL: readonly Tried[] = Object.keys(WHO).flatMap((who) =>
  ACTIONS.flatMap((action) =>
    TENANTS.flatMap((tenant) => WAYS.flatMap((way) => [true, false].map((factor) => ({ who, action, tenant, way, factor })))),
  ),
);

/** The same invariant in two ways: as people write it, and by what it means for one request. */
type Said = { readonly requests: Requests; readonly means: (tried: Tried) => boolean };
const saying = (requests: Requests, means: (tried: Tried) => boolean = () => true): Said => ({ requests, means });
const contextOf = ({ action, tenant }: Tried) => (TAKES_CONTEXT.includes(action) ? tenant : undefined);

const PRINCIPALS: readonly Said[] = [
  saying({}),
  saying({ principal: "app" }, ({ who }) => who === "app"),
  saying({ principal: ["ops", "alice"] }, ({ who }) => who === "ops" || who === "alice"),
  saying({ principal: HOME }, ({ who }) => WHO[who]?.account === HOME),
  saying({ principal: `arn:aws:iam::*:role/*` }, ({ who }) => WHO[who]?.arn.includes(":role/") === true),
];
const ASKED: readonly Said[] = [
  saying({}),
  ...ACTIONS.map((action) => saying({ action }, (tried) => tried.action === action)),
  saying({ action: "kms:*crypt" }, ({ action }) => action.endsWith("crypt")),
];
const CONDITIONS: readonly Said[] = [
  saying({}),
  saying({ encryptionContext: { tenant: "a" } }, (tried) => contextOf(tried) === "a"),
  saying({ viaService: "s3" }, ({ way }) => way.startsWith("s3.")),
  saying({ context: { "aws:SourceIp": "10.0.0.0/8" } }, ({ way }) => way.startsWith("10.")),
  saying({ context: { "aws:MultiFactorAuthPresent": true } }, ({ factor }) => factor),
];
const EXCEPTIONS: readonly Said[] = [
  saying({}, () => false),
  saying({ unless: { "kms:EncryptionContext:tenant": ["a", "c"] } }, (tried) => contextOf(tried) === "a"),
  saying({ unless: { "kms:ViaService": "*.us-east-1.amazonaws.com" } }, ({ way }) => isService(way)),
  saying(
    { unless: { "aws:PrincipalAccount": HOME, "kms:ViaService": "*" } },
    ({ who, way }) => WHO[who]?.account === HOME && isService(way),
  ),
  saying({ unless: { "aws:PrincipalAccount": HOME } }, ({ who }) => WHO[who]?.account === HOME),
  saying(
    { unless: { "aws:SourceIp": "203.0.113.0/24", "aws:MultiFactorAuthPresent": "true" } },
    ({ way, factor }) => way.startsWith("203.") && factor,
  ),
];

const saidArbitrary = fc
  .tuple(fc.constantFrom(...PRINCIPALS), fc.constantFrom(...ASKED), fc.constantFrom(...CONDITIONS), fc.constantFrom(...EXCEPTIONS))
  .map(([who, asked, condition, exception]) => ({ who, rest: [asked, condition], exception }));

const kindArbitrary = fc.constantFrom<keyof Invariant>("never", "never", "always", "only");

const policies = (caller: string) =>
  fc.array(policyArbitrary("identity", { caller, action: "kms:Decrypt", resource: KEY }, 1), { maxLength: 1 });

const worldArbitrary = fc
  .record({
    policy: policyArbitrary("key-policy", { caller: ROLE, action: "kms:Decrypt", resource: KEY }, 1),
    app: policies(PEOPLE.app),
    alice: policies(PEOPLE.alice),
    guest: policies(PEOPLE.guest),
    isDelegated: fc.boolean(),
  })
  .map(({ policy, app, alice, guest, isDelegated }) => ({
    account: HOME,
    region: "us-east-1",
    principals: {
      app: { arn: PEOPLE.app, policies: app },
      ops: { arn: PEOPLE.ops },
      alice: { arn: PEOPLE.alice, policies: alice },
      guest: { arn: PEOPLE.guest, policies: guest },
    },
    keys: { orders: { arn: KEY, policy: isDelegated ? delegating(policy) : policy } },
  }));

const delegating = (policy: Document): Document => ({
  ...policy,
  Statement: [
    ...[policy.Statement as object[]].flat(),
    { Sid: "Delegation", Effect: "Allow", Principal: { AWS: `arn:aws:iam::${HOME}:root` }, Action: "kms:*", Resource: "*" },
  ],
});

const asked = ({ request }: { readonly request: Request }): Question => {
  const { resource: _, resourceAccount: __, ...rest } = request;
  return { ...rest, key: "orders" } as Question;
};

type Drawn = {
  readonly document: object;
  readonly kind: keyof Invariant;
  readonly said: { readonly who: Said; readonly rest: readonly Said[]; readonly exception: Said };
};

function flawOf({ document, kind, said }: Drawn, came: (verdict: string) => void): string | undefined {
  const world = resolveWorld(document).world;
  if (world === undefined) return undefined;
  const { who, rest, exception } = said;
  if (kind === "only" && who.requests.principal === undefined) return undefined;
  const requests = Object.assign({}, who.requests, ...rest.map((one) => one.requests), exception.requests) as Requests;
  const means = (tried: Tried): boolean =>
    (kind === "only" ? !who.means(tried) : who.means(tried)) && rest.every((one) => one.means(tried)) && !exception.means(tried);
  const { verdict, witness, control, vacuous } = prove(world, { [kind]: requests });
  came(vacuous === undefined ? verdict : "vacuous");
  const tell = (flaw: string, more: unknown) => `${flaw}: ${JSON.stringify({ kind, requests, more })}`;
  if (verdict === "proved") {
    if ((control === undefined) === (vacuous === undefined)) return tell("neither a control nor why there is none", control);
    if (vacuous?.startsWith("no request") && ALL.some(means)) return tell("there are such requests", ALL.find(means));
    for (const tried of ALL.filter(means)) {
      const { outcome } = world.authorize(questionOf(tried));
      const refutes = kind === "always" ? outcome.endsWith("Deny") : outcome === "allowed";
      if (refutes) return tell("proved, and refuted by", { tried, outcome });
    }
  }
  if (verdict === "refuted" && witness !== undefined && witness.assumes.length === 0) {
    const { outcome } = world.authorize(asked(witness));
    if (outcome !== witness.outcome || (kind === "always") === (outcome === "allowed"))
      return tell("a witness that is none", { witness, outcome });
  }
  return undefined;
}

describe("proofs", () => {
  it("stand against every request that is tried, and refutations are requests", { timeout: 180_000 }, () => {
    const count: Record<string, number> = {};
    fc.assert(
      fc.property(fc.record({ document: worldArbitrary, kind: kindArbitrary, said: saidArbitrary }), (drawn) => {
        expect(
          flawOf(drawn, (verdict) => {
            count[verdict] = (count[verdict] ?? 0) + 1;
          }),
        ).toBeUndefined();
      }),
      { numRuns: 80 },
    );
    expect(Object.keys(count)).toEqual(expect.arrayContaining(["proved", "refuted"])); // a law that meets no proof says nothing
  });
});
