// The source of an import: a chosen or dropped file, or pasted cells.
import { Alert, Button, Input } from 'antd'
import { useRef, useState } from 'react'
import { MAX_IMPORT_CHARACTERS, MAX_SHEET_BYTES } from '@rmtools/contracts/crm/lead-imports'
import type { Problem } from '@rmtools/contracts/problem'
import { faultText } from '@rmtools/look/faults'
import { problemText } from '@rmtools/look/problems'
import type { Language } from '@rmtools/look/words'
import { call } from '../base/api.ts'
import { useSay } from '../base/language.ts'
import { asProblem } from '../base/queries.ts'
import { Section } from '../ui/Page.tsx'
import { importWords as words } from './import-words.ts'
import styles from './Import.module.css'

/**
 * The chosen or dropped file, read by the server, which handles workbooks and all encodings alike.
 */
function useFile(onText: (text: string) => void) {
  const say = useSay()
  const [name, setName] = useState<string | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [isReading, setReading] = useState(false)
  const forget = () => {
    setName(null)
    setFault(null)
  }
  const refuse = (text: string) => {
    setName(null)
    setFault(text)
    onText('')
  }
  const read = async (file: File | undefined) => {
    if (!file) return
    forget()
    if (file.size > MAX_SHEET_BYTES) return refuse(say(words.tooLarge, { name: file.name }))
    if (file.size === 0) return refuse(say(words.empty))
    setReading(true)
    try {
      const { csv } = await call(['leadImports', 'readFile'], {
        bytes: new Uint8Array(await file.arrayBuffer()),
      })
      setName(file.name)
      onText(csv)
    } catch (error) {
      // The browser cannot read a file that was moved meanwhile.
      refuse(
        error instanceof DOMException
          ? say(words.unreadable)
          : refusalText(asProblem(error), say.language),
      )
    } finally {
      setReading(false)
    }
  }
  return { name, fault, isReading, read, forget }
}

export function ImportSource({ csv, onText }: { csv: string; onText: (text: string) => void }) {
  const say = useSay()
  const picker = useRef<HTMLInputElement>(null)
  const { name, fault, isReading, read, forget } = useFile(onText)
  return (
    <Section title={say(words.source)}>
      {fault && <Alert role="alert" type="error" showIcon title={fault} />}
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
          accept=".xlsx,.csv,.txt,.tsv,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          className="visually-hidden"
          aria-label={say(words.choose)}
          tabIndex={-1}
          onChange={(event) => {
            void read(event.target.files?.[0])
            // Lets the user choose the same file again after correcting it.
            event.target.value = ''
          }}
        />
        <Button loading={isReading} onClick={() => picker.current?.click()}>
          {say(words.choose)}
        </Button>
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
          forget()
          onText(event.target.value)
        }}
      />
      <p className="faint" id="paste-hint">
        {say(words.pasteHint)}
      </p>
    </Section>
  )
}

/** What went wrong and what to do about it. */
function refusalText({ code, errors }: Problem, language: Language): string {
  const [fault] = errors ?? []
  return [problemText(code, language), ...(fault ? [faultText(fault.code, language)] : [])].join(
    ' ',
  )
}
