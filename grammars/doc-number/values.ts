import type { Cst, Values } from '../cst.ts'
import { image } from '../cst.ts'

export interface DocNumberValue {
  year: number
  serial: number
}

export const docNumberValues = {
  docNumber(ctx: Cst): DocNumberValue {
    return { year: Number(image(ctx, 'Int')), serial: Number(image(ctx, 'Int', 1)) }
  },
} satisfies Values
