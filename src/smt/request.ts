import { kmsAction } from "../catalog/actions.ts";
import type { ConditionKey } from "../catalog/condition-key.ts";
import { conditionKey, isAvailable } from "../catalog/condition-keys.ts";
import { GRANT_OPERATIONS } from "../catalog/grant-operations.ts";
import { algorithmsFor, DATA_KEY_PAIR_SPECS } from "../catalog/key-specs.ts";
import { REQUEST_DEFAULTS } from "../catalog/request-defaults.ts";
import type { Estate, WorldKey } from "../estate/estate.ts";
import type { World } from "../estate/world.ts";
import type { Grant } from "../iam/request.ts";
import { foldCase } from "../iam/values.ts";
import { type Callers, isCaller, principalArn } from "./callers.ts";
import { ABSENT, always, type Fact, listOf, type Member, type State, told, type Where, whereTerm } from "./fact.ts";
import { NotEncodable } from "./not-encodable.ts";
import { matchesAnyCase } from "./patterns.ts";
import { and, choose, equal, FALSE, implies, joined, not, or, symbol, type Term, TRUE, text } from "./term.ts";
import { amongTexts, isArn, isIpv4, isIpv6, isMoment, isServiceName, isSomething, isTruth, NUMBERS, TEXTS } from "./values.ts";

/** One side of a question: a world, and what it has by the ARN of the key. */
export type Side = { readonly label: string; readonly world: World; readonly key: WorldKey | undefined };

const CONTEXT = "kms:encryptioncontext:";
const CONTEXT_KEYS = "kms:encryptioncontextkeys";
const TAG = "aws:requesttag/";
const TAG_KEYS = "aws:tagkeys";
const CREATE_GRANT = "kms:CreateGrant";
const RETIRE_GRANT = "kms:RetireGrant";

/** Sent with every call through a VPC endpoint; the last two where its owner is in an organization. */
const OF_ENDPOINT: Readonly<Record<string, boolean>> = {
  "aws:sourcevpce": true,
  "aws:sourcevpc": true,
  "aws:sourcevpcarn": true,
  "aws:vpceaccount": true,
  "aws:vpcsourceip": true,
  "aws:vpceorgid": false,
  "aws:vpceorgpaths": false,
};

/**
 * All requests about one key, as what AWS sends: who asks, the action, and the condition keys that the policies of the sides read. Every key is a variable,
 * or follows from others; `constraints` are what AWS documents of how they belong together.
 */
export class Request {
  readonly declarations: string[] = [];
  readonly constraints: Term[] = [];
  readonly actions: readonly string[];
  readonly callers: Callers;
  readonly sides: readonly Side[];
  readonly retirable: readonly string[]; // ids of the grants that could be retired, by index
  readonly #read: ReadonlySet<string>; // condition keys, in lower case
  readonly #spelled: ReadonlyMap<string, string>;
  readonly #listSizes: ReadonlyMap<string, number>;
  readonly #free = new Map<string, Fact>();
  readonly #states = new Map<string, State>();

  constructor(sides: readonly Side[], callers: Callers, actions: readonly string[], reads: Reads) {
    this.sides = sides;
    this.callers = callers;
    this.actions = actions;
    this.#read = new Set(reads.names.keys());
    this.#spelled = reads.names;
    this.#listSizes = reads.lists;
    const grants = sides.flatMap(({ key }) => key?.grants ?? []);
    this.retirable = actions.includes(RETIRE_GRANT) ? [...new Set(grants.map(({ GrantId }) => GrantId))] : [];
    this.declarations.push(
      "; What is asked for.",
      ...actions.map((action, i) => `(define-fun ${symbol(action)} () Int ${i})`),
      "(declare-const action Int)",
      "; Whether a service forwards the call of another principal, and by what name it is called in hosts: s3.",
      "(declare-const |is forwarded| Bool)",
      "(declare-const |forwarding service| String)",
      "; Whether the call comes through a VPC endpoint.",
      "(declare-const |is through an endpoint| Bool)",
      "; When: milliseconds since 1970.",
      "(declare-const time Int)",
    );
    const isService = this.isService;
    this.constraints.push(
      and("(<= 0 action)", `(< action ${actions.length})`),
      implies("|is forwarded|", not(isService)),
      implies("|is forwarded|", isServiceName("|forwarding service|")),
      implies("|is through an endpoint|", and(not(isService), not("|is forwarded|"))),
      isMoment("time"),
    );
    if (this.retirable.length === 0)
      this.constraints.push(not(this.actionIn([RETIRE_GRANT]))); // there is none to retire
    else {
      this.declarations.push(
        "; Which grant is to be retired: of kms:RetireGrant one of these, else -1.",
        ...this.retirable.map((id, i) => `;   ${i}: ${printable(id)}`),
        "(declare-const retired Int)",
      );
      this.constraints.push(
        choose(this.actionIn([RETIRE_GRANT]), `(and (<= 0 retired) (< retired ${this.retirable.length}))`, "(= retired (- 1))"),
      );
    }
    this.#belongTogether();
  }

  get isService(): Term {
    return this.callers.is(({ kind }) => kind === "service");
  }

  /** Whether the action is one of some. */
  actionIn(names: readonly string[]): Term {
    const found = this.actions.filter((action) => names.includes(action));
    if (found.length === this.actions.length) return TRUE;
    if (found.length * 2 > this.actions.length)
      return and(...this.actions.filter((action) => !found.includes(action)).map((action) => not(`(= action ${symbol(action)})`)));
    return or(...found.map((action) => `(= action ${symbol(action)})`));
  }

  reads = (name: string): boolean => this.#read.has(name);

  where = (where: Where): Term => whereTerm(where, this.callers.all.length);

  /** What a condition key is, by its name in lower case, as a side sees it. */
  state(side: number, name: string): State {
    const id = `${side} ${name}`;
    const known = this.#states.get(id);
    if (known !== undefined) return known;
    const made = this.#make(side, name);
    this.#states.set(id, made);
    return made;
  }

  #make(index: number, name: string): State {
    const side = this.sides[index] as Side;
    return (
      this.#ofRetired(side, name) ??
      this.#ofCaller(index, name) ??
      this.#ofKey(side, name) ??
      this.#ofCall(side, name) ??
      always(this.#variable(name))
    );
  }

  // What follows from the grant that is to be retired: its constraints stand for the encryption context of the call (KMS Developer Guide, RetireGrant).
  #ofRetired({ key }: Side, name: string): State | undefined {
    if (name !== CONTEXT_KEYS && name !== "kms:grantconstrainttype" && !name.startsWith(CONTEXT)) return undefined;
    if (this.retirable.length === 0) return undefined;
    const cases = this.retirable.map((id, retired) => ({
      where: { retired },
      fact: retiredFact(
        key?.grants.find(({ GrantId }) => GrantId === id),
        name,
      ),
    }));
    return [...cases, { where: { retired: -1 }, fact: name === CONTEXT_KEYS ? this.#contextKeys() : this.#variable(name) }];
  }

  // What follows from who asks.
  #ofCaller(index: number, name: string): State | undefined {
    const { callers } = this;
    const side = this.sides[index] as Side;
    const services = callers.among(({ kind }) => kind === "service");
    /** Of each that a world lists a fact, undefined where nothing is told; of all others, services apart, another. */
    const each = (
      of: (known: NonNullable<(typeof callers.all)[number]["known"][number]>) => Fact | undefined,
      other: () => Fact,
    ): State => {
      const cases = new Map<string, { callers: Set<number>; fact: Fact }>();
      for (const caller of callers.all) {
        const known = caller.known[index];
        const fact = caller.kind === "service" ? ABSENT : ((known && of(known)) ?? other());
        const id = JSON.stringify(fact);
        const found = cases.get(id);
        if (found === undefined) cases.set(id, { callers: new Set([caller.index]), fact });
        else found.callers.add(caller.index);
      }
      return [...cases.values()].map(({ callers: those, fact }) => ({ where: { callers: those }, fact }));
    };
    const kindOf = (of: (kind: string, known: (typeof callers.all)[number]) => Fact): State =>
      callers.all.map((caller) => ({ where: { callers: new Set([caller.index]) }, fact: of(caller.kind, caller) }));
    const member = (term: (orgId: string, orgPath: string | undefined) => Fact, free: Fact): State =>
      this.#byAccount(side.world.estate, term, free);
    switch (name) {
      case "aws:principalarn":
        return each(
          ({ caller }) => {
            const arn = principalArn(caller);
            return arn === undefined ? undefined : told(text(arn));
          },
          () => told("|aws:PrincipalArn|"),
        );
      case "aws:principalaccount":
        return each(
          ({ caller: { account } }) => told(text(account)),
          () => told("account"),
        );
      case "kms:calleraccount":
        return each(
          ({ caller: { account } }) => this.#sentWith(name, told(text(account))),
          () => this.#sentWith(name, told("account")),
        );
      case "aws:principaltype":
        return kindOf((kind) => {
          const type = { user: "User", role: "AssumedRole", root: "Account", federated: "FederatedUser" }[kind];
          return type === undefined ? ABSENT : told(text(type));
        });
      case "aws:principalisawsservice":
        return kindOf((kind) => told(text(String(kind === "service"))));
      case "aws:principalservicename":
        return kindOf((kind, { arn }) => (kind === "service" ? told(arn === undefined ? "name" : text(arn)) : ABSENT));
      case "aws:principalservicenameslist":
        return kindOf((kind, { arn }) => (kind === "service" ? listOf([arn === undefined ? "name" : text(arn)]) : listOf([])));
      case "aws:username":
        return kindOf((kind, { known }) => {
          const own = known[0]?.caller.name;
          return kind === "user" ? told(own === undefined ? "name" : text(own)) : ABSENT;
        });
      case "aws:userid":
        return this.#userIds(index);
      case "aws:sourceidentity":
        return each(
          ({ facts }) => (facts.sourceIdentity === undefined ? undefined : told(text(facts.sourceIdentity))),
          () => this.#variable(name),
        );
      case "aws:principalorgid":
        return member((id) => told(text(id)), this.#variable(name));
      case "aws:principalorgpaths":
        return member((_, path) => (path === undefined ? this.#variable(name) : listOf([text(path)])), this.#variable(name));
      case "aws:multifactorauthpresent":
      case "aws:multifactorauthage":
        return each(
          ({ facts: { mfaAgeSeconds: age } }) =>
            age === undefined
              ? undefined
              : name.endsWith("age")
                ? { kind: "told-number", sent: TRUE, value: String(age) }
                : told(text("true")),
          () => this.#secondFactor(name),
        );
      case "aws:securetransport":
        return [
          {
            where: { callers: services },
            fact: { kind: "text", sent: this.#boolean("|aws:SecureTransport is sent|"), value: text("true") },
          },
          { where: { callers: callers.among(({ kind }) => kind !== "service") }, fact: told(text("true")) },
        ];
      default:
        if (!name.startsWith("aws:principaltag/")) return undefined;
        return each(
          ({ facts: { tags } }) => {
            if (tags === undefined) return undefined;
            const values = [
              ...new Set(
                Object.entries(tags).flatMap(([key, value]) => (foldCase(key) === name.slice("aws:principaltag/".length) ? [value] : [])),
              ),
            ];
            return this.#oneOf(name, values);
          },
          () => this.#variable(name),
        );
    }
  }

  /** Of tags that differ in case alone AWS takes one, and does not say which. */
  #oneOf(name: string, values: readonly string[]): Fact {
    if (values.length < 2) return values[0] === undefined ? ABSENT : told(text(values[0]));
    const chosen = symbol(`${name} is one of ${values.join(", ")}`);
    this.#declareOnce(chosen, "String", amongTexts(...values)(chosen));
    return told(chosen);
  }

  /** A user's id begins with AIDA, a role's with AROA; that of a session ends in its name. */
  #userIds(index: number): State {
    const own = "|aws:userid|";
    this.#declareOnce(own, "String", TRUE);
    return this.callers.all.map((caller) => {
      const where = { callers: new Set([caller.index]) };
      const known = caller.known[index];
      const id = known?.facts.userId;
      const form = (term: Term): { where: Where; fact: Fact } => {
        this.#require(`${own} of ${caller.index}`, implies(isCaller(caller), term));
        return { where, fact: told(own) };
      };
      switch (caller.kind) {
        case "service":
          return { where, fact: ABSENT };
        case "root":
          return { where, fact: told("account") };
        case "federated":
          return { where, fact: told(joined("account", text(":"), known === undefined ? "name" : text(known.caller.name))) };
        case "user":
          return id === undefined ? form(`(str.prefixof "AIDA" ${own})`) : { where, fact: told(text(id)) };
        default: {
          // a session
          if (id?.includes(":")) return { where, fact: told(text(id)) };
          const session = known?.caller.session === undefined ? "session" : text(known.caller.session);
          if (id !== undefined) return { where, fact: told(joined(text(`${id}:`), session)) };
          return form(
            and(
              `(str.prefixof "AROA" ${own})`,
              `(str.suffixof ${joined(text(":"), session)} ${own})`,
              `(>= (str.len ${own}) (+ 4 (str.len ${joined(text(":"), session)})))`,
            ),
          );
        }
      }
    });
  }

  /** What the organization of a world says of the account of who asks. */
  #byAccount({ organization }: Estate, of: (orgId: string, orgPath: string | undefined) => Fact, free: Fact): State {
    let fact: Fact = free;
    for (const [account, { orgPath }] of organization?.members ?? [])
      fact = chosen(equal("account", text(account)), of((organization as { id: string }).id, orgPath), fact);
    return [
      { where: { callers: this.callers.among(({ kind }) => kind === "service") }, fact: free.kind === "list" ? listOf([]) : ABSENT },
      { where: { callers: this.callers.among(({ kind }) => kind !== "service") }, fact },
    ];
  }

  /** Sessions say whether a second factor was given; long-term keys do not, save where a service uses them. */
  #secondFactor(name: string): Fact {
    const [present, age] = ["|aws:MultiFactorAuthPresent|", "|aws:MultiFactorAuthAge|"];
    const sent = "|aws:MultiFactorAuthPresent is sent|";
    const isSession = this.callers.is(({ kind }) => kind === "role" || kind === "federated");
    this.#declareOnce(sent, "Bool", and(implies(isSession, sent), implies(sent, not(this.isService))));
    this.#declareOnce(present, "String", isTruth(present));
    this.#declareOnce(age, "Int", (NUMBERS["aws:multifactorauthage"] as (term: Term) => Term)(age));
    return name.endsWith("age")
      ? { kind: "number", sent: and(sent, equal(present, text("true"))), value: age }
      : { kind: "text", sent, value: present };
  }

  // What follows from the key.
  #ofKey({ key, world }: Side, name: string): State | undefined {
    if (key === undefined) return undefined;
    const member = world.estate.organization?.members.get(key.account);
    const sent = (fact: Fact): State => always(this.#sentWith(name, fact));
    switch (name) {
      case "aws:resourceaccount":
        return always(told(text(key.account)));
      case "aws:requestedregion":
        return always(told(text(key.region)));
      case "aws:resourceorgid":
        return member && world.estate.organization && always(told(text(world.estate.organization.id)));
      case "aws:resourceorgpaths":
        return member?.orgPath === undefined ? undefined : always(listOf([text(member.orgPath)]));
      case "kms:keyspec":
      case "kms:customermasterkeyspec":
        return sent(told(text(key.spec)));
      case "kms:keyusage":
      case "kms:customermasterkeyusage":
        return sent(told(text(key.usage)));
      case "kms:keyorigin":
        return sent(told(text(key.origin)));
      case "kms:multiregion":
        return sent(told(text(String(key.multiRegion))));
      case "kms:multiregionkeytype":
        if (!key.multiRegion) return always(ABSENT);
        return sent(key.multiRegionKeyType === undefined ? this.#oneOf(name, ["PRIMARY", "REPLICA"]) : told(text(key.multiRegionKeyType)));
      case "kms:resourcealiases":
        return sent(listOf(key.aliases.map(text)));
      default: {
        if (!name.startsWith("aws:resourcetag/")) return undefined;
        const own = Object.entries(key.tags).flatMap(([tag, value]) =>
          foldCase(tag) === name.slice("aws:resourcetag/".length) ? [value] : [],
        );
        return sent(this.#oneOf(name, [...new Set(own)]));
      }
    }
  }

  // What follows from the way of the call, and from what it is.
  #ofCall(side: Side, name: string): State | undefined {
    const host = this.#host(side);
    const forwarded = (value: Term): Fact => ({ kind: "text", sent: "|is forwarded|", value });
    const service = joined("|forwarding service|", text(".amazonaws.com"));
    const isForwarded = choose("|is forwarded|", text("true"), text("false"));
    switch (name) {
      case "kms:viaservice":
        return always(this.#sentWith(name, forwarded(host)));
      case "aws:calledvia":
        return always({ kind: "list", sent: "|is forwarded|", members: [{ isIn: TRUE, value: service }] });
      case "aws:calledviafirst":
      case "aws:calledvialast":
        return always(forwarded(service));
      case "aws:viaawsservice":
        return always(told(isForwarded));
      case "kms:grantisforawsresource":
        return always(this.#sentWith(name, told(isForwarded)));
      case "aws:currenttime":
        return always({ kind: "date", sent: TRUE, value: "time" });
      case "aws:epochtime":
        return always({ kind: "date", sent: TRUE, value: "(* 1000 (div time 1000))" });
      case CONTEXT_KEYS:
        return always(this.#contextKeys());
      case TAG_KEYS:
        return always(this.#tagKeys());
      case "kms:grantoperations":
        return always(this.grantOperations());
      case "aws:sourcevpc": {
        let fact = this.#variable(name) as Fact & { kind: "text" };
        for (const { id, vpc } of side.world.estate.endpoints)
          if (vpc !== undefined) fact = { ...fact, value: choose(this.throughEndpoint(id), text(vpc), fact.value) };
        return always(fact);
      }
      default:
        return undefined;
    }
  }

  /** Whether the call comes through the VPC endpoint of an id. */
  throughEndpoint(id: string): Term {
    const { value } = this.#variable("aws:sourcevpce") as Fact & { kind: "text" };
    return and("|is through an endpoint|", equal(value, text(id)));
  }

  #host({ key }: Side): Term {
    const partition = key?.arn.split(":")[1];
    return joined("|forwarding service|", text(`.${key?.region}.amazonaws.com${partition === "aws-cn" ? ".cn" : ""}`));
  }

  /** The operations of a new grant: each of those that there are is among them, or is not. */
  grantOperations(): Fact & { kind: "list" } {
    const isIn = (operation: string) => symbol(`kms:GrantOperations has ${operation}`);
    const sent = this.actionIn([CREATE_GRANT]);
    for (const operation of GRANT_OPERATIONS) this.#declareOnce(isIn(operation), "Bool", TRUE);
    this.#require("grant operations", implies(sent, or(...GRANT_OPERATIONS.map(isIn))));
    return { kind: "list", sent, members: GRANT_OPERATIONS.map((operation) => ({ isIn: isIn(operation), value: text(operation) })) };
  }

  /** The names of the encryption context: those that policies and grants ask for, as they are spelled, and others. */
  #contextKeys(): Fact & { kind: "list" } {
    const members = [...this.#named(CONTEXT), ...this.otherContextKeys()];
    return { kind: "list", sent: or(...members.map(({ isIn }) => isIn)), members };
  }

  #tagKeys(): Fact & { kind: "list" } {
    const members = [...this.#named(TAG), ...this.#others("tag key", TAG, this.#isAvailable(TAG_KEYS))];
    const sent = or(...members.map(({ isIn }) => isIn));
    this.#require("tag keys", implies(this.actionIn(["kms:TagResource", "kms:UntagResource"]), sent)); // tagging without tags is refused
    return { kind: "list", sent, members };
  }

  /** The condition keys of the names that something asks for. */
  namesOfContext(): readonly string[] {
    return [...this.#read].filter((name) => name.startsWith(CONTEXT));
  }

  /** Names of the encryption context that nothing asks for by itself. */
  otherContextKeys(): readonly Member[] {
    return this.#others("context key", CONTEXT, this.#isAvailable(CONTEXT_KEYS));
  }

  /** The names of a map that something asks for. */
  #named(prefix: string): readonly Member[] {
    return [...this.#read]
      .filter((name) => name.startsWith(prefix))
      .map((name) => {
        const own = name.slice(prefix.length);
        const spelled = symbol(`${this.#spelledOf(name)} is spelled`);
        this.#declareOnce(spelled, "String", anyCaseOf(spelled, own));
        return { isIn: this.#entry(prefix, name).sent, value: spelled };
      });
  }

  #others(word: string, prefix: string, isAvailable: Term): readonly Member[] {
    const listing = prefix === CONTEXT ? CONTEXT_KEYS : TAG_KEYS;
    const own = [...this.#read].filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
    const size = Math.max(1, this.#listSizes.get(listing) ?? 0);
    return Array.from({ length: size }, (_, i) => {
      const [isIn, value] = [symbol(`has other ${word} ${i + 1}`), symbol(`other ${word} ${i + 1}`)];
      this.#declareOnce(isIn, "Bool", implies(isIn, isAvailable));
      this.#declareOnce(value, "String", and(isSomething(value), ...own.map((name) => not(anyCaseOf(value, name)))));
      return { isIn, value };
    });
  }

  /** A pair of the encryption context, or a tag of a request: whether there is one of this name, and its value. Tags that are taken away have no value. */
  #entry(prefix: string, name: string): { readonly sent: Term; readonly fact: Fact & { kind: "text" } } {
    const spelled = this.#spelledOf(name);
    const [sent, value] = [symbol(`${spelled} is sent`), symbol(spelled)];
    const listing = prefix === CONTEXT ? CONTEXT_KEYS : TAG_KEYS;
    this.#declareOnce(sent, "Bool", implies(sent, this.#isAvailable(listing)));
    this.#declareOnce(value, "String", TRUE);
    return { sent, fact: { kind: "text", sent: and(sent, this.#isAvailable(name)), value } };
  }

  /** A key that is a variable of its own, one for all sides. */
  #variable(name: string): Fact {
    const known = this.#free.get(name);
    if (known !== undefined) return known;
    const made = this.#freeFact(name);
    this.#free.set(name, made);
    return made;
  }

  #freeFact(name: string): Fact {
    if (name.startsWith(CONTEXT)) return this.#entry(CONTEXT, name).fact;
    if (name.startsWith(TAG)) return this.#entry(TAG, name).fact;
    const row = conditionKey(name);
    const spelled = this.#spelledOf(name);
    const isAvailable = this.#isAvailable(name);
    const list = row?.multiValued === true;
    if (isAvailable === FALSE || this.#domainOf(name, row, symbol(spelled)) === FALSE) return list ? listOf([]) : ABSENT; // no value at all
    const sent = symbol(`${spelled} is sent`);
    const { may, must } = this.#carried(name, row);
    const usual = REQUEST_DEFAULTS.filter(({ key }) => foldCase(key) === name);
    const isSent = or(
      and(this.#isAlwaysSent(name, row), must),
      ...usual.map(({ actions }) => and(isAvailable, this.actionIn(actions.map((one) => `kms:${one}`)))),
    );
    this.#declareOnce(sent, "Bool", and(implies(sent, and(isAvailable, may)), implies(isSent, sent)));
    const settled = usual.filter((one) => one.always);
    const domain = (value: Term): Term =>
      and(
        or(this.#domainOf(name, row, value), ...settled.map((one) => this.actionIn(one.actions.map((action) => `kms:${action}`)))),
        ...settled.map((one) => implies(this.actionIn(one.actions.map((action) => `kms:${action}`)), equal(value, text(one.value)))),
      );
    if (list) return this.#freeList(spelled, sent, domain, this.#listSizes.get(name) ?? 1);
    const value = symbol(spelled);
    switch (row?.type) {
      case "Numeric":
        if (NUMBERS[name] === undefined) throw new NotEncodable(`${spelled}, a number that need not be whole`);
        this.#declareOnce(value, "Int", domain(value));
        return { kind: "number", sent, value };
      case "Date":
        this.#declareOnce(value, "Int", domain(value));
        return { kind: "date", sent, value };
      case "IP": {
        const isSix = symbol(`${spelled} is IPv6`);
        this.#declareOnce(isSix, "Bool", TRUE);
        this.#declareOnce(value, "Int", choose(isSix, isIpv6(value), isIpv4(value)));
        return { kind: "address", sent, isSix, value };
      }
      default:
        this.#declareOnce(value, "String", domain(value));
        return { kind: "text", sent, value };
    }
  }

  /**
   * A list of several values: whatever policies ask of lists, each of their conditions hangs on whether one element of a kind is there. So as many elements
   * as there are conditions on the key stand for lists of any length.
   */
  #freeList(spelled: string, sent: Term, domain: (value: Term) => Term, size: number): Fact {
    const members = Array.from({ length: Math.max(1, size) }, (_, i): Member => {
      const [isIn, value] = [symbol(`${spelled} has value ${i + 1}`), symbol(`${spelled}, value ${i + 1}`)];
      this.#declareOnce(isIn, "Bool", TRUE);
      this.#declareOnce(value, "String", domain(value));
      return { isIn, value };
    });
    this.#require(`${spelled} has a value`, implies(sent, or(...members.map(({ isIn }) => isIn))));
    return { kind: "list", sent, members };
  }

  #domainOf(name: string, row: ConditionKey | undefined, value: Term): Term {
    const { key } = this.sides.find((side) => side.key !== undefined) ?? {};
    if (name === "kms:datakeypairspec") return amongTexts(...DATA_KEY_PAIR_SPECS)(value);
    if (name === "kms:requestalias") {
      const aliases = this.sides.flatMap((side) => side.key?.aliases ?? []);
      return amongTexts(...new Set(aliases))(value);
    }
    if (name === "kms:encryptionalgorithm" || name === "kms:signingalgorithm" || name === "kms:macalgorithm") {
      const found = key === undefined ? [] : algorithmsFor(key);
      return found.length === 0 ? isSomething(value) : amongTexts(...found)(value);
    }
    const own = TEXTS[name] ?? NUMBERS[name];
    if (own !== undefined) return own(value);
    switch (row?.type) {
      case "Bool":
        return isTruth(value);
      case "ARN":
        return isArn(value);
      case "Date":
        return isMoment(value);
      case "Numeric":
      case "IP":
        return TRUE;
      default:
        return isSomething(value);
    }
  }

  #isAvailable(name: string): Term {
    const row = conditionKey(name);
    if (row === undefined || row.availability.on === "any") return TRUE;
    return this.actionIn(
      this.actions.filter((action) => {
        const kms = kmsAction(action);
        return kms !== undefined && isAvailable(row, kms, "key");
      }),
    );
  }

  #isAlwaysSent(name: string, row: ConditionKey | undefined): Term {
    if (row?.untold !== "sent") return FALSE;
    return and(this.#isAvailable(name), row.sentBy === undefined ? TRUE : this.actionIn(row.sentBy.map((action) => `kms:${action}`)));
  }

  /** Of whose requests, and by which way, a key is: where it may be sent, and where it is if AWS always sends it. */
  #carried(name: string, row: ConditionKey | undefined): { readonly may: Term; readonly must: Term } {
    const person = not(this.isService);
    if (Object.hasOwn(OF_ENDPOINT, name))
      return { may: "|is through an endpoint|", must: OF_ENDPOINT[name] ? "|is through an endpoint|" : FALSE };
    switch (row?.when) {
      case "principal":
        return { may: person, must: person };
      case "service":
        return { may: this.isService, must: this.isService };
      case "session":
        return { may: person, must: this.callers.is(({ kind }) => kind === "role" || kind === "federated") };
      case "public": // a call that a service forwards keeps the address of its caller, where that had one
        return {
          may: and(person, not("|is through an endpoint|")),
          must: and(person, not("|is through an endpoint|"), not("|is forwarded|")),
        };
      default: {
        if (row?.insteadOf === undefined) return { may: TRUE, must: TRUE };
        return { may: TRUE, must: FALSE }; // `belongTogether` says which of two
      }
    }
  }

  /** What AWS documents of condition keys that belong together. */
  #belongTogether(): void {
    const sent = (name: string) => this.#variable(name).sent;
    const readsOne = (...names: readonly string[]) => names.some((name) => this.#read.has(name));
    if (readsOne("kms:granteeprincipal", "kms:granteeserviceprincipal")) {
      const [one, other] = [sent("kms:granteeprincipal"), sent("kms:granteeserviceprincipal")];
      this.constraints.push(implies(this.actionIn([CREATE_GRANT]), and(or(one, other), not(and(one, other)))));
    }
    if (readsOne("kms:retiringprincipal", "kms:retiringserviceprincipal"))
      this.constraints.push(not(and(sent("kms:retiringprincipal"), sent("kms:retiringserviceprincipal"))));
    if (readsOne("kms:grantconstrainttype")) {
      const pairs = [...this.#read].filter((name) => name.startsWith(CONTEXT)).map((name) => this.#entry(CONTEXT, name).sent);
      const others = readsOne(CONTEXT_KEYS) ? this.otherContextKeys().map(({ isIn }) => isIn) : [];
      this.constraints.push(implies(and(this.actionIn([CREATE_GRANT]), or(...pairs, ...others)), sent("kms:grantconstrainttype")));
    }
    for (const whose of ["principal", "resource", "source", "vpce"]) {
      const [id, paths] = [`aws:${whose}orgid`, `aws:${whose}orgpaths`];
      if (!readsOne(id) || !readsOne(paths)) continue;
      const [own, list] = [this.#variable(id) as Fact & { kind: "text" }, this.#variable(paths) as Fact & { kind: "list" }];
      this.constraints.push(
        equal(own.sent, list.sent),
        ...list.members.map(({ isIn, value }) => implies(and(list.sent, isIn), `(str.prefixof ${joined(own.value, text("/"))} ${value})`)),
      );
    }
  }

  /** The same, where the action sends it. */
  #sentWith(name: string, fact: Fact): Fact {
    return { ...fact, sent: and(fact.sent, this.#isAvailable(name)) };
  }

  #spelledOf(name: string): string {
    const row = conditionKey(name);
    return row !== undefined && foldCase(row.name) === name ? row.name : (this.#spelled.get(name) ?? name);
  }

  #boolean(name: Term): Term {
    this.#declareOnce(name, "Bool", TRUE);
    return name;
  }

  readonly #declared = new Set<string>();

  #declareOnce(name: Term, sort: "Bool" | "Int" | "String", holds: Term): void {
    if (this.#declared.has(name)) return;
    this.#declared.add(name);
    this.declarations.push(`(declare-const ${name} ${sort})`);
    if (holds !== TRUE) this.constraints.push(holds);
  }

  #require(id: string, holds: Term): void {
    if (this.#declared.has(id)) return;
    this.#declared.add(id);
    if (holds !== TRUE) this.constraints.push(holds);
  }
}

/** What the policies and grants of a question read: condition keys by their names in lower case, as they are spelled, and of lists how many conditions ask. */
export type Reads = { readonly names: ReadonlyMap<string, string>; readonly lists: ReadonlyMap<string, number> };

const printable = (id: string): string => id.replace(/[^ -~]/g, "?");

/** Names ignore the case of ASCII letters. */
const anyCaseOf = (value: Term, name: string): Term => {
  if (/[^ -~]/.test(name)) throw new NotEncodable(`the name ${name}, of other letters than those of ASCII`);
  return /[kK]/.test(name) ? anyAsciiCase(value, name) : matchesAnyCase(value, name);
};

/** As `matchesAnyCase`, without the Kelvin sign. */
function anyAsciiCase(value: Term, name: string): Term {
  const parts = name.split("").map((char) => {
    const [lower, upper] = [char.toLowerCase(), char.toUpperCase()];
    return lower === upper ? `(str.to_re ${text(char)})` : `(re.union (str.to_re ${text(lower)}) (str.to_re ${text(upper)}))`;
  });
  return `(str.in_re ${value} ${parts.length > 1 ? `(re.++ ${parts.join(" ")})` : parts[0]})`;
}

function retiredFact(grant: Grant | undefined, name: string): Fact {
  const { EncryptionContextEquals: equals, EncryptionContextSubset: subset } = grant?.Constraints ?? {};
  const pairs = Object.entries(equals ?? subset ?? {});
  if (name === CONTEXT_KEYS) return listOf(pairs.map(([key]) => text(key)));
  if (name === "kms:grantconstrainttype") {
    const type = equals !== undefined ? "EncryptionContextEquals" : subset !== undefined ? "EncryptionContextSubset" : undefined;
    return type === undefined ? ABSENT : told(text(type));
  }
  const values = [...new Set(pairs.flatMap(([key, value]) => (foldCase(key) === name.slice(CONTEXT.length) ? [value] : [])))];
  if (values.length > 1) throw new NotEncodable(`a grant whose constraints have ${name.slice(CONTEXT.length)} in two spellings`);
  return values[0] === undefined ? ABSENT : told(text(values[0]));
}

/** One fact or another. */
function chosen(when: Term, one: Fact, other: Fact): Fact {
  const sent = choose(when, one.sent, other.sent);
  if (one.kind === "text" && other.kind === "text") return { kind: "text", sent, value: choose(when, one.value, other.value) };
  if (one.kind === "list" && other.kind === "list") {
    if (one === other) return one;
    const members = [
      ...one.members.map(({ isIn, value }) => ({ isIn: and(when, isIn), value })),
      ...other.members.map(({ isIn, value }) => ({ isIn: and(not(when), isIn), value })),
    ];
    return { kind: "list", sent, members };
  }
  throw new NotEncodable("a condition key of two kinds");
}
