import type { Question } from "../estate/question.ts";
import { parseArn } from "../iam/arn.ts";
import type { PrincipalFacts } from "../iam/request.ts";
import type { Reads } from "./reads.ts";
import type { RecordedCall, RecordedCheck } from "./recorded-call.ts";

/**
 * What calls look like to the policies of some worlds: calls of one shape agree in everything that any policy or grant of them reads, so they are decided
 * alike, and one of them is decided for all.
 */
export class Shapes {
  readonly #reads: Reads;

  constructor(reads: Reads) {
    this.#reads = reads;
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
      question.key ?? question.resource,
      question.viaService,
      this.#reads.time ? question.time : question.time === undefined,
      this.#ofContext(question),
      this.#ofPairs(question),
      question.unknown?.filter((name) => this.#reads.key(name)).sort(),
    ];
  }

  #ofPrincipal(given: string | PrincipalFacts): unknown {
    if (typeof given === "string") return given;
    const { arn, userId, roleArn, sourceIdentity, userArn } = given;
    const who = this.#reads.userIds ? arn : withoutSession(arn, roleArn);
    return [
      who,
      this.#reads.userIds ? userId : userId === undefined,
      roleArn,
      userArn,
      this.#reads.key("aws:sourceidentity") ? sourceIdentity : undefined,
    ];
  }

  #ofContext({ context }: Question): unknown {
    const read: unknown[] = [];
    for (const name in context) if (this.#reads.key(name)) read.push(name, context[name]);
    return read;
  }

  /** Names matter wherever the list of them is read or a grant compares all pairs; values only of the names that something tests. */
  #ofPairs({ encryptionContext }: Question): unknown {
    if (encryptionContext === undefined) return undefined;
    const names = Object.keys(encryptionContext).sort();
    return names.map((name) => (this.#reads.pair(name) ? [name, encryptionContext[name]] : name));
  }
}

const withoutSession = (arn: string, roleArn: string | undefined): string => {
  const parsed = parseArn(arn);
  if (!parsed?.resource.startsWith("assumed-role/")) return arn;
  return roleArn ?? `arn:${parsed.partition}:iam::${parsed.account}:role/${parsed.resource.split("/")[1]}`;
};
