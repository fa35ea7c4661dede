import type { Cst, Values } from '../cst.ts'
import { image, node } from '../cst.ts'

/** The families of marks, from the outermost to the innermost (GB/T 9704—2012, 7.3.3), and «▲», which has no place among them. */
export type MarkFamily = 'han' | 'han-bracket' | 'figure' | 'figure-bracket' | 'circled' | 'inline' | 'bullet'

export interface OutlineMarkValue {
  family: MarkFamily
  number: number
}

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'

export const outlineMarkValues = {
  outlineMark(ctx: Cst): OutlineMarkValue {
    const circled = image(ctx, 'Circled')
    if (circled)
      return {
        family: 'circled',
        number: CIRCLED.indexOf(circled) + 1 || Number(circled.normalize('NFKC').replace(/\D/g, '')),
      }
    const inner = node(ctx, 'whole')!
    const number = this.visit<number>(inner)
    const han = Boolean((inner.children as Cst).HanNumber)
    if (ctx.Is) return { family: 'inline', number }
    if (ctx.Open) return { family: han ? 'han-bracket' : 'figure-bracket', number }
    return { family: han ? 'han' : ctx.Close ? 'figure-bracket' : 'figure', number }
  },
} satisfies Values
