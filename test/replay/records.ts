/** Records in the shapes of real ones, with ids and names made up. */

export const KEY = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
export const OTHER = "arn:aws:kms:us-east-1:111122223333:key/9999abcd-12ab-34cd-56ef-1234567890ab";

export const ROLE_SESSION = {
  type: "AssumedRole",
  principalId: "AROAIOSFODNN7EXAMPLE1:i-0abc",
  arn: "arn:aws:sts::111122223333:assumed-role/orders-app/i-0abc",
  accountId: "111122223333",
  accessKeyId: "ASIAIOSFODNN7EXAMPLE",
  sessionContext: {
    sessionIssuer: {
      type: "Role",
      principalId: "AROAIOSFODNN7EXAMPLE1",
      arn: "arn:aws:iam::111122223333:role/apps/orders-app",
      accountId: "111122223333",
      userName: "orders-app",
    },
    attributes: { creationDate: "2026-11-20T10:00:00Z", mfaAuthenticated: "false" },
  },
};

export const record = (changes: object = {}): Record<string, unknown> => ({
  eventVersion: "1.11",
  userIdentity: ROLE_SESSION,
  eventTime: "2026-11-22T03:00:00Z",
  eventSource: "kms.amazonaws.com",
  eventName: "Decrypt",
  awsRegion: "us-east-1",
  sourceIPAddress: "203.0.113.7",
  userAgent: "aws-sdk-js/3",
  requestParameters: { encryptionContext: { tenant: "t1" }, encryptionAlgorithm: "SYMMETRIC_DEFAULT" },
  responseElements: null,
  requestID: "2f1f0000-0000-4000-8000-000000000001",
  eventID: "2f1f0000-0000-4000-8000-000000000002",
  readOnly: true,
  resources: [{ accountId: "111122223333", type: "AWS::KMS::Key", ARN: KEY }],
  eventType: "AwsApiCall",
  managementEvent: true,
  recipientAccountId: "111122223333",
  eventCategory: "Management",
  ...changes,
});
