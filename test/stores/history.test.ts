import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RootKey } from "../../src/crypto/root-key.ts";
import { createKms, openStore, type SharedStore } from "../../src/kms.ts";
import { ADMIN, EVERYTHING } from "../kms/lab.ts";
import { isLinearizable, type Observed } from "./linearizable.ts";
import { hasPostgres, type PostgresServer, startPostgres } from "./postgres-server.ts";

/**
 * Random calls on three instances over one database at once. For each key there must be an order of its calls, in which each comes between its beginning and
 * its end, that gives every answer: whoever sees the answers could not tell the three from one.
 */

const KEYS = 3;
const CALLS = process.env.KMSWARD_LONG === "1" ? 400 : 40; // of each client

/** What the history looks at, of one key. */
type Model = { readonly description: string; readonly enabled: boolean; readonly tags: readonly string[]; readonly alias: boolean };
const FIRST: Model = { description: "", enabled: true, tags: [], alias: false };

type Call =
  | { readonly kind: "describe" | "enable" | "disable" | "alias" | "unalias" | "tags" }
  | { readonly kind: "write" | "tag" | "untag"; readonly text: string };

/** The answer of a call in a state of a key, and the state after it. */
function step(model: Model, call: Call): readonly [answer: string, after: Model] {
  switch (call.kind) {
    case "describe":
      return [`${model.description} ${model.enabled}`, model];
    case "tags":
      return [[...model.tags].sort().join(), model];
    case "write":
      return ["done", { ...model, description: call.text }];
    case "enable":
      return ["done", { ...model, enabled: true }];
    case "disable":
      return ["done", { ...model, enabled: false }];
    case "tag":
      return ["done", { ...model, tags: [...model.tags.filter((one) => one !== call.text), call.text] }];
    case "untag":
      return ["done", { ...model, tags: model.tags.filter((one) => one !== call.text) }];
    case "alias":
      return model.alias ? ["AlreadyExistsException", model] : ["done", { ...model, alias: true }];
    case "unalias":
      return model.alias ? ["done", { ...model, alias: false }] : ["NotFoundException", model];
    default:
      return call;
  }
}

/** The same numbers in every run. */
function numbers(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return (state >>> 0) % most;
  };
}

function randomCall(next: (most: number) => number): Call {
  const kinds = ["describe", "describe", "tags", "write", "write", "enable", "disable", "tag", "untag", "alias", "unalias"] as const;
  const kind = kinds[next(kinds.length)] ?? "describe";
  return kind === "write"
    ? { kind, text: `d${next(1000)}` }
    : kind === "tag" || kind === "untag"
      ? { kind, text: `t${next(3)}` }
      : { kind };
}

describe.skipIf(!hasPostgres)("calls on three instances at once", () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.stop());

  it("are as if they had been made one after the other", async () => {
    const url = await server.database();
    const root = RootKey.from(new Uint8Array(32).fill(1));
    if (!root.ok) throw new Error();
    const stores: SharedStore[] = [];
    const admins = await Promise.all(
      [0, 1, 2].map(async () => {
        const store = await openStore(url, { root: root.value });
        stores.push(store);
        return (await createKms({ world: { principals: { admin: { arn: ADMIN, policies: EVERYTHING } } }, store })).as("admin").later;
      }),
    );
    const first = admins[0]!;
    const keys = await Promise.all(Array.from({ length: KEYS }, async () => (await first.createKey()).KeyMetadata.KeyId));
    const histories: Observed<Call>[][] = keys.map(() => []);
    const run = async (admin: typeof first, key: number, call: Call): Promise<string> => {
      const KeyId = keys[key]!;
      const AliasName = `alias/key-${key}`;
      switch (call.kind) {
        case "describe": {
          const { Description, Enabled } = (await admin.describeKey({ KeyId })).KeyMetadata;
          return `${Description} ${Enabled}`;
        }
        case "tags":
          return ((await admin.listResourceTags({ KeyId })).Tags ?? [])
            .map(({ TagKey }) => TagKey)
            .sort()
            .join();
        case "write":
          await admin.updateKeyDescription({ KeyId, Description: call.text });
          break;
        case "enable":
          await admin.enableKey({ KeyId });
          break;
        case "disable":
          await admin.disableKey({ KeyId });
          break;
        case "tag":
          await admin.tagResource({ KeyId, Tags: [{ TagKey: call.text, TagValue: "" }] });
          break;
        case "untag":
          await admin.untagResource({ KeyId, TagKeys: [call.text] });
          break;
        case "alias":
          await admin.createAlias({ AliasName, TargetKeyId: KeyId });
          break;
        case "unalias":
          await admin.deleteAlias({ AliasName });
          break;
        default:
      }
      return "done";
    };
    const client = async (admin: typeof first, seed: number) => {
      const next = numbers(seed);
      for (let i = 0; i < CALLS; i++) {
        const [key, call] = [next(KEYS), randomCall(next)];
        const from = performance.now();
        const answer = await run(admin, key, call).catch((thrown: Error) => thrown.name);
        histories[key]!.push({ call, answer, from, to: performance.now() });
      }
    };
    await Promise.all(admins.map((admin, i) => client(admin, 1000 + i)));
    for (const history of histories) {
      expect(history.filter(({ answer }) => answer === "KMSInternalException")).toEqual([]);
      expect(isLinearizable(history, FIRST, step), JSON.stringify(history)).toBe(true);
    }
    for (const store of stores) await store.close();
  });

  it("the check finds what could not be", () => {
    const at = (from: number, to: number, call: Call, answer: string): Observed<Call> => ({ from, to, call, answer });
    const write = at(0, 10, { kind: "write", text: "a" }, "done");
    expect(isLinearizable([write, at(5, 6, { kind: "describe" }, " true")], FIRST, step)).toBe(true);
    expect(isLinearizable([write, at(11, 12, { kind: "describe" }, " true")], FIRST, step)).toBe(false);
    expect(isLinearizable([write, at(1, 2, { kind: "describe" }, "a true"), at(3, 4, { kind: "describe" }, " true")], FIRST, step)).toBe(
      false,
    );
    expect(isLinearizable([at(0, 5, { kind: "alias" }, "done"), at(1, 6, { kind: "alias" }, "done")], FIRST, step)).toBe(false);
    expect(isLinearizable([at(0, 5, { kind: "alias" }, "done"), at(1, 6, { kind: "alias" }, "AlreadyExistsException")], FIRST, step)).toBe(
      true,
    );
  });
});
