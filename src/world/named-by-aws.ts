/** Policies that AWS has under a name, and attaches by itself (AWS Organizations User Guide; IAM User Guide, AWS managed policies). */

export const FULL_ACCESS = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}';

const NAMED_BY_AWS: Readonly<Record<string, string>> = {
  FullAWSAccess: FULL_ACCESS,
  "arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess": FULL_ACCESS,
  "arn:aws:iam::aws:policy/AdministratorAccess": FULL_ACCESS,
};

const IMPLIED = ["RCPFullAWSAccess", "arn:aws:organizations::aws:policy/resource_control_policy/p-RCPFullAWSAccess"];

export const NAMES_OF_AWS: readonly string[] = Object.keys(NAMED_BY_AWS);

/** The text of a policy of AWS's; undefined where no policy has the name. */
export const policyNamedByAws = (name: string): string | undefined => (Object.hasOwn(NAMED_BY_AWS, name) ? NAMED_BY_AWS[name] : undefined);

/** The resource control policy that cannot be detached: it changes nothing where it is named. */
export const isImplied = (name: string): boolean => IMPLIED.includes(name);
