import { KMS_ACTIONS } from "../../catalog/actions.ts";
import { isAccountId, parseArn } from "../../iam/arn.ts";
import type { Policy, Statement } from "../../iam/policy.ts";
import { foldCase } from "../../iam/values.ts";
import { covers } from "./covers.ts";
import type { FoundPolicy } from "./policies.ts";

/** Something that policies say, or do not: a value, and in words what makes it a guess. */
export type Guess = { readonly value: string; readonly because?: string };

/** Actions that never work from another account: whoever a key policy lets do them is of the key's own account, or the statement is without effect. */
const AT_HOME = KMS_ACTIONS.filter(({ crossAccount, resources }) => !crossAccount && resources.includes("key")).map(({ action }) => action);

/**
 * The account of the key that a policy is of, by the first of these that names one: an ARN of a key; who may change the policy (kms:PutKeyPolicy works in the
 * key's own account alone), as a whole account, then as anybody; who may do anything else that works there alone; whom conditions name; who is named at all.
 * Several of one rank are a guess, and the next rank is asked which of them it is.
 */
export function ownerOf({ path, policy }: Pick<FoundPolicy, "path" | "policy">): Guess | undefined {
  const allows = policy.statements.filter(({ effect }) => effect === "Allow");
  const manages = allows.filter((statement) => covers(statement, "kms:PutKeyPolicy"));
  const atHome = allows.filter((statement) => AT_HOME.some((action) => covers(statement, action)));
  const ranks: readonly (readonly string[])[] = [
    keyArnsIn(policy).flatMap(accountOf),
    manages.flatMap(delegates),
    manages.flatMap(individuals),
    atHome.flatMap(named),
    allows.flatMap(delegates),
    policy.statements.flatMap(conditionAccounts),
    allows.flatMap(named),
    path.split(/[^0-9]+/).filter(isAccountId),
  ];
  let candidates: readonly string[] = [];
  for (const rank of ranks) {
    const found = [...new Set(rank)].filter((account) => candidates.length === 0 || candidates.includes(account));
    if (found.length === 1) return { value: found[0] as string };
    if (found.length > 1) candidates = found;
  }
  const [first] = candidates;
  return first === undefined ? undefined : { value: first, because: `it names ${candidates.join(", ")} alike` };
}

const accountOf = (arn: string): readonly string[] => {
  const account = isAccountId(arn) ? arn : parseArn(arn)?.account;
  return account !== undefined && isAccountId(account) ? [account] : [];
};

const principalsOf = ({ principal }: Statement): readonly string[] =>
  principal?.mode === "only" ? principal.members.flatMap(({ kind, value }) => (kind === "AWS" ? [value] : [])) : [];

const named = (statement: Statement): readonly string[] => principalsOf(statement).flatMap(accountOf);

const isWhole = (value: string): boolean => isAccountId(value) || value.endsWith(":root");

const delegates = (statement: Statement): readonly string[] => principalsOf(statement).filter(isWhole).flatMap(accountOf);

const individuals = (statement: Statement): readonly string[] =>
  principalsOf(statement)
    .filter((value) => !isWhole(value))
    .flatMap(accountOf);

/** Keys whose value is an account, or an ARN of what calls on behalf of one. */
const ACCOUNT_KEYS = new Set(["kms:calleraccount", "aws:sourceaccount", "aws:principalaccount", "aws:sourcearn", "aws:principalarn"]);

const conditionAccounts = ({ effect, conditions }: Statement): readonly string[] =>
  conditions
    .filter(({ key, operator }) => effect === "Allow" && !/Not/.test(operator) && ACCOUNT_KEYS.has(foldCase(key)))
    .flatMap(({ values }) => values.flatMap(accountOf));

/** The ARNs of keys that a policy names whole. */
export const keyArnsIn = ({ statements }: Policy): readonly string[] =>
  statements
    .flatMap(({ resource }) => resource?.members ?? [])
    .filter((arn) => {
      const { service, resource, region, account } = parseArn(arn) ?? {};
      return (
        service === "kms" && resource?.startsWith("key/") === true && isAccountId(account ?? "") && !/[*?$]/.test(arn) && region !== ""
      );
    });

/** The Regions that a policy names: in ARNs, in names of services, and where it asks for one. */
export const regionsIn = ({ statements }: Policy): readonly string[] =>
  statements.flatMap(({ principal, resource, conditions }) =>
    [
      ...(resource?.members ?? []),
      ...(principal?.members ?? []).flatMap(({ kind, value }) => (kind === "Service" ? [value] : [])),
      ...conditions.filter(({ operator }) => !/Not/.test(operator)).flatMap(({ values }) => values),
    ].flatMap(regionOf),
  );

/** `us-east-1`, `arn:aws:logs:us-east-1:…`, `s3.us-east-1.amazonaws.com`. */
function regionOf(text: string): readonly string[] {
  const service = /^[a-z0-9-]+\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?$/.exec(text)?.[1];
  const found = service ?? parseArn(text)?.region ?? text;
  return REGION.test(found) ? [found] : [];
}

const REGION = /^[a-z]{2,4}(?:-[a-z]{2,10}){1,2}-[0-9]{1,2}$/;

/** The Region of one document: what it names, where it is one; else the folder it is filed in. */
export function regionFor({ path, policy }: Pick<FoundPolicy, "path" | "policy">): Guess | undefined {
  const found = [...new Set(regionsIn(policy))];
  const [first] = found;
  if (found.length === 1 && first !== undefined) return { value: first };
  const filed = path
    .split("/")
    .filter((part) => REGION.test(part))
    .at(-1);
  if (filed !== undefined) return { value: filed };
  return first === undefined ? undefined : { value: first, because: `it names ${found.join(", ")}` };
}

/** The values by how often they come, the most frequent first. */
export function byFrequency(values: readonly string[]): readonly (readonly [value: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
