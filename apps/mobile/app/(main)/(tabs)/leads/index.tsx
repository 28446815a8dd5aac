export { LeadsScreen as default } from '../../../../src/leads/LeadsScreen.tsx'
