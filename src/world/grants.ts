import type { Place } from "../base/diagnostic.ts";
import { pointerStep, shown } from "../base/text.ts";
import { isServicePrincipal } from "../iam/principal.ts";
import type { Grant } from "../iam/request.ts";
import type { GrantEntry } from "./document.ts";
import type { Source } from "./files.ts";
import { grantDiagnostics } from "./grant-check.ts";
import type { WorldParts } from "./parts.ts";

/** The grants of one key with their places, spelled as the KMS API spells them. A grant is known by its `id`, else by its `name`, else by its number. */
export function readGrants(
  entries: readonly GrantEntry[],
  key: { readonly name: string; readonly arn: string },
  source: Source,
  pointer: string,
  parts: WorldParts,
): ReadonlyMap<Grant, Place> {
  const seen = new Set<string>();
  const read = new Map<Grant, Place>();
  entries.forEach((entry, i) => {
    const at = pointerStep(pointer, i);
    const grant = grantOf(entry, `${key.name}-grant-${i + 1}`, key.arn, source, at, parts);
    if (grant === undefined) return;
    if (seen.has(grant.GrantId))
      parts.files.tell("KW502", source.placeOf(at), `the key has two grants ${shown(grant.GrantId)}`, "give one of them another `id`");
    seen.add(grant.GrantId);
    for (const diagnostic of grantDiagnostics([grant], { file: source.text.file, pointer: "" })) {
      parts.files.diagnostics.push({ ...diagnostic, at: source.placeOf(at + asWritten(diagnostic.at.pointer.slice(2))) });
    }
    read.set(grant, source.placeOf(at));
  });
  return read;
}

function grantOf(
  entry: GrantEntry,
  otherwise: string,
  keyArn: string,
  source: Source,
  at: string,
  { names }: WorldParts,
): Grant | undefined {
  const { id, name, grantee, operations, constraints, retiring, issuingAccount, token } = entry;
  const granteeArn = names.principal(source, `${at}/grantee`, grantee);
  const retiringArn = retiring && names.principal(source, `${at}/retiring`, retiring);
  const issuer = issuingAccount && names.account(source, `${at}/issuingAccount`, issuingAccount);
  if (granteeArn === undefined) return undefined;
  return {
    GrantId: id ?? name ?? otherwise,
    ...(name !== undefined && { Name: name }),
    KeyId: keyArn,
    ...(isServicePrincipal(granteeArn) ? { GranteeServicePrincipal: granteeArn } : { GranteePrincipal: granteeArn }),
    Operations: operations,
    ...(constraints && { Constraints: constraints }),
    ...(retiringArn && (isServicePrincipal(retiringArn) ? { RetiringServicePrincipal: retiringArn } : { RetiringPrincipal: retiringArn })),
    ...(issuer && { IssuingAccount: issuer }),
    ...(token !== undefined && { GrantToken: token }),
  };
}

const WRITTEN: Readonly<Record<string, string>> = {
  GranteePrincipal: "grantee",
  GranteeServicePrincipal: "grantee",
  RetiringPrincipal: "retiring",
  RetiringServicePrincipal: "retiring",
  IssuingAccount: "issuingAccount",
  Operations: "operations",
  Constraints: "constraints",
};

/** The pointer into the grant as people write it. */
const asWritten = (pointer: string): string =>
  pointer.replace(/^\/([A-Za-z]+)/, (whole, member: string) => (Object.hasOwn(WRITTEN, member) ? `/${WRITTEN[member]}` : whole));
