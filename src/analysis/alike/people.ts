import type { World } from "../../estate/world.ts";
import type { Request } from "../../iam/request.ts";
import type { Who } from "../answers.ts";
import type { PrincipalClass } from "../principals.ts";
import { whoOf } from "../who.ts";
import type { Numbers } from "./numbers.ts";
import { kinOf, ofKin, type Profile, profileOf } from "./profile.ts";
import { PRINCIPAL_TAG, tagIn } from "./statement-text.ts";

/** Who there is in some worlds, by what each world tells of them. */
export class People {
  readonly worlds: readonly World[];
  readonly #numbers: Numbers;
  readonly #profiles = new WeakMap<PrincipalClass, readonly (Profile | undefined)[]>();
  readonly #kin = new WeakMap<PrincipalClass, string>();
  readonly #ofKin = new Map<string, readonly (Profile | undefined)[]>();
  readonly #asked = new WeakMap<PrincipalClass, Request["principal"]>();
  readonly #whos = new WeakMap<PrincipalClass, Who>();

  constructor(worlds: readonly World[], numbers: Numbers) {
    this.worlds = worlds;
    this.#numbers = numbers;
  }

  /** What of somebody in all worlds is the same of many others, who differ only in names, ids and values of tags; "": nothing. */
  kin(who: PrincipalClass): string {
    const known = this.#kin.get(who);
    if (known !== undefined) return known;
    const texts = this.worlds.map((world) => kinOf(world, who, (one) => this.#numbers.object(one)));
    const kin = texts.includes(undefined) ? "" : texts.join("\n");
    this.#kin.set(who, kin);
    return kin;
  }

  /** In each world; undefined where somebody cannot be asked about. */
  profile(who: PrincipalClass): readonly (Profile | undefined)[] {
    const known = this.#profiles.get(who);
    if (known !== undefined) return known;
    const kin = this.kin(who);
    const like = kin === "" ? undefined : this.#ofKin.get(kin);
    const made = this.worlds.map((world, i) => (like?.[i] === undefined ? profileOf(world, who) : ofKin(like[i] as Profile, who, world)));
    if (kin !== "" && like === undefined) this.#ofKin.set(kin, made);
    this.#profiles.set(who, made);
    return made;
  }

  /** Somebody as a request names him, by the first world that has what it is about; by his name alone where the worlds tell different things of him. */
  principal(who: PrincipalClass, first: number): Request["principal"] {
    const known = this.#asked.get(who);
    if (known !== undefined) return known;
    const profiles = this.profile(who);
    const { facts } = profiles[first] ?? { facts: who.principal };
    const isAlone =
      profiles.length < 2 || new Set(profiles.flatMap((one) => (one === undefined ? [] : JSON.stringify(one.facts)))).size < 2;
    const { arn, roleArn } = facts;
    const common = isAlone ? facts : { arn, ...(roleArn !== undefined && { roleArn }) };
    const made = Object.keys(common).length === 1 ? common.arn : common;
    if (this.worlds.length === 1) this.#asked.set(who, made);
    return made;
  }

  /** Somebody in words. */
  who(who: PrincipalClass): Who {
    const known = this.#whos.get(who);
    if (known !== undefined) return known;
    const made = whoOf(
      who,
      this.worlds.map(({ estate }) => estate),
    );
    this.#whos.set(who, made);
    return made;
  }

  /** Whatever a policy could call somebody, beside everybody and an account. */
  namesOf(who: PrincipalClass): ReadonlySet<string> {
    const names = new Set([who.arn, who.principal.arn]);
    for (const profile of this.profile(who)) {
      if (profile === undefined) continue;
      const { account, name, principalArn, userId, issuer } = profile.caller;
      for (const one of [`${account}:${name}`, principalArn, userId, userId?.split(":", 1)[0], issuer])
        if (one !== undefined) names.add(one);
    }
    return names;
  }

  /** The value of a key that follows from who asks; a text in its place where it is not told, or in one world and not in another. */
  factOf(who: PrincipalClass, world: number, name: string): { readonly value: string | undefined } | { readonly text: string } {
    const profiles = this.profile(who);
    const profile = profiles[world];
    if (profile === undefined) return { text: "" };
    const isKnown = (one: Profile | undefined): boolean =>
      one === undefined || (name === "aws:principalarn" ? one.caller.pathKnown : one.facts.tags !== undefined);
    const { caller, facts } = profile;
    if (!profiles.every(isKnown)) return { text: JSON.stringify([caller.principalArn, facts.tags]) };
    if (name === "aws:principalarn") return { value: caller.principalArn };
    const { value, twins } = tagIn(facts.tags ?? {}, name.slice(PRINCIPAL_TAG.length));
    return twins ? { text: JSON.stringify(facts.tags) } : { value };
  }
}
