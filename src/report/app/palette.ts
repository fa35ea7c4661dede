/** Colours of the charts, which the style sheet states once for light and once for dark. */
export interface Palette {
  ink: string
  muted: string
  line: string
  surface: string
  severity: Record<'veto' | 'deduction' | 'management', string>
  accent: string
  heat: string[]
  /** From this part of the most on, a number on a heat cell is written in the colour of the surface. */
  heatTurn: number
  lines: string[]
}

export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement)
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    ink: colour('ink'),
    muted: colour('muted'),
    line: colour('line'),
    surface: colour('surface'),
    accent: colour('accent'),
    severity: { veto: colour('veto'), deduction: colour('deduction'), management: colour('management') },
    heat: [0, 1, 2, 3, 4].map((i) => colour(`heat-${i}`)),
    heatTurn: Number(colour('heat-turn')),
    lines: [0, 1, 2, 3, 4, 5, 6, 7].map((i) => colour(`line-${i}`)),
  }
}
