import fc from "fast-check";
import type { JsonSchema } from "../../.build/schemas.ts";

/** Documents of a JSON Schema (the part of the language that zod writes), and documents with one or two things wrong. */

const member = fc.constantFrom("a", "aws:SourceIp", "kms:EncryptionContext:tenant", "constructor", "a/b~c", "");
const anyJson = fc.constantFrom<unknown>(
  null,
  true,
  0,
  -1,
  1.5,
  "",
  "x",
  [],
  {},
  ["x"],
  [5],
  { arn: "x" },
  { name: "x", document: {} },
  "111122223333",
);

export function documentOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  const { anyOf, type, const: only } = schema as { anyOf?: JsonSchema[]; type?: string | string[]; const?: unknown };
  if (only !== undefined) return fc.constant(only);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
  if (anyOf) return fc.oneof(...anyOf.map(documentOf));
  if (Array.isArray(type)) return fc.oneof(...type.map((one) => documentOf({ ...schema, type: one })));
  switch (type) {
    case "string":
      return schema.pattern === undefined
        ? fc.constantFrom("", "x", "arn:aws:iam::111122223333:root", "*")
        : fc.stringMatching(new RegExp(schema.pattern as string));
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "integer":
      return fc.integer({
        min: typeof schema.exclusiveMinimum === "number" ? schema.exclusiveMinimum + 1 : ((schema.minimum as number) ?? 0),
        max: (schema.maximum as number | undefined) ?? 1000,
      });
    case "number":
      return fc.constantFrom(0, 1, 1.5, 1e21);
    case "array":
      return fc.array(documentOf(schema.items as JsonSchema), { minLength: (schema.minItems as number | undefined) ?? 0, maxLength: 2 });
    case "object":
      return objectOf(schema);
    default:
      return anyJson;
  }
}

function objectOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>).map(
    ([name, of]) => [name, documentOf(of)] as const,
  );
  const required = (schema.required ?? []) as string[];
  const own = fc.record(Object.fromEntries(properties), { requiredKeys: required });
  if (schema.additionalProperties === false) return own;
  const others = fc.dictionary(member, documentOf((schema.additionalProperties ?? {}) as JsonSchema), { maxKeys: 2 });
  return fc.tuple(others, own).map(([more, known]) => ({ ...more, ...known }));
}

/** A document of the schema, with some of its values replaced, taken out or added. */
export const nearDocumentOf = (schema: JsonSchema): fc.Arbitrary<unknown> => {
  const change = fc.record({ at: fc.nat(), how: fc.constantFrom("replace", "remove", "add"), value: anyJson, name: member });
  return fc.tuple(documentOf(schema), fc.array(change, { maxLength: 2 })).map(([document, changes]) => changes.reduce(spoil, document));
};

type Change = { readonly at: number; readonly how: string; readonly value: unknown; readonly name: string };

function spoil(document: unknown, change: Change): unknown {
  const places = pathsOf(document);
  return changeAt(document, places[change.at % places.length] ?? [], change);
}

const pathsOf = (value: unknown): readonly (readonly string[])[] => [
  [],
  ...(typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => pathsOf(inner).map((path) => [name, ...path]))
    : []),
];

function changeAt(value: unknown, [first, ...rest]: readonly string[], change: Change): unknown {
  if (typeof value !== "object" || value === null) return change.value;
  if (first === undefined) return change.how === "add" && !Array.isArray(value) ? { ...value, [change.name]: change.value } : change.value;
  if (Array.isArray(value)) return value.map((inner, index) => (`${index}` === first ? changeAt(inner, rest, change) : inner));
  if (rest.length === 0 && change.how === "remove") return Object.fromEntries(Object.entries(value).filter(([name]) => name !== first));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, name === first ? changeAt(inner, rest, change) : inner]));
}
