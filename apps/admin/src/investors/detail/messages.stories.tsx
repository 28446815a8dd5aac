import type { ReactNode } from 'react'
import { state, type Stories } from '@rmtools/gallery/stories'
import { CLIENT_ID } from '../../gallery/data.ts'
import { Messages } from './Messages.tsx'

export const stories: Stories<ReactNode> = {
  ClientMessages: () => ({
    'one in each state': state(<Messages id={CLIENT_ID} />, { isWide: true }),
    'none yet': state(<Messages id="none" />, { isWide: true }),
  }),
}
