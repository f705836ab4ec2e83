import { describe, expect, it } from "vitest";
import { completePrincipal, makeCaller } from "../../src/kms/caller.ts";
import { resolveAlias, resolveKey, targetOf } from "../../src/kms/resolve.ts";
import { State } from "../../src/kms/state.ts";
import { alias, HOME, key, NOW } from "./records.ts";

const own = key();
const foreign = key({
  account: "444455556666",
  id: "0987dcba-09fe-87dc-65ba-ab0987654321",
  arn: "arn:aws:kms:us-east-1:444455556666:key/0987dcba-09fe-87dc-65ba-ab0987654321",
});
const state = new State();
state.apply({ kind: "put-key", key: own });
state.apply({ kind: "put-key", key: foreign });
state.apply({ kind: "put-alias", alias: alias("alias/app", own.arn) });
state.apply({ kind: "put-alias", alias: alias("alias/aws/s3", undefined) });
state.apply({
  kind: "put-alias",
  alias: { ...alias("alias/theirs", foreign.arn), arn: "arn:aws:kms:us-east-1:444455556666:alias/theirs", account: "444455556666" },
});

const principal = completePrincipal({ arn: "arn:aws:iam::111122223333:user/u" });
const caller = makeCaller({
  principal,
  home: HOME,
  side: { identity: [], boundary: undefined, session: undefined, serviceControl: [], endpoint: undefined },
});
const site = { state, caller, home: HOME, now: NOW, action: "kms:Encrypt" };
const any = (text: string) => resolveKey(text, "any", site);
const exact = (text: string) => resolveKey(text, "id or ARN", site);

const HIDDEN =
  "User: arn:aws:iam::111122223333:user/u is not authorized to perform: kms:Encrypt on this resource because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access";

describe("a key of the caller's account", () => {
  it("is found by id, ARN, alias name and alias ARN", () => {
    for (const text of [own.id, own.arn])
      for (const way of [any, exact]) expect(way(text)).toEqual({ ok: true, value: { kind: "key", key: state.key(own.arn) } });
    for (const text of ["alias/app", alias("alias/app", undefined).arn])
      expect(any(text)).toMatchObject({ ok: true, value: { key: { arn: own.arn }, alias: "alias/app" } });
  });

  // biome-ignore format: a table reads as a table
  it.each([
    ["11111111-2222-3333-4444-555555555555",                                 "NotFoundException",   "Key 'arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555' does not exist"],
    ["arn:aws:kms:us-east-1:111122223333:key/mrk-0123456789abcdef0123456789abcdef", "NotFoundException", "Key 'arn:aws:kms:us-east-1:111122223333:key/mrk-0123456789abcdef0123456789abcdef' does not exist"],
    ["134f2428cec14b25a1ae9048164dba47",                                     "NotFoundException",   "Invalid keyId '134f2428cec14b25a1ae9048164dba47'"],
    ["mrk-fake-key-id",                                                      "NotFoundException",   "Invalid keyId 'mrk-fake-key-id'"],
    ["__proto__",                                                            "NotFoundException",   "Invalid keyId '__proto__'"],
    ["alias/none",                                                           "NotFoundException",   "Alias arn:aws:kms:us-east-1:111122223333:alias/none is not found."],
    ["alias/aws/s3",                                                         "NotFoundException",   "Alias arn:aws:kms:us-east-1:111122223333:alias/aws/s3 is not found."],
    ["arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab", "NotFoundException", "Invalid arn us-west-2"],
    ["arn:aws:s3:::bucket",                                                  "InvalidArnException", "ARN is not valid: arn:aws:s3:::bucket"],
    ["arn:aws:kms",                                                          "InvalidArnException", "ARN is not valid: arn:aws:kms"],
    ["arn:aws:kms:us-east-1:111122223333:grant/1",                           "InvalidArnException", "ARN is not valid: arn:aws:kms:us-east-1:111122223333:grant/1"],
  ])("that is not there is told: %s", (text, name, message) => {
    expect(any(text)).toEqual({ ok: false, error: { name, message } });
  });

  it("is not changed by its alias", () => {
    const refused = { ok: false, error: { name: "InvalidArnException", message: "Key Aliases are not supported for this operation." } };
    for (const text of ["alias/app", "alias/none", alias("alias/app", undefined).arn]) expect(exact(text)).toEqual(refused);
  });
});

describe("a key of another account", () => {
  it("is found by its ARNs alone", () => {
    expect(any(foreign.arn)).toMatchObject({ ok: true, value: { key: { arn: foreign.arn } } });
    expect(any("arn:aws:kms:us-east-1:444455556666:alias/theirs")).toMatchObject({
      ok: true,
      value: { key: { arn: foreign.arn }, alias: "alias/theirs" },
    });
    expect(any(foreign.id)).toMatchObject({ ok: false, error: { name: "NotFoundException" } });
  });

  it.each(["arn:aws:kms:us-east-1:444455556666:key/none", "arn:aws:kms:us-east-1:444455556666:alias/none"])(
    "that is not there looks like one that is denied: %s",
    (text) => {
      expect(any(text)).toEqual({ ok: false, error: { name: "AccessDeniedException", message: HIDDEN } });
    },
  );
});

it("finds an alias whether it is there or not, and the key it names", () => {
  expect(resolveAlias("alias/none", site)).toMatchObject({ ok: true, value: { name: "alias/none", alias: undefined } });
  expect(resolveAlias("alias/app", site)).toMatchObject({ ok: true, value: { alias: { keyArn: own.arn } } });
  expect(targetOf("alias/app", site)).toEqual({ ok: true, value: { kind: "key", key: state.key(own.arn) } });
  expect(targetOf("alias/none", site)).toMatchObject({ ok: false, error: { name: "NotFoundException" } });
});
