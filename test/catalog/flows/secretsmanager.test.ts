import { describe } from "vitest";
import { holdFlows } from "../../flow-fixtures.ts";

describe("secretsmanager", () => holdFlows("secretsmanager"));
