import { parseArn } from "../iam/arn.ts";
import type { Policy, Statement } from "../iam/policy.ts";
import type { PrincipalFacts } from "../iam/request.ts";
import { foldCase } from "../iam/values.ts";
import { matchesPattern, parsePattern } from "../iam/wildcard.ts";
import { actionsOf, CRYPTOGRAPHY } from "../replay/action-patterns.ts";
import { names, type Use } from "../replay/unused.ts";
import { reasonToKeep } from "./reasons.ts";

/** The document of a policy, as JSON has it. */
export type Document = { Statement: StatementDocument | StatementDocument[] } & Record<string, unknown>;
export type StatementDocument = Record<string, unknown>;

/** One right less, and why. `last`: when it was last needed, before the time that counts; undefined: never in the span. */
export type Edit = {
  readonly policy?: string; // absent: the key policy
  readonly statement: string;
  readonly text: string;
  readonly why: string;
  readonly last?: string;
};

/** What is left as it is though no call needed it, and why. */
export type Kept = { readonly policy?: string; readonly statement: string; readonly why: string };

export type Edited = { readonly document: Document; readonly edits: readonly Edit[]; readonly kept: readonly Kept[] };

/** What is told of how far to go. */
export type How = {
  readonly keep: readonly string[]; // Sids, principals, actions, names of pairs of the encryption context, grants: stay as they are
  readonly wildcards: boolean; // false: what patterns stand for is written out, as far as it was needed
};

/** A policy to be made narrower. `use`: what of it was needed in the time that counts; `ever`: in the whole log. */
export type Subject = {
  readonly policy: Policy;
  readonly text: string;
  readonly account: string | undefined; // of the key; undefined for an identity policy
  readonly use: (statement: number) => Use | undefined;
  readonly ever: (statement: number) => Use | undefined;
};

/**
 * A policy without the cryptography that no recorded call needed: statements that none needed go, others keep the actions, principals and values that were
 * needed. Structure, order and Sids stay; delegation to the account, administration, and statements with `NotAction` or `NotPrincipal` are kept as they are.
 */
export function tightened(subject: Subject, how: How): Edited {
  const { policy, text } = subject;
  const document = JSON.parse(text) as Document;
  const given = [document.Statement].flat();
  const edits: Edit[] = [];
  const kept: Kept[] = [];
  const name = subject.account === undefined ? { policy: policy.name } : {};
  const statements = given.flatMap((statement, i) => {
    const parsed = policy.statements.find(({ ref }) => ref.statement === i);
    if (parsed?.effect !== "Allow") return [statement];
    const title = parsed.ref.sid ?? `statement ${i + 1}`;
    const [use, ever] = [subject.use(i), subject.ever(i)];
    const reason = reasonToKeep(parsed, subject.account, use !== undefined, how);
    if (reason !== undefined) {
      if (use === undefined && isAboutKms(parsed)) kept.push({ ...name, statement: title, why: reason });
      return [statement];
    }
    const narrower = new Narrowed(statement, parsed, { use, ever, how, isKeyPolicy: subject.account !== undefined });
    edits.push(...narrower.edits.map((edit) => ({ ...name, statement: title, ...edit })));
    return narrower.document === undefined ? [] : [narrower.document];
  });
  return {
    document: { ...document, Statement: Array.isArray(document.Statement) ? statements : (statements[0] ?? []) },
    edits,
    kept,
  };
}

const isAboutKms = ({ action }: Statement): boolean => action?.members.some((text) => /^kms:|^\*$/i.test(text)) === true;

/** What cryptography needs beside itself, and nobody needs without it. */
const COMPANIONS: ReadonlySet<string> = new Set(["kms:DescribeKey", "kms:GetPublicKey"]);

type Circumstances = { readonly use: Use | undefined; readonly ever: Use | undefined; readonly how: How; readonly isKeyPolicy: boolean };
type Change = Pick<Edit, "text" | "why" | "last">;

/** One statement, and what of it is left. `document` is undefined where nothing is. */
class Narrowed {
  readonly document: StatementDocument | undefined;
  readonly edits: Change[] = [];
  readonly #use: Use | undefined;
  readonly #ever: Use | undefined;
  readonly #how: How;

  constructor(given: StatementDocument, parsed: Statement, { use, ever, how, isKeyPolicy }: Circumstances) {
    this.#use = use;
    this.#ever = ever;
    this.#how = how;
    const result = { ...given };
    const actions = this.#actions(parsed);
    if (actions.length === 0) {
      this.edits.length = 0;
      this.#add("removed", ever?.last);
      return;
    }
    const isChanged = actions.length !== parsed.action?.members.length || actions.some((action, i) => action !== parsed.action?.members[i]);
    if (isChanged) result.Action = actions.length === 1 && typeof given.Action === "string" ? actions[0] : [...new Set(actions)];
    if (use !== undefined) {
      if (isKeyPolicy && !isAdministered(parsed)) result.Principal = this.#principals(given.Principal);
      if (typeof given.Condition === "object" && given.Condition !== null) result.Condition = this.#conditions(given.Condition as Blocks);
    }
    this.document = result;
  }

  #add(text: string, last: string | undefined): void {
    const why = last === undefined || last === "" ? "never needed in the span" : `last needed ${last}, before the time that counts`;
    this.edits.push({ text, why, ...(last !== undefined && last !== "" && { last }) });
  }

  /** Of several rights the one that was needed last. */
  #lastOf(actions: readonly string[]): string | undefined {
    return actions
      .map((action) => this.#ever?.actions.get(action) ?? "")
      .sort()
      .at(-1);
  }

  #actions({ action }: Statement): readonly string[] {
    const members = action?.members ?? [];
    const isNeeded = (one: string) => this.#use?.actions.has(one) === true || this.#keeps(one);
    const all = members.flatMap(actionsOf);
    const isIdle = !all.some(isNeeded) && all.some((one) => CRYPTOGRAPHY.has(one));
    return members.flatMap((text) => {
      if (!/^kms:/i.test(text)) return [text]; // of other services, and everything
      const meant = actionsOf(text);
      const needed = meant.filter((one) => isNeeded(one) || (!CRYPTOGRAPHY.has(one) && !(isIdle && COMPANIONS.has(one))));
      const isPattern = /[*?]/.test(text);
      if (needed.length === meant.length && (this.#how.wildcards || !isPattern || meant.length === 0)) return [text];
      const gone = meant.filter((one) => !needed.includes(one));
      const short = (list: readonly string[]) => list.map((one) => one.replace("kms:", "")).join(", ");
      if (needed.length === 0) this.#add(`without ${text}`, this.#lastOf(gone));
      else if (gone.length === 0)
        this.edits.push({ text: `${text} is written out: ${short(needed)}`, why: "what AWS adds to the pattern later is not meant" });
      else this.#add(`${text} becomes ${short(needed)}: without ${short(gone)}`, this.#lastOf(gone));
      return needed;
    });
  }

  #keeps(text: string): boolean {
    return this.#how.keep.some((one) => matchesPattern(parsePattern(foldCase(one)), foldCase(text)));
  }

  /** Services stay: who is behind them no list of callers tells. */
  #principals(principal: unknown): unknown {
    if (principal === "*" || (typeof principal === "object" && principal !== null && (principal as StatementDocument).AWS === "*"))
      return this.#writtenOut(principal, ["*"]) ?? principal;
    if (typeof principal !== "object" || principal === null) return principal;
    const { AWS, ...others } = principal as StatementDocument;
    const texts = [AWS].flat().filter((one): one is string => typeof one === "string");
    const callers = [...(this.#use?.principals.values() ?? [])];
    const isOne = (text: string) => /^arn:/.test(text) && parseArn(text)?.resource !== "root";
    const gone = texts.filter((text) => isOne(text) && !this.#keeps(text) && !callers.some(({ facts }) => names(text, facts)));
    const left = texts.filter((text) => !gone.includes(text));
    if (left.length === 0 && Object.keys(others).length === 0) return principal;
    for (const text of gone) this.#add(`without ${text}`, this.#lastBy(text));
    const accounts = left.filter((text) => !isOne(text));
    const exact = accounts.length === 0 ? undefined : this.#recorded(accounts);
    const kept = exact === undefined ? left : [...left.filter(isOne), ...exact];
    if (exact !== undefined)
      this.edits.push({ text: `${accounts.join(", ")} becomes ${exact.join(", ")}`, why: "nobody else of it was there in the span" });
    if (gone.length === 0 && exact === undefined) return principal;
    return kept.length === 0 ? others : { AWS: kept.length === 1 ? kept[0] : [...new Set(kept)], ...others };
  }

  #writtenOut(principal: unknown, texts: readonly string[]): unknown {
    const exact = this.#recorded(texts);
    if (exact === undefined) return undefined;
    this.edits.push({ text: `everybody becomes ${exact.join(", ")}`, why: "nobody else was there in the span" });
    return { ...(typeof principal === "object" ? principal : {}), AWS: exact.length === 1 ? exact[0] : exact };
  }

  #lastBy(text: string): string | undefined {
    return [...(this.#ever?.principals.values() ?? [])]
      .filter(({ facts }) => names(text, facts))
      .map(({ last }) => last)
      .sort()
      .at(-1);
  }

  /** Whom principals that stand for many stood for: undefined where they are to stay, or a caller is none that a policy can name. */
  #recorded(texts: readonly string[]): readonly string[] | undefined {
    if (this.#how.wildcards || texts.some((text) => this.#keeps(text))) return undefined;
    const callers = [...(this.#use?.principals.values() ?? [])].filter(({ facts }) => texts.some((text) => names(text, facts)));
    const arns = callers.map(({ facts }) => nameOf(facts));
    const all = [...new Set(arns)].sort();
    return all.length === 0 || all.length > MOST_NAMES || all.includes(undefined) ? undefined : (all as string[]);
  }

  #conditions(blocks: Blocks): Blocks {
    return Object.fromEntries(
      Object.entries(blocks).map(([operator, pairs]) => {
        if (!/^String(?:Equals|EqualsIgnoreCase|Like)$/i.test(operator) || typeof pairs !== "object" || pairs === null)
          return [operator, pairs];
        return [operator, Object.fromEntries(Object.entries(pairs).map(([key, values]) => [key, this.#values(key, values)]))];
      }),
    );
  }

  /** Values of what every record tells: pairs of the encryption context, and the service that forwarded a call. */
  #values(key: string, given: unknown): unknown {
    const name = foldCase(key);
    const pair = /^kms:encryptioncontext:(.+)$/.exec(name)?.[1];
    const values = [given].flat();
    const seen = [...(this.#use?.values.get(name) ?? [])];
    if ((pair === undefined && name !== "kms:viaservice") || seen.length === 0 || !values.every((one) => typeof one === "string"))
      return given;
    if (pair !== undefined && this.#keeps(pair)) return given;
    const isOpen = (value: string) => /[*?]|\$\{/.test(value);
    const fits = (value: string) => seen.some((one) => isSameValue(pair, value, one));
    const left = values.filter((value) => isOpen(value) || fits(value));
    const gone = values.filter((value) => !left.includes(value));
    const patterns = left.filter((value) => /[*?]/.test(value) && !value.includes("${"));
    const rest = seen.filter((one) => !left.some((value) => !isOpen(value) && isSameValue(pair, value, one)));
    const exact =
      !this.#how.wildcards &&
      patterns.length > 0 &&
      pair !== "aws:s3:arn" &&
      seen.length <= MOST_NAMES &&
      !rest.some((one) => /[*?$]/.test(one));
    if (left.length === 0 || (gone.length === 0 && !exact)) return given;
    if (gone.length > 0) this.#add(`${key} without ${gone.join(", ")}`, undefined);
    if (!exact) return left.length === 1 ? left[0] : left;
    this.edits.push({ text: `${key}: ${patterns.join(", ")} becomes ${rest.join(", ")}`, why: "no other value was there in the span" });
    const all = [...new Set([...left.filter((value) => !patterns.includes(value)), ...rest])];
    return all.length === 1 ? all[0] : all;
  }
}

type Blocks = Readonly<Record<string, unknown>>;
const MOST_NAMES = 20;

/** Somebody as a policy can name him: a role, not its session; a user. */
function nameOf({ arn, roleArn }: PrincipalFacts): string | undefined {
  if (roleArn !== undefined) return roleArn;
  return /^arn:[^:]*:iam::\d{12}:(?:role|user)\//.test(arn) ? arn : undefined;
}

/** Of S3 the object's ARN, and with a bucket key the bucket's, stand for the same use (S3 User Guide, bucket keys). */
function isSameValue(pair: string | undefined, value: string, seen: string): boolean {
  if (foldCase(value) === foldCase(seen)) return true;
  const bucketOf = (arn: string) => arn.split("/", 1)[0];
  return pair === "aws:s3:arn" && bucketOf(value) === bucketOf(seen);
}

/** Whether a statement is for administration too, by name: whoever is in it may be needed on a rare day. */
const isAdministered = ({ action }: Statement): boolean =>
  action?.members.some((text) => {
    const meant = actionsOf(text);
    const rare = meant.filter((one) => !CRYPTOGRAPHY.has(one) && !COMPANIONS.has(one) && !/Grants?$/.test(one));
    return rare.length > 0 && (meant.length === 1 || rare.length > 10);
  }) === true;
