/** One kind of message: a title of a few words, and what `kmsward help KWnnn` prints below it. */
type Explanation = { readonly title: string; readonly help: string };

/**
 * Every code a diagnostic can carry. A code is never given a second meaning, and never reused: people search for it and silence by it.
 * KW0xx use, files, options; KW1xx JSON and shapes; KW2xx policy grammar (errors); KW3xx policies that do not do what they seem to (warnings);
 * KW4xx requests; KW900 a bug here.
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
    help: "The command is planned, and this version does not have it. Nothing was read and nothing was decided.",
  },
  KW005: {
    title: "optional part not installed",
    help: `What was asked for needs a package that kmsward does not bring along, because it is compiled where it is installed. The message names it:
install it beside kmsward, as in \`npm install pkcs11js\` (which wants Python 3, make and a C++ compiler), and try again.`,
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
in 2012-10-17 only. A resource control policy must say 2012-10-17.`,
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
    help: `Numeric operators take decimal numbers, Date operators ISO 8601 dates or epoch seconds, Bool and Null "true" or "false", IpAddress an address or
a CIDR block, BinaryEquals base64. Such a value could never match as meant.

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
    help: `AWS KMS accepts a key policy statement that has no Resource or no Action, and ignores it, whether it allows or denies: leaving an element out does not
mean "all". Write "Resource": "*", which means this key.`,
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
    help: `In a key policy "*" means this key, and that is all AWS documents. An alias ARN never means the key it points to, and nothing but an ARN of this key
can match.`,
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
    help: "A time is written in ISO 8601 with its zone: 2026-11-22T03:00:00Z.",
  },

  KW900: {
    title: "a bug in kmsward",
    help: "Something happened that the code promises cannot. Please report it with the message and, if you can share it, the input.",
  },
} as const satisfies Record<`KW${number}`, Explanation>;

export type Code = keyof typeof CODES;
