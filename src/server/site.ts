import type { Diagnostic } from "../base/diagnostic.ts";
import type { RootKey } from "../crypto/root-key.ts";
import type { World } from "../estate/world.ts";
import type { AuditEvent } from "../kms/audit.ts";
import type { Callers } from "../kms/callers.ts";
import type { Service } from "../kms/dispatch.ts";
import type { Ports } from "../kms/ports.ts";
import { seedDifferences } from "../kms/seed-differences.ts";
import { type ServiceOptions, startService } from "../kms/service.ts";
import type { Store } from "../kms/store.ts";

/** What the endpoint stands on: a KMS, and the world that says who may call it. */
export type Site = {
  readonly world: World;
  readonly service: Service;
  readonly callers: Callers;
  readonly keys: Readonly<Record<string, string>>; // ARNs by short name
  readonly warnings: readonly Diagnostic[];
};

export type SiteOptions = {
  readonly ports: Ports;
  readonly store: Store;
  readonly root: RootKey;
  readonly auditLimit: number;
  readonly authority?: ServiceOptions["authority"] | undefined;
  readonly onEvent?: ((event: AuditEvent) => void) | undefined;
};

/** `logs`: of the site that was there before, which it goes on with. @throws {InvalidWorldError} for a world that no KMS can start with. */
export async function openSite(
  world: World,
  { onEvent, authority, ...options }: SiteOptions,
  logs?: Pick<Service, "audit" | "calls">,
): Promise<Site> {
  const { service, callers, seed, seeded } = startService({
    ...options,
    world,
    ...(onEvent !== undefined && { onEvent }),
    ...(authority !== undefined && { authority }),
    ...(logs !== undefined && { logs }),
  });
  await seeded;
  const differences = seedDifferences(world.estate, seed, service.store.state);
  return { world, service, callers, keys: seed.arns, warnings: [...seed.diagnostics, ...callers.warnings, ...differences] };
}
