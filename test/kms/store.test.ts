import { describe, expect, it } from "vitest";
import { InvariantError } from "../../src/base/invariant.ts";
import { keep, memoryStore, type Store } from "../../src/kms/store.ts";
import { alias, key } from "./records.ts";

it("makes changes in their order", () => {
  const store = memoryStore();
  const one = key();
  store.commit([
    { kind: "put-key", key: one },
    { kind: "put-alias", alias: alias("alias/a", one.arn) },
  ]);
  expect(store.state.key(one.arn)?.aliases).toEqual(["alias/a"]);
  expect(memoryStore().state.key(one.arn)).toBeUndefined();
});

describe("keep", () => {
  const { state } = memoryStore();
  const change = [{ kind: "put-key", key: key() }] as const;
  const kept = (commit: Store["commit"]) => keep({ state, commit }, change);

  it("says at once, or when it is known, whether the changes are kept", async () => {
    expect(kept(() => undefined)).toBe("kept");
    expect(
      kept(() => {
        throw new Error("the disk is full");
      }),
    ).toBe("lost");
    expect(await kept(async () => undefined)).toBe("kept");
    expect(await kept(() => Promise.reject(new Error("the disk is full")))).toBe("lost");
  });

  it("waits for promises of any make", async () => {
    // biome-ignore lint/suspicious/noThenProperty: it is one
    const foreign = { then: (done: (value: undefined) => void) => done(undefined) } as Promise<void>;
    const keeping = kept(() => foreign);
    expect(keeping).toBeInstanceOf(Promise);
    expect(await keeping).toBe("kept");
  });

  it("asks nothing of a store where nothing changed", () => {
    const commit = () => {
      throw new Error("asked");
    };
    expect(keep({ state, commit }, [])).toBe("kept");
  });

  it("takes a bug for no failure of the store", async () => {
    const bug = new InvariantError("a bug");
    expect(() =>
      kept(() => {
        throw bug;
      }),
    ).toThrow(bug);
    await expect(kept(() => Promise.reject(bug))).rejects.toBe(bug);
  });
});
