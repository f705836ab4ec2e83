import { mutate } from "../../src/mutation/mutate.ts";
import type { MutationReport } from "../../src/mutation/mutate-report.ts";
import { readTestFile } from "../../src/tester/test-file.ts";
import type { Row } from "./row.ts";

const ACCOUNT = "111122223333";
const TEAMS = 13;

/** A key a team: its own roles by tenant and service, what the account delegates, denials for everybody. */
function keyPolicy(team: number): object {
  const role = (name: string) => `arn:aws:iam::${ACCOUNT}:role/team-${team}-${name}`;
  return {
    Version: "2012-10-17",
    Statement: [
      { Sid: "EnableIAM", Effect: "Allow", Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: "kms:*", Resource: "*" },
      {
        Sid: "Use",
        Effect: "Allow",
        Principal: { AWS: [role("app"), role("batch")] },
        Action: ["kms:Decrypt", "kms:GenerateDataKey*", "kms:DescribeKey"],
        Resource: "*",
        Condition: {
          StringEquals: { "kms:EncryptionContext:tenant": ["a", "b"], "kms:ViaService": "s3.us-east-1.amazonaws.com" },
          IpAddress: { "aws:SourceIp": "203.0.113.0/24" },
        },
      },
      {
        Sid: "Share",
        Effect: "Allow",
        Principal: { AWS: "arn:aws:iam::444455556666:role/reader" },
        Action: ["kms:Decrypt", "kms:CreateGrant"],
        Resource: "*",
        Condition: { StringLike: { "kms:EncryptionContext:tenant": "shared-*" }, Bool: { "kms:GrantIsForAWSResource": "true" } },
      },
      {
        Sid: "NoDeletion",
        Effect: "Deny",
        Principal: "*",
        Action: ["kms:ScheduleKeyDeletion", "kms:PutKeyPolicy"],
        Resource: "*",
        Condition: { ArnNotLike: { "aws:PrincipalArn": `arn:aws:iam::${ACCOUNT}:role/admins/*` } },
      },
    ],
  };
}

const numbers = Array.from({ length: TEAMS }, (_, i) => i);
const key = (team: number) => `arn:aws:kms:us-east-1:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-0000000000${10 + team}`;

const WORLD = {
  account: ACCOUNT,
  region: "us-east-1",
  principals: Object.fromEntries([
    ["reader", { arn: "arn:aws:iam::444455556666:role/reader", policies: ["admin.json"] }],
    ["admin", { arn: `arn:aws:iam::${ACCOUNT}:role/admins/boss`, policies: ["admin.json"] }],
    ...numbers.flatMap((team) => [
      [`app${team}`, { arn: `arn:aws:iam::${ACCOUNT}:role/team-${team}-app`, policies: [`app${team}.json`] }],
      [`batch${team}`, { arn: `arn:aws:iam::${ACCOUNT}:role/team-${team}-batch` }],
    ]),
  ]),
  keys: Object.fromEntries(numbers.map((team) => [`key${team}`, { arn: key(team), policy: `key${team}.json` }])),
};

const statement = (Action: string[], Resource: string) => ({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action, Resource }] });

const FILES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    numbers.flatMap((team) => [
      [`key${team}.json`, JSON.stringify(keyPolicy(team), null, 2)],
      [`app${team}.json`, JSON.stringify(statement(["kms:DescribeKey", "kms:ListGrants"], key(team)), null, 2)],
    ]),
  ),
  "admin.json": JSON.stringify(statement(["kms:*"], "*"), null, 2),
  "teams.ward.json": JSON.stringify({
    version: 1,
    world: WORLD,
    cases: numbers.slice(0, 10).flatMap((team) => {
      const use = { key: `key${team}`, encryptionContext: { tenant: "a" }, viaService: "s3", context: { "aws:SourceIp": "203.0.113.9" } };
      return [
        { name: `app ${team} reads`, principal: `app${team}`, action: "kms:Decrypt", ...use, expect: "allow" },
        { name: `batch ${team} writes`, principal: `batch${team}`, action: "kms:GenerateDataKey", ...use, expect: "allow" },
        {
          name: `app ${team} reads no other tenant`,
          principal: `app${team}`,
          action: "kms:Decrypt",
          ...use,
          encryptionContext: { tenant: "c" },
          expect: "deny",
        },
        { name: `app ${team} describes`, principal: `app${team}`, action: "kms:DescribeKey", key: `key${team}`, expect: "allow" },
        { name: `admin deletes ${team}`, principal: "admin", action: "kms:ScheduleKeyDeletion", key: `key${team}`, expect: "allow" },
      ];
    }),
  }),
};

function run(suggest: boolean): MutationReport {
  const { file, diagnostics } = readTestFile("teams.ward.json", { readFile: (path) => FILES[path] ?? "" });
  if (file === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const report = mutate([file], { max: 1000, suggest });
  if (!report.ok) throw new Error(report.error.map(({ message }) => message).join("\n"));
  return report.value;
}

/** The first run of a process, so its start counts: `performance.now()` begins with it. */
export default async function mutation(): Promise<readonly Row[]> {
  const report = run(true);
  const all = performance.now();
  const { user, system } = process.cpuUsage();
  const before = performance.now();
  run(false);
  const bare = performance.now() - before;
  const found = report.mutants.filter(({ suggestion }) => suggestion !== undefined).length;
  const note = `${report.counted} mutants, ${report.cases} cases: ${report.killed} killed, ${found} of ${report.survived + report.uncovered} others with a case that would`;
  return [
    { name: "1,000 mutants × 50 cases, start included", value: all, unit: "ms", aim: "< 5,000", note },
    { name: "the same, time of the processor", value: (user + system) / 1000, unit: "ms" },
    { name: "the same again, without suggestions", value: bare, unit: "ms" },
  ];
}
