import type { Context } from "hono";
import { InvalidWorldError } from "../../estate/invalid-world.ts";
import type { World } from "../../estate/world.ts";
import type { ReadWorld } from "../../world/document-reader.ts";
import type { SentWorld, WorldTaken } from "../peers.ts";
import type { Standing } from "../standing.ts";
import type { OwnDeps } from "./deps.ts";
import { keyNamed } from "./keys.ts";
import { faultOf } from "./reply.ts";
import { upToDate } from "./up-to-date.ts";
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
  const sent = { text: await c.req.text(), isYaml: c.req.header("content-type")?.includes("yaml") ?? false };
  const { world, diagnostics } = await readSentWorld(sent);
  const warnings = diagnostics.map(({ code, severity, message, at, help }) => ({ code, severity, message, at, help }));
  if (world === undefined) return c.json({ invalid: warnings }, 400);
  const taken = peers === undefined ? [await takenBy(standing, world)] : await peers.ask({ ask: "world", ...sent });
  const refused = taken.find(isRefused);
  if (refused !== undefined) return faultOf(c, 400, refused.fault);
  if (taken.some((one) => one !== true)) return faultOf(c, 500, "some of the workers have still the world of before: send it again");
  const { principals, keys } = world.estate;
  return c.json({ principals: principals.length, keys: keys.length, warnings });
}

/** Undefined for a document that is no world; it names no files, since whoever sends it would read ours. */
export async function readSentWorld({ text, isYaml }: SentWorld): Promise<ReadWorld> {
  const { readWorld: read } = await import("../../world/reader.ts");
  return read(isYaml ? "world.yaml" : "world.json", {
    readFile: (path, within) => {
      if (within !== undefined) throw new Error(`${path}: a world that is sent names no files`);
      return text;
    },
  });
}

export async function takenBy(standing: Standing, world: World): Promise<WorldTaken> {
  try {
    await standing.replace(world);
    return true;
  } catch (error) {
    if (error instanceof InvalidWorldError) return { fault: error.message };
    throw error;
  }
}

const isRefused = (taken: unknown): taken is { readonly fault: string } => typeof taken === "object" && taken !== null && "fault" in taken;
