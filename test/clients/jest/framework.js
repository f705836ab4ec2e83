import "kmsward/jest";

export { describe, expect, test } from "@jest/globals";
