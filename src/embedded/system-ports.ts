import { randomPool } from "../crypto/random-pool.ts";
import { generateRsaKey } from "../crypto/rsa/key.ts";
import { xksClient } from "../keystores/xks-client.ts";
import type { Ports } from "../kms/ports.ts";

/** Of the machine: its clock, its randomness, its RSA keys, its way to the proxies of external key stores. */
export const systemPorts = (): Ports => ({ now: Date.now, randomBytes: randomPool(), generateRsaKey, xks: xksClient() });
