import type { ReactNode } from 'react'
import { state, type Stories } from '@rmtools/gallery/stories'
import { PlanReview } from './PlanReview.tsx'
import { PlanSigned } from './PlanSigned.tsx'
import { sender, signed, view } from './testing.ts'

const nothing = () => undefined
const review = { view, sender, problem: null, proceed: nothing, decline: nothing, copy: '#' }
const TALL = 1400

export const stories: Stories<ReactNode> = {
  PlanReview: () => ({
    'two funds, one above the profile': state(<PlanReview {...review} />, { height: TALL }),
    'a change that needs another signature': state(
      <PlanReview {...review} view={{ ...view, isChange: true, needsCertifiedSignature: true }} />,
      { height: TALL },
    ),
  }),
  PlanSigned: () => ({
    signed: state(<PlanSigned answer={signed} view={view} sender={sender} copy="#" />, {
      height: 900,
    }),
    declined: state(
      <PlanSigned
        answer={{ ...signed, status: 'declined', nextRuns: [] }}
        view={view}
        sender={sender}
        copy="#"
      />,
      { height: 480 },
    ),
  }),
}
