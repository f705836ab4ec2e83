import * as sdk from "@aws-sdk/client-kms";
import { describe, expect, it, test } from "vitest";
import { ERRORS, type ErrorName } from "../../src/kms/errors.ts";
import { exceptions, KmsException, sdkExceptions, toException } from "../../src/kms/kms-exception.ts";
import { createKms } from "../../src/kms.ts";

const NAMES = Object.keys(ERRORS) as ErrorName[];
const sdkClass = (name: string) => (sdk as unknown as Readonly<Record<string, typeof sdk.NotFoundException | undefined>>)[name];
const MODELED = NAMES.filter((name) => sdkClass(name) !== undefined);

it("looks like an error of the AWS SDK", () => {
  const thrown = toException({ name: "NotFoundException", message: "Alias x is not found." }, "request-1");
  expect(thrown).toBeInstanceOf(Error);
  expect(thrown).toMatchObject({ name: "NotFoundException", message: "Alias x is not found.", $fault: "client" });
  expect(thrown.$metadata).toEqual({ httpStatusCode: 400, requestId: "request-1", attempts: 1, totalRetryDelay: 0 });
  expect(String(thrown)).toBe("NotFoundException: Alias x is not found.");
});

it("has an empty message where AWS sends none, and tells the service's faults from the client's", () => {
  expect(toException({ name: "InvalidCiphertextException" }, "").message).toBe("");
  expect(toException({ name: "KMSInternalException" }, "")).toMatchObject({ $fault: "server", $metadata: { httpStatusCode: 500 } });
});

describe("without the SDK", () => {
  test.each(NAMES)("%s has a class of its own", (name) => {
    const thrown = toException({ name, message: "m" }, "r");
    expect(thrown.constructor.name).toBe(name);
    expect(thrown).toBeInstanceOf(exceptions[name]);
    expect(thrown).toBeInstanceOf(KmsException);
    const other = NAMES.find((candidate) => candidate !== name) as ErrorName;
    expect(thrown instanceof exceptions[other]).toBe(false);
  });

  test.each(["NotFoundException", "toString", "__proto__"])("an error that only calls itself %s is none of ours", (name) => {
    const thrown = Object.assign(new Error("m"), { name, $fault: "client", $metadata: {} });
    expect(thrown instanceof KmsException).toBe(false);
    for (const value of [undefined, null, "NotFoundException", { name }, Object.create(null)])
      expect((value as unknown) instanceof KmsException).toBe(false);
  });

  test.each(MODELED)("%s is one of the SDK's to whoever asks, though nothing of it was given", (name) => {
    const thrown = toException({ name }, "r");
    expect(thrown).toBeInstanceOf(sdkClass(name));
    expect(thrown).toBeInstanceOf(sdk.KMSServiceException);
    expect(thrown instanceof sdk.DependencyTimeoutException).toBe(name === "DependencyTimeoutException");
  });
});

describe("with the SDK", () => {
  const make = sdkExceptions(sdk);

  test.each(NAMES)("%s is of the SDK's class, or of its base class", (name) => {
    const thrown = make({ name, message: "m" }, "r");
    expect(Object.getPrototypeOf(thrown)).toBe((sdkClass(name) ?? sdk.KMSServiceException).prototype);
    expect(thrown).toMatchObject({ name, message: "m", $fault: ERRORS[name] < 500 ? "client" : "server" });
    expect(thrown.$metadata).toEqual({ httpStatusCode: ERRORS[name], requestId: "r", attempts: 1, totalRetryDelay: 0 });
    expect(thrown).toBeInstanceOf(KmsException);
    expect(thrown).toBeInstanceOf(exceptions[name]);
  });

  it("takes nothing for a class of errors that is none", () => {
    const odd = { KMSServiceException: sdk.KMSServiceException, NotFoundException: class NotFoundException {} };
    const thrown = sdkExceptions(odd)({ name: "NotFoundException" }, "r");
    expect(Object.getPrototypeOf(thrown)).toBe(sdk.KMSServiceException.prototype);
  });
});

describe("a call that is refused", () => {
  const world = { principals: { app: { arn: "arn:aws:iam::111122223333:role/app" } }, keys: { orders: {} } };
  const thrownBy = (run: () => unknown): unknown => {
    try {
      run();
    } catch (thrown) {
      return thrown;
    }
    return undefined;
  };

  it.each([
    ["without it", undefined],
    ["with it", sdk],
  ])("throws what code written for the SDK catches, %s", async (_, errors) => {
    const kms = await createKms({ world, ...(errors && { errors }) });
    const denied = thrownBy(() => kms.as("app").describeKey({ KeyId: kms.keys.orders ?? "" }));
    const absent = thrownBy(() => kms.as("app").describeKey({ KeyId: "alias/none" }));
    expect(denied).toBeInstanceOf(sdk.KMSServiceException);
    expect(denied).toMatchObject({ name: "AccessDeniedException" });
    expect(absent).toBeInstanceOf(sdk.NotFoundException);
    expect(Object.getPrototypeOf(absent) === sdk.NotFoundException.prototype).toBe(errors !== undefined);
    await expect(kms.as("app").later.describeKey({ KeyId: "alias/none" })).rejects.toBeInstanceOf(sdk.NotFoundException);
    const refused = (await kms.flow("s3.PutObject", { bucket: "b", key: "k" }, { principal: "app", key: "orders" })).refused?.error;
    expect(refused).toBeInstanceOf(sdk.KMSServiceException);
    expect(refused?.constructor === sdk.KMSServiceException).toBe(errors !== undefined);
  });
});
