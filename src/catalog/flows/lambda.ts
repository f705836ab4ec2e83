import { type Flow, type GrantTemplate, no, principal, text, textOr, yes } from "./flow.ts";

const via = "lambda.{region}.amazonaws.com";
const service = "lambda.amazonaws.com";
const context = { "aws:lambda:FunctionArn": "arn:{partition}:lambda:{region}:{account}:function:{function}" };
const mapping = { ...context, "aws:lambda:EventSourceArn": "{eventSourceArn}" };
const criteria = { ...mapping, "aws-crypto-public-key": "{publicKey}" };
const helpers = { LambdaFunctionName: "{function}" };
const SEEN = "the name of the context key is seen in public code and on the pages on packages and filters";

const environment: GrantTemplate = {
  grantee: "{role}",
  operations: ["Decrypt", "RetireGrant"],
  constraint: { EncryptionContextEquals: context },
  ends: "when the function, its key or its role changes",
  unknown: ["operations", "constraint", "ends"],
  source: ["L-ENV", "L-GRANT"],
};

export const LAMBDA_FLOWS: Readonly<Record<string, Flow>> = {
  "lambda.CreateFunction.env-default": {
    calls: ["lambda:CreateFunction", "lambda:UpdateFunctionConfiguration"],
    about: "environment variables under alias/aws/lambda, whose policy needs no IAM permission: `key` is that key",
    via,
    parameters: { function: text, role: principal, coldStart: yes },
    steps: [
      { actions: ["CreateGrant"], who: "caller", grant: "environment", source: ["L-GRANT"] },
      {
        actions: ["Decrypt"],
        who: { grantee: "environment" },
        context,
        when: ["coldStart"],
        needed: "the function starts cold",
        open: SEEN,
        source: ["L-GRANT"],
      },
    ],
    grants: { environment },
    source: ["L-ENV", "L-GRANT"],
  },
  "lambda.CreateFunction.env-cmk": {
    calls: ["lambda:CreateFunction", "lambda:UpdateFunctionConfiguration"],
    about: "environment variables under a customer managed key: the execution role decrypts them by a grant",
    via,
    parameters: { function: text, role: principal, view: yes, coldStart: yes },
    steps: [
      { actions: ["CreateGrant"], who: "caller", grant: "environment", source: ["L-ENV"] },
      { actions: ["Encrypt"], who: "caller", context, open: SEEN, source: ["L-ENV", "IAC"] },
      { actions: ["Decrypt"], who: "caller", context, when: ["view"], needed: "the variables are looked at or edited", source: ["L-ENV"] },
      {
        actions: ["Decrypt"],
        who: { grantee: "environment" },
        context,
        when: ["coldStart"],
        needed: "the function starts cold",
        source: ["L-GRANT"],
      },
    ],
    grants: { environment },
    source: ["L-ENV", "L-GRANT"],
  },
  "lambda.GetFunctionConfiguration": {
    calls: ["lambda:GetFunctionConfiguration", "lambda:GetFunction", "lambda:ListVersionsByFunction"],
    about: "reads the configuration of a function: where KMS refuses, it comes without its environment variables",
    via,
    parameters: { function: text },
    steps: [{ actions: ["Decrypt"], who: "caller", context, open: SEEN, source: ["L-ENV"] }],
    source: ["L-ENV"],
  },
  "lambda.env-helpers": {
    calls: [],
    about: "single variables encrypted by the console, and decrypted by the function's own code",
    via,
    parameters: { function: text, role: principal },
    steps: [
      {
        actions: ["Encrypt"],
        who: "caller direct",
        context: helpers,
        unknown: ["kms:EncryptionContextKeys"],
        open: "the context is not documented",
        source: ["L-ENV"],
      },
      {
        actions: ["Decrypt"],
        who: "role direct",
        context: helpers,
        unknown: ["kms:EncryptionContextKeys"],
        open: "the context is not documented",
        source: ["L-ENV"],
      },
    ],
    source: ["L-ENV"],
  },
  "lambda.CreateFunction.zip-cmk": {
    calls: ["lambda:CreateFunction", "lambda:UpdateFunctionCode"],
    about: "a zip package under a customer managed key: no grant is made, so the key policy must name the service",
    via,
    parameters: { function: text, download: no },
    steps: [
      { actions: ["GenerateDataKey", "Decrypt"], who: { service }, context, source: ["L-ZIP"] },
      {
        actions: ["Decrypt"],
        who: "caller",
        context,
        when: ["download"],
        needed: "GetFunction gives a link to the package",
        unknown: ["kms:EncryptionContextKeys"],
        open: "the context of the caller's request is not documented",
        source: ["L-ZIP"],
      },
    ],
    source: ["L-ZIP"],
  },
  "lambda.EventSourceMapping.filter-cmk": {
    calls: ["lambda:CreateEventSourceMapping", "lambda:ListEventSourceMappings"],
    about: "filter criteria of an event source mapping under a customer managed key",
    via,
    parameters: { function: text, eventSourceArn: text, publicKey: textOr("AA=="), read: yes, describe: no },
    steps: [
      { actions: ["GenerateDataKey"], who: "caller", context: criteria, source: ["L-REST"] },
      {
        actions: ["Decrypt"],
        who: "caller",
        context: criteria,
        when: ["read"],
        needed: "the mapping is read in plaintext",
        source: ["L-REST"],
      },
      { actions: ["DescribeKey"], who: "caller direct", when: ["describe"], needed: "GetEventSourceMapping is called", source: ["L-REST"] },
      {
        actions: ["Decrypt"],
        who: { service },
        context: mapping,
        open: "the poller's request is not documented: the key policy is told to name the service",
        source: ["L-REST"],
      },
    ],
    source: ["L-REST"],
  },
};
