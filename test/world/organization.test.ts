import { expect, test } from "vitest";
import { resolveWorld } from "../../src/world/reader.ts";
import { A, allow, B, delegation, deny, KEY, roleIn, toldOf, worldOf } from "./worlds.ts";

const MGMT = "999988887777";
const PRINCIPALS = {
  app: { arn: roleIn("app"), policies: [allow("kms:*")] },
  partner: { arn: roleIn("p", B), policies: [allow("kms:*")] },
  boss: { arn: roleIn("boss", MGMT), policies: [allow("kms:*")] },
};
const KEYS = { orders: { arn: KEY, policy: delegation() } };
const organization = (more: object = {}) => ({ id: "o-1", rootId: "r-1", managementAccount: MGMT, ...more });
const ask = (world: object, principal = "app", action = "kms:Decrypt") =>
  worldOf({ principals: PRINCIPALS, keys: KEYS, ...world }).authorize({ principal, action, key: "orders" });

test("levels are told root first, and one without policies of its own has FullAWSAccess", () => {
  const world = worldOf({
    accounts: { prod: { id: A, serviceControl: [{ name: "mine", document: allow("kms:*") }] } },
    organization: organization({
      units: {
        workloads: {
          id: "ou-1",
          serviceControl: ["FullAWSAccess", deny("kms:DisableKey")],
          units: { orders: { id: "ou-2", accounts: ["prod"] } },
        },
      },
    }),
  });
  const member = world.estate.organization?.members.get(A);
  expect(member?.orgPath).toBe("o-1/r-1/ou-1/ou-2/");
  expect(member?.serviceControl.map((level) => level.map(({ name }) => name))).toEqual([
    ["FullAWSAccess"],
    ["FullAWSAccess", "workloads/SCP 2"],
    ["FullAWSAccess"],
    ["mine"],
  ]);
});

test("no service control policy anywhere: they are not in use", () => {
  const member = worldOf({ organization: organization({ accounts: [A] }) }).estate.organization?.members.get(A);
  expect(member).toEqual({ orgPath: "o-1/r-1/", serviceControl: [], resourceControl: [] });
});

test("a level without an Allow blocks, and a Deny denies, but not the management account", () => {
  expect(ask({ organization: organization({ accounts: [A], serviceControl: [deny("kms:DisableKey")] }) }).outcome).toBe("implicitDeny");
  expect(ask({ organization: organization({ accounts: [A], serviceControl: ["FullAWSAccess", deny("kms:DisableKey")] }) }).outcome).toBe(
    "allowed",
  );
  expect(ask({ organization: organization({ accounts: [A], serviceControl: ["FullAWSAccess", deny("kms:Decrypt")] }) }).outcome).toBe(
    "explicitDeny",
  );
  const shared = { orders: { arn: KEY, policy: allow("kms:*", { Principal: { AWS: `arn:aws:iam::${MGMT}:root` } }) } };
  expect(ask({ keys: shared, organization: organization({ accounts: [A], serviceControl: [deny("kms:Decrypt")] }) }, "boss").outcome).toBe(
    "allowed",
  );
});

test("resource control policies are those of the key's account", () => {
  const outside = deny("kms:*", { Principal: "*", Condition: { StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-1" } } });
  const keys = {
    orders: { arn: KEY, policy: allow("kms:*", { Principal: { AWS: [`arn:aws:iam::${A}:root`, `arn:aws:iam::${B}:root`] } }) },
  };
  const inTree = { keys, organization: organization({ accounts: [A], resourceControl: ["RCPFullAWSAccess", outside] }) };
  expect(ask(inTree).outcome).toBe("allowed");
  expect(ask(inTree, "partner").outcome).toBe("explicitDeny");
  const onPartner = {
    keys,
    accounts: { partner: { id: B, resourceControl: [outside] } },
    organization: organization({ accounts: [A, "partner"] }),
  };
  expect(ask(onPartner, "partner").outcome).toBe("allowed");
});

test("resource control policies bind no key of the management account, whoever asks", () => {
  const everyone = allow("kms:*", { Principal: "*" });
  const at = (account: string) => ({
    keys: { orders: { arn: KEY.replace(A, account), policy: everyone } },
    organization: organization({ accounts: [A, B], resourceControl: ["RCPFullAWSAccess", deny("kms:*", { Principal: "*" })] }),
  });
  for (const principal of ["app", "partner", "boss", "logs.amazonaws.com"]) {
    expect(ask(at(A), principal).outcome).toBe("explicitDeny");
    expect(ask(at(MGMT), principal).outcome).toBe("allowed");
  }
});

test("what the organization says of caller and key is in the context; a path with an id that is not told is unknown", () => {
  const orders = {
    arn: KEY,
    policy: allow("kms:*", { Principal: "*", Condition: { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-1/r-1/ou-1/*" } } }),
  };
  const below = (id: object) => ({ keys: { orders }, organization: organization({ units: { workloads: { ...id, accounts: [A] } } }) });
  expect(ask(below({ id: "ou-1" })).outcome).toBe("allowed");
  expect(ask(below({ id: "ou-2" })).outcome).toBe("implicitDeny");
  expect(ask(below({}))).toMatchObject({ outcome: "undetermined", missing: ["aws:PrincipalOrgPaths"] });
  const identity = allow("kms:*", { Condition: { StringEquals: { "aws:ResourceOrgID": "o-1" } } });
  const principals = { app: { arn: roleIn("app"), policies: [identity] } };
  expect(ask({ principals, organization: organization({ accounts: [A] }) }).outcome).toBe("allowed");
  expect(ask({ principals, organization: organization() }).outcome).toBe("implicitDeny");
});

test.each([
  ["the root", { serviceControl: [deny("kms:*")], accounts: [A] }, "/organization/serviceControl"],
  [
    "a unit",
    { serviceControl: ["FullAWSAccess"], units: { u: { serviceControl: [], accounts: [A] } } },
    "/organization/units/u/serviceControl",
  ],
])("%s that allows nothing is warned of", (_, tree, pointer) => {
  const { world, diagnostics } = resolveWorld({ account: A, region: "us-east-1", organization: organization(tree) });
  expect(world).toBeDefined();
  expect(diagnostics).toEqual([expect.objectContaining({ code: "KW510", severity: "warning", at: { file: "world", pointer } })]);
});

test("an account that allows nothing is warned of; deny lists beside FullAWSAccess and levels that name nothing are not", () => {
  const tree = organization({ accounts: ["prod"] });
  const account = (serviceControl: unknown) => ({ accounts: { prod: { id: A, serviceControl } }, organization: tree });
  expect(toldOf(account([deny("kms:*")]))).toEqual([
    expect.stringMatching(/`111122223333` allows anything.*\[KW510\] \| at \/accounts\/prod\/serviceControl/),
  ]);
  expect(toldOf(account(["FullAWSAccess", deny("kms:*")]))).toEqual([]);
  expect(toldOf({ accounts: { prod: A }, organization: tree })).toEqual([]);
  expect(toldOf(account(["nowhere"]))).toEqual([expect.stringContaining("[KW501]")]);
});

// biome-ignore format: a table reads as a table
test.each([
  ["an account in two places", { organization: organization({ accounts: [A], units: { x: { accounts: [A] } } }) }, `account \`${A}\` stands in the organization twice`],
  ["policies of an account outside", { accounts: { prod: { id: A, serviceControl: ["FullAWSAccess"] } }, organization: organization() }, "is nowhere in it"],
  ["policies without an organization", { accounts: { prod: { id: A, serviceControl: ["FullAWSAccess"] } } }, "the world has no `organization`"],
  ["an unknown account", { accounts: { prod: A }, organization: organization({ accounts: ["prd"] }) }, "no account `prd` in this world [KW501] | at /organization/accounts/0 | help: did you mean `prod`?"],
  ["an account that is none", { accounts: { prod: "1111" } }, "`1111` is not a 12-digit account id"],
  ["an account with two names", { accounts: { a: A, b: A } }, "has two names"],
  ["an Allow in a resource control policy", { organization: organization({ resourceControl: [allow("kms:*", { Principal: "*" })] }) }, "at /organization/resourceControl/0"],
])("%s is told", (_, value, expected) => expect(toldOf(value)).toContainEqual(expect.stringContaining(expected)));
