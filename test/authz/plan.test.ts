import { describe, expect, test } from "vitest";
import type { Layer } from "../../src/authz/decision.ts";
import {
  ACCOUNT,
  actionMatches,
  applies,
  ROLE as BY_ROLE,
  DIRECT,
  grantApplies,
  isBound,
  mayMatchResource,
  namedWays,
  type Plan,
  USER,
  waysAmong,
  whyNotBound,
} from "../../src/authz/plan.ts";
import { MAYBE, NO, YES } from "../../src/authz/tri.ts";
import { parsePrincipalPattern } from "../../src/iam/principal.ts";
import type { Grant, Request } from "../../src/iam/request.ts";
import { ALICE, allow, BOB, deny, GUEST, HOME, KEY, policy, ROLE, ROOT, SESSION, to } from "./asking.ts";
import { asked, type Said } from "./parts.ts";

const plan = (said: Said, changes: Partial<Request> = {}): Plan => asked(said, changes).plan;
const ALIAS = `arn:aws:kms:us-east-1:${HOME}:alias/app`;
const BUCKET = "arn:aws:s3:::bucket/a";
const SERVICE = "s3.amazonaws.com";
const LINKED = { arn: `arn:aws:iam::${HOME}:role/aws-service-role/s3.amazonaws.com/AWSServiceRoleForS3`, serviceLinkedRole: true };
const MANAGER = { arn: ALICE, managementAccount: true };
const FAY = { arn: `arn:aws:sts::${HOME}:federated-user/fay`, userArn: ALICE };
const ROOT_FAY = { ...FAY, userArn: ROOT };
const retire = { action: "kms:RetireGrant" };

describe("the policies of a layer bind a caller, or do not, and why", () => {
  type Row = readonly [layer: Layer, principal: Request["principal"], changes: Partial<Request>, why: string | undefined];
  // biome-ignore format: a table reads as a table
  test.each<Row>([
    // Organizations User Guide, service control policies: tasks and entities not restricted by SCPs
    ["service-control", ALICE, {}, undefined],
    ["service-control", ROOT, {}, undefined],
    ["service-control", SERVICE, {}, "service control policies do not bind a service principal"],
    ["service-control", "anonymous", {}, "service control policies do not bind an unsigned caller"],
    ["service-control", LINKED, {}, "service control policies do not bind service-linked roles"],
    ["service-control", MANAGER, {}, "service control policies do not bind the management account"],
    // Organizations User Guide, resource control policies: resources and entities not restricted by RCPs
    ["resource-control", ALICE, {}, undefined],
    ["resource-control", SERVICE, {}, undefined],
    ["resource-control", "anonymous", {}, undefined],
    ["resource-control", MANAGER, {}, "resource control policies do not apply in the management account"],
    ["resource-control", MANAGER, { resource: KEY.replace(HOME, GUEST) }, undefined],
    ["resource-control", LINKED, {}, "resource control policies do not bind service-linked roles"],
    ["resource-control", ALICE, retire, "resource control policies do not apply to kms:RetireGrant"],
    ["resource-control", MANAGER, { action: "kms:ListKeys", resource: "*" }, "resource control policies do not apply in the management account"],
    ["resource-control", ALICE, { action: "kms:ListKeys", resource: "*" }, undefined],
    // AWS PrivateLink: control access to VPC endpoints using endpoint policies
    ["endpoint", ALICE, {}, undefined],
    ["endpoint", "anonymous", {}, undefined],
    ["endpoint", SERVICE, {}, "a service principal's calls pass no VPC endpoint"],
    // IAM User Guide, permissions boundaries; identity-based policies
    ["boundary", ALICE, {}, undefined],
    ["boundary", SESSION, {}, undefined],
    ["boundary", FAY, {}, undefined],
    ["boundary", ROOT, {}, "the root user has no permissions boundary"],
    ["identity", ALICE, {}, undefined],
    ["identity", ROOT, {}, "the root user has no identity policies"],
    ["identity", SERVICE, {}, "a service principal has no identity policies"],
    ["identity", "anonymous", {}, "an unsigned caller has no identity policies"],
    // IAM User Guide, session policies
    ["session", SESSION, {}, undefined],
    ["session", SERVICE, {}, "a service principal has no session policies"],
    // KMS Developer Guide, key policies; retiring and revoking grants
    ["resource", ALICE, {}, undefined],
    ["resource", ALICE, retire, "key policies have no say in kms:RetireGrant"],
    ["resource", ALICE, { action: "kms:CreateAlias", resource: ALIAS }, "only keys have a key policy"],
    ["resource", ALICE, { action: "kms:CreateKey", resource: "*" }, "only keys have a key policy"],
    ["resource", ALICE, { action: "s3:GetObject", resource: BUCKET }, undefined],
    ["resource", ALICE, { action: "sqs:ListQueues", resource: "*" }, undefined],
    ["grant", ALICE, {}, undefined],
    ["grant", ALICE, { action: "kms:CreateAlias", resource: ALIAS }, "grants are on keys"],
  ])("%s, %j, %j", (layer, principal, changes, why) => {
    const { linked, plan: made } = asked({}, { principal, ...changes });
    expect(whyNotBound(layer, false, made.caller, made.action, made.resource, made.account)).toBe(why);
    expect(isBound(layer, linked, made.caller, made.action, made.resource, made.account)).toBe(why === undefined);
  });

  test("a session that the root user issued has no identity policies and no boundary", () => {
    const { caller, action, resource, account } = plan({}, { principal: ROOT_FAY });
    expect(whyNotBound("identity", false, caller, action, resource, account)).toBeDefined();
    expect(whyNotBound("boundary", false, caller, action, resource, account)).toBeDefined();
  });

  test("resource control policies leave AWS managed keys alone, but not the actions without a key", () => {
    const said = { key: { managedBy: "aws" }, resourceControl: [[policy(deny({ Principal: "*" }))]] } as const;
    expect(plan(said).bound).toEqual([]);
    expect(plan(said, { action: "kms:ListKeys", resource: "*" }).bound).toHaveLength(1);
    expect(plan({ ...said, key: { managedBy: "customer" } }).bound).toHaveLength(1);
  });
});

describe("a plan holds", () => {
  test("what names the caller, the action and the resource, and nothing else", () => {
    const made = plan({
      resource: policy(
        to(ALICE, { Sid: "Mine" }),
        to(BOB, { Sid: "Somebody" }),
        to(ALICE, { Sid: "OtherAction", Action: "kms:Encrypt" }),
        { Sid: "NoResource", Effect: "Allow", Principal: { AWS: ALICE }, Action: "kms:*" }, // which AWS stores, and which has no effect
        to(ALICE, { Sid: "OtherKey", Resource: `${KEY.slice(0, -1)}1` }),
        to(ALICE, { Sid: "MayBe", Condition: { Bool: { "aws:ViaAWSService": "true" } } }),
      ),
    });
    expect(made.resourceAllows.all.map(({ statement }) => statement.ref.sid)).toEqual(["Mine", "MayBe"]);
  });

  test("each statement in the list of its layer, and every Deny in one list", () => {
    const both = policy(allow(), deny());
    const made = plan({
      serviceControl: [[both], [policy(deny())]],
      resourceControl: [[policy(deny({ Principal: "*" }))]],
      endpoint: policy(allow({ Principal: "*" })),
      boundary: both,
      session: [both],
      resource: policy(to(ALICE)),
      identity: [both, both],
    });
    const layers = (list: Plan["identity"] | undefined) => list?.all.map(({ layer }) => layer);
    expect(layers(made.denies)).toEqual([
      "service-control",
      "service-control",
      "resource-control",
      "boundary",
      "session",
      "identity",
      "identity",
    ]);
    expect(made.serviceControl.map(layers)).toEqual([["service-control"], []]);
    expect(layers(made.endpoint)).toEqual(["endpoint"]);
    expect(layers(made.boundary)).toEqual(["boundary"]);
    expect(layers(made.session)).toEqual(["session"]);
    expect(layers(made.resourceAllows)).toEqual(["resource"]);
    expect(layers(made.identity)).toEqual(["identity", "identity"]);
  });

  test("no limit where none is given, or where it does not bind", () => {
    expect(plan({})).toMatchObject({ endpoint: undefined, boundary: undefined, session: undefined, serviceControl: [] });
    expect(plan({ session: [] }, { principal: SESSION }).session).toBeUndefined();
    const everything = { boundary: policy(allow()), endpoint: policy(allow({ Principal: "*" })), serviceControl: [[policy(allow())]] };
    expect(plan(everything, { principal: SERVICE })).toMatchObject({ boundary: undefined, endpoint: undefined, serviceControl: [] });
  });

  test.each([
    [ALICE, 2],
    [ROOT, 2],
    [SERVICE, 0],
    ["anonymous", 0],
    [LINKED, 0],
    [MANAGER, 0],
  ] as const)("the levels of service control policies that bind the caller %j: %i", (principal, levels) => {
    expect(plan({ serviceControl: [[policy(allow())], []] }, { principal }).serviceControl).toHaveLength(levels);
  });

  // biome-ignore format: a table reads as a table
  test.each<[string, Partial<Request>, Partial<Plan>]>([
    ["a key of the caller's account", {}, { sameAccount: true, soleAuthority: true, refusal: undefined }],
    ["a key of another account", { principal: `arn:aws:iam::${GUEST}:user/gus` }, { sameAccount: false, refusal: undefined }],
    ["the same account id in another partition", { principal: `arn:aws-cn:iam::${HOME}:user/alice` }, { refusal: { rule: "authz.partition.apart", why: "a principal of the partition aws-cn has no access to resources of the partition aws, whatever policies say" } }],
    ["a bucket, whose ARN has no account", { action: "s3:GetObject", resource: BUCKET }, { sameAccount: true, soleAuthority: false }],
    ["no resource at all", { action: "kms:CreateKey", resource: "*" }, { sameAccount: true, soleAuthority: false }],
    ["a bucket of another account", { action: "s3:GetObject", resource: BUCKET, resourceAccount: GUEST }, { sameAccount: false }],
    ["a role to assume", { action: "sts:AssumeRole", resource: ROLE }, { soleAuthority: true }],
    ["a role to look at", { action: "iam:GetRole", resource: ROLE }, { soleAuthority: false }],
    ["an alias", { action: "kms:CreateAlias", resource: ALIAS }, { soleAuthority: false }],
    ["a grant to retire", retire, { retires: true }],
    ["a check that AWS never makes", { resource: "*" }, { refusal: { rule: "authz.check.never-made", why: "AWS KMS checks kms:Decrypt on a key, never on `*`" } }],
  ])("what follows from the question: %s", (_, changes, expected) => expect(plan({}, changes)).toMatchObject(expected));

  test("the grants on the key that list the operation and name the caller", () => {
    const grant = (GrantId: string, changes: Partial<Grant> = {}): Grant => ({
      GrantId,
      Operations: ["Decrypt"],
      GranteePrincipal: ALICE,
      ...changes,
    });
    const grants = [
      grant("mine"),
      grant("other-operation", { Operations: ["Encrypt"] }),
      grant("other-grantee", { GranteePrincipal: BOB }),
      grant("other-key", { KeyId: "deadbeef-12ab-34cd-56ef-1234567890ab" }),
    ];
    const ids = (changes?: Partial<Request>) => plan({ grants }, changes).grants.map(({ linked }) => linked.grant.GrantId);
    expect(ids()).toEqual(["mine"]);
    expect(ids({ action: "kms:PutKeyPolicy" })).toEqual([]); // no grant can give this
    expect(ids(retire)).toEqual(["mine", "other-operation", "other-grantee"]); // who may retire one is judged grant by grant
  });
});

describe("a principal element names a caller (IAM User Guide, Principal element)", () => {
  const ways = (named: readonly string[], principal: Request["principal"]) => {
    const members = named.map((value) => ({ text: value, pattern: parsePrincipalPattern({ kind: "AWS", value })! }));
    return waysAmong(members, plan({}, { principal }).caller);
  };

  // biome-ignore format: a table reads as a table
  test.each([
    [[ALICE], ALICE, DIRECT], [["*"], ALICE, DIRECT], [[ROOT], ALICE, ACCOUNT], [[HOME], ALICE, ACCOUNT], [[BOB], ALICE, 0],
    [[ROLE], SESSION, BY_ROLE], [[SESSION], SESSION, DIRECT], [[ROOT, ROLE, SESSION], SESSION, ACCOUNT | BY_ROLE | DIRECT],
    [[ALICE], FAY, USER], [[FAY.arn], FAY, DIRECT],
  ] as const)("%j, %j: ways %i", (named, principal, expected) => {
    expect(ways(named, principal)).toEqual({ ways: expected, mayWays: expected });
  });

  test("as one of its sessions perhaps, where the session is not told", () => {
    expect(ways([SESSION, ROOT], ROLE)).toEqual({ ways: ACCOUNT, mayWays: ACCOUNT | DIRECT });
  });

  test("where there is none it names everybody the policy is attached to", () => {
    expect(namedWays({ principal: undefined }, plan({}).caller, false)).toEqual({ ways: DIRECT, mayWays: DIRECT });
  });
});

describe("NotPrincipal spares those who are listed with their account (IAM User Guide, NotPrincipal element)", () => {
  const denied = (spared: object, principal: Request["principal"], said: Said = {}) => {
    const made = plan(
      { ...said, resource: policy({ Effect: "Deny", NotPrincipal: spared, Action: "kms:*", Resource: "*" }) },
      { principal },
    );
    const [only] = made.denies.all;
    return only === undefined ? NO : only.ways === 0 ? MAYBE : YES;
  };

  // biome-ignore format: a table reads as a table
  test.each<[string, object, Request["principal"], number]>([
    ["nobody who is not listed", { AWS: [BOB, ROOT] }, ALICE, YES],
    ["a user and its account", { AWS: [ALICE, ROOT] }, ALICE, NO],
    ["not a user without its account", { AWS: ALICE }, ALICE, YES],
    ["not an account without its user", { AWS: ROOT }, ALICE, YES],
    ["the root user by its account", { AWS: ROOT }, ROOT, NO],
    ["a session, its role and its account", { AWS: [SESSION, ROLE, ROOT] }, SESSION, NO],
    ["not without the role", { AWS: [SESSION, ROOT] }, SESSION, YES],
    ["not without the session", { AWS: [ROLE, ROOT] }, SESSION, YES],
    ["perhaps, where the session is not told", { AWS: [SESSION, ROLE, ROOT] }, ROLE, MAYBE],
    ["a service by its name", { Service: SERVICE }, SERVICE, NO],
    ["no other service", { Service: "ec2.amazonaws.com" }, SERVICE, YES],
    ["everybody", { AWS: "*" }, ALICE, NO],
  ])("%s", (_, spared, principal, expected) => expect(denied(spared, principal)).toBe(expected));

  test("nobody who has a boundary", () => {
    expect(denied({ AWS: [ALICE, ROOT] }, ALICE, { boundary: policy(allow()) })).toBe(YES);
    expect(denied({ AWS: ROOT }, ROOT, { boundary: policy(allow()) })).toBe(NO); // which the root user has not
  });
});

describe("a statement matches", () => {
  const statement = (changes: object) => asked({ identity: [policy({ Effect: "Allow", ...changes })] }).linked.policies[0]!.statements[0]!;
  const made = plan({});

  // biome-ignore format: a table reads as a table
  test.each([
    [{ Action: "KMS:DEC*" }, true], [{ Action: ["kms:Encrypt", "*"] }, true], [{ Action: "kms:Encrypt" }, false],
    [{ NotAction: "kms:Encrypt" }, true], [{ NotAction: ["kms:Encrypt", "kms:D*"] }, false],
  ])("its action %j: %s", (action, expected) => expect(actionMatches(statement({ Resource: "*", ...action }), made.action)).toBe(expected));

  // biome-ignore format: a table reads as a table
  test.each([
    [{ Resource: KEY }, true], [{ Resource: `${KEY.slice(0, -4)}*` }, true], [{ Resource: ["arn:aws:s3:::b", "*"] }, true], [{ Resource: KEY.replace("1234abcd", "1234ABCD") }, false],
    [{ NotResource: KEY }, false], [{ NotResource: `${KEY}0` }, true],
    [{ Resource: "arn:aws:kms:us-east-1:111122223333:key/${aws:username}" }, true], // only a request can say
    [{ NotResource: "arn:aws:kms:us-east-1:111122223333:key/${aws:username}" }, true],
  ])("its resource %j: %s", (resource, expected) => {
    expect(mayMatchResource(statement({ Action: "*", ...resource }), made.resource)).toBe(expected);
  });
});

describe("what is left for the request", () => {
  const truth = (statement: object, changes: Partial<Request> = {}) => {
    const { plan: made, facts } = asked({ resource: policy(to([ALICE, SESSION], statement)) }, changes);
    const [only] = made.resourceAllows.all;
    return only === undefined ? undefined : applies(only, facts);
  };
  const viaS3 = { Condition: { StringLike: { "kms:ViaService": "s3.*" }, Bool: { "aws:ViaAWSService": "true" } } };

  test("are conditions: all of them must hold", () => {
    expect(truth({})).toBe(YES);
    expect(truth(viaS3)).toBe(NO);
    expect(truth(viaS3, { viaService: "s3.us-east-1.amazonaws.com" })).toBe(YES);
    expect(truth(viaS3, { unknown: ["kms:ViaService"] })).toBe(MAYBE);
    const both = { Condition: { StringEquals: { "aws:SourceVpc": "vpc-1" }, StringLike: { "aws:username": "*" } } };
    expect(truth(both, { unknown: ["aws:SourceVpc"] })).toBe(MAYBE); // and none that holds makes up for one that may not
  });

  test("are resources with variables", () => {
    const resource = { Resource: "arn:aws:kms:us-east-1:111122223333:key/${aws:PrincipalTag/key}" };
    const tagged = (key: string) => ({ principal: { arn: ALICE, tags: { key } } });
    expect(truth(resource, tagged(KEY.slice(KEY.indexOf("/") + 1)))).toBe(YES);
    expect(truth(resource, tagged("other"))).toBe(NO);
    expect(truth(resource, { unknown: ["aws:PrincipalTag/key"] })).toBe(MAYBE);
  });

  test("is which session it is, where that is not told", () => {
    expect(truth({}, { principal: ROLE })).toBe(MAYBE);
    expect(truth(viaS3, { principal: ROLE })).toBe(NO);
  });

  test("are the constraints of a grant, and whether it is in effect", () => {
    const grant = {
      GrantId: "g1",
      Operations: ["Decrypt"],
      GranteePrincipal: ALICE,
      Constraints: { EncryptionContextSubset: { tenant: "a" } },
    };
    const grantTruth = (more: Partial<Grant>, changes: Partial<Request>) => {
      const { plan: made, facts } = asked({ grants: [{ ...grant, ...more }] }, changes);
      return grantApplies(made.grants[0]!, facts);
    };
    const encryptionContext = { tenant: "a" };
    expect(grantTruth({}, { encryptionContext })).toBe(YES);
    expect(grantTruth({}, {})).toBe(NO);
    expect(grantTruth({}, { unknown: ["kms:EncryptionContext:tenant"] })).toBe(MAYBE);
    expect(grantTruth({ Propagated: false, GrantToken: "t" }, { encryptionContext })).toBe(NO);
    expect(grantTruth({ Propagated: false, GrantToken: "t" }, { encryptionContext, grantTokens: ["t"] })).toBe(YES);
  });
});
