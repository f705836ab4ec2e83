import { abridged, counted, listed } from "../../base/text.ts";
import { NEVER } from "../diagram.ts";
import { isAccountAdministrator } from "./administration.ts";
import { allowedIn, type Evidence } from "./evidence.ts";
import type { Draft } from "./finding.ts";
import { USE } from "./groups.ts";
import { narrowed } from "./narrowing.ts";
import type { Needs } from "./needs.ts";

/** What the facts of a key say by themselves; a fact that nobody knows says nothing. */
export function keyLife(evidence: Evidence, today: string | undefined, hasAdministrators: boolean, all: Needs): readonly Draft[] {
  return [
    ...deletion(evidence, all),
    ...lockOutCheck(evidence),
    ...rotation(evidence, today),
    ...material(evidence),
    ...managedByAws(evidence),
    ...withoutSecondFactor(evidence, hasAdministrators),
  ];
}

function deletion({ key, unknown }: Evidence, all: Needs): readonly Draft[] {
  const { state, name, at, pendingWindowInDays } = key;
  if (unknown.has("state") || (state !== "PendingDeletion" && state !== "PendingReplicaDeletion")) return [];
  const isReplica = state === "PendingReplicaDeletion";
  const flows = all.flowsOf(key.arn);
  return [
    {
      code: "KW733",
      level: isReplica ? "medium" : flows.length > 0 ? "critical" : "high",
      text: isReplica
        ? `${name} will be deleted when its last replica is gone`
        : `${name} is being deleted, in ${counted(pendingWindowInDays, "day")} at the latest: what is encrypted under it is lost then${flows.length > 0 ? `, and ${listed(flows)} ${flows.length === 1 ? "needs" : "need"} it` : ""}`,
      at,
      same: [state],
    },
  ];
}

function lockOutCheck({ key }: Evidence): readonly Draft[] {
  if (key.skipsLockoutCheck !== true) return [];
  const text = `the check is switched off that keeps a key policy from locking everybody out of ${key.name}`;
  return [{ code: "KW732", level: "medium", text, at: key.at, same: [] }];
}

const YEAR = 365 * 24 * 60 * 60 * 1000;

/** Only KMS's own material of symmetric encryption keys is rotated by itself (KMS Developer Guide, "Rotate AWS KMS keys"); of a replica the primary decides. */
function rotation({ key, unknown }: Evidence, today: string | undefined): readonly Draft[] {
  const { spec, origin, managedBy, state, multiRegionKeyType, rotationPeriodInDays, createdAt, name, at } = key;
  if (["rotation", "spec", "origin", "state", "multiRegion"].some((fact) => unknown.has(fact))) return [];
  if (spec !== "SYMMETRIC_DEFAULT" || origin !== "AWS_KMS" || managedBy !== "customer" || state !== "Enabled") return [];
  if (multiRegionKeyType === "REPLICA" || rotationPeriodInDays !== undefined) return [];
  const isOld = createdAt !== undefined && today !== undefined && Date.parse(`${today}T00:00:00Z`) - createdAt > YEAR;
  return [
    {
      code: "KW734",
      level: isOld ? "medium" : "low",
      text: `${name} is not rotated${isOld ? ", and older than a year" : ""}`,
      at,
      same: [],
    },
  ];
}

function material({ key, unknown, asked }: Evidence): readonly Draft[] {
  if (unknown.has("state") || key.state !== "PendingImport") return [];
  const isUsed = asked.some(({ actions, allows }) => allows !== NEVER && actions.some((action) => USE.has(action)));
  if (!isUsed) return [];
  return [
    {
      code: "KW739",
      level: "info",
      text: `${key.name} has no key material: until it is imported, no use that is allowed works`,
      at: key.at,
      same: [key.state],
    },
  ];
}

/** Nobody of another account can use a key that AWS manages, whatever policies there say. */
function managedByAws({ key, world }: Evidence): readonly Draft[] {
  if (key.managedBy !== "aws") return [];
  return world.estate.principals.flatMap(({ name, account, policies, facts }) => {
    if (account === "" || account === key.account) return [];
    const naming = policies.flatMap(({ statements }) =>
      statements.filter(({ effect, resource }) => effect === "Allow" && resource?.mode === "only" && resource.members.includes(key.arn)),
    );
    return naming.slice(0, 1).map(
      ({ at }): Draft => ({
        code: "KW738",
        level: "low",
        text: `${name} of account ${account} is allowed to use ${key.name} by its own policies, which an AWS managed key refuses to other accounts`,
        at,
        same: [facts.arn],
      }),
    );
  });
}

const ENDING: readonly string[] = ["kms:ScheduleKeyDeletion", "kms:DisableKey", "kms:DeleteImportedKeyMaterial"];

/** Users who can end the key by their long-term access keys alone. */
function withoutSecondFactor(evidence: Evidence, hasAdministrators: boolean): readonly Draft[] {
  const found = new Map<string, { readonly actions: Set<string>; readonly witness: NonNullable<Draft["witness"]> }>();
  for (const one of evidence.asked) {
    const { who, scene, allows } = one;
    const actions = one.actions.filter((action) => ENDING.includes(action));
    const isUser = (who.kind === "listed" || who.kind === "named") && who.arn.includes(":user/");
    if (!isUser || actions.length === 0 || one.crossAccount || who.principal.mfaAgeSeconds !== undefined) continue;
    const told = scene.diagrams.without(allows, scene.own);
    const node = narrowed(scene, told, "aws:multifactorauthpresent", (value) => value !== "true");
    const request = allowedIn(one, node, actions[0]);
    if (request === undefined) continue;
    const name = evidence.whoText(who);
    const known = found.get(name);
    if (known !== undefined) for (const action of actions) known.actions.add(action);
    else found.set(name, { actions: new Set(actions), witness: request.witness });
  }
  const names = [...found.keys()].sort();
  const [first] = names;
  if (first === undefined) return [];
  const actions = [...new Set([...found.values()].flatMap((one) => [...one.actions]))].sort();
  return [
    {
      code: "KW736",
      level: hasAdministrators ? "low" : "info",
      text: `${abridged(names, "and")} may ${listed(
        actions.map((action) => action.slice(4)),
        "or",
      )} ${evidence.key.name} without a second factor`,
      at: evidence.key.at,
      ...(found.has(first) && { witness: found.get(first)?.witness as NonNullable<Draft["witness"]> }),
      same: [names, actions],
    },
  ];
}

const MOST_DOMAINS = 10;
const MOST_SERVICES = 4;

/** One key that has to do with too many things: its users are told apart by path, tags and the beginning of their names. */
export function oneForEverything(evidence: Evidence): readonly Draft[] {
  const { key, world, asked } = evidence;
  const users = new Map<string, readonly string[]>();
  for (const { who, actions, allows, scene } of asked) {
    if ((who.kind !== "listed" && who.kind !== "named") || who.arn.endsWith(":root") || users.has(who.arn)) continue;
    if (
      !actions.some((action) => USE.has(action)) ||
      scene.diagrams.without(allows, scene.own) === NEVER ||
      isAccountAdministrator(world, who)
    )
      continue;
    users.set(who.arn, marksOf(who.arn, world.estate.principals.find(({ facts }) => facts.arn === who.arn)?.facts.tags ?? {}));
  }
  const domains = groupsOf([...users.values()]);
  const services = servicesOf(evidence);
  const reasons = [
    ...(domains > MOST_DOMAINS ? [`${domains} principals or groups of them that have nothing in common`] : []),
    ...(services.length > MOST_SERVICES ? [`${services.length} services`] : []),
  ];
  if (reasons.length === 0) return [];
  return [{ code: "KW737", level: "medium", text: `${key.name} is used by ${listed(reasons)}`, at: key.at, same: [] }];
}

/** By what principals are related. */
function marksOf(arn: string, tags: Readonly<Record<string, string>>): readonly string[] {
  const resource = arn.slice(arn.lastIndexOf(":") + 1);
  const path = resource.slice(resource.indexOf("/") + 1, resource.lastIndexOf("/") + 1);
  const name = resource.slice(resource.lastIndexOf("/") + 1);
  const [beginning = name] = name.split(/[-_.]/);
  return [
    `name ${beginning.toLowerCase()}`,
    ...(path === "" ? [] : [`path ${path}`]),
    ...Object.entries(tags).map(([key, value]) => `tag ${key}=${value}`),
  ];
}

/** How many groups there are of things that share a mark, directly or by others. */
function groupsOf(all: readonly (readonly string[])[]): number {
  const groups: Set<string>[] = [];
  for (const marks of all) {
    const joined = new Set(marks);
    for (let i = groups.length - 1; i >= 0; i--) {
      if (!marks.some((mark) => groups[i]?.has(mark))) continue;
      for (const mark of groups[i] ?? []) joined.add(mark);
      groups.splice(i, 1);
    }
    groups.push(joined);
  }
  return groups.length;
}

/** The services that statements of the key policy name, by their principals or as what calls come through. */
function servicesOf({ key }: Evidence): readonly string[] {
  const names = key.policy.statements
    .filter(({ effect }) => effect === "Allow")
    .flatMap(({ principal, conditions }) => [
      ...(principal?.members ?? []).flatMap(({ kind, value }) => (kind === "Service" ? [value] : [])),
      ...conditions.flatMap(({ key: name, operator, values }) =>
        name.toLowerCase() === "kms:viaservice" && !/Not|Null/.test(operator) ? values : [],
      ),
    ]);
  return [...new Set(names.map((name) => name.split(".")[0] as string))].filter((name) => !/[*?$]/.test(name));
}
