import type { Answer } from "../../src/authz/decision.ts";
import type { Request } from "../../src/iam/request.ts";
import { type AuthorizerInput, authorizer } from "../../src/index.ts";

/** Small policies, and requests about one key: what the tests of the engine's parts ask with. */

export const HOME = "111122223333";
export const GUEST = "444455556666";
export const KEY = `arn:aws:kms:us-east-1:${HOME}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
export const ALICE = `arn:aws:iam::${HOME}:user/alice`;
export const BOB = `arn:aws:iam::${HOME}:user/bob`;
export const ROLE = `arn:aws:iam::${HOME}:role/app`;
export const SESSION = `arn:aws:sts::${HOME}:assumed-role/app/s1`;
export const ROOT = `arn:aws:iam::${HOME}:root`;

export const policy = (...statements: readonly object[]) => ({ Version: "2012-10-17", Statement: statements });
export const allow = (changes: object = {}) => ({ Effect: "Allow", Action: "kms:*", Resource: "*", ...changes });
export const deny = (changes: object = {}) => allow({ Effect: "Deny", ...changes });
export const to = (principal: string | readonly string[], changes: object = {}) => allow({ Principal: { AWS: principal }, ...changes });

export const decrypt = (changes: Partial<Request> = {}): Request => ({
  principal: ALICE,
  action: "kms:Decrypt",
  resource: KEY,
  ...changes,
});

export const ask = (input: AuthorizerInput, changes: Partial<Request> = {}): Answer => authorizer(input)(decrypt(changes));
