export { NewInvestorScreen as default } from '../../../src/investors/NewInvestorScreen.tsx'
