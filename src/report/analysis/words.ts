import { KEY_ACTIONS } from "../../analysis/actions.ts";
import type { Assumption, RoleStep, Undecided } from "../../analysis/answers.ts";
import type { When } from "../../analysis/conditions.ts";
import type { Determining } from "../../authz/decision.ts";
import type { Place } from "../../base/diagnostic.ts";
import { listed, printable } from "../../base/text.ts";
import { ABSENT } from "../../estate/absent.ts";
import { GivenKeys } from "../../estate/given-keys.ts";
import { setAccountKeys } from "../../estate/question.ts";
import type { World } from "../../estate/world.ts";
import type { ColorFns } from "../../explain/text.ts";
import { parseArn } from "../../iam/arn.ts";
import type { ContextValue, Request } from "../../iam/request.ts";

const EVERY = KEY_ACTIONS.length;

/** Actions without their service: there is but one. */
export function actionsIn(actions: readonly string[]): string {
  const short = actions.map((action) => action.replace(/^kms:/, ""));
  if (short.length === EVERY) return "everything that is checked on a key";
  if (short.length > EVERY - 4 && short.length > 8) return `everything but ${listed(restOf(short))}`;
  return listed(short);
}

const restOf = (short: readonly string[]): readonly string[] =>
  KEY_ACTIONS.map(({ action }) => action.slice(4)).filter((name) => !short.includes(name));

/** "tenant is "t1" and …, or …"; empty where nothing is asked. */
export const whenIn = (when: readonly (readonly When[])[]): readonly string[] =>
  when.map((all) => printable(all.map(({ key, text }) => `${key} ${text}`).join(" and ")));

/** Where access comes from. */
export function refsIn(refs: readonly Determining[]): string {
  return refs
    .map((ref) =>
      "grant" in ref
        ? `grant ${ref.grant}`
        : ref.sid === ABSENT
          ? ref.policy // it says why it is not there
          : `${ref.policy}${ref.sid === undefined ? `, statement ${ref.statement + 1}` : ` "${ref.sid}"`}`,
    )
    .map((text) => printable(text))
    .join("; ");
}

/** Where something is, and in which resource: "plan.json:12:4, aws_kms_key.orders". Without a line, the pointer tells more. */
export function placeIn({ file, line, column, pointer, address }: Place): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(":");
  return printable(`${place}${line === undefined && pointer !== "" ? ` ${pointer}` : ""}${address === undefined ? "" : `, ${address}`}`);
}

/** What was asked about: a world, or a policy by itself. */
export type Subject = {
  readonly name: string;
  readonly kind: "world" | "key-policy" | "identity";
  readonly world?: Pick<World, "estate">;
  readonly flags?: readonly string[]; // how it was read, as words of a command line: "--account", "111122223333"
};

/** On what of their own policies access hangs. */
export function ownIn(assumes: readonly string[]): string {
  const own = assumes.filter((id) => /^(?:policies|unlisted):/.test(id));
  if (own.length === 0) return "";
  return own.every((id) => id.endsWith(":nothing")) ? ", unless their own policies allow it" : ", where their own policies allow it";
}

type Names = { readonly key: string; readonly principal: string | undefined };

/** The question as one types it, by the names that the world gives. */
export function commandFor({ name: file, kind, world, flags = [] }: Subject, request: Request, names: Names): string {
  const { principal, action, resource, encryptionContext = {}, viaService, time, grantTokens = [] } = request;
  const context = contextToGive(world, request);
  const asker = (kind === "world" ? names.principal : undefined) ?? (typeof principal === "string" ? principal : principal.arn);
  const words = [
    "kmsward eval",
    kind === "world" ? "-w" : `--${kind}`,
    quoted(file),
    ...flags.map((flag) => quoted(flag)),
    "--principal",
    quoted(asker),
  ];
  words.push("--action", action, "--key", quoted(kind === "world" && names.key !== "" ? names.key : resource));
  for (const [name, value] of Object.entries(encryptionContext)) words.push("--encryption-context", quoted(`${name}=${value}`));
  if (viaService !== undefined) words.push("--via-service", viaService);
  if (time !== undefined) words.push("--time", time);
  for (const token of grantTokens) words.push("--grant-token", quoted(token));
  for (const [name, value] of Object.entries(context)) for (const one of [value].flat()) words.push("--context", quoted(`${name}=${one}`));
  return words.join(" ");
}

/** The context without what the world says itself of the key's account: its organization. */
function contextToGive(
  world: Subject["world"],
  { resource, resourceAccount, context = {} }: Request,
): Readonly<Record<string, ContextValue>> {
  if (world === undefined) return context;
  const said = new GivenKeys({});
  setAccountKeys(said, world.estate, resourceAccount ?? parseArn(resource)?.account ?? "");
  const known = said.members().context ?? {};
  return Object.fromEntries(
    Object.entries(context).filter(([name, value]) => known[name] === undefined || String(known[name]) !== String(value)),
  );
}

/** A word as a shell takes it; `most`: characters that are shown of it. */
export const quoted = (text: string, most?: number): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${printable(text, most).replaceAll("'", "'\\''")}'`;

/** What an answer rests on, and what it leaves open. */
export function closing(assumptions: readonly Assumption[], undecided: readonly Undecided[], colors: ColorFns): readonly string[] {
  const lines: string[] = [];
  if (assumptions.length > 0) lines.push("", "Taken for granted:", ...assumptions.map(({ text }) => `  ${printable(text)}`));
  if (undecided.length > 0)
    lines.push(
      "",
      colors.yellow("Not decided:"),
      ...undecided.map(({ key, text, code }) => `  ${key === undefined ? "" : `${key}: `}${printable(text)} [${code}]`),
    );
  return lines;
}

/** The roles on the way, each with where it can be assumed: "by assuming admin, when sts:ExternalId is "x"". */
export const stepsIn = (path: readonly RoleStep[]): readonly string[] =>
  path.map(({ role, when }, i) => {
    const conditions = whenIn(when).join(", or when ");
    return `${i === 0 ? "by assuming" : "then"} ${printable(role.name)}${conditions === "" ? "" : `, when ${conditions}`}`;
  });
