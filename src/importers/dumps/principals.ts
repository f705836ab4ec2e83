import { isPlainObject } from "../../base/json-source.ts";
import { shown } from "../../base/text.ts";
import { parseArn } from "../../iam/arn.ts";
import { SERVICE_LINKED } from "../../iam/reserved-roles.ts";
import type { HeldPolicy, PolicyValue, PrincipalDraft, UnknownPolicy } from "../draft.ts";
import { isOfOtherServices, managedByAws } from "../managed-policies.ts";
import type { Sides } from "../sides.ts";
import { type Answer, isPage, type Members, members, readPolicy, tagsIn, text } from "./answer.ts";

type Policy = HeldPolicy;
type At = Answer["at"];

/** Users and roles of a dump with what is attached to them; policies and groups of all answers come first. */
export class PrincipalAnswers {
  readonly #sides: Sides;
  readonly #groups = new Map<string, { readonly group: Members; readonly at: At }>(); // by account and name
  readonly #policies = new Map<string, PolicyValue | UnknownPolicy>(); // by ARN

  constructor(sides: Sides) {
    this.#sides = sides;
  }

  /** `get-account-authorization-details`: everything that IAM has in an account. */
  readAll(answers: readonly Answer[]): void {
    const details = answers.filter(({ kind }) => kind === "iam get-account-authorization-details");
    for (const { value, at } of details) {
      for (const [i, policy] of members(value.Policies).entries()) this.policy(policy, (pointer) => at(`/Policies/${i}${pointer}`));
      for (const [i, group] of members(value.GroupDetailList).entries())
        this.group(group, (pointer) => at(`/GroupDetailList/${i}${pointer}`));
    }
    const pages = new Set<string>();
    const accounts = new Set<string>();
    for (const answer of details) {
      const { value, at, subject } = answer;
      const account = accountOf(value) ?? subject.account ?? this.#sides.account;
      if (account !== undefined) accounts.add(account);
      if (account !== undefined && (isPage(value) || !LISTS.every((list) => Array.isArray(value[list])))) pages.add(account);
      if (isPage(value)) {
        const help = "collect without `--max-items` and `--no-paginate`";
        this.#sides.tell(
          "KW810",
          at(""),
          "this answer of `get-account-authorization-details` is one page of several: more may exist",
          help,
        );
      }
    }
    for (const { value, at } of details)
      for (const [list, kind] of [
        ["UserDetailList", "user"],
        ["RoleDetailList", "role"],
      ] as const)
        for (const [i, principal] of members(value[list]).entries())
          this.principal(principal, kind, (pointer) => at(`/${list}/${i}${pointer}`), true);
    for (const account of accounts) {
      if (pages.has(account)) continue;
      this.#sides.each((draft) => {
        draft.knows("principals", account);
        draft.knows("policies", account);
      });
    }
  }

  /** A managed policy: its default version counts. */
  policy(policy: Members, at: At): void {
    const arn = text(policy.Arn);
    if (arn === undefined) return;
    const versions = members(policy.PolicyVersionList);
    const version =
      versions.find(({ IsDefaultVersion }) => IsDefaultVersion === true) ??
      versions.find(({ VersionId }) => VersionId === policy.DefaultVersionId);
    const name = text(policy.PolicyName) ?? arn;
    const [what, place] = [`the policy ${name}`, at("/PolicyVersionList")];
    const made =
      version === undefined
        ? this.#sides.policyUnknown(what, "its default version is not told", place)
        : readPolicy(version.Document, "identity", what, place, this.#sides);
    this.#policies.set(arn, made);
    this.#sides.each((draft) => draft.sharedPolicy(arn, made, name));
  }

  group(group: Members, at: At): void {
    const account = parseArn(text(group.Arn) ?? "")?.account;
    if (account !== undefined && text(group.GroupName) !== undefined)
      this.#groups.set(`${account}/${text(group.GroupName)}`, { group, at });
  }

  /** A user or a role as IAM describes it; `isWhole`: with all its policies. */
  principal(principal: Members, kind: "user" | "role", at: At, isWhole: boolean): void {
    const arn = text(principal.Arn);
    const parsed = parseArn(arn ?? "");
    if (arn === undefined || parsed?.service !== "iam") {
      this.#sides.tell("KW818", at("/Arn"), `a ${kind} has no ARN: it is left out`);
      return;
    }
    const name = text(kind === "user" ? principal.UserName : principal.RoleName) ?? parsed.resource;
    const policies = this.#policiesOf(principal, `the ${kind} ${name}`, at);
    const groups =
      kind === "user" && Array.isArray(principal.GroupList)
        ? principal.GroupList.filter((each): each is string => typeof each === "string")
        : [];
    const unknownGroups = groups.filter((group) => !this.#groups.has(`${parsed.account}/${group}`));
    const ofGroups = groups.flatMap((group) => {
      const known = this.#groups.get(`${parsed.account}/${group}`);
      return known === undefined
        ? []
        : this.#policiesOf(known.group, `the group ${group}`, known.at).map(([id, policy]) => [`group ${group} ${id}`, policy] as const);
    });
    const trust =
      principal.AssumeRolePolicyDocument === undefined
        ? undefined
        : readPolicy(
            principal.AssumeRolePolicyDocument,
            "trust",
            `the trust policy of ${name}`,
            at("/AssumeRolePolicyDocument"),
            this.#sides,
          );
    const boundary = isPlainObject(principal.PermissionsBoundary) ? text(principal.PermissionsBoundary.PermissionsBoundaryArn) : undefined;
    const tags = tagsIn(principal.Tags);
    this.#sides.each((draft) => {
      const own = draft.principal(arn, name).from(at(""));
      for (const [id, policy] of [...policies, ...ofGroups]) own.policy(id, policy);
      if (isWhole && unknownGroups.length === 0) own.knows("policies");
      if (unknownGroups.length > 0) own.knows("policies", "some");
      this.#facts(own, principal, kind, parsed.resource);
      if (trust !== undefined) own.trust(trust);
      if (kind === "role") own.longestSession(principal.MaxSessionDuration);
      if (tags !== undefined && (isWhole || principal.Tags !== undefined)) own.tags(tags);
      if (boundary !== undefined) own.boundary(this.#managed(boundary, `the boundary of ${name}`, at("/PermissionsBoundary")));
      else if (isWhole || "PermissionsBoundary" in principal) own.seen("boundary");
    });
    for (const group of unknownGroups)
      this.#sides.tell(
        "KW818",
        at("/GroupList"),
        `the group ${shown(group)} of ${shown(name)} is not told: its policies are not in the world`,
      );
  }

  #facts(own: PrincipalDraft, principal: Members, kind: "user" | "role", resource: string): void {
    const id = text(kind === "user" ? principal.UserId : principal.RoleId);
    if (id !== undefined) own.set("userId", id);
    if (kind === "user") own.seen("trust", "session");
    if (resource.startsWith(`role/${SERVICE_LINKED}`)) own.set("serviceLinkedRole", true);
  }

  #policiesOf(principal: Members, whose: string, at: At): readonly (readonly [string, Policy])[] {
    const inline = ["UserPolicyList", "RolePolicyList", "GroupPolicyList"].flatMap((list) =>
      members(principal[list]).map((policy, i) => {
        const name = text(policy.PolicyName) ?? String(i);
        return [
          `inline ${name}`,
          readPolicy(policy.PolicyDocument, "identity", `the policy ${name} of ${whose}`, at(`/${list}/${i}/PolicyDocument`), this.#sides),
        ] as const;
      }),
    );
    const attached = ["AttachedManagedPolicies", "AttachedPolicies"].flatMap(
      (
        list, // the second of list-attached-role-policies
      ) =>
        members(principal[list]).flatMap(({ PolicyArn }, i) => {
          const arn = text(PolicyArn);
          if (arn === undefined || (!this.#policies.has(arn) && isOfOtherServices(arn, this.#sides))) return [];
          return [[`managed ${arn}`, this.#managed(arn, `the policy ${arn} of ${whose}`, at(`/${list}/${i}`))] as const];
        }),
    );
    return [...inline, ...attached];
  }

  /** A managed policy by its ARN: one of the dump, one of AWS's, or one that nobody told. */
  #managed(arn: string, what: string, at: ReturnType<At>): Policy {
    if (this.#policies.has(arn)) return arn;
    const ofAws = managedByAws(arn, [this.#sides.before, this.#sides.after], this.#sides, at);
    return ofAws ?? this.#sides.elsewhere(arn, () => this.#sides.policyUnknown(what, `${arn} is in none of the answers`, at));
  }
}

const LISTS = ["UserDetailList", "GroupDetailList", "RoleDetailList", "Policies"] as const;

function accountOf(value: Members): string | undefined {
  for (const list of LISTS)
    for (const { Arn } of members(value[list])) {
      const account = parseArn(text(Arn) ?? "")?.account;
      if (account !== undefined && account !== "aws" && account !== "") return account;
    }
  return undefined;
}
