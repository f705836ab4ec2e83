// Makes the declarations of the package readable: comments beside members become documentation that editors show, and types that the sources infer from
// zod schemas are written out, with the schema's own descriptions.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

/** A copy of the sources in which `readonly member: string; // what it is` is documented: tsc keeps no other comments. */
export function documentedCopy(src, copy) {
  rmSync(copy, { recursive: true, force: true });
  for (const name of readdirSync(src, { recursive: true, withFileTypes: true })) {
    if (!name.isFile()) continue;
    const from = join(name.parentPath, name.name);
    const to = join(copy, from.slice(src.length));
    mkdirSync(dirname(to), { recursive: true });
    if (!name.name.endsWith(".ts") || name.name.endsWith(".d.ts")) cpSync(from, to);
    else writeFileSync(to, readFileSync(from, "utf8").replace(MEMBER, "$1/** $3 */\n$1$2"));
  }
}

const MEMBER = /^( +)((?:readonly )?[A-Za-z_$]+\??: [^\n]*[;,]) \/\/ (?!biome-ignore)([^\n]*)$/gm;

/** Writes out what declarations infer from zod schemas. `at` gives the source of a declaration. */
export async function withoutZod(file, source) {
  const text = readFileSync(file, "utf8");
  if (!/\bfrom "zod"/.test(text)) return;
  const schemas = await schemasOf(source, dirname(file));
  const names = new Map(); // of schemas that a type of this file stands for
  for (const [, type, schema] of text.matchAll(/^export type (\w+) = z\.(?:infer|output|input)<typeof (\w+)>;$/gm))
    names.set(schemas[schema], type);
  const written = withoutSchemas(text).replace(/z\.(?:infer|output|input)<typeof (\w+)>/g, (_, name) =>
    typeOf(schemas[name], names, "", true),
  );
  writeFileSync(file, written);
}

/** Without the constants that are schemas, the comments on them, and the import. A statement ends with the first line that closes it. */
function withoutSchemas(text) {
  const kept = [];
  let comment = [];
  let statement;
  for (const line of text.split("\n")) {
    if (statement !== undefined || /^(?:export )?declare const /.test(line)) {
      statement = [...(statement ?? []), line];
      if (!/^\S.*;$/.test(line)) continue;
      if (!statement.some((each) => each.includes("z.Zod"))) kept.push(...comment, ...statement);
      [statement, comment] = [undefined, []];
    } else if (/^(?:\/\*\*| \*)/.test(line)) {
      comment.push(line);
    } else {
      if (!/^import (?:type )?\{ z \} from "zod";$/.test(line)) kept.push(...comment, line);
      comment = [];
    }
  }
  return kept.join("\n");
}

/** The constants of a module, exported or not. */
async function schemasOf(source, folder) {
  const text = readFileSync(source, "utf8");
  const hidden = [...text.matchAll(/^const (\w+) =/gm)].map(([, name]) => name);
  const bundle = join(folder, `schemas-${process.pid}.mjs`);
  await build({
    stdin: { contents: `${text}\nexport { ${hidden.join(", ")} };`, resolveDir: dirname(source), loader: "ts" },
    outfile: bundle,
    bundle: true,
    format: "esm",
    packages: "external",
    logLevel: "error",
  });
  try {
    return await import(pathToFileURL(bundle).href);
  } finally {
    rmSync(bundle);
  }
}

/** The type of what a schema reads, as `z.infer` has it. */
function typeOf(schema, names, indent, outermost = false) {
  const name = names.get(schema);
  if (name !== undefined && !outermost) return name;
  const { def } = schema._zod;
  const inner = (each) => typeOf(each, names, indent);
  switch (def.type) {
    case "string":
    case "number":
    case "boolean":
    case "unknown":
      return def.type;
    case "int":
      return "number";
    case "literal":
      return def.values.map((value) => JSON.stringify(value)).join(" | ");
    case "enum":
      return Object.values(def.entries)
        .map((value) => JSON.stringify(value))
        .join(" | ");
    case "optional":
      return `${inner(def.innerType)} | undefined`;
    case "union":
      return def.options.map(inner).join(" | ");
    case "array": {
      const element = inner(def.element);
      return /[|{]/.test(element) ? `(${element})[]` : `${element}[]`;
    }
    case "record":
      return `Record<${inner(def.keyType)}, ${inner(def.valueType)}>`;
    case "object":
      return `{\n${Object.entries(def.shape)
        .map(([member, each]) => memberOf(member, each, names, `${indent}    `))
        .join("")}${indent}}`;
    default:
      throw new TypeError(`declarations: no type is known for a schema of type ${def.type}`);
  }
}

function memberOf(member, schema, names, indent) {
  const about = schema.description === undefined ? "" : `${indent}/** ${schema.description.replaceAll("*/", "*\u200b/")} */\n`;
  const isOptional = schema._zod.def.type === "optional";
  return `${about}${indent}${/^\w+$|^\$\w+$/.test(member) ? member : JSON.stringify(member)}${isOptional ? "?" : ""}: ${typeOf(schema, names, indent)};\n`;
}
