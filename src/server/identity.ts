import { BoundedCache } from "../base/bounded-cache.ts";
import { partitionOf } from "../catalog/regions.ts";
import { sameText } from "../crypto/same-bytes.ts";
import { InvalidWorldError } from "../estate/invalid-world.ts";
import { parsePrincipal } from "../iam/principal.ts";
import type { Caller } from "../kms/caller.ts";
import type { CallerOptions, Callers } from "../kms/callers.ts";
import type { FoundKey, KeyFinder } from "../wire/verify-signature.ts";
import type { Exchange } from "./exchange.ts";
import type { OpenedSession, SessionTokens } from "./sts/session-token.ts";

/** Who an access key belongs to. */
export type Holder = {
  readonly accessKeyId: string;
  readonly asked: CallerOptions;
  readonly session: OpenedSession | undefined; // what STS issued
  readonly callers: BoundedCache<string, Caller>; // by where and with what it calls
};

const CALLERS = 16; // of each access key
const HOLDERS = 1024;

/** The account of who signs with any key, where no world says who there is; other emulators have the same. */
export const OPEN_ACCOUNT = "000000000000";

/**
 * The access keys of a world's principals, and of the sessions that STS issued. `isOpen`: signatures are not looked at, and every other access key is of
 * the root user of an account: of the one that is its id, of `account` otherwise.
 */
export class Identity {
  readonly isOpen: boolean;
  readonly #callers: Callers;
  readonly #sessions: SessionTokens;
  readonly #account: string;
  readonly #keys = new Map<string, KnownKey>();
  readonly #opened = new BoundedCache<string, KnownKey>(HOLDERS);
  readonly #roots = new BoundedCache<string, Holder>(HOLDERS);

  constructor(callers: Callers, sessions: SessionTokens, isOpen: boolean, account: string) {
    this.#callers = callers;
    this.#sessions = sessions;
    this.isOpen = isOpen;
    this.#account = account;
    for (const [name, { accessKeyId, secretAccessKey, sessionToken }] of callers.credentials)
      this.#keys.set(accessKeyId, {
        holder: holderOf(accessKeyId, { principal: name }),
        secretAccessKey,
        sessionToken,
        expiresAt: undefined,
      });
  }

  /** The access keys that the world tells, and whose each is. */
  get names(): readonly { readonly name: string; readonly accessKeyId: string }[] {
    return [...this.#keys].map(([accessKeyId, { holder }]) => ({ name: String(holder.asked.principal), accessKeyId }));
  }

  /** Of who signs with a key that nobody told. */
  get account(): string {
    return this.#account;
  }

  /** `now`: of the clock by which sessions end. */
  finder(now: number): KeyFinder<Holder> {
    return (accessKeyId, token) => this.#find(accessKeyId, token, now);
  }

  #find(accessKeyId: string, token: string | undefined, now: number): FoundKey<Holder> | undefined {
    const key = this.#keys.get(accessKeyId) ?? this.#ofSession(accessKeyId, token);
    if (key !== undefined) {
      const expired = key.expiresAt !== undefined && now >= key.expiresAt;
      const state = isToken(key.sessionToken, token) ? (expired ? "expired" : "fits") : token === undefined ? "missing" : "wrong";
      return { holder: key.holder, secretAccessKey: this.isOpen ? undefined : key.secretAccessKey, token: state };
    }
    if (this.isOpen) return { holder: this.#root(accessKeyId), secretAccessKey: undefined, token: "fits" };
    if (!accessKeyId.startsWith("ASIA")) return undefined;
    return { holder: NOBODY, secretAccessKey: undefined, token: token === undefined ? "missing" : "wrong" };
  }

  #ofSession(accessKeyId: string, token: string | undefined): KnownKey | undefined {
    if (token === undefined || !accessKeyId.startsWith("ASIA")) return undefined;
    const known = this.#opened.get(token);
    if (known !== undefined) return known.holder.accessKeyId === accessKeyId ? known : undefined;
    const session = this.#sessions.open(token, accessKeyId);
    if (session === undefined) return undefined;
    const { secretAccessKey, expiresAt } = session;
    return this.#opened.set(token, {
      holder: holderOf(accessKeyId, session.caller, session),
      secretAccessKey,
      sessionToken: token,
      expiresAt,
    });
  }

  #root(accessKeyId: string): Holder {
    const account = /^\d{12}$/.test(accessKeyId) ? accessKeyId : this.#account;
    return this.#roots.of(accessKeyId, () => holderOf(accessKeyId, { principal: `arn:aws:iam::${account}:root` }));
  }

  /** As whom a request is made; undefined where the world that is there now has nobody for a key that was issued under another. */
  caller(
    { asked, callers, accessKeyId }: Holder,
    region: string,
    { peer, headers }: Pick<Exchange, "peer" | "headers">,
  ): Caller | undefined {
    const userAgent = agentOf(headers.get("user-agent"));
    try {
      const where = `${region} ${peer} ${userAgent}`;
      return callers.get(where) ?? callers.set(where, this.#makeCaller(asked, accessKeyId, region, peer, userAgent));
    } catch (error) {
      if (error instanceof InvalidWorldError) return undefined;
      throw error;
    }
  }

  /** Somebody by name, for who may do anything here: a short name of the world, or an ARN. @throws {InvalidWorldError} for who cannot call. */
  callerNamed(principal: string, region: string, from: { readonly peer: string; readonly userAgent: string | undefined }): Caller {
    return this.#makeCaller({ principal }, undefined, region, from.peer, agentOf(from.userAgent));
  }

  #makeCaller(asked: CallerOptions, accessKeyId: string | undefined, region: string, peer: string, userAgent: string): Caller {
    const partition = partitionOf(region) ?? "aws";
    const context = { "aws:UserAgent": userAgent, "aws:SourceIp": peer, ...asked.context };
    const caller = this.#callers.caller({ ...inPartition(asked, partition, this.isOpen), region, context });
    return { ...caller, agent: { sourceIPAddress: peer, userAgent, ...(accessKeyId !== undefined && { accessKeyId }) } };
  }

  /** The account that an access key belongs to; undefined for one that nobody has. */
  accountOf(accessKeyId: string): string | undefined {
    const known = this.#keys.get(accessKeyId)?.holder.asked.principal;
    if (known === undefined) return this.isOpen ? (/^\d{12}$/.test(accessKeyId) ? accessKeyId : this.#account) : undefined;
    const principal = parsePrincipal(this.#callers.arnOf(typeof known === "string" ? known : known.arn));
    return principal.ok ? principal.value.account : undefined;
  }
}

const isToken = (own: string | undefined, given: string | undefined): boolean =>
  own === undefined || given === undefined ? own === given : sameText(own, given);

const LONGEST_AGENT = 512;

const agentOf = (told: string | undefined): string => (told ?? "-").slice(0, LONGEST_AGENT);

type KnownKey = {
  readonly holder: Holder;
  readonly secretAccessKey: string;
  readonly sessionToken: string | undefined;
  readonly expiresAt: number | undefined;
};

const holderOf = (accessKeyId: string, asked: CallerOptions, session?: OpenedSession): Holder => ({
  accessKeyId,
  asked,
  session,
  callers: new BoundedCache(CALLERS, 2048),
});

const NOBODY = holderOf("", { principal: "anonymous" });

/** The root user that stands for everybody is one of the partition that is called. */
function inPartition(asked: CallerOptions, partition: string, isOpen: boolean): CallerOptions {
  const { principal } = asked;
  if (!isOpen || partition === "aws" || typeof principal !== "string" || !principal.endsWith(":root")) return asked;
  return { ...asked, principal: principal.replace(/^arn:aws:/, `arn:${partition}:`) };
}
