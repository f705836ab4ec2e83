import { expect, it, vi } from "vitest";
import type { AuditEvent } from "../../src/kms/audit.ts";
import { serviceEvent } from "../../src/kms/audit.ts";
import { AuditLog } from "../../src/kms/audit-log.ts";
import { createKms } from "../../src/kms.ts";
import { refusalIfAny } from "./lab.ts";
import { key, NOW } from "./records.ts";

const event = (name: string) => serviceEvent({ name, key: key(), at: NOW, eventId: name });

it("keeps the last events, in order", () => {
  const log = new AuditLog(3);
  for (let i = 0; i < 10; i++) {
    log.record(event(String(i)));
    const expected = Array.from({ length: Math.min(3, i + 1) }, (_, k) => String(Math.max(0, i - 2) + k));
    expect(log.events().map(({ eventName }) => eventName)).toEqual(expected);
  }
});

it("gives every event to whoever listens, at once", async () => {
  const heard: AuditEvent[] = [];
  const kms = await createKms({ auditLimit: 1, onEvent: (one) => heard.push(one) });
  for (let i = 0; i < 5; i++) refusalIfAny(() => kms.as("arn:aws:iam::111122223333:user/u").listKeys());
  expect(heard).toHaveLength(5);
  expect(kms.auditEvents()).toEqual(heard.slice(-1));
});

it("keeps nothing where nothing is to be kept", () => {
  const log = new AuditLog(0);
  for (const name of ["a", "b"]) log.record(event(name));
  expect(log.events()).toEqual([]);
});

it("lets no call fail because a listener does, and hides that from nobody", async () => {
  const later: (() => void)[] = [];
  const queue = vi.spyOn(globalThis, "queueMicrotask").mockImplementation((work) => void later.push(work));
  try {
    const log = new AuditLog(3, () => {
      throw new Error("the listener's own");
    });
    log.record(event("a"));
    expect(log.events()).toHaveLength(1);
    expect(() => later[0]?.()).toThrow("the listener's own");
  } finally {
    queue.mockRestore();
  }
});
