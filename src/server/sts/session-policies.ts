import { fail, ok, type Result } from "../../base/result.ts";
import { policiesOf } from "../../estate/estate.ts";
import type { World } from "../../estate/world.ts";
import { parsePolicy } from "../../iam/parse/parse.ts";
import type { Policy } from "../../iam/policy.ts";
import type { StsParameters } from "./parameters.ts";
import { type StsError, stsError } from "./reply.ts";
import type { Tags } from "./session-tags.ts";

export type SessionPolicies = {
  readonly policies: readonly { readonly name: string; readonly document: string }[];
  readonly isGiven: boolean;
  readonly length: number; // characters of the inline one
};

const MOST_MANAGED = 10;
const MOST_CHARACTERS = 2048;

/** The policies that a request narrows a session by: one inline, and managed ones that the world has under the name in their ARN. */
export function readSessionPolicies(parameters: StsParameters, world: World): Result<SessionPolicies, StsError> {
  const inline = parameters.get("Policy");
  const managed = parameters.list("PolicyArns", MOST_MANAGED, ".arn");
  if (managed.length > MOST_MANAGED)
    return fail(
      stsError(
        "ValidationError",
        "1 validation error detected: Value at 'policyArns' failed to satisfy constraint: Member must have length less than or equal to 10",
      ),
    );
  if (inline !== undefined && inline.length > MOST_CHARACTERS)
    return fail(
      stsError("PackedPolicyTooLarge", `Packed policy consumes ${percent(inline.length)}% of allotted space, please use smaller policy.`),
    );
  const policies: { name: string; document: string }[] = [];
  if (inline !== undefined) policies.push({ name: "session policy", document: inline });
  for (const arn of managed) {
    const text = managedText(arn, world);
    if (text === undefined)
      return fail(stsError("MalformedPolicyDocument", `The managed policy ${arn} is not in the world of this endpoint.`));
    policies.push({ name: arn, document: text });
  }
  for (const { name, document } of policies) {
    const { policy, diagnostics } = parsePolicy(document, { type: "session", name });
    if (policy === undefined)
      return fail(stsError("MalformedPolicyDocument", diagnostics[0]?.message ?? "This policy contains invalid Json"));
  }
  return ok({ policies, isGiven: policies.length > 0, length: inline?.length ?? 0 });
}

function managedText(arn: string, world: World): string | undefined {
  const name = arn.slice(arn.lastIndexOf("/") + 1);
  for (const [policy, text] of policiesOf(world.estate)) if (text !== undefined && isNamed(policy, arn, name)) return text;
  return undefined;
}

const isNamed = (policy: Policy, arn: string, name: string): boolean => policy.name === arn || policy.name === name;

const percent = (characters: number): number => Math.ceil((100 * characters) / MOST_CHARACTERS);
const MOST_TAG_BYTES = 456;
const UTF_8 = new TextEncoder();

/**
 * How much of the space of a session its tags and its policy take, in percent. AWS packs both in a way that it does not tell: this is a measure of our own,
 * by which nine tags of 250 characters are too large as they are there.
 */
export function packedSize({ length }: SessionPolicies, tags: Tags): number {
  const bytes = Object.entries(tags).reduce((sum, [key, value]) => sum + UTF_8.encode(key + value).length, 0);
  return Math.ceil((100 * bytes) / MOST_TAG_BYTES) + percent(length);
}
