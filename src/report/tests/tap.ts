import { printable } from "../../base/text.ts";
import type { FileResult, TestResult } from "../../tester/result.ts";
import { NO_PROBLEM, placeName, type TestReport, told } from "./report.ts";

/** The Test Anything Protocol, version 14, flat: a test point a case; a YAML block tells why one failed. */
export function testsTap({ files }: TestReport): string {
  const points = files.flatMap((file) => [
    ...(file.errors.length > 0 ? [unread(file)] : []),
    ...file.results.map((test) => point(file, test)),
  ]);
  const lines = points.flatMap(({ passed, text, more }, i) => [`${passed ? "ok" : "not ok"} ${i + 1} - ${text}`, ...more]);
  return `${["TAP version 14", points.length === 0 ? "1..0 # SKIP no cases" : `1..${points.length}`, ...lines].join("\n")}\n`;
}

type Point = { readonly passed: boolean; readonly text: string; readonly more: readonly string[] };

const unread = ({ path, errors }: FileResult): Point => ({
  passed: false,
  text: escaped(path),
  more: block([
    ["message", "the file cannot be run"],
    ["errors", errors.map((error) => `${placeName(error.at)} ${told(error)}`)],
  ]),
});

function point({ path }: FileResult, { name, status, at, skip, milliseconds, problem }: TestResult): Point {
  const text = `${escaped(path)} > ${escaped(name)}${status === "skipped" ? ` # SKIP ${escaped(skip ?? "")}`.trimEnd() : ""}`;
  if (status !== "failed") return { passed: true, text, more: [] };
  const { message, code, expected, got, explanation, policyAt } = problem ?? NO_PROBLEM;
  const more = block([
    ["message", message],
    ["code", code],
    ["expected", expected],
    ["got", got],
    ["at", placeName(at)],
    ["policy", policyAt && placeName(policyAt)],
    ["duration_ms", Math.round(milliseconds * 1_000) / 1_000],
    ["explanation", explanation?.split("\n")],
  ]);
  return { passed: false, text, more };
}

/** In a description `#` would begin a directive, and `\` escapes. */
export const escaped = (text: string): string => printable(text).replace(/[\\#]/g, "\\$&");

type Value = string | number | readonly string[] | undefined;

/** YAML whose scalars are JSON, which YAML has as a part. Lists are of lines. */
export function block(entries: readonly (readonly [string, Value])[]): readonly string[] {
  const lines = entries.flatMap(([name, value]) => {
    if (value === undefined) return [];
    if (typeof value !== "object") return [`${name}: ${scalar(value)}`];
    return [`${name}:`, ...value.map((line) => `  - ${scalar(line)}`)];
  });
  return ["---", ...lines, "..."].map((line) => `  ${line}`);
}

const scalar = (value: string | number): string => JSON.stringify(typeof value === "string" ? printable(value, 2_000) : value);
