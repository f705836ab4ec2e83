import { InvalidWorldError } from "../estate/invalid-world.ts";
import type { World } from "../estate/world.ts";
import { DEFAULT_HOME } from "../kms/callers.ts";
import { Identity, OPEN_ACCOUNT } from "./identity.ts";
import { openSite, type Site, type SiteOptions } from "./site.ts";
import { SessionTokens } from "./sts/session-token.ts";

export type Authentication = "sigv4" | "none";

export type StandingOptions = SiteOptions & {
  readonly authentication: Authentication | undefined; // unless told, signatures count where the world has access keys
  readonly hasSeed: boolean;
};

/** What stands now: a site, and who may call it. Another world takes the place of the first, over the same store. */
export class Standing {
  readonly #options: StandingOptions;
  readonly sessions: SessionTokens;
  #site: Site;
  #identity: Identity;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(options: StandingOptions, site: Site) {
    this.#options = options;
    this.sessions = new SessionTokens(options.root, options.ports.randomBytes);
    this.#site = site;
    this.#identity = this.#identityOf(site);
  }

  /** @throws {InvalidWorldError} */
  static async open(world: World, options: StandingOptions): Promise<Standing> {
    return new Standing(options, await openSite(world, options));
  }

  get site(): Site {
    return this.#site;
  }

  get identity(): Identity {
    return this.#identity;
  }

  /** One after the other: what is not in the store yet is put there; keys that are there stay as they are. @throws {InvalidWorldError} and leaves all as it was. */
  replace(world: World): Promise<void> {
    const replaced = this.#last.then(() => this.#replaceNow(world));
    this.#last = replaced.catch(() => undefined);
    return replaced;
  }

  /** Where signatures are verified they go on to be: a world that was read here tells no secrets, and sent back it would let everybody in. */
  async #replaceNow(world: World): Promise<void> {
    if (!this.#identity.isOpen && this.#isOpenFor(world))
      throw new InvalidWorldError(
        "nobody in this world has `credentials`: signatures could not be verified any more, and whoever calls could do everything; give them as the world before had them, or start with `--auth none`",
      );
    const site = await openSite(world, this.#options, this.#site.service);
    const identity = this.#identityOf(site);
    this.#site = site;
    this.#identity = identity;
  }

  #isOpenFor(world: World): boolean {
    const { authentication } = this.#options;
    if (authentication !== undefined) return authentication === "none";
    return !world.estate.principals.some((one) => one.credentials() !== undefined);
  }

  #identityOf({ callers, world }: Site): Identity {
    const account = world.estate.account ?? (this.#options.hasSeed ? DEFAULT_HOME.account : OPEN_ACCOUNT);
    return new Identity(callers, this.sessions, this.#isOpenFor(world), account);
  }
}
