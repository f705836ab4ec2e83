import { listed } from "../base/text.ts";
import type { WorldKey } from "../estate/estate.ts";
import type { World } from "../estate/world.ts";
import type { Change, Notice } from "./answers.ts";
import { fingerprint } from "./fingerprint.ts";

/** What a reviewer has to know of a change besides who gains or loses what. */
export function noticesOf(before: World, after: World, changes: readonly Change[]): readonly Notice[] {
  const old = new Map(before.estate.keys.map((key) => [key.arn, key]));
  const notices: Notice[] = [];
  const tell = (code: Notice["code"], severity: Notice["severity"], key: WorldKey, text: string) =>
    notices.push({
      code,
      severity,
      key: { name: key.name, arn: key.arn, aliases: key.aliases },
      text,
      at: key.policy.statements[0]?.at ?? key.at,
      fingerprint: fingerprint([code, key.arn, text]),
    });
  for (const key of after.estate.keys) {
    const { arn, name, replaces } = key;
    if (replaces !== undefined) {
      const naming = namesOf(replaces, after);
      const still =
        naming.length === 0 ? "" : `; ${listed(naming.slice(0, 4), "and")} still ${naming.length === 1 ? "names" : "name"} the old one`;
      tell(
        "KW766",
        "error",
        key,
        `${name} is made in place of another key: what was encrypted under the old one cannot be read with it${still}`,
      );
    }
    const was = old.get(arn);
    const refused = refusedIn(key, was, before);
    if (refused.length > 0)
      tell(
        "KW768",
        "error",
        key,
        `the update fails: ${listed(refused, "and")} of ${name} cannot change, and CloudFormation does not make another key in its place`,
      );
    if (was !== undefined && isDefault(key) && !isDefault(was) && !isUnknown(was))
      tell(
        "KW767",
        "warning",
        key,
        `AWS's default key policy comes back on ${name}: the identity policies of its account decide over it, and its own statements are gone`,
      );
  }
  tellMoved(before, after, tell);
  const rewritten = after.estate.keys.filter(
    (key) => old.has(key.arn) && old.get(key.arn)?.policyText !== key.policyText && !changes.some((change) => change.key.arn === key.arn),
  );
  const [first] = rewritten;
  if (first !== undefined)
    tell(
      "KW765",
      "note",
      first,
      `${rewritten.length === 1 ? `the key policy of ${first.name} is` : `${rewritten.length} key policies are`} written anew, and what is shown is all that changes by it`,
    );
  return notices;
}

/** Aliases that lead to another of the keys that were there before. */
function tellMoved(before: World, after: World, tell: (code: "KW766", severity: "note", key: WorldKey, text: string) => void): void {
  const was = new Map(
    before.estate.keys.flatMap((key) => key.aliases.map((alias) => [`${key.account}:${key.region}:${alias}`, key] as const)),
  );
  for (const key of after.estate.keys)
    for (const alias of key.aliases) {
      const old = was.get(`${key.account}:${key.region}:${alias}`);
      const isOther = old !== undefined && old.arn !== key.arn && key.replaces !== old.arn;
      if (isOther && after.estate.keys.some(({ arn }) => arn === old.arn))
        tell(
          "KW766",
          "note",
          key,
          `${alias} leads to ${key.name} instead of ${old.name}: what was encrypted under that one is read with its own ARN only`,
        );
    }
}

/**
 * What cannot change of a key that a template makes: both templates make it, and AWS refuses the update (AWS::KMS::Key, `KeySpec`, `KeyUsage`, `Origin`,
 * `MultiRegion`).
 */
function refusedIn(key: WorldKey, same: WorldKey | undefined, before: World): readonly string[] {
  if (key.openName?.fresh !== true) return [];
  const was = same ?? before.estate.keys.find(({ name, id }) => name === key.name && digitsOf(id) === digitsOf(key.id));
  if (was?.openName?.fresh !== true) return [];
  const isKnown = (fact: string): boolean => key.untold?.includes(fact) !== true && was.untold?.includes(fact) !== true;
  return IMMUTABLE.flatMap(([fact, member]) => (isKnown(fact) && key[fact] !== was[fact] ? [member] : []));
}

const IMMUTABLE = [
  ["spec", "KeySpec"],
  ["usage", "KeyUsage"],
  ["origin", "Origin"],
  ["multiRegion", "MultiRegion"],
] as const;

/** What ids that were made up for one thing have in common, of several Regions or of one. */
const digitsOf = (id: string): string => id.replace(/^mrk-/, "").replaceAll("-", "").slice(0, 12);

const isUnknown = ({ policy }: WorldKey): boolean => policy.statements.length === 0 && policy.doubtful !== undefined;

/** KMS Developer Guide, "Default key policy": its Id, and one statement. */
function isDefault({ policyText }: WorldKey): boolean {
  if (!policyText.includes('"key-default-1"')) return false;
  try {
    const { Id, Statement } = JSON.parse(policyText) as { readonly Id?: unknown; readonly Statement?: readonly unknown[] };
    return Id === "key-default-1" && Array.isArray(Statement) && Statement.length === 1;
  } catch {
    return false;
  }
}

/** The principals whose policies name a key by its ARN. */
const namesOf = (arn: string, { estate }: World): readonly string[] =>
  estate.principals.flatMap(({ name, policies }) =>
    policies.some(({ statements }) => statements.some(({ resource }) => resource?.members.includes(arn))) ? [name] : [],
  );
