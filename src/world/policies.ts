import { keepWarnings, warningsOf } from "../authz/warnings.ts";
import type { Diagnostic, Place } from "../base/diagnostic.ts";
import { invariant } from "../base/invariant.ts";
import { fromValue, type JsonNode, lineOf, toValue } from "../base/json-source.ts";
import { nearest } from "../base/nearest.ts";
import { isYaml, pointerStep, pointerSteps, shown } from "../base/text.ts";
import { unknownPolicy, withDoubtful } from "../estate/doubts.ts";
import type { ReadPolicy } from "../estate/estate.ts";
import type { ParseOptions } from "../iam/parse/report.ts";
import type { Doubt, DoubtfulStatement, Policy, PolicyType } from "../iam/policy.ts";
import type { PolicyEntry } from "./document.ts";
import { nodeAt, type Source, type WorldFiles } from "./files.ts";
import type { Origin } from "./json-place.ts";
import { bounded, inOrigin, isInPlace, type PlacedLeaf, standIn, withStandIns } from "./leaf-policy.ts";
import { asLeaf, type Leaves, leavesIn } from "./leaves.ts";
import { FULL_ACCESS, isImplied, NAMES_OF_AWS, policyNamedByAws } from "./named-by-aws.ts";
import { parsePolicy, parsePolicyNode } from "./policy-text.ts";

/** How a document is read; `origin`: of one that was made of others, where what stands at a pointer comes from. */
type Placed = ParseOptions & { readonly origin?: Origin | undefined };

const inPlace = (diagnostic: Diagnostic, origin: Origin | undefined): Diagnostic => ({
  ...diagnostic,
  at: origin?.(diagnostic.at.pointer) ?? diagnostic.at,
});

function moved(policy: Policy, origin: Origin | undefined): Policy {
  if (origin === undefined) return policy;
  const own = inOrigin(policy, origin);
  keepWarnings(
    own,
    warningsOf(policy).map((one) => inPlace(one, origin)),
  );
  return own;
}

type Shared = { readonly source: Source; readonly pointer: string; readonly entry: PolicyEntry };

/**
 * Reads the policies of a world wherever they are: inline, in files, by a name. Everything wrong with one is told at its own file and line; the same
 * file read as the same type is read once.
 */
export class PolicyReader {
  readonly #files: WorldFiles;
  readonly #shared = new Map<string, Shared>();
  readonly #read = new Map<string, ReadPolicy | undefined>();
  readonly #leaves: Leaves;
  /** What each policy was read from. */
  readonly texts = new Map<Policy, string>();
  /** Of policies that rest on assumptions: how they read without. */
  readonly strict = new Map<Policy, ReadPolicy>();

  constructor(files: WorldFiles, leaves: Leaves) {
    this.#files = files;
    this.#leaves = leaves;
  }

  /** Makes a policy known by a name. Names count in all documents. */
  share(name: string, shared: Shared): void {
    this.#shared.set(name, shared);
  }

  /** `name` is what an inline document is called, unless it says itself; documents of files are called by their paths, unless `always`. */
  one(source: Source, pointer: string, entry: PolicyEntry, type: PolicyType, name: string, always = false): ReadPolicy | undefined {
    if (typeof entry === "string") return this.#named(source, pointer, entry, type, always ? name : undefined);
    if ("terraform" in entry) {
      return this.#foreign(source, pointer, entry, type, name);
    }
    const leaf = asLeaf(entry);
    if (leaf !== undefined) return this.#byArn(source, pointer, leaf, type, name);
    if ("unknown" in entry) return this.#notKnown(source, pointer, entry, type, name);
    if (!("document" in entry)) return this.#inline(source, pointer, type, name);
    const called = typeof entry.name === "string" && !always ? entry.name : name;
    const inner = pointerStep(pointer, "document");
    if (typeof entry.document === "string") return this.#named(source, inner, entry.document, type, called);
    return this.#inline(source, inner, type, called);
  }

  /** A list; `name` calls an inline one by its number. Undefined where it is not there. */
  list(
    source: Source,
    pointer: string,
    entries: readonly PolicyEntry[] | undefined,
    type: PolicyType,
    name: (number: number) => string,
  ): readonly Policy[] | undefined {
    return entries?.flatMap((entry, i) => {
      if (type === "resource-control" && typeof entry === "string" && isImplied(entry)) return [];
      return this.one(source, pointerStep(pointer, i), entry, type, name(i + 1))?.policy ?? [];
    });
  }

  /** `FullAWSAccess`, as a service control policy. */
  fullAccess(): Policy {
    const read = this.#once("service-control\nFullAWSAccess", () =>
      this.#text(FULL_ACCESS, "service-control", "FullAWSAccess", "FullAWSAccess"),
    );
    return (read as ReadPolicy).policy;
  }

  /** The policy of one key, with statements of its own that may be there: without assumptions too. */
  withDoubtful(policy: Policy, more: readonly DoubtfulStatement[]): Policy {
    const own = withDoubtful(policy, more);
    const strict = this.strict.get(policy);
    if (own === policy) return policy;
    keepWarnings(own, warningsOf(policy));
    if (strict !== undefined) this.strict.set(own, { ...strict, policy: withDoubtful(strict.policy, more) });
    return own;
  }

  /** `{ terraform: plan.json, address: aws_kms_key.orders }`: the policy that a resource of a plan will set. */
  #foreign(source: Source, pointer: string, entry: Exclude<PolicyEntry, string>, type: PolicyType, name: string): ReadPolicy | undefined {
    const { terraform: reference, address } = entry;
    const at = source.placeOf(`${pointer}/terraform`);
    const { foreign } = this.#files;
    if (typeof reference !== "string" || typeof address !== "string" || Object.keys(entry).length > 2)
      return this.#files.tell("KW104", at, "a policy out of a plan is `{ terraform: PATH, address: ADDRESS }`");
    if (foreign === undefined) {
      const help = "`kmsward import` writes the world of a plan to a file: name that, or write the policy to a file of its own";
      return this.#files.tell("KW004", at, "policies out of Terraform plans are not read here", help);
    }
    const path = this.#files.locate(source, reference, `${pointer}/terraform`);
    const text = path === undefined ? undefined : this.#files.text(path, at);
    if (path === undefined || text === undefined) return undefined;
    return this.#once(`${type}\n${name}\n${path}\n${address}`, () => {
      const read = foreign.policy(path, text, address);
      if ("why" in read) return this.#files.tell("KW501", source.placeOf(`${pointer}/address`), read.why, read.help);
      if (isUnknownEntry(read.entry)) return this.#notKnown(source, pointer, read.entry, type, name);
      return this.#tree(fromValue(read.entry), { type, name, file: path, pointer: `#${address}` });
    });
  }

  #named(source: Source, pointer: string, reference: string, type: PolicyType, called: string | undefined): ReadPolicy | undefined {
    if (/^\s*\{/.test(reference)) {
      const help = "give the policy itself: an object, not its text";
      return this.#files.tell("KW504", source.placeOf(pointer), "a text here is a path, or a name in `policies`", help);
    }
    const shared = this.#shared.get(reference);
    if (shared !== undefined) return this.#sharedPolicy(reference, shared, type, called);
    const builtIn = policyNamedByAws(reference);
    if (builtIn !== undefined) return this.#once(`${type}\n${reference}`, () => this.#text(builtIn, type, reference, reference));
    if (!/[/\\]|\.(?:json|ya?ml)$/i.test(reference) || reference.startsWith("arn:")) return this.#unknown(source, pointer, reference);
    const path = this.#files.locate(source, reference, pointer);
    if (path === undefined) return undefined;
    return this.#once(`${type}\n${called ?? ""}\n${path}`, () => this.#file(path, type, called ?? path, source, pointer));
  }

  /** A name whose policy is another name would need a search for circles; one step is enough for any world. */
  #sharedPolicy(name: string, { source, pointer, entry }: Shared, type: PolicyType, called: string | undefined): ReadPolicy | undefined {
    const target = typeof entry === "string" ? entry : entry.document;
    if (typeof target === "string" && this.#shared.has(target)) {
      return this.#files.tell(
        "KW504",
        source.placeOf(pointer),
        `the policy ${shown(name)} is only another name`,
        `name ${shown(target)} where it is used`,
      );
    }
    return this.#once(`${type}\n${called ?? ""}\n#${name}`, () => this.one(source, pointer, entry, type, called ?? name, true));
  }

  #unknown(source: Source, pointer: string, reference: string): undefined {
    const known = [...this.#shared.keys(), ...NAMES_OF_AWS];
    const near = nearest(reference, known);
    const help = near ? `did you mean \`${near}\`?` : "a path has a `/` in it, or ends in .json or .yaml; names stand in `policies`";
    this.#files.tellUnknown(
      reference,
      "KW501",
      source.placeOf(pointer),
      `${shown(reference)} is neither a policy of this world nor a path`,
      help,
    );
  }

  #inline(source: Source, pointer: string, type: PolicyType, name: string): ReadPolicy | undefined {
    const node = nodeAt(source.node, pointer);
    invariant(node !== undefined, "an inline policy is not in the tree that its value came from");
    const { file, place, origin } = source.text;
    return this.#tree(node, { type, name, file, place, origin, pointer: source.pointer + pointer });
  }

  /** A document that was read as a tree, JSON or YAML; leaves in it bound what it says. */
  #tree(node: JsonNode, { origin, ...options }: Placed): ReadPolicy | undefined {
    const parsed = parsePolicyNode(node, options);
    const text = () => parsed.text ?? JSON.stringify(toValue(node), null, 2);
    const found = parsed.policy === undefined ? leavesIn(node) : [];
    if (found.length > 0) return this.#withLeaves(node, { origin, ...options }, found, text());
    this.#files.diagnostics.push(...parsed.diagnostics.map((one) => inPlace(one, origin)));
    return this.#kept(parsed.policy && moved(parsed.policy, origin), text());
  }

  #withLeaves(node: JsonNode, options: Placed, found: ReturnType<typeof leavesIn>, text: string): ReadPolicy | undefined {
    const { pointer: base = "", file = options.name, place, origin } = options;
    const placed = found.flatMap(({ pointer, leaf, node: own }): PlacedLeaf[] => {
      const at = origin?.(base + pointer) ?? { file, ...place?.(own.start), pointer: base + pointer };
      const fault = this.#leaves.fault(leaf);
      if (fault === undefined) {
        const read = this.#leaves.read(leaf);
        return [{ pointer, leaf: read, at, own: this.#leaves.isHeld(read) ? read.text : undefined }];
      }
      return this.#files.tell(fault.code, at, fault.message, fault.help) ?? [];
    });
    if (placed.length < found.length) return undefined;
    const symbolic = placed.filter(({ leaf }) => leaf.may !== undefined);
    const bound = this.#bounded(node, options, placed, symbolic);
    if (bound === undefined || placed.every(({ leaf }) => leaf.assumed === undefined)) return this.#kept(bound, text);
    const strict = this.#bounded(
      node,
      options,
      placed,
      placed.filter(({ leaf }) => leaf.may !== undefined || leaf.assumed !== undefined),
    );
    const read = this.#kept(bound, text);
    if (strict !== undefined) this.strict.set(bound, { policy: strict, text });
    return read;
  }

  /** The policy as far as these leaves leave it known; all leaves are texts first. */
  #bounded(node: JsonNode, { origin, ...options }: Placed, all: readonly PlacedLeaf[], open: readonly PlacedLeaf[]): Policy | undefined {
    const read = parsePolicyNode(withStandIns(node, all), options);
    const told = read.diagnostics.filter(({ message }) => !all.some((one) => message.includes(standIn(one))));
    for (const diagnostic of told) {
      const placed = inPlace(diagnostic, origin);
      if (!this.#files.diagnostics.some((one) => isSame(one, placed))) this.#files.diagnostics.push(placed);
    }
    if (read.policy !== undefined && open.every(isInPlace)) {
      const policy = open.length === 0 ? read.policy : bounded(read.policy, node, options.pointer ?? "", open);
      return moved(policy, origin);
    }
    if (told.some(({ severity }) => severity === "error")) return undefined;
    const names = [...new Set(all.flatMap(({ leaf }) => leaf.names))];
    const doubt = { id: `policy:${JSON.stringify(toValue(node))}`, text: `${options.name}, because of ${names.join(", ")}` };
    return unknownPolicy(options.type, options.name, { ...doubt, ...(all[0] && { at: all[0].at }) });
  }

  /** A policy named by an ARN that is not known, or taken for granted. */
  #byArn(
    source: Source,
    pointer: string,
    leaf: NonNullable<ReturnType<typeof asLeaf>>,
    type: PolicyType,
    name: string,
  ): ReadPolicy | undefined {
    const fault = this.#leaves.fault(leaf);
    if (fault !== undefined) return this.#files.tell(fault.code, source.placeOf(pointer), fault.message, fault.help);
    const { names, may, text, assumed, id } = this.#leaves.read(leaf);
    const doubt: Doubt = {
      id: `policy:${id}`,
      text: assumed ?? `${ownerOf(pointer, name)}, symbol ${names.join(", ")}`,
      at: source.placeOf(pointer),
    };
    const unknown = { policy: unknownPolicy(type, name, doubt), text: "" };
    if (may !== undefined) return unknown;
    const known = this.#named(source, pointer, text, type, undefined);
    if (known === undefined || assumed === undefined) return known;
    const own = { ...known, policy: { ...known.policy } }; // the same policy, named without an assumption, rests on none
    this.strict.set(own.policy, unknown);
    return own;
  }

  /** `{ unknown: WHY, at?, was?, denies? }`. */
  #notKnown(source: Source, pointer: string, entry: Exclude<PolicyEntry, string>, type: PolicyType, name: string): ReadPolicy | undefined {
    const odd = Object.keys(entry).find((member) => !MEMBERS_OF_UNKNOWN.includes(member));
    if (odd !== undefined) {
      const near = nearest(odd, MEMBERS_OF_UNKNOWN);
      const help = near ? `did you mean \`${near}\`?` : `known are ${MEMBERS_OF_UNKNOWN.map((member) => `\`${member}\``).join(", ")}`;
      return this.#files.tell("KW101", source.placeOf(pointerStep(pointer, odd)), `unknown member ${shown(odd)}`, help);
    }
    const { unknown, denies } = entry;
    const wrong = typeof unknown !== "string" ? "unknown" : denies !== undefined && typeof denies !== "boolean" ? "denies" : undefined;
    if (wrong !== undefined) {
      const help = wrong === "unknown" ? "say why the policy is not known" : undefined;
      const message = `\`${wrong}\` is not ${wrong === "unknown" ? "a text" : "true or false"}`;
      return this.#files.tell("KW104", source.placeOf(pointerStep(pointer, wrong)), message, help);
    }
    const at = placeOf(entry.at) ?? source.placeOf(pointer);
    const doubt = { id: `policy:${pointer}:${JSON.stringify(entry)}`, text: ownerOf(pointer, name), why: String(unknown), at };
    return { policy: unknownPolicy(type, name, doubt, denies !== false), text: "" };
  }

  #file(path: string, type: PolicyType, name: string, source: Source, pointer: string): ReadPolicy | undefined {
    const text = this.#files.text(path, source.placeOf(pointer));
    if (text === undefined) return undefined;
    if (!isYaml(path)) return this.#text(text, type, name, path);
    const tree = this.#files.tree(path, text);
    if (tree === undefined) return undefined;
    return this.#tree(tree.node, { type, name, ...tree.at });
  }

  #text(text: string, type: PolicyType, name: string, file: string): ReadPolicy | undefined {
    const { policy, diagnostics, text: own = text } = parsePolicy(text, { type, name, file, place: lineOf(text) });
    this.#files.diagnostics.push(...diagnostics);
    return this.#kept(policy, own);
  }

  #kept(policy: Policy | undefined, text: string): ReadPolicy | undefined {
    if (policy === undefined) return undefined;
    this.texts.set(policy, text);
    return { policy, text };
  }

  #once(key: string, read: () => ReadPolicy | undefined): ReadPolicy | undefined {
    if (!this.#read.has(key)) this.#read.set(key, read());
    return this.#read.get(key);
  }
}

const isUnknownEntry = (entry: unknown): entry is Record<string, unknown> =>
  typeof entry === "object" && entry !== null && "unknown" in entry;

const MEMBERS_OF_UNKNOWN = ["unknown", "at", "was", "denies"];

const isSame = (one: Diagnostic, other: Diagnostic): boolean =>
  one.code === other.code && one.message === other.message && one.at.pointer === other.at.pointer && one.at.file === other.at.file;

/** Where the document that was imported has it. */
function placeOf(at: unknown): Place | undefined {
  const { file, pointer, line, column } = (at ?? {}) as Record<string, unknown>;
  if (typeof file !== "string") return undefined;
  return {
    file,
    ...(typeof line === "number" && { line }),
    ...(typeof column === "number" && { column }),
    pointer: typeof pointer === "string" ? pointer : "",
  };
}

/** What people call a policy by where it stands: "key policy of orders". */
function ownerOf(pointer: string, name: string): string {
  const [section, owner, member, number] = pointerSteps(pointer);
  if (section === "keys" && member === "policy") return `key policy of ${owner}`;
  if (section === "endpoints") return `policy of endpoint ${owner}`;
  if (section === "policies") return `policy ${owner}`;
  if (section !== "principals") return name;
  if (member === "boundary") return `boundary of ${owner}`;
  if (member === "trust") return `trust policy of ${owner}`;
  return `${member === "session" ? "session" : "identity"} policy ${Number(number) + 1} of ${owner}`;
}
