import { expect, test } from "vitest";
import { keepWarnings, warningsOf } from "../../src/authz/warnings.ts";
import { authorizer, decide, parsePolicy } from "../../src/index.ts";
import { resolveWorld } from "../../src/world/reader.ts";
import { ALICE, allow, decrypt, HOME, KEY, policy, to } from "./asking.ts";

const codes = (answer: { readonly warnings?: readonly { readonly code: string }[] }) => answer.warnings?.map(({ code }) => code);
const MISSPELT = allow({ Action: "kms:Decrpyt" });
const UNKNOWN_KEY = to(ALICE, { Condition: { StringNotEquals: { "aws:PrincipalOrgId2": "o-1" } } });

test("every answer carries the warnings of the policies that had a say", () => {
  const policies = { resource: policy(UNKNOWN_KEY), identity: [policy(MISSPELT)] };
  expect(codes(authorizer({ policies })(decrypt()))).toEqual(["KW302", "KW301"]);
  expect(JSON.parse(JSON.stringify(decide({ request: decrypt(), policies }))).warnings).toHaveLength(2);
});

test("and has no such member where there are none, or where nothing was decided", () => {
  expect("warnings" in authorizer({ policies: { resource: policy(to(ALICE)) } })(decrypt())).toBe(false);
  expect("warnings" in authorizer({ policies: { identity: [policy(MISSPELT)] } })(decrypt({ action: "kms:Nothing" }))).toBe(false);
});

test("a world's answer has those of its policies in question, each once, with their places", () => {
  const { world } = resolveWorld({
    account: HOME,
    principals: {
      alice: { arn: ALICE, policies: [policy(MISSPELT)] },
      bob: { arn: `arn:aws:iam::${HOME}:user/bob`, policies: [policy(UNKNOWN_KEY)].map(() => policy(allow())) },
    },
    keys: { k: { arn: KEY, policy: policy(to(ALICE)) } },
  });
  const ask = (principal: string) => world!.authorize({ principal, action: "kms:Decrypt", key: "k" });
  expect(codes(ask("alice"))).toEqual(["KW301"]);
  expect(ask("alice").warnings?.[0]?.at.pointer).toBe("/principals/alice/policies/0/Statement/0/Action");
  expect(codes(ask("bob"))).toBeUndefined();
});

test("a policy keeps what was found in it, and later findings beside", () => {
  const { policy: read } = parsePolicy(JSON.stringify(policy(MISSPELT)), { type: "identity", name: "p" });
  const found = warningsOf(read!);
  expect(found.map(({ code }) => code)).toEqual(["KW301"]);
  keepWarnings(read!, [
    { ...found[0]!, code: "KW325" },
    { ...found[0]!, severity: "error" },
  ]);
  expect(warningsOf(read!).map(({ code }) => code)).toEqual(["KW301", "KW325"]);
});
