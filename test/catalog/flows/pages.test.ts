import { expect, test } from "vitest";
import { PAGES } from "../../../src/catalog/flows/pages.ts";
import { FLOWS } from "../../../src/catalog/flows.ts";

test("every page is the source of something", () => {
  const cited = new Set(
    Object.values(FLOWS).flatMap(({ source, steps, grants = {} }) => [
      ...source,
      ...steps.flatMap((step) => step.source),
      ...Object.values(grants).flatMap((grant) => grant.source),
    ]),
  );
  expect(Object.keys(PAGES).filter((page) => !cited.has(page as keyof typeof PAGES))).toEqual([]);
});

test("what is no page of AWS says so", () => {
  for (const [page, title] of Object.entries(PAGES))
    expect(/^(Amazon|AWS|an AWS)/.test(title), page).toBe(!title.startsWith("not AWS documentation"));
});
