import type { AnyMember, Shape } from "./member.ts";
import { charactersIn, isStructure, isTime } from "./member-reader.ts";

/** What is wrong with a member: the constraint that it breaks, in the service's words. */
export type Fault = { readonly path: Path; readonly value: unknown; readonly constraint: string };
export type Path = readonly (string | number)[];

/** No value of the type that the model has: the service cannot even read it. */
export const MISTYPED = "mistyped";

/** Everything that keeps `memberReader` from reading a value, in the order of the model; nothing where it reads it. */
export function faultsOf({ shape, isOptional }: AnyMember, value: unknown, path: Path = []): readonly Fault[] {
  if (value === undefined) return isOptional ? [] : [{ path, value, constraint: "Member must not be null" }];
  if (!isOfType(shape, value)) return [{ path, value, constraint: MISTYPED }];
  const own = constraintsBroken(shape, value).map((constraint) => ({ path, value, constraint }));
  return [...faultsInside(shape, value, path), ...own];
}

function isOfType({ type }: Shape, value: unknown): boolean {
  switch (type) {
    case "text":
    case "name":
      return typeof value === "string";
    case "integer":
      return Number.isInteger(value);
    case "flag":
      return typeof value === "boolean";
    case "time":
      return isTime(value);
    case "bytes":
      return value instanceof Uint8Array;
    case "pairs":
      return isStructure(value) && Object.values(value).every((text) => typeof text === "string");
    case "list":
      return Array.isArray(value);
    case "structure":
      return isStructure(value);
  }
}

function faultsInside(shape: Shape, value: unknown, path: Path): readonly Fault[] {
  if (shape.type === "list") return Array.from(value as readonly unknown[], (item, i) => faultsOf(shape.item, item, [...path, i])).flat();
  if (shape.type !== "structure") return [];
  return Object.entries(shape.members).flatMap(([name, member]) =>
    faultsOf(member, (value as Readonly<Record<string, unknown>>)[name], [...path, name]),
  );
}

function constraintsBroken(shape: Shape, value: unknown): readonly string[] {
  switch (shape.type) {
    case "text":
      return [
        ...beyond(shape, charactersIn(value as string), "length"),
        ...(shape.pattern?.whole.test(value as string) === false
          ? [`Member must satisfy regular expression pattern: ${shape.pattern.model}`]
          : []),
      ];
    case "name":
      return shape.names.includes(value as string) ? [] : [`Member must satisfy enum value set: [${shape.names.join(", ")}]`];
    case "integer":
      return beyond(shape, value as number, "value");
    case "bytes":
    case "list":
      return beyond(shape, (value as Uint8Array | readonly unknown[]).length, "length");
    default:
      return [];
  }
}

function beyond(
  { min, max }: { readonly min: number; readonly max: number },
  size: number,
  measure: "length" | "value",
): readonly string[] {
  if (size < min) return [`Member must have ${measure} greater than or equal to ${min}`];
  return size > max ? [`Member must have ${measure} less than or equal to ${max}`] : [];
}
