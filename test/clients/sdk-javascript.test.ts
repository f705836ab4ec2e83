import * as sdk from "@aws-sdk/client-kms";
import { describe, expect, it, onTestFinished } from "vitest";
import { RootKey } from "../../src/crypto/root-key.ts";
import { systemPorts } from "../../src/embedded/system-ports.ts";
import { type BuiltOperation, OPERATIONS } from "../../src/kms/operations/index.ts";
import { type KmsClient, KmsException, memoryStore } from "../../src/kms.ts";
import { ADMIN, APP, EVERYTHING, type Lab, lab, START, TESTER } from "../kms/lab.ts";
import { SAMPLE_CALLS } from "../kms/sample-calls.ts";
import { KEYS, serving } from "../server/serving.ts";

/** The AWS SDK for JavaScript v3 with its own HTTP client and its own signatures, before an endpoint over the state of a lab. */
type Reply = Readonly<Record<string, unknown>>;
type AnyCommand = new (input: object) => sdk.EncryptCommand;

const root = RootKey.from(new Uint8Array(32).fill(7));
const ROOT = root.ok ? root.value : expect.unreachable("a root key has 32 bytes");

async function served() {
  const store = memoryStore();
  const made: Lab = await lab([], {}, store, ROOT);
  const xks = async () => ({ kind: "unreachable" }) as const;
  const server = await serving({
    until: onTestFinished,
    store,
    root: ROOT,
    ports: { ...systemPorts(), now: () => START, xks },
    world: {
      principals: {
        admin: { arn: ADMIN, policies: EVERYTHING, credentials: KEYS.admin },
        someone: APP,
        tester: { arn: TESTER, credentials: KEYS.tester },
      },
    },
  });
  const client = (credentials: { accessKeyId: string; secretAccessKey: string }) =>
    new sdk.KMSClient({ region: "us-east-1", endpoint: server.url, credentials: { ...credentials }, maxAttempts: 1 });
  return { lab: made, server, client };
}

describe.each(Object.keys(OPERATIONS) as BuiltOperation[])("%s", async (name) => {
  const Command = (sdk as unknown as Readonly<Record<string, AnyCommand>>)[`${name}Command`]!;
  const directly = (client: KmsClient, input: object) =>
    (client.later as unknown as Record<string, (input: object) => Promise<Reply>>)[name.charAt(0).toLowerCase() + name.slice(1)]!(input);

  it("answers over HTTP, and is refused, as it is without", async () => {
    const { lab: there, client } = await served();
    const input = SAMPLE_CALLS[name].input(there);
    const tester = client(KEYS.tester);
    const theirs = (await tester.send(new Command(input)).catch((thrown: unknown) => thrown)) as sdk.KMSServiceException;
    const ours = (await directly(there.tester, input).catch((thrown: unknown) => thrown)) as KmsException;
    expect(ours).toBeInstanceOf(KmsException);
    expect([theirs.name, theirs.message]).toEqual([ours.name, ours.message]);
    expect(theirs.$metadata).toMatchObject({ httpStatusCode: 400, attempts: 1 });

    const admin = client(KEYS.admin);
    const { $metadata, ...reply } = await admin.send(new Command(input));
    expect($metadata).toMatchObject({ httpStatusCode: 200, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string });
    const direct = await lab([], {}, memoryStore(), ROOT);
    const expected = await directly(direct.admin, SAMPLE_CALLS[name].input(direct));
    expect(Object.keys(reply).sort()).toEqual(
      Object.keys(expected)
        .filter((member) => expected[member] !== undefined)
        .sort(),
    );
    for (const one of [tester, admin]) one.destroy();
  });
});
