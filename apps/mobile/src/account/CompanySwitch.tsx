import { useState } from 'react'
import { nouns } from '@rmtools/look/words'
import { useAct } from '../ui/act.ts'
import { say, useSay } from '../base/preferences.ts'
import { switchCompany } from '../sessions/session.ts'
import { Card, ListRow } from '../ui/ListRow.tsx'
import { SelectSheet } from '../ui/Select.tsx'
import { useMe } from './remote.ts'

/** The active company. Only shown to members of more than one. */
export function CompanySwitch() {
  const words = useSay()
  const { data: me } = useMe()
  const [isOpen, setOpen] = useState(false)
  const { run } = useAct(switchCompany)
  const active = me?.companies.find(({ isActive }) => isActive)
  if (!me || me.companies.length < 2) return null
  return (
    <Card>
      <ListRow
        title={active?.name ?? ''}
        detail={words(nouns.company)}
        icon="company"
        onPress={() => setOpen(true)}
        label={words(change)}
        isLast
      />
      <SelectSheet
        isOpen={isOpen}
        title={words(change)}
        options={me.companies.map(({ id, name }) => ({ value: id, text: name }))}
        value={active?.id}
        onClose={() => setOpen(false)}
        onChange={(id) => {
          setOpen(false)
          if (id !== active?.id) run(id)
        }}
      />
    </Card>
  )
}

const change = say('Ganti perusahaan', 'Change company')
