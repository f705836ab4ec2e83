import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { RootKey } from "../../src/crypto/root-key.ts";
import { createKms, type LaterKms, openStore, type SharedStore } from "../../src/kms.ts";
import { ADMIN, APP, allow, bytes, EVERYTHING, policy, refused } from "../kms/lab.ts";
import { type CutProxy, cutProxy } from "./cut-proxy.ts";
import { hasPostgres, type PostgresServer, startPostgres } from "./postgres-server.ts";

/** What several processes make of one store in PostgreSQL; here they are several stores of one process, which share nothing but the database. */

const rootKey = (byte: number): RootKey => {
  const made = RootKey.from(new Uint8Array(32).fill(byte));
  if (!made.ok) throw new Error();
  return made.value;
};

const WORLD = { principals: { admin: { arn: ADMIN, policies: EVERYTHING }, app: APP } };

let server: PostgresServer;
const opened: SharedStore[] = [];
const proxies: CutProxy[] = [];
beforeAll(async () => {
  if (hasPostgres) server = await startPostgres();
});
afterEach(async () => {
  for (const proxy of proxies) proxy.mend();
  for (const store of opened.splice(0)) await store.close();
  for (const proxy of proxies.splice(0)) await proxy.stop();
});
afterAll(() => server?.stop());

type Instance = {
  readonly kms: LaterKms;
  readonly store: SharedStore;
  readonly admin: ReturnType<LaterKms["as"]>["later"];
  readonly troubles: string[];
};

async function instance(url: string, root = rootKey(1)): Promise<Instance> {
  const troubles: string[] = [];
  const store = await openStore(url, { root, onTrouble: (message) => troubles.push(message) });
  opened.push(store);
  const kms = await createKms({ world: WORLD, store });
  return { kms, store, admin: kms.as("admin").later, troubles };
}

const through = async (url: string): Promise<{ readonly url: string; readonly proxy: CutProxy }> => {
  const proxy = await cutProxy(server.port);
  proxies.push(proxy);
  return { proxy, url: url.replace(`:${server.port}/`, `:${proxy.port}/`) };
};
const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const failure = (opening: Promise<unknown>): Promise<string> =>
  opening.then(
    () => expect.unreachable("it was opened"),
    (thrown: Error) => `${thrown.name}: ${thrown.message}`,
  );

/** Nobody is notified: whoever listens is cut off, again and again. */
function deafen(): () => Promise<void> {
  let isOn = true;
  const going = (async () => {
    while (isOn) {
      await server
        .query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'kmsward listener'")
        .catch(() => undefined);
      await after(20);
    }
  })();
  return () => {
    isOn = false;
    return going;
  };
}

describe.skipIf(!hasPostgres)("a store in PostgreSQL", () => {
  it("what one changes the others enforce within a second, whether they are notified or not", async () => {
    const url = await server.database();
    const [one, two] = [await instance(url), await instance(url)];
    const KeyId = (await one.admin.createKey()).KeyMetadata.Arn;
    const app = two.kms.as("app").later;
    const encrypts = (id = KeyId) =>
      app.encrypt({ KeyId: id, Plaintext: bytes("x") }).then(
        () => "allowed",
        (thrown: Error) => thrown.name,
      );
    const settled = async (expected: string, id = KeyId) => {
      const from = performance.now();
      for (;;) {
        const begun = performance.now();
        if ((await encrypts(id)) === expected) return;
        expect(begun - from, expected).toBeLessThan(1000); // of no call that begins later, however slow this machine is
      }
    };
    const root = { ...allow("kms:*"), Principal: { AWS: ADMIN } };
    const open = JSON.stringify(policy(root, { ...allow("kms:Encrypt"), Principal: { AWS: APP } }));
    const closed = JSON.stringify(policy(root));
    const listening: (() => Promise<void>)[] = [];
    for (const isDeaf of [false, true]) {
      if (isDeaf) listening.push(deafen());
      await one.admin.putKeyPolicy({ KeyId, Policy: open });
      await settled("allowed");
      await one.admin.putKeyPolicy({ KeyId, Policy: closed });
      await settled("AccessDeniedException");
      const { GrantId } = await one.admin.createGrant({ KeyId, GranteePrincipal: APP, Operations: ["Encrypt"] });
      await settled("allowed");
      await one.admin.revokeGrant({ KeyId, GrantId });
      await settled("AccessDeniedException");
      await one.admin.putKeyPolicy({ KeyId, Policy: open });
      await settled("allowed");
      await one.admin.disableKey({ KeyId });
      await settled("DisabledException");
      await one.admin.enableKey({ KeyId });
      await settled("allowed");
      await one.admin.createAlias({ AliasName: "alias/a", TargetKeyId: KeyId });
      const alias = KeyId.replace(/key\/.*/, "alias/a");
      await settled("allowed", alias);
      await one.admin.deleteAlias({ AliasName: "alias/a" });
      await settled("NotFoundException", alias);
    }
    await Promise.all(listening.map((end) => end()));
  });

  it("management calls see at once what others were answered", async () => {
    const url = await server.database();
    const instances = [await instance(url), await instance(url), await instance(url)];
    const KeyId = (await instances[0]!.admin.createKey()).KeyMetadata.Arn;
    for (let i = 0; i < 12; i++) {
      await instances[i % 3]!.admin.updateKeyDescription({ KeyId, Description: String(i) });
      expect((await instances[(i + 1) % 3]!.admin.describeKey({ KeyId })).KeyMetadata.Description).toBe(String(i));
    }
    expect((await instances[2]!.admin.listKeys()).Keys).toHaveLength(1);
  });

  it("of calls that come at once on several none is lost, and one alias is made once", async () => {
    const url = await server.database();
    const instances = [await instance(url), await instance(url), await instance(url)];
    const KeyId = (await instances[0]!.admin.createKey()).KeyMetadata.Arn;
    const tags = await Promise.all(
      Array.from({ length: 24 }, (_, i) => instances[i % 3]!.admin.tagResource({ KeyId, Tags: [{ TagKey: `t${i}`, TagValue: "" }] })),
    );
    expect(tags).toHaveLength(24);
    expect((await instances[1]!.admin.listResourceTags({ KeyId, Limit: 50 })).Tags).toHaveLength(24);
    const made = await Promise.all(
      instances.map(({ admin }) =>
        admin.createAlias({ AliasName: "alias/one", TargetKeyId: KeyId }).then(
          () => "made",
          (thrown: Error) => thrown.name,
        ),
      ),
    );
    expect(made.sort()).toEqual(["AlreadyExistsException", "AlreadyExistsException", "made"]);
  });

  it("several may start over one empty database at once, and seed the same keys once", async () => {
    const url = await server.database();
    const start = async () => {
      const store = await openStore(url, { root: rootKey(1) });
      opened.push(store);
      return createKms({ world: { ...WORLD, keys: { orders: { aliases: ["alias/orders"] } } }, store });
    };
    const started = await Promise.all([start(), start(), start()]);
    const sealed = await started[0]!.as("admin").later.encrypt({ KeyId: "alias/orders", Plaintext: bytes("x") });
    for (const kms of started) {
      const { later } = kms.as("admin");
      expect((await later.listKeys()).Keys).toHaveLength(1);
      expect((await later.decrypt({ CiphertextBlob: sealed.CiphertextBlob })).Plaintext).toEqual(bytes("x"));
    }
  });

  it("cryptographic calls ask nobody", async () => {
    const url = await server.database();
    const { admin, store } = await instance(url);
    const KeyId = (await admin.createKey()).KeyMetadata.Arn;
    const asked: unknown[] = [];
    const { refresh } = store;
    const spied = (how: "latest" | "recent") => {
      const asking = refresh?.(how);
      asked.push([how, asking]);
      return asking;
    };
    Object.assign(store, { refresh: spied });
    await admin.describeKey({ KeyId });
    await Promise.all(Array.from({ length: 50 }, () => admin.encrypt({ KeyId, Plaintext: bytes("x") })));
    expect(asked[0]).toEqual(["latest", expect.any(Promise)]);
    expect(asked.slice(1)).toEqual(Array.from({ length: 50 }, () => ["recent", undefined]));
  });

  it("who is cut off answers nothing after a second, says why, and goes on when the way is there again", async () => {
    const url = await server.database();
    const { url: way, proxy } = await through(url);
    const [near, far] = [await instance(url), await instance(way)];
    const KeyId = (await near.admin.createKey()).KeyMetadata.Arn;
    expect((await far.admin.encrypt({ KeyId, Plaintext: bytes("x") })).CiphertextBlob).toBeDefined();
    proxy.cut();
    await near.admin.disableKey({ KeyId });
    await after(1000);
    for (let i = 0; i < 5; i++)
      expect((await refused(far.admin.encrypt({ KeyId, Plaintext: bytes("x") }))).name).toBe("KMSInternalException");
    expect((await refused(far.admin.createKey())).name).toBe("KMSInternalException");
    expect((await refused(far.admin.describeKey({ KeyId }))).name).toBe("KMSInternalException");
    expect(far.troubles.length).toBeGreaterThan(0);
    expect(far.troubles.length).toBeLessThan(20);
    expect(far.troubles.join()).not.toContain("postgres@");
    proxy.mend();
    await after(800);
    expect((await refused(far.admin.encrypt({ KeyId, Plaintext: bytes("x") }))).name).toBe("DisabledException");
    expect((await near.admin.listKeys()).Keys).toHaveLength(1);
  });

  it.each(["before", "after"] as const)("a connection that is lost %s its commit came through: what is answered is so", async (when) => {
    const url = await server.database();
    const { url: way, proxy } = await through(url);
    const [near, far] = [await instance(url), await instance(way)];
    const KeyId = (await near.admin.createKey()).KeyMetadata.Arn;
    for (let i = 0; i < 3; i++) {
      proxy.cutAtCommit(when);
      const told = await far.admin.updateKeyDescription({ KeyId, Description: `${when} ${i}` }).then(
        () => "kept",
        (thrown: Error) => thrown.name,
      );
      expect(told).toBe(when === "after" ? "kept" : "KMSInternalException");
      const found = (await near.admin.describeKey({ KeyId })).KeyMetadata.Description;
      expect(found === `${when} ${i}`).toBe(told === "kept");
      await after(600);
      expect((await far.admin.describeKey({ KeyId })).KeyMetadata.Description).toBe(found);
    }
  });

  it("who was away for longer than changes are remembered, and who finds an older copy of the database, reads everything anew", async () => {
    const url = await server.database();
    const [one, two] = [await instance(url), await instance(url)];
    const KeyId = (await one.admin.createKey()).KeyMetadata.Arn;
    await two.admin.describeKey({ KeyId });
    await server.query("update kmsward_store set revision = revision + 7; delete from kmsward_keys", url);
    expect((await two.admin.listKeys()).Keys).toEqual([]);
    const other = (await one.admin.createKey()).KeyMetadata.Arn;
    expect((await two.admin.listKeys()).Keys?.map(({ KeyArn }) => KeyArn)).toEqual([other]);
    await server.query("update kmsward_store set revision = 0; delete from kmsward_changes; delete from kmsward_keys", url);
    await after(20);
    expect((await two.admin.listKeys()).Keys).toEqual([]);
  });

  it("needs the root key it was made with; says what it cannot reach", async () => {
    const url = await server.database();
    await instance(url);
    expect(await failure(instance(url, rootKey(2)))).toMatch(
      /^StoreError: KW007: the root key does not open postgres:\/\/127.0.0.1:\d+\/kmsward_\d+ \(store/,
    );
    expect(await failure(openStore(url))).toContain("a store in PostgreSQL needs a root key");
    expect(await failure(openStore("postgres://x:secret@127.0.0.1:1/none", { root: rootKey(1) }))).toMatch(
      /^StoreError: KW007: postgres:\/\/127.0.0.1:1\/none cannot be reached/,
    );
    await server.query("insert into kmsward_migration (name, timestamp) values ('9999-later', '2030')", url);
    expect(await failure(instance(url))).toContain("was made or opened by a newer kmsward");
  });

  it("last uses are told to the others, in their own time", async () => {
    const url = await server.database();
    const [one, two] = [await instance(url), await instance(url)];
    const KeyId = (await one.admin.createKey()).KeyMetadata.Arn;
    await one.admin.encrypt({ KeyId, Plaintext: bytes("x") });
    await expect
      .poll(async () => (await two.admin.getKeyLastUsage({ KeyId })).KeyLastUsage?.Operation, { timeout: 60_000 })
      .toBe("Encrypt");
  });
});
