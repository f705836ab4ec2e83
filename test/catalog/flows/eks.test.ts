import { describe } from "vitest";
import { holdFlows } from "../../flow-fixtures.ts";

describe("eks", () => holdFlows("eks"));
