import { ERRORS, type ErrorName, isErrorName, type KmsError } from "./errors.ts";

/**
 * The AWS SDK for JavaScript v3 recognizes an error of another copy of itself by the names of its classes. Errors with a base class of this name are
 * `instanceof KMSServiceException` to every copy, with none of them loaded. Named by a member, so that no bundler gives it another name.
 */
const { KMSServiceException }: { readonly KMSServiceException: new (message?: string) => Error } = {
  KMSServiceException: class extends Error {},
};

/**
 * What a refused call throws: the members that the errors of the AWS SDK for JavaScript v3 have, in a class with the name of the error
 * (`exceptions.NotFoundException`). Code that looks at `name`, or asks `instanceof NotFoundException` of the SDK's class, works on both. `message` is
 * empty where AWS sends none; the SDK says "UnknownError" there.
 *
 * `instanceof KmsException` holds for errors of the SDK's client for KMS too, whichever of them a call throws.
 */
export class KmsException extends KMSServiceException {
  override readonly name: string;
  readonly $fault: "client" | "server";
  readonly $metadata: {
    readonly httpStatusCode: number;
    readonly requestId: string;
    readonly attempts: number;
    readonly totalRetryDelay: number;
  };

  constructor(error: KmsError, requestId: string) {
    const { name, message, $fault, $metadata } = membersOf(error, requestId);
    super(message);
    this.name = name;
    this.$fault = $fault;
    this.$metadata = $metadata;
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: the class that is asked about may be a subclass
    return isServiceError(value) && isInstance(this, value);
  }
}

function membersOf({ name, message = "" }: KmsError, requestId: string): Pick<KmsException, "name" | "message" | "$fault" | "$metadata"> {
  const httpStatusCode: number = ERRORS[name];
  const $metadata = { httpStatusCode, requestId, attempts: 1, totalRetryDelay: 0 };
  return { name, message, $fault: httpStatusCode < 500 ? "client" : "server", $metadata };
}

const isInstance = (Class: { readonly name: string }, thrown: Error): boolean =>
  Class === KmsException || thrown.name === Class.name || Function.prototype[Symbol.hasInstance].call(Class, thrown);

const isServiceError = (value: unknown): value is Error => {
  if (!(value instanceof Error) || !isErrorName(value.name)) return false;
  for (let at: object | null = value; at !== null; at = Object.getPrototypeOf(at))
    if (at.constructor?.name === "KMSServiceException") return true;
  return false;
};

type ExceptionClass = new (...parts: ConstructorParameters<typeof KmsException>) => KmsException;

/** A class for every error, by its name: `thrown instanceof exceptions.NotFoundException`. */
export const exceptions = Object.fromEntries(
  Object.keys(ERRORS).map((name) => [name, { [name]: class extends KmsException {} }[name]]),
) as unknown as Readonly<Record<ErrorName, ExceptionClass>>;

/** Makes what a refused call throws. */
export type ToException = (error: KmsError, requestId: string) => KmsException;

export const toException: ToException = (error, requestId) => new exceptions[error.name](error, requestId);

/** What there is in `@aws-sdk/client-kms`, of which the classes of errors are used. */
export type SdkErrors = { readonly KMSServiceException: SdkClass } & Readonly<Record<string, unknown>>;
type SdkClass = new (parts: never) => Error;

/** Errors of the very classes of a copy of the AWS SDK; those that the SDK has no class for are its KMSServiceException, as in the SDK itself. */
export function sdkExceptions(sdk: SdkErrors): ToException {
  const base = sdk.KMSServiceException;
  const isClass = (value: unknown): value is SdkClass => typeof value === "function" && Object.prototype.isPrototypeOf.call(base, value);
  return (error, requestId) => {
    const own = Object.hasOwn(sdk, error.name) ? sdk[error.name] : undefined;
    const Class = (isClass(own) ? own : base) as new (parts: object) => KmsException;
    return new Class(membersOf(error, requestId));
  };
}
