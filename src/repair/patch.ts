import { pointerSteps } from "../base/text.ts";

/** One operation of a JSON Patch (RFC 6902). */
export type Operation =
  | { readonly op: "add" | "replace"; readonly path: string; readonly value: Json }
  | { readonly op: "remove"; readonly path: string };

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
export type JsonObject = { readonly [name: string]: Json };

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** The document after a patch; undefined where an operation does not fit it, and then nothing is applied. The document itself stays as it is. */
export function patched(document: Json | undefined, patch: readonly Operation[]): Json | undefined {
  let at = document;
  for (const operation of patch) {
    const changed = changedAt(at, pointerSteps(operation.path), operation);
    if (changed === undefined) return undefined;
    at = changed;
  }
  return at;
}

function changedAt(at: Json | undefined, [step, ...rest]: readonly string[], operation: Operation): Json | undefined {
  if (step === undefined) return operation.op === "remove" ? undefined : operation.value;
  if (isList(at)) return changedList(at, step, rest, operation);
  if (!isObject(at)) return undefined;
  const isThere = Object.hasOwn(at, step);
  if (rest.length > 0 || operation.op === "replace") {
    const inner = isThere ? changedAt(at[step], rest, operation) : undefined;
    return inner === undefined ? undefined : { ...at, [step]: inner };
  }
  if (operation.op === "add") return { ...at, [step]: operation.value };
  if (!isThere) return undefined;
  const { [step]: _, ...others } = at;
  return others;
}

function changedList(at: readonly Json[], step: string, rest: readonly string[], operation: Operation): Json | undefined {
  const index = step === "-" ? at.length : /^(?:0|[1-9][0-9]{0,8})$/.test(step) ? Number(step) : -1;
  if (index < 0 || index > at.length) return undefined;
  if (rest.length === 0 && operation.op === "add") return [...at.slice(0, index), operation.value, ...at.slice(index)];
  if (index === at.length) return undefined;
  if (rest.length === 0 && operation.op === "remove") return [...at.slice(0, index), ...at.slice(index + 1)];
  const inner = changedAt(at[index], rest, operation);
  return inner === undefined ? undefined : [...at.slice(0, index), inner, ...at.slice(index + 1)];
}
