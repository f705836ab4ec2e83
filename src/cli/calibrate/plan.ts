import type { WorldKey, WorldPrincipal } from "../../estate/estate.ts";
import type { World } from "../../estate/world.ts";
import { parseArn } from "../../iam/arn.ts";
import type { Policy } from "../../iam/policy.ts";
import { ask, type Ours, type Question, UNTOLD } from "./ask.ts";
import { type Call, callsOn } from "./calls.ts";

/** A question that is worth asking AWS. `unsure`: why kmsward is not sure; empty of those of the sample. */
export type Planned = {
  readonly question: Question;
  readonly call: Call;
  readonly ours: Ours;
  readonly unsure: readonly string[];
};

export type Wanted = {
  readonly principals: readonly WorldPrincipal[];
  readonly keys: readonly WorldKey[];
  readonly most: number; // questions of which kmsward is not sure
  readonly sample: number; // of the rest
};

const MOST_ASKED = 20_000;
const MOST_CONTEXTS = 4;

/**
 * What to ask: every call that changes nothing, of every principal on every key, plain and with each encryption context that a policy or grant tests. First
 * those that rest on something that nobody told and on readings of our own, a few of each kind; then some of the rest, of each kind likewise. The same world
 * gives the same questions.
 */
export function plan(world: World, { principals, keys, most, sample }: Wanted): readonly Planned[] {
  const all: Planned[] = [];
  const pairs = spread(
    principals.flatMap((principal) => keys.map((key) => ({ principal, key }))),
    ({ principal, key }) => `${principal.name} ${key.arn}`,
  );
  for (const { principal, key } of pairs) {
    if (all.length >= MOST_ASKED) break;
    for (const call of callsOn(key, granteeOf(principal))) {
      const contexts = call.takesContext ? [undefined, ...contextsOf(principal, key)] : [undefined];
      for (const encryptionContext of contexts) {
        const question: Question = {
          principal: principal.name,
          operation: call.operation,
          actions: call.actions,
          key: key.arn,
          ...(Object.keys(call.context).length > 0 && { context: call.context }),
          encryptionContext: encryptionContext ?? {},
        };
        const ours = ask(world, question);
        if (ours.answer.invalid === undefined) all.push({ question, call, ours, unsure: unsureOf(ours) });
      }
    }
  }
  const unsure = all.filter((one) => one.unsure.length > 0);
  const sure = all.filter((one) => one.unsure.length === 0);
  return [
    ...takenInTurn(unsure, ({ unsure: why, ours }) => JSON.stringify([why, ours.outcome, ours.by]), most),
    ...takenInTurn(sure, kindOf, sample),
  ];
}

const kindOf = ({ question, ours }: Planned): string =>
  JSON.stringify([question.principal, question.key, ours.outcome, ours.layer, ours.by]);

/** Grants are made for users and roles. */
function granteeOf({ facts: { arn, roleArn } }: WorldPrincipal): string {
  return roleArn ?? arn;
}

/** What a call from a shell does not have: a service between it and KMS, grant tokens, more pairs than are told. */
const SETTLED =
  /^(?:kms:(?:ViaService|EncryptionContext.*|GrantIsForAWSResource|RecipientAttestation.*)|aws:(?:CalledVia.*|ViaAWSService|Source(?:Arn|Account|Org.*)|PrincipalIsAWSService))$/i;

/** Why an answer may be another one in AWS. What a shell brings with it is no news: only where it decides is it named. */
function unsureOf({ outcome, missing, assumed, chosen, granted }: Ours): readonly string[] {
  const untold: readonly string[] = UNTOLD;
  const open = assumed.filter((name) => !SETTLED.test(name));
  const readings = chosen.filter((id) => open.length > 0 || !id.startsWith("context.untold"));
  const strange = missing.filter((name) => !untold.includes(name));
  return [
    ...(outcome === "undetermined"
      ? [strange.length > 0 ? `hangs on ${strange.join(", ")}` : `hangs on how it is called: ${missing.join(", ")}`]
      : []),
    ...granted.map((text) => `takes for granted: ${text}`),
    ...(open.length > 0 ? [`takes as absent: ${open.join(", ")}`] : []),
    ...readings.map((id) => `reads as chosen: ${id}`),
  ];
}

/** One of each kind, then a second of each, until there are enough. */
function takenInTurn(all: readonly Planned[], kind: (one: Planned) => string, most: number): readonly Planned[] {
  const kinds = new Map<string, Planned[]>();
  for (const one of spread(all, ({ question }) => JSON.stringify(question))) kinds.set(kind(one), [...(kinds.get(kind(one)) ?? []), one]);
  const taken: Planned[] = [];
  for (let turn = 0; taken.length < most; turn++) {
    const before = taken.length;
    for (const list of kinds.values()) {
      const next = list[turn];
      if (next !== undefined && taken.length < most) taken.push(next);
    }
    if (taken.length === before) break;
  }
  return taken;
}

/** In an order that has nothing to do with how they are listed, and is always the same. */
function spread<T>(all: readonly T[], textOf: (one: T) => string): readonly T[] {
  return all
    .map((one) => ({ one, mark: markOf(textOf(one)) }))
    .sort((a, b) => a.mark - b.mark)
    .map(({ one }) => one);
}

/** FNV-1a, 32 bits. */
function markOf(text: string): number {
  let mark = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) mark = Math.imul(mark ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return mark;
}

const CONTEXT = "kms:encryptioncontext:";

/** The encryption contexts that somebody tests: of each statement the first values of its conditions, of each grant its constraint. */
function contextsOf(principal: WorldPrincipal, key: WorldKey): readonly Readonly<Record<string, string>>[] {
  const policies: readonly Policy[] = [
    key.policy,
    ...principal.policies,
    ...(principal.boundary === undefined ? [] : [principal.boundary]),
  ];
  const found = [
    ...policies.flatMap(({ statements }) =>
      statements.map(({ conditions }) =>
        Object.fromEntries(
          conditions.flatMap(({ key: name, values: [value] }) => {
            const text = name.toLowerCase().startsWith(CONTEXT) && value !== undefined ? filledIn(value, principal) : undefined;
            return text === undefined ? [] : [[name.slice(CONTEXT.length), text]];
          }),
        ),
      ),
    ),
    ...key.grants.map(
      ({ Constraints: { EncryptionContextEquals: equals, EncryptionContextSubset: subset } = {} }) => equals ?? subset ?? {},
    ),
  ].filter((pairs) => Object.keys(pairs).length > 0);
  return [...new Map(found.map((pairs) => [JSON.stringify(pairs), pairs])).values()].slice(0, MOST_CONTEXTS);
}

/** A value that fits, where a tag of the principal or nothing at all is left open. */
function filledIn(value: string, { facts: { tags = {} } }: WorldPrincipal): string | undefined {
  const filled = value
    .replace(/\$\{aws:PrincipalTag\/([^}$*?]{1,128})\}/gi, (whole, name: string) => tags[name] ?? whole)
    .replace(/\$\{([*?$])\}/g, "$1");
  return filled.includes("${") || filled === "" || ["true", "false"].includes(filled) ? undefined : filled.replace(/[*?]/g, "x");
}

/** Whom a person may have credentials of: users and roles whose names are known. */
export function mayAsk({ facts: { arn }, openName }: WorldPrincipal): boolean {
  const resource = parseArn(arn)?.resource ?? "";
  return (
    openName === undefined &&
    /^(?:user|role|assumed-role)\//.test(resource) &&
    !/^(?:role|assumed-role)\/(?:aws-service-role\/|AWSServiceRoleFor)/.test(resource)
  );
}
