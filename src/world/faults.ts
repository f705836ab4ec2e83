/** One thing wrong with the shape of a document: what a compiled schema says of it, unions told apart. */
export type Fault = {
  readonly pointer: string; // RFC 6901; of a missing or unknown member: the object it is missing from or stands in
  readonly keyword: string; // the JSON Schema keyword that failed: "required", "additionalProperties", "type", "enum", "pattern", "minimum"
  readonly message: string; // "must be string or object"
  readonly params: Readonly<Record<string, unknown>>; // `missingProperty`; `additionalProperty` and `known`; `type`; `allowedValues`; `pattern`
};

/** What an ajv validator leaves behind. */
export type SchemaError = {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly message?: string;
  readonly params: Readonly<Record<string, unknown>>;
};

/**
 * The faults behind a validator's errors, in linear time. A value that fits no member of a union brings the errors of all members, and then the union's
 * own: told are those of the member it seems meant to be, or, when none takes a value of its type, which types there are. `known` names the members
 * of each closed object, by schema path.
 */
export function readFaults(errors: readonly SchemaError[], known: Readonly<Record<string, readonly string[]>>): readonly Fault[] {
  const settled: SchemaError[] = [];
  for (const error of errors) {
    if (error.keyword !== "anyOf") settled.push(error);
    else for (const told of settleUnion(error, takeInside(error, settled))) settled.push(told);
  }
  return settled.map(({ instancePath, schemaPath, keyword, message, params }) => ({
    pointer: instancePath,
    keyword,
    message: message ?? `fails ${keyword}`,
    params: known[schemaPath] ? { ...params, known: known[schemaPath] } : params,
  }));
}

/** Takes the errors of a union's members, one list a member, off the end of the list: they stand right before the union's own. */
function takeInside(union: SchemaError, settled: SchemaError[]): readonly (readonly SchemaError[])[] {
  const members = new Map<string, SchemaError[]>();
  for (let last = settled.at(-1); last?.schemaPath.startsWith(`${union.schemaPath}/`); last = settled.at(-1)) {
    if (!`${last.instancePath}/`.startsWith(`${union.instancePath}/`)) break;
    const member = last.schemaPath.slice(union.schemaPath.length + 1).split("/", 1)[0] ?? "";
    const group = members.get(member);
    if (group) group.push(last);
    else members.set(member, [last]);
    settled.pop();
  }
  return [...members.values()].map((member) => member.reverse()).reverse();
}

/** What to tell of a value that fits no member of a union. */
function settleUnion(union: SchemaError, members: readonly (readonly SchemaError[])[]): readonly SchemaError[] {
  const wrongType = (error: SchemaError) => error.keyword === "type" && error.instancePath === union.instancePath;
  const [meant] = members.filter((member) => !member.some(wrongType)).sort((a, b) => a.length - b.length);
  if (meant) return meant;

  const type = members
    .flat()
    .filter(wrongType)
    .flatMap((error) => error.params.type as string | string[]);
  return [{ ...union, keyword: "type", message: `must be ${type.join(" or ")}`, params: { type } }];
}
