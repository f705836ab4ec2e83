/** A piece of the text of Fn::Sub: text as it stands, or the name in `${…}`. */
export type SubPart = { readonly text: string } | { readonly name: string; readonly isTrimmed?: true };

/**
 * The pieces of a text of Fn::Sub; `${!x}` is the text `${x}`, as the variables of IAM are written. `fault`: a `${` that is not closed, or names nothing.
 *
 * Source: CloudFormation Template Reference, Fn::Sub.
 */
export function subParts(text: string): { readonly parts: readonly SubPart[]; readonly fault?: string } {
  const parts: SubPart[] = [];
  let from = 0;
  for (let at = text.indexOf("${"); at >= 0; at = text.indexOf("${", from)) {
    const end = text.indexOf("}", at);
    if (end < 0) return { parts, fault: "`${` is not closed" };
    const name = text.slice(at + 2, end);
    if (at > from) parts.push({ text: text.slice(from, at) });
    from = end + 1;
    if (name.startsWith("!")) parts.push({ text: `\${${name.slice(1)}}` });
    else if (name.trim() === "") return { parts, fault: "`${}` names nothing" };
    else parts.push(name.trim() === name ? { name } : { name: name.trim(), isTrimmed: true });
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return { parts };
}
