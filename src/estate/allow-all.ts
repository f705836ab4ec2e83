import type { Policy } from "../iam/policy.ts";

const AT = { file: "assumption", pointer: "" };

/** The identity policies of somebody of whom none are told, where they allow: for all actions on everything. */
export const ALLOW_ALL: Policy = {
  type: "identity",
  name: "own policies",
  version: "2012-10-17",
  statements: [
    {
      ref: { policy: "own policies", statement: 0 },
      effect: "Allow",
      principal: undefined,
      action: { mode: "only", members: ["*"], at: AT },
      resource: { mode: "only", members: ["*"], at: AT },
      conditions: [],
      at: AT,
    },
  ],
};
