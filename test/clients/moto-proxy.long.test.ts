import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { afterAll, describe, expect, it } from "vitest";
import { allow, policy } from "../kms/lab.ts";
import { KEYS, serving } from "../server/serving.ts";
import { has, runGuide } from "./guides.ts";

/** In front of moto, which stores policies and grants and asks neither: with the proxy they count. */
const SCRIPT = `
import boto3, sys
from botocore.exceptions import ClientError
def client(key, secret):
    return boto3.client("kms", endpoint_url=sys.argv[1], region_name="us-east-1", aws_access_key_id=key, aws_secret_access_key=secret)
def told(call, **members):
    try:
        call(**members)
        return "done"
    except ClientError as error:
        return error.response["Error"]["Code"]
admin, app = client("${KEYS.admin.accessKeyId}", "${KEYS.admin.secretAccessKey}"), client("${KEYS.app.accessKeyId}", "${KEYS.app.secretAccessKey}")
key = admin.create_key()["KeyMetadata"]["KeyId"]
blob = admin.encrypt(KeyId=key, Plaintext=b"x")["CiphertextBlob"]
print(told(app.encrypt, KeyId=key, Plaintext=b"x"), told(app.decrypt, CiphertextBlob=blob), told(admin.decrypt, CiphertextBlob=blob))
grant = admin.create_grant(KeyId=key, GranteePrincipal="arn:aws:iam::123456789012:user/app", Operations=["Decrypt"])["GrantId"]
print(told(app.decrypt, CiphertextBlob=blob), told(app.encrypt, KeyId=key, Plaintext=b"x"))
admin.revoke_grant(KeyId=key, GrantId=grant)
print(told(app.decrypt, CiphertextBlob=blob))
`;

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

describe.runIf(has("moto_server", "--help") && has("python3", "-c", "import boto3"))("moto behind the proxy", async () => {
  const port = await freePort();
  const moto: ChildProcess = spawn("moto_server", ["-H", "127.0.0.1", "-p", String(port)], { stdio: "ignore" });
  afterAll(() => moto.kill());
  const world = {
    account: "123456789012",
    principals: {
      admin: { arn: "arn:aws:iam::123456789012:user/admin", credentials: KEYS.admin, policies: [policy(allow("kms:*"))] },
      app: { arn: "arn:aws:iam::123456789012:user/app", credentials: KEYS.app },
    },
  };
  const server = await serving({ world, upstream: `http://127.0.0.1:${port}` });

  it("has policies and grants", async () => {
    for (let i = 0; i < 120; i++) {
      const isThere = await fetch(`http://127.0.0.1:${port}/`).then(
        () => true,
        () => false,
      );
      if (isThere) break;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    const printed = await runGuide({ script: `python3 - ${server.url} <<'PYTHON'\n${SCRIPT}\nPYTHON` }, server.url);
    expect(printed).toBe("AccessDeniedException AccessDeniedException done\ndone AccessDeniedException\nAccessDeniedException\n");
  });
});
