import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { awsError } from "../../src/authz/aws-error.ts";
import type { Answer, Failure, Layer } from "../../src/authz/decision.ts";
import { explainAnswer } from "../../src/explain/answer.ts";
import type { Asking } from "../../src/explain/closest.ts";
import { renderBrief, renderText } from "../../src/explain/text.ts";
import type { Request } from "../../src/iam/request.ts";
import { APP, answer, condition, grant, KEY, otherAction, policy, trace, unknownCondition } from "../authz/made-answers.ts";

const text = (made: Answer, asking?: Asking, everything = false): string => renderText(explainAnswer(made, asking, everything));

const denial = { caller: APP, action: "kms:Decrypt", resource: KEY, crossAccount: false, service: "kms" } as const;

const rootDelegation = { sid: "EnableIAM", way: "account", at: { file: "orders-key-policy.json", line: 12 } } as const;
const scp = policy("service-control", "FullAWSAccess", [{}], { level: 0 });

/** Allowed exactly when the tenant is t1: enough of an engine for the line about the closest request. */
const tenantAsking = (request: Partial<Request> = {}): Asking => {
  const asked: Request = { principal: APP, action: "kms:Decrypt", resource: KEY, encryptionContext: { tenant: "t2" }, ...request };
  const ask = (changed: Request): Answer =>
    changed.encryptionContext?.tenant === "t1"
      ? answer("allowed", "", trace([]), { by: [{ policy: "key policy", statement: 0, sid: "AllowAppUse" }] })
      : answer("implicitDeny", "", trace([]));
  return { request: asked, ask, aliases: ["alias/orders"] };
};

const tenant = condition("StringEquals", "kms:EncryptionContext:tenant", ["t1"], ["t2"]);

const oneTenant = answer(
  "implicitDeny",
  "no statement of the key policy allows it to the caller, and no identity policy does",
  trace(
    [
      scp,
      policy("service-control", "Guardrails", [{ sid: "KeepKeys", effect: "Deny", failures: [otherAction] }, {}], { level: 0 }),
      policy("resource", "key policy", [
        { sid: "AllowAppUse", failures: [tenant], at: { file: "orders-key-policy.json", line: 41 } },
        rootDelegation,
        { sid: "Admins", failures: [otherAction, { part: "principal", wanted: ["arn:aws:iam::111122223333:role/admin"], got: [APP] }] },
      ]),
      policy("identity", "orders-app/inline", [
        {
          failures: [
            { part: "resource", wanted: ["arn:aws:kms:us-east-1:111122223333:key/9999aaaa-12ab-34cd-56ef-1234567890ab"], got: [KEY] },
          ],
          at: { file: "app.json", line: 4 },
        },
      ]),
    ],
    {
      grants: [
        grant("g1", [{ part: "principal", wanted: ["arn:aws:iam::111122223333:role/exporter"], got: [APP] }], { name: "nightly-export" }),
      ],
    },
  ),
  { error: awsError({ ...denial, explicit: false, layer: "identity" }) },
);

describe("explain", () => {
  it("tells a condition that failed, with the change that would be allowed", () => {
    expect(text(oneTenant, tenantAsking())).toMatchInlineSnapshot(`
      "DENIED (implicit)   kms:Decrypt  on  alias/orders (key/1234abcd…)
      principal           arn:aws:sts::111122223333:assumed-role/orders-app/i-0ab
      resource            arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
      encryption context  tenant="t2"
      because             no statement of the key policy allows it to the caller, and no identity policy does

        1 explicit denies      none matched (1 looked at)
        2 service control      allowed by FullAWSAccess and Guardrails
        3 key policy           3 statements, 0 allow, 1 delegates
            AllowAppUse        ✗ condition  StringEquals kms:EncryptionContext:tenant
                                   wanted "t1"   got "t2"                                 orders-key-policy.json:41
            EnableIAM          ✓ delegates to the IAM policies of account 111122223333    orders-key-policy.json:12
                               1 statement for other actions
        4 identity policies    1 statement, 0 allow
            orders-app/inline  ✗ resource
                                   wanted arn:aws:kms:us-east-1:111122223333:key/9999aaaa-12ab-34cd-56ef-1234567890ab
                                   got    arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab  app.json:4
        5 grants               1 grant, 0 apply
            nightly-export     ✗ grantee
                                   wanted arn:aws:iam::111122223333:role/exporter
                                   got    arn:aws:sts::111122223333:assumed-role/orders-app/i-0ab

      closest to allowed  change encryptionContext.tenant to "t1"   → allowed by AllowAppUse
      AWS would answer    AccessDeniedException (400)
                          User: arn:aws:sts::111122223333:assumed-role/orders-app/i-0ab is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab because no identity-based policy allows the kms:Decrypt action"
    `);
  });

  it("is brief when asked", () => {
    expect(renderBrief(explainAnswer(oneTenant, tenantAsking()))).toMatchInlineSnapshot(`
      "DENIED (implicit) kms:Decrypt on alias/orders (key/1234abcd…) for arn:aws:sts::111122223333:assumed-role/orders-app/i-0ab
        no statement of the key policy allows it to the caller, and no identity policy does
        closest to allowed: change encryptionContext.tenant to "t1" → allowed by AllowAppUse"
    `);
  });

  it("says less of an answer read from elsewhere, and what the policies lack", () => {
    expect(text(oneTenant)).toMatchInlineSnapshot(`
      "DENIED (implicit)   kms:Decrypt  on  key/1234abcd…
      principal  arn:aws:sts::111122223333:assumed-role/orders-app/i-0ab
      resource   arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
      because    no statement of the key policy allows it to the caller, and no identity policy does

        1 explicit denies      none matched (1 looked at)
        2 service control      allowed by FullAWSAccess and Guardrails
        3 key policy           3 statements, 0 allow, 1 delegates
            AllowAppUse        ✗ condition  StringEquals kms:EncryptionContext:tenant
                                   wanted "t1"   got "t2"                                 orders-key-policy.json:41
            EnableIAM          ✓ delegates to the IAM policies of account 111122223333    orders-key-policy.json:12
                               1 statement for other actions
        4 identity policies    1 statement, 0 allow
            orders-app/inline  ✗ resource
                                   wanted arn:aws:kms:us-east-1:111122223333:key/9999aaaa-12ab-34cd-56ef-1234567890ab
                                   got    arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab  app.json:4
        5 grants               1 grant, 0 apply
            nightly-export     ✗ grantee
                                   wanted arn:aws:iam::111122223333:role/exporter
                                   got    arn:aws:sts::111122223333:assumed-role/orders-app/i-0ab

      what is missing   no identity policy allows kms:Decrypt; the key policy delegates to account 111122223333
      AWS would answer  AccessDeniedException (400)
                        User: arn:aws:sts::111122223333:assumed-role/orders-app/i-0ab is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab because no identity-based policy allows the kms:Decrypt action"
    `);
  });

  it("lists every statement in full style", () => {
    expect(text(oneTenant, undefined, true)).toMatchInlineSnapshot(`
      "DENIED (implicit)   kms:Decrypt  on  key/1234abcd…
      principal  arn:aws:sts::111122223333:assumed-role/orders-app/i-0ab
      resource   arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
      because    no statement of the key policy allows it to the caller, and no identity policy does

        1 explicit denies      none matched (1 looked at)
            KeepKeys           ✓ does not match (service control policy Guardrails)
                                 action  wanted kms:Encrypt   got kms:Decrypt
        2 service control      allowed by FullAWSAccess and Guardrails
            FullAWSAccess      ✓ allows it
            Guardrails #1      ✓ allows it
        3 key policy           3 statements, 0 allow, 1 delegates
            AllowAppUse        ✗ condition  StringEquals kms:EncryptionContext:tenant
                                   wanted "t1"   got "t2"                                 orders-key-policy.json:41
            EnableIAM          ✓ delegates to the IAM policies of account 111122223333    orders-key-policy.json:12
            Admins             ✗ action  wanted kms:Encrypt   got kms:Decrypt
                                 principal
                                   wanted arn:aws:iam::111122223333:role/admin
                                   got    arn:aws:sts::111122223333:assumed-role/orders-app/i-0ab
        4 identity policies    1 statement, 0 allow
            orders-app/inline  ✗ resource
                                   wanted arn:aws:kms:us-east-1:111122223333:key/9999aaaa-12ab-34cd-56ef-1234567890ab
                                   got    arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab  app.json:4
        5 grants               1 grant, 0 apply
            nightly-export     ✗ grantee
                                   wanted arn:aws:iam::111122223333:role/exporter
                                   got    arn:aws:sts::111122223333:assumed-role/orders-app/i-0ab

      what is missing   no identity policy allows kms:Decrypt; the key policy delegates to account 111122223333
      AWS would answer  AccessDeniedException (400)
                        User: arn:aws:sts::111122223333:assumed-role/orders-app/i-0ab is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab because no identity-based policy allows the kms:Decrypt action"
    `);
  });

  it("names the Deny that matched, and says that nothing else can help", () => {
    const sid = "DenyWithoutMfa";
    const made = answer(
      "explicitDeny",
      "DenyWithoutMfa of the key policy denies it",
      trace([
        policy("service-control", "Guardrails", [{ sid: "KeepKeys", effect: "Deny", failures: [otherAction] }, {}], { level: 0 }),
        policy("resource", "key policy", [
          { sid: "AllowAppUse", way: "role" },
          { sid, effect: "Deny", way: "direct", at: { file: "key.json", line: 30 } },
        ]),
      ]),
      { by: [{ policy: "key policy", statement: 1, sid }], error: awsError({ ...denial, explicit: true, layer: "resource" }) },
    );
    expect(text(made)).toMatchInlineSnapshot(`
      "DENIED (explicit)   kms:Decrypt  on  key/1234abcd…
      principal  arn:aws:sts::111122223333:assumed-role/orders-app/i-0ab
      resource   arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
      because    DenyWithoutMfa of the key policy denies it

        1 explicit denies    1 matched (2 looked at)
            DenyWithoutMfa   ✗ denies it (key policy)   key.json:30
        2 service control    allowed by Guardrails
        3 key policy         2 statements, 1 allows
            AllowAppUse      ✓ allows it: it names the caller's role
        4 identity policies  none given
        5 grants             none given

      what is missing   while DenyWithoutMfa applies, nothing else can allow kms:Decrypt
      AWS would answer  AccessDeniedException (400)
                        User: arn:aws:sts::111122223333:assumed-role/orders-app/i-0ab is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab with an explicit deny in a resource-based policy"
    `);
  });

  it("tells which level of service control policies blocks", () => {
    const made = answer(
      "implicitDeny",
      "no service control policy of level 2 allows it",
      trace([
        scp,
        policy(
          "service-control",
          "OnlyRegionA",
          [
            {
              failures: [condition("StringEquals", "aws:RequestedRegion", ["eu-west-1"], ["us-east-1"])],
              at: { file: "scp.json", line: 9 },
            },
          ],
          { level: 1 },
        ),
        policy("resource", "key policy", [{ sid: "AllowAppUse", way: "role" }]),
      ]),
      { error: awsError({ ...denial, explicit: false, layer: "service-control" }) },
    );
    expect(text(made)).toMatchInlineSnapshot(`
      "DENIED (implicit)   kms:Decrypt  on  key/1234abcd…
      principal  arn:aws:sts::111122223333:assumed-role/orders-app/i-0ab
      resource   arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
      because    no service control policy of level 2 allows it

        1 explicit denies    none: no statement denies anything
        2 service control    level 2 does not allow it: 1 statement, 0 allow
            OnlyRegionA      ✗ condition  StringEquals aws:RequestedRegion
                                 wanted "eu-west-1"   got "us-east-1"   scp.json:9
        3 key policy         1 statement, 1 allows
            AllowAppUse      ✓ allows it: it names the caller's role
        4 identity policies  none given
        5 grants             none given

      what is missing   no service control policy of level 2 allows kms:Decrypt
      AWS would answer  AccessDeniedException (400)
                        User: arn:aws:sts::111122223333:assumed-role/orders-app/i-0ab is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab because no service control policy allows the kms:Decrypt action"
    `);
  });

  it("tells what is not known", () => {
    const made = answer(
      "undetermined",
      "it depends on aws:SourceIp",
      trace([
        policy("resource", "key policy", [
          { sid: "Office", applies: "unknown", way: "role", failures: [unknownCondition("IpAddress", "aws:SourceIp", ["203.0.113.0/24"])] },
        ]),
        policy("boundary", "limits", [
          {
            sid: "NotFromOutside",
            effect: "Deny",
            applies: "unknown",
            failures: [unknownCondition("NotIpAddress", "aws:SourceIp", ["203.0.113.0/24", "198.51.100.0/24"])],
          },
          {},
        ]),
      ]),
      { missing: ["aws:SourceIp"], error: awsError({ ...denial, explicit: false, layer: "resource" }) },
    );
    expect(text(made)).toMatchInlineSnapshot(`
      "UNDETERMINED   kms:Decrypt  on  key/1234abcd…
      principal  arn:aws:sts::111122223333:assumed-role/orders-app/i-0ab
      resource   arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
      because    it depends on aws:SourceIp

        1 explicit denies       1 may match (1 looked at)
            NotFromOutside      ? may deny it (permissions boundary limits)
                                  condition  NotIpAddress aws:SourceIp
                                    wanted an address outside 203.0.113.0/24 or 198.51.100.0/24
                                    got    not known
        2 service control       none given
        3 key policy            1 statement, 0 allow, 1 may allow
            Office              ? may allow it: it names the caller's role
                                  condition  IpAddress aws:SourceIp
                                    wanted an address in 203.0.113.0/24   got not known
        4 identity policies     none given
        5 permissions boundary  allowed by limits
        6 grants                none given

      not known       aws:SourceIp
      AWS, if denied  AccessDeniedException (400)
                      User: arn:aws:sts::111122223333:assumed-role/orders-app/i-0ab is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab because no resource-based policy allows the kms:Decrypt action"
    `);
  });

  it("tells every way by which a request is allowed, and which limits do not limit it", () => {
    const made = answer(
      "allowed",
      "the key policy, an identity policy and a grant allow it",
      trace(
        [
          policy("resource", "key policy", [{ sid: "AllowAppUse", way: "direct" }, rootDelegation]),
          policy("identity", "orders-app/inline", [{ sid: "UseKeys" }]),
          policy("boundary", "limits", [{ failures: [otherAction] }]),
        ],
        {
          grants: [grant("g1", [], { grantee: "arn:aws:iam::111122223333:role/orders-app" })],
          ignored: [{ layer: "service-control", because: "the caller is in the management account" }],
        },
      ),
      {
        by: [
          { policy: "key policy", statement: 0, sid: "AllowAppUse" },
          { policy: "key policy", statement: 1, sid: "EnableIAM" },
          { policy: "orders-app/inline", statement: 0, sid: "UseKeys" },
          { grant: "g1" },
        ],
      },
    );
    expect(text(made)).toMatchInlineSnapshot(`
      "ALLOWED   kms:Decrypt  on  key/1234abcd…
      principal  arn:aws:sts::111122223333:assumed-role/orders-app/i-0ab
      resource   arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
      because    the key policy, an identity policy and a grant allow it

      allowed by  AllowAppUse (key policy) names the caller
      or by       EnableIAM (key policy) delegates to account 111122223333, and UseKeys (identity) allows it
      or by       grant g1 allows the grantee

        1 explicit denies               none: no statement denies anything
        2 service control               not applied: the caller is in the management account
        3 key policy                    2 statements, 1 allows, 1 delegates
            AllowAppUse                 ✓ allows it: it names the caller
            EnableIAM                   ✓ delegates to the IAM policies of account 111122223333  orders-key-policy.json:12
        4 identity policies             1 statement, 1 allows
            orders-app/inline: UseKeys  ✓ allows it
        5 permissions boundary          1 statement, 0 allow, which does not limit this way of access
        6 grants                        1 grant, 1 applies
            g1                          ✓ allows it, grantee arn:aws:iam::111122223333:role/orders-app"
    `);
  });

  it("says which account has to allow what", () => {
    const reader = "arn:aws:sts::444455556666:assumed-role/reader/s";
    const policies = [
      policy("resource", "key policy", [{ sid: "Partner", way: "account" }]),
      policy("identity", "reader/inline", [{ failures: [otherAction] }]),
    ];
    const made = answer("implicitDeny", "the caller's account does not allow it", trace(policies, { principal: reader }), {
      error: awsError({ ...denial, caller: reader, explicit: false, layer: "identity", crossAccount: true }),
    });
    expect(text(made)).toMatchInlineSnapshot(`
      "DENIED (implicit)   kms:Decrypt  on  key/1234abcd…
      principal  arn:aws:sts::444455556666:assumed-role/reader/s
      resource   arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
      because    the caller's account does not allow it

        1 explicit denies    none: no statement denies anything
        2 service control    none given
        3 key policy         1 statement, 0 allow, 1 delegates
            Partner          ✓ delegates to the IAM policies of account 444455556666
        4 identity policies  1 statement, 0 allow
            reader/inline    ✗ action  wanted kms:Encrypt   got kms:Decrypt
        5 grants             none given

      what is missing   no identity policy allows kms:Decrypt
      AWS would answer  AccessDeniedException (400)
                        User: arn:aws:sts::444455556666:assumed-role/reader/s is not authorized to perform: kms:Decrypt on this resource because no identity-based policy allows the kms:Decrypt action"
    `);

    const allowed = trace([policies[0]!, policy("identity", "reader/inline", [{}])], { principal: reader });
    const by = [
      { policy: "key policy", statement: 0, sid: "Partner" },
      { policy: "reader/inline", statement: 0 },
    ];
    expect(explainAnswer(answer("allowed", "both accounts allow it", allowed, { by }), undefined).routes).toEqual([
      "Partner (key policy of account 111122223333) allows it, and in the caller's account 444455556666 reader/inline #0 (identity) allows it",
    ]);
  });

  it("tells a grant that may be retired, whatever the trace compared it with", () => {
    const retire = trace([policy("identity", "inline", [{ sid: "Retire" }])], {
      action: "kms:RetireGrant",
      grants: [grant("g1", [{ part: "operation", wanted: ["Decrypt"], got: ["kms:RetireGrant"] }])],
    });
    const explanation = explainAnswer(
      answer("allowed", "", retire, { by: [{ policy: "inline", statement: 0, sid: "Retire" }, { grant: "g1" }] }),
      undefined,
    );
    expect(explanation.routes).toEqual(["the caller may retire grant g1, and Retire (identity) allows it"]);
    expect(explanation.layers.find(({ layer }) => layer === "grant")).toMatchObject({
      verdict: "yes",
      entries: [{ name: "g1", mark: "yes", failures: [] }],
    });
  });

  it.each([
    ["kms:ReEncrypt", KEY, APP, "no such action"],
    ["kms:CreateAlias", "*", APP, "never checked there"],
    ["kms:RetireGrant", KEY, APP, "the grant decides"],
    ["kms:Decrypt", KEY, "anonymous", "unsigned"],
    ["kms:EnableKey", KEY, "arn:aws:iam::444455556666:user/eve", "never across accounts"],
  ])("does not say what policies lack where none could help: %s on %s for %s (%s)", (action, resource, principal) => {
    const made = answer(
      "implicitDeny",
      "no policy could allow it",
      trace([policy("resource", "key policy", [])], { action, resource, principal }),
    );
    expect(explainAnswer(made, undefined).lacking).toEqual([]);
  });

  it.each([
    [
      "no policy at all",
      trace([]),
      "the key policy does not allow kms:Decrypt to the caller, and does not delegate to account 111122223333",
    ],
    ["a service", trace([], { principal: "s3.amazonaws.com" }), "the key policy does not allow kms:Decrypt to the caller"],
    [
      "a level without policies",
      trace([policy("service-control", "Full", [{}], { level: 1 }), policy("resource", "key policy", [{ way: "direct" }])]),
      undefined,
    ],
    [
      "a boundary",
      trace([policy("boundary", "b", [{ failures: [otherAction] }]), policy("resource", "key policy", [{ way: "role" }])]),
      "the permissions boundary does not allow kms:Decrypt",
    ],
    [
      "an endpoint",
      trace([policy("endpoint", "e", []), policy("resource", "key policy", [{ way: "role" }])]),
      "the VPC endpoint policy does not allow kms:Decrypt",
    ],
    [
      "a session",
      trace([policy("session", "s", []), policy("resource", "key policy", [{ way: "role" }])]),
      "the session policies do not allow kms:Decrypt",
    ],
    ["IAM only", trace([], { action: "kms:ListKeys", resource: "*" }), "no identity policy allows kms:ListKeys"],
    [
      "a grant to another account",
      trace([], { principal: "arn:aws:iam::444455556666:user/eve", grants: [grant("g1", [])] }),
      "no identity policy allows kms:Decrypt",
    ],
  ])("says what is missing: %s", (_, made, words) => {
    expect(explainAnswer(answer("implicitDeny", "", made), undefined).lacking).toEqual(words === undefined ? [] : [words]);
  });

  it("lists three statements for other principals or resources and the nearest of the caller, and counts the rest", () => {
    const other = { failures: [{ part: "principal", wanted: ["arn:aws:iam::111122223333:role/x"], got: [APP] }] } as const;
    const both = { failures: [...other.failures, condition("Bool", "aws:SecureTransport", ["true"], ["false"])] };
    const statements = [other, both, other, { failures: [otherAction] }, other, other, other];
    const made = answer("implicitDeny", "", trace([policy("resource", "key policy", statements)]));
    const layer = (everything: boolean) => explainAnswer(made, undefined, everything).layers.find(({ title }) => title === "key policy");
    expect(layer(false)?.entries.map(({ name }) => name)).toEqual(["#0", "#2", "#3", "#4"]);
    expect(layer(false)?.others).toEqual(["3 statements for other principals"]);
    expect(layer(true)?.entries.length).toBe(7);
    expect(layer(true)?.others).toEqual([]);
  });

  it("shows a level of service control policies that has none as the one that blocks", () => {
    const made = answer("implicitDeny", "", trace([policy("service-control", "Full", [{}], { level: 1 })]));
    expect(explainAnswer(made, undefined).layers.find(({ layer }) => layer === "service-control")).toMatchObject({
      verdict: "no",
      summary: "level 1 (the root) does not allow it: 0 statements, 0 allow",
    });
  });

  it("needs no trace, as of an answer line written without one", () => {
    const { trace: _, ...line } = answer("implicitDeny", "no identity policy allows it", trace([]));
    expect(renderBrief(explainAnswer(line as Answer, undefined))).toContain("no identity policy allows it");
    expect(() => text(line as Answer)).not.toThrow();
  });

  it("tells of a request that could not be read what is wrong with it", () => {
    const at = { file: "stdin", line: 7, pointer: "/request/action" };
    const invalid = [
      { code: "KW101" as never, severity: "error" as const, message: "`Decrypt` is no action", at, help: "write `kms:Decrypt`" },
    ];
    expect(text(answer("undetermined", "the request is not valid", trace([]), { invalid }))).toMatchInlineSnapshot(`
      "NOT DECIDED (the request is not valid)   kms:Decrypt  on  key/1234abcd…
      principal  arn:aws:sts::111122223333:assumed-role/orders-app/i-0ab
      resource   arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
      because    the request is not valid

      stdin:7 error: \`Decrypt\` is no action [KW101]
        at /request/action
        help: write \`kms:Decrypt\`"
    `);
  });

  it("colours marks and places only with the functions it is given", () => {
    const mark = (name: string) => (it: string) => `<${name}>${it}</${name}>`;
    const colors = { bold: mark("b"), dim: mark("d"), red: mark("r"), green: mark("g"), yellow: mark("y") };
    const colored = renderText(explainAnswer(oneTenant, undefined), colors);
    expect(colored).toContain("<b><r>DENIED (implicit)</r></b>");
    expect(colored).toContain("<d>orders-key-policy.json:41</d>");
    expect(colored.replaceAll(/<\/?[bdrgy]>/g, "")).toBe(text(oneTenant));
  });

  it("lets no text of a policy or a request move the cursor or break a line", () => {
    const evil = "a\u001b[31m\nALLOWED\u202e\u2028b";
    const made = answer(
      "implicitDeny",
      evil,
      trace(
        [
          policy("resource", evil, [
            { sid: evil, failures: [condition("StringEquals", evil, [evil], [evil])], at: { file: evil, line: 1 } },
          ]),
        ],
        { principal: evil, action: evil, resource: evil },
      ),
      { missing: [evil], error: { name: "AccessDenied", status: 403, message: evil } },
    );
    for (const shown of [text(made), text(made, undefined, true), renderBrief(explainAnswer(made, undefined))]) {
      expect(shown.match(/[\p{Cc}\p{Cf}\p{Zl}]/gu)?.filter((it) => it !== "\n") ?? []).toEqual([]);
      expect(shown).not.toMatch(/^ALLOWED/m);
    }
  });
});

describe("a failing part, in words", () => {
  const shown = (failures: Parameters<typeof grant>[1], layer: "statement" | "grant" = "statement"): string => {
    const made =
      layer === "statement"
        ? trace([policy("resource", "key policy", [{ sid: "S", failures }])])
        : trace([], { grants: [grant("g1", failures)] });
    const all = text(answer("implicitDeny", "", made), undefined, true).split("\n");
    const from = all.findIndex((line) => /^ {6}(S|g1) /.test(line));
    const to = all.findIndex((line, i) => i > from && (line === "" || /^ {2}\d /.test(line)));
    return all
      .slice(from, to)
      .map((line) => line.trim())
      .join(" | ")
      .replace(/^(S|g1) +✗ /, "");
  };

  it.each([
    [
      condition("StringEquals", "kms:ViaService", ["s3.us-east-1.amazonaws.com"]),
      'condition  StringEquals kms:ViaService | wanted "s3.us-east-1.amazonaws.com"   got nothing (absent)',
    ],
    [condition("StringNotEquals", "k", ["a", "b"], ["a"]), 'condition  StringNotEquals k | wanted anything but "a" or "b"   got "a"'],
    [condition("Null", "k", ["true"], ["x"]), 'condition  Null k | wanted the key to be absent   got "x"'],
    [condition("Null", "k", ["false"]), "condition  Null k | wanted the key to be present   got nothing (absent)"],
    [
      condition("BoolIfExists", "aws:SecureTransport", ["true"], ["false"]),
      'condition  BoolIfExists aws:SecureTransport | wanted true, if present   got "false"',
    ],
    [condition("NumericLessThanEquals", "k", ["5"], ["6"]), 'condition  NumericLessThanEquals k | wanted at most 5   got "6"'],
    [
      condition("DateGreaterThan", "k", ["2026-01-01T00:00:00Z"], ["2025-01-01T00:00:00Z"]),
      'condition  DateGreaterThan k | wanted after 2026-01-01T00:00:00Z   got "2025-01-01T00:00:00Z"',
    ],
    [
      condition("NotIpAddress", "k", ["10.0.0.0/8"], ["10.1.1.1"]),
      'condition  NotIpAddress k | wanted an address outside 10.0.0.0/8   got "10.1.1.1"',
    ],
    [
      condition("ForAllValues:StringEquals", "aws:TagKeys", ["a"], ["a", "b"]),
      'condition  ForAllValues:StringEquals aws:TagKeys | wanted every value to be "a"   got "a" and "b"',
    ],
    [
      condition("ForAnyValue:StringLike", "aws:TagKeys", ["a*"], []),
      'condition  ForAnyValue:StringLike aws:TagKeys | wanted at least one value of "a*"   got an empty list',
    ],
    [unknownCondition("StringEquals", "k", ["a"]), 'condition  StringEquals k | wanted "a"   got not known'],
    [
      condition("StringEquals", "k", ["1", "2", "3", "4", "5", "6"], ["x"]),
      'condition  StringEquals k | wanted "1", "2", "3", "4" or 2 more   got "x"',
    ],
    [condition("StringEquals", "k", [], ["x"]), 'condition  StringEquals k | wanted nothing   got "x"'],
    [otherAction, "action  wanted kms:Encrypt   got kms:Decrypt"],
    [
      { part: "action", wanted: ["KMS:De*", "s3:*"], got: ["kms:Decrypt"] } as const,
      "action  wanted anything but KMS:De* and s3:*   got kms:Decrypt",
    ],
    [
      { part: "principal", wanted: ["arn:a:x"], got: ["arn:a:s", "arn:a:x"] } as const,
      "principal  wanted anything but arn:a:x   got arn:a:s (arn:a:x)",
    ],
    [
      { part: "principal", wanted: ["arn:a:s/1"], got: ["arn:a:r"], unknown: true } as const,
      "principal  wanted arn:a:s/1   got arn:a:r, session not given",
    ],
    [
      { part: "no-effect", wanted: [], got: undefined } as const,
      "no effect: a key policy statement without Action or Resource allows and denies nothing",
    ],
  ])("%#: of a statement", (failure, words) => {
    expect(shown([failure])).toBe(words);
  });

  it.each([
    [{ part: "principal", wanted: ["s3.amazonaws.com"], got: ["x"] } as const, "grantee  wanted s3.amazonaws.com   got x"],
    [
      { part: "operation", wanted: ["Decrypt", "RetireGrant"], got: ["Encrypt"] } as const,
      "operation  wanted Decrypt or RetireGrant   got Encrypt",
    ],
    [
      { part: "constraint", key: "EncryptionContextSubset", wanted: ["purpose=export", "a=1"], got: [] } as const,
      'constraint  EncryptionContextSubset | wanted "purpose=export" and "a=1"   got nothing',
    ],
    [
      { part: "token", wanted: [], got: undefined } as const,
      "grant token: the grant is not in effect everywhere yet: the request must present its grant token",
    ],
  ])("%#: of a grant", (failure, words) => {
    expect(shown([failure], "grant")).toBe(words);
  });
});

/** Any answer at all, also ones no engine would give: unsuited texts, statements named in `by` that the trace does not have. */
const layers: readonly Layer[] = [
  "service-control",
  "resource-control",
  "endpoint",
  "boundary",
  "session",
  "resource",
  "identity",
  "grant",
];
const parts = ["principal", "action", "resource", "condition", "operation", "constraint", "token", "no-effect"] as const;
const odd = fc.oneof(
  fc.constantFrom("kms:Decrypt", "kms:ViaService", KEY, APP, "*", "", "alias/x", "aws:SourceArn", "${a", "StringLike"),
  fc.string({ unit: "binary" }),
);
const tri = fc.constantFrom(true, false, "unknown" as const);
const failureOf: fc.Arbitrary<Failure> = fc.record(
  {
    part: fc.constantFrom(...parts),
    operator: fc.oneof(
      fc.constantFrom(
        "StringEquals",
        "Null",
        "ForAllValues:NotIpAddress",
        "DateLessThan",
        "NumericLessThan",
        "ArnLike",
        "EncryptionContextEquals",
      ),
      odd,
    ),
    key: fc.oneof(fc.constantFrom("kms:EncryptionContext:a", "kms:EncryptionContextKeys", "aws:CurrentTime", "aws:PrincipalTag/x"), odd),
    wanted: fc.array(odd, { maxLength: 6 }),
    got: fc.option(fc.array(odd, { maxLength: 2 }), { nil: undefined }),
    unknown: fc.constant(true as const),
  },
  { requiredKeys: ["part", "wanted", "got"] },
);
const statementOf = fc.record(
  {
    sid: odd,
    effect: fc.constantFrom("Allow" as const, "Deny" as const),
    applies: tri,
    way: fc.constantFrom("direct" as const, "role" as const, "user" as const, "account" as const),
    failures: fc.array(failureOf, { maxLength: 3 }),
  },
  { requiredKeys: ["effect", "applies", "failures"] },
);
const policyOf = fc
  .tuple(fc.constantFrom(...layers), odd, fc.array(statementOf, { maxLength: 4 }), fc.nat(3))
  .map(([layer, name, said, level]) => policy(layer, name, said, layer.endsWith("control") ? { level } : {}));
const answerOf = fc
  .record({
    outcome: fc.constantFrom("allowed" as const, "explicitDeny" as const, "implicitDeny" as const, "undetermined" as const),
    reason: odd,
    policies: fc.array(policyOf, { maxLength: 4 }),
    grants: fc.array(
      fc.tuple(odd, fc.array(failureOf, { maxLength: 3 }), tri).map(([id, failures, applies]) => grant(id, failures, { applies })),
      { maxLength: 3 },
    ),
    ignored: fc.array(fc.record({ layer: fc.constantFrom(...layers), because: odd }), { maxLength: 2 }),
    who: fc.record({ principal: odd, action: odd, resource: odd }),
    by: fc.array(fc.oneof(fc.record({ policy: odd, statement: fc.nat(3) }), fc.record({ grant: odd })), { maxLength: 3 }),
    missing: fc.array(odd, { maxLength: 2 }),
  })
  .map(({ outcome, reason, policies, grants, ignored, who, by, missing }) =>
    answer(outcome, reason, trace(policies, { ...who, grants, ignored }), { by, missing }),
  );

describe("explain, for any answer", () => {
  it("never throws, breaks no line, and leaves no spaces at line ends; what it suggests was allowed", () => {
    fc.assert(
      fc.property(answerOf, fc.boolean(), odd, (made, everything, text_) => {
        const request: Request = {
          principal: APP,
          action: made.trace.action,
          resource: made.trace.resource,
          encryptionContext: { [text_]: text_ },
          context: { [text_]: text_ },
          unknown: [text_],
        };
        let asked = 0;
        const ask = (): Answer =>
          asked++ % 2 === 0 ? answer("implicitDeny", "", trace([])) : answer("allowed", "", trace([]), { by: [{ grant: text_ }] });
        const explanation = explainAnswer(made, { request, ask, aliases: [text_] }, everything);
        expect(asked).toBeLessThanOrEqual(64);
        expect(explanation.closest.length).toBeLessThanOrEqual(3);
        for (const shown of [renderText(explanation), renderBrief(explanation)]) {
          expect(shown).not.toMatch(/ $/m);
          expect(shown.match(/[\p{Cc}\p{Zl}]/gu)?.filter((it) => it !== "\n") ?? []).toEqual([]);
        }
        expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
      }),
      { numRuns: 300 },
    );
  });
});

describe("why a statement applies", () => {
  const held = [{ operator: "StringNotEquals", key: "aws:PrincipalOrgID", wanted: ["o-abc"], got: undefined }];
  const [outsiders] = policy("resource-control", "Perimeter", [{ sid: "NoOutsiders", effect: "Deny" }]).statements;
  const perimeter = { ...policy("resource-control", "Perimeter", []), statements: [{ ...outsiders!, held }] };
  const denied = answer("explicitDeny", "explicitly denied by Perimeter#NoOutsiders", trace([perimeter]), {
    by: [{ policy: "Perimeter", statement: 0, sid: "NoOutsiders" }],
  });

  it("stands below it, and in one line behind the reason", () => {
    expect(text(denied)).toContain('because aws:PrincipalOrgID is absent (wanted anything but "o-abc")');
    expect(renderBrief(explainAnswer(denied, undefined)).split("\n")[1]).toBe(
      '  explicitly denied by Perimeter#NoOutsiders: aws:PrincipalOrgID is absent (wanted anything but "o-abc")',
    );
    expect(explainAnswer(denied, undefined).because).toEqual(['aws:PrincipalOrgID is absent (wanted anything but "o-abc")']);
  });
});

describe("a policy that delegates something else", () => {
  const lacking = (failures: readonly Failure[]) =>
    explainAnswer(
      answer("implicitDeny", "", trace([policy("resource", "key policy", [{ sid: "Root", way: "account", failures }])])),
      undefined,
    ).lacking;

  it("is not said to delegate nothing", () => {
    expect(lacking([otherAction])).toEqual([
      "the key policy does not allow kms:Decrypt to the caller, and delegates only other actions to account 111122223333",
    ]);
    expect(lacking([tenant])).toEqual([
      "the key policy does not allow kms:Decrypt to the caller, and delegates it to account 111122223333 only under conditions that do not hold",
    ]);
  });
});
