/** The identity policy of who runs the script: it only reads, and no secret. `sts:GetCallerIdentity` needs no permission. */
export const COLLECT_POLICY = {
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "CollectForKmsward",
      Effect: "Allow",
      Action: [
        "ec2:DescribeRegions",
        "ec2:DescribeVpcEndpoints",
        "iam:GetAccountAuthorizationDetails",
        "kms:DescribeKey",
        "kms:GetKeyPolicy",
        "kms:GetKeyRotationStatus",
        "kms:ListAliases",
        "kms:ListGrants",
        "kms:ListKeys",
        "kms:ListResourceTags",
        "organizations:DescribeOrganization",
        "organizations:DescribePolicy",
        "organizations:ListAccounts",
        "organizations:ListAccountsForParent",
        "organizations:ListOrganizationalUnitsForParent",
        "organizations:ListPolicies",
        "organizations:ListPoliciesForTarget",
        "organizations:ListRoots",
      ],
      Resource: "*",
    },
  ],
} as const;

/**
 * A shell script (bash 3.2 or newer, AWS CLI 1 or 2) that writes the answers which `kmsward import` puts together: read-only calls, one file an answer; what
 * AWS refuses stands in a file `.error` in the answer's place. The AWS CLI pages by itself.
 */
export const COLLECT_SCRIPT = `#!/usr/bin/env bash
# Collects who can use the KMS keys of an account, for \`kmsward import FOLDER\`. Written by \`kmsward import --collect\`.
#
#   collect.sh [-o FOLDER] [REGION...]   Regions to look at; \`all\`: those that the account has enabled. Default: that of the AWS CLI.
#   collect.sh --policy                  prints the IAM policy that it needs
#
# Every call only reads. Nothing secret is collected, but the answers name every principal of the account: treat them as internal.
# In the management account, or one that is a delegated administrator, the policies of the organization are collected too.
set -euo pipefail
umask 077

policy() {
  cat <<'POLICY'
${JSON.stringify(COLLECT_POLICY, null, 2)}
POLICY
}

out=aws-dump
while [ $# -gt 0 ]; do
  case $1 in
    --policy) policy; exit 0 ;;
    -o) out=\${2:?-o needs a folder}; shift 2 ;;
    -h | --help) sed -n '2,8p' "$0"; exit 0 ;;
    -*) echo "unknown option $1" >&2; exit 1 ;;
    *) break ;;
  esac
done

export AWS_PAGER="" AWS_RETRY_MODE="\${AWS_RETRY_MODE:-adaptive}" AWS_MAX_ATTEMPTS="\${AWS_MAX_ATTEMPTS:-10}"

# ask FILE COMMAND...: the answer to FILE.json, or why there is none to FILE.error
ask() {
  local file=$1
  shift
  if aws "$@" --output json >"$file.json" 2>"$file.error"; then
    rm -f "$file.error"
  else
    rm -f "$file.json"
    echo "no answer: $*" >&2
  fi
}

# names COMMAND...: the names that a query gives, one a line; nothing where it is refused
names() {
  aws "$@" --output text 2>/dev/null | tr '\\t' '\\n' | grep -vx -e None -e '' || true
}

if ! account=$(aws sts get-caller-identity --query Account --output text); then
  echo "the AWS CLI has no credentials that work: see \\\`aws configure\\\`" >&2
  exit 1
fi

if [ $# -eq 0 ]; then
  region=\${AWS_REGION:-\${AWS_DEFAULT_REGION:-$(aws configure get region || true)}}
  set -- "\${region:?no Region: name one, or set AWS_REGION}"
elif [ "$1" = all ]; then
  regions=$(names ec2 describe-regions --query 'Regions[].[RegionName]')
  if [ -z "$regions" ]; then
    echo "which Regions are enabled cannot be told: name them" >&2
    exit 1
  fi
  # shellcheck disable=SC2086 # names of Regions hold no blanks
  set -- $regions
fi

out=$out/$account
mkdir -p "$out/iam" "$out/organizations"
ask "$out/get-caller-identity" sts get-caller-identity
ask "$out/iam/get-account-authorization-details" iam get-account-authorization-details

for region in "$@"; do
  echo "$region" >&2
  kms=$out/$region/kms
  mkdir -p "$kms/keys" "$out/$region/ec2"
  ask "$kms/list-keys" kms list-keys --region "$region"
  ask "$kms/list-aliases" kms list-aliases --region "$region"
  for id in $(names kms list-keys --region "$region" --query 'Keys[].[KeyId]'); do
    key=$kms/keys/$id
    mkdir -p "$key"
    ask "$key/describe-key" kms describe-key --region "$region" --key-id "$id"
    ask "$key/get-key-policy" kms get-key-policy --region "$region" --key-id "$id" --policy-name default
    ask "$key/list-grants" kms list-grants --region "$region" --key-id "$id"
    ask "$key/list-resource-tags" kms list-resource-tags --region "$region" --key-id "$id"
    ask "$key/get-key-rotation-status" kms get-key-rotation-status --region "$region" --key-id "$id"
  done
  ask "$out/$region/ec2/describe-vpc-endpoints" ec2 describe-vpc-endpoints --region "$region" \\
    --filters 'Name=service-name,Values=*.kms,*.kms-fips'
done

organization=$out/organizations

# walk NODE: what is attached to it, and the same of everything below
walk() {
  local type child
  for type in SERVICE_CONTROL_POLICY RESOURCE_CONTROL_POLICY; do
    ask "$organization/list-policies-for-target.$1.$type" organizations list-policies-for-target --target-id "$1" --filter "$type"
  done
  case $1 in
    [0-9]*) return ;; # nothing is below an account
  esac
  ask "$organization/list-organizational-units-for-parent.$1" organizations list-organizational-units-for-parent --parent-id "$1"
  ask "$organization/list-accounts-for-parent.$1" organizations list-accounts-for-parent --parent-id "$1"
  for child in $(names organizations list-organizational-units-for-parent --parent-id "$1" --query 'OrganizationalUnits[].[Id]') \\
    $(names organizations list-accounts-for-parent --parent-id "$1" --query 'Accounts[].[Id]'); do
    walk "$child"
  done
}

ask "$organization/describe-organization" organizations describe-organization
ask "$organization/list-roots" organizations list-roots
ask "$organization/list-accounts" organizations list-accounts
if [ -f "$organization/list-roots.json" ]; then
  for root in $(names organizations list-roots --query 'Roots[].[Id]'); do walk "$root"; done
  for type in SERVICE_CONTROL_POLICY RESOURCE_CONTROL_POLICY; do
    for id in $(names organizations list-policies --filter "$type" --query 'Policies[].[Id]'); do
      ask "$organization/describe-policy.$id" organizations describe-policy --policy-id "$id"
    done
  done
fi

echo "$out: $(find "$out" -name '*.json' | wc -l | tr -d ' ') answers, $(find "$out" -name '*.error' | wc -l | tr -d ' ') refused" >&2
`;
