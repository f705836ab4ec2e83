import { RESOURCE_NAMES } from "../cases/policy-set.ts";
import { resourceTypeOf } from "../estate/policy-documents.ts";
import { nextName, type PageDocument, type Role } from "./documents.ts";
import type { PageQuestion, PageState } from "./state.ts";

/** The scenes of the guides (`fixtures/policies/scenes.json`): cases whose policies are paths of documents. */
export type Scene = { readonly name: string; readonly about: string; readonly cases: readonly SceneCase[] };
type Paths = string | readonly Paths[];
export type SceneCase = {
  readonly name: string;
  readonly case: {
    readonly request: PageQuestion;
    readonly policies?: Readonly<Record<string, Paths>>;
    readonly grants?: unknown;
    readonly key?: unknown;
  };
  readonly expect: { readonly outcome: string };
};

/** The flows of a service (`fixtures/flows`): a world, and calls of the service that are put to it. */
export type FlowFixture = {
  readonly about: string;
  readonly world: object;
  readonly cases: readonly {
    readonly name: string;
    readonly flow: string;
    readonly principal: PageQuestion["principal"];
    readonly key: string;
    readonly parameters?: NonNullable<PageQuestion["flow"]>["parameters"];
    readonly context?: NonNullable<PageQuestion["context"]>;
  }[];
};

/** Something to begin with: what it is about, and the questions in it. */
export type Example = {
  readonly name: string;
  readonly about: string;
  readonly questions: readonly { readonly name: string; readonly state: PageState }[];
};

const ROLE_OF: Readonly<Record<string, Role>> = {
  resource: "key-policy",
  identity: "identity",
  boundary: "boundary",
  session: "session",
  serviceControl: "scp",
  resourceControl: "rcp",
  endpoint: "endpoint",
};

/** A scene, each of its cases as what the page shows. `texts`: the documents, by path. */
export function exampleOfScene({ name, about, cases }: Scene, texts: Readonly<Record<string, string>>): Example {
  return { name: name.replaceAll("-", " "), about, questions: cases.map((one) => ({ name: one.name, state: stateOfScene(one, texts) })) };
}

function stateOfScene({ case: { request, policies = {}, grants, key } }: SceneCase, texts: Readonly<Record<string, string>>): PageState {
  const documents: PageDocument[] = [];
  const resource = RESOURCE_NAMES[resourceTypeOf(request.action, request.resource)];
  const add = (role: Role, text: string, level?: number) => {
    const name = role === "key-policy" ? resource : nextName(documents, role, level);
    documents.push({ role, name, text, ...(level !== undefined && { level }) });
  };
  for (const [slot, paths] of Object.entries(policies)) {
    const role = ROLE_OF[slot];
    if (role === undefined) continue;
    [paths].flat().forEach((path, i) => {
      const levelled = role === "scp" || role === "rcp";
      for (const one of [path].flat(2)) add(role, texts[one as string] ?? "", levelled ? i + 1 : undefined);
    });
  }
  if (grants !== undefined) add("grants", `${JSON.stringify(grants, undefined, 2)}\n`);
  if (key !== undefined) add("key", `${JSON.stringify(key, undefined, 2)}\n`);
  return { v: 1, documents, question: request };
}

/** The flows of a service, as what the page shows. */
export function exampleOfFlows({ about, world, cases }: FlowFixture): Example {
  const text = `${JSON.stringify(world, undefined, 2)}\n`;
  return {
    name: (cases[0]?.flow ?? "").split(".")[0] ?? "",
    about,
    questions: cases.map(({ name, flow, principal, key, parameters = {}, context }) => ({
      name,
      state: {
        v: 1,
        documents: [{ role: "world", name: "world.yaml", text }],
        question: { principal, action: "", resource: key, flow: { name: flow, parameters }, ...(context && { context }) },
      },
    })),
  };
}
