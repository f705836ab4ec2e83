import type { PolicySet } from "../authz/link.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import type { JsonMember, JsonNode } from "../base/json-source.ts";
import { pointerStep } from "../base/text.ts";
import { allowsNothing, denyOnly } from "../estate/deny-only.ts";
import { compileSet, type PolicyDocuments, type ResourceType } from "../estate/policy-documents.ts";
import type { Policy, PolicyType } from "../iam/policy.ts";
import type { Grant, KeyFacts } from "../iam/request.ts";
import { grantDiagnostics } from "../world/grant-check.ts";
import { parsePolicyNode } from "../world/policy-text.ts";

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
  documents.serviceControl?.forEach((level, i) => {
    const pointer = `${at.pointer}/policies/serviceControl/${i}`;
    const offset = levelAt(members.get("serviceControl"), i);
    if (level.length > 0 && allowsNothing(level))
      reader.diagnostics.push(denyOnly(`level ${i + 1}`, { file: at.file, ...at.place?.(offset), pointer }));
  });
  const diagnostics = [...reader.diagnostics, ...grantDiagnostics(parts.grants ?? [], { file: at.file, pointer: `${at.pointer}/grants` })];
  if (diagnostics.some(({ severity }) => severity === "error")) return { diagnostics };
  return { set: compileSet(documents, parts.grants, parts.key), diagnostics };
}

const levelAt = (member: JsonMember | undefined, i: number): number => {
  const level = member?.value.kind === "array" ? member.value.items[i] : undefined;
  return level?.start ?? 0;
};

/** What the policy of a resource is called in a case. */
export const RESOURCE_NAMES: Readonly<Record<ResourceType, string>> = {
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
