import { dangerouslyExportMaterial } from "../../src/crypto/key-material.ts";
import type { BuiltOperation } from "../../src/kms/operations/index.ts";
import { freshMaterial } from "../crypto/materials.ts";
import { wrapMaterial } from "../crypto/wrap-material.ts";
import { allow, bytes, type KeyName, type Lab, policy, TESTER_SESSION } from "./lab.ts";
import { keyStore } from "./records.ts";

/** One call of every operation that succeeds for whoever is permitted, on keys of the lab. What it needs is made by the lab's administrator. */
export type SampleCall = {
  /** The key of each role whose state and usage the operation asks for. */
  readonly keys?: readonly KeyName[];
  /** Before the call, and before the snapshot that it is compared with. */
  readonly input: (lab: Lab) => object;
};

const on = (key: KeyName, members: object = {}): SampleCall => ({ keys: [key], input: (lab) => ({ KeyId: lab.id(key), ...members }) });
const TEXT = bytes("attack at dawn");
const CONTEXT = { tenant: "a" };

const blob = (lab: Lab, key: KeyName = "symmetric") =>
  lab.admin.encrypt({ KeyId: lab.id(key), Plaintext: TEXT, EncryptionContext: CONTEXT }).CiphertextBlob;
const rotating = (lab: Lab) => lab.admin.enableKeyRotation({ KeyId: lab.id("symmetric") });
const grant = (lab: Lab) =>
  lab.admin.createGrant({
    KeyId: lab.id("symmetric"),
    GranteePrincipal: TESTER_SESSION,
    Operations: ["Decrypt"],
    RetiringPrincipal: "arn:aws:iam::111122223333:root",
  });

/** Calls about a custom key store that is in a state. Its proxy is asked nothing: that would have to be waited for. */
const onStore = (connection: "CONNECTED" | "DISCONNECTED", members: object = {}): SampleCall => ({
  input: (lab) => {
    const store = keyStore({ connection });
    lab.store.commit([{ kind: "put-key-store", store }]);
    return { CustomKeyStoreId: store.id, ...members };
  },
});

export const SAMPLE_CALLS: Readonly<Record<BuiltOperation, SampleCall>> = {
  CancelKeyDeletion: {
    keys: ["symmetric"],
    input: (lab) => {
      lab.admin.scheduleKeyDeletion({ KeyId: lab.id("symmetric") });
      return { KeyId: lab.id("symmetric") };
    },
  },
  ConnectCustomKeyStore: onStore("DISCONNECTED"),
  CreateAlias: { keys: ["symmetric"], input: (lab) => ({ AliasName: "alias/new", TargetKeyId: lab.id("symmetric") }) },
  CreateCustomKeyStore: {
    input: () => ({
      CustomKeyStoreName: "new",
      CustomKeyStoreType: "EXTERNAL_KEY_STORE",
      XksProxyConnectivity: "VPC_ENDPOINT_SERVICE",
      XksProxyVpcEndpointServiceName: "com.amazonaws.vpce.us-east-1.vpce-svc-1234567890abcdef0",
      XksProxyUriEndpoint: "https://proxy.example.com",
      XksProxyUriPath: "/kms/xks/v1",
      XksProxyAuthenticationCredential: { AccessKeyId: "ABCDEFGHIJKLMNOPQRST", RawSecretAccessKey: "a".repeat(43) },
    }),
  },
  CreateGrant: on("symmetric", { GranteePrincipal: "arn:aws:iam::111122223333:role/app", Operations: ["Decrypt"] }),
  CreateKey: { input: () => ({ Tags: [{ TagKey: "team", TagValue: "orders" }] }) },
  Decapsulate: {
    keys: ["kem"],
    input: (lab) => {
      const { SharedSecretCiphertextBlob } = lab.admin.encapsulate({ KeyId: lab.id("kem"), EncapsulationAlgorithm: "ML_KEM" });
      return { KeyId: lab.id("kem"), EncapsulationAlgorithm: "ML_KEM", SharedSecretCiphertextBlob };
    },
  },
  Decrypt: { keys: ["symmetric"], input: (lab) => ({ CiphertextBlob: blob(lab), EncryptionContext: CONTEXT }) },
  DeleteAlias: { keys: ["symmetric"], input: () => ({ AliasName: "alias/symmetric" }) },
  DeleteCustomKeyStore: onStore("DISCONNECTED"),
  DeleteImportedKeyMaterial: on("external"),
  DeriveSharedSecret: {
    keys: ["agreement"],
    input: (lab) => {
      const { PublicKey } = lab.admin.getPublicKey({ KeyId: lab.id("agreement") });
      return { KeyId: lab.id("agreement"), KeyAgreementAlgorithm: "ECDH", PublicKey };
    },
  },
  DescribeCustomKeyStores: onStore("CONNECTED"),
  DescribeKey: on("symmetric"),
  DisableKey: on("symmetric"),
  DisableKeyRotation: {
    keys: ["symmetric"],
    input: (lab) => {
      rotating(lab);
      return { KeyId: lab.id("symmetric") };
    },
  },
  DisconnectCustomKeyStore: onStore("CONNECTED"),
  EnableKey: {
    keys: ["symmetric"],
    input: (lab) => {
      lab.admin.disableKey({ KeyId: lab.id("symmetric") });
      return { KeyId: lab.id("symmetric") };
    },
  },
  EnableKeyRotation: on("symmetric"),
  Encapsulate: on("kem", { EncapsulationAlgorithm: "ML_KEM" }),
  Encrypt: on("symmetric", { Plaintext: TEXT, EncryptionContext: CONTEXT }),
  GenerateDataKey: on("symmetric", { KeySpec: "AES_256" }),
  GenerateDataKeyPair: on("symmetric", { KeyPairSpec: "ECC_NIST_P256" }),
  GenerateDataKeyPairWithoutPlaintext: on("symmetric", { KeyPairSpec: "ECC_NIST_P256" }),
  GenerateDataKeyWithoutPlaintext: on("symmetric", { NumberOfBytes: 64 }),
  GenerateMac: on("mac", { Message: TEXT, MacAlgorithm: "HMAC_SHA_256" }),
  GenerateRandom: { input: () => ({ NumberOfBytes: 16 }) },
  GetKeyLastUsage: on("symmetric"),
  GetKeyPolicy: on("symmetric"),
  GetKeyRotationStatus: on("symmetric"),
  GetParametersForImport: on("external", { WrappingAlgorithm: "RSAES_OAEP_SHA_256", WrappingKeySpec: "RSA_2048" }),
  GetPublicKey: on("signing"),
  ImportKeyMaterial: {
    keys: ["external"],
    input: (lab) => {
      const parameters = { WrappingAlgorithm: "RSAES_OAEP_SHA_256", WrappingKeySpec: "RSA_2048" } as const;
      const { ImportToken, PublicKey } = lab.admin.getParametersForImport({ KeyId: lab.id("external"), ...parameters });
      const material = dangerouslyExportMaterial(freshMaterial("SYMMETRIC_DEFAULT"));
      const wrapped = wrapMaterial({ spki: PublicKey, algorithm: "RSAES_OAEP_SHA_256", bytes: material });
      return {
        KeyId: lab.id("external"),
        ImportToken,
        EncryptedKeyMaterial: wrapped,
        ExpirationModel: "KEY_MATERIAL_DOES_NOT_EXPIRE",
        ImportType: "NEW_KEY_MATERIAL",
      };
    },
  },
  ListAliases: { input: () => ({}) },
  ListGrants: on("symmetric"),
  ListKeyPolicies: on("symmetric"),
  ListKeyRotations: on("symmetric"),
  ListKeys: { input: () => ({}) },
  ListResourceTags: on("symmetric"),
  ListRetirableGrants: { input: () => ({ RetiringPrincipal: "arn:aws:iam::111122223333:root" }) },
  PutKeyPolicy: on("symmetric", {
    Policy: JSON.stringify(policy(allow("kms:*", { Principal: { AWS: "arn:aws:iam::111122223333:root" } }))),
    BypassPolicyLockoutSafetyCheck: true,
  }),
  ReEncrypt: {
    keys: ["symmetric", "other"],
    input: (lab) => ({ CiphertextBlob: blob(lab), SourceEncryptionContext: CONTEXT, DestinationKeyId: lab.id("other") }),
  },
  ReplicateKey: on("multi", { ReplicaRegion: "us-west-2", Tags: [{ TagKey: "team", TagValue: "orders" }] }),
  RetireGrant: {
    keys: ["symmetric"],
    input: (lab) => ({ KeyId: lab.arn("symmetric"), GrantId: grant(lab).GrantId }),
  },
  RevokeGrant: {
    keys: ["symmetric"],
    input: (lab) => ({ KeyId: lab.id("symmetric"), GrantId: grant(lab).GrantId }),
  },
  RotateKeyOnDemand: on("symmetric"),
  ScheduleKeyDeletion: on("symmetric"),
  Sign: on("signing", { Message: TEXT, SigningAlgorithm: "ECDSA_SHA_256" }),
  TagResource: on("symmetric", { Tags: [{ TagKey: "team", TagValue: "orders" }] }),
  UntagResource: on("symmetric", { TagKeys: ["team"] }),
  UpdateAlias: { keys: ["other"], input: (lab) => ({ AliasName: "alias/symmetric", TargetKeyId: lab.id("other") }) },
  UpdateCustomKeyStore: onStore("CONNECTED", { NewCustomKeyStoreName: "renamed" }),
  UpdateKeyDescription: on("symmetric", { Description: "new" }),
  UpdatePrimaryRegion: {
    keys: ["multi"],
    input: (lab) => {
      lab.admin.replicateKey({ KeyId: lab.id("multi"), ReplicaRegion: "us-west-2" });
      lab.kms.advance({ minutes: 5 });
      return { KeyId: lab.id("multi"), PrimaryRegion: "us-west-2" };
    },
  },
  Verify: {
    keys: ["signing"],
    input: (lab) => {
      const signed = { KeyId: lab.id("signing"), Message: TEXT, SigningAlgorithm: "ECDSA_SHA_256" } as const;
      return { ...signed, Signature: lab.admin.sign(signed).Signature };
    },
  },
  VerifyMac: {
    keys: ["mac"],
    input: (lab) => {
      const authenticated = { KeyId: lab.id("mac"), Message: TEXT, MacAlgorithm: "HMAC_SHA_256" } as const;
      return { ...authenticated, Mac: lab.admin.generateMac(authenticated).Mac };
    },
  },
};
