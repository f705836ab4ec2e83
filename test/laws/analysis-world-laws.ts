import fc from "fast-check";
import { KEY_ACTIONS } from "../../src/analysis/actions.ts";
import { type Comparison, can, compare, type Who, whoCan } from "../../src/analysis.ts";
import { conditionKeyOrFamily, isAvailable } from "../../src/catalog/condition-keys.ts";
import type { Question } from "../../src/estate/question.ts";
import type { World } from "../../src/estate/world.ts";
import type { Request } from "../../src/iam/request.ts";
import type { WorldDocument } from "../../src/world/document.ts";
import { resolveWorld } from "../../src/world/reader.ts";
import { told } from "../generators/requests.ts";
import { GUEST, HOME, STRANGER } from "../generators/vocabulary.ts";
import { mutated, Picks, reworded, withMore } from "../generators/world-changes.ts";
import { worldArbitrary } from "../generators/worlds.ts";

/** The laws of comparisons and lists of access, each as a function that tells what is wrong, or undefined. */

/** A pair of worlds, and numbers that choose what is asked of them. */
export type Drawn = { readonly document: WorldDocument; readonly partition: string; readonly numbers: readonly number[] };

export const drawnArbitrary: fc.Arbitrary<Drawn> = fc
  .record({ world: worldArbitrary, numbers: fc.array(fc.nat(), { minLength: 40, maxLength: 40 }) })
  .map(({ world, numbers }) => ({ ...world, numbers }));

const worldOf = (document: WorldDocument): World | undefined => resolveWorld(document).world;

const FULL = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };

/** A question as a request was; `assumed`: with identity policies for who asks, as if the world told of them. */
function outcomeOf(document: WorldDocument, { resource, principal, ...rest }: Request, assumed: boolean): string {
  const facts = typeof principal === "string" ? { arn: principal } : principal;
  const arn = facts.roleArn ?? facts.arn;
  const known = assumed ? { ...document, principals: { ...document.principals, assumed: { arn, policies: [FULL] } } } : document;
  const world = worldOf(known);
  if (world === undefined) throw new Error("the world cannot be read");
  return world.authorize({ ...rest, principal, key: resource }).outcome;
}

/** Every change that is told is one: its request is answered so by both worlds. */
export function flawOfChanges({ document, numbers }: Drawn): string | undefined {
  const after = mutated(document, numbers);
  const [one, other] = [worldOf(document), worldOf(after)];
  if (one === undefined || other === undefined) return undefined;
  const compared = compare(one, other, optionsOf(one, numbers));
  for (const { direction, witness } of compared.changes) {
    const { request, assumes } = witness;
    const outcomes = [document, after].map((each) => outcomeOf(each, request, assumes.length > 0));
    const isSo = outcomes[direction === "gained" ? 1 : 0] === "allowed" && outcomes[direction === "gained" ? 0 : 1] !== "allowed";
    if (!isSo || outcomes[0] !== witness.before || outcomes[1] !== witness.after)
      return `${direction}, and the worlds answer ${outcomes.join(", ")}: ${JSON.stringify({ request, assumes })}`;
  }
  return undefined;
}

/** One key of a world and some actions: what is asked of large worlds. */
export function optionsOf(world: World, numbers: readonly number[]) {
  const picks = new Picks(numbers.toReversed());
  const key = picks.of(world.estate.keys);
  const actions = ["kms:Decrypt", "kms:CreateGrant", picks.of(KEY_ACTIONS).action, picks.of(KEY_ACTIONS).action];
  return { keys: [key.name], actions };
}

/** What is not told is no change: no request, of the values at which conditions turn, is answered otherwise without a change that is about it. */
export function flawOfSilence(drawn: Drawn, requests: number): string | undefined {
  const { document, numbers, partition } = drawn;
  const after = mutated(document, numbers);
  const [one, other] = [worldOf(document), worldOf(after)];
  if (one === undefined || other === undefined) return undefined;
  const options = optionsOf(one, numbers);
  const compared = compare(one, other, { ...options, unlisted: "nothing" });
  if (compared.undecided.length > 0) return undefined;
  for (const question of questionsFor(one, [document, after], options, partition, numbers, requests)) {
    const [before, now] = [one.authorize(question), other.authorize(question)];
    if ([before, now].some(({ outcome, invalid }) => invalid !== undefined || outcome === "undetermined")) continue;
    if ((before.outcome === "allowed") === (now.outcome === "allowed")) continue;
    const direction = now.outcome === "allowed" ? "gained" : "lost";
    if (!compared.changes.some((change) => change.direction === direction && change.actions.includes(question.action)))
      return `${direction}, and it is not told: ${JSON.stringify({ question, before: before.outcome, now: now.outcome })}`;
  }
  return undefined;
}

/** What must not change anything, only widen, or only narrow, does no more than that. */
export function flawOfMetamorphosis({ document, numbers }: Drawn): string | undefined {
  const one = worldOf(document);
  if (one === undefined) return undefined;
  const options = optionsOf(one, numbers);
  const against = (changed: WorldDocument): Comparison | undefined => {
    const other = worldOf(changed);
    return other && compare(one, other, options);
  };
  const same = against(document);
  if (same?.verdict !== "equal") return `a world differs from itself: ${JSON.stringify(same)}`;
  const otherWords = against(reworded(document));
  if (otherWords !== undefined && otherWords.changes.length > 0)
    return `other words are told as a change: ${JSON.stringify(otherWords.changes[0])}`;
  for (const [effect, never] of [
    ["Allow", "lost"],
    ["Deny", "gained"],
  ] as const) {
    const found = against(withMore(document, effect, numbers))?.changes.find(({ direction }) => direction === never);
    if (found !== undefined) return `one ${effect} more, and access is ${never}: ${JSON.stringify(found)}`;
  }
  return undefined;
}

/** Who can what, asked by the key and by the principal, is one answer; and who was let in is in it. */
export function flawOfAccess({ document, partition, numbers }: Drawn, requests: number): string | undefined {
  const world = worldOf(document);
  if (world === undefined) return undefined;
  const options = optionsOf(world, numbers);
  const [key] = options.keys as [string];
  const { entries, complete } = whoCan(world, { key, actions: options.actions, unlisted: "nothing" });
  const { principals } = world.estate;
  const byName = new Map(
    principals.map((one) => [one.name, can(world, { principal: one.name, keys: [key], actions: options.actions, unlisted: "nothing" })]),
  );
  if (!complete || [...byName.values()].some((one) => !one.complete)) return undefined;
  for (const { name, facts, account } of principals) {
    const own = new Set(byName.get(name)?.entries.flatMap(({ actions }) => actions));
    const listed = new Set(entries.filter(({ who }) => covers(who, { name, arn: facts.arn, account })).flatMap(({ actions }) => actions));
    const [a, b] = [own, listed].map((set) => [...set].sort().join());
    if (a !== b) return `${name} can ${a || "nothing"}, and by the key ${b || "nothing"}: ${JSON.stringify(entries.map(({ who }) => who))}`;
  }
  for (const question of questionsFor(world, [document], options, partition, numbers, requests)) {
    const answer = world.authorize(question);
    if (answer.outcome !== "allowed" || answer.invalid !== undefined) continue;
    const own = byName.get(question.principal as string);
    const isService = String(question.principal).endsWith(".amazonaws.com");
    const found = own ?? { entries: isService ? entries.filter(({ who }) => who.kind === "service") : entries };
    if (!found.entries.some(({ actions }) => actions.includes(question.action)))
      return `allowed, and in no list: ${JSON.stringify(question)}`;
  }
  return undefined;
}

function covers(who: Who, { name, arn, account }: { readonly name: string; readonly arn: string; readonly account: string }): boolean {
  switch (who.kind) {
    case "anyone":
      return (
        account !== "" &&
        !/any other|other account/.test(who.text) &&
        who.except?.some((one) => one === name || one.endsWith(` of ${name}`)) !== true
      );
    case "account":
      return who.account === account && who.text.startsWith("any principal");
    case "service":
      return who.service === arn;
    default:
      return who.arn === arn || who.text === name || who.text.startsWith(`${name}, `) || who.text.endsWith(` of ${name}`);
  }
}

/** Questions about a key whose context has the values that policies name, and those beside them. */
export function* questionsFor(
  world: World,
  documents: readonly WorldDocument[],
  { keys, actions }: ReturnType<typeof optionsOf>,
  partition: string,
  numbers: readonly number[],
  count: number,
): Iterable<Question> {
  const asked = new Map<string, Set<string>>();
  for (const document of documents) collect(document, asked);
  const picks = new Picks(fc.sample(fc.nat(), { numRuns: 997, seed: numbers[0] as number }));
  const key = world.estate.keys.find(({ name }) => name === keys[0]);
  const region = key?.region ?? "us-east-1";
  const principals = [
    ...world.estate.principals.map(({ name }) => name),
    `arn:${partition}:sts::${HOME}:assumed-role/app/s1`,
    ...[HOME, GUEST, STRANGER].flatMap((account) => ["root", "user/carol"].map((name) => `arn:${partition}:iam::${account}:${name}`)),
    "s3.amazonaws.com",
  ];
  for (let i = 0; i < count; i++) {
    const principal = picks.of(principals);
    const action = picks.of(actions);
    const isService =
      principal.endsWith(".amazonaws.com") || world.estate.principals.some(({ name, account }) => name === principal && account === "");
    const viaService =
      !isService && picks.number(4) === 0
        ? `${picks.of(["s3", "ec2"])}.${region}.amazonaws.com${partition === "aws-cn" ? ".cn" : ""}`
        : undefined;
    const isThrough = !isService && viaService === undefined && picks.number(3) === 0;
    const context: Record<string, string | readonly string[]> = {};
    const encryptionContext: Record<string, string> = {};
    for (const [name, values] of asked) {
      if (picks.number(3) === 0) continue;
      const value = picks.of([...values]);
      if (/^kms:encryptioncontext:/.test(name)) encryptionContext[name.slice("kms:encryptioncontext:".length)] = value;
      else if (mayBring(name, action, { isService, isThrough, isForwarded: viaService !== undefined }))
        context[name] =
          conditionKeyOrFamily(name)?.multiValued === true
            ? [...new Set([value, ...(picks.number(2) ? [picks.of([...values])] : [])])]
            : value;
    }
    if (isThrough) for (const [name, value] of Object.entries(ENDPOINT)) context[name] ??= value;
    else if (!isService && viaService === undefined) context["aws:sourceip"] ??= "198.51.100.1";
    if (action === "kms:CreateGrant") {
      context["kms:granteeprincipal"] ??= `arn:${partition}:iam::${HOME}:role/grantee`;
      context["kms:grantoperations"] ??= picks.of([["Decrypt"], ["Decrypt", "Encrypt"], ["CreateGrant"]]);
      if (Object.keys(encryptionContext).length > 0) context["kms:grantconstrainttype"] ??= "EncryptionContextSubset";
    }
    yield told({
      principal,
      action,
      key: keys[0] as string,
      context: context as Question["context"],
      encryptionContext: Object.keys(encryptionContext).length > 0 ? encryptionContext : undefined,
      viaService,
      time: picks.of(
        [...(asked.get("aws:currenttime") ?? []), "2026-11-22T03:00:00Z"].filter((time) => /^\d{4}-\d\d-\d\dT.*Z$/.test(time)),
      ),
    }) as Question;
  }
}

const ENDPOINT = {
  "aws:sourcevpce": "vpce-1",
  "aws:sourcevpc": "vpc-1",
  "aws:sourcevpcarn": `arn:aws:ec2:us-east-1:${HOME}:vpc/vpc-1`,
  "aws:vpceaccount": HOME,
  "aws:vpcsourceip": "10.0.0.1",
};

type Way = { readonly isService: boolean; readonly isThrough: boolean; readonly isForwarded: boolean };

/** Whether a request of the action, by this way, can bring the key, with whatever value policies name. */
function mayBring(name: string, action: string, { isService, isThrough, isForwarded }: Way): boolean {
  if (
    /^aws:(?:calledvia|viaawsservice|principal|currenttime|epochtime|userid|username|tokenissuetime|multifactor|requesttag|resource|requestedregion)|algorithm$|^kms:(?:viaservice|requestalias|retiring|grantee|encryptioncontextkeys|grantconstraint|trailing|key|customermaster|multiregion|resourcealiases)/.test(
      name,
    )
  )
    return false;
  const row = conditionKeyOrFamily(name);
  if (row === undefined || row.untold === "follows") return row === undefined;
  const kms = KEY_ACTIONS.find((one) => one.action === action);
  if (kms === undefined || !isAvailable(row, kms, "key")) return false;
  if (row.when === "service") return isService;
  if (row.when === "endpoint") return isThrough;
  if (row.when === "public") return !isService && !isThrough && !isForwarded;
  return row.when === undefined || !isService;
}

/** The values of conditions by key, in lower case, and values beside them. */
function collect(value: unknown, into: Map<string, Set<string>>): void {
  if (typeof value !== "object" || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    if (name !== "Condition") collect(member, into);
    else
      for (const keys of Object.values(member as Record<string, Record<string, unknown>>))
        for (const [key, values] of Object.entries(keys)) {
          const known = into.get(key.toLowerCase()) ?? new Set<string>();
          into.set(key.toLowerCase(), known);
          for (const one of [values].flat()) for (const text of beside(key.toLowerCase(), String(one))) known.add(text);
          if (known.size === 0) into.delete(key.toLowerCase());
        }
  }
}

function beside(key: string, text: string): readonly string[] {
  if (/ip$/.test(key)) return ["203.0.113.9", "203.0.113.0", "203.0.112.255", "10.0.0.1", "2001:db8::9"];
  if (/days/.test(key))
    return ["90", "91", "365", "364"]
      .concat(/pending/.test(key) ? ["7", "30", "29"] : [])
      .filter((days) => Number(days) < 31 === /pending/.test(key));
  if (/time$/.test(key))
    return [text, "2026-11-22T03:00:00Z", "2026-11-22T02:59:59Z", "2025-01-01T00:00:00Z", "2025-01-01T00:00:01Z"].filter((time) =>
      /Z$/.test(time),
    );
  if (/grantoperations|keyspec|origin|usage|securetransport|multiregion/.test(key))
    return /grantoperations/.test(key) ? ["Decrypt", "Encrypt", "CreateGrant"] : [text];
  const filled = text.replace(/\$\{[^}]*\}/g, "red");
  return [
    filled.replaceAll("*", "").replaceAll("?", "a"),
    filled.replaceAll("*", "x").replaceAll("?", "b"),
    `${filled.replace(/[*?]/g, "")}x`,
  ].filter((one) => one !== "");
}
