import type { Context } from "hono";
import { InvalidWorldError } from "../../estate/invalid-world.ts";
import type { OwnDeps } from "./deps.ts";
import { keyNamed, upToDate } from "./keys.ts";
import { faultOf } from "./reply.ts";
import { worldDocument } from "./world-document.ts";

/**
 * GET /v1/world: as it is now, as a document that `kmsward` reads; no secret and no key material is in it. `key`, an ARN: with this key alone, and those that
 * are related to it, which is told however many there are.
 */
export async function readWorld(c: Context, deps: OwnDeps): Promise<Response> {
  await upToDate(deps);
  const { live, standing } = deps;
  const named = c.req.query("key");
  if (named === undefined) return c.json(worldDocument(live.world.estate));
  const key = keyNamed(named, deps);
  if (key === undefined) return faultOf(c, 404, "no key has this ARN or short name, and no alias this ARN");
  const arns = new Set(standing.site.service.store.state.related(key).map(({ arn }) => arn));
  const { estate } = live.worldFor(key.arn);
  return c.json(worldDocument({ ...estate, keys: estate.keys.filter(({ arn }) => arns.has(arn)), resources: [] }));
}

/** PUT /v1/world: another world takes the place, JSON or YAML. Keys that are there stay as they are; new ones are made. */
export async function replaceWorld(c: Context, { standing, peers }: OwnDeps): Promise<Response> {
  const text = await c.req.text();
  const isYaml = c.req.header("content-type")?.includes("yaml") ?? false;
  const replaced = await replacedBy(text, isYaml, standing);
  if ("invalid" in replaced) return c.json(replaced, 400);
  if ("fault" in replaced) return faultOf(c, 400, replaced.fault);
  const others = (await peers?.ask({ ask: "world", text, isYaml })) ?? [];
  if (others.some((one) => one !== true)) return faultOf(c, 500, "some of the workers have still the world of before: send it again");
  return c.json(replaced);
}

type Replaced =
  | { readonly invalid: readonly object[] }
  | { readonly fault: string }
  | { readonly principals: number; readonly keys: number; readonly warnings: readonly object[] };

export async function replacedBy(text: string, isYaml: boolean, standing: OwnDeps["standing"]): Promise<Replaced> {
  const { readWorld: read } = await import("../../world/reader.ts");
  const { world, diagnostics } = read(isYaml ? "world.yaml" : "world.json", {
    readFile: (path, within) => {
      if (within !== undefined) throw new Error(`${path}: a world that is sent names no files`);
      return text;
    },
  });
  const plain = diagnostics.map(({ code, severity, message, at, help }) => ({ code, severity, message, at, help }));
  if (world === undefined) return { invalid: plain };
  try {
    await standing.replace(world);
  } catch (error) {
    if (error instanceof InvalidWorldError) return { fault: error.message };
    throw error;
  }
  const { principals, keys } = world.estate;
  return { principals: principals.length, keys: keys.length, warnings: plain };
}
