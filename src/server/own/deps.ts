import type { CallFeed } from "../call-feed.ts";
import type { DecisionLog } from "../decision-log.ts";
import type { LiveWorld } from "../live-world.ts";
import type { Observer } from "../observed-call.ts";
import type { PageTokens } from "../page-token.ts";
import type { Peers } from "../peers.ts";
import type { Standing } from "../standing.ts";

/** What our own endpoints stand on. */
export type OwnDeps = {
  readonly standing: Standing;
  readonly live: LiveWorld;
  readonly decisions: DecisionLog;
  readonly calls: CallFeed;
  readonly tokens: PageTokens;
  readonly newId: () => string;
  /** Undefined once it stops. */
  readonly isReady: () => boolean;
  readonly clock: Clock | undefined; // undefined: it is the machine's
  readonly peers?: Peers | undefined; // other processes on the same port
  readonly metrics: (others: readonly unknown[]) => Promise<{ readonly type: string; readonly text: string }>;
  readonly publicUrl: string | undefined;
  readonly consolePage: (() => Promise<ConsolePage | undefined>) | undefined;
  readonly access: Access;
  readonly observe: Observer;
  readonly isProxy: boolean; // the keys are those of another KMS
};

/** The page of the console, and the policy that it was built with. */
export type ConsolePage = { readonly html: string; readonly policy: string };

export type Clock = { readonly now: () => number; readonly advance: (milliseconds: number) => void };

/** Who may ask what. */
export type Access = {
  readonly isLoopback: boolean; // nobody but this machine reaches the port
  readonly adminToken: string | undefined;
  readonly decisionToken: string | undefined;
  readonly origins: ReadonlySet<string>; // pages of others that were let in
  readonly names: ReadonlySet<string>; // hosts by which we are asked, beside addresses and localhost
};
