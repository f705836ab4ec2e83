import { expect, test } from "vitest";
import { findPolicies } from "../../../src/cli/init/policies.ts";
import { draftWorld } from "../../../src/cli/init/world.ts";

const policy = (path: string, ...Statement: readonly object[]) => ({ path, text: JSON.stringify({ Version: "2012-10-17", Statement }) });
const named = (AWS: string | readonly string[], more: object = {}) => ({
  Effect: "Allow",
  Principal: { AWS },
  Action: "kms:Decrypt",
  Resource: "*",
  ...more,
});
const KEY = "arn:aws:kms:eu-west-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const draft = (...files: readonly { path: string; text: string }[]) => draftWorld(findPolicies(files).policies);

test("keys, principals and their policies find each other by name", () => {
  const { document, notes } = draft(
    policy("kms/orders-key-policy.json", named(["arn:aws:iam::444455556666:root", "arn:aws:iam::444455556666:role/team/orders-app"])),
    policy("iam/orders-app.json", { Effect: "Allow", Action: "kms:Decrypt", Resource: KEY }),
  );
  expect(document).toMatchObject({
    account: "444455556666",
    region: "eu-west-1",
    keys: { orders: { arn: KEY, policy: "./kms/orders-key-policy.json" } },
    principals: {
      "account-administrator": { arn: "arn:aws:iam::444455556666:role/administrator", policies: ["all-of-kms"] },
      "orders-app": { arn: "arn:aws:iam::444455556666:role/team/orders-app", policies: ["./iam/orders-app.json"] },
      stranger: { policies: ["all-of-kms"] },
    },
  });
  expect(notes).toEqual([]);
});

test("what is made up or guessed is told", () => {
  const { document, notes } = draft(
    policy("a.json", named("arn:aws:iam::111122223333:role/worker")),
    policy("b.json", named("*")),
    policy("Worker-policy.json", { Effect: "Allow", Action: "kms:Decrypt", Resource: [KEY, "*"] }),
    policy("other.json", { Effect: "Allow", Action: "kms:Decrypt", Resource: "*" }),
    policy("scp.json", { Effect: "Deny", Action: "kms:*", Resource: "*" }),
  );
  expect(Object.keys(document.keys ?? {})).toEqual(["a", "b"]);
  expect(document.principals).toMatchObject({
    worker: { policies: ["./Worker-policy.json"] },
    other: { arn: "arn:aws:iam::111122223333:role/other" },
  });
  expect(notes).toEqual([
    "b.json does not name the account of its key: 111122223333 is taken",
    expect.stringContaining("no key policy names the Region: eu-west-1 is taken"),
    expect.stringContaining(`policies name ${KEY}`),
    expect.stringContaining("Worker-policy.json is taken for a policy of arn:aws:iam::111122223333:role/worker"),
    expect.stringContaining("the role other is made up"),
    expect.stringContaining("scp.json is not used: nothing says whom it limits; name it in `organization`"),
    "b.json is taken for a key policy; it may be the policy of a VPC endpoint: then take the key out",
  ]);
});

test("without any ARN the account and the Region are made up, and it is told", () => {
  const { document, notes } = draft(policy("key.json", named("*")));
  expect(document).toMatchObject({ account: "111122223333", region: "us-east-1", keys: { key: {} } });
  expect(notes).toHaveLength(2);
});

test("services, other accounts, and two principals of one name", () => {
  const { document } = draft(
    policy(
      "k.json",
      named([
        "arn:aws:iam::111122223333:role/a/app",
        "arn:aws:iam::111122223333:user/app",
        "444455556666",
        "arn:aws:iam::111122223333:root",
      ]),
      { Effect: "Allow", Principal: { Service: "logs.us-east-1.amazonaws.com" }, Action: "kms:Encrypt", Resource: "*" },
    ),
  );
  expect(Object.entries(document.principals ?? {}).map(([name, entry]) => [name, typeof entry === "string" ? entry : entry.arn])).toEqual([
    ["app", "arn:aws:iam::111122223333:role/a/app"],
    ["app-2", "arn:aws:iam::111122223333:user/app"],
    ["logs-service", "logs.us-east-1.amazonaws.com"],
    ["administrator-of-444455556666", "arn:aws:iam::444455556666:role/administrator"],
    ["account-administrator", "arn:aws:iam::111122223333:role/administrator"],
    ["stranger", "arn:aws:iam::999999999999:role/stranger"],
  ]);
});

test("a key is of the account that its policy gives it to; a file of a general name is called as its folder", () => {
  const all = (account: string) => named(`arn:aws:iam::${account}:root`, { Action: "kms:*" });
  const { document, notes } = draft(
    policy("teams/orders/key.json", all("111122223333"), named("arn:aws:iam::111122223333:role/app")),
    policy("teams/billing/kms-policy.json", all("444455556666"), named("arn:aws:iam::111122223333:root")),
    policy("shared.json", named(["111122223333", "444455556666"], { Action: ["kms:*"] })),
    policy("keys/policy.json", named("arn:aws:iam::444455556666:root")),
  );
  expect(document.account).toBe("111122223333");
  expect(document.keys).toEqual({
    orders: { policy: "./teams/orders/key.json" },
    billing: { account: "444455556666", policy: "./teams/billing/kms-policy.json" },
    shared: { policy: "./shared.json" },
    key: { account: "444455556666", policy: "./keys/policy.json" },
  });
  expect(notes).toContain("shared.json is taken for the policy of a key of 111122223333: it names 111122223333, 444455556666 alike");
});

const identity = { Effect: "Allow", Action: "kms:Decrypt", Resource: "*" };
const [A, B] = ["111122223333", "444455556666"];

test("files belong to principals of the same whole name, in any case of letters: not to services, nor to those that init made up", () => {
  const service = { ...named([]), Principal: { Service: ["logs.us-east-1.amazonaws.com", "cloudtrail.amazonaws.com"] } };
  const { document, notes } = draft(
    policy(
      "key.json",
      named([`arn:aws:iam::${A}:role/KmsAdmin`, `arn:aws:iam::${A}:role/orders-app-role`, `arn:aws:iam::${A}:root`]),
      service,
    ),
    ...["kmsadmin", "Orders_App", "trail", "logs", "logs-service", "administrator", "account-administrator", "stranger"].map((name) =>
      policy(`iam/${name}.json`, identity),
    ),
    policy("iam/orders-app/tables.json", identity),
  );
  const principals = Object.entries(document.principals ?? {}).map(([name, entry]) => [
    name,
    typeof entry === "string" ? entry : entry.arn,
    entry,
  ]);
  expect(principals).toEqual(
    [
      ["KmsAdmin", "role/KmsAdmin", ["./iam/kmsadmin.json"]],
      ["orders-app-role", "role/orders-app-role", ["./iam/Orders_App.json"]],
      ["logs-service", "logs.us-east-1.amazonaws.com", undefined],
      ["cloudtrail-service", "cloudtrail.amazonaws.com", undefined],
      ["trail", "role/trail", ["./iam/trail.json"]],
      ["logs", "role/logs", ["./iam/logs.json"]],
      ["logs-service-2", "role/logs-service", ["./iam/logs-service.json"]],
      ["administrator", "role/administrator", ["./iam/administrator.json"]],
      ["account-administrator", "role/account-administrator", ["./iam/account-administrator.json"]],
      ["stranger", "role/stranger", ["./iam/stranger.json"]],
      ["tables", "role/tables", ["./iam/orders-app/tables.json"]],
      ["account-administrator-2", "role/administrator-2", ["all-of-kms"]],
      ["stranger-2", "arn:aws:iam::999999999999:role/stranger", ["all-of-kms"]],
    ].map(([name, arn, policies]) => {
      const whole = String(arn).startsWith("role/") ? `arn:aws:iam::${A}:${arn}` : arn;
      return [name, whole, { arn: whole, ...(policies && { policies }) }];
    }),
  );
  expect(notes).toContain(`iam/Orders_App.json is taken for a policy of arn:aws:iam::${A}:role/orders-app-role, by its name`);
  expect(notes.filter((note) => note.includes("kmsadmin"))).toEqual([]);
});

test("a folder that is called as the role; of two accounts the own one; a trust policy of nobody; a policy that only denies", () => {
  const { document, notes } = draft(
    policy(
      "key.json",
      named([`arn:aws:iam::${A}:root`], { Action: "kms:*" }),
      named([`arn:aws:iam::${B}:role/app`, `arn:aws:iam::${A}:role/app`]),
    ),
    policy("roles/App/inline.json", identity),
    policy("nobody.json", { Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: A } }),
    policy("guard.json", { ...identity, Effect: "Deny" }),
  );
  expect(document.principals).toMatchObject({ "app-2": { arn: `arn:aws:iam::${A}:role/app`, policies: ["./roles/App/inline.json"] } });
  expect(Object.keys(document.principals ?? {})).not.toContain("nobody");
  expect(notes).toEqual([
    "no policy names the Region: us-east-1 is taken",
    `roles/App/inline.json is taken for a policy of arn:aws:iam::${A}:role/app, by its name`,
    expect.stringMatching(/^nobody\.json is not used: no policy names the role that it is the trust policy of/),
    expect.stringMatching(/^guard\.json is not used: it only denies, as a service control policy does/),
  ]);
});

test("the organization is drafted from conditions, with one more member", () => {
  const condition = { Condition: { StringEquals: { "aws:PrincipalOrgID": "o-exampleorg1" } } };
  const { document, notes } = draft(policy("key.json", named(`arn:aws:iam::${A}:root`, { Action: "*" }), named("*", condition)));
  expect(document).toMatchObject({
    account: A,
    organization: { id: "o-exampleorg1", accounts: [A, "888888888888"] },
    principals: { "member-of-the-organization": { arn: "arn:aws:iam::888888888888:role/member", policies: ["all-of-kms"] } },
  });
  expect(notes).toContainEqual(expect.stringContaining("conditions name the organization o-exampleorg1"));
  expect(draft(policy("key.json", named("*"))).document.organization).toBeUndefined();
});

test("keys have the ids, ARNs, Regions and aliases that files and policies name", () => {
  const id = "0987dcba-09fe-87dc-65ba-ab0987654321";
  const { document } = draft(
    policy(`keys/${id}.json`, named(`arn:aws:iam::${B}:root`)),
    policy("keys/1234abcd-12ab-34cd-56ef-1234567890ab/get-key-policy.json", named(`arn:aws:iam::${B}:root`)),
    policy("us-east-2/events.json", named(`arn:aws:iam::${B}:root`)),
    policy("mrk-1234abcd12ab34cd56ef1234567890ab.json", named(`arn:aws:iam::${B}:root`)),
    policy(
      "app.json",
      { ...identity, Resource: KEY },
      { ...identity, Condition: { StringEquals: { "kms:RequestAlias": ["alias/events", "alias/gone"] } } },
    ),
  );
  expect(document).toMatchObject({ account: B, region: "eu-west-1" });
  expect(document.keys).toEqual({
    "key-0987dcba": { id, policy: `./keys/${id}.json` },
    "key-1234abcd": { arn: KEY, policy: "./keys/1234abcd-12ab-34cd-56ef-1234567890ab/get-key-policy.json" },
    events: { region: "us-east-2", aliases: ["alias/events"], policy: "./us-east-2/events.json" },
    "mrk-1234abcd": {
      id: "mrk-1234abcd12ab34cd56ef1234567890ab",
      multiRegion: true,
      policy: "./mrk-1234abcd12ab34cd56ef1234567890ab.json",
    },
  });
});

test("whoever aws:PrincipalArn means is there too, as one that fits; a deleted principal is told", () => {
  const like = { Condition: { ArnLike: { "aws:PrincipalArn": ["arn:aws:iam::*:role/team/app-*", `arn:aws:iam::${A}:user/alice`] } } };
  const { document, notes } = draft(policy("key.json", named(`arn:aws:iam::${A}:root`), named("*", like), named("AROAEXAMPLE1234567890")));
  expect(document.principals).toMatchObject({
    "app-example": { arn: `arn:aws:iam::${A}:role/team/app-example` },
    alice: { arn: `arn:aws:iam::${A}:user/alice` },
  });
  expect(notes).toEqual(
    expect.arrayContaining([
      expect.stringContaining("key.json means principals like arn:aws:iam::*:role/team/app-*"),
      expect.stringContaining("key.json names AROAEXAMPLE1234567890"),
    ]),
  );
});

test("policies of the organization are at the root of the one that conditions name", () => {
  const own = { Condition: { StringEquals: { "aws:PrincipalOrgID": "o-exampleorg1" } } };
  const files = [
    policy("scp/protect.json", { Effect: "Deny", Action: "kms:ScheduleKeyDeletion", Resource: "*" }),
    policy("rcp/ours.json", {
      Effect: "Deny",
      Principal: "*",
      Action: "kms:*",
      Resource: "*",
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    }),
  ];
  const { document, notes } = draft(policy("key.json", named("*", own), named(`arn:aws:iam::444455556666:root`)), ...files);
  expect(document.organization).toMatchObject({
    id: "o-exampleorg1",
    serviceControl: ["FullAWSAccess", "./scp/protect.json"],
    resourceControl: ["./rcp/ours.json"],
  });
  expect(notes.filter((note) => note.includes("is attached to the root of the organization"))).toHaveLength(2);
  expect(draft(policy("key.json", named("*")), ...files).notes.filter((note) => note.includes("nothing says whom it limits"))).toHaveLength(
    2,
  );
});
