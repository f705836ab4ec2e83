import { runTestFile } from "../../src/tester/run.ts";
import type { TestFile } from "../../src/tester/test-case.ts";
import { readTestFile } from "../../src/tester/test-file.ts";
import { WorldCache } from "../../src/tester/world-cache.ts";
import type { Row } from "./row.ts";

const CASES = 10_000;
const FILES = 100;
const ROUNDS = 3;

const ACCOUNT = "111122223333";
const PEOPLE = ["app", "exporter", "partner"];
const ACTIONS = ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey", "kms:DescribeKey"];

const WORLD = `
account: "${ACCOUNT}"
region: us-east-1
principals:
  app:
    arn: arn:aws:iam::${ACCOUNT}:role/orders-app
    policies: [{ Version: "2012-10-17", Statement: [{ Effect: Allow, Action: "kms:CreateGrant", Resource: "*" }] }]
  exporter: arn:aws:iam::${ACCOUNT}:role/exporter
  partner: arn:aws:iam::444455556666:role/reader
keys:
  orders:
    aliases: [alias/orders]
    policy:
      Version: "2012-10-17"
      Statement:
        - Sid: AllowAppUse
          Effect: Allow
          Principal: { AWS: "arn:aws:iam::${ACCOUNT}:role/orders-app" }
          Action: ["kms:Encrypt", "kms:Decrypt"]
          Resource: "*"
          Condition: { StringEquals: { "kms:EncryptionContext:tenant": [t98, t99] } }
        - { Sid: EnableIAM, Effect: Allow, Principal: { AWS: "arn:aws:iam::${ACCOUNT}:root" }, Action: "kms:*", Resource: "*" }
    grants:
      - { name: nightly, grantee: exporter, operations: [Decrypt], constraints: { EncryptionContextSubset: { purpose: p9 } } }
`;

const HEAD = "version: 1\nworld: ./world.yaml\ndefaults: { key: orders }\ncases:\n";
const caseText = (i: number): string => `  - name: case ${i}
    principal: ${PEOPLE[i % 3]}
    action: ${ACTIONS[i % 4]}
    encryptionContext: { tenant: t${i % 17}, purpose: p${i % 5} }
    expect: deny
`;
const fileText = (cases: number): string => HEAD + Array.from({ length: cases }, (_, i) => caseText(i)).join("");

type Texts = ReadonlyMap<string, string>;
const texts = (files: number): Texts =>
  new Map([["world.yaml", WORLD], ...Array.from({ length: files }, (_, i) => [`${i}.ward.yaml`, fileText(CASES / files)] as const)]);

function read(from: Texts): readonly TestFile[] {
  const worlds = new WorldCache();
  return [...from.keys()]
    .filter((path) => path !== "world.yaml")
    .map((path) => {
      const { file, diagnostics } = readTestFile(path, { readFile: (name) => from.get(name) ?? "", worlds });
      if (file === undefined) throw new Error(diagnostics[0]?.message);
      return file;
    });
}

async function run(files: readonly TestFile[], cases = CASES): Promise<void> {
  let results = 0;
  for (const file of files) results += (await runTestFile(file)).results.length;
  if (results !== cases) throw new Error(`${results} results`);
}

/** The same cases, with the opposite expected: each failure is explained. */
const turned = (files: readonly TestFile[]): readonly TestFile[] =>
  files.map((file) => ({
    ...file,
    cases: file.cases.map((test) =>
      test.check.kind === "request" ? { ...test, check: { ...test.check, expect: { outcome: "allow", because: [] } } } : test,
    ),
  }));

/** What the runner does at the least: the same questions to the same worlds, and nothing said of the answers. */
function ask(files: readonly TestFile[]): void {
  for (const { world, cases } of files) for (const { check } of cases) if (check.kind === "request") world.authorize(check.question);
}

/** Milliseconds of the processor, so that a busy machine says the same as an idle one. */
async function timed(what: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await what();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

async function best(what: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) least = Math.min(least, await timed(what));
  return least;
}

/** Test files of 10,000 cases in all: reading them, trying them, and what the trying costs beside the bare evaluation. */
export default async function tester(): Promise<readonly Row[]> {
  const first = await timed(async () => run(read(texts(1))));
  const [one, many] = [texts(1), texts(FILES)];
  const [reading, readingMany] = [await best(() => read(one)), await best(() => read(many))];
  const files = read(many);
  const [bare, running] = [await best(() => ask(files)), await best(() => run(files))];
  const failing = turned(files.slice(0, 10));
  const explaining = await best(() => run(failing, CASES / 10));
  return [
    { name: "10,000 cases of one file, read and run, cold", value: first, unit: "ms", aim: "< 3,000 ms", note: "time of the processor" },
    { name: "reading one file of 10,000 cases", value: reading, unit: "ms" },
    { name: "reading 100 files of 100 cases", value: readingMany, unit: "ms" },
    {
      name: "running 10,000 cases",
      value: running,
      unit: "ms",
      ratio: running / bare,
      aim: "< 1.5 × bare",
      note: "time, ratio to bare evaluation",
    },
    { name: "explaining a failure", value: (explaining * 1_000) / (CASES / 10), unit: "µs" },
  ];
}
