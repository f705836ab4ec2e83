import { ERRORS, type KmsError } from "./errors.ts";

/** What a refused call throws: the members that the errors of the AWS SDK for JavaScript have. */
export class KmsException extends Error {
  override readonly name: string;
  readonly $fault: "client" | "server";
  readonly $metadata: { readonly httpStatusCode: number; readonly requestId: string };

  constructor({ name, message }: KmsError, requestId: string) {
    super(message ?? "");
    this.name = name;
    const status: number = ERRORS[name];
    this.$fault = status < 500 ? "client" : "server";
    this.$metadata = { httpStatusCode: status, requestId };
  }
}
