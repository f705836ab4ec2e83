import type { Answer, Determining, StatementVerdict } from "../../authz/decision.ts";
import type { World, WorldAnswer } from "../../estate/world.ts";
import { askingOf, closestToAllowed } from "../../explain/closest.ts";
import type { Edit } from "../../explain/closest-edits.ts";
import { repairs } from "../../explain/closest-repairs.ts";
import type { StatementRef } from "../../iam/policy.ts";
import type { ContextValue, Request } from "../../iam/request.ts";
import type { Circumstances } from "./wording.ts";

/** A question to a world, with what of the circumstances makes the answer what it is. */
export type Asked = { readonly action: string; readonly answer: WorldAnswer; readonly circumstances: Circumstances };

/** No statement has more conditions that a request can satisfy at once. */
const REACH = { failures: 16, edits: 16 };

/** All that was asked; `also` holds what makes one more statement allow, of those that something else allows already. */
export type BothSides = { readonly asked: readonly Asked[]; readonly also: readonly (Asked & { readonly by: StatementRef })[] };

/**
 * The answer to a plain request, and where conditions stand between them those under which it is another one: the nearest request that is allowed, and
 * for each Deny that does not apply the nearest one to which it does. Each is asked of the world again.
 */
export function askBothSides(world: World, principal: string, key: string, action: string): BothSides {
  const answer = world.authorize({ principal, key, action });
  const asking = askingOf(answer);
  if (answer.invalid !== undefined) return { asked: [], also: [] };
  const plain: Asked = { action, answer, circumstances: {} };
  if (asking === undefined) return { asked: [plain], also: [] };
  const accepts = (changed: Request) => circumstancesOf(changed, asking.request) !== undefined;
  const under = (changed: Request | undefined): readonly Asked[] => {
    const circumstances = changed && circumstancesOf(changed, asking.request);
    return circumstances === undefined
      ? []
      : [{ action, answer: world.authorize({ principal, key, action, ...circumstances }), circumstances }];
  };
  const opened = answer.outcome === "allowed" ? [] : closestToAllowed(answer, asking, { ...REACH, accepts });
  const found = opened.flatMap(({ request }) => under(request).map((asked) => ({ asked, request })));
  const nearest = found.find(({ asked }) => asked.answer.outcome === "allowed");
  const allowed = answer.outcome === "allowed" ? plain : nearest?.asked;
  const from = nearest?.request ?? asking.request;
  const denied = allowed === undefined ? [] : missedBy(allowed.answer, "Deny").flatMap((verdict) => under(satisfying(verdict, from)));
  const also =
    allowed === undefined
      ? []
      : missedBy(allowed.answer, "Allow").flatMap((verdict) =>
          under(satisfying(verdict, from)).map((asked) => ({ ...asked, by: verdict.ref })),
        );
  const asked = [
    ...(answer.outcome === "undetermined" && allowed !== undefined ? [] : [plain]),
    ...(allowed === undefined || allowed === plain ? [] : [allowed]),
    ...denied.filter(({ answer }) => answer.outcome === "explicitDeny"),
  ];
  return {
    asked: once(asked),
    also: also.filter(({ answer, by }) => answer.outcome === "allowed" && answer.by.some((one) => isSame(one, by))),
  };
}

const isSame = (one: Determining, ref: StatementRef): boolean =>
  "policy" in one && one.policy === ref.policy && one.statement === ref.statement;

/** Each question once: leaving out what a condition asks for may lead back to the plain one. */
const once = (asked: readonly Asked[]): readonly Asked[] => [
  ...new Map(asked.map((each) => [JSON.stringify(each.circumstances), each])).values(),
];

/** Statements that would apply but for their conditions. */
const missedBy = ({ trace }: Answer, wanted: "Allow" | "Deny"): readonly StatementVerdict[] =>
  trace.policies
    .flatMap(({ statements }) => statements)
    .filter(
      ({ effect, applies, failures }) =>
        effect === wanted && applies !== true && failures.length > 0 && failures.every(({ part }) => part === "condition"),
    );

/** The request with every condition of a statement satisfied; undefined where one cannot be. */
function satisfying({ failures }: StatementVerdict, request: Request): Request | undefined {
  let changed: Request | undefined = request;
  for (const failure of failures) {
    if (changed === undefined) return undefined;
    const edit: Edit | undefined = repairs(failure, changed)[0];
    changed = edit?.apply(changed);
  }
  return changed;
}

/** What was changed of the request; undefined where that is more than circumstances: another caller, another key, another organization. */
function circumstancesOf(changed: Request, asked: Request): Circumstances | undefined {
  const { context, encryptionContext, viaService, time } = changed;
  const [who, whom] = [factsOf(changed), factsOf(asked)];
  const same = (request: Request, arn: string) => JSON.stringify([arn, request.action, request.resource, request.grantTokens]);
  if (same(changed, who.arn) !== same(asked, whom.arn) || who.orgId !== whom.orgId) return undefined;
  const given = asked.context ?? {};
  const isOther = ([key, value]: readonly [string, ContextValue]) => JSON.stringify(given[key]) !== JSON.stringify(value);
  const tags = Object.entries(who.tags ?? {}).filter(([name, value]) => whom.tags?.[name] !== value);
  const more = [
    ...Object.entries(context ?? {}).filter(isOther),
    ...tags.map(([name, value]) => [`aws:PrincipalTag/${name}`, value] as const),
  ];
  return {
    ...(more.length > 0 && { context: Object.fromEntries(more) as NonNullable<Circumstances["context"]> }),
    ...(encryptionContext !== undefined && { encryptionContext: { ...encryptionContext } }),
    ...(viaService !== undefined && { viaService }),
    ...(time !== undefined && { time }),
  };
}

const factsOf = ({ principal }: Request) =>
  (typeof principal === "string" ? { arn: principal } : principal) as Exclude<Request["principal"], string>;
