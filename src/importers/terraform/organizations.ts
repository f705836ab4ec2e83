import type { Control } from "../draft-organization.ts";
import { identityOf, textOf } from "../leaf.ts";
import type { Instance } from "./instance.ts";
import { placeOf, wordAt } from "./instance.ts";
import { asWord, objectsIn } from "./members.ts";
import type { Writer } from "./writer.ts";

const CONTROLS: Readonly<Record<string, { readonly control: Control; readonly type: "service-control" | "resource-control" }>> = {
  SERVICE_CONTROL_POLICY: { control: "serviceControl", type: "service-control" },
  RESOURCE_CONTROL_POLICY: { control: "resourceControl", type: "resource-control" },
};

/** The organization, its units and accounts, as resources and as data sources read them. */
export function writeOrganization(writer: Writer, instance: Instance): void {
  const { organization } = writer.draft;
  const { values, type } = instance;
  if (instance.life === "goes") return;
  if (type === "aws_organizations_organization") {
    const id = wordAt(instance, "id");
    if (id?.startsWith("o-")) organization.organization(id, wordAt(instance, "master_account_id"));
    for (const root of objectsIn(values.roots))
      if (asWord(root.id) !== undefined) organization.node(String(root.id), asWord(root.name) ?? "Root");
    return;
  }
  const id = textOf(writer.attributes.of(instance, "id"));
  const [target] = wordAt(instance, "parent_id") === undefined ? writer.targets(instance, "parent_id", () => true) : [];
  const parent = wordAt(instance, "parent_id") ?? (target === undefined ? undefined : textOf(writer.attributes.of(target, "id")));
  if (id !== undefined && /^(?:ou-|[0-9]{12}$)/.test(id)) organization.node(id, wordAt(instance, "name") ?? id, parent);
}

/** What is attached where. Policies of other types than control policies have no say. */
export function writeControlAttachment(writer: Writer, instance: Instance): void {
  if (instance.life === "goes" && instance.values.skip_destroy !== true) return;
  const id = wordAt(instance, "policy_id");
  const policy =
    id === undefined
      ? writer.targets(instance, "policy_id", ({ type }) => type === "aws_organizations_policy")[0]
      : writer.estate.ofType("aws_organizations_policy").find((one) => wordAt(one, "id") === id);
  const target = wordAt(instance, "target_id") ?? targetOf(writer, instance);
  if (policy === undefined && id !== undefined && /FullAWSAccess$/.test(id)) {
    if (target !== undefined && !id.includes("RCP")) writer.draft.organization.attach(target, "serviceControl", id, "FullAWSAccess");
    return;
  }
  if (policy === undefined || target === undefined) {
    writer.undecided(instance, policy === undefined ? "policy_id" : "target_id", "which policy it attaches to what is not known");
    return;
  }
  const row = CONTROLS[wordAt(policy, "type") ?? "SERVICE_CONTROL_POLICY"];
  if (row === undefined) return;
  const at = placeOf(policy, "content");
  const value =
    writer.policyValue(writer.policies.of(policy, "content"), row.type, policy.id, at, asWord(policy.was?.content)) ??
    writer.sides.policyUnknown(policy.id, "the document does not show it", at);
  const name = wordAt(policy, "name") ?? policy.name;
  writer.draft.organization.attach(target, row.control, policy.id, "unknown" in value ? value : { name, document: value });
  if (row.control !== "serviceControl") return;
  writer.draft.organization.attach(target, "serviceControl", "FullAWSAccess", "FullAWSAccess");
  writer.sides.assumptions.set("assumed:FullAWSAccess", {
    id: "assumed:FullAWSAccess",
    text: "FullAWSAccess, which AWS Organizations attaches by itself, is attached wherever another service control policy is",
    at,
  });
}

function targetOf(writer: Writer, instance: Instance): string | undefined {
  const [target, ...more] = writer.targets(instance, "target_id", ({ type }) => type.startsWith("aws_organizations_"));
  return target === undefined || more.length > 0 ? undefined : identityOf(writer.attributes.of(target, "id"));
}

/** Policies that bind nobody whom the documents place in an organization. */
export function finishOrganization(writer: Writer): void {
  const { organization } = writer.draft;
  if (writer.side === "before") return;
  for (const target of organization.loose)
    writer.sides.tell(
      "KW806",
      { file: target, pointer: "" },
      `policies of the organization are attached to ${target.slice(0, 40)}, and the document does not say where that is in the organization`,
      'read the organization in the same configuration (`data "aws_organizations_organization"`), or add it to the world',
    );
}
