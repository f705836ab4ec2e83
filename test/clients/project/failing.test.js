import { loadWorld, request, wardSuite } from "kmsward/testing";
import { expect, test } from "./framework.js";

// Every test of this file fails, but for one case of the suite: what they print is looked at.

const world = await loadWorld("policies/orders.world.yaml");
const app = request({ principal: "app", key: "orders" });

test("denied", () => {
  expect(world).toAllow(app.decrypt({ tenant: "t2" }));
});

test("allowed", () => {
  expect(world).not.toAllow(app.decrypt({ tenant: "t1" }));
});

test("open", () => {
  expect(world).not.toAllow(app.encrypt({}, { unknown: ["aws:SourceIp"] }));
});

test("asymmetric", () => {
  expect([world.authorize(app.decrypt())]).toEqual([expect.toBeAllowed()]);
});

test("asymmetric world", () => {
  expect({ world }).toEqual({ world: expect.toAllow(app.decrypt({ tenant: "t2" })) });
});

test("no question", () => {
  // @ts-expect-error: the method is not called
  expect(world).not.toAllow(app.decrypt);
});

test("nobody", () => {
  expect(world).not.toAllow(app.decrypt({}, { principal: "ap" }));
});

test("all requests", () => {
  expect(world).toNeverAllow({ action: "kms:Decrypt", unless: { "aws:PrincipalOrgID": "o-abc123" } });
});

test("no more than itself", () => {
  expect(world).not.toGrantNoMoreThan(world);
});

test("snapshot", () => {
  expect(world.authorize(app.scheduleKeyDeletion())).toMatchInlineSnapshot("Allow allowed");
});

wardSuite(["policies/failing.ward.yaml", "policies/broken.ward.yaml"]);
