import { expect, test } from "vitest";
import { formOfService, RESOURCE_KINDS, RESOURCE_MEMBERS, resourceKindOf } from "../../../src/catalog/data/kinds.ts";
import { DATA_PAGES } from "../../../src/catalog/data/pages.ts";
import { FLOWS } from "../../../src/catalog/flows.ts";

test.each([
  ["arn:aws:s3:::orders", "s3-bucket", "orders"],
  ["arn:aws-cn:s3:::orders", "s3-bucket", "orders"],
  ["arn:aws:dynamodb:us-east-1:111122223333:table/orders", "dynamodb-table", "orders"],
  ["arn:aws:secretsmanager:us-east-1:111122223333:secret:prod/db-a1b2c3", "secret", "prod/db-a1b2c3"],
  ["arn:aws:ssm:us-east-1:111122223333:parameter/prod/db", "parameter", "prod/db"],
  ["arn:aws:sqs:us-east-1:111122223333:work.fifo", "queue", "work.fifo"],
  ["arn:aws:sns:us-east-1:111122223333:news", "topic", "news"],
  ["arn:aws:lambda:us-east-1:111122223333:function:ship", "function", "ship"],
  ["arn:aws:lambda:us-east-1:111122223333:function:ship:live", "function", "ship"],
  ["arn:aws:logs:us-east-1:111122223333:log-group:/app/web", "log-group", "/app/web"],
  ["arn:aws:logs:us-east-1:111122223333:log-group:/app/web:*", "log-group", "/app/web"],
  ["arn:aws:ec2:us-east-1:111122223333:volume/vol-0123456789abcdef0", "ebs-volume", "vol-0123456789abcdef0"],
  ["arn:aws:ec2:us-east-1::snapshot/snap-0123456789abcdef0", "ebs-snapshot", "snap-0123456789abcdef0"],
  ["arn:aws:rds:us-east-1:111122223333:db:shop", "rds-instance", "shop"],
  ["arn:aws:rds:us-east-1:111122223333:cluster:shop", "rds-cluster", "shop"],
  ["arn:aws:rds:us-east-1:111122223333:snapshot:rds:shop-2026-11-30", "rds-snapshot", "rds:shop-2026-11-30"],
  ["arn:aws:rds:us-east-1:111122223333:cluster-snapshot:shop-1", "rds-cluster-snapshot", "shop-1"],
  ["arn:aws:eks:us-east-1:111122223333:cluster/main", "eks-cluster", "main"],
  ["arn:aws:cloudtrail:us-east-1:111122223333:trail/all", "trail", "all"],
  ["arn:aws:cloudtrail:us-east-1:111122223333:eventdatastore/1-2", "event-data-store", "1-2"],
])("%s is a %s, called %s", (arn, kind, id) => {
  expect(resourceKindOf(arn)).toMatchObject({ kind: { name: kind }, id });
});

test.each([
  "orders",
  "arn:aws:s3:::orders/2026/x",
  "arn:aws:s3:::*",
  "arn:aws:s3:us-east-1:111122223333:accesspoint/own",
  "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
  "arn:aws:sns:us-east-1:111122223333:news:0a1b2c",
  "arn:aws:dynamodb:us-east-1:111122223333:table/orders/index/by-day",
  "arn:aws:ecr:us-east-1:111122223333:repository/web",
  "arn:aws:secretsmanager:us-east-1:111122223333:secret:prod/*",
])("%s is no such resource", (arn) => expect(resourceKindOf(arn)).toBeUndefined());

test("each kind has a name of its own, an ARN of its own form, members that a world has, and sources", () => {
  expect(new Set(RESOURCE_KINDS.map(({ name }) => name)).size).toBe(RESOURCE_KINDS.length);
  for (const kind of RESOURCE_KINDS) {
    expect(kind.source.map((page) => DATA_PAGES[page])).not.toContain(undefined);
    expect(formOfService(kind.service)).toContain(`:${kind.service}:`);
  }
  expect(new Set(RESOURCE_KINDS.flatMap(({ members }) => members))).toEqual(new Set(RESOURCE_MEMBERS));
});

test("every service with flows has a kind", () => {
  const services = new Set(Object.keys(FLOWS).map((name) => name.slice(0, name.indexOf("."))));
  const known = new Set(RESOURCE_KINDS.map(({ service }) => service));
  expect([...services].filter((service) => !known.has(service === "ebs" ? "ec2" : service))).toEqual([]);
});
