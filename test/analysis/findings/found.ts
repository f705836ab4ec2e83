import { type CheckOptions, check, type Finding } from "../../../src/analysis.ts";
import { loadWorld } from "../../../src/index.ts";

export const HOME = "111122223333";
export const PARTNER = "444455556666";
export const ROOT = { AWS: `arn:aws:iam::${HOME}:root` };
export const role = (name: string, account = HOME) => ({ AWS: `arn:aws:iam::${account}:role/${name}` });

export const allow = (principal: unknown, action: string | readonly string[], condition?: object) => ({
  Effect: "Allow",
  Principal: principal,
  Action: action,
  Resource: "*",
  ...(condition && { Condition: condition }),
});

export const deny = (principal: unknown, action: string | readonly string[], condition?: object) => ({
  ...allow(principal, action, condition),
  Effect: "Deny",
});

export const DELEGATION = allow(ROOT, "kms:*");

/** A world of one key, with what else there is. */
export const worldOf = (statements: readonly object[], more: object = {}, key: object = {}) =>
  loadWorld({
    version: 1,
    account: HOME,
    region: "us-east-1",
    keys: { orders: { policy: { Version: "2012-10-17", Statement: statements }, ...key } },
    ...more,
  } as Parameters<typeof loadWorld>[0]);

/** What may be noted of every key there is. */
const OF_ALL_KEYS = ["!KW707", "!KW734"];

/** The findings, without what may be noted of every key. */
export const find = async (statements: readonly object[], options: CheckOptions = {}, more?: object, key?: object) =>
  check(await worldOf(statements, more, key), { rules: OF_ALL_KEYS, ...options });

/** "error KW701", each once. */
export const codesOf = (findings: readonly Finding[]): readonly string[] => [
  ...new Set(findings.map(({ severity, code }) => `${severity} ${code}`)),
];
