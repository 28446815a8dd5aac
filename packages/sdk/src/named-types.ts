// Generated from the contracts by `npm run generate`. Do not edit.
export type { Api } from './operations.ts'
export type { ProblemCode } from './operations/problem-code.ts'
export type {
  Me, OwnCompany, PushPreferences, AccountStepUpInput, AccountMeInput, AccountChangeSettingInput,
  AccountCompanyIdsInput, AccountCompanyldsInput,
} from './operations/account.ts'
export type { Agenda, AgendaInstruction, AgendaGetInput } from './operations/agenda.ts'
export type {
  CodeSent, DocumentHash, InstructionDocument, SignedOrder, ApprovalsSenderInput,
  ApprovalsViewInput, ApprovalsPaymentInput, ApprovalsRepeatInput, ApprovalsDocumentInput,
  ApprovalsSendCodeInput, ApprovalsAnswerInput,
} from './operations/approvals.ts'
export type {
  AuditEntry, AuditEntryPage, AuditTrailInput, AuditExportInput, AuditStatusInput,
} from './operations/audit.ts'
export type {
  BankAccount, BankAccountsListInput, BankAccountsCreateInput, BankAccountsUpdateInput,
  BankAccountsRemoveInput, BankAccountsReviewInput,
} from './operations/bank-accounts.ts'
export type {
  ClientLinkKind, ClientWay, LinkMessage, LinkTaking, LivingLink, ClientLinksWaysInput,
  ClientLinksGetInput, ClientLinksTakeInput,
} from './operations/client-links.ts'
export type {
  ClientChannel, ClientMessage, ClientMessagePage, ClientMessageState, ClientPreference,
  ClientMessagesListInput, ClientMessagesResendInput, ClientMessagesPreferenceInput,
  ClientMessagesSetPreferenceInput,
} from './operations/client-messages.ts'
export type {
  ClientOrder, ClientStatement, PageLink, ClientPageStatusInput, ClientPageSendInput,
  ClientPageRevokeInput, ClientPageSenderInput, ClientPageSendCodeInput, ClientPageOpenInput,
  ClientPageHomeInput, ClientPageHoldingsInput, ClientPageDocumentInput, ClientPageStatementInput,
  ClientPageCloseInput,
} from './operations/client-page.ts'
export type {
  CodeListEntry, CodeListName, CodeListEntriesListInput, CodeListEntriesPutInput,
} from './operations/code-lists.ts'
export type { CodesVerifyInput, CodesResendInput } from './operations/codes.ts'
export type {
  ChangedCompany, Company, CompanyPage, CompanySettings, CompanySettingsChanges, Logo, Member,
  MemberPage, PostalLine, CompaniesListInput, CompaniesGetInput, CompaniesCreateInput,
  CompaniesUpdateInput, CompaniesActiveOrDeInput, CompaniesRemoveInput, CompaniesMembersInput,
  CompaniesAddMemberInput, CompaniesOwnInput, CompaniesDrawLogoInput, CompaniesUpdateOwnInput,
} from './operations/companies.ts'
export type {
  Consent, ConsentPurpose, GivenConsent, ConsentsListInput, ConsentsGiveInput,
  ConsentsWithdrawInput,
} from './operations/consents.ts'
export type {
  AumFigures, Dashboard, SalesFigures, DashboardGetInput,
} from './operations/dashboard.ts'
export type {
  Device, DevicesListInput, DevicesRenameInput, DevicesRevokeInput,
} from './operations/devices.ts'
export type {
  Document, DocumentType, DocumentWithLinks, DocumentsListInput, DocumentsDeclareInput,
  DocumentsUploadInput, DocumentsRemoveInput, DocumentsDownloadInput,
} from './operations/documents.ts'
export type {
  Evidence, EvidenceCheck, MandateEvidence, RecordHash, EvidenceListInput, EvidenceDocumentInput,
  EvidenceCheckInput,
} from './operations/evidence.ts'
export type {
  CalendarDate, CountryCode, Currency, Email, FullName, Id, Instant, LinkToken, Money, OtpCode,
  Phone, PhoneWithExtension, Search, Units, Version,
} from './operations/fields.ts'
export type {
  Counts, InstructionCount, InstructionDay, InvestorCount, LeadCount, PlanCount,
  FiguresCountsInput, FiguresPlansInput, FiguresInvestorsInput, FiguresRmsInput,
} from './operations/figures.ts'
export type { Waits } from './operations/four-eyes.ts'
export type { GatewayCsrfTokenInput, GatewayAppVersionInput } from './operations/gateway.ts'
export type { HandoversCreateInput } from './operations/handovers.ts'
export type { InstructionEvent } from './operations/instruction-events.ts'
export type {
  AllocatedTarget, Allocation, Correction, PaymentStep, Refund, RefundStep,
} from './operations/instruction-results.ts'
export type { InstructionStatus, InstructionType } from './operations/instruction-statuses.ts'
export type {
  Instruction, InstructionCountedPage, InstructionsListInput, InstructionsExportInput,
  InstructionsExportXlsxInput, InstructionsGetInput, InstructionsCreateInput,
  InstructionsSendInput, InstructionsRepeatInput, InstructionsCancelInput,
  InstructionsReservationsInput, InstructionsDocumentInput,
} from './operations/instructions.ts'
export type {
  Investor, InvestorDetail, InvestorEvent, ReturnReason, ReturnedPart,
} from './operations/investor-cases.ts'
export type { Decision, ReviewResult } from './operations/investor-decisions.ts'
export type { InvestorStatus } from './operations/investor-statuses.ts'
export type {
  InvestorCountedPage, InvestorsListInput, InvestorsExportInput, InvestorsExportXlsxInput,
  InvestorsGetInput, InvestorsHistoryInput, InvestorsCreateInput, InvestorsSaveKycInput,
  InvestorsSubmitInput, InvestorsReviewInput, InvestorsApprovePepInput, InvestorsClaimInput,
  InvestorsReleaseInput, InvestorsRevealInput, InvestorsSetExternalIdInput, InvestorsSyncBibInput,
} from './operations/investors.ts'
export type {
  Address, AuthorisedPerson, BeneficialOwner, Characteristic, CompanyType, Education, Employer,
  EntityClass, FatcaStatus, IndividualChanges, IndividualKyc, InstitutionIncome,
  InstitutionalChanges, InstitutionalKyc, InvestorKind, LegalForm, MaritalStatus, NetWorth,
  NoTinReason, Objective, Occupation, Religion, SecretPointer, SourceOfFunds, TaxResidence,
  YearFigures, YearlyIncome,
} from './operations/kyc.ts'
export type {
  LeadActivity, LeadActivityPage, LeadActivitiesListInput, LeadActivitiesCreateInput,
} from './operations/lead-activities.ts'
export type {
  ImportFault, LeadImportsCreateInput, LeadImportsReadFileInput,
} from './operations/lead-imports.ts'
export type {
  Duplicate, Lead, LeadCountedPage, LeadStatus, LeadsListInput, LeadsExportInput,
  LeadsExportXlsxInput, LeadsTagsInput, LeadsGetInput, LeadsDuplicatesInput, LeadsCreateInput,
  LeadsUpdateInput, LeadsRemoveInput,
} from './operations/leads.ts'
export type { Total } from './operations/lists.ts'
export type {
  BibInstructionType, Bond, Nav, NavPoint, Pending, Percent, Position, Product, ProductCode,
  ProductType, Sid, SignedMoney, TimeOfDay, Transaction, TransactionType,
} from './operations/market.ts'
export type {
  MembershipOffer, MembershipOffersListInput, MembershipOffersAcceptOrDeclineInput,
} from './operations/membership-offers.ts'
export type { MessageChannel, MessageKind } from './operations/message-kinds.ts'
export type {
  MessageTemplate, MessageWording, MessageTemplatesListInput, MessageTemplatesPutInput,
  MessageTemplatesPreviewInput, MessageTemplatesResetInput,
} from './operations/message-templates.ts'
export type {
  Notification, NotificationsListInput, NotificationsReadInput, NotificationsSubscribeInput,
  NotificationsUnsubscribeInput,
} from './operations/notifications.ts'
export type {
  OutboxJob, OutboxJobPage, OutboxListInput, OutboxReplayInput, OutboxBreakerInput,
  OutboxPoisonInput,
} from './operations/outbox.ts'
export type {
  PasswordsRequestResetInput, PasswordsConfirmResetInput,
} from './operations/passwords.ts'
export type { PaymentState } from './operations/payment-rules.ts'
export type {
  PayerVerdict, Payment, PaymentForInvestor, PaymentReceipt, PaymentReturn, PaymentsDecideInput,
} from './operations/payments.ts'
export type {
  ManagedPlan, PlanDocument, PlanMandatesSenderInput, PlanMandatesViewInput,
  PlanMandatesDocumentInput, PlanMandatesSendCodeInput, PlanMandatesAnswerInput,
  PlanMandatesManagedInput, PlanMandatesPauseInput, PlanMandatesResumeInput,
  PlanMandatesRevokeInput,
} from './operations/plan-mandates.ts'
export type { Plan, PlanEvent, PlanLine, PlanRun } from './operations/plan-records.ts'
export type { PlanReason, PlanRunStatus, PlanStatus, PlanWay } from './operations/plan-rules.ts'
export type {
  PlanCountedPage, PlansListInput, PlansExportInput, PlansExportXlsxInput, PlansGetInput,
  PlansCreateInput, PlansSendInput, PlansChangeInput, PlansPauseInput, PlansResumeInput,
  PlansStopInput, PlansDocumentInput,
} from './operations/plans.ts'
export type {
  PlatformAccess, PlatformAccesses, PlatformAccessListInput, PlatformAccessOpenInput,
  PlatformAccessCloseInput, PlatformAccessOwnInput, PlatformAccessAgreeInput,
  PlatformAccessEndInput,
} from './operations/platform-access.ts'
export type {
  HeldPosition, PortfoliosGetInput, PortfoliosTransactionsInput, PortfoliosStatementInput,
} from './operations/portfolios.ts'
export type {
  Preference, PreferencesListInput, PreferencesPutInput, PreferencesRemoveInput,
} from './operations/preferences.ts'
export type {
  ProductNavs, ProductsListInput, ProductsGetInput, ProductsFactSheetInput, ProductsNavsInput,
} from './operations/products.ts'
export type {
  ReconciliationDifference, ReconciliationReport, ReconciliationReportPage,
  ReconciliationsListInput, ReconciliationsGetInput, ReconciliationsStartInput,
} from './operations/reconciliations.ts'
export type {
  Bank, Country, Holiday, Location, ReferenceBanksInput, ReferenceLocationsInput,
  ReferenceCountriesInput, ReferenceHolidaysInput, ReferenceChangeBankInput,
  ReferencePutHolidayInput, ReferenceRemoveHolidayInput,
} from './operations/reference.ts'
export type {
  Language, RegistrationRegisterInput, RegistrationVerifyUniqueInput, RegistrationCompaniesInput,
} from './operations/registration.ts'
export type {
  Registration, RemoteRegistrationSendLinkInput, RemoteRegistrationWithdrawLinkInput,
  RemoteRegistrationSenderInput, RemoteRegistrationViewInput, RemoteRegistrationSaveInput,
  RemoteRegistrationAddBankAccountInput, RemoteRegistrationRemoveBankAccountInput,
  RemoteRegistrationAssessRiskInput, RemoteRegistrationDeclareDocumentInput,
  RemoteRegistrationUploadDocumentInput, RemoteRegistrationRemoveDocumentInput,
  RemoteRegistrationSendCodeInput, RemoteRegistrationSubmitInput,
} from './operations/remote-registration.ts'
export type {
  AumReportLine, InvestorReportLine, SalesReportLine, TransactionReportLine,
} from './operations/report-lines.ts'
export type {
  ReportsAumInput, ReportsAumCsvInput, ReportsAumXlsxInput, ReportsSalesInput,
  ReportsSalesCsvInput, ReportsSalesXlsxInput, ReportsInvestorsInput, ReportsInvestorsCsvInput,
  ReportsBookPdfInput, ReportsTransactionsInput, ReportsTransactionsCsvInput,
  ReportsTransactionsXlsxInput,
} from './operations/reports.ts'
export type { Reservation } from './operations/reservations.ts'
export type {
  QuestionnaireVersion, RiskProfile, RiskProfilesQuestionnaireInput, RiskProfilesVersionsInput,
  RiskProfilesVersionInput, RiskProfilesPublishInput, RiskProfilesListInput,
  RiskProfilesCreateInput,
} from './operations/risk-profiles.ts'
export type {
  RiskAnswer, RiskOption, RiskQuestion, RiskQuestionnaire,
} from './operations/risk-questionnaires.ts'
export type {
  Role, RolesListInput, RolesCreateInput, RolesUpdateInput, RolesRemoveInput,
} from './operations/roles.ts'
export type {
  PendingChange, PendingAdministrationListInput, PendingAdministrationDecideInput,
  PendingChangesListInput, PendingChangesDecideInput,
} from './operations/second-person.ts'
export type {
  ClientKind, DeviceClaim, GivenPassword, LoginName, Session, SignIn, SessionsLoginInput,
  SessionsRefreshInput, SessionsLogoutInput, SessionsLogoutByPostInput,
  SessionsSwitchCompanyInput, SessionsListInput, SessionsRevokeInput, SessionsRevokeOthersInput,
} from './operations/sessions.ts'
export type { CutOff, MonthlyAum, MonthlySales, Today, TodayGetInput } from './operations/today.ts'
export type {
  UserAccessSessionsInput, UserAccessEndSessionInput, UserAccessDevicesInput,
  UserAccessRevokeDeviceInput,
} from './operations/user-access.ts'
export type {
  ChangedUser, User, UserCountedPage, UserStatus, UsersListInput, UsersGetInput, UsersCreateInput,
  UsersUpdateInput, UsersRemoveInput, UsersApproveOrRejectInput, UsersActiveOrDeInput,
  UsersReinviteInput,
} from './operations/users.ts'
