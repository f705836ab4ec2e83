import { fail, ok, type Result } from "../../base/result.ts";
import { listed, shown } from "../../base/text.ts";
import { callsThatCarry } from "../../catalog/data/condition-keys.ts";
import { DATA_FLOWS, dataFlowNamed } from "../../catalog/data/flows.ts";
import type { FlowParameters } from "../../catalog/flow-requests.ts";
import { dataCalls } from "../../estate/data/calls.ts";
import { flowsOn } from "../../estate/data/reading.ts";
import { dataTarget } from "../../estate/data/target.ts";
import type { WorldResource } from "../../estate/estate.ts";
import type { World } from "../../estate/world.ts";
import type { Condition } from "../../iam/policy.ts";
import { held, matchesPattern, parsePattern } from "../../iam/wildcard.ts";
import { InvariantReader, type Meant, namesOf, policiesFor, type RegionFault, type RegionPolicies } from "../invariant-reader.ts";
import type { InvariantKind, Requests } from "../requests.ts";
import { PLAIN } from "./objects.ts";

/** Flows on resources that an invariant speaks of. */
export type DataRegion = Meant & { readonly flows: readonly FlowMeant[]; readonly conditions: DataConditions };

/** A flow on a resource; `part`: a pattern of what is meant in it, of which a name alone is one; absent: everything. */
export type FlowMeant = {
  readonly flow: string;
  readonly resource: WorldResource;
  readonly part?: string;
  readonly parameters?: FlowParameters;
};

/**
 * Conditions on what the caller says: `service` of the first call, and of what goes with it to the end, `kms` of all that is asked of KMS in the caller's
 * name. A request is meant where both hold, and let through where all that `unless` says holds.
 */
export type DataConditions = { readonly service: RegionPolicies; readonly kms: RegionPolicies; readonly hasUnless: boolean };

/** Whether an invariant speaks of data. */
export const isOfData = ({ flow, on }: Requests): boolean => flow !== undefined || on !== undefined;

const ELSEWHERE = ["action", "key", "resource", "encryptionContext", "viaService"] as const;

/** The same of flows as `readRegion` of requests to keys. */
export function readDataRegion(world: World, kind: InvariantKind, requests: Requests): Result<DataRegion, readonly RegionFault[]> {
  const reader = new InvariantReader(world, kind);
  for (const member of ELSEWHERE)
    if (requests[member] !== undefined)
      reader.fault(
        "KW605",
        [member],
        `\`${member}\` does not go with \`flow\``,
        "the flow says what is asked for, and the resource of which key",
      );
  const meant = reader.principals(requests);
  const flows = new FlowReader(world, reader).read(requests);
  const { conditions, exceptions } = reader.conditions(requests);
  if (reader.faults.length > 0) return fail(reader.faults);
  const of = (to: "service" | "kms", type: "resource" | "key-policy"): RegionPolicies => {
    const isOf = ({ key }: Condition): boolean => (callsThatCarry(key) === "kms") === (to === "kms");
    return policiesFor(conditions.filter(isOf), exceptions?.filter(isOf), type);
  };
  return ok({
    ...meant,
    flows,
    conditions: { service: of("service", "resource"), kms: of("kms", "key-policy"), hasUnless: exceptions !== undefined },
  });
}

type Named = { readonly name: string; readonly resource: WorldResource; readonly part?: string };

class FlowReader {
  readonly #world: World;
  readonly #reader: InvariantReader;

  constructor(world: World, reader: InvariantReader) {
    this.#world = world;
    this.#reader = reader;
  }

  read({ flow, on }: Pick<Requests, "flow" | "on">): readonly FlowMeant[] {
    const { resources } = this.#world.estate;
    if (resources.length === 0) {
      this.#reader.fault("KW501", on === undefined ? [] : ["on"], "the world has no `resources`, so that nothing is said");
      return [];
    }
    const names = on === undefined ? undefined : namesOf(on);
    const targets = names?.flatMap((name) => this.#targets(name)) ?? resources.map((resource) => ({ name: resource.name, resource }));
    if (flow === undefined) {
      const all = [...new Set(targets.flatMap(({ resource }) => flowsOn(resource)))];
      this.#reader.fault("KW600", [], "`on` is told, and no `flow`", `say which: of it there are ${listed(all.map(shown))}`);
      return [];
    }
    const isWritten = typeof flow === "object" && !Array.isArray(flow);
    const told = isWritten
      ? Object.entries(flow as Readonly<Record<string, FlowParameters | null>>)
      : namesOf(flow as string | readonly string[]).map((name) => [name, undefined] as const);
    const found = told.flatMap(([name, parameters]) => this.#flows(name, parameters ?? undefined, targets));
    for (const { name, resource } of names === undefined || found.length === 0 ? [] : targets)
      if (names?.includes(name) && !found.some((one) => one.resource === resource))
        this.#reader.fault(
          "KW104",
          ["on"],
          `no flow that is named is of ${resource.kind.called}, which ${shown(resource.name)} is`,
          `of it there are ${listed(flowsOn(resource).map(shown))}`,
        );
    return found;
  }

  /** The flow, or those that fit the pattern, on the resources that they are of. */
  #flows(name: string, parameters: FlowParameters | undefined, targets: readonly Named[]): readonly FlowMeant[] {
    const isPattern = /[*?]/.test(name);
    const pattern = parsePattern(name);
    const flows = isPattern ? Object.keys(DATA_FLOWS).filter((one) => matchesPattern(pattern, held(one))) : [name];
    const isOf = (flow: string, { kind }: WorldResource): boolean => dataFlowNamed(flow)?.row.on.includes(kind.name) === true;
    const found = flows.flatMap((flow) =>
      targets
        .filter(({ resource }) => isOf(flow, resource))
        .map(
          ({ resource, part }): FlowMeant => ({
            flow,
            resource,
            ...(part !== undefined && { part }),
            ...(parameters !== undefined && { parameters }),
          }),
        ),
    );
    const [target] = targets;
    if (found.length === 0 && target !== undefined) {
      const { resource } = target;
      const known = isPattern || dataFlowNamed(name) !== undefined;
      const asked = known ? undefined : this.#ask(name, target, parameters);
      this.#reader.fault(
        "KW104",
        ["flow"],
        known ? `no resource that is named has a flow ${shown(name)}` : (asked?.message ?? `no flow ${shown(name)} reads or writes data`),
        known ? `of ${resource.name} there are ${listed(flowsOn(resource).map(shown))}` : asked?.help,
      );
    }
    for (const one of found) {
      const fault = this.#ask(one.flow, one, parameters);
      if (fault === undefined) continue;
      this.#reader.fault(fault.code, ["flow"], fault.message, fault.help);
      break;
    }
    return found;
  }

  /** What of a flow leads nowhere, whoever asks. */
  #ask(flow: string, { resource, part }: Pick<FlowMeant, "resource" | "part">, parameters: FlowParameters | undefined) {
    const { kind, arn, account = this.#world.estate.account ?? "111122223333" } = resource;
    const inner = kind.inner === undefined ? "" : `${kind.innerBy ?? "/"}${part === undefined || /[*?]/.test(part) ? PLAIN : part}`;
    const asked = dataCalls(this.#world, {
      flow,
      on: `${arn}${inner}`,
      principal: `arn:${arn.split(":")[1]}:iam::${account}:role/example`,
      ...(parameters !== undefined && { parameters }),
    });
    return asked.ok ? undefined : asked.error[0];
  }

  /** `orders-bucket`, `orders-bucket/2026/x`, or patterns of names and ARNs, and of what is in a resource: `orders-*`, `orders-bucket/private/*`. */
  #targets(name: string): readonly Named[] {
    const { lookup, estate } = this.#world;
    if (!/[*?]/.test(name)) {
      const target = dataTarget(name, lookup);
      if (!target.ok) return this.#lost(target.error);
      const { resource, inner } = target.value;
      return [{ name, resource, ...(inner !== undefined && { part: inner }) }];
    }
    const whole = name.startsWith("s3://") ? `arn:aws:s3:::${name.slice("s3://".length)}` : name;
    for (let at = whole.indexOf("/"); at > 0; at = whole.indexOf("/", at + 1)) {
      const resource = /[*?]/.test(whole.slice(0, at)) ? undefined : lookup.resource(whole.slice(0, at));
      if (resource?.kind.inner !== undefined && at < whole.length - 1) return [{ name, resource, part: whole.slice(at + 1) }];
    }
    const pattern = parsePattern(whole);
    const fits = (text: string): boolean => matchesPattern(pattern, held(text));
    const found = estate.resources.filter((resource) => fits(resource.name) || fits(resource.arn));
    if (found.length > 0) return found.map((resource) => ({ name: resource.name, resource }));
    const target = dataTarget(name, lookup);
    return target.ok ? [] : this.#lost(target.error);
  }

  #lost({ code, message, help }: Pick<RegionFault, "code" | "message" | "help">): readonly Named[] {
    this.#reader.fault(code, ["on"], message, help);
    return [];
  }
}
