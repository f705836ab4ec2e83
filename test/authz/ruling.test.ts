import { expect, test } from "vitest";
import { implicit } from "../../src/authz/ruling.ts";

test("a denial that nobody wrote has a layer to blame and a reason, and no statement", () => {
  expect(implicit("boundary", "silent")).toEqual({ outcome: "implicitDeny", layer: "boundary", because: "silent" });
});
