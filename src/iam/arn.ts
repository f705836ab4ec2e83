/** An Amazon Resource Name, split once at the door. Nothing inside the house splits strings on ":". */
export type Arn = {
  readonly partition: string; // "aws", "aws-cn", "aws-us-gov"
  readonly service: string; // "kms"
  readonly region: string; // "" for global services
  readonly account: string; // 12 digits, or "" where the service has none
  readonly resource: string; // "key/1234…", "alias/app": may itself contain ":" and "/"
};

/** The six components, or undefined where a text is no ARN. Source: IAM User Guide, Amazon Resource Names. */
export function parseArn(text: string): Arn | undefined {
  const parts = arnComponents(text);
  if (parts === undefined) return undefined;
  const [prefix, partition, service, region, account, resource] = parts;
  if (prefix !== "arn" || partition === "" || service === "" || resource === "") return undefined;
  return { partition, service, region, account, resource };
}

export type Components = readonly [string, string, string, string, string, string];

/** A text split at its first five colons; the sixth component keeps the rest. Undefined with fewer than five colons. */
export function arnComponents(text: string): Components | undefined {
  const parts: string[] = [];
  let from = 0;
  for (let i = 0; i < 5; i++) {
    const colon = text.indexOf(":", from);
    if (colon < 0) return undefined;
    parts.push(text.slice(from, colon));
    from = colon + 1;
  }
  parts.push(text.slice(from));
  return parts as unknown as Components;
}

export const formatArn = ({ partition, service, region, account, resource }: Arn): string =>
  `arn:${partition}:${service}:${region}:${account}:${resource}`;

export const isAccountId = (text: string): boolean => /^[0-9]{12}$/.test(text);
