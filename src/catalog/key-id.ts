/** KMS Developer Guide, "Key identifiers": a UUID, or `mrk-` and 32 hex digits; KMS compares them letter by letter, and writes them in lower case. */
export const isKeyId = (text: string): boolean => /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32})$/.test(text);
