import type { Result } from "../../base/result.ts";
import { queryFault } from "../../wire/auth-fault.ts";
import { splitTarget } from "../../wire/raw-request.ts";
import { type SignatureRules, UNKNOWN_KEY, verifySignature } from "../../wire/verify-signature.ts";
import { isRegion } from "../aws-json.ts";
import type { Answer, Exchange } from "../exchange.ts";
import type { Holder } from "../identity.ts";
import type { Standing } from "../standing.ts";
import { assumeRole } from "./assume-role.ts";
import { decodeAuthorizationMessage, getAccessKeyInfo, getCallerIdentity } from "./identity-actions.ts";
import { StsParameters } from "./parameters.ts";
import { accessDenied, errorAnswer, resultAnswer, type StsError, stsError } from "./reply.ts";
import type { StsAction, StsRequest, StsTold } from "./request.ts";
import { getFederationToken, getSessionToken } from "./session-actions.ts";

const RULES: SignatureRules = { protocol: "query", service: "sts", minutes: 15, mustSign: [], isRegion };

const VERSION = "2011-06-15";

const ACTIONS: Readonly<Record<string, StsAction>> = {
  AssumeRole: assumeRole,
  DecodeAuthorizationMessage: decodeAuthorizationMessage,
  GetAccessKeyInfo: getAccessKeyInfo,
  GetCallerIdentity: getCallerIdentity,
  GetFederationToken: getFederationToken,
  GetSessionToken: getSessionToken,
};

/** Nobody signs these: who calls is in the token of an identity provider, and a world has none. */
const UNSIGNED: ReadonlySet<string> = new Set(["AssumeRoleWithWebIdentity", "AssumeRoleWithSAML"]);
const NOT_HERE: ReadonlySet<string> = new Set(["AssumeRoot", "GetDelegatedAccessToken", "GetWebIdentityToken"]);

/** A session of a user may call few actions of STS, one of a federated user but one (IAM User Guide, "Compare AWS STS credentials"). */
const OF_SESSIONS: Readonly<Record<string, ReadonlySet<string>>> = {
  user: new Set(["AssumeRole", "GetCallerIdentity"]),
  root: new Set(["AssumeRole", "GetCallerIdentity"]),
  federated: new Set(["GetCallerIdentity"]),
};

/** A call that has ended, for who writes it down. */
export type StsCall = {
  readonly action: string;
  readonly request: Pick<StsRequest, "caller" | "holder" | "region" | "exchange">;
  readonly told: StsTold | undefined;
  readonly error: StsError | undefined;
};

export type StsOptions = {
  readonly standing: Standing;
  readonly realNow: () => number;
  readonly onCall?: (call: StsCall) => void;
};

/** The query protocol of AWS STS: its members are in a form, or of a presigned request in the query. */
export function answerSts(exchange: Exchange, options: StsOptions): Answer {
  const { requestId, headers, target, body } = exchange;
  const asJson = headers.get("accept")?.split(";", 1)[0]?.trim() === "application/json";
  const refused = (error: StsError) => errorAnswer(error, requestId, asJson);
  const parameters = StsParameters.read([UTF_8.decode(body), splitTarget(target).query]);
  if (!parameters.ok) return refused(parameters.error);
  const action = parameters.value.get("Action") ?? "";
  const unfit = actionFault(action, parameters.value.get("Version"));
  if (unfit !== undefined) return refused(unfit);
  const signed = signedRequest(exchange, parameters.value, options);
  if (!signed.ok) return refused(signed.error);
  const run = ACTIONS[action];
  const ended = run === undefined || !mayCall(action, signed.value.holder) ? undefined : run(signed.value);
  const error = ended === undefined ? noPermission(action, signed.value) : ended.ok ? undefined : ended.error;
  const told = ended?.ok ? ended.value.told : undefined;
  options.onCall?.({ action, request: signed.value, told, error });
  if (error !== undefined) return refused(error);
  return resultAnswer(action, ended?.ok ? ended.value.result : {}, requestId, asJson);
}

const UTF_8 = new TextDecoder();

function actionFault(action: string, version: string | undefined): StsError | undefined {
  if (action === "") return stsError("MissingAction", "The request is missing an action or a required parameter.");
  const isOurs = Object.hasOwn(ACTIONS, action) || UNSIGNED.has(action) || NOT_HERE.has(action);
  if (!isOurs || version !== VERSION)
    return stsError(
      "InvalidAction",
      `Could not find operation ${action.slice(0, 128)} for version ${(version ?? "NO_VERSION_SPECIFIED").slice(0, 32)}`,
    );
  return UNSIGNED.has(action)
    ? stsError("InvalidIdentityToken", "No identity provider of this endpoint issued the token: its world has none")
    : undefined;
}

function signedRequest(exchange: Exchange, parameters: StsParameters, { standing, realNow }: StsOptions): Result<StsRequest, StsError> {
  const { identity, site, sessions } = standing;
  const now = site.service.ports.now();
  const verified = verifySignature(exchange, RULES, identity.finder(now), realNow());
  if (!verified.ok) return { ok: false, error: queryFault(verified.error) };
  const { holder, region } = verified.value;
  const caller = identity.caller(holder, region, exchange);
  if (caller === undefined) return { ok: false, error: queryFault(UNKNOWN_KEY) };
  return { ok: true, value: { parameters, holder, caller, region, exchange, site, identity, sessions, now } };
}

const mayCall = (action: string, { session }: Holder): boolean => session === undefined || (OF_SESSIONS[session.kind]?.has(action) ?? true);

const noPermission = (action: string, { caller, holder }: StsRequest): StsError =>
  holder.session !== undefined && (action === "GetSessionToken" || action === "GetFederationToken")
    ? accessDenied(`Cannot call ${action} with session credentials`)
    : accessDenied(`User: ${caller.principal.arn} is not authorized to perform: sts:${action}`);
