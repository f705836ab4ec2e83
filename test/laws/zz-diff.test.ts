import fc from "fast-check";
import { it } from "vitest";
import { writeFileSync } from "node:fs";
import { decide } from "../../src/index.ts";
import { oracleDecide } from "../oracle/decide.ts";
import { caseArbitrary } from "../generators/cases.ts";
function kind(c: any): [string, any, any] {
    const o = oracleDecide(c); let a: any; try { a = decide(c as any); } catch (e) { a = {outcome:"throws "+String(e).slice(0,80),by:[]}; }
    let k="";
    if (a.invalid) k="invalid "+[...new Set(a.invalid.filter((d:any)=>d.severity==="error").map((d:any)=>d.code+" "+d.message.slice(0,90)))].slice(0,2).join(";");
    else if (a.outcome!==o.outcome) k=`${o.outcome} but engine ${a.outcome}`;
    else if (JSON.stringify(a.by)!==JSON.stringify(o.by)) k=`by ${o.outcome}`;
    else if (process.env.M && JSON.stringify([...(a.missing??[])].sort())!==JSON.stringify([...(o.missing??[])].sort())) k="missing";
    return [k,o,{...a,trace:undefined}];
}
function* smaller(v: any): Generator<any> {
  if (Array.isArray(v)) { for (let i=0;i<v.length;i++) yield v.filter((_,j)=>j!==i); for (let i=0;i<v.length;i++) for (const s of smaller(v[i])) yield v.map((x,j)=>j===i?s:x); }
  else if (v && typeof v==="object") { for (const k of Object.keys(v)) { const {[k]:_,...r}=v; yield r; } for (const k of Object.keys(v)) for (const s of smaller(v[k])) yield {...v,[k]:s}; }
}
it("diff", () => {
  const N=Number(process.env.N??5000); const PER=Number(process.env.PER??3); const kinds: Record<string,number>={}; const ex: Record<string,string[]>={};
  for (const c of fc.sample(caseArbitrary, {numRuns:N, ...(process.env.SEED?{seed:Number(process.env.SEED)}:{})})) {
    const [k]=kind(c); if (!k) continue; kinds[k]=(kinds[k]??0)+1; (ex[k]??=[]).push(JSON.stringify(c));
  }
  console.log(kinds);
  const out: any[]=[];
  for (const [k,list] of Object.entries(ex)) { const seen=new Set<string>(); let n=0;
    for (const s of list) { if (n>=PER) break; let c=JSON.parse(s); let go=true; 
      while(go){ go=false; for (const t of smaller(c)) { let kk=""; try { kk=kind(t)[0]; } catch { continue; } if (kk===k) { c=t; go=true; break; } } }
      const key=JSON.stringify(c); if (seen.has(key)) continue; seen.add(key); n++; const [,o,a]=kind(c); out.push({k,case:c,oracle:{outcome:o.outcome,by:o.by,missing:o.missing},engine:{outcome:a.outcome,by:a.by,missing:a.missing,reason:a.reason}}); } }
  writeFileSync("/tmp/orc/diff.txt", out.map(o=>`== ${o.k}\n${JSON.stringify(o.case)}\n oracle ${JSON.stringify(o.oracle)}\n engine ${JSON.stringify(o.engine)}`).join("\n"));
}, 600000);
