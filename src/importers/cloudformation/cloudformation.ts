import type { Place } from "../../base/diagnostic.ts";
import { nearest } from "../../base/nearest.ts";
import { listed, shown } from "../../base/text.ts";
import { HOME } from "../../estate/knowledge.ts";
import { memberOf, placeIn } from "../../world/json-place.ts";
import { folderOf, isInside, normalPath, pathFrom } from "../../world/path.ts";
import type { Importer, ImportOptions, RecognisedDocument } from "../importer.ts";
import { identityOf, type Leaf } from "../leaf.ts";
import type { Sides } from "../sides.ts";
import { type Assembly, type AssemblyStack, readAssembly } from "./assembly.ts";
import { importChangeSet } from "./change-set.ts";
import { INCLUDED, PROCESSED, type Tell } from "./functions.ts";
import { Holes } from "./holes.ts";
import { fragmentAt, INCLUDE } from "./include.ts";
import type { GivenParameters } from "./parameters.ts";
import { type Around, type Resource, Stack } from "./stack.ts";
import { type ReadTemplate, readTemplate } from "./template.ts";
import { knownText, type Value } from "./value.ts";
import { writeData } from "./write-data.ts";
import { People, StackWriter } from "./write-stack.ts";

/** Where what says no Region is: most of what is in a template is the same everywhere. */
export const ANY_REGION = "us-east-1";

/** Templates of CloudFormation and SAM, cloud assemblies of the CDK, and described change sets. */
export const importCloudFormation: Importer = (documents, sides, options) => {
  const of = (format: RecognisedDocument["format"]) => documents.filter((document) => document.format === format);
  const templates = of("cloudformation-template").flatMap((document) => readTemplate(document, sides) ?? []);
  const assemblies = of("cdk-manifest").map((document) => readAssembly(document, sides));
  const stacks = new Stacks(templates, sides, options);
  stacks.addAssemblies(assemblies);
  stacks.addTemplates(assemblies);
  stacks.write();
  for (const document of of("cloudformation-change-set")) importChangeSet(document, sides, options);
  for (const { file } of of("cloudformation-parameters"))
    sides.facts.push(`the parameters in ${file} are not used: give them by \`--parameters ${file}\``);
};

/** All stacks of an import. */
class Stacks {
  readonly #templates: ReadonlyMap<string, ReadTemplate>; // by path
  readonly #sides: Sides;
  readonly #options: ImportOptions;
  readonly #holes = new Holes();
  readonly #roots: Stack[] = [];
  readonly #nested = new Map<string, Stack | undefined>();
  readonly #files = new Map<Stack, ReadTemplate>();
  readonly #used = new Set<ReadTemplate>(); // by a stack of an assembly, or by one around it
  readonly #open = new Set<string>();

  constructor(templates: readonly ReadTemplate[], sides: Sides, options: ImportOptions) {
    this.#templates = new Map(templates.map((template) => [normalPath(template.file), template]));
    this.#sides = sides;
    this.#options = options;
  }

  addAssemblies(assemblies: readonly Assembly[]): void {
    const { account, region } = this.#options;
    for (const assembly of assemblies)
      for (const stack of assembly.stacks) {
        const template = this.#templates.get(normalPath(stack.templateFile));
        if (template === undefined) {
          const help = "give the whole folder that `cdk synth` wrote";
          this.#sides.tell(
            "KW824",
            stack.at,
            `the template ${shown(stack.templateFile)} of the stack ${shown(stack.id)} is not there`,
            help,
            "error",
          );
          continue;
        }
        if (this.#used.has(template)) continue; // of a stage that is named twice
        this.#used.add(template);
        this.#roots.push(
          this.#stack(template, { id: stack.id, name: stack.name, account: stack.account ?? account, region: stack.region ?? region }),
        );
      }
  }

  /** Templates by themselves; what stands in an assembly and is no stack of it is a nested one, or was left over. */
  addTemplates(assemblies: readonly Assembly[]): void {
    const loose = [...this.#templates].filter(
      ([path, template]) => !this.#used.has(template) && !assemblies.some(({ folder }) => isInside(folder, path)),
    );
    const folder = sharedFolder(loose.map(([path]) => path));
    const inside = this.#nestedPaths(loose);
    const roots = loose.filter(([path]) => !inside.has(path));
    for (const [path, template] of roots) {
      const id = loose.length === 1 ? "" : path.slice(folder.length).replace(/\.[^./]*$/, "");
      this.#roots.push(this.#stack(template, { id, name: undefined, account: this.#options.account, region: this.#options.region }));
    }
    const own = this.#roots.filter((stack) => !this.#sides.parts.has(this.#files.get(stack)?.file ?? "")); // what others include is no stack
    this.#roots.splice(0, this.#roots.length, ...own);
  }

  /** Templates that others name as nested stacks. */
  #nestedPaths(templates: readonly (readonly [string, ReadTemplate])[]): ReadonlySet<string> {
    const named = new Set<string>();
    for (const [path, { root }] of templates) {
      const resources = memberOf(root, "Resources");
      for (const { value } of resources?.kind === "object" ? resources.members : []) {
        const type = memberOf(value, "Type");
        const url = memberOf(memberOf(value, "Metadata"), "aws:asset:path") ?? memberOf(memberOf(value, "Properties"), "TemplateURL");
        if (type?.kind === "string" && type.value === "AWS::CloudFormation::Stack" && url?.kind === "string")
          named.add(pathFrom(folderOf(path), url.value));
      }
    }
    return named;
  }

  #stack(
    template: ReadTemplate,
    { id, name, account, region }: Pick<AssemblyStack, "id"> & Partial<Record<"name" | "account" | "region", string | undefined>>,
    inputs?: ReadonlyMap<string, Value>,
  ): Stack {
    const included: { readonly pointer: string; readonly placeOf: (inner: string) => Place }[] = [];
    const inTemplate = placeIn(template.root, { file: template.file, place: template.place });
    const placeOf = (pointer: string): Place => {
      const part = included.findLast((each) => pointer === each.pointer || pointer.startsWith(`${each.pointer}/`));
      return part === undefined ? inTemplate(pointer) : { ...part.placeOf(pointer.slice(part.pointer.length)) };
    };
    const tell: Tell = (code, pointer, message, help) => this.#sides.tell(code, placeOf(pointer), message, help);
    const where = region ?? this.#sides.region ?? ANY_REGION;
    const facts = {
      id,
      name,
      account: account ?? this.#sides.account,
      region: where,
      given: this.#given(id),
      inputs,
      assignment: this.#options.choices ?? new Map(),
      holes: this.#holes,
      placeOf,
      fragments: {
        read: (location: string) => fragmentAt(location, template.file, this.#sides, inTemplate("")),
        put: (pointer: string, own: (inner: string) => Place) => void included.push({ pointer, placeOf: own }),
      },
      tell,
      around: this.#around,
    };
    const stack = new Stack(template.root, facts);
    this.#files.set(stack, template);
    if (inputs === undefined) this.#tellHome(stack, region);
    if (stack.macro !== undefined)
      this.#sides.tell(
        "KW812",
        placeOf("/Transform"),
        `the macro ${shown(stack.macro)} is not carried out: it may change every policy`,
        stack.macro.startsWith(INCLUDE) ? INCLUDED : PROCESSED,
      );
    return stack;
  }

  #tellHome({ facts: { placeOf, account, region } }: Stack, told: string | undefined): void {
    if (account === undefined)
      this.#sides.tell("KW808", placeOf(""), "the account is not told: it stands as a symbol", "give it: `--account ID`");
    if (told === undefined && this.#sides.region === undefined) {
      const message = `the Region is not told: taken is ${region}`;
      this.#sides.tell("KW808", placeOf(""), message, "give it: `--region NAME`");
      this.#sides.facts.push(`${message}, in ${placeOf("").file}`);
      this.#sides.takenForGranted(`${HOME}region`, `the Region, which nobody told, is ${region}`, placeOf(""));
    }
  }

  /** What was given for the parameters of a stack: by its name and theirs, or by theirs alone. */
  #given(id: string): GivenParameters {
    const given = Object.entries(this.#options.parameters ?? {});
    const own = given.flatMap(([name, value]) => (name.startsWith(`${id}:`) ? [[name.slice(id.length + 1), value] as const] : []));
    return Object.fromEntries([...given.filter(([name]) => !name.includes(":")), ...own]);
  }

  readonly #around: Around = {
    exported: (name, from) => this.#exported(name, from),
    output: (stack, name) => this.#output(stack, name),
    nested: (stack, logical) => this.#nestedStack(stack, logical),
  };

  /** An export of a stack in the same account and Region. */
  #exported(name: Leaf, from: Stack): Value | undefined {
    const wanted = identityOf(name);
    if (this.#open.has(wanted)) return undefined; // stacks that import from each other
    this.#open.add(wanted);
    try {
      for (const stack of [...this.#roots, ...this.#nested.values()]) {
        if (stack === undefined || stack === from || stack.facts.account !== from.facts.account || stack.facts.region !== from.facts.region)
          continue;
        const found = stack.exports().find((each) => each.name !== undefined && identityOf(each.name) === wanted);
        if (found !== undefined) return stack.output(found.output);
      }
      return undefined;
    } finally {
      this.#open.delete(wanted);
    }
  }

  #output(name: Leaf, output: Leaf): Value | undefined {
    const stack = this.#roots.find(({ facts }) => facts.name !== undefined && facts.name === name);
    return typeof output === "string" ? stack?.output(output) : undefined;
  }

  #nestedStack(stack: Stack, logical: string): Stack | undefined {
    const key = `${stack.facts.id}\n${logical}`;
    if (this.#nested.has(key)) return this.#nested.get(key);
    this.#nested.set(key, undefined); // a template that has itself as a nested stack ends here
    const resource = [...stack.resources].find((each) => each.logical === logical);
    const made = resource === undefined ? undefined : this.#nestedOf(stack, resource);
    this.#nested.set(key, made);
    return made;
  }

  #nestedOf(stack: Stack, resource: Resource): Stack | undefined {
    const from = this.#files.get(stack);
    const url = stack.property(resource, "TemplateURL");
    const asset = memberOf(memberOf(resource.node, "Metadata"), "aws:asset:path");
    const path = asset?.kind === "string" ? asset.value : knownText(url);
    const template =
      from === undefined || path === undefined ? undefined : this.#templates.get(normalPath(pathFrom(folderOf(from.file), path)));
    if (template === undefined) {
      const what =
        path === undefined ? "the template of a nested stack is not told" : `the template ${shown(path)} of a nested stack is not there`;
      stack.facts.tell(
        "KW824",
        resource.pointer,
        `${what}: what ${shown(resource.logical)} makes is left out`,
        "give its template, in a folder with this one",
      );
      return undefined;
    }
    if (stack.facts.id.split("/").length > DEEPEST) return undefined;
    this.#used.add(template);
    const parameters = stack.property(resource, "Parameters");
    const inputs = new Map((parameters?.kind === "object" ? parameters.members : []).map(({ name, value }) => [name, value]));
    const { account, region } = stack.facts;
    return this.#stack(template, { id: stack.called(resource.logical), account, region }, inputs);
  }

  /** Everything that is made, in all stacks, before anything is attached to it. */
  write(): void {
    const stacks: Stack[] = [];
    const add = (stack: Stack): void => {
      stacks.push(stack);
      for (const { type, logical, exists } of stack.resources) {
        const nested = type === "AWS::CloudFormation::Stack" && exists !== false ? this.#nestedStack(stack, logical) : undefined;
        if (nested !== undefined && !stacks.includes(nested)) add(nested);
      }
    };
    for (const stack of this.#roots) add(stack);
    const people = new People();
    const drafts = [this.#sides.before, this.#sides.after];
    const writers = stacks.map((stack) => new StackWriter(stack, this.#sides, drafts, people, (resource) => namesOf(stack, resource)));
    for (const writer of writers) writer.writeMade();
    for (const writer of writers) writer.writeAttached();
    people.settleGroups();
    for (const { conditions } of stacks)
      for (const { id, values, isComparison } of conditions.atoms.values())
        this.#sides.open.push({ id, values: [...values], isComparison });
    const written = stacks.map((stack, i) => ({
      stack,
      writer: writers[i] as StackWriter,
      namesOf: (resource: Resource) => namesOf(stack, resource),
    }));
    writeData(written, drafts);
    this.#tellParameters(stacks);
    const [first] = stacks;
    this.#sides.account ??= stacks.every(({ facts }) => facts.account === first?.facts.account) ? first?.facts.account : undefined;
    this.#sides.region ??= first?.facts.region;
  }

  #tellParameters(stacks: readonly Stack[]): void {
    const known = new Set(stacks.flatMap(({ parameters }) => [...parameters.keys()]));
    for (const name of Object.keys(this.#options.parameters ?? {})) {
      const own = name.slice(name.lastIndexOf(":") + 1);
      if (known.has(own) || stacks.length === 0) continue;
      const near = nearest(own, known);
      this.#sides.tell(
        "KW825",
        { file: "--parameters", pointer: "" },
        `no template has a parameter ${shown(own)}`,
        near && `did you mean \`${near}\`?`,
      );
    }
    const atDefault = stacks.flatMap(({ parameters, facts }) =>
      [...parameters.values()]
        .filter(
          ({ name, fallback, isStored }) =>
            fallback !== undefined && !isStored && !Object.hasOwn(facts.given, name) && !facts.inputs?.has(name),
        )
        .map(({ name }) => name),
    );
    if (atDefault.length > 0) this.#sides.facts.push(`parameters at their defaults: ${listed([...new Set(atDefault)].slice(0, 20))}`);
  }
}

const DEEPEST = 16; // nested stacks in each other

/** A construct is called by its path, as its author knows it; anything else by its logical id. */
export function namesOf(stack: Stack, { logical, node }: Resource): readonly [string, ...string[]] {
  const path = memberOf(memberOf(node, "Metadata"), "aws:cdk:path");
  const own = path?.kind === "string" ? path.value.replace(/\/(?:Resource|Default)$/, "") : undefined;
  return own === undefined ? [logical, stack.called(logical)] : [own, logical, stack.called(logical)];
}

/** The beginning that all of these have, up to a `/`. */
function sharedFolder(paths: readonly string[]): string {
  const upTo = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);
  let shared = upTo(paths[0] ?? "");
  for (const path of paths) while (!path.startsWith(shared)) shared = upTo(shared.slice(0, -1));
  return shared;
}
