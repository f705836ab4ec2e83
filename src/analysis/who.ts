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
  const name = nameIn(estates, arn);
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

const NAMES = new WeakMap<Estate, ReadonlyMap<string, string>>();

/** The short name of a principal in the first of some estates that lists it. */
function nameIn(estates: readonly Estate[], arn: string): string | undefined {
  for (const estate of estates) {
    let names = NAMES.get(estate);
    if (names === undefined) {
      names = new Map([...estate.principals].reverse().map((one) => [one.facts.arn, one.name]));
      NAMES.set(estate, names);
    }
    const name = names.get(arn);
    if (name !== undefined) return name;
  }
  return undefined;
}
