// Compiled from the JSON Schemas of schemas/ by .build/schemas.ts: run `npm run schemas`, never edit.
import{readFaults as ge}from"../world/faults.ts";var de=z,x={$schema:"https://json-schema.org/draft/2020-12/schema",$id:"urn:kmsward:schemas\
:test",title:"kmsward test file",description:"Tests of policies, `*.ward.yaml`: a world, cases with what is to come of them, and invariants.",
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
type:"object",properties:{name:{type:"string"},never:{type:"object",properties:{principal:{anyOf:[{type:"string"},{minItems:1,type:"array",items:{
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
additionalProperties:!1,description:"No such request is ever allowed."},always:{type:"object",properties:{principal:{anyOf:[{type:"string"},
{minItems:1,type:"array",items:{type:"string"}}],description:"Who asks: short names of the world, ARNs, accounts, service principals, or pat\
terns of ARNs as aws:PrincipalArn has them."},action:{anyOf:[{type:"string"},{minItems:1,type:"array",items:{type:"string"}}],description:"W\
hat is asked for: kms:Decrypt, or a pattern: kms:Generate*. Absent: everything that is checked on a key."},key:{anyOf:[{type:"string"},{minItems:1,
type:"array",items:{type:"string"}}],description:"Of which keys: short names of the world, aliases, ids, ARNs, or patterns. Absent: of every\
 key of the world."},resource:{anyOf:[{type:"string"},{minItems:1,type:"array",items:{type:"string"}}],description:"Instead of `key`: ARNs o\
f keys, or patterns."},encryptionContext:{type:"object",additionalProperties:{anyOf:[{type:"string"},{minItems:1,type:"array",items:{type:"s\
tring"}}]},description:"Pairs that the encryption context has, among others perhaps; values may be patterns."},viaService:{anyOf:[{type:"str\
ing"},{minItems:1,type:"array",items:{type:"string"}}],description:"The service that calls on the principal's behalf: s3, or s3.us-east-1.am\
azonaws.com."},context:{type:"object",additionalProperties:{anyOf:[{type:"string"},{type:"number"},{type:"boolean"},{type:"array",items:{type:"\
string"}}]},description:"Condition keys with the values that are meant; of a list, any; with * and ?, what matches."},unless:{type:"object",
additionalProperties:{anyOf:[{type:"string"},{type:"number"},{type:"boolean"},{type:"array",items:{type:"string"}}]},description:"Condition \
keys: requests that have all these values are not meant."}},additionalProperties:!1,description:"Every such request is allowed."},only:{type:"\
object",properties:{principal:{anyOf:[{type:"string"},{minItems:1,type:"array",items:{type:"string"}}],description:"Who asks: short names of\
 the world, ARNs, accounts, service principals, or patterns of ARNs as aws:PrincipalArn has them."},action:{anyOf:[{type:"string"},{minItems:1,
type:"array",items:{type:"string"}}],description:"What is asked for: kms:Decrypt, or a pattern: kms:Generate*. Absent: everything that is ch\
ecked on a key."},key:{anyOf:[{type:"string"},{minItems:1,type:"array",items:{type:"string"}}],description:"Of which keys: short names of th\
e world, aliases, ids, ARNs, or patterns. Absent: of every key of the world."},resource:{anyOf:[{type:"string"},{minItems:1,type:"array",items:{
type:"string"}}],description:"Instead of `key`: ARNs of keys, or patterns."},encryptionContext:{type:"object",additionalProperties:{anyOf:[{
type:"string"},{minItems:1,type:"array",items:{type:"string"}}]},description:"Pairs that the encryption context has, among others perhaps; v\
alues may be patterns."},viaService:{anyOf:[{type:"string"},{minItems:1,type:"array",items:{type:"string"}}],description:"The service that c\
alls on the principal's behalf: s3, or s3.us-east-1.amazonaws.com."},context:{type:"object",additionalProperties:{anyOf:[{type:"string"},{type:"\
number"},{type:"boolean"},{type:"array",items:{type:"string"}}]},description:"Condition keys with the values that are meant; of a list, any;\
 with * and ?, what matches."},unless:{type:"object",additionalProperties:{anyOf:[{type:"string"},{type:"number"},{type:"boolean"},{type:"ar\
ray",items:{type:"string"}}]},description:"Condition keys: requests that have all these values are not meant."}},additionalProperties:!1,description:"\
Of such requests, none but those of these principals is ever allowed."},skip:{description:"true, or why this is not tried.",type:["boolean",
"string"]}},required:["name"],additionalProperties:!1},description:"What holds of all requests."}},required:["version"],additionalProperties:!1},
$=Object.prototype.hasOwnProperty;function z(O,{instancePath:r="",parentData:we,parentDataProperty:ke,rootData:be=O,dynamicAnchors:Pe={}}={}){
let e=null,s=0,G=z.evaluated;if(G.dynamicProps&&(G.props=void 0),G.dynamicItems&&(G.items=void 0),O&&typeof O=="object"&&!Array.isArray(O)){
if(O.version===void 0){let v={instancePath:r,schemaPath:"#/required",keyword:"required",params:{missingProperty:"version"},message:"must hav\
e required property 'version'"};e===null?e=[v]:e.push(v),s++}for(let v in O)if(!(v==="$schema"||v==="version"||v==="account"||v==="region"||
v==="world"||v==="defaults"||v==="cases"||v==="invariants")){let g={instancePath:r,schemaPath:"#/additionalProperties",keyword:"additionalPr\
operties",params:{additionalProperty:v},message:"must NOT have additional properties"};e===null?e=[g]:e.push(g),s++}if(O.$schema!==void 0&&typeof O.
$schema!="string"){let v={instancePath:r+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[v]:e.push(v),s++}if(O.version!==void 0){let v=O.version;if(!(typeof v=="number"&&isFinite(v))){let g={instancePath:r+
"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type:"number"},message:"must be number"};e===null?e=[g]:e.push(g),s++}
if(v!==1){let g={instancePath:r+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue:1},message:"must be \
equal to constant"};e===null?e=[g]:e.push(g),s++}}if(O.account!==void 0&&typeof O.account!="string"){let v={instancePath:r+"/account",schemaPath:"\
#/properties/account/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[v]:e.push(v),s++}if(O.region!==void 0&&
typeof O.region!="string"){let v={instancePath:r+"/region",schemaPath:"#/properties/region/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[v]:e.push(v),s++}if(O.world!==void 0){let v=O.world,g=s,t=!1,d=s;if(typeof v!="string"){let p={instancePath:r+"\
/world",schemaPath:"#/properties/world/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),
s++}var D=d===s;t=t||D;let o=s;if(Array.isArray(v)){if(v.length<1){let y={instancePath:r+"/world",schemaPath:"#/properties/world/anyOf/1/min\
Items",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[y]:e.push(y),s++}let p=v.length;for(let y=0;y<
p;y++)if(typeof v[y]!="string"){let h={instancePath:r+"/world/"+y,schemaPath:"#/properties/world/anyOf/1/items/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[h]:e.push(h),s++}}else{let p={instancePath:r+"/world",schemaPath:"#/properties/world/an\
yOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),s++}var D=o===s;t=t||D;let n=s;if(!(v&&typeof v==
"object"&&!Array.isArray(v))){let p={instancePath:r+"/world",schemaPath:"#/properties/world/anyOf/2/type",keyword:"type",params:{type:"objec\
t"},message:"must be object"};e===null?e=[p]:e.push(p),s++}var D=n===s;if(t=t||D,t)s=g,e!==null&&(g?e.length=g:e=null);else{let p={instancePath:r+
"/world",schemaPath:"#/properties/world/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[p]:e.push(p),s++}}
if(O.defaults!==void 0){let v=O.defaults;if(v&&typeof v=="object"&&!Array.isArray(v)){for(let g in v)if(!$.call(x.properties.defaults.properties,
g)){let t={instancePath:r+"/defaults",schemaPath:"#/properties/defaults/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:g},
message:"must NOT have additional properties"};e===null?e=[t]:e.push(t),s++}if(v.principal!==void 0&&typeof v.principal!="string"){let g={instancePath:r+
"/defaults/principal",schemaPath:"#/properties/defaults/properties/principal/type",keyword:"type",params:{type:"string"},message:"must be st\
ring"};e===null?e=[g]:e.push(g),s++}if(v.action!==void 0&&typeof v.action!="string"){let g={instancePath:r+"/defaults/action",schemaPath:"#/\
properties/defaults/properties/action/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[g]:e.push(g),s++}if(v.
key!==void 0&&typeof v.key!="string"){let g={instancePath:r+"/defaults/key",schemaPath:"#/properties/defaults/properties/key/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[g]:e.push(g),s++}if(v.resource!==void 0&&typeof v.resource!="string"){let g={
instancePath:r+"/defaults/resource",schemaPath:"#/properties/defaults/properties/resource/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[g]:e.push(g),s++}if(v.account!==void 0&&typeof v.account!="string"){let g={instancePath:r+"/defaults/account",schemaPath:"\
#/properties/defaults/properties/account/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[g]:e.push(g),s++}
if(v.context!==void 0){let g=v.context;if(g&&typeof g=="object"&&!Array.isArray(g))for(let t in g){let d=g[t],o=s,n=!1,p=s;if(typeof d!="str\
ing"){let a={instancePath:r+"/defaults/context/"+t.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/defaults/properties/conte\
xt/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),s++}var T=p===
s;n=n||T;let y=s;if(!(typeof d=="number"&&isFinite(d))){let a={instancePath:r+"/defaults/context/"+t.replace(/~/g,"~0").replace(/\//g,"~1"),
schemaPath:"#/properties/defaults/properties/context/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"number"},message:"must \
be number"};e===null?e=[a]:e.push(a),s++}var T=y===s;n=n||T;let h=s;if(typeof d!="boolean"){let a={instancePath:r+"/defaults/context/"+t.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/defaults/properties/context/additionalProperties/anyOf/2/type",keyword:"type",params:{
type:"boolean"},message:"must be boolean"};e===null?e=[a]:e.push(a),s++}var T=h===s;n=n||T;let c=s;if(Array.isArray(d)){let a=d.length;for(let i=0;i<
a;i++)if(typeof d[i]!="string"){let l={instancePath:r+"/defaults/context/"+t.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+i,schemaPath:"#/prop\
erties/defaults/properties/context/additionalProperties/anyOf/3/items/type",keyword:"type",params:{type:"string"},message:"must be string"};
e===null?e=[l]:e.push(l),s++}}else{let a={instancePath:r+"/defaults/context/"+t.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/propert\
ies/defaults/properties/context/additionalProperties/anyOf/3/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=
[a]:e.push(a),s++}var T=c===s;if(n=n||T,n)s=o,e!==null&&(o?e.length=o:e=null);else{let a={instancePath:r+"/defaults/context/"+t.replace(/~/g,
"~0").replace(/\//g,"~1"),schemaPath:"#/properties/defaults/properties/context/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"\
must match a schema in anyOf"};e===null?e=[a]:e.push(a),s++}}else{let t={instancePath:r+"/defaults/context",schemaPath:"#/properties/default\
s/properties/context/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[t]:e.push(t),s++}}if(v.encryptionContext!==
void 0){let g=v.encryptionContext;if(g&&typeof g=="object"&&!Array.isArray(g)){for(let t in g)if(typeof g[t]!="string"){let d={instancePath:r+
"/defaults/encryptionContext/"+t.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/defaults/properties/encryptionContext/addit\
ionalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[d]:e.push(d),s++}}else{let t={instancePath:r+
"/defaults/encryptionContext",schemaPath:"#/properties/defaults/properties/encryptionContext/type",keyword:"type",params:{type:"object"},message:"\
must be object"};e===null?e=[t]:e.push(t),s++}}if(v.viaService!==void 0&&typeof v.viaService!="string"){let g={instancePath:r+"/defaults/via\
Service",schemaPath:"#/properties/defaults/properties/viaService/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[g]:e.push(g),s++}if(v.grantTokens!==void 0){let g=v.grantTokens;if(Array.isArray(g)){let t=g.length;for(let d=0;d<t;d++)if(typeof g[d]!="\
string"){let o={instancePath:r+"/defaults/grantTokens/"+d,schemaPath:"#/properties/defaults/properties/grantTokens/items/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),s++}}else{let t={instancePath:r+"/defaults/grantTokens",schemaPath:"\
#/properties/defaults/properties/grantTokens/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[t]:e.push(t),s++}}
if(v.endpoint!==void 0&&typeof v.endpoint!="string"){let g={instancePath:r+"/defaults/endpoint",schemaPath:"#/properties/defaults/properties\
/endpoint/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[g]:e.push(g),s++}if(v.time!==void 0&&typeof v.time!=
"string"){let g={instancePath:r+"/defaults/time",schemaPath:"#/properties/defaults/properties/time/type",keyword:"type",params:{type:"string"},
message:"must be string"};e===null?e=[g]:e.push(g),s++}if(v.unknown!==void 0){let g=v.unknown;if(Array.isArray(g)){let t=g.length;for(let d=0;d<
t;d++)if(typeof g[d]!="string"){let o={instancePath:r+"/defaults/unknown/"+d,schemaPath:"#/properties/defaults/properties/unknown/items/type",
keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),s++}}else{let t={instancePath:r+"/defaults/unknown",
schemaPath:"#/properties/defaults/properties/unknown/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[t]:e.push(
t),s++}}if(v.expect!==void 0){let g=v.expect;if(typeof g!="string"){let t={instancePath:r+"/defaults/expect",schemaPath:"#/properties/defaul\
ts/properties/expect/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),s++}if(!(g==="allow"||g===
"deny"||g==="explicit-deny"||g==="implicit-deny"||g==="undetermined")){let t={instancePath:r+"/defaults/expect",schemaPath:"#/properties/def\
aults/properties/expect/enum",keyword:"enum",params:{allowedValues:x.properties.defaults.properties.expect.enum},message:"must be equal to o\
ne of the allowed values"};e===null?e=[t]:e.push(t),s++}}}else{let g={instancePath:r+"/defaults",schemaPath:"#/properties/defaults/type",keyword:"\
type",params:{type:"object"},message:"must be object"};e===null?e=[g]:e.push(g),s++}}if(O.cases!==void 0){let v=O.cases;if(Array.isArray(v)){
let g=v.length;for(let t=0;t<g;t++){let d=v[t];if(d&&typeof d=="object"&&!Array.isArray(d)){if(d.name===void 0){let o={instancePath:r+"/case\
s/"+t,schemaPath:"#/properties/cases/items/required",keyword:"required",params:{missingProperty:"name"},message:"must have required property\
 'name'"};e===null?e=[o]:e.push(o),s++}for(let o in d)if(!$.call(x.properties.cases.items.properties,o)){let n={instancePath:r+"/cases/"+t,schemaPath:"\
#/properties/cases/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:o},message:"must NOT have additiona\
l properties"};e===null?e=[n]:e.push(n),s++}if(d.name!==void 0&&typeof d.name!="string"){let o={instancePath:r+"/cases/"+t+"/name",schemaPath:"\
#/properties/cases/items/properties/name/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),s++}
if(d.principal!==void 0&&typeof d.principal!="string"){let o={instancePath:r+"/cases/"+t+"/principal",schemaPath:"#/properties/cases/items/p\
roperties/principal/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),s++}if(d.action!==void 0&&
typeof d.action!="string"){let o={instancePath:r+"/cases/"+t+"/action",schemaPath:"#/properties/cases/items/properties/action/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),s++}if(d.key!==void 0&&typeof d.key!="string"){let o={instancePath:r+
"/cases/"+t+"/key",schemaPath:"#/properties/cases/items/properties/key/type",keyword:"type",params:{type:"string"},message:"must be string"};
e===null?e=[o]:e.push(o),s++}if(d.resource!==void 0&&typeof d.resource!="string"){let o={instancePath:r+"/cases/"+t+"/resource",schemaPath:"\
#/properties/cases/items/properties/resource/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),
s++}if(d.account!==void 0&&typeof d.account!="string"){let o={instancePath:r+"/cases/"+t+"/account",schemaPath:"#/properties/cases/items/pro\
perties/account/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),s++}if(d.context!==void 0){let o=d.
context;if(o&&typeof o=="object"&&!Array.isArray(o))for(let n in o){let p=o[n],y=s,h=!1,c=s;if(typeof p!="string"){let f={instancePath:r+"/c\
ases/"+t+"/context/"+n.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/context/additionalProperties/a\
nyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[f]:e.push(f),s++}var _=c===s;h=h||_;let a=s;if(!(typeof p==
"number"&&isFinite(p))){let f={instancePath:r+"/cases/"+t+"/context/"+n.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/case\
s/items/properties/context/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"number"},message:"must be number"};e===null?e=[f]:
e.push(f),s++}var _=a===s;h=h||_;let i=s;if(typeof p!="boolean"){let f={instancePath:r+"/cases/"+t+"/context/"+n.replace(/~/g,"~0").replace(
/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/context/additionalProperties/anyOf/2/type",keyword:"type",params:{type:"boolean"},
message:"must be boolean"};e===null?e=[f]:e.push(f),s++}var _=i===s;h=h||_;let l=s;if(Array.isArray(p)){let f=p.length;for(let m=0;m<f;m++)if(typeof p[m]!=
"string"){let w={instancePath:r+"/cases/"+t+"/context/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+m,schemaPath:"#/properties/cases/items/\
properties/context/additionalProperties/anyOf/3/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[w]:e.
push(w),s++}}else{let f={instancePath:r+"/cases/"+t+"/context/"+n.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/item\
s/properties/context/additionalProperties/anyOf/3/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[f]:e.push(
f),s++}var _=l===s;if(h=h||_,h)s=y,e!==null&&(y?e.length=y:e=null);else{let f={instancePath:r+"/cases/"+t+"/context/"+n.replace(/~/g,"~0").replace(
/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/context/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must matc\
h a schema in anyOf"};e===null?e=[f]:e.push(f),s++}}else{let n={instancePath:r+"/cases/"+t+"/context",schemaPath:"#/properties/cases/items/p\
roperties/context/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[n]:e.push(n),s++}}if(d.encryptionContext!==
void 0){let o=d.encryptionContext;if(o&&typeof o=="object"&&!Array.isArray(o)){for(let n in o)if(typeof o[n]!="string"){let p={instancePath:r+
"/cases/"+t+"/encryptionContext/"+n.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/encryptionContext\
/additionalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),s++}}else{let n={instancePath:r+
"/cases/"+t+"/encryptionContext",schemaPath:"#/properties/cases/items/properties/encryptionContext/type",keyword:"type",params:{type:"object"},
message:"must be object"};e===null?e=[n]:e.push(n),s++}}if(d.viaService!==void 0&&typeof d.viaService!="string"){let o={instancePath:r+"/cas\
es/"+t+"/viaService",schemaPath:"#/properties/cases/items/properties/viaService/type",keyword:"type",params:{type:"string"},message:"must be\
 string"};e===null?e=[o]:e.push(o),s++}if(d.grantTokens!==void 0){let o=d.grantTokens;if(Array.isArray(o)){let n=o.length;for(let p=0;p<n;p++)
if(typeof o[p]!="string"){let y={instancePath:r+"/cases/"+t+"/grantTokens/"+p,schemaPath:"#/properties/cases/items/properties/grantTokens/it\
ems/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[y]:e.push(y),s++}}else{let n={instancePath:r+"/cases/"+
t+"/grantTokens",schemaPath:"#/properties/cases/items/properties/grantTokens/type",keyword:"type",params:{type:"array"},message:"must be arr\
ay"};e===null?e=[n]:e.push(n),s++}}if(d.endpoint!==void 0&&typeof d.endpoint!="string"){let o={instancePath:r+"/cases/"+t+"/endpoint",schemaPath:"\
#/properties/cases/items/properties/endpoint/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),
s++}if(d.time!==void 0&&typeof d.time!="string"){let o={instancePath:r+"/cases/"+t+"/time",schemaPath:"#/properties/cases/items/properties/t\
ime/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),s++}if(d.unknown!==void 0){let o=d.unknown;
if(Array.isArray(o)){let n=o.length;for(let p=0;p<n;p++)if(typeof o[p]!="string"){let y={instancePath:r+"/cases/"+t+"/unknown/"+p,schemaPath:"\
#/properties/cases/items/properties/unknown/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[y]:e.push(
y),s++}}else{let n={instancePath:r+"/cases/"+t+"/unknown",schemaPath:"#/properties/cases/items/properties/unknown/type",keyword:"type",params:{
type:"array"},message:"must be array"};e===null?e=[n]:e.push(n),s++}}if(d.each!==void 0){let o=d.each,n=s,p=!1,y=s;if(o&&typeof o=="object"&&
!Array.isArray(o)){for(let c in o)if(!$.call(x.properties.cases.items.properties.each.anyOf[0].properties,c)){let a={instancePath:r+"/cases/"+
t+"/each",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:c},
message:"must NOT have additional properties"};e===null?e=[a]:e.push(a),s++}if(o.principal!==void 0){let c=o.principal;if(Array.isArray(c)){
if(c.length<1){let i={instancePath:r+"/cases/"+t+"/each/principal",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/p\
rincipal/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=c.length;
for(let i=0;i<a;i++)if(typeof c[i]!="string"){let l={instancePath:r+"/cases/"+t+"/each/principal/"+i,schemaPath:"#/properties/cases/items/pr\
operties/each/anyOf/0/properties/principal/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(
l),s++}}else{let a={instancePath:r+"/cases/"+t+"/each/principal",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/pri\
ncipal/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[a]:e.push(a),s++}}if(o.action!==void 0){let c=o.action;
if(Array.isArray(c)){if(c.length<1){let i={instancePath:r+"/cases/"+t+"/each/action",schemaPath:"#/properties/cases/items/properties/each/an\
yOf/0/properties/action/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}
let a=c.length;for(let i=0;i<a;i++)if(typeof c[i]!="string"){let l={instancePath:r+"/cases/"+t+"/each/action/"+i,schemaPath:"#/properties/ca\
ses/items/properties/each/anyOf/0/properties/action/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[
l]:e.push(l),s++}}else{let a={instancePath:r+"/cases/"+t+"/each/action",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/propert\
ies/action/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[a]:e.push(a),s++}}if(o.key!==void 0){let c=o.key;
if(Array.isArray(c)){if(c.length<1){let i={instancePath:r+"/cases/"+t+"/each/key",schemaPath:"#/properties/cases/items/properties/each/anyOf\
/0/properties/key/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=c.
length;for(let i=0;i<a;i++)if(typeof c[i]!="string"){let l={instancePath:r+"/cases/"+t+"/each/key/"+i,schemaPath:"#/properties/cases/items/p\
roperties/each/anyOf/0/properties/key/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}}else{
let a={instancePath:r+"/cases/"+t+"/each/key",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/key/type",keyword:"typ\
e",params:{type:"array"},message:"must be array"};e===null?e=[a]:e.push(a),s++}}if(o.resource!==void 0){let c=o.resource;if(Array.isArray(c)){
if(c.length<1){let i={instancePath:r+"/cases/"+t+"/each/resource",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/re\
source/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=c.length;
for(let i=0;i<a;i++)if(typeof c[i]!="string"){let l={instancePath:r+"/cases/"+t+"/each/resource/"+i,schemaPath:"#/properties/cases/items/pro\
perties/each/anyOf/0/properties/resource/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),
s++}}else{let a={instancePath:r+"/cases/"+t+"/each/resource",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/resourc\
e/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[a]:e.push(a),s++}}if(o.account!==void 0){let c=o.account;if(Array.
isArray(c)){if(c.length<1){let i={instancePath:r+"/cases/"+t+"/each/account",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/pr\
operties/account/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=c.
length;for(let i=0;i<a;i++)if(typeof c[i]!="string"){let l={instancePath:r+"/cases/"+t+"/each/account/"+i,schemaPath:"#/properties/cases/ite\
ms/properties/each/anyOf/0/properties/account/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(
l),s++}}else{let a={instancePath:r+"/cases/"+t+"/each/account",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/accou\
nt/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[a]:e.push(a),s++}}if(o.context!==void 0){let c=o.context;
if(Array.isArray(c)){if(c.length<1){let i={instancePath:r+"/cases/"+t+"/each/context",schemaPath:"#/properties/cases/items/properties/each/a\
nyOf/0/properties/context/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),
s++}let a=c.length;for(let i=0;i<a;i++){let l=c[i];if(l&&typeof l=="object"&&!Array.isArray(l))for(let f in l){let m=l[f],w=s,k=!1,u=s;if(typeof m!=
"string"){let P={instancePath:r+"/cases/"+t+"/each/context/"+i+"/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/i\
tems/properties/each/anyOf/0/properties/context/items/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must\
 be string"};e===null?e=[P]:e.push(P),s++}var C=u===s;k=k||C;let b=s;if(!(typeof m=="number"&&isFinite(m))){let P={instancePath:r+"/cases/"+
t+"/each/context/"+i+"/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/co\
ntext/items/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"number"},message:"must be number"};e===null?e=[P]:e.push(P),s++}
var C=b===s;k=k||C;let A=s;if(typeof m!="boolean"){let P={instancePath:r+"/cases/"+t+"/each/context/"+i+"/"+f.replace(/~/g,"~0").replace(/\//g,
"~1"),schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/context/items/additionalProperties/anyOf/2/type",keyword:"type",
params:{type:"boolean"},message:"must be boolean"};e===null?e=[P]:e.push(P),s++}var C=A===s;k=k||C;let ue=s;if(Array.isArray(m)){let P=m.length;
for(let j=0;j<P;j++)if(typeof m[j]!="string"){let F={instancePath:r+"/cases/"+t+"/each/context/"+i+"/"+f.replace(/~/g,"~0").replace(/\//g,"~\
1")+"/"+j,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/context/items/additionalProperties/anyOf/3/items/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[F]:e.push(F),s++}}else{let P={instancePath:r+"/cases/"+t+"/each/context/"+
i+"/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/context/items/additio\
nalProperties/anyOf/3/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[P]:e.push(P),s++}var C=ue===s;if(k=k||
C,k)s=w,e!==null&&(w?e.length=w:e=null);else{let P={instancePath:r+"/cases/"+t+"/each/context/"+i+"/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),
schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/context/items/additionalProperties/anyOf",keyword:"anyOf",params:{},
message:"must match a schema in anyOf"};e===null?e=[P]:e.push(P),s++}}else{let f={instancePath:r+"/cases/"+t+"/each/context/"+i,schemaPath:"\
#/properties/cases/items/properties/each/anyOf/0/properties/context/items/type",keyword:"type",params:{type:"object"},message:"must be objec\
t"};e===null?e=[f]:e.push(f),s++}}}else{let a={instancePath:r+"/cases/"+t+"/each/context",schemaPath:"#/properties/cases/items/properties/ea\
ch/anyOf/0/properties/context/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[a]:e.push(a),s++}}if(o.encryptionContext!==
void 0){let c=o.encryptionContext;if(Array.isArray(c)){if(c.length<1){let i={instancePath:r+"/cases/"+t+"/each/encryptionContext",schemaPath:"\
#/properties/cases/items/properties/each/anyOf/0/properties/encryptionContext/minItems",keyword:"minItems",params:{limit:1},message:"must NO\
T have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=c.length;for(let i=0;i<a;i++){let l=c[i];if(l&&typeof l=="object"&&!Array.isArray(
l)){for(let f in l)if(typeof l[f]!="string"){let m={instancePath:r+"/cases/"+t+"/each/encryptionContext/"+i+"/"+f.replace(/~/g,"~0").replace(
/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/encryptionContext/items/additionalProperties/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[m]:e.push(m),s++}}else{let f={instancePath:r+"/cases/"+t+"/each/encryptio\
nContext/"+i,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/encryptionContext/items/type",keyword:"type",params:{type:"\
object"},message:"must be object"};e===null?e=[f]:e.push(f),s++}}}else{let a={instancePath:r+"/cases/"+t+"/each/encryptionContext",schemaPath:"\
#/properties/cases/items/properties/each/anyOf/0/properties/encryptionContext/type",keyword:"type",params:{type:"array"},message:"must be ar\
ray"};e===null?e=[a]:e.push(a),s++}}if(o.viaService!==void 0){let c=o.viaService;if(Array.isArray(c)){if(c.length<1){let i={instancePath:r+"\
/cases/"+t+"/each/viaService",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/viaService/minItems",keyword:"minItems",
params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=c.length;for(let i=0;i<a;i++)if(typeof c[i]!=
"string"){let l={instancePath:r+"/cases/"+t+"/each/viaService/"+i,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/vi\
aService/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}}else{let a={instancePath:r+
"/cases/"+t+"/each/viaService",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/viaService/type",keyword:"type",params:{
type:"array"},message:"must be array"};e===null?e=[a]:e.push(a),s++}}if(o.grantTokens!==void 0){let c=o.grantTokens;if(Array.isArray(c)){if(c.
length<1){let i={instancePath:r+"/cases/"+t+"/each/grantTokens",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/gran\
tTokens/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=c.length;
for(let i=0;i<a;i++){let l=c[i];if(Array.isArray(l)){let f=l.length;for(let m=0;m<f;m++)if(typeof l[m]!="string"){let w={instancePath:r+"/ca\
ses/"+t+"/each/grantTokens/"+i+"/"+m,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/grantTokens/items/items/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[w]:e.push(w),s++}}else{let f={instancePath:r+"/cases/"+t+"/each/grantToke\
ns/"+i,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/grantTokens/items/type",keyword:"type",params:{type:"array"},
message:"must be array"};e===null?e=[f]:e.push(f),s++}}}else{let a={instancePath:r+"/cases/"+t+"/each/grantTokens",schemaPath:"#/properties/\
cases/items/properties/each/anyOf/0/properties/grantTokens/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[a]:
e.push(a),s++}}if(o.endpoint!==void 0){let c=o.endpoint;if(Array.isArray(c)){if(c.length<1){let i={instancePath:r+"/cases/"+t+"/each/endpoin\
t",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/endpoint/minItems",keyword:"minItems",params:{limit:1},message:"m\
ust NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=c.length;for(let i=0;i<a;i++)if(typeof c[i]!="string"){let l={instancePath:r+
"/cases/"+t+"/each/endpoint/"+i,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/endpoint/items/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}}else{let a={instancePath:r+"/cases/"+t+"/each/endpoint",schemaPath:"\
#/properties/cases/items/properties/each/anyOf/0/properties/endpoint/type",keyword:"type",params:{type:"array"},message:"must be array"};e===
null?e=[a]:e.push(a),s++}}if(o.time!==void 0){let c=o.time;if(Array.isArray(c)){if(c.length<1){let i={instancePath:r+"/cases/"+t+"/each/time",
schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/time/minItems",keyword:"minItems",params:{limit:1},message:"must NOT\
 have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=c.length;for(let i=0;i<a;i++)if(typeof c[i]!="string"){let l={instancePath:r+"\
/cases/"+t+"/each/time/"+i,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/time/items/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}}else{let a={instancePath:r+"/cases/"+t+"/each/time",schemaPath:"#/propertie\
s/cases/items/properties/each/anyOf/0/properties/time/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[a]:e.push(
a),s++}}if(o.unknown!==void 0){let c=o.unknown;if(Array.isArray(c)){if(c.length<1){let i={instancePath:r+"/cases/"+t+"/each/unknown",schemaPath:"\
#/properties/cases/items/properties/each/anyOf/0/properties/unknown/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have few\
er than 1 items"};e===null?e=[i]:e.push(i),s++}let a=c.length;for(let i=0;i<a;i++){let l=c[i];if(Array.isArray(l)){let f=l.length;for(let m=0;m<
f;m++)if(typeof l[m]!="string"){let w={instancePath:r+"/cases/"+t+"/each/unknown/"+i+"/"+m,schemaPath:"#/properties/cases/items/properties/e\
ach/anyOf/0/properties/unknown/items/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[w]:e.push(w),s++}}else{
let f={instancePath:r+"/cases/"+t+"/each/unknown/"+i,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/unknown/items/t\
ype",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[f]:e.push(f),s++}}}else{let a={instancePath:r+"/cases/"+t+"/e\
ach/unknown",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/unknown/type",keyword:"type",params:{type:"array"},message:"\
must be array"};e===null?e=[a]:e.push(a),s++}}if(o.expect!==void 0){let c=o.expect;if(Array.isArray(c)){if(c.length<1){let i={instancePath:r+
"/cases/"+t+"/each/expect",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/expect/minItems",keyword:"minItems",params:{
limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=c.length;for(let i=0;i<a;i++){let l=c[i],f=s,m=!1,w=s;
if(typeof l!="string"){let u={instancePath:r+"/cases/"+t+"/each/expect/"+i,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/prop\
erties/expect/items/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[u]:e.push(u),s++}if(!(l==="all\
ow"||l==="deny"||l==="explicit-deny"||l==="implicit-deny"||l==="undetermined")){let u={instancePath:r+"/cases/"+t+"/each/expect/"+i,schemaPath:"\
#/properties/cases/items/properties/each/anyOf/0/properties/expect/items/anyOf/0/enum",keyword:"enum",params:{allowedValues:x.properties.cases.
items.properties.each.anyOf[0].properties.expect.items.anyOf[0].enum},message:"must be equal to one of the allowed values"};e===null?e=[u]:e.
push(u),s++}var M=w===s;m=m||M;let k=s;if(l&&typeof l=="object"&&!Array.isArray(l)){if(l.outcome===void 0){let u={instancePath:r+"/cases/"+t+
"/each/expect/"+i,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/expect/items/anyOf/1/required",keyword:"required",
params:{missingProperty:"outcome"},message:"must have required property 'outcome'"};e===null?e=[u]:e.push(u),s++}for(let u in l)if(!(u==="ou\
tcome"||u==="via")){let b={instancePath:r+"/cases/"+t+"/each/expect/"+i,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/propert\
ies/expect/items/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:u},message:"must NOT have additiona\
l properties"};e===null?e=[b]:e.push(b),s++}if(l.outcome!==void 0){let u=l.outcome;if(typeof u!="string"){let b={instancePath:r+"/cases/"+t+
"/each/expect/"+i+"/outcome",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/expect/items/anyOf/1/properties/outcome\
/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[b]:e.push(b),s++}if(!(u==="allow"||u==="deny"||u==="expli\
cit-deny"||u==="implicit-deny"||u==="undetermined")){let b={instancePath:r+"/cases/"+t+"/each/expect/"+i+"/outcome",schemaPath:"#/properties\
/cases/items/properties/each/anyOf/0/properties/expect/items/anyOf/1/properties/outcome/enum",keyword:"enum",params:{allowedValues:x.properties.
cases.items.properties.each.anyOf[0].properties.expect.items.anyOf[1].properties.outcome.enum},message:"must be equal to one of the allowed \
values"};e===null?e=[b]:e.push(b),s++}}if(l.via!==void 0&&typeof l.via!="string"){let u={instancePath:r+"/cases/"+t+"/each/expect/"+i+"/via",
schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/expect/items/anyOf/1/properties/via/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[u]:e.push(u),s++}}else{let u={instancePath:r+"/cases/"+t+"/each/expect/"+i,schemaPath:"#/prop\
erties/cases/items/properties/each/anyOf/0/properties/expect/items/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be obje\
ct"};e===null?e=[u]:e.push(u),s++}var M=k===s;if(m=m||M,m)s=f,e!==null&&(f?e.length=f:e=null);else{let u={instancePath:r+"/cases/"+t+"/each/\
expect/"+i,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/expect/items/anyOf",keyword:"anyOf",params:{},message:"mu\
st match a schema in anyOf"};e===null?e=[u]:e.push(u),s++}}}else{let a={instancePath:r+"/cases/"+t+"/each/expect",schemaPath:"#/properties/c\
ases/items/properties/each/anyOf/0/properties/expect/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[a]:e.push(
a),s++}}if(o.because!==void 0){let c=o.because;if(Array.isArray(c)){if(c.length<1){let i={instancePath:r+"/cases/"+t+"/each/because",schemaPath:"\
#/properties/cases/items/properties/each/anyOf/0/properties/because/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have few\
er than 1 items"};e===null?e=[i]:e.push(i),s++}let a=c.length;for(let i=0;i<a;i++){let l=c[i],f=s,m=!1,w=s;if(typeof l!="string"){let u={instancePath:r+
"/cases/"+t+"/each/because/"+i,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/because/items/anyOf/0/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[u]:e.push(u),s++}var L=w===s;m=m||L;let k=s;if(Array.isArray(l)){let u=l.
length;for(let b=0;b<u;b++)if(typeof l[b]!="string"){let A={instancePath:r+"/cases/"+t+"/each/because/"+i+"/"+b,schemaPath:"#/properties/cas\
es/items/properties/each/anyOf/0/properties/because/items/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};
e===null?e=[A]:e.push(A),s++}}else{let u={instancePath:r+"/cases/"+t+"/each/because/"+i,schemaPath:"#/properties/cases/items/properties/each\
/anyOf/0/properties/because/items/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[u]:e.push(u),s++}var L=k===
s;if(m=m||L,m)s=f,e!==null&&(f?e.length=f:e=null);else{let u={instancePath:r+"/cases/"+t+"/each/because/"+i,schemaPath:"#/properties/cases/i\
tems/properties/each/anyOf/0/properties/because/items/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[u]:
e.push(u),s++}}}else{let a={instancePath:r+"/cases/"+t+"/each/because",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properti\
es/because/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[a]:e.push(a),s++}}}else{let c={instancePath:r+"/c\
ases/"+t+"/each",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/type",keyword:"type",params:{type:"object"},message:"must be o\
bject"};e===null?e=[c]:e.push(c),s++}var K=y===s;p=p||K;let h=s;if(Array.isArray(o)){if(o.length<1){let a={instancePath:r+"/cases/"+t+"/each",
schemaPath:"#/properties/cases/items/properties/each/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than\
 1 items"};e===null?e=[a]:e.push(a),s++}let c=o.length;for(let a=0;a<c;a++){let i=o[a];if(i&&typeof i=="object"&&!Array.isArray(i)){for(let l in i)
if(!$.call(x.properties.cases.items.properties.each.anyOf[1].items.properties,l)){let f={instancePath:r+"/cases/"+t+"/each/"+a,schemaPath:"#\
/properties/cases/items/properties/each/anyOf/1/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:l},message:"\
must NOT have additional properties"};e===null?e=[f]:e.push(f),s++}if(i.principal!==void 0&&typeof i.principal!="string"){let l={instancePath:r+
"/cases/"+t+"/each/"+a+"/principal",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/principal/type",keyword:"t\
ype",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}if(i.action!==void 0&&typeof i.action!="string"){let l={instancePath:r+
"/cases/"+t+"/each/"+a+"/action",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/action/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}if(i.key!==void 0&&typeof i.key!="string"){let l={instancePath:r+"/cas\
es/"+t+"/each/"+a+"/key",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/key/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}if(i.resource!==void 0&&typeof i.resource!="string"){let l={instancePath:r+"\
/cases/"+t+"/each/"+a+"/resource",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/resource/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}if(i.account!==void 0&&typeof i.account!="string"){let l={instancePath:r+
"/cases/"+t+"/each/"+a+"/account",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/account/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}if(i.context!==void 0){let l=i.context;if(l&&typeof l=="object"&&
!Array.isArray(l))for(let f in l){let m=l[f],w=s,k=!1,u=s;if(typeof m!="string"){let P={instancePath:r+"/cases/"+t+"/each/"+a+"/context/"+f.
replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/context/additionalPrope\
rties/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[P]:e.push(P),s++}var I=u===s;k=k||I;let b=s;
if(!(typeof m=="number"&&isFinite(m))){let P={instancePath:r+"/cases/"+t+"/each/"+a+"/context/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/cases/items/properties/each/anyOf/1/items/properties/context/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"nu\
mber"},message:"must be number"};e===null?e=[P]:e.push(P),s++}var I=b===s;k=k||I;let A=s;if(typeof m!="boolean"){let P={instancePath:r+"/cas\
es/"+t+"/each/"+a+"/context/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/pr\
operties/context/additionalProperties/anyOf/2/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[P]:e.push(
P),s++}var I=A===s;k=k||I;let ue=s;if(Array.isArray(m)){let P=m.length;for(let j=0;j<P;j++)if(typeof m[j]!="string"){let F={instancePath:r+"\
/cases/"+t+"/each/"+a+"/context/"+f.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+j,schemaPath:"#/properties/cases/items/properties/each/anyOf/\
1/items/properties/context/additionalProperties/anyOf/3/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[F]:e.push(F),s++}}else{let P={instancePath:r+"/cases/"+t+"/each/"+a+"/context/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/pr\
operties/cases/items/properties/each/anyOf/1/items/properties/context/additionalProperties/anyOf/3/type",keyword:"type",params:{type:"array"},
message:"must be array"};e===null?e=[P]:e.push(P),s++}var I=ue===s;if(k=k||I,k)s=w,e!==null&&(w?e.length=w:e=null);else{let P={instancePath:r+
"/cases/"+t+"/each/"+a+"/context/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/each/anyOf/1/ite\
ms/properties/context/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[P]:e.push(P),
s++}}else{let f={instancePath:r+"/cases/"+t+"/each/"+a+"/context",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/propert\
ies/context/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[f]:e.push(f),s++}}if(i.encryptionContext!==void 0){
let l=i.encryptionContext;if(l&&typeof l=="object"&&!Array.isArray(l)){for(let f in l)if(typeof l[f]!="string"){let m={instancePath:r+"/case\
s/"+t+"/each/"+a+"/encryptionContext/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/each/anyOf/1\
/items/properties/encryptionContext/additionalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[m]:
e.push(m),s++}}else{let f={instancePath:r+"/cases/"+t+"/each/"+a+"/encryptionContext",schemaPath:"#/properties/cases/items/properties/each/a\
nyOf/1/items/properties/encryptionContext/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[f]:e.push(f),s++}}
if(i.viaService!==void 0&&typeof i.viaService!="string"){let l={instancePath:r+"/cases/"+t+"/each/"+a+"/viaService",schemaPath:"#/properties\
/cases/items/properties/each/anyOf/1/items/properties/viaService/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[l]:e.push(l),s++}if(i.grantTokens!==void 0){let l=i.grantTokens;if(Array.isArray(l)){let f=l.length;for(let m=0;m<f;m++)if(typeof l[m]!="\
string"){let w={instancePath:r+"/cases/"+t+"/each/"+a+"/grantTokens/"+m,schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/p\
roperties/grantTokens/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[w]:e.push(w),s++}}else{let f={
instancePath:r+"/cases/"+t+"/each/"+a+"/grantTokens",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/grantToke\
ns/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[f]:e.push(f),s++}}if(i.endpoint!==void 0&&typeof i.endpoint!=
"string"){let l={instancePath:r+"/cases/"+t+"/each/"+a+"/endpoint",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/proper\
ties/endpoint/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}if(i.time!==void 0&&typeof i.
time!="string"){let l={instancePath:r+"/cases/"+t+"/each/"+a+"/time",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/prop\
erties/time/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}if(i.unknown!==void 0){let l=i.
unknown;if(Array.isArray(l)){let f=l.length;for(let m=0;m<f;m++)if(typeof l[m]!="string"){let w={instancePath:r+"/cases/"+t+"/each/"+a+"/unk\
nown/"+m,schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/unknown/items/type",keyword:"type",params:{type:"stri\
ng"},message:"must be string"};e===null?e=[w]:e.push(w),s++}}else{let f={instancePath:r+"/cases/"+t+"/each/"+a+"/unknown",schemaPath:"#/prop\
erties/cases/items/properties/each/anyOf/1/items/properties/unknown/type",keyword:"type",params:{type:"array"},message:"must be array"};e===
null?e=[f]:e.push(f),s++}}if(i.expect!==void 0){let l=i.expect,f=s,m=!1,w=s;if(typeof l!="string"){let u={instancePath:r+"/cases/"+t+"/each/"+
a+"/expect",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/expect/anyOf/0/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[u]:e.push(u),s++}if(!(l==="allow"||l==="deny"||l==="explicit-deny"||l==="implicit-deny"||l===
"undetermined")){let u={instancePath:r+"/cases/"+t+"/each/"+a+"/expect",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/p\
roperties/expect/anyOf/0/enum",keyword:"enum",params:{allowedValues:x.properties.cases.items.properties.each.anyOf[1].items.properties.expect.
anyOf[0].enum},message:"must be equal to one of the allowed values"};e===null?e=[u]:e.push(u),s++}var X=w===s;m=m||X;let k=s;if(l&&typeof l==
"object"&&!Array.isArray(l)){if(l.outcome===void 0){let u={instancePath:r+"/cases/"+t+"/each/"+a+"/expect",schemaPath:"#/properties/cases/it\
ems/properties/each/anyOf/1/items/properties/expect/anyOf/1/required",keyword:"required",params:{missingProperty:"outcome"},message:"must ha\
ve required property 'outcome'"};e===null?e=[u]:e.push(u),s++}for(let u in l)if(!(u==="outcome"||u==="via")){let b={instancePath:r+"/cases/"+
t+"/each/"+a+"/expect",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/expect/anyOf/1/additionalProperties",keyword:"\
additionalProperties",params:{additionalProperty:u},message:"must NOT have additional properties"};e===null?e=[b]:e.push(b),s++}if(l.outcome!==
void 0){let u=l.outcome;if(typeof u!="string"){let b={instancePath:r+"/cases/"+t+"/each/"+a+"/expect/outcome",schemaPath:"#/properties/cases\
/items/properties/each/anyOf/1/items/properties/expect/anyOf/1/properties/outcome/type",keyword:"type",params:{type:"string"},message:"must \
be string"};e===null?e=[b]:e.push(b),s++}if(!(u==="allow"||u==="deny"||u==="explicit-deny"||u==="implicit-deny"||u==="undetermined")){let b={
instancePath:r+"/cases/"+t+"/each/"+a+"/expect/outcome",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/expect\
/anyOf/1/properties/outcome/enum",keyword:"enum",params:{allowedValues:x.properties.cases.items.properties.each.anyOf[1].items.properties.expect.
anyOf[1].properties.outcome.enum},message:"must be equal to one of the allowed values"};e===null?e=[b]:e.push(b),s++}}if(l.via!==void 0&&typeof l.
via!="string"){let u={instancePath:r+"/cases/"+t+"/each/"+a+"/expect/via",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items\
/properties/expect/anyOf/1/properties/via/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[u]:e.push(u),s++}}else{
let u={instancePath:r+"/cases/"+t+"/each/"+a+"/expect",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/expect/\
anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[u]:e.push(u),s++}var X=k===s;if(m=m||X,m)s=f,e!==null&&
(f?e.length=f:e=null);else{let u={instancePath:r+"/cases/"+t+"/each/"+a+"/expect",schemaPath:"#/properties/cases/items/properties/each/anyOf\
/1/items/properties/expect/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[u]:e.push(u),s++}}if(i.because!==
void 0){let l=i.because,f=s,m=!1,w=s;if(typeof l!="string"){let u={instancePath:r+"/cases/"+t+"/each/"+a+"/because",schemaPath:"#/properties\
/cases/items/properties/each/anyOf/1/items/properties/because/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};
e===null?e=[u]:e.push(u),s++}var Y=w===s;m=m||Y;let k=s;if(Array.isArray(l)){let u=l.length;for(let b=0;b<u;b++)if(typeof l[b]!="string"){let A={
instancePath:r+"/cases/"+t+"/each/"+a+"/because/"+b,schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/because/an\
yOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[A]:e.push(A),s++}}else{let u={instancePath:r+"\
/cases/"+t+"/each/"+a+"/because",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/because/anyOf/1/type",keyword:"\
type",params:{type:"array"},message:"must be array"};e===null?e=[u]:e.push(u),s++}var Y=k===s;if(m=m||Y,m)s=f,e!==null&&(f?e.length=f:e=null);else{
let u={instancePath:r+"/cases/"+t+"/each/"+a+"/because",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/becaus\
e/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[u]:e.push(u),s++}}}else{let l={instancePath:r+"/cases\
/"+t+"/each/"+a,schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/type",keyword:"type",params:{type:"object"},message:"must\
 be object"};e===null?e=[l]:e.push(l),s++}}}else{let c={instancePath:r+"/cases/"+t+"/each",schemaPath:"#/properties/cases/items/properties/e\
ach/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[c]:e.push(c),s++}var K=h===s;if(p=p||K,p)s=n,e!==
null&&(n?e.length=n:e=null);else{let c={instancePath:r+"/cases/"+t+"/each",schemaPath:"#/properties/cases/items/properties/each/anyOf",keyword:"\
anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[c]:e.push(c),s++}}if(d.flow!==void 0){let o=d.flow;if(o&&typeof o=="obj\
ect"&&!Array.isArray(o))for(let n in o){let p=o[n],y=s,h=!1,c=s;if(p&&typeof p=="object"&&!Array.isArray(p))for(let i in p){let l=p[i],f=s,m=!1,
w=s;if(typeof l!="string"){let b={instancePath:r+"/cases/"+t+"/flow/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+i.replace(/~/g,"~0").replace(
/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/flow/additionalProperties/anyOf/0/additionalProperties/anyOf/0/type",keyword:"ty\
pe",params:{type:"string"},message:"must be string"};e===null?e=[b]:e.push(b),s++}var V=w===s;m=m||V;let k=s;if(typeof l!="boolean"){let b={
instancePath:r+"/cases/"+t+"/flow/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+i.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/prop\
erties/cases/items/properties/flow/additionalProperties/anyOf/0/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"boolean"},message:"\
must be boolean"};e===null?e=[b]:e.push(b),s++}var V=k===s;m=m||V;let u=s;if(l&&typeof l=="object"&&!Array.isArray(l)){for(let b in l)if(typeof l[b]!=
"string"){let A={instancePath:r+"/cases/"+t+"/flow/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+i.replace(/~/g,"~0").replace(/\//g,"~1")+"\
/"+b.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/flow/additionalProperties/anyOf/0/additionalProp\
erties/anyOf/2/additionalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[A]:e.push(A),s++}}else{
let b={instancePath:r+"/cases/"+t+"/flow/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+i.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/cases/items/properties/flow/additionalProperties/anyOf/0/additionalProperties/anyOf/2/type",keyword:"type",params:{type:"object"},
message:"must be object"};e===null?e=[b]:e.push(b),s++}var V=u===s;if(m=m||V,m)s=f,e!==null&&(f?e.length=f:e=null);else{let b={instancePath:r+
"/cases/"+t+"/flow/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+i.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/it\
ems/properties/flow/additionalProperties/anyOf/0/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
e===null?e=[b]:e.push(b),s++}}else{let i={instancePath:r+"/cases/"+t+"/flow/"+n.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/propert\
ies/cases/items/properties/flow/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?
e=[i]:e.push(i),s++}var Z=c===s;h=h||Z;let a=s;if(p!==null){let i={instancePath:r+"/cases/"+t+"/flow/"+n.replace(/~/g,"~0").replace(/\//g,"~\
1"),schemaPath:"#/properties/cases/items/properties/flow/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"null"},message:"mus\
t be null"};e===null?e=[i]:e.push(i),s++}var Z=a===s;if(h=h||Z,h)s=y,e!==null&&(y?e.length=y:e=null);else{let i={instancePath:r+"/cases/"+t+
"/flow/"+n.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/flow/additionalProperties/anyOf",keyword:"\
anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[i]:e.push(i),s++}}else{let n={instancePath:r+"/cases/"+t+"/flow",schemaPath:"\
#/properties/cases/items/properties/flow/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[n]:e.push(n),s++}}
if(d.roundTrip!==void 0){let o=d.roundTrip;if(o&&typeof o=="object"&&!Array.isArray(o)){if(o.writer===void 0){let n={instancePath:r+"/cases/"+
t+"/roundTrip",schemaPath:"#/properties/cases/items/properties/roundTrip/required",keyword:"required",params:{missingProperty:"writer"},message:"\
must have required property 'writer'"};e===null?e=[n]:e.push(n),s++}if(o.reader===void 0){let n={instancePath:r+"/cases/"+t+"/roundTrip",schemaPath:"\
#/properties/cases/items/properties/roundTrip/required",keyword:"required",params:{missingProperty:"reader"},message:"must have required pro\
perty 'reader'"};e===null?e=[n]:e.push(n),s++}for(let n in o)if(!(n==="writer"||n==="reader"||n==="with"||n==="key"||n==="encryptionContext"||
n==="readerContext")){let p={instancePath:r+"/cases/"+t+"/roundTrip",schemaPath:"#/properties/cases/items/properties/roundTrip/additionalPro\
perties",keyword:"additionalProperties",params:{additionalProperty:n},message:"must NOT have additional properties"};e===null?e=[p]:e.push(p),
s++}if(o.writer!==void 0&&typeof o.writer!="string"){let n={instancePath:r+"/cases/"+t+"/roundTrip/writer",schemaPath:"#/properties/cases/it\
ems/properties/roundTrip/properties/writer/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),s++}
if(o.reader!==void 0&&typeof o.reader!="string"){let n={instancePath:r+"/cases/"+t+"/roundTrip/reader",schemaPath:"#/properties/cases/items/\
properties/roundTrip/properties/reader/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),s++}if(o.
with!==void 0){let n=o.with;if(typeof n!="string"){let p={instancePath:r+"/cases/"+t+"/roundTrip/with",schemaPath:"#/properties/cases/items/\
properties/roundTrip/properties/with/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),s++}if(!(n===
"Encrypt"||n==="GenerateDataKey"||n==="GenerateDataKeyWithoutPlaintext")){let p={instancePath:r+"/cases/"+t+"/roundTrip/with",schemaPath:"#/\
properties/cases/items/properties/roundTrip/properties/with/enum",keyword:"enum",params:{allowedValues:x.properties.cases.items.properties.roundTrip.
properties.with.enum},message:"must be equal to one of the allowed values"};e===null?e=[p]:e.push(p),s++}}if(o.key!==void 0&&typeof o.key!="\
string"){let n={instancePath:r+"/cases/"+t+"/roundTrip/key",schemaPath:"#/properties/cases/items/properties/roundTrip/properties/key/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),s++}if(o.encryptionContext!==void 0){let n=o.encryptionContext;
if(n&&typeof n=="object"&&!Array.isArray(n)){for(let p in n)if(typeof n[p]!="string"){let y={instancePath:r+"/cases/"+t+"/roundTrip/encrypti\
onContext/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/roundTrip/properties/encryptionContext/\
additionalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[y]:e.push(y),s++}}else{let p={instancePath:r+
"/cases/"+t+"/roundTrip/encryptionContext",schemaPath:"#/properties/cases/items/properties/roundTrip/properties/encryptionContext/type",keyword:"\
type",params:{type:"object"},message:"must be object"};e===null?e=[p]:e.push(p),s++}}if(o.readerContext!==void 0){let n=o.readerContext;if(n&&
typeof n=="object"&&!Array.isArray(n)){for(let p in n)if(typeof n[p]!="string"){let y={instancePath:r+"/cases/"+t+"/roundTrip/readerContext/"+
p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/roundTrip/properties/readerContext/additionalProper\
ties/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[y]:e.push(y),s++}}else{let p={instancePath:r+"/cases/"+
t+"/roundTrip/readerContext",schemaPath:"#/properties/cases/items/properties/roundTrip/properties/readerContext/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[p]:e.push(p),s++}}}else{let n={instancePath:r+"/cases/"+t+"/roundTrip",schemaPath:"#/pr\
operties/cases/items/properties/roundTrip/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[n]:e.push(n),s++}}
if(d.expect!==void 0){let o=d.expect,n=s,p=!1,y=s;if(typeof o!="string"){let c={instancePath:r+"/cases/"+t+"/expect",schemaPath:"#/propertie\
s/cases/items/properties/expect/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[c]:e.push(c),s++}if(!(o===
"allow"||o==="deny"||o==="explicit-deny"||o==="implicit-deny"||o==="undetermined")){let c={instancePath:r+"/cases/"+t+"/expect",schemaPath:"\
#/properties/cases/items/properties/expect/anyOf/0/enum",keyword:"enum",params:{allowedValues:x.properties.cases.items.properties.expect.anyOf[0].
enum},message:"must be equal to one of the allowed values"};e===null?e=[c]:e.push(c),s++}var B=y===s;p=p||B;let h=s;if(o&&typeof o=="object"&&
!Array.isArray(o)){if(o.outcome===void 0){let c={instancePath:r+"/cases/"+t+"/expect",schemaPath:"#/properties/cases/items/properties/expect\
/anyOf/1/required",keyword:"required",params:{missingProperty:"outcome"},message:"must have required property 'outcome'"};e===null?e=[c]:e.push(
c),s++}for(let c in o)if(!(c==="outcome"||c==="via")){let a={instancePath:r+"/cases/"+t+"/expect",schemaPath:"#/properties/cases/items/prope\
rties/expect/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:c},message:"must NOT have additional pr\
operties"};e===null?e=[a]:e.push(a),s++}if(o.outcome!==void 0){let c=o.outcome;if(typeof c!="string"){let a={instancePath:r+"/cases/"+t+"/ex\
pect/outcome",schemaPath:"#/properties/cases/items/properties/expect/anyOf/1/properties/outcome/type",keyword:"type",params:{type:"string"},
message:"must be string"};e===null?e=[a]:e.push(a),s++}if(!(c==="allow"||c==="deny"||c==="explicit-deny"||c==="implicit-deny"||c==="undeterm\
ined")){let a={instancePath:r+"/cases/"+t+"/expect/outcome",schemaPath:"#/properties/cases/items/properties/expect/anyOf/1/properties/outcom\
e/enum",keyword:"enum",params:{allowedValues:x.properties.cases.items.properties.expect.anyOf[1].properties.outcome.enum},message:"must be e\
qual to one of the allowed values"};e===null?e=[a]:e.push(a),s++}}if(o.via!==void 0&&typeof o.via!="string"){let c={instancePath:r+"/cases/"+
t+"/expect/via",schemaPath:"#/properties/cases/items/properties/expect/anyOf/1/properties/via/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[c]:e.push(c),s++}}else{let c={instancePath:r+"/cases/"+t+"/expect",schemaPath:"#/properties/cases/items/propert\
ies/expect/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[c]:e.push(c),s++}var B=h===s;if(p=p||B,
p)s=n,e!==null&&(n?e.length=n:e=null);else{let c={instancePath:r+"/cases/"+t+"/expect",schemaPath:"#/properties/cases/items/properties/expec\
t/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[c]:e.push(c),s++}}if(d.because!==void 0){let o=d.because,
n=s,p=!1,y=s;if(typeof o!="string"){let c={instancePath:r+"/cases/"+t+"/because",schemaPath:"#/properties/cases/items/properties/because/any\
Of/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[c]:e.push(c),s++}var U=y===s;p=p||U;let h=s;if(Array.
isArray(o)){let c=o.length;for(let a=0;a<c;a++)if(typeof o[a]!="string"){let i={instancePath:r+"/cases/"+t+"/because/"+a,schemaPath:"#/prope\
rties/cases/items/properties/because/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(
i),s++}}else{let c={instancePath:r+"/cases/"+t+"/because",schemaPath:"#/properties/cases/items/properties/because/anyOf/1/type",keyword:"typ\
e",params:{type:"array"},message:"must be array"};e===null?e=[c]:e.push(c),s++}var U=h===s;if(p=p||U,p)s=n,e!==null&&(n?e.length=n:e=null);else{
let c={instancePath:r+"/cases/"+t+"/because",schemaPath:"#/properties/cases/items/properties/because/anyOf",keyword:"anyOf",params:{},message:"\
must match a schema in anyOf"};e===null?e=[c]:e.push(c),s++}}if(d.skip!==void 0){let o=d.skip;if(typeof o!="boolean"&&typeof o!="string"){let n={
instancePath:r+"/cases/"+t+"/skip",schemaPath:"#/properties/cases/items/properties/skip/type",keyword:"type",params:{type:x.properties.cases.
items.properties.skip.type},message:"must be boolean,string"};e===null?e=[n]:e.push(n),s++}}if(d.only!==void 0&&typeof d.only!="boolean"){let o={
instancePath:r+"/cases/"+t+"/only",schemaPath:"#/properties/cases/items/properties/only/type",keyword:"type",params:{type:"boolean"},message:"\
must be boolean"};e===null?e=[o]:e.push(o),s++}}else{let o={instancePath:r+"/cases/"+t,schemaPath:"#/properties/cases/items/type",keyword:"t\
ype",params:{type:"object"},message:"must be object"};e===null?e=[o]:e.push(o),s++}}}else{let g={instancePath:r+"/cases",schemaPath:"#/prope\
rties/cases/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[g]:e.push(g),s++}}if(O.invariants!==void 0){let v=O.
invariants;if(Array.isArray(v)){let g=v.length;for(let t=0;t<g;t++){let d=v[t];if(d&&typeof d=="object"&&!Array.isArray(d)){if(d.name===void 0){
let o={instancePath:r+"/invariants/"+t,schemaPath:"#/properties/invariants/items/required",keyword:"required",params:{missingProperty:"name"},
message:"must have required property 'name'"};e===null?e=[o]:e.push(o),s++}for(let o in d)if(!(o==="name"||o==="never"||o==="always"||o==="o\
nly"||o==="skip")){let n={instancePath:r+"/invariants/"+t,schemaPath:"#/properties/invariants/items/additionalProperties",keyword:"additiona\
lProperties",params:{additionalProperty:o},message:"must NOT have additional properties"};e===null?e=[n]:e.push(n),s++}if(d.name!==void 0&&typeof d.
name!="string"){let o={instancePath:r+"/invariants/"+t+"/name",schemaPath:"#/properties/invariants/items/properties/name/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),s++}if(d.never!==void 0){let o=d.never;if(o&&typeof o=="object"&&!Array.
isArray(o)){for(let n in o)if(!(n==="principal"||n==="action"||n==="key"||n==="resource"||n==="encryptionContext"||n==="viaService"||n==="co\
ntext"||n==="unless")){let p={instancePath:r+"/invariants/"+t+"/never",schemaPath:"#/properties/invariants/items/properties/never/additional\
Properties",keyword:"additionalProperties",params:{additionalProperty:n},message:"must NOT have additional properties"};e===null?e=[p]:e.push(
p),s++}if(o.principal!==void 0){let n=o.principal,p=s,y=!1,h=s;if(typeof n!="string"){let a={instancePath:r+"/invariants/"+t+"/never/princip\
al",schemaPath:"#/properties/invariants/items/properties/never/properties/principal/anyOf/0/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[a]:e.push(a),s++}var H=h===s;y=y||H;let c=s;if(Array.isArray(n)){if(n.length<1){let i={instancePath:r+"/invaria\
nts/"+t+"/never/principal",schemaPath:"#/properties/invariants/items/properties/never/properties/principal/anyOf/1/minItems",keyword:"minIte\
ms",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=n.length;for(let i=0;i<a;i++)if(typeof n[i]!=
"string"){let l={instancePath:r+"/invariants/"+t+"/never/principal/"+i,schemaPath:"#/properties/invariants/items/properties/never/properties\
/principal/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}}else{let a={instancePath:r+
"/invariants/"+t+"/never/principal",schemaPath:"#/properties/invariants/items/properties/never/properties/principal/anyOf/1/type",keyword:"t\
ype",params:{type:"array"},message:"must be array"};e===null?e=[a]:e.push(a),s++}var H=c===s;if(y=y||H,y)s=p,e!==null&&(p?e.length=p:e=null);else{
let a={instancePath:r+"/invariants/"+t+"/never/principal",schemaPath:"#/properties/invariants/items/properties/never/properties/principal/an\
yOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[a]:e.push(a),s++}}if(o.action!==void 0){let n=o.action,p=s,
y=!1,h=s;if(typeof n!="string"){let a={instancePath:r+"/invariants/"+t+"/never/action",schemaPath:"#/properties/invariants/items/properties/\
never/properties/action/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),s++}var J=h===
s;y=y||J;let c=s;if(Array.isArray(n)){if(n.length<1){let i={instancePath:r+"/invariants/"+t+"/never/action",schemaPath:"#/properties/invaria\
nts/items/properties/never/properties/action/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};
e===null?e=[i]:e.push(i),s++}let a=n.length;for(let i=0;i<a;i++)if(typeof n[i]!="string"){let l={instancePath:r+"/invariants/"+t+"/never/act\
ion/"+i,schemaPath:"#/properties/invariants/items/properties/never/properties/action/anyOf/1/items/type",keyword:"type",params:{type:"string"},
message:"must be string"};e===null?e=[l]:e.push(l),s++}}else{let a={instancePath:r+"/invariants/"+t+"/never/action",schemaPath:"#/properties\
/invariants/items/properties/never/properties/action/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=
[a]:e.push(a),s++}var J=c===s;if(y=y||J,y)s=p,e!==null&&(p?e.length=p:e=null);else{let a={instancePath:r+"/invariants/"+t+"/never/action",schemaPath:"\
#/properties/invariants/items/properties/never/properties/action/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===
null?e=[a]:e.push(a),s++}}if(o.key!==void 0){let n=o.key,p=s,y=!1,h=s;if(typeof n!="string"){let a={instancePath:r+"/invariants/"+t+"/never/\
key",schemaPath:"#/properties/invariants/items/properties/never/properties/key/anyOf/0/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[a]:e.push(a),s++}var Q=h===s;y=y||Q;let c=s;if(Array.isArray(n)){if(n.length<1){let i={instancePath:r+"/invaria\
nts/"+t+"/never/key",schemaPath:"#/properties/invariants/items/properties/never/properties/key/anyOf/1/minItems",keyword:"minItems",params:{
limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=n.length;for(let i=0;i<a;i++)if(typeof n[i]!="string"){
let l={instancePath:r+"/invariants/"+t+"/never/key/"+i,schemaPath:"#/properties/invariants/items/properties/never/properties/key/anyOf/1/ite\
ms/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}}else{let a={instancePath:r+"/invarian\
ts/"+t+"/never/key",schemaPath:"#/properties/invariants/items/properties/never/properties/key/anyOf/1/type",keyword:"type",params:{type:"arr\
ay"},message:"must be array"};e===null?e=[a]:e.push(a),s++}var Q=c===s;if(y=y||Q,y)s=p,e!==null&&(p?e.length=p:e=null);else{let a={instancePath:r+
"/invariants/"+t+"/never/key",schemaPath:"#/properties/invariants/items/properties/never/properties/key/anyOf",keyword:"anyOf",params:{},message:"\
must match a schema in anyOf"};e===null?e=[a]:e.push(a),s++}}if(o.resource!==void 0){let n=o.resource,p=s,y=!1,h=s;if(typeof n!="string"){let a={
instancePath:r+"/invariants/"+t+"/never/resource",schemaPath:"#/properties/invariants/items/properties/never/properties/resource/anyOf/0/typ\
e",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),s++}var ee=h===s;y=y||ee;let c=s;if(Array.isArray(
n)){if(n.length<1){let i={instancePath:r+"/invariants/"+t+"/never/resource",schemaPath:"#/properties/invariants/items/properties/never/prope\
rties/resource/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}
let a=n.length;for(let i=0;i<a;i++)if(typeof n[i]!="string"){let l={instancePath:r+"/invariants/"+t+"/never/resource/"+i,schemaPath:"#/prope\
rties/invariants/items/properties/never/properties/resource/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be strin\
g"};e===null?e=[l]:e.push(l),s++}}else{let a={instancePath:r+"/invariants/"+t+"/never/resource",schemaPath:"#/properties/invariants/items/pr\
operties/never/properties/resource/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[a]:e.push(a),s++}
var ee=c===s;if(y=y||ee,y)s=p,e!==null&&(p?e.length=p:e=null);else{let a={instancePath:r+"/invariants/"+t+"/never/resource",schemaPath:"#/pr\
operties/invariants/items/properties/never/properties/resource/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===
null?e=[a]:e.push(a),s++}}if(o.encryptionContext!==void 0){let n=o.encryptionContext;if(n&&typeof n=="object"&&!Array.isArray(n))for(let p in n){
let y=n[p],h=s,c=!1,a=s;if(typeof y!="string"){let l={instancePath:r+"/invariants/"+t+"/never/encryptionContext/"+p.replace(/~/g,"~0").replace(
/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/never/properties/encryptionContext/additionalProperties/anyOf/0/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}var se=a===s;c=c||se;let i=s;if(Array.isArray(y)){if(y.length<
1){let f={instancePath:r+"/invariants/"+t+"/never/encryptionContext/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/inva\
riants/items/properties/never/properties/encryptionContext/additionalProperties/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"\
must NOT have fewer than 1 items"};e===null?e=[f]:e.push(f),s++}let l=y.length;for(let f=0;f<l;f++)if(typeof y[f]!="string"){let m={instancePath:r+
"/invariants/"+t+"/never/encryptionContext/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+f,schemaPath:"#/properties/invariants/items/proper\
ties/never/properties/encryptionContext/additionalProperties/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be stri\
ng"};e===null?e=[m]:e.push(m),s++}}else{let l={instancePath:r+"/invariants/"+t+"/never/encryptionContext/"+p.replace(/~/g,"~0").replace(/\//g,
"~1"),schemaPath:"#/properties/invariants/items/properties/never/properties/encryptionContext/additionalProperties/anyOf/1/type",keyword:"ty\
pe",params:{type:"array"},message:"must be array"};e===null?e=[l]:e.push(l),s++}var se=i===s;if(c=c||se,c)s=h,e!==null&&(h?e.length=h:e=null);else{
let l={instancePath:r+"/invariants/"+t+"/never/encryptionContext/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invaria\
nts/items/properties/never/properties/encryptionContext/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema i\
n anyOf"};e===null?e=[l]:e.push(l),s++}}else{let p={instancePath:r+"/invariants/"+t+"/never/encryptionContext",schemaPath:"#/properties/inva\
riants/items/properties/never/properties/encryptionContext/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=
[p]:e.push(p),s++}}if(o.viaService!==void 0){let n=o.viaService,p=s,y=!1,h=s;if(typeof n!="string"){let a={instancePath:r+"/invariants/"+t+"\
/never/viaService",schemaPath:"#/properties/invariants/items/properties/never/properties/viaService/anyOf/0/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[a]:e.push(a),s++}var te=h===s;y=y||te;let c=s;if(Array.isArray(n)){if(n.length<1){let i={instancePath:r+
"/invariants/"+t+"/never/viaService",schemaPath:"#/properties/invariants/items/properties/never/properties/viaService/anyOf/1/minItems",keyword:"\
minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=n.length;for(let i=0;i<a;i++)if(typeof n[i]!=
"string"){let l={instancePath:r+"/invariants/"+t+"/never/viaService/"+i,schemaPath:"#/properties/invariants/items/properties/never/propertie\
s/viaService/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}}else{let a={instancePath:r+
"/invariants/"+t+"/never/viaService",schemaPath:"#/properties/invariants/items/properties/never/properties/viaService/anyOf/1/type",keyword:"\
type",params:{type:"array"},message:"must be array"};e===null?e=[a]:e.push(a),s++}var te=c===s;if(y=y||te,y)s=p,e!==null&&(p?e.length=p:e=null);else{
let a={instancePath:r+"/invariants/"+t+"/never/viaService",schemaPath:"#/properties/invariants/items/properties/never/properties/viaService/\
anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[a]:e.push(a),s++}}if(o.context!==void 0){let n=o.context;
if(n&&typeof n=="object"&&!Array.isArray(n))for(let p in n){let y=n[p],h=s,c=!1,a=s;if(typeof y!="string"){let m={instancePath:r+"/invariant\
s/"+t+"/never/context/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/never/properties/conte\
xt/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[m]:e.push(m),s++}var N=a===
s;c=c||N;let i=s;if(!(typeof y=="number"&&isFinite(y))){let m={instancePath:r+"/invariants/"+t+"/never/context/"+p.replace(/~/g,"~0").replace(
/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/never/properties/context/additionalProperties/anyOf/1/type",keyword:"type",
params:{type:"number"},message:"must be number"};e===null?e=[m]:e.push(m),s++}var N=i===s;c=c||N;let l=s;if(typeof y!="boolean"){let m={instancePath:r+
"/invariants/"+t+"/never/context/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/never/prope\
rties/context/additionalProperties/anyOf/2/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[m]:e.push(m),
s++}var N=l===s;c=c||N;let f=s;if(Array.isArray(y)){let m=y.length;for(let w=0;w<m;w++)if(typeof y[w]!="string"){let k={instancePath:r+"/inv\
ariants/"+t+"/never/context/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+w,schemaPath:"#/properties/invariants/items/properties/never/prop\
erties/context/additionalProperties/anyOf/3/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[k]:e.push(
k),s++}}else{let m={instancePath:r+"/invariants/"+t+"/never/context/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/inva\
riants/items/properties/never/properties/context/additionalProperties/anyOf/3/type",keyword:"type",params:{type:"array"},message:"must be ar\
ray"};e===null?e=[m]:e.push(m),s++}var N=f===s;if(c=c||N,c)s=h,e!==null&&(h?e.length=h:e=null);else{let m={instancePath:r+"/invariants/"+t+"\
/never/context/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/never/properties/context/addi\
tionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[m]:e.push(m),s++}}else{let p={instancePath:r+
"/invariants/"+t+"/never/context",schemaPath:"#/properties/invariants/items/properties/never/properties/context/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[p]:e.push(p),s++}}if(o.unless!==void 0){let n=o.unless;if(n&&typeof n=="object"&&!Array.
isArray(n))for(let p in n){let y=n[p],h=s,c=!1,a=s;if(typeof y!="string"){let m={instancePath:r+"/invariants/"+t+"/never/unless/"+p.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/never/properties/unless/additionalProperties/anyOf/0/typ\
e",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[m]:e.push(m),s++}var S=a===s;c=c||S;let i=s;if(!(typeof y=="n\
umber"&&isFinite(y))){let m={instancePath:r+"/invariants/"+t+"/never/unless/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/propert\
ies/invariants/items/properties/never/properties/unless/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"number"},message:"mu\
st be number"};e===null?e=[m]:e.push(m),s++}var S=i===s;c=c||S;let l=s;if(typeof y!="boolean"){let m={instancePath:r+"/invariants/"+t+"/neve\
r/unless/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/never/properties/unless/additionalP\
roperties/anyOf/2/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[m]:e.push(m),s++}var S=l===s;c=c||S;let f=s;
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
keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[n]:e.push(n),s++}}if(d.always!==void 0){let o=d.always;if(o&&typeof o==
"object"&&!Array.isArray(o)){for(let n in o)if(!(n==="principal"||n==="action"||n==="key"||n==="resource"||n==="encryptionContext"||n==="via\
Service"||n==="context"||n==="unless")){let p={instancePath:r+"/invariants/"+t+"/always",schemaPath:"#/properties/invariants/items/propertie\
s/always/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:n},message:"must NOT have additional properties"};e===
null?e=[p]:e.push(p),s++}if(o.principal!==void 0){let n=o.principal,p=s,y=!1,h=s;if(typeof n!="string"){let a={instancePath:r+"/invariants/"+
t+"/always/principal",schemaPath:"#/properties/invariants/items/properties/always/properties/principal/anyOf/0/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),s++}var re=h===s;y=y||re;let c=s;if(Array.isArray(n)){if(n.length<1){let i={
instancePath:r+"/invariants/"+t+"/always/principal",schemaPath:"#/properties/invariants/items/properties/always/properties/principal/anyOf/1\
/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=n.length;for(let i=0;i<
a;i++)if(typeof n[i]!="string"){let l={instancePath:r+"/invariants/"+t+"/always/principal/"+i,schemaPath:"#/properties/invariants/items/prop\
erties/always/properties/principal/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(
l),s++}}else{let a={instancePath:r+"/invariants/"+t+"/always/principal",schemaPath:"#/properties/invariants/items/properties/always/properti\
es/principal/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[a]:e.push(a),s++}var re=c===s;if(y=y||re,
y)s=p,e!==null&&(p?e.length=p:e=null);else{let a={instancePath:r+"/invariants/"+t+"/always/principal",schemaPath:"#/properties/invariants/it\
ems/properties/always/properties/principal/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[a]:e.push(a),
s++}}if(o.action!==void 0){let n=o.action,p=s,y=!1,h=s;if(typeof n!="string"){let a={instancePath:r+"/invariants/"+t+"/always/action",schemaPath:"\
#/properties/invariants/items/properties/always/properties/action/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be strin\
g"};e===null?e=[a]:e.push(a),s++}var ae=h===s;y=y||ae;let c=s;if(Array.isArray(n)){if(n.length<1){let i={instancePath:r+"/invariants/"+t+"/a\
lways/action",schemaPath:"#/properties/invariants/items/properties/always/properties/action/anyOf/1/minItems",keyword:"minItems",params:{limit:1},
message:"must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=n.length;for(let i=0;i<a;i++)if(typeof n[i]!="string"){let l={
instancePath:r+"/invariants/"+t+"/always/action/"+i,schemaPath:"#/properties/invariants/items/properties/always/properties/action/anyOf/1/it\
ems/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}}else{let a={instancePath:r+"/invaria\
nts/"+t+"/always/action",schemaPath:"#/properties/invariants/items/properties/always/properties/action/anyOf/1/type",keyword:"type",params:{
type:"array"},message:"must be array"};e===null?e=[a]:e.push(a),s++}var ae=c===s;if(y=y||ae,y)s=p,e!==null&&(p?e.length=p:e=null);else{let a={
instancePath:r+"/invariants/"+t+"/always/action",schemaPath:"#/properties/invariants/items/properties/always/properties/action/anyOf",keyword:"\
anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[a]:e.push(a),s++}}if(o.key!==void 0){let n=o.key,p=s,y=!1,h=s;if(typeof n!=
"string"){let a={instancePath:r+"/invariants/"+t+"/always/key",schemaPath:"#/properties/invariants/items/properties/always/properties/key/an\
yOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),s++}var ie=h===s;y=y||ie;let c=s;if(Array.
isArray(n)){if(n.length<1){let i={instancePath:r+"/invariants/"+t+"/always/key",schemaPath:"#/properties/invariants/items/properties/always/\
properties/key/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}
let a=n.length;for(let i=0;i<a;i++)if(typeof n[i]!="string"){let l={instancePath:r+"/invariants/"+t+"/always/key/"+i,schemaPath:"#/propertie\
s/invariants/items/properties/always/properties/key/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===
null?e=[l]:e.push(l),s++}}else{let a={instancePath:r+"/invariants/"+t+"/always/key",schemaPath:"#/properties/invariants/items/properties/alw\
ays/properties/key/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[a]:e.push(a),s++}var ie=c===s;if(y=
y||ie,y)s=p,e!==null&&(p?e.length=p:e=null);else{let a={instancePath:r+"/invariants/"+t+"/always/key",schemaPath:"#/properties/invariants/it\
ems/properties/always/properties/key/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[a]:e.push(a),s++}}
if(o.resource!==void 0){let n=o.resource,p=s,y=!1,h=s;if(typeof n!="string"){let a={instancePath:r+"/invariants/"+t+"/always/resource",schemaPath:"\
#/properties/invariants/items/properties/always/properties/resource/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be str\
ing"};e===null?e=[a]:e.push(a),s++}var ne=h===s;y=y||ne;let c=s;if(Array.isArray(n)){if(n.length<1){let i={instancePath:r+"/invariants/"+t+"\
/always/resource",schemaPath:"#/properties/invariants/items/properties/always/properties/resource/anyOf/1/minItems",keyword:"minItems",params:{
limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=n.length;for(let i=0;i<a;i++)if(typeof n[i]!="string"){
let l={instancePath:r+"/invariants/"+t+"/always/resource/"+i,schemaPath:"#/properties/invariants/items/properties/always/properties/resource\
/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}}else{let a={instancePath:r+
"/invariants/"+t+"/always/resource",schemaPath:"#/properties/invariants/items/properties/always/properties/resource/anyOf/1/type",keyword:"t\
ype",params:{type:"array"},message:"must be array"};e===null?e=[a]:e.push(a),s++}var ne=c===s;if(y=y||ne,y)s=p,e!==null&&(p?e.length=p:e=null);else{
let a={instancePath:r+"/invariants/"+t+"/always/resource",schemaPath:"#/properties/invariants/items/properties/always/properties/resource/an\
yOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[a]:e.push(a),s++}}if(o.encryptionContext!==void 0){let n=o.
encryptionContext;if(n&&typeof n=="object"&&!Array.isArray(n))for(let p in n){let y=n[p],h=s,c=!1,a=s;if(typeof y!="string"){let l={instancePath:r+
"/invariants/"+t+"/always/encryptionContext/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/\
always/properties/encryptionContext/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[l]:e.push(l),s++}var pe=a===s;c=c||pe;let i=s;if(Array.isArray(y)){if(y.length<1){let f={instancePath:r+"/invariants/"+t+"/always/encrypt\
ionContext/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/always/properties/encryptionConte\
xt/additionalProperties/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[f]:e.push(
f),s++}let l=y.length;for(let f=0;f<l;f++)if(typeof y[f]!="string"){let m={instancePath:r+"/invariants/"+t+"/always/encryptionContext/"+p.replace(
/~/g,"~0").replace(/\//g,"~1")+"/"+f,schemaPath:"#/properties/invariants/items/properties/always/properties/encryptionContext/additionalProp\
erties/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[m]:e.push(m),s++}}else{let l={instancePath:r+
"/invariants/"+t+"/always/encryptionContext/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/\
always/properties/encryptionContext/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?
e=[l]:e.push(l),s++}var pe=i===s;if(c=c||pe,c)s=h,e!==null&&(h?e.length=h:e=null);else{let l={instancePath:r+"/invariants/"+t+"/always/encry\
ptionContext/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/always/properties/encryptionCon\
text/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[l]:e.push(l),s++}}else{let p={
instancePath:r+"/invariants/"+t+"/always/encryptionContext",schemaPath:"#/properties/invariants/items/properties/always/properties/encryptio\
nContext/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[p]:e.push(p),s++}}if(o.viaService!==void 0){let n=o.
viaService,p=s,y=!1,h=s;if(typeof n!="string"){let a={instancePath:r+"/invariants/"+t+"/always/viaService",schemaPath:"#/properties/invarian\
ts/items/properties/always/properties/viaService/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:
e.push(a),s++}var oe=h===s;y=y||oe;let c=s;if(Array.isArray(n)){if(n.length<1){let i={instancePath:r+"/invariants/"+t+"/always/viaService",schemaPath:"\
#/properties/invariants/items/properties/always/properties/viaService/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NO\
T have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=n.length;for(let i=0;i<a;i++)if(typeof n[i]!="string"){let l={instancePath:r+
"/invariants/"+t+"/always/viaService/"+i,schemaPath:"#/properties/invariants/items/properties/always/properties/viaService/anyOf/1/items/typ\
e",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}}else{let a={instancePath:r+"/invariants/"+t+
"/always/viaService",schemaPath:"#/properties/invariants/items/properties/always/properties/viaService/anyOf/1/type",keyword:"type",params:{
type:"array"},message:"must be array"};e===null?e=[a]:e.push(a),s++}var oe=c===s;if(y=y||oe,y)s=p,e!==null&&(p?e.length=p:e=null);else{let a={
instancePath:r+"/invariants/"+t+"/always/viaService",schemaPath:"#/properties/invariants/items/properties/always/properties/viaService/anyOf",
keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[a]:e.push(a),s++}}if(o.context!==void 0){let n=o.context;if(n&&
typeof n=="object"&&!Array.isArray(n))for(let p in n){let y=n[p],h=s,c=!1,a=s;if(typeof y!="string"){let m={instancePath:r+"/invariants/"+t+
"/always/context/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/always/properties/context/a\
dditionalProperties/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[m]:e.push(m),s++}var q=a===s;c=
c||q;let i=s;if(!(typeof y=="number"&&isFinite(y))){let m={instancePath:r+"/invariants/"+t+"/always/context/"+p.replace(/~/g,"~0").replace(/\//g,
"~1"),schemaPath:"#/properties/invariants/items/properties/always/properties/context/additionalProperties/anyOf/1/type",keyword:"type",params:{
type:"number"},message:"must be number"};e===null?e=[m]:e.push(m),s++}var q=i===s;c=c||q;let l=s;if(typeof y!="boolean"){let m={instancePath:r+
"/invariants/"+t+"/always/context/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/always/pro\
perties/context/additionalProperties/anyOf/2/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[m]:e.push(m),
s++}var q=l===s;c=c||q;let f=s;if(Array.isArray(y)){let m=y.length;for(let w=0;w<m;w++)if(typeof y[w]!="string"){let k={instancePath:r+"/inv\
ariants/"+t+"/always/context/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+w,schemaPath:"#/properties/invariants/items/properties/always/pr\
operties/context/additionalProperties/anyOf/3/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[k]:e.push(
k),s++}}else{let m={instancePath:r+"/invariants/"+t+"/always/context/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/inv\
ariants/items/properties/always/properties/context/additionalProperties/anyOf/3/type",keyword:"type",params:{type:"array"},message:"must be \
array"};e===null?e=[m]:e.push(m),s++}var q=f===s;if(c=c||q,c)s=h,e!==null&&(h?e.length=h:e=null);else{let m={instancePath:r+"/invariants/"+t+
"/always/context/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/always/properties/context/a\
dditionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[m]:e.push(m),s++}}else{let p={instancePath:r+
"/invariants/"+t+"/always/context",schemaPath:"#/properties/invariants/items/properties/always/properties/context/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[p]:e.push(p),s++}}if(o.unless!==void 0){let n=o.unless;if(n&&typeof n=="object"&&!Array.
isArray(n))for(let p in n){let y=n[p],h=s,c=!1,a=s;if(typeof y!="string"){let m={instancePath:r+"/invariants/"+t+"/always/unless/"+p.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/always/properties/unless/additionalProperties/anyOf/0/ty\
pe",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[m]:e.push(m),s++}var W=a===s;c=c||W;let i=s;if(!(typeof y=="\
number"&&isFinite(y))){let m={instancePath:r+"/invariants/"+t+"/always/unless/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/prope\
rties/invariants/items/properties/always/properties/unless/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"number"},message:"\
must be number"};e===null?e=[m]:e.push(m),s++}var W=i===s;c=c||W;let l=s;if(typeof y!="boolean"){let m={instancePath:r+"/invariants/"+t+"/al\
ways/unless/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/always/properties/unless/additio\
nalProperties/anyOf/2/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[m]:e.push(m),s++}var W=l===s;c=c||
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
ms/properties/always/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[n]:e.push(n),s++}}if(d.only!==void 0){
let o=d.only;if(o&&typeof o=="object"&&!Array.isArray(o)){for(let n in o)if(!(n==="principal"||n==="action"||n==="key"||n==="resource"||n===
"encryptionContext"||n==="viaService"||n==="context"||n==="unless")){let p={instancePath:r+"/invariants/"+t+"/only",schemaPath:"#/properties\
/invariants/items/properties/only/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:n},message:"must NOT have \
additional properties"};e===null?e=[p]:e.push(p),s++}if(o.principal!==void 0){let n=o.principal,p=s,y=!1,h=s;if(typeof n!="string"){let a={instancePath:r+
"/invariants/"+t+"/only/principal",schemaPath:"#/properties/invariants/items/properties/only/properties/principal/anyOf/0/type",keyword:"typ\
e",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),s++}var le=h===s;y=y||le;let c=s;if(Array.isArray(n)){if(n.length<
1){let i={instancePath:r+"/invariants/"+t+"/only/principal",schemaPath:"#/properties/invariants/items/properties/only/properties/principal/a\
nyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=n.length;
for(let i=0;i<a;i++)if(typeof n[i]!="string"){let l={instancePath:r+"/invariants/"+t+"/only/principal/"+i,schemaPath:"#/properties/invariant\
s/items/properties/only/properties/principal/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=
[l]:e.push(l),s++}}else{let a={instancePath:r+"/invariants/"+t+"/only/principal",schemaPath:"#/properties/invariants/items/properties/only/p\
roperties/principal/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[a]:e.push(a),s++}var le=c===s;if(y=
y||le,y)s=p,e!==null&&(p?e.length=p:e=null);else{let a={instancePath:r+"/invariants/"+t+"/only/principal",schemaPath:"#/properties/invariant\
s/items/properties/only/properties/principal/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[a]:e.push(
a),s++}}if(o.action!==void 0){let n=o.action,p=s,y=!1,h=s;if(typeof n!="string"){let a={instancePath:r+"/invariants/"+t+"/only/action",schemaPath:"\
#/properties/invariants/items/properties/only/properties/action/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};
e===null?e=[a]:e.push(a),s++}var ce=h===s;y=y||ce;let c=s;if(Array.isArray(n)){if(n.length<1){let i={instancePath:r+"/invariants/"+t+"/only/\
action",schemaPath:"#/properties/invariants/items/properties/only/properties/action/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"\
must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=n.length;for(let i=0;i<a;i++)if(typeof n[i]!="string"){let l={instancePath:r+
"/invariants/"+t+"/only/action/"+i,schemaPath:"#/properties/invariants/items/properties/only/properties/action/anyOf/1/items/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}}else{let a={instancePath:r+"/invariants/"+t+"/only/acti\
on",schemaPath:"#/properties/invariants/items/properties/only/properties/action/anyOf/1/type",keyword:"type",params:{type:"array"},message:"\
must be array"};e===null?e=[a]:e.push(a),s++}var ce=c===s;if(y=y||ce,y)s=p,e!==null&&(p?e.length=p:e=null);else{let a={instancePath:r+"/inva\
riants/"+t+"/only/action",schemaPath:"#/properties/invariants/items/properties/only/properties/action/anyOf",keyword:"anyOf",params:{},message:"\
must match a schema in anyOf"};e===null?e=[a]:e.push(a),s++}}if(o.key!==void 0){let n=o.key,p=s,y=!1,h=s;if(typeof n!="string"){let a={instancePath:r+
"/invariants/"+t+"/only/key",schemaPath:"#/properties/invariants/items/properties/only/properties/key/anyOf/0/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[a]:e.push(a),s++}var ye=h===s;y=y||ye;let c=s;if(Array.isArray(n)){if(n.length<1){let i={instancePath:r+
"/invariants/"+t+"/only/key",schemaPath:"#/properties/invariants/items/properties/only/properties/key/anyOf/1/minItems",keyword:"minItems",params:{
limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=n.length;for(let i=0;i<a;i++)if(typeof n[i]!="string"){
let l={instancePath:r+"/invariants/"+t+"/only/key/"+i,schemaPath:"#/properties/invariants/items/properties/only/properties/key/anyOf/1/items\
/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}}else{let a={instancePath:r+"/invariants\
/"+t+"/only/key",schemaPath:"#/properties/invariants/items/properties/only/properties/key/anyOf/1/type",keyword:"type",params:{type:"array"},
message:"must be array"};e===null?e=[a]:e.push(a),s++}var ye=c===s;if(y=y||ye,y)s=p,e!==null&&(p?e.length=p:e=null);else{let a={instancePath:r+
"/invariants/"+t+"/only/key",schemaPath:"#/properties/invariants/items/properties/only/properties/key/anyOf",keyword:"anyOf",params:{},message:"\
must match a schema in anyOf"};e===null?e=[a]:e.push(a),s++}}if(o.resource!==void 0){let n=o.resource,p=s,y=!1,h=s;if(typeof n!="string"){let a={
instancePath:r+"/invariants/"+t+"/only/resource",schemaPath:"#/properties/invariants/items/properties/only/properties/resource/anyOf/0/type",
keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),s++}var me=h===s;y=y||me;let c=s;if(Array.isArray(n)){
if(n.length<1){let i={instancePath:r+"/invariants/"+t+"/only/resource",schemaPath:"#/properties/invariants/items/properties/only/properties/\
resource/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=n.
length;for(let i=0;i<a;i++)if(typeof n[i]!="string"){let l={instancePath:r+"/invariants/"+t+"/only/resource/"+i,schemaPath:"#/properties/inv\
ariants/items/properties/only/properties/resource/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[l]:e.push(l),s++}}else{let a={instancePath:r+"/invariants/"+t+"/only/resource",schemaPath:"#/properties/invariants/items/properties/only/\
properties/resource/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[a]:e.push(a),s++}var me=c===s;if(y=
y||me,y)s=p,e!==null&&(p?e.length=p:e=null);else{let a={instancePath:r+"/invariants/"+t+"/only/resource",schemaPath:"#/properties/invariants\
/items/properties/only/properties/resource/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[a]:e.push(a),
s++}}if(o.encryptionContext!==void 0){let n=o.encryptionContext;if(n&&typeof n=="object"&&!Array.isArray(n))for(let p in n){let y=n[p],h=s,c=!1,
a=s;if(typeof y!="string"){let l={instancePath:r+"/invariants/"+t+"/only/encryptionContext/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/invariants/items/properties/only/properties/encryptionContext/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"s\
tring"},message:"must be string"};e===null?e=[l]:e.push(l),s++}var fe=a===s;c=c||fe;let i=s;if(Array.isArray(y)){if(y.length<1){let f={instancePath:r+
"/invariants/"+t+"/only/encryptionContext/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/on\
ly/properties/encryptionContext/additionalProperties/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than\
 1 items"};e===null?e=[f]:e.push(f),s++}let l=y.length;for(let f=0;f<l;f++)if(typeof y[f]!="string"){let m={instancePath:r+"/invariants/"+t+
"/only/encryptionContext/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+f,schemaPath:"#/properties/invariants/items/properties/only/properti\
es/encryptionContext/additionalProperties/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[m]:
e.push(m),s++}}else{let l={instancePath:r+"/invariants/"+t+"/only/encryptionContext/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#\
/properties/invariants/items/properties/only/properties/encryptionContext/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"ar\
ray"},message:"must be array"};e===null?e=[l]:e.push(l),s++}var fe=i===s;if(c=c||fe,c)s=h,e!==null&&(h?e.length=h:e=null);else{let l={instancePath:r+
"/invariants/"+t+"/only/encryptionContext/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/on\
ly/properties/encryptionContext/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[l]:
e.push(l),s++}}else{let p={instancePath:r+"/invariants/"+t+"/only/encryptionContext",schemaPath:"#/properties/invariants/items/properties/on\
ly/properties/encryptionContext/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[p]:e.push(p),s++}}if(o.viaService!==
void 0){let n=o.viaService,p=s,y=!1,h=s;if(typeof n!="string"){let a={instancePath:r+"/invariants/"+t+"/only/viaService",schemaPath:"#/prope\
rties/invariants/items/properties/only/properties/viaService/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===
null?e=[a]:e.push(a),s++}var he=h===s;y=y||he;let c=s;if(Array.isArray(n)){if(n.length<1){let i={instancePath:r+"/invariants/"+t+"/only/viaS\
ervice",schemaPath:"#/properties/invariants/items/properties/only/properties/viaService/anyOf/1/minItems",keyword:"minItems",params:{limit:1},
message:"must NOT have fewer than 1 items"};e===null?e=[i]:e.push(i),s++}let a=n.length;for(let i=0;i<a;i++)if(typeof n[i]!="string"){let l={
instancePath:r+"/invariants/"+t+"/only/viaService/"+i,schemaPath:"#/properties/invariants/items/properties/only/properties/viaService/anyOf/\
1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}}else{let a={instancePath:r+"/inv\
ariants/"+t+"/only/viaService",schemaPath:"#/properties/invariants/items/properties/only/properties/viaService/anyOf/1/type",keyword:"type",
params:{type:"array"},message:"must be array"};e===null?e=[a]:e.push(a),s++}var he=c===s;if(y=y||he,y)s=p,e!==null&&(p?e.length=p:e=null);else{
let a={instancePath:r+"/invariants/"+t+"/only/viaService",schemaPath:"#/properties/invariants/items/properties/only/properties/viaService/an\
yOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[a]:e.push(a),s++}}if(o.context!==void 0){let n=o.context;
if(n&&typeof n=="object"&&!Array.isArray(n))for(let p in n){let y=n[p],h=s,c=!1,a=s;if(typeof y!="string"){let m={instancePath:r+"/invariant\
s/"+t+"/only/context/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/only/properties/context\
/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[m]:e.push(m),s++}var R=a===s;
c=c||R;let i=s;if(!(typeof y=="number"&&isFinite(y))){let m={instancePath:r+"/invariants/"+t+"/only/context/"+p.replace(/~/g,"~0").replace(/\//g,
"~1"),schemaPath:"#/properties/invariants/items/properties/only/properties/context/additionalProperties/anyOf/1/type",keyword:"type",params:{
type:"number"},message:"must be number"};e===null?e=[m]:e.push(m),s++}var R=i===s;c=c||R;let l=s;if(typeof y!="boolean"){let m={instancePath:r+
"/invariants/"+t+"/only/context/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/only/propert\
ies/context/additionalProperties/anyOf/2/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[m]:e.push(m),s++}
var R=l===s;c=c||R;let f=s;if(Array.isArray(y)){let m=y.length;for(let w=0;w<m;w++)if(typeof y[w]!="string"){let k={instancePath:r+"/invaria\
nts/"+t+"/only/context/"+p.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+w,schemaPath:"#/properties/invariants/items/properties/only/properties\
/context/additionalProperties/anyOf/3/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[k]:e.push(k),s++}}else{
let m={instancePath:r+"/invariants/"+t+"/only/context/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/p\
roperties/only/properties/context/additionalProperties/anyOf/3/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?
e=[m]:e.push(m),s++}var R=f===s;if(c=c||R,c)s=h,e!==null&&(h?e.length=h:e=null);else{let m={instancePath:r+"/invariants/"+t+"/only/context/"+
p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/only/properties/context/additionalProperties/a\
nyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[m]:e.push(m),s++}}else{let p={instancePath:r+"/invariant\
s/"+t+"/only/context",schemaPath:"#/properties/invariants/items/properties/only/properties/context/type",keyword:"type",params:{type:"object"},
message:"must be object"};e===null?e=[p]:e.push(p),s++}}if(o.unless!==void 0){let n=o.unless;if(n&&typeof n=="object"&&!Array.isArray(n))for(let p in n){
let y=n[p],h=s,c=!1,a=s;if(typeof y!="string"){let m={instancePath:r+"/invariants/"+t+"/only/unless/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),
schemaPath:"#/properties/invariants/items/properties/only/properties/unless/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[m]:e.push(m),s++}var E=a===s;c=c||E;let i=s;if(!(typeof y=="number"&&isFinite(y))){let m={instancePath:r+
"/invariants/"+t+"/only/unless/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/only/properti\
es/unless/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"number"},message:"must be number"};e===null?e=[m]:e.push(m),s++}var E=i===
s;c=c||E;let l=s;if(typeof y!="boolean"){let m={instancePath:r+"/invariants/"+t+"/only/unless/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/invariants/items/properties/only/properties/unless/additionalProperties/anyOf/2/type",keyword:"type",params:{type:"boolean"},message:"\
must be boolean"};e===null?e=[m]:e.push(m),s++}var E=l===s;c=c||E;let f=s;if(Array.isArray(y)){let m=y.length;for(let w=0;w<m;w++)if(typeof y[w]!=
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
s++}}if(d.skip!==void 0){let o=d.skip;if(typeof o!="boolean"&&typeof o!="string"){let n={instancePath:r+"/invariants/"+t+"/skip",schemaPath:"\
#/properties/invariants/items/properties/skip/type",keyword:"type",params:{type:x.properties.invariants.items.properties.skip.type},message:"\
must be boolean,string"};e===null?e=[n]:e.push(n),s++}}}else{let o={instancePath:r+"/invariants/"+t,schemaPath:"#/properties/invariants/item\
s/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[o]:e.push(o),s++}}}else{let g={instancePath:r+"/invarian\
ts",schemaPath:"#/properties/invariants/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[g]:e.push(g),s++}}}else{
let v={instancePath:r,schemaPath:"#/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[v]:e.push(v),s++}return z.
errors=e,s===0}z.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};var ve={"#/additionalProperties":["$schema","version","account","regio\
n","world","defaults","cases","invariants"],"#/properties/defaults/additionalProperties":["principal","action","key","resource","account","c\
ontext","encryptionContext","viaService","grantTokens","endpoint","time","unknown","expect"],"#/properties/cases/items/additionalProperties":[
"name","principal","action","key","resource","account","context","encryptionContext","viaService","grantTokens","endpoint","time","unknown",
"each","flow","roundTrip","expect","because","skip","only"],"#/properties/cases/items/properties/each/anyOf/0/additionalProperties":["princi\
pal","action","key","resource","account","context","encryptionContext","viaService","grantTokens","endpoint","time","unknown","expect","beca\
use"],"#/properties/cases/items/properties/each/anyOf/0/properties/expect/items/anyOf/1/additionalProperties":["outcome","via"],"#/propertie\
s/cases/items/properties/each/anyOf/1/items/additionalProperties":["principal","action","key","resource","account","context","encryptionCont\
ext","viaService","grantTokens","endpoint","time","unknown","expect","because"],"#/properties/cases/items/properties/each/anyOf/1/items/prop\
erties/expect/anyOf/1/additionalProperties":["outcome","via"],"#/properties/cases/items/properties/roundTrip/additionalProperties":["writer",
"reader","with","key","encryptionContext","readerContext"],"#/properties/cases/items/properties/expect/anyOf/1/additionalProperties":["outco\
me","via"],"#/properties/invariants/items/additionalProperties":["name","never","always","only","skip"],"#/properties/invariants/items/prope\
rties/never/additionalProperties":["principal","action","key","resource","encryptionContext","viaService","context","unless"],"#/properties/\
invariants/items/properties/always/additionalProperties":["principal","action","key","resource","encryptionContext","viaService","context","\
unless"],"#/properties/invariants/items/properties/only/additionalProperties":["principal","action","key","resource","encryptionContext","vi\
aService","context","unless"]},xe=O=>de(O)?[]:ge(de.errors,ve);export{xe as validateTest};
