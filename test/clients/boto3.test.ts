import { describe, expect, it } from "vitest";
import { serving } from "../server/serving.ts";
import { has, runGuide } from "./guides.ts";

/** Envelope encryption as the guides write it in Python, and the calls that other services make in a caller's name: presigned. */
const ENVELOPE = `
import boto3, os, sys, urllib.request
from botocore.exceptions import ClientError
url = sys.argv[1]
kms = boto3.client("kms", endpoint_url=url)
key = kms.create_key()["KeyMetadata"]["KeyId"]
data_key = kms.generate_data_key(KeyId=key, KeySpec="AES_256", EncryptionContext={"purpose": "backup"})
assert len(data_key["Plaintext"]) == 32
kept = data_key["CiphertextBlob"]
opened = kms.decrypt(CiphertextBlob=kept, EncryptionContext={"purpose": "backup"})
assert opened["Plaintext"] == data_key["Plaintext"] and opened["KeyId"].endswith(key)
def refused(code, call, **members):
    try:
        call(**members)
        raise SystemExit("not refused: " + code)
    except ClientError as error:
        assert error.response["Error"]["Code"] == code, error.response
        assert error.response["ResponseMetadata"]["HTTPStatusCode"] == 400
refused("InvalidCiphertextException", kms.decrypt, CiphertextBlob=kept, EncryptionContext={"purpose": "other"})
refused("ValidationException", kms.encrypt, KeyId=key, Plaintext=b"x" * 4097)
refused("NotFoundException", kms.describe_key, KeyId="alias/none")
try:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    nonce = os.urandom(12)
    sealed = nonce + AESGCM(data_key["Plaintext"]).encrypt(nonce, b"a large file", None)
    assert AESGCM(opened["Plaintext"]).decrypt(sealed[:12], sealed[12:], None) == b"a large file"
except ImportError:
    pass
sts = boto3.client("sts", endpoint_url=url)
signed = sts.generate_presigned_url("get_caller_identity", ExpiresIn=60)
print(urllib.request.urlopen(signed).read().decode().count("arn:aws:iam::000000000000:root"))
print(len(list(kms.get_paginator("list_keys").paginate())))
`;

describe.runIf(has("python3", "-c", "import boto3"))("boto3", async () => {
  const server = await serving();

  it("seals and opens an envelope, is refused in words it knows, and presigns", { timeout: 60_000 }, async () => {
    expect(await runGuide({ script: `python3 - ${server.url} <<'PYTHON'\n${ENVELOPE}\nPYTHON` }, server.url)).toBe("1\n1\n");
  });
});
