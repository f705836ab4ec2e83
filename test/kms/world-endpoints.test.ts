import { expect, test } from "vitest";
import { WorldEndpoints } from "../../src/kms/world-endpoints.ts";

const vpc = { id: "vpce-1", vpc: "vpc-1", policy: "{}" };
const open = { id: "vpce-2" };
const endpoints = new WorldEndpoints({ vpc, open });

test.each([
  ["none", {}, undefined, undefined],
  ["a short name", { endpoint: "vpc" }, vpc, { "aws:SourceVpce": "vpce-1", "aws:SourceVpc": "vpc-1" }],
  ["an id", { endpoint: "vpce-2" }, open, { "aws:SourceVpce": "vpce-2" }],
  ["an id in the context", { context: { "AWS:SOURCEVPCE": "vpce-1" } }, vpc, { "AWS:SOURCEVPCE": "vpce-1", "aws:SourceVpc": "vpc-1" }],
  ["a short name in the context, which is no id", { context: { "aws:SourceVpce": "vpc" } }, undefined, { "aws:SourceVpce": "vpc" }],
  ["an id of elsewhere", { endpoint: "vpce-9" }, undefined, { "aws:SourceVpce": "vpce-9" }],
  [
    "a VPC that is told",
    { endpoint: "vpc", context: { "aws:sourceVpc": "vpc-2" } },
    vpc,
    { "aws:sourceVpc": "vpc-2", "aws:SourceVpce": "vpce-1" },
  ],
])("by %s", (_, options, endpoint, context) => expect(endpoints.way(options)).toEqual({ endpoint, context }));

test("by a name that nobody has there is no way", () => {
  for (const name of ["vcp", "toString", ""]) expect(endpoints.way({ endpoint: name })).toBeUndefined();
});
