import { describe, expect, test } from "vitest";
import { decide } from "../../src/index.ts";
import { readErrorText } from "../../src/repair/error-text.ts";
import { deniedFixtures } from "./denials.ts";

const APP = "arn:aws:sts::111122223333:assumed-role/app/i-0ab";
const KEY = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const TEXT = `User: ${APP} is not authorized to perform: kms:Decrypt on resource: ${KEY} because no identity-based policy allows the kms:Decrypt action`;
const READ = { principal: APP, action: "kms:Decrypt", resource: KEY, explicit: false, layer: "identity" };

describe("the text of an error", () => {
  test("is read back as every denial of the evaluator words it", () => {
    const flaws: string[] = [];
    let count = 0;
    for (const { name, answer } of deniedFixtures()) {
      const { error, trace, outcome } = answer;
      if (error === undefined || error.name === "MissingAuthenticationTokenException") continue;
      count++;
      const read = readErrorText(error.message);
      const isTold = read?.principal === trace.principal && read.action?.toLowerCase() === trace.action.toLowerCase();
      const isResource = read?.resource === undefined || read.resource === trace.resource;
      const isEffect = read?.explicit === undefined || read.explicit === (outcome === "explicitDeny");
      if (!isTold || !isResource || !isEffect) flaws.push(`${name}: ${error.message}: ${JSON.stringify(read)}`);
    }
    expect(flaws).toEqual([]);
    expect(count).toBeGreaterThan(300);
  });

  test("is found in what tools print around it", () => {
    const json = JSON.stringify({ __type: "AccessDeniedException", Message: TEXT });
    const xml = `<ErrorResponse><Error><Code>AccessDenied</Code><Message>${TEXT}</Message></Error></ErrorResponse>`;
    const terraform = `╷\n│ Error: reading KMS Key: operation error KMS: Decrypt, https response error StatusCode: 400, api error AccessDeniedException: ${TEXT.replaceAll(" ", "\n│ ")}\n│\n╵`;
    const sdk = `AccessDeniedException: ${TEXT} (Service: Kms, Status Code: 400, Request ID: 7a62)`;
    const cli = `\u001b[31mAn error occurred (AccessDeniedException) when calling the Decrypt operation: ${TEXT}\u001b[0m`;
    const record = JSON.stringify({ errorCode: "AccessDenied", errorMessage: `"${TEXT}"` });
    for (const text of [
      TEXT,
      json,
      JSON.stringify(json),
      xml,
      terraform,
      sdk,
      cli,
      record,
      encodeURIComponent(TEXT),
      encodeURIComponent(TEXT).replaceAll("%20", "+"),
    ])
      expect(readErrorText(text), text).toEqual(READ);
  });

  test("says which kind of policy is in the way, and which policy where it names one", () => {
    const reason = (words: string) => readErrorText(`User: ${APP} is not authorized to perform: kms:Decrypt on resource: ${KEY} ${words}`);
    const POLICY = "arn:aws:organizations::999988887777:policy/o-x/service_control_policy/p-y";
    expect(reason(`with an explicit deny in a service control policy: ${POLICY}`)).toMatchObject({
      explicit: true,
      layer: "service-control",
      policyArn: POLICY,
    });
    expect(reason("with an explicit deny in a sessions policy")).toMatchObject({ explicit: true, layer: "session" });
    expect(reason("with an explicit deny in an identity policy with the following authorization id: 12345678")).toMatchObject({
      explicit: true,
      layer: "identity",
    });
    expect(reason("with an explicit deny in the role trust policy")).toMatchObject({ explicit: true, layer: "resource" });
    expect(reason("with an explicit deny in a VPC endpoint policy transitively through a service control policy")).toMatchObject({
      layer: "endpoint",
    });
    expect(reason("because no permissions boundary allows the kms:Decrypt action")).toMatchObject({ explicit: false, layer: "boundary" });
    expect(reason("with an explicit deny")).toEqual({ principal: APP, action: "kms:Decrypt", resource: KEY, explicit: true });
    expect(reason("")).toEqual({ principal: APP, action: "kms:Decrypt", resource: KEY });
  });

  test("may hide the resource", () => {
    const hidden =
      "because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access";
    const read = { principal: APP, action: "kms:Decrypt", layer: "resource", hidden: true };
    expect(readErrorText(`User: ${APP} is not authorized to perform: kms:Decrypt on this resource ${hidden}`)).toEqual(read);
    expect(
      readErrorText(`User: ${APP} is not authorized to perform: kms:Decrypt on the resource associated with this ciphertext ${hidden}`),
    ).toEqual(read);
    expect(readErrorText(`User: ${APP} is not authorized to perform: kms:Decrypt`)).toEqual({ principal: APP, action: "kms:Decrypt" });
  });

  test("of another service's operation tells by which service KMS was asked", () => {
    const put = `An error occurred (AccessDenied) when calling the PutObject operation: ${TEXT}`;
    expect(readErrorText(put)?.services).toEqual(["s3.{region}.amazonaws.com"]);
    expect(readErrorText(`An error occurred when calling the ReEncrypt operation: ${TEXT}`)?.services).toBeUndefined();
  });

  test("that is encoded is read once AWS decoded it", () => {
    expect(
      readErrorText("You are not authorized to perform this operation. Encoded authorization failure message: 4GIOHlTkIaWHQD0Q0m6XSnuMMCm"),
    ).toEqual({ encoded: true });
    const decoded = {
      allowed: false,
      explicitDeny: false,
      matchedStatements: { items: [] },
      context: {
        principal: { id: "AROA:i-0ab", name: "i-0ab", arn: APP },
        action: "kms:CreateGrant",
        resource: KEY,
        conditions: {
          items: [
            { key: "aws:SourceVpce", values: { items: [{ value: "vpce-1" }] } },
            { key: "ec2:Vpc", values: { items: [{ value: "v" }] } },
          ],
        },
      },
    };
    const read = { principal: APP, action: "kms:CreateGrant", resource: KEY, explicit: false, context: { "aws:SourceVpce": "vpce-1" } };
    expect(readErrorText(JSON.stringify(decoded))).toEqual(read);
    expect(readErrorText(JSON.stringify({ DecodedMessage: JSON.stringify(decoded) }))).toEqual(read);
  });

  test("is told from texts of no denial, and from those that name nothing", () => {
    expect(readErrorText("An error occurred (NotFoundException): Key does not exist")).toBeUndefined();
    expect(readErrorText("{}")).toBeUndefined();
    expect(readErrorText("")).toBeUndefined();
    expect(
      readErrorText(
        "The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.",
      ),
    ).toEqual({});
    expect(readErrorText("User: is not authorized to perform: nothing at all")).toEqual({});
  });

  test("is read in no time, whatever it is", () => {
    for (const part of ["User: ", "is not authorized to perform: ", '"', "\\", "with an explicit deny in ", "{", " ", "&amp;", "%20"])
      expect(() => readErrorText(`User: x is not authorized to perform: ${part.repeat(50_000)}`)).not.toThrow();
  });

  test("agrees with the denials it came of", () => {
    const answer = decide({
      request: { principal: APP, action: "kms:Decrypt", resource: KEY },
      policies: {
        resource: {
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Principal: { AWS: "111122223333" }, Action: "kms:*", Resource: "*" }],
        },
      },
    });
    expect(readErrorText(answer.error?.message ?? "")).toEqual(READ);
  });
});
