import { expect, test } from "vitest";
import { dataTarget } from "../../../src/estate/data/target.ts";
import { A, worldOf } from "../../world/worlds.ts";

const { lookup } = worldOf({
  resources: {
    orders: { arn: "arn:aws:s3:::orders-data" },
    "orders/eu": { arn: "arn:aws:s3:::orders-eu" },
    logs: { arn: `arn:aws:logs:us-east-1:${A}:log-group:/app/web:*` },
    secret: { arn: `arn:aws:secretsmanager:us-east-1:${A}:secret:prod/db-a1b2c3` },
    table: { arn: `arn:aws:dynamodb:us-east-1:${A}:table/t` },
  },
});

test.each([
  ["orders", "orders", undefined],
  ["orders/2026/x", "orders", "2026/x"],
  ["orders/eu", "orders/eu", undefined],
  ["orders/eu/x", "orders/eu", "x"],
  ["arn:aws:s3:::orders-data", "orders", undefined],
  ["arn:aws:s3:::orders-data/2026/x y", "orders", "2026/x y"],
  ["s3://orders-data/x", "orders", "x"],
  ["logs/stream/1", "logs", "stream/1"],
  [`arn:aws:logs:us-east-1:${A}:log-group:/app/web`, "logs", undefined],
  [`arn:aws:logs:us-east-1:${A}:log-group:/app/web:log-stream:s/1`, "logs", "s/1"],
  ["secret", "secret", undefined],
  [`arn:aws:secretsmanager:us-east-1:${A}:secret:prod/db-a1b2c3`, "secret", undefined],
  [`arn:aws:dynamodb:us-east-1:${A}:table/t/index/i`, "table", undefined],
])("%s is %s, and in it %s", (on, name, inner) => {
  const found = dataTarget(on, lookup);
  expect(found.ok && { name: found.value.resource.name, inner: found.value.inner }).toEqual({ name, inner });
});

test.each([
  ["order/x", "did you mean `orders`?"],
  ["secret/x", "did you mean `secret`?"],
  ["zzz", "there are `orders`, `orders/eu`, `logs`, `secret` and `table`"],
  [`arn:aws:dynamodb:us-east-1:${A}:table/t/stream/l`, expect.any(String)],
])("%s is none", (on, help) => expect(dataTarget(on, lookup)).toMatchObject({ ok: false, error: { code: "KW501", help } }));
