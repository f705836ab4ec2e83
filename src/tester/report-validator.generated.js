// Compiled from the JSON Schemas of schemas/ by .build/schemas.ts: run `npm run schemas`, never edit.
import{readFaults as v}from"../world/faults.ts";var w=b,h={$schema:"https://json-schema.org/draft/2020-12/schema",$id:"urn:kmsward:schemas:t\
est-report",title:"kmsward test report",description:"What became of every case of a run of `kmsward test`, or of a shard of one: what `--rep\
orter json` writes and `--merge` reads.",type:"object",properties:{version:{type:"number",const:1},kmsward:{type:"string"},files:{type:"arra\
y",items:{type:"object",properties:{path:{type:"string"},results:{type:"array",items:{type:"object",properties:{name:{type:"string"},at:{type:"\
object",properties:{file:{type:"string"},line:{type:"number",minimum:0},column:{type:"number",minimum:0},pointer:{type:"string"}},required:[
"file","pointer"]},status:{type:"string",enum:["passed","failed","skipped"]},milliseconds:{type:"number",minimum:0},skip:{type:"string"},problem:{
type:"object",properties:{code:{type:"string"},cause:{type:"string"},message:{type:"string"},expected:{type:"string"},got:{type:"string"},explanation:{
type:"string"},policyAt:{type:"object",properties:{file:{type:"string"},line:{type:"number",minimum:0},column:{type:"number",minimum:0},pointer:{
type:"string"}},required:["file","pointer"]}},required:["message"]}},required:["name","at","status","milliseconds"]}},errors:{type:"array",items:{
type:"object",properties:{code:{type:"string"},severity:{type:"string",enum:["error","warning"]},message:{type:"string"},at:{type:"object",properties:{
file:{type:"string"},line:{type:"number",minimum:0},column:{type:"number",minimum:0},pointer:{type:"string"}},required:["file","pointer"]},help:{
type:"string"}},required:["code","severity","message","at"]}},warnings:{type:"array",items:{type:"object",properties:{code:{type:"string"},severity:{
type:"string",enum:["error","warning"]},message:{type:"string"},at:{type:"object",properties:{file:{type:"string"},line:{type:"number",minimum:0},
column:{type:"number",minimum:0},pointer:{type:"string"}},required:["file","pointer"]},help:{type:"string"}},required:["code","severity","me\
ssage","at"]}}},required:["path","results","errors","warnings"]}},milliseconds:{type:"number",minimum:0},shard:{type:"object",properties:{index:{
type:"integer",minimum:1,maximum:9007199254740991},of:{type:"integer",minimum:1,maximum:9007199254740991}},required:["index","of"]},coverage:{
type:"object",properties:{version:{type:"number",const:1},requests:{type:"number",minimum:0},policies:{type:"array",items:{type:"object",properties:{
name:{type:"string"},type:{type:"string"},file:{type:"string"},pointer:{type:"string"},requests:{type:"number",minimum:0},text:{type:"string"},
items:{type:"array",items:{type:"object",properties:{kind:{type:"string",enum:["statement","principal","action","resource","condition","gran\
t","operation","constraint"]},statement:{type:"number",minimum:0},name:{type:"string"},sid:{type:"string"},effect:{type:"string",enum:["Allo\
w","Deny"]},except:{type:"boolean",const:!0},pointer:{type:"string"},line:{type:"number",minimum:0},column:{type:"number",minimum:0},endLine:{
type:"number",minimum:0},endColumn:{type:"number",minimum:0},decided:{type:"number",minimum:0},matched:{type:"number",minimum:0},failed:{type:"\
number",minimum:0},unknown:{type:"number",minimum:0}},required:["kind","statement","name","pointer","decided","matched","failed","unknown"]}}},
required:["name","type","file","pointer","requests","items"]}}},required:["version","requests","policies"]}},required:["version","kmsward","\
files","milliseconds"]};function b(d,{instancePath:t="",parentData:k,parentDataProperty:q,rootData:A=d,dynamicAnchors:j={}}={}){let e=null,i=0,
g=b.evaluated;if(g.dynamicProps&&(g.props=void 0),g.dynamicItems&&(g.items=void 0),d&&typeof d=="object"&&!Array.isArray(d)){if(d.version===
void 0){let f={instancePath:t,schemaPath:"#/required",keyword:"required",params:{missingProperty:"version"},message:"must have required prop\
erty 'version'"};e===null?e=[f]:e.push(f),i++}if(d.kmsward===void 0){let f={instancePath:t,schemaPath:"#/required",keyword:"required",params:{
missingProperty:"kmsward"},message:"must have required property 'kmsward'"};e===null?e=[f]:e.push(f),i++}if(d.files===void 0){let f={instancePath:t,
schemaPath:"#/required",keyword:"required",params:{missingProperty:"files"},message:"must have required property 'files'"};e===null?e=[f]:e.
push(f),i++}if(d.milliseconds===void 0){let f={instancePath:t,schemaPath:"#/required",keyword:"required",params:{missingProperty:"millisecon\
ds"},message:"must have required property 'milliseconds'"};e===null?e=[f]:e.push(f),i++}if(d.version!==void 0){let f=d.version;if(!(typeof f==
"number"&&isFinite(f))){let n={instancePath:t+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type:"number"},message:"\
must be number"};e===null?e=[n]:e.push(n),i++}if(f!==1){let n={instancePath:t+"/version",schemaPath:"#/properties/version/const",keyword:"co\
nst",params:{allowedValue:1},message:"must be equal to constant"};e===null?e=[n]:e.push(n),i++}}if(d.kmsward!==void 0&&typeof d.kmsward!="st\
ring"){let f={instancePath:t+"/kmsward",schemaPath:"#/properties/kmsward/type",keyword:"type",params:{type:"string"},message:"must be string"};
e===null?e=[f]:e.push(f),i++}if(d.files!==void 0){let f=d.files;if(Array.isArray(f)){let n=f.length;for(let o=0;o<n;o++){let l=f[o];if(l&&typeof l==
"object"&&!Array.isArray(l)){if(l.path===void 0){let c={instancePath:t+"/files/"+o,schemaPath:"#/properties/files/items/required",keyword:"r\
equired",params:{missingProperty:"path"},message:"must have required property 'path'"};e===null?e=[c]:e.push(c),i++}if(l.results===void 0){let c={
instancePath:t+"/files/"+o,schemaPath:"#/properties/files/items/required",keyword:"required",params:{missingProperty:"results"},message:"mus\
t have required property 'results'"};e===null?e=[c]:e.push(c),i++}if(l.errors===void 0){let c={instancePath:t+"/files/"+o,schemaPath:"#/prop\
erties/files/items/required",keyword:"required",params:{missingProperty:"errors"},message:"must have required property 'errors'"};e===null?e=
[c]:e.push(c),i++}if(l.warnings===void 0){let c={instancePath:t+"/files/"+o,schemaPath:"#/properties/files/items/required",keyword:"required",
params:{missingProperty:"warnings"},message:"must have required property 'warnings'"};e===null?e=[c]:e.push(c),i++}if(l.path!==void 0&&typeof l.
path!="string"){let c={instancePath:t+"/files/"+o+"/path",schemaPath:"#/properties/files/items/properties/path/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[c]:e.push(c),i++}if(l.results!==void 0){let c=l.results;if(Array.isArray(c)){let u=c.length;
for(let m=0;m<u;m++){let a=c[m];if(a&&typeof a=="object"&&!Array.isArray(a)){if(a.name===void 0){let r={instancePath:t+"/files/"+o+"/results\
/"+m,schemaPath:"#/properties/files/items/properties/results/items/required",keyword:"required",params:{missingProperty:"name"},message:"mus\
t have required property 'name'"};e===null?e=[r]:e.push(r),i++}if(a.at===void 0){let r={instancePath:t+"/files/"+o+"/results/"+m,schemaPath:"\
#/properties/files/items/properties/results/items/required",keyword:"required",params:{missingProperty:"at"},message:"must have required pro\
perty 'at'"};e===null?e=[r]:e.push(r),i++}if(a.status===void 0){let r={instancePath:t+"/files/"+o+"/results/"+m,schemaPath:"#/properties/fil\
es/items/properties/results/items/required",keyword:"required",params:{missingProperty:"status"},message:"must have required property 'statu\
s'"};e===null?e=[r]:e.push(r),i++}if(a.milliseconds===void 0){let r={instancePath:t+"/files/"+o+"/results/"+m,schemaPath:"#/properties/files\
/items/properties/results/items/required",keyword:"required",params:{missingProperty:"milliseconds"},message:"must have required property 'm\
illiseconds'"};e===null?e=[r]:e.push(r),i++}if(a.name!==void 0&&typeof a.name!="string"){let r={instancePath:t+"/files/"+o+"/results/"+m+"/n\
ame",schemaPath:"#/properties/files/items/properties/results/items/properties/name/type",keyword:"type",params:{type:"string"},message:"must\
 be string"};e===null?e=[r]:e.push(r),i++}if(a.at!==void 0){let r=a.at;if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.file===void 0){let s={
instancePath:t+"/files/"+o+"/results/"+m+"/at",schemaPath:"#/properties/files/items/properties/results/items/properties/at/required",keyword:"\
required",params:{missingProperty:"file"},message:"must have required property 'file'"};e===null?e=[s]:e.push(s),i++}if(r.pointer===void 0){
let s={instancePath:t+"/files/"+o+"/results/"+m+"/at",schemaPath:"#/properties/files/items/properties/results/items/properties/at/required",
keyword:"required",params:{missingProperty:"pointer"},message:"must have required property 'pointer'"};e===null?e=[s]:e.push(s),i++}if(r.file!==
void 0&&typeof r.file!="string"){let s={instancePath:t+"/files/"+o+"/results/"+m+"/at/file",schemaPath:"#/properties/files/items/properties/\
results/items/properties/at/properties/file/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[s]:e.push(s),i++}
if(r.line!==void 0){let s=r.line;if(typeof s=="number"&&isFinite(s)){if(s<0||isNaN(s)){let p={instancePath:t+"/files/"+o+"/results/"+m+"/at/\
line",schemaPath:"#/properties/files/items/properties/results/items/properties/at/properties/line/minimum",keyword:"minimum",params:{comparison:"\
>=",limit:0},message:"must be >= 0"};e===null?e=[p]:e.push(p),i++}}else{let p={instancePath:t+"/files/"+o+"/results/"+m+"/at/line",schemaPath:"\
#/properties/files/items/properties/results/items/properties/at/properties/line/type",keyword:"type",params:{type:"number"},message:"must be\
 number"};e===null?e=[p]:e.push(p),i++}}if(r.column!==void 0){let s=r.column;if(typeof s=="number"&&isFinite(s)){if(s<0||isNaN(s)){let p={instancePath:t+
"/files/"+o+"/results/"+m+"/at/column",schemaPath:"#/properties/files/items/properties/results/items/properties/at/properties/column/minimum",
keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"};e===null?e=[p]:e.push(p),i++}}else{let p={instancePath:t+"/files/"+
o+"/results/"+m+"/at/column",schemaPath:"#/properties/files/items/properties/results/items/properties/at/properties/column/type",keyword:"ty\
pe",params:{type:"number"},message:"must be number"};e===null?e=[p]:e.push(p),i++}}if(r.pointer!==void 0&&typeof r.pointer!="string"){let s={
instancePath:t+"/files/"+o+"/results/"+m+"/at/pointer",schemaPath:"#/properties/files/items/properties/results/items/properties/at/propertie\
s/pointer/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[s]:e.push(s),i++}}else{let s={instancePath:t+"/f\
iles/"+o+"/results/"+m+"/at",schemaPath:"#/properties/files/items/properties/results/items/properties/at/type",keyword:"type",params:{type:"\
object"},message:"must be object"};e===null?e=[s]:e.push(s),i++}}if(a.status!==void 0){let r=a.status;if(typeof r!="string"){let s={instancePath:t+
"/files/"+o+"/results/"+m+"/status",schemaPath:"#/properties/files/items/properties/results/items/properties/status/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[s]:e.push(s),i++}if(!(r==="passed"||r==="failed"||r==="skipped")){let s={instancePath:t+
"/files/"+o+"/results/"+m+"/status",schemaPath:"#/properties/files/items/properties/results/items/properties/status/enum",keyword:"enum",params:{
allowedValues:h.properties.files.items.properties.results.items.properties.status.enum},message:"must be equal to one of the allowed values"};
e===null?e=[s]:e.push(s),i++}}if(a.milliseconds!==void 0){let r=a.milliseconds;if(typeof r=="number"&&isFinite(r)){if(r<0||isNaN(r)){let s={
instancePath:t+"/files/"+o+"/results/"+m+"/milliseconds",schemaPath:"#/properties/files/items/properties/results/items/properties/millisecon\
ds/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"};e===null?e=[s]:e.push(s),i++}}else{let s={instancePath:t+
"/files/"+o+"/results/"+m+"/milliseconds",schemaPath:"#/properties/files/items/properties/results/items/properties/milliseconds/type",keyword:"\
type",params:{type:"number"},message:"must be number"};e===null?e=[s]:e.push(s),i++}}if(a.skip!==void 0&&typeof a.skip!="string"){let r={instancePath:t+
"/files/"+o+"/results/"+m+"/skip",schemaPath:"#/properties/files/items/properties/results/items/properties/skip/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[r]:e.push(r),i++}if(a.problem!==void 0){let r=a.problem;if(r&&typeof r=="object"&&!Array.
isArray(r)){if(r.message===void 0){let s={instancePath:t+"/files/"+o+"/results/"+m+"/problem",schemaPath:"#/properties/files/items/propertie\
s/results/items/properties/problem/required",keyword:"required",params:{missingProperty:"message"},message:"must have required property 'mes\
sage'"};e===null?e=[s]:e.push(s),i++}if(r.code!==void 0&&typeof r.code!="string"){let s={instancePath:t+"/files/"+o+"/results/"+m+"/problem/\
code",schemaPath:"#/properties/files/items/properties/results/items/properties/problem/properties/code/type",keyword:"type",params:{type:"st\
ring"},message:"must be string"};e===null?e=[s]:e.push(s),i++}if(r.cause!==void 0&&typeof r.cause!="string"){let s={instancePath:t+"/files/"+
o+"/results/"+m+"/problem/cause",schemaPath:"#/properties/files/items/properties/results/items/properties/problem/properties/cause/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[s]:e.push(s),i++}if(r.message!==void 0&&typeof r.message!="string"){let s={
instancePath:t+"/files/"+o+"/results/"+m+"/problem/message",schemaPath:"#/properties/files/items/properties/results/items/properties/problem\
/properties/message/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[s]:e.push(s),i++}if(r.expected!==void 0&&
typeof r.expected!="string"){let s={instancePath:t+"/files/"+o+"/results/"+m+"/problem/expected",schemaPath:"#/properties/files/items/proper\
ties/results/items/properties/problem/properties/expected/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[
s]:e.push(s),i++}if(r.got!==void 0&&typeof r.got!="string"){let s={instancePath:t+"/files/"+o+"/results/"+m+"/problem/got",schemaPath:"#/pro\
perties/files/items/properties/results/items/properties/problem/properties/got/type",keyword:"type",params:{type:"string"},message:"must be \
string"};e===null?e=[s]:e.push(s),i++}if(r.explanation!==void 0&&typeof r.explanation!="string"){let s={instancePath:t+"/files/"+o+"/results\
/"+m+"/problem/explanation",schemaPath:"#/properties/files/items/properties/results/items/properties/problem/properties/explanation/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[s]:e.push(s),i++}if(r.policyAt!==void 0){let s=r.policyAt;if(s&&typeof s==
"object"&&!Array.isArray(s)){if(s.file===void 0){let p={instancePath:t+"/files/"+o+"/results/"+m+"/problem/policyAt",schemaPath:"#/propertie\
s/files/items/properties/results/items/properties/problem/properties/policyAt/required",keyword:"required",params:{missingProperty:"file"},message:"\
must have required property 'file'"};e===null?e=[p]:e.push(p),i++}if(s.pointer===void 0){let p={instancePath:t+"/files/"+o+"/results/"+m+"/p\
roblem/policyAt",schemaPath:"#/properties/files/items/properties/results/items/properties/problem/properties/policyAt/required",keyword:"req\
uired",params:{missingProperty:"pointer"},message:"must have required property 'pointer'"};e===null?e=[p]:e.push(p),i++}if(s.file!==void 0&&
typeof s.file!="string"){let p={instancePath:t+"/files/"+o+"/results/"+m+"/problem/policyAt/file",schemaPath:"#/properties/files/items/prope\
rties/results/items/properties/problem/properties/policyAt/properties/file/type",keyword:"type",params:{type:"string"},message:"must be stri\
ng"};e===null?e=[p]:e.push(p),i++}if(s.line!==void 0){let p=s.line;if(typeof p=="number"&&isFinite(p)){if(p<0||isNaN(p)){let y={instancePath:t+
"/files/"+o+"/results/"+m+"/problem/policyAt/line",schemaPath:"#/properties/files/items/properties/results/items/properties/problem/properti\
es/policyAt/properties/line/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"};e===null?e=[y]:e.push(y),i++}}else{
let y={instancePath:t+"/files/"+o+"/results/"+m+"/problem/policyAt/line",schemaPath:"#/properties/files/items/properties/results/items/prope\
rties/problem/properties/policyAt/properties/line/type",keyword:"type",params:{type:"number"},message:"must be number"};e===null?e=[y]:e.push(
y),i++}}if(s.column!==void 0){let p=s.column;if(typeof p=="number"&&isFinite(p)){if(p<0||isNaN(p)){let y={instancePath:t+"/files/"+o+"/resul\
ts/"+m+"/problem/policyAt/column",schemaPath:"#/properties/files/items/properties/results/items/properties/problem/properties/policyAt/prope\
rties/column/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"};e===null?e=[y]:e.push(y),i++}}else{let y={instancePath:t+
"/files/"+o+"/results/"+m+"/problem/policyAt/column",schemaPath:"#/properties/files/items/properties/results/items/properties/problem/proper\
ties/policyAt/properties/column/type",keyword:"type",params:{type:"number"},message:"must be number"};e===null?e=[y]:e.push(y),i++}}if(s.pointer!==
void 0&&typeof s.pointer!="string"){let p={instancePath:t+"/files/"+o+"/results/"+m+"/problem/policyAt/pointer",schemaPath:"#/properties/fil\
es/items/properties/results/items/properties/problem/properties/policyAt/properties/pointer/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[p]:e.push(p),i++}}else{let p={instancePath:t+"/files/"+o+"/results/"+m+"/problem/policyAt",schemaPath:"#/proper\
ties/files/items/properties/results/items/properties/problem/properties/policyAt/type",keyword:"type",params:{type:"object"},message:"must b\
e object"};e===null?e=[p]:e.push(p),i++}}}else{let s={instancePath:t+"/files/"+o+"/results/"+m+"/problem",schemaPath:"#/properties/files/ite\
ms/properties/results/items/properties/problem/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[s]:e.push(s),
i++}}}else{let r={instancePath:t+"/files/"+o+"/results/"+m,schemaPath:"#/properties/files/items/properties/results/items/type",keyword:"type",
params:{type:"object"},message:"must be object"};e===null?e=[r]:e.push(r),i++}}}else{let u={instancePath:t+"/files/"+o+"/results",schemaPath:"\
#/properties/files/items/properties/results/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[u]:e.push(u),i++}}
if(l.errors!==void 0){let c=l.errors;if(Array.isArray(c)){let u=c.length;for(let m=0;m<u;m++){let a=c[m];if(a&&typeof a=="object"&&!Array.isArray(
a)){if(a.code===void 0){let r={instancePath:t+"/files/"+o+"/errors/"+m,schemaPath:"#/properties/files/items/properties/errors/items/required",
keyword:"required",params:{missingProperty:"code"},message:"must have required property 'code'"};e===null?e=[r]:e.push(r),i++}if(a.severity===
void 0){let r={instancePath:t+"/files/"+o+"/errors/"+m,schemaPath:"#/properties/files/items/properties/errors/items/required",keyword:"requi\
red",params:{missingProperty:"severity"},message:"must have required property 'severity'"};e===null?e=[r]:e.push(r),i++}if(a.message===void 0){
let r={instancePath:t+"/files/"+o+"/errors/"+m,schemaPath:"#/properties/files/items/properties/errors/items/required",keyword:"required",params:{
missingProperty:"message"},message:"must have required property 'message'"};e===null?e=[r]:e.push(r),i++}if(a.at===void 0){let r={instancePath:t+
"/files/"+o+"/errors/"+m,schemaPath:"#/properties/files/items/properties/errors/items/required",keyword:"required",params:{missingProperty:"\
at"},message:"must have required property 'at'"};e===null?e=[r]:e.push(r),i++}if(a.code!==void 0&&typeof a.code!="string"){let r={instancePath:t+
"/files/"+o+"/errors/"+m+"/code",schemaPath:"#/properties/files/items/properties/errors/items/properties/code/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[r]:e.push(r),i++}if(a.severity!==void 0){let r=a.severity;if(typeof r!="string"){let s={instancePath:t+
"/files/"+o+"/errors/"+m+"/severity",schemaPath:"#/properties/files/items/properties/errors/items/properties/severity/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[s]:e.push(s),i++}if(!(r==="error"||r==="warning")){let s={instancePath:t+"/files/"+o+"/\
errors/"+m+"/severity",schemaPath:"#/properties/files/items/properties/errors/items/properties/severity/enum",keyword:"enum",params:{allowedValues:h.
properties.files.items.properties.errors.items.properties.severity.enum},message:"must be equal to one of the allowed values"};e===null?e=[s]:
e.push(s),i++}}if(a.message!==void 0&&typeof a.message!="string"){let r={instancePath:t+"/files/"+o+"/errors/"+m+"/message",schemaPath:"#/pr\
operties/files/items/properties/errors/items/properties/message/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?
e=[r]:e.push(r),i++}if(a.at!==void 0){let r=a.at;if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.file===void 0){let s={instancePath:t+"/fi\
les/"+o+"/errors/"+m+"/at",schemaPath:"#/properties/files/items/properties/errors/items/properties/at/required",keyword:"required",params:{missingProperty:"\
file"},message:"must have required property 'file'"};e===null?e=[s]:e.push(s),i++}if(r.pointer===void 0){let s={instancePath:t+"/files/"+o+"\
/errors/"+m+"/at",schemaPath:"#/properties/files/items/properties/errors/items/properties/at/required",keyword:"required",params:{missingProperty:"\
pointer"},message:"must have required property 'pointer'"};e===null?e=[s]:e.push(s),i++}if(r.file!==void 0&&typeof r.file!="string"){let s={
instancePath:t+"/files/"+o+"/errors/"+m+"/at/file",schemaPath:"#/properties/files/items/properties/errors/items/properties/at/properties/fil\
e/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[s]:e.push(s),i++}if(r.line!==void 0){let s=r.line;if(typeof s==
"number"&&isFinite(s)){if(s<0||isNaN(s)){let p={instancePath:t+"/files/"+o+"/errors/"+m+"/at/line",schemaPath:"#/properties/files/items/prop\
erties/errors/items/properties/at/properties/line/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"};e===null?
e=[p]:e.push(p),i++}}else{let p={instancePath:t+"/files/"+o+"/errors/"+m+"/at/line",schemaPath:"#/properties/files/items/properties/errors/i\
tems/properties/at/properties/line/type",keyword:"type",params:{type:"number"},message:"must be number"};e===null?e=[p]:e.push(p),i++}}if(r.
column!==void 0){let s=r.column;if(typeof s=="number"&&isFinite(s)){if(s<0||isNaN(s)){let p={instancePath:t+"/files/"+o+"/errors/"+m+"/at/co\
lumn",schemaPath:"#/properties/files/items/properties/errors/items/properties/at/properties/column/minimum",keyword:"minimum",params:{comparison:"\
>=",limit:0},message:"must be >= 0"};e===null?e=[p]:e.push(p),i++}}else{let p={instancePath:t+"/files/"+o+"/errors/"+m+"/at/column",schemaPath:"\
#/properties/files/items/properties/errors/items/properties/at/properties/column/type",keyword:"type",params:{type:"number"},message:"must b\
e number"};e===null?e=[p]:e.push(p),i++}}if(r.pointer!==void 0&&typeof r.pointer!="string"){let s={instancePath:t+"/files/"+o+"/errors/"+m+"\
/at/pointer",schemaPath:"#/properties/files/items/properties/errors/items/properties/at/properties/pointer/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[s]:e.push(s),i++}}else{let s={instancePath:t+"/files/"+o+"/errors/"+m+"/at",schemaPath:"#/pro\
perties/files/items/properties/errors/items/properties/at/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[
s]:e.push(s),i++}}if(a.help!==void 0&&typeof a.help!="string"){let r={instancePath:t+"/files/"+o+"/errors/"+m+"/help",schemaPath:"#/properti\
es/files/items/properties/errors/items/properties/help/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[r]:
e.push(r),i++}}else{let r={instancePath:t+"/files/"+o+"/errors/"+m,schemaPath:"#/properties/files/items/properties/errors/items/type",keyword:"\
type",params:{type:"object"},message:"must be object"};e===null?e=[r]:e.push(r),i++}}}else{let u={instancePath:t+"/files/"+o+"/errors",schemaPath:"\
#/properties/files/items/properties/errors/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[u]:e.push(u),i++}}
if(l.warnings!==void 0){let c=l.warnings;if(Array.isArray(c)){let u=c.length;for(let m=0;m<u;m++){let a=c[m];if(a&&typeof a=="object"&&!Array.
isArray(a)){if(a.code===void 0){let r={instancePath:t+"/files/"+o+"/warnings/"+m,schemaPath:"#/properties/files/items/properties/warnings/it\
ems/required",keyword:"required",params:{missingProperty:"code"},message:"must have required property 'code'"};e===null?e=[r]:e.push(r),i++}
if(a.severity===void 0){let r={instancePath:t+"/files/"+o+"/warnings/"+m,schemaPath:"#/properties/files/items/properties/warnings/items/requ\
ired",keyword:"required",params:{missingProperty:"severity"},message:"must have required property 'severity'"};e===null?e=[r]:e.push(r),i++}
if(a.message===void 0){let r={instancePath:t+"/files/"+o+"/warnings/"+m,schemaPath:"#/properties/files/items/properties/warnings/items/requi\
red",keyword:"required",params:{missingProperty:"message"},message:"must have required property 'message'"};e===null?e=[r]:e.push(r),i++}if(a.
at===void 0){let r={instancePath:t+"/files/"+o+"/warnings/"+m,schemaPath:"#/properties/files/items/properties/warnings/items/required",keyword:"\
required",params:{missingProperty:"at"},message:"must have required property 'at'"};e===null?e=[r]:e.push(r),i++}if(a.code!==void 0&&typeof a.
code!="string"){let r={instancePath:t+"/files/"+o+"/warnings/"+m+"/code",schemaPath:"#/properties/files/items/properties/warnings/items/prop\
erties/code/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[r]:e.push(r),i++}if(a.severity!==void 0){let r=a.
severity;if(typeof r!="string"){let s={instancePath:t+"/files/"+o+"/warnings/"+m+"/severity",schemaPath:"#/properties/files/items/properties\
/warnings/items/properties/severity/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[s]:e.push(s),i++}if(!(r===
"error"||r==="warning")){let s={instancePath:t+"/files/"+o+"/warnings/"+m+"/severity",schemaPath:"#/properties/files/items/properties/warnin\
gs/items/properties/severity/enum",keyword:"enum",params:{allowedValues:h.properties.files.items.properties.warnings.items.properties.severity.
enum},message:"must be equal to one of the allowed values"};e===null?e=[s]:e.push(s),i++}}if(a.message!==void 0&&typeof a.message!="string"){
let r={instancePath:t+"/files/"+o+"/warnings/"+m+"/message",schemaPath:"#/properties/files/items/properties/warnings/items/properties/messag\
e/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[r]:e.push(r),i++}if(a.at!==void 0){let r=a.at;if(r&&typeof r==
"object"&&!Array.isArray(r)){if(r.file===void 0){let s={instancePath:t+"/files/"+o+"/warnings/"+m+"/at",schemaPath:"#/properties/files/items\
/properties/warnings/items/properties/at/required",keyword:"required",params:{missingProperty:"file"},message:"must have required property '\
file'"};e===null?e=[s]:e.push(s),i++}if(r.pointer===void 0){let s={instancePath:t+"/files/"+o+"/warnings/"+m+"/at",schemaPath:"#/properties/\
files/items/properties/warnings/items/properties/at/required",keyword:"required",params:{missingProperty:"pointer"},message:"must have requi\
red property 'pointer'"};e===null?e=[s]:e.push(s),i++}if(r.file!==void 0&&typeof r.file!="string"){let s={instancePath:t+"/files/"+o+"/warni\
ngs/"+m+"/at/file",schemaPath:"#/properties/files/items/properties/warnings/items/properties/at/properties/file/type",keyword:"type",params:{
type:"string"},message:"must be string"};e===null?e=[s]:e.push(s),i++}if(r.line!==void 0){let s=r.line;if(typeof s=="number"&&isFinite(s)){if(s<
0||isNaN(s)){let p={instancePath:t+"/files/"+o+"/warnings/"+m+"/at/line",schemaPath:"#/properties/files/items/properties/warnings/items/prop\
erties/at/properties/line/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"};e===null?e=[p]:e.push(p),i++}}else{
let p={instancePath:t+"/files/"+o+"/warnings/"+m+"/at/line",schemaPath:"#/properties/files/items/properties/warnings/items/properties/at/pro\
perties/line/type",keyword:"type",params:{type:"number"},message:"must be number"};e===null?e=[p]:e.push(p),i++}}if(r.column!==void 0){let s=r.
column;if(typeof s=="number"&&isFinite(s)){if(s<0||isNaN(s)){let p={instancePath:t+"/files/"+o+"/warnings/"+m+"/at/column",schemaPath:"#/pro\
perties/files/items/properties/warnings/items/properties/at/properties/column/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"\
must be >= 0"};e===null?e=[p]:e.push(p),i++}}else{let p={instancePath:t+"/files/"+o+"/warnings/"+m+"/at/column",schemaPath:"#/properties/fil\
es/items/properties/warnings/items/properties/at/properties/column/type",keyword:"type",params:{type:"number"},message:"must be number"};e===
null?e=[p]:e.push(p),i++}}if(r.pointer!==void 0&&typeof r.pointer!="string"){let s={instancePath:t+"/files/"+o+"/warnings/"+m+"/at/pointer",
schemaPath:"#/properties/files/items/properties/warnings/items/properties/at/properties/pointer/type",keyword:"type",params:{type:"string"},
message:"must be string"};e===null?e=[s]:e.push(s),i++}}else{let s={instancePath:t+"/files/"+o+"/warnings/"+m+"/at",schemaPath:"#/properties\
/files/items/properties/warnings/items/properties/at/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[s]:e.
push(s),i++}}if(a.help!==void 0&&typeof a.help!="string"){let r={instancePath:t+"/files/"+o+"/warnings/"+m+"/help",schemaPath:"#/properties/\
files/items/properties/warnings/items/properties/help/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[r]:e.
push(r),i++}}else{let r={instancePath:t+"/files/"+o+"/warnings/"+m,schemaPath:"#/properties/files/items/properties/warnings/items/type",keyword:"\
type",params:{type:"object"},message:"must be object"};e===null?e=[r]:e.push(r),i++}}}else{let u={instancePath:t+"/files/"+o+"/warnings",schemaPath:"\
#/properties/files/items/properties/warnings/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[u]:e.push(u),i++}}}else{
let c={instancePath:t+"/files/"+o,schemaPath:"#/properties/files/items/type",keyword:"type",params:{type:"object"},message:"must be object"};
e===null?e=[c]:e.push(c),i++}}}else{let n={instancePath:t+"/files",schemaPath:"#/properties/files/type",keyword:"type",params:{type:"array"},
message:"must be array"};e===null?e=[n]:e.push(n),i++}}if(d.milliseconds!==void 0){let f=d.milliseconds;if(typeof f=="number"&&isFinite(f)){
if(f<0||isNaN(f)){let n={instancePath:t+"/milliseconds",schemaPath:"#/properties/milliseconds/minimum",keyword:"minimum",params:{comparison:"\
>=",limit:0},message:"must be >= 0"};e===null?e=[n]:e.push(n),i++}}else{let n={instancePath:t+"/milliseconds",schemaPath:"#/properties/milli\
seconds/type",keyword:"type",params:{type:"number"},message:"must be number"};e===null?e=[n]:e.push(n),i++}}if(d.shard!==void 0){let f=d.shard;
if(f&&typeof f=="object"&&!Array.isArray(f)){if(f.index===void 0){let n={instancePath:t+"/shard",schemaPath:"#/properties/shard/required",keyword:"\
required",params:{missingProperty:"index"},message:"must have required property 'index'"};e===null?e=[n]:e.push(n),i++}if(f.of===void 0){let n={
instancePath:t+"/shard",schemaPath:"#/properties/shard/required",keyword:"required",params:{missingProperty:"of"},message:"must have require\
d property 'of'"};e===null?e=[n]:e.push(n),i++}if(f.index!==void 0){let n=f.index;if(!(typeof n=="number"&&!(n%1)&&!isNaN(n)&&isFinite(n))){
let o={instancePath:t+"/shard/index",schemaPath:"#/properties/shard/properties/index/type",keyword:"type",params:{type:"integer"},message:"m\
ust be integer"};e===null?e=[o]:e.push(o),i++}if(typeof n=="number"&&isFinite(n)){if(n>9007199254740991||isNaN(n)){let o={instancePath:t+"/s\
hard/index",schemaPath:"#/properties/shard/properties/index/maximum",keyword:"maximum",params:{comparison:"<=",limit:9007199254740991},message:"\
must be <= 9007199254740991"};e===null?e=[o]:e.push(o),i++}if(n<1||isNaN(n)){let o={instancePath:t+"/shard/index",schemaPath:"#/properties/s\
hard/properties/index/minimum",keyword:"minimum",params:{comparison:">=",limit:1},message:"must be >= 1"};e===null?e=[o]:e.push(o),i++}}}if(f.
of!==void 0){let n=f.of;if(!(typeof n=="number"&&!(n%1)&&!isNaN(n)&&isFinite(n))){let o={instancePath:t+"/shard/of",schemaPath:"#/properties\
/shard/properties/of/type",keyword:"type",params:{type:"integer"},message:"must be integer"};e===null?e=[o]:e.push(o),i++}if(typeof n=="numb\
er"&&isFinite(n)){if(n>9007199254740991||isNaN(n)){let o={instancePath:t+"/shard/of",schemaPath:"#/properties/shard/properties/of/maximum",keyword:"\
maximum",params:{comparison:"<=",limit:9007199254740991},message:"must be <= 9007199254740991"};e===null?e=[o]:e.push(o),i++}if(n<1||isNaN(n)){
let o={instancePath:t+"/shard/of",schemaPath:"#/properties/shard/properties/of/minimum",keyword:"minimum",params:{comparison:">=",limit:1},message:"\
must be >= 1"};e===null?e=[o]:e.push(o),i++}}}}else{let n={instancePath:t+"/shard",schemaPath:"#/properties/shard/type",keyword:"type",params:{
type:"object"},message:"must be object"};e===null?e=[n]:e.push(n),i++}}if(d.coverage!==void 0){let f=d.coverage;if(f&&typeof f=="object"&&!Array.
isArray(f)){if(f.version===void 0){let n={instancePath:t+"/coverage",schemaPath:"#/properties/coverage/required",keyword:"required",params:{
missingProperty:"version"},message:"must have required property 'version'"};e===null?e=[n]:e.push(n),i++}if(f.requests===void 0){let n={instancePath:t+
"/coverage",schemaPath:"#/properties/coverage/required",keyword:"required",params:{missingProperty:"requests"},message:"must have required p\
roperty 'requests'"};e===null?e=[n]:e.push(n),i++}if(f.policies===void 0){let n={instancePath:t+"/coverage",schemaPath:"#/properties/coverag\
e/required",keyword:"required",params:{missingProperty:"policies"},message:"must have required property 'policies'"};e===null?e=[n]:e.push(n),
i++}if(f.version!==void 0){let n=f.version;if(!(typeof n=="number"&&isFinite(n))){let o={instancePath:t+"/coverage/version",schemaPath:"#/pr\
operties/coverage/properties/version/type",keyword:"type",params:{type:"number"},message:"must be number"};e===null?e=[o]:e.push(o),i++}if(n!==
1){let o={instancePath:t+"/coverage/version",schemaPath:"#/properties/coverage/properties/version/const",keyword:"const",params:{allowedValue:1},
message:"must be equal to constant"};e===null?e=[o]:e.push(o),i++}}if(f.requests!==void 0){let n=f.requests;if(typeof n=="number"&&isFinite(
n)){if(n<0||isNaN(n)){let o={instancePath:t+"/coverage/requests",schemaPath:"#/properties/coverage/properties/requests/minimum",keyword:"min\
imum",params:{comparison:">=",limit:0},message:"must be >= 0"};e===null?e=[o]:e.push(o),i++}}else{let o={instancePath:t+"/coverage/requests",
schemaPath:"#/properties/coverage/properties/requests/type",keyword:"type",params:{type:"number"},message:"must be number"};e===null?e=[o]:e.
push(o),i++}}if(f.policies!==void 0){let n=f.policies;if(Array.isArray(n)){let o=n.length;for(let l=0;l<o;l++){let c=n[l];if(c&&typeof c=="o\
bject"&&!Array.isArray(c)){if(c.name===void 0){let u={instancePath:t+"/coverage/policies/"+l,schemaPath:"#/properties/coverage/properties/po\
licies/items/required",keyword:"required",params:{missingProperty:"name"},message:"must have required property 'name'"};e===null?e=[u]:e.push(
u),i++}if(c.type===void 0){let u={instancePath:t+"/coverage/policies/"+l,schemaPath:"#/properties/coverage/properties/policies/items/require\
d",keyword:"required",params:{missingProperty:"type"},message:"must have required property 'type'"};e===null?e=[u]:e.push(u),i++}if(c.file===
void 0){let u={instancePath:t+"/coverage/policies/"+l,schemaPath:"#/properties/coverage/properties/policies/items/required",keyword:"require\
d",params:{missingProperty:"file"},message:"must have required property 'file'"};e===null?e=[u]:e.push(u),i++}if(c.pointer===void 0){let u={
instancePath:t+"/coverage/policies/"+l,schemaPath:"#/properties/coverage/properties/policies/items/required",keyword:"required",params:{missingProperty:"\
pointer"},message:"must have required property 'pointer'"};e===null?e=[u]:e.push(u),i++}if(c.requests===void 0){let u={instancePath:t+"/cove\
rage/policies/"+l,schemaPath:"#/properties/coverage/properties/policies/items/required",keyword:"required",params:{missingProperty:"requests"},
message:"must have required property 'requests'"};e===null?e=[u]:e.push(u),i++}if(c.items===void 0){let u={instancePath:t+"/coverage/policie\
s/"+l,schemaPath:"#/properties/coverage/properties/policies/items/required",keyword:"required",params:{missingProperty:"items"},message:"mus\
t have required property 'items'"};e===null?e=[u]:e.push(u),i++}if(c.name!==void 0&&typeof c.name!="string"){let u={instancePath:t+"/coverag\
e/policies/"+l+"/name",schemaPath:"#/properties/coverage/properties/policies/items/properties/name/type",keyword:"type",params:{type:"string"},
message:"must be string"};e===null?e=[u]:e.push(u),i++}if(c.type!==void 0&&typeof c.type!="string"){let u={instancePath:t+"/coverage/policie\
s/"+l+"/type",schemaPath:"#/properties/coverage/properties/policies/items/properties/type/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[u]:e.push(u),i++}if(c.file!==void 0&&typeof c.file!="string"){let u={instancePath:t+"/coverage/policies/"+l+"/f\
ile",schemaPath:"#/properties/coverage/properties/policies/items/properties/file/type",keyword:"type",params:{type:"string"},message:"must b\
e string"};e===null?e=[u]:e.push(u),i++}if(c.pointer!==void 0&&typeof c.pointer!="string"){let u={instancePath:t+"/coverage/policies/"+l+"/p\
ointer",schemaPath:"#/properties/coverage/properties/policies/items/properties/pointer/type",keyword:"type",params:{type:"string"},message:"\
must be string"};e===null?e=[u]:e.push(u),i++}if(c.requests!==void 0){let u=c.requests;if(typeof u=="number"&&isFinite(u)){if(u<0||isNaN(u)){
let m={instancePath:t+"/coverage/policies/"+l+"/requests",schemaPath:"#/properties/coverage/properties/policies/items/properties/requests/mi\
nimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"};e===null?e=[m]:e.push(m),i++}}else{let m={instancePath:t+"\
/coverage/policies/"+l+"/requests",schemaPath:"#/properties/coverage/properties/policies/items/properties/requests/type",keyword:"type",params:{
type:"number"},message:"must be number"};e===null?e=[m]:e.push(m),i++}}if(c.text!==void 0&&typeof c.text!="string"){let u={instancePath:t+"/\
coverage/policies/"+l+"/text",schemaPath:"#/properties/coverage/properties/policies/items/properties/text/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[u]:e.push(u),i++}if(c.items!==void 0){let u=c.items;if(Array.isArray(u)){let m=u.length;for(let a=0;a<
m;a++){let r=u[a];if(r&&typeof r=="object"&&!Array.isArray(r)){if(r.kind===void 0){let s={instancePath:t+"/coverage/policies/"+l+"/items/"+a,
schemaPath:"#/properties/coverage/properties/policies/items/properties/items/items/required",keyword:"required",params:{missingProperty:"kin\
d"},message:"must have required property 'kind'"};e===null?e=[s]:e.push(s),i++}if(r.statement===void 0){let s={instancePath:t+"/coverage/pol\
icies/"+l+"/items/"+a,schemaPath:"#/properties/coverage/properties/policies/items/properties/items/items/required",keyword:"required",params:{
missingProperty:"statement"},message:"must have required property 'statement'"};e===null?e=[s]:e.push(s),i++}if(r.name===void 0){let s={instancePath:t+
"/coverage/policies/"+l+"/items/"+a,schemaPath:"#/properties/coverage/properties/policies/items/properties/items/items/required",keyword:"re\
quired",params:{missingProperty:"name"},message:"must have required property 'name'"};e===null?e=[s]:e.push(s),i++}if(r.pointer===void 0){let s={
instancePath:t+"/coverage/policies/"+l+"/items/"+a,schemaPath:"#/properties/coverage/properties/policies/items/properties/items/items/requir\
ed",keyword:"required",params:{missingProperty:"pointer"},message:"must have required property 'pointer'"};e===null?e=[s]:e.push(s),i++}if(r.
decided===void 0){let s={instancePath:t+"/coverage/policies/"+l+"/items/"+a,schemaPath:"#/properties/coverage/properties/policies/items/prop\
erties/items/items/required",keyword:"required",params:{missingProperty:"decided"},message:"must have required property 'decided'"};e===null?
e=[s]:e.push(s),i++}if(r.matched===void 0){let s={instancePath:t+"/coverage/policies/"+l+"/items/"+a,schemaPath:"#/properties/coverage/prope\
rties/policies/items/properties/items/items/required",keyword:"required",params:{missingProperty:"matched"},message:"must have required prop\
erty 'matched'"};e===null?e=[s]:e.push(s),i++}if(r.failed===void 0){let s={instancePath:t+"/coverage/policies/"+l+"/items/"+a,schemaPath:"#/\
properties/coverage/properties/policies/items/properties/items/items/required",keyword:"required",params:{missingProperty:"failed"},message:"\
must have required property 'failed'"};e===null?e=[s]:e.push(s),i++}if(r.unknown===void 0){let s={instancePath:t+"/coverage/policies/"+l+"/i\
tems/"+a,schemaPath:"#/properties/coverage/properties/policies/items/properties/items/items/required",keyword:"required",params:{missingProperty:"\
unknown"},message:"must have required property 'unknown'"};e===null?e=[s]:e.push(s),i++}if(r.kind!==void 0){let s=r.kind;if(typeof s!="strin\
g"){let p={instancePath:t+"/coverage/policies/"+l+"/items/"+a+"/kind",schemaPath:"#/properties/coverage/properties/policies/items/properties\
/items/items/properties/kind/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),i++}if(!(s==="st\
atement"||s==="principal"||s==="action"||s==="resource"||s==="condition"||s==="grant"||s==="operation"||s==="constraint")){let p={instancePath:t+
"/coverage/policies/"+l+"/items/"+a+"/kind",schemaPath:"#/properties/coverage/properties/policies/items/properties/items/items/properties/ki\
nd/enum",keyword:"enum",params:{allowedValues:h.properties.coverage.properties.policies.items.properties.items.items.properties.kind.enum},message:"\
must be equal to one of the allowed values"};e===null?e=[p]:e.push(p),i++}}if(r.statement!==void 0){let s=r.statement;if(typeof s=="number"&&
isFinite(s)){if(s<0||isNaN(s)){let p={instancePath:t+"/coverage/policies/"+l+"/items/"+a+"/statement",schemaPath:"#/properties/coverage/prop\
erties/policies/items/properties/items/items/properties/statement/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must \
be >= 0"};e===null?e=[p]:e.push(p),i++}}else{let p={instancePath:t+"/coverage/policies/"+l+"/items/"+a+"/statement",schemaPath:"#/properties\
/coverage/properties/policies/items/properties/items/items/properties/statement/type",keyword:"type",params:{type:"number"},message:"must be\
 number"};e===null?e=[p]:e.push(p),i++}}if(r.name!==void 0&&typeof r.name!="string"){let s={instancePath:t+"/coverage/policies/"+l+"/items/"+
a+"/name",schemaPath:"#/properties/coverage/properties/policies/items/properties/items/items/properties/name/type",keyword:"type",params:{type:"\
string"},message:"must be string"};e===null?e=[s]:e.push(s),i++}if(r.sid!==void 0&&typeof r.sid!="string"){let s={instancePath:t+"/coverage/\
policies/"+l+"/items/"+a+"/sid",schemaPath:"#/properties/coverage/properties/policies/items/properties/items/items/properties/sid/type",keyword:"\
type",params:{type:"string"},message:"must be string"};e===null?e=[s]:e.push(s),i++}if(r.effect!==void 0){let s=r.effect;if(typeof s!="strin\
g"){let p={instancePath:t+"/coverage/policies/"+l+"/items/"+a+"/effect",schemaPath:"#/properties/coverage/properties/policies/items/properti\
es/items/items/properties/effect/type",keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[p]:e.push(p),i++}if(!(s===
"Allow"||s==="Deny")){let p={instancePath:t+"/coverage/policies/"+l+"/items/"+a+"/effect",schemaPath:"#/properties/coverage/properties/polic\
ies/items/properties/items/items/properties/effect/enum",keyword:"enum",params:{allowedValues:h.properties.coverage.properties.policies.items.
properties.items.items.properties.effect.enum},message:"must be equal to one of the allowed values"};e===null?e=[p]:e.push(p),i++}}if(r.except!==
void 0){let s=r.except;if(typeof s!="boolean"){let p={instancePath:t+"/coverage/policies/"+l+"/items/"+a+"/except",schemaPath:"#/properties/\
coverage/properties/policies/items/properties/items/items/properties/except/type",keyword:"type",params:{type:"boolean"},message:"must be bo\
olean"};e===null?e=[p]:e.push(p),i++}if(s!==!0){let p={instancePath:t+"/coverage/policies/"+l+"/items/"+a+"/except",schemaPath:"#/properties\
/coverage/properties/policies/items/properties/items/items/properties/except/const",keyword:"const",params:{allowedValue:!0},message:"must b\
e equal to constant"};e===null?e=[p]:e.push(p),i++}}if(r.pointer!==void 0&&typeof r.pointer!="string"){let s={instancePath:t+"/coverage/poli\
cies/"+l+"/items/"+a+"/pointer",schemaPath:"#/properties/coverage/properties/policies/items/properties/items/items/properties/pointer/type",
keyword:"type",params:{type:"string"},message:"must be string"};e===null?e=[s]:e.push(s),i++}if(r.line!==void 0){let s=r.line;if(typeof s=="\
number"&&isFinite(s)){if(s<0||isNaN(s)){let p={instancePath:t+"/coverage/policies/"+l+"/items/"+a+"/line",schemaPath:"#/properties/coverage/\
properties/policies/items/properties/items/items/properties/line/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must b\
e >= 0"};e===null?e=[p]:e.push(p),i++}}else{let p={instancePath:t+"/coverage/policies/"+l+"/items/"+a+"/line",schemaPath:"#/properties/cover\
age/properties/policies/items/properties/items/items/properties/line/type",keyword:"type",params:{type:"number"},message:"must be number"};e===
null?e=[p]:e.push(p),i++}}if(r.column!==void 0){let s=r.column;if(typeof s=="number"&&isFinite(s)){if(s<0||isNaN(s)){let p={instancePath:t+"\
/coverage/policies/"+l+"/items/"+a+"/column",schemaPath:"#/properties/coverage/properties/policies/items/properties/items/items/properties/c\
olumn/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"};e===null?e=[p]:e.push(p),i++}}else{let p={instancePath:t+
"/coverage/policies/"+l+"/items/"+a+"/column",schemaPath:"#/properties/coverage/properties/policies/items/properties/items/items/properties/\
column/type",keyword:"type",params:{type:"number"},message:"must be number"};e===null?e=[p]:e.push(p),i++}}if(r.endLine!==void 0){let s=r.endLine;
if(typeof s=="number"&&isFinite(s)){if(s<0||isNaN(s)){let p={instancePath:t+"/coverage/policies/"+l+"/items/"+a+"/endLine",schemaPath:"#/pro\
perties/coverage/properties/policies/items/properties/items/items/properties/endLine/minimum",keyword:"minimum",params:{comparison:">=",limit:0},
message:"must be >= 0"};e===null?e=[p]:e.push(p),i++}}else{let p={instancePath:t+"/coverage/policies/"+l+"/items/"+a+"/endLine",schemaPath:"\
#/properties/coverage/properties/policies/items/properties/items/items/properties/endLine/type",keyword:"type",params:{type:"number"},message:"\
must be number"};e===null?e=[p]:e.push(p),i++}}if(r.endColumn!==void 0){let s=r.endColumn;if(typeof s=="number"&&isFinite(s)){if(s<0||isNaN(
s)){let p={instancePath:t+"/coverage/policies/"+l+"/items/"+a+"/endColumn",schemaPath:"#/properties/coverage/properties/policies/items/prope\
rties/items/items/properties/endColumn/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"};e===null?e=[p]:e.
push(p),i++}}else{let p={instancePath:t+"/coverage/policies/"+l+"/items/"+a+"/endColumn",schemaPath:"#/properties/coverage/properties/polici\
es/items/properties/items/items/properties/endColumn/type",keyword:"type",params:{type:"number"},message:"must be number"};e===null?e=[p]:e.
push(p),i++}}if(r.decided!==void 0){let s=r.decided;if(typeof s=="number"&&isFinite(s)){if(s<0||isNaN(s)){let p={instancePath:t+"/coverage/p\
olicies/"+l+"/items/"+a+"/decided",schemaPath:"#/properties/coverage/properties/policies/items/properties/items/items/properties/decided/min\
imum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"};e===null?e=[p]:e.push(p),i++}}else{let p={instancePath:t+"/\
coverage/policies/"+l+"/items/"+a+"/decided",schemaPath:"#/properties/coverage/properties/policies/items/properties/items/items/properties/d\
ecided/type",keyword:"type",params:{type:"number"},message:"must be number"};e===null?e=[p]:e.push(p),i++}}if(r.matched!==void 0){let s=r.matched;
if(typeof s=="number"&&isFinite(s)){if(s<0||isNaN(s)){let p={instancePath:t+"/coverage/policies/"+l+"/items/"+a+"/matched",schemaPath:"#/pro\
perties/coverage/properties/policies/items/properties/items/items/properties/matched/minimum",keyword:"minimum",params:{comparison:">=",limit:0},
message:"must be >= 0"};e===null?e=[p]:e.push(p),i++}}else{let p={instancePath:t+"/coverage/policies/"+l+"/items/"+a+"/matched",schemaPath:"\
#/properties/coverage/properties/policies/items/properties/items/items/properties/matched/type",keyword:"type",params:{type:"number"},message:"\
must be number"};e===null?e=[p]:e.push(p),i++}}if(r.failed!==void 0){let s=r.failed;if(typeof s=="number"&&isFinite(s)){if(s<0||isNaN(s)){let p={
instancePath:t+"/coverage/policies/"+l+"/items/"+a+"/failed",schemaPath:"#/properties/coverage/properties/policies/items/properties/items/it\
ems/properties/failed/minimum",keyword:"minimum",params:{comparison:">=",limit:0},message:"must be >= 0"};e===null?e=[p]:e.push(p),i++}}else{
let p={instancePath:t+"/coverage/policies/"+l+"/items/"+a+"/failed",schemaPath:"#/properties/coverage/properties/policies/items/properties/i\
tems/items/properties/failed/type",keyword:"type",params:{type:"number"},message:"must be number"};e===null?e=[p]:e.push(p),i++}}if(r.unknown!==
void 0){let s=r.unknown;if(typeof s=="number"&&isFinite(s)){if(s<0||isNaN(s)){let p={instancePath:t+"/coverage/policies/"+l+"/items/"+a+"/un\
known",schemaPath:"#/properties/coverage/properties/policies/items/properties/items/items/properties/unknown/minimum",keyword:"minimum",params:{
comparison:">=",limit:0},message:"must be >= 0"};e===null?e=[p]:e.push(p),i++}}else{let p={instancePath:t+"/coverage/policies/"+l+"/items/"+
a+"/unknown",schemaPath:"#/properties/coverage/properties/policies/items/properties/items/items/properties/unknown/type",keyword:"type",params:{
type:"number"},message:"must be number"};e===null?e=[p]:e.push(p),i++}}}else{let s={instancePath:t+"/coverage/policies/"+l+"/items/"+a,schemaPath:"\
#/properties/coverage/properties/policies/items/properties/items/items/type",keyword:"type",params:{type:"object"},message:"must be object"};
e===null?e=[s]:e.push(s),i++}}}else{let m={instancePath:t+"/coverage/policies/"+l+"/items",schemaPath:"#/properties/coverage/properties/poli\
cies/items/properties/items/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[m]:e.push(m),i++}}}else{let u={instancePath:t+
"/coverage/policies/"+l,schemaPath:"#/properties/coverage/properties/policies/items/type",keyword:"type",params:{type:"object"},message:"mus\
t be object"};e===null?e=[u]:e.push(u),i++}}}else{let o={instancePath:t+"/coverage/policies",schemaPath:"#/properties/coverage/properties/po\
licies/type",keyword:"type",params:{type:"array"},message:"must be array"};e===null?e=[o]:e.push(o),i++}}}else{let n={instancePath:t+"/cover\
age",schemaPath:"#/properties/coverage/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[n]:e.push(n),i++}}}else{
let f={instancePath:t,schemaPath:"#/type",keyword:"type",params:{type:"object"},message:"must be object"};e===null?e=[f]:e.push(f),i++}return b.
errors=e,i===0}b.evaluated={props:{version:!0,kmsward:!0,files:!0,milliseconds:!0,shard:!0,coverage:!0},dynamicProps:!1,dynamicItems:!1};var P={},
x=d=>w(d)?[]:v(w.errors,P);export{x as validateTestReport};
