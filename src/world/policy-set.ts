import type { CompiledPolicy } from "../authz/compile.ts";
import { compile } from "../authz/compile.ts";
import type { PolicySet } from "../authz/link.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import type { JsonMember, JsonNode } from "../base/json-source.ts";
import { pointerStep } from "../base/text.ts";
import type { Policy, PolicyType } from "../iam/policy.ts";
import type { Grant, KeyFacts } from "../iam/request.ts";
import { grantDiagnostics } from "./grant-check.ts";
import { parsePolicyNode } from "./policy-text.ts";

/** What a case says beside its request; the shape of it is already checked. */
export type SetParts = {
  readonly policies?: JsonNode | undefined;
  readonly grants?: readonly Grant[] | undefined;
  readonly key?: KeyFacts | undefined;
};

/** Where the case is: what a person calls the input, the pointer of the case in it, and where an offset is, if it ever was text. */
export type SetPlace = {
  readonly file: string;
  readonly pointer: string;
  readonly place?: ((offset: number) => { line: number; column: number } | undefined) | undefined;
};

/** What the policy attached to the resource is read as: that depends on what is asked (KMS keys, roles, anything else). */
export type ResourceType = Extract<PolicyType, "key-policy" | "trust" | "resource">;

export function resourceTypeOf(action: string, resource: string): ResourceType {
  const lower = action.toLowerCase();
  if (lower.startsWith("sts:") && /^arn:[^:]*:iam:[^:]*:[^:]*:role\//.test(resource)) return "trust";
  return lower.startsWith("kms:") ? "key-policy" : "resource";
}

/** Documents that were parsed one by one, each with its place in a file of its own. */
export type PolicyDocuments = {
  readonly resource?: Policy | undefined;
  readonly identity?: readonly Policy[] | undefined;
  readonly boundary?: Policy | undefined;
  readonly session?: readonly Policy[] | undefined;
  readonly serviceControl?: readonly (readonly Policy[])[] | undefined;
  readonly resourceControl?: readonly (readonly Policy[])[] | undefined;
  readonly endpoint?: Policy | undefined;
};

/** `compiled` gives the compiled form of a document: one who asks about the same documents again and again may remember them. */
export function compileSet(documents: PolicyDocuments, grants: readonly Grant[] = [], key?: KeyFacts, compiled = compile): PolicySet {
  const one = (policy: Policy | undefined): CompiledPolicy | undefined => policy && compiled(policy);
  const many = (policies: readonly Policy[] | undefined): readonly CompiledPolicy[] => (policies ?? []).map((policy) => compiled(policy));
  return {
    resource: one(documents.resource),
    identity: many(documents.identity),
    boundary: one(documents.boundary),
    session: documents.session && many(documents.session),
    serviceControl: (documents.serviceControl ?? []).map(many),
    resourceControl: (documents.resourceControl ?? []).map(many),
    endpoint: one(documents.endpoint),
    grants,
    key,
  };
}

/** Reads every policy of a case and checks its grants. All diagnostics are told; there is a set only where none of them is an error. */
export function readSet(
  parts: SetParts,
  resourceType: ResourceType,
  at: SetPlace,
): { readonly set?: PolicySet; readonly diagnostics: readonly Diagnostic[] } {
  const reader = new DocumentReader(at);
  const members = new Map((parts.policies?.kind === "object" ? parts.policies.members : []).map((member) => [member.name, member]));
  const documents: PolicyDocuments = {
    resource: reader.one(members.get("resource"), resourceType, RESOURCE_NAMES[resourceType]),
    identity: reader.list(members.get("identity"), "identity", "identity policy"),
    boundary: reader.one(members.get("boundary"), "boundary", "boundary"),
    session: members.has("session") ? reader.list(members.get("session"), "session", "session policy") : undefined,
    serviceControl: reader.levels(members.get("serviceControl"), "service-control", "SCP"),
    resourceControl: reader.levels(members.get("resourceControl"), "resource-control", "RCP"),
    endpoint: reader.one(members.get("endpoint"), "endpoint", "endpoint policy"),
  };
  const diagnostics = [...reader.diagnostics, ...grantDiagnostics(parts.grants ?? [], { file: at.file, pointer: `${at.pointer}/grants` })];
  if (diagnostics.some(({ severity }) => severity === "error")) return { diagnostics };
  return { set: compileSet(documents, parts.grants, parts.key), diagnostics };
}

const RESOURCE_NAMES: Readonly<Record<ResourceType, string>> = {
  "key-policy": "key policy",
  trust: "trust policy",
  resource: "resource policy",
};

/** Reads the documents of one case, each under the name a person would call it by. */
class DocumentReader {
  readonly diagnostics: Diagnostic[] = [];
  private readonly at: SetPlace;

  constructor(at: SetPlace) {
    this.at = at;
  }

  one(member: JsonMember | undefined, type: PolicyType, name: string): Policy | undefined {
    return member && this.read(member.value, type, name, `/policies/${member.name}`);
  }

  list(member: JsonMember | undefined, type: PolicyType, name: string): readonly Policy[] {
    return member === undefined ? [] : this.items(member.value, type, name, `/policies/${member.name}`);
  }

  levels(member: JsonMember | undefined, type: PolicyType, name: string): readonly (readonly Policy[])[] {
    if (member?.value.kind !== "array") return [];
    return member.value.items.map((level, i) => this.items(level, type, `${name} level ${i + 1} policy`, `/policies/${member.name}/${i}`));
  }

  private items(node: JsonNode, type: PolicyType, name: string, pointer: string): readonly Policy[] {
    if (node.kind !== "array") return [];
    return node.items.flatMap((item, i) => this.read(item, type, `${name} ${i + 1}`, pointerStep(pointer, i)) ?? []);
  }

  /** A document, or `{ name, document }`. */
  private read(node: JsonNode, type: PolicyType, name: string, pointer: string): Policy | undefined {
    const named = node.kind === "object" ? node.members.find((member) => member.name === "document") : undefined;
    const given = node.kind === "object" && named ? node.members.find((member) => member.name === "name")?.value : undefined;
    const { policy, diagnostics } = parsePolicyNode(named?.value ?? node, {
      type,
      name: given?.kind === "string" ? given.value : name,
      file: this.at.file,
      pointer: `${this.at.pointer}${pointer}${named ? "/document" : ""}`,
      ...(this.at.place && { place: this.at.place }),
    });
    this.diagnostics.push(...diagnostics);
    return policy;
  }
}
