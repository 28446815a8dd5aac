import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input, Table } from 'antd'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { reference } from '@rmtools/contracts/crm/reference'
import { formatDate, today } from '@rmtools/look/format'
import { actions } from '@rmtools/look/words'
import type { ReplyOf } from '../base/api.ts'
import { useSay } from '../base/language.ts'
import { useMay } from '../base/me.ts'
import { ask, useAct } from '../base/queries.ts'
import { text, useAddress } from '../base/search.ts'
import { Field } from '../ui/Field.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Empty, Refusal, Waiting } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { ReasonDialog } from '../ui/ReasonDialog.tsx'
import { WithReason } from '../ui/WithReason.tsx'
import { holidayWords } from './reference-words.ts'
import { words } from './words.ts'
import styles from './Settings.module.css'

type Holiday = ReplyOf<'reference', 'holidays'>['items'][number]
const readers = { year: text(4) }
const FIRST = 2000
const LAST = 2100

export function HolidaysPart() {
  const say = useSay()
  const mayNot = useMay(reference.putHoliday) === false ? say(words.mayNotPlatform) : undefined
  const [{ year: asked }, change] = useAddress(readers)
  const year = Math.min(LAST, Math.max(FIRST, Number(asked ?? today().slice(0, 4)) || FIRST))
  const { data, error, refetch } = useQuery(ask('reference', 'holidays', { year }))
  const [edited, setEdited] = useState<Holiday | 'new' | null>(null)
  const [removed, setRemoved] = useState<Holiday | null>(null)
  const step = (by: number) => change({ year: String(year + by) })
  return (
    <Section title={say(words.holidays)}>
      <p className="faint">{say(holidayWords.intro)}</p>
      <div className={styles['bar']}>
        <Button
          aria-label={say(holidayWords.previous)}
          disabled={year <= FIRST}
          onClick={() => step(-1)}
          icon={<ChevronLeft size={14} aria-hidden />}
        />
        <strong className="figures" role="status">
          {year}
        </strong>
        <Button
          aria-label={say(holidayWords.next)}
          disabled={year >= LAST}
          onClick={() => step(1)}
          icon={<ChevronRight size={14} aria-hidden />}
        />
        <WithReason reason={mayNot}>
          {(described) => (
            <Button type="primary" {...described} onClick={() => setEdited('new')}>
              {say(holidayWords.add)}
            </Button>
          )}
        </WithReason>
      </div>
      <Refusal problem={error} onRetry={() => void refetch()} />
      {!data && !error && <Waiting rows={8} />}
      {data?.items.length === 0 && (
        <Empty title={say(holidayWords.none, { year })}>{say(holidayWords.noneHint)}</Empty>
      )}
      {data && data.items.length > 0 && (
        <HolidayTable
          holidays={data.items}
          mayNot={mayNot}
          onEdit={setEdited}
          onRemove={setRemoved}
        />
      )}
      {edited && (
        <HolidayForm
          holiday={edited === 'new' ? undefined : edited}
          year={year}
          onClose={() => setEdited(null)}
        />
      )}
      {removed && <RemoveHoliday holiday={removed} onClose={() => setRemoved(null)} />}
    </Section>
  )
}

type TableProps = {
  holidays: readonly Holiday[]
  mayNot: string | undefined
  onEdit: (holiday: Holiday) => void
  onRemove: (holiday: Holiday) => void
}

function HolidayTable({ holidays, mayNot, onEdit, onRemove }: TableProps) {
  const say = useSay()
  return (
    <Table<Holiday>
      size="small"
      rowKey="date"
      pagination={false}
      dataSource={[...holidays]}
      columns={[
        {
          title: say(holidayWords.date),
          render: (_, { date }) =>
            `${weekday(date, say.language)}, ${formatDate(date, say.language)}`,
          width: 200,
        },
        {
          title: say(holidayWords.name),
          render: (_, { name, isProvisional }) => (
            <>
              {name}{' '}
              {isProvisional && <small className="faint">· {say(holidayWords.provisional)}</small>}
            </>
          ),
        },
        {
          title: <span className="visually-hidden">{say(words.acts)}</span>,
          align: 'right',
          render: (_, holiday) => (
            <WithReason reason={mayNot}>
              {(described) => (
                <>
                  <Button
                    size="small"
                    type="text"
                    {...described}
                    aria-label={say(holidayWords.edit, { name: holiday.name })}
                    onClick={() => onEdit(holiday)}
                  >
                    {say(actions.edit)}
                  </Button>
                  <Button
                    size="small"
                    type="text"
                    danger={!described.disabled}
                    {...described}
                    aria-label={say(holidayWords.removeLabel, {
                      name: holiday.name,
                      date: holiday.date,
                    })}
                    onClick={() => onRemove(holiday)}
                  >
                    {say(actions.remove)}
                  </Button>
                </>
              )}
            </WithReason>
          ),
        },
      ]}
    />
  )
}

const weekday = (date: string, language: string) =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(new Date(date))
const isWeekend = (date: string) => [0, 6].includes(new Date(date).getUTCDay())

function HolidayForm({
  holiday,
  year,
  onClose,
}: {
  holiday: Holiday | undefined
  year: number
  onClose: () => void
}) {
  const say = useSay()
  const [value, setValue] = useState({
    date: holiday?.date ?? '',
    name: holiday?.name ?? '',
    isProvisional: holiday?.isProvisional ?? false,
    reason: '',
  })
  const [isTried, setTried] = useState(false)
  const { run, isPending, problem } = useAct('reference', 'putHoliday', { onDone: onClose })
  const change = (changes: Partial<typeof value>) => setValue({ ...value, ...changes })
  const submit = () => {
    setTried(true)
    const { date, isProvisional } = value
    const [name, reason] = [value.name.trim(), value.reason.trim()]
    if (date && name) void run({ date, name, isProvisional, ...(reason ? { reason } : {}) })
  }
  const needed = isTried ? say(words.needed) : null
  return (
    <FormDialog
      title={holiday ? say(holidayWords.edit, { name: holiday.name }) : say(holidayWords.add)}
      act={say(holiday ? actions.save : actions.add)}
      isPending={isPending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field
        id="date"
        label={say(holidayWords.date)}
        isRequired
        hint={value.date && isWeekend(value.date) ? say(holidayWords.weekend) : undefined}
        fault={value.date ? null : needed}
      >
        <Input
          id="date"
          type="date"
          autoFocus={!holiday}
          readOnly={holiday !== undefined}
          min={`${year}-01-01`}
          style={{ width: 180 }}
          value={value.date}
          onChange={(event) => change({ date: event.target.value })}
        />
      </Field>
      <Field
        id="name"
        label={say(holidayWords.name)}
        isRequired
        fault={value.name.trim() ? null : needed}
      >
        <Input
          id="name"
          autoFocus={holiday !== undefined}
          maxLength={150}
          value={value.name}
          onChange={(event) => change({ name: event.target.value })}
        />
      </Field>
      <Checkbox
        checked={value.isProvisional}
        onChange={(event) => change({ isProvisional: event.target.checked })}
      >
        {say(holidayWords.provisional)}{' '}
        <span className="faint">· {say(holidayWords.provisionalHint)}</span>
      </Checkbox>
      <Field id="reason" label={say(holidayWords.reason)}>
        <Input
          id="reason"
          maxLength={500}
          value={value.reason}
          onChange={(event) => change({ reason: event.target.value })}
        />
      </Field>
    </FormDialog>
  )
}

function RemoveHoliday({
  holiday: { date, name },
  onClose,
}: {
  holiday: Holiday
  onClose: () => void
}) {
  const say = useSay()
  const { run, isPending, problem } = useAct('reference', 'removeHoliday', { onDone: onClose })
  return (
    <ReasonDialog
      title={say(holidayWords.remove, { name, date: formatDate(date, say.language) })}
      act={say(holidayWords.removeAct)}
      isDangerous
      isOptional
      problem={problem}
      isPending={isPending}
      onAct={(reason) => void run({ date, ...(reason ? { reason } : {}) })}
      onClose={onClose}
    />
  )
}
