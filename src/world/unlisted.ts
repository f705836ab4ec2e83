import { keepWarnings } from "../authz/warnings.ts";
import type { Diagnostic, Place } from "../base/diagnostic.ts";
import { nearest } from "../base/nearest.ts";
import { shown } from "../base/text.ts";
import { policiesOf } from "../estate/estate.ts";
import { mayBeMore } from "../estate/knowledge.ts";
import type { WorldLookup } from "../estate/lookup.ts";
import type { World } from "../estate/world.ts";
import { parseArn } from "../iam/arn.ts";
import type { Policy } from "../iam/policy.ts";
import { foldCase } from "../iam/values.ts";

/**
 * Warns of roles and users that policies name, of accounts all of whose principals the world lists, which are not among them: IAM and AWS KMS refuse to store a
 * resource policy that names nobody (KMS API Reference, PutKeyPolicy), so one of the two is misspelt or missing. The warnings are kept with the policies.
 */
export function unlistedPrincipals({ estate, lookup }: World): readonly Diagnostic[] {
  const listed = new Map<string, string[]>();
  for (const { account, facts } of estate.principals) if (account !== "") listed.set(account, [...(listed.get(account) ?? []), facts.arn]);
  const found: Diagnostic[] = [];
  for (const policy of policiesOf(estate).keys()) {
    const own = namedIn(policy).flatMap(({ arn, at }) => {
      const account = accountOf(arn) ?? "";
      const others = listed.get(account);
      if (others === undefined || mayBeMore(estate, "principals", account) || isThere(arn, lookup)) return [];
      return [unlisted(arn, others, at)];
    });
    keepWarnings(policy, own);
    found.push(...own);
  }
  return found;
}

/** The roles and users that a policy names in full, as principals or by aws:PrincipalArn. */
const namedIn = ({ statements }: Policy): readonly { readonly arn: string; readonly at: Place }[] =>
  statements.flatMap(({ principal, conditions }) => [
    ...(principal?.members ?? []).flatMap(({ kind, value }) =>
      kind === "AWS" && principal !== undefined ? [{ arn: value, at: principal.at }] : [],
    ),
    ...conditions
      .filter(({ key }) => foldCase(key) === "aws:principalarn")
      .flatMap(({ values, at }) => values.filter((value) => !/[*?$]/.test(value)).map((arn) => ({ arn, at }))),
  ]);

/** Of a role, a user or a session of one; undefined for everything else, and for the roles that AWS makes and a world need not list. */
function accountOf(text: string): string | undefined {
  const arn = parseArn(text);
  if (arn === undefined || !/^(?:role|user|assumed-role)\//.test(arn.resource)) return undefined;
  return MADE_BY_AWS.test(arn.resource) ? undefined : arn.account;
}

/** Service-linked roles, and those of IAM Identity Center (IAM User Guide; IAM Identity Center User Guide, referencing permission sets). */
const MADE_BY_AWS = /^(?:role\/aws-(?:service-role|reserved)\/|assumed-role\/(?:AWSServiceRoleFor|AWSReservedSSO_|aws:))/;

function isThere(arn: string, lookup: WorldLookup): boolean {
  const asker = lookup.asker(arn);
  return asker.ok && asker.value.entries.length > 0;
}

function unlisted(arn: string, others: readonly string[], at: Place): Diagnostic {
  const near = nearestOf(arn, others);
  const message = `${shown(arn)} is not in this world, which lists other principals of its account`;
  const help = near === undefined ? "add it to `principals`, or take it out of the policy" : `did you mean \`${near}\`?`;
  return { code: "KW325", severity: "warning", message, at, help };
}

/** By what tells principals of one account apart: of a whole ARN half the letters are always right. */
function nearestOf(arn: string, others: readonly string[]): string | undefined {
  const byName = new Map(others.map((other) => [parseArn(other)?.resource ?? other, other]));
  const near = nearest(parseArn(arn)?.resource ?? arn, byName.keys());
  return near === undefined ? undefined : byName.get(near);
}
