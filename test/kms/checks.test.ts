import { expect, it } from "vitest";
import { completePrincipal, makeCaller } from "../../src/kms/caller.ts";
import { onAlias, onAliasTarget, onAnything, onKey, onTags } from "../../src/kms/checks.ts";
import type { Check } from "../../src/kms/operation.ts";
import { State } from "../../src/kms/state.ts";
import { alias, HOME, key, NOW } from "./records.ts";

const one = key();
const state = new State();
state.apply({ kind: "put-key", key: one });
state.apply({ kind: "put-alias", alias: alias("alias/app", one.arn) });
const principal = completePrincipal({ arn: "arn:aws:iam::111122223333:user/u" });
const caller = makeCaller({
  principal,
  home: HOME,
  side: { identity: [], boundary: undefined, session: undefined, serviceControl: [], endpoint: undefined },
});
const locate = (check: Check, input: object) => {
  const found = check.locate(input, { state, caller, home: HOME, now: NOW, action: check.action });
  return found.ok ? found.value : found.error.name;
};

it("finds what the request names", () => {
  expect(locate(onKey("kms:Encrypt", "KeyId", "any"), { KeyId: "alias/app" })).toMatchObject({
    kind: "key",
    key: { id: one.id },
    alias: "alias/app",
  });
  expect(locate(onKey("kms:EnableKey", "KeyId", "id or ARN"), { KeyId: "alias/app" })).toBe("InvalidArnException");
  expect(locate(onAlias("kms:CreateAlias"), { AliasName: "alias/new" })).toEqual({
    kind: "alias",
    arn: "arn:aws:kms:us-east-1:111122223333:alias/new",
    name: "alias/new",
    alias: undefined,
  });
  expect(locate(onAliasTarget("kms:DeleteAlias"), { AliasName: "alias/app" })).toMatchObject({ kind: "key", key: { id: one.id } });
  expect(locate(onAlias("kms:CreateAlias"), { AliasName: "app" })).toBe("ValidationException");
  expect(locate(onAliasTarget("kms:DeleteAlias"), { AliasName: "alias/app" })).not.toHaveProperty("alias");
  expect(locate(onAnything("kms:ListKeys"), {})).toEqual({ kind: "*" });
});

it("makes no check that the request does not need", () => {
  expect(locate(onTags, {})).toBeUndefined();
  expect(locate(onTags, { Tags: [] })).toBeUndefined();
  expect(locate(onTags, { Tags: [{}] })).toEqual({ kind: "*" });
});
