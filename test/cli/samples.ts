import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

export const KEY = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
export const APP = "arn:aws:iam::111122223333:role/app";

export const KEY_POLICY = {
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "App",
      Effect: "Allow",
      Principal: { AWS: APP },
      Action: "kms:Decrypt",
      Resource: "*",
      Condition: { StringEquals: { "kms:EncryptionContext:tenant": "a" } },
    },
  ],
};

/** Allowed; with another tenant it is not. */
export const CASE = {
  id: "c1",
  request: { principal: APP, action: "kms:Decrypt", resource: KEY, encryptionContext: { tenant: "a" } },
  policies: { resource: KEY_POLICY },
};
export const DENIED = { ...CASE, id: "c2", request: { ...CASE.request, encryptionContext: { tenant: "b" } } };
export const UNDETERMINED = {
  ...CASE,
  id: "c3",
  request: { principal: APP, action: "kms:Decrypt", resource: KEY, unknown: ["kms:EncryptionContext:tenant"] },
};

export const line = (value: unknown): string => `${JSON.stringify(value)}\n`;

/** A folder with these files, while the test runs; gives the path of one. */
export function folderOf(files: Readonly<Record<string, string | object>>): (name: string) => string {
  const folder = mkdtempSync(join(tmpdir(), "kmsward-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), typeof content === "string" ? content : JSON.stringify(content, undefined, 2));
  }
  return (name) => join(folder, name);
}
