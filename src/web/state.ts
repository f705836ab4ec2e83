import { CIRCUMSTANCES, PRINCIPAL } from "../authz/members-of-requests.ts";
import { isInOrder, listOf, type Members, NUMBER, needed, OBJECT, objectOf, oneOf, TEXT } from "../base/members.ts";
import { defaultKeyPolicyText } from "../catalog/default-key-policy.ts";
import type { FlowParameters } from "../catalog/flow-requests.ts";
import type { Request } from "../iam/request.ts";
import { type PageDocument, ROLE_NAMES } from "./documents.ts";

/** What is asked: of a case an engine's request, of a world in its short names. `flow`: in place of the action, a call of a service. */
export type PageQuestion = Omit<Request, "principal"> & {
  readonly principal: Request["principal"];
  readonly endpoint?: string | undefined; // of a world: its short name
  readonly flow?: { readonly name: string; readonly parameters: FlowParameters } | undefined;
};

/** Everything that a page shows and a link holds. `base`: the documents that the present ones are compared with. */
export type PageState = {
  readonly v: 1;
  readonly documents: readonly PageDocument[];
  readonly question: PageQuestion;
  readonly base?: readonly PageDocument[];
};

const DOCUMENTS = listOf(
  objectOf({ role: needed(oneOf(...ROLE_NAMES)), name: needed(TEXT), text: needed(TEXT), level: NUMBER } satisfies Record<
    keyof PageDocument,
    Members[string]
  >),
);

const STATE: Members = {
  v: needed({ is: (value) => value === 1, words: "1" }),
  documents: needed(DOCUMENTS),
  question: needed(
    objectOf({
      principal: needed(PRINCIPAL),
      action: needed(TEXT),
      resource: needed(TEXT),
      endpoint: TEXT,
      flow: objectOf({ name: needed(TEXT), parameters: needed(OBJECT) }),
      ...CIRCUMSTANCES,
    }),
  ),
  base: DOCUMENTS,
};

const MOST_DOCUMENTS = 200;

/** The state that a value from outside is; undefined for anything else. What its texts say is looked at where they are read. */
export function stateIn(value: unknown): PageState | undefined {
  if (!isInOrder(value, STATE)) return undefined;
  const state = value as PageState;
  const isOwnNames = (documents: readonly PageDocument[]) => new Set(documents.map(({ name }) => name)).size === documents.length;
  const all = [state.documents, state.base ?? []];
  return all.every((documents) => documents.length <= MOST_DOCUMENTS && isOwnNames(documents)) ? state : undefined;
}

const HOME = { partition: "aws", account: "111122223333" };
const KEY = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

/** The key policy that AWS gives a key by itself, and nothing asked yet. */
export const EMPTY_STATE: PageState = {
  v: 1,
  documents: [{ role: "key-policy", name: "key policy", text: `${defaultKeyPolicyText(HOME)}\n` }],
  question: { principal: "", action: "", resource: "" },
};

/** What the fields show, greyed, while nothing is asked. */
export const SAMPLE = { principal: "arn:aws:iam::111122223333:role/app", action: "kms:Decrypt", resource: KEY };

/** Whether enough is told to ask. */
export const isAsked = ({ principal, action, resource, flow }: PageQuestion): boolean =>
  (typeof principal === "string" ? principal : principal.arn) !== "" && (flow !== undefined || action !== "") && resource !== "";
