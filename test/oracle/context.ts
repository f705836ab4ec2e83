import type { Case } from "../../src/cases/case.ts";
import type { Grant } from "../../src/iam/request.ts";
import { type Caller, readCaller } from "./caller.ts";
import { isMultiValued, isSent } from "./catalog.ts";
import type { KeyState, Lookup } from "./pattern.ts";
import { epochSeconds } from "./values.ts";

const lower = (text: string): string => text.toLowerCase();
const ABSENT: KeyState = { kind: "absent" };
const one = (value: string | undefined): KeyState => (value === undefined ? ABSENT : { kind: "single", value });
const many = (values: readonly string[] | undefined): KeyState =>
  values === undefined || values.length === 0 ? ABSENT : { kind: "multi", values };
const unknown = (missing: readonly string[]): KeyState => ({ kind: "unknown", missing });

/** What a request is about: the kind decides which policies have a say. */
export type Resource = {
  readonly text: string;
  readonly kind: "key" | "alias" | "*" | "role" | "other";
  readonly partition: string;
  readonly account: string | undefined;
  readonly region: string;
};

export const isKms = (action: string): boolean => lower(action).startsWith("kms:");

export function readResource(request: Case["request"], caller: Caller): Resource {
  const text = request.resource;
  const [, partition = "", service, region = "", account = "", ...rest] = text.split(":");
  const id = rest.join(":");
  const own = request.resourceAccount ?? (account === "" ? caller.account : account);
  if (text === "*") return { text, kind: "*", partition: caller.partition, account: own, region: "" };
  const kind =
    isKms(request.action) && service === "kms" && id.startsWith("key/")
      ? "key"
      : isKms(request.action) && service === "kms" && id.startsWith("alias/")
        ? "alias"
        : service === "iam" && id.startsWith("role/")
          ? "role"
          : "other";
  return { text, kind, partition, account: own, region };
}

/** The case's `unknown` keys that leave the named key unknown: itself, or one whose family it belongs to. */
function unknownBecause(name: string, theCase: Case): string[] {
  const listed = theCase.request.unknown ?? [];
  const those = (belongs: (key: string) => boolean) => listed.filter((key) => belongs(lower(key)));
  const itself = those((key) => key === name);
  if (itself.length > 0) return itself;
  const family = "kms:encryptioncontext:";
  if (name.startsWith(family)) return those((key) => key === "kms:encryptioncontextkeys");
  if (name === "kms:encryptioncontextkeys") return those((key) => key.startsWith(family));
  const forwarded = ["aws:viaawsservice", "aws:calledvia", "aws:calledviafirst", "aws:calledvialast", "kms:grantisforawsresource"];
  if (forwarded.includes(name)) return those((key) => key === "kms:viaservice");
  if (name === "aws:currenttime") return those((key) => key === "aws:epochtime");
  if (name === "aws:epochtime") return those((key) => key === "aws:currenttime");
  return [];
}

function given(name: string, theCase: Case): KeyState | undefined {
  for (const [key, value] of Object.entries(theCase.request.context ?? {})) {
    if (lower(key) !== name) continue;
    const values = (Array.isArray(value) ? value : [value]).map(String);
    const isMulti = isMultiValued(name) ?? Array.isArray(value);
    return isMulti ? { kind: "multi", values } : one(values[0]);
  }
  return undefined;
}

/** The encryption context the check is about: of the call, or of the grant that is to be retired. */
function encryptionContext(theCase: Case, retired: Grant | undefined): Record<string, string> {
  if (retired === undefined) return theCase.request.encryptionContext ?? {};
  return retired.Constraints?.EncryptionContextEquals ?? retired.Constraints?.EncryptionContextSubset ?? {};
}

/** The condition keys of the request, each worked out anew whenever it is asked for. `retired`: the grant a RetireGrant is about. */
export function contextOf(theCase: Case, retired: Grant | undefined): Lookup {
  const { request } = theCase;
  const caller = readCaller(request.principal);
  const resource = readResource(request, caller);

  const lookup: Lookup = (key) => {
    const name = lower(key);
    const told = given(name, theCase);
    if (told !== undefined) return told;
    const neverSent = name.startsWith("kms:") && (!isKms(request.action) || !isSent(name, request.action, resource.kind));
    if (neverSent) return ABSENT;
    const because = unknownBecause(name, theCase);
    if (because.length > 0) return unknown(because);
    return derived(name);
  };

  const derived = (name: string): KeyState => {
    if (name.startsWith("kms:")) return kmsKey(name);
    if (name.startsWith("aws:principaltag/")) return tag(caller.facts.tags, name);
    if (name.startsWith("aws:resourcetag/")) {
      const isSentToo = resource.kind === "key" && isSent(name, request.action, resource.kind);
      return isSentToo ? tag(theCase.key?.tags, name) : ABSENT;
    }
    return callerKey(name) ?? requestKey(name);
  };

  const callerKey = (name: string): KeyState | undefined => {
    const { kind, account, facts } = caller;
    const signedByIam = account !== undefined;
    switch (name) {
      case "aws:principalarn":
        return one(signedByIam ? (caller.roleArn ?? caller.arn) : undefined);
      case "aws:principalaccount":
        return one(kind === "anonymous" ? "anonymous" : account);
      case "aws:principalorgid":
        return one(facts.orgId);
      case "aws:principalorgpaths":
        return many(facts.orgPath === undefined ? undefined : [facts.orgPath]);
      case "aws:principaltype":
        return one(
          {
            root: "Account",
            user: "User",
            federated: "FederatedUser",
            role: "AssumedRole",
            session: "AssumedRole",
            anonymous: "Anonymous",
            service: undefined,
          }[kind],
        );
      case "aws:userid":
        return userId();
      case "aws:username":
        return one(kind === "user" ? caller.name : undefined);
      case "aws:principalisawsservice":
        return kind === "anonymous" ? ABSENT : one(String(kind === "service"));
      case "aws:principalservicename":
        return one(kind === "service" ? caller.name : undefined);
      case "aws:principalservicenameslist":
        return many(kind === "service" ? [caller.name] : undefined);
      case "aws:multifactorauthpresent":
        return one(facts.mfaAgeSeconds === undefined ? undefined : "true");
      case "aws:multifactorauthage":
        return one(facts.mfaAgeSeconds === undefined ? undefined : String(facts.mfaAgeSeconds));
      case "aws:sourceidentity":
        return one(facts.sourceIdentity);
      default:
        return undefined;
    }
  };

  const userId = (): KeyState => {
    const { kind, account, facts, session } = caller;
    if (kind === "root") return one(account);
    if (kind === "federated") return one(`${account}:${caller.name}`);
    if (kind === "anonymous") return one("anonymous");
    if (kind === "service") return ABSENT;
    if (facts.userId === undefined) return unknown(["aws:userid"]);
    if (kind === "user" || facts.userId.includes(":")) return one(facts.userId);
    return session === undefined ? unknown(["aws:userid"]) : one(`${facts.userId}:${session}`);
  };

  const requestKey = (name: string): KeyState => {
    const via = request.viaService;
    const service = via === undefined ? undefined : `${via.split(".")[0]}.amazonaws.com`;
    switch (name) {
      case "aws:resourceaccount":
        return one(resource.account);
      case "aws:requestedregion":
        return one(resource.kind === "key" || resource.kind === "alias" ? resource.region : undefined);
      case "aws:viaawsservice":
        return caller.kind === "anonymous" ? ABSENT : one(String(via !== undefined));
      case "aws:calledvia":
        return many(service === undefined ? undefined : [service]);
      case "aws:calledviafirst":
      case "aws:calledvialast":
        return one(service);
      case "aws:currenttime":
        return one(request.time);
      case "aws:epochtime":
        return one(request.time === undefined ? undefined : epochSeconds(request.time));
      default:
        return ABSENT;
    }
  };

  /** Only asked for keys that AWS sends with the action. */
  const kmsKey = (name: string): KeyState => {
    if (name.startsWith("kms:encryptioncontext:")) return encryptionContextKey(name.slice("kms:encryptioncontext:".length));
    const creating = lower(request.action) === "kms:createkey";
    const fact = (value: string | undefined, otherwise: string, spelled: string): KeyState => {
      if (creating) return one(otherwise);
      return value === undefined ? unknown([spelled]) : one(value);
    };
    const { key } = theCase;
    switch (name) {
      case "kms:calleraccount":
        return one(caller.account);
      case "kms:viaservice":
        return one(request.viaService);
      case "kms:keyspec":
        return fact(key?.spec, "SYMMETRIC_DEFAULT", "kms:KeySpec");
      case "kms:keyusage":
        return fact(key?.usage, "ENCRYPT_DECRYPT", "kms:KeyUsage");
      case "kms:keyorigin":
        return fact(key?.origin, "AWS_KMS", "kms:KeyOrigin");
      case "kms:customermasterkeyspec":
        return fact(key?.spec, "SYMMETRIC_DEFAULT", "kms:CustomerMasterKeySpec");
      case "kms:customermasterkeyusage":
        return fact(key?.usage, "ENCRYPT_DECRYPT", "kms:CustomerMasterKeyUsage");
      case "kms:multiregion":
        return fact(key?.multiRegion === undefined ? undefined : String(key.multiRegion), "false", "kms:MultiRegion");
      case "kms:multiregionkeytype":
        if (creating || key?.multiRegion === false) return ABSENT;
        return key?.multiRegion && key.multiRegionKeyType ? one(key.multiRegionKeyType) : unknown(["kms:MultiRegionKeyType"]);
      case "kms:resourcealiases":
        return many(key?.aliases);
      case "kms:encryptioncontextkeys":
        return many(Object.keys(encryptionContext(theCase, retired)));
      case "kms:encryptionalgorithm":
        return one("SYMMETRIC_DEFAULT");
      case "kms:messagetype":
        return one("RAW");
      case "kms:rotationperiodindays":
        return one("365");
      case "kms:schedulekeydeletionpendingwindowindays":
        return one("30");
      case "kms:grantconstrainttype":
        if (retired?.Constraints?.EncryptionContextEquals !== undefined) return one("EncryptionContextEquals");
        return one(retired?.Constraints?.EncryptionContextSubset === undefined ? undefined : "EncryptionContextSubset");
      case "kms:grantisforawsresource":
        return isForwarded();
      default:
        return ABSENT; // told, or not in the request
    }
  };

  /** Pairs that differ in case alone are one condition key: with two values, nobody says which wins. */
  const encryptionContextKey = (wanted: string): KeyState => {
    const pairs = Object.entries(encryptionContext(theCase, retired)).filter(([key]) => lower(key) === wanted);
    const values = new Set(pairs.map(([, value]) => value));
    return values.size > 1 ? unknown([`kms:EncryptionContext:${pairs[0]?.[0]}`]) : one([...values][0]);
  };

  const isForwarded = (): KeyState => {
    if (request.viaService !== undefined) return one("true");
    const via = lookup("aws:ViaAWSService");
    return via.kind === "unknown" ? via : one(String(via.kind === "single" && lower(via.value) === "true"));
  };

  return lookup;
}

function tag(tags: Readonly<Record<string, string>> | undefined, name: string): KeyState {
  const wanted = name.slice(name.indexOf("/") + 1);
  return one(Object.entries(tags ?? {}).find(([key]) => lower(key) === wanted)?.[1]);
}
