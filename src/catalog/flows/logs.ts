import { type Flow, text, yes } from "./flow.ts";

const name = "logs.{region}.amazonaws.com"; // of the service principal, and of kms:ViaService
const context = { "aws:logs:arn": "arn:{partition}:logs:{region}:{account}:log-group:{logGroup}" }; // no ":*" at its end

export const LOGS_FLOWS: Readonly<Record<string, Flow>> = {
  "logs.AssociateKmsKey": {
    calls: ["logs:AssociateKmsKey", "logs:CreateLogGroup"],
    about: "encrypts a log group under a customer managed key",
    via: name,
    parameters: { logGroup: text },
    steps: [
      { actions: ["DescribeKey"], who: "caller", source: ["CWL"] },
      {
        actions: ["Encrypt", "Decrypt", "ReEncryptFrom", "ReEncryptTo", "GenerateDataKey"],
        who: { service: name },
        context,
        open: "which of these are sent at association is not documented: they are the permissions asked for, and DescribeKey, which has no context",
        source: ["CWL"],
      },
    ],
    source: ["CWL"],
  },
  "logs.PutLogEvents": {
    calls: ["logs:PutLogEvents", "logs:GetLogEvents", "logs:FilterLogEvents", "logs:StartQuery"],
    about: "writes to an encrypted log group, or reads it",
    via: name,
    parameters: { logGroup: text, callerChecked: yes },
    steps: [
      {
        actions: ["Encrypt", "Decrypt", "ReEncryptFrom", "ReEncryptTo", "GenerateDataKey"],
        who: "caller",
        context,
        when: ["callerChecked"],
        needed: "the present guide asks it of the caller too; older text of the service alone",
        open: "which of these are sent is not documented: try both",
        source: ["CWL"],
      },
      { actions: ["GenerateDataKey", "Decrypt"], who: { service: name }, context, source: ["CWL"] },
    ],
    source: ["CWL"],
  },
};
