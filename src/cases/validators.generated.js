// Compiled from the JSON Schemas of schemas/ by .build/schemas.ts: run `npm run schemas`, never edit.
import{readFaults as N}from"../world/faults.ts";var R=I,q={$schema:"https://json-schema.org/draft/2020-12/schema",$id:"urn:kmsward:schemas:c\
ase",title:"kmsward case",description:"One authorization question with everything that has a say: the request, the policies, the grants and \
facts about the key.",type:"object",properties:{$schema:{type:"string"},id:{description:"Given back with the answer.",type:["string","number"]},
request:{type:"object",properties:{principal:{anyOf:[{type:"string"},{type:"object",properties:{arn:{type:"string",description:"Of a user, r\
ole, session, federated user or account root; a service principal; or anonymous."},roleArn:{description:"Of an assumed-role session: the rol\
e's full ARN, path included.",type:"string"},userArn:{description:"Of a federated-user session: the user, or root user, that issued it.",type:"\
string"},userId:{description:"AIDA\u2026, AROA\u2026 or AROA\u2026:session.",type:"string"},tags:{description:"aws:PrincipalTag/\u2026",type:"\
object",additionalProperties:{type:"string"}},orgId:{description:"aws:PrincipalOrgID",type:"string"},orgPath:{description:"aws:PrincipalOrgP\
aths",type:"string"},serviceLinkedRole:{description:"No service or resource control policy binds it.",type:"boolean"},managementAccount:{description:"\
Of the organization: no service control policy binds it.",type:"boolean"},mfaAgeSeconds:{description:"Since the second factor was given; abs\
ent: it was not.",type:"number",minimum:0},sourceIdentity:{description:"aws:SourceIdentity",type:"string"}},required:["arn"],additionalProperties:!1}],
description:"Who asks: an ARN, a service principal, anonymous, or an object that says more."},action:{type:"string",description:"kms:Decrypt"},
resource:{type:"string",description:"An ARN, or * where the operation names none."},resourceAccount:{description:"Absent: the account in the\
 ARN.",type:"string",pattern:"^[0-9]{12}$"},context:{description:"Condition keys as given; they win over derived ones.",type:"object",additionalProperties:{
anyOf:[{type:["string","number","boolean"]},{type:"array",items:{type:["string","number","boolean"]}}]}},encryptionContext:{description:"The\
 call's real map: feeds kms:EncryptionContext:\u2026, kms:EncryptionContextKeys and the constraints of grants.",type:"object",additionalProperties:{
type:"string"}},viaService:{description:"A call that a service forwards: s3.us-east-1.amazonaws.com. Feeds kms:ViaService, aws:ViaAWSService\
 and aws:CalledVia\u2026.",type:"string"},grantTokens:{description:"Those that the call brings.",type:"array",items:{type:"string"}},time:{description:"\
ISO 8601 in UTC where it names no zone; feeds aws:CurrentTime and aws:EpochTime. AWS sends them with every request: without it they are unkn\
own.",type:"string"},unknown:{description:"Condition keys whose value is not known, families of them (kms:EncryptionContext:), or * for all \
that is not told: where one would decide, the answer is undetermined.",type:"array",items:{type:"string"}}},required:["principal","action","\
resource"],additionalProperties:!1,description:"Who asks for what, of which resource, in what circumstances."},policies:{description:"All th\
at have a say.",type:"object",properties:{resource:{description:"The key policy; for other services their resource policy, for sts:AssumeRol\
e the trust policy.",type:"object"},identity:{description:"Attached to the principal: documents, or { name, document }.",type:"array",items:{
anyOf:[{type:"object",properties:{name:{type:"string"},document:{type:"object"}},required:["name","document"],additionalProperties:!1},{type:"\
object"}]}},boundary:{description:"The permissions boundary.",anyOf:[{type:"object",properties:{name:{type:"string"},document:{type:"object"}},
required:["name","document"],additionalProperties:!1},{type:"object"}]},session:{description:"Absent: the session has none.",type:"array",items:{
anyOf:[{type:"object",properties:{name:{type:"string"},document:{type:"object"}},required:["name","document"],additionalProperties:!1},{type:"\
object"}]}},serviceControl:{description:"One list a level, the root first and the account last; absent: none apply.",type:"array",items:{type:"\
array",items:{anyOf:[{type:"object",properties:{name:{type:"string"},document:{type:"object"}},required:["name","document"],additionalProperties:!1},
{type:"object"}]}}},resourceControl:{description:"Likewise, of the resource's account; RCPFullAWSAccess is implied.",type:"array",items:{type:"\
array",items:{anyOf:[{type:"object",properties:{name:{type:"string"},document:{type:"object"}},required:["name","document"],additionalProperties:!1},
{type:"object"}]}}},endpoint:{description:"Of the VPC endpoint; absent: the request passes none.",type:"object"}},additionalProperties:!1},grants:{
description:"Those on the key.",type:"array",items:{type:"object",properties:{GrantId:{type:"string"},Name:{type:"string"},KeyId:{type:"stri\
ng"},GranteePrincipal:{description:"An ARN.",type:"string"},GranteeServicePrincipal:{description:"A service, in place of GranteePrincipal.",
type:"string"},Operations:{type:"array",items:{type:"string"},description:"Decrypt, Encrypt, \u2026"},Constraints:{type:"object",properties:{
EncryptionContextEquals:{type:"object",additionalProperties:{type:"string"}},EncryptionContextSubset:{type:"object",additionalProperties:{type:"\
string"}},SourceArn:{type:"string"}},additionalProperties:!1},RetiringPrincipal:{description:"Who may retire it.",type:"string"},RetiringServicePrincipal:{
type:"string"},IssuingAccount:{description:"An account id or its root ARN; absent: the key's account.",type:"string"},GrantToken:{type:"stri\
ng"},Propagated:{description:"false: in effect only for requests that bring its token.",type:"boolean"},CreationDate:{type:["string","number",
"boolean"]}},required:["GrantId","Operations"],additionalProperties:!1}},key:{description:"Facts that feed condition keys.",type:"object",properties:{
managedBy:{description:"aws: a key that a service made.",type:"string",enum:["customer","aws"]},aliases:{description:"kms:ResourceAliases",type:"\
array",items:{type:"string"}},tags:{description:"aws:ResourceTag/\u2026",type:"object",additionalProperties:{type:"string"}},spec:{description:"\
kms:KeySpec",type:"string"},usage:{description:"kms:KeyUsage",type:"string"},origin:{description:"kms:KeyOrigin",type:"string"},multiRegion:{
description:"kms:MultiRegion",type:"boolean"},multiRegionKeyType:{description:"kms:MultiRegionKeyType",type:"string",enum:["PRIMARY","REPLIC\
A"]}},additionalProperties:!1}},required:["request"],additionalProperties:!1},C=Object.prototype.hasOwnProperty,E=new RegExp("^[0-9]{12}$","\
u");function I(m,{instancePath:s="",parentData:_,parentDataProperty:G,rootData:K=m,dynamicAnchors:D={}}={}){let e=null,r=0,A=I.evaluated;if(A.
dynamicProps&&(A.props=void 0),A.dynamicItems&&(A.items=void 0),m&&typeof m=="object"&&!Array.isArray(m)){if(m.request===void 0){let i={instancePath:s,
schemaPath:"#/required",keyword:"required",params:{missingProperty:"request"},message:"must have required property 'request'"};e===null?e=[i]:
e.push(i),r++}for(let i in m)if(!(i==="$schema"||i==="id"||i==="request"||i==="policies"||i==="grants"||i==="key")){let t={instancePath:s,schemaPath:"\
#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:i},message:"must NOT have additional properties"};e===null?
e=[t]:e.push(t),r++}if(m.$schema!==void 0&&typeof m.$schema!="string"){let i={instancePath:s+"/$schema",schemaPath:"#/properties/%24schema/t\
ype",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}if(m.id!==void 0){let i=m.id;if(typeof i!=
"string"&&!(typeof i=="number"&&isFinite(i))){let t={instancePath:s+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type:q.properties.
id.type},message:"must be string,number"};e===null?e=[t]:e.push(t),r++}}if(m.request!==void 0){let i=m.request;if(i&&typeof i=="object"&&!Array.
isArray(i)){if(i.principal===void 0){let t={instancePath:s+"/request",schemaPath:"#/properties/request/required",keyword:"required",params:{
missingProperty:"principal"},message:"must have required property 'principal'"};e===null?e=[t]:e.push(t),r++}if(i.action===void 0){let t={instancePath:s+
"/request",schemaPath:"#/properties/request/required",keyword:"required",params:{missingProperty:"action"},message:"must have required prope\
rty 'action'"};e===null?e=[t]:e.push(t),r++}if(i.resource===void 0){let t={instancePath:s+"/request",schemaPath:"#/properties/request/requir\
ed",keyword:"required",params:{missingProperty:"resource"},message:"must have required property 'resource'"};e===null?e=[t]:e.push(t),r++}for(let t in i)
if(!C.call(q.properties.request.properties,t)){let n={instancePath:s+"/request",schemaPath:"#/properties/request/additionalProperties",keyword:"\
additionalProperties",params:{additionalProperty:t},message:"must NOT have additional properties"};e===null?e=[n]:e.push(n),r++}if(i.principal!==
void 0){let t=i.principal,n=r,p=!1,a=r;if(typeof t!="string"){let o={instancePath:s+"/request/principal",schemaPath:"#/properties/request/pr\
operties/principal/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),r++}var v=a===r;p=
p||v;let y=r;if(t&&typeof t=="object"&&!Array.isArray(t)){if(t.arn===void 0){let o={instancePath:s+"/request/principal",schemaPath:"#/proper\
ties/request/properties/principal/anyOf/1/required",keyword:"required",params:{missingProperty:"arn"},message:"must have required property '\
arn'"};e===null?e=[o]:e.push(o),r++}for(let o in t)if(!C.call(q.properties.request.properties.principal.anyOf[1].properties,o)){let u={instancePath:s+
"/request/principal",schemaPath:"#/properties/request/properties/principal/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{
additionalProperty:o},message:"must NOT have additional properties"};e===null?e=[u]:e.push(u),r++}if(t.arn!==void 0&&typeof t.arn!="string"){
let o={instancePath:s+"/request/principal/arn",schemaPath:"#/properties/request/properties/principal/anyOf/1/properties/arn/type",keyword:"t\
ype",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),r++}if(t.roleArn!==void 0&&typeof t.roleArn!="string"){let o={
instancePath:s+"/request/principal/roleArn",schemaPath:"#/properties/request/properties/principal/anyOf/1/properties/roleArn/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),r++}if(t.userArn!==void 0&&typeof t.userArn!="string"){let o={
instancePath:s+"/request/principal/userArn",schemaPath:"#/properties/request/properties/principal/anyOf/1/properties/userArn/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),r++}if(t.userId!==void 0&&typeof t.userId!="string"){let o={
instancePath:s+"/request/principal/userId",schemaPath:"#/properties/request/properties/principal/anyOf/1/properties/userId/type",keyword:"ty\
pe",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),r++}if(t.tags!==void 0){let o=t.tags;if(o&&typeof o=="object"&&
!Array.isArray(o)){for(let u in o)if(typeof o[u]!="string"){let h={instancePath:s+"/request/principal/tags/"+u.replace(/~/g,"~0").replace(/\//g,
"~1"),schemaPath:"#/properties/request/properties/principal/anyOf/1/properties/tags/additionalProperties/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[h]:e.push(h),r++}}else{let u={instancePath:s+"/request/principal/tags",schemaPath:"#/properti\
es/request/properties/principal/anyOf/1/properties/tags/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[u]:
e.push(u),r++}}if(t.orgId!==void 0&&typeof t.orgId!="string"){let o={instancePath:s+"/request/principal/orgId",schemaPath:"#/properties/requ\
est/properties/principal/anyOf/1/properties/orgId/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(
o),r++}if(t.orgPath!==void 0&&typeof t.orgPath!="string"){let o={instancePath:s+"/request/principal/orgPath",schemaPath:"#/properties/reques\
t/properties/principal/anyOf/1/properties/orgPath/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(
o),r++}if(t.serviceLinkedRole!==void 0&&typeof t.serviceLinkedRole!="boolean"){let o={instancePath:s+"/request/principal/serviceLinkedRole",
schemaPath:"#/properties/request/properties/principal/anyOf/1/properties/serviceLinkedRole/type",keyword:"type",params:{type:"boolean"},message:"\
must be boolean"};e===null?e=[o]:e.push(o),r++}if(t.managementAccount!==void 0&&typeof t.managementAccount!="boolean"){let o={instancePath:s+
"/request/principal/managementAccount",schemaPath:"#/properties/request/properties/principal/anyOf/1/properties/managementAccount/type",keyword:"\
type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[o]:e.push(o),r++}if(t.mfaAgeSeconds!==void 0){let o=t.mfaAgeSeconds;if(typeof o==
"number"&&isFinite(o)){if(o<0||isNaN(o)){let u={instancePath:s+"/request/principal/mfaAgeSeconds",schemaPath:"#/properties/request/propertie\
s/principal/anyOf/1/properties/mfaAgeSeconds/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"};e===null?e=
[u]:e.push(u),r++}}else{let u={instancePath:s+"/request/principal/mfaAgeSeconds",schemaPath:"#/properties/request/properties/principal/anyOf\
/1/properties/mfaAgeSeconds/type",keyword:"type",params:{type:"number"},message:"must be number"};e===null?e=[u]:e.push(u),r++}}if(t.sourceIdentity!==
void 0&&typeof t.sourceIdentity!="string"){let o={instancePath:s+"/request/principal/sourceIdentity",schemaPath:"#/properties/request/proper\
ties/principal/anyOf/1/properties/sourceIdentity/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(
o),r++}}else{let o={instancePath:s+"/request/principal",schemaPath:"#/properties/request/properties/principal/anyOf/1/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[o]:e.push(o),r++}var v=y===r;if(p=p||v,p)r=n,e!==null&&(n?e.length=n:e=null);else{let o={
instancePath:s+"/request/principal",schemaPath:"#/properties/request/properties/principal/anyOf",keyword:"anyOf",params:{},message:"must mat\
ch a schema in anyOf"};e===null?e=[o]:e.push(o),r++}}if(i.action!==void 0&&typeof i.action!="string"){let t={instancePath:s+"/request/action",
schemaPath:"#/properties/request/properties/action/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(
t),r++}if(i.resource!==void 0&&typeof i.resource!="string"){let t={instancePath:s+"/request/resource",schemaPath:"#/properties/request/prope\
rties/resource/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}if(i.resourceAccount!==void 0){
let t=i.resourceAccount;if(typeof t=="string"){if(!E.test(t)){let n={instancePath:s+"/request/resourceAccount",schemaPath:"#/properties/requ\
est/properties/resourceAccount/pattern",keyword:"pattern",params:{pattern:"^[0-9]{12}$"},message:'must match pattern "^[0-9]{12}$"'};e===null?
e=[n]:e.push(n),r++}}else{let n={instancePath:s+"/request/resourceAccount",schemaPath:"#/properties/request/properties/resourceAccount/type",
keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),r++}}if(i.context!==void 0){let t=i.context;if(t&&typeof t==
"object"&&!Array.isArray(t))for(let n in t){let p=t[n],a=r,y=!1,o=r;if(typeof p!="string"&&!(typeof p=="number"&&isFinite(p))&&typeof p!="bo\
olean"){let h={instancePath:s+"/request/context/"+n.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/request/properties/conte\
xt/additionalProperties/anyOf/0/type",keyword:"type",params:{type:q.properties.request.properties.context.additionalProperties.anyOf[0].type},
message:"must be string,number,boolean"};e===null?e=[h]:e.push(h),r++}var O=o===r;y=y||O;let u=r;if(Array.isArray(p)){let h=p.length;for(let l=0;l<
h;l++){let b=p[l];if(typeof b!="string"&&!(typeof b=="number"&&isFinite(b))&&typeof b!="boolean"){let j={instancePath:s+"/request/context/"+
n.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+l,schemaPath:"#/properties/request/properties/context/additionalProperties/anyOf/1/items/type",
keyword:"type",params:{type:q.properties.request.properties.context.additionalProperties.anyOf[1].items.type},message:"must be string,number\
,boolean"};e===null?e=[j]:e.push(j),r++}}}else{let h={instancePath:s+"/request/context/"+n.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/request/properties/context/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===
null?e=[h]:e.push(h),r++}var O=u===r;if(y=y||O,y)r=a,e!==null&&(a?e.length=a:e=null);else{let h={instancePath:s+"/request/context/"+n.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/request/properties/context/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"\
must match a schema in anyOf"};e===null?e=[h]:e.push(h),r++}}else{let n={instancePath:s+"/request/context",schemaPath:"#/properties/request/\
properties/context/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[n]:e.push(n),r++}}if(i.encryptionContext!==
void 0){let t=i.encryptionContext;if(t&&typeof t=="object"&&!Array.isArray(t)){for(let n in t)if(typeof t[n]!="string"){let p={instancePath:s+
"/request/encryptionContext/"+n.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/request/properties/encryptionContext/additio\
nalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),r++}}else{let n={instancePath:s+
"/request/encryptionContext",schemaPath:"#/properties/request/properties/encryptionContext/type",keyword:"type",params:{type:"object"},message:"\
must be object"};e===null?e=[n]:e.push(n),r++}}if(i.viaService!==void 0&&typeof i.viaService!="string"){let t={instancePath:s+"/request/viaS\
ervice",schemaPath:"#/properties/request/properties/viaService/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[t]:e.push(t),r++}if(i.grantTokens!==void 0){let t=i.grantTokens;if(Array.isArray(t)){let n=t.length;for(let p=0;p<n;p++)if(typeof t[p]!="\
string"){let a={instancePath:s+"/request/grantTokens/"+p,schemaPath:"#/properties/request/properties/grantTokens/items/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}}else{let n={instancePath:s+"/request/grantTokens",schemaPath:"\
#/properties/request/properties/grantTokens/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[n]:e.push(n),r++}}
if(i.time!==void 0&&typeof i.time!="string"){let t={instancePath:s+"/request/time",schemaPath:"#/properties/request/properties/time/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}if(i.unknown!==void 0){let t=i.unknown;if(Array.isArray(
t)){let n=t.length;for(let p=0;p<n;p++)if(typeof t[p]!="string"){let a={instancePath:s+"/request/unknown/"+p,schemaPath:"#/properties/reques\
t/properties/unknown/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}}else{let n={instancePath:s+
"/request/unknown",schemaPath:"#/properties/request/properties/unknown/type",keyword:"type",params:{type:"array"},message:"must be array"};e===
null?e=[n]:e.push(n),r++}}}else{let t={instancePath:s+"/request",schemaPath:"#/properties/request/type",keyword:"type",params:{type:"object"},
message:"must be object"};e===null?e=[t]:e.push(t),r++}}if(m.policies!==void 0){let i=m.policies;if(i&&typeof i=="object"&&!Array.isArray(i)){
for(let t in i)if(!(t==="resource"||t==="identity"||t==="boundary"||t==="session"||t==="serviceControl"||t==="resourceControl"||t==="endpoin\
t")){let n={instancePath:s+"/policies",schemaPath:"#/properties/policies/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:t},
message:"must NOT have additional properties"};e===null?e=[n]:e.push(n),r++}if(i.resource!==void 0){let t=i.resource;if(!(t&&typeof t=="obje\
ct"&&!Array.isArray(t))){let n={instancePath:s+"/policies/resource",schemaPath:"#/properties/policies/properties/resource/type",keyword:"typ\
e",params:{type:"object"},message:"must be object"};e===null?e=[n]:e.push(n),r++}}if(i.identity!==void 0){let t=i.identity;if(Array.isArray(
t)){let n=t.length;for(let p=0;p<n;p++){let a=t[p],y=r,o=!1,u=r;if(a&&typeof a=="object"&&!Array.isArray(a)){if(a.name===void 0){let l={instancePath:s+
"/policies/identity/"+p,schemaPath:"#/properties/policies/properties/identity/items/anyOf/0/required",keyword:"required",params:{missingProperty:"\
name"},message:"must have required property 'name'"};e===null?e=[l]:e.push(l),r++}if(a.document===void 0){let l={instancePath:s+"/policies/i\
dentity/"+p,schemaPath:"#/properties/policies/properties/identity/items/anyOf/0/required",keyword:"required",params:{missingProperty:"docume\
nt"},message:"must have required property 'document'"};e===null?e=[l]:e.push(l),r++}for(let l in a)if(!(l==="name"||l==="document")){let b={
instancePath:s+"/policies/identity/"+p,schemaPath:"#/properties/policies/properties/identity/items/anyOf/0/additionalProperties",keyword:"ad\
ditionalProperties",params:{additionalProperty:l},message:"must NOT have additional properties"};e===null?e=[b]:e.push(b),r++}if(a.name!==void 0&&
typeof a.name!="string"){let l={instancePath:s+"/policies/identity/"+p+"/name",schemaPath:"#/properties/policies/properties/identity/items/a\
nyOf/0/properties/name/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),r++}if(a.document!==void 0){
let l=a.document;if(!(l&&typeof l=="object"&&!Array.isArray(l))){let b={instancePath:s+"/policies/identity/"+p+"/document",schemaPath:"#/pro\
perties/policies/properties/identity/items/anyOf/0/properties/document/type",keyword:"type",params:{type:"object"},message:"must be object"};
e===null?e=[b]:e.push(b),r++}}}else{let l={instancePath:s+"/policies/identity/"+p,schemaPath:"#/properties/policies/properties/identity/item\
s/anyOf/0/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[l]:e.push(l),r++}var c=u===r;o=o||c;let h=r;if(!(a&&
typeof a=="object"&&!Array.isArray(a))){let l={instancePath:s+"/policies/identity/"+p,schemaPath:"#/properties/policies/properties/identity/\
items/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[l]:e.push(l),r++}var c=h===r;if(o=o||c,o)r=y,
e!==null&&(y?e.length=y:e=null);else{let l={instancePath:s+"/policies/identity/"+p,schemaPath:"#/properties/policies/properties/identity/ite\
ms/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[l]:e.push(l),r++}}}else{let n={instancePath:s+"/poli\
cies/identity",schemaPath:"#/properties/policies/properties/identity/type",keyword:"type",params:{type:"array"},message:"must be array"};e===
null?e=[n]:e.push(n),r++}}if(i.boundary!==void 0){let t=i.boundary,n=r,p=!1,a=r;if(t&&typeof t=="object"&&!Array.isArray(t)){if(t.name===void 0){
let o={instancePath:s+"/policies/boundary",schemaPath:"#/properties/policies/properties/boundary/anyOf/0/required",keyword:"required",params:{
missingProperty:"name"},message:"must have required property 'name'"};e===null?e=[o]:e.push(o),r++}if(t.document===void 0){let o={instancePath:s+
"/policies/boundary",schemaPath:"#/properties/policies/properties/boundary/anyOf/0/required",keyword:"required",params:{missingProperty:"doc\
ument"},message:"must have required property 'document'"};e===null?e=[o]:e.push(o),r++}for(let o in t)if(!(o==="name"||o==="document")){let u={
instancePath:s+"/policies/boundary",schemaPath:"#/properties/policies/properties/boundary/anyOf/0/additionalProperties",keyword:"additionalP\
roperties",params:{additionalProperty:o},message:"must NOT have additional properties"};e===null?e=[u]:e.push(u),r++}if(t.name!==void 0&&typeof t.
name!="string"){let o={instancePath:s+"/policies/boundary/name",schemaPath:"#/properties/policies/properties/boundary/anyOf/0/properties/nam\
e/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),r++}if(t.document!==void 0){let o=t.document;
if(!(o&&typeof o=="object"&&!Array.isArray(o))){let u={instancePath:s+"/policies/boundary/document",schemaPath:"#/properties/policies/proper\
ties/boundary/anyOf/0/properties/document/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[u]:e.push(u),r++}}}else{
let o={instancePath:s+"/policies/boundary",schemaPath:"#/properties/policies/properties/boundary/anyOf/0/type",keyword:"type",params:{type:"\
object"},message:"must be object"};e===null?e=[o]:e.push(o),r++}var f=a===r;p=p||f;let y=r;if(!(t&&typeof t=="object"&&!Array.isArray(t))){let o={
instancePath:s+"/policies/boundary",schemaPath:"#/properties/policies/properties/boundary/anyOf/1/type",keyword:"type",params:{type:"object"},
message:"must be object"};e===null?e=[o]:e.push(o),r++}var f=y===r;if(p=p||f,p)r=n,e!==null&&(n?e.length=n:e=null);else{let o={instancePath:s+
"/policies/boundary",schemaPath:"#/properties/policies/properties/boundary/anyOf",keyword:"anyOf",params:{},message:"must match a schema in \
anyOf"};e===null?e=[o]:e.push(o),r++}}if(i.session!==void 0){let t=i.session;if(Array.isArray(t)){let n=t.length;for(let p=0;p<n;p++){let a=t[p],
y=r,o=!1,u=r;if(a&&typeof a=="object"&&!Array.isArray(a)){if(a.name===void 0){let l={instancePath:s+"/policies/session/"+p,schemaPath:"#/pro\
perties/policies/properties/session/items/anyOf/0/required",keyword:"required",params:{missingProperty:"name"},message:"must have required p\
roperty 'name'"};e===null?e=[l]:e.push(l),r++}if(a.document===void 0){let l={instancePath:s+"/policies/session/"+p,schemaPath:"#/properties/\
policies/properties/session/items/anyOf/0/required",keyword:"required",params:{missingProperty:"document"},message:"must have required prope\
rty 'document'"};e===null?e=[l]:e.push(l),r++}for(let l in a)if(!(l==="name"||l==="document")){let b={instancePath:s+"/policies/session/"+p,
schemaPath:"#/properties/policies/properties/session/items/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:l},
message:"must NOT have additional properties"};e===null?e=[b]:e.push(b),r++}if(a.name!==void 0&&typeof a.name!="string"){let l={instancePath:s+
"/policies/session/"+p+"/name",schemaPath:"#/properties/policies/properties/session/items/anyOf/0/properties/name/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),r++}if(a.document!==void 0){let l=a.document;if(!(l&&typeof l=="object"&&!Array.
isArray(l))){let b={instancePath:s+"/policies/session/"+p+"/document",schemaPath:"#/properties/policies/properties/session/items/anyOf/0/pro\
perties/document/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[b]:e.push(b),r++}}}else{let l={instancePath:s+
"/policies/session/"+p,schemaPath:"#/properties/policies/properties/session/items/anyOf/0/type",keyword:"type",params:{type:"object"},message:"\
must be object"};e===null?e=[l]:e.push(l),r++}var g=u===r;o=o||g;let h=r;if(!(a&&typeof a=="object"&&!Array.isArray(a))){let l={instancePath:s+
"/policies/session/"+p,schemaPath:"#/properties/policies/properties/session/items/anyOf/1/type",keyword:"type",params:{type:"object"},message:"\
must be object"};e===null?e=[l]:e.push(l),r++}var g=h===r;if(o=o||g,o)r=y,e!==null&&(y?e.length=y:e=null);else{let l={instancePath:s+"/polic\
ies/session/"+p,schemaPath:"#/properties/policies/properties/session/items/anyOf",keyword:"anyOf",params:{},message:"must match a schema in \
anyOf"};e===null?e=[l]:e.push(l),r++}}}else{let n={instancePath:s+"/policies/session",schemaPath:"#/properties/policies/properties/session/t\
ype",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[n]:e.push(n),r++}}if(i.serviceControl!==void 0){let t=i.serviceControl;
if(Array.isArray(t)){let n=t.length;for(let p=0;p<n;p++){let a=t[p];if(Array.isArray(a)){let y=a.length;for(let o=0;o<y;o++){let u=a[o],h=r,
l=!1,b=r;if(u&&typeof u=="object"&&!Array.isArray(u)){if(u.name===void 0){let d={instancePath:s+"/policies/serviceControl/"+p+"/"+o,schemaPath:"\
#/properties/policies/properties/serviceControl/items/items/anyOf/0/required",keyword:"required",params:{missingProperty:"name"},message:"mu\
st have required property 'name'"};e===null?e=[d]:e.push(d),r++}if(u.document===void 0){let d={instancePath:s+"/policies/serviceControl/"+p+
"/"+o,schemaPath:"#/properties/policies/properties/serviceControl/items/items/anyOf/0/required",keyword:"required",params:{missingProperty:"\
document"},message:"must have required property 'document'"};e===null?e=[d]:e.push(d),r++}for(let d in u)if(!(d==="name"||d==="document")){let w={
instancePath:s+"/policies/serviceControl/"+p+"/"+o,schemaPath:"#/properties/policies/properties/serviceControl/items/items/anyOf/0/additiona\
lProperties",keyword:"additionalProperties",params:{additionalProperty:d},message:"must NOT have additional properties"};e===null?e=[w]:e.push(
w),r++}if(u.name!==void 0&&typeof u.name!="string"){let d={instancePath:s+"/policies/serviceControl/"+p+"/"+o+"/name",schemaPath:"#/properti\
es/policies/properties/serviceControl/items/items/anyOf/0/properties/name/type",keyword:"type",params:{type:"string"},message:"must be strin\
g"};e===null?e=[d]:e.push(d),r++}if(u.document!==void 0){let d=u.document;if(!(d&&typeof d=="object"&&!Array.isArray(d))){let w={instancePath:s+
"/policies/serviceControl/"+p+"/"+o+"/document",schemaPath:"#/properties/policies/properties/serviceControl/items/items/anyOf/0/properties/d\
ocument/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[w]:e.push(w),r++}}}else{let d={instancePath:s+"/po\
licies/serviceControl/"+p+"/"+o,schemaPath:"#/properties/policies/properties/serviceControl/items/items/anyOf/0/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[d]:e.push(d),r++}var P=b===r;l=l||P;let j=r;if(!(u&&typeof u=="object"&&!Array.isArray(
u))){let d={instancePath:s+"/policies/serviceControl/"+p+"/"+o,schemaPath:"#/properties/policies/properties/serviceControl/items/items/anyOf\
/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[d]:e.push(d),r++}var P=j===r;if(l=l||P,l)r=h,e!==null&&
(h?e.length=h:e=null);else{let d={instancePath:s+"/policies/serviceControl/"+p+"/"+o,schemaPath:"#/properties/policies/properties/serviceCon\
trol/items/items/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[d]:e.push(d),r++}}}else{let y={instancePath:s+
"/policies/serviceControl/"+p,schemaPath:"#/properties/policies/properties/serviceControl/items/type",keyword:"type",params:{type:"array"},message:"\
must be array"};e===null?e=[y]:e.push(y),r++}}}else{let n={instancePath:s+"/policies/serviceControl",schemaPath:"#/properties/policies/prope\
rties/serviceControl/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[n]:e.push(n),r++}}if(i.resourceControl!==
void 0){let t=i.resourceControl;if(Array.isArray(t)){let n=t.length;for(let p=0;p<n;p++){let a=t[p];if(Array.isArray(a)){let y=a.length;for(let o=0;o<
y;o++){let u=a[o],h=r,l=!1,b=r;if(u&&typeof u=="object"&&!Array.isArray(u)){if(u.name===void 0){let d={instancePath:s+"/policies/resourceCon\
trol/"+p+"/"+o,schemaPath:"#/properties/policies/properties/resourceControl/items/items/anyOf/0/required",keyword:"required",params:{missingProperty:"\
name"},message:"must have required property 'name'"};e===null?e=[d]:e.push(d),r++}if(u.document===void 0){let d={instancePath:s+"/policies/r\
esourceControl/"+p+"/"+o,schemaPath:"#/properties/policies/properties/resourceControl/items/items/anyOf/0/required",keyword:"required",params:{
missingProperty:"document"},message:"must have required property 'document'"};e===null?e=[d]:e.push(d),r++}for(let d in u)if(!(d==="name"||d===
"document")){let w={instancePath:s+"/policies/resourceControl/"+p+"/"+o,schemaPath:"#/properties/policies/properties/resourceControl/items/i\
tems/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:d},message:"must NOT have additional properties"};
e===null?e=[w]:e.push(w),r++}if(u.name!==void 0&&typeof u.name!="string"){let d={instancePath:s+"/policies/resourceControl/"+p+"/"+o+"/name",
schemaPath:"#/properties/policies/properties/resourceControl/items/items/anyOf/0/properties/name/type",keyword:"type",params:{type:"string"},
message:"must be string"};e===null?e=[d]:e.push(d),r++}if(u.document!==void 0){let d=u.document;if(!(d&&typeof d=="object"&&!Array.isArray(d))){
let w={instancePath:s+"/policies/resourceControl/"+p+"/"+o+"/document",schemaPath:"#/properties/policies/properties/resourceControl/items/it\
ems/anyOf/0/properties/document/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[w]:e.push(w),r++}}}else{let d={
instancePath:s+"/policies/resourceControl/"+p+"/"+o,schemaPath:"#/properties/policies/properties/resourceControl/items/items/anyOf/0/type",keyword:"\
type",params:{type:"object"},message:"must be object"};e===null?e=[d]:e.push(d),r++}var k=b===r;l=l||k;let j=r;if(!(u&&typeof u=="object"&&!Array.
isArray(u))){let d={instancePath:s+"/policies/resourceControl/"+p+"/"+o,schemaPath:"#/properties/policies/properties/resourceControl/items/i\
tems/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[d]:e.push(d),r++}var k=j===r;if(l=l||k,l)r=h,
e!==null&&(h?e.length=h:e=null);else{let d={instancePath:s+"/policies/resourceControl/"+p+"/"+o,schemaPath:"#/properties/policies/properties\
/resourceControl/items/items/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[d]:e.push(d),r++}}}else{let y={
instancePath:s+"/policies/resourceControl/"+p,schemaPath:"#/properties/policies/properties/resourceControl/items/type",keyword:"type",params:{
type:"array"},message:"must be array"};e===null?e=[y]:e.push(y),r++}}}else{let n={instancePath:s+"/policies/resourceControl",schemaPath:"#/p\
roperties/policies/properties/resourceControl/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[n]:e.push(n),r++}}
if(i.endpoint!==void 0){let t=i.endpoint;if(!(t&&typeof t=="object"&&!Array.isArray(t))){let n={instancePath:s+"/policies/endpoint",schemaPath:"\
#/properties/policies/properties/endpoint/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[n]:e.push(n),r++}}}else{
let t={instancePath:s+"/policies",schemaPath:"#/properties/policies/type",keyword:"type",params:{type:"object"},message:"must be object"};e===
null?e=[t]:e.push(t),r++}}if(m.grants!==void 0){let i=m.grants;if(Array.isArray(i)){let t=i.length;for(let n=0;n<t;n++){let p=i[n];if(p&&typeof p==
"object"&&!Array.isArray(p)){if(p.GrantId===void 0){let a={instancePath:s+"/grants/"+n,schemaPath:"#/properties/grants/items/required",keyword:"\
required",params:{missingProperty:"GrantId"},message:"must have required property 'GrantId'"};e===null?e=[a]:e.push(a),r++}if(p.Operations===
void 0){let a={instancePath:s+"/grants/"+n,schemaPath:"#/properties/grants/items/required",keyword:"required",params:{missingProperty:"Opera\
tions"},message:"must have required property 'Operations'"};e===null?e=[a]:e.push(a),r++}for(let a in p)if(!C.call(q.properties.grants.items.
properties,a)){let y={instancePath:s+"/grants/"+n,schemaPath:"#/properties/grants/items/additionalProperties",keyword:"additionalProperties",
params:{additionalProperty:a},message:"must NOT have additional properties"};e===null?e=[y]:e.push(y),r++}if(p.GrantId!==void 0&&typeof p.GrantId!=
"string"){let a={instancePath:s+"/grants/"+n+"/GrantId",schemaPath:"#/properties/grants/items/properties/GrantId/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}if(p.Name!==void 0&&typeof p.Name!="string"){let a={instancePath:s+"/g\
rants/"+n+"/Name",schemaPath:"#/properties/grants/items/properties/Name/type",keyword:"type",params:{type:"string"},message:"must be string"};
e===null?e=[a]:e.push(a),r++}if(p.KeyId!==void 0&&typeof p.KeyId!="string"){let a={instancePath:s+"/grants/"+n+"/KeyId",schemaPath:"#/proper\
ties/grants/items/properties/KeyId/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}if(p.GranteePrincipal!==
void 0&&typeof p.GranteePrincipal!="string"){let a={instancePath:s+"/grants/"+n+"/GranteePrincipal",schemaPath:"#/properties/grants/items/pr\
operties/GranteePrincipal/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}if(p.GranteeServicePrincipal!==
void 0&&typeof p.GranteeServicePrincipal!="string"){let a={instancePath:s+"/grants/"+n+"/GranteeServicePrincipal",schemaPath:"#/properties/g\
rants/items/properties/GranteeServicePrincipal/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),
r++}if(p.Operations!==void 0){let a=p.Operations;if(Array.isArray(a)){let y=a.length;for(let o=0;o<y;o++)if(typeof a[o]!="string"){let u={instancePath:s+
"/grants/"+n+"/Operations/"+o,schemaPath:"#/properties/grants/items/properties/Operations/items/type",keyword:"type",params:{type:"string"},
message:"must be string"};e===null?e=[u]:e.push(u),r++}}else{let y={instancePath:s+"/grants/"+n+"/Operations",schemaPath:"#/properties/grant\
s/items/properties/Operations/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[y]:e.push(y),r++}}if(p.Constraints!==
void 0){let a=p.Constraints;if(a&&typeof a=="object"&&!Array.isArray(a)){for(let y in a)if(!(y==="EncryptionContextEquals"||y==="EncryptionC\
ontextSubset"||y==="SourceArn")){let o={instancePath:s+"/grants/"+n+"/Constraints",schemaPath:"#/properties/grants/items/properties/Constrai\
nts/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:y},message:"must NOT have additional properties"};e===null?
e=[o]:e.push(o),r++}if(a.EncryptionContextEquals!==void 0){let y=a.EncryptionContextEquals;if(y&&typeof y=="object"&&!Array.isArray(y)){for(let o in y)
if(typeof y[o]!="string"){let u={instancePath:s+"/grants/"+n+"/Constraints/EncryptionContextEquals/"+o.replace(/~/g,"~0").replace(/\//g,"~1"),
schemaPath:"#/properties/grants/items/properties/Constraints/properties/EncryptionContextEquals/additionalProperties/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[u]:e.push(u),r++}}else{let o={instancePath:s+"/grants/"+n+"/Constraints/EncryptionConte\
xtEquals",schemaPath:"#/properties/grants/items/properties/Constraints/properties/EncryptionContextEquals/type",keyword:"type",params:{type:"\
object"},message:"must be object"};e===null?e=[o]:e.push(o),r++}}if(a.EncryptionContextSubset!==void 0){let y=a.EncryptionContextSubset;if(y&&
typeof y=="object"&&!Array.isArray(y)){for(let o in y)if(typeof y[o]!="string"){let u={instancePath:s+"/grants/"+n+"/Constraints/EncryptionC\
ontextSubset/"+o.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/grants/items/properties/Constraints/properties/EncryptionCo\
ntextSubset/additionalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[u]:e.push(u),r++}}else{let o={
instancePath:s+"/grants/"+n+"/Constraints/EncryptionContextSubset",schemaPath:"#/properties/grants/items/properties/Constraints/properties/E\
ncryptionContextSubset/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[o]:e.push(o),r++}}if(a.SourceArn!==
void 0&&typeof a.SourceArn!="string"){let y={instancePath:s+"/grants/"+n+"/Constraints/SourceArn",schemaPath:"#/properties/grants/items/prop\
erties/Constraints/properties/SourceArn/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[y]:e.push(y),r++}}else{
let y={instancePath:s+"/grants/"+n+"/Constraints",schemaPath:"#/properties/grants/items/properties/Constraints/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[y]:e.push(y),r++}}if(p.RetiringPrincipal!==void 0&&typeof p.RetiringPrincipal!="string"){
let a={instancePath:s+"/grants/"+n+"/RetiringPrincipal",schemaPath:"#/properties/grants/items/properties/RetiringPrincipal/type",keyword:"ty\
pe",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}if(p.RetiringServicePrincipal!==void 0&&typeof p.RetiringServicePrincipal!=
"string"){let a={instancePath:s+"/grants/"+n+"/RetiringServicePrincipal",schemaPath:"#/properties/grants/items/properties/RetiringServicePri\
ncipal/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}if(p.IssuingAccount!==void 0&&typeof p.
IssuingAccount!="string"){let a={instancePath:s+"/grants/"+n+"/IssuingAccount",schemaPath:"#/properties/grants/items/properties/IssuingAccou\
nt/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}if(p.GrantToken!==void 0&&typeof p.GrantToken!=
"string"){let a={instancePath:s+"/grants/"+n+"/GrantToken",schemaPath:"#/properties/grants/items/properties/GrantToken/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}if(p.Propagated!==void 0&&typeof p.Propagated!="boolean"){let a={
instancePath:s+"/grants/"+n+"/Propagated",schemaPath:"#/properties/grants/items/properties/Propagated/type",keyword:"type",params:{type:"boo\
lean"},message:"must be boolean"};e===null?e=[a]:e.push(a),r++}if(p.CreationDate!==void 0){let a=p.CreationDate;if(typeof a!="string"&&!(typeof a==
"number"&&isFinite(a))&&typeof a!="boolean"){let y={instancePath:s+"/grants/"+n+"/CreationDate",schemaPath:"#/properties/grants/items/proper\
ties/CreationDate/type",keyword:"type",params:{type:q.properties.grants.items.properties.CreationDate.type},message:"must be string,number,b\
oolean"};e===null?e=[y]:e.push(y),r++}}}else{let a={instancePath:s+"/grants/"+n,schemaPath:"#/properties/grants/items/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[a]:e.push(a),r++}}}else{let t={instancePath:s+"/grants",schemaPath:"#/properties/grants\
/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[t]:e.push(t),r++}}if(m.key!==void 0){let i=m.key;if(i&&typeof i==
"object"&&!Array.isArray(i)){for(let t in i)if(!(t==="managedBy"||t==="aliases"||t==="tags"||t==="spec"||t==="usage"||t==="origin"||t==="mul\
tiRegion"||t==="multiRegionKeyType")){let n={instancePath:s+"/key",schemaPath:"#/properties/key/additionalProperties",keyword:"additionalPro\
perties",params:{additionalProperty:t},message:"must NOT have additional properties"};e===null?e=[n]:e.push(n),r++}if(i.managedBy!==void 0){
let t=i.managedBy;if(typeof t!="string"){let n={instancePath:s+"/key/managedBy",schemaPath:"#/properties/key/properties/managedBy/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),r++}if(!(t==="customer"||t==="aws")){let n={instancePath:s+"\
/key/managedBy",schemaPath:"#/properties/key/properties/managedBy/enum",keyword:"enum",params:{allowedValues:q.properties.key.properties.managedBy.
enum},message:"must be equal to one of the allowed values"};e===null?e=[n]:e.push(n),r++}}if(i.aliases!==void 0){let t=i.aliases;if(Array.isArray(
t)){let n=t.length;for(let p=0;p<n;p++)if(typeof t[p]!="string"){let a={instancePath:s+"/key/aliases/"+p,schemaPath:"#/properties/key/proper\
ties/aliases/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}}else{let n={instancePath:s+
"/key/aliases",schemaPath:"#/properties/key/properties/aliases/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?
e=[n]:e.push(n),r++}}if(i.tags!==void 0){let t=i.tags;if(t&&typeof t=="object"&&!Array.isArray(t)){for(let n in t)if(typeof t[n]!="string"){
let p={instancePath:s+"/key/tags/"+n.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/key/properties/tags/additionalPropertie\
s/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),r++}}else{let n={instancePath:s+"/key/tags",
schemaPath:"#/properties/key/properties/tags/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[n]:e.push(n),
r++}}if(i.spec!==void 0&&typeof i.spec!="string"){let t={instancePath:s+"/key/spec",schemaPath:"#/properties/key/properties/spec/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}if(i.usage!==void 0&&typeof i.usage!="string"){let t={instancePath:s+
"/key/usage",schemaPath:"#/properties/key/properties/usage/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=
[t]:e.push(t),r++}if(i.origin!==void 0&&typeof i.origin!="string"){let t={instancePath:s+"/key/origin",schemaPath:"#/properties/key/properti\
es/origin/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}if(i.multiRegion!==void 0&&typeof i.
multiRegion!="boolean"){let t={instancePath:s+"/key/multiRegion",schemaPath:"#/properties/key/properties/multiRegion/type",keyword:"type",params:{
type:"boolean"},message:"must be boolean"};e===null?e=[t]:e.push(t),r++}if(i.multiRegionKeyType!==void 0){let t=i.multiRegionKeyType;if(typeof t!=
"string"){let n={instancePath:s+"/key/multiRegionKeyType",schemaPath:"#/properties/key/properties/multiRegionKeyType/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),r++}if(!(t==="PRIMARY"||t==="REPLICA")){let n={instancePath:s+"/key/multiR\
egionKeyType",schemaPath:"#/properties/key/properties/multiRegionKeyType/enum",keyword:"enum",params:{allowedValues:q.properties.key.properties.
multiRegionKeyType.enum},message:"must be equal to one of the allowed values"};e===null?e=[n]:e.push(n),r++}}}else{let t={instancePath:s+"/k\
ey",schemaPath:"#/properties/key/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[t]:e.push(t),r++}}}else{let i={
instancePath:s,schemaPath:"#/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[i]:e.push(i),r++}return I.errors=
e,r===0}I.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};var T=S,x={$schema:"https://json-schema.org/draft/2020-12/schema",$id:"urn:km\
sward:schemas:request",title:"kmsward request",description:"Who asks for which action on which resource, and in what context: the `request` \
of a case.",type:"object",properties:{principal:{anyOf:[{type:"string"},{type:"object",properties:{arn:{type:"string",description:"Of a user\
, role, session, federated user or account root; a service principal; or anonymous."},roleArn:{description:"Of an assumed-role session: the \
role's full ARN, path included.",type:"string"},userArn:{description:"Of a federated-user session: the user, or root user, that issued it.",
type:"string"},userId:{description:"AIDA\u2026, AROA\u2026 or AROA\u2026:session.",type:"string"},tags:{description:"aws:PrincipalTag/\u2026",
type:"object",additionalProperties:{type:"string"}},orgId:{description:"aws:PrincipalOrgID",type:"string"},orgPath:{description:"aws:Princip\
alOrgPaths",type:"string"},serviceLinkedRole:{description:"No service or resource control policy binds it.",type:"boolean"},managementAccount:{
description:"Of the organization: no service control policy binds it.",type:"boolean"},mfaAgeSeconds:{description:"Since the second factor w\
as given; absent: it was not.",type:"number",minimum:0},sourceIdentity:{description:"aws:SourceIdentity",type:"string"}},required:["arn"],additionalProperties:!1}],
description:"Who asks: an ARN, a service principal, anonymous, or an object that says more."},action:{type:"string",description:"kms:Decrypt"},
resource:{type:"string",description:"An ARN, or * where the operation names none."},resourceAccount:{description:"Absent: the account in the\
 ARN.",type:"string",pattern:"^[0-9]{12}$"},context:{description:"Condition keys as given; they win over derived ones.",type:"object",additionalProperties:{
anyOf:[{type:["string","number","boolean"]},{type:"array",items:{type:["string","number","boolean"]}}]}},encryptionContext:{description:"The\
 call's real map: feeds kms:EncryptionContext:\u2026, kms:EncryptionContextKeys and the constraints of grants.",type:"object",additionalProperties:{
type:"string"}},viaService:{description:"A call that a service forwards: s3.us-east-1.amazonaws.com. Feeds kms:ViaService, aws:ViaAWSService\
 and aws:CalledVia\u2026.",type:"string"},grantTokens:{description:"Those that the call brings.",type:"array",items:{type:"string"}},time:{description:"\
ISO 8601 in UTC where it names no zone; feeds aws:CurrentTime and aws:EpochTime. AWS sends them with every request: without it they are unkn\
own.",type:"string"},unknown:{description:"Condition keys whose value is not known, families of them (kms:EncryptionContext:), or * for all \
that is not told: where one would decide, the answer is undetermined.",type:"array",items:{type:"string"}}},required:["principal","action","\
resource"],additionalProperties:!1};function S(m,{instancePath:s="",parentData:_,parentDataProperty:G,rootData:K=m,dynamicAnchors:D={}}={}){
let e=null,r=0,A=S.evaluated;if(A.dynamicProps&&(A.props=void 0),A.dynamicItems&&(A.items=void 0),m&&typeof m=="object"&&!Array.isArray(m)){
if(m.principal===void 0){let c={instancePath:s,schemaPath:"#/required",keyword:"required",params:{missingProperty:"principal"},message:"must\
 have required property 'principal'"};e===null?e=[c]:e.push(c),r++}if(m.action===void 0){let c={instancePath:s,schemaPath:"#/required",keyword:"\
required",params:{missingProperty:"action"},message:"must have required property 'action'"};e===null?e=[c]:e.push(c),r++}if(m.resource===void 0){
let c={instancePath:s,schemaPath:"#/required",keyword:"required",params:{missingProperty:"resource"},message:"must have required property 'r\
esource'"};e===null?e=[c]:e.push(c),r++}for(let c in m)if(!C.call(x.properties,c)){let f={instancePath:s,schemaPath:"#/additionalProperties",
keyword:"additionalProperties",params:{additionalProperty:c},message:"must NOT have additional properties"};e===null?e=[f]:e.push(f),r++}if(m.
principal!==void 0){let c=m.principal,f=r,g=!1,P=r;if(typeof c!="string"){let i={instancePath:s+"/principal",schemaPath:"#/properties/princi\
pal/anyOf/0/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}var v=P===r;g=g||v;let k=r;if(c&&
typeof c=="object"&&!Array.isArray(c)){if(c.arn===void 0){let i={instancePath:s+"/principal",schemaPath:"#/properties/principal/anyOf/1/requ\
ired",keyword:"required",params:{missingProperty:"arn"},message:"must have required property 'arn'"};e===null?e=[i]:e.push(i),r++}for(let i in c)
if(!C.call(x.properties.principal.anyOf[1].properties,i)){let t={instancePath:s+"/principal",schemaPath:"#/properties/principal/anyOf/1/addi\
tionalProperties",keyword:"additionalProperties",params:{additionalProperty:i},message:"must NOT have additional properties"};e===null?e=[t]:
e.push(t),r++}if(c.arn!==void 0&&typeof c.arn!="string"){let i={instancePath:s+"/principal/arn",schemaPath:"#/properties/principal/anyOf/1/p\
roperties/arn/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}if(c.roleArn!==void 0&&typeof c.
roleArn!="string"){let i={instancePath:s+"/principal/roleArn",schemaPath:"#/properties/principal/anyOf/1/properties/roleArn/type",keyword:"t\
ype",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}if(c.userArn!==void 0&&typeof c.userArn!="string"){let i={
instancePath:s+"/principal/userArn",schemaPath:"#/properties/principal/anyOf/1/properties/userArn/type",keyword:"type",params:{type:"string"},
message:"must be string"};e===null?e=[i]:e.push(i),r++}if(c.userId!==void 0&&typeof c.userId!="string"){let i={instancePath:s+"/principal/us\
erId",schemaPath:"#/properties/principal/anyOf/1/properties/userId/type",keyword:"type",params:{type:"string"},message:"must be string"};e===
null?e=[i]:e.push(i),r++}if(c.tags!==void 0){let i=c.tags;if(i&&typeof i=="object"&&!Array.isArray(i)){for(let t in i)if(typeof i[t]!="strin\
g"){let n={instancePath:s+"/principal/tags/"+t.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/principal/anyOf/1/properties/\
tags/additionalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),r++}}else{let t={instancePath:s+
"/principal/tags",schemaPath:"#/properties/principal/anyOf/1/properties/tags/type",keyword:"type",params:{type:"object"},message:"must be ob\
ject"};e===null?e=[t]:e.push(t),r++}}if(c.orgId!==void 0&&typeof c.orgId!="string"){let i={instancePath:s+"/principal/orgId",schemaPath:"#/p\
roperties/principal/anyOf/1/properties/orgId/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),
r++}if(c.orgPath!==void 0&&typeof c.orgPath!="string"){let i={instancePath:s+"/principal/orgPath",schemaPath:"#/properties/principal/anyOf/1\
/properties/orgPath/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}if(c.serviceLinkedRole!==
void 0&&typeof c.serviceLinkedRole!="boolean"){let i={instancePath:s+"/principal/serviceLinkedRole",schemaPath:"#/properties/principal/anyOf\
/1/properties/serviceLinkedRole/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[i]:e.push(i),r++}if(c.managementAccount!==
void 0&&typeof c.managementAccount!="boolean"){let i={instancePath:s+"/principal/managementAccount",schemaPath:"#/properties/principal/anyOf\
/1/properties/managementAccount/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[i]:e.push(i),r++}if(c.mfaAgeSeconds!==
void 0){let i=c.mfaAgeSeconds;if(typeof i=="number"&&isFinite(i)){if(i<0||isNaN(i)){let t={instancePath:s+"/principal/mfaAgeSeconds",schemaPath:"\
#/properties/principal/anyOf/1/properties/mfaAgeSeconds/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"};
e===null?e=[t]:e.push(t),r++}}else{let t={instancePath:s+"/principal/mfaAgeSeconds",schemaPath:"#/properties/principal/anyOf/1/properties/mf\
aAgeSeconds/type",keyword:"type",params:{type:"number"},message:"must be number"};e===null?e=[t]:e.push(t),r++}}if(c.sourceIdentity!==void 0&&
typeof c.sourceIdentity!="string"){let i={instancePath:s+"/principal/sourceIdentity",schemaPath:"#/properties/principal/anyOf/1/properties/s\
ourceIdentity/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}}else{let i={instancePath:s+
"/principal",schemaPath:"#/properties/principal/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[i]:
e.push(i),r++}var v=k===r;if(g=g||v,g)r=f,e!==null&&(f?e.length=f:e=null);else{let i={instancePath:s+"/principal",schemaPath:"#/properties/p\
rincipal/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[i]:e.push(i),r++}}if(m.action!==void 0&&typeof m.
action!="string"){let c={instancePath:s+"/action",schemaPath:"#/properties/action/type",keyword:"type",params:{type:"string"},message:"must \
be string"};e===null?e=[c]:e.push(c),r++}if(m.resource!==void 0&&typeof m.resource!="string"){let c={instancePath:s+"/resource",schemaPath:"\
#/properties/resource/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[c]:e.push(c),r++}if(m.resourceAccount!==
void 0){let c=m.resourceAccount;if(typeof c=="string"){if(!E.test(c)){let f={instancePath:s+"/resourceAccount",schemaPath:"#/properties/reso\
urceAccount/pattern",keyword:"pattern",params:{pattern:"^[0-9]{12}$"},message:'must match pattern "^[0-9]{12}$"'};e===null?e=[f]:e.push(f),r++}}else{
let f={instancePath:s+"/resourceAccount",schemaPath:"#/properties/resourceAccount/type",keyword:"type",params:{type:"string"},message:"must \
be string"};e===null?e=[f]:e.push(f),r++}}if(m.context!==void 0){let c=m.context;if(c&&typeof c=="object"&&!Array.isArray(c))for(let f in c){
let g=c[f],P=r,k=!1,i=r;if(typeof g!="string"&&!(typeof g=="number"&&isFinite(g))&&typeof g!="boolean"){let n={instancePath:s+"/context/"+f.
replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/context/additionalProperties/anyOf/0/type",keyword:"type",params:{type:x.properties.
context.additionalProperties.anyOf[0].type},message:"must be string,number,boolean"};e===null?e=[n]:e.push(n),r++}var O=i===r;k=k||O;let t=r;
if(Array.isArray(g)){let n=g.length;for(let p=0;p<n;p++){let a=g[p];if(typeof a!="string"&&!(typeof a=="number"&&isFinite(a))&&typeof a!="bo\
olean"){let y={instancePath:s+"/context/"+f.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+p,schemaPath:"#/properties/context/additionalProperti\
es/anyOf/1/items/type",keyword:"type",params:{type:x.properties.context.additionalProperties.anyOf[1].items.type},message:"must be string,nu\
mber,boolean"};e===null?e=[y]:e.push(y),r++}}}else{let n={instancePath:s+"/context/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/\
properties/context/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[n]:e.push(n),
r++}var O=t===r;if(k=k||O,k)r=P,e!==null&&(P?e.length=P:e=null);else{let n={instancePath:s+"/context/"+f.replace(/~/g,"~0").replace(/\//g,"~\
1"),schemaPath:"#/properties/context/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?
e=[n]:e.push(n),r++}}else{let f={instancePath:s+"/context",schemaPath:"#/properties/context/type",keyword:"type",params:{type:"object"},message:"\
must be object"};e===null?e=[f]:e.push(f),r++}}if(m.encryptionContext!==void 0){let c=m.encryptionContext;if(c&&typeof c=="object"&&!Array.isArray(
c)){for(let f in c)if(typeof c[f]!="string"){let g={instancePath:s+"/encryptionContext/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/encryptionContext/additionalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[g]:e.push(
g),r++}}else{let f={instancePath:s+"/encryptionContext",schemaPath:"#/properties/encryptionContext/type",keyword:"type",params:{type:"object"},
message:"must be object"};e===null?e=[f]:e.push(f),r++}}if(m.viaService!==void 0&&typeof m.viaService!="string"){let c={instancePath:s+"/via\
Service",schemaPath:"#/properties/viaService/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[c]:e.push(c),
r++}if(m.grantTokens!==void 0){let c=m.grantTokens;if(Array.isArray(c)){let f=c.length;for(let g=0;g<f;g++)if(typeof c[g]!="string"){let P={
instancePath:s+"/grantTokens/"+g,schemaPath:"#/properties/grantTokens/items/type",keyword:"type",params:{type:"string"},message:"must be str\
ing"};e===null?e=[P]:e.push(P),r++}}else{let f={instancePath:s+"/grantTokens",schemaPath:"#/properties/grantTokens/type",keyword:"type",params:{
type:"array"},message:"must be array"};e===null?e=[f]:e.push(f),r++}}if(m.time!==void 0&&typeof m.time!="string"){let c={instancePath:s+"/ti\
me",schemaPath:"#/properties/time/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[c]:e.push(c),r++}if(m.unknown!==
void 0){let c=m.unknown;if(Array.isArray(c)){let f=c.length;for(let g=0;g<f;g++)if(typeof c[g]!="string"){let P={instancePath:s+"/unknown/"+
g,schemaPath:"#/properties/unknown/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[P]:e.push(P),r++}}else{
let f={instancePath:s+"/unknown",schemaPath:"#/properties/unknown/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?
e=[f]:e.push(f),r++}}}else{let c={instancePath:s,schemaPath:"#/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?
e=[c]:e.push(c),r++}return S.errors=e,r===0}S.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};var $={"#/additionalProperties":["$schema",
"id","request","policies","grants","key"],"#/properties/request/additionalProperties":["principal","action","resource","resourceAccount","co\
ntext","encryptionContext","viaService","grantTokens","time","unknown"],"#/properties/request/properties/principal/anyOf/1/additionalPropert\
ies":["arn","roleArn","userArn","userId","tags","orgId","orgPath","serviceLinkedRole","managementAccount","mfaAgeSeconds","sourceIdentity"],
"#/properties/policies/additionalProperties":["resource","identity","boundary","session","serviceControl","resourceControl","endpoint"],"#/p\
roperties/policies/properties/identity/items/anyOf/0/additionalProperties":["name","document"],"#/properties/policies/properties/boundary/an\
yOf/0/additionalProperties":["name","document"],"#/properties/policies/properties/session/items/anyOf/0/additionalProperties":["name","docum\
ent"],"#/properties/policies/properties/serviceControl/items/items/anyOf/0/additionalProperties":["name","document"],"#/properties/policies/\
properties/resourceControl/items/items/anyOf/0/additionalProperties":["name","document"],"#/properties/grants/items/additionalProperties":["\
GrantId","Name","KeyId","GranteePrincipal","GranteeServicePrincipal","Operations","Constraints","RetiringPrincipal","RetiringServicePrincipa\
l","IssuingAccount","GrantToken","Propagated","CreationDate"],"#/properties/grants/items/properties/Constraints/additionalProperties":["Encr\
yptionContextEquals","EncryptionContextSubset","SourceArn"],"#/properties/key/additionalProperties":["managedBy","aliases","tags","spec","us\
age","origin","multiRegion","multiRegionKeyType"]},B=m=>R(m)?[]:N(R.errors,$),L={"#/additionalProperties":["principal","action","resource","\
resourceAccount","context","encryptionContext","viaService","grantTokens","time","unknown"],"#/properties/principal/anyOf/1/additionalProper\
ties":["arn","roleArn","userArn","userId","tags","orgId","orgPath","serviceLinkedRole","managementAccount","mfaAgeSeconds","sourceIdentity"]},
W=m=>T(m)?[]:N(T.errors,L);export{B as validateCase,W as validateRequest};
