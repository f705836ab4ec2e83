import { fail, ok, type Result } from "../../base/result.ts";
import { constraintText, type StsParameters } from "./parameters.ts";
import { type StsError, stsError } from "./reply.ts";

export type Tags = Readonly<Record<string, string>>;

/** The tags that a request gives to a session, and those of them that go on to the sessions that it makes. */
export type SessionTags = { readonly tags: Tags; readonly transitive: Tags };

const MOST_TAGS = 50;
const PATTERN = String.raw`[\p{L}\p{Z}\p{N}_.:/=+\-@]`;
const ALLOWED = new RegExp(`^${PATTERN}*$`, "u");

/**
 * IAM User Guide, "Pass session tags in AWS STS". `inherited`: transitive tags of the calling session, which nothing takes the place of. Texts of the three
 * refusals that name no member as recorded from AWS.
 */
export function readSessionTags(parameters: StsParameters, inherited: Tags): Result<SessionTags, StsError> {
  const keys = parameters.list("Tags", MOST_TAGS, ".Key");
  const values = parameters.list("Tags", MOST_TAGS, ".Value");
  const transitiveKeys = parameters.list("TransitiveTagKeys", MOST_TAGS);
  const faults = [
    ...countFaults(keys.length, "tags"),
    ...countFaults(transitiveKeys.length, "transitiveTagKeys"),
    ...keys.flatMap(keyFaults),
  ];
  if (values.length !== keys.length)
    faults.push(constraintText(undefined, `tags.${values.length + 1}.member.value`, "Member must not be null"));
  faults.push(...values.flatMap(valueFaults));
  if (faults.length > 0) {
    const head = `${faults.length} validation error${faults.length === 1 ? "" : "s"} detected`;
    return fail(stsError("ValidationError", `${head}: ${faults.join("; ")}`));
  }
  const lower = keys.map((key) => key.toLowerCase());
  if (lower.some((key) => key.startsWith("aws:"))) return invalid("Tags beginning with aws: are reserved");
  if (new Set(lower).size < keys.length) return invalid("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
  if (transitiveKeys.some((key) => !lower.includes(key.toLowerCase())))
    return invalid("The specified transitive tag key must be included in the requested tags.");
  const kept = new Set(Object.keys(inherited).map((key) => key.toLowerCase()));
  if (lower.some((key) => kept.has(key)))
    return invalid(
      "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.",
    );
  const goesOn = new Set(transitiveKeys.map((key) => key.toLowerCase()));
  const pairs = keys.map((key, i) => [key, values[i] ?? ""] as const);
  const transitive = pairs.filter(([key]) => goesOn.has(key.toLowerCase()));
  return ok({ tags: Object.fromEntries(pairs), transitive: { ...Object.fromEntries(transitive), ...inherited } });
}

const invalid = (message: string): Result<never, StsError> => fail(stsError("InvalidParameterValue", message));

const countFaults = (count: number, name: string): string[] =>
  count > MOST_TAGS ? [`Value at '${name}' failed to satisfy constraint: Member must have length less than or equal to ${MOST_TAGS}`] : [];

const keyFaults = (key: string, i: number): readonly string[] => textFaults(key, `tags.${i + 1}.member.key`, 1, 128, "+");
const valueFaults = (value: string, i: number): readonly string[] => textFaults(value, `tags.${i + 1}.member.value`, 0, 256, "*");

function textFaults(text: string, name: string, min: number, max: number, repeat: string): readonly string[] {
  const length = [...text].length;
  return [
    ...(length < min ? [constraintText(text, name, `Member must have length greater than or equal to ${min}`)] : []),
    ...(length > max ? [constraintText(text, name, `Member must have length less than or equal to ${max}`)] : []),
    ...(ALLOWED.test(text) ? [] : [constraintText(text, name, `Member must satisfy regular expression pattern: ${PATTERN}${repeat}`)]),
  ];
}
