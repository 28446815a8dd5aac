import { act, fireEvent, render, screen } from '@testing-library/react-native'
import { Modal } from 'react-native'
import { credentials } from '../base/api.ts'
import { Sheet } from '../ui/Sheet.tsx'
import { StepUp } from './StepUpSheet.tsx'

const QUESTION = 'Masukkan kata sandi sekali lagi'

function Screen({ isSharing }: { isSharing: boolean }) {
  return (
    <>
      <StepUp />
      {isSharing ? (
        <Sheet isOpen onClose={() => undefined} title="Bagikan">
          <StepUp />
        </Sheet>
      ) : null}
    </>
  )
}

/** The number of sheets around the question, including its own. */
const sheetsAround = () =>
  screen.UNSAFE_getAllByType(Modal).filter(({ props }) => props.visible).length
const ask = async () => {
  const answer: { given?: boolean } = {}
  await act(async () => void credentials.stepUp().then((given) => (answer.given = given)))
  return answer
}
const refuse = async () =>
  await act(async () => void fireEvent(screen.getByLabelText(QUESTION), 'requestClose'))

test('the password is asked for within the sheet that is open, and on the screen again when that is closed', async () => {
  const { rerender } = render(<Screen isSharing />)
  const within = await ask()
  const [outer] = screen.UNSAFE_getAllByType(Modal)
  expect(screen.getByText(QUESTION)).toBeOnTheScreen()
  expect(outer?.findAllByType(Modal).map(({ props }) => props['aria-label'] as string)).toContain(
    QUESTION,
  )
  await refuse()
  expect(within.given).toBe(false)

  rerender(<Screen isSharing={false} />)
  const alone = await ask()
  expect(screen.getByText(QUESTION)).toBeOnTheScreen()
  expect(sheetsAround()).toBe(1)
  await refuse()
  expect(alone.given).toBe(false)
})

test('without a screen nobody is asked', async () => {
  const { unmount } = render(<Screen isSharing />)
  unmount()
  expect(await credentials.stepUp()).toBe(false)
})
