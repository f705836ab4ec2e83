import { abridged } from "../../base/text.ts";
import { NEVER } from "../diagram.ts";
import { askWith } from "../witness.ts";
import { contentOf, type Evidence, statementName } from "./evidence.ts";
import type { Draft } from "./finding.ts";
import { namesOf } from "./shares.ts";
import type { Zone } from "./zone.ts";

/** What the key policy leaves to the identity policies of its account, and who has something of it. Never a fault by itself. */
export function delegation({ key, world, asked }: Evidence): readonly Draft[] {
  const roots = [key.account, `arn:${key.arn.split(":")[1]}:iam::${key.account}:root`];
  return key.policy.statements.flatMap((statement): readonly Draft[] => {
    const { effect, principal, action, conditions, ref } = statement;
    if (effect !== "Allow" || principal?.mode !== "only" || !principal.members.some(({ value }) => roots.includes(value))) return [];
    const users = new Set(
      asked.flatMap(({ who, side: { plan }, scene, formula, allows }) => {
        const planned = plan.resourceAllows.all.find((one) => one.statement.ref === ref);
        if (who.kind !== "listed" || planned === undefined) return [];
        const used = scene.diagrams.every([allows, formula.applies(planned), formula.identityAllows()]);
        return used === NEVER ? [] : [world.estate.principals.find(({ facts }) => facts.arn === who.arn)?.name ?? who.arn];
      }),
    );
    const isAll = action?.members.some((member) => member === "*" || member === "kms:*") === true;
    const what = `${action?.mode === "except" ? "all but " : ""}${isAll ? "every action" : namesOf(action?.members ?? [])}`;
    const where = conditions.length === 0 ? "" : ", under its conditions";
    const whom =
      users.size === 0
        ? "nobody that the world lists has anything by it"
        : `by it ${abridged([...users].sort(), "and")} may do some of that`;
    return [
      {
        code: "KW707",
        level: "info",
        text: `identity policies of ${key.account} decide over ${what}${where}, by ${statementName(statement)}: ${whom}`,
        at: statement.at,
        same: [contentOf(statement)],
      },
    ];
  });
}

/** Accounts of the world's organization that are trusted one by one, and would keep the key if they left it. */
export function organizationNotRequired(evidence: Evidence, zone: Zone): readonly Draft[] {
  const { organization } = evidence.world.estate;
  if (organization === undefined) return [];
  const found = new Map<
    string,
    { readonly opening: Draft["at"]; readonly name: string; readonly accounts: Set<string>; readonly witness: Draft["witness"] }
  >();
  for (const asked of evidence.asked) {
    const { account, principal } = asked.who;
    if (!asked.crossAccount || asked.allows === NEVER || !zone.trustsByItself(account) || !organization.members.has(account)) continue;
    for (const { opening, node } of evidence.openings(asked, asked.allows)) {
      const request = evidence.requestFor(asked, node);
      if (request === undefined) continue;
      const { orgPath: _, ...facts } = principal;
      const outsider = { ...request, principal: { ...facts, orgId: "o-other00000" } };
      const { outcome } = askWith(asked.side, outsider, asked.scene.takesOwn(node));
      if (outcome !== "allowed") continue;
      const known = found.get(opening.name) ?? {
        opening: opening.at,
        name: opening.name,
        accounts: new Set<string>(),
        witness: { request: outsider, outcome, assumes: [] },
      };
      known.accounts.add(account);
      found.set(opening.name, known);
    }
  }
  return [...found.values()].map(({ opening, name, accounts, witness }) => ({
    code: "KW706",
    level: "info",
    text: `${abridged([...accounts].sort(), "and")} of organization ${organization.id} ${accounts.size === 1 ? "has" : "have"} access by ${name} whether or not ${accounts.size === 1 ? "it is" : "they are"} in the organization`,
    at: opening,
    ...(witness && { witness }),
    same: [[...accounts].sort()],
  }));
}
