import { BoundedCache } from "../base/bounded-cache.ts";
import { type Estate, policiesOf, type WorldKey } from "../estate/estate.ts";
import type { World } from "../estate/world.ts";
import { parseArn } from "../iam/arn.ts";
import type { PrincipalFacts } from "../iam/request.ts";
import { SERVICE_LINKED } from "../iam/reserved-roles.ts";
import { raw } from "../iam/variables.ts";
import { matchesPattern, type Pattern, resourcePattern } from "../iam/wildcard.ts";
import type { Reads } from "./reads.ts";

/**
 * Which keys, and which callers, no policy and no grant of some worlds tells from each other: calls of theirs are decided alike. What is named anywhere
 * stands for itself.
 */
export class Alike {
  readonly namesMatter: boolean; // of principals, whatever they are
  readonly usersAreAlike: boolean;
  readonly #reads: Reads;
  readonly #apart: boolean;
  readonly #keys: ReadonlyMap<string, string>; // ARN → the first ARN of its kind
  readonly #named: ReadonlySet<string>; // ARNs, and `account/name`: the path of a role is not told everywhere
  readonly #callers = new BoundedCache<string, string>(50_000, 1000);

  /** `apart`: nobody and nothing is alike. */
  constructor(worlds: readonly World[], reads: Reads, apart = false) {
    this.#reads = reads;
    this.#apart = apart;
    const estates = worlds.map(({ estate }) => estate);
    this.#keys = kindsOfKeys(estates, reads);
    this.#named = new Set(estates.flatMap(namesIn));
    const isOpen = estates.some(
      ({ knowledge, principals }) => knowledge !== undefined || principals.some((one) => one.openName !== undefined),
    );
    const isWhole = reads.key("aws:PrincipalArn") && reads.atoms("aws:PrincipalArn") === undefined;
    this.namesMatter = apart || reads.userIds || isOpen || isWhole;
    this.usersAreAlike = !reads.key("aws:username");
  }

  /** The keys that stand for all of their kind, each with the others. */
  get kinds(): ReadonlyMap<string, readonly string[]> {
    const kinds = new Map<string, string[]>();
    for (const [arn, first] of this.#keys) kinds.set(first, [...(kinds.get(first) ?? []), ...(arn === first ? [] : [arn])]);
    return kinds;
  }

  /** ARNs of who is named, and `account/name` of each. */
  get named(): readonly string[] {
    return [...this.#named].filter((name) => name.includes("/")).sort();
  }

  /** The key that stands for all of its kind; all that no world has are one kind, of which none says anything. */
  key(arn: string): string {
    if (this.#apart) return arn;
    return this.#keys.get(arn) ?? (KEY_ARN.test(arn) ? ELSEWHERE : arn);
  }

  /** What policies see of a role or a user, by its ARN with the path; undefined of one that they may tell from others. */
  caller(arn: string): string | undefined {
    return this.#callers.of(arn, () => this.#kindOf(arn) ?? "") || undefined;
  }

  /** The same of the principal of a question. */
  principal({ arn, roleArn }: PrincipalFacts): string | undefined {
    const isSession = arn.includes(":assumed-role/");
    const own = isSession ? roleArn : arn;
    return own === undefined ? undefined : this.caller(own);
  }

  #kindOf(arn: string): string | undefined {
    if (this.namesMatter || this.#named.has(arn)) return undefined;
    const { partition, service, account = "", resource = "" } = parseArn(arn) ?? {};
    const [kind = "", ...path] = resource.split("/");
    const name = path.at(-1) ?? "";
    if (service !== "iam" || !(kind === "role" || (kind === "user" && this.usersAreAlike)) || name === "") return undefined;
    if (
      this.#named.has(`${account}/${name}`) ||
      resource.includes(SERVICE_LINKED) ||
      /AWSServiceRoleFor|AWSReservedSSO|aws-reserved/.test(resource)
    )
      return undefined;
    return `any ${kind} of ${partition} ${account} ${this.#reads.key("aws:PrincipalArn") ? this.#reads.seen("aws:principalarn", arn) : ""}`;
  }
}

const KEY_ARN = /^arn:[a-z-]{1,20}:kms:[a-z0-9-]{1,40}:\d{12}:key\/[\w-]+$/;
const ELSEWHERE = "another key";

/** Whatever may stand for a principal: in worlds, in policies, in grants. */
function namesIn(estate: Estate): readonly string[] {
  const texts = [...policiesOf(estate).keys()].flatMap(({ statements, doubtful = [] }) =>
    [...statements, ...doubtful].flatMap(({ principal }) => principal?.members.map(({ value }) => value) ?? []),
  );
  const people = estate.principals.flatMap(({ facts: { arn, roleArn, userArn } }) => [arn, roleArn ?? "", userArn ?? ""]);
  const grants = estate.keys.flatMap(({ grants: all }) =>
    all.flatMap(({ GranteePrincipal = "", RetiringPrincipal = "" }) => [GranteePrincipal, RetiringPrincipal]),
  );
  return [...texts, ...people, ...grants].flatMap((text) => {
    const { account = "", resource = "" } = parseArn(text) ?? {};
    return [text, ...resource.split("/").map((part) => `${account}/${part}`)];
  });
}

/** Keys of which worlds say the same but for their names. */
function kindsOfKeys(estates: readonly Estate[], reads: Reads): ReadonlyMap<string, string> {
  const resources = [...new Set(estates.flatMap(resourcesIn))];
  const isNamed = resources.some((text) => text.includes("${")) || estates.some(({ knowledge }) => knowledge !== undefined);
  const patterns = resources.filter((text) => !text.includes("${") && text !== "*").map((text) => resourcePattern([raw(text)]));
  const arns = [...new Set(estates.flatMap(({ keys }) => keys.map(({ arn }) => arn)))].sort();
  const firsts = new Map<string, string>();
  const byArn = estates.map(({ keys }) => new Map(keys.map((key) => [key.arn, key])));
  return new Map(
    arns.map((arn) => {
      const said = byArn.map((keys) => told(keys.get(arn), reads));
      const kind = JSON.stringify([isNamed ? arn : "", said, bitsOf(patterns, arn)]);
      const first = firsts.get(kind) ?? arn;
      firsts.set(kind, first);
      return [arn, first];
    }),
  );
}

const bitsOf = (patterns: readonly Pattern[], arn: string): string =>
  patterns.map((pattern) => (matchesPattern(pattern, arn) ? "1" : "0")).join("");

const resourcesIn = (estate: Estate): readonly string[] =>
  [...policiesOf(estate).keys()].flatMap(({ statements, doubtful = [] }) =>
    [...statements, ...doubtful].flatMap(({ resource }) => resource?.members ?? []),
  );

function told(key: WorldKey | undefined, reads: Reads): unknown {
  if (key === undefined) return null;
  const { arn, account, region, managedBy, aliases, policyText, tags, grants, spec, usage, origin, multiRegion, multiRegionKeyType } = key;
  const { state, policy, openName, untold, unknown, openGrants } = key;
  return [
    account,
    region,
    managedBy,
    reads.key("kms:ResourceAliases") ? aliases : aliases.some((name) => name.startsWith("alias/aws/")),
    policyText,
    Object.entries(tags).filter(([name]) => reads.key(`aws:ResourceTag/${name}`)),
    grants.map(({ GrantId: _, Name: __, KeyId: ___, CreationDate: ____, ...grant }) => grant),
    [spec, usage, origin, multiRegion, multiRegionKeyType, state],
    openName === undefined && openGrants === undefined && policy.doubtful === undefined ? "" : arn,
    untold,
    unknown,
  ];
}
