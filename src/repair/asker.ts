import type { Provenance } from "../authz/answer.ts";
import { isGrantOperation } from "../catalog/grant-operations.ts";
import { parseArn } from "../iam/arn.ts";
import type { Grant } from "../iam/request.ts";
import type { Json } from "./patch.ts";

/** Who asks for what, as a policy or a grant names it. */
export type Asker = {
  readonly name: string; // for people: `role/app`, `s3.amazonaws.com`
  readonly kind: "AWS" | "Service";
  readonly principal: string; // in `Principal`: of a session its role; of a root user its account
  readonly principalKey: "aws:PrincipalArn" | "aws:PrincipalServiceName"; // tells the caller from all others
  readonly principalValue: string;
  readonly names: readonly string[]; // all that NotPrincipal has to list: account, role, session
  readonly account: string; // "" of a service
  readonly action: string;
  readonly resource: string;
  readonly resourceAccount: string;
};

export function askerOf({ plan: { caller, action, resource, account } }: Provenance): Asker {
  const isService = caller.kind === "service";
  const principal = isService ? caller.name : caller.kind === "anonymous" ? "*" : (caller.principalArn ?? caller.arn);
  const root = `arn:${caller.partition}:iam::${caller.account}:root`;
  return {
    name: isService ? caller.name : caller.kind === "anonymous" ? "anyone" : (parseArn(principal)?.resource ?? principal),
    kind: isService ? "Service" : "AWS",
    principal,
    principalKey: isService ? "aws:PrincipalServiceName" : "aws:PrincipalArn",
    principalValue: principal,
    names: isService ? [caller.name] : [...new Set([root, principal, caller.arn])],
    account: caller.account,
    action: action.kms?.action ?? action.name,
    resource: resource.text,
    resourceAccount: account,
  };
}

export const principalElement = ({ kind, principal }: Asker): Json => ({ [kind]: principal });

/** A grant that lets the caller in; undefined where grants cannot: for other actions, other resources, services, and for child grants alone. */
export function grantFor({ plan: { caller, action, resource }, linked }: Provenance): Grant | undefined {
  if (linked.set.key?.managedBy === "aws") return undefined;
  const operation = action.kms?.grantOperation;
  if (operation === undefined || !isGrantOperation(operation) || operation === "CreateGrant" || operation === "RetireGrant")
    return undefined;
  if (resource.kind !== "key" || caller.kind === "service" || caller.kind === "anonymous") return undefined;
  return { GrantId: "proposed", GranteePrincipal: caller.principalArn ?? caller.arn, Operations: [operation] };
}
