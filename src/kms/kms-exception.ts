import { ERRORS, type KmsError } from "./errors.ts";

/**
 * What a refused call throws: the members that the errors of the AWS SDK for JavaScript v3 have, so that code which looks at `name` or asks
 * `instanceof NotFoundException` of the SDK works on both. `message` is empty where AWS sends none; the SDK says "UnknownError" there.
 */
export class KmsException extends Error {
  override readonly name: string;
  readonly $fault: "client" | "server";
  readonly $metadata: {
    readonly httpStatusCode: number;
    readonly requestId: string;
    readonly attempts: number;
    readonly totalRetryDelay: number;
  };

  constructor({ name, message }: KmsError, requestId: string) {
    super(message ?? "");
    this.name = name;
    const status: number = ERRORS[name];
    this.$fault = status < 500 ? "client" : "server";
    this.$metadata = { httpStatusCode: status, requestId, attempts: 1, totalRetryDelay: 0 };
  }
}
