import { describe, expect, test } from "vitest";
import { KEY_STATE_TABLE, KEY_STATES, type KeyOperationName, keyStateMessage, keyStateResult } from "../../src/catalog/key-states.ts";
import { AWS, disagreements } from "./aws.ts";

const key = { arn: "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab", origin: "EXTERNAL" };
const operations = Object.keys(KEY_STATE_TABLE) as KeyOperationName[];

/** A cell of the fixture as the error it leads to: name and message, or neither. */
function legend(code: string) {
  const { error = code === "NA" ? "never" : "ok", message } = AWS.stateResults[code] ?? { error: `no ${code} in the legend` };
  return [error, message?.replace("${keyArn}", key.arn).replace("${origin}", key.origin)];
}

function cell(operation: KeyOperationName, state: (typeof KEY_STATES)[number]) {
  const result = keyStateResult(operation, state);
  return result === "ok" || result === "never" ? [result, undefined] : [result, keyStateMessage(operation, state, key)];
}

const ours = Object.fromEntries(
  operations.map((operation) => [operation, Object.fromEntries(KEY_STATES.map((state) => [state, cell(operation, state)]))]),
);
const theirs = Object.fromEntries(
  AWS.operations.flatMap(({ name, keyStates }) =>
    keyStates ? [[name, Object.fromEntries(Object.entries(keyStates).map(([state, code]) => [state, legend(code)]))]] : [],
  ),
);

describe("the key-state table", () => {
  test("agrees with AWS cell by cell, in result and message, in both directions", () => {
    expect(disagreements(ours, theirs)).toEqual([]);
    expect(operations).toHaveLength(45);
  });

  test.each(KEY_STATES)("would not agree with another answer for a key that is %s", (state) => {
    const wronged = { ...ours, Encrypt: { ...ours.Encrypt, [state]: cell("CancelKeyDeletion", state) } };
    expect(disagreements(wronged, theirs)).toHaveLength(1);
  });

  // biome-ignore format: a table reads as a table
  test.each([
    ["Encrypt",           "Disabled",               `${key.arn} is disabled.`],
    ["Sign",              "PendingReplicaDeletion", `${key.arn} is pending replica deletion.`],
    ["CancelKeyDeletion", "Enabled",                `${key.arn} is not pending deletion (or pending replica deletion).`],
    ["EnableKeyRotation", "PendingImport",          `${key.arn} origin is EXTERNAL which is not valid for this operation.`],
  ] as const)("%s of a key that is %s: %s", (operation, state, message) => {
    expect(keyStateMessage(operation, state, key)).toBe(message);
  });
});
