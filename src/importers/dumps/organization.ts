import { isAccountId } from "../../iam/arn.ts";
import type { PolicyValue, UnknownPolicy } from "../draft.ts";
import type { Control } from "../draft-organization.ts";
import type { Sides } from "../sides.ts";
import { type Answer, isPage, type Members, members, readPolicy, text } from "./answer.ts";

const CONTROLS: Readonly<Record<string, Control>> = {
  SERVICE_CONTROL_POLICY: "serviceControl",
  RESOURCE_CONTROL_POLICY: "resourceControl",
};

/** What AWS attaches by itself, by its id (AWS Organizations User Guide). */
const BUILT_IN: Readonly<Record<string, string>> = { "p-FullAWSAccess": "FullAWSAccess", "p-RCPFullAWSAccess": "RCPFullAWSAccess" };

/** The organization of a dump: its tree, and what is attached to what. */
export class OrganizationAnswers {
  readonly #sides: Sides;
  readonly #answers: readonly Answer[];
  readonly #contents = new Map<string, { readonly value: unknown; readonly at: Answer["at"] }>(); // by policy id
  readonly #types = new Map<string, Control>(); // of policies
  readonly #listed = new Set<string>(); // "target control": what is attached to it is told in full
  readonly #children = new Set<string>(); // "parent kind": told in full
  readonly #nodes = new Set<string>();
  readonly #off = new Set<Control>(); // types that the organization does not use
  readonly #incomplete = new Set<string>();
  #hasRoots = false;
  #isTold = false;

  constructor(answers: readonly Answer[], sides: Sides) {
    this.#sides = sides;
    this.#answers = answers.filter(({ kind }) => kind.startsWith("organizations "));
  }

  read(): void {
    if (this.#answers.length === 0) return;
    for (const answer of this.#answers) {
      if (isPage(answer.value)) {
        this.#incomplete.add(answer.kind);
        this.#sides.tell(
          "KW810",
          answer.at(""),
          `this answer of \`${answer.kind}\` is one page of several: more may exist`,
          "collect without `--max-items` and `--no-paginate`",
        );
      }
    }
    for (const { value } of this.#answers) this.#learn(value);
    for (const answer of this.#answers) FIRST[answer.kind]?.(answer, this);
    for (const answer of this.#answers) THEN[answer.kind]?.(answer, this);
  }

  /** Whose answers these are, every ARN in them says: `arn:aws:organizations::MANAGEMENT:account/o-…/ID`. */
  #learn(value: Members): void {
    for (const each of ["Roots", "OrganizationalUnits", "Accounts"].flatMap((list) => members(value[list]).slice(0, 1))) {
      const [, management, id] =
        /^arn:[^:]{1,32}:organizations::(\d{12}):[a-z]{1,16}\/(o-[a-z0-9]{10,32})\//.exec(text(each.Arn) ?? "") ?? [];
      if (id === undefined) continue;
      this.#isTold = true;
      this.#sides.each((draft) => draft.organization.organization(id, management));
    }
  }

  organization({ value }: Answer): void {
    const { Id, MasterAccountId } = value.Organization as Members;
    const id = text(Id);
    if (id === undefined) return;
    this.#isTold = true;
    this.#sides.each((draft) => draft.organization.organization(id, text(MasterAccountId)));
  }

  roots({ value }: Answer): void {
    this.#hasRoots = !isPage(value);
    for (const { Id, Name, PolicyTypes } of members(value.Roots)) {
      this.#node(text(Id), text(Name) ?? "Root", undefined);
      const on = new Set(
        members(PolicyTypes)
          .filter(({ Status }) => Status === "ENABLED")
          .flatMap(({ Type }) => CONTROLS[text(Type) ?? ""] ?? []),
      );
      if (Array.isArray(PolicyTypes)) for (const control of Object.values(CONTROLS)) if (!on.has(control)) this.#off.add(control);
    }
  }

  #node(id: string | undefined, name: string, parent: string | undefined): void {
    if (id === undefined || !/^(?:r-|ou-|\d{12}$)/.test(id)) return;
    this.#nodes.add(id);
    this.#sides.each((draft) => draft.organization.node(id, name, parent));
  }

  units({ value, subject }: Answer): void {
    const units = members(value.OrganizationalUnits);
    for (const unit of units) this.#node(text(unit.Id), text(unit.Name) ?? "unit", subject.node ?? parentIn(unit));
    if (subject.node !== undefined && !isPage(value)) this.#children.add(`${subject.node} units`);
  }

  /** The accounts of a parent, or all there are: which of the two, the path of the file says. */
  accounts({ value, subject }: Answer): void {
    const parent = subject.node !== undefined && !isAccountId(subject.node) ? subject.node : undefined;
    for (const account of members(value.Accounts))
      this.#node(text(account.Id), text(account.Name) ?? "account", parent ?? parentIn(account));
    if (parent !== undefined && !isPage(value)) this.#children.add(`${parent} accounts`);
  }

  summaries({ value, subject }: Answer): void {
    for (const policy of members(value.Policies)) this.#summary(policy);
    if (subject.node === undefined || isPage(value)) return;
    const kinds = new Set(members(value.Policies).flatMap(({ Type }) => CONTROLS[text(Type) ?? ""] ?? []));
    for (const kind of kinds) this.#listed.add(`${subject.node} ${kind}`);
  }

  #summary({ Id, Type }: Members): void {
    const [id, control] = [text(Id), CONTROLS[text(Type) ?? ""]];
    if (id !== undefined && control !== undefined) this.#types.set(id, control);
  }

  describe({ value, at }: Answer): void {
    const { PolicySummary, Content } = value.Policy as { readonly PolicySummary: Members; readonly Content?: unknown };
    this.#summary(PolicySummary);
    const id = text(PolicySummary.Id);
    if (id !== undefined) this.#contents.set(id, { value: Content, at: (pointer) => at(`/Policy/Content${pointer}`) });
  }

  /** Of `list-policies-for-target`; without a target it is the list of all that there are. */
  attachedTo({ value, subject, at }: Answer): void {
    if (subject.node === undefined) return;
    for (const { Id, Type } of members(value.Policies)) this.#attach(subject.node, text(Id), CONTROLS[text(Type) ?? ""], at);
  }

  targets({ value, subject, at }: Answer): void {
    const { policy } = subject;
    if (policy === undefined) {
      this.#sides.tell(
        "KW826",
        at(""),
        "nothing says of which policy these are the targets: they are left out",
        "name the file by the id of the policy, as in `list-targets-for-policy.p-abcd1234.json`",
      );
      return;
    }
    const targets = members(value.Targets).flatMap(({ TargetId }) => text(TargetId) ?? []);
    for (const target of targets) this.#attach(target, policy, this.#types.get(policy), at);
  }

  #attach(target: string, id: string | undefined, control: Control | undefined, at: Answer["at"]): void {
    if (id === undefined || control === undefined || this.#off.has(control)) return;
    const policy = this.#policy(id, at);
    this.#sides.each((draft) => draft.organization.attach(target, control, id, policy));
  }

  readonly #made = new Map<string, PolicyValue | UnknownPolicy | string>();
  #policy(id: string, at: Answer["at"]): PolicyValue | UnknownPolicy | string {
    const known = this.#made.get(id);
    if (known !== undefined) return known;
    const made = BUILT_IN[id] ?? this.#content(id, at);
    this.#made.set(id, made);
    return made;
  }

  #content(id: string, at: Answer["at"]): PolicyValue | UnknownPolicy {
    const content = this.#contents.get(id);
    const what = `the policy ${id} of the organization`;
    const type = this.#types.get(id) === "resourceControl" ? "resource-control" : "service-control";
    if (content !== undefined) return readPolicy(content.value, type, what, content.at(""), this.#sides);
    this.#incomplete.add(`content of ${id}`);
    return this.#sides.policyUnknown(what, "its `describe-policy` is not there", at(""));
  }

  /** An account whose own answers these are is in the organization that it describes, wherever that may be. */
  holds(account: string): void {
    if (this.#isTold && !this.#nodes.has(account)) this.#node(account, "account", undefined);
  }

  /** The words are `all` where the whole tree is told, with what is attached to every node of it. */
  settle(): void {
    if (this.#answers.length === 0) return;
    const isTree =
      this.#isTold &&
      this.#hasRoots &&
      this.#nodes.size > 0 &&
      [...this.#nodes].every((id) => isAccountId(id) || (this.#children.has(`${id} units`) && this.#children.has(`${id} accounts`)));
    for (const control of Object.values(CONTROLS)) {
      const isOff = this.#hasRoots && this.#off.has(control);
      const isAttached = [...this.#nodes].every((id) => this.#listed.has(`${id} ${control}`));
      const isAll = isOff || (isTree && isAttached && this.#incomplete.size === 0);
      if (isAll) this.#sides.each((draft) => draft.knows(control));
    }
    this.#sides.each((draft, side) => {
      const { loose } = draft.organization;
      if (side === "after" && loose.length > 0)
        this.#sides.facts.push(
          `policies on ${loose.slice(0, 5).join(", ")} bind nobody here: where these stand in the organization is not told`,
        );
    });
  }
}

/** Newer answers say where in the tree an account or a unit is: `o-…/r-…/ou-…/`. */
function parentIn({ Id, Path, Paths }: Members): string | undefined {
  const path = text(Path) ?? (Array.isArray(Paths) ? text(Paths[0]) : undefined);
  return path?.split("/").findLast((part) => /^(?:r-|ou-)/.test(part) && part !== Id);
}

type Read = (answer: Answer, organization: OrganizationAnswers) => void;

const FIRST: Readonly<Partial<Record<Answer["kind"], Read>>> = {
  "organizations describe-organization": (answer, organization) => organization.organization(answer),
  "organizations list-roots": (answer, organization) => organization.roots(answer),
  "organizations list-organizational-units-for-parent": (answer, organization) => organization.units(answer),
  "organizations list-accounts": (answer, organization) => organization.accounts(answer),
  "organizations list-policies": (answer, organization) => organization.summaries(answer),
  "organizations describe-policy": (answer, organization) => organization.describe(answer),
};

const THEN: Readonly<Partial<Record<Answer["kind"], Read>>> = {
  "organizations list-policies": (answer, organization) => organization.attachedTo(answer),
  "organizations list-targets-for-policy": (answer, organization) => organization.targets(answer),
};
