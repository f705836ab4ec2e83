import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { compile } from "../../src/authz/compile.ts";
import { parsePolicy } from "../../src/iam/parse/parse.ts";
import { completePrincipal, makeCaller } from "../../src/kms/caller.ts";
import { error } from "../../src/kms/errors.ts";
import { fixedPorts } from "../../src/kms/ports.ts";
import { startService } from "../../src/kms/service.ts";
import { type Authenticate, answer, type WireReply } from "../../src/wire/wire.ts";
import { ACCOUNT, allow, policy } from "../kms/lab.ts";
import { SAMPLE_CALLS } from "../kms/sample-calls.ts";
import { worldOf } from "../world/worlds.ts";

const side = { identity: [], boundary: undefined, session: undefined, serviceControl: [], endpoint: undefined };
const home = { account: ACCOUNT, region: "us-east-1", partition: "aws" };
const root = makeCaller({ principal: completePrincipal({ arn: `arn:aws:iam::${ACCOUNT}:root` }), home, side });

const asRoot: Authenticate<unknown> = () => ({ ok: true, value: root });
const asNobody: Authenticate<unknown> = () => ({ ok: false, error: error("UnrecognizedClientException", "who?") });

const everything = compile(parsePolicy(JSON.stringify(policy(allow("kms:*"))), { type: "identity", name: "all" }).policy!);
const admin = makeCaller({
  principal: completePrincipal({ arn: `arn:aws:iam::${ACCOUNT}:user/admin` }),
  home,
  side: { ...side, identity: [everything] },
});
const asAdmin: Authenticate<unknown> = () => ({ ok: true, value: admin });

const NOT_UTF_8 = Uint8Array.from('{"KeyId":"*","Plaintext":"YQ=="}', (character) => (character === "*" ? 0xff : character.charCodeAt(0)));
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe("the wire", () => {
  const ports = { ...fixedPorts({ startMs: Date.UTC(2026, 10, 22) }), xks: async () => ({ kind: "unreachable" }) as const };
  const { service, seed } = startService({ ports, world: worldOf({ keys: { app: { aliases: ["alias/app"] } } }) });
  const KeyId = seed.arns.app ?? "";
  const ask = (operation: string, body: string | Uint8Array | object, authenticate = asRoot) =>
    answer(service, authenticate, {
      headers: { "x-amz-target": `TrentService.${operation}` },
      body: typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body),
    });
  const bodyOf = ({ body }: WireReply) => JSON.parse(body) as Record<string, unknown>;

  let sealed: WireReply;
  beforeAll(async () => {
    sealed = await ask("Encrypt", { KeyId, Plaintext: "YXR0YWNr", EncryptionContext: { tenant: "a" } });
  });

  it("takes and gives bytes in base64", async () => {
    expect(sealed.statusCode).toBe(200);
    const { CiphertextBlob, ...rest } = bodyOf(sealed);
    expect(rest).toEqual({ KeyId, EncryptionAlgorithm: "SYMMETRIC_DEFAULT" });
    const opened = await ask("Decrypt", { CiphertextBlob, EncryptionContext: { tenant: "a" } });
    expect(bodyOf(opened)).toMatchObject({ KeyId, Plaintext: "YXR0YWNr" });
  });

  it("names every request, in a header of its own", async () => {
    const replies = [
      sealed,
      await ask("ListKeys", {}),
      await ask("Nothing", {}),
      await ask("ListKeys", {}, asNobody),
      await ask("ListKeys", "["),
    ];
    const ids = replies.map(({ headers }) => headers["x-amzn-requestid"]);
    for (const id of ids) expect(id).toMatch(ID);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(replies.map(({ headers }) => headers["content-type"]))).toEqual(new Set(["application/x-amz-json-1.1"]));
  });

  it("gives times in seconds", async () => {
    const { KeyMetadata } = bodyOf(await ask("DescribeKey", { KeyId })) as { KeyMetadata: Record<string, unknown> };
    expect(KeyMetadata.CreationDate).toBe(Date.UTC(2026, 10, 22) / 1000);
  });

  it("has an empty body where an operation has no output", async () => {
    expect(await ask("DisableKey", { KeyId })).toMatchObject({ statusCode: 200, body: "" });
    expect(await ask("EnableKey", { KeyId })).toMatchObject({ statusCode: 200, body: "" });
  });

  it("has a body without members where one of a custom key store has none", async () => {
    const members = SAMPLE_CALLS.CreateCustomKeyStore.input({} as never);
    const made = bodyOf(await ask("CreateCustomKeyStore", members, asAdmin));
    expect(await ask("DeleteCustomKeyStore", made, asAdmin)).toMatchObject({ statusCode: 200, body: "{}" });
  });

  it("takes an empty body for a request without members", async () => {
    for (const body of ["", new Uint8Array(), "{}"]) expect(bodyOf(await ask("ListKeys", body))).toMatchObject({ Truncated: false });
  });

  it("answers 400 with type and message", async () => {
    expect(await ask("DescribeKey", { KeyId: "alias/none" })).toMatchObject({
      statusCode: 400,
      body: '{"__type":"NotFoundException","message":"Alias arn:aws:kms:us-east-1:111122223333:alias/none is not found."}',
    });
  });

  it("has no message where AWS sends none", async () => {
    const { CiphertextBlob } = bodyOf(sealed);
    const wrong = await ask("Decrypt", { CiphertextBlob, EncryptionContext: { tenant: "b" } });
    expect(wrong).toMatchObject({ statusCode: 400, body: '{"__type":"InvalidCiphertextException"}' });
  });

  it.each([
    undefined,
    "",
    "Encrypt",
    "TrentService.",
    "TrentService.encrypt",
    "TrentService.Encrypt ",
    "trentservice.Encrypt",
    "TrentService.toString",
    "DynamoDB_20120810.Encrypt",
  ])("knows no operation at %j", async (target) => {
    const reply = await answer(service, asRoot, { headers: target === undefined ? {} : { "x-amz-target": target }, body: "{}" });
    expect(reply).toMatchObject({ statusCode: 400, body: '{"__type":"UnknownOperationException"}' });
  });

  it("looks at the body, then at the operation, then at who asks", async () => {
    expect(bodyOf(await ask("Nothing", "not json", asNobody))).toEqual({ __type: "SerializationException" });
    expect(bodyOf(await ask("Nothing", "{}", asNobody))).toEqual({ __type: "UnknownOperationException" });
    expect(bodyOf(await ask("Encrypt", '{"KeyId":7}', asNobody))).toEqual({ __type: "UnrecognizedClientException", message: "who?" });
  });

  // biome-ignore format: a table reads as a table
  it.each([
    "{", "not json", '{"KeyId": secret}', NOT_UTF_8, "null", "[]", '"secret"', "7", '{"KeyId":7}', '{"KeyId":{"secret":1}}',
    '{"KeyId":"alias/app","Plaintext":"secret!"}', '{"KeyId":"alias/app","Plaintext":["secret"]}', '{"KeyId":"alias/app","Plaintext":"YQ==","EncryptionContext":["secret"]}',
    '{"KeyId":"alias/app","Plaintext":"YQ==","DryRun":"secret"}', '{"KeyId":"alias/app","Plaintext":"YQ==","GrantTokens":"secret"}',
  ])("cannot read %s, and does not repeat it", async (body) => {
    const reply = await ask("Encrypt", body);
    expect(reply.statusCode).toBe(400);
    expect(bodyOf(reply)).toEqual({ __type: "SerializationException" });
    expect(reply.body).not.toContain("secret");
  });

  it("answers whatever it is sent", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("Encrypt", "Decrypt", "CreateGrant", "ListAliases", "ConnectCustomKeyStore"),
        fc.json(),
        async (operation, body) => {
          const reply = await ask(operation, body);
          expect([200, 400]).toContain(reply.statusCode);
        },
      ),
      { numRuns: 200 },
    );
  });
});
