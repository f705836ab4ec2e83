/**
 * The kinds of KMS keys, a table for each use (KMS Developer Guide, "Key spec reference" and the pages on each kind of key). Sizes are in bytes.
 * What is signed or authenticated in one call has 1 to 4096. SM2 is for China Regions, ML_KEM for all others.
 */
export type KeyUsage = keyof typeof SPECS_BY_USAGE;
export type KeySpec = { [Usage in KeyUsage]: keyof (typeof SPECS_BY_USAGE)[Usage] }[KeyUsage];

const oaep = ["RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256"] as const; // the same hash in MGF1
const rsaSigning = [
  "RSASSA_PSS_SHA_256", // salt as long as the digest
  "RSASSA_PSS_SHA_384",
  "RSASSA_PSS_SHA_512",
  "RSASSA_PKCS1_V1_5_SHA_256",
  "RSASSA_PKCS1_V1_5_SHA_384",
  "RSASSA_PKCS1_V1_5_SHA_512",
] as const;

/** What a Sign or Verify request may say of its Message. A digest is as long as the algorithm's; EXTERNAL_MU has 64 bytes. */
const digestible = ["RAW", "DIGEST"] as const;

// biome-ignore format: tables read as tables
export const SPECS_BY_USAGE = {
  ENCRYPT_DECRYPT: {
    // an RSA ciphertext is as long as the modulus, the others have the limit of the API
    SYMMETRIC_DEFAULT:     { algorithms: ["SYMMETRIC_DEFAULT"], maxPlaintext: { SYMMETRIC_DEFAULT: 4096 },                        maxCiphertext: 6144 },
    RSA_2048:              { algorithms: oaep,                  maxPlaintext: { RSAES_OAEP_SHA_1: 214, RSAES_OAEP_SHA_256: 190 }, maxCiphertext: 256 },
    RSA_3072:              { algorithms: oaep,                  maxPlaintext: { RSAES_OAEP_SHA_1: 342, RSAES_OAEP_SHA_256: 318 }, maxCiphertext: 384 },
    RSA_4096:              { algorithms: oaep,                  maxPlaintext: { RSAES_OAEP_SHA_1: 470, RSAES_OAEP_SHA_256: 446 }, maxCiphertext: 512 },
    SM2:                   { algorithms: ["SM2PKE"],            maxPlaintext: { SM2PKE: 1024 },                                   maxCiphertext: 6144 },
  },
  SIGN_VERIFY: {
    RSA_2048:              { algorithms: rsaSigning,                                 messageTypes: digestible },
    RSA_3072:              { algorithms: rsaSigning,                                 messageTypes: digestible },
    RSA_4096:              { algorithms: rsaSigning,                                 messageTypes: digestible },
    ECC_NIST_P256:         { algorithms: ["ECDSA_SHA_256"],                          messageTypes: digestible },
    ECC_NIST_P384:         { algorithms: ["ECDSA_SHA_384"],                          messageTypes: digestible },
    ECC_NIST_P521:         { algorithms: ["ECDSA_SHA_512"],                          messageTypes: digestible },
    ECC_SECG_P256K1:       { algorithms: ["ECDSA_SHA_256"],                          messageTypes: digestible },
    ECC_NIST_EDWARDS25519: { algorithms: ["ED25519_SHA_512", "ED25519_PH_SHA_512"],  messageTypes: digestible }, // RAW with the first, DIGEST with the second
    SM2:                   { algorithms: ["SM2DSA"],                                 messageTypes: digestible },
    ML_DSA_44:             { algorithms: ["ML_DSA_SHAKE_256"],                       messageTypes: ["RAW", "EXTERNAL_MU"], signature: 2420 },
    ML_DSA_65:             { algorithms: ["ML_DSA_SHAKE_256"],                       messageTypes: ["RAW", "EXTERNAL_MU"], signature: 3309 },
    ML_DSA_87:             { algorithms: ["ML_DSA_SHAKE_256"],                       messageTypes: ["RAW", "EXTERNAL_MU"], signature: 4627 },
  },
  GENERATE_VERIFY_MAC: {
    HMAC_224:              { algorithms: ["HMAC_SHA_224"], mac: 28 },
    HMAC_256:              { algorithms: ["HMAC_SHA_256"], mac: 32 },
    HMAC_384:              { algorithms: ["HMAC_SHA_384"], mac: 48 },
    HMAC_512:              { algorithms: ["HMAC_SHA_512"], mac: 64 },
  },
  KEY_AGREEMENT: {
    ECC_NIST_P256:         { algorithms: ["ECDH"], secret: 32 },
    ECC_NIST_P384:         { algorithms: ["ECDH"], secret: 48 },
    ECC_NIST_P521:         { algorithms: ["ECDH"], secret: 66 },
    SM2:                   { algorithms: ["ECDH"], secret: 32 }, // the size of the curve: AWS gives none
  },
  ENCAPSULATE_DECAPSULATE: {
    ML_KEM_512:            { algorithms: ["ML_KEM"], ciphertext: 768,  secret: 32 },
    ML_KEM_768:            { algorithms: ["ML_KEM"], ciphertext: 1088, secret: 32 },
    ML_KEM_1024:           { algorithms: ["ML_KEM"], ciphertext: 1568, secret: 32 },
  },
} as const;

export type KeySpecRow = { readonly spec: KeySpec; readonly usages: readonly KeyUsage[] };

const usages = Object.keys(SPECS_BY_USAGE) as KeyUsage[];
const specsFor = (usage: KeyUsage) => Object.keys(SPECS_BY_USAGE[usage]) as KeySpec[];

/** Every spec with the uses a key of it can be made for; a key has one, for good. The first spec is the default and needs no KeyUsage named. */
export const KEY_SPECS: readonly KeySpecRow[] = [...new Set(usages.flatMap(specsFor))].map((spec) => ({
  spec,
  usages: usages.filter((usage) => specsFor(usage).includes(spec)),
}));

const bySpec: ReadonlyMap<string, KeySpecRow> = new Map(KEY_SPECS.map((row) => [row.spec, row]));

/** The spec of this very name: specs are an enumeration of the API, so case counts. */
export const keySpec = (name: string): KeySpecRow | undefined => bySpec.get(name);

/** The algorithms of a key: empty where the spec has no such usage. */
export function algorithmsFor({ spec, usage }: { readonly spec: KeySpec; readonly usage: KeyUsage }): readonly string[] {
  const rows: Readonly<Partial<Record<KeySpec, { readonly algorithms: readonly string[] }>>> = SPECS_BY_USAGE[usage];
  return rows[spec]?.algorithms ?? [];
}

/** Where key material comes from, or lives (KMS API Reference, CreateKey). */
export const KEY_ORIGINS = ["AWS_KMS", "EXTERNAL", "AWS_CLOUDHSM", "EXTERNAL_KEY_STORE"] as const;
export type KeyOrigin = (typeof KEY_ORIGINS)[number];

/** What GenerateDataKeyPair makes under a symmetric key; never ML_DSA (KMS API Reference, GenerateDataKeyPair). */
export const DATA_KEY_PAIR_SPECS = [
  "RSA_2048",
  "RSA_3072",
  "RSA_4096",
  "ECC_NIST_P256",
  "ECC_NIST_P384",
  "ECC_NIST_P521",
  "ECC_SECG_P256K1",
  "ECC_NIST_EDWARDS25519",
  "SM2",
  "ML_KEM_512",
  "ML_KEM_768",
  "ML_KEM_1024",
] as const satisfies readonly KeySpec[];
