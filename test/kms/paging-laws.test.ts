import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { KmsClient } from "../../src/kms.ts";
import { ACCOUNT, type Lab, lab } from "./lab.ts";
import { keyStore } from "./records.ts";

/**
 * The law of pages: what is there from the first page to the last is listed once, whatever goes and comes between two pages (KMS API Reference, Marker
 * and Truncated). It holds for every operation that pages.
 */

type Paged = {
  readonly list: (
    lab: Lab,
    page: { Limit: number; Marker?: string },
  ) => Promise<{ names: readonly string[]; NextMarker?: string }> | object;
  /** Makes something that is listed, and gives its name. */
  readonly add: (lab: Lab, nr: number) => string;
  readonly remove: (lab: Lab, name: string) => void;
};

const named = <T extends { readonly NextMarker?: string }>(reply: T, of: (reply: T) => readonly string[]) => ({
  names: of(reply),
  ...(reply.NextMarker !== undefined && { NextMarker: reply.NextMarker }),
});
const userOf = (name: string) => `arn:aws:iam::${ACCOUNT}:user/${name}`;
const retiring = userOf("retiring");
const grant = (admin: KmsClient, KeyId: string, nr: number) =>
  admin.createGrant({
    KeyId,
    GranteePrincipal: userOf(`u${nr % 2}`),
    RetiringPrincipal: retiring,
    Operations: ["Decrypt"],
  }).GrantId;
const revoke = ({ admin, id }: Lab, GrantId: string) => void admin.revokeGrant({ KeyId: id("symmetric"), GrantId });

const PAGED: Readonly<Record<string, Paged>> = {
  ListKeys: {
    list: ({ admin }, page) => named(admin.listKeys(page), ({ Keys }) => Keys.map(({ KeyArn }) => KeyArn)),
    add: ({ admin }) => admin.createKey().KeyMetadata.Arn,
    remove: ({ store }, arn) => store.commit([{ kind: "delete-key", arn }]),
  },
  ListAliases: {
    list: ({ admin }, page) => named(admin.listAliases(page), ({ Aliases }) => Aliases.map(({ AliasName }) => AliasName)),
    add: ({ admin, id }, nr) => {
      admin.createAlias({ AliasName: `alias/${nr}`, TargetKeyId: id("signing") });
      if (nr % 3 === 0) admin.describeKey({ KeyId: ["alias/aws/s3", "alias/aws/ebs", "alias/aws/sqs"][(nr / 3) % 3]! }); // gets its key
      return `alias/${nr}`;
    },
    remove: ({ admin }, AliasName) => void admin.deleteAlias({ AliasName }),
  },
  "ListAliases of a key": {
    list: ({ admin, id }, page) =>
      named(admin.listAliases({ KeyId: id("signing"), ...page }), ({ Aliases }) => Aliases.map(({ AliasName }) => AliasName)),
    add: ({ admin, id }, nr) => {
      admin.createAlias({ AliasName: `alias/${(nr * 7) % 100}`, TargetKeyId: id("signing") });
      return `alias/${(nr * 7) % 100}`;
    },
    remove: ({ admin }, AliasName) => void admin.deleteAlias({ AliasName }),
  },
  ListGrants: {
    list: ({ admin, id }, page) =>
      named(admin.listGrants({ KeyId: id("symmetric"), ...page }), ({ Grants }) => Grants.map(({ GrantId }) => GrantId)),
    add: ({ admin, id }, nr) => grant(admin, id("symmetric"), nr),
    remove: revoke,
  },
  ListRetirableGrants: {
    list: ({ admin }, page) =>
      named(admin.listRetirableGrants({ RetiringPrincipal: retiring, ...page }), ({ Grants }) => Grants.map(({ GrantId }) => GrantId)),
    add: ({ admin, id }, nr) => grant(admin, id("symmetric"), nr),
    remove: revoke,
  },
  ListResourceTags: {
    list: ({ admin, id }, page) =>
      named(admin.listResourceTags({ KeyId: id("symmetric"), ...page }), ({ Tags }) => Tags.map(({ TagKey }) => TagKey)),
    add: ({ admin, id }, nr) => {
      const TagKey = `${"\ud800é\n😀x".charAt(nr % 6)}${(nr * 7) % 100}`;
      admin.tagResource({ KeyId: id("symmetric"), Tags: [{ TagKey, TagValue: "" }] });
      return TagKey;
    },
    remove: ({ admin, id }, name) => void admin.untagResource({ KeyId: id("symmetric"), TagKeys: [name] }),
  },
  DescribeCustomKeyStores: {
    list: ({ admin }, page) =>
      named(admin.describeCustomKeyStores(page), ({ CustomKeyStores }) => CustomKeyStores.map(({ CustomKeyStoreId }) => CustomKeyStoreId)),
    add: ({ store }, nr) => {
      const made = keyStore({
        id: `cks-${String(nr).padStart(17, "0")}`,
        connection: "DISCONNECTED",
        account: ACCOUNT,
        region: "us-east-1",
      });
      store.commit([{ kind: "put-key-store", store: made }]);
      return made.id;
    },
    remove: ({ store }, id) => store.commit([{ kind: "delete-key-store", id }]),
  },
};

const between = fc.array(fc.oneof(fc.record({ remove: fc.nat(40), last: fc.boolean() }), fc.constant({ add: true })), { maxLength: 4 });

describe.each(Object.entries(PAGED))("%s", (_, { list, add, remove }) => {
  it("lists once what is there all the time, whatever comes and goes between two pages", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 4 }),
        fc.array(between, { maxLength: 8 }),
        async (count, Limit, script) => {
          const ready = await lab([], { principals: { u0: userOf("u0"), u1: userOf("u1"), retiring } });
          let nr = 0;
          const mine = Array.from({ length: count }, () => add(ready, nr++));
          const steps = script.values();
          const seen: string[] = [];
          const gone = new Set<string>();
          for (let Marker: string | undefined; ; ) {
            const page = (await list(ready, { Limit, ...(Marker !== undefined && { Marker }) })) as {
              names: readonly string[];
              NextMarker?: string;
            };
            seen.push(...page.names);
            if (seen.length > 500) throw new Error("the pages do not end");
            Marker = page.NextMarker;
            if (Marker === undefined) break;
            for (const step of steps.next().value ?? []) {
              if ("add" in step) {
                if (nr < 30) add(ready, nr++);
                continue;
              }
              const last = page.names.at(-1);
              const name = step.last && last !== undefined && mine.includes(last) ? last : mine[step.remove % mine.length]!;
              if (gone.has(name)) continue;
              gone.add(name);
              remove(ready, name);
            }
          }
          expect(new Set(seen).size).toBe(seen.length);
          for (const name of mine) if (!gone.has(name)) expect(seen).toContain(name);
        },
      ),
      { numRuns: 30 },
    );
  }, 60_000);
});
