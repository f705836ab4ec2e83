import { type Engine, engine } from "../authz/authorizer.ts";
import type { Answer, Determining, Outcome } from "../authz/decision.ts";
import { BoundedCache } from "../base/bounded-cache.ts";
import { invariant } from "../base/invariant.ts";
import { ALLOW_ALL } from "../estate/allow-all.ts";
import { compileSet } from "../estate/policy-documents.ts";
import type { Question } from "../estate/question.ts";
import type { World } from "../estate/world.ts";
import { isAccountId, parseArn } from "../iam/arn.ts";
import type { Request } from "../iam/request.ts";
import type { RecordedCheck } from "./recorded-call.ts";

/** What a world says of one check. `elsewhere`: on a key that it does not have, so it says nothing. */
export type Verdict =
  | {
      readonly kind: "decided";
      readonly outcome: Outcome;
      readonly by: readonly Determining[];
      readonly missing: readonly string[];
      readonly perhaps?: readonly Determining[]; // of what is undetermined: the statements and grants that may have let it in
      readonly request: Request;
    }
  | { readonly kind: "open"; readonly missing: readonly string[]; readonly request?: Request }
  | { readonly kind: "elsewhere"; readonly key: string };

/** What is taken of principals that the world does not list: a log proves that they are there, so by default they may hold any identity policy. */
export type Unlisted = "anything" | "nothing";

/** What is taken for granted where neither log nor world says it. */
export type Taken = {
  readonly unlisted: Unlisted;
  readonly sessionTags: "unknown" | "none"; // no record has the tags that a session brought
};

/** One world, as recorded calls are put to it. */
export class WorldSide {
  readonly world: World;
  readonly #taken: Taken;
  readonly #keys: ReadonlySet<string>;
  readonly #most = new BoundedCache<string, Engine>(256);

  constructor(world: World, taken: Taken) {
    this.world = world;
    this.#taken = taken;
    this.#keys = new Set(world.estate.keys.map(({ arn }) => arn));
  }

  ask(check: RecordedCheck): Verdict {
    if ("lacking" in check) return { kind: "open", missing: [check.lacking] };
    const question = this.#completed(check.question);
    const { key } = question;
    if (key?.includes(":key/") && !this.#keys.has(key)) return { kind: "elsewhere", key };
    const gathered = this.world.gather(question);
    if (!gathered.ok) return { kind: "open", missing: gathered.error.map(({ message }) => message) };
    if (key !== undefined && !this.#keys.has(gathered.value.request.resource)) return { kind: "elsewhere", key };
    const { request } = gathered.value;
    const answer = this.world.authorize(question);
    const { outcome, by, missing = [], invalid } = answer;
    if (invalid !== undefined) return { kind: "open", missing: invalid.map(({ message }) => message), request };
    const least: Verdict = {
      kind: "decided",
      outcome,
      by,
      missing,
      request,
      ...(outcome === "undetermined" && { perhaps: perhapsBy(answer) }),
    };
    if (this.#taken.unlisted === "nothing" || outcome === "explicitDeny" || outcome === "allowed" || !this.#isUnlisted(question))
      return least;
    const most = this.#mostOf(question, request);
    const arn = typeof question.principal === "string" ? question.principal : question.principal.arn;
    return most.outcome === outcome
      ? least
      : {
          kind: "decided",
          outcome: "undetermined",
          by: [],
          missing: [...missing, `identity policies of ${arn}`],
          request,
          perhaps: perhapsBy(most),
        };
  }

  /** With what the world knows, or is taken to: the VPC of an endpoint, the tags of sessions. */
  #completed(question: Question): Question {
    const id = question.context?.["aws:SourceVpce"];
    const isStrange = typeof id === "string" && this.world.lookup.endpointOf(id) === undefined;
    const tags = this.#taken.sessionTags === "none" && question.unknown?.includes(TAGS) === true;
    if (!isStrange && !tags) return question;
    const { unknown = [], ...rest } = question;
    const left = [...(tags ? unknown.filter((name) => name !== TAGS) : unknown), ...(isStrange ? ["aws:SourceVpc"] : [])];
    return { ...rest, ...(left.length > 0 && { unknown: left }) };
  }

  #isUnlisted({ principal }: Question): boolean {
    const asker = this.world.lookup.asker(principal);
    if (!asker.ok || asker.value.entries.length > 0) return false;
    return ["user", "role-session", "federated-user"].includes(asker.value.caller.kind);
  }

  /** The same question, of somebody whose identity policies allow everything. */
  #mostOf(question: Question, request: Request) {
    const gathered = this.world.gather(question);
    invariant(gathered.ok, "what was gathered once is gathered again");
    const { documents, grants, key } = gathered.value;
    const account = parseArn(typeof request.principal === "string" ? request.principal : request.principal.arn)?.account ?? "";
    const name = JSON.stringify([
      request.resource,
      isAccountId(account) ? account : "",
      question.endpoint,
      question.context?.["aws:SourceVpce"],
      question.action.split(":")[0],
    ]);
    const ask = this.#most.of(name, () =>
      engine(
        compileSet({ ...documents, identity: [...(documents.identity ?? []), ALLOW_ALL] }, grants, key, (policy) =>
          this.world.compiled(policy),
        ),
      ),
    );
    return ask(request);
  }
}

/** The statements that may have let a call in, and the grants. */
function perhapsBy({ trace }: Answer): readonly Determining[] {
  const statements = trace.policies.flatMap(({ statements: all }) =>
    all.filter(({ effect, applies }) => effect === "Allow" && applies !== false).map(({ ref }) => ref),
  );
  return [...statements, ...trace.grants.filter(({ applies }) => applies !== false).map(({ grant }) => ({ grant }))];
}

const TAGS = "aws:PrincipalTag/";
