import type { Result } from "../base/result.ts";

/** An answer that is there, or will be: only what a custom key store does outside of this process makes anyone wait. */
export type Later<T, E> = Result<T, E> | Promise<Result<T, E>>;

/** The next step, if this one succeeds. (Not called `then`: a module that exports that is taken for a promise by whoever imports it dynamically.) */
export function andThen<A, B, E>(step: Later<A, E>, next: (value: A) => Later<B, E>): Later<B, E> {
  if (step instanceof Promise) return step.then((done) => (done.ok ? next(done.value) : done));
  return step.ok ? next(step.value) : step;
}
