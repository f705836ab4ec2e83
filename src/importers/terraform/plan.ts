import { INCOMPLETE } from "../../estate/knowledge.ts";
import type { RecognisedDocument } from "../importer.ts";
import type { Sides } from "../sides.ts";
import { type Address, addressOf, type ModuleStep, modulesOf, moduleText, resourceText, stepsOf } from "./address.ts";
import { Configuration } from "./configuration.ts";
import { IS_OF_DATA } from "./data-types.ts";
import type { Instance, Life } from "./instance.ts";
import { asList, asMembers, asText, isMembers, type Members, objectsIn } from "./members.ts";

/** All instances of one side of a plan, or of a state. */
export class Estate {
  readonly all: Instance[] = [];
  readonly #byResource = new Map<string, Instance[]>();
  readonly #byType = new Map<string, Instance[]>();
  readonly #deferred = new Map<string, (() => Instance | undefined)[]>();
  readonly #modules = new Map<string, Set<string>>(); // instances of a call: `module.a|kms` → texts of whole paths
  readonly #steps = new Map<string, readonly ModuleStep[]>();

  /** An instance that is made only when something refers to it: of most resources of a large plan nothing does. */
  defer(module: string, resource: string, make: () => Instance | undefined): void {
    put(this.#deferred, `${module}|${resource}`, make);
    if (module !== "" && !this.#steps.has(module)) this.#register(modulesOf(stepsOf(module) ?? []).module);
  }

  add(instance: Instance): void {
    this.all.push(instance);
    put(this.#byType, instance.type, instance);
    if (instance.id !== instance.address) return; // nothing refers to a deposed one
    put(this.#byResource, `${moduleText(instance.module)}|${resourceText(instance)}`, instance);
    this.#register(instance.module);
  }

  #register(module: readonly ModuleStep[]): void {
    for (let depth = 1; depth <= module.length; depth++) {
      const path = module.slice(0, depth);
      const text = moduleText(path);
      if (this.#steps.has(text)) continue;
      this.#steps.set(text, path);
      const call = `${moduleText(path.slice(0, -1))}|${path.at(-1)?.name ?? ""}`;
      this.#modules.set(call, (this.#modules.get(call) ?? new Set()).add(text));
    }
  }

  /** The instances of a resource of a module. */
  of(module: readonly ModuleStep[], resource: Pick<Address, "mode" | "type" | "name">): readonly Instance[] {
    const key = `${moduleText(module)}|${resourceText(resource)}`;
    for (const make of this.#deferred.get(key) ?? []) {
      const instance = make();
      if (instance !== undefined) put(this.#byResource, key, instance);
    }
    this.#deferred.delete(key);
    return this.#byResource.get(key) ?? [];
  }

  ofType(...types: readonly string[]): readonly Instance[] {
    return types.flatMap((type) => this.#byType.get(type) ?? []);
  }

  /** The instances of a module that is called in another. */
  modules(module: readonly ModuleStep[], name: string): readonly (readonly ModuleStep[])[] {
    return [...(this.#modules.get(`${moduleText(module)}|${name}`) ?? [])].flatMap((text) => {
      const steps = this.#steps.get(text);
      return steps === undefined ? [] : [steps];
    });
  }
}

function put<T>(all: Map<string, T[]>, key: string, one: T): void {
  const known = all.get(key);
  if (known === undefined) all.set(key, [one]);
  else known.push(one);
}

/** A plan or a state that was read. Of a state both sides are the same. */
export type TerraformDocument = {
  readonly file: string;
  readonly isPlan: boolean;
  readonly before: Estate;
  readonly after: Estate;
  readonly configuration: Configuration;
  readonly variables: Members;
};

/** Reads the tables of a plan or a state. What has not the shape that Terraform gives it is told, and left out. */
export function readDocument(document: RecognisedDocument, sides: Sides): TerraformDocument | undefined {
  const value = asMembers(document.value);
  const version = asText(value.format_version);
  if (version !== undefined && !/^[01]\./.test(version)) {
    sides.tell(
      "KW804",
      document.at("/format_version"),
      `${document.file} has the format version ${version.slice(0, 20)}, and 0 and 1 are known`,
      "a newer kmsward may read it",
      "error",
    );
    return undefined;
  }
  return new Reader(document, value, sides).read();
}

class Reader {
  readonly #document: RecognisedDocument;
  readonly #value: Members;
  readonly #sides: Sides;
  readonly #configuration: Configuration;
  readonly #before = new Estate();
  readonly #after = new Estate();
  readonly #listed = new Set<string>(); // addresses that a change is listed of

  constructor(document: RecognisedDocument, value: Members, sides: Sides) {
    this.#document = document;
    this.#value = value;
    this.#sides = sides;
    this.#configuration = new Configuration(value);
  }

  read(): TerraformDocument {
    const isPlan = this.#document.format === "terraform-plan";
    if (isPlan) this.#changes();
    this.#state(asMembers(isPlan ? this.#value.prior_state : this.#value).values, isPlan ? "/prior_state/values" : "/values");
    if (isPlan) {
      this.#deferred();
      this.#invocations();
      this.#drift();
      this.#warn();
    }
    return {
      file: this.#document.file,
      isPlan,
      before: this.#before,
      after: this.#after,
      configuration: this.#configuration,
      variables: asMembers(this.#value.variables),
    };
  }

  #changes(): void {
    for (const [i, row] of asList(this.#value.resource_changes).entries()) {
      const pointer = `/resource_changes/${i}`;
      const change = isMembers(row) && isMembers(row.change) ? row.change : undefined;
      const address = isMembers(row) ? asText(row.address) : undefined;
      if (change === undefined || address === undefined || !Array.isArray(change.actions))
        this.#malformed(pointer, "a change without `address` or `change.actions`");
      else this.#change(row as Members, change, address, pointer);
    }
  }

  #change(row: Members, change: Members, address: string, pointer: string): void {
    const actions = (change.actions as unknown[]).join(",");
    const deposed = asText(row.deposed);
    const make = (side: "before" | "after", life: Life, isForgotten = false): Instance | undefined =>
      this.#instance(address, {
        values: asMembers(change[side]),
        unknown: side === "after" ? change.after_unknown : false,
        sensitive: change[`${side}_sensitive`],
        was: side === "after" && isMembers(change.before) ? change.before : undefined,
        life,
        isForgotten,
        deposed,
        pointer: `${pointer}/change/${actions === "no-op" ? "after" : side}`, // what does not change is one thing in one place
      });
    const isLazy = deposed === undefined && this.#isLazy(row);
    const add = (estate: Estate, ...how: Parameters<typeof make>): void => {
      if (isLazy) estate.defer(asText(row.module_address) ?? "", `${asText(row.type)}.${asText(row.name)}`, () => make(...how));
      const instance = isLazy ? undefined : make(...how);
      if (instance !== undefined) estate.add(instance);
    };
    if (deposed === undefined) this.#listed.add(address);
    if (Array.isArray(change.replace_paths) && /^aws_kms_(?:external_)?key$/.test(asText(row.type) ?? "")) {
      const names = change.replace_paths.map((path) => (Array.isArray(path) ? path.join(".") : "")).filter((name) => name !== "");
      this.#sides.facts.push(
        `${address} is replaced${names.length > 0 ? ` because of ${names.slice(0, 5).join(", ")}` : ""}: what was encrypted under the old key cannot be read with the new one`,
      );
    }
    const known = ACTIONS[actions];
    if (known === undefined) {
      this.#sides.tell(
        "KW818",
        this.#document.at(`${pointer}/change/actions`),
        `${address}: the actions \`${actions.slice(0, 60)}\` are not known`,
      );
      return;
    }
    if (known.before) add(this.#before, "before", "stays");
    if (known.after === "goes") add(this.#after, "before", "goes");
    else if (known.after === "forgotten") add(this.#after, "before", "stays", true);
    else if (known.after !== undefined) add(this.#after, "after", known.after);
    if (known.leaves && !isLazy) {
      const left = make("before", known.leaves === "forgotten" ? "stays" : "goes", known.leaves === "forgotten");
      if (left !== undefined) this.#after.add({ ...left, id: `${left.address} (before)` });
    }
  }

  /** What is in the state and in no change: data sources that were read, and everything besides of a plan with `-target`. */
  #state(values: unknown, pointer: string): void {
    const module = asMembers(values).root_module;
    if (isMembers(module)) this.#module(module, `${pointer}/root_module`, 0);
  }

  #module(module: Members, pointer: string, depth: number): void {
    for (const [i, row] of asList(module.resources).entries()) {
      const address = isMembers(row) ? asText(row.address) : undefined;
      if (!isMembers(row) || address === undefined || !isMembers(row.values)) {
        this.#malformed(`${pointer}/resources/${i}`, "a resource without `address` or `values`");
        continue;
      }
      const deposed = asText(row.deposed_key);
      if (deposed === undefined && this.#listed.has(address)) continue;
      if (deposed !== undefined && this.#document.format === "terraform-plan") continue; // listed with its change
      const make = () =>
        this.#instance(address, {
          values: row.values as Members,
          unknown: false,
          sensitive: row.sensitive_values,
          was: undefined,
          life: "stays",
          isForgotten: false,
          deposed,
          pointer: `${pointer}/resources/${i}/values`,
        });
      if (deposed === undefined && this.#isLazy(row)) {
        const resource = `${asText(row.type)}.${asText(row.name)}`;
        for (const estate of [this.#before, this.#after]) estate.defer(asText(module.address) ?? "", resource, make);
        continue;
      }
      const instance = make();
      if (instance === undefined) continue;
      this.#before.add(instance);
      this.#after.add(instance);
    }
    if (depth > 64) return;
    for (const [i, child] of asList(module.child_modules).entries())
      if (isMembers(child)) this.#module(child, `${pointer}/child_modules/${i}`, depth + 1);
  }

  /** Whether nothing but a reference would ask for it. Some are read all the same: their ARNs tell the account. */
  #isLazy({ type, mode }: Members): boolean {
    if (mode !== "managed" || WITH_SAY.test(String(type)) || IS_OF_DATA.has(String(type))) return false;
    this.#others++;
    return this.#others > READ_ALL_THE_SAME;
  }
  #others = 0;

  #instance(
    address: string,
    of: Pick<Instance, "values" | "unknown" | "sensitive" | "was" | "life" | "isForgotten"> & {
      readonly deposed: string | undefined;
      readonly pointer: string;
    },
  ): Instance | undefined {
    const parsed = addressOf(address);
    if (parsed === undefined) return this.#malformed(of.pointer, `${address.slice(0, 80)} is no address`);
    const { deposed, pointer, ...rest } = of;
    const config = this.#configuration.resource(parsed);
    return {
      ...parsed,
      ...rest,
      address,
      id: deposed === undefined ? address : `${address} (deposed ${deposed})`,
      config,
      provider: config?.provider ?? "",
      at: (inner) => this.#document.at(pointer + inner),
    };
  }

  #deferred(): void {
    for (const [i, row] of asList(this.#value.deferred_changes).entries()) {
      const change = asMembers(asMembers(row).resource_change);
      const type = asText(change.type) ?? "";
      if (!/^(?:aws|awscc)_(?:kms|iam|organizations)/.test(type)) continue;
      const pointer = `/deferred_changes/${i}`;
      this.#sides.leaveOpen(asText(change.address) ?? type, "its change was deferred");
      this.#sides.tell(
        "KW805",
        this.#document.at(pointer),
        `${asText(change.address) ?? type}: its change was deferred (${asText(asMembers(row).reason) ?? "no reason is given"}), and is not in the plan`,
        "plan again after this plan is applied",
      );
      this.#incomplete(pointer);
    }
  }

  /** What a provider does once, beside the resources (Terraform 1.14). */
  #invocations(): void {
    for (const name of ["action_invocations", "deferred_action_invocations"])
      for (const [i, row] of asList(this.#value[name]).entries()) {
        const action = asMembers(asMembers(row).action_invocation ?? row);
        const type = asText(action.type) ?? "";
        if (!/^(?:aws|awscc)_(?:kms|iam|organizations)/.test(type)) continue;
        const address = asText(action.address) ?? type;
        this.#sides.leaveOpen(address, `the action ${type} is not understood`);
        this.#sides.tell("KW806", this.#document.at(`/${name}/${i}`), `${address} is not understood: what it does is not in the world`);
      }
  }

  #incomplete(pointer: string): void {
    const { file } = this.#document;
    this.#sides.takenForGranted(
      `${INCOMPLETE}${file}`,
      `what ${file} does not tell of the change gives and takes no access`,
      this.#document.at(pointer),
    );
  }

  /** What others changed outside of Terraform is no part of the change, and told apart. */
  #drift(): void {
    for (const row of objectsIn(this.#value.resource_drift)) {
      const change = asMembers(row.change);
      const [before, after] = [asMembers(change.before), asMembers(change.after)];
      const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
        (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
      );
      const what = change.after === null ? "is gone" : names.length > 0 ? `has another ${names.slice(0, 5).join(", ")}` : "was changed";
      this.#sides.outside.push(`${asText(row.address) ?? "a resource"} ${what}`);
    }
  }

  #warn(): void {
    const { errored, complete, timestamp } = this.#value;
    const tell = (pointer: string, why: string, help: string) => {
      this.#sides.leaveOpen(this.#document.file, why);
      this.#sides.tell("KW805", this.#document.at(pointer), `${this.#document.file}: ${why}`, help);
      this.#incomplete(pointer);
    };
    if (errored === true)
      tell("/errored", "planning ended with an error, so that the plan does not tell the whole change", "mend the error, and plan again");
    else if (complete === false)
      tell("/complete", "the plan says itself that it does not tell the whole change", "apply it, and plan again");
    if (asText(timestamp) !== undefined) this.#sides.facts.push(`${this.#document.file} was planned at ${String(timestamp).slice(0, 40)}`);
    if (!this.#configuration.isThere)
      this.#sides.facts.push(`${this.#document.file} has no configuration: policies that are not known yet cannot be rebuilt`);
  }

  #malformed(pointer: string, what: string): undefined {
    this.#sides.tell(
      "KW818",
      this.#document.at(pointer),
      `${this.#document.file}: ${what}`,
      "give the output of `terraform show -json` as it is",
    );
  }
}

const READ_ALL_THE_SAME = 200;
const WITH_SAY = /^(?:aws|awscc)_(?:kms|iam|organizations|ssoadmin|sso|vpc_endpoint|ec2_vpc_endpoint|cloudformation|serverless)/;

/**
 * What the actions of a change mean (Terraform, "JSON Output Format", change representation; OpenTofu adds `forget`). `leaves`: what becomes of the object
 * that is replaced.
 */
type Meaning = {
  readonly before: boolean;
  readonly after?: Life | "forgotten";
  readonly leaves?: "goes" | "forgotten";
};

const ACTIONS: Readonly<Record<string, Meaning>> = {
  "no-op": { before: true, after: "stays" },
  create: { before: false, after: "new" },
  read: { before: false, after: "stays" },
  update: { before: true, after: "stays" },
  "delete,create": { before: true, after: "replacement", leaves: "goes" },
  "create,delete": { before: true, after: "replacement", leaves: "goes" },
  delete: { before: true, after: "goes" },
  forget: { before: true, after: "forgotten" },
  "create,forget": { before: true, after: "replacement", leaves: "forgotten" },
  "forget,create": { before: true, after: "replacement", leaves: "forgotten" },
};
