import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from "node:crypto";
import { createKms, type KmsClient, type KmsWorld } from "../../src/kms.ts";
import type { Row } from "./row.ts";

const ACCOUNT = "111122223333";
const CONTEXT = { tenant: "acme", purpose: "bench" };
const AIM_SYMMETRIC = 0.6;
const AIM_ASYMMETRIC = 0.9;
const ROUNDS = 11;
const MANY_KEYS = 100; // used in turn, where a benchmark is not about one key

/** What a measured call goes through, each time. */
const INCLUDED = "reading, locating, authorizing, key state, cryptography, use, audit";

/** A caller with a policy of its own, on keys with the default key policy. */
const world = (keys: NonNullable<KmsWorld["keys"]>): KmsWorld => ({
  principals: {
    app: {
      arn: `arn:aws:iam::${ACCOUNT}:role/app`,
      policies: [{ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "kms:*", Resource: "*" }] }],
    },
  },
  keys,
});

type Work = (i: number) => unknown;

/**
 * The best of some rounds, in which each has its turn, so that what else the machine does hits all alike. A round is long enough for the collector of
 * garbage to have its part in it.
 */
function inTurns(works: Readonly<Record<string, Work>>, count: number): Record<string, number> {
  const best: Record<string, number> = {};
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, work] of Object.entries(works)) {
      const before = process.cpuUsage();
      for (let i = 0; i < count; i++) work(i);
      const { user, system } = process.cpuUsage(before);
      best[name] = Math.max(best[name] ?? 0, count / ((user + system) / 1e6));
    }
  }
  return best;
}

/** AES-256-GCM under one key object, with a random nonce and the context as additional data: what a program without a KMS would write. */
function bareGcm() {
  const key = createSecretKey(randomBytes(32));
  const aad = Buffer.from(JSON.stringify(CONTEXT));
  const seal = (plaintext: Uint8Array) => {
    const nonce = randomBytes(12);
    const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: 16 }).setAAD(aad);
    return Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
  };
  const open = (sealed: Buffer) => {
    const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, 12), { authTagLength: 16 })
      .setAAD(aad)
      .setAuthTag(sealed.subarray(-16));
    return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
  };
  return { seal, open };
}

/** The same with a 24-byte nonce, under a key derived from its first half (C2SP, XAES-256-GCM): what the blob format asks for, written plainly. */
function bareXaes() {
  const root = createCipheriv("aes-256-ecb", createSecretKey(randomBytes(32)), null).setAutoPadding(false);
  const aad = Buffer.from(JSON.stringify(CONTEXT));
  const derived = (nonce: Buffer) => {
    const blocks = Buffer.alloc(32);
    for (const at of [0, 16]) {
      nonce.copy(blocks, at + 4, 0, 12);
      blocks.writeUInt16BE(1 + at / 16, at);
    }
    return createSecretKey(root.update(blocks));
  };
  const seal = (plaintext: Uint8Array) => {
    const nonce = randomBytes(24);
    const cipher = createCipheriv("aes-256-gcm", derived(nonce), nonce.subarray(12), { authTagLength: 16 }).setAAD(aad);
    return Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
  };
  const open = (sealed: Buffer) => {
    const decipher = createDecipheriv("aes-256-gcm", derived(sealed), sealed.subarray(12, 24), { authTagLength: 16 })
      .setAAD(aad)
      .setAuthTag(sealed.subarray(-16));
    return Buffer.concat([decipher.update(sealed.subarray(24, -16)), decipher.final()]);
  };
  return { seal, open };
}

const aimOf = (least: number) => `≥ ${least} × bare`;

type Race = {
  readonly name: string;
  readonly count: number; // calls a round
  readonly aim: number;
  readonly pipeline: Work;
  readonly bare: Work; // the same construction, on node:crypto alone
  readonly plain?: Work; // another construction, for comparison
};

function race({ name, count, aim, pipeline, bare, plain }: Race): Row {
  const rates = inTurns({ pipeline, bare, ...(plain && { plain }) }, count);
  const rate = (of: string) => Math.round(rates[of] ?? 0);
  const told = (of: string) => rate(of).toLocaleString("en-US");
  const ratio = (to: string) => rate("pipeline") / rate(to);
  const bares = plain === undefined ? `bare: ${told("bare")}` : `bare XAES-256-GCM: ${told("bare")}`;
  const plains = plain === undefined ? "" : `; plain AES-256-GCM: ${told("plain")}, × ${ratio("plain").toFixed(2)}`;
  return { name, value: rate("pipeline"), unit: "/CPU-s", ratio: ratio("bare"), aim: aimOf(aim), note: bares + plains };
}

function encryption(app: KmsClient, KeyId: string): readonly Row[] {
  const [gcm, xaes] = [bareGcm(), bareXaes()];
  return [32, 4096].flatMap((size) => {
    const Plaintext = new Uint8Array(randomBytes(size));
    const CiphertextBlob = app.encrypt({ KeyId, Plaintext, EncryptionContext: CONTEXT }).CiphertextBlob;
    const [sealed, derived] = [gcm.seal(Plaintext), xaes.seal(Plaintext)];
    const label = size === 32 ? "32 B" : "4 KiB";
    const count = size === 32 ? 10_000 : 6000;
    return [
      race({
        name: `Encrypt ${label}`,
        count,
        aim: AIM_SYMMETRIC,
        pipeline: () => app.encrypt({ KeyId, Plaintext, EncryptionContext: CONTEXT }),
        bare: () => xaes.seal(Plaintext),
        plain: () => gcm.seal(Plaintext),
      }),
      race({
        name: `Decrypt ${label}`,
        count,
        aim: AIM_SYMMETRIC,
        pipeline: () => app.decrypt({ CiphertextBlob, EncryptionContext: CONTEXT }),
        bare: () => xaes.open(derived),
        plain: () => gcm.open(sealed),
      }),
    ];
  });
}

/** The same with another key in each call: what is kept ready for one must be ready for all. */
function inTurn(app: KmsClient): readonly Row[] {
  const Plaintext = new Uint8Array(randomBytes(32));
  const data = Array.from({ length: MANY_KEYS }, () => app.createKey().KeyMetadata.KeyId);
  const blobs = data.map((KeyId) => app.encrypt({ KeyId, Plaintext, EncryptionContext: CONTEXT }).CiphertextBlob);
  const bare = data.map(() => bareXaes());
  const sealed = bare.map(({ seal }) => seal(Plaintext));
  const signing = data.map(() => app.createKey({ KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" }).KeyMetadata.KeyId);
  const SigningAlgorithm = "ECDSA_SHA_256";
  const signatures = signing.map((KeyId) => app.sign({ KeyId, SigningAlgorithm, Message: MESSAGE }).Signature);
  const own = data.map(() => generateKeyPairSync("ec", { namedCurve: "P-256" }));
  const made = own.map(({ privateKey }) => sign("sha256", MESSAGE, privateKey));
  const pick = <T>(list: readonly T[], i: number): T => list[i % MANY_KEYS] as T;
  return [
    race({
      name: `Decrypt 32 B, ${MANY_KEYS} keys in turn`,
      count: 10_000,
      aim: AIM_SYMMETRIC,
      pipeline: (i) => app.decrypt({ CiphertextBlob: pick(blobs, i), EncryptionContext: CONTEXT }),
      bare: (i) => pick(bare, i).open(pick(sealed, i)),
    }),
    race({
      name: `Verify P-256, ${MANY_KEYS} keys in turn`,
      count: 2000,
      aim: AIM_ASYMMETRIC,
      pipeline: (i) => app.verify({ KeyId: pick(signing, i), SigningAlgorithm, Message: MESSAGE, Signature: pick(signatures, i) }),
      bare: (i) => verify("sha256", MESSAGE, pick(own, i).publicKey, pick(made, i)),
    }),
  ];
}

function dataKeys(app: KmsClient, KeyId: string): Row {
  const [gcm, xaes] = [bareGcm(), bareXaes()];
  return race({
    name: "GenerateDataKey",
    count: 8000,
    aim: AIM_SYMMETRIC,
    pipeline: () => app.generateDataKey({ KeyId, KeySpec: "AES_256", EncryptionContext: CONTEXT }),
    bare: () => xaes.seal(randomBytes(32)),
    plain: () => gcm.seal(randomBytes(32)),
  });
}

const MESSAGE = new Uint8Array(randomBytes(256));

function signatures(
  app: KmsClient,
  KeyId: string,
  SigningAlgorithm: "ECDSA_SHA_256" | "RSASSA_PKCS1_V1_5_SHA_256",
  keys: { readonly privateKey: KeyObject; readonly publicKey: KeyObject },
  name: string,
): readonly Row[] {
  const [own, shared] = [keys.privateKey, keys.publicKey];
  const made = sign("sha256", MESSAGE, own);
  const { Signature } = app.sign({ KeyId, SigningAlgorithm, Message: MESSAGE });
  return [
    race({
      name: `Sign ${name}`,
      count: name === "P-256" ? 2000 : 300,
      aim: AIM_ASYMMETRIC,
      pipeline: () => app.sign({ KeyId, SigningAlgorithm, Message: MESSAGE }),
      bare: () => sign("sha256", MESSAGE, own),
    }),
    race({
      name: `Verify ${name}`,
      count: name === "P-256" ? 1000 : 3000,
      aim: AIM_ASYMMETRIC,
      pipeline: () => app.verify({ KeyId, SigningAlgorithm, Message: MESSAGE, Signature }),
      bare: () => verify("sha256", MESSAGE, shared, made),
    }),
  ];
}

function macs(app: KmsClient, KeyId: string): Row {
  const key = createSecretKey(randomBytes(32));
  const pipeline = () => app.generateMac({ KeyId, MacAlgorithm: "HMAC_SHA_256", Message: MESSAGE });
  return race({
    name: "GenerateMac",
    count: 16_000,
    aim: AIM_SYMMETRIC,
    pipeline,
    bare: () => createHmac("sha256", key).update(MESSAGE).digest(),
  });
}

const MANY = 99_000; // an account has room for 100,000: those that the benchmark makes must fit
const FEW = 100;

/** The same calls with few keys beside them and with many, in turns. */
async function scale(): Promise<readonly Row[]> {
  const start = async (count: number) => {
    const app = (await createKms({ world: world({}) })).as("app");
    const ids = Array.from({ length: count }, () => app.createKey().KeyMetadata.KeyId);
    return { app, ids };
  };
  const [few, many] = [await start(FEW), await start(MANY)];
  globalThis.gc?.();
  const markerIn = ({ app }: typeof many) => {
    let page = app.listKeys({ Limit: 1000 });
    for (let i = 0; i < 49 && page.NextMarker !== undefined; i++) page = app.listKeys({ Limit: 1000, Marker: page.NextMarker });
    return page.NextMarker ?? "";
  };
  const middle = markerIn(many);
  const pick = ({ ids }: typeof many, i: number) => ids[i % FEW] as string;
  const describe = inTurns(
    { few: (i) => few.app.describeKey({ KeyId: pick(few, i) }), many: (i) => many.app.describeKey({ KeyId: pick(many, i) }) },
    4000,
  );
  const spread = inTurns({ many: (i) => many.app.describeKey({ KeyId: many.ids[(i * 7919) % MANY] as string }) }, 4000);
  const list = inTurns(
    {
      page: () => many.app.listKeys({ Limit: 100 }),
      ten: () => many.app.listKeys({ Limit: 1000, Marker: middle }),
      few: () => few.app.listKeys({ Limit: 100 }),
    },
    500,
  );
  const create = inTurns({ few: () => few.app.createKey(), many: () => many.app.createKey() }, 60); // last: it makes keys, for which there must be room
  const cost = (rates: Record<string, number>, name: string) => 1e6 / (rates[name] as number);
  const compare = (name: string, rates: Record<string, number>, aim = "≤ 1.5 × that at 100"): Row => ({
    name,
    value: cost(rates, "many"),
    unit: "CPU-µs",
    ratio: cost(rates, "many") / cost(rates, "few"),
    aim,
    note: "ratio: cost, to 100 keys",
  });
  return [
    compare("CreateKey, the last 1,000 of 100,000", create),
    compare("DescribeKey at 99,000 keys", describe),
    {
      name: "DescribeKey at 99,000 keys, each another",
      value: cost(spread, "many"),
      unit: "CPU-µs",
      ratio: cost(spread, "many") / cost(describe, "few"),
      note: "ratio: cost, to 100 keys asked for again",
    },
    {
      name: "ListKeys, a page of 100",
      value: cost(list, "page"),
      unit: "CPU-µs",
      ratio: cost(list, "page") / cost(list, "few"),
      aim: "≤ 1.5 × that at 100",
      note: "of 99,000 keys",
    },
    {
      name: "ListKeys, a page of 1,000 from the middle",
      value: cost(list, "ten"),
      unit: "CPU-µs",
      ratio: cost(list, "ten") / cost(list, "page"),
      aim: "≤ 10 × a page of 100",
    },
  ];
}

const pkcs8 = (keys: { readonly privateKey: KeyObject }) => new Uint8Array(keys.privateKey.export({ type: "pkcs8", format: "der" }));

export default async function kms(): Promise<readonly Row[]> {
  const [ec, rsa] = [generateKeyPairSync("ec", { namedCurve: "P-256" }), generateKeyPairSync("rsa", { modulusLength: 2048 })];
  const started = await createKms({
    world: world({
      data: {},
      mac: { spec: "HMAC_256" },
      ec: { spec: "ECC_NIST_P256", usage: "SIGN_VERIFY", dangerousKeyMaterial: pkcs8(ec) },
      rsa: { spec: "RSA_2048", usage: "SIGN_VERIFY", dangerousKeyMaterial: pkcs8(rsa) },
    }),
  });
  const app = started.as("app");
  const key = (name: string) => started.keys[name] as string;
  const [first, ...rows] = [
    ...encryption(app, key("data")),
    dataKeys(app, key("data")),
    ...signatures(app, key("ec"), "ECDSA_SHA_256", ec, "P-256"),
    ...signatures(app, key("rsa"), "RSASSA_PKCS1_V1_5_SHA_256", rsa, "RSA-2048"),
    macs(app, key("mac")),
    ...inTurn(app),
    ...(await scale()),
  ];
  return [{ ...(first as Row), note: `${first?.note}; each call: ${INCLUDED}` }, ...rows];
}
