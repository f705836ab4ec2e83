import fc from "fast-check";
import { expect, it } from "vitest";
import { call, refusalIfAny } from "../kms/lab.ts";
import {
  type Copy,
  copyIn,
  everywhere,
  type Family,
  isSymmetric,
  type Model,
  REGIONS,
  type Region,
  stateFault,
  stateOf,
} from "./kms-model.ts";
import { BEGINNING, hex, openFault, proofInput, type Real, type Step, scripts, startModel, startReal } from "./kms-script.ts";

/**
 * Scripts of calls against a model that is small enough to be obviously right. After every step the KMS must tell the same story as the model, and
 * everything that was ever made must open, or be refused, as the model says: decryption is the inverse of encryption for who is let and refused to all
 * others, old ciphertexts survive rotation, nothing opens after deletion, and a refused call changes nothing.
 */

const RUNS = 60;

it("a script of calls does what the model says", { timeout: process.env.KMSWARD_LONG === "1" ? 3_600_000 : 120_000 }, async () => {
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
  const told = model.keys.map((copy) => [copy.name, toldOf(copy, real)]);
  const expected = model.keys.map((copy) => [copy.name, expectedOf(copy, model)]);
  const views = REGIONS.map((region) => ({ aliases: aliasesIn(region, real), opened: opened(model, real, region) }));
  const expectedViews = REGIONS.map((region) => ({ aliases: expectedAliases(model, region), opened: expectedOpened(model, region) }));
  expect([told, views], `after ${after}`).toEqual([expected, expectedViews]);
}

const aliasesIn = (region: Region, { as }: Real) =>
  as("admin", region)
    .listAliases()
    .Aliases.flatMap(({ AliasName, TargetKeyId }) => (TargetKeyId === undefined ? [] : `${region} ${AliasName} ${TargetKeyId}`))
    .sort();

const expectedAliases = ({ aliases }: Model, region: Region) =>
  [...aliases].flatMap(([name, { family }]) => (name.startsWith(region) ? [`${name} ${family.id}`] : [])).sort();

/** What the operations that read say of a key. */
function toldOf(copy: Copy, real: Real): object | string {
  const admin = real.as("admin", copy.region);
  const KeyId = copy.arn;
  let metadata: ReturnType<typeof admin.describeKey>["KeyMetadata"] | undefined;
  const gone = refusalIfAny(() => {
    metadata = admin.describeKey({ KeyId }).KeyMetadata;
  });
  if (gone !== undefined) return gone.name;
  const { KeyRotationEnabled, NextRotationDate, OnDemandRotationStartDate } = admin.getKeyRotationStatus({ KeyId });
  const materials = () => admin.listKeyRotations({ KeyId, IncludeKeyMaterial: "ALL_KEY_MATERIAL" }).Rotations;
  return {
    state: metadata?.KeyState,
    type: metadata?.MultiRegionConfiguration?.MultiRegionKeyType ?? "single",
    grants: admin.listGrants({ KeyId }).Grants.map(({ GrantId }) => GrantId),
    materials: isSymmetric(copy.family)
      ? materials()
          .map(({ KeyMaterialState, ImportState }) => `${KeyMaterialState} ${ImportState ?? "IMPORTED"}`)
          .sort()
      : [],
    rotates: KeyRotationEnabled ? NextRotationDate?.getTime() : undefined,
    turns: OnDemandRotationStartDate !== undefined,
  };
}

function expectedOf(copy: Copy, { grants, now }: Model): object | string {
  if (copy.isGone) return "NotFoundException";
  const { family, held } = copy;
  return {
    state: stateOf(copy),
    type: copy.type,
    grants: grants.filter(({ on, isLive }) => isLive && on === copy).map(({ id }) => id),
    materials: isSymmetric(family)
      ? family.materials.map((material) => `${roleOf(material, family)} ${held.has(material.nr) ? "IMPORTED" : "PENDING_IMPORT"}`).sort()
      : [],
    rotates: copy.deletion?.at === undefined ? family.schedule?.nextAt : undefined,
    turns: family.turnsAt !== undefined && now < family.turnsAt - 58_000, // told of for 6 of its 64 seconds
  };
}

const roleOf = ({ nr, role }: Family["materials"][number], family: Family): string =>
  role !== "WAITING" ? role : everywhere(family, nr) ? "PENDING_ROTATION" : "PENDING_MULTI_REGION_IMPORT_AND_ROTATION";

/** What becomes of all that was ever made, in this Region: the plaintext, or the error. */
function opened({ ciphertexts, proofs }: Model, { as }: Real, region: Region): readonly string[] {
  const opening = (["admin", "app"] as const).flatMap((by) =>
    ciphertexts.map(({ blob, context }) =>
      attempt(() => hex(as(by, region).decrypt({ CiphertextBlob: blob, ...(context && { EncryptionContext: context }) }).Plaintext)),
    ),
  );
  const verifying = proofs.map(({ by: family, bytes }) => {
    const made = family.kind === "mac" ? { Mac: bytes } : { Signature: bytes };
    return attempt(
      () => call(as("admin", region), PROOF[family.kind], { KeyId: family.id, ...proofInput(family.kind), ...made }) && "valid",
    );
  });
  return [...opening, ...verifying];
}

function expectedOpened(model: Model, region: Region): readonly string[] {
  const opening = (["admin", "app"] as const).flatMap((by) =>
    model.ciphertexts.map(
      (ciphertext) => openFault(model, ciphertext, { by, at: region, context: ciphertext.context }) ?? ciphertext.plaintext,
    ),
  );
  const verifying = model.proofs.map(({ by: family }) => {
    const on = copyIn(family, region);
    return on === undefined ? "NotFoundException" : (stateFault(PROOF[family.kind], on) ?? "valid");
  });
  return [...opening, ...verifying];
}

const PROOF = { mac: "VerifyMac", signing: "Verify", symmetric: "Verify", external: "Verify" } as const;

function attempt(run: () => string): string {
  let value = "";
  return (
    refusalIfAny(() => {
      value = run();
    })?.name ?? value
  );
}
