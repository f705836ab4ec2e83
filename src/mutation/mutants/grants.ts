import { shown } from "../../base/text.ts";
import { grantOperationsFor } from "../../catalog/grant-operations.ts";
import type { WorldKey } from "../../estate/estate.ts";
import type { World } from "../../estate/world.ts";
import { parseArn } from "../../iam/arn.ts";
import type { Grant } from "../../iam/request.ts";
import { type Mutant, type Part, renderedDiff, type Subject } from "./mutant.ts";
import type { Surroundings } from "./site.ts";

type GrantDraft = { readonly what: string; readonly grant: Grant | undefined };
type GrantMutator = {
  readonly name: string;
  readonly does: string;
  readonly drafts: (grant: Grant, key: WorldKey, around: Surroundings) => readonly GrantDraft[];
};

/** What can go wrong when a person makes a grant (KMS Developer Guide, Grants in AWS KMS), a line each. */
// biome-ignore format: a table reads as a table
export const GRANT_MUTATORS: readonly GrantMutator[] = [
  { name: "drop-grant",            does: "takes a grant away",                          drafts: () => [{ what: "without the grant", grant: undefined }] },
  { name: "drop-grant-operation",  does: "takes one of several operations out",         drafts: dropOperation },
  { name: "add-grant-operation",   does: "allows one operation more",                   drafts: addOperation },
  { name: "drop-constraint",       does: "takes a constraint, or a pair of one, out",   drafts: dropConstraint },
  { name: "loosen-constraint",     does: "makes EncryptionContextEquals …Subset",       drafts: loosenConstraint },
  { name: "swap-grantee",          does: "grants to the account, or to a neighbour",    drafts: swapGrantee },
];

function dropOperation(grant: Grant): readonly GrantDraft[] {
  if (grant.Operations.length === 1) return [];
  return grant.Operations.map((operation, i) => ({
    what: `without the operation ${shown(operation)}`,
    grant: { ...grant, Operations: grant.Operations.filter((_, at) => at !== i) },
  }));
}

/** The two of most weight that it has not. */
const WEIGHTY = [
  "Decrypt",
  "CreateGrant",
  "Sign",
  "Encrypt",
  "GenerateDataKey",
  "GenerateMac",
  "DeriveSharedSecret",
  "Decapsulate",
  "Verify",
  "VerifyMac",
];

function addOperation(grant: Grant, { spec, usage }: WorldKey): readonly GrantDraft[] {
  const possible = new Set<string>(grantOperationsFor({ spec, usage }));
  const more = WEIGHTY.filter((operation) => possible.has(operation) && !grant.Operations.includes(operation)).slice(0, 2);
  return more.map((operation) => ({
    what: `with the operation ${shown(operation)}`,
    grant: { ...grant, Operations: [...grant.Operations, operation] },
  }));
}

const CONTEXTS = ["EncryptionContextEquals", "EncryptionContextSubset"] as const;

function dropConstraint(grant: Grant): readonly GrantDraft[] {
  const { Constraints: constraints } = grant;
  if (constraints === undefined) return [];
  const drafts = CONTEXTS.flatMap((member) => {
    const pairs = Object.entries(constraints[member] ?? {});
    if (constraints[member] === undefined) return [];
    const fewer =
      pairs.length < 2
        ? []
        : pairs.map(([key]) => ({
            what: `${member} without ${shown(key)}`,
            grant: constrained(grant, { ...constraints, [member]: Object.fromEntries(pairs.filter(([name]) => name !== key)) }),
          }));
    return [...fewer, { what: `without ${member}`, grant: without(grant, member) }];
  });
  return constraints.SourceArn === undefined ? drafts : [...drafts, { what: "without SourceArn", grant: without(grant, "SourceArn") }];
}

function loosenConstraint(grant: Grant): readonly GrantDraft[] {
  const { EncryptionContextEquals: pairs, ...others } = grant.Constraints ?? {};
  if (pairs === undefined) return [];
  return [
    { what: "EncryptionContextEquals → EncryptionContextSubset", grant: constrained(grant, { ...others, EncryptionContextSubset: pairs }) },
  ];
}

type Constraints = NonNullable<Grant["Constraints"]>;

function without(grant: Grant, member: keyof Constraints): Grant {
  const { [member]: _, ...others } = grant.Constraints ?? {};
  return constrained(grant, others);
}

function constrained({ Constraints: _, ...grant }: Grant, constraints: Constraints): Grant {
  return Object.keys(constraints).length === 0 ? grant : { ...grant, Constraints: constraints };
}

function swapGrantee(grant: Grant, _: WorldKey, { principals }: Surroundings): readonly GrantDraft[] {
  const { GranteePrincipal: grantee } = grant;
  const arn = grantee === undefined ? undefined : parseArn(grantee);
  if (grantee === undefined || arn === undefined || arn.account === "") return [];
  const root = `arn:${arn.partition}:iam::${arn.account}:root`;
  const neighbour = principals.find((principal) => principal !== grantee);
  return [root, neighbour].flatMap((other) =>
    other === undefined || other === grantee ? [] : [{ what: `granted to ${shown(other)}`, grant: { ...grant, GranteePrincipal: other } }],
  );
}

/** The grants of all keys: one that several worlds have, of the same file, is one. */
export function grantMutants(worlds: readonly World[], around: Surroundings): readonly Mutant[] {
  const found = new Map<
    string,
    { readonly key: WorldKey; readonly index: number; readonly uses: { readonly world: World; readonly grant: Grant }[] }
  >();
  for (const world of worlds) {
    for (const key of world.estate.keys) {
      key.grants.forEach((grant, index) => {
        const name = JSON.stringify([key.at.file, key.at.pointer, key.arn, index, grant]);
        const known = found.get(name) ?? { key, index, uses: [] };
        known.uses.push({ world, grant });
        found.set(name, known);
      });
    }
  }
  return [...found.values()].flatMap(({ key, index, uses }) => mutantsOf(key, index, uses, around));
}

function mutantsOf(
  key: WorldKey,
  index: number,
  uses: readonly { readonly world: World; readonly grant: Grant }[],
  around: Surroundings,
): readonly Mutant[] {
  const [first] = uses;
  if (first === undefined) return [];
  const { grant } = first;
  const at = { ...key.at, pointer: `${key.at.pointer}/grants/${index}` };
  const subject: Subject = { name: `grants of ${key.name}`, type: "grant", file: at.file, pointer: `${key.at.pointer}/grants` };
  return GRANT_MUTATORS.flatMap(({ name, drafts }) =>
    drafts(grant, key, around).map(
      ({ what, grant: changed }): Mutant => ({
        mutator: name,
        what: `${what} in grant ${shown(grant.Name ?? grant.GrantId)}`,
        subject,
        at,
        parts: uses.map(({ world, grant: own }): Part => ({ world, change: { grants: new Map([[own, changed]]) }, touches: [own] })),
        isEquivalent: () => false,
        diff: () => renderedDiff(at, asWritten(grant), changed && asWritten(changed)),
        focus: { grants: changed === undefined ? [grant] : [grant, changed], keyArn: key.arn },
      }),
    ),
  );
}

/** As people write it in a world. */
const asWritten = ({
  GrantId,
  Name,
  GranteePrincipal,
  GranteeServicePrincipal,
  Operations,
  Constraints,
  RetiringPrincipal,
}: Grant): object => ({
  ...(Name === undefined ? { id: GrantId } : { name: Name }),
  grantee: GranteeServicePrincipal ?? GranteePrincipal,
  operations: Operations,
  ...(Constraints && { constraints: Constraints }),
  ...(RetiringPrincipal !== undefined && { retiring: RetiringPrincipal }),
});
