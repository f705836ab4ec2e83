import { parseArn } from "../../iam/arn.ts";
import { parseOperatorName } from "../../iam/operators.ts";
import type { Condition, Policy, Statement } from "../../iam/policy.ts";
import { foldCase } from "../../iam/values.ts";

/**
 * Whether a bucket policy is public as S3 counts it for Block Public Access: some Allow is for everybody and is not limited to fixed values of certain keys
 * (Amazon S3 User Guide, access-control-block-public-access). It is a rule about the text: a condition that nothing meets makes no difference.
 */
export const isPublicPolicy = ({ statements }: Policy): boolean => statements.some(isPublic);

const isPublic = ({ effect, principal, conditions }: Statement): boolean =>
  effect === "Allow" && (principal?.members ?? []).some(({ kind, value }) => kind === "AWS" && value === "*") && !conditions.some(isFixing);

/** Keys that limit a statement where their values are fixed. */
const FIXING = new Set(
  [
    "aws:PrincipalArn",
    "aws:PrincipalAccount",
    "aws:PrincipalOrgID",
    "aws:PrincipalOrgPaths",
    "aws:PrincipalServiceName",
    "aws:SourceIp",
    "aws:SourceArn",
    "aws:SourceVpc",
    "aws:SourceVpce",
    "aws:SourceOwner",
    "aws:SourceAccount",
    "aws:userid",
    "s3:x-amz-server-side-encryption-aws-kms-key-id",
    "s3:DataAccessPointArn",
    "s3:DataAccessPointAccount",
  ].map(foldCase),
);

const OPERATORS = new Set(["StringEquals", "StringEqualsIgnoreCase", "StringLike", "ArnEquals", "ArnLike", "IpAddress"].map(foldCase));

function isFixing({ operator, key, values }: Condition): boolean {
  const name = foldCase(key);
  const read = parseOperatorName(operator);
  if (
    read === undefined ||
    !FIXING.has(name) ||
    read.ifExists ||
    read.negated ||
    read.quantifier === "for-all-values" ||
    !OPERATORS.has(foldCase(read.base))
  )
    return false;
  return values.length > 0 && values.every((value) => isFixed(name, value));
}

function isFixed(name: string, value: string): boolean {
  if (name === "aws:sourceip") return isNarrow(value);
  if (value.includes("${")) return false;
  if (name === "s3:dataaccesspointarn") return !/[*?]/.test(parseArn(value)?.account ?? "*") && parseArn(value)?.account !== "";
  return !/[*?]/.test(value);
}

/** Not wider than /8, of IPv6 /32. */
function isNarrow(value: string): boolean {
  const [address = "", prefix] = value.split("/");
  if (/[*?$]/.test(value)) return false;
  return prefix === undefined || Number(prefix) >= (address.includes(":") ? 32 : 8);
}
