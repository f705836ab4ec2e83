import { error, type KmsError } from "../kms/errors.ts";

/** Why a request is not taken for that of its caller. */
export type AuthFault = {
  readonly kind: AuthFaultKind;
  readonly message?: string;
  readonly inQuery?: string | null; // what the query protocol says instead; null: nothing
};

export type AuthFaultKind = keyof typeof NAMES;

/** AWS JSON 1.1 and the query protocol name the same faults otherwise. In JSON all answer 400. */
// biome-ignore format: a table reads as a table
const NAMES = {
  missing:     { json: "MissingAuthenticationTokenException", query: "MissingAuthenticationToken", queryStatus: 403 },
  incomplete:  { json: "IncompleteSignatureException",        query: "IncompleteSignature",        queryStatus: 400 },
  mismatch:    { json: "InvalidSignatureException",           query: "SignatureDoesNotMatch",      queryStatus: 403 },
  unknownKey:  { json: "UnrecognizedClientException",         query: "InvalidClientTokenId",       queryStatus: 403 },
  expired:     { json: "ExpiredTokenException",               query: "ExpiredToken",               queryStatus: 403 },
} as const;

export const jsonFault = ({ kind, message }: AuthFault): KmsError => error(NAMES[kind].json, message);

export function queryFault({ kind, message, inQuery }: AuthFault): {
  readonly code: string;
  readonly status: number;
  readonly message: string;
} {
  const { query, queryStatus } = NAMES[kind];
  return { code: query, status: queryStatus, message: (inQuery === undefined ? message : inQuery) ?? "" };
}
