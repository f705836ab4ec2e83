import { compare } from "../../src/analysis/compare.ts";
import { resolveWorld } from "../../src/world/reader.ts";
import { importTexts } from "../importers/import-texts.ts";
import type { Row } from "./row.ts";

const KEYS = 500;
const LARGE = 50_000_000; // characters
const ACCOUNT = "111122223333";

const policy = (...Statement: readonly object[]): string => JSON.stringify({ Version: "2012-10-17", Statement });
const ROOT = { Sid: "Root", Effect: "Allow", Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: "kms:*", Resource: "*" };
const use = (i: number) => ({
  Sid: "App",
  Effect: "Allow",
  Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/app-${i}` },
  Action: ["kms:Decrypt", "kms:GenerateDataKey"],
  Resource: "*",
});

/** A plan with so many keys, of which one in fifty changes, and instances of other things until it is `size` long. */
function planOf(size: number): string {
  const change = (type: string, name: string, before: object, after: object) => ({
    address: `${type}.${name}`,
    mode: "managed",
    type,
    name,
    provider_name: "registry.terraform.io/hashicorp/aws",
    change: { actions: [before === after ? "no-op" : "update"], before, after, after_unknown: {} },
  });
  const changes = Array.from({ length: KEYS }, (_, i) => {
    const id = `${i.toString(16).padStart(8, "0")}-12ab-34cd-56ef-1234567890ab`;
    const key = {
      arn: `arn:aws:kms:us-east-1:${ACCOUNT}:key/${id}`,
      key_id: id,
      id,
      is_enabled: true,
      enable_key_rotation: true,
      customer_master_key_spec: "SYMMETRIC_DEFAULT",
      key_usage: "ENCRYPT_DECRYPT",
      multi_region: false,
      description: "",
      tags_all: {},
      policy: policy(ROOT, use(i)),
    };
    return change("aws_kms_key", `k${i}`, key, i % 50 === 0 ? { ...key, policy: policy(ROOT, use(i + 1)) } : key);
  });
  for (let length = 0, i = 0; length < size; i++) {
    const instance = {
      id: `i-${i}`,
      arn: `arn:aws:ec2:us-east-1:${ACCOUNT}:instance/i-${i}`,
      user_data: "x".repeat(400),
      tags: Object.fromEntries(Array.from({ length: 12 }, (_, j) => [`t${j}`, "a value"])),
    };
    const row = change("aws_instance", `i${i}`, instance, instance);
    length += 2000;
    changes.push(row);
  }
  return JSON.stringify({ format_version: "1.2", resource_changes: changes, configuration: { root_module: {} } });
}

async function timed<T>(work: () => Promise<T> | T): Promise<readonly [T, number]> {
  const start = performance.now();
  const result = await work();
  return [result, performance.now() - start];
}

/** What a reviewer waits for: a plan read, made two worlds, and compared for all requests. */
export default async function review(): Promise<readonly Row[]> {
  const text = planOf(0);
  await importTexts([{ file: "plan.json", text }]);
  const [imported, reading] = await timed(() => importTexts([{ file: "plan.json", text }]));
  const [worlds, making] = await timed(() => [imported.before, imported.after].map((document) => resolveWorld(document).world));
  const [before, after] = worlds;
  if (before === undefined || after === undefined) throw new Error("the plan gives no worlds");
  const [comparison, comparing] = await timed(() => compare(before, after, { actions: ["kms:Decrypt"] }));
  const large = planOf(LARGE);
  const [, importing] = await timed(() => importTexts([{ file: "plan.json", text: large }]));
  return [
    { name: `plan with ${KEYS} keys: import`, value: reading, unit: "ms" },
    { name: `plan with ${KEYS} keys: both worlds`, value: making, unit: "ms" },
    { name: `plan with ${KEYS} keys: diff for Decrypt`, value: comparing, unit: "ms", note: `${comparison.changes.length} changes` },
    { name: `plan of ${Math.round(large.length / 1e6)} MB: import`, value: importing, unit: "ms", aim: "< 5000 ms" },
  ];
}
