import { NEVER } from "../diagram.ts";
import { allowedIn, contentOf, type Evidence, grantContentOf } from "./evidence.ts";
import type { Draft } from "./finding.ts";
import { absent } from "./narrowing.ts";
import { Shares } from "./shares.ts";

/** Operations that return what an enclave is to see alone, and take its attestation document (KMS Developer Guide, "Cryptographic attestation"). */
const REVEALING: ReadonlySet<string> = new Set(["kms:Decrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyPair", "kms:DeriveSharedSecret"]);

/** Ways to the plaintext, of a key that is meant for attested enclaves, which ask for no attestation. */
export function attestation(evidence: Evidence): readonly Draft[] {
  if (evidence.key.attested !== true) return [];
  const shares = new Shares();
  for (const asked of evidence.asked) {
    const actions = asked.actions.filter((action) => REVEALING.has(action));
    if (actions.length === 0 || asked.allows === NEVER) continue;
    const keys = asked.scene.variables.flatMap(({ keys: all }) => all.filter((key) => key.startsWith("kms:recipientattestation:")));
    const node = keys.reduce((left, key) => absent(asked.scene, left, key), asked.allows);
    for (const { opening, node: own } of evidence.openings(asked, node)) {
      const found = allowedIn(asked, own, actions[0]);
      if (found === undefined) continue;
      const id = JSON.stringify(opening.statement ? contentOf(opening.statement) : opening.grant && grantContentOf(opening.grant));
      const whom = evidence.whoText(asked.who);
      shares.add({
        code: "KW715",
        level: "high",
        whom,
        id,
        group: { group: "use", actions },
        opening,
        witness: found.witness,
        say: (names, name) => `${whom} may ${names} by ${name} without an attestation`,
      });
    }
  }
  return shares.drafts();
}
