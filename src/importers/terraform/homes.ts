import { partitionOf } from "../../catalog/regions.ts";
import { isAccountId, parseArn } from "../../iam/arn.ts";
import type { Leaf } from "../leaf.ts";
import type { Sides } from "../sides.ts";
import { expressionOf } from "./configuration.ts";
import { type Instance, wordAt } from "./instance.ts";
import { asMembers, asWord, type Members, objectsIn, textsIn } from "./members.ts";
import type { TerraformDocument } from "./plan.ts";

/** Where a provider works. */
export type Home = { readonly account: Leaf; readonly region: Leaf; readonly partition: string };

type Found = { readonly value: string; readonly how: string };

/**
 * Where resources are: neither a plan nor a state has a field for it. In this order: what data sources read, ARNs of what exists under the same provider, the
 * arguments of the provider, and the options; a `region` of a resource itself goes before all (provider 6). Providers with the same credentials work in one
 * account. Where nothing tells, the account is a symbol, one for each such set of credentials.
 */
export class Homes {
  readonly #document: TerraformDocument;
  readonly #sides: Sides;
  readonly #options: { readonly account?: string | undefined; readonly region?: string | undefined };
  readonly #known = new Map<string, Home>();
  readonly #accounts = new Map<string, Found>(); // by credentials
  readonly #regions = new Map<string, Found>(); // by provider
  readonly #symbols = new Map<string, Leaf>(); // by credentials

  constructor(
    document: TerraformDocument,
    sides: Sides,
    options: { readonly account?: string | undefined; readonly region?: string | undefined },
  ) {
    this.#document = document;
    this.#sides = sides;
    this.#options = options;
    for (const instance of [...document.before.all, ...document.after.all]) this.#learn(instance);
  }

  of(instance: Pick<Instance, "provider" | "values">): Home {
    const home = this.#provider(instance.provider);
    const region = wordAt(instance, "region");
    if (region === undefined || partitionOf(region) === undefined) return home;
    return { ...home, region, partition: partitionOf(region) ?? home.partition };
  }

  /** Of the first provider that is used: what the world has at its top. */
  first(): Home {
    const used = this.#document.after.all.find(({ type }) => type.startsWith("aws_kms_")) ?? this.#document.after.all[0];
    return this.#provider(used?.provider ?? "");
  }

  #learn(instance: Instance): void {
    const { type, provider, values, mode } = instance;
    const credentials = this.#credentials(provider);
    const account = (value: unknown, how: string, isSure = false) => {
      const id = asWord(value);
      if (id !== undefined && isAccountId(id) && (isSure || !this.#accounts.has(credentials)))
        this.#accounts.set(credentials, { value: id, how });
    };
    const region = (value: unknown, how: string, isSure = false) => {
      const name = asWord(value);
      if (name !== undefined && partitionOf(name) !== undefined && (isSure || !this.#regions.has(provider)))
        this.#regions.set(provider, { value: name, how });
    };
    if (mode === "data") {
      if (type === "aws_caller_identity") account(values.account_id, instance.address, true);
      if (type === "aws_region") region(values.region ?? values.name ?? values.id, instance.address, true);
      return;
    }
    const arn = parseArn(wordAt(instance, "arn") ?? "");
    if (arn === undefined) return;
    account(arn.account, `the ARN of ${instance.address}`);
    if (!("region" in values)) region(arn.region, `the ARN of ${instance.address}`);
  }

  #provider(key: string): Home {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const config = asMembers(this.#document.configuration.providers[key]);
    const region = this.#region(key, config);
    const account = this.#account(key, config);
    const partition = (typeof region === "string" ? partitionOf(region) : undefined) ?? "aws";
    const home = { account, region, partition };
    this.#known.set(key, home);
    return home;
  }

  #account(key: string, config: Members): Leaf {
    const { file } = this.#document;
    const credentials = this.#credentials(key);
    const found = this.#accounts.get(credentials) ?? this.#configured(config);
    const asked = this.#options.account;
    if (asked !== undefined) {
      if (found === undefined || found.value === asked) return asked;
      this.#sides.tell(
        "KW808",
        { file, pointer: "" },
        `--account says ${asked}, and ${found.how} says ${found.value} for the provider ${nameOf(key)}`,
        `${found.value} is taken`,
      );
    }
    if (found !== undefined) {
      this.#fact(`account ${found.value} of the provider ${nameOf(key)}: from ${found.how}`);
      return found.value;
    }
    const symbol = this.#symbols.get(credentials);
    if (symbol !== undefined) return symbol;
    this.#sides.tell(
      "KW808",
      { file, pointer: "" },
      `${file} does not tell the account of the provider ${nameOf(key)}: it stands as a symbol`,
      "give it by `--account`",
    );
    const made = this.#sides.symbol(`account-${key || "aws"}`, {
      type: "account-id",
      from: `the account of the provider ${key || "aws"} (${file})`,
    });
    this.#symbols.set(credentials, made);
    return made;
  }

  /** Arguments of the provider that name an account. */
  #configured(config: Members): Found | undefined {
    const expressions = asMembers(config.expressions);
    const allowed = this.#constants(expressions.allowed_account_ids);
    if (allowed.length === 1 && isAccountId(allowed[0] ?? ""))
      return { value: allowed[0] as string, how: "allowed_account_ids of the provider" };
    const roles = objectsIn(expressions.assume_role)
      .concat(asMembers(expressions.assume_role))
      .flatMap(({ role_arn }) => this.#constants(role_arn));
    const account = parseArn(roles.at(-1) ?? "")?.account;
    return account !== undefined && isAccountId(account) ? { value: account, how: "assume_role of the provider" } : undefined;
  }

  #region(key: string, config: Members): Leaf {
    const { file } = this.#document;
    const told = this.#constants(asMembers(config.expressions).region)[0];
    if (told !== undefined && partitionOf(told) !== undefined) return told;
    const found = this.#regions.get(key);
    if (found !== undefined) {
      this.#fact(`Region ${found.value} of the provider ${nameOf(key)}: from ${found.how}`);
      return found.value;
    }
    if (this.#options.region !== undefined) return this.#options.region;
    this.#sides.tell(
      "KW808",
      { file, pointer: "" },
      `${file} does not tell the Region of the provider ${nameOf(key)}: it stands as a symbol`,
      "give it by `--region`",
    );
    return this.#sides.symbol(`region-${key || "aws"}`, { type: "string", from: `the Region of the provider ${key || "aws"} (${file})` });
  }

  /** What an argument of a provider is: it may refer to variables of the root only. */
  #constants(value: unknown): readonly string[] {
    const expression = expressionOf(value);
    if (expression?.kind === "constant") return typeof expression.value === "string" ? [expression.value] : textsIn(expression.value);
    if (expression?.kind !== "references" || expression.references.length !== 1) return [];
    const name = /^var\.([\w-]+)$/.exec(expression.references[0] ?? "")?.[1];
    const given = name === undefined ? undefined : asMembers(this.#document.variables[name]).value;
    return typeof given === "string" ? [given] : textsIn(given);
  }

  /** The arguments of a provider that say as whom it works; equal ones work in one account. */
  #credentials(key: string): string {
    const expressions = asMembers(asMembers(this.#document.configuration.providers[key]).expressions);
    return JSON.stringify(
      [
        "access_key",
        "secret_key",
        "token",
        "profile",
        "assume_role",
        "assume_role_with_web_identity",
        "shared_config_files",
        "shared_credentials_files",
      ].map((name) => expressions[name] ?? null),
    );
  }

  #fact(text: string): void {
    if (!this.#sides.facts.includes(text)) this.#sides.facts.push(text);
  }
}

const nameOf = (key: string): string => `\`${key || "aws"}\``;
