import type { Context } from "hono";
import { StoreFailure } from "../../kms/store.ts";
import type { OwnDeps } from "./deps.ts";

const LONGEST_MS = 2000;

/** GET /v1/ready: whether calls would be answered: it does not stop, and its store can be read and is up to date. Why not is told to the operator elsewhere. */
export async function ready(c: Context, { isReady, standing }: OwnDeps): Promise<Response> {
  if (!isReady()) return c.json({ status: "stopping" }, 503);
  const { store, turns } = standing.site.service;
  const late = new Promise<"late">((resolve) => setTimeout(() => resolve("late"), LONGEST_MS).unref());
  try {
    const asked = await Promise.race([turns.take(() => store.refresh?.("recent")), late]);
    if (asked === "late") return c.json({ status: "the store does not answer" }, 503);
    store.state.homes();
    return c.json({ status: "ready" });
  } catch (thrown) {
    if (!(thrown instanceof StoreFailure)) throw thrown;
    return c.json({ status: "the store fails" }, 503);
  }
}
