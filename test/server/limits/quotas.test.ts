import { describe, expect, it } from "vitest";
import { operationRow } from "../../../src/kms/operations/index.ts";
import { State } from "../../../src/kms/state.ts";
import { Quotas } from "../../../src/server/limits/quotas.ts";
import { call } from "../raw-http.ts";
import { serving } from "../serving.ts";

const home = { account: "111122223333", region: "eu-north-1", partition: "aws" };
const calling = (name: string, members: object = {}) => ({ row: operationRow(name)!, members });
const state = new State();

/** How many of many calls at once are let through. */
function passed(name: string, members: object, region = home.region, tries = 120_000): number {
  const quotas = new Quotas();
  let count = 0;
  for (let i = 0; i < tries; i++) if (quotas.refusal(calling(name, members), { ...home, region }, state, 0) === undefined) count++;
  return count;
}

describe("quotas", () => {
  // biome-ignore format: a table reads as a table
  it.each<[string, object, string, number]>([
    ["Encrypt", { KeyId: "alias/x" }, "eu-north-1", 10_000], ["Decrypt", {}, "us-east-1", 100_000], ["GenerateRandom", {}, "eu-west-2", 20_000], ["GenerateDataKeyPair", { KeyPairSpec: "RSA_4096" }, "eu-north-1", 1],
    ["GenerateDataKeyPair", { KeyPairSpec: "ECC_NIST_P256" }, "eu-north-1", 100], ["DescribeKey", {}, "eu-north-1", 2000], ["CreateKey", {}, "eu-north-1", 5], ["TagResource", {}, "eu-north-1", 10],
  ])("%s %j in %s: %i a second", (name, members, region, rate) => {
    expect(passed(name, members, region)).toBe(rate);
  });

  it("share a pool among operations, and not among accounts; time fills it", () => {
    const quotas = new Quotas();
    const take = (account: string, now: number) => quotas.refusal(calling("CreateKey"), { ...home, account }, state, now)?.name;
    for (let i = 0; i < 5; i++) expect(take("1", 0)).toBeUndefined();
    expect([take("1", 0), take("2", 0), take("1", 199), take("1", 400), take("1", 401), take("1", 402)]).toEqual([
      "ThrottlingException",
      undefined,
      "ThrottlingException",
      undefined,
      undefined,
      "ThrottlingException",
    ]);
  });

  it("are asked for", async () => {
    const server = await serving({ hasQuotas: true, until: () => undefined });
    const answers = await Promise.all(Array.from({ length: 12 }, () => call(server.url, "CreateKey")));
    expect(answers.filter(({ json }) => json.__type === "ThrottlingException").length).toBeGreaterThan(3);
    await server.stop(0);
  });
});
