import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { whoCan } from "../../src/analysis/access.ts";
import { compare } from "../../src/analysis/compare.ts";
import { check } from "../../src/analysis/findings/check.ts";
import { loadWorld } from "../../src/embedded/load-world.ts";
import type { World } from "../../src/estate/world.ts";
import { accessReview } from "../../src/report/review/access.ts";
import { changesReview } from "../../src/report/review/changes.ts";
import { findingsReview } from "../../src/report/review/findings.ts";
import { type Item, type Review, sorted } from "../../src/report/review/review.ts";
import { knownIn } from "../../src/report/review/statements.ts";
import { ROOT } from "../sources.ts";

export const folder = "fixtures/reports/review";
export const goldenReview = (name: string): string => join(ROOT, folder, name);
export const hex = (text: string): string => createHash("sha256").update(text).digest("hex");
export const base64 = (text: string): string => createHash("sha256").update(text).digest("base64");

const textOf = (file: string): string | undefined => {
  try {
    return readFileSync(join(ROOT, file), "utf8");
  } catch {
    return undefined;
  }
};
const setting = { version: "0.0.0", pathOf: (file: string) => file };
const subjectOf = (name: string) => ({ name, kind: "world" as const });

const load = (name: string): Promise<World> => loadWorld(`${folder}/${name}`, { cwd: ROOT });

/** What `diff` says of two worlds. */
export function reviewOf(
  before: World,
  after: World,
  names: readonly [string, string] = ["before.world.yaml", "after.world.yaml"],
): Review {
  const comparison = compare(before, after);
  const side = (world: World, name: string) => ({
    subject: subjectOf(`${folder}/${name}`),
    known: knownIn(world),
    textOf,
    entries: [...new Set(comparison.changes.map(({ key }) => key.arn))].flatMap((key) => whoCan(world, { key }).entries),
  });
  return changesReview(comparison, {
    ...setting,
    before: side(before, names[0]),
    after: side(after, names[1]),
    fails: ({ direction }) => direction === "gained",
    failsUndecided: false,
  });
}

/** The review of the goldens. */
export const changed = async (): Promise<Review> => reviewOf(await load("before.world.yaml"), await load("after.world.yaml"));

export async function found(): Promise<Review> {
  const world = await load("after.world.yaml");
  const findings = check(world, {
    today: "2026-11-30",
    waivers: [{ rule: "KW703", reason: "the partner, contract 17", until: "2027-01-31", at: { file: "w", pointer: "" } }],
  });
  return findingsReview(findings, {
    ...setting,
    subject: subjectOf(`${folder}/after.world.yaml`),
    known: knownIn(world),
    textOf,
    fails: ({ severity }) => severity === "error",
  });
}

export async function access(): Promise<Review> {
  const world = await load("after.world.yaml");
  return accessReview(whoCan(world, { key: "orders" }), {
    ...setting,
    command: "who-can",
    title: "Who can use orders",
    subject: subjectOf(`${folder}/after.world.yaml`),
    known: knownIn(world),
  });
}

/** What an attacker writes into a policy, wherever a policy takes text. */
export const HOSTILE = [
  '<script>window.hacked = 1</script><img src=x onerror="window.hacked=1">',
  '"><svg onload=window.hacked=1>',
  "</details></table><!-- | --> | `x` ``` @octocat #12 https://example.com [a](javascript:alert(1)) **b**",
  "\n::error::hacked\n##[error]x",
  "]]></failure><failure/>",
  "<%= it.version %> <%~ it.script %>",
  "\u202etxt.exe \u0000 \u001b[31m \ud800",
  'end\\N\\G";} digraph evil { a -> b; //',
];

/** Two worlds between which everything hostile is gained. */
export async function hostile(): Promise<Review> {
  const world = (names: readonly string[]) =>
    loadWorld({
      version: 1,
      account: "111122223333",
      region: "us-east-1",
      principals: Object.fromEntries(HOSTILE.slice(0, 2).map((_, i) => [`app${i}`, { arn: `arn:aws:iam::111122223333:role/app${i}` }])),
      keys: {
        orders: {
          arn: "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
          policy: {
            Version: "2012-10-17",
            Statement: [
              { Effect: "Allow", Principal: { AWS: "arn:aws:iam::111122223333:role/admin" }, Action: "kms:PutKeyPolicy", Resource: "*" },
              ...names.map((name, i) => ({
                Sid: name,
                Effect: "Allow",
                Principal: { AWS: `arn:aws:iam::111122223333:role/app${i}` },
                Action: "kms:Decrypt",
                Resource: "*",
                Condition: { StringEquals: { "kms:EncryptionContext:tenant": [name, "t1"] } },
              })),
            ],
          },
        },
      },
    } as never);
  const review = reviewOf(await world([]), await world(HOSTILE), ["<b>before</b>", "<b>after</b>"]);
  return { ...review, items: review.items.map((item) => ({ ...item, explanation: HOSTILE.join("\n"), help: HOSTILE[2] as string })) };
}

/** One that is as large as one likes. */
export function many(review: Review, count: number): Review {
  const [item] = review.items as [Item];
  return {
    ...review,
    items: sorted(Array.from({ length: count }, (_, i) => ({ ...item, title: `${item.title} ${i}`, fingerprint: `f${i}` }))),
  };
}
