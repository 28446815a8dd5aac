// An address of a person, marked while it is unverified: whoever approves must not mistake a claim
// for a fact.
import type { ReactNode } from 'react'
import { useSay } from '../base/language.ts'
import { words } from './words.ts'

export function Claimed({ value, isProved }: { value: ReactNode; isProved: boolean }) {
  const say = useSay()
  if (isProved || !value) return <>{value}</>
  return (
    <>
      {value} <em className="faint">({say(words.unproved)})</em>
    </>
  )
}
