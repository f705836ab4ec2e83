import { listed, shown } from "../../base/text.ts";
import { parseArn } from "../../iam/arn.ts";
import type { Policy, Statement } from "../../iam/policy.ts";
import { parsePrincipalPattern } from "../../iam/principal.ts";
import { refuse } from "../refusal.ts";
import { type Reading, type WorldInCase, worldsAt } from "./worlds.ts";

/**
 * The worlds of what was named, or that of a key policy by itself with the account that its key is in: the one account that it names, or of several the one
 * that it lets administer the key. Who is an outsider hangs on it.
 *
 * @throws {Refusal} for a key policy that leaves it open.
 */
export async function worldsWithHome(
  given: string,
  account: string | undefined,
  place: string,
  reading: Reading,
): Promise<readonly [WorldInCase, ...WorldInCase[]]> {
  const worlds = await worldsAt(given, account, reading);
  const [{ named }] = worlds;
  const policy = named.world.estate.keys[0]?.policy;
  if (named.kind !== "key-policy" || account !== undefined || policy === undefined) return worlds;
  const homes = homesIn(policy);
  const [home] = homes;
  if (homes.length > 1)
    throw refuse(
      "KW010",
      place,
      `${shown(given)} names the accounts ${listed(homes)}, and does not say which its key is in`,
      `say it by --account ${home}`,
    );
  return home === undefined || home === named.world.estate.account ? worlds : worldsAt(given, home, reading);
}

function homesIn({ statements }: Policy): readonly string[] {
  const all = new Set(statements.flatMap(accountsIn));
  if (all.size <= 1) return [...all];
  const administrators = new Set(
    statements.filter(({ effect, action }) => effect === "Allow" && action?.members.includes("kms:*")).flatMap(accountsIn),
  );
  return administrators.size === 1 ? [...administrators] : [...all];
}

const accountsIn = ({ principal }: Statement): readonly string[] =>
  (principal?.members ?? []).flatMap((entry) => {
    const pattern = parsePrincipalPattern(entry);
    if (pattern === undefined) return [];
    if ("account" in pattern) return [pattern.account];
    return "arn" in pattern ? (parseArn(pattern.arn)?.account ?? []) : [];
  });
