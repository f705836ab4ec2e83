import { describe, expect, test, vi } from "vitest";
import { World } from "../../src/estate/world.ts";
import { fileOf, readValue, told } from "./files.ts";

const checkOf = (theCase: object, more: object = {}) => fileOf({ cases: [{ name: "a", ...theCase }], ...more }).cases[0]?.check;
const toldOf = (theCase: object, more: object = {}) =>
  told(readValue({ cases: [{ name: "a", ...theCase }], ...more })).map((text) => text.replace(/^\S+ /, "").replace(/ \| help.*$/, ""));
const trip = { roundTrip: { writer: "app", reader: "reader" }, expect: "allow" };
const flow = { principal: "app", flow: { "s3.PutObject": { bucket: "b", key: "k" } }, expect: "deny" };

describe("a request", () => {
  test("asks what the case says, and the defaults", () =>
    expect(
      checkOf(
        {
          principal: "app",
          context: { "app:a": 1 },
          encryptionContext: { b: "c" },
          viaService: "s3",
          grantTokens: ["t"],
          unknown: ["app:x"],
          account: "111122223333",
          expect: { outcome: "deny" },
          because: "App",
        },
        { defaults: { action: "kms:Decrypt", key: "orders", time: "2026-01-01T00:00:00Z" } },
      ),
    ).toEqual({
      kind: "request",
      question: {
        principal: "app",
        action: "kms:Decrypt",
        key: "orders",
        context: { "app:a": 1 },
        encryptionContext: { b: "c" },
        viaService: "s3",
        grantTokens: ["t"],
        unknown: ["app:x"],
        resourceAccount: "111122223333",
        time: "2026-01-01T00:00:00Z",
      },
      expect: { outcome: "deny", because: ["App"] },
    }));

  test("on no key where the operation has none", () =>
    expect(checkOf({ principal: "app", action: "kms:ListKeys", expect: "deny" }, { defaults: {} })).toMatchObject({
      question: { action: "kms:ListKeys" },
    }));

  test("of another service may be for any action", () =>
    expect(checkOf({ principal: "app", action: "s3:GetObjekt", resource: "arn:aws:s3:::b/k", expect: "deny" })).toMatchObject({
      kind: "request",
    }));

  test("for an action that AWS KMS has not is told, in any letters", () => {
    expect(toldOf({ principal: "app", action: "KMS:Decrpt", expect: "deny" })).toEqual([
      "error: AWS KMS has no action `KMS:Decrpt` [KW402] | at /cases/0/action",
    ]);
    expect(checkOf({ principal: "app", action: "KMS:decrypt", expect: "allow" })).toBeDefined();
  });

  test("that cannot be read is told where it was written", () => {
    expect(toldOf({ principal: "app", action: "kms:Decrypt", account: "12", expect: "deny" })).toEqual([
      expect.stringContaining("at /cases/0/account"),
    ]);
    expect(toldOf({ action: "kms:Decrypt", principal: "app", key: "ordrs", expect: "deny" })).toEqual([
      expect.stringContaining("at /cases/0/key"),
    ]);
    expect(toldOf({ action: "kms:Decrypt", principal: "app", expect: "deny" }, { defaults: { resource: "nothing" } })).toEqual([
      expect.stringContaining("at /defaults/resource"),
    ]);
  });
});

describe("a flow", () => {
  test("asks for the caller, under the key, with the context and the time", () =>
    expect(
      checkOf({ ...flow, context: { "aws:SourceIp": "10.0.0.1" }, time: "2026-11-22T03:00:00Z", account: "444455556666" }),
    ).toMatchObject({
      kind: "flow",
      question: {
        flow: "s3.PutObject",
        parameters: { bucket: "b", key: "k" },
        principal: "app",
        key: "orders",
        account: "444455556666",
        context: { "aws:SourceIp": "10.0.0.1", "aws:CurrentTime": "2026-11-22T03:00:00Z", "aws:EpochTime": 1795316400 },
      },
    }));

  test("without parameters", () =>
    expect(checkOf({ principal: "app", flow: { "ebs.AttachVolume": null }, expect: "deny" })).toMatchObject({ kind: "flow" }));

  test("leaves defaults alone that it has no use for", () =>
    expect(
      checkOf(flow, { defaults: { key: "orders", action: "kms:Decrypt", encryptionContext: { a: "b" }, viaService: "s3" } }),
    ).toMatchObject({ kind: "flow" }));

  test("cannot leave open what `defaults` leave open", () =>
    expect(toldOf(flow, { defaults: { key: "orders", unknown: ["aws:SourceIp"] } })).toEqual([
      "error: `unknown` does not go with `flow` [KW605] | at /defaults/unknown",
    ]));

  test("may be decided by grants that it makes", () => {
    const world = {
      account: "111122223333",
      region: "us-east-1",
      principals: {
        app: {
          arn: "arn:aws:iam::111122223333:role/app",
          policies: [{ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "kms:*", Resource: "*" }] }],
        },
      },
      keys: { orders: {} },
    };
    const attach = { principal: "app", flow: { "ebs.AttachVolume": {} }, expect: "allow" };
    expect(checkOf({ ...attach, because: "grant ebs.AttachVolume/attach" }, { world })).toBeDefined();
    expect(toldOf({ ...attach, because: "grant ebs.AttachVolume/atach" }, { world })).toEqual([
      expect.stringContaining("no grant `ebs.AttachVolume/atach` in this world [KW603]"),
    ]);
  });
});

describe("a round trip", () => {
  test("takes its key and its context from where they are told first", () => {
    const more = { key: "orders", encryptionContext: { of: "case" }, context: { "app:a": "b" } };
    expect(checkOf({ ...trip, ...more })).toMatchObject({
      roundTrip: { key: "orders", encryptionContext: { of: "case" }, common: { context: { "app:a": "b" } } },
    });
    const own = {
      roundTrip: { ...trip.roundTrip, key: "alias/orders", encryptionContext: { of: "trip" }, readerContext: { of: "reader" } },
    };
    expect(checkOf({ ...trip, ...more, ...own })).toMatchObject({
      roundTrip: { key: "alias/orders", encryptionContext: { of: "trip" }, readerContext: { of: "reader" } },
    });
  });

  test("whose names lead nowhere is told", () => {
    const own = (more: object) => ({ ...trip, roundTrip: { ...trip.roundTrip, ...more } });
    expect(toldOf(own({ writer: "ap" }))).toEqual([expect.stringContaining("at /cases/0/roundTrip/writer")]);
    expect(toldOf(own({ key: "ordrs" }))).toEqual([expect.stringContaining("at /cases/0/roundTrip/key")]);
    expect(toldOf(trip, { defaults: {} })).toEqual([expect.stringContaining("no `key` is named for the round trip [KW600]")]);
  });
});

describe("an expectation", () => {
  const ask = { principal: "app", action: "kms:Decrypt" };
  test("is that of the file where the case has none", () =>
    expect(checkOf(ask, { defaults: { key: "orders", expect: "deny" } })).toMatchObject({ expect: { outcome: "deny", because: [] } }));

  test("may name all that decides by `via`", () =>
    expect(checkOf({ ...ask, expect: { outcome: "allow", via: "key policy" } })).toMatchObject({
      expect: { outcome: "allow", via: "key policy", because: [] },
    }));

  test("names nothing where nothing decides", () => {
    expect(toldOf({ ...ask, expect: { outcome: "undetermined", via: "App" } })).toEqual([
      expect.stringContaining("[KW607] | at /cases/0/expect/via"),
    ]);
    expect(toldOf({ ...ask, expect: "implicit-deny", because: "App" })).toEqual([expect.stringContaining("[KW607] | at /cases/0/because")]);
    expect(checkOf({ ...ask, expect: "implicit-deny", because: [] })).toBeDefined();
  });

  test("of a row names what decides there", () =>
    expect(toldOf({ ...ask, each: [{ expect: "allow", because: ["App", "Ap"] }] })).toEqual([
      expect.stringContaining("[KW603] | at /cases/0/each/0/because/1"),
    ]));
});

test("a case is read without deciding what it asks", () => {
  const authorize = vi.spyOn(World.prototype, "authorize");
  const request = { principal: "app", action: "kms:Decrypt", key: "orders", expect: "allow" };
  fileOf({ cases: [request, flow, trip].map((theCase, i) => ({ name: `${i}`, key: "orders", ...theCase })) });
  expect(authorize).not.toHaveBeenCalled();
  authorize.mockRestore();
});
