import { counted, listed, printable } from "../../base/text.ts";
import { type ColorFns, PLAIN } from "../../explain/text.ts";
import { CLASSES, type ReplayClass } from "../../replay/classes.ts";
import type { By } from "../../replay/shapes.ts";
import type { ReplayReport, ReportedShape } from "../../replay/tally.ts";
import { commandFor } from "../analysis/words.ts";

/** What the world is called, and what it calls its keys. */
export type NamedKeys = { readonly name: string; readonly keyNames: ReadonlyMap<string, string>; readonly by?: By };

const MEANING: Readonly<Record<ReplayClass, string>> = {
  broken: "allowed then, denied now",
  opened: "denied then, allowed now",
  mismatch: "the policies of then do not give what was recorded",
  undetermined: "the record lacks what a policy tests",
  allowed: "allowed then and now",
  denied: "denied then and now",
};

const SHOWN = 10; // shapes of a class

/** What a person reads of a replay: the verdict, what the log covers, then what changes, each with a call to look at. */
export function replayText(report: ReplayReport, world: NamedKeys, paint?: ColorFns): string {
  const painted = paint ?? PLAIN;
  const lines = [painted.bold(verdict(report)), "", ...covered(report), ""];
  const width = Math.max(...CLASSES.map((name) => count(report.counts[name]).length));
  for (const name of CLASSES)
    lines.push(
      `  ${count(report.counts[name]).padStart(width)}  ${colored(name, report.counts[name], painted)}  ${painted.dim(MEANING[name])}`,
    );
  for (const name of ["broken", "opened", "mismatch", "undetermined"] as const) lines.push(...section(report, name, world, painted));
  return `${lines.join("\n")}\n`;
}

const count = (number: number): string => number.toLocaleString("en-US");

function colored(name: ReplayClass, number: number, paint: ColorFns): string {
  const text = name.padEnd(12);
  if (number === 0) return text;
  return name === "broken"
    ? paint.red(text)
    : name === "opened" || name === "mismatch" || name === "undetermined"
      ? paint.yellow(text)
      : paint.green(text);
}

function verdict({ counts, more }: ReplayReport): string {
  const decided = Object.values(counts).reduce((sum, number) => sum + number, 0);
  if (decided === 0) return "Nothing is shown: no recorded call was decided.";
  if (counts.undetermined === decided) return `Nothing is shown: of ${counted(decided, "recorded call")} none could be decided.`;
  const open = counts.undetermined + counts.mismatch;
  const rest = open === 0 ? "" : ` Of ${counted(open, "call")} that cannot be said.`;
  const unshown = more === 0 ? "" : ` ${counted(more, "call")} of further shapes are counted and not listed.`;
  if (counts.broken > 0) return `${counted(counts.broken, "recorded call")} would break.${rest}${unshown}`;
  return `No recorded call would break.${rest}${unshown}`;
}

/** What of time, accounts and Regions the log covers: of anything else it says nothing. */
function covered({ events, span, accounts, regions, skipped }: ReplayReport): readonly string[] {
  const lines = [`${count(events)} records${span === null ? "" : `, ${span.from} to ${span.to}`}${where(accounts, regions)}`];
  const left = [
    [skipped.notKms, "of other services"],
    [skipped.notPolicy, "not decided by policies (KMS itself, key states, validation, throttling)"],
    [skipped.otherKeys, "on keys that the world does not have"],
    [skipped.duplicates, "copies"],
    [skipped.unreadable, "UNREADABLE"],
  ] as const;
  const some = left.filter(([number]) => number > 0).map(([number, what]) => `${count(number)} ${what}`);
  if (some.length > 0) lines.push(`left out: ${some.join("; ")}`);
  const gaps = span?.gaps ?? [];
  for (const { account, region, from, to } of gaps.slice(0, 5))
    lines.push(`silent: ${account} ${region}, ${from} to ${to}: a gap of the log, or nobody called`);
  if (gaps.length > 5) lines.push(`silent: ${gaps.length - 5} more spans`);
  return lines;
}

const where = (accounts: readonly string[], regions: readonly string[]): string =>
  accounts.length === 0
    ? ""
    : `, of ${accounts.length > 4 ? counted(accounts.length, "account") : listed(accounts)} in ${regions.length > 4 ? counted(regions.length, "Region") : listed(regions)}`;

function section(report: ReplayReport, name: ReplayClass, world: NamedKeys, paint: ColorFns): readonly string[] {
  const groups = grouped(report.shapes.filter((shape) => shape.class === name));
  if (groups.length === 0) return [];
  const lines = ["", paint.bold(`${name}: ${MEANING[name]}`)];
  for (const group of groups.slice(0, SHOWN)) lines.push(...groupLines(group, world, paint));
  if (groups.length > SHOWN) lines.push(`  and ${counted(groups.length - SHOWN, "more kind")} of call: --format json lists them`);
  return lines;
}

/** Shapes that a person would call the same: they differ in encryption contexts and sessions. The one with most calls stands for them. */
type Group = {
  readonly shown: ReportedShape;
  readonly shapes: number;
  readonly count: number;
  readonly first: string | undefined;
  readonly last: string | undefined;
};

function grouped(shapes: readonly ReportedShape[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const shape of shapes) {
    const { request, operation, action, before, after, by, missing, count: calls, first, last } = shape;
    const name = JSON.stringify([
      operation,
      action,
      roleOf(whoIn(shape)),
      request?.resource,
      request?.viaService,
      before,
      after,
      by,
      missing,
    ]);
    const known = groups.get(name);
    groups.set(name, {
      shown: known?.shown ?? shape,
      shapes: (known?.shapes ?? 0) + 1,
      count: (known?.count ?? 0) + calls,
      first: [known?.first, first].filter((time) => time !== undefined).sort()[0],
      last: [known?.last, last]
        .filter((time) => time !== undefined)
        .sort()
        .at(-1),
    });
  }
  return [...groups.values()].sort((a, b) => b.count - a.count);
}

const whoIn = ({ request }: ReportedShape): string =>
  request === undefined ? "somebody" : typeof request.principal === "string" ? request.principal : request.principal.arn;

/** A session's role. */
const roleOf = (arn: string): string => (arn.includes(":assumed-role/") ? arn.split("/").slice(0, 2).join("/") : arn);

function groupLines({ shown: shape, shapes, count: calls, first, last }: Group, world: NamedKeys, paint: ColorFns): readonly string[] {
  const { request, action, after, before, by, missing, sample, inferred } = shape;
  const when = first === undefined ? "" : first === last ? `, ${first}` : `, ${first} to ${last}`;
  const via = request?.viaService === undefined ? "" : ` via ${request.viaService}`;
  const isNamed = calls === 1 || (world.by !== "policy" && (shape.class === "broken" || shape.class === "opened"));
  const lines = [
    `  ${count(calls)} × ${action ?? shape.operation}${isNamed ? "" : ", such as"} by ${printable(shapes === 1 ? whoIn(shape) : roleOf(whoIn(shape)))}${via}`,
  ];
  if (request !== undefined) lines.push(`      on ${printable(request.resource)}`);
  const pairs = Object.entries(request?.encryptionContext ?? {});
  if (pairs.length > 0)
    lines.push(
      `      encryption context ${printable(pairs.map(([key, value]) => `${key}=${value}`).join(", "))}${shapes === 1 ? "" : `, and ${counted(shapes - 1, "other")}`}`,
    );
  lines.push(paint.dim(`      recorded ${shape.recorded}${when}${sample === undefined ? "" : `; event ${printable(sample)}`}`));
  const outcome =
    before === undefined ? `now ${WORDS[after ?? "undetermined"]}` : `before ${WORDS[before]}, now ${WORDS[after ?? "undetermined"]}`;
  const because = (by ?? []).map((one) =>
    "grant" in one ? `grant ${one.grant}` : `${one.policy} ${one.sid ?? `statement ${one.statement + 1}`}`,
  );
  lines.push(`      ${outcome}${because.length === 0 ? "" : ` by ${printable(because.join(", "))}`}`);
  if (missing !== undefined && missing.length > 0) lines.push(`      not known: ${printable(missing.map(missingIn).join("; "))}`);
  for (const one of inferred ?? []) lines.push(`      inferred: ${printable(one)}`);
  if (shape.class === "broken" && request !== undefined)
    lines.push(
      paint.dim(
        `      why: ${commandFor({ name: world.name, kind: "world" }, request, { key: world.keyNames.get(request.resource) ?? request.resource, principal: undefined })} --explain`,
      ),
    );
  return lines;
}

const WORDS = { allowed: "allowed", explicitDeny: "denied explicitly", implicitDeny: "denied", undetermined: "undetermined" } as const;

const missingIn = (name: string): string =>
  name.startsWith("aws:PrincipalTag/") ? "tags of the session, which no record has (where sessions bring none: --session-tags none)" : name;
