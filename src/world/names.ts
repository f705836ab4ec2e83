import { nearest } from "../base/nearest.ts";
import { shown } from "../base/text.ts";
import { isAccountId, parseArn } from "../iam/arn.ts";
import { isServicePrincipal } from "../iam/principal.ts";
import type { Source, WorldFiles } from "./files.ts";

/** What the short names of a world stand for. Names count in all its documents, whichever says them. */
export class WorldNames {
  readonly accounts = new Map<string, string>(); // → id
  readonly principals = new Map<string, string>(); // → ARN
  readonly #files: WorldFiles;

  constructor(files: WorldFiles) {
    this.#files = files;
  }

  /** The id of an account that is named by its short name, or by the id. */
  account(source: Source, pointer: string, name: string): string | undefined {
    const id = isAccountId(name) ? name : this.accounts.get(name);
    return (
      id ??
      this.#unknown(
        source,
        pointer,
        "account",
        name,
        this.accounts.keys(),
        "an account is named by its 12 digits, or by its name in `accounts`",
      )
    );
  }

  /** The ARN of a principal named by its short name; what is an ARN, a service principal or a unique id already, as it is. */
  principal(source: Source, pointer: string, name: string): string | undefined {
    const arn = isPrincipalForm(name) ? name : this.principals.get(name);
    return (
      arn ??
      this.#unknown(
        source,
        pointer,
        "principal",
        name,
        this.principals.keys(),
        "a principal is named by its ARN, or by its name in `principals`",
      )
    );
  }

  #unknown(source: Source, pointer: string, what: string, name: string, known: Iterable<string>, help: string): undefined {
    const near = nearest(name, known);
    this.#files.tellUnknown(
      name,
      "KW501",
      source.placeOf(pointer),
      `no ${what} ${shown(name)} in this world`,
      near ? `did you mean \`${near}\`?` : help,
    );
  }
}

const isPrincipalForm = (text: string): boolean =>
  parseArn(text) !== undefined || isServicePrincipal(text) || isAccountId(text) || /^A(?:ID|RO)A[A-Z0-9]{12,}(?::|$)/.test(text);

/** Short names must not be taken for anything else that may stand in their place. */
export function flawOfName(name: string): string | undefined {
  if (name === "" || name.length > 256 || /\p{Cc}/u.test(name)) return "a name is 1 to 256 characters on one line";
  if (name.startsWith("arn:") || name.startsWith("alias/") || name === "*" || name === "anonymous")
    return "it would be taken for what it begins with";
  if (isAccountId(name) || isServicePrincipal(name)) return "it would be taken for an account, or a service";
  return undefined;
}
