import { fail, ok, type Result } from "../../base/result.ts";
import { decodePercent, pairsOf } from "../../wire/raw-request.ts";
import { type StsError, stsError } from "./reply.ts";

/** The members of a request of the query protocol, each by its whole name: `Tags.member.1.Key`. */
export class StsParameters {
  readonly #values: ReadonlyMap<string, string>;

  private constructor(values: ReadonlyMap<string, string>) {
    this.#values = values;
  }

  /** Of a query or a form; of a name that is there twice the first counts. */
  static read(texts: readonly string[]): Result<StsParameters, StsError> {
    const values = new Map<string, string>();
    for (const text of texts) {
      const fault = escapeFault(text);
      if (fault !== undefined) return fail(stsError("MalformedQueryString", fault, 404));
      for (const [name, value] of pairsOf(text.replaceAll("+", "%20"))) {
        const decoded = decodePercent(name);
        if (!values.has(decoded)) values.set(decoded, decodePercent(value));
      }
    }
    return ok(new StsParameters(values));
  }

  get(name: string): string | undefined {
    return this.#values.get(name);
  }

  /** How many `NAME.member.N` there are, without gaps; at most one more than `most`. */
  count(name: string, most: number, inner = ""): number {
    let count = 0;
    while (count <= most && this.#values.has(`${name}.member.${count + 1}${inner}`)) count++;
    return count;
  }

  list(name: string, most: number, inner = ""): readonly string[] {
    return Array.from({ length: this.count(name, most, inner) }, (_, i) => this.#values.get(`${name}.member.${i + 1}${inner}`) ?? "");
  }
}

function escapeFault(text: string): string | undefined {
  const wrong = /%(?![0-9a-fA-F]{2})/.exec(text);
  if (wrong === null) return undefined;
  const part = text.slice(wrong.index, wrong.index + 3);
  return part.length < 3 ? "Incomplete trailing escape % sequence" : `Illegal hex character in escape % pattern: ${part}`;
}

/** What the model says of a member. */
export type Constraint = {
  readonly member: string; // "RoleSessionName"
  readonly needed?: true;
  readonly min?: number; // characters, or the value of a number
  readonly max?: number;
  readonly pattern?: string; // as the model writes it
  readonly isNumber?: true;
};

/** All members that break a constraint, in one error, as the services of AWS word it. */
export function constraintFault(
  parameters: StsParameters,
  constraints: readonly Constraint[],
  more: readonly string[] = [],
): StsError | undefined {
  const faults = [...constraints.flatMap((constraint) => faultsOf(parameters.get(constraint.member), constraint)), ...more];
  if (faults.length === 0) return undefined;
  const head = `${faults.length} validation error${faults.length === 1 ? "" : "s"} detected`;
  return stsError("ValidationError", `${head}: ${faults.join("; ")}`);
}

function faultsOf(value: string | undefined, { member, needed, min, max, pattern, isNumber }: Constraint): readonly string[] {
  const name = member.charAt(0).toLowerCase() + member.slice(1);
  if (value === undefined) return needed ? [constraintText(undefined, name, "Member must not be null")] : [];
  const size = isNumber ? Number(value) : [...value].length;
  const what = isNumber ? "value" : "length";
  return [
    ...(min !== undefined && size < min ? [constraintText(value, name, `Member must have ${what} greater than or equal to ${min}`)] : []),
    ...(max !== undefined && size > max ? [constraintText(value, name, `Member must have ${what} less than or equal to ${max}`)] : []),
    ...(pattern !== undefined && !wholly(pattern).test(value)
      ? [constraintText(value, name, `Member must satisfy regular expression pattern: ${pattern}`)]
      : []),
  ];
}

export const constraintText = (value: string | undefined, name: string, text: string): string =>
  `Value ${value === undefined ? "null" : `'${value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value}'`} at '${name}' failed to satisfy constraint: ${text}`;

const SHOWN = 256;

const PATTERNS = new Map<string, RegExp>();

/** Of the tables of the actions: there are few. Each is a class of characters, repeated. */
function wholly(pattern: string): RegExp {
  let known = PATTERNS.get(pattern);
  if (known === undefined) {
    known = new RegExp(`^(?:${pattern})$`, "u");
    PATTERNS.set(pattern, known);
  }
  return known;
}

/** A number of the query protocol: leading zeros and a plus are taken, nothing else (recorded). */
export function numberFault(parameters: StsParameters, member: string): StsError | undefined {
  const value = parameters.get(member);
  const isWhole = value === undefined || (/^\+?\d{1,20}$/.test(value) && Number(value) < 2 ** 31);
  return isWhole ? undefined : stsError("MalformedInput", `${member} is no whole number`);
}
