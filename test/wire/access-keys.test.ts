import { describe, expect, it } from "vitest";
import { InvalidWorldError } from "../../src/estate/invalid-world.ts";
import type { Credentials } from "../../src/kms/caller.ts";
import { Callers } from "../../src/kms/callers.ts";
import { fixedPorts } from "../../src/kms/ports.ts";
import { AccessKeys } from "../../src/wire/access-keys.ts";
import { worldOf } from "../world/worlds.ts";

const world = worldOf({
  principals: {
    app: { arn: "arn:aws:iam::111122223333:role/app" },
    alice: { arn: "arn:aws:iam::111122223333:user/alice" },
    partner: { arn: "arn:aws:iam::444455556666:role/partner" },
  },
});
const accessKeys = () => new AccessKeys(new Callers(world), fixedPorts({ startMs: 0 }).randomBytes);

const headersOf = ({ accessKeyId, sessionToken }: Credentials, region = "us-east-1", more: Readonly<Record<string, string>> = {}) => ({
  authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20261122/${region}/kms/aws4_request, SignedHeaders=host, Signature=0`,
  ...(sessionToken !== undefined && { "x-amz-security-token": sessionToken }),
  ...more,
});

describe("access keys", () => {
  it("of users last, those of all others are of a session", () => {
    const keys = accessKeys();
    for (const lasting of ["alice", "arn:aws:iam::111122223333:root"]) {
      expect(keys.issue(lasting)).toEqual({
        accessKeyId: expect.stringMatching(/^AKIA[A-Z2-7]{16}$/),
        secretAccessKey: expect.stringMatching(/^[A-Za-z0-9+/]{40}$/),
      });
    }
    for (const passing of ["app", "s3.amazonaws.com", "arn:aws:sts::111122223333:federated-user/bob"]) {
      expect(keys.issue(passing)).toMatchObject({
        accessKeyId: expect.stringMatching(/^ASIA[A-Z2-7]{16}$/) as string,
        sessionToken: expect.any(String) as string,
      });
    }
  });

  it("are one for a caller, and another for each", () => {
    const keys = accessKeys();
    const asked = ["app", "alice", { principal: "app", session: "one" }, { principal: "app", session: "two" }];
    const issued = asked.map((caller) => keys.issue(caller));
    expect(asked.map((caller) => keys.issue(caller))).toEqual(issued);
    expect(new Set(issued.map(({ accessKeyId }) => accessKeyId)).size).toBe(asked.length);
    expect(new Set(issued.map(({ secretAccessKey }) => secretAccessKey)).size).toBe(asked.length);
  });

  it("are for callers that can be", () => {
    expect(() => accessKeys().issue("nobody")).toThrow(InvalidWorldError);
  });
});

describe("who signs", () => {
  const keys = accessKeys();
  const caller = (credentials: Credentials, region?: string, more?: Readonly<Record<string, string>>) => {
    const answer = keys.authenticate({ headers: headersOf(credentials, region, more), body: "" });
    if (!answer.ok) throw new Error(answer.error.name);
    return answer.value;
  };

  it("is the caller, with what was asked for", () => {
    const session = { principal: "app", session: "job-7", context: { "aws:SourceIp": "203.0.113.9" } };
    expect(caller(keys.issue("alice")).principal.arn).toBe("arn:aws:iam::111122223333:user/alice");
    expect(caller(keys.issue(session))).toMatchObject({
      principal: { arn: "arn:aws:sts::111122223333:assumed-role/app/job-7" },
      context: { "aws:SourceIp": "203.0.113.9" },
      agent: { sourceIPAddress: "203.0.113.9" },
    });
  });

  it("is who it was, whatever becomes of the words it was asked for in", () => {
    const options = { principal: "alice", context: { "aws:SourceIp": "203.0.113.9" } };
    const alice = keys.issue(options);
    options.principal = "app";
    options.context["aws:SourceIp"] = "203.0.113.1";
    const app = keys.issue(options);
    expect(caller(alice)).toMatchObject({
      principal: { arn: "arn:aws:iam::111122223333:user/alice" },
      context: { "aws:SourceIp": "203.0.113.9" },
    });
    expect(caller(app).principal.arn).toContain(":assumed-role/app/");
  });

  it("calls in its account, in the Region that it signs for", () => {
    expect(caller(keys.issue("partner"), "eu-west-1").home).toEqual({ account: "444455556666", region: "eu-west-1", partition: "aws" });
    expect(caller(keys.issue({ principal: "app", region: "us-west-2" }), "eu-west-1").home.region).toBe("eu-west-1");
  });

  it("is remembered, so that nothing is compiled anew", () => {
    const credentials = keys.issue("app");
    expect(caller(credentials)).toBe(caller(credentials));
    expect(caller(credentials, "eu-west-1")).not.toBe(caller(credentials));
  });

  it("tells its program, but for what a service calls with", () => {
    const agent = { "user-agent": "aws-sdk-js/3" };
    expect(caller(keys.issue("app"), "us-east-1", agent)).toMatchObject({
      agent: { userAgent: "aws-sdk-js/3" },
      context: { "aws:UserAgent": "aws-sdk-js/3" },
    });
    const forwarded = caller(keys.issue({ principal: "app", viaService: "s3" }), "us-east-1", agent);
    expect(forwarded.agent.userAgent).toBe("s3.amazonaws.com");
    expect(forwarded.context).toHaveProperty("aws:UserAgent", "s3.amazonaws.com");
  });

  it("is not told by keys that were not issued here, or with another token", () => {
    const [app, alice] = [keys.issue("app"), keys.issue("alice")];
    const { sessionToken: _, ...withoutToken } = app;
    const strangers = [
      { ...alice, accessKeyId: "AKIAIOSFODNN7EXAMPLE" },
      { ...app, sessionToken: "other" },
      withoutToken,
      { ...alice, sessionToken: "one" },
    ];
    for (const stranger of strangers) {
      expect(keys.authenticate({ headers: headersOf(stranger), body: "" })).toEqual({
        ok: false,
        error: { name: "UnrecognizedClientException", message: "The security token included in the request is invalid." },
      });
    }
  });

  it("is asked for", () => {
    expect(keys.authenticate({ headers: {}, body: "" })).toMatchObject({ error: { name: "MissingAuthenticationTokenException" } });
  });
});
