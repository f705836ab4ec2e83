import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { toValue } from "../../src/base/json-source.ts";
import { authorizeData } from "../../src/estate/data/authorize.ts";
import { dataCalls } from "../../src/estate/data/calls.ts";
import type { DataQuestion } from "../../src/estate/data/question.ts";
import { createKms } from "../../src/kms.ts";
import { resolveWorld } from "../../src/world/reader.ts";
import { readYaml } from "../../src/world/yaml-source.ts";

/** What a flow asks of KMS, run for real in the embedded KMS, comes to what the answer about the data says of these calls. */
test("the part of KMS in answers about data is what the embedded KMS does", async () => {
  const { node } = readYaml(readFileSync(new URL("../../fixtures/data/worked.yaml", import.meta.url), "utf8"));
  const { world: document, cases } = (node && toValue(node)) as {
    readonly world: object;
    readonly cases: readonly { readonly ask: DataQuestion }[];
  };
  const { world } = resolveWorld(document);
  if (world === undefined) throw new Error("no world");
  const kms = await createKms({ world });
  const ran: string[] = [];
  const wholes: string[] = [];
  for (const { ask } of cases) {
    const [answer, calls] = [authorizeData(world, ask), dataCalls(world, ask)];
    if (!answer.ok || !calls.ok) throw new Error("no answer");
    const { read, kms: ways, target } = calls.value;
    const asked = answer.value.calls.filter(({ to }) => to === "kms");
    const isOwn = read.key.kind === "key" && read.key.made === undefined;
    if (ways.length !== 1 || asked.length === 0 || !isOwn || asked.some(({ answer: one }) => one.outcome === "undetermined")) continue;
    const { account, region } = target.resource;
    const { principal } = ask;
    const home = { ...(account !== undefined && { account }), ...(region !== undefined && { region }) };
    const key = read.key.kind === "key" ? read.key.arn : "";
    const { outcome } = await kms.flow(read.flow, read.parameters, { principal: principal as string, key, ...home });
    expect([ask, outcome]).toEqual([ask, asked.every(({ answer: one }) => one.outcome === "allowed") ? "done" : "refused"]);
    ran.push(outcome);
    const { context, session, endpoint, flow, on, parameters = {}, key: told, time } = ask;
    if (answer.value.outcome === "undetermined" || time !== undefined || session !== undefined) continue;
    const who = { principal, ...(context && { context }), ...(endpoint && { endpoint }) };
    const whole = await kms.flow(flow, parameters, { principal: who, on, ...(told !== undefined && { key: told }) });
    expect([ask, whole.outcome]).toEqual([ask, answer.value.outcome === "allowed" ? "done" : "refused"]);
    wholes.push(whole.outcome);
    const refused = whole.service.find(({ answer: one }) => one.decision !== "Allow");
    if (refused !== undefined) expect(whole.calls).toEqual([]); // KMS is asked nothing then
  }
  expect(wholes.length).toBeGreaterThan(30);
  expect(new Set(wholes)).toEqual(new Set(["done", "refused"]));
  expect(ran.length).toBeGreaterThan(30);
  expect(new Set(ran)).toEqual(new Set(["done", "refused"]));
});
