import type { Request } from "../iam/request.ts";
import { foldCase } from "../iam/values.ts";

/** Condition keys of an estate beside those that were given: what was said of a key, also that it is unknown, stands. Names ignore case. */
export class GivenKeys {
  readonly #context: Record<string, NonNullable<Request["context"]>[string]>;
  readonly #unknown: string[];
  readonly #given: Set<string>;

  constructor({ context, unknown }: Pick<Request, "context" | "unknown">) {
    this.#context = { ...context };
    this.#unknown = [...(unknown ?? [])];
    this.#given = new Set([...Object.keys(this.#context), ...this.#unknown].map(foldCase));
  }

  set(name: string, value: string | string[] | "unknown" | undefined): void {
    if (value === undefined || this.#given.has(foldCase(name))) return;
    if (value === "unknown") this.#unknown.push(name);
    else this.#context[name] = value;
  }

  members(): Pick<Request, "context" | "unknown"> {
    return {
      ...(Object.keys(this.#context).length > 0 && { context: this.#context }),
      ...(this.#unknown.length > 0 && { unknown: this.#unknown }),
    };
  }
}
