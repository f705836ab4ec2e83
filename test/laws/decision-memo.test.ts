import fc from "fast-check";
import { afterAll, describe, expect, it, vi } from "vitest";
import type { ContextValue } from "../../src/iam/request.ts";
import { type Ask, Authority } from "../../src/kms/authorize.ts";
import { Callers } from "../../src/kms/callers.ts";
import { DecisionMemo } from "../../src/kms/decision-memo.ts";
import type { Key } from "../../src/kms/key.ts";
import { State } from "../../src/kms/state.ts";
import { contextArbitrary, GIVEN_KEYS } from "../generators/conditions.ts";
import { policiesArbitrary } from "../generators/policies.ts";
import { encryptionContextArbitrary } from "../generators/requests.ts";
import { HOME as ACCOUNT, KEY, KEY_ID, OTHER_CALLERS, ROLE, VIA } from "../generators/vocabulary.ts";
import { allow, policy } from "../kms/lab.ts";
import { grant, key, NOW } from "../kms/records.ts";
import { worldOf } from "../world/worlds.ts";

/**
 * What was allowed is remembered by all that the decision reads. The law: who is asked again and again, by whom whatever is said beside it, is answered
 * as an engine that remembers nothing would answer.
 */

const CALLERS = [ROLE, `arn:aws:iam::${ACCOUNT}:user/alice`, `arn:aws:sts::${ACCOUNT}:federated-user/bob`, OTHER_CALLERS[0]!];
const ACTIONS = ["kms:Decrypt", "kms:Encrypt", "kms:CreateGrant", "kms:DescribeKey"];

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const tag = (TagKey: string, TagValue: string) => ({ TagKey, TagValue });

const keyArbitrary = fc.record({
  id: fc.constantFrom(KEY_ID, KEY_ID, "0234abcd-12ab-34cd-56ef-1234567890ab"),
  tags: fc.constantFrom([], [], [tag("team", "red")], [tag("Team", "Red")], [tag("team", "red"), tag("TEAM", "blue")]),
  aliases: fc.constantFrom([], ["alias/app"], ["alias/app", "alias/other"]),
});

const pairs = fc.constantFrom({ tenant: "a" }, { Tenant: "b" }, { app: "x", tenant: "a" });
const grantArbitrary = fc.record({
  granteePrincipal: fc.constantFrom(...CALLERS),
  operations: fc.subarray(["Decrypt", "Encrypt", "CreateGrant", "DescribeKey"], { minLength: 1 }),
  constraints: fc.oneof(
    fc.constant(undefined),
    pairs.map((EncryptionContextSubset) => ({ EncryptionContextSubset })),
    pairs.map((EncryptionContextEquals) => ({ EncryptionContextEquals })),
    fc.constant({ SourceArn: "arn:aws:s3:::bucket" }),
  ),
  effectiveAt: fc.constantFrom(NOW, NOW + 5),
});

const usualContext = fc.oneof(
  fc.constant({}),
  fc.constantFrom<Record<string, ContextValue>>(
    { "kms:EncryptionAlgorithm": "SYMMETRIC_DEFAULT" },
    { "KMS:encryptionalgorithm": "SYMMETRIC_DEFAULT" },
    { "kms:GrantOperations": ["Decrypt"], "kms:GrantConstraintType": "EncryptionContextSubset" },
    { "kms:GrantOperations": ["Decrypt", "Sign"] },
    { "aws:ViaAWSService": true },
    { "kms:RotationPeriodInDays": 5 },
  ),
  contextArbitrary(GIVEN_KEYS, 3),
  contextArbitrary(GIVEN_KEYS, 1),
);

const longContext = fc.constantFrom({ tenant: "a".repeat(8186) }, { tenant: "a".repeat(8187) }, { other: "b".repeat(9000) });

const sayingArbitrary = (action: string) =>
  fc.record({
    action: fc.oneof({ weight: 5, arbitrary: fc.constant(action) }, { weight: 1, arbitrary: fc.constantFrom(...ACTIONS) }),
    on: fc.constantFrom("first", "first", "first", "first", "second", "*", "alias"),
    alias: fc.constantFrom(undefined, undefined, "alias/app", "alias/other"),
    keys: usualContext,
    encryptionContext: fc.oneof(
      { weight: 8, arbitrary: maybe(encryptionContextArbitrary) },
      { weight: 1, arbitrary: longContext as fc.Arbitrary<Record<string, string>> },
    ),
    grantIds: fc.constantFrom([], [], [], ["a".repeat(64)]),
    later: fc.constantFrom(0, 0, 5, 100_000_000_000),
  });

const settingArbitrary = fc.tuple(fc.constantFrom(...CALLERS), fc.constantFrom(...ACTIONS)).chain(([arn, action]) =>
  fc.record({
    arn: fc.constant(arn),
    policies: policiesArbitrary({ caller: arn, action, resource: KEY }, "key-policy"),
    viaService: fc.constantFrom(undefined, undefined, undefined, VIA[0]),
    context: fc.oneof(fc.constant(undefined), contextArbitrary(GIVEN_KEYS, 2)),
    keys: fc.tuple(keyArbitrary, keyArbitrary),
    grants: fc.array(grantArbitrary, { maxLength: 2 }),
    sayings: fc.array(sayingArbitrary(action), { minLength: 4, maxLength: 8 }),
  }),
);

/** Policies each of which reads something in a way of its own, and requests that differ in little else. */
const OPEN = policy(allow("kms:*", { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` } }));
const identity = (...statements: object[]) => ({ resource: OPEN, identity: [policy(...statements)] });
const POINTED: readonly Record<string, unknown>[] = [
  identity(allow("kms:*", { Resource: KEY })),
  identity(allow("kms:*", { Resource: `arn:aws:kms:us-east-1:${ACCOUNT}:\${kms:EncryptionContext:kind}/*` })),
  identity(allow("kms:*", { Condition: { StringEquals: { "aws:SourceAccount": "${kms:EncryptionContext:app}" } } })),
  identity(allow("kms:*", { Condition: { StringLike: { "kms:RequestAlias": "alias/${aws:SourceAccount}" } } })),
  identity(allow("kms:*", { Condition: { "ForAllValues:StringEquals": { "kms:EncryptionContextKeys": ["tenant", "app"] } } })),
  identity(allow("kms:*"), { Effect: "Deny", Action: "*", Resource: "*", Condition: { Bool: { "aws:ViaAWSService": "true" } } }),
  identity(allow("kms:*", { Condition: { DateLessThan: { "aws:CurrentTime": "2027-01-01T00:00:00Z" } } })),
  identity(allow("kms:*", { Condition: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/app" } } })),
  { ...identity(allow("kms:*")), endpoint: policy(allow("s3:*", { Principal: "*" })) },
];
const pointedSaying = fc.record({
  action: fc.constant("kms:Decrypt"),
  on: fc.constantFrom("first", "second"),
  alias: fc.constantFrom(undefined, "alias/app", "alias/other"),
  keys: fc.constantFrom<Record<string, ContextValue>>(
    {},
    { "aws:SourceAccount": "app" },
    { "AWS:SourceAccount": "a" },
    { "aws:SourceArn": "arn:aws:s3:::bucket" },
    { "aws:ViaAWSService": true },
  ),
  encryptionContext: fc.oneof(
    {
      weight: 9,
      arbitrary: fc.dictionary(fc.constantFrom("kind", "tenant", "app", "App"), fc.constantFrom("key", "a", "app"), { maxKeys: 2 }),
    },
    { weight: 1, arbitrary: longContext as fc.Arbitrary<Record<string, string>> },
  ),
  grantIds: fc.constantFrom([], [], ["0".repeat(64)]),
  later: fc.constantFrom(0, 0, 0, 5, 100_000_000_000),
});
const toApp = { granteePrincipal: ROLE, operations: ["Decrypt"], effectiveAt: NOW };
const POINTED_GRANTS = [
  { ...toApp, constraints: { EncryptionContextSubset: { tenant: "a" } } },
  { ...toApp, constraints: { EncryptionContextEquals: { app: "a" } } },
  { ...toApp, constraints: { SourceArn: "arn:aws:s3:::bucket" } },
  { ...toApp, constraints: undefined, effectiveAt: NOW + 5 },
];
const CLOSED = { resource: policy(allow("kms:*", { Principal: { AWS: "arn:aws:iam::111122223333:role/other" } })) };
const pointedSetting = fc.record({
  arn: fc.constant(ROLE),
  policies: fc.oneof(fc.constantFrom(...POINTED), fc.constantFrom(...POINTED, CLOSED)),
  viaService: fc.constant(undefined),
  context: fc.constantFrom(undefined, { "aws:SourceVpce": "vpce-1" }),
  keys: fc.tuple(keyArbitrary, keyArbitrary),
  grants: fc.array(fc.constantFrom(...POINTED_GRANTS), { maxLength: 1 }),
  sayings: fc.array(pointedSaying, { minLength: 4, maxLength: 12 }),
});

type Setting = typeof settingArbitrary extends fc.Arbitrary<infer T> ? T : never;

/** Levels as units below each other, the account last. */
function organizationOf(serviceControl: unknown, resourceControl: unknown): object {
  const [scps, rcps] = [(serviceControl ?? []) as unknown[][], (resourceControl ?? []) as unknown[][]];
  const depth = Math.max(scps.length, rcps.length, 1);
  let below: object = { accounts: [ACCOUNT] };
  for (let level = depth - 1; level >= 0; level--) {
    const own = { ...(scps[level] && { serviceControl: scps[level] }), ...(rcps[level] && { resourceControl: rcps[level] }) };
    below = level === 0 ? { ...own, ...below } : { units: { [`unit${level}`]: { id: `ou-${level}`, ...own, ...below } } };
  }
  return below;
}

/** When a session began is said: an authority that is asked for the first time would take it to begin then. */
const issued = (arn: string) =>
  arn.includes(":sts:") || arn.includes(":role/") ? { "aws:TokenIssueTime": new Date(NOW).toISOString() } : {};

function start({ arn, policies, viaService, context, keys, grants }: Setting) {
  const told = policies as Record<string, unknown>;
  const world = worldOf({
    principals: {
      app: {
        arn,
        ...(told.identity !== undefined && { policies: told.identity }),
        ...(told.boundary !== undefined && { boundary: told.boundary }),
        ...(told.session !== undefined && { session: told.session }),
      },
    },
    organization: { id: "o-1", rootId: "r-1", ...organizationOf(told.serviceControl, told.resourceControl) },
    endpoints: { way: { id: "vpce-way", ...(told.endpoint !== undefined && { policy: told.endpoint }) } },
  });
  const callers = new Callers(world);
  const state = new State();
  const keyPolicy = JSON.stringify(told.resource ?? {});
  const made = keys.map((members): Key => key({ ...members, policy: keyPolicy }));
  for (const one of made) state.apply({ kind: "put-key", key: one });
  for (const [i, members] of grants.entries()) {
    state.apply({ kind: "put-grant", grant: grant(made[0]!, { ...members, id: `${i}`.repeat(64) }) });
  }
  const caller = callers.caller({
    principal: "app",
    ...(told.endpoint !== undefined && { endpoint: "way" }),
    ...(viaService && { viaService }),
    context: { ...(Object.keys(context ?? {}).some((name) => /^aws:tokenissuetime$/i.test(name)) ? {} : issued(arn)), ...context },
  });
  let now = NOW; // never goes back
  const asks = (saying: Setting["sayings"][number]): Ask => {
    const { action, on, alias, keys: said, encryptionContext, grantIds, later } = saying;
    now = Math.max(now, NOW + later);
    const at = { action, context: { keys: said, encryptionContext }, grantIds, now };
    if (on === "*") return { ...at, on: { kind: "*" } };
    const name = alias ?? "alias/app";
    if (on === "alias") return { ...at, on: { kind: "alias", arn: `arn:aws:kms:us-east-1:${ACCOUNT}:${name}`, name, alias: undefined } };
    const one = made[on === "first" ? 0 : 1]!;
    return { ...at, on: { kind: "key", key: state.key(one.arn) ?? one, alias } };
  };
  return { authority: () => new Authority(state, callers), caller, asks };
}

describe("an authority that remembers", () => {
  const admits = vi.spyOn(DecisionMemo.prototype, "admits");
  afterAll(() => admits.mockRestore());

  const RUNS = process.env.KMSWARD_LONG === "1" ? 20_000 : 200;

  it.each<[string, fc.Arbitrary<Setting>]>([
    ["whatever policies say", settingArbitrary],
    ["where policies look at one thing", pointedSetting as fc.Arbitrary<Setting>],
  ])("answers as one that does not: %s", { timeout: 600_000 }, (_, settings) => {
    admits.mockClear();
    let allowed = 0;
    fc.assert(
      fc.property(settings, (setting) => {
        const { authority, caller, asks } = start(setting);
        const remembering = authority();
        for (const saying of [...setting.sayings, ...setting.sayings]) {
          const asked = asks(saying);
          const alone = authority().ask(caller, asked);
          const refused = remembering.refusal(caller, asked);
          if (alone.decision === "Allow") allowed++;
          expect({ decision: refused?.decision ?? "Allow", error: refused?.error }).toEqual({
            decision: alone.decision,
            error: alone.error,
          });
        }
      }),
      { numRuns: RUNS },
    );
    const remembered = admits.mock.results.filter(({ value }) => value === true).length;
    expect(remembered, `of ${allowed} allowed`).toBeGreaterThan(allowed / 10);
  });
});
