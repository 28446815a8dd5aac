// A record in another of the user's companies can only be used there, so this page offers to
// switch.
import { useParam } from '../base/params.ts'
import { Button } from 'antd'
import { notFound, Problem } from '@rmtools/contracts/problem'
import { useChangeCompany } from '../base/company.ts'
import { useSay } from '../base/language.ts'
import { useMe } from '../base/me.ts'
import { Empty, Refusal, Waiting } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'

export function ElsewherePage() {
  const say = useSay()
  const me = useMe()
  const companyId = useParam('companyId')
  const path = useParam('_splat')
  const { run, isPending, problem } = useChangeCompany(`/${path}`)
  const name = me?.companies.find(({ id, isActive }) => id === companyId && !isActive)?.name
  if (!me) return <Waiting />
  const company = name ?? ''
  return (
    <Page title={say(words.title)}>
      <Refusal problem={name === undefined ? new Problem(notFound) : problem} />
      {name !== undefined && (
        <Empty
          title={say(words.belongs, { company })}
          action={
            <Button type="primary" loading={isPending} onClick={() => void run({ companyId })}>
              {say(words.go, { company })}
            </Button>
          }
        >
          {say(words.hint)}
        </Empty>
      )}
    </Page>
  )
}

const words = {
  title: { id: 'Data perusahaan lain', en: 'Record of another company' },
  belongs: { id: 'Data ini milik {company}', en: 'This record belongs to {company}' },
  hint: {
    id: 'Data dibuka dan diubah di perusahaan pemiliknya. Anda dapat kembali melalui menu akun.',
    en: 'Records are opened and changed in the company that owns them. Use the account menu to switch back.',
  },
  go: { id: 'Pindah ke {company}', en: 'Switch to {company}' },
}
