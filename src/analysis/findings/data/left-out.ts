import { DATA_FLOWS } from "../../../catalog/data/flows.ts";
import { authorizeData, type DecidedCall } from "../../../estate/data/authorize.ts";
import type { DataQuestion } from "../../../estate/data/question.ts";
import type { WorldResource } from "../../../estate/estate.ts";
import type { World } from "../../../estate/world.ts";
import { parseArn } from "../../../iam/arn.ts";
import type { Statement } from "../../../iam/policy.ts";
import { PLAIN } from "../../data/objects.ts";
import { keyOf } from "../../data/proof.ts";
import type { Draft } from "../finding.ts";

/** Services, and the roles that AWS makes for them, that a resource needs and its key leaves out. */
export function leftOut(world: World, resource: WorldResource): readonly Draft[] {
  const key = keyOf(world, resource);
  if (key === undefined) return [];
  const found = new Map<string, Draft>();
  for (const question of [...flowsOf(world, resource), ...producersOf(resource)]) {
    const call = refusedOfOthers(world, question);
    if (call === undefined) continue;
    const { principal, action } = call.question;
    const whom = typeof principal === "string" ? principal : principal.arn;
    if (found.has(whom)) continue;
    found.set(whom, {
      code: "KW775",
      level: "medium",
      text: `${question.flow} fails on ${resource.name}: ${whom} needs ${action} on ${key.name}, which refuses it`,
      at: resource.at,
      same: [resource.arn, whom],
    });
  }
  return [...found.values(), ...linkedRoles(world, resource)];
}

const MOST_TRIED = 8;

/** The flows on the resource of which the world tells all that they need, asked by whoever may do his own part. */
function flowsOf(world: World, { kind, arn, account }: WorldResource): readonly DataQuestion[] {
  const root = account === undefined ? [] : [`arn:${arn.split(":")[1]}:iam::${account}:root`];
  const own = world.estate.principals.filter((one) => one.account === account).slice(0, MOST_TRIED);
  const askers = [...root, ...own.map(({ facts }) => facts.arn)];
  const inner = kind.inner === undefined ? "" : `${kind.innerBy ?? "/"}${PLAIN}`;
  return Object.entries(DATA_FLOWS).flatMap(([flow, { on }]) =>
    on.includes(kind.name) ? askers.map((principal) => ({ flow, on: `${arn}${inner}`, principal })) : [],
  );
}

/** Services that the resource's own policy lets send to it, each as the source that the policy names. */
function producersOf({ kind, arn, policy }: WorldResource): readonly DataQuestion[] {
  const flow =
    kind.name === "queue" ? "sqs.SendMessage.service-producer" : kind.name === "topic" ? "sns.Publish.service-producer" : undefined;
  if (flow === undefined) return [];
  return (policy?.statements ?? []).flatMap((statement) => {
    const { effect, principal } = statement;
    const source = sourceOf(statement);
    if (effect !== "Allow" || source === undefined) return [];
    const services = (principal?.members ?? []).filter(({ kind: form }) => form === "Service").map(({ value }) => value);
    const account = parseArn(source)?.account;
    return services.map((producer) => ({
      flow,
      on: arn,
      principal: producer,
      parameters: { producer, producerArn: source, ...(account !== undefined && account !== "" && { producerAccount: account }) },
    }));
  });
}

/** Without it nobody knows whether the key would let it in. */
const sourceOf = ({ conditions }: Statement): string | undefined =>
  conditions
    .find(({ key, operator }) => /^aws:sourcearn$/i.test(key) && /^(?:Arn|String)(?:Equals|Like)$/.test(operator))
    ?.values.find((value) => !/[*?$]/.test(value));

/** The call that a service makes as itself and the key refuses, where the caller's own part is allowed. */
function refusedOfOthers(world: World, question: DataQuestion): DecidedCall | undefined {
  const decided = authorizeData(world, question);
  if (!decided.ok) return undefined;
  const { calls, refused } = decided.value;
  const isOwn = (call: DecidedCall): boolean => call.step?.who !== "service";
  if (refused?.step?.who !== "service" || !/Deny$/.test(refused.answer.outcome)) return undefined;
  return calls.filter(isOwn).every(({ answer, optional }) => answer.outcome === "allowed" || optional !== undefined) ? refused : undefined;
}

/**
 * Roles whose policies AWS writes, without anything on keys: the key has to name them (EC2 Auto Scaling User Guide, key policy for encrypted volumes). Of a
 * role that the world lists.
 */
const LINKED = [
  {
    role: "AWSServiceRoleForAutoScaling",
    kinds: ["ebs-volume", "ebs-snapshot"],
    via: "ec2",
    about: "Auto Scaling launches no instance with it",
  },
];
const ASKED = ["kms:CreateGrant", "kms:Decrypt", "kms:GenerateDataKeyWithoutPlaintext"] as const;

function linkedRoles(world: World, resource: WorldResource): readonly Draft[] {
  const key = keyOf(world, resource);
  if (key === undefined || key.managedBy === "aws") return [];
  return LINKED.filter(({ kinds }) => kinds.includes(resource.kind.name)).flatMap(({ role, via, about }) =>
    world.estate.principals
      .filter(({ facts, account }) => account === resource.account && facts.arn.includes(`/${role}`))
      .flatMap(({ facts, name }): readonly Draft[] => {
        const refused = ASKED.find((action) =>
          /Deny$/.test(
            world.authorize({
              principal: facts.arn,
              action,
              key: key.arn,
              viaService: via,
              ...(action === "kms:CreateGrant" && { context: { "kms:GrantIsForAWSResource": true } }),
            }).outcome,
          ),
        );
        if (refused === undefined) return [];
        const text = `${name} has no part in ${key.name}, under which ${resource.name} lies (${refused} is refused): ${about}`;
        return [{ code: "KW775", level: "low", text, at: key.at, same: [resource.arn, facts.arn] }];
      }),
  );
}
