import fc from "fast-check";
import type { Question } from "../../src/estate/question.ts";

/** Questions to the sample world, most of which nearly fit something in it. */
export const questionsArbitrary: fc.Arbitrary<readonly Question[]> = fc.array(
  fc
    .record({
      principal: fc.constantFrom("app", "exporter", "idle", "arn:aws:iam::444455556666:role/auditor", "s3.amazonaws.com"),
      action: fc.constantFrom(
        "kms:Decrypt",
        "kms:Encrypt",
        "kms:GenerateDataKey",
        "kms:DescribeKey",
        "kms:GetKeyPolicy",
        "kms:RetireGrant",
        "kms:ListAliases",
      ),
      encryptionContext: fc.constantFrom({}, { tenant: "t1" }, { tenant: "t9" }, { purpose: "export" }),
      viaService: fc.constantFrom(undefined, "s3", "ec2"),
      unknown: fc.constantFrom(undefined, ["kms:EncryptionContextKeys"], ["aws:PrincipalOrgID"]),
    })
    .map(({ viaService, unknown, encryptionContext, ...rest }) => ({
      ...rest,
      encryptionContext: encryptionContext as Record<string, string>,
      ...(rest.action !== "kms:ListAliases" && { key: "orders" }),
      ...(viaService !== undefined && { viaService }),
      ...(unknown !== undefined && { unknown: [...unknown] }),
    })),
  { maxLength: 12 },
);
