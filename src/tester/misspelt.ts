import { nearest } from "../base/nearest.ts";
import { shown } from "../base/text.ts";
import { conditionKey } from "../catalog/condition-keys.ts";

import type { Question } from "../estate/question.ts";
import type { World } from "../estate/world.ts";
import { requestAddress } from "../iam/addresses.ts";
import { type Arn, parseArn } from "../iam/arn.ts";
import { parseIpRange } from "../sets/ip-ranges.ts";

import type { Member } from "./case-members.ts";

export type Misspelt = { readonly member: Member; readonly part?: string | number; readonly message: string; readonly help?: string };

/**
 * What a question says that can be asked, and yet is perhaps not meant: an address that is none; the ARN of a key that the world does not have, or
 * of a principal that it does not have while it has one of nearly that name. `isStrange`: the world had something to note about the question.
 */
export function perhapsMisspelt(world: World, question: Question, isStrange: boolean): readonly Misspelt[] {
  const found = Object.entries(question.context ?? {}).flatMap(([name, value]) => addressFlaw(name, value) ?? []);
  if (!isStrange) return found;
  return [...found, ...(keyOfAnother(world, question) ?? []), ...(principalOfAnother(world, question) ?? [])];
}

/** What is no address matches no IP condition, so that a deny is not what it seems. */
function addressFlaw(name: string, value: NonNullable<Question["context"]>[string]): Misspelt | undefined {
  const flawed = conditionKey(name)?.type === "IP" ? [value].flat().find((each) => requestAddress(String(each)) === undefined) : undefined;
  if (flawed === undefined) return undefined;
  const isRange = parseIpRange(String(flawed)) !== undefined;
  return {
    member: "context",
    part: name,
    message: `${shown(String(flawed))} is not an IP address, so no condition on addresses matches it`,
    help: isRange ? "a request comes from one address, not from a range: give one of it" : "write it like `203.0.113.7` or `2001:db8::7`",
  };
}

function keyOfAnother({ estate }: World, { key, resource }: Question): readonly Misspelt[] | undefined {
  const member = key === undefined ? "resource" : "key";
  const text = key ?? resource ?? "";
  const arn = parseArn(text);
  if (arn?.service !== "kms" || !arn.resource.startsWith("key/") || estate.keys.some((known) => known.arn === text)) return undefined;
  const near = nearest(
    arn.resource,
    estate.keys.map(({ id }) => `key/${id}`),
  );
  const known = estate.keys.find(({ id }) => `key/${id}` === near);
  const help = known === undefined ? undefined : `did you mean \`${known.name}\`, ${known.arn}?`;
  return [{ member, message: `the key ${shown(text)} is not in the world, so nothing allows it`, ...(help !== undefined && { help }) }];
}

function principalOfAnother({ estate }: World, { principal }: Question): readonly Misspelt[] | undefined {
  const text = typeof principal === "string" ? principal : principal.arn;
  const arn = parseArn(text);
  if (arn === undefined || estate.principals.some(({ facts }) => facts.arn === text)) return undefined;
  const others = estate.principals.flatMap(({ facts }) => {
    const other = parseArn(facts.arn);
    return other !== undefined && isBeside(arn, other) ? [[nameOf(other), facts.arn] as const] : [];
  });
  const near = nearest(
    nameOf(arn),
    others.map(([name]) => name),
  );
  const [, meant] = others.find(([name]) => name === near) ?? [];
  if (meant === undefined) return undefined;
  return [
    {
      member: "principal",
      message: `${shown(text)} is not in the world, so it has no identity policies`,
      help: `did you mean ${shown(meant)}?`,
    },
  ];
}

const isBeside = (one: Arn, other: Arn): boolean =>
  one.service === other.service && (one.account === other.account || one.resource === other.resource) && kindOf(one) === kindOf(other);

const kindOf = ({ resource }: Arn): string => resource.split("/", 1)[0] ?? "";
const nameOf = ({ resource }: Arn): string => resource.slice(resource.indexOf("/") + 1);
