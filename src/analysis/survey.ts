import type { CompiledPolicy } from "../authz/compile.ts";
import type { PolicySet } from "../authz/link.ts";
import type { KmsAction } from "../catalog/actions.ts";
import { isOfOthers } from "../estate/doubts.ts";
import { readPolicyFor } from "../estate/open-names.ts";
import { compileSet, type PolicyDocuments } from "../estate/policy-documents.ts";
import type { ResolvedQuestion } from "../estate/question.ts";
import type { World } from "../estate/world.ts";
import type { Policy } from "../iam/policy.ts";
import type { Grant } from "../iam/request.ts";
import { actionClasses, KEY_ACTIONS } from "./actions.ts";
import { Census, type Group } from "./alike/census.ts";
import type { Unlisted } from "./own-policies.ts";
import { type PrincipalClass, principalIn } from "./principals.ts";
import { NETWORK, type Prepared, prepare, Side } from "./side.ts";
import { signatureOf } from "./signature.ts";

/** One caller, actions that are treated alike, one key: what a question about all requests comes down to. A side each world; undefined where it lacks the key. */
export type Matter = {
  readonly who: PrincipalClass;
  readonly actions: readonly KmsAction[];
  readonly key: string; // ARN
  readonly sides: readonly (Side | undefined)[];
  readonly retiring?: Grant; // of kms:RetireGrant
  readonly endpoint?: string; // id of the VPC endpoint that the requests come through, where it has a policy of its own
  readonly isSame: boolean; // the sides read the same statements of the same things: nothing can differ
};

export type SurveyOptions = {
  readonly actions?: readonly string[] | undefined; // all
  readonly only?: ((who: PrincipalClass) => boolean) | undefined;
  readonly beside?: Beside | undefined; // conditions of the question itself
  readonly isOfOpen?: boolean | undefined; // without those whom a world lists and nothing of the key lets in
  readonly unlisted?: Unlisted | undefined; // what principals hold that no world lists; absent: as each world says
};

/** Policies that decide nothing, read beside those of the worlds: by one more side of each matter, the last; and what else tells principals apart. */
export type Beside = {
  readonly documents: PolicyDocuments;
  readonly namers: readonly CompiledPolicy[];
  readonly isOfDenials: boolean; // requests that are denied are looked for, so that ways on which less is allowed count too
};

/** Policy sets of the same policies, grants and key, made ready once. */
export class Preparations {
  readonly #made = new Map<string, Prepared>();
  readonly #numbers = new Map<object, number>();

  of(world: World, { documents, grants, key, open }: Posed): Prepared {
    const { resource, identity, boundary, session, serviceControl, resourceControl, endpoint } = documents;
    const number = (one: object | undefined): number => {
      if (one === undefined) return -1;
      const known = this.#numbers.get(one);
      if (known === undefined) this.#numbers.set(one, this.#numbers.size);
      return known ?? this.#numbers.size - 1;
    };
    const lists = [identity, session, ...(serviceControl ?? []), [], ...(resourceControl ?? [])].map(
      (list) => list?.map(number).join() ?? "-",
    );
    const name = [
      number(world),
      number(resource),
      number(boundary),
      number(endpoint),
      ...lists,
      grants.map(number).join(),
      open && JSON.stringify(open),
    ].join("|");
    const known = this.#made.get(name);
    if (known !== undefined) return known;
    const { strict } = world.estate.knowledge ?? {};
    const rests = strict !== undefined && strict.size > 0 && policiesIn(documents).some((policy) => strict.has(policy));
    const set = (told: (policy: Policy) => Policy): PolicySet =>
      compileSet(documents, grants, key, (policy) => world.compiled(open === undefined ? told(policy) : readPolicyFor(told(policy), open)));
    const made = prepare(
      set((policy) => policy),
      rests ? set((policy) => strict.get(policy)?.policy ?? policy) : undefined,
    );
    this.#made.set(name, made);
    return made;
  }
}

/** A question with all that has a say. `mayHold`: and identity policies of the caller that nobody told. */
export type Posed = Omit<ResolvedQuestion, "identity"> & { readonly mayHold?: boolean };

/** Policies that a caller may hold besides are no documents here: what they allow is a variable of its own. */
export function withoutOthers(posed: Posed, { estate }: World, mayHold: boolean): Posed {
  if (estate.knowledge === undefined) return posed;
  const { identity = [] } = posed.documents;
  const told = identity.filter((policy) => !isOfOthers(policy));
  return told.length === identity.length ? posed : { ...posed, documents: { ...posed.documents, identity: told }, mayHold };
}

const policiesIn = ({
  resource,
  identity,
  boundary,
  session,
  serviceControl,
  resourceControl,
  endpoint,
}: PolicyDocuments): readonly Policy[] =>
  [
    resource,
    ...(identity ?? []),
    boundary,
    ...(session ?? []),
    ...(serviceControl ?? []).flat(),
    ...(resourceControl ?? []).flat(),
    endpoint,
  ].filter((policy) => policy !== undefined);

/** Principals that nothing tells apart, and what is to be asked of the one who stands for them. */
export type Asked = Group & { readonly matters: (inexact: (why: string) => void, who?: PrincipalClass) => Iterable<Matter> };

/** Everything that is to be asked about a key in some worlds, and why a list of it may be too short. */
export function* survey(worlds: readonly World[], keyArn: string, options: SurveyOptions, inexact: (why: string) => void): Iterable<Asked> {
  const census = Census.of(worlds);
  const found = census.classes(keyArn, options.beside);
  if (found.inexact !== undefined) inexact(found.inexact);
  const asking = new Asking(worlds, keyArn, options);
  for (const group of census.groups(keyArn, options))
    yield { ...group, matters: (unsure, who = group.who) => asking.about(who, unsure, apart(census, group, who, keyArn, worlds)) };
}

/** Of two worlds only what they may say differently is asked. */
function apart(census: Census, { parts }: Group, who: PrincipalClass, keyArn: string, worlds: readonly World[]) {
  const part = worlds.length === 2 ? parts.find(({ members }) => members.includes(who)) : undefined;
  return part && census.apart({ ...part, members: [who] }, keyArn);
}

/** Questions about one key, their policy sets made ready when somebody needs them. */
class Asking {
  readonly #worlds: readonly World[];
  readonly #key: string;
  readonly #options: SurveyOptions;
  readonly #preparations = new Preparations();
  readonly #ids: readonly string[];
  readonly #has: readonly boolean[];

  constructor(worlds: readonly World[], key: string, options: SurveyOptions) {
    this.#worlds = worlds;
    this.#key = key;
    this.#options = options;
    this.#ids = endpointsOf(worlds);
    this.#has = worlds.map((world) => world.lookup.keyAt(key) !== undefined);
  }

  /** `apart`: only of these actions; undefined: of any. */
  *about(who: PrincipalClass, inexact: (why: string) => void, apart?: ReadonlySet<string>): Iterable<Matter> {
    const [worlds, keyArn, ids, preparations] = [this.#worlds, this.#key, this.#ids, this.#preparations];
    const { beside, unlisted, actions: names } = this.#options;
    const wanted = KEY_ACTIONS.filter(({ action }) => (names?.includes(action) ?? true) && (apart?.has(action) ?? true));
    if (wanted.length === 0) return;
    for (const endpoint of who.account === "" ? [undefined] : [undefined, ...ids]) {
      const cases = worlds.map((world, i) => {
        if (this.#has[i] !== true) return undefined;
        const posed = world.gather({
          principal: principalIn(world, who),
          key: keyArn,
          action: "kms:DescribeKey",
          ...(endpoint && { endpoint }),
        });
        if (!posed.ok) inexact(`${who.arn} cannot be asked about: ${posed.error[0]?.message}`);
        return posed.ok
          ? withoutOthers(
              { ...posed.value, documents: posed.value.told ?? posed.value.documents },
              world,
              who.kind === "listed" || unlisted !== "nothing",
            )
          : undefined;
      });
      const sets = cases.map((one, i) => one && preparations.of(worlds[i] as World, one));
      const further = beside && furtherOf(beside, worlds, cases, preparations);
      const present = [...sets, further].filter((set) => set !== undefined);
      const isOther = () => isChanged(cases.map((one) => one?.documents.endpoint));
      if (endpoint !== undefined && beside?.isOfDenials !== true && !present.some(readsNetwork) && !isOther()) continue; // nothing that is not let in otherwise
      for (const actions of actionClasses(present, wanted, keyArn))
        yield* matters({ who, actions, key: keyArn, ...(endpoint && { endpoint }) }, cases, sets, ids, further, worlds);
    }
  }
}

/** The policies beside those of the worlds, for what is asked of the first world that has the key. */
function furtherOf({ documents }: Beside, worlds: readonly World[], cases: readonly (Posed | undefined)[], preparations: Preparations) {
  const i = cases.findIndex((one) => one !== undefined);
  const [world, posed] = [worlds[i], cases[i]];
  return world && posed && preparations.of(world, { ...posed, documents, grants: [] });
}

/** The scenes of a caller, of actions and a way to the key: one, or one for each grant that could be retired. */
function* matters(
  asked: Pick<Matter, "who" | "actions" | "key" | "endpoint">,
  cases: readonly (Posed | undefined)[],
  sets: readonly (Prepared | undefined)[],
  ids: readonly string[],
  further: Prepared | undefined,
  worlds: readonly World[],
): Iterable<Matter> {
  const action = asked.actions[0]?.action as string;
  const present = sets.filter((set) => set !== undefined);
  for (const grant of action === "kms:RetireGrant" ? grantsOf(present) : [undefined]) {
    const sides = sets.map((set, i) => {
      const own = grant && set?.linked.grants.find((one) => one.grant.GrantId === grant.GrantId)?.grant;
      const request = cases[i]?.request;
      if (set === undefined || request === undefined || (grant !== undefined && own === undefined)) return undefined;
      const { unknown: open = [], ...rest } = request;
      const isOpen = worlds[i]?.estate.knowledge !== undefined;
      const tokens = own?.GrantToken === undefined ? {} : { grantTokens: [own.GrantToken] };
      return Side.of(
        set,
        { ...rest, action, ...tokens },
        {
          retiring: own,
          notThrough: asked.endpoint === undefined ? ids : [],
          ...(isOpen && open.length > 0 && { open }),
          ...(cases[i]?.mayHold === true && { mayHold: true }),
        },
      );
    });
    const ofWorld = sides.find((side) => side !== undefined);
    if (further !== undefined && ofWorld !== undefined) sides.push(Side.of(further, ofWorld.base, ofWorld));
    const [first, ...others] = sides.map((side) => side && signatureOf(side));
    const isSame = others.length > 0 && first !== undefined && others.every((one) => one === first);
    yield { ...asked, sides, isSame, ...(grant !== undefined && { retiring: grant }) };
  }
}

/** The endpoints that have policies of their own: a request through one of them is a question of its own. */
export function endpointsOf(worlds: readonly World[]): readonly string[] {
  const restricted = worlds.flatMap(({ estate }) => estate.endpoints.flatMap(({ id, policy }) => (policy === undefined ? [] : [id])));
  return [...new Set(restricted)];
}

/** Whether an endpoint lets through other things in one world than in another, as far as their texts tell. */
const isChanged = (policies: readonly (Policy | undefined)[]): boolean =>
  new Set(policies.map((policy) => JSON.stringify(policy?.statements.map(({ at: _, ref: __, ...rest }) => rest)))).size > 1;

const readsNetwork = ({ linked }: Prepared): boolean => linked.slots.some(({ name }) => NETWORK.has(name));

/** Whether anything at all could allow: a key that no statement and no grant opens to the caller is closed, whatever the request says. */
export const mayAllow = ({ plan }: Side): boolean =>
  plan.refusal === undefined && (plan.retires || !plan.soleAuthority || plan.resourceAllows.all.length > 0 || plan.grants.length > 0);

function grantsOf(sets: readonly Prepared[]): readonly Grant[] {
  return [...new Map(sets.flatMap(({ linked }) => linked.grants.map(({ grant }) => [grant.GrantId, grant] as const))).values()];
}
