import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { KEY_STATE_TABLE, KEY_STATES, type KeyOperationName, type KeyState, keyStateResult } from "../../src/catalog/key-states.ts";
import { OPERATIONS as CATALOG, operation as catalogOperation } from "../../src/catalog/operations.ts";
import type { Key } from "../../src/kms/key.ts";
import type { AnyOperation } from "../../src/kms/operation.ts";
import { type BuiltOperation, OPERATIONS, operationRow } from "../../src/kms/operations/index.ts";
import { FIXTURES } from "../fixtures.ts";
import { call, type Lab, lab, refusalIfAny, START } from "./lab.ts";
import { SAMPLE_CALLS } from "./sample-calls.ts";
import { membersOf } from "./zod-of.ts";

/** Laws of the pipeline over all rows: what one family's test could forget, no row escapes here. */

const names = Object.keys(OPERATIONS) as BuiltOperation[];
const sampled = names.filter((name) => Object.hasOwn(SAMPLE_CALLS, name));
const row = (name: string): AnyOperation => operationRow(name)!;
const actionsOf = (name: string): readonly string[] => [...new Set(Object.values(row(name).checks).map(({ action }) => action))];

describe("the table of operations", () => {
  it("has every operation of the API", () => {
    expect([...names].sort()).toEqual(CATALOG.map(({ name }) => name).sort());
  });

  it("has a sample call for every row", () => {
    expect(names.filter((name) => !sampled.includes(name))).toEqual([]);
  });
});

type Model = { readonly operations: readonly ModelOperation[] };
type ModelOperation = {
  readonly name: string;
  readonly category: string;
  readonly permissions: readonly { readonly action: string }[];
  readonly request: Readonly<Record<string, object>>;
  readonly dryRun: boolean;
  readonly response: readonly string[];
  readonly errors: readonly string[];
  readonly cloudTrail: {
    readonly readOnly: boolean;
    readonly requestParameters: readonly string[] | null;
    readonly responseElements: string | null;
    readonly resources: number;
  };
};
const model = JSON.parse(readFileSync(join(FIXTURES, "aws/kms-operations.json"), "utf8")) as Model;
const modelOf = (name: string): ModelOperation => model.operations.find((operation) => operation.name === name)!;
const upperFirst = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

describe.each(names)("%s and the service's model", (name) => {
  it("make the same checks", () => {
    const made = Object.values(row(name).checks).map(({ action }) => action);
    expect(made.sort()).toEqual(
      catalogOperation(name)!
        .permissions.map(({ action }) => action.action as string)
        .sort(),
    );
  });

  it("have the same members", () => {
    expect(Object.keys(membersOf(row(name).input)).sort()).toEqual(Object.keys(modelOf(name).request).sort());
  });

  it("log the same parameters", () => {
    const logged = modelOf(name).cloudTrail.requestParameters?.map(upperFirst) ?? [];
    const { parameters = [], names = {} } = row(name).log;
    expect(parameters.map((parameter) => (names as Readonly<Record<string, string>>)[parameter] ?? parameter).sort()).toEqual(
      [...logged].sort(),
    );
  });
});

describe.each(sampled)("%s", (name) => {
  const sample = SAMPLE_CALLS[name];

  it("is allowed with exactly its documented permissions", async () => {
    const ready = await lab(actionsOf(name));
    const input = sample.input(ready);
    expect(call(ready.tester, name, input)).toBeTypeOf("object");
    expect(eventOf(ready, name)).toMatchObject({ readOnly: catalogOperation(name)!.readOnly });
  });

  it("answers with the members of the model, and is told to the audit log as documented", async () => {
    const ready = await lab();
    const reply = call(ready.admin, name, sample.input(ready));
    expect(Object.keys(reply).filter((member) => !modelOf(name).response.includes(member))).toEqual([]);
    const { resources, responseElements } = modelOf(name).cloudTrail;
    const event = eventOf(ready, name)!;
    expect(event.resources).toHaveLength(resources);
    expect(event.responseElements === null ? null : Object.keys(event.responseElements).sort()).toEqual(
      responseElements === null ? null : responseElements.split(",").sort(),
    );
  });

  it.each(actionsOf(name))("is denied without %s, and changes nothing", async (missing) => {
    const ready = await lab([...actionsOf(name).filter((action) => action !== missing), "kms:NoSuchAction"]);
    const input = sample.input(ready);
    const before = ready.snapshot();
    const refused = refusalIfAny(() => call(ready.tester, name, input));
    expect(refused?.name).toBe("AccessDeniedException");
    expect(refused?.message).toContain(`not authorized to perform: ${missing}`);
    expect(ready.snapshot()).toEqual(before);
    expect(ready.kms.auditEvents().at(-1)).toMatchObject({ eventName: name, errorCode: "AccessDeniedException", responseElements: null });
  });

  it("is denied to a caller without any policy", async () => {
    const ready = await lab();
    const input = sample.input(ready);
    expect(refusalIfAny(() => call(ready.tester, name, input))?.name).toBe("AccessDeniedException");
  });

  it.runIf(Object.hasOwn(KEY_STATE_TABLE, name))("keeps the table of key states", async () => {
    for (const key of sample.keys ?? []) {
      for (const state of KEY_STATES.filter((one) => one !== "Unavailable")) {
        const ready = await lab();
        const input = sample.input(ready);
        ready.change(key, inState(state, ready.store.state.key(ready.arn(key))!));
        const before = ready.snapshot();
        const expected = keyStateResult(name as KeyOperationName, state);
        const refused = refusalIfAny(() => call(ready.admin, name, input));
        const about = `${key} ${state}: ${refused?.name} ${refused?.message}`;
        if (expected === "ok") expect(["DisabledException", "KMSInvalidStateException"], about).not.toContain(refused?.name);
        else expect(refused?.name, about).toBe(expected);
        if (refused !== undefined) expect(ready.snapshot(), about).toEqual(before);
      }
    }
  });

  it.runIf(modelOf(name).dryRun)("in a dry run changes nothing, and says that it would have succeeded", async () => {
    const ready = await lab(actionsOf(name));
    const input = sample.input(ready);
    const before = ready.snapshot();
    expect(refusalIfAny(() => call(ready.tester, name, { ...input, DryRun: true }))?.name).toBe("DryRunOperationException");
    expect(ready.snapshot()).toEqual(before);
  });

  it("says nothing secret in its audit event", async () => {
    const ready = await lab();
    const input = sample.input(ready);
    const reply = call(ready.admin, name, input);
    const told = JSON.stringify(eventOf(ready, name));
    for (const secret of secretsOf({ ...input, ...reply })) {
      for (const form of ["hex", "base64", "base64url"] as const) expect(told).not.toContain(Buffer.from(secret).toString(form));
    }
    if (typeof reply.GrantToken === "string") expect(told).not.toContain(reply.GrantToken);
  });

  it("counts as a use of its keys if it is cryptographic, and else does not", async () => {
    const ready = await lab();
    const input = sample.input(ready);
    ready.kms.advance({ hours: 1 });
    call(ready.admin, name, input);
    const now = ready.kms.auditEvents().at(-1)?.eventTime;
    const used = (sample.keys ?? [])
      .map((key) => ready.store.state.lastUse(ready.arn(key)))
      .map((use) => use !== undefined && timeOf(use.at) === now);
    const counts = modelOf(name).category === "cryptographic" && name !== "GenerateRandom" && name !== "GetPublicKey";
    expect(used).toEqual((sample.keys ?? []).map(() => counts));
  });
});

const timeOf = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;

/** The last event of the operation: some calls are followed by what KMS does by itself. */
const eventOf = ({ kms }: Lab, name: string) => kms.auditEvents().findLast(({ eventName }) => eventName === name);

/** Bytes long enough that they cannot be in a text by chance; the public key of a peer is logged. */
const secretsOf = (members: object): readonly Uint8Array[] =>
  Object.entries(members).flatMap(([name, value]) =>
    value instanceof Uint8Array && value.length >= 8 && name !== "PublicKey" ? [value] : [],
  );

/** What puts a key into a state, whatever it was before. */
function inState(state: KeyState, key: Key): Partial<Key> {
  const usual: Partial<Key> = { enabled: true, deletion: undefined, transition: undefined };
  switch (state) {
    case "Disabled":
      return { ...usual, enabled: false };
    case "PendingDeletion":
      return { ...usual, deletion: { state, at: START + 30 * 86_400_000, windowDays: 30 } };
    case "PendingReplicaDeletion":
      return { ...usual, deletion: { state, windowDays: 30 } };
    case "PendingImport":
      return { ...usual, origin: "EXTERNAL", materials: key.materials.map((material) => ({ ...material, secret: undefined })) };
    case "Creating":
    case "Updating":
      return { ...usual, transition: state };
    default:
      return usual;
  }
}
