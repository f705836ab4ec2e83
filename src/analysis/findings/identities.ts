import type { StatementRef } from "../../iam/policy.ts";
import { NEVER } from "../diagram.ts";
import { contentOf, type Evidence } from "./evidence.ts";
import type { Draft } from "./finding.ts";

/** Identity policies that name the key and come to nothing, because the key policy neither names their principal nor lets them decide. */
export function identities({ world, key, asked, isComplete }: Evidence): readonly Draft[] {
  if (!isComplete) return [];
  const found: Draft[] = [];
  for (const { name, facts, policies } of world.estate.principals)
    for (const statement of policies.flatMap((policy) => policy.statements)) {
      const { effect, resource, ref } = statement;
      if (effect !== "Allow" || resource?.mode !== "only" || !resource.members.some((member) => member === key.arn)) continue;
      const own = asked.filter(({ who }) => who.kind === "listed" && (who.arn === facts.arn || who.arn === facts.roleArn));
      if (!own.some((one) => isOpen(one, ref)) || own.some((one) => isUsed(one, ref))) continue;
      found.push({
        code: "KW745",
        level: "medium",
        text: `what ${name} may do with ${key.name} by statement ${ref.sid === undefined ? ref.statement + 1 : `"${ref.sid}"`} of ${ref.policy} is nothing: the key policy does not let it decide`,
        at: statement.at,
        same: [facts.arn, contentOf(statement)],
      });
    }
  return found;
}

type One = Evidence["asked"][number];

const applied = ({ side, scene, formula }: One, ref: StatementRef) => {
  const planned = side.plan.identity.all.find(({ statement }) => statement.ref === ref);
  return planned === undefined ? NEVER : scene.diagrams.and(formula.applies(planned), scene.possible);
};

/** Whether all but the key policy lets it pass somewhere. */
function isOpen(one: One, ref: StatementRef): boolean {
  const { scene, formula, side } = one;
  if (side.plan.refusal !== undefined || (one.crossAccount && side.plan.action.kms?.crossAccount === false)) return false;
  const open = scene.diagrams.every([applied(one, ref), formula.unblocked(), formula.unlimited()]);
  return scene.diagrams.without(open, formula.explicitDeny()) !== NEVER;
}

const isUsed = (one: One, ref: StatementRef): boolean => one.scene.diagrams.and(applied(one, ref), one.allows) !== NEVER;
