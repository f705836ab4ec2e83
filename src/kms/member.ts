/** A pattern as the service's model writes it, with anchors or without, which its messages repeat; a text matches as a whole. */
export type Pattern = { readonly model: string; readonly whole: RegExp };

/** What the service's model says of a value, as data. Lengths are those of characters, bytes or items. */
export type Shape =
  | { readonly type: "text"; readonly min: number; readonly max: number; readonly pattern: Pattern | undefined }
  | { readonly type: "name"; readonly names: readonly string[] }
  | { readonly type: "integer"; readonly min: number; readonly max: number }
  | { readonly type: "flag" }
  | { readonly type: "time" }
  | { readonly type: "bytes"; readonly min: number; readonly max: number }
  | { readonly type: "pairs" }
  | { readonly type: "list"; readonly item: AnyMember; readonly min: number; readonly max: number }
  | { readonly type: "structure"; readonly members: Members };

type Scalar = string | number | boolean;

/** A member of a request: what it may hold, and what becomes of it when it is left out. */
export class Member<Read, Given = Read> {
  readonly shape: Shape;
  readonly isOptional: boolean;
  readonly fallback: Scalar | undefined; // what an omitted one means
  declare readonly types: { readonly read: Read; readonly given: Given }; // never there: what operations get, and what callers write

  constructor(shape: Shape, isOptional = false, fallback?: Scalar) {
    this.shape = shape;
    this.isOptional = isOptional;
    this.fallback = fallback;
  }

  optional(): Member<Read | undefined, Given | undefined> {
    return new Member(this.shape, true);
  }

  default(value: Read & Scalar): Member<Read, Given | undefined> {
    return new Member(this.shape, true, value);
  }
}

export type AnyMember = Member<unknown, unknown>;
export type Members = Readonly<Record<string, AnyMember>>;
export type ReadBy<M extends AnyMember> = M["types"]["read"];
export type GivenTo<M extends AnyMember> = M["types"]["given"];

/** The type of a structure: members that may be undefined may be left out. */
export type Structure<M extends Members, Side extends "read" | "given"> = Flat<
  { -readonly [K in keyof M as undefined extends M[K]["types"][Side] ? never : K]: M[K]["types"][Side] } & {
    -readonly [K in keyof M as undefined extends M[K]["types"][Side] ? K : never]?: M[K]["types"][Side];
  }
>;
type Flat<T> = { [K in keyof T]: T[K] };
