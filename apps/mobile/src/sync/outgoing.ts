// The operations that the outbox can hold, each tied to its contract once. To add one, add a line.
import type { QueryClient } from '@tanstack/react-query'
import type { CallOptions } from '@rmtools/contracts/client'
import { api } from '../base/api.ts'
import { investorSettled, caseChanged } from '../investors/remote.ts'
import * as sending from '../investors/sending.ts'
import { instructionSettled } from '../instructions/remote.ts'
import { leadSettled } from '../leads/remote.ts'
import type { Sending } from './sender.ts'

type Call<I, R> = (input: I, options?: CallOptions) => Promise<R>
type Ways<I, R> = {
  versionOf?: (reply: R) => number
  load?: (input: I) => Promise<object>
  settle?: (client: QueryClient, reply: R, input: I) => void | Promise<void>
  /** A later change of the record merges into one that still waits. */
  canMerge?: boolean
}
export type Outgoing<I> = {
  of(client: QueryClient): Sending
  canMerge: boolean
  readonly input?: I
}

/**
 * `queue` takes the contract's input and stores it as JSON, so the types hold when it is read back.
 */
function waits<I, R>(
  call: Call<I, R>,
  { versionOf, load, settle, canMerge = false }: Ways<I, R> = {},
): Outgoing<I> {
  return {
    canMerge,
    of: (client) => ({
      send: async (input, key) => await call(input as I, { idempotencyKey: key }),
      ...(versionOf ? { versionOf: (reply: unknown) => versionOf(reply as R) } : {}),
      ...(load ? { load: async (input) => ({ ...(await load(input as I)) }) } : {}),
      ...(settle
        ? { settle: async (reply, input) => await settle(client, reply as R, input as I) }
        : {}),
    }),
  }
}

export const outgoing = {
  'leads.create': waits(api.leads.create, {
    versionOf: ({ lead }) => lead.version,
    settle: (client, { lead, duplicates }) => {
      client.setQueryData(['lead-duplicates', lead.id], duplicates)
      leadSettled(client, lead)
    },
  }),
  'leads.update': waits(api.leads.update, {
    versionOf: ({ version }) => version,
    load: async ({ id }) => await api.leads.get({ id }),
    settle: leadSettled,
    canMerge: true,
  }),
  'investors.create': waits(api.investors.create, {
    versionOf: ({ version }) => version,
    settle: (client, { id }, { leadId }) => {
      caseChanged(client, undefined, { id })
      void client.invalidateQueries({ queryKey: ['leads'] })
      if (leadId) void client.invalidateQueries({ queryKey: ['lead', leadId] })
    },
  }),
  'investors.saveKyc': waits(api.investors.saveKyc, {
    versionOf: ({ version }) => version,
    load: async ({ id }) => await api.investors.get({ id }),
    settle: investorSettled,
    canMerge: true,
  }),
  'investors.submit': waits(sending.submit, { settle: caseChanged }),
  'documents.add': waits(sending.addDocument, { settle: caseChanged }),
  'documents.remove': waits(sending.removeDocument, { settle: caseChanged }),
  'bankAccounts.add': waits(sending.addBankAccount, { settle: caseChanged }),
  'riskProfiles.add': waits(sending.assessRisk, { settle: caseChanged }),
  'consents.give': waits(sending.giveConsent, { settle: caseChanged }),
  'consents.withdraw': waits(sending.withdrawConsent, { settle: caseChanged }),
  'instructions.create': waits(api.instructions.create, {
    versionOf: ({ version }) => version,
    settle: instructionSettled,
  }),
  'leadActivities.create': waits(api.leadActivities.create, {
    settle: async (client, _, { id }) => {
      await Promise.all([
        client.invalidateQueries({ queryKey: ['lead-activities', id] }),
        client.invalidateQueries({ queryKey: ['lead', id] }),
      ])
    },
  }),
}

export type OperationName = keyof typeof outgoing
export type InputOf<Name extends OperationName> =
  (typeof outgoing)[Name] extends Outgoing<infer I> ? I : never
