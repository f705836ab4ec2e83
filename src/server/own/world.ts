import type { Context } from "hono";
import { InvalidWorldError } from "../../estate/invalid-world.ts";
import type { OwnDeps } from "./deps.ts";
import { faultOf } from "./reply.ts";
import { worldDocument } from "./world-document.ts";

/** GET /v1/world: as it is now, as a document that `kmsward` reads; no secret and no key material is in it. */
export const readWorld = (c: Context, { live }: OwnDeps): Response => c.json(worldDocument(live.world.estate));

/** PUT /v1/world: another world takes the place, JSON or YAML. Keys that are there stay as they are; new ones are made. */
export async function replaceWorld(c: Context, deps: OwnDeps): Promise<Response> {
  const text = await c.req.text();
  const isYaml = c.req.header("content-type")?.includes("yaml") ?? false;
  const { readWorld: read } = await import("../../world/reader.ts");
  const { world, diagnostics } = read(isYaml ? "world.yaml" : "world.json", {
    readFile: (path, within) => {
      if (within !== undefined) throw new Error(`${path}: a world that is sent names no files`);
      return text;
    },
  });
  const plain = diagnostics.map(({ code, severity, message, at, help }) => ({ code, severity, message, at, help }));
  if (world === undefined) return c.json({ invalid: plain }, 400);
  try {
    await deps.standing.replace(world);
  } catch (error) {
    if (error instanceof InvalidWorldError) return faultOf(c, 400, error.message);
    throw error;
  }
  const { principals, keys } = world.estate;
  return c.json({ principals: principals.length, keys: keys.length, warnings: plain });
}
