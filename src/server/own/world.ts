import type { Context } from "hono";
import { InvalidWorldError } from "../../estate/invalid-world.ts";
import type { OwnDeps } from "./deps.ts";
import { faultOf } from "./reply.ts";
import { worldDocument } from "./world-document.ts";

/** GET /v1/world: as it is now, as a document that `kmsward` reads; no secret and no key material is in it. */
export const readWorld = (c: Context, { live }: OwnDeps): Response => c.json(worldDocument(live.world.estate));

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
