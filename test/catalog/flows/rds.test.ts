import { describe } from "vitest";
import { holdFlows } from "../../flow-fixtures.ts";

describe("rds", () => holdFlows("rds"));
