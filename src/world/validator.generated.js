// Compiled from the JSON Schemas of schemas/ by .build/schemas.ts: run `npm run schemas`, never edit.
import{readFaults as ge}from"./faults.ts";var me=J,A={$schema:"https://json-schema.org/draft/2020-12/schema",$id:"urn:kmsward:schemas:world",
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
"all","some"]},endpoints:{description:"some: there may be other VPC endpoints, and policies of endpoints.",type:"string",enum:["all","some"]}},
additionalProperties:!1,description:"Whether a list that a world has is the whole one; absent: all. The narrower place wins."},symbols:{description:"\
Values that are not known, by name. Two of them may be equal.",type:"object",additionalProperties:{type:"object",properties:{type:{type:"str\
ing",enum:["role-arn","user-arn","account-id","key-arn","key-id","policy-arn","unique-id","org-id","string","list"]},from:{type:"string",description:"\
What it is the value of: an address, a parameter."},at:{type:"object",properties:{file:{type:"string"},pointer:{type:"string"},line:{type:"i\
nteger",minimum:-9007199254740991,maximum:9007199254740991},column:{type:"integer",minimum:-9007199254740991,maximum:9007199254740991}},required:[
"file"],additionalProperties:!1},account:{description:"Of an ARN: the account in it, or the symbol of that.",type:"string"},prefix:{description:"\
How the value begins.",type:"string"},suffix:{description:"How the value ends.",type:"string"},oneOf:{description:"The values it may have.",
minItems:1,type:"array",items:{type:"string"}}},required:["type","from"],additionalProperties:!1}},invented:{description:"Texts that were ma\
de up for values which differ from everything written before: ids of keys to come.",type:"object",additionalProperties:{type:"object",properties:{
from:{type:"string"},prefix:{type:"string"}},required:["from"],additionalProperties:!1}},assumptions:{description:"What is taken for granted\
. Answers that rest on one name it.",type:"array",items:{type:"object",properties:{id:{type:"string"},text:{type:"string"},at:{type:"object",
properties:{file:{type:"string"},pointer:{type:"string"},line:{type:"integer",minimum:-9007199254740991,maximum:9007199254740991},column:{type:"\
integer",minimum:-9007199254740991,maximum:9007199254740991}},required:["file"],additionalProperties:!1}},required:["id","text"],additionalProperties:!1}},
trust:{description:"Whom the keys may be shared with. Decides nothing.",type:"object",properties:{organization:{description:"All accounts of\
 the organization.",type:"boolean"},organizations:{description:"Other ones, by their ids: o-\u2026",type:"array",items:{type:"string"}},accounts:{
description:"Short names of `accounts`, or ids.",type:"array",items:{type:"string"}},principals:{description:"ARNs, and no other principal o\
f that account.",type:"array",items:{type:"string"}},services:{description:"Service principals that need no condition on where a call comes \
from.",type:"array",items:{type:"string"}}},additionalProperties:!1},administrators:{description:"Who is meant to administer keys: short nam\
es, ARNs, ARNs with wildcards. Decides nothing.",type:"array",items:{type:"string"}},include:{description:"Paths of more documents, from thi\
s one.",type:"array",items:{type:"string"}},policies:{description:"Policies that several places name.",type:"object",additionalProperties:{type:[
"string","object"]}},accounts:{description:"By short name: the id, or the id and what is attached.",type:"object",additionalProperties:{anyOf:[
{type:"string"},{type:"object",properties:{id:{type:"string",description:"12 digits."},serviceControl:{description:"Service control policies\
 attached to the account; absent: FullAWSAccess.",type:"array",items:{type:["string","object"]}},resourceControl:{description:"Resource cont\
rol policies attached to the account; RCPFullAWSAccess is implied.",type:"array",items:{type:["string","object"]}},knows:{type:"object",properties:{
principals:{description:"some: there may be other users and roles, with any identity policy.",type:"string",enum:["all","some"]},policies:{description:"\
some: principals may hold other identity policies.",type:"string",enum:["all","some"]},grants:{description:"some: keys may have other grants\
.",type:"string",enum:["all","some"]},keys:{description:"some: there may be other keys.",type:"string",enum:["all","some"]},serviceControl:{
description:"some: there may be other service control policies.",type:"string",enum:["all","some"]},resourceControl:{description:"some: ther\
e may be other resource control policies.",type:"string",enum:["all","some"]}},additionalProperties:!1}},required:["id"],additionalProperties:!1}]}},
organization:{description:"What binds all principals of its accounts.",type:"object",properties:{id:{type:"string",description:"o-\u2026"},managementAccount:{
description:"No service control policy binds it.",type:"string"},rootId:{description:"r-\u2026: needed for aws:PrincipalOrgPaths.",type:"str\
ing"},serviceControl:{description:"Service control policies attached here; absent: FullAWSAccess, as Organizations attaches it.",type:"array",
items:{type:["string","object"]}},resourceControl:{description:"Resource control policies attached here; RCPFullAWSAccess is implied.",type:"\
array",items:{type:["string","object"]}},accounts:{description:"The accounts right below: ids, or short names of `accounts`.",type:"array",items:{
type:"string"}},units:{description:"Organizational units by short name.",type:"object",additionalProperties:{type:"object",properties:{id:{description:"\
ou-\u2026: needed for aws:PrincipalOrgPaths.",type:"string"},serviceControl:{description:"Service control policies attached here; absent: Fu\
llAWSAccess, as Organizations attaches it.",type:"array",items:{type:["string","object"]}},resourceControl:{description:"Resource control po\
licies attached here; RCPFullAWSAccess is implied.",type:"array",items:{type:["string","object"]}},accounts:{description:"The accounts right\
 below: ids, or short names of `accounts`.",type:"array",items:{type:"string"}},units:{type:"object",additionalProperties:{type:"object",properties:{
id:{description:"ou-\u2026: needed for aws:PrincipalOrgPaths.",type:"string"},serviceControl:{description:"Service control policies attached\
 here; absent: FullAWSAccess, as Organizations attaches it.",type:"array",items:{type:["string","object"]}},resourceControl:{description:"Re\
source control policies attached here; RCPFullAWSAccess is implied.",type:"array",items:{type:["string","object"]}},accounts:{description:"T\
he accounts right below: ids, or short names of `accounts`.",type:"array",items:{type:"string"}},units:{type:"object",additionalProperties:{
type:"object",properties:{id:{description:"ou-\u2026: needed for aws:PrincipalOrgPaths.",type:"string"},serviceControl:{description:"Service\
 control policies attached here; absent: FullAWSAccess, as Organizations attaches it.",type:"array",items:{type:["string","object"]}},resourceControl:{
description:"Resource control policies attached here; RCPFullAWSAccess is implied.",type:"array",items:{type:["string","object"]}},accounts:{
description:"The accounts right below: ids, or short names of `accounts`.",type:"array",items:{type:"string"}},units:{type:"object",additionalProperties:{
type:"object",properties:{id:{description:"ou-\u2026: needed for aws:PrincipalOrgPaths.",type:"string"},serviceControl:{description:"Service\
 control policies attached here; absent: FullAWSAccess, as Organizations attaches it.",type:"array",items:{type:["string","object"]}},resourceControl:{
description:"Resource control policies attached here; RCPFullAWSAccess is implied.",type:"array",items:{type:["string","object"]}},accounts:{
description:"The accounts right below: ids, or short names of `accounts`.",type:"array",items:{type:"string"}},units:{type:"object",additionalProperties:{
type:"object",properties:{id:{description:"ou-\u2026: needed for aws:PrincipalOrgPaths.",type:"string"},serviceControl:{description:"Service\
 control policies attached here; absent: FullAWSAccess, as Organizations attaches it.",type:"array",items:{type:["string","object"]}},resourceControl:{
description:"Resource control policies attached here; RCPFullAWSAccess is implied.",type:"array",items:{type:["string","object"]}},accounts:{
description:"The accounts right below: ids, or short names of `accounts`.",type:"array",items:{type:"string"}}},additionalProperties:!1}}},additionalProperties:!1}}},
additionalProperties:!1}}},additionalProperties:!1}}},additionalProperties:!1}}},required:["id"],additionalProperties:!1},principals:{description:"\
Who there is, by short name: an ARN, or more.",type:"object",additionalProperties:{anyOf:[{type:"string"},{type:"object",properties:{arn:{anyOf:[
{type:"string"},{type:"object",properties:{$symbol:{type:"string",description:"A name in `symbols`: one value, however often it is named."}},
required:["$symbol"],additionalProperties:!1},{type:"object",properties:{$join:{minItems:1,type:"array",items:{anyOf:[{type:"string"},{type:"\
object",properties:{$symbol:{type:"string",description:"A name in `symbols`: one value, however often it is named."}},required:["$symbol"],additionalProperties:!1}]},
description:"One text, with values of symbols in it."}},required:["$join"],additionalProperties:!1},{type:"object",properties:{$assumed:{type:"\
string",description:"Decided as this text."},because:{type:"string",description:"The id of one of the `assumptions`."}},required:["$assumed",
"because"],additionalProperties:!1}],description:"Of a user, role, session, federated user or account root; or a service principal."},policies:{
description:"Identity policies, those of groups included: documents, paths, or names of `policies`.",type:"array",items:{type:["string","obj\
ect"]}},boundary:{description:"Permissions boundary.",type:["string","object"]},session:{description:"Session policies; absent: the session \
has none.",type:"array",items:{type:["string","object"]}},trust:{description:"Trust policy of a role.",type:["string","object"]},knows:{type:"\
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
thing.",type:"boolean"},trust:{description:"Whom this key may be shared with, besides those of the whole world. Decides nothing.",type:"obje\
ct",properties:{organization:{description:"All accounts of the organization.",type:"boolean"},organizations:{description:"Other ones, by the\
ir ids: o-\u2026",type:"array",items:{type:"string"}},accounts:{description:"Short names of `accounts`, or ids.",type:"array",items:{type:"s\
tring"}},principals:{description:"ARNs, and no other principal of that account.",type:"array",items:{type:"string"}},services:{description:"\
Service principals that need no condition on where a call comes from.",type:"array",items:{type:"string"}}},additionalProperties:!1},administrators:{
description:"Who is meant to administer keys: short names, ARNs, ARNs with wildcards. Decides nothing.",type:"array",items:{type:"string"}},
policy:{description:"The key policy: the document, its path, or a name of `policies`; absent: the one that AWS gives a key made without a po\
licy.",type:["string","object"]},tags:{description:"aws:ResourceTag/\u2026",type:"object",additionalProperties:{anyOf:[{type:"string"},{type:"\
object",properties:{$symbol:{type:"string",description:"A name in `symbols`: one value, however often it is named."}},required:["$symbol"],additionalProperties:!1},
{type:"object",properties:{$join:{minItems:1,type:"array",items:{anyOf:[{type:"string"},{type:"object",properties:{$symbol:{type:"string",description:"\
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
endpoints:{description:"VPC endpoints, by short name.",type:"object",additionalProperties:{type:"object",properties:{id:{type:"string",description:"\
vpce-\u2026"},vpc:{description:"vpc-\u2026",type:"string"},policy:{description:"Absent: everything may pass.",type:["string","object"]}},required:[
"id"],additionalProperties:!1}}},additionalProperties:!1},ye=Object.prototype.hasOwnProperty;function J(v,{instancePath:t="",parentData:he,parentDataProperty:Pe,
rootData:ke=v,dynamicAnchors:be={}}={}){let e=null,r=0,M=J.evaluated;if(M.dynamicProps&&(M.props=void 0),M.dynamicItems&&(M.items=void 0),v&&
typeof v=="object"&&!Array.isArray(v)){for(let u in v)if(!ye.call(A.properties,u)){let s={instancePath:t,schemaPath:"#/additionalProperties",
keyword:"additionalProperties",params:{additionalProperty:u},message:"must NOT have additional properties"};e===null?e=[s]:e.push(s),r++}if(v.
$schema!==void 0&&typeof v.$schema!="string"){let u={instancePath:t+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[u]:e.push(u),r++}if(v.version!==void 0){let u=v.version;if(!(typeof u=="number"&&isFinite(
u))){let s={instancePath:t+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type:"number"},message:"must be number"};
e===null?e=[s]:e.push(s),r++}if(u!==1){let s={instancePath:t+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue:1},
message:"must be equal to constant"};e===null?e=[s]:e.push(s),r++}}if(v.account!==void 0){let u=v.account,s=r,o=!1,a=r;if(typeof u!="string"){
let i={instancePath:t+"/account",schemaPath:"#/properties/account/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be strin\
g"};e===null?e=[i]:e.push(i),r++}var T=a===r;o=o||T;let n=r;if(u&&typeof u=="object"&&!Array.isArray(u)){if(u.$symbol===void 0){let i={instancePath:t+
"/account",schemaPath:"#/properties/account/anyOf/1/required",keyword:"required",params:{missingProperty:"$symbol"},message:"must have requi\
red property '$symbol'"};e===null?e=[i]:e.push(i),r++}for(let i in u)if(i!=="$symbol"){let l={instancePath:t+"/account",schemaPath:"#/proper\
ties/account/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:i},message:"must NOT have additional pr\
operties"};e===null?e=[l]:e.push(l),r++}if(u.$symbol!==void 0&&typeof u.$symbol!="string"){let i={instancePath:t+"/account/$symbol",schemaPath:"\
#/properties/account/anyOf/1/properties/%24symbol/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(
i),r++}}else{let i={instancePath:t+"/account",schemaPath:"#/properties/account/anyOf/1/type",keyword:"type",params:{type:"object"},message:"\
must be object"};e===null?e=[i]:e.push(i),r++}var T=n===r;if(o=o||T,T)var W=!0;let p=r;if(u&&typeof u=="object"&&!Array.isArray(u)){if(u.$join===
void 0){let i={instancePath:t+"/account",schemaPath:"#/properties/account/anyOf/2/required",keyword:"required",params:{missingProperty:"$joi\
n"},message:"must have required property '$join'"};e===null?e=[i]:e.push(i),r++}for(let i in u)if(i!=="$join"){let l={instancePath:t+"/accou\
nt",schemaPath:"#/properties/account/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:i},message:"mus\
t NOT have additional properties"};e===null?e=[l]:e.push(l),r++}if(u.$join!==void 0){let i=u.$join;if(Array.isArray(i)){if(i.length<1){let d={
instancePath:t+"/account/$join",schemaPath:"#/properties/account/anyOf/2/properties/%24join/minItems",keyword:"minItems",params:{limit:1},message:"\
must NOT have fewer than 1 items"};e===null?e=[d]:e.push(d),r++}let l=i.length;for(let d=0;d<l;d++){let y=i[d],P=r,k=!1,f=r;if(typeof y!="st\
ring"){let h={instancePath:t+"/account/$join/"+d,schemaPath:"#/properties/account/anyOf/2/properties/%24join/items/anyOf/0/type",keyword:"ty\
pe",params:{type:"string"},message:"must be string"};e===null?e=[h]:e.push(h),r++}var Q=f===r;k=k||Q;let c=r;if(y&&typeof y=="object"&&!Array.
isArray(y)){if(y.$symbol===void 0){let h={instancePath:t+"/account/$join/"+d,schemaPath:"#/properties/account/anyOf/2/properties/%24join/ite\
ms/anyOf/1/required",keyword:"required",params:{missingProperty:"$symbol"},message:"must have required property '$symbol'"};e===null?e=[h]:e.
push(h),r++}for(let h in y)if(h!=="$symbol"){let m={instancePath:t+"/account/$join/"+d,schemaPath:"#/properties/account/anyOf/2/properties/%\
24join/items/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:h},message:"must NOT have additional pr\
operties"};e===null?e=[m]:e.push(m),r++}if(y.$symbol!==void 0&&typeof y.$symbol!="string"){let h={instancePath:t+"/account/$join/"+d+"/$symb\
ol",schemaPath:"#/properties/account/anyOf/2/properties/%24join/items/anyOf/1/properties/%24symbol/type",keyword:"type",params:{type:"string"},
message:"must be string"};e===null?e=[h]:e.push(h),r++}}else{let h={instancePath:t+"/account/$join/"+d,schemaPath:"#/properties/account/anyO\
f/2/properties/%24join/items/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[h]:e.push(h),r++}var Q=c===
r;if(k=k||Q,k)r=P,e!==null&&(P?e.length=P:e=null);else{let h={instancePath:t+"/account/$join/"+d,schemaPath:"#/properties/account/anyOf/2/pr\
operties/%24join/items/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[h]:e.push(h),r++}}}else{let l={instancePath:t+
"/account/$join",schemaPath:"#/properties/account/anyOf/2/properties/%24join/type",keyword:"type",params:{type:"array"},message:"must be arr\
ay"};e===null?e=[l]:e.push(l),r++}}}else{let i={instancePath:t+"/account",schemaPath:"#/properties/account/anyOf/2/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[i]:e.push(i),r++}var T=p===r;o=o||T,T&&W!==!0&&(W=!0);let g=r;if(u&&typeof u=="object"&&
!Array.isArray(u)){if(u.$assumed===void 0){let i={instancePath:t+"/account",schemaPath:"#/properties/account/anyOf/3/required",keyword:"requ\
ired",params:{missingProperty:"$assumed"},message:"must have required property '$assumed'"};e===null?e=[i]:e.push(i),r++}if(u.because===void 0){
let i={instancePath:t+"/account",schemaPath:"#/properties/account/anyOf/3/required",keyword:"required",params:{missingProperty:"because"},message:"\
must have required property 'because'"};e===null?e=[i]:e.push(i),r++}for(let i in u)if(!(i==="$assumed"||i==="because")){let l={instancePath:t+
"/account",schemaPath:"#/properties/account/anyOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:i},message:"\
must NOT have additional properties"};e===null?e=[l]:e.push(l),r++}if(u.$assumed!==void 0&&typeof u.$assumed!="string"){let i={instancePath:t+
"/account/$assumed",schemaPath:"#/properties/account/anyOf/3/properties/%24assumed/type",keyword:"type",params:{type:"string"},message:"must\
 be string"};e===null?e=[i]:e.push(i),r++}if(u.because!==void 0&&typeof u.because!="string"){let i={instancePath:t+"/account/because",schemaPath:"\
#/properties/account/anyOf/3/properties/because/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(
i),r++}}else{let i={instancePath:t+"/account",schemaPath:"#/properties/account/anyOf/3/type",keyword:"type",params:{type:"object"},message:"\
must be object"};e===null?e=[i]:e.push(i),r++}var T=g===r;if(o=o||T,T&&W!==!0&&(W=!0),o)r=s,e!==null&&(s?e.length=s:e=null);else{let i={instancePath:t+
"/account",schemaPath:"#/properties/account/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[i]:e.push(i),
r++}}if(v.region!==void 0&&typeof v.region!="string"){let u={instancePath:t+"/region",schemaPath:"#/properties/region/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[u]:e.push(u),r++}if(v.imported!==void 0){let u=v.imported;if(u&&typeof u=="object"&&!Array.
isArray(u)){if(u.from===void 0){let s={instancePath:t+"/imported",schemaPath:"#/properties/imported/required",keyword:"required",params:{missingProperty:"\
from"},message:"must have required property 'from'"};e===null?e=[s]:e.push(s),r++}for(let s in u)if(!(s==="from"||s==="file"||s==="side")){let o={
instancePath:t+"/imported",schemaPath:"#/properties/imported/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:s},
message:"must NOT have additional properties"};e===null?e=[o]:e.push(o),r++}if(u.from!==void 0&&typeof u.from!="string"){let s={instancePath:t+
"/imported/from",schemaPath:"#/properties/imported/properties/from/type",keyword:"type",params:{type:"string"},message:"must be string"};e===
null?e=[s]:e.push(s),r++}if(u.file!==void 0&&typeof u.file!="string"){let s={instancePath:t+"/imported/file",schemaPath:"#/properties/import\
ed/properties/file/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[s]:e.push(s),r++}if(u.side!==void 0){let s=u.
side;if(typeof s!="string"){let o={instancePath:t+"/imported/side",schemaPath:"#/properties/imported/properties/side/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),r++}if(!(s==="before"||s==="after")){let o={instancePath:t+"/imported/side",
schemaPath:"#/properties/imported/properties/side/enum",keyword:"enum",params:{allowedValues:A.properties.imported.properties.side.enum},message:"\
must be equal to one of the allowed values"};e===null?e=[o]:e.push(o),r++}}}else{let s={instancePath:t+"/imported",schemaPath:"#/properties/\
imported/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[s]:e.push(s),r++}}if(v.knows!==void 0){let u=v.knows;
if(u&&typeof u=="object"&&!Array.isArray(u)){for(let s in u)if(!(s==="principals"||s==="policies"||s==="grants"||s==="keys"||s==="serviceCon\
trol"||s==="resourceControl"||s==="endpoints")){let o={instancePath:t+"/knows",schemaPath:"#/properties/knows/additionalProperties",keyword:"\
additionalProperties",params:{additionalProperty:s},message:"must NOT have additional properties"};e===null?e=[o]:e.push(o),r++}if(u.principals!==
void 0){let s=u.principals;if(typeof s!="string"){let o={instancePath:t+"/knows/principals",schemaPath:"#/properties/knows/properties/princi\
pals/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),r++}if(!(s==="all"||s==="some")){let o={
instancePath:t+"/knows/principals",schemaPath:"#/properties/knows/properties/principals/enum",keyword:"enum",params:{allowedValues:A.properties.
knows.properties.principals.enum},message:"must be equal to one of the allowed values"};e===null?e=[o]:e.push(o),r++}}if(u.policies!==void 0){
let s=u.policies;if(typeof s!="string"){let o={instancePath:t+"/knows/policies",schemaPath:"#/properties/knows/properties/policies/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),r++}if(!(s==="all"||s==="some")){let o={instancePath:t+"/kno\
ws/policies",schemaPath:"#/properties/knows/properties/policies/enum",keyword:"enum",params:{allowedValues:A.properties.knows.properties.policies.
enum},message:"must be equal to one of the allowed values"};e===null?e=[o]:e.push(o),r++}}if(u.grants!==void 0){let s=u.grants;if(typeof s!=
"string"){let o={instancePath:t+"/knows/grants",schemaPath:"#/properties/knows/properties/grants/type",keyword:"type",params:{type:"string"},
message:"must be string"};e===null?e=[o]:e.push(o),r++}if(!(s==="all"||s==="some")){let o={instancePath:t+"/knows/grants",schemaPath:"#/prop\
erties/knows/properties/grants/enum",keyword:"enum",params:{allowedValues:A.properties.knows.properties.grants.enum},message:"must be equal \
to one of the allowed values"};e===null?e=[o]:e.push(o),r++}}if(u.keys!==void 0){let s=u.keys;if(typeof s!="string"){let o={instancePath:t+"\
/knows/keys",schemaPath:"#/properties/knows/properties/keys/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=
[o]:e.push(o),r++}if(!(s==="all"||s==="some")){let o={instancePath:t+"/knows/keys",schemaPath:"#/properties/knows/properties/keys/enum",keyword:"\
enum",params:{allowedValues:A.properties.knows.properties.keys.enum},message:"must be equal to one of the allowed values"};e===null?e=[o]:e.
push(o),r++}}if(u.serviceControl!==void 0){let s=u.serviceControl;if(typeof s!="string"){let o={instancePath:t+"/knows/serviceControl",schemaPath:"\
#/properties/knows/properties/serviceControl/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),
r++}if(!(s==="all"||s==="some")){let o={instancePath:t+"/knows/serviceControl",schemaPath:"#/properties/knows/properties/serviceControl/enum",
keyword:"enum",params:{allowedValues:A.properties.knows.properties.serviceControl.enum},message:"must be equal to one of the allowed values"};
e===null?e=[o]:e.push(o),r++}}if(u.resourceControl!==void 0){let s=u.resourceControl;if(typeof s!="string"){let o={instancePath:t+"/knows/re\
sourceControl",schemaPath:"#/properties/knows/properties/resourceControl/type",keyword:"type",params:{type:"string"},message:"must be string"};
e===null?e=[o]:e.push(o),r++}if(!(s==="all"||s==="some")){let o={instancePath:t+"/knows/resourceControl",schemaPath:"#/properties/knows/prop\
erties/resourceControl/enum",keyword:"enum",params:{allowedValues:A.properties.knows.properties.resourceControl.enum},message:"must be equal\
 to one of the allowed values"};e===null?e=[o]:e.push(o),r++}}if(u.endpoints!==void 0){let s=u.endpoints;if(typeof s!="string"){let o={instancePath:t+
"/knows/endpoints",schemaPath:"#/properties/knows/properties/endpoints/type",keyword:"type",params:{type:"string"},message:"must be string"};
e===null?e=[o]:e.push(o),r++}if(!(s==="all"||s==="some")){let o={instancePath:t+"/knows/endpoints",schemaPath:"#/properties/knows/properties\
/endpoints/enum",keyword:"enum",params:{allowedValues:A.properties.knows.properties.endpoints.enum},message:"must be equal to one of the all\
owed values"};e===null?e=[o]:e.push(o),r++}}}else{let s={instancePath:t+"/knows",schemaPath:"#/properties/knows/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[s]:e.push(s),r++}}if(v.symbols!==void 0){let u=v.symbols;if(u&&typeof u=="object"&&!Array.
isArray(u))for(let s in u){let o=u[s];if(o&&typeof o=="object"&&!Array.isArray(o)){if(o.type===void 0){let a={instancePath:t+"/symbols/"+s.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/symbols/additionalProperties/required",keyword:"required",params:{missingProperty:"t\
ype"},message:"must have required property 'type'"};e===null?e=[a]:e.push(a),r++}if(o.from===void 0){let a={instancePath:t+"/symbols/"+s.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/symbols/additionalProperties/required",keyword:"required",params:{missingProperty:"f\
rom"},message:"must have required property 'from'"};e===null?e=[a]:e.push(a),r++}for(let a in o)if(!(a==="type"||a==="from"||a==="at"||a==="\
account"||a==="prefix"||a==="suffix"||a==="oneOf")){let n={instancePath:t+"/symbols/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#\
/properties/symbols/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:a},message:"must NO\
T have additional properties"};e===null?e=[n]:e.push(n),r++}if(o.type!==void 0){let a=o.type;if(typeof a!="string"){let n={instancePath:t+"/\
symbols/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/type",schemaPath:"#/properties/symbols/additionalProperties/properties/type/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),r++}if(!(a==="role-arn"||a==="user-arn"||a==="account-id"||a===
"key-arn"||a==="key-id"||a==="policy-arn"||a==="unique-id"||a==="org-id"||a==="string"||a==="list")){let n={instancePath:t+"/symbols/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/type",schemaPath:"#/properties/symbols/additionalProperties/properties/type/enum",keyword:"enum",params:{allowedValues:A.
properties.symbols.additionalProperties.properties.type.enum},message:"must be equal to one of the allowed values"};e===null?e=[n]:e.push(n),
r++}}if(o.from!==void 0&&typeof o.from!="string"){let a={instancePath:t+"/symbols/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/from",schemaPath:"\
#/properties/symbols/additionalProperties/properties/from/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[
a]:e.push(a),r++}if(o.at!==void 0){let a=o.at;if(a&&typeof a=="object"&&!Array.isArray(a)){if(a.file===void 0){let n={instancePath:t+"/symbo\
ls/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/at",schemaPath:"#/properties/symbols/additionalProperties/properties/at/required",keyword:"r\
equired",params:{missingProperty:"file"},message:"must have required property 'file'"};e===null?e=[n]:e.push(n),r++}for(let n in a)if(!(n===
"file"||n==="pointer"||n==="line"||n==="column")){let p={instancePath:t+"/symbols/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/at",schemaPath:"\
#/properties/symbols/additionalProperties/properties/at/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:n},message:"\
must NOT have additional properties"};e===null?e=[p]:e.push(p),r++}if(a.file!==void 0&&typeof a.file!="string"){let n={instancePath:t+"/symb\
ols/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/at/file",schemaPath:"#/properties/symbols/additionalProperties/properties/at/properties/fil\
e/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),r++}if(a.pointer!==void 0&&typeof a.pointer!=
"string"){let n={instancePath:t+"/symbols/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/at/pointer",schemaPath:"#/properties/symbols/addition\
alProperties/properties/at/properties/pointer/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),
r++}if(a.line!==void 0){let n=a.line;if(!(typeof n=="number"&&!(n%1)&&!isNaN(n)&&isFinite(n))){let p={instancePath:t+"/symbols/"+s.replace(/~/g,
"~0").replace(/\//g,"~1")+"/at/line",schemaPath:"#/properties/symbols/additionalProperties/properties/at/properties/line/type",keyword:"type",
params:{type:"integer"},message:"must be integer"};e===null?e=[p]:e.push(p),r++}if(typeof n=="number"&&isFinite(n)){if(n>9007199254740991||isNaN(
n)){let p={instancePath:t+"/symbols/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/at/line",schemaPath:"#/properties/symbols/additionalPropert\
ies/properties/at/properties/line/maximum",keyword:"maximum",params:{comparison:"<=",limit:9007199254740991},message:"must be <= 90071992547\
40991"};e===null?e=[p]:e.push(p),r++}if(n<-9007199254740991||isNaN(n)){let p={instancePath:t+"/symbols/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/at/line",schemaPath:"#/properties/symbols/additionalProperties/properties/at/properties/line/minimum",keyword:"minimum",params:{comparison:"\
>=",limit:-9007199254740991},message:"must be >= -9007199254740991"};e===null?e=[p]:e.push(p),r++}}}if(a.column!==void 0){let n=a.column;if(!(typeof n==
"number"&&!(n%1)&&!isNaN(n)&&isFinite(n))){let p={instancePath:t+"/symbols/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/at/column",schemaPath:"\
#/properties/symbols/additionalProperties/properties/at/properties/column/type",keyword:"type",params:{type:"integer"},message:"must be inte\
ger"};e===null?e=[p]:e.push(p),r++}if(typeof n=="number"&&isFinite(n)){if(n>9007199254740991||isNaN(n)){let p={instancePath:t+"/symbols/"+s.
replace(/~/g,"~0").replace(/\//g,"~1")+"/at/column",schemaPath:"#/properties/symbols/additionalProperties/properties/at/properties/column/ma\
ximum",keyword:"maximum",params:{comparison:"<=",limit:9007199254740991},message:"must be <= 9007199254740991"};e===null?e=[p]:e.push(p),r++}
if(n<-9007199254740991||isNaN(n)){let p={instancePath:t+"/symbols/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/at/column",schemaPath:"#/prop\
erties/symbols/additionalProperties/properties/at/properties/column/minimum",keyword:"minimum",params:{comparison:">=",limit:-9007199254740991},
message:"must be >= -9007199254740991"};e===null?e=[p]:e.push(p),r++}}}}else{let n={instancePath:t+"/symbols/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/at",schemaPath:"#/properties/symbols/additionalProperties/properties/at/type",keyword:"type",params:{type:"object"},message:"m\
ust be object"};e===null?e=[n]:e.push(n),r++}}if(o.account!==void 0&&typeof o.account!="string"){let a={instancePath:t+"/symbols/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/account",schemaPath:"#/properties/symbols/additionalProperties/properties/account/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}if(o.prefix!==void 0&&typeof o.prefix!="string"){let a={instancePath:t+
"/symbols/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/prefix",schemaPath:"#/properties/symbols/additionalProperties/properties/prefix/type",
keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}if(o.suffix!==void 0&&typeof o.suffix!="string"){
let a={instancePath:t+"/symbols/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/suffix",schemaPath:"#/properties/symbols/additionalProperties/p\
roperties/suffix/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}if(o.oneOf!==void 0){let a=o.
oneOf;if(Array.isArray(a)){if(a.length<1){let p={instancePath:t+"/symbols/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/oneOf",schemaPath:"#/\
properties/symbols/additionalProperties/properties/oneOf/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 i\
tems"};e===null?e=[p]:e.push(p),r++}let n=a.length;for(let p=0;p<n;p++)if(typeof a[p]!="string"){let g={instancePath:t+"/symbols/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/oneOf/"+p,schemaPath:"#/properties/symbols/additionalProperties/properties/oneOf/items/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[g]:e.push(g),r++}}else{let n={instancePath:t+"/symbols/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/oneOf",schemaPath:"#/properties/symbols/additionalProperties/properties/oneOf/type",keyword:"type",params:{type:"array"},message:"\
must be array"};e===null?e=[n]:e.push(n),r++}}}else{let a={instancePath:t+"/symbols/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#\
/properties/symbols/additionalProperties/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[a]:e.push(a),r++}}else{
let s={instancePath:t+"/symbols",schemaPath:"#/properties/symbols/type",keyword:"type",params:{type:"object"},message:"must be object"};e===
null?e=[s]:e.push(s),r++}}if(v.invented!==void 0){let u=v.invented;if(u&&typeof u=="object"&&!Array.isArray(u))for(let s in u){let o=u[s];if(o&&
typeof o=="object"&&!Array.isArray(o)){if(o.from===void 0){let a={instancePath:t+"/invented/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/invented/additionalProperties/required",keyword:"required",params:{missingProperty:"from"},message:"must have required property\
 'from'"};e===null?e=[a]:e.push(a),r++}for(let a in o)if(!(a==="from"||a==="prefix")){let n={instancePath:t+"/invented/"+s.replace(/~/g,"~0").
replace(/\//g,"~1"),schemaPath:"#/properties/invented/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:a},
message:"must NOT have additional properties"};e===null?e=[n]:e.push(n),r++}if(o.from!==void 0&&typeof o.from!="string"){let a={instancePath:t+
"/invented/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/from",schemaPath:"#/properties/invented/additionalProperties/properties/from/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}if(o.prefix!==void 0&&typeof o.prefix!="string"){let a={
instancePath:t+"/invented/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/prefix",schemaPath:"#/properties/invented/additionalProperties/proper\
ties/prefix/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}}else{let a={instancePath:t+"\
/invented/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invented/additionalProperties/type",keyword:"type",params:{type:"\
object"},message:"must be object"};e===null?e=[a]:e.push(a),r++}}else{let s={instancePath:t+"/invented",schemaPath:"#/properties/invented/ty\
pe",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[s]:e.push(s),r++}}if(v.assumptions!==void 0){let u=v.assumptions;
if(Array.isArray(u)){let s=u.length;for(let o=0;o<s;o++){let a=u[o];if(a&&typeof a=="object"&&!Array.isArray(a)){if(a.id===void 0){let n={instancePath:t+
"/assumptions/"+o,schemaPath:"#/properties/assumptions/items/required",keyword:"required",params:{missingProperty:"id"},message:"must have r\
equired property 'id'"};e===null?e=[n]:e.push(n),r++}if(a.text===void 0){let n={instancePath:t+"/assumptions/"+o,schemaPath:"#/properties/as\
sumptions/items/required",keyword:"required",params:{missingProperty:"text"},message:"must have required property 'text'"};e===null?e=[n]:e.
push(n),r++}for(let n in a)if(!(n==="id"||n==="text"||n==="at")){let p={instancePath:t+"/assumptions/"+o,schemaPath:"#/properties/assumption\
s/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:n},message:"must NOT have additional properties"};e===
null?e=[p]:e.push(p),r++}if(a.id!==void 0&&typeof a.id!="string"){let n={instancePath:t+"/assumptions/"+o+"/id",schemaPath:"#/properties/ass\
umptions/items/properties/id/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),r++}if(a.text!==
void 0&&typeof a.text!="string"){let n={instancePath:t+"/assumptions/"+o+"/text",schemaPath:"#/properties/assumptions/items/properties/text/\
type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),r++}if(a.at!==void 0){let n=a.at;if(n&&typeof n==
"object"&&!Array.isArray(n)){if(n.file===void 0){let p={instancePath:t+"/assumptions/"+o+"/at",schemaPath:"#/properties/assumptions/items/pr\
operties/at/required",keyword:"required",params:{missingProperty:"file"},message:"must have required property 'file'"};e===null?e=[p]:e.push(
p),r++}for(let p in n)if(!(p==="file"||p==="pointer"||p==="line"||p==="column")){let g={instancePath:t+"/assumptions/"+o+"/at",schemaPath:"#\
/properties/assumptions/items/properties/at/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:p},message:"must\
 NOT have additional properties"};e===null?e=[g]:e.push(g),r++}if(n.file!==void 0&&typeof n.file!="string"){let p={instancePath:t+"/assumpti\
ons/"+o+"/at/file",schemaPath:"#/properties/assumptions/items/properties/at/properties/file/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[p]:e.push(p),r++}if(n.pointer!==void 0&&typeof n.pointer!="string"){let p={instancePath:t+"/assumptions/"+o+"/a\
t/pointer",schemaPath:"#/properties/assumptions/items/properties/at/properties/pointer/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[p]:e.push(p),r++}if(n.line!==void 0){let p=n.line;if(!(typeof p=="number"&&!(p%1)&&!isNaN(p)&&isFinite(p))){let g={
instancePath:t+"/assumptions/"+o+"/at/line",schemaPath:"#/properties/assumptions/items/properties/at/properties/line/type",keyword:"type",params:{
type:"integer"},message:"must be integer"};e===null?e=[g]:e.push(g),r++}if(typeof p=="number"&&isFinite(p)){if(p>9007199254740991||isNaN(p)){
let g={instancePath:t+"/assumptions/"+o+"/at/line",schemaPath:"#/properties/assumptions/items/properties/at/properties/line/maximum",keyword:"\
maximum",params:{comparison:"<=",limit:9007199254740991},message:"must be <= 9007199254740991"};e===null?e=[g]:e.push(g),r++}if(p<-9007199254740991||
isNaN(p)){let g={instancePath:t+"/assumptions/"+o+"/at/line",schemaPath:"#/properties/assumptions/items/properties/at/properties/line/minimu\
m",keyword:"minimum",params:{comparison:">=",limit:-9007199254740991},message:"must be >= -9007199254740991"};e===null?e=[g]:e.push(g),r++}}}
if(n.column!==void 0){let p=n.column;if(!(typeof p=="number"&&!(p%1)&&!isNaN(p)&&isFinite(p))){let g={instancePath:t+"/assumptions/"+o+"/at/\
column",schemaPath:"#/properties/assumptions/items/properties/at/properties/column/type",keyword:"type",params:{type:"integer"},message:"mus\
t be integer"};e===null?e=[g]:e.push(g),r++}if(typeof p=="number"&&isFinite(p)){if(p>9007199254740991||isNaN(p)){let g={instancePath:t+"/ass\
umptions/"+o+"/at/column",schemaPath:"#/properties/assumptions/items/properties/at/properties/column/maximum",keyword:"maximum",params:{comparison:"\
<=",limit:9007199254740991},message:"must be <= 9007199254740991"};e===null?e=[g]:e.push(g),r++}if(p<-9007199254740991||isNaN(p)){let g={instancePath:t+
"/assumptions/"+o+"/at/column",schemaPath:"#/properties/assumptions/items/properties/at/properties/column/minimum",keyword:"minimum",params:{
comparison:">=",limit:-9007199254740991},message:"must be >= -9007199254740991"};e===null?e=[g]:e.push(g),r++}}}}else{let p={instancePath:t+
"/assumptions/"+o+"/at",schemaPath:"#/properties/assumptions/items/properties/at/type",keyword:"type",params:{type:"object"},message:"must b\
e object"};e===null?e=[p]:e.push(p),r++}}}else{let n={instancePath:t+"/assumptions/"+o,schemaPath:"#/properties/assumptions/items/type",keyword:"\
type",params:{type:"object"},message:"must be object"};e===null?e=[n]:e.push(n),r++}}}else{let s={instancePath:t+"/assumptions",schemaPath:"\
#/properties/assumptions/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[s]:e.push(s),r++}}if(v.trust!==void 0){
let u=v.trust;if(u&&typeof u=="object"&&!Array.isArray(u)){for(let s in u)if(!(s==="organization"||s==="organizations"||s==="accounts"||s===
"principals"||s==="services")){let o={instancePath:t+"/trust",schemaPath:"#/properties/trust/additionalProperties",keyword:"additionalProper\
ties",params:{additionalProperty:s},message:"must NOT have additional properties"};e===null?e=[o]:e.push(o),r++}if(u.organization!==void 0&&
typeof u.organization!="boolean"){let s={instancePath:t+"/trust/organization",schemaPath:"#/properties/trust/properties/organization/type",keyword:"\
type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[s]:e.push(s),r++}if(u.organizations!==void 0){let s=u.organizations;if(Array.
isArray(s)){let o=s.length;for(let a=0;a<o;a++)if(typeof s[a]!="string"){let n={instancePath:t+"/trust/organizations/"+a,schemaPath:"#/prope\
rties/trust/properties/organizations/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),r++}}else{
let o={instancePath:t+"/trust/organizations",schemaPath:"#/properties/trust/properties/organizations/type",keyword:"type",params:{type:"arra\
y"},message:"must be array"};e===null?e=[o]:e.push(o),r++}}if(u.accounts!==void 0){let s=u.accounts;if(Array.isArray(s)){let o=s.length;for(let a=0;a<
o;a++)if(typeof s[a]!="string"){let n={instancePath:t+"/trust/accounts/"+a,schemaPath:"#/properties/trust/properties/accounts/items/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),r++}}else{let o={instancePath:t+"/trust/accounts",schemaPath:"\
#/properties/trust/properties/accounts/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[o]:e.push(o),r++}}if(u.
principals!==void 0){let s=u.principals;if(Array.isArray(s)){let o=s.length;for(let a=0;a<o;a++)if(typeof s[a]!="string"){let n={instancePath:t+
"/trust/principals/"+a,schemaPath:"#/properties/trust/properties/principals/items/type",keyword:"type",params:{type:"string"},message:"must \
be string"};e===null?e=[n]:e.push(n),r++}}else{let o={instancePath:t+"/trust/principals",schemaPath:"#/properties/trust/properties/principal\
s/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[o]:e.push(o),r++}}if(u.services!==void 0){let s=u.services;
if(Array.isArray(s)){let o=s.length;for(let a=0;a<o;a++)if(typeof s[a]!="string"){let n={instancePath:t+"/trust/services/"+a,schemaPath:"#/p\
roperties/trust/properties/services/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),r++}}else{
let o={instancePath:t+"/trust/services",schemaPath:"#/properties/trust/properties/services/type",keyword:"type",params:{type:"array"},message:"\
must be array"};e===null?e=[o]:e.push(o),r++}}}else{let s={instancePath:t+"/trust",schemaPath:"#/properties/trust/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[s]:e.push(s),r++}}if(v.administrators!==void 0){let u=v.administrators;if(Array.isArray(
u)){let s=u.length;for(let o=0;o<s;o++)if(typeof u[o]!="string"){let a={instancePath:t+"/administrators/"+o,schemaPath:"#/properties/adminis\
trators/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}}else{let s={instancePath:t+
"/administrators",schemaPath:"#/properties/administrators/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[s]:
e.push(s),r++}}if(v.include!==void 0){let u=v.include;if(Array.isArray(u)){let s=u.length;for(let o=0;o<s;o++)if(typeof u[o]!="string"){let a={
instancePath:t+"/include/"+o,schemaPath:"#/properties/include/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===
null?e=[a]:e.push(a),r++}}else{let s={instancePath:t+"/include",schemaPath:"#/properties/include/type",keyword:"type",params:{type:"array"},
message:"must be array"};e===null?e=[s]:e.push(s),r++}}if(v.policies!==void 0){let u=v.policies;if(u&&typeof u=="object"&&!Array.isArray(u))
for(let s in u){let o=u[s];if(typeof o!="string"&&!(o&&typeof o=="object"&&!Array.isArray(o))){let a={instancePath:t+"/policies/"+s.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/policies/additionalProperties/type",keyword:"type",params:{type:A.properties.policies.
additionalProperties.type},message:"must be string,object"};e===null?e=[a]:e.push(a),r++}}else{let s={instancePath:t+"/policies",schemaPath:"\
#/properties/policies/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[s]:e.push(s),r++}}if(v.accounts!==void 0){
let u=v.accounts;if(u&&typeof u=="object"&&!Array.isArray(u))for(let s in u){let o=u[s],a=r,n=!1,p=r;if(typeof o!="string"){let i={instancePath:t+
"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/accounts/additionalProperties/anyOf/0/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}var Z=p===r;n=n||Z;let g=r;if(o&&typeof o=="object"&&!Array.isArray(o)){
if(o.id===void 0){let i={instancePath:t+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/accounts/additionalPr\
operties/anyOf/1/required",keyword:"required",params:{missingProperty:"id"},message:"must have required property 'id'"};e===null?e=[i]:e.push(
i),r++}for(let i in o)if(!(i==="id"||i==="serviceControl"||i==="resourceControl"||i==="knows")){let l={instancePath:t+"/accounts/"+s.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/additionalProperties",keyword:"additionalPrope\
rties",params:{additionalProperty:i},message:"must NOT have additional properties"};e===null?e=[l]:e.push(l),r++}if(o.id!==void 0&&typeof o.
id!="string"){let i={instancePath:t+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/id",schemaPath:"#/properties/accounts/additional\
Properties/anyOf/1/properties/id/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}if(o.serviceControl!==
void 0){let i=o.serviceControl;if(Array.isArray(i)){let l=i.length;for(let d=0;d<l;d++){let y=i[d];if(typeof y!="string"&&!(y&&typeof y=="ob\
ject"&&!Array.isArray(y))){let P={instancePath:t+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceControl/"+d,schemaPath:"#/pr\
operties/accounts/additionalProperties/anyOf/1/properties/serviceControl/items/type",keyword:"type",params:{type:A.properties.accounts.additionalProperties.
anyOf[1].properties.serviceControl.items.type},message:"must be string,object"};e===null?e=[P]:e.push(P),r++}}}else{let l={instancePath:t+"/\
accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceControl",schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/propert\
ies/serviceControl/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[l]:e.push(l),r++}}if(o.resourceControl!==
void 0){let i=o.resourceControl;if(Array.isArray(i)){let l=i.length;for(let d=0;d<l;d++){let y=i[d];if(typeof y!="string"&&!(y&&typeof y=="o\
bject"&&!Array.isArray(y))){let P={instancePath:t+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl/"+d,schemaPath:"#/\
properties/accounts/additionalProperties/anyOf/1/properties/resourceControl/items/type",keyword:"type",params:{type:A.properties.accounts.additionalProperties.
anyOf[1].properties.resourceControl.items.type},message:"must be string,object"};e===null?e=[P]:e.push(P),r++}}}else{let l={instancePath:t+"\
/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl",schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/prope\
rties/resourceControl/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[l]:e.push(l),r++}}if(o.knows!==void 0){
let i=o.knows;if(i&&typeof i=="object"&&!Array.isArray(i)){for(let l in i)if(!(l==="principals"||l==="policies"||l==="grants"||l==="keys"||l===
"serviceControl"||l==="resourceControl")){let d={instancePath:t+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/knows",schemaPath:"#\
/properties/accounts/additionalProperties/anyOf/1/properties/knows/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:l},
message:"must NOT have additional properties"};e===null?e=[d]:e.push(d),r++}if(i.principals!==void 0){let l=i.principals;if(typeof l!="strin\
g"){let d={instancePath:t+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/knows/principals",schemaPath:"#/properties/accounts/additi\
onalProperties/anyOf/1/properties/knows/properties/principals/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[d]:e.push(d),r++}if(!(l==="all"||l==="some")){let d={instancePath:t+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/knows/princip\
als",schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/properties/knows/properties/principals/enum",keyword:"enum",params:{allowedValues:A.
properties.accounts.additionalProperties.anyOf[1].properties.knows.properties.principals.enum},message:"must be equal to one of the allowed \
values"};e===null?e=[d]:e.push(d),r++}}if(i.policies!==void 0){let l=i.policies;if(typeof l!="string"){let d={instancePath:t+"/accounts/"+s.
replace(/~/g,"~0").replace(/\//g,"~1")+"/knows/policies",schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/properties/knows/pro\
perties/policies/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[d]:e.push(d),r++}if(!(l==="all"||l==="som\
e")){let d={instancePath:t+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/knows/policies",schemaPath:"#/properties/accounts/additio\
nalProperties/anyOf/1/properties/knows/properties/policies/enum",keyword:"enum",params:{allowedValues:A.properties.accounts.additionalProperties.
anyOf[1].properties.knows.properties.policies.enum},message:"must be equal to one of the allowed values"};e===null?e=[d]:e.push(d),r++}}if(i.
grants!==void 0){let l=i.grants;if(typeof l!="string"){let d={instancePath:t+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/knows/g\
rants",schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/properties/knows/properties/grants/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[d]:e.push(d),r++}if(!(l==="all"||l==="some")){let d={instancePath:t+"/accounts/"+s.replace(/~/g,
"~0").replace(/\//g,"~1")+"/knows/grants",schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/properties/knows/properties/grants/\
enum",keyword:"enum",params:{allowedValues:A.properties.accounts.additionalProperties.anyOf[1].properties.knows.properties.grants.enum},message:"\
must be equal to one of the allowed values"};e===null?e=[d]:e.push(d),r++}}if(i.keys!==void 0){let l=i.keys;if(typeof l!="string"){let d={instancePath:t+
"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/knows/keys",schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/propertie\
s/knows/properties/keys/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[d]:e.push(d),r++}if(!(l==="all"||l===
"some")){let d={instancePath:t+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/knows/keys",schemaPath:"#/properties/accounts/additio\
nalProperties/anyOf/1/properties/knows/properties/keys/enum",keyword:"enum",params:{allowedValues:A.properties.accounts.additionalProperties.
anyOf[1].properties.knows.properties.keys.enum},message:"must be equal to one of the allowed values"};e===null?e=[d]:e.push(d),r++}}if(i.serviceControl!==
void 0){let l=i.serviceControl;if(typeof l!="string"){let d={instancePath:t+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/knows/se\
rviceControl",schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/properties/knows/properties/serviceControl/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[d]:e.push(d),r++}if(!(l==="all"||l==="some")){let d={instancePath:t+"/accounts/"+
s.replace(/~/g,"~0").replace(/\//g,"~1")+"/knows/serviceControl",schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/properties/k\
nows/properties/serviceControl/enum",keyword:"enum",params:{allowedValues:A.properties.accounts.additionalProperties.anyOf[1].properties.knows.
properties.serviceControl.enum},message:"must be equal to one of the allowed values"};e===null?e=[d]:e.push(d),r++}}if(i.resourceControl!==void 0){
let l=i.resourceControl;if(typeof l!="string"){let d={instancePath:t+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/knows/resourceC\
ontrol",schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/properties/knows/properties/resourceControl/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[d]:e.push(d),r++}if(!(l==="all"||l==="some")){let d={instancePath:t+"/accounts/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/knows/resourceControl",schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/properties/knows/prop\
erties/resourceControl/enum",keyword:"enum",params:{allowedValues:A.properties.accounts.additionalProperties.anyOf[1].properties.knows.properties.
resourceControl.enum},message:"must be equal to one of the allowed values"};e===null?e=[d]:e.push(d),r++}}}else{let l={instancePath:t+"/acco\
unts/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/knows",schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/properties/knows/typ\
e",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[l]:e.push(l),r++}}}else{let i={instancePath:t+"/accounts/"+s.
replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"obj\
ect"},message:"must be object"};e===null?e=[i]:e.push(i),r++}var Z=g===r;if(n=n||Z,n)r=a,e!==null&&(a?e.length=a:e=null);else{let i={instancePath:t+
"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/accounts/additionalProperties/anyOf",keyword:"anyOf",params:{},
message:"must match a schema in anyOf"};e===null?e=[i]:e.push(i),r++}}else{let s={instancePath:t+"/accounts",schemaPath:"#/properties/accoun\
ts/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[s]:e.push(s),r++}}if(v.organization!==void 0){let u=v.organization;
if(u&&typeof u=="object"&&!Array.isArray(u)){if(u.id===void 0){let s={instancePath:t+"/organization",schemaPath:"#/properties/organization/r\
equired",keyword:"required",params:{missingProperty:"id"},message:"must have required property 'id'"};e===null?e=[s]:e.push(s),r++}for(let s in u)
if(!(s==="id"||s==="managementAccount"||s==="rootId"||s==="serviceControl"||s==="resourceControl"||s==="accounts"||s==="units")){let o={instancePath:t+
"/organization",schemaPath:"#/properties/organization/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:s},message:"\
must NOT have additional properties"};e===null?e=[o]:e.push(o),r++}if(u.id!==void 0&&typeof u.id!="string"){let s={instancePath:t+"/organiza\
tion/id",schemaPath:"#/properties/organization/properties/id/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[s]:e.push(s),r++}if(u.managementAccount!==void 0&&typeof u.managementAccount!="string"){let s={instancePath:t+"/organization/managementAc\
count",schemaPath:"#/properties/organization/properties/managementAccount/type",keyword:"type",params:{type:"string"},message:"must be strin\
g"};e===null?e=[s]:e.push(s),r++}if(u.rootId!==void 0&&typeof u.rootId!="string"){let s={instancePath:t+"/organization/rootId",schemaPath:"#\
/properties/organization/properties/rootId/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[s]:e.push(s),r++}
if(u.serviceControl!==void 0){let s=u.serviceControl;if(Array.isArray(s)){let o=s.length;for(let a=0;a<o;a++){let n=s[a];if(typeof n!="strin\
g"&&!(n&&typeof n=="object"&&!Array.isArray(n))){let p={instancePath:t+"/organization/serviceControl/"+a,schemaPath:"#/properties/organizati\
on/properties/serviceControl/items/type",keyword:"type",params:{type:A.properties.organization.properties.serviceControl.items.type},message:"\
must be string,object"};e===null?e=[p]:e.push(p),r++}}}else{let o={instancePath:t+"/organization/serviceControl",schemaPath:"#/properties/or\
ganization/properties/serviceControl/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[o]:e.push(o),r++}}if(u.
resourceControl!==void 0){let s=u.resourceControl;if(Array.isArray(s)){let o=s.length;for(let a=0;a<o;a++){let n=s[a];if(typeof n!="string"&&
!(n&&typeof n=="object"&&!Array.isArray(n))){let p={instancePath:t+"/organization/resourceControl/"+a,schemaPath:"#/properties/organization/\
properties/resourceControl/items/type",keyword:"type",params:{type:A.properties.organization.properties.resourceControl.items.type},message:"\
must be string,object"};e===null?e=[p]:e.push(p),r++}}}else{let o={instancePath:t+"/organization/resourceControl",schemaPath:"#/properties/o\
rganization/properties/resourceControl/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[o]:e.push(o),r++}}if(u.
accounts!==void 0){let s=u.accounts;if(Array.isArray(s)){let o=s.length;for(let a=0;a<o;a++)if(typeof s[a]!="string"){let n={instancePath:t+
"/organization/accounts/"+a,schemaPath:"#/properties/organization/properties/accounts/items/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[n]:e.push(n),r++}}else{let o={instancePath:t+"/organization/accounts",schemaPath:"#/properties/organization/pro\
perties/accounts/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[o]:e.push(o),r++}}if(u.units!==void 0){let s=u.
units;if(s&&typeof s=="object"&&!Array.isArray(s))for(let o in s){let a=s[o];if(a&&typeof a=="object"&&!Array.isArray(a)){for(let n in a)if(!(n===
"id"||n==="serviceControl"||n==="resourceControl"||n==="accounts"||n==="units")){let p={instancePath:t+"/organization/units/"+o.replace(/~/g,
"~0").replace(/\//g,"~1"),schemaPath:"#/properties/organization/properties/units/additionalProperties/additionalProperties",keyword:"additio\
nalProperties",params:{additionalProperty:n},message:"must NOT have additional properties"};e===null?e=[p]:e.push(p),r++}if(a.id!==void 0&&typeof a.
id!="string"){let n={instancePath:t+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/id",schemaPath:"#/properties/organizat\
ion/properties/units/additionalProperties/properties/id/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:
e.push(n),r++}if(a.serviceControl!==void 0){let n=a.serviceControl;if(Array.isArray(n)){let p=n.length;for(let g=0;g<p;g++){let i=n[g];if(typeof i!=
"string"&&!(i&&typeof i=="object"&&!Array.isArray(i))){let l={instancePath:t+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+
"/serviceControl/"+g,schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/serviceControl/items/type",keyword:"\
type",params:{type:A.properties.organization.properties.units.additionalProperties.properties.serviceControl.items.type},message:"must be st\
ring,object"};e===null?e=[l]:e.push(l),r++}}}else{let p={instancePath:t+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/se\
rviceControl",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/serviceControl/type",keyword:"type",params:{
type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),r++}}if(a.resourceControl!==void 0){let n=a.resourceControl;if(Array.isArray(
n)){let p=n.length;for(let g=0;g<p;g++){let i=n[g];if(typeof i!="string"&&!(i&&typeof i=="object"&&!Array.isArray(i))){let l={instancePath:t+
"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl/"+g,schemaPath:"#/properties/organization/properties/units\
/additionalProperties/properties/resourceControl/items/type",keyword:"type",params:{type:A.properties.organization.properties.units.additionalProperties.
properties.resourceControl.items.type},message:"must be string,object"};e===null?e=[l]:e.push(l),r++}}}else{let p={instancePath:t+"/organiza\
tion/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl",schemaPath:"#/properties/organization/properties/units/additionalPr\
operties/properties/resourceControl/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),r++}}if(a.accounts!==
void 0){let n=a.accounts;if(Array.isArray(n)){let p=n.length;for(let g=0;g<p;g++)if(typeof n[g]!="string"){let i={instancePath:t+"/organizat\
ion/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts/"+g,schemaPath:"#/properties/organization/properties/units/additionalPropert\
ies/properties/accounts/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}}else{let p={
instancePath:t+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts",schemaPath:"#/properties/organization/properties/\
units/additionalProperties/properties/accounts/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),
r++}}if(a.units!==void 0){let n=a.units;if(n&&typeof n=="object"&&!Array.isArray(n))for(let p in n){let g=n[p];if(g&&typeof g=="object"&&!Array.
isArray(g)){for(let i in g)if(!(i==="id"||i==="serviceControl"||i==="resourceControl"||i==="accounts"||i==="units")){let l={instancePath:t+"\
/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/o\
rganization/properties/units/additionalProperties/properties/units/additionalProperties/additionalProperties",keyword:"additionalProperties",
params:{additionalProperty:i},message:"must NOT have additional properties"};e===null?e=[l]:e.push(l),r++}if(g.id!==void 0&&typeof g.id!="st\
ring"){let i={instancePath:t+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~\
1")+"/id",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/id/ty\
pe",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}if(g.serviceControl!==void 0){let i=g.serviceControl;
if(Array.isArray(i)){let l=i.length;for(let d=0;d<l;d++){let y=i[d];if(typeof y!="string"&&!(y&&typeof y=="object"&&!Array.isArray(y))){let P={
instancePath:t+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceC\
ontrol/"+d,schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/serv\
iceControl/items/type",keyword:"type",params:{type:A.properties.organization.properties.units.additionalProperties.properties.units.additionalProperties.
properties.serviceControl.items.type},message:"must be string,object"};e===null?e=[P]:e.push(P),r++}}}else{let l={instancePath:t+"/organizat\
ion/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceControl",schemaPath:"#/prop\
erties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/serviceControl/type",keyword:"typ\
e",params:{type:"array"},message:"must be array"};e===null?e=[l]:e.push(l),r++}}if(g.resourceControl!==void 0){let i=g.resourceControl;if(Array.
isArray(i)){let l=i.length;for(let d=0;d<l;d++){let y=i[d];if(typeof y!="string"&&!(y&&typeof y=="object"&&!Array.isArray(y))){let P={instancePath:t+
"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl/"+d,schemaPath:"\
#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/resourceControl/items/type",
keyword:"type",params:{type:A.properties.organization.properties.units.additionalProperties.properties.units.additionalProperties.properties.
resourceControl.items.type},message:"must be string,object"};e===null?e=[P]:e.push(P),r++}}}else{let l={instancePath:t+"/organization/units/"+
o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl",schemaPath:"#/properties/orga\
nization/properties/units/additionalProperties/properties/units/additionalProperties/properties/resourceControl/type",keyword:"type",params:{
type:"array"},message:"must be array"};e===null?e=[l]:e.push(l),r++}}if(g.accounts!==void 0){let i=g.accounts;if(Array.isArray(i)){let l=i.length;
for(let d=0;d<l;d++)if(typeof i[d]!="string"){let y={instancePath:t+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+
p.replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts/"+d,schemaPath:"#/properties/organization/properties/units/additionalProperties/properti\
es/units/additionalProperties/properties/accounts/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[y]:
e.push(y),r++}}else{let l={instancePath:t+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(
/\//g,"~1")+"/accounts",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/pr\
operties/accounts/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[l]:e.push(l),r++}}if(g.units!==void 0){let i=g.
units;if(i&&typeof i=="object"&&!Array.isArray(i))for(let l in i){let d=i[l];if(d&&typeof d=="object"&&!Array.isArray(d)){for(let y in d)if(!(y===
"id"||y==="serviceControl"||y==="resourceControl"||y==="accounts"||y==="units")){let P={instancePath:t+"/organization/units/"+o.replace(/~/g,
"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/\
additionalProperties",keyword:"additionalProperties",params:{additionalProperty:y},message:"must NOT have additional properties"};e===null?e=
[P]:e.push(P),r++}if(d.id!==void 0&&typeof d.id!="string"){let y={instancePath:t+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"\
~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/id",schemaPath:"#/properties/or\
ganization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/id/t\
ype",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[y]:e.push(y),r++}if(d.serviceControl!==void 0){let y=d.serviceControl;
if(Array.isArray(y)){let P=y.length;for(let k=0;k<P;k++){let f=y[k];if(typeof f!="string"&&!(f&&typeof f=="object"&&!Array.isArray(f))){let c={
instancePath:t+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+
l.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceControl/"+k,schemaPath:"#/properties/organization/properties/units/additionalProperties/pr\
operties/units/additionalProperties/properties/units/additionalProperties/properties/serviceControl/items/type",keyword:"type",params:{type:A.
properties.organization.properties.units.additionalProperties.properties.units.additionalProperties.properties.units.additionalProperties.properties.
serviceControl.items.type},message:"must be string,object"};e===null?e=[c]:e.push(c),r++}}}else{let P={instancePath:t+"/organization/units/"+
o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+
"/serviceControl",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properti\
es/units/additionalProperties/properties/serviceControl/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[P]:e.
push(P),r++}}if(d.resourceControl!==void 0){let y=d.resourceControl;if(Array.isArray(y)){let P=y.length;for(let k=0;k<P;k++){let f=y[k];if(typeof f!=
"string"&&!(f&&typeof f=="object"&&!Array.isArray(f))){let c={instancePath:t+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+
"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl/"+k,schemaPath:"#/pr\
operties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/prop\
erties/resourceControl/items/type",keyword:"type",params:{type:A.properties.organization.properties.units.additionalProperties.properties.units.
additionalProperties.properties.units.additionalProperties.properties.resourceControl.items.type},message:"must be string,object"};e===null?
e=[c]:e.push(c),r++}}}else{let P={instancePath:t+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~\
0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl",schemaPath:"#/properties/organization/properti\
es/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/resourceControl/type",keyword:"\
type",params:{type:"array"},message:"must be array"};e===null?e=[P]:e.push(P),r++}}if(d.accounts!==void 0){let y=d.accounts;if(Array.isArray(
y)){let P=y.length;for(let k=0;k<P;k++)if(typeof y[k]!="string"){let f={instancePath:t+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,
"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts/"+k,schemaPath:"#/pro\
perties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/prope\
rties/accounts/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[f]:e.push(f),r++}}else{let P={instancePath:t+
"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,
"~0").replace(/\//g,"~1")+"/accounts",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additiona\
lProperties/properties/units/additionalProperties/properties/accounts/type",keyword:"type",params:{type:"array"},message:"must be array"};e===
null?e=[P]:e.push(P),r++}}if(d.units!==void 0){let y=d.units;if(y&&typeof y=="object"&&!Array.isArray(y))for(let P in y){let k=y[P];if(k&&typeof k==
"object"&&!Array.isArray(k)){for(let f in k)if(!(f==="id"||f==="serviceControl"||f==="resourceControl"||f==="accounts"||f==="units")){let c={
instancePath:t+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+
l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+P.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/organization/properties\
/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalPropertie\
s/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:f},message:"must NOT have additional properties"};e===null?
e=[c]:e.push(c),r++}if(k.id!==void 0&&typeof k.id!="string"){let f={instancePath:t+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,
"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+P.replace(/~/g,"~0").replace(
/\//g,"~1")+"/id",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properti\
es/units/additionalProperties/properties/units/additionalProperties/properties/id/type",keyword:"type",params:{type:"string"},message:"must \
be string"};e===null?e=[f]:e.push(f),r++}if(k.serviceControl!==void 0){let f=k.serviceControl;if(Array.isArray(f)){let c=f.length;for(let h=0;h<
c;h++){let m=f[h];if(typeof m!="string"&&!(m&&typeof m=="object"&&!Array.isArray(m))){let b={instancePath:t+"/organization/units/"+o.replace(
/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units\
/"+P.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceControl/"+h,schemaPath:"#/properties/organization/properties/units/additionalProperties\
/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/serviceControl\
/items/type",keyword:"type",params:{type:A.properties.organization.properties.units.additionalProperties.properties.units.additionalProperties.
properties.units.additionalProperties.properties.units.additionalProperties.properties.serviceControl.items.type},message:"must be string,ob\
ject"};e===null?e=[b]:e.push(b),r++}}}else{let c={instancePath:t+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.
replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+P.replace(/~/g,"~0").replace(/\//g,"~1")+
"/serviceControl",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properti\
es/units/additionalProperties/properties/units/additionalProperties/properties/serviceControl/type",keyword:"type",params:{type:"array"},message:"\
must be array"};e===null?e=[c]:e.push(c),r++}}if(k.resourceControl!==void 0){let f=k.resourceControl;if(Array.isArray(f)){let c=f.length;for(let h=0;h<
c;h++){let m=f[h];if(typeof m!="string"&&!(m&&typeof m=="object"&&!Array.isArray(m))){let b={instancePath:t+"/organization/units/"+o.replace(
/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units\
/"+P.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl/"+h,schemaPath:"#/properties/organization/properties/units/additionalPropertie\
s/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/resourceContr\
ol/items/type",keyword:"type",params:{type:A.properties.organization.properties.units.additionalProperties.properties.units.additionalProperties.
properties.units.additionalProperties.properties.units.additionalProperties.properties.resourceControl.items.type},message:"must be string,o\
bject"};e===null?e=[b]:e.push(b),r++}}}else{let c={instancePath:t+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+
p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+P.replace(/~/g,"~0").replace(/\//g,"~1")+
"/resourceControl",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/propert\
ies/units/additionalProperties/properties/units/additionalProperties/properties/resourceControl/type",keyword:"type",params:{type:"array"},message:"\
must be array"};e===null?e=[c]:e.push(c),r++}}if(k.accounts!==void 0){let f=k.accounts;if(Array.isArray(f)){let c=f.length;for(let h=0;h<c;h++)
if(typeof f[h]!="string"){let m={instancePath:t+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").
replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+P.replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts/"+h,schemaPath:"\
#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/\
properties/units/additionalProperties/properties/accounts/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[m]:e.push(m),r++}}else{let c={instancePath:t+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").
replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+P.replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts",schemaPath:"\
#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/\
properties/units/additionalProperties/properties/accounts/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[c]:
e.push(c),r++}}if(k.units!==void 0){let f=k.units;if(f&&typeof f=="object"&&!Array.isArray(f))for(let c in f){let h=f[c];if(h&&typeof h=="ob\
ject"&&!Array.isArray(h)){for(let m in h)if(!(m==="id"||m==="serviceControl"||m==="resourceControl"||m==="accounts")){let b={instancePath:t+
"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,
"~0").replace(/\//g,"~1")+"/units/"+P.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+c.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/\
properties/units/additionalProperties/properties/units/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:m},
message:"must NOT have additional properties"};e===null?e=[b]:e.push(b),r++}if(h.id!==void 0&&typeof h.id!="string"){let m={instancePath:t+"\
/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"\
~0").replace(/\//g,"~1")+"/units/"+P.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+c.replace(/~/g,"~0").replace(/\//g,"~1")+"/id",schemaPath:"\
#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/\
properties/units/additionalProperties/properties/units/additionalProperties/properties/id/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[m]:e.push(m),r++}if(h.serviceControl!==void 0){let m=h.serviceControl;if(Array.isArray(m)){let b=m.length;for(let w=0;w<
b;w++){let j=m[w];if(typeof j!="string"&&!(j&&typeof j=="object"&&!Array.isArray(j))){let $={instancePath:t+"/organization/units/"+o.replace(
/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units\
/"+P.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+c.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceControl/"+w,schemaPath:"#/properties\
/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/u\
nits/additionalProperties/properties/units/additionalProperties/properties/serviceControl/items/type",keyword:"type",params:{type:A.properties.
organization.properties.units.additionalProperties.properties.units.additionalProperties.properties.units.additionalProperties.properties.units.
additionalProperties.properties.units.additionalProperties.properties.serviceControl.items.type},message:"must be string,object"};e===null?e=
[$]:e.push($),r++}}}else{let b={instancePath:t+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").
replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+P.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+c.replace(
/~/g,"~0").replace(/\//g,"~1")+"/serviceControl",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/unit\
s/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/pro\
perties/serviceControl/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[b]:e.push(b),r++}}if(h.resourceControl!==
void 0){let m=h.resourceControl;if(Array.isArray(m)){let b=m.length;for(let w=0;w<b;w++){let j=m[w];if(typeof j!="string"&&!(j&&typeof j=="o\
bject"&&!Array.isArray(j))){let $={instancePath:t+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"\
~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+P.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+c.replace(
/~/g,"~0").replace(/\//g,"~1")+"/resourceControl/"+w,schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/\
units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties\
/properties/resourceControl/items/type",keyword:"type",params:{type:A.properties.organization.properties.units.additionalProperties.properties.
units.additionalProperties.properties.units.additionalProperties.properties.units.additionalProperties.properties.units.additionalProperties.
properties.resourceControl.items.type},message:"must be string,object"};e===null?e=[$]:e.push($),r++}}}else{let b={instancePath:t+"/organiza\
tion/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(
/\//g,"~1")+"/units/"+P.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+c.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl",schemaPath:"\
#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/\
properties/units/additionalProperties/properties/units/additionalProperties/properties/resourceControl/type",keyword:"type",params:{type:"ar\
ray"},message:"must be array"};e===null?e=[b]:e.push(b),r++}}if(h.accounts!==void 0){let m=h.accounts;if(Array.isArray(m)){let b=m.length;for(let w=0;w<
b;w++)if(typeof m[w]!="string"){let j={instancePath:t+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,
"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+P.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+c.
replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts/"+w,schemaPath:"#/properties/organization/properties/units/additionalProperties/properties\
/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalPropertie\
s/properties/accounts/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[j]:e.push(j),r++}}else{let b={
instancePath:t+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+
l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+P.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+c.replace(/~/g,"~0").replace(/\//g,"~1")+
"/accounts",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/uni\
ts/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/accounts/type",keyword:"type",
params:{type:"array"},message:"must be array"};e===null?e=[b]:e.push(b),r++}}}else{let m={instancePath:t+"/organization/units/"+o.replace(/~/g,
"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+P.
replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+c.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/organization/properties/u\
nits/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/\
properties/units/additionalProperties/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[m]:e.push(m),r++}}else{
let c={instancePath:t+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/u\
nits/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+P.replace(/~/g,"~0").replace(/\//g,"~1")+"/units",schemaPath:"#/properties/organiz\
ation/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/add\
itionalProperties/properties/units/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[c]:e.push(c),r++}}}else{
let f={instancePath:t+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/u\
nits/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+P.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/organization/pro\
perties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalPr\
operties/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[f]:e.push(f),r++}}else{let P={instancePath:t+"/or\
ganization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").
replace(/\//g,"~1")+"/units",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperti\
es/properties/units/additionalProperties/properties/units/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[
P]:e.push(P),r++}}}else{let y={instancePath:t+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").
replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/organization/properties/units/additionalProp\
erties/properties/units/additionalProperties/properties/units/additionalProperties/type",keyword:"type",params:{type:"object"},message:"must\
 be object"};e===null?e=[y]:e.push(y),r++}}else{let l={instancePath:t+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/unit\
s/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties\
/units/additionalProperties/properties/units/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[l]:e.push(l),
r++}}}else{let i={instancePath:t+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+p.replace(/~/g,"~0").replace(/\//g,
"~1"),schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/type",keyword:"type",
params:{type:"object"},message:"must be object"};e===null?e=[i]:e.push(i),r++}}else{let p={instancePath:t+"/organization/units/"+o.replace(/~/g,
"~0").replace(/\//g,"~1")+"/units",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/type",keyword:"\
type",params:{type:"object"},message:"must be object"};e===null?e=[p]:e.push(p),r++}}}else{let n={instancePath:t+"/organization/units/"+o.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/organization/properties/units/additionalProperties/type",keyword:"type",params:{type:"\
object"},message:"must be object"};e===null?e=[n]:e.push(n),r++}}else{let o={instancePath:t+"/organization/units",schemaPath:"#/properties/o\
rganization/properties/units/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[o]:e.push(o),r++}}}else{let s={
instancePath:t+"/organization",schemaPath:"#/properties/organization/type",keyword:"type",params:{type:"object"},message:"must be object"};e===
null?e=[s]:e.push(s),r++}}if(v.principals!==void 0){let u=v.principals;if(u&&typeof u=="object"&&!Array.isArray(u))for(let s in u){let o=u[s],
a=r,n=!1,p=r;if(typeof o!="string"){let i={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/p\
rincipals/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}var se=p===
r;n=n||se;let g=r;if(o&&typeof o=="object"&&!Array.isArray(o)){if(o.arn===void 0){let i={instancePath:t+"/principals/"+s.replace(/~/g,"~0").
replace(/\//g,"~1"),schemaPath:"#/properties/principals/additionalProperties/anyOf/1/required",keyword:"required",params:{missingProperty:"a\
rn"},message:"must have required property 'arn'"};e===null?e=[i]:e.push(i),r++}for(let i in o)if(!ye.call(A.properties.principals.additionalProperties.
anyOf[1].properties,i)){let l={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/principals/ad\
ditionalProperties/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:i},message:"must NOT have additio\
nal properties"};e===null?e=[l]:e.push(l),r++}if(o.arn!==void 0){let i=o.arn,l=r,d=!1,y=r;if(typeof i!="string"){let c={instancePath:t+"/pri\
ncipals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/arn/an\
yOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[c]:e.push(c),r++}var N=y===r;d=d||N;let P=r;if(i&&typeof i==
"object"&&!Array.isArray(i)){if(i.$symbol===void 0){let c={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"\
#/properties/principals/additionalProperties/anyOf/1/properties/arn/anyOf/1/required",keyword:"required",params:{missingProperty:"$symbol"},
message:"must have required property '$symbol'"};e===null?e=[c]:e.push(c),r++}for(let c in i)if(c!=="$symbol"){let h={instancePath:t+"/princ\
ipals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/arn/anyO\
f/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:c},message:"must NOT have additional properties"};e===null?
e=[h]:e.push(h),r++}if(i.$symbol!==void 0&&typeof i.$symbol!="string"){let c={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/arn/$symbol",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/arn/anyOf/1/properties/%24symbol/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[c]:e.push(c),r++}}else{let c={instancePath:t+"/principals/"+s.replace(/~/g,
"~0").replace(/\//g,"~1")+"/arn",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/arn/anyOf/1/type",keyword:"type",
params:{type:"object"},message:"must be object"};e===null?e=[c]:e.push(c),r++}var N=P===r;if(d=d||N,N)var F=!0;let k=r;if(i&&typeof i=="obje\
ct"&&!Array.isArray(i)){if(i.$join===void 0){let c={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"\
#/properties/principals/additionalProperties/anyOf/1/properties/arn/anyOf/2/required",keyword:"required",params:{missingProperty:"$join"},message:"\
must have required property '$join'"};e===null?e=[c]:e.push(c),r++}for(let c in i)if(c!=="$join"){let h={instancePath:t+"/principals/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/arn/anyOf/2/additionalProp\
erties",keyword:"additionalProperties",params:{additionalProperty:c},message:"must NOT have additional properties"};e===null?e=[h]:e.push(h),
r++}if(i.$join!==void 0){let c=i.$join;if(Array.isArray(c)){if(c.length<1){let m={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/arn/$join",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/arn/anyOf/2/properties/%24join/minItems",
keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[m]:e.push(m),r++}let h=c.length;for(let m=0;m<h;m++){
let b=c[m],w=r,j=!1,$=r;if(typeof b!="string"){let O={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/$join/"+m,
schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/arn/anyOf/2/properties/%24join/items/anyOf/0/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[O]:e.push(O),r++}var ee=$===r;j=j||ee;let q=r;if(b&&typeof b=="object"&&!Array.
isArray(b)){if(b.$symbol===void 0){let O={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/$join/"+m,schemaPath:"\
#/properties/principals/additionalProperties/anyOf/1/properties/arn/anyOf/2/properties/%24join/items/anyOf/1/required",keyword:"required",params:{
missingProperty:"$symbol"},message:"must have required property '$symbol'"};e===null?e=[O]:e.push(O),r++}for(let O in b)if(O!=="$symbol"){let z={
instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/$join/"+m,schemaPath:"#/properties/principals/additionalPropert\
ies/anyOf/1/properties/arn/anyOf/2/properties/%24join/items/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:O},
message:"must NOT have additional properties"};e===null?e=[z]:e.push(z),r++}if(b.$symbol!==void 0&&typeof b.$symbol!="string"){let O={instancePath:t+
"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/$join/"+m+"/$symbol",schemaPath:"#/properties/principals/additionalProperties/\
anyOf/1/properties/arn/anyOf/2/properties/%24join/items/anyOf/1/properties/%24symbol/type",keyword:"type",params:{type:"string"},message:"mu\
st be string"};e===null?e=[O]:e.push(O),r++}}else{let O={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/$join/"+
m,schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/arn/anyOf/2/properties/%24join/items/anyOf/1/type",keyword:"ty\
pe",params:{type:"object"},message:"must be object"};e===null?e=[O]:e.push(O),r++}var ee=q===r;if(j=j||ee,j)r=w,e!==null&&(w?e.length=w:e=null);else{
let O={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/$join/"+m,schemaPath:"#/properties/principals/additional\
Properties/anyOf/1/properties/arn/anyOf/2/properties/%24join/items/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
e===null?e=[O]:e.push(O),r++}}}else{let h={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/$join",schemaPath:"#\
/properties/principals/additionalProperties/anyOf/1/properties/arn/anyOf/2/properties/%24join/type",keyword:"type",params:{type:"array"},message:"\
must be array"};e===null?e=[h]:e.push(h),r++}}}else{let c={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"\
#/properties/principals/additionalProperties/anyOf/1/properties/arn/anyOf/2/type",keyword:"type",params:{type:"object"},message:"must be obj\
ect"};e===null?e=[c]:e.push(c),r++}var N=k===r;d=d||N,N&&F!==!0&&(F=!0);let f=r;if(i&&typeof i=="object"&&!Array.isArray(i)){if(i.$assumed===
void 0){let c={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"#/properties/principals/additionalP\
roperties/anyOf/1/properties/arn/anyOf/3/required",keyword:"required",params:{missingProperty:"$assumed"},message:"must have required proper\
ty '$assumed'"};e===null?e=[c]:e.push(c),r++}if(i.because===void 0){let c={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/arn",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/arn/anyOf/3/required",keyword:"required",params:{missingProperty:"\
because"},message:"must have required property 'because'"};e===null?e=[c]:e.push(c),r++}for(let c in i)if(!(c==="$assumed"||c==="because")){
let h={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"#/properties/principals/additionalPropertie\
s/anyOf/1/properties/arn/anyOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:c},message:"must NOT have a\
dditional properties"};e===null?e=[h]:e.push(h),r++}if(i.$assumed!==void 0&&typeof i.$assumed!="string"){let c={instancePath:t+"/principals/"+
s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/$assumed",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/arn/any\
Of/3/properties/%24assumed/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[c]:e.push(c),r++}if(i.because!==
void 0&&typeof i.because!="string"){let c={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/because",schemaPath:"\
#/properties/principals/additionalProperties/anyOf/1/properties/arn/anyOf/3/properties/because/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[c]:e.push(c),r++}}else{let c={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"\
#/properties/principals/additionalProperties/anyOf/1/properties/arn/anyOf/3/type",keyword:"type",params:{type:"object"},message:"must be obj\
ect"};e===null?e=[c]:e.push(c),r++}var N=f===r;if(d=d||N,N&&F!==!0&&(F=!0),d)r=l,e!==null&&(l?e.length=l:e=null);else{let c={instancePath:t+
"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/a\
rn/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[c]:e.push(c),r++}}if(o.policies!==void 0){let i=o.policies;
if(Array.isArray(i)){let l=i.length;for(let d=0;d<l;d++){let y=i[d];if(typeof y!="string"&&!(y&&typeof y=="object"&&!Array.isArray(y))){let P={
instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/policies/"+d,schemaPath:"#/properties/principals/additionalProperti\
es/anyOf/1/properties/policies/items/type",keyword:"type",params:{type:A.properties.principals.additionalProperties.anyOf[1].properties.policies.
items.type},message:"must be string,object"};e===null?e=[P]:e.push(P),r++}}}else{let l={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/policies",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/policies/type",keyword:"type",params:{type:"\
array"},message:"must be array"};e===null?e=[l]:e.push(l),r++}}if(o.boundary!==void 0){let i=o.boundary;if(typeof i!="string"&&!(i&&typeof i==
"object"&&!Array.isArray(i))){let l={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/boundary",schemaPath:"#/proper\
ties/principals/additionalProperties/anyOf/1/properties/boundary/type",keyword:"type",params:{type:A.properties.principals.additionalProperties.
anyOf[1].properties.boundary.type},message:"must be string,object"};e===null?e=[l]:e.push(l),r++}}if(o.session!==void 0){let i=o.session;if(Array.
isArray(i)){let l=i.length;for(let d=0;d<l;d++){let y=i[d];if(typeof y!="string"&&!(y&&typeof y=="object"&&!Array.isArray(y))){let P={instancePath:t+
"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/session/"+d,schemaPath:"#/properties/principals/additionalProperties/anyOf/1/prope\
rties/session/items/type",keyword:"type",params:{type:A.properties.principals.additionalProperties.anyOf[1].properties.session.items.type},message:"\
must be string,object"};e===null?e=[P]:e.push(P),r++}}}else{let l={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/\
session",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/session/type",keyword:"type",params:{type:"array"},message:"\
must be array"};e===null?e=[l]:e.push(l),r++}}if(o.trust!==void 0){let i=o.trust;if(typeof i!="string"&&!(i&&typeof i=="object"&&!Array.isArray(
i))){let l={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/trust",schemaPath:"#/properties/principals/additionalPr\
operties/anyOf/1/properties/trust/type",keyword:"type",params:{type:A.properties.principals.additionalProperties.anyOf[1].properties.trust.type},
message:"must be string,object"};e===null?e=[l]:e.push(l),r++}}if(o.knows!==void 0){let i=o.knows;if(i&&typeof i=="object"&&!Array.isArray(i)){
for(let l in i)if(l!=="policies"){let d={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/knows",schemaPath:"#/prope\
rties/principals/additionalProperties/anyOf/1/properties/knows/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:l},
message:"must NOT have additional properties"};e===null?e=[d]:e.push(d),r++}if(i.policies!==void 0){let l=i.policies;if(typeof l!="string"){
let d={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/knows/policies",schemaPath:"#/properties/principals/addition\
alProperties/anyOf/1/properties/knows/properties/policies/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[
d]:e.push(d),r++}if(!(l==="all"||l==="some")){let d={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/knows/policies",
schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/knows/properties/policies/enum",keyword:"enum",params:{allowedValues:A.
properties.principals.additionalProperties.anyOf[1].properties.knows.properties.policies.enum},message:"must be equal to one of the allowed \
values"};e===null?e=[d]:e.push(d),r++}}}else{let l={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/knows",schemaPath:"\
#/properties/principals/additionalProperties/anyOf/1/properties/knows/type",keyword:"type",params:{type:"object"},message:"must be object"};
e===null?e=[l]:e.push(l),r++}}if(o.unknown!==void 0){let i=o.unknown;if(Array.isArray(i)){let l=i.length;for(let d=0;d<l;d++){let y=i[d];if(typeof y!=
"string"){let P={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/unknown/"+d,schemaPath:"#/properties/principals/ad\
ditionalProperties/anyOf/1/properties/unknown/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[P]:e.push(
P),r++}if(!(y==="boundary"||y==="trust"||y==="tags"||y==="userId"||y==="session")){let P={instancePath:t+"/principals/"+s.replace(/~/g,"~0").
replace(/\//g,"~1")+"/unknown/"+d,schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/unknown/items/enum",keyword:"e\
num",params:{allowedValues:A.properties.principals.additionalProperties.anyOf[1].properties.unknown.items.enum},message:"must be equal to on\
e of the allowed values"};e===null?e=[P]:e.push(P),r++}}}else{let l={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+
"/unknown",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/unknown/type",keyword:"type",params:{type:"array"},message:"\
must be array"};e===null?e=[l]:e.push(l),r++}}if(o.tags!==void 0){let i=o.tags;if(i&&typeof i=="object"&&!Array.isArray(i))for(let l in i){let d=i[l],
y=r,P=!1,k=r;if(typeof d!="string"){let m={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+l.replace(/~/g,"~\
0").replace(/\//g,"~1"),schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/tags/additionalProperties/anyOf/0/type",
keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[m]:e.push(m),r++}var _=k===r;P=P||_;let f=r;if(d&&typeof d=="obj\
ect"&&!Array.isArray(d)){if(d.$symbol===void 0){let m={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+l.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/tags/additionalProperties/anyOf/1\
/required",keyword:"required",params:{missingProperty:"$symbol"},message:"must have required property '$symbol'"};e===null?e=[m]:e.push(m),r++}
for(let m in d)if(m!=="$symbol"){let b={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+l.replace(/~/g,"~0").
replace(/\//g,"~1"),schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/tags/additionalProperties/anyOf/1/additional\
Properties",keyword:"additionalProperties",params:{additionalProperty:m},message:"must NOT have additional properties"};e===null?e=[b]:e.push(
b),r++}if(d.$symbol!==void 0&&typeof d.$symbol!="string"){let m={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/ta\
gs/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/$symbol",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/tags/ad\
ditionalProperties/anyOf/1/properties/%24symbol/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[m]:e.push(
m),r++}}else{let m={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+l.replace(/~/g,"~0").replace(/\//g,"~1"),
schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/tags/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"\
object"},message:"must be object"};e===null?e=[m]:e.push(m),r++}var _=f===r;if(P=P||_,_)var V=!0;let c=r;if(d&&typeof d=="object"&&!Array.isArray(
d)){if(d.$join===void 0){let m={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+l.replace(/~/g,"~0").replace(
/\//g,"~1"),schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/tags/additionalProperties/anyOf/2/required",keyword:"\
required",params:{missingProperty:"$join"},message:"must have required property '$join'"};e===null?e=[m]:e.push(m),r++}for(let m in d)if(m!==
"$join"){let b={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+l.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/principals/additionalProperties/anyOf/1/properties/tags/additionalProperties/anyOf/2/additionalProperties",keyword:"additionalP\
roperties",params:{additionalProperty:m},message:"must NOT have additional properties"};e===null?e=[b]:e.push(b),r++}if(d.$join!==void 0){let m=d.
$join;if(Array.isArray(m)){if(m.length<1){let w={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+l.replace(/~/g,
"~0").replace(/\//g,"~1")+"/$join",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/tags/additionalProperties/any\
Of/2/properties/%24join/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[w]:e.push(w),r++}
let b=m.length;for(let w=0;w<b;w++){let j=m[w],$=r,q=!1,O=r;if(typeof j!="string"){let C={instancePath:t+"/principals/"+s.replace(/~/g,"~0").
replace(/\//g,"~1")+"/tags/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/$join/"+w,schemaPath:"#/properties/principals/additionalProperties/a\
nyOf/1/properties/tags/additionalProperties/anyOf/2/properties/%24join/items/anyOf/0/type",keyword:"type",params:{type:"string"},message:"mu\
st be string"};e===null?e=[C]:e.push(C),r++}var re=O===r;q=q||re;let z=r;if(j&&typeof j=="object"&&!Array.isArray(j)){if(j.$symbol===void 0){
let C={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/$join/"+w,
schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/tags/additionalProperties/anyOf/2/properties/%24join/items/anyOf\
/1/required",keyword:"required",params:{missingProperty:"$symbol"},message:"must have required property '$symbol'"};e===null?e=[C]:e.push(C),
r++}for(let C in j)if(C!=="$symbol"){let ue={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+l.replace(/~/g,
"~0").replace(/\//g,"~1")+"/$join/"+w,schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/tags/additionalProperties/\
anyOf/2/properties/%24join/items/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:C},message:"must NO\
T have additional properties"};e===null?e=[ue]:e.push(ue),r++}if(j.$symbol!==void 0&&typeof j.$symbol!="string"){let C={instancePath:t+"/pri\
ncipals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/$join/"+w+"/$symbol",schemaPath:"#/pr\
operties/principals/additionalProperties/anyOf/1/properties/tags/additionalProperties/anyOf/2/properties/%24join/items/anyOf/1/properties/%2\
4symbol/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[C]:e.push(C),r++}}else{let C={instancePath:t+"/pri\
ncipals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/$join/"+w,schemaPath:"#/properties/pr\
incipals/additionalProperties/anyOf/1/properties/tags/additionalProperties/anyOf/2/properties/%24join/items/anyOf/1/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[C]:e.push(C),r++}var re=z===r;if(q=q||re,q)r=$,e!==null&&($?e.length=$:e=null);else{let C={
instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/$join/"+w,schemaPath:"\
#/properties/principals/additionalProperties/anyOf/1/properties/tags/additionalProperties/anyOf/2/properties/%24join/items/anyOf",keyword:"a\
nyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[C]:e.push(C),r++}}}else{let b={instancePath:t+"/principals/"+s.replace(/~/g,
"~0").replace(/\//g,"~1")+"/tags/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/$join",schemaPath:"#/properties/principals/additionalPropertie\
s/anyOf/1/properties/tags/additionalProperties/anyOf/2/properties/%24join/type",keyword:"type",params:{type:"array"},message:"must be array"};
e===null?e=[b]:e.push(b),r++}}}else{let m={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+l.replace(/~/g,"~\
0").replace(/\//g,"~1"),schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/tags/additionalProperties/anyOf/2/type",
keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[m]:e.push(m),r++}var _=c===r;P=P||_,_&&V!==!0&&(V=!0);let h=r;if(d&&
typeof d=="object"&&!Array.isArray(d)){if(d.$assumed===void 0){let m={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+
"/tags/"+l.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/tags/additiona\
lProperties/anyOf/3/required",keyword:"required",params:{missingProperty:"$assumed"},message:"must have required property '$assumed'"};e===null?
e=[m]:e.push(m),r++}if(d.because===void 0){let m={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+l.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/tags/additionalProperties/anyOf/3\
/required",keyword:"required",params:{missingProperty:"because"},message:"must have required property 'because'"};e===null?e=[m]:e.push(m),r++}
for(let m in d)if(!(m==="$assumed"||m==="because")){let b={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+l.
replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/tags/additionalProperties\
/anyOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:m},message:"must NOT have additional properties"};e===
null?e=[b]:e.push(b),r++}if(d.$assumed!==void 0&&typeof d.$assumed!="string"){let m={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/tags/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/$assumed",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/p\
roperties/tags/additionalProperties/anyOf/3/properties/%24assumed/type",keyword:"type",params:{type:"string"},message:"must be string"};e===
null?e=[m]:e.push(m),r++}if(d.because!==void 0&&typeof d.because!="string"){let m={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/tags/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/because",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/pr\
operties/tags/additionalProperties/anyOf/3/properties/because/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[m]:e.push(m),r++}}else{let m={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+l.replace(/~/g,"~0").replace(
/\//g,"~1"),schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/tags/additionalProperties/anyOf/3/type",keyword:"typ\
e",params:{type:"object"},message:"must be object"};e===null?e=[m]:e.push(m),r++}var _=h===r;if(P=P||_,_&&V!==!0&&(V=!0),P)r=y,e!==null&&(y?
e.length=y:e=null);else{let m={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+l.replace(/~/g,"~0").replace(
/\//g,"~1"),schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/tags/additionalProperties/anyOf",keyword:"anyOf",params:{},
message:"must match a schema in anyOf"};e===null?e=[m]:e.push(m),r++}}else{let l={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/tags",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/tags/type",keyword:"type",params:{type:"obje\
ct"},message:"must be object"};e===null?e=[l]:e.push(l),r++}}if(o.userId!==void 0&&typeof o.userId!="string"){let i={instancePath:t+"/princi\
pals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/userId",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/userId\
/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}if(o.roleArn!==void 0&&typeof o.roleArn!=
"string"){let i={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/roleArn",schemaPath:"#/properties/principals/addit\
ionalProperties/anyOf/1/properties/roleArn/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}
if(o.userArn!==void 0&&typeof o.userArn!="string"){let i={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/userArn",
schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/userArn/type",keyword:"type",params:{type:"string"},message:"mus\
t be string"};e===null?e=[i]:e.push(i),r++}if(o.serviceLinkedRole!==void 0&&typeof o.serviceLinkedRole!="boolean"){let i={instancePath:t+"/p\
rincipals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceLinkedRole",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/p\
roperties/serviceLinkedRole/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[i]:e.push(i),r++}if(o.mfaAgeSeconds!==
void 0){let i=o.mfaAgeSeconds;if(typeof i=="number"&&isFinite(i)){if(i<0||isNaN(i)){let l={instancePath:t+"/principals/"+s.replace(/~/g,"~0").
replace(/\//g,"~1")+"/mfaAgeSeconds",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/mfaAgeSeconds/minimum",keyword:"\
minimum",params:{comparison:">=",limit:0},message:"must be >= 0"};e===null?e=[l]:e.push(l),r++}}else{let l={instancePath:t+"/principals/"+s.
replace(/~/g,"~0").replace(/\//g,"~1")+"/mfaAgeSeconds",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/mfaAgeSe\
conds/type",keyword:"type",params:{type:"number"},message:"must be number"};e===null?e=[l]:e.push(l),r++}}if(o.sourceIdentity!==void 0&&typeof o.
sourceIdentity!="string"){let i={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/sourceIdentity",schemaPath:"#/prop\
erties/principals/additionalProperties/anyOf/1/properties/sourceIdentity/type",keyword:"type",params:{type:"string"},message:"must be string"};
e===null?e=[i]:e.push(i),r++}if(o.credentials!==void 0){let i=o.credentials;if(i&&typeof i=="object"&&!Array.isArray(i)){if(i.accessKeyId===
void 0){let l={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/credentials",schemaPath:"#/properties/principals/add\
itionalProperties/anyOf/1/properties/credentials/required",keyword:"required",params:{missingProperty:"accessKeyId"},message:"must have requ\
ired property 'accessKeyId'"};e===null?e=[l]:e.push(l),r++}if(i.secretAccessKey===void 0){let l={instancePath:t+"/principals/"+s.replace(/~/g,
"~0").replace(/\//g,"~1")+"/credentials",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/credentials/required",keyword:"\
required",params:{missingProperty:"secretAccessKey"},message:"must have required property 'secretAccessKey'"};e===null?e=[l]:e.push(l),r++}for(let l in i)
if(!(l==="accessKeyId"||l==="secretAccessKey"||l==="sessionToken")){let d={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/credentials",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/credentials/additionalProperties",keyword:"\
additionalProperties",params:{additionalProperty:l},message:"must NOT have additional properties"};e===null?e=[d]:e.push(d),r++}if(i.accessKeyId!==
void 0&&typeof i.accessKeyId!="string"){let l={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/credentials/accessKe\
yId",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/credentials/properties/accessKeyId/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),r++}if(i.secretAccessKey!==void 0&&typeof i.secretAccessKey!="string"){let l={
instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/credentials/secretAccessKey",schemaPath:"#/properties/principals/ad\
ditionalProperties/anyOf/1/properties/credentials/properties/secretAccessKey/type",keyword:"type",params:{type:"string"},message:"must be st\
ring"};e===null?e=[l]:e.push(l),r++}if(i.sessionToken!==void 0&&typeof i.sessionToken!="string"){let l={instancePath:t+"/principals/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/credentials/sessionToken",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/crede\
ntials/properties/sessionToken/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),r++}}else{let l={
instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/credentials",schemaPath:"#/properties/principals/additionalProperti\
es/anyOf/1/properties/credentials/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[l]:e.push(l),r++}}}else{
let i={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/principals/additionalProperties/anyOf\
/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[i]:e.push(i),r++}var se=g===r;if(n=n||se,n)r=a,e!==null&&
(a?e.length=a:e=null);else{let i={instancePath:t+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/principals\
/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[i]:e.push(i),r++}}else{let s={instancePath:t+
"/principals",schemaPath:"#/properties/principals/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[s]:e.push(
s),r++}}if(v.keys!==void 0){let u=v.keys;if(u&&typeof u=="object"&&!Array.isArray(u))for(let s in u){let o=u[s];if(o&&typeof o=="object"&&!Array.
isArray(o)){for(let a in o)if(!ye.call(A.properties.keys.additionalProperties.properties,a)){let n={instancePath:t+"/keys/"+s.replace(/~/g,"\
~0").replace(/\//g,"~1"),schemaPath:"#/properties/keys/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:a},
message:"must NOT have additional properties"};e===null?e=[n]:e.push(n),r++}if(o.arn!==void 0){let a=o.arn,n=r,p=!1,g=r;if(typeof a!="string"){
let y={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"#/properties/keys/additionalProperties/properties\
/arn/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[y]:e.push(y),r++}var I=g===r;p=p||I;let i=r;if(a&&
typeof a=="object"&&!Array.isArray(a)){if(a.$symbol===void 0){let y={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",
schemaPath:"#/properties/keys/additionalProperties/properties/arn/anyOf/1/required",keyword:"required",params:{missingProperty:"$symbol"},message:"\
must have required property '$symbol'"};e===null?e=[y]:e.push(y),r++}for(let y in a)if(y!=="$symbol"){let P={instancePath:t+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"#/properties/keys/additionalProperties/properties/arn/anyOf/1/additionalProperties",keyword:"\
additionalProperties",params:{additionalProperty:y},message:"must NOT have additional properties"};e===null?e=[P]:e.push(P),r++}if(a.$symbol!==
void 0&&typeof a.$symbol!="string"){let y={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/$symbol",schemaPath:"#/pro\
perties/keys/additionalProperties/properties/arn/anyOf/1/properties/%24symbol/type",keyword:"type",params:{type:"string"},message:"must be s\
tring"};e===null?e=[y]:e.push(y),r++}}else{let y={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"#/prop\
erties/keys/additionalProperties/properties/arn/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[y]:
e.push(y),r++}var I=i===r;if(p=p||I,I)var L=!0;let l=r;if(a&&typeof a=="object"&&!Array.isArray(a)){if(a.$join===void 0){let y={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"#/properties/keys/additionalProperties/properties/arn/anyOf/2/required",
keyword:"required",params:{missingProperty:"$join"},message:"must have required property '$join'"};e===null?e=[y]:e.push(y),r++}for(let y in a)
if(y!=="$join"){let P={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"#/properties/keys/additionalPrope\
rties/properties/arn/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:y},message:"must NOT have addit\
ional properties"};e===null?e=[P]:e.push(P),r++}if(a.$join!==void 0){let y=a.$join;if(Array.isArray(y)){if(y.length<1){let k={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/$join",schemaPath:"#/properties/keys/additionalProperties/properties/arn/anyOf/2/pro\
perties/%24join/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[k]:e.push(k),r++}let P=y.
length;for(let k=0;k<P;k++){let f=y[k],c=r,h=!1,m=r;if(typeof f!="string"){let w={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/arn/$join/"+k,schemaPath:"#/properties/keys/additionalProperties/properties/arn/anyOf/2/properties/%24join/items/anyOf/0/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[w]:e.push(w),r++}var te=m===r;h=h||te;let b=r;if(f&&typeof f=="object"&&!Array.
isArray(f)){if(f.$symbol===void 0){let w={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/$join/"+k,schemaPath:"#/pro\
perties/keys/additionalProperties/properties/arn/anyOf/2/properties/%24join/items/anyOf/1/required",keyword:"required",params:{missingProperty:"\
$symbol"},message:"must have required property '$symbol'"};e===null?e=[w]:e.push(w),r++}for(let w in f)if(w!=="$symbol"){let j={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/$join/"+k,schemaPath:"#/properties/keys/additionalProperties/properties/arn/anyOf/2/\
properties/%24join/items/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:w},message:"must NOT have a\
dditional properties"};e===null?e=[j]:e.push(j),r++}if(f.$symbol!==void 0&&typeof f.$symbol!="string"){let w={instancePath:t+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/arn/$join/"+k+"/$symbol",schemaPath:"#/properties/keys/additionalProperties/properties/arn/anyOf/2/properti\
es/%24join/items/anyOf/1/properties/%24symbol/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[w]:e.push(w),
r++}}else{let w={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/$join/"+k,schemaPath:"#/properties/keys/additionalPr\
operties/properties/arn/anyOf/2/properties/%24join/items/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?
e=[w]:e.push(w),r++}var te=b===r;if(h=h||te,h)r=c,e!==null&&(c?e.length=c:e=null);else{let w={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/arn/$join/"+k,schemaPath:"#/properties/keys/additionalProperties/properties/arn/anyOf/2/properties/%24join/items/anyOf",keyword:"\
anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[w]:e.push(w),r++}}}else{let P={instancePath:t+"/keys/"+s.replace(/~/g,"\
~0").replace(/\//g,"~1")+"/arn/$join",schemaPath:"#/properties/keys/additionalProperties/properties/arn/anyOf/2/properties/%24join/type",keyword:"\
type",params:{type:"array"},message:"must be array"};e===null?e=[P]:e.push(P),r++}}}else{let y={instancePath:t+"/keys/"+s.replace(/~/g,"~0").
replace(/\//g,"~1")+"/arn",schemaPath:"#/properties/keys/additionalProperties/properties/arn/anyOf/2/type",keyword:"type",params:{type:"obje\
ct"},message:"must be object"};e===null?e=[y]:e.push(y),r++}var I=l===r;p=p||I,I&&L!==!0&&(L=!0);let d=r;if(a&&typeof a=="object"&&!Array.isArray(
a)){if(a.$assumed===void 0){let y={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"#/properties/keys/add\
itionalProperties/properties/arn/anyOf/3/required",keyword:"required",params:{missingProperty:"$assumed"},message:"must have required proper\
ty '$assumed'"};e===null?e=[y]:e.push(y),r++}if(a.because===void 0){let y={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+
"/arn",schemaPath:"#/properties/keys/additionalProperties/properties/arn/anyOf/3/required",keyword:"required",params:{missingProperty:"becau\
se"},message:"must have required property 'because'"};e===null?e=[y]:e.push(y),r++}for(let y in a)if(!(y==="$assumed"||y==="because")){let P={
instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"#/properties/keys/additionalProperties/properties/arn/an\
yOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:y},message:"must NOT have additional properties"};e===
null?e=[P]:e.push(P),r++}if(a.$assumed!==void 0&&typeof a.$assumed!="string"){let y={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/arn/$assumed",schemaPath:"#/properties/keys/additionalProperties/properties/arn/anyOf/3/properties/%24assumed/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[y]:e.push(y),r++}if(a.because!==void 0&&typeof a.because!="string"){let y={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn/because",schemaPath:"#/properties/keys/additionalProperties/properties/arn/anyOf/3/p\
roperties/because/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[y]:e.push(y),r++}}else{let y={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"#/properties/keys/additionalProperties/properties/arn/anyOf/3/type",keyword:"\
type",params:{type:"object"},message:"must be object"};e===null?e=[y]:e.push(y),r++}var I=d===r;if(p=p||I,I&&L!==!0&&(L=!0),p)r=n,e!==null&&
(n?e.length=n:e=null);else{let y={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"#/properties/keys/addi\
tionalProperties/properties/arn/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[y]:e.push(y),r++}}if(o.
id!==void 0&&typeof o.id!="string"){let a={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/id",schemaPath:"#/properties/k\
eys/additionalProperties/properties/id/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}if(o.
account!==void 0){let a=o.account,n=r,p=!1,g=r;if(typeof a!="string"){let y={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+
"/account",schemaPath:"#/properties/keys/additionalProperties/properties/account/anyOf/0/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[y]:e.push(y),r++}var E=g===r;p=p||E;let i=r;if(a&&typeof a=="object"&&!Array.isArray(a)){if(a.$symbol===void 0){
let y={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account",schemaPath:"#/properties/keys/additionalProperties/proper\
ties/account/anyOf/1/required",keyword:"required",params:{missingProperty:"$symbol"},message:"must have required property '$symbol'"};e===null?
e=[y]:e.push(y),r++}for(let y in a)if(y!=="$symbol"){let P={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account",schemaPath:"\
#/properties/keys/additionalProperties/properties/account/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:y},
message:"must NOT have additional properties"};e===null?e=[P]:e.push(P),r++}if(a.$symbol!==void 0&&typeof a.$symbol!="string"){let y={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account/$symbol",schemaPath:"#/properties/keys/additionalProperties/properties/account/a\
nyOf/1/properties/%24symbol/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[y]:e.push(y),r++}}else{let y={
instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account",schemaPath:"#/properties/keys/additionalProperties/properties/ac\
count/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[y]:e.push(y),r++}var E=i===r;if(p=p||E,E)var G=!0;
let l=r;if(a&&typeof a=="object"&&!Array.isArray(a)){if(a.$join===void 0){let y={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/account",schemaPath:"#/properties/keys/additionalProperties/properties/account/anyOf/2/required",keyword:"required",params:{missingProperty:"\
$join"},message:"must have required property '$join'"};e===null?e=[y]:e.push(y),r++}for(let y in a)if(y!=="$join"){let P={instancePath:t+"/k\
eys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account",schemaPath:"#/properties/keys/additionalProperties/properties/account/anyOf/2/addi\
tionalProperties",keyword:"additionalProperties",params:{additionalProperty:y},message:"must NOT have additional properties"};e===null?e=[P]:
e.push(P),r++}if(a.$join!==void 0){let y=a.$join;if(Array.isArray(y)){if(y.length<1){let k={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/account/$join",schemaPath:"#/properties/keys/additionalProperties/properties/account/anyOf/2/properties/%24join/minItems",keyword:"\
minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[k]:e.push(k),r++}let P=y.length;for(let k=0;k<P;k++){let f=y[k],
c=r,h=!1,m=r;if(typeof f!="string"){let w={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account/$join/"+k,schemaPath:"\
#/properties/keys/additionalProperties/properties/account/anyOf/2/properties/%24join/items/anyOf/0/type",keyword:"type",params:{type:"string"},
message:"must be string"};e===null?e=[w]:e.push(w),r++}var ie=m===r;h=h||ie;let b=r;if(f&&typeof f=="object"&&!Array.isArray(f)){if(f.$symbol===
void 0){let w={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account/$join/"+k,schemaPath:"#/properties/keys/additional\
Properties/properties/account/anyOf/2/properties/%24join/items/anyOf/1/required",keyword:"required",params:{missingProperty:"$symbol"},message:"\
must have required property '$symbol'"};e===null?e=[w]:e.push(w),r++}for(let w in f)if(w!=="$symbol"){let j={instancePath:t+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/account/$join/"+k,schemaPath:"#/properties/keys/additionalProperties/properties/account/anyOf/2/properties/\
%24join/items/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:w},message:"must NOT have additional p\
roperties"};e===null?e=[j]:e.push(j),r++}if(f.$symbol!==void 0&&typeof f.$symbol!="string"){let w={instancePath:t+"/keys/"+s.replace(/~/g,"~\
0").replace(/\//g,"~1")+"/account/$join/"+k+"/$symbol",schemaPath:"#/properties/keys/additionalProperties/properties/account/anyOf/2/propert\
ies/%24join/items/anyOf/1/properties/%24symbol/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[w]:e.push(w),
r++}}else{let w={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account/$join/"+k,schemaPath:"#/properties/keys/addition\
alProperties/properties/account/anyOf/2/properties/%24join/items/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};
e===null?e=[w]:e.push(w),r++}var ie=b===r;if(h=h||ie,h)r=c,e!==null&&(c?e.length=c:e=null);else{let w={instancePath:t+"/keys/"+s.replace(/~/g,
"~0").replace(/\//g,"~1")+"/account/$join/"+k,schemaPath:"#/properties/keys/additionalProperties/properties/account/anyOf/2/properties/%24jo\
in/items/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[w]:e.push(w),r++}}}else{let P={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account/$join",schemaPath:"#/properties/keys/additionalProperties/properties/account/any\
Of/2/properties/%24join/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[P]:e.push(P),r++}}}else{let y={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account",schemaPath:"#/properties/keys/additionalProperties/properties/account/anyOf/2/t\
ype",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[y]:e.push(y),r++}var E=l===r;p=p||E,E&&G!==!0&&(G=!0);let d=r;
if(a&&typeof a=="object"&&!Array.isArray(a)){if(a.$assumed===void 0){let y={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+
"/account",schemaPath:"#/properties/keys/additionalProperties/properties/account/anyOf/3/required",keyword:"required",params:{missingProperty:"\
$assumed"},message:"must have required property '$assumed'"};e===null?e=[y]:e.push(y),r++}if(a.because===void 0){let y={instancePath:t+"/key\
s/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account",schemaPath:"#/properties/keys/additionalProperties/properties/account/anyOf/3/requir\
ed",keyword:"required",params:{missingProperty:"because"},message:"must have required property 'because'"};e===null?e=[y]:e.push(y),r++}for(let y in a)
if(!(y==="$assumed"||y==="because")){let P={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account",schemaPath:"#/proper\
ties/keys/additionalProperties/properties/account/anyOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:y},
message:"must NOT have additional properties"};e===null?e=[P]:e.push(P),r++}if(a.$assumed!==void 0&&typeof a.$assumed!="string"){let y={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account/$assumed",schemaPath:"#/properties/keys/additionalProperties/properties/account/\
anyOf/3/properties/%24assumed/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[y]:e.push(y),r++}if(a.because!==
void 0&&typeof a.because!="string"){let y={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account/because",schemaPath:"#\
/properties/keys/additionalProperties/properties/account/anyOf/3/properties/because/type",keyword:"type",params:{type:"string"},message:"mus\
t be string"};e===null?e=[y]:e.push(y),r++}}else{let y={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/account",schemaPath:"\
#/properties/keys/additionalProperties/properties/account/anyOf/3/type",keyword:"type",params:{type:"object"},message:"must be object"};e===
null?e=[y]:e.push(y),r++}var E=d===r;if(p=p||E,E&&G!==!0&&(G=!0),p)r=n,e!==null&&(n?e.length=n:e=null);else{let y={instancePath:t+"/keys/"+s.
replace(/~/g,"~0").replace(/\//g,"~1")+"/account",schemaPath:"#/properties/keys/additionalProperties/properties/account/anyOf",keyword:"anyO\
f",params:{},message:"must match a schema in anyOf"};e===null?e=[y]:e.push(y),r++}}if(o.region!==void 0&&typeof o.region!="string"){let a={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/region",schemaPath:"#/properties/keys/additionalProperties/properties/region/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}if(o.description!==void 0&&typeof o.description!="string"){
let a={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/description",schemaPath:"#/properties/keys/additionalProperties/pr\
operties/description/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}if(o.createdAt!==void 0&&
typeof o.createdAt!="string"){let a={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/createdAt",schemaPath:"#/properties/\
keys/additionalProperties/properties/createdAt/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),
r++}if(o.managedBy!==void 0){let a=o.managedBy;if(typeof a!="string"){let n={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+
"/managedBy",schemaPath:"#/properties/keys/additionalProperties/properties/managedBy/type",keyword:"type",params:{type:"string"},message:"mu\
st be string"};e===null?e=[n]:e.push(n),r++}if(!(a==="customer"||a==="aws")){let n={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/managedBy",schemaPath:"#/properties/keys/additionalProperties/properties/managedBy/enum",keyword:"enum",params:{allowedValues:A.properties.
keys.additionalProperties.properties.managedBy.enum},message:"must be equal to one of the allowed values"};e===null?e=[n]:e.push(n),r++}}if(o.
aliases!==void 0){let a=o.aliases;if(Array.isArray(a)){let n=a.length;for(let p=0;p<n;p++){let g=a[p],i=r,l=!1,d=r;if(typeof g!="string"){let f={
instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/aliases/"+p,schemaPath:"#/properties/keys/additionalProperties/properties\
/aliases/items/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[f]:e.push(f),r++}var S=d===r;l=l||S;
let y=r;if(g&&typeof g=="object"&&!Array.isArray(g)){if(g.$symbol===void 0){let f={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/aliases/"+p,schemaPath:"#/properties/keys/additionalProperties/properties/aliases/items/anyOf/1/required",keyword:"required",params:{
missingProperty:"$symbol"},message:"must have required property '$symbol'"};e===null?e=[f]:e.push(f),r++}for(let f in g)if(f!=="$symbol"){let c={
instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/aliases/"+p,schemaPath:"#/properties/keys/additionalProperties/properties\
/aliases/items/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:f},message:"must NOT have additional \
properties"};e===null?e=[c]:e.push(c),r++}if(g.$symbol!==void 0&&typeof g.$symbol!="string"){let f={instancePath:t+"/keys/"+s.replace(/~/g,"\
~0").replace(/\//g,"~1")+"/aliases/"+p+"/$symbol",schemaPath:"#/properties/keys/additionalProperties/properties/aliases/items/anyOf/1/proper\
ties/%24symbol/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[f]:e.push(f),r++}}else{let f={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/aliases/"+p,schemaPath:"#/properties/keys/additionalProperties/properties/aliases/items/\
anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[f]:e.push(f),r++}var S=y===r;if(l=l||S,S)var Y=!0;
let P=r;if(g&&typeof g=="object"&&!Array.isArray(g)){if(g.$join===void 0){let f={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/aliases/"+p,schemaPath:"#/properties/keys/additionalProperties/properties/aliases/items/anyOf/2/required",keyword:"required",params:{
missingProperty:"$join"},message:"must have required property '$join'"};e===null?e=[f]:e.push(f),r++}for(let f in g)if(f!=="$join"){let c={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/aliases/"+p,schemaPath:"#/properties/keys/additionalProperties/properties/aliases/items/\
anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:f},message:"must NOT have additional properties"};e===
null?e=[c]:e.push(c),r++}if(g.$join!==void 0){let f=g.$join;if(Array.isArray(f)){if(f.length<1){let h={instancePath:t+"/keys/"+s.replace(/~/g,
"~0").replace(/\//g,"~1")+"/aliases/"+p+"/$join",schemaPath:"#/properties/keys/additionalProperties/properties/aliases/items/anyOf/2/propert\
ies/%24join/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[h]:e.push(h),r++}let c=f.length;
for(let h=0;h<c;h++){let m=f[h],b=r,w=!1,j=r;if(typeof m!="string"){let q={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+
"/aliases/"+p+"/$join/"+h,schemaPath:"#/properties/keys/additionalProperties/properties/aliases/items/anyOf/2/properties/%24join/items/anyOf\
/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[q]:e.push(q),r++}var ae=j===r;w=w||ae;let $=r;if(m&&typeof m==
"object"&&!Array.isArray(m)){if(m.$symbol===void 0){let q={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/aliases/"+p+"/\
$join/"+h,schemaPath:"#/properties/keys/additionalProperties/properties/aliases/items/anyOf/2/properties/%24join/items/anyOf/1/required",keyword:"\
required",params:{missingProperty:"$symbol"},message:"must have required property '$symbol'"};e===null?e=[q]:e.push(q),r++}for(let q in m)if(q!==
"$symbol"){let O={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/aliases/"+p+"/$join/"+h,schemaPath:"#/properties/keys/a\
dditionalProperties/properties/aliases/items/anyOf/2/properties/%24join/items/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:q},message:"must NOT have additional properties"};e===null?e=[O]:e.push(O),r++}if(m.$symbol!==void 0&&typeof m.$symbol!="\
string"){let q={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/aliases/"+p+"/$join/"+h+"/$symbol",schemaPath:"#/properti\
es/keys/additionalProperties/properties/aliases/items/anyOf/2/properties/%24join/items/anyOf/1/properties/%24symbol/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[q]:e.push(q),r++}}else{let q={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/aliases/"+p+"/$join/"+h,schemaPath:"#/properties/keys/additionalProperties/properties/aliases/items/anyOf/2/properties/%24join/items\
/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[q]:e.push(q),r++}var ae=$===r;if(w=w||ae,w)r=b,e!==
null&&(b?e.length=b:e=null);else{let q={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/aliases/"+p+"/$join/"+h,schemaPath:"\
#/properties/keys/additionalProperties/properties/aliases/items/anyOf/2/properties/%24join/items/anyOf",keyword:"anyOf",params:{},message:"m\
ust match a schema in anyOf"};e===null?e=[q]:e.push(q),r++}}}else{let c={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/\
aliases/"+p+"/$join",schemaPath:"#/properties/keys/additionalProperties/properties/aliases/items/anyOf/2/properties/%24join/type",keyword:"t\
ype",params:{type:"array"},message:"must be array"};e===null?e=[c]:e.push(c),r++}}}else{let f={instancePath:t+"/keys/"+s.replace(/~/g,"~0").
replace(/\//g,"~1")+"/aliases/"+p,schemaPath:"#/properties/keys/additionalProperties/properties/aliases/items/anyOf/2/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[f]:e.push(f),r++}var S=P===r;l=l||S,S&&Y!==!0&&(Y=!0);let k=r;if(g&&typeof g=="object"&&
!Array.isArray(g)){if(g.$assumed===void 0){let f={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/aliases/"+p,schemaPath:"\
#/properties/keys/additionalProperties/properties/aliases/items/anyOf/3/required",keyword:"required",params:{missingProperty:"$assumed"},message:"\
must have required property '$assumed'"};e===null?e=[f]:e.push(f),r++}if(g.because===void 0){let f={instancePath:t+"/keys/"+s.replace(/~/g,"\
~0").replace(/\//g,"~1")+"/aliases/"+p,schemaPath:"#/properties/keys/additionalProperties/properties/aliases/items/anyOf/3/required",keyword:"\
required",params:{missingProperty:"because"},message:"must have required property 'because'"};e===null?e=[f]:e.push(f),r++}for(let f in g)if(!(f===
"$assumed"||f==="because")){let c={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/aliases/"+p,schemaPath:"#/properties/k\
eys/additionalProperties/properties/aliases/items/anyOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:f},
message:"must NOT have additional properties"};e===null?e=[c]:e.push(c),r++}if(g.$assumed!==void 0&&typeof g.$assumed!="string"){let f={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/aliases/"+p+"/$assumed",schemaPath:"#/properties/keys/additionalProperties/properties/al\
iases/items/anyOf/3/properties/%24assumed/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[f]:e.push(f),r++}
if(g.because!==void 0&&typeof g.because!="string"){let f={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/aliases/"+p+"/b\
ecause",schemaPath:"#/properties/keys/additionalProperties/properties/aliases/items/anyOf/3/properties/because/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[f]:e.push(f),r++}}else{let f={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/aliases/"+p,schemaPath:"#/properties/keys/additionalProperties/properties/aliases/items/anyOf/3/type",keyword:"type",params:{type:"o\
bject"},message:"must be object"};e===null?e=[f]:e.push(f),r++}var S=k===r;if(l=l||S,S&&Y!==!0&&(Y=!0),l)r=i,e!==null&&(i?e.length=i:e=null);else{
let f={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/aliases/"+p,schemaPath:"#/properties/keys/additionalProperties/pro\
perties/aliases/items/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[f]:e.push(f),r++}}}else{let n={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/aliases",schemaPath:"#/properties/keys/additionalProperties/properties/aliases/type",keyword:"\
type",params:{type:"array"},message:"must be array"};e===null?e=[n]:e.push(n),r++}}if(o.knows!==void 0){let a=o.knows;if(a&&typeof a=="objec\
t"&&!Array.isArray(a)){for(let n in a)if(n!=="grants"){let p={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/knows",schemaPath:"\
#/properties/keys/additionalProperties/properties/knows/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:n},message:"\
must NOT have additional properties"};e===null?e=[p]:e.push(p),r++}if(a.grants!==void 0){let n=a.grants;if(typeof n!="string"){let p={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/knows/grants",schemaPath:"#/properties/keys/additionalProperties/properties/knows/proper\
ties/grants/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),r++}if(!(n==="all"||n==="some")){
let p={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/knows/grants",schemaPath:"#/properties/keys/additionalProperties/p\
roperties/knows/properties/grants/enum",keyword:"enum",params:{allowedValues:A.properties.keys.additionalProperties.properties.knows.properties.
grants.enum},message:"must be equal to one of the allowed values"};e===null?e=[p]:e.push(p),r++}}}else{let n={instancePath:t+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/knows",schemaPath:"#/properties/keys/additionalProperties/properties/knows/type",keyword:"type",params:{type:"\
object"},message:"must be object"};e===null?e=[n]:e.push(n),r++}}if(o.unknown!==void 0){let a=o.unknown;if(Array.isArray(a)){let n=a.length;
for(let p=0;p<n;p++){let g=a[p];if(typeof g!="string"){let i={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/unknown/"+p,
schemaPath:"#/properties/keys/additionalProperties/properties/unknown/items/type",keyword:"type",params:{type:"string"},message:"must be str\
ing"};e===null?e=[i]:e.push(i),r++}if(!(g==="policy"||g==="state"||g==="rotation"||g==="spec"||g==="usage"||g==="origin"||g==="multiRegion"||
g==="aliases"||g==="tags"||g==="description")){let i={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/unknown/"+p,schemaPath:"\
#/properties/keys/additionalProperties/properties/unknown/items/enum",keyword:"enum",params:{allowedValues:A.properties.keys.additionalProperties.
properties.unknown.items.enum},message:"must be equal to one of the allowed values"};e===null?e=[i]:e.push(i),r++}}}else{let n={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/unknown",schemaPath:"#/properties/keys/additionalProperties/properties/unknown/type",keyword:"\
type",params:{type:"array"},message:"must be array"};e===null?e=[n]:e.push(n),r++}}if(o.attested!==void 0&&typeof o.attested!="boolean"){let a={
instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/attested",schemaPath:"#/properties/keys/additionalProperties/properties/a\
ttested/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[a]:e.push(a),r++}if(o.trust!==void 0){let a=o.trust;
if(a&&typeof a=="object"&&!Array.isArray(a)){for(let n in a)if(!(n==="organization"||n==="organizations"||n==="accounts"||n==="principals"||
n==="services")){let p={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/trust",schemaPath:"#/properties/keys/additionalPr\
operties/properties/trust/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:n},message:"must NOT have addition\
al properties"};e===null?e=[p]:e.push(p),r++}if(a.organization!==void 0&&typeof a.organization!="boolean"){let n={instancePath:t+"/keys/"+s.
replace(/~/g,"~0").replace(/\//g,"~1")+"/trust/organization",schemaPath:"#/properties/keys/additionalProperties/properties/trust/properties/\
organization/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[n]:e.push(n),r++}if(a.organizations!==void 0){
let n=a.organizations;if(Array.isArray(n)){let p=n.length;for(let g=0;g<p;g++)if(typeof n[g]!="string"){let i={instancePath:t+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/trust/organizations/"+g,schemaPath:"#/properties/keys/additionalProperties/properties/trust/properties/orga\
nizations/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}}else{let p={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/trust/organizations",schemaPath:"#/properties/keys/additionalProperties/properties/trust\
/properties/organizations/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),r++}}if(a.accounts!==
void 0){let n=a.accounts;if(Array.isArray(n)){let p=n.length;for(let g=0;g<p;g++)if(typeof n[g]!="string"){let i={instancePath:t+"/keys/"+s.
replace(/~/g,"~0").replace(/\//g,"~1")+"/trust/accounts/"+g,schemaPath:"#/properties/keys/additionalProperties/properties/trust/properties/a\
ccounts/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}}else{let p={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/trust/accounts",schemaPath:"#/properties/keys/additionalProperties/properties/trust/prop\
erties/accounts/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),r++}}if(a.principals!==void 0){
let n=a.principals;if(Array.isArray(n)){let p=n.length;for(let g=0;g<p;g++)if(typeof n[g]!="string"){let i={instancePath:t+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/trust/principals/"+g,schemaPath:"#/properties/keys/additionalProperties/properties/trust/properties/princip\
als/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}}else{let p={instancePath:t+"/k\
eys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/trust/principals",schemaPath:"#/properties/keys/additionalProperties/properties/trust/prope\
rties/principals/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),r++}}if(a.services!==void 0){let n=a.
services;if(Array.isArray(n)){let p=n.length;for(let g=0;g<p;g++)if(typeof n[g]!="string"){let i={instancePath:t+"/keys/"+s.replace(/~/g,"~0").
replace(/\//g,"~1")+"/trust/services/"+g,schemaPath:"#/properties/keys/additionalProperties/properties/trust/properties/services/items/type",
keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}}else{let p={instancePath:t+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/trust/services",schemaPath:"#/properties/keys/additionalProperties/properties/trust/properties/services/typ\
e",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),r++}}}else{let n={instancePath:t+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/trust",schemaPath:"#/properties/keys/additionalProperties/properties/trust/type",keyword:"type",params:{type:"\
object"},message:"must be object"};e===null?e=[n]:e.push(n),r++}}if(o.administrators!==void 0){let a=o.administrators;if(Array.isArray(a)){let n=a.
length;for(let p=0;p<n;p++)if(typeof a[p]!="string"){let g={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/administrator\
s/"+p,schemaPath:"#/properties/keys/additionalProperties/properties/administrators/items/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[g]:e.push(g),r++}}else{let n={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/administrators",
schemaPath:"#/properties/keys/additionalProperties/properties/administrators/type",keyword:"type",params:{type:"array"},message:"must be arr\
ay"};e===null?e=[n]:e.push(n),r++}}if(o.policy!==void 0){let a=o.policy;if(typeof a!="string"&&!(a&&typeof a=="object"&&!Array.isArray(a))){
let n={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/policy",schemaPath:"#/properties/keys/additionalProperties/propert\
ies/policy/type",keyword:"type",params:{type:A.properties.keys.additionalProperties.properties.policy.type},message:"must be string,object"};
e===null?e=[n]:e.push(n),r++}}if(o.tags!==void 0){let a=o.tags;if(a&&typeof a=="object"&&!Array.isArray(a))for(let n in a){let p=a[n],g=r,i=!1,
l=r;if(typeof p!="string"){let k={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+n.replace(/~/g,"~0").replace(/\//g,
"~1"),schemaPath:"#/properties/keys/additionalProperties/properties/tags/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"str\
ing"},message:"must be string"};e===null?e=[k]:e.push(k),r++}var R=l===r;i=i||R;let d=r;if(p&&typeof p=="object"&&!Array.isArray(p)){if(p.$symbol===
void 0){let k={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+n.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/keys/additionalProperties/properties/tags/additionalProperties/anyOf/1/required",keyword:"required",params:{missingProperty:"$s\
ymbol"},message:"must have required property '$symbol'"};e===null?e=[k]:e.push(k),r++}for(let k in p)if(k!=="$symbol"){let f={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+n.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/keys/additional\
Properties/properties/tags/additionalProperties/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:k},message:"\
must NOT have additional properties"};e===null?e=[f]:e.push(f),r++}if(p.$symbol!==void 0&&typeof p.$symbol!="string"){let k={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/$symbol",schemaPath:"#/properties/keys\
/additionalProperties/properties/tags/additionalProperties/anyOf/1/properties/%24symbol/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[k]:e.push(k),r++}}else{let k={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+n.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/keys/additionalProperties/properties/tags/additionalProperties/anyOf/1/type",keyword:"\
type",params:{type:"object"},message:"must be object"};e===null?e=[k]:e.push(k),r++}var R=d===r;if(i=i||R,R)var U=!0;let y=r;if(p&&typeof p==
"object"&&!Array.isArray(p)){if(p.$join===void 0){let k={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+n.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/keys/additionalProperties/properties/tags/additionalProperties/anyOf/2/required",keyword:"\
required",params:{missingProperty:"$join"},message:"must have required property '$join'"};e===null?e=[k]:e.push(k),r++}for(let k in p)if(k!==
"$join"){let f={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+n.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/keys/additionalProperties/properties/tags/additionalProperties/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:k},message:"must NOT have additional properties"};e===null?e=[f]:e.push(f),r++}if(p.$join!==void 0){let k=p.$join;if(Array.
isArray(k)){if(k.length<1){let c={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+n.replace(/~/g,"~0").replace(/\//g,
"~1")+"/$join",schemaPath:"#/properties/keys/additionalProperties/properties/tags/additionalProperties/anyOf/2/properties/%24join/minItems",
keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[c]:e.push(c),r++}let f=k.length;for(let c=0;c<f;c++){
let h=k[c],m=r,b=!1,w=r;if(typeof h!="string"){let $={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+n.replace(/~/g,
"~0").replace(/\//g,"~1")+"/$join/"+c,schemaPath:"#/properties/keys/additionalProperties/properties/tags/additionalProperties/anyOf/2/proper\
ties/%24join/items/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[$]:e.push($),r++}var pe=w===r;b=
b||pe;let j=r;if(h&&typeof h=="object"&&!Array.isArray(h)){if(h.$symbol===void 0){let $={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/tags/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/$join/"+c,schemaPath:"#/properties/keys/additionalProperties/properties/tags\
/additionalProperties/anyOf/2/properties/%24join/items/anyOf/1/required",keyword:"required",params:{missingProperty:"$symbol"},message:"must\
 have required property '$symbol'"};e===null?e=[$]:e.push($),r++}for(let $ in h)if($!=="$symbol"){let q={instancePath:t+"/keys/"+s.replace(/~/g,
"~0").replace(/\//g,"~1")+"/tags/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/$join/"+c,schemaPath:"#/properties/keys/additionalProperties/p\
roperties/tags/additionalProperties/anyOf/2/properties/%24join/items/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:$},
message:"must NOT have additional properties"};e===null?e=[q]:e.push(q),r++}if(h.$symbol!==void 0&&typeof h.$symbol!="string"){let $={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/$join/"+c+"/$symbol",schemaPath:"#/pro\
perties/keys/additionalProperties/properties/tags/additionalProperties/anyOf/2/properties/%24join/items/anyOf/1/properties/%24symbol/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[$]:e.push($),r++}}else{let $={instancePath:t+"/keys/"+s.replace(/~/g,"~0").
replace(/\//g,"~1")+"/tags/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/$join/"+c,schemaPath:"#/properties/keys/additionalProperties/propert\
ies/tags/additionalProperties/anyOf/2/properties/%24join/items/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};
e===null?e=[$]:e.push($),r++}var pe=j===r;if(b=b||pe,b)r=m,e!==null&&(m?e.length=m:e=null);else{let $={instancePath:t+"/keys/"+s.replace(/~/g,
"~0").replace(/\//g,"~1")+"/tags/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/$join/"+c,schemaPath:"#/properties/keys/additionalProperties/p\
roperties/tags/additionalProperties/anyOf/2/properties/%24join/items/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
e===null?e=[$]:e.push($),r++}}}else{let f={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+n.replace(/~/g,"~0").replace(
/\//g,"~1")+"/$join",schemaPath:"#/properties/keys/additionalProperties/properties/tags/additionalProperties/anyOf/2/properties/%24join/type",
keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[f]:e.push(f),r++}}}else{let k={instancePath:t+"/keys/"+s.replace(/~/g,
"~0").replace(/\//g,"~1")+"/tags/"+n.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/keys/additionalProperties/properties/ta\
gs/additionalProperties/anyOf/2/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[k]:e.push(k),r++}var R=y===
r;i=i||R,R&&U!==!0&&(U=!0);let P=r;if(p&&typeof p=="object"&&!Array.isArray(p)){if(p.$assumed===void 0){let k={instancePath:t+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/tags/"+n.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/keys/additionalProperties/properti\
es/tags/additionalProperties/anyOf/3/required",keyword:"required",params:{missingProperty:"$assumed"},message:"must have required property '\
$assumed'"};e===null?e=[k]:e.push(k),r++}if(p.because===void 0){let k={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/ta\
gs/"+n.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/keys/additionalProperties/properties/tags/additionalProperties/anyOf/\
3/required",keyword:"required",params:{missingProperty:"because"},message:"must have required property 'because'"};e===null?e=[k]:e.push(k),
r++}for(let k in p)if(!(k==="$assumed"||k==="because")){let f={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+n.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/keys/additionalProperties/properties/tags/additionalProperties/anyOf/3/additionalPro\
perties",keyword:"additionalProperties",params:{additionalProperty:k},message:"must NOT have additional properties"};e===null?e=[f]:e.push(f),
r++}if(p.$assumed!==void 0&&typeof p.$assumed!="string"){let k={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+n.
replace(/~/g,"~0").replace(/\//g,"~1")+"/$assumed",schemaPath:"#/properties/keys/additionalProperties/properties/tags/additionalProperties/a\
nyOf/3/properties/%24assumed/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[k]:e.push(k),r++}if(p.because!==
void 0&&typeof p.because!="string"){let k={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+n.replace(/~/g,"~0").replace(
/\//g,"~1")+"/because",schemaPath:"#/properties/keys/additionalProperties/properties/tags/additionalProperties/anyOf/3/properties/because/ty\
pe",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[k]:e.push(k),r++}}else{let k={instancePath:t+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/tags/"+n.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/keys/additionalProperties/properti\
es/tags/additionalProperties/anyOf/3/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[k]:e.push(k),r++}var R=P===
r;if(i=i||R,R&&U!==!0&&(U=!0),i)r=g,e!==null&&(g?e.length=g:e=null);else{let k={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"\
~1")+"/tags/"+n.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/keys/additionalProperties/properties/tags/additionalProperti\
es/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[k]:e.push(k),r++}}else{let n={instancePath:t+"/keys/"+
s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags",schemaPath:"#/properties/keys/additionalProperties/properties/tags/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[n]:e.push(n),r++}}if(o.grants!==void 0){let a=o.grants;if(Array.isArray(a)){let n=a.length;
for(let p=0;p<n;p++){let g=a[p];if(g&&typeof g=="object"&&!Array.isArray(g)){if(g.grantee===void 0){let i={instancePath:t+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p,schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/required",keyword:"re\
quired",params:{missingProperty:"grantee"},message:"must have required property 'grantee'"};e===null?e=[i]:e.push(i),r++}if(g.operations===void 0){
let i={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p,schemaPath:"#/properties/keys/additionalProperties/prop\
erties/grants/items/required",keyword:"required",params:{missingProperty:"operations"},message:"must have required property 'operations'"};e===
null?e=[i]:e.push(i),r++}for(let i in g)if(!(i==="id"||i==="name"||i==="grantee"||i==="operations"||i==="constraints"||i==="retiring"||i==="\
issuingAccount"||i==="token")){let l={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p,schemaPath:"#/properties\
/keys/additionalProperties/properties/grants/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:i},message:"\
must NOT have additional properties"};e===null?e=[l]:e.push(l),r++}if(g.id!==void 0&&typeof g.id!="string"){let i={instancePath:t+"/keys/"+s.
replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/id",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/propert\
ies/id/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}if(g.name!==void 0&&typeof g.name!=
"string"){let i={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/name",schemaPath:"#/properties/keys/additio\
nalProperties/properties/grants/items/properties/name/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.
push(i),r++}if(g.grantee!==void 0){let i=g.grantee,l=r,d=!1,y=r;if(typeof i!="string"){let c={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/grants/"+p+"/grantee",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/grantee/anyOf/0/ty\
pe",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[c]:e.push(c),r++}var x=y===r;d=d||x;let P=r;if(i&&typeof i==
"object"&&!Array.isArray(i)){if(i.$symbol===void 0){let c={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/g\
rantee",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/grantee/anyOf/1/required",keyword:"required",params:{
missingProperty:"$symbol"},message:"must have required property '$symbol'"};e===null?e=[c]:e.push(c),r++}for(let c in i)if(c!=="$symbol"){let h={
instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/grantee",schemaPath:"#/properties/keys/additionalProperties/\
properties/grants/items/properties/grantee/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:c},message:"\
must NOT have additional properties"};e===null?e=[h]:e.push(h),r++}if(i.$symbol!==void 0&&typeof i.$symbol!="string"){let c={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/grantee/$symbol",schemaPath:"#/properties/keys/additionalProperties/propert\
ies/grants/items/properties/grantee/anyOf/1/properties/%24symbol/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[c]:e.push(c),r++}}else{let c={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/grantee",schemaPath:"#/prop\
erties/keys/additionalProperties/properties/grants/items/properties/grantee/anyOf/1/type",keyword:"type",params:{type:"object"},message:"mus\
t be object"};e===null?e=[c]:e.push(c),r++}var x=P===r;if(d=d||x,x)var H=!0;let k=r;if(i&&typeof i=="object"&&!Array.isArray(i)){if(i.$join===
void 0){let c={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/grantee",schemaPath:"#/properties/keys/additi\
onalProperties/properties/grants/items/properties/grantee/anyOf/2/required",keyword:"required",params:{missingProperty:"$join"},message:"mus\
t have required property '$join'"};e===null?e=[c]:e.push(c),r++}for(let c in i)if(c!=="$join"){let h={instancePath:t+"/keys/"+s.replace(/~/g,
"~0").replace(/\//g,"~1")+"/grants/"+p+"/grantee",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/gran\
tee/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:c},message:"must NOT have additional properties"};
e===null?e=[h]:e.push(h),r++}if(i.$join!==void 0){let c=i.$join;if(Array.isArray(c)){if(c.length<1){let m={instancePath:t+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/grantee/$join",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/prop\
erties/grantee/anyOf/2/properties/%24join/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?
e=[m]:e.push(m),r++}let h=c.length;for(let m=0;m<h;m++){let b=c[m],w=r,j=!1,$=r;if(typeof b!="string"){let O={instancePath:t+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/grantee/$join/"+m,schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/p\
roperties/grantee/anyOf/2/properties/%24join/items/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=
[O]:e.push(O),r++}var oe=$===r;j=j||oe;let q=r;if(b&&typeof b=="object"&&!Array.isArray(b)){if(b.$symbol===void 0){let O={instancePath:t+"/k\
eys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/grantee/$join/"+m,schemaPath:"#/properties/keys/additionalProperties/propertie\
s/grants/items/properties/grantee/anyOf/2/properties/%24join/items/anyOf/1/required",keyword:"required",params:{missingProperty:"$symbol"},message:"\
must have required property '$symbol'"};e===null?e=[O]:e.push(O),r++}for(let O in b)if(O!=="$symbol"){let z={instancePath:t+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/grantee/$join/"+m,schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/p\
roperties/grantee/anyOf/2/properties/%24join/items/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:O},
message:"must NOT have additional properties"};e===null?e=[z]:e.push(z),r++}if(b.$symbol!==void 0&&typeof b.$symbol!="string"){let O={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/grantee/$join/"+m+"/$symbol",schemaPath:"#/properties/keys/additionalProper\
ties/properties/grants/items/properties/grantee/anyOf/2/properties/%24join/items/anyOf/1/properties/%24symbol/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[O]:e.push(O),r++}}else{let O={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+
"/grants/"+p+"/grantee/$join/"+m,schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/grantee/anyOf/2/prope\
rties/%24join/items/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[O]:e.push(O),r++}var oe=q===r;
if(j=j||oe,j)r=w,e!==null&&(w?e.length=w:e=null);else{let O={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"\
/grantee/$join/"+m,schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/grantee/anyOf/2/properties/%24join/\
items/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[O]:e.push(O),r++}}}else{let h={instancePath:t+"/k\
eys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/grantee/$join",schemaPath:"#/properties/keys/additionalProperties/properties/g\
rants/items/properties/grantee/anyOf/2/properties/%24join/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[h]:
e.push(h),r++}}}else{let c={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/grantee",schemaPath:"#/propertie\
s/keys/additionalProperties/properties/grants/items/properties/grantee/anyOf/2/type",keyword:"type",params:{type:"object"},message:"must be \
object"};e===null?e=[c]:e.push(c),r++}var x=k===r;d=d||x,x&&H!==!0&&(H=!0);let f=r;if(i&&typeof i=="object"&&!Array.isArray(i)){if(i.$assumed===
void 0){let c={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/grantee",schemaPath:"#/properties/keys/additi\
onalProperties/properties/grants/items/properties/grantee/anyOf/3/required",keyword:"required",params:{missingProperty:"$assumed"},message:"\
must have required property '$assumed'"};e===null?e=[c]:e.push(c),r++}if(i.because===void 0){let c={instancePath:t+"/keys/"+s.replace(/~/g,"\
~0").replace(/\//g,"~1")+"/grants/"+p+"/grantee",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/grant\
ee/anyOf/3/required",keyword:"required",params:{missingProperty:"because"},message:"must have required property 'because'"};e===null?e=[c]:e.
push(c),r++}for(let c in i)if(!(c==="$assumed"||c==="because")){let h={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/gr\
ants/"+p+"/grantee",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/grantee/anyOf/3/additionalProperti\
es",keyword:"additionalProperties",params:{additionalProperty:c},message:"must NOT have additional properties"};e===null?e=[h]:e.push(h),r++}
if(i.$assumed!==void 0&&typeof i.$assumed!="string"){let c={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/\
grantee/$assumed",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/grantee/anyOf/3/properties/%24assume\
d/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[c]:e.push(c),r++}if(i.because!==void 0&&typeof i.because!=
"string"){let c={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/grantee/because",schemaPath:"#/properties/k\
eys/additionalProperties/properties/grants/items/properties/grantee/anyOf/3/properties/because/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[c]:e.push(c),r++}}else{let c={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/g\
rantee",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/grantee/anyOf/3/type",keyword:"type",params:{type:"\
object"},message:"must be object"};e===null?e=[c]:e.push(c),r++}var x=f===r;if(d=d||x,x&&H!==!0&&(H=!0),d)r=l,e!==null&&(l?e.length=l:e=null);else{
let c={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/grantee",schemaPath:"#/properties/keys/additionalProp\
erties/properties/grants/items/properties/grantee/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[c]:e.
push(c),r++}}if(g.operations!==void 0){let i=g.operations;if(Array.isArray(i)){let l=i.length;for(let d=0;d<l;d++){let y=i[d];if(typeof y!="\
string"){let P={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/operations/"+d,schemaPath:"#/properties/keys\
/additionalProperties/properties/grants/items/properties/operations/items/type",keyword:"type",params:{type:"string"},message:"must be strin\
g"};e===null?e=[P]:e.push(P),r++}if(!(y==="Decrypt"||y==="Encrypt"||y==="GenerateDataKey"||y==="GenerateDataKeyWithoutPlaintext"||y==="ReEnc\
ryptFrom"||y==="ReEncryptTo"||y==="Sign"||y==="Verify"||y==="GetPublicKey"||y==="CreateGrant"||y==="RetireGrant"||y==="DescribeKey"||y==="Ge\
nerateDataKeyPair"||y==="GenerateDataKeyPairWithoutPlaintext"||y==="GenerateMac"||y==="VerifyMac"||y==="DeriveSharedSecret"||y==="Encapsulat\
e"||y==="Decapsulate")){let P={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/operations/"+d,schemaPath:"#/\
properties/keys/additionalProperties/properties/grants/items/properties/operations/items/enum",keyword:"enum",params:{allowedValues:A.properties.
keys.additionalProperties.properties.grants.items.properties.operations.items.enum},message:"must be equal to one of the allowed values"};e===
null?e=[P]:e.push(P),r++}}}else{let l={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/operations",schemaPath:"\
#/properties/keys/additionalProperties/properties/grants/items/properties/operations/type",keyword:"type",params:{type:"array"},message:"mus\
t be array"};e===null?e=[l]:e.push(l),r++}}if(g.constraints!==void 0){let i=g.constraints;if(i&&typeof i=="object"&&!Array.isArray(i)){for(let l in i)
if(!(l==="EncryptionContextEquals"||l==="EncryptionContextSubset"||l==="SourceArn")){let d={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/grants/"+p+"/constraints",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/constraints/ad\
ditionalProperties",keyword:"additionalProperties",params:{additionalProperty:l},message:"must NOT have additional properties"};e===null?e=[
d]:e.push(d),r++}if(i.EncryptionContextEquals!==void 0){let l=i.EncryptionContextEquals;if(l&&typeof l=="object"&&!Array.isArray(l)){for(let d in l)
if(typeof l[d]!="string"){let y={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/constraints/EncryptionConte\
xtEquals/"+d.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/co\
nstraints/properties/EncryptionContextEquals/additionalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"};e===
null?e=[y]:e.push(y),r++}}else{let d={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/constraints/Encryption\
ContextEquals",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/constraints/properties/EncryptionContex\
tEquals/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[d]:e.push(d),r++}}if(i.EncryptionContextSubset!==void 0){
let l=i.EncryptionContextSubset;if(l&&typeof l=="object"&&!Array.isArray(l)){for(let d in l)if(typeof l[d]!="string"){let y={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/constraints/EncryptionContextSubset/"+d.replace(/~/g,"~0").replace(/\//g,"~\
1"),schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/constraints/properties/EncryptionContextSubset/add\
itionalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[y]:e.push(y),r++}}else{let d={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/constraints/EncryptionContextSubset",schemaPath:"#/properties/keys/addition\
alProperties/properties/grants/items/properties/constraints/properties/EncryptionContextSubset/type",keyword:"type",params:{type:"object"},message:"\
must be object"};e===null?e=[d]:e.push(d),r++}}if(i.SourceArn!==void 0&&typeof i.SourceArn!="string"){let l={instancePath:t+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/constraints/SourceArn",schemaPath:"#/properties/keys/additionalProperties/properties/grants/it\
ems/properties/constraints/properties/SourceArn/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(
l),r++}}else{let l={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/constraints",schemaPath:"#/properties/ke\
ys/additionalProperties/properties/grants/items/properties/constraints/type",keyword:"type",params:{type:"object"},message:"must be object"};
e===null?e=[l]:e.push(l),r++}}if(g.retiring!==void 0){let i=g.retiring,l=r,d=!1,y=r;if(typeof i!="string"){let c={instancePath:t+"/keys/"+s.
replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/retiring",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/p\
roperties/retiring/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[c]:e.push(c),r++}var D=y===r;d=
d||D;let P=r;if(i&&typeof i=="object"&&!Array.isArray(i)){if(i.$symbol===void 0){let c={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/grants/"+p+"/retiring",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/retiring/anyOf/1/\
required",keyword:"required",params:{missingProperty:"$symbol"},message:"must have required property '$symbol'"};e===null?e=[c]:e.push(c),r++}
for(let c in i)if(c!=="$symbol"){let h={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/retiring",schemaPath:"\
#/properties/keys/additionalProperties/properties/grants/items/properties/retiring/anyOf/1/additionalProperties",keyword:"additionalProperti\
es",params:{additionalProperty:c},message:"must NOT have additional properties"};e===null?e=[h]:e.push(h),r++}if(i.$symbol!==void 0&&typeof i.
$symbol!="string"){let c={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/retiring/$symbol",schemaPath:"#/pr\
operties/keys/additionalProperties/properties/grants/items/properties/retiring/anyOf/1/properties/%24symbol/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[c]:e.push(c),r++}}else{let c={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+
"/grants/"+p+"/retiring",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/retiring/anyOf/1/type",keyword:"\
type",params:{type:"object"},message:"must be object"};e===null?e=[c]:e.push(c),r++}var D=P===r;if(d=d||D,D)var B=!0;let k=r;if(i&&typeof i==
"object"&&!Array.isArray(i)){if(i.$join===void 0){let c={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/ret\
iring",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/retiring/anyOf/2/required",keyword:"required",params:{
missingProperty:"$join"},message:"must have required property '$join'"};e===null?e=[c]:e.push(c),r++}for(let c in i)if(c!=="$join"){let h={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/retiring",schemaPath:"#/properties/keys/additionalProperties/properties/gra\
nts/items/properties/retiring/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:c},message:"must NOT h\
ave additional properties"};e===null?e=[h]:e.push(h),r++}if(i.$join!==void 0){let c=i.$join;if(Array.isArray(c)){if(c.length<1){let m={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/retiring/$join",schemaPath:"#/properties/keys/additionalProperties/properti\
es/grants/items/properties/retiring/anyOf/2/properties/%24join/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer th\
an 1 items"};e===null?e=[m]:e.push(m),r++}let h=c.length;for(let m=0;m<h;m++){let b=c[m],w=r,j=!1,$=r;if(typeof b!="string"){let O={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/retiring/$join/"+m,schemaPath:"#/properties/keys/additionalProperties/prope\
rties/grants/items/properties/retiring/anyOf/2/properties/%24join/items/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be\
 string"};e===null?e=[O]:e.push(O),r++}var ne=$===r;j=j||ne;let q=r;if(b&&typeof b=="object"&&!Array.isArray(b)){if(b.$symbol===void 0){let O={
instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/retiring/$join/"+m,schemaPath:"#/properties/keys/additionalP\
roperties/properties/grants/items/properties/retiring/anyOf/2/properties/%24join/items/anyOf/1/required",keyword:"required",params:{missingProperty:"\
$symbol"},message:"must have required property '$symbol'"};e===null?e=[O]:e.push(O),r++}for(let O in b)if(O!=="$symbol"){let z={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/retiring/$join/"+m,schemaPath:"#/properties/keys/additionalProperties/prope\
rties/grants/items/properties/retiring/anyOf/2/properties/%24join/items/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:O},message:"must NOT have additional properties"};e===null?e=[z]:e.push(z),r++}if(b.$symbol!==void 0&&typeof b.$symbol!="\
string"){let O={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/retiring/$join/"+m+"/$symbol",schemaPath:"#/\
properties/keys/additionalProperties/properties/grants/items/properties/retiring/anyOf/2/properties/%24join/items/anyOf/1/properties/%24symb\
ol/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[O]:e.push(O),r++}}else{let O={instancePath:t+"/keys/"+s.
replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/retiring/$join/"+m,schemaPath:"#/properties/keys/additionalProperties/properties/grant\
s/items/properties/retiring/anyOf/2/properties/%24join/items/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===
null?e=[O]:e.push(O),r++}var ne=q===r;if(j=j||ne,j)r=w,e!==null&&(w?e.length=w:e=null);else{let O={instancePath:t+"/keys/"+s.replace(/~/g,"~\
0").replace(/\//g,"~1")+"/grants/"+p+"/retiring/$join/"+m,schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/propert\
ies/retiring/anyOf/2/properties/%24join/items/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[O]:e.push(
O),r++}}}else{let h={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/retiring/$join",schemaPath:"#/propertie\
s/keys/additionalProperties/properties/grants/items/properties/retiring/anyOf/2/properties/%24join/type",keyword:"type",params:{type:"array"},
message:"must be array"};e===null?e=[h]:e.push(h),r++}}}else{let c={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grant\
s/"+p+"/retiring",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/retiring/anyOf/2/type",keyword:"type",
params:{type:"object"},message:"must be object"};e===null?e=[c]:e.push(c),r++}var D=k===r;d=d||D,D&&B!==!0&&(B=!0);let f=r;if(i&&typeof i=="\
object"&&!Array.isArray(i)){if(i.$assumed===void 0){let c={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/r\
etiring",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/retiring/anyOf/3/required",keyword:"required",
params:{missingProperty:"$assumed"},message:"must have required property '$assumed'"};e===null?e=[c]:e.push(c),r++}if(i.because===void 0){let c={
instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/retiring",schemaPath:"#/properties/keys/additionalProperties\
/properties/grants/items/properties/retiring/anyOf/3/required",keyword:"required",params:{missingProperty:"because"},message:"must have requ\
ired property 'because'"};e===null?e=[c]:e.push(c),r++}for(let c in i)if(!(c==="$assumed"||c==="because")){let h={instancePath:t+"/keys/"+s.
replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/retiring",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/p\
roperties/retiring/anyOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:c},message:"must NOT have additio\
nal properties"};e===null?e=[h]:e.push(h),r++}if(i.$assumed!==void 0&&typeof i.$assumed!="string"){let c={instancePath:t+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/retiring/$assumed",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/\
properties/retiring/anyOf/3/properties/%24assumed/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[c]:e.push(
c),r++}if(i.because!==void 0&&typeof i.because!="string"){let c={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+
p+"/retiring/because",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/retiring/anyOf/3/properties/beca\
use/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[c]:e.push(c),r++}}else{let c={instancePath:t+"/keys/"+
s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/retiring",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items\
/properties/retiring/anyOf/3/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[c]:e.push(c),r++}var D=f===r;
if(d=d||D,D&&B!==!0&&(B=!0),d)r=l,e!==null&&(l?e.length=l:e=null);else{let c={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+
"/grants/"+p+"/retiring",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/retiring/anyOf",keyword:"anyO\
f",params:{},message:"must match a schema in anyOf"};e===null?e=[c]:e.push(c),r++}}if(g.issuingAccount!==void 0){let i=g.issuingAccount,l=r,
d=!1,y=r;if(typeof i!="string"){let c={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/issuingAccount",schemaPath:"\
#/properties/keys/additionalProperties/properties/grants/items/properties/issuingAccount/anyOf/0/type",keyword:"type",params:{type:"string"},
message:"must be string"};e===null?e=[c]:e.push(c),r++}var K=y===r;d=d||K;let P=r;if(i&&typeof i=="object"&&!Array.isArray(i)){if(i.$symbol===
void 0){let c={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/issuingAccount",schemaPath:"#/properties/keys\
/additionalProperties/properties/grants/items/properties/issuingAccount/anyOf/1/required",keyword:"required",params:{missingProperty:"$symbo\
l"},message:"must have required property '$symbol'"};e===null?e=[c]:e.push(c),r++}for(let c in i)if(c!=="$symbol"){let h={instancePath:t+"/k\
eys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/issuingAccount",schemaPath:"#/properties/keys/additionalProperties/properties/\
grants/items/properties/issuingAccount/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:c},message:"m\
ust NOT have additional properties"};e===null?e=[h]:e.push(h),r++}if(i.$symbol!==void 0&&typeof i.$symbol!="string"){let c={instancePath:t+"\
/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/issuingAccount/$symbol",schemaPath:"#/properties/keys/additionalProperties/p\
roperties/grants/items/properties/issuingAccount/anyOf/1/properties/%24symbol/type",keyword:"type",params:{type:"string"},message:"must be s\
tring"};e===null?e=[c]:e.push(c),r++}}else{let c={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/issuingAcc\
ount",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/issuingAccount/anyOf/1/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[c]:e.push(c),r++}var K=P===r;if(d=d||K,K)var X=!0;let k=r;if(i&&typeof i=="object"&&!Array.
isArray(i)){if(i.$join===void 0){let c={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/issuingAccount",schemaPath:"\
#/properties/keys/additionalProperties/properties/grants/items/properties/issuingAccount/anyOf/2/required",keyword:"required",params:{missingProperty:"\
$join"},message:"must have required property '$join'"};e===null?e=[c]:e.push(c),r++}for(let c in i)if(c!=="$join"){let h={instancePath:t+"/k\
eys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/issuingAccount",schemaPath:"#/properties/keys/additionalProperties/properties/\
grants/items/properties/issuingAccount/anyOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:c},message:"m\
ust NOT have additional properties"};e===null?e=[h]:e.push(h),r++}if(i.$join!==void 0){let c=i.$join;if(Array.isArray(c)){if(c.length<1){let m={
instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/issuingAccount/$join",schemaPath:"#/properties/keys/addition\
alProperties/properties/grants/items/properties/issuingAccount/anyOf/2/properties/%24join/minItems",keyword:"minItems",params:{limit:1},message:"\
must NOT have fewer than 1 items"};e===null?e=[m]:e.push(m),r++}let h=c.length;for(let m=0;m<h;m++){let b=c[m],w=r,j=!1,$=r;if(typeof b!="st\
ring"){let O={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/issuingAccount/$join/"+m,schemaPath:"#/propert\
ies/keys/additionalProperties/properties/grants/items/properties/issuingAccount/anyOf/2/properties/%24join/items/anyOf/0/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[O]:e.push(O),r++}var le=$===r;j=j||le;let q=r;if(b&&typeof b=="object"&&!Array.
isArray(b)){if(b.$symbol===void 0){let O={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/issuingAccount/$jo\
in/"+m,schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/issuingAccount/anyOf/2/properties/%24join/items\
/anyOf/1/required",keyword:"required",params:{missingProperty:"$symbol"},message:"must have required property '$symbol'"};e===null?e=[O]:e.push(
O),r++}for(let O in b)if(O!=="$symbol"){let z={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/issuingAccoun\
t/$join/"+m,schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/issuingAccount/anyOf/2/properties/%24join/\
items/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:O},message:"must NOT have additional propertie\
s"};e===null?e=[z]:e.push(z),r++}if(b.$symbol!==void 0&&typeof b.$symbol!="string"){let O={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/grants/"+p+"/issuingAccount/$join/"+m+"/$symbol",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/pr\
operties/issuingAccount/anyOf/2/properties/%24join/items/anyOf/1/properties/%24symbol/type",keyword:"type",params:{type:"string"},message:"m\
ust be string"};e===null?e=[O]:e.push(O),r++}}else{let O={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/is\
suingAccount/$join/"+m,schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/issuingAccount/anyOf/2/properti\
es/%24join/items/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[O]:e.push(O),r++}var le=q===r;if(j=
j||le,j)r=w,e!==null&&(w?e.length=w:e=null);else{let O={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/issu\
ingAccount/$join/"+m,schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/issuingAccount/anyOf/2/properties\
/%24join/items/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[O]:e.push(O),r++}}}else{let h={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/issuingAccount/$join",schemaPath:"#/properties/keys/additionalProperties/pr\
operties/grants/items/properties/issuingAccount/anyOf/2/properties/%24join/type",keyword:"type",params:{type:"array"},message:"must be array"};
e===null?e=[h]:e.push(h),r++}}}else{let c={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/issuingAccount",schemaPath:"\
#/properties/keys/additionalProperties/properties/grants/items/properties/issuingAccount/anyOf/2/type",keyword:"type",params:{type:"object"},
message:"must be object"};e===null?e=[c]:e.push(c),r++}var K=k===r;d=d||K,K&&X!==!0&&(X=!0);let f=r;if(i&&typeof i=="object"&&!Array.isArray(
i)){if(i.$assumed===void 0){let c={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/issuingAccount",schemaPath:"\
#/properties/keys/additionalProperties/properties/grants/items/properties/issuingAccount/anyOf/3/required",keyword:"required",params:{missingProperty:"\
$assumed"},message:"must have required property '$assumed'"};e===null?e=[c]:e.push(c),r++}if(i.because===void 0){let c={instancePath:t+"/key\
s/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/issuingAccount",schemaPath:"#/properties/keys/additionalProperties/properties/gr\
ants/items/properties/issuingAccount/anyOf/3/required",keyword:"required",params:{missingProperty:"because"},message:"must have required pro\
perty 'because'"};e===null?e=[c]:e.push(c),r++}for(let c in i)if(!(c==="$assumed"||c==="because")){let h={instancePath:t+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/issuingAccount",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/pro\
perties/issuingAccount/anyOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:c},message:"must NOT have add\
itional properties"};e===null?e=[h]:e.push(h),r++}if(i.$assumed!==void 0&&typeof i.$assumed!="string"){let c={instancePath:t+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/issuingAccount/$assumed",schemaPath:"#/properties/keys/additionalProperties/properties/grants/\
items/properties/issuingAccount/anyOf/3/properties/%24assumed/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[c]:e.push(c),r++}if(i.because!==void 0&&typeof i.because!="string"){let c={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+
"/grants/"+p+"/issuingAccount/because",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/issuingAccount/\
anyOf/3/properties/because/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[c]:e.push(c),r++}}else{let c={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/issuingAccount",schemaPath:"#/properties/keys/additionalProperties/properti\
es/grants/items/properties/issuingAccount/anyOf/3/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[c]:e.push(
c),r++}var K=f===r;if(d=d||K,K&&X!==!0&&(X=!0),d)r=l,e!==null&&(l?e.length=l:e=null);else{let c={instancePath:t+"/keys/"+s.replace(/~/g,"~0").
replace(/\//g,"~1")+"/grants/"+p+"/issuingAccount",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/iss\
uingAccount/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[c]:e.push(c),r++}}if(g.token!==void 0&&typeof g.
token!="string"){let i={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p+"/token",schemaPath:"#/properties/keys\
/additionalProperties/properties/grants/items/properties/token/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[i]:e.push(i),r++}}else{let i={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+p,schemaPath:"#/properties/keys\
/additionalProperties/properties/grants/items/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[i]:e.push(i),
r++}}}else{let n={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants",schemaPath:"#/properties/keys/additionalPropert\
ies/properties/grants/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[n]:e.push(n),r++}}if(o.spec!==void 0){
let a=o.spec;if(typeof a!="string"){let n={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/spec",schemaPath:"#/properties\
/keys/additionalProperties/properties/spec/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),r++}
if(!(a==="SYMMETRIC_DEFAULT"||a==="RSA_2048"||a==="RSA_3072"||a==="RSA_4096"||a==="SM2"||a==="ECC_NIST_P256"||a==="ECC_NIST_P384"||a==="ECC_\
NIST_P521"||a==="ECC_SECG_P256K1"||a==="ECC_NIST_EDWARDS25519"||a==="ML_DSA_44"||a==="ML_DSA_65"||a==="ML_DSA_87"||a==="HMAC_224"||a==="HMAC\
_256"||a==="HMAC_384"||a==="HMAC_512"||a==="ML_KEM_512"||a==="ML_KEM_768"||a==="ML_KEM_1024")){let n={instancePath:t+"/keys/"+s.replace(/~/g,
"~0").replace(/\//g,"~1")+"/spec",schemaPath:"#/properties/keys/additionalProperties/properties/spec/enum",keyword:"enum",params:{allowedValues:A.
properties.keys.additionalProperties.properties.spec.enum},message:"must be equal to one of the allowed values"};e===null?e=[n]:e.push(n),r++}}
if(o.usage!==void 0){let a=o.usage;if(typeof a!="string"){let n={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/usage",schemaPath:"\
#/properties/keys/additionalProperties/properties/usage/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:
e.push(n),r++}if(!(a==="ENCRYPT_DECRYPT"||a==="SIGN_VERIFY"||a==="GENERATE_VERIFY_MAC"||a==="KEY_AGREEMENT"||a==="ENCAPSULATE_DECAPSULATE")){
let n={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/usage",schemaPath:"#/properties/keys/additionalProperties/properti\
es/usage/enum",keyword:"enum",params:{allowedValues:A.properties.keys.additionalProperties.properties.usage.enum},message:"must be equal to \
one of the allowed values"};e===null?e=[n]:e.push(n),r++}}if(o.origin!==void 0){let a=o.origin;if(typeof a!="string"){let n={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/origin",schemaPath:"#/properties/keys/additionalProperties/properties/origin/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),r++}if(!(a==="AWS_KMS"||a==="EXTERNAL"||a==="AWS_CLOUDHSM"||
a==="EXTERNAL_KEY_STORE")){let n={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/origin",schemaPath:"#/properties/keys/a\
dditionalProperties/properties/origin/enum",keyword:"enum",params:{allowedValues:A.properties.keys.additionalProperties.properties.origin.enum},
message:"must be equal to one of the allowed values"};e===null?e=[n]:e.push(n),r++}}if(o.multiRegion!==void 0&&typeof o.multiRegion!="boolea\
n"){let a={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/multiRegion",schemaPath:"#/properties/keys/additionalPropertie\
s/properties/multiRegion/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[a]:e.push(a),r++}if(o.multiRegionKeyType!==
void 0){let a=o.multiRegionKeyType;if(typeof a!="string"){let n={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/multiReg\
ionKeyType",schemaPath:"#/properties/keys/additionalProperties/properties/multiRegionKeyType/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[n]:e.push(n),r++}if(!(a==="PRIMARY"||a==="REPLICA")){let n={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/multiRegionKeyType",schemaPath:"#/properties/keys/additionalProperties/properties/multiRegionKeyType/enum",keyword:"enum",params:{
allowedValues:A.properties.keys.additionalProperties.properties.multiRegionKeyType.enum},message:"must be equal to one of the allowed values"};
e===null?e=[n]:e.push(n),r++}}if(o.state!==void 0){let a=o.state;if(typeof a!="string"){let n={instancePath:t+"/keys/"+s.replace(/~/g,"~0").
replace(/\//g,"~1")+"/state",schemaPath:"#/properties/keys/additionalProperties/properties/state/type",keyword:"type",params:{type:"string"},
message:"must be string"};e===null?e=[n]:e.push(n),r++}if(!(a==="Enabled"||a==="Disabled"||a==="PendingDeletion"||a==="PendingReplicaDeletio\
n"||a==="PendingImport"||a==="Unavailable"||a==="Creating"||a==="Updating")){let n={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/state",schemaPath:"#/properties/keys/additionalProperties/properties/state/enum",keyword:"enum",params:{allowedValues:A.properties.keys.
additionalProperties.properties.state.enum},message:"must be equal to one of the allowed values"};e===null?e=[n]:e.push(n),r++}}if(o.pendingWindowInDays!==
void 0){let a=o.pendingWindowInDays;if(!(typeof a=="number"&&!(a%1)&&!isNaN(a)&&isFinite(a))){let n={instancePath:t+"/keys/"+s.replace(/~/g,
"~0").replace(/\//g,"~1")+"/pendingWindowInDays",schemaPath:"#/properties/keys/additionalProperties/properties/pendingWindowInDays/type",keyword:"\
type",params:{type:"integer"},message:"must be integer"};e===null?e=[n]:e.push(n),r++}if(typeof a=="number"&&isFinite(a)){if(a>30||isNaN(a)){
let n={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/pendingWindowInDays",schemaPath:"#/properties/keys/additionalPrope\
rties/properties/pendingWindowInDays/maximum",keyword:"maximum",params:{comparison:"<=",limit:30},message:"must be <= 30"};e===null?e=[n]:e.
push(n),r++}if(a<7||isNaN(a)){let n={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/pendingWindowInDays",schemaPath:"#/p\
roperties/keys/additionalProperties/properties/pendingWindowInDays/minimum",keyword:"minimum",params:{comparison:">=",limit:7},message:"must\
 be >= 7"};e===null?e=[n]:e.push(n),r++}}}if(o.rotation!==void 0){let a=o.rotation,n=r,p=!1,g=r;if(typeof a!="boolean"){let l={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/rotation",schemaPath:"#/properties/keys/additionalProperties/properties/rotation/anyOf/0\
/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[l]:e.push(l),r++}var ce=g===r;p=p||ce;let i=r;if(a&&typeof a==
"object"&&!Array.isArray(a)){if(a.periodInDays===void 0){let l={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/rotation",
schemaPath:"#/properties/keys/additionalProperties/properties/rotation/anyOf/1/required",keyword:"required",params:{missingProperty:"periodI\
nDays"},message:"must have required property 'periodInDays'"};e===null?e=[l]:e.push(l),r++}for(let l in a)if(l!=="periodInDays"){let d={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/rotation",schemaPath:"#/properties/keys/additionalProperties/properties/rotation/anyOf/1\
/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:l},message:"must NOT have additional properties"};e===null?
e=[d]:e.push(d),r++}if(a.periodInDays!==void 0){let l=a.periodInDays;if(!(typeof l=="number"&&!(l%1)&&!isNaN(l)&&isFinite(l))){let d={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/rotation/periodInDays",schemaPath:"#/properties/keys/additionalProperties/properties/rot\
ation/anyOf/1/properties/periodInDays/type",keyword:"type",params:{type:"integer"},message:"must be integer"};e===null?e=[d]:e.push(d),r++}if(typeof l==
"number"&&isFinite(l)){if(l>2560||isNaN(l)){let d={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/rotation/periodInDays",
schemaPath:"#/properties/keys/additionalProperties/properties/rotation/anyOf/1/properties/periodInDays/maximum",keyword:"maximum",params:{comparison:"\
<=",limit:2560},message:"must be <= 2560"};e===null?e=[d]:e.push(d),r++}if(l<90||isNaN(l)){let d={instancePath:t+"/keys/"+s.replace(/~/g,"~0").
replace(/\//g,"~1")+"/rotation/periodInDays",schemaPath:"#/properties/keys/additionalProperties/properties/rotation/anyOf/1/properties/perio\
dInDays/minimum",keyword:"minimum",params:{comparison:">=",limit:90},message:"must be >= 90"};e===null?e=[d]:e.push(d),r++}}}}else{let l={instancePath:t+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/rotation",schemaPath:"#/properties/keys/additionalProperties/properties/rotation/anyOf/1\
/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[l]:e.push(l),r++}var ce=i===r;if(p=p||ce,p)r=n,e!==null&&
(n?e.length=n:e=null);else{let l={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/rotation",schemaPath:"#/properties/keys\
/additionalProperties/properties/rotation/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[l]:e.push(l),
r++}}if(o.dangerousKeyMaterial!==void 0){let a=o.dangerousKeyMaterial,n=r,p=!1,g=r;if(typeof a!="string"){let l={instancePath:t+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/dangerousKeyMaterial",schemaPath:"#/properties/keys/additionalProperties/properties/dangerousKeyMaterial/an\
yOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),r++}var de=g===r;p=p||de;let i=r;if(Array.
isArray(a)){if(a.length<1){let d={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/dangerousKeyMaterial",schemaPath:"#/pro\
perties/keys/additionalProperties/properties/dangerousKeyMaterial/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT ha\
ve fewer than 1 items"};e===null?e=[d]:e.push(d),r++}let l=a.length;for(let d=0;d<l;d++)if(typeof a[d]!="string"){let y={instancePath:t+"/ke\
ys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/dangerousKeyMaterial/"+d,schemaPath:"#/properties/keys/additionalProperties/properties/dange\
rousKeyMaterial/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[y]:e.push(y),r++}}else{let l={
instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/dangerousKeyMaterial",schemaPath:"#/properties/keys/additionalProperties/\
properties/dangerousKeyMaterial/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[l]:e.push(l),r++}var de=i===
r;if(p=p||de,p)r=n,e!==null&&(n?e.length=n:e=null);else{let l={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/dangerousK\
eyMaterial",schemaPath:"#/properties/keys/additionalProperties/properties/dangerousKeyMaterial/anyOf",keyword:"anyOf",params:{},message:"mus\
t match a schema in anyOf"};e===null?e=[l]:e.push(l),r++}}}else{let a={instancePath:t+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/keys/additionalProperties/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[a]:e.push(a),r++}}else{
let s={instancePath:t+"/keys",schemaPath:"#/properties/keys/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=
[s]:e.push(s),r++}}if(v.endpoints!==void 0){let u=v.endpoints;if(u&&typeof u=="object"&&!Array.isArray(u))for(let s in u){let o=u[s];if(o&&typeof o==
"object"&&!Array.isArray(o)){if(o.id===void 0){let a={instancePath:t+"/endpoints/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/pr\
operties/endpoints/additionalProperties/required",keyword:"required",params:{missingProperty:"id"},message:"must have required property 'id'"};
e===null?e=[a]:e.push(a),r++}for(let a in o)if(!(a==="id"||a==="vpc"||a==="policy")){let n={instancePath:t+"/endpoints/"+s.replace(/~/g,"~0").
replace(/\//g,"~1"),schemaPath:"#/properties/endpoints/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:a},
message:"must NOT have additional properties"};e===null?e=[n]:e.push(n),r++}if(o.id!==void 0&&typeof o.id!="string"){let a={instancePath:t+"\
/endpoints/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/id",schemaPath:"#/properties/endpoints/additionalProperties/properties/id/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}if(o.vpc!==void 0&&typeof o.vpc!="string"){let a={instancePath:t+
"/endpoints/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/vpc",schemaPath:"#/properties/endpoints/additionalProperties/properties/vpc/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}if(o.policy!==void 0){let a=o.policy;if(typeof a!="strin\
g"&&!(a&&typeof a=="object"&&!Array.isArray(a))){let n={instancePath:t+"/endpoints/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/policy",schemaPath:"\
#/properties/endpoints/additionalProperties/properties/policy/type",keyword:"type",params:{type:A.properties.endpoints.additionalProperties.
properties.policy.type},message:"must be string,object"};e===null?e=[n]:e.push(n),r++}}}else{let a={instancePath:t+"/endpoints/"+s.replace(/~/g,
"~0").replace(/\//g,"~1"),schemaPath:"#/properties/endpoints/additionalProperties/type",keyword:"type",params:{type:"object"},message:"must \
be object"};e===null?e=[a]:e.push(a),r++}}else{let s={instancePath:t+"/endpoints",schemaPath:"#/properties/endpoints/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[s]:e.push(s),r++}}}else{let u={instancePath:t,schemaPath:"#/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[u]:e.push(u),r++}return J.errors=e,r===0}J.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};
var fe={"#/additionalProperties":["$schema","version","account","region","imported","knows","symbols","invented","assumptions","trust","admi\
nistrators","include","policies","accounts","organization","principals","keys","endpoints"],"#/properties/account/anyOf/1/additionalProperti\
es":["$symbol"],"#/properties/account/anyOf/2/additionalProperties":["$join"],"#/properties/account/anyOf/2/properties/$join/items/anyOf/1/a\
dditionalProperties":["$symbol"],"#/properties/account/anyOf/3/additionalProperties":["$assumed","because"],"#/properties/imported/additiona\
lProperties":["from","file","side"],"#/properties/knows/additionalProperties":["principals","policies","grants","keys","serviceControl","res\
ourceControl","endpoints"],"#/properties/symbols/additionalProperties/additionalProperties":["type","from","at","account","prefix","suffix",
"oneOf"],"#/properties/symbols/additionalProperties/properties/at/additionalProperties":["file","pointer","line","column"],"#/properties/inv\
ented/additionalProperties/additionalProperties":["from","prefix"],"#/properties/assumptions/items/additionalProperties":["id","text","at"],
"#/properties/assumptions/items/properties/at/additionalProperties":["file","pointer","line","column"],"#/properties/trust/additionalPropert\
ies":["organization","organizations","accounts","principals","services"],"#/properties/accounts/additionalProperties/anyOf/1/additionalPrope\
rties":["id","serviceControl","resourceControl","knows"],"#/properties/accounts/additionalProperties/anyOf/1/properties/knows/additionalProp\
erties":["principals","policies","grants","keys","serviceControl","resourceControl"],"#/properties/organization/additionalProperties":["id",
"managementAccount","rootId","serviceControl","resourceControl","accounts","units"],"#/properties/organization/properties/units/additionalPr\
operties/additionalProperties":["id","serviceControl","resourceControl","accounts","units"],"#/properties/organization/properties/units/addi\
tionalProperties/properties/units/additionalProperties/additionalProperties":["id","serviceControl","resourceControl","accounts","units"],"#\
/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/a\
dditionalProperties":["id","serviceControl","resourceControl","accounts","units"],"#/properties/organization/properties/units/additionalProp\
erties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/additionalPropertie\
s":["id","serviceControl","resourceControl","accounts","units"],"#/properties/organization/properties/units/additionalProperties/properties/\
units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties\
/additionalProperties":["id","serviceControl","resourceControl","accounts"],"#/properties/principals/additionalProperties/anyOf/1/additional\
Properties":["arn","policies","boundary","session","trust","knows","unknown","tags","userId","roleArn","userArn","serviceLinkedRole","mfaAge\
Seconds","sourceIdentity","credentials"],"#/properties/principals/additionalProperties/anyOf/1/properties/arn/anyOf/1/additionalProperties":[
"$symbol"],"#/properties/principals/additionalProperties/anyOf/1/properties/arn/anyOf/2/additionalProperties":["$join"],"#/properties/princi\
pals/additionalProperties/anyOf/1/properties/arn/anyOf/2/properties/$join/items/anyOf/1/additionalProperties":["$symbol"],"#/properties/prin\
cipals/additionalProperties/anyOf/1/properties/arn/anyOf/3/additionalProperties":["$assumed","because"],"#/properties/principals/additionalP\
roperties/anyOf/1/properties/knows/additionalProperties":["policies"],"#/properties/principals/additionalProperties/anyOf/1/properties/tags/\
additionalProperties/anyOf/1/additionalProperties":["$symbol"],"#/properties/principals/additionalProperties/anyOf/1/properties/tags/additio\
nalProperties/anyOf/2/additionalProperties":["$join"],"#/properties/principals/additionalProperties/anyOf/1/properties/tags/additionalProper\
ties/anyOf/2/properties/$join/items/anyOf/1/additionalProperties":["$symbol"],"#/properties/principals/additionalProperties/anyOf/1/properti\
es/tags/additionalProperties/anyOf/3/additionalProperties":["$assumed","because"],"#/properties/principals/additionalProperties/anyOf/1/prop\
erties/credentials/additionalProperties":["accessKeyId","secretAccessKey","sessionToken"],"#/properties/keys/additionalProperties/additional\
Properties":["arn","id","account","region","description","createdAt","managedBy","aliases","knows","unknown","attested","trust","administrat\
ors","policy","tags","grants","spec","usage","origin","multiRegion","multiRegionKeyType","state","pendingWindowInDays","rotation","dangerous\
KeyMaterial"],"#/properties/keys/additionalProperties/properties/arn/anyOf/1/additionalProperties":["$symbol"],"#/properties/keys/additional\
Properties/properties/arn/anyOf/2/additionalProperties":["$join"],"#/properties/keys/additionalProperties/properties/arn/anyOf/2/properties/\
$join/items/anyOf/1/additionalProperties":["$symbol"],"#/properties/keys/additionalProperties/properties/arn/anyOf/3/additionalProperties":[
"$assumed","because"],"#/properties/keys/additionalProperties/properties/account/anyOf/1/additionalProperties":["$symbol"],"#/properties/key\
s/additionalProperties/properties/account/anyOf/2/additionalProperties":["$join"],"#/properties/keys/additionalProperties/properties/account\
/anyOf/2/properties/$join/items/anyOf/1/additionalProperties":["$symbol"],"#/properties/keys/additionalProperties/properties/account/anyOf/3\
/additionalProperties":["$assumed","because"],"#/properties/keys/additionalProperties/properties/aliases/items/anyOf/1/additionalProperties":[
"$symbol"],"#/properties/keys/additionalProperties/properties/aliases/items/anyOf/2/additionalProperties":["$join"],"#/properties/keys/addit\
ionalProperties/properties/aliases/items/anyOf/2/properties/$join/items/anyOf/1/additionalProperties":["$symbol"],"#/properties/keys/additio\
nalProperties/properties/aliases/items/anyOf/3/additionalProperties":["$assumed","because"],"#/properties/keys/additionalProperties/properti\
es/knows/additionalProperties":["grants"],"#/properties/keys/additionalProperties/properties/trust/additionalProperties":["organization","or\
ganizations","accounts","principals","services"],"#/properties/keys/additionalProperties/properties/tags/additionalProperties/anyOf/1/additi\
onalProperties":["$symbol"],"#/properties/keys/additionalProperties/properties/tags/additionalProperties/anyOf/2/additionalProperties":["$jo\
in"],"#/properties/keys/additionalProperties/properties/tags/additionalProperties/anyOf/2/properties/$join/items/anyOf/1/additionalPropertie\
s":["$symbol"],"#/properties/keys/additionalProperties/properties/tags/additionalProperties/anyOf/3/additionalProperties":["$assumed","becau\
se"],"#/properties/keys/additionalProperties/properties/grants/items/additionalProperties":["id","name","grantee","operations","constraints",
"retiring","issuingAccount","token"],"#/properties/keys/additionalProperties/properties/grants/items/properties/grantee/anyOf/1/additionalPr\
operties":["$symbol"],"#/properties/keys/additionalProperties/properties/grants/items/properties/grantee/anyOf/2/additionalProperties":["$jo\
in"],"#/properties/keys/additionalProperties/properties/grants/items/properties/grantee/anyOf/2/properties/$join/items/anyOf/1/additionalPro\
perties":["$symbol"],"#/properties/keys/additionalProperties/properties/grants/items/properties/grantee/anyOf/3/additionalProperties":["$ass\
umed","because"],"#/properties/keys/additionalProperties/properties/grants/items/properties/constraints/additionalProperties":["EncryptionCo\
ntextEquals","EncryptionContextSubset","SourceArn"],"#/properties/keys/additionalProperties/properties/grants/items/properties/retiring/anyO\
f/1/additionalProperties":["$symbol"],"#/properties/keys/additionalProperties/properties/grants/items/properties/retiring/anyOf/2/additional\
Properties":["$join"],"#/properties/keys/additionalProperties/properties/grants/items/properties/retiring/anyOf/2/properties/$join/items/any\
Of/1/additionalProperties":["$symbol"],"#/properties/keys/additionalProperties/properties/grants/items/properties/retiring/anyOf/3/additiona\
lProperties":["$assumed","because"],"#/properties/keys/additionalProperties/properties/grants/items/properties/issuingAccount/anyOf/1/additi\
onalProperties":["$symbol"],"#/properties/keys/additionalProperties/properties/grants/items/properties/issuingAccount/anyOf/2/additionalProp\
erties":["$join"],"#/properties/keys/additionalProperties/properties/grants/items/properties/issuingAccount/anyOf/2/properties/$join/items/a\
nyOf/1/additionalProperties":["$symbol"],"#/properties/keys/additionalProperties/properties/grants/items/properties/issuingAccount/anyOf/3/a\
dditionalProperties":["$assumed","because"],"#/properties/keys/additionalProperties/properties/rotation/anyOf/1/additionalProperties":["peri\
odInDays"],"#/properties/endpoints/additionalProperties/additionalProperties":["id","vpc","policy"]},Oe=v=>me(v)?[]:ge(me.errors,fe);export{Oe as validateWorld};
