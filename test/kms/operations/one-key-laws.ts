import { describe, expect, it } from "vitest";
import { grantOperationsFor } from "../../../src/catalog/grant-operations.ts";
import { keySpec } from "../../../src/catalog/key-specs.ts";
import type { BuiltOperation } from "../../../src/kms/operations/index.ts";
import type { WorldKey } from "../../../src/kms.ts";
import { ACCOUNT, APP, APP_SESSION, allowing, call, refusal } from "../lab.ts";
import { MODEL, type Rule } from "../operation-model.ts";
import { ALIAS, oneKey, PARTNER_USER } from "./one-key.ts";

/** One call that succeeds, and what is special about its operation. */
export type Sample = {
  readonly operation: BuiltOperation;
  readonly key: WorldKey & Required<Pick<WorldKey, "spec">>;
  readonly input: Readonly<Record<string, unknown>>; // without KeyId
  readonly conditions: Readonly<Record<string, string>>; // request keys of the call
  readonly logged: Readonly<Record<string, unknown>>; // requestParameters beside keyId
  readonly wrongKey: WorldKey;
  readonly wrongUsage: { readonly name: string; readonly message: string }; // KEY stands for the key's ARN
  readonly worksDisabled?: boolean;
};

/** The refusal of a key whose use is another, as `wrongUsage` of a sample. */
export const wrongUsageOf = (usage: string, operation: string) => ({
  name: "InvalidKeyUsageException",
  message: `KEY key usage is ${usage} which is not valid for ${operation}.`,
});

/**
 * What AWS documents alike of every operation that works on the one key which its KeyId names: who may call it, spellings of the key, condition keys,
 * words of errors, log. The laws in `test/kms/laws.test.ts` say what holds for operations of every kind.
 */
export function describeOneKeyOperation(sample: Sample): void {
  const { operation, key, input } = sample;
  const action = `kms:${operation}`;
  const start = (may?: object) => oneKey(key, may);

  describe(`${operation}: as every operation on a key`, () => {
    it("needs its permission and no other", async () => {
      const one = await start({ Action: action });
      expect(call(one.app, operation, { KeyId: one.arn, ...input }).KeyId).toBe(one.arn);
      const other = await start({ NotAction: action });
      expect(refusal(() => call(other.app, operation, { KeyId: other.arn, ...input }))).toEqual({
        name: "AccessDeniedException",
        message: `User: ${APP_SESSION} is not authorized to perform: ${action} on resource: ${other.arn} because no identity-based policy allows the ${action} action`,
      });
    });

    it("can be allowed by a grant of it, and of no other operation", async () => {
      const { usages } = keySpec(key.spec ?? "")!;
      const valid = grantOperationsFor({ spec: key.spec!, usage: key.usage ?? usages[0]! });
      expect(valid).toContain(operation);
      const granted = async (operations: readonly string[]) => {
        const grants = [{ grantee: APP, operations: operations as never }];
        return oneKey({ ...key, grants }, { Action: "s3:*" });
      };
      const one = await granted([operation]);
      expect(call(one.app, operation, { KeyId: one.arn, ...input }).KeyId).toBe(one.arn);
      const other = await granted(valid.filter((name) => name !== operation));
      expect(refusal(() => call(other.app, operation, { KeyId: other.arn, ...input })).name).toBe("AccessDeniedException");
    });

    it("takes every spelling of the key, and answers with its ARN", async () => {
      const one = await start();
      const aliasArn = `arn:aws:kms:us-east-1:${ACCOUNT}:${ALIAS}`;
      for (const KeyId of [one.id, one.arn, ALIAS, aliasArn]) expect(call(one.app, operation, { KeyId, ...input }).KeyId).toBe(one.arn);
      const gone = (KeyId: string) => refusal(() => call(one.app, operation, { KeyId, ...input }));
      expect(gone("alias/none")).toEqual({
        name: "NotFoundException",
        message: `Alias arn:aws:kms:us-east-1:${ACCOUNT}:alias/none is not found.`,
      });
      expect(gone("none")).toEqual({ name: "NotFoundException", message: "Invalid keyId 'none'" });
    });

    it("tells policies the alias it was asked by", async () => {
      const one = await start({ Action: action, Condition: { StringEquals: { "kms:RequestAlias": ALIAS } } });
      expect(call(one.app, operation, { KeyId: ALIAS, ...input }).KeyId).toBe(one.arn);
      expect(refusal(() => call(one.app, operation, { KeyId: one.arn, ...input })).name).toBe("AccessDeniedException");
    });

    it("tells policies what it was asked", async () => {
      for (const [name, value] of Object.entries(sample.conditions)) {
        const asked = async (expected: string) => start({ Action: action, Condition: { StringEquals: { [name]: expected } } });
        const one = await asked(value);
        expect(call(one.app, operation, { KeyId: one.arn, ...input }).KeyId, `${name} is ${value}`).toBe(one.arn);
        const other = await asked("other");
        expect(refusal(() => call(other.app, operation, { KeyId: other.arn, ...input })).name).toBe("AccessDeniedException");
      }
    });

    it("works from another account that the key policy names, by ARN", async () => {
      const shared = await oneKey({ ...key, policy: allowing({ Principal: { AWS: PARTNER_USER }, Action: action }) });
      expect(call(shared.partner, operation, { KeyId: shared.arn, ...input }).KeyId).toBe(shared.arn);
      expect(refusal(() => call(shared.partner, operation, { KeyId: shared.id, ...input })).name).toBe("NotFoundException");
      const own = await start();
      expect(refusal(() => call(own.partner, operation, { KeyId: own.arn, ...input }))).toEqual({
        name: "AccessDeniedException",
        message: `User: ${PARTNER_USER} is not authorized to perform: ${action} on this resource because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access`,
      });
    });

    it("asks for the state of the key", async () => {
      const inState = async (members: Parameters<Awaited<ReturnType<typeof start>>["change"]>[0]) => {
        const one = await start();
        one.change(members);
        return () => call(one.app, operation, { KeyId: ALIAS, ...input });
      };
      const disabled = await inState({ enabled: false });
      if (sample.worksDisabled) expect(disabled()).toBeDefined();
      else expect(refusal(disabled)).toEqual({ name: "DisabledException", message: expect.stringMatching(/ is disabled\.$/) });
      expect(await inState({ transition: "Updating" }).then((run) => run())).toBeDefined();
      // biome-ignore format: a table reads as a table
      for (const [members, text] of [
        [{ deletion: { state: "PendingDeletion", at: Date.UTC(2027, 0, 1), windowDays: 30 } }, "is pending deletion."],
        [{ deletion: { state: "PendingReplicaDeletion", windowDays: 30 } }, "is pending replica deletion."],
        [{ origin: "EXTERNAL", materials: [] }, "is pending import."],
        [{ transition: "Creating" }, "is creating."],
      ] as const) {
        const run = await inState(members);
        expect(refusal(run), text).toEqual({ name: "KMSInvalidStateException", message: expect.stringMatching(new RegExp(`^arn:[^ ]+ ${text}$`)) });
      }
    });

    it("refuses a key of another usage, and tells of its state first", async () => {
      const one = await oneKey(sample.wrongKey);
      const { name, message } = sample.wrongUsage;
      const run = () => call(one.app, operation, { KeyId: one.arn, ...input });
      expect(refusal(run)).toEqual({ name, message: message.replace("KEY", one.arn) });
      one.change({ deletion: { state: "PendingDeletion", at: Date.UTC(2027, 0, 1), windowDays: 30 } });
      expect(refusal(run).name).toBe("KMSInvalidStateException");
    });

    it("refuses what breaks the constraints of the model, in its words", async () => {
      const one = await start();
      for (const [member, rule] of Object.entries(modelOf(operation))) {
        const at = `'${member.charAt(0).toLowerCase()}${member.slice(1)}'`;
        const answers = (value: unknown, fault: string) =>
          expect(refusal(() => call(one.app, operation, { KeyId: one.arn, ...input, [member]: value }))).toEqual({
            name: "ValidationException",
            message: `1 validation error detected: ${fault}`,
          });
        if (rule.required) answers(undefined, `Value null at ${at} failed to satisfy constraint: Member must not be null`);
        if (rule.enum) {
          const values = `[${(ORDERS[member] ?? rule.enum).join(", ")}]`;
          answers("X", `Value 'X' at ${at} failed to satisfy constraint: Member must satisfy enum value set: ${values}`);
        }
        if (rule.type !== "blob" || rule.max === undefined) continue;
        const length = "failed to satisfy constraint: Member must have length";
        answers(new Uint8Array(rule.max + 1), `Value at ${at} ${length} less than or equal to ${rule.max}`);
        answers(new Uint8Array(0), `Value at ${at} ${length} greater than or equal to 1`);
      }
      const tokens = (GrantTokens: unknown) => refusal(() => call(one.app, operation, { KeyId: one.arn, ...input, GrantTokens })).name;
      expect(tokens(["no token"])).toBe("InvalidGrantTokenException");
      expect(tokens(Array.from({ length: 11 }, () => "x"))).toBe("ValidationException");
    });

    it("is told to the audit log, as it was asked", async () => {
      const one = await start();
      call(one.app, operation, { KeyId: ALIAS, ...input });
      const event = one.events().at(-1)!;
      expect(event).toMatchObject({ eventName: operation, readOnly: true, responseElements: null });
      expect(event.requestParameters).toEqual({ keyId: ALIAS, ...sample.logged });
      expect(event.resources).toEqual([{ accountId: ACCOUNT, type: "AWS::KMS::Key", ARN: one.arn }]);
      refusal(() => call(one.app, operation, { KeyId: "none", ...input }));
      expect(one.events().at(-1)).toMatchObject({ eventName: operation, errorCode: "NotFoundException", resources: [] });
    });
  });
}

/** The members of a request as the service's model has them. */
const modelOf = (operation: string): Readonly<Record<string, Rule>> => MODEL.operations.find(({ name }) => name === operation)!.request;

/** Names that the service was seen to list in another order than its model. */
const ORDERS: Readonly<Record<string, readonly string[]>> = {
  MacAlgorithm: ["HMAC_SHA_384", "HMAC_SHA_256", "HMAC_SHA_224", "HMAC_SHA_512"],
};
