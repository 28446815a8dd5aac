// Checks evidence in PDF files, on any machine and without the product's database.
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { checkSeal, type SealCheck } from '@rmtools/kit/check-seal'
import {
  faultsOfRecords,
  recordInPdf,
  type EvidenceFault,
  type FoundRecord,
} from '@rmtools/kit/evidence-file'

export const HOLDS = 0
export const DOES_NOT_HOLD = 1
/** Something could not be checked: no evidence, no seal, or a record that is not among the files. */
export const NOT_SHOWN = 2

type Read = {
  name: string
  record: FoundRecord | undefined
  seal: SealCheck | undefined
}

/**
 * Checks PDF files with evidence and prints what holds; returns the exit status of the program.
 * `trusted`: a file with certificates (PEM) of sealers or of those who issued theirs.
 */
export async function verifyEvidence(
  files: readonly string[],
  { trusted }: { trusted?: string | undefined } = {},
): Promise<number> {
  const anchors = trusted === undefined ? undefined : await readFile(trusted, 'utf8')
  const read: Read[] = []
  for (const file of files) read.push(await readOne(file, anchors))
  for (const one of read) say(one)
  const chains = Map.groupBy(
    read.flatMap(({ record }) => record ?? []),
    ({ record }) => record.companyId,
  )
  const faults = [...chains.values()].flatMap((found) => {
    const of = faultsOfRecords(found)
    for (const fault of of) console.error(`${found[0]?.record.companyName}: ${textOf(fault)}`)
    return of
  })
  return verdictOf(read, faults)
}

async function readOne(file: string, trusted: string | undefined): Promise<Read> {
  const bytes = await readFile(file)
  return {
    name: basename(file),
    record: await recordInPdf(bytes).catch(() => undefined),
    seal: await checkSeal(bytes, { trusted }),
  }
}

function verdictOf(read: readonly Read[], faults: readonly EvidenceFault[]): number {
  const isBroken =
    faults.some(({ fault }) => fault !== 'missing') || read.some(({ seal }) => seal && !seal.holds)
  if (isBroken) {
    console.log('The evidence does not hold.')
    return DOES_NOT_HOLD
  }
  const isShown =
    faults.length === 0 &&
    read.every(({ record, seal }) => record && seal && seal.signer?.trust !== 'not-trusted')
  console.log(
    isShown ? 'The evidence holds.' : 'What could be checked holds; not everything could.',
  )
  return isShown ? HOLDS : NOT_SHOWN
}

function say({ name, record, seal }: Read): void {
  console.log(`\n${name}`)
  if (!record) console.error('  evidence: none in this file')
  else sayRecord(record)
  if (!seal) console.error('  seal: none in this file')
  else saySeal(seal)
}

function sayRecord({ record, hash }: FoundRecord): void {
  const { companyName, sequence, kind, subjectId, signer, code, signedAt, previousHash } = record
  const facts = {
    company: companyName,
    record: `number ${sequence}, SHA-256 ${hash}`,
    'record before': previousHash ?? 'none, this is the first',
    approved: `${kind} ${subjectId}`,
    signer: `${signer.name}, as ${signer.capacity}`,
    signed: signedAt,
    code: `by ${code.channel} to ${code.destination}, verified ${code.verifiedAt}`,
  }
  for (const [name, value] of Object.entries(facts)) console.log(`  ${name}: ${value}`)
  console.log('  Compare the hash with the one that the paper prints.')
}

function saySeal({ holds, faults, at, signer, timeStamp }: SealCheck): void {
  console.log(`  seal: ${holds ? 'holds' : `does not hold (${faults.join(', ')})`}`)
  if (signer)
    console.log(
      `  sealed by: ${signer.subject}, certificate ${signer.fingerprint}, ${trustWords[signer.trust]}`,
    )
  if (timeStamp)
    console.log(
      `  time stamp: ${timeStamp.at.toISOString()} by ${timeStamp.authority.subject}, ${trustWords[timeStamp.authority.trust]}`,
    )
  else if (at) console.log(`  time: ${at.toISOString()}, as the sealer says`)
}

const trustWords = {
  trusted: 'trusted',
  'not-trusted': 'NOT trusted by the given certificates',
  'not-known': 'trust not asked for (--trusted)',
} as const

function textOf(fault: EvidenceFault): string {
  switch (fault.fault) {
    case 'document-changed':
      return `record ${fault.sequence}: the document is not the one that was approved`
    case 'chain-broken':
      return `record ${fault.sequence} does not follow the record before it`
    case 'number-twice':
      return `two different records have the number ${fault.sequence}`
    case 'missing':
      return fault.from === fault.to
        ? `record ${fault.from} is not among the files, so the chain is not shown there`
        : `records ${fault.from} to ${fault.to} are not among the files, so the chain is not shown there`
  }
}
