import { describe, expect, it } from "vitest";
import { EMPTY_ESTATE } from "../../src/estate/estate.ts";
import { InvalidWorldError } from "../../src/estate/invalid-world.ts";
import { World } from "../../src/estate/world.ts";
import { type CallerOptions, Callers } from "../../src/kms/callers.ts";
import { worldOf } from "../world/worlds.ts";
import { allow, policy } from "./lab.ts";
import { HOME } from "./records.ts";

const APP = "arn:aws:iam::111122223333:role/team/app";
const SESSION = "arn:aws:sts::111122223333:assumed-role/app";
const world = {
  principals: {
    app: {
      arn: APP,
      policies: [policy(allow("kms:*")), { name: "app/inline", document: policy(allow("kms:Decrypt")) }],
      boundary: policy(allow("kms:*")),
      tags: { team: "a" },
    },
    job: { arn: `${SESSION}/job`, session: [policy(allow("kms:Decrypt"))], tags: { team: "b", run: "1" } },
    user: { arn: "arn:aws:iam::111122223333:user/u", userId: "AIDAEXAMPLEEXAMPLE" },
    abroad: { arn: "arn:aws-cn:iam::444455556666:user/u" },
  },
  endpoints: { vpc: { id: "vpce-1", vpc: "vpc-1", policy: policy(allow("*", { Principal: "*" })) }, open: { id: "vpce-2" } },
};
const callers = (more: object = {}) => new Callers(worldOf({ ...world, ...more }));

describe("a caller", () => {
  it("is asked for by short name, by ARN, or by the ARN of a session of its role", () => {
    const all = callers();
    for (const name of ["app", APP, `${SESSION}/kmsward`, { arn: "app" }]) {
      const { principal, side } = all.caller({ principal: name });
      expect(principal).toMatchObject({ arn: `${SESSION}/kmsward`, roleArn: APP, tags: { team: "a" } });
      expect(side.identity.map((one) => one.name)).toEqual(["app/inline 1", "app/inline"]);
      expect(side.boundary?.name).toBe("app/boundary");
      expect(side.session).toBeUndefined();
    }
    expect(all.caller({ principal: "app", session: "i-1" }).principal.arn).toBe(`${SESSION}/i-1`);
    expect(all.caller(`${SESSION}/i-2`).principal.arn).toBe(`${SESSION}/i-2`);
  });

  it("has what the world says of its very session, whichever way it is asked for", () => {
    for (const asked of ["job", `${SESSION}/job`, { principal: "app", session: "job" }]) {
      const { principal, side } = callers().caller(asked);
      expect(principal).toMatchObject({ arn: `${SESSION}/job`, roleArn: APP, tags: { team: "b", run: "1" } });
      expect([side.session?.length, side.identity.length]).toEqual([1, 2]);
    }
  });

  it("has its unique id, or one that is made of its ARN", () => {
    const idOf = (asked: string) => callers().caller(asked).principal.userId;
    expect(idOf("user")).toBe("AIDAEXAMPLEEXAMPLE");
    expect(idOf("app")).toMatch(/^AROA[A-Z2-7]{17}:kmsward$/);
    expect(idOf("job")?.split(":")).toEqual([idOf("app")?.split(":")[0], "job"]);
  });

  it("that the world does not have has no policies", () => {
    expect(callers().caller("arn:aws:iam::111122223333:user/new").side.identity).toEqual([]);
    for (const none of ["nobody", "arn:aws:iam::111122223333:group/g", "toString", "anonymous"])
      expect(() => callers().caller(none), none).toThrow(InvalidWorldError);
  });

  it("that nobody knows is told as a question to the world tells it", () => {
    expect(() => callers().caller("ap")).toThrow(
      "nobody can call so\ncaller error: no principal `ap` in this world [KW501]\n  at /principal\n  help: did you mean `app`?",
    );
    expect(() => callers().caller({ principal: "app", endpoint: "vcp" })).toThrow("no VPC endpoint `vcp` in this world [KW501]");
  });

  it("is at home in its own account and partition, and in the Region that is asked for", () => {
    expect(callers().caller("abroad").home).toEqual({ partition: "aws-cn", account: "444455556666", region: "us-east-1" });
    expect(callers().caller({ principal: "app", region: "eu-west-1" }).home.region).toBe("eu-west-1");
    expect(callers().caller("s3.amazonaws.com").home).toEqual(HOME);
    expect(callers({ region: "cn-north-1" }).caller("s3.amazonaws.com").home).toEqual({
      ...HOME,
      region: "cn-north-1",
      partition: "aws-cn",
    });
  });

  it("may have a session policy, and come through a service", () => {
    const sessionPolicies = [
      policy(allow("kms:Decrypt")),
      JSON.stringify(policy(allow("kms:*"))),
      { name: "n", document: policy(allow("*")) },
    ];
    const caller = callers().caller({ principal: "job", sessionPolicies, viaService: "s3" });
    expect(caller.side.session?.map(({ name }) => name)).toEqual(["session policy 1", "session policy 2", "n"]);
    expect(caller.viaService).toBe("s3.us-east-1.amazonaws.com");
    expect(() => callers().caller({ principal: "app", sessionPolicies: [{ Statement: [{ Efect: "Allow" }] }] })).toThrow(
      /session policy 1 cannot be read/,
    );
  });

  it.each<[string, object, string]>([
    ["an empty service", { viaService: "" }, "no service that forwards a call"],
    ["no service", { viaService: "s3.amazonaws.com" }, "no service that forwards a call"],
    ["a Map", { context: new Map([["aws:SourceIp", "203.0.113.9"]]) }, "`context` is no plain object"],
    ["a number with an exponent", { context: { "app:size": 1e21 } }, "1e+21"],
    ["two spellings", { context: { "aws:SourceIp": "203.0.113.9", "aws:sourceip": "203.0.113.9" } }, "two spellings"],
    ["an age with an exponent", { principal: { arn: "app", mfaAgeSeconds: 1e21 } }, "`mfaAgeSeconds` 1e+21"],
    ["the id of another session", { principal: { arn: "job", userId: "AROAEXAMPLEEXAMPLE12:other" } }, "that of another session"],
  ])("is refused with %s, not at each of its calls", (_, options, words) => {
    expect(() => callers().caller({ principal: "app", ...options } as CallerOptions)).toThrow(words);
  });

  it("comes through an endpoint that a list of one names", () => {
    const caller = callers().caller({ principal: "app", context: { "aws:SourceVpce": ["vpce-1"] } });
    expect(caller.side.endpoint?.name).toBe("endpoint policy");
  });

  it.each([
    ["none", {}, undefined, {}],
    ["a short name", { endpoint: "vpc" }, "endpoint policy", { "aws:SourceVpce": "vpce-1", "aws:SourceVpc": "vpc-1" }],
    ["an id", { endpoint: "vpce-2" }, undefined, { "aws:SourceVpce": "vpce-2" }],
    [
      "an id in the context, in any case",
      { context: { "AWS:SOURCEVPCE": "vpce-1" } },
      "endpoint policy",
      { "aws:SourceVpce": "vpce-1", "aws:SourceVpc": "vpc-1" },
    ],
    ["a short name in the context, which is no id", { context: { "aws:SourceVpce": "vpc" } }, undefined, { "aws:SourceVpce": "vpc" }],
    ["an id of elsewhere", { endpoint: "vpce-9" }, undefined, { "aws:SourceVpce": "vpce-9" }],
    [
      "a VPC that is told",
      { endpoint: "vpc", context: { "aws:sourceVpc": "vpc-2" } },
      "endpoint policy",
      { "aws:SourceVpc": "vpc-2", "aws:SourceVpce": "vpce-1" },
    ],
  ])("comes through a VPC endpoint by %s", (_, way, name, context) => {
    const caller = callers().caller({ principal: "app", ...way });
    expect(caller.side.endpoint?.name).toBe(name);
    const from = Object.keys(context).length > 0 ? "aws:VpcSourceIp" : "aws:SourceIp";
    expect(caller.context).toEqual({ "aws:SecureTransport": true, "aws:UserAgent": "kmsward", [from]: "127.0.0.1", ...context });
  });

  it("says what it says of its way in the place of what would be said for it, whatever the letters", () => {
    expect(callers().caller({ principal: "app", context: { "AWS:SECURETRANSPORT": "false" } }).context).toMatchObject({
      "aws:SecureTransport": "false",
    });
  });

  it("is under the control policies of its account", () => {
    const named = (name: string, statement: object) => ({ name, document: policy(statement) });
    const rcp = named("rcp", { Effect: "Deny", Principal: "*", Action: "kms:DeleteAlias", Resource: "*" });
    const organization = {
      id: "o-1",
      serviceControl: [named("scp 1", allow("*"))],
      units: { u: { serviceControl: [named("scp 2", allow("kms:*"))], resourceControl: [rcp], accounts: ["111122223333"] } },
    };
    const controlled = callers({ organization });
    expect(controlled.caller("app").side.serviceControl.map((level) => level.map(({ name }) => name))).toEqual([
      ["scp 1"],
      ["scp 2"],
      ["FullAWSAccess"],
    ]);
    expect(controlled.caller("abroad").side.serviceControl).toEqual([]);
    expect(controlled.resourceControl("111122223333").map((level) => level.map(({ name }) => name))).toEqual([["rcp"]]);
    expect(controlled.resourceControl("444455556666")).toEqual([]);
    expect(controlled.caller("app").principal).toMatchObject({ orgId: "o-1" });
    expect(controlled.caller("app").unknown).toEqual(["aws:PrincipalOrgPaths"]); // the root has no id
    expect(controlled.accountKeys("111122223333")).toEqual({ context: { "aws:ResourceOrgID": "o-1" }, unknown: ["aws:ResourceOrgPaths"] });
    expect(controlled.accountKeys("444455556666")).toEqual({ context: {}, unknown: [] });
  });
});

describe("whether a principal exists", () => {
  it("is known of the accounts that the world has principals of", () => {
    const { knows } = callers();
    for (const there of [
      APP,
      `${SESSION}/any`,
      "arn:aws:iam::111122223333:root",
      "111122223333",
      "*",
      "AIDAEXAMPLEEXAMPLE",
      "arn:aws:iam::999988887777:role/any",
      "arn:aws:iam::111122223333:role/aws-service-role/eks.amazonaws.com/AWSServiceRoleForAmazonEKS",
      "arn:aws:sts::111122223333:assumed-role/aws:ec2-infrastructure/i-1",
    ]) {
      expect(knows(there), there).toBe(true);
    }
    for (const gone of ["arn:aws:iam::111122223333:role/app", "arn:aws:sts::111122223333:assumed-role/none/any", "AIDAOTHEROTHEROTHER"])
      expect(knows(gone), gone).toBe(false);
  });

  it("is not asked of the others", () => {
    const { knows } = new Callers(new World(EMPTY_ESTATE));
    for (const any of [APP, "AIDAOTHEROTHEROTHER"]) expect(knows(any)).toBe(true);
  });
});

describe("the policy of a key", () => {
  it("is the one that the world has read, as long as its text is that", () => {
    const read = worldOf({ keys: { orders: { policy: policy(allow("kms:*", { Principal: "*" })) } } });
    const { keyPolicy } = new Callers(read);
    const [{ policyText, policy: object }] = read.estate.keys as [(typeof read.estate.keys)[number]];
    expect(keyPolicy(policyText)).toBe(read.compiled(object));
    expect(keyPolicy(JSON.stringify(policy(allow("kms:*", { Principal: "*" }))))?.name).toBe("key policy");
    expect(keyPolicy("not a policy")).toBeUndefined();
  });
});

it("has a home unless it is told one", () => expect(new Callers(new World(EMPTY_ESTATE)).caller("s3.amazonaws.com").home).toEqual(HOME));
