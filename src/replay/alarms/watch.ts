import type { LogLine } from "../log-line.ts";
import type { Alarm, Thresholds } from "./alarm.ts";
import { ALARMS } from "./rows.ts";

/** Looks at events as they come, in the order of their time as logs mostly have it, and tells what somebody should look at. */
export function watcher(
  thresholds: Thresholds,
  names: readonly string[] = ALARMS.map(({ name }) => name),
): (line: LogLine) => readonly Alarm[] {
  const rows = ALARMS.filter(({ name }) => names.includes(name)).map(({ name, severity, make }) => ({
    name,
    severity,
    see: make(thresholds),
  }));
  return (line) =>
    rows.flatMap(({ name, severity, see }) => {
      const found = see(line);
      return found === undefined ? [] : [{ alarm: name, severity, time: line.time, ...found, event: line.id }];
    });
}
