import { z } from "zod";

/**
 * The members that requests are made of, with the constraints of the service's model (KMS API Reference, Common request parameters and each
 * operation). What a request may not hold is said in AWS's words by `validation.ts`. Binary members are `Uint8Array`; base64 is for the wire.
 */

/** A request: members it does not know are passed over, as the service does. */
export const request = <S extends z.ZodRawShape>(members: S) => z.object(members);

export const text = (min: number, max: number, pattern?: RegExp) => {
  const sized = z.string().min(min).max(max);
  return pattern === undefined ? sized : sized.regex(pattern);
};
export const integer = (min: number, max: number) => z.int().min(min).max(max);
export const timestamp = () => z.date();
export const flag = () => z.boolean().optional();
export const listOf = <T extends z.ZodType>(item: T, min = 1) => z.array(item).min(min);
export const oneOf = <const T extends readonly [string, ...string[]]>(names: T) => z.enum(names);

/** What a member is, where its schema alone does not tell the wire. */
export const WIRE_FORMS = z.registry<{ readonly form: "bytes"; readonly min: number; readonly max: number } | { readonly form: "pairs" }>();

/** Bytes. Their length is checked like that of a text, and their value is never in a message. */
export const blob = (min: number, max: number) =>
  z
    .custom<Uint8Array>((value) => value instanceof Uint8Array)
    .check((check) => {
      if (!(check.value instanceof Uint8Array)) return;
      const { length } = check.value;
      if (length < min) check.issues.push({ code: "too_small", origin: "string", minimum: min, inclusive: true, input: check.value });
      if (length > max) check.issues.push({ code: "too_big", origin: "string", maximum: max, inclusive: true, input: check.value });
    })
    .register(WIRE_FORMS, { form: "bytes", min, max });

export const keyId = () => text(1, 2048);
export const aliasName = () => text(1, 256, /^[a-zA-Z0-9:/_-]+$/);
/** Pairs of text, passed on as they are: `__proto__` is a legal key, which a copy by zod would lose. */
export const encryptionContext = () =>
  z.custom<Readonly<Record<string, string>>>(isPairs).register(WIRE_FORMS, { form: "pairs" }).optional();
export const grantTokens = () => z.array(text(1, 8192)).min(0).max(10).optional();
export const dryRun = () => flag();
export const dryRunModifiers = () => z.array(oneOf(["IGNORE_CIPHERTEXT"])).optional();
export const encryptionAlgorithm = () => oneOf(["SYMMETRIC_DEFAULT", "RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256", "SM2PKE"]);
// biome-ignore lint/suspicious/noControlCharactersInRegex: tab and line ends are what the service's model lists
export const policyText = () => text(1, 131_072, /^[\u0009\u000A\u000D\u0020-\u00FF]+$/);
export const policyName = () => text(1, 128, /^[\w]+$/);
export const tags = () => z.array(z.object({ TagKey: text(1, 128), TagValue: text(0, 256) }));
export const limit = () => integer(1, 1000).optional();
export const marker = () => text(1, 1024, /^[\u0020-\u00FF]*$/).optional();
export const recipient = () =>
  z
    .object({ KeyEncryptionAlgorithm: oneOf(["RSAES_OAEP_SHA_256"]).optional(), AttestationDocument: blob(1, 262_144).optional() })
    .optional();

const isPairs = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value) && Object.values(value).every((text) => typeof text === "string");

/** The algorithm that an omitted member means. */
export const DEFAULT_ALGORITHM = "SYMMETRIC_DEFAULT";
