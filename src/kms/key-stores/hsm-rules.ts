import { error, type KmsError } from "../errors.ts";
import type { Hsm, HsmCluster } from "./hsm.ts";
import type { KeyStore } from "./key-store.ts";

/** What KMS asks of a CloudHSM cluster before it does something with it (KMS Developer Guide, "Create an AWS CloudHSM key store"). */
export function checkCluster(hsm: Hsm, clusterId: string, modules: 1 | 2): KmsError | undefined {
  const cluster = hsm.cluster(clusterId);
  if (cluster === undefined) return error("CloudHsmClusterNotFoundException", `Cluster ${clusterId} does not exist.`);
  if (!cluster.active) return error("CloudHsmClusterNotActiveException", `Cluster ${clusterId} is not active.`);
  if (cluster.modules >= modules) return undefined;
  const message = `Cluster ${clusterId} has ${cluster.modules} active HSMs, and this needs ${modules}.`;
  return error("CloudHsmClusterInvalidConfigurationException", message);
}

/** A cluster, or one of the same backup history, belongs to one key store. */
export function checkClusterIsFree(hsm: Hsm, clusterId: string, others: readonly KeyStore[]): KmsError | undefined {
  const backups = hsm.cluster(clusterId)?.backups;
  const taken = others.some(({ settings: { CloudHsmClusterId: other } }) => {
    return other !== undefined && (other === clusterId || (backups !== undefined && hsm.cluster(other)?.backups === backups));
  });
  return taken ? error("CloudHsmClusterInUseException", `Cluster ${clusterId} belongs to another custom key store.`) : undefined;
}

/** The certificate that the cluster was initialized with, letter by letter but for white space. */
export function checkTrustAnchor(hsm: Hsm, clusterId: string, certificate: string): KmsError | undefined {
  const expected: HsmCluster["trustAnchor"] = hsm.cluster(clusterId)?.trustAnchor;
  const isOne = expected === undefined ? isCertificate(certificate) : compact(certificate) === compact(expected);
  return isOne ? undefined : error("IncorrectTrustAnchorException", "The trust anchor certificate is not that of the cluster.");
}

const isCertificate = (text: string): boolean =>
  text.trimStart().startsWith("-----BEGIN CERTIFICATE-----") && text.trimEnd().endsWith("-----END CERTIFICATE-----");
const compact = (text: string): string => text.replace(/\s/g, "");

/** A store may move to a cluster of the same backup history only: another has not its keys. */
export function checkRelated(hsm: Hsm, from: string, to: string): KmsError | undefined {
  const [before, after] = [hsm.cluster(from), hsm.cluster(to)];
  if (from === to || before?.backups === after?.backups) return undefined;
  return error("CloudHsmClusterNotRelatedException", `Cluster ${to} shares no backup history with ${from}.`);
}
