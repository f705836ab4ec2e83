import type { Circumstance } from "../catalog/condition-key.ts";
import type { Principal } from "../iam/principal.ts";
import { MAYBE, NO, type Tri, YES } from "./tri.ts";

/** What a request says of its way to the service, and of its credentials. */
export type Way = {
  readonly caller: Principal;
  readonly forwarded: Tri;
  readonly given: number; // the circumstances of the keys that the context gives, as bits: they tell the circumstance too
  readonly open: number; // those of keys that are said to be unknown
};

/**
 * Whether a request is one of those that carry a key: `perhaps` where nobody told, and it is taken not to be; `open` where it depends on what is said to
 * be unknown.
 */
export type Carried = "yes" | "no" | "perhaps" | "open";

export const BITS: Readonly<Record<Circumstance, number>> = { principal: 1, service: 2, session: 4, public: 8, endpoint: 16 };

/** Whose requests carry a key: rule context.session.keys, rule context.network.one-way, rule context.principal.source. */
export function carries(circumstance: Circumstance, way: Way): Carried {
  const { kind } = way.caller;
  switch (circumstance) {
    case "principal":
      return kind === "service" || kind === "anonymous" ? "no" : "yes";
    case "service":
      return kind === "service" ? "yes" : "no";
    case "session":
      return ofSession(way);
    case "public":
      return kind === "service" ? "no" : throughPublic(way);
    case "endpoint":
      return kind === "service" || way.forwarded === YES ? "no" : throughEndpoint(way);
  }
}

/** Roles and federated users have nothing but temporary credentials; users and root users may get some. */
function ofSession({ caller, given, open }: Way): Carried {
  if (caller.kind === "service" || caller.kind === "anonymous") return "no";
  if (caller.kind === "role-session" || caller.kind === "federated-user") return "yes";
  if (caller.facts?.mfaAgeSeconds !== undefined || given & BITS.session) return "yes";
  return open & BITS.session ? "open" : "perhaps";
}

function throughPublic({ forwarded, given, open }: Way): Carried {
  if (given & BITS.endpoint) return "no";
  if (forwarded === YES) return "perhaps"; // a service keeps the address of its caller, where that had one
  return forwarded === MAYBE || open & BITS.endpoint ? "open" : "yes";
}

function throughEndpoint({ forwarded, given }: Way): Carried {
  if (given & BITS.endpoint) return forwarded === NO ? "yes" : "open";
  return given & BITS.public ? "no" : "perhaps";
}
