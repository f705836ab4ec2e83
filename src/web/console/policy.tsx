import { schemas } from "virtual:published";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Diagnostic } from "../../base/diagnostic.ts";
import { counted } from "../../base/text.ts";
import { hintsAt, type Known } from "../complete.ts";
import { Editor, type Goal } from "../editor/editor.tsx";
import type { Spot } from "../editor/path.ts";
import { knownIn } from "../known.ts";
import { ChangeLists } from "../panes/changes.tsx";
import { Open } from "../panes/who-can.tsx";
import { background } from "../work/thread.ts";
import * as model from "./model.ts";
import { faultsIn, type PolicyChange, type WorldDocument, worldIn } from "./policy-change.ts";

/** The key policy in an editor, what the edited one would gain and lose, and a button that puts it after that was looked at. */
export function PolicyPane({ told }: { readonly told: model.ToldKey }) {
  const stored = useMemo(() => indented(told.policy), [told.policy]);
  const draft = model.drafts.value.get(told.arn);
  const edited = draft?.text;
  const [refused, refuse] = useState<Refused | undefined>(undefined);
  const [goal, goTo] = useState<Goal | undefined>(undefined);
  const document = model.world.value;
  const text = edited ?? stored;
  const isEdited = edited !== undefined && edited !== stored;
  const isOvertaken = isEdited && draft?.base !== told.policy; // by somebody else who put another one meanwhile
  const edit = (next: string) =>
    model.keepDraft(told.arn, next === stored ? undefined : { text: next, base: isEdited ? (draft?.base ?? told.policy) : told.policy });
  const drop = () => {
    model.keepDraft(told.arn, undefined);
    refuse(undefined);
  };
  const marks = useMemo(() => {
    const own = faultsIn(text);
    return refused?.text !== text
      ? own
      : own.concat(refused.diagnostics.filter((one) => !own.some((known) => known.message === one.message)));
  }, [text, refused]);
  const { found, failed } = useChange(isEdited && !isOvertaken ? edited : undefined, document, told.arn);
  const errors = marks.filter(({ severity }) => severity === "error");
  return (
    <>
      <Editor
        name={told.arn}
        label="Key policy"
        text={text}
        marks={marks}
        goTo={goal}
        hints={(spot) => hintsFor(spot, document)}
        onText={edit}
      />
      <Faults marks={marks} onGo={goTo} />
      {!isEdited ? (
        <p class="kw-faint">
          Edit it: what the edited policy would gain and lose is told here, for all requests, before it is put.
          {told.managedBy === "aws" && " AWS manages this key: nobody else puts its policy."}
        </p>
      ) : (
        <p class="kw-actions-row">
          <button type="button" onClick={drop}>
            Back to the stored policy
          </button>
        </p>
      )}
      {refused !== undefined && refused.text === text && <NotPut refused={refused} />}
      {isOvertaken && (
        <div class="kw-fault" role="alert">
          <p>The stored policy was changed meanwhile, by somebody else: put now, yours would take that back.</p>
          <p class="kw-actions-row">
            <button type="button" onClick={() => model.keepDraft(told.arn, { text, base: told.policy })}>
              Compare with what is stored now
            </button>
          </p>
        </div>
      )}
      {isEdited && errors.length > 0 && <p class="kw-fault">Locked: the policy has errors.</p>}
      {isEdited && errors.length === 0 && typeof document === "string" && (
        <p class="kw-fault">What it would change is not told: {document}</p>
      )}
      {isEdited && errors.length === 0 && failed !== undefined && <p class="kw-fault">What it would change is not told: {failed}</p>}
      {isEdited && !isOvertaken && errors.length === 0 && found === undefined && failed === undefined && typeof document !== "string" && (
        <p class="kw-faint">What it would change is being worked out…</p>
      )}
      {isEdited && !isOvertaken && errors.length === 0 && found !== undefined && (
        <Changes
          told={told}
          change={found.change}
          text={found.text}
          isOld={found.text !== text || found.document !== document}
          onRefused={refuse}
          onPut={drop}
        />
      )}
    </>
  );
}

type Refused = { readonly text: string; readonly why: string; readonly requestId?: string; readonly diagnostics: readonly Diagnostic[] };
type Found = { readonly text: string; readonly document: WorldDocument; readonly change: PolicyChange };

const QUIET_MS = 150;

/** What an edited text would change: worked out beside the page, when nothing is typed. Undefined text: nothing is. */
function useChange(edited: string | undefined, document: WorldDocument | string | undefined, arn: string) {
  const [found, tell] = useState<Found | undefined>(undefined);
  const [failed, fail] = useState<string | undefined>(undefined);
  useEffect(() => {
    if (edited === undefined || document === undefined || typeof document === "string") {
      tell(undefined);
      return undefined;
    }
    const timer = window.setTimeout(() => {
      background.ask("policy", { kind: "policy-change", world: document, arn, text: edited }, (outcome) => {
        fail("failed" in outcome ? outcome.failed : undefined);
        if ("answer" in outcome) tell({ text: edited, document, change: outcome.answer });
      });
    }, QUIET_MS);
    return () => {
      window.clearTimeout(timer);
      background.drop("policy");
    };
  }, [edited, document, arn]);
  return { found, failed };
}

let lastKnown: { readonly document: WorldDocument; readonly known: Known } | undefined;
const NOTHING_ASKED = { principal: "", action: "", resource: "" };

/** As in the playground: by the engine's lists, the published schema, and who the world of the server names. */
function hintsFor({ path, part }: Spot, document: WorldDocument | string | undefined) {
  if (typeof document === "object" && lastKnown?.document !== document) {
    const world = worldIn(document);
    lastKnown = { document, known: knownIn([], NOTHING_ASKED, typeof world === "string" ? undefined : world) };
  }
  const known = lastKnown !== undefined && lastKnown.document === document ? lastKnown.known : { principals: [], resources: [] };
  return hintsAt("key-policy", path, part, schemas, known);
}

function indented(text: string): string {
  try {
    return `${JSON.stringify(JSON.parse(text), undefined, 2)}\n`;
  } catch {
    return text;
  }
}

/** What is wrong, and where: the same words as at the marks. */
function Faults({ marks, onGo }: { readonly marks: readonly Diagnostic[]; readonly onGo: (goal: Goal) => void }) {
  const errors = marks.filter(({ severity }) => severity === "error");
  const [first] = [...errors, ...marks];
  return (
    <p>
      {counted(errors.length, "error")}, {counted(marks.length - errors.length, "warning")}
      {first !== undefined && (
        <>
          {" · "}
          <button type="button" class="kw-link" onClick={() => onGo({ line: first.at.line ?? 1, column: first.at.column ?? 1 })}>
            line {first.at.line ?? 1}: {first.message}
          </button>
          {first.help !== undefined && <span class="kw-faint"> ({first.help})</span>}
        </>
      )}
    </p>
  );
}

function NotPut({ refused: { why, requestId } }: { readonly refused: Refused }) {
  const [text, tell] = useState<string | undefined>(undefined);
  return (
    <div class="kw-fault" role="alert">
      <p>
        It was not put. {why}{" "}
        {requestId !== undefined && (
          <button
            type="button"
            aria-expanded={text !== undefined}
            onClick={() => (text === undefined ? void model.why(requestId).then(tell) : tell(undefined))}
          >
            why
          </button>
        )}
      </p>
      {text !== undefined && <pre class="kw-why">{text}</pre>}
    </div>
  );
}

type ChangesProps = {
  readonly told: model.ToldKey;
  readonly change: PolicyChange;
  readonly text: string;
  readonly isOld: boolean;
  readonly onRefused: (refused: Refused) => void;
  readonly onPut: () => void;
};

function Changes(props: ChangesProps) {
  const { change, isOld } = props;
  return (
    <div class={isOld ? "kw-busy" : ""}>
      <Told change={change} />
      {change.locked === undefined ? (
        <Put {...props} />
      ) : (
        <p class="kw-fault" role="alert">
          Locked: {change.locked}.
        </p>
      )}
    </div>
  );
}

/** Gained, lost and changed, or that there is no difference. */
function Told({ change: { comparison } }: { readonly change: PolicyChange }) {
  if (comparison === undefined) return null;
  return (
    <>
      {comparison.verdict === "equal" && <p>No difference, proved for all requests.</p>}
      <ChangeLists changes={comparison.changes} />
      <Open
        texts={[
          ...comparison.undecided.map(({ text }) => `not decided: ${text}`),
          ...comparison.assumptions.map(({ text }) => `taken for granted: ${text}`),
        ]}
      />
    </>
  );
}

function Put({ told, change, text, isOld, onRefused, onPut }: ChangesProps) {
  const { putters = [] } = change;
  const [named, name] = useState<string | undefined>(undefined);
  const [isSending, send] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const as = named ?? putters[0]?.principal ?? "";
  const own = putters.find(({ principal }) => principal === as);
  const title = told.aliases[0] ?? told.name ?? told.id;
  const put = async () => {
    send(true);
    const outcome = await model.putPolicy({ key: told.arn, policy: text, as, replaces: told.policy });
    send(false);
    dialog.current?.close();
    if (outcome.put) {
      model.notice.value = `Put the policy of ${title}, as ${outcome.by}.`;
      onPut();
    } else onRefused({ text, ...outcome });
  };
  return (
    <>
      <div class="kw-put">
        <label for="kw-put-as">Put it as</label>
        <input
          id="kw-put-as"
          value={as}
          list="kw-putters"
          autocomplete="off"
          spellcheck={false}
          placeholder="a name of the world, or an ARN"
          onInput={(event) => name(event.currentTarget.value.trim())}
        />
        <datalist id="kw-putters">
          {putters.map(({ principal, again }) => (
            <option key={principal} value={principal}>
              {again ? "may put it, now and again" : "may put it now, not again"}
            </option>
          ))}
        </datalist>
        <button
          type="button"
          class="kw-main"
          disabled={isOld || as === ""}
          aria-haspopup="dialog"
          onClick={() => dialog.current?.showModal()}
        >
          Put…
        </button>
      </div>
      {putters.length === 0 && <p class="kw-faint">Nobody who is known here may put a policy of this key (kms:PutKeyPolicy).</p>}
      {own?.again === false && (
        <p class="kw-faint">{as} could not change the policy again: the lockout safety check of KMS refuses that.</p>
      )}
      <dialog ref={dialog} class="kw-confirm" aria-labelledby="kw-confirm">
        <div class="kw-dialog-head">
          <h2 id="kw-confirm">Put this policy on {title}?</h2>
        </div>
        <Told change={change} />
        <p class="kw-faint">
          PutKeyPolicy is called as {as}, by the rules of KMS: whether {as} may is looked at, and the call is told to the audit log.
        </p>
        <p class="kw-actions-row">
          <button type="button" class="kw-main" disabled={isSending || isOld} onClick={() => void put()}>
            Put it
          </button>
          <button type="button" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
        </p>
      </dialog>
    </>
  );
}
