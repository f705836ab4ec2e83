import { KMS_ACTIONS } from "../../catalog/actions.ts";
import type { World } from "../../estate/world.ts";
import { type Entities, type Entity, RESOURCE, SUBJECT } from "./entities.ts";

export type Searched = "subject" | "resource" | "action";

/** Of what there is: as it is asked about, and as it is answered. */
type Candidate = { readonly entity: Entity; readonly result: object };

/** All that a search can find. What it is of another type than we have finds nothing. */
export function candidatesOf(searched: Searched, entities: Entities, { estate }: World): readonly Candidate[] {
  if (searched === "action") {
    return KMS_ACTIONS.filter(({ resources }) => resources.includes("key")).map(({ action }) => ({
      entity: { type: "", id: action, properties: entities.action.properties },
      result: { name: action },
    }));
  }
  const { type, properties } = entities[searched];
  if (type !== (searched === "subject" ? SUBJECT : RESOURCE)) return [];
  const arns = searched === "subject" ? estate.principals.map(({ facts }) => facts.arn) : estate.keys.map(({ arn }) => arn);
  return arns.map((id) => ({ entity: { type, id, properties }, result: { type, id } }));
}
