import { describe, expect, test } from "vitest";
import {
  ACCOUNT,
  ask,
  change,
  configured,
  imported,
  key,
  NEW,
  newKey,
  plan,
  policy,
  ROOT_STATEMENT,
  references,
  worldOf,
} from "./plans.ts";

const ID = "1234abcd-12ab-34cd-56ef-1234567890ab";
const KEY = `arn:aws:kms:us-east-1:${ACCOUNT}:key/${ID}`;
const SET = "arn:aws:sso:::permissionSet/ssoins-7223/ps-aaaa";
const ABSENT = { after_unknown: { arn: true, id: true } };
const decrypt = policy({ Effect: "Allow", Action: "kms:Decrypt", Resource: KEY });

const keyRow = (statements: readonly object[] = [ROOT_STATEMENT]) => {
  const same = key(ID, { policy: policy(...statements) });
  return change("aws_kms_key.k", { actions: ["no-op"], before: same, after: same });
};
const created = (address: string, after: object, unknown: object = {}) =>
  change(address, { actions: ["create"], after, after_unknown: { ...ABSENT.after_unknown, ...unknown } });
const same = (address: string, value: object) => change(address, { actions: ["no-op"], before: value, after: value });
const BY_REFERENCE = configured({
  "aws_ssoadmin_permission_set.admins": { name: { constant_value: "KeyAdmins" } },
  "aws_ssoadmin_account_assignment.a": {
    permission_set_arn: references("aws_ssoadmin_permission_set.admins.arn", "aws_ssoadmin_permission_set.admins"),
  },
  "aws_ssoadmin_permission_set_inline_policy.i": {
    permission_set_arn: references("aws_ssoadmin_permission_set.admins.arn", "aws_ssoadmin_permission_set.admins"),
  },
});
const principals = (world: unknown) =>
  (world as { principals: Record<string, { arn: unknown; policies: unknown[]; knows?: unknown }> }).principals;
/** Of a key that is there nobody told all grants: what only a grant could open is "denied but for grants". */
const outcome = (world: unknown, name: string, action?: string) => {
  const answer = ask(world, name, "k", action);
  return /^undetermined: [^,]*grants[^,]*$/.test(answer) ? "denied but for grants" : answer;
};

describe("permission sets of IAM Identity Center", () => {
  test("a new one is a role in the account that it is assigned in, under a name that nothing can have named before", async () => {
    const { before, after, report } = await imported(
      plan(
        [
          keyRow(),
          created("aws_ssoadmin_permission_set.admins", { name: "KeyAdmins" }),
          created("aws_ssoadmin_account_assignment.a", { target_id: ACCOUNT, target_type: "AWS_ACCOUNT" }, { permission_set_arn: true }),
          created("aws_ssoadmin_permission_set_inline_policy.i", { inline_policy: decrypt }, { permission_set_arn: true }),
        ],
        BY_REFERENCE,
      ),
    );
    const { arn, knows } = principals(after).KeyAdmins ?? {};
    expect(arn).toMatch(
      new RegExp(`^arn:aws:iam::${ACCOUNT}:role/aws-reserved/sso\\.amazonaws\\.com/AWSReservedSSO_KeyAdmins_[0-9a-f]{16}$`),
    );
    expect(knows).toEqual({ policies: "all" });
    expect([outcome(before, "KeyAdmins"), outcome(after, "KeyAdmins"), outcome(after, "KeyAdmins", "kms:Encrypt")]).toEqual([
      "explicitDeny",
      "allowed",
      "denied but for grants",
    ]);
    expect(report.undecided).toEqual([]);
  });

  test("patterns that its known beginning decides are exact, and those of its digits are not", async () => {
    const like = (pattern: string) => ({
      Effect: "Allow",
      Principal: { AWS: "*" },
      Action: "kms:Decrypt",
      Resource: "*",
      Condition: { ArnLike: { "aws:PrincipalArn": pattern } },
    });
    const start = `arn:aws:iam::${ACCOUNT}:role/aws-reserved/sso.amazonaws.com/`;
    const outcomes = await Promise.all(
      [`${start}*AWSReservedSSO_KeyAdmins_*`, `${start}*AWSReservedSSO_Other_*`, `${start}AWSReservedSSO_KeyAdmins_a*`].map(
        async (pattern) => {
          const { after } = await imported(
            plan([
              created("aws_kms_key.k", newKey({ policy: policy(like(pattern)) }), NEW),
              created("aws_ssoadmin_permission_set.admins", { name: "KeyAdmins", arn: SET }, { arn: false }),
              created("aws_ssoadmin_account_assignment.a", { target_id: ACCOUNT, permission_set_arn: SET }),
            ]),
          );
          return outcome(after, "KeyAdmins");
        },
      ),
    );
    expect(outcomes).toEqual(["allowed", "implicitDeny", expect.stringMatching(/^undetermined: .*PrincipalArn/i)]);
  });

  test("one that is there may be any of its name, and has more than the document says; a boundary limits it", async () => {
    const exact = `arn:aws:iam::${ACCOUNT}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_KeyAdmins_0123456789abcdef`;
    const set = { name: "KeyAdmins", arn: SET };
    const rows = [
      keyRow([ROOT_STATEMENT, { Effect: "Allow", Principal: { AWS: exact }, Action: "kms:Encrypt", Resource: "*" }]),
      same("aws_ssoadmin_permission_set.admins", set),
      same("aws_ssoadmin_account_assignment.a", { target_id: ACCOUNT, permission_set_arn: SET }),
      same("aws_ssoadmin_managed_policy_attachment.m", {
        managed_policy_arn: "arn:aws:iam::aws:policy/AdministratorAccess",
        permission_set_arn: SET,
      }),
    ];
    const boundary = same("aws_ssoadmin_permissions_boundary_attachment.b", {
      permission_set_arn: SET,
      permissions_boundary: [{ customer_managed_policy_reference: [{ name: "Limit", path: "/" }], managed_policy_arn: null }],
    });
    const limit = same("aws_iam_policy.limit", {
      name: "Limit",
      path: "/",
      arn: `arn:aws:iam::${ACCOUNT}:policy/Limit`,
      policy: policy({ Effect: "Allow", Action: "kms:Describe*", Resource: "*" }),
    });
    const [wide, limited] = await Promise.all([imported(plan(rows)), imported(plan([...rows, boundary, limit]))]);
    expect(outcome(wide.after, "KeyAdmins")).toBe("allowed");
    expect(outcome(limited.after, "KeyAdmins")).toMatch(/^undetermined: grants/);
    expect(outcome(limited.after, "KeyAdmins", "kms:DescribeKey")).toBe("allowed");
    expect(outcome(limited.after, "KeyAdmins", "kms:Encrypt")).toMatch(/^undetermined: .*the ARN of KeyAdmins/); // the key policy may name it
  });

  test("in every account that it is assigned in; what is no longer assigned goes", async () => {
    const assigned = (name: string, account: string) => ({
      target_id: account,
      permission_set_arn: SET,
      principal_type: "GROUP",
      id: name,
    });
    const { before, after, report } = await imported(
      plan([
        keyRow(),
        same("aws_ssoadmin_permission_set.admins", { name: "KeyAdmins", arn: SET }),
        same("aws_ssoadmin_permission_set_inline_policy.i", { inline_policy: decrypt, permission_set_arn: SET }),
        same("aws_ssoadmin_account_assignment.a", assigned("a", "444455556666")),
        change("aws_ssoadmin_account_assignment.b", { actions: ["delete"], before: assigned("b", ACCOUNT) }),
      ]),
    );
    const own = `KeyAdmins-${ACCOUNT}`;
    expect(Object.keys(principals(after)).sort()).toEqual([own, "KeyAdmins-444455556666"]);
    expect([outcome(before, own), outcome(after, own)]).toEqual(["allowed", "explicitDeny"]);
    expect(report.facts.join()).toContain("is no longer assigned in 111122223333");
  });

  test("without an assignment the account is a symbol; a part of one that is elsewhere is told", async () => {
    const { after, diagnostics } = await imported(
      plan([
        keyRow(),
        created("aws_ssoadmin_permission_set.admins", { name: "KeyAdmins" }),
        created("aws_ssoadmin_managed_policy_attachment.lost", {
          permission_set_arn: SET,
          managed_policy_arn: "arn:aws:iam::aws:policy/AdministratorAccess",
        }),
      ]),
    );
    expect(principals(after).KeyAdmins?.arn).toMatchObject({ $join: ["arn:aws:iam::", { $symbol: "admins-account" }, expect.any(String)] });
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      expect.stringMatching(/^KW808 aws_ssoadmin_permission_set\.admins: no assignment/),
      expect.stringMatching(/^KW802 aws_ssoadmin_managed_policy_attachment\.lost: the permission set that it names/),
    ]);
    worldOf(after);
  });

  test("awscc_sso_*: the set holds its parts itself", async () => {
    const { after } = await imported(
      plan([
        keyRow(),
        same("awscc_sso_permission_set.admins", {
          name: "KeyAdmins",
          permission_set_arn: SET,
          inline_policy: decrypt,
          managed_policies: [],
        }),
        same("awscc_sso_assignment.a", { target_id: ACCOUNT, permission_set_arn: SET }),
      ]),
    );
    expect([outcome(after, "KeyAdmins"), outcome(after, "KeyAdmins", "kms:Encrypt")]).toEqual(["allowed", "denied but for grants"]);
  });
});
