import { describe, expect, it } from "vitest";
import { CODES } from "../../src/base/codes.ts";

describe("CODES", () => {
  it.each(Object.entries(CODES))("%s is explained", (code, { title, help }) => {
    expect(code).toMatch(/^KW[0-9]{3}$/);
    expect(title).toMatch(/^\S.{2,60}\S$/);
    expect(title.endsWith(".")).toBe(false);
    expect(help.length).toBeGreaterThan(40);
    for (const line of help.split("\n")) expect(line.length).toBeLessThanOrEqual(260);
  });

  it("gives each code a title of its own", () => {
    const titles = Object.values(CODES).map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it("keeps the codes people know", () => {
    expect(CODES.KW101.title).toBe("unknown member");
    expect(CODES.KW301.title).toBe("unknown action");
    expect(CODES.KW900.title).toBe("a bug in kmsward");
  });
});
