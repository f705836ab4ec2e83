import { BoundedCache } from "../base/bounded-cache.ts";
import { fail, ok, type Result } from "../base/result.ts";
import { toBase64 } from "../crypto/byte-text.ts";
import type { RandomBytes } from "../crypto/key-spec.ts";
import type { Caller, Credentials } from "../kms/caller.ts";
import type { CallerRequest, Callers } from "../kms/callers.ts";
import { error, type KmsError } from "../kms/errors.ts";
import { type CredentialScope, scopeOf } from "./credential-scope.ts";
import type { Authenticate, WireHeaders, WireRequest } from "./wire.ts";

/**
 * The access keys of callers: those that the world tells, the others made when first asked for. A caller that is asked for in the same words again has
 * the same one.
 */
export class AccessKeys {
  readonly #callers: Callers;
  readonly #randomBytes: RandomBytes;
  readonly #issued = new Map<string, Credentials>();
  readonly #byId = new Map<string, AccessKey>();

  constructor(callers: Callers, randomBytes: RandomBytes) {
    this.#callers = callers;
    this.#randomBytes = randomBytes;
    for (const [name, credentials] of callers.credentials) this.#remember(name, credentials);
  }

  /** A copy, for SDKs write into what they are given. @throws {InvalidWorldError} for a caller that nobody knows. */
  issue(asked: CallerRequest): Credentials {
    const known = this.#issued.get(wordsOf(asked));
    if (known !== undefined) return { ...known };
    const { kind } = this.#callers.caller(asked);
    return { ...this.#remember(structuredClone(asked), makeCredentials(kind === "user" || kind === "root", this.#randomBytes)) };
  }

  #remember(asked: CallerRequest, credentials: Credentials): Credentials {
    this.#issued.set(wordsOf(asked), credentials);
    this.#byId.set(credentials.accessKeyId, { asked, credentials, callers: new BoundedCache(CALLERS) });
    return credentials;
  }

  /**
   * Who signs with this access key, calling the Region that the signature is for. The signature itself is not verified: within one process there is
   * nobody to prove anything to.
   */
  readonly authenticate: Authenticate<WireRequest> = ({ headers }) => {
    const scope = scopeOf(headers.authorization);
    if (!scope.ok) return scope;
    const key = this.#byId.get(scope.value.accessKeyId);
    if (key === undefined || key.credentials.sessionToken !== headers["x-amz-security-token"]) return fail(INVALID_TOKEN);
    return this.#callerOf(key, scope.value, headers);
  };

  #callerOf({ asked, callers }: AccessKey, { region }: CredentialScope, headers: WireHeaders): Result<Caller, KmsError> {
    const userAgent = headers["user-agent"] ?? "";
    return ok(callers.of(`${region} ${userAgent}`, () => this.#makeCaller(asked, region, userAgent)));
  }

  /** As `kms.as` makes it, from where it calls, and with what. */
  #makeCaller(asked: CallerRequest, region: string, userAgent: string): Caller {
    const options = typeof asked === "string" ? { principal: asked } : asked;
    const isDirect = options.viaService === undefined && userAgent !== "";
    const context = { ...(isDirect && { "aws:UserAgent": userAgent }), ...options.context };
    const caller = this.#callers.caller({ ...options, region, context });
    return isDirect ? { ...caller, agent: { ...caller.agent, userAgent } } : caller;
  }
}

type AccessKey = { readonly asked: CallerRequest; readonly credentials: Credentials; readonly callers: BoundedCache<string, Caller> };

/** A principal alone is one request, whichever way it is written. */
const wordsOf = (asked: CallerRequest): string =>
  JSON.stringify(typeof asked !== "string" && Object.keys(asked).length === 1 ? asked.principal : asked);

const CALLERS = 16; // of each access key: by Region and user agent
const INVALID_TOKEN = error("UnrecognizedClientException", "The security token included in the request is invalid.");

/** In the shape of IAM's (IAM User Guide, "Unique identifiers"): AKIA for lasting ones, ASIA for those of sessions. */
function makeCredentials(isLasting: boolean, randomBytes: RandomBytes): Credentials {
  const accessKeyId = (isLasting ? "AKIA" : "ASIA") + Array.from(randomBytes(16), (byte) => ALPHABET[byte & 31]).join("");
  const secretAccessKey = toBase64(randomBytes(30));
  return isLasting ? { accessKeyId, secretAccessKey } : { accessKeyId, secretAccessKey, sessionToken: toBase64(randomBytes(96)) };
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
