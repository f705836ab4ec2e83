import { operation as catalogOperation } from "../../catalog/operations.ts";
import { error } from "../../kms/errors.ts";
import { refuseOnly, toReply, type WireCall } from "../../wire/wire.ts";
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
      return (await this.#refusal(call, signer)) ?? this.#passed(await this.#upstream.forward(exchange), call);
    }
    const answer = await this.#upstream.forward(exchange);
    if (answer.status !== 200) return answer;
    const named = membersOf(answer)[told];
    return (await this.#refusal({ ...call, members: { ...members, [member]: named } }, signer)) ?? answer;
  }

  #passed(answer: Answer, { row }: WireCall): Answer {
    if (catalogOperation(row.name)?.readOnly !== true) this.#known = new Set();
    return answer;
  }

  async #refusal(call: WireCall, signer: Signer): Promise<Answer | undefined> {
    const members = call.members as Readonly<Record<string, unknown>>;
    for (const name of NAMES) {
      const value = members[name];
      if (typeof value === "string" && value !== "") await this.#learn(value, signer);
    }
    const reply = await refuseOnly(this.#standing.site.service, call, signer.caller);
    return reply && sent(toReply(call.row.name, reply));
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
