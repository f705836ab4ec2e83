/**
 * Decision diagrams over variables with finitely many classes: a Boolean function of the classes, each function one node, so that two functions are equal
 * exactly when their nodes are the same (R. E. Bryant 1986, with as many branches as a variable has classes). Everything asked about all requests is
 * asked of such functions: whether one allows what another does not is whether a node is the empty one.
 */
export type Node = number;

export const NEVER: Node = 0;
export const ALWAYS: Node = 1;

/** Told when a function would need more nodes than were granted: the question is then answered `unknown`, never wrongly. */
export class TooLarge extends Error {
  constructor(nodes: number) {
    super(`more than ${nodes} nodes`);
    this.name = "TooLarge";
  }
}

/** Diagrams over one order of variables. `sizes[v]` is the number of classes of the variable v. */
export class Diagrams {
  readonly sizes: readonly number[];
  readonly #limit: number;
  readonly #variables: number[] = [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]; // of each node; the constants come last
  readonly #children: (readonly Node[])[] = [[], []];
  readonly #known = new Map<string, Node>();
  readonly #conjunctions = new Map<number, Node>();
  readonly #disjunctions = new Map<number, Node>();
  readonly #negated = new Map<Node, Node>();

  constructor(sizes: readonly number[], limit = 200_000) {
    this.sizes = sizes;
    this.#limit = limit;
  }

  /** The function that is `children[c]` where the variable is in the class c; the children ask only about later variables. */
  node(variable: number, children: readonly Node[]): Node {
    const [first] = children;
    if (children.every((child) => child === first)) return first as Node;
    const key = `${variable}:${children.join(",")}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const node = this.#variables.length;
    if (node > this.#limit) throw new TooLarge(this.#limit);
    this.#variables.push(variable);
    this.#children.push(children);
    this.#known.set(key, node);
    return node;
  }

  /** True where the variable is in one of the classes. */
  among(variable: number, isIn: (choice: number) => boolean): Node {
    return this.node(
      variable,
      Array.from({ length: this.sizes[variable] as number }, (_, choice) => (isIn(choice) ? ALWAYS : NEVER)),
    );
  }

  /** A function of several variables, in their order, told for each tuple of classes. */
  table(variables: readonly number[], holds: (choices: readonly number[]) => boolean, choices: readonly number[] = []): Node {
    const variable = variables[choices.length];
    if (variable === undefined) return holds(choices) ? ALWAYS : NEVER;
    const children: Node[] = [];
    for (let choice = 0; choice < (this.sizes[variable] as number); choice++)
      children.push(this.table(variables, holds, [...choices, choice]));
    return this.node(variable, children);
  }

  not(a: Node): Node {
    if (a <= ALWAYS) return 1 - a;
    const known = this.#negated.get(a);
    if (known !== undefined) return known;
    const node = this.node(
      this.variableOf(a),
      this.childrenOf(a).map((child) => this.not(child)),
    );
    this.#negated.set(a, node);
    this.#negated.set(node, a);
    return node;
  }

  and(a: Node, b: Node): Node {
    if (a === NEVER || b === NEVER) return NEVER;
    if (a === ALWAYS || a === b) return b;
    return b === ALWAYS ? a : this.#combined(a, b, this.#conjunctions, this.#and);
  }

  or(a: Node, b: Node): Node {
    if (a === ALWAYS || b === ALWAYS) return ALWAYS;
    if (a === NEVER || a === b) return b;
    return b === NEVER ? a : this.#combined(a, b, this.#disjunctions, this.#or);
  }

  readonly #and = (a: Node, b: Node): Node => this.and(a, b);
  readonly #or = (a: Node, b: Node): Node => this.or(a, b);

  /** Of two functions neither of which is constant, class by class of the variable that either asks about first. */
  #combined(a: Node, b: Node, done: Map<number, Node>, combine: (a: Node, b: Node) => Node): Node {
    const key = a < b ? b * SPREAD + a : a * SPREAD + b;
    const known = done.get(key);
    if (known !== undefined) return known;
    const [va, vb] = [this.variableOf(a), this.variableOf(b)];
    const variable = Math.min(va, vb);
    const children: Node[] = [];
    for (let choice = 0; choice < (this.sizes[variable] as number); choice++)
      children.push(combine(va === variable ? this.child(a, choice) : a, vb === variable ? this.child(b, choice) : b));
    const node = this.node(variable, children);
    done.set(key, node);
    return node;
  }

  every(nodes: Iterable<Node>): Node {
    let all = ALWAYS;
    for (const node of nodes) {
      all = this.and(all, node);
      if (all === NEVER) return NEVER;
    }
    return all;
  }

  some(nodes: Iterable<Node>): Node {
    let any = NEVER;
    for (const node of nodes) {
      any = this.or(any, node);
      if (any === ALWAYS) return ALWAYS;
    }
    return any;
  }

  without(a: Node, b: Node): Node {
    return this.and(a, this.not(b));
  }

  /** Where the function holds for every class of a variable, and where for some: functions that do not ask about it. */
  forEvery(node: Node, variable: number): Node {
    return this.#over(node, variable, this.#and, new Map());
  }

  forSome(node: Node, variable: number): Node {
    return this.#over(node, variable, this.#or, new Map());
  }

  #over(node: Node, variable: number, combine: (a: Node, b: Node) => Node, done: Map<Node, Node>): Node {
    const own = this.variableOf(node);
    if (own > variable) return node;
    const known = done.get(node);
    if (known !== undefined) return known;
    const children = this.childrenOf(node);
    const made =
      own === variable
        ? children.reduce(combine)
        : this.node(
            own,
            children.map((child) => this.#over(child, variable, combine, done)),
          );
    done.set(node, made);
    return made;
  }

  /** Whether b holds wherever a does. */
  implies(a: Node, b: Node): boolean {
    return this.without(a, b) === NEVER;
  }

  variableOf(node: Node): number {
    return this.#variables[node] as number;
  }

  childrenOf(node: Node): readonly Node[] {
    return this.#children[node] as readonly Node[];
  }

  child(node: Node, choice: number): Node {
    return (this.#children[node] as readonly Node[])[choice] as Node;
  }

  /** The value for a class of each variable. */
  holds(node: Node, choices: readonly number[]): boolean {
    let at = node;
    while (at > ALWAYS) at = this.child(at, choices[this.variableOf(at)] as number);
    return at === ALWAYS;
  }

  /** The first way to satisfy the function, by the order of the classes: a class for each variable it asks about. Undefined for the empty function. */
  first(node: Node): ReadonlyMap<number, number> | undefined {
    if (node === NEVER) return undefined;
    const choices = new Map<number, number>();
    let at = node;
    while (at !== ALWAYS) {
      const choice = this.childrenOf(at).findIndex((child) => child !== NEVER);
      choices.set(this.variableOf(at), choice);
      at = this.child(at, choice);
    }
    return choices;
  }

  /** Ways that exclude each other and together are the function, at most so many; of each the classes of the variables it asks about. */
  cubes(node: Node, most: number): readonly Cube[] {
    const found: Cube[] = [];
    const walk = (at: Node, before: Cube): void => {
      if (at === NEVER || found.length >= most) return;
      if (at === ALWAYS) {
        found.push(before);
        return;
      }
      const variable = this.variableOf(at);
      const byChild = new Map<Node, number[]>();
      this.childrenOf(at).forEach((child, choice) => {
        const same = byChild.get(child);
        if (same) same.push(choice);
        else byChild.set(child, [choice]);
      });
      for (const [child, choices] of byChild) walk(child, new Map(before).set(variable, new Set(choices)));
    };
    walk(node, new Map());
    return found;
  }

  /** The conjunction that a cube is. */
  ofCube(cube: Cube): Node {
    return this.every([...cube].map(([variable, choices]) => this.among(variable, (choice) => choices.has(choice))));
  }
}

const SPREAD = 0x4000000; // more than there are nodes, so that a pair of nodes is one number

/** A conjunction: of some variables, the classes they may be in. */
export type Cube = ReadonlyMap<number, ReadonlySet<number>>;
