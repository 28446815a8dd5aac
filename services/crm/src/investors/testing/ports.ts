// What crm reaches in the tests of investors: its files, a fake Bib, and limits that nobody meets.
import { folderFiles } from '@rmtools/kit/files'
import { sealedFiles } from '@rmtools/kit/sealed-files'
import { createMessageGate } from '@rmtools/kit/message-limits'
import type { CrmPorts } from '../../ports.ts'
import type { FakeBib } from './fake-bib.ts'

type Outside = Pick<CrmPorts, 'sealer' | 'clock' | 'log'> & { folder: string; bib: FakeBib }

/** The ports. */
export function portsOf({ folder, sealer, clock, log, bib }: Outside): CrmPorts {
  return {
    clock,
    log,
    sealer,
    files: sealedFiles(folderFiles({ folder, secret: 'files-secret-of-tests', clock }), sealer),
    bib: bib.bib(),
    publicUrl: 'https://rm.example.co.id',
    otpSecret: 'otp-secret-of-tests',
    channels: ['whatsapp', 'sms', 'email'],
    fallBackAfter: { codeMs: 30_000, messageMs: 600_000 },
    gate: createMessageGate({
      limits: {
        MESSAGES_PER_DESTINATION: 1000,
        MESSAGES_PER_NETWORK: 1000,
        MESSAGES_PER_DAY: 1000,
      },
      secret: 'otp-secret-of-tests',
      clock,
      log,
    }),
    documentSeal: { seal: async (pdf) => pdf },
    // No request here sends a message or calls out: jobs do.
    ...({} as Pick<CrmPorts, 'messenger' | 'auth' | 'catalogue' | 'signatures'>),
  }
}
