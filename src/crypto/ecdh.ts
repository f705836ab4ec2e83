import { diffieHellman } from "node:crypto";
import { fail, ok, type Result } from "../base/result.ts";
import { ecPrivateKey, importEcPublic } from "./ec-key.ts";
import type { KeyMaterial } from "./key-material.ts";
import type { NistCurveSpec } from "./key-spec.ts";

/** The raw shared secret: the x coordinate, 32, 48 or 66 bytes (NIST SP 800-56A, 5.7.1.2). The peer's key must be of the same curve. */
export function agreeEcdh(material: KeyMaterial<NistCurveSpec>, peerSpki: Uint8Array): Result<Uint8Array, "invalid-public-key"> {
  const peer = importEcPublic(material.spec, peerSpki);
  if (!peer) return fail("invalid-public-key");
  return ok(Uint8Array.from(diffieHellman({ privateKey: ecPrivateKey(material), publicKey: peer.key })));
}
