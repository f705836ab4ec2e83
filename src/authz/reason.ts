import type { Determining, Layer } from "./decision.ts";
import type { Plan } from "./plan.ts";
import type { Because, Ruling } from "./ruling.ts";

/** A ruling in one sentence. */
export function reasonOf(ruling: Ruling, plan: Plan): string {
  if (ruling.outcome === "allowed") return ruling.by.length === 0 ? ROOT : `allowed by ${nameAll(ruling.by)}`;
  if (ruling.outcome === "explicitDeny") return `explicitly denied by ${nameAll(ruling.by)}`;
  return because(ruling.because, ruling.layer, plan);
}

const ROOT = "allowed: a root user has all rights on what its own account has";

export const undeterminedReason = (missing: readonly string[]): string =>
  `undetermined: it depends on ${missing.length === 0 ? "values" : missing.join(", ")}, whose value${missing.length === 1 ? " is" : "s are"} not known`;

export const nameOf = (determining: Determining): string =>
  "grant" in determining ? `grant ${determining.grant}` : `${determining.policy}#${determining.sid || determining.statement}`;

function nameAll(by: readonly Determining[]): string {
  let names = "";
  for (const determining of by) names += names === "" ? nameOf(determining) : `, ${nameOf(determining)}`;
  return names;
}

function because(cause: Because, layer: Layer, plan: Plan): string {
  switch (cause) {
    case "unsigned":
      return "AWS KMS refuses unsigned calls before it looks at any policy";
    case "no-grant":
      return "there is no such grant on the key to retire";
    case "never-asked":
      return plan.refusal?.why ?? "AWS never makes this check";
    case "not-across-accounts":
      return `${plan.action.name} never works on ${plan.action.kms === undefined ? "what another account has" : "a key of another account"}, whatever policies say`;
    case "delegated":
      return `the key policy lets identity policies of ${plan.account} decide, and ${SILENT[layer]}`;
    case "level":
      return "one level of service control policies has no statement that allows it";
    case "silent":
      return silent(layer, plan);
  }
}

function silent(layer: Layer, { soleAuthority, sameAccount, action }: Plan): string {
  if (layer === "resource" && soleAuthority)
    return action.assumesRole ? "the trust policy does not allow it" : "neither the key policy nor a grant allows it";
  if (sameAccount || layer !== "identity") return SILENT[layer];
  return `the other account allows it, but ${SILENT.identity}, which a caller from outside needs too`;
}

const SILENT: Readonly<Record<Layer, string>> = {
  "service-control": "no service control policy allows it",
  "resource-control": "no resource control policy allows it",
  endpoint: "the VPC endpoint policy does not allow it",
  boundary: "the permissions boundary does not allow it",
  session: "no session policy allows it",
  resource: "the resource policy does not allow it",
  identity: "no identity policy allows it",
  grant: "the grant does not let this caller retire it",
};
