import { shown } from "../../base/text.ts";
import type { Found, Reading } from "./report.ts";
import { readStrings, type Text } from "./strings.ts";

/** `Action` and `NotAction`: the patterns as written. */
export function parseActions(reading: Reading, found: Found, fullAccess: boolean): readonly string[] | undefined {
  const texts = readStrings(reading, found, "an action element");
  for (const text of texts ?? []) checkAction(reading, text, fullAccess);
  return texts?.map(({ value }) => value);
}

/**
 * `*`, or `prefix:Name` with wildcards in the name (rule iam.action.patterns). IAM checks the form; AWS KMS stores any text in a key policy, and one
 * that is no action never matches (public report of a key policy with `kms=GenerateDataKey`).
 */
function checkAction(reading: Reading, text: Text, fullAccess: boolean): void {
  const { value } = text;
  const { rules } = reading;
  const colon = value.indexOf(":");
  const [prefix, name] = [value.slice(0, Math.max(colon, 0)), value.slice(colon + 1)];
  if (rules.action === "required, of a service" && !fullAccess && (value === "*" || prefix === "*")) {
    reading.error("KW221", text, `${shown(value)} names no service`, "name it, such as `kms:*`");
    return;
  }
  if (value === "*") return;
  const fault = formFault(value, colon, name);
  if (fault !== undefined) {
    if (rules.strict) reading.error("KW220", text, fault, () => correction(value));
    else reading.warning("KW311", text, `${fault}: it never matches`, () => correction(value));
    return;
  }
  if (rules.action === "required, of a service" && !fullAccess && !isUnderResourceControl(prefix)) {
    const help = "Organizations refuses actions of other services than those on its list, which grows: look there";
    reading.warning("KW324", text, `${shown(prefix)} is not among the services that ${rules.called} is known to be for`, help);
  }
  if (prefix !== "*" && !/^[A-Za-z0-9.-]+$/.test(prefix)) {
    const message = `${shown(prefix)} is not a service prefix`;
    if (rules.strict) reading.error("KW220", text, message, "letters, digits, `.` and `-`, or `*` alone");
    else reading.warning("KW312", text, message, "AWS documents wildcards in the name of an action, not in its service");
  } else if (/\s/.test(name)) reading.warning("KW311", text, `${shown(value)} contains white space: it never matches`, "take it out");
  else if (name.includes("${")) reading.warning("KW313", text, `no variable is read in the action ${shown(value)}`, "use wildcards");
}

/**
 * The services that resource control policies are for, by what says so. Organizations' own page has the list, and was not readable: no absence from this
 * one is proof, so it is a warning.
 */
const UNDER_RESOURCE_CONTROL: Readonly<Record<string, string>> = {
  kms: "KMS Developer Guide, Resource control policies",
  s3: "Organizations User Guide, Resource control policies",
  secretsmanager: "Organizations User Guide, Resource control policies",
  sqs: "Organizations User Guide, Resource control policies",
  sts: "Organizations User Guide, Resource control policies",
  dynamodb: "Service Authorization Reference, 2026-09-26",
  ecr: "Service Authorization Reference, 2026-09-26",
  firehose: "Service Authorization Reference, 2026-09-26",
  logs: "Service Authorization Reference, 2026-09-26",
  aoss: "our reading of AWS's announcements",
  "cognito-identity": "our reading of AWS's announcements",
  "cognito-idp": "our reading of AWS's announcements",
};

const isUnderResourceControl = (prefix: string): boolean => Object.hasOwn(UNDER_RESOURCE_CONTROL, prefix.toLowerCase());

function formFault(value: string, colon: number, name: string): string | undefined {
  if (value === "") return "an empty action";
  if (colon < 0) return `${shown(value)} has no service prefix`;
  if (name === "") return `${shown(value)} has no name after the colon`;
  return name.includes(":") ? `${shown(value)} has more than one colon` : undefined;
}

/** What was probably meant, where one character tells. */
function correction(value: string): string {
  const meant = /^(kms)[=./ ]([A-Za-z*?]{1,60})$/i.exec(value);
  if (meant !== null) return `did you mean \`${meant[1]}:${meant[2]}\`?`;
  return /^[A-Z][A-Za-z*?]{0,60}$/.test(value)
    ? `write the service before it: \`kms:${value}\``
    : "write `service:Name`, such as `kms:Decrypt`";
}
