import type { FlowParameters } from "../catalog/flow-requests.ts";
import type { ContextValue } from "../iam/request.ts";

/**
 * Requests, many at once: what is not told may be anything. Each name may be a pattern with `*` and `?`; of several, any. A principal is a short name of the
 * world, an ARN, an account, a service principal, or a pattern of ARNs as aws:PrincipalArn has them. Of a condition key with several values, some value is meant.
 */
export type Requests = {
  readonly principal?: string | readonly string[] | undefined;
  readonly action?: string | readonly string[] | undefined;
  readonly key?: string | readonly string[] | undefined;
  readonly resource?: string | readonly string[] | undefined; // instead of `key`: ARNs
  /** Instead of an action: flows on data, every call of them, those of the resource's service and those to KMS. By their parameters where they need some. */
  readonly flow?: string | readonly string[] | Readonly<Record<string, FlowParameters | null>> | undefined;
  readonly on?: string | readonly string[] | undefined; // with `flow`: resources, and what is in them: `orders-bucket`, `orders-bucket/private/*`; absent: all
  readonly encryptionContext?: Readonly<Record<string, string | readonly string[]>> | undefined; // pairs among those of the request
  readonly viaService?: string | readonly string[] | undefined;
  readonly context?: Readonly<Record<string, ContextValue>> | undefined;
  readonly unless?: Readonly<Record<string, ContextValue>> | undefined; // condition keys: requests with all these values are not meant
};

/** What is to hold of all requests; one of the three. */
export type Invariant = {
  readonly never?: Requests | undefined; // no such request is allowed
  readonly always?: Requests | undefined; // every such request is allowed
  readonly only?: Requests | undefined; // of such requests, none is allowed but those of these principals
};

export type InvariantKind = keyof Invariant;

export const INVARIANT_KINDS: readonly InvariantKind[] = ["never", "always", "only"];
