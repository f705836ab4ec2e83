import type { Run } from "./inputs.ts";

/** Why there is no comment, in words; undefined where there is one, or none is needed. */
export type CommentResult = { readonly url?: string; readonly because?: string };

type Asked = {
  readonly run: Run;
  readonly token: string;
  readonly category: string; // tells comments of several runs apart
  readonly body: string;
  readonly isClean: boolean; // nothing to say: then no comment is made, but one that is there is brought up to date
};

type Comment = {
  readonly id: number;
  readonly body?: string;
  readonly html_url?: string;
  readonly user?: { readonly login?: string; readonly type?: string };
};

const MOST_PAGES = 10;
const PATIENCE_MS = 20_000;

/**
 * One comment a pull request, which later runs write anew: found by a mark in its first line, and by who wrote it, since anybody can write the mark. A run
 * that may not comment, as those of forks, says why and is none the worse.
 */
export async function comment({ run, token, category, body, isClean }: Asked): Promise<CommentResult> {
  const { pullRequest, repository, api } = run;
  if (pullRequest === undefined) return { because: "this run is not of a pull request" };
  if (token === "") return { because: "there is no token: give `token`, which is the workflow's by default" };
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) return { because: "the runner does not say which repository this is" };
  const mark = `<!-- kmsward:${category.replace(/[^\w./-]/g, "_")} -->`;
  const call = async (method: string, path: string, data?: object): Promise<unknown> => {
    const response = await fetch(`${api}${path}`, {
      method,
      redirect: "error", // the token goes to the API and nowhere else
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: {
        accept: "application/vnd.github+json",
        authorization: `Bearer ${token}`,
        "user-agent": "kmsward",
        "x-github-api-version": "2022-11-28",
        ...(data !== undefined && { "content-type": "application/json" }),
      },
      ...(data !== undefined && { body: JSON.stringify(data) }),
    });
    if (!response.ok) throw new Refused(response.status);
    return response.json();
  };
  try {
    const issue = `/repos/${repository}/issues`;
    const known = await ours(call, `${issue}/${pullRequest}/comments`, mark);
    const text = `${mark}\n${body}`;
    if (known === undefined && isClean) return {};
    const written =
      known === undefined
        ? await call("POST", `${issue}/${pullRequest}/comments`, { body: text })
        : known.body === text
          ? known
          : await call("PATCH", `${issue}/comments/${known.id}`, { body: text });
    const { html_url: url } = written as Comment;
    return url === undefined ? {} : { url };
  } catch (error) {
    if (!(error instanceof Refused))
      return { because: `GitHub could not be asked: ${error instanceof Error ? error.message : String(error)}` };
    const why =
      error.status === 403 || error.status === 404
        ? "the token may not comment, as in runs of forks; `pull-requests: write` lets it"
        : "GitHub refused it";
    return { because: `${why} (${error.status})` };
  }
}

class Refused extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`status ${status}`);
    this.status = status;
  }
}

async function ours(call: (method: string, path: string) => Promise<unknown>, path: string, mark: string): Promise<Comment | undefined> {
  const login = await ownLogin(call);
  for (let page = 1; page <= MOST_PAGES; page++) {
    const found = await call("GET", `${path}?per_page=100&page=${page}`);
    const comments = Array.isArray(found) ? (found as readonly Comment[]) : [];
    const own = comments.find(
      ({ body, user }) => body?.split("\n", 1)[0]?.trim() === mark && (login === undefined ? user?.type === "Bot" : user?.login === login),
    );
    if (own !== undefined) return own;
    if (comments.length < 100) return undefined;
  }
  return undefined;
}

/** Whose token it is; of a workflow's own, which may not ask, a bot's. */
async function ownLogin(call: (method: string, path: string) => Promise<unknown>): Promise<string | undefined> {
  try {
    const { login } = (await call("GET", "/user")) as { readonly login?: unknown };
    return typeof login === "string" ? login : undefined;
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}
