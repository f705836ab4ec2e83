/** Texts and objects by numbers, the same for the same: what is made of many of them stays short. */
export class Numbers {
  readonly #texts = new Map<string, number>();
  readonly #objects = new Map<object, number>();

  text(text: string): number {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, this.#texts.size);
    return this.#texts.size - 1;
  }

  object(one: object): number {
    const known = this.#objects.get(one);
    if (known !== undefined) return known;
    this.#objects.set(one, this.#objects.size);
    return this.#objects.size - 1;
  }
}
