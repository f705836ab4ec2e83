import { describe, expect, it } from "vitest";
import { bytes, lab, refusalIfAny, TESTER_SESSION } from "./lab.ts";

const TEXT = bytes("attack at dawn");

/** A call with everything wrong, mended one step at a time: what it is told first is what comes first. */
describe("the order of checks", async () => {
  const ready = await lab(["kms:Encrypt"]);
  const { kms, admin, tester, arn, id, change } = ready;
  const stranger = kms.as("arn:aws:iam::111122223333:user/stranger");
  change("mac", { enabled: false });

  // rule kms.key-state.after, rule kms.dry-run.authorized
  it("is: constraints, names, permission, state, usage, the operation, dry run", () => {
    const dry = { DryRun: true, EncryptionContext: { a: "b" }, EncryptionAlgorithm: "RSAES_OAEP_SHA_256" } as const;
    const names = [
      refusalIfAny(() => stranger.encrypt({ ...dry, KeyId: "alias/none", Plaintext: new Uint8Array(0) })),
      refusalIfAny(() => stranger.encrypt({ ...dry, KeyId: "alias/none", Plaintext: TEXT })),
      refusalIfAny(() => stranger.encrypt({ ...dry, KeyId: id("mac"), Plaintext: TEXT })),
      refusalIfAny(() => tester.encrypt({ ...dry, KeyId: id("mac"), Plaintext: TEXT })),
      refusalIfAny(() => tester.encrypt({ ...dry, KeyId: id("signing"), Plaintext: TEXT })),
      refusalIfAny(() => tester.encrypt({ ...dry, KeyId: id("rsa"), Plaintext: TEXT })),
      refusalIfAny(() => tester.encrypt({ ...dry, KeyId: id("rsa"), Plaintext: TEXT, EncryptionContext: {} })),
      refusalIfAny(() => tester.encrypt({ ...dry, KeyId: id("rsa"), Plaintext: TEXT, EncryptionContext: {}, DryRun: false })),
    ].map((refused) => refused?.name);
    expect(names).toEqual([
      "ValidationException",
      "NotFoundException",
      "AccessDeniedException",
      "DisabledException",
      "InvalidKeyUsageException",
      "ValidationException",
      "DryRunOperationException",
      undefined,
    ]);
  });

  it("has members that do not go together behind permission and before state", () => {
    change("other", { enabled: false });
    expect(refusalIfAny(() => admin.generateDataKey({ KeyId: id("other") }))?.message).toBe(
      "Please specify either number of bytes or key spec.",
    );
    expect(refusalIfAny(() => stranger.generateDataKey({ KeyId: id("other") }))?.name).toBe("AccessDeniedException");
  });

  it("ends before permission for a token that is none", () => {
    expect(refusalIfAny(() => stranger.encrypt({ KeyId: id("symmetric"), Plaintext: TEXT, GrantTokens: ["x"] }))?.name).toBe(
      "InvalidGrantTokenException",
    );
  });

  it("tells of a key in the words of AWS KMS", () => {
    const deletion = { state: "PendingDeletion", at: Number.MAX_SAFE_INTEGER, windowDays: 30 } as const;
    change("symmetric", { deletion });
    expect(refusalIfAny(() => admin.encrypt({ KeyId: id("symmetric"), Plaintext: TEXT }))).toEqual({
      name: "KMSInvalidStateException",
      message: `${arn("symmetric")} is pending deletion.`,
    });
    change("symmetric", { deletion: undefined });
  });
});

it("answers the denial of the engine", async () => {
  const { tester, id, arn } = await lab(["kms:ListKeys"]);
  expect(refusalIfAny(() => tester.encrypt({ KeyId: id("symmetric"), Plaintext: TEXT }))).toEqual({
    name: "AccessDeniedException",
    message: `User: ${TESTER_SESSION} is not authorized to perform: kms:Encrypt on resource: ${arn("symmetric")} because no identity-based policy allows the kms:Encrypt action`,
  });
});

it("does what is due before it looks at anything", async () => {
  const { kms, admin, arn, id } = await lab();
  admin.scheduleKeyDeletion({ KeyId: id("symmetric"), PendingWindowInDays: 7 });
  kms.advance({ days: 8 });
  expect(refusalIfAny(() => admin.describeKey({ KeyId: id("symmetric") }))).toEqual({
    name: "NotFoundException",
    message: `Key '${arn("symmetric")}' does not exist`,
  });
  expect(refusalIfAny(() => admin.describeKey({ KeyId: "alias/symmetric" }))?.name).toBe("NotFoundException");
});

it("gives each call ids of its own", async () => {
  const { kms, admin } = await lab();
  for (let i = 0; i < 20; i++) admin.listKeys();
  const events = kms.auditEvents();
  expect(new Set(events.flatMap(({ eventID, requestID }) => [eventID, requestID])).size).toBe(2 * events.length);
});

it("remembers the last use of a key", async () => {
  const { kms, admin, id, arn, store } = await lab();
  kms.advance({ hours: 3 });
  admin.encrypt({ KeyId: id("symmetric"), Plaintext: TEXT });
  const event = kms.auditEvents().at(-1);
  expect(store.state.lastUse(arn("symmetric"))).toMatchObject({
    operation: "Encrypt",
    eventId: event?.eventID,
    requestId: event?.requestID,
  });
  refusalIfAny(() => admin.encrypt({ KeyId: id("other"), Plaintext: TEXT, DryRun: true }));
  expect(store.state.lastUse(arn("other"))).toBeUndefined();
});
