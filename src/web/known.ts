import type { JsonNode } from "../base/json-source.ts";
import type { World } from "../estate/world.ts";
import type { Known } from "./complete.ts";
import type { PageDocument } from "./documents.ts";
import { treeOf } from "./read.ts";
import type { PageQuestion } from "./state.ts";

/** Who and what documents and a question name, each once: short names of a world first, then ARNs. */
export function knownIn(documents: readonly PageDocument[], question: PageQuestion, world?: World): Known {
  const principals = new Set<string>();
  const resources = new Set<string>();
  for (const one of world?.estate.principals ?? []) principals.add(one.name).add(one.facts.arn);
  for (const key of world?.estate.keys ?? []) for (const name of [key.name, key.arn, ...key.aliases]) resources.add(name);
  const asker = typeof question.principal === "string" ? question.principal : question.principal.arn;
  for (const text of [asker, question.resource]) sort(text, principals, resources);
  for (const document of documents) walk(treeOf(document), (text) => sort(text, principals, resources));
  return { principals: [...principals].slice(0, MOST), resources: [...resources].slice(0, MOST) };
}

const MOST = 500;

function sort(text: string, principals: Set<string>, resources: Set<string>): void {
  if (/^arn:[^:*]*:(?:iam|sts):[^:]*:[^:]*:[^*]+$/.test(text)) principals.add(text);
  else if (/^arn:[^:*]*:kms:[^:*]*:[^:*]*:[^*]+$/.test(text)) resources.add(text);
}

function walk(node: JsonNode | undefined, take: (text: string) => void): void {
  if (node?.kind === "string") {
    if (node.value.length < 2_048) take(node.value);
  } else if (node?.kind === "array") for (const item of node.items) walk(item, take);
  else if (node?.kind === "object") for (const { value } of node.members) walk(value, take);
}
