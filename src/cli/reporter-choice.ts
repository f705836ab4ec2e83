import { nearest } from "../base/nearest.ts";
import { listed, shown } from "../base/text.ts";
import { refuse } from "./refusal.ts";

/** A reporter that was asked for, and where it writes: standard output if not told. */
export type ReporterChoice<Name extends string = string> = { readonly name: Name; readonly file?: string };

/**
 * Reads `NAME` and `NAME=FILE`, where the file `-` is standard output.
 *
 * @throws {Refusal} for a name that is none of `names`, and for a file without a name.
 */
export function readReporterChoice<Name extends string>(text: string, names: readonly Name[], option = "--reporter"): ReporterChoice<Name> {
  const at = text.indexOf("=");
  const given = at < 0 ? text : text.slice(0, at);
  const file = at < 0 ? undefined : text.slice(at + 1);
  const name = names.find((one) => one === given);
  if (name === undefined) {
    const near = nearest(given, names);
    const help = near ? `did you mean \`${near}\`?` : `it is one of ${listed(names.map(shown), "or")}`;
    throw refuse("KW001", option, `there is no ${option.slice(2)} ${shown(given)}`, help);
  }
  if (file === "") throw refuse("KW001", option, "the file has no name", `write \`${option} ${name}=FILE\`, or \`${option} ${name}\``);
  return file === undefined || file === "-" ? { name } : { name, file };
}
