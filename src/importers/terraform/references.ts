import { type InstanceKey, type ModuleStep, type Step, stepsOf } from "./address.ts";
import { type Expression, expressionOf } from "./configuration.ts";
import { hasUnknown, type Instance } from "./instance.ts";
import { asMembers, isMembers, memberAt, textsBelow } from "./members.ts";
import type { Estate, TerraformDocument } from "./plan.ts";

/** What a reference leads to. */
export type Source =
  | { readonly kind: "text"; readonly text: string; readonly from: string } // known
  | { readonly kind: "null"; readonly from: string } // known to be nothing
  | { readonly kind: "attribute"; readonly instance: Instance; readonly attribute: string | undefined; readonly from: string } // undefined: the whole thing
  | { readonly kind: "open"; readonly from: string; readonly why: string };

/** From where a reference is read: the module, and the instance whose `each` and `count` it may name. */
type View = { readonly module: readonly ModuleStep[]; readonly key: InstanceKey; readonly loop: Expression | undefined };

const MOST_STEPS = 10_000; // of one resolution: references may fan out, and lead in circles
const MOST_DEPTH = 64;

/**
 * Follows the references of a plan's configuration to what they stand for: attributes of resources, values of variables, outputs of modules, `each` and
 * `count`. A plan does not hold the expressions themselves, so that nothing found here is proved: whoever takes it for the value assumes it.
 */
export class References {
  readonly #document: TerraformDocument;
  readonly #estate: Estate;
  #steps = 0;

  constructor(document: TerraformDocument, estate: Estate) {
    this.#document = document;
    this.#estate = estate;
  }

  /** What an argument of a resource refers to; undefined where the plan has no configuration of it, or it is not written. */
  ofArgument(instance: Instance, value: unknown): readonly Source[] | undefined {
    const expression = expressionOf(value);
    if (expression === undefined) return undefined;
    this.#steps = 0;
    const view: View = { module: instance.module, key: instance.key, loop: instance.config?.forEach };
    return unique(this.#of(expression, view, [], 0, "the argument"));
  }

  #of(expression: Expression, view: View, path: readonly Step[], depth: number, from: string): readonly Source[] {
    if (expression.kind === "constant") return this.#value(expression.value, path, from);
    if (expression.kind === "other") return [{ kind: "open", from, why: "functions are called on constants" }];
    const { references } = expression;
    const hasKey = references.some((one) => one === "each.key" || one === "count.index");
    return references
      .filter((one) => !/^(?:each\.key|count\.index|path\.|terraform\.|self$)/.test(one))
      .flatMap((one) => this.#one(one, view, path, depth + 1, hasKey));
  }

  #one(reference: string, view: View, path: readonly Step[], depth: number, hasKey: boolean): readonly Source[] {
    const open = (why: string): readonly Source[] => [{ kind: "open", from: reference, why }];
    if (++this.#steps > MOST_STEPS || depth > MOST_DEPTH) return open("references lead too far, or in a circle");
    const steps = stepsOf(reference);
    const [first, second, ...rest] = steps ?? [];
    if (first === undefined || second === undefined || !("name" in first) || !("name" in second)) return open("it cannot be read");
    const more = [...rest, ...path];
    switch (first.name) {
      case "local":
        return open("a plan does not show locals");
      case "each":
        return this.#each(view, more, depth, reference);
      case "var":
        return this.#variable(second.name, view, more, depth, reference);
      case "module":
        return this.#module(second.name, view, more, depth, reference, hasKey);
      case "data": {
        const [name, ...inner] = rest;
        if (name === undefined || !("name" in name)) return open("it cannot be read");
        return this.#resource({ mode: "data", type: second.name, name: name.name }, view, [...inner, ...path], reference, hasKey);
      }
      default:
        return this.#resource({ mode: "managed", type: first.name, name: second.name }, view, more, reference, hasKey);
    }
  }

  #value(value: unknown, path: readonly Step[], from: string): readonly Source[] {
    let at = value;
    for (const step of path) at = memberAt(at, "name" in step ? step.name : step.key);
    if (at === undefined && path.length > 0) return this.#value(value, [], from); // a path through what is no literal
    if (at === null || at === undefined) return [{ kind: "null", from }];
    return textsBelow(at).map((text) => ({ kind: "text", text, from }));
  }

  #variable(name: string, view: View, path: readonly Step[], depth: number, from: string): readonly Source[] {
    if (view.module.length === 0) {
      const variable = this.#document.variables[name];
      if (isMembers(variable) && "value" in variable) return this.#value(variable.value, path, from);
      const declared = asMembers(asMembers(this.#document.configuration.module([])?.variables)[name]);
      return "default" in declared ? this.#value(declared.default, path, from) : [{ kind: "null", from }];
    }
    const call = this.#document.configuration.call(view.module);
    const expression = expressionOf(asMembers(call?.expressions)[name]);
    if (expression === undefined) {
      const declared = asMembers(asMembers(this.#document.configuration.module(view.module)?.variables)[name]);
      return this.#value(declared.default, path, from);
    }
    return this.#of(expression, this.#caller(view), path, depth, from);
  }

  /** The view of the call of a module. */
  #caller({ module }: View): View {
    const call = this.#document.configuration.call(module);
    return { module: module.slice(0, -1), key: module.at(-1)?.key, loop: expressionOf(call?.for_each_expression) };
  }

  #each(view: View, path: readonly Step[], depth: number, from: string): readonly Source[] {
    const { loop, key } = view;
    if (loop === undefined) return [{ kind: "open", from, why: "what is iterated over is not in the plan" }];
    if (loop.kind === "constant") return this.#value(memberAt(loop.value, key ?? ""), path, from);
    const found = this.#of(loop, view, path, depth, from);
    const own = found.filter((source) => source.kind === "attribute" && source.instance.key !== undefined && source.instance.key === key);
    return own.length > 0 ? own : found;
  }

  #module(name: string, view: View, path: readonly Step[], depth: number, from: string, hasKey: boolean): readonly Source[] {
    const [keyStep, ...afterKey] = path;
    const isKeyed = keyStep !== undefined && "key" in keyStep;
    const [output, ...rest] = isKeyed ? afterKey : path;
    const instances = this.#chosen(
      this.#estate.modules(view.module, name),
      (steps) => steps.at(-1)?.key,
      isKeyed ? keyStep.key : undefined,
      view,
      hasKey,
    );
    const known = instances.length > 0 ? instances : [[...view.module, { name, key: isKeyed ? keyStep.key : undefined }]];
    const outputs = asMembers(this.#document.configuration.module([...view.module, { name, key: undefined }])?.outputs);
    const wanted = output !== undefined && "name" in output ? [output.name] : Object.keys(outputs);
    if (wanted.length !== 1) return [{ kind: "open", from, why: "the plan does not show which output of the module is meant" }];
    const expression = expressionOf(asMembers(outputs[wanted[0] ?? ""]).expression);
    if (expression === undefined) return [{ kind: "open", from, why: "the plan does not show this output" }];
    return known.flatMap((module) => this.#of(expression, { module, key: undefined, loop: undefined }, rest, depth, from));
  }

  #resource(
    resource: Pick<Instance, "mode" | "type" | "name">,
    view: View,
    path: readonly Step[],
    from: string,
    hasKey: boolean,
  ): readonly Source[] {
    const [keyStep, ...afterKey] = path;
    const isKeyed = keyStep !== undefined && "key" in keyStep;
    const inner = isKeyed ? afterKey : path;
    const instances = this.#chosen(
      this.#estate.of(view.module, resource),
      ({ key }) => key,
      isKeyed ? keyStep.key : undefined,
      view,
      hasKey,
    );
    return instances.flatMap((instance) => this.#attribute(instance, inner, from));
  }

  /** Which of several instances a reference without key means: that of the own key, where the key is named beside it; otherwise all. */
  #chosen<T>(all: readonly T[], keyOf: (one: T) => InstanceKey, key: InstanceKey, view: View, hasKey: boolean): readonly T[] {
    if (key !== undefined) return all.filter((one) => keyOf(one) === key);
    if (!hasKey || all.length < 2) return all;
    const own = all.filter((one) => keyOf(one) === view.key);
    return own.length > 0 ? own : all;
  }

  #attribute(instance: Instance, path: readonly Step[], from: string): readonly Source[] {
    const [first, ...rest] = path;
    const attribute = first === undefined ? undefined : "name" in first ? first.name : String(first.key);
    if (attribute === undefined) return [{ kind: "attribute", instance, attribute: undefined, from }];
    const value = memberAt(instance.values, attribute);
    if (value !== undefined && value !== null && !hasUnknown(memberAt(instance.unknown, attribute))) return this.#value(value, rest, from);
    if (value === null && memberAt(instance.unknown, attribute) !== true) return [{ kind: "null", from }];
    if (rest.length > 0)
      return [
        {
          kind: "attribute",
          instance,
          attribute: [attribute, ...rest.map((step) => ("name" in step ? step.name : step.key))].join("."),
          from,
        },
      ];
    return [{ kind: "attribute", instance, attribute, from }];
  }
}

function unique(sources: readonly Source[]): readonly Source[] {
  const seen = new Map<string, Source>();
  for (const source of sources) seen.set(identity(source), source);
  return [...seen.values()];
}

function identity(source: Source): string {
  switch (source.kind) {
    case "text":
      return `text\n${source.text}\n${source.from}`;
    case "attribute":
      return `attribute\n${source.instance.id}\n${source.attribute ?? ""}`;
    default:
      return `${source.kind}\n${source.from}`;
  }
}
