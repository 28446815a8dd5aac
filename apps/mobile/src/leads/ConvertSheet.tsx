import { router } from 'expo-router'
import { useState } from 'react'
import { nouns } from '@rmtools/look/words'
import { useAct } from '../ui/act.ts'
import { paths } from '../base/paths.ts'
import { say, useSay } from '../base/preferences.ts'
import { Button } from '../ui/Button.tsx'
import { Segments } from '../ui/Chip.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { Text } from '../ui/Text.tsx'
import { convertLead } from './local.ts'
import type { SeenLead } from './rules.ts'

/** Converts a lead to an investor; the known data is copied into the case. */
export function ConvertSheet({ lead, onClose }: { lead: SeenLead; onClose: () => void }) {
  const words = useSay()
  const [kind, setKind] = useState<'individual' | 'institutional'>('individual')
  const [id] = useState<string>(() => crypto.randomUUID())
  const go = useAct(async () => {
    await convertLead(lead, { id, kind })
    onClose()
    router.push(paths.investor(id))
  })
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={words(title)}
      footer={<Button title={words(start)} onPress={() => go.run()} isBusy={go.isBusy} isWide />}
    >
      <Text tone="second">{words(text, { name: lead.fullName })}</Text>
      <Segments
        label={words(kindLabel)}
        value={kind}
        onChange={setKind}
        options={[
          { value: 'individual', text: words(nouns.individual) },
          { value: 'institutional', text: words(nouns.institutional) },
        ]}
      />
    </Sheet>
  )
}

const title = say('Jadikan investor', 'Convert to investor')
const text = say(
  'Berkas KYC {name} dibuka dengan data yang sudah ada.',
  'The KYC case of {name} opens with what is known.',
)
const kindLabel = say('Jenis investor', 'Investor type')
const start = say('Mulai KYC', 'Start the KYC')
