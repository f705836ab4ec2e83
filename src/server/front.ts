import { QueryParameters, splitTarget } from "../wire/raw-request.ts";
import { type Answer, AWS_JSON, type Endpoint, type Exchange, jsonFaultOf, mediaTypeOf, nothingHere } from "./exchange.ts";
import { isOwnName, isSameOrigin } from "./own-name.ts";

/** Where requests go. All services share one port: what a request is, it says itself. */
export type Front = {
  readonly awsJson: Endpoint; // AWS KMS and CloudTrail
  readonly query: Endpoint; // AWS STS
  readonly origins: ReadonlySet<string>; // pages that may call, by their origin
  readonly isOpen: () => boolean; // signatures are not looked at
};

/** A page in a browser calls nothing unless it is one of ours or was let in by name: whatever else it could do without being asked, it cannot do here. */
export function makeFront(front: Front): Endpoint {
  return (exchange) => {
    const origin = exchange.headers.get("origin");
    if (origin === undefined || isOurs(origin, exchange, front)) return answerOf(exchange, front);
    if (!front.origins.has(origin.toLowerCase()))
      return jsonFaultOf(
        403,
        "AccessDeniedException",
        exchange.requestId,
        "Pages of this origin may not call this endpoint: --cors-origin lets one in.",
      );
    return forPages(origin, exchange, front);
  };
}

/** A page that we have sent: by a name that nobody else can make mean this machine, or to who signs what he asks. */
function isOurs(origin: string, { headers }: Exchange, { isOpen }: Front): boolean {
  const host = headers.get("host") ?? "";
  return isSameOrigin(origin, host) && (isOwnName(host) || !isOpen());
}

/** As AWS answers pages, but for those alone that were let in. */
async function forPages(origin: string, exchange: Exchange, front: Front): Promise<Answer> {
  const headers = {
    "access-control-allow-origin": origin,
    "access-control-expose-headers": "x-amzn-RequestId,x-amzn-ErrorType,Date",
    vary: "Origin",
  };
  if (exchange.method !== "OPTIONS") {
    const answer = await answerOf(exchange, front);
    return { ...answer, headers: { ...answer.headers, ...headers } };
  }
  const asked = exchange.headers.get("access-control-request-headers");
  const preflight = {
    ...headers,
    "x-amzn-RequestId": exchange.requestId,
    "access-control-max-age": "172800",
    "access-control-allow-methods": "GET, POST, PUT",
    ...(asked !== undefined && { "access-control-allow-headers": asked }),
  };
  return { status: 200, headers: preflight, body: "" };
}

function answerOf(exchange: Exchange, front: Front): Answer | Promise<Answer> {
  const { method, headers } = exchange;
  const given = headers.get("content-type");
  const type = given === AWS_JSON ? given : mediaTypeOf(given);
  if (headers.has("smithy-protocol") || type === "application/cbor") return speaksJson(exchange);
  if (method === "POST" && headers.has("x-amz-target")) return front.awsJson(exchange);
  if (isQuery(exchange, type)) return front.query(exchange);
  return method === "POST" && type !== undefined && type.includes("json") ? front.awsJson(exchange) : nothingHere(exchange);
}

/** Of STS: a form, or a query with an action or a signature. */
function isQuery({ method, target }: Exchange, type: string | undefined): boolean {
  if (method === "POST" && type === "application/x-www-form-urlencoded") return true;
  if (method !== "GET" && method !== "POST") return false;
  const { query } = splitTarget(target);
  if (query === "") return false;
  const parameters = new QueryParameters(query);
  return parameters.has("Action") || parameters.has("X-Amz-Algorithm");
}

/** No client of these services sends CBOR at the end of 2026: the day one does, its users read why it fails. */
const speaksJson = ({ requestId }: Exchange): Answer =>
  jsonFaultOf(404, "UnknownOperationException", requestId, `This endpoint speaks AWS JSON 1.1 (${AWS_JSON}), and STS the query protocol.`);
