import { writeEndpoint } from "./endpoints.ts";
import {
  writeAttachment,
  writeCloudControlInline,
  writeCloudControlRole,
  writeExclusive,
  writeGroupPolicy,
  writeInline,
  writeMembership,
  writePolicy,
  writeRole,
  writeUser,
  writeWideAttachment,
} from "./iam.ts";
import type { Instance } from "./instance.ts";
import { writeAlias, writeGrant, writeKey, writeSecrets } from "./keys.ts";
import { writeControlAttachment, writeOrganization } from "./organizations.ts";
import { writePermissionSet, writePermissionSetPart } from "./permission-sets.ts";
import type { Writer } from "./writer.ts";

type Write = (writer: Writer, instance: Instance) => void;

/** In which order types are read: things before what is attached to them, and exclusive lists at last. */
export const PHASES = ["things", "links", "lists"] as const;

type Row = { readonly phase: (typeof PHASES)[number]; readonly write: Write };

/** Resource types that say who may use keys (Terraform Registry, hashicorp/aws and hashicorp/awscc). `data.` for data sources. */
// biome-ignore format: a table reads as a table
export const ROWS: Readonly<Record<string, Row>> = {
  awscc_kms_key:                       { phase: "things", write: writeKey },
  awscc_kms_replica_key:               { phase: "things", write: writeKey },
  awscc_kms_alias:                     { phase: "links",  write: writeAlias },
  awscc_iam_role:                      { phase: "things", write: writeCloudControlRole },
  awscc_iam_role_policy:               { phase: "links",  write: writeCloudControlInline },
  aws_iam_policy:                      { phase: "things", write: writePolicy },
  aws_kms_key:                         { phase: "things", write: writeKey },
  aws_kms_external_key:                { phase: "things", write: writeKey },
  aws_kms_replica_key:                 { phase: "things", write: writeKey },
  aws_kms_replica_external_key:        { phase: "things", write: writeKey },
  aws_iam_role:                        { phase: "things", write: writeRole },
  aws_iam_user:                        { phase: "things", write: writeUser },
  aws_organizations_organization:      { phase: "things", write: writeOrganization },
  "data.aws_organizations_organization": { phase: "things", write: writeOrganization },
  aws_organizations_organizational_unit: { phase: "things", write: writeOrganization },
  aws_organizations_account:           { phase: "things", write: writeOrganization },
  aws_vpc_endpoint:                    { phase: "things", write: writeEndpoint },
  aws_kms_alias:                       { phase: "links",  write: writeAlias },
  aws_kms_grant:                       { phase: "links",  write: writeGrant },
  aws_iam_role_policy:                 { phase: "links",  write: writeInline("role") },
  aws_iam_user_policy:                 { phase: "links",  write: writeInline("user") },
  aws_iam_role_policy_attachment:      { phase: "links",  write: writeAttachment("role") },
  aws_iam_user_policy_attachment:      { phase: "links",  write: writeAttachment("user") },
  aws_iam_policy_attachment:           { phase: "links",  write: writeWideAttachment },
  aws_iam_group_policy:                { phase: "links",  write: writeGroupPolicy },
  aws_iam_group_policy_attachment:     { phase: "links",  write: writeGroupPolicy },
  aws_iam_group_membership:            { phase: "links",  write: writeMembership },
  aws_iam_user_group_membership:       { phase: "links",  write: writeMembership },
  aws_organizations_policy_attachment: { phase: "links",  write: writeControlAttachment },
  aws_iam_role_policies_exclusive:           { phase: "lists", write: writeExclusive },
  aws_iam_role_policy_attachments_exclusive: { phase: "lists", write: writeExclusive },
  aws_iam_user_policies_exclusive:           { phase: "lists", write: writeExclusive },
  aws_iam_user_policy_attachments_exclusive: { phase: "lists", write: writeExclusive },
  aws_iam_group_policies_exclusive:          { phase: "lists", write: writeExclusive },
  aws_iam_group_policy_attachments_exclusive:{ phase: "lists", write: writeExclusive },
  aws_ssoadmin_permission_set:         { phase: "lists",  write: writePermissionSet },
  "data.aws_ssoadmin_permission_set":  { phase: "lists",  write: writePermissionSet },
  awscc_sso_permission_set:            { phase: "lists",  write: writePermissionSet },
  aws_ssoadmin_account_assignment:     { phase: "lists",  write: writePermissionSetPart },
  awscc_sso_assignment:                { phase: "lists",  write: writePermissionSetPart },
  aws_ssoadmin_permission_set_inline_policy:       { phase: "lists", write: writePermissionSetPart },
  aws_ssoadmin_managed_policy_attachment:          { phase: "lists", write: writePermissionSetPart },
  aws_ssoadmin_customer_managed_policy_attachment: { phase: "lists", write: writePermissionSetPart },
  aws_ssoadmin_permissions_boundary_attachment:    { phase: "lists", write: writePermissionSetPart },
  aws_kms_ciphertext:                  { phase: "lists",  write: writeSecrets },
  "data.aws_kms_ciphertext":           { phase: "lists",  write: writeSecrets },
  "data.aws_kms_secrets":              { phase: "lists",  write: writeSecrets },
  aws_kms_custom_key_store:            { phase: "lists",  write: writeSecrets },
};

/** Types that are read where others refer to them, and those that say nothing of access to keys. */
const WITHOUT_SAY =
  /^(?:data\..*|aws_kms_key_policy|aws_vpc_endpoint_policy|aws_organizations_policy|aws_iam_(?:group|instance_profile|access_key|account_alias|account_password_policy|openid_connect_provider|saml_provider|security_token_service_preferences|server_certificate|service_specific_credential|signing_certificate|user_login_profile|user_ssh_key|virtual_mfa_device|organizations_features)|aws_organizations_(?:delegated_administrator|resource_policy|tag)|aws_ssoadmin_(?:application.*|trusted_token_issuer|instance_access_control_attributes)|awscc_sso_(?:application.*|instance.*))$/;

/** Types that may say who can use keys, and have no row. */
const WITH_SAY =
  /^(?:aws_kms_|aws_iam_|awscc_kms_|awscc_iam_|aws_ssoadmin_|awscc_sso_|aws_organizations_|awscc_organizations_|aws_cloudformation_stack|aws_serverlessapplicationrepository_|awscc_cloudformation_stack|awscc_ec2_vpc_endpoint)/;

export const isNotUnderstood = (type: string): boolean => !WITHOUT_SAY.test(type) && WITH_SAY.test(type);
