// Compiled from the JSON Schemas of schemas/ by .build/schemas.ts: run `npm run schemas`, never edit.
import{readFaults as T}from"./faults.ts";var D=E,h={$schema:"https://json-schema.org/draft/2020-12/schema",$id:"urn:kmsward:schemas:world",title:"\
kmsward world",description:"An estate: accounts, organization, principals, keys and VPC endpoints with their policies; in one file, or in se\
veral that name each other.",type:"object",properties:{$schema:{type:"string"},version:{type:"number",const:1},account:{type:"string"},region:{
type:"string"},include:{type:"array",items:{type:"string"}},policies:{type:"object",additionalProperties:{type:["string","object"]}},accounts:{
type:"object",additionalProperties:{anyOf:[{type:"string"},{type:"object",properties:{id:{type:"string"},serviceControl:{type:"array",items:{
type:["string","object"]}},resourceControl:{type:"array",items:{type:["string","object"]}}},required:["id"],additionalProperties:!1}]}},organization:{
type:"object",properties:{id:{type:"string"},managementAccount:{type:"string"},rootId:{type:"string"},serviceControl:{type:"array",items:{type:[
"string","object"]}},resourceControl:{type:"array",items:{type:["string","object"]}},accounts:{type:"array",items:{type:"string"}},units:{type:"\
object",additionalProperties:{type:"object",properties:{id:{type:"string"},serviceControl:{type:"array",items:{type:["string","object"]}},resourceControl:{
type:"array",items:{type:["string","object"]}},accounts:{type:"array",items:{type:"string"}},units:{type:"object",additionalProperties:{type:"\
object",properties:{id:{type:"string"},serviceControl:{type:"array",items:{type:["string","object"]}},resourceControl:{type:"array",items:{type:[
"string","object"]}},accounts:{type:"array",items:{type:"string"}},units:{type:"object",additionalProperties:{type:"object",properties:{id:{
type:"string"},serviceControl:{type:"array",items:{type:["string","object"]}},resourceControl:{type:"array",items:{type:["string","object"]}},
accounts:{type:"array",items:{type:"string"}},units:{type:"object",additionalProperties:{type:"object",properties:{id:{type:"string"},serviceControl:{
type:"array",items:{type:["string","object"]}},resourceControl:{type:"array",items:{type:["string","object"]}},accounts:{type:"array",items:{
type:"string"}},units:{type:"object",additionalProperties:{type:"object",properties:{id:{type:"string"},serviceControl:{type:"array",items:{
type:["string","object"]}},resourceControl:{type:"array",items:{type:["string","object"]}},accounts:{type:"array",items:{type:"string"}}},additionalProperties:!1}}},
additionalProperties:!1}}},additionalProperties:!1}}},additionalProperties:!1}}},additionalProperties:!1}}},required:["id"],additionalProperties:!1},
principals:{type:"object",additionalProperties:{anyOf:[{type:"string"},{type:"object",properties:{arn:{type:"string"},policies:{type:"array",
items:{type:["string","object"]}},boundary:{type:["string","object"]},session:{type:"array",items:{type:["string","object"]}},trust:{type:["\
string","object"]},tags:{type:"object",additionalProperties:{type:"string"}},userId:{type:"string"},roleArn:{type:"string"},userArn:{type:"s\
tring"},serviceLinkedRole:{type:"boolean"},mfaAgeSeconds:{type:"number",minimum:0},sourceIdentity:{type:"string"},credentials:{type:"object",
properties:{accessKeyId:{type:"string"},secretAccessKey:{type:"string"},sessionToken:{type:"string"}},required:["accessKeyId","secretAccessK\
ey"],additionalProperties:!1}},required:["arn"],additionalProperties:!1}]}},keys:{type:"object",additionalProperties:{type:"object",properties:{
arn:{type:"string"},id:{type:"string"},account:{type:"string"},region:{type:"string"},description:{type:"string"},managedBy:{type:"string",enum:[
"customer","aws"]},aliases:{type:"array",items:{type:"string"}},policy:{type:["string","object"]},tags:{type:"object",additionalProperties:{
type:"string"}},grants:{type:"array",items:{type:"object",properties:{id:{type:"string"},name:{type:"string"},grantee:{type:"string"},operations:{
type:"array",items:{type:"string",enum:["Decrypt","Encrypt","GenerateDataKey","GenerateDataKeyWithoutPlaintext","ReEncryptFrom","ReEncryptTo",
"Sign","Verify","GetPublicKey","CreateGrant","RetireGrant","DescribeKey","GenerateDataKeyPair","GenerateDataKeyPairWithoutPlaintext","Genera\
teMac","VerifyMac","DeriveSharedSecret","Encapsulate","Decapsulate"]}},constraints:{type:"object",properties:{EncryptionContextEquals:{type:"\
object",additionalProperties:{type:"string"}},EncryptionContextSubset:{type:"object",additionalProperties:{type:"string"}},SourceArn:{type:"\
string"}},additionalProperties:!1},retiring:{type:"string"},issuingAccount:{type:"string"},token:{type:"string"}},required:["grantee","opera\
tions"],additionalProperties:!1}},spec:{type:"string",enum:["SYMMETRIC_DEFAULT","RSA_2048","RSA_3072","RSA_4096","SM2","ECC_NIST_P256","ECC_\
NIST_P384","ECC_NIST_P521","ECC_SECG_P256K1","ECC_NIST_EDWARDS25519","ML_DSA_44","ML_DSA_65","ML_DSA_87","HMAC_224","HMAC_256","HMAC_384","H\
MAC_512","ML_KEM_512","ML_KEM_768","ML_KEM_1024"]},usage:{type:"string",enum:["ENCRYPT_DECRYPT","SIGN_VERIFY","GENERATE_VERIFY_MAC","KEY_AGR\
EEMENT","ENCAPSULATE_DECAPSULATE"]},origin:{type:"string",enum:["AWS_KMS","EXTERNAL","AWS_CLOUDHSM","EXTERNAL_KEY_STORE"]},multiRegion:{type:"\
boolean"},multiRegionKeyType:{type:"string",enum:["PRIMARY","REPLICA"]},state:{type:"string",enum:["Enabled","Disabled","PendingDeletion","P\
endingReplicaDeletion","PendingImport","Unavailable","Creating","Updating"]},pendingWindowInDays:{type:"integer",minimum:7,maximum:30},rotation:{
anyOf:[{type:"boolean"},{type:"object",properties:{periodInDays:{type:"integer",minimum:90,maximum:2560}},required:["periodInDays"],additionalProperties:!1}]},
dangerousKeyMaterial:{anyOf:[{type:"string"},{minItems:1,type:"array",items:{type:"string"}}]}},additionalProperties:!1}},endpoints:{type:"o\
bject",additionalProperties:{type:"object",properties:{id:{type:"string"},vpc:{type:"string"},policy:{type:["string","object"]}},required:["\
id"],additionalProperties:!1}}},additionalProperties:!1},K=Object.prototype.hasOwnProperty;function E(b,{instancePath:p="",parentData:M,parentDataProperty:N,
rootData:q=b,dynamicAnchors:L={}}={}){let e=null,r=0,v=E.evaluated;if(v.dynamicProps&&(v.props=void 0),v.dynamicItems&&(v.items=void 0),b&&typeof b==
"object"&&!Array.isArray(b)){for(let y in b)if(!K.call(h.properties,y)){let s={instancePath:p,schemaPath:"#/additionalProperties",keyword:"a\
dditionalProperties",params:{additionalProperty:y},message:"must NOT have additional properties"};e===null?e=[s]:e.push(s),r++}if(b.$schema!==
void 0&&typeof b.$schema!="string"){let y={instancePath:p+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type:"s\
tring"},message:"must be string"};e===null?e=[y]:e.push(y),r++}if(b.version!==void 0){let y=b.version;if(!(typeof y=="number"&&isFinite(y))){
let s={instancePath:p+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type:"number"},message:"must be number"};e===
null?e=[s]:e.push(s),r++}if(y!==1){let s={instancePath:p+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue:1},
message:"must be equal to constant"};e===null?e=[s]:e.push(s),r++}}if(b.account!==void 0&&typeof b.account!="string"){let y={instancePath:p+
"/account",schemaPath:"#/properties/account/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[y]:e.push(y),r++}
if(b.region!==void 0&&typeof b.region!="string"){let y={instancePath:p+"/region",schemaPath:"#/properties/region/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[y]:e.push(y),r++}if(b.include!==void 0){let y=b.include;if(Array.isArray(y)){let s=y.length;
for(let o=0;o<s;o++)if(typeof y[o]!="string"){let a={instancePath:p+"/include/"+o,schemaPath:"#/properties/include/items/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}}else{let s={instancePath:p+"/include",schemaPath:"#/propertie\
s/include/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[s]:e.push(s),r++}}if(b.policies!==void 0){let y=b.
policies;if(y&&typeof y=="object"&&!Array.isArray(y))for(let s in y){let o=y[s];if(typeof o!="string"&&!(o&&typeof o=="object"&&!Array.isArray(
o))){let a={instancePath:p+"/policies/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/policies/additionalProperties/type",
keyword:"type",params:{type:h.properties.policies.additionalProperties.type},message:"must be string,object"};e===null?e=[a]:e.push(a),r++}}else{
let s={instancePath:p+"/policies",schemaPath:"#/properties/policies/type",keyword:"type",params:{type:"object"},message:"must be object"};e===
null?e=[s]:e.push(s),r++}}if(b.accounts!==void 0){let y=b.accounts;if(y&&typeof y=="object"&&!Array.isArray(y))for(let s in y){let o=y[s],a=r,
n=!1,l=r;if(typeof o!="string"){let t={instancePath:p+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/account\
s/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}var O=l===
r;n=n||O;let g=r;if(o&&typeof o=="object"&&!Array.isArray(o)){if(o.id===void 0){let t={instancePath:p+"/accounts/"+s.replace(/~/g,"~0").replace(
/\//g,"~1"),schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/required",keyword:"required",params:{missingProperty:"id"},message:"\
must have required property 'id'"};e===null?e=[t]:e.push(t),r++}for(let t in o)if(!(t==="id"||t==="serviceControl"||t==="resourceControl")){
let i={instancePath:p+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/a\
dditionalProperties",keyword:"additionalProperties",params:{additionalProperty:t},message:"must NOT have additional properties"};e===null?e=
[i]:e.push(i),r++}if(o.id!==void 0&&typeof o.id!="string"){let t={instancePath:p+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/id",
schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/properties/id/type",keyword:"type",params:{type:"string"},message:"must be st\
ring"};e===null?e=[t]:e.push(t),r++}if(o.serviceControl!==void 0){let t=o.serviceControl;if(Array.isArray(t)){let i=t.length;for(let c=0;c<i;c++){
let d=t[c];if(typeof d!="string"&&!(d&&typeof d=="object"&&!Array.isArray(d))){let u={instancePath:p+"/accounts/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/serviceControl/"+c,schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/properties/serviceControl/items/type",keyword:"\
type",params:{type:h.properties.accounts.additionalProperties.anyOf[1].properties.serviceControl.items.type},message:"must be string,object"};
e===null?e=[u]:e.push(u),r++}}}else{let i={instancePath:p+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceControl",schemaPath:"\
#/properties/accounts/additionalProperties/anyOf/1/properties/serviceControl/type",keyword:"type",params:{type:"array"},message:"must be arr\
ay"};e===null?e=[i]:e.push(i),r++}}if(o.resourceControl!==void 0){let t=o.resourceControl;if(Array.isArray(t)){let i=t.length;for(let c=0;c<
i;c++){let d=t[c];if(typeof d!="string"&&!(d&&typeof d=="object"&&!Array.isArray(d))){let u={instancePath:p+"/accounts/"+s.replace(/~/g,"~0").
replace(/\//g,"~1")+"/resourceControl/"+c,schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/properties/resourceControl/items/ty\
pe",keyword:"type",params:{type:h.properties.accounts.additionalProperties.anyOf[1].properties.resourceControl.items.type},message:"must be \
string,object"};e===null?e=[u]:e.push(u),r++}}}else{let i={instancePath:p+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceCo\
ntrol",schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/properties/resourceControl/type",keyword:"type",params:{type:"array"},
message:"must be array"};e===null?e=[i]:e.push(i),r++}}}else{let t={instancePath:p+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/accounts/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[t]:e.push(
t),r++}var O=g===r;if(n=n||O,n)r=a,e!==null&&(a?e.length=a:e=null);else{let t={instancePath:p+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,
"~1"),schemaPath:"#/properties/accounts/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?
e=[t]:e.push(t),r++}}else{let s={instancePath:p+"/accounts",schemaPath:"#/properties/accounts/type",keyword:"type",params:{type:"object"},message:"\
must be object"};e===null?e=[s]:e.push(s),r++}}if(b.organization!==void 0){let y=b.organization;if(y&&typeof y=="object"&&!Array.isArray(y)){
if(y.id===void 0){let s={instancePath:p+"/organization",schemaPath:"#/properties/organization/required",keyword:"required",params:{missingProperty:"\
id"},message:"must have required property 'id'"};e===null?e=[s]:e.push(s),r++}for(let s in y)if(!(s==="id"||s==="managementAccount"||s==="ro\
otId"||s==="serviceControl"||s==="resourceControl"||s==="accounts"||s==="units")){let o={instancePath:p+"/organization",schemaPath:"#/proper\
ties/organization/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:s},message:"must NOT have additional prope\
rties"};e===null?e=[o]:e.push(o),r++}if(y.id!==void 0&&typeof y.id!="string"){let s={instancePath:p+"/organization/id",schemaPath:"#/propert\
ies/organization/properties/id/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[s]:e.push(s),r++}if(y.managementAccount!==
void 0&&typeof y.managementAccount!="string"){let s={instancePath:p+"/organization/managementAccount",schemaPath:"#/properties/organization/\
properties/managementAccount/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[s]:e.push(s),r++}if(y.rootId!==
void 0&&typeof y.rootId!="string"){let s={instancePath:p+"/organization/rootId",schemaPath:"#/properties/organization/properties/rootId/type",
keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[s]:e.push(s),r++}if(y.serviceControl!==void 0){let s=y.serviceControl;
if(Array.isArray(s)){let o=s.length;for(let a=0;a<o;a++){let n=s[a];if(typeof n!="string"&&!(n&&typeof n=="object"&&!Array.isArray(n))){let l={
instancePath:p+"/organization/serviceControl/"+a,schemaPath:"#/properties/organization/properties/serviceControl/items/type",keyword:"type",
params:{type:h.properties.organization.properties.serviceControl.items.type},message:"must be string,object"};e===null?e=[l]:e.push(l),r++}}}else{
let o={instancePath:p+"/organization/serviceControl",schemaPath:"#/properties/organization/properties/serviceControl/type",keyword:"type",params:{
type:"array"},message:"must be array"};e===null?e=[o]:e.push(o),r++}}if(y.resourceControl!==void 0){let s=y.resourceControl;if(Array.isArray(
s)){let o=s.length;for(let a=0;a<o;a++){let n=s[a];if(typeof n!="string"&&!(n&&typeof n=="object"&&!Array.isArray(n))){let l={instancePath:p+
"/organization/resourceControl/"+a,schemaPath:"#/properties/organization/properties/resourceControl/items/type",keyword:"type",params:{type:h.
properties.organization.properties.resourceControl.items.type},message:"must be string,object"};e===null?e=[l]:e.push(l),r++}}}else{let o={instancePath:p+
"/organization/resourceControl",schemaPath:"#/properties/organization/properties/resourceControl/type",keyword:"type",params:{type:"array"},
message:"must be array"};e===null?e=[o]:e.push(o),r++}}if(y.accounts!==void 0){let s=y.accounts;if(Array.isArray(s)){let o=s.length;for(let a=0;a<
o;a++)if(typeof s[a]!="string"){let n={instancePath:p+"/organization/accounts/"+a,schemaPath:"#/properties/organization/properties/accounts/\
items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),r++}}else{let o={instancePath:p+"/organ\
ization/accounts",schemaPath:"#/properties/organization/properties/accounts/type",keyword:"type",params:{type:"array"},message:"must be arra\
y"};e===null?e=[o]:e.push(o),r++}}if(y.units!==void 0){let s=y.units;if(s&&typeof s=="object"&&!Array.isArray(s))for(let o in s){let a=s[o];
if(a&&typeof a=="object"&&!Array.isArray(a)){for(let n in a)if(!(n==="id"||n==="serviceControl"||n==="resourceControl"||n==="accounts"||n===
"units")){let l={instancePath:p+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/organization/proper\
ties/units/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:n},message:"must NOT have ad\
ditional properties"};e===null?e=[l]:e.push(l),r++}if(a.id!==void 0&&typeof a.id!="string"){let n={instancePath:p+"/organization/units/"+o.replace(
/~/g,"~0").replace(/\//g,"~1")+"/id",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/id/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),r++}if(a.serviceControl!==void 0){let n=a.serviceControl;if(Array.
isArray(n)){let l=n.length;for(let g=0;g<l;g++){let t=n[g];if(typeof t!="string"&&!(t&&typeof t=="object"&&!Array.isArray(t))){let i={instancePath:p+
"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceControl/"+g,schemaPath:"#/properties/organization/properties/units/\
additionalProperties/properties/serviceControl/items/type",keyword:"type",params:{type:h.properties.organization.properties.units.additionalProperties.
properties.serviceControl.items.type},message:"must be string,object"};e===null?e=[i]:e.push(i),r++}}}else{let l={instancePath:p+"/organizat\
ion/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceControl",schemaPath:"#/properties/organization/properties/units/additionalProp\
erties/properties/serviceControl/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[l]:e.push(l),r++}}if(a.resourceControl!==
void 0){let n=a.resourceControl;if(Array.isArray(n)){let l=n.length;for(let g=0;g<l;g++){let t=n[g];if(typeof t!="string"&&!(t&&typeof t=="o\
bject"&&!Array.isArray(t))){let i={instancePath:p+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl/"+g,schemaPath:"\
#/properties/organization/properties/units/additionalProperties/properties/resourceControl/items/type",keyword:"type",params:{type:h.properties.
organization.properties.units.additionalProperties.properties.resourceControl.items.type},message:"must be string,object"};e===null?e=[i]:e.
push(i),r++}}}else{let l={instancePath:p+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl",schemaPath:"#/pr\
operties/organization/properties/units/additionalProperties/properties/resourceControl/type",keyword:"type",params:{type:"array"},message:"m\
ust be array"};e===null?e=[l]:e.push(l),r++}}if(a.accounts!==void 0){let n=a.accounts;if(Array.isArray(n)){let l=n.length;for(let g=0;g<l;g++)
if(typeof n[g]!="string"){let t={instancePath:p+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts/"+g,schemaPath:"#\
/properties/organization/properties/units/additionalProperties/properties/accounts/items/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[t]:e.push(t),r++}}else{let l={instancePath:p+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/\
accounts",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/accounts/type",keyword:"type",params:{type:"\
array"},message:"must be array"};e===null?e=[l]:e.push(l),r++}}if(a.units!==void 0){let n=a.units;if(n&&typeof n=="object"&&!Array.isArray(n))
for(let l in n){let g=n[l];if(g&&typeof g=="object"&&!Array.isArray(g)){for(let t in g)if(!(t==="id"||t==="serviceControl"||t==="resourceCon\
trol"||t==="accounts"||t==="units")){let i={instancePath:p+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProper\
ties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:t},message:"must NOT have additional properties"};e===null?
e=[i]:e.push(i),r++}if(g.id!==void 0&&typeof g.id!="string"){let t={instancePath:p+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,
"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/id",schemaPath:"#/properties/organization/properties/units/additionalProperties/p\
roperties/units/additionalProperties/properties/id/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(
t),r++}if(g.serviceControl!==void 0){let t=g.serviceControl;if(Array.isArray(t)){let i=t.length;for(let c=0;c<i;c++){let d=t[c];if(typeof d!=
"string"&&!(d&&typeof d=="object"&&!Array.isArray(d))){let u={instancePath:p+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+
"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceControl/"+c,schemaPath:"#/properties/organization/properties/units/additionalPro\
perties/properties/units/additionalProperties/properties/serviceControl/items/type",keyword:"type",params:{type:h.properties.organization.properties.
units.additionalProperties.properties.units.additionalProperties.properties.serviceControl.items.type},message:"must be string,object"};e===
null?e=[u]:e.push(u),r++}}}else{let i={instancePath:p+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,
"~0").replace(/\//g,"~1")+"/serviceControl",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/add\
itionalProperties/properties/serviceControl/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),r++}}
if(g.resourceControl!==void 0){let t=g.resourceControl;if(Array.isArray(t)){let i=t.length;for(let c=0;c<i;c++){let d=t[c];if(typeof d!="str\
ing"&&!(d&&typeof d=="object"&&!Array.isArray(d))){let u={instancePath:p+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/u\
nits/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl/"+c,schemaPath:"#/properties/organization/properties/units/additionalPrope\
rties/properties/units/additionalProperties/properties/resourceControl/items/type",keyword:"type",params:{type:h.properties.organization.properties.
units.additionalProperties.properties.units.additionalProperties.properties.resourceControl.items.type},message:"must be string,object"};e===
null?e=[u]:e.push(u),r++}}}else{let i={instancePath:p+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,
"~0").replace(/\//g,"~1")+"/resourceControl",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/ad\
ditionalProperties/properties/resourceControl/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),r++}}
if(g.accounts!==void 0){let t=g.accounts;if(Array.isArray(t)){let i=t.length;for(let c=0;c<i;c++)if(typeof t[c]!="string"){let d={instancePath:p+
"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts/"+c,schemaPath:"\
#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/accounts/items/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[d]:e.push(d),r++}}else{let i={instancePath:p+"/organization/units/"+o.replace(
/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts",schemaPath:"#/properties/organization/properti\
es/units/additionalProperties/properties/units/additionalProperties/properties/accounts/type",keyword:"type",params:{type:"array"},message:"\
must be array"};e===null?e=[i]:e.push(i),r++}}if(g.units!==void 0){let t=g.units;if(t&&typeof t=="object"&&!Array.isArray(t))for(let i in t){
let c=t[i];if(c&&typeof c=="object"&&!Array.isArray(c)){for(let d in c)if(!(d==="id"||d==="serviceControl"||d==="resourceControl"||d==="acco\
unts"||d==="units")){let u={instancePath:p+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(
/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/organization/properties/units/additionalProperties/p\
roperties/units/additionalProperties/properties/units/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:d},
message:"must NOT have additional properties"};e===null?e=[u]:e.push(u),r++}if(c.id!==void 0&&typeof c.id!="string"){let d={instancePath:p+"\
/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"\
~0").replace(/\//g,"~1")+"/id",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProper\
ties/properties/units/additionalProperties/properties/id/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[d]:
e.push(d),r++}if(c.serviceControl!==void 0){let d=c.serviceControl;if(Array.isArray(d)){let u=d.length;for(let k=0;k<u;k++){let m=d[k];if(typeof m!=
"string"&&!(m&&typeof m=="object"&&!Array.isArray(m))){let f={instancePath:p+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+
"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceControl/"+k,schemaPath:"#/pro\
perties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/prope\
rties/serviceControl/items/type",keyword:"type",params:{type:h.properties.organization.properties.units.additionalProperties.properties.units.
additionalProperties.properties.units.additionalProperties.properties.serviceControl.items.type},message:"must be string,object"};e===null?e=
[f]:e.push(f),r++}}}else{let u={instancePath:p+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").
replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceControl",schemaPath:"#/properties/organization/properties/un\
its/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/serviceControl/type",keyword:"\
type",params:{type:"array"},message:"must be array"};e===null?e=[u]:e.push(u),r++}}if(c.resourceControl!==void 0){let d=c.resourceControl;if(Array.
isArray(d)){let u=d.length;for(let k=0;k<u;k++){let m=d[k];if(typeof m!="string"&&!(m&&typeof m=="object"&&!Array.isArray(m))){let f={instancePath:p+
"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,
"~0").replace(/\//g,"~1")+"/resourceControl/"+k,schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units\
/additionalProperties/properties/units/additionalProperties/properties/resourceControl/items/type",keyword:"type",params:{type:h.properties.
organization.properties.units.additionalProperties.properties.units.additionalProperties.properties.units.additionalProperties.properties.resourceControl.
items.type},message:"must be string,object"};e===null?e=[f]:e.push(f),r++}}}else{let u={instancePath:p+"/organization/units/"+o.replace(/~/g,
"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceCo\
ntrol",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/ad\
ditionalProperties/properties/resourceControl/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[u]:e.push(u),r++}}
if(c.accounts!==void 0){let d=c.accounts;if(Array.isArray(d)){let u=d.length;for(let k=0;k<u;k++)if(typeof d[k]!="string"){let m={instancePath:p+
"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,
"~0").replace(/\//g,"~1")+"/accounts/"+k,schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additi\
onalProperties/properties/units/additionalProperties/properties/accounts/items/type",keyword:"type",params:{type:"string"},message:"must be \
string"};e===null?e=[m]:e.push(m),r++}}else{let u={instancePath:p+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+
l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts",schemaPath:"#/properties/organizatio\
n/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/accounts/type",
keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[u]:e.push(u),r++}}if(c.units!==void 0){let d=c.units;if(d&&typeof d==
"object"&&!Array.isArray(d))for(let u in d){let k=d[u];if(k&&typeof k=="object"&&!Array.isArray(k)){for(let m in k)if(!(m==="id"||m==="servi\
ceControl"||m==="resourceControl"||m==="accounts"||m==="units")){let f={instancePath:p+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,
"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(
/\//g,"~1"),schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/uni\
ts/additionalProperties/properties/units/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:m},
message:"must NOT have additional properties"};e===null?e=[f]:e.push(f),r++}if(k.id!==void 0&&typeof k.id!="string"){let m={instancePath:p+"\
/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"\
~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/id",schemaPath:"#/properties/organization/properties/units/add\
itionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properti\
es/id/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[m]:e.push(m),r++}if(k.serviceControl!==void 0){let m=k.
serviceControl;if(Array.isArray(m)){let f=m.length;for(let A=0;A<f;A++){let P=m[A];if(typeof P!="string"&&!(P&&typeof P=="object"&&!Array.isArray(
P))){let w={instancePath:p+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+
"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceControl/"+A,schemaPath:"#/pro\
perties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/prope\
rties/units/additionalProperties/properties/serviceControl/items/type",keyword:"type",params:{type:h.properties.organization.properties.units.
additionalProperties.properties.units.additionalProperties.properties.units.additionalProperties.properties.units.additionalProperties.properties.
serviceControl.items.type},message:"must be string,object"};e===null?e=[w]:e.push(w),r++}}}else{let f={instancePath:p+"/organization/units/"+
o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+
"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceControl",schemaPath:"#/properties/organization/properties/units/additionalProper\
ties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/serviceCon\
trol/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[f]:e.push(f),r++}}if(k.resourceControl!==void 0){let m=k.
resourceControl;if(Array.isArray(m)){let f=m.length;for(let A=0;A<f;A++){let P=m[A];if(typeof P!="string"&&!(P&&typeof P=="object"&&!Array.isArray(
P))){let w={instancePath:p+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+
"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl/"+A,schemaPath:"#/pr\
operties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/prop\
erties/units/additionalProperties/properties/resourceControl/items/type",keyword:"type",params:{type:h.properties.organization.properties.units.
additionalProperties.properties.units.additionalProperties.properties.units.additionalProperties.properties.units.additionalProperties.properties.
resourceControl.items.type},message:"must be string,object"};e===null?e=[w]:e.push(w),r++}}}else{let f={instancePath:p+"/organization/units/"+
o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+
"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl",schemaPath:"#/properties/organization/properties/units/additionalPrope\
rties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/resourceC\
ontrol/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[f]:e.push(f),r++}}if(k.accounts!==void 0){let m=k.accounts;
if(Array.isArray(m)){let f=m.length;for(let A=0;A<f;A++)if(typeof m[A]!="string"){let P={instancePath:p+"/organization/units/"+o.replace(/~/g,
"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.
replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts/"+A,schemaPath:"#/properties/organization/properties/units/additionalProperties/properties\
/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/accounts/items/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[P]:e.push(P),r++}}else{let f={instancePath:p+"/organization/units/"+o.replace(
/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units\
/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts",schemaPath:"#/properties/organization/properties/units/additionalProperties/properti\
es/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/accounts/type",keyword:"\
type",params:{type:"array"},message:"must be array"};e===null?e=[f]:e.push(f),r++}}if(k.units!==void 0){let m=k.units;if(m&&typeof m=="objec\
t"&&!Array.isArray(m))for(let f in m){let A=m[f];if(A&&typeof A=="object"&&!Array.isArray(A)){for(let P in A)if(!(P==="id"||P==="serviceCont\
rol"||P==="resourceControl"||P==="accounts")){let w={instancePath:p+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+
l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+
"/units/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/un\
its/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/a\
dditionalProperties",keyword:"additionalProperties",params:{additionalProperty:P},message:"must NOT have additional properties"};e===null?e=
[w]:e.push(w),r++}if(A.id!==void 0&&typeof A.id!="string"){let P={instancePath:p+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"\
~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(
/\//g,"~1")+"/units/"+f.replace(/~/g,"~0").replace(/\//g,"~1")+"/id",schemaPath:"#/properties/organization/properties/units/additionalProper\
ties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/addi\
tionalProperties/properties/id/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[P]:e.push(P),r++}if(A.serviceControl!==
void 0){let P=A.serviceControl;if(Array.isArray(P)){let w=P.length;for(let C=0;C<w;C++){let j=P[C];if(typeof j!="string"&&!(j&&typeof j=="ob\
ject"&&!Array.isArray(j))){let z={instancePath:p+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~\
0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.replace(
/~/g,"~0").replace(/\//g,"~1")+"/serviceControl/"+C,schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/u\
nits/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/\
properties/serviceControl/items/type",keyword:"type",params:{type:h.properties.organization.properties.units.additionalProperties.properties.
units.additionalProperties.properties.units.additionalProperties.properties.units.additionalProperties.properties.units.additionalProperties.
properties.serviceControl.items.type},message:"must be string,object"};e===null?e=[z]:e.push(z),r++}}}else{let w={instancePath:p+"/organizat\
ion/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(
/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceControl",schemaPath:"\
#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/\
properties/units/additionalProperties/properties/units/additionalProperties/properties/serviceControl/type",keyword:"type",params:{type:"arr\
ay"},message:"must be array"};e===null?e=[w]:e.push(w),r++}}if(A.resourceControl!==void 0){let P=A.resourceControl;if(Array.isArray(P)){let w=P.
length;for(let C=0;C<w;C++){let j=P[C];if(typeof j!="string"&&!(j&&typeof j=="object"&&!Array.isArray(j))){let z={instancePath:p+"/organizat\
ion/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(
/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl/"+C,schemaPath:"\
#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/\
properties/units/additionalProperties/properties/units/additionalProperties/properties/resourceControl/items/type",keyword:"type",params:{type:h.
properties.organization.properties.units.additionalProperties.properties.units.additionalProperties.properties.units.additionalProperties.properties.
units.additionalProperties.properties.units.additionalProperties.properties.resourceControl.items.type},message:"must be string,object"};e===
null?e=[z]:e.push(z),r++}}}else{let w={instancePath:p+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,
"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.
replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl",schemaPath:"#/properties/organization/properties/units/additionalProperties/proper\
ties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalPrope\
rties/properties/resourceControl/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[w]:e.push(w),r++}}if(A.accounts!==
void 0){let P=A.accounts;if(Array.isArray(P)){let w=P.length;for(let C=0;C<w;C++)if(typeof P[C]!="string"){let j={instancePath:p+"/organizat\
ion/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(
/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts/"+C,schemaPath:"\
#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/\
properties/units/additionalProperties/properties/units/additionalProperties/properties/accounts/items/type",keyword:"type",params:{type:"str\
ing"},message:"must be string"};e===null?e=[j]:e.push(j),r++}}else{let w={instancePath:p+"/organization/units/"+o.replace(/~/g,"~0").replace(
/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"\
~0").replace(/\//g,"~1")+"/units/"+f.replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts",schemaPath:"#/properties/organization/properties/uni\
ts/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/pr\
operties/units/additionalProperties/properties/accounts/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[w]:e.
push(w),r++}}}else{let P={instancePath:p+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(
/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.replace(/~/g,"\
~0").replace(/\//g,"~1"),schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/p\
roperties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[P]:e.push(P),r++}}else{let f={instancePath:p+"/organization/units/"+o.replace(/~/g,"~0").
replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(
/~/g,"~0").replace(/\//g,"~1")+"/units",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additio\
nalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/type",keyword:"type",params:{type:"\
object"},message:"must be object"};e===null?e=[f]:e.push(f),r++}}}else{let m={instancePath:p+"/organization/units/"+o.replace(/~/g,"~0").replace(
/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"\
~0").replace(/\//g,"~1"),schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/p\
roperties/units/additionalProperties/properties/units/additionalProperties/type",keyword:"type",params:{type:"object"},message:"must be obje\
ct"};e===null?e=[m]:e.push(m),r++}}else{let u={instancePath:p+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(
/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units",schemaPath:"#/properties/organization/properties/\
units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/type",keyword:"type",
params:{type:"object"},message:"must be object"};e===null?e=[u]:e.push(u),r++}}}else{let d={instancePath:p+"/organization/units/"+o.replace(
/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/\
type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[d]:e.push(d),r++}}else{let i={instancePath:p+"/organizatio\
n/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units",schemaPath:"#/properties/orga\
nization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/type",keyword:"type",params:{type:"obj\
ect"},message:"must be object"};e===null?e=[i]:e.push(i),r++}}}else{let t={instancePath:p+"/organization/units/"+o.replace(/~/g,"~0").replace(
/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/organization/properties/units/additionalProperties/p\
roperties/units/additionalProperties/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[t]:e.push(t),r++}}else{
let l={instancePath:p+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/units",schemaPath:"#/properties/organization/propert\
ies/units/additionalProperties/properties/units/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[l]:e.push(
l),r++}}}else{let n={instancePath:p+"/organization/units/"+o.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/organization/pr\
operties/units/additionalProperties/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[n]:e.push(n),r++}}else{
let o={instancePath:p+"/organization/units",schemaPath:"#/properties/organization/properties/units/type",keyword:"type",params:{type:"object"},
message:"must be object"};e===null?e=[o]:e.push(o),r++}}}else{let s={instancePath:p+"/organization",schemaPath:"#/properties/organization/ty\
pe",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[s]:e.push(s),r++}}if(b.principals!==void 0){let y=b.principals;
if(y&&typeof y=="object"&&!Array.isArray(y))for(let s in y){let o=y[s],a=r,n=!1,l=r;if(typeof o!="string"){let t={instancePath:p+"/principal\
s/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/principals/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}var _=l===r;n=n||_;let g=r;if(o&&typeof o=="object"&&!Array.isArray(o)){if(o.
arn===void 0){let t={instancePath:p+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/principals/additionalPr\
operties/anyOf/1/required",keyword:"required",params:{missingProperty:"arn"},message:"must have required property 'arn'"};e===null?e=[t]:e.push(
t),r++}for(let t in o)if(!K.call(h.properties.principals.additionalProperties.anyOf[1].properties,t)){let i={instancePath:p+"/principals/"+s.
replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/principals/additionalProperties/anyOf/1/additionalProperties",keyword:"addit\
ionalProperties",params:{additionalProperty:t},message:"must NOT have additional properties"};e===null?e=[i]:e.push(i),r++}if(o.arn!==void 0&&
typeof o.arn!="string"){let t={instancePath:p+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"#/properties/princi\
pals/additionalProperties/anyOf/1/properties/arn/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(
t),r++}if(o.policies!==void 0){let t=o.policies;if(Array.isArray(t)){let i=t.length;for(let c=0;c<i;c++){let d=t[c];if(typeof d!="string"&&!(d&&
typeof d=="object"&&!Array.isArray(d))){let u={instancePath:p+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/policies/"+c,schemaPath:"\
#/properties/principals/additionalProperties/anyOf/1/properties/policies/items/type",keyword:"type",params:{type:h.properties.principals.additionalProperties.
anyOf[1].properties.policies.items.type},message:"must be string,object"};e===null?e=[u]:e.push(u),r++}}}else{let i={instancePath:p+"/princi\
pals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/policies",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/poli\
cies/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),r++}}if(o.boundary!==void 0){let t=o.boundary;
if(typeof t!="string"&&!(t&&typeof t=="object"&&!Array.isArray(t))){let i={instancePath:p+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/boundary",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/boundary/type",keyword:"type",params:{type:h.properties.
principals.additionalProperties.anyOf[1].properties.boundary.type},message:"must be string,object"};e===null?e=[i]:e.push(i),r++}}if(o.session!==
void 0){let t=o.session;if(Array.isArray(t)){let i=t.length;for(let c=0;c<i;c++){let d=t[c];if(typeof d!="string"&&!(d&&typeof d=="object"&&
!Array.isArray(d))){let u={instancePath:p+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/session/"+c,schemaPath:"#/properties/pri\
ncipals/additionalProperties/anyOf/1/properties/session/items/type",keyword:"type",params:{type:h.properties.principals.additionalProperties.
anyOf[1].properties.session.items.type},message:"must be string,object"};e===null?e=[u]:e.push(u),r++}}}else{let i={instancePath:p+"/princip\
als/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/session",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/sessio\
n/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),r++}}if(o.trust!==void 0){let t=o.trust;if(typeof t!=
"string"&&!(t&&typeof t=="object"&&!Array.isArray(t))){let i={instancePath:p+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/trust",
schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/trust/type",keyword:"type",params:{type:h.properties.principals.
additionalProperties.anyOf[1].properties.trust.type},message:"must be string,object"};e===null?e=[i]:e.push(i),r++}}if(o.tags!==void 0){let t=o.
tags;if(t&&typeof t=="object"&&!Array.isArray(t)){for(let i in t)if(typeof t[i]!="string"){let c={instancePath:p+"/principals/"+s.replace(/~/g,
"~0").replace(/\//g,"~1")+"/tags/"+i.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/principals/additionalProperties/anyOf/1\
/properties/tags/additionalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[c]:e.push(c),r++}}else{
let i={instancePath:p+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags",schemaPath:"#/properties/principals/additionalProperti\
es/anyOf/1/properties/tags/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[i]:e.push(i),r++}}if(o.userId!==
void 0&&typeof o.userId!="string"){let t={instancePath:p+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/userId",schemaPath:"#/pro\
perties/principals/additionalProperties/anyOf/1/properties/userId/type",keyword:"type",params:{type:"string"},message:"must be string"};e===
null?e=[t]:e.push(t),r++}if(o.roleArn!==void 0&&typeof o.roleArn!="string"){let t={instancePath:p+"/principals/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/roleArn",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/roleArn/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}if(o.userArn!==void 0&&typeof o.userArn!="string"){let t={instancePath:p+"/p\
rincipals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/userArn",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/\
userArn/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}if(o.serviceLinkedRole!==void 0&&
typeof o.serviceLinkedRole!="boolean"){let t={instancePath:p+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceLinkedRole",schemaPath:"\
#/properties/principals/additionalProperties/anyOf/1/properties/serviceLinkedRole/type",keyword:"type",params:{type:"boolean"},message:"must\
 be boolean"};e===null?e=[t]:e.push(t),r++}if(o.mfaAgeSeconds!==void 0){let t=o.mfaAgeSeconds;if(typeof t=="number"&&isFinite(t)){if(t<0||isNaN(
t)){let i={instancePath:p+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/mfaAgeSeconds",schemaPath:"#/properties/principals/addit\
ionalProperties/anyOf/1/properties/mfaAgeSeconds/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"};e===null?
e=[i]:e.push(i),r++}}else{let i={instancePath:p+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/mfaAgeSeconds",schemaPath:"#/prope\
rties/principals/additionalProperties/anyOf/1/properties/mfaAgeSeconds/type",keyword:"type",params:{type:"number"},message:"must be number"};
e===null?e=[i]:e.push(i),r++}}if(o.sourceIdentity!==void 0&&typeof o.sourceIdentity!="string"){let t={instancePath:p+"/principals/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/sourceIdentity",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/sourceIdentity/\
type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}if(o.credentials!==void 0){let t=o.credentials;
if(t&&typeof t=="object"&&!Array.isArray(t)){if(t.accessKeyId===void 0){let i={instancePath:p+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/credentials",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/credentials/required",keyword:"required",params:{
missingProperty:"accessKeyId"},message:"must have required property 'accessKeyId'"};e===null?e=[i]:e.push(i),r++}if(t.secretAccessKey===void 0){
let i={instancePath:p+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/credentials",schemaPath:"#/properties/principals/additionalP\
roperties/anyOf/1/properties/credentials/required",keyword:"required",params:{missingProperty:"secretAccessKey"},message:"must have required\
 property 'secretAccessKey'"};e===null?e=[i]:e.push(i),r++}for(let i in t)if(!(i==="accessKeyId"||i==="secretAccessKey"||i==="sessionToken")){
let c={instancePath:p+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/credentials",schemaPath:"#/properties/principals/additionalP\
roperties/anyOf/1/properties/credentials/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:i},message:"must NO\
T have additional properties"};e===null?e=[c]:e.push(c),r++}if(t.accessKeyId!==void 0&&typeof t.accessKeyId!="string"){let i={instancePath:p+
"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/credentials/accessKeyId",schemaPath:"#/properties/principals/additionalProperties/\
anyOf/1/properties/credentials/properties/accessKeyId/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.
push(i),r++}if(t.secretAccessKey!==void 0&&typeof t.secretAccessKey!="string"){let i={instancePath:p+"/principals/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/credentials/secretAccessKey",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/credentials/propertie\
s/secretAccessKey/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}if(t.sessionToken!==void 0&&
typeof t.sessionToken!="string"){let i={instancePath:p+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/credentials/sessionToken",schemaPath:"\
#/properties/principals/additionalProperties/anyOf/1/properties/credentials/properties/sessionToken/type",keyword:"type",params:{type:"strin\
g"},message:"must be string"};e===null?e=[i]:e.push(i),r++}}else{let i={instancePath:p+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+
"/credentials",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/credentials/type",keyword:"type",params:{type:"ob\
ject"},message:"must be object"};e===null?e=[i]:e.push(i),r++}}}else{let t={instancePath:p+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,
"~1"),schemaPath:"#/properties/principals/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};
e===null?e=[t]:e.push(t),r++}var _=g===r;if(n=n||_,n)r=a,e!==null&&(a?e.length=a:e=null);else{let t={instancePath:p+"/principals/"+s.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/principals/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match\
 a schema in anyOf"};e===null?e=[t]:e.push(t),r++}}else{let s={instancePath:p+"/principals",schemaPath:"#/properties/principals/type",keyword:"\
type",params:{type:"object"},message:"must be object"};e===null?e=[s]:e.push(s),r++}}if(b.keys!==void 0){let y=b.keys;if(y&&typeof y=="objec\
t"&&!Array.isArray(y))for(let s in y){let o=y[s];if(o&&typeof o=="object"&&!Array.isArray(o)){for(let a in o)if(!K.call(h.properties.keys.additionalProperties.
properties,a)){let n={instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/keys/additionalProperties/ad\
ditionalProperties",keyword:"additionalProperties",params:{additionalProperty:a},message:"must NOT have additional properties"};e===null?e=[
n]:e.push(n),r++}if(o.arn!==void 0&&typeof o.arn!="string"){let a={instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"\
#/properties/keys/additionalProperties/properties/arn/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.
push(a),r++}if(o.id!==void 0&&typeof o.id!="string"){let a={instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/id",schemaPath:"\
#/properties/keys/additionalProperties/properties/id/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.
push(a),r++}if(o.account!==void 0&&typeof o.account!="string"){let a={instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/acc\
ount",schemaPath:"#/properties/keys/additionalProperties/properties/account/type",keyword:"type",params:{type:"string"},message:"must be str\
ing"};e===null?e=[a]:e.push(a),r++}if(o.region!==void 0&&typeof o.region!="string"){let a={instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/region",schemaPath:"#/properties/keys/additionalProperties/properties/region/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[a]:e.push(a),r++}if(o.description!==void 0&&typeof o.description!="string"){let a={instancePath:p+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/description",schemaPath:"#/properties/keys/additionalProperties/properties/description/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}if(o.managedBy!==void 0){let a=o.managedBy;if(typeof a!="strin\
g"){let n={instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/managedBy",schemaPath:"#/properties/keys/additionalProperties/\
properties/managedBy/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),r++}if(!(a==="customer"||
a==="aws")){let n={instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/managedBy",schemaPath:"#/properties/keys/additionalPro\
perties/properties/managedBy/enum",keyword:"enum",params:{allowedValues:h.properties.keys.additionalProperties.properties.managedBy.enum},message:"\
must be equal to one of the allowed values"};e===null?e=[n]:e.push(n),r++}}if(o.aliases!==void 0){let a=o.aliases;if(Array.isArray(a)){let n=a.
length;for(let l=0;l<n;l++)if(typeof a[l]!="string"){let g={instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/aliases/"+l,schemaPath:"\
#/properties/keys/additionalProperties/properties/aliases/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[g]:e.push(g),r++}}else{let n={instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/aliases",schemaPath:"#/properties/keys/a\
dditionalProperties/properties/aliases/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[n]:e.push(n),r++}}if(o.
policy!==void 0){let a=o.policy;if(typeof a!="string"&&!(a&&typeof a=="object"&&!Array.isArray(a))){let n={instancePath:p+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/policy",schemaPath:"#/properties/keys/additionalProperties/properties/policy/type",keyword:"type",params:{type:h.
properties.keys.additionalProperties.properties.policy.type},message:"must be string,object"};e===null?e=[n]:e.push(n),r++}}if(o.tags!==void 0){
let a=o.tags;if(a&&typeof a=="object"&&!Array.isArray(a)){for(let n in a)if(typeof a[n]!="string"){let l={instancePath:p+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/tags/"+n.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/keys/additionalProperties/properti\
es/tags/additionalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),r++}}else{let n={
instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags",schemaPath:"#/properties/keys/additionalProperties/properties/tags/\
type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[n]:e.push(n),r++}}if(o.grants!==void 0){let a=o.grants;if(Array.
isArray(a)){let n=a.length;for(let l=0;l<n;l++){let g=a[l];if(g&&typeof g=="object"&&!Array.isArray(g)){if(g.grantee===void 0){let t={instancePath:p+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l,schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/re\
quired",keyword:"required",params:{missingProperty:"grantee"},message:"must have required property 'grantee'"};e===null?e=[t]:e.push(t),r++}
if(g.operations===void 0){let t={instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l,schemaPath:"#/properties/keys\
/additionalProperties/properties/grants/items/required",keyword:"required",params:{missingProperty:"operations"},message:"must have required\
 property 'operations'"};e===null?e=[t]:e.push(t),r++}for(let t in g)if(!(t==="id"||t==="name"||t==="grantee"||t==="operations"||t==="constr\
aints"||t==="retiring"||t==="issuingAccount"||t==="token")){let i={instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants\
/"+l,schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:t},message:"must NOT have additional properties"};e===null?e=[i]:e.push(i),r++}if(g.id!==void 0&&typeof g.id!="string"){let t={
instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/id",schemaPath:"#/properties/keys/additionalProperties/prope\
rties/grants/items/properties/id/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}if(g.name!==
void 0&&typeof g.name!="string"){let t={instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/name",schemaPath:"#/\
properties/keys/additionalProperties/properties/grants/items/properties/name/type",keyword:"type",params:{type:"string"},message:"must be st\
ring"};e===null?e=[t]:e.push(t),r++}if(g.grantee!==void 0&&typeof g.grantee!="string"){let t={instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/grants/"+l+"/grantee",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/grantee/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}if(g.operations!==void 0){let t=g.operations;if(Array.isArray(
t)){let i=t.length;for(let c=0;c<i;c++){let d=t[c];if(typeof d!="string"){let u={instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/grants/"+l+"/operations/"+c,schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/operations/items/t\
ype",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[u]:e.push(u),r++}if(!(d==="Decrypt"||d==="Encrypt"||d==="Ge\
nerateDataKey"||d==="GenerateDataKeyWithoutPlaintext"||d==="ReEncryptFrom"||d==="ReEncryptTo"||d==="Sign"||d==="Verify"||d==="GetPublicKey"||
d==="CreateGrant"||d==="RetireGrant"||d==="DescribeKey"||d==="GenerateDataKeyPair"||d==="GenerateDataKeyPairWithoutPlaintext"||d==="Generate\
Mac"||d==="VerifyMac"||d==="DeriveSharedSecret"||d==="Encapsulate"||d==="Decapsulate")){let u={instancePath:p+"/keys/"+s.replace(/~/g,"~0").
replace(/\//g,"~1")+"/grants/"+l+"/operations/"+c,schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/oper\
ations/items/enum",keyword:"enum",params:{allowedValues:h.properties.keys.additionalProperties.properties.grants.items.properties.operations.
items.enum},message:"must be equal to one of the allowed values"};e===null?e=[u]:e.push(u),r++}}}else{let i={instancePath:p+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/operations",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/propert\
ies/operations/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),r++}}if(g.constraints!==void 0){
let t=g.constraints;if(t&&typeof t=="object"&&!Array.isArray(t)){for(let i in t)if(!(i==="EncryptionContextEquals"||i==="EncryptionContextSu\
bset"||i==="SourceArn")){let c={instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/constraints",schemaPath:"#/p\
roperties/keys/additionalProperties/properties/grants/items/properties/constraints/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:i},message:"must NOT have additional properties"};e===null?e=[c]:e.push(c),r++}if(t.EncryptionContextEquals!==void 0){let i=t.
EncryptionContextEquals;if(i&&typeof i=="object"&&!Array.isArray(i)){for(let c in i)if(typeof i[c]!="string"){let d={instancePath:p+"/keys/"+
s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/constraints/EncryptionContextEquals/"+c.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/keys/additionalProperties/properties/grants/items/properties/constraints/properties/EncryptionContextEquals/additionalPropertie\
s/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[d]:e.push(d),r++}}else{let c={instancePath:p+"/keys/"+s.
replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/constraints/EncryptionContextEquals",schemaPath:"#/properties/keys/additionalPropertie\
s/properties/grants/items/properties/constraints/properties/EncryptionContextEquals/type",keyword:"type",params:{type:"object"},message:"mus\
t be object"};e===null?e=[c]:e.push(c),r++}}if(t.EncryptionContextSubset!==void 0){let i=t.EncryptionContextSubset;if(i&&typeof i=="object"&&
!Array.isArray(i)){for(let c in i)if(typeof i[c]!="string"){let d={instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants\
/"+l+"/constraints/EncryptionContextSubset/"+c.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/keys/additionalProperties/pro\
perties/grants/items/properties/constraints/properties/EncryptionContextSubset/additionalProperties/type",keyword:"type",params:{type:"strin\
g"},message:"must be string"};e===null?e=[d]:e.push(d),r++}}else{let c={instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/g\
rants/"+l+"/constraints/EncryptionContextSubset",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/const\
raints/properties/EncryptionContextSubset/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[c]:e.push(c),r++}}
if(t.SourceArn!==void 0&&typeof t.SourceArn!="string"){let i={instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+
"/constraints/SourceArn",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/constraints/properties/Source\
Arn/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}}else{let i={instancePath:p+"/keys/"+
s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/constraints",schemaPath:"#/properties/keys/additionalProperties/properties/grants/it\
ems/properties/constraints/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[i]:e.push(i),r++}}if(g.retiring!==
void 0&&typeof g.retiring!="string"){let t={instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/retiring",schemaPath:"\
#/properties/keys/additionalProperties/properties/grants/items/properties/retiring/type",keyword:"type",params:{type:"string"},message:"must\
 be string"};e===null?e=[t]:e.push(t),r++}if(g.issuingAccount!==void 0&&typeof g.issuingAccount!="string"){let t={instancePath:p+"/keys/"+s.
replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/issuingAccount",schemaPath:"#/properties/keys/additionalProperties/properties/grants/i\
tems/properties/issuingAccount/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}if(g.token!==
void 0&&typeof g.token!="string"){let t={instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/token",schemaPath:"\
#/properties/keys/additionalProperties/properties/grants/items/properties/token/type",keyword:"type",params:{type:"string"},message:"must be\
 string"};e===null?e=[t]:e.push(t),r++}}else{let t={instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l,schemaPath:"\
#/properties/keys/additionalProperties/properties/grants/items/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?
e=[t]:e.push(t),r++}}}else{let n={instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants",schemaPath:"#/properties/keys/a\
dditionalProperties/properties/grants/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[n]:e.push(n),r++}}if(o.
spec!==void 0){let a=o.spec;if(typeof a!="string"){let n={instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/spec",schemaPath:"\
#/properties/keys/additionalProperties/properties/spec/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:
e.push(n),r++}if(!(a==="SYMMETRIC_DEFAULT"||a==="RSA_2048"||a==="RSA_3072"||a==="RSA_4096"||a==="SM2"||a==="ECC_NIST_P256"||a==="ECC_NIST_P3\
84"||a==="ECC_NIST_P521"||a==="ECC_SECG_P256K1"||a==="ECC_NIST_EDWARDS25519"||a==="ML_DSA_44"||a==="ML_DSA_65"||a==="ML_DSA_87"||a==="HMAC_2\
24"||a==="HMAC_256"||a==="HMAC_384"||a==="HMAC_512"||a==="ML_KEM_512"||a==="ML_KEM_768"||a==="ML_KEM_1024")){let n={instancePath:p+"/keys/"+
s.replace(/~/g,"~0").replace(/\//g,"~1")+"/spec",schemaPath:"#/properties/keys/additionalProperties/properties/spec/enum",keyword:"enum",params:{
allowedValues:h.properties.keys.additionalProperties.properties.spec.enum},message:"must be equal to one of the allowed values"};e===null?e=
[n]:e.push(n),r++}}if(o.usage!==void 0){let a=o.usage;if(typeof a!="string"){let n={instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/usage",schemaPath:"#/properties/keys/additionalProperties/properties/usage/type",keyword:"type",params:{type:"string"},message:"must\
 be string"};e===null?e=[n]:e.push(n),r++}if(!(a==="ENCRYPT_DECRYPT"||a==="SIGN_VERIFY"||a==="GENERATE_VERIFY_MAC"||a==="KEY_AGREEMENT"||a===
"ENCAPSULATE_DECAPSULATE")){let n={instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/usage",schemaPath:"#/properties/keys/a\
dditionalProperties/properties/usage/enum",keyword:"enum",params:{allowedValues:h.properties.keys.additionalProperties.properties.usage.enum},
message:"must be equal to one of the allowed values"};e===null?e=[n]:e.push(n),r++}}if(o.origin!==void 0){let a=o.origin;if(typeof a!="strin\
g"){let n={instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/origin",schemaPath:"#/properties/keys/additionalProperties/pro\
perties/origin/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),r++}if(!(a==="AWS_KMS"||a==="E\
XTERNAL"||a==="AWS_CLOUDHSM"||a==="EXTERNAL_KEY_STORE")){let n={instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/origin",schemaPath:"\
#/properties/keys/additionalProperties/properties/origin/enum",keyword:"enum",params:{allowedValues:h.properties.keys.additionalProperties.properties.
origin.enum},message:"must be equal to one of the allowed values"};e===null?e=[n]:e.push(n),r++}}if(o.multiRegion!==void 0&&typeof o.multiRegion!=
"boolean"){let a={instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/multiRegion",schemaPath:"#/properties/keys/additionalPr\
operties/properties/multiRegion/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[a]:e.push(a),r++}if(o.multiRegionKeyType!==
void 0){let a=o.multiRegionKeyType;if(typeof a!="string"){let n={instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/multiReg\
ionKeyType",schemaPath:"#/properties/keys/additionalProperties/properties/multiRegionKeyType/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[n]:e.push(n),r++}if(!(a==="PRIMARY"||a==="REPLICA")){let n={instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/multiRegionKeyType",schemaPath:"#/properties/keys/additionalProperties/properties/multiRegionKeyType/enum",keyword:"enum",params:{
allowedValues:h.properties.keys.additionalProperties.properties.multiRegionKeyType.enum},message:"must be equal to one of the allowed values"};
e===null?e=[n]:e.push(n),r++}}if(o.state!==void 0){let a=o.state;if(typeof a!="string"){let n={instancePath:p+"/keys/"+s.replace(/~/g,"~0").
replace(/\//g,"~1")+"/state",schemaPath:"#/properties/keys/additionalProperties/properties/state/type",keyword:"type",params:{type:"string"},
message:"must be string"};e===null?e=[n]:e.push(n),r++}if(!(a==="Enabled"||a==="Disabled"||a==="PendingDeletion"||a==="PendingReplicaDeletio\
n"||a==="PendingImport"||a==="Unavailable"||a==="Creating"||a==="Updating")){let n={instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/state",schemaPath:"#/properties/keys/additionalProperties/properties/state/enum",keyword:"enum",params:{allowedValues:h.properties.keys.
additionalProperties.properties.state.enum},message:"must be equal to one of the allowed values"};e===null?e=[n]:e.push(n),r++}}if(o.pendingWindowInDays!==
void 0){let a=o.pendingWindowInDays;if(!(typeof a=="number"&&!(a%1)&&!isNaN(a)&&isFinite(a))){let n={instancePath:p+"/keys/"+s.replace(/~/g,
"~0").replace(/\//g,"~1")+"/pendingWindowInDays",schemaPath:"#/properties/keys/additionalProperties/properties/pendingWindowInDays/type",keyword:"\
type",params:{type:"integer"},message:"must be integer"};e===null?e=[n]:e.push(n),r++}if(typeof a=="number"&&isFinite(a)){if(a>30||isNaN(a)){
let n={instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/pendingWindowInDays",schemaPath:"#/properties/keys/additionalPrope\
rties/properties/pendingWindowInDays/maximum",keyword:"maximum",params:{comparison:"<=",limit:30},message:"must be <= 30"};e===null?e=[n]:e.
push(n),r++}if(a<7||isNaN(a)){let n={instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/pendingWindowInDays",schemaPath:"#/p\
roperties/keys/additionalProperties/properties/pendingWindowInDays/minimum",keyword:"minimum",params:{comparison:">=",limit:7},message:"must\
 be >= 7"};e===null?e=[n]:e.push(n),r++}}}if(o.rotation!==void 0){let a=o.rotation,n=r,l=!1,g=r;if(typeof a!="boolean"){let i={instancePath:p+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/rotation",schemaPath:"#/properties/keys/additionalProperties/properties/rotation/anyOf/0\
/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[i]:e.push(i),r++}var I=g===r;l=l||I;let t=r;if(a&&typeof a==
"object"&&!Array.isArray(a)){if(a.periodInDays===void 0){let i={instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/rotation",
schemaPath:"#/properties/keys/additionalProperties/properties/rotation/anyOf/1/required",keyword:"required",params:{missingProperty:"periodI\
nDays"},message:"must have required property 'periodInDays'"};e===null?e=[i]:e.push(i),r++}for(let i in a)if(i!=="periodInDays"){let c={instancePath:p+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/rotation",schemaPath:"#/properties/keys/additionalProperties/properties/rotation/anyOf/1\
/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:i},message:"must NOT have additional properties"};e===null?
e=[c]:e.push(c),r++}if(a.periodInDays!==void 0){let i=a.periodInDays;if(!(typeof i=="number"&&!(i%1)&&!isNaN(i)&&isFinite(i))){let c={instancePath:p+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/rotation/periodInDays",schemaPath:"#/properties/keys/additionalProperties/properties/rot\
ation/anyOf/1/properties/periodInDays/type",keyword:"type",params:{type:"integer"},message:"must be integer"};e===null?e=[c]:e.push(c),r++}if(typeof i==
"number"&&isFinite(i)){if(i>2560||isNaN(i)){let c={instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/rotation/periodInDays",
schemaPath:"#/properties/keys/additionalProperties/properties/rotation/anyOf/1/properties/periodInDays/maximum",keyword:"maximum",params:{comparison:"\
<=",limit:2560},message:"must be <= 2560"};e===null?e=[c]:e.push(c),r++}if(i<90||isNaN(i)){let c={instancePath:p+"/keys/"+s.replace(/~/g,"~0").
replace(/\//g,"~1")+"/rotation/periodInDays",schemaPath:"#/properties/keys/additionalProperties/properties/rotation/anyOf/1/properties/perio\
dInDays/minimum",keyword:"minimum",params:{comparison:">=",limit:90},message:"must be >= 90"};e===null?e=[c]:e.push(c),r++}}}}else{let i={instancePath:p+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/rotation",schemaPath:"#/properties/keys/additionalProperties/properties/rotation/anyOf/1\
/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[i]:e.push(i),r++}var I=t===r;if(l=l||I,l)r=n,e!==null&&(n?
e.length=n:e=null);else{let i={instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/rotation",schemaPath:"#/properties/keys/ad\
ditionalProperties/properties/rotation/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[i]:e.push(i),r++}}
if(o.dangerousKeyMaterial!==void 0){let a=o.dangerousKeyMaterial,n=r,l=!1,g=r;if(typeof a!="string"){let i={instancePath:p+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/dangerousKeyMaterial",schemaPath:"#/properties/keys/additionalProperties/properties/dangerousKeyMaterial/an\
yOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}var S=g===r;l=l||S;let t=r;if(Array.
isArray(a)){if(a.length<1){let c={instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/dangerousKeyMaterial",schemaPath:"#/pro\
perties/keys/additionalProperties/properties/dangerousKeyMaterial/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT ha\
ve fewer than 1 items"};e===null?e=[c]:e.push(c),r++}let i=a.length;for(let c=0;c<i;c++)if(typeof a[c]!="string"){let d={instancePath:p+"/ke\
ys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/dangerousKeyMaterial/"+c,schemaPath:"#/properties/keys/additionalProperties/properties/dange\
rousKeyMaterial/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[d]:e.push(d),r++}}else{let i={
instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/dangerousKeyMaterial",schemaPath:"#/properties/keys/additionalProperties/\
properties/dangerousKeyMaterial/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),r++}var S=t===
r;if(l=l||S,l)r=n,e!==null&&(n?e.length=n:e=null);else{let i={instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/dangerousKe\
yMaterial",schemaPath:"#/properties/keys/additionalProperties/properties/dangerousKeyMaterial/anyOf",keyword:"anyOf",params:{},message:"must\
 match a schema in anyOf"};e===null?e=[i]:e.push(i),r++}}}else{let a={instancePath:p+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/keys/additionalProperties/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[a]:e.push(a),r++}}else{
let s={instancePath:p+"/keys",schemaPath:"#/properties/keys/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=
[s]:e.push(s),r++}}if(b.endpoints!==void 0){let y=b.endpoints;if(y&&typeof y=="object"&&!Array.isArray(y))for(let s in y){let o=y[s];if(o&&typeof o==
"object"&&!Array.isArray(o)){if(o.id===void 0){let a={instancePath:p+"/endpoints/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/pr\
operties/endpoints/additionalProperties/required",keyword:"required",params:{missingProperty:"id"},message:"must have required property 'id'"};
e===null?e=[a]:e.push(a),r++}for(let a in o)if(!(a==="id"||a==="vpc"||a==="policy")){let n={instancePath:p+"/endpoints/"+s.replace(/~/g,"~0").
replace(/\//g,"~1"),schemaPath:"#/properties/endpoints/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:a},
message:"must NOT have additional properties"};e===null?e=[n]:e.push(n),r++}if(o.id!==void 0&&typeof o.id!="string"){let a={instancePath:p+"\
/endpoints/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/id",schemaPath:"#/properties/endpoints/additionalProperties/properties/id/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}if(o.vpc!==void 0&&typeof o.vpc!="string"){let a={instancePath:p+
"/endpoints/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/vpc",schemaPath:"#/properties/endpoints/additionalProperties/properties/vpc/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}if(o.policy!==void 0){let a=o.policy;if(typeof a!="strin\
g"&&!(a&&typeof a=="object"&&!Array.isArray(a))){let n={instancePath:p+"/endpoints/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/policy",schemaPath:"\
#/properties/endpoints/additionalProperties/properties/policy/type",keyword:"type",params:{type:h.properties.endpoints.additionalProperties.
properties.policy.type},message:"must be string,object"};e===null?e=[n]:e.push(n),r++}}}else{let a={instancePath:p+"/endpoints/"+s.replace(/~/g,
"~0").replace(/\//g,"~1"),schemaPath:"#/properties/endpoints/additionalProperties/type",keyword:"type",params:{type:"object"},message:"must \
be object"};e===null?e=[a]:e.push(a),r++}}else{let s={instancePath:p+"/endpoints",schemaPath:"#/properties/endpoints/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[s]:e.push(s),r++}}}else{let y={instancePath:p,schemaPath:"#/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[y]:e.push(y),r++}return E.errors=e,r===0}E.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};
var R={"#/additionalProperties":["$schema","version","account","region","include","policies","accounts","organization","principals","keys","\
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
lProperties/additionalProperties":["id","vpc","policy"]},G=b=>D(b)?[]:T(D.errors,R);export{G as validateWorld};
