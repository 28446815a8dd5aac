// ECharts with the parts that our charts use, in our colours.
import { BarChart, FunnelChart, LineChart } from 'echarts/charts'
import {
  DataZoomComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
} from 'echarts/components'
import { init, use, type EChartsCoreOption } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { coloursOf, seriesOf, type Scheme } from '@rmtools/look/colours'
import { fontFamily } from '@rmtools/look/scale'

use([
  BarChart,
  FunnelChart,
  LineChart,
  DataZoomComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  SVGRenderer,
])

type Drawing = { option: EChartsCoreOption; scheme: Scheme; brand: string | null }

/** Draws into an element and follows its size. Returns the function that removes the chart. */
export function draw(
  box: HTMLElement,
  { option, scheme, brand }: Drawing,
  onSelect: (index: number) => void,
): () => void {
  const c = coloursOf(scheme, brand)
  const axis = {
    axisLine: { lineStyle: { color: c.hairline } },
    axisTick: { show: false },
    axisLabel: { color: c.textSecond },
    splitLine: { lineStyle: { color: c.hairline } },
  }
  const theme = {
    color: [...seriesOf(scheme, brand)],
    textStyle: { fontFamily, fontSize: 12, color: c.textSecond },
    categoryAxis: { ...axis, splitLine: { show: false } },
    valueAxis: { ...axis, axisLine: { show: false } },
    timeAxis: { ...axis, splitLine: { show: false } },
    tooltip: {
      backgroundColor: c.surface,
      borderColor: c.hairline,
      textStyle: { color: c.text, fontSize: 12 },
      extraCssText: 'box-shadow:none',
    },
    legend: { textStyle: { color: c.textSecond } },
  }
  const chart = init(box, theme, { renderer: 'svg' })
  chart.setOption({ animation: false, ...option })
  chart.on('click', ({ dataIndex }) => onSelect(dataIndex))
  const observer = new ResizeObserver(() => chart.resize())
  observer.observe(box)
  return () => {
    observer.disconnect()
    chart.dispose()
  }
}
