import { printable, shown } from "../base/text.ts";
import { algorithmsFor } from "../catalog/key-specs.ts";
import type { WorldKey } from "../estate/estate.ts";
import type { Question } from "../estate/question.ts";
import type { World, WorldAnswer } from "../estate/world.ts";
import { explain } from "../explain/explain.ts";
import { foldCase } from "../iam/values.ts";
import type { AskedCall } from "../kms/asked-call.ts";
import type { CallerOptions } from "../kms/callers.ts";
import type { KmsClient } from "../kms/client.ts";
import { isMet, judge } from "./judge.ts";
import { OUTCOME_WORDS, unreadable } from "./problem.ts";
import type { Problem } from "./result.ts";
import type { Expectation, RoundTrip } from "./test-case.ts";

/** A KMS that runs: `Kms` of the door "kmsward/kms" is one. Rooms of this floor cannot start it, so whoever runs tests hands in how. */
export type RoundTripKms = {
  readonly as: (caller: CallerOptions) => Pick<KmsClient, WriterMethod | "decrypt">;
  readonly asks: (question: Question) => AskedCall;
};
export type StartKms = (world: World) => Promise<RoundTripKms>;

export type RoundTripOptions = {
  readonly startKms?: StartKms | undefined;
  readonly tell?: (question: Question, answer: WorldAnswer) => void; // each request that was made, as the world answers it
};

/** How a writer comes to a ciphertext. */
export const WRITERS = {
  Encrypt: "encrypt",
  GenerateDataKey: "generateDataKey",
  GenerateDataKeyWithoutPlaintext: "generateDataKeyWithoutPlaintext",
} as const satisfies Record<NonNullable<RoundTrip["with"]>, keyof KmsClient>;
type WriterMethod = (typeof WRITERS)[keyof typeof WRITERS];

const DATA_KEY = "AES_256";
const DATA_KEY_BYTES = 32;
const PLAINTEXT = Uint8Array.from("what the writer encrypts, the reader decrypts", (character) => character.charCodeAt(0));
const DENIED = "AccessDeniedException";

/** One of the two calls of a round trip. */
type Side = { readonly role: "writer" | "reader"; readonly question: Question; readonly answer: WorldAnswer };

/**
 * Encrypts (or makes a data key) as the writer and decrypts as the reader, with a real key. The KMS decides what happens; why it did is told from the
 * policies, which must agree with it. A denial is the reader's, for want of permission: a writer that is refused, a disabled key or another encryption
 * context fails the case.
 */
export async function runRoundTrip(
  world: World,
  trip: RoundTrip,
  expect: Expectation,
  { startKms, tell }: RoundTripOptions,
): Promise<Problem | undefined> {
  if (startKms === undefined) return { code: "KW606", message: "there is no KMS here that could encrypt and decrypt" };
  const [writer, reader] = [sideOf(world, trip, "writer"), sideOf(world, trip, "reader")];
  const invalid = writer.answer.invalid ?? reader.answer.invalid;
  if (invalid !== undefined) return unreadable(expect, invalid);
  const kms = await kmsOf(world, startKms);

  tell?.(writer.question, writer.answer);
  const written = call(kms, writer, (client, common) => write(client, common, trip.with ?? "Encrypt"));
  if ("refusal" in written) {
    const problem = refused(expect, writer, written.refusal);
    return written.refusal.name === DENIED ? withOtherWriter(world, trip, problem) : problem;
  }

  tell?.(reader.question, reader.answer);
  const { CiphertextBlob, Plaintext } = written.reply;
  const decrypted = call(kms, reader, (client, common) => client.decrypt({ ...common, CiphertextBlob }));
  if ("refusal" in decrypted) return refused(expect, reader, decrypted.refusal);
  return performed(expect, [writer, reader], isSame(Plaintext, decrypted.reply.Plaintext));
}

type Written = { readonly CiphertextBlob?: Uint8Array; readonly Plaintext?: Uint8Array | undefined };

/** A ciphertext, and what it has to decrypt to: of a data key that its writer never saw nobody knows. */
function write(client: Client, common: Common, operation: keyof typeof WRITERS): Written {
  if (operation === "Encrypt") return { ...client.encrypt({ ...common, Plaintext: PLAINTEXT }), Plaintext: PLAINTEXT };
  const { EncryptionAlgorithm: _, ...dataKey } = common;
  return client[WRITERS[operation]]({ ...dataKey, KeySpec: DATA_KEY });
}

function isSame(written: Uint8Array | undefined, read: Uint8Array | undefined): boolean {
  if (read === undefined) return false;
  if (written === undefined) return read.length === DATA_KEY_BYTES;
  return read.length === written.length && written.every((byte, i) => byte === read[i]);
}

/** An application that uses envelope encryption need not have kms:Encrypt: says so where that was all that was wrong. */
function withOtherWriter(world: World, trip: RoundTrip, problem: Problem | undefined): Problem | undefined {
  if (problem?.expected !== "allow" || trip.with !== undefined) return problem;
  const other = (["GenerateDataKey", "GenerateDataKeyWithoutPlaintext"] as const).find((operation) => {
    const wanted = { ...trip, with: operation };
    return unfitFor(world, wanted) === undefined && sideOf(world, wanted, "writer").answer.decision === "Allow";
  });
  return other === undefined
    ? problem
    : { ...problem, message: `${problem.message} (it may ask kms:${other}: \`with: ${other}\` writes so)` };
}

/** One call of a round trip: its question, and what the policies say to it. */
function sideOf(world: World, trip: RoundTrip, role: Side["role"]): Side {
  const question = callOf(world, trip, role);
  return { role, question, answer: world.authorize(question, trip.common) };
}

/** What is asked of KMS by one call of a round trip. */
export function callOf(world: World, trip: RoundTrip, role: Side["role"]): Question {
  const { common, key, encryptionContext } = trip;
  const pairs = role === "reader" ? (trip.readerContext ?? encryptionContext) : encryptionContext;
  const plain: Question = {
    ...common,
    principal: trip[role],
    action: role === "writer" ? `kms:${trip.with ?? "Encrypt"}` : "kms:Decrypt",
    key,
  };
  const algorithm = algorithmOf(world, plain);
  return {
    ...plain,
    context: withKeysOfTheCall(common.context, algorithm),
    ...(pairs && Object.keys(pairs).length > 0 && { encryptionContext: { ...pairs } }),
  };
}

/** What KMS tells of every such call: it comes by TLS, and is for an algorithm. */
function withKeysOfTheCall(given: Question["context"], algorithm: string): NonNullable<Question["context"]> {
  const told = new Set(Object.keys(given ?? {}).map(foldCase));
  const own = { "kms:EncryptionAlgorithm": algorithm, "aws:SecureTransport": true };
  return { ...given, ...Object.fromEntries(Object.entries(own).filter(([name]) => !told.has(foldCase(name)))) };
}

/** The last of those that the key has is the strongest: RSAES_OAEP_SHA_256 of an RSA key. */
function algorithmOf(world: World, question: Question): string {
  const key = keyOf(world, question);
  return (key && algorithmsFor({ spec: key.spec, usage: "ENCRYPT_DECRYPT" }).at(-1)) ?? "SYMMETRIC_DEFAULT";
}

function keyOf(world: World, question: Question): WorldKey | undefined {
  const posed = world.gather(question);
  return posed.ok ? world.estate.keys.find(({ arn }) => arn === posed.value.request.resource) : undefined;
}

/** Why no round trip can be made: only some keys encrypt, and only their material is here. */
export function unfitFor(world: World, trip: RoundTrip): { readonly part: "key" | "with"; readonly why: string } | undefined {
  const key = keyOf(world, callOf(world, trip, "writer"));
  if (key === undefined) return { part: "key", why: "the key of a round trip has to be in the world" };
  const name = shown(key.name);
  if (key.usage !== "ENCRYPT_DECRYPT") return { part: "key", why: `the key ${name} cannot encrypt: its usage is ${key.usage}` };
  if (key.origin === "AWS_CLOUDHSM" || key.origin === "EXTERNAL_KEY_STORE")
    return { part: "key", why: `the material of the key ${name} is in a custom key store` };
  if (key.spec !== "SYMMETRIC_DEFAULT" && trip.with !== undefined && trip.with !== "Encrypt")
    return { part: "with", why: `the key ${name} makes no data keys: its spec is ${key.spec}` };
  const contexts = [trip.encryptionContext, trip.readerContext].filter((pairs) => pairs !== undefined && Object.keys(pairs).length > 0);
  if (key.spec !== "SYMMETRIC_DEFAULT" && contexts.length > 0)
    return { part: "key", why: `the key ${name} takes no encryption context: its spec is ${key.spec}` };
  return undefined;
}

const KMS = new WeakMap<StartKms, WeakMap<World, Promise<RoundTripKms>>>();

/** A world's KMS is started when it is first needed, and then kept as long as the world: calls of round trips change nothing in it. */
function kmsOf(world: World, start: StartKms): Promise<RoundTripKms> {
  const started = KMS.get(start) ?? new WeakMap<World, Promise<RoundTripKms>>();
  KMS.set(start, started);
  const kms = started.get(world) ?? start(world);
  started.set(world, kms);
  return kms;
}

type Client = ReturnType<RoundTripKms["as"]>;
type Common = AskedCall["input"] & Pick<Parameters<Client["encrypt"]>[0], "EncryptionAlgorithm">;
type Refusal = { readonly name: string; readonly message: string };
type Called<T> = { readonly reply: T } | { readonly refusal: Refusal };

/** Makes one call as its side's caller, with all that the world knows of the way the call takes. */
function call<T>(kms: RoundTripKms, { question }: Side, make: (client: Client, common: Common) => T): Called<T> {
  const algorithm = question.context?.["kms:EncryptionAlgorithm"] as NonNullable<Common["EncryptionAlgorithm"]>;
  try {
    const { caller, input } = kms.asks(question);
    return { reply: make(kms.as(caller), { ...input, EncryptionAlgorithm: algorithm }) };
  } catch (error) {
    if (!(error instanceof Error) || !("$fault" in error || error.name === "InvalidWorldError")) throw error;
    return { refusal: error };
  }
}

const called = ({ role, question }: Side): string => `the ${role} ${printable(String(question.principal), 80)}`;

function refused(expect: Expectation, side: Side, { name, message }: Refusal): Problem | undefined {
  const action = side.question.action;
  const said = `${name}${message && `: ${printable(message, 1_000)}`}`;
  if (name !== DENIED) {
    const why = `${called(side)} could not ask ${action} for another reason than permission, ${said}`;
    return { message: `expected ${expect.outcome}, but ${why}`, expected: expect.outcome, got: name };
  }
  if (side.answer.decision === "Allow") return disagreement(expect, side, `was refused ${action} (${said})`, name);
  const problem = judge(expect, side.answer);
  if (problem === undefined && side.role === "writer") return unwritten(expect, side);
  return problem && { ...problem, message: `${called(side)} was refused ${action}: ${problem.message}` };
}

/** A denial is the reader's: where nothing was written, there was nothing that it could not read. */
function unwritten({ outcome }: Expectation, side: Side): Problem {
  const { action } = side.question;
  return {
    message: `${called(side)} was refused ${action} already, so that the reader had nothing to be refused (to expect just this, ask for ${action} by \`action\`)`,
    expected: outcome,
    got: `the ${side.role} refused`,
    explanation: explain(side.answer),
  };
}

/** Whether the answers to the calls of a round trip, as far as it came, are as expected: a denial is the reader's. */
export const isMetByTrip = (expect: Expectation, answers: readonly WorldAnswer[]): boolean =>
  isMet(expect, answers) && (expect.outcome === "allow" || answers.length > 1);

function performed(expect: Expectation, sides: readonly Side[], isTheSame: boolean): Problem | undefined {
  const doubted = sides.find(({ answer }) => answer.outcome !== "allowed");
  if (doubted !== undefined) return disagreement(expect, doubted, `was let ${doubted.question.action}`, "done");
  if (!isTheSame) return { message: "what came back is not what was encrypted", expected: expect.outcome, got: "another plaintext" };
  return judge(
    expect,
    sides.map(({ answer }) => answer),
  );
}

/** What the KMS of this process did, and what the policies say of it, must be one: neither is believed where they differ. */
function disagreement(expect: Expectation, side: Side, did: string, got: string): Problem {
  const says = OUTCOME_WORDS[side.answer.outcome];
  return {
    message: `${called(side)} ${did}, and the policies say ${says}: ${printable(side.answer.reason, 1_000)}`,
    expected: expect.outcome,
    got,
    explanation: explain(side.answer),
  };
}
