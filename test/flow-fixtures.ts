import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { renderDiagnostic } from "../src/base/diagnostic.ts";
import { FLOW_NAMES, FLOWS } from "../src/catalog/flows.ts";
import { authorizeFlow, type FlowQuestion } from "../src/estate/flow.ts";
import type { Outcome } from "../src/index.ts";
import { resolveWorld } from "../src/world/reader.ts";
import { FIXTURES } from "./fixtures.ts";

/** The cases of fixtures/flows: a world for each service, and calls of the service in it. */

type FlowCase = FlowQuestion & {
  readonly name: string;
  readonly source: string;
  readonly basis: "documented" | "derived" | "chosen";
  readonly expect: {
    readonly outcome: Outcome;
    readonly refused?: { readonly step: number; readonly action: string };
    readonly missing?: readonly string[];
  };
};
export type FlowFile = { readonly about: string; readonly world: unknown; readonly cases: readonly FlowCase[] };

export const flowFile = (service: string): FlowFile =>
  JSON.parse(readFileSync(join(FIXTURES, "flows", `${service}.json`), "utf8")) as FlowFile;

/** Runs every case of a service through the engine, and sees that each of its flows is allowed in one and refused in another. */
export function holdFlows(service: string): void {
  const { world: document, cases } = flowFile(service);
  const { world, diagnostics } = resolveWorld(document);

  test("its world is in order", () => {
    expect(diagnostics.map(renderDiagnostic)).toEqual([]);
  });

  describe("its calls", () => {
    test.each(cases.map((each) => [each.name, each] as const))("%s", (_, { name, source, basis, expect: expected, ...question }) => {
      if (world === undefined) throw new Error("no world");
      const answer = authorizeFlow(world, question);
      if (!answer.ok) throw new Error(answer.error.map(renderDiagnostic).join("\n"));
      const { outcome, refused } = answer.value;
      const seen = {
        outcome,
        ...(refused && { refused: { step: refused.step, action: refused.request.action } }),
        ...(refused?.answer.missing && { missing: refused.answer.missing }),
      };
      expect(seen).toEqual(expected);
    });
  });

  test("each of its flows, and each variant, has a case that is allowed and one that is refused", () => {
    const names = FLOW_NAMES.filter((name) => name.startsWith(`${service}.`));
    const ran = (name: string, allowed: boolean) =>
      cases.some(({ flow, expect: { outcome } }) => (flow === name || flow.startsWith(`${name}.`)) && (outcome === "allowed") === allowed);
    const flows = Object.keys(FLOWS).filter((name) => name.startsWith(`${service}.`));
    expect(flows.filter((name) => !ran(name, true))).toEqual([]);
    expect(flows.filter((name) => FLOWS[name]?.steps.length !== 0 && !ran(name, false))).toEqual([]);
    expect(names.filter((name) => !cases.some(({ flow }) => flow === name) && !Object.hasOwn(FLOWS, name))).toEqual([]);
  });
}
