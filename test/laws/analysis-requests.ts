import { ALWAYS, NEVER, type Node, TooLarge } from "../../src/analysis/diagram.ts";
import { allowed } from "../../src/analysis/formula.ts";
import { Scene } from "../../src/analysis/scene.ts";
import { type Prepared, prepare, Side } from "../../src/analysis/side.ts";
import { provenanceOf } from "../../src/authz/answer.ts";
import { engine } from "../../src/authz/authorizer.ts";
import type { Answer } from "../../src/authz/decision.ts";
import { constraintsHold } from "../../src/authz/grants.ts";
import { conditionHolds, resourceMatches } from "../../src/authz/match.ts";
import { statementsOf } from "../../src/authz/plan.ts";
import { MAYBE, type Tri, YES } from "../../src/authz/tri.ts";
import type { Case } from "../../src/cases/case.ts";
import type { Request } from "../../src/iam/request.ts";
import { decide } from "../../src/index.ts";
import { told } from "../generators/requests.ts";

/** Scenes of single cases, and how requests that were not made from their classes lie in them. */

/** What a world tells of each of its keys. */
const TOLD = {
  aliases: [] as string[],
  tags: {},
  spec: "SYMMETRIC_DEFAULT",
  usage: "ENCRYPT_DECRYPT",
  origin: "AWS_KMS",
  multiRegion: false,
};

export type CaseScene = { readonly prepared: Prepared; readonly scene: Scene; readonly allows: Node };

/** The scene of a case: who asks what of which key, and nothing else of its request. Undefined where there is none, or it is too large. */
export function sceneOf(theCase: Case): CaseScene | undefined {
  const provenance = provenanceOf(decide({ ...theCase, key: { ...TOLD, ...theCase.key } }));
  if (provenance === undefined) return undefined;
  const prepared = prepare(provenance.linked.set);
  const { principal, action, resource, resourceAccount } = theCase.request;
  const side = Side.of(prepared, { principal, action, resource, ...(resourceAccount !== undefined && { resourceAccount }) });
  if (side === undefined || side.plan.retires) return undefined;
  try {
    const scene = new Scene([side]);
    return { prepared, scene, allows: allowed(scene, 0) };
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
}

/** A case of a symmetric key whose caller is in one organization, if in any. */
export function sound(theCase: Case): Case {
  const { principal } = theCase.request;
  const orgPath = typeof principal === "string" ? undefined : principal.orgPath;
  return {
    ...theCase,
    key: { ...theCase.key, spec: "SYMMETRIC_DEFAULT", usage: "ENCRYPT_DECRYPT" },
    ...(orgPath !== undefined && {
      request: { ...theCase.request, principal: { ...(principal as object), orgId: orgPath.split("/")[0] } as never },
    }),
  };
}

/** Values that requests of the generators hold and AWS never sends. */
const NO_VALUES: readonly unknown[] = ["soon", "none", "203.0.113", "0"];
/** Keys that are worked out from another member, or told with another one. */
const RELATED = /^aws:(?:CalledVia|ViaAWSService|PrincipalOrg)|Algorithm$/i;
const OF_ENDPOINT = /^aws:(?:SourceVpc|Vpc)/i;
const ENDPOINT = {
  "aws:SourceVpce": "vpce-1",
  "aws:SourceVpc": "vpc-1",
  "aws:SourceVpcArn": "arn:aws:ec2:us-east-1:111122223333:vpc/vpc-1",
  "aws:VpceAccount": "111122223333",
  "aws:VpcSourceIp": "10.0.0.1",
};

/**
 * The request of a case as AWS could see it: with all that is told of it, with the tokens of the grants, by one way, and without condition keys that AWS does
 * not send with such a request (Service Authorization Reference) or works out from another member.
 */
export function completed({ request, policies, grants = [], key }: Case, { scene }: CaseScene): Request {
  const { unknown: _, grantTokens: __, context = {}, viaService: through, ...rest } = request;
  const [side] = scene.sides as [Side];
  const isService = side.request.caller.kind === "service";
  const region = side.request.resource.arn?.region;
  const viaService = isService ? undefined : region ? through?.replace("us-east-1", region) : through;
  const isFree = (name: string): boolean => side.slot(name) === undefined || side.standing(name)?.fixed === false;
  const kept = Object.entries(context).filter(
    ([name, value]) =>
      isFree(name.toLowerCase()) &&
      !RELATED.test(name) &&
      ![value].flat().some((one) => NO_VALUES.includes(one)) &&
      (name.toLowerCase() !== "kms:requestalias" || key?.aliases?.includes(String(value)) === true),
  );
  const hasEndpoint =
    viaService === undefined && !isService && (policies?.endpoint !== undefined || kept.some(([name]) => OF_ENDPOINT.test(name)));
  const ofWay = kept.filter(([name]) => !OF_ENDPOINT.test(name) && !(hasEndpoint && /^aws:SourceIp$/i.test(name)));
  const isDirect = viaService === undefined && !hasEndpoint && !isService && !ofWay.some(([name]) => /^aws:SourceIp$/i.test(name));
  const hasGrantee = request.action !== "kms:CreateGrant" || kept.some(([name]) => /^kms:Grantee/i.test(name));
  const isTyped = kept.some(([name]) => /^kms:GrantConstraintType$/i.test(name));
  const hasPairs = request.action === "kms:CreateGrant" && Object.keys(rest.encryptionContext ?? {}).length > 0 && !isTyped;
  const tokens = grants.flatMap(({ Propagated, GrantToken }) => (Propagated === false && GrantToken !== undefined ? [GrantToken] : []));
  return told({
    time: "2026-11-22T03:00:00Z",
    ...rest,
    viaService,
    context: {
      ...Object.fromEntries(ofWay),
      ...(hasEndpoint && ENDPOINT),
      ...(isDirect && { "aws:SourceIp": "203.0.113.9" }),
      ...(!hasGrantee && { "kms:GranteePrincipal": "arn:aws:iam::111122223333:role/grantee" }),
      ...(hasPairs && { "kms:GrantConstraintType": "EncryptionContextSubset" }),
    },
    grantTokens: tokens.length > 0 ? tokens : undefined,
  }) as Request;
}

/**
 * The classes of a scene in which every condition, resource with variables and grant constraint comes to what it comes to of a request; and what of them is
 * the first that no class agrees on, if there is one.
 */
export function classesOf({ prepared, scene }: CaseScene, request: Request): { readonly node: Node; readonly lost: string | undefined } {
  const real = Side.of(prepared, request);
  if (real === undefined) throw new Error("the request is refused");
  const { diagrams } = scene;
  const isForwarded = real.request.forwarded === YES;
  let node = scene.where("kms:viaservice", (value) => (value !== undefined) === isForwarded) ?? ALWAYS;
  let lost: string | undefined;
  const take = (truth: Tri, where: Node, name: string): void => {
    if (truth === MAYBE) return;
    node = truth === YES ? diagrams.and(node, where) : diagrams.without(node, where);
    if (node === NEVER) lost ??= name;
  };
  const { plan } = scene.sides[0] as Side;
  for (const { statement } of statementsOf(plan)) {
    const { conditions, resource, hasTemplates } = statement;
    if (hasTemplates && resource !== undefined)
      take(resourceMatches(resource, real.request.resource.text, real.facts), scene.resource(0, resource), "resource");
    for (const condition of conditions)
      take(
        conditionHolds(condition, real.facts),
        scene.condition(0, condition),
        `${condition.operator} ${condition.key} ${condition.values}`,
      );
  }
  for (const grant of plan.grants) {
    const { linked, operation } = grant;
    take(constraintsHold(linked, operation, real.facts), scene.grant(0, grant), `grant ${linked.grant.GrantId}`);
  }
  return { node, lost };
}

export const ask = ({ prepared }: CaseScene, request: Request): Answer => engine(prepared.set)(request);
