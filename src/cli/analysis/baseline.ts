import type { Finding, FindingSeverity } from "../../analysis/findings/finding.ts";
import { type JsonNode, toValue } from "../../base/json-source.ts";
import type { Io } from "../command.ts";
import { Files } from "../files.ts";
import { refuse } from "../refusal.ts";

/** What was found before, each by its code and fingerprint. What is worse now is not known. */
export type Baseline = { readonly has: (finding: Finding) => boolean; readonly gone: (findings: readonly Finding[]) => number };

const SHAPE = "give what an earlier `kmsward check --format json` wrote, or `--write-baseline`";

/**
 * The findings of an earlier run, out of its JSON.
 *
 * @throws {Refusal} for anything else: taken for an empty one, it would show everything as new, taken for more it would hide something.
 */
export async function readBaseline(path: string, io: Io): Promise<Baseline> {
  const { node, faults } = await new Files(io).document(path);
  const [fault] = faults;
  if (node === undefined || fault !== undefined) throw refuse("KW100", path, fault?.message ?? "holds nothing", SHAPE);
  const member = (name: string): JsonNode | undefined =>
    node.kind === "object" ? node.members.find((one) => one.name === name)?.value : undefined;
  const [version, findings] = [member("version"), member("findings")];
  if (version === undefined || toValue(version) !== 1 || findings?.kind !== "array")
    throw refuse("KW104", path, "is no list of findings of version 1", SHAPE);
  const known = new Map<string, number>();
  for (const [i, finding] of (toValue(findings) as readonly unknown[]).entries()) {
    const { code, fingerprint, severity, waived } = (finding ?? {}) as Readonly<Record<string, unknown>>;
    const weight = SEVERITIES.indexOf(severity as FindingSeverity);
    if (typeof code !== "string" || typeof fingerprint !== "string" || weight < 0)
      throw refuse("KW104", path, `finding ${i + 1} lacks its \`code\`, \`severity\` or \`fingerprint\``, SHAPE);
    if (waived === undefined && code !== "KW790") known.set(`${code} ${fingerprint}`, weight); // a waiver runs out, and is told then
  }
  const nameOf = ({ code, fingerprint }: Finding): string => `${code} ${fingerprint}`;
  return {
    has: (finding) => (known.get(nameOf(finding)) ?? SEVERITIES.length) <= SEVERITIES.indexOf(finding.severity),
    gone: (found) => {
      const there = new Set(found.map(nameOf));
      return [...known.keys()].filter((name) => !there.has(name)).length;
    },
  };
}

const SEVERITIES: readonly FindingSeverity[] = ["error", "warning", "note"];

/** What a baseline has to hold, and for who reads it. Waived findings and those of waivers are no part of it. */
export const baselineOf = (findings: readonly Finding[]): string =>
  `${JSON.stringify(
    {
      version: 1,
      findings: findings
        .filter(({ waived, code }) => waived === undefined && code !== "KW790")
        .map(({ code, severity, key, text, fingerprint }) => ({
          code,
          severity,
          ...(key !== undefined && { key: key.name }),
          text,
          fingerprint,
        })),
    },
    undefined,
    2,
  )}\n`;
