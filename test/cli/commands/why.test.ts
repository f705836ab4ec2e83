import { expect, test } from "vitest";
import { call } from "../../server/raw-http.ts";
import { serving } from "../../server/serving.ts";
import { kmsward } from "../fake-io.ts";

const server = await serving();

test("explains a call by its request id", async () => {
  const refused = await call(server.url, "DescribeKey", { KeyId: "alias/none" });
  const id = refused.headers.get("x-amzn-requestid") ?? "";
  const { code, out } = await kmsward(["why", id, "--url", server.url]);
  expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining("DescribeKey was refused with NotFoundException") });
  expect(JSON.parse((await kmsward(["why", id, "--url", server.url, "--format", "json"])).out)).toMatchObject({ operation: "DescribeKey" });
});

test.each<[string[], RegExp]>([
  [[], /give one id/],
  [["a", "b"], /give one id/],
  [["none", "--url", server.url], /remembers no call and no decision none/],
  [["none", "--url", "http://127.0.0.1:1"], /is not answering/],
])("%j is refused", async (args, expected) => {
  const { code, err } = await kmsward(["why", ...args]);
  expect(err).toMatch(expected);
  expect(code).toBe(1);
});
