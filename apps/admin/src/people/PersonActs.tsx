import { useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import { users, type User } from '@rmtools/contracts/auth/users'
import { actions } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { useMay, useMe } from '../base/me.ts'
import { paths } from '../base/paths.ts'
import { useAct } from '../base/queries.ts'
import { words as secondPerson } from '../second-person/words.ts'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { ReasonDialog } from '../ui/ReasonDialog.tsx'
import { WithReason } from '../ui/WithReason.tsx'
import { Decision } from './Decision.tsx'
import { PersonForm } from './PersonForm.tsx'
import { words } from './words.ts'

type Open = 'edit' | 'active' | 'reinvite' | 'remove' | null

/** The actions on a person; those not allowed show the reason. */
export function PersonActs({ user }: { user: User }) {
  const say = useSay()
  const isSelf = useMe()?.id === user.id
  const [open, setOpen] = useState<Open>(null)
  const own = isSelf ? say(words.ownAccount) : undefined
  const reasons = {
    edit: useMay(users.update) === false ? say(words.mayNotEdit) : undefined,
    active: useMay(users.activeOrDe) === false ? say(words.mayNotActivate) : own,
    remove: useMay(users.remove) === false ? say(words.mayNotRemove) : own,
    reinvite: useMay(users.reinvite) === false ? say(words.mayNotInvite) : undefined,
  }
  const close = () => setOpen(null)
  const isInactive = user.status === 'inactive'
  const button = (which: Exclude<Open, null>, word: string, isText = false) => (
    <WithReason reason={reasons[which]}>
      {(described) => (
        <Button
          type={isText ? 'text' : 'default'}
          danger={isText && !described.disabled}
          {...described}
          onClick={() => setOpen(which)}
        >
          {word}
        </Button>
      )}
    </WithReason>
  )
  return (
    <>
      {button('remove', say(words.remove), true)}
      {user.isInvited && button('reinvite', say(words.reinvite))}
      {(user.status === 'active' || isInactive) &&
        button('active', say(isInactive ? words.activate : words.deactivate))}
      {button('edit', say(actions.edit))}
      {user.status === 'pending' && <Decision user={user} />}
      {open === 'edit' && <PersonForm user={user} onClose={close} />}
      {open === 'active' && <ActiveDialog user={user} onClose={close} />}
      {open === 'reinvite' && <ReinviteDialog user={user} onClose={close} />}
      {open === 'remove' && <RemoveDialog user={user} onClose={close} />}
    </>
  )
}

type DialogProps = { user: User; onClose: () => void }

function ActiveDialog({ user: { id, version, fullName: name, status }, onClose }: DialogProps) {
  const say = useSay()
  const { message } = App.useApp()
  const { run, isPending, problem } = useAct('users', 'activeOrDe', {
    touches: ['userAccess', 'pendingAdministration'],
    onDone: ({ waits }) => {
      if (waits) void message.info(say(secondPerson.asked))
      onClose()
    },
  })
  const decision = status === 'inactive' ? ('activate' as const) : ('deactivate' as const)
  return (
    <ReasonDialog
      title={say(words[`${decision}Title`], { name })}
      act={say(words[decision])}
      isDangerous={decision === 'deactivate'}
      problem={problem}
      isPending={isPending}
      onAct={(reason) => void run({ id, version, decision, reason })}
      onClose={onClose}
    >
      <p className="faint">{say(words[`${decision}Hint`], { name })}</p>
    </ReasonDialog>
  )
}

function ReinviteDialog({ user: { id, fullName: name }, onClose }: DialogProps) {
  const say = useSay()
  const { run, isPending, problem } = useAct('users', 'reinvite', { onDone: onClose })
  return (
    <ConfirmDialog
      title={say(words.reinviteTitle, { name })}
      act={say(words.reinvite)}
      problem={problem}
      isPending={isPending}
      onAct={() => void run({ id })}
      onClose={onClose}
    >
      <p>{say(words.reinviteHint)}</p>
    </ConfirmDialog>
  )
}

function RemoveDialog({ user: { id, version, fullName: name }, onClose }: DialogProps) {
  const say = useSay()
  const navigate = useNavigate()
  const { run, isPending, problem } = useAct('users', 'remove', {
    onDone: () => void navigate({ to: paths.people() }),
  })
  return (
    <ConfirmDialog
      title={say(words.removeTitle, { name })}
      act={say(words.remove)}
      isDangerous
      problem={problem}
      isPending={isPending}
      onAct={() => void run({ id, version })}
      onClose={onClose}
    >
      <p>{say(words.removeHint)}</p>
    </ConfirmDialog>
  )
}
