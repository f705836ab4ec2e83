import { readFileSync } from "node:fs";
import type { World } from "../../src/estate/world.ts";
import { OPERATIONS } from "../../src/kms/operations/index.ts";
import { readWorld } from "../../src/world/reader.ts";
import { told } from "../world/worlds.ts";
import type { Attempt } from "./estate-agreement.ts";

export const NAMES = Object.keys(OPERATIONS) as (keyof typeof OPERATIONS)[];

export const fromFile = (path: string): World => worldOf(readWorld(path, { readFile: (name) => readFileSync(name, "utf8"), root: "." }));

export function worldOf(read: ReturnType<typeof readWorld>): World {
  if (read.world === undefined) throw new Error(told(read).join("\n"));
  return read.world;
}

/** Everybody, some strangers, and services, with every operation, on every key, by one way after the other. */
export function everyAttempt({ estate }: World): readonly Attempt[] {
  const accounts = new Set([...(estate.organization?.members.keys() ?? []), ...estate.keys.map(({ account }) => account), "777788889999"]);
  const strangers = [...accounts].flatMap((account) => [`arn:aws:iam::${account}:role/stranger`, `arn:aws:iam::${account}:root`]);
  const principals = [...estate.principals.map(({ name }) => name), ...strangers, "s3.amazonaws.com", "dynamodb.amazonaws.com"];
  const ways: readonly Partial<Attempt>[] = [
    {},
    { encryptionContext: { purpose: "export", tenant: "t1" } },
    ...estate.endpoints.map(({ name: endpoint }) => ({ endpoint })),
    { viaService: "s3" },
  ];
  let turn = 0;
  return principals.flatMap((principal) =>
    estate.keys.flatMap(({ name: key, aliases }) =>
      NAMES.flatMap((operation) => {
        const [alias] = aliases;
        const way = ways[turn++ % ways.length];
        return [
          { operation, principal, key, ...way },
          ...(alias === undefined || turn % 2 === 0 ? [] : [{ operation, principal, key, alias, ...way }]),
        ];
      }),
    ),
  );
}
