import { useEffect, useState } from "preact/hooks";
import type { Repair } from "../../analysis/repair.ts";
import type { Determining, Outcome } from "../../authz/decision.ts";
import type { Place } from "../../base/diagnostic.ts";
import { conditionKey } from "../../catalog/condition-keys.ts";
import { actionsIn } from "../../report/analysis/words.ts";
import { type Decided, toldEitherWay } from "../answer.ts";
import { isYamlText } from "../documents.ts";
import { Merge } from "../editor/merge.tsx";
import * as model from "../model.ts";
import { tell } from "./request.tsx";

/** A glyph and words for each outcome. */
// biome-ignore format: a table reads as a table
export const OUTCOMES: Readonly<Record<Outcome, { readonly glyph: string; readonly words: string; readonly tone: string }>> = {
  allowed:      { glyph: "✓", words: "Allowed",             tone: "allows" },
  explicitDeny: { glyph: "✕", words: "Denied explicitly",   tone: "denies" },
  implicitDeny: { glyph: "✕", words: "Denied: not allowed", tone: "denies" },
  undetermined: { glyph: "?", words: "Not decided",         tone: "unknown" },
};

/** The answer, as it is typed; of a text that cannot be read, where, and below it the last answer, dimmed. */
export function Verdict() {
  const found = model.shown.value;
  const [problem] = model.problems.value;
  const answerText = found === undefined ? "" : `${OUTCOMES[found.decided.outcome].words}. ${found.decided.answer.reason}`;
  const spoken = problem === undefined ? answerText : `Cannot be read: ${whereOf(problem.at)}`;
  return (
    <section class="kw-box kw-verdict" aria-labelledby="kw-answer">
      <h2 id="kw-answer">Answer</h2>
      <Spoken text={spoken} />
      {problem !== undefined && (
        <div class="kw-outcome kw-unread">
          <p class="kw-headline">
            <span aria-hidden="true">!</span> Cannot be read: {whereOf(problem.at)}
          </p>
          <p>
            {problem.message}
            {problem.help !== undefined && <span class="kw-faint"> ({problem.help})</span>}{" "}
            {problem.at.file !== "request" && (
              <button type="button" class="kw-link" onClick={() => model.goTo(problem.at.file, problem.at.line, problem.at.column)}>
                show
              </button>
            )}
          </p>
        </div>
      )}
      {found === undefined ? (
        problem === undefined && <p class="kw-faint">Nothing asked yet: say who asks for what, of which key.</p>
      ) : (
        <Told {...found} />
      )}
    </section>
  );
}

const whereOf = ({ file, line }: Place): string =>
  file === "request" || file === "question" ? "the request" : line === undefined ? file : `${file}, line ${line}`;

const QUIET = 500;

/** What a screen reader says: once people stop typing. */
function Spoken({ text }: { readonly text: string }) {
  const [said, say] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => say(text), QUIET);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p role="status" class="kw-hidden">
      {said}
    </p>
  );
}

function Told({ decided, isOld }: { readonly decided: Decided; readonly isOld: boolean }) {
  const { outcome, answer, steps } = decided;
  const { glyph, words, tone } = OUTCOMES[outcome];
  return (
    <div class={isOld ? "kw-old" : ""}>
      {isOld && <p class="kw-faint">of the last readable text:</p>}
      <div class={`kw-outcome kw-${tone}`}>
        <p class="kw-headline">
          <span aria-hidden="true">{glyph}</span> {words}
        </p>
        {answer.by.length === 0 && <p class="kw-reason">{answer.reason}</p>}
        {answer.by.length > 0 && (
          <p>
            by{" "}
            {answer.by.map((one, i) => (
              <span key={JSON.stringify(one)}>
                {i > 0 && ", "}
                <By one={one} decided={decided} />
              </span>
            ))}
          </p>
        )}
      </div>
      {steps !== undefined && <Steps decided={decided} />}
      <Assumed decided={decided} />
      {!isOld && (
        <>
          <Missing decided={decided} />
          <Closest />
          <Repairs />
        </>
      )}
      {answer.error !== undefined && outcome !== "undetermined" && (
        <details>
          <summary>AWS would answer {answer.error.name}</summary>
          <p class="kw-message">
            {answer.error.status} {answer.error.message}
          </p>
        </details>
      )}
    </div>
  );
}

function By({ one, decided }: { readonly one: Determining; readonly decided: Decided }) {
  const { trace } = decided.answer;
  if ("grant" in one) return <>grant {trace.grants.find(({ grant }) => grant === one.grant)?.name ?? one.grant}</>;
  const verdict = trace.policies
    .flatMap(({ statements }) => statements)
    .find(({ ref }) => ref.policy === one.policy && ref.statement === one.statement);
  return <Statement name={`${one.policy}: ${one.sid ?? `statement ${one.statement + 1}`}`} at={verdict?.at} />;
}

/** A link to where a statement is written, where that is a document here. */
export function Statement({ name, at }: { readonly name: string; readonly at: Place | undefined }) {
  if (at === undefined || !model.documents.value.some((document) => document.name === at.file)) return <>{name}</>;
  return (
    <button type="button" class="kw-link" onClick={() => model.goTo(at.file, at.line, at.column)}>
      {name}
    </button>
  );
}

function Steps({ decided: { steps = [] } }: { readonly decided: Decided }) {
  return (
    <ol class="kw-steps">
      {steps.map(({ request, answer, who, step }, i) => {
        const { glyph, words, tone } = OUTCOMES[answer.outcome];
        return (
          <li key={`${step} ${i}`}>
            <span class={`kw-glyph kw-${tone}`} aria-hidden="true">
              {glyph}
            </span>{" "}
            <code>{request.action}</code> asked by the {who}: {words.toLowerCase()}
          </li>
        );
      })}
    </ol>
  );
}

function Assumed({ decided }: { readonly decided: Decided }) {
  const assumptions = model.explanation.value?.assumptions ?? [];
  const { notes = [], assumptions: ofWorld = [] } = decided.answer;
  const isFlow = decided.steps !== undefined;
  return (
    <>
      {assumptions.map(({ as, keys }) => (
        <p key={as} class="kw-assumed">
          taken as {as}:{" "}
          {keys.map((key) => (
            <span key={key}>
              <code>{key}</code>{" "}
              {!isFlow && (
                <button type="button" onClick={() => tell(key)} aria-label={`Tell ${key}, which was taken as ${as}`}>
                  tell
                </button>
              )}{" "}
            </span>
          ))}
        </p>
      ))}
      {[...notes, ...ofWorld.map(({ text }) => `taken for granted: ${text}`)].map((note) => (
        <p key={note} class="kw-faint">
          {note}
        </p>
      ))}
    </>
  );
}

function Missing({ decided }: { readonly decided: Decided }) {
  const { missing = [] } = decided.answer;
  if (missing.length === 0 || decided.steps !== undefined) return null;
  const [only] = missing;
  const isTruth = missing.length === 1 && only !== undefined && conditionKey(only)?.type === "Bool";
  const told = isTruth ? toldEitherWay(decided.answer, only) : [];
  return (
    <div class="kw-missing">
      <p>It hangs on what is not told:</p>
      <ul>
        {missing.map((key) => (
          <li key={key}>
            <button type="button" onClick={() => tell(key)}>
              Tell {key}
            </button>
          </li>
        ))}
      </ul>
      {told.length > 0 && (
        <p class="kw-faint">{told.map(([value, outcome]) => `${value}: ${OUTCOMES[outcome].words.toLowerCase()}`).join(" · ")}</p>
      )}
    </div>
  );
}

function Closest() {
  const found = model.closest.value;
  if (found.length === 0) return null;
  return (
    <div class="kw-offers">
      <h3>Closest to allowed</h3>
      <ul>
        {found.map((one) => (
          <li key={one.change}>
            <button type="button" onClick={() => model.applySuggestion(one)}>
              Apply
            </button>{" "}
            {one.change} <span class="kw-faint">→ allowed by {one.allowedBy}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Repairs() {
  const found = model.repairs.value;
  const [shown, show] = useState<string | undefined>(undefined);
  if (typeof found === "string") return <p class="kw-faint">What would repair the policies is {found}</p>;
  if (found === undefined || (found.repairs.length === 0 && found.inVain.length === 0)) return null;
  const isOld = model.areRepairsOld.value;
  return (
    <div class={isOld ? "kw-offers kw-busy" : "kw-offers"}>
      <h3>Repair the policies</h3>
      <ul>
        {found.repairs.map((one, i) => {
          const isShown = shown === one.text && !isOld;
          return (
            <li key={one.text}>
              <button type="button" disabled={isOld} onClick={() => model.applyRepair(one)}>
                Apply
              </button>{" "}
              <button
                type="button"
                aria-expanded={isShown}
                aria-controls={`kw-repair-${i}`}
                disabled={isOld}
                onClick={() => show(isShown ? undefined : one.text)}
              >
                Show
              </button>{" "}
              {one.where.policy}
              {one.where.principal !== undefined && ` of ${one.where.principal}`}: {one.text}
              {one.also?.map((part) => (
                <span key={part.text}>
                  {" "}
                  and {part.where.policy}: {part.text}
                </span>
              ))}
              <Opens repair={one} />
              <div id={`kw-repair-${i}`}>{isShown && <Preview repair={one} />}</div>
            </li>
          );
        })}
      </ul>
      {found.inVain.map((text) => (
        <p key={text} class="kw-faint">
          {text}
        </p>
      ))}
    </div>
  );
}

function Opens({ repair }: { readonly repair: Repair }) {
  const gained = repair.opens.changes.filter(({ direction }) => direction === "gained");
  if (gained.length === 0) return null;
  return <span class="kw-faint"> → opens {gained.map(({ who, actions }) => `${actionsIn(actions)} to ${who.text}`).join("; ")}</span>;
}

/** What a repair would change in the documents, before it does. */
function Preview({ repair }: { readonly repair: Repair }) {
  const changed = model.previewOf(repair);
  if (changed === undefined) return <p class="kw-faint">This change has no place among the documents that are open here.</p>;
  return (
    <>
      {changed.map(({ now, then }) => (
        <div key={then.name}>
          <p class="kw-faint">
            {then.name}: {now === undefined ? "a new document" : "as it is, and as it would be"}
          </p>
          <Merge
            before={{ text: now?.text ?? "", label: `${then.name} as it is` }}
            after={{ text: then.text, label: `${then.name} as it would be` }}
            isYaml={isYamlText(then)}
          />
        </div>
      ))}
    </>
  );
}
