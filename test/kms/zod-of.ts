import { z } from "zod";
import type { AnyMember, Members } from "../../src/kms/member.ts";

/** What zod would have of a member: the readers of our own are held to it. */
export function zodOf({ shape, isOptional, fallback }: AnyMember): z.ZodType {
  const schema = shapeOf(shape);
  return fallback !== undefined ? schema.default(fallback) : isOptional ? schema.optional() : schema;
}

function shapeOf(shape: AnyMember["shape"]): z.ZodType {
  switch (shape.type) {
    case "text": {
      const sized = z.string().min(shape.min).max(shape.max);
      return shape.pattern === undefined ? sized : sized.regex(shape.pattern.whole);
    }
    case "name":
      return z.enum(shape.names as [string]);
    case "integer":
      return z.int().min(shape.min).max(shape.max);
    case "flag":
      return z.boolean();
    case "time":
      return z.date();
    case "bytes":
      return z.instanceof(Uint8Array).refine(({ length }) => length >= shape.min && length <= shape.max);
    case "pairs":
      return z.record(z.string(), z.string());
    case "list":
      return z.array(zodOf(shape.item)).min(shape.min).max(shape.max);
    case "structure":
      return z.object(Object.fromEntries(Object.entries(shape.members).map(([name, member]) => [name, zodOf(member)])));
  }
}

/** The members of a structure. */
export function membersOf({ shape }: AnyMember): Members {
  if (shape.type !== "structure") throw new TypeError("it has no members");
  return shape.members;
}
