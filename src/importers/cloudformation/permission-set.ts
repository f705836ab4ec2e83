import type { Place } from "../../base/diagnostic.ts";
import { madeKeyId } from "../../world/made-key-id.ts";
import type { HeldPolicy, WorldDraft } from "../draft.ts";
import { identityOf, joined, type Leaf, textOf } from "../leaf.ts";
import { isNamedInFull, policyOfAccount, reservedName, reservedRole } from "../reserved-roles.ts";
import type { Sides } from "../sides.ts";
import type { Resource, Stack } from "./stack.ts";
import { itemsIn, leafOf, memberIn, textValue, type Value } from "./value.ts";
import type { StackWriter } from "./write-stack.ts";

/** The accounts in which permission sets are assigned, in all stacks of an import: by the set's ARN. */
export class Assignments {
  readonly #accounts = new Map<string, Map<string, Leaf>>();

  add(set: Leaf, account: Leaf): void {
    const own = this.#accounts.get(identityOf(set)) ?? new Map<string, Leaf>();
    this.#accounts.set(identityOf(set), own.set(identityOf(account), account));
  }

  of(set: Leaf): readonly Leaf[] {
    return [...(this.#accounts.get(identityOf(set))?.values() ?? [])];
  }
}

export type SetContext = {
  readonly stack: Stack;
  readonly sides: Sides;
  readonly drafts: readonly WorldDraft[];
  readonly assignments: Assignments;
  readonly names: readonly [string, ...string[]];
  readonly at: Place;
};

/**
 * A permission set of IAM Identity Center: in each account that it is assigned in it is a role, whose name ends in digits that AWS makes up.
 *
 * Source: CloudFormation Template Reference, AWS::SSO::PermissionSet and AWS::SSO::Assignment.
 */
export function writePermissionSet(resource: Resource, writer: StackWriter, context: SetContext): void {
  const { stack, sides, drafts, names, at } = context;
  const { pointer, logical } = resource;
  const set = leafOf(stack.attribute(logical, "PermissionSetArn"));
  const assigned = set === undefined ? [] : context.assignments.of(set);
  if (assigned.length === 0)
    sides.tell(
      "KW808",
      stack.facts.placeOf(pointer),
      `${names[0]} is assigned nowhere in the templates: the account of its role stands as a symbol`,
    );
  const accounts = assigned.length > 0 ? assigned : [hole(stack, resource, "account", "account-id")];
  const called = textOf(leafOf(stack.property(resource, "Name")) ?? "") || logical;
  for (const account of accounts) {
    const arn = writer.written(roleOf(resource, context, account));
    const own = [
      ...(accounts.length > 1 ? [] : names),
      ...names.map((name) => `${name}-${identityOf(account)}`),
      `${called}-${identityOf(account)}`,
    ];
    const inAccount = (reference: Value | undefined, draft: WorldDraft, inner: string): HeldPolicy => {
      const [name, path] = [leafOf(memberIn(reference, "Name")), leafOf(memberIn(reference, "Path")) ?? "/"];
      const what = `a policy of ${names[0]}`;
      if (name === undefined) return writer.unknown(what, "its name is not known", inner);
      return writer.managed(textValue(policyOfAccount(stack.partition, account, path, name)), what, inner, draft);
    };
    const inside = (property: string): string => `${pointer}/Properties/${property}`;
    const inline = stack.property(resource, "InlinePolicy");
    const document =
      inline === undefined ? undefined : writer.policy(inline, "identity", `the inline policy of ${names[0]}`, inside("InlinePolicy"));
    const boundary = stack.property(resource, "PermissionsBoundary");
    for (const draft of drafts) {
      const principal = draft
        .principal(arn, ...own)
        .knows("policies")
        .from(at);
      if (document !== undefined) principal.policy("inline AwsSSOInlinePolicy", document);
      for (const [property, made] of [
        ["ManagedPolicies", (item: Value, inner: string) => writer.managed(item, `a policy of ${names[0]}`, inner, draft)],
        ["CustomerManagedPolicyReferences", (item: Value, inner: string) => inAccount(item, draft, inner)],
      ] as const)
        itemsIn(stack.property(resource, property)).forEach((item, i) => {
          principal.policy(`${property} ${i}`, made(item, `${inside(property)}/${i}`));
        });
      if (boundary === undefined) principal.seen("boundary");
      else {
        const managed = memberIn(boundary, "ManagedPolicyArn");
        const inner = inside("PermissionsBoundary");
        principal.boundary(
          managed === undefined
            ? inAccount(memberIn(boundary, "CustomerManagedPolicyReference"), draft, inner)
            : writer.managed(managed, `the boundary of ${names[0]}`, inner, draft),
        );
      }
    }
  }
}

function hole(stack: Stack, { logical, pointer }: Resource, what: string, type: "account-id" | "string"): Leaf {
  const name = stack.called(`${logical}.${what}`);
  return stack.facts.holes.hole(
    name,
    `${logical}.${what}`,
    { type, from: `the ${what} of the role of ${stack.called(logical)}` },
    stack.facts.placeOf(pointer),
  );
}

/** The digits are made up where no document has more of the name than its beginning; otherwise they may be those. */
function roleOf(resource: Resource, { stack, sides }: SetContext, account: Leaf): Leaf {
  const name = reservedName(leafOf(stack.property(resource, "Name")) ?? hole(stack, resource, "name", "string"));
  const known = textOf(name);
  const from = `the role of ${stack.called(resource.logical)} in ${identityOf(account)}`;
  const own =
    known !== undefined && !isNamedInFull(known, sides.texts)
      ? stack.facts.holes.invent(`${known}${madeKeyId(from, false).replaceAll("-", "").slice(0, 16)}`, from, known)
      : joined([name, hole(stack, resource, typeof account === "string" ? `digits in ${account}` : "digits", "string")]);
  return reservedRole(stack.partition, account, stack.facts.region, own);
}
