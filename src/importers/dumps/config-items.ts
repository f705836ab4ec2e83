import { isPlainObject } from "../../base/json-source.ts";
import { pointerStep } from "../../base/text.ts";
import { isAccountId, parseArn } from "../../iam/arn.ts";
import type { RecognisedDocument } from "../importer.ts";
import type { Sides } from "../sides.ts";
import { type Members, readPolicy, text } from "./answer.ts";
import { describe } from "./keys.ts";
import type { PrincipalAnswers } from "./principals.ts";
import { readResourceItem } from "./resources.ts";
import type { Subject } from "./subject.ts";

/** What AWS Config recorded of one resource, and where. */
type Item = { readonly value: Members; readonly at: RecognisedDocument["at"]; readonly taken: number };

/**
 * Items of AWS Config: of a snapshot, of a history, one by one. Of several of one resource the newest counts; of a deleted one nothing.
 *
 * Source: AWS Config Developer Guide, "Components of a configuration item"; its schemas of AWS::KMS::Key and AWS::IAM::*.
 */
export function readConfigItems(documents: readonly RecognisedDocument[], sides: Sides, principals: PrincipalAnswers): void {
  const newest = new Map<string, Item>();
  for (const item of documents.flatMap(itemsIn)) {
    const id = `${text(item.value.resourceType)} ${text(item.value.ARN ?? item.value.arn) ?? text(item.value.resourceId)}`;
    const known = newest.get(id);
    if (known === undefined || known.taken <= item.taken) newest.set(id, item);
  }
  const live = [...newest.values()].filter(({ value }) => !/^ResourceDeleted/.test(text(value.configurationItemStatus) ?? ""));
  for (const { value, at } of live) {
    const configuration = capitalised(opened(value.configuration));
    if (!isPlainObject(configuration)) continue;
    const inside = (pointer: string) => at(`/configuration${pointer}`);
    if (value.resourceType === "AWS::IAM::Policy") principals.policy(configuration, inside);
    if (value.resourceType === "AWS::IAM::Group") principals.group(configuration, inside);
  }
  for (const item of live) {
    const type = text(item.value.resourceType);
    const { value, at } = item;
    const subject = { ...NOBODY, account: text(value.awsAccountId ?? value.accountId), region: text(value.awsRegion) };
    const [own, more] = [capitalised(opened(value.configuration)), capitalised(supplementary(value))];
    if (
      isPlainObject(own) &&
      isPlainObject(more) &&
      type !== undefined &&
      readResourceItem(type, withArn(own, value), more, { subject, at }, sides)
    )
      continue;
    if (type === "AWS::KMS::Key") readKey(item, sides);
    else if (type === "AWS::KMS::Alias") readAlias(item, sides);
    else if (type === "AWS::IAM::Role" || type === "AWS::IAM::User") {
      const configuration = capitalised(opened(item.value.configuration));
      const inside = (pointer: string) => item.at(`/configuration${pointer}`);
      if (isPlainObject(configuration))
        principals.principal(
          { ...configuration, Arn: configuration.Arn ?? item.value.ARN ?? item.value.arn },
          type === "AWS::IAM::Role" ? "role" : "user",
          inside,
          false,
        );
    }
  }
}

const NOBODY: Subject = { key: undefined, account: undefined, region: undefined, node: undefined, policy: undefined, folder: "" };

/** The item's own ARN and name stand beside its configuration. */
const withArn = (own: Members, { ARN, arn, resourceName, resourceId }: Members): Members => ({
  Arn: ARN ?? arn,
  Name: resourceName ?? resourceId,
  ...own,
});

/** Each part may be written as its text. */
const supplementary = ({ supplementaryConfiguration: more }: Members): unknown =>
  isPlainObject(more) ? Object.fromEntries(Object.entries(more).map(([name, part]) => [name, opened(part)])) : {};

function itemsIn({ value, at }: RecognisedDocument): readonly Item[] {
  const one = (each: unknown, pointer: string): readonly Item[] => {
    if (!isPlainObject(each)) return [];
    if (Array.isArray(each.configurationItems))
      return each.configurationItems.flatMap((item, i) => one(item, `${pointer}/configurationItems/${i}`));
    if (isPlainObject(each.configurationItem)) return one(each.configurationItem, `${pointer}/configurationItem`);
    const taken = each.configurationItemCaptureTime;
    const time = typeof taken === "number" ? taken : Date.parse(text(taken) ?? "");
    return typeof each.resourceType === "string"
      ? [{ value: each, at: (inner) => at(pointer + inner), taken: Number.isFinite(time) ? time : 0 }]
      : [];
  };
  return Array.isArray(value) ? value.flatMap((each, i) => one(each, pointerStep("", i))) : one(value, "");
}

/** An object may be written as its text. */
function opened(value: unknown): unknown {
  if (typeof value !== "string" || !/^\s*[[{"]|^(?:true|false)$/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

const DEEPEST = 12;

/** AWS Config writes the members that the APIs have with a small letter. */
function capitalised(value: unknown, depth = 0): unknown {
  if (depth > DEEPEST) return value;
  if (Array.isArray(value)) return value.map((each) => capitalised(each, depth + 1));
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const own = name.charAt(0).toUpperCase() + name.slice(1);
      return [own, /^(?:Policy)?Document$|^AssumeRolePolicyDocument$/.test(own) ? member : capitalised(member, depth + 1)];
    }),
  );
}

function keyArn({ value }: Item, id: string | undefined): string | undefined {
  const arn = text(value.ARN ?? value.arn);
  if (arn !== undefined && parseArn(arn)?.service === "kms") return arn;
  const [account, region] = [text(value.awsAccountId ?? value.accountId), text(value.awsRegion)];
  return account !== undefined && isAccountId(account) && region !== undefined && id !== undefined
    ? `arn:aws:kms:${region}:${account}:key/${id}`
    : undefined;
}

function readKey(item: Item, sides: Sides): void {
  const { value, at } = item;
  const arn = keyArn(item, text(value.resourceId));
  if (arn === undefined) {
    sides.tell("KW818", at(""), "an item of AWS Config does not say which key it is of: it is left out");
    return;
  }
  const configuration = capitalised(opened(value.configuration));
  const more = isPlainObject(value.supplementaryConfiguration) ? value.supplementaryConfiguration : {};
  const [rotates, recorded] = [opened(more.KeyRotationStatus), more.Policy ?? more.KeyPolicy];
  const where = at("/supplementaryConfiguration/Policy");
  const policy =
    recorded === undefined || recorded === null ? undefined : readPolicy(recorded, "key-policy", `the policy of ${arn}`, where, sides);
  const tags = tagsOf(value.tags);
  sides.each((draft) => {
    const key = draft.key(arn);
    if (isPlainObject(configuration)) describe(key, configuration);
    const rotation = isPlainObject(rotates) ? (rotates.keyRotationEnabled ?? rotates.KeyRotationEnabled) : rotates;
    if (typeof rotation === "boolean") key.set("rotation", rotation ? true : undefined);
    if (tags !== undefined) key.tags(tags);
    if (policy !== undefined) key.policy(policy);
  });
}

function readAlias(item: Item, sides: Sides): void {
  const configuration = capitalised(opened(item.value.configuration));
  if (!isPlainObject(configuration)) return;
  const [alias, target] = [text(configuration.AliasName), text(configuration.TargetKeyId)];
  const arn =
    target?.startsWith("arn:") === true ? target : keyArn({ ...item, value: { ...item.value, ARN: undefined, arn: undefined } }, target);
  if (alias !== undefined && arn !== undefined) sides.each((draft) => draft.key(arn, alias).alias(alias));
}

/** Items have them as a map; empty where there are none. */
const tagsOf = (value: unknown): Readonly<Record<string, string>> | undefined =>
  isPlainObject(value) && Object.values(value).every((tag) => typeof tag === "string")
    ? (value as Readonly<Record<string, string>>)
    : undefined;
