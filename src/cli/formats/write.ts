import { createHash } from "node:crypto";
import { appendFileSync, mkdirSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import type { ColorFns } from "../../explain/text.ts";
import { Repositories } from "../../files/repository.ts";
import { textReader } from "../../files/text-reader.ts";
import type { PathOf } from "../../report/annotations.ts";
import type { Review } from "../../report/review/review.ts";
import type { TextOf } from "../../report/review/sources.ts";
import type { Io } from "../command.ts";
import { versionIn } from "../commands/version.ts";
import { sinkOf, unreadable } from "../files.ts";
import { colorsFor } from "../talk.ts";
import type { FormatChoice, FormatName } from "./formats.ts";

/** An answer in the forms that a command has of its own; the others are written from its review, which is made when one of them is asked for. */
export type Answer = {
  readonly text: (colors: ColorFns | undefined) => string;
  readonly json: () => string | Promise<string>;
  readonly ndjson: () => string | Promise<string>;
  readonly review: (setting: ReviewSetting) => Review | Promise<Review>;
  readonly suppressed?: boolean; // SARIF also of what is waived
};

/** What every review needs of where the program runs. `draws`: some format has a picture of the access. */
export type ReviewSetting = Pick<Review, "version" | "pathOf"> & { readonly textOf: TextOf; readonly draws: boolean };

type Setting = { readonly io: Io; readonly suppressed: boolean };
type Writer = (review: Review, setting: Setting) => Promise<string>;

// biome-ignore format: a table reads as a table
const WRITERS: Readonly<Record<Exclude<FormatName, "text" | "json" | "ndjson">, Writer>> = {
  markdown: async (review, { io }) => (await import("../../report/formats/markdown.ts")).reviewMarkdown(review, { linkTo: linksOf(io.env, review.pathOf) }),
  html:     async (review) => (await import("../../report/formats/html.ts")).reviewHtml(review, { hash: base64, draw: await (await import("./graphviz.ts")).drawing() }),
  sarif:    async (review, { suppressed }) => (await import("../../report/formats/sarif.ts")).reviewSarif(review, { hash: hex, suppressed, category: categoryOf(review) }),
  junit:    async (review) => (await import("../../report/formats/junit.ts")).reviewJunit(review),
  github,
  gitlab:   async (review) => (await import("../../report/formats/gitlab.ts")).reviewGitlab(review, hex),
  dot:      async (review) => (await import("../../report/formats/graphs.ts")).reviewDot(review),
  svg:      async (review) => (await import("./graphviz.ts")).svgOf((await import("../../report/formats/graphs.ts")).reviewDot(review)),
  mermaid:  async (review) => (await import("../../report/formats/graphs.ts")).reviewMermaid(review),
};

const DRAWN: readonly FormatName[] = ["markdown", "html", "github", "dot", "svg", "mermaid"];

export const hex = (text: string): string => createHash("sha256").update(text).digest("hex");
export const base64 = (text: string): string => createHash("sha256").update(text).digest("base64");

/** Writes an answer in every format that was asked for, each to its place; the folder of a file is made. Files first: who reads standard output finds them. */
export async function writeAnswer(answer: Answer, choices: readonly FormatChoice[], io: Io): Promise<void> {
  if (io.take !== undefined) return io.take(answer);
  let review: Promise<Review> | undefined;
  const made = async (): Promise<Review> => {
    review ??= settingFor(io, choices.some(({ name }) => DRAWN.includes(name))).then((setting) => answer.review(setting)); // biome-ignore format: one step
    return review;
  };
  for (const { name, file } of [...choices].sort((a, b) => Number(a.file === undefined) - Number(b.file === undefined))) {
    const text =
      name === "text"
        ? answer.text(file === undefined ? await colorsFor(io.stdout, io.env) : undefined)
        : name === "json" || name === "ndjson"
          ? await answer[name]()
          : await writeReview(name, await made(), { io, suppressed: answer.suppressed === true });
    if (file !== undefined) makeFolder(file);
    const sink = sinkOf(file, io);
    await sink.write(text);
    await sink.close();
  }
}

/** What a review is made with where the program runs. */
export const settingFor = async (io: Pick<Io, "env" | "root">, draws: boolean): Promise<ReviewSetting> => ({
  version: await versionIn(io.root),
  pathOf: pathsIn(io.env),
  textOf: diskTexts(),
  draws,
});

/** A review in one of the formats that all commands share. */
export const writeReview = (name: keyof typeof WRITERS, review: Review, setting: Setting): Promise<string> =>
  WRITERS[name](review, setting);

/** Annotations for the log; and the job summary, in the file that the runner names for it. */
async function github(review: Review, { io: { env } }: Setting): Promise<string> {
  const [{ reviewAnnotations }, { reviewMarkdown }] = await Promise.all([
    import("../../report/formats/github.ts"),
    import("../../report/formats/markdown.ts"),
  ]);
  const summary = env.GITHUB_STEP_SUMMARY;
  if (summary) {
    try {
      appendFileSync(summary, `${reviewMarkdown(review, { linkTo: linksOf(env, review.pathOf) })}\n`);
    } catch (error) {
      throw unreadable(summary, error, "written");
    }
  }
  return reviewAnnotations(review);
}

function makeFolder(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch (error) {
    throw unreadable(file, error, "written");
  }
}

/** Paths as the repository has them, wherever in it the program runs. */
export function pathsIn(env: Io["env"]): PathOf {
  const root = resolve(env.GITHUB_WORKSPACE || env.CI_PROJECT_DIR || new Repositories().rootOf("x"));
  return (file) => {
    const path = relative(root, resolve(file)).replaceAll("\\", "/");
    return path.startsWith("../") ? resolve(file).replaceAll("\\", "/") : path;
  };
}

/** The texts of files on the disk, each read once; of what cannot be read there is none. */
export function diskTexts(): TextOf {
  const read = textReader();
  return (file) => {
    try {
      return read(file);
    } catch {
      return undefined;
    }
  };
}

/** Two runs of one commit are told apart by the command and by what it was asked about. */
const categoryOf = ({ command, subject, pathOf }: Review): string => {
  const about = subject.split(" → ").at(-1) ?? "";
  return `${command}/${/^[\w./-]+$/.test(about) ? pathOf(about).replace(/^\/+/, "") : ""}`;
};

/** Where GitHub shows a line of the commit that is checked. */
export function linksOf(env: Io["env"], pathOf: PathOf): ((file: string, line: number | undefined) => string | undefined) | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: sha } = env;
  if (!server || !repository || !sha) return undefined;
  return (file, line) => {
    const path = pathOf(file);
    if (path.startsWith("/")) return undefined;
    const steps = path.split("/").map((step) => encodeURIComponent(step).replace(/[()]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`));
    return `${server}/${repository}/blob/${sha}/${steps.join("/")}${line === undefined ? "" : `#L${line}`}`;
  };
}
