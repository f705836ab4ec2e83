import type { ContextValue } from "../iam/request.ts";
import { foldCase } from "../iam/values.ts";
import type { WorldEndpoint } from "./world.ts";

type Context = Readonly<Record<string, ContextValue>>;

/** The way a call takes: the endpoint of the world that it passes, if any, and the condition keys that tell of it. */
export type Way = { readonly endpoint: WorldEndpoint | undefined; readonly context: Context | undefined };

/** The VPC endpoints of a world, by short name and by id. */
export class WorldEndpoints {
  readonly #byName: ReadonlyMap<string, WorldEndpoint>;

  constructor(endpoints: Readonly<Record<string, WorldEndpoint>>) {
    const both = Object.entries(endpoints).flatMap(([name, endpoint]) => [[name, endpoint] as const, [endpoint.id, endpoint] as const]);
    this.#byName = new Map(both);
  }

  /**
   * By the endpoint that is named, or that the context tells of. Of an id that the world does not have only the condition key is known (IAM User Guide,
   * aws:SourceVpce); a short name that it does not have is undefined.
   */
  way({ endpoint: name, context }: { readonly endpoint?: string; readonly context?: Context }): Way | undefined {
    const given = Object.entries(context ?? {});
    const told = (key: string) => given.find(([other]) => foldCase(other) === foldCase(key))?.[1];
    const id = name ?? told("aws:SourceVpce");
    if (typeof id !== "string") return { endpoint: undefined, context };
    const known = name !== undefined || id.startsWith("vpce-") ? this.#byName.get(id) : undefined;
    const endpoint = known ?? (id.startsWith("vpce-") ? { id, vpc: undefined } : undefined);
    if (endpoint === undefined) return name === undefined ? { endpoint, context } : undefined;
    const { vpc } = endpoint;
    const keys = {
      ...(told("aws:SourceVpce") === undefined && { "aws:SourceVpce": endpoint.id }),
      ...(vpc !== undefined && told("aws:SourceVpc") === undefined && { "aws:SourceVpc": vpc }),
    };
    return { endpoint: known, context: { ...context, ...keys } };
  }
}
