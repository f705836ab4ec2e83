import type { Place } from "../base/diagnostic.ts";
import { pointerStep, shown } from "../base/text.ts";
import { allowsNothing, denyOnly } from "../estate/deny-only.ts";
import type { Membership, Organization } from "../estate/estate.ts";
import type { Extents } from "../estate/knowledge.ts";
import type { Policy, PolicyType } from "../iam/policy.ts";
import type { OrganizationEntry, PolicyEntry, UnitEntry } from "./document.ts";
import type { Source } from "./files.ts";
import type { WorldParts } from "./parts.ts";

/** What is attached to a node of the tree, or to an account. */
type Attachments = {
  readonly serviceControl?: readonly PolicyEntry[] | undefined;
  readonly resourceControl?: readonly PolicyEntry[] | undefined;
};
/** An account of the `accounts` section. */
export type AccountSource = {
  readonly source: Source;
  readonly pointer: string;
  readonly attached: Attachments;
  readonly knows?: Extents;
};
type Level = { readonly id: string | undefined; readonly serviceControl: readonly Policy[]; readonly resourceControl: readonly Policy[] };

/**
 * The organization as every account sees it: the policies of each level above it, root first. Where a level names no service control policies it has
 * FullAWSAccess, as Organizations attaches it; where none names any, service control policies are taken not to be in use at all
 * (AWS Organizations User Guide, service control policies).
 */
export function readOrganization(
  entry: OrganizationEntry,
  at: { readonly source: Source; readonly pointer: string },
  accounts: ReadonlyMap<string, AccountSource>, // by id
  parts: WorldParts,
): Organization {
  const tree = new TreeReader(at.source, accounts, parts);
  const managementAccount =
    entry.managementAccount === undefined
      ? undefined
      : parts.names.account(at.source, `${at.pointer}/managementAccount`, entry.managementAccount);
  const root = tree.level(entry.rootId, entry, at.source, at.pointer, "root");
  tree.walk(entry, at.pointer, [root]);
  if (managementAccount !== undefined) tree.place(managementAccount, [root], at.source.placeOf(`${at.pointer}/managementAccount`), true);
  for (const [id, { source, pointer, attached }] of accounts) {
    if (tree.placed.has(id) || (attached.serviceControl ?? attached.resourceControl) === undefined) continue;
    parts.files.tell(
      "KW505",
      source.placeOf(pointer),
      `account ${id} has policies of the organization, and is nowhere in it`,
      "list it among the `accounts` of the root or of a unit",
    );
  }
  const hasServiceControl = tree.hasServiceControl;
  const members = [...tree.placed].map(
    ([id, levels]) => [id, membership(entry.id, levels, hasServiceControl, id === managementAccount)] as const,
  );
  return { id: entry.id, at: at.source.placeOf(at.pointer), managementAccount, members: new Map(members) };
}

/** No resource control policy binds resources of the management account (AWS Organizations User Guide, resource control policies). */
function membership(orgId: string, levels: readonly Level[], hasServiceControl: boolean, manages: boolean): Membership {
  const nodes = levels.slice(0, -1).map(({ id }) => id); // the last level is the account itself
  return {
    orgPath: nodes.includes(undefined) ? undefined : `${[orgId, ...nodes].join("/")}/`,
    serviceControl: hasServiceControl ? levels.map(({ serviceControl }) => serviceControl) : [],
    resourceControl: manages ? [] : levels.map(({ resourceControl }) => resourceControl).filter((level) => level.length > 0),
  };
}

class TreeReader {
  readonly placed = new Map<string, readonly Level[]>();
  hasServiceControl = false;
  readonly #source: Source;
  readonly #accounts: ReadonlyMap<string, AccountSource>;
  readonly #parts: WorldParts;

  constructor(source: Source, accounts: ReadonlyMap<string, AccountSource>, parts: WorldParts) {
    this.#source = source;
    this.#accounts = accounts;
    this.#parts = parts;
  }

  walk(node: Pick<UnitEntry, "accounts" | "units">, pointer: string, above: readonly Level[]): void {
    (node.accounts ?? []).forEach((name, i) => {
      const at = `${pointer}/accounts/${i}`;
      const id = this.#parts.names.account(this.#source, at, name);
      if (id !== undefined) this.place(id, above, this.#source.placeOf(at));
    });
    for (const [name, unit] of Object.entries(node.units ?? {})) {
      const at = pointerStep(`${pointer}/units`, name);
      this.walk(unit, at, [...above, this.level(unit.id, unit, this.#source, at, name)]);
    }
  }

  /** An account below a node. The management account may be left out of the tree: it is then below the root. */
  place(id: string, above: readonly Level[], at: Place, unlessPlaced = false): void {
    if (this.placed.has(id)) {
      if (!unlessPlaced)
        this.#parts.files.tell("KW502", at, `account ${shown(id)} stands in the organization twice`, "an account is in one place");
      return;
    }
    const account = this.#accounts.get(id);
    const own =
      account === undefined
        ? this.level(undefined, {}, this.#source, "", id)
        : this.level(undefined, account.attached, account.source, account.pointer, id);
    this.placed.set(id, [...above, own]);
  }

  level(id: string | undefined, { serviceControl, resourceControl }: Attachments, source: Source, pointer: string, name: string): Level {
    if (serviceControl !== undefined) this.hasServiceControl = true;
    const read = (entries: readonly PolicyEntry[] | undefined, type: PolicyType, member: string, word: string) =>
      this.#parts.policies.list(source, `${pointer}/${member}`, entries, type, (number) => `${name}/${word} ${number}`);
    const control = read(serviceControl, "service-control", "serviceControl", "SCP");
    if (control !== undefined && control.length === serviceControl?.length && allowsNothing(control))
      this.#parts.files.diagnostics.push(denyOnly(shown(name), source.placeOf(`${pointer}/serviceControl`)));
    return {
      id,
      serviceControl: control ?? [this.#parts.policies.fullAccess()],
      resourceControl: read(resourceControl, "resource-control", "resourceControl", "RCP") ?? [],
    };
  }
}
