import type { Diagnostic, Place } from "../base/diagnostic.ts";
import { nearest } from "../base/nearest.ts";
import { shown } from "../base/text.ts";
import { GRANT_OPERATIONS } from "../catalog/grant-operations.ts";
import { isServicePrincipal, parsePrincipalPattern } from "../iam/principal.ts";
import type { Grant } from "../iam/request.ts";

/** What AWS KMS would not have let into a grant (KMS API Reference, CreateGrant; KMS Developer Guide, Creating grants). */
export function grantDiagnostics(grants: readonly Grant[], at: Place): readonly Diagnostic[] {
  return grants.flatMap((grant, i) => {
    const tell = ({ member, message, help }: Complaint): Diagnostic => ({
      code: "KW406",
      severity: "error",
      message: `grant ${shown(grant.GrantId)}: ${message}`,
      at: { ...at, pointer: `${at.pointer}/${i}${member}` },
      ...(help && { help }),
    });
    return complaints(grant).map(tell);
  });
}

type Complaint = { readonly member: string; readonly message: string; readonly help?: string | undefined };

function complaints(grant: Grant): readonly Complaint[] {
  const { GranteePrincipal, GranteeServicePrincipal, RetiringPrincipal, RetiringServicePrincipal, Constraints } = grant;
  const found: Complaint[] = [];
  if ((GranteePrincipal === undefined) === (GranteeServicePrincipal === undefined)) {
    found.push({ member: "", message: "it needs one of `GranteePrincipal` and `GranteeServicePrincipal`" });
  }
  if (RetiringPrincipal !== undefined && RetiringServicePrincipal !== undefined) {
    found.push({ member: "", message: "it has both `RetiringPrincipal` and `RetiringServicePrincipal`" });
  }
  const people = { GranteePrincipal, RetiringPrincipal, IssuingAccount: grant.IssuingAccount };
  for (const [member, value] of Object.entries(people)) {
    if (value !== undefined && !isPrincipal(value))
      found.push({ member: `/${member}`, message: `${shown(value)} is not a principal that a grant can name` });
  }
  for (const [member, value] of Object.entries({ GranteeServicePrincipal, RetiringServicePrincipal })) {
    if (value !== undefined && !isServicePrincipal(value))
      found.push({ member: `/${member}`, message: `${shown(value)} is not a service principal` });
  }
  grant.Operations.forEach((operation, i) => {
    if ((GRANT_OPERATIONS as readonly string[]).includes(operation)) return;
    const near = nearest(operation, GRANT_OPERATIONS);
    found.push({
      member: `/Operations/${i}`,
      message: `${shown(operation)} is not a grant operation`,
      help: near && `did you mean \`${near}\`?`,
    });
  });
  if (grant.Operations.length === 0) found.push({ member: "/Operations", message: "it allows no operation" });
  if (Constraints?.EncryptionContextEquals !== undefined && Constraints.EncryptionContextSubset !== undefined) {
    found.push({ member: "/Constraints", message: "`EncryptionContextEquals` and `EncryptionContextSubset` exclude each other" });
  }
  const pairs = Object.entries(Constraints?.EncryptionContextEquals ?? Constraints?.EncryptionContextSubset ?? {});
  if (pairs.length > 8)
    found.push({ member: "/Constraints", message: `${pairs.length} pairs are too many for a constraint`, help: "AWS KMS takes 8 at most" });
  return found;
}

/** Listings show the service of an integrated service's grant as its grantee. */
const isPrincipal = (text: string): boolean => {
  const pattern = parsePrincipalPattern({ kind: isServicePrincipal(text) ? "Service" : "AWS", value: text });
  return pattern !== undefined && pattern.kind !== "anyone";
};
