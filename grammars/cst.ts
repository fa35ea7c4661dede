import type { CstNode, IToken } from 'chevrotain'

/** Children of a syntax node, by rule or token name. */
export type Cst = Record<string, (CstNode | IToken)[] | undefined>

/** What the methods of a values file are called on: the visitor they are mixed into. */
export interface Visiting {
  visit<T>(node: CstNode | CstNode[] | undefined): T
}

/** Methods of a visitor, one for each rule of the grammar beside it. */
export type Values = Record<string, (this: Visiting, ctx: Cst) => unknown>

export function image(ctx: Cst, token: string, nth = 0): string | undefined {
  return (ctx[token]?.[nth] as IToken | undefined)?.image
}

export function node(ctx: Cst, rule: string, nth = 0): CstNode | undefined {
  return ctx[rule]?.[nth] as CstNode | undefined
}
