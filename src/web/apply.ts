import { type Document, parseDocument } from "yaml";
import type { Repair, RepairPart, RepairPlace } from "../analysis/repair.ts";
import type { Layer } from "../authz/decision.ts";
import { pointerSteps } from "../base/text.ts";
import type { Grant } from "../iam/request.ts";
import type { Operation } from "../repair/patch.ts";
import { hasWorld, isYamlText, newDocument, type PageDocument, type Role, withText } from "./documents.ts";
import { patchedText } from "./text-patch.ts";

/** Documents with a repair applied, and the name of one that changed. */
export type Applied = { readonly documents: readonly PageDocument[]; readonly changed: string };

const ROLE_OF_LAYER: Readonly<Record<Layer, Role>> = {
  resource: "key-policy",
  identity: "identity",
  boundary: "boundary",
  session: "session",
  "service-control": "scp",
  "resource-control": "rcp",
  endpoint: "endpoint",
  grant: "grants",
};

/** Applies all parts of a repair to the documents; undefined where one of them has no place among them, and then nothing is changed. */
export function withRepair(documents: readonly PageDocument[], { also = [], ...first }: Repair): Applied | undefined {
  let now: Applied | undefined = { documents, changed: "" };
  for (const part of [first, ...also]) {
    const next: Applied | undefined = now && withPart(now.documents, part);
    now = next && { documents: next.documents, changed: now?.changed || next.changed };
  }
  return now;
}

function withPart(documents: readonly PageDocument[], { where, patch }: RepairPart): Applied | undefined {
  const isGrant = where.layer === "grant";
  if (hasWorld(documents))
    return isGrant ? withGrantInWorld(documents, where, patch as Grant) : inWorld(documents, where, patch as readonly Operation[]);
  if (isGrant) return withGrant(documents, patch as Grant);
  return inCase(documents, where, patch as readonly Operation[]);
}

function inCase(documents: readonly PageDocument[], { layer, file, isNew }: RepairPlace, patch: readonly Operation[]): Applied | undefined {
  if (isNew) {
    const text = patchedText("{}", patch);
    if (text === undefined) return undefined;
    const added = newDocument(documents, ROLE_OF_LAYER[layer], text);
    return { documents: [...documents, added], changed: added.name };
  }
  const old = documents.find(({ name }) => name === file);
  const text = old && patchedText(old.text, patch);
  return old && text !== undefined ? { documents: withText(documents, old.name, text), changed: old.name } : undefined;
}

/** A grant more, in the list that there is, or in a new one. */
function withGrant(documents: readonly PageDocument[], grant: Grant): Applied | undefined {
  const old = documents.find(({ role }) => role === "grants");
  const value = JSON.parse(JSON.stringify(grant));
  if (old === undefined) {
    const added = newDocument(documents, "grants", `${JSON.stringify([value], undefined, 2)}\n`);
    return { documents: [...documents, added], changed: added.name };
  }
  const list = /^\s*\{/.test(old.text) ? "/Grants" : "";
  const text = patchedText(old.text, [{ op: "add", path: `${list}/-`, value }]);
  return text === undefined ? undefined : { documents: withText(documents, old.name, text), changed: old.name };
}

/** Of a world: a document is where its place says, in the world's text or in a file of its own. One that is not there yet is not made. */
function inWorld(
  documents: readonly PageDocument[],
  { file, pointer = "", isNew }: RepairPlace,
  patch: readonly Operation[],
): Applied | undefined {
  const old = documents.find(({ name }) => name === file);
  if (old === undefined || isNew) return undefined;
  const text = isYamlText(old) ? patchedYaml(old.text, patch, pointer) : patchedText(old.text, patch, pointer);
  return text === undefined ? undefined : { documents: withText(documents, old.name, text), changed: old.name };
}

/** The text of a YAML document after a patch: comments stay. */
function patchedYaml(text: string, patch: readonly Operation[], at: string): string | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0) return undefined;
  try {
    for (const operation of patch) changeYaml(document, pointerSteps(at + operation.path), operation);
    return document.toString({ lineWidth: 0 });
  } catch {
    return undefined;
  }
}

function changeYaml(document: Document, steps: readonly string[], operation: Operation): void {
  const path = steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  if (operation.op === "remove") {
    document.deleteIn(path);
    return;
  }
  const value = document.createNode(operation.value);
  const parent = document.getIn(path.slice(0, -1), true);
  const items = (parent as { readonly items?: unknown[] } | undefined)?.items;
  const last = path.at(-1);
  if (operation.op === "add" && items !== undefined && (last === "-" || typeof last === "number")) {
    items.splice(last === "-" ? items.length : last, 0, value);
    return;
  }
  document.setIn(path, value);
}

/** A grant as a world writes it. */
function withGrantInWorld(documents: readonly PageDocument[], { key }: RepairPlace, grant: Grant): Applied | undefined {
  const { GranteePrincipal, GranteeServicePrincipal, Operations, Constraints, Name } = grant;
  const grantee = GranteePrincipal ?? GranteeServicePrincipal;
  const entry = {
    ...(Name !== undefined && { name: Name }),
    grantee,
    operations: Operations,
    ...(Constraints && { constraints: Constraints }),
  };
  for (const old of documents.filter(({ role }) => role === "world")) {
    const document = parseDocument(old.text);
    if (key === undefined || !document.hasIn(["keys", key])) continue;
    const grants = document.hasIn(["keys", key, "grants"]);
    const pointer = `/keys/${key.replaceAll("~", "~0").replaceAll("/", "~1")}/grants`;
    const value = JSON.parse(JSON.stringify(grants ? entry : [entry]));
    const patch: readonly Operation[] = [{ op: "add", path: grants ? `${pointer}/-` : pointer, value }];
    const text = isYamlText(old) ? patchedYaml(old.text, patch, "") : patchedText(old.text, patch);
    if (text !== undefined) return { documents: withText(documents, old.name, text), changed: old.name };
  }
  return undefined;
}
