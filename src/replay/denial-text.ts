/** What AWS's text of a denial says of the request; where it says less, less. */
export type DenialText = { readonly principal?: string; readonly action?: string; readonly resource?: string };

/** `User: ARN is not authorized to perform: kms:Decrypt on resource: ARN because …`, in any of its lengths. */
export function readDenial(text: string | undefined): DenialText {
  if (text === undefined || text.length > 20_000) return {};
  const principal = between(text, "User: ", " is not authorized");
  const action = word(text, "not authorized to perform: ");
  const resource = word(text, "on resource: ");
  return {
    ...(principal?.startsWith("arn:") && { principal }),
    ...(action !== undefined && { action }),
    ...(resource?.startsWith("arn:") && { resource }),
  };
}

function between(text: string, before: string, after: string): string | undefined {
  const start = text.indexOf(before);
  const end = start < 0 ? -1 : text.indexOf(after, start);
  return end < 0 ? undefined : text.slice(start + before.length, end).trim();
}

function word(text: string, before: string): string | undefined {
  const start = text.indexOf(before);
  return start < 0 ? undefined : text.slice(start + before.length).split(/[\s,]/, 1)[0] || undefined;
}
