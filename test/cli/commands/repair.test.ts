import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Json, type Operation, patched } from "../../../src/repair/patch.ts";
import { kmsward } from "../fake-io.ts";

const WORLD = ["-w", "fixtures/examples/orders/orders.world.yaml"];
const POLICY = "fixtures/examples/orders/policies/orders-key.json";
const APP = "arn:aws:iam::111122223333:role/orders-app";
const KEY = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const QUESTION = ["--principal", "app", "--action", "kms:Decrypt", "--key", "orders"];
const because = (reason: string, on = `on resource: ${KEY}`, action = "kms:Decrypt") =>
  `User: ${APP} is not authorized to perform: ${action} ${on} ${reason}`;

type Told = {
  readonly outcome: string;
  readonly assumptions: readonly string[];
  readonly hangsOn: readonly string[];
  readonly repairs: readonly {
    readonly text: string;
    readonly where: { readonly file?: string; readonly layer: string };
    readonly patch: readonly Operation[];
    readonly opens: { readonly verdict: string };
  }[];
};
const told = async (...args: readonly string[]): Promise<Told> =>
  JSON.parse((await kmsward(["repair", ...args, "--format", "json"])).out) as Told;

test("changes with what they open, for people", async () => {
  const { code, out, err } = await kmsward(["repair", ...WORLD, ...QUESTION, "--encryption-context", "tenant=t9"]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  await expect(out).toMatchFileSnapshot("repair.golden.txt");
});

test("each patch, put into the file, opens the request", async () => {
  const context = ["--encryption-context", "tenant=t9"];
  const question = ["--principal", APP, "--action", "kms:Decrypt", "--key", KEY, ...context];
  const { repairs } = await told("--key-policy", POLICY, ...question);
  expect(repairs.length).toBeGreaterThan(2);
  for (const { where, patch } of repairs) {
    if (where.layer === "grant") continue;
    const changed = patched(JSON.parse(readFileSync(where.file as string, "utf8")) as Json, patch);
    const file = join(mkdtempSync(join(tmpdir(), "repair-")), "policy.json");
    writeFileSync(file, JSON.stringify(changed));
    expect(await kmsward(["eval", "--key-policy", file, ...question, "--expect", "allow"])).toMatchObject({ code: 0 });
  }
});

test("of a case, whose documents are patched as they stand there", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "repair-")), "case.json");
  const theCase = {
    request: { principal: APP, action: "kms:Decrypt", resource: KEY },
    policies: { resource: { Statement: { Effect: "Allow", Principal: { AWS: APP }, Action: "kms:Encrypt", Resource: "*" } } },
  };
  writeFileSync(file, JSON.stringify(theCase));
  const { repairs } = await told(file);
  for (const { patch, where } of repairs)
    if (where.layer === "resource") expect(patched(theCase.policies.resource as Json, patch)).toBeDefined();
  expect(repairs.map(({ patch }) => patch)).toContainEqual([
    { op: "replace", path: "/Statement/Action", value: ["kms:Encrypt", "kms:Decrypt"] },
  ]);
});

test("exit codes: what is allowed, what cannot be opened, what is not known", async () => {
  expect(await kmsward(["repair", ...WORLD, ...QUESTION, "--encryption-context", "tenant=t1"])).toMatchObject({
    code: 0,
    out: expect.stringContaining("nothing to repair"),
  });
  const foreign = ["--principal", "partner", "--action", "kms:DisableKey", "--key", "orders"];
  expect(await kmsward(["repair", ...WORLD, ...foreign])).toMatchObject({
    code: 2,
    out: expect.stringContaining("No change of policies can open it: kms:DisableKey never works"),
  });
  const open = ["--unknown", "kms:EncryptionContext:"];
  expect(await kmsward(["repair", ...WORLD, ...QUESTION, ...open])).toMatchObject({
    code: 0,
    out: expect.stringContaining("It hangs on what is not told"),
  });
  expect(await kmsward(["repair", ...WORLD, ...QUESTION, ...open, "--strict"])).toMatchObject({ code: 3 });
});

describe("the text of an error", () => {
  test("is taken out of what `serve --enforce log` writes", async () => {
    const line = JSON.stringify({
      wouldDeny: "kms:Decrypt",
      outcome: "implicitDeny",
      message: because("because no identity-based policy allows the kms:Decrypt action"),
    });
    const { code, out } = await kmsward(["repair", "--error", "-", ...WORLD], { stdin: `${line}\n` });
    expect(code).toBe(0);
    expect(out).toMatch(/^DENIED .*kms:Decrypt/);
  });

  test("with a world tells who asked for what", async () => {
    const found = await told("--error", because("because no resource-based policy allows the kms:Decrypt action"), ...WORLD);
    expect(found).toMatchObject({ outcome: "implicitDeny", assumptions: [] });
    expect(found.repairs[0]?.where.layer).toBe("resource");
  });

  test("alone is enough where a kind of policy is silent; what stands in for policies is said", async () => {
    for (const [layer, words] of [
      ["identity", "because no identity-based policy allows the kms:Decrypt action"],
      ["resource", "because no resource-based policy allows the kms:Decrypt action"],
      ["boundary", "because no permissions boundary allows the kms:Decrypt action"],
      ["session", "because no session policy allows the kms:Decrypt action"],
      ["service-control", "because no service control policy allows the kms:Decrypt action"],
      ["endpoint", "because no VPC endpoint policy allows the kms:Decrypt action"],
    ] as const) {
      const { repairs, assumptions } = await told("--error", because(words));
      expect(repairs[0]?.where.layer, words).toBe(layer);
      expect(assumptions.join(), words).toContain("not given");
    }
  });

  test("from standard input, of another service's operation", async () => {
    const text = `An error occurred (AccessDenied) when calling the PutObject operation: ${because("because no resource-based policy allows the kms:GenerateDataKey action", undefined, "kms:GenerateDataKey")}`;
    const { code, out } = await kmsward(["repair", "--error", "-", "--key-policy", POLICY, "--format", "json"], { stdin: text });
    expect(code).toBe(0);
    expect((JSON.parse(out) as Told).assumptions).toEqual([expect.stringContaining("forwarded by s3.us-east-1.amazonaws.com")]);
  });

  test("is asked for what it does not tell", async () => {
    const refused = async (...args: readonly string[]) => {
      const { code, out, err } = await kmsward(["repair", ...args]);
      expect({ code, out }).toEqual({ code: 1, out: "" });
      return err;
    };
    const POLICY_ARN = "arn:aws:organizations::999988887777:policy/o-x/service_control_policy/p-y";
    const denied = await refused("--error", because(`with an explicit deny in a service control policy: ${POLICY_ARN}`));
    expect(denied).toContain(`a service control policy (${POLICY_ARN}) denies it, and none is given`);
    expect(denied).toContain("--scp FILE");
    expect(await refused("--error", because("with an explicit deny in an identity-based policy"))).toContain("--identity FILE");
    expect(
      await refused(
        "--error",
        because("because the resource does not exist in this Region, no resource-based policies allow access, or …", "on this resource"),
      ),
    ).toContain("give --key ARN");
    expect(await refused("--error", because(""))).toContain("does not say which policy is missing");
    expect(await refused("--error", "Encoded authorization failure message: abc")).toContain("decode-authorization-message");
    expect(await refused("--error", "it does not work")).toContain("tells of no denial");
    expect(await refused("--error", "AccessDenied")).toContain("who asked, what was asked and the key");
    expect(await refused()).toContain("no request is told");
    expect(await refused("case.json", "--error", because(""))).toContain("a case and an error are both given");
    expect(await refused(...WORLD, ...QUESTION, "--most", "no")).toContain("no number of changes");
  });

  test("that what is given does not lead to asks for more, or says so", async () => {
    const silent = because("because no resource-based policy allows the kms:Decrypt action");
    const open = await kmsward(["repair", "--error", silent, ...WORLD, "--encryption-context", "tenant=t1"]);
    expect(open).toMatchObject({ code: 1, err: expect.stringContaining("what is given allows it") });
    const { assumptions } = await told("--error", because("because no permissions boundary allows the kms:Decrypt action"), ...WORLD);
    expect(assumptions).toEqual([
      expect.stringContaining("AWS blames the permissions boundary, and by what is given it is the resource-based policy"),
    ]);
  });

  test("that AWS decoded tells its circumstances too", async () => {
    const decoded = {
      allowed: false,
      explicitDeny: false,
      context: {
        principal: { arn: APP },
        action: "kms:Decrypt",
        resource: KEY,
        conditions: { items: [{ key: "aws:SourceVpce", values: { items: [{ value: "vpce-1" }] } }] },
      },
    };
    const { repairs } = await told("--error", JSON.stringify({ DecodedMessage: JSON.stringify(decoded) }), "--key-policy", POLICY);
    expect(repairs[0]?.opens.verdict).toBe("wider");
  });
});
