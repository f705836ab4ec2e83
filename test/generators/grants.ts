import fc from "fast-check";
import type { Grant } from "../../src/iam/request.ts";
import { encryptionContextArbitrary, told } from "./requests.ts";
import { GRANT_OPERATIONS, GUEST, HOME, namesOf, PRINCIPALS, ROLE, root, SERVICES, STRANGER, TRAILS } from "./vocabulary.ts";

const sometimes = <T>(chance: number, value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: chance, arbitrary: value }, { weight: 10 - chance, arbitrary: fc.constant(undefined) });

/** A principal as a grant may name it: no bare account id, no wildcard. */
function principalOf(caller: string): fc.Arbitrary<string> {
  const fit = (names: readonly string[]) => names.filter((name) => name.includes(":") || name.startsWith("A"));
  const own = fit(namesOf(caller));
  return fc.oneof(
    { weight: own.length > 0 ? 7 : 0, arbitrary: fc.constantFrom(...own, ROLE) },
    { weight: 3, arbitrary: fc.constantFrom(...fit(PRINCIPALS)) },
  );
}

/** A grant that nearly fits the caller and the operation; `id` is its place in the list. */
export function grantFor(caller: string, operation: string, id: number): fc.Arbitrary<Grant> {
  const isService = SERVICES.includes(caller);
  const service = fc.constantFrom(...SERVICES, ...(isService ? [caller, caller] : []));
  return fc
    .record({
      toService: fc.integer({ min: 0, max: 9 }).map((dice) => dice < (isService ? 8 : 1)),
      grantee: principalOf(caller),
      service,
      hit: fc.integer({ min: 0, max: 9 }).map((dice) => dice < 7),
      operations: fc.subarray(GRANT_OPERATIONS, { minLength: 1 }),
      constraint: fc.constantFrom("none", "none", "EncryptionContextEquals", "EncryptionContextSubset"),
      pairs: encryptionContextArbitrary,
      sourceArn: sometimes(2, fc.constantFrom(TRAILS[0], "arn:aws:cloudtrail:*:*:trail/*")),
      retiring: sometimes(3, principalOf(caller)),
      retiringService: sometimes(1, service),
      IssuingAccount: sometimes(4, fc.constantFrom(HOME, root(HOME), root(GUEST), GUEST, root(STRANGER))),
      GrantToken: sometimes(5, fc.constantFrom("t1", "t2")),
      Propagated: sometimes(2, fc.boolean()),
    })
    .map(({ toService, grantee, service: name, hit, operations, constraint, pairs, sourceArn, retiring, retiringService, ...rest }) => {
      const constraints = told({
        [constraint === "none" ? "SourceArn" : constraint]: constraint === "none" ? sourceArn : pairs,
        ...(sourceArn ? { SourceArn: sourceArn } : {}),
      });
      return told({
        GrantId: `g${id}`,
        GranteePrincipal: toService ? undefined : grantee,
        GranteeServicePrincipal: toService ? name : undefined,
        Operations: hit && GRANT_OPERATIONS.includes(operation) ? [...new Set([operation, ...operations])] : operations,
        Constraints: Object.keys(constraints).length > 0 ? constraints : undefined,
        RetiringPrincipal: retiring,
        RetiringServicePrincipal: retiring === undefined ? retiringService : undefined,
        ...rest,
      }) as Grant;
    });
}
