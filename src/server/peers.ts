import type { AuditEvent } from "../kms/audit.ts";

/**
 * Other processes that answer on the same port over the same store. What each of them alone remembers (events, calls, decisions, metrics) is asked of all, so
 * that it does not matter who was called.
 */
export type Peers = {
  /** Answers of the others, null of those that have none; of those that are too late nothing is waited for. Another world is asked of all, the asker too. */
  readonly ask: (question: PeerQuestion) => Promise<readonly unknown[]>;
};

/** Plain data: it goes from process to process. */
export type PeerQuestion =
  | { readonly ask: "events"; readonly account: string; readonly region: string }
  | { readonly ask: "why"; readonly id: string; readonly format: "text" | "json"; readonly style: "brief" | "full" | undefined }
  | { readonly ask: "metrics" }
  | { readonly ask: "calls"; readonly after: Readonly<Record<string, number>> | undefined; readonly most: number }
  | ({ readonly ask: "world" } & SentWorld);

/** A world that takes the place of the one before: all who serve take them in one order, so that all end with the same. */
export type SentWorld = { readonly text: string; readonly isYaml: boolean };

/** What one answers who was sent a world. */
export type WorldTaken = true | { readonly fault: string };

/** Of several processes, in one order whoever is asked: by time, and within a second by id. */
export const inOrder = (events: readonly AuditEvent[]): readonly AuditEvent[] =>
  [...events].sort((a, b) => compared(a.eventTime, b.eventTime) || compared(a.eventID, b.eventID));

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
