// The details of a change of people, roles or settings, sufficient to decide on it. The payload is
// parsed as unknown data.
import type { PendingChange } from '@rmtools/contracts/second-person'
import {
  companyDescription,
  isCompanySetting,
  moneySettings,
} from '@rmtools/contracts/auth/company-fields'
import { formatMoney } from '@rmtools/look/format'
import { useSay, type Say } from '../base/language.ts'
import { permissionGroups, permissionWord } from '../people/permission-words.ts'
import { useRoles } from '../people/role-names.ts'
import { settingLabel } from '../settings/words.ts'
import { KeyValues, type KeyValue } from '../ui/KeyValues.tsx'
import { listOf, recordOf, textOf } from './payload.ts'
import { words } from './words.ts'

const isAmount = (name: string) =>
  isCompanySetting(name) && companyDescription.of(name).control === 'amount'

const powerText = (say: Say, permission: string) => {
  const group = permissionGroups[permission.split('.')[0] ?? '']
  return group ? `${say(group.word)}: ${say(permissionWord(permission))}` : permission
}

function Powers({ of }: { of: readonly string[] }) {
  const say = useSay()
  return <>{of.map((permission) => powerText(say, permission)).join(' · ')}</>
}

/** The changed settings, by their labels on the screen. */
export const settingNames = (say: Say, payload: PendingChange['payload']) =>
  moneySettings
    .filter((name) => name in recordOf(payload['settings']))
    .map((name) => say(settingLabel(name)))

function settingText(say: Say, name: string, value: unknown): string {
  const text = textOf(value)
  return isAmount(name) && text !== '' ? formatMoney(text, 'IDR', say.language) : text || '–'
}

export function AdministrationDetails({ change }: { change: PendingChange }) {
  const say = useSay()
  const { nameOf } = useRoles()
  const { kind, payload, askedByName } = change
  const askedBy: KeyValue = [say(words.askedBy), askedByName]
  if (kind === 'company-settings') {
    const [will, was] = [recordOf(payload['settings']), recordOf(payload['was'])]
    const changed = moneySettings.filter((name) => name in will)
    return (
      <KeyValues
        items={[
          ...changed.map(
            (name) =>
              [
                say(settingLabel(name)),
                `${settingText(say, name, was[name])} → ${settingText(say, name, will[name])}`,
              ] as const,
          ),
          askedBy,
        ]}
      />
    )
  }
  if (kind === 'role') {
    const [changes, was] = [recordOf(payload['changes']), listOf(payload['wasPermissions'])]
    const will = listOf(changes['permissions'])
    return (
      <KeyValues
        items={[
          [say(words.role), textOf(changes['name']) || textOf(payload['name'])],
          [say(words.gains), <Powers key="gains" of={will.filter((one) => !was.includes(one))} />],
          [say(words.loses), <Powers key="loses" of={was.filter((one) => !will.includes(one))} />],
          askedBy,
        ]}
      />
    )
  }
  const wasRole = textOf(payload['wasRole'])
  const role = nameOf(textOf(payload['role']))
  return (
    <KeyValues
      items={[
        [say(words.who), textOf(payload['fullName'])],
        ...(payload['email'] === undefined
          ? []
          : [[say(words.email), textOf(payload['email'])] as const]),
        [say(words.role), kind === 'user-role' ? `${nameOf(wasRole)} → ${role}` : role],
        [say(words.powers), <Powers key="powers" of={listOf(payload['powers'])} />],
        askedBy,
      ]}
    />
  )
}
