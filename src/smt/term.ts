/** Terms of SMT-LIB 2.6, as text. What is true or false whatever the request is put in at once, so that a file has no more in it than it needs. */
export type Term = string;

export const TRUE: Term = "true";
export const FALSE: Term = "false";

export const truth = (value: boolean): Term => (value ? TRUE : FALSE);

export function and(...terms: readonly Term[]): Term {
  const left = [...new Set(terms.filter((term) => term !== TRUE))];
  if (left.includes(FALSE)) return FALSE;
  return left.length > 1 ? `(and ${left.join(" ")})` : (left[0] ?? TRUE);
}

export function or(...terms: readonly Term[]): Term {
  const left = [...new Set(terms.filter((term) => term !== FALSE))];
  if (left.includes(TRUE)) return TRUE;
  return left.length > 1 ? `(or ${left.join(" ")})` : (left[0] ?? FALSE);
}

export function not(term: Term): Term {
  if (term === TRUE || term === FALSE) return truth(term === FALSE);
  return term.startsWith("(not ") ? term.slice(5, -1) : `(not ${term})`;
}

export const implies = (one: Term, other: Term): Term => (one === TRUE ? other : or(not(one), other));

/** Of truths. */
export const either = (when: Term, yes: Term, no: Term): Term => {
  if (yes === no || when === TRUE) return yes;
  if (when === FALSE) return no;
  if (yes === TRUE || no === FALSE) return yes === TRUE ? or(when, no) : and(when, yes);
  if (yes === FALSE) return and(not(when), no);
  if (no === TRUE) return or(not(when), yes);
  return `(ite ${when} ${yes} ${no})`;
};

/** Of anything. */
export const choose = (when: Term, yes: Term, no: Term): Term =>
  when === TRUE || yes === no ? yes : when === FALSE ? no : `(ite ${when} ${yes} ${no})`;

/** A text, UTF-16 unit by unit, as policies count characters (SMT-LIB theory of Unicode strings: 2.6, escapes `\u{…}`). */
export function text(value: string): Term {
  let out = "";
  for (let i = 0; i < value.length; i++) {
    const char = value[i] as string;
    if (char === '"') out += '""';
    else if (char >= " " && char <= "~" && char !== "\\") out += char;
    else out += `\\u{${value.charCodeAt(i).toString(16)}}`;
  }
  return `"${out}"`;
}

/** The text that a term writes out; undefined of any other term. */
export function written(term: Term): string | undefined {
  if (!term.startsWith('"')) return undefined;
  return term
    .slice(1, -1)
    .replaceAll('""', '"')
    .replace(/\\u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

export function equal(a: Term, b: Term): Term {
  if (a === b) return TRUE;
  const [one, other] = [written(a), written(b)];
  return one !== undefined && other !== undefined ? truth(one === other) : `(= ${a} ${b})`;
}

/** A name, as people spell it. */
export const symbol = (name: string): Term => `|${name.replace(/[|\\]/g, "_").replace(/[^ -~]/g, "_")}|`;

export const integer = (value: bigint | number): Term => (value < 0 ? `(- ${-BigInt(value)})` : String(value));

/** One text behind the other. */
export function joined(...parts: readonly Term[]): Term {
  const out: Term[] = [];
  for (const part of parts) {
    const [last, now] = [written(out.at(-1) ?? ""), written(part)];
    if (now === "") continue;
    if (last !== undefined && now !== undefined) out[out.length - 1] = text(last + now);
    else out.push(part);
  }
  return out.length > 1 ? `(str.++ ${out.join(" ")})` : (out[0] ?? text(""));
}
