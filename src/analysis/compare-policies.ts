import { fromValue } from "../base/json-source.ts";
import { EMPTY_ESTATE, type Estate, type WorldKey, type WorldPrincipal } from "../estate/estate.ts";
import { InvalidWorldError } from "../estate/invalid-world.ts";
import { World } from "../estate/world.ts";
import { isAccountId, parseArn } from "../iam/arn.ts";
import { parsePolicy, parsePolicyNode } from "../iam/parse/parse.ts";
import type { Policy } from "../iam/policy.ts";
import { raw } from "../iam/variables.ts";
import { resourcePattern } from "../iam/wildcard.ts";
import { textClasses } from "../sets/text-classes.ts";
import { type Language, oneExcept, sequence, starExcept } from "../sets/tokens.ts";
import type { Comparison, Undecided } from "./answers.ts";
import { type CompareOptions, compare } from "./compare.ts";
import { tokensOf } from "./languages.ts";

/** The types of policy that say something of keys by themselves. */
export type DocumentType = "key-policy" | "identity";

/** A policy as its text, as the object it is in JSON, or read already. */
export type PolicyDocument = string | Policy | Readonly<Record<string, unknown>>;

export type ComparePoliciesOptions = Omit<CompareOptions, "keys"> & {
  readonly type: DocumentType;
  readonly account?: string; // of the key, or of whoever holds the identity policy: 12 digits; by default one that the policies name
};

const NO_ACCOUNT = "111122223333";
const AT = { file: "policy", pointer: "" };

/**
 * What one document allows and the other does not, each by itself: a key policy as that of one key, an identity policy as all that a role holds in the
 * account of keys which leave everything to their account. Keys are symmetric, without tags and aliases.
 *
 * @throws {InvalidWorldError} with everything that is wrong with a document.
 */
export function comparePolicies(before: PolicyDocument, after: PolicyDocument, options: ComparePoliciesOptions): Comparison {
  const { type: _, account: __, ...rest } = options;
  const { worlds, limit } = worldsFor(before, after, options);
  const comparison = compare(...worlds, rest);
  if (limit === undefined) return comparison;
  const undecided: Undecided = { code: "KW680", text: `resources are told apart by patterns that overlap too much: ${limit}` };
  const verdict = comparison.verdict === "equal" ? "unknown" : comparison.verdict;
  return { ...comparison, verdict, undecided: [...comparison.undecided, undecided] };
}

/** The worlds that two documents are compared as; `limit`: why these may have too few keys. */
export function worldsFor(before: PolicyDocument, after: PolicyDocument, { type, account }: ComparePoliciesOptions) {
  const [old, now] = [read(before, type, "before"), read(after, type, "after")];
  const home = account ?? accountIn([old, now]) ?? NO_ACCOUNT;
  const { keys, limit } = keysFor([old, now], home);
  return { worlds: [worldOf(old, home, keys), worldOf(now, home, keys)] as const, limit };
}

function read(given: PolicyDocument, type: DocumentType, name: string): Policy {
  if (typeof given === "object" && "statements" in given && Array.isArray(given.statements)) return given as Policy;
  const options = { type, name, file: name };
  const { policy, diagnostics } = typeof given === "string" ? parsePolicy(given, options) : parsePolicyNode(fromValue(given), options);
  if (policy !== undefined) return policy;
  throw new InvalidWorldError(
    `the policy \`${name}\` cannot be read`,
    diagnostics.filter(({ severity }) => severity === "error"),
  );
}

/** The account that principals and resources name first. */
function accountIn(policies: readonly Policy[]): string | undefined {
  for (const { statements } of policies)
    for (const { principal, resource } of statements)
      for (const text of [...(principal?.members.map(({ value }) => value) ?? []), ...(resource?.members ?? [])]) {
        const account = isAccountId(text) ? text : parseArn(text)?.account;
        if (account !== undefined && isAccountId(account)) return account;
      }
  return undefined;
}

/** Keys of the account, one of each class that the resources of the policies tell apart. */
function keysFor(policies: readonly Policy[], account: string): { readonly keys: readonly string[]; readonly limit?: string } {
  const texts = new Set(policies.flatMap(({ statements }) => statements.flatMap(({ resource }) => resource?.members ?? [])));
  const languages = [...texts].map((text): Language => [tokensOf(resourcePattern([raw(text)]))]);
  const part = (except: string) => [oneExcept(except), starExcept(except)];
  const domain: Language = [sequence("arn:aws:kms:", part(":*?$ "), `:${account}:key/`, part(":*?$/ "))];
  const hint = `arn:aws:kms:us-east-1:${account}:key/00000000-0000-0000-0000-000000000000`;
  const found = textClasses(languages, domain, { maxStates: 20_000, hints: [hint] });
  return "limit" in found ? { keys: [hint], limit: found.limit } : { keys: found.classes.map(({ witness }) => witness) };
}

function worldOf(policy: Policy, account: string, arns: readonly string[]): World {
  const isKeyPolicy = policy.type === "key-policy";
  const holder: WorldPrincipal = {
    name: "holder",
    at: AT,
    facts: { arn: `arn:aws:iam::${account}:role/holder` },
    account,
    policies: [policy],
    boundary: undefined,
    session: undefined,
    trust: undefined,
    credentials: () => undefined,
  };
  const estate: Estate = {
    ...EMPTY_ESTATE,
    account,
    region: "us-east-1",
    keys: (isKeyPolicy ? arns.slice(0, 1) : arns).map((arn) => keyOf(arn, account, isKeyPolicy ? policy : delegation(account))),
    principals: isKeyPolicy ? [] : [holder],
  };
  return new World(estate);
}

/** The key policy that leaves everything to the account. */
const delegation = (account: string): Policy => ({
  type: "key-policy",
  name: "key policy",
  version: "2012-10-17",
  statements: [
    {
      ref: { policy: "key policy", statement: 0 },
      effect: "Allow",
      principal: { mode: "only", members: [{ kind: "AWS", value: account }], at: AT },
      action: { mode: "only", members: ["kms:*"], at: AT },
      resource: { mode: "only", members: ["*"], at: AT },
      conditions: [],
      at: AT,
    },
  ],
});

function keyOf(arn: string, account: string, policy: Policy): WorldKey {
  const parsed = parseArn(arn);
  return {
    name: arn,
    at: AT,
    arn,
    id: parsed?.resource.slice("key/".length) ?? arn,
    account,
    region: parsed?.region ?? "us-east-1",
    description: "",
    managedBy: "customer",
    aliases: [],
    policy,
    policyText: "",
    tags: {},
    grants: [],
    spec: "SYMMETRIC_DEFAULT",
    usage: "ENCRYPT_DECRYPT",
    origin: "AWS_KMS",
    multiRegion: false,
    multiRegionKeyType: undefined,
    state: "Enabled",
    pendingWindowInDays: 30,
    createdAt: undefined,
    rotationPeriodInDays: undefined,
    dangerousKeyMaterial: () => [],
  };
}
