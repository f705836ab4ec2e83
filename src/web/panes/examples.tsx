import type { Example } from "../examples.ts";
import * as model from "../model.ts";

/** What one can begin with: the scenes of the guides and the calls of services, each a card with its questions. */
export function Examples({ examples, onOpen }: { readonly examples: readonly Example[]; readonly onOpen?: () => void }) {
  return (
    <div class="kw-cards">
      {examples.map(({ name, about, questions }) => (
        <article key={name} class="kw-card">
          <h3>{name}</h3>
          <p>{about}</p>
          <ul>
            {questions.map((question, i) => (
              <li key={question.name} class={i > 1 ? "kw-more" : ""}>
                <button
                  type="button"
                  class="kw-link"
                  onClick={() => {
                    model.openExample(question.state, `${name}: ${question.name}`);
                    onOpen?.();
                  }}
                >
                  {question.name}
                </button>
              </li>
            ))}
          </ul>
        </article>
      ))}
    </div>
  );
}
