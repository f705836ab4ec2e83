import type { Code } from "../base/codes.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { pointerStep, shown } from "../base/text.ts";
import { kmsAction } from "../catalog/actions.ts";
import type { FlowParameters } from "../catalog/flow-requests.ts";
import { similarActions } from "../catalog/similar-actions.ts";
import { authorizeData } from "../estate/data/authorize.ts";
import type { DataQuestion } from "../estate/data/question.ts";
import { type FlowQuestion, readFlow } from "../estate/flow.ts";
import type { Question } from "../estate/question.ts";
import type { ReadQuestion, World } from "../estate/world.ts";
import { isAccountId } from "../iam/arn.ts";
import { timeKeys } from "../kms/asked-call.ts";
import type { CaseMembers, Member } from "./case-members.ts";
import { Deciders } from "./deciders.ts";
import { perhapsMisspelt } from "./misspelt.ts";
import { callOf, unfitFor } from "./round-trip.ts";
import type { Check, Expectation, RoundTrip } from "./test-case.ts";

/** Says what is wrong, at a JSON pointer of the test file. */
export type Tell = (code: Code, pointer: string, message: string, help?: string, severity?: Diagnostic["severity"]) => undefined;

type Kind = "action" | "flow" | "roundTrip";
const WAYS = "a case asks one of `action`, `flow` and `roundTrip`";

/** Members that a kind of case has no use for: of `defaults` they are left alone, in the case itself they are a mistake. */
const USELESS: Readonly<Record<Exclude<Kind, "action"> | "data", readonly Member[]>> = {
  flow: ["resource", "encryptionContext", "viaService", "grantTokens", "endpoint"],
  data: ["resource", "encryptionContext", "viaService", "grantTokens", "account"],
  roundTrip: ["principal", "resource"],
};

/**
 * Makes what is tried of what is written, with every name looked up: what leads nowhere is told at its place, for a test that asks about nobody would pass
 * where a deny is expected.
 */
export class CaseChecks {
  readonly #world: World;
  readonly #tell: Tell;
  #deciders: Deciders | undefined;

  constructor(world: World, tell: Tell) {
    this.#world = world;
    this.#tell = tell;
  }

  /** Undefined, and told, where a case cannot be tried. */
  of(members: CaseMembers): Check | undefined {
    const kind = this.#kind(members);
    const expect = this.#expectation(members);
    if (kind === undefined || expect === undefined || !this.#hasAccount(members)) return undefined;
    const isData = kind === "flow" && members.get("on") !== undefined;
    if (kind !== "flow" && members.own("on") !== undefined)
      this.#tell("KW605", members.pointerOf("on"), `\`on\` does not go with \`${kind}\``, "it belongs to a case with a `flow`");
    if (kind === "action") return this.#request(members, expect);
    for (const member of USELESS[isData ? "data" : kind]) {
      if (members.own(member) !== undefined)
        this.#tell(
          "KW605",
          members.pointerOf(member),
          `\`${member}\` does not go with \`${kind}\``,
          "it belongs to a case with an `action`",
        );
    }
    if (isData) return this.#data(members, expect);
    if (members.get("unknown") !== undefined)
      this.#tell("KW605", members.pointerOf("unknown"), `\`unknown\` does not go with \`${kind}\``, "ask for the actions one by one");
    return kind === "flow" ? this.#flow(members, expect) : this.#roundTrip(members, expect);
  }

  #kind(members: CaseMembers): Kind | undefined {
    const { entry, pointer } = members;
    const own = (["action", "flow", "roundTrip"] as const).filter(
      (kind) => (kind === "action" ? members.own("action") : entry[kind]) !== undefined,
    );
    if (own.length > 1) return this.#tell("KW600", pointer, `the case asks ${own.map((kind) => `\`${kind}\``).join(" and ")}`, WAYS);
    if (own[0] !== undefined) return own[0];
    return members.get("action") === undefined ? this.#tell("KW600", pointer, "the case asks nothing", WAYS) : "action";
  }

  #expectation(members: CaseMembers): Expectation | undefined {
    const given = members.get("expect");
    if (given === undefined)
      return this.#tell(
        "KW601",
        members.pointer,
        "the case does not say what it expects",
        "give it `expect`, or the file `defaults: { expect: … }`",
      );
    const because = members.get("because") ?? [];
    const { outcome, via } = typeof given === "string" ? { outcome: given, via: undefined } : given;
    const expect = { outcome, ...(via !== undefined && { via }), because: typeof because === "string" ? [because] : because };
    if (outcome !== "implicit-deny" && outcome !== "undetermined") return expect;
    for (const [member, isTold] of [
      ["because", expect.because.length > 0],
      ["via", via !== undefined],
    ] as const) {
      if (isTold)
        this.#tell(
          "KW607",
          this.#expectPointer(members, member),
          `nothing decides an answer that is ${outcome}`,
          "leave `because` and `via` out",
        );
    }
    return expect;
  }

  #expectPointer(members: CaseMembers, member: "because" | "via", index?: number): string {
    if (member === "via") return pointerStep(members.pointerOf("expect"), "via");
    const pointer = members.pointerOf("because");
    return index === undefined || typeof members.get("because") === "string" ? pointer : pointerStep(pointer, index);
  }

  /** Names of `because` and `via` that nothing has. `more` are grants that the case itself makes. */
  #deciding(members: CaseMembers, { because, via }: Expectation, more: Parameters<Deciders["flawOf"]>[2] = []): void {
    if (because.length === 0 && via === undefined) return;
    this.#deciders ??= new Deciders(this.#world);
    const names = [...because.map((name, i) => ["because", name, i] as const), ...(via === undefined ? [] : [["via", via, 0] as const])];
    for (const [member, name, index] of names) {
      const flaw = this.#deciders.flawOf(name, member, more);
      if (flaw !== undefined) this.#tell("KW603", this.#expectPointer(members, member, index), flaw.message, flaw.help);
    }
  }

  #request(members: CaseMembers, expect: Expectation): Check | undefined {
    const principal = members.get("principal");
    const action = members.get("action") ?? "";
    const target = members.target();
    if (principal === undefined) return this.#noPrincipal(members);
    if (target.both) return this.#tell("KW605", members.pointerOf("resource"), "`key` and `resource` are both given", "leave one out");
    const question: Question = { principal, action, ...target, ...this.#common(members), ...given("unknown", members.get("unknown")) };
    const pairs = members.get("encryptionContext");
    const asked = pairs === undefined ? question : { ...question, encryptionContext: pairs };
    this.#deciding(members, expect);
    const read = this.#world.read(asked);
    if (!read.ok) return this.#invalid(read.error, (pointer) => this.#askedPointer(members, pointer));
    this.#warn(read.value, (pointer) => this.#askedPointer(members, pointer));
    this.#action(members, action);
    this.#misspelt(asked, read.value.notes, (member) => members.pointerOf(member));
    return { kind: "request", question: asked, expect };
  }

  #hasAccount(members: CaseMembers): boolean {
    const account = members.get("account");
    if (account === undefined || isAccountId(account)) return true;
    this.#tell("KW104", members.pointerOf("account"), `${shown(account)} is not a 12-digit account id`);
    return false;
  }

  #noPrincipal({ pointer }: CaseMembers): undefined {
    return this.#tell("KW600", pointer, "nobody asks: `principal` is missing", "give it to the case, or to `defaults`");
  }

  /** The engine denies what it does not know, so a typing error would go unseen. */
  #action(members: CaseMembers, action: string): void {
    if (!/^kms:/i.test(action) || kmsAction(action) !== undefined) return;
    const near = similarActions(action);
    const help = near.length === 0 ? undefined : `did you mean ${near.map((name) => `\`${name}\``).join(" or ")}?`;
    this.#tell("KW402", members.pointerOf("action"), `AWS KMS has no action ${shown(action)}`, help);
  }

  #common(members: CaseMembers): RoundTrip["common"] {
    return {
      ...given("context", members.get("context")),
      ...given("viaService", members.get("viaService")),
      ...given("grantTokens", members.get("grantTokens")),
      ...given("endpoint", members.get("endpoint")),
      ...given("time", members.get("time")),
      ...given("resourceAccount", members.get("account")),
    };
  }

  /** The one flow that a case names, with its parameters. */
  #flowOf(members: CaseMembers): readonly [flow: string, parameters: FlowParameters | null] | undefined {
    const [named, ...others] = Object.entries(members.entry.flow ?? {});
    if (named !== undefined && others.length === 0) return named;
    const message = `\`flow\` names ${named === undefined ? "no flow" : `${others.length + 1} flows`}`;
    return this.#tell("KW600", pointerStep(members.pointer, "flow"), message, "a case asks one");
  }

  /** A flow on a resource. */
  #data(members: CaseMembers, expect: Expectation): Check | undefined {
    const named = this.#flowOf(members);
    const principal = members.get("principal");
    if (named === undefined) return undefined;
    if (principal === undefined) return this.#noPrincipal(members);
    const [flow, parameters] = named;
    const question: DataQuestion = {
      flow,
      on: members.get("on") ?? "",
      principal,
      ...(parameters !== null && { parameters }),
      ...given("key", members.own("key")), // `defaults` name keys for other cases
      ...given("context", members.get("context")),
      ...given("unknown", members.get("unknown")),
      ...given("time", members.get("time")),
      ...given("endpoint", members.get("endpoint")),
    };
    const flowPointer = pointerStep(pointerStep(members.pointer, "flow"), flow);
    const placed = (at: string) =>
      at === "/flow"
        ? flowPointer
        : at.startsWith("/parameters")
          ? flowPointer + at.slice("/parameters".length)
          : this.#askedPointer(members, at);
    const answer = authorizeData(this.#world, question);
    if (!answer.ok) return this.#invalid(answer.error, placed);
    const { calls } = answer.value;
    this.#deciding(
      members,
      expect,
      calls.flatMap(({ step }) => step?.creates ?? []),
    );
    return { kind: "data", question, expect };
  }

  #flow(members: CaseMembers, expect: Expectation): Check | undefined {
    const pointer = pointerStep(members.pointer, "flow");
    const named = this.#flowOf(members);
    if (named === undefined) return undefined;
    const [flow, parameters] = named;
    const principal = members.get("principal");
    const { key } = members.target();
    if (principal === undefined) return this.#noPrincipal(members);
    if (key === undefined)
      return this.#tell("KW600", members.pointer, "no `key` is named for the flow", "give it to the case, or to `defaults`");
    const context = { ...members.get("context"), ...timeKeys(members.get("time")) };
    const question: FlowQuestion = {
      flow,
      ...(parameters !== null && { parameters }),
      principal,
      key,
      ...given("account", members.get("account")),
      ...(Object.keys(context).length > 0 && { context }),
    };
    const steps = readFlow(this.#world, question);
    const flowPointer = pointerStep(pointer, flow);
    const placed = (at: string) =>
      at === "/flow"
        ? flowPointer
        : at.startsWith("/parameters")
          ? flowPointer + at.slice("/parameters".length)
          : this.#askedPointer(members, at);
    if (!steps.ok) return this.#invalid(steps.error, placed);
    for (const step of steps.value) this.#warn(step, placed);
    this.#deciding(
      members,
      expect,
      steps.value.flatMap(({ creates }) => creates ?? []),
    );
    return { kind: "flow", question, expect };
  }

  #roundTrip(members: CaseMembers, expect: Expectation): Check | undefined {
    const trip = members.entry.roundTrip;
    const pointer = pointerStep(members.pointer, "roundTrip");
    const key = trip?.key ?? members.target().key;
    if (trip === undefined || key === undefined)
      return this.#tell("KW600", pointer, "no `key` is named for the round trip", "give it to the case, or to `defaults`");
    if (expect.outcome === "undetermined")
      return this.#tell("KW607", members.pointerOf("expect"), "a round trip is really made, so it is never undetermined");
    const pairs = trip.encryptionContext ?? members.get("encryptionContext");
    const roundTrip: RoundTrip = {
      writer: trip.writer,
      reader: trip.reader,
      key,
      ...given("with", trip.with),
      ...given("encryptionContext", pairs),
      ...given("readerContext", trip.readerContext),
      common: this.#common(members),
    };
    const keyPointer = trip.key === undefined ? members.pointerOf("key") : pointerStep(pointer, "key");
    for (const role of ["writer", "reader"] as const) {
      const question = callOf(this.#world, roundTrip, role);
      const read = this.#world.read(question);
      const own = pointerStep(pointer, role);
      const placed = (at: string) => (at === "/principal" ? own : at === "/key" ? keyPointer : this.#askedPointer(members, at));
      if (!read.ok) return this.#invalid(read.error, placed);
      this.#warn(read.value, placed);
      this.#misspelt(question, read.value.notes, (member) =>
        member === "principal" ? own : member === "key" ? keyPointer : members.pointerOf(member),
      );
    }
    const unfit = unfitFor(this.#world, roundTrip);
    const unfitAt = { key: keyPointer, with: pointerStep(pointer, "with") };
    if (unfit !== undefined) return this.#tell("KW606", unfitAt[unfit.part], unfit.why);
    this.#deciding(members, expect);
    return { kind: "roundTrip", roundTrip, expect };
  }

  #misspelt(question: Question, notes: readonly string[], pointerOf: (member: Member) => string): void {
    for (const { member, part, message, help } of perhapsMisspelt(this.#world, question, notes.length > 0)) {
      const pointer = pointerOf(member);
      this.#tell("KW609", part === undefined ? pointer : pointerStep(pointer, part), message, help, "warning");
    }
  }

  #warn({ warnings }: Pick<ReadQuestion, "warnings">, placed: (pointer: string) => string): void {
    for (const { code, at, message, help, severity } of warnings) this.#tell(code, placed(at.pointer), message, help, severity);
  }

  #invalid(diagnostics: readonly Diagnostic[], placed: (pointer: string) => string): undefined {
    for (const { code, at, message, help } of diagnostics) this.#tell(code, placed(at.pointer), message, help);
    return undefined;
  }

  /** Where what a question calls so was written: `/context/aws:SourceIp` of a question is in the case's context, or that of `defaults`. */
  #askedPointer(members: CaseMembers, pointer: string): string {
    const [, name = ""] = pointer.split("/", 2);
    const member = name === "resourceAccount" ? "account" : name === "resource" && members.target().key !== undefined ? "key" : name;
    const written = members.pointerOf(member as Member);
    return written === members.pointer ? written : written + pointer.slice(name.length + 1);
  }
}

const given = <K extends string, T>(name: K, value: T | undefined): { readonly [P in K]?: T } =>
  (value === undefined ? {} : { [name]: value }) as { readonly [P in K]?: T };
