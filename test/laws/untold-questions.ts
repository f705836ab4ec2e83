import type { Case } from "../../src/index.ts";
import type { Expected } from "../fixtures.ts";
import type { Question } from "./mutant-run.ts";

/** What is taken to be absent, or usual, because nobody told it: our own way of saying so, which no other engine has to share. */

const HOME = "111122223333";
const KEY = `arn:aws:kms:us-east-1:${HOME}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const ALICE = `arn:aws:iam::${HOME}:user/alice`;
const SESSION = `arn:aws:sts::${HOME}:assumed-role/app/s1`;

type Request = Partial<Case["request"]>;
type Asked = Omit<Case, "request"> & { readonly request?: Request };
type Row = readonly [name: string, asked: Asked, expect: Expected];

const document = (...statements: readonly object[]) => ({ Version: "2012-10-17", Statement: statements });
const statement = (effect: "Allow" | "Deny", rest: object = {}) => ({ Effect: effect, Action: "*", Resource: "*", ...rest });
const anyone = (effect: "Allow" | "Deny", condition?: object) =>
  statement(effect, { Principal: { AWS: "*" }, ...(condition && { Condition: condition }) });
const keyPolicy = (...statements: readonly object[]) => ({ policies: { resource: document(...statements) } });

/** Everybody may, save where a condition holds. */
const denied = (condition: object, request: Request = {}): Asked => ({ ...keyPolicy(anyone("Allow"), anyone("Deny", condition)), request });
/** Nobody may, save where a condition holds. */
const allowed = (condition: object, request: Request = {}): Asked => ({ ...keyPolicy(anyone("Allow", condition)), request });

const NO_DENY = (...assumed: readonly string[]): Expected => ({ outcome: "allowed", assumed });
const DENY = (...assumed: readonly string[]): Expected => ({ outcome: "explicitDeny", assumed });
const SILENT = (...assumed: readonly string[]): Expected => ({ outcome: "implicitDeny", assumed });
const OPEN: Expected = { outcome: "undetermined", assumed: [] };

const OUTSIDE = { StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-1" } };
const TENANT = { StringEquals: { "kms:EncryptionContext:Tenant": "a" } };
const FORWARDED = { Bool: { "aws:ViaAWSService": "true" } };
const WITHOUT_MFA = { Bool: { "aws:MultiFactorAuthPresent": "false" } };
const ALGORITHM = { StringNotEquals: { "kms:EncryptionAlgorithm": "SYMMETRIC_DEFAULT" } };
const OF_TEAM = { ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${HOME}:role/team/*` } };
const PRIMARY_OR_REPLICA = { StringEquals: { "kms:MultiRegionKeyType": ["PRIMARY", "REPLICA"] } };
const CLOSED_ENDPOINT = { policies: { resource: document(anyone("Allow")), endpoint: document(anyone("Deny")) } };
const RETIRABLE = {
  GrantId: "g1",
  GranteePrincipal: ALICE,
  Operations: ["Decrypt", "RetireGrant"],
  Constraints: { EncryptionContextSubset: { a: "1" } },
};

const ROWS: readonly Row[] = [
  ["an organization", denied(OUTSIDE), DENY("aws:PrincipalOrgID")],
  ["an organization that is told", denied(OUTSIDE, { principal: { arn: ALICE, orgId: "o-1" } }), NO_DENY()],
  ["another that is told", denied(OUTSIDE, { principal: { arn: ALICE, orgId: "o-2" } }), DENY()],
  ["no organization of a service", denied(OUTSIDE, { principal: "s3.amazonaws.com" }), DENY()],
  ["a pair of the context", denied(TENANT), NO_DENY("kms:EncryptionContext:tenant")],
  ["no pair of a context that is told", denied(TENANT, { encryptionContext: {} }), NO_DENY()],
  ["nothing where it makes no difference", keyPolicy(anyone("Allow"), anyone("Allow", TENANT)), NO_DENY()],
  [
    "nothing where all is undetermined",
    denied({ NumericLessThan: { "kms:TrailingDaysWithoutKeyUsage": "9" } }, { action: "kms:DisableKey" }),
    OPEN,
  ],
  [
    "two keys that make the difference together",
    denied({ StringEquals: { "aws:PrincipalOrgID": "o-1", "aws:SourceIdentity": "a" } }, { principal: SESSION }),
    NO_DENY("aws:PrincipalOrgID", "aws:SourceIdentity"),
  ],
  [
    "two that make it together, and not one that makes none",
    {
      ...keyPolicy(
        anyone("Allow"),
        anyone("Deny", { StringEquals: { "aws:referer": "x", "app:stage": "test" } }),
        anyone("Deny", { StringEquals: { "aws:PrincipalOrgID": "o-1", "aws:PrincipalTag/team": "a" } }),
      ),
      request: { context: { "app:stage": "live" } },
    },
    NO_DENY("aws:PrincipalOrgID", "aws:PrincipalTag/team"),
  ],
  ["that no service forwards", denied(FORWARDED), NO_DENY("kms:ViaService")],
  ["not where that is told", denied(FORWARDED, { context: { "aws:ViaAWSService": false } }), NO_DENY()],
  ["nor where the call is a service's own", denied(FORWARDED, { principal: "s3.amazonaws.com" }), NO_DENY()],
  [
    "that a call passes the endpoint",
    { policies: { resource: document(anyone("Allow")), endpoint: document(anyone("Deny")) } },
    DENY("kms:ViaService"),
  ],
  ["that a session has no second factor", denied(WITHOUT_MFA, { principal: SESSION }), DENY("aws:MultiFactorAuthAge")],
  ["not where its age is told", denied(WITHOUT_MFA, { principal: { arn: SESSION, mfaAgeSeconds: 5 } }), NO_DENY()],
  ["that long-term keys say nothing of one", denied(WITHOUT_MFA), NO_DENY("aws:MultiFactorAuthAge")],
  ["the default of a member that was left out", denied(ALGORITHM), NO_DENY("kms:EncryptionAlgorithm")],
  ["not where it is given", denied(ALGORITHM, { context: { "kms:EncryptionAlgorithm": "SYMMETRIC_DEFAULT" } }), NO_DENY()],
  ["that the role of a session has no path", denied(OF_TEAM, { principal: SESSION }), NO_DENY("aws:PrincipalArn")],
  ["not where the role is told", denied(OF_TEAM, { principal: { arn: SESSION, roleArn: `arn:aws:iam::${HOME}:role/app` } }), NO_DENY()],
  [
    "not what no path could make of it",
    denied({ ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${HOME}:user/*` } }, { principal: SESSION }),
    NO_DENY(),
  ],
  ["the context that a grant wants", { grants: [RETIRABLE] }, SILENT("kms:EncryptionContextKeys")],
  ["not one that is told", { grants: [RETIRABLE], request: { encryptionContext: { a: "2" } } }, SILENT()],
  [
    "what a deny asks of who retires a grant",
    {
      grants: [RETIRABLE],
      policies: {
        identity: [document(statement("Deny", { Condition: { StringEquals: { "aws:PrincipalTag/a": "1" } } }), statement("Allow"))],
      },
      request: { action: "kms:RetireGrant" },
    },
    NO_DENY("aws:PrincipalTag/a"),
  ],
  ["that a call comes through no endpoint", denied({ Null: { "aws:SourceVpce": "false" } }), NO_DENY("aws:SourceVpce")],
  [
    "not of one with a public address",
    denied({ Null: { "aws:SourceVpce": "false" } }, { context: { "aws:SourceIp": "203.0.113.9" } }),
    NO_DENY(),
  ],
  ["that who has long-term keys has no session", allowed({ Null: { "aws:TokenIssueTime": "true" } }), NO_DENY("aws:TokenIssueTime")],
  ["not of a role", allowed({ Null: { "aws:TokenIssueTime": "true" } }, { principal: SESSION }), SILENT()],
  [
    "no service in the place of a grantee that is told",
    denied(
      { StringEquals: { "kms:GranteeServicePrincipal": "s3.amazonaws.com" } },
      { action: "kms:CreateGrant", context: { "kms:GranteePrincipal": ALICE } },
    ),
    NO_DENY(),
  ],
  [
    "a service in the place of a grantee that is not",
    denied({ StringEquals: { "kms:GranteeServicePrincipal": "s3.amazonaws.com" } }, { action: "kms:CreateGrant" }),
    NO_DENY("kms:GranteeServicePrincipal"),
  ],
  [
    "no principal in the place of a service that is told",
    denied(
      { StringEquals: { "kms:GranteePrincipal": ALICE } },
      { action: "kms:CreateGrant", context: { "kms:GranteeServicePrincipal": "s3.amazonaws.com" } },
    ),
    NO_DENY(),
  ],
  [
    "nothing of a list, which no operator for one value matches",
    allowed({ StringEquals: { "kms:GrantOperations": "Decrypt" } }, { action: "kms:CreateGrant" }),
    SILENT(),
  ],
  ["nothing of what is sent where no value is excepted", allowed({ StringNotEquals: { "aws:UserAgent": [] } }), NO_DENY()],
  ["nothing of what may be a list", allowed({ StringNotEquals: { "app:x": [] } }, { unknown: ["app:x"] }), OPEN],
  [
    "nothing of what follows, where all else is unknown",
    allowed({ Null: { "aws:PrincipalServiceName": "true" } }, { unknown: ["*"] }),
    NO_DENY(),
  ],
  [
    "nothing of what another key, which is unknown, may stand for",
    allowed({ Null: { "kms:GranteePrincipal": "true" } }, { action: "kms:CreateGrant", unknown: ["kms:GranteeServicePrincipal"] }),
    OPEN,
  ],
  ["nothing of an address that a service may keep", allowed({ Null: { "aws:SourceIp": "true" } }, { unknown: ["kms:ViaService"] }), OPEN],
  ["nothing where all is unknown", allowed({ StringEquals: { "aws:PrincipalOrgID": "o-1" } }, { unknown: ["*"] }), OPEN],
  [
    "that no service forwards, and so that there is an address",
    denied({ Null: { "aws:SourceIp": "true", "kms:ViaService": "false" } }),
    NO_DENY("kms:ViaService"),
  ],
  [
    "that long-term keys say nothing of a second factor, and something else",
    denied({ Null: { "aws:MultiFactorAuthPresent": "false" }, StringEquals: { "aws:PrincipalOrgID": "o-1" } }),
    NO_DENY("aws:MultiFactorAuthAge", "aws:PrincipalOrgID"),
  ],
  [
    "no second factor of a service, whatever is unknown",
    denied({ Bool: { "aws:MultiFactorAuthPresent": "true" } }, { principal: "s3.amazonaws.com", unknown: ["*"] }),
    NO_DENY(),
  ],
  [
    "nothing of the second factor of a session that may be",
    allowed({ Null: { "aws:MultiFactorAuthPresent": "true" } }, { unknown: ["aws:TokenIssueTime"] }),
    OPEN,
  ],
  ["nothing of what a service says of long-term keys", denied(WITHOUT_MFA, { viaService: "s3.us-east-1.amazonaws.com" }), OPEN],
  [
    "that a service that forwards has a name",
    denied({ Null: { "kms:ViaService": "false" } }, { context: { "aws:ViaAWSService": true } }),
    DENY(),
  ],
  [
    "no service where none forwards",
    denied({ StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } }, { context: { "aws:ViaAWSService": false } }),
    NO_DENY(),
  ],
  [
    "no tag of who gives all",
    denied({ StringEquals: { "aws:PrincipalTag/team": "a" } }, { principal: { arn: ALICE, tags: {} } }),
    NO_DENY(),
  ],
  ["which a multi-Region key is", { ...allowed(PRIMARY_OR_REPLICA), key: { multiRegion: true } }, NO_DENY()],
  ["not what a key is of which nothing is told", allowed(PRIMARY_OR_REPLICA), OPEN],
  [
    "nothing of an id of which enough is known: whose it is",
    allowed({ StringLike: { "aws:userid": "AROA*" } }, { principal: SESSION }),
    NO_DENY(),
  ],
  [
    "nothing of an id of which enough is known: its session",
    allowed({ StringLike: { "aws:userid": "*:s1" } }, { principal: SESSION }),
    NO_DENY(),
  ],
  ["nothing of a grant's pairs, where all is unknown", { grants: [RETIRABLE], request: { unknown: ["*"] } }, OPEN],
  [
    "no context of an action that has none",
    { grants: [{ ...RETIRABLE, Operations: ["Sign"] }], request: { action: "kms:Sign", unknown: ["*"] } },
    SILENT(),
  ],
  [
    "nothing of pairs more than a grant wants",
    { grants: [{ ...RETIRABLE, Constraints: { EncryptionContextEquals: {} } }], request: { unknown: ["*"] } },
    OPEN,
  ],
  [
    "no tags of a new key",
    {
      policies: { identity: [document(statement("Allow", { Condition: { Null: { "aws:TagKeys": "true" } } }))] },
      request: { action: "kms:CreateKey", resource: "*" },
    },
    NO_DENY("aws:TagKeys"),
  ],
  [
    "that who has an endpoint comes through it",
    { policies: { resource: document(anyone("Allow")), endpoint: document(anyone("Allow", { Null: { "aws:SourceVpce": "true" } })) } },
    SILENT("kms:ViaService"),
  ],
  [
    "nothing of a service's own call, where all is unknown",
    denied(FORWARDED, { principal: "s3.amazonaws.com", unknown: ["*"] }),
    NO_DENY(),
  ],
  ["no endpoint of who names the service", { ...CLOSED_ENDPOINT, request: { viaService: "s3.us-east-1.amazonaws.com" } }, NO_DENY()],
  ["no service of who says that none forwards", { ...CLOSED_ENDPOINT, request: { context: { "aws:ViaAWSService": false } } }, DENY()],
  [
    "nothing of an address, where all else is unknown",
    allowed({ Null: { "aws:SourceIp": "true" } }, { unknown: ["*"], context: { "aws:ViaAWSService": false } }),
    OPEN,
  ],
  ["nothing of what every key has", allowed({ Null: { "kms:MultiRegion": "false" } }), NO_DENY()],
];

/** What an answer says that it took for granted, and what it does not. */
export const UNTOLD: readonly Question[] = ROWS.map(([name, { request, ...rest }, expect]) => ({
  name: `assumed: ${name}`,
  case: { request: { principal: ALICE, action: "kms:Decrypt", resource: KEY, ...request }, ...rest } as Case,
  expect,
}));
