import type { Generated } from "kysely";

/**
 * What a database holds, the same in libSQL and PostgreSQL. `record` is JSON (`kept-changes.ts`); the columns beside it are what is looked for. `place`
 * counts up: it is the order in which things came.
 */
export type Tables = {
  /** One row: the store itself. `revision` counts the commits of stores that are shared. */
  readonly kmsward_store: { one: number; id: string; made_at: string; keys: string; revision: number };
  readonly kmsward_keys: {
    place: Generated<number>;
    arn: string;
    home: string; // account and Region
    related: string; // account and key id
    key_store: string | null;
    external_key: string | null;
    due_at: number | null; // when the clock does something to it
    record: string;
  };
  readonly kmsward_materials: { material: string; region: string; key_arn: string };
  readonly kmsward_aliases: { place: Generated<number>; arn: string; home: string; key_arn: string | null; record: string };
  readonly kmsward_grants: { place: Generated<number>; id: string; key_arn: string; retiring: string | null; record: string };
  /** Tokens that worlds told: they outlive their grants. */
  readonly kmsward_tokens: { token: string; grant_id: string };
  readonly kmsward_key_stores: { place: Generated<number>; id: string; home: string; record: string };
  readonly kmsward_uses: { key_arn: string; record: string };
  /** What is not the KMS's own (`Collection`). Values are sealed. */
  readonly kmsward_collected: { collection: string; name: string; ends_at: number; value: string };
  /** What was changed lately, for those who share the store: one row a commit. */
  readonly kmsward_changes: { revision: number; id: string; changes: string };
};
