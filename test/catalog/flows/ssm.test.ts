import { describe } from "vitest";
import { holdFlows } from "../../flow-fixtures.ts";

describe("ssm", () => holdFlows("ssm"));
