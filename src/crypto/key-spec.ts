/** What a KMS key is made of, by the names of the KMS API (KMS Developer Guide, "Key spec reference"). */
export type RsaSpec = "RSA_2048" | "RSA_3072" | "RSA_4096";
export type NistCurveSpec = "ECC_NIST_P256" | "ECC_NIST_P384" | "ECC_NIST_P521";
export type WeierstrassSpec = NistCurveSpec | "ECC_SECG_P256K1";
export type EdwardsSpec = "ECC_NIST_EDWARDS25519";
export type HmacSpec = "HMAC_224" | "HMAC_256" | "HMAC_384" | "HMAC_512";
export type MlDsaSpec = "ML_DSA_44" | "ML_DSA_65" | "ML_DSA_87";
export type MlKemSpec = "ML_KEM_512" | "ML_KEM_768" | "ML_KEM_1024";
export type AsymmetricSpec = RsaSpec | WeierstrassSpec | EdwardsSpec | MlDsaSpec | MlKemSpec;

/** Every key spec this room can compute with. SM2 (China Regions) is none of them. */
export type KeySpec = "SYMMETRIC_DEFAULT" | HmacSpec | AsymmetricSpec;

/** How `Message` is to be read: as it is, as the algorithm's digest of it, or as the 64 bytes mu of FIPS 204. */
export type MessageType = "RAW" | "DIGEST" | "EXTERNAL_MU";

export type HashName = "sha1" | "sha224" | "sha256" | "sha384" | "sha512";

/** `length` bytes: unpredictable in production, counted in tests. */
export type RandomBytes = (length: number) => Uint8Array;

export type RsaEncryptionAlgorithm = "RSAES_OAEP_SHA_1" | "RSAES_OAEP_SHA_256";
export type EncryptionAlgorithm = "SYMMETRIC_DEFAULT" | RsaEncryptionAlgorithm;
export type MacAlgorithm = "HMAC_SHA_224" | "HMAC_SHA_256" | "HMAC_SHA_384" | "HMAC_SHA_512";
