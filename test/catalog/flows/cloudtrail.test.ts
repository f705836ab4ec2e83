import { describe } from "vitest";
import { holdFlows } from "../../flow-fixtures.ts";

describe("cloudtrail", () => holdFlows("cloudtrail"));
