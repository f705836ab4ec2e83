import { inspect } from "node:util";
import { expect, test } from "vitest";
import { A, allow, KEY, roleIn, toldOf, worldOf } from "./worlds.ts";

test("an ARN alone is a principal without policies", () => {
  expect(worldOf({ principals: { app: roleIn("app") } }).estate.principals[0]).toMatchObject({
    name: "app",
    facts: { arn: roleIn("app") },
    account: A,
    policies: [],
    session: undefined,
  });
});

test("everything told of a principal is kept", () => {
  const trust = allow("sts:AssumeRole", { Principal: { AWS: "*" } });
  delete (trust as { Statement: { Resource?: string }[] }).Statement[0]?.Resource;
  const app = {
    arn: roleIn("app"),
    tags: { team: "a" },
    userId: "AROAEXAMPLEEXAMPLE12",
    mfaAgeSeconds: 5,
    sourceIdentity: "me",
    serviceLinkedRole: false,
    policies: [allow("kms:*")],
    boundary: allow("kms:*"),
    session: [],
    trust,
    credentials: { accessKeyId: "AKIAEXAMPLE12345", secretAccessKey: "s3cr3t" },
  };
  const [read] = worldOf({ principals: { app } }).estate.principals;
  expect(read?.facts).toEqual({
    arn: app.arn,
    tags: app.tags,
    userId: app.userId,
    mfaAgeSeconds: 5,
    sourceIdentity: "me",
    serviceLinkedRole: false,
  });
  expect([read?.boundary?.name, read?.trust?.name, read?.session, read?.credentials()]).toEqual([
    "app/boundary",
    "trust policy",
    [],
    app.credentials,
  ]);
});

test("roles and users behind a session are named by short names", () => {
  const world = worldOf({
    principals: { app: roleIn("path/app"), now: { arn: `arn:aws:sts::${A}:assumed-role/app/i-1`, roleArn: "app" } },
  });
  expect(world.estate.principals[1]?.facts.roleArn).toBe(roleIn("path/app"));
});

test("secrets of principals are not printed", () => {
  const credentials = { accessKeyId: "AKIAEXAMPLE12345", secretAccessKey: "s3cr3t-of-app", sessionToken: "t0k3n-of-app" };
  const world = worldOf({ principals: { app: { arn: roleIn("app"), credentials } } });
  const shown = inspect(world, { depth: 20, showHidden: true }) + JSON.stringify(world.estate);
  expect(shown).toContain(roleIn("app"));
  expect(shown).not.toMatch(/s3cr3t|t0k3n/);
  const twice = { a: { arn: roleIn("a"), credentials }, b: { arn: roleIn("b"), credentials } };
  expect(toldOf({ principals: twice })).toEqual([
    expect.stringContaining(
      "`b` has the access key of `a` too [KW502] | at /principals/b | help: an access key is one caller's; the other is at world, /principals/a",
    ),
  ]);
});

// biome-ignore format: a table reads as a table
test.each([
  ["an ARN of no principal", { principals: { app: KEY } }, "[KW504] | at /principals/app"],
  ["a role of another name", { principals: { a: { arn: `arn:aws:sts::${A}:assumed-role/app/i-1`, roleArn: roleIn("other") } } }, "is not the role of"],
  ["a trust policy of a user", { principals: { u: { arn: `arn:aws:iam::${A}:user/u`, trust: allow("sts:AssumeRole", { Principal: "*" }) } } }, "only a role has a trust policy"],
  ["an access key id that is none", { principals: { app: { arn: roleIn("app"), credentials: { accessKeyId: "AKIA/EXAMPLE12345", secretAccessKey: "s" } } } }, "this is no access key id [KW504] | at /principals/app/credentials/accessKeyId | help: 16 to 128"],
  ["no secret", { principals: { app: { arn: roleIn("app"), credentials: { accessKeyId: "AKIAEXAMPLE12345", secretAccessKey: "" } } } }, "the secret access key is empty [KW504]"],
  ["identity policies of a service", { principals: { s: { arn: "s3.amazonaws.com", policies: [allow("kms:*")] } } }, "a service principal has no identity policies [KW505] | at /principals/s/policies"],
  ["a boundary of a root user", { principals: { r: { arn: `arn:aws:iam::${A}:root`, boundary: allow("kms:*") } } }, "a root user has no identity policies [KW505] | at /principals/r/boundary"],
  ["one principal under two names", { principals: { a: roleIn("x"), b: roleIn("x") } }, "`b` and `a` are one principal"],
])("%s is told", (_, value, expected) => expect(toldOf(value)).toContainEqual(expect.stringContaining(expected)));
