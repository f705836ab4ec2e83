import { describe, expect, it } from "vitest";
import type { Access } from "../../src/analysis/answers.ts";
import { can, compare, prove, whoCan } from "../../src/analysis.ts";
import { loadWorld } from "../../src/index.ts";

const ACCOUNT = "111122223333";
const KEY = `arn:aws:kms:us-east-1:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const role = (name: string, account = ACCOUNT) => `arn:aws:iam::${account}:role/${name}`;
const user = (name: string, account = ACCOUNT) => `arn:aws:iam::${account}:user/${name}`;
const policyOf = (...Statement: readonly object[]) => ({ Version: "2012-10-17", Statement });
const assume = (target: string, more: object = {}) => policyOf({ Effect: "Allow", Action: "sts:AssumeRole", Resource: target, ...more });
const trust = (principal: object | string, more: object = {}) =>
  policyOf({ Effect: "Allow", Principal: principal, Action: "sts:AssumeRole", ...more });
const opens = (...names: readonly string[]) =>
  policyOf({ Effect: "Allow", Principal: { AWS: names.map((name) => role(name)) }, Action: "kms:Decrypt", Resource: "*" });

const worldOf = (principals: object, policy: object = opens("ops"), more: object = {}) =>
  loadWorld({ version: 1, account: ACCOUNT, region: "us-east-1", principals, keys: { orders: { arn: KEY, policy } }, ...more } as never);

const ASKED = { key: "orders", actions: ["kms:Decrypt"], viaRoles: true };
const told = ({ entries }: Access): readonly string[] =>
  entries.flatMap(({ who, path }) =>
    path === undefined
      ? []
      : [
          `${who.text} as ${path
            .map(({ role: { name }, when }) => name + when.map((all) => all.map(({ key, text }) => ` ${key} ${text}`).join("")).join(" or"))
            .join(", ")}`,
        ],
  );

describe("steps through roles", () => {
  it("are taken by whom the trust policy names, and need no policy of its own in the same account", async () => {
    const world = await worldOf({
      ops: { arn: role("ops"), trust: trust({ AWS: user("alice") }) },
      alice: { arn: user("alice") },
      bob: { arn: user("bob") },
    });
    expect(told(whoCan(world, ASKED))).toEqual(["alice as ops"]);
    expect(told(can(world, { principal: "bob", viaRoles: true }))).toEqual([]);
    expect(whoCan(world, { ...ASKED, viaRoles: false }).entries.every(({ path }) => path === undefined)).toBe(true);
  });

  it("go from role to role, each step confirmed by the evaluator for who takes it", async () => {
    const world = await worldOf({
      ops: { arn: role("ops"), trust: trust({ AWS: role("ci") }) },
      ci: {
        arn: role("ci"),
        trust: trust({ AWS: `arn:aws:iam::${ACCOUNT}:root` }, { Condition: { StringLike: { "sts:RoleSessionName": "build-*" } } }),
      },
      alice: { arn: user("alice"), policies: [assume(role("ci"))] },
      bob: { arn: user("bob") },
    });
    const access = whoCan(world, ASKED);
    expect(told(access)).toEqual(["ci as ops", 'alice as ci sts:RoleSessionName is like "build-*", ops']);
    for (const { path = [], witness } of access.entries.filter((entry) => entry.path !== undefined))
      for (const { request } of [...path, witness]) expect(world.authorize(request).outcome).toBe("allowed");
    const sessions = access.entries
      .at(-1)
      ?.path?.map(({ request: { principal } }) => (typeof principal === "string" ? principal : principal.arn));
    expect(sessions?.[1]).toMatch(/:assumed-role\/ci\/build-/);
  });

  it("need both sides across accounts, and what is not known of the other one is told", async () => {
    const partner = "444455556666";
    const ops = { arn: role("ops"), trust: trust({ AWS: partner }, { Condition: { StringEquals: { "sts:ExternalId": "x1" } } }) };
    const listed = await worldOf({
      ops,
      eve: { arn: user("eve", partner) },
      joe: { arn: user("joe", partner), policies: [assume(role("ops"))] },
    });
    expect(told(whoCan(listed, ASKED))).toEqual(['joe as ops sts:ExternalId is "x1"']);
    const open = whoCan(await worldOf({ ops }), ASKED);
    expect(told(open)).toEqual([`any principal of ${partner} as ops sts:ExternalId is "x1"`]);
    expect(open.assumptions.map(({ id }) => id)).toContain(`unlisted:${partner}`);
  });

  it("are closed by boundaries, service control policies and denials, and taken by no root user and no service", async () => {
    const alice = { arn: user("alice"), policies: [assume("*")] };
    const ops = { arn: role("ops"), trust: trust({ AWS: ACCOUNT }) };
    const boundary = policyOf({ Effect: "Allow", Action: "kms:*", Resource: "*" });
    expect(told(whoCan(await worldOf({ ops, alice: { ...alice, boundary } }), ASKED))).toEqual([]);
    const scp = policyOf({ Effect: "Allow", Action: "*", Resource: "*" }, { Effect: "Deny", Action: "sts:AssumeRole", Resource: "*" });
    const organization = { id: "o-example0001", accounts: [ACCOUNT], serviceControl: [scp] };
    expect(told(whoCan(await worldOf({ ops, alice }, opens("ops"), { organization }), ASKED))).toEqual([]);
    const service = { arn: role("ops"), trust: trust({ Service: "ec2.amazonaws.com" }) };
    expect(told(whoCan(await worldOf({ ops: service, alice }), ASKED))).toEqual([]);
  });

  it("are not passed over where a trust policy is not told", async () => {
    const nothing = whoCan(await worldOf({ ops: { arn: role("ops") } }), ASKED);
    expect(nothing.assumptions.map(({ id }) => id)).toContain(`trust:${role("ops")}:nothing`);
    const unknown = whoCan(await worldOf({ ops: { arn: role("ops"), unknown: ["trust"] }, alice: { arn: user("alice") } }), ASKED);
    expect([unknown.complete, unknown.undecided.map(({ text }) => text).join()]).toEqual([
      false,
      expect.stringContaining("trust policy of ops"),
    ]);
  });

  it("find what trying every order of roles finds, and nothing else", async () => {
    const names = ["a", "b", "c", "d"];
    let last: { readonly world: Awaited<ReturnType<typeof worldOf>>; readonly reached: ReadonlySet<string> } | undefined;
    for (let seed = 1; seed <= 12; seed++) {
      let state = seed * 2_654_435_761;
      const draw = (): boolean => {
        state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
        return state % 3 === 0;
      };
      const principals = Object.fromEntries(
        names.map((name) => [
          name,
          {
            arn: role(name),
            trust: trust({ AWS: [role("nobody"), ...names.filter((other) => other !== name && draw()).map((other) => role(other))] }),
            policies: draw() ? [policyOf({ Effect: "Deny", Action: "sts:AssumeRole", Resource: role("c") })] : [],
          },
        ]),
      );
      const world = await worldOf(principals, opens("d"));
      const may = (from: string, to: string): boolean =>
        world.authorize({ principal: `arn:aws:sts::${ACCOUNT}:assumed-role/${from}/s`, action: "sts:AssumeRole", resource: role(to) })
          .outcome === "allowed";
      const reached = new Set(["d"]);
      for (let round = 0; round < names.length; round++)
        for (const name of names) if (![...reached].includes(name) && [...reached].some((one) => may(name, one))) reached.add(name);
      const found = whoCan(world, ASKED).entries.flatMap(({ who, path }) =>
        path === undefined || who.name === undefined ? [] : [who.name],
      );
      expect(found.sort()).toEqual([...reached].filter((name) => name !== "d").sort());
      for (const principal of names) {
        const { verdict, witness } = prove(world, { never: { principal, action: "Decrypt" } }, { viaRoles: true });
        expect([principal, verdict]).toEqual([principal, reached.has(principal) ? "refuted" : "proved"]);
        for (const { request } of [...(witness?.path ?? []), ...(witness === undefined ? [] : [witness])])
          expect(world.authorize(request).outcome).toBe("allowed");
      }
      if (last !== undefined) {
        const { changes } = compare(last.world, world, { viaRoles: true, actions: ["kms:Decrypt"] });
        const changed = (direction: string) =>
          changes.flatMap((one) => (one.direction === direction ? (one.who.name ?? one.who.text) : [])).sort();
        expect(changed("gained")).toEqual([...reached].filter((name) => last?.reached.has(name) === false).sort());
        expect(changed("lost")).toEqual([...last.reached].filter((name) => !reached.has(name)).sort());
      }
      last = { world, reached };
    }
  });

  it("are told of a change of what the role may, and of who may assume it", async () => {
    const alice = { arn: user("alice"), policies: [assume(role("ops"))] };
    const closed = await worldOf({ ops: { arn: role("ops"), trust: trust({ Service: "ec2.amazonaws.com" }) }, alice }, opens("ops"));
    const open = await worldOf({ ops: { arn: role("ops"), trust: trust({ AWS: ACCOUNT }) }, alice }, opens("ops"));
    const wider = await worldOf(
      { ops: { arn: role("ops"), trust: trust({ AWS: ACCOUNT }) }, alice },
      {
        ...opens("ops"),
        Statement: [{ Effect: "Allow", Principal: { AWS: role("ops") }, Action: ["kms:Decrypt", "kms:Encrypt"], Resource: "*" }],
      },
    );
    const said = (before: typeof open, after: typeof open) =>
      compare(before, after, { viaRoles: true }).changes.map(
        ({ direction, who, actions, path = [], witness }) =>
          `${who.text} ${direction} ${actions}${path.map((step) => ` as ${step.role.name}`).join("")}: ${witness.before}, ${witness.after}`,
      );
    expect(said(closed, open)).toEqual(["alice gained kms:Decrypt as ops: implicitDeny, allowed"]);
    expect(said(open, closed)).toEqual(["alice lost kms:Decrypt as ops: allowed, implicitDeny"]);
    expect(said(open, wider)).toEqual([
      "ops gained kms:Encrypt: implicitDeny, allowed",
      "alice gained kms:Encrypt as ops: implicitDeny, allowed",
    ]);
    expect(compare(closed, open).verdict).toBe("equal");
    expect(compare(closed, open, { viaRoles: true }).verdict).toBe("wider");
    const never = { never: { principal: "alice", action: "Decrypt" } };
    expect(prove(open, never).verdict).toBe("proved");
    expect(prove(open, never, { viaRoles: true }).witness?.path?.map(({ text }) => text)).toEqual(["alice assumes ops"]);
    expect(prove(closed, never, { viaRoles: true }).verdict).toBe("proved");
    expect(prove(open, { only: { principal: "ops", action: "Decrypt" } }, { viaRoles: true }).verdict).toBe("refuted");
  });
});
