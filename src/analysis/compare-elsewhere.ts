import { KMS_ACTIONS, type KmsAction } from "../catalog/actions.ts";
import { policiesOf } from "../estate/estate.ts";
import type { World } from "../estate/world.ts";
import type { Policy } from "../iam/policy.ts";
import type { PrincipalFacts, Request } from "../iam/request.ts";
import { actionClasses } from "./actions.ts";
import type { KeyName } from "./answers.ts";
import type { Unlisted } from "./own-policies.ts";
import { type PrincipalClass, principalClasses, principalIn } from "./principals.ts";
import { Side } from "./side.ts";
import { type Matter, type Posed, Preparations, withoutOthers } from "./survey.ts";

/** What requests are about that name no key, as a key is named in answers. */
export const ELSEWHERE: KeyName = { name: "*", arn: "*", aliases: [] };

/** Every action that AWS checks on no key and no alias: identity policies alone allow it (KMS Developer Guide, "AWS KMS permissions"). */
const ACTIONS: readonly KmsAction[] = KMS_ACTIONS.filter(({ resources }) => resources.length === 1 && resources[0] === "*");

/** Somebody, and what two worlds may say differently to him about requests that name no key. */
export type AskedElsewhere = {
  readonly who: PrincipalClass;
  readonly principal: Request["principal"];
  readonly matters: () => Iterable<Matter>;
};

/** Of everybody whose own policies or limits are written otherwise in one world than in the other. */
export function* elsewhere(
  worlds: readonly [World, World],
  { actions, unlisted }: { readonly actions?: readonly string[] | undefined; readonly unlisted?: Unlisted | undefined },
  unsure: (text: string) => void,
): Iterable<AskedElsewhere> {
  const wanted = ACTIONS.filter(({ action }) => actions?.includes(action) ?? true);
  if (wanted.length === 0) return;
  const estates = worlds.map(({ estate }) => estate);
  const policies = worlds.flatMap((world) =>
    [...policiesOf(world.estate).keys()].filter(({ type }) => type !== "key-policy").map((policy) => world.compiled(policy)),
  );
  const account = estates.flatMap((estate) => estate.account ?? estate.principals[0]?.account ?? [])[0] ?? "";
  const { classes, inexact } = principalClasses({ policies, grants: [], estates, partition: "aws", account });
  if (inexact !== undefined) unsure(inexact);
  const preparations = new Preparations();
  const texts = new Texts();
  for (const who of classes) {
    if (who.account === "") continue; // services call with no identity policies
    const posed = worlds.map((world) => {
      const asked = world.gather({ principal: principalIn(world, who), action: "kms:ListKeys" });
      if (!asked.ok) return undefined;
      const told = { ...asked.value, documents: asked.value.told ?? asked.value.documents };
      return withoutOthers(told, world, who.kind === "listed" || unlisted !== "nothing");
    });
    const [before, after] = posed;
    if (before === undefined || after === undefined || texts.of(before) === texts.of(after)) continue;
    yield { who, principal: principalOf(before, after), matters: () => mattersOf(who, worlds, [before, after], wanted, preparations) };
  }
}

function* mattersOf(
  who: PrincipalClass,
  worlds: readonly [World, World],
  cases: readonly [Posed, Posed],
  wanted: readonly KmsAction[],
  preparations: Preparations,
): Iterable<Matter> {
  const sets = worlds.map((world, i) => preparations.of(world, cases[i] as Posed));
  for (const actions of actionClasses(sets, wanted, ELSEWHERE.arn)) {
    const sides = sets.map((set, i) => {
      const { request, mayHold } = cases[i] as Posed;
      const { unknown: open = [], ...rest } = request;
      const isOpen = worlds[i]?.estate.knowledge !== undefined && open.length > 0;
      return Side.of(
        set,
        { ...rest, action: actions[0]?.action as string },
        { ...(isOpen && { open }), ...(mayHold === true && { mayHold }) },
      );
    });
    yield { who, actions, key: ELSEWHERE.arn, sides, isSame: false };
  }
}

/** As both worlds know somebody; by his name alone where they tell different things of him. */
function principalOf(before: Posed, after: Posed): Request["principal"] {
  const { principal } = before.request;
  if (JSON.stringify(principal) === JSON.stringify(after.request.principal)) return principal;
  if (typeof principal === "string") return principal;
  const { arn, roleArn }: PrincipalFacts = principal;
  return roleArn === undefined ? arn : { arn, roleArn };
}

/** All that can have a say in such a request, as a text: where it is written decides nothing. */
class Texts {
  readonly #policies = new WeakMap<Policy, string>();

  of({ documents, request, mayHold }: Posed): string {
    const { identity = [], boundary, session, serviceControl = [], resourceControl = [] } = documents;
    const list = (policies: readonly Policy[]): string => policies.map((policy) => this.#text(policy)).join("\n");
    const parts = [
      list(identity),
      boundary === undefined ? "-" : this.#text(boundary),
      session === undefined ? "-" : list(session),
      ...serviceControl.map(list),
      "/",
      ...resourceControl.map(list),
    ];
    return JSON.stringify([parts, request, mayHold]);
  }

  #text(policy: Policy): string {
    const known = this.#policies.get(policy);
    if (known !== undefined) return known;
    const made = JSON.stringify(policy, (name, value: unknown) => (name === "at" || name === "ref" || name === "name" ? undefined : value));
    this.#policies.set(policy, made);
    return made;
  }
}
