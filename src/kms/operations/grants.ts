import { constraintType } from "../../authz/derive.ts";
import { fail, ok, type Result } from "../../base/result.ts";
import { Sequence } from "../../base/sequence.ts";
import { GRANT_OPERATIONS } from "../../catalog/grant-operations.ts";
import { parseArn } from "../../iam/arn.ts";
import { isUniqueId } from "../../iam/principal.ts";
import { onKey } from "../checks.ts";
import { error, invalid, type KmsError, refuse } from "../errors.ts";
import type { GrantRecord } from "../grants/grant.ts";
import { checkGrantPrincipal, checkPrincipalArn, checkServicePrincipal, checkSourceArn } from "../grants/principals.ts";
import { checkGrant, entryOf, type GrantEntry, type GrantWish, isSameGrant, makeGrant } from "../grants/rules.ts";
import { makeGrantToken } from "../grants/tokens.ts";
import { isGrantId, newGrantId } from "../ids.ts";
import * as member from "../input.ts";
import { type Anywhere, type Call, type CallSite, type Check, type Checks, type Ended, type LocatedKey, operation } from "../operation.ts";
import { type Page, pageOf } from "../paging.ts";
import { QUOTAS } from "../quotas.ts";
import { hidden, resolveKey } from "../resolve.ts";

const principal = () => member.text(1, 256, String.raw`^[\w+=,.@:/-]+$`).optional();
const servicePrincipal = () => member.text(1, 128, String.raw`^([A-Za-z0-9\-]+)\.([A-Za-z0-9\-]+)(\.[A-Za-z0-9\-]+)+$`).optional();
const grantId = () => member.text(1, 128);

/**
 * KMS API Reference, CreateGrant. Permitted by a policy, any operation of the key may be granted (rule kms.grants.any-operation); permitted by a grant, what that one grant covers. The
 * new grant is issued by the caller's account, and stays when the grant that permitted it goes.
 */
export const CreateGrant = operation({
  name: "CreateGrant",
  input: member.request({
    KeyId: member.keyId(),
    GranteePrincipal: principal(),
    GranteeServicePrincipal: servicePrincipal(),
    RetiringPrincipal: principal(),
    RetiringServicePrincipal: servicePrincipal(),
    Operations: member.listOf(member.oneOf(GRANT_OPERATIONS)),
    Constraints: member
      .request({
        EncryptionContextSubset: member.encryptionContext(),
        EncryptionContextEquals: member.encryptionContext(),
        SourceArn: member.text(1, 2048).optional(),
      })
      .optional(),
    GrantTokens: member.grantTokens(),
    Name: member.text(1, 256, "^[a-zA-Z0-9:/_-]+$").optional(),
    DryRun: member.dryRun(),
  }),
  checks: { key: onKey("kms:CreateGrant", "KeyId", "id or ARN") },
  context: (input) => ({
    keys: wishContext(input),
    encryptionContext: input.Constraints?.EncryptionContextEquals ?? input.Constraints?.EncryptionContextSubset,
  }),
  validate: (input, found) => checkGrant(input, found.key.key),
  run: (call, ports): Ended<{ readonly GrantToken: string; readonly GrantId: string }> => {
    const { input, state, now } = call;
    const { key } = call.found.key;
    const fault = checkParties(input, call);
    if (fault !== undefined) return fail(fault);
    const book = state.grantsOn(key.arn);
    const grant = makeGrant(input, {
      id: newGrantId(ports.randomBytes),
      keyArn: key.arn,
      issuingAccount: issuerOf(call),
      createdAt: now,
      effectiveAt: now + call.grantDelayMs,
    });
    const same = input.Name === undefined ? undefined : book.named(input.Name).find((other) => isSameGrant(other, grant));
    const reply = ({ id }: GrantRecord) => ({ GrantToken: makeGrantToken(id, ports.randomBytes), GrantId: id });
    if (same !== undefined) return ok({ reply: reply(same), changes: [] });
    if (key.manager === "CUSTOMER" && book.order.size >= QUOTAS.grantsOnKey) return refuse("LimitExceededException");
    return ok({ reply: reply(grant), changes: [{ kind: "put-grant", grant }] });
  },
  log: {
    parameters: [
      "KeyId",
      "Constraints",
      "Operations",
      "GranteePrincipal",
      "GranteeServicePrincipal",
      "RetiringPrincipal",
      "RetiringServicePrincipal",
      "Name",
    ],
    response: ({ GrantId }, [on]) => ({ GrantId, ...(on?.kind === "key" && { KeyId: on.key.arn }) }),
  },
});

/** Condition keys that tell of the grant asked for (KMS Developer Guide, "AWS KMS condition keys"); the type tells of encryption contexts only. */
function wishContext(wish: GrantWish): Readonly<Record<string, string | readonly string[]>> {
  const keys = {
    "kms:GrantConstraintSourceArn": wish.Constraints?.SourceArn,
    "kms:GrantConstraintType": constraintType(wish.Constraints),
    "kms:GrantOperations": wish.Operations,
    "kms:GranteePrincipal": wish.GranteePrincipal,
    "kms:GranteeServicePrincipal": wish.GranteeServicePrincipal,
    "kms:RetiringPrincipal": wish.RetiringPrincipal,
    "kms:RetiringServicePrincipal": wish.RetiringServicePrincipal,
  };
  return Object.fromEntries(Object.entries(keys).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

type AnyCall = Call<object, Checks>;

/** Whether all that the grant names exists. */
function checkParties(wish: GrantWish, call: Pick<AnyCall, "caller" | "home" | "knowsPrincipal">): KmsError | undefined {
  const {
    GranteePrincipal: grantee,
    RetiringPrincipal: retiring,
    GranteeServicePrincipal: service,
    RetiringServicePrincipal: retiringService,
  } = wish;
  return (
    (grantee === undefined ? undefined : checkGrantPrincipal(grantee, "GranteePrincipal", call)) ??
    (retiring === undefined ? undefined : checkGrantPrincipal(retiring, "RetiringPrincipal", call)) ??
    (service === undefined ? undefined : checkServicePrincipal(service)) ??
    (retiringService === undefined ? undefined : checkServicePrincipal(retiringService)) ??
    (wish.Constraints?.SourceArn === undefined ? undefined : checkSourceArn(wish.Constraints.SourceArn))
  );
}

/** The account of the caller; for a service, which has none, the one that it works for. */
const issuerOf = ({ home }: Pick<AnyCall, "home">): string => `arn:${home.partition}:iam::${home.account}:root`;

export type ListGrantsReply = { readonly Grants: readonly GrantEntry[]; readonly NextMarker?: string; readonly Truncated: boolean };

const LIMITS = { usual: 50, most: 100 };
const ONE_FILTER = "You can specify either GranteePrincipal or GranteeServicePrincipal, but not both."; // our words
const FOR_SERVICES = "This filter is only usable by callers in a service principal."; // our words

/** KMS API Reference, ListGrants: the grants of one key, by id or grantee if asked, in the order in which they were made. */
export const ListGrants = operation({
  name: "ListGrants",
  input: member.request({
    KeyId: member.keyId(),
    GrantId: grantId().optional(),
    GranteePrincipal: principal(),
    GranteeServicePrincipal: servicePrincipal(),
    Limit: member.limit(),
    Marker: member.marker(),
  }),
  checks: { key: onKey("kms:ListGrants", "KeyId", "id or ARN") },
  validate: ({ GranteePrincipal, GranteeServicePrincipal }) =>
    GranteePrincipal !== undefined && GranteeServicePrincipal !== undefined ? error("ValidationException", ONE_FILTER) : undefined,
  run: (call): Ended<ListGrantsReply> => {
    const { input, state, caller } = call;
    const { GranteePrincipal: grantee, GranteeServicePrincipal: service, GrantId: id } = input;
    if (service !== undefined && caller.kind !== "service") return invalid(FOR_SERVICES);
    const fault = grantee === undefined ? undefined : checkListed(grantee, call);
    if (fault !== undefined) return fail(fault);
    const { key } = call.found.key;
    const book = state.grantsOn(key.arn);
    if (id !== undefined && book.get(id) === undefined && !isGrantId(id)) return refuse("InvalidGrantIdException");
    const keep = (name: string) => {
      const grant = book.get(name);
      return (
        (grantee === undefined || grant?.granteePrincipal === grantee) &&
        (service === undefined || grant?.granteeServicePrincipal === service)
      );
    };
    const names = id === undefined ? book.order : only(book.get(id));
    const filter = grantee === undefined && service === undefined ? undefined : keep;
    return listed(pageOf(names, input, { ...LIMITS, listing: `grants of ${key.id}` }, filter), (name) => book.get(name));
  },
  log: { parameters: ["KeyId", "GrantId", "GranteePrincipal", "Limit", "Marker"] },
});

/** A filter must name a principal that is there now. Grants of services are listed with their names, so those are taken. */
function checkListed(text: string, call: Pick<AnyCall, "home" | "knowsPrincipal">): KmsError | undefined {
  if (checkServicePrincipal(text) === undefined) return undefined;
  if (isUniqueId(text))
    return call.knowsPrincipal(text) ? undefined : error("InvalidArnException", "Input does not refer to a valid principal");
  return checkPrincipalArn(text, call);
}

function only(grant: GrantRecord | undefined): Sequence {
  const one = new Sequence();
  if (grant !== undefined) one.add(grant.id);
  return one;
}

function listed(page: Result<Page, KmsError>, grantOf: (id: string) => GrantRecord | undefined): Ended<ListGrantsReply> {
  if (!page.ok) return page;
  const { names, ...rest } = page.value;
  const grants = names.map(grantOf).filter((grant) => grant !== undefined);
  return ok({ reply: { Grants: grants.map(entryOf), ...rest }, changes: [] });
}

type RetirableInput = { readonly RetiringPrincipal?: string | undefined; readonly RetiringServicePrincipal?: string | undefined };

/** Identity policies allow it, on `*`. A service that lists its own needs no permission: there is no policy that could give it. */
const onRetirable: Check<Anywhere | undefined> = {
  action: "kms:ListRetirableGrants",
  locate: (input, { caller }) => {
    const { RetiringPrincipal, RetiringServicePrincipal: service } = input as RetirableInput;
    const isOwn = caller.kind === "service" && RetiringPrincipal === undefined && service === caller.principal.arn;
    return ok(isOwn ? undefined : { kind: "*" });
  },
};

/** KMS API Reference, ListRetirableGrants: of one retiring principal of the caller's account, on keys of this Region in any account. */
export const ListRetirableGrants = operation({
  name: "ListRetirableGrants",
  input: member.request({
    RetiringPrincipal: principal(),
    RetiringServicePrincipal: servicePrincipal(),
    Limit: member.limit(),
    Marker: member.marker(),
  }),
  checks: { service: onRetirable },
  validate: ({ RetiringPrincipal, RetiringServicePrincipal }) =>
    (RetiringPrincipal === undefined) === (RetiringServicePrincipal === undefined)
      ? error("ValidationException", "You must specify either RetiringPrincipal or RetiringServicePrincipal, but not both.") // our words
      : undefined,
  run: (call): Ended<ListGrantsReply> => {
    const { input, home, state, caller } = call;
    const { RetiringPrincipal: retiring, RetiringServicePrincipal: service } = input;
    if (service !== undefined && caller.kind !== "service") return invalid(FOR_SERVICES);
    const fault = retiring === undefined ? undefined : checkRetiring(retiring, call);
    if (fault !== undefined) return fail(fault);
    const name = service ?? retiring ?? "";
    const here = `arn:${home.partition}:kms:${home.region}:`;
    const isHere = (id: string) => state.grant(id)?.keyArn.startsWith(here) === true;
    return listed(pageOf(state.retirableBy(name), input, { ...LIMITS, listing: "retirable" }, isHere), (id) => state.grant(id));
  },
  log: { parameters: ["RetiringPrincipal", "Limit", "Marker"] },
});

/** The principal is what the call is authorized on (KMS API Reference): one of another account is nobody's to allow. Our reading of the error. */
function checkRetiring(text: string, { caller, home, knowsPrincipal }: AnyCall): KmsError | undefined {
  if (isUniqueId(text))
    return knowsPrincipal(text) ? undefined : error("NotFoundException", `Retiring principal ${text} could not be found`);
  const fault = checkPrincipalArn(text, { home, knowsPrincipal });
  if (fault !== undefined || parseArn(text)?.account === caller.account) return fault;
  const action = "kms:ListRetirableGrants";
  return error(
    "AccessDeniedException",
    `User: ${caller.principal.arn} is not authorized to perform: ${action} on resource: ${text} because no resource-based policy allows the ${action} action`,
  );
}

const retireMembers = member.request({
  GrantToken: member.text(1, 8192).optional(),
  KeyId: member.keyId().optional(),
  GrantId: grantId().optional(),
  DryRun: member.dryRun(),
});

type RetireInput = { readonly GrantToken?: string; readonly KeyId?: string; readonly GrantId?: string };
type LocatedGrant = LocatedKey & { readonly grant: GrantRecord };

const onGrant: Check<LocatedGrant> = {
  action: "kms:RetireGrant",
  locate: (input, site) => {
    const { GrantToken: token, KeyId, GrantId } = input as RetireInput;
    if (token !== undefined) return byToken(token, input, site);
    if (KeyId === undefined || GrantId === undefined) return invalid("You must specify either GrantToken, or both KeyId and GrantId."); // our words
    return byId(KeyId, GrantId, site);
  },
};

/** A token finds a grant at once. A key or id beside it that says otherwise is refused: it is not clear then which grant is meant. */
function byToken(token: string, { KeyId, GrantId }: RetireInput, site: CallSite): Result<LocatedGrant, KmsError> {
  const id = site.state.grantOfToken(token);
  if (id === undefined) return refuse("InvalidGrantTokenException");
  const grant = site.state.grant(id);
  const key = grant === undefined ? undefined : site.state.key(grant.keyArn);
  if (grant === undefined || key === undefined || key.region !== site.home.region || key.partition !== site.home.partition)
    return noGrant(id);
  if ((GrantId !== undefined && GrantId !== id) || (KeyId !== undefined && KeyId !== key.arn && KeyId !== key.id)) {
    return invalid("GrantToken, KeyId and GrantId do not identify the same grant."); // our words
  }
  return ok({ kind: "key", key, grant });
}

/** By its id a grant is found when it has got around: until then only its token does (KMS API Reference, RetireGrant). */
function byId(keyId: string, id: string, site: CallSite): Result<LocatedGrant, KmsError> {
  const found = resolveKey(keyId, "id or ARN", site);
  if (!found.ok) return found;
  const { key } = found.value;
  const grant = site.state.grantsOn(key.arn).get(id);
  if (grant !== undefined && grant.effectiveAt <= site.now) return ok({ kind: "key", key, grant });
  return key.account === site.home.account ? noGrant(id) : fail(hidden(site));
}

/**
 * KMS API Reference, RetireGrant. The grant itself says who may: its retiring principal, its grantee where it has RetireGrant, and by identity policies
 * the accounts that issued it or own the key. No key policy and no resource control policy has a say.
 */
export const RetireGrant = operation({
  name: "RetireGrant",
  input: retireMembers,
  checks: { key: onGrant },
  run: ({ found }): Ended<object> => {
    const { id } = found.key.grant;
    return ok({ reply: {}, changes: [{ kind: "delete-grant", id }], additional: { grantId: id } });
  },
  log: {},
});

/** KMS API Reference, RevokeGrant: for those who manage the key, whoever issued the grant. */
export const RevokeGrant = operation({
  name: "RevokeGrant",
  input: member.request({ KeyId: member.keyId(), GrantId: grantId(), DryRun: member.dryRun() }),
  checks: { key: onKey("kms:RevokeGrant", "KeyId", "id or ARN") },
  run: ({ input, found, state }): Ended<object> => {
    const id = input.GrantId;
    if (state.grantsOn(found.key.key.arn).get(id) === undefined) return noGrant(id);
    return ok({ reply: {}, changes: [{ kind: "delete-grant", id }] });
  },
  log: { parameters: ["KeyId", "GrantId"] },
});

/** Our words: AWS tells the errors only. */
const noGrant = (id: string): Result<never, KmsError> =>
  isGrantId(id) ? refuse("NotFoundException", `Grant ID ${id} not found`) : refuse("InvalidGrantIdException");
