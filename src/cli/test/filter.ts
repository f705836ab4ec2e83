/**
 * What `-t` means: text that the name of a case has in it, whatever the case of its letters. `*` (or `.*`) stands for anything between, `^` in front for the
 * beginning of the name, `$` behind for its end. No regular expression, so no text can stall it. Of several texts one is enough.
 */
export function nameFilter(texts: readonly string[]): (name: string) => boolean {
  const tests = texts.map(nameTest);
  return (name) => {
    const folded = name.toLowerCase();
    return tests.length === 0 || tests.some((test) => test(folded));
  };
}

function nameTest(text: string): (folded: string) => boolean {
  const fromStart = text.startsWith("^");
  const toEnd = text.endsWith("$") && text !== "$";
  const inner = text.slice(fromStart ? 1 : 0, toEnd ? -1 : undefined).toLowerCase();
  const pieces = inner.replaceAll(".*", "*").split("*");
  return (name) => {
    let at = 0;
    for (const [i, piece] of pieces.entries()) {
      if (i === pieces.length - 1 && toEnd) return endsWith(name, piece, at, fromStart && i === 0);
      const found = fromStart && i === 0 ? (name.startsWith(piece) ? 0 : -1) : name.indexOf(piece, at);
      if (found < 0) return false;
      at = found + piece.length;
    }
    return true;
  };
}

/** Whether the last piece ends a name, and begins not before `at`; the only piece of `^…$` is the whole name. */
const endsWith = (name: string, piece: string, at: number, isWhole: boolean): boolean =>
  isWhole ? name === piece : name.length - piece.length >= at && name.endsWith(piece);
