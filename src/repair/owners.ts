import { type Provenance, provenanceOf } from "../authz/answer.ts";
import { engine } from "../authz/authorizer.ts";
import { type CompiledPolicy, compile } from "../authz/compile.ts";
import type { Answer, Layer } from "../authz/decision.ts";
import type { PolicySet } from "../authz/link.ts";
import { Reading } from "../authz/reading.ts";
import { listed } from "../base/text.ts";
import type { Policy, PolicyType } from "../iam/policy.ts";

/** Whose a policy or a grant is: an account, or the organization. */
export function ownerOf(layer: Layer, { plan: { caller, account } }: Provenance): string {
  if (layer === "service-control" || layer === "resource-control") return ORGANIZATION;
  return layer === "resource" || layer === "grant" ? account : caller.account;
}

export const ORGANIZATION = "the organization";

/**
 * What no change can do, each shown by the evaluator: of all policies, or of those of one account, were they to allow everything. Empty where each account
 * by itself could open the request.
 */
export function inVain(answer: Answer): readonly string[] {
  const from = provenanceOf(answer);
  if (from === undefined || answer.outcome === "undetermined") return [];
  const ruling = from.rule(new Reading(true));
  if (ruling.outcome === "allowed") return [];
  const { plan, linked, request } = from;
  const answerOf = (owners: readonly string[]): Answer => engine(opened(linked.set, from, owners))(request);
  const isOpen = (owners: readonly string[]): boolean => answerOf(owners).outcome === "allowed";
  const accounts = [...new Set([plan.account, plan.caller.account])].filter((account) => account !== "");
  const best = answerOf([...accounts, ORGANIZATION]);
  if (best.outcome !== "allowed") return [`no change of policies can open it: ${best.reason}`];
  return accounts.flatMap((account) => {
    if (isOpen([account])) return [];
    const others = [...accounts.filter((one) => one !== account), ORGANIZATION].filter(
      (one) => !isOpen([...accounts, ORGANIZATION].filter((own) => own !== one)),
    );
    const whose = others.map((one) => (one === ORGANIZATION ? "the organization's policies" : `those of account ${one}`));
    const why = whose.length === 0 ? "" : `: ${listed(whose)} would have to change too`;
    return [`no change of the policies of account ${account} alone can open it${why}`];
  });
}

/** The policies of some owners as open as can be. */
function opened(set: PolicySet, from: Provenance, owners: readonly string[]): PolicySet {
  const isTheirs = (layer: Layer): boolean => owners.includes(ownerOf(layer, from));
  return {
    ...set,
    ...(isTheirs("resource") && set.key?.managedBy !== "aws" && { resource: openPolicy(set.resource?.type ?? "key-policy", true) }),
    ...(isTheirs("identity") && {
      identity: [openPolicy("identity", false)],
      boundary: undefined,
      session: sessionOf(set, from),
      endpoint: undefined,
    }),
    ...(isTheirs("service-control") && { serviceControl: [], resourceControl: [] }),
  };
}

/** A federated user has nothing without a session policy. */
const sessionOf = ({ session }: PolicySet, { plan }: Provenance) =>
  plan.caller.kind === "federated-user" || session !== undefined ? [openPolicy("session", false)] : undefined;

const AT = { file: "repair", pointer: "" };

function openPolicy(type: PolicyType, isNamed: boolean): CompiledPolicy {
  const policy: Policy = {
    type,
    name: "open",
    version: "2012-10-17",
    statements: [
      {
        ref: { policy: "open", statement: 0 },
        effect: "Allow",
        principal: isNamed ? { mode: "only", members: [{ kind: "AWS", value: "*" }], at: AT } : undefined,
        action: { mode: "only", members: ["*"], at: AT },
        resource: { mode: "only", members: ["*"], at: AT },
        conditions: [],
        at: AT,
      },
    ],
  };
  return compile(policy);
}
