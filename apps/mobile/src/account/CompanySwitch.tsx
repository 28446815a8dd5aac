import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { nouns } from '@rmtools/look/words'
import { textOf } from '../app/problems.ts'
import { say, useLanguage, useSay } from '../app/preferences.ts'
import { switchCompany } from '../sessions/session.ts'
import { Card, ListRow } from '../ui/ListRow.tsx'
import { SelectSheet } from '../ui/Select.tsx'
import { toast } from '../ui/Toast.tsx'
import { useMe } from './remote.ts'

/** The company that is worked for; shown to those who have a choice. */
export function CompanySwitch() {
  const words = useSay()
  const language = useLanguage()
  const { data: me } = useMe()
  const [isOpen, setOpen] = useState(false)
  const { mutate } = useMutation({ mutationFn: switchCompany, onError: (error) => toast(textOf(error, language)) })
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
          if (id !== active?.id) mutate(id)
        }}
      />
    </Card>
  )
}

const change = say('Ganti perusahaan', 'Change company')
