import { DecryptCommand, KMSClient } from "@aws-sdk/client-kms";
import { describe, expect, test } from "vitest";
import { CallLog, type KeptCall } from "../../src/kms/call-log.ts";
import { makeClient } from "../../src/kms/client.ts";
import { startService } from "../../src/kms/service.ts";
import { type CallExplanation, createKms, fixedPorts, type Kms, type KmsOptions, type KmsWorld } from "../../src/kms.ts";
import { ACCOUNT, ADMIN, APP, allow, EVERYTHING, policy } from "../kms/lab.ts";
import { worldOf } from "../world/worlds.ts";

const ORDERS = "1234abcd-12ab-34cd-56ef-1234567890ab";
const SECRET = "the plaintext nobody may keep";
const reads = allow(["kms:Decrypt", "kms:ReEncryptFrom"], {
  Sid: "ReadOrders",
  Condition: { StringEquals: { "kms:EncryptionContext:tenant": "t1" } },
});
const WORLD: KmsWorld = {
  principals: { admin: { arn: ADMIN, policies: EVERYTHING }, app: { arn: APP, policies: [{ name: "app", document: policy(reads) }] } },
  keys: { orders: { id: ORDERS, aliases: ["alias/orders"], tags: { team: "orders" } }, other: {} },
};

const started = (options: KmsOptions = {}): Promise<Kms> =>
  createKms({ clock: "2026-01-01T00:00:00Z", ...options, world: { ...WORLD, ...(options.world as KmsWorld | undefined) } });
const arn = (kms: Kms, name = "orders"): string => kms.keys[name] ?? "";

function thrown(run: () => unknown): Error {
  try {
    run();
  } catch (error) {
    return error as Error;
  }
  throw new Error("nothing was thrown");
}
const lastRequest = (kms: Kms): string => String(kms.auditEvents().at(-1)?.requestID);
const sealed = (kms: Kms, tenant: string): Uint8Array =>
  kms.as("admin").encrypt({ KeyId: arn(kms), Plaintext: new TextEncoder().encode(SECRET), EncryptionContext: { tenant } }).CiphertextBlob;
const decrypt = (kms: Kms, tenant: string) => {
  const CiphertextBlob = sealed(kms, tenant);
  return () => kms.as("app").decrypt({ CiphertextBlob, EncryptionContext: { tenant } });
};

describe("a denied call", () => {
  test("is told as `eval` tells it: the statement that was meant, why not, and what is closest to allowed", async () => {
    const kms = await started();
    const text = kms.explain(thrown(decrypt(kms, "t2")));
    expect(text).toMatch(/^Decrypt was refused with AccessDeniedException \(request [0-9a-f-]{36}\)\n {2}User: arn:aws:sts::/);
    expect(text).toMatch(/DENIED \(implicit\) +kms:Decrypt +on +key\/1234abcd…/);
    expect(text).toMatch(/ReadOrders[\s\S]*kms:EncryptionContext:tenant[\s\S]*"t2"/);
    expect(text).toMatch(/closest to allowed +change encryptionContext\.tenant to "t1"/);
  });

  test("as plain values: the tree of `explain`", async () => {
    const kms = await started();
    const error = thrown(decrypt(kms, "t2"));
    const tree: CallExplanation = kms.explain(error, { format: "json" });
    expect(tree).toMatchObject({ operation: "Decrypt", error: { name: "AccessDeniedException" }, diagnostics: [] });
    expect(tree.permissions).toHaveLength(1);
    expect(tree.permissions[0]).toMatchObject({ outcome: "implicitDeny", action: "kms:Decrypt", resource: arn(kms) });
    expect(tree.permissions[0]?.closest.length).toBeGreaterThan(0);
    expect(JSON.parse(JSON.stringify(tree))).toEqual(tree);
    expect(kms.explain(tree.requestId, { format: "json" })).toEqual(tree);
  });

  test("of the AWS SDK", async () => {
    const kms = await started();
    const client = new KMSClient({ region: "us-east-1", credentials: kms.credentials("app"), requestHandler: kms.requestHandler() });
    const asked = new DecryptCommand({ CiphertextBlob: sealed(kms, "t2"), EncryptionContext: { tenant: "t2" } });
    const error = await client.send(asked).then(
      () => undefined,
      (reason: Error) => reason,
    );
    expect(kms.explain(error as Error)).toContain("ReadOrders");
  });

  test("of a service that calls for somebody", async () => {
    const kms = await started();
    const { refused } = await kms.flow("s3.PutObject", { bucket: "b", key: "k" }, { principal: "app", key: "orders" });
    expect(kms.explain(refused?.error as Error)).toMatch(/DENIED[\s\S]*s3\.us-east-1\.amazonaws\.com/);
  });

  test("says what the policies, grants and keys were, whatever becomes of them later", async () => {
    const kms = await started();
    const admin = kms.as("admin");
    const before = thrown(decrypt(kms, "t2"));
    const text = kms.explain(before);
    admin.createGrant({ KeyId: arn(kms), GranteePrincipal: APP, Operations: ["Decrypt"] });
    expect(decrypt(kms, "t2")().Plaintext).toBeInstanceOf(Uint8Array);
    expect(kms.explain(lastRequest(kms))).toContain("grant");
    admin.scheduleKeyDeletion({ KeyId: arn(kms), PendingWindowInDays: 7 });
    kms.advance({ days: 8 });
    expect(kms.explain(before)).toBe(text);
  });
});

describe("an allowed call", () => {
  test("names the statements that allow it, also where it was remembered to be allowed", async () => {
    const kms = await started();
    const read = decrypt(kms, "t1");
    const texts = [read, read, read].map((call) => {
      call();
      return kms.explain(lastRequest(kms));
    });
    for (const text of texts) {
      expect(text).toMatch(/^Decrypt did what it was asked \(request /);
      expect(text).toMatch(/ALLOWED +kms:Decrypt +on +key\/1234abcd…[\s\S]*ReadOrders/);
    }
    const body = (text: string) => text.slice(text.indexOf("\n"));
    expect(body(texts[2] ?? "")).toBe(body(texts[0] ?? ""));
  });

  test("is about its own key, where many keys are decided about alike", async () => {
    const kms = await started();
    for (const name of ["other", "orders", "other"]) {
      kms.as("admin").describeKey({ KeyId: arn(kms, name) });
      const { permissions } = kms.explain(lastRequest(kms), { format: "json" });
      expect(permissions.map(({ resource }) => resource)).toEqual([arn(kms, name)]);
    }
  });

  test("that needs two permissions tells both, and the first that is denied ends it", async () => {
    const kms = await started();
    const move = (client: "admin" | "app") => {
      const CiphertextBlob = sealed(kms, "t1");
      return () =>
        kms.as(client).reEncrypt({ CiphertextBlob, SourceEncryptionContext: { tenant: "t1" }, DestinationKeyId: arn(kms, "other") });
    };
    move("admin")();
    const outcomes = (call: string | Error) =>
      kms.explain(call, { format: "json" }).permissions.map(({ action, outcome }) => `${action} ${outcome}`);
    expect(outcomes(lastRequest(kms))).toEqual(["kms:ReEncryptFrom allowed", "kms:ReEncryptTo allowed"]);
    expect(outcomes(thrown(move("app")))).toEqual(["kms:ReEncryptFrom allowed", "kms:ReEncryptTo implicitDeny"]);
  });

  test("without a resource, by an alias, by a grant that is retired", async () => {
    const kms = await started();
    const admin = kms.as("admin");
    const { GrantId } = admin.createGrant({ KeyId: arn(kms), GranteePrincipal: APP, RetiringPrincipal: APP, Operations: ["Decrypt"] });
    const asked = (run: () => unknown) => {
      run();
      return kms
        .explain(lastRequest(kms), { format: "json" })
        .permissions.map(({ action, resource, outcome }) => [action, resource, outcome]);
    };
    expect(asked(() => admin.listKeys())).toEqual([["kms:ListKeys", "*", "allowed"]]);
    expect(asked(() => admin.createAlias({ AliasName: "alias/new", TargetKeyId: arn(kms) }))).toEqual([
      ["kms:CreateAlias", `arn:aws:kms:us-east-1:${ACCOUNT}:alias/new`, "allowed"],
      ["kms:CreateAlias", arn(kms), "allowed"],
    ]);
    expect(asked(() => kms.as("app").retireGrant({ KeyId: arn(kms), GrantId }))).toEqual([["kms:RetireGrant", arn(kms), "allowed"]]);
  });
});

describe("a call that failed for something else", () => {
  test("before any permission says so", async () => {
    const kms = await started();
    const error = thrown(() => kms.as("app").describeKey({ KeyId: "alias/none" }));
    expect(kms.explain(error)).toMatch(/^DescribeKey was refused with NotFoundException[\s\S]*\n\nno permission was looked at$/);
    expect(kms.explain(error, { format: "json" }).permissions).toEqual([]);
  });

  test("after them tells that they were there", async () => {
    const kms = await started();
    kms.as("admin").disableKey({ KeyId: arn(kms) });
    const text = kms.explain(thrown(() => kms.as("admin").encrypt({ KeyId: arn(kms), Plaintext: new Uint8Array(1) })));
    expect(text).toMatch(/refused with DisabledException[\s\S]*ALLOWED +kms:Encrypt/);
  });

  test("a malformed policy: its diagnostics, each at its place", async () => {
    const kms = await started();
    const Policy =
      '{\n  "Version": "2012-10-17",\n  "Statement": [{ "Efect": "Allow", "Principal": "*", "Action": "kms:*", "Resource": "*" }]\n}';
    const error = thrown(() => kms.as("admin").putKeyPolicy({ KeyId: arn(kms), Policy }));
    expect(kms.explain(error, { format: "json" }).diagnostics).toMatchObject([
      { code: "KW101", severity: "error", at: { file: "key policy", line: 3, pointer: "/Statement/0/Efect" } },
    ]);
    expect(kms.explain(error)).toMatch(
      /MalformedPolicyDocumentException[\s\S]*key policy:3:\d+ error: unknown element `Efect` \[KW101\][\s\S]*did you mean/,
    );
    expect(JSON.stringify(error)).not.toContain("KW101"); // no part of what AWS answers
    expect(JSON.stringify(kms.auditEvents())).not.toContain("KW101");
  });

  test("a policy that would lock its caller out: what would be decided then", async () => {
    const kms = await started();
    const Policy = JSON.stringify(policy(allow("kms:*", { Sid: "OnlyApp", Principal: { AWS: APP } })));
    const error = thrown(() => kms.as("admin").putKeyPolicy({ KeyId: arn(kms), Policy }));
    const { permissions } = kms.explain(error, { format: "json" });
    expect(permissions.map(({ action, outcome, would }) => [action, outcome, would])).toEqual([
      ["kms:PutKeyPolicy", "allowed", undefined],
      ["kms:PutKeyPolicy", "implicitDeny", true],
    ]);
    expect(kms.explain(error)).toMatch(/as the key would be after the call:[\s\S]*OnlyApp/);
  });
});

describe("what is kept", () => {
  test("is of the last calls, and of no more", async () => {
    const kms = await started({ auditLimit: 3 });
    const errors = ["a", "b", "c", "d"].map((tenant) => thrown(decrypt(kms, tenant))); // each after a call of its own
    expect(() => kms.explain(errors[1] as Error)).toThrow(/no call .* is among the last 3 of this KMS/);
    expect(kms.explain(errors[3] as Error)).toContain('"d"');
    const none = await started({ auditLimit: 0 });
    expect(() => none.explain(thrown(decrypt(none, "t2")))).toThrow(RangeError);
  });

  test.each([undefined, null, 7, "", {}, new Error("of something else")])("%s names no call", async (asked) => {
    const kms = await started();
    expect(() => kms.explain(asked as string)).toThrow(TypeError);
  });

  test("in a log of its own, in which the newest takes the place of the oldest", () => {
    const log = new CallLog(2);
    const call = (requestId: string): KeptCall => ({ requestId, operation: "Decrypt", permissions: [], error: undefined, touched: [] });
    for (const id of ["a", "b", "c"]) log.keep(call(id));
    expect(["a", "b", "c"].map((id) => log.find(id)?.requestId)).toEqual([undefined, "b", "c"]);
  });

  test("is neither plaintext, ciphertext nor key material, and no context that is too large", async () => {
    const { service, callers, seed, seeded } = startService({ world: worldOf(WORLD), ports: fixedPorts({ startMs: 0 }) });
    await seeded;
    const KeyId = seed.arns.orders ?? "";
    const admin = makeClient(service, callers.caller("admin"));
    const EncryptionContext = { tenant: "t2" };
    const { CiphertextBlob } = admin.encrypt({ KeyId, Plaintext: new TextEncoder().encode(SECRET), EncryptionContext });
    const errors = [
      thrown(() => makeClient(service, callers.caller("app")).decrypt({ CiphertextBlob, EncryptionContext })),
      thrown(() => admin.decrypt({ CiphertextBlob, EncryptionContext: { tenant: "x".repeat(100_000) } })),
    ];
    const ids = [...service.audit.events(), ...errors].flatMap((one) => requestIdOf(one));
    const kept = ids.map((id) => service.calls.find(id));
    expect(kept.filter((call) => call === undefined)).toEqual([]);
    expect(kept.length).toBe(5);
    const held = new Set<unknown>();
    const walk = (value: unknown) => {
      if (typeof value !== "object" || value === null || held.has(value)) return;
      held.add(value);
      for (const member of Reflect.ownKeys(value)) walk((value as Record<PropertyKey, unknown>)[member]);
    };
    walk(kept);
    expect(held.size).toBeGreaterThan(50); // callers, with their policies
    expect([...held].filter((value) => ArrayBuffer.isView(value) || Object.hasOwn(value as object, "secret"))).toEqual([]);
    const texts = [...held].flatMap((value) => Object.values(value as object)).filter((value) => typeof value === "string");
    expect(texts.filter((text) => text.length > 10_000)).toEqual([]);
  });
});

const requestIdOf = (one: object): readonly string[] => {
  const { requestID, $metadata } = one as { readonly requestID?: string; readonly $metadata?: { readonly requestId: string } };
  return [requestID ?? $metadata?.requestId ?? []].flat();
};
