import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, type TestContext, test } from "vitest";
import { type Client, installedClient } from "./matcher-client.ts";
import { expectFailures, expectSnapshot, FAILING, failuresOf, PASSING } from "./matcher-expectations.ts";

/**
 * Projects with vitest 5 and with jest, whose packages are installed from the registry: `bash .ci/clients`. Where they cannot be had, the tests are
 * skipped, and say why.
 */

let client: Client | string = "not begun";

const prepared = ({ skip }: TestContext): Client => (typeof client === "string" ? skip(client) : client);

async function install(framework: "vitest5" | "jest"): Promise<void> {
  client = await installedClient(framework);
  if (typeof client === "string") console.warn(client);
}

describe("vitest 5, on a Node that it accepts", () => {
  beforeAll(() => install("vitest5"), 600_000);
  afterAll(() => typeof client === "string" || client.remove());

  const vitest = (project: Client, ...args: readonly string[]) =>
    project.run(["vitest/vitest.mjs", ...args], { node: join(project.folder, "node_modules/.bin/node") });

  test("passes what is right", async (context) => {
    const project = prepared(context);
    const { status, output } = await vitest(project, "run", "passing.test.js", "--reporter=verbose");
    for (const name of PASSING) expect(output).toMatch(new RegExp(`✓ passing.test.js > ${name}`));
    expect(output).toContain("↓ passing.test.js > files > policies/orders.ward.yaml > not decided yet");
    expect(output).toMatch(/RUN +v5\./);
    expect({ status, output }).toMatchObject({ status: 0 });
    expectSnapshot(project, "__snapshots__/passing.test.js.snap");
  });

  test("fails what is wrong, and says why and where", async (context) => {
    const project = prepared(context);
    const { status, output } = await vitest(project, "run", "failing.test.js");
    expect(status).toBe(1);
    expect(output).toContain(`${FAILING.length} failed | 1 passed`);
    expectFailures(project, failuresOf(output, /^ FAIL {2}failing\.test\.js > /m));
  });

  test("has types: what is wrong is an error when it is compiled", async (context) => {
    expect(await prepared(context).typeErrors()).toEqual([]);
  });
});

describe("jest 30, with ES modules", () => {
  beforeAll(() => install("jest"), 600_000);
  afterAll(() => typeof client === "string" || client.remove());

  const jest = (project: Client, ...args: readonly string[]) =>
    project.run(["jest/bin/jest.js", ...args], { env: { NODE_OPTIONS: "--experimental-vm-modules --no-warnings" } });

  test("passes what is right", async (context) => {
    const project = prepared(context);
    const { status, output } = await jest(project, "passing.test.js", "--verbose");
    for (const name of PASSING) expect(output).toContain(`✓ ${name.split(" > ").at(-1)}`);
    expect(output).toContain("○ skipped not decided yet");
    expect({ status, output }).toMatchObject({ status: 0 });
    expectSnapshot(project, "__snapshots__/passing.test.js.snap");
  });

  test("fails what is wrong, and says why and where", async (context) => {
    const project = prepared(context);
    const { status, output } = await jest(project, "failing.test.js");
    expect(status).toBe(1);
    expect(output).toContain(`${FAILING.length} failed, 1 passed`);
    const failures = failuresOf(output, /^ {2}● /m);
    expectFailures(project, Object.fromEntries(Object.entries(failures).map(([name, text]) => [name.replaceAll(" › ", " > "), text])));
  });

  test("has types: what is wrong is an error when it is compiled", async (context) => {
    expect(await prepared(context).typeErrors()).toEqual([]);
  });
});
