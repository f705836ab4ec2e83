import type { NotModelled } from "../estate/data/not-modelled.ts";
import type { World } from "../estate/world.ts";
import type { Assumption } from "./answers.ts";
import { dataControlOf } from "./data/control.ts";
import { searchData } from "./data/proof.ts";
import type { DataRegion } from "./data/region.ts";
import { type Control, controlOf } from "./negative-control.ts";
import { otherwiseTold } from "./other-accounts.ts";
import type { Unlisted } from "./own-policies.ts";
import { type Refutation, search } from "./proof-search.ts";
import { type Region, readRegion } from "./region.ts";
import type { Invariant } from "./requests.ts";

/**
 * Whether an invariant holds of all requests. `refuted`: `witness` is a request that says no. `unknown`: `why` tells what could not be decided. `proved`:
 * `control` is a change of the policies after which it would be refuted, and by what request; where there is none, nothing the policies say matters, and
 * `vacuous` says why.
 */
export type Proof = {
  readonly verdict: "proved" | "refuted" | "unknown";
  readonly witness?: Refutation;
  readonly why?: string;
  readonly control?: Control;
  readonly vacuous?: string;
  readonly assumptions: readonly Assumption[];
  readonly notModelled?: readonly NotModelled[]; // of an invariant about data: what nobody models here, and could turn it
};

export type ProveOptions = {
  readonly unlisted?: Unlisted | undefined;
  readonly viaRoles?: boolean | undefined; // also what somebody comes to by assuming roles; of `never` and `only`
};

/** Proves or refutes an invariant of a test file for all requests to a world. An invariant that names what the world does not have is `unknown`. */
export function prove(world: World, invariant: Invariant, options: ProveOptions = {}): Proof {
  const proof = proveOnce(world, invariant, options);
  if (proof.verdict === "unknown") return proof;
  const others = otherwiseTold(
    [world],
    (one) => [proveOnce(one, invariant, options).verdict],
    () => [proof.verdict],
  );
  if (others.length === 0) return proof;
  return { verdict: "unknown", why: others.map(({ text }) => text).join("; "), assumptions: proof.assumptions };
}

function proveOnce(world: World, invariant: Invariant, options: ProveOptions): Proof {
  const region = readRegion(world, invariant);
  if (region.ok) return proveRegion(world, region.value, options);
  const [fault] = region.error;
  const help = fault?.help === undefined ? "" : ` (${fault.help})`;
  return { verdict: "unknown", why: `${fault?.message}${help}`, assumptions: [] };
}

export function proveRegion(world: World, region: Region | DataRegion, options: ProveOptions = {}): Proof {
  const isOfData = "flows" in region;
  const {
    refutation,
    unsure,
    assumptions,
    notModelled = [],
  } = isOfData ? searchData(world, region, options) : search(world, region, options);
  const more = { assumptions, ...(notModelled.length > 0 && { notModelled }) };
  if (refutation !== undefined) return { verdict: "refuted", witness: refutation, ...more };
  if (isOfData && options.viaRoles === true) return { verdict: "unknown", why: "steps through roles are not asked of data", ...more };
  if (unsure.length > 0) return { verdict: "unknown", why: unsure.join("; "), ...more };
  const control = isOfData ? dataControlOf(world, region, options) : controlOf(world, region, { unlisted: options.unlisted });
  return { verdict: "proved", ...more, ...("vacuous" in control ? control : { control }) };
}
