import { readFileSync } from "node:fs";
import { DescribeKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import { describe, expect, test } from "vitest";
import { type Diagnostic, renderDiagnostic } from "../../src/base/diagnostic.ts";
import { type CallerOptions, createKms, exceptions, fixedPorts, type Kms, KmsException, type KmsWorld, loadWorld } from "../../src/kms.ts";
import { kmsSeed } from "../../src/world/kms-seed.ts";
import { readWorld } from "../../src/world/reader.ts";
import { A, allow, B, deny, roleIn, worldOf } from "./worlds.ts";

function estate() {
  const { world } = readWorld("fixtures/worlds/estate.yaml", { readFile: (path) => readFileSync(path, "utf8"), root: "fixtures" });
  if (world === undefined) throw new Error("the estate cannot be read");
  return world;
}

test("an embedded KMS starts with a world, and decides as the world does", async () => {
  const seed: KmsWorld = kmsSeed(estate()).world;
  const kms = await createKms({ world: seed });
  const app = kms.as("app");
  const { CiphertextBlob } = await app.encrypt({
    KeyId: kms.keys.orders ?? "",
    Plaintext: new Uint8Array([1, 2, 3]),
    EncryptionContext: { purpose: "export" },
  });
  const read = { CiphertextBlob: CiphertextBlob as Uint8Array, EncryptionContext: { purpose: "export" } };
  const { Plaintext } = await kms.as("exporter").decrypt(read);
  expect([...(Plaintext as Uint8Array)]).toEqual([1, 2, 3]);
  await expect(async () => kms.as("auditor").decrypt(read)).rejects.toMatchObject({ name: "AccessDeniedException" });
  expect(kms.keys.fixed).toContain("00000000-1111-4222-8333-444444444444");
});

describe("what the world answers, the KMS answers", () => {
  const READS = [
    ["kms:DescribeKey", "describeKey"],
    ["kms:GetKeyPolicy", "getKeyPolicy"],
    ["kms:ListGrants", "listGrants"],
    ["kms:GetKeyRotationStatus", "getKeyRotationStatus"],
    ["kms:ListResourceTags", "listResourceTags"],
    ["kms:GenerateDataKey", "generateDataKey"],
  ] as const;
  const world = estate();
  const { principals, keys, endpoints, organization } = world.estate;
  const strangers = [...(organization?.members.keys() ?? []), B].flatMap((account) => [
    roleIn("stranger", account),
    `arn:aws:iam::${account}:root`,
  ]);
  const ways = [{}, ...endpoints.map(({ name: endpoint }) => ({ endpoint })), { viaService: "s3" }];

  test.each([...principals.map(({ name }) => name), ...strangers])("to %s", async (principal) => {
    const kms = await createKms({ world });
    const compared = ways.flatMap((way) =>
      keys.flatMap((key) =>
        READS.flatMap(([action, operation]) => {
          const answer = world.authorize({ principal, action, key: key.name, context: { "aws:SecureTransport": true }, ...way });
          if (answer.outcome === "undetermined") return [];
          const client = kms.as({ principal, region: key.region, ...way }) as unknown as Record<string, (input: object) => object>;
          let told = "Allow";
          try {
            client[operation]?.({ KeyId: key.arn, ...(operation === "generateDataKey" && { KeySpec: "AES_256" }) });
          } catch (thrown) {
            if (thrown instanceof exceptions.AccessDeniedException) told = "Deny";
            else if (!(thrown instanceof KmsException) || thrown instanceof exceptions.NotFoundException) throw thrown;
          }
          return [{ question: `${action} on ${key.name} ${JSON.stringify(way)}`, expected: answer.decision, told }];
        }),
      ),
    );
    expect(compared.filter(({ expected, told }) => expected !== told)).toEqual([]);
    expect(compared.length).toBeGreaterThan(keys.length);
  });
});

test("what is said of principals, accounts and keys is there, as text", () => {
  const { world } = kmsSeed(estate());
  expect(world.principals.developer).toMatchObject({
    arn: roleIn("dev/developer"),
    boundary: { name: expect.stringContaining("developers.json"), document: expect.stringContaining("UseKeys") },
  });
  expect(world.accounts["111122223333"]).toMatchObject({ orgId: "o-a1b2c3d4e5", orgPath: expect.stringContaining("r-ab12/") as string });
  expect(
    world.accounts["111122223333"]?.serviceControl.map((level) => level.map(({ name, document }) => [name, document.length > 0])),
  ).toEqual([
    [["FullAWSAccess", true]],
    [["FullAWSAccess", true]],
    [["FullAWSAccess", true]],
    [
      ["FullAWSAccess", true],
      ["protect-keys", true],
    ],
  ]);
  expect(world.keys.orders?.grants).toEqual([expect.objectContaining({ GrantId: "nightly-export", GranteePrincipal: roleIn("exporter") })]);
  expect(world.keys.fixed?.material?.length).toBe(32);
});

/** A KMS at a moment, out of a world of plain values. */
const START = Date.UTC(2026, 10, 22);
const start = async (value: object) => createKms({ world: worldOf(value), ports: fixedPorts({ startMs: START }) });
const rootOf = (kms: Kms) => kms.as(`arn:aws:iam::${A}:root`);
const base64 = (fill: number) => btoa(String.fromCharCode(fill).repeat(32));
const days = (n: number) => new Date(START + n * 86_400_000);
const anyone = (actions: string | readonly string[], more: object = {}) => allow(actions, { Principal: { AWS: "*" }, ...more });

describe("the state of a key", () => {
  const describing = (kms: Kms, name: string) => rootOf(kms).describeKey({ KeyId: kms.keys[name] ?? "" }).KeyMetadata;

  test.each([
    [{}, "Enabled"],
    [{ state: "Disabled" }, "Disabled"],
    [{ origin: "EXTERNAL" }, "PendingImport"],
    [{ origin: "EXTERNAL", state: "Enabled" }, "Enabled"],
    [{ origin: "EXTERNAL", state: "Disabled" }, "Disabled"],
    [{ origin: "EXTERNAL", state: "PendingImport", dangerousKeyMaterial: base64(1) }, "PendingImport"],
    [{ state: "PendingDeletion" }, "PendingDeletion"],
    [{ multiRegion: true, state: "PendingReplicaDeletion" }, "PendingReplicaDeletion"],
    [{ multiRegion: true, multiRegionKeyType: "REPLICA", state: "Creating" }, "Creating"],
    [{ multiRegion: true, state: "Updating" }, "Updating"],
  ])("%j is %s in the KMS", async (key, state) => {
    const kms = await start({ keys: { k: key } });
    expect(describing(kms, "k").KeyState).toBe(state);
  });

  test("passes as it does in AWS: what is created is there soon, what waits for deletion goes", async () => {
    const waiting = { state: "PendingDeletion" };
    const made = { id: `mrk-${"ab".repeat(16)}`, multiRegionKeyType: "REPLICA", state: "Creating" };
    const kms = await start({ keys: { soon: { ...waiting, pendingWindowInDays: 7 }, later: waiting, made } });
    expect([describing(kms, "soon").DeletionDate, describing(kms, "later").DeletionDate]).toEqual([days(7), days(30)]);
    kms.advance({ days: 7 });
    expect(describing(kms, "made").KeyState).toBe("Enabled");
    expect(() => describing(kms, "soon")).toThrow(exceptions.NotFoundException);
    rootOf(kms).cancelKeyDeletion({ KeyId: kms.keys.later ?? "" });
    expect(describing(kms, "later").KeyState).toBe("Disabled");
  });
});

test("a key is rotated when its period is over, and shows the material it had", async () => {
  const turned = { rotation: { periodInDays: 90 }, dangerousKeyMaterial: [base64(1), base64(2), base64(3)] };
  const kms = await start({ keys: { turned } });
  const KeyId = kms.keys.turned ?? "";
  expect(rootOf(kms).getKeyRotationStatus({ KeyId })).toMatchObject({
    KeyRotationEnabled: true,
    RotationPeriodInDays: 90,
    NextRotationDate: days(90),
  });
  expect(rootOf(kms).listKeyRotations({ KeyId }).Rotations).toHaveLength(2);
  kms.advance({ days: 90 });
  expect(rootOf(kms).listKeyRotations({ KeyId }).Rotations).toHaveLength(3);
});

test("what a key sealed before its rotations opens in every KMS that starts with the world", async () => {
  const [id, Plaintext] = ["1234abcd-12ab-34cd-56ef-1234567890ab", new Uint8Array([1, 2, 3])];
  const before = await start({ keys: { k: { id, dangerousKeyMaterial: base64(1) } } });
  const { CiphertextBlob } = rootOf(before).encrypt({ KeyId: id, Plaintext });
  const after = await start({ keys: { k: { id, dangerousKeyMaterial: [base64(1), base64(2)] } } });
  const without = await start({ keys: { k: { id, dangerousKeyMaterial: base64(2) } } });
  expect(rootOf(after).decrypt({ CiphertextBlob }).Plaintext).toEqual(Plaintext);
  expect(rootOf(after).encrypt({ KeyId: id, Plaintext }).CiphertextBlob).not.toEqual(CiphertextBlob);
  expect(() => rootOf(without).decrypt({ CiphertextBlob })).toThrow(KmsException);
});

test("related keys know their primary Region, and have its rotation and material", async () => {
  const id = `mrk-${"12".repeat(16)}`;
  const east = { id, dangerousKeyMaterial: base64(1), rotation: true };
  const kms = await start({ keys: { east, west: { id, region: "us-west-2", multiRegionKeyType: "REPLICA" } } });
  const west = kms.as({ principal: `arn:aws:iam::${A}:root`, region: "us-west-2" });
  const { CiphertextBlob } = rootOf(kms).encrypt({ KeyId: id, Plaintext: new Uint8Array([7]) });
  expect(west.decrypt({ CiphertextBlob }).Plaintext).toEqual(new Uint8Array([7]));
  expect(west.describeKey({ KeyId: id }).KeyMetadata.MultiRegionConfiguration?.PrimaryKey.Region).toBe("us-east-1");
  expect(west.getKeyRotationStatus({ KeyId: id })).toMatchObject({ KeyRotationEnabled: true });
  expect(kms.diagnostics).toEqual([]);
});

test("a grant is named by its token too, and retired by it", async () => {
  const grants = [{ name: "g", grantee: "reader", operations: ["Decrypt", "Encrypt"], retiring: "reader", token: "token-of-g" }];
  const kms = await start({ keys: { held: { grants } }, principals: { reader: roleIn("reader") } });
  const reader = kms.as("reader");
  const encrypt = (token: string) => reader.encrypt({ KeyId: kms.keys.held ?? "", Plaintext: new Uint8Array(1), GrantTokens: [token] });
  expect(encrypt("token-of-g").CiphertextBlob).toBeInstanceOf(Uint8Array);
  expect(() => encrypt("token-of-h")).toThrow(exceptions.InvalidGrantTokenException);
  reader.retireGrant({ GrantToken: "token-of-g" });
  expect(() => encrypt("token-of-g")).toThrow(exceptions.AccessDeniedException);
});

describe("a VPC endpoint", () => {
  const endpoints = { vpc: { id: "vpce-1", vpc: "vpc-1", policy: anyone("kms:Encrypt") }, open: { id: "vpce-2" } };
  const value = {
    endpoints,
    principals: { app: { arn: roleIn("app"), policies: [allow("kms:*")] }, vpcOnly: roleIn("vpc-only") },
    keys: {
      k: {},
      inside: { policy: anyone(["kms:Encrypt", "kms:DescribeKey"], { Condition: { StringEquals: { "aws:SourceVpc": "vpc-1" } } }) },
    },
  };
  const kms = start(value);
  const asking = async (key: string, caller: Partial<CallerOptions>) => {
    const { keys, as } = await kms;
    const app = as({ principal: "app", ...caller });
    const KeyId = keys[key] ?? "";
    const isAllowed = (run: () => unknown) => {
      try {
        return run() !== undefined;
      } catch (thrown) {
        if (thrown instanceof exceptions.AccessDeniedException) return false;
        throw thrown;
      }
    };
    return [() => app.encrypt({ KeyId, Plaintext: new Uint8Array(1) }), () => app.describeKey({ KeyId })].map(isAllowed);
  };

  test.each([
    ["k", {}, [true, true]],
    ["k", { endpoint: "vpc" }, [true, false]],
    ["k", { endpoint: "vpce-1" }, [true, false]],
    ["k", { context: { "AWS:sourcevpce": "vpce-1" } }, [true, false]],
    ["k", { context: { "aws:SourceVpce": "vpce-9" } }, [true, true]],
    ["k", { endpoint: "open" }, [true, true]],
    ["k", { endpoint: "vpc", viaService: "s3" }, [true, true]],
    ["inside", { endpoint: "open" }, [false, false]],
    ["inside", { endpoint: "vpc" }, [true, false]],
  ] as const)("has its say about %s called with %j, as in the world", async (key, caller, expected) => {
    expect(await asking(key, caller)).toEqual(expected);
    const { world } = { world: worldOf(value) };
    const asked = ["kms:Encrypt", "kms:DescribeKey"].map(
      (action) => world.authorize({ principal: "app", action, key, ...caller }).decision === "Allow",
    );
    expect(asked).toEqual(expected);
  });

  test("that nobody knows is told", async () => {
    await expect(asking("k", { endpoint: "vcp" })).rejects.toThrow("no VPC endpoint is called vcp");
  });
});

describe("callers", () => {
  const credentials = { accessKeyId: "ASIAEXAMPLE123456", secretAccessKey: "s", sessionToken: "t" };

  test("sign with the credentials that the world tells, and with those alone are known at once", async () => {
    const app = { arn: roleIn("app"), policies: [allow("kms:*")], credentials };
    const kms = await start({ principals: { app }, keys: { k: {} } });
    const client = new KMSClient({ region: "us-east-1", credentials: { ...credentials }, requestHandler: kms.requestHandler() });
    const { KeyMetadata } = await client.send(new DescribeKeyCommand({ KeyId: kms.keys.k }));
    expect(KeyMetadata?.Arn).toBe(kms.keys.k);
    expect([kms.credentials("app"), kms.credentials({ principal: "app" }), kms.credentials(roleIn("app"))]).toEqual(
      Array(3).fill(credentials),
    );
    expect(kms.credentials({ principal: "app", session: "other" }).accessKeyId).not.toBe(credentials.accessKeyId);
    const forged = new KMSClient({
      region: "us-east-1",
      credentials: { ...credentials, sessionToken: "u" },
      requestHandler: kms.requestHandler(),
    });
    await expect(forged.send(new DescribeKeyCommand({ KeyId: kms.keys.k }))).rejects.toMatchObject({ name: "UnrecognizedClientException" });
  });

  test("that are sessions have what their role has, and what their account's organization says", async () => {
    const session = `arn:aws:sts::${A}:assumed-role/app/job`;
    const condition = {
      Condition: { StringEquals: { "aws:PrincipalTag/team": "blue", "aws:PrincipalOrgID": "o-1", "aws:ResourceOrgID": "o-1" } },
    };
    const value = {
      organization: { id: "o-1", rootId: "r-1", accounts: [A], serviceControl: ["FullAWSAccess", deny("kms:DisableKey")] },
      principals: {
        app: { arn: roleIn("app"), tags: { team: "blue" }, policies: [allow("kms:*")] },
        job: { arn: session, tags: { run: "1" } },
      },
      keys: { k: { policy: anyone("kms:*", condition) } },
    };
    const kms = await start(value);
    for (const principal of ["app", "job", session]) {
      const KeyId = kms.keys.k ?? "";
      expect(kms.as(principal).describeKey({ KeyId }).KeyMetadata.Arn).toBe(KeyId);
      expect(() => kms.as(principal).disableKey({ KeyId })).toThrow("explicit deny in a service control policy");
      expect(worldOf(value).authorize({ principal, action: "kms:DescribeKey", key: "k" }).decision).toBe("Allow");
    }
    expect(() => kms.as(roleIn("stranger", B)).describeKey({ KeyId: kms.keys.k ?? "" })).toThrow(exceptions.AccessDeniedException);
    const inside = kms.as(roleIn("untold"));
    expect(() => inside.disableKey({ KeyId: kms.keys.k ?? "" })).toThrow("explicit deny in a service control policy");
  });
});

test("what cannot be brought about is told, with its place", async () => {
  const world = worldOf({
    organization: { id: "o-1", units: { u: { accounts: [A] } } },
    keys: {
      hsm: { origin: "EXTERNAL_KEY_STORE", state: "Unavailable" },
      alone: { multiRegion: true, multiRegionKeyType: "REPLICA", region: "us-west-2" },
      fine: {},
    },
  });
  const { diagnostics } = await createKms({ world });
  expect(diagnostics.map(renderDiagnostic)).toEqual([
    "world warning: the KMS starts without the key `hsm`: its origin is EXTERNAL_KEY_STORE, in a custom key store [KW520]\n  at /keys/hsm\n  help: make the store by CreateCustomKeyStore and the key by CreateKey",
    "world warning: the primary key of the replica `alone` is not in the world: the KMS takes it to be in us-west-2 too [KW520]\n  at /keys/alone",
    "world warning: the root or a unit has no id: calls to the KMS carry neither aws:PrincipalOrgPaths nor aws:ResourceOrgPaths for what is below [KW520]\n  at /organization\n  help: tell `rootId`, and the `id` of each unit",
  ]);
  expect(Object.keys(kmsSeed(world).world.keys)).toEqual(["alone", "fine"]);
});

test("warnings of a world's files are handed on", async () => {
  const files: Readonly<Record<string, string>> = {
    "world.yaml": `account: "${A}"\norganization: { id: o-1, accounts: ["${A}"], serviceControl: [] }`,
  };
  const warnings: Diagnostic[] = [];
  await loadWorld("world.yaml", { readFile: (path) => files[path] ?? "", onWarning: (warning) => warnings.push(warning) });
  expect(warnings).toEqual([
    expect.objectContaining({ code: "KW510", at: expect.objectContaining({ file: "world.yaml", line: 2 }) as object }),
  ]);
});
