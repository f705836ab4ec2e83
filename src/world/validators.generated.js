// Compiled from the JSON Schemas of schemas/ by .build/schemas.ts: run `npm run schemas`, never edit.
import{readFaults as E}from"./faults.ts";var R=I,A={$schema:"https://json-schema.org/draft/2020-12/schema",$id:"urn:kmsward:schemas:case",title:"\
kmsward case",description:"One authorization question with everything that has a say: the request, the policies, the grants and facts about \
the key.",type:"object",properties:{$schema:{type:"string"},id:{type:["string","number"]},request:{type:"object",properties:{principal:{anyOf:[
{type:"string"},{type:"object",properties:{arn:{type:"string"},roleArn:{type:"string"},userArn:{type:"string"},userId:{type:"string"},tags:{
type:"object",additionalProperties:{type:"string"}},orgId:{type:"string"},orgPath:{type:"string"},serviceLinkedRole:{type:"boolean"},managementAccount:{
type:"boolean"},mfaAgeSeconds:{type:"number",minimum:0},sourceIdentity:{type:"string"}},required:["arn"],additionalProperties:!1}]},action:{
type:"string"},resource:{type:"string"},resourceAccount:{type:"string",pattern:"^[0-9]{12}$"},context:{type:"object",additionalProperties:{anyOf:[
{type:["string","number","boolean"]},{type:"array",items:{type:["string","number","boolean"]}}]}},encryptionContext:{type:"object",additionalProperties:{
type:"string"}},viaService:{type:"string"},grantTokens:{type:"array",items:{type:"string"}},time:{type:"string"},unknown:{type:"array",items:{
type:"string"}}},required:["principal","action","resource"],additionalProperties:!1},policies:{type:"object",properties:{resource:{type:"obj\
ect"},identity:{type:"array",items:{anyOf:[{type:"object",properties:{name:{type:"string"},document:{type:"object"}},required:["name","docum\
ent"],additionalProperties:!1},{type:"object"}]}},boundary:{anyOf:[{type:"object",properties:{name:{type:"string"},document:{type:"object"}},
required:["name","document"],additionalProperties:!1},{type:"object"}]},session:{type:"array",items:{anyOf:[{type:"object",properties:{name:{
type:"string"},document:{type:"object"}},required:["name","document"],additionalProperties:!1},{type:"object"}]}},serviceControl:{type:"arra\
y",items:{type:"array",items:{anyOf:[{type:"object",properties:{name:{type:"string"},document:{type:"object"}},required:["name","document"],
additionalProperties:!1},{type:"object"}]}}},resourceControl:{type:"array",items:{type:"array",items:{anyOf:[{type:"object",properties:{name:{
type:"string"},document:{type:"object"}},required:["name","document"],additionalProperties:!1},{type:"object"}]}}},endpoint:{type:"object"}},
additionalProperties:!1},grants:{type:"array",items:{type:"object",properties:{GrantId:{type:"string"},Name:{type:"string"},KeyId:{type:"str\
ing"},GranteePrincipal:{type:"string"},GranteeServicePrincipal:{type:"string"},Operations:{type:"array",items:{type:"string"}},Constraints:{
type:"object",properties:{EncryptionContextEquals:{type:"object",additionalProperties:{type:"string"}},EncryptionContextSubset:{type:"object",
additionalProperties:{type:"string"}},SourceArn:{type:"string"}},additionalProperties:!1},RetiringPrincipal:{type:"string"},RetiringServicePrincipal:{
type:"string"},IssuingAccount:{type:"string"},GrantToken:{type:"string"},Propagated:{type:"boolean"},CreationDate:{type:["string","number","\
boolean"]}},required:["GrantId","Operations"],additionalProperties:!1}},key:{type:"object",properties:{managedBy:{type:"string",enum:["custo\
mer","aws"]},aliases:{type:"array",items:{type:"string"}},tags:{type:"object",additionalProperties:{type:"string"}},spec:{type:"string"},usage:{
type:"string"},origin:{type:"string"},multiRegion:{type:"boolean"},multiRegionKeyType:{type:"string",enum:["PRIMARY","REPLICA"]}},additionalProperties:!1}},
required:["request"],additionalProperties:!1},C=Object.prototype.hasOwnProperty,_=new RegExp("^[0-9]{12}$","u");function I(m,{instancePath:s="",
parentData:G,parentDataProperty:N,rootData:$=m,dynamicAnchors:K={}}={}){let e=null,r=0,q=I.evaluated;if(q.dynamicProps&&(q.props=void 0),q.dynamicItems&&
(q.items=void 0),m&&typeof m=="object"&&!Array.isArray(m)){if(m.request===void 0){let i={instancePath:s,schemaPath:"#/required",keyword:"req\
uired",params:{missingProperty:"request"},message:"must have required property 'request'"};e===null?e=[i]:e.push(i),r++}for(let i in m)if(!(i===
"$schema"||i==="id"||i==="request"||i==="policies"||i==="grants"||i==="key")){let t={instancePath:s,schemaPath:"#/additionalProperties",keyword:"\
additionalProperties",params:{additionalProperty:i},message:"must NOT have additional properties"};e===null?e=[t]:e.push(t),r++}if(m.$schema!==
void 0&&typeof m.$schema!="string"){let i={instancePath:s+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type:"s\
tring"},message:"must be string"};e===null?e=[i]:e.push(i),r++}if(m.id!==void 0){let i=m.id;if(typeof i!="string"&&!(typeof i=="number"&&isFinite(
i))){let t={instancePath:s+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type:A.properties.id.type},message:"must be string\
,number"};e===null?e=[t]:e.push(t),r++}}if(m.request!==void 0){let i=m.request;if(i&&typeof i=="object"&&!Array.isArray(i)){if(i.principal===
void 0){let t={instancePath:s+"/request",schemaPath:"#/properties/request/required",keyword:"required",params:{missingProperty:"principal"},
message:"must have required property 'principal'"};e===null?e=[t]:e.push(t),r++}if(i.action===void 0){let t={instancePath:s+"/request",schemaPath:"\
#/properties/request/required",keyword:"required",params:{missingProperty:"action"},message:"must have required property 'action'"};e===null?
e=[t]:e.push(t),r++}if(i.resource===void 0){let t={instancePath:s+"/request",schemaPath:"#/properties/request/required",keyword:"required",params:{
missingProperty:"resource"},message:"must have required property 'resource'"};e===null?e=[t]:e.push(t),r++}for(let t in i)if(!C.call(A.properties.
request.properties,t)){let p={instancePath:s+"/request",schemaPath:"#/properties/request/additionalProperties",keyword:"additionalProperties",
params:{additionalProperty:t},message:"must NOT have additional properties"};e===null?e=[p]:e.push(p),r++}if(i.principal!==void 0){let t=i.principal,
p=r,a=!1,o=r;if(typeof t!="string"){let n={instancePath:s+"/request/principal",schemaPath:"#/properties/request/properties/principal/anyOf/0\
/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),r++}var O=o===r;a=a||O;let c=r;if(t&&typeof t==
"object"&&!Array.isArray(t)){if(t.arn===void 0){let n={instancePath:s+"/request/principal",schemaPath:"#/properties/request/properties/princ\
ipal/anyOf/1/required",keyword:"required",params:{missingProperty:"arn"},message:"must have required property 'arn'"};e===null?e=[n]:e.push(
n),r++}for(let n in t)if(!C.call(A.properties.request.properties.principal.anyOf[1].properties,n)){let u={instancePath:s+"/request/principal",
schemaPath:"#/properties/request/properties/principal/anyOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:n},
message:"must NOT have additional properties"};e===null?e=[u]:e.push(u),r++}if(t.arn!==void 0&&typeof t.arn!="string"){let n={instancePath:s+
"/request/principal/arn",schemaPath:"#/properties/request/properties/principal/anyOf/1/properties/arn/type",keyword:"type",params:{type:"str\
ing"},message:"must be string"};e===null?e=[n]:e.push(n),r++}if(t.roleArn!==void 0&&typeof t.roleArn!="string"){let n={instancePath:s+"/requ\
est/principal/roleArn",schemaPath:"#/properties/request/properties/principal/anyOf/1/properties/roleArn/type",keyword:"type",params:{type:"s\
tring"},message:"must be string"};e===null?e=[n]:e.push(n),r++}if(t.userArn!==void 0&&typeof t.userArn!="string"){let n={instancePath:s+"/re\
quest/principal/userArn",schemaPath:"#/properties/request/properties/principal/anyOf/1/properties/userArn/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[n]:e.push(n),r++}if(t.userId!==void 0&&typeof t.userId!="string"){let n={instancePath:s+"/req\
uest/principal/userId",schemaPath:"#/properties/request/properties/principal/anyOf/1/properties/userId/type",keyword:"type",params:{type:"st\
ring"},message:"must be string"};e===null?e=[n]:e.push(n),r++}if(t.tags!==void 0){let n=t.tags;if(n&&typeof n=="object"&&!Array.isArray(n)){
for(let u in n)if(typeof n[u]!="string"){let h={instancePath:s+"/request/principal/tags/"+u.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/request/properties/principal/anyOf/1/properties/tags/additionalProperties/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[h]:e.push(h),r++}}else{let u={instancePath:s+"/request/principal/tags",schemaPath:"#/properties/request/propert\
ies/principal/anyOf/1/properties/tags/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[u]:e.push(u),r++}}if(t.
orgId!==void 0&&typeof t.orgId!="string"){let n={instancePath:s+"/request/principal/orgId",schemaPath:"#/properties/request/properties/princ\
ipal/anyOf/1/properties/orgId/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),r++}if(t.orgPath!==
void 0&&typeof t.orgPath!="string"){let n={instancePath:s+"/request/principal/orgPath",schemaPath:"#/properties/request/properties/principal\
/anyOf/1/properties/orgPath/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),r++}if(t.serviceLinkedRole!==
void 0&&typeof t.serviceLinkedRole!="boolean"){let n={instancePath:s+"/request/principal/serviceLinkedRole",schemaPath:"#/properties/request\
/properties/principal/anyOf/1/properties/serviceLinkedRole/type",keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?
e=[n]:e.push(n),r++}if(t.managementAccount!==void 0&&typeof t.managementAccount!="boolean"){let n={instancePath:s+"/request/principal/manage\
mentAccount",schemaPath:"#/properties/request/properties/principal/anyOf/1/properties/managementAccount/type",keyword:"type",params:{type:"b\
oolean"},message:"must be boolean"};e===null?e=[n]:e.push(n),r++}if(t.mfaAgeSeconds!==void 0){let n=t.mfaAgeSeconds;if(typeof n=="number"&&isFinite(
n)){if(n<0||isNaN(n)){let u={instancePath:s+"/request/principal/mfaAgeSeconds",schemaPath:"#/properties/request/properties/principal/anyOf/1\
/properties/mfaAgeSeconds/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"};e===null?e=[u]:e.push(u),r++}}else{
let u={instancePath:s+"/request/principal/mfaAgeSeconds",schemaPath:"#/properties/request/properties/principal/anyOf/1/properties/mfaAgeSeco\
nds/type",keyword:"type",params:{type:"number"},message:"must be number"};e===null?e=[u]:e.push(u),r++}}if(t.sourceIdentity!==void 0&&typeof t.
sourceIdentity!="string"){let n={instancePath:s+"/request/principal/sourceIdentity",schemaPath:"#/properties/request/properties/principal/an\
yOf/1/properties/sourceIdentity/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),r++}}else{let n={
instancePath:s+"/request/principal",schemaPath:"#/properties/request/properties/principal/anyOf/1/type",keyword:"type",params:{type:"object"},
message:"must be object"};e===null?e=[n]:e.push(n),r++}var O=c===r;if(a=a||O,a)r=p,e!==null&&(p?e.length=p:e=null);else{let n={instancePath:s+
"/request/principal",schemaPath:"#/properties/request/properties/principal/anyOf",keyword:"anyOf",params:{},message:"must match a schema in \
anyOf"};e===null?e=[n]:e.push(n),r++}}if(i.action!==void 0&&typeof i.action!="string"){let t={instancePath:s+"/request/action",schemaPath:"#\
/properties/request/properties/action/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}if(i.
resource!==void 0&&typeof i.resource!="string"){let t={instancePath:s+"/request/resource",schemaPath:"#/properties/request/properties/resour\
ce/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}if(i.resourceAccount!==void 0){let t=i.
resourceAccount;if(typeof t=="string"){if(!_.test(t)){let p={instancePath:s+"/request/resourceAccount",schemaPath:"#/properties/request/prop\
erties/resourceAccount/pattern",keyword:"pattern",params:{pattern:"^[0-9]{12}$"},message:'must match pattern "^[0-9]{12}$"'};e===null?e=[p]:
e.push(p),r++}}else{let p={instancePath:s+"/request/resourceAccount",schemaPath:"#/properties/request/properties/resourceAccount/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),r++}}if(i.context!==void 0){let t=i.context;if(t&&typeof t==
"object"&&!Array.isArray(t))for(let p in t){let a=t[p],o=r,c=!1,n=r;if(typeof a!="string"&&!(typeof a=="number"&&isFinite(a))&&typeof a!="bo\
olean"){let h={instancePath:s+"/request/context/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/request/properties/conte\
xt/additionalProperties/anyOf/0/type",keyword:"type",params:{type:A.properties.request.properties.context.additionalProperties.anyOf[0].type},
message:"must be string,number,boolean"};e===null?e=[h]:e.push(h),r++}var v=n===r;c=c||v;let u=r;if(Array.isArray(a)){let h=a.length;for(let y=0;y<
h;y++){let b=a[y];if(typeof b!="string"&&!(typeof b=="number"&&isFinite(b))&&typeof b!="boolean"){let j={instancePath:s+"/request/context/"+
p.replace(/~/g,"~0").replace(/\//g,"~1")+"/"+y,schemaPath:"#/properties/request/properties/context/additionalProperties/anyOf/1/items/type",
keyword:"type",params:{type:A.properties.request.properties.context.additionalProperties.anyOf[1].items.type},message:"must be string,number\
,boolean"};e===null?e=[j]:e.push(j),r++}}}else{let h={instancePath:s+"/request/context/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/request/properties/context/additionalProperties/anyOf/1/type",keyword:"type",params:{type:"array"},message:"must be array"};e===
null?e=[h]:e.push(h),r++}var v=u===r;if(c=c||v,c)r=o,e!==null&&(o?e.length=o:e=null);else{let h={instancePath:s+"/request/context/"+p.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/request/properties/context/additionalProperties/anyOf",keyword:"anyOf",params:{},message:"\
must match a schema in anyOf"};e===null?e=[h]:e.push(h),r++}}else{let p={instancePath:s+"/request/context",schemaPath:"#/properties/request/\
properties/context/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[p]:e.push(p),r++}}if(i.encryptionContext!==
void 0){let t=i.encryptionContext;if(t&&typeof t=="object"&&!Array.isArray(t)){for(let p in t)if(typeof t[p]!="string"){let a={instancePath:s+
"/request/encryptionContext/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/request/properties/encryptionContext/additio\
nalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}}else{let p={instancePath:s+
"/request/encryptionContext",schemaPath:"#/properties/request/properties/encryptionContext/type",keyword:"type",params:{type:"object"},message:"\
must be object"};e===null?e=[p]:e.push(p),r++}}if(i.viaService!==void 0&&typeof i.viaService!="string"){let t={instancePath:s+"/request/viaS\
ervice",schemaPath:"#/properties/request/properties/viaService/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[t]:e.push(t),r++}if(i.grantTokens!==void 0){let t=i.grantTokens;if(Array.isArray(t)){let p=t.length;for(let a=0;a<p;a++)if(typeof t[a]!="\
string"){let o={instancePath:s+"/request/grantTokens/"+a,schemaPath:"#/properties/request/properties/grantTokens/items/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),r++}}else{let p={instancePath:s+"/request/grantTokens",schemaPath:"\
#/properties/request/properties/grantTokens/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),r++}}
if(i.time!==void 0&&typeof i.time!="string"){let t={instancePath:s+"/request/time",schemaPath:"#/properties/request/properties/time/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}if(i.unknown!==void 0){let t=i.unknown;if(Array.isArray(
t)){let p=t.length;for(let a=0;a<p;a++)if(typeof t[a]!="string"){let o={instancePath:s+"/request/unknown/"+a,schemaPath:"#/properties/reques\
t/properties/unknown/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),r++}}else{let p={instancePath:s+
"/request/unknown",schemaPath:"#/properties/request/properties/unknown/type",keyword:"type",params:{type:"array"},message:"must be array"};e===
null?e=[p]:e.push(p),r++}}}else{let t={instancePath:s+"/request",schemaPath:"#/properties/request/type",keyword:"type",params:{type:"object"},
message:"must be object"};e===null?e=[t]:e.push(t),r++}}if(m.policies!==void 0){let i=m.policies;if(i&&typeof i=="object"&&!Array.isArray(i)){
for(let t in i)if(!(t==="resource"||t==="identity"||t==="boundary"||t==="session"||t==="serviceControl"||t==="resourceControl"||t==="endpoin\
t")){let p={instancePath:s+"/policies",schemaPath:"#/properties/policies/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:t},
message:"must NOT have additional properties"};e===null?e=[p]:e.push(p),r++}if(i.resource!==void 0){let t=i.resource;if(!(t&&typeof t=="obje\
ct"&&!Array.isArray(t))){let p={instancePath:s+"/policies/resource",schemaPath:"#/properties/policies/properties/resource/type",keyword:"typ\
e",params:{type:"object"},message:"must be object"};e===null?e=[p]:e.push(p),r++}}if(i.identity!==void 0){let t=i.identity;if(Array.isArray(
t)){let p=t.length;for(let a=0;a<p;a++){let o=t[a],c=r,n=!1,u=r;if(o&&typeof o=="object"&&!Array.isArray(o)){if(o.name===void 0){let y={instancePath:s+
"/policies/identity/"+a,schemaPath:"#/properties/policies/properties/identity/items/anyOf/0/required",keyword:"required",params:{missingProperty:"\
name"},message:"must have required property 'name'"};e===null?e=[y]:e.push(y),r++}if(o.document===void 0){let y={instancePath:s+"/policies/i\
dentity/"+a,schemaPath:"#/properties/policies/properties/identity/items/anyOf/0/required",keyword:"required",params:{missingProperty:"docume\
nt"},message:"must have required property 'document'"};e===null?e=[y]:e.push(y),r++}for(let y in o)if(!(y==="name"||y==="document")){let b={
instancePath:s+"/policies/identity/"+a,schemaPath:"#/properties/policies/properties/identity/items/anyOf/0/additionalProperties",keyword:"ad\
ditionalProperties",params:{additionalProperty:y},message:"must NOT have additional properties"};e===null?e=[b]:e.push(b),r++}if(o.name!==void 0&&
typeof o.name!="string"){let y={instancePath:s+"/policies/identity/"+a+"/name",schemaPath:"#/properties/policies/properties/identity/items/a\
nyOf/0/properties/name/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[y]:e.push(y),r++}if(o.document!==void 0){
let y=o.document;if(!(y&&typeof y=="object"&&!Array.isArray(y))){let b={instancePath:s+"/policies/identity/"+a+"/document",schemaPath:"#/pro\
perties/policies/properties/identity/items/anyOf/0/properties/document/type",keyword:"type",params:{type:"object"},message:"must be object"};
e===null?e=[b]:e.push(b),r++}}}else{let y={instancePath:s+"/policies/identity/"+a,schemaPath:"#/properties/policies/properties/identity/item\
s/anyOf/0/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[y]:e.push(y),r++}var l=u===r;n=n||l;let h=r;if(!(o&&
typeof o=="object"&&!Array.isArray(o))){let y={instancePath:s+"/policies/identity/"+a,schemaPath:"#/properties/policies/properties/identity/\
items/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[y]:e.push(y),r++}var l=h===r;if(n=n||l,n)r=c,
e!==null&&(c?e.length=c:e=null);else{let y={instancePath:s+"/policies/identity/"+a,schemaPath:"#/properties/policies/properties/identity/ite\
ms/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[y]:e.push(y),r++}}}else{let p={instancePath:s+"/poli\
cies/identity",schemaPath:"#/properties/policies/properties/identity/type",keyword:"type",params:{type:"array"},message:"must be array"};e===
null?e=[p]:e.push(p),r++}}if(i.boundary!==void 0){let t=i.boundary,p=r,a=!1,o=r;if(t&&typeof t=="object"&&!Array.isArray(t)){if(t.name===void 0){
let n={instancePath:s+"/policies/boundary",schemaPath:"#/properties/policies/properties/boundary/anyOf/0/required",keyword:"required",params:{
missingProperty:"name"},message:"must have required property 'name'"};e===null?e=[n]:e.push(n),r++}if(t.document===void 0){let n={instancePath:s+
"/policies/boundary",schemaPath:"#/properties/policies/properties/boundary/anyOf/0/required",keyword:"required",params:{missingProperty:"doc\
ument"},message:"must have required property 'document'"};e===null?e=[n]:e.push(n),r++}for(let n in t)if(!(n==="name"||n==="document")){let u={
instancePath:s+"/policies/boundary",schemaPath:"#/properties/policies/properties/boundary/anyOf/0/additionalProperties",keyword:"additionalP\
roperties",params:{additionalProperty:n},message:"must NOT have additional properties"};e===null?e=[u]:e.push(u),r++}if(t.name!==void 0&&typeof t.
name!="string"){let n={instancePath:s+"/policies/boundary/name",schemaPath:"#/properties/policies/properties/boundary/anyOf/0/properties/nam\
e/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[n]:e.push(n),r++}if(t.document!==void 0){let n=t.document;
if(!(n&&typeof n=="object"&&!Array.isArray(n))){let u={instancePath:s+"/policies/boundary/document",schemaPath:"#/properties/policies/proper\
ties/boundary/anyOf/0/properties/document/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[u]:e.push(u),r++}}}else{
let n={instancePath:s+"/policies/boundary",schemaPath:"#/properties/policies/properties/boundary/anyOf/0/type",keyword:"type",params:{type:"\
object"},message:"must be object"};e===null?e=[n]:e.push(n),r++}var f=o===r;a=a||f;let c=r;if(!(t&&typeof t=="object"&&!Array.isArray(t))){let n={
instancePath:s+"/policies/boundary",schemaPath:"#/properties/policies/properties/boundary/anyOf/1/type",keyword:"type",params:{type:"object"},
message:"must be object"};e===null?e=[n]:e.push(n),r++}var f=c===r;if(a=a||f,a)r=p,e!==null&&(p?e.length=p:e=null);else{let n={instancePath:s+
"/policies/boundary",schemaPath:"#/properties/policies/properties/boundary/anyOf",keyword:"anyOf",params:{},message:"must match a schema in \
anyOf"};e===null?e=[n]:e.push(n),r++}}if(i.session!==void 0){let t=i.session;if(Array.isArray(t)){let p=t.length;for(let a=0;a<p;a++){let o=t[a],
c=r,n=!1,u=r;if(o&&typeof o=="object"&&!Array.isArray(o)){if(o.name===void 0){let y={instancePath:s+"/policies/session/"+a,schemaPath:"#/pro\
perties/policies/properties/session/items/anyOf/0/required",keyword:"required",params:{missingProperty:"name"},message:"must have required p\
roperty 'name'"};e===null?e=[y]:e.push(y),r++}if(o.document===void 0){let y={instancePath:s+"/policies/session/"+a,schemaPath:"#/properties/\
policies/properties/session/items/anyOf/0/required",keyword:"required",params:{missingProperty:"document"},message:"must have required prope\
rty 'document'"};e===null?e=[y]:e.push(y),r++}for(let y in o)if(!(y==="name"||y==="document")){let b={instancePath:s+"/policies/session/"+a,
schemaPath:"#/properties/policies/properties/session/items/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:y},
message:"must NOT have additional properties"};e===null?e=[b]:e.push(b),r++}if(o.name!==void 0&&typeof o.name!="string"){let y={instancePath:s+
"/policies/session/"+a+"/name",schemaPath:"#/properties/policies/properties/session/items/anyOf/0/properties/name/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[y]:e.push(y),r++}if(o.document!==void 0){let y=o.document;if(!(y&&typeof y=="object"&&!Array.
isArray(y))){let b={instancePath:s+"/policies/session/"+a+"/document",schemaPath:"#/properties/policies/properties/session/items/anyOf/0/pro\
perties/document/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[b]:e.push(b),r++}}}else{let y={instancePath:s+
"/policies/session/"+a,schemaPath:"#/properties/policies/properties/session/items/anyOf/0/type",keyword:"type",params:{type:"object"},message:"\
must be object"};e===null?e=[y]:e.push(y),r++}var g=u===r;n=n||g;let h=r;if(!(o&&typeof o=="object"&&!Array.isArray(o))){let y={instancePath:s+
"/policies/session/"+a,schemaPath:"#/properties/policies/properties/session/items/anyOf/1/type",keyword:"type",params:{type:"object"},message:"\
must be object"};e===null?e=[y]:e.push(y),r++}var g=h===r;if(n=n||g,n)r=c,e!==null&&(c?e.length=c:e=null);else{let y={instancePath:s+"/polic\
ies/session/"+a,schemaPath:"#/properties/policies/properties/session/items/anyOf",keyword:"anyOf",params:{},message:"must match a schema in \
anyOf"};e===null?e=[y]:e.push(y),r++}}}else{let p={instancePath:s+"/policies/session",schemaPath:"#/properties/policies/properties/session/t\
ype",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),r++}}if(i.serviceControl!==void 0){let t=i.serviceControl;
if(Array.isArray(t)){let p=t.length;for(let a=0;a<p;a++){let o=t[a];if(Array.isArray(o)){let c=o.length;for(let n=0;n<c;n++){let u=o[n],h=r,
y=!1,b=r;if(u&&typeof u=="object"&&!Array.isArray(u)){if(u.name===void 0){let d={instancePath:s+"/policies/serviceControl/"+a+"/"+n,schemaPath:"\
#/properties/policies/properties/serviceControl/items/items/anyOf/0/required",keyword:"required",params:{missingProperty:"name"},message:"mu\
st have required property 'name'"};e===null?e=[d]:e.push(d),r++}if(u.document===void 0){let d={instancePath:s+"/policies/serviceControl/"+a+
"/"+n,schemaPath:"#/properties/policies/properties/serviceControl/items/items/anyOf/0/required",keyword:"required",params:{missingProperty:"\
document"},message:"must have required property 'document'"};e===null?e=[d]:e.push(d),r++}for(let d in u)if(!(d==="name"||d==="document")){let w={
instancePath:s+"/policies/serviceControl/"+a+"/"+n,schemaPath:"#/properties/policies/properties/serviceControl/items/items/anyOf/0/additiona\
lProperties",keyword:"additionalProperties",params:{additionalProperty:d},message:"must NOT have additional properties"};e===null?e=[w]:e.push(
w),r++}if(u.name!==void 0&&typeof u.name!="string"){let d={instancePath:s+"/policies/serviceControl/"+a+"/"+n+"/name",schemaPath:"#/properti\
es/policies/properties/serviceControl/items/items/anyOf/0/properties/name/type",keyword:"type",params:{type:"string"},message:"must be strin\
g"};e===null?e=[d]:e.push(d),r++}if(u.document!==void 0){let d=u.document;if(!(d&&typeof d=="object"&&!Array.isArray(d))){let w={instancePath:s+
"/policies/serviceControl/"+a+"/"+n+"/document",schemaPath:"#/properties/policies/properties/serviceControl/items/items/anyOf/0/properties/d\
ocument/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[w]:e.push(w),r++}}}else{let d={instancePath:s+"/po\
licies/serviceControl/"+a+"/"+n,schemaPath:"#/properties/policies/properties/serviceControl/items/items/anyOf/0/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[d]:e.push(d),r++}var P=b===r;y=y||P;let j=r;if(!(u&&typeof u=="object"&&!Array.isArray(
u))){let d={instancePath:s+"/policies/serviceControl/"+a+"/"+n,schemaPath:"#/properties/policies/properties/serviceControl/items/items/anyOf\
/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[d]:e.push(d),r++}var P=j===r;if(y=y||P,y)r=h,e!==null&&
(h?e.length=h:e=null);else{let d={instancePath:s+"/policies/serviceControl/"+a+"/"+n,schemaPath:"#/properties/policies/properties/serviceCon\
trol/items/items/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[d]:e.push(d),r++}}}else{let c={instancePath:s+
"/policies/serviceControl/"+a,schemaPath:"#/properties/policies/properties/serviceControl/items/type",keyword:"type",params:{type:"array"},message:"\
must be array"};e===null?e=[c]:e.push(c),r++}}}else{let p={instancePath:s+"/policies/serviceControl",schemaPath:"#/properties/policies/prope\
rties/serviceControl/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),r++}}if(i.resourceControl!==
void 0){let t=i.resourceControl;if(Array.isArray(t)){let p=t.length;for(let a=0;a<p;a++){let o=t[a];if(Array.isArray(o)){let c=o.length;for(let n=0;n<
c;n++){let u=o[n],h=r,y=!1,b=r;if(u&&typeof u=="object"&&!Array.isArray(u)){if(u.name===void 0){let d={instancePath:s+"/policies/resourceCon\
trol/"+a+"/"+n,schemaPath:"#/properties/policies/properties/resourceControl/items/items/anyOf/0/required",keyword:"required",params:{missingProperty:"\
name"},message:"must have required property 'name'"};e===null?e=[d]:e.push(d),r++}if(u.document===void 0){let d={instancePath:s+"/policies/r\
esourceControl/"+a+"/"+n,schemaPath:"#/properties/policies/properties/resourceControl/items/items/anyOf/0/required",keyword:"required",params:{
missingProperty:"document"},message:"must have required property 'document'"};e===null?e=[d]:e.push(d),r++}for(let d in u)if(!(d==="name"||d===
"document")){let w={instancePath:s+"/policies/resourceControl/"+a+"/"+n,schemaPath:"#/properties/policies/properties/resourceControl/items/i\
tems/anyOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:d},message:"must NOT have additional properties"};
e===null?e=[w]:e.push(w),r++}if(u.name!==void 0&&typeof u.name!="string"){let d={instancePath:s+"/policies/resourceControl/"+a+"/"+n+"/name",
schemaPath:"#/properties/policies/properties/resourceControl/items/items/anyOf/0/properties/name/type",keyword:"type",params:{type:"string"},
message:"must be string"};e===null?e=[d]:e.push(d),r++}if(u.document!==void 0){let d=u.document;if(!(d&&typeof d=="object"&&!Array.isArray(d))){
let w={instancePath:s+"/policies/resourceControl/"+a+"/"+n+"/document",schemaPath:"#/properties/policies/properties/resourceControl/items/it\
ems/anyOf/0/properties/document/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[w]:e.push(w),r++}}}else{let d={
instancePath:s+"/policies/resourceControl/"+a+"/"+n,schemaPath:"#/properties/policies/properties/resourceControl/items/items/anyOf/0/type",keyword:"\
type",params:{type:"object"},message:"must be object"};e===null?e=[d]:e.push(d),r++}var k=b===r;y=y||k;let j=r;if(!(u&&typeof u=="object"&&!Array.
isArray(u))){let d={instancePath:s+"/policies/resourceControl/"+a+"/"+n,schemaPath:"#/properties/policies/properties/resourceControl/items/i\
tems/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[d]:e.push(d),r++}var k=j===r;if(y=y||k,y)r=h,
e!==null&&(h?e.length=h:e=null);else{let d={instancePath:s+"/policies/resourceControl/"+a+"/"+n,schemaPath:"#/properties/policies/properties\
/resourceControl/items/items/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[d]:e.push(d),r++}}}else{let c={
instancePath:s+"/policies/resourceControl/"+a,schemaPath:"#/properties/policies/properties/resourceControl/items/type",keyword:"type",params:{
type:"array"},message:"must be array"};e===null?e=[c]:e.push(c),r++}}}else{let p={instancePath:s+"/policies/resourceControl",schemaPath:"#/p\
roperties/policies/properties/resourceControl/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),r++}}
if(i.endpoint!==void 0){let t=i.endpoint;if(!(t&&typeof t=="object"&&!Array.isArray(t))){let p={instancePath:s+"/policies/endpoint",schemaPath:"\
#/properties/policies/properties/endpoint/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[p]:e.push(p),r++}}}else{
let t={instancePath:s+"/policies",schemaPath:"#/properties/policies/type",keyword:"type",params:{type:"object"},message:"must be object"};e===
null?e=[t]:e.push(t),r++}}if(m.grants!==void 0){let i=m.grants;if(Array.isArray(i)){let t=i.length;for(let p=0;p<t;p++){let a=i[p];if(a&&typeof a==
"object"&&!Array.isArray(a)){if(a.GrantId===void 0){let o={instancePath:s+"/grants/"+p,schemaPath:"#/properties/grants/items/required",keyword:"\
required",params:{missingProperty:"GrantId"},message:"must have required property 'GrantId'"};e===null?e=[o]:e.push(o),r++}if(a.Operations===
void 0){let o={instancePath:s+"/grants/"+p,schemaPath:"#/properties/grants/items/required",keyword:"required",params:{missingProperty:"Opera\
tions"},message:"must have required property 'Operations'"};e===null?e=[o]:e.push(o),r++}for(let o in a)if(!C.call(A.properties.grants.items.
properties,o)){let c={instancePath:s+"/grants/"+p,schemaPath:"#/properties/grants/items/additionalProperties",keyword:"additionalProperties",
params:{additionalProperty:o},message:"must NOT have additional properties"};e===null?e=[c]:e.push(c),r++}if(a.GrantId!==void 0&&typeof a.GrantId!=
"string"){let o={instancePath:s+"/grants/"+p+"/GrantId",schemaPath:"#/properties/grants/items/properties/GrantId/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),r++}if(a.Name!==void 0&&typeof a.Name!="string"){let o={instancePath:s+"/g\
rants/"+p+"/Name",schemaPath:"#/properties/grants/items/properties/Name/type",keyword:"type",params:{type:"string"},message:"must be string"};
e===null?e=[o]:e.push(o),r++}if(a.KeyId!==void 0&&typeof a.KeyId!="string"){let o={instancePath:s+"/grants/"+p+"/KeyId",schemaPath:"#/proper\
ties/grants/items/properties/KeyId/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),r++}if(a.GranteePrincipal!==
void 0&&typeof a.GranteePrincipal!="string"){let o={instancePath:s+"/grants/"+p+"/GranteePrincipal",schemaPath:"#/properties/grants/items/pr\
operties/GranteePrincipal/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),r++}if(a.GranteeServicePrincipal!==
void 0&&typeof a.GranteeServicePrincipal!="string"){let o={instancePath:s+"/grants/"+p+"/GranteeServicePrincipal",schemaPath:"#/properties/g\
rants/items/properties/GranteeServicePrincipal/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),
r++}if(a.Operations!==void 0){let o=a.Operations;if(Array.isArray(o)){let c=o.length;for(let n=0;n<c;n++)if(typeof o[n]!="string"){let u={instancePath:s+
"/grants/"+p+"/Operations/"+n,schemaPath:"#/properties/grants/items/properties/Operations/items/type",keyword:"type",params:{type:"string"},
message:"must be string"};e===null?e=[u]:e.push(u),r++}}else{let c={instancePath:s+"/grants/"+p+"/Operations",schemaPath:"#/properties/grant\
s/items/properties/Operations/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[c]:e.push(c),r++}}if(a.Constraints!==
void 0){let o=a.Constraints;if(o&&typeof o=="object"&&!Array.isArray(o)){for(let c in o)if(!(c==="EncryptionContextEquals"||c==="EncryptionC\
ontextSubset"||c==="SourceArn")){let n={instancePath:s+"/grants/"+p+"/Constraints",schemaPath:"#/properties/grants/items/properties/Constrai\
nts/additionalProperties",keyword:"additionalProperties",params:{additionalProperty:c},message:"must NOT have additional properties"};e===null?
e=[n]:e.push(n),r++}if(o.EncryptionContextEquals!==void 0){let c=o.EncryptionContextEquals;if(c&&typeof c=="object"&&!Array.isArray(c)){for(let n in c)
if(typeof c[n]!="string"){let u={instancePath:s+"/grants/"+p+"/Constraints/EncryptionContextEquals/"+n.replace(/~/g,"~0").replace(/\//g,"~1"),
schemaPath:"#/properties/grants/items/properties/Constraints/properties/EncryptionContextEquals/additionalProperties/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[u]:e.push(u),r++}}else{let n={instancePath:s+"/grants/"+p+"/Constraints/EncryptionConte\
xtEquals",schemaPath:"#/properties/grants/items/properties/Constraints/properties/EncryptionContextEquals/type",keyword:"type",params:{type:"\
object"},message:"must be object"};e===null?e=[n]:e.push(n),r++}}if(o.EncryptionContextSubset!==void 0){let c=o.EncryptionContextSubset;if(c&&
typeof c=="object"&&!Array.isArray(c)){for(let n in c)if(typeof c[n]!="string"){let u={instancePath:s+"/grants/"+p+"/Constraints/EncryptionC\
ontextSubset/"+n.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/grants/items/properties/Constraints/properties/EncryptionCo\
ntextSubset/additionalProperties/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[u]:e.push(u),r++}}else{let n={
instancePath:s+"/grants/"+p+"/Constraints/EncryptionContextSubset",schemaPath:"#/properties/grants/items/properties/Constraints/properties/E\
ncryptionContextSubset/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[n]:e.push(n),r++}}if(o.SourceArn!==
void 0&&typeof o.SourceArn!="string"){let c={instancePath:s+"/grants/"+p+"/Constraints/SourceArn",schemaPath:"#/properties/grants/items/prop\
erties/Constraints/properties/SourceArn/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[c]:e.push(c),r++}}else{
let c={instancePath:s+"/grants/"+p+"/Constraints",schemaPath:"#/properties/grants/items/properties/Constraints/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[c]:e.push(c),r++}}if(a.RetiringPrincipal!==void 0&&typeof a.RetiringPrincipal!="string"){
let o={instancePath:s+"/grants/"+p+"/RetiringPrincipal",schemaPath:"#/properties/grants/items/properties/RetiringPrincipal/type",keyword:"ty\
pe",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),r++}if(a.RetiringServicePrincipal!==void 0&&typeof a.RetiringServicePrincipal!=
"string"){let o={instancePath:s+"/grants/"+p+"/RetiringServicePrincipal",schemaPath:"#/properties/grants/items/properties/RetiringServicePri\
ncipal/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),r++}if(a.IssuingAccount!==void 0&&typeof a.
IssuingAccount!="string"){let o={instancePath:s+"/grants/"+p+"/IssuingAccount",schemaPath:"#/properties/grants/items/properties/IssuingAccou\
nt/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),r++}if(a.GrantToken!==void 0&&typeof a.GrantToken!=
"string"){let o={instancePath:s+"/grants/"+p+"/GrantToken",schemaPath:"#/properties/grants/items/properties/GrantToken/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),r++}if(a.Propagated!==void 0&&typeof a.Propagated!="boolean"){let o={
instancePath:s+"/grants/"+p+"/Propagated",schemaPath:"#/properties/grants/items/properties/Propagated/type",keyword:"type",params:{type:"boo\
lean"},message:"must be boolean"};e===null?e=[o]:e.push(o),r++}if(a.CreationDate!==void 0){let o=a.CreationDate;if(typeof o!="string"&&!(typeof o==
"number"&&isFinite(o))&&typeof o!="boolean"){let c={instancePath:s+"/grants/"+p+"/CreationDate",schemaPath:"#/properties/grants/items/proper\
ties/CreationDate/type",keyword:"type",params:{type:A.properties.grants.items.properties.CreationDate.type},message:"must be string,number,b\
oolean"};e===null?e=[c]:e.push(c),r++}}}else{let o={instancePath:s+"/grants/"+p,schemaPath:"#/properties/grants/items/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[o]:e.push(o),r++}}}else{let t={instancePath:s+"/grants",schemaPath:"#/properties/grants\
/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[t]:e.push(t),r++}}if(m.key!==void 0){let i=m.key;if(i&&typeof i==
"object"&&!Array.isArray(i)){for(let t in i)if(!(t==="managedBy"||t==="aliases"||t==="tags"||t==="spec"||t==="usage"||t==="origin"||t==="mul\
tiRegion"||t==="multiRegionKeyType")){let p={instancePath:s+"/key",schemaPath:"#/properties/key/additionalProperties",keyword:"additionalPro\
perties",params:{additionalProperty:t},message:"must NOT have additional properties"};e===null?e=[p]:e.push(p),r++}if(i.managedBy!==void 0){
let t=i.managedBy;if(typeof t!="string"){let p={instancePath:s+"/key/managedBy",schemaPath:"#/properties/key/properties/managedBy/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),r++}if(!(t==="customer"||t==="aws")){let p={instancePath:s+"\
/key/managedBy",schemaPath:"#/properties/key/properties/managedBy/enum",keyword:"enum",params:{allowedValues:A.properties.key.properties.managedBy.
enum},message:"must be equal to one of the allowed values"};e===null?e=[p]:e.push(p),r++}}if(i.aliases!==void 0){let t=i.aliases;if(Array.isArray(
t)){let p=t.length;for(let a=0;a<p;a++)if(typeof t[a]!="string"){let o={instancePath:s+"/key/aliases/"+a,schemaPath:"#/properties/key/proper\
ties/aliases/items/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[o]:e.push(o),r++}}else{let p={instancePath:s+
"/key/aliases",schemaPath:"#/properties/key/properties/aliases/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?
e=[p]:e.push(p),r++}}if(i.tags!==void 0){let t=i.tags;if(t&&typeof t=="object"&&!Array.isArray(t)){for(let p in t)if(typeof t[p]!="string"){
let a={instancePath:s+"/key/tags/"+p.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/key/properties/tags/additionalPropertie\
s/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[a]:e.push(a),r++}}else{let p={instancePath:s+"/key/tags",
schemaPath:"#/properties/key/properties/tags/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[p]:e.push(p),
r++}}if(i.spec!==void 0&&typeof i.spec!="string"){let t={instancePath:s+"/key/spec",schemaPath:"#/properties/key/properties/spec/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}if(i.usage!==void 0&&typeof i.usage!="string"){let t={instancePath:s+
"/key/usage",schemaPath:"#/properties/key/properties/usage/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=
[t]:e.push(t),r++}if(i.origin!==void 0&&typeof i.origin!="string"){let t={instancePath:s+"/key/origin",schemaPath:"#/properties/key/properti\
es/origin/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[t]:e.push(t),r++}if(i.multiRegion!==void 0&&typeof i.
multiRegion!="boolean"){let t={instancePath:s+"/key/multiRegion",schemaPath:"#/properties/key/properties/multiRegion/type",keyword:"type",params:{
type:"boolean"},message:"must be boolean"};e===null?e=[t]:e.push(t),r++}if(i.multiRegionKeyType!==void 0){let t=i.multiRegionKeyType;if(typeof t!=
"string"){let p={instancePath:s+"/key/multiRegionKeyType",schemaPath:"#/properties/key/properties/multiRegionKeyType/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),r++}if(!(t==="PRIMARY"||t==="REPLICA")){let p={instancePath:s+"/key/multiR\
egionKeyType",schemaPath:"#/properties/key/properties/multiRegionKeyType/enum",keyword:"enum",params:{allowedValues:A.properties.key.properties.
multiRegionKeyType.enum},message:"must be equal to one of the allowed values"};e===null?e=[p]:e.push(p),r++}}}else{let t={instancePath:s+"/k\
ey",schemaPath:"#/properties/key/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[t]:e.push(t),r++}}}else{let i={
instancePath:s,schemaPath:"#/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[i]:e.push(i),r++}return I.errors=
e,r===0}I.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};var T=S,x={$schema:"https://json-schema.org/draft/2020-12/schema",$id:"urn:km\
sward:schemas:request",title:"kmsward request",description:"Who asks for which action on which resource, and in what context: the `request` \
of a case.",type:"object",properties:{principal:{anyOf:[{type:"string"},{type:"object",properties:{arn:{type:"string"},roleArn:{type:"string"},
userArn:{type:"string"},userId:{type:"string"},tags:{type:"object",additionalProperties:{type:"string"}},orgId:{type:"string"},orgPath:{type:"\
string"},serviceLinkedRole:{type:"boolean"},managementAccount:{type:"boolean"},mfaAgeSeconds:{type:"number",minimum:0},sourceIdentity:{type:"\
string"}},required:["arn"],additionalProperties:!1}]},action:{type:"string"},resource:{type:"string"},resourceAccount:{type:"string",pattern:"\
^[0-9]{12}$"},context:{type:"object",additionalProperties:{anyOf:[{type:["string","number","boolean"]},{type:"array",items:{type:["string","\
number","boolean"]}}]}},encryptionContext:{type:"object",additionalProperties:{type:"string"}},viaService:{type:"string"},grantTokens:{type:"\
array",items:{type:"string"}},time:{type:"string"},unknown:{type:"array",items:{type:"string"}}},required:["principal","action","resource"],
additionalProperties:!1};function S(m,{instancePath:s="",parentData:G,parentDataProperty:N,rootData:$=m,dynamicAnchors:K={}}={}){let e=null,
r=0,q=S.evaluated;if(q.dynamicProps&&(q.props=void 0),q.dynamicItems&&(q.items=void 0),m&&typeof m=="object"&&!Array.isArray(m)){if(m.principal===
void 0){let l={instancePath:s,schemaPath:"#/required",keyword:"required",params:{missingProperty:"principal"},message:"must have required pr\
operty 'principal'"};e===null?e=[l]:e.push(l),r++}if(m.action===void 0){let l={instancePath:s,schemaPath:"#/required",keyword:"required",params:{
missingProperty:"action"},message:"must have required property 'action'"};e===null?e=[l]:e.push(l),r++}if(m.resource===void 0){let l={instancePath:s,
schemaPath:"#/required",keyword:"required",params:{missingProperty:"resource"},message:"must have required property 'resource'"};e===null?e=
[l]:e.push(l),r++}for(let l in m)if(!C.call(x.properties,l)){let f={instancePath:s,schemaPath:"#/additionalProperties",keyword:"additionalPr\
operties",params:{additionalProperty:l},message:"must NOT have additional properties"};e===null?e=[f]:e.push(f),r++}if(m.principal!==void 0){
let l=m.principal,f=r,g=!1,P=r;if(typeof l!="string"){let i={instancePath:s+"/principal",schemaPath:"#/properties/principal/anyOf/0/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}var O=P===r;g=g||O;let k=r;if(l&&typeof l=="object"&&!Array.
isArray(l)){if(l.arn===void 0){let i={instancePath:s+"/principal",schemaPath:"#/properties/principal/anyOf/1/required",keyword:"required",params:{
missingProperty:"arn"},message:"must have required property 'arn'"};e===null?e=[i]:e.push(i),r++}for(let i in l)if(!C.call(x.properties.principal.
anyOf[1].properties,i)){let t={instancePath:s+"/principal",schemaPath:"#/properties/principal/anyOf/1/additionalProperties",keyword:"additio\
nalProperties",params:{additionalProperty:i},message:"must NOT have additional properties"};e===null?e=[t]:e.push(t),r++}if(l.arn!==void 0&&
typeof l.arn!="string"){let i={instancePath:s+"/principal/arn",schemaPath:"#/properties/principal/anyOf/1/properties/arn/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}if(l.roleArn!==void 0&&typeof l.roleArn!="string"){let i={instancePath:s+
"/principal/roleArn",schemaPath:"#/properties/principal/anyOf/1/properties/roleArn/type",keyword:"type",params:{type:"string"},message:"must\
 be string"};e===null?e=[i]:e.push(i),r++}if(l.userArn!==void 0&&typeof l.userArn!="string"){let i={instancePath:s+"/principal/userArn",schemaPath:"\
#/properties/principal/anyOf/1/properties/userArn/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(
i),r++}if(l.userId!==void 0&&typeof l.userId!="string"){let i={instancePath:s+"/principal/userId",schemaPath:"#/properties/principal/anyOf/1\
/properties/userId/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}if(l.tags!==void 0){let i=l.
tags;if(i&&typeof i=="object"&&!Array.isArray(i)){for(let t in i)if(typeof i[t]!="string"){let p={instancePath:s+"/principal/tags/"+t.replace(
/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/principal/anyOf/1/properties/tags/additionalProperties/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),r++}}else{let t={instancePath:s+"/principal/tags",schemaPath:"#/properties\
/principal/anyOf/1/properties/tags/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[t]:e.push(t),r++}}if(l.
orgId!==void 0&&typeof l.orgId!="string"){let i={instancePath:s+"/principal/orgId",schemaPath:"#/properties/principal/anyOf/1/properties/org\
Id/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}if(l.orgPath!==void 0&&typeof l.orgPath!=
"string"){let i={instancePath:s+"/principal/orgPath",schemaPath:"#/properties/principal/anyOf/1/properties/orgPath/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}if(l.serviceLinkedRole!==void 0&&typeof l.serviceLinkedRole!="boolean"){
let i={instancePath:s+"/principal/serviceLinkedRole",schemaPath:"#/properties/principal/anyOf/1/properties/serviceLinkedRole/type",keyword:"\
type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[i]:e.push(i),r++}if(l.managementAccount!==void 0&&typeof l.managementAccount!=
"boolean"){let i={instancePath:s+"/principal/managementAccount",schemaPath:"#/properties/principal/anyOf/1/properties/managementAccount/type",
keyword:"type",params:{type:"boolean"},message:"must be boolean"};e===null?e=[i]:e.push(i),r++}if(l.mfaAgeSeconds!==void 0){let i=l.mfaAgeSeconds;
if(typeof i=="number"&&isFinite(i)){if(i<0||isNaN(i)){let t={instancePath:s+"/principal/mfaAgeSeconds",schemaPath:"#/properties/principal/an\
yOf/1/properties/mfaAgeSeconds/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"};e===null?e=[t]:e.push(t),
r++}}else{let t={instancePath:s+"/principal/mfaAgeSeconds",schemaPath:"#/properties/principal/anyOf/1/properties/mfaAgeSeconds/type",keyword:"\
type",params:{type:"number"},message:"must be number"};e===null?e=[t]:e.push(t),r++}}if(l.sourceIdentity!==void 0&&typeof l.sourceIdentity!=
"string"){let i={instancePath:s+"/principal/sourceIdentity",schemaPath:"#/properties/principal/anyOf/1/properties/sourceIdentity/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[i]:e.push(i),r++}}else{let i={instancePath:s+"/principal",schemaPath:"#/p\
roperties/principal/anyOf/1/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[i]:e.push(i),r++}var O=k===r;if(g=
g||O,g)r=f,e!==null&&(f?e.length=f:e=null);else{let i={instancePath:s+"/principal",schemaPath:"#/properties/principal/anyOf",keyword:"anyOf",
params:{},message:"must match a schema in anyOf"};e===null?e=[i]:e.push(i),r++}}if(m.action!==void 0&&typeof m.action!="string"){let l={instancePath:s+
"/action",schemaPath:"#/properties/action/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),r++}
if(m.resource!==void 0&&typeof m.resource!="string"){let l={instancePath:s+"/resource",schemaPath:"#/properties/resource/type",keyword:"type",
params:{type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),r++}if(m.resourceAccount!==void 0){let l=m.resourceAccount;if(typeof l==
"string"){if(!_.test(l)){let f={instancePath:s+"/resourceAccount",schemaPath:"#/properties/resourceAccount/pattern",keyword:"pattern",params:{
pattern:"^[0-9]{12}$"},message:'must match pattern "^[0-9]{12}$"'};e===null?e=[f]:e.push(f),r++}}else{let f={instancePath:s+"/resourceAccoun\
t",schemaPath:"#/properties/resourceAccount/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[f]:e.push(f),r++}}
if(m.context!==void 0){let l=m.context;if(l&&typeof l=="object"&&!Array.isArray(l))for(let f in l){let g=l[f],P=r,k=!1,i=r;if(typeof g!="str\
ing"&&!(typeof g=="number"&&isFinite(g))&&typeof g!="boolean"){let p={instancePath:s+"/context/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"\
#/properties/context/additionalProperties/anyOf/0/type",keyword:"type",params:{type:x.properties.context.additionalProperties.anyOf[0].type},
message:"must be string,number,boolean"};e===null?e=[p]:e.push(p),r++}var v=i===r;k=k||v;let t=r;if(Array.isArray(g)){let p=g.length;for(let a=0;a<
p;a++){let o=g[a];if(typeof o!="string"&&!(typeof o=="number"&&isFinite(o))&&typeof o!="boolean"){let c={instancePath:s+"/context/"+f.replace(
/~/g,"~0").replace(/\//g,"~1")+"/"+a,schemaPath:"#/properties/context/additionalProperties/anyOf/1/items/type",keyword:"type",params:{type:x.
properties.context.additionalProperties.anyOf[1].items.type},message:"must be string,number,boolean"};e===null?e=[c]:e.push(c),r++}}}else{let p={
instancePath:s+"/context/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/context/additionalProperties/anyOf/1/type",keyword:"\
type",params:{type:"array"},message:"must be array"};e===null?e=[p]:e.push(p),r++}var v=t===r;if(k=k||v,k)r=P,e!==null&&(P?e.length=P:e=null);else{
let p={instancePath:s+"/context/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/context/additionalProperties/anyOf",keyword:"\
anyOf",params:{},message:"must match a schema in anyOf"};e===null?e=[p]:e.push(p),r++}}else{let f={instancePath:s+"/context",schemaPath:"#/p\
roperties/context/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[f]:e.push(f),r++}}if(m.encryptionContext!==
void 0){let l=m.encryptionContext;if(l&&typeof l=="object"&&!Array.isArray(l)){for(let f in l)if(typeof l[f]!="string"){let g={instancePath:s+
"/encryptionContext/"+f.replace(/~/g,"~0").replace(/\//g,"~1"),schemaPath:"#/properties/encryptionContext/additionalProperties/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[g]:e.push(g),r++}}else{let f={instancePath:s+"/encryptionContext",schemaPath:"\
#/properties/encryptionContext/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[f]:e.push(f),r++}}if(m.viaService!==
void 0&&typeof m.viaService!="string"){let l={instancePath:s+"/viaService",schemaPath:"#/properties/viaService/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[l]:e.push(l),r++}if(m.grantTokens!==void 0){let l=m.grantTokens;if(Array.isArray(l)){let f=l.
length;for(let g=0;g<f;g++)if(typeof l[g]!="string"){let P={instancePath:s+"/grantTokens/"+g,schemaPath:"#/properties/grantTokens/items/type",
keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[P]:e.push(P),r++}}else{let f={instancePath:s+"/grantTokens",schemaPath:"\
#/properties/grantTokens/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[f]:e.push(f),r++}}if(m.time!==void 0&&
typeof m.time!="string"){let l={instancePath:s+"/time",schemaPath:"#/properties/time/type",keyword:"type",params:{type:"string"},message:"mu\
st be string"};e===null?e=[l]:e.push(l),r++}if(m.unknown!==void 0){let l=m.unknown;if(Array.isArray(l)){let f=l.length;for(let g=0;g<f;g++)if(typeof l[g]!=
"string"){let P={instancePath:s+"/unknown/"+g,schemaPath:"#/properties/unknown/items/type",keyword:"type",params:{type:"string"},message:"mu\
st be string"};e===null?e=[P]:e.push(P),r++}}else{let f={instancePath:s+"/unknown",schemaPath:"#/properties/unknown/type",keyword:"type",params:{
type:"array"},message:"must be array"};e===null?e=[f]:e.push(f),r++}}}else{let l={instancePath:s,schemaPath:"#/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[l]:e.push(l),r++}return S.errors=e,r===0}S.evaluated={props:!0,dynamicProps:!1,dynamicItems:!1};
var L={"#/additionalProperties":["$schema","id","request","policies","grants","key"],"#/properties/request/additionalProperties":["principal",
"action","resource","resourceAccount","context","encryptionContext","viaService","grantTokens","time","unknown"],"#/properties/request/prope\
rties/principal/anyOf/1/additionalProperties":["arn","roleArn","userArn","userId","tags","orgId","orgPath","serviceLinkedRole","managementAc\
count","mfaAgeSeconds","sourceIdentity"],"#/properties/policies/additionalProperties":["resource","identity","boundary","session","serviceCo\
ntrol","resourceControl","endpoint"],"#/properties/policies/properties/identity/items/anyOf/0/additionalProperties":["name","document"],"#/p\
roperties/policies/properties/boundary/anyOf/0/additionalProperties":["name","document"],"#/properties/policies/properties/session/items/any\
Of/0/additionalProperties":["name","document"],"#/properties/policies/properties/serviceControl/items/items/anyOf/0/additionalProperties":["\
name","document"],"#/properties/policies/properties/resourceControl/items/items/anyOf/0/additionalProperties":["name","document"],"#/propert\
ies/grants/items/additionalProperties":["GrantId","Name","KeyId","GranteePrincipal","GranteeServicePrincipal","Operations","Constraints","Re\
tiringPrincipal","RetiringServicePrincipal","IssuingAccount","GrantToken","Propagated","CreationDate"],"#/properties/grants/items/properties\
/Constraints/additionalProperties":["EncryptionContextEquals","EncryptionContextSubset","SourceArn"],"#/properties/key/additionalProperties":[
"managedBy","aliases","tags","spec","usage","origin","multiRegion","multiRegionKeyType"]},F=m=>R(m)?[]:E(R.errors,L),D={"#/additionalPropert\
ies":["principal","action","resource","resourceAccount","context","encryptionContext","viaService","grantTokens","time","unknown"],"#/proper\
ties/principal/anyOf/1/additionalProperties":["arn","roleArn","userArn","userId","tags","orgId","orgPath","serviceLinkedRole","managementAcc\
ount","mfaAgeSeconds","sourceIdentity"]},M=m=>T(m)?[]:E(T.errors,D);export{F as validateCase,M as validateRequest};
