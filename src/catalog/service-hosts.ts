/**
 * The names by which `kms:ViaService` tells which service forwards a call: `SERVICE.REGION.amazonaws.com`, in China with `.cn` (KMS Developer Guide,
 * kms:ViaService).
 */
const HOST = /^([a-z0-9-]+)\.([a-z]{2,4}(?:-[a-z]+)+-[0-9]+)\.amazonaws\.com(?:\.cn)?$/;

export type ServiceHost = { readonly service: string; readonly region: string };

/** What such a name says; undefined for a text that no call carries. */
export function parseServiceHost(text: string): ServiceHost | undefined {
  const [, service, region] = HOST.exec(text) ?? [];
  return service === undefined || region === undefined ? undefined : { service, region };
}
