import type { Context } from "hono";
import type { OwnDeps } from "./deps.ts";
import { decide, decideIn, type Entities, type EntityFault, type Evaluation, readEntities } from "./entities.ts";
import { faultOf, jsonOf } from "./reply.ts";
import { candidatesOf, type Searched } from "./search-candidates.ts";
import { upToDate } from "./up-to-date.ts";

/** The AuthZEN Authorization API 1.0 (OpenID Foundation), in the names of KMS: `aws:principal`, `kms:Decrypt`, `AWS::KMS::Key`. A deny is no error. */

type Members = Readonly<Record<string, unknown>>;

export async function evaluate(c: Context, deps: OwnDeps): Promise<Response> {
  const body = await membersOf(c, deps);
  return body instanceof Response ? body : single(c, body, deps);
}

function single(c: Context, body: Members, deps: OwnDeps): Response {
  const read = readEntities(body, ALL);
  return isFault(read) ? faultOf(c, 400, read.fault) : c.json(decide(read, deps));
}

const ALL = ["subject", "action", "resource"] as const;

/** After which answers of a batch nothing more is asked. */
const SEMANTICS: Readonly<Record<string, (decision: boolean) => boolean>> = {
  execute_all: () => false,
  deny_on_first_deny: (decision) => !decision,
  permit_on_first_permit: (decision) => decision,
};

const MOST_EVALUATIONS = 10_000;

export async function evaluateAll(c: Context, deps: OwnDeps): Promise<Response> {
  const body = await membersOf(c, deps);
  if (body instanceof Response) return body;
  const { evaluations, options = {}, ...defaults } = body;
  if (evaluations === undefined || (Array.isArray(evaluations) && evaluations.length === 0)) return single(c, defaults, deps);
  if (!Array.isArray(evaluations)) return faultOf(c, 400, "`evaluations` is a list");
  if (evaluations.length > MOST_EVALUATIONS) return faultOf(c, 400, `\`evaluations\` has at most ${MOST_EVALUATIONS} items`);
  if (!isObject(options)) return faultOf(c, 400, "`options` is an object");
  const odd = [...ALL, "context"].find((name) => defaults[name] !== undefined && !isObject(defaults[name]));
  if (odd !== undefined) return faultOf(c, 400, `\`${odd}\` is an object`);
  const semantic = options.evaluations_semantic ?? "execute_all";
  const isLast = typeof semantic === "string" && Object.hasOwn(SEMANTICS, semantic) ? SEMANTICS[semantic] : undefined;
  if (isLast === undefined) return faultOf(c, 400, `\`evaluations_semantic\` is one of ${Object.keys(SEMANTICS).join(", ")}`);
  const answers: Evaluation[] = [];
  for (const item of evaluations as readonly unknown[]) {
    const read = isObject(item) ? readEntities({ ...defaults, ...item }, ALL) : { fault: "an evaluation is an object" };
    const answer = isFault(read) ? { decision: false, context: { error: { status: 400, message: read.fault } } } : decide(read, deps);
    answers.push(answer);
    if (isLast(answer.decision)) break;
  }
  return c.json({ evaluations: answers });
}

/** Who, what or which of all there is would be allowed: each that is given was asked for. */
export async function search(c: Context, deps: OwnDeps, searched: Searched): Promise<Response> {
  const body = await membersOf(c, deps);
  if (body instanceof Response) return body;
  const others = ALL.filter((name) => name !== searched);
  const read = readEntities(body, others, searched);
  if (isFault(read)) return faultOf(c, 400, read.fault);
  const { page } = body;
  if (page === undefined) return c.json({ results: found(read, searched, deps) });
  if (!isObject(page)) return faultOf(c, 400, "`page` is an object");
  const question = ["search", searched, read];
  const opened = typeof page.token === "string" && page.token !== "" ? deps.tokens.open(question, page.token) : JSON.stringify({ from: 0 });
  if (opened === undefined) return faultOf(c, 400, "the token is of another question, or none");
  const { from, limit: first } = JSON.parse(opened) as { from: number; limit?: number };
  const limit = page.limit ?? first ?? 1000;
  if (!Number.isInteger(limit) || (limit as number) < 0) return faultOf(c, 400, "`limit` is a whole number, and not below zero");
  const results = found(read, searched, deps);
  const until = from + (limit as number);
  const next_token = until < results.length ? deps.tokens.issue(question, JSON.stringify({ from: until, limit })) : "";
  return c.json({
    page: { next_token, count: Math.max(0, Math.min(results.length, until) - from), total: results.length },
    results: results.slice(from, until),
  });
}

function found(entities: Entities, searched: Searched, deps: OwnDeps): readonly object[] {
  const world = searched === "resource" ? deps.live.world : deps.live.worldFor(entities.resource.id);
  return candidatesOf(searched, entities, world)
    .filter((candidate) => decideIn(world, { ...entities, [searched]: candidate.entity }, deps).decision)
    .map(({ result }) => result);
}

/** Where the endpoints are; only where it is said under which name others reach them. */
export function metadata(c: Context, { publicUrl }: OwnDeps): Response {
  if (publicUrl === undefined) return faultOf(c, 404, "no --public-url was given: the paths are the default ones of AuthZEN");
  const base = publicUrl.replace(/\/$/, "");
  return c.json({
    policy_decision_point: publicUrl,
    access_evaluation_endpoint: `${base}/access/v1/evaluation`,
    access_evaluations_endpoint: `${base}/access/v1/evaluations`,
    search_subject_endpoint: `${base}/access/v1/search/subject`,
    search_resource_endpoint: `${base}/access/v1/search/resource`,
    search_action_endpoint: `${base}/access/v1/search/action`,
  });
}

async function membersOf(c: Context, deps: OwnDeps): Promise<Members | Response> {
  const read = await jsonOf(c);
  await upToDate(deps, "recent");
  if ("fault" in read) return faultOf(c, 400, read.fault);
  return isObject(read.value) ? read.value : faultOf(c, 400, "the body is a JSON object");
}

const isObject = (value: unknown): value is Members => typeof value === "object" && value !== null && !Array.isArray(value);
const isFault = (read: Entities | EntityFault): read is EntityFault => "fault" in read;
