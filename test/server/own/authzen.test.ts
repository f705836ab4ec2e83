import { describe, expect, it } from "vitest";
import { allow, policy } from "../../kms/lab.ts";
import { answered } from "../raw-http.ts";
import { serving } from "../serving.ts";

/** The scenario of AuthZEN's certification, said of keys: who reads (DescribeKey), writes (Encrypt) and deletes (ScheduleKeyDeletion) records. */
const A = "111122223333";
const roleOf = (name: string) => `arn:aws:iam::${A}:role/${name}`;
const delegating = policy(allow("kms:*", { Principal: { AWS: `arn:aws:iam::${A}:root` } }));
const own = policy(
  allow("kms:DescribeKey"),
  allow("kms:Encrypt", { Condition: { StringNotEquals: { "aws:ResourceTag/status": "archived" } } }),
  allow("kms:Encrypt", { Condition: { StringEquals: { "aws:PrincipalTag/role": "admin" } } }),
  allow("kms:ScheduleKeyDeletion", { Condition: { NumericEquals: { "kms:ScheduleKeyDeletionPendingWindowInDays": 30 } } }),
);
const onArchived = policy(
  allow("kms:Encrypt", {
    Resource: `arn:aws:kms:us-east-1:${A}:key/*`,
    Condition: { StringEquals: { "aws:ResourceTag/status": "archived" } },
  }),
);
const server = await serving({
  authentication: "none",
  publicUrl: "https://pdp.example.com",
  world: {
    principals: {
      alice: { arn: roleOf("alice"), policies: [own] },
      bob: { arn: roleOf("bob"), policies: [policy(allow("kms:DescribeKey")), onArchived] },
    },
    keys: {
      "record-1": { policy: delegating, tags: { status: "active" } },
      "record-2": { policy: policy(allow("kms:Encrypt", { Principal: { AWS: roleOf("bob") } })), tags: { status: "archived" } },
    },
  },
});
const keys = server.standing.site.keys;

const post = async (path: string, body: unknown, headers: Record<string, string> = {}) =>
  answered(
    await fetch(`${server.url}/access/v1/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    }),
  );
const who = (id: string, properties?: object) => ({ type: "aws:principal", id, ...(properties && { properties }) });
const record = (id: string, properties?: object) => ({ type: "AWS::KMS::Key", id, ...(properties && { properties }) });
const to = (name: string, properties?: object) => ({ name: `kms:${name}`, ...(properties && { properties }) });
const ask = (subject: object, action: object, resource: object, context?: object) => ({
  subject,
  action,
  resource,
  ...(context && { context }),
});
const days = (count: number) => to("ScheduleKeyDeletion", { context: { "kms:ScheduleKeyDeletionPendingWindowInDays": count } });

describe("evaluation", () => {
  // biome-ignore format: a table reads as a table
  it.each<[string, object, boolean]>([
    ["alice reads", ask(who("alice"), to("DescribeKey"), record("record-1")), true], ["alice writes", ask(who("alice"), to("Encrypt"), record("record-1")), true],
    ["bob reads", ask(who("bob"), to("DescribeKey"), record("record-1")), true], ["bob does not write", ask(who("bob"), to("Encrypt"), record("record-1")), false],
    ["what is archived is not written", ask(who("alice"), to("Encrypt"), record("record-1", { tags: { status: "archived" } })), false],
    ["but by an admin", ask(who("alice", { tags: { role: "admin" } }), to("Encrypt"), record("record-1", { tags: { status: "archived" } })), true],
    ["deletes softly", ask(who("alice"), days(30), record("record-1")), true], ["and not hard", ask(who("alice"), days(7), record("record-1")), false],
    ["by ARNs", ask(who(roleOf("alice")), to("Encrypt"), record(keys["record-1"]!)), true], ["of unknown types", ask({ type: "user", id: "alice" }, to("Encrypt"), record("record-1")), false],
    ["of unknown resources", ask(who("alice"), to("Encrypt"), { type: "todo", id: "1" }), false], ["of unknown ids", ask(who("nobody"), to("Encrypt"), record("record-1")), false],
    ["of unknown actions", ask(who("alice"), { name: "can_read" }, record("record-1")), false], ["with members that nobody knows", { ...ask(who("alice"), to("Encrypt"), record("record-1"), { time: "2025-06-27T18:03-07:00", schema: 1 }), more: 1 }, true],
  ])("%s", async (_, body, decision) => {
    const answer = await post("evaluation", body);
    expect(answer).toMatchObject({ status: 200, json: { decision } });
    expect(answer.headers.get("content-type")).toBe("application/json");
  });

  it("says why, under an id", async () => {
    const { json } = await post("evaluation", ask(who("bob"), to("Encrypt"), record("record-1")));
    expect(json.context).toMatchObject({
      outcome: "implicitDeny",
      error: { name: "AccessDeniedException" },
      id: expect.any(String) as string,
    });
    const why = await fetch(`${server.url}/v1/why/${(json.context as { id: string }).id}`);
    expect(await why.text()).toContain("kms:Encrypt");
  });

  // biome-ignore format: a table reads as a table
  it.each<[string, unknown, Record<string, string>?]>([
    ["no JSON", "{"], ["nothing", ""], ["a list", []], ["no subject", { action: to("Encrypt"), resource: record("record-1") }], ["a subject that is a text", { ...ask(who("a"), to("Encrypt"), record("r")), subject: "alice" }],
    ["no type", ask({ id: "alice" }, to("Encrypt"), record("record-1"))], ["no name", ask(who("alice"), {}, record("record-1"))], ["an id that is a number", ask({ type: "aws:principal", id: 1 }, to("Encrypt"), record("record-1"))],
    ["a context that is a list", { ...ask(who("alice"), to("Encrypt"), record("record-1")), context: [] }], ["another type of body", "subject=alice", { "content-type": "text/plain" }],
  ])("of %s is a bad request, with the id that came with it", async (_, body, headers) => {
    const answer = await post("evaluation", body, { "x-request-id": "an-id", ...headers });
    expect(answer).toMatchObject({ status: 400, json: { error: { status: 400 } } });
    expect(answer.headers.get("x-request-id")).toBe("an-id");
  });
});

describe("evaluations", () => {
  const defaults = { subject: who("bob"), resource: record("record-1") };
  const decisions = async (body: object) => {
    const { json, status } = await post("evaluations", body);
    return status === 200
      ? ((json.evaluations as { decision: boolean }[] | undefined)?.map(({ decision }) => decision) ?? json.decision)
      : status;
  };
  const evaluations = [{ action: to("DescribeKey") }, { action: to("Encrypt") }, {}, { action: to("DescribeKey"), subject: who("alice") }];
  const withSemantic = (evaluations_semantic: string) => ({ ...defaults, evaluations, options: { evaluations_semantic, other: 1 } });

  it("fill in what is the same, whole; what is broken is refused alone", async () => {
    expect(await decisions({ ...defaults, evaluations })).toEqual([true, false, false, true]);
    expect(
      await decisions({ ...defaults, action: to("DescribeKey"), evaluations: [{}, { resource: { type: "AWS::KMS::Key" } }, 1] }),
    ).toEqual([true, false, false]);
  });

  it("end where they are told to", async () => {
    expect(await decisions(withSemantic("execute_all"))).toEqual([true, false, false, true]);
    expect(await decisions(withSemantic("deny_on_first_deny"))).toEqual([true, false]);
    expect(await decisions(withSemantic("permit_on_first_permit"))).toEqual([true]);
    expect(await decisions(withSemantic("sometimes"))).toBe(400);
  });

  it("of none are the one", async () => {
    expect(await decisions({ ...defaults, action: to("DescribeKey"), evaluations: [] })).toBe(true);
    expect(await decisions({ ...defaults, action: to("DescribeKey") })).toBe(true);
    for (const odd of [{ subject: "bob" }, { evaluations: {} }, { options: [] }])
      expect(await decisions({ ...defaults, evaluations, ...odd })).toBe(400);
  });
});

describe("search", () => {
  const results = async (what: string, body: object) => (await post(`search/${what}`, body)).json.results as object[];

  it("finds who, which and what", async () => {
    const anyone = { type: "aws:principal" };
    const any = { type: "AWS::KMS::Key" };
    expect(await results("subject", { subject: anyone, action: to("DescribeKey"), resource: record("record-1") })).toEqual([
      who(roleOf("alice")),
      who(roleOf("bob")),
    ]);
    expect(await results("resource", { subject: who("alice"), action: to("DescribeKey"), resource: any })).toEqual([
      record(keys["record-1"]!),
    ]);
    expect(await results("subject", { subject: anyone, action: to("Encrypt"), resource: record("record-2") })).toEqual([
      who(roleOf("bob")),
    ]);
    expect(await results("action", { subject: who("bob"), resource: record("record-1") })).toEqual([{ name: "kms:DescribeKey" }]);
    expect(await results("action", { subject: who("nobody"), resource: record("record-1") })).toEqual([]);
    expect(
      await results("subject", { subject: { type: "user", id: "ignored" }, action: to("Encrypt"), resource: record("record-1") }),
    ).toEqual([]);
    expect(await post("search/subject", { subject: anyone, resource: record("record-1") })).toMatchObject({ status: 400 });
  });

  it("gives pages of one question", async () => {
    const question = { subject: { type: "aws:principal" }, action: to("DescribeKey"), resource: record("record-1") };
    const first = await post("search/subject", { ...question, page: { limit: 1 } });
    expect(first.json).toMatchObject({ page: { count: 1, total: 2 }, results: [who(roleOf("alice"))] });
    const { next_token: token } = first.json.page as { next_token: string };
    const second = await post("search/subject", { ...question, page: { token } });
    expect(second.json).toMatchObject({ page: { next_token: "" }, results: [who(roleOf("bob"))] });
    expect(await post("search/subject", { ...question, action: to("Encrypt"), page: { token } })).toMatchObject({ status: 400 });
    expect((await post("search/subject", { ...question, page: { limit: 0 } })).json).toMatchObject({
      results: [],
      page: { next_token: expect.stringMatching(/./) as string },
    });
    expect(await post("search/subject", { ...question, page: { limit: -1 } })).toMatchObject({ status: 400 });
  });
});

it("the metadata tells where to ask", async () => {
  const answer = await answered(await fetch(`${server.url}/.well-known/authzen-configuration`));
  expect(answer.json).toMatchObject({
    policy_decision_point: "https://pdp.example.com",
    access_evaluation_endpoint: "https://pdp.example.com/access/v1/evaluation",
  });
});
