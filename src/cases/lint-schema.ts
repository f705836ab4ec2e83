import { z } from "zod";
import { diagnostic, policyType } from "./answer-schema.ts";

/** What `kmsward lint --reporter json` writes, for programs that read it; a test holds it together with the type in `report/lint/report.ts`. */
export const lintSchema = z.strictObject({
  version: z.literal(1),
  kmsward: z.string(), // the version that wrote it
  failLevel: z.enum(["error", "warning"]), // from which severity on a policy is not in order
  files: z.array(
    z.strictObject({
      path: z.string(),
      type: policyType.optional(), // what its policy was read as; absent where it holds none
      problems: z.array(diagnostic),
    }),
  ),
});
