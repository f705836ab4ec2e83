// Compiled from the JSON Schemas of schemas/ by .build/schemas.ts: run `npm run schemas`, never edit.
import{readFaults as Z}from"../world/faults.ts";var G=E,x={$schema:"https://json-schema.org/draft/2020-12/schema",$id:"urn:kmsward:schemas:t\
est",title:"kmsward test file",description:"Tests of policies, `*.ward.yaml`: a world, cases with what is to come of them, and invariants.",
type:"object",properties:{$schema:{type:"string"},version:{type:"number",const:1},account:{type:"string",description:"The account of what na\
mes none: 12 digits, in quotes."},region:{type:"string",description:"The Region of what names none."},world:{anyOf:[{type:"string"},{minItems:1,
type:"array",items:{type:"string"}},{type:"object"}]},defaults:{type:"object",properties:{principal:{type:"string",description:"Who asks: a \
short name of the world, an ARN, a service principal, or anonymous."},action:{type:"string",description:"What is asked for: kms:Decrypt."},key:{
type:"string",description:"Of which key: a short name of the world, an alias, an id or an ARN."},resource:{type:"string",description:"Instea\
d of `key`: the ARN of anything, or *."},account:{type:"string",description:"The account of what has none in its ARN: 12 digits."},context:{
type:"object",additionalProperties:{anyOf:[{type:"string"},{type:"number"},{type:"boolean"},{type:"array",items:{type:"string"}}]},description:"\
Condition keys as given; they win over those that follow from the rest."},encryptionContext:{type:"object",additionalProperties:{type:"strin\
g"},description:"The encryption context of the call."},viaService:{type:"string",description:"The service that calls on the principal's beha\
lf: s3, or s3.us-east-1.amazonaws.com."},grantTokens:{type:"array",items:{type:"string"},description:"Grant tokens that the call brings."},endpoint:{
type:"string",description:"The VPC endpoint that the call comes through: a short name of the world, or vpce-\u2026"},time:{type:"string",description:"\
When, in ISO 8601: 2026-11-22T03:00:00Z. Absent: condition keys of the time are absent."},unknown:{type:"array",items:{type:"string"},description:"\
Condition keys whose value is not known: policies that look at them may leave the answer undetermined."},expect:{type:"string",enum:["allow",
"deny","explicit-deny","implicit-deny","undetermined"]}},additionalProperties:!1,description:"What all cases have that do not say otherwise.\
 A member of a case stands in place of the one here."},cases:{type:"array",items:{type:"object",properties:{name:{type:"string",description:"\
One in the file. Of a case with `each`, $action or ${action} stand for values of the row."},principal:{type:"string",description:"Who asks: \
a short name of the world, an ARN, a service principal, or anonymous."},action:{type:"string",description:"What is asked for: kms:Decrypt."},
key:{type:"string",description:"Of which key: a short name of the world, an alias, an id or an ARN."},resource:{type:"string",description:"I\
nstead of `key`: the ARN of anything, or *."},account:{type:"string",description:"The account of what has none in its ARN: 12 digits."},context:{
type:"object",additionalProperties:{anyOf:[{type:"string"},{type:"number"},{type:"boolean"},{type:"array",items:{type:"string"}}]},description:"\
Condition keys as given; they win over those that follow from the rest."},encryptionContext:{type:"object",additionalProperties:{type:"strin\
g"},description:"The encryption context of the call."},viaService:{type:"string",description:"The service that calls on the principal's beha\
lf: s3, or s3.us-east-1.amazonaws.com."},grantTokens:{type:"array",items:{type:"string"},description:"Grant tokens that the call brings."},endpoint:{
type:"string",description:"The VPC endpoint that the call comes through: a short name of the world, or vpce-\u2026"},time:{type:"string",description:"\
When, in ISO 8601: 2026-11-22T03:00:00Z. Absent: condition keys of the time are absent."},unknown:{type:"array",items:{type:"string"},description:"\
Condition keys whose value is not known: policies that look at them may leave the answer undetermined."},each:{anyOf:[{type:"object",properties:{
principal:{minItems:1,type:"array",items:{type:"string",description:"Who asks: a short name of the world, an ARN, a service principal, or an\
onymous."}},action:{minItems:1,type:"array",items:{type:"string",description:"What is asked for: kms:Decrypt."}},key:{minItems:1,type:"array",
items:{type:"string",description:"Of which key: a short name of the world, an alias, an id or an ARN."}},resource:{minItems:1,type:"array",items:{
type:"string",description:"Instead of `key`: the ARN of anything, or *."}},account:{minItems:1,type:"array",items:{type:"string",description:"\
The account of what has none in its ARN: 12 digits."}},context:{minItems:1,type:"array",items:{type:"object",additionalProperties:{anyOf:[{type:"\
string"},{type:"number"},{type:"boolean"},{type:"array",items:{type:"string"}}]},description:"Condition keys as given; they win over those t\
hat follow from the rest."}},encryptionContext:{minItems:1,type:"array",items:{type:"object",additionalProperties:{type:"string"},description:"\
The encryption context of the call."}},viaService:{minItems:1,type:"array",items:{type:"string",description:"The service that calls on the p\
rincipal's behalf: s3, or s3.us-east-1.amazonaws.com."}},grantTokens:{minItems:1,type:"array",items:{type:"array",items:{type:"string"},description:"\
Grant tokens that the call brings."}},endpoint:{minItems:1,type:"array",items:{type:"string",description:"The VPC endpoint that the call com\
es through: a short name of the world, or vpce-\u2026"}},time:{minItems:1,type:"array",items:{type:"string",description:"When, in ISO 8601: \
2026-11-22T03:00:00Z. Absent: condition keys of the time are absent."}},unknown:{minItems:1,type:"array",items:{type:"array",items:{type:"st\
ring"},description:"Condition keys whose value is not known: policies that look at them may leave the answer undetermined."}},expect:{minItems:1,
type:"array",items:{anyOf:[{type:"string",enum:["allow","deny","explicit-deny","implicit-deny","undetermined"]},{type:"object",properties:{outcome:{
type:"string",enum:["allow","deny","explicit-deny","implicit-deny","undetermined"]},via:{type:"string",description:"All that decided is this\
: a Sid, POLICY#INDEX, `grant NAME`, or the name of a policy."}},required:["outcome"],additionalProperties:!1}],description:"What is to come\
 of it. `deny` is either kind of deny, and never undetermined."}},because:{minItems:1,type:"array",items:{anyOf:[{type:"string"},{type:"arra\
y",items:{type:"string"}}],description:"Each of these is among what decided: a Sid, POLICY#INDEX, or `grant NAME`."}}},additionalProperties:!1},
{minItems:1,type:"array",items:{type:"object",properties:{principal:{type:"string",description:"Who asks: a short name of the world, an ARN,\
 a service principal, or anonymous."},action:{type:"string",description:"What is asked for: kms:Decrypt."},key:{type:"string",description:"O\
f which key: a short name of the world, an alias, an id or an ARN."},resource:{type:"string",description:"Instead of `key`: the ARN of anyth\
ing, or *."},account:{type:"string",description:"The account of what has none in its ARN: 12 digits."},context:{type:"object",additionalProperties:{
anyOf:[{type:"string"},{type:"number"},{type:"boolean"},{type:"array",items:{type:"string"}}]},description:"Condition keys as given; they wi\
n over those that follow from the rest."},encryptionContext:{type:"object",additionalProperties:{type:"string"},description:"The encryption \
context of the call."},viaService:{type:"string",description:"The service that calls on the principal's behalf: s3, or s3.us-east-1.amazonaw\
s.com."},grantTokens:{type:"array",items:{type:"string"},description:"Grant tokens that the call brings."},endpoint:{type:"string",description:"\
The VPC endpoint that the call comes through: a short name of the world, or vpce-\u2026"},time:{type:"string",description:"When, in ISO 8601\
: 2026-11-22T03:00:00Z. Absent: condition keys of the time are absent."},unknown:{type:"array",items:{type:"string"},description:"Condition \
keys whose value is not known: policies that look at them may leave the answer undetermined."},expect:{anyOf:[{type:"string",enum:["allow","\
deny","explicit-deny","implicit-deny","undetermined"]},{type:"object",properties:{outcome:{type:"string",enum:["allow","deny","explicit-deny",
"implicit-deny","undetermined"]},via:{type:"string",description:"All that decided is this: a Sid, POLICY#INDEX, `grant NAME`, or the name of\
 a policy."}},required:["outcome"],additionalProperties:!1}],description:"What is to come of it. `deny` is either kind of deny, and never un\
determined."},because:{anyOf:[{type:"string"},{type:"array",items:{type:"string"}}],description:"Each of these is among what decided: a Sid,\
 POLICY#INDEX, or `grant NAME`."}},additionalProperties:!1}}],description:"A case for every combination of these lists, or for every one of \
these rows."},flow:{type:"object",additionalProperties:{anyOf:[{type:"object",additionalProperties:{anyOf:[{type:"string"},{type:"boolean"},
{type:"object",additionalProperties:{type:"string"}}]}},{type:"null"}]},description:"What a service asks of KMS: its flow with its parameter\
s, { s3.PutObject: { bucket: b, key: k } }."},roundTrip:{type:"object",properties:{writer:{type:"string",description:"Who encrypts."},reader:{
type:"string",description:"Who decrypts."},key:{type:"string",description:"Under which key; absent: the case's, or that of `defaults`."},encryptionContext:{
type:"object",additionalProperties:{type:"string"},description:"Of both; absent: the case's, or that of `defaults`."},readerContext:{type:"o\
bject",additionalProperties:{type:"string"},description:"What the reader gives, where that is another."}},required:["writer","reader"],additionalProperties:!1,
description:"Really encrypts and decrypts."},expect:{anyOf:[{type:"string",enum:["allow","deny","explicit-deny","implicit-deny","undetermine\
d"]},{type:"object",properties:{outcome:{type:"string",enum:["allow","deny","explicit-deny","implicit-deny","undetermined"]},via:{type:"stri\
ng",description:"All that decided is this: a Sid, POLICY#INDEX, `grant NAME`, or the name of a policy."}},required:["outcome"],additionalProperties:!1}],
description:"What is to come of it. `deny` is either kind of deny, and never undetermined."},because:{anyOf:[{type:"string"},{type:"array",items:{
type:"string"}}],description:"Each of these is among what decided: a Sid, POLICY#INDEX, or `grant NAME`."},skip:{description:"true, or why t\
his is not tried.",type:["boolean","string"]},only:{type:"boolean",description:"All cases that do not say so are skipped."}},required:["name"],
additionalProperties:!1}},invariants:{type:"array",items:{type:"object",properties:{name:{type:"string"},never:{type:"object",description:"N\
o such request is ever allowed."},always:{type:"object",description:"Every such request is allowed."},skip:{description:"true, or why this i\
s not tried.",type:["boolean","string"]}},required:["name"],additionalProperties:!1},description:"What holds of all requests."}},required:["\
version"],additionalProperties:!1},R=Object.prototype.hasOwnProperty;function E(v,{instancePath:r="",parentData:U,parentDataProperty:B,rootData:H=v,
dynamicAnchors:J={}}={}){let e=null,s=0,W=E.evaluated;if(W.dynamicProps&&(W.props=void 0),W.dynamicItems&&(W.items=void 0),v&&typeof v=="obj\
ect"&&!Array.isArray(v)){if(v.version===void 0){let u={instancePath:r,schemaPath:"#/required",keyword:"required",params:{missingProperty:"ve\
rsion"},message:"must have required property 'version'"};e===null?e=[u]:e.push(u),s++}for(let u in v)if(!(u==="$schema"||u==="version"||u===
"account"||u==="region"||u==="world"||u==="defaults"||u==="cases"||u==="invariants")){let f={instancePath:r,schemaPath:"#/additionalProperti\
es",keyword:"additionalProperties",params:{additionalProperty:u},message:"must NOT have additional properties"};e===null?e=[f]:e.push(f),s++}
if(v.$schema!==void 0&&typeof v.$schema!="string"){let u={instancePath:r+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[u]:e.push(u),s++}if(v.version!==void 0){let u=v.version;if(!(typeof u=="number"&&
isFinite(u))){let f={instancePath:r+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type:"number"},message:"must be\
 number"};e===null?e=[f]:e.push(f),s++}if(u!==1){let f={instancePath:r+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{
allowedValue:1},message:"must be equal to constant"};e===null?e=[f]:e.push(f),s++}}if(v.account!==void 0&&typeof v.account!="string"){let u={
instancePath:r+"/account",schemaPath:"#/properties/account/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=
[u]:e.push(u),s++}if(v.region!==void 0&&typeof v.region!="string"){let u={instancePath:r+"/region",schemaPath:"#/properties/region/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[u]:e.push(u),s++}if(v.world!==void 0){let u=v.world,f=s,t=!1,m=s;if(typeof u!=
"string"){let d={instancePath:r+"/world",schemaPath:"#/properties/world/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be\
 string"};e===null?e=[d]:e.push(d),s++}var _=m===s;t=t||_;let i=s;if(Array.isArray(u)){if(u.length<1){let w={instancePath:r+"/world",schemaPath:"\
#/properties/world/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[w]:e.push(w),
s++}let d=u.length;for(let w=0;w<d;w++)if(typeof u[w]!="string"){let O={instancePath:r+"/world/"+w,schemaPath:"#/properties/world/anyOf/1/it\
ems/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[O]:e.push(O),s++}}else{let d={instancePath:r+"/world",
schemaPath:"#/properties/world/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[d]:e.push(d),s++}var _=i===
s;t=t||_;let c=s;if(!(u&&typeof u=="object"&&!Array.isArray(u))){let d={instancePath:r+"/world",schemaPath:"#/properties/world/anyOf/2/type",
keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[d]:e.push(d),s++}var _=c===s;if(t=t||_,t)s=f,e!==null&&(f?e.length=
f:e=null);else{let d={instancePath:r+"/world",schemaPath:"#/properties/world/anyOf",keyword:"anyOf",params:{},message:"must match a schema i\
n anyOf"};e===null?e=[d]:e.push(d),s++}}if(v.defaults!==void 0){let u=v.defaults;if(u&&typeof u=="object"&&!Array.isArray(u)){for(let f in u)
if(!R.call(x.properties.defaults.properties,f)){let t={instancePath:r+"/defaults",schemaPath:"#/properties/defaults/additionalProperties",keyword:"\
additionalProperties",params:{additionalProperty:f},message:"must NOT have additional properties"};e===null?e=[t]:e.push(t),s++}if(u.principal!==
void 0&&typeof u.principal!="string"){let f={instancePath:r+"/defaults/principal",schemaPath:"#/properties/defaults/properties/principal/typ\
e",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[f]:e.push(f),s++}if(u.action!==void 0&&typeof u.action!="stri\
ng"){let f={instancePath:r+"/defaults/action",schemaPath:"#/properties/defaults/properties/action/type",keyword:"type",params:{type:"string"},
message:"must be string"};e===null?e=[f]:e.push(f),s++}if(u.key!==void 0&&typeof u.key!="string"){let f={instancePath:r+"/defaults/key",schemaPath:"\
#/properties/defaults/properties/key/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[f]:e.push(f),s++}if(u.
resource!==void 0&&typeof u.resource!="string"){let f={instancePath:r+"/defaults/resource",schemaPath:"#/properties/defaults/properties/reso\
urce/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[f]:e.push(f),s++}if(u.account!==void 0&&typeof u.account!=
"string"){let f={instancePath:r+"/defaults/account",schemaPath:"#/properties/defaults/properties/account/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[f]:e.push(f),s++}if(u.context!==void 0){let f=u.context;if(f&&typeof f=="object"&&!Array.isArray(
f))for(let t in f){let m=f[t],i=s,c=!1,d=s;if(typeof m!="string"){let p={instancePath:r+"/defaults/context/"+t.replace(/~/g,"~0").replace(/\//g,
"~1"),schemaPath:"#/properties/defaults/properties/context/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[p]:e.push(p),s++}var j=d===s;c=c||j;let w=s;if(!(typeof m=="number"&&isFinite(m))){let p={instancePath:r+"/defa\
ults/context/"+t.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/defaults/properties/context/additionalProperties/anyOf/1/ty\
pe",keyword:"type",params:{type:"number"},message:"must be number"};e===null?e=[p]:e.push(p),s++}var j=w===s;c=c||j;let O=s;if(typeof m!="bo\
olean"){let p={instancePath:r+"/defaults/context/"+t.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/defaults/properties/con\
text/additionalProperties/anyOf/2/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[p]:e.push(p),s++}var j=O===
s;c=c||j;let o=s;if(Array.isArray(m)){let p=m.length;for(let a=0;a<p;a++)if(typeof m[a]!="string"){let n={instancePath:r+"/defaults/context/"+
t.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+a,schemaPath:"#/properties/defaults/properties/context/additionalProperties/anyOf/3/items/type",
keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),s++}}else{let p={instancePath:r+"/defaults/context/"+
t.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/defaults/properties/context/additionalProperties/anyOf/3/type",keyword:"ty\
pe",params:{type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),s++}var j=o===s;if(c=c||j,c)s=i,e!==null&&(i?e.length=i:e=null);else{
let p={instancePath:r+"/defaults/context/"+t.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/defaults/properties/context/add\
itionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[p]:e.push(p),s++}}else{let t={instancePath:r+
"/defaults/context",schemaPath:"#/properties/defaults/properties/context/type",keyword:"type",params:{type:"object"},message:"must be object"};
e===null?e=[t]:e.push(t),s++}}if(u.encryptionContext!==void 0){let f=u.encryptionContext;if(f&&typeof f=="object"&&!Array.isArray(f)){for(let t in f)
if(typeof f[t]!="string"){let m={instancePath:r+"/defaults/encryptionContext/"+t.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/proper\
ties/defaults/properties/encryptionContext/additionalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[m]:e.push(m),s++}}else{let t={instancePath:r+"/defaults/encryptionContext",schemaPath:"#/properties/defaults/properties/encryptionContext\
/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[t]:e.push(t),s++}}if(u.viaService!==void 0&&typeof u.viaService!=
"string"){let f={instancePath:r+"/defaults/viaService",schemaPath:"#/properties/defaults/properties/viaService/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[f]:e.push(f),s++}if(u.grantTokens!==void 0){let f=u.grantTokens;if(Array.isArray(f)){let t=f.
length;for(let m=0;m<t;m++)if(typeof f[m]!="string"){let i={instancePath:r+"/defaults/grantTokens/"+m,schemaPath:"#/properties/defaults/prop\
erties/grantTokens/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),s++}}else{let t={instancePath:r+
"/defaults/grantTokens",schemaPath:"#/properties/defaults/properties/grantTokens/type",keyword:"type",params:{type:"array"},message:"must be\
 array"};e===null?e=[t]:e.push(t),s++}}if(u.endpoint!==void 0&&typeof u.endpoint!="string"){let f={instancePath:r+"/defaults/endpoint",schemaPath:"\
#/properties/defaults/properties/endpoint/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[f]:e.push(f),s++}
if(u.time!==void 0&&typeof u.time!="string"){let f={instancePath:r+"/defaults/time",schemaPath:"#/properties/defaults/properties/time/type",
keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[f]:e.push(f),s++}if(u.unknown!==void 0){let f=u.unknown;if(Array.
isArray(f)){let t=f.length;for(let m=0;m<t;m++)if(typeof f[m]!="string"){let i={instancePath:r+"/defaults/unknown/"+m,schemaPath:"#/properti\
es/defaults/properties/unknown/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),s++}}else{
let t={instancePath:r+"/defaults/unknown",schemaPath:"#/properties/defaults/properties/unknown/type",keyword:"type",params:{type:"array"},message:"\
must be array"};e===null?e=[t]:e.push(t),s++}}if(u.expect!==void 0){let f=u.expect;if(typeof f!="string"){let t={instancePath:r+"/defaults/e\
xpect",schemaPath:"#/properties/defaults/properties/expect/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=
[t]:e.push(t),s++}if(!(f==="allow"||f==="deny"||f==="explicit-deny"||f==="implicit-deny"||f==="undetermined")){let t={instancePath:r+"/defau\
lts/expect",schemaPath:"#/properties/defaults/properties/expect/enum",keyword:"enum",params:{allowedValues:x.properties.defaults.properties.
expect.enum},message:"must be equal to one of the allowed values"};e===null?e=[t]:e.push(t),s++}}}else{let f={instancePath:r+"/defaults",schemaPath:"\
#/properties/defaults/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[f]:e.push(f),s++}}if(v.cases!==void 0){
let u=v.cases;if(Array.isArray(u)){let f=u.length;for(let t=0;t<f;t++){let m=u[t];if(m&&typeof m=="object"&&!Array.isArray(m)){if(m.name===void 0){
let i={instancePath:r+"/cases/"+t,schemaPath:"#/properties/cases/items/required",keyword:"required",params:{missingProperty:"name"},message:"\
must have required property 'name'"};e===null?e=[i]:e.push(i),s++}for(let i in m)if(!R.call(x.properties.cases.items.properties,i)){let c={instancePath:r+
"/cases/"+t,schemaPath:"#/properties/cases/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:i},message:"\
must NOT have additional properties"};e===null?e=[c]:e.push(c),s++}if(m.name!==void 0&&typeof m.name!="string"){let i={instancePath:r+"/case\
s/"+t+"/name",schemaPath:"#/properties/cases/items/properties/name/type",keyword:"type",params:{type:"string"},message:"must be string"};e===
null?e=[i]:e.push(i),s++}if(m.principal!==void 0&&typeof m.principal!="string"){let i={instancePath:r+"/cases/"+t+"/principal",schemaPath:"#\
/properties/cases/items/properties/principal/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),
s++}if(m.action!==void 0&&typeof m.action!="string"){let i={instancePath:r+"/cases/"+t+"/action",schemaPath:"#/properties/cases/items/proper\
ties/action/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),s++}if(m.key!==void 0&&typeof m.key!=
"string"){let i={instancePath:r+"/cases/"+t+"/key",schemaPath:"#/properties/cases/items/properties/key/type",keyword:"type",params:{type:"st\
ring"},message:"must be string"};e===null?e=[i]:e.push(i),s++}if(m.resource!==void 0&&typeof m.resource!="string"){let i={instancePath:r+"/c\
ases/"+t+"/resource",schemaPath:"#/properties/cases/items/properties/resource/type",keyword:"type",params:{type:"string"},message:"must be s\
tring"};e===null?e=[i]:e.push(i),s++}if(m.account!==void 0&&typeof m.account!="string"){let i={instancePath:r+"/cases/"+t+"/account",schemaPath:"\
#/properties/cases/items/properties/account/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),s++}
if(m.context!==void 0){let i=m.context;if(i&&typeof i=="object"&&!Array.isArray(i))for(let c in i){let d=i[c],w=s,O=!1,o=s;if(typeof d!="str\
ing"){let y={instancePath:r+"/cases/"+t+"/context/"+c.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties\
/context/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[y]:e.push(y),s++}var C=o===
s;O=O||C;let p=s;if(!(typeof d=="number"&&isFinite(d))){let y={instancePath:r+"/cases/"+t+"/context/"+c.replace(/~/g,"~0").replace(/\//g,"~1"),
schemaPath:"#/properties/cases/items/properties/context/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"number"},message:"mu\
st be number"};e===null?e=[y]:e.push(y),s++}var C=p===s;O=O||C;let a=s;if(typeof d!="boolean"){let y={instancePath:r+"/cases/"+t+"/context/"+
c.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/context/additionalProperties/anyOf/2/type",keyword:"\
type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[y]:e.push(y),s++}var C=a===s;O=O||C;let n=s;if(Array.isArray(d)){let y=d.
length;for(let h=0;h<y;h++)if(typeof d[h]!="string"){let b={instancePath:r+"/cases/"+t+"/context/"+c.replace(/~/g,"~0").replace(/\//g,"~1")+
"/"+h,schemaPath:"#/properties/cases/items/properties/context/additionalProperties/anyOf/3/items/type",keyword:"type",params:{type:"string"},
message:"must be string"};e===null?e=[b]:e.push(b),s++}}else{let y={instancePath:r+"/cases/"+t+"/context/"+c.replace(/~/g,"~0").replace(/\//g,
"~1"),schemaPath:"#/properties/cases/items/properties/context/additionalProperties/anyOf/3/type",keyword:"type",params:{type:"array"},message:"\
must be array"};e===null?e=[y]:e.push(y),s++}var C=n===s;if(O=O||C,O)s=w,e!==null&&(w?e.length=w:e=null);else{let y={instancePath:r+"/cases/"+
t+"/context/"+c.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/context/additionalProperties/anyOf",keyword:"\
anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[y]:e.push(y),s++}}else{let c={instancePath:r+"/cases/"+t+"/context",schemaPath:"\
#/properties/cases/items/properties/context/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[c]:e.push(c),s++}}
if(m.encryptionContext!==void 0){let i=m.encryptionContext;if(i&&typeof i=="object"&&!Array.isArray(i)){for(let c in i)if(typeof i[c]!="stri\
ng"){let d={instancePath:r+"/cases/"+t+"/encryptionContext/"+c.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/p\
roperties/encryptionContext/additionalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[d]:e.push(
d),s++}}else{let c={instancePath:r+"/cases/"+t+"/encryptionContext",schemaPath:"#/properties/cases/items/properties/encryptionContext/type",
keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[c]:e.push(c),s++}}if(m.viaService!==void 0&&typeof m.viaService!=
"string"){let i={instancePath:r+"/cases/"+t+"/viaService",schemaPath:"#/properties/cases/items/properties/viaService/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),s++}if(m.grantTokens!==void 0){let i=m.grantTokens;if(Array.isArray(i)){let c=i.
length;for(let d=0;d<c;d++)if(typeof i[d]!="string"){let w={instancePath:r+"/cases/"+t+"/grantTokens/"+d,schemaPath:"#/properties/cases/item\
s/properties/grantTokens/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[w]:e.push(w),s++}}else{let c={
instancePath:r+"/cases/"+t+"/grantTokens",schemaPath:"#/properties/cases/items/properties/grantTokens/type",keyword:"type",params:{type:"arr\
ay"},message:"must be array"};e===null?e=[c]:e.push(c),s++}}if(m.endpoint!==void 0&&typeof m.endpoint!="string"){let i={instancePath:r+"/cas\
es/"+t+"/endpoint",schemaPath:"#/properties/cases/items/properties/endpoint/type",keyword:"type",params:{type:"string"},message:"must be str\
ing"};e===null?e=[i]:e.push(i),s++}if(m.time!==void 0&&typeof m.time!="string"){let i={instancePath:r+"/cases/"+t+"/time",schemaPath:"#/prop\
erties/cases/items/properties/time/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),s++}if(m.unknown!==
void 0){let i=m.unknown;if(Array.isArray(i)){let c=i.length;for(let d=0;d<c;d++)if(typeof i[d]!="string"){let w={instancePath:r+"/cases/"+t+
"/unknown/"+d,schemaPath:"#/properties/cases/items/properties/unknown/items/type",keyword:"type",params:{type:"string"},message:"must be str\
ing"};e===null?e=[w]:e.push(w),s++}}else{let c={instancePath:r+"/cases/"+t+"/unknown",schemaPath:"#/properties/cases/items/properties/unknow\
n/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[c]:e.push(c),s++}}if(m.each!==void 0){let i=m.each,c=s,d=!1,
w=s;if(i&&typeof i=="object"&&!Array.isArray(i)){for(let o in i)if(!R.call(x.properties.cases.items.properties.each.anyOf[0].properties,o)){
let p={instancePath:r+"/cases/"+t+"/each",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/additionalProperties",keyword:"additi\
onalProperties",params:{additionalProperty:o},message:"must NOT have additional properties"};e===null?e=[p]:e.push(p),s++}if(i.principal!==void 0){
let o=i.principal;if(Array.isArray(o)){if(o.length<1){let a={instancePath:r+"/cases/"+t+"/each/principal",schemaPath:"#/properties/cases/ite\
ms/properties/each/anyOf/0/properties/principal/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===
null?e=[a]:e.push(a),s++}let p=o.length;for(let a=0;a<p;a++)if(typeof o[a]!="string"){let n={instancePath:r+"/cases/"+t+"/each/principal/"+a,
schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/principal/items/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[n]:e.push(n),s++}}else{let p={instancePath:r+"/cases/"+t+"/each/principal",schemaPath:"#/properties/cases/items\
/properties/each/anyOf/0/properties/principal/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),s++}}
if(i.action!==void 0){let o=i.action;if(Array.isArray(o)){if(o.length<1){let a={instancePath:r+"/cases/"+t+"/each/action",schemaPath:"#/prop\
erties/cases/items/properties/each/anyOf/0/properties/action/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than\
 1 items"};e===null?e=[a]:e.push(a),s++}let p=o.length;for(let a=0;a<p;a++)if(typeof o[a]!="string"){let n={instancePath:r+"/cases/"+t+"/eac\
h/action/"+a,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/action/items/type",keyword:"type",params:{type:"string"},
message:"must be string"};e===null?e=[n]:e.push(n),s++}}else{let p={instancePath:r+"/cases/"+t+"/each/action",schemaPath:"#/properties/cases\
/items/properties/each/anyOf/0/properties/action/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),
s++}}if(i.key!==void 0){let o=i.key;if(Array.isArray(o)){if(o.length<1){let a={instancePath:r+"/cases/"+t+"/each/key",schemaPath:"#/properti\
es/cases/items/properties/each/anyOf/0/properties/key/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 item\
s"};e===null?e=[a]:e.push(a),s++}let p=o.length;for(let a=0;a<p;a++)if(typeof o[a]!="string"){let n={instancePath:r+"/cases/"+t+"/each/key/"+
a,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/key/items/type",keyword:"type",params:{type:"string"},message:"mus\
t be string"};e===null?e=[n]:e.push(n),s++}}else{let p={instancePath:r+"/cases/"+t+"/each/key",schemaPath:"#/properties/cases/items/properti\
es/each/anyOf/0/properties/key/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),s++}}if(i.resource!==
void 0){let o=i.resource;if(Array.isArray(o)){if(o.length<1){let a={instancePath:r+"/cases/"+t+"/each/resource",schemaPath:"#/properties/cas\
es/items/properties/each/anyOf/0/properties/resource/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};
e===null?e=[a]:e.push(a),s++}let p=o.length;for(let a=0;a<p;a++)if(typeof o[a]!="string"){let n={instancePath:r+"/cases/"+t+"/each/resource/"+
a,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/resource/items/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[n]:e.push(n),s++}}else{let p={instancePath:r+"/cases/"+t+"/each/resource",schemaPath:"#/properties/cases/items/\
properties/each/anyOf/0/properties/resource/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),s++}}
if(i.account!==void 0){let o=i.account;if(Array.isArray(o)){if(o.length<1){let a={instancePath:r+"/cases/"+t+"/each/account",schemaPath:"#/p\
roperties/cases/items/properties/each/anyOf/0/properties/account/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer \
than 1 items"};e===null?e=[a]:e.push(a),s++}let p=o.length;for(let a=0;a<p;a++)if(typeof o[a]!="string"){let n={instancePath:r+"/cases/"+t+"\
/each/account/"+a,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/account/items/type",keyword:"type",params:{type:"s\
tring"},message:"must be string"};e===null?e=[n]:e.push(n),s++}}else{let p={instancePath:r+"/cases/"+t+"/each/account",schemaPath:"#/propert\
ies/cases/items/properties/each/anyOf/0/properties/account/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[p]:
e.push(p),s++}}if(i.context!==void 0){let o=i.context;if(Array.isArray(o)){if(o.length<1){let a={instancePath:r+"/cases/"+t+"/each/context",
schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/context/minItems",keyword:"minItems",params:{limit:1},message:"must \
NOT have fewer than 1 items"};e===null?e=[a]:e.push(a),s++}let p=o.length;for(let a=0;a<p;a++){let n=o[a];if(n&&typeof n=="object"&&!Array.isArray(
n))for(let y in n){let h=n[y],b=s,P=!1,l=s;if(typeof h!="string"){let k={instancePath:r+"/cases/"+t+"/each/context/"+a+"/"+y.replace(/~/g,"~\
0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/context/items/additionalProperties/anyOf/0/t\
ype",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[k]:e.push(k),s++}var I=l===s;P=P||I;let g=s;if(!(typeof h==
"number"&&isFinite(h))){let k={instancePath:r+"/cases/"+t+"/each/context/"+a+"/"+y.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/prop\
erties/cases/items/properties/each/anyOf/0/properties/context/items/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"number"},
message:"must be number"};e===null?e=[k]:e.push(k),s++}var I=g===s;P=P||I;let A=s;if(typeof h!="boolean"){let k={instancePath:r+"/cases/"+t+
"/each/context/"+a+"/"+y.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/cont\
ext/items/additionalProperties/anyOf/2/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[k]:e.push(k),s++}
var I=A===s;P=P||I;let z=s;if(Array.isArray(h)){let k=h.length;for(let T=0;T<k;T++)if(typeof h[T]!="string"){let S={instancePath:r+"/cases/"+
t+"/each/context/"+a+"/"+y.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+T,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/propert\
ies/context/items/additionalProperties/anyOf/3/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[S]:e.
push(S),s++}}else{let k={instancePath:r+"/cases/"+t+"/each/context/"+a+"/"+y.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties\
/cases/items/properties/each/anyOf/0/properties/context/items/additionalProperties/anyOf/3/type",keyword:"type",params:{type:"array"},message:"\
must be array"};e===null?e=[k]:e.push(k),s++}var I=z===s;if(P=P||I,P)s=b,e!==null&&(b?e.length=b:e=null);else{let k={instancePath:r+"/cases/"+
t+"/each/context/"+a+"/"+y.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/co\
ntext/items/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[k]:e.push(k),s++}}else{
let y={instancePath:r+"/cases/"+t+"/each/context/"+a,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/context/items/t\
ype",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[y]:e.push(y),s++}}}else{let p={instancePath:r+"/cases/"+t+"\
/each/context",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/context/type",keyword:"type",params:{type:"array"},message:"\
must be array"};e===null?e=[p]:e.push(p),s++}}if(i.encryptionContext!==void 0){let o=i.encryptionContext;if(Array.isArray(o)){if(o.length<1){
let a={instancePath:r+"/cases/"+t+"/each/encryptionContext",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/encrypti\
onContext/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[a]:e.push(a),s++}let p=o.length;
for(let a=0;a<p;a++){let n=o[a];if(n&&typeof n=="object"&&!Array.isArray(n)){for(let y in n)if(typeof n[y]!="string"){let h={instancePath:r+
"/cases/"+t+"/each/encryptionContext/"+a+"/"+y.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/each/a\
nyOf/0/properties/encryptionContext/items/additionalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[h]:e.push(h),s++}}else{let y={instancePath:r+"/cases/"+t+"/each/encryptionContext/"+a,schemaPath:"#/properties/cases/items/properties/eac\
h/anyOf/0/properties/encryptionContext/items/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[y]:e.push(y),
s++}}}else{let p={instancePath:r+"/cases/"+t+"/each/encryptionContext",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properti\
es/encryptionContext/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),s++}}if(i.viaService!==void 0){
let o=i.viaService;if(Array.isArray(o)){if(o.length<1){let a={instancePath:r+"/cases/"+t+"/each/viaService",schemaPath:"#/properties/cases/i\
tems/properties/each/anyOf/0/properties/viaService/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};
e===null?e=[a]:e.push(a),s++}let p=o.length;for(let a=0;a<p;a++)if(typeof o[a]!="string"){let n={instancePath:r+"/cases/"+t+"/each/viaServic\
e/"+a,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/viaService/items/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[n]:e.push(n),s++}}else{let p={instancePath:r+"/cases/"+t+"/each/viaService",schemaPath:"#/properties/cases/item\
s/properties/each/anyOf/0/properties/viaService/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),
s++}}if(i.grantTokens!==void 0){let o=i.grantTokens;if(Array.isArray(o)){if(o.length<1){let a={instancePath:r+"/cases/"+t+"/each/grantTokens",
schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/grantTokens/minItems",keyword:"minItems",params:{limit:1},message:"m\
ust NOT have fewer than 1 items"};e===null?e=[a]:e.push(a),s++}let p=o.length;for(let a=0;a<p;a++){let n=o[a];if(Array.isArray(n)){let y=n.length;
for(let h=0;h<y;h++)if(typeof n[h]!="string"){let b={instancePath:r+"/cases/"+t+"/each/grantTokens/"+a+"/"+h,schemaPath:"#/properties/cases/\
items/properties/each/anyOf/0/properties/grantTokens/items/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[b]:e.push(b),s++}}else{let y={instancePath:r+"/cases/"+t+"/each/grantTokens/"+a,schemaPath:"#/properties/cases/items/properties/each/anyO\
f/0/properties/grantTokens/items/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[y]:e.push(y),s++}}}else{let p={
instancePath:r+"/cases/"+t+"/each/grantTokens",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/grantTokens/type",keyword:"\
type",params:{type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),s++}}if(i.endpoint!==void 0){let o=i.endpoint;if(Array.isArray(
o)){if(o.length<1){let a={instancePath:r+"/cases/"+t+"/each/endpoint",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/propertie\
s/endpoint/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[a]:e.push(a),s++}let p=o.length;
for(let a=0;a<p;a++)if(typeof o[a]!="string"){let n={instancePath:r+"/cases/"+t+"/each/endpoint/"+a,schemaPath:"#/properties/cases/items/pro\
perties/each/anyOf/0/properties/endpoint/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),
s++}}else{let p={instancePath:r+"/cases/"+t+"/each/endpoint",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/endpoin\
t/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),s++}}if(i.time!==void 0){let o=i.time;if(Array.
isArray(o)){if(o.length<1){let a={instancePath:r+"/cases/"+t+"/each/time",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/prope\
rties/time/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[a]:e.push(a),s++}let p=o.length;
for(let a=0;a<p;a++)if(typeof o[a]!="string"){let n={instancePath:r+"/cases/"+t+"/each/time/"+a,schemaPath:"#/properties/cases/items/propert\
ies/each/anyOf/0/properties/time/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),s++}}else{
let p={instancePath:r+"/cases/"+t+"/each/time",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/time/type",keyword:"t\
ype",params:{type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),s++}}if(i.unknown!==void 0){let o=i.unknown;if(Array.isArray(o)){
if(o.length<1){let a={instancePath:r+"/cases/"+t+"/each/unknown",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/unk\
nown/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[a]:e.push(a),s++}let p=o.length;for(let a=0;a<
p;a++){let n=o[a];if(Array.isArray(n)){let y=n.length;for(let h=0;h<y;h++)if(typeof n[h]!="string"){let b={instancePath:r+"/cases/"+t+"/each\
/unknown/"+a+"/"+h,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/unknown/items/items/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[b]:e.push(b),s++}}else{let y={instancePath:r+"/cases/"+t+"/each/unknown/"+a,schemaPath:"\
#/properties/cases/items/properties/each/anyOf/0/properties/unknown/items/type",keyword:"type",params:{type:"array"},message:"must be array"};
e===null?e=[y]:e.push(y),s++}}}else{let p={instancePath:r+"/cases/"+t+"/each/unknown",schemaPath:"#/properties/cases/items/properties/each/a\
nyOf/0/properties/unknown/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),s++}}if(i.expect!==void 0){
let o=i.expect;if(Array.isArray(o)){if(o.length<1){let a={instancePath:r+"/cases/"+t+"/each/expect",schemaPath:"#/properties/cases/items/pro\
perties/each/anyOf/0/properties/expect/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=
[a]:e.push(a),s++}let p=o.length;for(let a=0;a<p;a++){let n=o[a],y=s,h=!1,b=s;if(typeof n!="string"){let l={instancePath:r+"/cases/"+t+"/eac\
h/expect/"+a,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/expect/items/anyOf/0/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}if(!(n==="allow"||n==="deny"||n==="explicit-deny"||n==="implicit-deny"||n===
"undetermined")){let l={instancePath:r+"/cases/"+t+"/each/expect/"+a,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties\
/expect/items/anyOf/0/enum",keyword:"enum",params:{allowedValues:x.properties.cases.items.properties.each.anyOf[0].properties.expect.items.anyOf[0].
enum},message:"must be equal to one of the allowed values"};e===null?e=[l]:e.push(l),s++}var D=b===s;h=h||D;let P=s;if(n&&typeof n=="object"&&
!Array.isArray(n)){if(n.outcome===void 0){let l={instancePath:r+"/cases/"+t+"/each/expect/"+a,schemaPath:"#/properties/cases/items/propertie\
s/each/anyOf/0/properties/expect/items/anyOf/1/required",keyword:"required",params:{missingProperty:"outcome"},message:"must have required p\
roperty 'outcome'"};e===null?e=[l]:e.push(l),s++}for(let l in n)if(!(l==="outcome"||l==="via")){let g={instancePath:r+"/cases/"+t+"/each/exp\
ect/"+a,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/expect/items/anyOf/1/additionalProperties",keyword:"addition\
alProperties",params:{additionalProperty:l},message:"must NOT have additional properties"};e===null?e=[g]:e.push(g),s++}if(n.outcome!==void 0){
let l=n.outcome;if(typeof l!="string"){let g={instancePath:r+"/cases/"+t+"/each/expect/"+a+"/outcome",schemaPath:"#/properties/cases/items/p\
roperties/each/anyOf/0/properties/expect/items/anyOf/1/properties/outcome/type",keyword:"type",params:{type:"string"},message:"must be strin\
g"};e===null?e=[g]:e.push(g),s++}if(!(l==="allow"||l==="deny"||l==="explicit-deny"||l==="implicit-deny"||l==="undetermined")){let g={instancePath:r+
"/cases/"+t+"/each/expect/"+a+"/outcome",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/expect/items/anyOf/1/proper\
ties/outcome/enum",keyword:"enum",params:{allowedValues:x.properties.cases.items.properties.each.anyOf[0].properties.expect.items.anyOf[1].properties.
outcome.enum},message:"must be equal to one of the allowed values"};e===null?e=[g]:e.push(g),s++}}if(n.via!==void 0&&typeof n.via!="string"){
let l={instancePath:r+"/cases/"+t+"/each/expect/"+a+"/via",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/expect/it\
ems/anyOf/1/properties/via/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}}else{let l={instancePath:r+
"/cases/"+t+"/each/expect/"+a,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/expect/items/anyOf/1/type",keyword:"ty\
pe",params:{type:"object"},message:"must be object"};e===null?e=[l]:e.push(l),s++}var D=P===s;if(h=h||D,h)s=y,e!==null&&(y?e.length=y:e=null);else{
let l={instancePath:r+"/cases/"+t+"/each/expect/"+a,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/expect/items/any\
Of",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[l]:e.push(l),s++}}}else{let p={instancePath:r+"/cases/"+t+
"/each/expect",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/expect/type",keyword:"type",params:{type:"array"},message:"\
must be array"};e===null?e=[p]:e.push(p),s++}}if(i.because!==void 0){let o=i.because;if(Array.isArray(o)){if(o.length<1){let a={instancePath:r+
"/cases/"+t+"/each/because",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/because/minItems",keyword:"minItems",params:{
limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[a]:e.push(a),s++}let p=o.length;for(let a=0;a<p;a++){let n=o[a],y=s,h=!1,b=s;
if(typeof n!="string"){let l={instancePath:r+"/cases/"+t+"/each/because/"+a,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/pro\
perties/because/items/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}var V=b===s;
h=h||V;let P=s;if(Array.isArray(n)){let l=n.length;for(let g=0;g<l;g++)if(typeof n[g]!="string"){let A={instancePath:r+"/cases/"+t+"/each/be\
cause/"+a+"/"+g,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/because/items/anyOf/1/items/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[A]:e.push(A),s++}}else{let l={instancePath:r+"/cases/"+t+"/each/because/"+a,schemaPath:"\
#/properties/cases/items/properties/each/anyOf/0/properties/because/items/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must b\
e array"};e===null?e=[l]:e.push(l),s++}var V=P===s;if(h=h||V,h)s=y,e!==null&&(y?e.length=y:e=null);else{let l={instancePath:r+"/cases/"+t+"/\
each/because/"+a,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/because/items/anyOf",keyword:"anyOf",params:{},message:"\
must match a schema in anyOf"};e===null?e=[l]:e.push(l),s++}}}else{let p={instancePath:r+"/cases/"+t+"/each/because",schemaPath:"#/propertie\
s/cases/items/properties/each/anyOf/0/properties/because/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[p]:
e.push(p),s++}}}else{let o={instancePath:r+"/cases/"+t+"/each",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/type",keyword:"t\
ype",params:{type:"object"},message:"must be object"};e===null?e=[o]:e.push(o),s++}var F=w===s;d=d||F;let O=s;if(Array.isArray(i)){if(i.length<
1){let p={instancePath:r+"/cases/"+t+"/each",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/minItems",keyword:"minItems",params:{
limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[p]:e.push(p),s++}let o=i.length;for(let p=0;p<o;p++){let a=i[p];if(a&&typeof a==
"object"&&!Array.isArray(a)){for(let n in a)if(!R.call(x.properties.cases.items.properties.each.anyOf[1].items.properties,n)){let y={instancePath:r+
"/cases/"+t+"/each/"+p,schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/additionalProperties",keyword:"additionalPropertie\
s",params:{additionalProperty:n},message:"must NOT have additional properties"};e===null?e=[y]:e.push(y),s++}if(a.principal!==void 0&&typeof a.
principal!="string"){let n={instancePath:r+"/cases/"+t+"/each/"+p+"/principal",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/\
items/properties/principal/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),s++}if(a.action!==
void 0&&typeof a.action!="string"){let n={instancePath:r+"/cases/"+t+"/each/"+p+"/action",schemaPath:"#/properties/cases/items/properties/ea\
ch/anyOf/1/items/properties/action/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),s++}if(a.key!==
void 0&&typeof a.key!="string"){let n={instancePath:r+"/cases/"+t+"/each/"+p+"/key",schemaPath:"#/properties/cases/items/properties/each/any\
Of/1/items/properties/key/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),s++}if(a.resource!==
void 0&&typeof a.resource!="string"){let n={instancePath:r+"/cases/"+t+"/each/"+p+"/resource",schemaPath:"#/properties/cases/items/propertie\
s/each/anyOf/1/items/properties/resource/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),s++}
if(a.account!==void 0&&typeof a.account!="string"){let n={instancePath:r+"/cases/"+t+"/each/"+p+"/account",schemaPath:"#/properties/cases/it\
ems/properties/each/anyOf/1/items/properties/account/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.
push(n),s++}if(a.context!==void 0){let n=a.context;if(n&&typeof n=="object"&&!Array.isArray(n))for(let y in n){let h=n[y],b=s,P=!1,l=s;if(typeof h!=
"string"){let k={instancePath:r+"/cases/"+t+"/each/"+p+"/context/"+y.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/i\
tems/properties/each/anyOf/1/items/properties/context/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must\
 be string"};e===null?e=[k]:e.push(k),s++}var N=l===s;P=P||N;let g=s;if(!(typeof h=="number"&&isFinite(h))){let k={instancePath:r+"/cases/"+
t+"/each/"+p+"/context/"+y.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/propert\
ies/context/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"number"},message:"must be number"};e===null?e=[k]:e.push(k),s++}
var N=g===s;P=P||N;let A=s;if(typeof h!="boolean"){let k={instancePath:r+"/cases/"+t+"/each/"+p+"/context/"+y.replace(/~/g,"~0").replace(/\//g,
"~1"),schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/context/additionalProperties/anyOf/2/type",keyword:"type",
params:{type:"boolean"},message:"must be boolean"};e===null?e=[k]:e.push(k),s++}var N=A===s;P=P||N;let z=s;if(Array.isArray(h)){let k=h.length;
for(let T=0;T<k;T++)if(typeof h[T]!="string"){let S={instancePath:r+"/cases/"+t+"/each/"+p+"/context/"+y.replace(/~/g,"~0").replace(/\//g,"~\
1")+"/"+T,schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/context/additionalProperties/anyOf/3/items/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[S]:e.push(S),s++}}else{let k={instancePath:r+"/cases/"+t+"/each/"+p+"/con\
text/"+y.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/context/additi\
onalProperties/anyOf/3/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[k]:e.push(k),s++}var N=z===s;if(P=P||
N,P)s=b,e!==null&&(b?e.length=b:e=null);else{let k={instancePath:r+"/cases/"+t+"/each/"+p+"/context/"+y.replace(/~/g,"~0").replace(/\//g,"~1"),
schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/context/additionalProperties/anyOf",keyword:"anyOf",params:{},
message:"must match a schema in anyOf"};e===null?e=[k]:e.push(k),s++}}else{let y={instancePath:r+"/cases/"+t+"/each/"+p+"/context",schemaPath:"\
#/properties/cases/items/properties/each/anyOf/1/items/properties/context/type",keyword:"type",params:{type:"object"},message:"must be objec\
t"};e===null?e=[y]:e.push(y),s++}}if(a.encryptionContext!==void 0){let n=a.encryptionContext;if(n&&typeof n=="object"&&!Array.isArray(n)){for(let y in n)
if(typeof n[y]!="string"){let h={instancePath:r+"/cases/"+t+"/each/"+p+"/encryptionContext/"+y.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/cases/items/properties/each/anyOf/1/items/properties/encryptionContext/additionalProperties/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[h]:e.push(h),s++}}else{let y={instancePath:r+"/cases/"+t+"/each/"+p+"/encryptionContext",schemaPath:"\
#/properties/cases/items/properties/each/anyOf/1/items/properties/encryptionContext/type",keyword:"type",params:{type:"object"},message:"mus\
t be object"};e===null?e=[y]:e.push(y),s++}}if(a.viaService!==void 0&&typeof a.viaService!="string"){let n={instancePath:r+"/cases/"+t+"/eac\
h/"+p+"/viaService",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/viaService/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[n]:e.push(n),s++}if(a.grantTokens!==void 0){let n=a.grantTokens;if(Array.isArray(n)){let y=n.
length;for(let h=0;h<y;h++)if(typeof n[h]!="string"){let b={instancePath:r+"/cases/"+t+"/each/"+p+"/grantTokens/"+h,schemaPath:"#/properties\
/cases/items/properties/each/anyOf/1/items/properties/grantTokens/items/type",keyword:"type",params:{type:"string"},message:"must be string"};
e===null?e=[b]:e.push(b),s++}}else{let y={instancePath:r+"/cases/"+t+"/each/"+p+"/grantTokens",schemaPath:"#/properties/cases/items/properti\
es/each/anyOf/1/items/properties/grantTokens/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[y]:e.push(y),s++}}
if(a.endpoint!==void 0&&typeof a.endpoint!="string"){let n={instancePath:r+"/cases/"+t+"/each/"+p+"/endpoint",schemaPath:"#/properties/cases\
/items/properties/each/anyOf/1/items/properties/endpoint/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:
e.push(n),s++}if(a.time!==void 0&&typeof a.time!="string"){let n={instancePath:r+"/cases/"+t+"/each/"+p+"/time",schemaPath:"#/properties/cas\
es/items/properties/each/anyOf/1/items/properties/time/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:
e.push(n),s++}if(a.unknown!==void 0){let n=a.unknown;if(Array.isArray(n)){let y=n.length;for(let h=0;h<y;h++)if(typeof n[h]!="string"){let b={
instancePath:r+"/cases/"+t+"/each/"+p+"/unknown/"+h,schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/unknown/it\
ems/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[b]:e.push(b),s++}}else{let y={instancePath:r+"/cases/"+
t+"/each/"+p+"/unknown",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/unknown/type",keyword:"type",params:{type:"\
array"},message:"must be array"};e===null?e=[y]:e.push(y),s++}}if(a.expect!==void 0){let n=a.expect,y=s,h=!1,b=s;if(typeof n!="string"){let l={
instancePath:r+"/cases/"+t+"/each/"+p+"/expect",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/expect/anyOf/0\
/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}if(!(n==="allow"||n==="deny"||n==="expli\
cit-deny"||n==="implicit-deny"||n==="undetermined")){let l={instancePath:r+"/cases/"+t+"/each/"+p+"/expect",schemaPath:"#/properties/cases/i\
tems/properties/each/anyOf/1/items/properties/expect/anyOf/0/enum",keyword:"enum",params:{allowedValues:x.properties.cases.items.properties.
each.anyOf[1].items.properties.expect.anyOf[0].enum},message:"must be equal to one of the allowed values"};e===null?e=[l]:e.push(l),s++}var $=b===
s;h=h||$;let P=s;if(n&&typeof n=="object"&&!Array.isArray(n)){if(n.outcome===void 0){let l={instancePath:r+"/cases/"+t+"/each/"+p+"/expect",
schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/expect/anyOf/1/required",keyword:"required",params:{missingProperty:"\
outcome"},message:"must have required property 'outcome'"};e===null?e=[l]:e.push(l),s++}for(let l in n)if(!(l==="outcome"||l==="via")){let g={
instancePath:r+"/cases/"+t+"/each/"+p+"/expect",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/expect/anyOf/1\
/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:l},message:"must NOT have additional properties"};e===null?
e=[g]:e.push(g),s++}if(n.outcome!==void 0){let l=n.outcome;if(typeof l!="string"){let g={instancePath:r+"/cases/"+t+"/each/"+p+"/expect/outc\
ome",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/expect/anyOf/1/properties/outcome/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[g]:e.push(g),s++}if(!(l==="allow"||l==="deny"||l==="explicit-deny"||l==="implicit-deny"||
l==="undetermined")){let g={instancePath:r+"/cases/"+t+"/each/"+p+"/expect/outcome",schemaPath:"#/properties/cases/items/properties/each/any\
Of/1/items/properties/expect/anyOf/1/properties/outcome/enum",keyword:"enum",params:{allowedValues:x.properties.cases.items.properties.each.
anyOf[1].items.properties.expect.anyOf[1].properties.outcome.enum},message:"must be equal to one of the allowed values"};e===null?e=[g]:e.push(
g),s++}}if(n.via!==void 0&&typeof n.via!="string"){let l={instancePath:r+"/cases/"+t+"/each/"+p+"/expect/via",schemaPath:"#/properties/cases\
/items/properties/each/anyOf/1/items/properties/expect/anyOf/1/properties/via/type",keyword:"type",params:{type:"string"},message:"must be s\
tring"};e===null?e=[l]:e.push(l),s++}}else{let l={instancePath:r+"/cases/"+t+"/each/"+p+"/expect",schemaPath:"#/properties/cases/items/prope\
rties/each/anyOf/1/items/properties/expect/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[l]:e.push(
l),s++}var $=P===s;if(h=h||$,h)s=y,e!==null&&(y?e.length=y:e=null);else{let l={instancePath:r+"/cases/"+t+"/each/"+p+"/expect",schemaPath:"#\
/properties/cases/items/properties/each/anyOf/1/items/properties/expect/anyOf",keyword:"anyOf",params:{},message:"must match a schema in any\
Of"};e===null?e=[l]:e.push(l),s++}}if(a.because!==void 0){let n=a.because,y=s,h=!1,b=s;if(typeof n!="string"){let l={instancePath:r+"/cases/"+
t+"/each/"+p+"/because",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/because/anyOf/0/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}var M=b===s;h=h||M;let P=s;if(Array.isArray(n)){let l=n.length;for(let g=0;g<
l;g++)if(typeof n[g]!="string"){let A={instancePath:r+"/cases/"+t+"/each/"+p+"/because/"+g,schemaPath:"#/properties/cases/items/properties/e\
ach/anyOf/1/items/properties/because/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[A]:e.push(
A),s++}}else{let l={instancePath:r+"/cases/"+t+"/each/"+p+"/because",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/prop\
erties/because/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[l]:e.push(l),s++}var M=P===s;if(h=h||
M,h)s=y,e!==null&&(y?e.length=y:e=null);else{let l={instancePath:r+"/cases/"+t+"/each/"+p+"/because",schemaPath:"#/properties/cases/items/pr\
operties/each/anyOf/1/items/properties/because/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[l]:e.push(
l),s++}}}else{let n={instancePath:r+"/cases/"+t+"/each/"+p,schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/type",keyword:"\
type",params:{type:"object"},message:"must be object"};e===null?e=[n]:e.push(n),s++}}}else{let o={instancePath:r+"/cases/"+t+"/each",schemaPath:"\
#/properties/cases/items/properties/each/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[o]:e.push(o),
s++}var F=O===s;if(d=d||F,d)s=c,e!==null&&(c?e.length=c:e=null);else{let o={instancePath:r+"/cases/"+t+"/each",schemaPath:"#/properties/case\
s/items/properties/each/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[o]:e.push(o),s++}}if(m.flow!==void 0){
let i=m.flow;if(i&&typeof i=="object"&&!Array.isArray(i))for(let c in i){let d=i[c],w=s,O=!1,o=s;if(d&&typeof d=="object"&&!Array.isArray(d))
for(let a in d){let n=d[a],y=s,h=!1,b=s;if(typeof n!="string"){let g={instancePath:r+"/cases/"+t+"/flow/"+c.replace(/~/g,"~0").replace(/\//g,
"~1")+"/"+a.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/flow/additionalProperties/anyOf/0/additio\
nalProperties/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[g]:e.push(g),s++}var q=b===s;h=h||q;
let P=s;if(typeof n!="boolean"){let g={instancePath:r+"/cases/"+t+"/flow/"+c.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+a.replace(/~/g,"~0").
replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/flow/additionalProperties/anyOf/0/additionalProperties/anyOf/1/type",keyword:"\
type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[g]:e.push(g),s++}var q=P===s;h=h||q;let l=s;if(n&&typeof n=="object"&&!Array.
isArray(n)){for(let g in n)if(typeof n[g]!="string"){let A={instancePath:r+"/cases/"+t+"/flow/"+c.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+
a.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+g.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/flow/a\
dditionalProperties/anyOf/0/additionalProperties/anyOf/2/additionalProperties/type",keyword:"type",params:{type:"string"},message:"must be s\
tring"};e===null?e=[A]:e.push(A),s++}}else{let g={instancePath:r+"/cases/"+t+"/flow/"+c.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+a.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/flow/additionalProperties/anyOf/0/additionalProperties/anyOf/\
2/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[g]:e.push(g),s++}var q=l===s;if(h=h||q,h)s=y,e!==null&&(y?
e.length=y:e=null);else{let g={instancePath:r+"/cases/"+t+"/flow/"+c.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+a.replace(/~/g,"~0").replace(
/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/flow/additionalProperties/anyOf/0/additionalProperties/anyOf",keyword:"anyOf",params:{},
message:"must match a schema in anyOf"};e===null?e=[g]:e.push(g),s++}}else{let a={instancePath:r+"/cases/"+t+"/flow/"+c.replace(/~/g,"~0").replace(
/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/flow/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"object"},message:"\
must be object"};e===null?e=[a]:e.push(a),s++}var L=o===s;O=O||L;let p=s;if(d!==null){let a={instancePath:r+"/cases/"+t+"/flow/"+c.replace(/~/g,
"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/flow/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"\
null"},message:"must be null"};e===null?e=[a]:e.push(a),s++}var L=p===s;if(O=O||L,O)s=w,e!==null&&(w?e.length=w:e=null);else{let a={instancePath:r+
"/cases/"+t+"/flow/"+c.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/flow/additionalProperties/anyO\
f",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[a]:e.push(a),s++}}else{let c={instancePath:r+"/cases/"+t+"/\
flow",schemaPath:"#/properties/cases/items/properties/flow/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=
[c]:e.push(c),s++}}if(m.roundTrip!==void 0){let i=m.roundTrip;if(i&&typeof i=="object"&&!Array.isArray(i)){if(i.writer===void 0){let c={instancePath:r+
"/cases/"+t+"/roundTrip",schemaPath:"#/properties/cases/items/properties/roundTrip/required",keyword:"required",params:{missingProperty:"wri\
ter"},message:"must have required property 'writer'"};e===null?e=[c]:e.push(c),s++}if(i.reader===void 0){let c={instancePath:r+"/cases/"+t+"\
/roundTrip",schemaPath:"#/properties/cases/items/properties/roundTrip/required",keyword:"required",params:{missingProperty:"reader"},message:"\
must have required property 'reader'"};e===null?e=[c]:e.push(c),s++}for(let c in i)if(!(c==="writer"||c==="reader"||c==="key"||c==="encrypti\
onContext"||c==="readerContext")){let d={instancePath:r+"/cases/"+t+"/roundTrip",schemaPath:"#/properties/cases/items/properties/roundTrip/a\
dditionalProperties",keyword:"additionalProperties",params:{additionalProperty:c},message:"must NOT have additional properties"};e===null?e=
[d]:e.push(d),s++}if(i.writer!==void 0&&typeof i.writer!="string"){let c={instancePath:r+"/cases/"+t+"/roundTrip/writer",schemaPath:"#/prope\
rties/cases/items/properties/roundTrip/properties/writer/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[c]:
e.push(c),s++}if(i.reader!==void 0&&typeof i.reader!="string"){let c={instancePath:r+"/cases/"+t+"/roundTrip/reader",schemaPath:"#/propertie\
s/cases/items/properties/roundTrip/properties/reader/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[c]:e.
push(c),s++}if(i.key!==void 0&&typeof i.key!="string"){let c={instancePath:r+"/cases/"+t+"/roundTrip/key",schemaPath:"#/properties/cases/ite\
ms/properties/roundTrip/properties/key/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[c]:e.push(c),s++}if(i.
encryptionContext!==void 0){let c=i.encryptionContext;if(c&&typeof c=="object"&&!Array.isArray(c)){for(let d in c)if(typeof c[d]!="string"){
let w={instancePath:r+"/cases/"+t+"/roundTrip/encryptionContext/"+d.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/it\
ems/properties/roundTrip/properties/encryptionContext/additionalProperties/type",keyword:"type",params:{type:"string"},message:"must be stri\
ng"};e===null?e=[w]:e.push(w),s++}}else{let d={instancePath:r+"/cases/"+t+"/roundTrip/encryptionContext",schemaPath:"#/properties/cases/item\
s/properties/roundTrip/properties/encryptionContext/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[d]:e.push(
d),s++}}if(i.readerContext!==void 0){let c=i.readerContext;if(c&&typeof c=="object"&&!Array.isArray(c)){for(let d in c)if(typeof c[d]!="stri\
ng"){let w={instancePath:r+"/cases/"+t+"/roundTrip/readerContext/"+d.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/i\
tems/properties/roundTrip/properties/readerContext/additionalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"};
e===null?e=[w]:e.push(w),s++}}else{let d={instancePath:r+"/cases/"+t+"/roundTrip/readerContext",schemaPath:"#/properties/cases/items/propert\
ies/roundTrip/properties/readerContext/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[d]:e.push(d),s++}}}else{
let c={instancePath:r+"/cases/"+t+"/roundTrip",schemaPath:"#/properties/cases/items/properties/roundTrip/type",keyword:"type",params:{type:"\
object"},message:"must be object"};e===null?e=[c]:e.push(c),s++}}if(m.expect!==void 0){let i=m.expect,c=s,d=!1,w=s;if(typeof i!="string"){let o={
instancePath:r+"/cases/"+t+"/expect",schemaPath:"#/properties/cases/items/properties/expect/anyOf/0/type",keyword:"type",params:{type:"strin\
g"},message:"must be string"};e===null?e=[o]:e.push(o),s++}if(!(i==="allow"||i==="deny"||i==="explicit-deny"||i==="implicit-deny"||i==="unde\
termined")){let o={instancePath:r+"/cases/"+t+"/expect",schemaPath:"#/properties/cases/items/properties/expect/anyOf/0/enum",keyword:"enum",
params:{allowedValues:x.properties.cases.items.properties.expect.anyOf[0].enum},message:"must be equal to one of the allowed values"};e===null?
e=[o]:e.push(o),s++}var X=w===s;d=d||X;let O=s;if(i&&typeof i=="object"&&!Array.isArray(i)){if(i.outcome===void 0){let o={instancePath:r+"/c\
ases/"+t+"/expect",schemaPath:"#/properties/cases/items/properties/expect/anyOf/1/required",keyword:"required",params:{missingProperty:"outc\
ome"},message:"must have required property 'outcome'"};e===null?e=[o]:e.push(o),s++}for(let o in i)if(!(o==="outcome"||o==="via")){let p={instancePath:r+
"/cases/"+t+"/expect",schemaPath:"#/properties/cases/items/properties/expect/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:o},message:"must NOT have additional properties"};e===null?e=[p]:e.push(p),s++}if(i.outcome!==void 0){let o=i.outcome;if(typeof o!=
"string"){let p={instancePath:r+"/cases/"+t+"/expect/outcome",schemaPath:"#/properties/cases/items/properties/expect/anyOf/1/properties/outc\
ome/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),s++}if(!(o==="allow"||o==="deny"||o==="ex\
plicit-deny"||o==="implicit-deny"||o==="undetermined")){let p={instancePath:r+"/cases/"+t+"/expect/outcome",schemaPath:"#/properties/cases/i\
tems/properties/expect/anyOf/1/properties/outcome/enum",keyword:"enum",params:{allowedValues:x.properties.cases.items.properties.expect.anyOf[1].
properties.outcome.enum},message:"must be equal to one of the allowed values"};e===null?e=[p]:e.push(p),s++}}if(i.via!==void 0&&typeof i.via!=
"string"){let o={instancePath:r+"/cases/"+t+"/expect/via",schemaPath:"#/properties/cases/items/properties/expect/anyOf/1/properties/via/type",
keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),s++}}else{let o={instancePath:r+"/cases/"+t+"/expec\
t",schemaPath:"#/properties/cases/items/properties/expect/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===
null?e=[o]:e.push(o),s++}var X=O===s;if(d=d||X,d)s=c,e!==null&&(c?e.length=c:e=null);else{let o={instancePath:r+"/cases/"+t+"/expect",schemaPath:"\
#/properties/cases/items/properties/expect/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[o]:e.push(o),
s++}}if(m.because!==void 0){let i=m.because,c=s,d=!1,w=s;if(typeof i!="string"){let o={instancePath:r+"/cases/"+t+"/because",schemaPath:"#/p\
roperties/cases/items/properties/because/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(
o),s++}var Y=w===s;d=d||Y;let O=s;if(Array.isArray(i)){let o=i.length;for(let p=0;p<o;p++)if(typeof i[p]!="string"){let a={instancePath:r+"/\
cases/"+t+"/because/"+p,schemaPath:"#/properties/cases/items/properties/because/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[a]:e.push(a),s++}}else{let o={instancePath:r+"/cases/"+t+"/because",schemaPath:"#/properties/cases/items/proper\
ties/because/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[o]:e.push(o),s++}var Y=O===s;if(d=d||Y,
d)s=c,e!==null&&(c?e.length=c:e=null);else{let o={instancePath:r+"/cases/"+t+"/because",schemaPath:"#/properties/cases/items/properties/beca\
use/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[o]:e.push(o),s++}}if(m.skip!==void 0){let i=m.skip;
if(typeof i!="boolean"&&typeof i!="string"){let c={instancePath:r+"/cases/"+t+"/skip",schemaPath:"#/properties/cases/items/properties/skip/t\
ype",keyword:"type",params:{type:x.properties.cases.items.properties.skip.type},message:"must be boolean,string"};e===null?e=[c]:e.push(c),s++}}
if(m.only!==void 0&&typeof m.only!="boolean"){let i={instancePath:r+"/cases/"+t+"/only",schemaPath:"#/properties/cases/items/properties/only\
/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[i]:e.push(i),s++}}else{let i={instancePath:r+"/cases/"+
t,schemaPath:"#/properties/cases/items/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[i]:e.push(i),s++}}}else{
let f={instancePath:r+"/cases",schemaPath:"#/properties/cases/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=
[f]:e.push(f),s++}}if(v.invariants!==void 0){let u=v.invariants;if(Array.isArray(u)){let f=u.length;for(let t=0;t<f;t++){let m=u[t];if(m&&typeof m==
"object"&&!Array.isArray(m)){if(m.name===void 0){let i={instancePath:r+"/invariants/"+t,schemaPath:"#/properties/invariants/items/required",
keyword:"required",params:{missingProperty:"name"},message:"must have required property 'name'"};e===null?e=[i]:e.push(i),s++}for(let i in m)
if(!(i==="name"||i==="never"||i==="always"||i==="skip")){let c={instancePath:r+"/invariants/"+t,schemaPath:"#/properties/invariants/items/ad\
ditionalProperties",keyword:"additionalProperties",params:{additionalProperty:i},message:"must NOT have additional properties"};e===null?e=[
c]:e.push(c),s++}if(m.name!==void 0&&typeof m.name!="string"){let i={instancePath:r+"/invariants/"+t+"/name",schemaPath:"#/properties/invari\
ants/items/properties/name/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),s++}if(m.never!==void 0){
let i=m.never;if(!(i&&typeof i=="object"&&!Array.isArray(i))){let c={instancePath:r+"/invariants/"+t+"/never",schemaPath:"#/properties/invar\
iants/items/properties/never/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[c]:e.push(c),s++}}if(m.always!==
void 0){let i=m.always;if(!(i&&typeof i=="object"&&!Array.isArray(i))){let c={instancePath:r+"/invariants/"+t+"/always",schemaPath:"#/proper\
ties/invariants/items/properties/always/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[c]:e.push(c),s++}}
if(m.skip!==void 0){let i=m.skip;if(typeof i!="boolean"&&typeof i!="string"){let c={instancePath:r+"/invariants/"+t+"/skip",schemaPath:"#/pr\
operties/invariants/items/properties/skip/type",keyword:"type",params:{type:x.properties.invariants.items.properties.skip.type},message:"mus\
t be boolean,string"};e===null?e=[c]:e.push(c),s++}}}else{let i={instancePath:r+"/invariants/"+t,schemaPath:"#/properties/invariants/items/t\
ype",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[i]:e.push(i),s++}}}else{let f={instancePath:r+"/invariants",
schemaPath:"#/properties/invariants/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[f]:e.push(f),s++}}}else{
let u={instancePath:r,schemaPath:"#/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[u]:e.push(u),s++}return E.
errors=e,s===0}E.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};var K={"#/additionalProperties":["$schema","version","account","region",
"world","defaults","cases","invariants"],"#/properties/defaults/additionalProperties":["principal","action","key","resource","account","cont\
ext","encryptionContext","viaService","grantTokens","endpoint","time","unknown","expect"],"#/properties/cases/items/additionalProperties":["\
name","principal","action","key","resource","account","context","encryptionContext","viaService","grantTokens","endpoint","time","unknown","\
each","flow","roundTrip","expect","because","skip","only"],"#/properties/cases/items/properties/each/anyOf/0/additionalProperties":["princip\
al","action","key","resource","account","context","encryptionContext","viaService","grantTokens","endpoint","time","unknown","expect","becau\
se"],"#/properties/cases/items/properties/each/anyOf/0/properties/expect/items/anyOf/1/additionalProperties":["outcome","via"],"#/properties\
/cases/items/properties/each/anyOf/1/items/additionalProperties":["principal","action","key","resource","account","context","encryptionConte\
xt","viaService","grantTokens","endpoint","time","unknown","expect","because"],"#/properties/cases/items/properties/each/anyOf/1/items/prope\
rties/expect/anyOf/1/additionalProperties":["outcome","via"],"#/properties/cases/items/properties/roundTrip/additionalProperties":["writer",
"reader","key","encryptionContext","readerContext"],"#/properties/cases/items/properties/expect/anyOf/1/additionalProperties":["outcome","vi\
a"],"#/properties/invariants/items/additionalProperties":["name","never","always","skip"]},ee=v=>G(v)?[]:Z(G.errors,K);export{ee as validateTest};
