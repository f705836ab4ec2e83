import fc from "fast-check";
import { conditionArbitrary } from "./conditions.ts";
import {
  ALIAS,
  GUEST,
  HOME,
  KEY,
  KEY_ACTIONS,
  KEY_ID,
  namesOf,
  OBJECT,
  OTHER_ACTIONS,
  PRINCIPALS,
  ROLE,
  SERVICES,
  STAR_ACTIONS,
  TWIN_KEY,
} from "./vocabulary.ts";

export type Document = Record<string, unknown>;
export type Kind =
  | "key-policy"
  | "resource"
  | "trust"
  | "identity"
  | "boundary"
  | "session"
  | "service-control"
  | "resource-control"
  | "endpoint";

/** The request a policy should nearly fit. */
export type Aim = { readonly caller: string; readonly action: string; readonly resource: string };

export const AIM: Aim = { caller: ROLE, action: "kms:Decrypt", resource: KEY };

const often = <T>(weight: number, hit: fc.Arbitrary<T>, miss: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: hit }, { weight: 10 - weight, arbitrary: miss });

const scalarOrList = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | T[]> =>
  fc.oneof(
    { weight: 8, arbitrary: one },
    { weight: 6, arbitrary: fc.array(one, { minLength: 1, maxLength: 3 }) },
    { weight: 1, arbitrary: fc.constant<T[]>([]) },
  );

const listed = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | T[]> => fc.oneof(one, fc.array(one, { minLength: 1, maxLength: 3 }));

function actionPattern(kind: Kind, { action }: Aim): fc.Arbitrary<string> {
  const [prefix = "", name = ""] = action.split(":");
  const hits = [
    action,
    `${prefix}:*`,
    action.toUpperCase(),
    `${prefix}:${name.slice(0, 2)}*`,
    `${prefix}:*${name.slice(-3)}`,
    `${prefix}:${name[0]}?${name.slice(2)}`,
  ];
  const wide = kind === "resource-control" ? hits : [...hits, "*"]; // a resource control policy names a service
  return often(
    8,
    fc.constantFrom(...wide),
    fc.constantFrom(...KEY_ACTIONS, ...STAR_ACTIONS, ...OTHER_ACTIONS, "kms:Re*", "kms:*Grant", "sts:*", "kms:?"),
  );
}

function resourcePattern(kind: Kind, { resource }: Aim): fc.Arbitrary<string> {
  const arns = [
    KEY,
    TWIN_KEY,
    ALIAS,
    OBJECT,
    ROLE,
    KEY.toUpperCase().replace("ARN:AWS:KMS:US", "arn:aws:kms:us"),
    `arn:aws:kms:*:${HOME}:key/*`,
    `arn:aws:kms:*:${GUEST}:key/*`,
    `arn:aws:kms:us-*-1:${HOME}:key/1234*`,
    `arn:aws:kms:us-east-?:*:key/????abcd-*`,
    "arn:aws:kms:*:*:alias/*",
    `arn:aws:kms:us-east-1:${HOME}:key/\${aws:PrincipalTag/keyid, '${KEY_ID}'}`,
    `arn:aws:kms:us-east-1:${HOME}:key/\${aws:PrincipalTag/keyid}`,
    `arn:aws:kms:us-east-1:${HOME}:key/\${*}`,
    "arn:aws:s3:::bucket/${aws:username}",
    "arn:aws:s3:::*/a*",
  ];
  const short = ["arn:aws:kms:*", "arn:aws:kms", "arn:aws:kms:us-east-1", "arn:aws:s3:::*"];
  const hits = ["*", "*", "*", ...(resource === "*" ? [] : [resource])];
  return often(8, fc.constantFrom(...hits), fc.constantFrom(...arns, ...(kind === "session" ? [] : short)));
}

function principalElement({ caller }: Aim): fc.Arbitrary<unknown> {
  const isService = SERVICES.includes(caller);
  const aws = often(8, fc.constantFrom(...namesOf(caller)), fc.constantFrom(...PRINCIPALS));
  const services = often(isService ? 8 : 3, fc.constantFrom(isService ? caller : "s3.amazonaws.com"), fc.constantFrom(...SERVICES));
  return fc.oneof(
    { weight: isService ? 3 : 14, arbitrary: fc.record({ AWS: listed(aws) }) },
    { weight: 4, arbitrary: fc.constantFrom<unknown>("*", { AWS: "*" }) },
    { weight: isService ? 12 : 2, arbitrary: fc.record({ Service: listed(services) }) },
    { weight: 1, arbitrary: fc.record({ AWS: aws, Service: services }) },
    { weight: 1, arbitrary: fc.constantFrom<unknown>({}, { AWS: [] }) },
  );
}

/** Who a NotPrincipal exempts: everything that is the caller, or less than that. */
function exemptionElement({ caller }: Aim): fc.Arbitrary<unknown> {
  if (SERVICES.includes(caller)) return fc.constantFrom<unknown>({ Service: caller }, { Service: SERVICES }, { AWS: "*" });
  const everything = fc.constant(namesOf(caller));
  return fc
    .oneof(
      everything,
      fc.subarray(namesOf(caller), { minLength: 1 }),
      fc.array(fc.constantFrom(...PRINCIPALS), { minLength: 1, maxLength: 3 }),
    )
    .map((AWS) => ({ AWS }));
}

const HAS_PRINCIPAL: readonly Kind[] = ["key-policy", "resource", "trust", "endpoint"];

/** One statement that is valid in a policy of its kind (IAM User Guide, policy grammar). */
function statement(kind: Kind, aim: Aim, denies: number): fc.Arbitrary<Document> {
  const effect = kind === "resource-control" ? fc.constant("Deny") : often(denies, fc.constant("Deny"), fc.constant("Allow"));
  return effect.chain((Effect) => {
    const parts: fc.Arbitrary<Document>[] = [fc.constant({ Effect })];
    if (kind === "resource-control") parts.push(fc.constant({ Principal: "*" }));
    if (HAS_PRINCIPAL.includes(kind)) {
      const exempts = Effect === "Deny" && kind !== "trust" && kind !== "resource" ? 3 : 0;
      parts.push(
        often<Document>(exempts, fc.record({ NotPrincipal: exemptionElement(aim) }), fc.record({ Principal: principalElement(aim) })),
      );
    }
    const action = actionPattern(kind, aim);
    const exceptActions = kind === "resource-control" ? 0 : 1;
    const actions: fc.Arbitrary<Document> = often<Document>(
      exceptActions,
      fc.record({ NotAction: listed(action) }),
      fc.record({ Action: scalarOrList(action) }),
    );
    const resource = kind === "key-policy" ? often(9, fc.constant("*"), resourcePattern(kind, aim)) : resourcePattern(kind, aim);
    const resources: fc.Arbitrary<Document> = often<Document>(
      1,
      fc.record({ NotResource: listed(resource) }),
      fc.record({ Resource: scalarOrList(resource) }),
    );
    parts.push(kind === "key-policy" ? fc.oneof({ weight: 40, arbitrary: actions }, { weight: 1, arbitrary: fc.constant({}) }) : actions);
    if (kind === "key-policy") parts.push(fc.oneof({ weight: 40, arbitrary: resources }, { weight: 1, arbitrary: fc.constant({}) }));
    else if (kind !== "trust") parts.push(resources);
    const condition = fc.record({ Condition: conditionArbitrary(HAS_PRINCIPAL.includes(kind), Effect === "Deny" ? 3 : 1) });
    parts.push(often<Document>(Effect === "Deny" ? 9 : 6, condition, fc.constant({})));
    return fc.tuple(...parts).map((members) => Object.assign({}, ...members));
  });
}

const ALL: Document = { Effect: "Allow", Action: "*", Resource: "*" };
const FULL: Document = { Version: "2012-10-17", Statement: [ALL] };

/** A whole document; `denies` of ten statements are Denies. */
export function policyArbitrary(kind: Kind, aim: Aim, denies = 2): fc.Arbitrary<Document> {
  const dated = kind === "resource-control" || kind === "service-control";
  return fc
    .record({
      version: dated
        ? fc.constant("2012-10-17")
        : fc.constantFrom("2012-10-17", "2012-10-17", "2012-10-17", "2012-10-17", "2008-10-17", undefined),
      statements: fc.array(statement(kind, aim, denies), { minLength: 1, maxLength: 4 }),
      sids: fc.boolean(),
      alone: fc.boolean(),
    })
    .map(({ version, statements, sids, alone }) => {
      const withSids = statements.map((one, i) => (sids ? { Sid: `S${i}`, ...one } : one));
      const [first] = withSids;
      return {
        ...(version === undefined ? {} : { Version: version }),
        Statement: alone && withSids.length === 1 && first ? first : withSids,
      };
    });
}

/** A filter that mostly lets through: everything is allowed, and something more is said. */
function filterArbitrary(kind: Kind, aim: Aim): fc.Arbitrary<Document> {
  const open = ["endpoint"].includes(kind) ? { Version: "2012-10-17", Statement: [{ ...ALL, Principal: "*" }] } : FULL;
  const mostlyOpen = statement(kind, aim, 7).map((one) => ({ ...open, Statement: [...(open.Statement as Document[]), one] }));
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant(open) },
    { weight: 3, arbitrary: mostlyOpen },
    { weight: 3, arbitrary: policyArbitrary(kind, aim, 1) },
  );
}

/** Some of the documents, each with a name of its own. */
const someNamed =
  (name: string) =>
  (documents: readonly Document[]): fc.Arbitrary<Document[]> =>
    fc
      .array(fc.integer({ min: 0, max: 5 }), { minLength: documents.length, maxLength: documents.length })
      .map((dice) => documents.map((document, i) => (dice[i] === 0 ? { name: `${name}/${i}`, document } : document)));

/** The documents around one request. `kind` is what its resource policy is. */
export function policiesArbitrary(aim: Aim, kind: "key-policy" | "resource" | "trust"): fc.Arbitrary<Document> {
  const isFederated = aim.caller.includes("federated-user/");
  const sometimes = (chance: number, member: string, value: fc.Arbitrary<unknown>): fc.Arbitrary<Document> =>
    often<Document>(
      chance,
      value.map((given) => ({ [member]: given })),
      fc.constant({}),
    );
  const levels = fc.array(fc.array(filterArbitrary("service-control", aim), { maxLength: 2 }), { maxLength: 3 });
  const mostlyFull = levels.map((lists) => lists.map((list) => (list.length === 0 ? [FULL] : list)));
  return fc
    .tuple(
      sometimes(9, "resource", policyArbitrary(kind, aim, 2)),
      sometimes(7, "identity", fc.array(policyArbitrary("identity", aim, 2), { maxLength: 2 }).chain(someNamed("inline"))),
      sometimes(
        2,
        "boundary",
        filterArbitrary("boundary", aim)
          .chain((one) => someNamed("Boundary")([one]))
          .map(([one]) => one),
      ),
      sometimes(isFederated ? 7 : 2, "session", fc.array(filterArbitrary("session", aim), { minLength: 1, maxLength: 2 })),
      sometimes(2, "serviceControl", fc.oneof({ weight: 5, arbitrary: mostlyFull }, { weight: 1, arbitrary: levels })),
      sometimes(1, "resourceControl", fc.array(fc.array(policyArbitrary("resource-control", aim), { maxLength: 2 }), { maxLength: 2 })),
      sometimes(1, "endpoint", filterArbitrary("endpoint", aim)),
    )
    .map((members) => Object.assign({}, ...members));
}

export const keyPolicyArbitrary: fc.Arbitrary<Document> = policyArbitrary("key-policy", AIM);

/** A pattern of a Resource element and an ARN it may match. */
export const resourcePatternArbitrary: fc.Arbitrary<{ pattern: string; arn: string; policyType: Kind }> = (() => {
  const piece = fc.constantFrom("a", "b", "aa", "*", "*", "?", "/", "key/", "*/", "1");
  const literal = fc.constantFrom("a", "b", "aa", "ab", "/", "key/", ":", "1", "*");
  const segment = fc.array(piece, { maxLength: 3 }).map((parts) => parts.join(""));
  const value = fc.array(fc.constantFrom("a", "b", "aa", "1"), { maxLength: 3 }).map((parts) => parts.join(""));
  const tail = fc.array(fc.oneof(piece, fc.constant(":")), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(""));
  const rest = fc.array(literal, { minLength: 1, maxLength: 7 }).map((parts) => parts.join(""));
  const whole = fc.tuple(segment, segment, tail).map(([region, account, id]) => `arn:aws:kms:${region}:${account}:${id}`);
  const short = fc.tuple(segment, segment).map(([region, account]) => `arn:aws:kms:${region}:${account}`);
  const stray = fc.tuple(value, value, rest).map(([region, account, id]) => `arn:aws:kms:${region}:${account}:${id}`);
  return fc
    .record({
      pattern: fc.oneof(
        { weight: 8, arbitrary: whole },
        { weight: 1, arbitrary: fc.constantFrom("*", "arn:aws:kms:*", "arn:aws:kms", "arn:aws:*") },
        { weight: 1, arbitrary: short },
      ),
      stray,
      strays: fc.boolean(),
      fills: fc.array(fc.constantFrom("", "a", "1", "a/", ":", "b:1"), { minLength: 8, maxLength: 8 }),
      policyType: fc.constantFrom<Kind>("identity", "boundary", "endpoint", "service-control", "key-policy"),
    })
    .map(({ pattern, stray: other, strays, fills, policyType }) => {
      let next = 0; // the wildcards of the pattern, filled with something that may or may not fit
      const filled = pattern.replace(/[*?]/g, () => fills[next++ % fills.length] ?? "");
      return { pattern, arn: strays || filled.split(":").length < 6 ? other : filled, policyType };
    });
})();
