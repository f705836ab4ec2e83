import type { Answer } from "../../src/authz/decision.ts";
import { type Case, decide } from "../../src/index.ts";
import { QUESTIONS, RECORDED } from "../fixtures.ts";

/** Every denied case of fixtures, with its answer; and some made here, of layers one on top of the other. */
export type Denied = { readonly name: string; readonly theCase: Case; readonly answer: Answer };

const isDenied = ({ outcome }: Answer): boolean => outcome === "implicitDeny" || outcome === "explicitDeny";

export function deniedFixtures(): readonly Denied[] {
  const all = new Set(
    [...QUESTIONS, ...RECORDED].flatMap(({ file, cases }) => cases.map((one) => ({ name: `${file}: ${one.name}`, theCase: one.case }))),
  );
  return [...new Map([...all].map((one) => [one.name, one])).values()].flatMap((one) => {
    const answer = decide(one.theCase);
    return isDenied(answer) ? [{ ...one, answer }] : [];
  });
}

const HOME = "111122223333";
const KEY = `arn:aws:kms:us-east-1:${HOME}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const CALLERS = [
  `arn:aws:iam::${HOME}:role/app`,
  `arn:aws:sts::${HOME}:assumed-role/app/i-0ab`,
  `arn:aws:iam::${HOME}:user/div/alice`,
  "arn:aws:iam::444455556666:role/reader",
  "logs.us-east-1.amazonaws.com",
];
const roleOf = (caller: string): string => caller.replace(/^arn:aws:sts::(\d+):assumed-role\/([^/]+)\/.*$/, "arn:aws:iam::$1:role/$2");

const policy = (...statements: readonly object[]) => ({ Version: "2012-10-17", Statement: statements });
const one = (statement: object) => ({ Version: "2012-10-17", Statement: statement }); // a statement that stands in no list
const all = (statement: object = {}) => ({ Effect: "Allow", Action: "*", Resource: "*", ...statement });
const named = (caller: string) => ({ Principal: caller.startsWith("arn:") ? { AWS: roleOf(caller) } : { Service: caller } });

/** Of each layer the ways in which it stands in the way, as members of `policies`. */
function obstacles(caller: string): readonly (readonly [name: string, policies: Record<string, unknown>])[] {
  const isPrincipal = caller.startsWith("arn:");
  const open = { resource: policy(all(named(caller))), ...(isPrincipal && { identity: [policy(all())] }) };
  const own: readonly (readonly [string, Record<string, unknown>])[] = isPrincipal
    ? [
        [
          "an identity policy that denies",
          { ...open, identity: [policy(all(), { Effect: "Deny", Action: ["kms:Decrypt", "kms:Encrypt"], Resource: "*" })] },
        ],
        [
          "a boundary that is silent",
          { ...open, resource: policy(all({ Principal: { AWS: HOME } }), all(named(caller))), boundary: policy(all({ Action: "s3:*" })) },
        ],
        ["a boundary that denies all but some", { ...open, boundary: policy(all(), { Effect: "Deny", NotAction: "s3:*", Resource: "*" }) }],
        [
          "a level of service control policies that is silent",
          { ...open, serviceControl: [[policy(all({ Action: "s3:*" }))], [policy(all())]] },
        ],
        [
          "a service control policy that denies all but one",
          {
            ...open,
            serviceControl: [
              [
                policy(all()),
                one({
                  Effect: "Deny",
                  Action: "kms:*",
                  Resource: "*",
                  Condition: { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/admin" } },
                }),
              ],
            ],
          },
        ],
        ["an endpoint policy that is silent", { ...open, endpoint: policy(all({ Principal: "*", Action: "kms:Encrypt" })) }],
        [
          "an endpoint policy that denies",
          { ...open, endpoint: policy(all({ Principal: "*" }), { Effect: "Deny", Principal: "*", Action: "kms:*", Resource: "*" }) },
        ],
      ]
    : [];
  return [
    ["a key policy that is silent", { ...open, resource: policy(all({ Principal: { AWS: `arn:aws:iam::${HOME}:role/admin` } })) }],
    ["a key policy of one statement, which lacks the action", { ...open, resource: one(all({ ...named(caller), Action: "kms:Encrypt" })) }],
    [
      "a key policy with a condition",
      { ...open, resource: policy(all({ ...named(caller), Condition: { StringEquals: { "kms:EncryptionContext:tenant": "a" } } })) },
    ],
    [
      "a key policy with conditions on a date and a number of values",
      {
        ...open,
        resource: policy(
          all({
            ...named(caller),
            Condition: {
              DateLessThan: { "aws:CurrentTime": "2020-01-01T00:00:00Z" },
              StringLike: { "kms:EncryptionContext:tenant": ["b", "c*"] },
            },
          }),
        ),
      },
    ],
    [
      "a key policy that denies",
      { ...open, resource: policy(all(named(caller)), { Effect: "Deny", Principal: "*", Action: "kms:Decrypt", Resource: "*" }) },
    ],
    [
      "a key policy that denies what is not of a tenant",
      {
        ...open,
        resource: policy(all(named(caller)), {
          Effect: "Deny",
          Principal: "*",
          Action: "kms:*",
          Resource: "*",
          Condition: { StringNotEquals: { "kms:EncryptionContext:tenant": ["a", "b"] } },
        }),
      },
    ],
    [
      "a key policy that denies all but some principals",
      {
        ...open,
        resource: policy(all(named(caller)), {
          Effect: "Deny",
          NotPrincipal: { AWS: [`arn:aws:iam::${HOME}:root`] },
          Action: "kms:*",
          Resource: "*",
        }),
      },
    ],
    [
      "a resource control policy that denies",
      {
        ...open,
        resourceControl: [
          [
            policy({
              Effect: "Deny",
              Principal: "*",
              Action: "kms:*",
              Resource: "*",
              Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } },
            }),
          ],
        ],
      },
    ],
    ...own,
  ];
}

/** 200 and more: each obstacle for each caller; and two of them at once. */
export function deniedMade(): readonly Denied[] {
  const request = (principal: string) => ({
    principal,
    action: "kms:Decrypt",
    resource: KEY,
    encryptionContext: { tenant: "t1" },
    time: "2026-11-22T03:00:00Z",
  });
  return CALLERS.flatMap((caller) => {
    const single = obstacles(caller);
    const double = single.flatMap(([name, policies], i) =>
      single.slice(i + 1).flatMap(([other, more]) => {
        const both = {
          ...policies,
          ...Object.fromEntries(Object.entries(more).filter(([member]) => !["resource", "identity"].includes(member))),
        };
        return Object.keys(both).length > Object.keys(policies).length ? [[`${name}, and ${other}`, both] as const] : [];
      }),
    );
    const some = double.filter((_, i) => i % 2 === 0);
    return [...single, ...some].flatMap(([name, policies]) => {
      const theCase = { request: request(caller), policies } as unknown as Case;
      const answer = decide(theCase);
      return isDenied(answer) ? [{ name: `${caller}: ${name}`, theCase, answer }] : [];
    });
  });
}
