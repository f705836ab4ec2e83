import { type Engine, engine, unread } from "../authz/authorizer.ts";
import type { Answer } from "../authz/decision.ts";
import { placedInRequest } from "../authz/key-names.ts";
import { BoundedCache } from "../base/bounded-cache.ts";
import { type Diagnostic, renderDiagnostic } from "../base/diagnostic.ts";
import { fromValue, NotJsonError } from "../base/json-source.ts";
import { ANYTHING, type Member, type Members, memberFaults, oneOf } from "../base/members.ts";
import { type ResourceType, resourceTypeOf } from "../estate/policy-documents.ts";
import type { Grant, KeyFacts, Request } from "../iam/request.ts";
import { shapeDiagnostics } from "../world/shape.ts";
import type { Case, CasePolicies } from "./case.ts";
import { readSet } from "./policy-set.ts";
import { validateCase, validateRequest } from "./validators.generated.js";

/** What an authorizer is made of: the members of a case, without its request. */
export type AuthorizerInput = {
  readonly policies?: CasePolicies | undefined;
  readonly grants?: readonly Grant[] | undefined;
  readonly key?: KeyFacts | undefined;
  /** What `policies.resource` is; a key policy unless told otherwise. */
  readonly resourceType?: ResourceType;
};

const INPUT: Members = {
  policies: ANYTHING,
  grants: ANYTHING,
  key: ANYTHING,
  resourceType: oneOf("key-policy", "trust", "resource"),
} satisfies Record<keyof AuthorizerInput, Member>;

/** Thrown for policies, grants or key facts that cannot be read. Carries every diagnostic, warnings included. */
export class InvalidPolicyError extends Error {
  override readonly name = "InvalidPolicyError";
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(renderDiagnostic).join("\n"));
    this.diagnostics = diagnostics;
  }
}

/** Decides requests: synchronous, pure and total. A request that cannot be read is answered with `invalid`, and never allowed. */
export type Authorize = (request: Request) => Answer;

/**
 * Compiles policies once, to decide many requests.
 *
 * @throws {InvalidPolicyError} with all diagnostics, when a policy, a grant or a key fact cannot be read, or a member is none of these.
 */
export function authorizer(input: AuthorizerInput): Authorize {
  const faults = memberFaults(input, INPUT, { file: "authorizer", pointer: "" });
  if (faults.length > 0) throw new InvalidPolicyError(faults);
  const made = makeEngine(input, input.resourceType ?? "key-policy", "");
  if (!("engine" in made)) throw new InvalidPolicyError(made.diagnostics);
  const decide = made.engine;
  return (request) => ask(decide, request, "");
}

/**
 * The answer to a whole case. Compiled policies are kept by content: the same policies again, in this object or another, cost no compilation. What
 * cannot be read is answered with `invalid`: the decision is Deny, the outcome undetermined.
 */
export function decide(theCase: Case): Answer {
  const made = engineOf(theCase);
  if (!("engine" in made)) return unread(made.diagnostics);
  const answer = ask(made.engine, theCase.request, "/request");
  Object.defineProperty(answer, "trace", { value: answer.trace, enumerable: true });
  return theCase.id === undefined ? answer : Object.assign(answer, { id: theCase.id });
}

type Made = { readonly engine: Engine } | { readonly diagnostics: readonly Diagnostic[] };

const ENGINES = new BoundedCache<string, Made>(64, 1_000_000);

function engineOf(theCase: Case): Made {
  try {
    const faults = validateCase(theCase);
    if (faults.length > 0) return { diagnostics: shapeDiagnostics(faults, (pointer) => ({ file: "case", pointer })) };
    const { request, policies, grants, key } = theCase;
    const type = resourceTypeOf(request.action, request.resource);
    const content = JSON.stringify([type, policies, grants, key]);
    return ENGINES.get(content) ?? ENGINES.set(content, makeEngine(theCase, type, ""));
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return { diagnostics: [notJson(error)] };
    throw error;
  }
}

const notJson = (error: Error): Diagnostic => ({
  code: "KW106",
  severity: "error",
  message: error.message,
  at: { file: "case", pointer: "" },
});

/** A snapshot of what it is given: later changes of the caller's objects change nothing here. */
function makeEngine({ policies, grants, key }: AuthorizerInput, type: ResourceType, pointer: string): Made {
  try {
    const faults = validateCase({ request: NO_REQUEST, policies, grants, key });
    if (faults.length > 0) return { diagnostics: shapeDiagnostics(faults, (at) => ({ file: "policies", pointer: at })) };
    const facts = structuredClone({ grants, key }); // the policies are read into a tree of their own
    const { set, diagnostics } = readSet({ policies: policies && fromValue(policies), ...facts }, type, { file: "policies", pointer });
    return set === undefined ? { diagnostics } : { engine: engine(set) };
  } catch (error) {
    if (error instanceof NotJsonError) return { diagnostics: [notJson(error)] };
    throw error;
  }
}

const NO_REQUEST = { principal: "", action: "", resource: "" };

function ask(decide: Engine, request: Request, pointer: string): Answer {
  const answer = decide(request);
  if (answer.invalid !== undefined) return unread(describe(answer.invalid, request, pointer));
  const { warnings } = answer;
  if (warnings === undefined || pointer === "") return answer;
  return Object.assign(answer, { warnings: placedInRequest(warnings, (one) => below(pointer, one).at) });
}

const below = (pointer: string, one: Diagnostic): Diagnostic => ({ ...one, at: { ...one.at, pointer: pointer + one.at.pointer } });

/** The engine says what is wrong with a value; of a wrong shape the schema says it better. */
function describe(invalid: readonly Diagnostic[], request: Request, pointer: string): readonly Diagnostic[] {
  const shape = shapeDiagnostics(validateRequest(request), (at) => ({ file: "request", pointer: pointer + at }));
  return shape.length > 0 ? shape : invalid.map((one) => below(pointer, one));
}
