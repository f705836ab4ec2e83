import { listed } from "../../base/text.ts";
import { dataCalls } from "../../estate/data/calls.ts";
import type { WorldResource } from "../../estate/estate.ts";
import { type FlowQuestion, readFlow } from "../../estate/flow.ts";
import type { Question } from "../../estate/question.ts";
import type { World } from "../../estate/world.ts";
import type { Statement } from "../../iam/policy.ts";
import { held, matchesPattern, parsePattern } from "../../iam/wildcard.ts";
import { PLAIN } from "../data/objects.ts";
import { readFlows } from "../data/readers.ts";
import { contentOf, type Evidence, grantContentOf, grantName, grantPlace, statementName } from "./evidence.ts";
import type { Draft } from "./finding.ts";
import { USE } from "./groups.ts";

/** Something that has to work: a request, or a call of a service, in the names of the world. */
export type Need = Question | FlowQuestion;

/** What is asked of one key for that. */
type Asked = {
  readonly by: string; // the flow, or the action
  readonly action: string;
  readonly resource: string;
  readonly encryptionContext?: Readonly<Record<string, string>> | undefined;
};

/** What has to work with the keys of a world. What names nothing of the world is not about it. */
export class Needs {
  readonly #asked: readonly Asked[];

  constructor(world: World, all: readonly Need[]) {
    const told = all.flatMap((need): readonly Asked[] => {
      if ("flow" in need) {
        const steps = readFlow(world, need);
        return steps.ok ? steps.value.map(({ request }) => ({ by: need.flow, ...request })) : [];
      }
      const read = world.gather(need);
      return read.ok ? [{ by: need.action, ...read.value.request }] : [];
    });
    this.#asked = [...told, ...world.estate.resources.flatMap((resource) => ofResource(world, resource))];
  }

  /** What needs a key, by name. */
  flowsOf(arn: string): readonly string[] {
    return [...new Set(this.of(arn).map(({ by }) => by))].sort();
  }

  /** The uses of a key. */
  of(arn: string): readonly Asked[] {
    return this.#asked.filter(({ resource, action }) => resource === arn && USE.has(action));
  }
}

/** What reading the data of a resource asks of its key, as far as the world tells what that is. */
function ofResource(world: World, resource: WorldResource): readonly Asked[] {
  const [flow] = readFlows(resource);
  const { arn, kind, account = "111122223333" } = resource;
  if (flow === undefined) return [];
  const inner = kind.inner === undefined ? "" : `${kind.innerBy ?? "/"}${PLAIN}`;
  const calls = dataCalls(world, { flow, on: `${arn}${inner}`, principal: `arn:${arn.split(":")[1]}:iam::${account}:role/reader` });
  if (!calls.ok || calls.value.kms.length !== 1) return [];
  return (calls.value.kms[0] ?? []).flatMap(({ question }) => {
    const read = world.gather(question);
    return read.ok ? [{ by: `${flow} on ${resource.name}`, ...read.value.request }] : [];
  });
}

const UNUSABLE: ReadonlySet<string> = new Set(["Disabled", "PendingImport", "Unavailable", "Updating", "Creating"]);

/** What is needed of a key and does not work. */
export function needs(evidence: Evidence, all: Needs): readonly Draft[] {
  const { key, unknown } = evidence;
  const own = all.of(key.arn);
  if (own.length === 0) return [];
  const flows = all.flowsOf(key.arn);
  const found: Draft[] = [];
  if (!unknown.has("state") && UNUSABLE.has(key.state))
    found.push({
      code: "KW739",
      level: "medium",
      text: `${key.name} is in state ${key.state}, and ${listed(flows)} ${flows.length === 1 ? "needs" : "need"} it`,
      at: key.at,
      same: [key.state],
    });
  return [...found, ...bucketKeys(evidence, own)];
}

const S3_ARN = "kms:encryptioncontext:aws:s3:arn";

/** A condition on the ARN of what S3 encrypts that waits for one of its two forms only: that of the object, or, with bucket keys, that of the bucket. */
function bucketKeys({ key }: Evidence, needs: readonly Asked[]): readonly Draft[] {
  const arns = [...new Set(needs.flatMap(({ encryptionContext }) => encryptionContext?.["aws:s3:arn"] ?? []))];
  const bucketOf = (arn: string): string => arn.split("/", 1)[0] as string;
  const about = (by: string, values: readonly string[], at: Draft["at"], same: unknown): readonly Draft[] => {
    const patterns = values.filter((value) => !value.includes("$")).map(parsePattern);
    const fits = (arn: string): boolean => patterns.some((pattern) => matchesPattern(pattern, held(arn)));
    const missed = arns.filter((arn) => !fits(arn));
    const isNear = (arn: string): boolean =>
      arn.includes("/") ? values.includes(bucketOf(arn)) : fits(`${arn}/x`) || values.some((value) => value.startsWith(`${arn}/`));
    const [withKeys, without] = [false, true].map((isObject) => missed.filter((arn) => arn.includes("/") === isObject && isNear(arn))) as [
      string[],
      string[],
    ];
    const said = [
      ...(withKeys.length > 0 ? [`with bucket keys S3 says ${listed(withKeys)}`] : []),
      ...(without.length > 0 ? [`without bucket keys S3 says the object, ${listed(without.map((arn) => `${bucketOf(arn)}/…`))}`] : []),
    ];
    if (said.length === 0) return [];
    return [{ code: "KW735", level: "medium", text: `${by} waits for ${listed(values)}, and ${said.join("; ")}`, at, same: [same] }];
  };
  const ofStatement = (statement: Statement) =>
    statement.conditions.flatMap(({ key: name, operator, values, at }) =>
      name.toLowerCase() === S3_ARN && !/Not|Null/.test(operator) ? about(statementName(statement), values, at, contentOf(statement)) : [],
    );
  const ofGrants = key.grants.flatMap((grant) => {
    const { EncryptionContextEquals, EncryptionContextSubset } = grant.Constraints ?? {};
    const value = (EncryptionContextEquals ?? EncryptionContextSubset)?.["aws:s3:arn"];
    return value === undefined ? [] : about(grantName(grant), [value], grantPlace(key, grant), grantContentOf(grant));
  });
  return [...key.policy.statements.filter(({ effect }) => effect === "Allow").flatMap(ofStatement), ...ofGrants];
}
