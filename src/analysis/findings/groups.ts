import { OPERATIONS } from "../../catalog/operations.ts";
import type { WorldKey } from "../../estate/estate.ts";
import { KEY_ACTIONS } from "../actions.ts";

const READ: ReadonlySet<string> = new Set(["kms:DescribeKey", "kms:ListGrants", "kms:GetKeyRotationStatus"]);
const PUBLIC_KEY = "kms:GetPublicKey";
const MANAGE: ReadonlySet<string> = new Set(["kms:CreateGrant", "kms:RevokeGrant", "kms:RetireGrant"]);

/** By which access itself, or the key, can be lost or given away. */
export const HEAVY: ReadonlySet<string> = new Set([
  "kms:PutKeyPolicy",
  "kms:CreateGrant",
  "kms:ScheduleKeyDeletion",
  "kms:DisableKey",
  "kms:DeleteImportedKeyMaterial",
  "kms:ReplicateKey",
  "kms:UpdatePrimaryRegion",
]);

/** Using the key: what works on keys of other accounts, and neither reads about it nor gives access (KMS Developer Guide, "Allowing users in other accounts to use a KMS key"). */
export const USE: ReadonlySet<string> = new Set(
  KEY_ACTIONS.filter(({ action, crossAccount }) => crossAccount && !READ.has(action) && !MANAGE.has(action) && action !== PUBLIC_KEY).map(
    ({ action }) => action,
  ),
);

export type Group = "use" | "manage" | "read" | "public-key" | "other";

export function groupOf(action: string): Group {
  if (USE.has(action)) return "use";
  if (MANAGE.has(action)) return "manage";
  if (READ.has(action)) return "read";
  return action === PUBLIC_KEY ? "public-key" : "other";
}

/** Whose result tells something secret, or speaks in the key's name: the worst first. */
const REVEALING: readonly string[] = [
  "kms:Decrypt",
  "kms:Decapsulate",
  "kms:Sign",
  "kms:GenerateMac",
  "kms:DeriveSharedSecret",
  "kms:ReEncryptFrom",
  "kms:GenerateDataKey",
  "kms:GenerateDataKeyPair",
];

/** Those that work on a key of this usage. */
export const revealingOn = (key: WorldKey): readonly string[] => REVEALING.filter((action) => works(action, key));

/** Whether some operation that the action is asked for works on keys of this spec and usage. */
export function works(action: string, { spec, usage, origin }: WorldKey): boolean {
  const asked = OPERATIONS.filter(({ permissions }) => permissions.some((one) => one.action.action === action));
  return (
    asked.length === 0 ||
    asked.some(
      ({ keyUsages, keySpecs, origins }) =>
        (keyUsages?.includes(usage) ?? true) && (keySpecs?.includes(spec) ?? true) && (origins?.includes(origin) ?? true),
    )
  );
}
