import { describe, expect, test } from "vitest";
import { KMS_ACTIONS } from "../../src/catalog/actions.ts";
import { ENCRYPTION } from "../../src/catalog/kms-condition-keys.ts";
import { request } from "../../src/matchers/request-builder.ts";
import { A, delegation, KEY, roleIn, worldOf } from "../world/worlds.ts";

const app = request({ principal: "app", key: "orders", context: { "aws:SourceVpce": "vpce-1" } });
const common = { principal: "app", key: "orders", context: { "aws:SourceVpce": "vpce-1" } };

describe("methods", () => {
  test("there is one for every action of the catalog, and no other", () => {
    const names = KMS_ACTIONS.map(({ action }) => action.replace(/^kms:(.)/, (_, first: string) => first.toLowerCase()));
    expect(Object.keys(app).sort()).toEqual([...names, "action", "with"].sort());
  });

  test.each(KMS_ACTIONS.map(({ action }) => action))("%s is asked by its method", (action) => {
    const name = action.replace(/^kms:(.)/, (_, first: string) => first.toLowerCase()) as "describeKey";
    expect(app[name]().action).toBe(action);
  });

  test("those take the encryption context first whose requests carry one of data", () => {
    const sent = KMS_ACTIONS.filter(({ conditionKeys }) => conditionKeys.includes("kms:EncryptionContext:")).map(({ action }) =>
      action.slice(4),
    );
    const ofGrants = ["CreateGrant", "RetireGrant"]; // there it is that of a grant's constraints
    expect([...ENCRYPTION].sort()).toEqual(sent.filter((name) => !ofGrants.includes(name)).sort());
  });
});

describe("questions", () => {
  test("carry what the builder has and what the method is given", () => {
    expect(app.decrypt()).toEqual({ ...common, action: "kms:Decrypt" });
    expect(app.decrypt({ tenant: "t1" }, { viaService: "s3", time: "2026-11-22T03:00:00Z" })).toEqual({
      ...common,
      action: "kms:Decrypt",
      encryptionContext: { tenant: "t1" },
      viaService: "s3",
      time: "2026-11-22T03:00:00Z",
    });
    expect(app.createGrant({ encryptionContext: { tenant: "t1" } })).toEqual({
      ...common,
      action: "kms:CreateGrant",
      encryptionContext: { tenant: "t1" },
    });
  });

  test("have each condition key once, in the letters given last", () => {
    expect(app.decrypt({}, { context: { "AWS:sourcevpce": "vpce-2", "aws:SourceIp": "10.0.0.1" } }).context).toEqual({
      "AWS:sourcevpce": "vpce-2",
      "aws:SourceIp": "10.0.0.1",
    });
  });

  test("name a key or a resource, whichever was told last", () => {
    expect(app.createAlias({ resource: `arn:aws:kms:us-east-1:${A}:alias/x` })).toEqual({
      principal: "app",
      context: common.context,
      action: "kms:CreateAlias",
      resource: `arn:aws:kms:us-east-1:${A}:alias/x`,
    });
    expect(app.with({ resource: "*" }).decrypt({}, { key: "other" })).not.toHaveProperty("resource");
    expect(app.action("sts:AssumeRole", { resource: "auditor" })).not.toHaveProperty("key");
  });

  test("name no key where the action is asked of none", () => {
    for (const question of [app.listKeys(), app.createKey(), app.generateRandom()]) expect(question).not.toHaveProperty("key");
    expect(app.tagResource().key).toBe("orders");
    const world = worldOf({
      principals: { app: { arn: roleIn("app"), policies: [ALL] } },
      keys: { orders: { arn: KEY, policy: delegation() } },
    });
    expect(world.authorize(app.with({ context: {} }).listKeys()).outcome).toBe("allowed");
  });

  test("do not change what they came from", () => {
    const other = app.with({ principal: "other", context: { "aws:SourceIp": "10.0.0.1" } });
    expect(other.decrypt()).toEqual({
      ...common,
      principal: "other",
      context: { ...common.context, "aws:SourceIp": "10.0.0.1" },
      action: "kms:Decrypt",
    });
    expect(app.decrypt()).toEqual({ ...common, action: "kms:Decrypt" });
    expect(() => Object.assign(app, { decrypt: undefined })).toThrow(TypeError);
  });

  test("leave standing what is given as undefined", () => {
    expect(app.decrypt(undefined, { key: undefined, viaService: undefined })).toEqual({ ...common, action: "kms:Decrypt" });
  });

  test.each([[{ context: {} }], [["tenant"]], ["tenant=t1"], [null]])("take no %j for an encryption context", (wrong) => {
    expect(() => app.decrypt(wrong as never)).toThrow("decrypt: the first argument is the encryption context, a map of strings");
  });
});

const ALL = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
