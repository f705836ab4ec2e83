import { counted, printable } from "../../base/text.ts";
import type { WorldPrincipal } from "../../estate/estate.ts";
import { parseArn } from "../../iam/arn.ts";
import type { Planned } from "./plan.ts";

/** Of a principal: the AWS CLI's profile that has its credentials. */
export type Profiles = ReadonlyMap<string, string>;

/**
 * A text as one word of a shell script: nothing in it is read by the shell, whatever it holds.
 * NUL cannot be in an argument, and is in nothing that this is given: JSON writes it as an escape.
 */
export const quoted = (text: string): string => `'${text.replaceAll("\0", "").replaceAll("'", `'\\''`)}'`;

/** Texts of others in a comment stay on its line. */
const comment = (text: string): string => `# ${printable(text, 400)}`;

/** The script that a person runs. Texts of the world are in it as quoted words and in comments, and nowhere else. */
export function scriptOf(planned: readonly Planned[], principals: readonly WorldPrincipal[], world: string, profiles: Profiles): string {
  const asking = principals.filter(({ name }) => planned.some(({ question }) => question.principal === name));
  const reads = planned.filter(({ call }) => call.by === "read").length;
  const header = JSON.stringify({ kmsward: "calibrate", version: 1, world, questions: planned.length });
  return [
    "#!/bin/sh",
    comment(`Asks AWS what kmsward answers about ${world}: written by \`kmsward calibrate\`, which contacts nobody itself.`),
    "#",
    `# ${counted(planned.length, "call")} of AWS KMS: ${counted(planned.length - reads, "dry run")} and ${counted(reads, "read")}. Nothing is changed, encrypted or decrypted; of what is read`,
    "# only key policies are kept. AWS bills the calls as requests and CloudTrail records them; an alarm on denied calls may go off.",
    "#",
    "#   1. Give each principal below a profile of ~/.aws/config that has its credentials; for a role that is",
    "#        [profile NAME]",
    "#        role_arn = ARN of the role",
    "#        source_profile = a profile that may assume it",
    "#      A principal without a profile, or whose profile is somebody else, is left out: nothing is asked in the name of others.",
    "#   2. sh THIS-FILE > answers.ndjson",
    `#   3. kmsward calibrate --read answers.ndjson`,
    "set -u",
    "export AWS_PAGER= AWS_CLI_AUTO_PROMPT=off LC_ALL=C",
    `export AWS_DEFAULT_REGION="\${AWS_DEFAULT_REGION-${regionOf(planned)}}"`,
    "",
    ...asking.flatMap((principal, i) => [
      comment(`${principal.name}: ${principal.facts.arn}`),
      `AS_${i + 1}=\${AS_${i + 1}-${profileWord(profiles.get(principal.name) ?? "")}}`,
    ]),
    "",
    FUNCTIONS,
    `printf '%s\\n' ${quoted(header)}`,
    ...asking.flatMap((principal, i) => {
      const own = planned.filter(({ question }) => question.principal === principal.name);
      return [
        "",
        comment(`${principal.name}: ${counted(own.length, "question")}`),
        `as "$AS_${i + 1}" ${quoted(JSON.stringify(principal.name))} ${expectedOf(principal)}`,
        ...own.flatMap(linesOf),
      ];
    }),
    "",
  ].join("\n");
}

/** For STS, where a profile has no Region. */
const regionOf = (planned: readonly Planned[]): string => {
  const region = parseArn(planned[0]?.question.key ?? "")?.region ?? "";
  return /^[a-z0-9-]+$/.test(region) ? region : "us-east-1";
};

/** A default inside of `${AS_1-…}`: quotes work there as they do outside. */
const profileWord = (profile: string): string =>
  profile === "" ? "" : /^[A-Za-z0-9_.@-]+$/.test(profile) ? profile : quotedInBraces(profile);

/** A brace would end the expansion early in some shells, so what is not plain is put together outside of it. */
const quotedInBraces = (text: string): string => `$(printf %s ${quoted(text)})`;

/** What `sts get-caller-identity` has to say: how, and the ARN; of a role any session of it. */
function expectedOf({ facts: { arn } }: WorldPrincipal): string {
  const parsed = parseArn(arn);
  if (!parsed?.resource.startsWith("role/")) return `is ${quoted(arn)}`;
  const name = parsed.resource.slice(parsed.resource.lastIndexOf("/") + 1);
  return `begins ${quoted(`arn:${parsed.partition}:sts::${parsed.account}:assumed-role/${name}/`)}`;
}

function linesOf({ question, call, ours, unsure }: Planned): readonly string[] {
  const input = {
    KeyId: question.key,
    ...(question.operation === "ReEncrypt" && { KeyId: undefined, SourceKeyId: question.key, DestinationKeyId: question.key }),
    ...call.input,
    ...(Object.keys(question.encryptionContext).length > 0 &&
      (question.operation === "ReEncrypt"
        ? { SourceEncryptionContext: question.encryptionContext, DestinationEncryptionContext: question.encryptionContext }
        : { EncryptionContext: question.encryptionContext })),
  };
  const region = parseArn(question.key)?.region ?? "";
  const flags = call.by === "dry run" ? "--dry-run" : "--no-paginate";
  const why = unsure.length > 0 ? unsure.join("; ") : "of the sample";
  return [
    comment(`${ours.outcome}: ${why}`),
    `ask ${quoted(JSON.stringify(question))} ${quoted(region)} ${call.command} ${flags} --cli-input-json ${quoted(JSON.stringify(input))}`,
  ];
}

/**
 * POSIX shell. Everything of the request is in one JSON document: the AWS CLI reads no files for what is inside of it, as it does for options that begin with
 * `file://`. What AWS says is passed on in base64, so that it is JSON whatever it holds.
 */
const FUNCTIONS = `encoded() { base64 | tr -d '\\r\\n'; }

as() { # PROFILE NAME is|begins ARN
  profile=$1
  if [ -z "$profile" ]; then
    printf '{"caller":%s,"left":"no profile"}\\n' "$2"
    return
  fi
  said=$(aws sts get-caller-identity --profile="$profile" --output=json 2>&1 </dev/null)
  code=$?
  arn=$(aws sts get-caller-identity --profile="$profile" --output=text --query=Arn 2>/dev/null </dev/null)
  left=
  if [ $code -ne 0 ]; then left='no credentials'; else
    case $3 in
      is) [ "$arn" = "$4" ] || left='somebody else' ;;
      *) case $arn in "$4"*) ;; *) left='somebody else' ;; esac ;;
    esac
  fi
  [ -z "$left" ] || profile=
  [ -z "$left" ] || printf 'left out: %s is %s\\n' "$2" "$left" >&2
  printf '{"caller":%s,"left":"%s","said":"%s"}\\n' "$2" "$left" "$(printf %s "$said" | encoded)"
}

ask() { # QUESTION REGION COMMAND OPTION...
  [ -n "$profile" ] || return 0
  question=$1 region=$2
  shift 2
  if [ "$1" = get-key-policy ]; then
    said=$(aws kms "$@" --profile="$profile" --region="$region" --output=json 2>&1 </dev/null)
    code=$?
  else
    said=$(aws kms "$@" --profile="$profile" --region="$region" --output=json 2>&1 >/dev/null </dev/null)
    code=$?
  fi
  printf '{"question":%s,"time":"%s","exit":%d,"said":"%s"}\\n' "$question" "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$code" "$(printf %s "$said" | encoded)"
}
`;
