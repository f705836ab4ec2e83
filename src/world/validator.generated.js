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
region:{type:"string"},description:{type:"string"},createdAt:{description:"ISO 8601; absent: when the KMS starts.",type:"string"},managedBy:{
description:"aws: a key that a service made, under alias/aws/\u2026.",type:"string",enum:["customer","aws"]},aliases:{description:"alias/\u2026",
type:"array",items:{type:"string"}},policy:{description:"The key policy: the document, its path, or a name of `policies`; absent: the one th\
at AWS gives a key made without a policy.",type:["string","object"]},tags:{description:"aws:ResourceTag/\u2026",type:"object",additionalProperties:{
type:"string"}},grants:{description:"On this key.",type:"array",items:{type:"object",properties:{id:{description:"Absent: made from the key \
and the name.",type:"string"},name:{description:"How tests and explanations call it.",type:"string"},grantee:{type:"string",description:"Who\
 may use the key by it: a short name, an ARN or a service principal."},operations:{type:"array",items:{type:"string",enum:["Decrypt","Encryp\
t","GenerateDataKey","GenerateDataKeyWithoutPlaintext","ReEncryptFrom","ReEncryptTo","Sign","Verify","GetPublicKey","CreateGrant","RetireGra\
nt","DescribeKey","GenerateDataKeyPair","GenerateDataKeyPairWithoutPlaintext","GenerateMac","VerifyMac","DeriveSharedSecret","Encapsulate","\
Decapsulate"]},description:"What the grantee may do."},constraints:{description:"Under which the grant counts.",type:"object",properties:{EncryptionContextEquals:{
type:"object",additionalProperties:{type:"string"}},EncryptionContextSubset:{type:"object",additionalProperties:{type:"string"}},SourceArn:{
type:"string"}},additionalProperties:!1},retiring:{description:"Who may retire it.",type:"string"},issuingAccount:{description:"Of who made \
it; absent: the key's.",type:"string"},token:{description:"One that requests may bring.",type:"string"}},required:["grantee","operations"],additionalProperties:!1}},
spec:{description:"Absent: SYMMETRIC_DEFAULT.",type:"string",enum:["SYMMETRIC_DEFAULT","RSA_2048","RSA_3072","RSA_4096","SM2","ECC_NIST_P256",
"ECC_NIST_P384","ECC_NIST_P521","ECC_SECG_P256K1","ECC_NIST_EDWARDS25519","ML_DSA_44","ML_DSA_65","ML_DSA_87","HMAC_224","HMAC_256","HMAC_38\
4","HMAC_512","ML_KEM_512","ML_KEM_768","ML_KEM_1024"]},usage:{description:"Only a spec with several uses needs it told.",type:"string",enum:[
"ENCRYPT_DECRYPT","SIGN_VERIFY","GENERATE_VERIFY_MAC","KEY_AGREEMENT","ENCAPSULATE_DECAPSULATE"]},origin:{description:"Absent: AWS_KMS.",type:"\
string",enum:["AWS_KMS","EXTERNAL","AWS_CLOUDHSM","EXTERNAL_KEY_STORE"]},multiRegion:{type:"boolean"},multiRegionKeyType:{description:"Absen\
t: PRIMARY.",type:"string",enum:["PRIMARY","REPLICA"]},state:{description:"Absent: Enabled; of a key with origin EXTERNAL and no material he\
re, PendingImport.",type:"string",enum:["Enabled","Disabled","PendingDeletion","PendingReplicaDeletion","PendingImport","Unavailable","Creat\
ing","Updating"]},pendingWindowInDays:{description:"Of a key that waits for its deletion, what is left of it; absent: 30.",type:"integer",minimum:7,
maximum:30},rotation:{description:"Automatic rotation: true is every 365 days.",anyOf:[{type:"boolean"},{type:"object",properties:{periodInDays:{
type:"integer",minimum:90,maximum:2560}},required:["periodInDays"],additionalProperties:!1}]},dangerousKeyMaterial:{description:"Base64; of \
a rotated key all of it, oldest first. Anybody who reads this file can decrypt.",anyOf:[{type:"string"},{minItems:1,type:"array",items:{type:"\
string"}}]}},additionalProperties:!1}},endpoints:{description:"VPC endpoints, by short name.",type:"object",additionalProperties:{type:"obje\
ct",properties:{id:{type:"string",description:"vpce-\u2026"},vpc:{description:"vpc-\u2026",type:"string"},policy:{description:"Absent: every\
thing may pass.",type:["string","object"]}},required:["id"],additionalProperties:!1}}},additionalProperties:!1},R=Object.prototype.hasOwnProperty;
function O(b,{instancePath:o="",parentData:M,parentDataProperty:N,rootData:q=b,dynamicAnchors:W={}}={}){let e=null,r=0,z=O.evaluated;if(z.dynamicProps&&
(z.props=void 0),z.dynamicItems&&(z.items=void 0),b&&typeof b=="object"&&!Array.isArray(b)){for(let y in b)if(!R.call(P.properties,y)){let a={
instancePath:o,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:y},message:"must NOT have addit\
ional properties"};e===null?e=[a]:e.push(a),r++}if(b.$schema!==void 0&&typeof b.$schema!="string"){let y={instancePath:o+"/$schema",schemaPath:"\
#/properties/%24schema/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[y]:e.push(y),r++}if(b.version!==void 0){
let y=b.version;if(!(typeof y=="number"&&isFinite(y))){let a={instancePath:o+"/version",schemaPath:"#/properties/version/type",keyword:"type",
params:{type:"number"},message:"must be number"};e===null?e=[a]:e.push(a),r++}if(y!==1){let a={instancePath:o+"/version",schemaPath:"#/prope\
rties/version/const",keyword:"const",params:{allowedValue:1},message:"must be equal to constant"};e===null?e=[a]:e.push(a),r++}}if(b.account!==
void 0&&typeof b.account!="string"){let y={instancePath:o+"/account",schemaPath:"#/properties/account/type",keyword:"type",params:{type:"str\
ing"},message:"must be string"};e===null?e=[y]:e.push(y),r++}if(b.region!==void 0&&typeof b.region!="string"){let y={instancePath:o+"/region",
schemaPath:"#/properties/region/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[y]:e.push(y),r++}if(b.include!==
void 0){let y=b.include;if(Array.isArray(y)){let a=y.length;for(let p=0;p<a;p++)if(typeof y[p]!="string"){let s={instancePath:o+"/include/"+
p,schemaPath:"#/properties/include/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[s]:e.push(s),r++}}else{
let a={instancePath:o+"/include",schemaPath:"#/properties/include/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?
e=[a]:e.push(a),r++}}if(b.policies!==void 0){let y=b.policies;if(y&&typeof y=="object"&&!Array.isArray(y))for(let a in y){let p=y[a];if(typeof p!=
"string"&&!(p&&typeof p=="object"&&!Array.isArray(p))){let s={instancePath:o+"/policies/"+a.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/policies/additionalProperties/type",keyword:"type",params:{type:P.properties.policies.additionalProperties.type},message:"must \
be string,object"};e===null?e=[s]:e.push(s),r++}}else{let a={instancePath:o+"/policies",schemaPath:"#/properties/policies/type",keyword:"typ\
e",params:{type:"object"},message:"must be object"};e===null?e=[a]:e.push(a),r++}}if(b.accounts!==void 0){let y=b.accounts;if(y&&typeof y=="\
object"&&!Array.isArray(y))for(let a in y){let p=y[a],s=r,n=!1,l=r;if(typeof p!="string"){let t={instancePath:o+"/accounts/"+a.replace(/~/g,
"~0").replace(/\//g,"~1"),schemaPath:"#/properties/accounts/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[t]:e.push(t),r++}var E=l===r;n=n||E;let g=r;if(p&&typeof p=="object"&&!Array.isArray(p)){if(p.id===void 0){let t={
instancePath:o+"/accounts/"+a.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/required",
keyword:"required",params:{missingProperty:"id"},message:"must have required property 'id'"};e===null?e=[t]:e.push(t),r++}for(let t in p)if(!(t===
"id"||t==="serviceControl"||t==="resourceControl")){let i={instancePath:o+"/accounts/"+a.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/accounts/additionalProperties/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:t},message:"\
must NOT have additional properties"};e===null?e=[i]:e.push(i),r++}if(p.id!==void 0&&typeof p.id!="string"){let t={instancePath:o+"/accounts\
/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/id",schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/properties/id/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}if(p.serviceControl!==void 0){let t=p.serviceControl;if(Array.
isArray(t)){let i=t.length;for(let c=0;c<i;c++){let d=t[c];if(typeof d!="string"&&!(d&&typeof d=="object"&&!Array.isArray(d))){let u={instancePath:o+
"/accounts/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceControl/"+c,schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/pr\
operties/serviceControl/items/type",keyword:"type",params:{type:P.properties.accounts.additionalProperties.anyOf[1].properties.serviceControl.
items.type},message:"must be string,object"};e===null?e=[u]:e.push(u),r++}}}else{let i={instancePath:o+"/accounts/"+a.replace(/~/g,"~0").replace(
/\//g,"~1")+"/serviceControl",schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/properties/serviceControl/type",keyword:"type",
params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),r++}}if(p.resourceControl!==void 0){let t=p.resourceControl;if(Array.
isArray(t)){let i=t.length;for(let c=0;c<i;c++){let d=t[c];if(typeof d!="string"&&!(d&&typeof d=="object"&&!Array.isArray(d))){let u={instancePath:o+
"/accounts/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl/"+c,schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/p\
roperties/resourceControl/items/type",keyword:"type",params:{type:P.properties.accounts.additionalProperties.anyOf[1].properties.resourceControl.
items.type},message:"must be string,object"};e===null?e=[u]:e.push(u),r++}}}else{let i={instancePath:o+"/accounts/"+a.replace(/~/g,"~0").replace(
/\//g,"~1")+"/resourceControl",schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/properties/resourceControl/type",keyword:"type",
params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),r++}}}else{let t={instancePath:o+"/accounts/"+a.replace(/~/g,"~0").replace(
/\//g,"~1"),schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be obje\
ct"};e===null?e=[t]:e.push(t),r++}var E=g===r;if(n=n||E,n)r=s,e!==null&&(s?e.length=s:e=null);else{let t={instancePath:o+"/accounts/"+a.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/accounts/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a\
 schema in anyOf"};e===null?e=[t]:e.push(t),r++}}else{let a={instancePath:o+"/accounts",schemaPath:"#/properties/accounts/type",keyword:"typ\
e",params:{type:"object"},message:"must be object"};e===null?e=[a]:e.push(a),r++}}if(b.organization!==void 0){let y=b.organization;if(y&&typeof y==
"object"&&!Array.isArray(y)){if(y.id===void 0){let a={instancePath:o+"/organization",schemaPath:"#/properties/organization/required",keyword:"\
required",params:{missingProperty:"id"},message:"must have required property 'id'"};e===null?e=[a]:e.push(a),r++}for(let a in y)if(!(a==="id"||
a==="managementAccount"||a==="rootId"||a==="serviceControl"||a==="resourceControl"||a==="accounts"||a==="units")){let p={instancePath:o+"/or\
ganization",schemaPath:"#/properties/organization/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:a},message:"\
must NOT have additional properties"};e===null?e=[p]:e.push(p),r++}if(y.id!==void 0&&typeof y.id!="string"){let a={instancePath:o+"/organiza\
tion/id",schemaPath:"#/properties/organization/properties/id/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[a]:e.push(a),r++}if(y.managementAccount!==void 0&&typeof y.managementAccount!="string"){let a={instancePath:o+"/organization/managementAc\
count",schemaPath:"#/properties/organization/properties/managementAccount/type",keyword:"type",params:{type:"string"},message:"must be strin\
g"};e===null?e=[a]:e.push(a),r++}if(y.rootId!==void 0&&typeof y.rootId!="string"){let a={instancePath:o+"/organization/rootId",schemaPath:"#\
/properties/organization/properties/rootId/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}
if(y.serviceControl!==void 0){let a=y.serviceControl;if(Array.isArray(a)){let p=a.length;for(let s=0;s<p;s++){let n=a[s];if(typeof n!="strin\
g"&&!(n&&typeof n=="object"&&!Array.isArray(n))){let l={instancePath:o+"/organization/serviceControl/"+s,schemaPath:"#/properties/organizati\
on/properties/serviceControl/items/type",keyword:"type",params:{type:P.properties.organization.properties.serviceControl.items.type},message:"\
must be string,object"};e===null?e=[l]:e.push(l),r++}}}else{let p={instancePath:o+"/organization/serviceControl",schemaPath:"#/properties/or\
ganization/properties/serviceControl/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),r++}}if(y.
resourceControl!==void 0){let a=y.resourceControl;if(Array.isArray(a)){let p=a.length;for(let s=0;s<p;s++){let n=a[s];if(typeof n!="string"&&
!(n&&typeof n=="object"&&!Array.isArray(n))){let l={instancePath:o+"/organization/resourceControl/"+s,schemaPath:"#/properties/organization/\
properties/resourceControl/items/type",keyword:"type",params:{type:P.properties.organization.properties.resourceControl.items.type},message:"\
must be string,object"};e===null?e=[l]:e.push(l),r++}}}else{let p={instancePath:o+"/organization/resourceControl",schemaPath:"#/properties/o\
rganization/properties/resourceControl/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),r++}}if(y.
accounts!==void 0){let a=y.accounts;if(Array.isArray(a)){let p=a.length;for(let s=0;s<p;s++)if(typeof a[s]!="string"){let n={instancePath:o+
"/organization/accounts/"+s,schemaPath:"#/properties/organization/properties/accounts/items/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[n]:e.push(n),r++}}else{let p={instancePath:o+"/organization/accounts",schemaPath:"#/properties/organization/pro\
perties/accounts/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),r++}}if(y.units!==void 0){let a=y.
units;if(a&&typeof a=="object"&&!Array.isArray(a))for(let p in a){let s=a[p];if(s&&typeof s=="object"&&!Array.isArray(s)){for(let n in s)if(!(n===
"id"||n==="serviceControl"||n==="resourceControl"||n==="accounts"||n==="units")){let l={instancePath:o+"/organization/units/"+p.replace(/~/g,
"~0").replace(/\//g,"~1"),schemaPath:"#/properties/organization/properties/units/additionalProperties/additionalProperties",keyword:"additio\
nalProperties",params:{additionalProperty:n},message:"must NOT have additional properties"};e===null?e=[l]:e.push(l),r++}if(s.id!==void 0&&typeof s.
id!="string"){let n={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/id",schemaPath:"#/properties/organizat\
ion/properties/units/additionalProperties/properties/id/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:
e.push(n),r++}if(s.serviceControl!==void 0){let n=s.serviceControl;if(Array.isArray(n)){let l=n.length;for(let g=0;g<l;g++){let t=n[g];if(typeof t!=
"string"&&!(t&&typeof t=="object"&&!Array.isArray(t))){let i={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+
"/serviceControl/"+g,schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/serviceControl/items/type",keyword:"\
type",params:{type:P.properties.organization.properties.units.additionalProperties.properties.serviceControl.items.type},message:"must be st\
ring,object"};e===null?e=[i]:e.push(i),r++}}}else{let l={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/se\
rviceControl",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/serviceControl/type",keyword:"type",params:{
type:"array"},message:"must be array"};e===null?e=[l]:e.push(l),r++}}if(s.resourceControl!==void 0){let n=s.resourceControl;if(Array.isArray(
n)){let l=n.length;for(let g=0;g<l;g++){let t=n[g];if(typeof t!="string"&&!(t&&typeof t=="object"&&!Array.isArray(t))){let i={instancePath:o+
"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl/"+g,schemaPath:"#/properties/organization/properties/units\
/additionalProperties/properties/resourceControl/items/type",keyword:"type",params:{type:P.properties.organization.properties.units.additionalProperties.
properties.resourceControl.items.type},message:"must be string,object"};e===null?e=[i]:e.push(i),r++}}}else{let l={instancePath:o+"/organiza\
tion/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl",schemaPath:"#/properties/organization/properties/units/additionalPr\
operties/properties/resourceControl/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[l]:e.push(l),r++}}if(s.accounts!==
void 0){let n=s.accounts;if(Array.isArray(n)){let l=n.length;for(let g=0;g<l;g++)if(typeof n[g]!="string"){let t={instancePath:o+"/organizat\
ion/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts/"+g,schemaPath:"#/properties/organization/properties/units/additionalPropert\
ies/properties/accounts/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}}else{let l={
instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts",schemaPath:"#/properties/organization/properties/\
units/additionalProperties/properties/accounts/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[l]:e.push(l),
r++}}if(s.units!==void 0){let n=s.units;if(n&&typeof n=="object"&&!Array.isArray(n))for(let l in n){let g=n[l];if(g&&typeof g=="object"&&!Array.
isArray(g)){for(let t in g)if(!(t==="id"||t==="serviceControl"||t==="resourceControl"||t==="accounts"||t==="units")){let i={instancePath:o+"\
/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/o\
rganization/properties/units/additionalProperties/properties/units/additionalProperties/additionalProperties",keyword:"additionalProperties",
params:{additionalProperty:t},message:"must NOT have additional properties"};e===null?e=[i]:e.push(i),r++}if(g.id!==void 0&&typeof g.id!="st\
ring"){let t={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~\
1")+"/id",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/id/ty\
pe",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}if(g.serviceControl!==void 0){let t=g.serviceControl;
if(Array.isArray(t)){let i=t.length;for(let c=0;c<i;c++){let d=t[c];if(typeof d!="string"&&!(d&&typeof d=="object"&&!Array.isArray(d))){let u={
instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceC\
ontrol/"+c,schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/serv\
iceControl/items/type",keyword:"type",params:{type:P.properties.organization.properties.units.additionalProperties.properties.units.additionalProperties.
properties.serviceControl.items.type},message:"must be string,object"};e===null?e=[u]:e.push(u),r++}}}else{let i={instancePath:o+"/organizat\
ion/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceControl",schemaPath:"#/prop\
erties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/serviceControl/type",keyword:"typ\
e",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),r++}}if(g.resourceControl!==void 0){let t=g.resourceControl;if(Array.
isArray(t)){let i=t.length;for(let c=0;c<i;c++){let d=t[c];if(typeof d!="string"&&!(d&&typeof d=="object"&&!Array.isArray(d))){let u={instancePath:o+
"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl/"+c,schemaPath:"\
#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/resourceControl/items/type",
keyword:"type",params:{type:P.properties.organization.properties.units.additionalProperties.properties.units.additionalProperties.properties.
resourceControl.items.type},message:"must be string,object"};e===null?e=[u]:e.push(u),r++}}}else{let i={instancePath:o+"/organization/units/"+
p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl",schemaPath:"#/properties/orga\
nization/properties/units/additionalProperties/properties/units/additionalProperties/properties/resourceControl/type",keyword:"type",params:{
type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),r++}}if(g.accounts!==void 0){let t=g.accounts;if(Array.isArray(t)){let i=t.length;
for(let c=0;c<i;c++)if(typeof t[c]!="string"){let d={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+
l.replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts/"+c,schemaPath:"#/properties/organization/properties/units/additionalProperties/properti\
es/units/additionalProperties/properties/accounts/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[d]:
e.push(d),r++}}else{let i={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(
/\//g,"~1")+"/accounts",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/pr\
operties/accounts/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),r++}}if(g.units!==void 0){let t=g.
units;if(t&&typeof t=="object"&&!Array.isArray(t))for(let i in t){let c=t[i];if(c&&typeof c=="object"&&!Array.isArray(c)){for(let d in c)if(!(d===
"id"||d==="serviceControl"||d==="resourceControl"||d==="accounts"||d==="units")){let u={instancePath:o+"/organization/units/"+p.replace(/~/g,
"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/\
additionalProperties",keyword:"additionalProperties",params:{additionalProperty:d},message:"must NOT have additional properties"};e===null?e=
[u]:e.push(u),r++}if(c.id!==void 0&&typeof c.id!="string"){let d={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"\
~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/id",schemaPath:"#/properties/or\
ganization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/id/t\
ype",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[d]:e.push(d),r++}if(c.serviceControl!==void 0){let d=c.serviceControl;
if(Array.isArray(d)){let u=d.length;for(let k=0;k<u;k++){let m=d[k];if(typeof m!="string"&&!(m&&typeof m=="object"&&!Array.isArray(m))){let f={
instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+
i.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceControl/"+k,schemaPath:"#/properties/organization/properties/units/additionalProperties/pr\
operties/units/additionalProperties/properties/units/additionalProperties/properties/serviceControl/items/type",keyword:"type",params:{type:P.
properties.organization.properties.units.additionalProperties.properties.units.additionalProperties.properties.units.additionalProperties.properties.
serviceControl.items.type},message:"must be string,object"};e===null?e=[f]:e.push(f),r++}}}else{let u={instancePath:o+"/organization/units/"+
p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+
"/serviceControl",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properti\
es/units/additionalProperties/properties/serviceControl/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[u]:e.
push(u),r++}}if(c.resourceControl!==void 0){let d=c.resourceControl;if(Array.isArray(d)){let u=d.length;for(let k=0;k<u;k++){let m=d[k];if(typeof m!=
"string"&&!(m&&typeof m=="object"&&!Array.isArray(m))){let f={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+
"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl/"+k,schemaPath:"#/pr\
operties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/prop\
erties/resourceControl/items/type",keyword:"type",params:{type:P.properties.organization.properties.units.additionalProperties.properties.units.
additionalProperties.properties.units.additionalProperties.properties.resourceControl.items.type},message:"must be string,object"};e===null?
e=[f]:e.push(f),r++}}}else{let u={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~\
0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl",schemaPath:"#/properties/organization/properti\
es/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/resourceControl/type",keyword:"\
type",params:{type:"array"},message:"must be array"};e===null?e=[u]:e.push(u),r++}}if(c.accounts!==void 0){let d=c.accounts;if(Array.isArray(
d)){let u=d.length;for(let k=0;k<u;k++)if(typeof d[k]!="string"){let m={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,
"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts/"+k,schemaPath:"#/pro\
perties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/prope\
rties/accounts/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[m]:e.push(m),r++}}else{let u={instancePath:o+
"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,
"~0").replace(/\//g,"~1")+"/accounts",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additiona\
lProperties/properties/units/additionalProperties/properties/accounts/type",keyword:"type",params:{type:"array"},message:"must be array"};e===
null?e=[u]:e.push(u),r++}}if(c.units!==void 0){let d=c.units;if(d&&typeof d=="object"&&!Array.isArray(d))for(let u in d){let k=d[u];if(k&&typeof k==
"object"&&!Array.isArray(k)){for(let m in k)if(!(m==="id"||m==="serviceControl"||m==="resourceControl"||m==="accounts"||m==="units")){let f={
instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+
i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/organization/properties\
/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalPropertie\
s/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:m},message:"must NOT have additional properties"};e===null?
e=[f]:e.push(f),r++}if(k.id!==void 0&&typeof k.id!="string"){let m={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,
"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(
/\//g,"~1")+"/id",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properti\
es/units/additionalProperties/properties/units/additionalProperties/properties/id/type",keyword:"type",params:{type:"string"},message:"must \
be string"};e===null?e=[m]:e.push(m),r++}if(k.serviceControl!==void 0){let m=k.serviceControl;if(Array.isArray(m)){let f=m.length;for(let A=0;A<
f;A++){let h=m[A];if(typeof h!="string"&&!(h&&typeof h=="object"&&!Array.isArray(h))){let w={instancePath:o+"/organization/units/"+p.replace(
/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units\
/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceControl/"+A,schemaPath:"#/properties/organization/properties/units/additionalProperties\
/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/serviceControl\
/items/type",keyword:"type",params:{type:P.properties.organization.properties.units.additionalProperties.properties.units.additionalProperties.
properties.units.additionalProperties.properties.units.additionalProperties.properties.serviceControl.items.type},message:"must be string,ob\
ject"};e===null?e=[w]:e.push(w),r++}}}else{let f={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.
replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+
"/serviceControl",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properti\
es/units/additionalProperties/properties/units/additionalProperties/properties/serviceControl/type",keyword:"type",params:{type:"array"},message:"\
must be array"};e===null?e=[f]:e.push(f),r++}}if(k.resourceControl!==void 0){let m=k.resourceControl;if(Array.isArray(m)){let f=m.length;for(let A=0;A<
f;A++){let h=m[A];if(typeof h!="string"&&!(h&&typeof h=="object"&&!Array.isArray(h))){let w={instancePath:o+"/organization/units/"+p.replace(
/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units\
/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl/"+A,schemaPath:"#/properties/organization/properties/units/additionalPropertie\
s/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/resourceContr\
ol/items/type",keyword:"type",params:{type:P.properties.organization.properties.units.additionalProperties.properties.units.additionalProperties.
properties.units.additionalProperties.properties.units.additionalProperties.properties.resourceControl.items.type},message:"must be string,o\
bject"};e===null?e=[w]:e.push(w),r++}}}else{let f={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+
l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+
"/resourceControl",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/propert\
ies/units/additionalProperties/properties/units/additionalProperties/properties/resourceControl/type",keyword:"type",params:{type:"array"},message:"\
must be array"};e===null?e=[f]:e.push(f),r++}}if(k.accounts!==void 0){let m=k.accounts;if(Array.isArray(m)){let f=m.length;for(let A=0;A<f;A++)
if(typeof m[A]!="string"){let h={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").
replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts/"+A,schemaPath:"\
#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/\
properties/units/additionalProperties/properties/accounts/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[h]:e.push(h),r++}}else{let f={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").
replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts",schemaPath:"\
#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/\
properties/units/additionalProperties/properties/accounts/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[f]:
e.push(f),r++}}if(k.units!==void 0){let m=k.units;if(m&&typeof m=="object"&&!Array.isArray(m))for(let f in m){let A=m[f];if(A&&typeof A=="ob\
ject"&&!Array.isArray(A)){for(let h in A)if(!(h==="id"||h==="serviceControl"||h==="resourceControl"||h==="accounts")){let w={instancePath:o+
"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,
"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/\
properties/units/additionalProperties/properties/units/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:h},
message:"must NOT have additional properties"};e===null?e=[w]:e.push(w),r++}if(A.id!==void 0&&typeof A.id!="string"){let h={instancePath:o+"\
/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"\
~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.replace(/~/g,"~0").replace(/\//g,"~1")+"/id",schemaPath:"\
#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/\
properties/units/additionalProperties/properties/units/additionalProperties/properties/id/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[h]:e.push(h),r++}if(A.serviceControl!==void 0){let h=A.serviceControl;if(Array.isArray(h)){let w=h.length;for(let C=0;C<
w;C++){let j=h[C];if(typeof j!="string"&&!(j&&typeof j=="object"&&!Array.isArray(j))){let v={instancePath:o+"/organization/units/"+p.replace(
/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units\
/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceControl/"+C,schemaPath:"#/properties\
/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/u\
nits/additionalProperties/properties/units/additionalProperties/properties/serviceControl/items/type",keyword:"type",params:{type:P.properties.
organization.properties.units.additionalProperties.properties.units.additionalProperties.properties.units.additionalProperties.properties.units.
additionalProperties.properties.units.additionalProperties.properties.serviceControl.items.type},message:"must be string,object"};e===null?e=
[v]:e.push(v),r++}}}else{let w={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").
replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.replace(
/~/g,"~0").replace(/\//g,"~1")+"/serviceControl",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/unit\
s/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/pro\
perties/serviceControl/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[w]:e.push(w),r++}}if(A.resourceControl!==
void 0){let h=A.resourceControl;if(Array.isArray(h)){let w=h.length;for(let C=0;C<w;C++){let j=h[C];if(typeof j!="string"&&!(j&&typeof j=="o\
bject"&&!Array.isArray(j))){let v={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"\
~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.replace(
/~/g,"~0").replace(/\//g,"~1")+"/resourceControl/"+C,schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/\
units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties\
/properties/resourceControl/items/type",keyword:"type",params:{type:P.properties.organization.properties.units.additionalProperties.properties.
units.additionalProperties.properties.units.additionalProperties.properties.units.additionalProperties.properties.units.additionalProperties.
properties.resourceControl.items.type},message:"must be string,object"};e===null?e=[v]:e.push(v),r++}}}else{let w={instancePath:o+"/organiza\
tion/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(
/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl",schemaPath:"\
#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/\
properties/units/additionalProperties/properties/units/additionalProperties/properties/resourceControl/type",keyword:"type",params:{type:"ar\
ray"},message:"must be array"};e===null?e=[w]:e.push(w),r++}}if(A.accounts!==void 0){let h=A.accounts;if(Array.isArray(h)){let w=h.length;for(let C=0;C<
w;C++)if(typeof h[C]!="string"){let j={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,
"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.
replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts/"+C,schemaPath:"#/properties/organization/properties/units/additionalProperties/properties\
/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalPropertie\
s/properties/accounts/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[j]:e.push(j),r++}}else{let w={
instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+
i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.replace(/~/g,"~0").replace(/\//g,"~1")+
"/accounts",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/uni\
ts/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/accounts/type",keyword:"type",
params:{type:"array"},message:"must be array"};e===null?e=[w]:e.push(w),r++}}}else{let h={instancePath:o+"/organization/units/"+p.replace(/~/g,
"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.
replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/organization/properties/u\
nits/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/\
properties/units/additionalProperties/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[h]:e.push(h),r++}}else{
let f={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/u\
nits/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/units",schemaPath:"#/properties/organiz\
ation/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/add\
itionalProperties/properties/units/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[f]:e.push(f),r++}}}else{
let m={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/u\
nits/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/organization/pro\
perties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalPr\
operties/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[m]:e.push(m),r++}}else{let u={instancePath:o+"/or\
ganization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").
replace(/\//g,"~1")+"/units",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperti\
es/properties/units/additionalProperties/properties/units/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[
u]:e.push(u),r++}}}else{let d={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").
replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/organization/properties/units/additionalProp\
erties/properties/units/additionalProperties/properties/units/additionalProperties/type",keyword:"type",params:{type:"object"},message:"must\
 be object"};e===null?e=[d]:e.push(d),r++}}else{let i={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/unit\
s/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties\
/units/additionalProperties/properties/units/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[i]:e.push(i),
r++}}}else{let t={instancePath:o+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,
"~1"),schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/type",keyword:"type",
params:{type:"object"},message:"must be object"};e===null?e=[t]:e.push(t),r++}}else{let l={instancePath:o+"/organization/units/"+p.replace(/~/g,
"~0").replace(/\//g,"~1")+"/units",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/type",keyword:"\
type",params:{type:"object"},message:"must be object"};e===null?e=[l]:e.push(l),r++}}}else{let n={instancePath:o+"/organization/units/"+p.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/organization/properties/units/additionalProperties/type",keyword:"type",params:{type:"\
object"},message:"must be object"};e===null?e=[n]:e.push(n),r++}}else{let p={instancePath:o+"/organization/units",schemaPath:"#/properties/o\
rganization/properties/units/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[p]:e.push(p),r++}}}else{let a={
instancePath:o+"/organization",schemaPath:"#/properties/organization/type",keyword:"type",params:{type:"object"},message:"must be object"};e===
null?e=[a]:e.push(a),r++}}if(b.principals!==void 0){let y=b.principals;if(y&&typeof y=="object"&&!Array.isArray(y))for(let a in y){let p=y[a],
s=r,n=!1,l=r;if(typeof p!="string"){let t={instancePath:o+"/principals/"+a.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/p\
rincipals/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}var S=l===
r;n=n||S;let g=r;if(p&&typeof p=="object"&&!Array.isArray(p)){if(p.arn===void 0){let t={instancePath:o+"/principals/"+a.replace(/~/g,"~0").replace(
/\//g,"~1"),schemaPath:"#/properties/principals/additionalProperties/anyOf/1/required",keyword:"required",params:{missingProperty:"arn"},message:"\
must have required property 'arn'"};e===null?e=[t]:e.push(t),r++}for(let t in p)if(!R.call(P.properties.principals.additionalProperties.anyOf[1].
properties,t)){let i={instancePath:o+"/principals/"+a.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/principals/additionalP\
roperties/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:t},message:"must NOT have additional prope\
rties"};e===null?e=[i]:e.push(i),r++}if(p.arn!==void 0&&typeof p.arn!="string"){let t={instancePath:o+"/principals/"+a.replace(/~/g,"~0").replace(
/\//g,"~1")+"/arn",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/arn/type",keyword:"type",params:{type:"string"},
message:"must be string"};e===null?e=[t]:e.push(t),r++}if(p.policies!==void 0){let t=p.policies;if(Array.isArray(t)){let i=t.length;for(let c=0;c<
i;c++){let d=t[c];if(typeof d!="string"&&!(d&&typeof d=="object"&&!Array.isArray(d))){let u={instancePath:o+"/principals/"+a.replace(/~/g,"~\
0").replace(/\//g,"~1")+"/policies/"+c,schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/policies/items/type",keyword:"\
type",params:{type:P.properties.principals.additionalProperties.anyOf[1].properties.policies.items.type},message:"must be string,object"};e===
null?e=[u]:e.push(u),r++}}}else{let i={instancePath:o+"/principals/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/policies",schemaPath:"#/prop\
erties/principals/additionalProperties/anyOf/1/properties/policies/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?
e=[i]:e.push(i),r++}}if(p.boundary!==void 0){let t=p.boundary;if(typeof t!="string"&&!(t&&typeof t=="object"&&!Array.isArray(t))){let i={instancePath:o+
"/principals/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/boundary",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/propert\
ies/boundary/type",keyword:"type",params:{type:P.properties.principals.additionalProperties.anyOf[1].properties.boundary.type},message:"must\
 be string,object"};e===null?e=[i]:e.push(i),r++}}if(p.session!==void 0){let t=p.session;if(Array.isArray(t)){let i=t.length;for(let c=0;c<i;c++){
let d=t[c];if(typeof d!="string"&&!(d&&typeof d=="object"&&!Array.isArray(d))){let u={instancePath:o+"/principals/"+a.replace(/~/g,"~0").replace(
/\//g,"~1")+"/session/"+c,schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/session/items/type",keyword:"type",params:{
type:P.properties.principals.additionalProperties.anyOf[1].properties.session.items.type},message:"must be string,object"};e===null?e=[u]:e.
push(u),r++}}}else{let i={instancePath:o+"/principals/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/session",schemaPath:"#/properties/princip\
als/additionalProperties/anyOf/1/properties/session/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(
i),r++}}if(p.trust!==void 0){let t=p.trust;if(typeof t!="string"&&!(t&&typeof t=="object"&&!Array.isArray(t))){let i={instancePath:o+"/princ\
ipals/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/trust",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/trust/\
type",keyword:"type",params:{type:P.properties.principals.additionalProperties.anyOf[1].properties.trust.type},message:"must be string,objec\
t"};e===null?e=[i]:e.push(i),r++}}if(p.tags!==void 0){let t=p.tags;if(t&&typeof t=="object"&&!Array.isArray(t)){for(let i in t)if(typeof t[i]!=
"string"){let c={instancePath:o+"/principals/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+i.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/principals/additionalProperties/anyOf/1/properties/tags/additionalProperties/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[c]:e.push(c),r++}}else{let i={instancePath:o+"/principals/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags",schemaPath:"\
#/properties/principals/additionalProperties/anyOf/1/properties/tags/type",keyword:"type",params:{type:"object"},message:"must be object"};e===
null?e=[i]:e.push(i),r++}}if(p.userId!==void 0&&typeof p.userId!="string"){let t={instancePath:o+"/principals/"+a.replace(/~/g,"~0").replace(
/\//g,"~1")+"/userId",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/userId/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}if(p.roleArn!==void 0&&typeof p.roleArn!="string"){let t={instancePath:o+"/p\
rincipals/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/roleArn",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/\
roleArn/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}if(p.userArn!==void 0&&typeof p.userArn!=
"string"){let t={instancePath:o+"/principals/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/userArn",schemaPath:"#/properties/principals/addit\
ionalProperties/anyOf/1/properties/userArn/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}
if(p.serviceLinkedRole!==void 0&&typeof p.serviceLinkedRole!="boolean"){let t={instancePath:o+"/principals/"+a.replace(/~/g,"~0").replace(/\//g,
"~1")+"/serviceLinkedRole",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/serviceLinkedRole/type",keyword:"type",
params:{type:"boolean"},message:"must be boolean"};e===null?e=[t]:e.push(t),r++}if(p.mfaAgeSeconds!==void 0){let t=p.mfaAgeSeconds;if(typeof t==
"number"&&isFinite(t)){if(t<0||isNaN(t)){let i={instancePath:o+"/principals/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/mfaAgeSeconds",schemaPath:"\
#/properties/principals/additionalProperties/anyOf/1/properties/mfaAgeSeconds/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"\
must be >= 0"};e===null?e=[i]:e.push(i),r++}}else{let i={instancePath:o+"/principals/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/mfaAgeSeco\
nds",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/mfaAgeSeconds/type",keyword:"type",params:{type:"number"},message:"\
must be number"};e===null?e=[i]:e.push(i),r++}}if(p.sourceIdentity!==void 0&&typeof p.sourceIdentity!="string"){let t={instancePath:o+"/prin\
cipals/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/sourceIdentity",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/propert\
ies/sourceIdentity/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}if(p.credentials!==void 0){
let t=p.credentials;if(t&&typeof t=="object"&&!Array.isArray(t)){if(t.accessKeyId===void 0){let i={instancePath:o+"/principals/"+a.replace(/~/g,
"~0").replace(/\//g,"~1")+"/credentials",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/credentials/required",keyword:"\
required",params:{missingProperty:"accessKeyId"},message:"must have required property 'accessKeyId'"};e===null?e=[i]:e.push(i),r++}if(t.secretAccessKey===
void 0){let i={instancePath:o+"/principals/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/credentials",schemaPath:"#/properties/principals/add\
itionalProperties/anyOf/1/properties/credentials/required",keyword:"required",params:{missingProperty:"secretAccessKey"},message:"must have \
required property 'secretAccessKey'"};e===null?e=[i]:e.push(i),r++}for(let i in t)if(!(i==="accessKeyId"||i==="secretAccessKey"||i==="sessio\
nToken")){let c={instancePath:o+"/principals/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/credentials",schemaPath:"#/properties/principals/a\
dditionalProperties/anyOf/1/properties/credentials/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:i},message:"\
must NOT have additional properties"};e===null?e=[c]:e.push(c),r++}if(t.accessKeyId!==void 0&&typeof t.accessKeyId!="string"){let i={instancePath:o+
"/principals/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/credentials/accessKeyId",schemaPath:"#/properties/principals/additionalProperties/\
anyOf/1/properties/credentials/properties/accessKeyId/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.
push(i),r++}if(t.secretAccessKey!==void 0&&typeof t.secretAccessKey!="string"){let i={instancePath:o+"/principals/"+a.replace(/~/g,"~0").replace(
/\//g,"~1")+"/credentials/secretAccessKey",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/credentials/propertie\
s/secretAccessKey/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}if(t.sessionToken!==void 0&&
typeof t.sessionToken!="string"){let i={instancePath:o+"/principals/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/credentials/sessionToken",schemaPath:"\
#/properties/principals/additionalProperties/anyOf/1/properties/credentials/properties/sessionToken/type",keyword:"type",params:{type:"strin\
g"},message:"must be string"};e===null?e=[i]:e.push(i),r++}}else{let i={instancePath:o+"/principals/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+
"/credentials",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/credentials/type",keyword:"type",params:{type:"ob\
ject"},message:"must be object"};e===null?e=[i]:e.push(i),r++}}}else{let t={instancePath:o+"/principals/"+a.replace(/~/g,"~0").replace(/\//g,
"~1"),schemaPath:"#/properties/principals/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};
e===null?e=[t]:e.push(t),r++}var S=g===r;if(n=n||S,n)r=s,e!==null&&(s?e.length=s:e=null);else{let t={instancePath:o+"/principals/"+a.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/principals/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match\
 a schema in anyOf"};e===null?e=[t]:e.push(t),r++}}else{let a={instancePath:o+"/principals",schemaPath:"#/properties/principals/type",keyword:"\
type",params:{type:"object"},message:"must be object"};e===null?e=[a]:e.push(a),r++}}if(b.keys!==void 0){let y=b.keys;if(y&&typeof y=="objec\
t"&&!Array.isArray(y))for(let a in y){let p=y[a];if(p&&typeof p=="object"&&!Array.isArray(p)){for(let s in p)if(!R.call(P.properties.keys.additionalProperties.
properties,s)){let n={instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/keys/additionalProperties/ad\
ditionalProperties",keyword:"additionalProperties",params:{additionalProperty:s},message:"must NOT have additional properties"};e===null?e=[
n]:e.push(n),r++}if(p.arn!==void 0&&typeof p.arn!="string"){let s={instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"\
#/properties/keys/additionalProperties/properties/arn/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[s]:e.
push(s),r++}if(p.id!==void 0&&typeof p.id!="string"){let s={instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/id",schemaPath:"\
#/properties/keys/additionalProperties/properties/id/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[s]:e.
push(s),r++}if(p.account!==void 0&&typeof p.account!="string"){let s={instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/acc\
ount",schemaPath:"#/properties/keys/additionalProperties/properties/account/type",keyword:"type",params:{type:"string"},message:"must be str\
ing"};e===null?e=[s]:e.push(s),r++}if(p.region!==void 0&&typeof p.region!="string"){let s={instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(
/\//g,"~1")+"/region",schemaPath:"#/properties/keys/additionalProperties/properties/region/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[s]:e.push(s),r++}if(p.description!==void 0&&typeof p.description!="string"){let s={instancePath:o+"/keys/"+a.replace(
/~/g,"~0").replace(/\//g,"~1")+"/description",schemaPath:"#/properties/keys/additionalProperties/properties/description/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[s]:e.push(s),r++}if(p.createdAt!==void 0&&typeof p.createdAt!="string"){let s={
instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/createdAt",schemaPath:"#/properties/keys/additionalProperties/properties/\
createdAt/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[s]:e.push(s),r++}if(p.managedBy!==void 0){let s=p.
managedBy;if(typeof s!="string"){let n={instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/managedBy",schemaPath:"#/properti\
es/keys/additionalProperties/properties/managedBy/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(
n),r++}if(!(s==="customer"||s==="aws")){let n={instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/managedBy",schemaPath:"#/p\
roperties/keys/additionalProperties/properties/managedBy/enum",keyword:"enum",params:{allowedValues:P.properties.keys.additionalProperties.properties.
managedBy.enum},message:"must be equal to one of the allowed values"};e===null?e=[n]:e.push(n),r++}}if(p.aliases!==void 0){let s=p.aliases;if(Array.
isArray(s)){let n=s.length;for(let l=0;l<n;l++)if(typeof s[l]!="string"){let g={instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"\
~1")+"/aliases/"+l,schemaPath:"#/properties/keys/additionalProperties/properties/aliases/items/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[g]:e.push(g),r++}}else{let n={instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/aliases",schemaPath:"\
#/properties/keys/additionalProperties/properties/aliases/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[n]:
e.push(n),r++}}if(p.policy!==void 0){let s=p.policy;if(typeof s!="string"&&!(s&&typeof s=="object"&&!Array.isArray(s))){let n={instancePath:o+
"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/policy",schemaPath:"#/properties/keys/additionalProperties/properties/policy/type",keyword:"\
type",params:{type:P.properties.keys.additionalProperties.properties.policy.type},message:"must be string,object"};e===null?e=[n]:e.push(n),
r++}}if(p.tags!==void 0){let s=p.tags;if(s&&typeof s=="object"&&!Array.isArray(s)){for(let n in s)if(typeof s[n]!="string"){let l={instancePath:o+
"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+n.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/keys/additional\
Properties/properties/tags/additionalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(
l),r++}}else{let n={instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags",schemaPath:"#/properties/keys/additionalPropert\
ies/properties/tags/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[n]:e.push(n),r++}}if(p.grants!==void 0){
let s=p.grants;if(Array.isArray(s)){let n=s.length;for(let l=0;l<n;l++){let g=s[l];if(g&&typeof g=="object"&&!Array.isArray(g)){if(g.grantee===
void 0){let t={instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l,schemaPath:"#/properties/keys/additionalPropert\
ies/properties/grants/items/required",keyword:"required",params:{missingProperty:"grantee"},message:"must have required property 'grantee'"};
e===null?e=[t]:e.push(t),r++}if(g.operations===void 0){let t={instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l,
schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/required",keyword:"required",params:{missingProperty:"operations"},
message:"must have required property 'operations'"};e===null?e=[t]:e.push(t),r++}for(let t in g)if(!(t==="id"||t==="name"||t==="grantee"||t===
"operations"||t==="constraints"||t==="retiring"||t==="issuingAccount"||t==="token")){let i={instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(
/\//g,"~1")+"/grants/"+l,schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/additionalProperties",keyword:"additiona\
lProperties",params:{additionalProperty:t},message:"must NOT have additional properties"};e===null?e=[i]:e.push(i),r++}if(g.id!==void 0&&typeof g.
id!="string"){let t={instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/id",schemaPath:"#/properties/keys/addit\
ionalProperties/properties/grants/items/properties/id/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.
push(t),r++}if(g.name!==void 0&&typeof g.name!="string"){let t={instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+
l+"/name",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/name/type",keyword:"type",params:{type:"stri\
ng"},message:"must be string"};e===null?e=[t]:e.push(t),r++}if(g.grantee!==void 0&&typeof g.grantee!="string"){let t={instancePath:o+"/keys/"+
a.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/grantee",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/\
properties/grantee/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}if(g.operations!==void 0){
let t=g.operations;if(Array.isArray(t)){let i=t.length;for(let c=0;c<i;c++){let d=t[c];if(typeof d!="string"){let u={instancePath:o+"/keys/"+
a.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/operations/"+c,schemaPath:"#/properties/keys/additionalProperties/properties/grants/\
items/properties/operations/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[u]:e.push(u),r++}if(!(d===
"Decrypt"||d==="Encrypt"||d==="GenerateDataKey"||d==="GenerateDataKeyWithoutPlaintext"||d==="ReEncryptFrom"||d==="ReEncryptTo"||d==="Sign"||
d==="Verify"||d==="GetPublicKey"||d==="CreateGrant"||d==="RetireGrant"||d==="DescribeKey"||d==="GenerateDataKeyPair"||d==="GenerateDataKeyPa\
irWithoutPlaintext"||d==="GenerateMac"||d==="VerifyMac"||d==="DeriveSharedSecret"||d==="Encapsulate"||d==="Decapsulate")){let u={instancePath:o+
"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/operations/"+c,schemaPath:"#/properties/keys/additionalProperties/propertie\
s/grants/items/properties/operations/items/enum",keyword:"enum",params:{allowedValues:P.properties.keys.additionalProperties.properties.grants.
items.properties.operations.items.enum},message:"must be equal to one of the allowed values"};e===null?e=[u]:e.push(u),r++}}}else{let i={instancePath:o+
"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/operations",schemaPath:"#/properties/keys/additionalProperties/properties/g\
rants/items/properties/operations/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),r++}}if(g.constraints!==
void 0){let t=g.constraints;if(t&&typeof t=="object"&&!Array.isArray(t)){for(let i in t)if(!(i==="EncryptionContextEquals"||i==="EncryptionC\
ontextSubset"||i==="SourceArn")){let c={instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/constraints",schemaPath:"\
#/properties/keys/additionalProperties/properties/grants/items/properties/constraints/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:i},message:"must NOT have additional properties"};e===null?e=[c]:e.push(c),r++}if(t.EncryptionContextEquals!==void 0){let i=t.
EncryptionContextEquals;if(i&&typeof i=="object"&&!Array.isArray(i)){for(let c in i)if(typeof i[c]!="string"){let d={instancePath:o+"/keys/"+
a.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/constraints/EncryptionContextEquals/"+c.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/keys/additionalProperties/properties/grants/items/properties/constraints/properties/EncryptionContextEquals/additionalPropertie\
s/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[d]:e.push(d),r++}}else{let c={instancePath:o+"/keys/"+a.
replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/constraints/EncryptionContextEquals",schemaPath:"#/properties/keys/additionalPropertie\
s/properties/grants/items/properties/constraints/properties/EncryptionContextEquals/type",keyword:"type",params:{type:"object"},message:"mus\
t be object"};e===null?e=[c]:e.push(c),r++}}if(t.EncryptionContextSubset!==void 0){let i=t.EncryptionContextSubset;if(i&&typeof i=="object"&&
!Array.isArray(i)){for(let c in i)if(typeof i[c]!="string"){let d={instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants\
/"+l+"/constraints/EncryptionContextSubset/"+c.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/keys/additionalProperties/pro\
perties/grants/items/properties/constraints/properties/EncryptionContextSubset/additionalProperties/type",keyword:"type",params:{type:"strin\
g"},message:"must be string"};e===null?e=[d]:e.push(d),r++}}else{let c={instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/g\
rants/"+l+"/constraints/EncryptionContextSubset",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/const\
raints/properties/EncryptionContextSubset/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[c]:e.push(c),r++}}
if(t.SourceArn!==void 0&&typeof t.SourceArn!="string"){let i={instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+
"/constraints/SourceArn",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/constraints/properties/Source\
Arn/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}}else{let i={instancePath:o+"/keys/"+
a.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/constraints",schemaPath:"#/properties/keys/additionalProperties/properties/grants/it\
ems/properties/constraints/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[i]:e.push(i),r++}}if(g.retiring!==
void 0&&typeof g.retiring!="string"){let t={instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/retiring",schemaPath:"\
#/properties/keys/additionalProperties/properties/grants/items/properties/retiring/type",keyword:"type",params:{type:"string"},message:"must\
 be string"};e===null?e=[t]:e.push(t),r++}if(g.issuingAccount!==void 0&&typeof g.issuingAccount!="string"){let t={instancePath:o+"/keys/"+a.
replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/issuingAccount",schemaPath:"#/properties/keys/additionalProperties/properties/grants/i\
tems/properties/issuingAccount/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}if(g.token!==
void 0&&typeof g.token!="string"){let t={instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/token",schemaPath:"\
#/properties/keys/additionalProperties/properties/grants/items/properties/token/type",keyword:"type",params:{type:"string"},message:"must be\
 string"};e===null?e=[t]:e.push(t),r++}}else{let t={instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l,schemaPath:"\
#/properties/keys/additionalProperties/properties/grants/items/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?
e=[t]:e.push(t),r++}}}else{let n={instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants",schemaPath:"#/properties/keys/a\
dditionalProperties/properties/grants/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[n]:e.push(n),r++}}if(p.
spec!==void 0){let s=p.spec;if(typeof s!="string"){let n={instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/spec",schemaPath:"\
#/properties/keys/additionalProperties/properties/spec/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:
e.push(n),r++}if(!(s==="SYMMETRIC_DEFAULT"||s==="RSA_2048"||s==="RSA_3072"||s==="RSA_4096"||s==="SM2"||s==="ECC_NIST_P256"||s==="ECC_NIST_P3\
84"||s==="ECC_NIST_P521"||s==="ECC_SECG_P256K1"||s==="ECC_NIST_EDWARDS25519"||s==="ML_DSA_44"||s==="ML_DSA_65"||s==="ML_DSA_87"||s==="HMAC_2\
24"||s==="HMAC_256"||s==="HMAC_384"||s==="HMAC_512"||s==="ML_KEM_512"||s==="ML_KEM_768"||s==="ML_KEM_1024")){let n={instancePath:o+"/keys/"+
a.replace(/~/g,"~0").replace(/\//g,"~1")+"/spec",schemaPath:"#/properties/keys/additionalProperties/properties/spec/enum",keyword:"enum",params:{
allowedValues:P.properties.keys.additionalProperties.properties.spec.enum},message:"must be equal to one of the allowed values"};e===null?e=
[n]:e.push(n),r++}}if(p.usage!==void 0){let s=p.usage;if(typeof s!="string"){let n={instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(/\//g,
"~1")+"/usage",schemaPath:"#/properties/keys/additionalProperties/properties/usage/type",keyword:"type",params:{type:"string"},message:"must\
 be string"};e===null?e=[n]:e.push(n),r++}if(!(s==="ENCRYPT_DECRYPT"||s==="SIGN_VERIFY"||s==="GENERATE_VERIFY_MAC"||s==="KEY_AGREEMENT"||s===
"ENCAPSULATE_DECAPSULATE")){let n={instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/usage",schemaPath:"#/properties/keys/a\
dditionalProperties/properties/usage/enum",keyword:"enum",params:{allowedValues:P.properties.keys.additionalProperties.properties.usage.enum},
message:"must be equal to one of the allowed values"};e===null?e=[n]:e.push(n),r++}}if(p.origin!==void 0){let s=p.origin;if(typeof s!="strin\
g"){let n={instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/origin",schemaPath:"#/properties/keys/additionalProperties/pro\
perties/origin/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),r++}if(!(s==="AWS_KMS"||s==="E\
XTERNAL"||s==="AWS_CLOUDHSM"||s==="EXTERNAL_KEY_STORE")){let n={instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/origin",schemaPath:"\
#/properties/keys/additionalProperties/properties/origin/enum",keyword:"enum",params:{allowedValues:P.properties.keys.additionalProperties.properties.
origin.enum},message:"must be equal to one of the allowed values"};e===null?e=[n]:e.push(n),r++}}if(p.multiRegion!==void 0&&typeof p.multiRegion!=
"boolean"){let s={instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/multiRegion",schemaPath:"#/properties/keys/additionalPr\
operties/properties/multiRegion/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[s]:e.push(s),r++}if(p.multiRegionKeyType!==
void 0){let s=p.multiRegionKeyType;if(typeof s!="string"){let n={instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/multiReg\
ionKeyType",schemaPath:"#/properties/keys/additionalProperties/properties/multiRegionKeyType/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[n]:e.push(n),r++}if(!(s==="PRIMARY"||s==="REPLICA")){let n={instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(
/\//g,"~1")+"/multiRegionKeyType",schemaPath:"#/properties/keys/additionalProperties/properties/multiRegionKeyType/enum",keyword:"enum",params:{
allowedValues:P.properties.keys.additionalProperties.properties.multiRegionKeyType.enum},message:"must be equal to one of the allowed values"};
e===null?e=[n]:e.push(n),r++}}if(p.state!==void 0){let s=p.state;if(typeof s!="string"){let n={instancePath:o+"/keys/"+a.replace(/~/g,"~0").
replace(/\//g,"~1")+"/state",schemaPath:"#/properties/keys/additionalProperties/properties/state/type",keyword:"type",params:{type:"string"},
message:"must be string"};e===null?e=[n]:e.push(n),r++}if(!(s==="Enabled"||s==="Disabled"||s==="PendingDeletion"||s==="PendingReplicaDeletio\
n"||s==="PendingImport"||s==="Unavailable"||s==="Creating"||s==="Updating")){let n={instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(/\//g,
"~1")+"/state",schemaPath:"#/properties/keys/additionalProperties/properties/state/enum",keyword:"enum",params:{allowedValues:P.properties.keys.
additionalProperties.properties.state.enum},message:"must be equal to one of the allowed values"};e===null?e=[n]:e.push(n),r++}}if(p.pendingWindowInDays!==
void 0){let s=p.pendingWindowInDays;if(!(typeof s=="number"&&!(s%1)&&!isNaN(s)&&isFinite(s))){let n={instancePath:o+"/keys/"+a.replace(/~/g,
"~0").replace(/\//g,"~1")+"/pendingWindowInDays",schemaPath:"#/properties/keys/additionalProperties/properties/pendingWindowInDays/type",keyword:"\
type",params:{type:"integer"},message:"must be integer"};e===null?e=[n]:e.push(n),r++}if(typeof s=="number"&&isFinite(s)){if(s>30||isNaN(s)){
let n={instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/pendingWindowInDays",schemaPath:"#/properties/keys/additionalPrope\
rties/properties/pendingWindowInDays/maximum",keyword:"maximum",params:{comparison:"<=",limit:30},message:"must be <= 30"};e===null?e=[n]:e.
push(n),r++}if(s<7||isNaN(s)){let n={instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/pendingWindowInDays",schemaPath:"#/p\
roperties/keys/additionalProperties/properties/pendingWindowInDays/minimum",keyword:"minimum",params:{comparison:">=",limit:7},message:"must\
 be >= 7"};e===null?e=[n]:e.push(n),r++}}}if(p.rotation!==void 0){let s=p.rotation,n=r,l=!1,g=r;if(typeof s!="boolean"){let i={instancePath:o+
"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/rotation",schemaPath:"#/properties/keys/additionalProperties/properties/rotation/anyOf/0\
/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[i]:e.push(i),r++}var _=g===r;l=l||_;let t=r;if(s&&typeof s==
"object"&&!Array.isArray(s)){if(s.periodInDays===void 0){let i={instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/rotation",
schemaPath:"#/properties/keys/additionalProperties/properties/rotation/anyOf/1/required",keyword:"required",params:{missingProperty:"periodI\
nDays"},message:"must have required property 'periodInDays'"};e===null?e=[i]:e.push(i),r++}for(let i in s)if(i!=="periodInDays"){let c={instancePath:o+
"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/rotation",schemaPath:"#/properties/keys/additionalProperties/properties/rotation/anyOf/1\
/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:i},message:"must NOT have additional properties"};e===null?
e=[c]:e.push(c),r++}if(s.periodInDays!==void 0){let i=s.periodInDays;if(!(typeof i=="number"&&!(i%1)&&!isNaN(i)&&isFinite(i))){let c={instancePath:o+
"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/rotation/periodInDays",schemaPath:"#/properties/keys/additionalProperties/properties/rot\
ation/anyOf/1/properties/periodInDays/type",keyword:"type",params:{type:"integer"},message:"must be integer"};e===null?e=[c]:e.push(c),r++}if(typeof i==
"number"&&isFinite(i)){if(i>2560||isNaN(i)){let c={instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/rotation/periodInDays",
schemaPath:"#/properties/keys/additionalProperties/properties/rotation/anyOf/1/properties/periodInDays/maximum",keyword:"maximum",params:{comparison:"\
<=",limit:2560},message:"must be <= 2560"};e===null?e=[c]:e.push(c),r++}if(i<90||isNaN(i)){let c={instancePath:o+"/keys/"+a.replace(/~/g,"~0").
replace(/\//g,"~1")+"/rotation/periodInDays",schemaPath:"#/properties/keys/additionalProperties/properties/rotation/anyOf/1/properties/perio\
dInDays/minimum",keyword:"minimum",params:{comparison:">=",limit:90},message:"must be >= 90"};e===null?e=[c]:e.push(c),r++}}}}else{let i={instancePath:o+
"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/rotation",schemaPath:"#/properties/keys/additionalProperties/properties/rotation/anyOf/1\
/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[i]:e.push(i),r++}var _=t===r;if(l=l||_,l)r=n,e!==null&&(n?
e.length=n:e=null);else{let i={instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/rotation",schemaPath:"#/properties/keys/ad\
ditionalProperties/properties/rotation/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[i]:e.push(i),r++}}
if(p.dangerousKeyMaterial!==void 0){let s=p.dangerousKeyMaterial,n=r,l=!1,g=r;if(typeof s!="string"){let i={instancePath:o+"/keys/"+a.replace(
/~/g,"~0").replace(/\//g,"~1")+"/dangerousKeyMaterial",schemaPath:"#/properties/keys/additionalProperties/properties/dangerousKeyMaterial/an\
yOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}var I=g===r;l=l||I;let t=r;if(Array.
isArray(s)){if(s.length<1){let c={instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/dangerousKeyMaterial",schemaPath:"#/pro\
perties/keys/additionalProperties/properties/dangerousKeyMaterial/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT ha\
ve fewer than 1 items"};e===null?e=[c]:e.push(c),r++}let i=s.length;for(let c=0;c<i;c++)if(typeof s[c]!="string"){let d={instancePath:o+"/ke\
ys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/dangerousKeyMaterial/"+c,schemaPath:"#/properties/keys/additionalProperties/properties/dange\
rousKeyMaterial/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[d]:e.push(d),r++}}else{let i={
instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/dangerousKeyMaterial",schemaPath:"#/properties/keys/additionalProperties/\
properties/dangerousKeyMaterial/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),r++}var I=t===
r;if(l=l||I,l)r=n,e!==null&&(n?e.length=n:e=null);else{let i={instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/dangerousKe\
yMaterial",schemaPath:"#/properties/keys/additionalProperties/properties/dangerousKeyMaterial/anyOf",keyword:"anyOf",params:{},message:"must\
 match a schema in anyOf"};e===null?e=[i]:e.push(i),r++}}}else{let s={instancePath:o+"/keys/"+a.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/keys/additionalProperties/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[s]:e.push(s),r++}}else{
let a={instancePath:o+"/keys",schemaPath:"#/properties/keys/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=
[a]:e.push(a),r++}}if(b.endpoints!==void 0){let y=b.endpoints;if(y&&typeof y=="object"&&!Array.isArray(y))for(let a in y){let p=y[a];if(p&&typeof p==
"object"&&!Array.isArray(p)){if(p.id===void 0){let s={instancePath:o+"/endpoints/"+a.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/pr\
operties/endpoints/additionalProperties/required",keyword:"required",params:{missingProperty:"id"},message:"must have required property 'id'"};
e===null?e=[s]:e.push(s),r++}for(let s in p)if(!(s==="id"||s==="vpc"||s==="policy")){let n={instancePath:o+"/endpoints/"+a.replace(/~/g,"~0").
replace(/\//g,"~1"),schemaPath:"#/properties/endpoints/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:s},
message:"must NOT have additional properties"};e===null?e=[n]:e.push(n),r++}if(p.id!==void 0&&typeof p.id!="string"){let s={instancePath:o+"\
/endpoints/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/id",schemaPath:"#/properties/endpoints/additionalProperties/properties/id/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[s]:e.push(s),r++}if(p.vpc!==void 0&&typeof p.vpc!="string"){let s={instancePath:o+
"/endpoints/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/vpc",schemaPath:"#/properties/endpoints/additionalProperties/properties/vpc/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[s]:e.push(s),r++}if(p.policy!==void 0){let s=p.policy;if(typeof s!="strin\
g"&&!(s&&typeof s=="object"&&!Array.isArray(s))){let n={instancePath:o+"/endpoints/"+a.replace(/~/g,"~0").replace(/\//g,"~1")+"/policy",schemaPath:"\
#/properties/endpoints/additionalProperties/properties/policy/type",keyword:"type",params:{type:P.properties.endpoints.additionalProperties.
properties.policy.type},message:"must be string,object"};e===null?e=[n]:e.push(n),r++}}}else{let s={instancePath:o+"/endpoints/"+a.replace(/~/g,
"~0").replace(/\//g,"~1"),schemaPath:"#/properties/endpoints/additionalProperties/type",keyword:"type",params:{type:"object"},message:"must \
be object"};e===null?e=[s]:e.push(s),r++}}else{let a={instancePath:o+"/endpoints",schemaPath:"#/properties/endpoints/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[a]:e.push(a),r++}}}else{let y={instancePath:o,schemaPath:"#/type",keyword:"type",params:{
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
n","id","account","region","description","createdAt","managedBy","aliases","policy","tags","grants","spec","usage","origin","multiRegion","m\
ultiRegionKeyType","state","pendingWindowInDays","rotation","dangerousKeyMaterial"],"#/properties/keys/additionalProperties/properties/grant\
s/items/additionalProperties":["id","name","grantee","operations","constraints","retiring","issuingAccount","token"],"#/properties/keys/addi\
tionalProperties/properties/grants/items/properties/constraints/additionalProperties":["EncryptionContextEquals","EncryptionContextSubset","\
SourceArn"],"#/properties/keys/additionalProperties/properties/rotation/anyOf/1/additionalProperties":["periodInDays"],"#/properties/endpoin\
ts/additionalProperties/additionalProperties":["id","vpc","policy"]},x=b=>T(b)?[]:K(T.errors,D);export{x as validateWorld};
