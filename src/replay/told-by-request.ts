import { BoundedCache } from "../base/bounded-cache.ts";
import { CONDITION_KEYS } from "../catalog/condition-keys.ts";
import { isAccountId } from "../iam/arn.ts";
import { isServicePrincipal } from "../iam/principal.ts";
import { isObject, type LogObject, listAt, memberOf, pairsAt, textAt } from "./member.ts";

/** What the parameters of a call say to policies, beside who, what and where. */
export type Told = {
  readonly context: Readonly<Record<string, string | readonly string[]>>;
  readonly encryptionContext: Readonly<Record<string, string>> | undefined;
  readonly unknown: readonly string[];
};

type Side = "source" | "destination" | undefined;

/** Members of the request that are condition keys as they stand; those of the API that other actions have too are told of the actions that have them. */
// biome-ignore format: a table reads as a table
const PLAIN: readonly (readonly [member: string, key: string, actions?: readonly string[]])[] = [
  ["signingAlgorithm",                "kms:SigningAlgorithm"],
  ["messageType",                     "kms:MessageType"],
  ["encryptionAlgorithm",             "kms:EncryptionAlgorithm", ["kms:Encrypt", "kms:Decrypt"]],
  ["macAlgorithm",                    "kms:MacAlgorithm"],
  ["keyPairSpec",                     "kms:DataKeyPairSpec"],
  ["keyAgreementAlgorithm",           "kms:KeyAgreementAlgorithm"],
  ["pendingWindowInDays",             "kms:ScheduleKeyDeletionPendingWindowInDays"],
  ["trailingDaysWithoutKeyUsage",     "kms:TrailingDaysWithoutKeyUsage"],
  ["rotationPeriodInDays",            "kms:RotationPeriodInDays"],
  ["wrappingAlgorithm",               "kms:WrappingAlgorithm"],
  ["wrappingKeySpec",                 "kms:WrappingKeySpec"],
  ["expirationModel",                 "kms:ExpirationModel"],
  ["primaryRegion",                   "kms:PrimaryRegion", ["kms:UpdatePrimaryRegion"]],
  ["replicaRegion",                   "kms:ReplicaRegion", ["kms:ReplicateKey"]],
  ["bypassPolicyLockoutSafetyCheck",  "kms:BypassPolicyLockoutSafetyCheck", ["kms:CreateKey", "kms:PutKeyPolicy"]],
  ["keySpec",                         "kms:KeySpec", ["kms:CreateKey"]],
  ["customerMasterKeySpec",           "kms:KeySpec", ["kms:CreateKey"]],
  ["keyUsage",                        "kms:KeyUsage", ["kms:CreateKey"]],
  ["origin",                          "kms:KeyOrigin", ["kms:CreateKey"]],
  ["multiRegion",                     "kms:MultiRegion", ["kms:CreateKey"]],
];

/** What `requestParameters` say. Absent altogether, it is not known what of them was sent. */
export function toldByRequest(record: LogObject, action: string, side: Side): Told {
  const parameters = memberOf(record, "requestParameters");
  const context: Record<string, string | readonly string[]> = {};
  const unknown: string[] = [];
  if (!isObject(parameters)) return { context, encryptionContext: undefined, unknown: sentWith(action) };
  for (const [member, key] of plainOf(action)) {
    const value = parameters[member];
    if (value !== undefined && value !== null && typeof value !== "object") context[key] ??= String(value);
  }
  const algorithm = side && textAt(parameters, `${side}EncryptionAlgorithm`);
  if (algorithm !== undefined) context["kms:EncryptionAlgorithm"] = algorithm;
  const validTo = textAt(parameters, "validTo");
  if (validTo !== undefined && action === "kms:ImportKeyMaterial") {
    const time = englishTime(validTo);
    if (time === undefined) unknown.push("kms:ValidTo");
    else context["kms:ValidTo"] = time;
  }
  addTags(parameters, action, context);
  if (action === "kms:CreateGrant") addGrant(parameters, context, unknown);
  addAttestation(record, parameters, action, context, unknown);
  return { context, encryptionContext: encryptionContextOf(parameters, action, side), unknown };
}

function encryptionContextOf(parameters: LogObject, action: string, side: Side): Readonly<Record<string, string>> | undefined {
  if (action !== "kms:CreateGrant") return pairsAt(parameters, side === undefined ? "encryptionContext" : `${side}EncryptionContext`);
  const constraints = memberOf(parameters, "constraints");
  return pairsAt(constraints, "encryptionContextSubset") ?? pairsAt(constraints, "encryptionContextEquals");
}

function addTags(parameters: LogObject, action: string, context: Record<string, string | readonly string[]>): void {
  if (action === "kms:UntagResource") {
    const names = listAt(parameters, "tagKeys").filter((name) => typeof name === "string");
    if (names.length > 0) context["aws:TagKeys"] = names;
    return;
  }
  if (action !== "kms:CreateKey" && action !== "kms:TagResource") return;
  const tags = listAt(parameters, "tags").flatMap((tag) => {
    const [name, value] = [textAt(tag, "tagKey"), memberOf(tag, "tagValue")];
    return name === undefined ? [] : [[name, typeof value === "string" ? value : ""] as const];
  });
  for (const [name, value] of tags) context[`aws:RequestTag/${name}`] = value;
  if (tags.length > 0) context["aws:TagKeys"] = tags.map(([name]) => name);
}

function addGrant(parameters: LogObject, context: Record<string, string | readonly string[]>, unknown: string[]): void {
  const operations = listAt(parameters, "operations").flatMap((name) => (typeof name === "string" ? [name.trim()] : []));
  if (operations.length > 0) context["kms:GrantOperations"] = operations;
  addPrincipal("Grantee", textAt(parameters, "granteePrincipal") ?? textAt(parameters, "granteeServicePrincipal"));
  addPrincipal("Retiring", textAt(parameters, "retiringPrincipal") ?? textAt(parameters, "retiringServicePrincipal"));
  const constraints = memberOf(parameters, "constraints");
  if (pairsAt(constraints, "encryptionContextEquals") !== undefined) context["kms:GrantConstraintType"] = "EncryptionContextEquals";
  if (pairsAt(constraints, "encryptionContextSubset") !== undefined) context["kms:GrantConstraintType"] = "EncryptionContextSubset";
  const sourceArn = textAt(constraints, "sourceArn");
  if (sourceArn !== undefined) context["kms:GrantConstraintSourceArn"] = sourceArn;

  function addPrincipal(role: "Grantee" | "Retiring", name: string | undefined): void {
    const text = name?.trim();
    if (text === undefined) return;
    const legacy = isAccountId(text.split(":", 1)[0] ?? ""); // ACCOUNT:aws:ec2-infrastructure:INSTANCE of 2014
    if (legacy) unknown.push(`kms:${role}Principal`);
    else context[`kms:${role}${isServicePrincipal(text) ? "Service" : ""}Principal`] = text;
  }
}

/** Of an attested request the record prints some of the measurements (KMS Developer Guide, "Monitoring attested requests"). */
function addAttestation(
  record: LogObject,
  parameters: LogObject,
  action: string,
  context: Record<string, string | readonly string[]>,
  unknown: string[],
): void {
  if (!isAvailableOn("kms:RecipientAttestation:PCR", action)) return;
  const recipient = memberOf(memberOf(record, "additionalEventData"), "recipient");
  if (!isObject(recipient) && !isObject(parameters.recipient)) return;
  unknown.push("kms:RecipientAttestation:ImageSha384", "kms:RecipientAttestation:PCR", "kms:RecipientAttestation:NitroTPMPCR");
  for (const [name, value] of Object.entries(isObject(recipient) ? recipient : {})) {
    if (typeof value !== "string") continue;
    const [, kind, register] = /^attestationDocument(Enclave|NitroTPM)PCR(\d{1,2})$/.exec(name) ?? [];
    if (name === "attestationDocumentEnclaveImageDigest") {
      context["kms:RecipientAttestation:ImageSha384"] = value;
      context["kms:RecipientAttestation:PCR0"] = value;
      unknown.splice(unknown.indexOf("kms:RecipientAttestation:ImageSha384"), 1);
    } else if (register !== undefined)
      context[`kms:RecipientAttestation:${kind === "Enclave" ? "" : "NitroTPM"}PCR${Number(register)}`] = value;
  }
}

const isAvailableOn = (key: string, action: string): boolean => AVAILABLE.of(`${key} ${action}`, () => isDocumentedOn(key, action));

const isDocumentedOn = (key: string, action: string): boolean => {
  const row = CONDITION_KEYS.find(({ name }) => name === key);
  const { availability } = row ?? {};
  if (availability?.on === "key") return availability.also?.some((name) => `kms:${name}` === action) === true;
  return availability?.on === "actions" && availability.actions.some((name) => `kms:${name}` === action);
};

const AVAILABLE = new BoundedCache<string, boolean>(5000, 200);
const ROWS = new BoundedCache<string, typeof PLAIN>(200);
const SENT = new BoundedCache<string, readonly string[]>(200);

const plainOf = (action: string): typeof PLAIN =>
  ROWS.of(action, () => PLAIN.filter(([, key, actions]) => actions?.includes(action) !== false && isAvailableOn(key, action)));

/** The condition keys that parameters of this action feed. */
const sentWith = (action: string): readonly string[] =>
  SENT.of(action, () =>
    CONDITION_KEYS.filter(({ name, untold }) => untold !== "follows" && isAvailableOn(name, action)).map(({ name }) => name),
  );

/** `Aug 10, 2022, 10:38:27 PM`, with the narrow space that newer printers put before PM. */
function englishTime(text: string): string | undefined {
  if (text.length > 60) return undefined;
  const moment = Date.parse(`${text.replace(/\u202f/g, " ")} UTC`);
  if (!Number.isNaN(moment)) return new Date(moment).toISOString();
  const iso = Date.parse(text);
  return Number.isNaN(iso) ? undefined : new Date(iso).toISOString();
}
