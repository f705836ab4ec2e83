import { parseInstant } from "../../iam/values.ts";
import type { Window } from "../../replay/window.ts";
import type { Options } from "../options.ts";
import { refuse } from "../refusal.ts";

/** What `--since` and `--until` say. */
export function windowIn(options: Options): Window {
  const moment = (name: "since" | "until"): number | undefined => {
    const text = options.get(name);
    if (text === undefined) return undefined;
    const instant = parseInstant(text);
    if (instant === undefined) throw refuse("KW407", `--${name}`, "is no time", "2026-11-22, or 2026-11-22T03:00:00Z");
    return instant.seconds * 1000 + instant.milliseconds;
  };
  const [since, until] = [moment("since"), moment("until")];
  return { ...(since !== undefined && { since }), ...(until !== undefined && { until }) };
}
