import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { renderDiagnostic } from "../../src/base/diagnostic.ts";
import { createKms } from "../../src/kms.ts";
import type { StartKms } from "../../src/tester/round-trip.ts";
import type { TestFile } from "../../src/tester/test-case.ts";
import { type ReadTestFile, readTestFile, type TestFileOptions } from "../../src/tester/test-file.ts";

/** Test files for tests: of texts in memory, or those of `fixtures/tests`. */

export const A = "111122223333";
export const WORLD = {
  account: A,
  region: "us-east-1",
  principals: { app: `arn:aws:iam::${A}:role/app`, reader: `arn:aws:iam::${A}:role/reader` },
  keys: {
    orders: {
      aliases: ["alias/orders"],
      policy: {
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "App",
            Effect: "Allow",
            Principal: { AWS: `arn:aws:iam::${A}:role/app` },
            Action: ["kms:Encrypt", "kms:Decrypt"],
            Resource: "*",
          },
          { Sid: "NoDeletion", Effect: "Deny", Principal: "*", Action: "kms:ScheduleKeyDeletion", Resource: "*" },
        ],
      },
      grants: [{ name: "reading", id: "g1", grantee: "reader", operations: ["Decrypt"] }],
    },
  },
};

export type Texts = Readonly<Record<string, string>>;

export const readerOf =
  (texts: Texts, asked: string[] = []) =>
  (path: string): string => {
    asked.push(path);
    const text = Object.hasOwn(texts, path) ? texts[path] : undefined;
    if (text === undefined) throw Object.assign(new Error(`no ${path}`), { code: "ENOENT" });
    return text;
  };

/** Reads a test file that is a value, with the world above unless it has its own. */
export const readValue = (document: object, options: Partial<TestFileOptions> = {}): ReadTestFile =>
  readTestFile("a.ward.json", {
    readFile: readerOf({ "a.ward.json": JSON.stringify({ version: 1, world: WORLD, defaults: { key: "orders" }, ...document }) }),
    ...options,
  });

export const fileOf = (document: object): TestFile => {
  const read = readValue(document);
  if (read.file === undefined) throw new Error(told(read).join("\n"));
  return read.file;
};

/** What is told, a line each: pointer, severity, message, code, help. */
export const told = ({ diagnostics }: Pick<ReadTestFile, "diagnostics">): readonly string[] =>
  diagnostics.map((diagnostic) => renderDiagnostic(diagnostic).replaceAll(/\n\s*/g, " | "));

export const FIXTURES = "fixtures/tests";
const root = fileURLToPath(new URL("../..", import.meta.url));
export const readFixture = (name: string): ReadTestFile =>
  readTestFile(`${FIXTURES}/${name}`, { readFile: (path) => readFileSync(root + path, "utf8"), root: FIXTURES });

export const startKms: StartKms = (world) => createKms({ world });
