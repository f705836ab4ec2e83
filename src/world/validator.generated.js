// Compiled from the JSON Schemas of schemas/ by .build/schemas.ts: run `npm run schemas`, never edit.
import{readFaults as Xe}from"./faults.ts";var Ue=we,A={$schema:"https://json-schema.org/draft/2020-12/schema",$id:"urn:kmsward:schemas:world",
title:"kmsward world",description:"An estate: accounts, organization, principals, keys and VPC endpoints with their policies; in one file, o\
r in several that name each other.",type:"object",properties:{$schema:{type:"string"},version:{type:"number",const:1},account:{description:"\
Of what does not name its own.",anyOf:[{type:"string"},{type:"object",properties:{$symbol:{type:"string",description:"A name in `symbols`: o\
ne value, however often it is named."}},required:["$symbol"],additionalProperties:!1},{type:"object",properties:{$join:{minItems:1,type:"arr\
ay",items:{anyOf:[{type:"string"},{type:"object",properties:{$symbol:{type:"string",description:"A name in `symbols`: one value, however oft\
en it is named."}},required:["$symbol"],additionalProperties:!1}]},description:"One text, with values of symbols in it."}},required:["$join"],
additionalProperties:!1},{type:"object",properties:{$assumed:{type:"string",description:"Decided as this text."},because:{type:"string",description:"\
The id of one of the `assumptions`."}},required:["$assumed","because"],additionalProperties:!1}]},region:{description:"Of what does not name\
 its own.",type:"string"},imported:{description:"The document that this one was made from. It then says of every list whether it is the whol\
e one (`knows`).",type:"object",properties:{from:{type:"string"},file:{type:"string"},side:{type:"string",enum:["before","after"]}},required:[
"from"],additionalProperties:!1},knows:{type:"object",properties:{principals:{description:"some: there may be other users and roles, with an\
y identity policy.",type:"string",enum:["all","some"]},policies:{description:"some: principals may hold other identity policies.",type:"stri\
ng",enum:["all","some"]},grants:{description:"some: keys may have other grants.",type:"string",enum:["all","some"]},keys:{description:"some:\
 there may be other keys.",type:"string",enum:["all","some"]},serviceControl:{description:"some: there may be other service control policies\
.",type:"string",enum:["all","some"]},resourceControl:{description:"some: there may be other resource control policies.",type:"string",enum:[
"all","some"]},endpoints:{description:"some: there may be other VPC endpoints, and policies of endpoints.",type:"string",enum:["all","some"]},
resources:{description:"some: there may be other buckets, tables, secrets and the like. Absent in a world that was imported: some.",type:"st\
ring",enum:["all","some"]}},additionalProperties:!1,description:"Whether a list that a world has is the whole one; absent: all. The narrower\
 place wins."},symbols:{description:"Values that are not known, by name. Two of them may be equal.",type:"object",additionalProperties:{type:"\
object",properties:{type:{type:"string",enum:["role-arn","user-arn","account-id","key-arn","key-id","policy-arn","unique-id","org-id","strin\
g","list"]},from:{type:"string",description:"What it is the value of: an address, a parameter."},at:{type:"object",properties:{file:{type:"s\
tring"},pointer:{type:"string"},line:{type:"integer",minimum:-9007199254740991,maximum:9007199254740991},column:{type:"integer",minimum:-9007199254740991,
maximum:9007199254740991}},required:["file"],additionalProperties:!1},account:{description:"Of an ARN: the account in it, or the symbol of t\
hat.",type:"string"},prefix:{description:"How the value begins.",type:"string"},suffix:{description:"How the value ends.",type:"string"},oneOf:{
description:"The values it may have.",minItems:1,type:"array",items:{type:"string"}}},required:["type","from"],additionalProperties:!1}},invented:{
description:"Texts that were made up for values which differ from everything written before: ids of keys to come.",type:"object",additionalProperties:{
type:"object",properties:{from:{type:"string"},prefix:{type:"string"}},required:["from"],additionalProperties:!1}},assumptions:{description:"\
What is taken for granted. Answers that rest on one name it.",type:"array",items:{type:"object",properties:{id:{type:"string"},text:{type:"s\
tring"},at:{type:"object",properties:{file:{type:"string"},pointer:{type:"string"},line:{type:"integer",minimum:-9007199254740991,maximum:9007199254740991},
column:{type:"integer",minimum:-9007199254740991,maximum:9007199254740991}},required:["file"],additionalProperties:!1}},required:["id","text"],
additionalProperties:!1}},trust:{description:"Whom the keys may be shared with. Decides nothing.",type:"object",properties:{organization:{description:"\
All accounts of the organization.",type:"boolean"},organizations:{description:"Other ones, by their ids: o-\u2026",type:"array",items:{type:"\
string"}},accounts:{description:"Short names of `accounts`, or ids.",type:"array",items:{type:"string"}},principals:{description:"ARNs, and \
no other principal of that account.",type:"array",items:{type:"string"}},services:{description:"Service principals that need no condition on\
 where a call comes from.",type:"array",items:{type:"string"}}},additionalProperties:!1},administrators:{description:"Who is meant to admini\
ster keys: short names, ARNs, ARNs with wildcards. Decides nothing.",type:"array",items:{type:"string"}},include:{description:"Paths of more\
 documents, from this one.",type:"array",items:{type:"string"}},policies:{description:"Policies that several places name.",type:"object",additionalProperties:{
type:["string","object"]}},accounts:{description:"By short name: the id, or the id and what is attached.",type:"object",additionalProperties:{
anyOf:[{type:"string"},{type:"object",properties:{id:{type:"string",description:"12 digits."},serviceControl:{description:"Service control p\
olicies attached to the account; absent: FullAWSAccess.",type:"array",items:{type:["string","object"]}},resourceControl:{description:"Resour\
ce control policies attached to the account; RCPFullAWSAccess is implied.",type:"array",items:{type:["string","object"]}},knows:{type:"objec\
t",properties:{principals:{description:"some: there may be other users and roles, with any identity policy.",type:"string",enum:["all","some"]},
policies:{description:"some: principals may hold other identity policies.",type:"string",enum:["all","some"]},grants:{description:"some: key\
s may have other grants.",type:"string",enum:["all","some"]},keys:{description:"some: there may be other keys.",type:"string",enum:["all","s\
ome"]},serviceControl:{description:"some: there may be other service control policies.",type:"string",enum:["all","some"]},resourceControl:{
description:"some: there may be other resource control policies.",type:"string",enum:["all","some"]},resources:{description:"some: there may\
 be other buckets, tables, secrets and the like. Absent in a world that was imported: some.",type:"string",enum:["all","some"]}},additionalProperties:!1}},
required:["id"],additionalProperties:!1}]}},organization:{description:"What binds all principals of its accounts.",type:"object",properties:{
id:{type:"string",description:"o-\u2026"},managementAccount:{description:"No service control policy binds it.",type:"string"},rootId:{description:"\
r-\u2026: needed for aws:PrincipalOrgPaths.",type:"string"},serviceControl:{description:"Service control policies attached here; absent: Ful\
lAWSAccess, as Organizations attaches it.",type:"array",items:{type:["string","object"]}},resourceControl:{description:"Resource control pol\
icies attached here; RCPFullAWSAccess is implied.",type:"array",items:{type:["string","object"]}},accounts:{description:"The accounts right \
below: ids, or short names of `accounts`.",type:"array",items:{type:"string"}},units:{description:"Organizational units by short name.",type:"\
object",additionalProperties:{type:"object",properties:{id:{description:"ou-\u2026: needed for aws:PrincipalOrgPaths.",type:"string"},serviceControl:{
description:"Service control policies attached here; absent: FullAWSAccess, as Organizations attaches it.",type:"array",items:{type:["string",
"object"]}},resourceControl:{description:"Resource control policies attached here; RCPFullAWSAccess is implied.",type:"array",items:{type:["\
string","object"]}},accounts:{description:"The accounts right below: ids, or short names of `accounts`.",type:"array",items:{type:"string"}},
units:{type:"object",additionalProperties:{type:"object",properties:{id:{description:"ou-\u2026: needed for aws:PrincipalOrgPaths.",type:"st\
ring"},serviceControl:{description:"Service control policies attached here; absent: FullAWSAccess, as Organizations attaches it.",type:"arra\
y",items:{type:["string","object"]}},resourceControl:{description:"Resource control policies attached here; RCPFullAWSAccess is implied.",type:"\
array",items:{type:["string","object"]}},accounts:{description:"The accounts right below: ids, or short names of `accounts`.",type:"array",items:{
type:"string"}},units:{type:"object",additionalProperties:{type:"object",properties:{id:{description:"ou-\u2026: needed for aws:PrincipalOrgPaths\
.",type:"string"},serviceControl:{description:"Service control policies attached here; absent: FullAWSAccess, as Organizations attaches it.",
type:"array",items:{type:["string","object"]}},resourceControl:{description:"Resource control policies attached here; RCPFullAWSAccess is im\
plied.",type:"array",items:{type:["string","object"]}},accounts:{description:"The accounts right below: ids, or short names of `accounts`.",
type:"array",items:{type:"string"}},units:{type:"object",additionalProperties:{type:"object",properties:{id:{description:"ou-\u2026: needed for a\
ws:PrincipalOrgPaths.",type:"string"},serviceControl:{description:"Service control policies attached here; absent: FullAWSAccess, as Organiz\
ations attaches it.",type:"array",items:{type:["string","object"]}},resourceControl:{description:"Resource control policies attached here; R\
CPFullAWSAccess is implied.",type:"array",items:{type:["string","object"]}},accounts:{description:"The accounts right below: ids, or short n\
ames of `accounts`.",type:"array",items:{type:"string"}},units:{type:"object",additionalProperties:{type:"object",properties:{id:{description:"\
ou-\u2026: needed for aws:PrincipalOrgPaths.",type:"string"},serviceControl:{description:"Service control policies attached here; absent: Fu\
llAWSAccess, as Organizations attaches it.",type:"array",items:{type:["string","object"]}},resourceControl:{description:"Resource control po\
licies attached here; RCPFullAWSAccess is implied.",type:"array",items:{type:["string","object"]}},accounts:{description:"The accounts right\
 below: ids, or short names of `accounts`.",type:"array",items:{type:"string"}}},additionalProperties:!1}}},additionalProperties:!1}}},additionalProperties:!1}}},
additionalProperties:!1}}},additionalProperties:!1}}},required:["id"],additionalProperties:!1},principals:{description:"Who there is, by sho\
rt name: an ARN, or more.",type:"object",additionalProperties:{anyOf:[{type:"string"},{type:"object",properties:{arn:{anyOf:[{type:"string"},
{type:"object",properties:{$symbol:{type:"string",description:"A name in `symbols`: one value, however often it is named."}},required:["$sym\
bol"],additionalProperties:!1},{type:"object",properties:{$join:{minItems:1,type:"array",items:{anyOf:[{type:"string"},{type:"object",properties:{
$symbol:{type:"string",description:"A name in `symbols`: one value, however often it is named."}},required:["$symbol"],additionalProperties:!1}]},
description:"One text, with values of symbols in it."}},required:["$join"],additionalProperties:!1},{type:"object",properties:{$assumed:{type:"\
string",description:"Decided as this text."},because:{type:"string",description:"The id of one of the `assumptions`."}},required:["$assumed",
"because"],additionalProperties:!1}],description:"Of a user, role, session, federated user or account root; or a service principal."},policies:{
description:"Identity policies, those of groups included: documents, paths, or names of `policies`.",type:"array",items:{type:["string","obj\
ect"]}},boundary:{description:"Permissions boundary.",type:["string","object"]},retained:{anyOf:[{type:"boolean"},{type:"string",enum:["remo\
ved","replaced"]}],description:"It stays as it is when what manages it lets it go: when it is removed there, when another one is made in its\
 place, or, if true, in both cases. Decides nothing."},session:{description:"Session policies; absent: the session has none.",type:"array",items:{
type:["string","object"]}},trust:{description:"Trust policy of a role.",type:["string","object"]},maxSessionDuration:{description:"Of a role\
: for how many seconds AssumeRole gives credentials at most; absent: 3600, as in AWS.",type:"integer",minimum:3600,maximum:43200},knows:{type:"\
object",properties:{policies:{description:"some: principals may hold other identity policies.",type:"string",enum:["all","some"]}},additionalProperties:!1},
unknown:{description:"Facts that are not told, and need not be at their defaults.",type:"array",items:{type:"string",enum:["boundary","trust",
"tags","userId","session"]}},tags:{description:"aws:PrincipalTag/\u2026",type:"object",additionalProperties:{anyOf:[{type:"string"},{type:"o\
bject",properties:{$symbol:{type:"string",description:"A name in `symbols`: one value, however often it is named."}},required:["$symbol"],additionalProperties:!1},
{type:"object",properties:{$join:{minItems:1,type:"array",items:{anyOf:[{type:"string"},{type:"object",properties:{$symbol:{type:"string",description:"\
A name in `symbols`: one value, however often it is named."}},required:["$symbol"],additionalProperties:!1}]},description:"One text, with va\
lues of symbols in it."}},required:["$join"],additionalProperties:!1},{type:"object",properties:{$assumed:{type:"string",description:"Decide\
d as this text."},because:{type:"string",description:"The id of one of the `assumptions`."}},required:["$assumed","because"],additionalProperties:!1}]}},
userId:{description:"aws:userid: AIDA\u2026, AROA\u2026 or AROA\u2026:session.",type:"string"},roleArn:{description:"Of a session: its role.",
type:"string"},userArn:{description:"Of a federated-user session: its user.",type:"string"},serviceLinkedRole:{description:"No service or re\
source control policy binds it.",type:"boolean"},mfaAgeSeconds:{description:"Since the second factor was given; absent: it was not.",type:"n\
umber",minimum:0},sourceIdentity:{description:"aws:SourceIdentity",type:"string"},credentials:{description:"With which it signs requests to \
the embedded KMS.",type:"object",properties:{accessKeyId:{type:"string"},secretAccessKey:{type:"string"},sessionToken:{type:"string"}},required:[
"accessKeyId","secretAccessKey"],additionalProperties:!1}},required:["arn"],additionalProperties:!1}]}},keys:{description:"The keys, by shor\
t name.",type:"object",additionalProperties:{type:"object",properties:{arn:{description:"Absent: made from account, Region and id.",anyOf:[{
type:"string"},{type:"object",properties:{$symbol:{type:"string",description:"A name in `symbols`: one value, however often it is named."}},
required:["$symbol"],additionalProperties:!1},{type:"object",properties:{$join:{minItems:1,type:"array",items:{anyOf:[{type:"string"},{type:"\
object",properties:{$symbol:{type:"string",description:"A name in `symbols`: one value, however often it is named."}},required:["$symbol"],additionalProperties:!1}]},
description:"One text, with values of symbols in it."}},required:["$join"],additionalProperties:!1},{type:"object",properties:{$assumed:{type:"\
string",description:"Decided as this text."},because:{type:"string",description:"The id of one of the `assumptions`."}},required:["$assumed",
"because"],additionalProperties:!1}]},id:{description:"Absent: made from the short name, the same at every start.",type:"string"},account:{anyOf:[
{type:"string"},{type:"object",properties:{$symbol:{type:"string",description:"A name in `symbols`: one value, however often it is named."}},
required:["$symbol"],additionalProperties:!1},{type:"object",properties:{$join:{minItems:1,type:"array",items:{anyOf:[{type:"string"},{type:"\
object",properties:{$symbol:{type:"string",description:"A name in `symbols`: one value, however often it is named."}},required:["$symbol"],additionalProperties:!1}]},
description:"One text, with values of symbols in it."}},required:["$join"],additionalProperties:!1},{type:"object",properties:{$assumed:{type:"\
string",description:"Decided as this text."},because:{type:"string",description:"The id of one of the `assumptions`."}},required:["$assumed",
"because"],additionalProperties:!1}]},region:{type:"string"},description:{type:"string"},createdAt:{description:"ISO 8601; absent: when the \
KMS starts.",type:"string"},managedBy:{description:"aws: a key that a service made, under alias/aws/\u2026.",type:"string",enum:["customer",
"aws"]},aliases:{description:"alias/\u2026",type:"array",items:{anyOf:[{type:"string"},{type:"object",properties:{$symbol:{type:"string",description:"\
A name in `symbols`: one value, however often it is named."}},required:["$symbol"],additionalProperties:!1},{type:"object",properties:{$join:{
minItems:1,type:"array",items:{anyOf:[{type:"string"},{type:"object",properties:{$symbol:{type:"string",description:"A name in `symbols`: on\
e value, however often it is named."}},required:["$symbol"],additionalProperties:!1}]},description:"One text, with values of symbols in it."}},
required:["$join"],additionalProperties:!1},{type:"object",properties:{$assumed:{type:"string",description:"Decided as this text."},because:{
type:"string",description:"The id of one of the `assumptions`."}},required:["$assumed","because"],additionalProperties:!1}]}},knows:{type:"o\
bject",properties:{grants:{description:"some: keys may have other grants.",type:"string",enum:["all","some"]}},additionalProperties:!1},unknown:{
description:"Facts that are not told, and need not be at their defaults.",type:"array",items:{type:"string",enum:["policy","state","rotation",
"spec","usage","origin","multiRegion","aliases","tags","description"]}},attested:{description:"Meant for attested enclaves alone. Decides no\
thing.",type:"boolean"},skipsLockoutCheck:{description:"Where it is managed, the check is switched off that keeps a key policy from locking \
everybody out. Decides nothing.",type:"boolean"},retained:{anyOf:[{type:"boolean"},{type:"string",enum:["removed","replaced"]}],description:"\
It stays as it is when what manages it lets it go: when it is removed there, when another one is made in its place, or, if true, in both cas\
es. Decides nothing."},replaces:{description:"The ARN of the key in whose place it is made. Decides nothing.",anyOf:[{type:"string"},{type:"\
object",properties:{$symbol:{type:"string",description:"A name in `symbols`: one value, however often it is named."}},required:["$symbol"],additionalProperties:!1},
{type:"object",properties:{$join:{minItems:1,type:"array",items:{anyOf:[{type:"string"},{type:"object",properties:{$symbol:{type:"string",description:"\
A name in `symbols`: one value, however often it is named."}},required:["$symbol"],additionalProperties:!1}]},description:"One text, with va\
lues of symbols in it."}},required:["$join"],additionalProperties:!1},{type:"object",properties:{$assumed:{type:"string",description:"Decide\
d as this text."},because:{type:"string",description:"The id of one of the `assumptions`."}},required:["$assumed","because"],additionalProperties:!1}]},
trust:{description:"Whom this key may be shared with, besides those of the whole world. Decides nothing.",type:"object",properties:{organization:{
description:"All accounts of the organization.",type:"boolean"},organizations:{description:"Other ones, by their ids: o-\u2026",type:"array",
items:{type:"string"}},accounts:{description:"Short names of `accounts`, or ids.",type:"array",items:{type:"string"}},principals:{description:"\
ARNs, and no other principal of that account.",type:"array",items:{type:"string"}},services:{description:"Service principals that need no co\
ndition on where a call comes from.",type:"array",items:{type:"string"}}},additionalProperties:!1},administrators:{description:"Who is meant\
 to administer keys: short names, ARNs, ARNs with wildcards. Decides nothing.",type:"array",items:{type:"string"}},policy:{description:"The \
key policy: the document, its path, or a name of `policies`; absent: the one that AWS gives a key made without a policy.",type:["string","ob\
ject"]},tags:{description:"aws:ResourceTag/\u2026",type:"object",additionalProperties:{anyOf:[{type:"string"},{type:"object",properties:{$symbol:{
type:"string",description:"A name in `symbols`: one value, however often it is named."}},required:["$symbol"],additionalProperties:!1},{type:"\
object",properties:{$join:{minItems:1,type:"array",items:{anyOf:[{type:"string"},{type:"object",properties:{$symbol:{type:"string",description:"\
A name in `symbols`: one value, however often it is named."}},required:["$symbol"],additionalProperties:!1}]},description:"One text, with va\
lues of symbols in it."}},required:["$join"],additionalProperties:!1},{type:"object",properties:{$assumed:{type:"string",description:"Decide\
d as this text."},because:{type:"string",description:"The id of one of the `assumptions`."}},required:["$assumed","because"],additionalProperties:!1}]}},
grants:{description:"On this key.",type:"array",items:{type:"object",properties:{id:{description:"Absent: made from the key and the name.",type:"\
string"},name:{description:"How tests and explanations call it.",type:"string"},grantee:{anyOf:[{type:"string"},{type:"object",properties:{$symbol:{
type:"string",description:"A name in `symbols`: one value, however often it is named."}},required:["$symbol"],additionalProperties:!1},{type:"\
object",properties:{$join:{minItems:1,type:"array",items:{anyOf:[{type:"string"},{type:"object",properties:{$symbol:{type:"string",description:"\
A name in `symbols`: one value, however often it is named."}},required:["$symbol"],additionalProperties:!1}]},description:"One text, with va\
lues of symbols in it."}},required:["$join"],additionalProperties:!1},{type:"object",properties:{$assumed:{type:"string",description:"Decide\
d as this text."},because:{type:"string",description:"The id of one of the `assumptions`."}},required:["$assumed","because"],additionalProperties:!1}],
description:"Who may use the key by it: a short name, an ARN or a service principal."},operations:{type:"array",items:{type:"string",enum:["\
Decrypt","Encrypt","GenerateDataKey","GenerateDataKeyWithoutPlaintext","ReEncryptFrom","ReEncryptTo","Sign","Verify","GetPublicKey","CreateG\
rant","RetireGrant","DescribeKey","GenerateDataKeyPair","GenerateDataKeyPairWithoutPlaintext","GenerateMac","VerifyMac","DeriveSharedSecret",
"Encapsulate","Decapsulate"]},description:"What the grantee may do."},constraints:{description:"Under which the grant counts.",type:"object",
properties:{EncryptionContextEquals:{type:"object",additionalProperties:{type:"string"}},EncryptionContextSubset:{type:"object",additionalProperties:{
type:"string"}},SourceArn:{type:"string"}},additionalProperties:!1},retiring:{description:"Who may retire it.",anyOf:[{type:"string"},{type:"\
object",properties:{$symbol:{type:"string",description:"A name in `symbols`: one value, however often it is named."}},required:["$symbol"],additionalProperties:!1},
{type:"object",properties:{$join:{minItems:1,type:"array",items:{anyOf:[{type:"string"},{type:"object",properties:{$symbol:{type:"string",description:"\
A name in `symbols`: one value, however often it is named."}},required:["$symbol"],additionalProperties:!1}]},description:"One text, with va\
lues of symbols in it."}},required:["$join"],additionalProperties:!1},{type:"object",properties:{$assumed:{type:"string",description:"Decide\
d as this text."},because:{type:"string",description:"The id of one of the `assumptions`."}},required:["$assumed","because"],additionalProperties:!1}]},
issuingAccount:{description:"Of who made it; absent: the key's.",anyOf:[{type:"string"},{type:"object",properties:{$symbol:{type:"string",description:"\
A name in `symbols`: one value, however often it is named."}},required:["$symbol"],additionalProperties:!1},{type:"object",properties:{$join:{
minItems:1,type:"array",items:{anyOf:[{type:"string"},{type:"object",properties:{$symbol:{type:"string",description:"A name in `symbols`: on\
e value, however often it is named."}},required:["$symbol"],additionalProperties:!1}]},description:"One text, with values of symbols in it."}},
required:["$join"],additionalProperties:!1},{type:"object",properties:{$assumed:{type:"string",description:"Decided as this text."},because:{
type:"string",description:"The id of one of the `assumptions`."}},required:["$assumed","because"],additionalProperties:!1}]},token:{description:"\
One that requests may bring.",type:"string"}},required:["grantee","operations"],additionalProperties:!1}},spec:{description:"Absent: SYMMETR\
IC_DEFAULT.",type:"string",enum:["SYMMETRIC_DEFAULT","RSA_2048","RSA_3072","RSA_4096","SM2","ECC_NIST_P256","ECC_NIST_P384","ECC_NIST_P521",
"ECC_SECG_P256K1","ECC_NIST_EDWARDS25519","ML_DSA_44","ML_DSA_65","ML_DSA_87","HMAC_224","HMAC_256","HMAC_384","HMAC_512","ML_KEM_512","ML_K\
EM_768","ML_KEM_1024"]},usage:{description:"Only a spec with several uses needs it told.",type:"string",enum:["ENCRYPT_DECRYPT","SIGN_VERIFY",
"GENERATE_VERIFY_MAC","KEY_AGREEMENT","ENCAPSULATE_DECAPSULATE"]},origin:{description:"Absent: AWS_KMS.",type:"string",enum:["AWS_KMS","EXTE\
RNAL","AWS_CLOUDHSM","EXTERNAL_KEY_STORE"]},multiRegion:{type:"boolean"},multiRegionKeyType:{description:"Absent: PRIMARY.",type:"string",enum:[
"PRIMARY","REPLICA"]},state:{description:"Absent: Enabled; of a key with origin EXTERNAL and no material here, PendingImport.",type:"string",
enum:["Enabled","Disabled","PendingDeletion","PendingReplicaDeletion","PendingImport","Unavailable","Creating","Updating"]},pendingWindowInDays:{
description:"Of a key that waits for its deletion, what is left of it; absent: 30.",type:"integer",minimum:7,maximum:30},rotation:{description:"\
Automatic rotation: true is every 365 days.",anyOf:[{type:"boolean"},{type:"object",properties:{periodInDays:{type:"integer",minimum:90,maximum:2560}},
required:["periodInDays"],additionalProperties:!1}]},dangerousKeyMaterial:{description:"Base64; of a rotated key all of it, oldest first. An\
ybody who reads this file can decrypt.",anyOf:[{type:"string"},{minItems:1,type:"array",items:{type:"string"}}]}},additionalProperties:!1}},
resources:{description:"What data lies in, by short name: buckets, tables, secrets and the like.",type:"object",additionalProperties:{type:"\
object",properties:{arn:{anyOf:[{type:"string"},{type:"object",properties:{$symbol:{type:"string",description:"A name in `symbols`: one valu\
e, however often it is named."}},required:["$symbol"],additionalProperties:!1},{type:"object",properties:{$join:{minItems:1,type:"array",items:{
anyOf:[{type:"string"},{type:"object",properties:{$symbol:{type:"string",description:"A name in `symbols`: one value, however often it is na\
med."}},required:["$symbol"],additionalProperties:!1}]},description:"One text, with values of symbols in it."}},required:["$join"],additionalProperties:!1},
{type:"object",properties:{$assumed:{type:"string",description:"Decided as this text."},because:{type:"string",description:"The id of one of\
 the `assumptions`."}},required:["$assumed","because"],additionalProperties:!1}],description:"Of a bucket, table, secret, parameter, queue, \
topic, function, log group, volume, snapshot, database, cluster, trail."},account:{description:"Whose it is, where the ARN does not tell: of\
 buckets and snapshots. Absent: the document's.",anyOf:[{type:"string"},{type:"object",properties:{$symbol:{type:"string",description:"A nam\
e in `symbols`: one value, however often it is named."}},required:["$symbol"],additionalProperties:!1},{type:"object",properties:{$join:{minItems:1,
type:"array",items:{anyOf:[{type:"string"},{type:"object",properties:{$symbol:{type:"string",description:"A name in `symbols`: one value, ho\
wever often it is named."}},required:["$symbol"],additionalProperties:!1}]},description:"One text, with values of symbols in it."}},required:[
"$join"],additionalProperties:!1},{type:"object",properties:{$assumed:{type:"string",description:"Decided as this text."},because:{type:"str\
ing",description:"The id of one of the `assumptions`."}},required:["$assumed","because"],additionalProperties:!1}]},region:{description:"Whe\
re it is, where the ARN does not tell: of buckets. Absent: the document's.",type:"string"},policy:{description:"The policy attached to it: t\
he document, its path, or a name of `policies`; none: it has no policy. Absent: not told.",type:["string","object"]},key:{anyOf:[{anyOf:[{type:"\
string"},{type:"object",properties:{$symbol:{type:"string",description:"A name in `symbols`: one value, however often it is named."}},required:[
"$symbol"],additionalProperties:!1},{type:"object",properties:{$join:{minItems:1,type:"array",items:{anyOf:[{type:"string"},{type:"object",properties:{
$symbol:{type:"string",description:"A name in `symbols`: one value, however often it is named."}},required:["$symbol"],additionalProperties:!1}]},
description:"One text, with values of symbols in it."}},required:["$join"],additionalProperties:!1},{type:"object",properties:{$assumed:{type:"\
string",description:"Decided as this text."},because:{type:"string",description:"The id of one of the `assumptions`."}},required:["$assumed",
"because"],additionalProperties:!1}]},{type:"object",properties:{unknown:{type:"string",description:"Why it is not known."}},required:["unkn\
own"],additionalProperties:!1}],description:"A key of the world by its short name, alias, id or ARN; alias/aws/SERVICE, the service's own; a\
ws-owned: a key of AWS that no account sees; none: it is not encrypted under a key. Absent: not told."},bucketKey:{description:"Of S3: wheth\
er a bucket key is used.",type:"boolean"},tags:{description:"aws:ResourceTag/\u2026 Absent: not told.",type:"object",additionalProperties:{anyOf:[
{type:"string"},{type:"object",properties:{$symbol:{type:"string",description:"A name in `symbols`: one value, however often it is named."}},
required:["$symbol"],additionalProperties:!1},{type:"object",properties:{$join:{minItems:1,type:"array",items:{anyOf:[{type:"string"},{type:"\
object",properties:{$symbol:{type:"string",description:"A name in `symbols`: one value, however often it is named."}},required:["$symbol"],additionalProperties:!1}]},
description:"One text, with values of symbols in it."}},required:["$join"],additionalProperties:!1},{type:"object",properties:{$assumed:{type:"\
string",description:"Decided as this text."},because:{type:"string",description:"The id of one of the `assumptions`."}},required:["$assumed",
"because"],additionalProperties:!1}]}},encryptionContext:{description:"Of S3: pairs that objects were written with.",type:"object",additionalProperties:{
type:"string"}},objects:{description:"Of S3: objects that lie otherwise than the bucket has it now, by their keys, with * and ?; the first t\
hat fits counts.",type:"object",additionalProperties:{type:"object",properties:{key:{anyOf:[{anyOf:[{type:"string"},{type:"object",properties:{
$symbol:{type:"string",description:"A name in `symbols`: one value, however often it is named."}},required:["$symbol"],additionalProperties:!1},
{type:"object",properties:{$join:{minItems:1,type:"array",items:{anyOf:[{type:"string"},{type:"object",properties:{$symbol:{type:"string",description:"\
A name in `symbols`: one value, however often it is named."}},required:["$symbol"],additionalProperties:!1}]},description:"One text, with va\
lues of symbols in it."}},required:["$join"],additionalProperties:!1},{type:"object",properties:{$assumed:{type:"string",description:"Decide\
d as this text."},because:{type:"string",description:"The id of one of the `assumptions`."}},required:["$assumed","because"],additionalProperties:!1}]},
{type:"object",properties:{unknown:{type:"string",description:"Why it is not known."}},required:["unknown"],additionalProperties:!1}],description:"\
A key of the world by its short name, alias, id or ARN; alias/aws/SERVICE, the service's own; aws-owned: a key of AWS that no account sees; \
none: it is not encrypted under a key. Absent: not told."},bucketKey:{description:"Of S3: whether a bucket key is used.",type:"boolean"},encryptionContext:{
type:"object",additionalProperties:{type:"string"}},owner:{description:"The account that wrote them, where it owns them.",type:"string"},versions:{
type:"object",additionalProperties:{type:"object",properties:{key:{anyOf:[{anyOf:[{type:"string"},{type:"object",properties:{$symbol:{type:"\
string",description:"A name in `symbols`: one value, however often it is named."}},required:["$symbol"],additionalProperties:!1},{type:"obje\
ct",properties:{$join:{minItems:1,type:"array",items:{anyOf:[{type:"string"},{type:"object",properties:{$symbol:{type:"string",description:"\
A name in `symbols`: one value, however often it is named."}},required:["$symbol"],additionalProperties:!1}]},description:"One text, with va\
lues of symbols in it."}},required:["$join"],additionalProperties:!1},{type:"object",properties:{$assumed:{type:"string",description:"Decide\
d as this text."},because:{type:"string",description:"The id of one of the `assumptions`."}},required:["$assumed","because"],additionalProperties:!1}]},
{type:"object",properties:{unknown:{type:"string",description:"Why it is not known."}},required:["unknown"],additionalProperties:!1}],description:"\
A key of the world by its short name, alias, id or ARN; alias/aws/SERVICE, the service's own; aws-owned: a key of AWS that no account sees; \
none: it is not encrypted under a key. Absent: not told."},bucketKey:{description:"Of S3: whether a bucket key is used.",type:"boolean"}},additionalProperties:!1},
description:"Versions under another key, by their ids."}},additionalProperties:!1}},versions:{type:"object",additionalProperties:{type:"obje\
ct",properties:{key:{anyOf:[{anyOf:[{type:"string"},{type:"object",properties:{$symbol:{type:"string",description:"A name in `symbols`: one \
value, however often it is named."}},required:["$symbol"],additionalProperties:!1},{type:"object",properties:{$join:{minItems:1,type:"array",
items:{anyOf:[{type:"string"},{type:"object",properties:{$symbol:{type:"string",description:"A name in `symbols`: one value, however often i\
t is named."}},required:["$symbol"],additionalProperties:!1}]},description:"One text, with values of symbols in it."}},required:["$join"],additionalProperties:!1},
{type:"object",properties:{$assumed:{type:"string",description:"Decided as this text."},because:{type:"string",description:"The id of one of\
 the `assumptions`."}},required:["$assumed","because"],additionalProperties:!1}]},{type:"object",properties:{unknown:{type:"string",description:"\
Why it is not known."}},required:["unknown"],additionalProperties:!1}],description:"A key of the world by its short name, alias, id or ARN; \
alias/aws/SERVICE, the service's own; aws-owned: a key of AWS that no account sees; none: it is not encrypted under a key. Absent: not told."},
bucketKey:{description:"Of S3: whether a bucket key is used.",type:"boolean"}},additionalProperties:!1},description:"Versions under another \
key, by their ids."},objectOwnership:{description:"Of S3.",type:"string",enum:["BucketOwnerEnforced","BucketOwnerPreferred","ObjectWriter"]},
publicAccessBlock:{description:"Of S3: what the bucket says.",type:"object",properties:{blockPublicAcls:{type:"boolean"},ignorePublicAcls:{type:"\
boolean"},blockPublicPolicy:{type:"boolean"},restrictPublicBuckets:{description:"Where the policy is public, only principals of the account \
pass.",type:"boolean"}},additionalProperties:!1},accountPublicAccessBlock:{description:"Of S3: what the account, or the organization, says.",
type:"object",properties:{blockPublicAcls:{type:"boolean"},ignorePublicAcls:{type:"boolean"},blockPublicPolicy:{type:"boolean"},restrictPublicBuckets:{
description:"Where the policy is public, only principals of the account pass.",type:"boolean"}},additionalProperties:!1},accessPoints:{description:"\
Of S3: false where the bucket has no access points and no access grants.",type:"boolean"},abac:{description:"Of S3 buckets and DynamoDB tabl\
es: whether their tags count as aws:ResourceTag/\u2026.",type:"boolean"},sharedWith:{description:"Of snapshots: the accounts that they are s\
hared with; of parameters: those that a share of RAM names.",anyOf:[{type:"string",const:"all"},{type:"array",items:{type:"string"}}]},tier:{
description:"Of parameters.",type:"string",enum:["standard","advanced"]},type:{description:"Of parameters.",type:"string",enum:["String","St\
ringList","SecureString"]},sourceVolume:{description:"Of EBS snapshots: the volume, or the snapshot that was copied; its id is in the encryp\
tion context.",type:"string"},resourceId:{description:"Of RDS: db-\u2026 or cluster-\u2026; it is in the encryption context.",type:"string"},
role:{description:"Of functions: the execution role; of EKS clusters: the control plane's.",type:"string"},reuseSeconds:{description:"Of que\
ues: how long a data key is used again.",type:"integer",minimum:60,maximum:86400},masking:{description:"Of log groups: whether a data protec\
tion policy masks what is read.",type:"boolean"}},required:["arn"],additionalProperties:!1}},endpoints:{description:"VPC endpoints, by short\
 name.",type:"object",additionalProperties:{type:"object",properties:{id:{type:"string",description:"vpce-\u2026"},vpc:{description:"vpc-\u2026",
type:"string"},policy:{description:"Absent: everything may pass.",type:["string","object"]}},required:["id"],additionalProperties:!1}}},additionalProperties:!1},
ke=Object.prototype.hasOwnProperty;function we(q,{instancePath:t="",parentData:Qe,parentDataProperty:Ze,rootData:er=q,dynamicAnchors:rr={}}={}){
let e=null,r=0,re=we.evaluated;if(re.dynamicProps&&(re.props=void 0),re.dynamicItems&&(re.items=void 0),q&&typeof q=="object"&&!Array.isArray(
q)){for(let w in q)if(!ke.call(A.properties,w)){let s={instancePath:t,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:w},message:"must NOT have additional properties"};e===null?e=[s]:e.push(s),r++}if(q.$schema!==void 0&&typeof q.$schema!="\
string"){let w={instancePath:t+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type:"string"},message:"must be st\
ring"};e===null?e=[w]:e.push(w),r++}if(q.version!==void 0){let w=q.version;if(!(typeof w=="number"&&isFinite(w))){let s={instancePath:t+"/ve\
rsion",schemaPath:"#/properties/version/type",keyword:"type",params:{type:"number"},message:"must be number"};e===null?e=[s]:e.push(s),r++}if(w!==
1){let s={instancePath:t+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue:1},message:"must be equal t\
o constant"};e===null?e=[s]:e.push(s),r++}}if(q.account!==void 0){let w=q.account,s=r,n=!1,i=r;if(typeof w!="string"){let o={instancePath:t+
"/account",schemaPath:"#/properties/account/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(
o),r++}var z=i===r;n=n||z;let a=r;if(w&&typeof w=="object"&&!Array.isArray(w)){if(w.$symbol===void 0){let o={instancePath:t+"/account",schemaPath:"\
#/properties/account/anyOf/1/required",keyword:"required",params:{missingProperty:"$symbol"},message:"must have required property '$symbol'"};
e===null?e=[o]:e.push(o),r++}for(let o in w)if(o!=="$symbol"){let c={instancePath:t+"/account",schemaPath:"#/properties/account/anyOf/1/addi\
tionalProperties",keyword:"additionalProperties",params:{additionalProperty:o},message:"must NOT have additional properties"};e===null?e=[c]:
e.push(c),r++}if(w.$symbol!==void 0&&typeof w.$symbol!="string"){let o={instancePath:t+"/account/$symbol",schemaPath:"#/properties/account/a\
nyOf/1/properties/%24symbol/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),r++}}else{let o={
instancePath:t+"/account",schemaPath:"#/properties/account/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===
null?e=[o]:e.push(o),r++}var z=a===r;if(n=n||z,z)var se=!0;let p=r;if(w&&typeof w=="object"&&!Array.isArray(w)){if(w.$join===void 0){let o={
instancePath:t+"/account",schemaPath:"#/properties/account/anyOf/2/required",keyword:"required",params:{missingProperty:"$join"},message:"mu\
st have required property '$join'"};e===null?e=[o]:e.push(o),r++}for(let o in w)if(o!=="$join"){let c={instancePath:t+"/account",schemaPath:"\
#/properties/account/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:o},message:"must NOT have addit\
ional properties"};e===null?e=[c]:e.push(c),r++}if(w.$join!==void 0){let o=w.$join;if(Array.isArray(o)){if(o.length<1){let y={instancePath:t+
"/account/$join",schemaPath:"#/properties/account/anyOf/2/properties/%24join/minItems",keyword:"minItems",params:{limit:1},message:"must NOT\
 have fewer than 1 items"};e===null?e=[y]:e.push(y),r++}let c=o.length;for(let y=0;y<c;y++){let l=o[y],f=r,g=!1,h=r;if(typeof l!="string"){let b={
instancePath:t+"/account/$join/"+y,schemaPath:"#/properties/account/anyOf/2/properties/%24join/items/anyOf/0/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[b]:e.push(b),r++}var Oe=h===r;g=g||Oe;let d=r;if(l&&typeof l=="object"&&!Array.isArray(l)){if(l.
$symbol===void 0){let b={instancePath:t+"/account/$join/"+y,schemaPath:"#/properties/account/anyOf/2/properties/%24join/items/anyOf/1/requir\
ed",keyword:"required",params:{missingProperty:"$symbol"},message:"must have required property '$symbol'"};e===null?e=[b]:e.push(b),r++}for(let b in l)
if(b!=="$symbol"){let P={instancePath:t+"/account/$join/"+y,schemaPath:"#/properties/account/anyOf/2/properties/%24join/items/anyOf/1/additi\
onalProperties",keyword:"additionalProperties",params:{additionalProperty:b},message:"must NOT have additional properties"};e===null?e=[P]:e.
push(P),r++}if(l.$symbol!==void 0&&typeof l.$symbol!="string"){let b={instancePath:t+"/account/$join/"+y+"/$symbol",schemaPath:"#/properties\
/account/anyOf/2/properties/%24join/items/anyOf/1/properties/%24symbol/type",keyword:"type",params:{type:"string"},message:"must be string"};
e===null?e=[b]:e.push(b),r++}}else{let b={instancePath:t+"/account/$join/"+y,schemaPath:"#/properties/account/anyOf/2/properties/%24join/ite\
ms/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[b]:e.push(b),r++}var Oe=d===r;if(g=g||Oe,g)r=f,
e!==null&&(f?e.length=f:e=null);else{let b={instancePath:t+"/account/$join/"+y,schemaPath:"#/properties/account/anyOf/2/properties/%24join/i\
tems/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[b]:e.push(b),r++}}}else{let c={instancePath:t+"/ac\
count/$join",schemaPath:"#/properties/account/anyOf/2/properties/%24join/type",keyword:"type",params:{type:"array"},message:"must be array"};
e===null?e=[c]:e.push(c),r++}}}else{let o={instancePath:t+"/account",schemaPath:"#/properties/account/anyOf/2/type",keyword:"type",params:{type:"\
object"},message:"must be object"};e===null?e=[o]:e.push(o),r++}var z=p===r;n=n||z,z&&se!==!0&&(se=!0);let u=r;if(w&&typeof w=="object"&&!Array.
isArray(w)){if(w.$assumed===void 0){let o={instancePath:t+"/account",schemaPath:"#/properties/account/anyOf/3/required",keyword:"required",params:{
missingProperty:"$assumed"},message:"must have required property '$assumed'"};e===null?e=[o]:e.push(o),r++}if(w.because===void 0){let o={instancePath:t+
"/account",schemaPath:"#/properties/account/anyOf/3/required",keyword:"required",params:{missingProperty:"because"},message:"must have requi\
red property 'because'"};e===null?e=[o]:e.push(o),r++}for(let o in w)if(!(o==="$assumed"||o==="because")){let c={instancePath:t+"/account",schemaPath:"\
#/properties/account/anyOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:o},message:"must NOT have addit\
ional properties"};e===null?e=[c]:e.push(c),r++}if(w.$assumed!==void 0&&typeof w.$assumed!="string"){let o={instancePath:t+"/account/$assume\
d",schemaPath:"#/properties/account/anyOf/3/properties/%24assumed/type",keyword:"type",params:{type:"string"},message:"must be string"};e===
null?e=[o]:e.push(o),r++}if(w.because!==void 0&&typeof w.because!="string"){let o={instancePath:t+"/account/because",schemaPath:"#/propertie\
s/account/anyOf/3/properties/because/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),r++}}else{
let o={instancePath:t+"/account",schemaPath:"#/properties/account/anyOf/3/type",keyword:"type",params:{type:"object"},message:"must be objec\
t"};e===null?e=[o]:e.push(o),r++}var z=u===r;if(n=n||z,z&&se!==!0&&(se=!0),n)r=s,e!==null&&(s?e.length=s:e=null);else{let o={instancePath:t+
"/account",schemaPath:"#/properties/account/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[o]:e.push(o),
r++}}if(q.region!==void 0&&typeof q.region!="string"){let w={instancePath:t+"/region",schemaPath:"#/properties/region/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[w]:e.push(w),r++}if(q.imported!==void 0){let w=q.imported;if(w&&typeof w=="object"&&!Array.
isArray(w)){if(w.from===void 0){let s={instancePath:t+"/imported",schemaPath:"#/properties/imported/required",keyword:"required",params:{missingProperty:"\
from"},message:"must have required property 'from'"};e===null?e=[s]:e.push(s),r++}for(let s in w)if(!(s==="from"||s==="file"||s==="side")){let n={
instancePath:t+"/imported",schemaPath:"#/properties/imported/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:s},
message:"must NOT have additional properties"};e===null?e=[n]:e.push(n),r++}if(w.from!==void 0&&typeof w.from!="string"){let s={instancePath:t+
"/imported/from",schemaPath:"#/properties/imported/properties/from/type",keyword:"type",params:{type:"string"},message:"must be string"};e===
null?e=[s]:e.push(s),r++}if(w.file!==void 0&&typeof w.file!="string"){let s={instancePath:t+"/imported/file",schemaPath:"#/properties/import\
ed/properties/file/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[s]:e.push(s),r++}if(w.side!==void 0){let s=w.
side;if(typeof s!="string"){let n={instancePath:t+"/imported/side",schemaPath:"#/properties/imported/properties/side/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),r++}if(!(s==="before"||s==="after")){let n={instancePath:t+"/imported/side",
schemaPath:"#/properties/imported/properties/side/enum",keyword:"enum",params:{allowedValues:A.properties.imported.properties.side.enum},message:"\
must be equal to one of the allowed values"};e===null?e=[n]:e.push(n),r++}}}else{let s={instancePath:t+"/imported",schemaPath:"#/properties/\
imported/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[s]:e.push(s),r++}}if(q.knows!==void 0){let w=q.knows;
if(w&&typeof w=="object"&&!Array.isArray(w)){for(let s in w)if(!(s==="principals"||s==="policies"||s==="grants"||s==="keys"||s==="serviceCon\
trol"||s==="resourceControl"||s==="endpoints"||s==="resources")){let n={instancePath:t+"/knows",schemaPath:"#/properties/knows/additionalPro\
perties",keyword:"additionalProperties",params:{additionalProperty:s},message:"must NOT have additional properties"};e===null?e=[n]:e.push(n),
r++}if(w.principals!==void 0){let s=w.principals;if(typeof s!="string"){let n={instancePath:t+"/knows/principals",schemaPath:"#/properties/k\
nows/properties/principals/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),r++}if(!(s==="all"||
s==="some")){let n={instancePath:t+"/knows/principals",schemaPath:"#/properties/knows/properties/principals/enum",keyword:"enum",params:{allowedValues:A.
properties.knows.properties.principals.enum},message:"must be equal to one of the allowed values"};e===null?e=[n]:e.push(n),r++}}if(w.policies!==
void 0){let s=w.policies;if(typeof s!="string"){let n={instancePath:t+"/knows/policies",schemaPath:"#/properties/knows/properties/policies/t\
ype",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),r++}if(!(s==="all"||s==="some")){let n={instancePath:t+
"/knows/policies",schemaPath:"#/properties/knows/properties/policies/enum",keyword:"enum",params:{allowedValues:A.properties.knows.properties.
policies.enum},message:"must be equal to one of the allowed values"};e===null?e=[n]:e.push(n),r++}}if(w.grants!==void 0){let s=w.grants;if(typeof s!=
"string"){let n={instancePath:t+"/knows/grants",schemaPath:"#/properties/knows/properties/grants/type",keyword:"type",params:{type:"string"},
message:"must be string"};e===null?e=[n]:e.push(n),r++}if(!(s==="all"||s==="some")){let n={instancePath:t+"/knows/grants",schemaPath:"#/prop\
erties/knows/properties/grants/enum",keyword:"enum",params:{allowedValues:A.properties.knows.properties.grants.enum},message:"must be equal \
to one of the allowed values"};e===null?e=[n]:e.push(n),r++}}if(w.keys!==void 0){let s=w.keys;if(typeof s!="string"){let n={instancePath:t+"\
/knows/keys",schemaPath:"#/properties/knows/properties/keys/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=
[n]:e.push(n),r++}if(!(s==="all"||s==="some")){let n={instancePath:t+"/knows/keys",schemaPath:"#/properties/knows/properties/keys/enum",keyword:"\
enum",params:{allowedValues:A.properties.knows.properties.keys.enum},message:"must be equal to one of the allowed values"};e===null?e=[n]:e.
push(n),r++}}if(w.serviceControl!==void 0){let s=w.serviceControl;if(typeof s!="string"){let n={instancePath:t+"/knows/serviceControl",schemaPath:"\
#/properties/knows/properties/serviceControl/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),
r++}if(!(s==="all"||s==="some")){let n={instancePath:t+"/knows/serviceControl",schemaPath:"#/properties/knows/properties/serviceControl/enum",
keyword:"enum",params:{allowedValues:A.properties.knows.properties.serviceControl.enum},message:"must be equal to one of the allowed values"};
e===null?e=[n]:e.push(n),r++}}if(w.resourceControl!==void 0){let s=w.resourceControl;if(typeof s!="string"){let n={instancePath:t+"/knows/re\
sourceControl",schemaPath:"#/properties/knows/properties/resourceControl/type",keyword:"type",params:{type:"string"},message:"must be string"};
e===null?e=[n]:e.push(n),r++}if(!(s==="all"||s==="some")){let n={instancePath:t+"/knows/resourceControl",schemaPath:"#/properties/knows/prop\
erties/resourceControl/enum",keyword:"enum",params:{allowedValues:A.properties.knows.properties.resourceControl.enum},message:"must be equal\
 to one of the allowed values"};e===null?e=[n]:e.push(n),r++}}if(w.endpoints!==void 0){let s=w.endpoints;if(typeof s!="string"){let n={instancePath:t+
"/knows/endpoints",schemaPath:"#/properties/knows/properties/endpoints/type",keyword:"type",params:{type:"string"},message:"must be string"};
e===null?e=[n]:e.push(n),r++}if(!(s==="all"||s==="some")){let n={instancePath:t+"/knows/endpoints",schemaPath:"#/properties/knows/properties\
/endpoints/enum",keyword:"enum",params:{allowedValues:A.properties.knows.properties.endpoints.enum},message:"must be equal to one of the all\
owed values"};e===null?e=[n]:e.push(n),r++}}if(w.resources!==void 0){let s=w.resources;if(typeof s!="string"){let n={instancePath:t+"/knows/\
resources",schemaPath:"#/properties/knows/properties/resources/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[n]:e.push(n),r++}if(!(s==="all"||s==="some")){let n={instancePath:t+"/knows/resources",schemaPath:"#/properties/knows/properties/resource\
s/enum",keyword:"enum",params:{allowedValues:A.properties.knows.properties.resources.enum},message:"must be equal to one of the allowed valu\
es"};e===null?e=[n]:e.push(n),r++}}}else{let s={instancePath:t+"/knows",schemaPath:"#/properties/knows/type",keyword:"type",params:{type:"ob\
ject"},message:"must be object"};e===null?e=[s]:e.push(s),r++}}if(q.symbols!==void 0){let w=q.symbols;if(w&&typeof w=="object"&&!Array.isArray(
w))for(let s in w){let n=w[s];if(n&&typeof n=="object"&&!Array.isArray(n)){if(n.type===void 0){let i={instancePath:t+"/symbols/"+s.replace(/~/g,
"~0").replace(/\//g,"~1"),schemaPath:"#/properties/symbols/additionalProperties/required",keyword:"required",params:{missingProperty:"type"},
message:"must have required property 'type'"};e===null?e=[i]:e.push(i),r++}if(n.from===void 0){let i={instancePath:t+"/symbols/"+s.replace(/~/g,
"~0").replace(/\//g,"~1"),schemaPath:"#/properties/symbols/additionalProperties/required",keyword:"required",params:{missingProperty:"from"},
message:"must have required property 'from'"};e===null?e=[i]:e.push(i),r++}for(let i in n)if(!(i==="type"||i==="from"||i==="at"||i==="accoun\
t"||i==="prefix"||i==="suffix"||i==="oneOf")){let a={instancePath:t+"/symbols/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/prope\
rties/symbols/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:i},message:"must NOT have\
 additional properties"};e===null?e=[a]:e.push(a),r++}if(n.type!==void 0){let i=n.type;if(typeof i!="string"){let a={instancePath:t+"/symbol\
s/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/type",schemaPath:"#/properties/symbols/additionalProperties/properties/type/type",keyword:"ty\
pe",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}if(!(i==="role-arn"||i==="user-arn"||i==="account-id"||i===
"key-arn"||i==="key-id"||i==="policy-arn"||i==="unique-id"||i==="org-id"||i==="string"||i==="list")){let a={instancePath:t+"/symbols/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/type",schemaPath:"#/properties/symbols/additionalProperties/properties/type/enum",keyword:"enum",params:{allowedValues:A.
properties.symbols.additionalProperties.properties.type.enum},message:"must be equal to one of the allowed values"};e===null?e=[a]:e.push(a),
r++}}if(n.from!==void 0&&typeof n.from!="string"){let i={instancePath:t+"/symbols/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/from",schemaPath:"\
#/properties/symbols/additionalProperties/properties/from/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[
i]:e.push(i),r++}if(n.at!==void 0){let i=n.at;if(i&&typeof i=="object"&&!Array.isArray(i)){if(i.file===void 0){let a={instancePath:t+"/symbo\
ls/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/at",schemaPath:"#/properties/symbols/additionalProperties/properties/at/required",keyword:"r\
equired",params:{missingProperty:"file"},message:"must have required property 'file'"};e===null?e=[a]:e.push(a),r++}for(let a in i)if(!(a===
"file"||a==="pointer"||a==="line"||a==="column")){let p={instancePath:t+"/symbols/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/at",schemaPath:"\
#/properties/symbols/additionalProperties/properties/at/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:a},message:"\
must NOT have additional properties"};e===null?e=[p]:e.push(p),r++}if(i.file!==void 0&&typeof i.file!="string"){let a={instancePath:t+"/symb\
ols/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/at/file",schemaPath:"#/properties/symbols/additionalProperties/properties/at/properties/fil\
e/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}if(i.pointer!==void 0&&typeof i.pointer!=
"string"){let a={instancePath:t+"/symbols/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/at/pointer",schemaPath:"#/properties/symbols/addition\
alProperties/properties/at/properties/pointer/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),
r++}if(i.line!==void 0){let a=i.line;if(!(typeof a=="number"&&!(a%1)&&!isNaN(a)&&isFinite(a))){let p={instancePath:t+"/symbols/"+s.replace(/~/g,
"~0").replace(/\//g,"~1")+"/at/line",schemaPath:"#/properties/symbols/additionalProperties/properties/at/properties/line/type",keyword:"type",
params:{type:"integer"},message:"must be integer"};e===null?e=[p]:e.push(p),r++}if(typeof a=="number"&&isFinite(a)){if(a>9007199254740991||isNaN(
a)){let p={instancePath:t+"/symbols/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/at/line",schemaPath:"#/properties/symbols/additionalPropert\
ies/properties/at/properties/line/maximum",keyword:"maximum",params:{comparison:"<=",limit:9007199254740991},message:"must be <= 90071992547\
40991"};e===null?e=[p]:e.push(p),r++}if(a<-9007199254740991||isNaN(a)){let p={instancePath:t+"/symbols/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/at/line",schemaPath:"#/properties/symbols/additionalProperties/properties/at/properties/line/minimum",keyword:"minimum",params:{comparison:"\
>=",limit:-9007199254740991},message:"must be >= -9007199254740991"};e===null?e=[p]:e.push(p),r++}}}if(i.column!==void 0){let a=i.column;if(!(typeof a==
"number"&&!(a%1)&&!isNaN(a)&&isFinite(a))){let p={instancePath:t+"/symbols/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/at/column",schemaPath:"\
#/properties/symbols/additionalProperties/properties/at/properties/column/type",keyword:"type",params:{type:"integer"},message:"must be inte\
ger"};e===null?e=[p]:e.push(p),r++}if(typeof a=="number"&&isFinite(a)){if(a>9007199254740991||isNaN(a)){let p={instancePath:t+"/symbols/"+s.
replace(/~/g,"~0").replace(/\//g,"~1")+"/at/column",schemaPath:"#/properties/symbols/additionalProperties/properties/at/properties/column/ma\
ximum",keyword:"maximum",params:{comparison:"<=",limit:9007199254740991},message:"must be <= 9007199254740991"};e===null?e=[p]:e.push(p),r++}
if(a<-9007199254740991||isNaN(a)){let p={instancePath:t+"/symbols/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/at/column",schemaPath:"#/prop\
erties/symbols/additionalProperties/properties/at/properties/column/minimum",keyword:"minimum",params:{comparison:">=",limit:-9007199254740991},
message:"must be >= -9007199254740991"};e===null?e=[p]:e.push(p),r++}}}}else{let a={instancePath:t+"/symbols/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/at",schemaPath:"#/properties/symbols/additionalProperties/properties/at/type",keyword:"type",params:{type:"object"},message:"m\
ust be object"};e===null?e=[a]:e.push(a),r++}}if(n.account!==void 0&&typeof n.account!="string"){let i={instancePath:t+"/symbols/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/account",schemaPath:"#/properties/symbols/additionalProperties/properties/account/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}if(n.prefix!==void 0&&typeof n.prefix!="string"){let i={instancePath:t+
"/symbols/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/prefix",schemaPath:"#/properties/symbols/additionalProperties/properties/prefix/type",
keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}if(n.suffix!==void 0&&typeof n.suffix!="string"){
let i={instancePath:t+"/symbols/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/suffix",schemaPath:"#/properties/symbols/additionalProperties/p\
roperties/suffix/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}if(n.oneOf!==void 0){let i=n.
oneOf;if(Array.isArray(i)){if(i.length<1){let p={instancePath:t+"/symbols/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/oneOf",schemaPath:"#/\
properties/symbols/additionalProperties/properties/oneOf/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 i\
tems"};e===null?e=[p]:e.push(p),r++}let a=i.length;for(let p=0;p<a;p++)if(typeof i[p]!="string"){let u={instancePath:t+"/symbols/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/oneOf/"+p,schemaPath:"#/properties/symbols/additionalProperties/properties/oneOf/items/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[u]:e.push(u),r++}}else{let a={instancePath:t+"/symbols/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/oneOf",schemaPath:"#/properties/symbols/additionalProperties/properties/oneOf/type",keyword:"type",params:{type:"array"},message:"\
must be array"};e===null?e=[a]:e.push(a),r++}}}else{let i={instancePath:t+"/symbols/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#\
/properties/symbols/additionalProperties/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[i]:e.push(i),r++}}else{
let s={instancePath:t+"/symbols",schemaPath:"#/properties/symbols/type",keyword:"type",params:{type:"object"},message:"must be object"};e===
null?e=[s]:e.push(s),r++}}if(q.invented!==void 0){let w=q.invented;if(w&&typeof w=="object"&&!Array.isArray(w))for(let s in w){let n=w[s];if(n&&
typeof n=="object"&&!Array.isArray(n)){if(n.from===void 0){let i={instancePath:t+"/invented/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/invented/additionalProperties/required",keyword:"required",params:{missingProperty:"from"},message:"must have required property\
 'from'"};e===null?e=[i]:e.push(i),r++}for(let i in n)if(!(i==="from"||i==="prefix")){let a={instancePath:t+"/invented/"+s.replace(/~/g,"~0").
replace(/\//g,"~1"),schemaPath:"#/properties/invented/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:i},
message:"must NOT have additional properties"};e===null?e=[a]:e.push(a),r++}if(n.from!==void 0&&typeof n.from!="string"){let i={instancePath:t+
"/invented/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/from",schemaPath:"#/properties/invented/additionalProperties/properties/from/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}if(n.prefix!==void 0&&typeof n.prefix!="string"){let i={
instancePath:t+"/invented/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/prefix",schemaPath:"#/properties/invented/additionalProperties/proper\
ties/prefix/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}}else{let i={instancePath:t+"\
/invented/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invented/additionalProperties/type",keyword:"type",params:{type:"\
object"},message:"must be object"};e===null?e=[i]:e.push(i),r++}}else{let s={instancePath:t+"/invented",schemaPath:"#/properties/invented/ty\
pe",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[s]:e.push(s),r++}}if(q.assumptions!==void 0){let w=q.assumptions;
if(Array.isArray(w)){let s=w.length;for(let n=0;n<s;n++){let i=w[n];if(i&&typeof i=="object"&&!Array.isArray(i)){if(i.id===void 0){let a={instancePath:t+
"/assumptions/"+n,schemaPath:"#/properties/assumptions/items/required",keyword:"required",params:{missingProperty:"id"},message:"must have r\
equired property 'id'"};e===null?e=[a]:e.push(a),r++}if(i.text===void 0){let a={instancePath:t+"/assumptions/"+n,schemaPath:"#/properties/as\
sumptions/items/required",keyword:"required",params:{missingProperty:"text"},message:"must have required property 'text'"};e===null?e=[a]:e.
push(a),r++}for(let a in i)if(!(a==="id"||a==="text"||a==="at")){let p={instancePath:t+"/assumptions/"+n,schemaPath:"#/properties/assumption\
s/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:a},message:"must NOT have additional properties"};e===
null?e=[p]:e.push(p),r++}if(i.id!==void 0&&typeof i.id!="string"){let a={instancePath:t+"/assumptions/"+n+"/id",schemaPath:"#/properties/ass\
umptions/items/properties/id/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}if(i.text!==
void 0&&typeof i.text!="string"){let a={instancePath:t+"/assumptions/"+n+"/text",schemaPath:"#/properties/assumptions/items/properties/text/\
type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}if(i.at!==void 0){let a=i.at;if(a&&typeof a==
"object"&&!Array.isArray(a)){if(a.file===void 0){let p={instancePath:t+"/assumptions/"+n+"/at",schemaPath:"#/properties/assumptions/items/pr\
operties/at/required",keyword:"required",params:{missingProperty:"file"},message:"must have required property 'file'"};e===null?e=[p]:e.push(
p),r++}for(let p in a)if(!(p==="file"||p==="pointer"||p==="line"||p==="column")){let u={instancePath:t+"/assumptions/"+n+"/at",schemaPath:"#\
/properties/assumptions/items/properties/at/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:p},message:"must\
 NOT have additional properties"};e===null?e=[u]:e.push(u),r++}if(a.file!==void 0&&typeof a.file!="string"){let p={instancePath:t+"/assumpti\
ons/"+n+"/at/file",schemaPath:"#/properties/assumptions/items/properties/at/properties/file/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[p]:e.push(p),r++}if(a.pointer!==void 0&&typeof a.pointer!="string"){let p={instancePath:t+"/assumptions/"+n+"/a\
t/pointer",schemaPath:"#/properties/assumptions/items/properties/at/properties/pointer/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[p]:e.push(p),r++}if(a.line!==void 0){let p=a.line;if(!(typeof p=="number"&&!(p%1)&&!isNaN(p)&&isFinite(p))){let u={
instancePath:t+"/assumptions/"+n+"/at/line",schemaPath:"#/properties/assumptions/items/properties/at/properties/line/type",keyword:"type",params:{
type:"integer"},message:"must be integer"};e===null?e=[u]:e.push(u),r++}if(typeof p=="number"&&isFinite(p)){if(p>9007199254740991||isNaN(p)){
let u={instancePath:t+"/assumptions/"+n+"/at/line",schemaPath:"#/properties/assumptions/items/properties/at/properties/line/maximum",keyword:"\
maximum",params:{comparison:"<=",limit:9007199254740991},message:"must be <= 9007199254740991"};e===null?e=[u]:e.push(u),r++}if(p<-9007199254740991||
isNaN(p)){let u={instancePath:t+"/assumptions/"+n+"/at/line",schemaPath:"#/properties/assumptions/items/properties/at/properties/line/minimu\
m",keyword:"minimum",params:{comparison:">=",limit:-9007199254740991},message:"must be >= -9007199254740991"};e===null?e=[u]:e.push(u),r++}}}
if(a.column!==void 0){let p=a.column;if(!(typeof p=="number"&&!(p%1)&&!isNaN(p)&&isFinite(p))){let u={instancePath:t+"/assumptions/"+n+"/at/\
column",schemaPath:"#/properties/assumptions/items/properties/at/properties/column/type",keyword:"type",params:{type:"integer"},message:"mus\
t be integer"};e===null?e=[u]:e.push(u),r++}if(typeof p=="number"&&isFinite(p)){if(p>9007199254740991||isNaN(p)){let u={instancePath:t+"/ass\
umptions/"+n+"/at/column",schemaPath:"#/properties/assumptions/items/properties/at/properties/column/maximum",keyword:"maximum",params:{comparison:"\
<=",limit:9007199254740991},message:"must be <= 9007199254740991"};e===null?e=[u]:e.push(u),r++}if(p<-9007199254740991||isNaN(p)){let u={instancePath:t+
"/assumptions/"+n+"/at/column",schemaPath:"#/properties/assumptions/items/properties/at/properties/column/minimum",keyword:"minimum",params:{
comparison:">=",limit:-9007199254740991},message:"must be >= -9007199254740991"};e===null?e=[u]:e.push(u),r++}}}}else{let p={instancePath:t+
"/assumptions/"+n+"/at",schemaPath:"#/properties/assumptions/items/properties/at/type",keyword:"type",params:{type:"object"},message:"must b\
e object"};e===null?e=[p]:e.push(p),r++}}}else{let a={instancePath:t+"/assumptions/"+n,schemaPath:"#/properties/assumptions/items/type",keyword:"\
type",params:{type:"object"},message:"must be object"};e===null?e=[a]:e.push(a),r++}}}else{let s={instancePath:t+"/assumptions",schemaPath:"\
#/properties/assumptions/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[s]:e.push(s),r++}}if(q.trust!==void 0){
let w=q.trust;if(w&&typeof w=="object"&&!Array.isArray(w)){for(let s in w)if(!(s==="organization"||s==="organizations"||s==="accounts"||s===
"principals"||s==="services")){let n={instancePath:t+"/trust",schemaPath:"#/properties/trust/additionalProperties",keyword:"additionalProper\
ties",params:{additionalProperty:s},message:"must NOT have additional properties"};e===null?e=[n]:e.push(n),r++}if(w.organization!==void 0&&
typeof w.organization!="boolean"){let s={instancePath:t+"/trust/organization",schemaPath:"#/properties/trust/properties/organization/type",keyword:"\
type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[s]:e.push(s),r++}if(w.organizations!==void 0){let s=w.organizations;if(Array.
isArray(s)){let n=s.length;for(let i=0;i<n;i++)if(typeof s[i]!="string"){let a={instancePath:t+"/trust/organizations/"+i,schemaPath:"#/prope\
rties/trust/properties/organizations/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}}else{
let n={instancePath:t+"/trust/organizations",schemaPath:"#/properties/trust/properties/organizations/type",keyword:"type",params:{type:"arra\
y"},message:"must be array"};e===null?e=[n]:e.push(n),r++}}if(w.accounts!==void 0){let s=w.accounts;if(Array.isArray(s)){let n=s.length;for(let i=0;i<
n;i++)if(typeof s[i]!="string"){let a={instancePath:t+"/trust/accounts/"+i,schemaPath:"#/properties/trust/properties/accounts/items/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}}else{let n={instancePath:t+"/trust/accounts",schemaPath:"\
#/properties/trust/properties/accounts/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[n]:e.push(n),r++}}if(w.
principals!==void 0){let s=w.principals;if(Array.isArray(s)){let n=s.length;for(let i=0;i<n;i++)if(typeof s[i]!="string"){let a={instancePath:t+
"/trust/principals/"+i,schemaPath:"#/properties/trust/properties/principals/items/type",keyword:"type",params:{type:"string"},message:"must \
be string"};e===null?e=[a]:e.push(a),r++}}else{let n={instancePath:t+"/trust/principals",schemaPath:"#/properties/trust/properties/principal\
s/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[n]:e.push(n),r++}}if(w.services!==void 0){let s=w.services;
if(Array.isArray(s)){let n=s.length;for(let i=0;i<n;i++)if(typeof s[i]!="string"){let a={instancePath:t+"/trust/services/"+i,schemaPath:"#/p\
roperties/trust/properties/services/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}}else{
let n={instancePath:t+"/trust/services",schemaPath:"#/properties/trust/properties/services/type",keyword:"type",params:{type:"array"},message:"\
must be array"};e===null?e=[n]:e.push(n),r++}}}else{let s={instancePath:t+"/trust",schemaPath:"#/properties/trust/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[s]:e.push(s),r++}}if(q.administrators!==void 0){let w=q.administrators;if(Array.isArray(
w)){let s=w.length;for(let n=0;n<s;n++)if(typeof w[n]!="string"){let i={instancePath:t+"/administrators/"+n,schemaPath:"#/properties/adminis\
trators/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}}else{let s={instancePath:t+
"/administrators",schemaPath:"#/properties/administrators/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[s]:
e.push(s),r++}}if(q.include!==void 0){let w=q.include;if(Array.isArray(w)){let s=w.length;for(let n=0;n<s;n++)if(typeof w[n]!="string"){let i={
instancePath:t+"/include/"+n,schemaPath:"#/properties/include/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===
null?e=[i]:e.push(i),r++}}else{let s={instancePath:t+"/include",schemaPath:"#/properties/include/type",keyword:"type",params:{type:"array"},
message:"must be array"};e===null?e=[s]:e.push(s),r++}}if(q.policies!==void 0){let w=q.policies;if(w&&typeof w=="object"&&!Array.isArray(w))
for(let s in w){let n=w[s];if(typeof n!="string"&&!(n&&typeof n=="object"&&!Array.isArray(n))){let i={instancePath:t+"/policies/"+s.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/policies/additionalProperties/type",keyword:"type",params:{type:A.properties.policies.
additionalProperties.type},message:"must be string,object"};e===null?e=[i]:e.push(i),r++}}else{let s={instancePath:t+"/policies",schemaPath:"\
#/properties/policies/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[s]:e.push(s),r++}}if(q.accounts!==void 0){
let w=q.accounts;if(w&&typeof w=="object"&&!Array.isArray(w))for(let s in w){let n=w[s],i=r,a=!1,p=r;if(typeof n!="string"){let o={instancePath:t+
"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/accounts/additionalProperties/anyOf/0/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),r++}var je=p===r;a=a||je;let u=r;if(n&&typeof n=="object"&&!Array.isArray(
n)){if(n.id===void 0){let o={instancePath:t+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/accounts/addition\
alProperties/anyOf/1/required",keyword:"required",params:{missingProperty:"id"},message:"must have required property 'id'"};e===null?e=[o]:e.
push(o),r++}for(let o in n)if(!(o==="id"||o==="serviceControl"||o==="resourceControl"||o==="knows")){let c={instancePath:t+"/accounts/"+s.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/additionalProperties",keyword:"additionalPrope\
rties",params:{additionalProperty:o},message:"must NOT have additional properties"};e===null?e=[c]:e.push(c),r++}if(n.id!==void 0&&typeof n.
id!="string"){let o={instancePath:t+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/id",schemaPath:"#/properties/accounts/additional\
Properties/anyOf/1/properties/id/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),r++}if(n.serviceControl!==
void 0){let o=n.serviceControl;if(Array.isArray(o)){let c=o.length;for(let y=0;y<c;y++){let l=o[y];if(typeof l!="string"&&!(l&&typeof l=="ob\
ject"&&!Array.isArray(l))){let f={instancePath:t+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceControl/"+y,schemaPath:"#/pr\
operties/accounts/additionalProperties/anyOf/1/properties/serviceControl/items/type",keyword:"type",params:{type:A.properties.accounts.additionalProperties.
anyOf[1].properties.serviceControl.items.type},message:"must be string,object"};e===null?e=[f]:e.push(f),r++}}}else{let c={instancePath:t+"/\
accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceControl",schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/propert\
ies/serviceControl/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[c]:e.push(c),r++}}if(n.resourceControl!==
void 0){let o=n.resourceControl;if(Array.isArray(o)){let c=o.length;for(let y=0;y<c;y++){let l=o[y];if(typeof l!="string"&&!(l&&typeof l=="o\
bject"&&!Array.isArray(l))){let f={instancePath:t+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl/"+y,schemaPath:"#/\
properties/accounts/additionalProperties/anyOf/1/properties/resourceControl/items/type",keyword:"type",params:{type:A.properties.accounts.additionalProperties.
anyOf[1].properties.resourceControl.items.type},message:"must be string,object"};e===null?e=[f]:e.push(f),r++}}}else{let c={instancePath:t+"\
/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl",schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/prope\
rties/resourceControl/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[c]:e.push(c),r++}}if(n.knows!==void 0){
let o=n.knows;if(o&&typeof o=="object"&&!Array.isArray(o)){for(let c in o)if(!(c==="principals"||c==="policies"||c==="grants"||c==="keys"||c===
"serviceControl"||c==="resourceControl"||c==="resources")){let y={instancePath:t+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/kno\
ws",schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/properties/knows/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:c},message:"must NOT have additional properties"};e===null?e=[y]:e.push(y),r++}if(o.principals!==void 0){let c=o.principals;
if(typeof c!="string"){let y={instancePath:t+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/knows/principals",schemaPath:"#/propert\
ies/accounts/additionalProperties/anyOf/1/properties/knows/properties/principals/type",keyword:"type",params:{type:"string"},message:"must b\
e string"};e===null?e=[y]:e.push(y),r++}if(!(c==="all"||c==="some")){let y={instancePath:t+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"\
~1")+"/knows/principals",schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/properties/knows/properties/principals/enum",keyword:"\
enum",params:{allowedValues:A.properties.accounts.additionalProperties.anyOf[1].properties.knows.properties.principals.enum},message:"must b\
e equal to one of the allowed values"};e===null?e=[y]:e.push(y),r++}}if(o.policies!==void 0){let c=o.policies;if(typeof c!="string"){let y={
instancePath:t+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/knows/policies",schemaPath:"#/properties/accounts/additionalPropertie\
s/anyOf/1/properties/knows/properties/policies/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[y]:e.push(y),
r++}if(!(c==="all"||c==="some")){let y={instancePath:t+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/knows/policies",schemaPath:"#\
/properties/accounts/additionalProperties/anyOf/1/properties/knows/properties/policies/enum",keyword:"enum",params:{allowedValues:A.properties.
accounts.additionalProperties.anyOf[1].properties.knows.properties.policies.enum},message:"must be equal to one of the allowed values"};e===
null?e=[y]:e.push(y),r++}}if(o.grants!==void 0){let c=o.grants;if(typeof c!="string"){let y={instancePath:t+"/accounts/"+s.replace(/~/g,"~0").
replace(/\//g,"~1")+"/knows/grants",schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/properties/knows/properties/grants/type",
keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[y]:e.push(y),r++}if(!(c==="all"||c==="some")){let y={instancePath:t+
"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/knows/grants",schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/propert\
ies/knows/properties/grants/enum",keyword:"enum",params:{allowedValues:A.properties.accounts.additionalProperties.anyOf[1].properties.knows.
properties.grants.enum},message:"must be equal to one of the allowed values"};e===null?e=[y]:e.push(y),r++}}if(o.keys!==void 0){let c=o.keys;
if(typeof c!="string"){let y={instancePath:t+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/knows/keys",schemaPath:"#/properties/ac\
counts/additionalProperties/anyOf/1/properties/knows/properties/keys/type",keyword:"type",params:{type:"string"},message:"must be string"};e===
null?e=[y]:e.push(y),r++}if(!(c==="all"||c==="some")){let y={instancePath:t+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/knows/ke\
ys",schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/properties/knows/properties/keys/enum",keyword:"enum",params:{allowedValues:A.
properties.accounts.additionalProperties.anyOf[1].properties.knows.properties.keys.enum},message:"must be equal to one of the allowed values"};
e===null?e=[y]:e.push(y),r++}}if(o.serviceControl!==void 0){let c=o.serviceControl;if(typeof c!="string"){let y={instancePath:t+"/accounts/"+
s.replace(/~/g,"~0").replace(/\//g,"~1")+"/knows/serviceControl",schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/properties/k\
nows/properties/serviceControl/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[y]:e.push(y),r++}if(!(c==="\
all"||c==="some")){let y={instancePath:t+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/knows/serviceControl",schemaPath:"#/propert\
ies/accounts/additionalProperties/anyOf/1/properties/knows/properties/serviceControl/enum",keyword:"enum",params:{allowedValues:A.properties.
accounts.additionalProperties.anyOf[1].properties.knows.properties.serviceControl.enum},message:"must be equal to one of the allowed values"};
e===null?e=[y]:e.push(y),r++}}if(o.resourceControl!==void 0){let c=o.resourceControl;if(typeof c!="string"){let y={instancePath:t+"/accounts\
/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/knows/resourceControl",schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/properti\
es/knows/properties/resourceControl/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[y]:e.push(y),r++}if(!(c===
"all"||c==="some")){let y={instancePath:t+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/knows/resourceControl",schemaPath:"#/prope\
rties/accounts/additionalProperties/anyOf/1/properties/knows/properties/resourceControl/enum",keyword:"enum",params:{allowedValues:A.properties.
accounts.additionalProperties.anyOf[1].properties.knows.properties.resourceControl.enum},message:"must be equal to one of the allowed values"};
e===null?e=[y]:e.push(y),r++}}if(o.resources!==void 0){let c=o.resources;if(typeof c!="string"){let y={instancePath:t+"/accounts/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/knows/resources",schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/properties/knows/properties\
/resources/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[y]:e.push(y),r++}if(!(c==="all"||c==="some")){let y={
instancePath:t+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/knows/resources",schemaPath:"#/properties/accounts/additionalProperti\
es/anyOf/1/properties/knows/properties/resources/enum",keyword:"enum",params:{allowedValues:A.properties.accounts.additionalProperties.anyOf[1].
properties.knows.properties.resources.enum},message:"must be equal to one of the allowed values"};e===null?e=[y]:e.push(y),r++}}}else{let c={
instancePath:t+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/knows",schemaPath:"#/properties/accounts/additionalProperties/anyOf/1\
/properties/knows/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[c]:e.push(c),r++}}}else{let o={instancePath:t+
"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[o]:e.push(o),r++}var je=u===r;if(a=a||je,a)r=i,e!==null&&(i?e.length=i:e=null);else{let o={
instancePath:t+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/accounts/additionalProperties/anyOf",keyword:"\
anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[o]:e.push(o),r++}}else{let s={instancePath:t+"/accounts",schemaPath:"#/\
properties/accounts/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[s]:e.push(s),r++}}if(q.organization!==
void 0){let w=q.organization;if(w&&typeof w=="object"&&!Array.isArray(w)){if(w.id===void 0){let s={instancePath:t+"/organization",schemaPath:"\
#/properties/organization/required",keyword:"required",params:{missingProperty:"id"},message:"must have required property 'id'"};e===null?e=
[s]:e.push(s),r++}for(let s in w)if(!(s==="id"||s==="managementAccount"||s==="rootId"||s==="serviceControl"||s==="resourceControl"||s==="acc\
ounts"||s==="units")){let n={instancePath:t+"/organization",schemaPath:"#/properties/organization/additionalProperties",keyword:"additionalP\
roperties",params:{additionalProperty:s},message:"must NOT have additional properties"};e===null?e=[n]:e.push(n),r++}if(w.id!==void 0&&typeof w.
id!="string"){let s={instancePath:t+"/organization/id",schemaPath:"#/properties/organization/properties/id/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[s]:e.push(s),r++}if(w.managementAccount!==void 0&&typeof w.managementAccount!="string"){let s={
instancePath:t+"/organization/managementAccount",schemaPath:"#/properties/organization/properties/managementAccount/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[s]:e.push(s),r++}if(w.rootId!==void 0&&typeof w.rootId!="string"){let s={instancePath:t+
"/organization/rootId",schemaPath:"#/properties/organization/properties/rootId/type",keyword:"type",params:{type:"string"},message:"must be \
string"};e===null?e=[s]:e.push(s),r++}if(w.serviceControl!==void 0){let s=w.serviceControl;if(Array.isArray(s)){let n=s.length;for(let i=0;i<
n;i++){let a=s[i];if(typeof a!="string"&&!(a&&typeof a=="object"&&!Array.isArray(a))){let p={instancePath:t+"/organization/serviceControl/"+
i,schemaPath:"#/properties/organization/properties/serviceControl/items/type",keyword:"type",params:{type:A.properties.organization.properties.
serviceControl.items.type},message:"must be string,object"};e===null?e=[p]:e.push(p),r++}}}else{let n={instancePath:t+"/organization/service\
Control",schemaPath:"#/properties/organization/properties/serviceControl/type",keyword:"type",params:{type:"array"},message:"must be array"};
e===null?e=[n]:e.push(n),r++}}if(w.resourceControl!==void 0){let s=w.resourceControl;if(Array.isArray(s)){let n=s.length;for(let i=0;i<n;i++){
let a=s[i];if(typeof a!="string"&&!(a&&typeof a=="object"&&!Array.isArray(a))){let p={instancePath:t+"/organization/resourceControl/"+i,schemaPath:"\
#/properties/organization/properties/resourceControl/items/type",keyword:"type",params:{type:A.properties.organization.properties.resourceControl.
items.type},message:"must be string,object"};e===null?e=[p]:e.push(p),r++}}}else{let n={instancePath:t+"/organization/resourceControl",schemaPath:"\
#/properties/organization/properties/resourceControl/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[n]:e.push(
n),r++}}if(w.accounts!==void 0){let s=w.accounts;if(Array.isArray(s)){let n=s.length;for(let i=0;i<n;i++)if(typeof s[i]!="string"){let a={instancePath:t+
"/organization/accounts/"+i,schemaPath:"#/properties/organization/properties/accounts/items/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[a]:e.push(a),r++}}else{let n={instancePath:t+"/organization/accounts",schemaPath:"#/properties/organization/pro\
perties/accounts/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[n]:e.push(n),r++}}if(w.units!==void 0){let s=w.
units;if(s&&typeof s=="object"&&!Array.isArray(s))for(let n in s){let i=s[n];if(i&&typeof i=="object"&&!Array.isArray(i)){for(let a in i)if(!(a===
"id"||a==="serviceControl"||a==="resourceControl"||a==="accounts"||a==="units")){let p={instancePath:t+"/organization/units/"+n.replace(/~/g,
"~0").replace(/\//g,"~1"),schemaPath:"#/properties/organization/properties/units/additionalProperties/additionalProperties",keyword:"additio\
nalProperties",params:{additionalProperty:a},message:"must NOT have additional properties"};e===null?e=[p]:e.push(p),r++}if(i.id!==void 0&&typeof i.
id!="string"){let a={instancePath:t+"/organization/units/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/id",schemaPath:"#/properties/organizat\
ion/properties/units/additionalProperties/properties/id/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:
e.push(a),r++}if(i.serviceControl!==void 0){let a=i.serviceControl;if(Array.isArray(a)){let p=a.length;for(let u=0;u<p;u++){let o=a[u];if(typeof o!=
"string"&&!(o&&typeof o=="object"&&!Array.isArray(o))){let c={instancePath:t+"/organization/units/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+
"/serviceControl/"+u,schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/serviceControl/items/type",keyword:"\
type",params:{type:A.properties.organization.properties.units.additionalProperties.properties.serviceControl.items.type},message:"must be st\
ring,object"};e===null?e=[c]:e.push(c),r++}}}else{let p={instancePath:t+"/organization/units/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/se\
rviceControl",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/serviceControl/type",keyword:"type",params:{
type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),r++}}if(i.resourceControl!==void 0){let a=i.resourceControl;if(Array.isArray(
a)){let p=a.length;for(let u=0;u<p;u++){let o=a[u];if(typeof o!="string"&&!(o&&typeof o=="object"&&!Array.isArray(o))){let c={instancePath:t+
"/organization/units/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl/"+u,schemaPath:"#/properties/organization/properties/units\
/additionalProperties/properties/resourceControl/items/type",keyword:"type",params:{type:A.properties.organization.properties.units.additionalProperties.
properties.resourceControl.items.type},message:"must be string,object"};e===null?e=[c]:e.push(c),r++}}}else{let p={instancePath:t+"/organiza\
tion/units/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl",schemaPath:"#/properties/organization/properties/units/additionalPr\
operties/properties/resourceControl/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),r++}}if(i.accounts!==
void 0){let a=i.accounts;if(Array.isArray(a)){let p=a.length;for(let u=0;u<p;u++)if(typeof a[u]!="string"){let o={instancePath:t+"/organizat\
ion/units/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts/"+u,schemaPath:"#/properties/organization/properties/units/additionalPropert\
ies/properties/accounts/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),r++}}else{let p={
instancePath:t+"/organization/units/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts",schemaPath:"#/properties/organization/properties/\
units/additionalProperties/properties/accounts/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),
r++}}if(i.units!==void 0){let a=i.units;if(a&&typeof a=="object"&&!Array.isArray(a))for(let p in a){let u=a[p];if(u&&typeof u=="object"&&!Array.
isArray(u)){for(let o in u)if(!(o==="id"||o==="serviceControl"||o==="resourceControl"||o==="accounts"||o==="units")){let c={instancePath:t+"\
/organization/units/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/o\
rganization/properties/units/additionalProperties/properties/units/additionalProperties/additionalProperties",keyword:"additionalProperties",
params:{additionalProperty:o},message:"must NOT have additional properties"};e===null?e=[c]:e.push(c),r++}if(u.id!==void 0&&typeof u.id!="st\
ring"){let o={instancePath:t+"/organization/units/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~\
1")+"/id",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/id/ty\
pe",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),r++}if(u.serviceControl!==void 0){let o=u.serviceControl;
if(Array.isArray(o)){let c=o.length;for(let y=0;y<c;y++){let l=o[y];if(typeof l!="string"&&!(l&&typeof l=="object"&&!Array.isArray(l))){let f={
instancePath:t+"/organization/units/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceC\
ontrol/"+y,schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/serv\
iceControl/items/type",keyword:"type",params:{type:A.properties.organization.properties.units.additionalProperties.properties.units.additionalProperties.
properties.serviceControl.items.type},message:"must be string,object"};e===null?e=[f]:e.push(f),r++}}}else{let c={instancePath:t+"/organizat\
ion/units/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceControl",schemaPath:"#/prop\
erties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/serviceControl/type",keyword:"typ\
e",params:{type:"array"},message:"must be array"};e===null?e=[c]:e.push(c),r++}}if(u.resourceControl!==void 0){let o=u.resourceControl;if(Array.
isArray(o)){let c=o.length;for(let y=0;y<c;y++){let l=o[y];if(typeof l!="string"&&!(l&&typeof l=="object"&&!Array.isArray(l))){let f={instancePath:t+
"/organization/units/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl/"+y,schemaPath:"\
#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/resourceControl/items/type",
keyword:"type",params:{type:A.properties.organization.properties.units.additionalProperties.properties.units.additionalProperties.properties.
resourceControl.items.type},message:"must be string,object"};e===null?e=[f]:e.push(f),r++}}}else{let c={instancePath:t+"/organization/units/"+
n.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl",schemaPath:"#/properties/orga\
nization/properties/units/additionalProperties/properties/units/additionalProperties/properties/resourceControl/type",keyword:"type",params:{
type:"array"},message:"must be array"};e===null?e=[c]:e.push(c),r++}}if(u.accounts!==void 0){let o=u.accounts;if(Array.isArray(o)){let c=o.length;
for(let y=0;y<c;y++)if(typeof o[y]!="string"){let l={instancePath:t+"/organization/units/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+
p.replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts/"+y,schemaPath:"#/properties/organization/properties/units/additionalProperties/properti\
es/units/additionalProperties/properties/accounts/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:
e.push(l),r++}}else{let c={instancePath:t+"/organization/units/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(
/\//g,"~1")+"/accounts",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/pr\
operties/accounts/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[c]:e.push(c),r++}}if(u.units!==void 0){let o=u.
units;if(o&&typeof o=="object"&&!Array.isArray(o))for(let c in o){let y=o[c];if(y&&typeof y=="object"&&!Array.isArray(y)){for(let l in y)if(!(l===
"id"||l==="serviceControl"||l==="resourceControl"||l==="accounts"||l==="units")){let f={instancePath:t+"/organization/units/"+n.replace(/~/g,
"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+c.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/\
additionalProperties",keyword:"additionalProperties",params:{additionalProperty:l},message:"must NOT have additional properties"};e===null?e=
[f]:e.push(f),r++}if(y.id!==void 0&&typeof y.id!="string"){let l={instancePath:t+"/organization/units/"+n.replace(/~/g,"~0").replace(/\//g,"\
~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+c.replace(/~/g,"~0").replace(/\//g,"~1")+"/id",schemaPath:"#/properties/or\
ganization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/id/t\
ype",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),r++}if(y.serviceControl!==void 0){let l=y.serviceControl;
if(Array.isArray(l)){let f=l.length;for(let g=0;g<f;g++){let h=l[g];if(typeof h!="string"&&!(h&&typeof h=="object"&&!Array.isArray(h))){let d={
instancePath:t+"/organization/units/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+
c.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceControl/"+g,schemaPath:"#/properties/organization/properties/units/additionalProperties/pr\
operties/units/additionalProperties/properties/units/additionalProperties/properties/serviceControl/items/type",keyword:"type",params:{type:A.
properties.organization.properties.units.additionalProperties.properties.units.additionalProperties.properties.units.additionalProperties.properties.
serviceControl.items.type},message:"must be string,object"};e===null?e=[d]:e.push(d),r++}}}else{let f={instancePath:t+"/organization/units/"+
n.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+c.replace(/~/g,"~0").replace(/\//g,"~1")+
"/serviceControl",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properti\
es/units/additionalProperties/properties/serviceControl/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[f]:e.
push(f),r++}}if(y.resourceControl!==void 0){let l=y.resourceControl;if(Array.isArray(l)){let f=l.length;for(let g=0;g<f;g++){let h=l[g];if(typeof h!=
"string"&&!(h&&typeof h=="object"&&!Array.isArray(h))){let d={instancePath:t+"/organization/units/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+
"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+c.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl/"+g,schemaPath:"#/pr\
operties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/prop\
erties/resourceControl/items/type",keyword:"type",params:{type:A.properties.organization.properties.units.additionalProperties.properties.units.
additionalProperties.properties.units.additionalProperties.properties.resourceControl.items.type},message:"must be string,object"};e===null?
e=[d]:e.push(d),r++}}}else{let f={instancePath:t+"/organization/units/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~\
0").replace(/\//g,"~1")+"/units/"+c.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl",schemaPath:"#/properties/organization/properti\
es/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/resourceControl/type",keyword:"\
type",params:{type:"array"},message:"must be array"};e===null?e=[f]:e.push(f),r++}}if(y.accounts!==void 0){let l=y.accounts;if(Array.isArray(
l)){let f=l.length;for(let g=0;g<f;g++)if(typeof l[g]!="string"){let h={instancePath:t+"/organization/units/"+n.replace(/~/g,"~0").replace(/\//g,
"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+c.replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts/"+g,schemaPath:"#/pro\
perties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/prope\
rties/accounts/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[h]:e.push(h),r++}}else{let f={instancePath:t+
"/organization/units/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+c.replace(/~/g,
"~0").replace(/\//g,"~1")+"/accounts",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additiona\
lProperties/properties/units/additionalProperties/properties/accounts/type",keyword:"type",params:{type:"array"},message:"must be array"};e===
null?e=[f]:e.push(f),r++}}if(y.units!==void 0){let l=y.units;if(l&&typeof l=="object"&&!Array.isArray(l))for(let f in l){let g=l[f];if(g&&typeof g==
"object"&&!Array.isArray(g)){for(let h in g)if(!(h==="id"||h==="serviceControl"||h==="resourceControl"||h==="accounts"||h==="units")){let d={
instancePath:t+"/organization/units/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+
c.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/organization/properties\
/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalPropertie\
s/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:h},message:"must NOT have additional properties"};e===null?
e=[d]:e.push(d),r++}if(g.id!==void 0&&typeof g.id!="string"){let h={instancePath:t+"/organization/units/"+n.replace(/~/g,"~0").replace(/\//g,
"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+c.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.replace(/~/g,"~0").replace(
/\//g,"~1")+"/id",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properti\
es/units/additionalProperties/properties/units/additionalProperties/properties/id/type",keyword:"type",params:{type:"string"},message:"must \
be string"};e===null?e=[h]:e.push(h),r++}if(g.serviceControl!==void 0){let h=g.serviceControl;if(Array.isArray(h)){let d=h.length;for(let b=0;b<
d;b++){let P=h[b];if(typeof P!="string"&&!(P&&typeof P=="object"&&!Array.isArray(P))){let m={instancePath:t+"/organization/units/"+n.replace(
/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+c.replace(/~/g,"~0").replace(/\//g,"~1")+"/units\
/"+f.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceControl/"+b,schemaPath:"#/properties/organization/properties/units/additionalProperties\
/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/serviceControl\
/items/type",keyword:"type",params:{type:A.properties.organization.properties.units.additionalProperties.properties.units.additionalProperties.
properties.units.additionalProperties.properties.units.additionalProperties.properties.serviceControl.items.type},message:"must be string,ob\
ject"};e===null?e=[m]:e.push(m),r++}}}else{let d={instancePath:t+"/organization/units/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.
replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+c.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.replace(/~/g,"~0").replace(/\//g,"~1")+
"/serviceControl",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properti\
es/units/additionalProperties/properties/units/additionalProperties/properties/serviceControl/type",keyword:"type",params:{type:"array"},message:"\
must be array"};e===null?e=[d]:e.push(d),r++}}if(g.resourceControl!==void 0){let h=g.resourceControl;if(Array.isArray(h)){let d=h.length;for(let b=0;b<
d;b++){let P=h[b];if(typeof P!="string"&&!(P&&typeof P=="object"&&!Array.isArray(P))){let m={instancePath:t+"/organization/units/"+n.replace(
/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+c.replace(/~/g,"~0").replace(/\//g,"~1")+"/units\
/"+f.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl/"+b,schemaPath:"#/properties/organization/properties/units/additionalPropertie\
s/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/resourceContr\
ol/items/type",keyword:"type",params:{type:A.properties.organization.properties.units.additionalProperties.properties.units.additionalProperties.
properties.units.additionalProperties.properties.units.additionalProperties.properties.resourceControl.items.type},message:"must be string,o\
bject"};e===null?e=[m]:e.push(m),r++}}}else{let d={instancePath:t+"/organization/units/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+
p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+c.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.replace(/~/g,"~0").replace(/\//g,"~1")+
"/resourceControl",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/propert\
ies/units/additionalProperties/properties/units/additionalProperties/properties/resourceControl/type",keyword:"type",params:{type:"array"},message:"\
must be array"};e===null?e=[d]:e.push(d),r++}}if(g.accounts!==void 0){let h=g.accounts;if(Array.isArray(h)){let d=h.length;for(let b=0;b<d;b++)
if(typeof h[b]!="string"){let P={instancePath:t+"/organization/units/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").
replace(/\//g,"~1")+"/units/"+c.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts/"+b,schemaPath:"\
#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/\
properties/units/additionalProperties/properties/accounts/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[P]:e.push(P),r++}}else{let d={instancePath:t+"/organization/units/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").
replace(/\//g,"~1")+"/units/"+c.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts",schemaPath:"\
#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/\
properties/units/additionalProperties/properties/accounts/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[d]:
e.push(d),r++}}if(g.units!==void 0){let h=g.units;if(h&&typeof h=="object"&&!Array.isArray(h))for(let d in h){let b=h[d];if(b&&typeof b=="ob\
ject"&&!Array.isArray(b)){for(let P in b)if(!(P==="id"||P==="serviceControl"||P==="resourceControl"||P==="accounts")){let m={instancePath:t+
"/organization/units/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+c.replace(/~/g,
"~0").replace(/\//g,"~1")+"/units/"+f.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+d.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/\
properties/units/additionalProperties/properties/units/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:P},
message:"must NOT have additional properties"};e===null?e=[m]:e.push(m),r++}if(b.id!==void 0&&typeof b.id!="string"){let P={instancePath:t+"\
/organization/units/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+c.replace(/~/g,"\
~0").replace(/\//g,"~1")+"/units/"+f.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+d.replace(/~/g,"~0").replace(/\//g,"~1")+"/id",schemaPath:"\
#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/\
properties/units/additionalProperties/properties/units/additionalProperties/properties/id/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[P]:e.push(P),r++}if(b.serviceControl!==void 0){let P=b.serviceControl;if(Array.isArray(P)){let m=P.length;for(let k=0;k<
m;k++){let $=P[k];if(typeof $!="string"&&!($&&typeof $=="object"&&!Array.isArray($))){let O={instancePath:t+"/organization/units/"+n.replace(
/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+c.replace(/~/g,"~0").replace(/\//g,"~1")+"/units\
/"+f.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+d.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceControl/"+k,schemaPath:"#/properties\
/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/u\
nits/additionalProperties/properties/units/additionalProperties/properties/serviceControl/items/type",keyword:"type",params:{type:A.properties.
organization.properties.units.additionalProperties.properties.units.additionalProperties.properties.units.additionalProperties.properties.units.
additionalProperties.properties.units.additionalProperties.properties.serviceControl.items.type},message:"must be string,object"};e===null?e=
[O]:e.push(O),r++}}}else{let m={instancePath:t+"/organization/units/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").
replace(/\//g,"~1")+"/units/"+c.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+d.replace(
/~/g,"~0").replace(/\//g,"~1")+"/serviceControl",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/unit\
s/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/pro\
perties/serviceControl/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[m]:e.push(m),r++}}if(b.resourceControl!==
void 0){let P=b.resourceControl;if(Array.isArray(P)){let m=P.length;for(let k=0;k<m;k++){let $=P[k];if(typeof $!="string"&&!($&&typeof $=="o\
bject"&&!Array.isArray($))){let O={instancePath:t+"/organization/units/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"\
~0").replace(/\//g,"~1")+"/units/"+c.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+d.replace(
/~/g,"~0").replace(/\//g,"~1")+"/resourceControl/"+k,schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/\
units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties\
/properties/resourceControl/items/type",keyword:"type",params:{type:A.properties.organization.properties.units.additionalProperties.properties.
units.additionalProperties.properties.units.additionalProperties.properties.units.additionalProperties.properties.units.additionalProperties.
properties.resourceControl.items.type},message:"must be string,object"};e===null?e=[O]:e.push(O),r++}}}else{let m={instancePath:t+"/organiza\
tion/units/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+c.replace(/~/g,"~0").replace(
/\//g,"~1")+"/units/"+f.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+d.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl",schemaPath:"\
#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/\
properties/units/additionalProperties/properties/units/additionalProperties/properties/resourceControl/type",keyword:"type",params:{type:"ar\
ray"},message:"must be array"};e===null?e=[m]:e.push(m),r++}}if(b.accounts!==void 0){let P=b.accounts;if(Array.isArray(P)){let m=P.length;for(let k=0;k<
m;k++)if(typeof P[k]!="string"){let $={instancePath:t+"/organization/units/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,
"~0").replace(/\//g,"~1")+"/units/"+c.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+d.
replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts/"+k,schemaPath:"#/properties/organization/properties/units/additionalProperties/properties\
/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalPropertie\
s/properties/accounts/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[$]:e.push($),r++}}else{let m={
instancePath:t+"/organization/units/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+
c.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+d.replace(/~/g,"~0").replace(/\//g,"~1")+
"/accounts",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/uni\
ts/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/accounts/type",keyword:"type",
params:{type:"array"},message:"must be array"};e===null?e=[m]:e.push(m),r++}}}else{let P={instancePath:t+"/organization/units/"+n.replace(/~/g,
"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+c.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.
replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+d.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/organization/properties/u\
nits/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/\
properties/units/additionalProperties/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[P]:e.push(P),r++}}else{
let d={instancePath:t+"/organization/units/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/u\
nits/"+c.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.replace(/~/g,"~0").replace(/\//g,"~1")+"/units",schemaPath:"#/properties/organiz\
ation/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/add\
itionalProperties/properties/units/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[d]:e.push(d),r++}}}else{
let h={instancePath:t+"/organization/units/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/u\
nits/"+c.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/organization/pro\
perties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalPr\
operties/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[h]:e.push(h),r++}}else{let f={instancePath:t+"/or\
ganization/units/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+c.replace(/~/g,"~0").
replace(/\//g,"~1")+"/units",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperti\
es/properties/units/additionalProperties/properties/units/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[
f]:e.push(f),r++}}}else{let l={instancePath:t+"/organization/units/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").
replace(/\//g,"~1")+"/units/"+c.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/organization/properties/units/additionalProp\
erties/properties/units/additionalProperties/properties/units/additionalProperties/type",keyword:"type",params:{type:"object"},message:"must\
 be object"};e===null?e=[l]:e.push(l),r++}}else{let c={instancePath:t+"/organization/units/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/unit\
s/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties\
/units/additionalProperties/properties/units/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[c]:e.push(c),
r++}}}else{let o={instancePath:t+"/organization/units/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,
"~1"),schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/type",keyword:"type",
params:{type:"object"},message:"must be object"};e===null?e=[o]:e.push(o),r++}}else{let p={instancePath:t+"/organization/units/"+n.replace(/~/g,
"~0").replace(/\//g,"~1")+"/units",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/type",keyword:"\
type",params:{type:"object"},message:"must be object"};e===null?e=[p]:e.push(p),r++}}}else{let a={instancePath:t+"/organization/units/"+n.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/organization/properties/units/additionalProperties/type",keyword:"type",params:{type:"\
object"},message:"must be object"};e===null?e=[a]:e.push(a),r++}}else{let n={instancePath:t+"/organization/units",schemaPath:"#/properties/o\
rganization/properties/units/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[n]:e.push(n),r++}}}else{let s={
instancePath:t+"/organization",schemaPath:"#/properties/organization/type",keyword:"type",params:{type:"object"},message:"must be object"};e===
null?e=[s]:e.push(s),r++}}if(q.principals!==void 0){let w=q.principals;if(w&&typeof w=="object"&&!Array.isArray(w))for(let s in w){let n=w[s],
i=r,a=!1,p=r;if(typeof n!="string"){let o={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/p\
rincipals/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),r++}var qe=p===
r;a=a||qe;let u=r;if(n&&typeof n=="object"&&!Array.isArray(n)){if(n.arn===void 0){let o={instancePath:t+"/principals/"+s.replace(/~/g,"~0").
replace(/\//g,"~1"),schemaPath:"#/properties/principals/additionalProperties/anyOf/1/required",keyword:"required",params:{missingProperty:"a\
rn"},message:"must have required property 'arn'"};e===null?e=[o]:e.push(o),r++}for(let o in n)if(!ke.call(A.properties.principals.additionalProperties.
anyOf[1].properties,o)){let c={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/principals/ad\
ditionalProperties/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:o},message:"must NOT have additio\
nal properties"};e===null?e=[c]:e.push(c),r++}if(n.arn!==void 0){let o=n.arn,c=r,y=!1,l=r;if(typeof o!="string"){let d={instancePath:t+"/pri\
ncipals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/arn/an\
yOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[d]:e.push(d),r++}var I=l===r;y=y||I;let f=r;if(o&&typeof o==
"object"&&!Array.isArray(o)){if(o.$symbol===void 0){let d={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"\
#/properties/principals/additionalProperties/anyOf/1/properties/arn/anyOf/1/required",keyword:"required",params:{missingProperty:"$symbol"},
message:"must have required property '$symbol'"};e===null?e=[d]:e.push(d),r++}for(let d in o)if(d!=="$symbol"){let b={instancePath:t+"/princ\
ipals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/arn/anyO\
f/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:d},message:"must NOT have additional properties"};e===null?
e=[b]:e.push(b),r++}if(o.$symbol!==void 0&&typeof o.$symbol!="string"){let d={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/arn/$symbol",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/arn/anyOf/1/properties/%24symbol/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[d]:e.push(d),r++}}else{let d={instancePath:t+"/principals/"+s.replace(/~/g,
"~0").replace(/\//g,"~1")+"/arn",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/arn/anyOf/1/type",keyword:"type",
params:{type:"object"},message:"must be object"};e===null?e=[d]:e.push(d),r++}var I=f===r;if(y=y||I,I)var te=!0;let g=r;if(o&&typeof o=="obj\
ect"&&!Array.isArray(o)){if(o.$join===void 0){let d={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"\
#/properties/principals/additionalProperties/anyOf/1/properties/arn/anyOf/2/required",keyword:"required",params:{missingProperty:"$join"},message:"\
must have required property '$join'"};e===null?e=[d]:e.push(d),r++}for(let d in o)if(d!=="$join"){let b={instancePath:t+"/principals/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/arn/anyOf/2/additionalProp\
erties",keyword:"additionalProperties",params:{additionalProperty:d},message:"must NOT have additional properties"};e===null?e=[b]:e.push(b),
r++}if(o.$join!==void 0){let d=o.$join;if(Array.isArray(d)){if(d.length<1){let P={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/arn/$join",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/arn/anyOf/2/properties/%24join/minItems",
keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[P]:e.push(P),r++}let b=d.length;for(let P=0;P<b;P++){
let m=d[P],k=r,$=!1,O=r;if(typeof m!="string"){let j={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/$join/"+P,
schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/arn/anyOf/2/properties/%24join/items/anyOf/0/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[j]:e.push(j),r++}var $e=O===r;$=$||$e;let v=r;if(m&&typeof m=="object"&&!Array.
isArray(m)){if(m.$symbol===void 0){let j={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/$join/"+P,schemaPath:"\
#/properties/principals/additionalProperties/anyOf/1/properties/arn/anyOf/2/properties/%24join/items/anyOf/1/required",keyword:"required",params:{
missingProperty:"$symbol"},message:"must have required property '$symbol'"};e===null?e=[j]:e.push(j),r++}for(let j in m)if(j!=="$symbol"){let N={
instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/$join/"+P,schemaPath:"#/properties/principals/additionalPropert\
ies/anyOf/1/properties/arn/anyOf/2/properties/%24join/items/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:j},
message:"must NOT have additional properties"};e===null?e=[N]:e.push(N),r++}if(m.$symbol!==void 0&&typeof m.$symbol!="string"){let j={instancePath:t+
"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/$join/"+P+"/$symbol",schemaPath:"#/properties/principals/additionalProperties/\
anyOf/1/properties/arn/anyOf/2/properties/%24join/items/anyOf/1/properties/%24symbol/type",keyword:"type",params:{type:"string"},message:"mu\
st be string"};e===null?e=[j]:e.push(j),r++}}else{let j={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/$join/"+
P,schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/arn/anyOf/2/properties/%24join/items/anyOf/1/type",keyword:"ty\
pe",params:{type:"object"},message:"must be object"};e===null?e=[j]:e.push(j),r++}var $e=v===r;if($=$||$e,$)r=k,e!==null&&(k?e.length=k:e=null);else{
let j={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/$join/"+P,schemaPath:"#/properties/principals/additional\
Properties/anyOf/1/properties/arn/anyOf/2/properties/%24join/items/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
e===null?e=[j]:e.push(j),r++}}}else{let b={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/$join",schemaPath:"#\
/properties/principals/additionalProperties/anyOf/1/properties/arn/anyOf/2/properties/%24join/type",keyword:"type",params:{type:"array"},message:"\
must be array"};e===null?e=[b]:e.push(b),r++}}}else{let d={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"\
#/properties/principals/additionalProperties/anyOf/1/properties/arn/anyOf/2/type",keyword:"type",params:{type:"object"},message:"must be obj\
ect"};e===null?e=[d]:e.push(d),r++}var I=g===r;y=y||I,I&&te!==!0&&(te=!0);let h=r;if(o&&typeof o=="object"&&!Array.isArray(o)){if(o.$assumed===
void 0){let d={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"#/properties/principals/additionalP\
roperties/anyOf/1/properties/arn/anyOf/3/required",keyword:"required",params:{missingProperty:"$assumed"},message:"must have required proper\
ty '$assumed'"};e===null?e=[d]:e.push(d),r++}if(o.because===void 0){let d={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/arn",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/arn/anyOf/3/required",keyword:"required",params:{missingProperty:"\
because"},message:"must have required property 'because'"};e===null?e=[d]:e.push(d),r++}for(let d in o)if(!(d==="$assumed"||d==="because")){
let b={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"#/properties/principals/additionalPropertie\
s/anyOf/1/properties/arn/anyOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:d},message:"must NOT have a\
dditional properties"};e===null?e=[b]:e.push(b),r++}if(o.$assumed!==void 0&&typeof o.$assumed!="string"){let d={instancePath:t+"/principals/"+
s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/$assumed",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/arn/any\
Of/3/properties/%24assumed/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[d]:e.push(d),r++}if(o.because!==
void 0&&typeof o.because!="string"){let d={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/because",schemaPath:"\
#/properties/principals/additionalProperties/anyOf/1/properties/arn/anyOf/3/properties/because/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[d]:e.push(d),r++}}else{let d={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"\
#/properties/principals/additionalProperties/anyOf/1/properties/arn/anyOf/3/type",keyword:"type",params:{type:"object"},message:"must be obj\
ect"};e===null?e=[d]:e.push(d),r++}var I=h===r;if(y=y||I,I&&te!==!0&&(te=!0),y)r=c,e!==null&&(c?e.length=c:e=null);else{let d={instancePath:t+
"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/a\
rn/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[d]:e.push(d),r++}}if(n.policies!==void 0){let o=n.policies;
if(Array.isArray(o)){let c=o.length;for(let y=0;y<c;y++){let l=o[y];if(typeof l!="string"&&!(l&&typeof l=="object"&&!Array.isArray(l))){let f={
instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/policies/"+y,schemaPath:"#/properties/principals/additionalProperti\
es/anyOf/1/properties/policies/items/type",keyword:"type",params:{type:A.properties.principals.additionalProperties.anyOf[1].properties.policies.
items.type},message:"must be string,object"};e===null?e=[f]:e.push(f),r++}}}else{let c={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/policies",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/policies/type",keyword:"type",params:{type:"\
array"},message:"must be array"};e===null?e=[c]:e.push(c),r++}}if(n.boundary!==void 0){let o=n.boundary;if(typeof o!="string"&&!(o&&typeof o==
"object"&&!Array.isArray(o))){let c={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/boundary",schemaPath:"#/proper\
ties/principals/additionalProperties/anyOf/1/properties/boundary/type",keyword:"type",params:{type:A.properties.principals.additionalProperties.
anyOf[1].properties.boundary.type},message:"must be string,object"};e===null?e=[c]:e.push(c),r++}}if(n.retained!==void 0){let o=n.retained,c=r,
y=!1,l=r;if(typeof o!="boolean"){let g={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/retained",schemaPath:"#/pro\
perties/principals/additionalProperties/anyOf/1/properties/retained/anyOf/0/type",keyword:"type",params:{type:"boolean"},message:"must be bo\
olean"};e===null?e=[g]:e.push(g),r++}var ve=l===r;y=y||ve;let f=r;if(typeof o!="string"){let g={instancePath:t+"/principals/"+s.replace(/~/g,
"~0").replace(/\//g,"~1")+"/retained",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/retained/anyOf/1/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[g]:e.push(g),r++}if(!(o==="removed"||o==="replaced")){let g={instancePath:t+
"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/retained",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/propert\
ies/retained/anyOf/1/enum",keyword:"enum",params:{allowedValues:A.properties.principals.additionalProperties.anyOf[1].properties.retained.anyOf[1].
enum},message:"must be equal to one of the allowed values"};e===null?e=[g]:e.push(g),r++}var ve=f===r;if(y=y||ve,y)r=c,e!==null&&(c?e.length=
c:e=null);else{let g={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/retained",schemaPath:"#/properties/principals\
/additionalProperties/anyOf/1/properties/retained/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[g]:e.
push(g),r++}}if(n.session!==void 0){let o=n.session;if(Array.isArray(o)){let c=o.length;for(let y=0;y<c;y++){let l=o[y];if(typeof l!="string"&&
!(l&&typeof l=="object"&&!Array.isArray(l))){let f={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/session/"+y,schemaPath:"\
#/properties/principals/additionalProperties/anyOf/1/properties/session/items/type",keyword:"type",params:{type:A.properties.principals.additionalProperties.
anyOf[1].properties.session.items.type},message:"must be string,object"};e===null?e=[f]:e.push(f),r++}}}else{let c={instancePath:t+"/princip\
als/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/session",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/sessio\
n/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[c]:e.push(c),r++}}if(n.trust!==void 0){let o=n.trust;if(typeof o!=
"string"&&!(o&&typeof o=="object"&&!Array.isArray(o))){let c={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/trust",
schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/trust/type",keyword:"type",params:{type:A.properties.principals.
additionalProperties.anyOf[1].properties.trust.type},message:"must be string,object"};e===null?e=[c]:e.push(c),r++}}if(n.maxSessionDuration!==
void 0){let o=n.maxSessionDuration;if(!(typeof o=="number"&&!(o%1)&&!isNaN(o)&&isFinite(o))){let c={instancePath:t+"/principals/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/maxSessionDuration",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/maxSessionD\
uration/type",keyword:"type",params:{type:"integer"},message:"must be integer"};e===null?e=[c]:e.push(c),r++}if(typeof o=="number"&&isFinite(
o)){if(o>43200||isNaN(o)){let c={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/maxSessionDuration",schemaPath:"#/\
properties/principals/additionalProperties/anyOf/1/properties/maxSessionDuration/maximum",keyword:"maximum",params:{comparison:"<=",limit:43200},
message:"must be <= 43200"};e===null?e=[c]:e.push(c),r++}if(o<3600||isNaN(o)){let c={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/maxSessionDuration",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/maxSessionDuration/minimum",keyword:"\
minimum",params:{comparison:">=",limit:3600},message:"must be >= 3600"};e===null?e=[c]:e.push(c),r++}}}if(n.knows!==void 0){let o=n.knows;if(o&&
typeof o=="object"&&!Array.isArray(o)){for(let c in o)if(c!=="policies"){let y={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/knows",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/knows/additionalProperties",keyword:"additionalPr\
operties",params:{additionalProperty:c},message:"must NOT have additional properties"};e===null?e=[y]:e.push(y),r++}if(o.policies!==void 0){
let c=o.policies;if(typeof c!="string"){let y={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/knows/policies",schemaPath:"\
#/properties/principals/additionalProperties/anyOf/1/properties/knows/properties/policies/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[y]:e.push(y),r++}if(!(c==="all"||c==="some")){let y={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/knows/policies",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/knows/properties/policies/enum",keyword:"\
enum",params:{allowedValues:A.properties.principals.additionalProperties.anyOf[1].properties.knows.properties.policies.enum},message:"must b\
e equal to one of the allowed values"};e===null?e=[y]:e.push(y),r++}}}else{let c={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/knows",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/knows/type",keyword:"type",params:{type:"ob\
ject"},message:"must be object"};e===null?e=[c]:e.push(c),r++}}if(n.unknown!==void 0){let o=n.unknown;if(Array.isArray(o)){let c=o.length;for(let y=0;y<
c;y++){let l=o[y];if(typeof l!="string"){let f={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/unknown/"+y,schemaPath:"\
#/properties/principals/additionalProperties/anyOf/1/properties/unknown/items/type",keyword:"type",params:{type:"string"},message:"must be s\
tring"};e===null?e=[f]:e.push(f),r++}if(!(l==="boundary"||l==="trust"||l==="tags"||l==="userId"||l==="session")){let f={instancePath:t+"/pri\
ncipals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/unknown/"+y,schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties\
/unknown/items/enum",keyword:"enum",params:{allowedValues:A.properties.principals.additionalProperties.anyOf[1].properties.unknown.items.enum},
message:"must be equal to one of the allowed values"};e===null?e=[f]:e.push(f),r++}}}else{let c={instancePath:t+"/principals/"+s.replace(/~/g,
"~0").replace(/\//g,"~1")+"/unknown",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/unknown/type",keyword:"type",
params:{type:"array"},message:"must be array"};e===null?e=[c]:e.push(c),r++}}if(n.tags!==void 0){let o=n.tags;if(o&&typeof o=="object"&&!Array.
isArray(o))for(let c in o){let y=o[c],l=r,f=!1,g=r;if(typeof y!="string"){let P={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/tags/"+c.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/ta\
gs/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[P]:e.push(P),r++}var S=g===
r;f=f||S;let h=r;if(y&&typeof y=="object"&&!Array.isArray(y)){if(y.$symbol===void 0){let P={instancePath:t+"/principals/"+s.replace(/~/g,"~0").
replace(/\//g,"~1")+"/tags/"+c.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/principals/additionalProperties/anyOf/1/prope\
rties/tags/additionalProperties/anyOf/1/required",keyword:"required",params:{missingProperty:"$symbol"},message:"must have required property\
 '$symbol'"};e===null?e=[P]:e.push(P),r++}for(let P in y)if(P!=="$symbol"){let m={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/tags/"+c.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/ta\
gs/additionalProperties/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:P},message:"must NOT have ad\
ditional properties"};e===null?e=[m]:e.push(m),r++}if(y.$symbol!==void 0&&typeof y.$symbol!="string"){let P={instancePath:t+"/principals/"+s.
replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+c.replace(/~/g,"~0").replace(/\//g,"~1")+"/$symbol",schemaPath:"#/properties/principals/addi\
tionalProperties/anyOf/1/properties/tags/additionalProperties/anyOf/1/properties/%24symbol/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[P]:e.push(P),r++}}else{let P={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+c.
replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/tags/additionalProperties\
/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[P]:e.push(P),r++}var S=h===r;if(f=f||S,S)var ie=!0;
let d=r;if(y&&typeof y=="object"&&!Array.isArray(y)){if(y.$join===void 0){let P={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/tags/"+c.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/ta\
gs/additionalProperties/anyOf/2/required",keyword:"required",params:{missingProperty:"$join"},message:"must have required property '$join'"};
e===null?e=[P]:e.push(P),r++}for(let P in y)if(P!=="$join"){let m={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/\
tags/"+c.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/tags/additionalP\
roperties/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:P},message:"must NOT have additional prope\
rties"};e===null?e=[m]:e.push(m),r++}if(y.$join!==void 0){let P=y.$join;if(Array.isArray(P)){if(P.length<1){let k={instancePath:t+"/principa\
ls/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+c.replace(/~/g,"~0").replace(/\//g,"~1")+"/$join",schemaPath:"#/properties/principals\
/additionalProperties/anyOf/1/properties/tags/additionalProperties/anyOf/2/properties/%24join/minItems",keyword:"minItems",params:{limit:1},
message:"must NOT have fewer than 1 items"};e===null?e=[k]:e.push(k),r++}let m=P.length;for(let k=0;k<m;k++){let $=P[k],O=r,v=!1,j=r;if(typeof $!=
"string"){let T={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+c.replace(/~/g,"~0").replace(/\//g,"~1")+"/\
$join/"+k,schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/tags/additionalProperties/anyOf/2/properties/%24join/i\
tems/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[T]:e.push(T),r++}var Ae=j===r;v=v||Ae;let N=r;
if($&&typeof $=="object"&&!Array.isArray($)){if($.$symbol===void 0){let T={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/tags/"+c.replace(/~/g,"~0").replace(/\//g,"~1")+"/$join/"+k,schemaPath:"#/properties/principals/additionalProperties/anyOf/1/propert\
ies/tags/additionalProperties/anyOf/2/properties/%24join/items/anyOf/1/required",keyword:"required",params:{missingProperty:"$symbol"},message:"\
must have required property '$symbol'"};e===null?e=[T]:e.push(T),r++}for(let T in $)if(T!=="$symbol"){let C={instancePath:t+"/principals/"+s.
replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+c.replace(/~/g,"~0").replace(/\//g,"~1")+"/$join/"+k,schemaPath:"#/properties/principals/add\
itionalProperties/anyOf/1/properties/tags/additionalProperties/anyOf/2/properties/%24join/items/anyOf/1/additionalProperties",keyword:"addit\
ionalProperties",params:{additionalProperty:T},message:"must NOT have additional properties"};e===null?e=[C]:e.push(C),r++}if($.$symbol!==void 0&&
typeof $.$symbol!="string"){let T={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+c.replace(/~/g,"~0").replace(
/\//g,"~1")+"/$join/"+k+"/$symbol",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/tags/additionalProperties/any\
Of/2/properties/%24join/items/anyOf/1/properties/%24symbol/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=
[T]:e.push(T),r++}}else{let T={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+c.replace(/~/g,"~0").replace(
/\//g,"~1")+"/$join/"+k,schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/tags/additionalProperties/anyOf/2/proper\
ties/%24join/items/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[T]:e.push(T),r++}var Ae=N===r;if(v=
v||Ae,v)r=O,e!==null&&(O?e.length=O:e=null);else{let T={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+c.replace(
/~/g,"~0").replace(/\//g,"~1")+"/$join/"+k,schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/tags/additionalProper\
ties/anyOf/2/properties/%24join/items/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[T]:e.push(T),r++}}}else{
let m={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+c.replace(/~/g,"~0").replace(/\//g,"~1")+"/$join",schemaPath:"\
#/properties/principals/additionalProperties/anyOf/1/properties/tags/additionalProperties/anyOf/2/properties/%24join/type",keyword:"type",params:{
type:"array"},message:"must be array"};e===null?e=[m]:e.push(m),r++}}}else{let P={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/tags/"+c.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/ta\
gs/additionalProperties/anyOf/2/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[P]:e.push(P),r++}var S=d===
r;f=f||S,S&&ie!==!0&&(ie=!0);let b=r;if(y&&typeof y=="object"&&!Array.isArray(y)){if(y.$assumed===void 0){let P={instancePath:t+"/principals\
/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+c.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/principals/additional\
Properties/anyOf/1/properties/tags/additionalProperties/anyOf/3/required",keyword:"required",params:{missingProperty:"$assumed"},message:"mu\
st have required property '$assumed'"};e===null?e=[P]:e.push(P),r++}if(y.because===void 0){let P={instancePath:t+"/principals/"+s.replace(/~/g,
"~0").replace(/\//g,"~1")+"/tags/"+c.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/principals/additionalProperties/anyOf/1\
/properties/tags/additionalProperties/anyOf/3/required",keyword:"required",params:{missingProperty:"because"},message:"must have required pr\
operty 'because'"};e===null?e=[P]:e.push(P),r++}for(let P in y)if(!(P==="$assumed"||P==="because")){let m={instancePath:t+"/principals/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/tags/"+c.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/principals/additionalProperties/an\
yOf/1/properties/tags/additionalProperties/anyOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:P},message:"\
must NOT have additional properties"};e===null?e=[m]:e.push(m),r++}if(y.$assumed!==void 0&&typeof y.$assumed!="string"){let P={instancePath:t+
"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+c.replace(/~/g,"~0").replace(/\//g,"~1")+"/$assumed",schemaPath:"#/properti\
es/principals/additionalProperties/anyOf/1/properties/tags/additionalProperties/anyOf/3/properties/%24assumed/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[P]:e.push(P),r++}if(y.because!==void 0&&typeof y.because!="string"){let P={instancePath:t+"/p\
rincipals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+c.replace(/~/g,"~0").replace(/\//g,"~1")+"/because",schemaPath:"#/properties/p\
rincipals/additionalProperties/anyOf/1/properties/tags/additionalProperties/anyOf/3/properties/because/type",keyword:"type",params:{type:"st\
ring"},message:"must be string"};e===null?e=[P]:e.push(P),r++}}else{let P={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/tags/"+c.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/tags/add\
itionalProperties/anyOf/3/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[P]:e.push(P),r++}var S=b===r;if(f=
f||S,S&&ie!==!0&&(ie=!0),f)r=l,e!==null&&(l?e.length=l:e=null);else{let P={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/tags/"+c.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/tags/add\
itionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[P]:e.push(P),r++}}else{let c={instancePath:t+
"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/\
tags/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[c]:e.push(c),r++}}if(n.userId!==void 0&&typeof n.userId!=
"string"){let o={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/userId",schemaPath:"#/properties/principals/additi\
onalProperties/anyOf/1/properties/userId/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),r++}
if(n.roleArn!==void 0&&typeof n.roleArn!="string"){let o={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/roleArn",
schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/roleArn/type",keyword:"type",params:{type:"string"},message:"mus\
t be string"};e===null?e=[o]:e.push(o),r++}if(n.userArn!==void 0&&typeof n.userArn!="string"){let o={instancePath:t+"/principals/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/userArn",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/userArn/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),r++}if(n.serviceLinkedRole!==void 0&&typeof n.serviceLinkedRole!=
"boolean"){let o={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceLinkedRole",schemaPath:"#/properties/princ\
ipals/additionalProperties/anyOf/1/properties/serviceLinkedRole/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===
null?e=[o]:e.push(o),r++}if(n.mfaAgeSeconds!==void 0){let o=n.mfaAgeSeconds;if(typeof o=="number"&&isFinite(o)){if(o<0||isNaN(o)){let c={instancePath:t+
"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/mfaAgeSeconds",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/pr\
operties/mfaAgeSeconds/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"};e===null?e=[c]:e.push(c),r++}}else{
let c={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/mfaAgeSeconds",schemaPath:"#/properties/principals/additiona\
lProperties/anyOf/1/properties/mfaAgeSeconds/type",keyword:"type",params:{type:"number"},message:"must be number"};e===null?e=[c]:e.push(c),
r++}}if(n.sourceIdentity!==void 0&&typeof n.sourceIdentity!="string"){let o={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/sourceIdentity",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/sourceIdentity/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),r++}if(n.credentials!==void 0){let o=n.credentials;if(o&&typeof o=="object"&&
!Array.isArray(o)){if(o.accessKeyId===void 0){let c={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/credentials",schemaPath:"\
#/properties/principals/additionalProperties/anyOf/1/properties/credentials/required",keyword:"required",params:{missingProperty:"accessKeyI\
d"},message:"must have required property 'accessKeyId'"};e===null?e=[c]:e.push(c),r++}if(o.secretAccessKey===void 0){let c={instancePath:t+"\
/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/credentials",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/prope\
rties/credentials/required",keyword:"required",params:{missingProperty:"secretAccessKey"},message:"must have required property 'secretAccess\
Key'"};e===null?e=[c]:e.push(c),r++}for(let c in o)if(!(c==="accessKeyId"||c==="secretAccessKey"||c==="sessionToken")){let y={instancePath:t+
"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/credentials",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/prop\
erties/credentials/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:c},message:"must NOT have additional prop\
erties"};e===null?e=[y]:e.push(y),r++}if(o.accessKeyId!==void 0&&typeof o.accessKeyId!="string"){let c={instancePath:t+"/principals/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/credentials/accessKeyId",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/creden\
tials/properties/accessKeyId/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[c]:e.push(c),r++}if(o.secretAccessKey!==
void 0&&typeof o.secretAccessKey!="string"){let c={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/credentials/secr\
etAccessKey",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/credentials/properties/secretAccessKey/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[c]:e.push(c),r++}if(o.sessionToken!==void 0&&typeof o.sessionToken!="stri\
ng"){let c={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/credentials/sessionToken",schemaPath:"#/properties/prin\
cipals/additionalProperties/anyOf/1/properties/credentials/properties/sessionToken/type",keyword:"type",params:{type:"string"},message:"must\
 be string"};e===null?e=[c]:e.push(c),r++}}else{let c={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/credentials",
schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/credentials/type",keyword:"type",params:{type:"object"},message:"\
must be object"};e===null?e=[c]:e.push(c),r++}}}else{let o={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/principals/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[o]:e.
push(o),r++}var qe=u===r;if(a=a||qe,a)r=i,e!==null&&(i?e.length=i:e=null);else{let o={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(
/\//g,"~1"),schemaPath:"#/properties/principals/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
e===null?e=[o]:e.push(o),r++}}else{let s={instancePath:t+"/principals",schemaPath:"#/properties/principals/type",keyword:"type",params:{type:"\
object"},message:"must be object"};e===null?e=[s]:e.push(s),r++}}if(q.keys!==void 0){let w=q.keys;if(w&&typeof w=="object"&&!Array.isArray(w))
for(let s in w){let n=w[s];if(n&&typeof n=="object"&&!Array.isArray(n)){for(let i in n)if(!ke.call(A.properties.keys.additionalProperties.properties,
i)){let a={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/keys/additionalProperties/additionalPro\
perties",keyword:"additionalProperties",params:{additionalProperty:i},message:"must NOT have additional properties"};e===null?e=[a]:e.push(a),
r++}if(n.arn!==void 0){let i=n.arn,a=r,p=!1,u=r;if(typeof i!="string"){let l={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+
"/arn",schemaPath:"#/properties/keys/additionalProperties/properties/arn/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must b\
e string"};e===null?e=[l]:e.push(l),r++}var x=u===r;p=p||x;let o=r;if(i&&typeof i=="object"&&!Array.isArray(i)){if(i.$symbol===void 0){let l={
instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"#/properties/keys/additionalProperties/properties/arn/an\
yOf/1/required",keyword:"required",params:{missingProperty:"$symbol"},message:"must have required property '$symbol'"};e===null?e=[l]:e.push(
l),r++}for(let l in i)if(l!=="$symbol"){let f={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"#/propert\
ies/keys/additionalProperties/properties/arn/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:l},message:"\
must NOT have additional properties"};e===null?e=[f]:e.push(f),r++}if(i.$symbol!==void 0&&typeof i.$symbol!="string"){let l={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/$symbol",schemaPath:"#/properties/keys/additionalProperties/properties/arn/anyOf/1/p\
roperties/%24symbol/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),r++}}else{let l={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"#/properties/keys/additionalProperties/properties/arn/anyOf/1/type",keyword:"\
type",params:{type:"object"},message:"must be object"};e===null?e=[l]:e.push(l),r++}var x=o===r;if(p=p||x,x)var ae=!0;let c=r;if(i&&typeof i==
"object"&&!Array.isArray(i)){if(i.$join===void 0){let l={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"\
#/properties/keys/additionalProperties/properties/arn/anyOf/2/required",keyword:"required",params:{missingProperty:"$join"},message:"must ha\
ve required property '$join'"};e===null?e=[l]:e.push(l),r++}for(let l in i)if(l!=="$join"){let f={instancePath:t+"/keys/"+s.replace(/~/g,"~0").
replace(/\//g,"~1")+"/arn",schemaPath:"#/properties/keys/additionalProperties/properties/arn/anyOf/2/additionalProperties",keyword:"addition\
alProperties",params:{additionalProperty:l},message:"must NOT have additional properties"};e===null?e=[f]:e.push(f),r++}if(i.$join!==void 0){
let l=i.$join;if(Array.isArray(l)){if(l.length<1){let g={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/$join",schemaPath:"\
#/properties/keys/additionalProperties/properties/arn/anyOf/2/properties/%24join/minItems",keyword:"minItems",params:{limit:1},message:"must\
 NOT have fewer than 1 items"};e===null?e=[g]:e.push(g),r++}let f=l.length;for(let g=0;g<f;g++){let h=l[g],d=r,b=!1,P=r;if(typeof h!="string"){
let k={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/$join/"+g,schemaPath:"#/properties/keys/additionalProperties/p\
roperties/arn/anyOf/2/properties/%24join/items/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[k]:
e.push(k),r++}var Ce=P===r;b=b||Ce;let m=r;if(h&&typeof h=="object"&&!Array.isArray(h)){if(h.$symbol===void 0){let k={instancePath:t+"/keys/"+
s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/$join/"+g,schemaPath:"#/properties/keys/additionalProperties/properties/arn/anyOf/2/propertie\
s/%24join/items/anyOf/1/required",keyword:"required",params:{missingProperty:"$symbol"},message:"must have required property '$symbol'"};e===
null?e=[k]:e.push(k),r++}for(let k in h)if(k!=="$symbol"){let $={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/$joi\
n/"+g,schemaPath:"#/properties/keys/additionalProperties/properties/arn/anyOf/2/properties/%24join/items/anyOf/1/additionalProperties",keyword:"\
additionalProperties",params:{additionalProperty:k},message:"must NOT have additional properties"};e===null?e=[$]:e.push($),r++}if(h.$symbol!==
void 0&&typeof h.$symbol!="string"){let k={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/$join/"+g+"/$symbol",schemaPath:"\
#/properties/keys/additionalProperties/properties/arn/anyOf/2/properties/%24join/items/anyOf/1/properties/%24symbol/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[k]:e.push(k),r++}}else{let k={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/arn/$join/"+g,schemaPath:"#/properties/keys/additionalProperties/properties/arn/anyOf/2/properties/%24join/items/anyOf/1/type",keyword:"\
type",params:{type:"object"},message:"must be object"};e===null?e=[k]:e.push(k),r++}var Ce=m===r;if(b=b||Ce,b)r=d,e!==null&&(d?e.length=d:e=
null);else{let k={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/$join/"+g,schemaPath:"#/properties/keys/additionalP\
roperties/properties/arn/anyOf/2/properties/%24join/items/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?
e=[k]:e.push(k),r++}}}else{let f={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/$join",schemaPath:"#/properties/key\
s/additionalProperties/properties/arn/anyOf/2/properties/%24join/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?
e=[f]:e.push(f),r++}}}else{let l={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"#/properties/keys/addi\
tionalProperties/properties/arn/anyOf/2/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[l]:e.push(l),r++}var x=c===
r;p=p||x,x&&ae!==!0&&(ae=!0);let y=r;if(i&&typeof i=="object"&&!Array.isArray(i)){if(i.$assumed===void 0){let l={instancePath:t+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"#/properties/keys/additionalProperties/properties/arn/anyOf/3/required",keyword:"required",
params:{missingProperty:"$assumed"},message:"must have required property '$assumed'"};e===null?e=[l]:e.push(l),r++}if(i.because===void 0){let l={
instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"#/properties/keys/additionalProperties/properties/arn/an\
yOf/3/required",keyword:"required",params:{missingProperty:"because"},message:"must have required property 'because'"};e===null?e=[l]:e.push(
l),r++}for(let l in i)if(!(l==="$assumed"||l==="because")){let f={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"\
#/properties/keys/additionalProperties/properties/arn/anyOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:l},
message:"must NOT have additional properties"};e===null?e=[f]:e.push(f),r++}if(i.$assumed!==void 0&&typeof i.$assumed!="string"){let l={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/$assumed",schemaPath:"#/properties/keys/additionalProperties/properties/arn/anyOf/3/\
properties/%24assumed/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),r++}if(i.because!==void 0&&
typeof i.because!="string"){let l={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/because",schemaPath:"#/properties/\
keys/additionalProperties/properties/arn/anyOf/3/properties/because/type",keyword:"type",params:{type:"string"},message:"must be string"};e===
null?e=[l]:e.push(l),r++}}else{let l={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"#/properties/keys/\
additionalProperties/properties/arn/anyOf/3/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[l]:e.push(l),r++}
var x=y===r;if(p=p||x,x&&ae!==!0&&(ae=!0),p)r=a,e!==null&&(a?e.length=a:e=null);else{let l={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/arn",schemaPath:"#/properties/keys/additionalProperties/properties/arn/anyOf",keyword:"anyOf",params:{},message:"must match a \
schema in anyOf"};e===null?e=[l]:e.push(l),r++}}if(n.id!==void 0&&typeof n.id!="string"){let i={instancePath:t+"/keys/"+s.replace(/~/g,"~0").
replace(/\//g,"~1")+"/id",schemaPath:"#/properties/keys/additionalProperties/properties/id/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[i]:e.push(i),r++}if(n.account!==void 0){let i=n.account,a=r,p=!1,u=r;if(typeof i!="string"){let l={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account",schemaPath:"#/properties/keys/additionalProperties/properties/account/anyOf/0/t\
ype",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),r++}var E=u===r;p=p||E;let o=r;if(i&&typeof i==
"object"&&!Array.isArray(i)){if(i.$symbol===void 0){let l={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account",schemaPath:"\
#/properties/keys/additionalProperties/properties/account/anyOf/1/required",keyword:"required",params:{missingProperty:"$symbol"},message:"m\
ust have required property '$symbol'"};e===null?e=[l]:e.push(l),r++}for(let l in i)if(l!=="$symbol"){let f={instancePath:t+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/account",schemaPath:"#/properties/keys/additionalProperties/properties/account/anyOf/1/additionalProperties",
keyword:"additionalProperties",params:{additionalProperty:l},message:"must NOT have additional properties"};e===null?e=[f]:e.push(f),r++}if(i.
$symbol!==void 0&&typeof i.$symbol!="string"){let l={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account/$symbol",schemaPath:"\
#/properties/keys/additionalProperties/properties/account/anyOf/1/properties/%24symbol/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[l]:e.push(l),r++}}else{let l={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account",schemaPath:"\
#/properties/keys/additionalProperties/properties/account/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===
null?e=[l]:e.push(l),r++}var E=o===r;if(p=p||E,E)var oe=!0;let c=r;if(i&&typeof i=="object"&&!Array.isArray(i)){if(i.$join===void 0){let l={
instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account",schemaPath:"#/properties/keys/additionalProperties/properties/ac\
count/anyOf/2/required",keyword:"required",params:{missingProperty:"$join"},message:"must have required property '$join'"};e===null?e=[l]:e.
push(l),r++}for(let l in i)if(l!=="$join"){let f={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account",schemaPath:"#/\
properties/keys/additionalProperties/properties/account/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:l},
message:"must NOT have additional properties"};e===null?e=[f]:e.push(f),r++}if(i.$join!==void 0){let l=i.$join;if(Array.isArray(l)){if(l.length<
1){let g={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account/$join",schemaPath:"#/properties/keys/additionalProperti\
es/properties/account/anyOf/2/properties/%24join/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===
null?e=[g]:e.push(g),r++}let f=l.length;for(let g=0;g<f;g++){let h=l[g],d=r,b=!1,P=r;if(typeof h!="string"){let k={instancePath:t+"/keys/"+s.
replace(/~/g,"~0").replace(/\//g,"~1")+"/account/$join/"+g,schemaPath:"#/properties/keys/additionalProperties/properties/account/anyOf/2/pro\
perties/%24join/items/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[k]:e.push(k),r++}var Ne=P===
r;b=b||Ne;let m=r;if(h&&typeof h=="object"&&!Array.isArray(h)){if(h.$symbol===void 0){let k={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/account/$join/"+g,schemaPath:"#/properties/keys/additionalProperties/properties/account/anyOf/2/properties/%24join/items/anyOf\
/1/required",keyword:"required",params:{missingProperty:"$symbol"},message:"must have required property '$symbol'"};e===null?e=[k]:e.push(k),
r++}for(let k in h)if(k!=="$symbol"){let $={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account/$join/"+g,schemaPath:"\
#/properties/keys/additionalProperties/properties/account/anyOf/2/properties/%24join/items/anyOf/1/additionalProperties",keyword:"additional\
Properties",params:{additionalProperty:k},message:"must NOT have additional properties"};e===null?e=[$]:e.push($),r++}if(h.$symbol!==void 0&&
typeof h.$symbol!="string"){let k={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account/$join/"+g+"/$symbol",schemaPath:"\
#/properties/keys/additionalProperties/properties/account/anyOf/2/properties/%24join/items/anyOf/1/properties/%24symbol/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[k]:e.push(k),r++}}else{let k={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/account/$join/"+g,schemaPath:"#/properties/keys/additionalProperties/properties/account/anyOf/2/properties/%24join/items/anyOf\
/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[k]:e.push(k),r++}var Ne=m===r;if(b=b||Ne,b)r=d,e!==null&&
(d?e.length=d:e=null);else{let k={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account/$join/"+g,schemaPath:"#/propert\
ies/keys/additionalProperties/properties/account/anyOf/2/properties/%24join/items/anyOf",keyword:"anyOf",params:{},message:"must match a sch\
ema in anyOf"};e===null?e=[k]:e.push(k),r++}}}else{let f={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account/$join",
schemaPath:"#/properties/keys/additionalProperties/properties/account/anyOf/2/properties/%24join/type",keyword:"type",params:{type:"array"},
message:"must be array"};e===null?e=[f]:e.push(f),r++}}}else{let l={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/accou\
nt",schemaPath:"#/properties/keys/additionalProperties/properties/account/anyOf/2/type",keyword:"type",params:{type:"object"},message:"must \
be object"};e===null?e=[l]:e.push(l),r++}var E=c===r;p=p||E,E&&oe!==!0&&(oe=!0);let y=r;if(i&&typeof i=="object"&&!Array.isArray(i)){if(i.$assumed===
void 0){let l={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account",schemaPath:"#/properties/keys/additionalPropertie\
s/properties/account/anyOf/3/required",keyword:"required",params:{missingProperty:"$assumed"},message:"must have required property '$assumed\
'"};e===null?e=[l]:e.push(l),r++}if(i.because===void 0){let l={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account",schemaPath:"\
#/properties/keys/additionalProperties/properties/account/anyOf/3/required",keyword:"required",params:{missingProperty:"because"},message:"m\
ust have required property 'because'"};e===null?e=[l]:e.push(l),r++}for(let l in i)if(!(l==="$assumed"||l==="because")){let f={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account",schemaPath:"#/properties/keys/additionalProperties/properties/account/anyOf/3/a\
dditionalProperties",keyword:"additionalProperties",params:{additionalProperty:l},message:"must NOT have additional properties"};e===null?e=
[f]:e.push(f),r++}if(i.$assumed!==void 0&&typeof i.$assumed!="string"){let l={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+
"/account/$assumed",schemaPath:"#/properties/keys/additionalProperties/properties/account/anyOf/3/properties/%24assumed/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),r++}if(i.because!==void 0&&typeof i.because!="string"){let l={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account/because",schemaPath:"#/properties/keys/additionalProperties/properties/account/a\
nyOf/3/properties/because/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),r++}}else{let l={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account",schemaPath:"#/properties/keys/additionalProperties/properties/account/anyOf/3/t\
ype",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[l]:e.push(l),r++}var E=y===r;if(p=p||E,E&&oe!==!0&&(oe=!0),
p)r=a,e!==null&&(a?e.length=a:e=null);else{let l={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account",schemaPath:"#/\
properties/keys/additionalProperties/properties/account/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=
[l]:e.push(l),r++}}if(n.region!==void 0&&typeof n.region!="string"){let i={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+
"/region",schemaPath:"#/properties/keys/additionalProperties/properties/region/type",keyword:"type",params:{type:"string"},message:"must be \
string"};e===null?e=[i]:e.push(i),r++}if(n.description!==void 0&&typeof n.description!="string"){let i={instancePath:t+"/keys/"+s.replace(/~/g,
"~0").replace(/\//g,"~1")+"/description",schemaPath:"#/properties/keys/additionalProperties/properties/description/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}if(n.createdAt!==void 0&&typeof n.createdAt!="string"){let i={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/createdAt",schemaPath:"#/properties/keys/additionalProperties/properties/createdAt/type",
keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}if(n.managedBy!==void 0){let i=n.managedBy;if(typeof i!=
"string"){let a={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/managedBy",schemaPath:"#/properties/keys/additionalPrope\
rties/properties/managedBy/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}if(!(i==="cust\
omer"||i==="aws")){let a={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/managedBy",schemaPath:"#/properties/keys/additi\
onalProperties/properties/managedBy/enum",keyword:"enum",params:{allowedValues:A.properties.keys.additionalProperties.properties.managedBy.enum},
message:"must be equal to one of the allowed values"};e===null?e=[a]:e.push(a),r++}}if(n.aliases!==void 0){let i=n.aliases;if(Array.isArray(
i)){let a=i.length;for(let p=0;p<a;p++){let u=i[p],o=r,c=!1,y=r;if(typeof u!="string"){let h={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/aliases/"+p,schemaPath:"#/properties/keys/additionalProperties/properties/aliases/items/anyOf/0/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[h]:e.push(h),r++}var R=y===r;c=c||R;let l=r;if(u&&typeof u=="object"&&!Array.isArray(u)){if(u.
$symbol===void 0){let h={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/aliases/"+p,schemaPath:"#/properties/keys/additi\
onalProperties/properties/aliases/items/anyOf/1/required",keyword:"required",params:{missingProperty:"$symbol"},message:"must have required \
property '$symbol'"};e===null?e=[h]:e.push(h),r++}for(let h in u)if(h!=="$symbol"){let d={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/aliases/"+p,schemaPath:"#/properties/keys/additionalProperties/properties/aliases/items/anyOf/1/additionalProperties",keyword:"\
additionalProperties",params:{additionalProperty:h},message:"must NOT have additional properties"};e===null?e=[d]:e.push(d),r++}if(u.$symbol!==
void 0&&typeof u.$symbol!="string"){let h={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/aliases/"+p+"/$symbol",schemaPath:"\
#/properties/keys/additionalProperties/properties/aliases/items/anyOf/1/properties/%24symbol/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[h]:e.push(h),r++}}else{let h={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/aliases/"+p,schemaPath:"\
#/properties/keys/additionalProperties/properties/aliases/items/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};
e===null?e=[h]:e.push(h),r++}var R=l===r;if(c=c||R,R)var pe=!0;let f=r;if(u&&typeof u=="object"&&!Array.isArray(u)){if(u.$join===void 0){let h={
instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/aliases/"+p,schemaPath:"#/properties/keys/additionalProperties/properties\
/aliases/items/anyOf/2/required",keyword:"required",params:{missingProperty:"$join"},message:"must have required property '$join'"};e===null?
e=[h]:e.push(h),r++}for(let h in u)if(h!=="$join"){let d={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/aliases/"+p,schemaPath:"\
#/properties/keys/additionalProperties/properties/aliases/items/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:h},
message:"must NOT have additional properties"};e===null?e=[d]:e.push(d),r++}if(u.$join!==void 0){let h=u.$join;if(Array.isArray(h)){if(h.length<
1){let b={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/aliases/"+p+"/$join",schemaPath:"#/properties/keys/additionalPr\
operties/properties/aliases/items/anyOf/2/properties/%24join/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than\
 1 items"};e===null?e=[b]:e.push(b),r++}let d=h.length;for(let b=0;b<d;b++){let P=h[b],m=r,k=!1,$=r;if(typeof P!="string"){let v={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/aliases/"+p+"/$join/"+b,schemaPath:"#/properties/keys/additionalProperties/properties/al\
iases/items/anyOf/2/properties/%24join/items/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[v]:e.
push(v),r++}var Te=$===r;k=k||Te;let O=r;if(P&&typeof P=="object"&&!Array.isArray(P)){if(P.$symbol===void 0){let v={instancePath:t+"/keys/"+
s.replace(/~/g,"~0").replace(/\//g,"~1")+"/aliases/"+p+"/$join/"+b,schemaPath:"#/properties/keys/additionalProperties/properties/aliases/ite\
ms/anyOf/2/properties/%24join/items/anyOf/1/required",keyword:"required",params:{missingProperty:"$symbol"},message:"must have required prop\
erty '$symbol'"};e===null?e=[v]:e.push(v),r++}for(let v in P)if(v!=="$symbol"){let j={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/aliases/"+p+"/$join/"+b,schemaPath:"#/properties/keys/additionalProperties/properties/aliases/items/anyOf/2/properties/%24join/items\
/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:v},message:"must NOT have additional properties"};e===
null?e=[j]:e.push(j),r++}if(P.$symbol!==void 0&&typeof P.$symbol!="string"){let v={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/aliases/"+p+"/$join/"+b+"/$symbol",schemaPath:"#/properties/keys/additionalProperties/properties/aliases/items/anyOf/2/properties/%2\
4join/items/anyOf/1/properties/%24symbol/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[v]:e.push(v),r++}}else{
let v={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/aliases/"+p+"/$join/"+b,schemaPath:"#/properties/keys/additionalPr\
operties/properties/aliases/items/anyOf/2/properties/%24join/items/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be obje\
ct"};e===null?e=[v]:e.push(v),r++}var Te=O===r;if(k=k||Te,k)r=m,e!==null&&(m?e.length=m:e=null);else{let v={instancePath:t+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/aliases/"+p+"/$join/"+b,schemaPath:"#/properties/keys/additionalProperties/properties/aliases/items/anyOf/2\
/properties/%24join/items/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[v]:e.push(v),r++}}}else{let d={
instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/aliases/"+p+"/$join",schemaPath:"#/properties/keys/additionalProperties/p\
roperties/aliases/items/anyOf/2/properties/%24join/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[d]:e.push(
d),r++}}}else{let h={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/aliases/"+p,schemaPath:"#/properties/keys/additional\
Properties/properties/aliases/items/anyOf/2/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[h]:e.push(h),r++}
var R=f===r;c=c||R,R&&pe!==!0&&(pe=!0);let g=r;if(u&&typeof u=="object"&&!Array.isArray(u)){if(u.$assumed===void 0){let h={instancePath:t+"/\
keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/aliases/"+p,schemaPath:"#/properties/keys/additionalProperties/properties/aliases/items/an\
yOf/3/required",keyword:"required",params:{missingProperty:"$assumed"},message:"must have required property '$assumed'"};e===null?e=[h]:e.push(
h),r++}if(u.because===void 0){let h={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/aliases/"+p,schemaPath:"#/properties\
/keys/additionalProperties/properties/aliases/items/anyOf/3/required",keyword:"required",params:{missingProperty:"because"},message:"must ha\
ve required property 'because'"};e===null?e=[h]:e.push(h),r++}for(let h in u)if(!(h==="$assumed"||h==="because")){let d={instancePath:t+"/ke\
ys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/aliases/"+p,schemaPath:"#/properties/keys/additionalProperties/properties/aliases/items/anyO\
f/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:h},message:"must NOT have additional properties"};e===null?
e=[d]:e.push(d),r++}if(u.$assumed!==void 0&&typeof u.$assumed!="string"){let h={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"\
~1")+"/aliases/"+p+"/$assumed",schemaPath:"#/properties/keys/additionalProperties/properties/aliases/items/anyOf/3/properties/%24assumed/typ\
e",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[h]:e.push(h),r++}if(u.because!==void 0&&typeof u.because!="st\
ring"){let h={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/aliases/"+p+"/because",schemaPath:"#/properties/keys/additi\
onalProperties/properties/aliases/items/anyOf/3/properties/because/type",keyword:"type",params:{type:"string"},message:"must be string"};e===
null?e=[h]:e.push(h),r++}}else{let h={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/aliases/"+p,schemaPath:"#/propertie\
s/keys/additionalProperties/properties/aliases/items/anyOf/3/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?
e=[h]:e.push(h),r++}var R=g===r;if(c=c||R,R&&pe!==!0&&(pe=!0),c)r=o,e!==null&&(o?e.length=o:e=null);else{let h={instancePath:t+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/aliases/"+p,schemaPath:"#/properties/keys/additionalProperties/properties/aliases/items/anyOf",keyword:"any\
Of",params:{},message:"must match a schema in anyOf"};e===null?e=[h]:e.push(h),r++}}}else{let a={instancePath:t+"/keys/"+s.replace(/~/g,"~0").
replace(/\//g,"~1")+"/aliases",schemaPath:"#/properties/keys/additionalProperties/properties/aliases/type",keyword:"type",params:{type:"arra\
y"},message:"must be array"};e===null?e=[a]:e.push(a),r++}}if(n.knows!==void 0){let i=n.knows;if(i&&typeof i=="object"&&!Array.isArray(i)){for(let a in i)
if(a!=="grants"){let p={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/knows",schemaPath:"#/properties/keys/additionalPr\
operties/properties/knows/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:a},message:"must NOT have addition\
al properties"};e===null?e=[p]:e.push(p),r++}if(i.grants!==void 0){let a=i.grants;if(typeof a!="string"){let p={instancePath:t+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/knows/grants",schemaPath:"#/properties/keys/additionalProperties/properties/knows/properties/grants/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),r++}if(!(a==="all"||a==="some")){let p={instancePath:t+"/key\
s/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/knows/grants",schemaPath:"#/properties/keys/additionalProperties/properties/knows/properties/\
grants/enum",keyword:"enum",params:{allowedValues:A.properties.keys.additionalProperties.properties.knows.properties.grants.enum},message:"m\
ust be equal to one of the allowed values"};e===null?e=[p]:e.push(p),r++}}}else{let a={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/knows",schemaPath:"#/properties/keys/additionalProperties/properties/knows/type",keyword:"type",params:{type:"object"},message:"\
must be object"};e===null?e=[a]:e.push(a),r++}}if(n.unknown!==void 0){let i=n.unknown;if(Array.isArray(i)){let a=i.length;for(let p=0;p<a;p++){
let u=i[p];if(typeof u!="string"){let o={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/unknown/"+p,schemaPath:"#/proper\
ties/keys/additionalProperties/properties/unknown/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:
e.push(o),r++}if(!(u==="policy"||u==="state"||u==="rotation"||u==="spec"||u==="usage"||u==="origin"||u==="multiRegion"||u==="aliases"||u==="\
tags"||u==="description")){let o={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/unknown/"+p,schemaPath:"#/properties/ke\
ys/additionalProperties/properties/unknown/items/enum",keyword:"enum",params:{allowedValues:A.properties.keys.additionalProperties.properties.
unknown.items.enum},message:"must be equal to one of the allowed values"};e===null?e=[o]:e.push(o),r++}}}else{let a={instancePath:t+"/keys/"+
s.replace(/~/g,"~0").replace(/\//g,"~1")+"/unknown",schemaPath:"#/properties/keys/additionalProperties/properties/unknown/type",keyword:"typ\
e",params:{type:"array"},message:"must be array"};e===null?e=[a]:e.push(a),r++}}if(n.attested!==void 0&&typeof n.attested!="boolean"){let i={
instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/attested",schemaPath:"#/properties/keys/additionalProperties/properties/a\
ttested/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[i]:e.push(i),r++}if(n.skipsLockoutCheck!==void 0&&
typeof n.skipsLockoutCheck!="boolean"){let i={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/skipsLockoutCheck",schemaPath:"\
#/properties/keys/additionalProperties/properties/skipsLockoutCheck/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};
e===null?e=[i]:e.push(i),r++}if(n.retained!==void 0){let i=n.retained,a=r,p=!1,u=r;if(typeof i!="boolean"){let c={instancePath:t+"/keys/"+s.
replace(/~/g,"~0").replace(/\//g,"~1")+"/retained",schemaPath:"#/properties/keys/additionalProperties/properties/retained/anyOf/0/type",keyword:"\
type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[c]:e.push(c),r++}var _e=u===r;p=p||_e;let o=r;if(typeof i!="string"){let c={
instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/retained",schemaPath:"#/properties/keys/additionalProperties/properties/r\
etained/anyOf/1/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[c]:e.push(c),r++}if(!(i==="removed"||i==="\
replaced")){let c={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/retained",schemaPath:"#/properties/keys/additionalProp\
erties/properties/retained/anyOf/1/enum",keyword:"enum",params:{allowedValues:A.properties.keys.additionalProperties.properties.retained.anyOf[1].
enum},message:"must be equal to one of the allowed values"};e===null?e=[c]:e.push(c),r++}var _e=o===r;if(p=p||_e,p)r=a,e!==null&&(a?e.length=
a:e=null);else{let c={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/retained",schemaPath:"#/properties/keys/additionalP\
roperties/properties/retained/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[c]:e.push(c),r++}}if(n.replaces!==
void 0){let i=n.replaces,a=r,p=!1,u=r;if(typeof i!="string"){let l={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/repla\
ces",schemaPath:"#/properties/keys/additionalProperties/properties/replaces/anyOf/0/type",keyword:"type",params:{type:"string"},message:"mus\
t be string"};e===null?e=[l]:e.push(l),r++}var D=u===r;p=p||D;let o=r;if(i&&typeof i=="object"&&!Array.isArray(i)){if(i.$symbol===void 0){let l={
instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/replaces",schemaPath:"#/properties/keys/additionalProperties/properties/r\
eplaces/anyOf/1/required",keyword:"required",params:{missingProperty:"$symbol"},message:"must have required property '$symbol'"};e===null?e=
[l]:e.push(l),r++}for(let l in i)if(l!=="$symbol"){let f={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/replaces",schemaPath:"\
#/properties/keys/additionalProperties/properties/replaces/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:l},
message:"must NOT have additional properties"};e===null?e=[f]:e.push(f),r++}if(i.$symbol!==void 0&&typeof i.$symbol!="string"){let l={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/replaces/$symbol",schemaPath:"#/properties/keys/additionalProperties/properties/replaces\
/anyOf/1/properties/%24symbol/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),r++}}else{let l={
instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/replaces",schemaPath:"#/properties/keys/additionalProperties/properties/r\
eplaces/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[l]:e.push(l),r++}var D=o===r;if(p=p||D,D)var ne=!0;
let c=r;if(i&&typeof i=="object"&&!Array.isArray(i)){if(i.$join===void 0){let l={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/replaces",schemaPath:"#/properties/keys/additionalProperties/properties/replaces/anyOf/2/required",keyword:"required",params:{missingProperty:"\
$join"},message:"must have required property '$join'"};e===null?e=[l]:e.push(l),r++}for(let l in i)if(l!=="$join"){let f={instancePath:t+"/k\
eys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/replaces",schemaPath:"#/properties/keys/additionalProperties/properties/replaces/anyOf/2/ad\
ditionalProperties",keyword:"additionalProperties",params:{additionalProperty:l},message:"must NOT have additional properties"};e===null?e=[
f]:e.push(f),r++}if(i.$join!==void 0){let l=i.$join;if(Array.isArray(l)){if(l.length<1){let g={instancePath:t+"/keys/"+s.replace(/~/g,"~0").
replace(/\//g,"~1")+"/replaces/$join",schemaPath:"#/properties/keys/additionalProperties/properties/replaces/anyOf/2/properties/%24join/minI\
tems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[g]:e.push(g),r++}let f=l.length;for(let g=0;g<
f;g++){let h=l[g],d=r,b=!1,P=r;if(typeof h!="string"){let k={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/replaces/$jo\
in/"+g,schemaPath:"#/properties/keys/additionalProperties/properties/replaces/anyOf/2/properties/%24join/items/anyOf/0/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[k]:e.push(k),r++}var ze=P===r;b=b||ze;let m=r;if(h&&typeof h=="object"&&!Array.
isArray(h)){if(h.$symbol===void 0){let k={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/replaces/$join/"+g,schemaPath:"\
#/properties/keys/additionalProperties/properties/replaces/anyOf/2/properties/%24join/items/anyOf/1/required",keyword:"required",params:{missingProperty:"\
$symbol"},message:"must have required property '$symbol'"};e===null?e=[k]:e.push(k),r++}for(let k in h)if(k!=="$symbol"){let $={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/replaces/$join/"+g,schemaPath:"#/properties/keys/additionalProperties/properties/replace\
s/anyOf/2/properties/%24join/items/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:k},message:"must \
NOT have additional properties"};e===null?e=[$]:e.push($),r++}if(h.$symbol!==void 0&&typeof h.$symbol!="string"){let k={instancePath:t+"/key\
s/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/replaces/$join/"+g+"/$symbol",schemaPath:"#/properties/keys/additionalProperties/properties/r\
eplaces/anyOf/2/properties/%24join/items/anyOf/1/properties/%24symbol/type",keyword:"type",params:{type:"string"},message:"must be string"};
e===null?e=[k]:e.push(k),r++}}else{let k={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/replaces/$join/"+g,schemaPath:"\
#/properties/keys/additionalProperties/properties/replaces/anyOf/2/properties/%24join/items/anyOf/1/type",keyword:"type",params:{type:"objec\
t"},message:"must be object"};e===null?e=[k]:e.push(k),r++}var ze=m===r;if(b=b||ze,b)r=d,e!==null&&(d?e.length=d:e=null);else{let k={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/replaces/$join/"+g,schemaPath:"#/properties/keys/additionalProperties/properties/replace\
s/anyOf/2/properties/%24join/items/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[k]:e.push(k),r++}}}else{
let f={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/replaces/$join",schemaPath:"#/properties/keys/additionalProperties\
/properties/replaces/anyOf/2/properties/%24join/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[f]:e.push(f),
r++}}}else{let l={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/replaces",schemaPath:"#/properties/keys/additionalPrope\
rties/properties/replaces/anyOf/2/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[l]:e.push(l),r++}var D=c===
r;p=p||D,D&&ne!==!0&&(ne=!0);let y=r;if(i&&typeof i=="object"&&!Array.isArray(i)){if(i.$assumed===void 0){let l={instancePath:t+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/replaces",schemaPath:"#/properties/keys/additionalProperties/properties/replaces/anyOf/3/required",keyword:"\
required",params:{missingProperty:"$assumed"},message:"must have required property '$assumed'"};e===null?e=[l]:e.push(l),r++}if(i.because===
void 0){let l={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/replaces",schemaPath:"#/properties/keys/additionalProperti\
es/properties/replaces/anyOf/3/required",keyword:"required",params:{missingProperty:"because"},message:"must have required property 'because\
'"};e===null?e=[l]:e.push(l),r++}for(let l in i)if(!(l==="$assumed"||l==="because")){let f={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/replaces",schemaPath:"#/properties/keys/additionalProperties/properties/replaces/anyOf/3/additionalProperties",keyword:"additi\
onalProperties",params:{additionalProperty:l},message:"must NOT have additional properties"};e===null?e=[f]:e.push(f),r++}if(i.$assumed!==void 0&&
typeof i.$assumed!="string"){let l={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/replaces/$assumed",schemaPath:"#/prop\
erties/keys/additionalProperties/properties/replaces/anyOf/3/properties/%24assumed/type",keyword:"type",params:{type:"string"},message:"must\
 be string"};e===null?e=[l]:e.push(l),r++}if(i.because!==void 0&&typeof i.because!="string"){let l={instancePath:t+"/keys/"+s.replace(/~/g,"\
~0").replace(/\//g,"~1")+"/replaces/because",schemaPath:"#/properties/keys/additionalProperties/properties/replaces/anyOf/3/properties/becau\
se/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),r++}}else{let l={instancePath:t+"/keys/"+s.
replace(/~/g,"~0").replace(/\//g,"~1")+"/replaces",schemaPath:"#/properties/keys/additionalProperties/properties/replaces/anyOf/3/type",keyword:"\
type",params:{type:"object"},message:"must be object"};e===null?e=[l]:e.push(l),r++}var D=y===r;if(p=p||D,D&&ne!==!0&&(ne=!0),p)r=a,e!==null&&
(a?e.length=a:e=null);else{let l={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/replaces",schemaPath:"#/properties/keys\
/additionalProperties/properties/replaces/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[l]:e.push(l),
r++}}if(n.trust!==void 0){let i=n.trust;if(i&&typeof i=="object"&&!Array.isArray(i)){for(let a in i)if(!(a==="organization"||a==="organizati\
ons"||a==="accounts"||a==="principals"||a==="services")){let p={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/trust",schemaPath:"\
#/properties/keys/additionalProperties/properties/trust/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:a},message:"\
must NOT have additional properties"};e===null?e=[p]:e.push(p),r++}if(i.organization!==void 0&&typeof i.organization!="boolean"){let a={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/trust/organization",schemaPath:"#/properties/keys/additionalProperties/properties/trust/\
properties/organization/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[a]:e.push(a),r++}if(i.organizations!==
void 0){let a=i.organizations;if(Array.isArray(a)){let p=a.length;for(let u=0;u<p;u++)if(typeof a[u]!="string"){let o={instancePath:t+"/keys\
/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/trust/organizations/"+u,schemaPath:"#/properties/keys/additionalProperties/properties/trust/pr\
operties/organizations/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),r++}}else{let p={
instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/trust/organizations",schemaPath:"#/properties/keys/additionalProperties/p\
roperties/trust/properties/organizations/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),r++}}if(i.
accounts!==void 0){let a=i.accounts;if(Array.isArray(a)){let p=a.length;for(let u=0;u<p;u++)if(typeof a[u]!="string"){let o={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/trust/accounts/"+u,schemaPath:"#/properties/keys/additionalProperties/properties/trust/p\
roperties/accounts/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),r++}}else{let p={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/trust/accounts",schemaPath:"#/properties/keys/additionalProperties/properties/trust/prop\
erties/accounts/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),r++}}if(i.principals!==void 0){
let a=i.principals;if(Array.isArray(a)){let p=a.length;for(let u=0;u<p;u++)if(typeof a[u]!="string"){let o={instancePath:t+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/trust/principals/"+u,schemaPath:"#/properties/keys/additionalProperties/properties/trust/properties/princip\
als/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),r++}}else{let p={instancePath:t+"/k\
eys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/trust/principals",schemaPath:"#/properties/keys/additionalProperties/properties/trust/prope\
rties/principals/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),r++}}if(i.services!==void 0){let a=i.
services;if(Array.isArray(a)){let p=a.length;for(let u=0;u<p;u++)if(typeof a[u]!="string"){let o={instancePath:t+"/keys/"+s.replace(/~/g,"~0").
replace(/\//g,"~1")+"/trust/services/"+u,schemaPath:"#/properties/keys/additionalProperties/properties/trust/properties/services/items/type",
keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),r++}}else{let p={instancePath:t+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/trust/services",schemaPath:"#/properties/keys/additionalProperties/properties/trust/properties/services/typ\
e",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),r++}}}else{let a={instancePath:t+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/trust",schemaPath:"#/properties/keys/additionalProperties/properties/trust/type",keyword:"type",params:{type:"\
object"},message:"must be object"};e===null?e=[a]:e.push(a),r++}}if(n.administrators!==void 0){let i=n.administrators;if(Array.isArray(i)){let a=i.
length;for(let p=0;p<a;p++)if(typeof i[p]!="string"){let u={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/administrator\
s/"+p,schemaPath:"#/properties/keys/additionalProperties/properties/administrators/items/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[u]:e.push(u),r++}}else{let a={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/administrators",
schemaPath:"#/properties/keys/additionalProperties/properties/administrators/type",keyword:"type",params:{type:"array"},message:"must be arr\
ay"};e===null?e=[a]:e.push(a),r++}}if(n.policy!==void 0){let i=n.policy;if(typeof i!="string"&&!(i&&typeof i=="object"&&!Array.isArray(i))){
let a={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/policy",schemaPath:"#/properties/keys/additionalProperties/propert\
ies/policy/type",keyword:"type",params:{type:A.properties.keys.additionalProperties.properties.policy.type},message:"must be string,object"};
e===null?e=[a]:e.push(a),r++}}if(n.tags!==void 0){let i=n.tags;if(i&&typeof i=="object"&&!Array.isArray(i))for(let a in i){let p=i[a],u=r,o=!1,
c=r;if(typeof p!="string"){let g={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+a.replace(/~/g,"~0").replace(/\//g,
"~1"),schemaPath:"#/properties/keys/additionalProperties/properties/tags/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"str\
ing"},message:"must be string"};e===null?e=[g]:e.push(g),r++}var K=c===r;o=o||K;let y=r;if(p&&typeof p=="object"&&!Array.isArray(p)){if(p.$symbol===
void 0){let g={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+a.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/keys/additionalProperties/properties/tags/additionalProperties/anyOf/1/required",keyword:"required",params:{missingProperty:"$s\
ymbol"},message:"must have required property '$symbol'"};e===null?e=[g]:e.push(g),r++}for(let g in p)if(g!=="$symbol"){let h={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+a.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/keys/additional\
Properties/properties/tags/additionalProperties/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:g},message:"\
must NOT have additional properties"};e===null?e=[h]:e.push(h),r++}if(p.$symbol!==void 0&&typeof p.$symbol!="string"){let g={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/$symbol",schemaPath:"#/properties/keys\
/additionalProperties/properties/tags/additionalProperties/anyOf/1/properties/%24symbol/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[g]:e.push(g),r++}}else{let g={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+a.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/keys/additionalProperties/properties/tags/additionalProperties/anyOf/1/type",keyword:"\
type",params:{type:"object"},message:"must be object"};e===null?e=[g]:e.push(g),r++}var K=y===r;if(o=o||K,K)var le=!0;let l=r;if(p&&typeof p==
"object"&&!Array.isArray(p)){if(p.$join===void 0){let g={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+a.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/keys/additionalProperties/properties/tags/additionalProperties/anyOf/2/required",keyword:"\
required",params:{missingProperty:"$join"},message:"must have required property '$join'"};e===null?e=[g]:e.push(g),r++}for(let g in p)if(g!==
"$join"){let h={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+a.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/keys/additionalProperties/properties/tags/additionalProperties/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:g},message:"must NOT have additional properties"};e===null?e=[h]:e.push(h),r++}if(p.$join!==void 0){let g=p.$join;if(Array.
isArray(g)){if(g.length<1){let d={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+a.replace(/~/g,"~0").replace(/\//g,
"~1")+"/$join",schemaPath:"#/properties/keys/additionalProperties/properties/tags/additionalProperties/anyOf/2/properties/%24join/minItems",
keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[d]:e.push(d),r++}let h=g.length;for(let d=0;d<h;d++){
let b=g[d],P=r,m=!1,k=r;if(typeof b!="string"){let O={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+a.replace(/~/g,
"~0").replace(/\//g,"~1")+"/$join/"+d,schemaPath:"#/properties/keys/additionalProperties/properties/tags/additionalProperties/anyOf/2/proper\
ties/%24join/items/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[O]:e.push(O),r++}var Ie=k===r;m=
m||Ie;let $=r;if(b&&typeof b=="object"&&!Array.isArray(b)){if(b.$symbol===void 0){let O={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/tags/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/$join/"+d,schemaPath:"#/properties/keys/additionalProperties/properties/tags\
/additionalProperties/anyOf/2/properties/%24join/items/anyOf/1/required",keyword:"required",params:{missingProperty:"$symbol"},message:"must\
 have required property '$symbol'"};e===null?e=[O]:e.push(O),r++}for(let O in b)if(O!=="$symbol"){let v={instancePath:t+"/keys/"+s.replace(/~/g,
"~0").replace(/\//g,"~1")+"/tags/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/$join/"+d,schemaPath:"#/properties/keys/additionalProperties/p\
roperties/tags/additionalProperties/anyOf/2/properties/%24join/items/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:O},
message:"must NOT have additional properties"};e===null?e=[v]:e.push(v),r++}if(b.$symbol!==void 0&&typeof b.$symbol!="string"){let O={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/$join/"+d+"/$symbol",schemaPath:"#/pro\
perties/keys/additionalProperties/properties/tags/additionalProperties/anyOf/2/properties/%24join/items/anyOf/1/properties/%24symbol/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[O]:e.push(O),r++}}else{let O={instancePath:t+"/keys/"+s.replace(/~/g,"~0").
replace(/\//g,"~1")+"/tags/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/$join/"+d,schemaPath:"#/properties/keys/additionalProperties/propert\
ies/tags/additionalProperties/anyOf/2/properties/%24join/items/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};
e===null?e=[O]:e.push(O),r++}var Ie=$===r;if(m=m||Ie,m)r=P,e!==null&&(P?e.length=P:e=null);else{let O={instancePath:t+"/keys/"+s.replace(/~/g,
"~0").replace(/\//g,"~1")+"/tags/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/$join/"+d,schemaPath:"#/properties/keys/additionalProperties/p\
roperties/tags/additionalProperties/anyOf/2/properties/%24join/items/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
e===null?e=[O]:e.push(O),r++}}}else{let h={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+a.replace(/~/g,"~0").replace(
/\//g,"~1")+"/$join",schemaPath:"#/properties/keys/additionalProperties/properties/tags/additionalProperties/anyOf/2/properties/%24join/type",
keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[h]:e.push(h),r++}}}else{let g={instancePath:t+"/keys/"+s.replace(/~/g,
"~0").replace(/\//g,"~1")+"/tags/"+a.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/keys/additionalProperties/properties/ta\
gs/additionalProperties/anyOf/2/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[g]:e.push(g),r++}var K=l===
r;o=o||K,K&&le!==!0&&(le=!0);let f=r;if(p&&typeof p=="object"&&!Array.isArray(p)){if(p.$assumed===void 0){let g={instancePath:t+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/tags/"+a.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/keys/additionalProperties/properti\
es/tags/additionalProperties/anyOf/3/required",keyword:"required",params:{missingProperty:"$assumed"},message:"must have required property '\
$assumed'"};e===null?e=[g]:e.push(g),r++}if(p.because===void 0){let g={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/ta\
gs/"+a.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/keys/additionalProperties/properties/tags/additionalProperties/anyOf/\
3/required",keyword:"required",params:{missingProperty:"because"},message:"must have required property 'because'"};e===null?e=[g]:e.push(g),
r++}for(let g in p)if(!(g==="$assumed"||g==="because")){let h={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+a.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/keys/additionalProperties/properties/tags/additionalProperties/anyOf/3/additionalPro\
perties",keyword:"additionalProperties",params:{additionalProperty:g},message:"must NOT have additional properties"};e===null?e=[h]:e.push(h),
r++}if(p.$assumed!==void 0&&typeof p.$assumed!="string"){let g={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+a.
replace(/~/g,"~0").replace(/\//g,"~1")+"/$assumed",schemaPath:"#/properties/keys/additionalProperties/properties/tags/additionalProperties/a\
nyOf/3/properties/%24assumed/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[g]:e.push(g),r++}if(p.because!==
void 0&&typeof p.because!="string"){let g={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+a.replace(/~/g,"~0").replace(
/\//g,"~1")+"/because",schemaPath:"#/properties/keys/additionalProperties/properties/tags/additionalProperties/anyOf/3/properties/because/ty\
pe",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[g]:e.push(g),r++}}else{let g={instancePath:t+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/tags/"+a.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/keys/additionalProperties/properti\
es/tags/additionalProperties/anyOf/3/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[g]:e.push(g),r++}var K=f===
r;if(o=o||K,K&&le!==!0&&(le=!0),o)r=u,e!==null&&(u?e.length=u:e=null);else{let g={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/tags/"+a.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/keys/additionalProperties/properties/tags/additionalPropert\
ies/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[g]:e.push(g),r++}}else{let a={instancePath:t+"/keys\
/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags",schemaPath:"#/properties/keys/additionalProperties/properties/tags/type",keyword:"type",
params:{type:"object"},message:"must be object"};e===null?e=[a]:e.push(a),r++}}if(n.grants!==void 0){let i=n.grants;if(Array.isArray(i)){let a=i.
length;for(let p=0;p<a;p++){let u=i[p];if(u&&typeof u=="object"&&!Array.isArray(u)){if(u.grantee===void 0){let o={instancePath:t+"/keys/"+s.
replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p,schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/required",keyword:"\
required",params:{missingProperty:"grantee"},message:"must have required property 'grantee'"};e===null?e=[o]:e.push(o),r++}if(u.operations===
void 0){let o={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p,schemaPath:"#/properties/keys/additionalPropert\
ies/properties/grants/items/required",keyword:"required",params:{missingProperty:"operations"},message:"must have required property 'operati\
ons'"};e===null?e=[o]:e.push(o),r++}for(let o in u)if(!(o==="id"||o==="name"||o==="grantee"||o==="operations"||o==="constraints"||o==="retir\
ing"||o==="issuingAccount"||o==="token")){let c={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p,schemaPath:"#\
/properties/keys/additionalProperties/properties/grants/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:o},
message:"must NOT have additional properties"};e===null?e=[c]:e.push(c),r++}if(u.id!==void 0&&typeof u.id!="string"){let o={instancePath:t+"\
/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/id",schemaPath:"#/properties/keys/additionalProperties/properties/grants/ite\
ms/properties/id/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),r++}if(u.name!==void 0&&typeof u.
name!="string"){let o={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/name",schemaPath:"#/properties/keys/a\
dditionalProperties/properties/grants/items/properties/name/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=
[o]:e.push(o),r++}if(u.grantee!==void 0){let o=u.grantee,c=r,y=!1,l=r;if(typeof o!="string"){let d={instancePath:t+"/keys/"+s.replace(/~/g,"\
~0").replace(/\//g,"~1")+"/grants/"+p+"/grantee",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/grant\
ee/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[d]:e.push(d),r++}var W=l===r;y=y||W;let f=r;if(o&&
typeof o=="object"&&!Array.isArray(o)){if(o.$symbol===void 0){let d={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/gran\
ts/"+p+"/grantee",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/grantee/anyOf/1/required",keyword:"r\
equired",params:{missingProperty:"$symbol"},message:"must have required property '$symbol'"};e===null?e=[d]:e.push(d),r++}for(let d in o)if(d!==
"$symbol"){let b={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/grantee",schemaPath:"#/properties/keys/add\
itionalProperties/properties/grants/items/properties/grantee/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:d},
message:"must NOT have additional properties"};e===null?e=[b]:e.push(b),r++}if(o.$symbol!==void 0&&typeof o.$symbol!="string"){let d={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/grantee/$symbol",schemaPath:"#/properties/keys/additionalProperties/propert\
ies/grants/items/properties/grantee/anyOf/1/properties/%24symbol/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[d]:e.push(d),r++}}else{let d={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/grantee",schemaPath:"#/prop\
erties/keys/additionalProperties/properties/grants/items/properties/grantee/anyOf/1/type",keyword:"type",params:{type:"object"},message:"mus\
t be object"};e===null?e=[d]:e.push(d),r++}var W=f===r;if(y=y||W,W)var ce=!0;let g=r;if(o&&typeof o=="object"&&!Array.isArray(o)){if(o.$join===
void 0){let d={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/grantee",schemaPath:"#/properties/keys/additi\
onalProperties/properties/grants/items/properties/grantee/anyOf/2/required",keyword:"required",params:{missingProperty:"$join"},message:"mus\
t have required property '$join'"};e===null?e=[d]:e.push(d),r++}for(let d in o)if(d!=="$join"){let b={instancePath:t+"/keys/"+s.replace(/~/g,
"~0").replace(/\//g,"~1")+"/grants/"+p+"/grantee",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/gran\
tee/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:d},message:"must NOT have additional properties"};
e===null?e=[b]:e.push(b),r++}if(o.$join!==void 0){let d=o.$join;if(Array.isArray(d)){if(d.length<1){let P={instancePath:t+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/grantee/$join",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/prop\
erties/grantee/anyOf/2/properties/%24join/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?
e=[P]:e.push(P),r++}let b=d.length;for(let P=0;P<b;P++){let m=d[P],k=r,$=!1,O=r;if(typeof m!="string"){let j={instancePath:t+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/grantee/$join/"+P,schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/p\
roperties/grantee/anyOf/2/properties/%24join/items/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=
[j]:e.push(j),r++}var Se=O===r;$=$||Se;let v=r;if(m&&typeof m=="object"&&!Array.isArray(m)){if(m.$symbol===void 0){let j={instancePath:t+"/k\
eys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/grantee/$join/"+P,schemaPath:"#/properties/keys/additionalProperties/propertie\
s/grants/items/properties/grantee/anyOf/2/properties/%24join/items/anyOf/1/required",keyword:"required",params:{missingProperty:"$symbol"},message:"\
must have required property '$symbol'"};e===null?e=[j]:e.push(j),r++}for(let j in m)if(j!=="$symbol"){let N={instancePath:t+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/grantee/$join/"+P,schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/p\
roperties/grantee/anyOf/2/properties/%24join/items/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:j},
message:"must NOT have additional properties"};e===null?e=[N]:e.push(N),r++}if(m.$symbol!==void 0&&typeof m.$symbol!="string"){let j={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/grantee/$join/"+P+"/$symbol",schemaPath:"#/properties/keys/additionalProper\
ties/properties/grants/items/properties/grantee/anyOf/2/properties/%24join/items/anyOf/1/properties/%24symbol/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[j]:e.push(j),r++}}else{let j={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+
"/grants/"+p+"/grantee/$join/"+P,schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/grantee/anyOf/2/prope\
rties/%24join/items/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[j]:e.push(j),r++}var Se=v===r;
if($=$||Se,$)r=k,e!==null&&(k?e.length=k:e=null);else{let j={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"\
/grantee/$join/"+P,schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/grantee/anyOf/2/properties/%24join/\
items/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[j]:e.push(j),r++}}}else{let b={instancePath:t+"/k\
eys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/grantee/$join",schemaPath:"#/properties/keys/additionalProperties/properties/g\
rants/items/properties/grantee/anyOf/2/properties/%24join/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[b]:
e.push(b),r++}}}else{let d={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/grantee",schemaPath:"#/propertie\
s/keys/additionalProperties/properties/grants/items/properties/grantee/anyOf/2/type",keyword:"type",params:{type:"object"},message:"must be \
object"};e===null?e=[d]:e.push(d),r++}var W=g===r;y=y||W,W&&ce!==!0&&(ce=!0);let h=r;if(o&&typeof o=="object"&&!Array.isArray(o)){if(o.$assumed===
void 0){let d={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/grantee",schemaPath:"#/properties/keys/additi\
onalProperties/properties/grants/items/properties/grantee/anyOf/3/required",keyword:"required",params:{missingProperty:"$assumed"},message:"\
must have required property '$assumed'"};e===null?e=[d]:e.push(d),r++}if(o.because===void 0){let d={instancePath:t+"/keys/"+s.replace(/~/g,"\
~0").replace(/\//g,"~1")+"/grants/"+p+"/grantee",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/grant\
ee/anyOf/3/required",keyword:"required",params:{missingProperty:"because"},message:"must have required property 'because'"};e===null?e=[d]:e.
push(d),r++}for(let d in o)if(!(d==="$assumed"||d==="because")){let b={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/gr\
ants/"+p+"/grantee",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/grantee/anyOf/3/additionalProperti\
es",keyword:"additionalProperties",params:{additionalProperty:d},message:"must NOT have additional properties"};e===null?e=[b]:e.push(b),r++}
if(o.$assumed!==void 0&&typeof o.$assumed!="string"){let d={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/\
grantee/$assumed",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/grantee/anyOf/3/properties/%24assume\
d/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[d]:e.push(d),r++}if(o.because!==void 0&&typeof o.because!=
"string"){let d={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/grantee/because",schemaPath:"#/properties/k\
eys/additionalProperties/properties/grants/items/properties/grantee/anyOf/3/properties/because/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[d]:e.push(d),r++}}else{let d={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/g\
rantee",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/grantee/anyOf/3/type",keyword:"type",params:{type:"\
object"},message:"must be object"};e===null?e=[d]:e.push(d),r++}var W=h===r;if(y=y||W,W&&ce!==!0&&(ce=!0),y)r=c,e!==null&&(c?e.length=c:e=null);else{
let d={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/grantee",schemaPath:"#/properties/keys/additionalProp\
erties/properties/grants/items/properties/grantee/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[d]:e.
push(d),r++}}if(u.operations!==void 0){let o=u.operations;if(Array.isArray(o)){let c=o.length;for(let y=0;y<c;y++){let l=o[y];if(typeof l!="\
string"){let f={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/operations/"+y,schemaPath:"#/properties/keys\
/additionalProperties/properties/grants/items/properties/operations/items/type",keyword:"type",params:{type:"string"},message:"must be strin\
g"};e===null?e=[f]:e.push(f),r++}if(!(l==="Decrypt"||l==="Encrypt"||l==="GenerateDataKey"||l==="GenerateDataKeyWithoutPlaintext"||l==="ReEnc\
ryptFrom"||l==="ReEncryptTo"||l==="Sign"||l==="Verify"||l==="GetPublicKey"||l==="CreateGrant"||l==="RetireGrant"||l==="DescribeKey"||l==="Ge\
nerateDataKeyPair"||l==="GenerateDataKeyPairWithoutPlaintext"||l==="GenerateMac"||l==="VerifyMac"||l==="DeriveSharedSecret"||l==="Encapsulat\
e"||l==="Decapsulate")){let f={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/operations/"+y,schemaPath:"#/\
properties/keys/additionalProperties/properties/grants/items/properties/operations/items/enum",keyword:"enum",params:{allowedValues:A.properties.
keys.additionalProperties.properties.grants.items.properties.operations.items.enum},message:"must be equal to one of the allowed values"};e===
null?e=[f]:e.push(f),r++}}}else{let c={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/operations",schemaPath:"\
#/properties/keys/additionalProperties/properties/grants/items/properties/operations/type",keyword:"type",params:{type:"array"},message:"mus\
t be array"};e===null?e=[c]:e.push(c),r++}}if(u.constraints!==void 0){let o=u.constraints;if(o&&typeof o=="object"&&!Array.isArray(o)){for(let c in o)
if(!(c==="EncryptionContextEquals"||c==="EncryptionContextSubset"||c==="SourceArn")){let y={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/grants/"+p+"/constraints",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/constraints/ad\
ditionalProperties",keyword:"additionalProperties",params:{additionalProperty:c},message:"must NOT have additional properties"};e===null?e=[
y]:e.push(y),r++}if(o.EncryptionContextEquals!==void 0){let c=o.EncryptionContextEquals;if(c&&typeof c=="object"&&!Array.isArray(c)){for(let y in c)
if(typeof c[y]!="string"){let l={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/constraints/EncryptionConte\
xtEquals/"+y.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/co\
nstraints/properties/EncryptionContextEquals/additionalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"};e===
null?e=[l]:e.push(l),r++}}else{let y={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/constraints/Encryption\
ContextEquals",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/constraints/properties/EncryptionContex\
tEquals/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[y]:e.push(y),r++}}if(o.EncryptionContextSubset!==void 0){
let c=o.EncryptionContextSubset;if(c&&typeof c=="object"&&!Array.isArray(c)){for(let y in c)if(typeof c[y]!="string"){let l={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/constraints/EncryptionContextSubset/"+y.replace(/~/g,"~0").replace(/\//g,"~\
1"),schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/constraints/properties/EncryptionContextSubset/add\
itionalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),r++}}else{let y={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/constraints/EncryptionContextSubset",schemaPath:"#/properties/keys/addition\
alProperties/properties/grants/items/properties/constraints/properties/EncryptionContextSubset/type",keyword:"type",params:{type:"object"},message:"\
must be object"};e===null?e=[y]:e.push(y),r++}}if(o.SourceArn!==void 0&&typeof o.SourceArn!="string"){let c={instancePath:t+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/constraints/SourceArn",schemaPath:"#/properties/keys/additionalProperties/properties/grants/it\
ems/properties/constraints/properties/SourceArn/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[c]:e.push(
c),r++}}else{let c={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/constraints",schemaPath:"#/properties/ke\
ys/additionalProperties/properties/grants/items/properties/constraints/type",keyword:"type",params:{type:"object"},message:"must be object"};
e===null?e=[c]:e.push(c),r++}}if(u.retiring!==void 0){let o=u.retiring,c=r,y=!1,l=r;if(typeof o!="string"){let d={instancePath:t+"/keys/"+s.
replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/retiring",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/p\
roperties/retiring/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[d]:e.push(d),r++}var M=l===r;y=
y||M;let f=r;if(o&&typeof o=="object"&&!Array.isArray(o)){if(o.$symbol===void 0){let d={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/grants/"+p+"/retiring",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/retiring/anyOf/1/\
required",keyword:"required",params:{missingProperty:"$symbol"},message:"must have required property '$symbol'"};e===null?e=[d]:e.push(d),r++}
for(let d in o)if(d!=="$symbol"){let b={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/retiring",schemaPath:"\
#/properties/keys/additionalProperties/properties/grants/items/properties/retiring/anyOf/1/additionalProperties",keyword:"additionalProperti\
es",params:{additionalProperty:d},message:"must NOT have additional properties"};e===null?e=[b]:e.push(b),r++}if(o.$symbol!==void 0&&typeof o.
$symbol!="string"){let d={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/retiring/$symbol",schemaPath:"#/pr\
operties/keys/additionalProperties/properties/grants/items/properties/retiring/anyOf/1/properties/%24symbol/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[d]:e.push(d),r++}}else{let d={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+
"/grants/"+p+"/retiring",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/retiring/anyOf/1/type",keyword:"\
type",params:{type:"object"},message:"must be object"};e===null?e=[d]:e.push(d),r++}var M=f===r;if(y=y||M,M)var de=!0;let g=r;if(o&&typeof o==
"object"&&!Array.isArray(o)){if(o.$join===void 0){let d={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/ret\
iring",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/retiring/anyOf/2/required",keyword:"required",params:{
missingProperty:"$join"},message:"must have required property '$join'"};e===null?e=[d]:e.push(d),r++}for(let d in o)if(d!=="$join"){let b={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/retiring",schemaPath:"#/properties/keys/additionalProperties/properties/gra\
nts/items/properties/retiring/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:d},message:"must NOT h\
ave additional properties"};e===null?e=[b]:e.push(b),r++}if(o.$join!==void 0){let d=o.$join;if(Array.isArray(d)){if(d.length<1){let P={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/retiring/$join",schemaPath:"#/properties/keys/additionalProperties/properti\
es/grants/items/properties/retiring/anyOf/2/properties/%24join/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer th\
an 1 items"};e===null?e=[P]:e.push(P),r++}let b=d.length;for(let P=0;P<b;P++){let m=d[P],k=r,$=!1,O=r;if(typeof m!="string"){let j={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/retiring/$join/"+P,schemaPath:"#/properties/keys/additionalProperties/prope\
rties/grants/items/properties/retiring/anyOf/2/properties/%24join/items/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be\
 string"};e===null?e=[j]:e.push(j),r++}var xe=O===r;$=$||xe;let v=r;if(m&&typeof m=="object"&&!Array.isArray(m)){if(m.$symbol===void 0){let j={
instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/retiring/$join/"+P,schemaPath:"#/properties/keys/additionalP\
roperties/properties/grants/items/properties/retiring/anyOf/2/properties/%24join/items/anyOf/1/required",keyword:"required",params:{missingProperty:"\
$symbol"},message:"must have required property '$symbol'"};e===null?e=[j]:e.push(j),r++}for(let j in m)if(j!=="$symbol"){let N={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/retiring/$join/"+P,schemaPath:"#/properties/keys/additionalProperties/prope\
rties/grants/items/properties/retiring/anyOf/2/properties/%24join/items/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:j},message:"must NOT have additional properties"};e===null?e=[N]:e.push(N),r++}if(m.$symbol!==void 0&&typeof m.$symbol!="\
string"){let j={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/retiring/$join/"+P+"/$symbol",schemaPath:"#/\
properties/keys/additionalProperties/properties/grants/items/properties/retiring/anyOf/2/properties/%24join/items/anyOf/1/properties/%24symb\
ol/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[j]:e.push(j),r++}}else{let j={instancePath:t+"/keys/"+s.
replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/retiring/$join/"+P,schemaPath:"#/properties/keys/additionalProperties/properties/grant\
s/items/properties/retiring/anyOf/2/properties/%24join/items/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===
null?e=[j]:e.push(j),r++}var xe=v===r;if($=$||xe,$)r=k,e!==null&&(k?e.length=k:e=null);else{let j={instancePath:t+"/keys/"+s.replace(/~/g,"~\
0").replace(/\//g,"~1")+"/grants/"+p+"/retiring/$join/"+P,schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/propert\
ies/retiring/anyOf/2/properties/%24join/items/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[j]:e.push(
j),r++}}}else{let b={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/retiring/$join",schemaPath:"#/propertie\
s/keys/additionalProperties/properties/grants/items/properties/retiring/anyOf/2/properties/%24join/type",keyword:"type",params:{type:"array"},
message:"must be array"};e===null?e=[b]:e.push(b),r++}}}else{let d={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grant\
s/"+p+"/retiring",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/retiring/anyOf/2/type",keyword:"type",
params:{type:"object"},message:"must be object"};e===null?e=[d]:e.push(d),r++}var M=g===r;y=y||M,M&&de!==!0&&(de=!0);let h=r;if(o&&typeof o==
"object"&&!Array.isArray(o)){if(o.$assumed===void 0){let d={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/\
retiring",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/retiring/anyOf/3/required",keyword:"required",
params:{missingProperty:"$assumed"},message:"must have required property '$assumed'"};e===null?e=[d]:e.push(d),r++}if(o.because===void 0){let d={
instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/retiring",schemaPath:"#/properties/keys/additionalProperties\
/properties/grants/items/properties/retiring/anyOf/3/required",keyword:"required",params:{missingProperty:"because"},message:"must have requ\
ired property 'because'"};e===null?e=[d]:e.push(d),r++}for(let d in o)if(!(d==="$assumed"||d==="because")){let b={instancePath:t+"/keys/"+s.
replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/retiring",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/p\
roperties/retiring/anyOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:d},message:"must NOT have additio\
nal properties"};e===null?e=[b]:e.push(b),r++}if(o.$assumed!==void 0&&typeof o.$assumed!="string"){let d={instancePath:t+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/retiring/$assumed",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/\
properties/retiring/anyOf/3/properties/%24assumed/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[d]:e.push(
d),r++}if(o.because!==void 0&&typeof o.because!="string"){let d={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+
p+"/retiring/because",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/retiring/anyOf/3/properties/beca\
use/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[d]:e.push(d),r++}}else{let d={instancePath:t+"/keys/"+
s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/retiring",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items\
/properties/retiring/anyOf/3/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[d]:e.push(d),r++}var M=h===r;
if(y=y||M,M&&de!==!0&&(de=!0),y)r=c,e!==null&&(c?e.length=c:e=null);else{let d={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"\
~1")+"/grants/"+p+"/retiring",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/retiring/anyOf",keyword:"\
anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[d]:e.push(d),r++}}if(u.issuingAccount!==void 0){let o=u.issuingAccount,
c=r,y=!1,l=r;if(typeof o!="string"){let d={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/issuingAccount",schemaPath:"\
#/properties/keys/additionalProperties/properties/grants/items/properties/issuingAccount/anyOf/0/type",keyword:"type",params:{type:"string"},
message:"must be string"};e===null?e=[d]:e.push(d),r++}var B=l===r;y=y||B;let f=r;if(o&&typeof o=="object"&&!Array.isArray(o)){if(o.$symbol===
void 0){let d={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/issuingAccount",schemaPath:"#/properties/keys\
/additionalProperties/properties/grants/items/properties/issuingAccount/anyOf/1/required",keyword:"required",params:{missingProperty:"$symbo\
l"},message:"must have required property '$symbol'"};e===null?e=[d]:e.push(d),r++}for(let d in o)if(d!=="$symbol"){let b={instancePath:t+"/k\
eys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/issuingAccount",schemaPath:"#/properties/keys/additionalProperties/properties/\
grants/items/properties/issuingAccount/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:d},message:"m\
ust NOT have additional properties"};e===null?e=[b]:e.push(b),r++}if(o.$symbol!==void 0&&typeof o.$symbol!="string"){let d={instancePath:t+"\
/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/issuingAccount/$symbol",schemaPath:"#/properties/keys/additionalProperties/p\
roperties/grants/items/properties/issuingAccount/anyOf/1/properties/%24symbol/type",keyword:"type",params:{type:"string"},message:"must be s\
tring"};e===null?e=[d]:e.push(d),r++}}else{let d={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/issuingAcc\
ount",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/issuingAccount/anyOf/1/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[d]:e.push(d),r++}var B=f===r;if(y=y||B,B)var ye=!0;let g=r;if(o&&typeof o=="object"&&!Array.
isArray(o)){if(o.$join===void 0){let d={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/issuingAccount",schemaPath:"\
#/properties/keys/additionalProperties/properties/grants/items/properties/issuingAccount/anyOf/2/required",keyword:"required",params:{missingProperty:"\
$join"},message:"must have required property '$join'"};e===null?e=[d]:e.push(d),r++}for(let d in o)if(d!=="$join"){let b={instancePath:t+"/k\
eys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/issuingAccount",schemaPath:"#/properties/keys/additionalProperties/properties/\
grants/items/properties/issuingAccount/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:d},message:"m\
ust NOT have additional properties"};e===null?e=[b]:e.push(b),r++}if(o.$join!==void 0){let d=o.$join;if(Array.isArray(d)){if(d.length<1){let P={
instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/issuingAccount/$join",schemaPath:"#/properties/keys/addition\
alProperties/properties/grants/items/properties/issuingAccount/anyOf/2/properties/%24join/minItems",keyword:"minItems",params:{limit:1},message:"\
must NOT have fewer than 1 items"};e===null?e=[P]:e.push(P),r++}let b=d.length;for(let P=0;P<b;P++){let m=d[P],k=r,$=!1,O=r;if(typeof m!="st\
ring"){let j={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/issuingAccount/$join/"+P,schemaPath:"#/propert\
ies/keys/additionalProperties/properties/grants/items/properties/issuingAccount/anyOf/2/properties/%24join/items/anyOf/0/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[j]:e.push(j),r++}var Ee=O===r;$=$||Ee;let v=r;if(m&&typeof m=="object"&&!Array.
isArray(m)){if(m.$symbol===void 0){let j={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/issuingAccount/$jo\
in/"+P,schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/issuingAccount/anyOf/2/properties/%24join/items\
/anyOf/1/required",keyword:"required",params:{missingProperty:"$symbol"},message:"must have required property '$symbol'"};e===null?e=[j]:e.push(
j),r++}for(let j in m)if(j!=="$symbol"){let N={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/issuingAccoun\
t/$join/"+P,schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/issuingAccount/anyOf/2/properties/%24join/\
items/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:j},message:"must NOT have additional propertie\
s"};e===null?e=[N]:e.push(N),r++}if(m.$symbol!==void 0&&typeof m.$symbol!="string"){let j={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/grants/"+p+"/issuingAccount/$join/"+P+"/$symbol",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/pr\
operties/issuingAccount/anyOf/2/properties/%24join/items/anyOf/1/properties/%24symbol/type",keyword:"type",params:{type:"string"},message:"m\
ust be string"};e===null?e=[j]:e.push(j),r++}}else{let j={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/is\
suingAccount/$join/"+P,schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/issuingAccount/anyOf/2/properti\
es/%24join/items/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[j]:e.push(j),r++}var Ee=v===r;if($=
$||Ee,$)r=k,e!==null&&(k?e.length=k:e=null);else{let j={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/issu\
ingAccount/$join/"+P,schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/issuingAccount/anyOf/2/properties\
/%24join/items/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[j]:e.push(j),r++}}}else{let b={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/issuingAccount/$join",schemaPath:"#/properties/keys/additionalProperties/pr\
operties/grants/items/properties/issuingAccount/anyOf/2/properties/%24join/type",keyword:"type",params:{type:"array"},message:"must be array"};
e===null?e=[b]:e.push(b),r++}}}else{let d={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/issuingAccount",schemaPath:"\
#/properties/keys/additionalProperties/properties/grants/items/properties/issuingAccount/anyOf/2/type",keyword:"type",params:{type:"object"},
message:"must be object"};e===null?e=[d]:e.push(d),r++}var B=g===r;y=y||B,B&&ye!==!0&&(ye=!0);let h=r;if(o&&typeof o=="object"&&!Array.isArray(
o)){if(o.$assumed===void 0){let d={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/issuingAccount",schemaPath:"\
#/properties/keys/additionalProperties/properties/grants/items/properties/issuingAccount/anyOf/3/required",keyword:"required",params:{missingProperty:"\
$assumed"},message:"must have required property '$assumed'"};e===null?e=[d]:e.push(d),r++}if(o.because===void 0){let d={instancePath:t+"/key\
s/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/issuingAccount",schemaPath:"#/properties/keys/additionalProperties/properties/gr\
ants/items/properties/issuingAccount/anyOf/3/required",keyword:"required",params:{missingProperty:"because"},message:"must have required pro\
perty 'because'"};e===null?e=[d]:e.push(d),r++}for(let d in o)if(!(d==="$assumed"||d==="because")){let b={instancePath:t+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/issuingAccount",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/pro\
perties/issuingAccount/anyOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:d},message:"must NOT have add\
itional properties"};e===null?e=[b]:e.push(b),r++}if(o.$assumed!==void 0&&typeof o.$assumed!="string"){let d={instancePath:t+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/issuingAccount/$assumed",schemaPath:"#/properties/keys/additionalProperties/properties/grants/\
items/properties/issuingAccount/anyOf/3/properties/%24assumed/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[d]:e.push(d),r++}if(o.because!==void 0&&typeof o.because!="string"){let d={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+
"/grants/"+p+"/issuingAccount/because",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/issuingAccount/\
anyOf/3/properties/because/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[d]:e.push(d),r++}}else{let d={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/issuingAccount",schemaPath:"#/properties/keys/additionalProperties/properti\
es/grants/items/properties/issuingAccount/anyOf/3/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[d]:e.push(
d),r++}var B=h===r;if(y=y||B,B&&ye!==!0&&(ye=!0),y)r=c,e!==null&&(c?e.length=c:e=null);else{let d={instancePath:t+"/keys/"+s.replace(/~/g,"~\
0").replace(/\//g,"~1")+"/grants/"+p+"/issuingAccount",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties\
/issuingAccount/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[d]:e.push(d),r++}}if(u.token!==void 0&&
typeof u.token!="string"){let o={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/token",schemaPath:"#/proper\
ties/keys/additionalProperties/properties/grants/items/properties/token/type",keyword:"type",params:{type:"string"},message:"must be string"};
e===null?e=[o]:e.push(o),r++}}else{let o={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p,schemaPath:"#/proper\
ties/keys/additionalProperties/properties/grants/items/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[o]:
e.push(o),r++}}}else{let a={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants",schemaPath:"#/properties/keys/additio\
nalProperties/properties/grants/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[a]:e.push(a),r++}}if(n.spec!==
void 0){let i=n.spec;if(typeof i!="string"){let a={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/spec",schemaPath:"#/pr\
operties/keys/additionalProperties/properties/spec/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(
a),r++}if(!(i==="SYMMETRIC_DEFAULT"||i==="RSA_2048"||i==="RSA_3072"||i==="RSA_4096"||i==="SM2"||i==="ECC_NIST_P256"||i==="ECC_NIST_P384"||i===
"ECC_NIST_P521"||i==="ECC_SECG_P256K1"||i==="ECC_NIST_EDWARDS25519"||i==="ML_DSA_44"||i==="ML_DSA_65"||i==="ML_DSA_87"||i==="HMAC_224"||i===
"HMAC_256"||i==="HMAC_384"||i==="HMAC_512"||i==="ML_KEM_512"||i==="ML_KEM_768"||i==="ML_KEM_1024")){let a={instancePath:t+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/spec",schemaPath:"#/properties/keys/additionalProperties/properties/spec/enum",keyword:"enum",params:{allowedValues:A.
properties.keys.additionalProperties.properties.spec.enum},message:"must be equal to one of the allowed values"};e===null?e=[a]:e.push(a),r++}}
if(n.usage!==void 0){let i=n.usage;if(typeof i!="string"){let a={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/usage",schemaPath:"\
#/properties/keys/additionalProperties/properties/usage/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:
e.push(a),r++}if(!(i==="ENCRYPT_DECRYPT"||i==="SIGN_VERIFY"||i==="GENERATE_VERIFY_MAC"||i==="KEY_AGREEMENT"||i==="ENCAPSULATE_DECAPSULATE")){
let a={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/usage",schemaPath:"#/properties/keys/additionalProperties/properti\
es/usage/enum",keyword:"enum",params:{allowedValues:A.properties.keys.additionalProperties.properties.usage.enum},message:"must be equal to \
one of the allowed values"};e===null?e=[a]:e.push(a),r++}}if(n.origin!==void 0){let i=n.origin;if(typeof i!="string"){let a={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/origin",schemaPath:"#/properties/keys/additionalProperties/properties/origin/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}if(!(i==="AWS_KMS"||i==="EXTERNAL"||i==="AWS_CLOUDHSM"||
i==="EXTERNAL_KEY_STORE")){let a={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/origin",schemaPath:"#/properties/keys/a\
dditionalProperties/properties/origin/enum",keyword:"enum",params:{allowedValues:A.properties.keys.additionalProperties.properties.origin.enum},
message:"must be equal to one of the allowed values"};e===null?e=[a]:e.push(a),r++}}if(n.multiRegion!==void 0&&typeof n.multiRegion!="boolea\
n"){let i={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/multiRegion",schemaPath:"#/properties/keys/additionalPropertie\
s/properties/multiRegion/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[i]:e.push(i),r++}if(n.multiRegionKeyType!==
void 0){let i=n.multiRegionKeyType;if(typeof i!="string"){let a={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/multiReg\
ionKeyType",schemaPath:"#/properties/keys/additionalProperties/properties/multiRegionKeyType/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[a]:e.push(a),r++}if(!(i==="PRIMARY"||i==="REPLICA")){let a={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/multiRegionKeyType",schemaPath:"#/properties/keys/additionalProperties/properties/multiRegionKeyType/enum",keyword:"enum",params:{
allowedValues:A.properties.keys.additionalProperties.properties.multiRegionKeyType.enum},message:"must be equal to one of the allowed values"};
e===null?e=[a]:e.push(a),r++}}if(n.state!==void 0){let i=n.state;if(typeof i!="string"){let a={instancePath:t+"/keys/"+s.replace(/~/g,"~0").
replace(/\//g,"~1")+"/state",schemaPath:"#/properties/keys/additionalProperties/properties/state/type",keyword:"type",params:{type:"string"},
message:"must be string"};e===null?e=[a]:e.push(a),r++}if(!(i==="Enabled"||i==="Disabled"||i==="PendingDeletion"||i==="PendingReplicaDeletio\
n"||i==="PendingImport"||i==="Unavailable"||i==="Creating"||i==="Updating")){let a={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/state",schemaPath:"#/properties/keys/additionalProperties/properties/state/enum",keyword:"enum",params:{allowedValues:A.properties.keys.
additionalProperties.properties.state.enum},message:"must be equal to one of the allowed values"};e===null?e=[a]:e.push(a),r++}}if(n.pendingWindowInDays!==
void 0){let i=n.pendingWindowInDays;if(!(typeof i=="number"&&!(i%1)&&!isNaN(i)&&isFinite(i))){let a={instancePath:t+"/keys/"+s.replace(/~/g,
"~0").replace(/\//g,"~1")+"/pendingWindowInDays",schemaPath:"#/properties/keys/additionalProperties/properties/pendingWindowInDays/type",keyword:"\
type",params:{type:"integer"},message:"must be integer"};e===null?e=[a]:e.push(a),r++}if(typeof i=="number"&&isFinite(i)){if(i>30||isNaN(i)){
let a={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/pendingWindowInDays",schemaPath:"#/properties/keys/additionalPrope\
rties/properties/pendingWindowInDays/maximum",keyword:"maximum",params:{comparison:"<=",limit:30},message:"must be <= 30"};e===null?e=[a]:e.
push(a),r++}if(i<7||isNaN(i)){let a={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/pendingWindowInDays",schemaPath:"#/p\
roperties/keys/additionalProperties/properties/pendingWindowInDays/minimum",keyword:"minimum",params:{comparison:">=",limit:7},message:"must\
 be >= 7"};e===null?e=[a]:e.push(a),r++}}}if(n.rotation!==void 0){let i=n.rotation,a=r,p=!1,u=r;if(typeof i!="boolean"){let c={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/rotation",schemaPath:"#/properties/keys/additionalProperties/properties/rotation/anyOf/0\
/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[c]:e.push(c),r++}var Re=u===r;p=p||Re;let o=r;if(i&&typeof i==
"object"&&!Array.isArray(i)){if(i.periodInDays===void 0){let c={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/rotation",
schemaPath:"#/properties/keys/additionalProperties/properties/rotation/anyOf/1/required",keyword:"required",params:{missingProperty:"periodI\
nDays"},message:"must have required property 'periodInDays'"};e===null?e=[c]:e.push(c),r++}for(let c in i)if(c!=="periodInDays"){let y={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/rotation",schemaPath:"#/properties/keys/additionalProperties/properties/rotation/anyOf/1\
/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:c},message:"must NOT have additional properties"};e===null?
e=[y]:e.push(y),r++}if(i.periodInDays!==void 0){let c=i.periodInDays;if(!(typeof c=="number"&&!(c%1)&&!isNaN(c)&&isFinite(c))){let y={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/rotation/periodInDays",schemaPath:"#/properties/keys/additionalProperties/properties/rot\
ation/anyOf/1/properties/periodInDays/type",keyword:"type",params:{type:"integer"},message:"must be integer"};e===null?e=[y]:e.push(y),r++}if(typeof c==
"number"&&isFinite(c)){if(c>2560||isNaN(c)){let y={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/rotation/periodInDays",
schemaPath:"#/properties/keys/additionalProperties/properties/rotation/anyOf/1/properties/periodInDays/maximum",keyword:"maximum",params:{comparison:"\
<=",limit:2560},message:"must be <= 2560"};e===null?e=[y]:e.push(y),r++}if(c<90||isNaN(c)){let y={instancePath:t+"/keys/"+s.replace(/~/g,"~0").
replace(/\//g,"~1")+"/rotation/periodInDays",schemaPath:"#/properties/keys/additionalProperties/properties/rotation/anyOf/1/properties/perio\
dInDays/minimum",keyword:"minimum",params:{comparison:">=",limit:90},message:"must be >= 90"};e===null?e=[y]:e.push(y),r++}}}}else{let c={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/rotation",schemaPath:"#/properties/keys/additionalProperties/properties/rotation/anyOf/1\
/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[c]:e.push(c),r++}var Re=o===r;if(p=p||Re,p)r=a,e!==null&&
(a?e.length=a:e=null);else{let c={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/rotation",schemaPath:"#/properties/keys\
/additionalProperties/properties/rotation/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[c]:e.push(c),
r++}}if(n.dangerousKeyMaterial!==void 0){let i=n.dangerousKeyMaterial,a=r,p=!1,u=r;if(typeof i!="string"){let c={instancePath:t+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/dangerousKeyMaterial",schemaPath:"#/properties/keys/additionalProperties/properties/dangerousKeyMaterial/an\
yOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[c]:e.push(c),r++}var De=u===r;p=p||De;let o=r;if(Array.
isArray(i)){if(i.length<1){let y={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/dangerousKeyMaterial",schemaPath:"#/pro\
perties/keys/additionalProperties/properties/dangerousKeyMaterial/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT ha\
ve fewer than 1 items"};e===null?e=[y]:e.push(y),r++}let c=i.length;for(let y=0;y<c;y++)if(typeof i[y]!="string"){let l={instancePath:t+"/ke\
ys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/dangerousKeyMaterial/"+y,schemaPath:"#/properties/keys/additionalProperties/properties/dange\
rousKeyMaterial/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),r++}}else{let c={
instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/dangerousKeyMaterial",schemaPath:"#/properties/keys/additionalProperties/\
properties/dangerousKeyMaterial/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[c]:e.push(c),r++}var De=o===
r;if(p=p||De,p)r=a,e!==null&&(a?e.length=a:e=null);else{let c={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/dangerousK\
eyMaterial",schemaPath:"#/properties/keys/additionalProperties/properties/dangerousKeyMaterial/anyOf",keyword:"anyOf",params:{},message:"mus\
t match a schema in anyOf"};e===null?e=[c]:e.push(c),r++}}}else{let i={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/keys/additionalProperties/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[i]:e.push(i),r++}}else{
let s={instancePath:t+"/keys",schemaPath:"#/properties/keys/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=
[s]:e.push(s),r++}}if(q.resources!==void 0){let w=q.resources;if(w&&typeof w=="object"&&!Array.isArray(w))for(let s in w){let n=w[s];if(n&&typeof n==
"object"&&!Array.isArray(n)){if(n.arn===void 0){let i={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/p\
roperties/resources/additionalProperties/required",keyword:"required",params:{missingProperty:"arn"},message:"must have required property 'a\
rn'"};e===null?e=[i]:e.push(i),r++}for(let i in n)if(!ke.call(A.properties.resources.additionalProperties.properties,i)){let a={instancePath:t+
"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/resources/additionalProperties/additionalProperties",keyword:"\
additionalProperties",params:{additionalProperty:i},message:"must NOT have additional properties"};e===null?e=[a]:e.push(a),r++}if(n.arn!==void 0){
let i=n.arn,a=r,p=!1,u=r;if(typeof i!="string"){let l={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"\
#/properties/resources/additionalProperties/properties/arn/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===
null?e=[l]:e.push(l),r++}var V=u===r;p=p||V;let o=r;if(i&&typeof i=="object"&&!Array.isArray(i)){if(i.$symbol===void 0){let l={instancePath:t+
"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"#/properties/resources/additionalProperties/properties/arn/anyOf/1\
/required",keyword:"required",params:{missingProperty:"$symbol"},message:"must have required property '$symbol'"};e===null?e=[l]:e.push(l),r++}
for(let l in i)if(l!=="$symbol"){let f={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"#/propertie\
s/resources/additionalProperties/properties/arn/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:l},message:"\
must NOT have additional properties"};e===null?e=[f]:e.push(f),r++}if(i.$symbol!==void 0&&typeof i.$symbol!="string"){let l={instancePath:t+
"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/$symbol",schemaPath:"#/properties/resources/additionalProperties/properties/arn\
/anyOf/1/properties/%24symbol/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),r++}}else{let l={
instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"#/properties/resources/additionalProperties/propert\
ies/arn/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[l]:e.push(l),r++}var V=o===r;if(p=p||V,V)var ue=!0;
let c=r;if(i&&typeof i=="object"&&!Array.isArray(i)){if(i.$join===void 0){let l={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/arn",schemaPath:"#/properties/resources/additionalProperties/properties/arn/anyOf/2/required",keyword:"required",params:{missingProperty:"\
$join"},message:"must have required property '$join'"};e===null?e=[l]:e.push(l),r++}for(let l in i)if(l!=="$join"){let f={instancePath:t+"/r\
esources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"#/properties/resources/additionalProperties/properties/arn/anyOf/2/ad\
ditionalProperties",keyword:"additionalProperties",params:{additionalProperty:l},message:"must NOT have additional properties"};e===null?e=[
f]:e.push(f),r++}if(i.$join!==void 0){let l=i.$join;if(Array.isArray(l)){if(l.length<1){let g={instancePath:t+"/resources/"+s.replace(/~/g,"\
~0").replace(/\//g,"~1")+"/arn/$join",schemaPath:"#/properties/resources/additionalProperties/properties/arn/anyOf/2/properties/%24join/minI\
tems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[g]:e.push(g),r++}let f=l.length;for(let g=0;g<
f;g++){let h=l[g],d=r,b=!1,P=r;if(typeof h!="string"){let k={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/$jo\
in/"+g,schemaPath:"#/properties/resources/additionalProperties/properties/arn/anyOf/2/properties/%24join/items/anyOf/0/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[k]:e.push(k),r++}var Ke=P===r;b=b||Ke;let m=r;if(h&&typeof h=="object"&&!Array.
isArray(h)){if(h.$symbol===void 0){let k={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/$join/"+g,schemaPath:"\
#/properties/resources/additionalProperties/properties/arn/anyOf/2/properties/%24join/items/anyOf/1/required",keyword:"required",params:{missingProperty:"\
$symbol"},message:"must have required property '$symbol'"};e===null?e=[k]:e.push(k),r++}for(let k in h)if(k!=="$symbol"){let $={instancePath:t+
"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/$join/"+g,schemaPath:"#/properties/resources/additionalProperties/properties/ar\
n/anyOf/2/properties/%24join/items/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:k},message:"must \
NOT have additional properties"};e===null?e=[$]:e.push($),r++}if(h.$symbol!==void 0&&typeof h.$symbol!="string"){let k={instancePath:t+"/res\
ources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/$join/"+g+"/$symbol",schemaPath:"#/properties/resources/additionalProperties/propert\
ies/arn/anyOf/2/properties/%24join/items/anyOf/1/properties/%24symbol/type",keyword:"type",params:{type:"string"},message:"must be string"};
e===null?e=[k]:e.push(k),r++}}else{let k={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/$join/"+g,schemaPath:"\
#/properties/resources/additionalProperties/properties/arn/anyOf/2/properties/%24join/items/anyOf/1/type",keyword:"type",params:{type:"objec\
t"},message:"must be object"};e===null?e=[k]:e.push(k),r++}var Ke=m===r;if(b=b||Ke,b)r=d,e!==null&&(d?e.length=d:e=null);else{let k={instancePath:t+
"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/$join/"+g,schemaPath:"#/properties/resources/additionalProperties/properties/ar\
n/anyOf/2/properties/%24join/items/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[k]:e.push(k),r++}}}else{
let f={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/$join",schemaPath:"#/properties/resources/additionalPrope\
rties/properties/arn/anyOf/2/properties/%24join/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[f]:e.push(f),
r++}}}else{let l={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"#/properties/resources/additional\
Properties/properties/arn/anyOf/2/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[l]:e.push(l),r++}var V=c===
r;p=p||V,V&&ue!==!0&&(ue=!0);let y=r;if(i&&typeof i=="object"&&!Array.isArray(i)){if(i.$assumed===void 0){let l={instancePath:t+"/resources/"+
s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"#/properties/resources/additionalProperties/properties/arn/anyOf/3/required",keyword:"\
required",params:{missingProperty:"$assumed"},message:"must have required property '$assumed'"};e===null?e=[l]:e.push(l),r++}if(i.because===
void 0){let l={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"#/properties/resources/additionalPro\
perties/properties/arn/anyOf/3/required",keyword:"required",params:{missingProperty:"because"},message:"must have required property 'because\
'"};e===null?e=[l]:e.push(l),r++}for(let l in i)if(!(l==="$assumed"||l==="because")){let f={instancePath:t+"/resources/"+s.replace(/~/g,"~0").
replace(/\//g,"~1")+"/arn",schemaPath:"#/properties/resources/additionalProperties/properties/arn/anyOf/3/additionalProperties",keyword:"add\
itionalProperties",params:{additionalProperty:l},message:"must NOT have additional properties"};e===null?e=[f]:e.push(f),r++}if(i.$assumed!==
void 0&&typeof i.$assumed!="string"){let l={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/$assumed",schemaPath:"\
#/properties/resources/additionalProperties/properties/arn/anyOf/3/properties/%24assumed/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[l]:e.push(l),r++}if(i.because!==void 0&&typeof i.because!="string"){let l={instancePath:t+"/resources/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/arn/because",schemaPath:"#/properties/resources/additionalProperties/properties/arn/anyOf/3/properties/beca\
use/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),r++}}else{let l={instancePath:t+"/resourc\
es/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"#/properties/resources/additionalProperties/properties/arn/anyOf/3/type",keyword:"\
type",params:{type:"object"},message:"must be object"};e===null?e=[l]:e.push(l),r++}var V=y===r;if(p=p||V,V&&ue!==!0&&(ue=!0),p)r=a,e!==null&&
(a?e.length=a:e=null);else{let l={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"#/properties/reso\
urces/additionalProperties/properties/arn/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[l]:e.push(l),
r++}}if(n.account!==void 0){let i=n.account,a=r,p=!1,u=r;if(typeof i!="string"){let l={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/account",schemaPath:"#/properties/resources/additionalProperties/properties/account/anyOf/0/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[l]:e.push(l),r++}var F=u===r;p=p||F;let o=r;if(i&&typeof i=="object"&&!Array.isArray(i)){if(i.
$symbol===void 0){let l={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account",schemaPath:"#/properties/resources\
/additionalProperties/properties/account/anyOf/1/required",keyword:"required",params:{missingProperty:"$symbol"},message:"must have required\
 property '$symbol'"};e===null?e=[l]:e.push(l),r++}for(let l in i)if(l!=="$symbol"){let f={instancePath:t+"/resources/"+s.replace(/~/g,"~0").
replace(/\//g,"~1")+"/account",schemaPath:"#/properties/resources/additionalProperties/properties/account/anyOf/1/additionalProperties",keyword:"\
additionalProperties",params:{additionalProperty:l},message:"must NOT have additional properties"};e===null?e=[f]:e.push(f),r++}if(i.$symbol!==
void 0&&typeof i.$symbol!="string"){let l={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account/$symbol",schemaPath:"\
#/properties/resources/additionalProperties/properties/account/anyOf/1/properties/%24symbol/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[l]:e.push(l),r++}}else{let l={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account",
schemaPath:"#/properties/resources/additionalProperties/properties/account/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must\
 be object"};e===null?e=[l]:e.push(l),r++}var F=o===r;if(p=p||F,F)var me=!0;let c=r;if(i&&typeof i=="object"&&!Array.isArray(i)){if(i.$join===
void 0){let l={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account",schemaPath:"#/properties/resources/additiona\
lProperties/properties/account/anyOf/2/required",keyword:"required",params:{missingProperty:"$join"},message:"must have required property '$\
join'"};e===null?e=[l]:e.push(l),r++}for(let l in i)if(l!=="$join"){let f={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"\
~1")+"/account",schemaPath:"#/properties/resources/additionalProperties/properties/account/anyOf/2/additionalProperties",keyword:"additional\
Properties",params:{additionalProperty:l},message:"must NOT have additional properties"};e===null?e=[f]:e.push(f),r++}if(i.$join!==void 0){let l=i.
$join;if(Array.isArray(l)){if(l.length<1){let g={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account/$join",schemaPath:"\
#/properties/resources/additionalProperties/properties/account/anyOf/2/properties/%24join/minItems",keyword:"minItems",params:{limit:1},message:"\
must NOT have fewer than 1 items"};e===null?e=[g]:e.push(g),r++}let f=l.length;for(let g=0;g<f;g++){let h=l[g],d=r,b=!1,P=r;if(typeof h!="st\
ring"){let k={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account/$join/"+g,schemaPath:"#/properties/resources/a\
dditionalProperties/properties/account/anyOf/2/properties/%24join/items/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be\
 string"};e===null?e=[k]:e.push(k),r++}var We=P===r;b=b||We;let m=r;if(h&&typeof h=="object"&&!Array.isArray(h)){if(h.$symbol===void 0){let k={
instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account/$join/"+g,schemaPath:"#/properties/resources/additionalPrope\
rties/properties/account/anyOf/2/properties/%24join/items/anyOf/1/required",keyword:"required",params:{missingProperty:"$symbol"},message:"m\
ust have required property '$symbol'"};e===null?e=[k]:e.push(k),r++}for(let k in h)if(k!=="$symbol"){let $={instancePath:t+"/resources/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/account/$join/"+g,schemaPath:"#/properties/resources/additionalProperties/properties/account/anyOf/2/proper\
ties/%24join/items/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:k},message:"must NOT have additio\
nal properties"};e===null?e=[$]:e.push($),r++}if(h.$symbol!==void 0&&typeof h.$symbol!="string"){let k={instancePath:t+"/resources/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/account/$join/"+g+"/$symbol",schemaPath:"#/properties/resources/additionalProperties/properties/account/any\
Of/2/properties/%24join/items/anyOf/1/properties/%24symbol/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=
[k]:e.push(k),r++}}else{let k={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account/$join/"+g,schemaPath:"#/prope\
rties/resources/additionalProperties/properties/account/anyOf/2/properties/%24join/items/anyOf/1/type",keyword:"type",params:{type:"object"},
message:"must be object"};e===null?e=[k]:e.push(k),r++}var We=m===r;if(b=b||We,b)r=d,e!==null&&(d?e.length=d:e=null);else{let k={instancePath:t+
"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account/$join/"+g,schemaPath:"#/properties/resources/additionalProperties/propertie\
s/account/anyOf/2/properties/%24join/items/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[k]:e.push(k),
r++}}}else{let f={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account/$join",schemaPath:"#/properties/resources/\
additionalProperties/properties/account/anyOf/2/properties/%24join/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?
e=[f]:e.push(f),r++}}}else{let l={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account",schemaPath:"#/properties/\
resources/additionalProperties/properties/account/anyOf/2/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[
l]:e.push(l),r++}var F=c===r;p=p||F,F&&me!==!0&&(me=!0);let y=r;if(i&&typeof i=="object"&&!Array.isArray(i)){if(i.$assumed===void 0){let l={
instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account",schemaPath:"#/properties/resources/additionalProperties/pro\
perties/account/anyOf/3/required",keyword:"required",params:{missingProperty:"$assumed"},message:"must have required property '$assumed'"};e===
null?e=[l]:e.push(l),r++}if(i.because===void 0){let l={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account",schemaPath:"\
#/properties/resources/additionalProperties/properties/account/anyOf/3/required",keyword:"required",params:{missingProperty:"because"},message:"\
must have required property 'because'"};e===null?e=[l]:e.push(l),r++}for(let l in i)if(!(l==="$assumed"||l==="because")){let f={instancePath:t+
"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account",schemaPath:"#/properties/resources/additionalProperties/properties/account\
/anyOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:l},message:"must NOT have additional properties"};e===
null?e=[f]:e.push(f),r++}if(i.$assumed!==void 0&&typeof i.$assumed!="string"){let l={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/account/$assumed",schemaPath:"#/properties/resources/additionalProperties/properties/account/anyOf/3/properties/%24assumed/typ\
e",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),r++}if(i.because!==void 0&&typeof i.because!="st\
ring"){let l={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account/because",schemaPath:"#/properties/resources/ad\
ditionalProperties/properties/account/anyOf/3/properties/because/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[l]:e.push(l),r++}}else{let l={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account",schemaPath:"#/properties/r\
esources/additionalProperties/properties/account/anyOf/3/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[l]:
e.push(l),r++}var F=y===r;if(p=p||F,F&&me!==!0&&(me=!0),p)r=a,e!==null&&(a?e.length=a:e=null);else{let l={instancePath:t+"/resources/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/account",schemaPath:"#/properties/resources/additionalProperties/properties/account/anyOf",keyword:"anyOf",
params:{},message:"must match a schema in anyOf"};e===null?e=[l]:e.push(l),r++}}if(n.region!==void 0&&typeof n.region!="string"){let i={instancePath:t+
"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/region",schemaPath:"#/properties/resources/additionalProperties/properties/region/t\
ype",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}if(n.policy!==void 0){let i=n.policy;if(typeof i!=
"string"&&!(i&&typeof i=="object"&&!Array.isArray(i))){let a={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/policy",
schemaPath:"#/properties/resources/additionalProperties/properties/policy/type",keyword:"type",params:{type:A.properties.resources.additionalProperties.
properties.policy.type},message:"must be string,object"};e===null?e=[a]:e.push(a),r++}}if(n.key!==void 0){let i=n.key,a=r,p=!1,u=r,o=r,c=!1,
y=r;if(typeof i!="string"){let d={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/reso\
urces/additionalProperties/properties/key/anyOf/0/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[
d]:e.push(d),r++}var L=y===r;c=c||L;let l=r;if(i&&typeof i=="object"&&!Array.isArray(i)){if(i.$symbol===void 0){let d={instancePath:t+"/reso\
urces/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/resources/additionalProperties/properties/key/anyOf/0/anyOf\
/1/required",keyword:"required",params:{missingProperty:"$symbol"},message:"must have required property '$symbol'"};e===null?e=[d]:e.push(d),
r++}for(let d in i)if(d!=="$symbol"){let b={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/prope\
rties/resources/additionalProperties/properties/key/anyOf/0/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:d},
message:"must NOT have additional properties"};e===null?e=[b]:e.push(b),r++}if(i.$symbol!==void 0&&typeof i.$symbol!="string"){let d={instancePath:t+
"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/key/$symbol",schemaPath:"#/properties/resources/additionalProperties/properties/key\
/anyOf/0/anyOf/1/properties/%24symbol/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[d]:e.push(d),r++}}else{
let d={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/resources/additionalProperties/\
properties/key/anyOf/0/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[d]:e.push(d),r++}var L=l===
r;if(c=c||L,L)var J=!0;let f=r;if(i&&typeof i=="object"&&!Array.isArray(i)){if(i.$join===void 0){let d={instancePath:t+"/resources/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/resources/additionalProperties/properties/key/anyOf/0/anyOf/2/required",keyword:"\
required",params:{missingProperty:"$join"},message:"must have required property '$join'"};e===null?e=[d]:e.push(d),r++}for(let d in i)if(d!==
"$join"){let b={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/resources/additionalPr\
operties/properties/key/anyOf/0/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:d},message:"must NOT\
 have additional properties"};e===null?e=[b]:e.push(b),r++}if(i.$join!==void 0){let d=i.$join;if(Array.isArray(d)){if(d.length<1){let P={instancePath:t+
"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/key/$join",schemaPath:"#/properties/resources/additionalProperties/properties/key/a\
nyOf/0/anyOf/2/properties/%24join/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[P]:e.
push(P),r++}let b=d.length;for(let P=0;P<b;P++){let m=d[P],k=r,$=!1,O=r;if(typeof m!="string"){let j={instancePath:t+"/resources/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/key/$join/"+P,schemaPath:"#/properties/resources/additionalProperties/properties/key/anyOf/0/anyOf/2/proper\
ties/%24join/items/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[j]:e.push(j),r++}var Me=O===r;$=
$||Me;let v=r;if(m&&typeof m=="object"&&!Array.isArray(m)){if(m.$symbol===void 0){let j={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/key/$join/"+P,schemaPath:"#/properties/resources/additionalProperties/properties/key/anyOf/0/anyOf/2/properties/%24join/items/\
anyOf/1/required",keyword:"required",params:{missingProperty:"$symbol"},message:"must have required property '$symbol'"};e===null?e=[j]:e.push(
j),r++}for(let j in m)if(j!=="$symbol"){let N={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/key/$join/"+P,schemaPath:"\
#/properties/resources/additionalProperties/properties/key/anyOf/0/anyOf/2/properties/%24join/items/anyOf/1/additionalProperties",keyword:"a\
dditionalProperties",params:{additionalProperty:j},message:"must NOT have additional properties"};e===null?e=[N]:e.push(N),r++}if(m.$symbol!==
void 0&&typeof m.$symbol!="string"){let j={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/key/$join/"+P+"/$symbol",
schemaPath:"#/properties/resources/additionalProperties/properties/key/anyOf/0/anyOf/2/properties/%24join/items/anyOf/1/properties/%24symbol\
/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[j]:e.push(j),r++}}else{let j={instancePath:t+"/resources/"+
s.replace(/~/g,"~0").replace(/\//g,"~1")+"/key/$join/"+P,schemaPath:"#/properties/resources/additionalProperties/properties/key/anyOf/0/anyO\
f/2/properties/%24join/items/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[j]:e.push(j),r++}var Me=v===
r;if($=$||Me,$)r=k,e!==null&&(k?e.length=k:e=null);else{let j={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/key/$\
join/"+P,schemaPath:"#/properties/resources/additionalProperties/properties/key/anyOf/0/anyOf/2/properties/%24join/items/anyOf",keyword:"any\
Of",params:{},message:"must match a schema in anyOf"};e===null?e=[j]:e.push(j),r++}}}else{let b={instancePath:t+"/resources/"+s.replace(/~/g,
"~0").replace(/\//g,"~1")+"/key/$join",schemaPath:"#/properties/resources/additionalProperties/properties/key/anyOf/0/anyOf/2/properties/%24\
join/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[b]:e.push(b),r++}}}else{let d={instancePath:t+"/resourc\
es/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/resources/additionalProperties/properties/key/anyOf/0/anyOf/2/\
type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[d]:e.push(d),r++}var L=f===r;c=c||L,L&&J!==!0&&(J=!0);let g=r;
if(i&&typeof i=="object"&&!Array.isArray(i)){if(i.$assumed===void 0){let d={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/key",schemaPath:"#/properties/resources/additionalProperties/properties/key/anyOf/0/anyOf/3/required",keyword:"required",params:{missingProperty:"\
$assumed"},message:"must have required property '$assumed'"};e===null?e=[d]:e.push(d),r++}if(i.because===void 0){let d={instancePath:t+"/res\
ources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/resources/additionalProperties/properties/key/anyOf/0/anyO\
f/3/required",keyword:"required",params:{missingProperty:"because"},message:"must have required property 'because'"};e===null?e=[d]:e.push(d),
r++}for(let d in i)if(!(d==="$assumed"||d==="because")){let b={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",
schemaPath:"#/properties/resources/additionalProperties/properties/key/anyOf/0/anyOf/3/additionalProperties",keyword:"additionalProperties",
params:{additionalProperty:d},message:"must NOT have additional properties"};e===null?e=[b]:e.push(b),r++}if(i.$assumed!==void 0&&typeof i.$assumed!=
"string"){let d={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/key/$assumed",schemaPath:"#/properties/resources/ad\
ditionalProperties/properties/key/anyOf/0/anyOf/3/properties/%24assumed/type",keyword:"type",params:{type:"string"},message:"must be string"};
e===null?e=[d]:e.push(d),r++}if(i.because!==void 0&&typeof i.because!="string"){let d={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/key/because",schemaPath:"#/properties/resources/additionalProperties/properties/key/anyOf/0/anyOf/3/properties/because/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[d]:e.push(d),r++}}else{let d={instancePath:t+"/resources/"+s.replace(/~/g,
"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/resources/additionalProperties/properties/key/anyOf/0/anyOf/3/type",keyword:"type",
params:{type:"object"},message:"must be object"};e===null?e=[d]:e.push(d),r++}var L=g===r;if(c=c||L,L&&J!==!0&&(J=!0),c)r=o,e!==null&&(o?e.length=
o:e=null);else{let d={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/resources/additi\
onalProperties/properties/key/anyOf/0/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[d]:e.push(d),r++}
var ge=u===r;p=p||ge;let h=r;if(i&&typeof i=="object"&&!Array.isArray(i)){if(i.unknown===void 0){let d={instancePath:t+"/resources/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/resources/additionalProperties/properties/key/anyOf/1/required",keyword:"requ\
ired",params:{missingProperty:"unknown"},message:"must have required property 'unknown'"};e===null?e=[d]:e.push(d),r++}for(let d in i)if(d!==
"unknown"){let b={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/resources/additional\
Properties/properties/key/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:d},message:"must NOT have \
additional properties"};e===null?e=[b]:e.push(b),r++}if(i.unknown!==void 0&&typeof i.unknown!="string"){let d={instancePath:t+"/resources/"+
s.replace(/~/g,"~0").replace(/\//g,"~1")+"/key/unknown",schemaPath:"#/properties/resources/additionalProperties/properties/key/anyOf/1/prope\
rties/unknown/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[d]:e.push(d),r++}}else{let d={instancePath:t+
"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/resources/additionalProperties/properties/key/anyOf/1\
/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[d]:e.push(d),r++}var ge=h===r;if(p=p||ge,ge&&J!==!0&&(J=!0),
p)r=a,e!==null&&(a?e.length=a:e=null);else{let d={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#\
/properties/resources/additionalProperties/properties/key/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?
e=[d]:e.push(d),r++}}if(n.bucketKey!==void 0&&typeof n.bucketKey!="boolean"){let i={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/bucketKey",schemaPath:"#/properties/resources/additionalProperties/properties/bucketKey/type",keyword:"type",params:{type:"boo\
lean"},message:"must be boolean"};e===null?e=[i]:e.push(i),r++}if(n.tags!==void 0){let i=n.tags;if(i&&typeof i=="object"&&!Array.isArray(i))
for(let a in i){let p=i[a],u=r,o=!1,c=r;if(typeof p!="string"){let g={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+
"/tags/"+a.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/resources/additionalProperties/properties/tags/additionalProperti\
es/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[g]:e.push(g),r++}var G=c===r;o=o||G;let y=r;if(p&&
typeof p=="object"&&!Array.isArray(p)){if(p.$symbol===void 0){let g={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"\
/tags/"+a.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/resources/additionalProperties/properties/tags/additionalPropertie\
s/anyOf/1/required",keyword:"required",params:{missingProperty:"$symbol"},message:"must have required property '$symbol'"};e===null?e=[g]:e.
push(g),r++}for(let g in p)if(g!=="$symbol"){let h={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+a.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/resources/additionalProperties/properties/tags/additionalProperties/anyOf/1/addition\
alProperties",keyword:"additionalProperties",params:{additionalProperty:g},message:"must NOT have additional properties"};e===null?e=[h]:e.push(
h),r++}if(p.$symbol!==void 0&&typeof p.$symbol!="string"){let g={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tag\
s/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/$symbol",schemaPath:"#/properties/resources/additionalProperties/properties/tags/additionalPr\
operties/anyOf/1/properties/%24symbol/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[g]:e.push(g),r++}}else{
let g={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+a.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#\
/properties/resources/additionalProperties/properties/tags/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"object"},message:"\
must be object"};e===null?e=[g]:e.push(g),r++}var G=y===r;if(o=o||G,G)var fe=!0;let l=r;if(p&&typeof p=="object"&&!Array.isArray(p)){if(p.$join===
void 0){let g={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+a.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/resources/additionalProperties/properties/tags/additionalProperties/anyOf/2/required",keyword:"required",params:{missingProperty:"\
$join"},message:"must have required property '$join'"};e===null?e=[g]:e.push(g),r++}for(let g in p)if(g!=="$join"){let h={instancePath:t+"/r\
esources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+a.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/resources/add\
itionalProperties/properties/tags/additionalProperties/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:g},
message:"must NOT have additional properties"};e===null?e=[h]:e.push(h),r++}if(p.$join!==void 0){let g=p.$join;if(Array.isArray(g)){if(g.length<
1){let d={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/$join",schemaPath:"\
#/properties/resources/additionalProperties/properties/tags/additionalProperties/anyOf/2/properties/%24join/minItems",keyword:"minItems",params:{
limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[d]:e.push(d),r++}let h=g.length;for(let d=0;d<h;d++){let b=g[d],P=r,m=!1,k=r;
if(typeof b!="string"){let O={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+a.replace(/~/g,"~0").replace(/\//g,
"~1")+"/$join/"+d,schemaPath:"#/properties/resources/additionalProperties/properties/tags/additionalProperties/anyOf/2/properties/%24join/it\
ems/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[O]:e.push(O),r++}var Be=k===r;m=m||Be;let $=r;
if(b&&typeof b=="object"&&!Array.isArray(b)){if(b.$symbol===void 0){let O={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"\
~1")+"/tags/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/$join/"+d,schemaPath:"#/properties/resources/additionalProperties/properties/tags/a\
dditionalProperties/anyOf/2/properties/%24join/items/anyOf/1/required",keyword:"required",params:{missingProperty:"$symbol"},message:"must h\
ave required property '$symbol'"};e===null?e=[O]:e.push(O),r++}for(let O in b)if(O!=="$symbol"){let v={instancePath:t+"/resources/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/tags/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/$join/"+d,schemaPath:"#/properties/resources/additionalPr\
operties/properties/tags/additionalProperties/anyOf/2/properties/%24join/items/anyOf/1/additionalProperties",keyword:"additionalProperties",
params:{additionalProperty:O},message:"must NOT have additional properties"};e===null?e=[v]:e.push(v),r++}if(b.$symbol!==void 0&&typeof b.$symbol!=
"string"){let O={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/$\
join/"+d+"/$symbol",schemaPath:"#/properties/resources/additionalProperties/properties/tags/additionalProperties/anyOf/2/properties/%24join/\
items/anyOf/1/properties/%24symbol/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[O]:e.push(O),r++}}else{
let O={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/$join/"+d,schemaPath:"\
#/properties/resources/additionalProperties/properties/tags/additionalProperties/anyOf/2/properties/%24join/items/anyOf/1/type",keyword:"typ\
e",params:{type:"object"},message:"must be object"};e===null?e=[O]:e.push(O),r++}var Be=$===r;if(m=m||Be,m)r=P,e!==null&&(P?e.length=P:e=null);else{
let O={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/$join/"+d,schemaPath:"\
#/properties/resources/additionalProperties/properties/tags/additionalProperties/anyOf/2/properties/%24join/items/anyOf",keyword:"anyOf",params:{},
message:"must match a schema in anyOf"};e===null?e=[O]:e.push(O),r++}}}else{let h={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/tags/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/$join",schemaPath:"#/properties/resources/additionalProperties/properties/ta\
gs/additionalProperties/anyOf/2/properties/%24join/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[h]:e.push(
h),r++}}}else{let g={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+a.replace(/~/g,"~0").replace(/\//g,"~1"),
schemaPath:"#/properties/resources/additionalProperties/properties/tags/additionalProperties/anyOf/2/type",keyword:"type",params:{type:"obje\
ct"},message:"must be object"};e===null?e=[g]:e.push(g),r++}var G=l===r;o=o||G,G&&fe!==!0&&(fe=!0);let f=r;if(p&&typeof p=="object"&&!Array.
isArray(p)){if(p.$assumed===void 0){let g={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+a.replace(/~/g,"~0").
replace(/\//g,"~1"),schemaPath:"#/properties/resources/additionalProperties/properties/tags/additionalProperties/anyOf/3/required",keyword:"\
required",params:{missingProperty:"$assumed"},message:"must have required property '$assumed'"};e===null?e=[g]:e.push(g),r++}if(p.because===
void 0){let g={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+a.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/resources/additionalProperties/properties/tags/additionalProperties/anyOf/3/required",keyword:"required",params:{missingProperty:"\
because"},message:"must have required property 'because'"};e===null?e=[g]:e.push(g),r++}for(let g in p)if(!(g==="$assumed"||g==="because")){
let h={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+a.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#\
/properties/resources/additionalProperties/properties/tags/additionalProperties/anyOf/3/additionalProperties",keyword:"additionalProperties",
params:{additionalProperty:g},message:"must NOT have additional properties"};e===null?e=[h]:e.push(h),r++}if(p.$assumed!==void 0&&typeof p.$assumed!=
"string"){let g={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/$\
assumed",schemaPath:"#/properties/resources/additionalProperties/properties/tags/additionalProperties/anyOf/3/properties/%24assumed/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[g]:e.push(g),r++}if(p.because!==void 0&&typeof p.because!="string"){let g={
instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/because",schemaPath:"\
#/properties/resources/additionalProperties/properties/tags/additionalProperties/anyOf/3/properties/because/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[g]:e.push(g),r++}}else{let g={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/tags/"+a.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/resources/additionalProperties/properties/tags/additionalPr\
operties/anyOf/3/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[g]:e.push(g),r++}var G=f===r;if(o=o||G,G&&
fe!==!0&&(fe=!0),o)r=u,e!==null&&(u?e.length=u:e=null);else{let g={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/t\
ags/"+a.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/resources/additionalProperties/properties/tags/additionalProperties/\
anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[g]:e.push(g),r++}}else{let a={instancePath:t+"/resource\
s/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags",schemaPath:"#/properties/resources/additionalProperties/properties/tags/type",keyword:"\
type",params:{type:"object"},message:"must be object"};e===null?e=[a]:e.push(a),r++}}if(n.encryptionContext!==void 0){let i=n.encryptionContext;
if(i&&typeof i=="object"&&!Array.isArray(i)){for(let a in i)if(typeof i[a]!="string"){let p={instancePath:t+"/resources/"+s.replace(/~/g,"~0").
replace(/\//g,"~1")+"/encryptionContext/"+a.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/resources/additionalProperties/p\
roperties/encryptionContext/additionalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[p]:e.push(
p),r++}}else{let a={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/encryptionContext",schemaPath:"#/properties/reso\
urces/additionalProperties/properties/encryptionContext/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[a]:
e.push(a),r++}}if(n.objects!==void 0){let i=n.objects;if(i&&typeof i=="object"&&!Array.isArray(i))for(let a in i){let p=i[a];if(p&&typeof p==
"object"&&!Array.isArray(p)){for(let u in p)if(!(u==="key"||u==="bucketKey"||u==="encryptionContext"||u==="owner"||u==="versions")){let o={instancePath:t+
"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/resourc\
es/additionalProperties/properties/objects/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:u},
message:"must NOT have additional properties"};e===null?e=[o]:e.push(o),r++}if(p.key!==void 0){let u=p.key,o=r,c=!1,y=r,l=r,f=!1,g=r;if(typeof u!=
"string"){let m={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+
"/key",schemaPath:"#/properties/resources/additionalProperties/properties/objects/additionalProperties/properties/key/anyOf/0/anyOf/0/type",
keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[m]:e.push(m),r++}var Y=g===r;f=f||Y;let h=r;if(u&&typeof u=="obj\
ect"&&!Array.isArray(u)){if(u.$symbol===void 0){let m={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(
/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/resources/additionalProperties/properties/objects/additionalProperties/proper\
ties/key/anyOf/0/anyOf/1/required",keyword:"required",params:{missingProperty:"$symbol"},message:"must have required property '$symbol'"};e===
null?e=[m]:e.push(m),r++}for(let m in u)if(m!=="$symbol"){let k={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/obj\
ects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/resources/additionalProperties/properties/objects/additional\
Properties/properties/key/anyOf/0/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:m},message:"must N\
OT have additional properties"};e===null?e=[k]:e.push(k),r++}if(u.$symbol!==void 0&&typeof u.$symbol!="string"){let m={instancePath:t+"/reso\
urces/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/key/$symbol",schemaPath:"#/propertie\
s/resources/additionalProperties/properties/objects/additionalProperties/properties/key/anyOf/0/anyOf/1/properties/%24symbol/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[m]:e.push(m),r++}}else{let m={instancePath:t+"/resources/"+s.replace(/~/g,
"~0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/resources/additionalPropertie\
s/properties/objects/additionalProperties/properties/key/anyOf/0/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};
e===null?e=[m]:e.push(m),r++}var Y=h===r;if(f=f||Y,Y)var Q=!0;let d=r;if(u&&typeof u=="object"&&!Array.isArray(u)){if(u.$join===void 0){let m={
instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"\
#/properties/resources/additionalProperties/properties/objects/additionalProperties/properties/key/anyOf/0/anyOf/2/required",keyword:"requir\
ed",params:{missingProperty:"$join"},message:"must have required property '$join'"};e===null?e=[m]:e.push(m),r++}for(let m in u)if(m!=="$joi\
n"){let k={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",
schemaPath:"#/properties/resources/additionalProperties/properties/objects/additionalProperties/properties/key/anyOf/0/anyOf/2/additionalPro\
perties",keyword:"additionalProperties",params:{additionalProperty:m},message:"must NOT have additional properties"};e===null?e=[k]:e.push(k),
r++}if(u.$join!==void 0){let m=u.$join;if(Array.isArray(m)){if(m.length<1){let $={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/key/$join",schemaPath:"#/properties/resources/additionalProperties/proper\
ties/objects/additionalProperties/properties/key/anyOf/0/anyOf/2/properties/%24join/minItems",keyword:"minItems",params:{limit:1},message:"m\
ust NOT have fewer than 1 items"};e===null?e=[$]:e.push($),r++}let k=m.length;for(let $=0;$<k;$++){let O=m[$],v=r,j=!1,N=r;if(typeof O!="str\
ing"){let C={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/ke\
y/$join/"+$,schemaPath:"#/properties/resources/additionalProperties/properties/objects/additionalProperties/properties/key/anyOf/0/anyOf/2/p\
roperties/%24join/items/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[C]:e.push(C),r++}var Ve=N===
r;j=j||Ve;let T=r;if(O&&typeof O=="object"&&!Array.isArray(O)){if(O.$symbol===void 0){let C={instancePath:t+"/resources/"+s.replace(/~/g,"~0").
replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/key/$join/"+$,schemaPath:"#/properties/resources/additionalProper\
ties/properties/objects/additionalProperties/properties/key/anyOf/0/anyOf/2/properties/%24join/items/anyOf/1/required",keyword:"required",params:{
missingProperty:"$symbol"},message:"must have required property '$symbol'"};e===null?e=[C]:e.push(C),r++}for(let C in O)if(C!=="$symbol"){let X={
instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/key/$join/"+$,schemaPath:"\
#/properties/resources/additionalProperties/properties/objects/additionalProperties/properties/key/anyOf/0/anyOf/2/properties/%24join/items/\
anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:C},message:"must NOT have additional properties"};e===
null?e=[X]:e.push(X),r++}if(O.$symbol!==void 0&&typeof O.$symbol!="string"){let C={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/key/$join/"+$+"/$symbol",schemaPath:"#/properties/resources/additionalPro\
perties/properties/objects/additionalProperties/properties/key/anyOf/0/anyOf/2/properties/%24join/items/anyOf/1/properties/%24symbol/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[C]:e.push(C),r++}}else{let C={instancePath:t+"/resources/"+s.replace(/~/g,
"~0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/key/$join/"+$,schemaPath:"#/properties/resources/additional\
Properties/properties/objects/additionalProperties/properties/key/anyOf/0/anyOf/2/properties/%24join/items/anyOf/1/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[C]:e.push(C),r++}var Ve=T===r;if(j=j||Ve,j)r=v,e!==null&&(v?e.length=v:e=null);else{let C={
instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/key/$join/"+$,schemaPath:"\
#/properties/resources/additionalProperties/properties/objects/additionalProperties/properties/key/anyOf/0/anyOf/2/properties/%24join/items/\
anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[C]:e.push(C),r++}}}else{let k={instancePath:t+"/resourc\
es/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/key/$join",schemaPath:"#/properties/res\
ources/additionalProperties/properties/objects/additionalProperties/properties/key/anyOf/0/anyOf/2/properties/%24join/type",keyword:"type",params:{
type:"array"},message:"must be array"};e===null?e=[k]:e.push(k),r++}}}else{let m={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/resources/additionalProperties/properties/o\
bjects/additionalProperties/properties/key/anyOf/0/anyOf/2/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=
[m]:e.push(m),r++}var Y=d===r;f=f||Y,Y&&Q!==!0&&(Q=!0);let b=r;if(u&&typeof u=="object"&&!Array.isArray(u)){if(u.$assumed===void 0){let m={instancePath:t+
"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/\
resources/additionalProperties/properties/objects/additionalProperties/properties/key/anyOf/0/anyOf/3/required",keyword:"required",params:{missingProperty:"\
$assumed"},message:"must have required property '$assumed'"};e===null?e=[m]:e.push(m),r++}if(u.because===void 0){let m={instancePath:t+"/res\
ources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/resou\
rces/additionalProperties/properties/objects/additionalProperties/properties/key/anyOf/0/anyOf/3/required",keyword:"required",params:{missingProperty:"\
because"},message:"must have required property 'because'"};e===null?e=[m]:e.push(m),r++}for(let m in u)if(!(m==="$assumed"||m==="because")){
let k={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"\
#/properties/resources/additionalProperties/properties/objects/additionalProperties/properties/key/anyOf/0/anyOf/3/additionalProperties",keyword:"\
additionalProperties",params:{additionalProperty:m},message:"must NOT have additional properties"};e===null?e=[k]:e.push(k),r++}if(u.$assumed!==
void 0&&typeof u.$assumed!="string"){let m={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,
"~0").replace(/\//g,"~1")+"/key/$assumed",schemaPath:"#/properties/resources/additionalProperties/properties/objects/additionalProperties/pr\
operties/key/anyOf/0/anyOf/3/properties/%24assumed/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[m]:e.push(
m),r++}if(u.because!==void 0&&typeof u.because!="string"){let m={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/obj\
ects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/key/because",schemaPath:"#/properties/resources/additionalProperties/properties/objects/ad\
ditionalProperties/properties/key/anyOf/0/anyOf/3/properties/because/type",keyword:"type",params:{type:"string"},message:"must be string"};e===
null?e=[m]:e.push(m),r++}}else{let m={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").
replace(/\//g,"~1")+"/key",schemaPath:"#/properties/resources/additionalProperties/properties/objects/additionalProperties/properties/key/an\
yOf/0/anyOf/3/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[m]:e.push(m),r++}var Y=b===r;if(f=f||Y,Y&&Q!==
!0&&(Q=!0),f)r=l,e!==null&&(l?e.length=l:e=null);else{let m={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects\
/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/resources/additionalProperties/properties/objects/additionalProp\
erties/properties/key/anyOf/0/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[m]:e.push(m),r++}var he=y===
r;c=c||he;let P=r;if(u&&typeof u=="object"&&!Array.isArray(u)){if(u.unknown===void 0){let m={instancePath:t+"/resources/"+s.replace(/~/g,"~0").
replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/resources/additionalProperties/prop\
erties/objects/additionalProperties/properties/key/anyOf/1/required",keyword:"required",params:{missingProperty:"unknown"},message:"must hav\
e required property 'unknown'"};e===null?e=[m]:e.push(m),r++}for(let m in u)if(m!=="unknown"){let k={instancePath:t+"/resources/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/resources/additionalProp\
erties/properties/objects/additionalProperties/properties/key/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:m},
message:"must NOT have additional properties"};e===null?e=[k]:e.push(k),r++}if(u.unknown!==void 0&&typeof u.unknown!="string"){let m={instancePath:t+
"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/key/unknown",schemaPath:"#/pro\
perties/resources/additionalProperties/properties/objects/additionalProperties/properties/key/anyOf/1/properties/unknown/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[m]:e.push(m),r++}}else{let m={instancePath:t+"/resources/"+s.replace(/~/g,"~0").
replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/resources/additionalProperties/prop\
erties/objects/additionalProperties/properties/key/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=
[m]:e.push(m),r++}var he=P===r;if(c=c||he,he&&Q!==!0&&(Q=!0),c)r=o,e!==null&&(o?e.length=o:e=null);else{let m={instancePath:t+"/resources/"+
s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/resources/addi\
tionalProperties/properties/objects/additionalProperties/properties/key/anyOf",keyword:"anyOf",params:{},message:"must match a schema in any\
Of"};e===null?e=[m]:e.push(m),r++}}if(p.bucketKey!==void 0&&typeof p.bucketKey!="boolean"){let u={instancePath:t+"/resources/"+s.replace(/~/g,
"~0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/bucketKey",schemaPath:"#/properties/resources/additionalPro\
perties/properties/objects/additionalProperties/properties/bucketKey/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};
e===null?e=[u]:e.push(u),r++}if(p.encryptionContext!==void 0){let u=p.encryptionContext;if(u&&typeof u=="object"&&!Array.isArray(u)){for(let o in u)
if(typeof u[o]!="string"){let c={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(
/\//g,"~1")+"/encryptionContext/"+o.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/resources/additionalProperties/propertie\
s/objects/additionalProperties/properties/encryptionContext/additionalProperties/type",keyword:"type",params:{type:"string"},message:"must b\
e string"};e===null?e=[c]:e.push(c),r++}}else{let o={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(
/~/g,"~0").replace(/\//g,"~1")+"/encryptionContext",schemaPath:"#/properties/resources/additionalProperties/properties/objects/additionalPro\
perties/properties/encryptionContext/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[o]:e.push(o),r++}}if(p.
owner!==void 0&&typeof p.owner!="string"){let u={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(
/~/g,"~0").replace(/\//g,"~1")+"/owner",schemaPath:"#/properties/resources/additionalProperties/properties/objects/additionalProperties/prop\
erties/owner/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[u]:e.push(u),r++}if(p.versions!==void 0){let u=p.
versions;if(u&&typeof u=="object"&&!Array.isArray(u))for(let o in u){let c=u[o];if(c&&typeof c=="object"&&!Array.isArray(c)){for(let y in c)
if(!(y==="key"||y==="bucketKey")){let l={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~\
0").replace(/\//g,"~1")+"/versions/"+o.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/resources/additionalProperties/proper\
ties/objects/additionalProperties/properties/versions/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:y},
message:"must NOT have additional properties"};e===null?e=[l]:e.push(l),r++}if(c.key!==void 0){let y=c.key,l=r,f=!1,g=r,h=r,d=!1,b=r;if(typeof y!=
"string"){let O={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+
"/versions/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/resources/additionalProperties/properties/objects/addi\
tionalProperties/properties/versions/additionalProperties/properties/key/anyOf/0/anyOf/0/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[O]:e.push(O),r++}var U=b===r;d=d||U;let P=r;if(y&&typeof y=="object"&&!Array.isArray(y)){if(y.$symbol===void 0){
let O={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions\
/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/resources/additionalProperties/properties/objects/additionalProp\
erties/properties/versions/additionalProperties/properties/key/anyOf/0/anyOf/1/required",keyword:"required",params:{missingProperty:"$symbol"},
message:"must have required property '$symbol'"};e===null?e=[O]:e.push(O),r++}for(let O in y)if(O!=="$symbol"){let v={instancePath:t+"/resou\
rces/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+o.replace(/~/g,"~0").replace(
/\//g,"~1")+"/key",schemaPath:"#/properties/resources/additionalProperties/properties/objects/additionalProperties/properties/versions/addit\
ionalProperties/properties/key/anyOf/0/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:O},message:"m\
ust NOT have additional properties"};e===null?e=[v]:e.push(v),r++}if(y.$symbol!==void 0&&typeof y.$symbol!="string"){let O={instancePath:t+"\
/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+o.replace(/~/g,"~0").
replace(/\//g,"~1")+"/key/$symbol",schemaPath:"#/properties/resources/additionalProperties/properties/objects/additionalProperties/propertie\
s/versions/additionalProperties/properties/key/anyOf/0/anyOf/1/properties/%24symbol/type",keyword:"type",params:{type:"string"},message:"mus\
t be string"};e===null?e=[O]:e.push(O),r++}}else{let O={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.
replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/resources/addit\
ionalProperties/properties/objects/additionalProperties/properties/versions/additionalProperties/properties/key/anyOf/0/anyOf/1/type",keyword:"\
type",params:{type:"object"},message:"must be object"};e===null?e=[O]:e.push(O),r++}var U=P===r;if(d=d||U,U)var Z=!0;let m=r;if(y&&typeof y==
"object"&&!Array.isArray(y)){if(y.$join===void 0){let O={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.
replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/resources/addit\
ionalProperties/properties/objects/additionalProperties/properties/versions/additionalProperties/properties/key/anyOf/0/anyOf/2/required",keyword:"\
required",params:{missingProperty:"$join"},message:"must have required property '$join'"};e===null?e=[O]:e.push(O),r++}for(let O in y)if(O!==
"$join"){let v={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"\
/versions/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/resources/additionalProperties/properties/objects/addit\
ionalProperties/properties/versions/additionalProperties/properties/key/anyOf/0/anyOf/2/additionalProperties",keyword:"additionalProperties",
params:{additionalProperty:O},message:"must NOT have additional properties"};e===null?e=[v]:e.push(v),r++}if(y.$join!==void 0){let O=y.$join;
if(Array.isArray(O)){if(O.length<1){let j={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,
"~0").replace(/\//g,"~1")+"/versions/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/key/$join",schemaPath:"#/properties/resources/additionalPr\
operties/properties/objects/additionalProperties/properties/versions/additionalProperties/properties/key/anyOf/0/anyOf/2/properties/%24join/\
minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[j]:e.push(j),r++}let v=O.length;for(let j=0;j<
v;j++){let N=O[j],T=r,C=!1,X=r;if(typeof N!="string"){let _={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects\
/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/key/$join/"+j,schemaPath:"#/properties/r\
esources/additionalProperties/properties/objects/additionalProperties/properties/versions/additionalProperties/properties/key/anyOf/0/anyOf/\
2/properties/%24join/items/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[_]:e.push(_),r++}var Fe=X===
r;C=C||Fe;let He=r;if(N&&typeof N=="object"&&!Array.isArray(N)){if(N.$symbol===void 0){let _={instancePath:t+"/resources/"+s.replace(/~/g,"~\
0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/key/$jo\
in/"+j,schemaPath:"#/properties/resources/additionalProperties/properties/objects/additionalProperties/properties/versions/additionalPropert\
ies/properties/key/anyOf/0/anyOf/2/properties/%24join/items/anyOf/1/required",keyword:"required",params:{missingProperty:"$symbol"},message:"\
must have required property '$symbol'"};e===null?e=[_]:e.push(_),r++}for(let _ in N)if(_!=="$symbol"){let Ye={instancePath:t+"/resources/"+s.
replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+o.replace(/~/g,"~0").replace(/\//g,
"~1")+"/key/$join/"+j,schemaPath:"#/properties/resources/additionalProperties/properties/objects/additionalProperties/properties/versions/ad\
ditionalProperties/properties/key/anyOf/0/anyOf/2/properties/%24join/items/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:_},message:"must NOT have additional properties"};e===null?e=[Ye]:e.push(Ye),r++}if(N.$symbol!==void 0&&typeof N.$symbol!=
"string"){let _={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+
"/versions/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/key/$join/"+j+"/$symbol",schemaPath:"#/properties/resources/additionalProperties/pro\
perties/objects/additionalProperties/properties/versions/additionalProperties/properties/key/anyOf/0/anyOf/2/properties/%24join/items/anyOf/\
1/properties/%24symbol/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[_]:e.push(_),r++}}else{let _={instancePath:t+
"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+o.replace(/~/g,"~0").
replace(/\//g,"~1")+"/key/$join/"+j,schemaPath:"#/properties/resources/additionalProperties/properties/objects/additionalProperties/properti\
es/versions/additionalProperties/properties/key/anyOf/0/anyOf/2/properties/%24join/items/anyOf/1/type",keyword:"type",params:{type:"object"},
message:"must be object"};e===null?e=[_]:e.push(_),r++}var Fe=He===r;if(C=C||Fe,C)r=T,e!==null&&(T?e.length=T:e=null);else{let _={instancePath:t+
"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+o.replace(/~/g,"~0").
replace(/\//g,"~1")+"/key/$join/"+j,schemaPath:"#/properties/resources/additionalProperties/properties/objects/additionalProperties/properti\
es/versions/additionalProperties/properties/key/anyOf/0/anyOf/2/properties/%24join/items/anyOf",keyword:"anyOf",params:{},message:"must matc\
h a schema in anyOf"};e===null?e=[_]:e.push(_),r++}}}else{let v={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/obj\
ects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/key/$join",schemaPath:"#/properties/\
resources/additionalProperties/properties/objects/additionalProperties/properties/versions/additionalProperties/properties/key/anyOf/0/anyOf\
/2/properties/%24join/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[v]:e.push(v),r++}}}else{let O={instancePath:t+
"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+o.replace(/~/g,"~0").
replace(/\//g,"~1")+"/key",schemaPath:"#/properties/resources/additionalProperties/properties/objects/additionalProperties/properties/versio\
ns/additionalProperties/properties/key/anyOf/0/anyOf/2/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[O]:
e.push(O),r++}var U=m===r;d=d||U,U&&Z!==!0&&(Z=!0);let k=r;if(y&&typeof y=="object"&&!Array.isArray(y)){if(y.$assumed===void 0){let O={instancePath:t+
"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+o.replace(/~/g,"~0").
replace(/\//g,"~1")+"/key",schemaPath:"#/properties/resources/additionalProperties/properties/objects/additionalProperties/properties/versio\
ns/additionalProperties/properties/key/anyOf/0/anyOf/3/required",keyword:"required",params:{missingProperty:"$assumed"},message:"must have r\
equired property '$assumed'"};e===null?e=[O]:e.push(O),r++}if(y.because===void 0){let O={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/\
properties/resources/additionalProperties/properties/objects/additionalProperties/properties/versions/additionalProperties/properties/key/an\
yOf/0/anyOf/3/required",keyword:"required",params:{missingProperty:"because"},message:"must have required property 'because'"};e===null?e=[O]:
e.push(O),r++}for(let O in y)if(!(O==="$assumed"||O==="because")){let v={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+
"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/r\
esources/additionalProperties/properties/objects/additionalProperties/properties/versions/additionalProperties/properties/key/anyOf/0/anyOf/\
3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:O},message:"must NOT have additional properties"};e===null?
e=[v]:e.push(v),r++}if(y.$assumed!==void 0&&typeof y.$assumed!="string"){let O={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/key/$assumed",schemaPath:"\
#/properties/resources/additionalProperties/properties/objects/additionalProperties/properties/versions/additionalProperties/properties/key/\
anyOf/0/anyOf/3/properties/%24assumed/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[O]:e.push(O),r++}if(y.
because!==void 0&&typeof y.because!="string"){let O={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(
/~/g,"~0").replace(/\//g,"~1")+"/versions/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/key/because",schemaPath:"#/properties/resources/addit\
ionalProperties/properties/objects/additionalProperties/properties/versions/additionalProperties/properties/key/anyOf/0/anyOf/3/properties/b\
ecause/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[O]:e.push(O),r++}}else{let O={instancePath:t+"/reso\
urces/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+o.replace(/~/g,"~0").replace(
/\//g,"~1")+"/key",schemaPath:"#/properties/resources/additionalProperties/properties/objects/additionalProperties/properties/versions/addit\
ionalProperties/properties/key/anyOf/0/anyOf/3/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[O]:e.push(O),
r++}var U=k===r;if(d=d||U,U&&Z!==!0&&(Z=!0),d)r=h,e!==null&&(h?e.length=h:e=null);else{let O={instancePath:t+"/resources/"+s.replace(/~/g,"~\
0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"\
#/properties/resources/additionalProperties/properties/objects/additionalProperties/properties/versions/additionalProperties/properties/key/\
anyOf/0/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[O]:e.push(O),r++}var Pe=g===r;f=f||Pe;let $=r;if(y&&
typeof y=="object"&&!Array.isArray(y)){if(y.unknown===void 0){let O={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"\
/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/re\
sources/additionalProperties/properties/objects/additionalProperties/properties/versions/additionalProperties/properties/key/anyOf/1/require\
d",keyword:"required",params:{missingProperty:"unknown"},message:"must have required property 'unknown'"};e===null?e=[O]:e.push(O),r++}for(let O in y)
if(O!=="unknown"){let v={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,
"~1")+"/versions/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/resources/additionalProperties/properties/object\
s/additionalProperties/properties/versions/additionalProperties/properties/key/anyOf/1/additionalProperties",keyword:"additionalProperties",
params:{additionalProperty:O},message:"must NOT have additional properties"};e===null?e=[v]:e.push(v),r++}if(y.unknown!==void 0&&typeof y.unknown!=
"string"){let O={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+
"/versions/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/key/unknown",schemaPath:"#/properties/resources/additionalProperties/properties/obje\
cts/additionalProperties/properties/versions/additionalProperties/properties/key/anyOf/1/properties/unknown/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[O]:e.push(O),r++}}else{let O={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/proper\
ties/resources/additionalProperties/properties/objects/additionalProperties/properties/versions/additionalProperties/properties/key/anyOf/1/\
type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[O]:e.push(O),r++}var Pe=$===r;if(f=f||Pe,Pe&&Z!==!0&&(Z=!0),
f)r=l,e!==null&&(l?e.length=l:e=null);else{let O={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(
/~/g,"~0").replace(/\//g,"~1")+"/versions/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/resources/additionalPro\
perties/properties/objects/additionalProperties/properties/versions/additionalProperties/properties/key/anyOf",keyword:"anyOf",params:{},message:"\
must match a schema in anyOf"};e===null?e=[O]:e.push(O),r++}}if(c.bucketKey!==void 0&&typeof c.bucketKey!="boolean"){let y={instancePath:t+"\
/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+o.replace(/~/g,"~0").
replace(/\//g,"~1")+"/bucketKey",schemaPath:"#/properties/resources/additionalProperties/properties/objects/additionalProperties/properties/\
versions/additionalProperties/properties/bucketKey/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[y]:e.
push(y),r++}}else{let y={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,
"~1")+"/versions/"+o.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/resources/additionalProperties/properties/objects/addit\
ionalProperties/properties/versions/additionalProperties/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[y]:
e.push(y),r++}}else{let o={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,
"~1")+"/versions",schemaPath:"#/properties/resources/additionalProperties/properties/objects/additionalProperties/properties/versions/type",
keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[o]:e.push(o),r++}}}else{let u={instancePath:t+"/resources/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/objects/"+a.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/resources/additionalProperties/\
properties/objects/additionalProperties/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[u]:e.push(u),r++}}else{
let a={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objects",schemaPath:"#/properties/resources/additionalPropert\
ies/properties/objects/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[a]:e.push(a),r++}}if(n.versions!==void 0){
let i=n.versions;if(i&&typeof i=="object"&&!Array.isArray(i))for(let a in i){let p=i[a];if(p&&typeof p=="object"&&!Array.isArray(p)){for(let u in p)
if(!(u==="key"||u==="bucketKey")){let o={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+a.replace(/~/g,"\
~0").replace(/\//g,"~1"),schemaPath:"#/properties/resources/additionalProperties/properties/versions/additionalProperties/additionalProperti\
es",keyword:"additionalProperties",params:{additionalProperty:u},message:"must NOT have additional properties"};e===null?e=[o]:e.push(o),r++}
if(p.key!==void 0){let u=p.key,o=r,c=!1,y=r,l=r,f=!1,g=r;if(typeof u!="string"){let m={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/versions/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/resources/additionalProperties/properties/\
versions/additionalProperties/properties/key/anyOf/0/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[m]:e.push(m),r++}var H=g===r;f=f||H;let h=r;if(u&&typeof u=="object"&&!Array.isArray(u)){if(u.$symbol===void 0){let m={instancePath:t+"/r\
esources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/re\
sources/additionalProperties/properties/versions/additionalProperties/properties/key/anyOf/0/anyOf/1/required",keyword:"required",params:{missingProperty:"\
$symbol"},message:"must have required property '$symbol'"};e===null?e=[m]:e.push(m),r++}for(let m in u)if(m!=="$symbol"){let k={instancePath:t+
"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties\
/resources/additionalProperties/properties/versions/additionalProperties/properties/key/anyOf/0/anyOf/1/additionalProperties",keyword:"addit\
ionalProperties",params:{additionalProperty:m},message:"must NOT have additional properties"};e===null?e=[k]:e.push(k),r++}if(u.$symbol!==void 0&&
typeof u.$symbol!="string"){let m={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+a.replace(/~/g,"~0").replace(
/\//g,"~1")+"/key/$symbol",schemaPath:"#/properties/resources/additionalProperties/properties/versions/additionalProperties/properties/key/a\
nyOf/0/anyOf/1/properties/%24symbol/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[m]:e.push(m),r++}}else{
let m={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"\
#/properties/resources/additionalProperties/properties/versions/additionalProperties/properties/key/anyOf/0/anyOf/1/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[m]:e.push(m),r++}var H=h===r;if(f=f||H,H)var ee=!0;let d=r;if(u&&typeof u=="object"&&!Array.
isArray(u)){if(u.$join===void 0){let m={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+a.replace(/~/g,"~\
0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/resources/additionalProperties/properties/versions/additionalProperties/properties/k\
ey/anyOf/0/anyOf/2/required",keyword:"required",params:{missingProperty:"$join"},message:"must have required property '$join'"};e===null?e=[
m]:e.push(m),r++}for(let m in u)if(m!=="$join"){let k={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+a.
replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/resources/additionalProperties/properties/versions/additionalProperti\
es/properties/key/anyOf/0/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:m},message:"must NOT have \
additional properties"};e===null?e=[k]:e.push(k),r++}if(u.$join!==void 0){let m=u.$join;if(Array.isArray(m)){if(m.length<1){let $={instancePath:t+
"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/key/$join",schemaPath:"#/prop\
erties/resources/additionalProperties/properties/versions/additionalProperties/properties/key/anyOf/0/anyOf/2/properties/%24join/minItems",keyword:"\
minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[$]:e.push($),r++}let k=m.length;for(let $=0;$<k;$++){let O=m[$],
v=r,j=!1,N=r;if(typeof O!="string"){let C={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+a.replace(/~/g,
"~0").replace(/\//g,"~1")+"/key/$join/"+$,schemaPath:"#/properties/resources/additionalProperties/properties/versions/additionalProperties/p\
roperties/key/anyOf/0/anyOf/2/properties/%24join/items/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[C]:e.push(C),r++}var Le=N===r;j=j||Le;let T=r;if(O&&typeof O=="object"&&!Array.isArray(O)){if(O.$symbol===void 0){let C={instancePath:t+"\
/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/key/$join/"+$,schemaPath:"#/pr\
operties/resources/additionalProperties/properties/versions/additionalProperties/properties/key/anyOf/0/anyOf/2/properties/%24join/items/any\
Of/1/required",keyword:"required",params:{missingProperty:"$symbol"},message:"must have required property '$symbol'"};e===null?e=[C]:e.push(
C),r++}for(let C in O)if(C!=="$symbol"){let X={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+a.replace(
/~/g,"~0").replace(/\//g,"~1")+"/key/$join/"+$,schemaPath:"#/properties/resources/additionalProperties/properties/versions/additionalPropert\
ies/properties/key/anyOf/0/anyOf/2/properties/%24join/items/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:C},
message:"must NOT have additional properties"};e===null?e=[X]:e.push(X),r++}if(O.$symbol!==void 0&&typeof O.$symbol!="string"){let C={instancePath:t+
"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/key/$join/"+$+"/$symbol",schemaPath:"\
#/properties/resources/additionalProperties/properties/versions/additionalProperties/properties/key/anyOf/0/anyOf/2/properties/%24join/items\
/anyOf/1/properties/%24symbol/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[C]:e.push(C),r++}}else{let C={
instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/key/$join/"+$,
schemaPath:"#/properties/resources/additionalProperties/properties/versions/additionalProperties/properties/key/anyOf/0/anyOf/2/properties/%\
24join/items/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[C]:e.push(C),r++}var Le=T===r;if(j=j||
Le,j)r=v,e!==null&&(v?e.length=v:e=null);else{let C={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+a.replace(
/~/g,"~0").replace(/\//g,"~1")+"/key/$join/"+$,schemaPath:"#/properties/resources/additionalProperties/properties/versions/additionalPropert\
ies/properties/key/anyOf/0/anyOf/2/properties/%24join/items/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?
e=[C]:e.push(C),r++}}}else{let k={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+a.replace(/~/g,"~0").replace(
/\//g,"~1")+"/key/$join",schemaPath:"#/properties/resources/additionalProperties/properties/versions/additionalProperties/properties/key/any\
Of/0/anyOf/2/properties/%24join/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[k]:e.push(k),r++}}}else{let m={
instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"\
#/properties/resources/additionalProperties/properties/versions/additionalProperties/properties/key/anyOf/0/anyOf/2/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[m]:e.push(m),r++}var H=d===r;f=f||H,H&&ee!==!0&&(ee=!0);let b=r;if(u&&typeof u=="object"&&
!Array.isArray(u)){if(u.$assumed===void 0){let m={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+a.replace(
/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/resources/additionalProperties/properties/versions/additionalProperties/prope\
rties/key/anyOf/0/anyOf/3/required",keyword:"required",params:{missingProperty:"$assumed"},message:"must have required property '$assumed'"};
e===null?e=[m]:e.push(m),r++}if(u.because===void 0){let m={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+
a.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/resources/additionalProperties/properties/versions/additionalProper\
ties/properties/key/anyOf/0/anyOf/3/required",keyword:"required",params:{missingProperty:"because"},message:"must have required property 'be\
cause'"};e===null?e=[m]:e.push(m),r++}for(let m in u)if(!(m==="$assumed"||m==="because")){let k={instancePath:t+"/resources/"+s.replace(/~/g,
"~0").replace(/\//g,"~1")+"/versions/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/resources/additionalProperti\
es/properties/versions/additionalProperties/properties/key/anyOf/0/anyOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:m},
message:"must NOT have additional properties"};e===null?e=[k]:e.push(k),r++}if(u.$assumed!==void 0&&typeof u.$assumed!="string"){let m={instancePath:t+
"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/key/$assumed",schemaPath:"#/p\
roperties/resources/additionalProperties/properties/versions/additionalProperties/properties/key/anyOf/0/anyOf/3/properties/%24assumed/type",
keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[m]:e.push(m),r++}if(u.because!==void 0&&typeof u.because!="strin\
g"){let m={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/key\
/because",schemaPath:"#/properties/resources/additionalProperties/properties/versions/additionalProperties/properties/key/anyOf/0/anyOf/3/pr\
operties/because/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[m]:e.push(m),r++}}else{let m={instancePath:t+
"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties\
/resources/additionalProperties/properties/versions/additionalProperties/properties/key/anyOf/0/anyOf/3/type",keyword:"type",params:{type:"o\
bject"},message:"must be object"};e===null?e=[m]:e.push(m),r++}var H=b===r;if(f=f||H,H&&ee!==!0&&(ee=!0),f)r=l,e!==null&&(l?e.length=l:e=null);else{
let m={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"\
#/properties/resources/additionalProperties/properties/versions/additionalProperties/properties/key/anyOf/0/anyOf",keyword:"anyOf",params:{},
message:"must match a schema in anyOf"};e===null?e=[m]:e.push(m),r++}var be=y===r;c=c||be;let P=r;if(u&&typeof u=="object"&&!Array.isArray(u)){
if(u.unknown===void 0){let m={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+a.replace(/~/g,"~0").replace(
/\//g,"~1")+"/key",schemaPath:"#/properties/resources/additionalProperties/properties/versions/additionalProperties/properties/key/anyOf/1/r\
equired",keyword:"required",params:{missingProperty:"unknown"},message:"must have required property 'unknown'"};e===null?e=[m]:e.push(m),r++}
for(let m in u)if(m!=="unknown"){let k={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+a.replace(/~/g,"~\
0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/resources/additionalProperties/properties/versions/additionalProperties/properties/k\
ey/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:m},message:"must NOT have additional properties"};
e===null?e=[k]:e.push(k),r++}if(u.unknown!==void 0&&typeof u.unknown!="string"){let m={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/versions/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/key/unknown",schemaPath:"#/properties/resources/additionalProperties/pro\
perties/versions/additionalProperties/properties/key/anyOf/1/properties/unknown/type",keyword:"type",params:{type:"string"},message:"must be\
 string"};e===null?e=[m]:e.push(m),r++}}else{let m={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+a.replace(
/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/resources/additionalProperties/properties/versions/additionalProperties/prope\
rties/key/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[m]:e.push(m),r++}var be=P===r;if(c=c||be,
be&&ee!==!0&&(ee=!0),c)r=o,e!==null&&(o?e.length=o:e=null);else{let m={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+
"/versions/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/key",schemaPath:"#/properties/resources/additionalProperties/properties/versions/add\
itionalProperties/properties/key/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[m]:e.push(m),r++}}if(p.
bucketKey!==void 0&&typeof p.bucketKey!="boolean"){let u={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+
a.replace(/~/g,"~0").replace(/\//g,"~1")+"/bucketKey",schemaPath:"#/properties/resources/additionalProperties/properties/versions/additional\
Properties/properties/bucketKey/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[u]:e.push(u),r++}}else{let u={
instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions/"+a.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/pr\
operties/resources/additionalProperties/properties/versions/additionalProperties/type",keyword:"type",params:{type:"object"},message:"must b\
e object"};e===null?e=[u]:e.push(u),r++}}else{let a={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/versions",schemaPath:"\
#/properties/resources/additionalProperties/properties/versions/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?
e=[a]:e.push(a),r++}}if(n.objectOwnership!==void 0){let i=n.objectOwnership;if(typeof i!="string"){let a={instancePath:t+"/resources/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/objectOwnership",schemaPath:"#/properties/resources/additionalProperties/properties/objectOwnership/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}if(!(i==="BucketOwnerEnforced"||i==="BucketOwnerPreferre\
d"||i==="ObjectWriter")){let a={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/objectOwnership",schemaPath:"#/prope\
rties/resources/additionalProperties/properties/objectOwnership/enum",keyword:"enum",params:{allowedValues:A.properties.resources.additionalProperties.
properties.objectOwnership.enum},message:"must be equal to one of the allowed values"};e===null?e=[a]:e.push(a),r++}}if(n.publicAccessBlock!==
void 0){let i=n.publicAccessBlock;if(i&&typeof i=="object"&&!Array.isArray(i)){for(let a in i)if(!(a==="blockPublicAcls"||a==="ignorePublicA\
cls"||a==="blockPublicPolicy"||a==="restrictPublicBuckets")){let p={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/\
publicAccessBlock",schemaPath:"#/properties/resources/additionalProperties/properties/publicAccessBlock/additionalProperties",keyword:"addit\
ionalProperties",params:{additionalProperty:a},message:"must NOT have additional properties"};e===null?e=[p]:e.push(p),r++}if(i.blockPublicAcls!==
void 0&&typeof i.blockPublicAcls!="boolean"){let a={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/publicAccessBloc\
k/blockPublicAcls",schemaPath:"#/properties/resources/additionalProperties/properties/publicAccessBlock/properties/blockPublicAcls/type",keyword:"\
type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[a]:e.push(a),r++}if(i.ignorePublicAcls!==void 0&&typeof i.ignorePublicAcls!=
"boolean"){let a={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/publicAccessBlock/ignorePublicAcls",schemaPath:"#/\
properties/resources/additionalProperties/properties/publicAccessBlock/properties/ignorePublicAcls/type",keyword:"type",params:{type:"boolea\
n"},message:"must be boolean"};e===null?e=[a]:e.push(a),r++}if(i.blockPublicPolicy!==void 0&&typeof i.blockPublicPolicy!="boolean"){let a={instancePath:t+
"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/publicAccessBlock/blockPublicPolicy",schemaPath:"#/properties/resources/additionalP\
roperties/properties/publicAccessBlock/properties/blockPublicPolicy/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};
e===null?e=[a]:e.push(a),r++}if(i.restrictPublicBuckets!==void 0&&typeof i.restrictPublicBuckets!="boolean"){let a={instancePath:t+"/resourc\
es/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/publicAccessBlock/restrictPublicBuckets",schemaPath:"#/properties/resources/additionalProper\
ties/properties/publicAccessBlock/properties/restrictPublicBuckets/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===
null?e=[a]:e.push(a),r++}}else{let a={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/publicAccessBlock",schemaPath:"\
#/properties/resources/additionalProperties/properties/publicAccessBlock/type",keyword:"type",params:{type:"object"},message:"must be object"};
e===null?e=[a]:e.push(a),r++}}if(n.accountPublicAccessBlock!==void 0){let i=n.accountPublicAccessBlock;if(i&&typeof i=="object"&&!Array.isArray(
i)){for(let a in i)if(!(a==="blockPublicAcls"||a==="ignorePublicAcls"||a==="blockPublicPolicy"||a==="restrictPublicBuckets")){let p={instancePath:t+
"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/accountPublicAccessBlock",schemaPath:"#/properties/resources/additionalProperties/p\
roperties/accountPublicAccessBlock/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:a},message:"must NOT have\
 additional properties"};e===null?e=[p]:e.push(p),r++}if(i.blockPublicAcls!==void 0&&typeof i.blockPublicAcls!="boolean"){let a={instancePath:t+
"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/accountPublicAccessBlock/blockPublicAcls",schemaPath:"#/properties/resources/additi\
onalProperties/properties/accountPublicAccessBlock/properties/blockPublicAcls/type",keyword:"type",params:{type:"boolean"},message:"must be \
boolean"};e===null?e=[a]:e.push(a),r++}if(i.ignorePublicAcls!==void 0&&typeof i.ignorePublicAcls!="boolean"){let a={instancePath:t+"/resourc\
es/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/accountPublicAccessBlock/ignorePublicAcls",schemaPath:"#/properties/resources/additionalProp\
erties/properties/accountPublicAccessBlock/properties/ignorePublicAcls/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};
e===null?e=[a]:e.push(a),r++}if(i.blockPublicPolicy!==void 0&&typeof i.blockPublicPolicy!="boolean"){let a={instancePath:t+"/resources/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/accountPublicAccessBlock/blockPublicPolicy",schemaPath:"#/properties/resources/additionalProperties/propert\
ies/accountPublicAccessBlock/properties/blockPublicPolicy/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=
[a]:e.push(a),r++}if(i.restrictPublicBuckets!==void 0&&typeof i.restrictPublicBuckets!="boolean"){let a={instancePath:t+"/resources/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/accountPublicAccessBlock/restrictPublicBuckets",schemaPath:"#/properties/resources/additionalProperties/pro\
perties/accountPublicAccessBlock/properties/restrictPublicBuckets/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===
null?e=[a]:e.push(a),r++}}else{let a={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/accountPublicAccessBlock",schemaPath:"\
#/properties/resources/additionalProperties/properties/accountPublicAccessBlock/type",keyword:"type",params:{type:"object"},message:"must be\
 object"};e===null?e=[a]:e.push(a),r++}}if(n.accessPoints!==void 0&&typeof n.accessPoints!="boolean"){let i={instancePath:t+"/resources/"+s.
replace(/~/g,"~0").replace(/\//g,"~1")+"/accessPoints",schemaPath:"#/properties/resources/additionalProperties/properties/accessPoints/type",
keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[i]:e.push(i),r++}if(n.abac!==void 0&&typeof n.abac!="boolean"){
let i={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/abac",schemaPath:"#/properties/resources/additionalProperties\
/properties/abac/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[i]:e.push(i),r++}if(n.sharedWith!==void 0){
let i=n.sharedWith,a=r,p=!1,u=r;if(typeof i!="string"){let c={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/shared\
With",schemaPath:"#/properties/resources/additionalProperties/properties/sharedWith/anyOf/0/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[c]:e.push(c),r++}if(i!=="all"){let c={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/s\
haredWith",schemaPath:"#/properties/resources/additionalProperties/properties/sharedWith/anyOf/0/const",keyword:"const",params:{allowedValue:"\
all"},message:"must be equal to constant"};e===null?e=[c]:e.push(c),r++}var Ge=u===r;p=p||Ge;let o=r;if(Array.isArray(i)){let c=i.length;for(let y=0;y<
c;y++)if(typeof i[y]!="string"){let l={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/sharedWith/"+y,schemaPath:"#/\
properties/resources/additionalProperties/properties/sharedWith/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be s\
tring"};e===null?e=[l]:e.push(l),r++}}else{let c={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/sharedWith",schemaPath:"\
#/properties/resources/additionalProperties/properties/sharedWith/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};
e===null?e=[c]:e.push(c),r++}var Ge=o===r;if(p=p||Ge,p)r=a,e!==null&&(a?e.length=a:e=null);else{let c={instancePath:t+"/resources/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/sharedWith",schemaPath:"#/properties/resources/additionalProperties/properties/sharedWith/anyOf",keyword:"a\
nyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[c]:e.push(c),r++}}if(n.tier!==void 0){let i=n.tier;if(typeof i!="string"){
let a={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tier",schemaPath:"#/properties/resources/additionalProperties\
/properties/tier/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}if(!(i==="standard"||i===
"advanced")){let a={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tier",schemaPath:"#/properties/resources/additio\
nalProperties/properties/tier/enum",keyword:"enum",params:{allowedValues:A.properties.resources.additionalProperties.properties.tier.enum},message:"\
must be equal to one of the allowed values"};e===null?e=[a]:e.push(a),r++}}if(n.type!==void 0){let i=n.type;if(typeof i!="string"){let a={instancePath:t+
"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/type",schemaPath:"#/properties/resources/additionalProperties/properties/type/type",
keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}if(!(i==="String"||i==="StringList"||i==="Secur\
eString")){let a={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/type",schemaPath:"#/properties/resources/additiona\
lProperties/properties/type/enum",keyword:"enum",params:{allowedValues:A.properties.resources.additionalProperties.properties.type.enum},message:"\
must be equal to one of the allowed values"};e===null?e=[a]:e.push(a),r++}}if(n.sourceVolume!==void 0&&typeof n.sourceVolume!="string"){let i={
instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/sourceVolume",schemaPath:"#/properties/resources/additionalPropertie\
s/properties/sourceVolume/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}if(n.resourceId!==
void 0&&typeof n.resourceId!="string"){let i={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceId",schemaPath:"\
#/properties/resources/additionalProperties/properties/resourceId/type",keyword:"type",params:{type:"string"},message:"must be string"};e===
null?e=[i]:e.push(i),r++}if(n.role!==void 0&&typeof n.role!="string"){let i={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/role",schemaPath:"#/properties/resources/additionalProperties/properties/role/type",keyword:"type",params:{type:"string"},message:"m\
ust be string"};e===null?e=[i]:e.push(i),r++}if(n.reuseSeconds!==void 0){let i=n.reuseSeconds;if(!(typeof i=="number"&&!(i%1)&&!isNaN(i)&&isFinite(
i))){let a={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/reuseSeconds",schemaPath:"#/properties/resources/additio\
nalProperties/properties/reuseSeconds/type",keyword:"type",params:{type:"integer"},message:"must be integer"};e===null?e=[a]:e.push(a),r++}if(typeof i==
"number"&&isFinite(i)){if(i>86400||isNaN(i)){let a={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/reuseSeconds",schemaPath:"\
#/properties/resources/additionalProperties/properties/reuseSeconds/maximum",keyword:"maximum",params:{comparison:"<=",limit:86400},message:"\
must be <= 86400"};e===null?e=[a]:e.push(a),r++}if(i<60||isNaN(i)){let a={instancePath:t+"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~\
1")+"/reuseSeconds",schemaPath:"#/properties/resources/additionalProperties/properties/reuseSeconds/minimum",keyword:"minimum",params:{comparison:"\
>=",limit:60},message:"must be >= 60"};e===null?e=[a]:e.push(a),r++}}}if(n.masking!==void 0&&typeof n.masking!="boolean"){let i={instancePath:t+
"/resources/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/masking",schemaPath:"#/properties/resources/additionalProperties/properties/masking\
/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[i]:e.push(i),r++}}else{let i={instancePath:t+"/resource\
s/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/resources/additionalProperties/type",keyword:"type",params:{type:"obje\
ct"},message:"must be object"};e===null?e=[i]:e.push(i),r++}}else{let s={instancePath:t+"/resources",schemaPath:"#/properties/resources/type",
keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[s]:e.push(s),r++}}if(q.endpoints!==void 0){let w=q.endpoints;if(w&&
typeof w=="object"&&!Array.isArray(w))for(let s in w){let n=w[s];if(n&&typeof n=="object"&&!Array.isArray(n)){if(n.id===void 0){let i={instancePath:t+
"/endpoints/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/endpoints/additionalProperties/required",keyword:"required",
params:{missingProperty:"id"},message:"must have required property 'id'"};e===null?e=[i]:e.push(i),r++}for(let i in n)if(!(i==="id"||i==="vp\
c"||i==="policy")){let a={instancePath:t+"/endpoints/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/endpoints/additiona\
lProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:i},message:"must NOT have additional properties"};
e===null?e=[a]:e.push(a),r++}if(n.id!==void 0&&typeof n.id!="string"){let i={instancePath:t+"/endpoints/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/id",schemaPath:"#/properties/endpoints/additionalProperties/properties/id/type",keyword:"type",params:{type:"string"},message:"must \
be string"};e===null?e=[i]:e.push(i),r++}if(n.vpc!==void 0&&typeof n.vpc!="string"){let i={instancePath:t+"/endpoints/"+s.replace(/~/g,"~0").
replace(/\//g,"~1")+"/vpc",schemaPath:"#/properties/endpoints/additionalProperties/properties/vpc/type",keyword:"type",params:{type:"string"},
message:"must be string"};e===null?e=[i]:e.push(i),r++}if(n.policy!==void 0){let i=n.policy;if(typeof i!="string"&&!(i&&typeof i=="object"&&
!Array.isArray(i))){let a={instancePath:t+"/endpoints/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/policy",schemaPath:"#/properties/endpoint\
s/additionalProperties/properties/policy/type",keyword:"type",params:{type:A.properties.endpoints.additionalProperties.properties.policy.type},
message:"must be string,object"};e===null?e=[a]:e.push(a),r++}}}else{let i={instancePath:t+"/endpoints/"+s.replace(/~/g,"~0").replace(/\//g,
"~1"),schemaPath:"#/properties/endpoints/additionalProperties/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?
e=[i]:e.push(i),r++}}else{let s={instancePath:t+"/endpoints",schemaPath:"#/properties/endpoints/type",keyword:"type",params:{type:"object"},
message:"must be object"};e===null?e=[s]:e.push(s),r++}}}else{let w={instancePath:t,schemaPath:"#/type",keyword:"type",params:{type:"object"},
message:"must be object"};e===null?e=[w]:e.push(w),r++}return we.errors=e,r===0}we.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};var Je={
"#/additionalProperties":["$schema","version","account","region","imported","knows","symbols","invented","assumptions","trust","administrato\
rs","include","policies","accounts","organization","principals","keys","resources","endpoints"],"#/properties/account/anyOf/1/additionalProp\
erties":["$symbol"],"#/properties/account/anyOf/2/additionalProperties":["$join"],"#/properties/account/anyOf/2/properties/$join/items/anyOf\
/1/additionalProperties":["$symbol"],"#/properties/account/anyOf/3/additionalProperties":["$assumed","because"],"#/properties/imported/addit\
ionalProperties":["from","file","side"],"#/properties/knows/additionalProperties":["principals","policies","grants","keys","serviceControl",
"resourceControl","endpoints","resources"],"#/properties/symbols/additionalProperties/additionalProperties":["type","from","at","account","p\
refix","suffix","oneOf"],"#/properties/symbols/additionalProperties/properties/at/additionalProperties":["file","pointer","line","column"],"\
#/properties/invented/additionalProperties/additionalProperties":["from","prefix"],"#/properties/assumptions/items/additionalProperties":["i\
d","text","at"],"#/properties/assumptions/items/properties/at/additionalProperties":["file","pointer","line","column"],"#/properties/trust/a\
dditionalProperties":["organization","organizations","accounts","principals","services"],"#/properties/accounts/additionalProperties/anyOf/1\
/additionalProperties":["id","serviceControl","resourceControl","knows"],"#/properties/accounts/additionalProperties/anyOf/1/properties/know\
s/additionalProperties":["principals","policies","grants","keys","serviceControl","resourceControl","resources"],"#/properties/organization/\
additionalProperties":["id","managementAccount","rootId","serviceControl","resourceControl","accounts","units"],"#/properties/organization/p\
roperties/units/additionalProperties/additionalProperties":["id","serviceControl","resourceControl","accounts","units"],"#/properties/organi\
zation/properties/units/additionalProperties/properties/units/additionalProperties/additionalProperties":["id","serviceControl","resourceCon\
trol","accounts","units"],"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/\
units/additionalProperties/additionalProperties":["id","serviceControl","resourceControl","accounts","units"],"#/properties/organization/pro\
perties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalPr\
operties/additionalProperties":["id","serviceControl","resourceControl","accounts","units"],"#/properties/organization/properties/units/addi\
tionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/propertie\
s/units/additionalProperties/additionalProperties":["id","serviceControl","resourceControl","accounts"],"#/properties/principals/additionalP\
roperties/anyOf/1/additionalProperties":["arn","policies","boundary","retained","session","trust","maxSessionDuration","knows","unknown","ta\
gs","userId","roleArn","userArn","serviceLinkedRole","mfaAgeSeconds","sourceIdentity","credentials"],"#/properties/principals/additionalProp\
erties/anyOf/1/properties/arn/anyOf/1/additionalProperties":["$symbol"],"#/properties/principals/additionalProperties/anyOf/1/properties/arn\
/anyOf/2/additionalProperties":["$join"],"#/properties/principals/additionalProperties/anyOf/1/properties/arn/anyOf/2/properties/$join/items\
/anyOf/1/additionalProperties":["$symbol"],"#/properties/principals/additionalProperties/anyOf/1/properties/arn/anyOf/3/additionalProperties":[
"$assumed","because"],"#/properties/principals/additionalProperties/anyOf/1/properties/knows/additionalProperties":["policies"],"#/propertie\
s/principals/additionalProperties/anyOf/1/properties/tags/additionalProperties/anyOf/1/additionalProperties":["$symbol"],"#/properties/princ\
ipals/additionalProperties/anyOf/1/properties/tags/additionalProperties/anyOf/2/additionalProperties":["$join"],"#/properties/principals/add\
itionalProperties/anyOf/1/properties/tags/additionalProperties/anyOf/2/properties/$join/items/anyOf/1/additionalProperties":["$symbol"],"#/p\
roperties/principals/additionalProperties/anyOf/1/properties/tags/additionalProperties/anyOf/3/additionalProperties":["$assumed","because"],
"#/properties/principals/additionalProperties/anyOf/1/properties/credentials/additionalProperties":["accessKeyId","secretAccessKey","session\
Token"],"#/properties/keys/additionalProperties/additionalProperties":["arn","id","account","region","description","createdAt","managedBy","\
aliases","knows","unknown","attested","skipsLockoutCheck","retained","replaces","trust","administrators","policy","tags","grants","spec","us\
age","origin","multiRegion","multiRegionKeyType","state","pendingWindowInDays","rotation","dangerousKeyMaterial"],"#/properties/keys/additio\
nalProperties/properties/arn/anyOf/1/additionalProperties":["$symbol"],"#/properties/keys/additionalProperties/properties/arn/anyOf/2/additi\
onalProperties":["$join"],"#/properties/keys/additionalProperties/properties/arn/anyOf/2/properties/$join/items/anyOf/1/additionalProperties":[
"$symbol"],"#/properties/keys/additionalProperties/properties/arn/anyOf/3/additionalProperties":["$assumed","because"],"#/properties/keys/ad\
ditionalProperties/properties/account/anyOf/1/additionalProperties":["$symbol"],"#/properties/keys/additionalProperties/properties/account/a\
nyOf/2/additionalProperties":["$join"],"#/properties/keys/additionalProperties/properties/account/anyOf/2/properties/$join/items/anyOf/1/add\
itionalProperties":["$symbol"],"#/properties/keys/additionalProperties/properties/account/anyOf/3/additionalProperties":["$assumed","because"],
"#/properties/keys/additionalProperties/properties/aliases/items/anyOf/1/additionalProperties":["$symbol"],"#/properties/keys/additionalProp\
erties/properties/aliases/items/anyOf/2/additionalProperties":["$join"],"#/properties/keys/additionalProperties/properties/aliases/items/any\
Of/2/properties/$join/items/anyOf/1/additionalProperties":["$symbol"],"#/properties/keys/additionalProperties/properties/aliases/items/anyOf\
/3/additionalProperties":["$assumed","because"],"#/properties/keys/additionalProperties/properties/knows/additionalProperties":["grants"],"#\
/properties/keys/additionalProperties/properties/replaces/anyOf/1/additionalProperties":["$symbol"],"#/properties/keys/additionalProperties/\
properties/replaces/anyOf/2/additionalProperties":["$join"],"#/properties/keys/additionalProperties/properties/replaces/anyOf/2/properties/$\
join/items/anyOf/1/additionalProperties":["$symbol"],"#/properties/keys/additionalProperties/properties/replaces/anyOf/3/additionalPropertie\
s":["$assumed","because"],"#/properties/keys/additionalProperties/properties/trust/additionalProperties":["organization","organizations","ac\
counts","principals","services"],"#/properties/keys/additionalProperties/properties/tags/additionalProperties/anyOf/1/additionalProperties":[
"$symbol"],"#/properties/keys/additionalProperties/properties/tags/additionalProperties/anyOf/2/additionalProperties":["$join"],"#/propertie\
s/keys/additionalProperties/properties/tags/additionalProperties/anyOf/2/properties/$join/items/anyOf/1/additionalProperties":["$symbol"],"#\
/properties/keys/additionalProperties/properties/tags/additionalProperties/anyOf/3/additionalProperties":["$assumed","because"],"#/propertie\
s/keys/additionalProperties/properties/grants/items/additionalProperties":["id","name","grantee","operations","constraints","retiring","issu\
ingAccount","token"],"#/properties/keys/additionalProperties/properties/grants/items/properties/grantee/anyOf/1/additionalProperties":["$sym\
bol"],"#/properties/keys/additionalProperties/properties/grants/items/properties/grantee/anyOf/2/additionalProperties":["$join"],"#/properti\
es/keys/additionalProperties/properties/grants/items/properties/grantee/anyOf/2/properties/$join/items/anyOf/1/additionalProperties":["$symb\
ol"],"#/properties/keys/additionalProperties/properties/grants/items/properties/grantee/anyOf/3/additionalProperties":["$assumed","because"],
"#/properties/keys/additionalProperties/properties/grants/items/properties/constraints/additionalProperties":["EncryptionContextEquals","Enc\
ryptionContextSubset","SourceArn"],"#/properties/keys/additionalProperties/properties/grants/items/properties/retiring/anyOf/1/additionalPro\
perties":["$symbol"],"#/properties/keys/additionalProperties/properties/grants/items/properties/retiring/anyOf/2/additionalProperties":["$jo\
in"],"#/properties/keys/additionalProperties/properties/grants/items/properties/retiring/anyOf/2/properties/$join/items/anyOf/1/additionalPr\
operties":["$symbol"],"#/properties/keys/additionalProperties/properties/grants/items/properties/retiring/anyOf/3/additionalProperties":["$a\
ssumed","because"],"#/properties/keys/additionalProperties/properties/grants/items/properties/issuingAccount/anyOf/1/additionalProperties":[
"$symbol"],"#/properties/keys/additionalProperties/properties/grants/items/properties/issuingAccount/anyOf/2/additionalProperties":["$join"],
"#/properties/keys/additionalProperties/properties/grants/items/properties/issuingAccount/anyOf/2/properties/$join/items/anyOf/1/additionalP\
roperties":["$symbol"],"#/properties/keys/additionalProperties/properties/grants/items/properties/issuingAccount/anyOf/3/additionalPropertie\
s":["$assumed","because"],"#/properties/keys/additionalProperties/properties/rotation/anyOf/1/additionalProperties":["periodInDays"],"#/prop\
erties/resources/additionalProperties/additionalProperties":["arn","account","region","policy","key","bucketKey","tags","encryptionContext",
"objects","versions","objectOwnership","publicAccessBlock","accountPublicAccessBlock","accessPoints","abac","sharedWith","tier","type","sour\
ceVolume","resourceId","role","reuseSeconds","masking"],"#/properties/resources/additionalProperties/properties/arn/anyOf/1/additionalProper\
ties":["$symbol"],"#/properties/resources/additionalProperties/properties/arn/anyOf/2/additionalProperties":["$join"],"#/properties/resource\
s/additionalProperties/properties/arn/anyOf/2/properties/$join/items/anyOf/1/additionalProperties":["$symbol"],"#/properties/resources/addit\
ionalProperties/properties/arn/anyOf/3/additionalProperties":["$assumed","because"],"#/properties/resources/additionalProperties/properties/\
account/anyOf/1/additionalProperties":["$symbol"],"#/properties/resources/additionalProperties/properties/account/anyOf/2/additionalProperti\
es":["$join"],"#/properties/resources/additionalProperties/properties/account/anyOf/2/properties/$join/items/anyOf/1/additionalProperties":[
"$symbol"],"#/properties/resources/additionalProperties/properties/account/anyOf/3/additionalProperties":["$assumed","because"],"#/propertie\
s/resources/additionalProperties/properties/key/anyOf/0/anyOf/1/additionalProperties":["$symbol"],"#/properties/resources/additionalProperti\
es/properties/key/anyOf/0/anyOf/2/additionalProperties":["$join"],"#/properties/resources/additionalProperties/properties/key/anyOf/0/anyOf/\
2/properties/$join/items/anyOf/1/additionalProperties":["$symbol"],"#/properties/resources/additionalProperties/properties/key/anyOf/0/anyOf\
/3/additionalProperties":["$assumed","because"],"#/properties/resources/additionalProperties/properties/key/anyOf/1/additionalProperties":["\
unknown"],"#/properties/resources/additionalProperties/properties/tags/additionalProperties/anyOf/1/additionalProperties":["$symbol"],"#/pro\
perties/resources/additionalProperties/properties/tags/additionalProperties/anyOf/2/additionalProperties":["$join"],"#/properties/resources/\
additionalProperties/properties/tags/additionalProperties/anyOf/2/properties/$join/items/anyOf/1/additionalProperties":["$symbol"],"#/proper\
ties/resources/additionalProperties/properties/tags/additionalProperties/anyOf/3/additionalProperties":["$assumed","because"],"#/properties/\
resources/additionalProperties/properties/objects/additionalProperties/additionalProperties":["key","bucketKey","encryptionContext","owner",
"versions"],"#/properties/resources/additionalProperties/properties/objects/additionalProperties/properties/key/anyOf/0/anyOf/1/additionalPr\
operties":["$symbol"],"#/properties/resources/additionalProperties/properties/objects/additionalProperties/properties/key/anyOf/0/anyOf/2/ad\
ditionalProperties":["$join"],"#/properties/resources/additionalProperties/properties/objects/additionalProperties/properties/key/anyOf/0/an\
yOf/2/properties/$join/items/anyOf/1/additionalProperties":["$symbol"],"#/properties/resources/additionalProperties/properties/objects/addit\
ionalProperties/properties/key/anyOf/0/anyOf/3/additionalProperties":["$assumed","because"],"#/properties/resources/additionalProperties/pro\
perties/objects/additionalProperties/properties/key/anyOf/1/additionalProperties":["unknown"],"#/properties/resources/additionalProperties/p\
roperties/objects/additionalProperties/properties/versions/additionalProperties/additionalProperties":["key","bucketKey"],"#/properties/reso\
urces/additionalProperties/properties/objects/additionalProperties/properties/versions/additionalProperties/properties/key/anyOf/0/anyOf/1/a\
dditionalProperties":["$symbol"],"#/properties/resources/additionalProperties/properties/objects/additionalProperties/properties/versions/ad\
ditionalProperties/properties/key/anyOf/0/anyOf/2/additionalProperties":["$join"],"#/properties/resources/additionalProperties/properties/ob\
jects/additionalProperties/properties/versions/additionalProperties/properties/key/anyOf/0/anyOf/2/properties/$join/items/anyOf/1/additional\
Properties":["$symbol"],"#/properties/resources/additionalProperties/properties/objects/additionalProperties/properties/versions/additionalP\
roperties/properties/key/anyOf/0/anyOf/3/additionalProperties":["$assumed","because"],"#/properties/resources/additionalProperties/propertie\
s/objects/additionalProperties/properties/versions/additionalProperties/properties/key/anyOf/1/additionalProperties":["unknown"],"#/properti\
es/resources/additionalProperties/properties/versions/additionalProperties/additionalProperties":["key","bucketKey"],"#/properties/resources\
/additionalProperties/properties/versions/additionalProperties/properties/key/anyOf/0/anyOf/1/additionalProperties":["$symbol"],"#/propertie\
s/resources/additionalProperties/properties/versions/additionalProperties/properties/key/anyOf/0/anyOf/2/additionalProperties":["$join"],"#/\
properties/resources/additionalProperties/properties/versions/additionalProperties/properties/key/anyOf/0/anyOf/2/properties/$join/items/any\
Of/1/additionalProperties":["$symbol"],"#/properties/resources/additionalProperties/properties/versions/additionalProperties/properties/key/\
anyOf/0/anyOf/3/additionalProperties":["$assumed","because"],"#/properties/resources/additionalProperties/properties/versions/additionalProp\
erties/properties/key/anyOf/1/additionalProperties":["unknown"],"#/properties/resources/additionalProperties/properties/publicAccessBlock/ad\
ditionalProperties":["blockPublicAcls","ignorePublicAcls","blockPublicPolicy","restrictPublicBuckets"],"#/properties/resources/additionalPro\
perties/properties/accountPublicAccessBlock/additionalProperties":["blockPublicAcls","ignorePublicAcls","blockPublicPolicy","restrictPublicB\
uckets"],"#/properties/endpoints/additionalProperties/additionalProperties":["id","vpc","policy"]},tr=q=>Ue(q)?[]:Xe(Ue.errors,Je);export{tr as validateWorld};
