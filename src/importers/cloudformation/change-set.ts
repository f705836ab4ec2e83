import { fromValue, isPlainObject, type JsonNode, NotJsonError } from "../../base/json-source.ts";
import { shown } from "../../base/text.ts";
import type { ImportOptions, RecognisedDocument } from "../importer.ts";
import type { Sides } from "../sides.ts";
import { Holes } from "./holes.ts";
import { type Around, Stack } from "./stack.ts";
import { People, StackWriter } from "./write-stack.ts";

type Change = {
  readonly action: string;
  readonly logical: string;
  readonly physical: string | undefined;
  readonly type: string;
  readonly isReplaced: boolean;
  readonly before: unknown;
  readonly after: unknown;
};

/**
 * A described change set (`describe-change-set --include-property-values`): the properties of each resource that changes, before and after. What does not
 * change is not in it.
 *
 * Source: CloudFormation API Reference, ResourceChange.
 */
export function importChangeSet(document: RecognisedDocument, sides: Sides, options: ImportOptions): void {
  const { value, at } = document;
  const { Changes, StackName, StackId, NextToken } = value as Readonly<Record<string, unknown>>;
  const home = /^arn:[^:]{1,32}:cloudformation:([^:]{1,32}):(\d{12}):/.exec(typeof StackId === "string" ? StackId : "");
  const account = options.account ?? home?.[2] ?? sides.account;
  const region = options.region ?? home?.[1] ?? sides.region ?? "us-east-1";
  sides.isChange = true;
  sides.account ??= account;
  sides.region ??= region;
  if (NextToken !== undefined && NextToken !== null)
    sides.tell("KW810", at("/NextToken"), "the change set is one page of several: more resources change than are in it");
  const changes = (Array.isArray(Changes) ? Changes : []).flatMap((each, i) => readChange(each, `/Changes/${i}`, document, sides) ?? []);
  const holes = new Holes();
  const people = new People();
  for (const side of ["before", "after"] as const) {
    const own = changes.filter((change) => change[side] !== undefined);
    const physical = new Map(
      own.flatMap(({ logical, physical: id, isReplaced }) =>
        id === undefined || (side === "after" && isReplaced) ? [] : [[logical, id] as const],
      ),
    );
    const stack = new Stack(templateOf(own, side), {
      id: "",
      name: typeof StackName === "string" ? StackName : undefined,
      account,
      region,
      given: {},
      assignment: new Map(),
      physical,
      holes,
      placeOf: () => at(""),
      tell: (code, _, message, help) => sides.tell(code, at(""), message, help),
      around: ALONE,
    });
    const writer = new StackWriter(stack, sides, [sides[side]], people, ({ logical }) => [logical]);
    writer.writeMade();
    writer.writeAttached();
  }
  people.settleGroups();
  for (const { action, type, physical, logical } of changes)
    if (action === "Remove" && type === "AWS::KMS::Key" && physical !== undefined)
      sides.outside.push(`the key ${shown(logical)} (${physical}) is deleted after its waiting period, unless the stack retains it`);
}

const ALONE: Around = { exported: () => undefined, output: () => undefined, nested: () => undefined };

function readChange(given: unknown, pointer: string, document: RecognisedDocument, sides: Sides): Change | undefined {
  const change = isPlainObject(given) && isPlainObject(given.ResourceChange) ? given.ResourceChange : undefined;
  if (change === undefined) return undefined;
  const { Action, LogicalResourceId, PhysicalResourceId, ResourceType, Replacement, BeforeContext, AfterContext } = change;
  if (typeof LogicalResourceId !== "string" || typeof ResourceType !== "string") return undefined;
  const context = (text: unknown): unknown => {
    if (typeof text !== "string" || text === "") return undefined;
    try {
      return JSON.parse(text);
    } catch {
      return undefined;
    }
  };
  const [before, after] = [context(BeforeContext), context(AfterContext)];
  const isTold =
    Action === "Add" ? after !== undefined : Action === "Remove" ? before !== undefined : before !== undefined && after !== undefined;
  if (!isTold && /^AWS::(?:KMS|IAM|Organizations)::|VPCEndpoint$/.test(ResourceType)) {
    const help = "describe the change set with `--include-property-values`";
    sides.tell("KW818", document.at(pointer), `the properties of ${shown(LogicalResourceId)} are not told: its change is left out`, help);
  }
  return {
    action: String(Action),
    logical: LogicalResourceId,
    physical: typeof PhysicalResourceId === "string" && PhysicalResourceId !== "" ? PhysicalResourceId : undefined,
    type: ResourceType,
    isReplaced: Replacement === "True",
    before: Action === "Add" ? undefined : before,
    after: Action === "Remove" ? undefined : after,
  };
}

function templateOf(changes: readonly Change[], side: "before" | "after"): JsonNode {
  const resources = changes.flatMap((change) => {
    const context = change[side];
    const properties = isPlainObject(context) ? (context.Properties ?? {}) : {};
    return [[change.logical, { Type: change.type, Properties: properties }] as const];
  });
  try {
    return fromValue({ Resources: Object.fromEntries(resources) });
  } catch (error) {
    if (error instanceof NotJsonError) return fromValue({ Resources: {} });
    throw error;
  }
}
