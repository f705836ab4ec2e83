import type { Answer } from "../../src/authz/decision.ts";
import type { Request } from "../../src/iam/request.ts";
import { type AuthorizerInput, authorizer } from "../../src/index.ts";

/** Many requests to one authorizer: what it remembers of one must not show in the answer to another. */
export type Stream = { readonly name: string; readonly input: AuthorizerInput; readonly requests: readonly Request[] };

const HOME = "111122223333";
const KEY = `arn:aws:kms:us-east-1:${HOME}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const ALICE = `arn:aws:iam::${HOME}:user/alice`;
const BOB = `arn:aws:iam::${HOME}:user/bob`;
const SESSION = `arn:aws:sts::${HOME}:assumed-role/app/s1`;

const policy = (...statements: readonly object[]) => ({ Version: "2012-10-17", Statement: statements });
const allow = (rest: object) => ({ Effect: "Allow", Action: "*", Resource: "*", ...rest });
const keyPolicyFor = (principal: string, rest: object = {}) => policy(allow({ Principal: { AWS: principal }, Action: "kms:*", ...rest }));
const decrypt = (principal: Request["principal"], rest: Partial<Request> = {}): Request => ({
  principal,
  action: "kms:Decrypt",
  resource: KEY,
  ...rest,
});
const NOTHING_ELSE = policy(allow({ Action: "s3:GetObject" }));
const where = (condition: object) => ({ resource: keyPolicyFor("*", { Condition: condition }) });

/** One caller, one action, one resource, and facts that differ. */
const STREAMS: readonly Stream[] = [
  {
    name: "the role of a session",
    input: { policies: { resource: keyPolicyFor(`arn:aws:iam::${HOME}:role/a/app`) } },
    requests: [SESSION, ...["a/app", "b/app"].map((path) => ({ arn: SESSION, roleArn: `arn:aws:iam::${HOME}:role/${path}` }))].map((who) =>
      decrypt(who),
    ),
  },
  {
    name: "the issuing user of a federated user",
    input: { policies: { resource: keyPolicyFor(ALICE), session: [policy(allow({}))] } },
    requests: [ALICE, BOB].map((userArn) => decrypt({ arn: `arn:aws:sts::${HOME}:federated-user/fay`, userArn })),
  },
  {
    name: "facts that read the same one after the other",
    input: { policies: { resource: keyPolicyFor(ALICE) } },
    requests: [
      { arn: ALICE, userId: "s" },
      { arn: `${ALICE}s`, userId: "" },
    ].map((facts) => decrypt(facts)),
  },
  {
    name: "the id of a user",
    input: { policies: { resource: keyPolicyFor("AIDAALICEALICEEXAMPLE") } },
    requests: ["AIDAALICEALICEEXAMPLE", "AIDABOBBOBBOBEXAMPLE"].map((userId) => decrypt({ arn: ALICE, userId })),
  },
  {
    name: "whether a role is service-linked",
    input: { policies: { resource: keyPolicyFor(SESSION), serviceControl: [[]] } },
    requests: [true, false].map((serviceLinkedRole) => decrypt({ arn: SESSION, serviceLinkedRole })),
  },
  {
    name: "whether the account is the management account",
    input: { policies: { resource: keyPolicyFor(ALICE), serviceControl: [[]] } },
    requests: [true, false].map((managementAccount) => decrypt({ arn: ALICE, managementAccount })),
  },
  {
    name: "the tags of the caller",
    input: { policies: where({ StringEquals: { "aws:PrincipalTag/team": "red" } }) },
    requests: [{ team: "red" }, { team: "blue" }, {}].map((tags) => decrypt({ arn: ALICE, tags })),
  },
  {
    name: "the account of the resource",
    input: { policies: { identity: [policy(allow({}))] }, resourceType: "resource" },
    requests: [HOME, "444455556666"].map((resourceAccount) => ({
      principal: ALICE,
      action: "s3:GetObject",
      resource: "arn:aws:s3:::bucket/a",
      resourceAccount,
    })),
  },
  {
    name: "the context",
    input: { policies: where({ IpAddress: { "aws:SourceIp": "203.0.113.0/24" } }) },
    requests: [{ "aws:SourceIp": "203.0.113.9" }, undefined, { "AWS:sourceip": "203.0.113.9" }, {}].map((context) =>
      decrypt(ALICE, context && { context }),
    ),
  },
  {
    name: "the keys of contexts of one size",
    input: { policies: where({ IpAddress: { "aws:SourceIp": "203.0.113.0/24" }, Bool: { "aws:ViaAWSService": "true" } }) },
    requests: [
      ["aws:SourceIp", "aws:ViaAWSService"],
      ["aws:SourceIp", "app:x"],
      ["app:x", "aws:ViaAWSService"],
      ["aws:ViaAWSService", "aws:SourceIp"],
      ["aws:SourceIp", "AWS:sourceip"],
    ].map((keys) => decrypt(ALICE, { context: Object.fromEntries(keys.map((key) => [key, /ip$/i.test(key) ? "203.0.113.9" : "true"])) })),
  },
  {
    name: "the encryption context",
    input: { policies: where({ StringEquals: { "kms:EncryptionContext:tenant": "t1" } }) },
    requests: [{ tenant: "t1" }, { tenant: "t2" }, {}].map((encryptionContext) => decrypt(ALICE, { encryptionContext })),
  },
  {
    name: "what is unknown",
    input: { policies: where({ StringEquals: { "aws:SourceVpce": "vpce-1" } }) },
    requests: [["aws:SourceVpce"], [], ["AWS:SOURCEVPCE"]].map((unknown) => decrypt(ALICE, { unknown })),
  },
  {
    name: "the caller, the action and the resource",
    input: { policies: { resource: keyPolicyFor(ALICE, { Action: "kms:Decrypt" }) } },
    requests: [ALICE, BOB, ALICE].flatMap((principal) =>
      ["kms:Decrypt", "kms:Encrypt"].flatMap((action) => [KEY, `${KEY}0`, "*"].map((resource) => ({ principal, action, resource }))),
    ),
  },
];

/** Callers and resources that only one thing tells apart, after others of every kind. */
const SORTS: readonly Stream[] = [
  {
    name: "how callers are named",
    input: {
      policies: {
        resource: policy(
          ...[`arn:aws:iam::${HOME}:role/app`, SESSION, HOME, ALICE, `arn:aws:iam::${HOME}:role/b`].map((AWS, i) =>
            allow({ Sid: `s${i}`, Principal: { AWS }, Action: "kms:Decrypt" }),
          ),
        ),
        identity: [],
      },
    },
    requests: [SESSION, SESSION.replace("s1", "s2"), `arn:aws:iam::${HOME}:role/app`, ALICE, BOB, `arn:aws:iam::${HOME}:root`]
      .concat(["b/s1", "c/s1"].map((name) => `arn:aws:sts::${HOME}:assumed-role/${name}`))
      .concat(["s3.amazonaws.com", "anonymous", "arn:aws:iam::444455556666:user/alice", `arn:aws:sts::${HOME}:federated-user/fay`])
      .map((who) => decrypt(who)),
  },
  {
    name: "kinds of callers whom a policy names all",
    input: {
      policies: { resource: keyPolicyFor("*"), identity: [], boundary: NOTHING_ELSE, session: [NOTHING_ELSE], serviceControl: [[]] },
    },
    requests: [
      ALICE,
      SESSION,
      `arn:aws:iam::${HOME}:root`,
      "arn:aws:iam::444455556666:user/alice",
      "s3.amazonaws.com",
      "anonymous",
      { arn: `arn:aws:sts::${HOME}:federated-user/fay`, userArn: `arn:aws:iam::${HOME}:root` },
      { arn: `arn:aws:sts::${HOME}:federated-user/fay`, userArn: ALICE },
      { arn: SESSION, serviceLinkedRole: true },
      { arn: ALICE, managementAccount: true },
    ].map((who) => decrypt(who)),
  },
  {
    name: "whose session a federated user is",
    input: { policies: { resource: keyPolicyFor("*"), identity: [policy(allow({ Effect: "Deny" }))], session: [policy(allow({}))] } },
    requests: [ALICE, `arn:aws:iam::${HOME}:root`].map((userArn) => decrypt({ arn: `arn:aws:sts::${HOME}:federated-user/fay`, userArn })),
  },
  {
    name: "whether a session is told",
    input: { policies: { resource: keyPolicyFor(SESSION) } },
    requests: [`arn:aws:iam::${HOME}:role/app`, SESSION.replace("s1", "s2")].map((who) => decrypt(who)),
  },
  {
    name: "the grantees",
    input: {
      policies: { resource: keyPolicyFor(`arn:aws:iam::${HOME}:role/nobody`) },
      grants: [ALICE, BOB].map((GranteePrincipal, i) => ({
        GrantId: `g${i}`,
        GranteePrincipal,
        Operations: i === 0 ? ["Decrypt"] : ["Encrypt"],
      })),
    },
    requests: [ALICE, BOB, SESSION].flatMap((who) => ["kms:Decrypt", "kms:Encrypt"].map((action) => decrypt(who, { action }))),
  },
  {
    name: "the keys of grants",
    input: { grants: [{ GrantId: "g", KeyId: KEY, GranteePrincipal: ALICE, Operations: ["Decrypt"] }] },
    requests: [KEY, `${KEY}0`].map((resource) => decrypt(ALICE, { resource })),
  },
  {
    name: "kinds of resources that no pattern tells apart",
    input: { policies: { identity: [policy(allow({}))], resource: keyPolicyFor(ALICE) } },
    requests: ["*", KEY, KEY.replace(/key\/.*/, "alias/app")].flatMap((resource) =>
      ["kms:CreateAlias", "kms:DescribeKey", "kms:ListKeys"].map((action) => decrypt(ALICE, { action, resource })),
    ),
  },
  {
    name: "services of resources",
    input: {
      policies: {
        resource: policy({ Effect: "Allow", Principal: { AWS: `arn:aws:iam::${HOME}:role/nobody` }, Action: "sts:AssumeRole" }),
        identity: [policy(allow({}))],
      },
      resourceType: "trust",
    },
    requests: [`arn:aws:iam::${HOME}:role/app`, `arn:aws:sts::${HOME}:assumed-role/app/s`].map((resource) =>
      decrypt(ALICE, { action: "sts:AssumeRole", resource }),
    ),
  },
  {
    name: "accounts of resources, of callers of the management account",
    input: {
      policies: {
        resource: policy(allow({ Principal: "*" })),
        identity: [policy(allow({}))],
        resourceControl: [[policy({ ...allow({ Action: "s3:*" }), Principal: "*", Effect: "Deny" })]],
      },
      resourceType: "resource",
    },
    requests: [HOME, "444455556666"].map((resourceAccount) => ({
      principal: { arn: ALICE, managementAccount: true },
      action: "s3:GetObject",
      resource: "arn:aws:s3:::bucket/a",
      resourceAccount,
    })),
  },
];

export const ALL_STREAMS: readonly Stream[] = [...STREAMS, ...SORTS];

const told = ({ outcome, by, missing, error }: Answer): string => JSON.stringify({ outcome, by, missing, error });

/** The requests of a stream whose answers differ from those of an authorizer that is asked nothing else. */
export function remembered({ input, requests }: Stream): readonly Request[] {
  const ask = authorizer(input);
  const inTurn = [...requests, ...[...requests].reverse()];
  return inTurn.filter((request) => told(ask(request)) !== told(authorizer(input)(request)));
}

/** More plans than an authorizer remembers before it forgets them all and begins anew. */
const TOO_MANY = 4100;

const ONLY_ALICE = {
  resource: policy(allow({ Principal: { AWS: ALICE }, Action: "s3:GetObject", Resource: "arn:aws:s3:::bucket/alice" })),
};
const HERS: Request = { principal: ALICE, action: "s3:GetObject", resource: "arn:aws:s3:::bucket/alice" };

/** Requests that differ from hers in one name, and so many of them that all is forgotten. */
const FORGOTTEN: Readonly<
  Record<string, { readonly hers?: Partial<Request>; readonly first: Partial<Request>; readonly uses: (i: number) => Partial<Request> }>
> = {
  caller: { first: { principal: BOB }, uses: (i) => ({ principal: `${BOB}${i}` }) },
  "caller with facts": {
    hers: { principal: { arn: ALICE } },
    first: { principal: { arn: BOB } },
    uses: (i) => ({ principal: { arn: `${BOB}${i}` } }),
  },
  action: { first: { action: "s3:PutObject" }, uses: (i) => ({ action: `s3:Do${i}` }) },
  resource: { first: { resource: "arn:aws:s3:::bucket/bob" }, uses: (i) => ({ resource: `arn:aws:s3:::bucket/${i}` }) },
};
export const FORGOTTEN_KINDS = Object.keys(FORGOTTEN);

/** Whether one is taken for another before all is forgotten, or afterwards. */
export function isMistaken(kind: string): boolean {
  const { hers, first, uses } = FORGOTTEN[kind]!;
  const authorize = authorizer({ policies: ONLY_ALICE, resourceType: "resource" });
  const isAllowed = (changes: Partial<Request>) => authorize({ ...HERS, ...hers, ...changes }).outcome === "allowed";
  if (!isAllowed({}) || isAllowed(first)) return true;
  for (let i = 0; i < TOO_MANY; i++) if (isAllowed(uses(i))) return true;
  return isAllowed(first) || !isAllowed({}) || isAllowed(first);
}

type Wrong = readonly [name: string, request: unknown];
const plain = decrypt(ALICE);
const many = (prefix: string) => Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`${prefix}${i}`, ""]));

/** Requests of wrong shapes, which a validator would refuse before the engine sees them: an authorizer has none in front. */
export const MISSHAPEN: readonly Wrong[] = [
  ["a member that no request has", { ...plain, colour: "red" }],
  ["a service that is no text", { ...plain, viaService: 1 }],
  ["a time that is no text", { ...plain, time: 1_700_000_000 }],
  ["an account that is no text", { ...plain, resourceAccount: 111_122_223_333 }],
  ["tokens that are no list", { ...plain, grantTokens: "token" }],
  ["a token that is no text", { ...plain, grantTokens: [1] }],
  ["unknown keys that are no list", { ...plain, unknown: "aws:SourceIp" }],
  ["an encryption context that is a list", { ...plain, encryptionContext: ["tenant", "t1"] }],
  ["an encryption context that is a Map", { ...plain, encryptionContext: new Map([["tenant", "t1"]]) }],
  ["a context that is a Map", { ...plain, context: new Map([["aws:SourceIp", "203.0.113.9"]]) }],
  ["tags that are a Map", decrypt({ arn: ALICE, tags: new Map([["team", "red"]]) } as never)],
  ["an encryption context that is null", { ...plain, encryptionContext: null }],
  ["an encryption context with a number", { ...plain, encryptionContext: { tenant: 1 } }],
  ["an encryption context with null", { ...plain, encryptionContext: { tenant: null } }],
  ["an encryption context larger than KMS takes", { ...plain, encryptionContext: { tenant: "a".repeat(8192) } }],
  ["more grant tokens than KMS takes", { ...plain, grantTokens: Array.from({ length: 11 }, (_, i) => `${i}`) }],
  ["a key that is given twice, the first and the last of many", { ...plain, context: { ...many("app:k"), "app:K0": "" } }],
  ["a key that is given twice, both after many", { ...plain, context: { ...many("app:k"), "app:x": "", "app:X": "" } }],
  ["a context that is a text", { ...plain, context: "aws:SourceIp" }],
  ["a context with an object", { ...plain, context: { "aws:SourceIp": { is: "203.0.113.9" } } }],
  ["a context with a number that is none", { ...plain, context: { "aws:MultiFactorAuthAge": Number.POSITIVE_INFINITY } }],
  ["a principal that is a number", decrypt(1 as never)],
  ["a principal that is null", decrypt(null as never)],
  ["a principal without a name", decrypt({ userId: "AIDAALICEALICEEXAMPLE" } as never)],
  ["no action", { principal: ALICE, resource: KEY }],
  ["neither action nor resource", { principal: ALICE }],
  ["an action that is a list", { ...plain, action: ["kms:Decrypt"] }],
  ["a resource that is a list", { ...plain, resource: [KEY] }],
  ["a resource without an end", { ...plain, resource: `${KEY}${"0".repeat(2048)}` }],
];

/** Those of them that are answered all the same. */
export const accepted = (): readonly string[] => {
  const ask = authorizer({ policies: { resource: keyPolicyFor("*") } });
  const isRefused = (request: unknown) => {
    try {
      return ask(request as Request).invalid !== undefined;
    } catch {
      return false; // an authorizer throws for no request
    }
  };
  return MISSHAPEN.filter(([, request]) => !isRefused(request)).map(([name]) => name);
};

/** As much as AWS KMS takes of a grant token list and an encryption context. */
export const LARGEST: Request = decrypt(ALICE, {
  grantTokens: Array.from({ length: 10 }, (_, i) => `${i}`),
  encryptionContext: { t: "a".repeat(8191) },
});

/** What shows that something is wrong: a stream, a request of wrong shape that is answered; undefined if nothing does. */
export function streamFlaw(): string | undefined {
  const stream = ALL_STREAMS.find((each) => remembered(each).length > 0)?.name ?? accepted()[0];
  if (stream !== undefined) return stream;
  if (authorizer({})(LARGEST).invalid !== undefined) return "the largest request is refused";
  return FORGOTTEN_KINDS.find(isMistaken);
}
