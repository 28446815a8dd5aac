// A file that is chosen or dropped, or cells that are pasted.
import { Alert, Button, Input } from 'antd'
import { useRef, useState } from 'react'
import { MAX_IMPORT_CHARACTERS } from '@rmtools/contracts/crm/lead-imports'
import type { Bilingual } from '@rmtools/look/words'
import { useSay } from '../app/language.ts'
import { Section } from '../ui/Page.tsx'
import { importWords as words } from './import-words.ts'
import styles from './Import.module.css'

type Fault = { text: Bilingual; name: string }

export function ImportSource({ csv, onText }: { csv: string; onText: (text: string) => void }) {
  const say = useSay()
  const picker = useRef<HTMLInputElement>(null)
  const [name, setName] = useState<string | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const read = async (file: File | undefined) => {
    if (!file) return
    const read = await textOf(file)
    setFault('text' in read ? null : { text: read.fault, name: file.name })
    setName('text' in read ? file.name : null)
    onText('text' in read ? read.text : '')
  }
  return (
    <Section title={say(words.source)}>
      {fault && <Alert role="alert" type="error" showIcon title={say(fault.text, { name: fault.name })} />}
      <div
        className={styles['drop']}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault()
          void read(event.dataTransfer.files[0])
        }}
      >
        <input
          ref={picker}
          type="file"
          accept=".csv,text/csv,text/plain"
          className="visually-hidden"
          aria-label={say(words.choose)}
          tabIndex={-1}
          onChange={(event) => {
            void read(event.target.files?.[0])
            // The same file again, once it is mended.
            event.target.value = ''
          }}
        />
        <Button onClick={() => picker.current?.click()}>{say(words.choose)}</Button>
        <span className="faint">{name ?? say(words.drop)}</span>
      </div>
      <p className="faint">{say(words.limits)}</p>
      <label htmlFor="paste">{say(words.paste)}</label>
      <Input.TextArea
        id="paste"
        className="mono"
        aria-describedby="paste-hint"
        rows={4}
        value={name === null ? csv : ''}
        maxLength={MAX_IMPORT_CHARACTERS}
        onChange={(event) => {
          setName(null)
          setFault(null)
          onText(event.target.value)
        }}
      />
      <p className="faint" id="paste-hint">
        {say(words.pasteHint)}
      </p>
    </Section>
  )
}

async function textOf(file: File): Promise<{ text: string } | { fault: Bilingual }> {
  if (file.size > MAX_IMPORT_CHARACTERS) return { fault: words.tooLarge }
  try {
    const text = await file.text()
    if (text.trim() === '') return { fault: words.empty }
    return text.includes('\uFFFD') ? { fault: words.notUtf8 } : { text }
  } catch {
    return { fault: words.unreadable }
  }
}
