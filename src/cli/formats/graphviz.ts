import { refuse } from "../refusal.ts";

/** Undefined where a graph cannot be drawn: nothing else is lost for that. */
type Draw = (dot: string) => string | undefined;

const PACKAGE = "@hpcc-js/wasm-graphviz";

/** Draws graphs as SVG, by Graphviz in WebAssembly; undefined where that is not installed. */
export async function drawing(): Promise<Draw | undefined> {
  try {
    const { Graphviz } = await import("@hpcc-js/wasm-graphviz");
    const graphviz = await Graphviz.load();
    return (dot) => {
      try {
        return graphviz.dot(dot, "svg");
      } catch {
        return undefined;
      }
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_MODULE_NOT_FOUND") return undefined;
    throw error;
  }
}

/**
 * A drawing as a file of its own, without the lines that differ from version to version.
 *
 * @throws {Refusal} KW005 where Graphviz is not installed.
 */
export async function svgOf(dot: string): Promise<string> {
  const draw = await drawing();
  if (draw === undefined)
    throw refuse(
      "KW005",
      "--format svg",
      `it is drawn by the package ${PACKAGE}, which is not installed`,
      `npm install --save-dev ${PACKAGE}; \`--format dot\` and \`mermaid\` need nothing`,
    );
  const svg = draw(dot);
  if (svg === undefined)
    throw refuse("KW005", "--format svg", `${PACKAGE} cannot draw this graph`, "`--format dot` gives it to another Graphviz");
  return `${svg
    .replace(/<!--[^>]*-->\s*/g, "")
    .replace(/^<\?xml[^>]*>\s*<!DOCTYPE[^>]*>\s*/, "")
    .replace(/\sxmlns:xlink="[^"]*"/, "")
    .trimEnd()}\n`;
}
