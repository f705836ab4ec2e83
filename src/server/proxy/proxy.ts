import { operation as catalogOperation } from "../../catalog/operations.ts";
import type { Passing } from "../../kms/dispatch.ts";
import { error, isErrorName, type KmsError } from "../../kms/errors.ts";
import { passedCall, refuseOnly, toReply, type WireCall } from "../../wire/wire.ts";
import { refused, type Signer, sent } from "../aws-json.ts";
import type { Answer, Exchange } from "../exchange.ts";
import type { Standing } from "../standing.ts";
import { shadowOf, type Told } from "./shadow.ts";
import { membersOf, type Upstream, UpstreamError } from "./upstream.ts";

/** Members that name a key, or an alias that stands for one. */
const NAMES = ["KeyId", "SourceKeyId", "DestinationKeyId", "TargetKeyId", "AliasName"] as const;

/** Whose key is known by the ciphertext alone: the answer names it, and nothing is changed by asking. */
const BY_CIPHERTEXT: Readonly<Record<string, readonly [member: string, told: string]>> = {
  Decrypt: ["KeyId", "KeyId"],
  ReEncrypt: ["SourceKeyId", "SourceKeyId"],
};

const MOST_PAGES = 100;

/**
 * Policies and grants in front of a KMS that has none of them: each call is authorized here, by what the other one tells of its keys, and then made there
 * as it came. What is known of keys is asked for anew after every call that changes something.
 */
export class AuthorizingProxy {
  readonly #upstream: Upstream;
  readonly #standing: Standing;
  readonly #realNow: () => number;
  #known = new Set<string>();

  constructor(upstream: Upstream, standing: Standing, realNow: () => number) {
    this.#upstream = upstream;
    this.#standing = standing;
    this.#realNow = realNow;
  }

  /** An upstream that does not answer is a fault that clients try again. */
  readonly forward = async (exchange: Exchange, call: WireCall, signer: Signer): Promise<Answer> => {
    try {
      return await this.#forward(exchange, call, signer);
    } catch (thrown) {
      if (!(thrown instanceof UpstreamError)) throw thrown;
      return refused(error("KMSInternalException", "The KMS behind this endpoint does not answer."), exchange.requestId);
    }
  };

  async #forward(exchange: Exchange, call: WireCall, signer: Signer): Promise<Answer> {
    const members = call.members as Readonly<Record<string, unknown>>;
    const [member, told] = BY_CIPHERTEXT[call.row.name] ?? [];
    if (member === undefined || told === undefined || members[member] !== undefined) {
      const checked = await this.#check(call, signer);
      if (!("tell" in checked)) return checked;
      if (catalogOperation(call.row.name)?.readOnly !== true) this.#known = new Set(); // whatever becomes of it
      return passed(await this.#upstream.forward(exchange), checked, exchange);
    }
    const answer = await this.#upstream.forward(exchange);
    if (answer.status !== 200) return passed(answer, passedCall(this.#standing.site.service, call, signer.caller), exchange);
    const named = membersOf(answer)[told];
    const checked = await this.#check({ ...call, members: { ...members, [member]: named } }, signer);
    return "tell" in checked ? passed(answer, checked, exchange) : checked;
  }

  async #check(call: WireCall, signer: Signer): Promise<Answer | Passing> {
    const members = call.members as Readonly<Record<string, unknown>>;
    for (const name of NAMES) {
      const value = members[name];
      if (typeof value === "string" && value !== "") await this.#learn(value, signer);
    }
    const checked = await refuseOnly(this.#standing.site.service, call, signer.caller);
    return "tell" in checked ? checked : sent(toReply(call.row.name, checked));
  }

  async #learn(keyId: string, { accessKeyId, region, caller }: Signer): Promise<void> {
    const name = `${caller.account} ${region} ${keyId}`;
    if (this.#known.has(name)) return;
    const ask = (operation: string, input: object) => this.#upstream.ask(operation, input, accessKeyId, region, this.#realNow());
    const described = await ask("DescribeKey", { KeyId: keyId });
    const metadata = described?.KeyMetadata as Told["metadata"] | undefined;
    if (metadata === undefined) return;
    const id = { KeyId: metadata.KeyId };
    const policy = await ask("GetKeyPolicy", { ...id, PolicyName: "default" });
    if (typeof policy?.Policy !== "string") return;
    const grants = await this.#pages(ask, "ListGrants", "Grants", id);
    const aliases = await this.#pages(ask, "ListAliases", "Aliases", id);
    const tags = await this.#pages(ask, "ListResourceTags", "Tags", id);
    const told: Told = {
      metadata,
      policy: policy.Policy,
      grants,
      aliases: aliases.map(({ AliasName }) => String(AliasName)),
      tags: tags as unknown as Told["tags"],
    };
    const { store, ports } = this.#standing.site.service;
    await store.commit(shadowOf(told, ports.now()));
    this.#known.add(name);
  }

  async #pages(
    ask: (operation: string, input: object) => Promise<Readonly<Record<string, unknown>> | undefined>,
    operation: string,
    member: string,
    id: object,
  ) {
    const all: Readonly<Record<string, unknown>>[] = [];
    let Marker: unknown;
    for (let page = 0; page < MOST_PAGES; page++) {
      const answer = await ask(operation, { ...id, ...(Marker !== undefined && { Marker }) });
      all.push(...((answer?.[member] as Readonly<Record<string, unknown>>[] | undefined) ?? []));
      Marker = answer?.NextMarker;
      if (answer?.Truncated !== true || Marker === undefined) break;
    }
    return all;
  }
}

/** Told to the audit log under the request id that the client sees; one without is given ours. */
function passed(answer: Answer, passing: Passing, { requestId }: Exchange): Answer {
  const { [REQUEST_ID]: exact, ...headers } = answer.headers;
  const told = exact ?? Object.entries(headers).find(([name]) => name.toLowerCase() === REQUEST_ID.toLowerCase())?.[1] ?? requestId;
  passing.tell(told, failureIn(answer));
  const kept = Object.entries(headers).filter(([name]) => name.toLowerCase() !== REQUEST_ID.toLowerCase());
  return { ...answer, headers: { ...Object.fromEntries(kept), [REQUEST_ID]: told } };
}

const REQUEST_ID = "x-amzn-RequestId";

/** What the other one refused it with, in the words of AWS KMS; an error that those do not have is a fault of its own. */
function failureIn(answer: Answer): KmsError | undefined {
  if (answer.status === 200) return undefined;
  try {
    const { __type: type, message, Message = message } = membersOf(answer);
    const name = typeof type === "string" ? type.slice(type.lastIndexOf("#") + 1).split(":", 1)[0] : undefined;
    if (name !== undefined && isErrorName(name)) return error(name, typeof Message === "string" ? Message : undefined);
  } catch (thrown) {
    if (!(thrown instanceof UpstreamError)) throw thrown;
  }
  return error("KMSInternalException");
}
