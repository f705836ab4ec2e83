// Compiled from the JSON Schemas of schemas/ by .build/schemas.ts: run `npm run schemas`, never edit.
import{readFaults as ge}from"../world/faults.ts";var de=z,x={$schema:"https://json-schema.org/draft/2020-12/schema",$id:"urn:kmsward:schemas\
:test",title:"kmsward test file",description:"Tests of policies, `*.ward.yaml`: a world, cases with what is to come of them, and invariants.",
type:"object",properties:{$schema:{type:"string"},version:{type:"number",const:1},account:{type:"string",description:"The account of what na\
mes none: 12 digits, in quotes."},region:{type:"string",description:"The Region of what names none."},world:{anyOf:[{type:"string"},{minItems:1,
type:"array",items:{type:"string"}},{type:"object"}]},defaults:{type:"object",properties:{principal:{type:"string",description:"Who asks: a \
short name of the world, an ARN, a service principal, or anonymous."},action:{type:"string",description:"What is asked for: kms:Decrypt."},key:{
type:"string",description:"Of which key: a short name of the world, an alias, an id or an ARN."},resource:{type:"string",description:"Instea\
d of `key`: the ARN of anything, or *."},on:{type:"string",description:"With `flow`: the resource of the world whose data it is, and what of\
 it: orders-bucket/2026/x."},account:{type:"string",description:"The account of what has none in its ARN: 12 digits."},context:{type:"object",
additionalProperties:{anyOf:[{type:"string"},{type:"number"},{type:"boolean"},{type:"array",items:{type:"string"}}]},description:"Condition \
keys as given; they win over those that follow from the rest."},encryptionContext:{type:"object",additionalProperties:{type:"string"},description:"\
The encryption context of the call."},viaService:{type:"string",description:"The service that calls on the principal's behalf: s3, or s3.us-\
east-1.amazonaws.com."},grantTokens:{type:"array",items:{type:"string"},description:"Grant tokens that the call brings."},endpoint:{type:"st\
ring",description:"The VPC endpoint that the call comes through: a short name of the world, or vpce-\u2026"},time:{type:"string",description:"\
When, in ISO 8601: 2026-11-22T03:00:00Z. Absent: condition keys of the time are unknown, for AWS always sends them."},unknown:{type:"array",
items:{type:"string"},description:"Condition keys whose value is not known, families of them, or * for all that is not told: policies that l\
ook at them may leave the answer undetermined."},expect:{type:"string",enum:["allow","deny","explicit-deny","implicit-deny","undetermined"]}},
additionalProperties:!1,description:"What all cases have that do not say otherwise. A member of a case stands in place of the one here."},cases:{
type:"array",items:{type:"object",properties:{name:{type:"string",description:"One in the file. Of a case with `each`, $action or ${action} \
stand for values of the row."},principal:{type:"string",description:"Who asks: a short name of the world, an ARN, a service principal, or an\
onymous."},action:{type:"string",description:"What is asked for: kms:Decrypt."},key:{type:"string",description:"Of which key: a short name o\
f the world, an alias, an id or an ARN."},resource:{type:"string",description:"Instead of `key`: the ARN of anything, or *."},on:{type:"stri\
ng",description:"With `flow`: the resource of the world whose data it is, and what of it: orders-bucket/2026/x."},account:{type:"string",description:"\
The account of what has none in its ARN: 12 digits."},context:{type:"object",additionalProperties:{anyOf:[{type:"string"},{type:"number"},{type:"\
boolean"},{type:"array",items:{type:"string"}}]},description:"Condition keys as given; they win over those that follow from the rest."},encryptionContext:{
type:"object",additionalProperties:{type:"string"},description:"The encryption context of the call."},viaService:{type:"string",description:"\
The service that calls on the principal's behalf: s3, or s3.us-east-1.amazonaws.com."},grantTokens:{type:"array",items:{type:"string"},description:"\
Grant tokens that the call brings."},endpoint:{type:"string",description:"The VPC endpoint that the call comes through: a short name of the \
world, or vpce-\u2026"},time:{type:"string",description:"When, in ISO 8601: 2026-11-22T03:00:00Z. Absent: condition keys of the time are unk\
nown, for AWS always sends them."},unknown:{type:"array",items:{type:"string"},description:"Condition keys whose value is not known, familie\
s of them, or * for all that is not told: policies that look at them may leave the answer undetermined."},each:{anyOf:[{type:"object",properties:{
principal:{minItems:1,type:"array",items:{type:"string",description:"Who asks: a short name of the world, an ARN, a service principal, or an\
onymous."}},action:{minItems:1,type:"array",items:{type:"string",description:"What is asked for: kms:Decrypt."}},key:{minItems:1,type:"array",
items:{type:"string",description:"Of which key: a short name of the world, an alias, an id or an ARN."}},resource:{minItems:1,type:"array",items:{
type:"string",description:"Instead of `key`: the ARN of anything, or *."}},on:{minItems:1,type:"array",items:{type:"string",description:"Wit\
h `flow`: the resource of the world whose data it is, and what of it: orders-bucket/2026/x."}},account:{minItems:1,type:"array",items:{type:"\
string",description:"The account of what has none in its ARN: 12 digits."}},context:{minItems:1,type:"array",items:{type:"object",additionalProperties:{
anyOf:[{type:"string"},{type:"number"},{type:"boolean"},{type:"array",items:{type:"string"}}]},description:"Condition keys as given; they wi\
n over those that follow from the rest."}},encryptionContext:{minItems:1,type:"array",items:{type:"object",additionalProperties:{type:"strin\
g"},description:"The encryption context of the call."}},viaService:{minItems:1,type:"array",items:{type:"string",description:"The service th\
at calls on the principal's behalf: s3, or s3.us-east-1.amazonaws.com."}},grantTokens:{minItems:1,type:"array",items:{type:"array",items:{type:"\
string"},description:"Grant tokens that the call brings."}},endpoint:{minItems:1,type:"array",items:{type:"string",description:"The VPC endp\
oint that the call comes through: a short name of the world, or vpce-\u2026"}},time:{minItems:1,type:"array",items:{type:"string",description:"\
When, in ISO 8601: 2026-11-22T03:00:00Z. Absent: condition keys of the time are unknown, for AWS always sends them."}},unknown:{minItems:1,type:"\
array",items:{type:"array",items:{type:"string"},description:"Condition keys whose value is not known, families of them, or * for all that i\
s not told: policies that look at them may leave the answer undetermined."}},expect:{minItems:1,type:"array",items:{anyOf:[{type:"string",enum:[
"allow","deny","explicit-deny","implicit-deny","undetermined"]},{type:"object",properties:{outcome:{type:"string",enum:["allow","deny","expl\
icit-deny","implicit-deny","undetermined"]},via:{type:"string",description:"All that decided is this: a Sid, POLICY#INDEX, `grant NAME`, or \
the name of a policy."}},required:["outcome"],additionalProperties:!1}],description:"What is to come of it. `deny` is either kind of deny, a\
nd never undetermined."}},because:{minItems:1,type:"array",items:{anyOf:[{type:"string"},{type:"array",items:{type:"string"}}],description:"\
Each of these is among what decided: a Sid, POLICY#INDEX, or `grant NAME`."}}},additionalProperties:!1},{minItems:1,type:"array",items:{type:"\
object",properties:{principal:{type:"string",description:"Who asks: a short name of the world, an ARN, a service principal, or anonymous."},
action:{type:"string",description:"What is asked for: kms:Decrypt."},key:{type:"string",description:"Of which key: a short name of the world\
, an alias, an id or an ARN."},resource:{type:"string",description:"Instead of `key`: the ARN of anything, or *."},on:{type:"string",description:"\
With `flow`: the resource of the world whose data it is, and what of it: orders-bucket/2026/x."},account:{type:"string",description:"The acc\
ount of what has none in its ARN: 12 digits."},context:{type:"object",additionalProperties:{anyOf:[{type:"string"},{type:"number"},{type:"bo\
olean"},{type:"array",items:{type:"string"}}]},description:"Condition keys as given; they win over those that follow from the rest."},encryptionContext:{
type:"object",additionalProperties:{type:"string"},description:"The encryption context of the call."},viaService:{type:"string",description:"\
The service that calls on the principal's behalf: s3, or s3.us-east-1.amazonaws.com."},grantTokens:{type:"array",items:{type:"string"},description:"\
Grant tokens that the call brings."},endpoint:{type:"string",description:"The VPC endpoint that the call comes through: a short name of the \
world, or vpce-\u2026"},time:{type:"string",description:"When, in ISO 8601: 2026-11-22T03:00:00Z. Absent: condition keys of the time are unk\
nown, for AWS always sends them."},unknown:{type:"array",items:{type:"string"},description:"Condition keys whose value is not known, familie\
s of them, or * for all that is not told: policies that look at them may leave the answer undetermined."},expect:{anyOf:[{type:"string",enum:[
"allow","deny","explicit-deny","implicit-deny","undetermined"]},{type:"object",properties:{outcome:{type:"string",enum:["allow","deny","expl\
icit-deny","implicit-deny","undetermined"]},via:{type:"string",description:"All that decided is this: a Sid, POLICY#INDEX, `grant NAME`, or \
the name of a policy."}},required:["outcome"],additionalProperties:!1}],description:"What is to come of it. `deny` is either kind of deny, a\
nd never undetermined."},because:{anyOf:[{type:"string"},{type:"array",items:{type:"string"}}],description:"Each of these is among what deci\
ded: a Sid, POLICY#INDEX, or `grant NAME`."}},additionalProperties:!1}}],description:"A case for every combination of these lists, or for ev\
ery one of these rows."},flow:{type:"object",additionalProperties:{anyOf:[{type:"object",additionalProperties:{anyOf:[{type:"string"},{type:"\
boolean"},{type:"object",additionalProperties:{type:"string"}}]}},{type:"null"}]},description:"What a service asks of KMS: its flow with its\
 parameters, { s3.PutObject: { bucket: b, key: k } }. With `on`: what it asks of the policies of the resource and of its key together, { s3.\
GetObject: {} }."},roundTrip:{type:"object",properties:{writer:{type:"string",description:"Who encrypts."},reader:{type:"string",description:"\
Who decrypts."},with:{type:"string",enum:["Encrypt","GenerateDataKey","GenerateDataKeyWithoutPlaintext"],description:"By which operation the\
 writer makes the ciphertext; absent: Encrypt. Envelope encryption has only data keys."},key:{type:"string",description:"Under which key; ab\
sent: the case's, or that of `defaults`."},encryptionContext:{type:"object",additionalProperties:{type:"string"},description:"Of both; absen\
t: the case's, or that of `defaults`."},readerContext:{type:"object",additionalProperties:{type:"string"},description:"What the reader gives\
, where that is another."}},required:["writer","reader"],additionalProperties:!1,description:"Really encrypts and decrypts. A denial is the \
reader's: a writer that is refused fails the case."},expect:{anyOf:[{type:"string",enum:["allow","deny","explicit-deny","implicit-deny","und\
etermined"]},{type:"object",properties:{outcome:{type:"string",enum:["allow","deny","explicit-deny","implicit-deny","undetermined"]},via:{type:"\
string",description:"All that decided is this: a Sid, POLICY#INDEX, `grant NAME`, or the name of a policy."}},required:["outcome"],additionalProperties:!1}],
description:"What is to come of it. `deny` is either kind of deny, and never undetermined."},because:{anyOf:[{type:"string"},{type:"array",items:{
type:"string"}}],description:"Each of these is among what decided: a Sid, POLICY#INDEX, or `grant NAME`."},skip:{description:"true, or why t\
his is not tried.",type:["boolean","string"]},only:{type:"boolean",description:"All cases that do not say so are skipped."}},required:["name"],
additionalProperties:!1}},invariants:{type:"array",items:{type:"object",properties:{name:{type:"string"},never:{type:"object",properties:{principal:{
anyOf:[{type:"string"},{minItems:1,type:"array",items:{type:"string"}}],description:"Who asks: short names of the world, ARNs, accounts, ser\
vice principals, or patterns of ARNs as aws:PrincipalArn has them."},action:{anyOf:[{type:"string"},{minItems:1,type:"array",items:{type:"st\
ring"}}],description:"What is asked for: kms:Decrypt, or a pattern: kms:Generate*. Absent: everything that is checked on a key."},key:{anyOf:[
{type:"string"},{minItems:1,type:"array",items:{type:"string"}}],description:"Of which keys: short names of the world, aliases, ids, ARNs, o\
r patterns. Absent: of every key of the world."},resource:{anyOf:[{type:"string"},{minItems:1,type:"array",items:{type:"string"}}],description:"\
Instead of `key`: ARNs of keys, or patterns."},encryptionContext:{type:"object",additionalProperties:{anyOf:[{type:"string"},{minItems:1,type:"\
array",items:{type:"string"}}]},description:"Pairs that the encryption context has, among others perhaps; values may be patterns."},viaService:{
anyOf:[{type:"string"},{minItems:1,type:"array",items:{type:"string"}}],description:"The service that calls on the principal's behalf: s3, o\
r s3.us-east-1.amazonaws.com."},context:{type:"object",additionalProperties:{anyOf:[{type:"string"},{type:"number"},{type:"boolean"},{type:"\
array",items:{type:"string"}}]},description:"Condition keys with the values that are meant; of a list, any; with * and ?, what matches."},unless:{
type:"object",additionalProperties:{anyOf:[{type:"string"},{type:"number"},{type:"boolean"},{type:"array",items:{type:"string"}}]},description:"\
Condition keys: requests that have all these values are not meant."}},additionalProperties:!1,description:"No such request is ever allowed."},
always:{type:"object",properties:{principal:{anyOf:[{type:"string"},{minItems:1,type:"array",items:{type:"string"}}],description:"Who asks: \
short names of the world, ARNs, accounts, service principals, or patterns of ARNs as aws:PrincipalArn has them."},action:{anyOf:[{type:"stri\
ng"},{minItems:1,type:"array",items:{type:"string"}}],description:"What is asked for: kms:Decrypt, or a pattern: kms:Generate*. Absent: ever\
ything that is checked on a key."},key:{anyOf:[{type:"string"},{minItems:1,type:"array",items:{type:"string"}}],description:"Of which keys: \
short names of the world, aliases, ids, ARNs, or patterns. Absent: of every key of the world."},resource:{anyOf:[{type:"string"},{minItems:1,
type:"array",items:{type:"string"}}],description:"Instead of `key`: ARNs of keys, or patterns."},encryptionContext:{type:"object",additionalProperties:{
anyOf:[{type:"string"},{minItems:1,type:"array",items:{type:"string"}}]},description:"Pairs that the encryption context has, among others pe\
rhaps; values may be patterns."},viaService:{anyOf:[{type:"string"},{minItems:1,type:"array",items:{type:"string"}}],description:"The servic\
e that calls on the principal's behalf: s3, or s3.us-east-1.amazonaws.com."},context:{type:"object",additionalProperties:{anyOf:[{type:"stri\
ng"},{type:"number"},{type:"boolean"},{type:"array",items:{type:"string"}}]},description:"Condition keys with the values that are meant; of \
a list, any; with * and ?, what matches."},unless:{type:"object",additionalProperties:{anyOf:[{type:"string"},{type:"number"},{type:"boolean"},
{type:"array",items:{type:"string"}}]},description:"Condition keys: requests that have all these values are not meant."}},additionalProperties:!1,
description:"Every such request is allowed."},only:{type:"object",properties:{principal:{anyOf:[{type:"string"},{minItems:1,type:"array",items:{
type:"string"}}],description:"Who asks: short names of the world, ARNs, accounts, service principals, or patterns of ARNs as aws:PrincipalAr\
n has them."},action:{anyOf:[{type:"string"},{minItems:1,type:"array",items:{type:"string"}}],description:"What is asked for: kms:Decrypt, o\
r a pattern: kms:Generate*. Absent: everything that is checked on a key."},key:{anyOf:[{type:"string"},{minItems:1,type:"array",items:{type:"\
string"}}],description:"Of which keys: short names of the world, aliases, ids, ARNs, or patterns. Absent: of every key of the world."},resource:{
anyOf:[{type:"string"},{minItems:1,type:"array",items:{type:"string"}}],description:"Instead of `key`: ARNs of keys, or patterns."},encryptionContext:{
type:"object",additionalProperties:{anyOf:[{type:"string"},{minItems:1,type:"array",items:{type:"string"}}]},description:"Pairs that the enc\
ryption context has, among others perhaps; values may be patterns."},viaService:{anyOf:[{type:"string"},{minItems:1,type:"array",items:{type:"\
string"}}],description:"The service that calls on the principal's behalf: s3, or s3.us-east-1.amazonaws.com."},context:{type:"object",additionalProperties:{
anyOf:[{type:"string"},{type:"number"},{type:"boolean"},{type:"array",items:{type:"string"}}]},description:"Condition keys with the values t\
hat are meant; of a list, any; with * and ?, what matches."},unless:{type:"object",additionalProperties:{anyOf:[{type:"string"},{type:"numbe\
r"},{type:"boolean"},{type:"array",items:{type:"string"}}]},description:"Condition keys: requests that have all these values are not meant."}},
additionalProperties:!1,description:"Of such requests, none but those of these principals is ever allowed."},skip:{description:"true, or why\
 this is not tried.",type:["boolean","string"]}},required:["name"],additionalProperties:!1},description:"What holds of all requests."}},required:[
"version"],additionalProperties:!1},$=Object.prototype.hasOwnProperty;function z(O,{instancePath:r="",parentData:we,parentDataProperty:ke,rootData:be=O,
dynamicAnchors:Pe={}}={}){let e=null,s=0,G=z.evaluated;if(G.dynamicProps&&(G.props=void 0),G.dynamicItems&&(G.items=void 0),O&&typeof O=="ob\
ject"&&!Array.isArray(O)){if(O.version===void 0){let v={instancePath:r,schemaPath:"#/required",keyword:"required",params:{missingProperty:"v\
ersion"},message:"must have required property 'version'"};e===null?e=[v]:e.push(v),s++}for(let v in O)if(!(v==="$schema"||v==="version"||v===
"account"||v==="region"||v==="world"||v==="defaults"||v==="cases"||v==="invariants")){let g={instancePath:r,schemaPath:"#/additionalProperti\
es",keyword:"additionalProperties",params:{additionalProperty:v},message:"must NOT have additional properties"};e===null?e=[g]:e.push(g),s++}
if(O.$schema!==void 0&&typeof O.$schema!="string"){let v={instancePath:r+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[v]:e.push(v),s++}if(O.version!==void 0){let v=O.version;if(!(typeof v=="number"&&
isFinite(v))){let g={instancePath:r+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type:"number"},message:"must be\
 number"};e===null?e=[g]:e.push(g),s++}if(v!==1){let g={instancePath:r+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{
allowedValue:1},message:"must be equal to constant"};e===null?e=[g]:e.push(g),s++}}if(O.account!==void 0&&typeof O.account!="string"){let v={
instancePath:r+"/account",schemaPath:"#/properties/account/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=
[v]:e.push(v),s++}if(O.region!==void 0&&typeof O.region!="string"){let v={instancePath:r+"/region",schemaPath:"#/properties/region/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[v]:e.push(v),s++}if(O.world!==void 0){let v=O.world,g=s,t=!1,u=s;if(typeof v!=
"string"){let p={instancePath:r+"/world",schemaPath:"#/properties/world/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be\
 string"};e===null?e=[p]:e.push(p),s++}var D=u===s;t=t||D;let l=s;if(Array.isArray(v)){if(v.length<1){let y={instancePath:r+"/world",schemaPath:"\
#/properties/world/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[y]:e.push(y),
s++}let p=v.length;for(let y=0;y<p;y++)if(typeof v[y]!="string"){let h={instancePath:r+"/world/"+y,schemaPath:"#/properties/world/anyOf/1/it\
ems/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[h]:e.push(h),s++}}else{let p={instancePath:r+"/world",
schemaPath:"#/properties/world/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),s++}var D=l===
s;t=t||D;let n=s;if(!(v&&typeof v=="object"&&!Array.isArray(v))){let p={instancePath:r+"/world",schemaPath:"#/properties/world/anyOf/2/type",
keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[p]:e.push(p),s++}var D=n===s;if(t=t||D,t)s=g,e!==null&&(g?e.length=
g:e=null);else{let p={instancePath:r+"/world",schemaPath:"#/properties/world/anyOf",keyword:"anyOf",params:{},message:"must match a schema i\
n anyOf"};e===null?e=[p]:e.push(p),s++}}if(O.defaults!==void 0){let v=O.defaults;if(v&&typeof v=="object"&&!Array.isArray(v)){for(let g in v)
if(!$.call(x.properties.defaults.properties,g)){let t={instancePath:r+"/defaults",schemaPath:"#/properties/defaults/additionalProperties",keyword:"\
additionalProperties",params:{additionalProperty:g},message:"must NOT have additional properties"};e===null?e=[t]:e.push(t),s++}if(v.principal!==
void 0&&typeof v.principal!="string"){let g={instancePath:r+"/defaults/principal",schemaPath:"#/properties/defaults/properties/principal/typ\
e",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[g]:e.push(g),s++}if(v.action!==void 0&&typeof v.action!="stri\
ng"){let g={instancePath:r+"/defaults/action",schemaPath:"#/properties/defaults/properties/action/type",keyword:"type",params:{type:"string"},
message:"must be string"};e===null?e=[g]:e.push(g),s++}if(v.key!==void 0&&typeof v.key!="string"){let g={instancePath:r+"/defaults/key",schemaPath:"\
#/properties/defaults/properties/key/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[g]:e.push(g),s++}if(v.
resource!==void 0&&typeof v.resource!="string"){let g={instancePath:r+"/defaults/resource",schemaPath:"#/properties/defaults/properties/reso\
urce/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[g]:e.push(g),s++}if(v.on!==void 0&&typeof v.on!="stri\
ng"){let g={instancePath:r+"/defaults/on",schemaPath:"#/properties/defaults/properties/on/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[g]:e.push(g),s++}if(v.account!==void 0&&typeof v.account!="string"){let g={instancePath:r+"/defaults/account",schemaPath:"\
#/properties/defaults/properties/account/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[g]:e.push(g),s++}
if(v.context!==void 0){let g=v.context;if(g&&typeof g=="object"&&!Array.isArray(g))for(let t in g){let u=g[t],l=s,n=!1,p=s;if(typeof u!="str\
ing"){let a={instancePath:r+"/defaults/context/"+t.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/defaults/properties/conte\
xt/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),s++}var T=p===
s;n=n||T;let y=s;if(!(typeof u=="number"&&isFinite(u))){let a={instancePath:r+"/defaults/context/"+t.replace(/~/g,"~0").replace(/\//g,"~1"),
schemaPath:"#/properties/defaults/properties/context/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"number"},message:"must \
be number"};e===null?e=[a]:e.push(a),s++}var T=y===s;n=n||T;let h=s;if(typeof u!="boolean"){let a={instancePath:r+"/defaults/context/"+t.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/defaults/properties/context/additionalProperties/anyOf/2/type",keyword:"type",params:{
type:"boolean"},message:"must be boolean"};e===null?e=[a]:e.push(a),s++}var T=h===s;n=n||T;let c=s;if(Array.isArray(u)){let a=u.length;for(let i=0;i<
a;i++)if(typeof u[i]!="string"){let o={instancePath:r+"/defaults/context/"+t.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+i,schemaPath:"#/prop\
erties/defaults/properties/context/additionalProperties/anyOf/3/items/type",keyword:"type",params:{type:"string"},message:"must be string"};
e===null?e=[o]:e.push(o),s++}}else{let a={instancePath:r+"/defaults/context/"+t.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/propert\
ies/defaults/properties/context/additionalProperties/anyOf/3/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=
[a]:e.push(a),s++}var T=c===s;if(n=n||T,n)s=l,e!==null&&(l?e.length=l:e=null);else{let a={instancePath:r+"/defaults/context/"+t.replace(/~/g,
"~0").replace(/\//g,"~1"),schemaPath:"#/properties/defaults/properties/context/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"\
must match a schema in anyOf"};e===null?e=[a]:e.push(a),s++}}else{let t={instancePath:r+"/defaults/context",schemaPath:"#/properties/default\
s/properties/context/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[t]:e.push(t),s++}}if(v.encryptionContext!==
void 0){let g=v.encryptionContext;if(g&&typeof g=="object"&&!Array.isArray(g)){for(let t in g)if(typeof g[t]!="string"){let u={instancePath:r+
"/defaults/encryptionContext/"+t.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/defaults/properties/encryptionContext/addit\
ionalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[u]:e.push(u),s++}}else{let t={instancePath:r+
"/defaults/encryptionContext",schemaPath:"#/properties/defaults/properties/encryptionContext/type",keyword:"type",params:{type:"object"},message:"\
must be object"};e===null?e=[t]:e.push(t),s++}}if(v.viaService!==void 0&&typeof v.viaService!="string"){let g={instancePath:r+"/defaults/via\
Service",schemaPath:"#/properties/defaults/properties/viaService/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[g]:e.push(g),s++}if(v.grantTokens!==void 0){let g=v.grantTokens;if(Array.isArray(g)){let t=g.length;for(let u=0;u<t;u++)if(typeof g[u]!="\
string"){let l={instancePath:r+"/defaults/grantTokens/"+u,schemaPath:"#/properties/defaults/properties/grantTokens/items/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}}else{let t={instancePath:r+"/defaults/grantTokens",schemaPath:"\
#/properties/defaults/properties/grantTokens/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[t]:e.push(t),s++}}
if(v.endpoint!==void 0&&typeof v.endpoint!="string"){let g={instancePath:r+"/defaults/endpoint",schemaPath:"#/properties/defaults/properties\
/endpoint/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[g]:e.push(g),s++}if(v.time!==void 0&&typeof v.time!=
"string"){let g={instancePath:r+"/defaults/time",schemaPath:"#/properties/defaults/properties/time/type",keyword:"type",params:{type:"string"},
message:"must be string"};e===null?e=[g]:e.push(g),s++}if(v.unknown!==void 0){let g=v.unknown;if(Array.isArray(g)){let t=g.length;for(let u=0;u<
t;u++)if(typeof g[u]!="string"){let l={instancePath:r+"/defaults/unknown/"+u,schemaPath:"#/properties/defaults/properties/unknown/items/type",
keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}}else{let t={instancePath:r+"/defaults/unknown",
schemaPath:"#/properties/defaults/properties/unknown/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[t]:e.push(
t),s++}}if(v.expect!==void 0){let g=v.expect;if(typeof g!="string"){let t={instancePath:r+"/defaults/expect",schemaPath:"#/properties/defaul\
ts/properties/expect/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),s++}if(!(g==="allow"||g===
"deny"||g==="explicit-deny"||g==="implicit-deny"||g==="undetermined")){let t={instancePath:r+"/defaults/expect",schemaPath:"#/properties/def\
aults/properties/expect/enum",keyword:"enum",params:{allowedValues:x.properties.defaults.properties.expect.enum},message:"must be equal to o\
ne of the allowed values"};e===null?e=[t]:e.push(t),s++}}}else{let g={instancePath:r+"/defaults",schemaPath:"#/properties/defaults/type",keyword:"\
type",params:{type:"object"},message:"must be object"};e===null?e=[g]:e.push(g),s++}}if(O.cases!==void 0){let v=O.cases;if(Array.isArray(v)){
let g=v.length;for(let t=0;t<g;t++){let u=v[t];if(u&&typeof u=="object"&&!Array.isArray(u)){if(u.name===void 0){let l={instancePath:r+"/case\
s/"+t,schemaPath:"#/properties/cases/items/required",keyword:"required",params:{missingProperty:"name"},message:"must have required property\
 'name'"};e===null?e=[l]:e.push(l),s++}for(let l in u)if(!$.call(x.properties.cases.items.properties,l)){let n={instancePath:r+"/cases/"+t,schemaPath:"\
#/properties/cases/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:l},message:"must NOT have additiona\
l properties"};e===null?e=[n]:e.push(n),s++}if(u.name!==void 0&&typeof u.name!="string"){let l={instancePath:r+"/cases/"+t+"/name",schemaPath:"\
#/properties/cases/items/properties/name/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}
if(u.principal!==void 0&&typeof u.principal!="string"){let l={instancePath:r+"/cases/"+t+"/principal",schemaPath:"#/properties/cases/items/p\
roperties/principal/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}if(u.action!==void 0&&
typeof u.action!="string"){let l={instancePath:r+"/cases/"+t+"/action",schemaPath:"#/properties/cases/items/properties/action/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}if(u.key!==void 0&&typeof u.key!="string"){let l={instancePath:r+
"/cases/"+t+"/key",schemaPath:"#/properties/cases/items/properties/key/type",keyword:"type",params:{type:"string"},message:"must be string"};
e===null?e=[l]:e.push(l),s++}if(u.resource!==void 0&&typeof u.resource!="string"){let l={instancePath:r+"/cases/"+t+"/resource",schemaPath:"\
#/properties/cases/items/properties/resource/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),
s++}if(u.on!==void 0&&typeof u.on!="string"){let l={instancePath:r+"/cases/"+t+"/on",schemaPath:"#/properties/cases/items/properties/on/type",
keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}if(u.account!==void 0&&typeof u.account!="strin\
g"){let l={instancePath:r+"/cases/"+t+"/account",schemaPath:"#/properties/cases/items/properties/account/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}if(u.context!==void 0){let l=u.context;if(l&&typeof l=="object"&&!Array.isArray(
l))for(let n in l){let p=l[n],y=s,h=!1,c=s;if(typeof p!="string"){let f={instancePath:r+"/cases/"+t+"/context/"+n.replace(/~/g,"~0").replace(
/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/context/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"string"},
message:"must be string"};e===null?e=[f]:e.push(f),s++}var _=c===s;h=h||_;let a=s;if(!(typeof p=="number"&&isFinite(p))){let f={instancePath:r+
"/cases/"+t+"/context/"+n.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/context/additionalPropertie\
s/anyOf/1/type",keyword:"type",params:{type:"number"},message:"must be number"};e===null?e=[f]:e.push(f),s++}var _=a===s;h=h||_;let i=s;if(typeof p!=
"boolean"){let f={instancePath:r+"/cases/"+t+"/context/"+n.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/prope\
rties/context/additionalProperties/anyOf/2/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[f]:e.push(f),
s++}var _=i===s;h=h||_;let o=s;if(Array.isArray(p)){let f=p.length;for(let m=0;m<f;m++)if(typeof p[m]!="string"){let w={instancePath:r+"/cas\
es/"+t+"/context/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+m,schemaPath:"#/properties/cases/items/properties/context/additionalProperti\
es/anyOf/3/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[w]:e.push(w),s++}}else{let f={instancePath:r+
"/cases/"+t+"/context/"+n.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/context/additionalPropertie\
s/anyOf/3/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[f]:e.push(f),s++}var _=o===s;if(h=h||_,h)s=y,e!==null&&
(y?e.length=y:e=null);else{let f={instancePath:r+"/cases/"+t+"/context/"+n.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/c\
ases/items/properties/context/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[f]:e.
push(f),s++}}else{let n={instancePath:r+"/cases/"+t+"/context",schemaPath:"#/properties/cases/items/properties/context/type",keyword:"type",
params:{type:"object"},message:"must be object"};e===null?e=[n]:e.push(n),s++}}if(u.encryptionContext!==void 0){let l=u.encryptionContext;if(l&&
typeof l=="object"&&!Array.isArray(l)){for(let n in l)if(typeof l[n]!="string"){let p={instancePath:r+"/cases/"+t+"/encryptionContext/"+n.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/encryptionContext/additionalProperties/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),s++}}else{let n={instancePath:r+"/cases/"+t+"/encryptionContext",schemaPath:"\
#/properties/cases/items/properties/encryptionContext/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[n]:e.
push(n),s++}}if(u.viaService!==void 0&&typeof u.viaService!="string"){let l={instancePath:r+"/cases/"+t+"/viaService",schemaPath:"#/properti\
es/cases/items/properties/viaService/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}if(u.
grantTokens!==void 0){let l=u.grantTokens;if(Array.isArray(l)){let n=l.length;for(let p=0;p<n;p++)if(typeof l[p]!="string"){let y={instancePath:r+
"/cases/"+t+"/grantTokens/"+p,schemaPath:"#/properties/cases/items/properties/grantTokens/items/type",keyword:"type",params:{type:"string"},
message:"must be string"};e===null?e=[y]:e.push(y),s++}}else{let n={instancePath:r+"/cases/"+t+"/grantTokens",schemaPath:"#/properties/cases\
/items/properties/grantTokens/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[n]:e.push(n),s++}}if(u.endpoint!==
void 0&&typeof u.endpoint!="string"){let l={instancePath:r+"/cases/"+t+"/endpoint",schemaPath:"#/properties/cases/items/properties/endpoint/\
type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}if(u.time!==void 0&&typeof u.time!="strin\
g"){let l={instancePath:r+"/cases/"+t+"/time",schemaPath:"#/properties/cases/items/properties/time/type",keyword:"type",params:{type:"string"},
message:"must be string"};e===null?e=[l]:e.push(l),s++}if(u.unknown!==void 0){let l=u.unknown;if(Array.isArray(l)){let n=l.length;for(let p=0;p<
n;p++)if(typeof l[p]!="string"){let y={instancePath:r+"/cases/"+t+"/unknown/"+p,schemaPath:"#/properties/cases/items/properties/unknown/item\
s/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[y]:e.push(y),s++}}else{let n={instancePath:r+"/cases/"+t+
"/unknown",schemaPath:"#/properties/cases/items/properties/unknown/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?
e=[n]:e.push(n),s++}}if(u.each!==void 0){let l=u.each,n=s,p=!1,y=s;if(l&&typeof l=="object"&&!Array.isArray(l)){for(let c in l)if(!$.call(x.
properties.cases.items.properties.each.anyOf[0].properties,c)){let a={instancePath:r+"/cases/"+t+"/each",schemaPath:"#/properties/cases/item\
s/properties/each/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:c},message:"must NOT have addition\
al properties"};e===null?e=[a]:e.push(a),s++}if(l.principal!==void 0){let c=l.principal;if(Array.isArray(c)){if(c.length<1){let i={instancePath:r+
"/cases/"+t+"/each/principal",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/principal/minItems",keyword:"minItems",
params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=c.length;for(let i=0;i<a;i++)if(typeof c[i]!=
"string"){let o={instancePath:r+"/cases/"+t+"/each/principal/"+i,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/pri\
ncipal/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),s++}}else{let a={instancePath:r+
"/cases/"+t+"/each/principal",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/principal/type",keyword:"type",params:{
type:"array"},message:"must be array"};e===null?e=[a]:e.push(a),s++}}if(l.action!==void 0){let c=l.action;if(Array.isArray(c)){if(c.length<1){
let i={instancePath:r+"/cases/"+t+"/each/action",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/action/minItems",keyword:"\
minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=c.length;for(let i=0;i<a;i++)if(typeof c[i]!=
"string"){let o={instancePath:r+"/cases/"+t+"/each/action/"+i,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/action\
/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),s++}}else{let a={instancePath:r+"/case\
s/"+t+"/each/action",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/action/type",keyword:"type",params:{type:"array"},
message:"must be array"};e===null?e=[a]:e.push(a),s++}}if(l.key!==void 0){let c=l.key;if(Array.isArray(c)){if(c.length<1){let i={instancePath:r+
"/cases/"+t+"/each/key",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/key/minItems",keyword:"minItems",params:{limit:1},
message:"must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=c.length;for(let i=0;i<a;i++)if(typeof c[i]!="string"){let o={
instancePath:r+"/cases/"+t+"/each/key/"+i,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/key/items/type",keyword:"t\
ype",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),s++}}else{let a={instancePath:r+"/cases/"+t+"/each/key",schemaPath:"\
#/properties/cases/items/properties/each/anyOf/0/properties/key/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?
e=[a]:e.push(a),s++}}if(l.resource!==void 0){let c=l.resource;if(Array.isArray(c)){if(c.length<1){let i={instancePath:r+"/cases/"+t+"/each/r\
esource",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/resource/minItems",keyword:"minItems",params:{limit:1},message:"\
must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=c.length;for(let i=0;i<a;i++)if(typeof c[i]!="string"){let o={instancePath:r+
"/cases/"+t+"/each/resource/"+i,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/resource/items/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),s++}}else{let a={instancePath:r+"/cases/"+t+"/each/resource",schemaPath:"\
#/properties/cases/items/properties/each/anyOf/0/properties/resource/type",keyword:"type",params:{type:"array"},message:"must be array"};e===
null?e=[a]:e.push(a),s++}}if(l.on!==void 0){let c=l.on;if(Array.isArray(c)){if(c.length<1){let i={instancePath:r+"/cases/"+t+"/each/on",schemaPath:"\
#/properties/cases/items/properties/each/anyOf/0/properties/on/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer th\
an 1 items"};e===null?e=[i]:e.push(i),s++}let a=c.length;for(let i=0;i<a;i++)if(typeof c[i]!="string"){let o={instancePath:r+"/cases/"+t+"/e\
ach/on/"+i,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/on/items/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[o]:e.push(o),s++}}else{let a={instancePath:r+"/cases/"+t+"/each/on",schemaPath:"#/properties/cases/items/proper\
ties/each/anyOf/0/properties/on/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[a]:e.push(a),s++}}if(l.account!==
void 0){let c=l.account;if(Array.isArray(c)){if(c.length<1){let i={instancePath:r+"/cases/"+t+"/each/account",schemaPath:"#/properties/cases\
/items/properties/each/anyOf/0/properties/account/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};
e===null?e=[i]:e.push(i),s++}let a=c.length;for(let i=0;i<a;i++)if(typeof c[i]!="string"){let o={instancePath:r+"/cases/"+t+"/each/account/"+
i,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/account/items/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[o]:e.push(o),s++}}else{let a={instancePath:r+"/cases/"+t+"/each/account",schemaPath:"#/properties/cases/items/p\
roperties/each/anyOf/0/properties/account/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[a]:e.push(a),s++}}
if(l.context!==void 0){let c=l.context;if(Array.isArray(c)){if(c.length<1){let i={instancePath:r+"/cases/"+t+"/each/context",schemaPath:"#/p\
roperties/cases/items/properties/each/anyOf/0/properties/context/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer \
than 1 items"};e===null?e=[i]:e.push(i),s++}let a=c.length;for(let i=0;i<a;i++){let o=c[i];if(o&&typeof o=="object"&&!Array.isArray(o))for(let f in o){
let m=o[f],w=s,k=!1,d=s;if(typeof m!="string"){let P={instancePath:r+"/cases/"+t+"/each/context/"+i+"/"+f.replace(/~/g,"~0").replace(/\//g,"\
~1"),schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/context/items/additionalProperties/anyOf/0/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[P]:e.push(P),s++}var I=d===s;k=k||I;let b=s;if(!(typeof m=="number"&&isFinite(m))){
let P={instancePath:r+"/cases/"+t+"/each/context/"+i+"/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/prope\
rties/each/anyOf/0/properties/context/items/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"number"},message:"must be number"};
e===null?e=[P]:e.push(P),s++}var I=b===s;k=k||I;let A=s;if(typeof m!="boolean"){let P={instancePath:r+"/cases/"+t+"/each/context/"+i+"/"+f.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/context/items/additionalProperties/an\
yOf/2/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[P]:e.push(P),s++}var I=A===s;k=k||I;let ue=s;if(Array.
isArray(m)){let P=m.length;for(let j=0;j<P;j++)if(typeof m[j]!="string"){let F={instancePath:r+"/cases/"+t+"/each/context/"+i+"/"+f.replace(
/~/g,"~0").replace(/\//g,"~1")+"/"+j,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/context/items/additionalPropert\
ies/anyOf/3/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[F]:e.push(F),s++}}else{let P={instancePath:r+
"/cases/"+t+"/each/context/"+i+"/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/each/anyOf/0/pro\
perties/context/items/additionalProperties/anyOf/3/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[P]:e.push(
P),s++}var I=ue===s;if(k=k||I,k)s=w,e!==null&&(w?e.length=w:e=null);else{let P={instancePath:r+"/cases/"+t+"/each/context/"+i+"/"+f.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/context/items/additionalProperties/an\
yOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[P]:e.push(P),s++}}else{let f={instancePath:r+"/cases/"+t+
"/each/context/"+i,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/context/items/type",keyword:"type",params:{type:"\
object"},message:"must be object"};e===null?e=[f]:e.push(f),s++}}}else{let a={instancePath:r+"/cases/"+t+"/each/context",schemaPath:"#/prope\
rties/cases/items/properties/each/anyOf/0/properties/context/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=
[a]:e.push(a),s++}}if(l.encryptionContext!==void 0){let c=l.encryptionContext;if(Array.isArray(c)){if(c.length<1){let i={instancePath:r+"/ca\
ses/"+t+"/each/encryptionContext",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/encryptionContext/minItems",keyword:"\
minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=c.length;for(let i=0;i<a;i++){let o=c[i];
if(o&&typeof o=="object"&&!Array.isArray(o)){for(let f in o)if(typeof o[f]!="string"){let m={instancePath:r+"/cases/"+t+"/each/encryptionCon\
text/"+i+"/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/encryptionCont\
ext/items/additionalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[m]:e.push(m),s++}}else{let f={
instancePath:r+"/cases/"+t+"/each/encryptionContext/"+i,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/encryptionCo\
ntext/items/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[f]:e.push(f),s++}}}else{let a={instancePath:r+
"/cases/"+t+"/each/encryptionContext",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/encryptionContext/type",keyword:"\
type",params:{type:"array"},message:"must be array"};e===null?e=[a]:e.push(a),s++}}if(l.viaService!==void 0){let c=l.viaService;if(Array.isArray(
c)){if(c.length<1){let i={instancePath:r+"/cases/"+t+"/each/viaService",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/propert\
ies/viaService/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=c.
length;for(let i=0;i<a;i++)if(typeof c[i]!="string"){let o={instancePath:r+"/cases/"+t+"/each/viaService/"+i,schemaPath:"#/properties/cases/\
items/properties/each/anyOf/0/properties/viaService/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[
o]:e.push(o),s++}}else{let a={instancePath:r+"/cases/"+t+"/each/viaService",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/pro\
perties/viaService/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[a]:e.push(a),s++}}if(l.grantTokens!==void 0){
let c=l.grantTokens;if(Array.isArray(c)){if(c.length<1){let i={instancePath:r+"/cases/"+t+"/each/grantTokens",schemaPath:"#/properties/cases\
/items/properties/each/anyOf/0/properties/grantTokens/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 item\
s"};e===null?e=[i]:e.push(i),s++}let a=c.length;for(let i=0;i<a;i++){let o=c[i];if(Array.isArray(o)){let f=o.length;for(let m=0;m<f;m++)if(typeof o[m]!=
"string"){let w={instancePath:r+"/cases/"+t+"/each/grantTokens/"+i+"/"+m,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/proper\
ties/grantTokens/items/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[w]:e.push(w),s++}}else{let f={
instancePath:r+"/cases/"+t+"/each/grantTokens/"+i,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/grantTokens/items/\
type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[f]:e.push(f),s++}}}else{let a={instancePath:r+"/cases/"+t+"/\
each/grantTokens",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/grantTokens/type",keyword:"type",params:{type:"arr\
ay"},message:"must be array"};e===null?e=[a]:e.push(a),s++}}if(l.endpoint!==void 0){let c=l.endpoint;if(Array.isArray(c)){if(c.length<1){let i={
instancePath:r+"/cases/"+t+"/each/endpoint",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/endpoint/minItems",keyword:"\
minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=c.length;for(let i=0;i<a;i++)if(typeof c[i]!=
"string"){let o={instancePath:r+"/cases/"+t+"/each/endpoint/"+i,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/endp\
oint/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),s++}}else{let a={instancePath:r+"/\
cases/"+t+"/each/endpoint",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/endpoint/type",keyword:"type",params:{type:"\
array"},message:"must be array"};e===null?e=[a]:e.push(a),s++}}if(l.time!==void 0){let c=l.time;if(Array.isArray(c)){if(c.length<1){let i={instancePath:r+
"/cases/"+t+"/each/time",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/time/minItems",keyword:"minItems",params:{limit:1},
message:"must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=c.length;for(let i=0;i<a;i++)if(typeof c[i]!="string"){let o={
instancePath:r+"/cases/"+t+"/each/time/"+i,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/time/items/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),s++}}else{let a={instancePath:r+"/cases/"+t+"/each/time",schemaPath:"\
#/properties/cases/items/properties/each/anyOf/0/properties/time/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?
e=[a]:e.push(a),s++}}if(l.unknown!==void 0){let c=l.unknown;if(Array.isArray(c)){if(c.length<1){let i={instancePath:r+"/cases/"+t+"/each/unk\
nown",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/unknown/minItems",keyword:"minItems",params:{limit:1},message:"\
must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=c.length;for(let i=0;i<a;i++){let o=c[i];if(Array.isArray(o)){let f=o.
length;for(let m=0;m<f;m++)if(typeof o[m]!="string"){let w={instancePath:r+"/cases/"+t+"/each/unknown/"+i+"/"+m,schemaPath:"#/properties/cas\
es/items/properties/each/anyOf/0/properties/unknown/items/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[w]:e.push(w),s++}}else{let f={instancePath:r+"/cases/"+t+"/each/unknown/"+i,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/\
properties/unknown/items/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[f]:e.push(f),s++}}}else{let a={instancePath:r+
"/cases/"+t+"/each/unknown",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/unknown/type",keyword:"type",params:{type:"\
array"},message:"must be array"};e===null?e=[a]:e.push(a),s++}}if(l.expect!==void 0){let c=l.expect;if(Array.isArray(c)){if(c.length<1){let i={
instancePath:r+"/cases/"+t+"/each/expect",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/expect/minItems",keyword:"\
minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=c.length;for(let i=0;i<a;i++){let o=c[i],
f=s,m=!1,w=s;if(typeof o!="string"){let d={instancePath:r+"/cases/"+t+"/each/expect/"+i,schemaPath:"#/properties/cases/items/properties/each\
/anyOf/0/properties/expect/items/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[d]:e.push(d),s++}
if(!(o==="allow"||o==="deny"||o==="explicit-deny"||o==="implicit-deny"||o==="undetermined")){let d={instancePath:r+"/cases/"+t+"/each/expect\
/"+i,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/expect/items/anyOf/0/enum",keyword:"enum",params:{allowedValues:x.
properties.cases.items.properties.each.anyOf[0].properties.expect.items.anyOf[0].enum},message:"must be equal to one of the allowed values"};
e===null?e=[d]:e.push(d),s++}var M=w===s;m=m||M;let k=s;if(o&&typeof o=="object"&&!Array.isArray(o)){if(o.outcome===void 0){let d={instancePath:r+
"/cases/"+t+"/each/expect/"+i,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/expect/items/anyOf/1/required",keyword:"\
required",params:{missingProperty:"outcome"},message:"must have required property 'outcome'"};e===null?e=[d]:e.push(d),s++}for(let d in o)if(!(d===
"outcome"||d==="via")){let b={instancePath:r+"/cases/"+t+"/each/expect/"+i,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/prop\
erties/expect/items/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:d},message:"must NOT have additi\
onal properties"};e===null?e=[b]:e.push(b),s++}if(o.outcome!==void 0){let d=o.outcome;if(typeof d!="string"){let b={instancePath:r+"/cases/"+
t+"/each/expect/"+i+"/outcome",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/expect/items/anyOf/1/properties/outco\
me/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[b]:e.push(b),s++}if(!(d==="allow"||d==="deny"||d==="exp\
licit-deny"||d==="implicit-deny"||d==="undetermined")){let b={instancePath:r+"/cases/"+t+"/each/expect/"+i+"/outcome",schemaPath:"#/properti\
es/cases/items/properties/each/anyOf/0/properties/expect/items/anyOf/1/properties/outcome/enum",keyword:"enum",params:{allowedValues:x.properties.
cases.items.properties.each.anyOf[0].properties.expect.items.anyOf[1].properties.outcome.enum},message:"must be equal to one of the allowed \
values"};e===null?e=[b]:e.push(b),s++}}if(o.via!==void 0&&typeof o.via!="string"){let d={instancePath:r+"/cases/"+t+"/each/expect/"+i+"/via",
schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/expect/items/anyOf/1/properties/via/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[d]:e.push(d),s++}}else{let d={instancePath:r+"/cases/"+t+"/each/expect/"+i,schemaPath:"#/prop\
erties/cases/items/properties/each/anyOf/0/properties/expect/items/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be obje\
ct"};e===null?e=[d]:e.push(d),s++}var M=k===s;if(m=m||M,m)s=f,e!==null&&(f?e.length=f:e=null);else{let d={instancePath:r+"/cases/"+t+"/each/\
expect/"+i,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/expect/items/anyOf",keyword:"anyOf",params:{},message:"mu\
st match a schema in anyOf"};e===null?e=[d]:e.push(d),s++}}}else{let a={instancePath:r+"/cases/"+t+"/each/expect",schemaPath:"#/properties/c\
ases/items/properties/each/anyOf/0/properties/expect/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[a]:e.push(
a),s++}}if(l.because!==void 0){let c=l.because;if(Array.isArray(c)){if(c.length<1){let i={instancePath:r+"/cases/"+t+"/each/because",schemaPath:"\
#/properties/cases/items/properties/each/anyOf/0/properties/because/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have few\
er than 1 items"};e===null?e=[i]:e.push(i),s++}let a=c.length;for(let i=0;i<a;i++){let o=c[i],f=s,m=!1,w=s;if(typeof o!="string"){let d={instancePath:r+
"/cases/"+t+"/each/because/"+i,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/because/items/anyOf/0/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[d]:e.push(d),s++}var L=w===s;m=m||L;let k=s;if(Array.isArray(o)){let d=o.
length;for(let b=0;b<d;b++)if(typeof o[b]!="string"){let A={instancePath:r+"/cases/"+t+"/each/because/"+i+"/"+b,schemaPath:"#/properties/cas\
es/items/properties/each/anyOf/0/properties/because/items/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};
e===null?e=[A]:e.push(A),s++}}else{let d={instancePath:r+"/cases/"+t+"/each/because/"+i,schemaPath:"#/properties/cases/items/properties/each\
/anyOf/0/properties/because/items/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[d]:e.push(d),s++}var L=k===
s;if(m=m||L,m)s=f,e!==null&&(f?e.length=f:e=null);else{let d={instancePath:r+"/cases/"+t+"/each/because/"+i,schemaPath:"#/properties/cases/i\
tems/properties/each/anyOf/0/properties/because/items/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[d]:
e.push(d),s++}}}else{let a={instancePath:r+"/cases/"+t+"/each/because",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properti\
es/because/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[a]:e.push(a),s++}}}else{let c={instancePath:r+"/c\
ases/"+t+"/each",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/type",keyword:"type",params:{type:"object"},message:"must be o\
bject"};e===null?e=[c]:e.push(c),s++}var K=y===s;p=p||K;let h=s;if(Array.isArray(l)){if(l.length<1){let a={instancePath:r+"/cases/"+t+"/each",
schemaPath:"#/properties/cases/items/properties/each/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than\
 1 items"};e===null?e=[a]:e.push(a),s++}let c=l.length;for(let a=0;a<c;a++){let i=l[a];if(i&&typeof i=="object"&&!Array.isArray(i)){for(let o in i)
if(!$.call(x.properties.cases.items.properties.each.anyOf[1].items.properties,o)){let f={instancePath:r+"/cases/"+t+"/each/"+a,schemaPath:"#\
/properties/cases/items/properties/each/anyOf/1/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:o},message:"\
must NOT have additional properties"};e===null?e=[f]:e.push(f),s++}if(i.principal!==void 0&&typeof i.principal!="string"){let o={instancePath:r+
"/cases/"+t+"/each/"+a+"/principal",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/principal/type",keyword:"t\
ype",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),s++}if(i.action!==void 0&&typeof i.action!="string"){let o={instancePath:r+
"/cases/"+t+"/each/"+a+"/action",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/action/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),s++}if(i.key!==void 0&&typeof i.key!="string"){let o={instancePath:r+"/cas\
es/"+t+"/each/"+a+"/key",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/key/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[o]:e.push(o),s++}if(i.resource!==void 0&&typeof i.resource!="string"){let o={instancePath:r+"\
/cases/"+t+"/each/"+a+"/resource",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/resource/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),s++}if(i.on!==void 0&&typeof i.on!="string"){let o={instancePath:r+
"/cases/"+t+"/each/"+a+"/on",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/on/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[o]:e.push(o),s++}if(i.account!==void 0&&typeof i.account!="string"){let o={instancePath:r+"/c\
ases/"+t+"/each/"+a+"/account",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/account/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),s++}if(i.context!==void 0){let o=i.context;if(o&&typeof o=="object"&&!Array.
isArray(o))for(let f in o){let m=o[f],w=s,k=!1,d=s;if(typeof m!="string"){let P={instancePath:r+"/cases/"+t+"/each/"+a+"/context/"+f.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/context/additionalProperties/an\
yOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[P]:e.push(P),s++}var C=d===s;k=k||C;let b=s;if(!(typeof m==
"number"&&isFinite(m))){let P={instancePath:r+"/cases/"+t+"/each/"+a+"/context/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/prop\
erties/cases/items/properties/each/anyOf/1/items/properties/context/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"number"},
message:"must be number"};e===null?e=[P]:e.push(P),s++}var C=b===s;k=k||C;let A=s;if(typeof m!="boolean"){let P={instancePath:r+"/cases/"+t+
"/each/"+a+"/context/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/propertie\
s/context/additionalProperties/anyOf/2/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[P]:e.push(P),s++}
var C=A===s;k=k||C;let ue=s;if(Array.isArray(m)){let P=m.length;for(let j=0;j<P;j++)if(typeof m[j]!="string"){let F={instancePath:r+"/cases/"+
t+"/each/"+a+"/context/"+f.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+j,schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/p\
roperties/context/additionalProperties/anyOf/3/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[F]:e.
push(F),s++}}else{let P={instancePath:r+"/cases/"+t+"/each/"+a+"/context/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties\
/cases/items/properties/each/anyOf/1/items/properties/context/additionalProperties/anyOf/3/type",keyword:"type",params:{type:"array"},message:"\
must be array"};e===null?e=[P]:e.push(P),s++}var C=ue===s;if(k=k||C,k)s=w,e!==null&&(w?e.length=w:e=null);else{let P={instancePath:r+"/cases\
/"+t+"/each/"+a+"/context/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/prop\
erties/context/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[P]:e.push(P),s++}}else{
let f={instancePath:r+"/cases/"+t+"/each/"+a+"/context",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/contex\
t/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[f]:e.push(f),s++}}if(i.encryptionContext!==void 0){let o=i.
encryptionContext;if(o&&typeof o=="object"&&!Array.isArray(o)){for(let f in o)if(typeof o[f]!="string"){let m={instancePath:r+"/cases/"+t+"/\
each/"+a+"/encryptionContext/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/p\
roperties/encryptionContext/additionalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[m]:e.push(
m),s++}}else{let f={instancePath:r+"/cases/"+t+"/each/"+a+"/encryptionContext",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/\
items/properties/encryptionContext/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[f]:e.push(f),s++}}if(i.
viaService!==void 0&&typeof i.viaService!="string"){let o={instancePath:r+"/cases/"+t+"/each/"+a+"/viaService",schemaPath:"#/properties/case\
s/items/properties/each/anyOf/1/items/properties/viaService/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=
[o]:e.push(o),s++}if(i.grantTokens!==void 0){let o=i.grantTokens;if(Array.isArray(o)){let f=o.length;for(let m=0;m<f;m++)if(typeof o[m]!="st\
ring"){let w={instancePath:r+"/cases/"+t+"/each/"+a+"/grantTokens/"+m,schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/pro\
perties/grantTokens/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[w]:e.push(w),s++}}else{let f={instancePath:r+
"/cases/"+t+"/each/"+a+"/grantTokens",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/grantTokens/type",keyword:"\
type",params:{type:"array"},message:"must be array"};e===null?e=[f]:e.push(f),s++}}if(i.endpoint!==void 0&&typeof i.endpoint!="string"){let o={
instancePath:r+"/cases/"+t+"/each/"+a+"/endpoint",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/endpoint/typ\
e",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),s++}if(i.time!==void 0&&typeof i.time!="string"){
let o={instancePath:r+"/cases/"+t+"/each/"+a+"/time",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/time/type",
keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),s++}if(i.unknown!==void 0){let o=i.unknown;if(Array.
isArray(o)){let f=o.length;for(let m=0;m<f;m++)if(typeof o[m]!="string"){let w={instancePath:r+"/cases/"+t+"/each/"+a+"/unknown/"+m,schemaPath:"\
#/properties/cases/items/properties/each/anyOf/1/items/properties/unknown/items/type",keyword:"type",params:{type:"string"},message:"must be\
 string"};e===null?e=[w]:e.push(w),s++}}else{let f={instancePath:r+"/cases/"+t+"/each/"+a+"/unknown",schemaPath:"#/properties/cases/items/pr\
operties/each/anyOf/1/items/properties/unknown/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[f]:e.push(f),
s++}}if(i.expect!==void 0){let o=i.expect,f=s,m=!1,w=s;if(typeof o!="string"){let d={instancePath:r+"/cases/"+t+"/each/"+a+"/expect",schemaPath:"\
#/properties/cases/items/properties/each/anyOf/1/items/properties/expect/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must b\
e string"};e===null?e=[d]:e.push(d),s++}if(!(o==="allow"||o==="deny"||o==="explicit-deny"||o==="implicit-deny"||o==="undetermined")){let d={
instancePath:r+"/cases/"+t+"/each/"+a+"/expect",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/expect/anyOf/0\
/enum",keyword:"enum",params:{allowedValues:x.properties.cases.items.properties.each.anyOf[1].items.properties.expect.anyOf[0].enum},message:"\
must be equal to one of the allowed values"};e===null?e=[d]:e.push(d),s++}var X=w===s;m=m||X;let k=s;if(o&&typeof o=="object"&&!Array.isArray(
o)){if(o.outcome===void 0){let d={instancePath:r+"/cases/"+t+"/each/"+a+"/expect",schemaPath:"#/properties/cases/items/properties/each/anyOf\
/1/items/properties/expect/anyOf/1/required",keyword:"required",params:{missingProperty:"outcome"},message:"must have required property 'out\
come'"};e===null?e=[d]:e.push(d),s++}for(let d in o)if(!(d==="outcome"||d==="via")){let b={instancePath:r+"/cases/"+t+"/each/"+a+"/expect",schemaPath:"\
#/properties/cases/items/properties/each/anyOf/1/items/properties/expect/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:d},message:"must NOT have additional properties"};e===null?e=[b]:e.push(b),s++}if(o.outcome!==void 0){let d=o.outcome;if(typeof d!=
"string"){let b={instancePath:r+"/cases/"+t+"/each/"+a+"/expect/outcome",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/\
properties/expect/anyOf/1/properties/outcome/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[b]:e.push(b),
s++}if(!(d==="allow"||d==="deny"||d==="explicit-deny"||d==="implicit-deny"||d==="undetermined")){let b={instancePath:r+"/cases/"+t+"/each/"+
a+"/expect/outcome",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/expect/anyOf/1/properties/outcome/enum",keyword:"\
enum",params:{allowedValues:x.properties.cases.items.properties.each.anyOf[1].items.properties.expect.anyOf[1].properties.outcome.enum},message:"\
must be equal to one of the allowed values"};e===null?e=[b]:e.push(b),s++}}if(o.via!==void 0&&typeof o.via!="string"){let d={instancePath:r+
"/cases/"+t+"/each/"+a+"/expect/via",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/expect/anyOf/1/properties\
/via/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[d]:e.push(d),s++}}else{let d={instancePath:r+"/cases/"+
t+"/each/"+a+"/expect",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/expect/anyOf/1/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[d]:e.push(d),s++}var X=k===s;if(m=m||X,m)s=f,e!==null&&(f?e.length=f:e=null);else{let d={
instancePath:r+"/cases/"+t+"/each/"+a+"/expect",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/expect/anyOf",
keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[d]:e.push(d),s++}}if(i.because!==void 0){let o=i.because,f=s,m=!1,
w=s;if(typeof o!="string"){let d={instancePath:r+"/cases/"+t+"/each/"+a+"/because",schemaPath:"#/properties/cases/items/properties/each/anyO\
f/1/items/properties/because/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[d]:e.push(d),s++}var Y=w===
s;m=m||Y;let k=s;if(Array.isArray(o)){let d=o.length;for(let b=0;b<d;b++)if(typeof o[b]!="string"){let A={instancePath:r+"/cases/"+t+"/each/"+
a+"/because/"+b,schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/because/anyOf/1/items/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[A]:e.push(A),s++}}else{let d={instancePath:r+"/cases/"+t+"/each/"+a+"/because",schemaPath:"\
#/properties/cases/items/properties/each/anyOf/1/items/properties/because/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must b\
e array"};e===null?e=[d]:e.push(d),s++}var Y=k===s;if(m=m||Y,m)s=f,e!==null&&(f?e.length=f:e=null);else{let d={instancePath:r+"/cases/"+t+"/\
each/"+a+"/because",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/because/anyOf",keyword:"anyOf",params:{},message:"\
must match a schema in anyOf"};e===null?e=[d]:e.push(d),s++}}}else{let o={instancePath:r+"/cases/"+t+"/each/"+a,schemaPath:"#/properties/cas\
es/items/properties/each/anyOf/1/items/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[o]:e.push(o),s++}}}else{
let c={instancePath:r+"/cases/"+t+"/each",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/type",keyword:"type",params:{type:"ar\
ray"},message:"must be array"};e===null?e=[c]:e.push(c),s++}var K=h===s;if(p=p||K,p)s=n,e!==null&&(n?e.length=n:e=null);else{let c={instancePath:r+
"/cases/"+t+"/each",schemaPath:"#/properties/cases/items/properties/each/anyOf",keyword:"anyOf",params:{},message:"must match a schema in an\
yOf"};e===null?e=[c]:e.push(c),s++}}if(u.flow!==void 0){let l=u.flow;if(l&&typeof l=="object"&&!Array.isArray(l))for(let n in l){let p=l[n],
y=s,h=!1,c=s;if(p&&typeof p=="object"&&!Array.isArray(p))for(let i in p){let o=p[i],f=s,m=!1,w=s;if(typeof o!="string"){let b={instancePath:r+
"/cases/"+t+"/flow/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+i.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/it\
ems/properties/flow/additionalProperties/anyOf/0/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be s\
tring"};e===null?e=[b]:e.push(b),s++}var V=w===s;m=m||V;let k=s;if(typeof o!="boolean"){let b={instancePath:r+"/cases/"+t+"/flow/"+n.replace(
/~/g,"~0").replace(/\//g,"~1")+"/"+i.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/flow/additionalP\
roperties/anyOf/0/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[b]:e.push(
b),s++}var V=k===s;m=m||V;let d=s;if(o&&typeof o=="object"&&!Array.isArray(o)){for(let b in o)if(typeof o[b]!="string"){let A={instancePath:r+
"/cases/"+t+"/flow/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+b.replace(/~/g,"~0").replace(
/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/flow/additionalProperties/anyOf/0/additionalProperties/anyOf/2/additionalPropert\
ies/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[A]:e.push(A),s++}}else{let b={instancePath:r+"/cases/"+
t+"/flow/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+i.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/proper\
ties/flow/additionalProperties/anyOf/0/additionalProperties/anyOf/2/type",keyword:"type",params:{type:"object"},message:"must be object"};e===
null?e=[b]:e.push(b),s++}var V=d===s;if(m=m||V,m)s=f,e!==null&&(f?e.length=f:e=null);else{let b={instancePath:r+"/cases/"+t+"/flow/"+n.replace(
/~/g,"~0").replace(/\//g,"~1")+"/"+i.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/flow/additionalP\
roperties/anyOf/0/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[b]:e.push(b),s++}}else{
let i={instancePath:r+"/cases/"+t+"/flow/"+n.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/flow/add\
itionalProperties/anyOf/0/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[i]:e.push(i),s++}var Z=c===s;h=h||
Z;let a=s;if(p!==null){let i={instancePath:r+"/cases/"+t+"/flow/"+n.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/it\
ems/properties/flow/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"null"},message:"must be null"};e===null?e=[i]:e.push(i),
s++}var Z=a===s;if(h=h||Z,h)s=y,e!==null&&(y?e.length=y:e=null);else{let i={instancePath:r+"/cases/"+t+"/flow/"+n.replace(/~/g,"~0").replace(
/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/flow/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a\
 schema in anyOf"};e===null?e=[i]:e.push(i),s++}}else{let n={instancePath:r+"/cases/"+t+"/flow",schemaPath:"#/properties/cases/items/propert\
ies/flow/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[n]:e.push(n),s++}}if(u.roundTrip!==void 0){let l=u.
roundTrip;if(l&&typeof l=="object"&&!Array.isArray(l)){if(l.writer===void 0){let n={instancePath:r+"/cases/"+t+"/roundTrip",schemaPath:"#/pr\
operties/cases/items/properties/roundTrip/required",keyword:"required",params:{missingProperty:"writer"},message:"must have required propert\
y 'writer'"};e===null?e=[n]:e.push(n),s++}if(l.reader===void 0){let n={instancePath:r+"/cases/"+t+"/roundTrip",schemaPath:"#/properties/case\
s/items/properties/roundTrip/required",keyword:"required",params:{missingProperty:"reader"},message:"must have required property 'reader'"};
e===null?e=[n]:e.push(n),s++}for(let n in l)if(!(n==="writer"||n==="reader"||n==="with"||n==="key"||n==="encryptionContext"||n==="readerCont\
ext")){let p={instancePath:r+"/cases/"+t+"/roundTrip",schemaPath:"#/properties/cases/items/properties/roundTrip/additionalProperties",keyword:"\
additionalProperties",params:{additionalProperty:n},message:"must NOT have additional properties"};e===null?e=[p]:e.push(p),s++}if(l.writer!==
void 0&&typeof l.writer!="string"){let n={instancePath:r+"/cases/"+t+"/roundTrip/writer",schemaPath:"#/properties/cases/items/properties/rou\
ndTrip/properties/writer/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),s++}if(l.reader!==void 0&&
typeof l.reader!="string"){let n={instancePath:r+"/cases/"+t+"/roundTrip/reader",schemaPath:"#/properties/cases/items/properties/roundTrip/p\
roperties/reader/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),s++}if(l.with!==void 0){let n=l.
with;if(typeof n!="string"){let p={instancePath:r+"/cases/"+t+"/roundTrip/with",schemaPath:"#/properties/cases/items/properties/roundTrip/pr\
operties/with/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),s++}if(!(n==="Encrypt"||n==="Ge\
nerateDataKey"||n==="GenerateDataKeyWithoutPlaintext")){let p={instancePath:r+"/cases/"+t+"/roundTrip/with",schemaPath:"#/properties/cases/i\
tems/properties/roundTrip/properties/with/enum",keyword:"enum",params:{allowedValues:x.properties.cases.items.properties.roundTrip.properties.
with.enum},message:"must be equal to one of the allowed values"};e===null?e=[p]:e.push(p),s++}}if(l.key!==void 0&&typeof l.key!="string"){let n={
instancePath:r+"/cases/"+t+"/roundTrip/key",schemaPath:"#/properties/cases/items/properties/roundTrip/properties/key/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),s++}if(l.encryptionContext!==void 0){let n=l.encryptionContext;if(n&&typeof n==
"object"&&!Array.isArray(n)){for(let p in n)if(typeof n[p]!="string"){let y={instancePath:r+"/cases/"+t+"/roundTrip/encryptionContext/"+p.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/roundTrip/properties/encryptionContext/additionalProperties/t\
ype",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[y]:e.push(y),s++}}else{let p={instancePath:r+"/cases/"+t+"/\
roundTrip/encryptionContext",schemaPath:"#/properties/cases/items/properties/roundTrip/properties/encryptionContext/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[p]:e.push(p),s++}}if(l.readerContext!==void 0){let n=l.readerContext;if(n&&typeof n=="o\
bject"&&!Array.isArray(n)){for(let p in n)if(typeof n[p]!="string"){let y={instancePath:r+"/cases/"+t+"/roundTrip/readerContext/"+p.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/roundTrip/properties/readerContext/additionalProperties/type",
keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[y]:e.push(y),s++}}else{let p={instancePath:r+"/cases/"+t+"/round\
Trip/readerContext",schemaPath:"#/properties/cases/items/properties/roundTrip/properties/readerContext/type",keyword:"type",params:{type:"ob\
ject"},message:"must be object"};e===null?e=[p]:e.push(p),s++}}}else{let n={instancePath:r+"/cases/"+t+"/roundTrip",schemaPath:"#/properties\
/cases/items/properties/roundTrip/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[n]:e.push(n),s++}}if(u.expect!==
void 0){let l=u.expect,n=s,p=!1,y=s;if(typeof l!="string"){let c={instancePath:r+"/cases/"+t+"/expect",schemaPath:"#/properties/cases/items/\
properties/expect/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[c]:e.push(c),s++}if(!(l==="allow"||
l==="deny"||l==="explicit-deny"||l==="implicit-deny"||l==="undetermined")){let c={instancePath:r+"/cases/"+t+"/expect",schemaPath:"#/propert\
ies/cases/items/properties/expect/anyOf/0/enum",keyword:"enum",params:{allowedValues:x.properties.cases.items.properties.expect.anyOf[0].enum},
message:"must be equal to one of the allowed values"};e===null?e=[c]:e.push(c),s++}var B=y===s;p=p||B;let h=s;if(l&&typeof l=="object"&&!Array.
isArray(l)){if(l.outcome===void 0){let c={instancePath:r+"/cases/"+t+"/expect",schemaPath:"#/properties/cases/items/properties/expect/anyOf/\
1/required",keyword:"required",params:{missingProperty:"outcome"},message:"must have required property 'outcome'"};e===null?e=[c]:e.push(c),
s++}for(let c in l)if(!(c==="outcome"||c==="via")){let a={instancePath:r+"/cases/"+t+"/expect",schemaPath:"#/properties/cases/items/properti\
es/expect/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:c},message:"must NOT have additional prope\
rties"};e===null?e=[a]:e.push(a),s++}if(l.outcome!==void 0){let c=l.outcome;if(typeof c!="string"){let a={instancePath:r+"/cases/"+t+"/expec\
t/outcome",schemaPath:"#/properties/cases/items/properties/expect/anyOf/1/properties/outcome/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[a]:e.push(a),s++}if(!(c==="allow"||c==="deny"||c==="explicit-deny"||c==="implicit-deny"||c==="undetermined")){let a={
instancePath:r+"/cases/"+t+"/expect/outcome",schemaPath:"#/properties/cases/items/properties/expect/anyOf/1/properties/outcome/enum",keyword:"\
enum",params:{allowedValues:x.properties.cases.items.properties.expect.anyOf[1].properties.outcome.enum},message:"must be equal to one of th\
e allowed values"};e===null?e=[a]:e.push(a),s++}}if(l.via!==void 0&&typeof l.via!="string"){let c={instancePath:r+"/cases/"+t+"/expect/via",
schemaPath:"#/properties/cases/items/properties/expect/anyOf/1/properties/via/type",keyword:"type",params:{type:"string"},message:"must be s\
tring"};e===null?e=[c]:e.push(c),s++}}else{let c={instancePath:r+"/cases/"+t+"/expect",schemaPath:"#/properties/cases/items/properties/expec\
t/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[c]:e.push(c),s++}var B=h===s;if(p=p||B,p)s=n,e!==
null&&(n?e.length=n:e=null);else{let c={instancePath:r+"/cases/"+t+"/expect",schemaPath:"#/properties/cases/items/properties/expect/anyOf",keyword:"\
anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[c]:e.push(c),s++}}if(u.because!==void 0){let l=u.because,n=s,p=!1,y=s;if(typeof l!=
"string"){let c={instancePath:r+"/cases/"+t+"/because",schemaPath:"#/properties/cases/items/properties/because/anyOf/0/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[c]:e.push(c),s++}var U=y===s;p=p||U;let h=s;if(Array.isArray(l)){let c=l.length;
for(let a=0;a<c;a++)if(typeof l[a]!="string"){let i={instancePath:r+"/cases/"+t+"/because/"+a,schemaPath:"#/properties/cases/items/propertie\
s/because/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),s++}}else{let c={instancePath:r+
"/cases/"+t+"/because",schemaPath:"#/properties/cases/items/properties/because/anyOf/1/type",keyword:"type",params:{type:"array"},message:"m\
ust be array"};e===null?e=[c]:e.push(c),s++}var U=h===s;if(p=p||U,p)s=n,e!==null&&(n?e.length=n:e=null);else{let c={instancePath:r+"/cases/"+
t+"/because",schemaPath:"#/properties/cases/items/properties/because/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
e===null?e=[c]:e.push(c),s++}}if(u.skip!==void 0){let l=u.skip;if(typeof l!="boolean"&&typeof l!="string"){let n={instancePath:r+"/cases/"+t+
"/skip",schemaPath:"#/properties/cases/items/properties/skip/type",keyword:"type",params:{type:x.properties.cases.items.properties.skip.type},
message:"must be boolean,string"};e===null?e=[n]:e.push(n),s++}}if(u.only!==void 0&&typeof u.only!="boolean"){let l={instancePath:r+"/cases/"+
t+"/only",schemaPath:"#/properties/cases/items/properties/only/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?
e=[l]:e.push(l),s++}}else{let l={instancePath:r+"/cases/"+t,schemaPath:"#/properties/cases/items/type",keyword:"type",params:{type:"object"},
message:"must be object"};e===null?e=[l]:e.push(l),s++}}}else{let g={instancePath:r+"/cases",schemaPath:"#/properties/cases/type",keyword:"t\
ype",params:{type:"array"},message:"must be array"};e===null?e=[g]:e.push(g),s++}}if(O.invariants!==void 0){let v=O.invariants;if(Array.isArray(
v)){let g=v.length;for(let t=0;t<g;t++){let u=v[t];if(u&&typeof u=="object"&&!Array.isArray(u)){if(u.name===void 0){let l={instancePath:r+"/\
invariants/"+t,schemaPath:"#/properties/invariants/items/required",keyword:"required",params:{missingProperty:"name"},message:"must have req\
uired property 'name'"};e===null?e=[l]:e.push(l),s++}for(let l in u)if(!(l==="name"||l==="never"||l==="always"||l==="only"||l==="skip")){let n={
instancePath:r+"/invariants/"+t,schemaPath:"#/properties/invariants/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:l},
message:"must NOT have additional properties"};e===null?e=[n]:e.push(n),s++}if(u.name!==void 0&&typeof u.name!="string"){let l={instancePath:r+
"/invariants/"+t+"/name",schemaPath:"#/properties/invariants/items/properties/name/type",keyword:"type",params:{type:"string"},message:"must\
 be string"};e===null?e=[l]:e.push(l),s++}if(u.never!==void 0){let l=u.never;if(l&&typeof l=="object"&&!Array.isArray(l)){for(let n in l)if(!(n===
"principal"||n==="action"||n==="key"||n==="resource"||n==="encryptionContext"||n==="viaService"||n==="context"||n==="unless")){let p={instancePath:r+
"/invariants/"+t+"/never",schemaPath:"#/properties/invariants/items/properties/never/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:n},message:"must NOT have additional properties"};e===null?e=[p]:e.push(p),s++}if(l.principal!==void 0){let n=l.principal,
p=s,y=!1,h=s;if(typeof n!="string"){let a={instancePath:r+"/invariants/"+t+"/never/principal",schemaPath:"#/properties/invariants/items/prop\
erties/never/properties/principal/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),s++}
var H=h===s;y=y||H;let c=s;if(Array.isArray(n)){if(n.length<1){let i={instancePath:r+"/invariants/"+t+"/never/principal",schemaPath:"#/prope\
rties/invariants/items/properties/never/properties/principal/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fe\
wer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=n.length;for(let i=0;i<a;i++)if(typeof n[i]!="string"){let o={instancePath:r+"/invaria\
nts/"+t+"/never/principal/"+i,schemaPath:"#/properties/invariants/items/properties/never/properties/principal/anyOf/1/items/type",keyword:"t\
ype",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),s++}}else{let a={instancePath:r+"/invariants/"+t+"/never/prin\
cipal",schemaPath:"#/properties/invariants/items/properties/never/properties/principal/anyOf/1/type",keyword:"type",params:{type:"array"},message:"\
must be array"};e===null?e=[a]:e.push(a),s++}var H=c===s;if(y=y||H,y)s=p,e!==null&&(p?e.length=p:e=null);else{let a={instancePath:r+"/invari\
ants/"+t+"/never/principal",schemaPath:"#/properties/invariants/items/properties/never/properties/principal/anyOf",keyword:"anyOf",params:{},
message:"must match a schema in anyOf"};e===null?e=[a]:e.push(a),s++}}if(l.action!==void 0){let n=l.action,p=s,y=!1,h=s;if(typeof n!="string"){
let a={instancePath:r+"/invariants/"+t+"/never/action",schemaPath:"#/properties/invariants/items/properties/never/properties/action/anyOf/0/\
type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),s++}var J=h===s;y=y||J;let c=s;if(Array.isArray(
n)){if(n.length<1){let i={instancePath:r+"/invariants/"+t+"/never/action",schemaPath:"#/properties/invariants/items/properties/never/propert\
ies/action/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=n.
length;for(let i=0;i<a;i++)if(typeof n[i]!="string"){let o={instancePath:r+"/invariants/"+t+"/never/action/"+i,schemaPath:"#/properties/inva\
riants/items/properties/never/properties/action/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[o]:e.push(o),s++}}else{let a={instancePath:r+"/invariants/"+t+"/never/action",schemaPath:"#/properties/invariants/items/properties/never/\
properties/action/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[a]:e.push(a),s++}var J=c===s;if(y=
y||J,y)s=p,e!==null&&(p?e.length=p:e=null);else{let a={instancePath:r+"/invariants/"+t+"/never/action",schemaPath:"#/properties/invariants/i\
tems/properties/never/properties/action/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[a]:e.push(a),s++}}
if(l.key!==void 0){let n=l.key,p=s,y=!1,h=s;if(typeof n!="string"){let a={instancePath:r+"/invariants/"+t+"/never/key",schemaPath:"#/propert\
ies/invariants/items/properties/never/properties/key/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[a]:e.push(a),s++}var Q=h===s;y=y||Q;let c=s;if(Array.isArray(n)){if(n.length<1){let i={instancePath:r+"/invariants/"+t+"/never/key",schemaPath:"\
#/properties/invariants/items/properties/never/properties/key/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have f\
ewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=n.length;for(let i=0;i<a;i++)if(typeof n[i]!="string"){let o={instancePath:r+"/invari\
ants/"+t+"/never/key/"+i,schemaPath:"#/properties/invariants/items/properties/never/properties/key/anyOf/1/items/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),s++}}else{let a={instancePath:r+"/invariants/"+t+"/never/key",schemaPath:"\
#/properties/invariants/items/properties/never/properties/key/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===
null?e=[a]:e.push(a),s++}var Q=c===s;if(y=y||Q,y)s=p,e!==null&&(p?e.length=p:e=null);else{let a={instancePath:r+"/invariants/"+t+"/never/key",
schemaPath:"#/properties/invariants/items/properties/never/properties/key/anyOf",keyword:"anyOf",params:{},message:"must match a schema in a\
nyOf"};e===null?e=[a]:e.push(a),s++}}if(l.resource!==void 0){let n=l.resource,p=s,y=!1,h=s;if(typeof n!="string"){let a={instancePath:r+"/in\
variants/"+t+"/never/resource",schemaPath:"#/properties/invariants/items/properties/never/properties/resource/anyOf/0/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),s++}var ee=h===s;y=y||ee;let c=s;if(Array.isArray(n)){if(n.length<1){let i={
instancePath:r+"/invariants/"+t+"/never/resource",schemaPath:"#/properties/invariants/items/properties/never/properties/resource/anyOf/1/min\
Items",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=n.length;for(let i=0;i<
a;i++)if(typeof n[i]!="string"){let o={instancePath:r+"/invariants/"+t+"/never/resource/"+i,schemaPath:"#/properties/invariants/items/proper\
ties/never/properties/resource/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),
s++}}else{let a={instancePath:r+"/invariants/"+t+"/never/resource",schemaPath:"#/properties/invariants/items/properties/never/properties/res\
ource/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[a]:e.push(a),s++}var ee=c===s;if(y=y||ee,y)s=p,
e!==null&&(p?e.length=p:e=null);else{let a={instancePath:r+"/invariants/"+t+"/never/resource",schemaPath:"#/properties/invariants/items/prop\
erties/never/properties/resource/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[a]:e.push(a),s++}}if(l.
encryptionContext!==void 0){let n=l.encryptionContext;if(n&&typeof n=="object"&&!Array.isArray(n))for(let p in n){let y=n[p],h=s,c=!1,a=s;if(typeof y!=
"string"){let o={instancePath:r+"/invariants/"+t+"/never/encryptionContext/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properti\
es/invariants/items/properties/never/properties/encryptionContext/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[o]:e.push(o),s++}var se=a===s;c=c||se;let i=s;if(Array.isArray(y)){if(y.length<1){let f={instancePath:r+"/invar\
iants/"+t+"/never/encryptionContext/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/never/pr\
operties/encryptionContext/additionalProperties/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 it\
ems"};e===null?e=[f]:e.push(f),s++}let o=y.length;for(let f=0;f<o;f++)if(typeof y[f]!="string"){let m={instancePath:r+"/invariants/"+t+"/nev\
er/encryptionContext/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+f,schemaPath:"#/properties/invariants/items/properties/never/properties/\
encryptionContext/additionalProperties/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[m]:e.
push(m),s++}}else{let o={instancePath:r+"/invariants/"+t+"/never/encryptionContext/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/\
properties/invariants/items/properties/never/properties/encryptionContext/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"ar\
ray"},message:"must be array"};e===null?e=[o]:e.push(o),s++}var se=i===s;if(c=c||se,c)s=h,e!==null&&(h?e.length=h:e=null);else{let o={instancePath:r+
"/invariants/"+t+"/never/encryptionContext/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/n\
ever/properties/encryptionContext/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[
o]:e.push(o),s++}}else{let p={instancePath:r+"/invariants/"+t+"/never/encryptionContext",schemaPath:"#/properties/invariants/items/propertie\
s/never/properties/encryptionContext/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[p]:e.push(p),s++}}if(l.
viaService!==void 0){let n=l.viaService,p=s,y=!1,h=s;if(typeof n!="string"){let a={instancePath:r+"/invariants/"+t+"/never/viaService",schemaPath:"\
#/properties/invariants/items/properties/never/properties/viaService/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be st\
ring"};e===null?e=[a]:e.push(a),s++}var te=h===s;y=y||te;let c=s;if(Array.isArray(n)){if(n.length<1){let i={instancePath:r+"/invariants/"+t+
"/never/viaService",schemaPath:"#/properties/invariants/items/properties/never/properties/viaService/anyOf/1/minItems",keyword:"minItems",params:{
limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=n.length;for(let i=0;i<a;i++)if(typeof n[i]!="string"){
let o={instancePath:r+"/invariants/"+t+"/never/viaService/"+i,schemaPath:"#/properties/invariants/items/properties/never/properties/viaServi\
ce/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),s++}}else{let a={instancePath:r+
"/invariants/"+t+"/never/viaService",schemaPath:"#/properties/invariants/items/properties/never/properties/viaService/anyOf/1/type",keyword:"\
type",params:{type:"array"},message:"must be array"};e===null?e=[a]:e.push(a),s++}var te=c===s;if(y=y||te,y)s=p,e!==null&&(p?e.length=p:e=null);else{
let a={instancePath:r+"/invariants/"+t+"/never/viaService",schemaPath:"#/properties/invariants/items/properties/never/properties/viaService/\
anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[a]:e.push(a),s++}}if(l.context!==void 0){let n=l.context;
if(n&&typeof n=="object"&&!Array.isArray(n))for(let p in n){let y=n[p],h=s,c=!1,a=s;if(typeof y!="string"){let m={instancePath:r+"/invariant\
s/"+t+"/never/context/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/never/properties/conte\
xt/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[m]:e.push(m),s++}var N=a===
s;c=c||N;let i=s;if(!(typeof y=="number"&&isFinite(y))){let m={instancePath:r+"/invariants/"+t+"/never/context/"+p.replace(/~/g,"~0").replace(
/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/never/properties/context/additionalProperties/anyOf/1/type",keyword:"type",
params:{type:"number"},message:"must be number"};e===null?e=[m]:e.push(m),s++}var N=i===s;c=c||N;let o=s;if(typeof y!="boolean"){let m={instancePath:r+
"/invariants/"+t+"/never/context/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/never/prope\
rties/context/additionalProperties/anyOf/2/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[m]:e.push(m),
s++}var N=o===s;c=c||N;let f=s;if(Array.isArray(y)){let m=y.length;for(let w=0;w<m;w++)if(typeof y[w]!="string"){let k={instancePath:r+"/inv\
ariants/"+t+"/never/context/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+w,schemaPath:"#/properties/invariants/items/properties/never/prop\
erties/context/additionalProperties/anyOf/3/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[k]:e.push(
k),s++}}else{let m={instancePath:r+"/invariants/"+t+"/never/context/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/inva\
riants/items/properties/never/properties/context/additionalProperties/anyOf/3/type",keyword:"type",params:{type:"array"},message:"must be ar\
ray"};e===null?e=[m]:e.push(m),s++}var N=f===s;if(c=c||N,c)s=h,e!==null&&(h?e.length=h:e=null);else{let m={instancePath:r+"/invariants/"+t+"\
/never/context/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/never/properties/context/addi\
tionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[m]:e.push(m),s++}}else{let p={instancePath:r+
"/invariants/"+t+"/never/context",schemaPath:"#/properties/invariants/items/properties/never/properties/context/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[p]:e.push(p),s++}}if(l.unless!==void 0){let n=l.unless;if(n&&typeof n=="object"&&!Array.
isArray(n))for(let p in n){let y=n[p],h=s,c=!1,a=s;if(typeof y!="string"){let m={instancePath:r+"/invariants/"+t+"/never/unless/"+p.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/never/properties/unless/additionalProperties/anyOf/0/typ\
e",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[m]:e.push(m),s++}var S=a===s;c=c||S;let i=s;if(!(typeof y=="n\
umber"&&isFinite(y))){let m={instancePath:r+"/invariants/"+t+"/never/unless/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/propert\
ies/invariants/items/properties/never/properties/unless/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"number"},message:"mu\
st be number"};e===null?e=[m]:e.push(m),s++}var S=i===s;c=c||S;let o=s;if(typeof y!="boolean"){let m={instancePath:r+"/invariants/"+t+"/neve\
r/unless/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/never/properties/unless/additionalP\
roperties/anyOf/2/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[m]:e.push(m),s++}var S=o===s;c=c||S;let f=s;
if(Array.isArray(y)){let m=y.length;for(let w=0;w<m;w++)if(typeof y[w]!="string"){let k={instancePath:r+"/invariants/"+t+"/never/unless/"+p.
replace(/~/g,"~0").replace(/\//g,"~1")+"/"+w,schemaPath:"#/properties/invariants/items/properties/never/properties/unless/additionalProperti\
es/anyOf/3/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[k]:e.push(k),s++}}else{let m={instancePath:r+
"/invariants/"+t+"/never/unless/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/never/proper\
ties/unless/additionalProperties/anyOf/3/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[m]:e.push(m),s++}var S=f===
s;if(c=c||S,c)s=h,e!==null&&(h?e.length=h:e=null);else{let m={instancePath:r+"/invariants/"+t+"/never/unless/"+p.replace(/~/g,"~0").replace(
/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/never/properties/unless/additionalProperties/anyOf",keyword:"anyOf",params:{},
message:"must match a schema in anyOf"};e===null?e=[m]:e.push(m),s++}}else{let p={instancePath:r+"/invariants/"+t+"/never/unless",schemaPath:"\
#/properties/invariants/items/properties/never/properties/unless/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?
e=[p]:e.push(p),s++}}}else{let n={instancePath:r+"/invariants/"+t+"/never",schemaPath:"#/properties/invariants/items/properties/never/type",
keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[n]:e.push(n),s++}}if(u.always!==void 0){let l=u.always;if(l&&typeof l==
"object"&&!Array.isArray(l)){for(let n in l)if(!(n==="principal"||n==="action"||n==="key"||n==="resource"||n==="encryptionContext"||n==="via\
Service"||n==="context"||n==="unless")){let p={instancePath:r+"/invariants/"+t+"/always",schemaPath:"#/properties/invariants/items/propertie\
s/always/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:n},message:"must NOT have additional properties"};e===
null?e=[p]:e.push(p),s++}if(l.principal!==void 0){let n=l.principal,p=s,y=!1,h=s;if(typeof n!="string"){let a={instancePath:r+"/invariants/"+
t+"/always/principal",schemaPath:"#/properties/invariants/items/properties/always/properties/principal/anyOf/0/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),s++}var re=h===s;y=y||re;let c=s;if(Array.isArray(n)){if(n.length<1){let i={
instancePath:r+"/invariants/"+t+"/always/principal",schemaPath:"#/properties/invariants/items/properties/always/properties/principal/anyOf/1\
/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=n.length;for(let i=0;i<
a;i++)if(typeof n[i]!="string"){let o={instancePath:r+"/invariants/"+t+"/always/principal/"+i,schemaPath:"#/properties/invariants/items/prop\
erties/always/properties/principal/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(
o),s++}}else{let a={instancePath:r+"/invariants/"+t+"/always/principal",schemaPath:"#/properties/invariants/items/properties/always/properti\
es/principal/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[a]:e.push(a),s++}var re=c===s;if(y=y||re,
y)s=p,e!==null&&(p?e.length=p:e=null);else{let a={instancePath:r+"/invariants/"+t+"/always/principal",schemaPath:"#/properties/invariants/it\
ems/properties/always/properties/principal/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[a]:e.push(a),
s++}}if(l.action!==void 0){let n=l.action,p=s,y=!1,h=s;if(typeof n!="string"){let a={instancePath:r+"/invariants/"+t+"/always/action",schemaPath:"\
#/properties/invariants/items/properties/always/properties/action/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be strin\
g"};e===null?e=[a]:e.push(a),s++}var ae=h===s;y=y||ae;let c=s;if(Array.isArray(n)){if(n.length<1){let i={instancePath:r+"/invariants/"+t+"/a\
lways/action",schemaPath:"#/properties/invariants/items/properties/always/properties/action/anyOf/1/minItems",keyword:"minItems",params:{limit:1},
message:"must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=n.length;for(let i=0;i<a;i++)if(typeof n[i]!="string"){let o={
instancePath:r+"/invariants/"+t+"/always/action/"+i,schemaPath:"#/properties/invariants/items/properties/always/properties/action/anyOf/1/it\
ems/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),s++}}else{let a={instancePath:r+"/invaria\
nts/"+t+"/always/action",schemaPath:"#/properties/invariants/items/properties/always/properties/action/anyOf/1/type",keyword:"type",params:{
type:"array"},message:"must be array"};e===null?e=[a]:e.push(a),s++}var ae=c===s;if(y=y||ae,y)s=p,e!==null&&(p?e.length=p:e=null);else{let a={
instancePath:r+"/invariants/"+t+"/always/action",schemaPath:"#/properties/invariants/items/properties/always/properties/action/anyOf",keyword:"\
anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[a]:e.push(a),s++}}if(l.key!==void 0){let n=l.key,p=s,y=!1,h=s;if(typeof n!=
"string"){let a={instancePath:r+"/invariants/"+t+"/always/key",schemaPath:"#/properties/invariants/items/properties/always/properties/key/an\
yOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),s++}var ie=h===s;y=y||ie;let c=s;if(Array.
isArray(n)){if(n.length<1){let i={instancePath:r+"/invariants/"+t+"/always/key",schemaPath:"#/properties/invariants/items/properties/always/\
properties/key/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}
let a=n.length;for(let i=0;i<a;i++)if(typeof n[i]!="string"){let o={instancePath:r+"/invariants/"+t+"/always/key/"+i,schemaPath:"#/propertie\
s/invariants/items/properties/always/properties/key/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===
null?e=[o]:e.push(o),s++}}else{let a={instancePath:r+"/invariants/"+t+"/always/key",schemaPath:"#/properties/invariants/items/properties/alw\
ays/properties/key/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[a]:e.push(a),s++}var ie=c===s;if(y=
y||ie,y)s=p,e!==null&&(p?e.length=p:e=null);else{let a={instancePath:r+"/invariants/"+t+"/always/key",schemaPath:"#/properties/invariants/it\
ems/properties/always/properties/key/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[a]:e.push(a),s++}}
if(l.resource!==void 0){let n=l.resource,p=s,y=!1,h=s;if(typeof n!="string"){let a={instancePath:r+"/invariants/"+t+"/always/resource",schemaPath:"\
#/properties/invariants/items/properties/always/properties/resource/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be str\
ing"};e===null?e=[a]:e.push(a),s++}var ne=h===s;y=y||ne;let c=s;if(Array.isArray(n)){if(n.length<1){let i={instancePath:r+"/invariants/"+t+"\
/always/resource",schemaPath:"#/properties/invariants/items/properties/always/properties/resource/anyOf/1/minItems",keyword:"minItems",params:{
limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=n.length;for(let i=0;i<a;i++)if(typeof n[i]!="string"){
let o={instancePath:r+"/invariants/"+t+"/always/resource/"+i,schemaPath:"#/properties/invariants/items/properties/always/properties/resource\
/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),s++}}else{let a={instancePath:r+
"/invariants/"+t+"/always/resource",schemaPath:"#/properties/invariants/items/properties/always/properties/resource/anyOf/1/type",keyword:"t\
ype",params:{type:"array"},message:"must be array"};e===null?e=[a]:e.push(a),s++}var ne=c===s;if(y=y||ne,y)s=p,e!==null&&(p?e.length=p:e=null);else{
let a={instancePath:r+"/invariants/"+t+"/always/resource",schemaPath:"#/properties/invariants/items/properties/always/properties/resource/an\
yOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[a]:e.push(a),s++}}if(l.encryptionContext!==void 0){let n=l.
encryptionContext;if(n&&typeof n=="object"&&!Array.isArray(n))for(let p in n){let y=n[p],h=s,c=!1,a=s;if(typeof y!="string"){let o={instancePath:r+
"/invariants/"+t+"/always/encryptionContext/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/\
always/properties/encryptionContext/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[o]:e.push(o),s++}var pe=a===s;c=c||pe;let i=s;if(Array.isArray(y)){if(y.length<1){let f={instancePath:r+"/invariants/"+t+"/always/encrypt\
ionContext/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/always/properties/encryptionConte\
xt/additionalProperties/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[f]:e.push(
f),s++}let o=y.length;for(let f=0;f<o;f++)if(typeof y[f]!="string"){let m={instancePath:r+"/invariants/"+t+"/always/encryptionContext/"+p.replace(
/~/g,"~0").replace(/\//g,"~1")+"/"+f,schemaPath:"#/properties/invariants/items/properties/always/properties/encryptionContext/additionalProp\
erties/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[m]:e.push(m),s++}}else{let o={instancePath:r+
"/invariants/"+t+"/always/encryptionContext/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/\
always/properties/encryptionContext/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?
e=[o]:e.push(o),s++}var pe=i===s;if(c=c||pe,c)s=h,e!==null&&(h?e.length=h:e=null);else{let o={instancePath:r+"/invariants/"+t+"/always/encry\
ptionContext/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/always/properties/encryptionCon\
text/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[o]:e.push(o),s++}}else{let p={
instancePath:r+"/invariants/"+t+"/always/encryptionContext",schemaPath:"#/properties/invariants/items/properties/always/properties/encryptio\
nContext/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[p]:e.push(p),s++}}if(l.viaService!==void 0){let n=l.
viaService,p=s,y=!1,h=s;if(typeof n!="string"){let a={instancePath:r+"/invariants/"+t+"/always/viaService",schemaPath:"#/properties/invarian\
ts/items/properties/always/properties/viaService/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:
e.push(a),s++}var oe=h===s;y=y||oe;let c=s;if(Array.isArray(n)){if(n.length<1){let i={instancePath:r+"/invariants/"+t+"/always/viaService",schemaPath:"\
#/properties/invariants/items/properties/always/properties/viaService/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NO\
T have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=n.length;for(let i=0;i<a;i++)if(typeof n[i]!="string"){let o={instancePath:r+
"/invariants/"+t+"/always/viaService/"+i,schemaPath:"#/properties/invariants/items/properties/always/properties/viaService/anyOf/1/items/typ\
e",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),s++}}else{let a={instancePath:r+"/invariants/"+t+
"/always/viaService",schemaPath:"#/properties/invariants/items/properties/always/properties/viaService/anyOf/1/type",keyword:"type",params:{
type:"array"},message:"must be array"};e===null?e=[a]:e.push(a),s++}var oe=c===s;if(y=y||oe,y)s=p,e!==null&&(p?e.length=p:e=null);else{let a={
instancePath:r+"/invariants/"+t+"/always/viaService",schemaPath:"#/properties/invariants/items/properties/always/properties/viaService/anyOf",
keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[a]:e.push(a),s++}}if(l.context!==void 0){let n=l.context;if(n&&
typeof n=="object"&&!Array.isArray(n))for(let p in n){let y=n[p],h=s,c=!1,a=s;if(typeof y!="string"){let m={instancePath:r+"/invariants/"+t+
"/always/context/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/always/properties/context/a\
dditionalProperties/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[m]:e.push(m),s++}var q=a===s;c=
c||q;let i=s;if(!(typeof y=="number"&&isFinite(y))){let m={instancePath:r+"/invariants/"+t+"/always/context/"+p.replace(/~/g,"~0").replace(/\//g,
"~1"),schemaPath:"#/properties/invariants/items/properties/always/properties/context/additionalProperties/anyOf/1/type",keyword:"type",params:{
type:"number"},message:"must be number"};e===null?e=[m]:e.push(m),s++}var q=i===s;c=c||q;let o=s;if(typeof y!="boolean"){let m={instancePath:r+
"/invariants/"+t+"/always/context/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/always/pro\
perties/context/additionalProperties/anyOf/2/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[m]:e.push(m),
s++}var q=o===s;c=c||q;let f=s;if(Array.isArray(y)){let m=y.length;for(let w=0;w<m;w++)if(typeof y[w]!="string"){let k={instancePath:r+"/inv\
ariants/"+t+"/always/context/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+w,schemaPath:"#/properties/invariants/items/properties/always/pr\
operties/context/additionalProperties/anyOf/3/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[k]:e.push(
k),s++}}else{let m={instancePath:r+"/invariants/"+t+"/always/context/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/inv\
ariants/items/properties/always/properties/context/additionalProperties/anyOf/3/type",keyword:"type",params:{type:"array"},message:"must be \
array"};e===null?e=[m]:e.push(m),s++}var q=f===s;if(c=c||q,c)s=h,e!==null&&(h?e.length=h:e=null);else{let m={instancePath:r+"/invariants/"+t+
"/always/context/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/always/properties/context/a\
dditionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[m]:e.push(m),s++}}else{let p={instancePath:r+
"/invariants/"+t+"/always/context",schemaPath:"#/properties/invariants/items/properties/always/properties/context/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[p]:e.push(p),s++}}if(l.unless!==void 0){let n=l.unless;if(n&&typeof n=="object"&&!Array.
isArray(n))for(let p in n){let y=n[p],h=s,c=!1,a=s;if(typeof y!="string"){let m={instancePath:r+"/invariants/"+t+"/always/unless/"+p.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/always/properties/unless/additionalProperties/anyOf/0/ty\
pe",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[m]:e.push(m),s++}var W=a===s;c=c||W;let i=s;if(!(typeof y=="\
number"&&isFinite(y))){let m={instancePath:r+"/invariants/"+t+"/always/unless/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/prope\
rties/invariants/items/properties/always/properties/unless/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"number"},message:"\
must be number"};e===null?e=[m]:e.push(m),s++}var W=i===s;c=c||W;let o=s;if(typeof y!="boolean"){let m={instancePath:r+"/invariants/"+t+"/al\
ways/unless/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/always/properties/unless/additio\
nalProperties/anyOf/2/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[m]:e.push(m),s++}var W=o===s;c=c||
W;let f=s;if(Array.isArray(y)){let m=y.length;for(let w=0;w<m;w++)if(typeof y[w]!="string"){let k={instancePath:r+"/invariants/"+t+"/always/\
unless/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+w,schemaPath:"#/properties/invariants/items/properties/always/properties/unless/additi\
onalProperties/anyOf/3/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[k]:e.push(k),s++}}else{let m={
instancePath:r+"/invariants/"+t+"/always/unless/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/propert\
ies/always/properties/unless/additionalProperties/anyOf/3/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[m]:
e.push(m),s++}var W=f===s;if(c=c||W,c)s=h,e!==null&&(h?e.length=h:e=null);else{let m={instancePath:r+"/invariants/"+t+"/always/unless/"+p.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/always/properties/unless/additionalProperties/anyOf",keyword:"\
anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[m]:e.push(m),s++}}else{let p={instancePath:r+"/invariants/"+t+"/always/\
unless",schemaPath:"#/properties/invariants/items/properties/always/properties/unless/type",keyword:"type",params:{type:"object"},message:"m\
ust be object"};e===null?e=[p]:e.push(p),s++}}}else{let n={instancePath:r+"/invariants/"+t+"/always",schemaPath:"#/properties/invariants/ite\
ms/properties/always/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[n]:e.push(n),s++}}if(u.only!==void 0){
let l=u.only;if(l&&typeof l=="object"&&!Array.isArray(l)){for(let n in l)if(!(n==="principal"||n==="action"||n==="key"||n==="resource"||n===
"encryptionContext"||n==="viaService"||n==="context"||n==="unless")){let p={instancePath:r+"/invariants/"+t+"/only",schemaPath:"#/properties\
/invariants/items/properties/only/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:n},message:"must NOT have \
additional properties"};e===null?e=[p]:e.push(p),s++}if(l.principal!==void 0){let n=l.principal,p=s,y=!1,h=s;if(typeof n!="string"){let a={instancePath:r+
"/invariants/"+t+"/only/principal",schemaPath:"#/properties/invariants/items/properties/only/properties/principal/anyOf/0/type",keyword:"typ\
e",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),s++}var le=h===s;y=y||le;let c=s;if(Array.isArray(n)){if(n.length<
1){let i={instancePath:r+"/invariants/"+t+"/only/principal",schemaPath:"#/properties/invariants/items/properties/only/properties/principal/a\
nyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=n.length;
for(let i=0;i<a;i++)if(typeof n[i]!="string"){let o={instancePath:r+"/invariants/"+t+"/only/principal/"+i,schemaPath:"#/properties/invariant\
s/items/properties/only/properties/principal/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=
[o]:e.push(o),s++}}else{let a={instancePath:r+"/invariants/"+t+"/only/principal",schemaPath:"#/properties/invariants/items/properties/only/p\
roperties/principal/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[a]:e.push(a),s++}var le=c===s;if(y=
y||le,y)s=p,e!==null&&(p?e.length=p:e=null);else{let a={instancePath:r+"/invariants/"+t+"/only/principal",schemaPath:"#/properties/invariant\
s/items/properties/only/properties/principal/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[a]:e.push(
a),s++}}if(l.action!==void 0){let n=l.action,p=s,y=!1,h=s;if(typeof n!="string"){let a={instancePath:r+"/invariants/"+t+"/only/action",schemaPath:"\
#/properties/invariants/items/properties/only/properties/action/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};
e===null?e=[a]:e.push(a),s++}var ce=h===s;y=y||ce;let c=s;if(Array.isArray(n)){if(n.length<1){let i={instancePath:r+"/invariants/"+t+"/only/\
action",schemaPath:"#/properties/invariants/items/properties/only/properties/action/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"\
must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=n.length;for(let i=0;i<a;i++)if(typeof n[i]!="string"){let o={instancePath:r+
"/invariants/"+t+"/only/action/"+i,schemaPath:"#/properties/invariants/items/properties/only/properties/action/anyOf/1/items/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),s++}}else{let a={instancePath:r+"/invariants/"+t+"/only/acti\
on",schemaPath:"#/properties/invariants/items/properties/only/properties/action/anyOf/1/type",keyword:"type",params:{type:"array"},message:"\
must be array"};e===null?e=[a]:e.push(a),s++}var ce=c===s;if(y=y||ce,y)s=p,e!==null&&(p?e.length=p:e=null);else{let a={instancePath:r+"/inva\
riants/"+t+"/only/action",schemaPath:"#/properties/invariants/items/properties/only/properties/action/anyOf",keyword:"anyOf",params:{},message:"\
must match a schema in anyOf"};e===null?e=[a]:e.push(a),s++}}if(l.key!==void 0){let n=l.key,p=s,y=!1,h=s;if(typeof n!="string"){let a={instancePath:r+
"/invariants/"+t+"/only/key",schemaPath:"#/properties/invariants/items/properties/only/properties/key/anyOf/0/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[a]:e.push(a),s++}var ye=h===s;y=y||ye;let c=s;if(Array.isArray(n)){if(n.length<1){let i={instancePath:r+
"/invariants/"+t+"/only/key",schemaPath:"#/properties/invariants/items/properties/only/properties/key/anyOf/1/minItems",keyword:"minItems",params:{
limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=n.length;for(let i=0;i<a;i++)if(typeof n[i]!="string"){
let o={instancePath:r+"/invariants/"+t+"/only/key/"+i,schemaPath:"#/properties/invariants/items/properties/only/properties/key/anyOf/1/items\
/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),s++}}else{let a={instancePath:r+"/invariants\
/"+t+"/only/key",schemaPath:"#/properties/invariants/items/properties/only/properties/key/anyOf/1/type",keyword:"type",params:{type:"array"},
message:"must be array"};e===null?e=[a]:e.push(a),s++}var ye=c===s;if(y=y||ye,y)s=p,e!==null&&(p?e.length=p:e=null);else{let a={instancePath:r+
"/invariants/"+t+"/only/key",schemaPath:"#/properties/invariants/items/properties/only/properties/key/anyOf",keyword:"anyOf",params:{},message:"\
must match a schema in anyOf"};e===null?e=[a]:e.push(a),s++}}if(l.resource!==void 0){let n=l.resource,p=s,y=!1,h=s;if(typeof n!="string"){let a={
instancePath:r+"/invariants/"+t+"/only/resource",schemaPath:"#/properties/invariants/items/properties/only/properties/resource/anyOf/0/type",
keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),s++}var me=h===s;y=y||me;let c=s;if(Array.isArray(n)){
if(n.length<1){let i={instancePath:r+"/invariants/"+t+"/only/resource",schemaPath:"#/properties/invariants/items/properties/only/properties/\
resource/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=n.
length;for(let i=0;i<a;i++)if(typeof n[i]!="string"){let o={instancePath:r+"/invariants/"+t+"/only/resource/"+i,schemaPath:"#/properties/inv\
ariants/items/properties/only/properties/resource/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[o]:e.push(o),s++}}else{let a={instancePath:r+"/invariants/"+t+"/only/resource",schemaPath:"#/properties/invariants/items/properties/only/\
properties/resource/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[a]:e.push(a),s++}var me=c===s;if(y=
y||me,y)s=p,e!==null&&(p?e.length=p:e=null);else{let a={instancePath:r+"/invariants/"+t+"/only/resource",schemaPath:"#/properties/invariants\
/items/properties/only/properties/resource/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[a]:e.push(a),
s++}}if(l.encryptionContext!==void 0){let n=l.encryptionContext;if(n&&typeof n=="object"&&!Array.isArray(n))for(let p in n){let y=n[p],h=s,c=!1,
a=s;if(typeof y!="string"){let o={instancePath:r+"/invariants/"+t+"/only/encryptionContext/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/invariants/items/properties/only/properties/encryptionContext/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"s\
tring"},message:"must be string"};e===null?e=[o]:e.push(o),s++}var fe=a===s;c=c||fe;let i=s;if(Array.isArray(y)){if(y.length<1){let f={instancePath:r+
"/invariants/"+t+"/only/encryptionContext/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/on\
ly/properties/encryptionContext/additionalProperties/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than\
 1 items"};e===null?e=[f]:e.push(f),s++}let o=y.length;for(let f=0;f<o;f++)if(typeof y[f]!="string"){let m={instancePath:r+"/invariants/"+t+
"/only/encryptionContext/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+f,schemaPath:"#/properties/invariants/items/properties/only/properti\
es/encryptionContext/additionalProperties/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[m]:
e.push(m),s++}}else{let o={instancePath:r+"/invariants/"+t+"/only/encryptionContext/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#\
/properties/invariants/items/properties/only/properties/encryptionContext/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"ar\
ray"},message:"must be array"};e===null?e=[o]:e.push(o),s++}var fe=i===s;if(c=c||fe,c)s=h,e!==null&&(h?e.length=h:e=null);else{let o={instancePath:r+
"/invariants/"+t+"/only/encryptionContext/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/on\
ly/properties/encryptionContext/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[o]:
e.push(o),s++}}else{let p={instancePath:r+"/invariants/"+t+"/only/encryptionContext",schemaPath:"#/properties/invariants/items/properties/on\
ly/properties/encryptionContext/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[p]:e.push(p),s++}}if(l.viaService!==
void 0){let n=l.viaService,p=s,y=!1,h=s;if(typeof n!="string"){let a={instancePath:r+"/invariants/"+t+"/only/viaService",schemaPath:"#/prope\
rties/invariants/items/properties/only/properties/viaService/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===
null?e=[a]:e.push(a),s++}var he=h===s;y=y||he;let c=s;if(Array.isArray(n)){if(n.length<1){let i={instancePath:r+"/invariants/"+t+"/only/viaS\
ervice",schemaPath:"#/properties/invariants/items/properties/only/properties/viaService/anyOf/1/minItems",keyword:"minItems",params:{limit:1},
message:"must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=n.length;for(let i=0;i<a;i++)if(typeof n[i]!="string"){let o={
instancePath:r+"/invariants/"+t+"/only/viaService/"+i,schemaPath:"#/properties/invariants/items/properties/only/properties/viaService/anyOf/\
1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),s++}}else{let a={instancePath:r+"/inv\
ariants/"+t+"/only/viaService",schemaPath:"#/properties/invariants/items/properties/only/properties/viaService/anyOf/1/type",keyword:"type",
params:{type:"array"},message:"must be array"};e===null?e=[a]:e.push(a),s++}var he=c===s;if(y=y||he,y)s=p,e!==null&&(p?e.length=p:e=null);else{
let a={instancePath:r+"/invariants/"+t+"/only/viaService",schemaPath:"#/properties/invariants/items/properties/only/properties/viaService/an\
yOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[a]:e.push(a),s++}}if(l.context!==void 0){let n=l.context;
if(n&&typeof n=="object"&&!Array.isArray(n))for(let p in n){let y=n[p],h=s,c=!1,a=s;if(typeof y!="string"){let m={instancePath:r+"/invariant\
s/"+t+"/only/context/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/only/properties/context\
/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[m]:e.push(m),s++}var R=a===s;
c=c||R;let i=s;if(!(typeof y=="number"&&isFinite(y))){let m={instancePath:r+"/invariants/"+t+"/only/context/"+p.replace(/~/g,"~0").replace(/\//g,
"~1"),schemaPath:"#/properties/invariants/items/properties/only/properties/context/additionalProperties/anyOf/1/type",keyword:"type",params:{
type:"number"},message:"must be number"};e===null?e=[m]:e.push(m),s++}var R=i===s;c=c||R;let o=s;if(typeof y!="boolean"){let m={instancePath:r+
"/invariants/"+t+"/only/context/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/only/propert\
ies/context/additionalProperties/anyOf/2/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[m]:e.push(m),s++}
var R=o===s;c=c||R;let f=s;if(Array.isArray(y)){let m=y.length;for(let w=0;w<m;w++)if(typeof y[w]!="string"){let k={instancePath:r+"/invaria\
nts/"+t+"/only/context/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+w,schemaPath:"#/properties/invariants/items/properties/only/properties\
/context/additionalProperties/anyOf/3/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[k]:e.push(k),s++}}else{
let m={instancePath:r+"/invariants/"+t+"/only/context/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/p\
roperties/only/properties/context/additionalProperties/anyOf/3/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?
e=[m]:e.push(m),s++}var R=f===s;if(c=c||R,c)s=h,e!==null&&(h?e.length=h:e=null);else{let m={instancePath:r+"/invariants/"+t+"/only/context/"+
p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/only/properties/context/additionalProperties/a\
nyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[m]:e.push(m),s++}}else{let p={instancePath:r+"/invariant\
s/"+t+"/only/context",schemaPath:"#/properties/invariants/items/properties/only/properties/context/type",keyword:"type",params:{type:"object"},
message:"must be object"};e===null?e=[p]:e.push(p),s++}}if(l.unless!==void 0){let n=l.unless;if(n&&typeof n=="object"&&!Array.isArray(n))for(let p in n){
let y=n[p],h=s,c=!1,a=s;if(typeof y!="string"){let m={instancePath:r+"/invariants/"+t+"/only/unless/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),
schemaPath:"#/properties/invariants/items/properties/only/properties/unless/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[m]:e.push(m),s++}var E=a===s;c=c||E;let i=s;if(!(typeof y=="number"&&isFinite(y))){let m={instancePath:r+
"/invariants/"+t+"/only/unless/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/only/properti\
es/unless/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"number"},message:"must be number"};e===null?e=[m]:e.push(m),s++}var E=i===
s;c=c||E;let o=s;if(typeof y!="boolean"){let m={instancePath:r+"/invariants/"+t+"/only/unless/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/invariants/items/properties/only/properties/unless/additionalProperties/anyOf/2/type",keyword:"type",params:{type:"boolean"},message:"\
must be boolean"};e===null?e=[m]:e.push(m),s++}var E=o===s;c=c||E;let f=s;if(Array.isArray(y)){let m=y.length;for(let w=0;w<m;w++)if(typeof y[w]!=
"string"){let k={instancePath:r+"/invariants/"+t+"/only/unless/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+w,schemaPath:"#/properties/inv\
ariants/items/properties/only/properties/unless/additionalProperties/anyOf/3/items/type",keyword:"type",params:{type:"string"},message:"must\
 be string"};e===null?e=[k]:e.push(k),s++}}else{let m={instancePath:r+"/invariants/"+t+"/only/unless/"+p.replace(/~/g,"~0").replace(/\//g,"~\
1"),schemaPath:"#/properties/invariants/items/properties/only/properties/unless/additionalProperties/anyOf/3/type",keyword:"type",params:{type:"\
array"},message:"must be array"};e===null?e=[m]:e.push(m),s++}var E=f===s;if(c=c||E,c)s=h,e!==null&&(h?e.length=h:e=null);else{let m={instancePath:r+
"/invariants/"+t+"/only/unless/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/only/properti\
es/unless/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[m]:e.push(m),s++}}else{let p={
instancePath:r+"/invariants/"+t+"/only/unless",schemaPath:"#/properties/invariants/items/properties/only/properties/unless/type",keyword:"ty\
pe",params:{type:"object"},message:"must be object"};e===null?e=[p]:e.push(p),s++}}}else{let n={instancePath:r+"/invariants/"+t+"/only",schemaPath:"\
#/properties/invariants/items/properties/only/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[n]:e.push(n),
s++}}if(u.skip!==void 0){let l=u.skip;if(typeof l!="boolean"&&typeof l!="string"){let n={instancePath:r+"/invariants/"+t+"/skip",schemaPath:"\
#/properties/invariants/items/properties/skip/type",keyword:"type",params:{type:x.properties.invariants.items.properties.skip.type},message:"\
must be boolean,string"};e===null?e=[n]:e.push(n),s++}}}else{let l={instancePath:r+"/invariants/"+t,schemaPath:"#/properties/invariants/item\
s/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[l]:e.push(l),s++}}}else{let g={instancePath:r+"/invarian\
ts",schemaPath:"#/properties/invariants/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[g]:e.push(g),s++}}}else{
let v={instancePath:r,schemaPath:"#/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[v]:e.push(v),s++}return z.
errors=e,s===0}z.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};var ve={"#/additionalProperties":["$schema","version","account","regio\
n","world","defaults","cases","invariants"],"#/properties/defaults/additionalProperties":["principal","action","key","resource","on","accoun\
t","context","encryptionContext","viaService","grantTokens","endpoint","time","unknown","expect"],"#/properties/cases/items/additionalProper\
ties":["name","principal","action","key","resource","on","account","context","encryptionContext","viaService","grantTokens","endpoint","time",
"unknown","each","flow","roundTrip","expect","because","skip","only"],"#/properties/cases/items/properties/each/anyOf/0/additionalProperties":[
"principal","action","key","resource","on","account","context","encryptionContext","viaService","grantTokens","endpoint","time","unknown","e\
xpect","because"],"#/properties/cases/items/properties/each/anyOf/0/properties/expect/items/anyOf/1/additionalProperties":["outcome","via"],
"#/properties/cases/items/properties/each/anyOf/1/items/additionalProperties":["principal","action","key","resource","on","account","context",
"encryptionContext","viaService","grantTokens","endpoint","time","unknown","expect","because"],"#/properties/cases/items/properties/each/any\
Of/1/items/properties/expect/anyOf/1/additionalProperties":["outcome","via"],"#/properties/cases/items/properties/roundTrip/additionalProper\
ties":["writer","reader","with","key","encryptionContext","readerContext"],"#/properties/cases/items/properties/expect/anyOf/1/additionalPro\
perties":["outcome","via"],"#/properties/invariants/items/additionalProperties":["name","never","always","only","skip"],"#/properties/invari\
ants/items/properties/never/additionalProperties":["principal","action","key","resource","encryptionContext","viaService","context","unless"],
"#/properties/invariants/items/properties/always/additionalProperties":["principal","action","key","resource","encryptionContext","viaServic\
e","context","unless"],"#/properties/invariants/items/properties/only/additionalProperties":["principal","action","key","resource","encrypti\
onContext","viaService","context","unless"]},xe=O=>de(O)?[]:ge(de.errors,ve);export{xe as validateTest};
