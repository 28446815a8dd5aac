// Moves a lead along the pipeline: on the board by dragging or keyboard, and on its own screen.
// Losing it requires a reason.
import { Button, Dropdown } from 'antd'
import { ChevronDown } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { leadMoves, leads, type Lead, type LeadStatus } from '@rmtools/contracts/crm/leads'
import { leadStates } from '@rmtools/look/states'
import { useSay } from '../base/language.ts'
import { useMay } from '../base/me.ts'
import { useAct } from '../base/queries.ts'
import { Refusal } from '../ui/Notice.tsx'
import { ReasonDialog } from '../ui/ReasonDialog.tsx'
import { WithReason } from '../ui/WithReason.tsx'
import { words } from './words.ts'

export type Moving = {
  move: (lead: Lead, to: LeadStatus) => void
  /** The lead that was moved last: it keeps the focus. */
  movedId: string | null
  /** Dialogs, refusals, and announcements for screen readers. */
  notices: ReactNode
}

export function useMoving(): Moving {
  const say = useSay()
  const [losing, setLosing] = useState<Lead | null>(null)
  const [moved, setMoved] = useState<Lead | null>(null)
  const { run, isPending, problem, clear } = useAct('leads', 'update', {
    touches: ['leadActivities', 'dashboard'],
    onDone: (lead) => {
      setMoved(lead)
      setLosing(null)
    },
  })
  const move = (lead: Lead, to: LeadStatus) => {
    clear()
    if (to === 'lost') return setLosing(lead)
    void run({ id: lead.id, version: lead.version, status: to })
  }
  const notices = (
    <>
      {!losing && problem && <Refusal problem={problem} />}
      <span role="status" className="visually-hidden">
        {moved &&
          say(words.moved, { name: moved.fullName, stage: say(leadStates[moved.status].word) })}
      </span>
      {losing && (
        <ReasonDialog
          title={say(words.lostTitle, { name: losing.fullName })}
          act={say(leadStates.lost.word)}
          problem={problem}
          isPending={isPending}
          presets={lostPresets.map((preset) => say(preset))}
          onAct={(lostReason) =>
            void run({ id: losing.id, version: losing.version, status: 'lost', lostReason })
          }
          onClose={() => setLosing(null)}
        />
      )}
    </>
  )
  return { move, movedId: moved?.id ?? null, notices }
}

const lostPresets = [
  { id: 'Tidak dapat dihubungi.', en: 'Cannot be reached.' },
  { id: 'Tidak berminat.', en: 'Not interested.' },
  { id: 'Memilih penyedia lain.', en: 'Chose another provider.' },
] as const

/** Why this user cannot move the lead, if so. */
export function useWhyNot(lead: Lead): string | undefined {
  const say = useSay()
  const may = useMay(leads.update)
  if (may === false) return say(words.mayNotWrite)
  return leadMoves(lead.status).length === 0 ? say(words.noMoves) : undefined
}

type MenuProps = {
  lead: Lead
  onMove: Moving['move']
  isSmall?: boolean
  ref?: React.Ref<HTMLButtonElement | HTMLAnchorElement>
}

/** The stages that a lead can move to. */
export function MoveMenu({ lead, onMove, isSmall = false, ref }: MenuProps) {
  const say = useSay()
  const whyNot = useWhyNot(lead)
  const items = leadMoves(lead.status).map((status) => ({
    key: status,
    label: say(leadStates[status].word),
    onClick: () => onMove(lead, status),
  }))
  return (
    <WithReason reason={whyNot}>
      {(described) => (
        <Dropdown menu={{ items }} trigger={['click']} autoFocus disabled={described.disabled}>
          <Button
            {...(ref ? { ref } : {})}
            size={isSmall ? 'small' : 'middle'}
            type={isSmall ? 'text' : 'default'}
            {...(isSmall ? { 'aria-label': say(words.move, { name: lead.fullName }) } : {})}
            {...described}
          >
            {!isSmall && say(words.moveTo)}
            <ChevronDown size={14} aria-hidden />
          </Button>
        </Dropdown>
      )}
    </WithReason>
  )
}
