import { invariant } from "../base/invariant.ts";
import type { KeySpec } from "../catalog/key-specs.ts";
import type { KeyMaterial } from "../crypto/key-material.ts";
import type { RsaSpec } from "../crypto/key-spec.ts";
import { generateMaterial, importMaterial } from "../crypto/perform.ts";
import { isSupported } from "../crypto/suites.ts";
import type { Ports } from "./ports.ts";

/** Whether this build can make and use keys of the spec. SM2 (China Regions) is one it cannot. */
export const isSpecSupported = (spec: KeySpec): boolean => isSupported(spec);

/** New material for a key, or for a data key pair, of a supported spec. */
export function newMaterial(spec: KeySpec, keyId: string, ports: Ports): KeyMaterial {
  const made = isRsa(spec)
    ? importMaterial({ spec, keyId, bytes: ports.generateRsaKey(spec) })
    : generateMaterial({ spec, keyId, randomBytes: ports.randomBytes });
  invariant(made.ok, `${spec} material can be made`);
  return made.value;
}

const isRsa = (spec: KeySpec): spec is RsaSpec => spec.startsWith("RSA_");
