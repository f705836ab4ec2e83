import type { Place } from "../../base/diagnostic.ts";
import { fingerprint } from "../fingerprint.ts";
import { type Finding, severityOf } from "./finding.ts";
import { RULES } from "./rules.ts";
import { rulesLike } from "./selection.ts";

/** Findings that somebody has looked at and accepts, why, and until when. All that it names has to fit. */
export type Waiver = {
  readonly rule: string; // "KW703", or its name
  readonly fingerprint?: string | undefined;
  readonly key?: string | undefined; // its short name or ARN
  readonly reason: string;
  readonly until: string; // the last day it counts: "2027-01-31"
  readonly at?: Place | undefined;
};

/**
 * The findings with what waives them. A waiver that ran out waives nothing more, and one that fits nothing is a finding itself; `isAsked`: whether what it
 * is about was looked for at all.
 */
export function waived(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  today: string | undefined,
  isAsked: (waiver: Waiver) => boolean = () => true,
): readonly Finding[] {
  const used = new Set<Waiver>();
  const told = findings.map((finding): Finding => {
    const fitting = waivers.filter((waiver) => fits(waiver, finding));
    for (const waiver of fitting) used.add(waiver);
    const found = fitting.find(({ until }) => today === undefined || today <= until);
    return found === undefined ? finding : { ...finding, waived: { reason: found.reason, until: found.until } };
  });
  return [...told, ...waivers.filter(isAsked).flatMap((waiver) => idle(waiver, used.has(waiver), today))];
}

const fits = (waiver: Waiver, { code, fingerprint: own, key }: Finding): boolean =>
  rulesLike(waiver.rule).some((rule) => rule === code) &&
  (waiver.fingerprint === undefined || waiver.fingerprint === own) &&
  (waiver.key === undefined || waiver.key === key?.name || waiver.key === key?.arn);

function idle({ rule, until, reason, at, ...rest }: Waiver, isUsed: boolean, today: string | undefined): readonly Finding[] {
  const isOver = today !== undefined && today > until;
  if (isUsed && !isOver) return [];
  const about = `the waiver of ${rule}${rest.key === undefined ? "" : ` for ${rest.key}`} (${reason})`;
  return [
    {
      code: "KW790",
      level: "low",
      severity: severityOf("low"),
      text: isUsed ? `${about} ran out on ${until}` : `${about} fits nothing that was found`,
      help: RULES.KW790.fix,
      at: at ?? { file: "waivers", pointer: "" },
      fingerprint: fingerprint(["KW790", rule, rest.key, rest.fingerprint, reason, until]),
    },
  ];
}
