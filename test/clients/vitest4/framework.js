import "kmsward/vitest";

export { describe, expect, test } from "vitest";
