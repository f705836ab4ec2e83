import { expect, it } from "vitest";
import { grantIdOf, makeGrantToken, readGrantTokens } from "../../../src/kms/grants/tokens.ts";
import { newGrantId } from "../../../src/kms/ids.ts";
import { memoryStore } from "../../../src/kms/store.ts";
import { randomBytes } from "../../crypto/materials.ts";

const id = newGrantId(randomBytes);
const { state } = memoryStore();

it("points at its grant, and is another one every time", () => {
  const tokens = [makeGrantToken(id, randomBytes), makeGrantToken(id, randomBytes)];
  expect(tokens[0]).not.toBe(tokens[1]);
  expect(tokens.map(grantIdOf)).toEqual([id, id]);
});

it.each(["", "x", "AAAA", "A".repeat(76), btoa("x".repeat(56)), `${makeGrantToken(id, randomBytes)}A`, "é".repeat(76)])(
  "%j is no token",
  (text) => {
    expect(grantIdOf(text)).toBeUndefined();
    expect(readGrantTokens({ GrantTokens: [makeGrantToken(id, randomBytes), text] }, state)).toEqual({
      ok: false,
      error: { name: "InvalidGrantTokenException" },
    });
  },
);

it("reads the tokens of a request", () => {
  expect(readGrantTokens({}, state)).toEqual({ ok: true, value: [] });
  expect(readGrantTokens({ GrantTokens: [makeGrantToken(id, randomBytes)] }, state)).toEqual({ ok: true, value: [id] });
});
