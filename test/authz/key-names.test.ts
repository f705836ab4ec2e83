import { describe, expect, test } from "vitest";
import { nameFault } from "../../src/authz/key-names.ts";
import { CONDITION_KEY_NAMES } from "../../src/catalog/condition-keys.ts";
import { ask, policy, SESSION, to } from "./asking.ts";

const reading = (...keys: readonly string[]) => new Set(keys.map((key) => key.toLowerCase()));
const told = (name: string, ...keys: readonly string[]) => {
  const fault = nameFault(name, "value", reading(...keys));
  return fault && `${fault.severity}: ${fault.help}`;
};

describe("a name that is meant", () => {
  test.each([
    ...CONDITION_KEY_NAMES.filter((name) => !/[:/]$|PCR$/.test(name)),
    "KMS:VIASERVICE",
    "aws:principaltag/Any Thing: at all",
    "kms:EncryptionContext:tenant",
    "kms:RecipientAttestation:PCR31",
  ])("%s", (name) => {
    expect(told(name)).toBeUndefined();
    expect(nameFault(name, "open", reading())).toBeUndefined();
  });

  test.each(["app:kind", "sts:RoleSessionName", "kms:ViaServce"])("%s, where a policy reads it", (name) => {
    expect(told(name, name)).toBeUndefined();
    expect(told(name.toUpperCase(), name)).toBeUndefined();
  });

  test.each(["*", "kms:EncryptionContext:", "aws:principaltag/", "kms:RecipientAttestation:PCR"])("%s, of keys that are open", (name) => {
    expect(nameFault(name, "open", reading())).toBeUndefined();
    expect(nameFault(name, "value", reading())?.severity).toBe("error");
  });
});

describe("a slip is an error, with what was meant", () => {
  // biome-ignore format: a table reads as a table
  test.each([
    ["kms:ViaServce",               "kms:ViaService"],
    ["kms:ViaServcie",              "kms:ViaService"],
    ["ViaService",                  "kms:ViaService"],
    ["viaservce",                   "kms:ViaService"],
    ["aws:ViaService",              "kms:ViaService"],
    ["kns:ViaService",              "kms:ViaService"],
    ["kms.ViaService",              "kms:ViaService"],
    ["kms:via-service",             "kms:ViaService"],
    ["aws:SourceIP ",               "aws:SourceIp"],
    ["SourceVpce",                  "aws:SourceVpce"],
    ["aws:SourceVpceId",            "aws:SourceVpce"],
    ["PrincipalTag/team",           "aws:PrincipalTag/team"],
    ["aws:PrincipalTags/team",      "aws:PrincipalTag/team"],
    ["aws:PrincipalTag:team",       "aws:PrincipalTag/team"],
    ["EncryptionContext:tenant",    "kms:EncryptionContext:tenant"],
    ["kms:EncryptionContext/a/b",   "kms:EncryptionContext:a/b"],
    ["kms:EncriptionContext:a:b",   "kms:EncryptionContext:a:b"],
  ])("%s: did you mean %s", (name, meant) => {
    expect(told(name)).toBe(`error: did you mean \`${meant}\`?`);
    expect(nameFault(name, "open", reading())?.help).toBe(`did you mean \`${meant}\`?`);
  });

  test("numbers have a last one", () => {
    expect(told("kms:RecipientAttestation:PCR32")).toBe(
      "error: did you mean `kms:RecipientAttestation:PCR0` to `kms:RecipientAttestation:PCR31`?",
    );
  });

  test("a key that a policy reads is meant first, and is looked for further away", () => {
    expect(told("aws:SourceVpcEndpoint")).toMatch(/^warning/);
    expect(told("aws:SourceVpcEndpoint", "aws:SourceVpce")).toBe("error: did you mean `aws:SourceVpce`?");
    expect(told("app:kinds", "app:kind")).toBe("error: did you mean `app:kind`?");
    expect(told("aws:PrincipalTag", "aws:principaltag/team")).toMatch(/^error/);
  });
});

describe("what cannot be a key is an error", () => {
  test.each(["tenant", "", ":", "kms:", ":x", "=", "a b"])("%j", (name) => {
    expect(told(name)).toMatch(/^error/);
  });
});

describe("what may be a key of another service, or a new one, is warned of", () => {
  test.each(["sts:SourceIdentity", "sts:ExternalId", "s3:prefix", "lambda:FunctionArn", "aws:CompletelyNewThing", "kms:NothingLikeThis"])(
    "%s",
    (name) => {
      expect(told(name)).toMatch(/^warning/);
    },
  );
});

test("names of any length cost little", () => {
  const long = `${"aws:".repeat(200_000)}x`;
  expect(nameFault(long, "value", reading("aws:sourceip"))?.message.length).toBeLessThan(200);
  expect(nameFault("a".repeat(800_000), "open", reading())?.severity).toBe("error");
});

describe("the engine", () => {
  const input = { policies: { resource: policy(to(SESSION, { Condition: { StringEquals: { "app:kind": "x" } } })) } };
  const context = { "app:kind": "x" };

  test("refuses a slip in the context and among what is unknown, at its place", () => {
    expect(ask(input, { principal: SESSION, context: { ...context, "aws:SourceIpp": "203.0.113.9" } }).invalid).toMatchObject([
      { code: "KW408", at: { pointer: "/context/aws:SourceIpp" }, help: "did you mean `aws:SourceIp`?" },
    ]);
    expect(ask(input, { principal: SESSION, context, unknown: ["aws:SourceIp", "ViaService"] }).invalid).toMatchObject([
      { code: "KW408", at: { pointer: "/unknown/1" } },
    ]);
  });

  test("decides with a warning for each name that makes no difference", () => {
    const answer = ask(input, { principal: SESSION, context: { ...context, "s3:prefix": "y" }, unknown: ["s3:delimiter"] });
    expect(answer.outcome).toBe("allowed");
    expect(answer.warnings).toMatchObject([
      { code: "KW408", severity: "warning", at: { pointer: "/context/s3:prefix" } },
      { code: "KW408", severity: "warning", at: { pointer: "/unknown/0" } },
    ]);
    expect("warnings" in ask(input, { principal: SESSION, context })).toBe(false);
  });
});
