import { readFileSync } from "node:fs";
import { DescribeKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import { describe, expect, test } from "vitest";
import { type Diagnostic, renderDiagnostic } from "../../src/base/diagnostic.ts";
import { type CallerOptions, createKms, exceptions, fixedPorts, type Kms, KmsException, type KmsWorld, loadWorld } from "../../src/kms.ts";
import { readWorld } from "../../src/world/reader.ts";
import { A, allow, B, deny, roleIn, worldOf } from "../world/worlds.ts";

function estate() {
  const { world } = readWorld("fixtures/worlds/estate.yaml", { readFile: (path) => readFileSync(path, "utf8"), root: "fixtures" });
  if (world === undefined) throw new Error("the estate cannot be read");
  return world;
}

test("an embedded KMS starts with a world, and decides as the world does", async () => {
  const kms = await createKms({ world: estate() });
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
    await expect(asking("k", { endpoint: "vcp" })).rejects.toThrow("no VPC endpoint `vcp` in this world [KW501]");
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
  const { diagnostics, keys } = await createKms({ world });
  expect(diagnostics.map(renderDiagnostic)).toEqual([
    "world warning: the KMS starts without the key `hsm`: its origin is EXTERNAL_KEY_STORE, in a custom key store [KW520]\n  at /keys/hsm\n  help: make the store by CreateCustomKeyStore and the key by CreateKey",
    "world warning: the primary key of the replica `alone` is not in the world: the KMS takes it to be in us-west-2 too [KW520]\n  at /keys/alone",
    "world warning: the root or a unit has no id: the KMS refuses what hangs on aws:PrincipalOrgPaths or aws:ResourceOrgPaths of what is below [KW520]\n  at /organization\n  help: give `rootId`, and the `id` of each unit",
  ]);
  expect(Object.keys(keys)).toEqual(["alone", "fine"]);
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

describe("an object of a world document's shape", () => {
  const app = { arn: roleIn("app"), policies: [allow("kms:*")] };

  test("is read as the document is", async () => {
    const world = {
      principals: { app },
      keys: { k: { grants: [{ grantee: "app", operations: ["Decrypt"] }], region: "eu-west-1" } },
    } as const;
    const [given, read] = [await createKms({ world }), await createKms({ world: worldOf(world) })];
    expect(given.keys).toEqual(read.keys);
    const grants = (kms: Kms) => kms.as({ principal: "app", region: "eu-west-1" }).listGrants({ KeyId: kms.keys.k ?? "" }).Grants;
    expect(grants(given)).toMatchObject([{ GranteePrincipal: roleIn("app"), Operations: ["Decrypt"] }]);
    expect(grants(read)).toMatchObject(grants(given).map(({ GrantId: _, CreationDate: __, ...grant }) => grant));
  });

  test.each([
    [{ key: {} }, "unknown member `key` [KW101]\n  at /key\n  help: did you mean `keys`?"],
    [{ keys: { k: { polic: {} } } }, "unknown member `polic` [KW101]\n  at /keys/k/polic\n  help: did you mean `policy`?"],
    [{ keys: { k: { createdAt: "soon" } } }, "`soon` is not a time [KW504]\n  at /keys/k/createdAt"],
    [{ keys: { k: { policy: '{ "Statement": [] }' } } }, "give the policy itself: an object, not its text"],
    [{ keys: { k: { grants: [{ grantee: "ap", operations: ["Decrypt"] }] } }, principals: { app } }, "did you mean `app`?"],
    [{ keys: { k: { dangerousKeyMaterial: new Uint8Array(5) } } }, "the key material has 5 bytes [KW504]"],
    [{ keys: { k: new Map() } }, "an instance of `Map`"],
    [{ account: "1" }, "no account `1` in this world"],
  ])("%j is told with its place, and never started", async (world, message) => {
    await expect(createKms({ world: world as KmsWorld })).rejects.toMatchObject({
      name: "InvalidWorldError",
      message: expect.stringContaining(message) as string,
    });
  });

  test("tells what is doubtful about its policies", async () => {
    const never = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: "*", Action: "kms:Decript", Resource: "*" }] };
    const { diagnostics } = await createKms({ world: { keys: { k: { policy: never } } } });
    expect(diagnostics.map(({ severity, code }) => [severity, code])).toEqual([["warning", expect.any(String) as string]]);
  });
});

test("a world is closed: nobody is given anything who is not in it", async () => {
  const kms = await start({ principals: { app: { arn: roleIn("app"), policies: [allow("kms:*")] } }, keys: { k: {} } });
  const grantTo = (GranteePrincipal: string) =>
    kms.as("app").createGrant({ KeyId: kms.keys.k ?? "", GranteePrincipal, Operations: ["Decrypt"] }).GrantId;
  expect(() => grantTo(roleIn("ap"))).toThrow(exceptions.InvalidArnException);
  expect([grantTo(roleIn("app")), grantTo(roleIn("stranger", B))]).toEqual([expect.any(String), expect.any(String)]);
});

test("the same slip is told in the same words by the world and by its KMS", async () => {
  const world = worldOf({ principals: { app: roleIn("app") }, keys: { k: {} } });
  const [told] = world.authorize({ principal: "ap", action: "kms:Decrypt", key: "k" }).invalid ?? [];
  const kms = await createKms({ world });
  expect(() => kms.as("ap")).toThrow(`${told?.message} [${told?.code}]`);
  expect(() => kms.as("ap")).toThrow(told?.help);
  expect(() => kms.asks({ principal: "app", action: "kms:Decrypt", key: "key" })).toThrow("no key `key` in this world");
});
