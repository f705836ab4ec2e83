import type { ActionName } from "../actions.ts";
import type { GrantOperation } from "../grant-operations.ts";
import type { Page } from "./pages.ts";

/**
 * What an integrated service asks of KMS when somebody calls it. In templates `{name}` stands for a parameter of the flow, and `{partition}`, `{region}`
 * and `{account}` for where it happens.
 */
export type Flow = {
  readonly calls: readonly string[]; // "s3:PutObject"; none where the service works by itself
  readonly about: string; // what happens, in a line
  readonly via: Template; // kms:ViaService of what is asked in the caller's name
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly variants?: Readonly<Record<string, Readonly<Record<string, boolean>>>>; // `flow.variant` is the flow with these parameters
  readonly steps: readonly Step[];
  readonly grants?: Readonly<Record<string, GrantTemplate>>;
  readonly open?: string; // what AWS does not document about the flow as a whole
  readonly source: readonly Page[];
};

export type Template = string;

/** What a flow has to be told. One without a default must be given; a key's default is the flow's key, `""` says so. */
export type Parameter =
  | { readonly kind: "text"; readonly default?: Template }
  | { readonly kind: "flag"; readonly default: boolean }
  | { readonly kind: "pairs"; readonly default: Readonly<Record<string, string>> }
  | { readonly kind: "key"; readonly default?: "" }
  | { readonly kind: "principal"; readonly default?: Template };

/**
 * Who asks KMS.
 * - `caller`: the caller of the service, by a forward access session: all of the caller's policies count, kms:ViaService is there;
 * - `caller direct`: the caller, by a call of its own to KMS;
 * - `role`: the role that the parameter `role` names, through the service; `role direct`: by a call of its own;
 * - `service`: the service as a service principal, never with kms:ViaService; it may tell for which resource it works (aws:SourceArn);
 * - `grantee`: whoever a grant of the flow names.
 */
export type Who =
  | "caller"
  | "caller direct"
  | "role"
  | "role direct"
  | { readonly service: Template; readonly sourceArn?: Template; readonly sourceAccount?: Template }
  | { readonly grantee: string };

/** One or more permission checks of KMS that are made alike: each of the actions must be allowed. */
export type Step = {
  readonly actions: readonly ActionName[];
  readonly who: Who;
  readonly key?: string; // the parameter that names the key; the flow's key if not told
  readonly region?: Template; // of kms:ViaService, where it is not the flow's
  readonly context?: Readonly<Record<string, Template>>; // the encryption context; of CreateGrant the grant's constraint has it
  readonly pairs?: string; // the parameter whose pairs the client adds to it
  readonly grant?: string; // the grant that CreateGrant makes
  readonly keys?: Readonly<Record<string, string>>; // condition keys that AWS documents beyond those that follow
  readonly when?: readonly string[]; // flags that must be set, or, after `!`, must not: else the step is left out
  readonly needed?: string; // AWS makes the check only then; absent: always
  readonly unknown?: readonly string[]; // condition keys whose value AWS does not document: policies that need them are undetermined
  readonly open?: string; // what AWS does not document, or what is our reading
  readonly source: readonly Page[];
};

export type GrantTemplate = {
  readonly grantee: Template;
  readonly operations: readonly GrantOperation[];
  readonly constraint?: { readonly EncryptionContextSubset: Pairs } | { readonly EncryptionContextEquals: Pairs };
  readonly retiring?: Template;
  readonly ends: string; // when the service retires it
  readonly unknown?: readonly GrantFact[]; // which of this AWS does not document
  readonly source: readonly Page[];
};
export type GrantFact = "grantee" | "operations" | "constraint" | "retiring" | "ends";
type Pairs = Readonly<Record<string, Template>>;

/** Parameters as the tables write them. */
export const text: Parameter = { kind: "text" };
export const textOr = (template: Template): Parameter => ({ kind: "text", default: template });
export const yes: Parameter = { kind: "flag", default: true };
export const no: Parameter = { kind: "flag", default: false };
export const pairs: Parameter = { kind: "pairs", default: {} };
export const otherKey: Parameter = { kind: "key", default: "" };
export const principal: Parameter = { kind: "principal" };
