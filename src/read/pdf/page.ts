import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

type Library = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

/** A stretch of text at its place; x to the right, y downwards to the baseline, in points. */
export interface Run {
  text: string
  x: number
  right: number
  y: number
  size: number
}

/** A drawn line, upright or level. */
export interface Ruling {
  x1: number
  y1: number
  x2: number
  y2: number
}

export interface Page {
  runs: Run[]
  rulings: Ruling[]
  width: number
  height: number
}

const INVISIBLE = /^[\s\p{Cc}\p{Cf}]*$/u

type Matrix = readonly [number, number, number, number, number, number]

export async function readPage(page: PDFPageProxy, pdfjs: Library): Promise<Page> {
  const viewport = page.getViewport({ scale: 1 })
  const toPage = viewport.transform as unknown as Matrix
  const content = await page.getTextContent()
  const runs: Run[] = []
  for (const item of content.items) {
    if (!('str' in item) || INVISIBLE.test(item.str)) continue
    const [, , c, d, e, f] = product(toPage, item.transform as unknown as Matrix)
    const size = Math.hypot(c, d) || item.height
    runs.push({ text: item.str, x: e, right: e + item.width, y: f, size })
  }
  const rulings = runs.length > 3 ? rulingsOf(await page.getOperatorList(), toPage, pdfjs) : []
  return { runs: withoutShadows(runs), rulings, width: viewport.width, height: viewport.height }
}

/** Bold that is made by printing twice, a little beside. */
function withoutShadows(runs: readonly Run[]): Run[] {
  const seen = new Map<string, Run>()
  return runs.filter((run) => {
    const [column, row] = [Math.floor(run.x), Math.floor(run.y)]
    for (let c = column - 1; c <= column + 1; c++)
      for (let r = row - 1; r <= row + 1; r++) {
        const same = seen.get(`${c} ${r} ${run.text}`)
        if (same && Math.abs(same.x - run.x) < 1 && Math.abs(same.y - run.y) < 1) return false
      }
    seen.set(`${column} ${row} ${run.text}`, run)
    return true
  })
}

/** a ∘ b, as PDF writes matrices. */
function product(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ]
}

const THIN = 2.5

function rulingsOf(
  list: Awaited<ReturnType<PDFPageProxy['getOperatorList']>>,
  toPage: Matrix,
  { OPS }: Library,
): Ruling[] {
  const rulings: Ruling[] = []
  const strokes = new Set<number>([OPS.stroke, OPS.closeStroke])
  const fills = new Set<number>([OPS.fill, OPS.eoFill])
  const both = new Set<number>([OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke])
  const stack: Matrix[] = []
  let matrix = toPage
  for (const [i, operator] of list.fnArray.entries()) {
    const args = list.argsArray[i]
    if (operator === OPS.save) stack.push(matrix)
    else if (operator === OPS.restore) matrix = stack.pop() ?? toPage
    else if (operator === OPS.transform) matrix = product(matrix, args as unknown as Matrix)
    else if (operator === OPS.paintFormXObjectBegin) {
      stack.push(matrix)
      if (args?.[0]) matrix = product(matrix, args[0] as unknown as Matrix)
    } else if (operator === OPS.paintFormXObjectEnd) matrix = stack.pop() ?? toPage
    else if (operator === OPS.constructPath) {
      const [paint, data] = args as [number, [Float32Array | null]]
      if (!data?.[0]) continue
      if (strokes.has(paint) || both.has(paint)) rulings.push(...sidesOf(data[0], matrix))
      else if (fills.has(paint)) rulings.push(...barOf(data[0], matrix))
    }
  }
  return rulings
}

/** The straight pieces of a path. */
function* piecesOf(path: Float32Array, matrix: Matrix): Iterable<Ruling> {
  let at = { x: 0, y: 0 }
  let first = at
  const point = (i: number) => ({
    x: matrix[0] * path[i]! + matrix[2] * path[i + 1]! + matrix[4],
    y: matrix[1] * path[i]! + matrix[3] * path[i + 1]! + matrix[5],
  })
  for (let i = 0; i < path.length; ) {
    const step = path[i]!
    if (step === 0) {
      at = first = point(i + 1)
      i += 3
    } else if (step === 1 || step === 4) {
      const next = step === 1 ? point(i + 1) : first
      yield { x1: at.x, y1: at.y, x2: next.x, y2: next.y }
      at = next
      i += step === 1 ? 3 : 1
    } else {
      const last = step === 2 ? 5 : 3
      at = point(i + last)
      i += last + 2
    }
  }
}

function* sidesOf(path: Float32Array, matrix: Matrix): Iterable<Ruling> {
  for (const p of piecesOf(path, matrix)) {
    const level = Math.abs(p.y1 - p.y2) < 0.5
    const upright = Math.abs(p.x1 - p.x2) < 0.5
    if (level !== upright) yield sorted(p)
  }
}

/** Word draws its borders as thin bars that are filled. */
function* barOf(path: Float32Array, matrix: Matrix): Iterable<Ruling> {
  let x1 = Number.POSITIVE_INFINITY
  let y1 = Number.POSITIVE_INFINITY
  let x2 = Number.NEGATIVE_INFINITY
  let y2 = Number.NEGATIVE_INFINITY
  let pieces = 0
  // One path may hold many bars: each closes before the next begins.
  const flush = function* (): Iterable<Ruling> {
    if (pieces > 0 && x2 - x1 < THIN !== y2 - y1 < THIN) {
      const x = (x1 + x2) / 2
      const y = (y1 + y2) / 2
      yield x2 - x1 < THIN ? { x1: x, x2: x, y1, y2 } : { x1, x2, y1: y, y2: y }
    }
  }
  let end: { x: number; y: number } | null = null
  for (const p of piecesOf(path, matrix)) {
    if (end && (Math.abs(end.x - p.x1) > 0.01 || Math.abs(end.y - p.y1) > 0.01)) {
      yield* flush()
      pieces = 0
      x1 = y1 = Number.POSITIVE_INFINITY
      x2 = y2 = Number.NEGATIVE_INFINITY
    }
    x1 = Math.min(x1, p.x1, p.x2)
    x2 = Math.max(x2, p.x1, p.x2)
    y1 = Math.min(y1, p.y1, p.y2)
    y2 = Math.max(y2, p.y1, p.y2)
    pieces++
    end = { x: p.x2, y: p.y2 }
  }
  yield* flush()
}

function sorted({ x1, y1, x2, y2 }: Ruling): Ruling {
  return { x1: Math.min(x1, x2), x2: Math.max(x1, x2), y1: Math.min(y1, y2), y2: Math.max(y1, y2) }
}
