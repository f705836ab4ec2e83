import type { RawRequest } from "../wire/raw-request.ts";

/** One request as it reached us, whole. */
export type Exchange = RawRequest & {
  readonly path: string;
  readonly peer: string; // the address it came from
  readonly isTls: boolean;
  readonly requestId: string; // ours; what AWS calls x-amzn-RequestId
};

/** What is sent back. `Date`, and the length of the body, are added. */
export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** What answers requests of one kind. */
export type Endpoint = (exchange: Exchange) => Answer | Promise<Answer>;

export const AWS_JSON = "application/x-amz-json-1.1";

/** Of a Content-Type, without its parameters. */
export const mediaTypeOf = (contentType: string | undefined): string | undefined => contentType?.split(";", 1)[0]?.trim().toLowerCase();

/** Where nothing answers: also to GET of what is not there, as services of AWS do (observed of Amazon DynamoDB). */
export const nothingHere = ({ requestId }: Pick<Exchange, "requestId">): Answer => ({
  status: 404,
  headers: { "content-type": "text/xml", "x-amzn-RequestId": requestId },
  body: "<UnknownOperationException/>\n",
});

/** An error that is ours rather than AWS's, in the shape that every client of AWS JSON can read. */
export const jsonFaultOf = (status: number, type: string, requestId: string, message?: string): Answer => ({
  status,
  headers: { "content-type": AWS_JSON, "x-amzn-RequestId": requestId, ...NOT_KEPT },
  body: JSON.stringify({ __type: type, ...(message !== undefined && { message }) }),
});

/** As AWS KMS sends with its errors (recorded). */
export const NOT_KEPT = { "cache-control": "no-cache, no-store, must-revalidate, private", expires: "0", pragma: "no-cache" } as const;
