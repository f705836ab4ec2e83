// What of the project's published files is in the pages, as the module `virtual:published`: the schemas by which editors complete, and as examples the
// scenes of the guides, with the documents that they name, and the flows of services. Whatever else those files say stays outside.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const NAME = "virtual:published";

export const publishedModule = (root) => ({
  name: "published",
  resolveId: (source) => (source === NAME ? `\0${NAME}` : undefined),
  load(id) {
    if (id !== `\0${NAME}`) return undefined;
    return Object.entries(published(root))
      .map(([name, value]) => `export const ${name} = /* @__PURE__ */ JSON.parse(${JSON.stringify(JSON.stringify(value))});`)
      .join("\n");
  },
});

/** The same as a value. */
export function published(root) {
  const text = (path) => readFileSync(join(root, path), "utf8");
  const json = (path) => JSON.parse(text(path));
  const { scenes } = json("fixtures/policies/scenes.json");
  const documents = Object.fromEntries([...pathsIn(scenes)].sort().map((path) => [path, text(`fixtures/policies/${path}`)]));
  const flows = readdirSync(join(root, "fixtures/flows"))
    .sort()
    .map((name) => json(`fixtures/flows/${name}`))
    .map(({ about, world, cases }) => ({ about, world, cases: cases.slice(0, 4).map(({ source: _, basis: __, ...rest }) => rest) }));
  const [policy, world, grants] = ["policy", "world", "case"].map((name) => json(`schemas/${name}.schema.json`));
  return { schemas: { policy, world, case: grants }, scenes, documents, flows };
}

/** Of the documents that scenes name. */
function pathsIn(scenes) {
  const found = new Set();
  const walk = (value) => {
    if (typeof value === "string") found.add(value);
    else if (Array.isArray(value)) value.forEach(walk);
  };
  for (const { cases } of scenes) for (const each of cases) Object.values(each.case.policies ?? {}).forEach(walk);
  return found;
}
