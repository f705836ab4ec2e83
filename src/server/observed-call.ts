/** A call that was answered, for metrics and logs: no member of the request but the key, and nothing that is a secret. */
export type ObservedCall = {
  readonly service: "kms" | "sts" | "cloudtrail";
  readonly operation: string | undefined; // one of the service's; undefined where the request named none
  readonly requestId: string;
  readonly region?: string | undefined;
  readonly accessKeyId?: string | undefined;
  readonly principal?: string | undefined;
  readonly isAuthenticated: boolean;
  readonly status: number;
  readonly error?: string | undefined; // its name
  readonly resources?: readonly string[] | undefined; // ARNs that it was made on; undefined: they are those that the KMS remembers of the call
  readonly seconds: number;
  readonly bytes: number; // of the request
  readonly attempt?: string | undefined; // amz-sdk-request
  readonly userAgent?: string | undefined;
};

export type Observer = (call: ObservedCall) => void;
