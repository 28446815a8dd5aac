// The logo as a small picture inside the text: unchanged if it fits, otherwise scaled down by the
// server.
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { problemText } from '@rmtools/look/problems'
import { call } from '../base/api.ts'
import { useSay } from '../base/language.ts'
import { asProblem } from '../base/queries.ts'
import { Field } from '../ui/Field.tsx'
import { companyWords as words } from './words.ts'
import styles from './Settings.module.css'

const MAX_LOGO = 40_000
const MAX_UPLOAD = 10_000_000
const TYPES = /^data:image\/(png|jpeg|webp);base64,/

/** The picture as a data URL if the settings accept it unchanged. */
async function fitting(file: File): Promise<string | undefined> {
  if (file.size > MAX_LOGO) return undefined
  const logo = await new Promise<string>((resolve) => {
    const reader = new FileReader()
    reader.addEventListener('loadend', () => resolve(String(reader.result)))
    reader.readAsDataURL(file)
  })
  return TYPES.test(logo) && logo.length <= MAX_LOGO ? logo : undefined
}

type LogoProps = {
  value: string | null
  onChange: (logo: string | null) => void
  isReadOnly?: boolean
}

export function LogoField({ value, onChange, isReadOnly = false }: LogoProps) {
  const say = useSay()
  const picker = useRef<HTMLInputElement>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [isDrawing, setDrawing] = useState(false)
  const read = async (file: File | undefined) => {
    if (!file) return
    setFault(null)
    const asIs = await fitting(file)
    if (asIs !== undefined) return onChange(asIs)
    if (file.size > MAX_UPLOAD) return setFault(say(words.logoTooLarge))
    setDrawing(true)
    try {
      // Pictures that browsers cannot draw, such as HEIC, or that are too large are converted by
      // the server: the preview is the stored picture.
      const { logo } = await call(['companies', 'drawLogo'], {
        bytes: new Uint8Array(await file.arrayBuffer()),
      })
      onChange(logo)
    } catch (error) {
      setFault(
        error instanceof DOMException
          ? say(words.logoWrong)
          : problemText(asProblem(error).code, say.language),
      )
    } finally {
      setDrawing(false)
    }
  }
  return (
    <Field id="logo" label={say(words.logo)} hint={say(words.logoHint)} fault={fault}>
      <div className={styles['logo']}>
        {value && <img src={value} alt={say(words.logo)} />}
        <input
          ref={picker}
          type="file"
          className="visually-hidden"
          tabIndex={-1}
          aria-label={say(words.logoChoose)}
          accept="image/png,image/jpeg,image/webp,image/heic,image/heif,image/avif,.heic,.heif,.avif"
          onChange={(event) => {
            void read(event.target.files?.[0])
            event.target.value = ''
          }}
        />
        <Button
          id="logo"
          disabled={isReadOnly}
          loading={isDrawing}
          onClick={() => picker.current?.click()}
        >
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
