import { expect, test } from "vitest";
import { banner } from "../../src/server/banner.ts";

const facts = { url: "http://127.0.0.1:4599", store: "memory", region: "eu-west-1", account: "000000000000", notes: [] };

test("without a seed: who may call, and lines to paste", () => {
  expect(banner({ ...facts, identity: { isOpen: true, names: [] } })).toMatchInlineSnapshot(`
    "kmsward serve: ready on http://127.0.0.1:4599, state in memory
      signatures are not checked: any access key is the root user of account 000000000000, one of 12 digits of that account

    bash        export AWS_ENDPOINT_URL_KMS=http://127.0.0.1:4599 AWS_ENDPOINT_URL_STS=http://127.0.0.1:4599 AWS_ENDPOINT_URL_CLOUDTRAIL=http://127.0.0.1:4599 AWS_REGION=eu-west-1 AWS_DEFAULT_REGION=eu-west-1 AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local
    PowerShell  $env:AWS_ENDPOINT_URL_KMS="http://127.0.0.1:4599"; $env:AWS_ENDPOINT_URL_STS="http://127.0.0.1:4599"; $env:AWS_ENDPOINT_URL_CLOUDTRAIL="http://127.0.0.1:4599"; $env:AWS_REGION="eu-west-1"; $env:AWS_DEFAULT_REGION="eu-west-1"; $env:AWS_ACCESS_KEY_ID="local"; $env:AWS_SECRET_ACCESS_KEY="local"
    .env        AWS_ENDPOINT_URL_KMS=http://127.0.0.1:4599
                AWS_ENDPOINT_URL_STS=http://127.0.0.1:4599
                AWS_ENDPOINT_URL_CLOUDTRAIL=http://127.0.0.1:4599
                AWS_REGION=eu-west-1
                AWS_DEFAULT_REGION=eu-west-1
                AWS_ACCESS_KEY_ID=local
                AWS_SECRET_ACCESS_KEY=local
    or          aws --endpoint-url http://127.0.0.1:4599 kms list-keys    (the CLI before 2.13 reads no variable for it)
    "
  `);
});

test("with access keys it names whose they are, and no secret", () => {
  const names = Array.from({ length: 8 }, (_, i) => ({ name: `app${i}`, accessKeyId: `AKIA${i}` }));
  const text = banner({ ...facts, adminUrl: "http://127.0.0.1:1", notes: ["a note"], identity: { isOpen: false, names } });
  expect(text).toContain(
    "signatures are verified; access keys: app0 AKIA0, app1 AKIA1, app2 AKIA2, app3 AKIA3, app4 AKIA4, app5 AKIA5, and 2 more",
  );
  expect(text).toContain("AWS_ACCESS_KEY_ID=AKIA0 AWS_SECRET_ACCESS_KEY=the-secret-of-app0");
  expect(text).toContain("  a note\n");
});

test("with access keys that need no signature", () => {
  const text = banner({ ...facts, identity: { isOpen: true, names: [{ name: "app", accessKeyId: "AKIA" }] } });
  expect(text).toContain("but for those of the world: app AKIA");
});
