// Compiled from the JSON Schemas of schemas/ by .build/schemas.ts: run `npm run schemas`, never edit.
import{readFaults as R}from"./faults.ts";var T=E,h={$schema:"https://json-schema.org/draft/2020-12/schema",$id:"urn:kmsward:schemas:world",title:"\
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
endingReplicaDeletion","PendingImport","Unavailable","Creating","Updating"]},rotation:{anyOf:[{type:"boolean"},{type:"object",properties:{periodInDays:{
type:"integer",minimum:90,maximum:2560}},required:["periodInDays"],additionalProperties:!1}]},dangerousKeyMaterial:{anyOf:[{type:"string"},{
minItems:1,type:"array",items:{type:"string"}}]}},additionalProperties:!1}},endpoints:{type:"object",additionalProperties:{type:"object",properties:{
id:{type:"string"},vpc:{type:"string"},policy:{type:["string","object"]}},required:["id"],additionalProperties:!1}}},additionalProperties:!1},
K=Object.prototype.hasOwnProperty;function E(b,{instancePath:a="",parentData:D,parentDataProperty:q,rootData:N=b,dynamicAnchors:L={}}={}){let e=null,
r=0,v=E.evaluated;if(v.dynamicProps&&(v.props=void 0),v.dynamicItems&&(v.items=void 0),b&&typeof b=="object"&&!Array.isArray(b)){for(let y in b)
if(!K.call(h.properties,y)){let s={instancePath:a,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:y},
message:"must NOT have additional properties"};e===null?e=[s]:e.push(s),r++}if(b.$schema!==void 0&&typeof b.$schema!="string"){let y={instancePath:a+
"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[y]:e.push(y),
r++}if(b.version!==void 0){let y=b.version;if(!(typeof y=="number"&&isFinite(y))){let s={instancePath:a+"/version",schemaPath:"#/properties/\
version/type",keyword:"type",params:{type:"number"},message:"must be number"};e===null?e=[s]:e.push(s),r++}if(y!==1){let s={instancePath:a+"\
/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue:1},message:"must be equal to constant"};e===null?e=[s]:
e.push(s),r++}}if(b.account!==void 0&&typeof b.account!="string"){let y={instancePath:a+"/account",schemaPath:"#/properties/account/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[y]:e.push(y),r++}if(b.region!==void 0&&typeof b.region!="string"){let y={
instancePath:a+"/region",schemaPath:"#/properties/region/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[y]:
e.push(y),r++}if(b.include!==void 0){let y=b.include;if(Array.isArray(y)){let s=y.length;for(let p=0;p<s;p++)if(typeof y[p]!="string"){let o={
instancePath:a+"/include/"+p,schemaPath:"#/properties/include/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===
null?e=[o]:e.push(o),r++}}else{let s={instancePath:a+"/include",schemaPath:"#/properties/include/type",keyword:"type",params:{type:"array"},
message:"must be array"};e===null?e=[s]:e.push(s),r++}}if(b.policies!==void 0){let y=b.policies;if(y&&typeof y=="object"&&!Array.isArray(y))
for(let s in y){let p=y[s];if(typeof p!="string"&&!(p&&typeof p=="object"&&!Array.isArray(p))){let o={instancePath:a+"/policies/"+s.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/policies/additionalProperties/type",keyword:"type",params:{type:h.properties.policies.
additionalProperties.type},message:"must be string,object"};e===null?e=[o]:e.push(o),r++}}else{let s={instancePath:a+"/policies",schemaPath:"\
#/properties/policies/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[s]:e.push(s),r++}}if(b.accounts!==void 0){
let y=b.accounts;if(y&&typeof y=="object"&&!Array.isArray(y))for(let s in y){let p=y[s],o=r,n=!1,l=r;if(typeof p!="string"){let t={instancePath:a+
"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/accounts/additionalProperties/anyOf/0/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}var O=l===r;n=n||O;let g=r;if(p&&typeof p=="object"&&!Array.isArray(p)){
if(p.id===void 0){let t={instancePath:a+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/accounts/additionalPr\
operties/anyOf/1/required",keyword:"required",params:{missingProperty:"id"},message:"must have required property 'id'"};e===null?e=[t]:e.push(
t),r++}for(let t in p)if(!(t==="id"||t==="serviceControl"||t==="resourceControl")){let i={instancePath:a+"/accounts/"+s.replace(/~/g,"~0").replace(
/\//g,"~1"),schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:t},
message:"must NOT have additional properties"};e===null?e=[i]:e.push(i),r++}if(p.id!==void 0&&typeof p.id!="string"){let t={instancePath:a+"\
/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/id",schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/properties/id/type",
keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}if(p.serviceControl!==void 0){let t=p.serviceControl;
if(Array.isArray(t)){let i=t.length;for(let c=0;c<i;c++){let d=t[c];if(typeof d!="string"&&!(d&&typeof d=="object"&&!Array.isArray(d))){let u={
instancePath:a+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceControl/"+c,schemaPath:"#/properties/accounts/additionalProper\
ties/anyOf/1/properties/serviceControl/items/type",keyword:"type",params:{type:h.properties.accounts.additionalProperties.anyOf[1].properties.
serviceControl.items.type},message:"must be string,object"};e===null?e=[u]:e.push(u),r++}}}else{let i={instancePath:a+"/accounts/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/serviceControl",schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/properties/serviceControl/ty\
pe",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),r++}}if(p.resourceControl!==void 0){let t=p.resourceControl;
if(Array.isArray(t)){let i=t.length;for(let c=0;c<i;c++){let d=t[c];if(typeof d!="string"&&!(d&&typeof d=="object"&&!Array.isArray(d))){let u={
instancePath:a+"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl/"+c,schemaPath:"#/properties/accounts/additionalPrope\
rties/anyOf/1/properties/resourceControl/items/type",keyword:"type",params:{type:h.properties.accounts.additionalProperties.anyOf[1].properties.
resourceControl.items.type},message:"must be string,object"};e===null?e=[u]:e.push(u),r++}}}else{let i={instancePath:a+"/accounts/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/resourceControl",schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/properties/resourceControl/\
type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),r++}}}else{let t={instancePath:a+"/accounts/"+s.
replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/accounts/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"obj\
ect"},message:"must be object"};e===null?e=[t]:e.push(t),r++}var O=g===r;if(n=n||O,n)r=o,e!==null&&(o?e.length=o:e=null);else{let t={instancePath:a+
"/accounts/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/accounts/additionalProperties/anyOf",keyword:"anyOf",params:{},
message:"must match a schema in anyOf"};e===null?e=[t]:e.push(t),r++}}else{let s={instancePath:a+"/accounts",schemaPath:"#/properties/accoun\
ts/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[s]:e.push(s),r++}}if(b.organization!==void 0){let y=b.organization;
if(y&&typeof y=="object"&&!Array.isArray(y)){if(y.id===void 0){let s={instancePath:a+"/organization",schemaPath:"#/properties/organization/r\
equired",keyword:"required",params:{missingProperty:"id"},message:"must have required property 'id'"};e===null?e=[s]:e.push(s),r++}for(let s in y)
if(!(s==="id"||s==="managementAccount"||s==="rootId"||s==="serviceControl"||s==="resourceControl"||s==="accounts"||s==="units")){let p={instancePath:a+
"/organization",schemaPath:"#/properties/organization/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:s},message:"\
must NOT have additional properties"};e===null?e=[p]:e.push(p),r++}if(y.id!==void 0&&typeof y.id!="string"){let s={instancePath:a+"/organiza\
tion/id",schemaPath:"#/properties/organization/properties/id/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[s]:e.push(s),r++}if(y.managementAccount!==void 0&&typeof y.managementAccount!="string"){let s={instancePath:a+"/organization/managementAc\
count",schemaPath:"#/properties/organization/properties/managementAccount/type",keyword:"type",params:{type:"string"},message:"must be strin\
g"};e===null?e=[s]:e.push(s),r++}if(y.rootId!==void 0&&typeof y.rootId!="string"){let s={instancePath:a+"/organization/rootId",schemaPath:"#\
/properties/organization/properties/rootId/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[s]:e.push(s),r++}
if(y.serviceControl!==void 0){let s=y.serviceControl;if(Array.isArray(s)){let p=s.length;for(let o=0;o<p;o++){let n=s[o];if(typeof n!="strin\
g"&&!(n&&typeof n=="object"&&!Array.isArray(n))){let l={instancePath:a+"/organization/serviceControl/"+o,schemaPath:"#/properties/organizati\
on/properties/serviceControl/items/type",keyword:"type",params:{type:h.properties.organization.properties.serviceControl.items.type},message:"\
must be string,object"};e===null?e=[l]:e.push(l),r++}}}else{let p={instancePath:a+"/organization/serviceControl",schemaPath:"#/properties/or\
ganization/properties/serviceControl/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),r++}}if(y.
resourceControl!==void 0){let s=y.resourceControl;if(Array.isArray(s)){let p=s.length;for(let o=0;o<p;o++){let n=s[o];if(typeof n!="string"&&
!(n&&typeof n=="object"&&!Array.isArray(n))){let l={instancePath:a+"/organization/resourceControl/"+o,schemaPath:"#/properties/organization/\
properties/resourceControl/items/type",keyword:"type",params:{type:h.properties.organization.properties.resourceControl.items.type},message:"\
must be string,object"};e===null?e=[l]:e.push(l),r++}}}else{let p={instancePath:a+"/organization/resourceControl",schemaPath:"#/properties/o\
rganization/properties/resourceControl/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),r++}}if(y.
accounts!==void 0){let s=y.accounts;if(Array.isArray(s)){let p=s.length;for(let o=0;o<p;o++)if(typeof s[o]!="string"){let n={instancePath:a+
"/organization/accounts/"+o,schemaPath:"#/properties/organization/properties/accounts/items/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[n]:e.push(n),r++}}else{let p={instancePath:a+"/organization/accounts",schemaPath:"#/properties/organization/pro\
perties/accounts/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),r++}}if(y.units!==void 0){let s=y.
units;if(s&&typeof s=="object"&&!Array.isArray(s))for(let p in s){let o=s[p];if(o&&typeof o=="object"&&!Array.isArray(o)){for(let n in o)if(!(n===
"id"||n==="serviceControl"||n==="resourceControl"||n==="accounts"||n==="units")){let l={instancePath:a+"/organization/units/"+p.replace(/~/g,
"~0").replace(/\//g,"~1"),schemaPath:"#/properties/organization/properties/units/additionalProperties/additionalProperties",keyword:"additio\
nalProperties",params:{additionalProperty:n},message:"must NOT have additional properties"};e===null?e=[l]:e.push(l),r++}if(o.id!==void 0&&typeof o.
id!="string"){let n={instancePath:a+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/id",schemaPath:"#/properties/organizat\
ion/properties/units/additionalProperties/properties/id/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:
e.push(n),r++}if(o.serviceControl!==void 0){let n=o.serviceControl;if(Array.isArray(n)){let l=n.length;for(let g=0;g<l;g++){let t=n[g];if(typeof t!=
"string"&&!(t&&typeof t=="object"&&!Array.isArray(t))){let i={instancePath:a+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+
"/serviceControl/"+g,schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/serviceControl/items/type",keyword:"\
type",params:{type:h.properties.organization.properties.units.additionalProperties.properties.serviceControl.items.type},message:"must be st\
ring,object"};e===null?e=[i]:e.push(i),r++}}}else{let l={instancePath:a+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/se\
rviceControl",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/serviceControl/type",keyword:"type",params:{
type:"array"},message:"must be array"};e===null?e=[l]:e.push(l),r++}}if(o.resourceControl!==void 0){let n=o.resourceControl;if(Array.isArray(
n)){let l=n.length;for(let g=0;g<l;g++){let t=n[g];if(typeof t!="string"&&!(t&&typeof t=="object"&&!Array.isArray(t))){let i={instancePath:a+
"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl/"+g,schemaPath:"#/properties/organization/properties/units\
/additionalProperties/properties/resourceControl/items/type",keyword:"type",params:{type:h.properties.organization.properties.units.additionalProperties.
properties.resourceControl.items.type},message:"must be string,object"};e===null?e=[i]:e.push(i),r++}}}else{let l={instancePath:a+"/organiza\
tion/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl",schemaPath:"#/properties/organization/properties/units/additionalPr\
operties/properties/resourceControl/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[l]:e.push(l),r++}}if(o.accounts!==
void 0){let n=o.accounts;if(Array.isArray(n)){let l=n.length;for(let g=0;g<l;g++)if(typeof n[g]!="string"){let t={instancePath:a+"/organizat\
ion/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts/"+g,schemaPath:"#/properties/organization/properties/units/additionalPropert\
ies/properties/accounts/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}}else{let l={
instancePath:a+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts",schemaPath:"#/properties/organization/properties/\
units/additionalProperties/properties/accounts/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[l]:e.push(l),
r++}}if(o.units!==void 0){let n=o.units;if(n&&typeof n=="object"&&!Array.isArray(n))for(let l in n){let g=n[l];if(g&&typeof g=="object"&&!Array.
isArray(g)){for(let t in g)if(!(t==="id"||t==="serviceControl"||t==="resourceControl"||t==="accounts"||t==="units")){let i={instancePath:a+"\
/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/o\
rganization/properties/units/additionalProperties/properties/units/additionalProperties/additionalProperties",keyword:"additionalProperties",
params:{additionalProperty:t},message:"must NOT have additional properties"};e===null?e=[i]:e.push(i),r++}if(g.id!==void 0&&typeof g.id!="st\
ring"){let t={instancePath:a+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~\
1")+"/id",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/id/ty\
pe",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}if(g.serviceControl!==void 0){let t=g.serviceControl;
if(Array.isArray(t)){let i=t.length;for(let c=0;c<i;c++){let d=t[c];if(typeof d!="string"&&!(d&&typeof d=="object"&&!Array.isArray(d))){let u={
instancePath:a+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceC\
ontrol/"+c,schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/serv\
iceControl/items/type",keyword:"type",params:{type:h.properties.organization.properties.units.additionalProperties.properties.units.additionalProperties.
properties.serviceControl.items.type},message:"must be string,object"};e===null?e=[u]:e.push(u),r++}}}else{let i={instancePath:a+"/organizat\
ion/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceControl",schemaPath:"#/prop\
erties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/serviceControl/type",keyword:"typ\
e",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),r++}}if(g.resourceControl!==void 0){let t=g.resourceControl;if(Array.
isArray(t)){let i=t.length;for(let c=0;c<i;c++){let d=t[c];if(typeof d!="string"&&!(d&&typeof d=="object"&&!Array.isArray(d))){let u={instancePath:a+
"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl/"+c,schemaPath:"\
#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/resourceControl/items/type",
keyword:"type",params:{type:h.properties.organization.properties.units.additionalProperties.properties.units.additionalProperties.properties.
resourceControl.items.type},message:"must be string,object"};e===null?e=[u]:e.push(u),r++}}}else{let i={instancePath:a+"/organization/units/"+
p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl",schemaPath:"#/properties/orga\
nization/properties/units/additionalProperties/properties/units/additionalProperties/properties/resourceControl/type",keyword:"type",params:{
type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),r++}}if(g.accounts!==void 0){let t=g.accounts;if(Array.isArray(t)){let i=t.length;
for(let c=0;c<i;c++)if(typeof t[c]!="string"){let d={instancePath:a+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+
l.replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts/"+c,schemaPath:"#/properties/organization/properties/units/additionalProperties/properti\
es/units/additionalProperties/properties/accounts/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[d]:
e.push(d),r++}}else{let i={instancePath:a+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(
/\//g,"~1")+"/accounts",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/pr\
operties/accounts/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),r++}}if(g.units!==void 0){let t=g.
units;if(t&&typeof t=="object"&&!Array.isArray(t))for(let i in t){let c=t[i];if(c&&typeof c=="object"&&!Array.isArray(c)){for(let d in c)if(!(d===
"id"||d==="serviceControl"||d==="resourceControl"||d==="accounts"||d==="units")){let u={instancePath:a+"/organization/units/"+p.replace(/~/g,
"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/\
additionalProperties",keyword:"additionalProperties",params:{additionalProperty:d},message:"must NOT have additional properties"};e===null?e=
[u]:e.push(u),r++}if(c.id!==void 0&&typeof c.id!="string"){let d={instancePath:a+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"\
~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/id",schemaPath:"#/properties/or\
ganization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/id/t\
ype",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[d]:e.push(d),r++}if(c.serviceControl!==void 0){let d=c.serviceControl;
if(Array.isArray(d)){let u=d.length;for(let k=0;k<u;k++){let m=d[k];if(typeof m!="string"&&!(m&&typeof m=="object"&&!Array.isArray(m))){let f={
instancePath:a+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+
i.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceControl/"+k,schemaPath:"#/properties/organization/properties/units/additionalProperties/pr\
operties/units/additionalProperties/properties/units/additionalProperties/properties/serviceControl/items/type",keyword:"type",params:{type:h.
properties.organization.properties.units.additionalProperties.properties.units.additionalProperties.properties.units.additionalProperties.properties.
serviceControl.items.type},message:"must be string,object"};e===null?e=[f]:e.push(f),r++}}}else{let u={instancePath:a+"/organization/units/"+
p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+
"/serviceControl",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properti\
es/units/additionalProperties/properties/serviceControl/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[u]:e.
push(u),r++}}if(c.resourceControl!==void 0){let d=c.resourceControl;if(Array.isArray(d)){let u=d.length;for(let k=0;k<u;k++){let m=d[k];if(typeof m!=
"string"&&!(m&&typeof m=="object"&&!Array.isArray(m))){let f={instancePath:a+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+
"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl/"+k,schemaPath:"#/pr\
operties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/prop\
erties/resourceControl/items/type",keyword:"type",params:{type:h.properties.organization.properties.units.additionalProperties.properties.units.
additionalProperties.properties.units.additionalProperties.properties.resourceControl.items.type},message:"must be string,object"};e===null?
e=[f]:e.push(f),r++}}}else{let u={instancePath:a+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~\
0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl",schemaPath:"#/properties/organization/properti\
es/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/resourceControl/type",keyword:"\
type",params:{type:"array"},message:"must be array"};e===null?e=[u]:e.push(u),r++}}if(c.accounts!==void 0){let d=c.accounts;if(Array.isArray(
d)){let u=d.length;for(let k=0;k<u;k++)if(typeof d[k]!="string"){let m={instancePath:a+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,
"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts/"+k,schemaPath:"#/pro\
perties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/prope\
rties/accounts/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[m]:e.push(m),r++}}else{let u={instancePath:a+
"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,
"~0").replace(/\//g,"~1")+"/accounts",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additiona\
lProperties/properties/units/additionalProperties/properties/accounts/type",keyword:"type",params:{type:"array"},message:"must be array"};e===
null?e=[u]:e.push(u),r++}}if(c.units!==void 0){let d=c.units;if(d&&typeof d=="object"&&!Array.isArray(d))for(let u in d){let k=d[u];if(k&&typeof k==
"object"&&!Array.isArray(k)){for(let m in k)if(!(m==="id"||m==="serviceControl"||m==="resourceControl"||m==="accounts"||m==="units")){let f={
instancePath:a+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+
i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/organization/properties\
/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalPropertie\
s/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:m},message:"must NOT have additional properties"};e===null?
e=[f]:e.push(f),r++}if(k.id!==void 0&&typeof k.id!="string"){let m={instancePath:a+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,
"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(
/\//g,"~1")+"/id",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properti\
es/units/additionalProperties/properties/units/additionalProperties/properties/id/type",keyword:"type",params:{type:"string"},message:"must \
be string"};e===null?e=[m]:e.push(m),r++}if(k.serviceControl!==void 0){let m=k.serviceControl;if(Array.isArray(m)){let f=m.length;for(let A=0;A<
f;A++){let P=m[A];if(typeof P!="string"&&!(P&&typeof P=="object"&&!Array.isArray(P))){let C={instancePath:a+"/organization/units/"+p.replace(
/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units\
/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceControl/"+A,schemaPath:"#/properties/organization/properties/units/additionalProperties\
/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/serviceControl\
/items/type",keyword:"type",params:{type:h.properties.organization.properties.units.additionalProperties.properties.units.additionalProperties.
properties.units.additionalProperties.properties.units.additionalProperties.properties.serviceControl.items.type},message:"must be string,ob\
ject"};e===null?e=[C]:e.push(C),r++}}}else{let f={instancePath:a+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.
replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+
"/serviceControl",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properti\
es/units/additionalProperties/properties/units/additionalProperties/properties/serviceControl/type",keyword:"type",params:{type:"array"},message:"\
must be array"};e===null?e=[f]:e.push(f),r++}}if(k.resourceControl!==void 0){let m=k.resourceControl;if(Array.isArray(m)){let f=m.length;for(let A=0;A<
f;A++){let P=m[A];if(typeof P!="string"&&!(P&&typeof P=="object"&&!Array.isArray(P))){let C={instancePath:a+"/organization/units/"+p.replace(
/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units\
/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl/"+A,schemaPath:"#/properties/organization/properties/units/additionalPropertie\
s/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/resourceContr\
ol/items/type",keyword:"type",params:{type:h.properties.organization.properties.units.additionalProperties.properties.units.additionalProperties.
properties.units.additionalProperties.properties.units.additionalProperties.properties.resourceControl.items.type},message:"must be string,o\
bject"};e===null?e=[C]:e.push(C),r++}}}else{let f={instancePath:a+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+
l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+
"/resourceControl",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/propert\
ies/units/additionalProperties/properties/units/additionalProperties/properties/resourceControl/type",keyword:"type",params:{type:"array"},message:"\
must be array"};e===null?e=[f]:e.push(f),r++}}if(k.accounts!==void 0){let m=k.accounts;if(Array.isArray(m)){let f=m.length;for(let A=0;A<f;A++)
if(typeof m[A]!="string"){let P={instancePath:a+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").
replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts/"+A,schemaPath:"\
#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/\
properties/units/additionalProperties/properties/accounts/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[P]:e.push(P),r++}}else{let f={instancePath:a+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").
replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts",schemaPath:"\
#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/\
properties/units/additionalProperties/properties/accounts/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[f]:
e.push(f),r++}}if(k.units!==void 0){let m=k.units;if(m&&typeof m=="object"&&!Array.isArray(m))for(let f in m){let A=m[f];if(A&&typeof A=="ob\
ject"&&!Array.isArray(A)){for(let P in A)if(!(P==="id"||P==="serviceControl"||P==="resourceControl"||P==="accounts")){let C={instancePath:a+
"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,
"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/\
properties/units/additionalProperties/properties/units/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:P},
message:"must NOT have additional properties"};e===null?e=[C]:e.push(C),r++}if(A.id!==void 0&&typeof A.id!="string"){let P={instancePath:a+"\
/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"\
~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.replace(/~/g,"~0").replace(/\//g,"~1")+"/id",schemaPath:"\
#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/\
properties/units/additionalProperties/properties/units/additionalProperties/properties/id/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[P]:e.push(P),r++}if(A.serviceControl!==void 0){let P=A.serviceControl;if(Array.isArray(P)){let C=P.length;for(let w=0;w<
C;w++){let j=P[w];if(typeof j!="string"&&!(j&&typeof j=="object"&&!Array.isArray(j))){let z={instancePath:a+"/organization/units/"+p.replace(
/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units\
/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.replace(/~/g,"~0").replace(/\//g,"~1")+"/serviceControl/"+w,schemaPath:"#/properties\
/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/u\
nits/additionalProperties/properties/units/additionalProperties/properties/serviceControl/items/type",keyword:"type",params:{type:h.properties.
organization.properties.units.additionalProperties.properties.units.additionalProperties.properties.units.additionalProperties.properties.units.
additionalProperties.properties.units.additionalProperties.properties.serviceControl.items.type},message:"must be string,object"};e===null?e=
[z]:e.push(z),r++}}}else{let C={instancePath:a+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").
replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.replace(
/~/g,"~0").replace(/\//g,"~1")+"/serviceControl",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/unit\
s/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/pro\
perties/serviceControl/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[C]:e.push(C),r++}}if(A.resourceControl!==
void 0){let P=A.resourceControl;if(Array.isArray(P)){let C=P.length;for(let w=0;w<C;w++){let j=P[w];if(typeof j!="string"&&!(j&&typeof j=="o\
bject"&&!Array.isArray(j))){let z={instancePath:a+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"\
~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.replace(
/~/g,"~0").replace(/\//g,"~1")+"/resourceControl/"+w,schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/\
units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties\
/properties/resourceControl/items/type",keyword:"type",params:{type:h.properties.organization.properties.units.additionalProperties.properties.
units.additionalProperties.properties.units.additionalProperties.properties.units.additionalProperties.properties.units.additionalProperties.
properties.resourceControl.items.type},message:"must be string,object"};e===null?e=[z]:e.push(z),r++}}}else{let C={instancePath:a+"/organiza\
tion/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(
/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.replace(/~/g,"~0").replace(/\//g,"~1")+"/resourceControl",schemaPath:"\
#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/\
properties/units/additionalProperties/properties/units/additionalProperties/properties/resourceControl/type",keyword:"type",params:{type:"ar\
ray"},message:"must be array"};e===null?e=[C]:e.push(C),r++}}if(A.accounts!==void 0){let P=A.accounts;if(Array.isArray(P)){let C=P.length;for(let w=0;w<
C;w++)if(typeof P[w]!="string"){let j={instancePath:a+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,
"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.
replace(/~/g,"~0").replace(/\//g,"~1")+"/accounts/"+w,schemaPath:"#/properties/organization/properties/units/additionalProperties/properties\
/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalPropertie\
s/properties/accounts/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[j]:e.push(j),r++}}else{let C={
instancePath:a+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+
i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.replace(/~/g,"~0").replace(/\//g,"~1")+
"/accounts",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/properties/uni\
ts/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/accounts/type",keyword:"type",
params:{type:"array"},message:"must be array"};e===null?e=[C]:e.push(C),r++}}}else{let P={instancePath:a+"/organization/units/"+p.replace(/~/g,
"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.
replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/organization/properties/u\
nits/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/\
properties/units/additionalProperties/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[P]:e.push(P),r++}}else{
let f={instancePath:a+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/u\
nits/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1")+"/units",schemaPath:"#/properties/organiz\
ation/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/add\
itionalProperties/properties/units/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[f]:e.push(f),r++}}}else{
let m={instancePath:a+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/u\
nits/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+u.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/organization/pro\
perties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalProperties/properties/units/additionalPr\
operties/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[m]:e.push(m),r++}}else{let u={instancePath:a+"/or\
ganization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").
replace(/\//g,"~1")+"/units",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperti\
es/properties/units/additionalProperties/properties/units/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[
u]:e.push(u),r++}}}else{let d={instancePath:a+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").
replace(/\//g,"~1")+"/units/"+i.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/organization/properties/units/additionalProp\
erties/properties/units/additionalProperties/properties/units/additionalProperties/type",keyword:"type",params:{type:"object"},message:"must\
 be object"};e===null?e=[d]:e.push(d),r++}}else{let i={instancePath:a+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/unit\
s/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/units",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties\
/units/additionalProperties/properties/units/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[i]:e.push(i),
r++}}}else{let t={instancePath:a+"/organization/units/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/units/"+l.replace(/~/g,"~0").replace(/\//g,
"~1"),schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/additionalProperties/type",keyword:"type",
params:{type:"object"},message:"must be object"};e===null?e=[t]:e.push(t),r++}}else{let l={instancePath:a+"/organization/units/"+p.replace(/~/g,
"~0").replace(/\//g,"~1")+"/units",schemaPath:"#/properties/organization/properties/units/additionalProperties/properties/units/type",keyword:"\
type",params:{type:"object"},message:"must be object"};e===null?e=[l]:e.push(l),r++}}}else{let n={instancePath:a+"/organization/units/"+p.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/organization/properties/units/additionalProperties/type",keyword:"type",params:{type:"\
object"},message:"must be object"};e===null?e=[n]:e.push(n),r++}}else{let p={instancePath:a+"/organization/units",schemaPath:"#/properties/o\
rganization/properties/units/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[p]:e.push(p),r++}}}else{let s={
instancePath:a+"/organization",schemaPath:"#/properties/organization/type",keyword:"type",params:{type:"object"},message:"must be object"};e===
null?e=[s]:e.push(s),r++}}if(b.principals!==void 0){let y=b.principals;if(y&&typeof y=="object"&&!Array.isArray(y))for(let s in y){let p=y[s],
o=r,n=!1,l=r;if(typeof p!="string"){let t={instancePath:a+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/p\
rincipals/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}var _=l===
r;n=n||_;let g=r;if(p&&typeof p=="object"&&!Array.isArray(p)){if(p.arn===void 0){let t={instancePath:a+"/principals/"+s.replace(/~/g,"~0").replace(
/\//g,"~1"),schemaPath:"#/properties/principals/additionalProperties/anyOf/1/required",keyword:"required",params:{missingProperty:"arn"},message:"\
must have required property 'arn'"};e===null?e=[t]:e.push(t),r++}for(let t in p)if(!K.call(h.properties.principals.additionalProperties.anyOf[1].
properties,t)){let i={instancePath:a+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/principals/additionalP\
roperties/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:t},message:"must NOT have additional prope\
rties"};e===null?e=[i]:e.push(i),r++}if(p.arn!==void 0&&typeof p.arn!="string"){let t={instancePath:a+"/principals/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/arn",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/arn/type",keyword:"type",params:{type:"string"},
message:"must be string"};e===null?e=[t]:e.push(t),r++}if(p.policies!==void 0){let t=p.policies;if(Array.isArray(t)){let i=t.length;for(let c=0;c<
i;c++){let d=t[c];if(typeof d!="string"&&!(d&&typeof d=="object"&&!Array.isArray(d))){let u={instancePath:a+"/principals/"+s.replace(/~/g,"~\
0").replace(/\//g,"~1")+"/policies/"+c,schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/policies/items/type",keyword:"\
type",params:{type:h.properties.principals.additionalProperties.anyOf[1].properties.policies.items.type},message:"must be string,object"};e===
null?e=[u]:e.push(u),r++}}}else{let i={instancePath:a+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/policies",schemaPath:"#/prop\
erties/principals/additionalProperties/anyOf/1/properties/policies/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?
e=[i]:e.push(i),r++}}if(p.boundary!==void 0){let t=p.boundary;if(typeof t!="string"&&!(t&&typeof t=="object"&&!Array.isArray(t))){let i={instancePath:a+
"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/boundary",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/propert\
ies/boundary/type",keyword:"type",params:{type:h.properties.principals.additionalProperties.anyOf[1].properties.boundary.type},message:"must\
 be string,object"};e===null?e=[i]:e.push(i),r++}}if(p.session!==void 0){let t=p.session;if(Array.isArray(t)){let i=t.length;for(let c=0;c<i;c++){
let d=t[c];if(typeof d!="string"&&!(d&&typeof d=="object"&&!Array.isArray(d))){let u={instancePath:a+"/principals/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/session/"+c,schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/session/items/type",keyword:"type",params:{
type:h.properties.principals.additionalProperties.anyOf[1].properties.session.items.type},message:"must be string,object"};e===null?e=[u]:e.
push(u),r++}}}else{let i={instancePath:a+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/session",schemaPath:"#/properties/princip\
als/additionalProperties/anyOf/1/properties/session/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(
i),r++}}if(p.trust!==void 0){let t=p.trust;if(typeof t!="string"&&!(t&&typeof t=="object"&&!Array.isArray(t))){let i={instancePath:a+"/princ\
ipals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/trust",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/trust/\
type",keyword:"type",params:{type:h.properties.principals.additionalProperties.anyOf[1].properties.trust.type},message:"must be string,objec\
t"};e===null?e=[i]:e.push(i),r++}}if(p.tags!==void 0){let t=p.tags;if(t&&typeof t=="object"&&!Array.isArray(t)){for(let i in t)if(typeof t[i]!=
"string"){let c={instancePath:a+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags/"+i.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/principals/additionalProperties/anyOf/1/properties/tags/additionalProperties/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[c]:e.push(c),r++}}else{let i={instancePath:a+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags",schemaPath:"\
#/properties/principals/additionalProperties/anyOf/1/properties/tags/type",keyword:"type",params:{type:"object"},message:"must be object"};e===
null?e=[i]:e.push(i),r++}}if(p.userId!==void 0&&typeof p.userId!="string"){let t={instancePath:a+"/principals/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/userId",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/userId/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}if(p.roleArn!==void 0&&typeof p.roleArn!="string"){let t={instancePath:a+"/p\
rincipals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/roleArn",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/\
roleArn/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}if(p.userArn!==void 0&&typeof p.userArn!=
"string"){let t={instancePath:a+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/userArn",schemaPath:"#/properties/principals/addit\
ionalProperties/anyOf/1/properties/userArn/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}
if(p.serviceLinkedRole!==void 0&&typeof p.serviceLinkedRole!="boolean"){let t={instancePath:a+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/serviceLinkedRole",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/serviceLinkedRole/type",keyword:"type",
params:{type:"boolean"},message:"must be boolean"};e===null?e=[t]:e.push(t),r++}if(p.mfaAgeSeconds!==void 0){let t=p.mfaAgeSeconds;if(typeof t==
"number"&&isFinite(t)){if(t<0||isNaN(t)){let i={instancePath:a+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/mfaAgeSeconds",schemaPath:"\
#/properties/principals/additionalProperties/anyOf/1/properties/mfaAgeSeconds/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"\
must be >= 0"};e===null?e=[i]:e.push(i),r++}}else{let i={instancePath:a+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/mfaAgeSeco\
nds",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/mfaAgeSeconds/type",keyword:"type",params:{type:"number"},message:"\
must be number"};e===null?e=[i]:e.push(i),r++}}if(p.sourceIdentity!==void 0&&typeof p.sourceIdentity!="string"){let t={instancePath:a+"/prin\
cipals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/sourceIdentity",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/propert\
ies/sourceIdentity/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}if(p.credentials!==void 0){
let t=p.credentials;if(t&&typeof t=="object"&&!Array.isArray(t)){if(t.accessKeyId===void 0){let i={instancePath:a+"/principals/"+s.replace(/~/g,
"~0").replace(/\//g,"~1")+"/credentials",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/credentials/required",keyword:"\
required",params:{missingProperty:"accessKeyId"},message:"must have required property 'accessKeyId'"};e===null?e=[i]:e.push(i),r++}if(t.secretAccessKey===
void 0){let i={instancePath:a+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/credentials",schemaPath:"#/properties/principals/add\
itionalProperties/anyOf/1/properties/credentials/required",keyword:"required",params:{missingProperty:"secretAccessKey"},message:"must have \
required property 'secretAccessKey'"};e===null?e=[i]:e.push(i),r++}for(let i in t)if(!(i==="accessKeyId"||i==="secretAccessKey"||i==="sessio\
nToken")){let c={instancePath:a+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/credentials",schemaPath:"#/properties/principals/a\
dditionalProperties/anyOf/1/properties/credentials/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:i},message:"\
must NOT have additional properties"};e===null?e=[c]:e.push(c),r++}if(t.accessKeyId!==void 0&&typeof t.accessKeyId!="string"){let i={instancePath:a+
"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/credentials/accessKeyId",schemaPath:"#/properties/principals/additionalProperties/\
anyOf/1/properties/credentials/properties/accessKeyId/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.
push(i),r++}if(t.secretAccessKey!==void 0&&typeof t.secretAccessKey!="string"){let i={instancePath:a+"/principals/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/credentials/secretAccessKey",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/credentials/propertie\
s/secretAccessKey/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}if(t.sessionToken!==void 0&&
typeof t.sessionToken!="string"){let i={instancePath:a+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/credentials/sessionToken",schemaPath:"\
#/properties/principals/additionalProperties/anyOf/1/properties/credentials/properties/sessionToken/type",keyword:"type",params:{type:"strin\
g"},message:"must be string"};e===null?e=[i]:e.push(i),r++}}else{let i={instancePath:a+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+
"/credentials",schemaPath:"#/properties/principals/additionalProperties/anyOf/1/properties/credentials/type",keyword:"type",params:{type:"ob\
ject"},message:"must be object"};e===null?e=[i]:e.push(i),r++}}}else{let t={instancePath:a+"/principals/"+s.replace(/~/g,"~0").replace(/\//g,
"~1"),schemaPath:"#/properties/principals/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};
e===null?e=[t]:e.push(t),r++}var _=g===r;if(n=n||_,n)r=o,e!==null&&(o?e.length=o:e=null);else{let t={instancePath:a+"/principals/"+s.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/principals/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match\
 a schema in anyOf"};e===null?e=[t]:e.push(t),r++}}else{let s={instancePath:a+"/principals",schemaPath:"#/properties/principals/type",keyword:"\
type",params:{type:"object"},message:"must be object"};e===null?e=[s]:e.push(s),r++}}if(b.keys!==void 0){let y=b.keys;if(y&&typeof y=="objec\
t"&&!Array.isArray(y))for(let s in y){let p=y[s];if(p&&typeof p=="object"&&!Array.isArray(p)){for(let o in p)if(!K.call(h.properties.keys.additionalProperties.
properties,o)){let n={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/keys/additionalProperties/ad\
ditionalProperties",keyword:"additionalProperties",params:{additionalProperty:o},message:"must NOT have additional properties"};e===null?e=[
n]:e.push(n),r++}if(p.arn!==void 0&&typeof p.arn!="string"){let o={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/arn",schemaPath:"\
#/properties/keys/additionalProperties/properties/arn/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.
push(o),r++}if(p.id!==void 0&&typeof p.id!="string"){let o={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/id",schemaPath:"\
#/properties/keys/additionalProperties/properties/id/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.
push(o),r++}if(p.account!==void 0&&typeof p.account!="string"){let o={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/acc\
ount",schemaPath:"#/properties/keys/additionalProperties/properties/account/type",keyword:"type",params:{type:"string"},message:"must be str\
ing"};e===null?e=[o]:e.push(o),r++}if(p.region!==void 0&&typeof p.region!="string"){let o={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/region",schemaPath:"#/properties/keys/additionalProperties/properties/region/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[o]:e.push(o),r++}if(p.description!==void 0&&typeof p.description!="string"){let o={instancePath:a+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/description",schemaPath:"#/properties/keys/additionalProperties/properties/description/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),r++}if(p.managedBy!==void 0){let o=p.managedBy;if(typeof o!="strin\
g"){let n={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/managedBy",schemaPath:"#/properties/keys/additionalProperties/\
properties/managedBy/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),r++}if(!(o==="customer"||
o==="aws")){let n={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/managedBy",schemaPath:"#/properties/keys/additionalPro\
perties/properties/managedBy/enum",keyword:"enum",params:{allowedValues:h.properties.keys.additionalProperties.properties.managedBy.enum},message:"\
must be equal to one of the allowed values"};e===null?e=[n]:e.push(n),r++}}if(p.aliases!==void 0){let o=p.aliases;if(Array.isArray(o)){let n=o.
length;for(let l=0;l<n;l++)if(typeof o[l]!="string"){let g={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/aliases/"+l,schemaPath:"\
#/properties/keys/additionalProperties/properties/aliases/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[g]:e.push(g),r++}}else{let n={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/aliases",schemaPath:"#/properties/keys/a\
dditionalProperties/properties/aliases/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[n]:e.push(n),r++}}if(p.
policy!==void 0){let o=p.policy;if(typeof o!="string"&&!(o&&typeof o=="object"&&!Array.isArray(o))){let n={instancePath:a+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/policy",schemaPath:"#/properties/keys/additionalProperties/properties/policy/type",keyword:"type",params:{type:h.
properties.keys.additionalProperties.properties.policy.type},message:"must be string,object"};e===null?e=[n]:e.push(n),r++}}if(p.tags!==void 0){
let o=p.tags;if(o&&typeof o=="object"&&!Array.isArray(o)){for(let n in o)if(typeof o[n]!="string"){let l={instancePath:a+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/tags/"+n.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/keys/additionalProperties/properti\
es/tags/additionalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),r++}}else{let n={
instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/tags",schemaPath:"#/properties/keys/additionalProperties/properties/tags/\
type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[n]:e.push(n),r++}}if(p.grants!==void 0){let o=p.grants;if(Array.
isArray(o)){let n=o.length;for(let l=0;l<n;l++){let g=o[l];if(g&&typeof g=="object"&&!Array.isArray(g)){if(g.grantee===void 0){let t={instancePath:a+
"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l,schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/re\
quired",keyword:"required",params:{missingProperty:"grantee"},message:"must have required property 'grantee'"};e===null?e=[t]:e.push(t),r++}
if(g.operations===void 0){let t={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l,schemaPath:"#/properties/keys\
/additionalProperties/properties/grants/items/required",keyword:"required",params:{missingProperty:"operations"},message:"must have required\
 property 'operations'"};e===null?e=[t]:e.push(t),r++}for(let t in g)if(!(t==="id"||t==="name"||t==="grantee"||t==="operations"||t==="constr\
aints"||t==="retiring"||t==="issuingAccount"||t==="token")){let i={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants\
/"+l,schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:t},message:"must NOT have additional properties"};e===null?e=[i]:e.push(i),r++}if(g.id!==void 0&&typeof g.id!="string"){let t={
instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/id",schemaPath:"#/properties/keys/additionalProperties/prope\
rties/grants/items/properties/id/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}if(g.name!==
void 0&&typeof g.name!="string"){let t={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/name",schemaPath:"#/\
properties/keys/additionalProperties/properties/grants/items/properties/name/type",keyword:"type",params:{type:"string"},message:"must be st\
ring"};e===null?e=[t]:e.push(t),r++}if(g.grantee!==void 0&&typeof g.grantee!="string"){let t={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/grants/"+l+"/grantee",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/grantee/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}if(g.operations!==void 0){let t=g.operations;if(Array.isArray(
t)){let i=t.length;for(let c=0;c<i;c++){let d=t[c];if(typeof d!="string"){let u={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/grants/"+l+"/operations/"+c,schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/operations/items/t\
ype",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[u]:e.push(u),r++}if(!(d==="Decrypt"||d==="Encrypt"||d==="Ge\
nerateDataKey"||d==="GenerateDataKeyWithoutPlaintext"||d==="ReEncryptFrom"||d==="ReEncryptTo"||d==="Sign"||d==="Verify"||d==="GetPublicKey"||
d==="CreateGrant"||d==="RetireGrant"||d==="DescribeKey"||d==="GenerateDataKeyPair"||d==="GenerateDataKeyPairWithoutPlaintext"||d==="Generate\
Mac"||d==="VerifyMac"||d==="DeriveSharedSecret"||d==="Encapsulate"||d==="Decapsulate")){let u={instancePath:a+"/keys/"+s.replace(/~/g,"~0").
replace(/\//g,"~1")+"/grants/"+l+"/operations/"+c,schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/oper\
ations/items/enum",keyword:"enum",params:{allowedValues:h.properties.keys.additionalProperties.properties.grants.items.properties.operations.
items.enum},message:"must be equal to one of the allowed values"};e===null?e=[u]:e.push(u),r++}}}else{let i={instancePath:a+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/operations",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/propert\
ies/operations/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),r++}}if(g.constraints!==void 0){
let t=g.constraints;if(t&&typeof t=="object"&&!Array.isArray(t)){for(let i in t)if(!(i==="EncryptionContextEquals"||i==="EncryptionContextSu\
bset"||i==="SourceArn")){let c={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/constraints",schemaPath:"#/p\
roperties/keys/additionalProperties/properties/grants/items/properties/constraints/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:i},message:"must NOT have additional properties"};e===null?e=[c]:e.push(c),r++}if(t.EncryptionContextEquals!==void 0){let i=t.
EncryptionContextEquals;if(i&&typeof i=="object"&&!Array.isArray(i)){for(let c in i)if(typeof i[c]!="string"){let d={instancePath:a+"/keys/"+
s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/constraints/EncryptionContextEquals/"+c.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/keys/additionalProperties/properties/grants/items/properties/constraints/properties/EncryptionContextEquals/additionalPropertie\
s/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[d]:e.push(d),r++}}else{let c={instancePath:a+"/keys/"+s.
replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/constraints/EncryptionContextEquals",schemaPath:"#/properties/keys/additionalPropertie\
s/properties/grants/items/properties/constraints/properties/EncryptionContextEquals/type",keyword:"type",params:{type:"object"},message:"mus\
t be object"};e===null?e=[c]:e.push(c),r++}}if(t.EncryptionContextSubset!==void 0){let i=t.EncryptionContextSubset;if(i&&typeof i=="object"&&
!Array.isArray(i)){for(let c in i)if(typeof i[c]!="string"){let d={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants\
/"+l+"/constraints/EncryptionContextSubset/"+c.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/keys/additionalProperties/pro\
perties/grants/items/properties/constraints/properties/EncryptionContextSubset/additionalProperties/type",keyword:"type",params:{type:"strin\
g"},message:"must be string"};e===null?e=[d]:e.push(d),r++}}else{let c={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/g\
rants/"+l+"/constraints/EncryptionContextSubset",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/const\
raints/properties/EncryptionContextSubset/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[c]:e.push(c),r++}}
if(t.SourceArn!==void 0&&typeof t.SourceArn!="string"){let i={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+
"/constraints/SourceArn",schemaPath:"#/properties/keys/additionalProperties/properties/grants/items/properties/constraints/properties/Source\
Arn/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}}else{let i={instancePath:a+"/keys/"+
s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/constraints",schemaPath:"#/properties/keys/additionalProperties/properties/grants/it\
ems/properties/constraints/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[i]:e.push(i),r++}}if(g.retiring!==
void 0&&typeof g.retiring!="string"){let t={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/retiring",schemaPath:"\
#/properties/keys/additionalProperties/properties/grants/items/properties/retiring/type",keyword:"type",params:{type:"string"},message:"must\
 be string"};e===null?e=[t]:e.push(t),r++}if(g.issuingAccount!==void 0&&typeof g.issuingAccount!="string"){let t={instancePath:a+"/keys/"+s.
replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/issuingAccount",schemaPath:"#/properties/keys/additionalProperties/properties/grants/i\
tems/properties/issuingAccount/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}if(g.token!==
void 0&&typeof g.token!="string"){let t={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l+"/token",schemaPath:"\
#/properties/keys/additionalProperties/properties/grants/items/properties/token/type",keyword:"type",params:{type:"string"},message:"must be\
 string"};e===null?e=[t]:e.push(t),r++}}else{let t={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants/"+l,schemaPath:"\
#/properties/keys/additionalProperties/properties/grants/items/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?
e=[t]:e.push(t),r++}}}else{let n={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/grants",schemaPath:"#/properties/keys/a\
dditionalProperties/properties/grants/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[n]:e.push(n),r++}}if(p.
spec!==void 0){let o=p.spec;if(typeof o!="string"){let n={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/spec",schemaPath:"\
#/properties/keys/additionalProperties/properties/spec/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:
e.push(n),r++}if(!(o==="SYMMETRIC_DEFAULT"||o==="RSA_2048"||o==="RSA_3072"||o==="RSA_4096"||o==="SM2"||o==="ECC_NIST_P256"||o==="ECC_NIST_P3\
84"||o==="ECC_NIST_P521"||o==="ECC_SECG_P256K1"||o==="ECC_NIST_EDWARDS25519"||o==="ML_DSA_44"||o==="ML_DSA_65"||o==="ML_DSA_87"||o==="HMAC_2\
24"||o==="HMAC_256"||o==="HMAC_384"||o==="HMAC_512"||o==="ML_KEM_512"||o==="ML_KEM_768"||o==="ML_KEM_1024")){let n={instancePath:a+"/keys/"+
s.replace(/~/g,"~0").replace(/\//g,"~1")+"/spec",schemaPath:"#/properties/keys/additionalProperties/properties/spec/enum",keyword:"enum",params:{
allowedValues:h.properties.keys.additionalProperties.properties.spec.enum},message:"must be equal to one of the allowed values"};e===null?e=
[n]:e.push(n),r++}}if(p.usage!==void 0){let o=p.usage;if(typeof o!="string"){let n={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/usage",schemaPath:"#/properties/keys/additionalProperties/properties/usage/type",keyword:"type",params:{type:"string"},message:"must\
 be string"};e===null?e=[n]:e.push(n),r++}if(!(o==="ENCRYPT_DECRYPT"||o==="SIGN_VERIFY"||o==="GENERATE_VERIFY_MAC"||o==="KEY_AGREEMENT"||o===
"ENCAPSULATE_DECAPSULATE")){let n={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/usage",schemaPath:"#/properties/keys/a\
dditionalProperties/properties/usage/enum",keyword:"enum",params:{allowedValues:h.properties.keys.additionalProperties.properties.usage.enum},
message:"must be equal to one of the allowed values"};e===null?e=[n]:e.push(n),r++}}if(p.origin!==void 0){let o=p.origin;if(typeof o!="strin\
g"){let n={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/origin",schemaPath:"#/properties/keys/additionalProperties/pro\
perties/origin/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),r++}if(!(o==="AWS_KMS"||o==="E\
XTERNAL"||o==="AWS_CLOUDHSM"||o==="EXTERNAL_KEY_STORE")){let n={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/origin",schemaPath:"\
#/properties/keys/additionalProperties/properties/origin/enum",keyword:"enum",params:{allowedValues:h.properties.keys.additionalProperties.properties.
origin.enum},message:"must be equal to one of the allowed values"};e===null?e=[n]:e.push(n),r++}}if(p.multiRegion!==void 0&&typeof p.multiRegion!=
"boolean"){let o={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/multiRegion",schemaPath:"#/properties/keys/additionalPr\
operties/properties/multiRegion/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[o]:e.push(o),r++}if(p.multiRegionKeyType!==
void 0){let o=p.multiRegionKeyType;if(typeof o!="string"){let n={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/multiReg\
ionKeyType",schemaPath:"#/properties/keys/additionalProperties/properties/multiRegionKeyType/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[n]:e.push(n),r++}if(!(o==="PRIMARY"||o==="REPLICA")){let n={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/multiRegionKeyType",schemaPath:"#/properties/keys/additionalProperties/properties/multiRegionKeyType/enum",keyword:"enum",params:{
allowedValues:h.properties.keys.additionalProperties.properties.multiRegionKeyType.enum},message:"must be equal to one of the allowed values"};
e===null?e=[n]:e.push(n),r++}}if(p.state!==void 0){let o=p.state;if(typeof o!="string"){let n={instancePath:a+"/keys/"+s.replace(/~/g,"~0").
replace(/\//g,"~1")+"/state",schemaPath:"#/properties/keys/additionalProperties/properties/state/type",keyword:"type",params:{type:"string"},
message:"must be string"};e===null?e=[n]:e.push(n),r++}if(!(o==="Enabled"||o==="Disabled"||o==="PendingDeletion"||o==="PendingReplicaDeletio\
n"||o==="PendingImport"||o==="Unavailable"||o==="Creating"||o==="Updating")){let n={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/state",schemaPath:"#/properties/keys/additionalProperties/properties/state/enum",keyword:"enum",params:{allowedValues:h.properties.keys.
additionalProperties.properties.state.enum},message:"must be equal to one of the allowed values"};e===null?e=[n]:e.push(n),r++}}if(p.rotation!==
void 0){let o=p.rotation,n=r,l=!1,g=r;if(typeof o!="boolean"){let i={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/rota\
tion",schemaPath:"#/properties/keys/additionalProperties/properties/rotation/anyOf/0/type",keyword:"type",params:{type:"boolean"},message:"m\
ust be boolean"};e===null?e=[i]:e.push(i),r++}var S=g===r;l=l||S;let t=r;if(o&&typeof o=="object"&&!Array.isArray(o)){if(o.periodInDays===void 0){
let i={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/rotation",schemaPath:"#/properties/keys/additionalProperties/prope\
rties/rotation/anyOf/1/required",keyword:"required",params:{missingProperty:"periodInDays"},message:"must have required property 'periodInDa\
ys'"};e===null?e=[i]:e.push(i),r++}for(let i in o)if(i!=="periodInDays"){let c={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"\
~1")+"/rotation",schemaPath:"#/properties/keys/additionalProperties/properties/rotation/anyOf/1/additionalProperties",keyword:"additionalPro\
perties",params:{additionalProperty:i},message:"must NOT have additional properties"};e===null?e=[c]:e.push(c),r++}if(o.periodInDays!==void 0){
let i=o.periodInDays;if(!(typeof i=="number"&&!(i%1)&&!isNaN(i)&&isFinite(i))){let c={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,
"~1")+"/rotation/periodInDays",schemaPath:"#/properties/keys/additionalProperties/properties/rotation/anyOf/1/properties/periodInDays/type",
keyword:"type",params:{type:"integer"},message:"must be integer"};e===null?e=[c]:e.push(c),r++}if(typeof i=="number"&&isFinite(i)){if(i>2560||
isNaN(i)){let c={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/rotation/periodInDays",schemaPath:"#/properties/keys/add\
itionalProperties/properties/rotation/anyOf/1/properties/periodInDays/maximum",keyword:"maximum",params:{comparison:"<=",limit:2560},message:"\
must be <= 2560"};e===null?e=[c]:e.push(c),r++}if(i<90||isNaN(i)){let c={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/\
rotation/periodInDays",schemaPath:"#/properties/keys/additionalProperties/properties/rotation/anyOf/1/properties/periodInDays/minimum",keyword:"\
minimum",params:{comparison:">=",limit:90},message:"must be >= 90"};e===null?e=[c]:e.push(c),r++}}}}else{let i={instancePath:a+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/rotation",schemaPath:"#/properties/keys/additionalProperties/properties/rotation/anyOf/1/type",keyword:"typ\
e",params:{type:"object"},message:"must be object"};e===null?e=[i]:e.push(i),r++}var S=t===r;if(l=l||S,l)r=n,e!==null&&(n?e.length=n:e=null);else{
let i={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/rotation",schemaPath:"#/properties/keys/additionalProperties/prope\
rties/rotation/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[i]:e.push(i),r++}}if(p.dangerousKeyMaterial!==
void 0){let o=p.dangerousKeyMaterial,n=r,l=!1,g=r;if(typeof o!="string"){let i={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"\
~1")+"/dangerousKeyMaterial",schemaPath:"#/properties/keys/additionalProperties/properties/dangerousKeyMaterial/anyOf/0/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}var I=g===r;l=l||I;let t=r;if(Array.isArray(o)){if(o.length<1){
let c={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/dangerousKeyMaterial",schemaPath:"#/properties/keys/additionalProp\
erties/properties/dangerousKeyMaterial/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===
null?e=[c]:e.push(c),r++}let i=o.length;for(let c=0;c<i;c++)if(typeof o[c]!="string"){let d={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(
/\//g,"~1")+"/dangerousKeyMaterial/"+c,schemaPath:"#/properties/keys/additionalProperties/properties/dangerousKeyMaterial/anyOf/1/items/type",
keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[d]:e.push(d),r++}}else{let i={instancePath:a+"/keys/"+s.replace(
/~/g,"~0").replace(/\//g,"~1")+"/dangerousKeyMaterial",schemaPath:"#/properties/keys/additionalProperties/properties/dangerousKeyMaterial/an\
yOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),r++}var I=t===r;if(l=l||I,l)r=n,e!==null&&
(n?e.length=n:e=null);else{let i={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/dangerousKeyMaterial",schemaPath:"#/pro\
perties/keys/additionalProperties/properties/dangerousKeyMaterial/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===
null?e=[i]:e.push(i),r++}}}else{let o={instancePath:a+"/keys/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/keys/additi\
onalProperties/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[o]:e.push(o),r++}}else{let s={instancePath:a+
"/keys",schemaPath:"#/properties/keys/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[s]:e.push(s),r++}}if(b.
endpoints!==void 0){let y=b.endpoints;if(y&&typeof y=="object"&&!Array.isArray(y))for(let s in y){let p=y[s];if(p&&typeof p=="object"&&!Array.
isArray(p)){if(p.id===void 0){let o={instancePath:a+"/endpoints/"+s.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/endpoint\
s/additionalProperties/required",keyword:"required",params:{missingProperty:"id"},message:"must have required property 'id'"};e===null?e=[o]:
e.push(o),r++}for(let o in p)if(!(o==="id"||o==="vpc"||o==="policy")){let n={instancePath:a+"/endpoints/"+s.replace(/~/g,"~0").replace(/\//g,
"~1"),schemaPath:"#/properties/endpoints/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:o},
message:"must NOT have additional properties"};e===null?e=[n]:e.push(n),r++}if(p.id!==void 0&&typeof p.id!="string"){let o={instancePath:a+"\
/endpoints/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/id",schemaPath:"#/properties/endpoints/additionalProperties/properties/id/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),r++}if(p.vpc!==void 0&&typeof p.vpc!="string"){let o={instancePath:a+
"/endpoints/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/vpc",schemaPath:"#/properties/endpoints/additionalProperties/properties/vpc/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),r++}if(p.policy!==void 0){let o=p.policy;if(typeof o!="strin\
g"&&!(o&&typeof o=="object"&&!Array.isArray(o))){let n={instancePath:a+"/endpoints/"+s.replace(/~/g,"~0").replace(/\//g,"~1")+"/policy",schemaPath:"\
#/properties/endpoints/additionalProperties/properties/policy/type",keyword:"type",params:{type:h.properties.endpoints.additionalProperties.
properties.policy.type},message:"must be string,object"};e===null?e=[n]:e.push(n),r++}}}else{let o={instancePath:a+"/endpoints/"+s.replace(/~/g,
"~0").replace(/\//g,"~1"),schemaPath:"#/properties/endpoints/additionalProperties/type",keyword:"type",params:{type:"object"},message:"must \
be object"};e===null?e=[o]:e.push(o),r++}}else{let s={instancePath:a+"/endpoints",schemaPath:"#/properties/endpoints/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[s]:e.push(s),r++}}}else{let y={instancePath:a,schemaPath:"#/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[y]:e.push(y),r++}return E.errors=e,r===0}E.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};
var M={"#/additionalProperties":["$schema","version","account","region","include","policies","accounts","organization","principals","keys","\
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
yType","state","rotation","dangerousKeyMaterial"],"#/properties/keys/additionalProperties/properties/grants/items/additionalProperties":["id",
"name","grantee","operations","constraints","retiring","issuingAccount","token"],"#/properties/keys/additionalProperties/properties/grants/i\
tems/properties/constraints/additionalProperties":["EncryptionContextEquals","EncryptionContextSubset","SourceArn"],"#/properties/keys/addit\
ionalProperties/properties/rotation/anyOf/1/additionalProperties":["periodInDays"],"#/properties/endpoints/additionalProperties/additionalPr\
operties":["id","vpc","policy"]},G=b=>T(b)?[]:R(T.errors,M);export{G as validateWorld};
