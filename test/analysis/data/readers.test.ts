import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareData } from "../../../src/analysis/data/compare.ts";
import { canReadData, whoCanData } from "../../../src/analysis/data/readers.ts";
import { prove } from "../../../src/analysis/prove.ts";
import { authorizeData } from "../../../src/estate/data/authorize.ts";
import type { World } from "../../../src/estate/world.ts";
import { readWorldValue } from "../../../src/world/document-reader.ts";

/** Who can read data, for all requests: what is found is what the evaluator says of each. */

const ACCOUNT = "111122223333";
const role = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`;
const PARTNER = "arn:aws:iam::444455556666:root";
const VPCE = "vpce-0123456789abcdef0";

type Statement = Readonly<Record<string, unknown>>;
const policy = (...Statement: readonly Statement[]) => ({ Version: "2012-10-17", Statement });

function worldOf(
  bucket: readonly Statement[],
  key: readonly Statement[],
  app: readonly Statement[] = [],
  bucketKey: boolean | undefined = false,
  block: object = OPEN,
): World {
  const { world, diagnostics } = readWorldValue(
    {
      version: 1,
      account: ACCOUNT,
      region: "us-east-1",
      principals: {
        app: { arn: role("app"), ...(app.length > 0 && { policies: [policy(...app)] }) },
        etl: { arn: role("etl") },
        reader: {
          arn: "arn:aws:iam::444455556666:role/reader",
          policies: [policy({ Effect: "Allow", Action: ["s3:GetObject", "kms:Decrypt"], Resource: "*" })],
        },
      },
      keys: { orders: { id: "1234abcd-12ab-34cd-56ef-1234567890ab", policy: policy(ADMIN, ...key) } },
      resources: {
        orders: {
          arn: "arn:aws:s3:::orders",
          policy: bucket.length === 0 ? "none" : policy(...bucket),
          key: "orders",
          bucketKey,
          objectOwnership: "BucketOwnerEnforced",
          accessPoints: false,
          publicAccessBlock: block,
          accountPublicAccessBlock: block,
        },
      },
    },
    { path: "world" },
  );
  if (world === undefined) throw new Error(JSON.stringify(diagnostics));
  return world;
}

const OPEN = { restrictPublicBuckets: false };

/** A key policy has a statement. */
const ADMIN = { Sid: "Admin", Effect: "Allow", Principal: { AWS: role("key-admin") }, Action: "kms:PutKeyPolicy", Resource: "*" };
const DELEGATES = { Sid: "Root", Effect: "Allow", Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: "kms:*", Resource: "*" };
const allow = (Principal: unknown, Action: string, Resource: string, more: object = {}) => ({
  Effect: "Allow",
  Principal,
  Action,
  Resource,
  ...more,
});
const whoIn = (world: World, on = "orders") =>
  whoCanData(world, { flow: "s3.GetObject", on, unlisted: "nothing" }).entries.map(
    ({ who, objects }) => `${who.text}${objects === undefined ? "" : ` ${objects}`}`,
  );

describe("who can read a bucket", () => {
  it("needs the bucket and the key: neither alone is enough", () => {
    const inBucket = allow({ AWS: role("etl") }, "s3:GetObject", "arn:aws:s3:::orders/*");
    const onKey = allow({ AWS: role("etl") }, "kms:Decrypt", "*");
    expect(whoIn(worldOf([inBucket], []))).toEqual([]);
    expect(whoIn(worldOf([], [onKey]))).toEqual([]);
    expect(whoIn(worldOf([inBucket], [onKey]))).toEqual(["etl"]);
  });

  it("is told by the kinds of objects that policies tell apart", () => {
    const reports = allow({ AWS: role("etl") }, "s3:GetObject", "arn:aws:s3:::orders/reports/*");
    const world = worldOf([reports], [allow({ AWS: role("etl") }, "kms:Decrypt", "*")]);
    expect(whoIn(world)).toEqual(["etl reports/"]);
    expect(whoIn(world, "orders/reports/2026/x")).toEqual(["etl"]);
    expect(whoIn(world, "orders/2026/x")).toEqual([]);
  });

  it("takes the context of the bucket's own encryption: the object's ARN, or the bucket's under a bucket key", () => {
    const onObject = allow({ AWS: role("etl") }, "kms:Decrypt", "*", {
      Condition: { StringLike: { "kms:EncryptionContext:aws:s3:arn": "arn:aws:s3:::orders/*" } },
    });
    const inBucket = allow({ AWS: role("etl") }, "s3:GetObject", "arn:aws:s3:::orders/*");
    expect(whoIn(worldOf([inBucket], [onObject], [], false))).toEqual(["etl"]);
    expect(whoIn(worldOf([inBucket], [onObject], [], true))).toEqual([]);
  });

  it("a condition on the network holds of the call of S3 alone", () => {
    const through = { Condition: { StringEquals: { "aws:SourceVpce": VPCE } } };
    const etl = { AWS: role("etl") };
    const onKey = allow(etl, "kms:Decrypt", "*");
    const [entry] = whoCanData(worldOf([allow(etl, "s3:GetObject", "arn:aws:s3:::orders/*", through)], [onKey]), {
      flow: "s3.GetObject",
      on: "orders/x",
    }).entries;
    expect(entry?.when).toEqual([[expect.objectContaining({ key: "aws:SourceVpce", in: [VPCE] })]]);
    expect(
      whoIn(worldOf([allow(etl, "s3:GetObject", "arn:aws:s3:::orders/*")], [allow(etl, "kms:Decrypt", "*", through)]), "orders/x"),
    ).toEqual([]);
  });

  it("what nobody told of the bucket or its key is told as not decided, never as nobody", () => {
    const { world } = readWorldValue(
      {
        version: 1,
        account: ACCOUNT,
        region: "us-east-1",
        principals: { app: role("app") },
        keys: {},
        resources: { b: { arn: "arn:aws:s3:::b", policy: "none" } },
      },
      { path: "world" },
    );
    const access = whoCanData(world as World, { flow: "s3.GetObject", on: "b" });
    expect(access).toMatchObject({ complete: false, entries: [] });
    expect(access.undecided.map(({ text }) => text).join()).toContain("the key of b");
  });

  it("is the other way round what a principal can read", () => {
    const world = worldOf(
      [allow({ AWS: role("etl") }, "s3:GetObject", "arn:aws:s3:::orders/*")],
      [allow({ AWS: role("etl") }, "kms:Decrypt", "*")],
    );
    expect(canReadData(world, { principal: "etl" }).entries).toMatchObject([{ resource: { name: "orders" }, flow: "s3.GetObject" }]);
    expect(canReadData(world, { principal: "app" }).entries).toEqual([]);
  });
});

describe("what a change does to the readers", () => {
  const etl = { AWS: role("etl") };
  const onKey = allow(etl, "kms:Decrypt", "*");
  const inBucket = allow(etl, "s3:GetObject", "arn:aws:s3:::orders/*");

  it("says by which of the two it was opened", () => {
    const [byBucket] = compareData(worldOf([], [onKey]), worldOf([inBucket], [onKey])).changes;
    expect(byBucket).toMatchObject({ direction: "gained", who: { text: "etl" }, turned: [{ action: "s3:GetObject", to: "service" }] });
    const [byKey] = compareData(worldOf([inBucket], [onKey]), worldOf([inBucket], [])).changes;
    expect(byKey).toMatchObject({ direction: "lost", turned: [{ action: "kms:Decrypt", to: "kms" }] });
  });

  it("is nothing where only one of the two changes, and the other was closed", () => {
    expect(compareData(worldOf([], []), worldOf([inBucket], [])).changes).toEqual([]);
    expect(compareData(worldOf([inBucket], [onKey]), worldOf([inBucket], [onKey])).changes).toEqual([]);
  });

  it("counts what the tags of a principal change", () => {
    const tagged = (team: string) => {
      const { world } = readWorldValue(
        {
          version: 1,
          account: ACCOUNT,
          region: "us-east-1",
          principals: { etl: { arn: role("etl"), tags: { team } } },
          keys: { orders: { id: "1234abcd-12ab-34cd-56ef-1234567890ab", policy: policy(onKey) } },
          resources: {
            orders: {
              arn: "arn:aws:s3:::orders",
              policy: policy({ ...inBucket, Condition: { StringEquals: { "aws:PrincipalTag/team": "red" } } }),
              key: "orders",
              bucketKey: false,
              objectOwnership: "BucketOwnerEnforced",
              accessPoints: false,
            },
          },
        },
        { path: "world" },
      );
      return world as World;
    };
    expect(compareData(tagged("blue"), tagged("red")).changes).toMatchObject([{ direction: "gained", who: { name: "etl" } }]);
    expect(compareData(tagged("blue"), tagged("green")).changes).toEqual([]);
  });

  it("to another account counts as such", () => {
    const both = [allow({ AWS: PARTNER }, "s3:GetObject", "arn:aws:s3:::orders/*")];
    const { changes } = compareData(
      worldOf([], [allow({ AWS: PARTNER }, "kms:Decrypt", "*")]),
      worldOf(both, [allow({ AWS: PARTNER }, "kms:Decrypt", "*")]),
      { unlisted: "nothing" },
    );
    expect(changes.map(({ severity, who }) => `${severity} ${who.text}`)).toEqual([
      "cross-account reader",
      "cross-account the root user of 444455556666",
    ]);
  });
});

describe("what S3 takes back of a public policy", () => {
  const anybody = allow("*", "s3:GetObject", "arn:aws:s3:::orders/*");
  const onKey = allow("*", "kms:Decrypt", "*");
  const restricted = { restrictPublicBuckets: true };
  const [open, shut, untold] = [OPEN, restricted, {}].map((block) => worldOf([anybody], [onKey], [], false, block)) as [
    World,
    World,
    World,
  ];
  const accountsIn = (world: World) =>
    whoCanData(world, { flow: "s3.GetObject", on: "orders" }).entries.flatMap(({ who }) =>
      who.kind === "anyone" ? ["anyone"] : (who.account ?? []),
    );

  it("nobody else reads, also whose own policies nobody told", () => {
    expect(accountsIn(open)).toContain("anyone");
    expect(new Set(accountsIn(shut))).toEqual(new Set([ACCOUNT]));
  });

  it("is not decided where nobody told of it", () => {
    expect(new Set(accountsIn(untold))).toEqual(new Set([ACCOUNT]));
    expect(
      whoCanData(untold, { flow: "s3.GetObject", on: "orders" })
        .undecided.map(({ text }) => text)
        .join(),
    ).toContain("restrictPublicBuckets");
  });

  it("is a change when it is turned off or on", () => {
    expect(compareData(shut, open).changes.map(({ direction, severity }) => `${direction} ${severity}`)).toContain("gained public");
    expect(compareData(open, shut).changes.map(({ direction, severity }) => `${direction} ${severity}`)).toContain("lost public");
    expect(compareData(shut, shut).changes).toEqual([]);
    expect(compareData(untold, untold).undecided).toEqual([]);
  });
});

it("whether a bucket uses bucket keys nobody told: who reads by one of the two only is not decided", () => {
  const onKey = allow({ AWS: role("etl") }, "kms:Decrypt", "*", {
    Condition: { ArnLike: { "kms:EncryptionContext:aws:s3:arn": "arn:aws:s3:::orders/*" } },
  });
  const { world } = readWorldValue(
    {
      version: 1,
      account: ACCOUNT,
      region: "us-east-1",
      principals: { etl: { arn: role("etl") } },
      keys: { orders: { policy: policy(ADMIN, onKey) } },
      resources: {
        orders: {
          arn: "arn:aws:s3:::orders",
          policy: policy(allow({ AWS: role("etl") }, "s3:GetObject", "arn:aws:s3:::orders/*")),
          key: "orders",
        },
      },
    },
    { path: "world" },
  );
  if (world === undefined) throw new Error("no world");
  const { entries, undecided } = whoCanData(world, { flow: "s3.GetObject", on: "orders", unlisted: "nothing" });
  expect(entries).toEqual([]);
  expect(undecided.map(({ text }) => text).join()).toContain("whether orders uses a bucket key");
});

describe("for random policies", () => {
  const principals = fc.constantFrom<unknown>(
    { AWS: role("app") },
    { AWS: role("etl") },
    { AWS: PARTNER },
    { AWS: "*" },
    { AWS: `arn:aws:iam::${ACCOUNT}:root` },
  );
  const conditions = fc.constantFrom<object>(
    {},
    { Condition: { StringEquals: { "aws:SourceVpce": VPCE } } },
    { Condition: { StringNotEquals: { "aws:SourceVpce": VPCE } } },
    { Condition: { Bool: { "aws:SecureTransport": "false" } } },
    { Condition: { StringEquals: { "aws:PrincipalTag/team": "x" } } },
    { Condition: { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } } },
    { Condition: { ArnLike: { "kms:EncryptionContext:aws:s3:arn": "arn:aws:s3:::orders/reports/*" } } },
  );
  const effects = fc.constantFrom("Allow", "Allow", "Deny");
  const inBucket = fc
    .tuple(
      effects,
      principals,
      fc.constantFrom("arn:aws:s3:::orders/*", "arn:aws:s3:::orders/reports/*", "arn:aws:s3:::orders/?"),
      conditions,
    )
    .map(([Effect, Principal, Resource, more]) => ({ Effect, Principal, Action: "s3:GetObject", Resource, ...more }));
  const onKey = fc
    .tuple(effects, principals, conditions)
    .map(([Effect, Principal, more]) => ({ Effect, Principal, Action: "kms:Decrypt", Resource: "*", ...more }));
  const ofApp = fc
    .tuple(effects, conditions)
    .map(([Effect, more]) => ({ Effect, Action: ["s3:GetObject", "kms:Decrypt"], Resource: "*", ...more }));
  const worlds = fc
    .tuple(fc.array(inBucket, { maxLength: 3 }), fc.array(onKey, { maxLength: 3 }), fc.array(ofApp, { maxLength: 2 }), fc.boolean())
    .map(([bucket, key, app, isDelegated]) => worldOf(bucket, isDelegated ? [DELEGATES, ...key] : key, app));

  const OBJECTS = ["x", "reports/2026", "2026/x"];
  const CONTEXTS = [
    {},
    { "aws:SourceVpce": VPCE },
    { "aws:SourceVpce": "vpce-0aaaaaaaaaaaaaaa0" },
    { "aws:PrincipalTag/team": "x" },
    { "aws:SourceIp": "203.0.113.7" },
  ];
  const NAMES = ["app", "etl", "reader"];

  const reads = (world: World, principal: string, object: string, context: object): boolean => {
    const decided = authorizeData(world, {
      principal,
      flow: "s3.GetObject",
      on: `orders/${object}`,
      context: context as Record<string, string>,
    });
    return decided.ok && decided.value.outcome === "allowed";
  };

  it("whoever the evaluator lets in is told, and whoever is told is let in", () => {
    fc.assert(
      fc.property(worlds, fc.constantFrom(...OBJECTS), (world, object) => {
        const { entries, undecided } = whoCanData(world, { flow: "s3.GetObject", on: `orders/${object}`, unlisted: "nothing" });
        const told = entries.flatMap(({ who }) =>
          who.kind === "principal"
            ? [who.text]
            : NAMES.filter((name) => who.kind === "anyone" || (name === "reader") === (who.account === "444455556666")),
        );
        expect(undecided).toEqual([]);
        for (const principal of NAMES)
          if (CONTEXTS.some((context) => reads(world, principal, object, context))) expect(told).toContain(principal);
        for (const { witness } of entries)
          expect(authorizeData(world, witness.question)).toMatchObject({ ok: true, value: { outcome: "allowed" } });
      }),
      { numRuns: 15 },
    );
  });

  it("a change of readers is told where some request shows it", () => {
    fc.assert(
      fc.property(worlds, worlds, fc.constantFrom(...OBJECTS), (before, after, object) => {
        const { changes, undecided } = compareData(before, after, { unlisted: "nothing" });
        expect(undecided).toEqual([]);
        for (const principal of NAMES)
          for (const context of CONTEXTS) {
            const [was, is] = [reads(before, principal, object, context), reads(after, principal, object, context)];
            if (was === is) continue;
            expect(changes.some(({ direction }) => direction === (is ? "gained" : "lost"))).toBe(true);
          }
        for (const { witness, direction } of changes) {
          const outcomes = [before, after].map((world) => {
            const decided = authorizeData(world, witness.question);
            return decided.ok && decided.value.outcome === "allowed";
          });
          expect(outcomes).toEqual(direction === "gained" ? [false, true] : [true, false]);
        }
      }),
      { numRuns: 10 },
    );
  });

  it("what is proved of a flow no request refutes, and what refutes it is one", () => {
    const kinds = fc.constantFrom("never", "always", "only");
    const unless = fc.constantFrom<Readonly<Record<string, string>> | undefined>(
      undefined,
      undefined,
      { "aws:SourceVpce": VPCE },
      { "aws:PrincipalTag/team": "x" },
    );
    const seen = new Set<string>();
    fc.assert(
      fc.property(
        worlds,
        kinds,
        fc.constantFrom(...NAMES),
        fc.constantFrom(...OBJECTS),
        unless,
        (world, kind, principal, object, exception) => {
          const requests = { flow: "s3.GetObject", on: `orders/${object}`, principal, ...(exception && { unless: exception }) };
          const { verdict, witness, control, vacuous } = prove(world, { [kind]: requests }, { unlisted: "nothing" });
          seen.add(verdict);
          expect(verdict).not.toBe("unknown");
          const isMeant = (name: string, context: Readonly<Record<string, string>>): boolean =>
            (name === principal) === (kind !== "only") &&
            !(exception && Object.entries(exception).every(([key, value]) => context[key] === value));
          const refuting = NAMES.flatMap((name) =>
            CONTEXTS.filter(
              (context) => isMeant(name, context as Record<string, string>) && reads(world, name, object, context) === (kind !== "always"),
            ),
          );
          if (verdict === "proved") expect(refuting).toEqual([]);
          if (verdict === "proved") expect(control === undefined).toBe(vacuous !== undefined);
          if (witness?.data !== undefined) {
            const decided = authorizeData(world, witness.data.question);
            expect(decided.ok && decided.value.outcome === "allowed").toBe(kind !== "always");
          }
        },
      ),
      { numRuns: 25 },
    );
    expect(seen).toEqual(new Set(["proved", "refuted"]));
  });
});
