import "kmsward/jest";
import { loadWorld, request } from "kmsward/testing";

// Looked at by the compiler only: the globals of jest, as @types/jest declares them.

export async function types() {
  const world = await loadWorld({ keys: {} });
  const app = request({ principal: "app", key: "orders" });
  expect(world).not.toAllow(app.decrypt());
  expect([world.authorize(app.decrypt())]).toEqual([expect.not.toBeAllowed()]);
  expect([world.authorize(app.decrypt())]).toEqual([expect.toBeDecidedBy("AllowApp")]);
  // @ts-expect-error: there are two kinds
  expect(world).toDeny(app.decrypt(), "explict");
  // @ts-expect-error: a world is no answer
  expect(world).toBeAllowed();
}
