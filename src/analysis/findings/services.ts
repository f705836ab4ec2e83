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

/** Services whose guides say that they send a source, by the beginning of their names: the others may have nothing to be bound by. */
const BINDABLE =
  /^(?:cloudtrail|logs\.[a-z0-9-]+|delivery\.logs|s3|storage-lens\.s3|sns|cloudwatch|codecommit|config|guardduty|macie|dnssec-route53|ses|lambda)\./;

/** Services that may act with the key for anybody: confused deputies. */
export function services(evidence: Evidence, zone: Zone): readonly Draft[] {
  const shares = new Shares(evidence);
  for (const asked of evidence.asked) {
    const { who, allows } = asked;
    const actions = asked.actions.filter((action) => USE.has(action));
    const [first] = actions;
    if (who.kind !== "service" || allows === NEVER || first === undefined || zone.hasService(who.arn)) continue;
    const found = allowedIn(asked, forAnybody(asked, evidence), first);
    if (found === undefined) continue;
    shares.add({
      code: "KW705",
      level: zone.declared && BINDABLE.test(who.arn) ? "medium" : "info",
      whom: who.arn,
      group: { group: "use", actions },
      ...found,
      say: (names, opening) => `${who.arn} may ${names} by ${opening} for whomever it acts: nothing binds it to an account`,
    });
  }
  return shares.drafts();
}

/** Where no source names an account of ours, nor one thing that has a single owner. */
function forAnybody({ scene, side, allows }: Asked, { key, world }: Evidence) {
  const written = new Set(side.plan.resourceAllows.all.flatMap(({ statement }) => statement.conditions.flatMap(({ values }) => values)));
  const own = [key.account, world.estate.organization?.id ?? key.account];
  const isBound = (value: string | readonly string[] | undefined): boolean =>
    [value ?? []].flat().some((text) => own.some((id) => text.includes(id)) || (written.has(text) && !/[*?]/.test(text)));
  return SOURCES.reduce((node, source) => narrowed(scene, node, source, (value) => !isBound(value)), allows);
}
