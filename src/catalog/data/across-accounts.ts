import { foldCase } from "../../iam/values.ts";
import type { DataPage } from "./pages.ts";

/** Actions of a service that never work on a resource of another account, whatever policies say. */
type Stays = { readonly service: string; readonly actions: readonly string[]; readonly source: DataPage };

/** Of services whose guides list what works across accounts: what of reading, writing and sharing is not among it. */
// biome-ignore format: a table reads as a table
export const STAY_IN_ACCOUNT: readonly Stays[] = [
  { service: "dynamodb", source: "DDB-API", actions: ["PartiQLSelect", "PartiQLInsert", "PartiQLUpdate", "PartiQLDelete", "CreateBackup", "RestoreTableFromBackup", "RestoreTableToPointInTime", "ImportTable", "UpdateTimeToLive"] },
  { service: "secretsmanager", source: "SM-X", actions: ["BatchGetSecretValue", "ListSecrets", "CreateSecret"] },
  { service: "sqs", source: "SQS-LIM", actions: ["AddPermission", "RemovePermission", "SetQueueAttributes", "CreateQueue", "DeleteQueue", "ListQueues", "ListQueueTags", "TagQueue", "UntagQueue", "StartMessageMoveTask", "CancelMessageMoveTask", "ListMessageMoveTasks"] },
  { service: "lambda", source: "L-XACC", actions: ["UpdateFunctionConfiguration", "CreateFunction"] },
];

const STAYING = new Set(STAY_IN_ACCOUNT.flatMap(({ service, actions }) => actions.map((action) => foldCase(`${service}:${action}`))));

/** Whether an action of another service than KMS works within its account only. `action` in lower case. */
export const staysInAccount = (action: string): boolean => STAYING.has(action);
