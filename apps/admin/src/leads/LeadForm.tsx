// A lead as it is entered or corrected. A change by somebody else meanwhile is shown, and nothing typed is lost.
import { useNavigate } from '@tanstack/react-router'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { leadPhoneTaken, phoneInvalid, type Lead } from '@rmtools/contracts/crm/leads'
import { MAX_PHONE_CHARACTERS } from '@rmtools/contracts/phones'
import { staleVersion } from '@rmtools/contracts/problem'
import { problemText } from '@rmtools/look/problems'
import { actions } from '@rmtools/look/words'
import { useSay } from '../app/language.ts'
import { paths } from '../app/paths.ts'
import { refresh, useAct } from '../app/queries.ts'
import { formatInstant } from '@rmtools/look/format'
import { useDraft } from '../ui/draft.ts'
import { Field } from '../ui/Field.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { fromLocal, toLocal } from '../ui/instants.ts'
import { Stale } from '../ui/Stale.tsx'
import { words } from './words.ts'
import styles from './Lead.module.css'

const fields = ['fullName', 'phone', 'email', 'interest', 'source', 'tags', 'nextFollowUpAt'] as const
type FieldName = (typeof fields)[number]
type Editable = Pick<Lead, FieldName | 'version'>
const blank: Editable = { fullName: '', phone: '', email: null, interest: null, source: null, tags: [], nextFollowUpAt: null, version: 0 }

/** Without a lead a new one, into the own book. */
export function LeadForm({ lead, onClose }: { lead?: Lead; onClose: () => void }) {
  const say = useSay()
  const navigate = useNavigate()
  const draft = useDraft<Editable>(lead ?? blank, fields)
  const [isTried, setTried] = useState(false)
  const create = useAct('leads', 'create', { touches: ['dashboard'], onDone: ({ lead: { id } }) => void navigate({ to: paths.lead(id) }) })
  const update = useAct('leads', 'update', { touches: ['leadActivities'], onDone: onClose })
  const problem = lead ? update.problem : create.problem
  const { value } = draft
  const trimmed = { ...value, fullName: value.fullName.trim(), phone: value.phone.trim() }
  const isMissing = trimmed.fullName === '' || trimmed.phone === ''
  const save = async () => {
    setTried(true)
    if (isMissing) return
    const { version: _, ...all } = trimmed
    if (!lead) return void create.run(all)
    if (!draft.isChanged) return onClose()
    // What others changed comes with the lead as it is now.
    if (!(await update.run({ id: lead.id, version: draft.version, ...draft.changes }))) await refresh('leads')
  }
  const needed = (text: string) => (isTried && text === '' ? say({ id: 'Wajib diisi.', en: 'This is needed.' }) : null)
  const isOfPhone = problem?.code === leadPhoneTaken.code || problem?.code === phoneInvalid.code
  const phoneFault = problem && isOfPhone ? problemText(problem.code, say.language) : null
  return (
    <FormDialog
      title={lead ? say(words.edit, { name: lead.fullName }) : say(words.add)}
      act={say(lead ? actions.save : actions.add)}
      isPending={update.isPending || create.isPending}
      isDisabled={draft.theirs.length > 0}
      problem={problem?.code === staleVersion.code && draft.theirs.length > 0 ? null : problem}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <Stale
        draft={draft}
        label={(field) => say(labels[field as FieldName])}
        show={(field, shown) => showField(field, shown, say.language)}
      />
      <Field id="fullName" label={say(words.name)} isRequired fault={needed(trimmed.fullName)}>
        <Input
          id="fullName"
          autoFocus
          maxLength={150}
          value={value.fullName}
          onChange={(event) => draft.set({ fullName: event.target.value })}
        />
      </Field>
      <div className={styles['pair']}>
        <Field id="phone" label={say(words.phone)} isRequired fault={phoneFault ?? needed(trimmed.phone)}>
          <Input
            id="phone"
            inputMode="tel"
            maxLength={MAX_PHONE_CHARACTERS}
            value={value.phone}
            onChange={(event) => draft.set({ phone: event.target.value })}
          />
        </Field>
        <Field id="email" label={say(words.email)}>
          <Input
            id="email"
            inputMode="email"
            maxLength={254}
            value={value.email ?? ''}
            onChange={(event) => draft.set({ email: event.target.value.trim() || null })}
          />
        </Field>
      </div>
      <LeadExtras value={value} onChange={draft.set} />
    </FormDialog>
  )
}

function LeadExtras({ value, onChange }: { value: Editable; onChange: (changes: Partial<Editable>) => void }) {
  const say = useSay()
  return (
    <>
      <Field id="interest" label={say(words.interest)}>
        <Input.TextArea
          id="interest"
          maxLength={500}
          rows={3}
          value={value.interest ?? ''}
          onChange={(event) => onChange({ interest: event.target.value || null })}
        />
      </Field>
      <div className={styles['pair']}>
        <Field id="source" label={say(words.source)}>
          <Input
            id="source"
            maxLength={100}
            value={value.source ?? ''}
            onChange={(event) => onChange({ source: event.target.value || null })}
          />
        </Field>
        <Field id="nextFollowUpAt" label={say(words.nextFollowUp)}>
          <Input
            id="nextFollowUpAt"
            type="datetime-local"
            value={toLocal(value.nextFollowUpAt)}
            onChange={(event) => onChange({ nextFollowUpAt: fromLocal(event.target.value) })}
          />
        </Field>
      </div>
      <Field id="tags" label={say(words.tags)} hint={say(words.tagsHint)}>
        <Select
          id="tags"
          mode="tags"
          open={false}
          suffixIcon={null}
          value={value.tags}
          maxCount={20}
          tokenSeparators={[',', ';']}
          onChange={(tags: string[]) => onChange({ tags: tags.map((tag) => tag.trim().slice(0, 40)).filter(Boolean) })}
        />
      </Field>
    </>
  )
}

const labels: Record<FieldName, { id: string; en: string }> = {
  fullName: words.name,
  phone: words.phone,
  email: words.email,
  interest: words.interest,
  source: words.source,
  tags: words.tags,
  nextFollowUpAt: words.nextFollowUp,
}

function showField(field: string, value: unknown, language: 'id' | 'en'): string {
  if (field === 'nextFollowUpAt') return formatInstant(value as string | null, language)
  return Array.isArray(value) ? value.join(', ') : String(value ?? '–')
}
