import { describe, expect, it } from "vitest";
import { createKms, fixedPorts, type Hsm, type ImmediateStore, type KmsClient, memoryStore } from "../../src/kms.ts";
import { allow, call, type Lab, lab, policy, refusalIfAny, START } from "../kms/lab.ts";
import { SAMPLE_CALLS } from "../kms/sample-calls.ts";
import { type Fate, SlowStore, ticks } from "../kms/slow-store.ts";

/**
 * Over a store that has to be waited for every operation answers as over one in memory; it answers, tells the audit log and shows what it did when that
 * is kept and not before; and where it cannot be kept, it answers that, and nothing of it is there.
 */

type Name = keyof typeof SAMPLE_CALLS;
const NAMES = Object.keys(SAMPLE_CALLS) as Name[];

/** What node draws by itself: replies of these have other bytes each time. */
const DRAWN: readonly Name[] = [
  "Encapsulate",
  "GenerateDataKeyPair",
  "GenerateDataKeyPairWithoutPlaintext",
  "GetParametersForImport",
  "Sign",
];

/** These have the input made by one of those. */
const OF_DRAWN: readonly Name[] = ["Decapsulate", "ImportKeyMaterial"];

const shown = (value: unknown) =>
  JSON.parse(
    JSON.stringify(value ?? null, (_, member) => (member instanceof Uint8Array ? Buffer.from(member).toString("hex") : member)),
  ) as unknown;

type Answer = { readonly reply: unknown; readonly refused?: string };

const answered = (asking: Promise<object>): Promise<Answer> =>
  asking.then(
    (reply) => ({ reply }),
    (thrown: Error) => ({ reply: undefined, refused: thrown.name }),
  );

const later = (client: KmsClient, name: string, input: object): Promise<object> =>
  call(client.later as unknown as KmsClient, name, input) as never;

/** All that can be seen of a KMS. */
const seen = ({ snapshot, kms }: Lab) => shown([snapshot(), kms.auditEvents()]);

/** A lab that is ready for the sample call of an operation, over a store that is slow from then on. */
async function ready(name: Name) {
  const store = new SlowStore();
  const one = await lab([], {}, store.immediate);
  const input = SAMPLE_CALLS[name].input(one);
  store.slow();
  return { ...one, slow: store, input };
}

/** What the sample call comes to over a store in memory. */
async function inMemory(name: Name) {
  const one = await lab();
  const input = SAMPLE_CALLS[name].input(one);
  const before = JSON.stringify(one.snapshot());
  const reply = call(one.admin, name, input);
  const changed = JSON.stringify(one.snapshot()) !== before;
  await one.kms.idle();
  return { reply: shown(reply), seen: seen(one), changed };
}

/** The same where all that was drawn reads as one. */
const comparable = (name: Name, value: unknown): unknown =>
  DRAWN.includes(name) || OF_DRAWN.includes(name)
    ? JSON.parse(JSON.stringify(value, (_, member) => (typeof member === "string" && /^[0-9a-f]{64,}$/.test(member) ? "drawn" : member)))
    : value;

async function run(name: Name, fate: Fate) {
  const one = await ready(name);
  const before = seen(one);
  let answer: Answer | undefined;
  const asking = answered(later(one.admin, name, one.input)).then((it) => {
    answer = it;
  });
  await ticks();
  const waited = one.slow.isWaiting;
  if (waited) expect([answer, seen(one)], "before it is kept").toEqual([undefined, before]);
  one.slow.end(fate);
  await asking;
  await one.slow.endAll();
  await one.kms.idle();
  return { one, before, waited, answer: answer as Answer | undefined };
}

describe.each(NAMES)("%s over a slow store", (name) => {
  it("answers as over one in memory, when its changes are kept", async () => {
    const expected = await inMemory(name);
    const { one, waited, answer } = await run(name, "kept");
    expect(comparable(name, shown(answer?.reply))).toEqual(comparable(name, expected.reply));
    expect(comparable(name, seen(one))).toEqual(comparable(name, expected.seen));
    if (expected.changed) expect(waited).toBe(true);
  });

  it("that loses its changes answers that, shows nothing of them, and goes on", async () => {
    const { one, before, waited, answer } = await run(name, "lost");
    if (!waited) return expect(answer?.refused).toBeUndefined();
    expect(answer?.refused).toBe("KMSInternalException");
    const [stateBefore, eventsBefore] = before as [unknown, readonly object[]];
    const [state, events] = seen(one) as [unknown, readonly object[]];
    expect(state).toEqual(stateBefore);
    expect(events.slice(0, eventsBefore.length)).toEqual(eventsBefore);
    const told = events.slice(eventsBefore.length); // in each Region and account that the call is about
    expect(told).not.toEqual([]);
    for (const event of told) expect(event).toMatchObject({ eventName: name, errorCode: "KMSInternalException", responseElements: null });
    const again = answered(later(one.admin, name, one.input));
    await one.slow.endAll();
    expect((await again).refused).toBeUndefined();
  });
});

describe("over a slow store", () => {
  const ADMIN = { arn: "arn:aws:iam::111122223333:role/admin", policies: [policy(allow("kms:*"))] };
  const ALIAS = "alias/aws/s3";
  const place = { principal: "admin", key: ALIAS };
  const kmsOver = (store: SlowStore, hsm?: Hsm) =>
    createKms({
      store,
      ports: { ...fixedPorts({ startMs: START }), ...(hsm && { hsm }) },
      world: { principals: { admin: ADMIN }, keys: { orders: {} } },
    });

  it("a KMS has started when its keys are kept, and does not start where they cannot be", async () => {
    const store = new SlowStore();
    store.slow();
    let started = false;
    const starting = kmsOver(store).then((kms) => {
      started = true;
      return kms;
    });
    await ticks();
    expect([started, store.isWaiting]).toEqual([false, true]);
    store.end("kept");
    expect(Object.keys((await starting).keys)).toEqual(["orders"]);
    const failing = kmsOver(store).then((kms) => kms.as("admin").later.listKeys());
    await store.endAll();
    expect((await failing).Keys).toHaveLength(1);
    const other = new SlowStore();
    other.slow();
    const refused = expect(kmsOver(other)).rejects.toThrow("the disk is full");
    await other.endAll(() => "lost");
    await refused;
  });

  it("two flows that name the key of a service for the first time make one key", async () => {
    const store = new SlowStore();
    const kms = await kmsOver(store);
    store.slow();
    const put = () => kms.flow("s3.PutObject", { bucket: "b", key: "k" }, place);
    const lost = expect(put()).rejects.toMatchObject({ name: "KMSInternalException" });
    await store.endAll(() => "lost");
    await lost;
    expect(store.state.alias(`arn:aws:kms:us-east-1:111122223333:${ALIAS}`)).toBeUndefined();
    const both = [put(), put()];
    await store.endAll();
    expect((await Promise.all(both)).map(({ outcome }) => outcome)).toEqual(["done", "done"]);
    expect(kms.auditEvents().filter(({ eventName }) => eventName === "CreateKey")).toHaveLength(1);
  });

  it("what is due and cannot be kept is not told, and no call gets past it", async () => {
    const store = new SlowStore();
    const kms = await kmsOver(store);
    const { later: admin } = kms.as("admin");
    const KeyId = kms.keys.orders ?? "";
    await admin.scheduleKeyDeletion({ KeyId, PendingWindowInDays: 7 });
    store.slow();
    const lost = expect(kms.advance({ days: 8 })).rejects.toMatchObject({ name: "KMSInternalException" });
    await store.endAll(() => "lost");
    await lost;
    const described = answered(admin.describeKey({ KeyId }));
    await store.endAll(() => "lost");
    expect((await described).refused).toBe("KMSInternalException");
    expect(kms.auditEvents().map(({ eventName, errorCode }) => [eventName, errorCode])).toEqual([
      ["ScheduleKeyDeletion", undefined],
      ["DescribeKey", "KMSInternalException"],
    ]);
    const gone = answered(admin.describeKey({ KeyId }));
    await store.endAll();
    expect((await gone).refused).toBe("NotFoundException");
    expect(
      kms
        .auditEvents()
        .map(({ eventName }) => eventName)
        .slice(2),
    ).toEqual(["DeleteKey", "DescribeKey"]);
  });

  it("a key that a module has made is destroyed there, where it cannot be kept; a connection that cannot be kept is made by the next KMS", async () => {
    const made = new Set<string>();
    const done = async () => ({ ok: true, value: undefined }) as const;
    const hsm = {
      cluster: () => ({ active: true, modules: 2, backups: "one" }),
      connect: done,
      generateKey: (_: unknown, label: string) => done().finally(() => made.add(label)),
      destroyKey: (_: unknown, label: string) => done().finally(() => made.delete(label)),
    } as unknown as Hsm;
    const store = new SlowStore();
    const kms = await kmsOver(store, hsm);
    const { later: admin } = kms.as("admin");
    const { CustomKeyStoreId } = await admin.createCustomKeyStore({
      CustomKeyStoreName: "hsm",
      CloudHsmClusterId: "cluster-2a3b4c5d6e7f2",
      TrustAnchorCertificate: "-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n",
      KeyStorePassword: "1234567",
    });
    await admin.connectCustomKeyStore({ CustomKeyStoreId });
    store.slow();
    await ticks();
    await store.endAll(() => "lost");
    await kms.idle();
    expect(store.state.keyStore(CustomKeyStoreId)?.connection).toBe("CONNECTING");
    const again = kmsOver(store, hsm); // as the next one over this store
    await store.endAll();
    await (await again).idle();
    expect(store.state.keyStore(CustomKeyStoreId)?.connection).toBe("CONNECTED");
    const create = async (fate: Fate) => {
      const creating = answered(admin.createKey({ Origin: "AWS_CLOUDHSM", CustomKeyStoreId }));
      await store.endAll(() => fate);
      return [(await creating).refused, made.size];
    };
    expect(await create("lost")).toEqual(["KMSInternalException", 0]);
    expect(await create("kept")).toEqual([undefined, 1]);
  });
});

it("a call that is not made with `later` says so", async () => {
  const store = new SlowStore();
  const { admin, id } = await lab([], {}, store.immediate);
  store.slow();
  expect(() => admin.disableKey({ KeyId: id("symmetric") })).toThrow("call it with `later`");
  await store.endAll();
});

it("a store that throws has lost the changes too", async () => {
  const memory = memoryStore();
  let isFull = false;
  const commit: ImmediateStore["commit"] = (changes) => {
    if (isFull) throw new Error("the disk is full");
    return memory.commit(changes);
  };
  const { admin, id, snapshot } = await lab([], {}, { ...memory, commit });
  const before = snapshot();
  isFull = true;
  expect(refusalIfAny(() => admin.encrypt({ KeyId: id("symmetric"), Plaintext: new Uint8Array(1) }))?.name).toBe("KMSInternalException");
  expect(snapshot()).toEqual(before);
  isFull = false;
  expect(refusalIfAny(() => admin.encrypt({ KeyId: id("symmetric"), Plaintext: new Uint8Array(1) }))).toBeUndefined();
});
