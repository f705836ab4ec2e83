import { settleDue } from "../../kms/due.ts";
import { type Freshness, StoreFailure } from "../../kms/store.ts";
import type { OwnDeps } from "./deps.ts";

/** What others who share the store have changed is seen, and what the clock has made due is done, as in each call of AWS. @throws {StoreFailure} */
export async function upToDate({ standing }: Pick<OwnDeps, "standing">, how: Freshness = "latest"): Promise<void> {
  const { service } = standing.site;
  const settle = () => settleDue(service, service.ports.now());
  const isSettled = await service.turns.take(() => {
    const fresh = service.store.refresh?.(how);
    return fresh === undefined ? settle() : fresh.then(settle);
  });
  if (!isSettled) throw new StoreFailure("what is due cannot be kept");
}
