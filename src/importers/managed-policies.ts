import type { Place } from "../base/diagnostic.ts";
import { FULL_ACCESS, policyNamedByAws } from "../world/named-by-aws.ts";
import type { PolicyValue, WorldDraft } from "./draft.ts";
import type { AssumedLeaf } from "./leaf.ts";
import { AS_OF, OF_OTHERS, WITH_SAY } from "./managed-policy-table.ts";
import type { Sides } from "./sides.ts";

const pathOf = (arn: string): string | undefined => /^arn:aws[\w-]{0,20}:iam::aws:policy\/(.{1,512})$/.exec(arn)?.[1];

/** The path of a policy of AWS's by its name alone, as SAM takes it: "service-role/AWSLambdaBasicExecutionRole". */
export function pathOfManaged(name: string): string {
  const paths = [...Object.keys(WITH_SAY), ...others()];
  return paths.includes(name) ? name : (paths.find((path) => path.endsWith(`/${name}`)) ?? name);
}

/** Whether a policy of AWS's speaks of other services only: whoever has it has nothing by it that is asked about here. */
export function isOfOtherServices(arn: string, sides: Sides): boolean {
  const path = pathOf(arn);
  if (path === undefined || !others().has(path)) return false;
  sides.assumptions.set(ASSUMPTION.id, ASSUMPTION);
  return true;
}

let known: ReadonlySet<string> | undefined;
function others(): ReadonlySet<string> {
  known ??= new Set(OF_OTHERS.trim().split("\n"));
  return known;
}

/** AWS changes its policies: what is here of them is taken for granted, and everything that rests on it says so. */
const ASSUMPTION = { id: "managed-by-aws", text: `policies that AWS manages say what they said on ${AS_OF}` };

/**
 * A policy that AWS manages, by its ARN: what `policy` and `boundary` of a principal name in these worlds. One that this version does not have is not known,
 * and told; it is known to deny nothing, unless its name speaks of that. Undefined for what is none of AWS's.
 *
 * Source: AWS Managed Policy Reference Guide, as `managed-policy-table.ts` has it.
 */
export function managedByAws(arn: string, drafts: readonly WorldDraft[], sides: Sides, at: Place): string | AssumedLeaf | undefined {
  const path = pathOf(arn);
  if (path === undefined) return undefined;
  if (policyNamedByAws(arn) !== undefined) return arn;
  if (drafts.some((draft) => draft.hasPolicy(arn)) && !sides.ofTable.has(arn)) return arn; // a document shows it
  const name = path.slice(path.lastIndexOf("/") + 1);
  const put = (policy: Parameters<WorldDraft["sharedPolicy"]>[1]): string => {
    for (const draft of drafts) if (!draft.hasPolicy(arn)) draft.sharedPolicy(arn, policy, name);
    return arn;
  };
  if (path === "AdministratorAccess") return put(JSON.parse(FULL_ACCESS) as PolicyValue); // of another partition
  const document = documentOf(path);
  if (document !== undefined) {
    sides.ofTable.add(arn);
    sides.assumptions.set(ASSUMPTION.id, ASSUMPTION);
    return { $assumed: put(document), because: ASSUMPTION.id };
  }
  return put(
    sides.elsewhere(arn, () => {
      const why = `${name} is managed by AWS, and its document is not here`;
      sides.leaveOpen(arn, why);
      const help = "add it to `policies` of the world under this ARN";
      sides.tell("KW809", at, `${arn} is managed by AWS, and this version does not have its document`, help);
      return { unknown: why, at, ...(!/deny|quarantine|boundary/i.test(name) && { denies: false as const }) };
    }),
  );
}

/** As far as it speaks of what is asked about here; of one that does not, a statement about something else. */
function documentOf(path: string): PolicyValue | undefined {
  const statements = Object.hasOwn(WITH_SAY, path) ? (WITH_SAY[path] as string) : undefined;
  if (statements !== undefined) return { Version: "2012-10-17", Statement: JSON.parse(statements) as unknown };
  if (!others().has(path)) return undefined;
  return { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "sts:GetCallerIdentity", Resource: "*" }] };
}
