import { kmsAction } from "../../catalog/actions.ts";
import { conditionKey } from "../../catalog/condition-keys.ts";
import type { Question } from "../../estate/question.ts";
import { World } from "../../estate/world.ts";
import type { ContextValue, PrincipalFacts } from "../../iam/request.ts";
import type { OwnDeps } from "./deps.ts";

/** Who, what and which, as AuthZEN writes them. */
export type Entities = {
  readonly subject: Entity;
  readonly action: Entity;
  readonly resource: Entity;
  readonly context: Members;
};
type Members = Readonly<Record<string, unknown>>;
export type Entity = { readonly type: string; readonly id: string; readonly properties: Members };
export type EntityFault = { readonly fault: string };

export type Evaluation = { readonly decision: boolean; readonly context: object };

export const SUBJECT = "aws:principal";
export const RESOURCE = "AWS::KMS::Key";

/** `needed` must be whole; of what is searched only the type counts. */
export function readEntities(body: Members, needed: readonly string[], searched?: string): Entities | EntityFault {
  const read: Record<string, Entity> = { subject: NONE, action: NONE, resource: NONE };
  for (const name of needed) {
    const entity = readEntity(name, body[name], true);
    if (typeof entity === "string") return { fault: entity };
    read[name] = entity;
  }
  if (searched !== undefined && searched !== "action") {
    const entity = readEntity(searched, body[searched], false);
    if (typeof entity === "string") return { fault: entity };
    read[searched] = entity;
  }
  const { context = {} } = body;
  if (!isObject(context)) return { fault: "`context` is an object" };
  return { ...(read as Pick<Entities, "subject" | "action" | "resource">), context };
}

const NONE: Entity = { type: "", id: "", properties: {} };

function readEntity(name: string, value: unknown, isWhole: boolean): Entity | string {
  if (!isObject(value)) return `\`${name}\` is needed, and an object`;
  const { type, id, name: called, properties = {} } = value;
  if (!isObject(properties)) return `\`properties\` of \`${name}\` is an object`;
  if (name === "action") return typeof called === "string" ? { type: "", id: called, properties } : "`action` has a `name`";
  if (typeof type !== "string") return `\`${name}\` has a \`type\``;
  if (isWhole && typeof id !== "string") return `\`${name}\` has an \`id\``;
  return { type, id: isWhole ? (id as string) : "", properties };
}

type Deciding = Pick<OwnDeps, "live" | "standing" | "decisions" | "newId">;

/** What the world says of it, and keeps so that somebody can ask why. Where something is not known that would decide, the answer is no. */
export const decide = (entities: Entities, deps: Deciding): Evaluation =>
  decideIn(deps.live.worldFor(entities.resource.id), entities, deps, true);

/** `world`: one with the key in it. */
export function decideIn(current: World, entities: Entities, deps: Deciding, isKept = false): Evaluation {
  const { subject, action, resource } = entities;
  if (subject.type !== SUBJECT) return no(`subjects here are of type ${SUBJECT}`);
  if (resource.type !== RESOURCE) return no(`resources here are of type ${RESOURCE}`);
  if (kmsAction(action.id) === undefined) return no("AWS KMS has no such action");
  const world = withTags(current, resource);
  const answer = world.authorize(questionOf(entities, new Date(deps.standing.site.service.ports.now()).toISOString()));
  if (answer.invalid !== undefined)
    return {
      decision: false,
      context: { outcome: "invalid", reason: answer.invalid[0]?.message, error: { status: 400, message: answer.invalid[0]?.message } },
    };
  const { decision, outcome, reason, by, missing, error } = answer;
  const id = isKept ? deps.newId() : undefined;
  if (id !== undefined) deps.decisions.keep(id, answer);
  return { decision: decision === "Allow", context: { id, outcome, reason, by, missing, error } };
}

const no = (reason: string): Evaluation => ({ decision: false, context: { outcome: "implicitDeny", reason } });

const FACTS = ["roleArn", "userArn", "userId", "tags", "orgId", "orgPath", "serviceLinkedRole", "mfaAgeSeconds", "sourceIdentity"] as const;

/** Facts that are sent win over those of the world: whoever asks has seen the caller. */
function questionOf({ subject, action, resource, context }: Entities, now: string): Question {
  const facts = Object.fromEntries(
    FACTS.filter((name) => subject.properties[name] !== undefined).map((name) => [name, subject.properties[name]]),
  );
  const principal = Object.keys(facts).length === 0 ? subject.id : ({ arn: subject.id, ...facts } as PrincipalFacts);
  const { encryptionContext, viaService, grantTokens, context: own } = action.properties;
  const time = typeof context.time === "string" ? context.time : now;
  return {
    principal,
    action: action.id,
    key: resource.id,
    context: { ...knownKeys(context), ...(isObject(own) ? knownKeys(own) : {}) },
    time,
    ...(encryptionContext !== undefined && { encryptionContext: encryptionContext as Record<string, string> }),
    ...(viaService !== undefined && { viaService: viaService as string }),
    ...(grantTokens !== undefined && { grantTokens: grantTokens as string[] }),
  };
}

/** What is no condition key of AWS means nothing here. */
const knownKeys = (context: Members): Record<string, ContextValue> & Question["context"] =>
  Object.fromEntries(Object.entries(context).filter(([name]) => conditionKey(name) !== undefined)) as never;

/** Tags that are sent of a key are in place of those that it has. */
function withTags(world: World, { id, properties }: Entity): World {
  const { tags } = properties;
  if (!isObject(tags)) return world;
  const { estate } = world;
  const keys = estate.keys.map((key) =>
    [key.name, key.arn, key.id, ...key.aliases].includes(id) ? { ...key, tags: { ...key.tags, ...(tags as Record<string, string>) } } : key,
  );
  return new World({ ...estate, keys });
}

const isObject = (value: unknown): value is Members => typeof value === "object" && value !== null && !Array.isArray(value);
