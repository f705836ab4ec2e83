import { describe, expect, it } from "vitest";
import type { PolicyType } from "../../../src/iam/policy.ts";
import { parsed, policyWith, saidOf } from "../parsing.ts";

const at = "/Statement/0/Action";

describe("Action", () => {
  // biome-ignore format: a table reads as a table
  it.each<[action: unknown, strict: string | undefined, keyPolicy: string | undefined]>([
    ["*",                  undefined,              undefined],
    ["kms:*",              undefined,              undefined],
    ["KMS:decrypt",        undefined,              undefined],
    ["*:Get*",             undefined,              undefined],
    ["execute-api:Invoke", undefined,              undefined],
    ["kms:Generate?ata*",  undefined,              undefined],
    ["Decrypt",            `error KW220 ${at}`,    `warning KW311 ${at}`],
    ["kms=GenerateDataKey", `error KW220 ${at}`,   `warning KW311 ${at}`],
    ["kms:a:b",            `error KW220 ${at}`,    `warning KW311 ${at}`],
    ["kms:",               `error KW220 ${at}`,    `warning KW311 ${at}`],
    ["",                   `error KW220 ${at}`,    `warning KW311 ${at}`],
    ["**",                 `error KW220 ${at}`,    `warning KW311 ${at}`],
    ["k*s:Decrypt",        `error KW220 ${at}`,    `warning KW312 ${at}`],
    [":Decrypt",           `error KW220 ${at}`,    `warning KW312 ${at}`],
    [" kms:Decrypt",       `error KW220 ${at}`,    `warning KW312 ${at}`],
    ["kms:Decrypt ",       `warning KW311 ${at}`,  `warning KW311 ${at}`],
    ["kms:${x}",           `warning KW313 ${at}`,  `warning KW313 ${at}`],
    [5,                    `error KW104 ${at}`,    `error KW104 ${at}`],
    [null,                 `error KW104 ${at}`,    `error KW104 ${at}`],
    [{ kms: "Decrypt" },   `error KW104 ${at}`,    `error KW104 ${at}`],
    [["kms:A", 5],         `error KW104 ${at}/1`,  `error KW104 ${at}/1`],
    [["kms:A", ["kms:B"]], `error KW104 ${at}/1`,  `error KW104 ${at}/1`],
    [["kms:A", "B", "C"].slice(0, 2), `error KW220 ${at}/1`, `warning KW311 ${at}/1`],
  ])("%j", (Action, strict, keyPolicy) => {
    for (const type of ["identity", "boundary", "session", "service-control", "trust", "endpoint"] as const) {
      expect(saidOf(type, { Action })).toEqual(strict === undefined ? [] : [strict]);
    }
    expect(saidOf("key-policy", { Action })).toEqual(keyPolicy === undefined ? [] : [keyPolicy]);
  });

  it("keeps the texts as written", () => {
    const text = policyWith("key-policy", { Action: ["KMS:Decrypt", "kms=GenerateDataKey"] });
    expect(parsed("key-policy", text).policy?.statements[0]?.action?.members).toEqual(["KMS:Decrypt", "kms=GenerateDataKey"]);
  });

  it.each([
    ["kms=GenerateDataKey*", "did you mean `kms:GenerateDataKey*`?"],
    ["kms.Decrypt", "did you mean `kms:Decrypt`?"],
    ["Decrypt", "write the service before it: `kms:Decrypt`"],
    ["x y z", "write `service:Name`, such as `kms:Decrypt`"],
  ])("helps with %s", (Action, help) => expect(parsed("identity", policyWith("identity", { Action })).diagnostics[0]?.help).toBe(help));

  it.each<[PolicyType, string, readonly string[]]>([
    ["resource-control", "*", [`error KW221 ${at}`]],
    ["resource-control", "*:Get*", [`error KW221 ${at}`]],
    ["resource-control", "kms:*", []],
    ["resource-control", "S3:GetObject", []],
    ["resource-control", "ec2:RunInstances", [`warning KW324 ${at}`]],
    ["service-control", "ec2:RunInstances", []],
    ["service-control", "*", []],
  ])("of %s: %s", (type, Action, expected) => expect(saidOf(type, { Action })).toEqual(expected));
});
