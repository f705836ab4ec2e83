import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isServicePrincipal,
  isUniqueId,
  naming,
  type Principal,
  type PrincipalPattern,
  parsePrincipal,
  parsePrincipalPattern,
} from "../../src/iam/principal.ts";
import type { PrincipalFacts } from "../../src/iam/request.ts";
import { must } from "./must.ts";

const A = "111122223333";
const B = "444455556666";
const USER = `arn:aws:iam::${A}:user/div/alice`;
const ROLE = `arn:aws:iam::${A}:role/team/app`;
const SESSION = `arn:aws:sts::${A}:assumed-role/app/s1`;
const ID = "AROAEXAMPLEEXAMPLE";
const USER_ID = "AIDAEXAMPLEEXAMPLE";

function callerOf(given: string | PrincipalFacts): Principal {
  const read = parsePrincipal(given);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}
const patternOf = (value: string): PrincipalPattern =>
  must(parsePrincipalPattern({ kind: isServicePrincipal(value) ? "Service" : "AWS", value }));

describe("parseCaller", () => {
  // IAM User Guide, IAM identifiers; aws:PrincipalArn as in AWS global condition context keys
  it.each<[string | PrincipalFacts, Partial<Principal>]>([
    [USER, { kind: "user", name: "alice", account: A, partition: "aws", principalArn: USER, session: undefined, issuer: undefined }],
    [`arn:aws-us-gov:iam::${A}:user/alice`, { kind: "user", partition: "aws-us-gov", name: "alice" }],
    [`arn:aws:iam::${A}:root`, { kind: "root", name: "root", account: A, principalArn: `arn:aws:iam::${A}:root` }],
    [ROLE, { kind: "role-session", name: "app", principalArn: ROLE, pathKnown: true, session: undefined }],
    [
      SESSION,
      { kind: "role-session", name: "app", session: "s1", principalArn: `arn:aws:iam::${A}:role/app`, pathKnown: false, arn: SESSION },
    ],
    [
      { arn: SESSION, roleArn: ROLE },
      { kind: "role-session", name: "app", session: "s1", principalArn: ROLE, pathKnown: true },
    ],
    [
      `arn:aws:sts::${A}:federated-user/bob`,
      { kind: "federated-user", name: "bob", principalArn: `arn:aws:sts::${A}:federated-user/bob`, issuer: undefined },
    ],
    [
      { arn: `arn:aws:sts::${A}:federated-user/bob`, userArn: USER },
      { kind: "federated-user", name: "bob", issuer: USER },
    ],
    ["s3.amazonaws.com", { kind: "service", name: "s3.amazonaws.com", account: "", partition: "", principalArn: undefined }],
    ["ec2.eu-south-1.amazonaws.com", { kind: "service", name: "ec2.eu-south-1.amazonaws.com" }],
    ["ec2.amazonaws.com.cn", { kind: "service" }],
    ["anonymous", { kind: "anonymous", name: "anonymous", account: "", principalArn: undefined }],
    [
      { arn: USER, userId: "AIDAEXAMPLEEXAMPLE", managementAccount: true },
      { userId: "AIDAEXAMPLEEXAMPLE", managementAccount: true, serviceLinked: false },
    ],
    [`arn:aws:iam::${A}:role/aws-service-role/s3.amazonaws.com/AWSServiceRoleForS3`, { serviceLinked: true }], // known by its path
    [{ arn: SESSION, roleArn: `arn:aws:iam::${A}:role/aws-service-role/x/app` }, { serviceLinked: true }],
    [{ arn: SESSION, serviceLinkedRole: true }, { serviceLinked: true }], // a session ARN has no path: who says so is believed
    [{ arn: ROLE, serviceLinkedRole: false }, { serviceLinked: false }],
    [`arn:aws:iam::${A}:role/x/aws-service-role/app`, { serviceLinked: false }],
  ])("reads %j", (given, expected) => expect(callerOf(given)).toMatchObject(expected));

  it.each<[string | PrincipalFacts, string]>([
    ["", "`` is neither an ARN, nor a service principal, nor `anonymous`"],
    ["alice", "`alice` is neither an ARN, nor a service principal, nor `anonymous`"],
    [A, `\`${A}\` is neither an ARN, nor a service principal, nor \`anonymous\``], // an account asks nothing
    ["*", "`*` is neither an ARN, nor a service principal, nor `anonymous`"],
    ["Anonymous", "`Anonymous` is neither an ARN, nor a service principal, nor `anonymous`"],
    ["S3.amazonaws.com", "`S3.amazonaws.com` is neither an ARN, nor a service principal, nor `anonymous`"],
    ["AIDAEXAMPLEEXAMPLE", "`AIDAEXAMPLEEXAMPLE` is neither an ARN, nor a service principal, nor `anonymous`"],
    ["arn:aws:iam::1111:user/alice", "`arn:aws:iam::1111:user/alice` has no 12-digit account where an IAM or STS ARN has it"],
    ["arn:aws:iam::*:user/alice", "`arn:aws:iam::*:user/alice` has no 12-digit account where an IAM or STS ARN has it"],
    [
      `arn:aws:iam:us-east-1:${A}:user/alice`,
      `\`arn:aws:iam:us-east-1:${A}:user/alice\` has no 12-digit account where an IAM or STS ARN has it`,
    ],
    [`arn:aws:iam::${A}:user/*`, `\`arn:aws:iam::${A}:user/*\` does not name one user, role or session`],
    [`arn:aws:iam::${A}:role/app-?`, `\`arn:aws:iam::${A}:role/app-?\` does not name one user, role or session`],
    [`arn:aws:iam::${A}:user/`, `\`arn:aws:iam::${A}:user/\` does not name one user, role or session`],
    [`arn:aws:iam::${A}:role/team/`, `\`arn:aws:iam::${A}:role/team/\` does not name one user, role or session`],
    [
      `arn:aws:iam::${A}:group/admins`,
      `\`arn:aws:iam::${A}:group/admins\` is not a user, role, assumed-role session, federated-user or root ARN`,
    ], // groups ask nothing
    [
      `arn:aws:iam::${A}:assumed-role/app/s1`,
      `\`arn:aws:iam::${A}:assumed-role/app/s1\` is not a user, role, assumed-role session, federated-user or root ARN`,
    ],
    [
      `arn:aws:sts::${A}:user/alice`,
      `\`arn:aws:sts::${A}:user/alice\` is not a user, role, assumed-role session, federated-user or root ARN`,
    ],
    [`arn:aws:kms:::key/x`, "`arn:aws:kms:::key/x` has no 12-digit account where an IAM or STS ARN has it"],
    [`arn:aws:sts::${A}:assumed-role/app`, `\`arn:aws:sts::${A}:assumed-role/app\` is not \`assumed-role/ROLE/SESSION\``],
    [`arn:aws:sts::${A}:assumed-role//s1`, `\`arn:aws:sts::${A}:assumed-role//s1\` is not \`assumed-role/ROLE/SESSION\``],
    [`arn:aws:sts::${A}:assumed-role/team/app/s1`, `\`arn:aws:sts::${A}:assumed-role/team/app/s1\` is not \`assumed-role/ROLE/SESSION\``], // no path there
    [
      { arn: SESSION, roleArn: `arn:aws:iam::${A}:role/ops` },
      `\`roleArn\` \`arn:aws:iam::${A}:role/ops\` is not the role of \`${SESSION}\``,
    ],
    [
      { arn: SESSION, roleArn: `arn:aws:iam::${B}:role/app` },
      `\`roleArn\` \`arn:aws:iam::${B}:role/app\` is not the role of \`${SESSION}\``,
    ],
    [{ arn: SESSION, roleArn: SESSION }, `\`roleArn\` \`${SESSION}\` is not the role of \`${SESSION}\``],
    [{ arn: SESSION, roleArn: "app" }, `\`roleArn\` \`app\` is not the role of \`${SESSION}\``],
    [{ arn: SESSION, userId: `${ID}:s2` }, `\`userId\` \`${ID}:s2\` is that of another session than \`${SESSION}\``],
    [{ arn: ROLE, serviceLinkedRole: true }, `\`serviceLinkedRole\` is true, and \`${ROLE}\` is none`],
  ])("refuses %j", (given, error) => expect(parsePrincipal(given)).toEqual({ ok: false, error }));

  it("takes a role of another partition for another role", () => {
    expect(parsePrincipal({ arn: SESSION, roleArn: ROLE.replace("arn:aws:", "arn:aws-cn:") }).ok).toBe(false);
  });

  it("refuses control characters, which no name has", () => {
    for (const character of ["\n", "\0", "\u007f"]) expect(parsePrincipal(`${USER}${character}`).ok, JSON.stringify(character)).toBe(false);
  });

  it("shows no more of a long text than fits a line", () => {
    const read = parsePrincipal("x".repeat(100_000));
    expect(read.ok ? 0 : read.error.length).toBeLessThan(200);
  });

  it("never throws", () => {
    const word = fc.constantFrom(
      "arn",
      ":",
      "aws",
      "iam",
      "sts",
      A,
      "user",
      "role",
      "assumed-role",
      "federated-user",
      "root",
      "/",
      "x",
      ".amazonaws.com",
      "*",
    );
    const text = fc.array(word, { maxLength: 12 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, fc.option(text, { nil: undefined }), (arn, roleArn) => {
        const read = parsePrincipal({ arn, roleArn });
        if (read.ok) expect(["user", "role-session", "federated-user", "root", "service", "anonymous"]).toContain(read.value.kind);
        else expect(read.error).toMatch(/^`/);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("parsePrincipalPattern", () => {
  // IAM User Guide, Principal element
  it.each([
    ["AWS", "*", { kind: "anyone" }],
    ["AWS", A, { kind: "account", account: A, partition: undefined }],
    ["AWS", `arn:aws-cn:iam::${A}:root`, { kind: "account", account: A, partition: "aws-cn" }],
    ["AWS", USER, { kind: "user", arn: USER }],
    ["AWS", ROLE, { kind: "role", arn: ROLE, partition: "aws", account: A, name: "app" }],
    ["AWS", SESSION, { kind: "session", partition: "aws", account: A, name: "app", session: "s1" }],
    ["AWS", `arn:aws:sts::${A}:federated-user/bob`, { kind: "federated-user", arn: `arn:aws:sts::${A}:federated-user/bob` }],
    ["AWS", "AIDAEXAMPLEEXAMPLE", { kind: "unique-id", id: "AIDAEXAMPLEEXAMPLE" }],
    ["AWS", "AROAEXAMPLEEXAMPLE", { kind: "unique-id", id: "AROAEXAMPLEEXAMPLE" }],
    ["AWS", "AROAEXAMPLEEXAMPLE:s1", { kind: "unique-id", id: "AROAEXAMPLEEXAMPLE:s1" }],
    ["Service", "cloudtrail.amazonaws.com", { kind: "service", name: "cloudtrail.amazonaws.com" }],
    ["Federated", "accounts.google.com", { kind: "nobody" }], // role trust policies only: no caller of ours is one
    ["CanonicalUser", "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be", { kind: "nobody" }],
  ] as const)("reads %s %j", (kind, value, expected) => expect(parsePrincipalPattern({ kind, value })).toEqual(expected));

  it.each([
    ["AWS", ""],
    ["AWS", "alice"],
    ["AWS", "anonymous"],
    ["AWS", "11112222333"],
    ["AWS", "cloudtrail.amazonaws.com"], // of the other kind
    ["AWS", `arn:aws:iam::${A}:user/*`], // no partial wildcards (IAM User Guide, Principal element)
    ["AWS", `arn:aws:iam::${A}:role/app-?`],
    ["AWS", `arn:aws:iam::${A}:*`],
    ["AWS", `arn:aws:sts::${A}:assumed-role/app/*`],
    ["AWS", "arn:aws:iam::*:root"],
    ["AWS", `arn:aws:iam::${A}:group/admins`], // groups are no principals
    ["AWS", `arn:aws:iam::${A}:user/`],
    ["AWS", `arn:aws:iam::${A}:role`],
    ["AWS", `arn:aws:iam:us-east-1:${A}:user/alice`],
    ["AWS", `arn:aws:sts::${A}:assumed-role/app`],
    ["AWS", `arn:aws:sts::${A}:assumed-role/team/app/s1`],
    ["AWS", `arn:aws:sts::${A}:user/alice`],
    ["AWS", `arn:aws:s3:::bucket`],
    ["AWS", "AKIAEXAMPLEEXAMPLE"], // an access key
    ["AWS", "AIDA"],
    ["AWS", "AIDAexampleexample"],
    ["Service", "*"],
    ["Service", "amazonaws.com"],
    ["Service", "S3.amazonaws.com"],
    ["Service", "s3.amazonaws.com.evil.com"],
    ["Service", "s3.example.com"],
    ["Service", USER],
    ["Service", ""],
    ["Federated", ""],
  ] as const)("knows no %s %j", (kind, value) => expect(parsePrincipalPattern({ kind, value })).toBeUndefined());

  it("reads long texts, and does not wait for one", { timeout: 10_000 }, () => {
    for (const unit of ["a.", "a-", "A", ":", "/"]) {
      parsePrincipalPattern({ kind: "Service", value: unit.repeat(500_000) });
      parsePrincipalPattern({ kind: "AWS", value: `AROA${unit.repeat(500_000)}` });
      parsePrincipalPattern({ kind: "AWS", value: `arn:aws:iam::${A}:role/${unit.repeat(500_000)}` });
    }
  });
});

describe("naming", () => {
  const callers = {
    user: USER,
    twin: `arn:aws:iam::${A}:user/alice`, // another path: another user
    idUser: { arn: USER, userId: "AIDAEXAMPLEEXAMPLE" },
    role: ROLE, // a session whose name nobody told
    session: SESSION, // a session whose role's path nobody told
    told: { arn: SESSION, roleArn: ROLE },
    pathless: { arn: SESSION, roleArn: `arn:aws:iam::${A}:role/app` },
    idRole: { arn: SESSION, roleArn: ROLE, userId: ID },
    idSession: { arn: SESSION, roleArn: ROLE, userId: `${ID}:s1` },
    federated: `arn:aws:sts::${A}:federated-user/bob`,
    issued: { arn: `arn:aws:sts::${A}:federated-user/bob`, userArn: USER },
    root: `arn:aws:iam::${A}:root`,
    other: `arn:aws:iam::${B}:user/div/alice`,
    china: `arn:aws-cn:iam::${A}:user/div/alice`,
    service: "s3.amazonaws.com",
    anonymous: "anonymous",
  } as const satisfies Record<string, string | PrincipalFacts>;
  type Name = keyof typeof callers;

  const own = [
    "user",
    "twin",
    "idUser",
    "role",
    "session",
    "told",
    "pathless",
    "idRole",
    "idSession",
    "federated",
    "issued",
    "root",
  ] as const;
  const all = (names: readonly Name[], as: string) => Object.fromEntries(names.map((name) => [name, as]));

  /** Who is named by an entry, and how; everybody else is not. IAM User Guide, Principal element and policy evaluation logic (its table of resource-based policies). */
  const MATRIX: Readonly<Record<string, Partial<Record<Name, string>>>> = {
    "*": all(Object.keys(callers) as Name[], "direct"), // services too
    [A]: all([...own, "china"], "account"), // an account id says nothing of the partition
    [`arn:aws:iam::${A}:root`]: all(own, "account"),
    [`arn:aws-cn:iam::${A}:root`]: { china: "account" },
    [B]: { other: "account" },
    [USER]: { user: "direct", idUser: "direct", issued: "user" },
    [`arn:aws:iam::${A}:user/alice`]: { twin: "direct" },
    [`arn:aws:iam::${A}:user/div/Alice`]: {}, // case counts
    [ROLE]: { role: "role", session: "role", told: "role", idRole: "role", idSession: "role" },
    [`arn:aws:iam::${A}:role/app`]: { session: "role", pathless: "role" }, // exact where the path is told, by the name where it is not
    [`arn:aws:iam::${A}:role/App`]: {},
    [`arn:aws:iam::${B}:role/team/app`]: {},
    [`arn:aws-cn:iam::${A}:role/app`]: {},
    [SESSION]: { role: "perhaps", session: "direct", told: "direct", pathless: "direct", idRole: "direct", idSession: "direct" },
    [`arn:aws:sts::${A}:assumed-role/app/s2`]: { role: "perhaps" },
    [`arn:aws:sts::${A}:assumed-role/ops/s1`]: {},
    [`arn:aws:sts::${B}:assumed-role/app/s1`]: {},
    [`arn:aws:sts::${A}:federated-user/bob`]: { federated: "direct", issued: "direct" },
    [`arn:aws:iam::${A}:user/bob`]: {}, // the name of a federated user is no user's
    AIDAEXAMPLEEXAMPLE: { idUser: "direct" },
    [ID]: { idRole: "role", idSession: "role" },
    [`${ID}:s1`]: { idRole: "direct", idSession: "direct" },
    [`${ID}:s2`]: {},
    "s3.amazonaws.com": { service: "direct" },
    "s3.eu-south-1.amazonaws.com": {}, // the regional name is another
  };

  const rows = Object.entries(MATRIX).flatMap(([value, named]) =>
    (Object.keys(callers) as Name[]).map((name) => [value, name, named[name]] as const),
  );

  it.each(rows)("%s names %s: %s", (value, name, expected) => expect(naming(patternOf(value), callerOf(callers[name]))).toBe(expected));

  it("names a session by the id of its role when only its name is not told", () => {
    expect(naming(patternOf(`${ID}:s1`), callerOf({ arn: ROLE, userId: ID }))).toBe("perhaps");
    expect(naming(patternOf(`${ID}:s1`), callerOf({ arn: ROLE, userId: `${ID}:s1` }))).toBe("direct");
    expect(naming(patternOf(USER_ID), callerOf({ arn: USER, userId: USER_ID }))).toBe("direct");
  });

  it("names nobody by what only trust policies and S3 know", () => {
    for (const given of Object.values(callers)) expect(naming({ kind: "nobody" }, callerOf(given))).toBeUndefined();
  });
});

it.each([
  ["AROA1234567890ABCDEFG", true],
  ["AIDA1234567890ABCDEFG", true],
  ["AROA1234567890ABCDEFG:session", true],
  ["AGPA1234567890ABCDEFG", false],
  ["AROA", false],
  ["arn:aws:iam::111122223333:role/app", false],
])("%s is a unique id: %s", (text, expected) => expect(isUniqueId(text)).toBe(expected));
