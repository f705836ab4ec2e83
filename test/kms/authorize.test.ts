import { describe, expect, it } from "vitest";
import { explain } from "../../src/explain/explain.ts";
import { type Ask, Authority } from "../../src/kms/authorize.ts";
import type { Caller } from "../../src/kms/caller.ts";
import { Callers } from "../../src/kms/callers.ts";
import { State } from "../../src/kms/state.ts";
import type { KmsWorld } from "../../src/kms.ts";
import { worldOf } from "../world/worlds.ts";
import { allow, policy } from "./lab.ts";
import { alias, grant, key, NOW } from "./records.ts";

const ROOT = { Principal: { AWS: "arn:aws:iam::111122223333:root" } };
const APP = "arn:aws:iam::111122223333:role/app";
const DELEGATING = JSON.stringify(policy(allow("kms:*", ROOT)));

function setUp(world: KmsWorld, keyPolicy = DELEGATING) {
  const state = new State();
  const one = key({ policy: keyPolicy });
  state.apply({ kind: "put-key", key: one });
  const callers = new Callers(worldOf(world));
  const authority = new Authority(state, callers);
  const ask = (caller: Caller, members: object = {}) => {
    const asked: Ask = {
      action: "kms:Decrypt",
      on: { kind: "key", key: state.key(one.arn)! },
      context: {},
      grantIds: [],
      now: NOW,
      ...members,
    };
    const answer = authority.ask(caller, asked);
    for (const _ of ["remembered", "admitted"]) {
      const refused = authority.refusal(caller, asked);
      expect([refused?.decision ?? "Allow", refused?.error]).toEqual([answer.decision, answer.error]);
    }
    return answer;
  };
  return { state, one, callers, authority, ask, app: callers.caller(APP) };
}

const withPolicy = (...statements: object[]): KmsWorld => ({ principals: { app: { arn: APP, policies: [policy(...statements)] } } });

describe("what has a say", () => {
  it("is the key policy alone, and the identity policies where it lets them", () => {
    const { ask, app, callers } = setUp(withPolicy(allow("kms:Decrypt")));
    expect(ask(app).decision).toBe("Allow");
    expect(ask(app, { action: "kms:Encrypt" }).error?.message).toContain("no identity-based policy allows the kms:Encrypt action");
    expect(ask(callers.caller("arn:aws:iam::111122223333:root")).decision).toBe("Allow");
    const closed = setUp(withPolicy(allow("kms:Decrypt")), JSON.stringify(policy()));
    expect(closed.ask(closed.app).error?.message).toContain("no resource-based policy allows");
  });

  it("is the service control policy of the caller's account and the resource control policy of the key's", () => {
    const deny = (Principal: object) => policy({ Effect: "Deny", ...Principal, Action: "kms:Decrypt", Resource: "*" });
    const world = withPolicy(allow("kms:*"));
    const full = policy(allow("*"));
    const scp = setUp({
      ...world,
      organization: { id: "o-1", rootId: "r-1", accounts: ["111122223333"], serviceControl: [full, deny({})] },
    });
    expect(scp.ask(scp.app).error?.message).toContain("with an explicit deny in a service control policy");
    const rcp = setUp({
      ...world,
      organization: { id: "o-1", rootId: "r-1", accounts: ["111122223333"], resourceControl: [deny({ Principal: "*" })] },
    });
    expect(rcp.ask(rcp.app).error?.message).toContain("with an explicit deny in a resource control policy");
  });

  it("is told with what the caller gave, without what the KMS adds to every call", () => {
    const { ask, callers } = setUp(withPolicy(allow("kms:Sign")));
    const caller = callers.caller({ principal: APP, context: { "aws:SourceIp": "203.0.113.1" } });
    const { given } = explain(ask(caller, { context: { keys: { "kms:RequestAlias": "alias/a" } } }), { format: "json" });
    expect(given).toEqual([{ name: "context", value: 'aws:SourceIp="203.0.113.1"' }]);
  });

  it("is nothing, where the key policy cannot be read", () => {
    const { ask, app } = setUp(withPolicy(allow("kms:*")), "not a policy");
    expect(ask(app).decision).toBe("Deny");
  });
});

describe("condition keys", () => {
  const asked = (Condition: object) => setUp(withPolicy(allow("kms:*", { Condition })));

  it("are those of the call, the key, the alias asked for, the time and the caller", () => {
    const holds = (Condition: object, members: object = {}) => {
      const { ask, app, state, one } = asked(Condition);
      state.apply({ kind: "put-alias", alias: alias("alias/app", one.arn) });
      const on = { kind: "key", key: state.key(one.arn)!, alias: "alias/app" };
      return ask(app, {
        on,
        context: { keys: { "kms:EncryptionAlgorithm": "SYMMETRIC_DEFAULT" }, encryptionContext: { tenant: "a" } },
        ...members,
      }).decision;
    };
    const equals = (name: string, value: string) => ({ StringEquals: { [name]: value } });
    for (const Condition of [
      equals("kms:EncryptionAlgorithm", "SYMMETRIC_DEFAULT"),
      equals("kms:EncryptionContext:tenant", "a"),
      equals("kms:RequestAlias", "alias/app"),
      { "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/app" } },
      equals("kms:KeySpec", "SYMMETRIC_DEFAULT"),
      equals("kms:CallerAccount", "111122223333"),
      equals("aws:RequestedRegion", "us-east-1"),
      { DateEquals: { "aws:CurrentTime": "2026-11-22T03:00:00Z" } },
      { Bool: { "aws:SecureTransport": "true" } },
      { StringLike: { "aws:userid": "AROA*:kmsward" } },
      { IpAddress: { "aws:SourceIp": "127.0.0.1" } },
      { DateEquals: { "aws:TokenIssueTime": "2026-11-22T03:00:00Z" } },
      equals("aws:UserAgent", "kmsward"),
    ]) {
      expect(holds(Condition), JSON.stringify(Condition)).toBe("Allow");
    }
    expect(holds(equals("kms:RequestAlias", "alias/other"))).toBe("Deny");
    expect(holds(equals("kms:ViaService", "s3.us-east-1.amazonaws.com"))).toBe("Deny");
  });

  it("come with the caller, too", () => {
    const Condition = { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com", "aws:SourceVpce": "vpce-1" } };
    const { ask, callers } = asked(Condition);
    const caller = callers.caller({ principal: APP, viaService: "s3", context: { "aws:SourceVpce": "vpce-1" } });
    expect(ask(caller).decision).toBe("Allow");
  });
});

describe("grants", () => {
  it("count from when they are made, and no longer than they last", () => {
    const { ask, app, one, state } = setUp({});
    expect(ask(app).decision).toBe("Deny");
    const made = grant(one);
    state.apply({ kind: "put-grant", grant: made });
    expect(ask(app).by).toEqual([{ grant: made.id }]);
    expect(ask(app, { action: "kms:Encrypt" }).decision).toBe("Deny");
    state.apply({ kind: "delete-grant", id: made.id });
    expect(ask(app).decision).toBe("Deny");
  });

  it("count although others were asked about before", () => {
    const { ask, app, one, state } = setUp({});
    state.apply({ kind: "put-grant", grant: grant(one) });
    expect(ask(app, { action: "kms:Encrypt" }).decision).toBe("Deny");
    state.apply({ kind: "put-grant", grant: grant(one, { id: "b".repeat(64), operations: ["Encrypt"] }) });
    expect(ask(app, { action: "kms:Encrypt" }).decision).toBe("Allow");
    state.apply({ kind: "delete-grant", id: "b".repeat(64) });
    expect(ask(app, { action: "kms:Encrypt" }).decision).toBe("Deny");
  });

  it("count with their token before they have come round, and without it after", () => {
    const { ask, app, one, state } = setUp({});
    const made = grant(one, { effectiveAt: NOW + 1000 });
    state.apply({ kind: "put-grant", grant: made });
    expect(ask(app).decision).toBe("Deny");
    expect(ask(app, { grantIds: [made.id] }).decision).toBe("Allow");
    expect(ask(app, { grantIds: ["b".repeat(64)] }).decision).toBe("Deny");
    expect(ask(app, { now: NOW + 1000 }).decision).toBe("Allow");
  });

  it("count no sooner when the clock is set back", () => {
    const { ask, app, one, state } = setUp({});
    state.apply({ kind: "put-grant", grant: grant(one, { effectiveAt: NOW + 1000 }) });
    expect(ask(app, { now: NOW + 1000 }).decision).toBe("Allow");
    expect(ask(app, { now: NOW + 999 }).decision).toBe("Deny");
    expect(ask(app, { now: NOW + 1000 }).decision).toBe("Allow");
  });

  it("of others do not count, and of the one that is to be retired that one alone", () => {
    const { ask, app, one, state } = setUp(withPolicy(allow("kms:RetireGrant")));
    const made = grant(one, { granteePrincipal: "arn:aws:iam::111122223333:role/other" });
    state.apply({ kind: "put-grant", grant: made });
    expect(ask(app).decision).toBe("Deny");
    const retire = (on: object) => ask(app, { action: "kms:RetireGrant", on }).decision;
    expect(retire({ kind: "key", key: one, grant: made })).toBe("Allow");
  });
});

describe("what is remembered", () => {
  it("is forgotten when the key changes", () => {
    const { ask, app, one, state } = setUp(
      withPolicy(allow("kms:Decrypt", { Condition: { StringEquals: { "aws:ResourceTag/team": "a" } } })),
    );
    expect(ask(app).decision).toBe("Deny");
    state.apply({ kind: "put-key", key: { ...one, tags: [{ TagKey: "team", TagValue: "a" }] } });
    expect(ask(app).decision).toBe("Allow");
    state.apply({ kind: "put-key", key: { ...one, tags: [{ TagKey: "team", TagValue: "a" }], policy: JSON.stringify(policy()) } });
    expect(ask(app).decision).toBe("Deny");
  });

  it.each([
    ["tags", { "aws:ResourceTag/team": "a" }, { tags: [{ TagKey: "team", TagValue: "a" }] }, { tags: [{ TagKey: "team", TagValue: "b" }] }],
    ["tags", { "aws:ResourceTag/team": "a" }, { tags: [{ TagKey: "team", TagValue: "a" }] }, {}],
    ["aliases", { "kms:ResourceAliases": "alias/a" }, { aliases: ["alias/a"] }, { aliases: ["alias/b"] }],
    ["aliases", { "kms:ResourceAliases": "alias/a" }, { aliases: ["alias/a"] }, {}],
  ] as const)("is not of keys of the same kind with other %s", (_, pairs, those, others) => {
    const { ask, app, one } = setUp(withPolicy(allow("kms:Decrypt", { Condition: { "ForAnyValue:StringEquals": pairs } })));
    const on = (members: object) => ask(app, { on: { kind: "key", key: { ...one, ...members } } }).decision;
    expect([on(those), on(others), on(those), on(others)]).toEqual(["Allow", "Deny", "Allow", "Deny"]);
  });

  it("is of one caller", () => {
    const { ask, app, callers } = setUp(withPolicy(allow("kms:Decrypt")));
    expect(ask(app).decision).toBe("Allow");
    expect(ask(callers.caller("arn:aws:iam::111122223333:role/other")).decision).toBe("Deny");
  });
});

it("asks about a key as it would be, without its grants", () => {
  const { authority, app, one, state } = setUp(withPolicy(allow("kms:PutKeyPolicy")));
  state.apply({ kind: "put-grant", grant: grant(one) });
  const closed = { ...one, policy: JSON.stringify(policy()) };
  expect(authority.askHypothetically(app, "kms:PutKeyPolicy", one, NOW).decision).toBe("Allow");
  expect(authority.askHypothetically(app, "kms:PutKeyPolicy", closed, NOW).decision).toBe("Deny");
  expect(authority.askHypothetically(app, "kms:Decrypt", one, NOW).decision).toBe("Deny");
});

it("asks about aliases and nothing in particular without a key policy", () => {
  const { ask, app } = setUp(
    withPolicy(allow("kms:CreateAlias", { Resource: "arn:aws:kms:us-east-1:111122223333:alias/app" }), allow("kms:ListKeys")),
  );
  const onAlias = (name: string) => ({ action: "kms:CreateAlias", on: { kind: "alias", arn: "", name, alias: undefined } });
  expect(ask(app, onAlias("alias/app")).decision).toBe("Allow");
  expect(ask(app, onAlias("alias/other")).decision).toBe("Deny");
  expect(ask(app, { action: "kms:ListKeys", on: { kind: "*" } }).decision).toBe("Allow");
});

it("fails closed on a request that cannot be read", () => {
  const { ask, callers } = setUp(withPolicy(allow("kms:*")));
  const caller = callers.caller({ principal: APP, context: { "aws:SourceIp": "192.0.2.1" } });
  const unreadable = { ...caller, context: { "aws:sourceip": "192.0.2.1", "aws:SourceIp": "192.0.2.2" } };
  expect(ask(unreadable)).toMatchObject({ decision: "Deny", outcome: "undetermined" });
});
