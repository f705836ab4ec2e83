/** What the killed KMS says, and what is looked for when it is there again. */
export type Fact = {
  readonly kind: "key" | "alias" | "description" | "grant" | "blob" | "rotation" | "state";
  readonly name: string;
  readonly value: string;
  readonly id?: string; // the key's, or the ciphertext
};

export const KILL_ROOT = new Uint8Array(32).fill(9);
export const KILL_WORLD = {
  principals: {
    admin: {
      arn: "arn:aws:iam::111122223333:role/admin",
      policies: [{ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "kms:*", Resource: "*" }] }],
    },
  },
};
