import type { Command, ExitCode, Io } from "../command.ts";
import { COMMANDS } from "../main.ts";
import { HELP, type Options } from "../options.ts";
import { refuse } from "../refusal.ts";

const NAME = "kmsward completion";
const SHELLS = ["bash", "zsh", "fish"] as const;
type Shell = (typeof SHELLS)[number];

export const command: Command = {
  name: "completion",
  summary: "prints the completion of commands and options for a shell",
  usage: ["completion bash|zsh|fish"],
  about: `Bash: put \`source <(kmsward completion bash)\` into ~/.bashrc. Zsh: the same with \`zsh\`, into ~/.zshrc, behind \`compinit\`.
    Fish: \`kmsward completion fish > ~/.config/fish/completions/kmsward.fish\`.`,
  groups: [],
  examples: ["source <(kmsward completion bash)"],
  run,
};

type Words = {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly {
    readonly name: string;
    readonly help: string;
    readonly choices: readonly string[];
    readonly takesValue: boolean;
  }[];
};

async function run(options: Options, io: Io): Promise<ExitCode> {
  const [shell, extra] = options.positionals;
  if (!isShell(shell) || extra !== undefined) throw refuse("KW001", NAME, "one shell is named", `it is ${SHELLS.join(", ")}`);
  const words = await Promise.all(
    Object.entries(COMMANDS).map(async ([name, { summary, load }]): Promise<Words> => {
      const { command: found } = await load();
      const specs = [...found.groups.flatMap((group) => group.options), HELP];
      return {
        name,
        summary,
        options: specs.map(({ name: option, help, choices = [], value }) => ({
          name: option,
          help,
          choices,
          takesValue: value !== undefined,
        })),
      };
    }),
  );
  io.stdout.write(
    shell === "fish" ? fish(words) : shell === "zsh" ? `autoload -U +X bashcompinit && bashcompinit\n${bash(words)}` : bash(words),
  );
  return 0;
}

const isShell = (text: string | undefined): text is Shell => (SHELLS as readonly (string | undefined)[]).includes(text);

/** Commands first, then options of the command, then what an option may be; files everywhere else. */
function bash(words: readonly Words[]): string {
  const options = words.map(({ name, options: all }) => `    ${name}) options="${all.map((one) => `--${one.name}`).join(" ")}" ;;`);
  const choices = words.flatMap(({ name, options: all }) =>
    all.filter((one) => one.choices.length > 0).map((one) => `    ${name}:--${one.name}) choices="${one.choices.join(" ")}" ;;`),
  );
  return `_kmsward() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}" options="" choices=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${words.map(({ name }) => name).join(" ")}" -- "$word"))
    return
  fi
  case "$command:$before" in
${choices.join("\n")}
  esac
  if [ -n "$choices" ]; then
    COMPREPLY=($(compgen -W "$choices" -- "$word"))
    return
  fi
  case "$command" in
${options.join("\n")}
  esac
  case "$word" in
    -*) COMPREPLY=($(compgen -W "$options" -- "$word")) ;;
    *) COMPREPLY=($(compgen -f -- "$word")) ;;
  esac
}
complete -o filenames -F _kmsward kmsward
`;
}

function fish(words: readonly Words[]): string {
  const lines = words.flatMap(({ name, summary, options }) => [
    `complete -c kmsward -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`,
    ...options.map(
      (one) =>
        `complete -c kmsward -n "__fish_seen_subcommand_from ${name}" -l ${one.name}${one.takesValue ? " -r" : ""}${one.choices.length > 0 ? ` -f -a ${quoted(one.choices.join(" "))}` : ""} -d ${quoted(one.help.split(/[;:]/, 1)[0] ?? "")}`,
    ),
  ]);
  return `${lines.join("\n")}\n`;
}

const quoted = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
