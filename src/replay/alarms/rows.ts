import { parseArn } from "../../iam/arn.ts";
import { type LogLine, shortArn } from "../log-line.ts";
import type { AlarmRow, Detector, Thresholds } from "./alarm.ts";
import { Bounded } from "./bounded.ts";

/** The role of a session: what a person knows it by. */
const principalOf = ({ who }: LogLine): string => (who.includes(":assumed-role/") ? who.split("/").slice(0, 2).join("/") : who);

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const momentOf = ({ time }: LogLine): number => (time === undefined ? Number.NaN : Date.parse(time));

const USES = [
  "Decrypt",
  "Encrypt",
  "ReEncrypt",
  "GenerateDataKey",
  "GenerateDataKeyWithoutPlaintext",
  "GenerateDataKeyPair",
  "GenerateDataKeyPairWithoutPlaintext",
  "Sign",
  "Verify",
  "GenerateMac",
  "VerifyMac",
  "DeriveSharedSecret",
  "Encapsulate",
  "Decapsulate",
];

/** A call of management, at once, also where it was refused: who tried is news too. */
const called =
  (...operations: readonly string[]) =>
  (): Detector =>
  (line) =>
    operations.includes(line.operation)
      ? {
          who: line.who,
          key: line.key,
          text: `${line.operation} by ${shortArn(line.who)}${line.key === undefined ? "" : ` on ${shortArn(line.key)}`}${line.outcome === "allowed" ? "" : `: ${line.outcome}`}`,
        }
      : undefined;

/** Each alarm of the published guides on monitoring KMS keys, and those of their kind. */
// biome-ignore format: a table reads as a table
export const ALARMS: readonly AlarmRow[] = [
  { name: "key-deletion",    severity: "high",   about: "ScheduleKeyDeletion or DeleteImportedKeyMaterial: data may be lost for good",             make: called("ScheduleKeyDeletion", "DeleteImportedKeyMaterial") },
  { name: "key-disabled",    severity: "high",   about: "DisableKey: whoever needs the key stands still",                                          make: called("DisableKey") },
  { name: "policy-changed",  severity: "high",   about: "PutKeyPolicy: who may use the key has changed",                                           make: called("PutKeyPolicy") },
  { name: "pending-use",     severity: "high",   about: "a call on a key that waits for deletion: somebody still needs it",                        make: () => pendingUse },
  { name: "root-use",        severity: "high",   about: "the root user of an account does cryptography",                                           make: () => rootUse },
  { name: "decrypt-spike",   severity: "high",   about: "Decrypt far beyond the principal's own history",                                          make: decryptSpike },
  { name: "cross-account",   severity: "medium", about: "an account that has not used the key before, and is not its own",                         make: crossAccount },
  { name: "new-principal",   severity: "medium", about: "a principal that has not used the key in the days before",                                make: newPrincipal },
  { name: "denied-in-a-row", severity: "medium", about: "one principal refused again and again: something broke, or somebody tries doors",         make: deniedInARow },
  { name: "grant-created",   severity: "medium", about: "CreateGrant by anybody but a service for its caller: access that no policy shows",        make: () => grantCreated },
  { name: "rotation-off",    severity: "low",    about: "DisableKeyRotation",                                                                      make: called("DisableKeyRotation") },
];

const pendingUse: Detector = (line) =>
  line.outcome === "KMSInvalidStateException" && line.error?.includes("pending deletion") === true
    ? { who: line.who, key: line.key, text: `${line.operation} by ${shortArn(line.who)} on a key that waits for deletion` }
    : undefined;

const rootUse: Detector = (line) =>
  USES.includes(line.operation) && /^arn:[^:]*:iam::\d{12}:root$/.test(line.who) && line.via === undefined
    ? { who: line.who, key: line.key, text: `${line.operation} by the root user of ${parseArn(line.who)?.account}` }
    : undefined;

/** Services make grants for their callers all the time. */
const grantCreated: Detector = (line) =>
  line.operation === "CreateGrant" && line.via === undefined && !line.who.endsWith(".amazonaws.com")
    ? { who: line.who, key: line.key, text: `CreateGrant by ${shortArn(line.who)}${line.outcome === "allowed" ? "" : `: ${line.outcome}`}` }
    : undefined;

function crossAccount({ trusted }: Thresholds): Detector {
  const seen = new Bounded<true>();
  return (line) => {
    const [theirs, own] = [parseArn(line.who)?.account ?? "", line.key === undefined ? "" : (parseArn(line.key)?.account ?? "")];
    if (theirs === "" || own === "" || theirs === own || trusted.includes(theirs) || !USES.includes(line.operation)) return undefined;
    const name = `${theirs} ${line.key}`;
    if (seen.has(name)) return undefined;
    seen.set(name, true);
    return {
      who: line.who,
      key: line.key,
      text: `${line.operation} from account ${theirs} on a key of ${own}${line.outcome === "allowed" ? "" : `: ${line.outcome}`}`,
    };
  };
}

/** What is new is news only once the log has shown a key for some days. */
function newPrincipal({ learnDays }: Thresholds): Detector {
  const since = new Bounded<number>();
  const known = new Bounded<true>();
  return (line) => {
    const moment = momentOf(line);
    if (line.key === undefined || line.outcome !== "allowed" || !USES.includes(line.operation) || Number.isNaN(moment)) return undefined;
    const first = since.get(line.key);
    if (first === undefined) since.set(line.key, moment);
    const name = `${principalOf(line)} ${line.key}`;
    if (known.has(name)) return undefined;
    known.set(name, true);
    if (first === undefined || moment - first < learnDays * DAY) return undefined;
    return {
      who: line.who,
      key: line.key,
      text: `${line.operation} by ${shortArn(principalOf(line))}, which has not used this key before`,
    };
  };
}

/** Once for each row of failures. */
function deniedInARow({ failures }: Thresholds): Detector {
  const rows = new Bounded<number>();
  return (line) => {
    const name = principalOf(line);
    if (line.outcome === "allowed") rows.delete(name);
    if (line.outcome !== "denied") return undefined;
    const count = (rows.get(name) ?? 0) + 1;
    rows.set(name, count);
    return count === failures
      ? { who: line.who, key: line.key, text: `${shortArn(name)} was refused ${failures} times in a row, last ${line.operation}` }
      : undefined;
  };
}

type History = { hour: number; count: number; hours: number; mean: number; alarmed: boolean };

/** The mean of a principal's hours so far, quiet ones included; an hour is compared while it goes on, and alarms once. */
function decryptSpike({ spike, spikeAtLeast, learnDays }: Thresholds): Detector {
  const histories = new Bounded<History>();
  return (line) => {
    const hour = Math.floor(momentOf(line) / HOUR);
    if (line.operation !== "Decrypt" || line.outcome !== "allowed" || Number.isNaN(hour)) return undefined;
    const name = principalOf(line);
    const history = histories.get(name) ?? { hour, count: 0, hours: 0, mean: 0, alarmed: false };
    histories.set(name, history);
    if (hour > history.hour) close(history, hour);
    else if (hour < history.hour) return undefined; // a latecomer: its hour is closed
    history.count++;
    const isKnown = history.hours >= Math.min(24, learnDays * 24);
    if (!isKnown || history.alarmed || history.count < spikeAtLeast || history.count <= spike * history.mean) return undefined;
    history.alarmed = true;
    return {
      who: line.who,
      key: line.key,
      text: `${shortArn(name)} decrypted ${history.count} times within an hour; its mean is ${history.mean.toFixed(1)}`,
    };
  };
}

function close(history: History, hour: number): void {
  const hours = history.hours + (hour - history.hour);
  history.mean = (history.mean * history.hours + history.count) / hours;
  history.hours = hours;
  history.hour = hour;
  history.count = 0;
  history.alarmed = false;
}
