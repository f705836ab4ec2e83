import type { Place } from "../../base/diagnostic.ts";
import { isPlainObject } from "../../base/json-source.ts";
import { shown } from "../../base/text.ts";
import { folderOf, pathFrom } from "../../world/path.ts";
import type { RecognisedDocument } from "../importer.ts";
import type { Sides } from "../sides.ts";

/** A stack of a cloud assembly. */
export type AssemblyStack = {
  readonly id: string; // what its author calls it: `Prod/Keys` in a stage
  readonly name: string | undefined;
  readonly templateFile: string;
  readonly account: string | undefined;
  readonly region: string | undefined;
  readonly at: Place;
};

export type Assembly = { readonly folder: string; readonly stacks: readonly AssemblyStack[] };

/** The schema that this reads: later ones add members (cloud-assembly-schema of the AWS CDK). */
const NEWEST = 60;

/**
 * The stacks that a manifest of `cdk synth` names. A stage has a manifest of its own in a folder of its own, which is a document like this one.
 *
 * Source: AWS CDK, cloud-assembly-schema.
 */
export function readAssembly(document: RecognisedDocument, sides: Sides): Assembly {
  const { value, file, at } = document;
  const folder = folderOf(file);
  const { version, artifacts } = (isPlainObject(value) ? value : {}) as { readonly version?: unknown; readonly artifacts?: unknown };
  const major = Number.parseInt(String(version), 10);
  if (major > NEWEST)
    sides.tell(
      "KW804",
      at("/version"),
      `the cloud assembly has version ${shown(String(version))}, which is newer than this version of kmsward`,
    );
  const stacks = Object.entries(isPlainObject(artifacts) ? artifacts : {}).flatMap(([id, artifact]): readonly AssemblyStack[] => {
    if (!isPlainObject(artifact) || artifact.type !== "aws:cloudformation:stack") return [];
    const properties = isPlainObject(artifact.properties) ? artifact.properties : {};
    const { templateFile, stackName } = properties;
    const where = at(`/artifacts/${id}`);
    if (typeof templateFile !== "string") {
      sides.tell("KW818", where, `the stack ${shown(id)} names no template`);
      return [];
    }
    const home = /^aws:\/\/([^/]{1,64})\/([^/]{1,64})$/.exec(typeof artifact.environment === "string" ? artifact.environment : "");
    const [account, region] = [home?.[1], home?.[2]];
    const displayName =
      typeof artifact.displayName === "string" ? (/^([^\s]{1,255})(?: \(.{0,255}\))?$/.exec(artifact.displayName)?.[1] ?? id) : id; // `Prod/Keys (Prod-Keys)`
    return [
      {
        id: displayName,
        name: typeof stackName === "string" ? stackName : id,
        templateFile: pathFrom(folder, templateFile),
        account: account !== undefined && /^\d{12}$/.test(account) ? account : undefined,
        region: region === undefined || region.startsWith("unknown-") ? undefined : region,
        at: where,
      },
    ];
  });
  return { folder, stacks };
}
