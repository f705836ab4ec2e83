import "kmsward/vitest5";

export { describe, expect, test } from "vitest";
