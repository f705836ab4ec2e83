import { either, type Members, needed, OBJECT, TEXT } from "../base/members.ts";
import { assertOptions } from "../base/usage.ts";
import type { FlowParameters } from "../catalog/flow-requests.ts";
import { dataCalls } from "../estate/data/calls.ts";
import type { DataQuestion } from "../estate/data/question.ts";
import { InvalidWorldError } from "../estate/invalid-world.ts";
import type { World, WorldAnswer } from "../estate/world.ts";
import type { CallerOptions, CallerRequest, Callers } from "../kms/callers.ts";
import type { FlowReply, FlowRunner } from "../kms/flow-run.ts";

/** Who asks a service for data of a resource of the world. What KMS is asked, and under which key, the resource tells. */
export type DataFlowCaller = {
  readonly principal: CallerRequest;
  readonly on: string; // "orders-bucket/2026/x"
  readonly key?: string; // where it is not the resource's
};

/** What the service itself decided, before it asked KMS anything: by the world's policies. */
export type ServiceDecision = { readonly action: string; readonly resource: string; readonly answer: WorldAnswer };

/** What a flow on a resource came to: refused by its service, KMS is asked nothing. */
export type DataFlowReply = FlowReply & { readonly service: readonly ServiceDecision[] };

const CALLER: Members = { principal: needed(either(TEXT, OBJECT)), on: needed(TEXT), key: TEXT };

/**
 * Runs a flow on a resource: its service's own calls by the policies of the world, then what the service asks of KMS, really.
 *
 * @throws {InvalidWorldError} for a flow, a resource or a principal that is none.
 * @throws {TypeError} where nobody told what KMS is asked.
 */
export async function runDataFlow(
  world: World,
  { flows, callers }: { readonly flows: FlowRunner; readonly callers: Callers },
  flow: string,
  parameters: FlowParameters,
  caller: DataFlowCaller,
  now: number,
): Promise<DataFlowReply> {
  assertOptions(caller, CALLER, "flow");
  const asked: CallerOptions = typeof caller.principal === "string" ? { principal: caller.principal } : caller.principal;
  if (asked.sessionPolicies !== undefined)
    throw new TypeError("flow: session policies do not go with `on`: tell them in the world, as `session` of a principal");
  const question: DataQuestion = {
    flow,
    on: caller.on,
    principal: callers.caller(asked).principal,
    parameters,
    time: new Date(now).toISOString(),
    ...(asked.context !== undefined && { context: asked.context as NonNullable<DataQuestion["context"]> }),
    ...(asked.endpoint !== undefined && { endpoint: asked.endpoint }),
    ...(caller.key !== undefined && { key: caller.key }),
  };
  const read = dataCalls(world, question);
  if (!read.ok) throw new InvalidWorldError("the flow cannot be run", read.error);
  const {
    service: calls,
    kms,
    read: row,
    target,
    untold,
    row: { optional },
  } = read.value;
  if (kms.length !== 1) throw new TypeError(`flow: not told is ${untold.join(", ")}`);
  const service = calls.map(({ question: one }) => ({ action: one.action, resource: one.resource ?? "*", answer: world.authorize(one) }));
  if (service.some(({ answer }) => answer.decision !== "Allow")) return { outcome: "refused", calls: [], service };
  if ((kms[0] ?? []).length === 0 || row.key.kind !== "key") return { outcome: "done", calls: [], service };
  const { account, region } = target.resource;
  const reply = await flows.run(row.flow, row.parameters, {
    principal: caller.principal,
    key: aliasOf(row.key) ?? row.key.arn,
    ...(region !== undefined && { region }),
    ...(account !== undefined && { account }),
  });
  const isMissed = reply.outcome === "refused" && optional !== undefined; // the service answers without what it could not decrypt
  return { ...reply, ...(isMissed && { outcome: "done" }), service };
}

/** A key that its service makes when it is first needed has no ARN before. */
function aliasOf({ arn, made }: { readonly arn: string; readonly made?: { readonly aliases: readonly string[] } }): string | undefined {
  const alias = made?.aliases[0];
  return alias === undefined ? undefined : arn.replace(/key\/[^/]*$/, alias);
}
