// ⌘K: finds screens and records.
import { useQueries } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Command } from 'cmdk'
import { useDeferredValue, useState } from 'react'
import { instructions } from '@rmtools/contracts/crm/instructions'
import { investors } from '@rmtools/contracts/crm/investors'
import { leads } from '@rmtools/contracts/crm/leads'
import { users } from '@rmtools/contracts/auth/users'
import { nouns, type Bilingual } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { useMay, useMe } from '../base/me.ts'
import { mayGo, navigation } from '../base/navigation.ts'
import { paths } from '../base/paths.ts'
import { ask } from '../base/queries.ts'
import styles from './CommandMenu.module.css'

type Found = { id: string; name: string; detail: string; to: string }
type Finding = { word: Bilingual; items: readonly Found[] }

const SHOWN = 5

export function CommandMenu({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const me = useMe()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const findings = useFindings(useDeferredValue(typed.trim()))
  const go = (to: string) => {
    onClose()
    void navigate({ to })
  }
  const items = navigation.flat().filter((item) => mayGo(me?.permissions ?? [], item))
  const label = say({
    id: 'Cari orang, instruksi, atau layar',
    en: 'Search for a person, an instruction or a screen',
  })
  return (
    <Command.Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      label={label}
      className={styles['menu'] ?? ''}
      overlayClassName={styles['overlay'] ?? ''}
      loop
    >
      <Command.Input value={typed} onValueChange={setTyped} placeholder={label} />
      <Command.List>
        <Command.Empty>
          {say({ id: 'Tidak ada yang cocok.', en: 'Nothing matches.' })}
        </Command.Empty>
        <Command.Group heading={say({ id: 'Buka', en: 'Go to' })}>
          {items.map(({ to, word }) => (
            <Command.Item key={to} value={say(word)} onSelect={() => go(to)}>
              {say(word)}
            </Command.Item>
          ))}
        </Command.Group>
        {findings.map(({ word, items }) => (
          <Command.Group key={word.en} heading={say(word)} forceMount>
            {items.map(({ id, name, detail, to }) => (
              <Command.Item key={id} value={`${name} ${id}`} onSelect={() => go(to)} forceMount>
                {name}
                <small>{detail}</small>
              </Command.Item>
            ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command.Dialog>
  )
}

/** Search results from the lists that the user may read. */
function useFindings(search: string): readonly Finding[] {
  const wanted = search.length >= 2
  const may = {
    investors: useMay(investors.list),
    leads: useMay(leads.list),
    instructions: useMay(instructions.list),
    users: useMay(users.list),
  }
  const input = { search, limit: SHOWN }
  const [ofInvestors, ofLeads, ofInstructions, ofUsers] = useQueries({
    queries: [
      { ...ask('investors', 'list', input), enabled: wanted && may.investors === true },
      { ...ask('leads', 'list', input), enabled: wanted && may.leads === true },
      { ...ask('instructions', 'list', input), enabled: wanted && may.instructions === true },
      { ...ask('users', 'list', input), enabled: wanted && may.users === true },
    ],
  })
  if (!wanted) return []
  const findings: Finding[] = [
    {
      word: nouns.investors,
      items: (ofInvestors.data?.items ?? []).map(({ id, displayName, rmName }) => ({
        id,
        name: displayName,
        detail: rmName ?? '',
        to: paths.investor(id),
      })),
    },
    {
      word: nouns.leads,
      items: (ofLeads.data?.items ?? []).map(({ id, fullName, rmName }) => ({
        id,
        name: fullName,
        detail: rmName ?? '',
        to: paths.lead(id),
      })),
    },
    {
      word: nouns.instructions,
      items: (ofInstructions.data?.items ?? []).map(({ id, investorName, productName }) => ({
        id,
        name: investorName,
        detail: productName,
        to: paths.instruction(id),
      })),
    },
    {
      word: { id: 'Pengguna', en: 'People' },
      items: (ofUsers.data?.items ?? []).map(({ id, fullName, email }) => ({
        id,
        name: fullName,
        detail: email ?? '',
        to: paths.person(id),
      })),
    },
  ]
  return findings.filter(({ items }) => items.length > 0)
}
