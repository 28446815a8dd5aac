// Generated from the contracts by `npm run generate`. Do not edit.
import type { ListMethod, Method, Operations } from '../method.ts'
import type {
  CalendarDate, Email, FullName, Id, Instant, PhoneWithExtension, Search, Version,
} from './fields.ts'
import type { Total } from './lists.ts'

export type Duplicate = {
  kind: 'lead' | 'investor'
  rmName: string | null
  matches: 'phone' | 'email'
}

export type Lead = {
  id: Id
  companyId: Id
  rmId: Id
  rmName: string | null
  fullName: FullName
  phone: PhoneWithExtension
  email: Email | null
  interest: string | null
  source: string | null
  tags: Array<string>
  nextFollowUpAt: Instant | null
  /** Behind a switchboard; `phone` is without it */
  phoneExtension: string | null
  status: LeadStatus
  lostReason: string | null
  investorId: Id | null
  version: Version
  createdAt: Instant
  updatedAt: Instant
}

export type LeadCountedPage = {
  items: Array<Lead>
  nextCursor: string | null
  total?: Total
}

export type LeadStatus = 'new' | 'contacted' | 'qualified' | 'proposal' | 'converted' | 'lost'

export type LeadsListInput = {
  /** Items per page */
  limit?: number
  /** nextCursor of the previous page */
  cursor?: string
  /** Count the items, up to 10000 */
  count?: boolean
  /** all: also in other companies where the user holds the same role */
  companies?: 'active' | 'all'
  status?: LeadStatus
  /** Any of these, separated by commas */
  statuses?: string
  rmId?: Id
  tag?: string
  search?: Search
  followUpBefore?: Instant
  from?: CalendarDate
  to?: CalendarDate
  order?: 'newest' | 'oldest'
}

export type LeadsExportInput = {
  status?: LeadStatus
  /** Any of these, separated by commas */
  statuses?: string
  rmId?: Id
  tag?: string
  search?: Search
  followUpBefore?: Instant
  from?: CalendarDate
  to?: CalendarDate
  order?: 'newest' | 'oldest'
  language?: 'id' | 'en'
}

export type LeadsExportXlsxInput = {
  status?: LeadStatus
  /** Any of these, separated by commas */
  statuses?: string
  rmId?: Id
  tag?: string
  search?: Search
  followUpBefore?: Instant
  from?: CalendarDate
  to?: CalendarDate
  order?: 'newest' | 'oldest'
  language?: 'id' | 'en'
}

export type LeadsTagsInput = {
}

export type LeadsGetInput = {
  id: Id
}

export type LeadsDuplicatesInput = {
  id: Id
}

export type LeadsCreateInput = {
  id?: Id
  fullName: FullName
  phone: PhoneWithExtension
  email?: Email | null
  interest?: string | null
  source?: string | null
  tags?: Array<string>
  nextFollowUpAt?: Instant | null
}

export type LeadsUpdateInput = {
  id: Id
  version: Version
  fullName?: FullName
  phone?: PhoneWithExtension
  email?: Email | null
  interest?: string | null
  source?: string | null
  tags?: Array<string>
  nextFollowUpAt?: Instant | null
  status?: LeadStatus
  lostReason?: string | null
}

export type LeadsRemoveInput = {
  id: Id
  version: Version
}

export type LeadsApi = {
  /**
   * Leads, newest or oldest first
   *
   * Needs the permission `lead.read`.
   */
  list: ListMethod<LeadsListInput, LeadCountedPage>
  /**
   * Leads as a CSV file
   *
   * Needs the permission `lead.export`.
   *
   * Needs a password entered within the last ten minutes.
   */
  export: Method<LeadsExportInput, Uint8Array>
  /**
   * Leads as an Excel file
   *
   * Needs the permission `lead.export`.
   *
   * Needs a password entered within the last ten minutes.
   */
  exportXlsx: Method<LeadsExportXlsxInput, Uint8Array>
  /**
   * The tags in use, most used first
   *
   * Needs the permission `lead.read`.
   */
  tags: Method<LeadsTagsInput, {
    items: Array<{
      tag: string
      count: number
    }>
  }>
  /**
   * A lead
   *
   * Needs the permission `lead.read`.
   */
  get: Method<LeadsGetInput, Lead>
  /**
   * Other leads and investors of the company with the same phone number or e-mail address
   *
   * Needs the permission `lead.read`.
   */
  duplicates: Method<LeadsDuplicatesInput, {
    items: Array<Duplicate>
  }>
  /**
   * Add a lead to the own book
   *
   * A client-generated id makes a retry harmless: the same lead sent again is answered as stored; with other content it is rejected.
   *
   * Needs the permission `lead.write`.
   */
  create: Method<LeadsCreateInput, {
    lead: Lead
    duplicates: Array<Duplicate>
  }>
  /**
   * Change a lead or move it along the pipeline
   *
   * An absent field keeps its value; null clears it.
   *
   * Needs the permission `lead.write`.
   */
  update: Method<LeadsUpdateInput, Lead>
  /**
   * Remove a lead that was entered by mistake
   *
   * A converted lead cannot be removed: it is part of the investor's history.
   *
   * Needs the permission `lead.write`.
   */
  remove: Method<LeadsRemoveInput, void>
}

export const leads = {
  list: {"method":"GET","path":"/crm/leads","query":["limit","cursor","count","companies","status","statuses","rmId","tag","search","followUpBefore","from","to","order"],"reply":"json"},
  export: {"method":"GET","path":"/crm/leads.csv","query":["status","statuses","rmId","tag","search","followUpBefore","from","to","order","language"],"reply":"bytes"},
  exportXlsx: {"method":"GET","path":"/crm/leads.xlsx","query":["status","statuses","rmId","tag","search","followUpBefore","from","to","order","language"],"reply":"bytes"},
  tags: {"method":"GET","path":"/crm/lead-tags","reply":"json"},
  get: {"method":"GET","path":"/crm/leads/{id}","reply":"json"},
  duplicates: {"method":"GET","path":"/crm/leads/{id}/duplicates","reply":"json"},
  create: {"method":"POST","path":"/crm/leads","body":["id","fullName","phone","email","interest","source","tags","nextFollowUpAt"],"reply":"json","needsKey":true},
  update: {"method":"PATCH","path":"/crm/leads/{id}","body":["version","fullName","phone","email","interest","source","tags","nextFollowUpAt","status","lostReason"],"reply":"json"},
  remove: {"method":"DELETE","path":"/crm/leads/{id}","query":["version"]},
} as const satisfies Operations[string]
