import { describe } from "vitest";
import { holdFlows } from "../../flow-fixtures.ts";

describe("s3", () => holdFlows("s3"));
