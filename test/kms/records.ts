import type { GrantRecord } from "../../src/kms/grants/grant.ts";
import { type Key, keyArn, type Material } from "../../src/kms/key.ts";
import { type KeyStore, Secrets } from "../../src/kms/key-stores/key-store.ts";
import { type Alias, aliasArn } from "../../src/kms/state.ts";
import { freshMaterial } from "../crypto/materials.ts";
import { ACCOUNT, DAY, START } from "./lab.ts";

/** Records of the state, for tests that need no running KMS. */

export { DAY };
export const HOME = { partition: "aws", account: ACCOUNT, region: "us-east-1" } as const;
export const NOW = START;

export const material = (members: Partial<Material> = {}, keyId = "k1"): Material => {
  const secret = freshMaterial("SYMMETRIC_DEFAULT", keyId);
  return { id: secret.id, secret, state: "CURRENT", ...members };
};

export function key(members: Partial<Key> = {}): Key {
  const at = { ...HOME, ...members };
  const id = members.id ?? "1234abcd-12ab-34cd-56ef-1234567890ab";
  return {
    ...HOME,
    arn: keyArn(at, id),
    id,
    manager: "CUSTOMER",
    createdAt: NOW,
    description: "",
    spec: "SYMMETRIC_DEFAULT",
    usage: "ENCRYPT_DECRYPT",
    origin: "AWS_KMS",
    policy: "{}",
    tags: [],
    aliases: [],
    enabled: true,
    materials: [material({}, id)],
    onDemandRotations: 0,
    ...members,
  };
}

export const alias = (name: string, keyArn: string | undefined): Alias => ({
  ...HOME,
  arn: aliasArn(HOME, name),
  name,
  keyArn,
  createdAt: NOW,
  updatedAt: NOW,
});

export const grant = (on: Key, members: Partial<GrantRecord> = {}): GrantRecord => ({
  id: "a".repeat(64),
  keyArn: on.arn,
  issuingAccount: "arn:aws:iam::111122223333:root",
  createdAt: NOW,
  effectiveAt: NOW,
  granteePrincipal: "arn:aws:iam::111122223333:role/app",
  operations: ["Decrypt"],
  ...members,
});

export const keyStore = (members: Partial<KeyStore> = {}): KeyStore => ({
  ...HOME,
  id: "cks-1234567890abcdef0",
  name: "store",
  type: "EXTERNAL_KEY_STORE",
  connection: "CONNECTED",
  createdAt: NOW,
  settings: { XksProxyConnectivity: "PUBLIC_ENDPOINT", XksProxyUriEndpoint: "https://proxy.example.com", XksProxyUriPath: "/kms/xks/v1" },
  secrets: new Secrets({ password: "hunter22" }),
  ...members,
});
