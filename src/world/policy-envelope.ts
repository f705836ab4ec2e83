import { type JsonFault, type JsonNode, readJson, toValue } from "../base/json-source.ts";
import { pointerStep } from "../base/text.ts";

/** A policy document out of what an AWS tool printed around it. Places are those of the text that was given. */
export type Opened = {
  readonly pointer: string; // of the document
  readonly node?: JsonNode | undefined;
  readonly faults: readonly JsonFault[];
  readonly text: string; // the document's own
};

type Path = readonly (string | number)[];

/** Where the commands of the AWS CLI that print one policy have it (AWS CLI Command Reference). */
// biome-ignore format: a table reads as a table
const ENVELOPES: readonly Path[] = [
  ["Policy"],                                   // kms get-key-policy, s3api get-bucket-policy, lambda get-policy: JSON in a string
  ["Policy", "Content"],                        // organizations describe-policy
  ["PolicyDocument"],                           // iam get-role-policy, get-user-policy, get-group-policy
  ["PolicyVersion", "Document"],                // iam get-policy-version
  ["Role", "AssumeRolePolicyDocument"],         // iam get-role, create-role
  ["AssumeRolePolicyDocument"],                 // a role of iam list-roles
  ["ResourcePolicy"],                           // secretsmanager get-resource-policy
  ["Attributes", "Policy"],                     // sns get-topic-attributes, sqs get-queue-attributes
  ["VpcEndpoints", 0, "PolicyDocument"],        // ec2 describe-vpc-endpoints
];

/** The document in what is no policy itself; undefined where there is none, or more than one. */
export function openEnvelope(root: JsonNode): Opened | undefined {
  if (root.kind !== "object" || root.members.some(({ name }) => name === "Statement" || name === "Version")) return undefined;
  const [found, ...more] = ENVELOPES.flatMap((path) => {
    const node = follow(root, path);
    return node === undefined || !holdsPolicy(node) ? [] : [{ path, node }];
  });
  if (found === undefined || more.length > 0) return undefined;
  const pointer = found.path.reduce<string>(pointerStep, "");
  if (found.node.kind !== "string") return { pointer, node: found.node, faults: [], text: JSON.stringify(toValue(found.node), null, 2) };
  const { start, end, value } = found.node;
  const text = decoded(value) ?? value;
  const { node, faults } = readJson(text);
  return { pointer, node: node && placedAt(node, start, end), faults: faults.map((fault) => ({ ...fault, offset: start })), text };
}

/** A list with several entries is not one policy. */
function follow(root: JsonNode, path: Path): JsonNode | undefined {
  let node: JsonNode | undefined = root;
  for (const step of path) {
    if (typeof step === "number") node = node?.kind === "array" && node.items.length === 1 ? node.items[step] : undefined;
    else node = node?.kind === "object" ? node.members.findLast(({ name }) => name === step)?.value : undefined;
  }
  return node;
}

const holdsPolicy = (node: JsonNode): boolean =>
  node.kind === "string"
    ? /^\s*(?:\{|%7[Bb])/.test(node.value)
    : node.kind === "object" && node.members.some(({ name }) => name === "Statement");

/** IAM gives documents with their characters escaped as in URLs (IAM API Reference, GetRolePolicy; RFC 3986). */
export function decoded(text: string): string | undefined {
  if (!/^\s*%7[Bb]/.test(text)) return undefined;
  try {
    return decodeURIComponent(text.trim());
  } catch {
    return undefined;
  }
}

/** A text within a string has no lines of its own: all of it is where the string is. */
function placedAt(node: JsonNode, start: number, end: number): JsonNode {
  const place = { start, end };
  if (node.kind === "array") return { ...node, ...place, items: node.items.map((item) => placedAt(item, start, end)) };
  if (node.kind !== "object") return { ...node, ...place };
  return { ...node, ...place, members: node.members.map(({ name, value }) => ({ name, start, value: placedAt(value, start, end) })) };
}

/** What to say of a text that is neither JSON nor anything known, but looks like something that can be helped. */
export function adviceFor(text: string): string | undefined {
  if (/^\s*\{\s*&(?:quot|#34);/.test(text)) return 'the text is escaped as in HTML: write `"` for `&quot;`';
  if (/^\s*\{\s*\\"/.test(text)) return 'the text is escaped as in a string: write `"` for `\\"`';
  return undefined;
}
