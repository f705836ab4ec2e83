import { describe, expect, test } from "vitest";
import { policySources, readAs, surroundingsOf } from "../../../src/mutation/mutants/source.ts";
import { fileOf as fileOfTexts, TEST } from "../mutation-worlds.ts";

const A = "111122223333";
const B = "444455556666";
const ROLE = `arn:aws:iam::${A}:role/app`;
const statement = { Effect: "Allow", Principal: "*", Action: "kms:Decrypt", Resource: "*" };
const POLICY = { Version: "2012-10-17", Statement: [statement] };
const IDENTITY = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "kms:*", Resource: "*" }] };
const base = { account: A, region: "us-east-1", principals: { app: ROLE } };
const cases = [{ name: "x", principal: "app", action: "kms:ListKeys", resource: "*", expect: "deny" }];

/** A world, and the text of its file. */
function worldOf(world: object, texts: Readonly<Record<string, string>> = {}) {
  const text = JSON.stringify({ version: 1, world: { ...base, ...world }, cases }, null, 2);
  return { world: fileOfTexts({ ...texts, [TEST]: text }).world, text };
}

const told = (sources: ReturnType<typeof policySources>) =>
  sources.map(({ name, type, file, pointer, uses }) => `${type} ${name} in ${file}${pointer && ` at ${pointer}`}, ${uses.length} uses`);

describe("a document is a source once, with all that was read from it", () => {
  test("however many keys and worlds name its file", () => {
    const texts = { "key.json": JSON.stringify(POLICY) };
    const keys = { orders: { policy: "key.json" }, other: { policy: "key.json" } };
    const [one, two] = [worldOf({ keys }, texts), worldOf({ keys, region: "eu-west-1" }, texts)];
    const sources = policySources([one.world, two.world]);
    expect(told(sources)).toEqual(["key-policy key policy in key.json, 2 uses"]);
    expect(sources[0]?.uses.map(({ world }) => [one.world, two.world].indexOf(world))).toEqual([0, 1]);
  });

  test("in whatever part: a file that is an identity policy and a boundary is changed for both", () => {
    const principals = { app: { arn: ROLE, policies: ["p.json"], boundary: "p.json" } };
    const sources = policySources([worldOf({ principals }, { "p.json": JSON.stringify(IDENTITY) }).world]);
    expect(sources.map(({ uses }) => uses.map(({ policy }) => policy.type))).toEqual([["identity", "boundary"]]);
  });

  test("but of two texts of one path each is its own", () => {
    const keys = { orders: { policy: "key.json" } };
    const other = JSON.stringify({ ...POLICY, Statement: [{ ...statement, Action: "kms:Sign" }] });
    const worlds = [JSON.stringify(POLICY), other].map((text) => worldOf({ keys }, { "key.json": text }).world);
    expect(policySources(worlds).map(({ text }) => text)).toEqual([JSON.stringify(POLICY), other]);
  });

  test("and what AWS attaches, or a key has by default, is no source", () => {
    const { world } = worldOf({
      organization: { id: "o-1", serviceControl: ["FullAWSAccess"], accounts: [A] },
      principals: { app: { arn: ROLE, policies: ["arn:aws:iam::aws:policy/AdministratorAccess"] } },
      keys: { plain: {} },
    });
    expect(told(policySources([world]))).toEqual([]);
  });

  test("at its pointer where it is a part of a file", () => {
    const { world } = worldOf({ principals: { app: { arn: ROLE, policies: [IDENTITY] } }, keys: { orders: { policy: POLICY } } });
    expect(told(policySources([world]))).toEqual([
      `key-policy key policy in ${TEST} at /world/keys/orders/policy, 1 uses`,
      `identity app/inline 1 in ${TEST} at /world/principals/app/policies/0, 1 uses`,
    ]);
  });
});

describe("the text of a source is", () => {
  test("its file's, as it is written, where the file is the policy", () => {
    const text = `\n${JSON.stringify(POLICY, null, 3)}\n\n`;
    const { world } = worldOf({ keys: { orders: { policy: "key.json" } } }, { "key.json": text });
    expect(policySources([world])).toMatchObject([{ text, whole: { text, start: 0 } }]);
  });

  test("the part of the file where the policy stands, if that can be read", () => {
    const { world, text } = worldOf({ keys: { orders: { policy: POLICY } } });
    const asked: string[] = [];
    const [source] = policySources([world], (path) => {
      asked.push(path);
      return text;
    });
    expect(asked).toEqual([TEST]);
    expect(source?.whole?.text).toBe(text);
    expect(text.slice(source?.whole?.start).startsWith(source?.text ?? "-")).toBe(true);
    expect(source?.text).toContain("\n          "); // as deep as it stands in the file
    expect(JSON.parse(source?.text ?? "")).toEqual(POLICY);
  });

  test("one that is not the file's own, where that cannot be read", () => {
    const { world } = worldOf({ keys: { orders: { policy: POLICY } } });
    const [source] = policySources([world]);
    expect(JSON.parse(source?.text ?? "")).toEqual(POLICY);
    expect(source?.whole).toBeUndefined();
  });

  test("the same for a file in YAML, of which no text is asked", () => {
    const yaml = JSON.stringify(POLICY, null, 1); // JSON is YAML
    const { world } = worldOf({ keys: { orders: { policy: "key.yaml" } } }, { "key.yaml": yaml });
    const [source] = policySources([world], (path) => {
      throw new Error(`asked for ${path}`);
    });
    expect(source).toMatchObject({ file: "key.yaml", pointer: "", whole: undefined });
    expect(JSON.parse(source?.text ?? "")).toEqual(POLICY);
  });
});

describe("around the policies of some worlds are", () => {
  const orders = `arn:aws:kms:us-east-1:${A}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
  const one = worldOf({ keys: { orders: { arn: orders, policy: POLICY } } }).world;
  const two = worldOf({
    principals: { app: ROLE, guest: `arn:aws:iam::${B}:user/guest`, root: `arn:aws:iam::${A}:root` },
    keys: { orders: { arn: orders, policy: POLICY } },
  }).world;

  test("accounts, principals and keys, each once, in the order they are met", () => {
    expect(surroundingsOf([one, two])).toEqual({
      accounts: [A, B],
      principals: [ROLE, `arn:aws:iam::${B}:user/guest`],
      keys: [orders],
    });
  });

  test("of no world none", () => {
    expect(surroundingsOf([])).toEqual({ accounts: [], principals: [], keys: [] });
  });
});

describe("a changed text is read as the document was", () => {
  const inFile = worldOf({ keys: { orders: { policy: "key.json" } } }, { "key.json": JSON.stringify(POLICY) }).world;
  const [file] = policySources([inFile]);
  const [inline] = policySources([worldOf({ keys: { orders: { policy: POLICY } } }).world]);
  const read = (text: string, source = file) => readAs({ type: "key-policy", name: "k" }, text, source!);

  test("with its type and the name of the use", () => {
    const text = JSON.stringify({ ...POLICY, Statement: [statement, { ...statement, Effect: "Deny" }] });
    expect(read(text)).toMatchObject({ type: "key-policy", name: "k", statements: [{ effect: "Allow" }, { effect: "Deny" }] });
  });

  test("at the pointer of the document", () => {
    expect(read(JSON.stringify(POLICY), inline)?.statements[0]?.at.pointer).toBe("/world/keys/orders/policy/Statement/0");
    expect(read(JSON.stringify(POLICY))?.statements[0]?.at.pointer).toBe("/Statement/0");
  });

  test.each<[string, string]>([
    ["no JSON", "{"],
    ["no Effect", JSON.stringify({ ...POLICY, Statement: [{ ...statement, Effect: undefined }] })],
    ["an Effect that there is not", JSON.stringify({ ...POLICY, Statement: [{ ...statement, Effect: "Maybe" }] })],
    ["no statement", JSON.stringify({ ...POLICY, Statement: [] })],
    ["no Statement", JSON.stringify({ Version: "2012-10-17" })],
  ])("and is none with %s", (_, text) => {
    expect(read(text)).toBeUndefined();
    expect(read(text, inline)).toBeUndefined();
  });

  test("in the length that counts: of a file as it is written, of a part of one as short as it can be", () => {
    const spaced = `${JSON.stringify(POLICY)}${" ".repeat(33_000)}`; // a key policy has at most 32 KB (KMS API Reference, PutKeyPolicy)
    expect(read(spaced)).toBeUndefined();
    expect(read(spaced, inline)).toBeDefined();
  });
});
