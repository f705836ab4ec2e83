import { listed } from "../../base/text.ts";
import { parseArn } from "../../iam/arn.ts";
import type { Policy } from "../../iam/policy.ts";
import { foldCase } from "../../iam/values.ts";
import type { WorldDocument } from "../../world/document.ts";
import { fresh, keyIdIn, nameOfKey, squashed } from "./names.ts";
import { byFrequency, type Guess, keyArnsIn, ownerOf, regionFor, regionsIn } from "./origin.ts";
import type { FoundPolicy } from "./policies.ts";
import { ALL_OF_KMS, type Attached, Principals } from "./principals.ts";

/** A world made of the policies of a repository, and what of it is a guess that a person has to look at. */
export type DraftWorld = { readonly document: WorldDocument; readonly notes: readonly string[] };

const DEFAULT_ACCOUNT = "111122223333"; // an id from AWS's documentation, as the next one
const MEMBER_ACCOUNT = "888888888888";
const DEFAULT_REGION = "us-east-1";

/** The most that an account can let its principals do: what a key policy leaves to the account shows only with such a policy. */
const ALL_OF_KMS_POLICY = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "kms:*", Resource: "*" }] };

type Key = FoundPolicy & {
  readonly name: string;
  readonly arn: string | undefined;
  readonly owner: Guess | undefined;
  readonly region: Guess | undefined;
};

/**
 * Puts policies together: each key policy becomes a key; whoever one names becomes a principal, with the identity policy filed under the same name; of an
 * account that is named as a whole, a principal that may use all of KMS. What cannot be known from policies alone is told in `notes`.
 */
export function draftWorld(policies: readonly FoundPolicy[]): DraftWorld {
  const notes: string[] = [];
  const keys = keysOf(policies);
  const account = accountOf(keys, policies, notes);
  const region = regionOf(keys, policies, notes);
  const organization = organizationOf(policies, [account, ...keys.flatMap(({ owner }) => owner?.value ?? [])], notes);
  const entries = Object.fromEntries(keys.map((key) => [key.name, keyEntry(key, { account, region, policies })]));
  notes.push(...arnNotes(keys, policies), ...factNotes(policies, keys));

  const principals = new Principals(account);
  for (const { policy } of keys) principals.nameAll(policy);
  for (const found of policies) if (found.type === "identity" || found.type === "trust") principals.attach(found as Attached);
  for (const { policy } of keys) principals.addAdministrators(policy);
  if (organization !== undefined) principals.addMember(MEMBER_ACCOUNT);
  principals.addStranger();
  notes.push(...principals.notes);

  const attached = organization === undefined ? {} : controlsOf(policies);
  for (const { path, type } of policies)
    if (organization !== undefined && type.endsWith("-control"))
      notes.push(
        `${path} is attached to the root of the organization, for all of its accounts: move it to the unit or account that it limits`,
      );
    else if (WHERE[type] !== undefined) notes.push(`${path} is not used: nothing says whom it limits; name it in ${WHERE[type]}`);
  for (const { path, open } of policies)
    if (open === "endpoint") notes.push(`${path} is taken for a key policy; it may be the policy of a VPC endpoint: then take the key out`);
  return {
    document: {
      version: 1,
      account,
      region,
      policies: { [ALL_OF_KMS]: ALL_OF_KMS_POLICY },
      ...(organization && { organization: { ...organization, ...attached } }),
      keys: entries,
      principals: principals.entries(),
    },
    notes,
  };
}

function keysOf(policies: readonly FoundPolicy[]): readonly Key[] {
  const names = new Set<string>();
  return policies
    .filter(({ type }) => type === "key-policy")
    .map((found) => {
      const name = fresh(nameOfKey(found.path), (tried) => names.has(tried));
      names.add(name);
      const arn = arnOf(found, policies);
      const { account, region } = (arn && parseArn(arn)) || {};
      return {
        ...found,
        name,
        arn,
        owner: account ? { value: account } : ownerOf(found),
        region: region ? { value: region } : regionFor(found),
      };
    });
}

/** The account most keys are of: it is the one that names without an account are of. */
function accountOf(keys: readonly Key[], policies: readonly FoundPolicy[], notes: string[]): string {
  const owners = byFrequency(keys.flatMap(({ owner }) => owner?.value ?? []));
  const others = byFrequency(policies.flatMap(({ policy }) => keyArnsIn(policy)).map((arn) => parseArn(arn)?.account ?? ""));
  const account = (owners[0] ?? others[0])?.[0];
  if (account === undefined) notes.push(`no policy names the account: ${DEFAULT_ACCOUNT} is made up`);
  for (const { path, owner } of keys) {
    if (owner?.because !== undefined) notes.push(`${path} is taken for the policy of a key of ${owner.value}: ${owner.because}`);
    if (owner === undefined && account !== undefined) notes.push(`${path} does not name the account of its key: ${account} is taken`);
  }
  return account ?? DEFAULT_ACCOUNT;
}

function regionOf(keys: readonly Key[], policies: readonly FoundPolicy[], notes: string[]): string {
  const own = byFrequency(keys.flatMap(({ region }) => region?.value ?? []));
  const found = own.length > 0 ? own : byFrequency(policies.flatMap(({ policy }) => regionsIn(policy)));
  const [first] = found;
  if (first === undefined) {
    notes.push(`no policy names the Region: ${DEFAULT_REGION} is taken`);
    return DEFAULT_REGION;
  }
  const [region] = first;
  const silent = keys.filter((key) => key.region === undefined);
  if (silent.length > 0 && found.length > 1)
    notes.push(
      `policies name the Regions ${listed(found.map(([value]) => value))}: ${region} is taken for ${listed(silent.map(({ path }) => path))}, which ${silent.length === 1 ? "names" : "name"} none`,
    );
  else if (silent.length > 0) {
    const who =
      silent.length === keys.length
        ? "no key policy names"
        : `${listed(silent.map(({ path }) => path))} ${silent.length === 1 ? "does" : "do"} not name`;
    notes.push(`${who} the Region: ${region} is taken, which other policies name`);
  }
  for (const { path, region: guess } of keys)
    if (guess?.because !== undefined) notes.push(`${path} is taken for the policy of a key in ${guess.value}: ${guess.because}`);
  return region;
}

type Home = { readonly account: string; readonly region: string; readonly policies: readonly FoundPolicy[] };

function keyEntry(key: Key, { account, region, policies }: Home): Record<string, unknown> {
  const { arn } = key;
  const id = keyIdIn(key.path);
  const aliases = aliasesIn(policies).filter((alias) => squashed(alias.slice("alias/".length)) === squashed(key.name));
  const [own, other] = [key.owner?.value ?? account, key.region?.value ?? region];
  return {
    ...(arn !== undefined
      ? { arn }
      : { ...(id && { id }), ...(own !== account && { account: own }), ...(other !== region && { region: other }) }),
    ...((arn ?? id)?.includes("mrk-") && { multiRegion: true }),
    ...(aliases.length > 0 && { aliases }),
    policy: `./${key.path}`,
  };
}

/** The key's ARN, where a policy names it: the policy of the key itself, or another one by the id that the file is called by, or the only ARN for the only key. */
function arnOf({ path, policy }: FoundPolicy, policies: readonly FoundPolicy[]): string | undefined {
  const [own, ...more] = new Set(keyArnsIn(policy));
  if (own !== undefined && more.length === 0) return own;
  const id = keyIdIn(path);
  const arns = [...new Set(policies.flatMap(({ policy }) => keyArnsIn(policy)))];
  if (id !== undefined) return arns.find((arn) => arn.endsWith(`:key/${id}`));
  return arns.length === 1 && policies.filter(({ type }) => type === "key-policy").length === 1 ? arns[0] : undefined;
}

function arnNotes(keys: readonly Key[], policies: readonly FoundPolicy[]): readonly string[] {
  const given = new Set(keys.map(({ arn }) => arn));
  const left = [...new Set(policies.filter(({ type }) => type !== "key-policy").flatMap(({ policy }) => keyArnsIn(policy)))].filter(
    (arn) => !given.has(arn),
  );
  if (left.length === 0) return [];
  return [`policies name ${left.join(", ")}: give the keys that are meant these ARNs (\`arn\`), else the policies do not reach them`];
}

const valuesOf = ({ statements }: Policy, isKey: (name: string) => boolean): readonly string[] =>
  statements.flatMap(({ conditions }) => conditions.filter(({ key }) => isKey(foldCase(key))).flatMap(({ values }) => values));

const aliasesIn = (policies: readonly FoundPolicy[]): readonly string[] =>
  [
    ...new Set(
      policies.flatMap(({ policy }) => [
        ...valuesOf(policy, (name) => name === "kms:resourcealiases" || name === "kms:requestalias"),
        ...policy.statements.flatMap(({ resource }) =>
          (resource?.members ?? []).flatMap((arn) => (parseArn(arn)?.service === "kms" ? (parseArn(arn)?.resource ?? []) : [])),
        ),
      ]),
    ),
  ].filter((name) => name.startsWith("alias/") && !/[*?$]/.test(name));

/** Facts about keys that policies test, and no policy tells. */
function factNotes(policies: readonly FoundPolicy[], keys: readonly Key[]): readonly string[] {
  const names = keys.map(({ name }) => squashed(name));
  const aliases = aliasesIn(policies).filter((alias) => !names.includes(squashed(alias.slice("alias/".length))));
  const tags = new Set(
    policies.flatMap(({ policy }) =>
      policy.statements.flatMap(({ conditions }) =>
        conditions.flatMap(({ key }) => (foldCase(key).startsWith("aws:resourcetag/") ? [key.slice(16)] : [])),
      ),
    ),
  );
  return [
    ...(aliases.length > 0 ? [`policies name ${listed(aliases)}: add them to the keys that are meant (\`aliases\`)`] : []),
    ...(tags.size > 0
      ? [
          `policies test ${tags.size === 1 ? "the tag" : "the tags"} ${listed([...tags])} of keys: give the keys theirs (\`tags\`), else they have none`,
        ]
      : []),
  ];
}

const ORGANIZATION_KEYS = new Set([
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:sourceorgid",
  "aws:sourceorgpaths",
  "aws:resourceorgid",
  "aws:resourceorgpaths",
]);

/** The organization that conditions name, with the accounts of the keys and one more, whose principals show what all members may. */
function organizationOf(policies: readonly FoundPolicy[], accounts: readonly string[], notes: string[]): WorldDocument["organization"] {
  const named = policies.flatMap(({ policy }) => valuesOf(policy, (name) => ORGANIZATION_KEYS.has(name)));
  const ids = byFrequency(named.flatMap((value) => /^o-[a-z0-9]{10,32}(?=$|\/)/.exec(value)?.[0] ?? []));
  const [first, ...others] = ids;
  if (first === undefined) return undefined;
  const [id] = first;
  const own = [...new Set(accounts)];
  notes.push(
    `conditions name the organization ${id}: ${listed(own)} ${own.length === 1 ? "is" : "are"} taken to be in it, and ${MEMBER_ACCOUNT} is made up as one more of its accounts`,
  );
  if (others.length > 0) notes.push(`conditions name ${listed(others.map(([other]) => other))} too: a world has one organization`);
  if (named.some((value) => value.includes("/r-")))
    notes.push("conditions name units of the organization: put the accounts into `units`, and give `rootId`");
  return { id, accounts: [...own, MEMBER_ACCOUNT] };
}

/** Policies of an organization, at its root. FullAWSAccess is beside them, as AWS attaches it. */
function controlsOf(
  policies: readonly FoundPolicy[],
): Pick<NonNullable<WorldDocument["organization"]>, "serviceControl" | "resourceControl"> {
  const of = (wanted: string) => policies.flatMap(({ path, type }) => (type === wanted ? [`./${path}`] : []));
  const [service, resource] = [of("service-control"), of("resource-control")];
  return {
    ...(service.length > 0 && { serviceControl: ["FullAWSAccess", ...service] }),
    ...(resource.length > 0 && { resourceControl: resource }),
  };
}

const WHERE: Readonly<Record<string, string>> = {
  "service-control": "`organization` (`serviceControl`)",
  "resource-control": "`organization` (`resourceControl`)",
  boundary: "the `boundary` of a principal",
  endpoint: "the `policy` of an entry of `endpoints`",
};
