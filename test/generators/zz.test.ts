import fc from "fast-check";
import { it } from "vitest";
import { oracleDecide } from "../oracle/decide.ts";
import { oracleCondition } from "../oracle/condition.ts";
import { oracleResourceMatches } from "../oracle/pattern.ts";
import { caseArbitrary } from "./cases.ts";
import { conditionBlockArbitrary } from "./conditions.ts";
import { resourcePatternArbitrary } from "./policies.ts";
import { mutatedPolicyText } from "./damage.ts";
it("shares", () => {
  const count: Record<string, number> = {}; const add=(k:string)=>{count[k]=(count[k]??0)+1;};
  let bytes=0; const t=Date.now();
  const N=Number(process.env.N??4000);
  for (const c of fc.sample(caseArbitrary, N)) { const a = oracleDecide(c); add(a.outcome); add(`${c.request.action} ${a.outcome}`); bytes+=JSON.stringify(c).length; 
    if (a.outcome==="allowed") { const k=[...new Set(a.by.map(b=>"grant" in b?"grant":b.policy.replace(/\d+/,"")))].sort().join("+"); add(`by ${k}`);} }
  console.log(count, bytes/N, Date.now()-t);
  const cc: Record<string,number> = {}; for (const {block,context} of fc.sample(conditionBlockArbitrary, 3000)) { const r=String(oracleCondition(block,context)); cc[r]=(cc[r]??0)+1; }
  const rr: Record<string,number> = {}; for (const {pattern,arn,policyType} of fc.sample(resourcePatternArbitrary, 3000)) { const r=String(oracleResourceMatches(pattern,arn,policyType)); rr[r]=(rr[r]??0)+1; }
  let v=0; for (const x of fc.sample(mutatedPolicyText,500)) { try { JSON.parse(x); v++; } catch {} }
  console.log(cc, rr, v);
}, 600000);
