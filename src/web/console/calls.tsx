import { useState } from "preact/hooks";
import * as model from "./model.ts";

/** Calls as they end, the last one first. `of`: the ARN of a key, whose calls alone may be wanted. */
export function Calls({ of }: { readonly of?: string }) {
  const [isOne, only] = useState(false);
  const calls = model.calls.value.filter((one) => !isOne || of === undefined || one.kind === "gap" || one.keys.includes(of));
  return (
    <>
      <Connection />
      {of !== undefined && (
        <p>
          <label>
            <input type="checkbox" checked={isOne} onChange={(event) => only(event.currentTarget.checked)} /> of this key alone
          </label>
        </p>
      )}
      {calls.length === 0 ? (
        <p class="kw-faint">No call yet.</p>
      ) : (
        <ul class="kw-calls">
          {calls.map((one) =>
            one.kind === "gap" ? (
              <li key={`gap ${one.id}`} class="kw-fault">
                {one.missed === null
                  ? "Calls before this are not remembered: the server was started anew, or forgot them."
                  : `${one.missed} calls are missing here: the server no longer remembers them.`}
              </li>
            ) : (
              <Call key={one.id} call={one} />
            ),
          )}
        </ul>
      )}
    </>
  );
}

function Connection() {
  const now = model.connection.value;
  if (now.is !== "lost") return <p class="kw-faint">{now.is === "live" ? "● live" : "○ connecting"}</p>;
  return (
    <p class="kw-fault" role="alert">
      The stream of calls is lost: {now.why}. {now.seconds === undefined ? "It is not tried again." : `Tried again after ${now.seconds} s.`}
    </p>
  );
}

function Call({ call }: { readonly call: model.ToldCall }) {
  const [text, tell] = useState<string | undefined>(undefined);
  const who = call.principal?.replace(/^arn:[^:]*:(?:iam|sts)::/, "") ?? call.accessKeyId ?? "nobody known";
  return (
    <li>
      <span class="kw-faint">{call.time.slice(11, 19)}</span>{" "}
      <span class={call.error === null ? "kw-glyph kw-allows" : "kw-glyph kw-denies"}>
        {call.error === null ? "✓ done" : `✕ ${call.error}`}
      </span>{" "}
      <strong>
        {call.service === "kms" ? "" : `${call.service} `}
        {call.operation ?? "unknown operation"}
      </strong>{" "}
      {who}
      {call.keys.length > 0 && <span class="kw-faint"> on {call.keys.map((arn) => arn.split(":").at(-1)).join(", ")}</span>}{" "}
      <button
        type="button"
        aria-expanded={text !== undefined}
        onClick={() => {
          if (text === undefined) void model.why(call.requestId).then(tell);
          else tell(undefined);
        }}
      >
        why
      </button>
      {text !== undefined && <pre class="kw-why">{text}</pre>}
    </li>
  );
}
