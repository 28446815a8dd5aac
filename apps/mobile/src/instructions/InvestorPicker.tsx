import { say, useSay } from '../base/preferences.ts'
import { useInvestors } from '../investors/use-investors.ts'
import { Button } from '../ui/Button.tsx'
import { SelectSheet } from '../ui/Select.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { Text } from '../ui/Text.tsx'
import { router } from 'expo-router'
import { paths } from '../base/paths.ts'

/** Picks one of the registered investors of the RM's own book. */
export function InvestorPicker({
  onChoose,
  onClose,
}: {
  onChoose: (id: string) => void
  onClose: () => void
}) {
  const words = useSay()
  const { investors } = useInvestors()
  const registered = investors.filter(({ status }) => status === 'registered')
  if (registered.length === 0)
    return (
      <Sheet
        isOpen
        onClose={onClose}
        title={words(title)}
        footer={
          <Button title={words(toInvestors)} onPress={() => router.push(paths.investors)} isWide />
        }
      >
        <Text tone="second">{words(none)}</Text>
      </Sheet>
    )
  return (
    <SelectSheet
      isOpen
      title={words(title)}
      value={undefined}
      options={registered.map(({ id, displayName, sid }) => ({
        value: id,
        text: displayName,
        ...(sid ? { detail: `SID ${sid}` } : {}),
      }))}
      onClose={onClose}
      onChange={(id) => {
        onClose()
        onChoose(id)
      }}
    />
  )
}

const title = say('Untuk investor', 'For the investor')
const none = say(
  'Belum ada investor yang terdaftar di buku Anda.',
  'Nobody in your book is registered yet.',
)
const toInvestors = say('Buka daftar investor', 'Open the investors')
