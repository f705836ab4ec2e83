/** What rules rest on: public pages of AWS, and recordings that others published of what AWS answered. */
export type Page = { readonly title: string; readonly url: string };

const book =
  (name: string, base: string) =>
  (page: string, title: string): Page => ({ title: `${name}, ${title}`, url: `${base}${page}` });

const iam = book("IAM User Guide", "https://docs.aws.amazon.com/IAM/latest/UserGuide/");
const kms = book("KMS Developer Guide", "https://docs.aws.amazon.com/kms/latest/developerguide/");
const kmsApi = book("KMS API Reference", "https://docs.aws.amazon.com/kms/latest/APIReference/");
const orgs = book("AWS Organizations User Guide", "https://docs.aws.amazon.com/organizations/latest/userguide/");
/** Recorded on AWS in September 2026. */
const stackd = book("Recorded answers of AWS", "https://github.com/radkawar/stackd/tree/9dc356f5/testdata/aws/");

// biome-ignore format: a table reads as a table
export const PAGES = {
  enforcement:      iam("reference_policies_evaluation-logic_policy-eval-denyallow.html", "How AWS enforcement code logic evaluates requests to allow or deny access"),
  acrossAccounts:   iam("reference_policies_evaluation-logic-cross-account.html", "Cross-account policy evaluation logic"),
  tableAcrossAccounts: book("DynamoDB Developer Guide", "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/")("rbac-iam-actions.html", "Operations that resource-based policies support"),
  rcpServices:      book("AWS Control Tower Controls Reference", "https://docs.aws.amazon.com/controltower/latest/controlreference/")("rcp-controls.html", "Controls by resource control policies"),
  onePartition:     iam("access_policies-cross-account-resource-access.html", "Cross account resource access in IAM"),
  policyTypes:      iam("access_policies.html", "Policies and permissions in AWS Identity and Access Management"),
  federation:       iam("id_credentials_temp_control-access_getfederationtoken.html", "Permissions for GetFederationToken"),
  forwarding:       iam("access_forward_access_sessions.html", "Forward access sessions"),
  denials:          iam("troubleshoot_access-denied.html", "Troubleshoot access denied error messages"),
  grammar:          iam("reference_policies_grammar.html", "Grammar of the IAM JSON policy language"),
  version:          iam("reference_policies_elements_version.html", "IAM JSON policy elements: Version"),
  principal:        iam("reference_policies_elements_principal.html", "AWS JSON policy elements: Principal"),
  notPrincipal:     iam("reference_policies_elements_notprincipal.html", "AWS JSON policy elements: NotPrincipal"),
  action:           iam("reference_policies_elements_action.html", "IAM JSON policy elements: Action"),
  resource:         iam("reference_policies_elements_resource.html", "IAM JSON policy elements: Resource"),
  notResource:      iam("reference_policies_elements_notresource.html", "IAM JSON policy elements: NotResource"),
  arns:             iam("reference-arns.html", "Identify AWS resources with Amazon Resource Names (ARNs)"),
  identifiers:      iam("reference_identifiers.html", "IAM identifiers"),
  condition:        iam("reference_policies_elements_condition.html", "IAM JSON policy elements: Condition"),
  operators:        iam("reference_policies_elements_condition_operators.html", "IAM JSON policy elements: Condition operators"),
  severalValues:    iam("reference_policies_condition-logic-multiple-context-keys-or-values.html", "Evaluation logic for multiple context keys or values"),
  multivalued:      iam("reference_policies_condition-single-vs-multi-valued-context-keys.html", "Single-valued vs. multivalued context keys"),
  variables:        iam("reference_policies_variables.html", "IAM policy elements: Variables and tags"),
  globalKeys:       iam("reference_policies_condition-keys.html", "AWS global condition context keys"),
  analyzer:         iam("access-analyzer-reference-policy-checks.html", "IAM Access Analyzer policy check reference"),
  reservedRoles:    book("IAM Identity Center User Guide", "https://docs.aws.amazon.com/singlesignon/latest/userguide/")("referencingpermissionsets.html", "Referencing permission sets in resource policies, Amazon EKS cluster config maps, and AWS KMS key policies"),

  scps:             orgs("orgs_manage_policies_scps.html", "Service control policies (SCPs)"),
  scpEvaluation:    orgs("orgs_manage_policies_scps_evaluation.html", "SCP evaluation"),
  rcps:             orgs("orgs_manage_policies_rcps.html", "Resource control policies (RCPs)"),
  rcpEvaluation:    orgs("orgs_manage_policies_rcps_evaluation.html", "RCP evaluation"),

  keyPolicies:      kms("key-policies.html", "Key policies in AWS KMS"),
  keyPolicyParts:   kms("key-policy-overview.html", "Create a key policy"),
  defaultKeyPolicy: kms("key-policy-default.html", "Default key policy"),
  otherAccounts:    kms("key-policy-modifying-external-accounts.html", "Allowing users in other accounts to use a KMS key"),
  permissions:      kms("kms-api-permissions-reference.html", "AWS KMS permissions"),
  controlAccess:    kms("control-access.html", "Authentication and access control for AWS KMS"),
  kmsKeys:          kms("conditions-kms.html", "AWS KMS condition keys"),
  globalKeysInKms:  kms("conditions-aws.html", "AWS global condition keys"),
  attestation:      kms("conditions-attestation.html", "AWS KMS condition keys for attested platforms"),
  abac:             kms("abac.html", "ABAC for AWS KMS"),
  kmsEndpoints:     kms("kms-vpc-endpoint.html", "Connecting to AWS KMS through a VPC endpoint"),
  grants:           kms("grants.html", "Grants in AWS KMS"),
  createGrant:      kms("create-grant-overview.html", "Creating grants"),
  retireGrant:      kms("grant-delete.html", "Retiring and revoking grants"),
  aliases:          kms("alias-access.html", "Controlling access to aliases"),
  awsManagedKeys:   kms("concepts.html", "AWS KMS keys: AWS managed keys"),
  keyStates:        kms("key-state.html", "Key states of AWS KMS keys"),
  dryRun:           kms("testing-permissions.html", "Testing your permissions"),
  grantConstraints: kmsApi("API_GrantConstraints.html", "GrantConstraints"),
  createAlias:      kmsApi("API_CreateAlias.html", "CreateAlias"),
  createKey:        kmsApi("API_CreateKey.html", "CreateKey"),
  apiActions:       kmsApi("API_Operations.html", "Actions"),
  putKeyPolicy:     kmsApi("API_PutKeyPolicy.html", "PutKeyPolicy"),

  recordedKms:        stackd("kms", "calls of AWS KMS"),
  recordedTexts:      stackd("iam/condition_strings.json", "conditions: texts"),
  recordedSets:       stackd("iam/condition_sets.json", "conditions: sets"),
  recordedValues:     stackd("iam/condition_values.json", "conditions: values"),
  recordedAddresses:  stackd("iam/condition_ip.json", "conditions: addresses"),
  recordedRcps:       stackd("iam/resource_controls.json", "resource control policies"),
  keyPolicyNotice:    { title: "AWS's notice to customers on key policies, of 2025, as a customer published it", url: "https://github.com/ministryofjustice/analytical-platform/issues/7691" },
} as const satisfies Record<string, Page>;
