export { NewLeadScreen as default } from '../../../src/leads/NewLeadScreen.tsx'
