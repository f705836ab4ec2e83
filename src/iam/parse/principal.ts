import type { JsonNode } from "../../base/json-source.ts";
import { nearest } from "../../base/nearest.ts";
import { listed, shown } from "../../base/text.ts";
import { parseArn } from "../arn.ts";
import type { PrincipalEntry } from "../policy.ts";
import { parsePrincipalPattern } from "../principal.ts";
import { type Found, foundOf, kindOf, type Reading, spotOf } from "./report.ts";
import { readStrings, type Text } from "./strings.ts";

type Kind = PrincipalEntry["kind"];
const KINDS = ["AWS", "Service", "Federated", "CanonicalUser"] as const satisfies readonly Kind[];

/** `Principal` and `NotPrincipal` (rule iam.principal.no-wildcards). Undefined: nothing in it can be read. */
export function parsePrincipalElement(reading: Reading, found: Found, except: boolean): readonly PrincipalEntry[] | undefined {
  const { value: node, pointer } = found;
  const element = except ? "`NotPrincipal`" : "`Principal`";
  if (reading.rules.principal === "only *" && !isAnyone(node)) {
    const help = 'write "Principal": "*", and narrow it by a condition on `aws:PrincipalArn`';
    reading.error("KW212", spotOf(node, pointer), `a principal other than \`*\` in ${reading.rules.called}`, help);
    return undefined;
  }
  if (node.kind === "string") return wholeString(reading, node.value, spotOf(node, pointer), element);
  if (node.kind === "array" && node.items.length === 0) return [];
  if (node.kind !== "object") {
    const help = '"*", or a map such as { "AWS": "111122223333" }';
    reading.error("KW104", spotOf(node, pointer), `${element} is ${kindOf(node)}`, help);
    return undefined;
  }
  return node.members.flatMap((member) => readKind(reading, member.name, foundOf(member, pointer)));
}

function wholeString(
  reading: Reading,
  value: string,
  spot: Text | ReturnType<typeof spotOf>,
  element: string,
): readonly PrincipalEntry[] | undefined {
  if (value === "*") return [{ kind: "AWS", value }];
  reading.error("KW212", spot, `${element} is the text ${shown(value)}`, () => {
    const kind: Kind = value.includes(".") && !value.startsWith("arn:") ? "Service" : "AWS";
    return `only \`*\` stands alone: write { "${kind}": ${JSON.stringify(value.slice(0, 200))} }`;
  });
  return undefined;
}

/** `"*"`, which is the same as `{ "AWS": "*" }`. */
const isAnyone = (node: JsonNode): boolean => {
  const only = node.kind === "object" && node.members.length === 1 && node.members[0]?.name === "AWS" ? node.members[0].value : node;
  const value = only.kind === "array" && only.items.length === 1 ? only.items[0] : only;
  return value?.kind === "string" && value.value === "*";
};

function readKind(reading: Reading, name: string, found: Found): readonly PrincipalEntry[] {
  const allowed: readonly Kind[] = reading.rules.principalKinds;
  const kind = KINDS.find((one) => one === name);
  if (kind === undefined) {
    reading.error("KW211", found.name, `unknown kind of principal ${shown(name)}`, () => {
      const close = nearest(name, allowed);
      return close === undefined ? `the kinds are ${listed(allowed)}` : `did you mean \`${close}\`?`;
    });
  } else if (!allowed.includes(kind) && reading.rules.principal === "required") {
    reading.error("KW211", found.name, `\`${kind}\` is not a kind of principal in ${reading.rules.called}`, INSTEAD[kind]);
  }
  const texts = readStrings(reading, found, `the list of ${shown(name)} principals`);
  if (kind === undefined || texts === undefined) return [];
  for (const text of texts) checkPrincipal(reading, kind, text);
  return texts.map(({ value }) => ({ kind, value }));
}

const INSTEAD: Partial<Record<Kind, string>> = {
  Federated: "identity providers are named in role trust policies only: name the role their users assume",
  CanonicalUser: "it is for Amazon S3: name the account under `AWS`",
};

function checkPrincipal(reading: Reading, kind: Kind, text: Text): void {
  const { value } = text;
  const anyone = value === "*" && (kind === "AWS" || kind === "Federated");
  if (anyone) return;
  if (/[*?]/.test(value)) {
    reading.error("KW210", text, `a wildcard in the principal ${shown(value)}`, INSTEAD_OF_WILDCARD[kind]);
  } else if (kind === "CanonicalUser") {
    if (!/^[0-9a-fA-F]{64}$/.test(value))
      reading.error("KW212", text, `${shown(value)} is not a canonical user id`, "64 hexadecimal digits");
  } else if (parsePrincipalPattern({ kind, value }) === undefined) {
    reading.error("KW212", text, `${shown(value)} is not a principal`, () => adviceFor(kind, value));
  }
}

const INSTEAD_OF_WILDCARD: Readonly<Record<Kind, string>> = {
  AWS: "name them one by one, or the account with a condition on `aws:PrincipalArn`",
  Service: "name the services one by one",
  Federated: "name the identity providers one by one",
  CanonicalUser: "name the accounts one by one",
};

function adviceFor(kind: Kind, value: string): string {
  if (kind === "Service")
    return /^[a-z0-9-]{1,60}$/.test(value) ? `write \`${value}.amazonaws.com\`` : "write a name such as `s3.amazonaws.com`";
  if (kind === "Federated") return "write the ARN or the name of an identity provider";
  if (/^[0-9]{1,20}$/.test(value)) return `an account id has 12 digits, this one ${value.length}`;
  if (/\.amazonaws\.com(?:\.cn)?$/.test(value)) return "a service stands under `Service`";
  return arnAdvice(value) ?? "an account id, or the ARN of an account root, user, role, role session or federated user";
}

function arnAdvice(value: string): string | undefined {
  const arn = parseArn(value);
  if (arn === undefined) return undefined;
  if (arn.resource.startsWith("group/")) return "groups are not principals: name the users, or let IAM policies of the group decide";
  if (/^(?:saml|oidc)-provider\//.test(arn.resource)) return "an identity provider stands under `Federated`, in role trust policies";
  if (arn.region !== "") return "IAM and STS ARNs have no Region: leave the field empty";
  if (arn.service === "organizations") return "organizations are not principals: use `*` and a condition on `aws:PrincipalOrgID`";
  if (arn.resource.startsWith("policy/")) return "policies are not principals";
  if (arn.service === "iam" && arn.resource.startsWith("assumed-role/")) return `write \`arn:${arn.partition}:sts::…\` for a role session`;
  return undefined;
}
