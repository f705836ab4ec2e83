import { describe, expect, it } from "vitest";
import { allow, policy } from "../kms/lab.ts";
import { credentialsOf, serving } from "../server/serving.ts";
import { CROSS_ACCOUNT, FIRST, GUIDES } from "./aws-cli-scripts.ts";
import { has, runGuide } from "./guides.ts";

const [OWNER, CONSUMER] = ["111122223333", "999988887777"];
const ROLE = `arn:aws:iam::${CONSUMER}:role/Consumer`;
const DEVELOPER = credentialsOf("AKIADEVELOPERDEVELO2");

/** The key policy of the owner's account, and the identity policy and trust policy in the consumer's, as the guide has them. */
const handshake = {
  account: OWNER,
  principals: {
    developer: { arn: `arn:aws:iam::${CONSUMER}:user/developer`, credentials: DEVELOPER, policies: [policy(allow("sts:AssumeRole"))] },
    Consumer: {
      arn: ROLE,
      trust: policy({ Effect: "Allow", Principal: { AWS: `arn:aws:iam::${CONSUMER}:user/developer` }, Action: "sts:AssumeRole" }),
      policies: [
        policy({
          Effect: "Allow",
          Action: ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey*"],
          Resource: `arn:aws:kms:us-east-1:${OWNER}:key/*`,
        }),
      ],
    },
  },
  keys: {
    shared: {
      policy: policy(
        allow("kms:*", { Principal: { AWS: `arn:aws:iam::${OWNER}:root` } }),
        allow(["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"], {
          Principal: { AWS: `arn:aws:iam::${CONSUMER}:root` },
        }),
        allow(["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"], {
          Principal: { AWS: `arn:aws:iam::${CONSUMER}:root` },
          Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
        }),
      ),
    },
  },
};

describe.runIf(has("aws"))("the guides, by the AWS CLI", async () => {
  const server = await serving();
  const seeded = await serving({ world: handshake });

  it.each([...FIRST, ...GUIDES])("$name", { timeout: 300_000 }, async (guide) => {
    expect(await runGuide(guide, server.url)).toMatch(guide.fits);
  });

  it(CROSS_ACCOUNT.name, { timeout: 300_000 }, async () => {
    const variables = {
      ROLE,
      OWNER_KEY: seeded.standing.site.keys.shared ?? "",
      AWS_ACCESS_KEY_ID: DEVELOPER.accessKeyId,
      AWS_SECRET_ACCESS_KEY: DEVELOPER.secretAccessKey,
    };
    expect(await runGuide(CROSS_ACCOUNT, seeded.url, variables)).toMatch(CROSS_ACCOUNT.fits);
    const direct = {
      script: "printf x > x; aws kms encrypt --key-id $OWNER_KEY --plaintext fileb://x 2>&1 | grep -o AccessDeniedException || true",
    };
    expect(await runGuide(direct, seeded.url, variables)).toBe("AccessDeniedException\n");
  });
});
