import type { Question } from "../estate/question.ts";
import { parseArn } from "../iam/arn.ts";
import type { PrincipalFacts } from "../iam/request.ts";
import { foldCase } from "../iam/values.ts";
import type { Alike } from "./alike.ts";
import { PAIR } from "./atoms.ts";
import type { Reads } from "./reads.ts";
import type { RecordedCall, RecordedCheck } from "./recorded-call.ts";

/**
 * Whether calls are told apart by every value that a policy reads, by who made those that would break and on which key, or only as far as the policies
 * tell them apart.
 */
export type By = "value" | "name" | "policy";

/**
 * What calls look like to the policies of some worlds: calls of one shape agree in everything that any policy or grant of them reads, so they are decided
 * alike, and one of them is decided for all.
 */
export class Shapes {
  readonly #reads: Reads;
  readonly #alike: Alike;

  constructor(reads: Reads, alike: Alike) {
    this.#reads = reads;
    this.#alike = alike;
  }

  /** Who called, and on which key. */
  names({ checks }: RecordedCall): string {
    const names = checks.map((check) => {
      if ("lacking" in check) return null;
      const { principal, key, resource } = check.question;
      return [typeof principal === "string" ? principal : nameOf(principal), key ?? resource];
    });
    return JSON.stringify(names);
  }

  /** The shape of a call, as a text that is the same for calls of the same shape. */
  of({ recorded, operation, checks }: RecordedCall): string {
    return JSON.stringify([recorded, operation, ...checks.map((check) => this.#ofCheck(check))]);
  }

  #ofCheck(check: RecordedCheck): unknown {
    if ("lacking" in check) return [check.action, check.lacking];
    const { question } = check;
    return [
      question.action,
      this.#ofPrincipal(question.principal),
      question.key === undefined ? question.resource : this.#alike.key(question.key),
      question.viaService,
      question.time === undefined ? null : this.#reads.seenTime(question.time),
      this.#ofContext(question),
      this.#ofPairs(question),
      question.unknown?.filter((name) => this.#reads.key(name)).sort(),
    ];
  }

  #ofPrincipal(given: string | PrincipalFacts): unknown {
    if (typeof given === "string") return given;
    const { arn, userId, roleArn, sourceIdentity, userArn } = given;
    const kind = this.#alike.principal(given);
    return [
      kind ?? (this.#reads.userIds ? arn : nameOf(given)),
      this.#reads.userIds ? userId : userId === undefined,
      kind === undefined ? roleArn : roleArn === undefined,
      userArn,
      this.#reads.key("aws:sourceidentity") ? sourceIdentity : undefined,
    ];
  }

  #ofContext({ context }: Question): unknown {
    const read: unknown[] = [];
    for (const name of Object.keys(context ?? {}).sort()) {
      const value = context?.[name];
      if (this.#reads.key(name)) read.push(name, typeof value === "string" ? this.#reads.seen(name, value) : value);
    }
    return read;
  }

  /** Their names as policies compare them, and of the pairs that something tests what it comes to. */
  #ofPairs({ encryptionContext: pairs }: Question): unknown {
    if (pairs === undefined) return undefined;
    const byName = new Map(Object.entries(pairs).map(([name, value]) => [foldCase(name), value]));
    if (byName.size < Object.keys(pairs).length) return pairs; // a name in two spellings
    const values = this.#reads.pairs.map((name) => {
      const value = byName.get(name);
      return value === undefined ? null : this.#reads.seen(PAIR + name, value);
    });
    return [this.#reads.seenNames(Object.keys(pairs)), ...values];
  }
}

/** Without the name of a session. */
const nameOf = ({ arn, roleArn }: PrincipalFacts): string => {
  const parsed = parseArn(arn);
  if (!parsed?.resource.startsWith("assumed-role/")) return arn;
  return roleArn ?? `arn:${parsed.partition}:iam::${parsed.account}:role/${parsed.resource.split("/")[1]}`;
};
