import type { Estate } from "../estate/estate.ts";
import { parseArn } from "../iam/arn.ts";
import type { Who } from "./answers.ts";
import type { PrincipalClass } from "./principals.ts";

/** A class of principals in words, by the names that the estates give. */
export function whoOf({ kind, arn, account, session, principal }: PrincipalClass, estates: readonly Estate[]): Who {
  if (kind === "service" || kind === "other-service")
    return { kind: "service", ...(kind === "service" && { service: arn }), text: kind === "service" ? arn : "any other service" };
  const resource = parseArn(arn)?.resource ?? arn;
  const type = resource.slice(0, resource.indexOf("/")) || resource;
  if (kind === "anyone") return { kind: "anyone", text: `any ${NOUNS[type] ?? "principal"} of any other account` };
  if (kind === "account")
    return {
      kind: "account",
      account,
      text:
        resource === "root"
          ? `the root user of ${nameOf(account, estates)}`
          : `any other ${NOUNS[type] ?? "principal"} of ${nameOf(account, estates)}`,
    };
  const name = estates.flatMap(({ principals }) => principals).find(({ facts }) => facts.arn === arn)?.name;
  const text = name ?? `${resource} of ${nameOf(account, estates)}`;
  if (session !== undefined && session !== "")
    return { kind: "session", arn: principal.arn, account, session, text: `session ${session} of ${text}` };
  if (resource.startsWith("federated-user/")) return { kind: "federated", arn, account, text };
  const isListed = name !== undefined && session === undefined;
  return { kind: "principal", arn, account, ...(isListed && { name }), text: session === "" ? `${text}, in any other session` : text };
}

const NOUNS: Readonly<Record<string, string>> = { role: "role", user: "user", root: "root user" };

const nameOf = (account: string, estates: readonly Estate[]): string => {
  for (const { accounts } of estates) for (const [name, id] of accounts) if (id === account) return `${name} (${account})`;
  return account;
};
