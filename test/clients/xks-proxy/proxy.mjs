// An external key store proxy, version 1 of the API, for tests: HTTPS on 127.0.0.1, keys in memory, SigV4 checked. A process of its own, told what to be
// by lines of JSON on its standard input:
//
//   {"region", "credentials": {id: secret}, "tls": {"key", "cert"}, "bases"?, "now"?, "keys": {id: {"spec"?, "usage"?, "status"?, "fault"?}}}
//
// first, and any of `credentials`, `keys`, `health`, `fault`, `now` later, each answered by a line. A first line {"port"} says where it listens; every request is
// told as {"request": {"path", "body"}}. It ends when its input ends, or after ten minutes.
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { createServer } from "node:https";
import { createInterface } from "node:readline";

const state = { credentials: {}, keys: new Map(), health: ["ACTIVE"], fault: undefined, bases: ["/kms/xks/v1", "/second/kms/xks/v1"] };
setTimeout(() => process.exit(0), 600_000).unref();

const say = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
const lines = createInterface({ input: process.stdin });
lines.on("close", () => process.exit(0));
let started = false;
lines.on("line", (line) => {
  const told = JSON.parse(line);
  if (told.keys)
    for (const [id, key] of Object.entries(told.keys)) state.keys.set(id, { secret: randomBytes(32), ...state.keys.get(id), ...key });
  for (const name of ["credentials", "health", "region", "bases", "now"]) if (name in told) state[name] = told[name];
  if ("fault" in told) state.fault = told.fault ?? undefined;
  if (started) return say({ done: true });
  started = true;
  const server = createServer({ ...told.tls, minVersion: "TLSv1.2" }, serve);
  server.listen(0, "127.0.0.1", () => say({ port: server.address().port }));
});

const ERRORS = {
  ValidationException: 400,
  InvalidStateException: 400,
  InvalidCiphertextException: 400,
  InvalidKeyUsageException: 400,
  AuthenticationFailedException: 401,
  AccessDeniedException: 403,
  KeyNotFoundException: 404,
  InvalidUriPathException: 404,
  ThrottlingException: 429,
  InternalException: 500,
  UnsupportedOperationException: 501,
  DependencyTimeoutException: 503,
};

function serve(request, response) {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => {
    const body = Buffer.concat(chunks);
    const send = (status, answer) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(typeof answer === "string" ? answer : JSON.stringify(answer));
    };
    const refuse = (errorName) => send(ERRORS[errorName], { errorName, errorMessage: "for the log only" });
    try {
      if (request.method !== "POST") return send(405, "");
      if (!isSigned(request, body)) return refuse("AuthenticationFailedException");
      answer(request.url, JSON.parse(body.toString("utf8")), { send, refuse });
    } catch {
      refuse("InternalException");
    }
  });
}

function answer(path, body, { send, refuse }) {
  say({ request: { path, body } });
  const base = state.bases.find((prefix) => path.startsWith(`${prefix}/`));
  const [, id, call] = path.slice(base?.length).match(/^\/keys\/([A-Za-z0-9._-]+)\/(metadata|encrypt|decrypt)$/) ?? [];
  const isHealth = path === `${base}/health`;
  if (base === undefined || (id === undefined && !isHealth)) return refuse("InvalidUriPathException");
  const key = isHealth ? undefined : state.keys.get(id);
  const fault = state.fault ?? key?.fault;
  if (fault in ERRORS) return refuse(fault);
  if (fault === "html") return send(502, "<html>Bad Gateway</html>");
  if (fault === "unknown-error") return send(400, { errorName: "SurpriseException" });
  if (fault === "not-json") return send(200, "{");
  if (fault === "endless") return send(200, JSON.stringify({ plaintext: "A".repeat(100_000) }));
  const reply = (value) => (typeof fault?.delayMs === "number" ? setTimeout(() => send(200, value), fault.delayMs) : send(200, value));
  if (isHealth) return reply(health());
  if (key === undefined) return refuse("KeyNotFoundException");
  if (call === "metadata")
    return reply({
      keySpec: key.spec ?? "AES_256",
      keyUsage: key.usage ?? ["ENCRYPT", "DECRYPT", "WRAP"],
      keyStatus: key.status ?? "ENABLED",
    });
  if ((key.status ?? "ENABLED") !== "ENABLED") return refuse("InvalidStateException");
  if (call === "encrypt") return reply(encrypt(key, body, fault));
  const plaintext = decrypt(key, body);
  if (plaintext === undefined) return refuse("InvalidCiphertextException");
  if (fault === "wrong-plaintext") plaintext[0] ^= 1;
  return reply({ plaintext: (fault === "short-plaintext" ? plaintext.subarray(1) : plaintext).toString("base64") });
}

const health = () => ({
  xksProxyFleetSize: 1,
  xksProxyVendor: "kmsward",
  xksProxyModel: "test proxy 1.0",
  ekmVendor: "kmsward",
  ekmFleetDetails: state.health.map((healthStatus, i) => ({ id: `manager-${i}`, model: "in memory", healthStatus })),
});

/** With metadata both lengths are part of what the key manager authenticates. */
function managerAad(aad, metadata) {
  if (metadata.length === 0) return aad;
  const length = Buffer.alloc(2);
  length.writeUInt16BE(aad.length);
  return Buffer.concat([length, aad, Buffer.of(metadata.length), metadata]);
}

function encrypt(key, body, fault) {
  const plaintext = Buffer.from(body.plaintext, "base64");
  const aad = Buffer.from(body.additionalAuthenticatedData ?? "", "base64");
  const metadata = Buffer.from(key.metadata ?? "", "utf8");
  const iv = randomBytes(key.ivLength ?? 12);
  const cipher = createCipheriv("aes-256-gcm", key.secret, iv).setAAD(managerAad(aad, metadata));
  let ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  const tag = cipher.getAuthTag();
  const integrity = createHash("sha256").update(aad).update(metadata).update(iv).update(ciphertext).update(tag).digest();
  if (fault === "bad-cdiv") integrity[0] ^= 1;
  if (fault === "wrong-length") ciphertext = ciphertext.subarray(1);
  const reply = {
    ciphertext: ciphertext.toString("base64"),
    initializationVector: iv.toString("base64"),
    authenticationTag: tag.toString("base64"),
    ...(metadata.length > 0 && { ciphertextMetadata: metadata.toString("base64") }),
    ciphertextDataIntegrityValue: integrity.toString("base64"),
  };
  if (fault === "loose-base64") reply.authenticationTag = reply.authenticationTag.replace(/=+$/, "");
  if (fault === "no-cdiv") delete reply.ciphertextDataIntegrityValue;
  return reply;
}

function decrypt(key, body) {
  const part = (name) => Buffer.from(body[name] ?? "", "base64");
  try {
    const decipher = createDecipheriv("aes-256-gcm", key.secret, part("initializationVector"), { authTagLength: 16 });
    decipher.setAAD(managerAad(part("additionalAuthenticatedData"), part("ciphertextMetadata"))).setAuthTag(part("authenticationTag"));
    return Buffer.concat([decipher.update(part("ciphertext")), decipher.final()]);
  } catch {
    return undefined;
  }
}

/** AWS Signature Version 4, from the headers that the request says it signed. Not the code under test. */
function isSigned({ headers, method, url }, body) {
  const [, id, scope, signed, given] =
    /^AWS4-HMAC-SHA256 Credential=([A-Z2-7]+)\/([^,]+), ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? "",
    ) ?? [];
  const secret = state.credentials[id];
  const time = headers["x-amz-date"] ?? "";
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(time) ?? [];
  const isFresh = Math.abs((state.now ?? Date.now()) - Date.UTC(y, mo - 1, d, h, mi, s)) <= 300_000;
  if (secret === undefined || !isFresh || scope !== `${time.slice(0, 8)}/${state.region}/kms-xks-proxy/aws4_request`) return false;
  const names = signed.split(";");
  if (!names.includes("host") || !names.includes("x-amz-date")) return false;
  const sha256 = (data) => createHash("sha256").update(data).digest("hex");
  const hmac = (key, data) => createHmac("sha256", key).update(data).digest();
  const canonical = [method, url, "", ...names.map((name) => `${name}:${headers[name]}`), "", signed, sha256(body)].join("\n");
  const key = scope.split("/").reduce(hmac, `AWS4${secret}`);
  const expected = hmac(key, ["AWS4-HMAC-SHA256", time, scope, sha256(canonical)].join("\n"));
  return timingSafeEqual(expected, Buffer.from(given, "hex"));
}
