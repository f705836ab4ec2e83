import type { PolicyType } from "../iam/policy.ts";

/** What a document is to the question. `file` is one that a world names. */
export type Role = "key-policy" | "identity" | "boundary" | "session" | "scp" | "rcp" | "endpoint" | "grants" | "key" | "world" | "file";

/** A document of the page. Its name is what messages call it by and worlds name it by: no other document has it. */
export type PageDocument = {
  readonly role: Role;
  readonly name: string;
  readonly text: string;
  readonly level?: number; // of service and resource control policies: 1 is the root
};

type RoleRow = {
  readonly label: string;
  readonly name: string; // of the documents of a case: as the engine calls them
  readonly many?: true; // there may be several
  readonly type?: PolicyType;
  readonly start: string; // the text of a new one
};

const policyWith = (statement: string): string => `{\n  "Version": "2012-10-17",\n  "Statement": [\n${statement}\n  ]\n}\n`;
const ALLOW_ALL = policyWith('    { "Effect": "Allow", "Action": "*", "Resource": "*" }');
const ALLOW_KMS = policyWith('    { "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*" }');

/** Every role, in the order of tabs. */
// biome-ignore format: a table reads as a table
export const ROLES: Readonly<Record<Role, RoleRow>> = {
  world:        { label: "World",        name: "world.yaml",       start: 'version: 1\naccount: "111122223333"\nregion: us-east-1\n' },
  "key-policy": { label: "Key policy",   name: "key policy",       type: "key-policy",       start: policyWith('    { "Sid": "EnableIAM", "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "kms:*", "Resource": "*" }') },
  identity:     { label: "Identity",     name: "identity policy",  type: "identity",         start: ALLOW_KMS, many: true },
  boundary:     { label: "Boundary",     name: "boundary",         type: "boundary",         start: ALLOW_ALL },
  session:      { label: "Session",      name: "session policy",   type: "session",          start: ALLOW_KMS, many: true },
  scp:          { label: "SCP",          name: "SCP",              type: "service-control",  start: ALLOW_ALL, many: true },
  rcp:          { label: "RCP",          name: "RCP",              type: "resource-control", start: policyWith('    { "Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*" }'), many: true },
  endpoint:     { label: "Endpoint",     name: "endpoint policy",  type: "endpoint",         start: policyWith('    { "Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*" }') },
  grants:       { label: "Grants",       name: "grants",           start: '[\n  {\n    "GrantId": "grant-1",\n    "GranteePrincipal": "arn:aws:iam::111122223333:role/app",\n    "Operations": ["Decrypt"]\n  }\n]\n' },
  key:          { label: "Key facts",    name: "key facts",        start: '{\n  "spec": "SYMMETRIC_DEFAULT",\n  "usage": "ENCRYPT_DECRYPT",\n  "origin": "AWS_KMS",\n  "multiRegion": false\n}\n' },
  file:         { label: "File",         name: "policy.json",      start: ALLOW_KMS, many: true },
};

export const ROLE_NAMES = Object.keys(ROLES) as readonly Role[];

/** Whether a world is asked: else the documents are those of one case. */
export const hasWorld = (documents: readonly PageDocument[]): boolean => documents.some(({ role }) => role === "world");

export const isYamlText = ({ role, name, text }: PageDocument): boolean =>
  (role === "world" || /\.ya?ml$/i.test(name)) && !/^\s*[{[]/.test(text);

/** The name of one more document of a role, as the engine calls it: `identity policy 2`, `SCP level 1 policy 2`. */
export function nextName(documents: readonly PageDocument[], role: Role, level = 1): string {
  const { name, many } = ROLES[role];
  const taken = new Set(documents.map((document) => document.name));
  if (many !== true) return name;
  for (let i = 1; ; i++) {
    const next =
      role === "scp" || role === "rcp" ? `${name} level ${level} policy ${i}` : role === "file" ? `policy-${i}.json` : `${name} ${i}`;
    if (!taken.has(next)) return next;
  }
}

/** One more document, with the text that one begins with. */
export function newDocument(documents: readonly PageDocument[], role: Role, text = ROLES[role].start): PageDocument {
  const levelled = role === "scp" || role === "rcp";
  return { role, name: nextName(documents, role), text, ...(levelled && { level: 1 }) };
}

/** Documents with the text of one changed. */
export const withText = (documents: readonly PageDocument[], name: string, text: string): readonly PageDocument[] =>
  documents.map((document) => (document.name === name ? { ...document, text } : document));

/** The label of a tab: the role, with what tells it from others of the role. */
export function labelOf({ role, name, level }: PageDocument, documents: readonly PageDocument[]): string {
  const { label, many } = ROLES[role];
  if (role === "file" || role === "world") return name;
  if (role === "key-policy") return name.replace(/^./, (first) => first.toUpperCase()); // of another resource, a trust policy
  const alike = documents.filter((other) => other.role === role);
  if (many !== true || alike.length === 1) return label;
  const nth = alike.findIndex((other) => other.name === name) + 1;
  return level === undefined
    ? `${label} ${nth}`
    : `${label} ${level}.${alike.filter((other) => other.level === level).findIndex((other) => other.name === name) + 1}`;
}
