import { isPlainObject } from "../../base/json-source.ts";
import { counted, shown } from "../../base/text.ts";
import { isAccountId, parseArn } from "../../iam/arn.ts";
import type { Importer, RecognisedDocument } from "../importer.ts";
import type { Sides } from "../sides.ts";
import { type Answer, answersIn, isPage, type Members, members, readPolicy, text } from "./answer.ts";
import { readConfigItems } from "./config-items.ts";
import { KeyAnswers } from "./keys.ts";
import { OrganizationAnswers } from "./organization.ts";
import { PrincipalAnswers } from "./principals.ts";
import { bucketIn, readResources } from "./resources.ts";
import { subjectOf } from "./subject.ts";

/**
 * Answers of AWS as its command line and SDKs give them, of one command or of a whole account, and items of AWS Config. Files of one import are put together:
 * what an answer is about is told by itself, or by the path of its file.
 */
export const importDumps: Importer = (documents, sides) => {
  const answers = documents.filter(({ format }) => format === "aws-cli" || format === "policy").flatMap(answersIn);
  const accounts = new Set(
    [...answers, ...documents.map((document) => ({ ...document, subject: subjectOf(document.file) }))].flatMap(accountsOf),
  );
  const [account, another] = accounts;
  if (another === undefined) sides.account ??= account;

  const keys = new KeyAnswers(
    answers.filter(({ file }) => bucketIn(file) === undefined),
    sides,
  );
  keys.read();
  const principals = new PrincipalAnswers(sides);
  principals.readAll(answers);
  readSingle(answers, sides, principals);
  readConfigItems(
    documents.filter(({ format }) => format === "aws-config"),
    sides,
    principals,
  );
  readEndpoints(answers, sides);
  readResources(answers, sides);
  const organization = new OrganizationAnswers(answers, sides);
  organization.read();
  for (const each of accounts) organization.holds(each);
  organization.settle();
  readRefusals(
    documents.filter(({ format }) => format === "aws-refusal"),
    sides,
    keys,
  );

  const regions = new Set(
    [...sides.after.keys.values()].flatMap(({ arn }) => (typeof arn === "string" ? (parseArn(arn)?.region ?? []) : [])),
  );
  const [region, further] = regions;
  if (further === undefined) sides.region ??= region;
  sides.each((draft) => {
    for (const { arn } of draft.keys.values()) {
      const key = typeof arn === "string" ? parseArn(arn) : undefined;
      if (key === undefined) continue;
      const own = draft.key(arn);
      own.named(...own.names.map((name) => `${name}-${key.region}`), key.resource.slice(4)); // replicas have the aliases of their primary
    }
  });
  if (accounts.size > 1) sides.facts.push(`accounts: ${[...accounts].join(", ")}`);
};

/** The accounts whose answers these are. */
function accountsOf({
  value,
  subject,
}: Pick<Answer, "value" | "subject"> | (RecognisedDocument & Pick<Answer, "subject">)): readonly string[] {
  if (subject.account !== undefined) return [subject.account];
  if (!isPlainObject(value)) return [];
  if (text(value.Account) !== undefined && isAccountId(value.Account as string)) return [value.Account as string];
  const arns = [
    isPlainObject(value.KeyMetadata) ? value.KeyMetadata.Arn : undefined,
    ...members(value.Keys)
      .slice(0, 1)
      .map(({ KeyArn }) => KeyArn),
    ...members(value.Aliases)
      .slice(0, 1)
      .map(({ AliasArn }) => AliasArn),
    ...["RoleDetailList", "UserDetailList", "GroupDetailList"].flatMap((list) =>
      members(value[list])
        .slice(0, 1)
        .map(({ Arn }) => Arn),
    ),
  ];
  return arns.flatMap((arn) => parseArn(text(arn) ?? "")?.account ?? []).filter(isAccountId);
}

/** `get-role`, and the commands that give one inline policy. */
function readSingle(answers: readonly Answer[], sides: Sides, principals: PrincipalAnswers): void {
  for (const { kind, value, at } of answers)
    if (kind === "iam get-role") principals.principal(value.Role as Members, "role", (pointer) => at(`/Role${pointer}`), false);
  for (const { kind, value, at, subject } of answers) {
    if (kind !== "iam get-role-policy") continue;
    const [name, type] = text(value.RoleName) !== undefined ? [text(value.RoleName), "role"] : [text(value.UserName), "user"];
    if (name === undefined) {
      sides.tell(
        "KW806",
        at(""),
        `the policy ${shown(text(value.PolicyName) ?? "")} of a group is left out: who is in the group is not told`,
      );
      continue;
    }
    const known = [...sides.after.principals.values()].find(
      ({ arn }) => typeof arn === "string" && arn.includes(`:${type}/`) && arn.endsWith(`/${name}`),
    );
    const account = subject.account ?? sides.account;
    if (known === undefined && account === undefined) {
      sides.tell(
        "KW808",
        at(""),
        `nothing says in which account the ${type} ${shown(name)} is: its policy is left out`,
        "give it: `--account ID`",
      );
      continue;
    }
    const made = `arn:aws:iam::${account}:${type}/${name}`;
    const arn = known?.arn ?? sides.assumed(made, { id: `path:${made}`, text: `the ${type} ${name} has no path` });
    const own = text(value.PolicyName) ?? "inline";
    const policy = readPolicy(value.PolicyDocument, "identity", `the policy ${own} of ${name}`, at("/PolicyDocument"), sides);
    sides.each((draft) => draft.principal(arn, name).policy(`inline ${own}`, policy));
  }
}

/** Endpoints of KMS; those of other services let no call of KMS pass. */
function readEndpoints(answers: readonly Answer[], sides: Sides): void {
  for (const { kind, value, at } of answers) {
    if (kind !== "ec2 describe-vpc-endpoints") continue;
    if (isPage(value))
      sides.tell(
        "KW810",
        at(""),
        "this answer of `describe-vpc-endpoints` is one page of several: more may exist",
        "collect without `--max-items` and `--no-paginate`",
      );
    members(value.VpcEndpoints).forEach((endpoint, i) => {
      const [id, service] = [text(endpoint.VpcEndpointId), text(endpoint.ServiceName)];
      if (
        id === undefined ||
        service === undefined ||
        !/\.kms(?:-fips)?$/.test(service) ||
        /^(?:deleted|rejected|failed|expired)$/i.test(text(endpoint.State) ?? "")
      )
        return;
      const policy = readPolicy(
        endpoint.PolicyDocument,
        "endpoint",
        `the policy of the endpoint ${id}`,
        at(`/VpcEndpoints/${i}/PolicyDocument`),
        sides,
      );
      const name = members(endpoint.Tags).find(({ Key }) => Key === "Name");
      sides.each((draft) => draft.endpoint({ id, names: [text(name?.Value) || id, id], vpc: text(endpoint.VpcId), policy }));
    });
  }
}

/** The organization does not use policies of a type: there are none to be told. */
const NOTHING_THERE: ReadonlySet<string> = new Set(["PolicyTypeNotEnabledException", "AWSOrganizationsNotInUseException"]);

/** What was asked for exists, and AWS did not tell it. One word for all refusals of an operation: an account has hundreds of keys. */
function readRefusals(documents: readonly RecognisedDocument[], sides: Sides, keys: KeyAnswers): void {
  const refused = new Map<
    string,
    { readonly what: string; readonly operation: string | undefined; readonly at: Answer["at"]; count: number }
  >();
  for (const { value, text: words, file, at } of documents) {
    const error = isPlainObject(value) && isPlainObject(value.Error) ? value.Error : undefined;
    const told = error === undefined ? words : `${text(error.Code) ?? ""}: ${text(error.Message) ?? ""}`;
    const operation = /when calling the (\w{1,64}) operation/.exec(told)?.[1];
    const code = /\((\w{1,64})\)/.exec(told)?.[1] ?? /^(\w{1,64}):/.exec(told)?.[1];
    if (code !== undefined && NOTHING_THERE.has(code)) continue;
    const what = `AWS did not answer${operation === undefined ? "" : ` ${operation}`}${code === undefined ? "" : `: ${code}`}`;
    const subject = subjectOf(file);
    const isPolicy = operation === "GetKeyPolicy" || (operation === undefined && /get-key-policy|GetKeyPolicy/.test(file));
    if (isPolicy && subject.key !== undefined) keys.refused({ kind: "kms get-key-policy", value: {}, subject, file, at }, what);
    const known = refused.get(what);
    if (known === undefined) refused.set(what, { what, operation, at, count: 1 });
    else known.count++;
  }
  for (const { what, operation, at, count } of refused.values()) {
    const help = operation === undefined ? undefined : `who collects needs the permission for ${operation}`;
    sides.tell("KW811", at(""), count === 1 ? what : `${what}, here and ${counted(count - 1, "time")} more`, help);
  }
}
