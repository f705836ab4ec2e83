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

  /** What is not in the store yet is put there; keys that are there stay as they are. @throws {InvalidWorldError} and leaves all as it was. */
  async replace(world: World): Promise<void> {
    const site = await openSite(world, this.#options, this.#site.service);
    const identity = this.#identityOf(site);
    this.#site = site;
    this.#identity = identity;
  }

  #identityOf({ callers, world }: Site): Identity {
    const { authentication, hasSeed } = this.#options;
    const isOpen = authentication === undefined ? callers.credentials.length === 0 : authentication === "none";
    const account = world.estate.account ?? (hasSeed ? DEFAULT_HOME.account : OPEN_ACCOUNT);
    return new Identity(callers, this.sessions, isOpen, account);
  }
}
