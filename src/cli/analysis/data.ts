import type { DataAccess } from "../../analysis/data/readers.ts";
import { nearest } from "../../base/nearest.ts";
import { listed, shown } from "../../base/text.ts";
import { DATA_FLOWS, dataFlowNamed } from "../../catalog/data/flows.ts";
import { dataTarget } from "../../estate/data/target.ts";
import type { World } from "../../estate/world.ts";
import { dataAccessJson, dataAccessNdjson, dataAccessText } from "../../report/data/access.ts";
import { knownIn } from "../../report/review/statements.ts";
import type { ExitCode, Io } from "../command.ts";
import { readFormats } from "../formats/formats.ts";
import { writeAnswer } from "../formats/write.ts";
import { readingIn } from "../import-options.ts";
import type { Options } from "../options.ts";
import { refuse } from "../refusal.ts";
import { tell } from "../talk.ts";
import { type NamedWorld, worldAt } from "./worlds.ts";

type Asked = { readonly flow: string; readonly on: string };

/**
 * The world of a question about data, in which flow and resource are there.
 *
 * @throws {Refusal} for a flow or a resource that is not known, and for a flow that the resource does not have.
 */
export async function dataSubject(options: Options, place: string, io: Io, { flow, on }: Asked): Promise<NamedWorld> {
  const path = options.get("world");
  if (path === undefined)
    throw refuse("KW010", place, "no world is given", "give one by `--world FILE`; its `resources` say what data lies in");
  const subject = await worldAt(path, undefined, await readingIn(options, io));
  await tell(subject.warnings, io);
  const target = dataTarget(on, subject.world.lookup);
  if (!target.ok) throw refuse("KW501", place, target.error.message, target.error.help);
  const { resource } = target.value;
  const row = dataFlowNamed(flow)?.row;
  const known = Object.entries(DATA_FLOWS).flatMap(([name, { on: kinds }]) => (kinds.includes(resource.kind.name) ? [name] : []));
  if (row === undefined || !row.on.includes(resource.kind.name)) {
    const near = nearest(flow, known);
    const help = near === undefined ? `of ${resource.kind.called} there are ${listed(known.slice(0, 8))}` : `did you mean \`${near}\`?`;
    throw refuse(
      "KW501",
      place,
      row === undefined ? `no flow is called ${shown(flow)}` : `${flow} is not a flow of ${resource.kind.called}`,
      help,
    );
  }
  return subject;
}

const NOTHING = { keys: [], policies: [] };

type Told = Omit<Parameters<typeof dataAccessText>[1], "colors">;

/** Writes an answer about data, in the formats that it has. */
export async function writeData(access: DataAccess, told: Told, options: Options, command: "who-can" | "can", io: Io): Promise<ExitCode> {
  if (options.has("via-roles"))
    throw refuse(
      "KW001",
      "--via-roles",
      "steps through roles are of keys, not of data",
      "ask of the role itself: `kmsward can ROLE --data`",
    );
  const formats = readFormats(options, command, io.env);
  await writeAnswer(
    {
      text: (colors) => dataAccessText(access, { ...told, colors }),
      json: () => dataAccessJson(access),
      ndjson: () => dataAccessNdjson(access),
      review: async (setting) => {
        const { dataAccessReview } = await import("../../report/review/data.ts");
        const { title, subject } = told;
        return dataAccessReview(access, {
          ...setting,
          command,
          title,
          subject,
          known: subject.world === undefined ? NOTHING : knownIn(subject.world as World),
        });
      },
    },
    formats,
    io,
  );
  return options.has("strict") && access.undecided.length > 0 ? 3 : 0;
}
