import { shown } from "../../base/text.ts";
import { arnComponents } from "../arn.ts";
import { parseTemplate } from "../variables.ts";
import type { Found, Reading } from "./report.ts";
import { readStrings, type Text } from "./strings.ts";

/** `Resource` and `NotResource`: the patterns as written. */
export function parseResources(reading: Reading, found: Found): readonly string[] | undefined {
  const texts = readStrings(reading, found, "a resource element");
  for (const text of texts ?? []) if (text.value !== "*") checkResource(reading, text);
  return texts?.map(({ value }) => value);
}

/** IAM User Guide, Resource element, and Amazon Resource Names (ARNs). */
function checkResource(reading: Reading, text: Text): void {
  const { value } = text;
  const { rules } = reading;
  if (!isArnLike(value)) {
    const message = value === "" ? "an empty resource" : `${shown(value)} is not an ARN`;
    if (rules.strict) reading.error("KW230", text, message, () => arnFor(value));
    else reading.warning("KW318", text, `${message}: it never matches`, () => arnFor(value));
    return;
  }
  const components = arnComponents(value);
  if (components === undefined) checkIncomplete(reading, text);
  checkWildcards(reading, text, components?.[5]);
  checkVariables(reading, text, components?.[5]);
  if (reading.options.type === "key-policy" && components?.[5].startsWith("alias/")) {
    const help = 'an alias ARN never means the key: write "Resource": "*", which means this key';
    reading.warning("KW318", text, `the alias ${shown(value)} in a key policy: it never matches`, help);
  }
}

/** Its first field is `arn`, or a pattern that can be: that one is reported, and matched as written. */
const isArnLike = (value: string): boolean => {
  const colon = value.indexOf(":");
  return colon > 0 && (colon < 10 ? /^(?:arn|[arn*?]*[*?][arn*?]*)$/.test(value.slice(0, colon)) : /^[*?]+$/.test(value.slice(0, colon)));
};

function arnFor(value: string): string {
  const keyId = /^(?:key\/)?((?:mrk-)?[0-9a-f-]{32,36})$/.exec(value)?.[1];
  if (keyId !== undefined) return `write \`arn:aws:kms:REGION:ACCOUNT:key/${keyId}\``;
  if (/^alias\/[A-Za-z0-9/_-]{1,250}$/.test(value))
    return `write \`arn:aws:kms:REGION:ACCOUNT:${value}\`, which means the alias, not its key`;
  return "write `*` or an ARN of six fields";
}

/** Rule iam.resource.incomplete. */
function checkIncomplete(reading: Reading, text: Text): void {
  const { incompleteArn, called } = reading.rules;
  const fields = text.value.split(":", 6).length;
  const message = `${shown(text.value)} has ${fields} of the six fields of an ARN`;
  const whole = `${text.value.slice(0, 200)}${":*".repeat(6 - fields)}`;
  if (incompleteArn === "refused") reading.error("KW231", text, message, `write \`${whole}\``);
  if (incompleteArn === "as written")
    reading.warning("KW305", text, message, `in ${called} nothing is added to it: did you mean \`${whole}\`?`);
}

function checkWildcards(reading: Reading, text: Text, resource: string | undefined): void {
  const [prefix = "", partition = "", service = ""] = text.value.split(":", 3);
  const isLast = resource === undefined && text.value.split(":", 4).length <= 3; // "arn:aws:*": the end of an incomplete ARN
  const slash = resource?.indexOf("/") ?? -1;
  const resourceType = slash < 0 ? (resource ?? "") : (resource?.slice(0, slash) ?? "");
  const spots = [
    [prefix, "the `arn` prefix"],
    [partition, "the partition"],
    [isLast ? "" : service, "the service"],
    [service === "kms" && resource !== "*" ? resourceType : "", "the type of resource"],
  ] as const;
  for (const [part, what] of spots) {
    if (!/[*?]/.test(part)) continue;
    reading.warning("KW312", text, `a wildcard in ${what} of ${shown(text.value)}`, "write it out: AWS documents no wildcard there");
  }
}

/** Variables are read after the fifth colon, in Version 2012-10-17 (rule iam.variables.where). */
function checkVariables(reading: Reading, text: Text, resource: string | undefined): void {
  const { value } = text;
  const first = value.indexOf("${");
  if (first < 0) return;
  if (!reading.variables) {
    reading.warning("KW310", text, `the variable in ${shown(value)} is plain text in this policy`, 'set "Version": "2012-10-17"');
    return;
  }
  if (resource === undefined || first < value.length - resource.length) {
    reading.warning("KW313", text, `no variable is read before the fifth colon of ${shown(value)}`, "use a wildcard there, or a condition");
  }
  const template = resource?.includes("${") ? parseTemplate(resource) : undefined;
  if (template?.ok === false) reading.error("KW240", text, template.error.slice(0, 300), "write `${name}` or `${name, 'default'}`");
}
