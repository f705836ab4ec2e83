import { COUNT, FUNCTION, type Member, type Members, mapOf, needed, objectOf, TEXT, TRUTH } from "../base/members.ts";
import { fail, ok, type Result } from "../base/result.ts";
import { assertOptions } from "../base/usage.ts";
import type { Hsm, HsmCluster, HsmFault, HsmLogin } from "../kms/key-stores/hsm.ts";
import { loadPkcs11, type Pkcs11Module, type Pkcs11Package } from "./pkcs11-module.ts";
import { Pkcs11Token } from "./pkcs11-token.ts";

export { MissingModuleError } from "./pkcs11-module.ts";

/** What stands for a CloudHSM cluster: a token of the library. */
export type Pkcs11Cluster = {
  readonly tokenLabel: string;
  readonly active?: boolean; // true
  readonly modules?: number; // that are active; 2
  readonly trustAnchor?: string; // PEM; any certificate will do unless told
  readonly backups?: string; // the same for clusters that share a backup history; the id of the cluster
};

export type Pkcs11Options = {
  readonly library: string; // path: /opt/cloudhsm/lib/libcloudhsm_pkcs11.so, /usr/lib/softhsm/libsofthsm2.so
  readonly clusters: Readonly<Record<string, Pkcs11Cluster>>; // by cluster id
  /** What the library wants for the password of a key store; AWS's own wants `kmsuser:PASSWORD`. The password itself unless told. */
  readonly pin?: (password: string) => string;
};

const CLUSTER: Members = {
  tokenLabel: needed(TEXT),
  active: TRUTH,
  modules: COUNT,
  trustAnchor: TEXT,
  backups: TEXT,
} satisfies Record<keyof Pkcs11Cluster, Member>;

const OPTIONS: Members = {
  library: needed(TEXT),
  clusters: needed(mapOf(objectOf(CLUSTER))),
  pin: FUNCTION,
} satisfies Record<keyof Pkcs11Options, Member>;

const ALREADY_INITIALIZED = 401; // CKR_CRYPTOKI_ALREADY_INITIALIZED

/** A library is loaded once in a process: two instances of one would share its sessions without knowing. */
const LOADED = new Map<string, Pkcs11Module>();

/**
 * Hardware security modules that speak PKCS#11, for custom key stores of AWS CloudHSM. A call takes the time of the module on this thread.
 *
 * Deliberately absent: AWS KMS changes the password of `kmsuser` when it connects (KMS Developer Guide, "Connect an AWS CloudHSM key store"). A token
 * here keeps the PIN its owner gave it, so that the owner can use it too; a PIN changed by hand is told by UpdateCustomKeyStore.
 *
 * @throws {TypeError} for options that it does not have.
 * @throws {MissingModuleError} where the package `pkcs11js` is not installed.
 * @throws {Error} where the library cannot be loaded.
 */
export async function pkcs11Hsm(options: Pkcs11Options): Promise<Hsm> {
  assertOptions(options, OPTIONS, "pkcs11Hsm");
  const pkg = await loadPkcs11();
  const module = loadLibrary(pkg, options.library);
  const { clusters, pin = (password: string) => password } = options;
  const tokens = new Map<string, { readonly password: string; readonly token: Pkcs11Token }>();
  const clusterOf = (id: string): Pkcs11Cluster | undefined => (Object.hasOwn(clusters, id) ? clusters[id] : undefined);

  const tokenOf = ({ clusterId, password }: HsmLogin): Result<Pkcs11Token, HsmFault> => {
    const known = tokens.get(clusterId);
    if (known?.password === password) return ok(known.token);
    known?.token.logout();
    tokens.delete(clusterId);
    const cluster = clusterOf(clusterId);
    if (cluster === undefined) return fail("CLUSTER_NOT_FOUND");
    const token = Pkcs11Token.login(pkg, module, cluster.tokenLabel, pin(password));
    if (token.ok) tokens.set(clusterId, { password, token: token.value });
    return token;
  };
  const use = async <T>(login: HsmLogin, call: (token: Pkcs11Token) => Result<T, HsmFault>): Promise<Result<T, HsmFault>> => {
    const token = tokenOf(login);
    return token.ok ? call(token.value) : token;
  };
  const disconnect = async (clusterId: string): Promise<void> => {
    tokens.get(clusterId)?.token.logout();
    tokens.delete(clusterId);
  };

  return {
    cluster: (id) => described(id, clusterOf(id)),
    connect: async (login) => {
      await disconnect(login.clusterId); // a new login, whatever was before
      return use(login, () => ok(undefined));
    },
    disconnect,
    generateKey: (login, label) => use(login, (token) => token.generateKey(label)),
    destroyKey: (login, label) => use(login, (token) => token.destroyKey(label)),
    encrypt: (login, label, plaintext, aad) => use(login, (token) => token.encrypt(label, plaintext, aad)),
    decrypt: (login, label, sealed, aad) => use(login, (token) => token.decrypt(label, sealed, aad)),
    random: (login, length) => use(login, (token) => token.random(length)),
  };
}

const described = (id: string, cluster: Pkcs11Cluster | undefined): HsmCluster | undefined =>
  cluster && {
    active: cluster.active ?? true,
    modules: cluster.modules ?? 2,
    backups: cluster.backups ?? id,
    ...(cluster.trustAnchor !== undefined && { trustAnchor: cluster.trustAnchor }),
  };

function loadLibrary(pkg: Pkcs11Package, library: string): Pkcs11Module {
  const known = LOADED.get(library);
  if (known !== undefined) return known;
  const module = new pkg.PKCS11();
  module.load(library);
  try {
    module.C_Initialize();
  } catch (thrown) {
    if ((thrown as { readonly code?: number }).code !== ALREADY_INITIALIZED) throw thrown;
  }
  LOADED.set(library, module);
  return module;
}
