import { engine } from "../authz/authorizer.ts";
import type { CompiledPolicy } from "../authz/compile.ts";
import { compile } from "../authz/compile.ts";
import type { Answer, Layer } from "../authz/decision.ts";
import type { PolicySet } from "../authz/link.ts";
import { fromValue } from "../base/json-source.ts";
import { parsePolicyNode } from "../iam/parse/parse.ts";
import type { Policy, PolicyType, StatementRef } from "../iam/policy.ts";
import type { Grant, Request } from "../iam/request.ts";
import { documentOf } from "./document.ts";
import { isObject, type JsonObject, type Operation, patched } from "./patch.ts";

/** Where a policy has its say. An index behind the last policy of a layer is that of one that is not there yet. */
export type Slot = {
  readonly layer: Exclude<Layer, "grant">;
  readonly level?: number | undefined;
  readonly index: number;
  readonly type?: PolicyType; // of one that is not there yet
};

/** A change of one document, or one grant more. */
export type Edit = {
  readonly text: string; // an order to a person: `let statement "AllowApp" of key policy take kms:Decrypt too`
  readonly rank: number; // the less, the more is it like what people would do
  readonly affects?: string; // ARN or service: nobody else is affected
} & ({ readonly slot: Slot; readonly patch: readonly Operation[] } | { readonly grant: Grant });

/** What each policy was read from, as JSON; by default what it says in the shortest form. */
export type DocumentOf = (policy: Policy) => JsonObject | undefined;

/** Policies and grants that have a say in a request, after some edits. Asking costs the linking of the policies; a changed document is read as AWS would. */
export class State {
  readonly set: PolicySet;
  readonly edits: readonly Edit[];
  readonly #documents: ReadonlyMap<Policy, JsonObject>;
  readonly #documentOf: DocumentOf;
  #answer: Answer | undefined;

  private constructor(set: PolicySet, edits: readonly Edit[], documents: ReadonlyMap<Policy, JsonObject>, documentFor: DocumentOf) {
    this.set = set;
    this.edits = edits;
    this.#documents = documents;
    this.#documentOf = documentFor;
  }

  static of(set: PolicySet, documentFor: DocumentOf = () => undefined): State {
    return new State(set, [], new Map(), documentFor);
  }

  document(policy: Policy): JsonObject {
    return this.#documents.get(policy) ?? this.#documentOf(policy) ?? documentOf(policy);
  }

  answer(request: Request): Answer {
    this.#answer ??= engine(this.set)(request);
    return this.#answer;
  }

  policies(layer: Slot["layer"], level?: number): readonly CompiledPolicy[] {
    return listIn(this.set, layer, level);
  }

  policyAt({ layer, level, index }: Slot): Policy | undefined {
    return this.policies(layer, level)[index]?.source;
  }

  slots(layer: Slot["layer"]): readonly Slot[] {
    const isLeveled = layer === "service-control" || layer === "resource-control";
    const levels = isLeveled ? this.#levels(layer).map((_, level) => level) : [undefined];
    return levels.flatMap((level) =>
      this.policies(layer, level).map((_, index) => ({ layer, ...(level !== undefined && { level }), index })),
    );
  }

  #levels(layer: "service-control" | "resource-control") {
    return layer === "service-control" ? this.set.serviceControl : this.set.resourceControl;
  }

  /** The slot of the policy that a statement stands in: by the statement's name, which is an object of its own. */
  slotOf(ref: StatementRef): Slot | undefined {
    return LAYERS.flatMap((layer) => this.slots(layer)).find(({ layer, level, index }) =>
      listIn(this.set, layer, level)[index]?.statements.some((statement) => statement.ref === ref),
    );
  }

  /** Undefined where the changed document is none that AWS would store. */
  after(edit: Edit): State | undefined {
    const edits = [...this.edits, edit];
    if ("grant" in edit)
      return new State({ ...this.set, grants: [...this.set.grants, edit.grant] }, edits, this.#documents, this.#documentOf);
    const { slot, patch } = edit;
    const old = this.policyAt(slot);
    const document = patched(old && this.document(old), patch);
    if (!isObject(document)) return undefined;
    const policy = read(document, old, slot);
    if (policy === undefined) return undefined;
    const documents = new Map(this.#documents).set(policy, document);
    return new State(withPolicy(this.set, slot, compile(policy)), edits, documents, this.#documentOf);
  }
}

export const LAYERS: readonly Slot["layer"][] = [
  "service-control",
  "resource-control",
  "endpoint",
  "boundary",
  "session",
  "resource",
  "identity",
];

function listIn(set: PolicySet, layer: Slot["layer"], level = 0): readonly CompiledPolicy[] {
  const one = (policy: CompiledPolicy | undefined) => (policy === undefined ? [] : [policy]);
  switch (layer) {
    case "service-control":
      return set.serviceControl[level] ?? [];
    case "resource-control":
      return set.resourceControl[level] ?? [];
    case "endpoint":
      return one(set.endpoint);
    case "boundary":
      return one(set.boundary);
    case "session":
      return set.session ?? [];
    case "resource":
      return one(set.resource);
    case "identity":
      return set.identity;
  }
}

const TYPES: Readonly<Record<Slot["layer"], PolicyType>> = {
  "service-control": "service-control",
  "resource-control": "resource-control",
  endpoint: "endpoint",
  boundary: "boundary",
  session: "session",
  resource: "key-policy",
  identity: "identity",
};

/** What people call a policy that is not there yet. */
export function newName(layer: Slot["layer"], type?: PolicyType): string {
  if (layer === "resource") return type === "trust" ? "a trust policy" : type === "resource" ? "a resource policy" : "a key policy";
  return NEW_NAMES[layer];
}

const NEW_NAMES: Readonly<Record<Exclude<Slot["layer"], "resource">, string>> = {
  "service-control": "a service control policy",
  "resource-control": "a resource control policy",
  endpoint: "an endpoint policy",
  boundary: "a permissions boundary",
  session: "a session policy",
  identity: "an identity policy",
};

function read(document: JsonObject, old: Policy | undefined, { layer, type }: Slot): Policy | undefined {
  const file = old?.statements[0]?.at.file;
  const options = { type: old?.type ?? type ?? TYPES[layer], name: old?.name ?? newName(layer, type), ...(file !== undefined && { file }) };
  const { policy } = parsePolicyNode(fromValue(document), options);
  return policy === undefined || old?.doubtful === undefined ? policy : { ...policy, doubtful: old.doubtful }; // what is not known of it stays so
}

function withPolicy(set: PolicySet, { layer, level = 0, index }: Slot, policy: CompiledPolicy): PolicySet {
  const put = (list: readonly CompiledPolicy[]) => [...list.slice(0, index), policy, ...list.slice(index + 1)];
  const inLevel = (levels: readonly (readonly CompiledPolicy[])[]) => levels.map((list, i) => (i === level ? put(list) : list));
  switch (layer) {
    case "service-control":
      return { ...set, serviceControl: inLevel(set.serviceControl) };
    case "resource-control":
      return { ...set, resourceControl: inLevel(set.resourceControl) };
    case "session":
      return { ...set, session: put(set.session ?? []) };
    case "identity":
      return { ...set, identity: put(set.identity) };
    case "endpoint":
    case "boundary":
    case "resource":
      return { ...set, [layer]: policy };
  }
}
