import { type Flow, text, yes } from "./flow.ts";

const via = "ssm.{region}.amazonaws.com";
const context = { PARAMETER_ARN: "arn:{partition}:ssm:{region}:{account}:parameter/{name}" };

/** `name` is the parameter's, without a `/` before it. */
export const SSM_FLOWS: Readonly<Record<string, Flow>> = {
  "ssm.PutParameter.standard": {
    calls: ["ssm:PutParameter"],
    about: "writes a standard SecureString: KMS encrypts the value itself",
    via,
    parameters: { name: text },
    steps: [{ actions: ["Encrypt"], who: "caller", context, source: ["SSM"] }],
    source: ["SSM"],
  },
  "ssm.PutParameter.advanced": {
    calls: ["ssm:PutParameter"],
    about: "writes an advanced SecureString, by the AWS Encryption SDK",
    via,
    parameters: { name: text },
    steps: [
      {
        actions: ["GenerateDataKey"],
        who: "caller",
        context,
        open: "the context may have the pair aws-crypto-public-key too",
        source: ["SSM"],
      },
    ],
    source: ["SSM"],
  },
  "ssm.GetParameter": {
    calls: ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"],
    about: "reads a SecureString of either tier",
    via,
    parameters: { name: text, withDecryption: yes },
    steps: [
      { actions: ["Decrypt"], who: "caller", context, when: ["withDecryption"], needed: "the call says WithDecryption", source: ["SSM"] },
    ],
    source: ["SSM"],
  },
};
