import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { type Client, lineIn } from "./matcher-client.ts";

/** What the tests of `project` come to, in whatever framework. */

export const PASSING = [
  "worlds",
  "answers",
  "asymmetric forms",
  "worlds are equal to themselves only",
  "snapshots",
  "files > policies/orders.ward.yaml > the app decrypts its tenant's orders",
  "files > policies/orders.ward.yaml > an upload works end to end",
] as const;

export const FAILING = [
  "denied",
  "allowed",
  "open",
  "asymmetric",
  "asymmetric world",
  "no question",
  "nobody",
  "all requests",
  "no more than itself",
  "snapshot",
  "policies/failing.ward.yaml > the app decrypts every tenant's orders",
  "policies/broken.ward.yaml > can be read",
] as const;

/** What a framework prints of each failing test, by its name. `head` comes before a name, which ends its line. */
export function failuresOf(output: string, head: RegExp): Readonly<Record<string, string>> {
  const parts = output.split(new RegExp(head.source, `${head.flags.replace("g", "")}g`)).slice(1);
  return Object.fromEntries(parts.map((part) => [part.slice(0, part.indexOf("\n")).trim(), part.slice(part.indexOf("\n"))]));
}

export function expectFailures(client: Client, failures: Readonly<Record<string, string>>): void {
  expect(Object.keys(failures).sort()).toEqual([...FAILING].sort());
  const said = (name: (typeof FAILING)[number]): string => failures[name] ?? "";
  const test = (name: string, text: string) =>
    expect(said(name as "denied")).toContain(`failing.test.js:${lineIn(client, "failing.test.js", text)}:`);
  const policy = "policies/orders-key.json";

  expect(said("denied")).toContain("expect(world).toAllow(question)");
  expect(said("denied")).toMatch(/Expected: allow\s+Received: implicit-deny\s+DENIED \(implicit\)/);
  expect(said("denied")).toMatch(/AllowAppPerTenant +✗ condition +StringEquals kms:EncryptionContext:tenant/);
  expect(said("denied")).toMatch(/closest to allowed +change encryptionContext\.tenant to "t1" +→ allowed by AllowAppPerTenant/);
  expect(said("denied")).toContain(`policy  ${policy}:${lineIn(client, policy, "AllowAppPerTenant") - 1}:5`);
  test("denied", 'expect(world).toAllow(app.decrypt({ tenant: "t2" }))');

  expect(said("allowed")).toMatch(/expect\(world\)\.not\.toAllow\(question\)\s+Expected: not allow\s+Received: allow\s+ALLOWED/);
  expect(said("open")).toMatch(/Received: undetermined\s+It depends on what the question does not give \(aws:SourceIp\)/);
  expect(said("asymmetric")).toMatch(/toBeAllowed/i);
  expect(said("asymmetric world")).toMatch(/- +"world": toAllow<[\s\S]*>,\n *\+ +"world": _?World \{\},\n/); // and nothing of what is in it
  expect(said("no question")).toContain("toAllow wants a question, and was given a function: name the action, with its brackets");
  test("no question", "not.toAllow(app.decrypt)");
  expect(said("nobody")).toMatch(/the question cannot be asked\s.*no principal `ap`/s);
  expect(said("nobody")).toContain("did you mean `app`");
  expect(said("all requests")).toMatch(
    /expect\(world\)\.toNeverAllow\(requests\)\s+Expected: no such request allowed\s+Received: app may kms:Decrypt on orders/,
  );
  expect(said("all requests")).toContain('request: {"action":"kms:Decrypt"');
  expect(said("no more than itself")).toMatch(/Received: nothing more, for all requests/);
  expect(said("snapshot")).toContain("Deny explicitDeny");
  expect(said("snapshot")).toContain("by: key policy#NeverDelete");

  const file = "policies/failing.ward.yaml";
  const wrong = said("policies/failing.ward.yaml > the app decrypts every tenant's orders");
  const line = lineIn(client, file, "the app decrypts every tenant's orders");
  expect(wrong).toMatch(/expected allow, got implicit-deny/);
  expect(wrong).toContain("closest to allowed");
  expect(wrong).toContain(`${file}:${line}:5`); // the place in the file, and its text around it
  expect(wrong).toMatch(new RegExp(`> +${line} \\| {3}- name: the app decrypts every tenant's orders\n`));
  expect(wrong).toContain(`${policy}:${lineIn(client, policy, "AllowAppPerTenant") - 1}:5`);

  const broken = said("policies/broken.ward.yaml > can be read");
  expect(broken).toContain(
    `policies/broken.ward.yaml:${lineIn(client, "policies/broken.ward.yaml", "acton")}:5 error: unknown member \`acton\` [KW101]`,
  );
  expect(broken).toContain("did you mean `action`");
  expect(broken).toMatch(/> +\d \| +acton: kms:Decrypt\n/);
}

export function expectSnapshot(client: Client, path: string): void {
  const text = readFileSync(join(client.folder, path), "utf8");
  expect(text).toMatch(
    /exports\[`snapshots \d`\] = `\n\{\n {2}"app": \[\n {4}Allow allowed\n {6}by: key policy#AllowAppPerTenant\n {6}reason: .*,\n {2}\],\n\}\n`;/,
  );
}
