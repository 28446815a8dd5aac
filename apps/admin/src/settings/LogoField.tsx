// The logo as a small picture inside the text; what is too large or of another kind is refused before it is sent.
import { Button } from 'antd'
import { useRef, useState } from 'react'
import type { Bilingual } from '@rmtools/look/words'
import { useSay } from '../app/language.ts'
import { Field } from '../ui/Field.tsx'
import { companyWords as words } from './words.ts'
import styles from './Settings.module.css'

const MAX_LOGO = 40_000
const TYPES = /^data:image\/(png|jpeg|webp);base64,/

type LogoProps = { value: string | null; onChange: (logo: string | null) => void; isReadOnly?: boolean }

export function LogoField({ value, onChange, isReadOnly = false }: LogoProps) {
  const say = useSay()
  const picker = useRef<HTMLInputElement>(null)
  const [fault, setFault] = useState<Bilingual | null>(null)
  const read = (file: File | undefined) => {
    if (!file) return
    const reader = new FileReader()
    reader.addEventListener('load', () => {
      const logo = String(reader.result)
      if (!TYPES.test(logo)) return setFault(words.logoWrong)
      if (logo.length > MAX_LOGO) return setFault(words.logoTooLarge)
      setFault(null)
      onChange(logo)
    })
    reader.readAsDataURL(file)
  }
  return (
    <Field id="logo" label={say(words.logo)} hint={say(words.logoHint)} fault={fault && say(fault)}>
      <div className={styles['logo']}>
        {value && <img src={value} alt={say(words.logo)} />}
        <input
          ref={picker}
          type="file"
          className="visually-hidden"
          tabIndex={-1}
          aria-label={say(words.logoChoose)}
          accept="image/png,image/jpeg,image/webp"
          onChange={(event) => {
            read(event.target.files?.[0])
            event.target.value = ''
          }}
        />
        <Button id="logo" disabled={isReadOnly} onClick={() => picker.current?.click()}>
          {say(words.logoChoose)}
        </Button>
        {value && !isReadOnly && (
          <Button type="text" onClick={() => onChange(null)}>
            {say(words.logoRemove)}
          </Button>
        )}
      </div>
    </Field>
  )
}
