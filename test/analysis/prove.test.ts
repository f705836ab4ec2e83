import { describe, expect, it } from "vitest";
import { type Invariant, type Proof, prove } from "../../src/analysis.ts";
import { loadWorld } from "../../src/index.ts";

const KEY = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

const worldOf = (statements: readonly object[], more: object = {}) =>
  loadWorld({
    version: 1,
    account: "111122223333",
    region: "us-east-1",
    keys: { orders: { arn: KEY, policy: { Version: "2012-10-17", Statement: statements } } },
    ...more,
  });

const statement = (Effect: string, principal: object | string, action: string | readonly string[], Condition?: object) => ({
  Effect,
  Principal: principal,
  Action: action,
  Resource: "*",
  ...(Condition && { Condition }),
});
const allow = (...rest: [object | string, string | readonly string[], object?]) => statement("Allow", ...rest);
const deny = (...rest: [object | string, string | readonly string[], object?]) => statement("Deny", ...rest);

const told = ({ verdict, witness, why, control, vacuous }: Proof): string =>
  [verdict, witness && `${witness.who.text} ${witness.request.action}`, why, control?.text, vacuous].filter((part) => part).join(": ");

const proved = async (statements: readonly object[], invariant: Invariant, more: object = {}): Promise<string> =>
  told(prove(await worldOf(statements, more), invariant));

const ORG = { "aws:PrincipalOrgID": "o-abc1234567" };
const OUTSIDE: Invariant = { never: { action: "kms:Decrypt", unless: ORG } };
const inOrg = { StringEquals: ORG };

describe("never", () => {
  it("is refuted with a request that is allowed, and meant", async () => {
    const proof = prove(await worldOf([allow("*", "kms:Decrypt")]), OUTSIDE);
    expect(proof.verdict).toBe("refuted");
    expect(proof.witness?.outcome).toBe("allowed");
    expect(JSON.stringify(proof.witness?.request)).not.toContain("o-abc1234567");
  });

  it("is proved by a condition, and the control is the policy without it", async () =>
    expect(await proved([allow("*", "kms:Decrypt", inOrg)], OUTSIDE)).toBe(
      "proved: if statement 1 of the policy of key orders had no condition StringEquals on aws:PrincipalOrgID",
    ));

  it("is proved by a deny, and the control is the policy without it", async () =>
    expect(await proved([allow("*", "kms:*"), deny("*", "kms:Decrypt", { StringNotEquals: ORG })], OUTSIDE)).toContain(
      "proved: if the policy of key orders had not statement 2",
    ));

  it("is refuted where IfExists lets through who has no organization", async () => {
    const open = [allow("*", "kms:Decrypt", { StringEqualsIfExists: ORG })];
    expect(await proved(open, OUTSIDE)).toMatch(/^refuted: /);
  });
});
