import type { Case } from "../../src/cases/case.ts";

/** Policies among many statements that have no say: what the engine looks up by value it would look at one by one otherwise. */

type Json = Readonly<Record<string, unknown>>;

const CROWD = 8;
const TAG = "aws:PrincipalTag/crowd";

/** Statements that match everything but one condition, which looks like those that are looked up. */
function crowd(layer: string, action: string): readonly Json[] {
  const service = `${action.split(":", 1)[0]}:*`;
  const who = ["resource", "resourceControl", "endpoint"].includes(layer) ? { Principal: "*" } : {};
  const what = { ...who, Action: service, ...(service === "sts:*" && layer === "resource" ? {} : { Resource: "*" }) };
  const effects = layer === "resourceControl" ? ["Deny"] : ["Allow", "Deny"];
  return effects.flatMap((Effect) =>
    Array.from({ length: CROWD }, (_, i) => ({
      Effect,
      ...what,
      Condition: { StringEquals: { [TAG]: [`${i}`, "none"] } },
    })),
  );
}

function among(given: unknown, layer: string, action: string): unknown {
  if (Array.isArray(given)) return given.map((each) => among(each, layer, action));
  const { name, document, ...rest } = given as Json;
  if (document !== undefined) return { name, document: among(document, layer, action) };
  const { Statement } = given as { Statement: unknown };
  return { ...(name !== undefined && { name }), ...rest, Statement: [Statement].flat().concat(crowd(layer, action)) };
}

/**
 * The same case with every document among many: its answer is the same, since they come after the statements it had, and the request says that it is
 * nobody of the crowd, lest that be unknown.
 */
export function crowded(asked: Case): Case {
  const policies = Object.entries(asked.policies ?? {}).map(([layer, given]) => [layer, among(given, layer, asked.request.action)]);
  const request = { ...asked.request, context: { ...asked.request.context, [TAG]: "outside" } };
  return { ...asked, request, ...(asked.policies && { policies: Object.fromEntries(policies) }) };
}
