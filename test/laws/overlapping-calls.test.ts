import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createKms, fixedPorts, type KmsClient, type LaterKms, memoryStore, type Store } from "../../src/kms.ts";
import { allow, policy, START } from "../kms/lab.ts";
import { type Fate, SlowStore, ticks } from "../kms/slow-store.ts";

/**
 * Calls that are made while others wait for the store answer as if each had been made when the one before it was answered: the same replies, errors and
 * events, and the same state, whichever commits are lost.
 */

const ADMIN = "arn:aws:iam::111122223333:role/admin";
const KEYS = ["1234abcd-12ab-34cd-56ef-000000000001", "1234abcd-12ab-34cd-56ef-000000000002"] as const;

const start = (store: Store): Promise<LaterKms> =>
  createKms({
    store,
    ports: fixedPorts({ startMs: START }),
    world: {
      principals: { admin: { arn: ADMIN, policies: [policy(allow("kms:*"))] } },
      keys: { one: { id: KEYS[0] }, two: { id: KEYS[1] } },
    },
  });

type Step = { readonly kind: "call"; readonly name: string; readonly input: object } | { readonly kind: "wait"; readonly commits: number };
type Advance = { readonly kind: "advance"; readonly days: number };
type Script = readonly (Step | Advance)[];

const key = fc.constantFrom(...KEYS);
const named = (name: string, input: Readonly<Record<string, fc.Arbitrary<unknown>>> = {}) =>
  fc.record(input).map((members): Step => ({ kind: "call", name, input: members }));
const AliasName = fc.constantFrom("alias/a", "alias/b", "alias/aws/s3");

const call = fc.oneof(
  named("createAlias", { AliasName, TargetKeyId: key }),
  named("createAlias", { AliasName, TargetKeyId: key }),
  named("updateAlias", { AliasName, TargetKeyId: key }),
  named("deleteAlias", { AliasName }),
  named("describeKey", { KeyId: fc.oneof(key, AliasName) }),
  named("listAliases"),
  named("createKey"),
  named("listKeys"),
  named("disableKey", { KeyId: key }),
  named("enableKey", { KeyId: key }),
  named("encrypt", { KeyId: fc.oneof(key, AliasName), Plaintext: fc.constant(new Uint8Array(3)) }),
  named("getKeyLastUsage", { KeyId: key }),
  named("scheduleKeyDeletion", { KeyId: key, PendingWindowInDays: fc.constant(7) }),
  named("cancelKeyDeletion", { KeyId: key }),
  named("enableKeyRotation", { KeyId: key, RotationPeriodInDays: fc.constant(90) }),
  named("rotateKeyOnDemand", { KeyId: key }),
  named("createGrant", {
    KeyId: key,
    GranteePrincipal: fc.constant(ADMIN),
    Operations: fc.constant(["Decrypt"]),
    Name: fc.constantFrom("n", "m"),
  }),
  named("listGrants", { KeyId: key }),
);

const script: fc.Arbitrary<Script> = fc.array(
  fc.oneof(
    { weight: 9, arbitrary: call },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("wait" as const), commits: fc.integer({ min: 1, max: 3 }) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("advance" as const), days: fc.constantFrom(1, 8, 100) }) },
  ),
  { minLength: 4, maxLength: 24 },
);

const later = (kms: LaterKms, { name, input }: Extract<Step, { kind: "call" }>): Promise<object> =>
  (kms.as("admin").later as unknown as Readonly<Record<string, (input: object) => Promise<object>>>)[name]!(input);

const answer = (asking: Promise<object | undefined>): Promise<unknown> =>
  asking.then(
    (reply) => JSON.stringify(reply, (_, member) => (member instanceof Uint8Array ? Buffer.from(member).toString("hex") : member)),
    (thrown: Error) => `${thrown.name}: ${thrown.message}`,
  );

const advance = async (kms: LaterKms, days: number): Promise<undefined> => {
  await kms.advance({ days });
};

/** One after the other, over a store that keeps at once, or throws. */
async function oneByOne(steps: Script, fateOf: (nth: number) => Fate) {
  const memory = memoryStore();
  let nth = -1; // the first is that of the world, and is kept
  const commit: Store["commit"] = (changes) => {
    if (nth++ >= 0 && fateOf(nth - 1) === "lost") throw new Error("the disk is full");
    memory.commit(changes);
  };
  const kms = await start({ ...memory, commit });
  const answers: unknown[] = [];
  for (const step of steps) {
    if (step.kind === "call") answers.push(await answer(later(kms, step)));
    if (step.kind === "advance") answers.push(await answer(advance(kms, step.days)));
  }
  return [answers, kms.auditEvents(), memory.state.snapshot()];
}

/** Each call as soon as the script says, over a store whose commits end when the script says. */
async function overlapping(steps: Script, fateOf: (nth: number) => Fate) {
  const store = new SlowStore();
  const kms = await start(store);
  store.slow();
  let nth = 0;
  const endNext = () => store.end(fateOf(nth++));
  const answers: Promise<unknown>[] = [];
  for (const step of steps) {
    if (step.kind === "call") answers.push(answer(later(kms, step)));
    if (step.kind === "wait") {
      for (let i = 0; i < step.commits && store.isWaiting; i++) {
        endNext();
        await ticks();
      }
    }
    if (step.kind === "advance") {
      await drain(store, endNext); // a clock that goes on is seen by all that wait
      answers.push(answer(advance(kms, step.days)));
      await drain(store, endNext);
    }
  }
  await drain(store, endNext);
  return [await Promise.all(answers), kms.auditEvents(), store.state.snapshot()];
}

async function drain(store: SlowStore, endNext: () => void): Promise<void> {
  for (await ticks(); store.isWaiting; await ticks()) endNext();
}

it("calls that overlap answer as they would one by one, whatever is lost", { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(script, fc.infiniteStream(fc.constantFrom<Fate>("kept", "kept", "kept", "lost")), async (steps, fates) => {
      const drawn: Fate[] = [];
      const fateOf = (nth: number): Fate => {
        while (drawn.length <= nth) drawn.push(fates.next().value as Fate);
        return drawn[nth] as Fate;
      };
      expect(await overlapping(steps, fateOf)).toEqual(await oneByOne(steps, fateOf));
    }),
    { numRuns: 100 },
  );
});

describe("two calls of which one depends on the other", () => {
  const overlap = async (fates: readonly Fate[], ...calls: readonly ((app: KmsClient["later"]) => Promise<object>)[]) => {
    const store = new SlowStore();
    const kms = await start(store);
    store.slow();
    const answers = calls.map((each) => answer(each(kms.as("admin").later)));
    await store.endAll((nth) => fates[nth] ?? "kept");
    return (await Promise.all(answers)).map((text) => (String(text).startsWith("{") ? "done" : String(text).split(":")[0]));
  };
  const alias = (TargetKeyId: string) => (app: KmsClient["later"]) => app.createAlias({ AliasName: "alias/a", TargetKeyId });

  it("do not both succeed", async () => {
    expect(await overlap([], alias(KEYS[0]), alias(KEYS[1]))).toEqual(["done", "AlreadyExistsException"]);
    expect(await overlap(["lost"], alias(KEYS[0]), alias(KEYS[1]))).toEqual(["KMSInternalException", "done"]);
  });

  it("nor do more of them than there is room for", async () => {
    const aliases = Array.from({ length: 52 }, (_, i) => (app: KmsClient["later"]) => {
      return app.createAlias({ AliasName: `alias/${i}`, TargetKeyId: KEYS[0] });
    });
    expect((await overlap([], ...aliases)).filter((name) => name !== "done")).toEqual(["LimitExceededException", "LimitExceededException"]);
  });
});
