import { expect, it } from "vitest";
import { lab, refusalIfAny } from "../lab.ts";
import { keyStore } from "../records.ts";

it("gives as many bytes as are asked for, other ones every time", async () => {
  const { admin, kms } = await lab();
  for (const NumberOfBytes of [1, 1024]) expect(admin.generateRandom({ NumberOfBytes }).Plaintext).toHaveLength(NumberOfBytes);
  expect(admin.generateRandom({ NumberOfBytes: 16 }).Plaintext).not.toEqual(admin.generateRandom({ NumberOfBytes: 16 }).Plaintext);
  expect(kms.auditEvents().at(-1)).toMatchObject({ eventName: "GenerateRandom", requestParameters: null, resources: [] });
  expect(refusalIfAny(() => admin.generateRandom())).toEqual({ name: "ValidationException", message: "NumberOfBytes is required." });
});

it("asks a key store that is there and can give some", async () => {
  const { admin, store } = await lab();
  const ask = () => refusalIfAny(() => admin.generateRandom({ NumberOfBytes: 1, CustomKeyStoreId: keyStore().id }))?.name;
  expect(ask()).toBe("CustomKeyStoreNotFoundException");
  store.commit([{ kind: "put-key-store", store: keyStore() }]);
  expect(ask()).toBe("UnsupportedOperationException");
  store.commit([{ kind: "put-key-store", store: keyStore({ type: "AWS_CLOUDHSM", connection: "DISCONNECTED" }) }]);
  expect(ask()).toBe("CustomKeyStoreInvalidStateException");
});
