import * as node from "node:crypto";

/** What Node 24 and later add; absent from the types of Node 20, and from Node 20 and 22. */
type Lattice = {
  readonly generateKeyPairSync: (type: string) => { readonly publicKey: node.KeyObject; readonly privateKey: node.KeyObject };
  readonly encapsulate: (key: node.KeyObject) => { readonly sharedKey: Uint8Array; readonly ciphertext: Uint8Array };
  readonly decapsulate: (key: node.KeyObject, ciphertext: Uint8Array) => Uint8Array;
};
export const lattice = node as unknown as Lattice;

/** Whether this Node computes ML-DSA itself: found out by doing it, once. Version numbers do not tell (OpenSSL may be built without). */
export const hasNativeMlDsa = once(() => {
  const { publicKey, privateKey } = lattice.generateKeyPairSync("ml-dsa-44");
  const probe = Buffer.from("kmsward/v1/probe");
  return node.verify(null, probe, publicKey, node.sign(null, probe, privateKey));
});

/** Whether this Node computes ML-KEM itself. */
export const hasNativeMlKem = once(() => {
  const { publicKey, privateKey } = lattice.generateKeyPairSync("ml-kem-512");
  const { sharedKey, ciphertext } = lattice.encapsulate(publicKey);
  return Buffer.from(sharedKey).equals(lattice.decapsulate(privateKey, ciphertext));
});

function once(works: () => boolean): () => boolean {
  let known: boolean | undefined;
  return () => {
    known ??= tried(works);
    return known;
  };
}

function tried(works: () => boolean): boolean {
  try {
    return works();
  } catch {
    return false;
  }
}
