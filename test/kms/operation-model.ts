import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FIXTURES } from "../fixtures.ts";

/** What the service's model says of one member of a request. */
export type Rule = {
  readonly type: string;
  readonly min?: number;
  readonly max?: number;
  readonly required: boolean;
  readonly enum?: readonly string[];
};
type Model = { readonly operations: readonly { readonly name: string; readonly request: Readonly<Record<string, Rule>> }[] };

/** The operations of the service, with the members of their requests. */
export const MODEL = JSON.parse(readFileSync(join(FIXTURES, "aws/kms-operations.json"), "utf8")) as Model;
