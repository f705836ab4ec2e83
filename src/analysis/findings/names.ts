import { nearest } from "../../base/nearest.ts";
import { shown } from "../../base/text.ts";
import { KMS_ACTIONS } from "../../catalog/actions.ts";
import type { WorldKey } from "../../estate/estate.ts";
import type { World } from "../../estate/world.ts";
import { parseArn } from "../../iam/arn.ts";
import type { Policy, Statement } from "../../iam/policy.ts";
import { foldCase } from "../../iam/values.ts";
import { held, matchesPattern, parsePattern } from "../../iam/wildcard.ts";
import { contentOf, grantContentOf, grantName, grantPlace, statementName } from "./evidence.ts";
import type { Draft } from "./finding.ts";

/** Names in the policy and the grants of a key that stand for nobody, or for two things. `isOpen`: whether an account may have principals that nobody told. */
export function names(world: World, key: WorldKey, isOpen: (account: string) => boolean): readonly Draft[] {
  return [...deleted(world, key), ...unknown(world, key, isOpen), ...twice(key), ...full(key)];
}

/** Ids that IAM and KMS show in the place of who was deleted: of roles, users, groups and instance profiles (IAM User Guide, "IAM identifiers"). */
const ID = /^A(?:RO|ID|GP|IP)A[A-Z0-9]{5,124}(?::.{1,64})?$/;

function deleted({ estate }: World, { policy }: WorldKey): readonly Draft[] {
  const ids = new Set(estate.principals.flatMap(({ facts }) => facts.userId?.split(":")[0] ?? []));
  return policy.statements.flatMap((statement) =>
    (statement.principal?.members ?? []).flatMap(({ kind, value }): readonly Draft[] => {
      if (kind !== "AWS" || !ID.test(value) || ids.has(value.split(":")[0] as string)) return [];
      return [
        {
          code: "KW743",
          level: "medium",
          text: `${statementName(statement)} names ${value}, which stands for a principal that was deleted`,
          at: statement.principal?.at ?? statement.at,
          same: [value, statement.effect],
        },
      ];
    }),
  );
}

/** Roles that AWS makes, and a world need not list: service-linked ones, those of IAM Identity Center, and sessions of services. */
const MADE_BY_AWS = /^(?:role\/aws-(?:service-role|reserved)\/|assumed-role\/(?:AWSServiceRoleFor|AWSReservedSSO_|aws:))/;

function unknown({ estate, lookup }: World, key: WorldKey, isOpen: (account: string) => boolean): readonly Draft[] {
  const listed = new Map<string, string[]>();
  for (const { account, facts } of estate.principals) if (account !== "") listed.set(account, [...(listed.get(account) ?? []), facts.arn]);
  const missing = (arn: string): readonly string[] | undefined => {
    const { resource = "", account = "" } = parseArn(arn) ?? {};
    const others = listed.get(account);
    if (others === undefined || isOpen(account) || !/^(?:role|user|assumed-role)\//.test(resource) || MADE_BY_AWS.test(resource))
      return undefined;
    const asker = lookup.asker(arn);
    return asker.ok && asker.value.entries.length > 0 ? undefined : others;
  };
  const draft = (by: string, arn: string, others: readonly string[], at: Draft["at"], same: unknown): Draft => {
    const near = nearest(arn, others);
    return {
      code: "KW744",
      level: "low",
      text: `${by} names ${arn}, which is not among the principals of its account`,
      at,
      same: [arn, same],
      ...(near !== undefined && { help: `did you mean ${shown(near)}? If not, take it out, or list it in the world` }),
    };
  };
  return [
    ...key.policy.statements.flatMap((statement) =>
      (statement.principal?.members ?? []).flatMap(({ kind, value }) => {
        const others = kind === "AWS" ? missing(value) : undefined;
        return others === undefined
          ? []
          : [draft(statementName(statement), value, others, statement.principal?.at ?? statement.at, statement.effect)];
      }),
    ),
    ...key.grants.flatMap((grant) =>
      [grant.GranteePrincipal, grant.RetiringPrincipal].flatMap((name) => {
        const others = name === undefined ? undefined : missing(name);
        return name === undefined || others === undefined
          ? []
          : [draft(grantName(grant), name, others, grantPlace(key, grant), grantContentOf(grant))];
      }),
    ),
  ];
}

function twice({ policy }: WorldKey): readonly Draft[] {
  const first = new Map<string, Statement>();
  return policy.statements.flatMap((statement): readonly Draft[] => {
    const { sid } = statement.ref;
    if (sid === undefined || sid === "") return [];
    const known = first.get(sid);
    if (known === undefined) {
      first.set(sid, statement);
      return [];
    }
    return [
      {
        code: "KW758",
        level: "info",
        text: `statements ${known.ref.statement + 1} and ${statement.ref.statement + 1} of ${policy.name} are both called ${shown(sid)}`,
        at: statement.at,
        same: [sid, [contentOf(known), contentOf(statement)].map((one) => JSON.stringify(one)).sort()],
      },
    ];
  });
}

const POLICY_LIMIT = 32_768; // bytes (KMS Developer Guide, "Resource quotas")
const ALMOST_POLICY = 30 * 1024;
const GRANT_LIMIT = 50_000; // of a customer managed key (the same)
const ALMOST_GRANTS = 45_000;

function full({ policy, policyText, grants, managedBy, at }: WorldKey): readonly Draft[] {
  const found: Draft[] = [];
  const size = new TextEncoder().encode(policyText).length;
  if (size > ALMOST_POLICY && managedBy === "customer")
    found.push({
      code: "KW756",
      level: "info",
      text: `${policy.name} has ${size} of the ${POLICY_LIMIT} bytes that a key policy may have`,
      at: policy.statements[0]?.at ?? at,
      same: ["policy"],
    });
  if (grants.length > ALMOST_GRANTS && managedBy === "customer")
    found.push({
      code: "KW756",
      level: "info",
      text: `the key has ${grants.length} of the ${GRANT_LIMIT} grants that a key may have`,
      at,
      same: ["grants"],
    });
  return found;
}

/** What is said of identity policies by themselves, whatever keys there are. */
export function identityDocuments({ estate }: World): readonly Draft[] {
  const policies = new Set(estate.principals.flatMap((principal) => principal.policies));
  return [...policies].flatMap((policy) => [...aliases(policy), ...long(policy, estate.policyTexts.get(policy))]);
}

const MANAGED_LIMIT = 6_144; // characters without white space (IAM User Guide, "IAM and AWS STS quotas")
const INLINE_LIMIT = 10_240; // of all inline policies of a role together

function long(policy: Policy, text: string | undefined): readonly Draft[] {
  const size = text?.replace(/\s+/g, "").length ?? 0;
  const limit =
    size > INLINE_LIMIT * 0.95 ? INLINE_LIMIT : size > MANAGED_LIMIT * 0.95 && size <= MANAGED_LIMIT ? MANAGED_LIMIT : undefined;
  if (limit === undefined) return [];
  return [
    {
      code: "KW756",
      level: "info",
      text: `${policy.name} has ${size} of the ${limit} characters that ${limit === MANAGED_LIMIT ? "a managed policy" : "the inline policies of a role"} may have`,
      at: policy.statements[0]?.at ?? { file: policy.name, pointer: "" },
      same: [policy.statements.map((statement) => JSON.stringify(contentOf(statement))).sort(), limit],
    },
  ];
}

function aliases(policy: Policy): readonly Draft[] {
  return policy.statements.flatMap((statement): readonly Draft[] => {
    const { effect, resource, action, at } = statement;
    if (effect !== "Allow" || resource?.mode !== "only" || action?.mode !== "only") return [];
    const named = resource.members.filter((member) => {
      const arn = parseArn(member);
      return arn?.service === "kms" && arn.resource.startsWith("alias/");
    });
    if (named.length === 0) return [];
    const patterns = action.members.map((member) => parsePattern(foldCase(member)));
    const meant = KMS_ACTIONS.filter((row) => patterns.some((pattern) => matchesPattern(pattern, held(foldCase(row.action)))));
    const onKeys = meant.filter(({ resources }) => resources.includes("key") && !resources.includes("alias"));
    const isMixed = named.length < resource.members.length && onKeys.length < meant.length;
    if (onKeys.length === 0 || isMixed) return [];
    return [
      {
        code: "KW755",
        level: "low",
        text: `${statementName(statement)} names ${named.length === 1 ? `the alias ${shown(named[0] as string)}` : `${named.length} aliases`}, and ${onKeys.length === 1 ? `${onKeys[0]?.action} is` : `${onKeys.length} of its actions are`} checked on the key, never on an alias`,
        at,
        same: [contentOf(statement)],
      },
    ];
  });
}
