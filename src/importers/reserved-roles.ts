import { SSO_PATH, SSO_ROLE } from "../iam/reserved-roles.ts";
import type { SourceText } from "./importer.ts";
import { joined, type Leaf } from "./leaf.ts";

/**
 * Where the role of a permission set is in an account, as far as it is known before: `name` behind the path. The Region is that of IAM Identity Center, which
 * the path has unless it is us-east-1.
 *
 * Source: IAM Identity Center User Guide, "Referencing permission sets in resource policies, Amazon EKS Cluster config maps, and AWS KMS key policies".
 */
export function reservedRole(partition: string, account: Leaf, region: Leaf | undefined, name: Leaf): Leaf {
  const start = [`arn:${partition}:iam::`, account, `:role/${SSO_PATH}`];
  if (region === "us-east-1") return joined([...start, name]);
  return joined(region === undefined ? start : [...start, region, "/", name]);
}

/** The name of that role: AWS puts sixteen digits behind this, other ones in each account. */
export const reservedName = (permissionSet: Leaf): Leaf => joined([SSO_ROLE, permissionSet, "_"]);

/** A policy of the account that a role is in, by its name and path, as a permission set refers to it. */
export const policyOfAccount = (partition: string, account: Leaf, path: Leaf, name: Leaf): Leaf =>
  joined([`arn:${partition}:iam::`, account, ":policy", path, name]);

/**
 * Whether a document tells more of the name of such a role than how it begins: by it, or by a pattern that its digits decide. Where none does, any digits
 * decide alike.
 */
export function isNamedInFull(name: string, texts: readonly SourceText[]): boolean {
  for (const { text } of texts)
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
      if (!/^(?:[*"'\\\s]|$)/.test(text.slice(at + name.length, at + name.length + 1))) return true;
  return false;
}
