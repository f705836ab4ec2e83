import { Member, type Members, type Structure } from "./member.ts";

/**
 * The members that requests are made of, with the constraints of the service's model (KMS API Reference, Common request parameters and each
 * operation). What a request may not hold is said in AWS's words by `validation.ts`. Binary members are `Uint8Array`; base64 is for the wire.
 */

/** A request, or a structure in one: members it does not know are passed over, as the service does. */
export const request = <M extends Members>(members: M) =>
  new Member<Structure<M, "read">, Structure<M, "given">>({ type: "structure", members });

/** `model`: the pattern of the service's model, as it is written there. */
export const text = (min: number, max: number, model?: string) =>
  new Member<string>({ type: "text", min, max, pattern: model === undefined ? undefined : { model, whole: new RegExp(`^(?:${model})$`) } });
export const integer = (min: number, max: number) => new Member<number>({ type: "integer", min, max });
export const timestamp = () => new Member<Date>({ type: "time" });
export const flag = () => new Member<boolean>({ type: "flag" }).optional();
export const listOf = <Read, Given>(item: Member<Read, Given>, min = 1, max = Number.POSITIVE_INFINITY) =>
  new Member<Read[], Given[]>({ type: "list", item, min, max });
export const oneOf = <const T extends readonly [string, ...string[]]>(names: T) => new Member<T[number]>({ type: "name", names });

/** Bytes. Their length is checked like that of a text, and their value is never in a message. */
export const blob = (min: number, max: number) => new Member<Uint8Array>({ type: "bytes", min, max });

export const keyId = () => text(1, 2048);
export const aliasName = () => text(1, 256, "^[a-zA-Z0-9:/_-]+$");
export const encryptionContext = () => new Member<Readonly<Record<string, string>>>({ type: "pairs" }).optional();
export const grantTokens = () => listOf(text(1, 8192), 0, 10).optional();
export const dryRun = () => flag();
export const dryRunModifiers = () => listOf(oneOf(["IGNORE_CIPHERTEXT"]), 0).optional();
export const encryptionAlgorithm = () => oneOf(["SYMMETRIC_DEFAULT", "RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256", "SM2PKE"]);
export const policyText = () => text(1, 131_072, String.raw`[\u0009\u000A\u000D\u0020-\u00FF]+`);
export const policyName = () => text(1, 128, String.raw`[\w]+`);
export const tags = () => listOf(request({ TagKey: text(1, 128), TagValue: text(0, 256) }), 0);
export const limit = () => integer(1, 1000).optional();
export const marker = () => text(1, 1024, String.raw`[\u0020-\u00FF]*`).optional();
export const recipient = () =>
  request({
    KeyEncryptionAlgorithm: oneOf(["RSAES_OAEP_SHA_256"]).optional(),
    AttestationDocument: blob(1, 262_144).optional(),
  }).optional();

/** The algorithm that an omitted member means. */
export const DEFAULT_ALGORITHM = "SYMMETRIC_DEFAULT";
