import { type ServiceSource, sourcesOf } from "../../catalog/service-sources.ts";
import { NEVER } from "../diagram.ts";
import { type Asked, allowedIn, type Evidence } from "./evidence.ts";
import type { Draft } from "./finding.ts";
import { USE } from "./groups.ts";
import { narrowed } from "./narrowing.ts";
import { Shares } from "./shares.ts";
import type { Zone } from "./zone.ts";

/**
 * Keys by which a service tells for whom it acts when it calls as itself: global ones, and pairs of the encryption context whose value has the account in it
 * (IAM User Guide, "The confused deputy problem"; of the pairs the guides of CloudTrail, CloudWatch Logs, SES and Lambda).
 */
const SOURCES = [
  "aws:sourceaccount",
  "aws:sourcearn",
  "aws:sourceorgid",
  "aws:sourceorgpaths",
  "kms:encryptioncontext:aws:cloudtrail:arn",
  "kms:encryptioncontext:aws:logs:arn",
  "kms:encryptioncontext:aws:ses:source-account",
  "kms:encryptioncontext:aws:lambda:functionarn",
];

/** Reading about the key by itself gives nothing away. */
const METADATA: ReadonlySet<string> = new Set(["kms:DescribeKey", "kms:GetPublicKey"]);

/** Services that may act with the key for anybody: confused deputies. */
export function services(evidence: Evidence, zone: Zone): readonly Draft[] {
  const shares = new Shares();
  for (const asked of evidence.asked) {
    const { who, allows } = asked;
    const actions = asked.actions.filter((action) => USE.has(action) || METADATA.has(action));
    if (who.kind !== "service" || allows === NEVER || actions.length === 0 || zone.hasService(who.arn)) continue;
    const sources = sourcesOf(who.arn);
    const isBindable = sources.some(
      ({ sourceArn, sourceAccount, boundBy }) => sourceArn !== undefined || sourceAccount === true || boundBy !== undefined,
    );
    for (const isUse of [true, false]) {
      const own = actions.filter((action) => USE.has(action) === isUse);
      if (own.length === 0) continue;
      for (const { opening, node } of evidence.openings(asked, forAnybody(asked, evidence))) {
        const found = allowedIn(asked, node, own[0]);
        if (found === undefined) continue;
        shares.add({
          code: "KW705",
          level: zone.declared && isBindable && isUse ? "medium" : "info",
          whom: who.arn,
          group: { group: "use", actions: own },
          opening,
          witness: found.witness,
          say: (names, name) => `${who.arn} may ${names} by ${name} for whomever it acts: ${why(sources, isBindable)}`,
        });
      }
    }
  }
  return shares.drafts();
}

function why(sources: readonly ServiceSource[], isBindable: boolean): string {
  if (!isBindable) return "it is not known to name its source";
  return sources.some(({ documented }) => documented === "bound")
    ? "nothing binds it to an account, as the statement that AWS documents does"
    : "nothing binds it to an account";
}

/** Where no source names an account of ours, nor one thing that has a single owner. */
function forAnybody({ scene, side, allows }: Asked, { key, world }: Evidence) {
  const written = new Set(side.plan.resourceAllows.all.flatMap(({ statement }) => statement.conditions.flatMap(({ values }) => values)));
  const own = [key.account, world.estate.organization?.id ?? key.account];
  const isBound = (value: string | readonly string[] | undefined): boolean =>
    [value ?? []].flat().some((text) => own.some((id) => text.includes(id)) || (written.has(text) && !/[*?]/.test(text)));
  return SOURCES.reduce((node, source) => narrowed(scene, node, source, (value) => !isBound(value)), allows);
}
