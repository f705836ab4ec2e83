import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  ERRORS,
  error,
  invalid,
  isErrorName,
  notBuilt,
  refuse,
  wrongAlgorithm,
  wrongKey,
  wrongOrigin,
  wrongUsage,
} from "../../src/kms/errors.ts";
import { FIXTURES } from "../fixtures.ts";
import { key } from "./records.ts";

const model = JSON.parse(readFileSync(join(FIXTURES, "aws/kms-operations.json"), "utf8")) as { operations: { errors: string[] }[] };

it("has every error of the service's model", () => {
  const modelled = [...new Set(model.operations.flatMap(({ errors }) => errors))];
  expect(modelled.filter((name) => !isErrorName(name))).toEqual([]);
  expect(isErrorName("toString")).toBe(false);
});

it("answers 400 to every error of the client's", () => {
  const faults = Object.entries(ERRORS).filter(([, status]) => status !== 400);
  expect(Object.fromEntries(faults)).toEqual({
    DependencyTimeoutException: 503,
    InternalFailure: 500,
    KMSInternalException: 500,
    KeyUnavailableException: 500,
  });
});

describe("texts", () => {
  const one = key({ spec: "HMAC_224", usage: "GENERATE_VERIFY_MAC", origin: "EXTERNAL" });

  it("are those recorded from AWS KMS", () => {
    expect(wrongUsage({ ...one, usage: "SIGN_VERIFY" }, "Encrypt").message).toBe(
      `${one.arn} key usage is SIGN_VERIFY which is not valid for Encrypt.`,
    );
    expect(wrongAlgorithm("HMAC_SHA_256", one).message).toBe("Algorithm HMAC_SHA_256 is incompatible with key spec HMAC_224.");
    expect(wrongOrigin(one).message).toBe(`${one.arn} origin is EXTERNAL which is not valid for this operation.`);
    expect(wrongKey()).toEqual({
      name: "IncorrectKeyException",
      message: "The key ID in the request does not identify a CMK that can perform this operation.",
    });
  });

  it("are absent where there is none", () => {
    expect(error("InvalidCiphertextException")).toEqual({ name: "InvalidCiphertextException" });
    expect(refuse("TagException", "Too many tags")).toEqual({ ok: false, error: { name: "TagException", message: "Too many tags" } });
    expect(invalid("no")).toEqual({ ok: false, error: { name: "ValidationException", message: "no" } });
    expect(notBuilt("X")).toEqual({ name: "UnsupportedOperationException", message: "kmsward does not have X yet" });
  });
});
