import fc from "fast-check";
import { it } from "vitest";
import { writeFileSync } from "node:fs";
import { decide } from "../../src/index.ts";
import { oracleDecide } from "../oracle/decide.ts";
import { caseArbitrary } from "../generators/cases.ts";
it("diff", () => {
  const N=Number(process.env.N??5000); const kinds: Record<string,number>={}; const ex: Record<string,any>={};
  for (const c of fc.sample(caseArbitrary, N)) {
    const o = oracleDecide(c); let a: any; try { a = decide(c as any); } catch (e) { a = {outcome:"throws "+String(e).slice(0,80),by:[]}; }
    let k="";
    if (a.invalid) k="invalid "+[...new Set(a.invalid.filter((d:any)=>d.severity==="error").map((d:any)=>d.code+" "+d.message.slice(0,90)))].slice(0,2).join(";");
    else if (a.outcome!==o.outcome) k=`${o.outcome} but engine ${a.outcome}`;
    else if (JSON.stringify(a.by)!==JSON.stringify(o.by)) k=`by ${o.outcome}`;
    else if (JSON.stringify([...(a.missing??[])].sort())!==JSON.stringify([...(o.missing??[])].sort())) k="missing";
    if (k) { kinds[k]=(kinds[k]??0)+1; const s=JSON.stringify(c); if (!ex[k]||s.length<ex[k].s.length) ex[k]={s,o,a:{...a,trace:undefined}}; }
  }
  console.log(kinds); writeFileSync("/tmp/orc/diff.json", JSON.stringify(Object.fromEntries(Object.entries(ex).map(([k,v])=>[k,{case:JSON.parse(v.s),oracle:v.o,engine:v.a}])),null,1));
}, 600000);
