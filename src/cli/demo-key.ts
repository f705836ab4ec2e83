import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { engine, unread } from "../authz/authorizer.ts";
import type { Answer } from "../authz/decision.ts";
import { invariant } from "../base/invariant.ts";
import { openBlob, readBlob, type SymmetricMaterial, sealBlob } from "../crypto/ciphertext.ts";
import { encryptionContext } from "../crypto/context-encoding.ts";
import { generateMaterial } from "../crypto/perform.ts";
import { randomPool } from "../crypto/random-pool.ts";
import type { Policy } from "../iam/policy.ts";
import type { Grant, KeyFacts, PrincipalFacts } from "../iam/request.ts";
import { compileSet } from "../world/policy-set.ts";
import { parsePolicy } from "../world/policy-text.ts";
import type { DataKey } from "./envelope.ts";

export type DemoCaller = PrincipalFacts;
type Context = Readonly<Record<string, string>>;

const random = randomPool();
const ID = "1234abcd-12ab-34cd-56ef-1234567890ab";
const ARN = `arn:aws:kms:us-east-1:111122223333:key/${ID}`;
const FACTS: KeyFacts = {
  managedBy: "customer",
  aliases: ["alias/orders"],
  spec: "SYMMETRIC_DEFAULT",
  usage: "ENCRYPT_DECRYPT",
  origin: "AWS_KMS",
  multiRegion: false,
};

/** One symmetric key with its key policy and grants: each call is decided, and only when it is allowed the cipher does its work. */
export class DemoKey {
  private readonly policy: Policy;
  private readonly material: SymmetricMaterial;
  private readonly grants = new Map<string, Grant>();

  private constructor(policy: Policy, material: SymmetricMaterial) {
    this.policy = policy;
    this.material = material;
  }

  static async create(policyFile: URL): Promise<DemoKey> {
    const { policy } = parsePolicy(await readFile(policyFile, "utf8"), {
      type: "key-policy",
      name: "key policy",
      file: fileURLToPath(policyFile).split("/").at(-1) ?? "",
    });
    const material = generateMaterial({ spec: "SYMMETRIC_DEFAULT", keyId: ID, randomBytes: random });
    invariant(policy !== undefined && material.ok, "the demo's key policy is in order");
    return new DemoKey(policy, material.value);
  }

  generateDataKey(caller: DemoCaller, context: Context): { readonly answer: Answer; readonly dataKey?: DataKey } {
    const answer = this.decide(caller, "kms:GenerateDataKey", context);
    if (answer.decision !== "Allow") return { answer };
    const plaintext = random(32);
    const blob = sealBlob({ material: this.material, plaintext, context: bound(context), nonce: random(24) });
    return { answer, dataKey: { plaintext, blob } };
  }

  /** No plaintext: denied, or a blob that does not open with this context. */
  decrypt(caller: DemoCaller, blob: Uint8Array, context: Context): { readonly answer: Answer; readonly plaintext?: Uint8Array } {
    const answer = this.decide(caller, "kms:Decrypt", context);
    if (answer.decision !== "Allow" || readBlob(blob)?.materialId !== this.material.id) return { answer };
    const opened = openBlob({ material: this.material, blob, context: bound(context) });
    return opened.ok ? { answer, plaintext: opened.value } : { answer };
  }

  createGrant(grant: Grant): void {
    this.grants.set(grant.GrantId, grant);
  }

  revokeGrant(id: string): void {
    this.grants.delete(id);
  }

  private decide(principal: DemoCaller, action: string, context: Context): Answer {
    const answer = engine(compileSet({ resource: this.policy }, [...this.grants.values()], FACTS))({
      principal,
      action,
      resource: ARN,
      encryptionContext: context,
    });
    return "code" in answer ? unread([answer]) : answer;
  }
}

function bound(context: Context) {
  const encoded = encryptionContext(context);
  invariant(encoded.ok, "the demo's encryption contexts are small");
  return encoded.value;
}
