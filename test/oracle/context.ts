import type { Case } from "../../src/cases/case.ts";
import type { Grant } from "../../src/iam/request.ts";
import { type Caller, ownRolePaths, readCaller } from "./caller.ts";
import { familyOf, isMultiValued, isRequired, isSent, spelled } from "./catalog.ts";
import type { KeyState, Lookup, Possible } from "./pattern.ts";
import { epochSeconds } from "./values.ts";

const lower = (text: string): string => text.toLowerCase();
const ABSENT: KeyState = { kind: "absent" };
const one = (value: string | undefined): KeyState => (value === undefined ? ABSENT : { kind: "single", value });
const many = (values: readonly string[] | undefined): KeyState =>
  values === undefined || values.length === 0 ? ABSENT : { kind: "multi", values };
const single = (value: string): Possible => ({ kind: "single", value });
/** Known in part: one of these. */
const among = (missing: readonly string[], ...possible: Possible[]): KeyState => ({ kind: "unknown", missing, possible });

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

/** Keys that tell one fact: where one is unknown, all are. */
const TOGETHER = [
  ["kms:viaservice", "aws:viaawsservice", "aws:calledvia", "aws:calledviafirst", "aws:calledvialast", "kms:grantisforawsresource"],
  ["aws:currenttime", "aws:epochtime"],
  ["aws:multifactorauthpresent", "aws:multifactorauthage"],
];

/** The case's `unknown` keys that leave the named key unknown: itself, its family, or one that tells the same fact. */
function unknownBecause(name: string, theCase: Case): string[] {
  const listed = theCase.request.unknown ?? [];
  const those = (belongs: (key: string) => boolean) => listed.filter((key) => belongs(lower(key)));
  const itself = those((key) => key === name);
  if (itself.length > 0) return itself;
  const family = familyOf(name);
  const families = those((key) => family !== undefined && key === lower(family));
  if (families.length > 0) return families;
  if (lower(family ?? "") === "kms:encryptioncontext:") return those((key) => key === "kms:encryptioncontextkeys");
  if (name === "kms:encryptioncontextkeys") return those((key) => key.startsWith("kms:encryptioncontext:"));
  return those((key) => TOGETHER.some((group) => group.includes(name) && group.includes(key)));
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

  const everything = (request.unknown ?? []).includes("*");
  const gives = (name: string): boolean => given(name, theCase) !== undefined;
  const lists = (name: string): boolean => unknownBecause(name, theCase).length > 0;
  const isPerson = caller.kind !== "service" && caller.kind !== "anonymous";

  const lookup: Lookup = (key) => {
    const name = lower(key);
    const told = given(name, theCase);
    if (told !== undefined) return told;
    const neverSent = name.startsWith("kms:") && (!isKms(request.action) || !isSent(name, request.action, resource.kind));
    if (neverSent) return ABSENT;
    const because = unknownBecause(name, theCase);
    if (because.length > 0) return standing(name) === "sent" ? some(because, name) : someOrNone(because, name);
    const found = derived(name);
    return found === undefined ? untold(name) : found;
  };

  const some = (missing: readonly string[], name: string): KeyState => among(missing, { kind: "some", multi: isMultiValued(name) });
  const someOrNone = (missing: readonly string[], name: string): KeyState =>
    among(missing, { kind: "absent" }, { kind: "some", multi: isMultiValued(name) });

  /** A key of which nothing is told. */
  const untold = (name: string): KeyState => {
    const how = standing(name);
    if (how === "sent") return some([spelled(name)], name);
    if (how === "open" || (how === "optional" && everything)) return someOrNone([spelled(name)], name);
    return ABSENT;
  };

  type Standing = "sent" | "optional" | "never" | "open"; // open: depends on something that is said to be unknown

  /** Whether AWS sends the key with such a request. */
  const standing = (name: string): Standing => {
    if (isPerson ? SERVICE_KEYS.includes(name) : PERSONAL_KEYS.some((key) => name.startsWith(key))) return "never";
    if (["aws:currenttime", "aws:epochtime", "aws:useragent", "aws:requestedregion", "aws:securetransport"].includes(name)) return "sent";
    if (name === "aws:userid") return isPerson ? "sent" : "never";
    if (SESSION_KEYS.some((key) => name.startsWith(key))) {
      const session = credentials();
      if (session === "no") return "never";
      if (name !== "aws:tokenissuetime") return "optional";
      return session === "yes" ? "sent" : session;
    }
    if (name === "aws:sourceip") return addressed();
    if (ENDPOINT_KEYS.includes(name)) return atEndpoint(name);
    if (KEY_FACTS.includes(name)) return "sent";
    if (["kms:trailingdayswithoutkeyusage", "kms:reencryptonsamekey"].includes(name)) return "sent";
    const instead = INSTEAD.find((pair) => pair.includes(name))?.find((other) => other !== name);
    if (instead !== undefined && gives(instead)) return "never";
    if (name === "kms:granteeprincipal") return instead !== undefined && lists(instead) ? "open" : "sent";
    return isKms(request.action) && isRequired(name, request.action) ? "sent" : "optional";
  };

  /** Whether the credentials are temporary. */
  const credentials = (): "yes" | "no" | "optional" | "open" => {
    if (!isPerson) return "no";
    if (caller.kind !== "user" && caller.kind !== "root") return "yes";
    const isSessionKey = (key: string) => SESSION_KEYS.some((each) => lower(key).startsWith(each) || lower(key) === each);
    if (caller.facts.mfaAgeSeconds !== undefined || Object.keys(request.context ?? {}).some(isSessionKey)) return "yes";
    return everything || (request.unknown ?? []).some(isSessionKey) ? "open" : "optional";
  };

  const forwarding = (): "yes" | "no" | "maybe" => {
    if (request.viaService !== undefined) return "yes";
    const told = given("aws:viaawsservice", theCase);
    if (told !== undefined) return told.kind === "single" && lower(told.value) === "true" ? "yes" : "no";
    if (caller.kind === "service") return "no";
    return everything || lists("aws:viaawsservice") ? "maybe" : "no";
  };
  const isSilentOnForwarding = request.viaService === undefined && !gives("aws:viaawsservice") && caller.kind !== "service";

  const namesEndpoint = theCase.policies?.endpoint !== undefined || ENDPOINT_KEYS.some(gives);

  /** The caller's address: of calls that come through no endpoint and no service. */
  const addressed = (): Standing => {
    if (caller.kind === "service" || namesEndpoint) return "never";
    if (forwarding() === "yes") return "optional";
    return forwarding() === "maybe" || everything || ENDPOINT_KEYS.some((key) => (request.unknown ?? []).map(lower).includes(key))
      ? "open"
      : "sent";
  };

  /** What an endpoint tells of itself; of its owner's organization only where it is in one. */
  const atEndpoint = (name: string): Standing => {
    if (caller.kind === "service" || forwarding() === "yes") return "never";
    const always = !["aws:vpceorgid", "aws:vpceorgpaths"].includes(name);
    if (namesEndpoint) return !always ? "optional" : forwarding() === "no" ? "sent" : "open";
    return gives("aws:sourceip") ? "never" : "optional";
  };

  /** What follows from what is told; undefined where nothing does. */
  const derived = (name: string): KeyState | undefined => {
    if (name.startsWith("kms:")) return kmsKey(name);
    if (name.startsWith("aws:principaltag/")) return caller.facts.tags && tag(caller.facts.tags, name);
    if (name.startsWith("aws:resourcetag/") || name.startsWith("aws:requesttag/") || name === "aws:tagkeys") {
      if (!isKms(request.action) || !isSent(name, request.action, resource.kind)) return ABSENT;
      if (!name.startsWith("aws:resourcetag/") || resource.kind !== "key") return undefined;
      return listed(theCase.key?.tags, (tags) => tag(tags, name), name);
    }
    return callerKey(name) ?? requestKey(name);
  };

  const isKeyUntold = Object.values(theCase.key ?? {}).every((fact) => fact === undefined);

  /** What a key may be without: where nothing at all is told of the key it is not known, else there is none. */
  const listed = <T>(fact: T | undefined, of: (fact: T) => KeyState, name: string): KeyState | undefined => {
    if (fact !== undefined) return of(fact);
    return isKeyUntold ? someOrNone([spelled(name)], name) : undefined;
  };

  const callerKey = (name: string): KeyState | undefined => {
    const { kind, account, facts } = caller;
    switch (name) {
      case "aws:principalarn":
        return principalArn();
      case "aws:principalaccount":
        return one(kind === "anonymous" ? "anonymous" : account);
      case "aws:principalorgid":
        return facts.orgId === undefined ? undefined : one(facts.orgId);
      case "aws:principalorgpaths":
        return facts.orgPath === undefined ? undefined : many([facts.orgPath]);
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
        return secondFactor();
      case "aws:multifactorauthage":
        return facts.mfaAgeSeconds === undefined ? undefined : one(String(facts.mfaAgeSeconds));
      case "aws:sourceidentity":
        return facts.sourceIdentity === undefined ? undefined : one(facts.sourceIdentity);
      default:
        return undefined;
    }
  };

  /** A session ARN does not tell the path of its role: AWS's own roles have one, others are taken to have none. */
  const principalArn = (): KeyState => {
    if (caller.account === undefined) return ABSENT;
    const own = ownRolePaths(caller);
    const withPath = (path: string): Possible => {
      const form = `arn:${caller.partition}:iam::${caller.account}:${path}${caller.name}`.split("*");
      return form.length === 1 ? single(form[0] ?? "") : { kind: "form", form };
    };
    if (own !== undefined) return among(["aws:PrincipalArn"], ...own.map(withPath));
    if (everything && caller.kind === "session" && !caller.rolePathTold)
      return among(["aws:PrincipalArn"], withPath("role/"), withPath("role/*/"));
    return one(caller.roleArn ?? caller.arn);
  };

  /** Temporary credentials say whether a second factor was given, long-term keys say nothing: perhaps when a service uses them. */
  const secondFactor = (): KeyState => {
    if (caller.facts.mfaAgeSeconds !== undefined) return one("true");
    const told = (...possible: Possible[]) => among(["aws:MultiFactorAuthPresent"], ...possible);
    const [yes, no, none] = [single("true"), single("false"), ABSENT as Possible];
    const session = credentials();
    if (session === "yes") return everything ? told(yes, no) : one("false");
    if (session === "no") return ABSENT;
    if (session === "open") return told(none, yes, no);
    return forwarding() === "no" ? ABSENT : told(none, no);
  };

  const userId = (): KeyState => {
    const { kind, account, facts, session } = caller;
    if (kind === "root") return one(account);
    if (kind === "federated") return one(facts.userId ?? `${account}:${caller.name}`);
    if (kind === "anonymous") return one("anonymous");
    if (kind === "service") return ABSENT;
    const form = (...parts: string[]) => among(["aws:userid"], { kind: "form", form: parts });
    if (kind === "user") return facts.userId === undefined ? form("AIDA", "") : one(facts.userId);
    if (facts.userId?.includes(":")) return one(facts.userId);
    if (facts.userId !== undefined && session !== undefined) return one(`${facts.userId}:${session}`);
    if (facts.userId !== undefined) return form(`${facts.userId}:`, "");
    return session === undefined ? form("AROA", ":", "") : form("AROA", `:${session}`);
  };

  const requestKey = (name: string): KeyState | undefined => {
    const via = request.viaService;
    const service = via === undefined ? undefined : `${via.split(".")[0]}.amazonaws.com`;
    switch (name) {
      case "aws:resourceaccount":
        return one(resource.account);
      case "aws:requestedregion":
        return isKms(request.action) && resource.region !== "" ? one(resource.region) : undefined;
      case "aws:securetransport":
        if (!isKms(request.action)) return among(["aws:SecureTransport"], single("true"), single("false"));
        return caller.kind === "service" ? among(["aws:SecureTransport"], ABSENT as Possible, single("true")) : one("true");
      case "aws:viaawsservice":
        return isForwarded();
      case "aws:calledvia":
        return ofForwarder(service, (value) => many([value]), name);
      case "aws:calledviafirst":
      case "aws:calledvialast":
        return ofForwarder(service, one, name);
      case "aws:currenttime":
        return request.time === undefined ? undefined : one(request.time);
      case "aws:epochtime":
        return request.time === undefined ? undefined : one(epochSeconds(request.time));
      default:
        return undefined;
    }
  };

  /** What the name of the forwarding service tells. */
  const ofForwarder = (service: string | undefined, of: (service: string) => KeyState, name: string): KeyState => {
    if (forwarding() === "yes") return service === undefined ? some([spelled(name)], name) : of(service);
    return forwarding() === "no" ? ABSENT : someOrNone([spelled(name)], name);
  };

  const isForwarded = (): KeyState => {
    if (forwarding() === "maybe") return among(["aws:ViaAWSService"], single("true"), single("false"));
    return one(String(forwarding() === "yes"));
  };

  /** Only asked for keys that AWS sends with the action. */
  const kmsKey = (name: string): KeyState | undefined => {
    const silentContext = retired === undefined && request.encryptionContext === undefined;
    const retiring = lower(request.action) === "kms:retiregrant";
    if (name.startsWith("kms:encryptioncontext:")) {
      if (silentContext && !retiring) return undefined;
      return encryptionContextKey(name.slice("kms:encryptioncontext:".length));
    }
    const creating = lower(request.action) === "kms:createkey";
    const usual = (value: string): KeyState => (everything ? some([spelled(name)], name) : one(value));
    const fact = (value: string | undefined, otherwise: string): KeyState | undefined => {
      if (creating) return usual(otherwise);
      return value === undefined ? undefined : one(value);
    };
    const { key } = theCase;
    switch (name) {
      case "kms:calleraccount":
        return one(caller.account);
      case "kms:viaservice":
        if (isSilentOnForwarding && forwarding() === "no") return undefined;
        return ofForwarder(request.viaService, one, name);
      case "kms:keyspec":
      case "kms:customermasterkeyspec":
        return fact(key?.spec, "SYMMETRIC_DEFAULT");
      case "kms:keyusage":
      case "kms:customermasterkeyusage":
        return fact(key?.usage, "ENCRYPT_DECRYPT");
      case "kms:keyorigin":
        return fact(key?.origin, "AWS_KMS");
      case "kms:multiregion":
        if (creating || key?.multiRegion !== undefined) return fact(String(key?.multiRegion), "false");
        return among(["kms:MultiRegion"], single("true"), single("false"));
      case "kms:multiregionkeytype": {
        if (creating) return undefined;
        if (key?.multiRegion === false) return ABSENT;
        if (key?.multiRegion && key.multiRegionKeyType) return one(key.multiRegionKeyType);
        const types = [single("PRIMARY"), single("REPLICA")];
        return among(["kms:MultiRegionKeyType"], ...(key?.multiRegion ? [] : [ABSENT as Possible]), ...types);
      }
      case "kms:resourcealiases":
        return listed(key?.aliases, many, name);
      case "kms:encryptioncontextkeys":
        return silentContext && !retiring ? undefined : many(Object.keys(encryptionContext(theCase, retired)));
      case "kms:encryptionalgorithm":
        return lower(request.action).startsWith("kms:generatedatakey") ? one("SYMMETRIC_DEFAULT") : usual("SYMMETRIC_DEFAULT");
      case "kms:messagetype":
        return usual("RAW");
      case "kms:rotationperiodindays":
        return usual("365");
      case "kms:schedulekeydeletionpendingwindowindays":
        return usual("30");
      case "kms:grantconstrainttype":
        if (!retiring) return undefined;
        if (retired?.Constraints?.EncryptionContextEquals !== undefined) return one("EncryptionContextEquals");
        return one(retired?.Constraints?.EncryptionContextSubset === undefined ? undefined : "EncryptionContextSubset");
      case "kms:grantisforawsresource":
        return isForwarded();
      default:
        return undefined; // told, or not in the request
    }
  };

  /** Pairs that differ in case alone are one condition key: with two values, nobody says which wins. */
  const encryptionContextKey = (wanted: string): KeyState => {
    const pairs = Object.entries(encryptionContext(theCase, retired)).filter(([key]) => lower(key) === wanted);
    const values = [...new Set(pairs.map(([, value]) => value))];
    return values.length > 1 ? among([`kms:EncryptionContext:${pairs[0]?.[0]}`], ...values.map(single)) : one(values[0]);
  };

  return lookup;
}

/** What only a service principal's own calls have (IAM User Guide, AWS global condition context keys). */
const SERVICE_KEYS = ["aws:sourcearn", "aws:sourceaccount", "aws:sourceorgid", "aws:sourceorgpaths"];
/** What only IAM principals' calls have. */
const PERSONAL_KEYS = ["aws:principalorgid", "aws:principalorgpaths", "aws:principaltag/", "kms:viaservice"];
/** What temporary credentials bring. */
const SESSION_KEYS =
  `aws:tokenissuetime aws:multifactorauthage aws:sourceidentity aws:assumedroot aws:federatedprovider aws:chatbotsourcearn aws:ec2instancesource
  aws:signinsessionarn codebuild: glue: ec2:roledelivery ec2:sourceinstancearn identitystore:userid lambda:sourcefunctionarn ssm:sourceinstancearn`.split(
    /\s+/,
  );
const ENDPOINT_KEYS = `aws:sourcevpc aws:sourcevpcarn aws:sourcevpce aws:vpceaccount aws:vpcsourceip aws:vpceorgid aws:vpceorgpaths`.split(
  " ",
);
const KEY_FACTS = [
  "kms:keyspec",
  "kms:keyusage",
  "kms:keyorigin",
  "kms:multiregion",
  "kms:customermasterkeyspec",
  "kms:customermasterkeyusage",
];
/** Of these a request has one. */
const INSTEAD = [
  ["kms:granteeprincipal", "kms:granteeserviceprincipal"],
  ["kms:retiringprincipal", "kms:retiringserviceprincipal"],
];

function tag(tags: Readonly<Record<string, string>> | undefined, name: string): KeyState {
  const wanted = name.slice(name.indexOf("/") + 1);
  const values = [...new Set(Object.entries(tags ?? {}).flatMap(([key, value]) => (lower(key) === wanted ? [value] : [])))];
  return values.length > 1 ? among([name], ...values.map(single)) : one(values[0]);
}
