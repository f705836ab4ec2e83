import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { COLLECT_POLICY, COLLECT_SCRIPT } from "../../../src/importers/dumps/collect.ts";
import { parsePolicy } from "../../../src/index.ts";
import { FIXTURES } from "../../fixtures.ts";

const DUMP = join(FIXTURES, "importers/dumps/account");

/** Answers as AWS gave them when `fixtures/importers/dumps/account` was collected; every call is written down. */
const AWS = `#!/usr/bin/env bash
echo "$*" >>"$CALLS"
base=$DUMP/111122223333
region= id= type= service=$1 command=$2 query=
while [ $# -gt 0 ]; do
  case $1 in
    --region) region=$2 ;;
    --key-id | --target-id | --parent-id | --policy-id) id=$2 ;;
    --filter) type=$2 ;;
    --query) query=$2 ;;
  esac
  shift
done
case $service in
  sts) file=$base/get-caller-identity ;;
  iam) file=$base/iam/$command ;;
  ec2) file=$base/$region/ec2/$command ;;
  kms) file=$base/$region/kms/\${id:+keys/$id/}$command ;;
  organizations) file=$base/organizations/$command\${id:+.$id}\${type:+.$type} ;;
esac
case $command$query in
  "describe-regionsRegions[].[RegionName]") printf 'us-east-1\\neu-west-1\\n'; exit ;;
  "list-policiesPolicies[].[Id]") [ "$type" = SERVICE_CONTROL_POLICY ] && printf 'p-FullAWSAccess\\np-abcd1234\\n'; exit ;;
  configure*) exit 1 ;;
esac
if [ ! -f "$file.json" ]; then cat "$file.error" >&2; exit 254; fi
member=\${query##*[} member=\${member%%]*}
case $query in
  "") cat "$file.json" ;;
  Account) grep -o '"Account": "[0-9]*"' "$file.json" | cut -d'"' -f4 ;;
  *) grep -o "^ \\{12\\}\\"$member\\": \\"[^\\"]*\\"" "$file.json" | cut -d'"' -f4 ;;
esac
`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kmsward-collect-"));
  writeFileSync(join(folder, "aws"), AWS);
  writeFileSync(join(folder, "collect.sh"), COLLECT_SCRIPT);
  chmodSync(join(folder, "aws"), 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
  const { PATH = "" } = process.env;
  return spawnSync("bash", [join(folder, "collect.sh"), ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: `${folder}:${PATH}`, CALLS: join(folder, "calls"), DUMP, ...env },
  });
};

const filesOf = (root: string): readonly string[] => {
  const below = (path: string): readonly string[] =>
    statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => below(join(path, name))) : [relative(root, path)];
  return below(root).toSorted();
};

describe("the script that collects a dump", () => {
  test("writes every answer under its name, and what was refused beside it", () => {
    const { status, stderr } = run(["-o", "out", "all"]);
    expect(status).toBe(0);
    const out = join(folder, "out");
    expect(filesOf(out)).toEqual(filesOf(DUMP));
    for (const file of filesOf(out)) expect(readFileSync(join(out, file), "utf8")).toBe(readFileSync(join(DUMP, file), "utf8"));
    expect(stderr).toMatch(/out\/111122223333: \d+ answers, \d+ refused\n$/);
    expect(statSync(out).mode & 0o077).toBe(0); // nobody else reads it
  });

  test("only reads, and its policy allows what it asks", () => {
    const calls = readFileSync(join(folder, "calls"), "utf8")
      .trim()
      .split("\n")
      .filter((call) => !call.startsWith("configure"));
    const asked = calls.map((call) => {
      const [service = "", command = ""] = call.split(" ");
      return `${service}:${command.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}`;
    });
    const allowed = new Set<string>([...COLLECT_POLICY.Statement.flatMap(({ Action }) => [...Action]), "sts:GetCallerIdentity"]);
    expect([...new Set(asked)].filter((action) => !allowed.has(action))).toEqual([]);
    expect([...allowed].filter((action) => !/:(?:Get|List|Describe)/.test(action))).toEqual([]);
    expect([...allowed].filter((action) => !asked.includes(action))).toEqual([]);
  });

  test("prints the policy it needs", () => {
    const { stdout, status } = run(["--policy"]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual(COLLECT_POLICY);
    expect(parsePolicy(stdout, { type: "identity", name: "collector" }).diagnostics).toEqual([]);
  });

  test("says what it lacks", () => {
    expect(run([]).stderr).toMatch(/no Region/);
    expect(run(["--wrong"])).toMatchObject({ status: 1, stderr: "unknown option --wrong\n" });
    expect(run(["us-east-1"], { DUMP: "/nowhere" })).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("no credentials that work"),
    });
    expect(run(["--help"]).stdout).toContain("collect.sh [-o FOLDER] [REGION...]");
  });

  test.runIf(spawnSync("shellcheck", ["--version"]).status === 0)("is clean by shellcheck", () => {
    expect(execFileSync("shellcheck", [join(folder, "collect.sh")], { encoding: "utf8" })).toBe("");
  });
});
