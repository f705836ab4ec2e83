import { provenanceOf } from "../../authz/answer.ts";
import type { Answer } from "../../authz/decision.ts";
import type { PolicySet } from "../../authz/link.ts";
import { Reading } from "../../authz/reading.ts";
import type { Diagnostic } from "../../base/diagnostic.ts";

import { listed, pointerSteps } from "../../base/text.ts";
import { answerDraft, type CaseDraft } from "../../cases/case-document.ts";
import type { World } from "../../estate/world.ts";
import { parseArn } from "../../iam/arn.ts";
import type { Policy } from "../../iam/policy.ts";
import { type ErrorText, readErrorText } from "../../repair/error-text.ts";
import { draftOf, saysCase } from "../case-flags.ts";
import type { Io } from "../command.ts";
import { Files } from "../files.ts";
import type { Options } from "../options.ts";
import { Refusal, refuse } from "../refusal.ts";
import { askWorld } from "../world-flags.ts";
import { askFor, standIns } from "./stand-ins.ts";

/** A request and its answer, as far as the command line tells them. */
export type Denial = {
  readonly answer: Answer;
  readonly world?: World;
  readonly textOf?: (policy: Policy) => string | undefined;
  readonly warnings: readonly Diagnostic[];
  readonly assumptions: readonly string[]; // what stands in for what is not given
};

const NAME = "kmsward repair";

/** @throws {Refusal} for what cannot be read, and that asks for what is missing. */
export async function denialOf(options: Options, io: Io): Promise<Denial> {
  const files = new Files(io);
  const error = options.get("error");
  if (error === undefined) {
    if (options.positionals.length === 0 && !saysCase(options))
      throw refuse(
        "KW010",
        NAME,
        "no request is told",
        "give a case file, or --principal, --action and --key with policies or a world, or the text of AWS's error: --error 'User: … is not authorized to perform: …'",
      );
    return options.has("world") ? inWorld(options, [], io) : ofCase(options, files);
  }
  if (options.positionals.length > 0) throw refuse("KW001", NAME, "a case and an error are both given", "give one of the two");
  const told = read(error === "-" ? (await files.text("-")).text : error);
  const { filled, notes } = withTold(options, told);
  const denial = options.has("world") ? await inWorld(filled, notes, io) : await ofError(filled, told, notes, files);
  return checked(denial, told);
}

function read(text: string): ErrorText {
  const told = readErrorText(text);
  if (told === undefined)
    throw refuse(
      "KW010",
      "--error",
      "the text tells of no denial",
      "give it whole, as in 'User: arn:… is not authorized to perform: kms:Decrypt on resource: arn:…'",
    );
  if (told.encoded === true)
    throw refuse(
      "KW010",
      "--error",
      "the message is encoded, and only AWS can read it",
      "decode it by `aws sts decode-authorization-message --encoded-message TEXT`, and give what that prints: --error -",
    );
  return told;
}

/** What the options do not say, as the text says it. What neither tells is asked for. */
function withTold(options: Options, told: ErrorText): { readonly filled: Options; readonly notes: readonly string[] } {
  const values: Record<string, readonly string[]> = {};
  const notes: string[] = [];
  for (const name of ["principal", "action", "resource"] as const) {
    const value = told[name];
    if (value !== undefined && !options.has(name)) values[name] = [value];
  }
  for (const [key, value] of Object.entries(told.context ?? {}))
    if (!options.has("context") && isAsked(key))
      values.context = [...(values.context ?? []), ...[value].flat().map((one) => `${key}=${one}`)];
  const resource = options.get("resource") ?? told.resource;
  const region = parseArn(resource ?? "")?.region;
  const [service] = told.services ?? [];
  if (service !== undefined && told.services?.length === 1 && region && !options.has("via-service")) {
    const host = service.replaceAll("{region}", region);
    if (!host.includes("{")) {
      values["via-service"] = [host];
      notes.push(`the call was forwarded by ${host}, since the operation that failed is one of that service`);
    }
  }
  const missing = (["principal", "action", "resource"] as const).filter((name) => !options.has(name) && values[name] === undefined);
  if (missing.length > 0)
    throw refuse(
      "KW010",
      "--error",
      `the text does not name ${listed(missing.map((name) => MISSING[name][0]))}`,
      `give ${listed(missing.map((name) => MISSING[name][1]))}`,
    );
  return { filled: options.with(values), notes };
}

const MISSING = {
  principal: ["who asked", "--principal ARN (`aws sts get-caller-identity` prints it)"],
  action: ["what was asked", "--action ACTION, as in kms:Decrypt"],
  resource: ["the key", "--key ARN (`aws kms describe-key --key-id ALIAS` prints it)"],
} as const;

/** What follows from who asks and from the key is worked out. */
const isAsked = (key: string): boolean =>
  !/^aws:(?:principal|userid|username|viaawsservice|calledvia|resource|currenttime|epochtime)|^kms:(?:encryptioncontext|viaservice|calleraccount)/i.test(
    key,
  );

async function inWorld(options: Options, assumptions: readonly string[], io: Io): Promise<Denial> {
  const found = await askWorld(options, io);
  if ("invalid" in found) throw new Refusal(found.invalid);
  const { answer, warnings, world } = found;
  return { answer, warnings, world, assumptions: [...assumptions, ...(answer.notes ?? [])] };
}

async function ofCase(options: Options, files: Files): Promise<Denial> {
  const { draft, warnings, texts } = await draftOf(options, files);
  return answered(draft, warnings, texts, []);
}

async function ofError(options: Options, told: ErrorText, notes: readonly string[], files: Files): Promise<Denial> {
  const { draft, warnings, texts } = await draftOf(options, files);
  const asked = {
    principal: options.get("principal") ?? "",
    action: options.get("action") ?? "",
    resource: options.get("resource") ?? "",
  };
  const { compiled, assumptions } = standIns(told, asked, { ...draft.compiled });
  return answered({ ...draft, compiled: { ...compiled, ...withoutEmpty(draft.compiled) } }, warnings, texts, [...notes, ...assumptions]);
}

const withoutEmpty = (set: Partial<PolicySet> = {}): Partial<PolicySet> =>
  Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));

function answered(
  draft: CaseDraft,
  warnings: readonly Diagnostic[],
  texts: ReadonlyMap<Policy, string>,
  assumptions: readonly string[],
): Denial {
  const found = answerDraft(draft);
  if ("invalid" in found) throw new Refusal(found.invalid);
  const textOf = (policy: Policy) => texts.get(policy) ?? textIn(draft, policy);
  return { answer: found.answer, textOf, warnings: [...warnings, ...found.warnings], assumptions };
}

/** The document of a policy that stands in the case itself. */
function textIn({ value }: CaseDraft, policy: Policy): string | undefined {
  const pointer = policy.statements[0]?.at.pointer.replace(/\/Statement(?:\/0)?$/, "");
  if (pointer === undefined || !pointer.startsWith("/policies/")) return undefined;
  const found = pointerSteps(pointer).reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], value);
  return typeof found === "object" && found !== null ? JSON.stringify(found) : undefined;
}

/** The text of an error has to agree with the policies: where it does not, something is not given. */
function checked(denial: Denial, told: ErrorText): Denial {
  const { answer } = denial;
  const action = { action: answer.trace.action };
  if (answer.outcome === "allowed")
    throw refuse(
      "KW010",
      "--error",
      "AWS denied it, and what is given allows it: something that has a say is missing",
      told.layer === undefined
        ? "give every policy and circumstance: --key-policy, --identity, --scp, --context …"
        : askFor(told.layer, action),
    );
  const from = provenanceOf(answer);
  const ruling = from?.rule(new Reading(true));
  if (ruling === undefined || ruling.outcome === "allowed" || told.layer === undefined || told.hidden) return denial;
  const layer = ruling.layer === "grant" ? "identity" : ruling.layer;
  if (layer === told.layer && (told.explicit === undefined || told.explicit === (ruling.outcome === "explicitDeny"))) return denial;
  const note = `AWS blames ${LAYER_WORDS[told.layer]}, and by what is given it is ${LAYER_WORDS[ruling.layer]}: something that has a say is not given`;
  return { ...denial, assumptions: [...denial.assumptions, note] };
}

const LAYER_WORDS: Readonly<Record<string, string>> = {
  "service-control": "service control policies",
  "resource-control": "resource control policies",
  endpoint: "the VPC endpoint policy",
  boundary: "the permissions boundary",
  session: "the session policy",
  resource: "the resource-based policy",
  identity: "identity policies",
  grant: "identity policies",
};
