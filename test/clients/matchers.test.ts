import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Client, linkedClient } from "./matcher-client.ts";
import { expectFailures, expectSnapshot, FAILING, failuresOf, PASSING } from "./matcher-expectations.ts";

/** A project with vitest 4: the matchers as they are packed, in a framework that runs. vitest 5 and jest: `matchers.long.test.ts`. */

let client: Client;
const vitest = (...args: readonly string[]) => client.run(["vitest/vitest.mjs", ...args]);

beforeAll(() => {
  client = linkedClient("vitest4");
}, 300_000);
afterAll(() => client?.remove());

describe("vitest 4", () => {
  test("passes what is right", async () => {
    const { status, output } = await vitest("run", "passing.test.js", "--reporter=verbose");
    for (const name of PASSING) expect(output).toMatch(new RegExp(`✓ passing.test.js > ${name}`));
    expect(output).toContain("↓ passing.test.js > files > policies/orders.ward.yaml > not decided yet");
    expect({ status, output }).toMatchObject({ status: 0 });
    expectSnapshot(client, "__snapshots__/passing.test.js.snap");
  });

  test("fails what is wrong, and says why and where", async () => {
    const { status, output } = await vitest("run", "failing.test.js");
    expect(status).toBe(1);
    expect(output).toContain(`${FAILING.length} failed | 1 passed`);
    expectFailures(client, failuresOf(output, /^ FAIL {2}failing\.test\.js > /m));
  });

  test("lists the cases of files, for editors", async () => {
    const { output } = await vitest("list", "passing.test.js", "--json");
    const names = (JSON.parse(output.slice(output.indexOf("["), output.lastIndexOf("]") + 1)) as { name: string }[]).map(
      ({ name }) => name,
    );
    expect(names).toEqual(expect.arrayContaining([...PASSING]));
  });

  test("selects one case by its name", async () => {
    const { status, output } = await vitest("run", "-t", "an upload works end to end", "--reporter=verbose", "passing.test.js");
    expect(status).toBe(0);
    expect(output).toMatch(/Tests {2}1 passed \| \d+ skipped/);
  });

  test("has types: what is wrong is an error when it is compiled", async () => {
    expect(await client.typeErrors()).toEqual([]);
  });
});
