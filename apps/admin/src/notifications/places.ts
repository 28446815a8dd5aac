import { paths } from '../app/paths.ts'

/** Where a notification leads in the console; services name places of all apps. */
export function placeOf({ kind, link }: { kind: string; link: string | null }): string | null {
  if (link === '/second-person') return paths.secondPerson()
  const [, noun = '', id = ''] = /^\/(leads|investors|instructions|users)(?:\/([0-9a-f-]{36}))?$/.exec(link ?? '') ?? []
  if (noun === 'leads') return id ? paths.lead(id) : paths.leads()
  if (id === '') return null
  if (noun === 'users') return paths.person(id)
  if (noun === 'instructions') return paths.instruction(id)
  return kind === 'investor.submitted' || kind === 'investor.resubmitted' ? paths.reviewCase(id) : paths.investor(id)
}
