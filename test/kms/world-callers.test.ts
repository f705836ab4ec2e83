import { describe, expect, it } from "vitest";
import type { KmsWorld } from "../../src/kms/world.ts";
import { homeOf, InvalidWorldError, policyText, WorldCallers } from "../../src/kms/world-callers.ts";
import { allow, policy } from "./lab.ts";
import { HOME } from "./records.ts";

const APP = "arn:aws:iam::111122223333:role/team/app";
const callers = (world: KmsWorld) => new WorldCallers(world, HOME);
const world: KmsWorld = {
  principals: {
    app: {
      arn: APP,
      policies: [policy(allow("kms:*")), { name: "app/inline", document: JSON.stringify(policy(allow("kms:Decrypt"))) }],
      boundary: policy(allow("kms:*")),
      tags: { team: "a" },
    },
    user: { arn: "arn:aws:iam::111122223333:user/u", userId: "AIDAEXAMPLEEXAMPLE" },
    abroad: { arn: "arn:aws-cn:iam::444455556666:user/u" },
  },
};

describe("a caller", () => {
  it("is asked for by short name, by ARN, or by the ARN of a session of its role", () => {
    const all = callers(world);
    for (const name of ["app", APP, "arn:aws:sts::111122223333:assumed-role/app/kmsward"]) {
      const { principal, side } = all.caller(name);
      expect(principal).toMatchObject({ arn: "arn:aws:sts::111122223333:assumed-role/app/kmsward", roleArn: APP, tags: { team: "a" } });
      expect(side.identity.map((one) => one.name)).toEqual(["identity policy 1", "app/inline"]);
      expect(side.boundary?.name).toBe("boundary");
    }
    expect(all.caller({ principal: "app", session: "i-1" }).principal.arn).toBe("arn:aws:sts::111122223333:assumed-role/app/i-1");
    expect(all.caller("arn:aws:sts::111122223333:assumed-role/app/i-2").principal.arn).toBe(
      "arn:aws:sts::111122223333:assumed-role/app/i-2",
    );
  });

  it("that the world does not have has no policies", () => {
    expect(callers(world).caller("arn:aws:iam::111122223333:user/new").side.identity).toEqual([]);
    expect(() => callers(world).caller("nobody")).toThrow(InvalidWorldError);
    expect(() => callers(world).caller("arn:aws:iam::111122223333:group/g")).toThrow(InvalidWorldError);
    expect(() => callers(world).caller("toString")).toThrow(InvalidWorldError);
  });

  it("is at home in its own account and partition, and in the Region that is asked for", () => {
    expect(callers(world).caller("abroad").home).toEqual({ partition: "aws-cn", account: "444455556666", region: "us-east-1" });
    expect(callers(world).caller({ principal: "app", region: "eu-west-1" }).home.region).toBe("eu-west-1");
    expect(callers(world).caller("s3.amazonaws.com").home).toEqual(HOME);
  });

  it("may have a session policy, and come through a service", () => {
    const caller = callers(world).caller({ principal: "app", sessionPolicies: [policy(allow("kms:Decrypt"))], viaService: "s3" });
    expect(caller.side.session).toHaveLength(1);
    expect(caller.viaService).toBe("s3.us-east-1.amazonaws.com");
    expect(callers(world).caller("app").side.session).toBeUndefined();
  });

  it("is under the control policies of its account", () => {
    const controlled = callers({
      ...world,
      accounts: { "111122223333": { serviceControl: [[policy(allow("*"))], [policy(allow("kms:*"))]], resourceControl: [[]] } },
    });
    expect(controlled.caller("app").side.serviceControl.map((level) => level.map(({ name }) => name))).toEqual([
      ["SCP level 1 policy 1"],
      ["SCP level 2 policy 1"],
    ]);
    expect(controlled.caller("abroad").side.serviceControl).toEqual([]);
    expect(controlled.resourceControl("111122223333")).toEqual([[]]);
    expect(controlled.resourceControl("444455556666")).toEqual([]);
    const managing = { managementAccount: true, resourceControl: [[policy(allow("kms:*"))]] };
    expect(callers({ ...world, accounts: { "111122223333": managing } }).resourceControl("111122223333")).toEqual([]);
  });

  it("is not made of a policy that cannot be read", () => {
    const broken = callers({ principals: { app: { arn: APP, policies: [{ Version: "2012-10-17", Statement: [{ Efect: "Allow" }] }] } } });
    expect(() => broken.caller("app")).toThrow(/identity policy 1 cannot be read/);
  });
});

describe("whether a principal exists", () => {
  it("is known of the accounts of a world that knows all", () => {
    const { knows } = callers({ ...world, knowsAllPrincipals: true });
    for (const there of [
      APP,
      "arn:aws:sts::111122223333:assumed-role/app/any",
      "arn:aws:iam::111122223333:root",
      "111122223333",
      "*",
      "AIDAEXAMPLEEXAMPLE",
      "arn:aws:iam::999988887777:role/any",
    ]) {
      expect(knows(there), there).toBe(true);
    }
    for (const gone of ["arn:aws:iam::111122223333:role/app", "arn:aws:sts::111122223333:assumed-role/none/any", "AIDAOTHEROTHEROTHER"])
      expect(knows(gone), gone).toBe(false);
  });

  it("is not asked of any other", () => {
    expect(callers(world).knows("arn:aws:iam::111122223333:role/none")).toBe(true);
  });
});

it("has a home", () => {
  expect(homeOf({})).toEqual(HOME);
  expect(() => homeOf({ account: "1" })).toThrow(InvalidWorldError);
});

it("takes a policy as text, as an object, or named", () => {
  const document = policy(allow("kms:*"));
  const text = JSON.stringify(document);
  expect(policyText(text)).toEqual({ name: undefined, text });
  expect(policyText(document)).toEqual({ name: undefined, text });
  expect(policyText({ name: "n", document })).toEqual({ name: "n", text });
});
