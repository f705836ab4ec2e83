import type { AuditEvent } from "../../kms/audit.ts";
import type { Service } from "../../kms/dispatch.ts";
import { error, type KmsError } from "../../kms/errors.ts";
import type { Home } from "../../kms/state.ts";
import { parseBody } from "../../wire/wire.ts";
import { type AwsJsonOptions, type Ended, refused, trailSigner } from "../aws-json.ts";
import { AWS_JSON, type Exchange, jsonFaultOf } from "../exchange.ts";
import type { PageTokens } from "../page-token.ts";
import { inOrder, type Peers } from "../peers.ts";
import { refusalOf } from "../sts/permission.ts";
import { trailEvent } from "./events.ts";
import { type LookupFault, lookupEvents } from "./lookup-events.ts";

/** Calls of Amazon CloudTrail: LookupEvents, over what the endpoint remembers. */
export async function answerTrail(
  operation: string,
  exchange: Exchange,
  options: Pick<AwsJsonOptions, "standing" | "realNow">,
  tokens: PageTokens,
  peers?: Peers,
): Promise<Ended> {
  const { requestId } = exchange;
  const failed = (why: KmsError) => ({ answer: refused(why, requestId), error: why });
  const input = parseBody(exchange.body);
  if (!input.ok) return failed(input.error);
  if (operation !== "LookupEvents") return failed(error("UnknownOperationException"));
  const signer = trailSigner(exchange, options);
  if (!signer.ok) return { ...failed(signer.error), operation };
  const { caller, holder } = signer.value;
  const { world, service } = options.standing.site;
  const now = service.ports.now();
  const members = Object.fromEntries(Object.entries(input.value).filter(([, value]) => value !== null));
  const denial = refusalOf({ world, caller, holder, action: "cloudtrail:LookupEvents", resource: "*", now });
  const found =
    denial === undefined
      ? lookupEvents(members, await eventsOf(service, caller.home, peers), caller.home, now, tokens)
      : ({ ok: false, error: { name: "AccessDeniedException", message: denial } } as const);
  const fault: LookupFault | undefined = found.ok ? undefined : found.error;
  const { NextToken: _, ...shown } = members;
  service.audit.record(
    trailEvent({
      name: operation,
      caller,
      requestId,
      eventId: service.newId(),
      now,
      parameters: fault?.name === "SerializationException" ? null : shownParameters(shown),
      error: fault && { code: fault.name, message: fault.message ?? "" },
    }),
  );
  const known = { operation, signer: signer.value };
  if (!found.ok) return { ...known, answer: jsonFaultOf(400, found.error.name, requestId, found.error.message), error: found.error };
  const headers = { "content-type": AWS_JSON, "x-amzn-RequestId": requestId };
  return { ...known, answer: { status: 200, headers, body: JSON.stringify(found.value) } };
}

/** What this process remembers, and of several what each does. */
async function eventsOf({ audit }: Service, { account, region }: Home, peers: Peers | undefined): Promise<readonly AuditEvent[]> {
  if (peers === undefined) return audit.events();
  const others = await peers.ask({ ask: "events", account, region });
  return inOrder([...audit.events(), ...(others.flat() as (AuditEvent | null)[]).filter((event) => event !== null)]);
}

const shownParameters = (members: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const { LookupAttributes: attributes, StartTime: start, EndTime: end, MaxResults: most } = members;
  const lookup = Array.isArray(attributes)
    ? attributes.map(({ AttributeKey, AttributeValue }) => ({ attributeKey: AttributeKey, attributeValue: AttributeValue }))
    : undefined;
  return {
    ...(lookup && { lookupAttributes: lookup }),
    ...(start !== undefined && { startTime: start }),
    ...(end !== undefined && { endTime: end }),
    ...(most !== undefined && { maxResults: most }),
  };
};
