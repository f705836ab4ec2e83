/**
 * noble's curves and lattices. They take longer to load than all else that a call with a symmetric key needs: each is loaded when a key first needs it, and
 * at once, since calls are answered at once. `require` loads ES modules in every Node that is supported; by way of `process` it is Node's own wherever this
 * runs, also where a test framework has one for its modules.
 */
const load = process.getBuiltinModule("node:module").createRequire(import.meta.url);

const once = <T>(name: string): (() => T) => {
  let loaded: T | undefined;
  return () => {
    loaded ??= load(name) as T;
    return loaded;
  };
};

export const nist = once<typeof import("@noble/curves/nist.js")>("@noble/curves/nist.js");
export const koblitz = once<typeof import("@noble/curves/secp256k1.js")>("@noble/curves/secp256k1.js");
export const edwards = once<typeof import("@noble/curves/ed25519.js")>("@noble/curves/ed25519.js");
export const mlDsa = once<typeof import("@noble/post-quantum/ml-dsa.js")>("@noble/post-quantum/ml-dsa.js");
export const mlKem = once<typeof import("@noble/post-quantum/ml-kem.js")>("@noble/post-quantum/ml-kem.js");
