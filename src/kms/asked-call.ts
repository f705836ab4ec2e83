import { InvalidWorldError } from "../estate/invalid-world.ts";
import type { Question } from "../estate/question.ts";
import type { World } from "../estate/world.ts";
import { parseArn } from "../iam/arn.ts";
import type { PrincipalFacts } from "../iam/request.ts";
import type { CallerOptions } from "./callers.ts";

/** Who calls, and what the call brings: the members beside these are its operation's alone. */
export type AskedCall = {
  readonly caller: CallerOptions;
  readonly input: {
    readonly KeyId: string;
    readonly EncryptionContext?: Readonly<Record<string, string>>;
    readonly GrantTokens?: string[];
  };
};

/**
 * How a question to a world is called, so that the KMS asks its engine the same: an alias by its ARN, for policies may look at the name it was asked by;
 * the moment it is asked for by the condition keys that tell it. What only a question can say is no part of a call: session policies, further grants, and
 * condition keys that are unknown.
 *
 * @throws {InvalidWorldError} for a question that cannot be asked: one that names what is not there, say.
 */
export function askedCall(world: World, question: Question): AskedCall {
  const posed = world.read(question);
  if (!posed.ok) throw new InvalidWorldError("the question cannot be asked", posed.error);
  const { resource, encryptionContext, context, viaService, grantTokens, time } = posed.value.request;
  const region = parseArn(resource)?.region;
  return {
    caller: {
      principal: question.principal as string | PrincipalFacts,
      context: { ...context, ...timeKeys(time) },
      ...(viaService !== undefined && { viaService }),
      ...(question.endpoint !== undefined && { endpoint: question.endpoint }),
      ...(region && { region }),
    },
    input: {
      KeyId: keyIdOf(question.key ?? "", resource),
      ...(encryptionContext && { EncryptionContext: encryptionContext }),
      ...(grantTokens && grantTokens.length > 0 && { GrantTokens: [...grantTokens] }),
    },
  };
}

const keyIdOf = (name: string, arn: string): string =>
  name.startsWith("alias/") ? `${arn.slice(0, arn.lastIndexOf(":") + 1)}${name}` : name.includes(":alias/") ? name : arn;

/** The time of a request as the condition keys that tell it. */
export const timeKeys = (time: string | undefined): Readonly<Record<string, string | number>> =>
  time === undefined ? {} : { "aws:CurrentTime": time, "aws:EpochTime": Math.floor(Date.parse(time) / 1000) };
