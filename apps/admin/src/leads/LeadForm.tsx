// The form of a lead. A concurrent change by somebody else is shown, and no input is lost.
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import {
  askedOf,
  blankLead,
  isLeadField,
  leadDescription,
  leadField,
  leadFieldNames,
  type LeadDetails,
  type LeadField,
} from '@rmtools/contracts/crm/lead-fields'
import { fieldsToEnter } from '@rmtools/contracts/described'
import { leadPhoneTaken, phoneInvalid, type Lead } from '@rmtools/contracts/crm/leads'
import { staleVersion } from '@rmtools/contracts/problem'
import { problemText } from '@rmtools/look/problems'
import { actions } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { paths } from '../base/paths.ts'
import { refresh, useAct } from '../base/queries.ts'
import { useDraft } from '../ui/draft.ts'
import { DescribedFields, textOf } from '../ui/DescribedFields.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Stale } from '../ui/Stale.tsx'
import { leadControls, shownValue } from './controls.tsx'
import { words } from './words.ts'

type Editable = LeadDetails & Pick<Lead, 'version'>
const blank: Editable = { ...blankLead, version: 0 }
const entered = fieldsToEnter(leadDescription, leadFieldNames)
const needed = leadFieldNames.filter((name) => leadField(name).isNeeded)

/** The input, trimmed where it is required. */
function trimmed({ version: _, ...details }: Editable): LeadDetails {
  return {
    ...details,
    ...Object.fromEntries(needed.map((name) => [name, textOf(details[name]).trim()])),
  }
}

/** Without a lead, creates one in the user's own book. */
export function LeadForm({ lead, onClose }: { lead?: Lead; onClose: () => void }) {
  const say = useSay()
  const navigate = useNavigate()
  const draft = useDraft<Editable>(lead ?? blank, leadFieldNames)
  const [isTried, setTried] = useState(false)
  const create = useAct('leads', 'create', {
    touches: ['dashboard'],
    onDone: ({ lead: { id } }) => void navigate({ to: paths.lead(id) }),
  })
  const update = useAct('leads', 'update', { touches: ['leadActivities'], onDone: onClose })
  const problem = lead ? update.problem : create.problem
  const given = trimmed(draft.value)
  const isMissing = (name: LeadField) => leadField(name).isNeeded && given[name] === ''
  const save = async () => {
    setTried(true)
    if (needed.some(isMissing)) return
    if (!lead) return void create.run(given)
    if (!draft.isChanged) return onClose()
    // The current lead includes the others' changes.
    if (!(await update.run({ id: lead.id, version: draft.version, ...draft.changes })))
      await refresh('leads')
  }
  const isOfPhone = problem?.code === leadPhoneTaken.code || problem?.code === phoneInvalid.code
  const phoneFault = problem && isOfPhone ? problemText(problem.code, say.language) : null
  const faultOf = (name: LeadField) => {
    if (phoneFault && leadField(name).control === 'phone') return phoneFault
    return isTried && isMissing(name) ? say({ id: 'Wajib diisi.', en: 'Required.' }) : null
  }
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
        label={(field) => (isLeadField(field) ? say(askedOf(field)) : field)}
        show={(field, shown) =>
          isLeadField(field) ? shownValue(field, shown, say.language) : null
        }
      />
      <DescribedFields
        fields={entered}
        value={draft.value}
        onChange={draft.set}
        faultOf={faultOf}
        own={leadControls}
        hints={{ tags: say(words.tagsHint) }}
      />
    </FormDialog>
  )
}
