import { expect, test } from "vitest";
import { signatureHeaders } from "../../src/wire/sigv4.ts";

const post = {
  host: "xks.example.com",
  path: "/path/kms/xks/v1/health",
  region: "us-east-1",
  service: "kms-xks-proxy",
  credential: { accessKeyId: "HGIE2BUAFNDMBCMSQVWLGCEXAMPLE", secretAccessKey: "VU6W2byoiBrhDqNGbx703oL0syCAmhlQgwNUT123456" },
  body: '{"requestMetadata":{"kmsRequestId":"4112f4d6-db54-4af4-ae30-c55a22a8dfae","kmsOperation":"CreateCustomKeyStore"}}',
  now: Date.UTC(2026, 10, 1, 12),
};

test("signs as another implementation does", () => {
  expect(signatureHeaders(post)).toEqual({
    "x-amz-date": "20261101T120000Z",
    authorization:
      "AWS4-HMAC-SHA256 Credential=HGIE2BUAFNDMBCMSQVWLGCEXAMPLE/20261101/us-east-1/kms-xks-proxy/aws4_request, SignedHeaders=host;x-amz-date, Signature=d70e835d5296bd04cafaf932ea5b94d654122e0823e8ac1fc4178d348272f413",
  });
});

test("every part of the request is in the signature", () => {
  const others = [
    { host: "xks.example.org" },
    { path: "/kms/xks/v1/health" },
    { region: "eu-west-1" },
    { body: "{}" },
    { now: post.now + 1000 },
    { service: "kms" },
  ];
  const signatures = [{}, ...others].map((other) => signatureHeaders({ ...post, ...other }).authorization.slice(-64));
  expect(new Set(signatures).size).toBe(others.length + 1);
});
