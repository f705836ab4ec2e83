import { counted, listed } from "../../base/text.ts";
import type { Alarm } from "../../replay/alarms/alarm.ts";
import { ALARMS } from "../../replay/alarms/rows.ts";
import { type Grade, type Item, type Review, sorted } from "./review.ts";

type Asked = Pick<Review, "version" | "pathOf" | "subject"> & {
  readonly events: number; // that were looked at
  readonly more: number; // alarms beyond those that are given
};

const GRADES: Readonly<Record<Alarm["severity"], Grade>> = { high: "high", medium: "medium", low: "low" };

/** What `detect` saw in a log, as results. The groups are the alarms: of one that did not go off it is said that nothing was found. */
export function alarmsReview(alarms: readonly Alarm[], names: readonly string[], { events, more, ...asked }: Asked): Review {
  const items = sorted(alarms.map(itemOf));
  const of = (severity: Alarm["severity"]) => alarms.filter((alarm) => alarm.severity === severity).length;
  const parts = (["high", "medium", "low"] as const).flatMap((severity) => (of(severity) > 0 ? [`${of(severity)} ${severity}`] : []));
  return {
    ...asked,
    command: "detect",
    title:
      alarms.length === 0
        ? `no alarm in ${counted(events, "event")}`
        : `${counted(alarms.length, "alarm")} in ${counted(events, "event")}: ${listed(parts)}`,
    columns: ["alarm", "what", "when", "key"],
    items,
    groups: [...names],
    assumptions: [],
    notes: more > 0 ? [`${counted(more, "alarm")} more ${more === 1 ? "is" : "are"} not listed.`] : [],
  };
}

function itemOf({ alarm, severity, time = "", text, key, event, who }: Alarm): Item {
  return {
    code: alarm,
    kind: "found",
    grade: GRADES[severity],
    label: severity,
    group: alarm,
    title: text,
    why: [...(time === "" ? [] : [`at ${time}`]), ...(event === undefined ? [] : [`event ${event}`])],
    cells: [{ text: alarm }, { text }, { text: time }, key === undefined ? { text: "–" } : { text: key, code: true }],
    help: ALARMS.find(({ name }) => name === alarm)?.about ?? alarm,
    related: [],
    steps: [],
    pairs: [],
    fails: true,
    fingerprint: JSON.stringify([alarm, who, key, event ?? time]),
  };
}
