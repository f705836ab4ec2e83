import { expect, it } from "vitest";
import { createKms, type KmsWorld } from "../../src/kms.ts";

const ARN = "arn:aws:iam::111122223333:role/app";

it.each([
  [{ key: {} }, "the world has an unknown member `key`: did you mean `keys`?"],
  [{ keys: { orders: { polic: "{}" } } }, "the key `orders` has an unknown member `polic`: did you mean `policy`?"],
  [{ keys: { orders: "policy.json" } }, "the key `orders` is not an object"],
  [{ principals: { app: { arn: ARN, polices: [] } } }, "the principal `app` has an unknown member `polices`: did you mean `policies`?"],
  [{ principals: { app: [ARN] } }, "the principal `app` is not an object"],
  [
    { accounts: { "111122223333": { serviceControls: [] } } },
    "the account `111122223333` has an unknown member `serviceControls`: did you mean `serviceControl`?",
  ],
  [{ endpoints: { vpc: { id: "vpce-1", polici: {} } } }, "the endpoint `vpc` has an unknown member `polici`: did you mean `policy`?"],
  [
    { keys: { orders: { grants: [{ GranteePrincipal: ARN, Operations: ["Decrypt"], Constraint: {} }] } } },
    "grant 1 of the key `orders` has an unknown member `Constraint`: did you mean `Constraints`?",
  ],
  [
    { keys: { orders: { grants: [{ GranteePrincipal: ARN, Operations: ["Decrypt"], Constraints: { EncryptionContext: { a: "b" } } }] } } },
    "`Constraints` of grant 1 of the key `orders` has an unknown member `EncryptionContext`",
  ],
])("%j cannot be a world", async (world, message) => {
  await expect(createKms({ world: world as KmsWorld })).rejects.toMatchObject({ name: "InvalidWorldError", message });
});
