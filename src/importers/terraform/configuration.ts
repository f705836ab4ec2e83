import type { Address, ModuleStep } from "./address.ts";
import { asMembers, asText, isMembers, type Members, objectsIn, textsIn } from "./members.ts";

/** An expression as a plan shows it: a value, names that it refers to, or neither, where functions are called on constants only. */
export type Expression =
  | { readonly kind: "constant"; readonly value: unknown }
  | { readonly kind: "references"; readonly references: readonly string[] }
  | { readonly kind: "other" };

export function expressionOf(value: unknown): Expression | undefined {
  if (!isMembers(value)) return undefined;
  if ("constant_value" in value) return { kind: "constant", value: value.constant_value };
  if (Array.isArray(value.references)) return { kind: "references", references: longest(textsIn(value.references)) };
  return { kind: "other" };
}

/** References without those that only begin longer ones: a plan prints `aws_kms_key.k.arn` and `aws_kms_key.k` for one. */
function longest(references: readonly string[]): readonly string[] {
  const own = [...new Set(references)];
  return own.filter(
    (one) => !own.some((other) => other !== one && other.startsWith(one) && (other[one.length] === "." || other[one.length] === "[")),
  );
}

/** What stands in a block of the configuration; `undefined` at the end of the path for what is not written. */
export type ConfigResource = {
  readonly expressions: Members;
  readonly provider: string; // the key of its provider
  readonly forEach: Expression | undefined;
  readonly count: Expression | undefined;
};

/** The sources as far as a plan has them: constants and references. Locals and dynamic blocks are not among them. */
export class Configuration {
  readonly #root: Members | undefined;
  readonly providers: Members;
  readonly #resources = new Map<string, ConfigResource>();

  constructor(plan: Members) {
    const configuration = asMembers(plan.configuration);
    this.#root = isMembers(configuration.root_module) ? configuration.root_module : undefined;
    this.providers = asMembers(configuration.provider_config);
    if (this.#root !== undefined) this.#index(this.#root, "", 0);
  }

  get isThere(): boolean {
    return this.#root !== undefined;
  }

  #index(module: Members, path: string, depth: number): void {
    for (const resource of objectsIn(module.resources)) {
      const { mode, type, name } = resource;
      this.#resources.set(`${path}|${mode === "data" ? "data." : ""}${String(type)}.${String(name)}`, {
        expressions: asMembers(resource.expressions),
        provider: asText(resource.provider_config_key) ?? "",
        forEach: expressionOf(resource.for_each_expression),
        count: expressionOf(resource.count_expression),
      });
    }
    if (depth > 64) return;
    for (const [name, call] of Object.entries(asMembers(module.module_calls)))
      this.#index(asMembers(asMembers(call).module), `${path}.${name}`, depth + 1);
  }

  resource({ module, mode, type, name }: Pick<Address, "module" | "mode" | "type" | "name">): ConfigResource | undefined {
    return this.#resources.get(`${pathOf(module)}|${mode === "data" ? "data." : ""}${type}.${name}`);
  }

  /** How a module is called by the one above it. */
  call(module: readonly ModuleStep[]): Members | undefined {
    const last = module.at(-1);
    const above = this.module(module.slice(0, -1));
    const call = last === undefined || above === undefined ? undefined : asMembers(above.module_calls)[last.name];
    return isMembers(call) ? call : undefined;
  }

  module(module: readonly ModuleStep[]): Members | undefined {
    let at: unknown = this.#root;
    for (const { name } of module) at = asMembers(asMembers(asMembers(at).module_calls)[name]).module;
    return isMembers(at) ? at : undefined;
  }
}

const pathOf = (module: readonly ModuleStep[]): string => module.map(({ name }) => `.${name}`).join("");
