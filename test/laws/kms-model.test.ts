import fc from "fast-check";
import { expect, it } from "vitest";
import { call, refusal } from "../kms/lab.ts";
import { allows, copyIn, type Copy, everywhere, type Family, isSymmetric, type Model, REGIONS, stateFault, stateOf } from "./kms-model.ts";
import { BEGINNING, openFault, proofInput, type Real, scripts, startModel, startReal, type Step } from "./kms-script.ts";

/**
 * Scripts of calls against a model that is small enough to be obviously right. After every step the KMS must tell the same story as the model, and
 * everything that was ever made must open, or be refused, as the model says: decryption is the inverse of encryption for who is let and refused to all
 * others, old ciphertexts survive rotation, nothing opens after deletion, and a refused call changes nothing.
 */

const RUNS = 60;

it("a script of calls does what the model says", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(scripts, async (script) => {
      const model = startModel();
      const real = await startReal();
      for (const step of BEGINNING) step.run(model, real);
      fc.modelRun(() => ({ model, real }), watched(script));
    }),
    { numRuns: RUNS },
  );
});

/** The step itself does its part; what it left behind is looked at whatever it was. */
function* watched(script: Iterable<Step>): Iterable<Step> {
  for (const step of script) {
    yield {
      check: (model) => step.check(model),
      run: (model, real) => {
        step.run(model, real);
        agree(model, real, String(step));
      },
      toString: () => String(step),
    };
  }
}

function agree(model: Model, real: Real, after: string): void {
  for (const copy of model.keys) expect(toldOf(copy, real), `${copy.name} after ${after}`).toEqual(expectedOf(copy, model));
  for (const region of REGIONS) {
    const listed = real.as("admin", region).listAliases().Aliases.map(({ AliasName, TargetKeyId }) => `${region} ${AliasName} ${TargetKeyId}`);
    const expected = [...model.aliases].filter(([name]) => name.startsWith(region)).map(([name, { family }]) => `${name} ${family.id}`);
    expect(listed.sort(), `aliases after ${after}`).toEqual(expected.sort());
    openAll(model, real, region, after);
  }
}

const described = (copy: Copy, { as }: Real) => as("admin", copy.region).describeKey({ KeyId: copy.arn }).KeyMetadata;

/** What the operations that read say of a key. */
function toldOf(copy: Copy, real: Real): object | string {
  const admin = real.as("admin", copy.region);
  const KeyId = copy.arn;
  const gone = refusal(() => described(copy, real));
  if (gone !== undefined) return gone.name;
  const { KeyState, MultiRegionConfiguration } = described(copy, real);
  const { KeyRotationEnabled, NextRotationDate, OnDemandRotationStartDate } = admin.getKeyRotationStatus({ KeyId });
  return {
    state: KeyState,
    type: MultiRegionConfiguration?.MultiRegionKeyType ?? "single",
    grants: admin.listGrants({ KeyId }).Grants.map(({ GrantId }) => GrantId),
    materials: isSymmetric(copy.family)
      ? admin
          .listKeyRotations({ KeyId, IncludeKeyMaterial: "ALL_KEY_MATERIAL" })
          .Rotations.map(({ KeyMaterialState, ImportState }) => `${KeyMaterialState} ${ImportState ?? "IMPORTED"}`)
          .sort()
      : [],
    rotates: KeyRotationEnabled ? NextRotationDate?.getTime() : undefined,
    turns: OnDemandRotationStartDate !== undefined,
  };
}

function expectedOf(copy: Copy, { grants }: Model): object | string {
  if (copy.isGone) return "NotFoundException";
  const { family, held } = copy;
  return {
    state: stateOf(copy),
    type: copy.type,
    grants: grants.filter(({ on, isLive }) => isLive && on === copy).map(({ id }) => id),
    materials: isSymmetric(family) ? family.materials.map((material) => `${roleOf(material, family)} ${held.has(material.nr) ? "IMPORTED" : "PENDING_IMPORT"}`).sort() : [],
    rotates: copy.deletion?.at === undefined ? family.schedule?.nextAt : undefined,
    turns: family.turnsAt !== undefined,
  };
}

const roleOf = ({ nr, role }: Family["materials"][number], family: Family): string =>
  role !== "WAITING" ? role : everywhere(family, nr) ? "PENDING_ROTATION" : "PENDING_MULTI_REGION_IMPORT_AND_ROTATION";

function openAll(model: Model, { as }: Real, at: (typeof REGIONS)[number], after: string): void {
  for (const by of ["admin", "app"] as const) {
    for (const [nth, ciphertext] of model.ciphertexts.entries()) {
      const { blob: CiphertextBlob, context, plaintext } = ciphertext;
      const about = `${by} opens #${nth} in ${at} after ${after}`;
      let opened: Uint8Array | undefined;
      const refused = refusal(() => {
        opened = as(by, at).decrypt({ CiphertextBlob, ...(context && { EncryptionContext: context }) }).Plaintext;
      });
      expect(refused?.name, about).toBe(openFault(model, ciphertext, { by, at, context }));
      if (refused === undefined) expect(Buffer.from(opened ?? []).toString("hex"), about).toBe(plaintext);
    }
  }
  for (const { by: family, bytes } of model.proofs) {
    const operation = family.kind === "mac" ? "VerifyMac" : "Verify";
    const on = copyIn(family, at);
    if (on === undefined) continue;
    const input = { KeyId: on.arn, ...proofInput(family.kind), ...(family.kind === "mac" ? { Mac: bytes } : { Signature: bytes }) };
    const fault = allows(model, "admin", operation, on) ? stateFault(operation, on) : "AccessDeniedException";
    expect(refusal(() => call(as("admin", at), operation, input))?.name, `${operation} after ${after}`).toBe(fault);
  }
}
