import { listed } from "../../base/text.ts";
import { isUniqueId } from "../../iam/principal.ts";
import type { Grant } from "../../iam/request.ts";
import { NEVER, type Node } from "../diagram.ts";
import { named } from "./administration.ts";
import { type Asked, allowedIn, type Evidence, grantContentOf, grantName, grantPlace } from "./evidence.ts";
import type { Draft } from "./finding.ts";
import { USE, works } from "./groups.ts";
import { absent } from "./narrowing.ts";

/** Grants, which are looked at less often than policies: those that nobody ends, that give more than the policy does, and constraints that do nothing. */
export function grants(evidence: Evidence): readonly Draft[] {
  const { key } = evidence;
  if (key.managedBy === "aws") return [];
  return key.grants.flatMap((grant) => [...outliving(grant, evidence), ...wider(grant, evidence), ...idle(grant, evidence)]);
}

const about = (grant: Grant, { key }: Evidence) => ({ at: grantPlace(key, grant), same: [grantContentOf(grant)] });

/** Principals that a service makes and deletes with its resource, and whose grants it retires (KMS Developer Guide, "Grants in AWS KMS"). */
const isOfService = (principal: string | undefined): boolean =>
  principal !== undefined &&
  /:role\/aws-service-role\/|:assumed-role\/(?:aws:|AWSServiceRoleFor)|\.amazonaws\.com(?:\.cn)?$/.test(principal);

function outliving(grant: Grant, evidence: Evidence): readonly Draft[] {
  const { GranteePrincipal, GranteeServicePrincipal, RetiringPrincipal, RetiringServicePrincipal, Operations } = grant;
  const grantee = GranteePrincipal ?? GranteeServicePrincipal;
  const retiring = RetiringPrincipal ?? RetiringServicePrincipal;
  const gone = [grantee, retiring].filter((one): one is string => one !== undefined && isUniqueId(one) && !isListed(one, evidence));
  if (gone.length > 0)
    return [
      {
        ...about(grant, evidence),
        code: "KW725",
        level: "medium",
        text: `${grantName(grant)} names ${listed(gone)}, which stands for a principal that was deleted: nobody uses it, and it stays`,
      },
    ];
  if (retiring !== undefined || grantee === undefined || isOfService(grantee) || Operations.includes("RetireGrant")) return [];
  if (evidence.asked.some((asked) => mayRevoke(asked))) return [];
  return [
    {
      ...about(grant, evidence),
      code: "KW725",
      level: "low",
      text: `${grantName(grant)} has no retiring principal, and nobody but the root user is told who may revoke it: it outlives what it was made for`,
    },
  ];
}

const mayRevoke = ({ actions, who, scene, allows }: Asked): boolean =>
  actions.includes("kms:RevokeGrant") &&
  who.account !== "" &&
  !who.arn.endsWith(":root") &&
  scene.diagrams.without(allows, scene.own) !== NEVER;

const isListed = (id: string, { world }: Evidence): boolean =>
  world.estate.principals.some(({ facts }) => facts.userId !== undefined && facts.userId.split(":")[0] === id.split(":")[0]);

/** A grant without a constraint of what statements of the key policy give only under an encryption context. */
function wider(grant: Grant, evidence: Evidence): readonly Draft[] {
  const { EncryptionContextEquals, EncryptionContextSubset } = grant.Constraints ?? {};
  if (EncryptionContextEquals !== undefined || EncryptionContextSubset !== undefined) return [];
  for (const asked of evidence.asked) {
    const actions = asked.actions.filter((action) => USE.has(action));
    const planned = asked.side.plan.grants.find(({ linked }) => linked.grant.GrantId === grant.GrantId);
    if (actions.length === 0 || planned === undefined || !asked.formula.names(planned)) continue;
    const own = [...evidence.openings(asked, asked.allows)].find(({ opening }) => opening.grant?.GrantId === grant.GrantId);
    if (own === undefined || !isBound(actions[0] as string, evidence)) continue;
    const found = allowedIn(asked, withoutContext(asked, own.node), actions[0]);
    if (found === undefined) continue;
    return [
      {
        ...about(grant, evidence),
        code: "KW726",
        level: "medium",
        text: `${grantName(grant)} gives ${listed(actions.map((action) => action.slice(4)))} without an encryption context, which every statement of ${evidence.key.policy.name} asks for`,
        witness: found.witness,
      },
    ];
  }
  return [];
}

const withoutContext = ({ scene }: Asked, node: Node): Node => absent(scene, node, "kms:encryptioncontextkeys");

/** Whether statements give the action to somebody by name, and none without an encryption context. */
function isBound(action: string, { asked }: Evidence): boolean {
  let isGiven = false;
  for (const one of asked) {
    if (!one.actions.includes(action) || one.who.account === "") continue;
    const { scene } = one;
    const node = named(one);
    if (node === NEVER) continue;
    isGiven = true;
    if (!scene.variables.some(({ keys }) => keys.some((key) => key.startsWith("kms:encryptioncontext")))) return false;
    if (withoutContext(one, node) !== NEVER) return false;
  }
  return isGiven;
}

/** A constraint where no operation of the grant has an encryption context: KMS takes the grant, and nothing is compared. */
function idle(grant: Grant, evidence: Evidence): readonly Draft[] {
  const { EncryptionContextEquals, EncryptionContextSubset } = grant.Constraints ?? {};
  if (EncryptionContextEquals === undefined && EncryptionContextSubset === undefined) return [];
  const { key, unknown } = evidence;
  if (unknown.has("spec")) return [];
  const isSymmetric = key.spec === "SYMMETRIC_DEFAULT";
  if (isSymmetric && grant.Operations.some((operation) => WITH_CONTEXT.has(operation) && works(actionOf(operation), key))) return [];
  return [
    {
      ...about(grant, evidence),
      code: "KW757",
      level: "low",
      text: `the constraint of ${grantName(grant)} does nothing: ${isSymmetric ? `${listed(grant.Operations)} ${grant.Operations.length === 1 ? "has" : "have"}` : `a key of spec ${key.spec} has`} no encryption context`,
    },
  ];
}

const actionOf = (operation: string): string => `kms:${operation}`;

/** Operations of grants whose requests have an encryption context (KMS API Reference); CreateGrant has that of the new grant. */
const WITH_CONTEXT: ReadonlySet<string> = new Set([
  "Encrypt",
  "Decrypt",
  "GenerateDataKey",
  "GenerateDataKeyWithoutPlaintext",
  "GenerateDataKeyPair",
  "GenerateDataKeyPairWithoutPlaintext",
  "ReEncryptFrom",
  "ReEncryptTo",
  "CreateGrant",
]);
