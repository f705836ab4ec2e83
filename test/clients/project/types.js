import { loadWorld, request, wardSuite } from "kmsward/testing";
import { expect } from "./framework.js";

// Looked at by the compiler only: what is wrong here must be an error, and what is right must be none.

export async function types() {
  const world = await loadWorld({ keys: {} });
  const app = request({ principal: "app", key: "orders" });
  const answer = world.authorize(app.decrypt());

  expect(world).toAllow(app.decrypt({ tenant: "t1" }, { viaService: "s3", grantTokens: ["t"] }));
  expect(world).toDeny(app.action("sts:AssumeRole", { resource: "auditor" }), "implicit");
  expect(world).toAllow({ flow: "s3.PutObject", parameters: { bucket: "b" }, principal: "app", key: "orders" });
  expect(world).toNeverAllow({ action: ["kms:Decrypt"], unless: { "aws:PrincipalOrgID": "o-1" } });
  expect(world).toGrantNoMoreThan(world);
  expect(answer).not.toBeDecidedBy("A", "B");
  await expect(Promise.resolve(world)).resolves.not.toAllow(app.encrypt());
  expect({ answer }).toEqual({ answer: expect.toBeDenied("explicit") });
  expect({ answer }).toEqual({ answer: expect.not.toBeAllowed() });
  wardSuite(["a.ward.yaml"], { cwd: ".", allowOnly: false });

  // @ts-expect-error: a world is asked a question
  expect(world).toAllow("kms:Decrypt");
  // @ts-expect-error: a question needs an action
  expect(world).toAllow({ principal: "app", key: "orders" });
  // @ts-expect-error: there are two kinds
  expect(world).toDeny(app.decrypt(), "explict");
  // @ts-expect-error: an answer is no world
  expect(answer).toAllow(app.decrypt());
  // @ts-expect-error: a world is no answer
  expect(world).toBeDecidedBy("AllowApp");
  // @ts-expect-error: a text is no answer
  expect("allowed").toHaveOutcome("allowed");
  // @ts-expect-error: outcomes are four words
  expect(answer).toHaveOutcome("allow");
  // @ts-expect-error: nothing is named
  expect(answer).toBeDecidedBy();
  // @ts-expect-error: a baseline is a world
  expect(world).toGrantNoMoreThan("world.yaml");
  // @ts-expect-error: there is no such member
  expect(world).toNeverAllow({ actions: "kms:Decrypt" });
  // @ts-expect-error: there is no such action
  app.descrypt();
  // @ts-expect-error: an encryption context is a map of texts
  app.decrypt({ tenant: 1 });
  // @ts-expect-error: this one takes no encryption context first
  app.describeKey({ tenant: "t1" });
  // @ts-expect-error: somebody asks
  request({ key: "orders" });
  // @ts-expect-error: there are two kinds in the asymmetric form too
  expect.toBeDenied("explict");
}
