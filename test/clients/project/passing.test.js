import { loadWorld, request, wardSuite } from "kmsward/testing";
import { describe, expect, test } from "./framework.js";

const world = await loadWorld("policies/orders.world.yaml");
const app = request({ principal: "app", key: "orders" });
const upload = {
  flow: "s3.PutObject",
  parameters: { bucket: "orders", key: "a/b", bucketKey: true },
  principal: "uploader",
  key: "orders",
};

test("worlds", () => {
  expect(world).toAllow(app.decrypt({ tenant: "t1" }));
  expect(world).not.toAllow(app.decrypt({ tenant: "t2" }));
  expect(world).toDeny(app.scheduleKeyDeletion(), "explicit");
  expect(world).not.toDeny(app.scheduleKeyDeletion(), "implicit");
  expect(world).toLeaveUndetermined(app.encrypt({}, { unknown: ["aws:SourceIp"] }), "aws:SourceIp");
  expect(world).toAllow(upload);
  expect(world).toDeny({ ...upload, principal: "app" });
});

test("answers", async () => {
  expect(world.authorize(app.decrypt({ tenant: "t1" }))).toBeAllowed();
  expect(world.authorize(app.decrypt())).toBeDenied("implicit");
  expect(world.authorize(app.decrypt({ tenant: "t1" }))).toBeDecidedBy("AllowAppPerTenant");
  expect(world.authorize(app.with({ principal: "exporter" }).decrypt({ purpose: "export" }))).toBeDecidedBy("grant nightly");
  expect(world.authorize(app.decrypt())).not.toBeDecidedBy("AllowAppPerTenant");
  expect(world.authorize(app.encrypt({}, { unknown: ["aws:SourceIp"] }))).toBeUndetermined("aws:SourceIp");
  expect(world.authorize(app.scheduleKeyDeletion())).toHaveOutcome("explicitDeny");
  await expect(loadWorld("policies/orders.world.yaml")).resolves.toAllow(app.decrypt({ tenant: "t1" }));
});

test("asymmetric forms", () => {
  const answers = [app.decrypt({ tenant: "t1" }), app.scheduleKeyDeletion(), app.encrypt({}, { unknown: ["aws:SourceIp"] })].map(
    (question) => world.authorize(question),
  );
  expect(answers).toEqual([expect.toBeAllowed(), expect.toBeDenied("explicit"), expect.toBeUndetermined("aws:SourceIp")]);
  expect({ answer: answers[0], world }).toEqual({
    answer: expect.toBeDecidedBy("AllowAppPerTenant"),
    world: expect.toAllow(app.decrypt({ tenant: "t1" })),
  });
  expect({ answer: answers[1] }).toEqual({ answer: expect.not.toBeAllowed() });
  expect([1, "allowed", answers[2]]).not.toContainEqual(expect.toBeAllowed());
  expect([answers[2]]).not.toContainEqual(expect.not.toBeAllowed()); // it is open: neither
});

test("worlds are equal to themselves only", async () => {
  const again = await loadWorld("policies/orders.world.yaml");
  expect({ world }).toEqual({ world });
  expect({ world }).not.toEqual({ world: again });
});

test("snapshots", () => {
  expect(world.authorize(app.scheduleKeyDeletion())).toMatchInlineSnapshot(`
Deny explicitDeny
  by: key policy#NeverDelete
  reason: explicitly denied by key policy#NeverDelete
  error: AccessDeniedException (400)
`);
  expect({ app: [world.authorize(app.decrypt({ tenant: "t1" }))] }).toMatchSnapshot();
});

describe("files", () => {
  wardSuite("policies/orders*.ward.yaml");
});
