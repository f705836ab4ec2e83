import fc from "fast-check";
import type { PrincipalFacts, Request } from "../../src/iam/request.ts";
import { contextArbitrary, GIVEN_KEYS } from "./conditions.ts";
import {
  ALIAS,
  ALICE_ID,
  APP_ID,
  GUEST,
  HOME,
  HOME_CALLERS,
  KEY,
  KEY_ACTIONS,
  OBJECT,
  OTHER_ACTIONS,
  OTHER_CALLERS,
  RESERVED_ALIAS,
  ROLE,
  root,
  SERVICE_ROLE,
  SERVICES,
  STAR_ACTIONS,
  TIMES,
  TWIN_KEY,
  VIA,
} from "./vocabulary.ts";

const maybe = <T>(weight: number, of: number, value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight, arbitrary: value }, { weight: of - weight, arbitrary: fc.constant(undefined) });

/** An object without the members that are undefined, as JSON would have it. */
export const told = <T extends object>(members: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };

const callerArbitrary: fc.Arbitrary<string> = fc.oneof(
  { weight: 24, arbitrary: fc.constantFrom(...HOME_CALLERS) },
  { weight: 9, arbitrary: fc.constantFrom(...OTHER_CALLERS) },
  { weight: 4, arbitrary: fc.constantFrom(...SERVICES) },
  { weight: 1, arbitrary: fc.constantFrom(SERVICE_ROLE, "anonymous", `arn:aws-cn:iam::${HOME}:user/alice`) },
);

function factsOf(arn: string): fc.Arbitrary<PrincipalFacts> {
  const [, , , , account = "", resource = ""] = arn.split(":");
  const [kind, name = "", session = ""] = resource.split("/");
  const ids = kind === "user" ? [ALICE_ID] : kind === "assumed-role" ? [`${APP_ID}:${session}`] : kind === "role" ? [APP_ID] : [];
  const roles = [
    `arn:aws:iam::${account}:role/${name}`,
    `arn:aws:iam::${account}:role/team/${name}`,
    `arn:aws:iam::${account}:role/aws-service-role/${name}`,
  ];
  const isSigned = account !== "";
  return fc
    .record({
      arn: fc.constant(arn),
      roleArn:
        kind === "assumed-role" ? maybe(2, 3, fc.constantFrom(roles[0], roles[0], roles[1], roles[1], roles[2])) : fc.constant(undefined),
      userArn:
        kind === "federated-user"
          ? maybe(4, 5, fc.constantFrom(`arn:aws:iam::${account}:user/${name}`, `arn:aws:iam::${account}:user/bob`, root(account)))
          : fc.constant(undefined),
      userId: ids.length > 0 ? maybe(2, 3, fc.constantFrom(...ids)) : fc.constant(undefined),
      tags: maybe(
        1,
        2,
        fc.constantFrom({ team: "red" }, { Team: "Red" }, { team: "red", keyid: "1234abcd-12ab-34cd-56ef-1234567890ab" }, { keyid: "*" }),
      ),
      orgId: maybe(isSigned ? 2 : 0, 4, fc.constantFrom("o-1", "o-2")),
      orgPath: maybe(isSigned ? 1 : 0, 4, fc.constantFrom("o-1/r-1/ou-1/", "o-1/r-1/ou-1/ou-2/")),
      serviceLinkedRole: maybe(kind === "assumed-role" ? 1 : 0, 8, fc.constant(true)),
      managementAccount: maybe(1, 12, fc.boolean()),
      mfaAgeSeconds: maybe(isSigned ? 1 : 0, 4, fc.constantFrom(60, 3600)),
      sourceIdentity: maybe(isSigned ? 1 : 0, 10, fc.constant("alice")),
    })
    .map(({ serviceLinkedRole, ...facts }) => {
      const isKnownElsewhere = facts.roleArn !== undefined && facts.roleArn !== roles[2]; // then it cannot be service-linked
      return told({ ...facts, ...(!isKnownElsewhere && { serviceLinkedRole }) }) as PrincipalFacts;
    });
}

const principalArbitrary: fc.Arbitrary<string | PrincipalFacts> = callerArbitrary.chain((arn) =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant<string | PrincipalFacts>(arn) },
    { weight: arn === "anonymous" ? 0 : 3, arbitrary: factsOf(arn) },
  ),
);

/** What is asked for on what: mostly what goes together. */
const questionArbitrary: fc.Arbitrary<{ action: string; resource: string; resourceAccount?: string }> = fc.oneof(
  { weight: 26, arbitrary: fc.record({ action: fc.constantFrom(...KEY_ACTIONS.slice(0, 5)), resource: fc.constant(KEY) }) },
  { weight: 10, arbitrary: fc.record({ action: fc.constantFrom(...KEY_ACTIONS), resource: fc.constantFrom(KEY, KEY, TWIN_KEY) }) },
  { weight: 4, arbitrary: fc.record({ action: fc.constant("kms:RetireGrant"), resource: fc.constant(KEY) }) },
  { weight: 4, arbitrary: fc.record({ action: fc.constant("kms:CreateGrant"), resource: fc.constant(KEY) }) },
  { weight: 3, arbitrary: fc.record({ action: fc.constantFrom(...STAR_ACTIONS), resource: fc.constant("*") }) },
  {
    weight: 2,
    arbitrary: fc.record({
      action: fc.constantFrom("kms:CreateAlias", "kms:DeleteAlias"),
      resource: fc.constantFrom(ALIAS, ALIAS, RESERVED_ALIAS, KEY),
    }),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ action: fc.constantFrom("kms:Decrypt", "kms:ListKeys", "kms:CreateAlias"), resource: fc.constantFrom(KEY, ALIAS, "*") })
      .filter(({ action, resource }) => action !== "kms:Decrypt" || resource !== ALIAS), // which is refused
  },
  { weight: 2, arbitrary: fc.record({ action: fc.constantFrom(...OTHER_ACTIONS), resource: fc.constant(OBJECT) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      action: fc.constantFrom(...OTHER_ACTIONS),
      resource: fc.constant(OBJECT),
      resourceAccount: fc.constantFrom(HOME, GUEST),
    }),
  },
  { weight: 2, arbitrary: fc.record({ action: fc.constantFrom("sts:AssumeRole", "sts:TagSession"), resource: fc.constant(ROLE) }) },
);

export const encryptionContextArbitrary: fc.Arbitrary<Record<string, string>> = fc.dictionary(
  fc.constantFrom("tenant", "tenant", "Tenant", "app"),
  fc.constantFrom("a", "a", "A", "b"),
  { maxKeys: 2 },
);

const GRANT_KEYS = GIVEN_KEYS.filter(({ key }) => key.startsWith("kms:Grant"));

function contextFor(action: string): fc.Arbitrary<Record<string, string | string[]> | undefined> {
  const usual = contextArbitrary(
    GIVEN_KEYS.filter((entry) => !GRANT_KEYS.includes(entry)),
    4,
  );
  if (action !== "kms:CreateGrant") return maybe(3, 4, usual);
  const operations = fc.subarray(["Decrypt", "Encrypt", "CreateGrant"], { minLength: 1 }).map((list) => ({ "kms:GrantOperations": list }));
  const grant = contextArbitrary(
    GRANT_KEYS.filter(({ key }) => key !== "kms:GrantOperations"),
    2,
  );
  return fc
    .tuple(fc.oneof(operations, operations, operations, fc.constant({})), grant, usual)
    .map((all) => Object.assign({}, ...all.toReversed()));
}

/** `unknown` is told by the case, from the keys its policies use. */
export const requestArbitrary: fc.Arbitrary<Request> = fc.tuple(principalArbitrary, questionArbitrary).chain(([principal, question]) =>
  fc
    .record({
      context: contextFor(question.action),
      encryptionContext: maybe(2, 3, encryptionContextArbitrary),
      viaService: maybe(typeof principal === "string" && !principal.startsWith("arn:") ? 0 : 1, 5, fc.constantFrom(...VIA)),
      grantTokens: maybe(1, 4, fc.subarray(["t1", "t2"])),
      time: maybe(1, 2, fc.constantFrom(...TIMES)),
    })
    .map((rest) => told({ principal, ...question, ...rest }) as Request),
);
