import { describe, expect, it } from "vitest";
import { type Caller, completePrincipal, granteeSpellings, makeCaller } from "../../src/kms/caller.ts";
import { uniqueId } from "../../src/kms/unique-id.ts";
import { HOME } from "./records.ts";

const side = { identity: [], boundary: undefined, session: undefined, serviceControl: [], endpoint: undefined };
const ROLE = "arn:aws:iam::111122223333:role/team/app";
const callerOf = (arn: string, more: object = {}) => makeCaller({ principal: completePrincipal({ arn, ...more }), home: HOME, side });

it("keeps its context, whatever becomes of the lists that were given", () => {
  const nets = ["a"];
  const caller = makeCaller({ principal: completePrincipal({ arn: ROLE }), home: HOME, side, context: { "aws:SourceVpcArn": nets } });
  nets.push("b");
  expect(caller.context["aws:SourceVpcArn"]).toEqual(["a"]);
});

describe("a principal", () => {
  it("of a role is one of its sessions", () => {
    expect(completePrincipal({ arn: ROLE })).toEqual({
      arn: "arn:aws:sts::111122223333:assumed-role/app/kmsward",
      roleArn: ROLE,
      userId: `${uniqueId("AROA", ROLE)}:kmsward`,
    });
    expect(completePrincipal({ arn: ROLE }, "i-1").arn).toBe("arn:aws:sts::111122223333:assumed-role/app/i-1");
    expect(
      completePrincipal({ arn: "arn:aws:sts::111122223333:assumed-role/app/i-2", roleArn: ROLE, userId: "AROAEXAMPLEEXAMPLE" }),
    ).toEqual({
      arn: "arn:aws:sts::111122223333:assumed-role/app/i-2",
      roleArn: ROLE,
      userId: "AROAEXAMPLEEXAMPLE:i-2",
    });
  });

  it("has its unique id, told or not", () => {
    const user = "arn:aws:iam::111122223333:user/u";
    expect(completePrincipal({ arn: user }).userId).toBe(uniqueId("AIDA", user));
    expect(completePrincipal({ arn: user, userId: "AIDAEXAMPLEEXAMPLE" }).userId).toBe("AIDAEXAMPLEEXAMPLE");
    expect(completePrincipal({ arn: "s3.amazonaws.com" })).toEqual({ arn: "s3.amazonaws.com" });
  });

  it.each(["anonymous", "nobody", "arn:aws:iam::111122223333:group/g", "arn:aws:sts::111122223333:assumed-role/app"])(
    "is not %s",
    (arn) => {
      expect(() => completePrincipal({ arn })).toThrow(RangeError);
    },
  );
});

it("can be named as a grantee in every way that covers it", () => {
  const id = uniqueId("AROA", ROLE);
  expect(granteeSpellings(callerOf(ROLE))).toEqual([
    "arn:aws:sts::111122223333:assumed-role/app/kmsward",
    ROLE,
    "111122223333",
    "arn:aws:iam::111122223333:root",
    `${id}:kmsward`,
    id,
  ]);
  expect(granteeSpellings(callerOf("s3.amazonaws.com"))).toEqual(["s3.amazonaws.com"]);
  expect(granteeSpellings(callerOf("arn:aws:iam::111122223333:root"))).toContain("111122223333");
});

describe("says what AWS sends with every call", () => {
  const context = (given: Caller["context"], unknown: readonly string[] = [], arn = ROLE) =>
    makeCaller({ principal: completePrincipal({ arn }), home: HOME, side, context: given, unknown }).context;

  it("through an endpoint, the address behind it", () => {
    const through = context({ "aws:SourceVpce": "vpce-1" });
    expect(through["aws:VpcSourceIp"]).toBe("127.0.0.1");
    expect(through["aws:SourceIp"]).toBeUndefined();
  });

  it("but for what its maker says, in any case, or says that nobody knows", () => {
    expect(context({ "AWS:sourceIP": "192.0.2.1", "aws:UserAgent": "x" })).toEqual({
      "aws:SecureTransport": true,
      "aws:SourceIp": "192.0.2.1",
      "aws:UserAgent": "x",
    });
    expect(context({}, ["AWS:SourceIp", "aws:useragent"])).toEqual({ "aws:SecureTransport": true });
    expect(context({}, ["aws:SourceVpce"])["aws:SourceIp"]).toBeUndefined();
  });

  it("but for an address, where a service calls", () => {
    for (const made of [context({}, [], "s3.amazonaws.com"), context({ "aws:ViaAWSService": true })])
      expect(Object.keys(made)).not.toContain("aws:SourceIp");
  });

  it("and when its session began, which the KMS knows", () => {
    const starts = (given: Caller["context"], arn: string) =>
      makeCaller({ principal: completePrincipal({ arn }), home: HOME, side, context: given }).startsSession;
    expect(starts({}, ROLE)).toBe(true);
    expect(starts({ "aws:TokenIssueTime": "2026-11-22T03:00:00Z" }, ROLE)).toBe(false);
    expect(starts({}, "arn:aws:iam::111122223333:user/alice")).toBe(false);
  });
});

it("calls over TLS, by itself or through a service", () => {
  const direct = callerOf(ROLE);
  expect(direct.context).toEqual({ "aws:SecureTransport": true, "aws:SourceIp": "127.0.0.1", "aws:UserAgent": "kmsward" });
  expect(direct.agent).toEqual({ sourceIPAddress: "127.0.0.1", userAgent: "kmsward" });
  const principal = completePrincipal({ arn: ROLE });
  const forwarded = makeCaller({ principal, home: HOME, side, viaService: "s3.us-east-1.amazonaws.com" });
  expect(forwarded.agent).toEqual({ sourceIPAddress: "s3.amazonaws.com", userAgent: "s3.amazonaws.com" });
  const remote = makeCaller({ principal, home: HOME, side, context: { "aws:SourceIp": "192.0.2.1", "aws:SecureTransport": false } });
  expect(remote.agent.sourceIPAddress).toBe("192.0.2.1");
  expect(remote.context["aws:SecureTransport"]).toBe(false);
});
