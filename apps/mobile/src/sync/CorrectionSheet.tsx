import { useState } from 'react'
import { isLeadField, limitsOf } from '@rmtools/contracts/crm/lead-fields'
import { faultText } from '@rmtools/look/faults'
import { useAct } from '../ui/act.ts'
import { say, useLanguage, useSay } from '../base/preferences.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { Text } from '../ui/Text.tsx'
import { joined, leaves, type Entry } from './entries.ts'
import { sendAgain } from './tray.ts'
import { fieldWord } from './words.ts'

/** Corrects a refused change and sends it again. */
export function CorrectionSheet({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const words = useSay()
  const language = useLanguage()
  const written = Object.entries(leaves(entry.input)).filter(
    ([field, value]) => typeof value === 'string' && !isOurs(field, value),
  )
  const [values, setValues] = useState<Record<string, string>>(
    Object.fromEntries(written.map(([field, value]) => [field, String(value)])),
  )
  const send = useAct(async () => {
    await sendAgain(entry, withValues(entry.input, values))
    onClose()
  })
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={entry.title}
      footer={
        <Button title={words(again)} onPress={() => send.run()} isBusy={send.isBusy} isWide />
      }
    >
      {written.length === 0 ? <Text tone="second">{words(nothing)}</Text> : null}
      {written.map(([field]) => {
        const fault = entry.refusal?.errors?.find(
          ({ pointer }) => pointer.slice(1).replaceAll('/', '.') === field,
        )
        return (
          <Field
            key={field}
            label={words(fieldWord(field))}
            value={values[field] ?? ''}
            onChange={(value) => setValues((now) => ({ ...now, [field]: value }))}
            error={fault && faultText(fault.code, language)}
            maxLength={charactersOf(entry, field)}
          />
        )
      })}
    </Sheet>
  )
}

/** The length limit of a lead's field; the server checks those of other records. */
function charactersOf({ operation }: Entry, field: string): number | undefined {
  return operation.startsWith('leads.') && isLeadField(field)
    ? limitsOf(field).characters
    : undefined
}

/**
 * Whether the app itself made the value (ids, times), or it has its own screen (closed lists):
 * nobody types these.
 */
function isOurs(field: string, value: unknown): boolean {
  return (
    /id$/i.test(field) ||
    ['status', 'kind', 'type'].includes(field) ||
    /^\d{4}-\d{2}-\d{2}T/.test(String(value))
  )
}

/** The input with the typed values; `part.field` goes into its part. */
function withValues(
  input: Entry['input'],
  values: Readonly<Record<string, string>>,
): Record<string, unknown> {
  return Object.entries(values).reduce<Record<string, unknown>>((all, [field, value]) => {
    const [part = '', name] = field.split('.')
    return joined(all, name === undefined ? { [part]: value } : { [part]: { [name]: value } })
  }, input)
}

const again = say('Kirim lagi', 'Send again')
const nothing = say(
  'Tidak ada isian yang dapat diubah di sini. Kirim lagi, atau buang.',
  'Nothing can be changed here. Send it again, or discard it.',
)
