// Compiled from the JSON Schemas of schemas/ by .build/schemas.ts: run `npm run schemas`, never edit.
import{readFaults as Ne}from"../world/faults.ts";var Ce=H,_={$schema:"https://json-schema.org/draft/2020-12/schema",$id:"urn:kmsward:schemas\
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
Instead of `key`: ARNs of keys, or patterns."},flow:{anyOf:[{type:"string"},{minItems:1,type:"array",items:{type:"string"}},{type:"object",additionalProperties:{
anyOf:[{type:"object",additionalProperties:{anyOf:[{type:"string"},{type:"boolean"},{type:"object",additionalProperties:{type:"string"}}]}},
{type:"null"}]}}],description:"Instead of `action`: flows on data, s3.GetObject or a pattern, with their parameters where they need some. Al\
l calls of a flow count: those of the resource's service and those to its key."},on:{anyOf:[{type:"string"},{minItems:1,type:"array",items:{
type:"string"}}],description:"With `flow`: resources of the world and what is in them, orders-bucket or orders-bucket/private/*, or patterns\
 of their names. Absent: all that have such a flow."},encryptionContext:{type:"object",additionalProperties:{anyOf:[{type:"string"},{minItems:1,
type:"array",items:{type:"string"}}]},description:"Pairs that the encryption context has, among others perhaps; values may be patterns."},viaService:{
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
type:"array",items:{type:"string"}}],description:"Instead of `key`: ARNs of keys, or patterns."},flow:{anyOf:[{type:"string"},{minItems:1,type:"\
array",items:{type:"string"}},{type:"object",additionalProperties:{anyOf:[{type:"object",additionalProperties:{anyOf:[{type:"string"},{type:"\
boolean"},{type:"object",additionalProperties:{type:"string"}}]}},{type:"null"}]}}],description:"Instead of `action`: flows on data, s3.GetO\
bject or a pattern, with their parameters where they need some. All calls of a flow count: those of the resource's service and those to its \
key."},on:{anyOf:[{type:"string"},{minItems:1,type:"array",items:{type:"string"}}],description:"With `flow`: resources of the world and what\
 is in them, orders-bucket or orders-bucket/private/*, or patterns of their names. Absent: all that have such a flow."},encryptionContext:{type:"\
object",additionalProperties:{anyOf:[{type:"string"},{minItems:1,type:"array",items:{type:"string"}}]},description:"Pairs that the encryptio\
n context has, among others perhaps; values may be patterns."},viaService:{anyOf:[{type:"string"},{minItems:1,type:"array",items:{type:"stri\
ng"}}],description:"The service that calls on the principal's behalf: s3, or s3.us-east-1.amazonaws.com."},context:{type:"object",additionalProperties:{
anyOf:[{type:"string"},{type:"number"},{type:"boolean"},{type:"array",items:{type:"string"}}]},description:"Condition keys with the values t\
hat are meant; of a list, any; with * and ?, what matches."},unless:{type:"object",additionalProperties:{anyOf:[{type:"string"},{type:"numbe\
r"},{type:"boolean"},{type:"array",items:{type:"string"}}]},description:"Condition keys: requests that have all these values are not meant."}},
additionalProperties:!1,description:"Every such request is allowed."},only:{type:"object",properties:{principal:{anyOf:[{type:"string"},{minItems:1,
type:"array",items:{type:"string"}}],description:"Who asks: short names of the world, ARNs, accounts, service principals, or patterns of ARN\
s as aws:PrincipalArn has them."},action:{anyOf:[{type:"string"},{minItems:1,type:"array",items:{type:"string"}}],description:"What is asked\
 for: kms:Decrypt, or a pattern: kms:Generate*. Absent: everything that is checked on a key."},key:{anyOf:[{type:"string"},{minItems:1,type:"\
array",items:{type:"string"}}],description:"Of which keys: short names of the world, aliases, ids, ARNs, or patterns. Absent: of every key o\
f the world."},resource:{anyOf:[{type:"string"},{minItems:1,type:"array",items:{type:"string"}}],description:"Instead of `key`: ARNs of keys\
, or patterns."},flow:{anyOf:[{type:"string"},{minItems:1,type:"array",items:{type:"string"}},{type:"object",additionalProperties:{anyOf:[{type:"\
object",additionalProperties:{anyOf:[{type:"string"},{type:"boolean"},{type:"object",additionalProperties:{type:"string"}}]}},{type:"null"}]}}],
description:"Instead of `action`: flows on data, s3.GetObject or a pattern, with their parameters where they need some. All calls of a flow \
count: those of the resource's service and those to its key."},on:{anyOf:[{type:"string"},{minItems:1,type:"array",items:{type:"string"}}],description:"\
With `flow`: resources of the world and what is in them, orders-bucket or orders-bucket/private/*, or patterns of their names. Absent: all t\
hat have such a flow."},encryptionContext:{type:"object",additionalProperties:{anyOf:[{type:"string"},{minItems:1,type:"array",items:{type:"\
string"}}]},description:"Pairs that the encryption context has, among others perhaps; values may be patterns."},viaService:{anyOf:[{type:"st\
ring"},{minItems:1,type:"array",items:{type:"string"}}],description:"The service that calls on the principal's behalf: s3, or s3.us-east-1.a\
mazonaws.com."},context:{type:"object",additionalProperties:{anyOf:[{type:"string"},{type:"number"},{type:"boolean"},{type:"array",items:{type:"\
string"}}]},description:"Condition keys with the values that are meant; of a list, any; with * and ?, what matches."},unless:{type:"object",
additionalProperties:{anyOf:[{type:"string"},{type:"number"},{type:"boolean"},{type:"array",items:{type:"string"}}]},description:"Condition \
keys: requests that have all these values are not meant."}},additionalProperties:!1,description:"Of such requests, none but those of these p\
rincipals is ever allowed."},skip:{description:"true, or why this is not tried.",type:["boolean","string"]}},required:["name"],additionalProperties:!1},
description:"What holds of all requests."}},required:["version"],additionalProperties:!1},$=Object.prototype.hasOwnProperty;function H(A,{instancePath:a="",
parentData:qe,parentDataProperty:We,rootData:Re=A,dynamicAnchors:Ee={}}={}){let e=null,s=0,U=H.evaluated;if(U.dynamicProps&&(U.props=void 0),
U.dynamicItems&&(U.items=void 0),A&&typeof A=="object"&&!Array.isArray(A)){if(A.version===void 0){let v={instancePath:a,schemaPath:"#/requir\
ed",keyword:"required",params:{missingProperty:"version"},message:"must have required property 'version'"};e===null?e=[v]:e.push(v),s++}for(let v in A)
if(!(v==="$schema"||v==="version"||v==="account"||v==="region"||v==="world"||v==="defaults"||v==="cases"||v==="invariants")){let g={instancePath:a,
schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:v},message:"must NOT have additional propertie\
s"};e===null?e=[g]:e.push(g),s++}if(A.$schema!==void 0&&typeof A.$schema!="string"){let v={instancePath:a+"/$schema",schemaPath:"#/propertie\
s/%24schema/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[v]:e.push(v),s++}if(A.version!==void 0){let v=A.
version;if(!(typeof v=="number"&&isFinite(v))){let g={instancePath:a+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{
type:"number"},message:"must be number"};e===null?e=[g]:e.push(g),s++}if(v!==1){let g={instancePath:a+"/version",schemaPath:"#/properties/ve\
rsion/const",keyword:"const",params:{allowedValue:1},message:"must be equal to constant"};e===null?e=[g]:e.push(g),s++}}if(A.account!==void 0&&
typeof A.account!="string"){let v={instancePath:a+"/account",schemaPath:"#/properties/account/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[v]:e.push(v),s++}if(A.region!==void 0&&typeof A.region!="string"){let v={instancePath:a+"/region",schemaPath:"#\
/properties/region/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[v]:e.push(v),s++}if(A.world!==void 0){let v=A.
world,g=s,r=!1,d=s;if(typeof v!="string"){let o={instancePath:a+"/world",schemaPath:"#/properties/world/anyOf/0/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),s++}var z=d===s;r=r||z;let l=s;if(Array.isArray(v)){if(v.length<1){let c={
instancePath:a+"/world",schemaPath:"#/properties/world/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer th\
an 1 items"};e===null?e=[c]:e.push(c),s++}let o=v.length;for(let c=0;c<o;c++)if(typeof v[c]!="string"){let u={instancePath:a+"/world/"+c,schemaPath:"\
#/properties/world/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[u]:e.push(u),s++}}else{let o={
instancePath:a+"/world",schemaPath:"#/properties/world/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?
e=[o]:e.push(o),s++}var z=l===s;r=r||z;let n=s;if(!(v&&typeof v=="object"&&!Array.isArray(v))){let o={instancePath:a+"/world",schemaPath:"#/\
properties/world/anyOf/2/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[o]:e.push(o),s++}var z=n===s;if(r=
r||z,r)s=g,e!==null&&(g?e.length=g:e=null);else{let o={instancePath:a+"/world",schemaPath:"#/properties/world/anyOf",keyword:"anyOf",params:{},
message:"must match a schema in anyOf"};e===null?e=[o]:e.push(o),s++}}if(A.defaults!==void 0){let v=A.defaults;if(v&&typeof v=="object"&&!Array.
isArray(v)){for(let g in v)if(!$.call(_.properties.defaults.properties,g)){let r={instancePath:a+"/defaults",schemaPath:"#/properties/defaul\
ts/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:g},message:"must NOT have additional properties"};e===null?
e=[r]:e.push(r),s++}if(v.principal!==void 0&&typeof v.principal!="string"){let g={instancePath:a+"/defaults/principal",schemaPath:"#/propert\
ies/defaults/properties/principal/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[g]:e.push(g),s++}if(v.action!==
void 0&&typeof v.action!="string"){let g={instancePath:a+"/defaults/action",schemaPath:"#/properties/defaults/properties/action/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[g]:e.push(g),s++}if(v.key!==void 0&&typeof v.key!="string"){let g={instancePath:a+
"/defaults/key",schemaPath:"#/properties/defaults/properties/key/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[g]:e.push(g),s++}if(v.resource!==void 0&&typeof v.resource!="string"){let g={instancePath:a+"/defaults/resource",schemaPath:"#/properties\
/defaults/properties/resource/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[g]:e.push(g),s++}if(v.on!==void 0&&
typeof v.on!="string"){let g={instancePath:a+"/defaults/on",schemaPath:"#/properties/defaults/properties/on/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[g]:e.push(g),s++}if(v.account!==void 0&&typeof v.account!="string"){let g={instancePath:a+"/d\
efaults/account",schemaPath:"#/properties/defaults/properties/account/type",keyword:"type",params:{type:"string"},message:"must be string"};
e===null?e=[g]:e.push(g),s++}if(v.context!==void 0){let g=v.context;if(g&&typeof g=="object"&&!Array.isArray(g))for(let r in g){let d=g[r],l=s,
n=!1,o=s;if(typeof d!="string"){let i={instancePath:a+"/defaults/context/"+r.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties\
/defaults/properties/context/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[
i]:e.push(i),s++}var N=o===s;n=n||N;let c=s;if(!(typeof d=="number"&&isFinite(d))){let i={instancePath:a+"/defaults/context/"+r.replace(/~/g,
"~0").replace(/\//g,"~1"),schemaPath:"#/properties/defaults/properties/context/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"\
number"},message:"must be number"};e===null?e=[i]:e.push(i),s++}var N=c===s;n=n||N;let u=s;if(typeof d!="boolean"){let i={instancePath:a+"/d\
efaults/context/"+r.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/defaults/properties/context/additionalProperties/anyOf/2\
/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[i]:e.push(i),s++}var N=u===s;n=n||N;let y=s;if(Array.isArray(
d)){let i=d.length;for(let t=0;t<i;t++)if(typeof d[t]!="string"){let p={instancePath:a+"/defaults/context/"+r.replace(/~/g,"~0").replace(/\//g,
"~1")+"/"+t,schemaPath:"#/properties/defaults/properties/context/additionalProperties/anyOf/3/items/type",keyword:"type",params:{type:"strin\
g"},message:"must be string"};e===null?e=[p]:e.push(p),s++}}else{let i={instancePath:a+"/defaults/context/"+r.replace(/~/g,"~0").replace(/\//g,
"~1"),schemaPath:"#/properties/defaults/properties/context/additionalProperties/anyOf/3/type",keyword:"type",params:{type:"array"},message:"\
must be array"};e===null?e=[i]:e.push(i),s++}var N=y===s;if(n=n||N,n)s=l,e!==null&&(l?e.length=l:e=null);else{let i={instancePath:a+"/defaul\
ts/context/"+r.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/defaults/properties/context/additionalProperties/anyOf",keyword:"\
anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[i]:e.push(i),s++}}else{let r={instancePath:a+"/defaults/context",schemaPath:"\
#/properties/defaults/properties/context/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[r]:e.push(r),s++}}
if(v.encryptionContext!==void 0){let g=v.encryptionContext;if(g&&typeof g=="object"&&!Array.isArray(g)){for(let r in g)if(typeof g[r]!="stri\
ng"){let d={instancePath:a+"/defaults/encryptionContext/"+r.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/defaults/propert\
ies/encryptionContext/additionalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[d]:e.push(d),s++}}else{
let r={instancePath:a+"/defaults/encryptionContext",schemaPath:"#/properties/defaults/properties/encryptionContext/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[r]:e.push(r),s++}}if(v.viaService!==void 0&&typeof v.viaService!="string"){let g={instancePath:a+
"/defaults/viaService",schemaPath:"#/properties/defaults/properties/viaService/type",keyword:"type",params:{type:"string"},message:"must be \
string"};e===null?e=[g]:e.push(g),s++}if(v.grantTokens!==void 0){let g=v.grantTokens;if(Array.isArray(g)){let r=g.length;for(let d=0;d<r;d++)
if(typeof g[d]!="string"){let l={instancePath:a+"/defaults/grantTokens/"+d,schemaPath:"#/properties/defaults/properties/grantTokens/items/ty\
pe",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}}else{let r={instancePath:a+"/defaults/gran\
tTokens",schemaPath:"#/properties/defaults/properties/grantTokens/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?
e=[r]:e.push(r),s++}}if(v.endpoint!==void 0&&typeof v.endpoint!="string"){let g={instancePath:a+"/defaults/endpoint",schemaPath:"#/propertie\
s/defaults/properties/endpoint/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[g]:e.push(g),s++}if(v.time!==
void 0&&typeof v.time!="string"){let g={instancePath:a+"/defaults/time",schemaPath:"#/properties/defaults/properties/time/type",keyword:"typ\
e",params:{type:"string"},message:"must be string"};e===null?e=[g]:e.push(g),s++}if(v.unknown!==void 0){let g=v.unknown;if(Array.isArray(g)){
let r=g.length;for(let d=0;d<r;d++)if(typeof g[d]!="string"){let l={instancePath:a+"/defaults/unknown/"+d,schemaPath:"#/properties/defaults/\
properties/unknown/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}}else{let r={instancePath:a+
"/defaults/unknown",schemaPath:"#/properties/defaults/properties/unknown/type",keyword:"type",params:{type:"array"},message:"must be array"};
e===null?e=[r]:e.push(r),s++}}if(v.expect!==void 0){let g=v.expect;if(typeof g!="string"){let r={instancePath:a+"/defaults/expect",schemaPath:"\
#/properties/defaults/properties/expect/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[r]:e.push(r),s++}if(!(g===
"allow"||g==="deny"||g==="explicit-deny"||g==="implicit-deny"||g==="undetermined")){let r={instancePath:a+"/defaults/expect",schemaPath:"#/p\
roperties/defaults/properties/expect/enum",keyword:"enum",params:{allowedValues:_.properties.defaults.properties.expect.enum},message:"must \
be equal to one of the allowed values"};e===null?e=[r]:e.push(r),s++}}}else{let g={instancePath:a+"/defaults",schemaPath:"#/properties/defau\
lts/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[g]:e.push(g),s++}}if(A.cases!==void 0){let v=A.cases;if(Array.
isArray(v)){let g=v.length;for(let r=0;r<g;r++){let d=v[r];if(d&&typeof d=="object"&&!Array.isArray(d)){if(d.name===void 0){let l={instancePath:a+
"/cases/"+r,schemaPath:"#/properties/cases/items/required",keyword:"required",params:{missingProperty:"name"},message:"must have required pr\
operty 'name'"};e===null?e=[l]:e.push(l),s++}for(let l in d)if(!$.call(_.properties.cases.items.properties,l)){let n={instancePath:a+"/cases\
/"+r,schemaPath:"#/properties/cases/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:l},message:"must N\
OT have additional properties"};e===null?e=[n]:e.push(n),s++}if(d.name!==void 0&&typeof d.name!="string"){let l={instancePath:a+"/cases/"+r+
"/name",schemaPath:"#/properties/cases/items/properties/name/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[l]:e.push(l),s++}if(d.principal!==void 0&&typeof d.principal!="string"){let l={instancePath:a+"/cases/"+r+"/principal",schemaPath:"#/prop\
erties/cases/items/properties/principal/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}if(d.
action!==void 0&&typeof d.action!="string"){let l={instancePath:a+"/cases/"+r+"/action",schemaPath:"#/properties/cases/items/properties/acti\
on/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}if(d.key!==void 0&&typeof d.key!="stri\
ng"){let l={instancePath:a+"/cases/"+r+"/key",schemaPath:"#/properties/cases/items/properties/key/type",keyword:"type",params:{type:"string"},
message:"must be string"};e===null?e=[l]:e.push(l),s++}if(d.resource!==void 0&&typeof d.resource!="string"){let l={instancePath:a+"/cases/"+
r+"/resource",schemaPath:"#/properties/cases/items/properties/resource/type",keyword:"type",params:{type:"string"},message:"must be string"};
e===null?e=[l]:e.push(l),s++}if(d.on!==void 0&&typeof d.on!="string"){let l={instancePath:a+"/cases/"+r+"/on",schemaPath:"#/properties/cases\
/items/properties/on/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}if(d.account!==void 0&&
typeof d.account!="string"){let l={instancePath:a+"/cases/"+r+"/account",schemaPath:"#/properties/cases/items/properties/account/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}if(d.context!==void 0){let l=d.context;if(l&&typeof l=="\
object"&&!Array.isArray(l))for(let n in l){let o=l[n],c=s,u=!1,y=s;if(typeof o!="string"){let f={instancePath:a+"/cases/"+r+"/context/"+n.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/context/additionalProperties/anyOf/0/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[f]:e.push(f),s++}var S=y===s;u=u||S;let i=s;if(!(typeof o=="number"&&isFinite(o))){let f={
instancePath:a+"/cases/"+r+"/context/"+n.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/context/addi\
tionalProperties/anyOf/1/type",keyword:"type",params:{type:"number"},message:"must be number"};e===null?e=[f]:e.push(f),s++}var S=i===s;u=u||
S;let t=s;if(typeof o!="boolean"){let f={instancePath:a+"/cases/"+r+"/context/"+n.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/prope\
rties/cases/items/properties/context/additionalProperties/anyOf/2/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===
null?e=[f]:e.push(f),s++}var S=t===s;u=u||S;let p=s;if(Array.isArray(o)){let f=o.length;for(let m=0;m<f;m++)if(typeof o[m]!="string"){let k={
instancePath:a+"/cases/"+r+"/context/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+m,schemaPath:"#/properties/cases/items/properties/contex\
t/additionalProperties/anyOf/3/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[k]:e.push(k),s++}}else{
let f={instancePath:a+"/cases/"+r+"/context/"+n.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/conte\
xt/additionalProperties/anyOf/3/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[f]:e.push(f),s++}var S=p===s;
if(u=u||S,u)s=c,e!==null&&(c?e.length=c:e=null);else{let f={instancePath:a+"/cases/"+r+"/context/"+n.replace(/~/g,"~0").replace(/\//g,"~1"),
schemaPath:"#/properties/cases/items/properties/context/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema i\
n anyOf"};e===null?e=[f]:e.push(f),s++}}else{let n={instancePath:a+"/cases/"+r+"/context",schemaPath:"#/properties/cases/items/properties/co\
ntext/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[n]:e.push(n),s++}}if(d.encryptionContext!==void 0){let l=d.
encryptionContext;if(l&&typeof l=="object"&&!Array.isArray(l)){for(let n in l)if(typeof l[n]!="string"){let o={instancePath:a+"/cases/"+r+"/\
encryptionContext/"+n.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/encryptionContext/additionalPro\
perties/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),s++}}else{let n={instancePath:a+"/cas\
es/"+r+"/encryptionContext",schemaPath:"#/properties/cases/items/properties/encryptionContext/type",keyword:"type",params:{type:"object"},message:"\
must be object"};e===null?e=[n]:e.push(n),s++}}if(d.viaService!==void 0&&typeof d.viaService!="string"){let l={instancePath:a+"/cases/"+r+"/\
viaService",schemaPath:"#/properties/cases/items/properties/viaService/type",keyword:"type",params:{type:"string"},message:"must be string"};
e===null?e=[l]:e.push(l),s++}if(d.grantTokens!==void 0){let l=d.grantTokens;if(Array.isArray(l)){let n=l.length;for(let o=0;o<n;o++)if(typeof l[o]!=
"string"){let c={instancePath:a+"/cases/"+r+"/grantTokens/"+o,schemaPath:"#/properties/cases/items/properties/grantTokens/items/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[c]:e.push(c),s++}}else{let n={instancePath:a+"/cases/"+r+"/grantTokens",schemaPath:"\
#/properties/cases/items/properties/grantTokens/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[n]:e.push(n),
s++}}if(d.endpoint!==void 0&&typeof d.endpoint!="string"){let l={instancePath:a+"/cases/"+r+"/endpoint",schemaPath:"#/properties/cases/items\
/properties/endpoint/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}if(d.time!==void 0&&
typeof d.time!="string"){let l={instancePath:a+"/cases/"+r+"/time",schemaPath:"#/properties/cases/items/properties/time/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),s++}if(d.unknown!==void 0){let l=d.unknown;if(Array.isArray(l)){let n=l.
length;for(let o=0;o<n;o++)if(typeof l[o]!="string"){let c={instancePath:a+"/cases/"+r+"/unknown/"+o,schemaPath:"#/properties/cases/items/pr\
operties/unknown/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[c]:e.push(c),s++}}else{let n={instancePath:a+
"/cases/"+r+"/unknown",schemaPath:"#/properties/cases/items/properties/unknown/type",keyword:"type",params:{type:"array"},message:"must be a\
rray"};e===null?e=[n]:e.push(n),s++}}if(d.each!==void 0){let l=d.each,n=s,o=!1,c=s;if(l&&typeof l=="object"&&!Array.isArray(l)){for(let y in l)
if(!$.call(_.properties.cases.items.properties.each.anyOf[0].properties,y)){let i={instancePath:a+"/cases/"+r+"/each",schemaPath:"#/properti\
es/cases/items/properties/each/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:y},message:"must NOT \
have additional properties"};e===null?e=[i]:e.push(i),s++}if(l.principal!==void 0){let y=l.principal;if(Array.isArray(y)){if(y.length<1){let t={
instancePath:a+"/cases/"+r+"/each/principal",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/principal/minItems",keyword:"\
minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[t]:e.push(t),s++}let i=y.length;for(let t=0;t<i;t++)if(typeof y[t]!=
"string"){let p={instancePath:a+"/cases/"+r+"/each/principal/"+t,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/pri\
ncipal/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),s++}}else{let i={instancePath:a+
"/cases/"+r+"/each/principal",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/principal/type",keyword:"type",params:{
type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),s++}}if(l.action!==void 0){let y=l.action;if(Array.isArray(y)){if(y.length<1){
let t={instancePath:a+"/cases/"+r+"/each/action",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/action/minItems",keyword:"\
minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[t]:e.push(t),s++}let i=y.length;for(let t=0;t<i;t++)if(typeof y[t]!=
"string"){let p={instancePath:a+"/cases/"+r+"/each/action/"+t,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/action\
/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),s++}}else{let i={instancePath:a+"/case\
s/"+r+"/each/action",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/action/type",keyword:"type",params:{type:"array"},
message:"must be array"};e===null?e=[i]:e.push(i),s++}}if(l.key!==void 0){let y=l.key;if(Array.isArray(y)){if(y.length<1){let t={instancePath:a+
"/cases/"+r+"/each/key",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/key/minItems",keyword:"minItems",params:{limit:1},
message:"must NOT have fewer than 1 items"};e===null?e=[t]:e.push(t),s++}let i=y.length;for(let t=0;t<i;t++)if(typeof y[t]!="string"){let p={
instancePath:a+"/cases/"+r+"/each/key/"+t,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/key/items/type",keyword:"t\
ype",params:{type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),s++}}else{let i={instancePath:a+"/cases/"+r+"/each/key",schemaPath:"\
#/properties/cases/items/properties/each/anyOf/0/properties/key/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?
e=[i]:e.push(i),s++}}if(l.resource!==void 0){let y=l.resource;if(Array.isArray(y)){if(y.length<1){let t={instancePath:a+"/cases/"+r+"/each/r\
esource",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/resource/minItems",keyword:"minItems",params:{limit:1},message:"\
must NOT have fewer than 1 items"};e===null?e=[t]:e.push(t),s++}let i=y.length;for(let t=0;t<i;t++)if(typeof y[t]!="string"){let p={instancePath:a+
"/cases/"+r+"/each/resource/"+t,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/resource/items/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),s++}}else{let i={instancePath:a+"/cases/"+r+"/each/resource",schemaPath:"\
#/properties/cases/items/properties/each/anyOf/0/properties/resource/type",keyword:"type",params:{type:"array"},message:"must be array"};e===
null?e=[i]:e.push(i),s++}}if(l.on!==void 0){let y=l.on;if(Array.isArray(y)){if(y.length<1){let t={instancePath:a+"/cases/"+r+"/each/on",schemaPath:"\
#/properties/cases/items/properties/each/anyOf/0/properties/on/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer th\
an 1 items"};e===null?e=[t]:e.push(t),s++}let i=y.length;for(let t=0;t<i;t++)if(typeof y[t]!="string"){let p={instancePath:a+"/cases/"+r+"/e\
ach/on/"+t,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/on/items/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[p]:e.push(p),s++}}else{let i={instancePath:a+"/cases/"+r+"/each/on",schemaPath:"#/properties/cases/items/proper\
ties/each/anyOf/0/properties/on/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),s++}}if(l.account!==
void 0){let y=l.account;if(Array.isArray(y)){if(y.length<1){let t={instancePath:a+"/cases/"+r+"/each/account",schemaPath:"#/properties/cases\
/items/properties/each/anyOf/0/properties/account/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};
e===null?e=[t]:e.push(t),s++}let i=y.length;for(let t=0;t<i;t++)if(typeof y[t]!="string"){let p={instancePath:a+"/cases/"+r+"/each/account/"+
t,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/account/items/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[p]:e.push(p),s++}}else{let i={instancePath:a+"/cases/"+r+"/each/account",schemaPath:"#/properties/cases/items/p\
roperties/each/anyOf/0/properties/account/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),s++}}
if(l.context!==void 0){let y=l.context;if(Array.isArray(y)){if(y.length<1){let t={instancePath:a+"/cases/"+r+"/each/context",schemaPath:"#/p\
roperties/cases/items/properties/each/anyOf/0/properties/context/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer \
than 1 items"};e===null?e=[t]:e.push(t),s++}let i=y.length;for(let t=0;t<i;t++){let p=y[t];if(p&&typeof p=="object"&&!Array.isArray(p))for(let f in p){
let m=p[f],k=s,b=!1,h=s;if(typeof m!="string"){let O={instancePath:a+"/cases/"+r+"/each/context/"+t+"/"+f.replace(/~/g,"~0").replace(/\//g,"\
~1"),schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/context/items/additionalProperties/anyOf/0/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[O]:e.push(O),s++}var q=h===s;b=b||q;let w=s;if(!(typeof m=="number"&&isFinite(m))){
let O={instancePath:a+"/cases/"+r+"/each/context/"+t+"/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/prope\
rties/each/anyOf/0/properties/context/items/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"number"},message:"must be number"};
e===null?e=[O]:e.push(O),s++}var q=w===s;b=b||q;let j=s;if(typeof m!="boolean"){let O={instancePath:a+"/cases/"+r+"/each/context/"+t+"/"+f.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/context/items/additionalProperties/an\
yOf/2/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[O]:e.push(O),s++}var q=j===s;b=b||q;let x=s;if(Array.
isArray(m)){let O=m.length;for(let I=0;I<O;I++)if(typeof m[I]!="string"){let T={instancePath:a+"/cases/"+r+"/each/context/"+t+"/"+f.replace(
/~/g,"~0").replace(/\//g,"~1")+"/"+I,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/context/items/additionalPropert\
ies/anyOf/3/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[T]:e.push(T),s++}}else{let O={instancePath:a+
"/cases/"+r+"/each/context/"+t+"/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/each/anyOf/0/pro\
perties/context/items/additionalProperties/anyOf/3/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[O]:e.push(
O),s++}var q=x===s;if(b=b||q,b)s=k,e!==null&&(k?e.length=k:e=null);else{let O={instancePath:a+"/cases/"+r+"/each/context/"+t+"/"+f.replace(/~/g,
"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/context/items/additionalProperties/anyOf",
keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[O]:e.push(O),s++}}else{let f={instancePath:a+"/cases/"+r+"/eac\
h/context/"+t,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/context/items/type",keyword:"type",params:{type:"objec\
t"},message:"must be object"};e===null?e=[f]:e.push(f),s++}}}else{let i={instancePath:a+"/cases/"+r+"/each/context",schemaPath:"#/properties\
/cases/items/properties/each/anyOf/0/properties/context/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.
push(i),s++}}if(l.encryptionContext!==void 0){let y=l.encryptionContext;if(Array.isArray(y)){if(y.length<1){let t={instancePath:a+"/cases/"+
r+"/each/encryptionContext",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/encryptionContext/minItems",keyword:"min\
Items",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[t]:e.push(t),s++}let i=y.length;for(let t=0;t<i;t++){let p=y[t];
if(p&&typeof p=="object"&&!Array.isArray(p)){for(let f in p)if(typeof p[f]!="string"){let m={instancePath:a+"/cases/"+r+"/each/encryptionCon\
text/"+t+"/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/encryptionCont\
ext/items/additionalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[m]:e.push(m),s++}}else{let f={
instancePath:a+"/cases/"+r+"/each/encryptionContext/"+t,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/encryptionCo\
ntext/items/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[f]:e.push(f),s++}}}else{let i={instancePath:a+
"/cases/"+r+"/each/encryptionContext",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/encryptionContext/type",keyword:"\
type",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),s++}}if(l.viaService!==void 0){let y=l.viaService;if(Array.isArray(
y)){if(y.length<1){let t={instancePath:a+"/cases/"+r+"/each/viaService",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/propert\
ies/viaService/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[t]:e.push(t),s++}let i=y.
length;for(let t=0;t<i;t++)if(typeof y[t]!="string"){let p={instancePath:a+"/cases/"+r+"/each/viaService/"+t,schemaPath:"#/properties/cases/\
items/properties/each/anyOf/0/properties/viaService/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[
p]:e.push(p),s++}}else{let i={instancePath:a+"/cases/"+r+"/each/viaService",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/pro\
perties/viaService/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),s++}}if(l.grantTokens!==void 0){
let y=l.grantTokens;if(Array.isArray(y)){if(y.length<1){let t={instancePath:a+"/cases/"+r+"/each/grantTokens",schemaPath:"#/properties/cases\
/items/properties/each/anyOf/0/properties/grantTokens/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 item\
s"};e===null?e=[t]:e.push(t),s++}let i=y.length;for(let t=0;t<i;t++){let p=y[t];if(Array.isArray(p)){let f=p.length;for(let m=0;m<f;m++)if(typeof p[m]!=
"string"){let k={instancePath:a+"/cases/"+r+"/each/grantTokens/"+t+"/"+m,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/proper\
ties/grantTokens/items/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[k]:e.push(k),s++}}else{let f={
instancePath:a+"/cases/"+r+"/each/grantTokens/"+t,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/grantTokens/items/\
type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[f]:e.push(f),s++}}}else{let i={instancePath:a+"/cases/"+r+"/\
each/grantTokens",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/grantTokens/type",keyword:"type",params:{type:"arr\
ay"},message:"must be array"};e===null?e=[i]:e.push(i),s++}}if(l.endpoint!==void 0){let y=l.endpoint;if(Array.isArray(y)){if(y.length<1){let t={
instancePath:a+"/cases/"+r+"/each/endpoint",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/endpoint/minItems",keyword:"\
minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[t]:e.push(t),s++}let i=y.length;for(let t=0;t<i;t++)if(typeof y[t]!=
"string"){let p={instancePath:a+"/cases/"+r+"/each/endpoint/"+t,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/endp\
oint/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),s++}}else{let i={instancePath:a+"/\
cases/"+r+"/each/endpoint",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/endpoint/type",keyword:"type",params:{type:"\
array"},message:"must be array"};e===null?e=[i]:e.push(i),s++}}if(l.time!==void 0){let y=l.time;if(Array.isArray(y)){if(y.length<1){let t={instancePath:a+
"/cases/"+r+"/each/time",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/time/minItems",keyword:"minItems",params:{limit:1},
message:"must NOT have fewer than 1 items"};e===null?e=[t]:e.push(t),s++}let i=y.length;for(let t=0;t<i;t++)if(typeof y[t]!="string"){let p={
instancePath:a+"/cases/"+r+"/each/time/"+t,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/time/items/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),s++}}else{let i={instancePath:a+"/cases/"+r+"/each/time",schemaPath:"\
#/properties/cases/items/properties/each/anyOf/0/properties/time/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?
e=[i]:e.push(i),s++}}if(l.unknown!==void 0){let y=l.unknown;if(Array.isArray(y)){if(y.length<1){let t={instancePath:a+"/cases/"+r+"/each/unk\
nown",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/unknown/minItems",keyword:"minItems",params:{limit:1},message:"\
must NOT have fewer than 1 items"};e===null?e=[t]:e.push(t),s++}let i=y.length;for(let t=0;t<i;t++){let p=y[t];if(Array.isArray(p)){let f=p.
length;for(let m=0;m<f;m++)if(typeof p[m]!="string"){let k={instancePath:a+"/cases/"+r+"/each/unknown/"+t+"/"+m,schemaPath:"#/properties/cas\
es/items/properties/each/anyOf/0/properties/unknown/items/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[k]:e.push(k),s++}}else{let f={instancePath:a+"/cases/"+r+"/each/unknown/"+t,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/\
properties/unknown/items/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[f]:e.push(f),s++}}}else{let i={instancePath:a+
"/cases/"+r+"/each/unknown",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/unknown/type",keyword:"type",params:{type:"\
array"},message:"must be array"};e===null?e=[i]:e.push(i),s++}}if(l.expect!==void 0){let y=l.expect;if(Array.isArray(y)){if(y.length<1){let t={
instancePath:a+"/cases/"+r+"/each/expect",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/expect/minItems",keyword:"\
minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[t]:e.push(t),s++}let i=y.length;for(let t=0;t<i;t++){let p=y[t],
f=s,m=!1,k=s;if(typeof p!="string"){let h={instancePath:a+"/cases/"+r+"/each/expect/"+t,schemaPath:"#/properties/cases/items/properties/each\
/anyOf/0/properties/expect/items/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[h]:e.push(h),s++}
if(!(p==="allow"||p==="deny"||p==="explicit-deny"||p==="implicit-deny"||p==="undetermined")){let h={instancePath:a+"/cases/"+r+"/each/expect\
/"+t,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/expect/items/anyOf/0/enum",keyword:"enum",params:{allowedValues:_.
properties.cases.items.properties.each.anyOf[0].properties.expect.items.anyOf[0].enum},message:"must be equal to one of the allowed values"};
e===null?e=[h]:e.push(h),s++}var J=k===s;m=m||J;let b=s;if(p&&typeof p=="object"&&!Array.isArray(p)){if(p.outcome===void 0){let h={instancePath:a+
"/cases/"+r+"/each/expect/"+t,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/expect/items/anyOf/1/required",keyword:"\
required",params:{missingProperty:"outcome"},message:"must have required property 'outcome'"};e===null?e=[h]:e.push(h),s++}for(let h in p)if(!(h===
"outcome"||h==="via")){let w={instancePath:a+"/cases/"+r+"/each/expect/"+t,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/prop\
erties/expect/items/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:h},message:"must NOT have additi\
onal properties"};e===null?e=[w]:e.push(w),s++}if(p.outcome!==void 0){let h=p.outcome;if(typeof h!="string"){let w={instancePath:a+"/cases/"+
r+"/each/expect/"+t+"/outcome",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/expect/items/anyOf/1/properties/outco\
me/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[w]:e.push(w),s++}if(!(h==="allow"||h==="deny"||h==="exp\
licit-deny"||h==="implicit-deny"||h==="undetermined")){let w={instancePath:a+"/cases/"+r+"/each/expect/"+t+"/outcome",schemaPath:"#/properti\
es/cases/items/properties/each/anyOf/0/properties/expect/items/anyOf/1/properties/outcome/enum",keyword:"enum",params:{allowedValues:_.properties.
cases.items.properties.each.anyOf[0].properties.expect.items.anyOf[1].properties.outcome.enum},message:"must be equal to one of the allowed \
values"};e===null?e=[w]:e.push(w),s++}}if(p.via!==void 0&&typeof p.via!="string"){let h={instancePath:a+"/cases/"+r+"/each/expect/"+t+"/via",
schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/expect/items/anyOf/1/properties/via/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[h]:e.push(h),s++}}else{let h={instancePath:a+"/cases/"+r+"/each/expect/"+t,schemaPath:"#/prop\
erties/cases/items/properties/each/anyOf/0/properties/expect/items/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be obje\
ct"};e===null?e=[h]:e.push(h),s++}var J=b===s;if(m=m||J,m)s=f,e!==null&&(f?e.length=f:e=null);else{let h={instancePath:a+"/cases/"+r+"/each/\
expect/"+t,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/expect/items/anyOf",keyword:"anyOf",params:{},message:"mu\
st match a schema in anyOf"};e===null?e=[h]:e.push(h),s++}}}else{let i={instancePath:a+"/cases/"+r+"/each/expect",schemaPath:"#/properties/c\
ases/items/properties/each/anyOf/0/properties/expect/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(
i),s++}}if(l.because!==void 0){let y=l.because;if(Array.isArray(y)){if(y.length<1){let t={instancePath:a+"/cases/"+r+"/each/because",schemaPath:"\
#/properties/cases/items/properties/each/anyOf/0/properties/because/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have few\
er than 1 items"};e===null?e=[t]:e.push(t),s++}let i=y.length;for(let t=0;t<i;t++){let p=y[t],f=s,m=!1,k=s;if(typeof p!="string"){let h={instancePath:a+
"/cases/"+r+"/each/because/"+t,schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properties/because/items/anyOf/0/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[h]:e.push(h),s++}var Q=k===s;m=m||Q;let b=s;if(Array.isArray(p)){let h=p.
length;for(let w=0;w<h;w++)if(typeof p[w]!="string"){let j={instancePath:a+"/cases/"+r+"/each/because/"+t+"/"+w,schemaPath:"#/properties/cas\
es/items/properties/each/anyOf/0/properties/because/items/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};
e===null?e=[j]:e.push(j),s++}}else{let h={instancePath:a+"/cases/"+r+"/each/because/"+t,schemaPath:"#/properties/cases/items/properties/each\
/anyOf/0/properties/because/items/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[h]:e.push(h),s++}var Q=b===
s;if(m=m||Q,m)s=f,e!==null&&(f?e.length=f:e=null);else{let h={instancePath:a+"/cases/"+r+"/each/because/"+t,schemaPath:"#/properties/cases/i\
tems/properties/each/anyOf/0/properties/because/items/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[h]:
e.push(h),s++}}}else{let i={instancePath:a+"/cases/"+r+"/each/because",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/properti\
es/because/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),s++}}}else{let y={instancePath:a+"/c\
ases/"+r+"/each",schemaPath:"#/properties/cases/items/properties/each/anyOf/0/type",keyword:"type",params:{type:"object"},message:"must be o\
bject"};e===null?e=[y]:e.push(y),s++}var te=c===s;o=o||te;let u=s;if(Array.isArray(l)){if(l.length<1){let i={instancePath:a+"/cases/"+r+"/ea\
ch",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer \
than 1 items"};e===null?e=[i]:e.push(i),s++}let y=l.length;for(let i=0;i<y;i++){let t=l[i];if(t&&typeof t=="object"&&!Array.isArray(t)){for(let p in t)
if(!$.call(_.properties.cases.items.properties.each.anyOf[1].items.properties,p)){let f={instancePath:a+"/cases/"+r+"/each/"+i,schemaPath:"#\
/properties/cases/items/properties/each/anyOf/1/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:p},message:"\
must NOT have additional properties"};e===null?e=[f]:e.push(f),s++}if(t.principal!==void 0&&typeof t.principal!="string"){let p={instancePath:a+
"/cases/"+r+"/each/"+i+"/principal",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/principal/type",keyword:"t\
ype",params:{type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),s++}if(t.action!==void 0&&typeof t.action!="string"){let p={instancePath:a+
"/cases/"+r+"/each/"+i+"/action",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/action/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),s++}if(t.key!==void 0&&typeof t.key!="string"){let p={instancePath:a+"/cas\
es/"+r+"/each/"+i+"/key",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/key/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[p]:e.push(p),s++}if(t.resource!==void 0&&typeof t.resource!="string"){let p={instancePath:a+"\
/cases/"+r+"/each/"+i+"/resource",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/resource/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),s++}if(t.on!==void 0&&typeof t.on!="string"){let p={instancePath:a+
"/cases/"+r+"/each/"+i+"/on",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/on/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[p]:e.push(p),s++}if(t.account!==void 0&&typeof t.account!="string"){let p={instancePath:a+"/c\
ases/"+r+"/each/"+i+"/account",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/account/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),s++}if(t.context!==void 0){let p=t.context;if(p&&typeof p=="object"&&!Array.
isArray(p))for(let f in p){let m=p[f],k=s,b=!1,h=s;if(typeof m!="string"){let O={instancePath:a+"/cases/"+r+"/each/"+i+"/context/"+f.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/context/additionalProperties/an\
yOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[O]:e.push(O),s++}var W=h===s;b=b||W;let w=s;if(!(typeof m==
"number"&&isFinite(m))){let O={instancePath:a+"/cases/"+r+"/each/"+i+"/context/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/prop\
erties/cases/items/properties/each/anyOf/1/items/properties/context/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"number"},
message:"must be number"};e===null?e=[O]:e.push(O),s++}var W=w===s;b=b||W;let j=s;if(typeof m!="boolean"){let O={instancePath:a+"/cases/"+r+
"/each/"+i+"/context/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/propertie\
s/context/additionalProperties/anyOf/2/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[O]:e.push(O),s++}
var W=j===s;b=b||W;let x=s;if(Array.isArray(m)){let O=m.length;for(let I=0;I<O;I++)if(typeof m[I]!="string"){let T={instancePath:a+"/cases/"+
r+"/each/"+i+"/context/"+f.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+I,schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/p\
roperties/context/additionalProperties/anyOf/3/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[T]:e.
push(T),s++}}else{let O={instancePath:a+"/cases/"+r+"/each/"+i+"/context/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties\
/cases/items/properties/each/anyOf/1/items/properties/context/additionalProperties/anyOf/3/type",keyword:"type",params:{type:"array"},message:"\
must be array"};e===null?e=[O]:e.push(O),s++}var W=x===s;if(b=b||W,b)s=k,e!==null&&(k?e.length=k:e=null);else{let O={instancePath:a+"/cases/"+
r+"/each/"+i+"/context/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/propert\
ies/context/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[O]:e.push(O),s++}}else{
let f={instancePath:a+"/cases/"+r+"/each/"+i+"/context",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/contex\
t/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[f]:e.push(f),s++}}if(t.encryptionContext!==void 0){let p=t.
encryptionContext;if(p&&typeof p=="object"&&!Array.isArray(p)){for(let f in p)if(typeof p[f]!="string"){let m={instancePath:a+"/cases/"+r+"/\
each/"+i+"/encryptionContext/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/p\
roperties/encryptionContext/additionalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[m]:e.push(
m),s++}}else{let f={instancePath:a+"/cases/"+r+"/each/"+i+"/encryptionContext",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/\
items/properties/encryptionContext/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[f]:e.push(f),s++}}if(t.
viaService!==void 0&&typeof t.viaService!="string"){let p={instancePath:a+"/cases/"+r+"/each/"+i+"/viaService",schemaPath:"#/properties/case\
s/items/properties/each/anyOf/1/items/properties/viaService/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=
[p]:e.push(p),s++}if(t.grantTokens!==void 0){let p=t.grantTokens;if(Array.isArray(p)){let f=p.length;for(let m=0;m<f;m++)if(typeof p[m]!="st\
ring"){let k={instancePath:a+"/cases/"+r+"/each/"+i+"/grantTokens/"+m,schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/pro\
perties/grantTokens/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[k]:e.push(k),s++}}else{let f={instancePath:a+
"/cases/"+r+"/each/"+i+"/grantTokens",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/grantTokens/type",keyword:"\
type",params:{type:"array"},message:"must be array"};e===null?e=[f]:e.push(f),s++}}if(t.endpoint!==void 0&&typeof t.endpoint!="string"){let p={
instancePath:a+"/cases/"+r+"/each/"+i+"/endpoint",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/endpoint/typ\
e",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),s++}if(t.time!==void 0&&typeof t.time!="string"){
let p={instancePath:a+"/cases/"+r+"/each/"+i+"/time",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/time/type",
keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),s++}if(t.unknown!==void 0){let p=t.unknown;if(Array.
isArray(p)){let f=p.length;for(let m=0;m<f;m++)if(typeof p[m]!="string"){let k={instancePath:a+"/cases/"+r+"/each/"+i+"/unknown/"+m,schemaPath:"\
#/properties/cases/items/properties/each/anyOf/1/items/properties/unknown/items/type",keyword:"type",params:{type:"string"},message:"must be\
 string"};e===null?e=[k]:e.push(k),s++}}else{let f={instancePath:a+"/cases/"+r+"/each/"+i+"/unknown",schemaPath:"#/properties/cases/items/pr\
operties/each/anyOf/1/items/properties/unknown/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[f]:e.push(f),
s++}}if(t.expect!==void 0){let p=t.expect,f=s,m=!1,k=s;if(typeof p!="string"){let h={instancePath:a+"/cases/"+r+"/each/"+i+"/expect",schemaPath:"\
#/properties/cases/items/properties/each/anyOf/1/items/properties/expect/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must b\
e string"};e===null?e=[h]:e.push(h),s++}if(!(p==="allow"||p==="deny"||p==="explicit-deny"||p==="implicit-deny"||p==="undetermined")){let h={
instancePath:a+"/cases/"+r+"/each/"+i+"/expect",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/expect/anyOf/0\
/enum",keyword:"enum",params:{allowedValues:_.properties.cases.items.properties.each.anyOf[1].items.properties.expect.anyOf[0].enum},message:"\
must be equal to one of the allowed values"};e===null?e=[h]:e.push(h),s++}var ee=k===s;m=m||ee;let b=s;if(p&&typeof p=="object"&&!Array.isArray(
p)){if(p.outcome===void 0){let h={instancePath:a+"/cases/"+r+"/each/"+i+"/expect",schemaPath:"#/properties/cases/items/properties/each/anyOf\
/1/items/properties/expect/anyOf/1/required",keyword:"required",params:{missingProperty:"outcome"},message:"must have required property 'out\
come'"};e===null?e=[h]:e.push(h),s++}for(let h in p)if(!(h==="outcome"||h==="via")){let w={instancePath:a+"/cases/"+r+"/each/"+i+"/expect",schemaPath:"\
#/properties/cases/items/properties/each/anyOf/1/items/properties/expect/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:h},message:"must NOT have additional properties"};e===null?e=[w]:e.push(w),s++}if(p.outcome!==void 0){let h=p.outcome;if(typeof h!=
"string"){let w={instancePath:a+"/cases/"+r+"/each/"+i+"/expect/outcome",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/\
properties/expect/anyOf/1/properties/outcome/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[w]:e.push(w),
s++}if(!(h==="allow"||h==="deny"||h==="explicit-deny"||h==="implicit-deny"||h==="undetermined")){let w={instancePath:a+"/cases/"+r+"/each/"+
i+"/expect/outcome",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/expect/anyOf/1/properties/outcome/enum",keyword:"\
enum",params:{allowedValues:_.properties.cases.items.properties.each.anyOf[1].items.properties.expect.anyOf[1].properties.outcome.enum},message:"\
must be equal to one of the allowed values"};e===null?e=[w]:e.push(w),s++}}if(p.via!==void 0&&typeof p.via!="string"){let h={instancePath:a+
"/cases/"+r+"/each/"+i+"/expect/via",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/expect/anyOf/1/properties\
/via/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[h]:e.push(h),s++}}else{let h={instancePath:a+"/cases/"+
r+"/each/"+i+"/expect",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/expect/anyOf/1/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[h]:e.push(h),s++}var ee=b===s;if(m=m||ee,m)s=f,e!==null&&(f?e.length=f:e=null);else{let h={
instancePath:a+"/cases/"+r+"/each/"+i+"/expect",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/expect/anyOf",
keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[h]:e.push(h),s++}}if(t.because!==void 0){let p=t.because,f=s,m=!1,
k=s;if(typeof p!="string"){let h={instancePath:a+"/cases/"+r+"/each/"+i+"/because",schemaPath:"#/properties/cases/items/properties/each/anyO\
f/1/items/properties/because/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[h]:e.push(h),s++}var se=k===
s;m=m||se;let b=s;if(Array.isArray(p)){let h=p.length;for(let w=0;w<h;w++)if(typeof p[w]!="string"){let j={instancePath:a+"/cases/"+r+"/each\
/"+i+"/because/"+w,schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/because/anyOf/1/items/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[j]:e.push(j),s++}}else{let h={instancePath:a+"/cases/"+r+"/each/"+i+"/because",
schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/because/anyOf/1/type",keyword:"type",params:{type:"array"},message:"\
must be array"};e===null?e=[h]:e.push(h),s++}var se=b===s;if(m=m||se,m)s=f,e!==null&&(f?e.length=f:e=null);else{let h={instancePath:a+"/case\
s/"+r+"/each/"+i+"/because",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/items/properties/because/anyOf",keyword:"anyOf",params:{},
message:"must match a schema in anyOf"};e===null?e=[h]:e.push(h),s++}}}else{let p={instancePath:a+"/cases/"+r+"/each/"+i,schemaPath:"#/prope\
rties/cases/items/properties/each/anyOf/1/items/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[p]:e.push(
p),s++}}}else{let y={instancePath:a+"/cases/"+r+"/each",schemaPath:"#/properties/cases/items/properties/each/anyOf/1/type",keyword:"type",params:{
type:"array"},message:"must be array"};e===null?e=[y]:e.push(y),s++}var te=u===s;if(o=o||te,o)s=n,e!==null&&(n?e.length=n:e=null);else{let y={
instancePath:a+"/cases/"+r+"/each",schemaPath:"#/properties/cases/items/properties/each/anyOf",keyword:"anyOf",params:{},message:"must match\
 a schema in anyOf"};e===null?e=[y]:e.push(y),s++}}if(d.flow!==void 0){let l=d.flow;if(l&&typeof l=="object"&&!Array.isArray(l))for(let n in l){
let o=l[n],c=s,u=!1,y=s;if(o&&typeof o=="object"&&!Array.isArray(o))for(let t in o){let p=o[t],f=s,m=!1,k=s;if(typeof p!="string"){let w={instancePath:a+
"/cases/"+r+"/flow/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+t.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/it\
ems/properties/flow/additionalProperties/anyOf/0/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be s\
tring"};e===null?e=[w]:e.push(w),s++}var M=k===s;m=m||M;let b=s;if(typeof p!="boolean"){let w={instancePath:a+"/cases/"+r+"/flow/"+n.replace(
/~/g,"~0").replace(/\//g,"~1")+"/"+t.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/flow/additionalP\
roperties/anyOf/0/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[w]:e.push(
w),s++}var M=b===s;m=m||M;let h=s;if(p&&typeof p=="object"&&!Array.isArray(p)){for(let w in p)if(typeof p[w]!="string"){let j={instancePath:a+
"/cases/"+r+"/flow/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+t.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+w.replace(/~/g,"~0").replace(
/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/flow/additionalProperties/anyOf/0/additionalProperties/anyOf/2/additionalPropert\
ies/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[j]:e.push(j),s++}}else{let w={instancePath:a+"/cases/"+
r+"/flow/"+n.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+t.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/proper\
ties/flow/additionalProperties/anyOf/0/additionalProperties/anyOf/2/type",keyword:"type",params:{type:"object"},message:"must be object"};e===
null?e=[w]:e.push(w),s++}var M=h===s;if(m=m||M,m)s=f,e!==null&&(f?e.length=f:e=null);else{let w={instancePath:a+"/cases/"+r+"/flow/"+n.replace(
/~/g,"~0").replace(/\//g,"~1")+"/"+t.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/flow/additionalP\
roperties/anyOf/0/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[w]:e.push(w),s++}}else{
let t={instancePath:a+"/cases/"+r+"/flow/"+n.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/flow/add\
itionalProperties/anyOf/0/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[t]:e.push(t),s++}var re=y===s;u=
u||re;let i=s;if(o!==null){let t={instancePath:a+"/cases/"+r+"/flow/"+n.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/case\
s/items/properties/flow/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"null"},message:"must be null"};e===null?e=[t]:e.push(
t),s++}var re=i===s;if(u=u||re,u)s=c,e!==null&&(c?e.length=c:e=null);else{let t={instancePath:a+"/cases/"+r+"/flow/"+n.replace(/~/g,"~0").replace(
/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/flow/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a\
 schema in anyOf"};e===null?e=[t]:e.push(t),s++}}else{let n={instancePath:a+"/cases/"+r+"/flow",schemaPath:"#/properties/cases/items/propert\
ies/flow/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[n]:e.push(n),s++}}if(d.roundTrip!==void 0){let l=d.
roundTrip;if(l&&typeof l=="object"&&!Array.isArray(l)){if(l.writer===void 0){let n={instancePath:a+"/cases/"+r+"/roundTrip",schemaPath:"#/pr\
operties/cases/items/properties/roundTrip/required",keyword:"required",params:{missingProperty:"writer"},message:"must have required propert\
y 'writer'"};e===null?e=[n]:e.push(n),s++}if(l.reader===void 0){let n={instancePath:a+"/cases/"+r+"/roundTrip",schemaPath:"#/properties/case\
s/items/properties/roundTrip/required",keyword:"required",params:{missingProperty:"reader"},message:"must have required property 'reader'"};
e===null?e=[n]:e.push(n),s++}for(let n in l)if(!(n==="writer"||n==="reader"||n==="with"||n==="key"||n==="encryptionContext"||n==="readerCont\
ext")){let o={instancePath:a+"/cases/"+r+"/roundTrip",schemaPath:"#/properties/cases/items/properties/roundTrip/additionalProperties",keyword:"\
additionalProperties",params:{additionalProperty:n},message:"must NOT have additional properties"};e===null?e=[o]:e.push(o),s++}if(l.writer!==
void 0&&typeof l.writer!="string"){let n={instancePath:a+"/cases/"+r+"/roundTrip/writer",schemaPath:"#/properties/cases/items/properties/rou\
ndTrip/properties/writer/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),s++}if(l.reader!==void 0&&
typeof l.reader!="string"){let n={instancePath:a+"/cases/"+r+"/roundTrip/reader",schemaPath:"#/properties/cases/items/properties/roundTrip/p\
roperties/reader/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),s++}if(l.with!==void 0){let n=l.
with;if(typeof n!="string"){let o={instancePath:a+"/cases/"+r+"/roundTrip/with",schemaPath:"#/properties/cases/items/properties/roundTrip/pr\
operties/with/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),s++}if(!(n==="Encrypt"||n==="Ge\
nerateDataKey"||n==="GenerateDataKeyWithoutPlaintext")){let o={instancePath:a+"/cases/"+r+"/roundTrip/with",schemaPath:"#/properties/cases/i\
tems/properties/roundTrip/properties/with/enum",keyword:"enum",params:{allowedValues:_.properties.cases.items.properties.roundTrip.properties.
with.enum},message:"must be equal to one of the allowed values"};e===null?e=[o]:e.push(o),s++}}if(l.key!==void 0&&typeof l.key!="string"){let n={
instancePath:a+"/cases/"+r+"/roundTrip/key",schemaPath:"#/properties/cases/items/properties/roundTrip/properties/key/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),s++}if(l.encryptionContext!==void 0){let n=l.encryptionContext;if(n&&typeof n==
"object"&&!Array.isArray(n)){for(let o in n)if(typeof n[o]!="string"){let c={instancePath:a+"/cases/"+r+"/roundTrip/encryptionContext/"+o.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/roundTrip/properties/encryptionContext/additionalProperties/t\
ype",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[c]:e.push(c),s++}}else{let o={instancePath:a+"/cases/"+r+"/\
roundTrip/encryptionContext",schemaPath:"#/properties/cases/items/properties/roundTrip/properties/encryptionContext/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[o]:e.push(o),s++}}if(l.readerContext!==void 0){let n=l.readerContext;if(n&&typeof n=="o\
bject"&&!Array.isArray(n)){for(let o in n)if(typeof n[o]!="string"){let c={instancePath:a+"/cases/"+r+"/roundTrip/readerContext/"+o.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/cases/items/properties/roundTrip/properties/readerContext/additionalProperties/type",
keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[c]:e.push(c),s++}}else{let o={instancePath:a+"/cases/"+r+"/round\
Trip/readerContext",schemaPath:"#/properties/cases/items/properties/roundTrip/properties/readerContext/type",keyword:"type",params:{type:"ob\
ject"},message:"must be object"};e===null?e=[o]:e.push(o),s++}}}else{let n={instancePath:a+"/cases/"+r+"/roundTrip",schemaPath:"#/properties\
/cases/items/properties/roundTrip/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[n]:e.push(n),s++}}if(d.expect!==
void 0){let l=d.expect,n=s,o=!1,c=s;if(typeof l!="string"){let y={instancePath:a+"/cases/"+r+"/expect",schemaPath:"#/properties/cases/items/\
properties/expect/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[y]:e.push(y),s++}if(!(l==="allow"||
l==="deny"||l==="explicit-deny"||l==="implicit-deny"||l==="undetermined")){let y={instancePath:a+"/cases/"+r+"/expect",schemaPath:"#/propert\
ies/cases/items/properties/expect/anyOf/0/enum",keyword:"enum",params:{allowedValues:_.properties.cases.items.properties.expect.anyOf[0].enum},
message:"must be equal to one of the allowed values"};e===null?e=[y]:e.push(y),s++}var ae=c===s;o=o||ae;let u=s;if(l&&typeof l=="object"&&!Array.
isArray(l)){if(l.outcome===void 0){let y={instancePath:a+"/cases/"+r+"/expect",schemaPath:"#/properties/cases/items/properties/expect/anyOf/\
1/required",keyword:"required",params:{missingProperty:"outcome"},message:"must have required property 'outcome'"};e===null?e=[y]:e.push(y),
s++}for(let y in l)if(!(y==="outcome"||y==="via")){let i={instancePath:a+"/cases/"+r+"/expect",schemaPath:"#/properties/cases/items/properti\
es/expect/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:y},message:"must NOT have additional prope\
rties"};e===null?e=[i]:e.push(i),s++}if(l.outcome!==void 0){let y=l.outcome;if(typeof y!="string"){let i={instancePath:a+"/cases/"+r+"/expec\
t/outcome",schemaPath:"#/properties/cases/items/properties/expect/anyOf/1/properties/outcome/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[i]:e.push(i),s++}if(!(y==="allow"||y==="deny"||y==="explicit-deny"||y==="implicit-deny"||y==="undetermined")){let i={
instancePath:a+"/cases/"+r+"/expect/outcome",schemaPath:"#/properties/cases/items/properties/expect/anyOf/1/properties/outcome/enum",keyword:"\
enum",params:{allowedValues:_.properties.cases.items.properties.expect.anyOf[1].properties.outcome.enum},message:"must be equal to one of th\
e allowed values"};e===null?e=[i]:e.push(i),s++}}if(l.via!==void 0&&typeof l.via!="string"){let y={instancePath:a+"/cases/"+r+"/expect/via",
schemaPath:"#/properties/cases/items/properties/expect/anyOf/1/properties/via/type",keyword:"type",params:{type:"string"},message:"must be s\
tring"};e===null?e=[y]:e.push(y),s++}}else{let y={instancePath:a+"/cases/"+r+"/expect",schemaPath:"#/properties/cases/items/properties/expec\
t/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[y]:e.push(y),s++}var ae=u===s;if(o=o||ae,o)s=n,e!==
null&&(n?e.length=n:e=null);else{let y={instancePath:a+"/cases/"+r+"/expect",schemaPath:"#/properties/cases/items/properties/expect/anyOf",keyword:"\
anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[y]:e.push(y),s++}}if(d.because!==void 0){let l=d.because,n=s,o=!1,c=s;if(typeof l!=
"string"){let y={instancePath:a+"/cases/"+r+"/because",schemaPath:"#/properties/cases/items/properties/because/anyOf/0/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[y]:e.push(y),s++}var ie=c===s;o=o||ie;let u=s;if(Array.isArray(l)){let y=l.length;
for(let i=0;i<y;i++)if(typeof l[i]!="string"){let t={instancePath:a+"/cases/"+r+"/because/"+i,schemaPath:"#/properties/cases/items/propertie\
s/because/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),s++}}else{let y={instancePath:a+
"/cases/"+r+"/because",schemaPath:"#/properties/cases/items/properties/because/anyOf/1/type",keyword:"type",params:{type:"array"},message:"m\
ust be array"};e===null?e=[y]:e.push(y),s++}var ie=u===s;if(o=o||ie,o)s=n,e!==null&&(n?e.length=n:e=null);else{let y={instancePath:a+"/cases\
/"+r+"/because",schemaPath:"#/properties/cases/items/properties/because/anyOf",keyword:"anyOf",params:{},message:"must match a schema in any\
Of"};e===null?e=[y]:e.push(y),s++}}if(d.skip!==void 0){let l=d.skip;if(typeof l!="boolean"&&typeof l!="string"){let n={instancePath:a+"/case\
s/"+r+"/skip",schemaPath:"#/properties/cases/items/properties/skip/type",keyword:"type",params:{type:_.properties.cases.items.properties.skip.
type},message:"must be boolean,string"};e===null?e=[n]:e.push(n),s++}}if(d.only!==void 0&&typeof d.only!="boolean"){let l={instancePath:a+"/\
cases/"+r+"/only",schemaPath:"#/properties/cases/items/properties/only/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};
e===null?e=[l]:e.push(l),s++}}else{let l={instancePath:a+"/cases/"+r,schemaPath:"#/properties/cases/items/type",keyword:"type",params:{type:"\
object"},message:"must be object"};e===null?e=[l]:e.push(l),s++}}}else{let g={instancePath:a+"/cases",schemaPath:"#/properties/cases/type",keyword:"\
type",params:{type:"array"},message:"must be array"};e===null?e=[g]:e.push(g),s++}}if(A.invariants!==void 0){let v=A.invariants;if(Array.isArray(
v)){let g=v.length;for(let r=0;r<g;r++){let d=v[r];if(d&&typeof d=="object"&&!Array.isArray(d)){if(d.name===void 0){let l={instancePath:a+"/\
invariants/"+r,schemaPath:"#/properties/invariants/items/required",keyword:"required",params:{missingProperty:"name"},message:"must have req\
uired property 'name'"};e===null?e=[l]:e.push(l),s++}for(let l in d)if(!(l==="name"||l==="never"||l==="always"||l==="only"||l==="skip")){let n={
instancePath:a+"/invariants/"+r,schemaPath:"#/properties/invariants/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:l},
message:"must NOT have additional properties"};e===null?e=[n]:e.push(n),s++}if(d.name!==void 0&&typeof d.name!="string"){let l={instancePath:a+
"/invariants/"+r+"/name",schemaPath:"#/properties/invariants/items/properties/name/type",keyword:"type",params:{type:"string"},message:"must\
 be string"};e===null?e=[l]:e.push(l),s++}if(d.never!==void 0){let l=d.never;if(l&&typeof l=="object"&&!Array.isArray(l)){for(let n in l)if(!$.
call(_.properties.invariants.items.properties.never.properties,n)){let o={instancePath:a+"/invariants/"+r+"/never",schemaPath:"#/properties/\
invariants/items/properties/never/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:n},message:"must NOT have \
additional properties"};e===null?e=[o]:e.push(o),s++}if(l.principal!==void 0){let n=l.principal,o=s,c=!1,u=s;if(typeof n!="string"){let i={instancePath:a+
"/invariants/"+r+"/never/principal",schemaPath:"#/properties/invariants/items/properties/never/properties/principal/anyOf/0/type",keyword:"t\
ype",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),s++}var ne=u===s;c=c||ne;let y=s;if(Array.isArray(n)){if(n.length<
1){let t={instancePath:a+"/invariants/"+r+"/never/principal",schemaPath:"#/properties/invariants/items/properties/never/properties/principal\
/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[t]:e.push(t),s++}let i=n.length;
for(let t=0;t<i;t++)if(typeof n[t]!="string"){let p={instancePath:a+"/invariants/"+r+"/never/principal/"+t,schemaPath:"#/properties/invarian\
ts/items/properties/never/properties/principal/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[p]:e.push(p),s++}}else{let i={instancePath:a+"/invariants/"+r+"/never/principal",schemaPath:"#/properties/invariants/items/properties/nev\
er/properties/principal/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),s++}var ne=y===
s;if(c=c||ne,c)s=o,e!==null&&(o?e.length=o:e=null);else{let i={instancePath:a+"/invariants/"+r+"/never/principal",schemaPath:"#/properties/i\
nvariants/items/properties/never/properties/principal/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[i]:
e.push(i),s++}}if(l.action!==void 0){let n=l.action,o=s,c=!1,u=s;if(typeof n!="string"){let i={instancePath:a+"/invariants/"+r+"/never/actio\
n",schemaPath:"#/properties/invariants/items/properties/never/properties/action/anyOf/0/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[i]:e.push(i),s++}var pe=u===s;c=c||pe;let y=s;if(Array.isArray(n)){if(n.length<1){let t={instancePath:a+"/invar\
iants/"+r+"/never/action",schemaPath:"#/properties/invariants/items/properties/never/properties/action/anyOf/1/minItems",keyword:"minItems",
params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[t]:e.push(t),s++}let i=n.length;for(let t=0;t<i;t++)if(typeof n[t]!=
"string"){let p={instancePath:a+"/invariants/"+r+"/never/action/"+t,schemaPath:"#/properties/invariants/items/properties/never/properties/ac\
tion/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),s++}}else{let i={instancePath:a+
"/invariants/"+r+"/never/action",schemaPath:"#/properties/invariants/items/properties/never/properties/action/anyOf/1/type",keyword:"type",params:{
type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),s++}var pe=y===s;if(c=c||pe,c)s=o,e!==null&&(o?e.length=o:e=null);else{let i={
instancePath:a+"/invariants/"+r+"/never/action",schemaPath:"#/properties/invariants/items/properties/never/properties/action/anyOf",keyword:"\
anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[i]:e.push(i),s++}}if(l.key!==void 0){let n=l.key,o=s,c=!1,u=s;if(typeof n!=
"string"){let i={instancePath:a+"/invariants/"+r+"/never/key",schemaPath:"#/properties/invariants/items/properties/never/properties/key/anyO\
f/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),s++}var oe=u===s;c=c||oe;let y=s;if(Array.
isArray(n)){if(n.length<1){let t={instancePath:a+"/invariants/"+r+"/never/key",schemaPath:"#/properties/invariants/items/properties/never/pr\
operties/key/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[t]:e.push(t),s++}
let i=n.length;for(let t=0;t<i;t++)if(typeof n[t]!="string"){let p={instancePath:a+"/invariants/"+r+"/never/key/"+t,schemaPath:"#/properties\
/invariants/items/properties/never/properties/key/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[p]:e.push(p),s++}}else{let i={instancePath:a+"/invariants/"+r+"/never/key",schemaPath:"#/properties/invariants/items/properties/never/pro\
perties/key/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),s++}var oe=y===s;if(c=c||oe,
c)s=o,e!==null&&(o?e.length=o:e=null);else{let i={instancePath:a+"/invariants/"+r+"/never/key",schemaPath:"#/properties/invariants/items/pro\
perties/never/properties/key/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[i]:e.push(i),s++}}if(l.resource!==
void 0){let n=l.resource,o=s,c=!1,u=s;if(typeof n!="string"){let i={instancePath:a+"/invariants/"+r+"/never/resource",schemaPath:"#/properti\
es/invariants/items/properties/never/properties/resource/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[i]:e.push(i),s++}var le=u===s;c=c||le;let y=s;if(Array.isArray(n)){if(n.length<1){let t={instancePath:a+"/invariants/"+r+"/never/resource",
schemaPath:"#/properties/invariants/items/properties/never/properties/resource/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"\
must NOT have fewer than 1 items"};e===null?e=[t]:e.push(t),s++}let i=n.length;for(let t=0;t<i;t++)if(typeof n[t]!="string"){let p={instancePath:a+
"/invariants/"+r+"/never/resource/"+t,schemaPath:"#/properties/invariants/items/properties/never/properties/resource/anyOf/1/items/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),s++}}else{let i={instancePath:a+"/invariants/"+r+"/never/res\
ource",schemaPath:"#/properties/invariants/items/properties/never/properties/resource/anyOf/1/type",keyword:"type",params:{type:"array"},message:"\
must be array"};e===null?e=[i]:e.push(i),s++}var le=y===s;if(c=c||le,c)s=o,e!==null&&(o?e.length=o:e=null);else{let i={instancePath:a+"/inva\
riants/"+r+"/never/resource",schemaPath:"#/properties/invariants/items/properties/never/properties/resource/anyOf",keyword:"anyOf",params:{},
message:"must match a schema in anyOf"};e===null?e=[i]:e.push(i),s++}}if(l.flow!==void 0){let n=l.flow,o=s,c=!1,u=s;if(typeof n!="string"){let t={
instancePath:a+"/invariants/"+r+"/never/flow",schemaPath:"#/properties/invariants/items/properties/never/properties/flow/anyOf/0/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),s++}var X=u===s;c=c||X;let y=s;if(Array.isArray(n)){if(n.length<
1){let p={instancePath:a+"/invariants/"+r+"/never/flow",schemaPath:"#/properties/invariants/items/properties/never/properties/flow/anyOf/1/m\
inItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[p]:e.push(p),s++}let t=n.length;for(let p=0;p<
t;p++)if(typeof n[p]!="string"){let f={instancePath:a+"/invariants/"+r+"/never/flow/"+p,schemaPath:"#/properties/invariants/items/properties\
/never/properties/flow/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[f]:e.push(f),s++}}else{
let t={instancePath:a+"/invariants/"+r+"/never/flow",schemaPath:"#/properties/invariants/items/properties/never/properties/flow/anyOf/1/type",
keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[t]:e.push(t),s++}var X=y===s;c=c||X;let i=s;if(n&&typeof n=="objec\
t"&&!Array.isArray(n))for(let t in n){let p=n[t],f=s,m=!1,k=s;if(p&&typeof p=="object"&&!Array.isArray(p))for(let h in p){let w=p[h],j=s,x=!1,
O=s;if(typeof w!="string"){let P={instancePath:a+"/invariants/"+r+"/never/flow/"+t.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+h.replace(/~/g,
"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/never/properties/flow/anyOf/2/additionalProperties/anyOf/0/ad\
ditionalProperties/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[P]:e.push(P),s++}var L=O===s;x=
x||L;let I=s;if(typeof w!="boolean"){let P={instancePath:a+"/invariants/"+r+"/never/flow/"+t.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+h.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/never/properties/flow/anyOf/2/additionalProperties/anyOf\
/0/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[P]:e.push(P),s++}var L=I===
s;x=x||L;let T=s;if(w&&typeof w=="object"&&!Array.isArray(w)){for(let P in w)if(typeof w[P]!="string"){let C={instancePath:a+"/invariants/"+
r+"/never/flow/"+t.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+h.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+P.replace(/~/g,"~0").replace(/\//g,
"~1"),schemaPath:"#/properties/invariants/items/properties/never/properties/flow/anyOf/2/additionalProperties/anyOf/0/additionalProperties/a\
nyOf/2/additionalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[C]:e.push(C),s++}}else{let P={
instancePath:a+"/invariants/"+r+"/never/flow/"+t.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+h.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/invariants/items/properties/never/properties/flow/anyOf/2/additionalProperties/anyOf/0/additionalProperties/anyOf/2/type",keyword:"\
type",params:{type:"object"},message:"must be object"};e===null?e=[P]:e.push(P),s++}var L=T===s;if(x=x||L,x)s=j,e!==null&&(j?e.length=j:e=null);else{
let P={instancePath:a+"/invariants/"+r+"/never/flow/"+t.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+h.replace(/~/g,"~0").replace(/\//g,"~1"),
schemaPath:"#/properties/invariants/items/properties/never/properties/flow/anyOf/2/additionalProperties/anyOf/0/additionalProperties/anyOf",
keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[P]:e.push(P),s++}}else{let h={instancePath:a+"/invariants/"+r+
"/never/flow/"+t.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/never/properties/flow/anyOf/2/a\
dditionalProperties/anyOf/0/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[h]:e.push(h),s++}var ye=k===s;
m=m||ye;let b=s;if(p!==null){let h={instancePath:a+"/invariants/"+r+"/never/flow/"+t.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/pr\
operties/invariants/items/properties/never/properties/flow/anyOf/2/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"null"},message:"\
must be null"};e===null?e=[h]:e.push(h),s++}var ye=b===s;if(m=m||ye,m)s=f,e!==null&&(f?e.length=f:e=null);else{let h={instancePath:a+"/invar\
iants/"+r+"/never/flow/"+t.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/never/properties/flow\
/anyOf/2/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[h]:e.push(h),s++}}else{let t={
instancePath:a+"/invariants/"+r+"/never/flow",schemaPath:"#/properties/invariants/items/properties/never/properties/flow/anyOf/2/type",keyword:"\
type",params:{type:"object"},message:"must be object"};e===null?e=[t]:e.push(t),s++}var X=i===s;if(c=c||X,c)s=o,e!==null&&(o?e.length=o:e=null);else{
let t={instancePath:a+"/invariants/"+r+"/never/flow",schemaPath:"#/properties/invariants/items/properties/never/properties/flow/anyOf",keyword:"\
anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[t]:e.push(t),s++}}if(l.on!==void 0){let n=l.on,o=s,c=!1,u=s;if(typeof n!=
"string"){let i={instancePath:a+"/invariants/"+r+"/never/on",schemaPath:"#/properties/invariants/items/properties/never/properties/on/anyOf/\
0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),s++}var ce=u===s;c=c||ce;let y=s;if(Array.isArray(
n)){if(n.length<1){let t={instancePath:a+"/invariants/"+r+"/never/on",schemaPath:"#/properties/invariants/items/properties/never/properties/\
on/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[t]:e.push(t),s++}let i=n.length;
for(let t=0;t<i;t++)if(typeof n[t]!="string"){let p={instancePath:a+"/invariants/"+r+"/never/on/"+t,schemaPath:"#/properties/invariants/item\
s/properties/never/properties/on/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),
s++}}else{let i={instancePath:a+"/invariants/"+r+"/never/on",schemaPath:"#/properties/invariants/items/properties/never/properties/on/anyOf/\
1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),s++}var ce=y===s;if(c=c||ce,c)s=o,e!==null&&(o?
e.length=o:e=null);else{let i={instancePath:a+"/invariants/"+r+"/never/on",schemaPath:"#/properties/invariants/items/properties/never/proper\
ties/on/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[i]:e.push(i),s++}}if(l.encryptionContext!==void 0){
let n=l.encryptionContext;if(n&&typeof n=="object"&&!Array.isArray(n))for(let o in n){let c=n[o],u=s,y=!1,i=s;if(typeof c!="string"){let p={
instancePath:a+"/invariants/"+r+"/never/encryptionContext/"+o.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/ite\
ms/properties/never/properties/encryptionContext/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be s\
tring"};e===null?e=[p]:e.push(p),s++}var me=i===s;y=y||me;let t=s;if(Array.isArray(c)){if(c.length<1){let f={instancePath:a+"/invariants/"+r+
"/never/encryptionContext/"+o.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/never/properties/e\
ncryptionContext/additionalProperties/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===
null?e=[f]:e.push(f),s++}let p=c.length;for(let f=0;f<p;f++)if(typeof c[f]!="string"){let m={instancePath:a+"/invariants/"+r+"/never/encrypt\
ionContext/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+f,schemaPath:"#/properties/invariants/items/properties/never/properties/encryption\
Context/additionalProperties/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[m]:e.push(m),s++}}else{
let p={instancePath:a+"/invariants/"+r+"/never/encryptionContext/"+o.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invaria\
nts/items/properties/never/properties/encryptionContext/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"array"},message:"mus\
t be array"};e===null?e=[p]:e.push(p),s++}var me=t===s;if(y=y||me,y)s=u,e!==null&&(u?e.length=u:e=null);else{let p={instancePath:a+"/invaria\
nts/"+r+"/never/encryptionContext/"+o.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/never/prop\
erties/encryptionContext/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[p]:e.push(
p),s++}}else{let o={instancePath:a+"/invariants/"+r+"/never/encryptionContext",schemaPath:"#/properties/invariants/items/properties/never/pr\
operties/encryptionContext/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[o]:e.push(o),s++}}if(l.viaService!==
void 0){let n=l.viaService,o=s,c=!1,u=s;if(typeof n!="string"){let i={instancePath:a+"/invariants/"+r+"/never/viaService",schemaPath:"#/prop\
erties/invariants/items/properties/never/properties/viaService/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};
e===null?e=[i]:e.push(i),s++}var fe=u===s;c=c||fe;let y=s;if(Array.isArray(n)){if(n.length<1){let t={instancePath:a+"/invariants/"+r+"/never\
/viaService",schemaPath:"#/properties/invariants/items/properties/never/properties/viaService/anyOf/1/minItems",keyword:"minItems",params:{limit:1},
message:"must NOT have fewer than 1 items"};e===null?e=[t]:e.push(t),s++}let i=n.length;for(let t=0;t<i;t++)if(typeof n[t]!="string"){let p={
instancePath:a+"/invariants/"+r+"/never/viaService/"+t,schemaPath:"#/properties/invariants/items/properties/never/properties/viaService/anyO\
f/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),s++}}else{let i={instancePath:a+"/i\
nvariants/"+r+"/never/viaService",schemaPath:"#/properties/invariants/items/properties/never/properties/viaService/anyOf/1/type",keyword:"ty\
pe",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),s++}var fe=y===s;if(c=c||fe,c)s=o,e!==null&&(o?e.length=o:e=null);else{
let i={instancePath:a+"/invariants/"+r+"/never/viaService",schemaPath:"#/properties/invariants/items/properties/never/properties/viaService/\
anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[i]:e.push(i),s++}}if(l.context!==void 0){let n=l.context;
if(n&&typeof n=="object"&&!Array.isArray(n))for(let o in n){let c=n[o],u=s,y=!1,i=s;if(typeof c!="string"){let m={instancePath:a+"/invariant\
s/"+r+"/never/context/"+o.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/never/properties/conte\
xt/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[m]:e.push(m),s++}var R=i===
s;y=y||R;let t=s;if(!(typeof c=="number"&&isFinite(c))){let m={instancePath:a+"/invariants/"+r+"/never/context/"+o.replace(/~/g,"~0").replace(
/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/never/properties/context/additionalProperties/anyOf/1/type",keyword:"type",
params:{type:"number"},message:"must be number"};e===null?e=[m]:e.push(m),s++}var R=t===s;y=y||R;let p=s;if(typeof c!="boolean"){let m={instancePath:a+
"/invariants/"+r+"/never/context/"+o.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/never/prope\
rties/context/additionalProperties/anyOf/2/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[m]:e.push(m),
s++}var R=p===s;y=y||R;let f=s;if(Array.isArray(c)){let m=c.length;for(let k=0;k<m;k++)if(typeof c[k]!="string"){let b={instancePath:a+"/inv\
ariants/"+r+"/never/context/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+k,schemaPath:"#/properties/invariants/items/properties/never/prop\
erties/context/additionalProperties/anyOf/3/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[b]:e.push(
b),s++}}else{let m={instancePath:a+"/invariants/"+r+"/never/context/"+o.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/inva\
riants/items/properties/never/properties/context/additionalProperties/anyOf/3/type",keyword:"type",params:{type:"array"},message:"must be ar\
ray"};e===null?e=[m]:e.push(m),s++}var R=f===s;if(y=y||R,y)s=u,e!==null&&(u?e.length=u:e=null);else{let m={instancePath:a+"/invariants/"+r+"\
/never/context/"+o.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/never/properties/context/addi\
tionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[m]:e.push(m),s++}}else{let o={instancePath:a+
"/invariants/"+r+"/never/context",schemaPath:"#/properties/invariants/items/properties/never/properties/context/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[o]:e.push(o),s++}}if(l.unless!==void 0){let n=l.unless;if(n&&typeof n=="object"&&!Array.
isArray(n))for(let o in n){let c=n[o],u=s,y=!1,i=s;if(typeof c!="string"){let m={instancePath:a+"/invariants/"+r+"/never/unless/"+o.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/never/properties/unless/additionalProperties/anyOf/0/typ\
e",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[m]:e.push(m),s++}var E=i===s;y=y||E;let t=s;if(!(typeof c=="n\
umber"&&isFinite(c))){let m={instancePath:a+"/invariants/"+r+"/never/unless/"+o.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/propert\
ies/invariants/items/properties/never/properties/unless/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"number"},message:"mu\
st be number"};e===null?e=[m]:e.push(m),s++}var E=t===s;y=y||E;let p=s;if(typeof c!="boolean"){let m={instancePath:a+"/invariants/"+r+"/neve\
r/unless/"+o.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/never/properties/unless/additionalP\
roperties/anyOf/2/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[m]:e.push(m),s++}var E=p===s;y=y||E;let f=s;
if(Array.isArray(c)){let m=c.length;for(let k=0;k<m;k++)if(typeof c[k]!="string"){let b={instancePath:a+"/invariants/"+r+"/never/unless/"+o.
replace(/~/g,"~0").replace(/\//g,"~1")+"/"+k,schemaPath:"#/properties/invariants/items/properties/never/properties/unless/additionalProperti\
es/anyOf/3/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[b]:e.push(b),s++}}else{let m={instancePath:a+
"/invariants/"+r+"/never/unless/"+o.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/never/proper\
ties/unless/additionalProperties/anyOf/3/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[m]:e.push(m),s++}var E=f===
s;if(y=y||E,y)s=u,e!==null&&(u?e.length=u:e=null);else{let m={instancePath:a+"/invariants/"+r+"/never/unless/"+o.replace(/~/g,"~0").replace(
/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/never/properties/unless/additionalProperties/anyOf",keyword:"anyOf",params:{},
message:"must match a schema in anyOf"};e===null?e=[m]:e.push(m),s++}}else{let o={instancePath:a+"/invariants/"+r+"/never/unless",schemaPath:"\
#/properties/invariants/items/properties/never/properties/unless/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?
e=[o]:e.push(o),s++}}}else{let n={instancePath:a+"/invariants/"+r+"/never",schemaPath:"#/properties/invariants/items/properties/never/type",
keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[n]:e.push(n),s++}}if(d.always!==void 0){let l=d.always;if(l&&typeof l==
"object"&&!Array.isArray(l)){for(let n in l)if(!$.call(_.properties.invariants.items.properties.always.properties,n)){let o={instancePath:a+
"/invariants/"+r+"/always",schemaPath:"#/properties/invariants/items/properties/always/additionalProperties",keyword:"additionalProperties",
params:{additionalProperty:n},message:"must NOT have additional properties"};e===null?e=[o]:e.push(o),s++}if(l.principal!==void 0){let n=l.principal,
o=s,c=!1,u=s;if(typeof n!="string"){let i={instancePath:a+"/invariants/"+r+"/always/principal",schemaPath:"#/properties/invariants/items/pro\
perties/always/properties/principal/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),s++}
var he=u===s;c=c||he;let y=s;if(Array.isArray(n)){if(n.length<1){let t={instancePath:a+"/invariants/"+r+"/always/principal",schemaPath:"#/pr\
operties/invariants/items/properties/always/properties/principal/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT hav\
e fewer than 1 items"};e===null?e=[t]:e.push(t),s++}let i=n.length;for(let t=0;t<i;t++)if(typeof n[t]!="string"){let p={instancePath:a+"/inv\
ariants/"+r+"/always/principal/"+t,schemaPath:"#/properties/invariants/items/properties/always/properties/principal/anyOf/1/items/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),s++}}else{let i={instancePath:a+"/invariants/"+r+"/always/pr\
incipal",schemaPath:"#/properties/invariants/items/properties/always/properties/principal/anyOf/1/type",keyword:"type",params:{type:"array"},
message:"must be array"};e===null?e=[i]:e.push(i),s++}var he=y===s;if(c=c||he,c)s=o,e!==null&&(o?e.length=o:e=null);else{let i={instancePath:a+
"/invariants/"+r+"/always/principal",schemaPath:"#/properties/invariants/items/properties/always/properties/principal/anyOf",keyword:"anyOf",
params:{},message:"must match a schema in anyOf"};e===null?e=[i]:e.push(i),s++}}if(l.action!==void 0){let n=l.action,o=s,c=!1,u=s;if(typeof n!=
"string"){let i={instancePath:a+"/invariants/"+r+"/always/action",schemaPath:"#/properties/invariants/items/properties/always/properties/act\
ion/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),s++}var ue=u===s;c=c||ue;let y=s;
if(Array.isArray(n)){if(n.length<1){let t={instancePath:a+"/invariants/"+r+"/always/action",schemaPath:"#/properties/invariants/items/proper\
ties/always/properties/action/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[
t]:e.push(t),s++}let i=n.length;for(let t=0;t<i;t++)if(typeof n[t]!="string"){let p={instancePath:a+"/invariants/"+r+"/always/action/"+t,schemaPath:"\
#/properties/invariants/items/properties/always/properties/action/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be\
 string"};e===null?e=[p]:e.push(p),s++}}else{let i={instancePath:a+"/invariants/"+r+"/always/action",schemaPath:"#/properties/invariants/ite\
ms/properties/always/properties/action/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),
s++}var ue=y===s;if(c=c||ue,c)s=o,e!==null&&(o?e.length=o:e=null);else{let i={instancePath:a+"/invariants/"+r+"/always/action",schemaPath:"#\
/properties/invariants/items/properties/always/properties/action/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===
null?e=[i]:e.push(i),s++}}if(l.key!==void 0){let n=l.key,o=s,c=!1,u=s;if(typeof n!="string"){let i={instancePath:a+"/invariants/"+r+"/always\
/key",schemaPath:"#/properties/invariants/items/properties/always/properties/key/anyOf/0/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[i]:e.push(i),s++}var de=u===s;c=c||de;let y=s;if(Array.isArray(n)){if(n.length<1){let t={instancePath:a+"/invar\
iants/"+r+"/always/key",schemaPath:"#/properties/invariants/items/properties/always/properties/key/anyOf/1/minItems",keyword:"minItems",params:{
limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[t]:e.push(t),s++}let i=n.length;for(let t=0;t<i;t++)if(typeof n[t]!="string"){
let p={instancePath:a+"/invariants/"+r+"/always/key/"+t,schemaPath:"#/properties/invariants/items/properties/always/properties/key/anyOf/1/i\
tems/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),s++}}else{let i={instancePath:a+"/invari\
ants/"+r+"/always/key",schemaPath:"#/properties/invariants/items/properties/always/properties/key/anyOf/1/type",keyword:"type",params:{type:"\
array"},message:"must be array"};e===null?e=[i]:e.push(i),s++}var de=y===s;if(c=c||de,c)s=o,e!==null&&(o?e.length=o:e=null);else{let i={instancePath:a+
"/invariants/"+r+"/always/key",schemaPath:"#/properties/invariants/items/properties/always/properties/key/anyOf",keyword:"anyOf",params:{},message:"\
must match a schema in anyOf"};e===null?e=[i]:e.push(i),s++}}if(l.resource!==void 0){let n=l.resource,o=s,c=!1,u=s;if(typeof n!="string"){let i={
instancePath:a+"/invariants/"+r+"/always/resource",schemaPath:"#/properties/invariants/items/properties/always/properties/resource/anyOf/0/t\
ype",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),s++}var ge=u===s;c=c||ge;let y=s;if(Array.isArray(
n)){if(n.length<1){let t={instancePath:a+"/invariants/"+r+"/always/resource",schemaPath:"#/properties/invariants/items/properties/always/pro\
perties/resource/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[t]:e.push(t),
s++}let i=n.length;for(let t=0;t<i;t++)if(typeof n[t]!="string"){let p={instancePath:a+"/invariants/"+r+"/always/resource/"+t,schemaPath:"#/\
properties/invariants/items/properties/always/properties/resource/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be\
 string"};e===null?e=[p]:e.push(p),s++}}else{let i={instancePath:a+"/invariants/"+r+"/always/resource",schemaPath:"#/properties/invariants/i\
tems/properties/always/properties/resource/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(
i),s++}var ge=y===s;if(c=c||ge,c)s=o,e!==null&&(o?e.length=o:e=null);else{let i={instancePath:a+"/invariants/"+r+"/always/resource",schemaPath:"\
#/properties/invariants/items/properties/always/properties/resource/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
e===null?e=[i]:e.push(i),s++}}if(l.flow!==void 0){let n=l.flow,o=s,c=!1,u=s;if(typeof n!="string"){let t={instancePath:a+"/invariants/"+r+"/\
always/flow",schemaPath:"#/properties/invariants/items/properties/always/properties/flow/anyOf/0/type",keyword:"type",params:{type:"string"},
message:"must be string"};e===null?e=[t]:e.push(t),s++}var K=u===s;c=c||K;let y=s;if(Array.isArray(n)){if(n.length<1){let p={instancePath:a+
"/invariants/"+r+"/always/flow",schemaPath:"#/properties/invariants/items/properties/always/properties/flow/anyOf/1/minItems",keyword:"minIt\
ems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[p]:e.push(p),s++}let t=n.length;for(let p=0;p<t;p++)if(typeof n[p]!=
"string"){let f={instancePath:a+"/invariants/"+r+"/always/flow/"+p,schemaPath:"#/properties/invariants/items/properties/always/properties/fl\
ow/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[f]:e.push(f),s++}}else{let t={instancePath:a+
"/invariants/"+r+"/always/flow",schemaPath:"#/properties/invariants/items/properties/always/properties/flow/anyOf/1/type",keyword:"type",params:{
type:"array"},message:"must be array"};e===null?e=[t]:e.push(t),s++}var K=y===s;c=c||K;let i=s;if(n&&typeof n=="object"&&!Array.isArray(n))for(let t in n){
let p=n[t],f=s,m=!1,k=s;if(p&&typeof p=="object"&&!Array.isArray(p))for(let h in p){let w=p[h],j=s,x=!1,O=s;if(typeof w!="string"){let P={instancePath:a+
"/invariants/"+r+"/always/flow/"+t.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+h.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/propert\
ies/invariants/items/properties/always/properties/flow/anyOf/2/additionalProperties/anyOf/0/additionalProperties/anyOf/0/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[P]:e.push(P),s++}var Y=O===s;x=x||Y;let I=s;if(typeof w!="boolean"){let P={instancePath:a+
"/invariants/"+r+"/always/flow/"+t.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+h.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/propert\
ies/invariants/items/properties/always/properties/flow/anyOf/2/additionalProperties/anyOf/0/additionalProperties/anyOf/1/type",keyword:"type",
params:{type:"boolean"},message:"must be boolean"};e===null?e=[P]:e.push(P),s++}var Y=I===s;x=x||Y;let T=s;if(w&&typeof w=="object"&&!Array.
isArray(w)){for(let P in w)if(typeof w[P]!="string"){let C={instancePath:a+"/invariants/"+r+"/always/flow/"+t.replace(/~/g,"~0").replace(/\//g,
"~1")+"/"+h.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+P.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/pr\
operties/always/properties/flow/anyOf/2/additionalProperties/anyOf/0/additionalProperties/anyOf/2/additionalProperties/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[C]:e.push(C),s++}}else{let P={instancePath:a+"/invariants/"+r+"/always/flow/"+t.
replace(/~/g,"~0").replace(/\//g,"~1")+"/"+h.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/alw\
ays/properties/flow/anyOf/2/additionalProperties/anyOf/0/additionalProperties/anyOf/2/type",keyword:"type",params:{type:"object"},message:"m\
ust be object"};e===null?e=[P]:e.push(P),s++}var Y=T===s;if(x=x||Y,x)s=j,e!==null&&(j?e.length=j:e=null);else{let P={instancePath:a+"/invari\
ants/"+r+"/always/flow/"+t.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+h.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/inva\
riants/items/properties/always/properties/flow/anyOf/2/additionalProperties/anyOf/0/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"\
must match a schema in anyOf"};e===null?e=[P]:e.push(P),s++}}else{let h={instancePath:a+"/invariants/"+r+"/always/flow/"+t.replace(/~/g,"~0").
replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/always/properties/flow/anyOf/2/additionalProperties/anyOf/0/type",keyword:"\
type",params:{type:"object"},message:"must be object"};e===null?e=[h]:e.push(h),s++}var ve=k===s;m=m||ve;let b=s;if(p!==null){let h={instancePath:a+
"/invariants/"+r+"/always/flow/"+t.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/always/proper\
ties/flow/anyOf/2/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"null"},message:"must be null"};e===null?e=[h]:e.push(h),s++}
var ve=b===s;if(m=m||ve,m)s=f,e!==null&&(f?e.length=f:e=null);else{let h={instancePath:a+"/invariants/"+r+"/always/flow/"+t.replace(/~/g,"~0").
replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/always/properties/flow/anyOf/2/additionalProperties/anyOf",keyword:"\
anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[h]:e.push(h),s++}}else{let t={instancePath:a+"/invariants/"+r+"/always/\
flow",schemaPath:"#/properties/invariants/items/properties/always/properties/flow/anyOf/2/type",keyword:"type",params:{type:"object"},message:"\
must be object"};e===null?e=[t]:e.push(t),s++}var K=i===s;if(c=c||K,c)s=o,e!==null&&(o?e.length=o:e=null);else{let t={instancePath:a+"/invar\
iants/"+r+"/always/flow",schemaPath:"#/properties/invariants/items/properties/always/properties/flow/anyOf",keyword:"anyOf",params:{},message:"\
must match a schema in anyOf"};e===null?e=[t]:e.push(t),s++}}if(l.on!==void 0){let n=l.on,o=s,c=!1,u=s;if(typeof n!="string"){let i={instancePath:a+
"/invariants/"+r+"/always/on",schemaPath:"#/properties/invariants/items/properties/always/properties/on/anyOf/0/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),s++}var we=u===s;c=c||we;let y=s;if(Array.isArray(n)){if(n.length<1){let t={
instancePath:a+"/invariants/"+r+"/always/on",schemaPath:"#/properties/invariants/items/properties/always/properties/on/anyOf/1/minItems",keyword:"\
minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[t]:e.push(t),s++}let i=n.length;for(let t=0;t<i;t++)if(typeof n[t]!=
"string"){let p={instancePath:a+"/invariants/"+r+"/always/on/"+t,schemaPath:"#/properties/invariants/items/properties/always/properties/on/a\
nyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),s++}}else{let i={instancePath:a+
"/invariants/"+r+"/always/on",schemaPath:"#/properties/invariants/items/properties/always/properties/on/anyOf/1/type",keyword:"type",params:{
type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),s++}var we=y===s;if(c=c||we,c)s=o,e!==null&&(o?e.length=o:e=null);else{let i={
instancePath:a+"/invariants/"+r+"/always/on",schemaPath:"#/properties/invariants/items/properties/always/properties/on/anyOf",keyword:"anyOf",
params:{},message:"must match a schema in anyOf"};e===null?e=[i]:e.push(i),s++}}if(l.encryptionContext!==void 0){let n=l.encryptionContext;if(n&&
typeof n=="object"&&!Array.isArray(n))for(let o in n){let c=n[o],u=s,y=!1,i=s;if(typeof c!="string"){let p={instancePath:a+"/invariants/"+r+
"/always/encryptionContext/"+o.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/always/properties\
/encryptionContext/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[p]:e.push(
p),s++}var ke=i===s;y=y||ke;let t=s;if(Array.isArray(c)){if(c.length<1){let f={instancePath:a+"/invariants/"+r+"/always/encryptionContext/"+
o.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/always/properties/encryptionContext/additional\
Properties/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[f]:e.push(f),s++}let p=c.
length;for(let f=0;f<p;f++)if(typeof c[f]!="string"){let m={instancePath:a+"/invariants/"+r+"/always/encryptionContext/"+o.replace(/~/g,"~0").
replace(/\//g,"~1")+"/"+f,schemaPath:"#/properties/invariants/items/properties/always/properties/encryptionContext/additionalProperties/anyO\
f/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[m]:e.push(m),s++}}else{let p={instancePath:a+"/i\
nvariants/"+r+"/always/encryptionContext/"+o.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/alw\
ays/properties/encryptionContext/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=
[p]:e.push(p),s++}var ke=t===s;if(y=y||ke,y)s=u,e!==null&&(u?e.length=u:e=null);else{let p={instancePath:a+"/invariants/"+r+"/always/encrypt\
ionContext/"+o.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/always/properties/encryptionConte\
xt/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[p]:e.push(p),s++}}else{let o={instancePath:a+
"/invariants/"+r+"/always/encryptionContext",schemaPath:"#/properties/invariants/items/properties/always/properties/encryptionContext/type",
keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[o]:e.push(o),s++}}if(l.viaService!==void 0){let n=l.viaService,o=s,
c=!1,u=s;if(typeof n!="string"){let i={instancePath:a+"/invariants/"+r+"/always/viaService",schemaPath:"#/properties/invariants/items/proper\
ties/always/properties/viaService/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),s++}
var be=u===s;c=c||be;let y=s;if(Array.isArray(n)){if(n.length<1){let t={instancePath:a+"/invariants/"+r+"/always/viaService",schemaPath:"#/p\
roperties/invariants/items/properties/always/properties/viaService/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT h\
ave fewer than 1 items"};e===null?e=[t]:e.push(t),s++}let i=n.length;for(let t=0;t<i;t++)if(typeof n[t]!="string"){let p={instancePath:a+"/i\
nvariants/"+r+"/always/viaService/"+t,schemaPath:"#/properties/invariants/items/properties/always/properties/viaService/anyOf/1/items/type",
keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),s++}}else{let i={instancePath:a+"/invariants/"+r+"/\
always/viaService",schemaPath:"#/properties/invariants/items/properties/always/properties/viaService/anyOf/1/type",keyword:"type",params:{type:"\
array"},message:"must be array"};e===null?e=[i]:e.push(i),s++}var be=y===s;if(c=c||be,c)s=o,e!==null&&(o?e.length=o:e=null);else{let i={instancePath:a+
"/invariants/"+r+"/always/viaService",schemaPath:"#/properties/invariants/items/properties/always/properties/viaService/anyOf",keyword:"anyO\
f",params:{},message:"must match a schema in anyOf"};e===null?e=[i]:e.push(i),s++}}if(l.context!==void 0){let n=l.context;if(n&&typeof n=="o\
bject"&&!Array.isArray(n))for(let o in n){let c=n[o],u=s,y=!1,i=s;if(typeof c!="string"){let m={instancePath:a+"/invariants/"+r+"/always/con\
text/"+o.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/always/properties/context/additionalPro\
perties/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[m]:e.push(m),s++}var D=i===s;y=y||D;let t=s;
if(!(typeof c=="number"&&isFinite(c))){let m={instancePath:a+"/invariants/"+r+"/always/context/"+o.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/invariants/items/properties/always/properties/context/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"number"},
message:"must be number"};e===null?e=[m]:e.push(m),s++}var D=t===s;y=y||D;let p=s;if(typeof c!="boolean"){let m={instancePath:a+"/invariants\
/"+r+"/always/context/"+o.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/always/properties/cont\
ext/additionalProperties/anyOf/2/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[m]:e.push(m),s++}var D=p===
s;y=y||D;let f=s;if(Array.isArray(c)){let m=c.length;for(let k=0;k<m;k++)if(typeof c[k]!="string"){let b={instancePath:a+"/invariants/"+r+"/\
always/context/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+k,schemaPath:"#/properties/invariants/items/properties/always/properties/conte\
xt/additionalProperties/anyOf/3/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[b]:e.push(b),s++}}else{
let m={instancePath:a+"/invariants/"+r+"/always/context/"+o.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items\
/properties/always/properties/context/additionalProperties/anyOf/3/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?
e=[m]:e.push(m),s++}var D=f===s;if(y=y||D,y)s=u,e!==null&&(u?e.length=u:e=null);else{let m={instancePath:a+"/invariants/"+r+"/always/context\
/"+o.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/always/properties/context/additionalPropert\
ies/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[m]:e.push(m),s++}}else{let o={instancePath:a+"/inva\
riants/"+r+"/always/context",schemaPath:"#/properties/invariants/items/properties/always/properties/context/type",keyword:"type",params:{type:"\
object"},message:"must be object"};e===null?e=[o]:e.push(o),s++}}if(l.unless!==void 0){let n=l.unless;if(n&&typeof n=="object"&&!Array.isArray(
n))for(let o in n){let c=n[o],u=s,y=!1,i=s;if(typeof c!="string"){let m={instancePath:a+"/invariants/"+r+"/always/unless/"+o.replace(/~/g,"~\
0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/always/properties/unless/additionalProperties/anyOf/0/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[m]:e.push(m),s++}var G=i===s;y=y||G;let t=s;if(!(typeof c=="number"&&isFinite(
c))){let m={instancePath:a+"/invariants/"+r+"/always/unless/"+o.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/i\
tems/properties/always/properties/unless/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"number"},message:"must be number"};
e===null?e=[m]:e.push(m),s++}var G=t===s;y=y||G;let p=s;if(typeof c!="boolean"){let m={instancePath:a+"/invariants/"+r+"/always/unless/"+o.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/always/properties/unless/additionalProperties/anyOf/2/ty\
pe",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[m]:e.push(m),s++}var G=p===s;y=y||G;let f=s;if(Array.isArray(
c)){let m=c.length;for(let k=0;k<m;k++)if(typeof c[k]!="string"){let b={instancePath:a+"/invariants/"+r+"/always/unless/"+o.replace(/~/g,"~0").
replace(/\//g,"~1")+"/"+k,schemaPath:"#/properties/invariants/items/properties/always/properties/unless/additionalProperties/anyOf/3/items/t\
ype",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[b]:e.push(b),s++}}else{let m={instancePath:a+"/invariants/"+
r+"/always/unless/"+o.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/always/properties/unless/a\
dditionalProperties/anyOf/3/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[m]:e.push(m),s++}var G=f===s;if(y=
y||G,y)s=u,e!==null&&(u?e.length=u:e=null);else{let m={instancePath:a+"/invariants/"+r+"/always/unless/"+o.replace(/~/g,"~0").replace(/\//g,
"~1"),schemaPath:"#/properties/invariants/items/properties/always/properties/unless/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"\
must match a schema in anyOf"};e===null?e=[m]:e.push(m),s++}}else{let o={instancePath:a+"/invariants/"+r+"/always/unless",schemaPath:"#/prop\
erties/invariants/items/properties/always/properties/unless/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=
[o]:e.push(o),s++}}}else{let n={instancePath:a+"/invariants/"+r+"/always",schemaPath:"#/properties/invariants/items/properties/always/type",
keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[n]:e.push(n),s++}}if(d.only!==void 0){let l=d.only;if(l&&typeof l==
"object"&&!Array.isArray(l)){for(let n in l)if(!$.call(_.properties.invariants.items.properties.only.properties,n)){let o={instancePath:a+"/\
invariants/"+r+"/only",schemaPath:"#/properties/invariants/items/properties/only/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:n},message:"must NOT have additional properties"};e===null?e=[o]:e.push(o),s++}if(l.principal!==void 0){let n=l.principal,
o=s,c=!1,u=s;if(typeof n!="string"){let i={instancePath:a+"/invariants/"+r+"/only/principal",schemaPath:"#/properties/invariants/items/prope\
rties/only/properties/principal/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),s++}var Pe=u===
s;c=c||Pe;let y=s;if(Array.isArray(n)){if(n.length<1){let t={instancePath:a+"/invariants/"+r+"/only/principal",schemaPath:"#/properties/inva\
riants/items/properties/only/properties/principal/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 \
items"};e===null?e=[t]:e.push(t),s++}let i=n.length;for(let t=0;t<i;t++)if(typeof n[t]!="string"){let p={instancePath:a+"/invariants/"+r+"/o\
nly/principal/"+t,schemaPath:"#/properties/invariants/items/properties/only/properties/principal/anyOf/1/items/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),s++}}else{let i={instancePath:a+"/invariants/"+r+"/only/principal",schemaPath:"\
#/properties/invariants/items/properties/only/properties/principal/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};
e===null?e=[i]:e.push(i),s++}var Pe=y===s;if(c=c||Pe,c)s=o,e!==null&&(o?e.length=o:e=null);else{let i={instancePath:a+"/invariants/"+r+"/onl\
y/principal",schemaPath:"#/properties/invariants/items/properties/only/properties/principal/anyOf",keyword:"anyOf",params:{},message:"must m\
atch a schema in anyOf"};e===null?e=[i]:e.push(i),s++}}if(l.action!==void 0){let n=l.action,o=s,c=!1,u=s;if(typeof n!="string"){let i={instancePath:a+
"/invariants/"+r+"/only/action",schemaPath:"#/properties/invariants/items/properties/only/properties/action/anyOf/0/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),s++}var Oe=u===s;c=c||Oe;let y=s;if(Array.isArray(n)){if(n.length<1){let t={
instancePath:a+"/invariants/"+r+"/only/action",schemaPath:"#/properties/invariants/items/properties/only/properties/action/anyOf/1/minItems",
keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[t]:e.push(t),s++}let i=n.length;for(let t=0;t<i;t++)
if(typeof n[t]!="string"){let p={instancePath:a+"/invariants/"+r+"/only/action/"+t,schemaPath:"#/properties/invariants/items/properties/only\
/properties/action/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),s++}}else{let i={
instancePath:a+"/invariants/"+r+"/only/action",schemaPath:"#/properties/invariants/items/properties/only/properties/action/anyOf/1/type",keyword:"\
type",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),s++}var Oe=y===s;if(c=c||Oe,c)s=o,e!==null&&(o?e.length=o:e=null);else{
let i={instancePath:a+"/invariants/"+r+"/only/action",schemaPath:"#/properties/invariants/items/properties/only/properties/action/anyOf",keyword:"\
anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[i]:e.push(i),s++}}if(l.key!==void 0){let n=l.key,o=s,c=!1,u=s;if(typeof n!=
"string"){let i={instancePath:a+"/invariants/"+r+"/only/key",schemaPath:"#/properties/invariants/items/properties/only/properties/key/anyOf/\
0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),s++}var xe=u===s;c=c||xe;let y=s;if(Array.isArray(
n)){if(n.length<1){let t={instancePath:a+"/invariants/"+r+"/only/key",schemaPath:"#/properties/invariants/items/properties/only/properties/k\
ey/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[t]:e.push(t),s++}let i=n.length;
for(let t=0;t<i;t++)if(typeof n[t]!="string"){let p={instancePath:a+"/invariants/"+r+"/only/key/"+t,schemaPath:"#/properties/invariants/item\
s/properties/only/properties/key/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),
s++}}else{let i={instancePath:a+"/invariants/"+r+"/only/key",schemaPath:"#/properties/invariants/items/properties/only/properties/key/anyOf/\
1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),s++}var xe=y===s;if(c=c||xe,c)s=o,e!==null&&(o?
e.length=o:e=null);else{let i={instancePath:a+"/invariants/"+r+"/only/key",schemaPath:"#/properties/invariants/items/properties/only/propert\
ies/key/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[i]:e.push(i),s++}}if(l.resource!==void 0){let n=l.
resource,o=s,c=!1,u=s;if(typeof n!="string"){let i={instancePath:a+"/invariants/"+r+"/only/resource",schemaPath:"#/properties/invariants/ite\
ms/properties/only/properties/resource/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),
s++}var Ae=u===s;c=c||Ae;let y=s;if(Array.isArray(n)){if(n.length<1){let t={instancePath:a+"/invariants/"+r+"/only/resource",schemaPath:"#/p\
roperties/invariants/items/properties/only/properties/resource/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have \
fewer than 1 items"};e===null?e=[t]:e.push(t),s++}let i=n.length;for(let t=0;t<i;t++)if(typeof n[t]!="string"){let p={instancePath:a+"/invar\
iants/"+r+"/only/resource/"+t,schemaPath:"#/properties/invariants/items/properties/only/properties/resource/anyOf/1/items/type",keyword:"typ\
e",params:{type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),s++}}else{let i={instancePath:a+"/invariants/"+r+"/only/resourc\
e",schemaPath:"#/properties/invariants/items/properties/only/properties/resource/anyOf/1/type",keyword:"type",params:{type:"array"},message:"\
must be array"};e===null?e=[i]:e.push(i),s++}var Ae=y===s;if(c=c||Ae,c)s=o,e!==null&&(o?e.length=o:e=null);else{let i={instancePath:a+"/inva\
riants/"+r+"/only/resource",schemaPath:"#/properties/invariants/items/properties/only/properties/resource/anyOf",keyword:"anyOf",params:{},message:"\
must match a schema in anyOf"};e===null?e=[i]:e.push(i),s++}}if(l.flow!==void 0){let n=l.flow,o=s,c=!1,u=s;if(typeof n!="string"){let t={instancePath:a+
"/invariants/"+r+"/only/flow",schemaPath:"#/properties/invariants/items/properties/only/properties/flow/anyOf/0/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),s++}var B=u===s;c=c||B;let y=s;if(Array.isArray(n)){if(n.length<1){let p={
instancePath:a+"/invariants/"+r+"/only/flow",schemaPath:"#/properties/invariants/items/properties/only/properties/flow/anyOf/1/minItems",keyword:"\
minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[p]:e.push(p),s++}let t=n.length;for(let p=0;p<t;p++)if(typeof n[p]!=
"string"){let f={instancePath:a+"/invariants/"+r+"/only/flow/"+p,schemaPath:"#/properties/invariants/items/properties/only/properties/flow/a\
nyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[f]:e.push(f),s++}}else{let t={instancePath:a+
"/invariants/"+r+"/only/flow",schemaPath:"#/properties/invariants/items/properties/only/properties/flow/anyOf/1/type",keyword:"type",params:{
type:"array"},message:"must be array"};e===null?e=[t]:e.push(t),s++}var B=y===s;c=c||B;let i=s;if(n&&typeof n=="object"&&!Array.isArray(n))for(let t in n){
let p=n[t],f=s,m=!1,k=s;if(p&&typeof p=="object"&&!Array.isArray(p))for(let h in p){let w=p[h],j=s,x=!1,O=s;if(typeof w!="string"){let P={instancePath:a+
"/invariants/"+r+"/only/flow/"+t.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+h.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/propertie\
s/invariants/items/properties/only/properties/flow/anyOf/2/additionalProperties/anyOf/0/additionalProperties/anyOf/0/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[P]:e.push(P),s++}var Z=O===s;x=x||Z;let I=s;if(typeof w!="boolean"){let P={instancePath:a+
"/invariants/"+r+"/only/flow/"+t.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+h.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/propertie\
s/invariants/items/properties/only/properties/flow/anyOf/2/additionalProperties/anyOf/0/additionalProperties/anyOf/1/type",keyword:"type",params:{
type:"boolean"},message:"must be boolean"};e===null?e=[P]:e.push(P),s++}var Z=I===s;x=x||Z;let T=s;if(w&&typeof w=="object"&&!Array.isArray(
w)){for(let P in w)if(typeof w[P]!="string"){let C={instancePath:a+"/invariants/"+r+"/only/flow/"+t.replace(/~/g,"~0").replace(/\//g,"~1")+"\
/"+h.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+P.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/propertie\
s/only/properties/flow/anyOf/2/additionalProperties/anyOf/0/additionalProperties/anyOf/2/additionalProperties/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[C]:e.push(C),s++}}else{let P={instancePath:a+"/invariants/"+r+"/only/flow/"+t.replace(/~/g,"~\
0").replace(/\//g,"~1")+"/"+h.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/only/properties/fl\
ow/anyOf/2/additionalProperties/anyOf/0/additionalProperties/anyOf/2/type",keyword:"type",params:{type:"object"},message:"must be object"};e===
null?e=[P]:e.push(P),s++}var Z=T===s;if(x=x||Z,x)s=j,e!==null&&(j?e.length=j:e=null);else{let P={instancePath:a+"/invariants/"+r+"/only/flow\
/"+t.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+h.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/propertie\
s/only/properties/flow/anyOf/2/additionalProperties/anyOf/0/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a sche\
ma in anyOf"};e===null?e=[P]:e.push(P),s++}}else{let h={instancePath:a+"/invariants/"+r+"/only/flow/"+t.replace(/~/g,"~0").replace(/\//g,"~1"),
schemaPath:"#/properties/invariants/items/properties/only/properties/flow/anyOf/2/additionalProperties/anyOf/0/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[h]:e.push(h),s++}var je=k===s;m=m||je;let b=s;if(p!==null){let h={instancePath:a+"/inva\
riants/"+r+"/only/flow/"+t.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/only/properties/flow/\
anyOf/2/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"null"},message:"must be null"};e===null?e=[h]:e.push(h),s++}var je=b===
s;if(m=m||je,m)s=f,e!==null&&(f?e.length=f:e=null);else{let h={instancePath:a+"/invariants/"+r+"/only/flow/"+t.replace(/~/g,"~0").replace(/\//g,
"~1"),schemaPath:"#/properties/invariants/items/properties/only/properties/flow/anyOf/2/additionalProperties/anyOf",keyword:"anyOf",params:{},
message:"must match a schema in anyOf"};e===null?e=[h]:e.push(h),s++}}else{let t={instancePath:a+"/invariants/"+r+"/only/flow",schemaPath:"#\
/properties/invariants/items/properties/only/properties/flow/anyOf/2/type",keyword:"type",params:{type:"object"},message:"must be object"};e===
null?e=[t]:e.push(t),s++}var B=i===s;if(c=c||B,c)s=o,e!==null&&(o?e.length=o:e=null);else{let t={instancePath:a+"/invariants/"+r+"/only/flow",
schemaPath:"#/properties/invariants/items/properties/only/properties/flow/anyOf",keyword:"anyOf",params:{},message:"must match a schema in a\
nyOf"};e===null?e=[t]:e.push(t),s++}}if(l.on!==void 0){let n=l.on,o=s,c=!1,u=s;if(typeof n!="string"){let i={instancePath:a+"/invariants/"+r+
"/only/on",schemaPath:"#/properties/invariants/items/properties/only/properties/on/anyOf/0/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[i]:e.push(i),s++}var _e=u===s;c=c||_e;let y=s;if(Array.isArray(n)){if(n.length<1){let t={instancePath:a+"/invar\
iants/"+r+"/only/on",schemaPath:"#/properties/invariants/items/properties/only/properties/on/anyOf/1/minItems",keyword:"minItems",params:{limit:1},
message:"must NOT have fewer than 1 items"};e===null?e=[t]:e.push(t),s++}let i=n.length;for(let t=0;t<i;t++)if(typeof n[t]!="string"){let p={
instancePath:a+"/invariants/"+r+"/only/on/"+t,schemaPath:"#/properties/invariants/items/properties/only/properties/on/anyOf/1/items/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),s++}}else{let i={instancePath:a+"/invariants/"+r+"/only/on",
schemaPath:"#/properties/invariants/items/properties/only/properties/on/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be \
array"};e===null?e=[i]:e.push(i),s++}var _e=y===s;if(c=c||_e,c)s=o,e!==null&&(o?e.length=o:e=null);else{let i={instancePath:a+"/invariants/"+
r+"/only/on",schemaPath:"#/properties/invariants/items/properties/only/properties/on/anyOf",keyword:"anyOf",params:{},message:"must match a \
schema in anyOf"};e===null?e=[i]:e.push(i),s++}}if(l.encryptionContext!==void 0){let n=l.encryptionContext;if(n&&typeof n=="object"&&!Array.
isArray(n))for(let o in n){let c=n[o],u=s,y=!1,i=s;if(typeof c!="string"){let p={instancePath:a+"/invariants/"+r+"/only/encryptionContext/"+
o.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/only/properties/encryptionContext/additionalPr\
operties/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),s++}var Ie=i===s;y=y||Ie;let t=s;
if(Array.isArray(c)){if(c.length<1){let f={instancePath:a+"/invariants/"+r+"/only/encryptionContext/"+o.replace(/~/g,"~0").replace(/\//g,"~1"),
schemaPath:"#/properties/invariants/items/properties/only/properties/encryptionContext/additionalProperties/anyOf/1/minItems",keyword:"minIt\
ems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[f]:e.push(f),s++}let p=c.length;for(let f=0;f<p;f++)if(typeof c[f]!=
"string"){let m={instancePath:a+"/invariants/"+r+"/only/encryptionContext/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+f,schemaPath:"#/pro\
perties/invariants/items/properties/only/properties/encryptionContext/additionalProperties/anyOf/1/items/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[m]:e.push(m),s++}}else{let p={instancePath:a+"/invariants/"+r+"/only/encryptionContext/"+o.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/only/properties/encryptionContext/additionalProperties/a\
nyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),s++}var Ie=t===s;if(y=y||Ie,y)s=u,e!==null&&
(u?e.length=u:e=null);else{let p={instancePath:a+"/invariants/"+r+"/only/encryptionContext/"+o.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/invariants/items/properties/only/properties/encryptionContext/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"mu\
st match a schema in anyOf"};e===null?e=[p]:e.push(p),s++}}else{let o={instancePath:a+"/invariants/"+r+"/only/encryptionContext",schemaPath:"\
#/properties/invariants/items/properties/only/properties/encryptionContext/type",keyword:"type",params:{type:"object"},message:"must be obje\
ct"};e===null?e=[o]:e.push(o),s++}}if(l.viaService!==void 0){let n=l.viaService,o=s,c=!1,u=s;if(typeof n!="string"){let i={instancePath:a+"/\
invariants/"+r+"/only/viaService",schemaPath:"#/properties/invariants/items/properties/only/properties/viaService/anyOf/0/type",keyword:"typ\
e",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),s++}var Te=u===s;c=c||Te;let y=s;if(Array.isArray(n)){if(n.length<
1){let t={instancePath:a+"/invariants/"+r+"/only/viaService",schemaPath:"#/properties/invariants/items/properties/only/properties/viaService\
/anyOf/1/minItems",keyword:"minItems",params:{limit:1},message:"must NOT have fewer than 1 items"};e===null?e=[t]:e.push(t),s++}let i=n.length;
for(let t=0;t<i;t++)if(typeof n[t]!="string"){let p={instancePath:a+"/invariants/"+r+"/only/viaService/"+t,schemaPath:"#/properties/invarian\
ts/items/properties/only/properties/viaService/anyOf/1/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[p]:e.push(p),s++}}else{let i={instancePath:a+"/invariants/"+r+"/only/viaService",schemaPath:"#/properties/invariants/items/properties/onl\
y/properties/viaService/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[i]:e.push(i),s++}var Te=y===
s;if(c=c||Te,c)s=o,e!==null&&(o?e.length=o:e=null);else{let i={instancePath:a+"/invariants/"+r+"/only/viaService",schemaPath:"#/properties/i\
nvariants/items/properties/only/properties/viaService/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[i]:
e.push(i),s++}}if(l.context!==void 0){let n=l.context;if(n&&typeof n=="object"&&!Array.isArray(n))for(let o in n){let c=n[o],u=s,y=!1,i=s;if(typeof c!=
"string"){let m={instancePath:a+"/invariants/"+r+"/only/context/"+o.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invarian\
ts/items/properties/only/properties/context/additionalProperties/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};
e===null?e=[m]:e.push(m),s++}var V=i===s;y=y||V;let t=s;if(!(typeof c=="number"&&isFinite(c))){let m={instancePath:a+"/invariants/"+r+"/only\
/context/"+o.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/only/properties/context/additionalP\
roperties/anyOf/1/type",keyword:"type",params:{type:"number"},message:"must be number"};e===null?e=[m]:e.push(m),s++}var V=t===s;y=y||V;let p=s;
if(typeof c!="boolean"){let m={instancePath:a+"/invariants/"+r+"/only/context/"+o.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/prope\
rties/invariants/items/properties/only/properties/context/additionalProperties/anyOf/2/type",keyword:"type",params:{type:"boolean"},message:"\
must be boolean"};e===null?e=[m]:e.push(m),s++}var V=p===s;y=y||V;let f=s;if(Array.isArray(c)){let m=c.length;for(let k=0;k<m;k++)if(typeof c[k]!=
"string"){let b={instancePath:a+"/invariants/"+r+"/only/context/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+k,schemaPath:"#/properties/in\
variants/items/properties/only/properties/context/additionalProperties/anyOf/3/items/type",keyword:"type",params:{type:"string"},message:"mu\
st be string"};e===null?e=[b]:e.push(b),s++}}else{let m={instancePath:a+"/invariants/"+r+"/only/context/"+o.replace(/~/g,"~0").replace(/\//g,
"~1"),schemaPath:"#/properties/invariants/items/properties/only/properties/context/additionalProperties/anyOf/3/type",keyword:"type",params:{
type:"array"},message:"must be array"};e===null?e=[m]:e.push(m),s++}var V=f===s;if(y=y||V,y)s=u,e!==null&&(u?e.length=u:e=null);else{let m={
instancePath:a+"/invariants/"+r+"/only/context/"+o.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properti\
es/only/properties/context/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[m]:e.push(
m),s++}}else{let o={instancePath:a+"/invariants/"+r+"/only/context",schemaPath:"#/properties/invariants/items/properties/only/properties/con\
text/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[o]:e.push(o),s++}}if(l.unless!==void 0){let n=l.unless;
if(n&&typeof n=="object"&&!Array.isArray(n))for(let o in n){let c=n[o],u=s,y=!1,i=s;if(typeof c!="string"){let m={instancePath:a+"/invariant\
s/"+r+"/only/unless/"+o.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/only/properties/unless/a\
dditionalProperties/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[m]:e.push(m),s++}var F=i===s;y=
y||F;let t=s;if(!(typeof c=="number"&&isFinite(c))){let m={instancePath:a+"/invariants/"+r+"/only/unless/"+o.replace(/~/g,"~0").replace(/\//g,
"~1"),schemaPath:"#/properties/invariants/items/properties/only/properties/unless/additionalProperties/anyOf/1/type",keyword:"type",params:{
type:"number"},message:"must be number"};e===null?e=[m]:e.push(m),s++}var F=t===s;y=y||F;let p=s;if(typeof c!="boolean"){let m={instancePath:a+
"/invariants/"+r+"/only/unless/"+o.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/only/properti\
es/unless/additionalProperties/anyOf/2/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[m]:e.push(m),s++}
var F=p===s;y=y||F;let f=s;if(Array.isArray(c)){let m=c.length;for(let k=0;k<m;k++)if(typeof c[k]!="string"){let b={instancePath:a+"/invaria\
nts/"+r+"/only/unless/"+o.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+k,schemaPath:"#/properties/invariants/items/properties/only/properties/\
unless/additionalProperties/anyOf/3/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[b]:e.push(b),s++}}else{
let m={instancePath:a+"/invariants/"+r+"/only/unless/"+o.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/pr\
operties/only/properties/unless/additionalProperties/anyOf/3/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=
[m]:e.push(m),s++}var F=f===s;if(y=y||F,y)s=u,e!==null&&(u?e.length=u:e=null);else{let m={instancePath:a+"/invariants/"+r+"/only/unless/"+o.
replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/invariants/items/properties/only/properties/unless/additionalProperties/anyO\
f",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[m]:e.push(m),s++}}else{let o={instancePath:a+"/invariants/"+
r+"/only/unless",schemaPath:"#/properties/invariants/items/properties/only/properties/unless/type",keyword:"type",params:{type:"object"},message:"\
must be object"};e===null?e=[o]:e.push(o),s++}}}else{let n={instancePath:a+"/invariants/"+r+"/only",schemaPath:"#/properties/invariants/item\
s/properties/only/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[n]:e.push(n),s++}}if(d.skip!==void 0){let l=d.
skip;if(typeof l!="boolean"&&typeof l!="string"){let n={instancePath:a+"/invariants/"+r+"/skip",schemaPath:"#/properties/invariants/items/pr\
operties/skip/type",keyword:"type",params:{type:_.properties.invariants.items.properties.skip.type},message:"must be boolean,string"};e===null?
e=[n]:e.push(n),s++}}}else{let l={instancePath:a+"/invariants/"+r,schemaPath:"#/properties/invariants/items/type",keyword:"type",params:{type:"\
object"},message:"must be object"};e===null?e=[l]:e.push(l),s++}}}else{let g={instancePath:a+"/invariants",schemaPath:"#/properties/invarian\
ts/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[g]:e.push(g),s++}}}else{let v={instancePath:a,schemaPath:"\
#/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[v]:e.push(v),s++}return H.errors=e,s===0}H.evaluated={props:!0,
dynamicProps:!1,dynamicItems:!1};var Se={"#/additionalProperties":["$schema","version","account","region","world","defaults","cases","invari\
ants"],"#/properties/defaults/additionalProperties":["principal","action","key","resource","on","account","context","encryptionContext","via\
Service","grantTokens","endpoint","time","unknown","expect"],"#/properties/cases/items/additionalProperties":["name","principal","action","k\
ey","resource","on","account","context","encryptionContext","viaService","grantTokens","endpoint","time","unknown","each","flow","roundTrip",
"expect","because","skip","only"],"#/properties/cases/items/properties/each/anyOf/0/additionalProperties":["principal","action","key","resou\
rce","on","account","context","encryptionContext","viaService","grantTokens","endpoint","time","unknown","expect","because"],"#/properties/c\
ases/items/properties/each/anyOf/0/properties/expect/items/anyOf/1/additionalProperties":["outcome","via"],"#/properties/cases/items/propert\
ies/each/anyOf/1/items/additionalProperties":["principal","action","key","resource","on","account","context","encryptionContext","viaService",
"grantTokens","endpoint","time","unknown","expect","because"],"#/properties/cases/items/properties/each/anyOf/1/items/properties/expect/anyO\
f/1/additionalProperties":["outcome","via"],"#/properties/cases/items/properties/roundTrip/additionalProperties":["writer","reader","with","\
key","encryptionContext","readerContext"],"#/properties/cases/items/properties/expect/anyOf/1/additionalProperties":["outcome","via"],"#/pro\
perties/invariants/items/additionalProperties":["name","never","always","only","skip"],"#/properties/invariants/items/properties/never/addit\
ionalProperties":["principal","action","key","resource","flow","on","encryptionContext","viaService","context","unless"],"#/properties/invar\
iants/items/properties/always/additionalProperties":["principal","action","key","resource","flow","on","encryptionContext","viaService","con\
text","unless"],"#/properties/invariants/items/properties/only/additionalProperties":["principal","action","key","resource","flow","on","enc\
ryptionContext","viaService","context","unless"]},Ge=A=>Ce(A)?[]:Ne(Ce.errors,Se);export{Ge as validateTest};
