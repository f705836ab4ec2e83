import { expect, it } from "vitest";
import { partitionOf } from "../../src/catalog/regions.ts";

it.each([
  ["us-east-1", "aws"],
  ["ap-southeast-7", "aws"],
  ["cn-northwest-1", "aws-cn"],
  ["us-gov-west-1", "aws-us-gov"],
  ["eusc-de-east-1", "aws-eusc"],
  ["us-invalid-1", undefined],
  ["aws", undefined],
  ["constructor", undefined],
])("%s is in the partition %s", (region, partition) => expect(partitionOf(region)).toBe(partition));
