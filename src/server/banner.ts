import type { Identity } from "./identity.ts";

export type BannerFacts = {
  readonly url: string;
  readonly adminUrl?: string | undefined;
  readonly console?: { readonly hasToken: boolean } | undefined; // its page is there; `hasToken`: it has to be given one
  readonly store: string;
  readonly region: string;
  readonly identity: Pick<Identity, "isOpen" | "names">;
  readonly account: string;
  readonly notes: readonly string[];
};

/** What `kmsward serve` says when it is ready: where it is, who may call it, and lines to paste. No secret is in it. */
export function banner(facts: BannerFacts): string {
  const { url, adminUrl, console: page, store, notes } = facts;
  return [
    `kmsward serve: ready on ${url}, state in ${store}`,
    ...(adminUrl === undefined ? [] : [`  administration on ${adminUrl}`]),
    ...(page === undefined
      ? []
      : [`  console on ${adminUrl ?? url}/${page.hasToken ? " (asks for the token, or takes it from the address: #token=…)" : ""}`]),
    ...callersOf(facts).map((line) => `  ${line}`),
    ...notes.map((note) => `  ${note}`),
    "",
    `bash        export ${variables(facts)
      .map(([name, value]) => `${name}=${value}`)
      .join(" ")}`,
    `PowerShell  ${variables(facts)
      .map(([name, value]) => `$env:${name}="${value}"`)
      .join("; ")}`,
    `.env        ${variables(facts)
      .map(([name, value]) => `${name}=${value}`)
      .join("\n            ")}`,
    `or          aws --endpoint-url ${url} kms list-keys    (the CLI before 2.13 reads no variable for it)`,
    "",
  ].join("\n");
}

function callersOf({ identity, account }: BannerFacts): readonly string[] {
  const keys = identity.names.map(({ name, accessKeyId }) => `${name} ${accessKeyId}`);
  const listed = keys.length > 6 ? [...keys.slice(0, 6), `and ${keys.length - 6} more`] : keys;
  if (!identity.isOpen) return [`signatures are verified; access keys: ${listed.join(", ")}`];
  const anybody = `signatures are not checked: any access key is the root user of account ${account}, one of 12 digits of that account`;
  return keys.length === 0 ? [anybody] : [anybody, `but for those of the world: ${listed.join(", ")}`];
}

function variables({ url, region, identity }: BannerFacts): readonly (readonly [string, string])[] {
  const first = identity.isOpen ? undefined : identity.names[0];
  return [
    ["AWS_ENDPOINT_URL_KMS", url],
    ["AWS_ENDPOINT_URL_STS", url],
    ["AWS_ENDPOINT_URL_CLOUDTRAIL", url],
    ["AWS_REGION", region],
    ["AWS_DEFAULT_REGION", region],
    ["AWS_ACCESS_KEY_ID", first?.accessKeyId ?? "local"],
    ["AWS_SECRET_ACCESS_KEY", first === undefined ? "local" : `the-secret-of-${first.name}`],
  ];
}
