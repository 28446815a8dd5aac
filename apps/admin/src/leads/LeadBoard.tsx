// Leads by stage. Each column loads its own pages; a card is dragged, or moved by its menu from the
// keyboard.
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import {
  leadMoves,
  leads,
  leadStatuses,
  type Lead,
  type LeadStatus,
} from '@rmtools/contracts/crm/leads'
import { COUNT_CAP } from '@rmtools/contracts/lists'
import { formatCount } from '@rmtools/look/format'
import { problemText } from '@rmtools/look/problems'
import { leadStates } from '@rmtools/look/states'
import { actions } from '@rmtools/look/words'
import type { InputOf } from '../base/api.ts'
import { useSay } from '../base/language.ts'
import { useMay } from '../base/me.ts'
import { paths } from '../base/paths.ts'
import { asProblem, askPages } from '../base/queries.ts'
import { Waiting } from '../ui/Notice.tsx'
import { State } from '../ui/State.tsx'
import { FollowUp } from './FollowUp.tsx'
import { MoveMenu, useMoving, type Moving } from './moving.tsx'
import { words } from './words.ts'
import styles from './LeadBoard.module.css'

type Filter = InputOf<'leads', 'list'>
type Drag = { lead: Lead; onDrag: (lead: Lead | null) => void }

export function LeadBoard({ filter }: { filter: Filter }) {
  const moving = useMoving()
  const [dragged, setDragged] = useState<Lead | null>(null)
  return (
    <>
      {moving.notices}
      <div className={styles['board']}>
        {leadStatuses.map((status) => (
          <Column
            key={status}
            status={status}
            filter={filter}
            moving={moving}
            dragged={dragged}
            onDrag={setDragged}
          />
        ))}
      </div>
    </>
  )
}

type ColumnProps = {
  status: LeadStatus
  filter: Filter
  moving: Moving
  dragged: Lead | null
  onDrag: Drag['onDrag']
}

function Column({ status, filter, moving, dragged, onDrag }: ColumnProps) {
  const say = useSay()
  const query = useInfiniteQuery(
    askPages('leads', 'list', { ...filter, status, limit: 20, count: true }),
  )
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = query
  const items = data?.pages.flatMap((page) => page.items) ?? []
  const total = data?.pages[0]?.total
  const isTarget = dragged !== null && leadMoves(dragged.status).includes(status)
  const word = say(leadStates[status].word)
  return (
    <section
      className={styles['column']}
      aria-label={word}
      aria-busy={isPending}
      data-target={dragged === null ? undefined : isTarget}
      onDragOver={(event) => {
        if (isTarget) event.preventDefault()
      }}
      onDrop={() => {
        if (dragged && isTarget) moving.move(dragged, status)
        onDrag(null)
      }}
    >
      <header>
        <h2>
          <State state={leadStates[status]} />
        </h2>
        <span className="faint figures">
          {total &&
            (total.isCapped
              ? `> ${formatCount(COUNT_CAP, say.language)}`
              : formatCount(total.count, say.language))}
        </span>
      </header>
      {error && (
        <div role="alert" className={styles['failed']}>
          <p>{problemText(asProblem(error).code, say.language)}</p>
          <Button size="small" onClick={() => void refetch()}>
            {say(actions.retry)}
          </Button>
        </div>
      )}
      {isPending && !error && <Waiting rows={5} />}
      {data && items.length === 0 && <p className="faint">{say(words.noneHere)}</p>}
      <ul>
        {items.map((lead) => (
          <Card key={lead.id} lead={lead} moving={moving} onDrag={onDrag} />
        ))}
      </ul>
      {hasNextPage && (
        <Button size="small" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {say({ id: 'Muat lebih banyak', en: 'Load more' })}
        </Button>
      )}
    </section>
  )
}

function Card({ lead, moving, onDrag }: Pick<ColumnProps, 'moving' | 'onDrag'> & { lead: Lead }) {
  const mayMove = useMay(leads.update) === true && leadMoves(lead.status).length > 0
  const menu = useRef<HTMLButtonElement>(null)
  const wasMoved = moving.movedId === lead.id
  // The card moved to another column: the keyboard focus follows it.
  useEffect(() => {
    if (wasMoved) menu.current?.focus()
  }, [wasMoved])
  return (
    <li
      className={styles['card']}
      draggable={mayMove}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move'
        onDrag(lead)
      }}
      onDragEnd={() => onDrag(null)}
    >
      <div>
        <Link to={paths.lead(lead.id)} draggable={false}>
          {lead.fullName}
        </Link>
        <small>{lead.rmName}</small>
        {lead.nextFollowUpAt && (
          <small>
            <FollowUp lead={lead} />
          </small>
        )}
        {lead.tags.length > 0 && <small className={styles['tags']}>{lead.tags.join(' · ')}</small>}
      </div>
      {lead.status !== 'converted' && (
        <MoveMenu lead={lead} onMove={moving.move} isSmall ref={menu} />
      )}
    </li>
  )
}
