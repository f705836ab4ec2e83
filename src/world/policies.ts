import { invariant } from "../base/invariant.ts";
import { lineOf, toValue } from "../base/json-source.ts";
import { nearest } from "../base/nearest.ts";
import { isYaml, pointerStep, shown } from "../base/text.ts";
import type { ReadPolicy } from "../estate/estate.ts";
import type { Policy, PolicyType } from "../iam/policy.ts";
import type { PolicyEntry } from "./document.ts";
import { nodeAt, type Source, type WorldFiles } from "./files.ts";
import { FULL_ACCESS, isImplied, NAMES_OF_AWS, policyNamedByAws } from "./named-by-aws.ts";
import { parsePolicy, parsePolicyNode } from "./policy-text.ts";

type Shared = { readonly source: Source; readonly pointer: string; readonly entry: PolicyEntry };

/**
 * Reads the policies of a world wherever they are: inline, in files, by a name. Everything wrong with one is told at its own file and line; the same
 * file read as the same type is read once.
 */
export class PolicyReader {
  readonly #files: WorldFiles;
  readonly #shared = new Map<string, Shared>();
  readonly #read = new Map<string, ReadPolicy | undefined>();
  /** What each policy was read from. */
  readonly texts = new Map<Policy, string>();

  constructor(files: WorldFiles) {
    this.#files = files;
  }

  /** Makes a policy known by a name. Names count in all documents. */
  share(name: string, shared: Shared): void {
    this.#shared.set(name, shared);
  }

  /** `name` is what an inline document is called, unless it says itself; documents of files are called by their paths, unless `always`. */
  one(source: Source, pointer: string, entry: PolicyEntry, type: PolicyType, name: string, always = false): ReadPolicy | undefined {
    if (typeof entry === "string") return this.#named(source, pointer, entry, type, always ? name : undefined);
    if ("terraform" in entry) {
      const help = "write the policy to a file of its own, and name that";
      return this.#files.tell("KW004", source.placeOf(`${pointer}/terraform`), "policies out of Terraform plans cannot be read yet", help);
    }
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
    const { file, place } = source.text;
    const { policy, diagnostics, text } = parsePolicyNode(node, { type, name, file, place, pointer: source.pointer + pointer });
    this.#files.diagnostics.push(...diagnostics);
    return this.#kept(policy, text ?? JSON.stringify(toValue(node), null, 2));
  }

  #file(path: string, type: PolicyType, name: string, source: Source, pointer: string): ReadPolicy | undefined {
    const text = this.#files.text(path, source.placeOf(pointer));
    if (text === undefined) return undefined;
    if (!isYaml(path)) return this.#text(text, type, name, path);
    const tree = this.#files.tree(path, text);
    if (tree === undefined) return undefined;
    const { policy, diagnostics, text: own } = parsePolicyNode(tree.node, { type, name, ...tree.at });
    this.#files.diagnostics.push(...diagnostics);
    return this.#kept(policy, own ?? JSON.stringify(toValue(tree.node), null, 2));
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
