import { type CompiledPolicy, compile } from "../authz/compile.ts";
import type { PolicySet } from "../authz/link.ts";
import type { Diagnostic, Place } from "../base/diagnostic.ts";
import { type JsonNode, lineOf, toValue } from "../base/json-source.ts";
import { nearest } from "../base/nearest.ts";
import { isYaml, shown } from "../base/text.ts";
import type { CaseDraft } from "../cases/case-document.ts";
import { allowsNothing, denyOnly } from "../estate/deny-only.ts";
import { resourceTypeOf } from "../estate/policy-documents.ts";
import type { Policy, PolicyType } from "../iam/policy.ts";
import { faultDiagnostics, memberOf, placeIn } from "../world/json-place.ts";
import { isImplied, NAMES_OF_AWS, policyNamedByAws } from "../world/named-by-aws.ts";
import { parsePolicy, parsePolicyNode } from "../world/policy-text.ts";
import type { OptionGroup } from "./command.ts";
import { type DocumentFile, type Files, readDocument, type TextFile } from "./files.ts";
import { keyFactsFrom } from "./key-facts.ts";
import type { Options } from "./options.ts";
import { Refusal, refuse } from "./refusal.ts";

/** The options that make a case, or change the one of a file. */
export const CASE_OPTIONS: readonly OptionGroup[] = [
  {
    title: "World",
    options: [
      {
        name: "world",
        short: "w",
        value: "FILE",
        many: true,
        help: "ask this estate: names may be its short ones, and its policies and grants have their say",
      },
    ],
  },
  {
    title: "Request",
    options: [
      { name: "principal", value: "ARN", help: "who asks: a user, role, session or root ARN, a service principal, or anonymous" },
      { name: "action", value: "ACTION", help: "what is asked: kms:Decrypt" },
      { name: "resource", alias: "key", value: "ARN", help: "of what: a key's ARN, or * where the operation names none" },
      { name: "resource-account", value: "ID", help: "the resource's account, where the ARN does not say" },
      { name: "context", value: "KEY=VALUE", many: true, help: "a condition key of the request; a key given again has several values" },
      { name: "encryption-context", value: "NAME=VALUE", many: true, help: "a pair of the call's encryption context" },
      { name: "via-service", value: "NAME", help: "the call is forwarded by this service: s3.us-east-1.amazonaws.com" },
      { name: "time", value: "TIME", help: "when: 2026-11-22T03:00:00Z" },
      { name: "grant-token", value: "TOKEN", many: true, help: "a grant token of the call" },
      { name: "unknown", value: "KEY", many: true, help: "a condition key whose value you do not know" },
    ],
  },
  {
    title: "Data: a flow on a resource of the world, in place of --action",
    options: [
      { name: "flow", value: "NAME", help: "what is done with the data: s3.GetObject, secretsmanager.GetSecretValue" },
      { name: "on", value: "RESOURCE", help: "a resource of the world, and what of it: orders-bucket/2026/x; or its ARN" },
      {
        name: "parameter",
        value: "NAME=VALUE",
        many: true,
        help: "of the flow, besides what the resource tells: versionId=v1, instanceId=i-0ab",
      },
    ],
  },
  {
    title: "Policies (files, JSON or YAML)",
    options: [
      {
        name: "key-policy",
        alias: "resource-policy",
        value: "FILE",
        help: "the key policy; of another resource its resource or trust policy",
      },
      { name: "identity", value: "FILE", many: true, help: "an IAM policy of the principal" },
      { name: "boundary", value: "FILE", help: "its permissions boundary" },
      { name: "session", value: "FILE", many: true, help: "a session policy" },
      {
        name: "scp",
        value: "FILE[,FILE…]",
        many: true,
        help: "service control policies of one level; root first; `FullAWSAccess` is the one AWS attaches: `--scp FullAWSAccess,deny.json`",
      },
      { name: "rcp", value: "FILE[,FILE…]", many: true, help: "resource control policies of one level; root first" },
      { name: "endpoint", value: "FILE", help: "the policy of the VPC endpoint; with --world the name of one" },
      { name: "grants", value: "FILE", help: "the key's grants: a list, or what `aws kms list-grants` prints" },
      {
        name: "key-facts",
        value: "FILE|NAME=VALUE",
        many: true,
        help: "facts about the key: spec=RSA_2048, multiRegion=true, tags.team=orders",
      },
    ],
  },
];

/** Whether the arguments say anything about a case. */
export const saysCase = (options: Options): boolean => CASE_OPTIONS.some((group) => group.options.some(({ name }) => options.has(name)));

type Members = Record<string, unknown>;

/** `texts`: of the policies that options name, what each was read from, as JSON. */
export type Drafted = {
  readonly draft: CaseDraft;
  readonly warnings: readonly Diagnostic[];
  readonly texts: ReadonlyMap<Policy, string>;
};

/**
 * The case of a file, changed by options; or of options alone. Policies of files of their own keep their places.
 *
 * @throws {Refusal} with everything that is wrong with the files.
 */
export async function draftOf(options: Options, files: Files): Promise<Drafted> {
  const [path] = options.positionals;
  const base = path === undefined ? undefined : await files.document(path);
  const value = base === undefined ? {} : membersOf(base, base.node);
  const places = new Places(base);

  const request = requestOf(options, isMembers(value.request) ? value.request : {}, places);
  if (base === undefined) demand(request, ["principal", "action", "resource"]);
  const grants = options.get("grants");
  const key = options.all("key-facts");
  const theCase: Members = {
    ...value,
    request: value.request === undefined || isMembers(value.request) ? request : value.request,
    ...(grants !== undefined && { grants: await grantsOf(await files.document(grants), places) }),
    ...(key.length > 0 && {
      key: await keyFactsFrom(key, isMembers(value.key) ? value.key : {}, files, (name, place) => places.add(`/key/${name}`, place)),
    }),
  };

  const policies = await readPolicies(options, files, typeof request.action === "string" ? request.action : "", String(request.resource));
  const kept = withoutMembers(base && memberOf(base.node, "policies"), Object.keys(policies.compiled));
  if (kept !== undefined) theCase.policies = toValue(kept);
  const text = base?.at ?? { file: COMMAND, place: () => undefined };
  const draft: CaseDraft = { value: theCase, policies: kept, text, placeOf: places.of, compiled: policies.compiled };
  return { draft, warnings: policies.warnings, texts: policies.texts };
}

const COMMAND = "kmsward eval";
const isMembers = (value: unknown): value is Members => typeof value === "object" && value !== null && !Array.isArray(value);

/** Where the parts of the case were written: in the case's file, but for some. */
class Places {
  readonly #inBase: (pointer: string) => Place;
  readonly #others = new Map<string, (rest: string) => Place>();

  constructor(base: DocumentFile | undefined) {
    this.#inBase = base === undefined ? (pointer) => ({ file: COMMAND, pointer }) : placeIn(base.node, base.at);
  }

  add(pointer: string, place: (rest: string) => Place): void {
    this.#others.set(pointer, place);
  }

  readonly of = (pointer: string): Place => {
    for (let head = pointer; head !== ""; head = head.slice(0, head.lastIndexOf("/"))) {
      const place = this.#others.get(head);
      if (place !== undefined) return place(pointer.slice(head.length));
    }
    return this.#inBase(pointer);
  };
}

/** The plain members of a document that has to be an object. */
function membersOf(document: DocumentFile, node: JsonNode | undefined): Members {
  const faults = faultDiagnostics(document.faults, document.at);
  if (faults.length > 0) throw new Refusal(faults);
  const value = node && toValue(node);
  if (!isMembers(value))
    throw refuse("KW104", document.at.file, "a case is an object with `request` and `policies`", "`kmsward schema case` prints its schema");
  return value;
}

/** Which member of a request an option with one value sets. */
const PLAIN = {
  principal: "principal",
  action: "action",
  resource: "resource",
  "resource-account": "resourceAccount",
  "via-service": "viaService",
  time: "time",
};
const LISTS = { "grant-token": "grantTokens", unknown: "unknown" };

/** The members of a request, those of `base` changed by options. */
export function requestOf(options: Options, base: Members = {}, places?: Places): Members {
  const request: Members = { ...base };
  const set = (member: string, value: unknown, option: string) => {
    request[member] = value;
    places?.add(`/request/${member}`, () => ({ file: `--${option}`, pointer: "" }));
  };
  for (const [option, member] of Object.entries(PLAIN)) if (options.has(option)) set(member, options.get(option), option);
  for (const [option, member] of Object.entries(LISTS)) if (options.has(option)) set(member, options.all(option), option);
  if (options.has("context")) set("context", contextOf(options.all("context"), isMembers(base.context) ? base.context : {}), "context");
  if (options.has("encryption-context")) {
    const pairs = encryptionContextOf(options.all("encryption-context"));
    set("encryptionContext", { ...(isMembers(base.encryptionContext) ? base.encryptionContext : {}), ...pairs }, "encryption-context");
  }
  return request;
}

/** Names of condition keys ignore letter case: a key given here replaces the file's in any spelling. */
function contextOf(pairs: readonly string[], base: Members): Members {
  const given = new Map<string, { readonly key: string; readonly values: string[] }>();
  for (const pair of pairs) {
    const [key, value] = split(pair, "--context", "aws:SourceVpce=vpce-1a2b3c4d");
    const known = given.get(key.toLowerCase());
    if (known === undefined) given.set(key.toLowerCase(), { key, values: [value] });
    else known.values.push(value);
  }
  const kept = Object.entries(base).filter(([key]) => !given.has(key.toLowerCase()));
  return Object.fromEntries([
    ...kept,
    ...[...given.values()].map(({ key, values }) => [key, values.length === 1 ? values[0] : values] as const),
  ]);
}

function encryptionContextOf(pairs: readonly string[]): Members {
  const entries = pairs.map((pair) => split(pair, "--encryption-context", "tenant=a"));
  const twice = entries.find(([name], i) => entries.findIndex(([other]) => other === name) < i);
  if (twice) throw refuse("KW001", "--encryption-context", `${shown(twice[0])} is given twice`, "an encryption context has each name once");
  return Object.fromEntries(entries);
}

function split(pair: string, option: string, example: string): readonly [string, string] {
  const at = pair.indexOf("=");
  if (at > 0) return [pair.slice(0, at), pair.slice(at + 1)];
  throw refuse("KW001", option, `${shown(pair)} is no pair`, `write a name, \`=\` and a value: \`${option} ${example}\``);
}

/** @throws {Refusal} where one of `members` is not told. */
export function demand(request: Members, members: readonly string[]): void {
  const missing = members.filter((member) => request[member] === undefined);
  if (missing.length === 0) return;
  const names = missing.map((member) => `\`--${member}\``).join(", ");
  throw refuse(
    "KW001",
    COMMAND,
    `${names} ${missing.length > 1 ? "are" : "is"} missing`,
    "give a case file, or the request by options; `kmsward eval --help` has examples",
  );
}

/** A list of grants, or what `aws kms list-grants` prints (KMS API Reference, ListGrants). */
function grantsOf(document: DocumentFile, places: Places): unknown {
  const faults = faultDiagnostics(document.faults, document.at);
  if (faults.length > 0) throw new Refusal(faults);
  const { node, at } = document;
  const inFile = placeIn(node, at);
  const member = memberOf(node, "Grants");
  const list = node?.kind === "array" ? node : member;
  if (list?.kind !== "array")
    throw refuse("KW104", at.file, "no list of grants", "it is a list, or an object with `Grants`, as `aws kms list-grants` prints it");
  const truncated = memberOf(node, "Truncated");
  if ((truncated?.kind === "boolean" && truncated.value) || memberOf(node, "NextToken") !== undefined) {
    throw refuse("KW406", at.file, "the list of grants is cut off", "list them all: without --max-items and --no-paginate");
  }
  places.add("/grants", (rest) => inFile(`${member ? "/Grants" : ""}${rest}`));
  return toValue(list);
}

type Read = Pick<Drafted, "warnings" | "texts"> & { readonly compiled: Partial<PolicySet> };

/** The policies of files of their own: every one is read before anything is said of one. */
async function readPolicies(options: Options, files: Files, action: string, resource: string): Promise<Read> {
  const diagnostics: Diagnostic[] = [];
  const texts = new Map<Policy, string>();
  const read = async (path: string, type: PolicyType, name = path): Promise<CompiledPolicy[]> => {
    if (type === "resource-control" && isImplied(path)) return [];
    const { file, text } = await textOf(path, files);
    const found = await parseFile(path, text, { type, name, file, place: lineOf(text) });
    diagnostics.push(...found.diagnostics);
    if (found.policy !== undefined) texts.set(found.policy, found.text ?? text);
    return found.policy ? [compile(found.policy)] : [];
  };
  const one = async (option: string, type: PolicyType, name: string) => (await read(options.get(option) ?? "", type, name))[0];
  const list = async (paths: readonly string[], type: PolicyType) => (await inOrder(paths, (path) => read(path, type))).flat();
  const levels = (option: string, type: PolicyType) => inOrder(options.all(option), (level) => list(level.split(","), type));
  const serviceControl = options.has("scp") ? await levels("scp", "service-control") : undefined;
  serviceControl?.forEach((level, i) => {
    if (level.length > 0 && allowsNothing(level)) diagnostics.push(denyOnly(`level ${i + 1}`, { file: "--scp", pointer: "" }));
  });

  const resourceType = resourceTypeOf(action, resource);
  const compiled: Partial<PolicySet> = {
    ...(options.has("key-policy") && { resource: await one("key-policy", resourceType, RESOURCE_NAMES[resourceType]) }),
    ...(options.has("identity") && { identity: await list(options.all("identity"), "identity") }),
    ...(options.has("boundary") && { boundary: await one("boundary", "boundary", "boundary") }),
    ...(options.has("session") && { session: await list(options.all("session"), "session") }),
    ...(serviceControl && { serviceControl }),
    ...(options.has("rcp") && { resourceControl: await levels("rcp", "resource-control") }),
    ...(options.has("endpoint") && { endpoint: await one("endpoint", "endpoint", "endpoint policy") }),
  };
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Refusal(errors);
  return { compiled, warnings: diagnostics, texts };
}

const RESOURCE_NAMES = { "key-policy": "key policy", trust: "trust policy", resource: "resource policy" } as const;

/** Of a file, or of a policy that AWS has under this name. */
async function textOf(path: string, files: Files): Promise<TextFile> {
  const named = policyNamedByAws(path);
  if (named !== undefined) return { file: path, text: named };
  return files.text(path).catch((error) => {
    const near = /[/\\.]/.test(path) ? undefined : nearest(path, NAMES_OF_AWS);
    throw near === undefined ? error : refuse("KW002", path, "no such file", `did you mean the policy \`${near}\` of AWS?`);
  });
}

async function parseFile(
  path: string,
  text: string,
  at: Parameters<typeof parsePolicy>[1] & { file: string; place: ReturnType<typeof lineOf> },
) {
  if (!isYaml(path)) return parsePolicy(text, at);
  const { node, faults } = await readDocument(path, text);
  return node === undefined || faults.length > 0
    ? { policy: undefined, text: undefined, diagnostics: faultDiagnostics(faults, at) }
    : { text: JSON.stringify(toValue(node)), ...parsePolicyNode(node, at) };
}

async function inOrder<A, B>(items: readonly A[], to: (item: A) => Promise<B>): Promise<B[]> {
  const made: B[] = [];
  for (const item of items) made.push(await to(item));
  return made;
}

const withoutMembers = (node: JsonNode | undefined, names: readonly string[]): JsonNode | undefined =>
  node?.kind === "object" ? { ...node, members: node.members.filter(({ name }) => !names.includes(name)) } : node;
