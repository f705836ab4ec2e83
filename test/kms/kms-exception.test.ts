import { expect, it } from "vitest";
import { KmsException } from "../../src/kms/kms-exception.ts";

it("looks like an error of the AWS SDK", () => {
  const thrown = new KmsException({ name: "NotFoundException", message: "Alias x is not found." }, "request-1");
  expect(thrown).toBeInstanceOf(Error);
  expect(thrown).toMatchObject({ name: "NotFoundException", message: "Alias x is not found.", $fault: "client" });
  expect(thrown.$metadata).toMatchObject({ httpStatusCode: 400, requestId: "request-1" });
  expect(String(thrown)).toBe("NotFoundException: Alias x is not found.");
});

it("has an empty message where AWS sends none, and tells the service's faults from the client's", () => {
  expect(new KmsException({ name: "InvalidCiphertextException" }, "").message).toBe("");
  expect(new KmsException({ name: "KMSInternalException" }, "")).toMatchObject({ $fault: "server", $metadata: { httpStatusCode: 500 } });
});
