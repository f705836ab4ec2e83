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
    credentials: { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "s" },
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
  expect([read?.boundary?.name, read?.trust?.name, read?.session, read?.credentials?.accessKeyId]).toEqual([
    "app/boundary",
    "trust policy",
    [],
    "AKIAEXAMPLE",
  ]);
});

test("roles and users behind a session are named by short names", () => {
  const world = worldOf({
    principals: { app: roleIn("path/app"), now: { arn: `arn:aws:sts::${A}:assumed-role/app/i-1`, roleArn: "app" } },
  });
  expect(world.estate.principals[1]?.facts.roleArn).toBe(roleIn("path/app"));
});

// biome-ignore format: a table reads as a table
test.each([
  ["an ARN of no principal", { principals: { app: KEY } }, "[KW401] | at /principals/app"],
  ["a role of another name", { principals: { a: { arn: `arn:aws:sts::${A}:assumed-role/app/i-1`, roleArn: roleIn("other") } } }, "is not the role of"],
  ["a trust policy of a user", { principals: { u: { arn: `arn:aws:iam::${A}:user/u`, trust: allow("sts:AssumeRole", { Principal: "*" }) } } }, "only a role has a trust policy"],
  ["identity policies of a service", { principals: { s: { arn: "s3.amazonaws.com", policies: [allow("kms:*")] } } }, "a service principal has no identity policies [KW205] | at /principals/s/policies"],
  ["a boundary of a root user", { principals: { r: { arn: `arn:aws:iam::${A}:root`, boundary: allow("kms:*") } } }, "a root user has no identity policies [KW205] | at /principals/r/boundary"],
  ["one principal under two names", { principals: { a: roleIn("x"), b: roleIn("x") } }, "`b` and `a` are one principal"],
])("%s is told", (_, value, expected) => expect(toldOf(value)).toContainEqual(expect.stringContaining(expected)));
