/** One kind of message: a title of a few words, and what `kmsward help KWnnn` prints below it. */
type Explanation = { readonly title: string; readonly help: string };

/**
 * Every code a diagnostic can carry. A code is never given a second meaning, and never reused: people search for it and silence by it.
 * KW0xx use, files, options; KW1xx JSON and shapes; KW2xx policy grammar (errors); KW3xx policies that do not do what they seem to (warnings);
 * KW4xx requests; KW5xx worlds; KW6xx tests and analysis of policies; KW7xx findings of `kmsward check` and `kmsward diff`; KW8xx documents of other tools that are imported; KW900 a bug here.
 */
export const CODES = {
  KW001: {
    title: "wrong use",
    help: "The command was called in a way it does not understand. `kmsward COMMAND --help` shows its arguments and options, with examples.",
  },
  KW002: {
    title: "file cannot be read",
    help: `The file does not exist, is a directory, may not be read, or is not UTF-8 text. \`-\` stands for standard input. Of a stream of cases: the line
is not UTF-8 text, or too long (the message names the limit). Of a world: its documents include each other in a circle or too deep, or name a file outside of
the folders that may be read.`,
  },
  KW003: {
    title: "unknown command or option",
    help: "There is no command or option of that name in this version. `kmsward --help` lists what there is.",
  },
  KW004: {
    title: "not built yet",
    help: `What was asked for is planned, and this version does not have it: a command that \`kmsward help\` lists as planned, a policy inside of a Terraform plan.
Nothing was decided: the command ends with 1.`,
  },
  KW005: {
    title: "optional part not installed",
    help: `What was asked for needs a package that kmsward does not bring along, because it is large, or compiled where it is installed. The message names it:
install it beside kmsward, as in \`npm install @hpcc-js/wasm-graphviz\` for pictures of access, \`npm install libsql\` for state in files, or \`npm install pkcs11js\` (which wants Python 3, make and a C++
compiler), and try again.`,
  },
  KW006: {
    title: "root key not usable",
    help: `The root key, under which a store in a file or in PostgreSQL seals its secrets, and a KMS its import tokens, could not be had. A root key file is a regular file that its owner
alone may read and write (\`chmod 600\`), written by kmsward and not edited since; a passphrase file likewise, and its passphrase is the one that the root key
file was made with; an environment variable holds 32 bytes in base64 or as 64 hexadecimal digits. What was sealed under a root key opens with that very one
only: where it is lost, the store is lost with it, and parameters for an import have to be asked for anew.`,
  },
  KW007: {
    title: "store not usable",
    help: `A store, where a KMS keeps its keys (\`memory\`, \`file:PATH\`, \`postgres://USER@HOST/DATABASE\`), could not be opened. A file is for one process at a time:
several share a store in PostgreSQL. A store opens with the root key it was made with and with no other (\`kmsward root-key rotate\` changes it), and with a
kmsward that is not older than the one that opened it last. Nothing was changed in it. Its tables have names that begin with \`kmsward_\`.`,
  },
  KW010: {
    title: "nothing to do",
    help: "The input holds no case, no policy or no question, so there is nothing to answer. An empty input is reported rather than taken for success.",
  },

  KW100: {
    title: "not JSON, not YAML",
    help: `The text breaks the grammar of JSON (RFC 8259): no comments, no comma after the last member, names and strings in double quotes,
numbers without leading zeros, nothing after the document, no byte order mark. A file whose name ends in .yaml or .yml is read as YAML 1.2 instead: most
often a tab or a wrong depth in the indentation, a missing space behind a colon, or a value with a colon or an asterisk in it that needs quotes.

  wrong   { 'Effect': "Allow", } // yes
  right   { "Effect": "Allow" }`,
  },
  KW101: {
    title: "unknown member",
    help: `An object has a member that means nothing there. AWS compares the names of policy elements exactly, so a misspelt name, or one in other
letter case, is an unknown one, and an element that is not read cannot protect anything.

  wrong   { "Efect": "Deny" }     { "effect": "Deny" }
  right   { "Effect": "Deny" }`,
  },
  KW102: {
    title: "member written twice",
    help: `An object has two members of one name. Most JSON readers keep the last one and drop the first without a word; IAM refuses the document. Keep
one, or merge them: two operators of one name in a condition become one operator with both keys.

  wrong   { "StringEquals": { "aws:username": "a" }, "StringEquals": { "kms:ViaService": "b" } }
  right   { "StringEquals": { "aws:username": "a", "kms:ViaService": "b" } }`,
  },
  KW103: {
    title: "nested too deeply",
    help: "Arrays and objects are nested more than 128 deep. No policy and no case needs more than ten.",
  },
  KW104: {
    title: "wrong kind of value",
    help: `The value is of another JSON kind than the member takes: a list where one text is wanted, a number for a text, null, and so on.

  wrong   { "Action": { "kms": "Decrypt" } }
  right   { "Action": "kms:Decrypt" }     { "Action": ["kms:Decrypt", "kms:Encrypt"] }`,
  },
  KW105: {
    title: "member missing",
    help: `A member that must be there is not. A statement needs Effect, one of Action and NotAction, one of Resource and NotResource (not in trust
policies), and in a policy that is attached to a resource one of Principal and NotPrincipal.`,
  },
  KW106: {
    title: "value has no JSON form",
    help: `An object handed to the library holds something JSON cannot express: a function, a bigint, a Date or another class, NaN, an array with holes,
a cycle. Pass plain data, or JSON text.`,
  },
  KW107: {
    title: "more problems than are shown",
    help: "Only the first problems of a document are listed. Mend those and look again.",
  },

  KW201: {
    title: "unknown Version",
    help: `Version is the version of the policy language, not of your document: "2012-10-17", or "2008-10-17" for old documents. Policy variables work
in 2012-10-17 only.`,
  },
  KW202: {
    title: "unknown Effect",
    help: 'Effect is "Allow" or "Deny", in exactly this spelling: AWS compares it with case.',
  },
  KW203: {
    title: "Sid not accepted",
    help: `The Sid of a statement in an IAM policy has letters A-Z and a-z and digits only. Key policies may have spaces in it.

  wrong   "Sid": "allow-app use"
  right   "Sid": "AllowAppUse"`,
  },
  KW204: {
    title: "Sid used twice",
    help: "Statements of one policy must have different Sids in IAM; elsewhere it is accepted, but reports and tests that name a Sid then mean several.",
  },
  KW205: {
    title: "element not allowed in this policy",
    help: `Every kind of policy has its own elements. Principal belongs to policies on resources (key policies, trust policies, endpoint policies, resource
control policies); identity policies, boundaries, session policies and service control policies get their principal from what they are attached to. A role
trust policy has no Resource: its resource is the role. A resource control policy of yours has only Deny, and no NotAction.`,
  },
  KW206: {
    title: "elements exclude each other",
    help: "A statement has Action or NotAction, Resource or NotResource, Principal or NotPrincipal: never both of a pair.",
  },
  KW207: {
    title: "NotPrincipal with Allow",
    help: `It would allow everybody who is not listed, strangers and unsigned callers included, and AWS supports NotPrincipal with Deny only. Name those you
allow in Principal, or deny the others:

  { "Effect": "Deny", "Principal": "*", "Action": "kms:Decrypt", "Resource": "*",
    "Condition": { "ArnNotEquals": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/app" } } }`,
  },
  KW210: {
    title: "wildcard in a principal",
    help: `A principal is "*" as a whole, or names one principal exactly: "role/*" or "Service": "*" do not exist. To mean several roles, allow the account or
"*" and narrow it by a condition:

  "Principal": { "AWS": "*" }, "Condition": { "ArnLike": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/app-*" } }`,
  },
  KW211: {
    title: "kind of principal not understood",
    help: `A Principal map has the members AWS, Service, Federated (role trust policies only) and CanonicalUser (policies of Amazon S3 and the like only).

  "Principal": { "AWS": ["arn:aws:iam::111122223333:role/app", "444455556666"], "Service": "logs.us-east-1.amazonaws.com" }`,
  },
  KW212: {
    title: "principal not understood",
    help: `The value names nobody AWS knows as a principal. Under AWS: "*", an account id of 12 digits, or an ARN of the account root, of a user, of a role,
of a role session or of a federated user session, or a unique id (AIDA…, AROA…). Groups and organizations are not principals. Under Service: a name such as
"s3.amazonaws.com".`,
  },
  KW220: {
    title: "action not understood",
    help: `An action is "*", or a service prefix, one colon and a name in which "*" and "?" are wildcards. The prefix has letters, digits, "." and "-", or is "*".

  wrong   "Decrypt"     "kms=Decrypt"     "k*s:Decrypt"     "kms:key:Decrypt"
  right   "kms:Decrypt"     "kms:GenerateDataKey*"`,
  },
  KW221: {
    title: "action names no service",
    help: 'A resource control policy has to name the service of each action: "kms:*" is accepted, "*" alone is not.',
  },
  KW230: {
    title: "resource is not an ARN",
    help: `A resource is "*" or an Amazon Resource Name with wildcards. A key id, an alias name or a file name is neither.

  wrong   "1234abcd-12ab-34cd-56ef-1234567890ab"     "alias/app"
  right   "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"`,
  },
  KW231: {
    title: "incomplete ARN in a session policy",
    help: `An ARN has six fields. Identity policies fill missing ones with "*"; a session policy with such an ARN is refused.

  wrong   "arn:aws:kms"
  right   "arn:aws:kms:*:*:*"`,
  },
  KW240: {
    title: "policy variable not understood",
    help: `A policy variable is \${name}, or \${name, 'default'} with one space and single quotes; \${*}, \${?} and \${$} are the characters themselves.
Variables work in a Resource after its fifth colon and in the values of String, Arn and Bool operators, in policies of Version 2012-10-17.

  wrong   "\${aws:username"     "\${}"     "\${aws:PrincipalTag/team, none}"
  right   "\${aws:username}"     "\${aws:PrincipalTag/team, 'none'}"`,
  },
  KW250: {
    title: "unknown condition operator",
    help: `The name of a condition operator is compared exactly. "IfExists" may follow any but Null; "ForAllValues:" and "ForAnyValue:" come before it.

  wrong   "StringLikes"     "stringEquals"     "NullIfExists"
  right   "StringLike"     "StringEqualsIfExists"     "ForAnyValue:StringLike"`,
  },
  KW251: {
    title: "value does not fit its operator",
    help: `Numeric operators take decimal numbers, Date operators ISO 8601 dates or epoch seconds, IpAddress an address or a CIDR block (IPv6 without
dots), BinaryEquals base64. Such a value could never match as meant.

  wrong   { "NumericLessThan": { "aws:MultiFactorAuthAge": "1h" } }
  right   { "NumericLessThan": { "aws:MultiFactorAuthAge": "3600" } }`,
  },
  KW252: {
    title: "values of different JSON kinds",
    help: `All values of one condition key have to be texts, or all numbers, or all Booleans. Write them as texts when in doubt.

  wrong   { "kms:KeySpec": ["RSA_2048", 4096] }
  right   { "kms:KeySpec": ["RSA_2048", "RSA_4096"] }`,
  },
  KW253: {
    title: "condition keys differ by case only",
    help: "The names of condition keys ignore letter case, so these two are one key, and AWS does not say which of them counts. Merge their values.",
  },
  KW254: {
    title: "condition key not understood",
    help: `The name of a condition key is a prefix, a colon and a name.

  wrong   "ViaService"     "PrincipalArn"
  right   "kms:ViaService"     "aws:PrincipalArn"     "kms:EncryptionContext:tenant"`,
  },
  KW255: {
    title: "network that holds no address",
    help: `An IPv6 range with bits set behind its mask matches no address in AWS, so NotIpAddress always holds, and IAM refuses to store it. Of an IPv4 range such
bits do not count.

  wrong   { "IpAddress": { "aws:SourceIp": "2001:db8::5/64" } }
  right   { "IpAddress": { "aws:SourceIp": "2001:db8::/64" } }`,
  },
  KW260: {
    title: "document too large",
    help: `AWS limits the size of policies. Key policies: 32,768 bytes, white space included. Endpoint policies: 20,480 characters, likewise. Service and
resource control policies: 5,120 characters. Managed policies, and so boundaries: 6,144 without white space. Role trust policies: 2,048 without white space, at
most 4,096 after a quota increase. Inline policies: 2,048 for a user, 5,120 for a group, 10,240 for a role, all of them together. Inline session policies: 2,048.`,
  },
  KW261: {
    title: "character not accepted",
    help: `Key policies and IAM policies consist of tab, line feed, carriage return and the characters U+0020 to U+00FF. Typographic quotes and dashes and
non-breaking marks pasted from a text editor are the usual culprits.`,
  },
  KW262: {
    title: "no statement",
    help: "A policy has at least one statement: an empty document does not say that nothing is allowed, it is refused.",
  },
  KW263: {
    title: "empty exception list",
    help: `NotAction, NotResource or NotPrincipal with nothing in it would mean everything, and AWS does not say that it does. Name what is excepted, or write
the plain element with "*".`,
  },

  KW301: {
    title: "unknown action",
    help: "No action of this service matches, so the pattern never applies. Look for a typing error; an API name is not always the name of its action (ReEncrypt is authorized as kms:ReEncryptFrom and kms:ReEncryptTo).",
  },
  KW302: {
    title: "unknown condition key",
    help: "AWS sends no key of this name. A positive condition on it never matches; a negated one, and one with IfExists, always does.",
  },
  KW303: {
    title: "condition key not sent for this action",
    help: `None of the statement's actions comes with this key, so it counts as absent: a positive condition never matches, a negated one, and one with
IfExists, always does. Move it to a statement for the actions that have it.`,
  },
  KW304: {
    title: "condition key not permitted in key policies",
    help: `AWS KMS refuses to store a key policy with aws:ResourceTag/… or kms:ResourceAliases: they work in IAM policies only. kmsward decides as if the
document were stored.`,
  },
  KW305: {
    title: "incomplete ARN",
    help: `An ARN has six fields. Only identity policies and boundaries fill missing ones with "*"; here the text is matched as written, and only a final "*"
covers the rest. Write all six fields.`,
  },
  KW306: {
    title: "statement without effect",
    help: `AWS KMS ignores a stored key policy statement that has no Resource or no Action, whether it allows or denies: leaving an element out does not mean
"all". Since 18 August 2025 it refuses to store such a policy. Write "Resource": "*", which means this key.`,
  },
  KW307: {
    title: "ForAllValues on a key with one value",
    help: `ForAllValues is also true when the key is absent, so it admits requests that do not have the key at all. AWS KMS refuses to store a key policy with
ForAllValues on kms:EncryptionContext:… or aws:RequestTag/…. Leave the set operator out.`,
  },
  KW308: {
    title: "key with many values, without a set operator",
    help: "A condition on a multi-valued key needs ForAllValues: or ForAnyValue:. Without one it never matches, negated or not.",
  },
  KW309: {
    title: "empty list or map",
    help: `An element with nothing in it is accepted by AWS in places and seldom does what was meant: a statement with an empty Action, Resource or Principal
never applies, a condition with an empty list of values never matches, an empty Condition is no condition.`,
  },
  KW310: {
    title: "policy variable in an old policy",
    help: `Policy variables are plain text in a policy of Version 2008-10-17, or with no Version: "\${aws:username}" is then compared letter by letter. Add
"Version": "2012-10-17".`,
  },
  KW311: {
    title: "action that never matches",
    help: `AWS KMS does not check the actions in a key policy, so it stores this one; but no request has such an action. Nor has any one with white space
in its name, which other policies may hold.

  wrong   "kms=GenerateDataKey"
  right   "kms:GenerateDataKey"`,
  },
  KW312: {
    title: "wildcard where AWS documents none",
    help: `In an ARN, AWS documents wildcards for the Region, the account and the name of a resource: not for "arn", the partition, the service and the type of
resource; in an action for its name, not for its service. kmsward matches them as written.

  unsure  "arn:aws:k*:us-east-1:111122223333:k*/1234"
  sure    "arn:aws:kms:us-east-1:111122223333:key/*"`,
  },
  KW313: {
    title: "policy variable where none is read",
    help: "Variables are read in a Resource after its fifth colon and in the values of String, Arn and Bool operators. Elsewhere `${…}` is plain text.",
  },
  KW314: {
    title: "Null with a set operator",
    help: "ForAllValues:Null is always true and ForAnyValue:Null always false. Write Null alone: it tests whether the key is there.",
  },
  KW315: {
    title: "date that may be a number",
    help: `A date of digits only is read as seconds since 1970, so "2025" is 33 minutes past midnight on 1 January 1970. Write "2025-01-01".`,
  },
  KW316: {
    title: "several Boolean values",
    help: "A key that is true or false matches one of both always. List one value.",
  },
  KW317: {
    title: "Version missing",
    help: 'Organizations asks for "Version": "2012-10-17" in service and resource control policies. Without it the document counts as 2008-10-17, in which policy variables are plain text.',
  },
  KW318: {
    title: "resource that never matches",
    help: `In a key policy "*" means this key, and since 18 August 2025 AWS KMS stores no policy with another Resource. Of those stored before, an alias ARN
never means the key it points to, and nothing but an ARN of this key can match.`,
  },
  KW319: {
    title: "wildcard compared letter by letter",
    help: "StringEquals and StringNotEquals know no wildcards: the value is compared as it is written, star and all. Write StringLike or StringNotLike.",
  },
  KW320: {
    title: "service without its Region",
    help: `kms:ViaService tells the service and its Region: s3.us-east-1.amazonaws.com. A name without the Region equals no request. For every Region, write
StringLike and s3.*.amazonaws.com.`,
  },
  KW321: {
    title: "alias as the resource of actions on keys",
    help: `An alias ARN in Resource means the alias itself, for CreateAlias, UpdateAlias and DeleteAlias. All other actions are checked on the key, also where the
caller named it by the alias. Name the key's ARN, or use a condition on kms:RequestAlias or kms:ResourceAliases.`,
  },
  KW322: {
    title: "principal that was deleted",
    help: `IAM stores the unique id of a role or user in place of its ARN, and shows the id (AROA…, AIDA…) when the principal is deleted. One that is made again
under the same name has another id, so the statement does not name it.`,
  },

  KW323: {
    title: "text that counts as false",
    help: `Of Bool and Null, every text but "true" (in any case of letters) counts as false: "yes" and "1" too, and AWS stores such a policy. Write what is meant.`,
  },
  KW324: {
    title: "service without resource control policies",
    help: `Organizations refuses a resource control policy with actions of a service that such policies are not for. This version knows of Amazon S3, AWS
STS, AWS KMS, Amazon SQS and AWS Secrets Manager by AWS's guides, of DynamoDB, Amazon ECR, Amazon Data Firehose and CloudWatch Logs by the Service
Authorization Reference of September 2026, and takes it of OpenSearch Serverless and Amazon Cognito from AWS's announcements. AWS adds services from time
to time: the list in the AWS Organizations User Guide, "Resource control policies", is the one that counts.`,
  },
  KW325: {
    title: "principal that the world does not list",
    help: `A policy names a role or user of an account whose principals the world lists, and it is not among them: a typing error, or a principal that the
world should have. IAM and AWS KMS refuse to store a resource policy that names a principal which does not exist.`,
  },
  KW326: {
    title: "ARN operator on what is not an ARN",
    help: `ArnEquals, ArnLike and their negations read ARNs only. Where the request's value is not one, neither the operator nor its negation holds. A value of
the policy that is not one ("*", "role/app", or what a variable stands for) decides by itself, unless a value before it matches: in an Allow the condition
never holds, in a Deny it does. Write all six fields, or use a String operator.`,
  },

  KW401: {
    title: "principal of the request not understood",
    help: `The caller is one of: arn:aws:iam::ACCOUNT:user/NAME, arn:aws:iam::ACCOUNT:role/NAME, arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION,
arn:aws:sts::ACCOUNT:federated-user/NAME, arn:aws:iam::ACCOUNT:root, a service principal such as s3.amazonaws.com, or anonymous.`,
  },
  KW402: {
    title: "action of the request not understood",
    help: "A request asks for one action, by its full name and without wildcards: kms:Decrypt.",
  },
  KW403: {
    title: "resource of the request not understood",
    help: 'A request names one resource by its full ARN and without wildcards, or "*" where the operation names none (kms:ListKeys).',
  },
  KW404: {
    title: "context value not accepted",
    help: "A context value is a text, a number or a Boolean; a multi-valued key takes a list of them, and a single-valued key one.",
  },
  KW405: {
    title: "context keys differ by case only",
    help: "The names of condition keys ignore letter case, so the two are one key. Give it once.",
  },
  KW406: {
    title: "grant not usable",
    help: "A grant names its grantee principal, its operations (Decrypt, Encrypt, …, without a prefix) and, where it has them, its constraints.",
  },
  KW407: {
    title: "time not understood",
    help: "A time is written in ISO 8601: 2026-11-22T03:00:00Z. One without a zone is read as UTC.",
  },
  KW408: {
    title: "unknown condition key in a question",
    help: `A condition key that the context gives a value, or that is said to be unknown, is none that AWS documents, and no policy in question reads it: what
is said of it makes no difference. A name that looks like a key which AWS documents or a policy reads is an error, since the answer would not be about what
was meant. Names ignore letter case; pairs of the encryption context go into \`encryptionContext\`, or follow \`kms:EncryptionContext:\`.

  wrong   "ViaService"     "kms:EncryptionContext/tenant"     "aws:SourceVPCE-id"
  right   "kms:ViaService"     "kms:EncryptionContext:tenant"     "aws:SourceVpce"`,
  },

  KW501: {
    title: "not in this world",
    help: `A short name stands for an account, a principal, a key, a policy or a VPC endpoint that some document of the world has in its section of that name,
and no document has this one. Check the spelling and the \`include\` lists; or write what the name stands for: 12 digits for an account, an ARN for a
principal or a key, \`vpce-…\` for an endpoint, a path for a policy.

  accounts:   { prod: "111122223333" }
  principals: { app: "arn:aws:iam::111122223333:role/app" }
  keys:       { orders: { account: prod, grants: [ { grantee: app, operations: [Decrypt] } ] } }`,
  },
  KW502: {
    title: "in the world twice",
    help: `Something that can be there once is there twice: a short name in one section of two documents, an account id, a principal, a key's ARN, an alias in one
account and Region, an endpoint id, a grant id of one key, an access key id, the organization, or an account in two places of it. All documents of a world count
together. Keep one, or merge them.`,
  },
  KW503: {
    title: "short name not accepted",
    help: `Short names stand where an ARN, an account id or an alias may stand too, so they must not look like one: no \`arn:…\`, no \`alias/…\`, no 12 digits, no
name of a service such as s3.amazonaws.com, neither "*" nor "anonymous". They have 1 to 256 characters on one line.`,
  },
  KW504: {
    title: "not the form of its kind",
    help: `A value in a world has the right JSON kind, and is not what stands in its place: an account id of 12 digits, a Region, the ARN or the id of a KMS key,
\`alias/NAME\`, \`vpce-…\`, the ARN of a principal, key material in base64 and of its key spec's length, a policy that is itself and not another name.`,
  },
  KW505: {
    title: "parts that cannot be together",
    help: `Two things that a world says cannot both be so: an id, an account or a Region beside an ARN that says otherwise; a usage that the key spec does not have;
a multi-Region key whose id does not begin with \`mrk-\`; a rotation of a key that has none; a key state that a key of its origin is never in; an account with
policies of an organization that it is not in; a trust policy of what is no role.`,
  },
  KW506: {
    title: "not enough information",
    help: `Something has to be given before a world can be asked: a key needs an \`arn\`, or an \`account\` and a \`region\` (its own, or those at the top of the document);
a key spec with several uses needs its \`usage\`; an AWS managed key needs an alias \`alias/aws/SERVICE\`, or its \`policy\`.`,
  },
  KW507: {
    title: "name of several keys",
    help: `An alias is unique within one account and Region only, and related multi-Region keys have one id, so the name alone does not say which key is meant. Give
the short name of the key, its ARN, or the ARN of the alias.`,
  },
  KW510: {
    title: "level that allows nothing",
    help: `A level of the organization (the root, a unit or an account) names its service control policies, and none of them has a statement that allows. What a level
does not allow is denied for every principal of the accounts below it, the root user included; a list of denials alone blocks everything. AWS attaches
FullAWSAccess to every level for that reason: name it beside them.

  wrong   serviceControl: [protect-keys]
  right   serviceControl: [FullAWSAccess, protect-keys]`,
  },
  KW520: {
    title: "the embedded KMS starts without it",
    help: `The world says something that decides questions asked of the world, and that a KMS of this process cannot begin with: a key whose material is in a custom
key store, a state that belongs to such a store, the paths of an organization whose ids are not all told. The message says what it is taken for instead. Custom
key stores are made by CreateCustomKeyStore, and keys in them by CreateKey.`,
  },
  KW521: {
    title: "the embedded KMS cannot start with what is not known",
    help: `The world says that it does not know something which a KMS has to have: the policy of a key, its spec, state, tags and the like, who a grant is for, the
account. Questions asked of such a world are answered \`undetermined\` where that decides; a KMS has nothing to answer so. Write what is known in a world of your own,
or leave the key out. Lists that may be longer (\`knows\`) are taken as they are.`,
  },
  KW522: {
    title: "the store has the key otherwise",
    help: `A seed names keys that the store has had since an earlier start, and says something else of them: another policy, other tags, other material. A seed only adds: the
store's word stands, since calls may have changed it since. Change the key by calls (PutKeyPolicy, TagResource, …), or begin with a store of another name. Key material
of a key that the store has is never replaced.`,
  },

  KW600: {
    title: "case does not ask one thing",
    help: `A case of a test file asks one of three: an \`action\` (a request), a \`flow\` (what a service asks of KMS), or a \`roundTrip\` (one encrypts, another
decrypts). A request and a flow need a \`principal\`. What all cases have in common may stand in \`defaults\`. An invariant says one of
\`never\`, \`always\` and \`only\`; one about data has \`flow\` and \`on\`: { never: { flow: s3.GetObject, on: orders-bucket, unless: { "aws:PrincipalOrgID": o-1 } } }.

  - { name: the app may decrypt, principal: app, action: kms:Decrypt, key: orders, expect: allow }
  - { name: an upload works, principal: app, key: orders, flow: { s3.PutObject: { bucket: b, key: k } }, expect: allow }
  - { name: the exporter can read it, key: orders, roundTrip: { writer: app, reader: exporter }, expect: allow }`,
  },
  KW601: {
    title: "no expectation",
    help: `A case says what it expects by \`expect\`, or its file does by \`defaults\`: allow, deny (explicit or implicit), explicit-deny, implicit-deny, or undetermined.
An undetermined answer is no deny: it says that values nobody told decide. A case without an expectation would pass whatever the policies say.`,
  },
  KW602: {
    title: "name of a test missing or used twice",
    help: `Each case and each invariant of a file has a name of its own, so that a report names one. Rows of \`each\` get their values behind the name, unless the name
has placeholders: then these must tell the rows apart.

  name: $principal may $action`,
  },
  KW603: {
    title: "nothing that could decide has this name",
    help: `\`because\` and \`via\` name what decides: the Sid of a statement, \`POLICY#INDEX\` of a statement without one (the index counts from 0), or \`grant NAME\`;
\`via\` also the name of a policy. No policy and no grant of the file's world is called so, thus the case could never pass.`,
  },
  KW604: {
    title: "table of rows not usable",
    help: `\`each\` makes a case of every row: of every combination of its lists, or of the rows that are written out. A row may set what a case may ask, and \`expect\`
and \`because\`; the case itself must not set the same. There are at most 10,000 rows in a table and 100,000 cases in a file. In the name, \`$member\` and
\`\${member}\` stand for values of the row, \`\${encryptionContext.tenant}\` for a part of one, and \`$$\` for a dollar sign.

  each: { action: [kms:Decrypt, kms:Encrypt], principal: [app, exporter] }      four rows
  each: [ { principal: app, expect: allow }, { principal: partner, expect: deny } ]      two rows`,
  },
  KW605: {
    title: "member does not go with this case",
    help: `A flow asks its own actions with its own encryption contexts, and a round trip has its own two principals; neither can leave a condition key open
(\`unknown\`). Such members belong to cases with an \`action\`. A request names a \`key\` or a \`resource\`, not both.`,
  },
  KW606: {
    title: "round trip cannot be made",
    help: `A round trip really encrypts and decrypts, in the embedded KMS. Its key must be in the world, have the usage ENCRYPT_DECRYPT, and its material must not be in
a custom key store. Ask for kms:Encrypt and kms:Decrypt by \`action\` instead: that decides by the same policies.
A writer that has data keys only is tried by \`with\`, which needs a symmetric key:

  roundTrip: { writer: app, reader: exporter, with: GenerateDataKey }`,
  },
  KW607: {
    title: "expectation that can never be met",
    help: `Nothing decides an implicit deny, and nothing decides what is undetermined: there \`because\` and \`via\` name what cannot be. A round trip is really made, so
it is never undetermined, and RSA keys take no encryption context.`,
  },
  KW608: {
    title: "only some cases run",
    help: "A case says `only`, so all that do not are skipped. That is for the moment of writing a test: in CI it would hide every other case. Take it out.",
  },
  KW609: {
    title: "perhaps misspelt",
    help: `The file asks about something that its world does not have, by an ARN: it counts as a principal without identity policies, or as a key that nothing allows.
That may be meant; a test which expects a deny passes then whatever the policies of the world say.`,
  },
  KW610: {
    title: "no test framework to define tests with",
    help: `\`wardSuite\` makes a test of every case, by \`describe\` and \`test\` of the framework that runs the file, and found none. Import the door of that
framework first, once a test file or in a setup file: \`import "kmsward/vitest"\`, \`"kmsward/vitest5"\` or \`"kmsward/jest"\`. A door works only inside the framework
that it is named for. Where \`describe\` and \`test\` are globals, they serve too.`,
  },
  KW611: {
    title: "no test file found",
    help: `No file matches the globs that \`wardSuite\` was given, so nothing would have been tested. They count from the working directory, or from the folder of
its option \`cwd\`; \`node_modules\` and names that begin with a dot are only looked into where the glob names them.`,
  },
  KW612: {
    title: "matcher used wrongly",
    help: `A matcher was given something that it is not for, so it passes neither as it stands nor with \`.not\`. Worlds are for \`toAllow\`, \`toDeny\` and
\`toLeaveUndetermined\`, with a question as their argument; answers are for \`toBeAllowed\`, \`toBeDenied\`, \`toBeUndetermined\`, \`toBeDecidedBy\` and \`toHaveOutcome\`.

  wrong   expect(app.decrypt()).toBeAllowed()      expect(world).toAllow(app.decrypt)
  right   expect(world).toAllow(app.decrypt())     expect(world.authorize(app.decrypt())).toBeAllowed()`,
  },

  KW630: {
    title: "not green before mutation",
    help: `A change that no test notices says something only where the tests pass without it: this case fails, or cannot be tried, before any policy is changed.
\`kmsward test\` says why. Fix it, or leave it out by \`skip\`.`,
  },
  KW631: {
    title: "nothing to mutate",
    help: `There is no case to run (invariants and skipped cases are not run), or no policy and no grant to change: those that AWS attaches by itself, such as
FullAWSAccess, and the default key policy are left alone, and \`--only\` may have left out the others.`,
  },
  KW632: {
    title: "mutation score below its threshold",
    help: `Tests notice fewer of the changes that were tried than \`--threshold\` asks for. The report has every change that survived, with its difference and, where
one was found, a case that would notice it: look whether what it expects is what you want, and put it below \`cases:\` of the test file that is named.`,
  },
  KW640: {
    title: "no test file selected",
    help: `Test files are called \`*.ward.yaml\`, \`*.ward.yml\` or \`*.ward.json\`. \`kmsward test\` takes files, folders and globs, which count from the folder you
are in (put globs in quotes: a shell has its own), and does not enter \`node_modules\` and folders whose names begin with a dot unless a pattern begins in
one. Nothing to try is not success: a pattern that selects no file ends with 1.`,
  },
  KW641: {
    title: "no case selected",
    help: `The files were read, and none of their cases has a name that \`-t\` selects. \`kmsward test --list\` prints the names. A text of \`-t\`
stands somewhere in the name, in any case of letters; \`*\` stands for anything between, \`^\` and \`$\` for its beginning and end.`,
  },
  KW642: {
    title: "reports cannot be merged",
    help: `\`kmsward test --merge\` takes reports written by \`--reporter json=FILE\`: of every shard of one run, each once; or of runs that were not sharded. They
are of this version's format, and all have coverage or none has.`,
  },
  KW643: {
    title: "expectation cannot be updated",
    help: `\`-u\` writes what happens now into the \`expect\` of a case that failed, if that says it all: an outcome, or an outcome and its \`via\`. It leaves alone
a case whose rows (of \`each\`) now differ among themselves, one of whose rows were not tried, one that fails for its \`because\`, one that could not be
tried, and one whose \`expect\` is shared by a YAML anchor. Edit these by hand.`,
  },
  KW644: {
    title: "coverage below the threshold",
    help: `The tests use less of the policies than \`--coverage-threshold\` asks for. \`--coverage=html\` shows every statement that no case decides by; a case for each
of them is what is missing.`,
  },
  KW645: {
    title: "changed lines not known",
    help: `\`--coverage-changed REF\` asks git which lines of the policies were changed since the branch point of REF: it needs git, a repository, and a commit of
that name in it. In CI, a shallow clone has none: fetch the base branch first (\`fetch-depth: 0\` of actions/checkout).`,
  },

  KW656: {
    title: "invariant refuted",
    help: `An invariant does not hold: the request that is shown is allowed though none may be, or denied though each must be. Mend the policies that are named, or the
invariant, if it asks for what is not meant.`,
  },
  KW657: {
    title: "test case failed",
    help: `A case of a test file was answered otherwise than it expects. The explanation says what decided, and what is closest to what was expected.`,
  },

  KW660: {
    title: "file is there already",
    help: `\`kmsward init\` writes over no file unless \`--force\` is given. Nothing was written. \`--dry-run\` shows what would be. Where a world is there,
\`--redraft\` writes cases for it that its test files do not have, to a new file.`,
  },
  KW661: {
    title: "no key policies found",
    help: `\`kmsward init\` looks for JSON files below a folder whose document has a \`Statement\`, and takes them for what their elements say, whatever they are
called: with principals and actions of kms only, a key policy; without principals, an identity policy. Answers of the AWS CLI around a document (\`aws kms
get-key-policy\`) are read too. Folders that are hidden, and node_modules, are not looked into, nor policies of more than 256 KB. Policies inside of
Terraform or CloudFormation files are not found: the message says where there are such.`,
  },
  KW670: {
    title: "no policy in the file",
    help: `\`kmsward lint\` was given a file by its name, and there is no policy in it: no object with a \`Statement\`, nor an answer of the AWS CLI around one.
In folders and globs such files are passed over; \`--ignore-others\` passes over those that are named too. Policies inside of Terraform plans and
CloudFormation templates are not looked at.`,
  },

  KW680: {
    title: "not decided for all requests",
    help: `The analysis could not decide a part of the question, and says which: a condition key that is compared by an operator of another kind (text with
a date, say), a policy variable inside of a pattern, patterns or conditions that overlap so much that the limits were reached, an id that nobody told.
What is shown holds; what is not shown was not ruled out. \`--strict\` ends with 3 then.`,
  },
  KW681: {
    title: "invariant that can never fail",
    help: `An invariant holds, and would whatever the policies said: no request is as it says (its parts exclude each other, or AWS never sends such a
condition key with the action), or AWS itself allows no such request, as with actions that work in the key's own account alone. A test that cannot fail
shows nothing: say what is really meant, or take it out.`,
  },
  KW682: {
    title: "depends on what is not known",
    help: `The world says that it does not know something, and a part of the answer hangs on it: a policy, a value, grants that may be there. The message says what
may come of it. What is shown holds whatever that turns out to be. Write what is known into the world, or import more of it.`,
  },
  KW684: {
    title: "not written in SMT-LIB",
    help: `\`--smtlib\` writes each question as a formula from the parsed policies. A part of this one has none: the message says which, and so does the file, which then
has no formula at all, for one that left something out would prove something else. kmsward's own answer does not hang on it. Known reasons: a world that
says what it does not know; a value compared by an operator of another kind; a policy variable compared without case, or in a part of an ARN where its
value could hold a colon. The command ends with 3.`,
  },

  KW691: {
    title: "replay does not add up",
    help: `The classes and what was left out do not sum up to the records that were read. That is a bug, and the report is not shown, for a wrong total is
worse than none. Please report it.`,
  },
  KW692: {
    title: "parts of a replay that do not go together",
    help: `\`kmsward replay --merge\` takes what \`kmsward replay --mode partial\` wrote: parts that were made with the same --world and --baseline, each of a
part of the log of its own. The same part may be given twice: it counts once. A shard is named by a digest of its input; with --shard the names are yours, and two
different parts must not have the same.`,
  },
  KW694: {
    title: "rows of a grouping query that do not add up",
    help: `\`kmsward replay --shapes\` takes the rows of the query that \`kmsward replay --sql\` prints, all of them: one of kind \`end\` has the number of records, and
those of kind \`calls\` and \`hours\` must add up to it. Print the query with the same --world and --baseline: what calls have in common hangs on what these read.`,
  },
  KW695: {
    title: "a part of a log that is empty, or lost",
    help: `\`kmsward replay --mode partial\` was given no input at all: a scheduler that runs a job again may give it the block that is already gone, and nothing would say
that calls are missing. Run the block again from its file. With --bytes, \`--merge\` was told how long the log is, and the parts do not add up to that.`,
  },

  KW693: {
    title: "narrower policy not proved",
    help: `\`kmsward tighten\` shows a policy only when the analysis proves that nobody gains anything by it, and that everybody who may change the key policy still
may. That proof failed, or ran into a limit, so nothing was written.`,
  },

  KW701: {
    title: "public use",
    help: `Some request of a principal of any account whatever is allowed to use the key (Decrypt, Sign, GenerateDataKey, …), and says nothing for that which
would keep a stranger out. The finding shows such a request, which the evaluator allows. In a key policy \`"*"\` is everybody in every account of AWS; a
stranger's own administrator gives it the identity policy it needs.`,
  },
  KW702: {
    title: "public administration or reading",
    help: `Somebody of any account may make or revoke grants of the key, or read about it; or every principal of the key's own account may administer it,
whatever its own policies say. \`"Principal": "*"\` does that, bound to the own account by kms:CallerAccount too.`,
  },
  KW703: {
    title: "shared with an account or organization",
    help: `Every principal of another account, or of every account of an organization, may use the key if its own account lets it. That may well be meant:
where \`--trust\` names the account or organization, nothing is said. Where nobody said who is trusted, this is only noted.`,
  },
  KW704: {
    title: "shared with a principal of another account",
    help: "A principal of another account may use the key. Where `--trust` names it or its account, nothing is said; where nobody said who is trusted, this is only noted.",
  },
  KW705: {
    title: "a service may act for anybody",
    help: `A service principal is allowed without a condition on whom it acts for, so that somebody may have the service use this key for a resource in his own
account (IAM User Guide, "The confused deputy problem"). aws:SourceAccount and aws:SourceArn bind it, where the service sends them.`,
  },
  KW706: {
    title: "organization not required",
    help: "Accounts of the world's organization are trusted one by one, and the key policy does not ask for the organization: one that leaves it keeps the key.",
  },
  KW707: {
    title: "delegation to the account",
    help: "The key policy lets identity policies of the key's account decide. That is AWS's default, and no fault: it is noted so that the list of those who have something by it is known.",
  },
  KW708: {
    title: "everything for one principal",
    help: `The key policy names a principal that is no account root for every action without a condition: what reads with the key then also deletes it, and gives
it away. The account root with kms:* is another thing: it lets identity policies decide.`,
  },
  KW709: {
    title: "administrator who also uses the key",
    help: "A principal that the key policy lets change the policy, or schedule the deletion, may also decrypt, sign or make data keys. AWS advises to keep the two apart.",
  },
  KW710: {
    title: "everybody, bound by what the caller chooses",
    help: `A statement for everybody is bound only by what a stranger sets as he likes: the encryption context (which is logged, and no secret), his tags, his user
agent, a time. Bound by a network only, it is noted less urgently: a stranger has to stand in it.`,
  },
  KW711: {
    title: "pattern of principals that leaves the account open",
    help: "aws:PrincipalArn is compared with a pattern such as `arn:aws:iam::*:role/admin`: in an account of his own everybody can make a role of that name.",
  },
  KW712: {
    title: "through a service, from any account",
    help: `Everybody is allowed who comes through a service (kms:ViaService), without a condition on the account: a stranger may give the service the key's ARN.
AWS's own statements of this kind have kms:CallerAccount beside it.`,
  },
  KW713: {
    title: "identity policy that reaches all keys",
    help: `An identity policy that somebody wrote lets decrypt with every key of the account that leaves it to the account, also with keys that nobody has made yet.
Conditions, boundaries and service control policies count. Documents of administrators of the account and AWS managed policies are only noted, and what
works through one service alone is low. Security Hub has this as KMS.1 and KMS.2.`,
  },
  KW714: {
    title: "endpoint that lets data out",
    help: `With \`--perimeter\`: a VPC endpoint lets through requests to keys of any account, so that somebody inside can encrypt data under a key of a stranger and
carry it out. The default endpoint policy does that.`,
  },
  KW715: {
    title: "enclave key usable without attestation",
    help: `The world says that a key is for attested enclaves (\`attested: true\`), and somebody may get plaintext from it by a request without an attestation document:
by the delegation to the account, for example, or by a grant.`,
  },
  KW720: {
    title: "grants for oneself or anybody",
    help: `A principal that does not administer the key may make grants without bounds: it gives itself, or somebody else, the use that it lacks. The finding shows
the steps: a CreateGrant that is allowed, and the use that the grant then allows.`,
  },
  KW721: {
    title: "who may rewrite the key policy",
    help: "A principal may change the key policy, and so give itself everything else. It is noted so that the list of those who can is known.",
  },
  KW722: {
    title: "path to the use of a key",
    help: `A principal comes to use the key by steps that policies allow: it assumes roles, by their trust policies and its own, and the last of them gives itself the
use by a grant or by the key policy; or, where \`trust\` is declared, an outsider becomes somebody who may use it. Each step is a request that the evaluator
allows. Steps that need a second factor count only for principals that have one.`,
  },
  KW723: {
    title: "control by tags or aliases that can be moved",
    help: `Policies allow the use of the key by its tags or aliases, and a principal that does not administer the key may set them, so that it, or somebody else, comes
to use it. The finding shows the step and the use after it.`,
  },
  KW724: {
    title: "replica with another policy",
    help: `Multi-Region keys share their material and nothing else: whoever may use one of them reads what all of them encrypted. Their key policies say different things,
Regions apart; or a principal that does not administer the key may replicate it, and writes the policy of the replica.`,
  },
  KW725: {
    title: "grant that outlives its use",
    help: `A grant has no end by itself. This one names a principal that was deleted, or has no retiring principal, no right to retire itself, and nobody but the root
user of whom it is known that he may revoke it. Grants of services live as long as their resources, and are not meant.`,
  },
  KW726: {
    title: "grant wider than the key policy",
    help: "Every statement of the key policy that gives an operation by name asks for an encryption context, and a grant gives it without one.",
  },
  KW730: {
    title: "locked out",
    help: `No principal of the account, its root user included, can change the key policy any more, whatever identity policies say. AWS KMS refuses to store such a
policy unless its lockout safety check is bypassed; a key that is in this state only AWS Support can help.`,
  },
  KW731: {
    title: "one user keeps the key",
    help: "Only one IAM user can change the key policy. If the user is deleted, the key is locked out.",
  },
  KW732: {
    title: "lock-out check switched off",
    help: `Where the key is managed, \`bypass_policy_lockout_safety_check\` (in templates \`BypassPolicyLockoutSafetyCheck\`) is true: AWS KMS then takes a key policy under which
nobody could change it again, which only AWS Support can mend. A world says it by \`skipsLockoutCheck: true\` of the key.`,
  },
  KW733: {
    title: "key that is being deleted",
    help: `The key waits for its deletion. When it is gone, everything that is encrypted under it is lost for ever. AWS Config has this as
kms-cmk-not-scheduled-for-deletion, Security Hub as KMS.3.`,
  },
  KW734: {
    title: "rotation off",
    help: `Automatic rotation is off, of a key that has it: symmetric encryption, material made by KMS, customer managed, no replica. Where it is not known, nothing is said.
AWS Config has this as cmk-backing-key-rotation-enabled, Security Hub as KMS.4.`,
  },
  KW735: {
    title: "encryption context of bucket keys",
    help: `With bucket keys S3 says the ARN of the bucket in the encryption context, without them that of the object. A condition or a grant waits for one form alone,
and a test of the world needs the other.`,
  },
  KW736: {
    title: "deletion without a second factor",
    help: "A user may schedule the deletion of the key, disable it or delete its material by long-term access keys alone: nothing asks for a second factor.",
  },
  KW737: {
    title: "one key for everything",
    help: `More than ten groups of principals that have neither path, tag nor the beginning of a name in common, or more than four services, use one key. What is encrypted
under one key is shared, lost and audited together.`,
  },
  KW738: {
    title: "AWS managed key for what is shared",
    help: "Principals of another account are allowed to use an AWS managed key by their own policies. The policy of such a key lets no other account in, and cannot be changed.",
  },
  KW739: {
    title: "key that cannot be used, and is needed",
    help: "The key is disabled, or has no material, and a flow of a test needs it, or somebody is allowed to use it: the use fails whatever policies say.",
  },
  KW740: {
    title: "statement that never matches",
    help: `No request that AWS can see on this key matches the statement, whoever asks: its conditions exclude each other, or ask for what is never sent with its actions,
or its actions do not work across accounts or on such a key. A Deny that never matches protects nothing.`,
  },
  KW741: {
    title: "Allow that is always denied",
    help: "Requests match the statement, and every one of them is denied by another statement.",
  },
  KW742: {
    title: "needless statement or grant",
    help: "Without it exactly the same requests are allowed, for everybody and every action: others allow them already.",
  },
  KW743: {
    title: "deleted principal in a policy",
    help: "IAM and KMS show the id of a role or user (AROA…, AIDA…) in the place of its ARN once it was deleted. The statement names nobody, and a new role of the old name does not get its rights.",
  },
  KW744: {
    title: "principal that there is not",
    help: "The key policy or a grant names a role or user of an account whose principals the world lists, and it is not among them: a misspelt name, or one that was deleted.",
  },
  KW745: {
    title: "identity policy without effect",
    help: "An identity policy allows actions on a key that it names, and the key policy neither names the principal nor lets identity policies of its account decide: it allows nothing.",
  },
  KW746: {
    title: "one side of a handshake",
    help: "The key policy allows a principal of another account, of which the world lists the principals, and none of them has an identity policy that allows it too.",
  },
  KW747: {
    title: "a missing key decides",
    help: `A condition says something else than it seems to where a request does not have its key. In an Allow, a positive operator with IfExists lets pass who leaves the
key out. In a Deny, \`Bool … false\` and comparisons such as NumericGreaterThan without IfExists do not deny who leaves it out: a user with long-term
credentials has no aws:MultiFactorAuthPresent at all.`,
  },
  KW748: {
    title: "negation allows what is missing",
    help: "An Allow with a negated operator on the encryption context also allows calls without any: what is absent is not equal to anything.",
  },
  KW749: {
    title: "NotPrincipal that denies those it lists",
    help: `A Deny with NotPrincipal names a role, and denies its sessions all the same: the session has an ARN of its own, and the account of the role has to be listed too.
AWS advises to use aws:PrincipalArn in its place.`,
  },
  KW750: {
    title: "ForAllValues holds of nothing",
    help: "An Allow with ForAllValues also allows requests that do not have the key, or have an empty list of it.",
  },
  KW751: {
    title: "encryption context where there is none",
    help: `A statement asks for an encryption context of actions whose requests have none: those that read about a key, sign, verify and make MACs, and everything on an
asymmetric key. CreateGrant and RetireGrant do carry one, that of the constraint.`,
  },
  KW752: {
    title: "Deny that never sees its key",
    help: "A Deny asks for a condition key that none of its actions comes with, so that it never denies.",
  },
  KW753: {
    title: "Deny that hits services",
    help: `A Deny on the network that requests come from (aws:SourceVpce, aws:SourceIp and the like) also denies what services do in the name of a principal, or by
themselves: their calls come from their own networks.`,
  },
  KW754: {
    title: "Allow of all but something",
    help: "A statement of the key policy allows all but what it lists to somebody else than an account, and so actions by which access to the key is given away.",
  },
  KW755: {
    title: "alias as the resource of an identity policy",
    help: "An identity policy names an alias for actions that AWS KMS checks on the key: that part of it never matches.",
  },
  KW756: {
    title: "almost too long",
    help: "A key policy has more than 30 of its 32 KB, an identity policy almost the characters it may have, or a key almost the 50,000 grants it may have.",
  },
  KW757: {
    title: "constraint of a grant without effect",
    help: "A grant asks for an encryption context, and no operation of it has one: the constraint is never compared.",
  },
  KW758: {
    title: "two statements of one Sid",
    help: "Two statements of the key policy are called the same, so that reports, tests and waivers cannot name one of them.",
  },
  KW760: {
    title: "access gained by anybody",
    help: `\`kmsward diff\` found a request that is denied before and allowed after, by somebody whom no account or organization binds: everybody there is, or every
principal of AWS. The result shows the request and the statements that decide it. Name the principals, or bind them by \`aws:PrincipalOrgID\` or
\`kms:CallerAccount\`; \`--fail-on public\` ends with 2 for it.`,
  },
  KW761: {
    title: "access gained from outside of the account",
    help: `\`kmsward diff\` found a request that is denied before and allowed after, by a principal of another account than the key's, or by an AWS service. If that account is meant, name the
roles that need it instead of the account; bind a service to your own resources by \`aws:SourceAccount\` and \`aws:SourceArn\`. \`--fail-on cross-account,service\` ends with 2 for it.`,
  },
  KW762: {
    title: "access gained in the account",
    help: `\`kmsward diff\` found a request that is denied before and allowed after, by a principal of the key's own account; \`--fail-on gained\` ends with 2 for it.`,
  },
  KW763: {
    title: "administration gained",
    help: `\`kmsward diff\` found that somebody of the key's account may now do what access itself is managed by: write the key policy, make grants, and the like. Who can do that
can give itself everything else; \`--fail-on administration\` ends with 2 for it.`,
  },
  KW764: {
    title: "access lost",
    help: `\`kmsward diff\` found a request that is allowed before and denied after. If somebody still needs it, something will break; \`--fail-on lost\` ends with 2
for it.`,
  },
  KW765: {
    title: "written anew",
    help: "Key policies are written otherwise than before, and allow the same: order, names of statements, lists. Nothing needs to be done.",
  },
  KW766: {
    title: "key replaced",
    help: `A change of what cannot be changed of a key makes a new one: what was encrypted under the old key is not read with the new one, and whoever names the old ARN
names a key that waits for its deletion. Where an alias is moved to another key on purpose, it is noted.`,
  },
  KW767: {
    title: "default key policy comes back",
    help: `The policy of a key is taken away, and AWS's default one takes its place: \`aws_kms_key_policy\` deleted without \`bypass_policy_lockout_safety_check\`, or \`KeyPolicy\` taken out
of a template. The account's identity policies decide over the key then. To keep the policy, write it where the key is made.`,
  },
  KW768: {
    title: "update of a key that fails",
    help: `\`KeySpec\`, \`KeyUsage\`, \`Origin\` and \`MultiRegion\` of a key cannot change, and CloudFormation makes no other key in its place, whatever \`UpdateReplacePolicy\` says: the update
of the stack fails. To have another kind of key, make it under another logical id, and encrypt what the old one protects anew.`,
  },
  KW770: {
    title: "readers whom the key refuses",
    help: `The policy of a resource (a bucket, a secret, a snapshot that is shared, ...) lets somebody in whom the key refuses that its data lies under: they read nothing.
Either half of what they need is missing, or the resource is opened wider than the users of its key were meant to be, and only the key keeps them out.`,
  },
  KW771: {
    title: "nobody can read the data",
    help: `Whoever may read a resource cannot use the key that its data lies under: every read is refused. The root user of the account is not counted.`,
  },
  KW772: {
    title: "data that others can read",
    help: `Another account, or anybody, can read data: its resource lets them in, and so does its key, or it lies under none. The finding shows a question that the
evaluator allows, call by call. Where nobody said who is meant (\`trust\`), it is a note, but for data that everybody can read.`,
  },
  KW773: {
    title: "the key asks nobody",
    help: `The data lies under a key that AWS manages. Its policy lets in every principal of the account through the service, so that permission for the resource is all
that a reader needs: no permission for AWS KMS is asked of him, and none can keep him out but an explicit deny.`,
  },
  KW774: {
    title: "what cannot be shared",
    help: `AWS does not share it, or who it is shared with can do nothing with it: what is encrypted is not shared with everybody, keys that AWS manages let no other
account in, and only advanced parameters are shared.`,
  },
  KW775: {
    title: "a service is left out of the key",
    help: `A flow on the resource has a call that a service makes as itself (CloudWatch Logs for a log group, SNS for a queue that it delivers to), or by its
service-linked role, and the key refuses that, while all that the caller asks is allowed.`,
  },
  KW776: {
    title: "service of another Region",
    help: `A statement waits for kms:ViaService of a Region that is not the key's. A service uses a key in the key's Region, and kms:ViaService names the service there, so that
the statement never matches.`,
  },
  KW777: {
    title: "condition that a service never meets",
    help: `A statement is for a service as principal, and asks for kms:CallerAccount, kms:ViaService or the account of the principal. A service that calls as itself sends none
of them: they are of principals in whose name a service calls.`,
  },
  KW780: {
    title: "possible finding",
    help: `What somebody should know is so if what the world does not know turns out one way: a policy that was not read, or a value that is known only later. The
finding says which rule it would be, and what it hangs on.`,
  },
  KW781: {
    title: "finding that hangs on a value known only later",
    help: `A policy has a value that is known only when the change is applied, or a parameter has none. What is found holds whatever it is; what hangs on it is told
as possible (KW780). \`kmsward help KW803\` tells what an import makes of it.`,
  },
  KW782: {
    title: "checked plan does not tell the whole change",
    help: "The plan says itself that it does not tell the whole change: what it does not tell was not checked.",
  },
  KW783: {
    title: "key with two policies",
    help: "Two resources set the policy of one key, differently, and overwrite each other at every apply: which of them is in force nobody can tell from the plan.",
  },
  KW784: {
    title: "account or Region taken for granted",
    help: "Nothing says in which account or Region something is. `--account` and `--region` say it.",
  },
  KW785: {
    title: "limit reached",
    help: `Some question about all requests was too large to be answered in full: policies with too many conditions that overlap, say. What is shown holds; what is not
shown was not ruled out.`,
  },
  KW790: {
    title: "waiver without effect",
    help: "A waiver of `kmsward check` fits no finding, or ran out: what it waived is shown again.",
  },

  KW801: {
    title: "not in a form that can be read",
    help: `The document is of a known tool, in a form that holds no values, or that only that tool reads: a plan file of Terraform, its log, its sources, a table
of the AWS CLI. The message names the command that prints the document as it can be read. Nothing of it is in the world.`,
  },
  KW802: {
    title: "policy not decided",
    help: `The document says that there is a policy, and not what is in it: it is computed while the change is applied, or was not shown. It is in the world as
\`{ unknown: … }\`, and every answer that hangs on it is undetermined. It is never taken for empty, and never for the default policy. What helps is in the
message: most often to build the policy with \`data "aws_iam_policy_document"\`, whose statements a plan shows, or to give a parameter its value.`,
  },
  KW803: {
    title: "value known only later",
    help: `A text of a policy, an ARN or an account id is known only when the change is applied. It stands in the world as a symbol: the same value wherever it
occurs, and different from nothing. An answer that hangs on it says so.`,
  },
  KW804: {
    title: "unknown version of a format",
    help: "The document says a version of its format that this version of kmsward does not know. Members may mean something else there, so nothing of it is read.",
  },
  KW805: {
    title: "plan without the whole change",
    help: `Planning ended with an error, or a part of the change was put off: what will be changed besides is not in the plan. Mend the error, or plan again
after this plan is applied.`,
  },
  KW806: {
    title: "resource not understood",
    help: "A resource may give or take access to keys, and its type is not understood here. The world says nothing of it: look at it yourself.",
  },
  KW807: {
    title: "two policies for one key",
    help: `Two resources set the policy of one key: each run overwrites what the other wrote, and which one stands in the end is left to chance. Keep one of
them: \`policy\` of the key, or \`aws_kms_key_policy\`.`,
  },
  KW808: {
    title: "account or Region not told",
    help: `The document does not say in which account or Region its resources are. Of an unknown account a symbol stands in the world; without a Region a key has
no ARN. Give them by \`--account\` and \`--region\`.`,
  },
  KW809: {
    title: "policy of AWS not known",
    help: `A principal has a policy that AWS manages and that this version does not have. It is in the world as a policy that is not known. Policies of AWS whose
names do not speak of denying deny nothing. To decide it, add its document: \`aws iam get-policy-version --policy-arn ARN --version-id vN\`.`,
  },
  KW810: {
    title: "not the whole list",
    help: "An answer of AWS is one page of several, so that more may exist than is in it. Collect without `--max-items` and `--no-paginate`.",
  },
  KW811: {
    title: "AWS gave no answer",
    help: "In place of an answer there is an error of AWS: what was asked for exists, and is not known. It is never taken for absent.",
  },
  KW812: {
    title: "macro not carried out",
    help: `A template is changed by a macro before it is used, and macros run at AWS only. Give the template as it is processed:
\`aws cloudformation get-template --stack-name NAME --template-stage Processed\`.`,
  },
  KW813: {
    title: "parameter without a value",
    help: "A template has a parameter that has no default, and none was given: it stands in the world as a symbol. Give it by `--parameters FILE`.",
  },
  KW814: {
    title: "placeholder instead of a value",
    help: `An ARN or account id looks like one that was made up (000000000000, mock), as Terragrunt's \`mock_outputs\` are. What is decided with it holds for the
placeholder. Plan with the real outputs.`,
  },
  KW815: {
    title: "secret in a document",
    help: `The document holds a secret in clear text: key material, a password, a plaintext. kmsward prints none of it. Whoever may read the plan or state may
read the secret: keep it out of them, and change it.`,
  },
  KW816: {
    title: "guard that gets lost",
    help: `A part of a policy document is dropped when the tool reads it: \`aws_iam_policy_document\` drops a condition whose value is a JSON number, so that the
statement allows without it. Write the value as a text: \`"3600"\`.`,
  },
  KW817: {
    title: "change that AWS refuses",
    help: "The change cannot be carried out as it is written: AWS KMS or IAM refuses it. What the world says after it will not come to be.",
  },
  KW818: {
    title: "part of a document not readable",
    help: "A part of a document does not have the shape that its tool gives it, so it is left out of the world. It is told, so that nothing is missed in silence.",
  },

  KW820: {
    title: "function that cannot be carried out",
    help: `A function of a template names what is not there, or has arguments that it does not take: CloudFormation would refuse the template. What the value
would have been is not known: a policy that has it is not decided.`,
  },
  KW821: {
    title: "condition not known",
    help: `A condition of a template, or the list of a loop, hangs on a parameter that has no value. What it decides is taken both ways: a resource as made, a text as
either of two, a policy as not known where its shape hangs on it. Give the parameters by \`--parameters FILE\`.`,
  },
  KW822: {
    title: "reference in a circle",
    help: "References, conditions or stacks of a template lead back to where they start: CloudFormation would refuse it, and nothing is known of the value.",
  },
  KW823: {
    title: "text that readers disagree about",
    help: `YAML without quotes: \`012345678901\` is a number to some readers, and loses its zero. It is taken as it is written. In Fn::Sub, blanks in \`\${ … }\` are
left out, which CloudFormation does not do.`,
  },
  KW824: {
    title: "template that is not there",
    help: "A stack of an assembly, or a nested stack, has its template in a file that was not given. What it makes is not in the world. Give the whole folder.",
  },
  KW825: {
    title: "parameter that no template has",
    help: "A value was given for a parameter that none of the templates declares: it changes nothing. Is the name misspelt?",
  },
  KW826: {
    title: "answer without its subject",
    help: `An answer of AWS does not say what was asked about: \`get-key-policy\` and \`list-resource-tags\` have no key in them. It is told by the path of the file
(\`keys/ID/get-key-policy.json\`), which \`kmsward import --collect\` gives it. Without that, the answer is left out.`,
  },

  KW900: {
    title: "a bug in kmsward",
    help: "Something happened that the code promises cannot. Please report it with the message and, if you can share it, the input.",
  },
} as const satisfies Record<`KW${number}`, Explanation>;

export type Code = keyof typeof CODES;
