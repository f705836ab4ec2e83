import type { Result } from "../../base/result.ts";
import type { Caller } from "../../kms/caller.ts";
import type { Exchange } from "../exchange.ts";
import type { Holder, Identity } from "../identity.ts";
import type { Site } from "../site.ts";
import type { StsParameters } from "./parameters.ts";
import type { StsError, StsResult } from "./reply.ts";
import type { SessionTokens } from "./session-token.ts";

/** One signed request of STS, and all that its action may look at. */
export type StsRequest = {
  readonly parameters: StsParameters;
  readonly holder: Holder;
  readonly caller: Caller;
  readonly region: string;
  readonly exchange: Exchange;
  readonly site: Site;
  readonly identity: Identity;
  readonly sessions: SessionTokens;
  readonly now: number; // of the clock by which sessions end
};

/** What an action gives, and what CloudTrail tells of it. */
export type StsOutcome = { readonly result: StsResult; readonly told?: StsTold };

export type StsTold = {
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly response?: Readonly<Record<string, unknown>>;
  readonly resources?: readonly { readonly accountId: string; readonly type: "AWS::IAM::Role"; readonly ARN: string }[];
};

export type StsAction = (request: StsRequest) => Result<StsOutcome, StsError>;

/** As AWS writes it: without milliseconds. */
export const isoTime = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`;
