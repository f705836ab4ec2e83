import type { AwsError, Layer } from "./decision.ts";

/** One denial, as AWS would have to word it. */
export type DenialSite = {
  readonly explicit: boolean;
  readonly layer: Layer; // the one that is reported
  readonly caller: string; // the ARN as AWS prints it: of a role session the session's
  readonly action: string;
  readonly resource: string;
  readonly crossAccount: boolean; // caller and resource are of different accounts
  readonly service: string; // "kms", "s3", "sts"
  readonly trust?: boolean; // the resource policy is a role's trust policy
  readonly unsigned?: boolean;
};

/**
 * The error AWS would answer (rule authz.error.text). KMS answers
 * 400, all others 403. Built for every denial of the engine: plain concatenation of constant pieces, nothing else.
 */
export function awsError(site: DenialSite): AwsError {
  if (site.service !== "kms")
    return {
      name: "AccessDenied",
      status: 403,
      message: message(site, site.trust === true || site.crossAccount ? curt(site) : reason(site)),
    };
  if (site.unsigned === true) return UNSIGNED;
  return { name: "AccessDeniedException", status: 400, message: site.crossAccount ? foreignKeyMessage(site) : message(site, reason(site)) };
}

/** KMS refuses unsigned calls before it looks at any policy. */
const UNSIGNED: AwsError = Object.freeze({
  name: "MissingAuthenticationTokenException",
  status: 400,
  message: "Missing Authentication Token",
});

const subject = (site: DenialSite): string => `User: ${site.caller} is not authorized to perform: ${site.action}`;

/** Tags that a key is made with are denied without a resource (recorded). */
const message = (site: DenialSite, why: string): string =>
  site.resource === "*" && site.action === "kms:TagResource" ? subject(site) + why : `${subject(site)} on resource: ${site.resource}${why}`;

/**
 * Another account's key is never printed. What its own policies say is not told either: the caller cannot tell a missing key from a denied one.
 */
function foreignKeyMessage(site: DenialSite): string {
  if (site.layer === "resource" || site.layer === "resource-control") return subject(site) + HIDDEN;
  return `${subject(site)} on this resource${reason(site)}`;
}

const HIDDEN =
  " on this resource because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access";

/**
 * Other services tell a caller of another account no more than that, and one who would assume a role nothing at all; but both of a deny in a session policy
 * (rule authz.error.text).
 */
function curt({ explicit, layer, trust }: DenialSite): string {
  if (explicit && layer === "session") return REASONS.session.explicit;
  return explicit && trust !== true ? " with an explicit deny" : "";
}

function reason(site: DenialSite): string {
  const known = REASONS[site.layer];
  if (site.explicit) return known.explicit;
  return known.silent === "" ? "" : `${known.silent}${site.action} action`;
}

type Words = { readonly silent: string; readonly explicit: string };

const words = (silent: string, explicit: string): Words => ({
  silent: silent && ` because no ${silent} allows the `,
  explicit: ` with an explicit deny in ${explicit}`,
});

/** Rule authz.error.text. A grant that is missing is worded as a missing identity-based policy. */
// biome-ignore format: a table reads as a table
const REASONS: Readonly<Record<Layer, Words>> = {
  "service-control":  words("service control policy", "a service control policy"),
  "resource-control": words("", "a resource control policy"), // RCPFullAWSAccess allows everything: such a policy is never silent
  endpoint:           words("VPC endpoint policy", "a VPC endpoint policy"),
  boundary:           words("permissions boundary", "a permissions boundary"),
  session:            words("session policy", "a session policy"),
  resource:           words("resource-based policy", "a resource-based policy"),
  identity:           words("identity-based policy", "an identity-based policy"),
  grant:              words("identity-based policy", "an identity-based policy"),
};
