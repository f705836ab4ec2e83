import type { PolicyValue } from "./draft.ts";
import type { Leaf } from "./leaf.ts";

/** What a permission of a function says; a condition without a value is not there. */
export type Permission = {
  readonly sid: string;
  readonly principal: Leaf;
  readonly action: Leaf;
  readonly resource: Leaf;
  readonly conditions: readonly (readonly [operator: string, key: string, value: Leaf | undefined])[];
};

/** Lambda Developer Guide, "Using resource-based policies": each permission is a statement of one policy. */
export function permissionStatement({ sid, principal, action, resource, conditions }: Permission): PolicyValue {
  const block: Record<string, Record<string, Leaf>> = {};
  for (const [operator, key, value] of conditions) if (value !== undefined) block[operator] = { ...block[operator], [key]: value };
  const isService = typeof principal === "string" && principal.includes(".") && !principal.startsWith("arn:");
  return {
    Sid: sid,
    Effect: "Allow",
    Principal: principal === "*" ? "*" : isService ? { Service: principal } : { AWS: principal },
    Action: action,
    Resource: resource,
    ...(Object.keys(block).length > 0 && { Condition: block }),
  };
}
