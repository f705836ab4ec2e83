import type { AuditEvent } from "../kms/audit.ts";

/**
 * Other processes that answer on the same port over the same store. What each of them alone remembers (events, calls, decisions, metrics) is asked of all, so
 * that it does not matter who was called.
 */
export type Peers = {
  /** Answers of the others, undefined of those that have none; of those that are too late nothing is waited for. */
  readonly ask: (question: PeerQuestion) => Promise<readonly unknown[]>;
};

/** Plain data: it goes from process to process. */
export type PeerQuestion =
  | { readonly ask: "events"; readonly account: string; readonly region: string }
  | { readonly ask: "why"; readonly id: string; readonly format: "text" | "json"; readonly style: "brief" | "full" | undefined }
  | { readonly ask: "metrics" }
  | { readonly ask: "world"; readonly text: string; readonly isYaml: boolean }; // takes the place

/** Of several processes, in one order whoever is asked: by time, and within a second by id. */
export const inOrder = (events: readonly AuditEvent[]): readonly AuditEvent[] =>
  [...events].sort((a, b) => compared(a.eventTime, b.eventTime) || compared(a.eventID, b.eventID));

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
