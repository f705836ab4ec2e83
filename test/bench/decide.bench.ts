import { spawnSync } from "node:child_process";
import { authorizer, parsePolicy } from "../../src/index.ts";
import type { Row } from "./row.ts";
import { sketch } from "./sketch.ts";
import { requests, workload } from "./workload.ts";

/** Runs of `work` a CPU-second: the best of some rounds, since whatever else the machine does only takes away. */
function perCpuSecond(work: (i: number) => unknown, count: number, rounds = 7): number {
  let best = 0;
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    for (let i = 0; i < count; i++)
      if (work(i) === work) throw new Error("never: the results are looked at so that nothing is optimised away");
    const { user, system } = process.cpuUsage(before);
    best = Math.max(best, count / ((user + system) / 1e6));
  }
  return best;
}

/** The workload with `count` statements: the more of them in identity policies of ten, for other actions, tenants, teams and keys. */
function grown(count: number): typeof workload {
  const statement = (i: number) => ({
    Sid: `Team${i}`,
    Effect: i % 7 === 0 ? "Deny" : "Allow",
    Action: i % 3 === 0 ? ["kms:Sign", "kms:Verify"] : ["kms:Decrypt", "kms:GenerateDataKey*"],
    Resource: i % 4 === 0 ? "*" : `arn:aws:kms:us-east-1:111122223333:key/${i}`,
    Condition: { StringEquals: { "kms:EncryptionContext:project": `p${i}`, "aws:PrincipalTag/team": `team-${i}` } },
  });
  const more = Array.from({ length: count / 10 }, (_, n) => ({
    Version: "2012-10-17",
    Statement: Array.from({ length: 10 }, (_, i) => statement(n * 10 + i)),
  }));
  return {
    ...workload,
    policies: {
      ...workload.policies,
      identity: [...workload.policies.identity, ...(more as unknown as typeof workload.policies.identity)],
    },
  };
}

const pick = (i: number) => requests[i % requests.length] as (typeof requests)[number];

function decisions(set: typeof workload, count: number): number {
  const authorize = authorizer(set);
  return perCpuSecond((i) => authorize(pick(i)).decision, count);
}

function sketches(count: number): number {
  const allows = sketch(workload);
  return perCpuSecond((i) => allows(pick(i)), count);
}

function traces(count: number): number {
  const authorize = authorizer(workload);
  return perCpuSecond((i) => authorize(pick(i)).trace.policies.length, count);
}

/** Statements read and compiled a CPU-second, from text; the policies differ, so that nothing is remembered. */
function compiling(): number {
  const statement = (n: number, i: number) => ({
    Sid: `s${n}x${i}`,
    Effect: "Allow",
    Action: ["kms:Decrypt", `s3:Get${n}*`],
    Resource: `arn:aws:kms:*:111122223333:key/${n}-${i}`,
    Condition: { StringEquals: { "kms:EncryptionContext:tenant": [`t${i}`, "${aws:PrincipalTag/tenant}"] } },
  });
  const STATEMENTS = 10;
  let n = 0;
  const policies = perCpuSecond(() => {
    n++;
    authorizer({
      policies: { identity: [{ Version: "2012-10-17", Statement: Array.from({ length: STATEMENTS }, (_, i) => statement(n, i)) }] },
    });
  }, 200);
  return policies * STATEMENTS;
}

function parsing(): number {
  const text = JSON.stringify(workload.policies.resource);
  return (
    perCpuSecond(() => parsePolicy(text, { type: "key-policy", name: "key policy" }), 500) * workload.policies.resource.Statement.length
  );
}

/** Milliseconds to import the built entry in a new process, without Node's own start; the least of some. */
function importing(): number {
  const script = "const t=performance.now();await import('./dist/index.js');console.log(performance.now()-t)";
  const times = Array.from({ length: 9 }, () =>
    Number(spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" }).stdout),
  );
  return Math.min(...times);
}

export default async function decide(): Promise<readonly Row[]> {
  const bare = sketches(120_000);
  const small = decisions(workload, 240_000);
  const large = decisions(grown(1000), 240_000);
  return [
    { name: "a bare sketch with regular expressions", value: bare, unit: "/CPU-s", note: "the baseline: nothing derived, no reasons" },
    {
      name: "decisions, with determining statements",
      value: small,
      unit: "/CPU-s",
      ratio: small / bare,
      aim: "1,000,000; not below 400,000",
      note: "ratio: speed, to the sketch",
    },
    { name: "decisions, with full trace", value: traces(120_000), unit: "/CPU-s", aim: "not below 150,000" },
    {
      name: "decisions, 1,000 statements more",
      value: large,
      unit: "/CPU-s",
      ratio: small / large,
      aim: "ratio ≤ 3",
      note: "ratio: cost a decision, to the workload's 19 statements",
    },
    { name: "statements checked, parsed and compiled", value: compiling(), unit: "/CPU-s", aim: "≥ 10,000" },
    { name: "statements parsed from text", value: parsing(), unit: "/CPU-s", aim: "≥ 10,000" },
    { name: "import of the library entry", value: importing(), unit: "ms", aim: "≤ 60" },
  ];
}
