import { type Instance, placeOf, wordAt } from "./instance.ts";
import { asWord } from "./members.ts";
import { namesOf, type Writer } from "./writer.ts";

/** A VPC endpoint to KMS. Without a policy everything may pass (AWS PrivateLink Guide, endpoint policies). */
export function writeEndpoint(writer: Writer, instance: Instance): void {
  const service = wordAt(instance, "service_name");
  if (instance.life === "goes" || service === undefined || !/\.kms(?:-fips)?$/.test(service)) return;
  const id =
    wordAt(instance, "id") ??
    writer.sides.invented(`vpce-${writer.attributes.keyId(instance).replaceAll("-", "").slice(0, 17)}`, `${instance.id}.id`, "vpce-");
  const [own] = writer.estate.ofType("aws_vpc_endpoint_policy").filter((one) => one.life !== "goes" && isOf(writer, one, instance));
  const holder = own ?? instance;
  const at = placeOf(holder, "policy");
  const policy = writer.policyValue(writer.policies.of(holder, "policy"), "endpoint", holder.id, at, asWord(holder.was?.policy));
  const vpc = wordAt(instance, "vpc_id");
  writer.draft.endpoint({ id, names: namesOf(instance), ...(vpc?.startsWith("vpc-") && { vpc }), policy });
}

function isOf(writer: Writer, policy: Instance, endpoint: Instance): boolean {
  const id = wordAt(policy, "vpc_endpoint_id");
  if (id !== undefined) return id === wordAt(endpoint, "id");
  return writer.targets(policy, "vpc_endpoint_id", ({ type }) => type === "aws_vpc_endpoint").some((target) => target.id === endpoint.id);
}
