import type { Caller } from "./caller.ts";
import { dispatch, type Reply, type Service } from "./dispatch.ts";
import { error } from "./errors.ts";
import { type ToException, toException } from "./kms-exception.ts";
import type { GivenTo } from "./member.ts";
import type { Operation } from "./operation.ts";
import { type BuiltOperation, OPERATIONS, operationRow } from "./operations/index.ts";

type Rows = typeof OPERATIONS;
type InputOf<N extends BuiltOperation> = GivenTo<Rows[N]["input"]>;
type OutputOf<N extends BuiltOperation> = Rows[N] extends Operation<infer _I, infer _C, infer O> ? O : never;
/** A request all of whose members may be left out may be left out itself. */
type Call<I, R> = object extends I ? (input?: I) => R : (input: I) => R;

/**
 * The operations of AWS KMS by the names that the AWS SDK gives them, in lower camel case, answered at once. Binary members are `Uint8Array`, times are
 * `Date`; a call that is refused throws a `KmsException`. Calls that have to wait, for a custom key store outside of this process or until a store of
 * such a place has kept what they change, are made with `later`.
 */
export type KmsClient = { readonly [N in BuiltOperation as Uncapitalize<N>]: Call<InputOf<N>, OutputOf<N>> } & {
  /** The same, each answer a promise. */ readonly later: LaterClient;
};

export type LaterClient = { readonly [N in BuiltOperation as Uncapitalize<N>]: Call<InputOf<N>, Promise<OutputOf<N>>> };

/** A call by the name of its operation, for faces that are not typed. What is no operation of AWS KMS is an UnknownOperationException. */
export function invoke(service: Service, caller: Caller, name: string, input: unknown): Reply | Promise<Reply> {
  const row = operationRow(name);
  return row === undefined
    ? { requestId: "", result: { ok: false, error: error("UnknownOperationException") } }
    : dispatch(service, row, caller, input);
}

export function makeClient(service: Service, caller: Caller, toThrow: ToException = toException): KmsClient {
  const answerOf = ({ result, requestId }: Reply): object => {
    if (result.ok) return result.value;
    throw toThrow(result.error, requestId);
  };
  const names = Object.keys(OPERATIONS);
  const at = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);
  const now = names.map((name) => [at(name), (input: unknown = {}) => answerOf(atOnce(invoke(service, caller, name, input)))]);
  const later = names.map((name) => [at(name), async (input: unknown = {}) => answerOf(await invoke(service, caller, name, input))]);
  return Object.assign(Object.fromEntries(now), { later: Object.fromEntries(later) }) as KmsClient;
}

function atOnce(reply: Reply | Promise<Reply>): Reply {
  if (!(reply instanceof Promise)) return reply;
  reply.catch(() => undefined); // nobody waits for it
  throw new TypeError("this call waits for a store outside of this process: call it with `later`");
}
