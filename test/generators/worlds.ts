import fc from "fast-check";
import { parsePolicy } from "../../src/iam/parse/parse.ts";
import type { Policy } from "../../src/iam/policy.ts";
import { OPERATIONS } from "../../src/kms/operations/index.ts";
import type { WorldDocument } from "../../src/world/document.ts";
import type { Attempt } from "../laws/estate-agreement.ts";
import { contextArbitrary, GIVEN_KEYS } from "./conditions.ts";
import { type Document, type Kind, policyArbitrary } from "./policies.ts";
import { encryptionContextArbitrary, told } from "./requests.ts";
import { ALICE_ID, APP_ID, GUEST, HOME, KEY, KEY_ID, SERVICE_ROLE, SERVICES, STRANGER } from "./vocabulary.ts";

/** Whole estates that nearly match each other: two accounts or three, keys of many kinds, and everything that can limit their callers. */

const often = <T>(weight: number, hit: fc.Arbitrary<T>, miss: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: hit }, { weight: 10 - weight, arbitrary: miss });
const sometimes = <T>(weight: number, value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  often<T | undefined>(weight, value, fc.constant(undefined));

/** Who there is, by short name, in one partition. */
const people = (partition: string) =>
  ({
    alice: { arn: `arn:${partition}:iam::${HOME}:user/div/alice`, userId: ALICE_ID },
    app: { arn: `arn:${partition}:iam::${HOME}:role/team/app`, userId: APP_ID },
    session: { arn: `arn:${partition}:sts::${HOME}:assumed-role/app/s1` },
    ops: { arn: `arn:${partition}:iam::${HOME}:role/ops` },
    bob: { arn: `arn:${partition}:sts::${HOME}:federated-user/bob`, userArn: "alice" },
    linked: { arn: SERVICE_ROLE.replace("arn:aws:", `arn:${partition}:`), serviceLinkedRole: true },
    root: { arn: `arn:${partition}:iam::${HOME}:root` },
    guest: { arn: `arn:${partition}:iam::${GUEST}:role/app` },
    s3: { arn: "s3.amazonaws.com" },
  }) as const;
type Name = keyof ReturnType<typeof people>;
const NAMES = Object.keys(people("aws")) as Name[];
const HAVE_POLICIES: readonly Name[] = ["alice", "app", "session", "ops", "bob", "linked", "guest"];

const OPERATION_NAMES = Object.keys(OPERATIONS) as (keyof typeof OPERATIONS)[];
const USUAL = [
  "Decrypt",
  "Encrypt",
  "GenerateDataKey",
  "DescribeKey",
  "CreateGrant",
  "ReEncrypt",
  "Sign",
  "ListKeys",
  "RetireGrant",
] as const;
const operationArbitrary = often(7, fc.constantFrom<keyof typeof OPERATIONS>(...USUAL), fc.constantFrom(...OPERATION_NAMES));

/** Policies aim at somebody who does something: mostly at what is then tried. */
const aimArbitrary = (partition: string) =>
  fc
    .record({ name: fc.constantFrom(...NAMES), operation: operationArbitrary })
    .map(({ name, operation }) => ({ caller: people(partition)[name].arn, action: `kms:${operation}`, resource: KEY }));

/** What only a world says of a call: the key's tags, whose it is, and the way through its endpoints. */
const OF_THE_WORLD: readonly object[] = [
  { StringEquals: { "aws:ResourceTag/team": "red" } },
  { StringNotEqualsIfExists: { "aws:ResourceTag/team": "red" } },
  { Null: { "aws:ResourceTag/team": "true" } },
  { Null: { "aws:ResourceTag/team": "false" } },
  { "ForAnyValue:StringEquals": { "aws:SourceVpce": "vpce-1" } },
  { StringEquals: { "aws:SourceVpc": "vpc-1" } },
  { StringNotEquals: { "aws:SourceVpc": "vpc-1" } },
  { StringEquals: { "aws:ResourceOrgID": "o-1" } },
  { StringNotEqualsIfExists: { "aws:ResourceOrgID": "${aws:PrincipalOrgID}" } },
  { Null: { "aws:ResourceOrgID": "true" } },
];

/** A policy that says nothing but of its partition, one that everything passes, and one that hangs on the world: whole worlds are made of several. */
const policyIn = (kind: Kind, partition: string, open = 3): fc.Arbitrary<Document> => {
  const named = kind === "endpoint" || kind === "key-policy" ? { Principal: "*" } : {};
  const statement = { Effect: "Allow", Action: "*", Resource: "*", ...named };
  const all = { Version: "2012-10-17", Statement: [statement] };
  const hanging = fc.record({ Condition: fc.constantFrom(...OF_THE_WORLD), denies: fc.boolean() }).map(({ Condition, denies }) => ({
    ...all,
    Statement: denies ? [statement, { ...statement, Effect: "Deny", Condition }] : [{ ...statement, Condition }],
  }));
  const aimed = aimArbitrary(partition)
    .chain((aim) => policyArbitrary(kind, aim, 1))
    .map((document) => JSON.parse(JSON.stringify(document).replaceAll("arn:aws:", `arn:${partition}:`)) as Document);
  return fc.oneof(
    { weight: open, arbitrary: fc.constant<Document>(all) },
    { weight: 4, arbitrary: hanging as fc.Arbitrary<Document> },
    { weight: 10 - open, arbitrary: aimed },
  );
};

const controlIn = (partition: string): fc.Arbitrary<Document> =>
  aimArbitrary(partition).chain((aim) => policyArbitrary("resource-control", aim));
const scps = (partition: string) => sometimes(5, fc.array(policyIn("service-control", partition, 7), { minLength: 1, maxLength: 2 }));
const rcps = (partition: string) => sometimes(6, fc.array(controlIn(partition), { minLength: 1, maxLength: 1 }));

const principalsIn = (partition: string) =>
  fc
    .record(
      Object.fromEntries(
        NAMES.map((name) => [
          name,
          HAVE_POLICIES.includes(name)
            ? fc
                .record({
                  policies: sometimes(7, fc.array(policyIn("identity", partition, 5), { maxLength: 2 })),
                  boundary: sometimes(name === "bob" ? 0 : 2, policyIn("boundary", partition, 5)),
                  session:
                    name === "session" || name === "bob"
                      ? sometimes(5, fc.array(policyIn("session", partition, 5), { minLength: 1, maxLength: 2 }))
                      : fc.constant(undefined),
                  tags: sometimes(4, fc.constantFrom({ team: "red" }, { Team: "Red" }, { team: "red", keyid: KEY_ID })),
                  mfaAgeSeconds: sometimes(1, fc.constant(60)),
                  sourceIdentity: sometimes(1, fc.constant("alice")),
                })
                .map((members) => told({ ...people(partition)[name], ...members }))
            : fc.constant(people(partition)[name] as object),
        ]),
      ) as Record<Name, fc.Arbitrary<object>>,
    )
    .chain((all) =>
      fc
        .subarray(NAMES, { minLength: 5 })
        .map((kept) => Object.fromEntries([...new Set(["alice" as const, ...kept])].map((name) => [name, all[name]]))),
    );

const grantsIn = (partition: string) =>
  fc.array(
    fc
      .record({
        grantee: fc.constantFrom(
          ...NAMES.map((name) => people(partition)[name].arn),
          ...["role/ops", "user/div/alice"].map((who) => `arn:${partition}:iam::${HOME}:${who}`),
          `arn:${partition}:sts::${HOME}:assumed-role/app/s1`,
          ALICE_ID,
          APP_ID,
        ),
        operations: fc.subarray(
          ["Decrypt", "Encrypt", "GenerateDataKey", "DescribeKey", "CreateGrant", "RetireGrant", "ReEncryptFrom"] as const,
          { minLength: 1 },
        ),
        constraints: sometimes(
          4,
          fc.constantFrom<object>(
            { EncryptionContextEquals: { tenant: "a" } },
            { EncryptionContextSubset: { tenant: "a" } },
            { EncryptionContextSubset: { app: "b" } },
          ),
        ),
        retiring: sometimes(3, fc.constantFrom(...NAMES.map((name) => people(partition)[name].arn))),
        issuingAccount: sometimes(2, fc.constantFrom(HOME, GUEST)),
        token: sometimes(3, fc.constantFrom("t1")),
      })
      .map(told),
    { minLength: 1, maxLength: 2 },
  );

const AWS_KEYS = ["s3", "dynamodb", "redshift", "secretsmanager", "ebs", "unheard"];

const keyIn = (partition: string, regions: readonly string[]) =>
  fc
    .record({
      region: fc.constantFrom(...regions),
      account: often(8, fc.constant(HOME), fc.constant(GUEST)),
      policy: sometimes(7, policyIn("key-policy", partition, 2)),
      tags: sometimes(8, fc.constantFrom({ team: "red" }, { team: "red" }, { Team: "Red" })),
      grants: sometimes(6, grantsIn(partition)),
      kind: fc.constantFrom<object>(
        {},
        {},
        {},
        { spec: "RSA_2048", usage: "SIGN_VERIFY" },
        { spec: "HMAC_256" },
        { origin: "EXTERNAL" },
        { state: "Disabled" },
        { multiRegion: true },
      ),
      aws: sometimes(2, fc.constantFrom(...AWS_KEYS)),
    })
    .map(({ kind, aws, ...rest }) =>
      told(aws === undefined ? { ...rest, ...kind } : { ...rest, managedBy: "aws", aliases: [`alias/aws/${aws}`] }),
    );

const MRK = `mrk-${"ab".repeat(16)}`;

/** Names of aliases are once in a home: the first key has `alias/app`, and a related pair of multi-Region keys is added. */
const keysIn = (partition: string, regions: readonly string[]) =>
  fc
    .record({
      some: fc.array(keyIn(partition, regions), { minLength: 1, maxLength: 3 }),
      related: fc.boolean(),
      policy: sometimes(5, policyIn("key-policy", partition, 2)),
    })
    .map(({ some, related, policy }) => {
      const aliased = some.map((key, i) =>
        "aliases" in key && some.findIndex((other) => sameAlias(key, other)) < i
          ? undefined
          : { ...(i === 0 ? { aliases: ["alias/app"] } : {}), ...key },
      );
      const keys = Object.fromEntries(aliased.flatMap((key, i) => (key === undefined ? [] : [[`k${i}`, key] as const])));
      if (!related || regions[1] === undefined) return keys;
      const west = told({ id: MRK, region: regions[1], multiRegion: true, multiRegionKeyType: "REPLICA", policy });
      return { ...keys, east: { id: MRK, region: regions[0], multiRegion: true }, west };
    });

const sameAlias = (a: object, b: object): boolean => {
  const key = ({ aliases, account, region }: { aliases?: readonly string[]; account?: string; region?: string }) =>
    JSON.stringify([aliases, account, region]);
  return key(a) === key(b);
};

const PARTITIONS: readonly (readonly [string, readonly string[]])[] = [
  ["aws", ["us-east-1", "us-west-2"]],
  ["aws", ["us-east-1", "us-west-2"]],
  ["aws-cn", ["cn-north-1", "cn-northwest-1"]],
  ["aws-us-gov", ["us-gov-west-1", "us-gov-east-1"]],
  ["aws-iso", ["us-iso-east-1", "us-iso-west-1"]],
];

export type GeneratedWorld = { readonly document: WorldDocument; readonly partition: string };

export const worldArbitrary: fc.Arbitrary<GeneratedWorld> = fc.constantFrom(...PARTITIONS).chain(([partition, regions]) =>
  fc
    .record({
      principals: principalsIn(partition),
      keys: keysIn(partition, regions),
      organization: sometimes(7, organizationIn(partition)),
      endpoints: fc.record({ guarded: policyIn("endpoint", partition, 9) }).map(({ guarded }) => ({
        guarded: { id: "vpce-1", vpc: "vpc-1", policy: guarded },
        open: { id: "vpce-2" },
      })),
    })
    .map((members) => ({ partition, document: told({ account: HOME, region: regions[0], ...members }) as WorldDocument })),
);

const organizationIn = (partition: string) =>
  fc
    .record({
      serviceControl: scps(partition),
      resourceControl: rcps(partition),
      unit: fc.record({ serviceControl: scps(partition), resourceControl: rcps(partition) }).map(told),
      managementAccount: sometimes(3, fc.constantFrom(HOME, STRANGER)),
      both: fc.boolean(),
      rootId: often(9, fc.constant<string | undefined>("r-1"), fc.constant(undefined)),
    })
    .map(({ unit, both, rootId, managementAccount, ...attached }) =>
      told({
        id: "o-1",
        rootId,
        managementAccount,
        ...attached,
        accounts: both ? [GUEST] : [],
        units: { unit: { id: "ou-1", ...unit, accounts: [HOME] } },
      }),
    );

/** Calls of everybody by every way: what their context may say is what policies ask for. */
export const attemptsArbitrary = ({ document, partition }: GeneratedWorld): fc.Arbitrary<readonly Attempt[]> =>
  fc.array(
    fc
      .record({
        operation: operationArbitrary,
        principal: often(
          9,
          fc.constantFrom(...Object.keys(document.principals ?? {})),
          fc.constantFrom(
            `arn:${partition}:sts::${HOME}:assumed-role/app/s1`,
            `arn:${partition}:sts::${HOME}:assumed-role/ops/s2`,
            `arn:${partition}:iam::${HOME}:user/carol`,
            `arn:${partition}:iam::${STRANGER}:user/alice`,
            ...SERVICES,
          ),
        ),
        key: fc.constantFrom(...Object.keys(document.keys ?? {})),
        byAlias: fc.boolean(),
        encryptionContext: sometimes(6, encryptionContextArbitrary),
        context: sometimes(6, contextArbitrary(CALLER_KEYS, 3)),
        viaService: sometimes(2, fc.constantFrom("s3", "ec2", "dynamodb", "redshift-serverless", "secretsmanager")),
        endpoint: sometimes(5, fc.constantFrom("guarded", "guarded", "open", "vpce-9")),
        grantTokens: sometimes(2, fc.constant(["t1"])),
        session: sometimes(
          1,
          policyIn("session", partition, 5).map((text) => [{ document: text, policy: parsed(text) }]),
        ),
      })
      .map(({ byAlias, key, ...attempt }): Attempt => {
        const alias = byAlias ? document.keys?.[key]?.aliases?.[0] : undefined;
        return told({ key, alias, ...attempt }) as Attempt;
      }),
    { minLength: 10, maxLength: 20 },
  );

/** Condition keys of the requester and its way; those of the call are the call's, and who forwards it is said apart. */
const CALLER_KEYS = GIVEN_KEYS.filter(
  ({ key }) => key.startsWith("aws:") && !/^aws:(?:CalledVia|ViaAWSService|Principal|ResourceOrg|CurrentTime|EpochTime|TagKeys)/.test(key),
);

function parsed(document: object): Policy {
  const { policy } = parsePolicy(JSON.stringify(document), { type: "session", name: "session policy 1" });
  if (policy === undefined) throw new Error("a generated policy is none");
  return policy;
}
