import type { ReactNode } from 'react'
import { Button } from 'antd'
import { state, type Stories, type Words } from '@rmtools/gallery/stories'
import { formatMoneyShort } from '@rmtools/look/format'
import { BarChart } from './BarChart.tsx'
import { Chart } from './Chart.tsx'
import { linesOver } from './chart-options.ts'

export const stories: Stories<ReactNode> = {
  Chart: (say) => ({
    lines: state(
      <Chart
        label={say('NAB per unit', 'NAV per unit')}
        option={navOption}
        table={<Button type="link">{say('Angka', 'Figures')}</Button>}
        height={200}
      />,
      { isWide: true },
    ),
  }),
  BarChart: (say) => ({
    months: state(<Sales say={say} isHorizontal={false} />, { isWide: true }),
    products: state(<Sales say={say} isHorizontal />, { isWide: true }),
  }),
}
const navOption = linesOver({
  series: [
    {
      name: 'Dana Kas',
      points: [
        ['2026-09-01', '1000'],
        ['2026-10-01', '1012'],
        ['2026-11-01', '1024'],
      ],
    },
    {
      name: 'Dana Pendapatan Tetap',
      points: [
        ['2026-09-01', '1040'],
        ['2026-10-01', '1021'],
        ['2026-11-01', '1063'],
      ],
    },
  ],
  format: String,
  language: 'id',
})

function Sales({ say, isHorizontal }: { say: Words; isHorizontal: boolean }) {
  const language = say('id', 'en') === 'id' ? 'id' : 'en'
  return (
    <BarChart
      label={say('Penjualan', 'Sales')}
      head={say('Bulan', 'Month')}
      series={[say('Pembelian', 'Subscriptions'), say('Penjualan kembali', 'Redemptions')]}
      points={[
        {
          key: '1',
          name: 'Sep 2026',
          values: ['1200000000', '400000000'],
          path: '/reports',
          search: {},
        },
        {
          key: '2',
          name: 'Okt 2026',
          values: ['1900000000', '250000000'],
          path: '/reports',
          search: {},
        },
        {
          key: '3',
          name: 'Nov 2026',
          values: ['700000000', '900000000'],
          path: '/reports',
          search: {},
        },
      ]}
      short={(value) => formatMoneyShort(String(value), 'IDR', language)}
      exact={(value) => formatMoneyShort(String(value), 'IDR', language)}
      height={200}
      isHorizontal={isHorizontal}
    />
  )
}
