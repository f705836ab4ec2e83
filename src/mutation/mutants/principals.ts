import { shown } from "../../base/text.ts";
import { formatArn, isAccountId, parseArn } from "../../iam/arn.ts";
import { replaced, withoutItem } from "./edits.ts";
import { type Draft, draft } from "./mutator.ts";
import { type Entry, elementOf, entriesOf, type Site } from "./site.ts";

/** An account of nobody: what a mistyped account id lets in. */
const ELSEWHERE = "999999999999";

const accountOf = (value: string): string | undefined =>
  isAccountId(value) ? value : parseArn(value)?.resource === "root" ? parseArn(value)?.account : undefined;

const rootOf = (account: string, partition = "aws"): string => `arn:${partition}:iam::${account}:root`;

/** The statement that lets the identity policies of an account decide (KMS Developer Guide, key policies: allows access to the account). */
export function removeDelegation(site: Site): readonly Draft[] {
  if (site.statement.effect !== "Allow" || elementOf(site, "Principal")?.negated !== false) return [];
  return entriesOf(site, "Principal").flatMap((entry) => {
    const account = entry.kind === "AWS" ? accountOf(entry.value) : undefined;
    if (account === undefined) return [];
    const what = `no delegation to the account ${account}`;
    if (!entry.alone) return [draft(what, entry.drop)];
    return site.list === undefined || site.list.items.length === 1 ? [] : [draft(what, withoutItem(site.list, site.index))];
  });
}

export const dropPrincipal = (site: Site): readonly Draft[] =>
  entriesOf(site, "Principal").flatMap((entry) => (entry.alone ? [] : [draft(`without the principal ${shown(entry.value)}`, entry.drop)]));

export function anyPrincipal(site: Site): readonly Draft[] {
  const element = elementOf(site, "Principal");
  if (element === undefined || element.negated) return [];
  return [draft("for every principal: `*`", replaced(element.node, "*"))];
}

/** One principal for another: its account, a neighbour, its namesake elsewhere. */
export const swapPrincipal = (site: Site): readonly Draft[] =>
  entriesOf(site, "Principal").flatMap((entry) =>
    othersThan(entry, site).map((other) => draft(`${shown(entry.value)} → ${shown(other)}`, replaced(entry.node, other))),
  );

function othersThan({ kind, value }: Entry, { around }: Site): readonly string[] {
  if (kind === "Service") return [value.startsWith("s3.") ? value.replace("s3.", "ec2.") : value.replace(/^[a-z0-9-]+\./, "s3.")];
  if (kind !== "AWS" || value === "*") return [];
  const arn = parseArn(value);
  const account = accountOf(value) ?? arn?.account;
  if (account === undefined) return [];
  const away = around.accounts.find((id) => id !== account) ?? ELSEWHERE;
  const neighbours = around.principals.filter((principal) => principal !== value && parseArn(principal)?.account === account).slice(0, 1);
  const namesake = arn === undefined ? away : formatArn({ ...arn, account: away });
  return accountOf(value) === undefined ? [rootOf(account, arn?.partition), ...neighbours, namesake] : [...neighbours, namesake];
}
