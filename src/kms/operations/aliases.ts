import { fail, ok, type Result } from "../../base/result.ts";
import { AWS_MANAGED_KEYS, awsAlias, awsManagedKey } from "../../catalog/aws-managed-keys.ts";
import { onAlias, onAliasTarget, onAnything, onKey } from "../checks.ts";
import { error, type KmsError, refuse } from "../errors.ts";
import * as member from "../input.ts";
import type { Key } from "../key.ts";
import { type Ended, operation } from "../operation.ts";
import { type Listing, type Page, pageOf, sortedListing } from "../paging.ts";
import { QUOTAS } from "../quotas.ts";
import { hidden, resolveKey } from "../resolve.ts";
import { type Alias, aliasArn, type Home, type StateView } from "../state.ts";

/** What an alias may be called (KMS Developer Guide, "Aliases in AWS KMS"). The model lets colons through, the service does not. */
const checkName = ({ AliasName: name }: { readonly AliasName: string }): KmsError | undefined =>
  name === "alias/" || name.includes(":") ? error("InvalidAliasNameException") : undefined;

/** KMS API Reference, CreateAlias. */
export const CreateAlias = operation({
  name: "CreateAlias",
  input: member.request({ AliasName: member.aliasName(), TargetKeyId: member.keyId() }),
  checks: { alias: onAlias("kms:CreateAlias"), key: onKey("kms:CreateAlias", "TargetKeyId", "id or ARN") },
  validate: checkName,
  run: ({ found, home, now }): Ended<object> => {
    const { key } = found.key;
    if (found.alias.alias !== undefined)
      return refuse("AlreadyExistsException", `An alias with the name ${found.alias.arn} already exists`);
    if (key.aliases.length >= QUOTAS.aliasesOfKey) return refuse("LimitExceededException");
    const { partition, account, region } = home;
    const alias: Alias = {
      arn: found.alias.arn,
      name: found.alias.name,
      partition,
      account,
      region,
      keyArn: key.arn,
      createdAt: now,
      updatedAt: now,
    };
    return ok({ reply: {}, changes: [{ kind: "put-alias", alias }] });
  },
  log: { parameters: ["AliasName", "TargetKeyId"], on: ["key", "alias"] },
});

/** KMS API Reference, UpdateAlias: permitted on the alias, on the key it leaves and on the one it goes to. */
export const UpdateAlias = operation({
  name: "UpdateAlias",
  input: member.request({ AliasName: member.aliasName(), TargetKeyId: member.keyId() }),
  checks: {
    alias: onAlias("kms:UpdateAlias"),
    current: onAliasTarget("kms:UpdateAlias"),
    key: onKey("kms:UpdateAlias", "TargetKeyId", "id or ARN"),
  },
  states: ["key"],
  validate: checkName,
  run: ({ found, now }): Ended<object> => {
    const { alias } = found.alias;
    const [from, to] = [found.current.key, found.key.key];
    if (alias === undefined) return refuse("NotFoundException", `Alias ${found.alias.arn} is not found.`);
    if (from.usage !== to.usage || familyOf(from) !== familyOf(to)) {
      return refuse(
        "ValidationException",
        `Alias ${found.alias.arn} cannot be moved from ${from.arn} to ${to.arn}: the keys are not of the same type and usage`,
      ); // our words
    }
    if (from.arn !== to.arn && to.aliases.length >= QUOTAS.aliasesOfKey) return refuse("LimitExceededException");
    return ok({ reply: {}, changes: [{ kind: "put-alias", alias: { ...alias, keyArn: to.arn, updatedAt: now } }] });
  },
  log: { parameters: ["AliasName", "TargetKeyId"], on: ["key", "alias"] },
});

/** An alias moves only between keys of one family (KMS API Reference, UpdateAlias). */
const familyOf = ({ spec }: Key): "symmetric" | "HMAC" | "asymmetric" =>
  spec === "SYMMETRIC_DEFAULT" ? "symmetric" : spec.startsWith("HMAC_") ? "HMAC" : "asymmetric";

/** KMS API Reference, DeleteAlias. */
export const DeleteAlias = operation({
  name: "DeleteAlias",
  input: member.request({ AliasName: member.aliasName() }),
  checks: { alias: onAlias("kms:DeleteAlias"), key: onAliasTarget("kms:DeleteAlias") },
  validate: checkName,
  run: ({ found }) => ok({ reply: {}, changes: [{ kind: "delete-alias" as const, arn: found.alias.arn }] }),
  log: { parameters: ["AliasName"], on: ["key", "alias"] },
});

export type ListAliasesReply = {
  readonly Aliases: readonly {
    readonly AliasName: string;
    readonly AliasArn: string;
    readonly TargetKeyId?: string;
    readonly CreationDate?: Date; // this and the other date: absent with the key
    readonly LastUpdatedDate?: Date;
  }[];
  readonly NextMarker?: string;
  readonly Truncated: boolean;
};

/**
 * KMS API Reference, ListAliases: authorized on `*`, also where KeyId narrows it to the aliases of one key. Those that AWS reserves for its services are
 * there before their keys. Of keys in other accounts nothing is told, not even whether there is such a key.
 */
export const ListAliases = operation({
  name: "ListAliases",
  input: member.request({ KeyId: member.keyId().optional(), Limit: member.limit(), Marker: member.marker() }),
  checks: { service: onAnything("kms:ListAliases") },
  run: ({ input, home, state, caller, now }): Ended<ListAliasesReply> => {
    const limits = { usual: 50, most: 100 };
    const page = listed();
    if (!page.ok) return page;
    const { names, ...rest } = page.value;
    return ok({ reply: { Aliases: names.map((name) => entryOf(name, home, state.alias(aliasArn(home, name)))), ...rest }, changes: [] });

    function listed(): Result<Page, KmsError> {
      if (input.KeyId === undefined) return pageOf(aliasesOf(home, state), input, { ...limits, listing: "aliases" });
      const action = "kms:ListAliases";
      const found = resolveKey(input.KeyId, "id or ARN", { state, caller, home, now, action });
      if (!found.ok) return fail(found.error);
      const { key } = found.value;
      if (key.account !== home.account) return fail(hidden({ caller, action }));
      return pageOf(sortedListing(key.aliases), input, { ...limits, listing: `aliases of ${key.id}` });
    }
  },
  log: { parameters: ["Limit", "Marker", "KeyId"] },
});

const RESERVED = AWS_MANAGED_KEYS.map(awsAlias);
const nameOf = (arn: string): string => arn.slice(arn.lastIndexOf(":") + 1);

/** First those that AWS reserves, which keep their places when they get their keys; then all others as they came. */
function aliasesOf(home: Home, state: StateView): Listing {
  const own = state.aliasesOf(home);
  const isOther = (name: string) => awsManagedKey(name) === undefined;
  const after: Listing["after"] = (place, limit) => {
    const page = RESERVED.slice(place, place + limit).map((name, i) => ({ name, place: place + i + 1 }));
    for (let from = Math.max(0, place - RESERVED.length); page.length < limit; ) {
      const next = own.after(from, limit - page.length);
      const last = next.at(-1);
      if (last === undefined) break;
      from = last.place;
      for (const { name, place: at } of next) if (isOther(nameOf(name))) page.push({ name: nameOf(name), place: RESERVED.length + at });
    }
    return page;
  };
  const behind: Listing["behind"] = (name, place) =>
    isOther(name) ? RESERVED.length + own.behind(aliasArn(home, name), Math.max(0, place - RESERVED.length)) : RESERVED.indexOf(name) + 1;
  return { after, behind };
}

function entryOf(name: string, home: Home, alias: Alias | undefined): ListAliasesReply["Aliases"][number] {
  if (alias === undefined) return { AliasName: name, AliasArn: aliasArn(home, name) };
  const target = alias.keyArn?.slice(alias.keyArn.lastIndexOf("/") + 1);
  return {
    AliasName: alias.name,
    AliasArn: alias.arn,
    ...(target !== undefined && { TargetKeyId: target }),
    CreationDate: new Date(alias.createdAt),
    LastUpdatedDate: new Date(alias.updatedAt),
  };
}
