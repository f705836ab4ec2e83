// Compiled from the JSON Schemas of schemas/ by .build/schemas.ts: run `npm run schemas`, never edit.
import{readFaults as K}from"./faults.ts";var T=O,P={$schema:"https://json-schema.org/draft/2020-12/schema",$id:"urn:kmsward:schemas:world",title:"\
kmsward world",description:"An estate: accounts, organization, principals, keys and VPC endpoints with their policies; in one file, or in se\
veral that name each other.",type:"object",properties:{$schema:{type:"string"},version:{type:"number",const:1},account:{description:"Of what\
 does not name its own.",type:"string"},region:{description:"Of what does not name its own.",type:"string"},include:{description:"Paths of m\
ore documents, from this one.",type:"array",items:{type:"string"}},policies:{description:"Policies that several places name.",type:"object",
additionalProperties:{type:["string","object"]}},accounts:{description:"By short name: the id, or the id and what is attached.",type:"object",
additionalProperties:{anyOf:[{type:"string"},{type:"object",properties:{id:{type:"string",description:"12 digits."},serviceControl:{description:"\
Service control policies attached to the account; absent: FullAWSAccess.",type:"array",items:{type:["string","object"]}},resourceControl:{description:"\
Resource control policies attached to the account; RCPFullAWSAccess is implied.",type:"array",items:{type:["string","object"]}}},required:["\
id"],additionalProperties:!1}]}},organization:{description:"What binds all principals of its accounts.",type:"object",properties:{id:{type:"\
string",description:"o-\u2026"},managementAccount:{description:"No service control policy binds it.",type:"string"},rootId:{description:"r-\u2026\
: needed for aws:PrincipalOrgPaths.",type:"string"},serviceControl:{description:"Service control policies attached here; absent: FullAWSAcce\
ss, as Organizations attaches it.",type:"array",items:{type:["string","object"]}},resourceControl:{description:"Resource control policies at\
tached here; RCPFullAWSAccess is implied.",type:"array",items:{type:["string","object"]}},accounts:{description:"The accounts right below: i\
ds, or short names of `accounts`.",type:"array",items:{type:"string"}},units:{description:"Organizational units by short name.",type:"object",
additionalProperties:{type:"object",properties:{id:{description:"ou-\u2026: needed for aws:PrincipalOrgPaths.",type:"string"},serviceControl:{
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
rt name: an ARN, or more.",type:"object",additionalProperties:{anyOf:[{type:"string"},{type:"object",properties:{arn:{type:"string",description:"\
Of a user, role, session, federated user or account root; or a service principal."},policies:{description:"Identity policies, those of group\
s included: documents, paths, or names of `policies`.",type:"array",items:{type:["string","object"]}},boundary:{description:"Permissions bou\
ndary.",type:["string","object"]},session:{description:"Session policies; absent: the session has none.",type:"array",items:{type:["string",
"object"]}},trust:{description:"Trust policy of a role.",type:["string","object"]},tags:{description:"aws:PrincipalTag/\u2026",type:"object",
additionalProperties:{type:"string"}},userId:{description:"aws:userid: AIDA\u2026, AROA\u2026 or AROA\u2026:session.",type:"string"},roleArn:{
description:"Of a session: its role.",type:"string"},userArn:{description:"Of a federated-user session: its user.",type:"string"},serviceLinkedRole:{
description:"No service or resource control policy binds it.",type:"boolean"},mfaAgeSeconds:{description:"Since the second factor was given;\
 absent: it was not.",type:"number",minimum:0},sourceIdentity:{description:"aws:SourceIdentity",type:"string"},credentials:{description:"Wit\
h which it signs requests to the embedded KMS.",type:"object",properties:{accessKeyId:{type:"string"},secretAccessKey:{type:"string"},sessionToken:{
type:"string"}},required:["accessKeyId","secretAccessKey"],additionalProperties:!1}},required:["arn"],additionalProperties:!1}]}},keys:{description:"\
The keys, by short name.",type:"object",additionalProperties:{type:"object",properties:{arn:{description:"Absent: made from account, Region \
and id.",type:"string"},id:{description:"Absent: made from the short name, the same at every start.",type:"string"},account:{type:"string"},
region:{type:"string"},description:{type:"string"},managedBy:{description:"aws: a key that a service made, under alias/aws/\u2026.",type:"st\
ring",enum:["customer","aws"]},aliases:{description:"alias/\u2026",type:"array",items:{type:"string"}},policy:{description:"The key policy: \
the document, its path, or a name of `policies`; absent: the one that AWS gives a key made without a policy.",type:["string","object"]},tags:{
description:"aws:ResourceTag/\u2026",type:"object",additionalProperties:{type:"string"}},grants:{description:"On this key.",type:"array",items:{
type:"object",properties:{id:{description:"Absent: made from the key and the name.",type:"string"},name:{description:"How tests and explanat\
ions call it.",type:"string"},grantee:{type:"string",description:"Who may use the key by it: a short name, an ARN or a service principal."},
operations:{type:"array",items:{type:"string",enum:["Decrypt","Encrypt","GenerateDataKey","GenerateDataKeyWithoutPlaintext","ReEncryptFrom",
"ReEncryptTo","Sign","Verify","GetPublicKey","CreateGrant","RetireGrant","DescribeKey","GenerateDataKeyPair","GenerateDataKeyPairWithoutPlai\
ntext","GenerateMac","VerifyMac","DeriveSharedSecret","Encapsulate","Decapsulate"]},description:"What the grantee may do."},constraints:{description:"\
Under which the grant counts.",type:"object",properties:{EncryptionContextEquals:{type:"object",additionalProperties:{type:"string"}},EncryptionContextSubset:{
type:"object",additionalProperties:{type:"string"}},SourceArn:{type:"string"}},additionalProperties:!1},retiring:{description:"Who may retir\
e it.",type:"string"},issuingAccount:{description:"Of who made it; absent: the key's.",type:"string"},token:{description:"One that requests \
may bring.",type:"string"}},required:["grantee","operations"],additionalProperties:!1}},spec:{description:"Absent: SYMMETRIC_DEFAULT.",type:"\
string",enum:["SYMMETRIC_DEFAULT","RSA_2048","RSA_3072","RSA_4096","SM2","ECC_NIST_P256","ECC_NIST_P384","ECC_NIST_P521","ECC_SECG_P256K1","\
ECC_NIST_EDWARDS25519","ML_DSA_44","ML_DSA_65","ML_DSA_87","HMAC_224","HMAC_256","HMAC_384","HMAC_512","ML_KEM_512","ML_KEM_768","ML_KEM_102\
4"]},usage:{description:"Only a spec with several uses needs it told.",type:"string",enum:["ENCRYPT_DECRYPT","SIGN_VERIFY","GENERATE_VERIFY_\
MAC","KEY_AGREEMENT","ENCAPSULATE_DECAPSULATE"]},origin:{description:"Absent: AWS_KMS.",type:"string",enum:["AWS_KMS","EXTERNAL","AWS_CLOUDH\
SM","EXTERNAL_KEY_STORE"]},multiRegion:{type:"boolean"},multiRegionKeyType:{description:"Absent: PRIMARY.",type:"string",enum:["PRIMARY","RE\
PLICA"]},state:{description:"Absent: Enabled; of a key with origin EXTERNAL and no material here, PendingImport.",type:"string",enum:["Enabl\
ed","Disabled","PendingDeletion","PendingReplicaDeletion","PendingImport","Unavailable","Creating","Updating"]},pendingWindowInDays:{description:"\
Of a key that waits for its deletion, what is left of it; absent: 30.",type:"integer",minimum:7,maximum:30},rotation:{description:"Automatic\
 rotation: true is every 365 days.",anyOf:[{type:"boolean"},{type:"object",properties:{periodInDays:{type:"integer",minimum:90,maximum:2560}},
required:["periodInDays"],additionalProperties:!1}]},dangerousKeyMaterial:{description:"Base64; of a rotated key all of it, oldest first. An\
ybody who reads this file can decrypt.",anyOf:[{type:"string"},{minItems:1,type:"array",items:{type:"string"}}]}},additionalProperties:!1}},
endpoints:{description:"VPC endpoints, by short name.",type:"object",additionalProperties:{type:"object",properties:{id:{type:"string",description:"\
vpce-\u2026"},vpc:{description:"vpc-\u2026",type:"string"},policy:{description:"Absent: everything may pass.",type:["string","object"]}},required:[
"id"],additionalProperties:!1}}},additionalProperties:!1},R=Object.prototype.hasOwnProperty;function O(b,{instancePath:o="",parentData:M,parentDataProperty:N,
rootData:q=b,dynamicAnchors:W={}}={}){let e=null,r=0,z=O.evaluated;if(z.dynamicProps&&(z.props=void 0),z.dynamicItems&&(z.items=void 0),b&&typeof b==
"object"&&!Array.isArray(b)){for(let y in b)if(!R.call(P.properties,y)){let s={instancePath:o,schemaPath:"#/additionalProperties",keyword:"a\
dditionalProperties",params:{additionalProperty:y},message:"must NOT have additional properties"};e===null?e=[s]:e.push(s),r++}if(b.$schema!==
void 0&&typeof b.$schema!="string"){let y={instancePath:o+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type:"s\
tring"},message:"must be string"};e===null?e=[y]:e.push(y),r++}if(b.version!==void 0){let y=b.version;if(!(typeof y=="number"&&isFinite(y))){
let s={instancePath:o+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type:"number"},message:"must be number"};e===
null?e=[s]:e.push(s),r++}if(y!==1){let s={instancePath:o+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue:1},
message:"must be equal to constant"};e===null?e=[s]:e.push(s),r++}}if(b.account!==void 0&&typeof b.account!="string"){let y={instancePath:o+
"/account",schemaPath:"#/properties/account/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[y]:e.push(y),r++}
if(b.region!==void 0&&typeof b.region!="string"){let y={instancePath:o+"/region",schemaPath:"#/properties/region/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[y]:e.push(y),r++}if(b.include!==void 0){let y=b.include;if(Array.isArray(y)){let s=y.length;
for(let p=0;p<s;p++)if(typeof y[p]!="string"){let a={instancePath:o+"/include/"+p,schemaPath:"#/properties/include/items/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}}else{let s={instancePath:o+"/include",schemaPath:"#/propertie\
s/include/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[s]:e.push(s),r++}}if(b.policies!==void 0){let y=b.
policies;if(y&&typeof y=="object"&&!Array.isArray(y))for(let s in y){let p=y[s];if(typeof p!="string"&&!(p&&typeof p=="object"&&!Array.isArray(
p))){let a={instancePath:o+"/policies/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/policies/additionalProperties/type",
keyword:"type",params:{type:P.properties.policies.additionalProperties.type},message:"must be string,object"};e===null?e=[a]:e.push(a),r++}}else{
let s={instancePath:o+"/policies",schemaPath:"#/properties/policies/type",keyword:"type",params:{type:"object"},message:"must be object"};e===
null?e=[s]:e.push(s),r++}}if(b.accounts!==void 0){let y=b.accounts;if(y&&typeof y=="object"&&!Array.isArray(y))for(let s in y){let p=y[s],a=r,
n=!1,l=r;if(typeof p!="string"){let t={instancePath:o+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/account\
s/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}var E=l===
r;n=n||E;let g=r;if(p&&typeof p=="object"&&!Array.isArray(p)){if(p.id===void 0){let t={instancePath:o+"/accounts/"+s.replace(/~/g,"~0").replace(
/\//g,"~1"),schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/required",keyword:"required",params:{missingProperty:"id"},message:"\
must have required property 'id'"};e===null?e=[t]:e.push(t),r++}for(let t in p)if(!(t==="id"||t==="serviceControl"||t==="resourceControl")){
let i={instancePath:o+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/a\
dditionalProperties",keyword:"additionalProperties",params:{additionalProperty:t},message:"must NOT have additional properties"};e===null?e=
[i]:e.push(i),r++}if(p.id!==void 0&&typeof p.id!="string"){let t={instancePath:o+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/id",
schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/properties/id/type",keyword:"type",params:{type:"string"},message:"must be st\
ring"};e===null?e=[t]:e.push(t),r++}if(p.serviceControl!==void 0){let t=p.serviceControl;if(Array.isArray(t)){let i=t.length;for(let c=0;c<i;c++){
let d=t[c];if(typeof d!="string"&&!(d&&typeof d=="object"&&!Array.isArray(d))){let u={instancePath:o+"/accounts/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/serviceControl/"+c,schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/properties/serviceControl/items/type",keyword:"\
type",params:{type:P.properties.accounts.additionalProperties.anyOf[1].properties.serviceControl.items.type},message:"must be string,object"};
e===null?e=[u]:e.push(u),r++}}}else{let i={instancePath:o+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceControl",schemaPath:"\
#/properties/accounts/additionalProperties/anyOf/1/properties/serviceControl/type",keyword:"type",params:{type:"array"},message:"must be arr\
ay"};e===null?e=[i]:e.push(i),r++}}if(p.resourceControl!==void 0){let t=p.resourceControl;if(Array.isArray(t)){let i=t.length;for(let c=0;c<
i;c++){let d=t[c];if(typeof d!="string"&&!(d&&typeof d=="object"&&!Array.isArray(d))){let u={instancePath:o+"/accounts/"+s.replace(/~/g,"~0").
replace(/\//g,"~1")+"/resourceControl/"+c,schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/properties/resourceControl/items/ty\
pe",keyword:"type",params:{type:P.properties.accounts.additionalProperties.anyOf[1].properties.resourceControl.items.type},message:"must be \
string,object"};e===null?e=[u]:e.push(u),r++}}}else{let i={instancePath:o+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceCo\
ntrol",schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/properties/resourceControl/type",keyword:"type",params:{type:"array"},
message:"must be array"};e===null?e=[i]:e.push(i),r++}}}else{let t={instancePath:o+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/accounts/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[t]:e.push(
t),r++}var E=g===r;if(n=n||E,n)r=a,e!==null&&(a?e.length=a:e=null);else{let t={instancePath:o+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,
"~1"),schemaPath:"#/properties/accounts/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?
e=[t]:e.push(t),r++}}else{let s={instancePath:o+"/accounts",schemaPath:"#/properties/accounts/type",keyword:"type",params:{type:"object"},message:"\
must be object"};e===null?e=[s]:e.push(s),r++}}if(b.organization!==void 0){let y=b.organization;if(y&&typeof y=="object"&&!Array.isArray(y)){
if(y.id===void 0){let s={instancePath:o+"/organization",schemaPath:"#/properties/organization/required",keyword:"required",params:{missingProperty:"\
id"},message:"must have required property 'id'"};e===null?e=[s]:e.push(s),r++}for(let s in y)if(!(s==="id"||s==="managementAccount"||s==="ro\
otId"||s==="serviceControl"||s==="resourceControl"||s==="accounts"||s==="units")){let p={instancePath:o+"/organization",schemaPath:"#/proper\
ties/organization/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:s},message:"must NOT have additional prope\
rties"};e===null?e=[p]:e.push(p),r++}if(y.id!==void 0&&typeof y.id!="string"){let s={instancePath:o+"/organization/id",schemaPath:"#/propert\
ies/organization/properties/id/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[s]:e.push(s),r++}if(y.managementAccount!==
void 0&&typeof y.managementAccount!="string"){let s={instancePath:o+"/organization/managementAccount",schemaPath:"#/properties/organization/\
properties/managementAccount/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[s]:e.push(s),r++}if(y.rootId!==
void 0&&typeof y.rootId!="string"){let s={instancePath:o+"/organization/rootId",schemaPath:"#/properties/organization/properties/rootId/type",
keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[s]:e.push(s),r++}if(y.serviceControl!==void 0){let s=y.serviceControl;
if(Array.isArray(s)){let p=s.length;for(let a=0;a<p;a++){let n=s[a];if(typeof n!="string"&&!(n&&typeof n=="object"&&!Array.isArray(n))){let l={
instancePath:o+"/organization/serviceControl/"+a,schemaPath:"#/properties/organization/properties/serviceControl/items/type",keyword:"type",
params:{type:P.properties.organization.properties.serviceControl.items.type},message:"must be string,object"};e===null?e=[l]:e.push(l),r++}}}else{
let p={instancePath:o+"/organization/serviceControl",schemaPath:"#/properties/organization/properties/serviceControl/type",keyword:"type",params:{
type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),r++}}if(y.resourceControl!==void 0){let s=y.resourceControl;if(Array.isArray(
s)){let p=s.length;for(let a=0;a<p;a++){let n=s[a];if(typeof n!="string"&&!(n&&typeof n=="object"&&!Array.isArray(n))){let l={instancePath:o+
"/organization/resourceControl/"+a,schemaPath:"#/properties/organization/properties/resourceControl/items/type",keyword:"type",params:{type:P.
properties.organization.properties.resourceControl.items.type},message:"must be string,object"};e===null?e=[l]:e.push(l),r++}}}else{let p={instancePath:o+
"/organization/resourceControl",schemaPath:"#/properties/organization/properties/resourceControl/type",keyword:"type",params:{type:"array"},
message:"must be array"};e===null?e=[p]:e.push(p),r++}}if(y.accounts!==void 0){let s=y.accounts;if(Array.isArray(s)){let p=s.length;for(let a=0;a<
p;a++)if(typeof s[a]!="string"){let n={instancePath:o+"/organization/accounts/"+a,schemaPath:"#/properties/organization/properties/accounts/\
items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),r++}}else{let p={instancePath:o+"/organ\
ization/accounts",schemaPath:"#/properties/organization/properties/accounts/type",keyword:"type",params:{type:"array"},message:"must be arra\
y"};e===null?e=[p]:e.push(p),r++}}if(y.units!==void 0){let s=y.units;if(s&&typeof s=="object"&&!Array.isArray(s))for(let p in s){let a=s[p];
if(a&&typeof a=="object"&&!Array.isArray(a)){for(let n in a)if(!(n==="id"||n==="serviceControl"||n==="resourceControl"||n==="accounts"||n===
"units")){let l={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/organization/proper\
ties/units/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:n},message:"must NOT have ad\
ditional properties"};e===null?e=[l]:e.push(l),r++}if(a.id!==void 0&&typeof a.id!="string"){let n={instancePath:o+"/organization/units/"+p.replace(
/~/g,"~0").replace(/\//g,"~1")+"/id",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/id/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),r++}if(a.serviceControl!==void 0){let n=a.serviceControl;if(Array.
isArray(n)){let l=n.length;for(let g=0;g<l;g++){let t=n[g];if(typeof t!="string"&&!(t&&typeof t=="object"&&!Array.isArray(t))){let i={instancePath:o+
"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceControl/"+g,schemaPath:"#/properties/organization/properties/units/\
additionalProperties/properties/serviceControl/items/type",keyword:"type",params:{type:P.properties.organization.properties.units.additionalProperties.
properties.serviceControl.items.type},message:"must be string,object"};e===null?e=[i]:e.push(i),r++}}}else{let l={instancePath:o+"/organizat\
ion/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceControl",schemaPath:"#/properties/organization/properties/units/additionalProp\
erties/properties/serviceControl/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[l]:e.push(l),r++}}if(a.resourceControl!==
void 0){let n=a.resourceControl;if(Array.isArray(n)){let l=n.length;for(let g=0;g<l;g++){let t=n[g];if(typeof t!="string"&&!(t&&typeof t=="o\
bject"&&!Array.isArray(t))){let i={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl/"+g,schemaPath:"\
#/properties/organization/properties/units/additionalProperties/properties/resourceControl/items/type",keyword:"type",params:{type:P.properties.
organization.properties.units.additionalProperties.properties.resourceControl.items.type},message:"must be string,object"};e===null?e=[i]:e.
push(i),r++}}}else{let l={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl",schemaPath:"#/pr\
operties/organization/properties/units/additionalProperties/properties/resourceControl/type",keyword:"type",params:{type:"array"},message:"m\
ust be array"};e===null?e=[l]:e.push(l),r++}}if(a.accounts!==void 0){let n=a.accounts;if(Array.isArray(n)){let l=n.length;for(let g=0;g<l;g++)
if(typeof n[g]!="string"){let t={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts/"+g,schemaPath:"#\
/properties/organization/properties/units/additionalProperties/properties/accounts/items/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[t]:e.push(t),r++}}else{let l={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/\
accounts",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/accounts/type",keyword:"type",params:{type:"\
array"},message:"must be array"};e===null?e=[l]:e.push(l),r++}}if(a.units!==void 0){let n=a.units;if(n&&typeof n=="object"&&!Array.isArray(n))
for(let l in n){let g=n[l];if(g&&typeof g=="object"&&!Array.isArray(g)){for(let t in g)if(!(t==="id"||t==="serviceControl"||t==="resourceCon\
trol"||t==="accounts"||t==="units")){let i={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProper\
ties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:t},message:"must NOT have additional properties"};e===null?
e=[i]:e.push(i),r++}if(g.id!==void 0&&typeof g.id!="string"){let t={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,
"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/id",schemaPath:"#/properties/organization/properties/units/additionalProperties/p\
roperties/units/additionalProperties/properties/id/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(
t),r++}if(g.serviceControl!==void 0){let t=g.serviceControl;if(Array.isArray(t)){let i=t.length;for(let c=0;c<i;c++){let d=t[c];if(typeof d!=
"string"&&!(d&&typeof d=="object"&&!Array.isArray(d))){let u={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+
"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceControl/"+c,schemaPath:"#/properties/organization/properties/units/additionalPro\
perties/properties/units/additionalProperties/properties/serviceControl/items/type",keyword:"type",params:{type:P.properties.organization.properties.
units.additionalProperties.properties.units.additionalProperties.properties.serviceControl.items.type},message:"must be string,object"};e===
null?e=[u]:e.push(u),r++}}}else{let i={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,
"~0").replace(/\//g,"~1")+"/serviceControl",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/add\
itionalProperties/properties/serviceControl/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),r++}}
if(g.resourceControl!==void 0){let t=g.resourceControl;if(Array.isArray(t)){let i=t.length;for(let c=0;c<i;c++){let d=t[c];if(typeof d!="str\
ing"&&!(d&&typeof d=="object"&&!Array.isArray(d))){let u={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/u\
nits/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl/"+c,schemaPath:"#/properties/organization/properties/units/additionalPrope\
rties/properties/units/additionalProperties/properties/resourceControl/items/type",keyword:"type",params:{type:P.properties.organization.properties.
units.additionalProperties.properties.units.additionalProperties.properties.resourceControl.items.type},message:"must be string,object"};e===
null?e=[u]:e.push(u),r++}}}else{let i={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,
"~0").replace(/\//g,"~1")+"/resourceControl",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/ad\
ditionalProperties/properties/resourceControl/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),r++}}
if(g.accounts!==void 0){let t=g.accounts;if(Array.isArray(t)){let i=t.length;for(let c=0;c<i;c++)if(typeof t[c]!="string"){let d={instancePath:o+
"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts/"+c,schemaPath:"\
#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/accounts/items/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[d]:e.push(d),r++}}else{let i={instancePath:o+"/organization/units/"+p.replace(
/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts",schemaPath:"#/properties/organization/properti\
es/units/additionalProperties/properties/units/additionalProperties/properties/accounts/type",keyword:"type",params:{type:"array"},message:"\
must be array"};e===null?e=[i]:e.push(i),r++}}if(g.units!==void 0){let t=g.units;if(t&&typeof t=="object"&&!Array.isArray(t))for(let i in t){
let c=t[i];if(c&&typeof c=="object"&&!Array.isArray(c)){for(let d in c)if(!(d==="id"||d==="serviceControl"||d==="resourceControl"||d==="acco\
unts"||d==="units")){let u={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(
/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/organization/properties/units/additionalProperties/p\
roperties/units/additionalProperties/properties/units/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:d},
message:"must NOT have additional properties"};e===null?e=[u]:e.push(u),r++}if(c.id!==void 0&&typeof c.id!="string"){let d={instancePath:o+"\
/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"\
~0").replace(/\//g,"~1")+"/id",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProper\
ties/properties/units/additionalProperties/properties/id/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[d]:
e.push(d),r++}if(c.serviceControl!==void 0){let d=c.serviceControl;if(Array.isArray(d)){let u=d.length;for(let k=0;k<u;k++){let m=d[k];if(typeof m!=
"string"&&!(m&&typeof m=="object"&&!Array.isArray(m))){let f={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+
"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceControl/"+k,schemaPath:"#/pro\
perties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/prope\
rties/serviceControl/items/type",keyword:"type",params:{type:P.properties.organization.properties.units.additionalProperties.properties.units.
additionalProperties.properties.units.additionalProperties.properties.serviceControl.items.type},message:"must be string,object"};e===null?e=
[f]:e.push(f),r++}}}else{let u={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").
replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceControl",schemaPath:"#/properties/organization/properties/un\
its/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/serviceControl/type",keyword:"\
type",params:{type:"array"},message:"must be array"};e===null?e=[u]:e.push(u),r++}}if(c.resourceControl!==void 0){let d=c.resourceControl;if(Array.
isArray(d)){let u=d.length;for(let k=0;k<u;k++){let m=d[k];if(typeof m!="string"&&!(m&&typeof m=="object"&&!Array.isArray(m))){let f={instancePath:o+
"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,
"~0").replace(/\//g,"~1")+"/resourceControl/"+k,schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units\
/additionalProperties/properties/units/additionalProperties/properties/resourceControl/items/type",keyword:"type",params:{type:P.properties.
organization.properties.units.additionalProperties.properties.units.additionalProperties.properties.units.additionalProperties.properties.resourceControl.
items.type},message:"must be string,object"};e===null?e=[f]:e.push(f),r++}}}else{let u={instancePath:o+"/organization/units/"+p.replace(/~/g,
"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceCo\
ntrol",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/ad\
ditionalProperties/properties/resourceControl/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[u]:e.push(u),r++}}
if(c.accounts!==void 0){let d=c.accounts;if(Array.isArray(d)){let u=d.length;for(let k=0;k<u;k++)if(typeof d[k]!="string"){let m={instancePath:o+
"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,
"~0").replace(/\//g,"~1")+"/accounts/"+k,schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additi\
onalProperties/properties/units/additionalProperties/properties/accounts/items/type",keyword:"type",params:{type:"string"},message:"must be \
string"};e===null?e=[m]:e.push(m),r++}}else{let u={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+
l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts",schemaPath:"#/properties/organizatio\
n/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/accounts/type",
keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[u]:e.push(u),r++}}if(c.units!==void 0){let d=c.units;if(d&&typeof d==
"object"&&!Array.isArray(d))for(let u in d){let k=d[u];if(k&&typeof k=="object"&&!Array.isArray(k)){for(let m in k)if(!(m==="id"||m==="servi\
ceControl"||m==="resourceControl"||m==="accounts"||m==="units")){let f={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,
"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(
/\//g,"~1"),schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/uni\
ts/additionalProperties/properties/units/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:m},
message:"must NOT have additional properties"};e===null?e=[f]:e.push(f),r++}if(k.id!==void 0&&typeof k.id!="string"){let m={instancePath:o+"\
/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"\
~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/id",schemaPath:"#/properties/organization/properties/units/add\
itionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properti\
es/id/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[m]:e.push(m),r++}if(k.serviceControl!==void 0){let m=k.
serviceControl;if(Array.isArray(m)){let f=m.length;for(let A=0;A<f;A++){let h=m[A];if(typeof h!="string"&&!(h&&typeof h=="object"&&!Array.isArray(
h))){let w={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+
"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceControl/"+A,schemaPath:"#/pro\
perties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/prope\
rties/units/additionalProperties/properties/serviceControl/items/type",keyword:"type",params:{type:P.properties.organization.properties.units.
additionalProperties.properties.units.additionalProperties.properties.units.additionalProperties.properties.units.additionalProperties.properties.
serviceControl.items.type},message:"must be string,object"};e===null?e=[w]:e.push(w),r++}}}else{let f={instancePath:o+"/organization/units/"+
p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+
"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceControl",schemaPath:"#/properties/organization/properties/units/additionalProper\
ties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/serviceCon\
trol/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[f]:e.push(f),r++}}if(k.resourceControl!==void 0){let m=k.
resourceControl;if(Array.isArray(m)){let f=m.length;for(let A=0;A<f;A++){let h=m[A];if(typeof h!="string"&&!(h&&typeof h=="object"&&!Array.isArray(
h))){let w={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+
"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl/"+A,schemaPath:"#/pr\
operties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/prop\
erties/units/additionalProperties/properties/resourceControl/items/type",keyword:"type",params:{type:P.properties.organization.properties.units.
additionalProperties.properties.units.additionalProperties.properties.units.additionalProperties.properties.units.additionalProperties.properties.
resourceControl.items.type},message:"must be string,object"};e===null?e=[w]:e.push(w),r++}}}else{let f={instancePath:o+"/organization/units/"+
p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+
"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl",schemaPath:"#/properties/organization/properties/units/additionalPrope\
rties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/resourceC\
ontrol/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[f]:e.push(f),r++}}if(k.accounts!==void 0){let m=k.accounts;
if(Array.isArray(m)){let f=m.length;for(let A=0;A<f;A++)if(typeof m[A]!="string"){let h={instancePath:o+"/organization/units/"+p.replace(/~/g,
"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.
replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts/"+A,schemaPath:"#/properties/organization/properties/units/additionalProperties/properties\
/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/accounts/items/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[h]:e.push(h),r++}}else{let f={instancePath:o+"/organization/units/"+p.replace(
/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units\
/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts",schemaPath:"#/properties/organization/properties/units/additionalProperties/properti\
es/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/accounts/type",keyword:"\
type",params:{type:"array"},message:"must be array"};e===null?e=[f]:e.push(f),r++}}if(k.units!==void 0){let m=k.units;if(m&&typeof m=="objec\
t"&&!Array.isArray(m))for(let f in m){let A=m[f];if(A&&typeof A=="object"&&!Array.isArray(A)){for(let h in A)if(!(h==="id"||h==="serviceCont\
rol"||h==="resourceControl"||h==="accounts")){let w={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+
l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+
"/units/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/un\
its/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/a\
dditionalProperties",keyword:"additionalProperties",params:{additionalProperty:h},message:"must NOT have additional properties"};e===null?e=
[w]:e.push(w),r++}if(A.id!==void 0&&typeof A.id!="string"){let h={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"\
~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(
/\//g,"~1")+"/units/"+f.replace(/~/g,"~0").replace(/\//g,"~1")+"/id",schemaPath:"#/properties/organization/properties/units/additionalProper\
ties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/addi\
tionalProperties/properties/id/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[h]:e.push(h),r++}if(A.serviceControl!==
void 0){let h=A.serviceControl;if(Array.isArray(h)){let w=h.length;for(let C=0;C<w;C++){let j=h[C];if(typeof j!="string"&&!(j&&typeof j=="ob\
ject"&&!Array.isArray(j))){let v={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~\
0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.replace(
/~/g,"~0").replace(/\//g,"~1")+"/serviceControl/"+C,schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/u\
nits/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/\
properties/serviceControl/items/type",keyword:"type",params:{type:P.properties.organization.properties.units.additionalProperties.properties.
units.additionalProperties.properties.units.additionalProperties.properties.units.additionalProperties.properties.units.additionalProperties.
properties.serviceControl.items.type},message:"must be string,object"};e===null?e=[v]:e.push(v),r++}}}else{let w={instancePath:o+"/organizat\
ion/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(
/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceControl",schemaPath:"\
#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/\
properties/units/additionalProperties/properties/units/additionalProperties/properties/serviceControl/type",keyword:"type",params:{type:"arr\
ay"},message:"must be array"};e===null?e=[w]:e.push(w),r++}}if(A.resourceControl!==void 0){let h=A.resourceControl;if(Array.isArray(h)){let w=h.
length;for(let C=0;C<w;C++){let j=h[C];if(typeof j!="string"&&!(j&&typeof j=="object"&&!Array.isArray(j))){let v={instancePath:o+"/organizat\
ion/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(
/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl/"+C,schemaPath:"\
#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/\
properties/units/additionalProperties/properties/units/additionalProperties/properties/resourceControl/items/type",keyword:"type",params:{type:P.
properties.organization.properties.units.additionalProperties.properties.units.additionalProperties.properties.units.additionalProperties.properties.
units.additionalProperties.properties.units.additionalProperties.properties.resourceControl.items.type},message:"must be string,object"};e===
null?e=[v]:e.push(v),r++}}}else{let w={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,
"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.
replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl",schemaPath:"#/properties/organization/properties/units/additionalProperties/proper\
ties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalPrope\
rties/properties/resourceControl/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[w]:e.push(w),r++}}if(A.accounts!==
void 0){let h=A.accounts;if(Array.isArray(h)){let w=h.length;for(let C=0;C<w;C++)if(typeof h[C]!="string"){let j={instancePath:o+"/organizat\
ion/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(
/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts/"+C,schemaPath:"\
#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/\
properties/units/additionalProperties/properties/units/additionalProperties/properties/accounts/items/type",keyword:"type",params:{type:"str\
ing"},message:"must be string"};e===null?e=[j]:e.push(j),r++}}else{let w={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(
/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"\
~0").replace(/\//g,"~1")+"/units/"+f.replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts",schemaPath:"#/properties/organization/properties/uni\
ts/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/pr\
operties/units/additionalProperties/properties/accounts/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[w]:e.
push(w),r++}}}else{let h={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(
/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.replace(/~/g,"\
~0").replace(/\//g,"~1"),schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/p\
roperties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[h]:e.push(h),r++}}else{let f={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").
replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(
/~/g,"~0").replace(/\//g,"~1")+"/units",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additio\
nalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/type",keyword:"type",params:{type:"\
object"},message:"must be object"};e===null?e=[f]:e.push(f),r++}}}else{let m={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(
/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"\
~0").replace(/\//g,"~1"),schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/p\
roperties/units/additionalProperties/properties/units/additionalProperties/type",keyword:"type",params:{type:"object"},message:"must be obje\
ct"};e===null?e=[m]:e.push(m),r++}}else{let u={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(
/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units",schemaPath:"#/properties/organization/properties/\
units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/type",keyword:"type",
params:{type:"object"},message:"must be object"};e===null?e=[u]:e.push(u),r++}}}else{let d={instancePath:o+"/organization/units/"+p.replace(
/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/\
type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[d]:e.push(d),r++}}else{let i={instancePath:o+"/organizatio\
n/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units",schemaPath:"#/properties/orga\
nization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/type",keyword:"type",params:{type:"obj\
ect"},message:"must be object"};e===null?e=[i]:e.push(i),r++}}}else{let t={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(
/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/organization/properties/units/additionalProperties/p\
roperties/units/additionalProperties/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[t]:e.push(t),r++}}else{
let l={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units",schemaPath:"#/properties/organization/propert\
ies/units/additionalProperties/properties/units/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[l]:e.push(
l),r++}}}else{let n={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/organization/pr\
operties/units/additionalProperties/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[n]:e.push(n),r++}}else{
let p={instancePath:o+"/organization/units",schemaPath:"#/properties/organization/properties/units/type",keyword:"type",params:{type:"object"},
message:"must be object"};e===null?e=[p]:e.push(p),r++}}}else{let s={instancePath:o+"/organization",schemaPath:"#/properties/organization/ty\
pe",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[s]:e.push(s),r++}}if(b.principals!==void 0){let y=b.principals;
if(y&&typeof y=="object"&&!Array.isArray(y))for(let s in y){let p=y[s],a=r,n=!1,l=r;if(typeof p!="string"){let t={instancePath:o+"/principal\
s/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/principals/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}var S=l===r;n=n||S;let g=r;if(p&&typeof p=="object"&&!Array.isArray(p)){if(p.
arn===void 0){let t={instancePath:o+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/principals/additionalPr\
operties/anyOf/1/required",keyword:"required",params:{missingProperty:"arn"},message:"must have required property 'arn'"};e===null?e=[t]:e.push(
t),r++}for(let t in p)if(!R.call(P.properties.principals.additionalProperties.anyOf[1].properties,t)){let i={instancePath:o+"/principals/"+s.
replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/principals/additionalProperties/anyOf/1/additionalProperties",keyword:"addit\
ionalProperties",params:{additionalProperty:t},message:"must NOT have additional properties"};e===null?e=[i]:e.push(i),r++}if(p.arn!==void 0&&
typeof p.arn!="string"){let t={instancePath:o+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"#/properties/princi\
pals/additionalProperties/anyOf/1/properties/arn/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(
t),r++}if(p.policies!==void 0){let t=p.policies;if(Array.isArray(t)){let i=t.length;for(let c=0;c<i;c++){let d=t[c];if(typeof d!="string"&&!(d&&
typeof d=="object"&&!Array.isArray(d))){let u={instancePath:o+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/policies/"+c,schemaPath:"\
#/properties/principals/additionalProperties/anyOf/1/properties/policies/items/type",keyword:"type",params:{type:P.properties.principals.additionalProperties.
anyOf[1].properties.policies.items.type},message:"must be string,object"};e===null?e=[u]:e.push(u),r++}}}else{let i={instancePath:o+"/princi\
pals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/policies",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/poli\
cies/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),r++}}if(p.boundary!==void 0){let t=p.boundary;
if(typeof t!="string"&&!(t&&typeof t=="object"&&!Array.isArray(t))){let i={instancePath:o+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/boundary",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/boundary/type",keyword:"type",params:{type:P.properties.
principals.additionalProperties.anyOf[1].properties.boundary.type},message:"must be string,object"};e===null?e=[i]:e.push(i),r++}}if(p.session!==
void 0){let t=p.session;if(Array.isArray(t)){let i=t.length;for(let c=0;c<i;c++){let d=t[c];if(typeof d!="string"&&!(d&&typeof d=="object"&&
!Array.isArray(d))){let u={instancePath:o+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/session/"+c,schemaPath:"#/properties/pri\
ncipals/additionalProperties/anyOf/1/properties/session/items/type",keyword:"type",params:{type:P.properties.principals.additionalProperties.
anyOf[1].properties.session.items.type},message:"must be string,object"};e===null?e=[u]:e.push(u),r++}}}else{let i={instancePath:o+"/princip\
als/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/session",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/sessio\
n/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),r++}}if(p.trust!==void 0){let t=p.trust;if(typeof t!=
"string"&&!(t&&typeof t=="object"&&!Array.isArray(t))){let i={instancePath:o+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/trust",
schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/trust/type",keyword:"type",params:{type:P.properties.principals.
additionalProperties.anyOf[1].properties.trust.type},message:"must be string,object"};e===null?e=[i]:e.push(i),r++}}if(p.tags!==void 0){let t=p.
tags;if(t&&typeof t=="object"&&!Array.isArray(t)){for(let i in t)if(typeof t[i]!="string"){let c={instancePath:o+"/principals/"+s.replace(/~/g,
"~0").replace(/\//g,"~1")+"/tags/"+i.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/principals/additionalProperties/anyOf/1\
/properties/tags/additionalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[c]:e.push(c),r++}}else{
let i={instancePath:o+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags",schemaPath:"#/properties/principals/additionalProperti\
es/anyOf/1/properties/tags/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[i]:e.push(i),r++}}if(p.userId!==
void 0&&typeof p.userId!="string"){let t={instancePath:o+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/userId",schemaPath:"#/pro\
perties/principals/additionalProperties/anyOf/1/properties/userId/type",keyword:"type",params:{type:"string"},message:"must be string"};e===
null?e=[t]:e.push(t),r++}if(p.roleArn!==void 0&&typeof p.roleArn!="string"){let t={instancePath:o+"/principals/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/roleArn",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/roleArn/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}if(p.userArn!==void 0&&typeof p.userArn!="string"){let t={instancePath:o+"/p\
rincipals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/userArn",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/\
userArn/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}if(p.serviceLinkedRole!==void 0&&
typeof p.serviceLinkedRole!="boolean"){let t={instancePath:o+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceLinkedRole",schemaPath:"\
#/properties/principals/additionalProperties/anyOf/1/properties/serviceLinkedRole/type",keyword:"type",params:{type:"boolean"},message:"must\
 be boolean"};e===null?e=[t]:e.push(t),r++}if(p.mfaAgeSeconds!==void 0){let t=p.mfaAgeSeconds;if(typeof t=="number"&&isFinite(t)){if(t<0||isNaN(
t)){let i={instancePath:o+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/mfaAgeSeconds",schemaPath:"#/properties/principals/addit\
ionalProperties/anyOf/1/properties/mfaAgeSeconds/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"};e===null?
e=[i]:e.push(i),r++}}else{let i={instancePath:o+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/mfaAgeSeconds",schemaPath:"#/prope\
rties/principals/additionalProperties/anyOf/1/properties/mfaAgeSeconds/type",keyword:"type",params:{type:"number"},message:"must be number"};
e===null?e=[i]:e.push(i),r++}}if(p.sourceIdentity!==void 0&&typeof p.sourceIdentity!="string"){let t={instancePath:o+"/principals/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/sourceIdentity",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/sourceIdentity/\
type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}if(p.credentials!==void 0){let t=p.credentials;
if(t&&typeof t=="object"&&!Array.isArray(t)){if(t.accessKeyId===void 0){let i={instancePath:o+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/credentials",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/credentials/required",keyword:"required",params:{
missingProperty:"accessKeyId"},message:"must have required property 'accessKeyId'"};e===null?e=[i]:e.push(i),r++}if(t.secretAccessKey===void 0){
let i={instancePath:o+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/credentials",schemaPath:"#/properties/principals/additionalP\
roperties/anyOf/1/properties/credentials/required",keyword:"required",params:{missingProperty:"secretAccessKey"},message:"must have required\
 property 'secretAccessKey'"};e===null?e=[i]:e.push(i),r++}for(let i in t)if(!(i==="accessKeyId"||i==="secretAccessKey"||i==="sessionToken")){
let c={instancePath:o+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/credentials",schemaPath:"#/properties/principals/additionalP\
roperties/anyOf/1/properties/credentials/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:i},message:"must NO\
T have additional properties"};e===null?e=[c]:e.push(c),r++}if(t.accessKeyId!==void 0&&typeof t.accessKeyId!="string"){let i={instancePath:o+
"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/credentials/accessKeyId",schemaPath:"#/properties/principals/additionalProperties/\
anyOf/1/properties/credentials/properties/accessKeyId/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.
push(i),r++}if(t.secretAccessKey!==void 0&&typeof t.secretAccessKey!="string"){let i={instancePath:o+"/principals/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/credentials/secretAccessKey",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/credentials/propertie\
s/secretAccessKey/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}if(t.sessionToken!==void 0&&
typeof t.sessionToken!="string"){let i={instancePath:o+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/credentials/sessionToken",schemaPath:"\
#/properties/principals/additionalProperties/anyOf/1/properties/credentials/properties/sessionToken/type",keyword:"type",params:{type:"strin\
g"},message:"must be string"};e===null?e=[i]:e.push(i),r++}}else{let i={instancePath:o+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+
"/credentials",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/credentials/type",keyword:"type",params:{type:"ob\
ject"},message:"must be object"};e===null?e=[i]:e.push(i),r++}}}else{let t={instancePath:o+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,
"~1"),schemaPath:"#/properties/principals/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};
e===null?e=[t]:e.push(t),r++}var S=g===r;if(n=n||S,n)r=a,e!==null&&(a?e.length=a:e=null);else{let t={instancePath:o+"/principals/"+s.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/principals/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match\
 a schema in anyOf"};e===null?e=[t]:e.push(t),r++}}else{let s={instancePath:o+"/principals",schemaPath:"#/properties/principals/type",keyword:"\
type",params:{type:"object"},message:"must be object"};e===null?e=[s]:e.push(s),r++}}if(b.keys!==void 0){let y=b.keys;if(y&&typeof y=="objec\
t"&&!Array.isArray(y))for(let s in y){let p=y[s];if(p&&typeof p=="object"&&!Array.isArray(p)){for(let a in p)if(!R.call(P.properties.keys.additionalProperties.
properties,a)){let n={instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/keys/additionalProperties/ad\
ditionalProperties",keyword:"additionalProperties",params:{additionalProperty:a},message:"must NOT have additional properties"};e===null?e=[
n]:e.push(n),r++}if(p.arn!==void 0&&typeof p.arn!="string"){let a={instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"\
#/properties/keys/additionalProperties/properties/arn/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.
push(a),r++}if(p.id!==void 0&&typeof p.id!="string"){let a={instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/id",schemaPath:"\
#/properties/keys/additionalProperties/properties/id/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.
push(a),r++}if(p.account!==void 0&&typeof p.account!="string"){let a={instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/acc\
ount",schemaPath:"#/properties/keys/additionalProperties/properties/account/type",keyword:"type",params:{type:"string"},message:"must be str\
ing"};e===null?e=[a]:e.push(a),r++}if(p.region!==void 0&&typeof p.region!="string"){let a={instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/region",schemaPath:"#/properties/keys/additionalProperties/properties/region/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[a]:e.push(a),r++}if(p.description!==void 0&&typeof p.description!="string"){let a={instancePath:o+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/description",schemaPath:"#/properties/keys/additionalProperties/properties/description/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}if(p.managedBy!==void 0){let a=p.managedBy;if(typeof a!="strin\
g"){let n={instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/managedBy",schemaPath:"#/properties/keys/additionalProperties/\
properties/managedBy/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),r++}if(!(a==="customer"||
a==="aws")){let n={instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/managedBy",schemaPath:"#/properties/keys/additionalPro\
perties/properties/managedBy/enum",keyword:"enum",params:{allowedValues:P.properties.keys.additionalProperties.properties.managedBy.enum},message:"\
must be equal to one of the allowed values"};e===null?e=[n]:e.push(n),r++}}if(p.aliases!==void 0){let a=p.aliases;if(Array.isArray(a)){let n=a.
length;for(let l=0;l<n;l++)if(typeof a[l]!="string"){let g={instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/aliases/"+l,schemaPath:"\
#/properties/keys/additionalProperties/properties/aliases/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[g]:e.push(g),r++}}else{let n={instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/aliases",schemaPath:"#/properties/keys/a\
dditionalProperties/properties/aliases/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[n]:e.push(n),r++}}if(p.
policy!==void 0){let a=p.policy;if(typeof a!="string"&&!(a&&typeof a=="object"&&!Array.isArray(a))){let n={instancePath:o+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/policy",schemaPath:"#/properties/keys/additionalProperties/properties/policy/type",keyword:"type",params:{type:P.
properties.keys.additionalProperties.properties.policy.type},message:"must be string,object"};e===null?e=[n]:e.push(n),r++}}if(p.tags!==void 0){
let a=p.tags;if(a&&typeof a=="object"&&!Array.isArray(a)){for(let n in a)if(typeof a[n]!="string"){let l={instancePath:o+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/tags/"+n.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/keys/additionalProperties/properti\
es/tags/additionalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),r++}}else{let n={
instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags",schemaPath:"#/properties/keys/additionalProperties/properties/tags/\
type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[n]:e.push(n),r++}}if(p.grants!==void 0){let a=p.grants;if(Array.
isArray(a)){let n=a.length;for(let l=0;l<n;l++){let g=a[l];if(g&&typeof g=="object"&&!Array.isArray(g)){if(g.grantee===void 0){let t={instancePath:o+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l,schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/re\
quired",keyword:"required",params:{missingProperty:"grantee"},message:"must have required property 'grantee'"};e===null?e=[t]:e.push(t),r++}
if(g.operations===void 0){let t={instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l,schemaPath:"#/properties/keys\
/additionalProperties/properties/grants/items/required",keyword:"required",params:{missingProperty:"operations"},message:"must have required\
 property 'operations'"};e===null?e=[t]:e.push(t),r++}for(let t in g)if(!(t==="id"||t==="name"||t==="grantee"||t==="operations"||t==="constr\
aints"||t==="retiring"||t==="issuingAccount"||t==="token")){let i={instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants\
/"+l,schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:t},message:"must NOT have additional properties"};e===null?e=[i]:e.push(i),r++}if(g.id!==void 0&&typeof g.id!="string"){let t={
instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/id",schemaPath:"#/properties/keys/additionalProperties/prope\
rties/grants/items/properties/id/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}if(g.name!==
void 0&&typeof g.name!="string"){let t={instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/name",schemaPath:"#/\
properties/keys/additionalProperties/properties/grants/items/properties/name/type",keyword:"type",params:{type:"string"},message:"must be st\
ring"};e===null?e=[t]:e.push(t),r++}if(g.grantee!==void 0&&typeof g.grantee!="string"){let t={instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/grants/"+l+"/grantee",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/grantee/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}if(g.operations!==void 0){let t=g.operations;if(Array.isArray(
t)){let i=t.length;for(let c=0;c<i;c++){let d=t[c];if(typeof d!="string"){let u={instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/grants/"+l+"/operations/"+c,schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/operations/items/t\
ype",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[u]:e.push(u),r++}if(!(d==="Decrypt"||d==="Encrypt"||d==="Ge\
nerateDataKey"||d==="GenerateDataKeyWithoutPlaintext"||d==="ReEncryptFrom"||d==="ReEncryptTo"||d==="Sign"||d==="Verify"||d==="GetPublicKey"||
d==="CreateGrant"||d==="RetireGrant"||d==="DescribeKey"||d==="GenerateDataKeyPair"||d==="GenerateDataKeyPairWithoutPlaintext"||d==="Generate\
Mac"||d==="VerifyMac"||d==="DeriveSharedSecret"||d==="Encapsulate"||d==="Decapsulate")){let u={instancePath:o+"/keys/"+s.replace(/~/g,"~0").
replace(/\//g,"~1")+"/grants/"+l+"/operations/"+c,schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/oper\
ations/items/enum",keyword:"enum",params:{allowedValues:P.properties.keys.additionalProperties.properties.grants.items.properties.operations.
items.enum},message:"must be equal to one of the allowed values"};e===null?e=[u]:e.push(u),r++}}}else{let i={instancePath:o+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/operations",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/propert\
ies/operations/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),r++}}if(g.constraints!==void 0){
let t=g.constraints;if(t&&typeof t=="object"&&!Array.isArray(t)){for(let i in t)if(!(i==="EncryptionContextEquals"||i==="EncryptionContextSu\
bset"||i==="SourceArn")){let c={instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/constraints",schemaPath:"#/p\
roperties/keys/additionalProperties/properties/grants/items/properties/constraints/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:i},message:"must NOT have additional properties"};e===null?e=[c]:e.push(c),r++}if(t.EncryptionContextEquals!==void 0){let i=t.
EncryptionContextEquals;if(i&&typeof i=="object"&&!Array.isArray(i)){for(let c in i)if(typeof i[c]!="string"){let d={instancePath:o+"/keys/"+
s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/constraints/EncryptionContextEquals/"+c.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/keys/additionalProperties/properties/grants/items/properties/constraints/properties/EncryptionContextEquals/additionalPropertie\
s/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[d]:e.push(d),r++}}else{let c={instancePath:o+"/keys/"+s.
replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/constraints/EncryptionContextEquals",schemaPath:"#/properties/keys/additionalPropertie\
s/properties/grants/items/properties/constraints/properties/EncryptionContextEquals/type",keyword:"type",params:{type:"object"},message:"mus\
t be object"};e===null?e=[c]:e.push(c),r++}}if(t.EncryptionContextSubset!==void 0){let i=t.EncryptionContextSubset;if(i&&typeof i=="object"&&
!Array.isArray(i)){for(let c in i)if(typeof i[c]!="string"){let d={instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants\
/"+l+"/constraints/EncryptionContextSubset/"+c.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/keys/additionalProperties/pro\
perties/grants/items/properties/constraints/properties/EncryptionContextSubset/additionalProperties/type",keyword:"type",params:{type:"strin\
g"},message:"must be string"};e===null?e=[d]:e.push(d),r++}}else{let c={instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/g\
rants/"+l+"/constraints/EncryptionContextSubset",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/const\
raints/properties/EncryptionContextSubset/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[c]:e.push(c),r++}}
if(t.SourceArn!==void 0&&typeof t.SourceArn!="string"){let i={instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+
"/constraints/SourceArn",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/constraints/properties/Source\
Arn/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}}else{let i={instancePath:o+"/keys/"+
s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/constraints",schemaPath:"#/properties/keys/additionalProperties/properties/grants/it\
ems/properties/constraints/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[i]:e.push(i),r++}}if(g.retiring!==
void 0&&typeof g.retiring!="string"){let t={instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/retiring",schemaPath:"\
#/properties/keys/additionalProperties/properties/grants/items/properties/retiring/type",keyword:"type",params:{type:"string"},message:"must\
 be string"};e===null?e=[t]:e.push(t),r++}if(g.issuingAccount!==void 0&&typeof g.issuingAccount!="string"){let t={instancePath:o+"/keys/"+s.
replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/issuingAccount",schemaPath:"#/properties/keys/additionalProperties/properties/grants/i\
tems/properties/issuingAccount/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}if(g.token!==
void 0&&typeof g.token!="string"){let t={instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/token",schemaPath:"\
#/properties/keys/additionalProperties/properties/grants/items/properties/token/type",keyword:"type",params:{type:"string"},message:"must be\
 string"};e===null?e=[t]:e.push(t),r++}}else{let t={instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l,schemaPath:"\
#/properties/keys/additionalProperties/properties/grants/items/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?
e=[t]:e.push(t),r++}}}else{let n={instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants",schemaPath:"#/properties/keys/a\
dditionalProperties/properties/grants/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[n]:e.push(n),r++}}if(p.
spec!==void 0){let a=p.spec;if(typeof a!="string"){let n={instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/spec",schemaPath:"\
#/properties/keys/additionalProperties/properties/spec/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:
e.push(n),r++}if(!(a==="SYMMETRIC_DEFAULT"||a==="RSA_2048"||a==="RSA_3072"||a==="RSA_4096"||a==="SM2"||a==="ECC_NIST_P256"||a==="ECC_NIST_P3\
84"||a==="ECC_NIST_P521"||a==="ECC_SECG_P256K1"||a==="ECC_NIST_EDWARDS25519"||a==="ML_DSA_44"||a==="ML_DSA_65"||a==="ML_DSA_87"||a==="HMAC_2\
24"||a==="HMAC_256"||a==="HMAC_384"||a==="HMAC_512"||a==="ML_KEM_512"||a==="ML_KEM_768"||a==="ML_KEM_1024")){let n={instancePath:o+"/keys/"+
s.replace(/~/g,"~0").replace(/\//g,"~1")+"/spec",schemaPath:"#/properties/keys/additionalProperties/properties/spec/enum",keyword:"enum",params:{
allowedValues:P.properties.keys.additionalProperties.properties.spec.enum},message:"must be equal to one of the allowed values"};e===null?e=
[n]:e.push(n),r++}}if(p.usage!==void 0){let a=p.usage;if(typeof a!="string"){let n={instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/usage",schemaPath:"#/properties/keys/additionalProperties/properties/usage/type",keyword:"type",params:{type:"string"},message:"must\
 be string"};e===null?e=[n]:e.push(n),r++}if(!(a==="ENCRYPT_DECRYPT"||a==="SIGN_VERIFY"||a==="GENERATE_VERIFY_MAC"||a==="KEY_AGREEMENT"||a===
"ENCAPSULATE_DECAPSULATE")){let n={instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/usage",schemaPath:"#/properties/keys/a\
dditionalProperties/properties/usage/enum",keyword:"enum",params:{allowedValues:P.properties.keys.additionalProperties.properties.usage.enum},
message:"must be equal to one of the allowed values"};e===null?e=[n]:e.push(n),r++}}if(p.origin!==void 0){let a=p.origin;if(typeof a!="strin\
g"){let n={instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/origin",schemaPath:"#/properties/keys/additionalProperties/pro\
perties/origin/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),r++}if(!(a==="AWS_KMS"||a==="E\
XTERNAL"||a==="AWS_CLOUDHSM"||a==="EXTERNAL_KEY_STORE")){let n={instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/origin",schemaPath:"\
#/properties/keys/additionalProperties/properties/origin/enum",keyword:"enum",params:{allowedValues:P.properties.keys.additionalProperties.properties.
origin.enum},message:"must be equal to one of the allowed values"};e===null?e=[n]:e.push(n),r++}}if(p.multiRegion!==void 0&&typeof p.multiRegion!=
"boolean"){let a={instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/multiRegion",schemaPath:"#/properties/keys/additionalPr\
operties/properties/multiRegion/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[a]:e.push(a),r++}if(p.multiRegionKeyType!==
void 0){let a=p.multiRegionKeyType;if(typeof a!="string"){let n={instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/multiReg\
ionKeyType",schemaPath:"#/properties/keys/additionalProperties/properties/multiRegionKeyType/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[n]:e.push(n),r++}if(!(a==="PRIMARY"||a==="REPLICA")){let n={instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/multiRegionKeyType",schemaPath:"#/properties/keys/additionalProperties/properties/multiRegionKeyType/enum",keyword:"enum",params:{
allowedValues:P.properties.keys.additionalProperties.properties.multiRegionKeyType.enum},message:"must be equal to one of the allowed values"};
e===null?e=[n]:e.push(n),r++}}if(p.state!==void 0){let a=p.state;if(typeof a!="string"){let n={instancePath:o+"/keys/"+s.replace(/~/g,"~0").
replace(/\//g,"~1")+"/state",schemaPath:"#/properties/keys/additionalProperties/properties/state/type",keyword:"type",params:{type:"string"},
message:"must be string"};e===null?e=[n]:e.push(n),r++}if(!(a==="Enabled"||a==="Disabled"||a==="PendingDeletion"||a==="PendingReplicaDeletio\
n"||a==="PendingImport"||a==="Unavailable"||a==="Creating"||a==="Updating")){let n={instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/state",schemaPath:"#/properties/keys/additionalProperties/properties/state/enum",keyword:"enum",params:{allowedValues:P.properties.keys.
additionalProperties.properties.state.enum},message:"must be equal to one of the allowed values"};e===null?e=[n]:e.push(n),r++}}if(p.pendingWindowInDays!==
void 0){let a=p.pendingWindowInDays;if(!(typeof a=="number"&&!(a%1)&&!isNaN(a)&&isFinite(a))){let n={instancePath:o+"/keys/"+s.replace(/~/g,
"~0").replace(/\//g,"~1")+"/pendingWindowInDays",schemaPath:"#/properties/keys/additionalProperties/properties/pendingWindowInDays/type",keyword:"\
type",params:{type:"integer"},message:"must be integer"};e===null?e=[n]:e.push(n),r++}if(typeof a=="number"&&isFinite(a)){if(a>30||isNaN(a)){
let n={instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/pendingWindowInDays",schemaPath:"#/properties/keys/additionalPrope\
rties/properties/pendingWindowInDays/maximum",keyword:"maximum",params:{comparison:"<=",limit:30},message:"must be <= 30"};e===null?e=[n]:e.
push(n),r++}if(a<7||isNaN(a)){let n={instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/pendingWindowInDays",schemaPath:"#/p\
roperties/keys/additionalProperties/properties/pendingWindowInDays/minimum",keyword:"minimum",params:{comparison:">=",limit:7},message:"must\
 be >= 7"};e===null?e=[n]:e.push(n),r++}}}if(p.rotation!==void 0){let a=p.rotation,n=r,l=!1,g=r;if(typeof a!="boolean"){let i={instancePath:o+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/rotation",schemaPath:"#/properties/keys/additionalProperties/properties/rotation/anyOf/0\
/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[i]:e.push(i),r++}var _=g===r;l=l||_;let t=r;if(a&&typeof a==
"object"&&!Array.isArray(a)){if(a.periodInDays===void 0){let i={instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/rotation",
schemaPath:"#/properties/keys/additionalProperties/properties/rotation/anyOf/1/required",keyword:"required",params:{missingProperty:"periodI\
nDays"},message:"must have required property 'periodInDays'"};e===null?e=[i]:e.push(i),r++}for(let i in a)if(i!=="periodInDays"){let c={instancePath:o+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/rotation",schemaPath:"#/properties/keys/additionalProperties/properties/rotation/anyOf/1\
/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:i},message:"must NOT have additional properties"};e===null?
e=[c]:e.push(c),r++}if(a.periodInDays!==void 0){let i=a.periodInDays;if(!(typeof i=="number"&&!(i%1)&&!isNaN(i)&&isFinite(i))){let c={instancePath:o+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/rotation/periodInDays",schemaPath:"#/properties/keys/additionalProperties/properties/rot\
ation/anyOf/1/properties/periodInDays/type",keyword:"type",params:{type:"integer"},message:"must be integer"};e===null?e=[c]:e.push(c),r++}if(typeof i==
"number"&&isFinite(i)){if(i>2560||isNaN(i)){let c={instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/rotation/periodInDays",
schemaPath:"#/properties/keys/additionalProperties/properties/rotation/anyOf/1/properties/periodInDays/maximum",keyword:"maximum",params:{comparison:"\
<=",limit:2560},message:"must be <= 2560"};e===null?e=[c]:e.push(c),r++}if(i<90||isNaN(i)){let c={instancePath:o+"/keys/"+s.replace(/~/g,"~0").
replace(/\//g,"~1")+"/rotation/periodInDays",schemaPath:"#/properties/keys/additionalProperties/properties/rotation/anyOf/1/properties/perio\
dInDays/minimum",keyword:"minimum",params:{comparison:">=",limit:90},message:"must be >= 90"};e===null?e=[c]:e.push(c),r++}}}}else{let i={instancePath:o+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/rotation",schemaPath:"#/properties/keys/additionalProperties/properties/rotation/anyOf/1\
/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[i]:e.push(i),r++}var _=t===r;if(l=l||_,l)r=n,e!==null&&(n?
e.length=n:e=null);else{let i={instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/rotation",schemaPath:"#/properties/keys/ad\
ditionalProperties/properties/rotation/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[i]:e.push(i),r++}}
if(p.dangerousKeyMaterial!==void 0){let a=p.dangerousKeyMaterial,n=r,l=!1,g=r;if(typeof a!="string"){let i={instancePath:o+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/dangerousKeyMaterial",schemaPath:"#/properties/keys/additionalProperties/properties/dangerousKeyMaterial/an\
yOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}var I=g===r;l=l||I;let t=r;if(Array.
isArray(a)){if(a.length<1){let c={instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/dangerousKeyMaterial",schemaPath:"#/pro\
perties/keys/additionalProperties/properties/dangerousKeyMaterial/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT ha\
ve fewer than 1 items"};e===null?e=[c]:e.push(c),r++}let i=a.length;for(let c=0;c<i;c++)if(typeof a[c]!="string"){let d={instancePath:o+"/ke\
ys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/dangerousKeyMaterial/"+c,schemaPath:"#/properties/keys/additionalProperties/properties/dange\
rousKeyMaterial/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[d]:e.push(d),r++}}else{let i={
instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/dangerousKeyMaterial",schemaPath:"#/properties/keys/additionalProperties/\
properties/dangerousKeyMaterial/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),r++}var I=t===
r;if(l=l||I,l)r=n,e!==null&&(n?e.length=n:e=null);else{let i={instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/dangerousKe\
yMaterial",schemaPath:"#/properties/keys/additionalProperties/properties/dangerousKeyMaterial/anyOf",keyword:"anyOf",params:{},message:"must\
 match a schema in anyOf"};e===null?e=[i]:e.push(i),r++}}}else{let a={instancePath:o+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/keys/additionalProperties/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[a]:e.push(a),r++}}else{
let s={instancePath:o+"/keys",schemaPath:"#/properties/keys/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=
[s]:e.push(s),r++}}if(b.endpoints!==void 0){let y=b.endpoints;if(y&&typeof y=="object"&&!Array.isArray(y))for(let s in y){let p=y[s];if(p&&typeof p==
"object"&&!Array.isArray(p)){if(p.id===void 0){let a={instancePath:o+"/endpoints/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/pr\
operties/endpoints/additionalProperties/required",keyword:"required",params:{missingProperty:"id"},message:"must have required property 'id'"};
e===null?e=[a]:e.push(a),r++}for(let a in p)if(!(a==="id"||a==="vpc"||a==="policy")){let n={instancePath:o+"/endpoints/"+s.replace(/~/g,"~0").
replace(/\//g,"~1"),schemaPath:"#/properties/endpoints/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:a},
message:"must NOT have additional properties"};e===null?e=[n]:e.push(n),r++}if(p.id!==void 0&&typeof p.id!="string"){let a={instancePath:o+"\
/endpoints/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/id",schemaPath:"#/properties/endpoints/additionalProperties/properties/id/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}if(p.vpc!==void 0&&typeof p.vpc!="string"){let a={instancePath:o+
"/endpoints/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/vpc",schemaPath:"#/properties/endpoints/additionalProperties/properties/vpc/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}if(p.policy!==void 0){let a=p.policy;if(typeof a!="strin\
g"&&!(a&&typeof a=="object"&&!Array.isArray(a))){let n={instancePath:o+"/endpoints/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/policy",schemaPath:"\
#/properties/endpoints/additionalProperties/properties/policy/type",keyword:"type",params:{type:P.properties.endpoints.additionalProperties.
properties.policy.type},message:"must be string,object"};e===null?e=[n]:e.push(n),r++}}}else{let a={instancePath:o+"/endpoints/"+s.replace(/~/g,
"~0").replace(/\//g,"~1"),schemaPath:"#/properties/endpoints/additionalProperties/type",keyword:"type",params:{type:"object"},message:"must \
be object"};e===null?e=[a]:e.push(a),r++}}else{let s={instancePath:o+"/endpoints",schemaPath:"#/properties/endpoints/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[s]:e.push(s),r++}}}else{let y={instancePath:o,schemaPath:"#/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[y]:e.push(y),r++}return O.errors=e,r===0}O.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};
var D={"#/additionalProperties":["$schema","version","account","region","include","policies","accounts","organization","principals","keys","\
endpoints"],"#/properties/accounts/additionalProperties/anyOf/1/additionalProperties":["id","serviceControl","resourceControl"],"#/propertie\
s/organization/additionalProperties":["id","managementAccount","rootId","serviceControl","resourceControl","accounts","units"],"#/properties\
/organization/properties/units/additionalProperties/additionalProperties":["id","serviceControl","resourceControl","accounts","units"],"#/pr\
operties/organization/properties/units/additionalProperties/properties/units/additionalProperties/additionalProperties":["id","serviceContro\
l","resourceControl","accounts","units"],"#/properties/organization/properties/units/additionalProperties/properties/units/additionalPropert\
ies/properties/units/additionalProperties/additionalProperties":["id","serviceControl","resourceControl","accounts","units"],"#/properties/o\
rganization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/uni\
ts/additionalProperties/additionalProperties":["id","serviceControl","resourceControl","accounts","units"],"#/properties/organization/proper\
ties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalPrope\
rties/properties/units/additionalProperties/additionalProperties":["id","serviceControl","resourceControl","accounts"],"#/properties/princip\
als/additionalProperties/anyOf/1/additionalProperties":["arn","policies","boundary","session","trust","tags","userId","roleArn","userArn","s\
erviceLinkedRole","mfaAgeSeconds","sourceIdentity","credentials"],"#/properties/principals/additionalProperties/anyOf/1/properties/credentia\
ls/additionalProperties":["accessKeyId","secretAccessKey","sessionToken"],"#/properties/keys/additionalProperties/additionalProperties":["ar\
n","id","account","region","description","managedBy","aliases","policy","tags","grants","spec","usage","origin","multiRegion","multiRegionKe\
yType","state","pendingWindowInDays","rotation","dangerousKeyMaterial"],"#/properties/keys/additionalProperties/properties/grants/items/addi\
tionalProperties":["id","name","grantee","operations","constraints","retiring","issuingAccount","token"],"#/properties/keys/additionalProper\
ties/properties/grants/items/properties/constraints/additionalProperties":["EncryptionContextEquals","EncryptionContextSubset","SourceArn"],
"#/properties/keys/additionalProperties/properties/rotation/anyOf/1/additionalProperties":["periodInDays"],"#/properties/endpoints/additiona\
lProperties/additionalProperties":["id","vpc","policy"]},x=b=>T(b)?[]:K(T.errors,D);export{x as validateWorld};
