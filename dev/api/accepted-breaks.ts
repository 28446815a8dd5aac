// Accepted breaks since the last release and the reason for each. A new release empties this list:
// docs/API.md.

export type AcceptedBreaks = {
  readonly what: string
  readonly reason: string
  /** Method, path and part, as the comparison reports them. */
  readonly parts: readonly string[]
}

export const acceptedBreaks: readonly AcceptedBreaks[] = [
  {
    what: 'was door.csrfToken, is gateway.csrfToken',
    reason:
      'The id says gateway, as the documents do. Path, request and reply are the same; only generated clients see another name.',
    parts: ['GET /auth/csrf-token id'],
  },
  {
    what: 'needs a fresh password now',
    reason:
      'Operations that export, reveal or give power need a password entered a few minutes ago: somebody who finds an open screen must not reach them.',
    parts: [
      'DELETE /auth/admin/companies/{id} needsFreshPassword',
      'DELETE /idty/roles/{id} needsFreshPassword',
      'GET /auth/audit-trail.csv needsFreshPassword',
      'GET /crm/instructions.csv needsFreshPassword',
      'GET /crm/instructions.xlsx needsFreshPassword',
      'GET /crm/investors.csv needsFreshPassword',
      'GET /crm/investors.xlsx needsFreshPassword',
      'GET /crm/leads.csv needsFreshPassword',
      'GET /crm/leads.xlsx needsFreshPassword',
      'GET /investors/{id}/statement needsFreshPassword',
      'GET /reports/aum.csv needsFreshPassword',
      'GET /reports/aum.xlsx needsFreshPassword',
      'GET /reports/book.pdf needsFreshPassword',
      'GET /reports/investors.csv needsFreshPassword',
      'GET /reports/sales.csv needsFreshPassword',
      'GET /reports/sales.xlsx needsFreshPassword',
      'GET /reports/transactions.csv needsFreshPassword',
      'GET /reports/transactions.xlsx needsFreshPassword',
      'PATCH /auth/admin/companies/{id} needsFreshPassword',
      'PATCH /idty/roles/{id} needsFreshPassword',
      'POST /auth/admin/companies needsFreshPassword',
      'POST /crm/investors/{id}/reveal needsFreshPassword',
      'POST /idty/roles needsFreshPassword',
      'PUT /crm/message-templates/{kind}/{channel}/{language} needsFreshPassword',
    ],
  },
  {
    what: 'was investor.read, is document.read',
    reason: 'The list of papers needs the permission of the papers. The system roles hold both.',
    parts: ['GET /crm/investors/{id}/documents access'],
  },
  {
    what: 'pattern is another',
    reason:
      'Names are made of letters that documents can print and Bib takes. Others, such as emoji, are refused with the field.',
    parts: [
      'PATCH /auth/admin/companies/{id} body/changes/name',
      'PATCH /crm/investors/{id}/bank-accounts/{accountId} body/holderName',
      'PATCH /crm/leads/{id} body/fullName',
      'PATCH /idty/users/{id} body/changes/fullName',
      'POST /auth/admin/companies body/name',
      'POST /auth/admin/companies body/admin/fullName',
      'POST /auth/register body/fullName',
      'POST /crm/investors body/fullName',
      'POST /crm/investors/{id}/bank-accounts body/holderName',
      'POST /crm/leads body/fullName',
      'POST /crm/registrations/{token}/bank-accounts body/holderName',
      'POST /idty/users body/fullName',
      'PUT /crm/investors/{id}/kyc body/individual/fullName',
      'PUT /crm/investors/{id}/kyc body/individual/alias',
      'PUT /crm/investors/{id}/kyc body/individual/spouseName',
      'PUT /crm/investors/{id}/kyc body/individual/motherMaidenName',
      'PUT /crm/investors/{id}/kyc body/individual/employer/name',
      'PUT /crm/investors/{id}/kyc body/individual/beneficialOwners/*/name',
      'PUT /crm/investors/{id}/kyc body/institutional/fullName',
      'PUT /crm/investors/{id}/kyc body/institutional/deedNotary',
      'PUT /crm/investors/{id}/kyc body/institutional/contactPerson',
      'PUT /crm/investors/{id}/kyc body/institutional/authorisedPersons/*/name',
      'PUT /crm/investors/{id}/kyc body/institutional/beneficialOwners/*/name',
      'PUT /crm/registrations/{token} body/individual/fullName',
      'PUT /crm/registrations/{token} body/individual/alias',
      'PUT /crm/registrations/{token} body/individual/spouseName',
      'PUT /crm/registrations/{token} body/individual/motherMaidenName',
      'PUT /crm/registrations/{token} body/individual/employer/name',
      'PUT /crm/registrations/{token} body/individual/beneficialOwners/*/name',
      'PUT /crm/registrations/{token} body/institutional/fullName',
      'PUT /crm/registrations/{token} body/institutional/deedNotary',
      'PUT /crm/registrations/{token} body/institutional/contactPerson',
      'PUT /crm/registrations/{token} body/institutional/authorisedPersons/*/name',
      'PUT /crm/registrations/{token} body/institutional/beneficialOwners/*/name',
    ],
  },
  {
    what: 'pattern is another',
    reason:
      'Account numbers are read with their separators, as before, and kept without. The pattern is that of what is kept.',
    parts: [
      'PATCH /crm/investors/{id}/bank-accounts/{accountId} body/number',
      'POST /crm/investors/{id}/bank-accounts body/number',
      'POST /crm/registrations/{token}/bank-accounts body/number',
    ],
  },
  {
    what: 'pattern is another',
    reason:
      'Phones are read as people write them and kept in one form (E.164). Anything else is refused.',
    parts: [
      'PATCH /crm/leads/{id} body/phone',
      'POST /auth/admin/companies body/admin/phone',
      'POST /auth/register body/phone',
      'POST /crm/investors body/phone',
      'POST /crm/leads body/phone',
      'POST /idty/users body/phone',
      'PUT /auth/change-setting body/phone',
      'PUT /crm/investors/{id}/kyc body/individual/phone',
      'PUT /crm/investors/{id}/kyc body/individual/employer/phone',
      'PUT /crm/investors/{id}/kyc body/individual/homePhone',
      'PUT /crm/investors/{id}/kyc body/individual/fax',
      'PUT /crm/investors/{id}/kyc body/institutional/phone',
      'PUT /crm/investors/{id}/kyc body/institutional/fax',
      'PUT /crm/investors/{id}/kyc body/institutional/authorisedPersons/*/mobile',
      'PUT /crm/registrations/{token} body/individual/phone',
      'PUT /crm/registrations/{token} body/individual/employer/phone',
      'PUT /crm/registrations/{token} body/individual/homePhone',
      'PUT /crm/registrations/{token} body/individual/fax',
      'PUT /crm/registrations/{token} body/institutional/phone',
      'PUT /crm/registrations/{token} body/institutional/fax',
      'PUT /crm/registrations/{token} body/institutional/authorisedPersons/*/mobile',
    ],
  },
  {
    what: 'maxProperties was unlimited, is 50',
    reason: 'Every map of a request has a bound, far above what anybody sends.',
    parts: ['POST /crm/bib/events body'],
  },
  {
    what: 'is required now',
    reason:
      'The regulator asks for the grounds on which senior management accepts an investor of high risk.',
    parts: ['POST /crm/investors/{id}/senior-approval body/note'],
  },
  {
    what: 'maxProperties was unlimited, is 4000',
    reason: 'Every map of a request has a bound, far above what anybody sends.',
    parts: ['PUT /auth/preferences/{key} body/value'],
  },
]
