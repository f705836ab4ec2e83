import { type Engine, engine } from "../authz/authorizer.ts";
import type { Answer, Determining, Outcome } from "../authz/decision.ts";
import { BoundedCache } from "../base/bounded-cache.ts";
import { ALLOW_ALL } from "../estate/allow-all.ts";
import { compileSet } from "../estate/policy-documents.ts";
import type { Question } from "../estate/question.ts";
import type { Posed, World } from "../estate/world.ts";
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

type Put =
  | {
      readonly kind: "put";
      readonly question: Question;
      readonly posed: Posed;
      readonly answer: Answer;
      readonly most: () => Answer | undefined;
    }
  | { readonly kind: "open"; readonly missing: readonly string[] }
  | { readonly kind: "elsewhere"; readonly key: string };

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
    const put = this.#put(check);
    if (put.kind !== "put") return put;
    const { posed, answer } = put;
    const [request, most] = [posed.request(), put.most()];
    const { outcome, by, missing = [], invalid } = answer;
    if (invalid !== undefined) return { kind: "open", missing: invalid.map(({ message }) => message), request };
    if (most === undefined || most.outcome === outcome)
      return { kind: "decided", outcome, by, missing, request, ...(outcome === "undetermined" && { perhaps: perhapsBy(answer) }) };
    const arn = typeof put.question.principal === "string" ? put.question.principal : put.question.principal.arn;
    return {
      kind: "decided",
      outcome: "undetermined",
      by: [],
      missing: [...missing, `identity policies of ${arn}`],
      request,
      perhaps: perhapsBy(most),
    };
  }

  /** The outcome alone, without what it rests on; undefined on a key that the world does not have. */
  outcomeOf(check: RecordedCheck): Outcome | undefined {
    const put = this.#put(check);
    if (put.kind !== "put") return put.kind === "elsewhere" ? undefined : "undetermined";
    const { outcome, invalid } = put.answer;
    if (invalid !== undefined || outcome !== "implicitDeny") return outcome;
    return (put.most()?.outcome ?? outcome) === outcome ? outcome : "undetermined";
  }

  /** `most`: the answer if the caller's identity policies allowed everything, where the world does not list him and that is to be thought of. */
  #put(check: RecordedCheck): Put {
    if ("lacking" in check) return { kind: "open", missing: [check.lacking] };
    const question = this.#completed(check.question);
    const { key } = question;
    if (key?.includes(":key/") && !this.#keys.has(key)) return { kind: "elsewhere", key };
    const read = this.world.pose(question);
    if (!read.ok) return { kind: "open", missing: read.error.map(({ message }) => message) };
    const posed = read.value;
    if (key !== undefined && !this.#keys.has(posed.resource)) return { kind: "elsewhere", key };
    const answer = posed.authorize();
    const isSure = answer.outcome === "explicitDeny" || answer.outcome === "allowed" || answer.invalid !== undefined;
    const isOpen = () => !isSure && this.#taken.unlisted === "anything" && this.#isUnlisted(question);
    return { kind: "put", question, posed, answer, most: () => (isOpen() ? this.#mostOf(question, posed) : undefined) };
  }

  /** With what the world knows, or is taken to: the VPC of an endpoint, the tags of sessions. */
  #completed(question: Question): Question {
    const isStrange = typeof question.context?.["aws:SourceVpce"] === "string" && this.#endpointOf(question) === undefined;
    const tags = this.#taken.sessionTags === "none" && question.unknown?.includes(TAGS) === true;
    if (!isStrange && !tags) return question;
    const { unknown = [], ...rest } = question;
    const left = [...(tags ? unknown.filter((name) => name !== TAGS) : unknown), ...(isStrange ? ["aws:SourceVpc"] : [])];
    return { ...rest, ...(left.length > 0 && { unknown: left }) };
  }

  #endpointOf({ context }: Question) {
    const id = context?.["aws:SourceVpce"];
    return typeof id === "string" ? this.world.lookup.endpointOf(id) : undefined;
  }

  #isUnlisted({ principal }: Question): boolean {
    const asker = this.world.lookup.asker(principal);
    if (!asker.ok || asker.value.entries.length > 0) return false;
    return ["user", "role-session", "federated-user"].includes(asker.value.caller.kind);
  }

  /** The same question, of somebody whose identity policies allow everything. */
  #mostOf(question: Question, { gathered }: Posed): Answer {
    const { documents, grants, key, request } = gathered();
    const account = parseArn(typeof request.principal === "string" ? request.principal : request.principal.arn)?.account ?? "";
    const name = JSON.stringify([
      request.resource,
      isAccountId(account) ? account : "",
      question.endpoint,
      this.#endpointOf(question)?.id,
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
