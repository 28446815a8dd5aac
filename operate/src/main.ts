// `npm run operate -- <command>`: the tools that an operator runs beside the services.
// docs/OPERATING.md says when.
import { parseArgs } from 'node:util'

type Command = { usage: string; run(args: string[]): Promise<void> }

const commands: Record<string, Command> = {
  run: {
    usage: 'run auth|crm|bff   runs a service as its environment says',
    run: async ([service = '']) => {
      const { becomeService } = await import('./run.ts')
      becomeService(service)
    },
  },
  secrets: {
    usage:
      'secrets <new folder> --host <host[:port]> --organisation "PT …" [--database rmtools]   makes the secrets of a new installation, and a seal for its documents',
    run: async (args) => {
      const { makeSecrets, given } = await import('./secrets.ts')
      const options = {
        host: { type: 'string' },
        database: { type: 'string', default: 'rmtools' },
        organisation: { type: 'string' },
      } as const
      const { positionals, values } = parseArgs({ args, options, allowPositionals: true })
      const [folder] = positionals
      const { host, database, organisation } = values
      if (!folder || !host || !organisation)
        throw new Error('A folder, --host and --organisation are needed')
      await makeSecrets({ folder, host, database, organisation })
      console.log(
        `Created in ${folder}. A database administrator runs database.sql once. Add the secrets that others provide: ${given.join()}`,
      )
    },
  },
  keys: {
    usage:
      'keys <signing-keys.json> [--retire [retired-keys.json]]   adds a signing key in front, or retires all but the newest',
    run: async (args) => {
      const { addKey, retireKeys } = await import('./keys.ts')
      const options = { retire: { type: 'boolean', default: false } } as const
      const { positionals, values } = parseArgs({ args, options, allowPositionals: true })
      const [file, retiredFile] = positionals
      if (!file) throw new Error('The file of the keys is needed')
      if (!values.retire) console.log(`${await addKey(file)} signs from now on.`)
      else console.log(`Retired: ${(await retireKeys(file, retiredFile)).join(' ') || 'none'}`)
    },
  },
  seal: {
    usage:
      'seal <new folder> --organisation "PT …"   makes a new key with a self-signed certificate for the seal of documents',
    run: async (args) => {
      const { makeSeal } = await import('./secrets.ts')
      const options = { organisation: { type: 'string' } } as const
      const { positionals, values } = parseArgs({ args, options, allowPositionals: true })
      const [folder] = positionals
      if (!folder || !values.organisation) throw new Error('A folder and --organisation are needed')
      await makeSeal(folder, values.organisation)
      console.log(
        `Created in ${folder}. Put the lines of seal.env into crm.env and restart crm. Keep seal-certificates.pem, by which others recognise the seal.`,
      )
    },
  },
  migrate: {
    usage: 'migrate   brings the database of MIGRATION_DATABASE_URL up to date',
    run: async () => {
      const { migrateDatabase } = await import('./migrate.ts')
      const url = needed('MIGRATION_DATABASE_URL')
      const applied = await migrateDatabase(url)
      for (const name of applied) console.log(name)
      console.log(
        applied.length === 0
          ? 'The database is up to date.'
          : `${applied.length} migrations were applied.`,
      )
      const { excessPrivilegesText: looseRightsText } = await import('@rmtools/kit/roles')
      const loose = await looseRightsText(url)
      if (loose !== undefined) console.error(loose)
    },
  },
  'dead-letters': {
    usage:
      'dead-letters [--replay]   lists the jobs that gave up in the database of MIGRATION_DATABASE_URL, or lets them try again',
    run: async (args) => {
      const { deadLetters, replayDeadLetters } = await import('./dead-letters.ts')
      const { values } = parseArgs({
        args,
        options: { replay: { type: 'boolean', default: false } },
      })
      const url = needed('MIGRATION_DATABASE_URL')
      if (values.replay) console.log(`Jobs to be retried: ${await replayDeadLetters(url)}.`)
      else
        for (const { queue, id, task, attempts, since, error } of await deadLetters(url))
          console.log([since, queue, id, task, attempts, error].join('  '))
    },
  },
  'audit-verify': {
    usage:
      'audit-verify   recomputes the audit trail of DATABASE_URL against AUDIT_HEAD_FILE, with SIGNING_KEYS or AUDIT_PUBLIC_KEYS',
    run: async () => {
      const { auditSourceOf: auditPlaceOf, verifyAndSay } = await import('./audit-verify.ts')
      process.exitCode = await verifyAndSay(async () => await auditPlaceOf(process.env))
    },
  },
  'verify-evidence': {
    usage:
      'verify-evidence <file.pdf> … [--trusted <certificates.pem>]   checks the evidence in signed documents, without a database',
    run: async (args) => {
      const { verifyEvidence } = await import('./verify-evidence.ts')
      const { positionals, values } = parseArgs({
        args,
        options: { trusted: { type: 'string' } },
        allowPositionals: true,
      })
      if (positionals.length === 0) throw new Error('At least one file is needed')
      process.exitCode = await verifyEvidence(positionals, { trusted: values.trusted })
    },
  },
  reseal: {
    usage:
      'reseal   seals rows and files anew with DATA_SECRET, as crm.env and migrate.env say, while the services run',
    run: async () => {
      const { reseal, resealOptions } = await import('./reseal.ts')
      const { rows, files } = await reseal(await resealOptions(process.env))
      console.log(`${rows} values and ${files} files were resealed.`)
    },
  },
  'wrap-secret': {
    usage:
      'wrap-secret <projects/…/cryptoKeys/…> [--of DATA_SECRET]   has Google Cloud KMS wrap a new secret, or that of a variable',
    run: async (args) => {
      const { wrappedSecret } = await import('./wrap-secret.ts')
      const { positionals, values } = parseArgs({
        args,
        options: { of: { type: 'string' } },
        allowPositionals: true,
      })
      const [key] = positionals
      if (!key) throw new Error('The name of the key is needed')
      console.log(await wrappedSecret(key, process.env, values.of))
    },
  },
  build: {
    usage: 'build   builds the pages that bff serves, into apps/*/dist',
    run: async () => {
      const [{ buildPages }, { buildMobile }] = [
        await import('./pages.ts'),
        await import('./mobile-pages.ts'),
      ]
      await Promise.all([buildPages('admin'), buildPages('investor')])
      await buildMobile((step) => console.log(step))
      console.log('Built.')
    },
  },
}

function needed(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is needed`)
  return value
}

const [name = '', ...args] = process.argv.slice(2)
const command = Object.hasOwn(commands, name) ? commands[name] : undefined
try {
  if (!command)
    throw new Error(
      `Commands:\n${Object.values(commands)
        .map(({ usage }) => `  ${usage}\n`)
        .join('')}`,
    )
  await command.run(args)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  if (command) console.error(`Usage: ${command.usage}`)
  process.exitCode = 1
}
