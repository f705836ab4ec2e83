import type { Request } from "../../iam/request.ts";
import type { ReplayReport } from "../../replay/tally.ts";

/** A test file of what recorded calls need: each shape that would break as a case that is to be allowed, so that it cannot break unseen again. */
export function testFileOf(report: ReplayReport, world: string): string {
  const cases = report.shapes
    .filter((shape) => shape.class === "broken")
    .flatMap((shape) =>
      shape.checks.flatMap(({ request }) => (request === undefined ? [] : [caseOf(request, shape.count, shape.last, shape.sample)])),
    );
  const document = { version: 1, world, cases };
  return `# Written by \`kmsward replay\`: calls that were recorded as allowed.\n${JSON.stringify(document, undefined, 2)}\n`;
}

function caseOf(
  { principal, action, resource, context, encryptionContext, viaService, time }: Request,
  count: number,
  last = "",
  sample = "",
) {
  const arn = typeof principal === "string" ? principal : principal.arn;
  const isKey = resource.includes(":key/");
  return {
    name: `recorded ${count} ${count === 1 ? "time" : "times"}${last === "" ? "" : `, last ${last}`}: ${action} by ${arn.slice(arn.lastIndexOf(":") + 1)} (${sample})`,
    principal: arn,
    action,
    ...(isKey ? { key: resource } : { resource }),
    ...(context !== undefined && { context }),
    ...(encryptionContext !== undefined && { encryptionContext }),
    ...(viaService !== undefined && { viaService }),
    ...(time !== undefined && { time }),
    expect: "allow",
  };
}
