import { isAccountId } from "../../iam/arn.ts";
import type { Statement } from "../../iam/policy.ts";
import type { Node } from "../diagram.ts";
import { NEVER } from "../diagram.ts";
import { Formula } from "../formula.ts";
import { NETWORK } from "../side.ts";
import { askWith } from "../witness.ts";
import { type Asked, allowedIn, contentOf, type Evidence, requestBy, statementName } from "./evidence.ts";
import type { Draft, FindingWitness } from "./finding.ts";
import { HEAVY } from "./groups.ts";
import { narrowed } from "./narrowing.ts";
import { namesOf } from "./shares.ts";

/** Statements whose elements are told by what they are not, and Denies that hit more than they mean. */
export function exceptions(evidence: Evidence): readonly Draft[] {
  return evidence.key.policy.statements.flatMap((statement) => {
    const { effect, principal, action, resource, conditions } = statement;
    if (effect === "Allow") return action?.mode === "except" || resource?.mode === "except" ? allBut(statement, evidence) : [];
    const isOfNetwork = conditions.some(({ key }) => NETWORK.has(key.toLowerCase()));
    return [
      ...(principal?.mode === "except" ? ofSessions(statement, evidence) : []),
      ...(isOfNetwork ? ofServices(statement, evidence) : []),
    ];
  });
}

/** Where a Deny is what keeps from a request. */
function keptOut({ scene, side, formula }: Asked, { ref }: Statement): Node {
  const planned = side.plan.denies.all.find(({ statement }) => statement.ref === ref);
  if (planned === undefined) return NEVER;
  const applies = formula.applies(planned);
  if (applies === NEVER) return NEVER;
  return scene.diagrams.every([applies, scene.possible, new Formula(scene, 0, new Set([ref])).allowed()]);
}

/** A request that is denied, as the evaluator says too. */
function deniedIn(asked: Asked, node: Node): FindingWitness | undefined {
  const { scene, side } = asked;
  const request = requestBy(asked, node);
  if (request === undefined) return undefined;
  const { outcome } = askWith(side, request, scene.takesOwn(node));
  return outcome === "explicitDeny" ? { request, outcome, assumes: [] } : undefined;
}

/** A role in NotPrincipal does not stand for its sessions (IAM User Guide, "NotPrincipal with Deny"): who is meant to be spared is denied. */
function ofSessions(statement: Statement, evidence: Evidence): readonly Draft[] {
  const roles = (statement.principal?.members ?? []).map(({ value }) => value).filter((value) => value.includes(":role/"));
  for (const asked of evidence.asked) {
    if (!roles.includes(asked.who.arn)) continue;
    const witness = deniedIn(asked, keptOut(asked, statement));
    if (witness === undefined) continue;
    return [
      {
        code: "KW749",
        level: "medium",
        text: `${statementName(statement)} denies sessions of ${evidence.whoText(asked.who)}, which its NotPrincipal is meant to spare`,
        at: statement.principal?.at ?? statement.at,
        witness,
        same: [contentOf(statement)],
      },
    ];
  }
  return [];
}

/** A Deny on where requests come from, which services cannot meet: what they forward comes from themselves. */
function ofServices(statement: Statement, evidence: Evidence): readonly Draft[] {
  let found: Draft | undefined;
  for (const asked of evidence.asked) {
    const node = keptOut(asked, statement);
    if (node === NEVER) continue;
    const isService = asked.who.kind === "service";
    const forwarded = isService ? node : narrowed(asked.scene, node, "kms:viaservice", (value) => value !== undefined);
    if (!isService && asked.scene.variable("kms:viaservice") === undefined) continue;
    const witness = deniedIn(asked, forwarded);
    if (witness === undefined) continue;
    const isMeant =
      isService ||
      [...evidence.openings(asked, forwarded)].some(({ opening }) => opening.statement !== undefined && isForServices(opening.statement));
    if (found !== undefined && !isMeant) continue;
    const whom = isService ? asked.who.arn : `what ${witness.request.viaService} does in the name of ${evidence.whoText(asked.who)}`;
    found = {
      code: "KW753",
      level: isMeant ? "medium" : "info",
      text: `${statementName(statement)} also denies ${whom}${isMeant ? `, which another statement allows` : ""}: calls of services do not come from the network of a principal`,
      at: statement.at,
      witness,
      same: [contentOf(statement)],
    };
    if (isMeant) break;
  }
  return found === undefined ? [] : [found];
}

const isForServices = ({ conditions }: Statement): boolean =>
  conditions.some(({ key, operator }) => key.toLowerCase() === "kms:viaservice" && !/Not|Null/.test(operator));

/** An Allow of all but something, to somebody else than an account: by what of it access to the key can be given away. */
function allBut(statement: Statement, evidence: Evidence): readonly Draft[] {
  const { principal, action, ref } = statement;
  const isOnlyForAccounts =
    principal?.mode === "only" && principal.members.every(({ value }) => isAccountId(value) || /:root$/.test(value));
  if (isOnlyForAccounts) return [];
  const actions = new Set<string>();
  let witness: FindingWitness | undefined;
  for (const asked of evidence.asked) {
    const heavy = asked.actions.filter((one) => HEAVY.has(one));
    if (heavy.length === 0) continue;
    for (const { opening, node } of evidence.openings(asked, asked.allows)) {
      if (opening.statement?.ref !== ref) continue;
      const found = allowedIn(asked, node, heavy[0]);
      if (found === undefined) continue;
      witness ??= found.witness;
      for (const one of heavy) actions.add(one);
    }
  }
  if (witness === undefined) return [];
  return [
    {
      code: "KW754",
      level: "medium",
      text: `${statementName(statement)} allows all but what its ${action?.mode === "except" ? "NotAction" : "NotResource"} lists, and so ${namesOf([...actions].sort())}`,
      at: statement.at,
      witness,
      same: [contentOf(statement)],
    },
  ];
}
