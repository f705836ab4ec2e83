import type { Assumption } from "../../analysis/answers.ts";
import { printable } from "../../base/text.ts";
import type { DataQuestion } from "../../estate/data/question.ts";
import type { Request } from "../../iam/request.ts";
import { commandFor, type Subject } from "../analysis/words.ts";
import { dataCommand } from "../data/access.ts";
import type { Shown } from "./review.ts";

type Asked = {
  readonly title: string;
  readonly request?: Request;
  readonly data?: DataQuestion | undefined; // instead of a request, or the flow that it is a part of
  readonly outcomes?: string;
  readonly expect?: "allow" | "deny"; // of a test case of it
  readonly subject?: Subject | undefined;
  readonly names: { readonly key: string; readonly principal: string | undefined };
  readonly assumes: readonly string[];
  readonly assumptions: readonly Assumption[];
};

/** A witness as people use it: as a command to try, and as a test case to keep. */
export function shownFor({ title, request, data, outcomes, expect, subject, names, assumes, assumptions }: Asked): Shown {
  const command = (subject: Subject) =>
    data !== undefined ? dataCommand(subject, data, names.principal) : commandFor(subject, request as Request, names);
  const asked = data ?? (request as Request);
  return {
    title,
    request: asked,
    ...(outcomes !== undefined && { outcomes }),
    ...(subject !== undefined && { command: command(subject) }),
    ...(expect !== undefined && { testCase: caseFor(title, asked, names, expect) }),
    assumes: assumes.map((id) => assumptions.find((one) => one.id === id)?.text ?? id),
  };
}

/** The words of files and flags for the outcomes of answers. */
export const WORDS: Readonly<Record<string, string>> = {
  allowed: "allow",
  explicitDeny: "explicit-deny",
  implicitDeny: "implicit-deny",
  undetermined: "undetermined",
};

/** A case of a test file, in YAML whose scalars are JSON. Names of the world stand where it has them. */
function caseFor(title: string, asked: Request | DataQuestion, names: Asked["names"], expect: string): string {
  const { principal, context, time } = asked;
  const members = {
    name: title,
    principal: names.principal ?? (typeof principal === "string" ? principal : principal.arn),
    ...("flow" in asked ? ofFlow(asked) : ofRequest(asked, names)),
    time,
    context: context !== undefined && Object.keys(context).length === 0 ? undefined : context,
    expect,
  };
  const lines = Object.entries(members).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${scalar(value)}`]));
  return lines.map((line, i) => `${i === 0 ? "- " : "  "}${line}\n`).join("");
}

const ofRequest = ({ action, resource, encryptionContext, viaService, grantTokens }: Request, { key }: Asked["names"]): object => ({
  action,
  key: key === "" ? resource : key,
  encryptionContext,
  viaService,
  grantTokens: grantTokens?.length === 0 ? undefined : grantTokens,
});

const ofFlow = ({ flow, on, parameters = {}, endpoint }: DataQuestion): object => ({ flow: { [flow]: parameters }, on, endpoint });

function scalar(value: unknown): string {
  if (typeof value === "string") return isPlain(value) ? value : JSON.stringify(printable(value, 2_000));
  return JSON.stringify(value);
}

/** What YAML reads as this very text, without quotes. */
const isPlain = (text: string): boolean =>
  /^[A-Za-z][\w/.@-]*(?::[\w/.@*-]+)*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|[yn])$/i.test(text);
