import { type Flow, no, type Step, text } from "./flow.ts";

const via = "dynamodb.{region}.amazonaws.com";
const table = { "aws:dynamodb:tableName": "{table}", "aws:dynamodb:subscriberId": "{account}" };

const decrypt: Step = {
  actions: ["Decrypt"],
  who: "caller",
  context: table,
  when: ["!cached"],
  needed: "no table key of this caller is cached: it is, for five minutes",
  source: ["DDB"],
};

export const DYNAMODB_FLOWS: Readonly<Record<string, Flow>> = {
  "dynamodb.CreateTable": {
    calls: ["dynamodb:CreateTable", "dynamodb:UpdateTable"],
    about: "makes a table under a customer managed key; the table key is made by a grant",
    via,
    parameters: { table: text },
    steps: [
      { actions: ["DescribeKey"], who: "caller", source: ["DDB"] },
      { actions: ["CreateGrant"], who: "caller", grant: "table", source: ["DDB"] },
      { actions: ["GenerateDataKey"], who: { grantee: "table" }, context: table, source: ["DDB"] },
    ],
    grants: {
      table: {
        grantee: "dynamodb.{region}.amazonaws.com",
        operations: ["DescribeKey", "GenerateDataKey", "Decrypt", "Encrypt", "ReEncryptFrom", "ReEncryptTo", "RetireGrant"],
        constraint: { EncryptionContextSubset: table },
        retiring: "dynamodb.{region}.amazonaws.com",
        ends: "DynamoDB retires it when the table is deleted",
        source: ["DDB"],
      },
    },
    source: ["DDB"],
  },
  "dynamodb.PutItem": {
    calls: ["dynamodb:PutItem", "dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan", "dynamodb:UpdateItem", "dynamodb:BatchGetItem"],
    about: "reads or writes items: both decrypt the table key, in the caller's name",
    via,
    parameters: { table: text, cached: no },
    steps: [decrypt],
    source: ["DDB"],
  },
  "dynamodb.GetItem": {
    calls: ["dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan", "dynamodb:BatchGetItem"],
    about: "reads items: the table key is decrypted, in the caller's name",
    via,
    parameters: { table: text, cached: no },
    steps: [decrypt],
    source: ["DDB"],
  },
};
