import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonFault, queryFault } from "../../src/wire/auth-fault.ts";
import { RawHeaders, type RawRequest } from "../../src/wire/raw-request.ts";
import { type FoundKey, type KeyFinder, type SignatureRules, verifySignature } from "../../src/wire/verify-signature.ts";

type VectorRequest = { method: string; target: string; headers: [string, string][]; body: string };
type Expected = { json?: string; query?: string; status?: number; message?: string; messagePattern?: string };
type Vectors = {
  keys: Record<string, { secretAccessKey: string; sessionToken?: string }>;
  published: {
    name: string;
    credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
    service: string;
    time: string;
    normalizePath: boolean;
    tokenSigned: boolean;
    header: { request: VectorRequest };
    query: { request: VectorRequest };
  }[];
  made: { name: string; service: string; request: VectorRequest }[];
  accepted: { name: string; service: string; now: string; request: VectorRequest }[];
  faults: { name: string; service: string; now: string; change: string; request: VectorRequest; expect: Expected }[];
};
const VECTORS = JSON.parse(readFileSync("fixtures/signatures/sigv4.json", "utf8")) as Vectors;
const MADE_AT = Date.UTC(2026, 10, 22, 3);

const rawOf = ({ method, target, headers, body }: VectorRequest): RawRequest => ({
  method,
  target,
  headers: new RawHeaders(headers.flat()),
  body: new TextEncoder().encode(body),
});

/** As the services of these names are looked at. */
const rulesOf = (service: string): SignatureRules => ({
  protocol: service === "sts" ? "query" : "json",
  service,
  minutes: service === "sts" ? 15 : 5,
  mustSign: ["x-amz-target"],
  isRegion: (region) => region !== "mars-north-1",
});

const found = (secretAccessKey: string, sessionToken: string | undefined, token: string | undefined): FoundKey<string> => {
  const fits = sessionToken === token ? "fits" : token === undefined ? "missing" : "wrong";
  return { holder: "somebody", secretAccessKey, token: fits };
};

const find: KeyFinder<string> = (accessKeyId, token) => {
  const key = VECTORS.keys[accessKeyId];
  return key && found(key.secretAccessKey, key.sessionToken, token);
};

const verify = (request: VectorRequest, service: string, now: number) => verifySignature(rawOf(request), rulesOf(service), find, now);

describe("published vectors", () => {
  const cases = VECTORS.published.flatMap((vector) => (["header", "query"] as const).map((form) => ({ ...vector, form })));

  it.each(cases.filter(({ normalizePath }) => normalizePath))(
    "$name, $form",
    ({ form, credentials, service, time, tokenSigned, ...vector }) => {
      const own: KeyFinder<string> = (_, token) => found(credentials.secretAccessKey, credentials.sessionToken, token);
      const verified = verifySignature(rawOf(vector[form].request), rulesOf(service), own, Date.parse(time));
      // A query is signed with all that is in it: a token that was added later does not fit, in a header it does.
      if (form === "query" && !tokenSigned) expect(verified).toMatchObject({ ok: false, error: { kind: "mismatch" } });
      else expect(verified).toMatchObject({ ok: true, value: { accessKeyId: "AKIDEXAMPLE", region: "us-east-1" } });
    },
  );

  it.each(cases.filter(({ normalizePath }) => !normalizePath))("$name, $form: for Amazon S3 alone, unless both ways are one", (vector) => {
    const own: KeyFinder<string> = (_, token) => found(vector.credentials.secretAccessKey, vector.credentials.sessionToken, token);
    const verified = verifySignature(rawOf(vector[vector.form].request), rulesOf(vector.service), own, Date.parse(vector.time));
    expect(verified.ok).toBe(vector.name === "get-space-unnormalized");
  });
});

describe("vectors of our services", () => {
  it.each(VECTORS.made)("$name", ({ name, request, service }) => {
    const verified = verify(request, service, MADE_AT);
    if (name === "kms-unsigned-payload") expect(verified).toMatchObject({ ok: false, error: { kind: "mismatch" } });
    else expect(verified).toMatchObject({ ok: true, value: { holder: "somebody" } });
  });

  it.each(VECTORS.accepted)("$name", ({ request, service, now }) => {
    expect(verify(request, service, Date.parse(now))).toMatchObject({ ok: true });
  });

  it.each(VECTORS.faults)("$name: $change", ({ name, request, service, now, expect: expected }) => {
    const verified = verify(request, service, Date.parse(now));
    if (name === "date-not-signed") return expect(verified.ok).toBe(true); // the time is signed all the same
    if (verified.ok) return expect.unreachable("it is taken");
    if (name === "target-not-signed") return expect(jsonFault(verified.error).name).toBe("InvalidSignatureException");
    const query = queryFault(verified.error);
    const said = service === "sts" ? { name: query.code, message: query.message } : jsonFault(verified.error);
    expect(said.name).toBe(service === "sts" ? expected.query : expected.json);
    if (service === "sts") expect(query.status).toBe(query.code === "IncompleteSignature" ? 400 : 403);
    if (expected.message !== undefined) expect(said.message).toBe(expected.message);
    if (expected.messagePattern !== undefined) expect(said.message).toMatch(new RegExp(expected.messagePattern));
  });
});

describe("a signature", () => {
  const signed = VECTORS.made.find(({ name }) => name === "kms-encrypt-session")!.request;

  it("stands for every byte that is signed", () => {
    const target = fc.constantFrom("/?", "/x", "/%2F", "/a/..?b=1");
    const changed = fc.oneof(
      fc.record({ body: fc.string({ minLength: 1 }).map((more) => signed.body + more) }),
      fc.record({ method: fc.constantFrom("GET", "PUT", "post") }),
      fc.record({ target: target.filter((text) => text !== "/?") }),
      fc.nat({ max: signed.headers.length - 1 }).map((i) => ({
        headers: signed.headers.map(([name, value], at): [string, string] => [name, at === i ? `${value}x` : value]),
      })),
      fc.nat({ max: signed.headers.length - 1 }).map((i) => ({ headers: [...signed.headers, signed.headers[i]!] })),
    );
    fc.assert(
      fc.property(changed, (change) => {
        const other = { ...signed, ...change };
        const isUnsigned =
          JSON.stringify(other.headers) !== JSON.stringify(signed.headers) && sameBut(other.headers, signed.headers, "content-length");
        expect(verify(other, "kms", MADE_AT).ok).toBe(isUnsigned && other.body === signed.body);
      }),
    );
  });

  /** What differs is this header alone, which the vector does not sign. */
  const sameBut = (a: [string, string][], b: [string, string][], but: string) => {
    const without = (all: [string, string][]) => JSON.stringify(all.filter(([name]) => name.toLowerCase() !== but));
    return without(a) === without(b);
  };

  it("is an answer for whatever is sent, and never taken", () => {
    const text = fc.string({ unit: "binary", maxLength: 40 });
    const piece = fc.constantFrom(
      "AWS4-HMAC-SHA256",
      "Credential=",
      "AKIAIOSFODNN7EXAMPLE/20261122/us-east-1/kms/aws4_request",
      ", ",
      "Signature=",
      "SignedHeaders=host",
      "%",
      "=",
      ";",
      "/",
    );
    const part = fc.array(fc.oneof(piece, text), { maxLength: 8 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(part, part, part, text, fc.constantFrom("kms", "sts"), (authorization, date, query, header, service) => {
        const headers = new RawHeaders(["Host", header, "Authorization", authorization, "X-Amz-Date", date, "X-Amz-Target", header]);
        for (const target of ["/", `/?X-Amz-Algorithm=AWS4-HMAC-SHA256&${query}`]) {
          const verified = verifySignature({ method: "POST", target, headers, body: new Uint8Array() }, rulesOf(service), find, MADE_AT);
          expect(verified.ok).toBe(false);
        }
      }),
    );
  });

  it("of the wrong secret shows what was to be signed, without the token", () => {
    const headers = signed.headers.map(([name, value]): [string, string] => [name, name === "Host" ? "elsewhere" : value]);
    const verified = verify({ ...signed, headers }, "kms", MADE_AT);
    if (verified.ok) return expect.unreachable("it is taken");
    expect(verified.error.message).toContain("\nhost:elsewhere\n");
    expect(verified.error.message).not.toContain(VECTORS.keys.ASIAIOSFODNN7EXAMPLE!.sessionToken);
  });
});
