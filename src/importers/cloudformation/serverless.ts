import type { JsonMember, JsonNode } from "../../base/json-source.ts";
import { memberOf } from "../../world/json-place.ts";

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
  const statement = (action: string, key: JsonNode): JsonNode =>
    object({
      Version: text("2012-10-17"),
      Statement: list([
        object({
          Effect: text("Allow"),
          Action: text(action),
          Resource: call(
            "Fn::Sub",
            list([text("arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/${keyId}"), object({ keyId: key })]),
          ),
        }),
      ]),
    });

  const given = property("Policies");
  const arns: JsonNode[] = kind.managed.map(managed);
  const documents: JsonNode[] = [];
  if (given !== undefined)
    (given.kind === "array" ? given.items : [given]).forEach((policy, i) => {
      if (policy.kind === "string") arns.push(policy.value.startsWith("arn:") ? policy : managed(policy.value));
      else if (memberOf(policy, "Statement") !== undefined) documents.push(inline(i, policy));
      else {
        const [template] = policy.kind === "object" ? policy.members : [];
        const action = template === undefined ? undefined : TEMPLATES[template.name];
        const key = memberOf(template?.value, "KeyId");
        if (action !== undefined && key !== undefined) documents.push(inline(i, statement(action, key)));
        else if (template !== undefined && (template.name === "Ref" || template.name.startsWith("Fn::"))) arns.push(policy);
        // any other template speaks of other services
      }
    });
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

/** The policy templates of SAM that speak of keys. */
const TEMPLATES: Readonly<Record<string, string>> = { KMSDecryptPolicy: "kms:Decrypt", KMSEncryptPolicy: "kms:Encrypt" };
