import { realpathSync } from "node:fs";
import { isAbsolute, relative, resolve } from "node:path";
import { isPlainObject } from "../../base/json-source.ts";
import { nearest } from "../../base/nearest.ts";
import { listed, shown } from "../../base/text.ts";

/** What a tool takes, and how that stands on a command line. A `file` is a path inside of the folder, or `git:REF:PATH`. */
type Kind = "text" | "texts" | "file" | "files" | "pairs";
type Field = { readonly kind: Kind; readonly about: string; readonly option?: string; readonly isNeeded?: true }; // without an option: an argument

/** A question of the command line as a tool. */
type Tool = {
  readonly command: string;
  readonly about: string;
  readonly fixed: readonly string[]; // options that every call has
  readonly fields: Readonly<Record<string, Field>>;
};

const WORLD: Field = { kind: "file", option: "world", about: "the world file that says who and what there is" };
const ACTIONS: Field = { kind: "texts", about: "actions, as Decrypt or kms:Generate*; by default all" };
const UNLISTED: Field = {
  kind: "text",
  option: "unlisted",
  about: "what principals that the world does not list may hold in their own policies: nothing or anything",
};

const REQUEST: Readonly<Record<string, Field>> = {
  world: { ...WORLD, about: `${WORLD.about}; or give the policies one by one` },
  keyPolicy: { kind: "file", option: "key-policy", about: "a key policy in a file, in the place of a world" },
  identity: { kind: "files", option: "identity", about: "identity policies in files, with keyPolicy" },
  principal: { kind: "text", option: "principal", about: "who asks: a name of the world, an ARN, a service", isNeeded: true },
  action: { kind: "text", option: "action", about: "kms:Decrypt", isNeeded: true },
  key: { kind: "text", option: "key", about: "a key of the world by name, alias or ARN", isNeeded: true },
  encryptionContext: { kind: "pairs", option: "encryption-context", about: "the encryption context of the call" },
  context: { kind: "pairs", option: "context", about: "condition keys with their values" },
  viaService: {
    kind: "text",
    option: "via-service",
    about: "the service that calls on behalf of the principal: s3.us-east-1.amazonaws.com",
  },
  time: { kind: "text", option: "time", about: "when, in ISO 8601" },
};

const JSON_FORMAT = ["--format=json"];

/** The questions that change nothing. Each answer has the statements that decide, and a request that shows it. */
export const TOOLS: Readonly<Record<string, Tool>> = {
  eval: {
    command: "eval",
    about: "Decides one request as AWS KMS does, with the statements that decided",
    fixed: JSON_FORMAT,
    fields: REQUEST,
  },
  explain: {
    command: "eval",
    about: "Explains in words why a request is allowed or denied, layer by layer, and what is closest to allowed",
    fixed: ["--explain=full"],
    fields: REQUEST,
  },
  lint: {
    command: "lint",
    about: "Finds what is wrong with policies in files, and what does not do what it seems to",
    fixed: ["--reporter=json"],
    fields: {
      files: { kind: "files", about: "files or folders; by default the whole folder" },
      type: { kind: "text", option: "type", about: "what they are: key-policy, identity, service-control, …" },
    },
  },
  who_can: {
    command: "who-can",
    about: "Everybody who can use a key, for all requests, and under which conditions, each with a request that the evaluator allows",
    fixed: JSON_FORMAT,
    fields: {
      key: { kind: "text", about: "a key of the world, or a key policy in a file", isNeeded: true },
      actions: ACTIONS,
      world: WORLD,
      unlisted: UNLISTED,
    },
  },
  can: {
    command: "can",
    about: "Everything that a principal can do with the keys of a world, for all requests",
    fixed: JSON_FORMAT,
    fields: {
      principal: { kind: "text", about: "a name of the world, or an ARN", isNeeded: true },
      actions: ACTIONS,
      world: { ...WORLD, isNeeded: true },
      key: { kind: "texts", option: "key", about: "only these keys" },
      unlisted: UNLISTED,
    },
  },
  diff: {
    command: "diff",
    about: "Who gains or loses what between two worlds or policies, for all requests; order and spelling make no difference",
    fixed: JSON_FORMAT,
    fields: {
      before: { kind: "file", about: "a world or policy as it was: a path, or git:REF:PATH", isNeeded: true },
      after: { kind: "file", about: "the same as it is proposed", isNeeded: true },
      key: { kind: "texts", option: "key", about: "only these keys" },
      action: { kind: "texts", option: "action", about: "only these actions" },
      unlisted: UNLISTED,
    },
  },
  repair: {
    command: "repair",
    about: "The smallest changes of policies that open a denied request, each with all that it opens besides",
    fixed: JSON_FORMAT,
    fields: REQUEST,
  },
  prove: {
    command: "prove",
    about: "Proves or refutes an invariant for all requests; what is refuted is shown a request",
    fixed: JSON_FORMAT,
    fields: {
      world: WORLD,
      never: {
        kind: "texts",
        option: "never",
        about: "no such request is allowed: { action: kms:Decrypt, unless: { aws:PrincipalOrgID: o-1 } }",
      },
      always: { kind: "texts", option: "always", about: "every such request is allowed" },
      only: { kind: "texts", option: "only", about: "none but those of these principals: { principal: [app], action: kms:Decrypt }" },
      files: { kind: "files", about: "in the place of world and invariant: test files with invariants" },
      unlisted: UNLISTED,
    },
  },
  check: {
    command: "check",
    about: "Findings on the keys of a world: the public, other accounts, escalation, lock-out, statements without effect",
    fixed: JSON_FORMAT,
    fields: {
      world: { kind: "file", about: "a world, or a key policy", isNeeded: true },
      trust: { kind: "texts", option: "trust", about: "who is meant to use the keys: accounts, organizations, principals" },
      rules: { kind: "texts", option: "rules", about: "only these rules: KW701" },
      key: { kind: "texts", option: "key", about: "only these keys" },
      account: { kind: "text", option: "account", about: "of a key policy by itself: the account of its key" },
    },
  },
};

// biome-ignore format: a table reads as a table
const SHAPES: Readonly<Record<Kind, object>> = {
  text:  { type: "string" },
  file:  { type: "string" },
  texts: { type: "array", items: { type: "string" } },
  files: { type: "array", items: { type: "string" } },
  pairs: { type: "object", additionalProperties: { anyOf: [{ type: "string" }, { type: "boolean" }, { type: "number" }, { type: "array", items: { type: "string" } }] } },
};

/** The tools as the protocol lists them. */
export const listedTools = Object.entries(TOOLS).map(([name, { about, fields }]) => ({
  name,
  description: `${about}. Reads files below one folder, offline; nothing is changed.`,
  inputSchema: {
    type: "object" as const,
    properties: Object.fromEntries(
      Object.entries(fields).map(([field, { kind, about: text }]) => [field, { ...SHAPES[kind], description: text }]),
    ),
    required: Object.entries(fields).flatMap(([field, { isNeeded }]) => (isNeeded ? [field] : [])),
    additionalProperties: false,
  },
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
}));

/** A call that cannot be a question, in words for who made it. */
export class CallError extends Error {
  override readonly name = "CallError";
}

/**
 * The command line that a call asks. Values stand behind `=`, and arguments behind `--`, so that none of them is taken for an option.
 *
 * @throws {CallError} for members that the tool does not have, of another type, or missing; for a path that leads out of the folder.
 */
export function commandLine(name: string, given: unknown, folder: string): readonly [command: string, ...args: string[]] {
  const tool = Object.hasOwn(TOOLS, name) ? TOOLS[name] : undefined;
  if (tool === undefined) throw new CallError(`there is no tool ${shown(name)}; there are ${listed(Object.keys(TOOLS))}`);
  const values = given ?? {};
  if (!isPlainObject(values)) throw new CallError("the arguments of a tool are an object");
  for (const field of Object.keys(values)) {
    if (Object.hasOwn(tool.fields, field)) continue;
    const near = nearest(field, Object.keys(tool.fields));
    throw new CallError(`${shown(field)} means nothing to ${name}${near === undefined ? "" : `; did you mean ${near}?`}`);
  }
  const options: string[] = [...tool.fixed];
  const words: string[] = [];
  for (const [field, { kind, option, isNeeded }] of Object.entries(tool.fields)) {
    const value = values[field];
    if (value === undefined) {
      if (isNeeded) throw new CallError(`${name} needs \`${field}\``);
      continue;
    }
    const texts = textsOf(kind, value, field);
    if (kind === "file" || kind === "files") for (const path of texts) assertInside(path, folder);
    if (option === undefined) words.push(...texts);
    else options.push(...texts.map((text) => `--${option}=${text}`));
  }
  if (name === "who_can" && values.world === undefined) assertInside(String(values.key), folder);
  return [tool.command, ...options, "--", ...words];
}

function textsOf(kind: Kind, value: unknown, field: string): readonly string[] {
  const isText = (one: unknown): one is string => typeof one === "string" && one !== "" && !one.includes("\0");
  if ((kind === "text" || kind === "file") && isText(value)) return [value];
  if ((kind === "texts" || kind === "files") && Array.isArray(value) && value.every(isText)) return value;
  if (kind === "pairs" && isPlainObject(value))
    return Object.entries(value).flatMap(([name, own]) =>
      [own].flat().map((one) => {
        if (typeof one !== "string" && typeof one !== "boolean" && typeof one !== "number")
          throw new CallError(`\`${field}\` has values that are texts`);
        return `${name}=${one}`;
      }),
    );
  throw new CallError(
    `\`${field}\` is ${kind === "pairs" ? "an object of texts" : kind === "text" || kind === "file" ? "a text" : "a list of texts"}`,
  );
}

/** A commit is read by git, and only what is below the folder; of a path all links are followed first. */
function assertInside(path: string, folder: string): void {
  if (path.startsWith("git:")) return;
  const isOut = (from: string, to: string) => {
    const way = relative(from, to);
    return isAbsolute(way) || /^\.\.(?:[/\\]|$)/.test(way);
  };
  const real = realOf(resolve(folder, path));
  const outer = realOf(folder) ?? folder;
  if (path === "-" || path.startsWith("!") || isOut(resolve(folder), resolve(folder, path)) || (real !== undefined && isOut(outer, real)))
    throw new CallError(`${shown(path)} is outside of the folder that is served`);
}

function realOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined; // who reads it says why
  }
}
