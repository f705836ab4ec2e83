import { nearest } from "../../base/nearest.ts";
import { shown } from "../../base/text.ts";
import type { Trust } from "../../estate/knowledge.ts";
import type { World } from "../../estate/world.ts";
import { isAccountId, parseArn } from "../../iam/arn.ts";
import { isServicePrincipal } from "../../iam/principal.ts";
import type { OptionSpec } from "../command.ts";
import type { Options } from "../options.ts";
import { refuse } from "../refusal.ts";

export const TRUST_OPTIONS: readonly OptionSpec[] = [
  {
    name: "trust",
    value: "WHO[,WHO…]",
    many: true,
    help: "who is meant to use the keys: an account by id or name, o-…, `organization`, the ARN of a principal, a service; `none`: nobody else",
  },
  {
    name: "administrator",
    value: "WHO",
    many: true,
    help: "who administers the keys, by name, ARN or pattern of ARNs: anybody else who can is told",
  },
];

/** Who is trusted, each by what it is. Nothing given: nobody said. */
export function trustIn(options: Options, { estate }: World): Trust | undefined {
  const words = options.all("trust").flatMap((given) => given.split(",").map((word) => word.trim()));
  if (words.length === 0) return undefined;
  const accounts: string[] = [];
  const organizations: string[] = [];
  const principals: string[] = [];
  const services: string[] = [];
  let organization = false;
  for (const word of words) {
    if (word === "none") continue;
    if (word === "organization") organization = true;
    else if (isAccountId(word) || estate.accounts.has(word)) accounts.push(word);
    else if (/^o-[a-z0-9]{10,32}$/.test(word)) organizations.push(word);
    else if (/[*?]/.test(word))
      throw refuse("KW001", "--trust", `${shown(word)} is a pattern`, "name accounts, organizations and principals one by one");
    else if (parseArn(word) !== undefined) principals.push(word);
    else if (isServicePrincipal(word)) services.push(word);
    else throw unknown(word, estate.accounts.keys());
  }
  if (organization && estate.organization === undefined)
    throw refuse("KW501", "--trust", "the world has no `organization`", "name one by its id: o-…");
  return { organization, accounts, organizations, principals, services };
}

/** Who administers the keys; undefined: nobody said. */
export function administratorsIn(options: Options, world: World): readonly string[] | undefined {
  const given = options.all("administrator");
  return given.length === 0 ? undefined : given.map((name) => administratorNamed(name, world));
}

function administratorNamed(name: string, { estate }: World): string {
  const arn = parseArn(name);
  if (arn !== undefined && /[*?]/.test(arn.account))
    throw refuse(
      "KW001",
      "--administrator",
      `${shown(name)} leaves the account open`,
      "a pattern names the account, as in arn:aws:iam::111122223333:role/admin-*",
    );
  if (arn !== undefined || estate.principals.some((one) => one.name === name)) return name;
  const near = nearest(
    name,
    estate.principals.map((one) => one.name),
  );
  throw refuse(
    "KW501",
    "--administrator",
    `no principal ${shown(name)} in this world`,
    near === undefined ? "name it by its ARN" : `did you mean \`${near}\`?`,
  );
}

function unknown(word: string, names: Iterable<string>) {
  const near = nearest(word, [...names]);
  return refuse(
    "KW501",
    "--trust",
    `${shown(word)} is no account, organization, principal or service`,
    near === undefined ? "as in --trust 444455556666 or --trust o-exampleorg1" : `did you mean \`${near}\`?`,
  );
}
