import fc from "fast-check";
import { expect, it } from "vitest";
import { partsOf, takenApart } from "../../src/wire/signature-form.ts";

const mac = fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 63, maxLength: 65 });
const piece = fc.constantFrom(
  "AWS4-HMAC-SHA256",
  " ",
  ",",
  ", ",
  "Credential=",
  "key/day/region/kms/aws4_request",
  "SignedHeaders=",
  "host;x-amz-date",
  "Signature=",
  "XSignature=",
  "=",
);

it("what is remembered of the beginning of a header changes nothing of what the whole says", () => {
  const header = fc.array(fc.oneof(piece, piece, mac), { maxLength: 10 }).map((parts) => parts.join(""));
  const usual = mac.map((it) => `AWS4-HMAC-SHA256 Credential=a/b/c/d/e, SignedHeaders=host, Signature=${it}`);
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          header,
          usual,
          fc.tuple(header, mac).map(([text, it]) => `${text}Signature=${it}`),
        ),
        { maxLength: 6 },
      ),
      (headers) => {
        for (const text of headers) expect(partsOf(text)).toEqual(takenApart(text));
      },
    ),
  );
});
