import type { FlowParameters } from "../../catalog/flow-requests.ts";
import type { Parameter } from "../../catalog/flows/flow.ts";
import { flowNamed } from "../../catalog/flows.ts";
import { ACTION_HINTS, CONDITION_KEY_HINTS, conditionValueHints, FLOW_HINTS, type Hint } from "../complete.ts";
import * as model from "../model.ts";
import { ROWS, type Row, type RowKind, rowsOf, withRows, withTold } from "../rows.ts";
import { type PageQuestion, SAMPLE } from "../state.ts";

const set = (change: Partial<PageQuestion>) => {
  model.question.value = { ...model.question.value, ...change };
};

/** Who asks for what, of which key, in which circumstances; or which call of which service. */
export function RequestForm() {
  const now = model.question.value;
  const isWorld = model.isWorld.value;
  const { principals, resources } = model.known.value;
  const asker = typeof now.principal === "string" ? now.principal : now.principal.arn;
  return (
    <form class="kw-form" onSubmit={(event) => event.preventDefault()}>
      <Field
        id="principal"
        label="Principal"
        value={asker}
        example={isWorld ? (principals[0] ?? SAMPLE.principal) : SAMPLE.principal}
        hints={principals.map((label) => ({ label }))}
        onValue={(arn) => set({ principal: typeof now.principal === "string" ? arn : { ...now.principal, arn } })}
      />
      <fieldset class="kw-choice">
        <legend class="kw-hidden">What is asked</legend>
        <label>
          <input type="radio" name="what" checked={now.flow === undefined} onChange={() => set({ flow: undefined })} /> Action
        </label>
        <label>
          <input
            type="radio"
            name="what"
            checked={now.flow !== undefined}
            onChange={() => set({ flow: { name: "s3.GetObject", parameters: { bucket: "orders", key: "a/b" } } })}
          />{" "}
          Call of a service
        </label>
      </fieldset>
      {now.flow === undefined ? (
        <Field
          id="action"
          label="Action"
          value={now.action}
          example={SAMPLE.action}
          hints={ACTION_HINTS}
          onValue={(action) => set({ action })}
        />
      ) : (
        <FlowFields flow={now.flow} />
      )}
      <Field
        id="resource"
        label="Key"
        value={now.resource}
        example={isWorld ? (resources[0] ?? "orders") : SAMPLE.resource}
        hints={[...resources.map((label) => ({ label })), { label: "*", detail: "where the operation names none" }]}
        onValue={(resource) => set({ resource })}
      />
      <Rows />
      <NotTold />
    </form>
  );
}

type FieldProps = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly example: string;
  readonly hints: readonly Hint[];
  readonly onValue: (value: string) => void;
};

function Field({ id, label, value, example, hints, onValue }: FieldProps) {
  const fault = model.problems.value.find(
    ({ at }) => at.file === "request" && at.pointer.split("/")[1] === (id === "resource" && at.pointer === "/key" ? "key" : id),
  );
  return (
    <div class="kw-field">
      <label for={`kw-${id}`}>{label}</label>
      <input
        id={`kw-${id}`}
        value={value}
        placeholder={example}
        list={`kw-${id}-list`}
        autocomplete="off"
        spellcheck={false}
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? undefined : `kw-${id}-fault`}
        onInput={(event) => onValue(event.currentTarget.value.trim())}
      />
      <Hints id={`kw-${id}-list`} hints={hints} />
      {fault !== undefined && (
        <p class="kw-fault" id={`kw-${id}-fault`}>
          {fault.message}
          {fault.help !== undefined && `: ${fault.help}`}
        </p>
      )}
    </div>
  );
}

const Hints = ({ id, hints }: { readonly id: string; readonly hints: readonly Hint[] }) => (
  <datalist id={id}>
    {hints.map(({ label, detail }) => (
      <option key={label} value={label}>
        {detail}
      </option>
    ))}
  </datalist>
);

function FlowFields({ flow }: { readonly flow: NonNullable<PageQuestion["flow"]> }) {
  const found = flowNamed(flow.name);
  const change = (name: string, value: FlowParameters[string] | undefined) => {
    const { [name]: _, ...rest } = flow.parameters;
    set({ flow: { name: flow.name, parameters: value === undefined || value === "" ? rest : { ...rest, [name]: value } } });
  };
  return (
    <>
      <Field
        id="flow"
        label="Call"
        value={flow.name}
        example="s3.GetObject"
        hints={FLOW_HINTS}
        onValue={(name) => set({ flow: { name, parameters: flow.parameters } })}
      />
      {found !== undefined && <p class="kw-faint kw-about">{found.flow.about}</p>}
      {found !== undefined && (
        <div class="kw-parameters">
          {Object.entries(found.flow.parameters).map(([name, parameter]) => (
            <ParameterField
              key={name}
              name={name}
              parameter={parameter}
              value={flow.parameters[name]}
              onValue={(value) => change(name, value)}
            />
          ))}
        </div>
      )}
    </>
  );
}

type ParameterProps = {
  readonly name: string;
  readonly parameter: Parameter;
  readonly value: FlowParameters[string] | undefined;
  readonly onValue: (value: FlowParameters[string] | undefined) => void;
};

function ParameterField({ name, parameter, value, onValue }: ParameterProps) {
  const id = `kw-parameter-${name}`;
  if (parameter.kind === "flag") {
    return (
      <label class="kw-flag">
        <input type="checkbox" checked={(value ?? parameter.default) === true} onChange={(event) => onValue(event.currentTarget.checked)} />{" "}
        {name}
      </label>
    );
  }
  const isPairs = parameter.kind === "pairs";
  const text = isPairs ? pairsText(value) : typeof value === "string" ? value : "";
  return (
    <div class="kw-field">
      <label for={id}>{name}</label>
      <input
        id={id}
        value={text}
        placeholder={isPairs ? "name=value, …" : typeof parameter.default === "string" ? parameter.default || "the same key" : "needed"}
        autocomplete="off"
        spellcheck={false}
        onChange={(event) => onValue(isPairs ? pairsIn(event.currentTarget.value) : event.currentTarget.value.trim())}
      />
    </div>
  );
}

const pairsText = (value: FlowParameters[string] | undefined): string =>
  typeof value === "object"
    ? Object.entries(value)
        .map(([name, one]) => `${name}=${one}`)
        .join(", ")
    : "";

function pairsIn(text: string): Readonly<Record<string, string>> | undefined {
  const pairs = text
    .split(",")
    .map((pair) => pair.trim())
    .filter(Boolean)
    .map((pair) => [pair.slice(0, Math.max(0, pair.indexOf("="))), pair.slice(pair.indexOf("=") + 1)] as const);
  return pairs.length === 0 ? undefined : Object.fromEntries(pairs);
}

const KINDS = Object.keys(ROWS) as readonly RowKind[];
const OFTEN: readonly RowKind[] = ["encryptionContext", "context", "viaService", "time", "unknown"];

/** What else the request says, a row each. */
function Rows() {
  const now = model.question.value;
  const rows = rowsOf(now);
  const change = (next: readonly Row[]) => {
    model.question.value = withRows(now, next);
  };
  const isWorld = model.isWorld.value;
  const kinds = KINDS.filter((kind) => kind !== "endpoint" || isWorld);
  const add = (kind: RowKind) =>
    change([...rows, { kind, name: ROWS[kind].named ? freshName(kind, rows) : "", value: ROWS[kind].example }]);
  return (
    <fieldset class="kw-rows">
      <legend>Circumstances</legend>
      {rows.map((row, i) => (
        <RowFields key={`${row.kind} ${i}`} row={row} index={i} rows={rows} onRows={change} />
      ))}
      <label class="kw-add">
        <span class="kw-hidden">Add a circumstance</span>
        <select
          value=""
          onChange={(event) => {
            const { value } = event.currentTarget;
            event.currentTarget.value = "";
            if (value !== "") add(value as RowKind);
          }}
        >
          <option value="">+ Add…</option>
          {[...OFTEN, ...kinds.filter((kind) => !OFTEN.includes(kind))].map((kind) => (
            <option key={kind} value={kind}>
              {ROWS[kind].label}
            </option>
          ))}
        </select>
      </label>
      <Hints id="kw-keys" hints={CONDITION_KEY_HINTS} />
    </fieldset>
  );
}

const FIRST_NAMES: Partial<Readonly<Record<RowKind, string>>> = {
  context: "aws:SourceIp",
  encryptionContext: "tenant",
  unknown: "aws:SourceIp",
  tag: "tenant",
};

/** Of pairs, two with one name would be one. */
function freshName(kind: RowKind, rows: readonly Row[]): string {
  const first = FIRST_NAMES[kind] ?? "";
  const taken = new Set(rows.filter((row) => row.kind === kind).map(({ name }) => name));
  for (let i = 1; ; i++) {
    const name = i === 1 ? first : `${first}${i}`;
    if (!taken.has(name)) return name;
  }
}

type RowProps = {
  readonly row: Row;
  readonly index: number;
  readonly rows: readonly Row[];
  readonly onRows: (rows: readonly Row[]) => void;
};

function RowFields({ row, index, rows, onRows }: RowProps) {
  const { label, named, valued, example } = ROWS[row.kind];
  const change = (next: Partial<Row>) => onRows(rows.map((one, i) => (i === index ? { ...one, ...next } : one)));
  const isKey = row.kind === "context" || row.kind === "unknown";
  const values = row.kind === "context" ? conditionValueHints(row.name, model.known.value.principals) : [];
  return (
    <div class="kw-row">
      <span class="kw-kind">{label}</span>
      {named && (
        <input
          aria-label={`Name, ${label}`}
          value={row.name}
          list={isKey ? "kw-keys" : undefined}
          autocomplete="off"
          spellcheck={false}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
      )}
      {valued && (
        <>
          <input
            aria-label={`Value, ${row.name || label}`}
            value={row.value}
            placeholder={example}
            list={values.length > 0 ? `kw-values-${index}` : undefined}
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => change({ value: event.currentTarget.value })}
          />
          {values.length > 0 && <Hints id={`kw-values-${index}`} hints={values} />}
        </>
      )}
      <button
        type="button"
        class="kw-icon"
        aria-label={`Remove ${label} ${row.name}`}
        onClick={() => onRows(rows.filter((_, i) => i !== index))}
      >
        ×
      </button>
    </div>
  );
}

/** What the answer hangs on and nobody told. */
function NotTold() {
  const found = model.explanation.value;
  const keys = [...new Set([...(found?.missing ?? []), ...(found?.assumed ?? [])])];
  if (keys.length === 0 || model.question.value.flow !== undefined) return null;
  return (
    <p class="kw-untold">
      not told:{" "}
      {keys.slice(0, 8).map((key) => (
        <span key={key}>
          <code>{key}</code>{" "}
          <button type="button" onClick={() => tell(key)} aria-label={`Tell ${key}`}>
            tell
          </button>{" "}
        </span>
      ))}
    </p>
  );
}

/** Puts a field for a key into the request, with a value to begin with. */
export function tell(key: string): void {
  const [first] = conditionValueHints(key);
  const name = key.toLowerCase();
  const value = first?.label ?? (name === "aws:sourceip" ? "203.0.113.7" : name.endsWith("orgid") ? "o-exampleorg1" : "");
  model.question.value = withTold(model.question.value, key, value);
}
