import type { Place } from "../../base/diagnostic.ts";
import type { JsonNode } from "../../base/json-source.ts";
import { pointerStep, shown } from "../../base/text.ts";
import { partitionOf } from "../../catalog/regions.ts";
import { memberOf } from "../../world/json-place.ts";
import { madeKeyId } from "../../world/made-key-id.ts";
import { joined, type Leaf, type LeafType, type SymbolLeaf } from "../leaf.ts";
import { IAM_KINDS, NAMED, SYMBOL_TYPES } from "./attributes.ts";
import { type Assignment, Conditions } from "./conditions.ts";
import { LoopExpander } from "./for-each.ts";
import { Evaluator, type Scope, type Tell, type Truth } from "./functions.ts";
import type { Holes } from "./holes.ts";
import { type Fragments, Includer } from "./include.ts";
import { type GivenParameters, listMembers, type Parameter, parameterOf } from "./parameters.ts";
import { withRolesOfFunctions } from "./serverless.ts";
import { itemsIn, knownText, leafOf, listValue, NOTHING, partsOf, textValue, unknownValue, type Value } from "./value.ts";

/** A resource of a template. */
export type Resource = {
  readonly logical: string;
  readonly type: string;
  readonly node: JsonNode;
  readonly pointer: string;
  readonly exists: Truth; // its condition
};

/** A stack: a template with all that is known of where it is deployed. */
export type StackFacts = {
  readonly id: string; // tells it from the other stacks of the import; "" of an only one
  readonly name: string | undefined;
  readonly account: string | undefined;
  readonly region: string;
  readonly given: GivenParameters;
  readonly inputs?: ReadonlyMap<string, Value> | undefined; // what the stack around a nested one gives it
  readonly assignment: Assignment;
  readonly physical?: ReadonlyMap<string, string> | undefined; // ids of resources that exist, by logical id
  readonly holes: Holes;
  readonly placeOf: (pointer: string) => Place;
  readonly fragments?: Fragments | undefined; // files that the template includes
  readonly tell: Tell;
  readonly around: Around;
};

/** What a stack asks of the others. */
export type Around = {
  readonly exported: (name: Leaf, from: Stack) => Value | undefined;
  readonly output: (stack: Leaf, name: Leaf) => Value | undefined;
  readonly nested: (stack: Stack, logical: string) => Stack | undefined;
};

/** The macros that AWS has, and what of them is read here; every other may change all there is. */
const READ_HERE: ReadonlySet<string> = new Set([
  "AWS::LanguageExtensions",
  "AWS::Serverless-2016-10-31",
  "AWS::SecretsManager-2020-07-23",
  "AWS::SecretsManager-2024-09-16",
  "AWS::CodeDeployBlueGreen",
  "AWS::ServiceCatalog",
]);

/** What a template comes to in one stack: its resources, and what its references stand for. */
export class Stack {
  readonly facts: StackFacts;
  readonly root: JsonNode;
  readonly partition: string;
  readonly conditions: Conditions;
  readonly evaluator: Evaluator;
  readonly #parameters: ReadonlyMap<string, Parameter>;
  #resources: ReadonlyMap<string, Resource> = new Map();
  readonly #attributes = new Map<string, Value | undefined>();
  readonly #open = new Set<string>();
  /** A macro over the whole template that is not carried out: it may change every policy. */
  readonly macro: string | undefined;

  constructor(template: JsonNode, facts: StackFacts) {
    this.facts = facts;
    this.partition = partitionOf(facts.region) ?? "aws";
    const parameters = memberOf(template, "Parameters");
    this.#parameters = new Map(
      (parameters?.kind === "object" ? parameters.members : []).map(({ name, value }) => [name, parameterOf(name, value)]),
    );
    const early = new Evaluator(this.#scope(template, () => undefined));
    const collectionOf = (node: JsonNode, at: string) => textsOf(early.value(node, at));
    const textAt = (node: JsonNode, at: string) => knownText(early.value(node, at));
    const whole = facts.fragments === undefined ? template : new Includer(facts.fragments, textAt, facts.tell).expand(template);
    this.root = withRolesOfFunctions(new LoopExpander(collectionOf, facts.tell).expand(whole));
    this.conditions = new Conditions(
      memberOf(this.root, "Conditions"),
      () => this.evaluator,
      facts.tell,
      facts.assignment,
      (id) => facts.holes.oneOf(id),
    );
    this.evaluator = new Evaluator(this.#scope(this.root, (name) => this.conditions.truth(name)));
    this.macro = this.#macro();
    this.#resources = this.#read();
  }

  get resources(): Iterable<Resource> {
    return this.#resources.values();
  }

  get parameters(): ReadonlyMap<string, Parameter> {
    return this.#parameters;
  }

  /** What a property of a resource comes to; undefined where it has none, or NoValue. */
  property({ node, pointer }: Resource, name: string): Value | undefined {
    const properties = memberOf(node, "Properties");
    const own = memberOf(properties, name);
    if (properties?.kind === "object" && own === undefined) {
      const macro = memberOf(properties, "Fn::Transform");
      if (macro !== undefined) return this.evaluator.value(properties, `${pointer}/Properties`); // it may add any
      return undefined;
    }
    const inner = pointerStep(`${pointer}/Properties`, name);
    const value = own === undefined ? undefined : this.evaluator.value(own, inner);
    return value === undefined || value.kind === "nothing" || value.kind === "null" ? undefined : value;
  }

  /** An attribute of a resource; "" for what `Ref` gives. */
  attribute(logical: string, attribute: string): Value | undefined {
    return this.#attribute(logical, attribute);
  }

  /** The value of an output; undefined where the template has none of that name. */
  output(name: string): Value | undefined {
    const node = memberOf(memberOf(this.root, "Outputs"), name);
    const value = memberOf(node, "Value");
    return value && this.#once(`output ${name}`, () => this.evaluator.value(value, `${pointerStep("/Outputs", name)}/Value`));
  }

  /** The outputs that other stacks may import, by the names that they have there. */
  exports(): readonly { readonly output: string; readonly name: Leaf | undefined }[] {
    const outputs = memberOf(this.root, "Outputs");
    return (outputs?.kind === "object" ? outputs.members : []).flatMap(({ name, value }) => {
      const node = memberOf(memberOf(value, "Export"), "Name");
      return node === undefined
        ? []
        : [{ output: name, name: leafOf(this.evaluator.value(node, `${pointerStep("/Outputs", name)}/Export/Name`)) }];
    });
  }

  get account(): Leaf {
    return this.facts.account ?? this.#hole("AWS::AccountId", "account", "account-id");
  }

  arn(service: string, resource: Leaf, region = this.facts.region): Leaf {
    return joined([`arn:${this.partition}:${service}:${region}:`, this.account, ":", resource]);
  }

  /** What a symbol or something made up is called in messages, and told apart by. */
  called(name: string): string {
    return this.facts.id === "" ? name : `${this.facts.id}/${name}`;
  }

  #hole(
    name: string,
    shortName: string,
    type: LeafType,
    more: { readonly oneOf?: readonly string[]; readonly prefix?: string; readonly at?: string } = {},
  ): SymbolLeaf {
    const { at, ...facts } = more;
    return this.facts.holes.hole(
      this.called(name),
      shortName,
      { type, from: this.called(name), ...facts },
      at === undefined ? undefined : this.facts.placeOf(at),
      this.facts.account,
    );
  }

  #scope(template: JsonNode, condition: Scope["condition"]): Scope {
    const { facts } = this;
    return {
      ref: (name) => this.#ref(name),
      attribute: (resource, attribute) => this.#attribute(resource, attribute),
      names: () => [...this.#parameters.keys(), ...this.#resources.keys(), ...PSEUDO],
      mapping: (name) => memberOf(memberOf(template, "Mappings"), name),
      condition,
      exported: (name) => facts.around.exported(name, this),
      output: (stack, name) => facts.around.output(stack, name),
      region: () => facts.region,
      hole: (name, hole) => facts.holes.hole(this.called(name), name, { ...hole, from: this.called(hole.from) }),
      oneOf: (symbol) => facts.holes.oneOf(symbol),
      tell: facts.tell,
    };
  }

  #ref(name: string): Value | undefined {
    const parameter = this.#parameters.get(name);
    if (parameter !== undefined) return this.#parameter(parameter);
    return name.startsWith("AWS::") ? this.#pseudo(name) : this.#attribute(name, "");
  }

  #parameter(parameter: Parameter): Value {
    const { name, isList, isStored, isSecret, fallback } = parameter;
    const { inputs, given } = this.facts;
    const input = inputs?.get(name);
    const listed = (text: string): Value => (isList ? listValue(listMembers(text).map(textValue)) : textValue(text));
    if (input !== undefined && !isStored) {
      const text = knownText(input);
      return text === undefined ? input : listed(text);
    }
    const told = Object.hasOwn(given, name) ? given[name] : undefined;
    const text = told === null ? undefined : (told ?? (input === undefined ? fallback : undefined));
    if (isStored)
      return textValue(
        this.#hole(`SSM parameter ${text ?? name}`, name, isList ? "list" : "string", { at: pointerStep("/Parameters", name) }),
      );
    if (text !== undefined && !isSecret) return listed(text);
    const id = this.called(`parameter ${name}`);
    const chosen = this.facts.assignment.get(id);
    if (typeof chosen === "string") return listed(chosen);
    const allowed = parameter.allowed !== undefined && parameter.allowed.length <= MOST_VALUES && !isList ? parameter.allowed : undefined;
    return textValue(
      this.#hole(`parameter ${name}`, name, isList ? "list" : "string", {
        at: pointerStep("/Parameters", name),
        ...(allowed !== undefined && !isSecret && { oneOf: allowed }),
      }),
    );
  }

  #pseudo(name: string): Value | undefined {
    const { region } = this.facts;
    switch (name) {
      case "AWS::AccountId":
        return textValue(this.#chosen(name) ?? this.account);
      case "AWS::Region":
        return textValue(region);
      case "AWS::Partition":
        return textValue(this.partition);
      case "AWS::URLSuffix":
        return textValue(this.partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com");
      case "AWS::StackName":
        return textValue(this.#stackName());
      case "AWS::StackId":
        return textValue(
          this.arn("cloudformation", joined(["stack/", this.#stackName(), "/", this.#hole("id of the stack", "stack-id", "string")])),
        );
      case "AWS::NotificationARNs":
        return textValue(this.#hole(name, "notification-arns", "list"));
      case "AWS::NoValue":
        return NOTHING;
      default:
        return undefined;
    }
  }

  #chosen(name: string): string | undefined {
    return this.facts.assignment.get(this.called(name)) ?? undefined;
  }

  #stackName(): Leaf {
    return this.facts.name ?? this.#chosen("AWS::StackName") ?? this.#hole("AWS::StackName", "stack-name", "string");
  }

  /** An attribute of a resource; "" for what `Ref` gives. Undefined where there is no such resource. */
  #attribute(logical: string, attribute: string): Value | undefined {
    const resource = this.#resources.get(logical);
    if (resource === undefined) return undefined;
    return this.#once(`${logical}.${attribute}`, () => {
      if (resource.exists === false)
        return this.evaluator.fault(resource.pointer, `${shown(logical)} is named, and its condition says that it is not made`);
      return this.#attributeOf(resource, attribute);
    });
  }

  #once(key: string, make: () => Value): Value {
    const known = this.#attributes.get(key);
    if (known !== undefined) return known;
    if (this.#open.has(key)) {
      const message = `${shown(key)} hangs on itself`;
      this.facts.tell("KW822", "", message, "a reference must not lead back to where it stands");
      return unknownValue(message);
    }
    this.#open.add(key);
    const value = make();
    this.#open.delete(key);
    this.#attributes.set(key, value);
    return value;
  }

  #attributeOf(resource: Resource, attribute: string): Value {
    const { type, logical } = resource;
    if (type === "AWS::KMS::Key" || type === "AWS::KMS::ReplicaKey") {
      const id = this.keyId(resource);
      if (attribute === "Arn") return textValue(this.arn("kms", joined(["key/", id])));
      if (attribute === "" || attribute === "KeyId") return textValue(id);
    }
    if (type === "AWS::KMS::Alias" && attribute === "") return this.property(resource, "AliasName") ?? this.#symbol(resource, attribute);
    const iam = IAM_KINDS[type];
    if (iam !== undefined) {
      if (attribute === "Arn" || attribute === "PolicyArn" || (attribute === "" && iam.kind === "policy"))
        return textValue(this.iamArn(resource, iam.kind));
      if (attribute === "") return textValue(this.nameOf(resource, iam.name));
      if (attribute === "RoleId")
        return textValue(
          this.facts.holes.invent(`AROA${letters(this.called(`${logical}.RoleId`), 17)}`, this.called(`${logical}.RoleId`), "AROA"),
        );
    }
    if (type === "AWS::EC2::VPCEndpoint" && (attribute === "" || attribute === "Id")) return textValue(this.endpointId(resource));
    if (type === "AWS::CloudFormation::Stack" && attribute.startsWith("Outputs.")) {
      const nested = this.facts.around.nested(this, logical);
      if (nested !== undefined)
        return (
          nested.output(attribute.slice(8)) ??
          this.evaluator.fault(resource.pointer, `the nested stack ${shown(logical)} has no output ${shown(attribute.slice(8))}`)
        );
    }
    const named = Object.hasOwn(NAMED, type) ? NAMED[type] : undefined;
    const form = attribute === "" ? named?.ref : named?.attributes[attribute];
    return named === undefined || form === undefined ? this.#symbol(resource, attribute) : textValue(this.formed(form, resource));
  }

  /** A text of the forms of `attributes.ts`, for a resource; `begins`: how what AWS makes up for it begins. */
  formed(form: string, resource: Resource, begins = MADE_UP[resource.type]): Leaf {
    const { name = "Name" } = NAMED[resource.type] ?? {};
    const made = () =>
      this.#hole(`${resource.logical}.Id`, `${resource.logical}.id`, "string", {
        at: resource.pointer,
        ...(begins !== undefined && { prefix: begins }),
      });
    return this.#filled(form, () => this.#otherName(resource, name), made);
  }

  /** What a resource may be called by others: what `Ref` gives of it, and its attributes as far as they follow from its name. */
  namesOf(resource: Resource): readonly Leaf[] {
    const named = Object.hasOwn(NAMED, resource.type) ? NAMED[resource.type] : undefined;
    const forms = named === undefined ? [] : [...(named.ref === undefined ? [] : [named.ref]), ...Object.values(named.attributes)];
    const ref = named?.ref === undefined ? [leafOf(this.#attribute(resource.logical, ""))] : [];
    return [...forms.map((form) => this.formed(form, resource)), ...ref.filter((leaf) => leaf !== undefined)];
  }

  #symbol({ logical, type, pointer }: Resource, attribute: string): Value {
    const name = attribute === "" ? logical : `${logical}.${attribute}`;
    return textValue(this.#hole(name, name, SYMBOL_TYPES[`${type}.${attribute}`] ?? "string", { at: pointer }));
  }

  #filled(form: string, name: () => Leaf, made: () => Leaf): Leaf {
    const values: Readonly<Record<string, () => Leaf>> = {
      "{P}": () => this.partition,
      "{R}": () => this.facts.region,
      "{A}": () => this.account,
      "{N}": name,
      "{I}": made,
    };
    return joined(form.split(/(\{[PRANI]\})/).map((part) => values[part]?.() ?? part));
  }

  /** The name of a resource that no policy is about: what AWS makes of it is a symbol. */
  #otherName(resource: Resource, property: string): Leaf {
    const own = this.property(resource, property);
    const leaf = leafOf(own);
    if (leaf !== undefined) return leaf;
    return this.#hole(`${resource.logical}.Name`, `${resource.logical}.name`, "string", { at: resource.pointer });
  }

  /** The id of a key that does not exist yet is made up: nothing written before can name it. That of a replica is its primary's. */
  keyId(resource: Resource): Leaf {
    if (resource.type === "AWS::KMS::ReplicaKey") {
      const primary = leafOf(this.property(resource, "PrimaryKeyArn"));
      const id = primary === undefined ? undefined : afterLast(primary, "key/");
      return id ?? this.#hole(`${resource.logical}.KeyId`, `${resource.logical}.id`, "key-id", { at: resource.pointer });
    }
    const physical = this.facts.physical?.get(resource.logical);
    if (physical !== undefined) return physical;
    const from = this.called(resource.logical);
    const isMultiRegion = knownText(this.property(resource, "MultiRegion")) === "true";
    return this.facts.holes.invent(madeKeyId(`${from}`, isMultiRegion), from);
  }

  endpointId({ logical }: Resource): string {
    const physical = this.facts.physical?.get(logical);
    if (physical !== undefined) return physical;
    const from = this.called(logical);
    return this.facts.holes.invent(`vpce-0${madeKeyId(from, true).slice(4, 20)}`, from, "vpce-");
  }

  iamArn(resource: Resource, kind: "role" | "user" | "group" | "policy"): Leaf {
    const { name } = IAM_KINDS[resource.type] as { readonly name: string };
    const path = leafOf(this.property(resource, "Path")) ?? "/";
    return this.arn("iam", joined([kind, path, this.nameOf(resource, name)]), "");
  }

  /** The name of a role, user, group or policy: as told, or made up behind the beginning that CloudFormation gives it (`STACK-LOGICAL-`). */
  nameOf(resource: Resource, property: string): Leaf {
    const told = this.property(resource, property);
    const leaf = leafOf(told);
    if (leaf !== undefined) return leaf;
    const from = this.called(`${resource.logical}.${property}`);
    const physical = this.facts.physical?.get(resource.logical);
    if (physical !== undefined) return physical.slice(physical.lastIndexOf("/") + 1); // of a policy its ARN
    if (told !== undefined)
      return this.#hole(`${resource.logical}.${property}`, `${resource.logical}.name`, "string", { at: resource.pointer });
    const { name } = this.facts;
    const random = letters(from, 12);
    const whole = `${name ?? "stack"}-${resource.logical}-`;
    const isCut = whole.length + random.length > LONGEST_NAME;
    const prefix = name === undefined ? undefined : isCut ? name.slice(0, 20) : whole;
    return this.facts.holes.invent(`${whole.slice(0, LONGEST_NAME - 1 - random.length)}-${random}`.replace("--", "-"), from, prefix);
  }

  #macro(): string | undefined {
    const transform = memberOf(this.root, "Transform");
    const nodes = transform === undefined ? [] : transform.kind === "array" ? transform.items : [transform];
    const names = nodes.map((node) => {
      const name = node.kind === "string" ? node : memberOf(node, "Name");
      return name?.kind === "string" ? name.value : "";
    });
    return names.find((name) => !READ_HERE.has(name));
  }

  #read(): ReadonlyMap<string, Resource> {
    const section = memberOf(this.root, "Resources");
    if (section?.kind !== "object") return new Map();
    const macro = section.members.find(({ name }) => name === "Fn::Transform");
    if (macro !== undefined) this.evaluator.value({ ...section, members: [macro] }, "/Resources");
    return new Map(
      section.members.flatMap(({ name, value }) => {
        const type = memberOf(value, "Type");
        if (type?.kind !== "string") return [];
        const pointer = pointerStep("/Resources", name);
        return [[name, { logical: name, type: type.value, node: value, pointer, exists: this.#exists(value, pointer) }] as const];
      }),
    );
  }

  #exists(node: JsonNode, pointer: string): Truth {
    const condition = memberOf(node, "Condition");
    if (condition?.kind !== "string") return true;
    const truth = this.conditions.truth(condition.value);
    if (truth !== "missing") return truth;
    this.facts.tell("KW820", `${pointer}/Condition`, `no condition is called ${shown(condition.value)}`);
    return undefined;
  }
}

const PSEUDO = [
  "AWS::AccountId",
  "AWS::Region",
  "AWS::Partition",
  "AWS::URLSuffix",
  "AWS::StackName",
  "AWS::StackId",
  "AWS::NotificationARNs",
  "AWS::NoValue",
];
/** How what AWS makes up for a resource begins. */
const MADE_UP: Readonly<Record<string, string>> = { "AWS::EC2::Volume": "vol-" };

const MOST_VALUES = 8; // of a parameter: more are no better than a text that may be anything
const LONGEST_NAME = 64;

const textsOf = (value: Value): readonly string[] | undefined => {
  if (value.kind !== "list") return undefined;
  const texts = itemsIn(value).map(knownText);
  return texts.every((text) => text !== undefined) ? texts : undefined;
};

/** What stands behind the last occurrence of a text. */
function afterLast(leaf: Leaf, mark: string): Leaf | undefined {
  const parts = partsOf(leaf);
  const at = parts.findLastIndex((part) => typeof part === "string" && part.includes(mark));
  const part = parts[at];
  if (typeof part !== "string") return undefined;
  return joined([part.slice(part.lastIndexOf(mark) + mark.length), ...parts.slice(at + 1)]);
}

/** Capital letters and digits as AWS has them in what it makes up: the same for the same. */
function letters(seed: string, count: number): string {
  const hex = madeKeyId(seed, true).slice(4);
  return [...hex]
    .map((digit) => "ABCDEFGHJKLMNPQR"[Number.parseInt(digit, 16)] ?? "A")
    .join("")
    .slice(0, count);
}
