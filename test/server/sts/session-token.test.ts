import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RootKey } from "../../../src/crypto/root-key.ts";
import { fixedPorts } from "../../../src/kms/ports.ts";
import { accountInKeyId, type IssuedSession, SessionTokens } from "../../../src/server/sts/session-token.ts";

const { randomBytes } = fixedPorts({ startMs: 0 });
const tokensUnder = (byte: number) => {
  const root = RootKey.from(new Uint8Array(32).fill(byte));
  return root.ok ? new SessionTokens(root.value, randomBytes) : expect.unreachable("a root key has 32 bytes");
};
const session: IssuedSession = {
  kind: "role",
  account: "111122223333",
  issuedAt: 1000,
  expiresAt: 2000,
  caller: { principal: { arn: "arn:aws:iam::111122223333:role/app", tags: { team: "größe" } }, session: "job" },
  transitiveTags: {},
};

describe("a session token", () => {
  const tokens = tokensUnder(1);
  const issued = tokens.issue(session);

  it("opens to its session, with the access key that it was issued with, under the same root key", () => {
    const { AccessKeyId, SecretAccessKey, SessionToken } = issued;
    expect(tokensUnder(1).open(SessionToken, AccessKeyId)).toEqual({
      ...session,
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretAccessKey,
    });
    expect(tokens.open(SessionToken, tokens.issue(session).AccessKeyId)).toBeUndefined();
    expect(tokensUnder(2).open(SessionToken, AccessKeyId)).toBeUndefined();
  });

  it("shows nothing of what is in it, and is another each time", () => {
    expect(issued.AccessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/);
    expect(issued.SecretAccessKey).toMatch(/^[A-Za-z0-9+/]{40}$/);
    expect(Buffer.from(issued.SessionToken, "base64").toString("latin1")).not.toContain("role/app");
    expect(tokens.issue(session).SessionToken).not.toBe(issued.SessionToken);
  });

  it("that was changed opens to nothing, nor does anything else", () => {
    const { SessionToken, AccessKeyId } = issued;
    fc.assert(
      fc.property(fc.nat(SessionToken.length - 1), fc.constantFrom("A", "b", "=", "*"), (at, other) => {
        const changed = SessionToken.slice(0, at) + other + SessionToken.slice(at + 1);
        if (changed !== SessionToken) expect(tokens.open(changed, AccessKeyId)).toBeUndefined();
      }),
    );
    fc.assert(
      fc.property(fc.base64String(), (text) => {
        expect(tokens.open(text, AccessKeyId)).toBeUndefined();
      }),
    );
  });
});

describe("an access key id", () => {
  it("tells the account of its session", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (number) => {
        const account = String(number).padStart(12, "0");
        expect(accountInKeyId(tokensUnder(1).issue({ ...session, account }).AccessKeyId)).toBe(account);
      }),
    );
  });

  // an example of the research that found it: Aidan Steele, "AWS Access Key ID formats", 2020
  it("of AWS does so too", () => {
    expect(accountInKeyId("ASIAQNZGKIQY56JQ7WML")).toBe("029608264753");
  });

  it.each(["AKIAIOSFODNN7EXAMPLE", "AROAQNZGKIQY56JQ7WML", "ASIAQ", "", "ASIAQNZGKIQY56JQ7WM1"])("%j tells none", (id) => {
    expect(accountInKeyId(id)).toBeUndefined();
  });
});
