/** One step into modules: `module.kms["a"]`. */
export type ModuleStep = { readonly name: string; readonly key: InstanceKey };

/** Of `for_each` a text, of `count` a number. */
export type InstanceKey = string | number | undefined;

export type Address = {
  readonly module: readonly ModuleStep[];
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  readonly key: InstanceKey;
};

/** A part of a reference: a name, or what stands in brackets. */
export type Step = { readonly name: string } | { readonly key: string | number };

/**
 * The steps of an address or reference: `module.kms["a"].key_arn`. Keys may hold dots and brackets. Undefined for what is none (Terraform, "Resource address
 * reference", "References to named values").
 */
export function stepsOf(text: string): readonly Step[] | undefined {
  const steps: Step[] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] === "[") {
      const end = text[at + 1] === '"' ? endOfQuoted(text, at + 1) : text.indexOf("]", at);
      if (end < 0) return undefined;
      const inside = text.slice(at + 1, end);
      if (inside.startsWith('"')) {
        const key = unquoted(inside);
        if (key === undefined || text[end] !== "]") return undefined;
        steps.push({ key });
      } else if (/^[0-9]{1,9}$/.test(inside)) steps.push({ key: Number(inside) });
      else return undefined;
      at = end + 1;
      if (text[at] === ".") at++;
      else if (at < text.length && text[at] !== "[") return undefined;
      continue;
    }
    let end = at;
    while (end < text.length && text[end] !== "." && text[end] !== "[") end++;
    if (end === at) return undefined;
    steps.push({ name: text.slice(at, end) });
    at = text[end] === "." ? end + 1 : end;
  }
  return steps;
}

/** Behind the closing quote, where `]` should be. */
function endOfQuoted(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === '"') return at + 1;
  }
  return -1;
}

function unquoted(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "string" ? value : undefined;
  } catch {
    return text.slice(1, -1);
  }
}

/** The steps that lead into modules, and the rest. */
export function modulesOf(steps: readonly Step[]): { readonly module: readonly ModuleStep[]; readonly rest: readonly Step[] } {
  const module: ModuleStep[] = [];
  let at = 0;
  for (;;) {
    const [word, name, key] = [steps[at], steps[at + 1], steps[at + 2]];
    if (word === undefined || !("name" in word) || word.name !== "module" || name === undefined || !("name" in name)) break;
    const isKeyed = key !== undefined && "key" in key;
    module.push({ name: name.name, key: isKeyed ? key.key : undefined });
    at += isKeyed ? 3 : 2;
  }
  return { module, rest: steps.slice(at) };
}

export function addressOf(text: string): Address | undefined {
  const steps = stepsOf(text);
  if (steps === undefined) return undefined;
  const { module, rest } = modulesOf(steps);
  const isData = rest[0] !== undefined && "name" in rest[0] && rest[0].name === "data" && rest.length >= 3;
  const [type, name, key] = isData ? rest.slice(1) : rest;
  if (type === undefined || name === undefined || !("name" in type) || !("name" in name)) return undefined;
  return {
    module,
    mode: isData ? "data" : "managed",
    type: type.name,
    name: name.name,
    key: key !== undefined && "key" in key ? key.key : undefined,
  };
}

const keyText = (key: InstanceKey): string => (key === undefined ? "" : typeof key === "number" ? `[${key}]` : `[${JSON.stringify(key)}]`);

/** `module.a["x"].module.b`; "" for the root. */
export const moduleText = (module: readonly ModuleStep[]): string =>
  module.map(({ name, key }) => `module.${name}${keyText(key)}`).join(".");

/** A resource of a module, whatever its instance: `data.TYPE.NAME`. */
export const resourceText = ({ mode, type, name }: Pick<Address, "mode" | "type" | "name">): string =>
  `${mode === "data" ? "data." : ""}${type}.${name}`;
