import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Imported, ImportOptions } from "../../../src/importers/importer.ts";
import { resolveWorld } from "../../../src/world/reader.ts";
import { ROOT } from "../../sources.ts";
import { importTexts } from "../import-texts.ts";

/** The text of a fixture below `fixtures/importers/terraform`. */
export const fixture = (path: string): string => readFileSync(join(ROOT, "fixtures/importers/terraform", path), "utf8");

export const ACCOUNT = "111122223333";

/** A plan or a state, imported. */
export const imported = (document: unknown, options: ImportOptions = { account: ACCOUNT, region: "us-east-1" }): Promise<Imported> =>
  importTexts([{ file: "plan.json", text: typeof document === "string" ? document : JSON.stringify(document) }], options);

/** A world document as the reader takes it: it has to be in order. */
export function worldOf(document: unknown) {
  const { world, diagnostics } = resolveWorld(document);
  if (world === undefined) throw new Error(diagnostics.map(({ code, message, at }) => `${code} ${at.pointer} ${message}`).join("\n"));
  return world;
}

/** How a role may use a key in a world: the outcome, and what is missing. */
export function ask(document: unknown, principal: string, key: string, action = "kms:Decrypt"): string {
  const { outcome, missing } = worldOf(document).authorize({ principal, key, action });
  return outcome === "undetermined" ? `${outcome}: ${(missing ?? []).join(", ")}` : outcome;
}

const KEY = { customer_master_key_spec: "SYMMETRIC_DEFAULT", key_usage: "ENCRYPT_DECRYPT", is_enabled: true, enable_key_rotation: false };

type Change = {
  readonly actions: readonly string[];
  readonly before?: object | null;
  readonly after?: object | null;
  readonly after_unknown?: object;
  readonly [more: string]: unknown;
};

/** One entry of `resource_changes`. */
export function change(
  address: string,
  { actions, before = null, after = null, after_unknown = {}, ...more }: Change,
  row: object = {},
): object {
  const [, mode, type, name] = /^(?:module\.[^.]+\.)*(data\.)?([a-z0-9_]+)\.([\w-]+)/.exec(address) ?? [];
  return {
    address,
    mode: mode === undefined ? "managed" : "data",
    type,
    name,
    provider_name: "registry.terraform.io/hashicorp/aws",
    change: { actions, before, after, after_unknown, ...more },
    ...row,
  };
}

export const key = (id: string, more: object = {}): object => ({
  ...KEY,
  arn: `arn:aws:kms:us-east-1:${ACCOUNT}:key/${id}`,
  key_id: id,
  id,
  multi_region: false,
  description: "",
  tags: null,
  tags_all: {},
  deletion_window_in_days: null,
  ...more,
});

export const newKey = (more: object = {}): object => ({ ...KEY, ...more });
export const NEW = { arn: true, key_id: true, id: true, multi_region: true };

export const plan = (changes: readonly object[], more: object = {}): object => ({
  format_version: "1.2",
  terraform_version: "1.11.4",
  resource_changes: changes,
  configuration: { provider_config: { aws: { expressions: { region: { constant_value: "us-east-1" } } } }, root_module: {} },
  ...more,
});

/** `configuration.root_module` with expressions of some resources. */
export function configured(resources: Readonly<Record<string, object>>): object {
  return {
    configuration: {
      provider_config: { aws: { expressions: { region: { constant_value: "us-east-1" } } } },
      root_module: {
        resources: Object.entries(resources).map(([address, expressions]) => {
          const [, data, type, name] = /^(data\.)?([a-z0-9_]+)\.(.+)$/.exec(address) ?? [];
          return { address, mode: data === undefined ? "managed" : "data", type, name, provider_config_key: "aws", expressions };
        }),
      },
    },
  };
}

export const references = (...names: readonly string[]): object => ({ references: names });
export const constant = (value: unknown): object => ({ constant_value: value });

export const policy = (...Statement: readonly object[]): string => JSON.stringify({ Version: "2012-10-17", Statement });
export const ROOT_STATEMENT = {
  Sid: "Root",
  Effect: "Allow",
  Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
  Action: "kms:*",
  Resource: "*",
};
export const allow = (role: string, action = "kms:Decrypt", sid = "App"): object => ({
  Sid: sid,
  Effect: "Allow",
  Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/${role}` },
  Action: action,
  Resource: "*",
});
