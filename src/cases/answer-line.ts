import type { Diagnostic } from "../base/diagnostic.ts";
import type { WorldAnswer } from "../estate/world.ts";

type Id = string | number | undefined;

/**
 * An answer as plain data, its members in the order people read them (`schemas/answer.schema.json`). A trace is worked out only when it is asked for,
 * and so are the rules, which rest on it.
 */
export function plainAnswer(id: Id, answer: WorldAnswer, withTrace: boolean, withRules = withTrace): object {
  const { decision, outcome, by, reason, missing, error, warnings, notes, assumptions } = answer;
  const assumed = withTrace ? someOf(answer.assumed) : undefined;
  return {
    id,
    decision,
    outcome,
    by,
    reason,
    missing,
    assumed,
    rules: withRules ? someOf(answer.rules) : undefined,
    error,
    warnings: warnings?.map(plain),
    notes,
    assumptions,
    ...(withTrace && { trace: answer.trace }),
  };
}

const someOf = (names: readonly string[] | undefined): readonly string[] | undefined => (names?.length ? names : undefined);

/** The same for a case that could not be read. */
export const plainInvalid = (id: Id, invalid: readonly Diagnostic[]): object => ({
  id,
  invalid: invalid.map(plain),
});

const plain = ({ code, message, at, help }: Diagnostic): object => ({ code, message, at, help });
