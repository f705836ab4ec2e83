import { expect, test } from "vitest";
import { allow, deny, fromFiles, roleIn, told, toldOf, worldOf } from "./worlds.ts";

const person = (policies: unknown) => ({ principals: { app: { arn: roleIn("app"), policies } } });
const namesOf = (value: object) => worldOf(value).estate.principals[0]?.policies.map(({ name }) => name);

test("an inline policy is called by its own name, else by the principal's and a number", () => {
  expect(namesOf(person([allow("kms:*"), { name: "mine", document: allow("kms:*") }, deny("kms:*")]))).toEqual([
    "app/inline 1",
    "mine",
    "app/inline 3",
  ]);
});

test("a shared policy counts for all that name it, and is one object", () => {
  const world = worldOf({
    policies: { base: allow("kms:*") },
    principals: { a: { arn: roleIn("a"), policies: ["base"] }, b: { arn: roleIn("b"), policies: ["base"] } },
  });
  const [a, b] = world.estate.principals;
  expect(a?.policies[0]).toBe(b?.policies[0]);
  expect(a?.policies[0]?.name).toBe("base");
});

test("policies that AWS has are known by their names", () => {
  expect(namesOf(person(["arn:aws:iam::aws:policy/AdministratorAccess"]))).toEqual(["arn:aws:iam::aws:policy/AdministratorAccess"]);
});

// biome-ignore format: a table reads as a table
test.each([
  ["a name nobody has", person(["bse"]), { policies: { base: allow("kms:*") } }, "`bse` is neither a policy of this world nor a path [KW501] | at /principals/app/policies/0 | help: did you mean `base`?"],
  ["a managed policy whose text is not here", person(["arn:aws:iam::aws:policy/ReadOnlyAccess"]), {}, "is neither a policy of this world nor a path"],
  ["a Terraform plan", person([{ terraform: "plan.json", address: "aws_iam_policy.x" }]), {}, "policies out of Terraform plans are not read here [KW004] | at /principals/app/policies/0/terraform"],
  ["a name of a name", person(["b"]), { policies: { a: allow("kms:*"), b: "a" } }, "the policy `b` is only another name [KW504]"],
  ["a name of itself", person(["a"]), { policies: { a: { name: "x", document: "a" } } }, "the policy `a` is only another name [KW504]"],
  ["a policy that is none", person([{ name: "x", document: 5 }]), {}, "the policy is a number [KW104] | at /principals/app/policies/0/document"],
  ["a misspelt element", person([{ Version: "2012-10-17", Statement: [{ Efect: "Allow", Action: "kms:*", Resource: "*" }] }]), {}, "unknown element `Efect` [KW101] | at /principals/app/policies/0/Statement/0/Efect | help: did you mean `Effect`?"],
  ["files, where there are none", person(["./x.json"]), {}, "cannot be read: there are no files here"],
])("%s is told", (_, value, more, expected) => {
  expect(toldOf({ ...value, ...more })).toContainEqual(expect.stringContaining(expected));
});

test("what is wrong in a file is told with that file and line, in JSON and in YAML", () => {
  const files = {
    "world.yaml": `principals:\n  app: { arn: "${roleIn("app")}", policies: [./p/a.json, p/b.yaml] }\n`,
    "p/a.json": '{\n  "Version": "2012-10-17",\n  "Statement": [\n    { "Effect": "Alow", "Action": "kms:*", "Resource": "*" }\n  ]\n}\n',
    "p/b.yaml": "Version: '2012-10-17'\nStatement:\n  - Effect: Allow\n    Action: kms:*\n    Resorce: '*'\n",
  };
  const lines = told(fromFiles(files));
  expect(lines).toContainEqual(expect.stringMatching(/^p\/a\.json:4:17 error: .*`Alow`/));
  expect(lines).toContainEqual(expect.stringMatching(/^p\/b\.yaml:5:5 error: unknown element `Resorce`/));
});

test("the text of a key policy is kept as it was written", () => {
  const text = `{ "Version": "2012-10-17",  "Statement": [ { "Effect": "Allow", "Principal": "*", "Action": "kms:*", "Resource": "*" } ] }`;
  const { world } = fromFiles(
    { "world.json": JSON.stringify({ account: "111122223333", region: "us-east-1", keys: { k: { policy: "./k.json" } } }), "k.json": text },
    "world.json",
  );
  expect(world?.estate.keys[0]?.policyText).toBe(text);
  expect(world?.estate.keys[0]?.policy.name).toBe("key policy");
});
