import { nearest } from "../../base/nearest.ts";
import { fail, ok, type Result } from "../../base/result.ts";
import { listed, shown } from "../../base/text.ts";
import { resourceArnIn } from "../../catalog/data/kinds.ts";
import type { WorldResource } from "../estate.ts";
import type { Lost, WorldLookup } from "../lookup.ts";

/** What data is asked for: a resource, and what of it. */
export type DataTarget = { readonly resource: WorldResource; readonly inner: string | undefined };

/**
 * `orders-bucket`, `orders-bucket/2026/x`, or the same by ARNs, also `s3://orders/2026/x`. What stands behind the name of a bucket is the key of an object,
 * behind that of a log group a log stream.
 */
export function dataTarget(on: string, lookup: WorldLookup): Result<DataTarget, Lost> {
  const name = on.startsWith("s3://") ? `arn:aws:s3:::${on.slice("s3://".length)}` : on;
  const whole = lookup.resource(name);
  if (whole !== undefined) return ok({ resource: whole, inner: innerOf(name, whole) });
  for (let at = name.lastIndexOf("/"); at > 0; at = name.lastIndexOf("/", at - 1)) {
    const resource = lookup.resource(name.slice(0, at));
    if (resource?.kind.inner !== undefined && name.length > at + 1) return ok({ resource, inner: name.slice(at + 1) });
  }
  const names = lookup.resourceNames;
  const near = nearest(name.split("/", 1)[0] ?? "", names) ?? nearest(name, names);
  const help =
    near !== undefined
      ? `did you mean \`${near}\`?`
      : names.length === 0
        ? "the world has no `resources`: `kmsward help world` tells how they are written"
        : `there are ${listed(names.slice(0, 5).map(shown))}${names.length > 5 ? " and others" : ""}`;
  return fail({ code: "KW501", message: `no resource ${shown(on)} in this world`, help });
}

/** What an ARN says behind that of the resource. */
function innerOf(name: string, { arn, kind }: WorldResource): string | undefined {
  if (!name.startsWith("arn:") || kind.inner === undefined || resourceArnIn(name) !== arn) return undefined;
  const rest = name.slice(arn.length);
  for (const between of [kind.innerBy ?? "/", "/"])
    if (rest.startsWith(between) && rest.length > between.length) return rest.slice(between.length);
  return undefined;
}
