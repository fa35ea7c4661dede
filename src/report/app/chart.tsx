import { BarChart, HeatmapChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent, VisualMapComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Palette } from './palette.ts'
import { type Pick, useView } from './view.ts'

echarts.use([
  BarChart,
  HeatmapChart,
  LineChart,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  VisualMapComponent,
  SVGRenderer,
])

/** A data item of a chart: where `pick` is given, a click opens what is behind it. */
export interface Datum {
  value: unknown
  pick?: () => Pick
  /** Lines of the tooltip. */
  tip?: string
  [style: string]: unknown
}

export interface ChartSpec {
  option: Record<string, unknown>
  height: number
  /** What a click on a label of the category axis opens. */
  axisPicks?: (() => Pick)[]
}

const FONT =
  '-apple-system, "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif'

/** What all charts share: no animation, quiet axes, tooltips that are drawn as text, never as markup. */
export function base(p: Palette): Record<string, unknown> {
  return {
    animation: false,
    textStyle: { fontFamily: FONT, color: p.ink },
    tooltip: {
      trigger: 'item',
      renderMode: 'richText',
      confine: true,
      backgroundColor: p.surface,
      borderColor: p.line,
      textStyle: { color: p.ink, fontFamily: FONT, fontSize: 13, lineHeight: 20 },
      formatter: ({ data }: { data?: Datum }) => data?.tip ?? '',
    },
  }
}

export function categoryAxis(p: Palette, labels: string[], more: Record<string, unknown> = {}) {
  return {
    type: 'category',
    data: labels,
    triggerEvent: true,
    axisLine: { show: false },
    axisTick: { show: false },
    ...more,
    axisLabel: { color: p.ink, fontSize: 12.5, interval: 0, ...(more.axisLabel as object) },
  }
}

export function valueAxis(p: Palette, more: Record<string, unknown> = {}) {
  return {
    type: 'value',
    splitLine: { lineStyle: { color: p.line } },
    axisLine: { show: false },
    axisTick: { show: false },
    ...more,
    axisLabel: { color: p.muted, fontSize: 11.5, ...(more.axisLabel as object) },
  }
}

export function Chart({ spec, label }: { spec: ChartSpec; label: string }) {
  const { open } = useView()
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<echarts.ECharts | null>(null)
  const live = useRef({ spec, open })
  live.current = { spec, open }

  useLayoutEffect(() => {
    const drawn = echarts.init(box.current!, null, { renderer: 'svg' })
    chart.current = drawn
    drawn.on('click', (event) => {
      const e = event as unknown as { componentType: string; data?: Datum; dataIndex?: number }
      const pick =
        e.componentType === 'series' ? e.data?.pick : live.current.spec.axisPicks?.[e.dataIndex ?? -1]
      if (pick) live.current.open(pick())
    })
    // On paper the drawing is scaled as it is.
    drawn.on('rendered', () =>
      box.current
        ?.querySelector('svg')
        ?.setAttribute('viewBox', `0 0 ${drawn.getWidth()} ${drawn.getHeight()}`),
    )
    const watch = new ResizeObserver(() => drawn.resize())
    watch.observe(box.current!)
    return () => {
      watch.disconnect()
      drawn.dispose()
      chart.current = null
    }
  }, [])

  useLayoutEffect(() => {
    chart.current?.resize({ height: spec.height })
    chart.current?.setOption(spec.option, true)
  }, [spec])

  return <div ref={box} class="chart" role="img" aria-label={label} style={{ height: `${spec.height}px` }} />
}
