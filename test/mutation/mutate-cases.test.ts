import { describe, expect, test } from "vitest";
import type { Policy } from "../../src/iam/policy.ts";
import type { Touched } from "../../src/mutation/mutants/mutant.ts";
import { judgedCases } from "../../src/mutation/mutate-cases.ts";
import { fileOf, WORLD } from "../tester/files.ts";

const decrypt = { name: "decrypt", principal: "app", action: "kms:Decrypt", expect: "allow" };
const attach = { name: "attach", principal: "app", flow: { "ebs.AttachVolume": {} }, expect: "deny" };
const trip = { name: "trip", roundTrip: { writer: "app", reader: "reader" }, expect: "allow" };

const of = (document: object, select: (name: string) => boolean = () => true) => judgedCases(fileOf(document), ({ name }) => select(name));
const first = (one: object, more: object = {}) => of({ cases: [one], ...more })[0]!;

describe("mutation runs the cases of a file", () => {
  test("in their order, but none that is skipped or not selected, and no invariant", () => {
    const cases = [decrypt, { ...decrypt, name: "skipped", skip: true }, attach, trip];
    const invariants = [{ name: "nobody", never: { action: "kms:ScheduleKeyDeletion" } }];
    expect(of({ cases, invariants }).map(({ test }) => test.name)).toEqual(["decrypt", "attach", "trip"]);
    expect(of({ cases }, (name) => name !== "attach").map(({ test }) => test.name)).toEqual(["decrypt", "trip"]);
    expect(of({ cases: [], invariants })).toEqual([]);
  });

  test("each with its file and the world of that", () => {
    const file = fileOf({ cases: [decrypt] });
    const [judged] = judgedCases(file, () => true);
    expect([judged?.file, judged?.world, judged?.test]).toEqual([file, file.world, file.cases[0]]);
  });
});

describe("what a case asks is", () => {
  const asked = (one: object) =>
    first(one).questions.map(({ principal, action }) => [typeof principal === "string" ? principal : principal.arn, action]);

  test("its request", () => expect(asked(decrypt)).toEqual([["app", "kms:Decrypt"]]));

  test("the writer's and the reader's call of a round trip", () => {
    expect(asked(trip)).toEqual([
      ["app", "kms:Encrypt"],
      ["reader", "kms:Decrypt"],
    ]);
    expect(asked({ ...trip, roundTrip: { ...trip.roundTrip, with: "GenerateDataKey" } })[0]?.[1]).toBe("kms:GenerateDataKey");
  });

  test("every call that a service makes in a flow", () => {
    expect(asked(attach).map(([, action]) => action)).toEqual(["kms:CreateGrant", "kms:Decrypt"]);
  });
});

describe("a case gathers what has a say in it", () => {
  const statement = (more: object = {}) => ({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "kms:*", Resource: "*", ...more }],
  });
  const world = {
    ...WORLD,
    organization: {
      id: "o-1",
      accounts: [WORLD.account],
      serviceControl: ["FullAWSAccess"],
      resourceControl: [{ name: "rcp", document: statement({ Effect: "Deny", Principal: "*", Action: "kms:PutKeyPolicy" }) }],
    },
    principals: {
      app: { arn: WORLD.principals.app, policies: [statement()], boundary: statement(), session: [statement()] },
      reader: { arn: WORLD.principals.reader, policies: [statement({ Action: "kms:Encrypt" })] },
    },
    endpoints: { door: { id: "vpce-1", policy: statement({ Principal: "*" }) } },
  };
  const isPolicy = (one: Touched): one is Policy => "statements" in one;
  const gathered = (one: object) => {
    const { gathers, world: read } = first(one, { world });
    const levels = [...(read.estate.organization?.members.values() ?? [])].flatMap(({ serviceControl, resourceControl }) => [
      ...serviceControl,
      ...resourceControl,
    ]);
    return {
      policies: [...gathers]
        .filter(isPolicy)
        .map(({ type }) => type)
        .sort(),
      levels: levels.filter((level) => gathers.has(level)).map((level) => level.map(({ name }) => name)),
      grants: read.estate.keys
        .flatMap(({ grants }) => grants)
        .filter((grant) => gathers.has(grant))
        .map(({ Name }) => Name),
    };
  };

  test("policies of the key and the caller, those above them with their levels, and the grants of the key", () => {
    expect(gathered(decrypt)).toEqual({
      policies: ["boundary", "identity", "key-policy", "resource-control", "service-control", "session"],
      levels: [["FullAWSAccess"], ["FullAWSAccess"], ["rcp"]], // of the root and of the account
      grants: ["reading"],
    });
  });

  test("of the endpoint that it comes through", () => {
    expect(gathered({ ...decrypt, endpoint: "door" }).policies).toContain("endpoint");
  });

  test("and no policy of somebody else", () => {
    expect(gathered({ ...decrypt, principal: "reader", expect: "deny" }).policies).toEqual([
      "identity",
      "key-policy",
      "resource-control",
      "service-control",
    ]);
  });

  test("of a round trip: what has a say in either call", () => {
    expect(gathered(trip).policies.filter((type) => type === "identity")).toHaveLength(2);
  });

  test("as the objects of its world, by which a change names them", () => {
    const { gathers, world: read } = first(decrypt);
    expect(read.estate.keys.every(({ policy }) => gathers.has(policy))).toBe(true);
  });
});

describe("a case passes in a world", () => {
  const revoked = ({ world }: ReturnType<typeof first>) =>
    world.changed({ grants: new Map(world.estate.keys.flatMap(({ grants }) => grants.map((grant) => [grant, undefined] as const))) });

  test("that answers what it expects", () => {
    const reading = first({ ...decrypt, principal: "reader" });
    expect([reading.passes(reading.world), reading.passes(revoked(reading))]).toEqual([true, false]);
    const refused = first({ ...decrypt, principal: "reader", expect: "implicit-deny" });
    expect([refused.passes(refused.world), refused.passes(revoked(refused))]).toEqual([false, true]);
  });

  test("for the reason that it names", () => {
    const via = (name: string) => first({ ...decrypt, expect: { outcome: "allow", via: name } });
    expect([via("App"), via("NoDeletion")].map((one) => one.passes(one.world))).toEqual([true, false]);
  });

  test("a round trip where both calls are allowed", () => {
    const allowed = first(trip);
    expect([allowed.passes(allowed.world), allowed.passes(revoked(allowed))]).toEqual([true, false]);
    const refused = first({ ...trip, expect: "deny" });
    expect([refused.passes(refused.world), refused.passes(revoked(refused))]).toEqual([false, true]);
  });

  test("no round trip of which the writer is refused: a denial that is expected is the reader's", () => {
    const passes = (outcome: string) => {
      const one = first({ ...trip, roundTrip: { writer: "reader", reader: "app" }, expect: outcome });
      return one.passes(one.world);
    };
    expect(["allow", "deny", "implicit-deny"].map(passes)).toEqual([false, false, false]);
  });

  test("a flow where all that the service asks is answered so", () => {
    const policy = {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { AWS: WORLD.principals.app }, Action: ["kms:CreateGrant", "kms:Decrypt"], Resource: "*" }],
    };
    const world = { ...WORLD, keys: { orders: { policy } } };
    const passes = (expected: string, more: object) => {
      const one = first({ ...attach, expect: expected }, more);
      return one.passes(one.world);
    };
    expect([passes("allow", { world }), passes("deny", { world })]).toEqual([true, false]);
    expect([passes("allow", {}), passes("deny", {})]).toEqual([false, true]);
  });
});
