import { useCallback, useEffect, useState } from 'react'
import type { Problem } from '@rmtools/contracts/problem'
import { LinkEnded } from '../ui/LinkEnded.tsx'
import { useSpeech } from '../base/language.tsx'
import { endedLink, problemOf, type EndedLink } from '../base/problems.ts'
import { applyTheme } from '../base/theme.ts'
import { Failed } from '../ui/Failed.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { api, type Registration as Known, type Sender, type Submitted as Answer } from './api.ts'
import type { Draft } from './draft.ts'
import { Submitted } from './Submitted.tsx'
import { Unsaved } from './Unsaved.tsx'
import { Walk } from './Walk.tsx'

type State =
  | { phase: 'loading' }
  | { phase: 'failed'; problem: Problem }
  | { phase: 'ended'; ending: EndedLink; sender: Sender | null; draft: Draft | null }
  | { phase: 'open'; known: Known; sender: Sender }
  | { phase: 'done'; answer: Answer; sender: Sender }

/** The registration of an investor, from the link to the end. */
export function Registration({ token }: { token: string }) {
  const { suggest } = useSpeech()
  const [state, setState] = useState<State>({ phase: 'loading' })
  const ended = useCallback(
    async (problem: Problem, draft: Draft | null) => {
      const ending = endedLink(problem)
      if (ending)
        setState({
          phase: 'ended',
          ending,
          sender: await api.sender({ token }).catch(() => null),
          draft,
        })
      else setState({ phase: 'failed', problem })
    },
    [token],
  )
  const load = useCallback(async () => {
    try {
      const [known, sender] = await Promise.all([api.view({ token }), api.sender({ token })])
      applyTheme(sender.brandColour)
      suggest(sender.language)
      setState({ phase: 'open', known, sender })
    } catch (error) {
      await ended(problemOf(error), null)
    }
  }, [token, ended, suggest])
  useEffect(() => void load(), [load])

  if (state.phase === 'loading') return <Waiting />
  if (state.phase === 'failed') return <Failed problem={state.problem} retry={() => void load()} />
  if (state.phase === 'ended')
    return (
      <LinkEnded ending={state.ending} page="register" sender={state.sender}>
        {state.draft && <Unsaved draft={state.draft} />}
      </LinkEnded>
    )
  const { sender } = state
  if (state.phase === 'done') return <Submitted answer={state.answer} sender={sender} />
  return (
    <Walk
      token={token}
      first={state.known}
      sender={sender}
      onEnded={(problem, draft) => void ended(problem, draft)}
      onSubmitted={(answer) => setState({ phase: 'done', answer, sender })}
    />
  )
}
