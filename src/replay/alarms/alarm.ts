import type { LogLine } from "../log-line.ts";

/** Something in a log that somebody should look at. */
export type Alarm = {
  readonly alarm: string; // the name of its row
  readonly severity: "high" | "medium" | "low";
  readonly time: string | undefined;
  readonly who: string;
  readonly key: string | undefined;
  readonly text: string; // a sentence
  readonly event: string | undefined; // eventID
};

/** How sensitive the rows are. */
export type Thresholds = {
  readonly spike: number; // times the principal's own mean of an hour
  readonly spikeAtLeast: number; // calls an hour: less is no spike
  readonly learnDays: number; // of a key or a principal, before what is new is an alarm
  readonly failures: number; // denials in a row
  readonly trusted: readonly string[]; // accounts whose use of keys is no news
};

export const THRESHOLDS: Thresholds = { spike: 10, spikeAtLeast: 200, learnDays: 7, failures: 5, trusted: [] };

/** Looks at one event after the other. */
export type Detector = (line: LogLine) => Omit<Alarm, "alarm" | "severity" | "time" | "event"> | undefined;

export type AlarmRow = {
  readonly name: string;
  readonly severity: Alarm["severity"];
  readonly about: string;
  readonly make: (thresholds: Thresholds) => Detector;
};
