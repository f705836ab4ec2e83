// Compiled from the JSON Schemas of schemas/ by .build/schemas.ts: run `npm run schemas`, never edit.
import{readFaults as z}from"../world/faults.ts";var K=R,x={$schema:"https://json-schema.org/draft/2020-12/schema",$id:"urn:kmsward:schemas:t\
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
When, in ISO 8601: 2026-11-22T03:00:00Z. Absent: condition keys of the time are unknown, for AWS always sends them."},unknown:{type:"array",
items:{type:"string"},description:"Condition keys whose value is not known, families of them, or * for all that is not told: policies that l\
ook at them may leave the answer undetermined."},expect:{type:"string",enum:["allow","deny","explicit-deny","implicit-deny","undetermined"]}},
additionalProperties:!1,description:"What all cases have that do not say otherwise. A member of a case stands in place of the one here."},cases:{
type:"array",items:{type:"object",properties:{name:{type:"string",description:"One in the file. Of a case with `each`, $action or ${action} \
stand for values of the row."},principal:{type:"string",description:"Who asks: a short name of the world, an ARN, a service principal, or an\
onymous."},action:{type:"string",description:"What is asked for: kms:Decrypt."},key:{type:"string",description:"Of which key: a short name o\
f the world, an alias, an id or an ARN."},resource:{type:"string",description:"Instead of `key`: the ARN of anything, or *."},account:{type:"\
string",description:"The account of what has none in its ARN: 12 digits."},context:{type:"object",additionalProperties:{anyOf:[{type:"string"},
{type:"number"},{type:"boolean"},{type:"array",items:{type:"string"}}]},description:"Condition keys as given; they win over those that follo\
w from the rest."},encryptionContext:{type:"object",additionalProperties:{type:"string"},description:"The encryption context of the call."},
viaService:{type:"string",description:"The service that calls on the principal's behalf: s3, or s3.us-east-1.amazonaws.com."},grantTokens:{type:"\
array",items:{type:"string"},description:"Grant tokens that the call brings."},endpoint:{type:"string",description:"The VPC endpoint that th\
e call comes through: a short name of the world, or vpce-\u2026"},time:{type:"string",description:"When, in ISO 8601: 2026-11-22T03:00:00Z. \
Absent: condition keys of the time are unknown, for AWS always sends them."},unknown:{type:"array",items:{type:"string"},description:"Condit\
ion keys whose value is not known, families of them, or * for all that is not told: policies that look at them may leave the answer undeterm\
ined."},each:{anyOf:[{type:"object",properties:{principal:{minItems:1,type:"array",items:{type:"string",description:"Who asks: a short name \
of the world, an ARN, a service principal, or anonymous."}},action:{minItems:1,type:"array",items:{type:"string",description:"What is asked \
for: kms:Decrypt."}},key:{minItems:1,type:"array",items:{type:"string",description:"Of which key: a short name of the world, an alias, an id\
 or an ARN."}},resource:{minItems:1,type:"array",items:{type:"string",description:"Instead of `key`: the ARN of anything, or *."}},account:{
minItems:1,type:"array",items:{type:"string",description:"The account of what has none in its ARN: 12 digits."}},context:{minItems:1,type:"a\
rray",items:{type:"object",additionalProperties:{anyOf:[{type:"string"},{type:"number"},{type:"boolean"},{type:"array",items:{type:"string"}}]},
description:"Condition keys as given; they win over those that follow from the rest."}},encryptionContext:{minItems:1,type:"array",items:{type:"\
object",additionalProperties:{type:"string"},description:"The encryption context of the call."}},viaService:{minItems:1,type:"array",items:{
type:"string",description:"The service that calls on the principal's behalf: s3, or s3.us-east-1.amazonaws.com."}},grantTokens:{minItems:1,type:"\
array",items:{type:"array",items:{type:"string"},description:"Grant tokens that the call brings."}},endpoint:{minItems:1,type:"array",items:{
type:"string",description:"The VPC endpoint that the call comes through: a short name of the world, or vpce-\u2026"}},time:{minItems:1,type:"\
array",items:{type:"string",description:"When, in ISO 8601: 2026-11-22T03:00:00Z. Absent: condition keys of the time are unknown, for AWS al\
ways sends them."}},unknown:{minItems:1,type:"array",items:{type:"array",items:{type:"string"},description:"Condition keys whose value is no\
t known, families of them, or * for all that is not told: policies that look at them may leave the answer undetermined."}},expect:{minItems:1,
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
: 2026-11-22T03:00:00Z. Absent: condition keys of the time are unknown, for AWS always sends them."},unknown:{type:"array",items:{type:"stri\
ng"},description:"Condition keys whose value is not known, families of them, or * for all that is not told: policies that look at them may l\
eave the answer undetermined."},expect:{anyOf:[{type:"string",enum:["allow","deny","explicit-deny","implicit-deny","undetermined"]},{type:"o\
bject",properties:{outcome:{type:"string",enum:["allow","deny","explicit-deny","implicit-deny","undetermined"]},via:{type:"string",description:"\
All that decided is this: a Sid, POLICY#INDEX, `grant NAME`, or the name of a policy."}},required:["outcome"],additionalProperties:!1}],description:"\
What is to come of it. `deny` is either kind of deny, and never undetermined."},because:{anyOf:[{type:"string"},{type:"array",items:{type:"s\
tring"}}],description:"Each of these is among what decided: a Sid, POLICY#INDEX, or `grant NAME`."}},additionalProperties:!1}}],description:"\
A case for every combination of these lists, or for every one of these rows."},flow:{type:"object",additionalProperties:{anyOf:[{type:"objec\
t",additionalProperties:{anyOf:[{type:"string"},{type:"boolean"},{type:"object",additionalProperties:{type:"string"}}]}},{type:"null"}]},description:"\
What a service asks of KMS: its flow with its parameters, { s3.PutObject: { bucket: b, key: k } }."},roundTrip:{type:"object",properties:{writer:{
type:"string",description:"Who encrypts."},reader:{type:"string",description:"Who decrypts."},with:{type:"string",enum:["Encrypt","GenerateD\
ataKey","GenerateDataKeyWithoutPlaintext"],description:"By which operation the writer makes the ciphertext; absent: Encrypt. Envelope encryp\
tion has only data keys."},key:{type:"string",description:"Under which key; absent: the case's, or that of `defaults`."},encryptionContext:{
type:"object",additionalProperties:{type:"string"},description:"Of both; absent: the case's, or that of `defaults`."},readerContext:{type:"o\
bject",additionalProperties:{type:"string"},description:"What the reader gives, where that is another."}},required:["writer","reader"],additionalProperties:!1,
description:"Really encrypts and decrypts. A denial is the reader's: a writer that is refused fails the case."},expect:{anyOf:[{type:"string",
enum:["allow","deny","explicit-deny","implicit-deny","undetermined"]},{type:"object",properties:{outcome:{type:"string",enum:["allow","deny",
"explicit-deny","implicit-deny","undetermined"]},via:{type:"string",description:"All that decided is this: a Sid, POLICY#INDEX, `grant NAME`\
, or the name of a policy."}},required:["outcome"],additionalProperties:!1}],description:"What is to come of it. `deny` is either kind of de\
ny, and never undetermined."},because:{anyOf:[{type:"string"},{type:"array",items:{type:"string"}}],description:"Each of these is among what\
 decided: a Sid, POLICY#INDEX, or `grant NAME`."},skip:{description:"true, or why this is not tried.",type:["boolean","string"]},only:{type:"\
boolean",description:"All cases that do not say so are skipped."}},required:["name"],additionalProperties:!1}},invariants:{type:"array",items:{
type:"object",properties:{name:{type:"string"},never:{type:"object",description:"No such request is ever allowed."},always:{type:"object",description:"\
Every such request is allowed."},skip:{description:"true, or why this is not tried.",type:["boolean","string"]}},required:["name"],additionalProperties:!1},
description:"What holds of all requests."}},required:["version"],additionalProperties:!1},E=Object.prototype.hasOwnProperty;function R(v,{instancePath:r="",
parentData:B,parentDataProperty:U,rootData:H=v,dynamicAnchors:J={}}={}){let e=null,s=0,W=R.evaluated;if(W.dynamicProps&&(W.props=void 0),W.dynamicItems&&
(W.items=void 0),v&&typeof v=="object"&&!Array.isArray(v)){if(v.version===void 0){let d={instancePath:r,schemaPath:"#/required",keyword:"req\
uired",params:{missingProperty:"version"},message:"must have required property 'version'"};e===null?e=[d]:e.push(d),s++}for(let d in v)if(!(d===
"$schema"||d==="version"||d==="account"||d==="region"||d==="world"||d==="defaults"||d==="cases"||d==="invariants")){let h={instancePath:r,schemaPath:"\
#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:d},message:"must NOT have additional properties"};e===null?
e=[h]:e.push(h),s++}if(v.$schema!==void 0&&typeof v.$schema!="string"){let d={instancePath:r+"/$schema",schemaPath:"#/properties/%24schema/t\
ype",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[d]:e.push(d),s++}if(v.version!==void 0){let d=v.version;if(!(typeof d==
"number"&&isFinite(d))){let h={instancePath:r+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type:"number"},message:"\
must be number"};e===null?e=[h]:e.push(h),s++}if(d!==1){let h={instancePath:r+"/version",schemaPath:"#/properties/version/const",keyword:"co\
nst",params:{allowedValue:1},message:"must be equal to constant"};e===null?e=[h]:e.push(h),s++}}if(v.account!==void 0&&typeof v.account!="st\
ring"){let d={instancePath:r+"/account",schemaPath:"#/properties/account/type",keyword:"type",params:{type:"string"},message:"must be string"};
e===null?e=[d]:e.push(d),s++}if(v.region!==void 0&&typeof v.region!="string"){let d={instancePath:r+"/region",schemaPath:"#/properties/regio\
n/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[d]:e.push(d),s++}if(v.world!==void 0){let d=v.world,h=s,
t=!1,m=s;if(typeof d!="string"){let f={instancePath:r+"/world",schemaPath:"#/properties/world/anyOf/0/type",keyword:"type",params:{type:"str\
ing"},message:"must be string"};e===null?e=[f]:e.push(f),s++}var _=m===s;t=t||_;let i=s;if(Array.isArray(d)){if(d.length<1){let w={instancePath:r+
"/world",schemaPath:"#/properties/world/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===
null?e=[w]:e.push(w),s++}let f=d.length;for(let w=0;w<f;w++)if(typeof d[w]!="string"){let O={instancePath:r+"/world/"+w,schemaPath:"#/proper\
ties/world/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[O]:e.push(O),s++}}else{let f={instancePath:r+
"/world",schemaPath:"#/properties/world/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[f]:e.push(f),
s++}var _=i===s;t=t||_;let c=s;if(!(d&&typeof d=="object"&&!Array.isArray(d))){let f={instancePath:r+"/world",schemaPath:"#/properties/world\
/anyOf/2/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[f]:e.push(f),s++}var _=c===s;if(t=t||_,t)s=h,e!==
null&&(h?e.length=h:e=null);else{let f={instancePath:r+"/world",schemaPath:"#/properties/world/anyOf",keyword:"anyOf",params:{},message:"mus\
t match a schema in anyOf"};e===null?e=[f]:e.push(f),s++}}if(v.defaults!==void 0){let d=v.defaults;if(d&&typeof d=="object"&&!Array.isArray(
d)){for(let h in d)if(!E.call(x.properties.defaults.properties,h)){let t={instancePath:r+"/defaults",schemaPath:"#/properties/defaults/addit\
ionalProperties",keyword:"additionalProperties",params:{additionalProperty:h},message:"must NOT have additional properties"};e===null?e=[t]:
e.push(t),s++}if(d.principal!==void 0&&typeof d.principal!="string"){let h={instancePath:r+"/defaults/principal",schemaPath:"#/properties/de\
faults/properties/principal/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[h]:e.push(h),s++}if(d.action!==
void 0&&typeof d.action!="string"){let h={instancePath:r+"/defaults/action",schemaPath:"#/properties/defaults/properties/action/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[h]:e.push(h),s++}if(d.key!==void 0&&typeof d.key!="string"){let h={instancePath:r+
"/defaults/key",schemaPath:"#/properties/defaults/properties/key/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[h]:e.push(h),s++}if(d.resource!==void 0&&typeof d.resource!="string"){let h={instancePath:r+"/defaults/resource",schemaPath:"#/properties\
/defaults/properties/resource/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[h]:e.push(h),s++}if(d.account!==
void 0&&typeof d.account!="string"){let h={instancePath:r+"/defaults/account",schemaPath:"#/properties/defaults/properties/account/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[h]:e.push(h),s++}if(d.context!==void 0){let h=d.context;if(h&&typeof h=="\
object"&&!Array.isArray(h))for(let t in h){let m=h[t],i=s,c=!1,f=s;if(typeof m!="string"){let p={instancePath:r+"/defaults/context/"+t.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/defaults/properties/context/additionalProperties/anyOf/0/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),s++}var j=f===s;c=c||j;let w=s;if(!(typeof m=="number"&&isFinite(m))){let p={
instancePath:r+"/defaults/context/"+t.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/defaults/properties/context/additional\
Properties/anyOf/1/type",keyword:"type",params:{type:"number"},message:"must be number"};e===null?e=[p]:e.push(p),s++}var j=w===s;c=c||j;let O=s;
if(typeof m!="boolean"){let p={instancePath:r+"/defaults/context/"+t.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/default\
s/properties/context/additionalProperties/anyOf/2/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[p]:e.push(
p),s++}var j=O===s;c=c||j;let o=s;if(Array.isArray(m)){let p=m.length;for(let a=0;a<p;a++)if(typeof m[a]!="string"){let n={instancePath:r+"/\
defaults/context/"+t.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+a,schemaPath:"#/properties/defaults/properties/context/additionalProperties/\
anyOf/3/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),s++}}else{let p={instancePath:r+
"/defaults/context/"+t.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/defaults/properties/context/additionalProperties/anyO\
f/3/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),s++}var j=o===s;if(c=c||j,c)s=i,e!==null&&(i?
e.length=i:e=null);else{let p={instancePath:r+"/defaults/context/"+t.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/default\
s/properties/context/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[p]:e.push(p),
s++}}else{let t={instancePath:r+"/defaults/context",schemaPath:"#/properties/defaults/properties/context/type",keyword:"type",params:{type:"\
object"},message:"must be object"};e===null?e=[t]:e.push(t),s++}}if(d.encryptionContext!==void 0){let h=d.encryptionContext;if(h&&typeof h==
"object"&&!Array.isArray(h)){for(let t in h)if(typeof h[t]!="string"){let m={instancePath:r+"/defaults/encryptionContext/"+t.replace(/~/g,"~\
0").replace(/\//g,"~1"),schemaPath:"#/properties/defaults/properties/encryptionContext/additionalProperties/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[m]:e.push(m),s++}}else{let t={instancePath:r+"/defaults/encryptionContext",schemaPath:"#/prop\
erties/defaults/properties/encryptionContext/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[t]:e.push(t),
s++}}if(d.viaService!==void 0&&typeof d.viaService!="string"){let h={instancePath:r+"/defaults/viaService",schemaPath:"#/properties/defaults\
/properties/viaService/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[h]:e.push(h),s++}if(d.grantTokens!==
void 0){let h=d.grantTokens;if(Array.isArray(h)){let t=h.length;for(let m=0;m<t;m++)if(typeof h[m]!="string"){let i={instancePath:r+"/defaul\
ts/grantTokens/"+m,schemaPath:"#/properties/defaults/properties/grantTokens/items/type",keyword:"type",params:{type:"string"},message:"must \
be string"};e===null?e=[i]:e.push(i),s++}}else{let t={instancePath:r+"/defaults/grantTokens",schemaPath:"#/properties/defaults/properties/gr\
antTokens/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[t]:e.push(t),s++}}if(d.endpoint!==void 0&&typeof d.
endpoint!="string"){let h={instancePath:r+"/defaults/endpoint",schemaPath:"#/properties/defaults/properties/endpoint/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[h]:e.push(h),s++}if(d.time!==void 0&&typeof d.time!="string"){let h={instancePath:r+"/d\
efaults/time",schemaPath:"#/properties/defaults/properties/time/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[h]:e.push(h),s++}if(d.unknown!==void 0){let h=d.unknown;if(Array.isArray(h)){let t=h.length;for(let m=0;m<t;m++)if(typeof h[m]!="string"){
let i={instancePath:r+"/defaults/unknown/"+m,schemaPath:"#/properties/defaults/properties/unknown/items/type",keyword:"type",params:{type:"s\
tring"},message:"must be string"};e===null?e=[i]:e.push(i),s++}}else{let t={instancePath:r+"/defaults/unknown",schemaPath:"#/properties/defa\
ults/properties/unknown/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[t]:e.push(t),s++}}if(d.expect!==void 0){
let h=d.expect;if(typeof h!="string"){let t={instancePath:r+"/defaults/expect",schemaPath:"#/properties/defaults/properties/expect/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),s++}if(!(h==="allow"||h==="deny"||h==="explicit-deny"||h==="\
implicit-deny"||h==="undetermined")){let t={instancePath:r+"/defaults/expect",schemaPath:"#/properties/defaults/properties/expect/enum",keyword:"\
enum",params:{allowedValues:x.properties.defaults.properties.expect.enum},message:"must be equal to one of the allowed values"};e===null?e=[
t]:e.push(t),s++}}}else{let h={instancePath:r+"/defaults",schemaPath:"#/properties/defaults/type",keyword:"type",params:{type:"object"},message:"\
must be object"};e===null?e=[h]:e.push(h),s++}}if(v.cases!==void 0){let d=v.cases;if(Array.isArray(d)){let h=d.length;for(let t=0;t<h;t++){let m=d[t];
if(m&&typeof m=="object"&&!Array.isArray(m)){if(m.name===void 0){let i={instancePath:r+"/cases/"+t,schemaPath:"#/properties/cases/items/requ\
ired",keyword:"required",params:{missingProperty:"name"},message:"must have required property 'name'"};e===null?e=[i]:e.push(i),s++}for(let i in m)
if(!E.call(x.properties.cases.items.properties,i)){let c={instancePath:r+"/cases/"+t,schemaPath:"#/properties/cases/items/additionalProperti\
es",keyword:"additionalProperties",params:{additionalProperty:i},message:"must NOT have additional properties"};e===null?e=[c]:e.push(c),s++}
if(m.name!==void 0&&typeof m.name!="string"){let i={instancePath:r+"/cases/"+t+"/name",schemaPath:"#/properties/cases/items/properties/name/\
type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),s++}if(m.principal!==void 0&&typeof m.principal!=
"string"){let i={instancePath:r+"/cases/"+t+"/principal",schemaPath:"#/properties/cases/items/properties/principal/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),s++}if(m.action!==void 0&&typeof m.action!="string"){let i={instancePath:r+
"/cases/"+t+"/action",schemaPath:"#/properties/cases/items/properties/action/type",keyword:"type",params:{type:"string"},message:"must be st\
ring"};e===null?e=[i]:e.push(i),s++}if(m.key!==void 0&&typeof m.key!="string"){let i={instancePath:r+"/cases/"+t+"/key",schemaPath:"#/proper\
ties/cases/items/properties/key/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),s++}if(m.resource!==
void 0&&typeof m.resource!="string"){let i={instancePath:r+"/cases/"+t+"/resource",schemaPath:"#/properties/cases/items/properties/resource/\
type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),s++}if(m.account!==void 0&&typeof m.account!=
"string"){let i={instancePath:r+"/cases/"+t+"/account",schemaPath:"#/properties/cases/items/properties/account/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),s++}if(m.context!==void 0){let i=m.context;if(i&&typeof i=="object"&&!Array.
isArray(i))for(let c in i){let f=i[c],w=s,O=!1,o=s;if(typeof f!="string"){let l={instancePath:r+"/cases/"+t+"/context/"+c.replace(/~/g,"~0").
replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/context/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}var C=o===s;O=O||C;let p=s;if(!(typeof f=="number"&&isFinite(f))){let l={instancePath:r+
"/cases/"+t+"/context/"+c.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/context/additionalPropertie\
s/anyOf/1/type",keyword:"type",params:{type:"number"},message:"must be number"};e===null?e=[l]:e.push(l),s++}var C=p===s;O=O||C;let a=s;if(typeof f!=
"boolean"){let l={instancePath:r+"/cases/"+t+"/context/"+c.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/prope\
rties/context/additionalProperties/anyOf/2/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[l]:e.push(l),
s++}var C=a===s;O=O||C;let n=s;if(Array.isArray(f)){let l=f.length;for(let u=0;u<l;u++)if(typeof f[u]!="string"){let b={instancePath:r+"/cas\
es/"+t+"/context/"+c.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+u,schemaPath:"#/properties/cases/items/properties/context/additionalProperti\
es/anyOf/3/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[b]:e.push(b),s++}}else{let l={instancePath:r+
"/cases/"+t+"/context/"+c.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/context/additionalPropertie\
s/anyOf/3/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[l]:e.push(l),s++}var C=n===s;if(O=O||C,O)s=w,e!==null&&
(w?e.length=w:e=null);else{let l={instancePath:r+"/cases/"+t+"/context/"+c.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/c\
ases/items/properties/context/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[l]:e.
push(l),s++}}else{let c={instancePath:r+"/cases/"+t+"/context",schemaPath:"#/properties/cases/items/properties/context/type",keyword:"type",
params:{type:"object"},message:"must be object"};e===null?e=[c]:e.push(c),s++}}if(m.encryptionContext!==void 0){let i=m.encryptionContext;if(i&&
typeof i=="object"&&!Array.isArray(i)){for(let c in i)if(typeof i[c]!="string"){let f={instancePath:r+"/cases/"+t+"/encryptionContext/"+c.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/encryptionContext/additionalProperties/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[f]:e.push(f),s++}}else{let c={instancePath:r+"/cases/"+t+"/encryptionContext",schemaPath:"\
#/properties/cases/items/properties/encryptionContext/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[c]:e.
push(c),s++}}if(m.viaService!==void 0&&typeof m.viaService!="string"){let i={instancePath:r+"/cases/"+t+"/viaService",schemaPath:"#/properti\
es/cases/items/properties/viaService/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),s++}if(m.
grantTokens!==void 0){let i=m.grantTokens;if(Array.isArray(i)){let c=i.length;for(let f=0;f<c;f++)if(typeof i[f]!="string"){let w={instancePath:r+
"/cases/"+t+"/grantTokens/"+f,schemaPath:"#/properties/cases/items/properties/grantTokens/items/type",keyword:"type",params:{type:"string"},
message:"must be string"};e===null?e=[w]:e.push(w),s++}}else{let c={instancePath:r+"/cases/"+t+"/grantTokens",schemaPath:"#/properties/cases\
/items/properties/grantTokens/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[c]:e.push(c),s++}}if(m.endpoint!==
void 0&&typeof m.endpoint!="string"){let i={instancePath:r+"/cases/"+t+"/endpoint",schemaPath:"#/properties/cases/items/properties/endpoint/\
type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),s++}if(m.time!==void 0&&typeof m.time!="strin\
g"){let i={instancePath:r+"/cases/"+t+"/time",schemaPath:"#/properties/cases/items/properties/time/type",keyword:"type",params:{type:"string"},
message:"must be string"};e===null?e=[i]:e.push(i),s++}if(m.unknown!==void 0){let i=m.unknown;if(Array.isArray(i)){let c=i.length;for(let f=0;f<
c;f++)if(typeof i[f]!="string"){let w={instancePath:r+"/cases/"+t+"/unknown/"+f,schemaPath:"#/properties/cases/items/properties/unknown/item\
s/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[w]:e.push(w),s++}}else{let c={instancePath:r+"/cases/"+t+
"/unknown",schemaPath:"#/properties/cases/items/properties/unknown/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?
e=[c]:e.push(c),s++}}if(m.each!==void 0){let i=m.each,c=s,f=!1,w=s;if(i&&typeof i=="object"&&!Array.isArray(i)){for(let o in i)if(!E.call(x.
properties.cases.items.properties.each.anyOf[0].properties,o)){let p={instancePath:r+"/cases/"+t+"/each",schemaPath:"#/properties/cases/item\
s/properties/each/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:o},message:"must NOT have addition\
al properties"};e===null?e=[p]:e.push(p),s++}if(i.principal!==void 0){let o=i.principal;if(Array.isArray(o)){if(o.length<1){let a={instancePath:r+
"/cases/"+t+"/each/principal",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/principal/minItems",keyword:"minItems",
params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[a]:e.push(a),s++}let p=o.length;for(let a=0;a<p;a++)if(typeof o[a]!=
"string"){let n={instancePath:r+"/cases/"+t+"/each/principal/"+a,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/pri\
ncipal/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),s++}}else{let p={instancePath:r+
"/cases/"+t+"/each/principal",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/principal/type",keyword:"type",params:{
type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),s++}}if(i.action!==void 0){let o=i.action;if(Array.isArray(o)){if(o.length<1){
let a={instancePath:r+"/cases/"+t+"/each/action",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/action/minItems",keyword:"\
minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[a]:e.push(a),s++}let p=o.length;for(let a=0;a<p;a++)if(typeof o[a]!=
"string"){let n={instancePath:r+"/cases/"+t+"/each/action/"+a,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/action\
/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),s++}}else{let p={instancePath:r+"/case\
s/"+t+"/each/action",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/action/type",keyword:"type",params:{type:"array"},
message:"must be array"};e===null?e=[p]:e.push(p),s++}}if(i.key!==void 0){let o=i.key;if(Array.isArray(o)){if(o.length<1){let a={instancePath:r+
"/cases/"+t+"/each/key",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/key/minItems",keyword:"minItems",params:{limit:1},
message:"must NOT have fewer than 1 items"};e===null?e=[a]:e.push(a),s++}let p=o.length;for(let a=0;a<p;a++)if(typeof o[a]!="string"){let n={
instancePath:r+"/cases/"+t+"/each/key/"+a,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/key/items/type",keyword:"t\
ype",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),s++}}else{let p={instancePath:r+"/cases/"+t+"/each/key",schemaPath:"\
#/properties/cases/items/properties/each/anyOf/0/properties/key/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?
e=[p]:e.push(p),s++}}if(i.resource!==void 0){let o=i.resource;if(Array.isArray(o)){if(o.length<1){let a={instancePath:r+"/cases/"+t+"/each/r\
esource",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/resource/minItems",keyword:"minItems",params:{limit:1},message:"\
must NOT have fewer than 1 items"};e===null?e=[a]:e.push(a),s++}let p=o.length;for(let a=0;a<p;a++)if(typeof o[a]!="string"){let n={instancePath:r+
"/cases/"+t+"/each/resource/"+a,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/resource/items/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),s++}}else{let p={instancePath:r+"/cases/"+t+"/each/resource",schemaPath:"\
#/properties/cases/items/properties/each/anyOf/0/properties/resource/type",keyword:"type",params:{type:"array"},message:"must be array"};e===
null?e=[p]:e.push(p),s++}}if(i.account!==void 0){let o=i.account;if(Array.isArray(o)){if(o.length<1){let a={instancePath:r+"/cases/"+t+"/eac\
h/account",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/account/minItems",keyword:"minItems",params:{limit:1},message:"\
must NOT have fewer than 1 items"};e===null?e=[a]:e.push(a),s++}let p=o.length;for(let a=0;a<p;a++)if(typeof o[a]!="string"){let n={instancePath:r+
"/cases/"+t+"/each/account/"+a,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/account/items/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),s++}}else{let p={instancePath:r+"/cases/"+t+"/each/account",schemaPath:"#/\
properties/cases/items/properties/each/anyOf/0/properties/account/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?
e=[p]:e.push(p),s++}}if(i.context!==void 0){let o=i.context;if(Array.isArray(o)){if(o.length<1){let a={instancePath:r+"/cases/"+t+"/each/con\
text",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/context/minItems",keyword:"minItems",params:{limit:1},message:"\
must NOT have fewer than 1 items"};e===null?e=[a]:e.push(a),s++}let p=o.length;for(let a=0;a<p;a++){let n=o[a];if(n&&typeof n=="object"&&!Array.
isArray(n))for(let l in n){let u=n[l],b=s,P=!1,y=s;if(typeof u!="string"){let k={instancePath:r+"/cases/"+t+"/each/context/"+a+"/"+l.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/context/items/additionalProperties/an\
yOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[k]:e.push(k),s++}var I=y===s;P=P||I;let g=s;if(!(typeof u==
"number"&&isFinite(u))){let k={instancePath:r+"/cases/"+t+"/each/context/"+a+"/"+l.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/prop\
erties/cases/items/properties/each/anyOf/0/properties/context/items/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"number"},
message:"must be number"};e===null?e=[k]:e.push(k),s++}var I=g===s;P=P||I;let A=s;if(typeof u!="boolean"){let k={instancePath:r+"/cases/"+t+
"/each/context/"+a+"/"+l.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/cont\
ext/items/additionalProperties/anyOf/2/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[k]:e.push(k),s++}
var I=A===s;P=P||I;let Y=s;if(Array.isArray(u)){let k=u.length;for(let T=0;T<k;T++)if(typeof u[T]!="string"){let S={instancePath:r+"/cases/"+
t+"/each/context/"+a+"/"+l.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+T,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/propert\
ies/context/items/additionalProperties/anyOf/3/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[S]:e.
push(S),s++}}else{let k={instancePath:r+"/cases/"+t+"/each/context/"+a+"/"+l.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties\
/cases/items/properties/each/anyOf/0/properties/context/items/additionalProperties/anyOf/3/type",keyword:"type",params:{type:"array"},message:"\
must be array"};e===null?e=[k]:e.push(k),s++}var I=Y===s;if(P=P||I,P)s=b,e!==null&&(b?e.length=b:e=null);else{let k={instancePath:r+"/cases/"+
t+"/each/context/"+a+"/"+l.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/co\
ntext/items/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[k]:e.push(k),s++}}else{
let l={instancePath:r+"/cases/"+t+"/each/context/"+a,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/context/items/t\
ype",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[l]:e.push(l),s++}}}else{let p={instancePath:r+"/cases/"+t+"\
/each/context",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/context/type",keyword:"type",params:{type:"array"},message:"\
must be array"};e===null?e=[p]:e.push(p),s++}}if(i.encryptionContext!==void 0){let o=i.encryptionContext;if(Array.isArray(o)){if(o.length<1){
let a={instancePath:r+"/cases/"+t+"/each/encryptionContext",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/encrypti\
onContext/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[a]:e.push(a),s++}let p=o.length;
for(let a=0;a<p;a++){let n=o[a];if(n&&typeof n=="object"&&!Array.isArray(n)){for(let l in n)if(typeof n[l]!="string"){let u={instancePath:r+
"/cases/"+t+"/each/encryptionContext/"+a+"/"+l.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/each/a\
nyOf/0/properties/encryptionContext/items/additionalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[u]:e.push(u),s++}}else{let l={instancePath:r+"/cases/"+t+"/each/encryptionContext/"+a,schemaPath:"#/properties/cases/items/properties/eac\
h/anyOf/0/properties/encryptionContext/items/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[l]:e.push(l),
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
ust NOT have fewer than 1 items"};e===null?e=[a]:e.push(a),s++}let p=o.length;for(let a=0;a<p;a++){let n=o[a];if(Array.isArray(n)){let l=n.length;
for(let u=0;u<l;u++)if(typeof n[u]!="string"){let b={instancePath:r+"/cases/"+t+"/each/grantTokens/"+a+"/"+u,schemaPath:"#/properties/cases/\
items/properties/each/anyOf/0/properties/grantTokens/items/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[b]:e.push(b),s++}}else{let l={instancePath:r+"/cases/"+t+"/each/grantTokens/"+a,schemaPath:"#/properties/cases/items/properties/each/anyO\
f/0/properties/grantTokens/items/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[l]:e.push(l),s++}}}else{let p={
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
p;a++){let n=o[a];if(Array.isArray(n)){let l=n.length;for(let u=0;u<l;u++)if(typeof n[u]!="string"){let b={instancePath:r+"/cases/"+t+"/each\
/unknown/"+a+"/"+u,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/unknown/items/items/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[b]:e.push(b),s++}}else{let l={instancePath:r+"/cases/"+t+"/each/unknown/"+a,schemaPath:"\
#/properties/cases/items/properties/each/anyOf/0/properties/unknown/items/type",keyword:"type",params:{type:"array"},message:"must be array"};
e===null?e=[l]:e.push(l),s++}}}else{let p={instancePath:r+"/cases/"+t+"/each/unknown",schemaPath:"#/properties/cases/items/properties/each/a\
nyOf/0/properties/unknown/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),s++}}if(i.expect!==void 0){
let o=i.expect;if(Array.isArray(o)){if(o.length<1){let a={instancePath:r+"/cases/"+t+"/each/expect",schemaPath:"#/properties/cases/items/pro\
perties/each/anyOf/0/properties/expect/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=
[a]:e.push(a),s++}let p=o.length;for(let a=0;a<p;a++){let n=o[a],l=s,u=!1,b=s;if(typeof n!="string"){let y={instancePath:r+"/cases/"+t+"/eac\
h/expect/"+a,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/expect/items/anyOf/0/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[y]:e.push(y),s++}if(!(n==="allow"||n==="deny"||n==="explicit-deny"||n==="implicit-deny"||n===
"undetermined")){let y={instancePath:r+"/cases/"+t+"/each/expect/"+a,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties\
/expect/items/anyOf/0/enum",keyword:"enum",params:{allowedValues:x.properties.cases.items.properties.each.anyOf[0].properties.expect.items.anyOf[0].
enum},message:"must be equal to one of the allowed values"};e===null?e=[y]:e.push(y),s++}var D=b===s;u=u||D;let P=s;if(n&&typeof n=="object"&&
!Array.isArray(n)){if(n.outcome===void 0){let y={instancePath:r+"/cases/"+t+"/each/expect/"+a,schemaPath:"#/properties/cases/items/propertie\
s/each/anyOf/0/properties/expect/items/anyOf/1/required",keyword:"required",params:{missingProperty:"outcome"},message:"must have required p\
roperty 'outcome'"};e===null?e=[y]:e.push(y),s++}for(let y in n)if(!(y==="outcome"||y==="via")){let g={instancePath:r+"/cases/"+t+"/each/exp\
ect/"+a,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/expect/items/anyOf/1/additionalProperties",keyword:"addition\
alProperties",params:{additionalProperty:y},message:"must NOT have additional properties"};e===null?e=[g]:e.push(g),s++}if(n.outcome!==void 0){
let y=n.outcome;if(typeof y!="string"){let g={instancePath:r+"/cases/"+t+"/each/expect/"+a+"/outcome",schemaPath:"#/properties/cases/items/p\
roperties/each/anyOf/0/properties/expect/items/anyOf/1/properties/outcome/type",keyword:"type",params:{type:"string"},message:"must be strin\
g"};e===null?e=[g]:e.push(g),s++}if(!(y==="allow"||y==="deny"||y==="explicit-deny"||y==="implicit-deny"||y==="undetermined")){let g={instancePath:r+
"/cases/"+t+"/each/expect/"+a+"/outcome",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/expect/items/anyOf/1/proper\
ties/outcome/enum",keyword:"enum",params:{allowedValues:x.properties.cases.items.properties.each.anyOf[0].properties.expect.items.anyOf[1].properties.
outcome.enum},message:"must be equal to one of the allowed values"};e===null?e=[g]:e.push(g),s++}}if(n.via!==void 0&&typeof n.via!="string"){
let y={instancePath:r+"/cases/"+t+"/each/expect/"+a+"/via",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/expect/it\
ems/anyOf/1/properties/via/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[y]:e.push(y),s++}}else{let y={instancePath:r+
"/cases/"+t+"/each/expect/"+a,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/expect/items/anyOf/1/type",keyword:"ty\
pe",params:{type:"object"},message:"must be object"};e===null?e=[y]:e.push(y),s++}var D=P===s;if(u=u||D,u)s=l,e!==null&&(l?e.length=l:e=null);else{
let y={instancePath:r+"/cases/"+t+"/each/expect/"+a,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/expect/items/any\
Of",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[y]:e.push(y),s++}}}else{let p={instancePath:r+"/cases/"+t+
"/each/expect",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/expect/type",keyword:"type",params:{type:"array"},message:"\
must be array"};e===null?e=[p]:e.push(p),s++}}if(i.because!==void 0){let o=i.because;if(Array.isArray(o)){if(o.length<1){let a={instancePath:r+
"/cases/"+t+"/each/because",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/because/minItems",keyword:"minItems",params:{
limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[a]:e.push(a),s++}let p=o.length;for(let a=0;a<p;a++){let n=o[a],l=s,u=!1,b=s;
if(typeof n!="string"){let y={instancePath:r+"/cases/"+t+"/each/because/"+a,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/pro\
perties/because/items/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[y]:e.push(y),s++}var V=b===s;
u=u||V;let P=s;if(Array.isArray(n)){let y=n.length;for(let g=0;g<y;g++)if(typeof n[g]!="string"){let A={instancePath:r+"/cases/"+t+"/each/be\
cause/"+a+"/"+g,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/because/items/anyOf/1/items/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[A]:e.push(A),s++}}else{let y={instancePath:r+"/cases/"+t+"/each/because/"+a,schemaPath:"\
#/properties/cases/items/properties/each/anyOf/0/properties/because/items/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must b\
e array"};e===null?e=[y]:e.push(y),s++}var V=P===s;if(u=u||V,u)s=l,e!==null&&(l?e.length=l:e=null);else{let y={instancePath:r+"/cases/"+t+"/\
each/because/"+a,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/because/items/anyOf",keyword:"anyOf",params:{},message:"\
must match a schema in anyOf"};e===null?e=[y]:e.push(y),s++}}}else{let p={instancePath:r+"/cases/"+t+"/each/because",schemaPath:"#/propertie\
s/cases/items/properties/each/anyOf/0/properties/because/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[p]:
e.push(p),s++}}}else{let o={instancePath:r+"/cases/"+t+"/each",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/type",keyword:"t\
ype",params:{type:"object"},message:"must be object"};e===null?e=[o]:e.push(o),s++}var M=w===s;f=f||M;let O=s;if(Array.isArray(i)){if(i.length<
1){let p={instancePath:r+"/cases/"+t+"/each",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/minItems",keyword:"minItems",params:{
limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[p]:e.push(p),s++}let o=i.length;for(let p=0;p<o;p++){let a=i[p];if(a&&typeof a==
"object"&&!Array.isArray(a)){for(let n in a)if(!E.call(x.properties.cases.items.properties.each.anyOf[1].items.properties,n)){let l={instancePath:r+
"/cases/"+t+"/each/"+p,schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/additionalProperties",keyword:"additionalPropertie\
s",params:{additionalProperty:n},message:"must NOT have additional properties"};e===null?e=[l]:e.push(l),s++}if(a.principal!==void 0&&typeof a.
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
push(n),s++}if(a.context!==void 0){let n=a.context;if(n&&typeof n=="object"&&!Array.isArray(n))for(let l in n){let u=n[l],b=s,P=!1,y=s;if(typeof u!=
"string"){let k={instancePath:r+"/cases/"+t+"/each/"+p+"/context/"+l.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/i\
tems/properties/each/anyOf/1/items/properties/context/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must\
 be string"};e===null?e=[k]:e.push(k),s++}var N=y===s;P=P||N;let g=s;if(!(typeof u=="number"&&isFinite(u))){let k={instancePath:r+"/cases/"+
t+"/each/"+p+"/context/"+l.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/propert\
ies/context/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"number"},message:"must be number"};e===null?e=[k]:e.push(k),s++}
var N=g===s;P=P||N;let A=s;if(typeof u!="boolean"){let k={instancePath:r+"/cases/"+t+"/each/"+p+"/context/"+l.replace(/~/g,"~0").replace(/\//g,
"~1"),schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/context/additionalProperties/anyOf/2/type",keyword:"type",
params:{type:"boolean"},message:"must be boolean"};e===null?e=[k]:e.push(k),s++}var N=A===s;P=P||N;let Y=s;if(Array.isArray(u)){let k=u.length;
for(let T=0;T<k;T++)if(typeof u[T]!="string"){let S={instancePath:r+"/cases/"+t+"/each/"+p+"/context/"+l.replace(/~/g,"~0").replace(/\//g,"~\
1")+"/"+T,schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/context/additionalProperties/anyOf/3/items/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[S]:e.push(S),s++}}else{let k={instancePath:r+"/cases/"+t+"/each/"+p+"/con\
text/"+l.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/context/additi\
onalProperties/anyOf/3/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[k]:e.push(k),s++}var N=Y===s;if(P=P||
N,P)s=b,e!==null&&(b?e.length=b:e=null);else{let k={instancePath:r+"/cases/"+t+"/each/"+p+"/context/"+l.replace(/~/g,"~0").replace(/\//g,"~1"),
schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/context/additionalProperties/anyOf",keyword:"anyOf",params:{},
message:"must match a schema in anyOf"};e===null?e=[k]:e.push(k),s++}}else{let l={instancePath:r+"/cases/"+t+"/each/"+p+"/context",schemaPath:"\
#/properties/cases/items/properties/each/anyOf/1/items/properties/context/type",keyword:"type",params:{type:"object"},message:"must be objec\
t"};e===null?e=[l]:e.push(l),s++}}if(a.encryptionContext!==void 0){let n=a.encryptionContext;if(n&&typeof n=="object"&&!Array.isArray(n)){for(let l in n)
if(typeof n[l]!="string"){let u={instancePath:r+"/cases/"+t+"/each/"+p+"/encryptionContext/"+l.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/cases/items/properties/each/anyOf/1/items/properties/encryptionContext/additionalProperties/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[u]:e.push(u),s++}}else{let l={instancePath:r+"/cases/"+t+"/each/"+p+"/encryptionContext",schemaPath:"\
#/properties/cases/items/properties/each/anyOf/1/items/properties/encryptionContext/type",keyword:"type",params:{type:"object"},message:"mus\
t be object"};e===null?e=[l]:e.push(l),s++}}if(a.viaService!==void 0&&typeof a.viaService!="string"){let n={instancePath:r+"/cases/"+t+"/eac\
h/"+p+"/viaService",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/viaService/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[n]:e.push(n),s++}if(a.grantTokens!==void 0){let n=a.grantTokens;if(Array.isArray(n)){let l=n.
length;for(let u=0;u<l;u++)if(typeof n[u]!="string"){let b={instancePath:r+"/cases/"+t+"/each/"+p+"/grantTokens/"+u,schemaPath:"#/properties\
/cases/items/properties/each/anyOf/1/items/properties/grantTokens/items/type",keyword:"type",params:{type:"string"},message:"must be string"};
e===null?e=[b]:e.push(b),s++}}else{let l={instancePath:r+"/cases/"+t+"/each/"+p+"/grantTokens",schemaPath:"#/properties/cases/items/properti\
es/each/anyOf/1/items/properties/grantTokens/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[l]:e.push(l),s++}}
if(a.endpoint!==void 0&&typeof a.endpoint!="string"){let n={instancePath:r+"/cases/"+t+"/each/"+p+"/endpoint",schemaPath:"#/properties/cases\
/items/properties/each/anyOf/1/items/properties/endpoint/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:
e.push(n),s++}if(a.time!==void 0&&typeof a.time!="string"){let n={instancePath:r+"/cases/"+t+"/each/"+p+"/time",schemaPath:"#/properties/cas\
es/items/properties/each/anyOf/1/items/properties/time/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:
e.push(n),s++}if(a.unknown!==void 0){let n=a.unknown;if(Array.isArray(n)){let l=n.length;for(let u=0;u<l;u++)if(typeof n[u]!="string"){let b={
instancePath:r+"/cases/"+t+"/each/"+p+"/unknown/"+u,schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/unknown/it\
ems/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[b]:e.push(b),s++}}else{let l={instancePath:r+"/cases/"+
t+"/each/"+p+"/unknown",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/unknown/type",keyword:"type",params:{type:"\
array"},message:"must be array"};e===null?e=[l]:e.push(l),s++}}if(a.expect!==void 0){let n=a.expect,l=s,u=!1,b=s;if(typeof n!="string"){let y={
instancePath:r+"/cases/"+t+"/each/"+p+"/expect",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/expect/anyOf/0\
/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[y]:e.push(y),s++}if(!(n==="allow"||n==="deny"||n==="expli\
cit-deny"||n==="implicit-deny"||n==="undetermined")){let y={instancePath:r+"/cases/"+t+"/each/"+p+"/expect",schemaPath:"#/properties/cases/i\
tems/properties/each/anyOf/1/items/properties/expect/anyOf/0/enum",keyword:"enum",params:{allowedValues:x.properties.cases.items.properties.
each.anyOf[1].items.properties.expect.anyOf[0].enum},message:"must be equal to one of the allowed values"};e===null?e=[y]:e.push(y),s++}var $=b===
s;u=u||$;let P=s;if(n&&typeof n=="object"&&!Array.isArray(n)){if(n.outcome===void 0){let y={instancePath:r+"/cases/"+t+"/each/"+p+"/expect",
schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/expect/anyOf/1/required",keyword:"required",params:{missingProperty:"\
outcome"},message:"must have required property 'outcome'"};e===null?e=[y]:e.push(y),s++}for(let y in n)if(!(y==="outcome"||y==="via")){let g={
instancePath:r+"/cases/"+t+"/each/"+p+"/expect",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/expect/anyOf/1\
/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:y},message:"must NOT have additional properties"};e===null?
e=[g]:e.push(g),s++}if(n.outcome!==void 0){let y=n.outcome;if(typeof y!="string"){let g={instancePath:r+"/cases/"+t+"/each/"+p+"/expect/outc\
ome",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/expect/anyOf/1/properties/outcome/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[g]:e.push(g),s++}if(!(y==="allow"||y==="deny"||y==="explicit-deny"||y==="implicit-deny"||
y==="undetermined")){let g={instancePath:r+"/cases/"+t+"/each/"+p+"/expect/outcome",schemaPath:"#/properties/cases/items/properties/each/any\
Of/1/items/properties/expect/anyOf/1/properties/outcome/enum",keyword:"enum",params:{allowedValues:x.properties.cases.items.properties.each.
anyOf[1].items.properties.expect.anyOf[1].properties.outcome.enum},message:"must be equal to one of the allowed values"};e===null?e=[g]:e.push(
g),s++}}if(n.via!==void 0&&typeof n.via!="string"){let y={instancePath:r+"/cases/"+t+"/each/"+p+"/expect/via",schemaPath:"#/properties/cases\
/items/properties/each/anyOf/1/items/properties/expect/anyOf/1/properties/via/type",keyword:"type",params:{type:"string"},message:"must be s\
tring"};e===null?e=[y]:e.push(y),s++}}else{let y={instancePath:r+"/cases/"+t+"/each/"+p+"/expect",schemaPath:"#/properties/cases/items/prope\
rties/each/anyOf/1/items/properties/expect/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[y]:e.push(
y),s++}var $=P===s;if(u=u||$,u)s=l,e!==null&&(l?e.length=l:e=null);else{let y={instancePath:r+"/cases/"+t+"/each/"+p+"/expect",schemaPath:"#\
/properties/cases/items/properties/each/anyOf/1/items/properties/expect/anyOf",keyword:"anyOf",params:{},message:"must match a schema in any\
Of"};e===null?e=[y]:e.push(y),s++}}if(a.because!==void 0){let n=a.because,l=s,u=!1,b=s;if(typeof n!="string"){let y={instancePath:r+"/cases/"+
t+"/each/"+p+"/because",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/because/anyOf/0/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[y]:e.push(y),s++}var G=b===s;u=u||G;let P=s;if(Array.isArray(n)){let y=n.length;for(let g=0;g<
y;g++)if(typeof n[g]!="string"){let A={instancePath:r+"/cases/"+t+"/each/"+p+"/because/"+g,schemaPath:"#/properties/cases/items/properties/e\
ach/anyOf/1/items/properties/because/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[A]:e.push(
A),s++}}else{let y={instancePath:r+"/cases/"+t+"/each/"+p+"/because",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/prop\
erties/because/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[y]:e.push(y),s++}var G=P===s;if(u=u||
G,u)s=l,e!==null&&(l?e.length=l:e=null);else{let y={instancePath:r+"/cases/"+t+"/each/"+p+"/because",schemaPath:"#/properties/cases/items/pr\
operties/each/anyOf/1/items/properties/because/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[y]:e.push(
y),s++}}}else{let n={instancePath:r+"/cases/"+t+"/each/"+p,schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/type",keyword:"\
type",params:{type:"object"},message:"must be object"};e===null?e=[n]:e.push(n),s++}}}else{let o={instancePath:r+"/cases/"+t+"/each",schemaPath:"\
#/properties/cases/items/properties/each/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[o]:e.push(o),
s++}var M=O===s;if(f=f||M,f)s=c,e!==null&&(c?e.length=c:e=null);else{let o={instancePath:r+"/cases/"+t+"/each",schemaPath:"#/properties/case\
s/items/properties/each/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[o]:e.push(o),s++}}if(m.flow!==void 0){
let i=m.flow;if(i&&typeof i=="object"&&!Array.isArray(i))for(let c in i){let f=i[c],w=s,O=!1,o=s;if(f&&typeof f=="object"&&!Array.isArray(f))
for(let a in f){let n=f[a],l=s,u=!1,b=s;if(typeof n!="string"){let g={instancePath:r+"/cases/"+t+"/flow/"+c.replace(/~/g,"~0").replace(/\//g,
"~1")+"/"+a.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/flow/additionalProperties/anyOf/0/additio\
nalProperties/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[g]:e.push(g),s++}var q=b===s;u=u||q;
let P=s;if(typeof n!="boolean"){let g={instancePath:r+"/cases/"+t+"/flow/"+c.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+a.replace(/~/g,"~0").
replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/flow/additionalProperties/anyOf/0/additionalProperties/anyOf/1/type",keyword:"\
type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[g]:e.push(g),s++}var q=P===s;u=u||q;let y=s;if(n&&typeof n=="object"&&!Array.
isArray(n)){for(let g in n)if(typeof n[g]!="string"){let A={instancePath:r+"/cases/"+t+"/flow/"+c.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+
a.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+g.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/flow/a\
dditionalProperties/anyOf/0/additionalProperties/anyOf/2/additionalProperties/type",keyword:"type",params:{type:"string"},message:"must be s\
tring"};e===null?e=[A]:e.push(A),s++}}else{let g={instancePath:r+"/cases/"+t+"/flow/"+c.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+a.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/flow/additionalProperties/anyOf/0/additionalProperties/anyOf/\
2/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[g]:e.push(g),s++}var q=y===s;if(u=u||q,u)s=l,e!==null&&(l?
e.length=l:e=null);else{let g={instancePath:r+"/cases/"+t+"/flow/"+c.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+a.replace(/~/g,"~0").replace(
/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/flow/additionalProperties/anyOf/0/additionalProperties/anyOf",keyword:"anyOf",params:{},
message:"must match a schema in anyOf"};e===null?e=[g]:e.push(g),s++}}else{let a={instancePath:r+"/cases/"+t+"/flow/"+c.replace(/~/g,"~0").replace(
/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/flow/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"object"},message:"\
must be object"};e===null?e=[a]:e.push(a),s++}var F=o===s;O=O||F;let p=s;if(f!==null){let a={instancePath:r+"/cases/"+t+"/flow/"+c.replace(/~/g,
"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/flow/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"\
null"},message:"must be null"};e===null?e=[a]:e.push(a),s++}var F=p===s;if(O=O||F,O)s=w,e!==null&&(w?e.length=w:e=null);else{let a={instancePath:r+
"/cases/"+t+"/flow/"+c.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/flow/additionalProperties/anyO\
f",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[a]:e.push(a),s++}}else{let c={instancePath:r+"/cases/"+t+"/\
flow",schemaPath:"#/properties/cases/items/properties/flow/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=
[c]:e.push(c),s++}}if(m.roundTrip!==void 0){let i=m.roundTrip;if(i&&typeof i=="object"&&!Array.isArray(i)){if(i.writer===void 0){let c={instancePath:r+
"/cases/"+t+"/roundTrip",schemaPath:"#/properties/cases/items/properties/roundTrip/required",keyword:"required",params:{missingProperty:"wri\
ter"},message:"must have required property 'writer'"};e===null?e=[c]:e.push(c),s++}if(i.reader===void 0){let c={instancePath:r+"/cases/"+t+"\
/roundTrip",schemaPath:"#/properties/cases/items/properties/roundTrip/required",keyword:"required",params:{missingProperty:"reader"},message:"\
must have required property 'reader'"};e===null?e=[c]:e.push(c),s++}for(let c in i)if(!(c==="writer"||c==="reader"||c==="with"||c==="key"||c===
"encryptionContext"||c==="readerContext")){let f={instancePath:r+"/cases/"+t+"/roundTrip",schemaPath:"#/properties/cases/items/properties/ro\
undTrip/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:c},message:"must NOT have additional properties"};e===
null?e=[f]:e.push(f),s++}if(i.writer!==void 0&&typeof i.writer!="string"){let c={instancePath:r+"/cases/"+t+"/roundTrip/writer",schemaPath:"\
#/properties/cases/items/properties/roundTrip/properties/writer/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[c]:e.push(c),s++}if(i.reader!==void 0&&typeof i.reader!="string"){let c={instancePath:r+"/cases/"+t+"/roundTrip/reader",schemaPath:"#/pro\
perties/cases/items/properties/roundTrip/properties/reader/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=
[c]:e.push(c),s++}if(i.with!==void 0){let c=i.with;if(typeof c!="string"){let f={instancePath:r+"/cases/"+t+"/roundTrip/with",schemaPath:"#/\
properties/cases/items/properties/roundTrip/properties/with/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=
[f]:e.push(f),s++}if(!(c==="Encrypt"||c==="GenerateDataKey"||c==="GenerateDataKeyWithoutPlaintext")){let f={instancePath:r+"/cases/"+t+"/rou\
ndTrip/with",schemaPath:"#/properties/cases/items/properties/roundTrip/properties/with/enum",keyword:"enum",params:{allowedValues:x.properties.
cases.items.properties.roundTrip.properties.with.enum},message:"must be equal to one of the allowed values"};e===null?e=[f]:e.push(f),s++}}if(i.
key!==void 0&&typeof i.key!="string"){let c={instancePath:r+"/cases/"+t+"/roundTrip/key",schemaPath:"#/properties/cases/items/properties/rou\
ndTrip/properties/key/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[c]:e.push(c),s++}if(i.encryptionContext!==
void 0){let c=i.encryptionContext;if(c&&typeof c=="object"&&!Array.isArray(c)){for(let f in c)if(typeof c[f]!="string"){let w={instancePath:r+
"/cases/"+t+"/roundTrip/encryptionContext/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/roundTr\
ip/properties/encryptionContext/additionalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[w]:e.
push(w),s++}}else{let f={instancePath:r+"/cases/"+t+"/roundTrip/encryptionContext",schemaPath:"#/properties/cases/items/properties/roundTrip\
/properties/encryptionContext/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[f]:e.push(f),s++}}if(i.readerContext!==
void 0){let c=i.readerContext;if(c&&typeof c=="object"&&!Array.isArray(c)){for(let f in c)if(typeof c[f]!="string"){let w={instancePath:r+"/\
cases/"+t+"/roundTrip/readerContext/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/roundTrip/pro\
perties/readerContext/additionalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[w]:e.push(w),s++}}else{
let f={instancePath:r+"/cases/"+t+"/roundTrip/readerContext",schemaPath:"#/properties/cases/items/properties/roundTrip/properties/readerCont\
ext/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[f]:e.push(f),s++}}}else{let c={instancePath:r+"/cases/"+
t+"/roundTrip",schemaPath:"#/properties/cases/items/properties/roundTrip/type",keyword:"type",params:{type:"object"},message:"must be object"};
e===null?e=[c]:e.push(c),s++}}if(m.expect!==void 0){let i=m.expect,c=s,f=!1,w=s;if(typeof i!="string"){let o={instancePath:r+"/cases/"+t+"/e\
xpect",schemaPath:"#/properties/cases/items/properties/expect/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};
e===null?e=[o]:e.push(o),s++}if(!(i==="allow"||i==="deny"||i==="explicit-deny"||i==="implicit-deny"||i==="undetermined")){let o={instancePath:r+
"/cases/"+t+"/expect",schemaPath:"#/properties/cases/items/properties/expect/anyOf/0/enum",keyword:"enum",params:{allowedValues:x.properties.
cases.items.properties.expect.anyOf[0].enum},message:"must be equal to one of the allowed values"};e===null?e=[o]:e.push(o),s++}var L=w===s;
f=f||L;let O=s;if(i&&typeof i=="object"&&!Array.isArray(i)){if(i.outcome===void 0){let o={instancePath:r+"/cases/"+t+"/expect",schemaPath:"#\
/properties/cases/items/properties/expect/anyOf/1/required",keyword:"required",params:{missingProperty:"outcome"},message:"must have require\
d property 'outcome'"};e===null?e=[o]:e.push(o),s++}for(let o in i)if(!(o==="outcome"||o==="via")){let p={instancePath:r+"/cases/"+t+"/expec\
t",schemaPath:"#/properties/cases/items/properties/expect/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:o},
message:"must NOT have additional properties"};e===null?e=[p]:e.push(p),s++}if(i.outcome!==void 0){let o=i.outcome;if(typeof o!="string"){let p={
instancePath:r+"/cases/"+t+"/expect/outcome",schemaPath:"#/properties/cases/items/properties/expect/anyOf/1/properties/outcome/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),s++}if(!(o==="allow"||o==="deny"||o==="explicit-deny"||o==="\
implicit-deny"||o==="undetermined")){let p={instancePath:r+"/cases/"+t+"/expect/outcome",schemaPath:"#/properties/cases/items/properties/exp\
ect/anyOf/1/properties/outcome/enum",keyword:"enum",params:{allowedValues:x.properties.cases.items.properties.expect.anyOf[1].properties.outcome.
enum},message:"must be equal to one of the allowed values"};e===null?e=[p]:e.push(p),s++}}if(i.via!==void 0&&typeof i.via!="string"){let o={
instancePath:r+"/cases/"+t+"/expect/via",schemaPath:"#/properties/cases/items/properties/expect/anyOf/1/properties/via/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),s++}}else{let o={instancePath:r+"/cases/"+t+"/expect",schemaPath:"\
#/properties/cases/items/properties/expect/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[o]:e.push(
o),s++}var L=O===s;if(f=f||L,f)s=c,e!==null&&(c?e.length=c:e=null);else{let o={instancePath:r+"/cases/"+t+"/expect",schemaPath:"#/properties\
/cases/items/properties/expect/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[o]:e.push(o),s++}}if(m.because!==
void 0){let i=m.because,c=s,f=!1,w=s;if(typeof i!="string"){let o={instancePath:r+"/cases/"+t+"/because",schemaPath:"#/properties/cases/item\
s/properties/because/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),s++}var X=w===s;
f=f||X;let O=s;if(Array.isArray(i)){let o=i.length;for(let p=0;p<o;p++)if(typeof i[p]!="string"){let a={instancePath:r+"/cases/"+t+"/because\
/"+p,schemaPath:"#/properties/cases/items/properties/because/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be stri\
ng"};e===null?e=[a]:e.push(a),s++}}else{let o={instancePath:r+"/cases/"+t+"/because",schemaPath:"#/properties/cases/items/properties/because\
/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[o]:e.push(o),s++}var X=O===s;if(f=f||X,f)s=c,e!==null&&
(c?e.length=c:e=null);else{let o={instancePath:r+"/cases/"+t+"/because",schemaPath:"#/properties/cases/items/properties/because/anyOf",keyword:"\
anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[o]:e.push(o),s++}}if(m.skip!==void 0){let i=m.skip;if(typeof i!="boolea\
n"&&typeof i!="string"){let c={instancePath:r+"/cases/"+t+"/skip",schemaPath:"#/properties/cases/items/properties/skip/type",keyword:"type",
params:{type:x.properties.cases.items.properties.skip.type},message:"must be boolean,string"};e===null?e=[c]:e.push(c),s++}}if(m.only!==void 0&&
typeof m.only!="boolean"){let i={instancePath:r+"/cases/"+t+"/only",schemaPath:"#/properties/cases/items/properties/only/type",keyword:"type",
params:{type:"boolean"},message:"must be boolean"};e===null?e=[i]:e.push(i),s++}}else{let i={instancePath:r+"/cases/"+t,schemaPath:"#/proper\
ties/cases/items/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[i]:e.push(i),s++}}}else{let h={instancePath:r+
"/cases",schemaPath:"#/properties/cases/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[h]:e.push(h),s++}}if(v.
invariants!==void 0){let d=v.invariants;if(Array.isArray(d)){let h=d.length;for(let t=0;t<h;t++){let m=d[t];if(m&&typeof m=="object"&&!Array.
isArray(m)){if(m.name===void 0){let i={instancePath:r+"/invariants/"+t,schemaPath:"#/properties/invariants/items/required",keyword:"required",
params:{missingProperty:"name"},message:"must have required property 'name'"};e===null?e=[i]:e.push(i),s++}for(let i in m)if(!(i==="name"||i===
"never"||i==="always"||i==="skip")){let c={instancePath:r+"/invariants/"+t,schemaPath:"#/properties/invariants/items/additionalProperties",keyword:"\
additionalProperties",params:{additionalProperty:i},message:"must NOT have additional properties"};e===null?e=[c]:e.push(c),s++}if(m.name!==
void 0&&typeof m.name!="string"){let i={instancePath:r+"/invariants/"+t+"/name",schemaPath:"#/properties/invariants/items/properties/name/ty\
pe",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),s++}if(m.never!==void 0){let i=m.never;if(!(i&&
typeof i=="object"&&!Array.isArray(i))){let c={instancePath:r+"/invariants/"+t+"/never",schemaPath:"#/properties/invariants/items/properties\
/never/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[c]:e.push(c),s++}}if(m.always!==void 0){let i=m.always;
if(!(i&&typeof i=="object"&&!Array.isArray(i))){let c={instancePath:r+"/invariants/"+t+"/always",schemaPath:"#/properties/invariants/items/p\
roperties/always/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[c]:e.push(c),s++}}if(m.skip!==void 0){let i=m.
skip;if(typeof i!="boolean"&&typeof i!="string"){let c={instancePath:r+"/invariants/"+t+"/skip",schemaPath:"#/properties/invariants/items/pr\
operties/skip/type",keyword:"type",params:{type:x.properties.invariants.items.properties.skip.type},message:"must be boolean,string"};e===null?
e=[c]:e.push(c),s++}}}else{let i={instancePath:r+"/invariants/"+t,schemaPath:"#/properties/invariants/items/type",keyword:"type",params:{type:"\
object"},message:"must be object"};e===null?e=[i]:e.push(i),s++}}}else{let h={instancePath:r+"/invariants",schemaPath:"#/properties/invarian\
ts/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[h]:e.push(h),s++}}}else{let d={instancePath:r,schemaPath:"\
#/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[d]:e.push(d),s++}return R.errors=e,s===0}R.evaluated={props:!0,
dynamicProps:!1,dynamicItems:!1};var Z={"#/additionalProperties":["$schema","version","account","region","world","defaults","cases","invaria\
nts"],"#/properties/defaults/additionalProperties":["principal","action","key","resource","account","context","encryptionContext","viaServic\
e","grantTokens","endpoint","time","unknown","expect"],"#/properties/cases/items/additionalProperties":["name","principal","action","key","r\
esource","account","context","encryptionContext","viaService","grantTokens","endpoint","time","unknown","each","flow","roundTrip","expect","\
because","skip","only"],"#/properties/cases/items/properties/each/anyOf/0/additionalProperties":["principal","action","key","resource","acco\
unt","context","encryptionContext","viaService","grantTokens","endpoint","time","unknown","expect","because"],"#/properties/cases/items/prop\
erties/each/anyOf/0/properties/expect/items/anyOf/1/additionalProperties":["outcome","via"],"#/properties/cases/items/properties/each/anyOf/\
1/items/additionalProperties":["principal","action","key","resource","account","context","encryptionContext","viaService","grantTokens","end\
point","time","unknown","expect","because"],"#/properties/cases/items/properties/each/anyOf/1/items/properties/expect/anyOf/1/additionalProp\
erties":["outcome","via"],"#/properties/cases/items/properties/roundTrip/additionalProperties":["writer","reader","with","key","encryptionCo\
ntext","readerContext"],"#/properties/cases/items/properties/expect/anyOf/1/additionalProperties":["outcome","via"],"#/properties/invariants\
/items/additionalProperties":["name","never","always","skip"]},ee=v=>K(v)?[]:z(K.errors,Z);export{ee as validateTest};
