export { LeadScreen as default } from '../../../src/leads/LeadScreen.tsx'
