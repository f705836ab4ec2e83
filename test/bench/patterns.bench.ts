import { authorizer } from "../../src/index.ts";
import type { Row } from "./row.ts";

/** Policies that are as large as AWS KMS takes them, and made to be slow, against requests that are as large as they can be. */

const KEY = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const list = (count: number, of: (i: number) => string) => Array.from({ length: count }, (_, i) => of(i));
const as = (count: number) => "a".repeat(count);
const PAIR = "kms:EncryptionContext:a";

type Hostile = {
  readonly what: string;
  readonly conditions: readonly object[];
  readonly encryptionContext: Readonly<Record<string, string>>;
};

const HOSTILE: readonly Hostile[] = [
  { what: "2,400 patterns like *a?a?bN*, one value", conditions: [{ StringLike: { [PAIR]: list(2_400, (i) => `*a?a?b${i % 10}*`) } }], encryptionContext: { a: as(8_000) } },
  { what: "2,400 patterns like *aaaaab*, one value", conditions: [{ StringLike: { [PAIR]: list(2_400, () => "*aaaaab*") } }], encryptionContext: { a: as(8_000) } },
  { what: "800 patterns with a variable of 3,900 letters", conditions: [{ StringLike: { [PAIR]: list(800, () => "*b${kms:EncryptionContext:b}*") } }], encryptionContext: { a: as(4_000), b: as(3_900) } },
  { what: "240 statements, a pattern each", conditions: list(240, () => "").map(() => ({ StringLike: { [PAIR]: "*a?a?b*" } })), encryptionContext: { a: as(8_000) } },
  { what: "2,400 patterns, 700 values", conditions: [{ "ForAnyValue:StringLike": { "kms:EncryptionContextKeys": list(2_400, (i) => `*a?a?b${i % 10}*`) } }], encryptionContext: Object.fromEntries(list(700, (i) => `aaaaaa${1_000 + i}`).map((key) => [key, ""])) },
  { what: "1,000 ARN patterns, 350 values", conditions: [{ "ForAnyValue:ArnLike": { "kms:EncryptionContextKeys": list(1_000, (i) => `arn:*:*:*:*:*a?a?b${i % 10}*`) } }], encryptionContext: Object.fromEntries(list(350, (i) => `arn:a:b:c:d:aaaaaa${1_000 + i}`).map((key) => [key, ""])) },
]; // biome-ignore format: a table reads as a table

/** Milliseconds of CPU for one decision: the best of some, since whatever else the machine does only adds. */
function cost({ conditions, encryptionContext }: Hostile): number {
  const root = { Effect: "Allow", Principal: { AWS: "arn:aws:iam::111122223333:root" }, Action: "kms:*", Resource: "*" };
  const denials = conditions.map((Condition) => ({ Effect: "Deny", Principal: "*", Action: "*", Resource: "*", Condition }));
  const identity = [{ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] }];
  const authorize = authorizer({
    policies: { resource: { Version: "2012-10-17", Statement: [root, ...denials] } as never, identity: identity as never },
  });
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 12; round++) {
    const before = process.cpuUsage();
    const { outcome } = authorize({
      principal: "arn:aws:iam::111122223333:role/app",
      action: "kms:Decrypt",
      resource: KEY,
      encryptionContext,
    });
    const { user, system } = process.cpuUsage(before);
    if (outcome !== "allowed") throw new Error(`decided ${outcome}: no pattern is meant to match`);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

export default async function patterns(): Promise<readonly Row[]> {
  return HOSTILE.map((each) => ({ name: each.what, value: cost(each), unit: "ms", aim: "≤ 50" }));
}
