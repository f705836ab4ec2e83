import type { JsonMember, JsonNode } from "../../base/json-source.ts";
import { memberOf } from "../../world/json-place.ts";
import { pathOfManaged } from "../managed-policies.ts";

/**
 * A template of SAM with the roles that it makes of functions and state machines without one: `<Name>Role`. Of all that SAM makes, access to keys hangs on
 * these alone.
 *
 * Source: AWS Serverless Application Model Developer Guide, AWS::Serverless::Function, "Generated resources", and the policy templates.
 */
export function withRolesOfFunctions(template: JsonNode): JsonNode {
  const resources = memberOf(template, "Resources");
  if (template.kind !== "object" || resources?.kind !== "object") return template;
  const there = new Set(resources.members.map(({ name }) => name));
  const roles = resources.members.flatMap((member): readonly JsonMember[] => {
    const role = `${member.name}Role`;
    const made = there.has(role) ? undefined : roleOf(member, template);
    return made === undefined ? [] : [{ name: role, start: member.start, value: made }];
  });
  if (roles.length === 0) return template;
  const more: JsonNode = { ...resources, members: [...resources.members, ...roles] };
  return { ...template, members: template.members.map((member) => (member.value === resources ? { ...member, value: more } : member)) };
}

/** Who assumes the role of each type, and the managed policies that it has always. */
const KINDS: Readonly<Record<string, { readonly service: string; readonly managed: readonly string[]; readonly globals: string }>> = {
  "AWS::Serverless::Function": {
    service: "lambda.amazonaws.com",
    managed: ["service-role/AWSLambdaBasicExecutionRole"],
    globals: "Function",
  },
  "AWS::Serverless::StateMachine": { service: "states.amazonaws.com", managed: [], globals: "StateMachine" },
};

function roleOf({ name, value, start }: JsonMember, template: JsonNode): JsonNode | undefined {
  const type = memberOf(value, "Type");
  const kind = type?.kind === "string" && Object.hasOwn(KINDS, type.value) ? KINDS[type.value] : undefined;
  if (kind === undefined) return undefined;
  const properties = memberOf(value, "Properties");
  const globals = memberOf(memberOf(template, "Globals"), kind.globals);
  const property = (called: string): JsonNode | undefined => memberOf(properties, called) ?? memberOf(globals, called);
  if (property("Role") !== undefined) return undefined;

  const at = { start, end: value.end };
  const text = (value: string): JsonNode => ({ kind: "string", ...at, value });
  const list = (items: readonly JsonNode[]): JsonNode => ({ kind: "array", ...at, items });
  const object = (members: Readonly<Record<string, JsonNode | undefined>>): JsonNode => ({
    kind: "object",
    ...at,
    members: Object.entries(members).flatMap(([member, node]) => (node === undefined ? [] : [{ name: member, start, value: node }])),
  });
  const call = (called: string, argument: JsonNode): JsonNode => object({ [called]: argument });
  const managed = (policy: string): JsonNode => call("Fn::Sub", text(`arn:\${AWS::Partition}:iam::aws:policy/${policy}`));
  const inline = (i: number, document: JsonNode): JsonNode =>
    object({ PolicyName: text(`${name}RolePolicy${i}`), PolicyDocument: document });
  const ofKey = (actions: readonly string[], key: JsonNode): JsonNode =>
    object({
      Version: text("2012-10-17"),
      Statement: list([
        object({
          Effect: text("Allow"),
          Action: list(actions.map(text)),
          Resource: call(
            "Fn::Sub",
            list([text("arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/${keyId}"), object({ keyId: key })]),
          ),
        }),
      ]),
    });
  /** An entry of `Policies` as a role has it: an ARN, or a document. Undefined for a template that speaks of other services. */
  const read = (policy: JsonNode): JsonNode | undefined => {
    if (policy.kind === "string") return policy.value.startsWith("arn:") ? policy : managed(pathOfManaged(policy.value));
    const [only] = policy.kind === "object" ? policy.members : [];
    if (only === undefined || memberOf(policy, "Statement") !== undefined) return policy;
    const key = memberOf(only.value, "KeyId");
    if (Object.hasOwn(TEMPLATES, only.name) && key !== undefined) return ofKey(TEMPLATES[only.name] as readonly string[], key);
    if (only.name === "Fn::If" && only.value.kind === "array" && only.value.items.length === 3) {
      const [condition, yes, no] = only.value.items as [JsonNode, JsonNode, JsonNode];
      const none = call("Ref", text("AWS::NoValue"));
      return call("Fn::If", list([condition, read(yes) ?? none, read(no) ?? none]));
    }
    return OTHER_TEMPLATES.has(only.name) ? undefined : policy;
  };

  const given = property("Policies");
  const arns: JsonNode[] = kind.managed.map(managed);
  const documents: JsonNode[] = [];
  (given === undefined ? [] : given.kind === "array" ? given.items : [given]).forEach((policy, i) => {
    const made = read(policy);
    if (made === undefined) return;
    if (memberOf(made, "Statement") !== undefined) documents.push(inline(i, made));
    else arns.push(made);
  });
  const events = memberOf(properties, "Events");
  for (const { name: event, value: source } of events?.kind === "object" ? events.members : []) {
    const key = memberOf(memberOf(source, "Properties"), "SecretsManagerKmsKeyId"); // of queues and brokers, whose password the function reads
    if (key !== undefined)
      documents.push(object({ PolicyName: text(`${name}${event}EventPolicy`), PolicyDocument: ofKey(["kms:Decrypt"], key) }));
  }
  const condition = memberOf(value, "Condition");
  return object({
    Type: text("AWS::IAM::Role"),
    Condition: condition,
    Metadata: memberOf(value, "Metadata"),
    Properties: object({
      AssumeRolePolicyDocument:
        property("AssumeRolePolicyDocument") ??
        object({
          Version: text("2012-10-17"),
          Statement: list([
            object({
              Effect: text("Allow"),
              Principal: object({ Service: list([text(kind.service)]) }),
              Action: list([text("sts:AssumeRole")]),
            }),
          ]),
        }),
      ManagedPolicyArns: list(arns),
      Policies: documents.length === 0 ? undefined : list(documents),
      PermissionsBoundary: property("PermissionsBoundary"),
      Path: property("RolePath"),
    }),
  });
}

/**
 * The policy templates of SAM that speak of keys.
 *
 * Source: aws/serverless-application-model, policy_templates.json of its translator 1.110.
 */
const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  KMSDecryptPolicy: ["kms:Decrypt"],
  KMSEncryptPolicy: ["kms:Encrypt"],
  KMSEncryptPolicy_v2: [
    "kms:Encrypt",
    "kms:GenerateDataKey",
    "kms:GenerateDataKeyWithoutPlaintext",
    "kms:GenerateDataKeyPair",
    "kms:GenerateDataKeyPairWithoutPlaintext",
  ],
};

/** Those that speak of other services, of the same list. Any other name is none of SAM's. */
const OTHER_TEMPLATES: ReadonlySet<string> = new Set(
  `AMIDescribePolicy AWSSecretsManagerGetSecretValuePolicy AWSSecretsManagerRotationPolicy AcmGetCertificatePolicy
   AthenaQueryPolicy CloudFormationDescribeStacksPolicy CloudWatchDashboardPolicy CloudWatchDescribeAlarmHistoryPolicy
   CloudWatchPutMetricPolicy CodeCommitCrudPolicy CodeCommitReadPolicy CodePipelineLambdaExecutionPolicy
   CodePipelineReadOnlyPolicy ComprehendBasicAccessPolicy CostExplorerReadOnlyPolicy DynamoDBBackupFullAccessPolicy
   DynamoDBCrudPolicy DynamoDBReadPolicy DynamoDBReconfigurePolicy DynamoDBRestoreFromBackupPolicy DynamoDBStreamReadPolicy
   DynamoDBWritePolicy EC2CopyImagePolicy EC2DescribePolicy EFSWriteAccessPolicy EKSDescribePolicy EcsRunTaskPolicy
   ElasticMapReduceAddJobFlowStepsPolicy ElasticMapReduceCancelStepsPolicy ElasticMapReduceModifyInstanceFleetPolicy
   ElasticMapReduceModifyInstanceGroupsPolicy ElasticMapReduceSetTerminationProtectionPolicy
   ElasticMapReduceTerminateJobFlowsPolicy ElasticsearchHttpPostPolicy EventBridgePutEventsPolicy FilterLogEventsPolicy
   FirehoseCrudPolicy FirehoseWritePolicy KinesisCrudPolicy KinesisStreamReadPolicy LambdaInvokePolicy
   MobileAnalyticsWriteOnlyAccessPolicy OrganizationsListAccountsPolicy PinpointEndpointAccessPolicy PollyFullAccessPolicy
   RekognitionDetectOnlyPolicy RekognitionFacesManagementPolicy RekognitionFacesPolicy RekognitionLabelsPolicy
   RekognitionNoDataAccessPolicy RekognitionReadPolicy RekognitionWriteOnlyAccessPolicy Route53ChangeResourceRecordSetsPolicy
   S3CrudPolicy S3FullAccessPolicy S3ReadPolicy S3WritePolicy SESBulkTemplatedCrudPolicy SESBulkTemplatedCrudPolicy_v2
   SESCrudPolicy SESEmailTemplateCrudPolicy SESSendBouncePolicy SNSCrudPolicy SNSPublishMessagePolicy SQSPollerPolicy
   SQSSendMessagePolicy SSMParameterReadPolicy SSMParameterWithSlashPrefixReadPolicy SageMakerCreateEndpointConfigPolicy
   SageMakerCreateEndpointPolicy ServerlessRepoReadWriteAccessPolicy StepFunctionsCallbackPolicy StepFunctionsExecutionPolicy
   StepFunctionsExecutionPolicy_v2 TextractDetectAnalyzePolicy TextractGetResultPolicy TextractPolicy VPCAccessPolicy`.split(/\s+/),
);
