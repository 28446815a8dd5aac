import type { ReactNode } from 'react'
import { state, type Stories } from '@rmtools/gallery/stories'
import { Shortened } from './Shortened.tsx'

const months = Array.from({ length: 9 }, (_, nth) => `2026-0${nth + 1}`)
const line = (text: string) => <p key={text}>{text}</p>

export const stories: Stories<ReactNode> = {
  Shortened: () => ({
    'a long list': state(<Shortened items={months} draw={line} />),
    'with one that is needed': state(
      <Shortened items={months} isNeeded={(month) => month === '2026-09'} draw={line} />,
    ),
    'a short list': state(<Shortened items={months.slice(0, 2)} draw={line} />),
  }),
}
