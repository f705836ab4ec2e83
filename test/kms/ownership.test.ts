import { describe, expect, it } from "vitest";
import { ACCOUNT, allow, call, type KeyName, type Lab, lab, policy, refusalIfAny, TESTER_SESSION } from "./lab.ts";
import { SAMPLE_CALLS } from "./sample-calls.ts";

/**
 * What goes in and comes out belongs to the caller: whatever it does to its request and to the reply afterwards changes no state, no event and no later
 * reply; and behind the bytes of a reply there are no others.
 */

const NAMES = Object.keys(SAMPLE_CALLS) as (keyof typeof SAMPLE_CALLS)[];
const MARK = "changed by the caller";

/** Changes everything that can be changed in a request, a reply or an event. */
function spoil(value: unknown): void {
  if (value instanceof Uint8Array) value.fill(0xee);
  else if (value instanceof Date) value.setTime(0);
  else if (typeof value === "object" && value !== null) {
    const members = value as Record<string, unknown>;
    for (const name of Object.keys(members)) {
      spoil(members[name]);
      if (typeof members[name] !== "object") members[name] = MARK;
    }
    if (Array.isArray(value)) value.push(MARK);
    else members[MARK] = MARK;
  }
}

/** As it is now, bytes too. */
const told = (value: unknown): string =>
  JSON.stringify(value, (_, member) => (member instanceof Uint8Array ? Buffer.from(member).toString("hex") : member));

function bytesIn(value: unknown): readonly Uint8Array[] {
  if (value instanceof Uint8Array) return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(bytesIn) : [];
}

async function furnished(): Promise<Lab> {
  const made = await lab(["kms:*"], {
    principals: { user: { arn: `arn:aws:iam::${ACCOUNT}:user/u`, policies: [policy(allow("kms:*"))] } },
  });
  for (const name of ["symmetric", "multi"] as const) {
    const KeyId = made.id(name);
    made.admin.tagResource({ KeyId, Tags: [{ TagKey: "team", TagValue: "red" }] });
    made.admin.createGrant({
      KeyId,
      GranteePrincipal: TESTER_SESSION,
      RetiringPrincipal: TESTER_SESSION,
      Operations: ["Decrypt", "Encrypt"],
      Constraints: { EncryptionContextSubset: { tenant: "a" } },
    });
  }
  return made;
}

describe.each(NAMES)("%s", (name) => {
  it("shares nothing with its caller", async () => {
    const one = await furnished();
    const input = structuredClone(SAMPLE_CALLS[name].input(one));
    const reply = call(one.admin, name, input);
    for (const bytes of bytesIn(reply)) {
      expect(bytes.constructor).toBe(Uint8Array);
      expect(bytes.buffer.byteLength).toBe(bytes.length);
    }
    const before = [told(one.snapshot()), told(one.kms.auditEvents())];
    spoil(input);
    spoil(reply);
    expect([told(one.snapshot()), told(one.kms.auditEvents())]).toEqual(before);
  });
});

describe("a reply that was spoilt", () => {
  const ASKED: [operation: string, members: object][] = [
    ["DescribeKey", {}],
    ["GetPublicKey", {}],
    ["GetKeyPolicy", {}],
    ["GetKeyRotationStatus", {}],
    ["ListAliases", {}],
    ["ListGrants", {}],
    ["ListKeyPolicies", {}],
    ["ListKeyRotations", { IncludeKeyMaterial: "ALL_KEY_MATERIAL" }],
    ["ListResourceTags", {}],
    ["GenerateMac", { Message: new Uint8Array(3), MacAlgorithm: "HMAC_SHA_256" }],
    ["DeriveSharedSecret", { KeyAgreementAlgorithm: "ECDH", PublicKey: "its own" }],
  ];
  const KEYS: readonly KeyName[] = ["symmetric", "other", "rsa", "signing", "agreement", "mac", "kem", "external", "multi"];

  it.each(ASKED)("spoils none that comes after: %s", async (name, members) => {
    const { admin, arn } = await furnished();
    let answered = 0;
    for (const key of KEYS) {
      const ask = () => {
        const given = { KeyId: arn(key), ...members } as Record<string, unknown>;
        if (name === "DeriveSharedSecret") given.PublicKey = admin.getPublicKey({ KeyId: arn("agreement") }).PublicKey;
        return call(admin, name, given);
      };
      if (refusalIfAny(ask) !== undefined) continue;
      answered++;
      const first = ask();
      const text = told(first);
      spoil(first);
      expect(told(ask())).toBe(text);
    }
    expect(answered).toBeGreaterThan(0);
  });
});

it.each(["admin", "user"])("an event that was spoilt spoils none of another call: of %s", async (who) => {
  const { kms } = await furnished();
  const identity = () => {
    kms.as(who).listKeys();
    return kms.auditEvents().at(-1)!.userIdentity;
  };
  const client = kms.as(who);
  client.listKeys();
  const [first] = kms.auditEvents().slice(-1);
  const text = told(first!.userIdentity);
  spoil(first);
  client.listKeys();
  expect(told(kms.auditEvents().at(-1)!.userIdentity)).toBe(text);
  expect(told(identity())).toBe(text);
});
