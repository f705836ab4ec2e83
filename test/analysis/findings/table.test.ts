import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { RULE_CODES, type RuleCode, ruleOf } from "../../../src/analysis/findings/rules.ts";
import { type CheckOptions, check, compare } from "../../../src/analysis.ts";
import { loadWorld } from "../../../src/index.ts";
import { HOME } from "./found.ts";

const FOLDER = "fixtures/findings";

/** A statement in short: effect, principal, actions, condition. */
type Short = readonly [effect: string, principal: string | readonly string[], actions: string | readonly string[], condition?: object];

type Policy = {
  readonly statements?: readonly Short[];
  readonly raw?: readonly object[]; // statements as they are
  readonly delegation?: boolean;
  readonly noPolicy?: boolean; // that of AWS
  readonly pad?: number; // characters
};
type Row = Policy & {
  readonly name: string;
  readonly key?: object;
  readonly keys?: Readonly<Record<string, Policy>>;
  readonly world?: object;
  readonly options?: CheckOptions;
};
type Case = Row & {
  readonly rule: RuleCode;
  readonly level?: string;
  readonly silent?: boolean;
  readonly fixed?: readonly Short[]; // what the fix makes of the statements
  readonly widens?: boolean; // what was meant to be allowed was not
};
type Published = Row & { readonly may: readonly string[] };

const read = <T>(file: string): readonly T[] => parse(readFileSync(join(FOLDER, file), "utf8"), { maxAliasCount: 500 });
const CASES = readdirSync(FOLDER)
  .filter((file) => file !== "published.yaml")
  .flatMap((file) => read<Case>(file));

function principalOf(text: string | readonly string[]): unknown {
  if (typeof text !== "string") return { AWS: text.map((one) => arnOf(one)) };
  if (text === "*") return "*";
  return /\.amazonaws\.com$/.test(text) && !text.startsWith("role/") ? { Service: text } : { AWS: arnOf(text) };
}

function arnOf(text: string): string {
  if (/^\d{12}$/.test(text)) return `arn:aws:iam::${text}:root`;
  const [account, resource] = /^\d{12}:/.test(text) ? text.split(/:(.*)/s) : [HOME, text];
  return text.startsWith("AROA") ? text : `arn:aws:iam::${account}:${resource}`;
}

const statementOf = ([Effect, principal, Action, Condition]: Short) => ({
  Effect,
  Principal: principalOf(principal),
  Action,
  Resource: "*",
  ...(Condition && { Condition }),
});

function policyOf({ statements = [], raw = [], delegation = true, noPolicy = false, pad }: Policy) {
  if (noPolicy) return {};
  const own = delegation ? [statementOf(["Allow", "root", "kms:*"])] : [];
  const id = pad === undefined ? {} : { Id: "x".repeat(pad) };
  return { policy: { Version: "2012-10-17", ...id, Statement: [...own, ...statements.map(statementOf), ...raw] } };
}

function worldOf(row: Row, statements = row.statements) {
  const others = Object.entries(row.keys ?? {}).map(([name, { statements: own, ...key }]) => [
    name,
    { ...key, ...policyOf({ statements: own ?? [] }) },
  ]);
  const plain = row.noPolicy === true || row.key !== undefined ? {} : { rotation: true };
  const keys = { orders: { ...plain, ...row.key, ...policyOf({ ...row, statements: statements ?? [] }) }, ...Object.fromEntries(others) };
  return loadWorld({ version: 1, account: HOME, region: "us-east-1", keys, ...row.world } as Parameters<typeof loadWorld>[0]);
}

describe("each rule", () => {
  test.each(CASES.filter(({ level }) => level !== undefined).map((row) => [row.rule, row.name, row] as const))(
    "%s fires: %s",
    async (rule, _, row) => {
      const found = check(await worldOf(row), row.options ?? {}).filter(({ code }) => code === rule);
      expect([...new Set(found.map(({ level }) => level))]).toEqual([row.level]);
      expect(ruleOf(rule).levels).toContain(row.level);
      for (const { text, help, at } of found) expect([text, help, at.file].includes("")).toBe(false);
    },
  );

  test.each(CASES.filter(({ silent }) => silent).map((row) => [row.rule, row.name, row] as const))(
    "%s is silent: %s",
    async (rule, _, row) => {
      expect(check(await worldOf(row), row.options ?? {}).filter(({ code }) => code === rule)).toEqual([]);
    },
  );

  const fixed = CASES.filter((row) => row.fixed !== undefined);
  test.each(fixed.map((row) => [row.rule, row.name, row] as const))(
    "%s is silent once mended, and the fix adds no access: %s",
    async (rule, _, row) => {
      const [before, after] = [await worldOf(row), await worldOf(row, row.fixed)];
      expect(check(after, row.options ?? {}).filter(({ code, level }) => code === rule && level === row.level)).toEqual([]);
      if (row.widens !== true)
        expect(compare(before, after).changes.flatMap(({ direction, actions }) => (direction === "gained" ? actions : []))).toEqual([]);
    },
  );

  /** Tried elsewhere: waivers, what is not known, what no policy shows. */
  const ELSEWHERE: readonly string[] = ["KW780", "KW785", "KW790"];
  test("has a case that fires and one that does not", () => {
    const lacking = RULE_CODES.filter((code) => {
      const own = CASES.filter(({ rule }) => rule === code);
      return !own.some(({ level }) => level !== undefined) || !own.some(({ silent }) => silent);
    });
    expect(lacking).toEqual(
      ELSEWHERE.filter((code) => (RULE_CODES as readonly string[]).includes(code)).sort(
        (a, b) => RULE_CODES.indexOf(a as RuleCode) - RULE_CODES.indexOf(b as RuleCode),
      ),
    );
  });
});

describe("what AWS publishes", () => {
  test.each(read<Published>("published.yaml").map((row) => [row.name, row] as const))("%s", async (_, row) => {
    const found = check(await worldOf({ ...row, key: row.key ?? { rotation: true } }), row.options ?? {});
    expect(
      found
        .filter(({ severity, code }) => severity !== "note" || !row.may.includes(code))
        .map(({ code, level, text }) => [code, level, text]),
    ).toEqual([]);
  });
});
