import { renderDiagnostic } from "../../src/base/diagnostic.ts";
import type { World } from "../../src/estate/world.ts";
import { type ReadWorld, readWorld, resolveWorld, type WorldOptions } from "../../src/world/reader.ts";

/** Worlds for tests: of texts in memory, or of plain values. */

export const A = "111122223333";
export const B = "444455556666";
export const KEY = `arn:aws:kms:us-east-1:${A}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
export const roleIn = (name: string, account = A): string => `arn:aws:iam::${account}:role/${name}`;

export const allow = (actions: string | readonly string[], more: object = {}): object => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: actions, Resource: "*", ...more }],
});
export const deny = (actions: string | readonly string[], more: object = {}): object => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Deny", Action: actions, Resource: "*", ...more }],
});
export const delegation = (account = A): object => allow("kms:*", { Principal: { AWS: `arn:aws:iam::${account}:root` } });

/** What is told, a line each: file:line:column, pointer, message, code, help. */
export const told = ({ diagnostics }: Pick<ReadWorld, "diagnostics">): readonly string[] =>
  diagnostics.map((diagnostic) => renderDiagnostic(diagnostic).replaceAll(/\n\s*/g, " | "));

export function fromFiles(
  files: Readonly<Record<string, string>>,
  paths: string | readonly string[] = "world.yaml",
  options: Partial<WorldOptions> = {},
): ReadWorld {
  const readFile = (path: string): string => {
    const text = Object.hasOwn(files, path) ? files[path] : undefined;
    if (text === undefined) throw Object.assign(new Error(`no ${path}`), { code: "ENOENT" });
    return text;
  };
  return readWorld(paths, { readFile, ...options });
}

export function worldOf(value: object): World {
  const read = resolveWorld({ account: A, region: "us-east-1", ...value });
  if (read.world === undefined) throw new Error(told(read).join("\n"));
  return read.world;
}

export const toldOf = (value: object): readonly string[] => told(resolveWorld({ account: A, region: "us-east-1", ...value }));
