import type { PolicyValue, UnknownPolicy } from "./draft.ts";

export type Control = "serviceControl" | "resourceControl";

type Node = { readonly id: string; name: string; parent: string | undefined; readonly kind: "root" | "unit" | "account" };

/** The tree of an organization, told in any order: the organization, its units and accounts with their parents, and what is attached to each. */
export class OrganizationDraft {
  #id: string | undefined;
  #managementAccount: string | undefined;
  readonly #nodes = new Map<string, Node>();
  readonly #attached = new Map<string, Map<Control, Map<string, PolicyValue | UnknownPolicy | string>>>();

  organization(id: string, managementAccount?: string): void {
    this.#id = id;
    this.#managementAccount = managementAccount ?? this.#managementAccount;
  }

  /** `id`: r-…, ou-…, or 12 digits. */
  node(id: string, name: string, parent?: string): void {
    const kind = id.startsWith("r-") ? "root" : id.startsWith("ou-") ? "unit" : "account";
    const known = this.#nodes.get(id);
    this.#nodes.set(id, { id, kind, name: known?.name ?? name, parent: parent ?? known?.parent });
  }

  /** `policy` by what tells it apart: what is attached twice counts once. */
  attach(target: string, control: Control, policyId: string, policy: PolicyValue | UnknownPolicy | string): void {
    const controls = this.#attached.get(target) ?? new Map<Control, Map<string, PolicyValue | UnknownPolicy | string>>();
    const policies = controls.get(control) ?? new Map<string, PolicyValue | UnknownPolicy | string>();
    this.#attached.set(target, controls.set(control, policies.set(policyId, policy)));
  }

  get isKnown(): boolean {
    return this.#id !== undefined;
  }

  /** What is attached to targets that are in no organization that is told. */
  get loose(): readonly string[] {
    return [...this.#attached.keys()].filter((target) => !this.isKnown || !this.#isPlaced(target));
  }

  get accounts(): readonly { readonly id: string; readonly name: string }[] {
    return [...this.#nodes.values()].filter(({ kind }) => kind === "account");
  }

  get policies(): number {
    return [...this.#attached.values()].reduce((sum, controls) => sum + [...controls.values()].reduce((all, { size }) => all + size, 0), 0);
  }

  /** Whether its way up to the root is told. */
  #isPlaced(id: string): boolean {
    const above = new Set<string>();
    for (let node = this.#nodes.get(id); node !== undefined && !above.has(node.id); node = this.#nodes.get(node.parent ?? "")) {
      if (node.kind === "root") return true;
      above.add(node.id);
    }
    return false;
  }

  /** `organization` of a world; undefined where the documents do not say which it is. `accountOf`: the name under `accounts`. */
  document(accountOf: (id: string) => string): Record<string, unknown> | undefined {
    if (this.#id === undefined) return undefined;
    const root = [...this.#nodes.values()].find(({ kind }) => kind === "root");
    const below = root === undefined ? {} : this.#below(root.id, accountOf, new Set());
    const lost = this.accounts.filter(({ id }) => root === undefined || !this.#isPlaced(id)).map(({ id }) => accountOf(id));
    return {
      id: this.#id,
      ...(this.#managementAccount !== undefined && { managementAccount: accountOf(this.#managementAccount) }),
      ...(root !== undefined && lost.length === 0 && { rootId: root.id }), // without it nobody's path is taken as known
      ...below,
      ...(lost.length > 0 && { accounts: [...((below.accounts ?? []) as readonly string[]), ...lost] }), // in it, wherever that may be
    };
  }

  #below(id: string, accountOf: (id: string) => string, above: ReadonlySet<string>): Record<string, unknown> {
    if (above.has(id)) return {}; // no tree
    const inside = new Set([...above, id]);
    const children = [...this.#nodes.values()].filter(({ parent }) => parent === id);
    const units = children.filter(({ kind }) => kind === "unit");
    const accounts = children.filter(({ kind }) => kind === "account");
    const names = new Map<string, number>();
    const named = units.map((unit) => {
      const count = (names.get(unit.name) ?? 0) + 1;
      names.set(unit.name, count);
      return [count === 1 ? unit.name : `${unit.name}-${count}`, { id: unit.id, ...this.#below(unit.id, accountOf, inside) }] as const;
    });
    return {
      ...this.attached(id),
      ...(accounts.length > 0 && { accounts: accounts.map((account) => accountOf(account.id)) }),
      ...(named.length > 0 && { units: Object.fromEntries(named) }),
    };
  }

  /** `serviceControl` and `resourceControl` of a node or an account. */
  attached(id: string): Record<string, unknown> {
    if (!this.isKnown) return {};
    const controls = this.#attached.get(id);
    return Object.fromEntries([...(controls ?? [])].map(([control, policies]) => [control, [...policies.values()]]));
  }
}
